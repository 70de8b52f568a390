//! The layout `curve`: names at the ends, gaps with the figures of the scores, captions, stretches, and its template.

use klantreis::diagnostic::Code;
use klantreis::export::{Options, Selection, export};
use klantreis::journey::choices::{Choices, Fill};
use klantreis::journey::merge::{Document, merge};
use klantreis::journey::{Journey, Purpose, RiskKind};
use klantreis::layout::drawn::curve::shown;
use klantreis::paper::Orientation;
use klantreis::registry::Registry;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Group, Mm, Rect, Role, Scene, Segment};
use klantreis::text::{Fonts, Typesetter};
use proptest::prelude::*;

use crate::matrix::{fixture, lay_as};
use crate::support::boxes::boxes;

fn setter() -> &'static Typesetter {
    static SETTER: std::sync::LazyLock<Typesetter> = std::sync::LazyLock::new(|| Typesetter::new(Fonts::bundled()));
    &SETTER
}

/// All texts of the first page that stand in no item, with their boxes.
fn texts(scene: &Scene) -> Vec<(String, Rect)> {
    boxes(&scene.pages[0].nodes, setter().fonts()).into_iter().map(|one| (one.run.text.to_string(), one.ink)).collect()
}

/// The right edge of the last column.
fn right(scene: &Scene) -> Mm {
    headers(scene).iter().map(|frame| frame.right()).fold(Mm::ZERO, Mm::max)
}

/// Where the lines of curves end at the right.
pub fn ends(scene: &Scene) -> Mm {
    let mut ends = Mm::ZERO;
    walk(&scene.pages[0].nodes, &mut |step| {
        if let Step::Path(path) = step
            && path.stroke.is_some()
            && path.fill.is_none()
        {
            for segment in &path.segments {
                if let Segment::Curve(_, _, to) = segment {
                    ends = ends.max(to.x);
                }
            }
        }
    });
    ends
}

fn read(document: &serde_json::Value) -> Journey {
    klantreis::read::json(&document.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A journey with what was expected and what came, each a list of scores a phase.
fn two(phases: &[(Vec<i8>, Vec<i8>)]) -> Journey {
    let phases: Vec<_> = phases
        .iter()
        .enumerate()
        .map(|(nth, (lived, expected))| {
            serde_json::json!({ "title": format!("Fase {nth}"), "cells": { "a": lived, "b": expected } })
        })
        .collect();
    read(&serde_json::json!({ "klantreis": 1, "title": "Kloof", "language": "nl", "phases": phases,
        "lanes": [{ "id": "a", "kind": "emotion", "title": "Beleefd" },
                  { "id": "b", "kind": "emotion", "title": "Gehoopt", "purpose": "expectation" }] }))
}

#[test]
fn several_curves_are_named_at_the_right_of_their_ends_in_their_order() {
    let journey = fixture("planboard");
    for paper in ["A4", "A3", "A1"] {
        let scene = lay_as("curve", &journey, paper, None).made;
        let right = ends(&scene);
        let beside: Vec<_> = texts(&scene).into_iter().filter(|(_, ink)| ink.x > right).collect();
        let all = beside.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(" ");
        for word in ["Helen’s", "expected", "Jonas’s", "4.5"] {
            assert!(all.contains(word), "{word} is not beside the curves on {paper}: {all}");
        }
        let height = |word: &str| beside.iter().find(|(text, _)| text.contains(word)).unwrap().1.y;
        assert!(height("Helen’s") < height("expected") && height("expected") < height("Jonas’s"), "{paper}: {beside:?}");
    }
}

#[test]
fn a_curve_that_ends_early_is_named_at_its_end_and_lines_to_names_begin_at_ends() {
    let journey = read(&serde_json::json!({ "klantreis": 1, "title": "Eerder weg", "language": "nl",
        "lanes": [{ "id": "a", "kind": "emotion", "title": "Blijft" }, { "id": "b", "kind": "emotion", "title": "Vertrekt" }],
        "phases": [{ "title": "Een", "cells": { "a": 1, "b": 0 } }, { "title": "Twee", "cells": { "a": 2, "b": -1 } },
                   { "title": "Drie", "cells": { "a": 0, "b": -1 } }, { "title": "Vier", "cells": { "a": 1 } }] }));
    let scene = lay_as("curve", &journey, "A3", None).made;
    let right = ends(&scene);
    let columns: Vec<Rect> = headers(&scene);
    let named = |name: &str| {
        let own = texts(&scene).into_iter().filter(|(text, ink)| text.trim_end() == name && ink.x > columns[0].x);
        own.map(|(_, ink)| ink).next().unwrap_or_else(|| panic!("{name} is not named"))
    };
    assert!(named("Blijft").x > right, "in the margin");
    let away = named("Vertrekt").x - columns[2].right();
    assert!(away < Mm(15.0) && named("Vertrekt").right() > columns[2].x, "at the end of the third column: {away:?}");
}

/// The frames of the titles of the phases.
fn headers(scene: &Scene) -> Vec<Rect> {
    let mut frames = Vec::new();
    walk(&scene.pages[0].nodes, &mut |step| {
        if let Step::Open(group) = step
            && let (Role::ColumnHeader { span: 1 }, Some(frame)) = (group.role, group.frame)
        {
            frames.push(frame);
        }
    });
    frames
}

#[test]
fn a_journey_as_it_is_is_held_against_the_same_as_it_shall_be() {
    let lane = |id: &str, purpose: &str| serde_json::json!({ "id": id, "kind": "emotion", "purpose": purpose });
    let phase = |title: &str, cells: serde_json::Value| serde_json::json!({ "title": title, "cells": cells });
    let one = |phases: &[serde_json::Value], lanes: &[serde_json::Value], state: Option<&str>| {
        let mut whole = serde_json::json!({ "klantreis": 1, "title": "Papieren", "language": "nl", "phases": phases });
        if let Some(state) = state {
            whole["state"] = state.into();
        }
        if !lanes.is_empty() {
            whole["lanes"] = lanes.into();
        }
        read(&whole)
    };
    let both = [
        phase("Zoeken", serde_json::json!({ "nu": 1, "later": 1 })),
        phase("Tekenen", serde_json::json!({ "nu": -2, "later": 1 })),
    ];
    let both = one(&both, &[lane("nu", "as-is"), lane("later", "to-be")], None);
    // Of two inputs, each with its state, one is made.
    let [now, later] = [("as-is", -2), ("to-be", 1)].map(|(state, score)| {
        let phases =
            [phase("Zoeken", serde_json::json!({ "emotion": 1 })), phase("Tekenen", serde_json::json!({ "emotion": score }))];
        one(&phases, &[], Some(state))
    });
    let merged = merge(&[Document { name: "nu", journey: &now }, Document { name: "later", journey: &later }]).unwrap().journey;
    for journey in [both, merged] {
        let scene = lay_as("curve", &journey, "A3", None).made;
        let right = ends(&scene);
        let all = texts(&scene);
        let beside = all.iter().filter(|(_, ink)| ink.x > right).flat_map(|(text, _)| text.split_whitespace());
        let beside = beside.collect::<Vec<_>>().join(" ");
        assert!(beside.contains("Zoals het is") && beside.contains("Zoals het wordt"), "{beside}");
        let figures = all.iter().filter(|(text, ink)| text == "−3" && ink.x < right).count();
        assert!(figures >= 1, "the gap is told: {all:?}");
    }
}

#[test]
fn every_curve_is_told_in_words() {
    let told =
        [("nl", "+1 bij A, 0, laagste −2 bij B"), ("da", "+1 ved A, 0, lavest −2 ved B"), ("fr", "+1 at A, 0, lowest −2 at B")];
    for (language, words) in told {
        let journey = read(&serde_json::json!({ "klantreis": 1, "title": "Reis", "language": language, "phases": [
            { "title": "A", "cells": { "touchpoint": "Balie", "emotion": 1 } },
            { "title": "B", "cells": { "touchpoint": ["Brief", "Post"], "emotion": [0, -2] } },
            { "title": "C", "cells": {} },
        ] }));
        let selection = Selection::new(Registry::built_in(), &["svg"], &["map", "curve", "matrix", "timeline"]).unwrap();
        let options = Options { paper: "A1".parse().unwrap(), ..Options::default() };
        let exported = export(&journey, &selection, &options, setter()).unwrap();
        assert_eq!(exported.outputs.len(), 4);
        for output in exported.outputs {
            let svg = String::from_utf8(output.bytes).unwrap();
            let svg = roxmltree::Document::parse(&svg).unwrap();
            let figures = svg.descendants().filter(|node| node.attribute("role") == Some("img"));
            let descriptions = figures.filter_map(|figure| figure.children().find(|child| child.has_tag_name("desc"))?.text());
            assert_eq!(descriptions.collect::<Vec<_>>(), [words], "{language}, {:?}", output.layout.name);
        }
    }
}

#[test]
fn titles_of_phases_are_larger_than_what_is_said_at_points() {
    for name in ["mediacollege", "lejebil", "planboard", "woning", "zwembad"] {
        for (paper, way) in [("A4", Orientation::Landscape), ("A3", Orientation::Portrait), ("A1", Orientation::Landscape)] {
            let scene = lay_as("curve", &fixture(name), paper, Some(way)).made;
            let (mut titles, mut said) = (0.0_f64, 0.0_f64);
            let mut inside = (false, false);
            walk(&scene.pages[0].nodes, &mut |step| match step {
                Step::Open(Group { role: Role::ColumnHeader { span: 1 }, .. }) => inside.0 = true,
                Step::Close(Group { role: Role::ColumnHeader { span: 1 }, .. }) => inside.0 = false,
                Step::Open(Group { role: Role::Cell, .. }) => inside.1 = true,
                Step::Close(Group { role: Role::Cell, .. }) => inside.1 = false,
                // Durations stand in the headers too, in smaller type.
                Step::Text(run) if inside.0 => titles = titles.max(run.size.0),
                Step::Text(run) if inside.1 => said = said.max(run.size.0),
                _ => {}
            });
            assert!(said > 0.0 && titles >= said * 1.3 - 1e-6, "{name} on {paper}: {titles} and {said}");
        }
    }
}

#[test]
fn phases_take_the_whole_width_whether_curves_are_named_beside_them_or_not() {
    for name in ["lejebil", "planboard"] {
        let scene = lay_as("curve", &fixture(name), "A3", None).made;
        assert!(right(&scene) / scene.pages[0].size.width > 0.96, "{name}");
    }
}

#[test]
fn what_turns_the_journey_says_which_contact_it_is() {
    let contact =
        |text: &str, turns: bool, leaves: bool| serde_json::json!({ "text": text, "moment_of_truth": turns, "drop_off": leaves });
    let journey = read(&serde_json::json!({ "klantreis": 1, "title": "Keren", "language": "nl",
        "lanes": [{ "kind": "touchpoint" }, { "kind": "emotion" }],
        "phases": [
            { "title": "Een", "cells": { "touchpoint": [contact("Folder", false, false), contact("Balie", true, false)],
                "emotion": { "score": 1, "text": "fijn" } } },
            { "title": "Twee", "cells": { "touchpoint": [contact("Wachtrij", true, true)], "emotion": { "score": -2, "text": "lang" } } },
            { "title": "Drie", "cells": { "touchpoint": [contact("Loket", true, false), contact("Formulier", false, true)],
                "emotion": { "score": -1, "text": "vol" } } },
            { "title": "Vier", "cells": { "touchpoint": [contact("Brief", true, false), contact("Mail", true, false)],
                "emotion": { "score": 2, "text": "klaar" } } }] }));
    let all = said(&journey).replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    for words in
        ["Moment of truth: Balie", "Moment of truth Afhaakmoment: Wachtrij", "Moment of truth: Loket", "Afhaakmoment: Formulier"]
    {
        assert!(all.contains(words), "{words} in {all}");
    }
    // Of several nobody knows which one it is.
    assert!(!all.contains("Brief") && !all.contains("Mail") && !all.contains("Folder"), "{all}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_figure_of_a_gap_is_the_largest_of_its_phase(
        phases in prop::collection::vec((prop::collection::vec(-2_i8..=2, 1..=3), -2_i8..=2), 2..8),
    ) {
        // As many of both, so that each score is held against the one at its place.
        let phases: Vec<_> = phases.into_iter().map(|(lived, expected)| { let many = vec![expected; lived.len()]; (lived, many) }).collect();
        let scene = lay_as("curve", &two(&phases), "A1", None).made;
        let mut notes = Vec::new();
        let (mut inside, mut items) = (0, 0);
        walk(&scene.pages[0].nodes, &mut |step| match step {
            // The scores of what is said at points are not meant.
            Step::Open(group) if group.role == Role::Item => items += 1,
            Step::Close(group) if group.role == Role::Item => items -= 1,
            Step::Open(group) if group.role == Role::Note => inside += 1,
            Step::Close(group) if group.role == Role::Note => inside -= 1,
            Step::Text(run) if inside > 0 && items == 0 => notes.push((run.text.trim_end().to_owned(), run.size)),
            _ => {}
        });
        let cells = notes.iter().filter(|(text, _)| text.len() > 1 && (text.starts_with('+') || text.starts_with('−')));
        let largest = cells.clone().map(|(_, size)| size.0).fold(0.0, f64::max);
        let found: Vec<&str> = cells.filter(|(_, size)| (size.0 - largest).abs() < 1e-9).map(|(text, _)| text.as_str()).collect();
        let wanted: Vec<i8> = phases.iter().filter_map(|(lived, expected)| {
            let gaps = lived.iter().zip(expected).map(|(one, other)| one - other);
            gaps.reduce(|most, next| if next.abs() > most.abs() { next } else { most }).filter(|gap| *gap != 0)
        }).collect();
        let wanted: Vec<String> = wanted.iter().map(|gap| format!("{}{}", if *gap > 0 { '+' } else { '−' }, gap.abs())).collect();
        // Numbers of the scale are smaller. What has no room is left out; nothing else is.
        let mut left = wanted.iter();
        prop_assert!(found.iter().all(|figure| left.any(|gap| gap == figure)), "{:?} of {:?}", found, wanted);
        prop_assert!(found.len() * 2 >= wanted.len(), "{:?} of {:?}", found, wanted);
    }
}

/// All that a curve of a journey says on A3.
fn said(journey: &Journey) -> String {
    let scene = lay_as("curve", journey, "A3", None).made;
    texts(&scene).into_iter().map(|(text, _)| text + " ").collect()
}

#[test]
fn points_without_words_say_what_is_said_or_thought_and_nothing_else_of_their_phase() {
    let journey = read(&serde_json::json!({ "klantreis": 1, "title": "Woorden", "language": "nl",
        "lanes": [{ "kind": "touchpoint" }, { "kind": "action" }, { "kind": "quote" }, { "kind": "thought" },
                  { "id": "a", "kind": "emotion" }, { "id": "b", "kind": "emotion", "title": "Gehoopt", "purpose": "expectation" }],
        "phases": [
            { "title": "Een", "cells": { "touchpoint": ["Balie", "Kassa"], "quote": "Dat duurt lang", "a": [1, -1], "b": 1 } },
            { "title": "Twee", "cells": { "touchpoint": "Bad", "thought": "Heerlijk water", "a": 2, "b": 1 } },
            { "title": "Drie", "cells": { "touchpoint": "Kleedkamer", "quote": "Brr", "a": { "score": 0, "text": "Koud" }, "b": 1 } },
            { "title": "Vier", "cells": { "touchpoint": "Poort", "action": "Fietsen", "a": 2, "b": 1 } }] }));
    let all = said(&journey);
    for word in ["Heerlijk", "Koud"] {
        assert_eq!(all.matches(word).count(), 1, "{word} in {all}");
    }
    // Of several scores in a phase nobody knows which one it is of that something is said; but a score of each contact is of that.
    for word in ["Balie", "Kassa"] {
        assert_eq!(all.matches(word).count(), 1, "{word} in {all}");
    }
    for word in ["duurt", "Bad", "Brr", "Poort", "Fietsen"] {
        assert!(!all.contains(word), "{word} explains no score: {all}");
    }
    assert!(shown(&journey).lanes.iter().all(|lane| lane.scale.is_some()));
}

#[test]
fn what_one_person_says_stands_at_no_point_of_another() {
    let journey = |curves: serde_json::Value, quote: serde_json::Value| {
        let mut lanes = curves.as_array().unwrap().clone();
        lanes.push(quote);
        read(&serde_json::json!({ "klantreis": 1, "title": "Stemmen", "language": "nl", "lanes": lanes,
            "personas": [{ "id": "oma", "name": "Oma" }, { "id": "bode", "name": "Bode" }],
            "phases": [{ "title": "Een", "cells": { "a": 1, "q": { "text": "Prachtig", "sender": "Oma" } } },
                       { "title": "Twee", "cells": { "a": -1, "q": { "text": "Natte", "sender": "Bode" } } },
                       { "title": "Drie", "cells": { "a": 1, "q": "Zaken" } }] }))
    };
    let of = |id: &str, kind: &str, persona: Option<&str>| {
        let mut lane = serde_json::json!({ "id": id, "kind": kind });
        if let Some(persona) = persona {
            lane["persona"] = persona.into();
        }
        lane
    };
    let oma = || of("a", "emotion", Some("oma"));
    let words = |journey: &Journey| ["Prachtig", "Natte", "Zaken"].map(|word| said(journey).contains(word));
    let alone = journey(serde_json::json!([oma()]), of("q", "quote", None));
    assert_eq!(words(&alone), [true, false, true], "who is named speaks; else whose curve it is");
    let own = journey(serde_json::json!([oma()]), of("q", "quote", Some("oma")));
    assert_eq!(words(&own), [true, false, true]);
    let other = journey(serde_json::json!([oma()]), of("q", "quote", Some("bode")));
    assert_eq!(words(&other), [false, false, false]);
    let two = journey(serde_json::json!([oma(), of("b", "emotion", Some("bode"))]), of("q", "quote", None));
    assert_eq!(words(&two), [false, false, false], "of two nobody knows who says it");
}

#[test]
fn what_is_said_along_another_curve_has_its_colour() {
    let journey = read(&serde_json::json!({ "klantreis": 1, "title": "Stemmen", "language": "nl",
        "lanes": [{ "id": "a", "kind": "emotion", "title": "Oma" }, { "id": "b", "kind": "emotion", "title": "Bode" }],
        "phases": [{ "title": "Een", "cells": { "a": { "score": 2, "text": "Prachtig" }, "b": { "score": 2, "text": "Alweer" } } },
                   { "title": "Twee", "cells": { "a": -1, "b": { "score": -2, "text": "Nat" } } }] }));
    for layout in ["curve", "map"] {
        let scene = lay_as(layout, &journey, "A3", None).made;
        let color = |word: &str| {
            let mut colors = Vec::new();
            walk(&scene.pages[0].nodes, &mut |step| {
                if let Step::Text(run) = step
                    && run.text.trim() == word
                {
                    colors.push(run.color);
                }
            });
            colors
        };
        let [first, second] = ["Oma", "Bode"].map(|name| *color(name).last().unwrap());
        assert_ne!(first, second);
        assert_eq!(color("Prachtig"), [first], "{layout}");
        assert_eq!((color("Alweer"), color("Nat")), (vec![second], vec![second]), "{layout}");
    }
}

#[test]
fn the_legend_names_the_sides_of_the_gap_that_are_shown_and_what_is_dangerous_stands_at_its_points_or_in_a_row_with_its_name() {
    let legend = |phases: &[(Vec<i8>, Vec<i8>)]| {
        let all = said(&two(phases));
        let dangerous = phases.iter().any(|(lived, expected)| lived[0] < expected[0]);
        assert_eq!(all.contains("2 onder"), dangerous, "{all}");
        ["boven verwachting", "onder verwachting", "Risico’s"].map(|word| all.contains(word))
    };
    let [worse, better, same] = [-1, 2, 1].map(|score| (vec![score], vec![1]));
    assert_eq!(legend(&[worse.clone(), worse.clone()]), [false, true, false], "one stretch is named once");
    assert_eq!(legend(&[worse.clone(), same.clone(), worse.clone()]), [false, true, true], "of two stretches of three phases");
    assert_eq!(legend(&[better.clone(), better.clone()]), [true, false, false]);
    assert_eq!(legend(&[better, worse]), [true, true, false], "of one of two");
    assert_eq!(legend(&[same.clone(), (vec![2], vec![2])]), [false, false, false], "no gap, no entry");
}

#[test]
fn dull_and_dangerous_stretches_follow_their_rule() {
    let kinds = |phases: &[(Vec<i8>, Vec<i8>)]| -> Vec<Vec<Option<RiskKind>>> {
        let shown = shown(&two(phases));
        shown.phases.iter().map(|phase| phase.risks.iter().map(|risk| risk.kind).collect()).collect()
    };
    let level = |score: i8| (vec![score], vec![score]);
    assert_eq!(kinds(&[level(0), level(0), level(0)]), [vec![], vec![Some(RiskKind::Dull)], vec![]], "between equals");
    assert_eq!(kinds(&[level(2), level(2), level(2)]), [vec![], vec![], vec![]], "nobody is bored where all is well");
    assert_eq!(kinds(&[level(0), (vec![0, 1], vec![0]), level(1)]), [vec![], vec![], vec![]]);
    let fallen = kinds(&[(vec![-1], vec![1]), (vec![0], vec![1]), (vec![2], vec![0])]);
    assert_eq!(fallen, [vec![None], vec![], vec![]], "two below what was expected, not one, and not above");
    let long = [(vec![-1], vec![1]), (vec![-2], vec![2]), (vec![0], vec![2]), (vec![1], vec![1]), (vec![0], vec![2])];
    assert_eq!(kinds(&long), [vec![], vec![None], vec![], vec![], vec![None]], "a stretch is named once, at its deepest");
    let told = |phase: usize| shown(&two(&long)).phases[phase].risks[0].text.clone();
    assert!(told(1).starts_with("4 onder verwachting (Fase 0 – Fase 2)"), "{}", told(1));
    assert_eq!(told(4), "2 onder verwachting");
    let mut aimed = two(&long);
    aimed.lanes.iter_mut().filter(|lane| lane.purpose.is_some()).for_each(|lane| lane.purpose = Some(Purpose::ToBe));
    assert_eq!(shown(&aimed).phases[4].risks[0].text, "2 onder het doel");
}

#[test]
fn a_journey_without_scores_is_told_so_and_has_its_template() {
    let mut journey = fixture("mini");
    journey.lanes.retain(|lane| lane.scale.is_none());
    let laid = lay_as("curve", &journey, "A3", None);
    let said: Vec<_> = laid.warnings.iter().filter(|warning| warning.code == Code::NothingToShow).collect();
    assert_eq!(said.len(), 1, "{:?}", laid.warnings);
    assert!(said[0].help.as_ref().is_some_and(|help| help.contains("emotion")), "{said:?}");
    let all: String = texts(&laid.made).into_iter().map(|(text, _)| text + " ").collect();
    assert!(all.contains("+2") && all.contains("−2"), "the scale to draw on: {all}");
    // A template that was asked for is no surprise, with scores or without.
    let selection = Selection::new(Registry::built_in(), &["pdf"], &["curve"]).unwrap();
    for name in ["mini", "planboard"] {
        let choices = Choices { fill: Fill::None, ..Choices::default() };
        let options = Options { choices, ..Options::default() };
        let made = export(&fixture(name), &selection, &options, setter()).unwrap();
        assert!(made.warnings.iter().all(|warning| warning.code != Code::NothingToShow), "{name}: {:?}", made.warnings);
    }
}
