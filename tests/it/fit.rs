//! What is said of a poster's fit: in words and as data, the same by a check and by an export, and true.

use crate::matrix::{fixture, lay, lay_as};
use crate::support::desk::{Desk, ends, records};
use klantreis::diagnostic::{Code, Fit};
use klantreis::export::{Options, Selection, fit};
use klantreis::journey::Journey;
use klantreis::journey::choices::Choices;
use klantreis::layout::{LAYOUTS, Make};
use klantreis::paper::{Orientation, Paper};
use klantreis::picture::Gallery;
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};
use serde_json::Value;

const JOURNEY: &str = include_str!("../../fixtures/mediacollege.json");

/// The fit of a journey in a layout.
fn fit_of(journey: &Journey, layout: &str, paper: &str) -> Fit {
    let selection = Selection::new(Registry::built_in(), &["svg"], &[layout]).unwrap();
    let options = Options { paper: paper.parse().unwrap(), ..Options::default() };
    let choices = Choices::default();
    let said = fit(&choices.of(journey).unwrap(), Gallery::EMPTY, &selection, &options, &Typesetter::new(Fonts::bundled()));
    let mut fits = said.into_iter().filter_map(|said| said.fit);
    let only = *fits.next().expect("every drawn layout says how it fits");
    assert!(fits.next().is_none(), "once");
    only
}

#[test]
fn the_fit_is_the_same_in_words_and_as_data_by_check_and_by_export() {
    let desk = Desk::with(&[("reis.json", JOURNEY), ("in/a.json", JOURNEY), ("in/b.json", JOURNEY)]);
    let fits = |command: &str| -> Vec<Value> {
        let done = desk.run(&format!("{command} --message-format json"));
        ends(&done, 0);
        records(&done.err).into_iter().filter(|record| record["code"] == "fit").collect()
    };
    let checked = fits("check reis.json --paper A1 --layout matrix");
    let [said] = checked.as_slice() else { panic!("{checked:?}") };
    assert_eq!(
        fits("export reis.json --paper A1 --layout matrix --to svg,pdf,xlsx -o uit/"),
        checked,
        "once, whatever the formats"
    );
    assert_eq!(said["severity"], "note");
    assert!(said["pointer"].as_str().unwrap().starts_with("/phases/") && said["line"].is_u64(), "{said}");
    let (message, help, fit) = (said["message"].as_str().unwrap(), said["help"].as_str().unwrap(), &said["fit"]);
    let cells = crate::poster_rules::cell_size(&lay(&fixture("mediacollege"), "A1", None).made);
    let of = |name: &str| fit["sizes"].as_array().unwrap().iter().find(|size| size["of"] == name).unwrap().clone();
    assert_eq!((of("cells")["points"].as_f64(), of("cells")["metres"].as_f64()), (Some(cells), Some(0.9)));
    assert_eq!((of("title")["least"].as_f64(), of("phases")["metres"].as_f64()), (Some(60.0), Some(1.6)));
    assert_eq!((of("notes")["metres"].as_f64(), &fit["layout"], &fit["pages"]), (None, &"matrix".into(), &1.into()));
    assert!(message.starts_with("as a matrix: title ") && message.ends_with("1 page of A1"), "{message}");
    assert!(message.contains(&format!("cells {cells} pt (from 0.9 m)")), "{message}");
    // A poster with room to spare is told of no cell that could be shorter, and not of the paper that it is on.
    assert!(fit["tightest"]["characters"].as_u64().unwrap() > 0 && !help.contains("characters less"), "{help}");
    let crowded = fits("check reis.json --paper A5 --layout matrix");
    let [crowded] = crowded.as_slice() else { panic!("{crowded:?}") };
    let characters = crowded["fit"]["tightest"]["characters"].as_u64().unwrap();
    assert!(crowded["help"].as_str().unwrap().contains(&format!("about {characters} characters less")), "{crowded}");
    let on_its_own = fits(&format!("check reis.json --paper {} --layout matrix", fit["smallest"]["paper"].as_str().unwrap()));
    assert!(!on_its_own[0]["help"].as_str().unwrap_or_default().contains("one page is"), "{on_its_own:?}");
    let smallest = fit["smallest"]["paper"].as_str().unwrap();
    assert!(help.contains(&format!("one page is {smallest},")), "{help}");
    assert_eq!(fit["smallest"]["sheets_of_a4"], smallest.parse::<Paper>().unwrap().sheets_of_a4());
    // One poster says it to people as well; many only to programs and to those who want to know all.
    let told = |arguments: &str| desk.run(arguments).err.matches("note[fit]").count();
    assert_eq!(told("export reis.json --to pdf -o uit/"), 1);
    assert_eq!(told("export reis.json --to pdf --quiet -o uit/") + told("export reis.json --to xlsx -o uit/"), 0);
    assert_eq!((told("export in --to pdf -o uit/"), told("export in --to pdf --verbose -o uit/")), (0, 2));
    assert_eq!(fits("export in --to pdf -o uit/").len(), 2);
    assert_eq!(told("check reis.json"), 0, "nobody asked");
    assert_eq!((told("check reis.json --layout matrix"), told("check in --distance 1m")), (1, 2));
    ends(&desk.run("check reis.json --paper A5 --distance 3m"), 2);
    assert!(desk.run("check reis.json --layout matrx").err.contains("matrix"));
}

#[test]
fn the_smallest_paper_is_the_smallest_of_every_drawn_layout() {
    let papers = ["A4", "A3", "A2", "A1", "A0", "2A0", "4A0"];
    for layout in LAYOUTS.iter().filter(|layout| matches!(layout.make, Make::Drawn(_))) {
        for name in ["mediacollege", "planboard"] {
            let journey = fixture(name);
            let found = fit_of(&journey, layout.name, "A3");
            let smallest = found.smallest.unwrap();
            let index = papers.iter().position(|paper| *paper == smallest.paper).unwrap();
            let pages = |paper: &str| lay_as(layout.name, &journey, paper, None).made.pages.len();
            assert_eq!(pages(papers[index]), 1, "{name} as {} on {}", layout.name, smallest.paper);
            assert!(index == 0 || pages(papers[index - 1]) > 1, "{name} as {} on less than {}", layout.name, smallest.paper);
            assert_eq!(found.pages, pages("A3"), "{name} as {}", layout.name);
        }
    }
}

#[test]
fn a_cell_that_is_shortened_by_so_many_characters_is_the_tightest_no_longer() {
    for (name, paper) in [("overvol", "A3"), ("overvol", "A0"), ("lejebil", "A4")] {
        let mut journey = fixture(name);
        let before = fit_of(&journey, "matrix", paper).tightest.unwrap();
        let lane = journey.lanes.iter().position(|lane| lane.title == before.lane).unwrap();
        for phase in journey.phases.iter_mut().filter(|phase| before.phases.contains(&phase.title)) {
            let mut left = before.characters;
            let cell = &mut phase.cells.0[lane];
            while left > 0 {
                let item = cell.last_mut().unwrap();
                let kept = item.text().chars().count().saturating_sub(left);
                left -= item.text().chars().count() - kept;
                if kept == 0 {
                    cell.pop();
                } else {
                    item.text = Some(item.text().chars().take(kept).collect());
                }
            }
        }
        let after = fit_of(&journey, "matrix", paper).tightest;
        assert_ne!(
            after.as_ref().map(|cell| (&cell.lane, &cell.phases)),
            Some((&before.lane, &before.phases)),
            "{name} on {paper}"
        );
    }
}

#[test]
fn a_timeline_stands_upright_only_where_its_type_is_clearly_larger() {
    let json = r#"{"klantreis": 1, "title": "Lid worden van de bibliotheek", "language": "nl", "phases": [
        {"title": "Binnenlopen"}, {"title": "Rondkijken"}, {"title": "Inschrijven", "cells": {"touchpoint": ["Balie", "Website"]}},
        {"title": "Lenen"}, {"title": "Terugbrengen", "cells": {"touchpoint": "Inleverautomaat"}}]}"#;
    let journey = klantreis::read::json(json).unwrap();
    let cells = |way| {
        let laid = lay_as("timeline", &journey, "A3", way);
        let size = laid.made.pages[0].size;
        (size.width > size.height, crate::poster_rules::cell_size(&laid.made))
    };
    let (lying, upright) = (cells(Some(Orientation::Landscape)), cells(Some(Orientation::Portrait)));
    assert!(lying.1 < upright.1 && upright.1 < lying.1 * 1.15, "{upright:?} {lying:?}");
    assert_eq!(cells(None), lying);
}

#[test]
fn of_a_timeline_the_note_that_makes_its_row_high_is_the_tightest() {
    let with = |long: &str| {
        let contact = |text: &str| format!(r#"{{"title": "{text:.6}", "cells": {{"touchpoint": "{text}"}}}}"#);
        let short = ["Balie in de hal", "Website", "Telefoon", "Brief", "Folder"].map(contact).join(",");
        let json = format!(r#"{{"klantreis": 1, "title": "t", "language": "nl", "phases": [{short}, {}]}}"#, contact(long));
        fit_of(&klantreis::read::json(&json).unwrap(), "timeline", "A3").tightest
    };
    let long =
        "Gesprek met een medewerker die alles nog eens uitlegt en daarna het formulier samen met de klant invult en opstuurt";
    let tight = with(long).unwrap();
    assert_eq!(tight.phases, ["Gespre"]);
    let kept: String = long.chars().take(long.len() - tight.characters).collect();
    assert!(tight.characters < long.len() && with(&kept).is_none_or(|after| after.characters < tight.characters), "{tight:?}");
}

#[test]
fn all_titles_that_are_too_long_are_named() {
    let long = ["Rondleiding", "Reserveren", "Aankondigen", "Vergelijken", "Uitproberen", "Terugreizen"];
    let short = ["Intro", "Jas", "Zaal", "Opfrissen", "Brood", "Napraten", "Afscheid", "Evalueren"];
    let cells = r#"{"goal": "Een kaart met de hele route", "action": "Een kaart met de hele route"}"#;
    let titles = long.iter().chain(&short).map(|title| format!(r#"{{"title": "{title}", "cells": {cells}}}"#));
    let phases = titles.collect::<Vec<_>>().join(",");
    let json = format!(r#"{{"klantreis": 1, "title": "Op excursie", "language": "nl", "phases": [{phases}]}}"#);
    let laid = lay_as("map", &klantreis::read::json(&json).unwrap(), "A3", Some(Orientation::Landscape));
    let said = laid.warnings.iter().find(|warning| warning.code == Code::HardToRead).expect("it is hard to read");
    let help = said.help.as_deref().unwrap();
    assert!(long.iter().all(|title| help.contains(title)) && !help.contains("Jas"), "{help}");
}

#[test]
fn a_poster_lies_so_that_its_phases_are_read_where_one_way_has_them_so() {
    // Lying, all stands on one page of A3 only with a lower curve.
    let journey = klantreis::read::json(include_str!("fit.flood.json")).unwrap();
    let hard = |way: Option<Orientation>| {
        let laid = lay_as("map", &journey, "A3", way);
        assert_eq!(laid.made.pages.len(), 1, "{way:?}");
        laid.warnings.iter().any(|warning| warning.code == Code::HardToRead)
    };
    assert_eq!([Some(Orientation::Landscape), None].map(hard), [false; 2]);
}
