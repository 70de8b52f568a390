//! Tests of what stands around phases and lanes and is none: explanations, sources, rows above, further tables; and of the order of phases.

use super::{journey, left, page, read_all, short};
use crate::diagnostic::Code;

fn titles(grid: &str) -> String {
    journey(grid).phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>().join("|")
}

fn is_doubted(grid: &str) -> bool {
    read_all(vec![page(grid)]).map_or(true, |read| read.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix))
}

const LANES: &str = "Planning|Getting there|At the desk\nActions|Looks for a tour|Takes the tram|Writes a note\nTouchpoints|Access page|Tram|\n\
    Pain points|Too deep|Only spoken|Glass panel";

/// A table with a column before its phases.
fn explained(header: &str, texts: [&str; 3]) -> String {
    let [head, rest @ ..] = LANES.lines().collect::<Vec<_>>().try_into().unwrap_or([""; 4]);
    let rows = rest.iter().zip(texts).map(|(row, text)| row.replacen('|', &format!("|{text}|"), 1));
    format!("Phase|{header}|{head}\n{}", rows.collect::<Vec<_>>().join("\n"))
}

#[test]
fn a_column_that_explains_the_lanes_is_no_phase() {
    for header in ["Toelichting", "Description", "Beispiel", "Consigne", "Type", "Icon", "Pregunta guía", "Uitleg"] {
        let grid = explained(header, ["What to do", "Where we meet", "What is wrong"]);
        let read = journey(&grid);
        assert_eq!(titles(&grid), "Planning|Getting there|At the desk", "{grid}");
        assert_eq!(left(&read), [header, "What to do", "Where we meet", "What is wrong"], "{grid}");
    }
    // Whatever it is called, it asks something of each lane.
    let asked = explained("Help", ["What does she do?", "Where do we meet?", "What goes wrong?"]);
    assert_eq!(titles(&asked), "Planning|Getting there|At the desk");
    for phase in ["Vraag", "Awareness", "Help"] {
        let grid = explained(phase, ["Asks a friend", "Kitchen", "No idea"]);
        assert_eq!(titles(&grid), format!("{phase}|Planning|Getting there|At the desk"));
    }
}

#[test]
fn a_last_column_of_sources_or_tasks_is_no_phase() {
    let rows: Vec<&str> = LANES.lines().collect();
    for (header, texts) in [
        ("Source", ["Diary", "Interviews", "Diary"]),
        ("Eigenaar", ["Tom", "Sue", "Tom"]),
        ("Next steps", ["Ask Tom", "", "Order glass"]),
        ("Kilde", ["Dagbog", "", "Interview"]),
    ] {
        let body = rows[1..].iter().zip(texts).map(|(row, text)| format!("{row}|{text}")).collect::<Vec<_>>().join("\n");
        let grid = format!("Phase|{}|{header}\n{body}", rows[0]);
        assert_eq!(titles(&grid), "Planning|Getting there|At the desk", "{grid}");
        let kept = left(&journey(&grid));
        assert!(
            kept.contains(&header.to_owned()) && texts.iter().all(|text| text.is_empty() || kept.contains(&(*text).to_owned())),
            "{kept:?}"
        );
    }
    let fine = "Phase|Planning|At the desk|Next steps\nActions|Looks|Writes|Calls\nTouchpoints|Page|Desk|Phone\nPain points|Deep|Glass|Queue";
    assert_eq!(titles(fine), "Planning|At the desk|Next steps");
}

#[test]
fn what_stands_above_the_phases_without_a_name_is_none_of_them() {
    for corner in ["Step", "Stap", "Journey", "Trin", "Schritt"] {
        for above in ["5 min|20 min|3 min", "jan|feb|mar", "Anna|Bram|Cees", "A|B|C", "website|vervoer|balie"] {
            let grid = format!("My journey\n|{above}\n{corner}|{LANES}");
            assert_eq!(titles(&grid), "Planning|Getting there|At the desk", "{grid}");
            assert!(above.split('|').all(|text| left(&journey(&grid)).contains(&text.to_owned())), "{grid}");
        }
    }
    assert_eq!(titles(&format!("My journey\n|5 min|20 min|3 min\nActivity|{LANES}")), "Planning|Getting there|At the desk");
    for known in ["Oriëntatie|Aankoop|Gebruik", "Thuis|Winkel|Onderweg"] {
        let grid = format!(
            "|{known}\nStappen|Googelt thuis|Betaalt pin|Fietst weg\nTouchpoints|Google|Kassa|Fiets\nGedachten|Veel|Duur|Fijn"
        );
        assert_eq!(titles(&grid), known, "{grid}");
    }
}

#[test]
fn sentences_may_be_phases_below_a_corner_that_says_question() {
    let rows =
        "What is happening?|Keys in the fridge|A specialist\nWho do I talk to?|My sister|The nurse\nHow do I feel?|Silly|Alone";
    for corner in ["Question", "Frage", "Vraag"] {
        let grid = format!("{corner}|When I first notice something|When we get the diagnosis\n{rows}");
        assert_eq!(titles(&grid), "When I first notice something|When we get the diagnosis", "{grid}");
    }
    let counts = "Question|Yes|No|Maybe\nWould you come again?|12|3|4\nWas it clean?|10|2|7\nHow do you feel about prices?|1|2|3";
    assert!(read_all(vec![page(counts)]).is_err());
}

#[test]
fn a_table_of_ideas_below_the_journey_is_none_of_its_lanes() {
    let table = format!("Phase|{LANES}");
    for below in [
        "Idea|Impact|Effort\nForgive typos|High|Low\nExtend lockers|Medium|High",
        "What I would build first\nIdea|Impact|Effort\nForgive typos|High|Low",
        "Top pains\n\nPain point|Severity\nTypos|5\nQueue|3",
        "Kansen|Impact|Moeite\nTypfouten vergeven|Hoog|Laag",
        "Actielijst\nActie|Wie|Wanneer|Klaar\nIT bellen|Tom|mei|nee\nPlattegrond printen|Sue|juni|ja",
    ] {
        let read = journey(&format!("{table}\n\n{below}"));
        assert_eq!(read.lanes.len(), 3, "{below}\n{}", short(&read));
        let kept = left(&read);
        assert!(below.split(['|', '\n']).all(|text| text.is_empty() || kept.contains(&text.to_owned())), "{kept:?}");
    }
    for lanes in ["Ideas|A map|A bell|", "Ideas|A map|A bell|A sign\nOur plan|Print|Buy|Paint"] {
        assert!(journey(&format!("{table}\n\n{lanes}")).lanes.len() > 3, "{lanes}");
    }
}

#[test]
fn who_made_it_below_the_table_is_no_lane() {
    for made in ["Made by Tom||12-3-2026|", "Gemaakt door Tom|||12-3-2026", "Lavet af: Line||v2|"] {
        let read = journey(&format!("Phase|{LANES}\n{made}"));
        assert_eq!(read.lanes.len(), 3, "{made}\n{}", short(&read));
    }
}

#[test]
fn cards_are_put_in_the_order_of_their_numbers() {
    let cards = [
        (2, "Pijn", "Duur"),
        (0, "Actie", "Googelt lang"),
        (1, "Actie", "Vergelijkt ze"),
        (2, "Actie", "Betaalt pin"),
        (0, "Pijn", "Veel keus"),
        (1, "Pijn", "Geen prijs"),
    ];
    for names in [
        ["1 Zoeken", "2 Kiezen", "3 Kopen"],
        ["1. Zoeken", "2. Kiezen", "3. Kopen"],
        ["Fase 1: Zoeken", "Fase 2: Kiezen", "Fase 3: Kopen"],
    ] {
        let rows = cards.map(|(phase, lane, text)| format!("{text}|{}|{lane}", names[phase]));
        let read = journey(&format!("Tekst|Fase|Soort\n{}", rows.join("\n")));
        assert_eq!(read.phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>(), names, "{}", short(&read));
        assert!(short(&read).contains("Actie=action: Googelt lang | Vergelijkt ze | Betaalt pin"), "{}", short(&read));
    }
    let names = ["Zoeken", "Kiezen", "Kopen"];
    let rows = cards.map(|(phase, lane, text)| format!("{}|{text}|{}|{lane}", phase + 1, names[phase]));
    let read = journey(&format!("Volgorde|Tekst|Fase|Soort\n{}", rows.join("\n")));
    assert_eq!(read.phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>(), names);
    assert!(left(&read).is_empty(), "{:?}", left(&read));
    let rows = cards.map(|(phase, lane, text)| format!("{text}|{}|{lane}", names[phase]));
    assert_eq!(journey(&format!("Tekst|Fase|Soort\n{}", rows.join("\n"))).phases[0].title, "Kopen");
}

#[test]
fn columns_without_a_name_behind_phases_go_on_with_them() {
    for (corner, names) in [("Fase", "Oriënteren||Kopen|||Ontvangen|"), ("", "Verveling||Mandje vullen|||Doos open|")] {
        let grid = format!(
            "{corner}|{names}\nActies|Scrolt|Zoekt naam|Legt neer|Zoekt code|Betaalt|Past thuis|Stuurt terug\nPijnpunten|Link stuk|Te veel||Verlopen||Te klein|Label"
        );
        let read = journey(&grid);
        assert!(
            short(&read).contains("Acties=action: Scrolt+Zoekt naam | Legt neer+Zoekt code+Betaalt | Past thuis+Stuurt terug"),
            "{}",
            short(&read)
        );
        assert!(left(&read).is_empty(), "{:?}", left(&read));
    }
    // Who was asked stands above: nobody can tell apart what they said.
    let asked = "|R1|R2|R3|R1|R2|R3\n|Horen|||Boeken||\nActie|zoekt|vraagt|belt|betaalt|boekt|annuleert\nGevoel|blij|moe|boos|blij|blij|boos";
    assert!(is_doubted(asked));
    // One such column is a remark.
    let grid = "Fase|Oriënteren||Kopen|Ontvangen\nActies|Scrolt|zie bijlage|Legt neer|Past thuis\nPijnpunten|Link stuk||Verlopen|Te klein";
    assert_eq!(left(&journey(grid)), ["zie bijlage"]);
}

#[test]
fn traditional_characters_are_read() {
    let read = journey(
        "階段|得知服務|申請|用餐\n目標|想吃午餐|快點辦好|有人敲門\n行為|聽鄰居說起|請兒子填表|邊看邊吃\n接觸點|里長|窗口|志工\n痛點|沒有傳單|字太小|菜色重複\n機會|放傳單|大字版|投票選菜",
    );
    let kinds = read.lanes.iter().map(|lane| lane.kind.name()).collect::<Vec<_>>();
    assert_eq!((read.phases.len(), kinds), (3, vec!["goal", "action", "touchpoint", "barrier", "opportunity"]));
}

#[test]
fn people_lessons_and_phases_of_several_are_doubted() {
    for grid in [
        "|Ana Beatriz|Seu Osvaldo|Kelly\nIdade|24|68|39\nProfissão|Designer|Aposentado|Dona de salão\nObjetivos|Separar contas|Não cair|Taxa baixa\nDores|Imposto|Letra|Cai\nFrase|Quero|Cuidado|Barato",
        "|Students|Families|Seniors\nGoals|Cheap|Safe|Calm\nPain points|No money|No time|No seats\nTouchpoints|App|Desk|Phone",
        "Persona|Ana|Osvaldo|Kelly\nGoals|Separate accounts|Avoid fraud|Low fees\nPain points|Taxes|Small print|Fails\nChannels|Instagram|Branch|WhatsApp",
        "Lesfase|Tijd|Wat doet de leerkracht?|Wat doen de leerlingen?|Materiaal\nIntroductie|5 min|Laat een pizza zien|Raden hoeveel|Karton\nInstructie|15 min|Legt uit|Luisteren mee|Digibord\nAfsluiting|5 min|Vraagt wat lastig was|Duim op|Geen",
        "Phase|Time|Teacher activity|Student activity|Materials\nIntro|5 min|Shows a pizza|Guess the parts|Card\nWork|20 min|Walks around|Do page 34|Book",
        "Phase|Touchpoint|Pain point\nAwareness, Loyalty|Newsletter|Too many\nPurchase|Shop|Queue\nAwareness|Site|Slow",
        "Tekst|Fase|Soort\nMailt ze vaak|Awareness; Loyalty|Actie\nGoogelt lang|Awareness|Actie\nTe veel keus|Awareness|Pijn\nBetaalt pin|Loyalty|Actie\nErg duur|Loyalty|Pijn",
    ] {
        assert!(is_doubted(grid), "{grid}");
    }
    for grid in [
        "Phase|Touchpoint|Pain point\nLooking, asking|Newsletter|Too many\nPurchase|Shop|Queue\nAwareness|Site|Slow",
        "Fase|Zoeken|Aanmelden|Leren\nActies student|Googelt open dagen|Vult een formulier in|Zit in de les\nActies docent|Staat op de markt|Belt terug|Legt uit\nTouchpoints|Site|Mail|Lokaal",
    ] {
        assert!(!is_doubted(grid), "{grid}");
    }
}

#[test]
fn a_header_is_passed_over_where_it_says_the_very_same() {
    use crate::read::book::{Beside, Kind};
    for (header, kept) in [
        ("Halden webshop", false),
        ("HALDEN   Webshop", false),
        ("Halden webshop\nSam de Wit (2B)", false),
        ("Sam de Wit, Noor", false),
        ("Blad1", false),
        ("Halden web…", false),
        ("Halden Sam", true),
        ("Halden webshop x", true),
        ("webshop", true),
        ("Halden & Co design", true),
        ("Halden webshop, concept", true),
    ] {
        let grid = "Halden webshop\nNaam: Sam de Wit (2B), Noor (2B)\nBedrijf: Halden & Co\n\nFase|Zoeken|Kopen\nActie|Googelt|Betaalt\nContact|Site|Kassa";
        let mut own = page(grid);
        own.beside = vec![Beside::new("", header, Kind::Running)];
        let read = read_all(vec![own]).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(!left(&read.journey).is_empty(), kept, "{header}: {:?}", left(&read.journey));
    }
}

#[test]
fn bands_of_persons_counted_by_letters_say_whose_the_lanes_are() {
    let lanes = "Handlungen|Friert|Fragt|Baut\nStimmung|1|2|4";
    let read = journey(&format!(
        "Phase|Anstoß|Angebot|Einbau\nPersona A: Ingrid Krüger (61), Landhaus\n{lanes}\nPersona B: Tarek Yıldız (34), Reihenhaus\n{lanes}"
    ));
    assert_eq!(read.personas.iter().map(|persona| persona.name.as_str()).collect::<Vec<_>>(), ["Ingrid Krüger", "Tarek Yıldız"]);
    let whose: Vec<_> = read.lanes.iter().map(|lane| lane.title.split(" – ").nth(1).unwrap_or_default()).collect();
    assert_eq!(whose, ["Ingrid Krüger", "Ingrid Krüger", "Tarek Yıldız", "Tarek Yıldız"], "{}", short(&read));
    assert!(left(&read).is_empty(), "{:?}", left(&read));
}

#[test]
fn half_of_two_scores_is_none() {
    let read = journey(
        "Fase|Zoeken|Kiezen|Kopen|Thuis|Later\nActies|Googelt|Vraagt|Betaalt|Past|Belt\nEmotie|7 → 4|+2 / -1|8|6/10 moe|+1 (Ana), -2 (Rui)",
    );
    assert!(short(&read).ends_with("7 → 4 | +2 / -1 | 8 | 6moe | +1 (Ana), -2 (Rui)"), "{}", short(&read));
}
