//! A part of a journey beside the whole: the same colours, and no beginning or end where there is none.

use klantreis::export::{Options, Selection, export};
use klantreis::journey::choices::Choices;
use klantreis::registry::Registry;

use crate::timeline::setter;

const JOURNEY: &str = r#"{
  "klantreis": 1, "title": "Naar zee", "language": "nl",
  "personas": [{ "id": "ans", "name": "Ans" }, { "id": "bo", "name": "Bo", "kind": "user" }],
  "stages": [{ "id": "before", "title": "Voor" }, { "id": "after", "title": "Na" }],
  "lanes": [{ "kind": "goal" }, { "id": "s", "kind": "emotion", "title": "Stemming", "persona": "ans", "scale": { "min": 1, "max": 5 } }],
  "phases": [
    { "title": "Plannen", "stage": "before", "cells": { "goal": "Zon", "s": 3 } },
    { "title": "Pakken", "stage": "before", "cells": { "goal": "Niets vergeten", "s": 2 } },
    { "title": "Rijden", "stage": "after", "cells": { "goal": "Geen file", "s": 1 } },
    { "title": "Zwemmen", "stage": "after", "cells": { "goal": "Golven", "s": 5 } }]
}"#;

fn drawn(layout: &str, choices: &Choices) -> String {
    let journey = klantreis::read::json(JOURNEY).unwrap();
    let selection = Selection::new(Registry::built_in(), &["svg"], &[layout]).unwrap();
    let options = Options { choices: choices.clone(), ..Options::default() };
    let exported = export(&journey, &selection, &options, setter()).unwrap();
    exported.outputs.iter().map(|output| String::from_utf8_lossy(&output.bytes).into_owned()).collect()
}

fn phases(names: &[&str]) -> Choices {
    Choices { phases: names.iter().map(|name| (*name).to_owned()).collect(), ..Choices::default() }
}

#[test]
fn stages_of_a_part_have_the_colours_of_the_whole_and_its_ends_are_not_called_that() {
    // The deep hues of the first and of the second stage.
    let (first, second) = ("#0b6e69", "#8a4b08");
    for layout in ["map", "timeline"] {
        for (choices, hues, ends) in [
            (phases(&[]), [true, true], [true, true]),
            (phases(&["before"]), [true, false], [true, false]),
            (phases(&["after"]), [false, true], [false, true]),
            (phases(&["pakken", "rijden"]), [true, true], [false, false]),
        ] {
            let svg = drawn(layout, &choices);
            // In the head a disc with initials has the first.
            let body = svg.split("Stemming").last().unwrap();
            let said = |word: &str| svg.contains(&format!(">{word}<"));
            assert_eq!([said("START"), said("EINDE")], ends, "{layout} {choices:?}");
            assert_eq!(svg.contains(second), hues[1], "{layout} {choices:?}");
            if layout == "timeline" || !hues[0] {
                assert_eq!(body.contains(first), hues[0], "{layout} {choices:?}");
            }
        }
    }
}

#[test]
fn whose_journey_it_is_does_not_change_with_the_rows_that_are_shown() {
    for lanes in [vec![], vec!["goal".to_owned()]] {
        let svg = drawn("map", &Choices { lanes: lanes.clone(), ..Choices::default() });
        assert!(svg.contains("ook: Bo") && !svg.contains("ook: Ans"), "{lanes:?}");
    }
}

#[test]
fn a_blank_timeline_has_the_scale_of_its_journey() {
    let svg = drawn("timeline", &Choices { fill: klantreis::journey::choices::Fill::None, ..Choices::default() });
    for (step, there) in [(">5", true), (">1<", true), (">+2", false)] {
        assert_eq!(svg.contains(step), there, "{step}");
    }
}
