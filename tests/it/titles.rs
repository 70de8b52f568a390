//! Long titles and what stands beside points: neither decides over all the rest of a poster.

use klantreis::export::{Options, Selection, fit};
use klantreis::journey::Journey;
use klantreis::journey::choices::Choices;
use klantreis::paper::Orientation;
use klantreis::picture::Gallery;
use klantreis::registry::Registry;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Mm, Page, Role, RunKind};
use klantreis::text::{Fonts, Typesetter};
use serde_json::{Value, json};

use crate::map::{frames, map};
use crate::matrix::lay_as;

fn journey(document: &Value) -> Journey {
    klantreis::read::json(&document.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A journey of phases with these titles, a curve and what is done in each.
fn titled(language: &str, titles: &[&str]) -> Journey {
    let phase = |(nth, title): (usize, &&str)| {
        let score = [-1, -2, -1, 1, -1, -2, 2, 0, 2][nth % 9];
        json!({ "id": format!("p{nth}"), "title": title, "cells": { "feel": { "score": score }, "do": "Doet wat er die dag te doen is" } })
    };
    let lanes = json!([
        { "id": "feel", "kind": "emotion", "title": "Beleving" },
        { "id": "do", "kind": "action", "title": "Actie" },
    ]);
    let phases: Vec<Value> = titles.iter().enumerate().map(phase).collect();
    journey(&json!({ "klantreis": 1, "title": "Naar een schone lei", "language": language, "lanes": lanes, "phases": phases }))
}

/// The lines of phase titles on a page, those that a hyphen was put into with one.
fn title_lines(page: &Page) -> Vec<String> {
    let (mut lines, mut inside) = (Vec::<String>::new(), false);
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if matches!(group.role, Role::ColumnHeader { .. }) => inside = true,
        Step::Close(group) if matches!(group.role, Role::ColumnHeader { .. }) => inside = false,
        Step::Text(run) if inside && run.kind == RunKind::Hyphen => lines.last_mut().unwrap().push('-'),
        Step::Text(run) if inside => lines.push(run.text.to_string()),
        _ => {}
    });
    lines
}

const DEBTS: [&str; 9] = [
    "Vermijden",
    "Erkennen",
    "Aanmelden",
    "Kennismakingsgesprek",
    "Stabilisatie",
    "Schuldeisersonderhandeling",
    "Saneringskrediet",
    "Aflossen",
    "Schone lei",
];

#[test]
fn a_word_of_many_joints_breaks_once() {
    let titles = ["Durchrechnen", "Bestellen", "Montage", "Marktstammdatenregistereintrag", "Ernten und angeben", "Weitersagen"];
    for paper in ["A3", "A1"] {
        let lines = title_lines(&map(&titled("de", &titles), paper).pages[0]);
        let broken: Vec<&str> = lines.iter().map(String::as_str).filter(|line| line.ends_with('-')).collect();
        assert!(matches!(broken[..], ["Marktstammdaten-" | "Marktstammdatenregister-"] | []), "{paper}: {lines:?}");
    }
}

#[test]
fn an_overlong_word_breaks_at_its_joint_and_leaves_the_others_their_room() {
    for paper in ["A3", "A1", "A0"] {
        let scene = map(&titled("nl", &DEBTS), paper);
        let page = &scene.pages[0];
        let lines = title_lines(page);
        let broken: Vec<&str> = lines.iter().map(String::as_str).filter(|line| line.ends_with('-')).collect();
        let joints = ["Kennismakings-", "Schuldeisers-", "Sanerings-"];
        assert!(broken.contains(&"Schuldeisers-") && broken.iter().all(|line| joints.contains(line)), "{paper}: {lines:?}");
        let widths: Vec<Mm> =
            frames(page, |group| matches!(group.role, Role::ColumnHeader { .. })).iter().map(|frame| frame.width).collect();
        let (least, most) =
            widths.iter().fold((Mm(f64::MAX), Mm::ZERO), |(least, most), width| (least.min(*width), most.max(*width)));
        assert!(most.0 <= least.0 * 1.8, "{paper}: {widths:?}");
    }
}

#[test]
fn no_word_is_broken_for_titles_that_are_larger_than_they_need_be() {
    for titles in
        [&["Booking", "Kø på kajen", "Ombordkørsel", "Overfart"][..], &["Klacht", "Huisartsenbezoek", "Wachten", "Uitslag"]]
    {
        for way in [Orientation::Portrait, Orientation::Landscape] {
            let language = if titles[0] == "Booking" { "da" } else { "nl" };
            let scene = lay_as("map", &titled(language, titles), "A3", Some(way)).made;
            let lines = title_lines(&scene.pages[0]);
            assert!(!lines.iter().any(|line| line.ends_with('-')), "{way:?}: {lines:?}");
        }
    }
}

#[test]
fn phases_are_read_from_where_they_should_be_at_the_price_of_a_few_words() {
    // At a size at which hardly a word is broken they would be too small by half a point or one.
    let journey = klantreis::read::json(include_str!("titles.toeslag.json")).unwrap();
    for (paper, least) in [("A3", 16.0), ("A1", 32.0)] {
        let scene = lay_as("matrix", &journey, paper, None).made;
        let mut sizes = Vec::new();
        let mut inside = false;
        for page in &scene.pages {
            walk(&page.nodes, &mut |step| match step {
                Step::Open(group) if matches!(group.role, Role::ColumnHeader { span: 1 }) => inside = true,
                Step::Close(group) if matches!(group.role, Role::ColumnHeader { .. }) => inside = false,
                Step::Text(run) if inside => sizes.push(run.size.0),
                _ => {}
            });
        }
        // Not of how long they take.
        let largest = sizes.iter().copied().fold(0.0, f64::max);
        assert!(scene.pages.len() == 2 && largest >= least, "{paper}: {largest} on {} pages", scene.pages.len());
    }
}

#[test]
fn a_word_for_which_there_is_room_stays_whole() {
    let scene = map(&titled("nl", &["Aanmelden", "Kennismakingsgesprek", "Schuldeisersonderhandeling"]), "A1");
    assert!(!title_lines(&scene.pages[0]).iter().any(|line| line.ends_with('-')));
}

#[test]
fn long_titles_are_read_from_where_they_should_be_whatever_the_layout() {
    let titles = [
        "Verduurzamingsbewustwording",
        "Haalbaarheidsonderzoek",
        "Ledenvergadering",
        "Subsidieaanvraag en financieringsovereenkomst",
        "Installatiewerkzaamheden",
        "Inregelen en nazorg",
    ];
    for layout in ["map", "curve", "matrix"] {
        let scene = lay_as(layout, &titled("nl", &titles), "A3", None).made;
        let (mut sizes, mut inside) = (Vec::new(), false);
        walk(&scene.pages[0].nodes, &mut |step| match step {
            Step::Open(group) if matches!(group.role, Role::ColumnHeader { span: 1 }) => inside = true,
            Step::Close(group) if matches!(group.role, Role::ColumnHeader { .. }) => inside = false,
            Step::Text(run) if inside => sizes.push(run.size.0),
            _ => {}
        });
        let least = sizes.iter().copied().fold(f64::INFINITY, f64::min);
        assert!(scene.pages.len() == 1 && least >= 16.0, "{layout}: {least} on {} pages", scene.pages.len());
        let lines = title_lines(&scene.pages[0]);
        let joints = ["Verduurzamings-", "Haalbaarheids-", "Installatie-", "financierings-", "en financierings-"];
        let broken = lines.iter().filter(|line| line.ends_with('-'));
        assert!(broken.clone().all(|line| joints.contains(&line.as_str())), "{layout}: {lines:?}");
    }
}

const HOPE: [i32; 5] = [1, 0, 0, 1, 1];

/// Four curves, most of whose scores somebody speaks at.
fn night_bus() -> Journey {
    let said = [
        [(1, "“Twelve minutes. Fine.”"), (2, "“I know it by heart.”"), (-1, "“Is it a low-floor one?”")],
        [(-2, "“Keys between my fingers.”"), (0, ""), (-2, "“No dropped kerb at the depot.”")],
        [(-1, ""), (-2, "“It just vanished off the screen.”"), (-1, "")],
        [(2, "“He waited for me.”"), (1, ""), (-2, "“The ramp was stuck again.”")],
        [(1, ""), (2, "“Between stops, at my gate.”"), (0, "")],
    ];
    let touch = ["Departure app", "Unlit underpass", "Countdown display", "The driver", "Request stop"];
    let need = ["Certainty, not an estimate", "Light and other people", "A human voice", "To be seen", "Door to door"];
    let titles = ["Check the time", "Walk to the stop", "Wait", "Board", "Get off"];
    let phase = |(nth, said): (usize, &[(i32, &str); 3])| {
        let cell = |(score, text): (i32, &str)| {
            if text.is_empty() { json!({ "score": score }) } else { json!({ "score": score, "text": text }) }
        };
        json!({ "id": format!("p{nth}"), "title": titles[nth], "cells": {
            "a": cell(said[0]), "b": cell(said[1]), "c": cell(said[2]), "hope": { "score": HOPE[nth] },
            "touch": touch[nth],
            "need": need[nth],
        } })
    };
    let curve = |id: &str, persona: &str| json!({ "id": id, "kind": "emotion", "title": "Experience", "persona": persona });
    journey(&json!({
        "klantreis": 1, "title": "The last bus home", "language": "en",
        "personas": [{ "id": "ada", "name": "Ada, 22" }, { "id": "bo", "name": "Bogdan, 51" }, { "id": "cy", "name": "Cyra, 35" }],
        "lanes": [
            curve("a", "ada"),
            { "id": "hope", "kind": "emotion", "title": "Expectation", "purpose": "expectation" },
            curve("b", "bo"),
            curve("c", "cy"),
            { "id": "touch", "kind": "touchpoint", "title": "Touchpoint" },
            { "id": "need", "kind": "need", "title": "Needs" },
        ],
        "phases": said.iter().enumerate().map(phase).collect::<Vec<_>>(),
    }))
}

#[test]
fn type_is_not_made_larger_at_the_price_of_rows_for_single_quotes() {
    let scene = map(&night_bus(), "A3");
    assert_eq!(scene.pages.len(), 1);
    // Those of the curves, and of the two lanes of texts.
    let headers = frames(&scene.pages[0], |group| group.role == Role::RowHeader).len();
    assert_eq!(headers, 3);
}

#[test]
fn the_paper_that_is_said_to_hold_all_on_one_page_does() {
    let titles = [
        "Wohnungssuche",
        "Besichtigung",
        "Bewerbungsunterlagen",
        "Mietvertragsunterzeichnung",
        "Kündigung",
        "Nachsendeauftrag",
        "Umzugsunternehmen",
        "Halteverbotszone",
        "Umzugstag",
        "Wohnungsübergabe",
        "Ummeldung",
        "Stromanbieterwechsel",
    ];
    let journey = titled("de", &titles);
    let selection = Selection::new(Registry::built_in(), &["svg"], &["map"]).unwrap();
    let choices = Choices::default();
    for paper in ["A4", "A2"] {
        let options = Options { paper: paper.parse().unwrap(), ..Options::default() };
        let said = fit(&choices.of(&journey).unwrap(), Gallery::EMPTY, &selection, &options, &Typesetter::new(Fonts::bundled()));
        let fit = said.into_iter().find_map(|said| said.fit).unwrap();
        let smallest = fit.smallest.expect("some paper holds twelve phases of one line").paper;
        assert_eq!(lay_as("map", &journey, &smallest, None).made.pages.len(), 1, "{smallest}");
    }
}

#[test]
fn titles_stand_on_two_lines_where_the_width_of_others_allows_it() {
    let dog = [
        "Dromen",
        "Zoeken",
        "Vragen",
        "Kennismaking",
        "Bedenktijd",
        "Tekenen en meenemen",
        "De eerste nacht",
        "Wennen of terugbrengen",
    ];
    for layout in ["map", "curve", "matrix"] {
        let scene = lay_as(layout, &titled("nl", &dog), "A3", Some(Orientation::Landscape)).made;
        let lines = title_lines(&scene.pages[0]);
        let of =
            |title: &str| lines.iter().filter(|line| title.split(' ').any(|word| line.split(' ').any(|own| own == word))).count();
        for title in dog {
            assert!(of(title) <= 2, "{layout}: {title} in {lines:?}");
        }
    }
}
