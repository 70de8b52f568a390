//! What lies behind a curve: the lines between phases, which run through what is shaded and through no text, and the middle of the scale.

use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Mm, Page, Point, Rect, Role, Segment};
use serde_json::json;

use crate::beside::{journey, lay, setter};
use crate::support::boxes::boxes;

#[test]
fn an_upright_hairline_breaks_where_texts_stand() {
    let texts = [Rect::new(Mm(8.0), Mm(40.0), Mm(4.0), Mm(20.0)), Rect::new(Mm(11.0), Mm(70.0), Mm(4.0), Mm(5.0))];
    let line = klantreis::layout::drawn::ink::upright((Mm(0.0), Mm(100.0)), Mm(10.0), &texts);
    let at = |y: f64| Point { x: Mm(10.0), y: Mm(y) };
    let expected = [Segment::Move(at(0.0)), Segment::Line(at(40.0)), Segment::Move(at(60.0)), Segment::Line(at(100.0))];
    assert_eq!(line, expected);
}

/// The upright hairlines in the figures of a page, each from its top to its foot.
fn partings(page: &Page) -> Vec<(Point, Point)> {
    let (mut found, mut figures) = (Vec::new(), 0);
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Figure => figures += 1,
        Step::Close(group) if group.role == Role::Figure => figures -= 1,
        Step::Path(path) if figures > 0 && path.fill.is_none() => {
            found.extend(path.segments.windows(2).filter_map(|pair| match pair {
                [Segment::Move(from), Segment::Line(to)] if from.x == to.x && (to.y - from.y) > Mm(3.0) => Some((*from, *to)),
                _ => None,
            }));
        }
        _ => {}
    });
    found
}

#[test]
fn what_parts_phases_runs_through_no_text_at_a_point_and_through_what_is_shaded() {
    let long =
        |nth: usize| (if nth.is_multiple_of(2) { 2 } else { -2 }, "Dit duurt mij veel te lang, zei ze".to_owned(), false, false);
    let journey = journey(&(0..9).map(|nth| vec![vec![long(nth)]]).collect::<Vec<_>>(), "nl");
    let scene = lay(&journey, "A3", Some(Orientation::Landscape));
    let lines = partings(&scene.pages[0]);
    assert!(lines.len() > 8, "some of eight are in pieces: {lines:?}");
    let texts = boxes(&scene.pages[0].nodes, setter().fonts()).into_iter().map(|one| (one.run.text.clone(), one.ink));
    let texts: Vec<_> = texts.collect();
    for (from, to) in lines {
        for (text, frame) in &texts {
            let across = frame.x < from.x && from.x < frame.right();
            assert!(!across || frame.bottom() < from.y || to.y < frame.y, "{text} at {frame:?} and {from:?} to {to:?}");
        }
    }
}

#[test]
fn the_middle_of_a_scale_has_its_line_though_no_number_stands_there() {
    let phases = [3, 8, 6]
        .map(|score| json!({ "title": format!("Cijfer {score}"), "cells": { "emotion": { "score": score, "text": "Zo" } } }));
    let lanes = json!([{ "id": "emotion", "kind": "emotion", "scale": { "min": 1, "max": 10 } }]);
    let whole = json!({ "klantreis": 1, "title": "Rapport", "language": "nl", "lanes": lanes, "phases": phases });
    let journey = klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut strong = 0;
    walk(&lay(&journey, "A3", None).pages[0].nodes, &mut |step| {
        if let Step::Path(path) = step
            && let (Some(stroke), [Segment::Move(from), Segment::Line(to), ..]) = (&path.stroke, &path.segments[..])
        {
            strong += usize::from(stroke.color == klantreis::layout::theme::QUIET && from.y == to.y && to.x - from.x > Mm(20.0));
        }
    });
    assert_eq!(strong, 1);
}
