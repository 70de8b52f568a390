//! Tests of what stands in the headers of tables: phases that come back, two levels of them, and columns that sum them up.

use super::*;
use crate::read::book::{At, Range};

fn titles(journey: &Journey) -> String {
    journey.phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>().join("|")
}

fn stages(journey: &Journey) -> String {
    let stage = |phase: &crate::journey::Phase| phase.stage.map_or("-".to_owned(), |stage| stage.to_string());
    journey.phases.iter().map(stage).collect::<Vec<_>>().join("|")
}

/// The table with rows and columns exchanged.
fn turned(grid: &str) -> String {
    let rows: Vec<Vec<&str>> = grid.lines().map(|line| line.split('|').collect()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let column = |at: usize| rows.iter().map(|row| row.get(at).copied().unwrap_or("")).collect::<Vec<_>>().join("|");
    (0..width).map(column).collect::<Vec<_>>().join("\n")
}

#[test]
fn numbers_stay_where_the_names_of_phases_differ_by_them_alone() {
    for (corner, actions, contact, names) in [
        ("Fase", "Doet", "Contactmoment", ["1. gesprek", "2. gesprek", "3. gesprek"]),
        ("Fase", "Gør", "Kontaktpunkt", ["1. besøg", "2. besøg", "3. besøg"]),
        ("Phase", "Actions", "Touchpoint", ["1) visit", "2) call", "3) visit"]),
        ("Phase", "Handlungen", "Kontaktpunkt", ["1. Termin", "2. Termin", "3. Abschluss"]),
    ] {
        let [one, two, three] = names;
        let table = format!("{corner}|{actions}|{contact}\n{one}|leest|Folder\n{two}|betaalt|Kassa\n{three}|kookt|Brief");
        assert_eq!(titles(&journey(&table)), names.join("|"), "{table}");
    }
}

#[test]
fn a_phase_that_comes_back_is_a_phase_of_its_own() {
    for (corner, [actions, contact, thoughts, mood], names) in [
        ("Fase", ["Doet", "Contactmoment", "Denkt", "Emotie"], ["Binnenkomst", "Wachten", "Gesprek", "Wachten", "Vertrek"]),
        ("Fase", ["Gør", "Kontaktpunkt", "Tænker", "Humør"], ["Ankomst", "Ventetid", "Samtale", "Ventetid", "Hjemtur"]),
        ("Phase", ["Doing", "Touchpoint", "Thinking", "Emotion"], ["Arrive", "Waiting", "Talk", "Waiting", "Leave"]),
        ("Phase", ["Handlungen", "Kontaktpunkt", "Gedanken", "Stimmung"], ["Ankunft", "Anruf", "Termin", "Anruf", "Abschied"]),
    ] {
        let [a, b, c, d, e] = names;
        let across = format!(
            "{corner}|{a}|{b}|{c}|{d}|{e}\n{actions}|loopt|zit|praat|zit weer|gaat\n{contact}|Deur|Stoel|Arts|Bank|Fiets\n\
             {thoughts}|hm|nou|ah|alweer|ja\n{mood}|1|-1|0|-2|2"
        );
        for table in [turned(&across), across.clone()] {
            let read = read_all(vec![page(&table)]).unwrap();
            assert_eq!(titles(&read.journey), names.join("|"), "{table}");
            assert!(short(&read.journey).contains("zit | praat | zit weer"), "{table}");
            assert!(read.remarks.is_empty(), "{table}\n{:?}", read.remarks);
        }
    }
    // With few lanes too, though Wachten alone is known as one.
    for names in ["Binnenkomst|Wachten|Gesprek|Wachten|Vertrek", "Komst|Wachten|Gesprek|Wachten|Einde"] {
        let across = format!("Fase|{names}\nDoet|loopt|zit|praat|zit weer|gaat\nContactmoment|Deur|Stoel|Arts|Bank|Fiets");
        assert_eq!(titles(&journey(&across)), names, "{across}");
        assert_eq!(titles(&journey(&turned(&across))), names, "{across}");
    }
    // Neighbours of one name are one phase, and those of records that come back in turn are too.
    let same = journey(
        "Fase|Doet|Contactmoment|Denkt\nKomst|loopt|Deur|hm\nGesprek|zit|Arts|nou\nGesprek|praat|Arts|ah\nEinde|gaat|Fiets|ja",
    );
    assert_eq!(titles(&same), "Komst|Gesprek|Einde");
}

/// A sheet with the cells of these columns merged in its first row.
fn merged(grid: &str, blocks: &[(usize, usize)]) -> Page {
    let range =
        |(first, last): &(usize, usize)| Range { first: At { row: 0, column: *first }, last: At { row: 0, column: *last } };
    Page { merged: blocks.iter().map(range).collect(), ..page(grid) }
}

#[test]
fn bands_over_steps_are_stages() {
    let bands = [
        "VOOR||TIJDENS||NA",
        "FØR||UNDER||EFTER",
        "Pre||During||Post",
        "1. DEFINE||2. COMPARE||3. SELECT",
        "Awareness||Purchase||Use",
    ];
    for corner in
        ["Stap", "Trin", "Skridt", "Schritt", "Paso", "Steg", "Step", "Steps", "Activity", "Aktivitet", "Activiteit", ""]
    {
        for band in bands {
            let grid = format!(
                "|{band}\n{corner}|Reads bill|Lists needs|Calls|Orders|Eats\nDoing|opens it|writes it|holds on|fills in|at last\n\
                 Touchpoint|Paper|Note|Phone|Site|Pan\nEmotion|1|2|0|-1|2"
            );
            let named = read_all(vec![merged(&grid, &[(1, 2), (3, 4)])]).unwrap();
            assert_eq!(titles(&named.journey), "Reads bill|Lists needs|Calls|Orders|Eats", "{grid}");
            assert_eq!((named.journey.stages.len(), named.journey.lanes.len()), (3, 3), "{grid}\n{}", short(&named.journey));
            assert!(named.remarks.is_empty(), "{grid}\n{:?}", named.remarks);
            let plain = journey(&grid);
            assert_eq!((titles(&plain), stages(&plain)), (titles(&named.journey), stages(&named.journey)), "{grid}");
        }
    }
    // What a phase has in each of its columns is no name of a phase.
    for row in ["|online|shop|online|shop|online", "Actions|opens it|writes it|holds on|fills in|at last"] {
        let grid = format!("|Search||Buy||Use\n{row}\nTouchpoint|Paper|Note|Phone|Site|Pan\nThoughts|a|b|c|d|e");
        let read = read_all(vec![merged(&grid, &[(1, 2), (3, 4)])]).unwrap();
        assert_eq!(titles(&read.journey), "Search|Buy|Use", "{grid}");
    }
}

#[test]
fn columns_of_means_and_sums_are_no_phases() {
    for name in [
        "Ø",
        "Gem.",
        "Gemiddeld",
        "Gemiddelde",
        "Mittelwert",
        "Average",
        "Snit",
        "Gns.",
        "Total",
        "Totaal",
        "I alt",
        "Summe",
        "Moyenne",
        "Media",
        "Promedio",
        "Medel",
        "Genomsnitt",
        "Średnia",
        "Suma",
        "Среднее",
        "Итого",
        "平均",
        "合計",
        "合计",
        "Σ",
        "So ungefähr",
    ] {
        let across = format!(
            "Fase|Zien|Kopen|Gebruiken|{name}\nActies|kijkt|betaalt|eet|\nTouchpoints|Raam|Kassa|Tafel|\nVerwachting (1-5)|2|4|4|3.3\nErvaring (1-5)|3|5|1|3"
        );
        for table in [turned(&across), across.clone()] {
            let read = read_all(vec![page(&table)]).unwrap();
            assert_eq!(titles(&read.journey), "Zien|Kopen|Gebruiken", "{table}");
            assert!(left(&read.journey).contains(&name.to_owned()) && left(&read.journey).contains(&"3.3".to_owned()), "{table}");
        }
    }
    // A phase may have numbers alone.
    for (name, numbers) in
        [("Media", ["zegt het", "5", "2"]), ("Navertellen", ["", "5", "2"]), ("Social media", ["", "3.3", "3"])]
    {
        let [told, one, two] = numbers;
        let across = format!(
            "Fase|Zien|Kopen|Gebruiken|{name}\nActies|kijkt|betaalt|eet|{told}\nTouchpoints|Raam|Kassa|Tafel|Mond\nVerwachting (1-5)|2|4|4|{one}\nErvaring (1-5)|3|5|1|{two}"
        );
        assert_eq!(titles(&journey(&across)), format!("Zien|Kopen|Gebruiken|{name}"), "{across}");
    }
}

#[test]
fn lessons_choices_and_years_of_a_school_are_no_journeys() {
    for grid in [
        "Tijd|Activiteit|Doel|Materiaal\n0-10|Inloop|Rust|—\n10-25|Uitleg breuken|Begrip|bord\n25-50|Oefenen|Toepassen|werkboek",
        "Time|Activity|Goal|Materials\n0-10|Welcome|Calm|none\n10-25|Explain fractions|Grasp|board\n25-50|Practice|Apply|workbook",
        "Tid|Aktivitet|Mål|Materialer\n0-10|Velkomst|Ro|-\n10-25|Gennemgang|Forstå|tavle\n25-50|Øve|Bruge|bog",
        "Optie|Voordelen|Nadelen|Kosten\nTrein|rustig|duur|40\nAuto|flexibel|file|25\nBus|goedkoop|traag|12",
        "Option|Pros|Cons|Cost\nTrain|calm|dear|40\nCar|flexible|jams|25\nBus|cheap|slow|12",
        "Valg|Fordele|Ulemper|Pris\nTog|roligt|dyrt|40\nBil|frit|kø|25\nBus|billigt|langsomt|12",
        "Option|Vorteile|Nachteile|Kosten\nBahn|ruhig|teuer|40\nAuto|frei|Stau|25\nBus|billig|langsam|12",
        "Trin|Fag|Mål|Handling\n1. klasse|Dansk|læse|øve\n2. klasse|Regning|tælle|øve\n3. klasse|Musik|synge|øve",
        "Stap|Vak|Doel|Actie\nKlas 1|Taal|lezen|oefenen\nKlas 2|Rekenen|tellen|oefenen\nKlas 3|Muziek|zingen|oefenen",
        "Stage|Subject|Goal|Action\nGrade 1|English|read|practise\nGrade 2|Maths|count|practise\nGrade 3|Music|sing|practise",
    ] {
        let read = read_all(vec![page(grid)]);
        let doubted = |read: &Reading| read.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix);
        assert!(read.as_ref().map_or(true, doubted), "{grid}\n{}", read.map(|read| short(&read.journey)).unwrap_or_default());
    }
    for grid in [
        "Fase|Voordelen|Nadelen|Touchpoint|Emotie\nZoeken|snel|druk|Site|1\nKopen|makkelijk|duur|Kassa|-1",
        "Stap|Vak|Doel|Actie|Contactmoment|Gedachte\nOpen dag|Taal|sfeer proeven|loopt rond|Stand|Is dit iets\nAanmelden|Taal|plek krijgen|vult in|Site|Spannend",
    ] {
        let read = read_all(vec![page(grid)]).unwrap();
        assert!(read.remarks.iter().all(|remark| remark.code != Code::DoubtfulMatrix), "{grid}\n{:?}", read.remarks);
    }
}
