//! Reading: from text to the checked model.

use klantreis::diagnostic::{Code, Diagnostic};
use klantreis::journey::{Author, Item, Journey, LaneKind, Scale, TermLanguage, limits};
use klantreis::meta::Date;
use klantreis::read;

/// A document with these fields after the head.
fn document(fields: &str) -> String {
    format!(r#"{{ "klantreis": 1, "title": "Reis", "language": "nl", {fields} }}"#)
}

fn journey(fields: &str) -> Journey {
    let text = document(fields);
    read::json(&text).unwrap_or_else(|problems| panic!("{text}\n{problems:#?}"))
}

/// The codes of the problems of a document, and where they are.
fn problems(text: &str) -> Vec<(Code, String, usize)> {
    let problems = read::json(text).unwrap_err();
    problems.into_iter().map(|p| (p.code, p.pointer.unwrap_or_default(), p.span.map_or(0, |s| s.column))).collect()
}

/// The first characters of the place that a pointer is given.
fn located(text: &str, pointer: &str) -> Option<String> {
    let mut remarks = [Diagnostic::new(Code::DoesNotFit, "").at(pointer)];
    read::locate(text, &mut remarks);
    remarks[0].span.as_ref().map(|span| text[span.bytes.start..].chars().take(3).collect())
}

#[test]
fn an_object_that_says_nothing_is_left_out() {
    let document = |persona: &str| {
        let persona = format!(r#"{{ "name": "Noor"{persona} }}"#);
        format!(
            r#"{{ "klantreis": 1, "title": "T", "language": "nl", "personas": [{persona}], "phases": [{{ "title": "F" }}] }}"#
        )
    };
    let plain = read::json(&document("")).unwrap();
    for said in [r#", "empathy": {}"#, r#", "empathy": { "pains": [], "question": " ", "x": {} }, "product": { "use": "" }"#] {
        assert_eq!(read::json(&document(said)), Ok(plain.clone()), "{said}");
    }
}

#[test]
fn everything_that_is_written_arrives() {
    let journey = journey(
        r#""scenario": "Een dag", "organisation": "Mediacollege", "authors": ["Fatima", { "name": "Bo", "class": "MEP2" }],
        "date": "2026-11-07", "stages": [{ "id": "before", "title": "Voor", "subtitle": "Plannen" }],
        "lanes": [
            { "kind": "goal" },
            { "kind": "touchpoint", "title": "Contact moment" },
            { "id": "mood", "kind": "emotion", "scale": { "min": 0, "max": 10, "labels": { "10": "top", "0": "flop" } } }
        ],
        "phases": [
            { "title": "Oriëntatie", "stage": "before", "description": "Kijken", "cells": {
                "goal": "Weten",
                "contact-moment": ["Website", { "text": "Open dag", "when": "2026-11-07", "channel": "school", "device": "voeten", "moment_of_truth": true, "x": {} }],
                "mood": [7, { "score": 3.5, "text": "hm\r\nja" }]
            } },
            { "id": "p2", "title": "Keuze" }
        ], "x": { "own": [1, 2] }"#,
    );
    let item = |text: &str| Item::of_text(text);
    assert_eq!(journey.authors[1], Author { name: "Bo".into(), class: Some("MEP2".into()) });
    assert_eq!((journey.date, journey.language.terms), (Date::new(2026, 11, 7), TermLanguage::Nl));
    let ids: Vec<_> = journey.lanes.iter().map(|lane| (lane.id.as_str(), lane.title.as_str())).collect();
    assert_eq!(ids, [("goal", "Doel van de klant"), ("contact-moment", "Contact moment"), ("mood", "Beleving")]);
    let labels = vec![(0.0, "flop".to_owned()), (10.0, "top".to_owned())];
    assert_eq!(journey.lanes[2].scale, Some(Scale { min: 0.0, max: 10.0, labels }));
    let phase = &journey.phases[0];
    assert_eq!((phase.id.as_str(), phase.stage, phase.description.as_deref()), ("orientatie", Some(0), Some("Kijken")));
    assert_eq!(phase.cells[0], [item("Weten")]);
    let open_day = Item {
        when: Some("2026-11-07".into()),
        channel: Some("school".into()),
        device: Some("voeten".into()),
        moment_of_truth: true,
        ..item("Open dag")
    };
    assert_eq!(phase.cells[1], [item("Website"), open_day]);
    assert_eq!(phase.cells[2][0], Item { score: Some(7.0), ..Item::default() });
    assert_eq!(phase.cells[2][1], Item { score: Some(3.5), ..item("hm\nja") });
    assert_eq!(journey.phases[1].cells.0, [vec![], vec![], vec![]]);
    assert_eq!(journey.pointer_to_item(0, 1, 1), "/phases/0/cells/contact-moment/1");
}

#[test]
fn lanes_follow_from_the_kinds_that_cells_name() {
    let journey = journey(
        r#""phases": [{ "title": "A", "cells": { "goal": [], "emotion": -2 } }, { "title": "B", "cells": { "action": "x", "goal": "" } }]"#,
    );
    let kinds: Vec<_> = journey.lanes.iter().map(|lane| lane.kind).collect();
    assert_eq!(kinds, [LaneKind::Goal, LaneKind::Emotion, LaneKind::Action]);
    assert_eq!(journey.phases[1].cells[0], []);
    assert_eq!(journey.lanes[1].scale.as_ref().map(|scale| (scale.min, scale.max)), Some((-2.0, 2.0)));
}

#[test]
fn text_becomes_nfc_and_a_byte_order_mark_is_passed_over() {
    let text = document("\"phases\": [{ \"title\": \"Orie\u{308}ntatie\", \"cells\": { \"goal\": \"a\\rb\" } }]");
    let journey = read::json_bytes(format!("\u{feff}{text}").as_bytes()).unwrap();
    assert_eq!((journey.phases[0].title.as_str(), journey.phases[0].id.as_str()), ("Oriëntatie", "orientatie"));
    assert_eq!(journey.phases[0].cells[0][0].text(), "a\nb");
}

#[test]
fn all_problems_are_found_at_once_in_the_order_of_the_text() {
    let text = r#"{ "klantreis": 1, "titel": "x", "language": "dutch", "phases": [{ "title": " ", "stage": "no", "cells": { "goal": 3 } }] }"#;
    assert_eq!(
        problems(text),
        [
            (Code::UnknownField, "/titel".into(), 19),
            (Code::BadLanguage, "/language".into(), 45),
            (Code::EmptyTitle, "/phases/0/title".into(), 76),
            (Code::UnknownStage, "/phases/0/stage".into(), 90),
            (Code::WrongType, "/phases/0/cells/goal".into(), 115),
        ]
    );
}

#[test]
fn hostile_input_is_refused_with_its_own_code() {
    let only = |text: &str| problems(text).into_iter().map(|(code, ..)| code).collect::<Vec<_>>();
    assert_eq!(only(&"[".repeat(100_000)), [Code::TooDeep]);
    assert_eq!(only(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000))), [Code::TooDeep]);
    assert_eq!(only(&format!("\"{}\"", "a".repeat(100 << 20))), [Code::TooLarge]);
    let keys = r#""title": 1, "#.repeat(1_000_000);
    let found = only(&format!(r#"{{ {keys} "klantreis": 1 }}"#));
    assert_eq!(found.len(), limits::PROBLEMS + 1);
    assert!(found.contains(&Code::DuplicateKey) && found.last() == Some(&Code::MoreProblems));
    let phases = "0,".repeat(8_000_000);
    assert!(only(&document(&format!(r#""phases": [{phases}0]"#))).contains(&Code::TooMany));
    let cell = r#""a","#.repeat(4_000_000);
    let found = only(&document(&format!(r#""phases": [{{ "title": "x", "cells": {{ "goal": [{cell} "a"] }} }}]"#)));
    assert_eq!(found, [Code::TooMany]);
    let cell = format!(r#"[{}"a"]"#, r#""a","#.repeat(limits::ITEMS_IN_CELL - 1));
    let phases: Vec<_> = (0..110).map(|i| format!(r#"{{ "title": "p{i}", "cells": {{ "goal": {cell} }} }}"#)).collect();
    assert_eq!(only(&document(&format!(r#""phases": [{}]"#, phases.join(",")))), [Code::TooMany]);
}

#[test]
fn pointers_are_escaped() {
    let found = problems(&document(r#""a/b~c": 1, "phases": [{ "title": "A" }]"#));
    assert_eq!(found[0].1, "/a~1b~0c");
    let text =
        document(r#""lanes": [{ "id": "a/b", "kind": "goal" }], "phases": [{ "title": "A", "cells": { "a/b": ["x", "y"] } }]"#);
    let pointer = read::json(&text).unwrap().pointer_to_item(0, 0, 1);
    assert_eq!(pointer, "/phases/0/cells/a~1b/1");
    assert_eq!(located(&text, &pointer).as_deref(), Some("\"y\""));
}

#[test]
fn what_is_not_in_the_document_is_found_at_what_is_around_it() {
    let text = document(r#""phases": [{ "title": "A", "cells": { "goal": "x" } }]"#);
    assert_eq!(located(&text, "/phases/0/cells/goal/0").as_deref(), Some("\"x\""));
    assert_eq!(located(&text, "/phases/0/cells/action/0").as_deref(), Some("{ \""));
    assert_eq!(located(&text, "/lanes/3").as_deref(), Some("{ \""));
    assert_eq!(located("{", ""), None);
}

#[test]
fn a_stream_is_taken_in_up_to_the_limit_and_one_byte_more() {
    let bytes = read::take_in(std::io::repeat(b' ')).unwrap();
    assert_eq!(bytes.len(), read::FILE_BYTES + 1);
    assert_eq!(read::json_bytes(&bytes).unwrap_err()[0].code, Code::TooLarge);
}

#[test]
fn a_newer_version_is_refused_alone() {
    let problems = read::json(r#"{ "klantreis": 2, "unheard": "of" }"#).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.contains("newer than this program"), "{problems:?}");
}
