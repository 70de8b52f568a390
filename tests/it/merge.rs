//! Several journeys in one: the rules, the properties, and the command.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::documents;
use crate::support::journeys::journey;
use klantreis::journey::merge::{Document, Matter, Merged, merge};
use klantreis::journey::{Item, Journey, Purpose, normal};
use klantreis::read::{json, json_bytes};
use proptest::prelude::*;

const GROUPS: [&str; 6] = ["groep-1.json", "groep-2.json", "groep-3.json", "groep-4.json", "groep-5.json", "groep-6.json"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn merged(journeys: &[&Journey]) -> Merged {
    let names: Vec<_> = (1..=journeys.len()).map(|number| format!("{number}.json")).collect();
    let documents: Vec<_> = names.iter().zip(journeys).map(|(name, journey)| Document { name, journey }).collect();
    merge(&documents).unwrap_or_else(|refused| panic!("{:?}\n{}", refused.problems, refused.text))
}

/// The merge of documents that only have a head and these fields.
fn of_texts(documents: &[&str]) -> Merged {
    let read = |fields: &&str| {
        let text = format!(r#"{{ "klantreis": 1, "title": "Reis", "language": "nl", {fields} }}"#);
        json(&text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
    };
    let journeys: Vec<_> = documents.iter().map(read).collect();
    merged(&journeys.iter().collect::<Vec<_>>())
}

fn titles(journey: &Journey) -> Vec<&str> {
    journey.phases.iter().map(|phase| phase.title.as_str()).collect()
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klantreis"));
    command.arg("merge").args(arguments).current_dir(folder).env_remove("NO_COLOR").output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn six_groups_make_one_journey() {
    let folder = root().join("fixtures/merge");
    let done = run(&folder, &GROUPS);
    assert_eq!(done.status.code(), Some(0));
    documents::assert_golden("merge/expected.json", &text(&done.stdout));
    documents::assert_golden("merge/expected.txt", &text(&done.stderr));
    let arguments: Vec<_> = GROUPS.into_iter().chain(["--message-format", "json", "--strict"]).collect();
    let done = run(&folder, &arguments);
    assert_eq!(done.status.code(), Some(3), "conflicts are warnings");
    documents::assert_golden("merge/expected.jsonl", &text(&done.stderr));
}

#[test]
fn the_scale_of_the_scores_stands() {
    let words = r#""lanes": [{ "kind": "emotion", "scale": { "min": 0, "max": 4, "labels": { "4": "blij" } } }],
        "phases": [{ "title": "A", "cells": { "emotion": "moe" } }]"#;
    let scores = r#""lanes": [{ "kind": "emotion", "scale": { "min": 0, "max": 10 } }],
        "phases": [{ "title": "A", "cells": { "emotion": 7 } }]"#;
    for documents in [[words, scores], [scores, words]] {
        let Merged { journey, remarks } = of_texts(&documents);
        assert_eq!(journey.lanes[0].scale.as_ref().map(|scale| scale.max), Some(10.0));
        assert!(remarks.iter().any(klantreis::journey::merge::Remark::is_conflict) && journey.x.object().line().contains("blij"));
    }
}

#[test]
fn pictures_are_named_from_the_folder_of_the_output() {
    let desk = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = desk.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let group = |title: &str| {
        let picture = r#"[{ "picture": "foto.svg" }, { "picture": "data:image/svg+xml,%3Csvg/%3E" }]"#;
        format!(
            r#"{{ "klantreis": 1, "title": "Reis", "language": "nl", "phases": [{{ "title": "{title}", "cells": {{ "image": {picture} }} }}] }}"#
        )
    };
    write("klas/een/reis.json", &group("A"));
    write("klas/twee/reis.json", &group("B"));
    let done = run(desk.path(), &["klas/een/reis.json", "klas/twee/reis.json", "-o", "klas/alles.json"]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let all = json_bytes(&fs::read(desk.path().join("klas/alles.json")).unwrap()).unwrap();
    let sources: Vec<_> = all.pictures().map(|(_, picture)| picture.src.as_str()).collect();
    assert_eq!(sources, ["een/foto.svg", "data:image/svg+xml,%3Csvg/%3E", "twee/foto.svg", "data:image/svg+xml,%3Csvg/%3E"]);

    let done = run(desk.path(), &["klas/een/reis.json", "klas/twee/reis.json", "-o", "uit/alles.json", "--strict"]);
    assert_eq!(done.status.code(), Some(3));
    assert_eq!(text(&done.stderr).matches("warning[picture-outside]").count(), 2, "{}", text(&done.stderr));
    let done = run(desk.path(), &["klas/een/reis.json", "-o", "klas/alles.xlsx"]);
    assert_eq!(done.status.code(), Some(2));
}

#[test]
fn an_input_is_never_overwritten_and_nothing_is_written_after_an_error() {
    let desk = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(desk.path().join(name), text).unwrap();
    let names = || fs::read_dir(desk.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect::<BTreeSet<_>>();
    let good = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "phases": [{ "title": "Fase" }] }"#;
    write("a.json", good);
    write("b.json", &good.replace("title", "titel"));
    for (arguments, code, says) in [
        (&["a.json", "b.json", "-o", "all.json"] as &[_], 1, "nothing merged"),
        (&["a.json", "-o", "a.json"], 2, "is an input and is not overwritten"),
        (&["a.json", "-o", "./a.json"], 2, "is an input and is not overwritten"),
        (&[".", "-o", "all.json"], 2, "folder of inputs"),
        (&["a.json", "-o", "."], 2, "is a folder"),
        (&["none.json", "-o", "all.json"], 1, "cannot be read"),
    ] {
        let before = names();
        let done = run(desk.path(), arguments);
        let said = text(&done.stderr);
        assert_eq!(done.status.code(), Some(code), "{arguments:?}: {said}");
        assert!(said.contains(says), "{arguments:?}: {said}");
        assert_eq!(names(), before, "{arguments:?}");
    }
    assert_eq!(fs::read_to_string(desk.path().join("a.json")).unwrap(), good);
    let done = run(desk.path(), &["a.json", "-o", "out/all.json"]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert_eq!(fs::read_to_string(desk.path().join("out/all.json")).unwrap(), normal(&json(good).unwrap()));
}

#[test]
fn parts_join_by_id_and_by_title_however_it_is_written() {
    let Merged { journey, remarks } = of_texts(&[
        r#""stages": [{ "title": "Voor" }], "phases": [{ "id": "orientation", "title": "Oriëntatie", "stage": "voor" }]"#,
        r#""stages": [{ "id": "s", "title": "VOOR " }], "phases": [{ "title": " orientatie", "stage": "s", "cells": { "goal": "Kiezen" } }]"#,
        r#""phases": [{ "id": "orientation", "title": "Rondkijken", "cells": { "goal": "" } }]"#,
    ]);
    assert_eq!((journey.stages.len(), titles(&journey)), (1, vec!["Oriëntatie"]));
    assert_eq!(journey.phases[0].cells[0][0].text(), "Kiezen");
    let [retitled] = remarks.as_slice() else { panic!("{remarks:?}") };
    assert!(
        retitled.is_conflict() && retitled.message("1.json").english().contains("`Rondkijken` here, but `Oriëntatie` in 1.json")
    );
    assert_eq!((retitled.here.document, retitled.here.pointer.as_str()), (2, "/phases/0/title"));
}

#[test]
fn phases_stand_where_their_neighbours_say() {
    let list = |titles: &str| {
        let phases: Vec<_> = titles.split(' ').map(|title| format!(r#"{{ "title": "{title}" }}"#)).collect();
        format!(r#""phases": [{}]"#, phases.join(", "))
    };
    for (documents, order, contradictions) in [
        (&["a b c", "a b x c"] as &[&str], "a b x c", 0),
        (&["b", "a b c"], "a b c", 0),
        (&["a", "b", "c"], "a b c", 0),
        (&["c", "a", "a b", "b c"], "a b c", 0),
        (&["a b", "b a"], "a b", 1),
        (&["a c", "b", "b c"], "a b c", 0),
        (&["a b c", "c b a x"], "a b c x", 1),
    ] {
        let lists: Vec<_> = documents.iter().map(|titles| list(titles)).collect();
        let Merged { journey, remarks } = of_texts(&lists.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(titles(&journey).join(" "), order, "{documents:?}");
        let orders = remarks.iter().filter(|remark| matches!(remark.matter, Matter::Order { .. }));
        assert_eq!(orders.count(), contradictions, "{documents:?}");
    }
}

#[test]
fn curves_of_other_scales_stand_side_by_side_and_empty_ones_do_not() {
    let curve = |scale: &str, score: &str| {
        format!(
            r#""lanes": [{{ "id": "mood", "kind": "emotion"{scale} }}], "phases": [{{ "title": "A", "cells": {{ {score} }} }}]"#
        )
    };
    let (plain, ten) = (curve("", r#""mood": 1"#), curve(r#", "scale": { "min": 0, "max": 10 }"#, r#""mood": 8"#));
    let Merged { journey, remarks } = of_texts(&[&plain, &ten]);
    assert_eq!(journey.lanes.iter().map(|lane| lane.id.as_str()).collect::<Vec<_>>(), ["mood", "mood-2"]);
    assert_eq!(journey.phases[0].cells[1][0].score, Some(8.0));
    assert!(remarks[0].is_conflict(), "{remarks:?}");
    let Merged { journey, remarks } = of_texts(&[&curve("", ""), &ten]);
    assert_eq!((journey.lanes.len(), remarks.len()), (1, 0));
    assert_eq!(journey.lanes[0].scale.as_ref().unwrap().max.to_bits(), 10.0_f64.to_bits());
    // A document with scores on the default scale is not drawn onto another one that nobody used.
    let Merged { journey, .. } = of_texts(&[&curve(r#", "scale": { "min": 0, "max": 10 }"#, ""), &plain]);
    assert_eq!(journey.lanes[0].scale.as_ref().unwrap().max.to_bits(), 2.0_f64.to_bits());
}

#[test]
fn a_journey_as_it_is_and_as_it_shall_be_keep_their_curves_apart() {
    let document = |state: &str, score: i8| {
        let cells = format!(r#""cells": {{ "action": ["Uploaden"], "emotion": [{score}] }}"#);
        format!(r#"{state}"phases": [{{ "title": "Aanvragen", {cells} }}]"#)
    };
    let (now, later) = (document(r#""state": "as-is", "#, -2), document(r#""state": "to-be", "#, 1));
    let journey = of_texts(&[&now, &later]).journey;
    let curves: Vec<_> = journey.lanes.iter().filter_map(|lane| Some((lane.scale.as_ref()?, lane.purpose))).collect();
    let purposes: Vec<_> = curves.iter().map(|(_, purpose)| *purpose).collect();
    assert_eq!(purposes, [Some(Purpose::AsIs), Some(Purpose::ToBe)]);
    let scores = journey.phases[0].cells.iter().flatten().filter_map(|item| item.score);
    assert_eq!(scores.collect::<Vec<_>>(), [-2.0, 1.0]);
    // What is done is the same in both.
    assert_eq!(journey.phases[0].cells.iter().flatten().filter(|item| item.text() == "Uploaden").count(), 1);
    // Of one state, or of none, they are one curve.
    for (one, other) in [(&now, &now), (&now, &document("", 1))] {
        let journey = of_texts(&[one, other]).journey;
        assert_eq!(journey.lanes.iter().filter(|lane| lane.scale.is_some()).count(), 1, "{one} {other}");
    }
}

#[test]
fn ids_that_mean_something_else_are_renamed_with_all_that_names_them() {
    let one = r#""phases": [{ "title": "A", "cells": { "touchpoint": { "id": "desk", "text": "Balie" } } }, { "title": "B" }],
        "links": [{ "from": "desk", "to": "b" }]"#;
    let other = r#""phases": [{ "title": "B", "cells": { "touchpoint": [{ "id": "desk", "text": "Bureau" }, { "id": "a", "text": "Raam" }] } }],
        "links": [{ "from": "desk", "to": "a" }], "storyboard": [{ "caption": "Zij", "at": "desk" }]"#;
    let Merged { journey, remarks } = of_texts(&[one, other]);
    let ids: Vec<_> = journey.phases[1].cells[0].iter().map(|item| item.id.as_deref().unwrap()).collect();
    assert_eq!(ids, ["desk-2", "a-2"]);
    let ends = |index: usize| (journey.links[index].from.as_str(), journey.links[index].to.as_deref().unwrap());
    assert_eq!((ends(0), ends(1)), (("desk", "b"), ("desk-2", "a-2")));
    assert_eq!(journey.storyboard[0].at.as_deref(), Some("desk-2"));
    assert!(remarks.iter().all(|remark| !remark.is_conflict()) && remarks.len() == 2, "{remarks:?}");
}

#[test]
fn what_is_set_aside_is_kept_and_survives_the_next_merge() {
    let documents = [
        r#""scenario": "Regen", "phases": [{ "title": "A" }], "x": { "colour": [1, 2] }"#,
        r#""scenario": "Zon", "phases": [{ "title": "A" }], "x": { "colour": [2, 1], "merge": "mine" }"#,
        r#""scenario": "Zon", "phases": [{ "title": "A" }]"#,
    ];
    let Merged { journey, remarks } = of_texts(&documents);
    assert_eq!((remarks.len(), remarks[0].more), (2, 1), "{remarks:?}");
    let x = klantreis::journey::Json::Object(vec![("x".into(), journey.x.object())]).line();
    for kept in [
        r#"{ "from": "2.json", "pointer": "/scenario", "value": "Zon" }"#,
        r#"{ "from": "2.json", "pointer": "/x/colour", "value": [2, 1] }"#,
        r#""value": "mine""#,
    ] {
        assert!(x.contains(kept), "{x}");
    }
    let again = merged(&[&journey, &journey]);
    assert_eq!((normal(&again.journey), again.remarks.len()), (normal(&journey), 0));
}

#[test]
fn other_names_for_a_phase_and_other_titles_of_a_lane_are_known() {
    let Merged { journey, .. } = of_texts(&[
        r#""phases": [{ "id": "purchase", "title": "Aankoop", "cells": { "touchpoint": "Kassa" } }]"#,
        r#""lanes": [{ "kind": "touchpoint", "title": "Contactmoment" }],
            "phases": [{ "title": "Beslissings- en aankoopfase", "cells": { "contactmoment": "Pin" } }]"#,
    ]);
    assert_eq!((journey.phases.len(), journey.lanes.len(), journey.phases[0].cells[0].len()), (1, 1, 2));
    assert_eq!(journey.lanes[0].title, "Contactmoment");
}

#[test]
fn what_a_document_says_twice_comes_twice() {
    let goals = |goals: &str| format!(r#""phases": [{{ "title": "A", "cells": {{ "goal": {goals} }} }}]"#);
    let Merged { journey, .. } = of_texts(&[&goals(r#"["a", "b", "a"]"#), &goals(r#"["a", "a", "a", "c"]"#), &goals(r#""a""#)]);
    let said: Vec<_> = journey.phases[0].cells[0].iter().map(Item::text).collect();
    assert_eq!(said, ["a", "b", "a", "a", "c"]);
}

#[test]
fn the_group_that_fills_a_phase_says_what_it_is() {
    let Merged { journey, remarks } = of_texts(&[
        r#""phases": [{ "title": "A", "description": "Uit de les" }]"#,
        r#""phases": [{ "title": "A", "description": "Van ons", "cells": { "goal": "Iets" } }]"#,
    ]);
    assert_eq!(journey.phases[0].description.as_deref(), Some("Van ons"));
    assert_eq!((remarks.len(), remarks[0].here.document), (1, 0));
}

#[test]
fn an_item_ends_after_it_begins_and_keeps_its_language() {
    let one = r#""phases": [{ "title": "A" }, { "title": "B" }]"#;
    let other = r#""phases": [{ "title": "B", "cells": { "goal": { "text": "Lang", "until": "a" } } }, { "title": "A" }]"#;
    let Merged { journey, remarks } = of_texts(&[one, other]);
    assert!(journey.phases[1].cells[0][0].until.is_none());
    assert!(remarks.iter().any(|remark| matches!(remark.matter, Matter::EndsBefore { .. })), "{remarks:?}");

    let danish = r#"{ "klantreis": 1, "title": "Reis", "language": "da", "phases": [{ "title": "A", "cells": { "goal": "Hurtigt hjem" } }] }"#;
    let dutch = danish.replace("\"da\"", "\"nl\"").replace("Hurtigt hjem", "Snel thuis");
    let Merged { journey, remarks } = merged(&[&json(&dutch).unwrap(), &json(danish).unwrap()]);
    assert_eq!(journey.lanes.len(), 1, "built-in titles are no titles of their own");
    let tags: Vec<_> = journey.phases[0].cells[0].iter().map(|item| item.language.as_ref().map(|own| own.tag.as_str())).collect();
    assert_eq!(tags, [None, Some("da")]);
    assert!(remarks.iter().any(|remark| remark.message("").english().starts_with("`language` of the journey")), "{remarks:?}");
}

#[test]
fn too_much_for_one_journey_is_refused() {
    let phases = |from: usize| (from..from + 150).map(|number| format!(r#"{{ "title": "Fase {number}" }}"#)).collect::<Vec<_>>();
    let document = |from| {
        let phases = phases(from).join(",");
        json(&format!(r#"{{ "klantreis": 1, "title": "Reis", "language": "nl", "phases": [{phases}] }}"#)).unwrap()
    };
    let (one, other) = (document(0), document(150));
    let refused = merge(&[Document { name: "1", journey: &one }, Document { name: "2", journey: &other }]).unwrap_err();
    assert!(refused.problems[0].message.contains("300 phases"), "{:?}", refused.problems);
    assert!(merge(&[]).is_err());
}

#[test]
fn every_document_merges_with_every_other() {
    let all: Vec<_> = documents::valid().iter().filter_map(|(_, bytes)| json_bytes(bytes).ok()).collect();
    assert!(all.len() > 20);
    for one in &all {
        let alone = merged(&[one]);
        assert_eq!((normal(&alone.journey), alone.remarks.len()), (normal(one), 0));
        let twice = merged(&[one, one]);
        assert_eq!((normal(&twice.journey), twice.remarks.len()), (normal(one), 0));
        for other in &all {
            let both = merged(&[one, other]).journey;
            assert_eq!(normal(&merged(&[&both]).journey), normal(&both));
        }
    }
}

/// The journey with the cells of only those phases.
fn only(journey: &Journey, mine: impl Fn(usize) -> bool) -> Journey {
    let mut part = journey.clone();
    for (index, phase) in part.phases.iter_mut().enumerate() {
        if !mine(index) {
            phase.cells.0.iter_mut().for_each(Vec::clear);
        }
    }
    part
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn one_document_is_its_own_merge(journey in journey()) {
        for documents in [&[&journey] as &[_], &[&journey, &journey], &[&journey, &journey, &journey]] {
            let Merged { journey: result, remarks } = merged(documents);
            prop_assert_eq!(normal(&result), normal(&journey));
            prop_assert!(remarks.is_empty(), "{:?}", remarks);
        }
    }

    #[test]
    fn phases_of_a_split_journey_give_it_back(journey in journey(), start in any::<usize>()) {
        let count = journey.phases.len();
        // Everything but the cells of one phase each, in any order.
        let parts: Vec<_> = (0..count).map(|place| only(&journey, |phase| phase == (place + start % count) % count)).collect();
        let Merged { journey: result, remarks } = merged(&parts.iter().collect::<Vec<_>>());
        prop_assert_eq!(normal(&result), normal(&journey));
        prop_assert!(remarks.is_empty(), "{:?}", remarks);
    }

    #[test]
    fn phases_that_stand_alone_give_the_journey_back(mut journey in journey()) {
        // Phases of the same title would be the same phase.
        for (index, phase) in journey.phases.iter_mut().enumerate() {
            phase.title = format!("{index} {}", phase.title);
        }
        let alone = |index: usize| Journey { phases: vec![journey.phases[index].clone()], ..journey.clone() };
        let parts: Vec<_> = (0..journey.phases.len()).map(alone).collect();
        let Merged { journey: result, remarks } = merged(&parts.iter().collect::<Vec<_>>());
        prop_assert_eq!(normal(&result), normal(&journey));
        prop_assert!(remarks.is_empty(), "{:?}", remarks);
    }

    #[test]
    fn it_does_not_matter_what_is_merged_first(journey in journey()) {
        let [a, b, c] = [0, 1, 2].map(|group| only(&journey, |phase| phase % 3 == group));
        let all = normal(&merged(&[&a, &b, &c]).journey);
        let (left, right) = (merged(&[&a, &b]).journey, merged(&[&b, &c]).journey);
        prop_assert_eq!(normal(&merged(&[&left, &c]).journey), all.clone());
        prop_assert_eq!(normal(&merged(&[&a, &right]).journey), all);
    }

    #[test]
    fn nothing_that_was_written_is_lost(one in journey(), other in journey()) {
        let Merged { journey: both, .. } = merged(&[&one, &other]);
        let x = both.x.object().line();
        let said: BTreeSet<_> = both.phases.iter().flat_map(|phase| phase.cells.iter().flatten()).map(Item::text).collect();
        for item in [&one, &other].iter().flat_map(|journey| &journey.phases).flat_map(|phase| phase.cells.iter().flatten()) {
            prop_assert!(said.contains(item.text()), "{}", item.text());
        }
        for text in [&one, &other].iter().flat_map(|journey| [journey.scenario.as_ref(), journey.organisation.as_ref()]).flatten() {
            let kept = [both.scenario.as_ref(), both.organisation.as_ref()].contains(&Some(text));
            prop_assert!(kept || x.contains(&klantreis::journey::Json::text(text).line()), "{text}");
        }
    }
}
