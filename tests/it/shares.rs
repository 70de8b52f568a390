//! How the height of posters is shared: curves before larger type, and phases over pages.

use klantreis::journey::Journey;
use klantreis::paper::Orientation;
use klantreis::scene::{Mm, Role, Scene};
use serde_json::{Value, json};

use crate::map::frames;
use crate::matrix::lay_as;
use crate::poster_rules::cell_size;

fn journey(document: &Value) -> Journey {
    klantreis::read::json(&document.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn lies(scene: &Scene) -> bool {
    scene.pages[0].size.width > scene.pages[0].size.height
}

#[test]
fn type_grows_on_a_poster_of_curves_as_long_as_these_have_the_most_of_it() {
    let phase = |title: &str, one: i8, other: i8| json!({ "title": title, "cells": { "a": { "score": one, "text": "Zoals het was" }, "b": other } });
    let document = json!({
        "klantreis": 1, "title": "Mam, ik heb hem! Van prikbord tot altaar in een trouwjurk van iemand anders", "language": "nl",
        "scenario": "De bruiloft is over elf weken, en nieuw laten maken duurt een halfjaar",
        "personas": [{ "id": "ro", "name": "Rosalie", "quotes": ["Ik wil geen prinses zijn, ik wil dansen."] }],
        "lanes": [{ "id": "a", "kind": "emotion", "title": "Rosalie", "persona": "ro" }, { "id": "b", "kind": "emotion", "title": "Moeder" }],
        "phases": [phase("Dromen", 1, -1), phase("Passen", 2, 2), phase("Vermaken", -2, 0), phase("De grote dag", 2, 2), phase("Doorgeven", 1, 1)],
    });
    for paper in ["A3", "A1"] {
        let scene = lay_as("curve", &journey(&document), paper, None).made;
        assert!(lies(&scene), "{paper}: a journey goes across");
        let page = &scene.pages[0];
        let highest = frames(page, |group| group.role == Role::Figure).iter().map(|frame| frame.height).fold(Mm::ZERO, Mm::max);
        assert!(highest >= page.size.height * 0.6, "{paper}: {highest:?} of {:?}", page.size.height);
    }
}

#[test]
fn a_poster_that_lies_by_itself_has_no_larger_type_than_one_that_is_asked_to() {
    let said = "Wat er in deze fase gebeurt staat hier in een paar woorden";
    for count in [9, 12, 16] {
        let phase = |nth: usize| {
            let score = [-1, -2, 1, 2, 0][nth % 5];
            json!({ "title": format!("Beoordelen {nth}"), "cells": {
                "goal": said, "action": [said, said], "touchpoint": [said, "Brief"], "thought": said, "barrier": [said], "emotion": score } })
        };
        let phases: Vec<Value> = (0..count).map(phase).collect();
        let journey = journey(&json!({ "klantreis": 1, "title": "Een lange reis", "language": "nl", "phases": phases }));
        for paper in ["A3", "A1"] {
            let own = lay_as("map", &journey, paper, None).made;
            let way = if lies(&own) { Orientation::Landscape } else { Orientation::Portrait };
            let asked = lay_as("map", &journey, paper, Some(way)).made;
            assert!(asked.pages.len() <= own.pages.len(), "{count} on {paper}");
            assert!(
                cell_size(&asked) >= cell_size(&own) - 1e-9,
                "{count} on {paper}: {} and {}",
                cell_size(&asked),
                cell_size(&own)
            );
        }
    }
}
