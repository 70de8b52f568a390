//! Names as strangers write them, in the corner, among the phases, in YAML and above the table: what each is taken for.

use klantreis::diagnostic::{Code, Diagnostic};
use klantreis::journey::Journey;
use klantreis::read::{Options, Reading, read};

fn made(format: &str, text: &str) -> Result<Reading, Vec<Diagnostic>> {
    read(Some(format), text.as_bytes(), &Options { stem: Some("reis"), ..Options::default() }).1
}

/// A table of text, `|` between its cells.
fn table(grid: &str) -> Reading {
    let row = |line: &str| line.split('|').map(|cell| format!("\"{}\"", cell.trim())).collect::<Vec<_>>().join(",");
    let csv = grid.lines().map(row).collect::<Vec<_>>().join("\n");
    made("csv", &csv).unwrap_or_else(|problems| panic!("{grid}\n{problems:?}"))
}

fn titles(journey: &Journey) -> String {
    journey.phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>().join("|")
}

fn kinds(journey: &Journey) -> String {
    journey.lanes.iter().map(|lane| lane.kind.name()).collect::<Vec<_>>().join(" ")
}

fn is_doubted(reading: &Reading) -> bool {
    reading.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix)
}

#[test]
fn the_name_of_a_lane_in_the_corner_says_what_stands_below_it() {
    for corner in [
        "Question",
        "Questions",
        "Vraag",
        "Vraag / fase",
        "Spørgsmål",
        "Pregunta",
        "Вопрос",
        "Activity",
        "Experience",
        "Beleving",
        "Aspect",
    ] {
        for lanes in [
            "Goal|A card of my own|Go in unseen|Prove where I live\nActions|Looks it up|Walks past twice|Calls the landlord\nPain points|Only in English|Nobody at the desk|One bill only",
            "What is she trying to do?|A card of her own|Go in unseen|Prove where she lives\nWhat does she do?|Looks it up|Walks past|Calls the landlord",
        ] {
            let reading = table(&format!("{corner}|Hearing of it|Walking in|Signing up\n{lanes}"));
            let journey = &reading.journey;
            assert_eq!(titles(journey), "Hearing of it|Walking in|Signing up", "{corner}");
            assert!(kinds(journey).starts_with("goal action"), "{corner}: {}", kinds(journey));
            assert!(reading.remarks.is_empty(), "{corner}: {:?}", reading.remarks);
        }
    }
    // Above cells no longer than it, a question is a lane like others.
    let lane = table("Fase|Zien|Kopen\nVraag|is het duur?|kan ik pinnen?\nDoel|iets lekkers|snel klaar");
    assert_eq!(kinds(&lane.journey), "thought goal");
}

#[test]
fn a_last_phase_of_one_row_stays_in_the_table() {
    for last in ["After|Photo|Web|4|Free download", "After|Photo|||Free download"] {
        let grid = format!(
            "Phase|Touchpoint|Channel|Mood (1-5)|Idea\nBefore|Website|Web|4|Show prices\n|Tickets|App|3|Fewer steps\n\
             During|Gate|Staff|2|Extra gate\n|Shop|Till|5|Bigger bags\n|Bus|Stop|3|A roof\n{last}"
        );
        let reading = table(&grid);
        assert_eq!(
            (titles(&reading.journey).as_str(), reading.remarks.len()),
            ("Before|During|After", 0),
            "{:?}",
            reading.remarks
        );
    }
    // An empty row parts what stands below.
    let apart = table("Phase|Action|Goal\nBefore|looks|know\nDuring|rides|be there\nAfter|tells|share\n\nSource|book|");
    assert_eq!(titles(&apart.journey), "Before|During|After");
}

#[test]
fn phases_of_trees_are_called_by_any_word_for_phases() {
    for (list, name) in [
        ("steps", "step"),
        ("stages", "stage"),
        ("phases", "phase"),
        ("phases", "step"),
        ("stappen", "stap"),
        ("fasen", "fase"),
        ("trin", "trin"),
        ("faser", "fase"),
        ("schritte", "schritt"),
        ("etapas", "etapa"),
        ("étapes", "étape"),
        ("steps", "name"),
        ("steps", "title"),
    ] {
        let step =
            |title: &str| format!("  - {name}: {title}\n    goal: To be {title}\n    feelings: glad\n    description: more\n");
        let reading = made("yaml", &format!("title: Bike\n{list}:\n{}{}", step("Looking"), step("Paying"))).unwrap();
        assert_eq!(titles(&reading.journey), "Looking|Paying", "{list}: - {name}:");
        // Feelings in words for moods are a curve where there is no other.
        assert!(kinds(&reading.journey).starts_with("goal emotion"), "{list}: {}", kinds(&reading.journey));
    }
    let both = made(
        "yaml",
        "steps:\n- {stage: Before, name: Looking, goal: a, action: b}\n- {stage: After, name: Paying, goal: c, action: d}\n",
    );
    assert_eq!(titles(&both.unwrap().journey), "Looking|Paying");
}

#[test]
fn a_team_counted_as_the_phases_is_no_lane() {
    let yaml = |list: &str| {
        format!("title: Bike\n{list}\nphases:\n- {{name: Look, goal: a, action: b}}\n- {{name: Pay, goal: c, action: d}}\n")
    };
    for list in ["team: [Leila, Finn]", "team: [Leila Haddad, Finn Aune]", "tools: [Miro, Excel]", "stakeholders: [Ann, Bo]"] {
        assert_eq!(kinds(&made("yaml", &yaml(list)).unwrap().journey), "goal action", "{list}");
    }
    let backstage = made("yaml", &yaml("backstage: [Checks the stock twice, Sends the bill out]")).unwrap();
    assert!(kinds(&backstage.journey).contains("backstage"));
}

#[test]
fn numbered_steps_and_runbooks_are_doubted() {
    for grid in [
        "Paso|Acción|Tiempo|Utensilio\n1|Pelar las patatas|10 min|Cuchillo\n2|Freír a fuego lento|20 min|Sartén\n3|Batir los huevos|3 min|Bol",
        "Step|Action|Time\nStep 1|Peel the potatoes|10 min\nStep 2|Fry them slowly|20 min\nStep 3|Beat the eggs|3 min",
        "Stap|Handeling|Tijd|Tip\n1|Schil de aardappels|10 min|dun\n2|Bak ze heel langzaam|20 min|zacht\n3|Klop de eieren los|3 min|zout",
        "Step|Action|Channel|Timeout\nConfirm the outage|Check the primary|#incident|5m\nPromote|Run promote.sh|ssh|10m\nRepoint|Update DNS|terraform|15m",
    ] {
        assert!(is_doubted(&table(grid)), "{grid}");
    }
    for grid in [
        "Step|Action|Pain point\n1|Looks it up|No prices\n2|Walks in|No one there\n3|Pays|No change",
        "Step|What does the customer do?|Time\nLooking|Looks it up|10 min\nBuying it|Walks in|20 min\nHome|Pays|3 min",
        "Step|Action|Opportunity\nHearing|Looks it up|show prices\nEntering|Walks in|someone to greet\nLeaving|Pays|a till outside",
    ] {
        assert!(!is_doubted(&table(grid)), "{grid}");
    }
}

#[test]
fn an_age_is_a_fact_of_the_persona_before_it() {
    for (cell, names) in [
        ("Edith, 84", "Edith"),
        ("Sanne, 34 jaar", "Sanne"),
        ("Edith, 84 years old", "Edith"),
        ("Edith (84)", "Edith"),
        ("Edith, 84; Martin, 57", "Edith|Martin"),
        ("Edith, Martin", "Edith|Martin"),
    ] {
        let csv = format!("Persona;\"{cell}\"\nStage;Look;Buy\nGoals;a;b\nActions;c;d\n");
        let reading = made("csv", &csv).unwrap();
        let found: Vec<_> = reading.journey.personas.iter().map(|persona| persona.name.clone()).collect();
        assert_eq!(found.join("|"), names, "{cell}");
        let aged = reading.journey.personas.iter().filter(|persona| persona.facts.len() == 1).count();
        assert_eq!(aged, cell.matches(|c: char| c.is_ascii_digit()).count() / 2, "{cell}");
    }
}

#[test]
fn further_labels_are_facts() {
    let head = |line: &str| table(&format!("{line}\n\nFase|Zien|Kopen\nDoel|a|b\nActie|c|d")).journey;
    assert_eq!(head("Inleverdatum|7-11-2026").date.map(|date| date.to_string()).as_deref(), Some("2026-11-07"));
    assert_eq!(head("Interviewer: Sjoerd Postma").authors[0].name, "Sjoerd Postma");
    let docent = head("Naam: Sam\nDocent: mw. Jansen");
    assert_eq!(docent.authors.len(), 1, "{:?}", docent.authors);
    for line in ["Team: Leila Haddad, Finn Aune", "Group 4: Leila Haddad, Finn Aune", "Groep 4: Leila Haddad, Finn Aune"] {
        let journey = head(line);
        let names: Vec<_> = journey.authors.iter().map(|author| author.name.as_str()).collect();
        assert_eq!(names, ["Leila Haddad", "Finn Aune"], "{line}");
        let class = line.starts_with('G').then(|| line.split(':').next().unwrap_or_default().to_owned());
        assert!(journey.authors.iter().all(|author| author.class == class), "{line}: {:?}", journey.authors);
    }
    let team = head("Naam: Sam de Wit\nTeam: 2B");
    assert_eq!(team.authors[0].class.as_deref(), Some("2B"));
}

#[test]
fn numbered_questions_of_a_test_are_no_lanes() {
    let grid = "Nazwisko;Pytanie 1;Pytanie 2;Pytanie 3;Wynik\nKowalska Maja;tak;nie;tak;2\nNowak Filip;nie;nie;tak;1\nLis Ewa;tak;tak;tak;3\n";
    assert!(made("csv", grid).map_or(true, |reading| is_doubted(&reading)));
}
