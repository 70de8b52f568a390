//! Tests of lists whose rows are numbered or dated, of scores of several persons in a cell, and of tables of other things by what stands above them.

use super::*;

fn titles(journey: &Journey) -> Vec<&str> {
    journey.phases.iter().map(|phase| phase.title.as_str()).collect()
}

#[test]
fn moments_and_addresses_are_no_texts_of_a_list() {
    let cards = [
        ("Asks", "Search", "Action"),
        ("Why so dear?", "Search", "Thought"),
        ("Pays by card", "Buy", "Action"),
        ("Safe?", "Buy", "Thought"),
    ];
    for (header, beside) in [
        (
            "Created time",
            ["August 3, 2026 9:10 AM", "August 4, 2026 9:11 AM", "August 5, 2026 9:12 AM", "August 6, 2026 9:13 AM"],
        ),
        ("Laatst bewerkt", ["2026-08-03 10:00", "2026-08-04 10:01", "2026-08-05 10:02", "2026-08-06 10:03"]),
        ("Edited", ["8/3/2026 10:00 PM", "8/14/2026 10:00 PM", "8/15/2026 10:00 PM", "8/16/2026 10:00 PM"]),
        ("Link", ["https://x.example/a b", "https://x.example/c d", "https://x.example/e f", "https://x.example/g h"]),
    ] {
        let rows: Vec<String> =
            cards.iter().zip(beside).map(|((text, phase, lane), beside)| format!("{text}|{phase}|{lane}|{beside}")).collect();
        let read = journey(&format!("Name|Stage|Type|{header}\n{}", rows.join("\n")));
        assert!(
            short(&read).ends_with("Action=action: Asks | Pays by card\nThought=thought: Why so dear? | Safe?"),
            "{}",
            short(&read)
        );
    }
}

#[test]
fn a_column_of_numbers_puts_the_rows_of_a_list_in_order() {
    let rows = [
        "Payed|Buy|Action|3",
        "Dear|Buy|Thought|4",
        "Looked around|Search|Action|1",
        "Asked at home|Search|Action|2",
        "Good|Search|Thought|5",
    ];
    let read = journey(&format!("Text|Phase|Type|Order\n{}", rows.join("\n")));
    assert_eq!(titles(&read), ["Search", "Buy"], "{}", short(&read));
    assert!(short(&read).contains("Action=action: Looked around+Asked at home | Payed"), "{}", short(&read));
    assert!(left(&read).is_empty(), "{:?}", left(&read));
    // Numbers that begin anew in each phase order what is in it.
    let rows = [
        "Payed|Buy|Action|2",
        "Queued first|Buy|Action|1",
        "Looked|Search|Action|1",
        "Dear|Buy|Thought|1",
        "Well then|Search|Thought|2",
    ];
    let read = journey(&format!("Text|Phase|Type|Volgorde\n{}", rows.join("\n")));
    assert_eq!(titles(&read), ["Buy", "Search"]);
    assert!(short(&read).contains("Action=action: Queued first+Payed | Looked"), "{}", short(&read));
}

#[test]
fn scores_of_several_persons_in_a_cell_are_a_curve_each() {
    let grid = "Fase|Zoeken|Betalen|Eten\nActies|Belt de balie|Pint aan de kassa|Zit buiten\n";
    for cells in [
        "Aase: -1~Mette: 2|Aase: +1~Mette: 0|Aase: 2~Mette: -2",
        "Aase -1 / Mette 2|Aase 1 / Mette 0|Aase 2 / Mette -2",
        "-1 (Aase), 2 (Mette)|+1 (Aase), 0 (Mette)|2 (Aase), -2 (Mette)",
        "Mette = 2; Aase = -1|Aase = 1; Mette = 0|Aase = 2; Mette = -2",
        "-1 Aase~2 Mette|1 Aase~0 Mette|2 Aase~-2 Mette",
    ] {
        let read = journey(&format!("{grid}Gevoel|{cells}"));
        let curve = |name: &str| {
            let index = read
                .lanes
                .iter()
                .position(|lane| lane.title == format!("Gevoel – {name}"))
                .unwrap_or_else(|| panic!("{}", short(&read)));
            assert!(read.lanes[index].persona.is_some());
            read.phases.iter().map(|phase| phase.cells[index][0].score.unwrap_or(9.0)).collect::<Vec<_>>()
        };
        assert_eq!((curve("Aase"), curve("Mette")), (vec![-1.0, 1.0, 2.0], vec![2.0, 0.0, -2.0]), "{cells}");
        assert_eq!(read.lanes.len(), 3);
    }
    // Both lie on the scale that holds all of them, the one of the name where it has one.
    for (name, max) in [("Gevoel", 5.0), ("Gevoel (1-7)", 7.0)] {
        let read = journey(&format!("{grid}{name}|Aase 1 / Mette 5|Aase 2 / Mette 4|Aase 1 / Mette 3"));
        let ends: Vec<_> = read.lanes.iter().filter_map(|lane| lane.scale.as_ref().map(|scale| (scale.min, scale.max))).collect();
        assert_eq!(ends, [(1.0, max), (1.0, max)], "{}", short(&read));
    }
    // Words, and one name alone, are no persons with a score.
    for cells in [
        "Blij 1|Moe 2|Boos 1",
        "Voor: 1~Na: 2|Voor: 2~Na: 2|Voor: 1~Na: 1",
        "Aase: blij~Mette: moe|Aase: boos~Mette: ok|Aase: ok~Mette: ok",
    ] {
        let read = journey(&format!("{grid}Gevoel|{cells}"));
        assert_eq!(read.lanes.len(), 2, "{cells}\n{}", short(&read));
    }
}

#[test]
fn people_above_a_row_of_activities_are_no_phases() {
    let names = "Planning|Getting there|At the desk";
    let rows = "Actions|Looks for a tour|Takes the tram|Writes a note\nTouchpoints|Access page|Tram|Volunteer\nPain points|Too deep|Only spoken|Glass panel";
    for corner in ["Activity", "Activiteit"] {
        let read = journey(&format!("|Anna|Bram|Cees\n{corner}|{names}\n{rows}"));
        assert_eq!(titles(&read).join("|"), names, "{}", short(&read));
        assert_eq!(left(&read), ["Anna", "Bram", "Cees"]);
    }
}

fn is_doubted(sheet: &str, grid: &str) -> bool {
    let page = Page { name: Some(sheet.into()), ..page(grid) };
    read_all(vec![page]).map_or(true, |read| read.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix))
}

#[test]
fn what_stands_above_tells_of_personas_and_of_what_is_compared() {
    let persons = "|Giulia|Nonno Piero|Fatima\nBisogni|Un posto silenzioso|Qualcuno con cui parlare|Libri in arabo\n\
                   Obiettivi|Finire la tesi|Leggere il giornale|Imparare insieme";
    let brands = "|Albert Heijn|Jumbo|Lidl\nWebsite|Snel|Traag|Sober\nContact|Chat|Telefoon|Mail\nBeleving|Goed|Neutraal|Slecht\nVerbeterpunten|Prijs|App|Rij";
    for (sheet, title, grid) in [
        ("Personas", "", persons),
        ("Foglio1", "Le nostre personas", persons),
        ("Blad1", "Persona’s van de bieb", persons),
        ("Blad1", "Onze concurrenten", brands),
        ("Competitors", "", brands),
        ("Blad1", "Vergelijking van de concurrentie", brands),
    ] {
        let above = if title.is_empty() { String::new() } else { format!("{title}\n\n") };
        assert!(is_doubted(sheet, &format!("{above}{grid}")), "{sheet} {title}\n{grid}");
    }
    // Where it says that there is a journey or phases, it is one.
    for (sheet, title, grid) in [
        ("Blad1", "Klantreis van onze persona’s", brands.to_owned()),
        ("Blad1", "Customer journey: our competitors", brands.to_owned()),
        ("Personas", "", format!("Fase{brands}")),
    ] {
        assert!(!is_doubted(sheet, &format!("{title}\n\n{grid}")), "{sheet} {title}\n{grid}");
    }
    // What one says beside what one wants and is bothered by is said of persons, where nothing is done or met.
    for grid in [
        "|Ana|Rui|Bea\nObjetivos|Poupar tempo ao jantar|Gastar menos por mês|Dormir mais cedo\nDores|Filas ao sábado|Taxas escondidas|Vizinhos às onze\nCitação|Quero já|Mostre-me|Silêncio",
        "|Emma|Lars|Iris\nDoelen|Tijd sparen bij het koken|Geld sparen per maand|Rust in huis\nFrustraties|Trage sites|Kosten achteraf|Lawaai\nCitaat|Nu graag|Laat zien|Stil",
    ] {
        assert!(is_doubted("Blad1", grid), "{grid}");
    }
}

#[test]
fn stakeholders_whose_contacts_are_people_are_doubted() {
    for grid in [
        "Partie prenante|Intérêt|Influence|Attentes|Actions à mener|Contact\nMairie|Fort|Forte|Un lieu ouvert le dimanche|Inviter au comité|M. Hamel\n\
         Riverains|Moyen|Faible|Pas de bruit après 22 h|Réunion publique|Mme Roux",
        "Stakeholder|Interest|Expectations|Actions|Contact\nCouncil|High|Open on Sundays|Invite to the board|Ann Hill\nBank|Low|A plan for the cash|Send the accounts|Joe Day",
    ] {
        assert!(is_doubted("Blad1", grid), "{grid}");
    }
}
