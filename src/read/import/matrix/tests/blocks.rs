//! Tests of blocks of rows: grids of marks, lanes of several persons, lists with more columns, and rows that say when.

use super::*;

fn people(journey: &Journey) -> String {
    journey.personas.iter().map(|persona| persona.name.as_str()).collect::<Vec<_>>().join("|")
}

#[test]
fn a_grid_of_marks_with_its_levels_behind_the_label_is_a_curve() {
    for (label, levels, expected) in [
        ("HOE VOELT ZE ZICH?", "😀|😐|😡", "2😀 | -2😡 | 0😐"),
        ("Emotie", "Blij|Neutraal|Boos", "1Blij | -2Boos | 0Neutraal"),
        ("Følelser", "Glad|Neutral|Vred", "1Glad | -2Vred | 0Neutral"),
        ("Feeling", "Happy|Neutral|Angry", "1Happy | -2Angry | 0Neutral"),
        ("Emotion", ":-)|:-(|:((", ""),
        ("Stimmung", "+|+/-|-", "1 | -1 | 0"),
        ("Ressenti", "2|1|0", "2 | 0 | 1"),
        ("Emotie", "1|0|-1", "1 | -1 | 0"),
        ("Gevoel", "🙂 blij|😐 gewoon|🙁 sip", "1🙂 blij | -1🙁 sip | 0😐 gewoon"),
    ] {
        let levels: Vec<&str> = levels.split('|').collect();
        let [top, middle, low] = levels.as_slice() else { continue };
        for mark in ["x", "●", "✓"] {
            for gap in ["", "|"] {
                for again in ["", label] {
                    let grid = format!(
                        "Fase||{gap}Zoeken|Kopen|Eten\nActies||{gap}kijkt|betaalt|kookt\n{label}|{top}|{gap}{mark}||\n{again}|{middle}|{gap}||{mark}\n\
                         {again}|{low}|{gap}|{mark}|\nTouchpoints||{gap}Raam|Kassa|Tafel"
                    );
                    let read = short(&journey(&grid));
                    assert!(read.contains(&format!("{label}=emotion: {expected}")), "{grid}\n{read}");
                    assert_eq!(left(&journey(&grid)), Vec::<String>::new(), "{grid}");
                    assert_eq!(journey(&grid).lanes.len(), 3, "{grid}");
                }
            }
        }
    }
    // A level in which nobody is stays one, first, last or between.
    for (marks, expected) in [
        (["x||", "|x|", "||x", "||"], "2 | 1 | 0"),
        (["||", "x||", "|x|", "||x"], "1 | 0 | -1"),
        (["x||", "||", "|x|", "||x"], "2 | 0 | -1"),
    ] {
        let rows = ["😀", "🙂", "😐", "🙁"].iter().zip(marks).enumerate();
        let rows: Vec<String> =
            rows.map(|(at, (face, marks))| format!("{}|{face}|{marks}", if at == 0 { "Emotie" } else { "" })).collect();
        let grid =
            format!("Fase||Zoeken|Kopen|Eten\nActies||kijkt|betaalt|kookt\nTouchpoints||Raam|Kassa|Tafel\n{}", rows.join("\n"));
        let read = journey(&grid);
        let scores: Vec<String> =
            read.phases.iter().filter_map(|phase| phase.cells[2].first()?.score.map(|score| score.to_string())).collect();
        assert_eq!(scores.join(" | "), expected, "{grid}\n{}", short(&read));
    }
    // Marks beside what is no level are those of something else.
    let other = journey("Fase||Zoeken|Kopen\nActies||kijkt|betaalt\nKanaal|Winkel|x|\n|Web||x");
    assert!(!short(&other).contains("=emotion"), "{}", short(&other));
}

#[test]
fn blocks_of_rows_of_a_person_each_are_told_apart() {
    for (head, [does, thinks, feels]) in [
        ("Persona|Onderdeel", ["Doet", "Denkt", "Gevoel"]),
        ("Wie|Onderdeel", ["Doet", "Denkt", "Gevoel"]),
        ("Klant|Laag", ["Doet", "Denkt", "Gevoel"]),
        ("Persona|Række", ["Gør", "Tænker", "Humør"]),
        ("Hvem|", ["Gør", "Tænker", "Humør"]),
        ("Persona|Lane", ["Doing", "Thinking", "Emotion"]),
        ("|", ["Doing", "Thinking", "Emotion"]),
        ("Kunde|", ["Handlungen", "Gedanken", "Stimmung"]),
        ("Personne|", ["Actions", "Pensées", "Humeur"]),
    ] {
        for again in [true, false] {
            let (fatima, joop) = if again { ("Fatima", "Joop") } else { ("", "") };
            let grid = format!(
                "{head}|Aanleiding|Opzeggen|Nazorg\nFatima|{does}|verhuist|stuurt|krijgt\n{fatima}|{thinks}|daar ook|verstopt|te laat\n{fatima}|{feels}|3|2|1\n\
                 Joop|{does}|knie|belt|leest\n{joop}|{thinks}|mijn leeftijd|vroeger|eindelijk\n{joop}|{feels}|3|1|5"
            );
            let read = journey(&grid);
            assert_eq!(people(&read), "Fatima|Joop", "{grid}");
            let lanes: Vec<&str> = read.lanes.iter().map(|lane| lane.title.as_str()).collect();
            let of = |name: &str| [does, thinks, feels].map(|lane| format!("{lane} – {name}")).to_vec();
            assert_eq!(lanes, [of("Fatima"), of("Joop")].concat(), "{grid}");
            let whose: Vec<_> = read.lanes.iter().map(|lane| lane.persona.as_deref().unwrap_or("")).collect();
            assert_eq!(whose, ["", "", "fatima", "", "", "joop"], "{grid}");
            assert_eq!(left(&read), Vec::<String>::new(), "{grid}");
        }
    }
    // Names alone in their rows head what is the same below each.
    let read =
        journey("Fase|Aanleiding|Opzeggen\nFatima||\nDoet|verhuist|stuurt\nGevoel|3|2\nJoop||\nDoet|knie|belt\nGevoel|3|1");
    assert_eq!((people(&read).as_str(), read.lanes.len()), ("Fatima|Joop", 4), "{}", short(&read));
    // Layers of a blueprint are no persons.
    let read = journey(
        "|Fase|Zoeken|Kopen\nKlant|Doet|kijkt|betaalt\n|Contact|Raam|Kassa\nWinkel|Achter de schermen|vult aan|slaat aan\n|Systemen|voorraad|kassa",
    );
    assert_eq!(people(&read), "", "{}", short(&read));
}

#[test]
fn a_list_with_more_columns_is_read_by_those_that_say_so() {
    let rows = |text: fn(&str, &str, &str, &str) -> String| {
        [
            ("Sign up", "Customer action", "Enters the number twice", ""),
            ("Sign up", "Touchpoint", "Registration form", "-1"),
            ("Sign up", "Pain point", "Traders have no number", ""),
            ("Bank link", "Customer action", "Looks for a reader", ""),
            ("Bank link", "Touchpoint", "Consent page", "-2"),
            ("Bank link", "Pain point", "Times out after 90 seconds", ""),
            ("Month end", "Customer action", "Chases three receipts", ""),
            ("Month end", "Touchpoint", "Reminder e-mail", "1"),
            ("Month end", "Pain point", "No export at all", ""),
        ]
        .map(|(phase, kind, said, score)| text(phase, kind, said, score))
        .join("\n")
    };
    let lanes = "Customer action=action: Enters the number twice | Looks for a reader | Chases three receipts\n\
                 Touchpoint=touchpoint: Registration form | Consent page | Reminder e-mail\n\
                 Pain point=barrier: Traders have no number | Times out after 90 seconds | No export at all";
    for (head, text) in [
        ("Phase|Type|Text|Sentiment", (|a, b, c, d| format!("{a}|{b}|{c}|{d}")) as fn(&str, &str, &str, &str) -> String),
        ("Fase|Categorie|Tekst|Score", |a, b, c, d| format!("{a}|{b}|{c}|{d}")),
        ("Fase|Type|Tekst|Gevoel", |a, b, c, d| format!("{a}|{b}|{c}|{d}")),
        ("Fase|Lane|Text|Humør", |a, b, c, d| format!("{a}|{b}|{c}|{d}")),
        ("Issue Type|Issue key|Issue id|Summary|Parent summary|Reporter|Status|Custom field (Sentiment)", |a, b, c, d| {
            format!("{b}|JRN-40|10240|{c}|{a}|Megan Okafor|To Do|{d}")
        }),
        ("Summary|Epic Name|Issue Type|Created|Score", |a, b, c, d| format!("{c}|{a}|{b}|2025-10-11|{d}")),
    ] {
        let read =
            read_all(vec![page(&format!("{head}\n{}", rows(text)))]).unwrap_or_else(|problems| panic!("{head} {problems:?}"));
        let found = short(&read.journey);
        assert!(found.contains(lanes), "{head}\n{found}");
        let curve = found.lines().last().unwrap_or_default();
        assert!(curve.ends_with("=emotion: -1 | -2 | 1") && read.journey.lanes.len() == 4, "{head}\n{found}");
        assert!(read.remarks.iter().all(|remark| remark.code != Code::DoubtfulMatrix), "{head}");
    }
    for (head, text) in [
        (
            "ID|Text|Type|BG Color|Position X|Width|Last Updated By|Area|Tags",
            (|a, b, c, _| format!("16-{}|{c}|sticky note|#FCFE7D|120|138|Priya N|{a}|{b}", c.len()))
                as fn(&str, &str, &str, &str) -> String,
        ),
        ("Text|Area|Tags", |a, b, c, _| format!("{c}|{a}|{b}")),
        ("Summary|Parent|Issue Type", |a, b, c, _| format!("{c}|{a}|{b}")),
        ("Tekst|Zone|Label", |a, b, c, _| format!("{c}|{a}|{b}")),
        ("Card|Sort|Where", |a, b, c, _| format!("{c}|{b}|{a}")),
    ] {
        let read =
            read_all(vec![page(&format!("{head}\n{}", rows(text)))]).unwrap_or_else(|problems| panic!("{head} {problems:?}"));
        assert!(short(&read.journey).contains(lanes), "{head}\n{}", short(&read.journey));
        assert!(read.remarks.iter().all(|remark| remark.code != Code::DoubtfulMatrix), "{head}");
    }
    // A score beside what is felt is that of it, and a channel that of the contact.
    let read = journey(
        "Phase|Type|Text|Score|Channel\nFind|Touchpoint|The site||web\nFind|Emotion|Curious at first|2|\nBuy|Touchpoint|The desk||shop\nBuy|Emotion|Cross at last|-1|",
    );
    assert!(short(&read).ends_with("Emotion=emotion: 2Curious at first | -1Cross at last"), "{}", short(&read));
    assert_eq!(read.phases[0].cells[0][0].channel.as_deref(), Some("web"));
    assert_eq!(left(&read), Vec::<String>::new());
}

#[test]
fn circles_and_crosses_are_scores_as_they_are_usually_meant() {
    for (name, cells, expected) in [
        ("感情", "○|×|△", "1○ | -2× | -1△"),
        ("満足度", "◎|〇|✕", "2◎ | 1〇 | -2✕"),
        ("気持ち", "◎ うれしい|△|○", "2◎ うれしい | -1△ | 1○"),
        ("評価", "◯|△|◎", "1◯ | -1△ | 2◎"),
        ("Stemming", "◎|○|△", "2◎ | 1○ | -1△"),
    ] {
        let read = journey(&format!(
            "フェーズ|認知|申込|返却\n行動|検索する|記入する|返す\nタッチポイント|ウェブ|窓口|ポスト\n{name}|{cells}"
        ));
        assert!(short(&read).ends_with(&format!("{name}=emotion: {expected}")), "{}", short(&read));
    }
    let read = journey("フェーズ|認知|申込|返却\n行動|検索する|記入する|返す\nタッチポイント|ウェブ|窓口|ポスト\n会員|○|×|○");
    assert!(!short(&read).contains("=emotion"), "{}", short(&read));
}

#[test]
fn times_of_a_day_say_when_the_rest_is() {
    let whens = |journey: &Journey, lane: usize| {
        let when =
            |phase: &crate::journey::Phase| phase.cells[lane].first().and_then(|item| item.when.clone()).unwrap_or_default();
        journey.phases.iter().map(when).collect::<Vec<_>>().join("|")
    };
    for name in [
        "Tijd",
        "Tijdstip",
        "Time",
        "Klokkeslæt",
        "Tidspunkt",
        "Uhrzeit",
        "Zeit",
        "Heure",
        "Hora",
        "Ora",
        "Godzina",
        "Tid",
        "When",
        "Wanneer",
        "時間",
    ] {
        let across = format!(
            "Fase|Zoeken|Kopen|Eten\nActies|kijkt|betaalt|kookt\nContactmoment|Raam|Kassa|Tafel\n{name}|9:15|10:05|18:30\nEmotie|1|2|0"
        );
        let down = format!(
            "Fase|Acties|Contactmoment|{name}|Emotie\nZoeken|kijkt|Raam|09:15|1\nKopen|betaalt|Kassa|10:05|2\nEten|kookt|Tafel|18:30|0"
        );
        for (grid, first) in [(across, "9:15"), (down, "09:15")] {
            let read = journey(&grid);
            assert_eq!((whens(&read, 1), read.lanes.len()), (format!("{first}|10:05|18:30"), 3), "{grid}\n{}", short(&read));
        }
    }
    // Without a contact it is what is done; a time of a phase with nothing in it stays.
    let read = journey("Fase|Zoeken|Kopen|Eten\nActies|kijkt|betaalt|kookt\nTijd|9:15|10:05 – 10:20|18:30\nEmotie|1|2|0");
    assert_eq!((whens(&read, 0).as_str(), read.lanes.len()), ("9:15|10:05 – 10:20|18:30", 2));
    let read = journey("Fase|Zoeken|Kopen|Eten\nActies|kijkt||kookt\nTijd|9:15|10:05|18:30\nKansen|x||");
    assert_eq!(read.lanes.len(), 3, "{}", short(&read));
}
