//! Contacts along the line of a timeline: with a face, as beads where nobody says how they felt, and in rows of one width.

use klantreis::journey::Journey;
use klantreis::layout::theme;
use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Color, Path, Rect, Role, Scene, Segment};

use crate::matrix::lay_as;
use crate::timeline::{bounds, diary, notes};

/// What is drawn on the lines of the first page.
fn strung(scene: &Scene) -> Vec<Path> {
    let (mut paths, mut inside) = (Vec::new(), false);
    walk(&scene.pages[0].nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Figure => inside = true,
        Step::Close(group) if group.role == Role::Figure => inside = false,
        Step::Path(path) if inside => paths.push(path.clone()),
        _ => {}
    });
    paths
}

/// The white discs on the line, from the smallest, and of one size from the left.
fn discs(scene: &Scene) -> Vec<Rect> {
    let white =
        |path: &&Path| path.fill == Some(Color::WHITE) && path.segments.iter().any(|part| matches!(part, Segment::Curve(..)));
    let mut discs: Vec<Rect> = strung(scene).iter().filter(white).map(bounds).collect();
    discs.sort_by(|one, other| (one.width + one.x * 1e-6).0.total_cmp(&(other.width + other.x * 1e-6).0));
    discs
}

fn journey(phases: &serde_json::Value) -> Journey {
    let whole = serde_json::json!({ "klantreis": 1, "title": "Dagboek", "language": "nl", "phases": phases });
    klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn two_phases() -> serde_json::Value {
    serde_json::json!([
        { "title": "Zoeken", "cells": { "touchpoint": ["Folder", "Website", "Buurman"], "emotion": [1] } },
        { "title": "Kopen", "cells": { "touchpoint": ["Winkel"], "emotion": [-1] } },
    ])
}

#[test]
fn contacts_of_which_nobody_says_how_they_felt_are_beads_on_the_line() {
    let scene = lay_as("timeline", &journey(&two_phases()), "A3", Some(Orientation::Landscape)).made;
    let discs = discs(&scene);
    let (beads, faces): (Vec<&Rect>, Vec<&Rect>) = discs.iter().partition(|disc| disc.width < discs[discs.len() - 1].width * 0.6);
    assert_eq!((beads.len(), faces.len()), (3, 2), "{discs:?}");
    // Each over its note.
    for (bead, (label, paper)) in beads.iter().zip(notes(&scene, 0)) {
        assert!((bead.x + bead.width / 2.0 - paper.x - paper.width / 2.0).0.abs() < 1e-6, "{label}");
    }
}

#[test]
fn what_a_journey_turns_on_has_its_star_at_its_bead_and_in_the_legend() {
    let stars = |phases: &serde_json::Value| {
        let scene = lay_as("timeline", &journey(phases), "A3", Some(Orientation::Landscape)).made;
        let red = |path: &&Path| path.fill == Some(theme::ALERT);
        (strung(&scene).iter().any(|path| red(&path)), crate::timeline::said(&scene).contains("Moment of truth"))
    };
    let mut phases = two_phases();
    assert_eq!(stars(&phases), (false, false));
    phases[0]["cells"]["touchpoint"][1] = serde_json::json!({ "text": "Website", "moment_of_truth": true });
    assert_eq!(stars(&phases), (true, true));
}

#[test]
fn a_row_that_is_a_little_shorter_than_others_is_as_wide() {
    let days: Vec<(i64, i8)> = (0..13).map(|day| (20_000 + day, i8::try_from(day % 3).unwrap() - 1)).collect();
    let scene = lay_as("timeline", &diary(&days, 13), "A3", Some(Orientation::Landscape)).made;
    let mut rows: Vec<(i64, usize, f64)> = Vec::new();
    for (_, paper) in notes(&scene, 0) {
        #[allow(clippy::cast_possible_truncation, reason = "a place on a page")]
        let top = (paper.y.0 * 10.0).round() as i64;
        match rows.last_mut().filter(|row| row.0 == top) {
            Some(row) => (row.1, row.2) = (row.1 + 1, paper.right().0),
            None => rows.push((top, 1, paper.right().0)),
        }
    }
    assert_eq!(scene.pages.len(), 1, "{rows:?}");
    assert!(rows.len() > 1 && rows.iter().any(|row| row.1 != rows[0].1), "rows of other lengths: {rows:?}");
    assert!(rows.iter().all(|row| (row.2 - rows[0].2).abs() < 1e-6), "{rows:?}");
}
