//! What posters say of their fit is so, in every language: papers that are named do what is said of them, and what a selection hides is
//! told apart from what a journey lacks.

use std::collections::BTreeMap;
use std::sync::Mutex;

use klantreis::diagnostic::{Code, Diagnostic};
use klantreis::export::{Options, Selection, export};
use klantreis::journey::choices::{Choices, Fill};
use klantreis::journey::{Journey, TermLanguage};
use klantreis::paper::{Orientation, Paper};
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};

use crate::matrix::fixture;
use crate::support::desk::Desk;

fn setter() -> &'static Typesetter {
    static SETTER: std::sync::LazyLock<Typesetter> = std::sync::LazyLock::new(|| Typesetter::new(Fonts::bundled()));
    &SETTER
}

/// How many pages a layout of a journey takes, and what is said. What several tests ask of the same poster is found out once.
fn made(journey: &Journey, layout: &str, options: &Options) -> (usize, Vec<Diagnostic>) {
    type Known = Mutex<BTreeMap<String, (usize, Vec<Diagnostic>)>>;
    static KNOWN: Known = Mutex::new(BTreeMap::new());
    let asked = format!("{layout} {options:?} {journey:?}");
    if let Some(known) = KNOWN.lock().unwrap().get(&asked) {
        return known.clone();
    }
    let selection = Selection::new(Registry::built_in(), &["svg"], &[layout]).unwrap();
    let made = export(journey, &selection, options, setter()).unwrap();
    // A file for each page.
    let found = (made.outputs.len(), made.warnings);
    KNOWN.lock().unwrap().insert(asked, found.clone());
    found
}

fn on(paper: &str, choices: &Choices) -> Options {
    Options { paper: paper.parse().unwrap(), choices: choices.clone(), ..Options::default() }
}

/// The same, told of its fit.
fn told(paper: &str, choices: &Choices) -> Options {
    Options { fit: true, ..on(paper, choices) }
}

fn of(code: Code, said: &[Diagnostic]) -> Vec<&Diagnostic> {
    said.iter().filter(|one| one.code == code).collect()
}

/// Layouts of some fixtures, filled or not, on papers of which many are too small.
fn each(mut look: impl FnMut(&str, &Journey, &str, &str, &Choices)) {
    let looked_at = [
        ("lejebil", Fill::All, "A4"),
        ("lejebil", Fill::None, "A1"),
        ("planboard", Fill::All, "A2"),
        ("planboard", Fill::None, "A3"),
        ("zwembad", Fill::Titles, "A4"),
        ("mini", Fill::None, "A2"),
        ("planboard", Fill::None, "A4"),
        ("planboard", Fill::Titles, "A4"),
    ];
    for (name, fill, paper) in looked_at {
        let journey = fixture(name);
        let choices = Choices { fill, ..Choices::default() };
        for layout in ["map", "matrix", "curve", "timeline"] {
            look(&format!("{name} {fill:?} {layout} {paper}"), &journey, layout, paper, &choices);
        }
    }
}

/// The names of larger papers than one.
fn larger(paper: &str) -> Vec<String> {
    Paper::ascending().map(|paper| paper.name).skip_while(|name| name != paper).skip(1).collect()
}

/// What stands in a text behind some words.
fn behind<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let rest = text.split_once(words)?.1;
    rest.split([' ', ',', ';']).next()
}

#[test]
fn a_paper_on_which_titles_are_read_is_the_smallest_that_does() {
    let mut named = 0;
    each(|place, journey, layout, paper, choices| {
        let (_, said) = made(journey, layout, &on(paper, choices));
        let Some(hard) = of(Code::HardToRead, &said).first().copied() else { return };
        let help = hard.help.as_ref().unwrap().to_string();
        let named_paper = behind(&help, "or take ");
        named += usize::from(named_paper.is_some());
        for larger in larger(paper) {
            let gone = of(Code::HardToRead, &made(journey, layout, &on(&larger, choices)).1).is_empty();
            assert_eq!(gone, named_paper == Some(larger.as_str()), "{place}: {help}, and {larger}");
            if gone {
                break;
            }
        }
    });
    assert!(named > 1, "{named}");
}

#[test]
fn every_page_behind_the_first_has_its_reason_and_the_paper_named_holds_all() {
    let mut several = 0;
    each(|place, journey, layout, paper, choices| {
        let (pages, said) = made(journey, layout, &on(paper, choices));
        let reasons = of(Code::DoesNotFit, &said);
        assert_eq!(reasons.len(), pages - 1, "{place}");
        several += usize::from(pages > 1);
        let Some(help) = reasons.first().and_then(|reason| reason.help.as_ref()) else { return };
        if let Some(named) = behind(help, "one page of ") {
            assert_eq!(made(journey, layout, &on(named, choices)).0, 1, "{place}: {help}");
        }
    });
    assert!(several > 1, "{several}");
}

#[test]
fn a_template_names_the_smallest_paper_with_room_for_notes() {
    let holds = |said: &[Diagnostic]| {
        let notes = of(Code::StickyNotes, said);
        notes
            .first()
            .is_some_and(|note| ["each of", "hold a sticky", "holds a sticky"].iter().any(|words| note.message.contains(words)))
    };
    let mut named = 0;
    each(|place, journey, layout, paper, choices| {
        let (_, said) = made(journey, layout, &told(paper, choices));
        if of(Code::StickyNotes, &said).is_empty() {
            return;
        }
        let fit = of(Code::Fit, &said)[0].help.as_ref().unwrap().to_string();
        assert!(!fit.contains("holds all on one page"), "{place}: {fit}");
        let smallest = behind(&fit, "in each cell is ");
        for name in Paper::ascending().map(|paper| paper.name) {
            let (pages, said) = made(journey, layout, &on(&name, choices));
            let does = holds(&said) && pages == 1;
            assert_eq!(does, smallest == Some(name.as_str()), "{place}: {fit}, and {name}");
            if does {
                named += 1;
                break;
            }
        }
    });
    assert!(named > 4, "{named}");
}

#[test]
fn a_poster_lies_so_that_more_of_its_cells_hold_a_note() {
    let choices = Choices { fill: Fill::None, ..Choices::default() };
    let journey = fixture("lejebil");
    let notes = |orientation| {
        let said = made(&journey, "map", &Options { orientation, ..on("A0", &choices) }).1;
        let note = of(Code::StickyNotes, &said)[0].clone();
        (note.message.clone(), note.help.unwrap_or_default().into_string())
    };
    assert!(notes(None).0.starts_with("each of the"), "{:?}", notes(None));
    let (message, help) = notes(Some(Orientation::Landscape));
    assert!(message.contains("no sticky note") && help.contains("`--orientation portrait`"), "{message}: {help}");
}

#[test]
fn fewer_lanes_are_named_before_larger_paper_and_have_room() {
    let journey = fixture("lejebil");
    let mut choices = Choices { fill: Fill::None, ..Choices::default() };
    let said = made(&journey, "matrix", &on("A1", &choices)).1;
    let help = of(Code::StickyNotes, &said)[0].help.as_ref().unwrap().to_string();
    let count: usize = help.split(' ').find_map(|word| word.parse().ok()).unwrap_or_else(|| panic!("{help}"));
    assert!(help.contains("(`--lanes`)"), "{help}");
    let lanes = journey.lanes.iter().filter(|lane| lane.scale.is_none()).map(|lane| lane.id.to_string());
    choices.lanes = lanes
        .take(count)
        .chain(journey.lanes.iter().filter(|lane| lane.scale.is_some()).map(|lane| lane.id.to_string()))
        .collect();
    let said = made(&journey, "matrix", &on("A1", &choices)).1;
    assert!(of(Code::StickyNotes, &said)[0].message.contains("each of"), "{count}: {said:?}");
}

#[test]
fn what_the_selection_hides_is_not_called_missing() {
    let some = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let journey = fixture("planboard");
    let goal = Choices { lanes: some(&["goal"]), ..Choices::default() };
    for (layout, what) in [("curve", "scores"), ("timeline", "contact moments")] {
        let said = made(&journey, layout, &on("A2", &goal)).1;
        let nothing = of(Code::NothingToShow, &said);
        assert_eq!(nothing.len(), 1, "{layout}: {said:?}");
        assert!(nothing[0].message.contains(&format!("the selection hides the {what}")), "{nothing:?}");
        assert!(nothing[0].help.as_ref().unwrap().starts_with("`--lanes` leaves out the lane"), "{nothing:?}");
    }
    // One who has no curve, and phases without a contact.
    let document = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "personas": [{ "name": "Ann" }, { "name": "Bo" }],
        "lanes": [{ "kind": "goal" }, { "kind": "touchpoint" }, { "id": "s", "kind": "emotion", "persona": "ann", "scale": { "min": 1, "max": 5 } }],
        "phases": [{ "title": "Een", "cells": { "goal": "Weg", "touchpoint": "Bus", "s": 4 } }, { "title": "Twee", "cells": { "goal": "Aan" } }] }"#;
    let journey = klantreis::read::json(document).unwrap();
    let help = |layout: &str, choices: &Choices| {
        let said = made(&journey, layout, &on("A2", choices)).1;
        of(Code::NothingToShow, &said)[0].help.as_ref().unwrap().to_string()
    };
    let bo = Choices { personas: some(&["bo"]), ..Choices::default() };
    assert!(help("curve", &bo).starts_with("`--persona` leaves out whose lane"), "{}", help("curve", &bo));
    let second = Choices { phases: some(&["twee"]), ..Choices::default() };
    for layout in ["curve", "timeline"] {
        assert!(help(layout, &second).starts_with("`--phases` leaves out the phases in which"), "{}", help(layout, &second));
    }
    // What the journey itself lacks is missing, whatever is chosen.
    let lacks = klantreis::read::json(&document.replace(r#", "s": 4"#, "")).unwrap();
    let said = made(&lacks, "curve", &on("A2", &Choices { lanes: some(&["goal"]), ..Choices::default() })).1;
    assert!(of(Code::NothingToShow, &said)[0].message.starts_with("the journey has no scores"), "{said:?}");
}

#[test]
fn the_scale_of_a_hidden_curve_is_that_of_the_template() {
    let desk = Desk::with(&[("reis.json", include_str!("../../fixtures/planboard.json"))]);
    for layout in ["curve", "timeline"] {
        for choice in ["--lanes goal", "--lanes goal --fill none"] {
            let done = desk.run(&format!("export reis.json --layout {layout} {choice} --paper A1 -o b.svg"));
            assert_eq!(done.code, 0, "{}", done.err);
            let svg = desk.text("b.svg");
            assert!(!svg.contains(">+2") && !svg.contains("−2") && svg.contains(">5"), "{layout} {choice}");
        }
    }
}

#[test]
fn what_hosts_are_told_is_in_the_table_of_texts() {
    let mut met = std::collections::BTreeSet::new();
    let wanted = [Code::Fit, Code::DoesNotFit, Code::HardToRead, Code::StickyNotes, Code::NotShown, Code::NothingToShow];
    let mut look = |place: &str, said: &[Diagnostic]| {
        for one in said.iter().filter(|one| wanted.contains(&one.code)) {
            met.insert(one.code.name());
            for language in [TermLanguage::Nl, TermLanguage::Da] {
                assert_ne!(one.message_in(language), one.message, "{place}");
                assert!(one.help.is_none() || one.help_in(language).as_deref() != one.help.as_deref(), "{place}: {one:?}");
            }
        }
    };
    each(|place, journey, layout, paper, choices| look(place, &made(journey, layout, &told(paper, choices)).1));
    let goal = Choices { lanes: vec!["goal".into()], ..Choices::default() };
    for layout in ["curve", "timeline"] {
        look("planboard", &made(&fixture("planboard"), layout, &on("A1", &goal)).1);
    }
    assert_eq!(met.len(), wanted.len(), "{met:?}");
    let theme = "quiet = \"#999999\"\nhues = [\"#5b3e96\", \"#1f5c99\"]\n";
    let (_, said) = klantreis::layout::theme::Theme::from_toml("my", theme).unwrap();
    assert!(said.len() > 2);
    for one in &said {
        assert_ne!(one.message_in(TermLanguage::Nl), one.message);
        assert_ne!(one.help_in(TermLanguage::Da).as_deref(), one.help.as_deref());
    }
}

#[test]
fn a_poster_is_told_of_in_dutch_and_danish_and_to_programs_in_english() {
    let desk = Desk::with(&[("reis.json", include_str!("../../fixtures/planboard.json"))]);
    let said = |more: &str| desk.run(&format!("check reis.json --paper A1 {more}")).err;
    let (dutch, danish) = (said("--lang nl"), said("--lang da"));
    assert!(dutch.contains("fasen 37,5 pt (vanaf 1,6 m)") && dutch.contains("op 2A0 past alles op één pagina"), "{dutch}");
    assert!(danish.contains("faser 37,5 pt (fra 1,6 m)") && danish.contains("på 2A0 er det hele på én side"), "{danish}");
    assert_eq!(said("--lang nl --message-format json"), said("--lang en --message-format json"));
}

#[test]
fn a_paper_named_for_a_crowded_map_holds_it_on_one_page() {
    let said = [
        "Hij belt de klantenservice en krijgt een bandje",
        "Zoekt het polisnummer in de map",
        "Leest drie keer dezelfde brief",
        "Wacht op de terugbelafspraak",
        "Vult het aanvraagformulier in",
        "Vraagt de buurvrouw om hulp",
    ];
    let titles = "Aanvraag Keukentafelgesprek Onderzoek Beschikking Aanbesteding Verbouwing Oplevering Nazorg Evaluatie Bezwaar";
    let kinds = ["emotion", "action", "touchpoint", "barrier", "backstage", "opportunity", "thought"];
    let mut named = 0;
    for (phases, lanes, items) in [(9, 6, 1), (10, 7, 1), (8, 7, 2)] {
        let phase = |(nth, title): (usize, &str)| {
            let score = [-2, -1, 0, 1, 2][nth % 5];
            let mut cells = serde_json::json!({ "emotion": { "score": score, "text": "Dat duurt lang" } });
            for (lane, kind) in kinds[1..lanes].iter().enumerate() {
                let count = items + usize::from((nth + lane) % 3 == 0);
                cells[*kind] = (0..count).map(|item| said[(nth * 3 + lane + item) % said.len()]).collect();
            }
            serde_json::json!({ "title": title, "cells": cells })
        };
        let lanes: Vec<_> = kinds[..lanes].iter().map(|kind| serde_json::json!({ "id": kind, "kind": kind })).collect();
        let phases: Vec<_> = titles.split(' ').enumerate().take(phases).map(phase).collect();
        let journey = serde_json::json!({ "klantreis": 1, "title": "Een traplift van de gemeente", "language": "nl", "lanes": lanes, "phases": phases });
        let journey = klantreis::read::json(&journey.to_string()).unwrap();
        let (pages, told) = made(&journey, "map", &on("A3", &Choices::default()));
        let help = of(Code::DoesNotFit, &told).first().and_then(|one| one.help.as_ref()).map(ToString::to_string);
        let Some(paper) = help.as_deref().and_then(|help| behind(help, "one page of ")) else { continue };
        assert!(pages > 1);
        named += 1;
        assert_eq!(made(&journey, "map", &on(paper, &Choices::default())).0, 1, "{paper}");
    }
    assert!(named > 1, "{named}");
}
