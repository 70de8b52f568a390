//! Tests of facts behind other texts in one cell, of what ends or counts the phases, and of what a total is.

use super::{journey, short};
use crate::journey::normal;
use crate::read::book::{Page, Value};

fn titles(grid: &str) -> String {
    journey(grid).phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>().join("|")
}

const MAP: &str = "Fase|Zoeken|Betalen\nDoel|Een bed vinden|Snel klaar\nActies|Belt de balie|Pint aan de kassa";

/// Each label with a value, and words of the value that must come back.
const FACTS: [(&str, &str); 17] = [
    ("Titel: Slapen in Ede", "Slapen"),
    ("Scenario: Sam zoekt", "zoekt"),
    ("Organisatie: Hostel De Uil", "Uil"),
    ("Naam: Sam de Wit", "Sam"),
    ("Udarbejdet af: Mette Holm og Jonas Dahl", "Jonas Dahl"),
    ("gemaakt door Sam de Wit", "Sam"),
    ("Klas: 2B", "2B"),
    ("Datum: 4-2-2026", "2026-02-04"),
    ("Stand: 04.02.2026", "2026-02-04"),
    ("Date: 4 February 2026", "2026-02-04"),
    ("Fecha del taller: 4-2-2026", "2026-02-04"),
    ("Datum Koningsdag: 4-2-2026", "Koningsdag"),
    ("Vak: Dienstverlening", "Dienstverlening"),
    ("Versie: 1.2", "1.2"),
    ("Persona: Edith, 84", "Edith"),
    ("Doelgroep: reizigers", "reizigers"),
    ("Docent: Bakker", "Bakker"),
];

#[test]
fn nothing_of_a_cell_is_lost_before_the_label_of_a_fact() {
    let befores =
        ["Klinikum Am Stadtwald", "Nur intern", "Ward Quality team", "Gemeente Ede, afdeling Zorg", "Kommunen · Sundhed"];
    let signs = [" · ", " ¦ ", " | ", " – ", " — ", " - ", ", ", "; ", ". ", "! ", "? ", " / ", "   ", " ", ": ", " (", "~"];
    // Each fact behind each sign; what is before them and where they stand takes turns.
    let cells = FACTS.iter().flat_map(|fact| signs.iter().map(move |sign| (fact, sign)));
    for (turn, ((fact, told), sign)) in cells.enumerate() {
        let before = befores[turn % befores.len()];
        let cell = format!("{before}{sign}{fact}");
        let top = match turn % 3 {
            0 => format!("Mijn reis\n{cell}"),
            1 => cell,
            _ => format!("Naam|{cell}"),
        };
        let read = normal(&journey(&format!("{top}\n\n{MAP}")));
        let words = before.split([' ', ',', '·']).filter(|word| !word.is_empty());
        for word in words.chain([*told]) {
            let day = || word.starts_with("2026") && fact.rsplit(": ").next().is_some_and(|day| read.contains(day));
            assert!(read.contains(word) || day(), "“{word}” is lost\n{top}\n{read}");
        }
    }
}

#[test]
fn a_fact_behind_another_text_is_read_and_that_is_an_organisation_a_title_or_left_over() {
    let head = |top: &str| {
        let read = journey(&format!("{top}\n\n{MAP}"));
        let authors: Vec<String> = read.authors.iter().map(|author| author.name.clone()).collect();
        let date = read.date.map(|date| date.to_string()).unwrap_or_default();
        let left = super::left(&read).join("+");
        format!("{} / {} / {date} / {} / {left}", read.title, read.organisation.as_deref().unwrap_or_default(), authors.join("&"))
    };
    for (top, expected) in [
        ("Reis\nKlinikum Am Stadtwald · Qualität · Stand: 04.02.2026", "Reis / Klinikum Am Stadtwald / 2026-02-04 /  / Qualität"),
        ("Reis\nGemeente Ede ¦ Datum: 4-2-2026", "Reis /  / 2026-02-04 /  / Gemeente Ede ¦ Datum"),
        ("Reis\nGemeente Ede   Datum: 4-2-2026", "Reis / Gemeente Ede / 2026-02-04 /  / "),
        ("Reis\nWard 4B · Quality team · Date: 4 February 2026", "Reis /  / 2026-02-04 /  / Ward 4B · Quality team"),
        (
            "Rejse\nNørrebæk Kommune, Sundhed. Udarbejdet af: Mette Holm og Jonas Dahl",
            "Rejse / Nørrebæk Kommune /  / Mette Holm&Jonas Dahl / Sundhed",
        ),
        ("Klantreis balie – datum: 4-2-2026", "Klantreis balie /  / 2026-02-04 /  / "),
        ("Klantreis balie, gemaakt door Sam de Wit", "Klantreis balie /  /  / Sam de Wit / "),
        ("Reis naar zee, by Train", "Reis naar zee, by Train /  /  /  / "),
        ("Reis\nNiet verspreiden. Datum: 4-2-2026", "Reis /  / 2026-02-04 /  / Niet verspreiden."),
        ("Niet verspreiden. Datum: 4-2-2026", "reis /  / 2026-02-04 /  / Niet verspreiden."),
        ("Reis\nFecha del taller: 4-2-2026", "Reis /  / 2026-02-04 /  / "),
        ("Reis\nDatum Koningsdag: 4-2-2026", "Reis /  / 2026-02-04 /  / Datum Koningsdag"),
        ("Reis\nGemeente Ede · Workshop datum|4-2-2026", "Reis /  / 2026-02-04 /  / Gemeente Ede · Workshop datum"),
        ("Reis\nNaam: Sam de Wit – klas 2B", "Reis /  /  / Sam de Wit / "),
        ("Resa\nFramtaget av Elin Lund och Amir Karimi, 9 april 2026.", "Resa /  / 2026-04-09 / Elin Lund&Amir Karimi / "),
        ("Journey\nPrepared by: Improvement Team, Fairmile Eye Unit", "Journey /  /  / Improvement Team / "),
    ] {
        assert_eq!(head(top), expected, "{top}");
    }
}

#[test]
fn a_total_in_words_or_with_a_unit_is_no_phase() {
    let rows = "Zoeken|kijkt rond|site|1 dag|3\nKopen|betaalt snel|kassa|2 uur|4\nEten|eet alles op|bord|3 uur|2";
    for (corner, time, total, value) in [
        ("Phase", "Dauer", "Gesamt", "ca. 16 Wochen"),
        ("Phase", "Dauer", "Gesamt", "16 Wochen"),
        ("Phase", "Dauer", "Gesamtdauer", "ca. 16 Wochen"),
        ("Phase", "Dauer", "Summe", "rund vier Monate"),
        ("Fase", "Duur", "Totaal", "ongeveer drie weken"),
        ("Fase", "Duur", "Totale duur", "3 weken"),
        ("Step", "Duration", "Total", "about 4 weeks"),
        ("Trin", "Varighed", "I alt", "3 uger"),
        ("Étape", "Durée", "Total", "12 jours"),
    ] {
        let header = format!("{corner}|Actie|Touchpoint|{time}|Emotie");
        let down = format!("Reis X\n\n{header}\n{rows}\n{total}|||{value}|");
        assert_eq!(titles(&down), "Zoeken|Kopen|Eten", "{down}");
        let cells =
            |grid: &str| -> Vec<Vec<String>> { grid.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect() };
        let table = cells(&format!("{header}\n{rows}\n{total}|||{value}|"));
        let turned = (0..5).map(|column| table.iter().map(|row| row[column].clone()).collect::<Vec<_>>().join("|"));
        let across = format!("Reis X\n\n{}", turned.collect::<Vec<_>>().join("\n"));
        assert_eq!(titles(&across), "Zoeken|Kopen|Eten", "{across}");
    }
    // What is told as fully as the others is a phase, whatever it is called.
    let full = "Phase|Action|Touchpoint|Thought\nSearch|looks|site|why?\nPay|pays|till|dear\nMedia|adds it up|app|so much";
    assert_eq!(titles(full), "Search|Pay|Media");
}

#[test]
fn columns_between_phases_do_not_end_the_table_before_a_total_or_remarks() {
    for tail in ["Średnia", "Average", "Totaal", "Remarks", "Opmerkingen", ""] {
        for figure in ["3", ""] {
            let row = |label: &str, own: &str| {
                let cells = ["Horen", "Rondkijken", "Boeken", "Langskomen", "Weg"].map(|phase| format!("{own} {phase}"));
                let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
                format!("{label}|{}", cells.join("||"))
            };
            let lanes = [row("Doel", "wil"), row("Actie", "doet"), row("Touchpoint", "ziet")].join("\n");
            let scores = format!("Emotie (1-5)|2||4||3||5||1||{figure}");
            let grid = format!("Reis X\n\n{}||{tail}\n{lanes}\n{scores}", row("Fase", ""));
            assert_eq!(titles(&grid), "Horen|Rondkijken|Boeken|Langskomen|Weg", "{grid}");
        }
    }
    // Two and three between spacers at no even step.
    let grid = "Fase|Horen|Kijken||Boeken|Komen||Gem.\nDoel|a b|c d||e f|g h||\nActie|a b|c d||e f|g h||\nEmotie|1|2||1|2||1,5";
    assert_eq!(titles(grid), "Horen|Kijken|Boeken|Komen");
}

#[test]
fn a_last_column_of_totals_turns_no_table_upside_down() {
    for corner in ["", "Fase", "Klantreis", "Stappen in de reis", "Step in pathway", "Where"] {
        for total in ["Totaal", "Total", "I alt", "Gem.", "Average"] {
            let lanes = "Doel|iets willen nu|meer weten van|snel klaar zijn|\nActie|hoort het al|kijkt nog rond|boekt het maar|\nEmotie (1-5)|2|4|3|3";
            let grid = format!("Langs de balie\n\n{corner}|Horen|Rondkijken|Boeken|{total}\n{lanes}");
            assert_eq!(titles(&grid), "Horen|Rondkijken|Boeken", "{grid}");
        }
    }
}

#[test]
fn numbers_above_the_names_count_them_whatever_the_corner_says() {
    for corner in ["", "Phase", "Step in pathway", "Zorgpad", "Journey of Ann"] {
        let grid = format!(
            "Cataract\n\n|1|2|3\n{corner}|Optician|Letter|Surgery\nWhat happens|Eye test finds clouding|Letter from the eye unit|Drops and a chair\nNeeds|Keep driving safely|Know the date soon|Someone to hold hands"
        );
        let read = short(&journey(&grid));
        assert!(read.starts_with("Optician=optician | Letter=letter | Surgery=surgery\n"), "{grid}\n{read}");
    }
    // Above a lane they are the phases.
    let lane = "|1|2|3\nGoal|Find|Pay|Use\nAction|looks around|pays at the till|uses it at home";
    assert!(titles(lane).starts_with('1'), "{}", titles(lane));
}

#[test]
fn a_formula_without_a_value_is_kept_wherever_it_stands() {
    const LIST: &str = "Fase|Lane|Tekst\nZoeken|Doel|Een bed\nZoeken|Actie|Belt\nBetalen|Doel|Klaar\nBetalen|Actie|Pint";
    const DOWN: &str = "|Fase|Actie|Emotie\n|Zoeken|Belt nu even|1\n|Betalen|Pint snel|2";
    for (above, table, name) in [
        ("Reis|Naam|Sam\n\n", MAP, "Blad1"),
        ("|Naam|Sam\n\n", LIST, "Blad1"),
        ("Persona|Gerda\nLeeftijd|67\n\n", DOWN, "Blad1"),
        ("Naam:|x\nKlas:|2B\n\n", MAP, "Persona"),
        ("", LIST, "Blad1"),
        ("", DOWN, "Blad1"),
    ] {
        let whole = super::page(&format!("{above}{table}"));
        for (row, column) in (0..whole.rows.len()).flat_map(|row| (0..4).map(move |column| (row, column))) {
            let mut page = Page { name: Some(name.into()), ..whole.clone() };
            let cells = &mut page.rows[row];
            cells.resize(cells.len().max(column + 1), Value::Empty);
            cells[column] = Value::Unknown("=Q1Z".into());
            // What is no journey without that cell is refused.
            let Ok(read) = super::read_all(vec![page]) else { continue };
            assert!(normal(&read.journey).contains("=Q1Z"), "{row} {column}\n{above}{table}");
        }
    }
}

#[test]
fn a_heading_without_a_second_level_that_comes_first_is_a_lane() {
    let rows = "Aanvraag|Uitleg geven|Maakt foto|3|Scant\nOphalen|Tijdslot geven|Staat in de rij|2|Geeft uit\nVlucht|Poort open|Toont pas|5|Groet";
    let down = format!("Fase|Kansen|Klant||Gemeente\n||Acties|Emotie (1-5)|Backstage\n{rows}");
    assert_eq!(titles(&down), "Aanvraag|Ophalen|Vlucht");
    assert!(
        short(&journey(&down)).contains("=opportunity: Uitleg geven | Tijdslot geven | Poort open"),
        "{}",
        short(&journey(&down))
    );
    for corner in ["Fase", "", "Phase"] {
        let across = format!(
            "|{corner}|Aanvraag|Ophalen|Vlucht\nDoel||Snel klaar zijn|Niet lang wachten|Op vakantie gaan\n\
            Klant|Acties|Maakt foto thuis|Staat in de rij|Toont pas\n|Emotie|3|2|5\nGemeente|Backstage|Scant alles in|Geeft het uit|Groet hem"
        );
        assert_eq!(titles(&across), "Aanvraag|Ophalen|Vlucht", "{across}");
        assert!(short(&journey(&across)).contains("Doel=goal: Snel klaar zijn | Niet lang wachten"), "{across}");
    }
    let before = "Opportunities|Phase|Customer||Council\n||Actions|Emotion (1-5)|Backstage\nExplain it|Apply|Takes a photo|3|Scans\n\
        Offer a slot|Collect|Stands in line|2|Hands out\nOpen the gate|Travel|Shows pass|5|Greets";
    assert_eq!(titles(before), "Apply|Collect|Travel");
}

#[test]
fn stakeholders_and_sprints_are_doubted_and_a_lane_of_them_is_not() {
    let is_doubted = |grid: &str| {
        super::read_all(vec![super::page(grid)])
            .map_or(true, |read| read.remarks.iter().any(|remark| remark.code == crate::diagnostic::Code::DoubtfulMatrix))
    };
    for grid in [
        "Stakeholder|Role|Interest|Needs|Concerns|Engagement action|Channel\nHarbour|Permits|High|Safe traffic|Delays|Meeting|Email\nFishermen|Users|High|Access|Loss|Evening|Letter",
        "Stakeholder|Belang|Verwachtingen|Zorgen|Actie|Kanaal\nGemeente|hoog|Binnen budget|Vertraging|Overleg|Mail\nBewoners|hoog|Geen overlast|Herrie|Brief|Web",
        "Interessent|Interesse|Behov|Bekymringer|Handling|Kanal\nKommunen|høj|Inden for budget|Forsinkelse|Møde|Mail\nBeboere|høj|Ro om natten|Støj|Brev|Web",
        "Name|Stakeholder group|Goals|Pain points|Expectations\nAnna Berg|Sponsor|On budget|Late reports|Facts\nBo Lind|User|Easy tool|Slow login|Training",
        "|Sprint 1|Sprint 2|Sprint 3\nGoal|Log in works|Search works|Pay works\nActions|Build form|Index items|Connect bank\nPain points|No test env|Slow server|Contract late",
    ] {
        assert!(is_doubted(grid), "{grid}");
    }
    for grid in [
        "Fase|Zoeken|Betalen\nActies|Belt de balie|Pint aan de kassa\nContactpunt|Balie|Kassa\nStakeholders|Receptie|Bank",
        "Stage|Find|Pay\nActions|Looks around|Pays\nPain points|Too far|Too dear\nStakeholders|Marketing|Finance",
    ] {
        assert!(!is_doubted(grid), "{grid}");
    }
}

#[test]
fn a_total_of_what_nobody_knows_is_no_reason_to_refuse_a_table() {
    let down = "Where|What we saw|Seconds|Why\nDoor|people look for the bell|20|no sign at all\nDesk|they wait for a number|300|one person there\n\
        Lift|they press the wrong floor|45|no list of floors\nTotal||365|";
    assert_eq!(titles(down), "Door|Desk|Lift");
    let across = "Where|Door|Desk|Lift|Total\nWhat we saw|people look for the bell|they wait for a number|they press the wrong floor|\n\
        Seconds|20|300|45|365\nWhy it went so|no sign at all|one person there|no list of floors|";
    assert_eq!(titles(across), "Door|Desk|Lift");
}

#[test]
fn what_is_said_below_the_name_of_a_persona_is_hers() {
    let told = |top: &str| {
        let read = journey(&format!("{top}\n\n{MAP}"));
        let persona = &read.personas[0];
        let facts: Vec<_> =
            persona.facts.iter().map(|fact| format!("{}={}", fact.label.as_deref().unwrap_or(""), fact.text)).collect();
        format!("{}[{}] {}", persona.name, facts.join(";"), super::left(&read).join("+"))
    };
    for (top, expected) in [
        ("Reis\nPersona|Gerda\nSituatie|Verhuist\nDigitale vaardigheid|Heeft DigiD", "Gerda[Digitale vaardigheid=Heeft DigiD] "),
        ("Reis\nPersona|Gerda\nDocent|Bakker", "Gerda[] Docent+Bakker"),
        ("Reis\nPersona: Gerda\nLeeftijd: 67", "Gerda[Leeftijd=67] "),
        ("Reis\nPersona|Gerda\n\nOverig|Heeft DigiD", "Gerda[] Overig+Heeft DigiD"),
    ] {
        assert_eq!(told(top), expected, "{top}");
    }
}

#[test]
fn names_that_come_back_under_each_phase_part_the_lanes() {
    let read = |names: &str, label: &str| {
        let sub = [names; 3].join("|");
        let grid = format!(
            "Fase|Oriëntatie||Aankoop||Gebruik|\n{label}|{sub}\nActie|zoekt op|vraagt rond|koopt iets|bestelt het|kookt ermee|laat staan\n\
            Emotie (1-5)|3|4|2|5|4|1"
        );
        let read = journey(&grid);
        let people: Vec<&str> = read.personas.iter().map(|persona| persona.name.as_str()).collect();
        (short(&read), people.join("|"), super::left(&read).join("+"))
    };
    for (names, label, people) in [
        ("Anna|Bram", "", "Anna|Bram"),
        ("R1|R2", "", "R1|R2"),
        ("Respondent 1|Respondent 2", "", "Respondent 1|Respondent 2"),
        ("jong|oud", "Respondent", "jong|oud"),
        ("jong|oud", "", ""),
        ("Positief|Negatief", "", ""),
    ] {
        let (one, other) = names.split_once('|').unwrap_or_default();
        let (lanes, personas, left) = read(names, label);
        let expected = format!(
            "Actie – {one}=action: zoekt op | koopt iets | kookt ermee\nActie – {other}=action: vraagt rond | bestelt het | laat staan\n\
            Emotie (1-5) – {one}=emotion: 3 | 2 | 4\nEmotie (1-5) – {other}=emotion: 4 | 5 | 1"
        );
        assert!(lanes.ends_with(&expected), "{lanes}");
        assert_eq!((personas.as_str(), left.as_str()), (people, ""), "{names}");
    }
}

#[test]
fn a_name_over_what_is_said_of_persons_is_the_one_who_travels() {
    let read = |top: &str| {
        let read = journey(&format!("Resa\n{top}\n\n{MAP}"));
        let people: Vec<&str> = read.personas.iter().map(|persona| persona.name.as_str()).collect();
        let authors: Vec<&str> = read.authors.iter().map(|author| author.name.as_str()).collect();
        format!("{} / {}", people.join("+"), authors.join("+"))
    };
    assert_eq!(read("Namn:|Farida\nÅlder:|34\nMål:|Att Elsa vågar bada"), "Farida / ");
    assert_eq!(read("Name: Farida\nAge: 34\nOccupation: baker"), "Farida / ");
    assert_eq!(read("Naam|Farida\nLeeftijd|15\nKlas|2B\nHobby|zwemmen"), " / Farida");
    assert_eq!(read("Naam|Farida\nLeeftijd|15"), " / Farida");
}

#[test]
fn what_says_that_they_made_it_is_no_part_of_their_names() {
    for (line, expected) in [
        ("Af Asta Bruun og Villads Krogh, 2B", "Asta Bruun|Villads Krogh"),
        ("Door Sam de Wit en Noor Aksoy, MEP2C", "Sam de Wit|Noor Aksoy"),
        ("Von Hagen Meier, 2B", "Von Hagen Meier"),
    ] {
        let read = journey(&format!("Kunderejse\n{line}\n\n{MAP}"));
        let authors: Vec<&str> = read.authors.iter().map(|author| author.name.as_str()).collect();
        assert_eq!(authors.join("|"), expected, "{line}");
    }
}

#[test]
fn a_sentence_above_a_heading_is_no_title() {
    let title = |top: &str| journey(&format!("{top}\n\n{MAP}")).title.as_str().to_owned();
    assert_eq!(title("Made with four members of the club.\n\nNew member"), "New member");
    assert_eq!(title("How Sam found a place to stay."), "How Sam found a place to stay.");
    assert_eq!(title("Café Rust & Co.\nDraft"), "Café Rust & Co.");
}
