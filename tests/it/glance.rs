//! How texts beside the points of curves are set: a few words to be read at a glance, a score as near to its point as it can be.

use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Mm, Page, Role};

use crate::beside::{faces, lay};

/// The lines of all items of a page.
fn lines(page: &Page) -> Vec<String> {
    let (mut lines, mut last): (Vec<String>, Option<Mm>) = (Vec::new(), None);
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Item => last = None,
        Step::Text(run) => {
            if last != Some(run.origin.y) {
                lines.push(String::new());
            }
            last = Some(run.origin.y);
            if let Some(line) = lines.last_mut() {
                line.push_str(&run.text);
            }
        }
        _ => {}
    });
    lines.into_iter().map(|line| line.trim().trim_start_matches(|sign: char| !sign.is_alphabetic()).to_owned()).collect()
}

#[test]
fn few_words_beside_a_point_are_read_at_a_glance() {
    let texts = [
        "Thought I only needed glasses",
        "Have they lost me?",
        "Somebody drew me a picture",
        "Held a stranger’s hand",
        "Which bottle was it?",
    ];
    let phases = texts.iter().zip([-1, -2, 1, 0, -1]).map(|(text, score)| {
        serde_json::json!({ "title": format!("Waiting for clinic {score}{}", text.len()), "cells": { "emotion": { "score": score, "text": text },
            "touchpoint": [{ "text": "Day unit", "moment_of_truth": score == 0 }] } })
    });
    let journey = serde_json::json!({ "klantreis": 1, "title": "A cataract", "language": "en",
        "lanes": [{ "kind": "emotion" }, { "kind": "touchpoint" }], "phases": phases.collect::<Vec<_>>() });
    let journey = klantreis::read::json(&journey.to_string()).unwrap();
    for paper in ["A3", "A1"] {
        let scene = lay(&journey, paper, Some(Orientation::Landscape));
        let lines = lines(&scene.pages[0]);
        for text in texts {
            let words: Vec<&str> = text.split(' ').collect();
            let parted = words.iter().filter(|word| lines.iter().any(|line| line == *word)).count();
            assert_eq!(parted, 0, "{paper}: {text} in {lines:?}");
        }
    }
}

#[test]
fn a_score_alone_over_a_long_remark_stands_at_its_point() {
    let phase = |title: &str, scores: &[i8], risks: serde_json::Value| serde_json::json!({ "title": title, "cells": { "emotion": scores }, "risks": risks });
    let risk = serde_json::json!([{ "text": "Drie weken hoort de klant helemaal niets", "kind": "dull" }]);
    let phases = [
        phase("Kiezen", &[1, 0, 1], serde_json::json!([])),
        phase("Wachten", &[0, -2, 1], risk),
        phase("Kijken", &[1, 2, 1], serde_json::json!([])),
    ];
    let journey = serde_json::json!({ "klantreis": 1, "title": "Glasvezel", "language": "nl", "lanes": [{ "kind": "emotion" }], "phases": phases });
    let journey = klantreis::read::json(&journey.to_string()).unwrap();
    let page = &lay(&journey, "A1", Some(Orientation::Landscape)).pages[0];
    let discs = faces(page);
    let mut found = 0;
    walk(&page.nodes, &mut |step| {
        if let Step::Text(run) = step
            && run.text.trim() == "−2"
            && run.origin.x > page.size.width * 0.2
        {
            found += 1;
            let near = discs
                .iter()
                .map(|(at, radius)| ((at.x - run.origin.x).0.abs() - radius.0).max(0.0))
                .fold(f64::INFINITY, f64::min);
            assert!(near < 8.0, "{near} mm from the nearest face");
        }
    });
    assert!(found > 0);
}

#[test]
fn that_customers_leave_is_said_once_at_a_point() {
    let journey = serde_json::json!({ "klantreis": 1, "title": "Højskole", "language": "da", "lanes": [{ "kind": "emotion" }],
        "phases": [{ "title": "Ankomst", "cells": { "emotion": 1 } },
                   { "title": "Hverdag", "cells": { "emotion": { "score": -2, "text": "Jeg vaskede gulve" } },
                     "risks": [{ "text": "Hjemve i uge 5", "kind": "drop-off" }] },
                   { "title": "Afsked", "cells": { "emotion": 2 } }] });
    let journey = klantreis::read::json(&journey.to_string()).unwrap();
    for layout in ["map", "curve"] {
        let page = &crate::matrix::lay_as(layout, &journey, "A3", None).made.pages[0];
        let lines = lines(page);
        assert!(lines.iter().any(|line| line.contains("Hjemve i uge 5")), "{layout}: {lines:?}");
        // A curve says it above, in a line of its own; a map before what it is that they leave for.
        let before = lines.iter().any(|line| line.contains("Frafald:"));
        let above = lines.iter().any(|line| line == "Frafald");
        assert_eq!([before, above], [layout == "map", layout == "curve"], "{layout}: {lines:?}");
    }
}
