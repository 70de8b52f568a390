//! Tests of tables in which several persons stand above the phases, or beside the names of the lanes.

use super::{journey, left, short};

/// The persons, and phases and lanes in short.
fn told(grid: &str) -> (String, String) {
    let read = journey(grid);
    let names: Vec<_> = read.personas.iter().map(|persona| persona.name.as_str()).collect();
    (names.join("|"), short(&read))
}

#[test]
fn persons_above_the_phases_of_each_part_the_lanes() {
    for (nele, oltmanns, corner) in [
        ("Nele", "Frau Oltmanns", ""),
        ("Nele (31)", "Frau Oltmanns (74)", ""),
        ("Nele (31), pendelt", "Frau Oltmanns", "Persona"),
        ("R1", "R2", "Respondent"),
    ] {
        let (names, read) = told(&format!(
            "{corner}|{nele}|||{oltmanns}||\nPhase|Panne|Termin|Hof|Panne|Termin|Hof\nHandlung|schiebt es|bucht nachts|stellt es ab|ruft an|fragt nach|bringt Kuchen\n\
             Kontaktpunkt|Straße|Seite|Hof|Telefon|Theke|\nStimmung|-2|0|1|-1|1|2"
        ));
        let name = |name: &str| name.split(" (").next().unwrap().to_owned();
        let (one, other) = (name(nele), name(oltmanns));
        assert_eq!(names, format!("{one}|{other}"), "{nele}");
        assert_eq!(
            read,
            format!(
                "Panne=panne | Termin=termin | Hof=hof\nHandlung – {one}=action: schiebt es | bucht nachts | stellt es ab\n\
                 Handlung – {other}=action: ruft an | fragt nach | bringt Kuchen\nKontaktpunkt – {one}=touchpoint: Straße | Seite | Hof\n\
                 Kontaktpunkt – {other}=touchpoint: Telefon | Theke | \nStimmung – {one}=emotion: -2 | 0 | 1\nStimmung – {other}=emotion: -1 | 1 | 2"
            ),
            "{nele}"
        );
    }
    // Down as well.
    let (names, read) = told(
        "Klant|Fase|Acties|Contactpunt|Emotie\nFatma|Zoeken|kijkt rond|site|1\n|Kopen|pint bij de kassa|kassa|2\nJoost|Zoeken|vraagt een vriend|vriend|0\n\
         |Kopen|betaalt contant|kassa|-1",
    );
    assert_eq!(names, "Fatma|Joost");
    assert!(read.starts_with("Zoeken=") && read.contains("Acties – Joost=action: vraagt een vriend | betaalt contant"), "{read}");
    // Their names may stand in each row, and one may skip a phase.
    let (names, read) = told(
        "Persona|Fase|Acties|Contactpunt|Emotie\nAnna (34)|Zoeken|googelt op de bank|site|1\nAnna (34)|Kopen|betaalt met haar horloge|app|2\n\
         Anna (34)|Thuis|mist de bezorger|busje|-2\nOpa Wim|Zoeken|vraagt de buurvrouw|buurvrouw|0\nOpa Wim|Thuis|geeft hem koffie|busje|2",
    );
    assert_eq!(names, "Anna|Opa Wim");
    assert!(read.starts_with("Zoeken=") && read.contains("Emotie – Opa Wim=emotion: 0 |  | 2"), "{read}");
    // Nobody is lost in a template, or of whom nothing is told yet.
    for (filled, lanes) in [("", 6), ("kijkt rond", 4)] {
        let band = "|Anna|||Bram||\nFase|Zoeken|Kopen|Thuis|Zoeken|Kopen|Thuis";
        let under = "|Zoeken||Kopen|\n|Anna|Bram|Anna|Bram";
        for head in [band, under] {
            let grid = format!("{head}\nActies|{filled}|||||\nContactpunt||||||\nEmotie||||||");
            let read = journey(&grid);
            let names: Vec<_> = read.personas.iter().map(|persona| persona.name.as_str()).collect();
            assert_eq!((names.as_slice(), read.lanes.len()), (&["Anna", "Bram"][..], lanes), "{grid}\n{}", short(&read));
        }
    }
    // Other bands are stages, though the phases come back.
    let read = journey(
        "|Voor|||Na||\nFase|Wachten|Gesprek|Hof|Wachten|Gesprek|Hof\nActies|zit er|praat met Jo|kijkt|zit weer|praat|gaat weg\nContact|stoel|balie|hof|stoel|balie|deur",
    );
    assert_eq!((read.phases.len(), read.stages.len()), (6, 2));
}

#[test]
fn persons_beside_the_names_of_lanes_part_these() {
    for (head, again) in [("", ""), ("Persona", ""), ("Wie", "=")] {
        let again = |title: &str| if again.is_empty() { String::new() } else { title.to_owned() };
        let (acts, thinks, feels) = (again("Acties"), again("Gedachten"), again("Emotie"));
        let grid = format!(
            "Fase|{head}|Zoeken|Kopen|Thuis\nActies|Gerda|leest een folder|gaat met de bus|belt haar zus\n{acts}|Ali|zoekt online|scant zelf|post een foto\n\
             Gedachten|Gerda|is het ver?|wat warm|fijn hoor\n{thinks}|Ali|hoe duur?|snel klaar|mooi\nEmotie|Gerda|0|-1|2\n{feels}|Ali|1|2|-2\nContact||folder|kassa|telefoon"
        );
        let (names, read) = told(&grid);
        assert_eq!(names, "Gerda|Ali", "{grid}");
        let lanes: Vec<&str> = read.lines().skip(1).collect();
        assert_eq!(
            lanes,
            [
                "Acties – Gerda=action: leest een folder | gaat met de bus | belt haar zus",
                "Acties – Ali=action: zoekt online | scant zelf | post een foto",
                "Gedachten – Gerda=thought: is het ver? | wat warm | fijn hoor",
                "Gedachten – Ali=thought: hoe duur? | snel klaar | mooi",
                "Emotie – Gerda=emotion: 0 | -1 | 2",
                "Emotie – Ali=emotion: 1 | 2 | -2",
                "Contact=touchpoint: folder | kassa | telefoon",
            ],
            "{grid}"
        );
        assert_eq!(left(&journey(&grid)), Vec::<String>::new(), "{grid}");
    }
    // Who serves may be called as a lane is, where it is said that there are persons.
    let (names, read) = told(
        "Fase|Wie|Zoeken|Kopen|Thuis\nActies|Klant|leest een folder|gaat met de bus|belt\n|Backoffice|drukt die|houdt plaats vrij|neemt op\n\
         Gedachten|Klant|is het ver?|wat warm|fijn\n|Backoffice|wie leest dit?|vol vandaag|alweer",
    );
    assert_eq!(names, "Klant|Backoffice");
    assert!(read.contains("Acties – Backoffice=action: drukt die"), "{read}");
    // One lane alone with names beside it is none of persons.
    let read = short(&journey(
        "Fase||Zoeken|Kopen|Thuis\nActies|Gerda|leest een folder|gaat met de bus|belt\n|Ali|zoekt online|scant zelf|post\nContact||folder|kassa|telefoon",
    ));
    assert!(read.contains("Acties=action: leest een folder+zoekt online"), "{read}");
}

#[test]
fn states_below_each_phase_and_in_the_names_of_lanes_part_these() {
    for (now, then) in [("As-is", "To-be"), ("Ist", "Soll"), ("Huidig", "Toekomstig"), ("Nuværende", "Fremtid")] {
        for corner in ["", "Phase"] {
            let read = short(&journey(&format!(
                "{corner}|Book||Wait||Consult|\n|{now}|{then}|{now}|{then}|{now}|{then}\nActions|calls|types|sits|rests|tells|hears\n\
                 Touchpoints|phone|app|chair|text|room|screen"
            )));
            assert!(read.starts_with("Book=book | Wait=wait | Consult=consult\n"), "{now}, {corner}\n{read}");
            assert!(read.contains(&format!("Actions – {then}=action: types | rests | hears")), "{now}, {corner}\n{read}");
        }
        let read = short(&journey(&format!(
            "Phase|Book|Wait|Consult\nActions {now}|calls|sits|tells\nActions {then}|types|rests|hears\nTouchpoints {now}|phone|chair|room"
        )));
        assert!(
            read.starts_with("Book=book") && read.contains(&format!("Actions {then}=action: types | rests | hears")),
            "{read}"
        );
        assert!(read.contains("=touchpoint: phone | chair | room"), "{read}");
    }
}

#[test]
fn persons_before_the_lanes_stand_below_the_corner_too() {
    for corner in ["Stage", "Fase", ""] {
        let grid = format!(
            "{corner}||Find|Visit|Move\nLena|Doing|calls|measures|packs\nLena|Thinking|too far|nice light|where is it\n\
             Emil|Doing|scrolls|sulks|carries\nEmil|Thinking|no wifi|my room|not bad"
        );
        let (names, read) = told(&grid);
        assert_eq!(names, "Lena|Emil", "{grid}");
        assert!(read.contains("Doing – Emil=action: scrolls | sulks | carries"), "{read}");
        assert_eq!(left(&journey(&grid)), Vec::<String>::new(), "{grid}");
    }
}
