//! What makes a poster right, on any journey: sizes in fixed ratios, words that stay whole, rows that hug what they say, the way in which
//! type is larger, and the direction of the language.

use std::collections::BTreeSet;

use klantreis::diagnostic::Code;
use klantreis::journey::{Journey, Language};
use klantreis::paper::{Orientation, Paper};
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Mm, Page, Pt, Rect, Role, RunKind, Scene};
use proptest::prelude::*;

use crate::matrix::{drawn, lay, lay_as};

/// What people write: words of a language with long compounds among them.
fn words(most: usize) -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "de",
        "klant",
        "belt",
        "met",
        "winkel",
        "over",
        "een",
        "afspraak",
        "leest",
        "brief",
        "vergelijkt",
        "aanbieders",
        "wacht",
        "verzekeringsvoorwaarden",
        "documenten",
        "klanttevredenheidsonderzoek",
        "in",
        "de",
        "rij",
        "voor",
        "afhandeling",
    ]);
    prop::collection::vec(word, 1..=most).prop_map(|words| words.join(" "))
}

/// Journeys as unlike each other as those of strangers: 1 to 16 phases, titles of 1 to 16 words, full and empty lanes, curves.
fn journey() -> impl Strategy<Value = Journey> {
    let phase =
        (words(3), words(16), prop::bool::weighted(0.1), prop::collection::vec(prop::collection::vec(words(14), 0..4), 4));
    let score = prop::option::weighted(0.7, (-2_i32..=2, prop::option::of(words(8))));
    (words(16), prop::collection::vec((phase, score), 1..=16), 1..=4_usize, any::<bool>()).prop_map(
        |(title, phases, lanes, one_full)| {
            let kinds = ["goal", "action", "touchpoint", "barrier"];
            let phases: Vec<serde_json::Value> = phases
                .into_iter()
                .enumerate()
                .map(|(index, ((short, long, is_long, cells), score))| {
                    let filled = cells.into_iter().take(lanes).enumerate().filter(|(lane, _)| !one_full || *lane == 0);
                    let mut cells: serde_json::Map<_, _> =
                        filled.map(|(lane, items)| (kinds[lane].to_owned(), serde_json::json!(items))).collect();
                    if let Some((score, text)) = score {
                        let item = text.map_or(
                            serde_json::json!({ "score": score }),
                            |text| serde_json::json!({ "score": score, "text": text }),
                        );
                        cells.insert("emotion".into(), item);
                    }
                    let title = if is_long { long } else { short };
                    serde_json::json!({ "id": format!("p{index}"), "title": title, "cells": cells })
                })
                .collect();
            let lanes: Vec<_> =
                kinds[..lanes].iter().chain(&["emotion"]).map(|kind| serde_json::json!({ "id": kind, "kind": kind })).collect();
            let whole = serde_json::json!({ "klantreis": 1, "title": title, "language": "nl", "lanes": lanes, "phases": phases });
            klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
        },
    )
}

/// The sizes in which a page is set, by what they are of.
#[derive(Default, Debug)]
struct Sizes {
    title: Vec<Pt>,
    phases: Vec<Pt>,
    cells: Vec<Pt>,
    /// What stands in rows with a curve, some of it beside points.
    felt: Vec<Pt>,
    notes: Vec<Pt>,
    all: BTreeSet<String>,
}

fn sizes(scene: &Scene) -> Sizes {
    let mut sizes = Sizes::default();
    for page in &scene.pages {
        let mut roles = Vec::new();
        let (mut rows, mut curved) = (0, false);
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) => {
                rows += usize::from(group.role == Role::Row);
                // What stands beside a curve may be larger than cells are.
                curved = group.role != Role::Row && (curved || group.role == Role::Figure && group.frame.is_some());
                roles.push(group.role);
            }
            Step::Close(_) => drop(roles.pop()),
            Step::Text(run) if run.kind == RunKind::Spelled => {
                sizes.all.insert(run.size.0.to_string());
                match roles[..] {
                    [Role::Title, ..] => sizes.title.push(run.size),
                    // Without stages the first row is that of the phases.
                    [Role::Table, Role::Row, Role::ColumnHeader { .. }] if rows == 1 => sizes.phases.push(run.size),
                    [.., Role::Note] => sizes.notes.push(run.size),
                    [.., Role::Item] if curved => sizes.felt.push(run.size),
                    [.., Role::Item] => sizes.cells.push(run.size),
                    _ => {}
                }
            }
            _ => {}
        });
    }
    sizes
}

/// How far below the last of its text each row of cells ends, by its frame; blank rows are left out.
fn slack(page: &Page) -> Vec<Mm> {
    let mut slack = Vec::new();
    let (mut lowest, mut frames): (Option<Mm>, Vec<Rect>) = (None, Vec::new());
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Row => (lowest, frames) = (None, Vec::new()),
        Step::Open(group) if group.role == Role::Cell || group.role == Role::RowHeader => frames.extend(group.frame),
        // A curve takes what is left.
        Step::Open(group) if group.role == Role::Figure => lowest = Some(Mm(f64::INFINITY)),
        Step::Text(run) => lowest = Some(lowest.unwrap_or(Mm::ZERO).max(run.origin.y)),
        Step::Close(group) if group.role == Role::Row => {
            let bottom = frames.iter().map(|frame| frame.bottom()).fold(Mm::ZERO, Mm::max);
            slack.extend(lowest.filter(|lowest| lowest.0.is_finite() && bottom > Mm::ZERO).map(|lowest| bottom - lowest));
        }
        _ => {}
    });
    slack
}

pub fn cell_size(scene: &Scene) -> f64 {
    least(&sizes(scene).cells)
}

/// The least of some sizes: on a timeline without a curve a voice at the line is an item as well, and may be larger.
fn least(sizes: &[Pt]) -> f64 {
    sizes.iter().map(|size| size.0).reduce(f64::min).unwrap_or(0.0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn sizes_stand_in_fixed_ratios(layout in prop::sample::select(drawn()), journey in journey(), paper in prop::sample::select(vec!["A4", "A3", "A1", "A0"]), portrait in any::<bool>()) {
        let way = if portrait { Orientation::Portrait } else { Orientation::Landscape };
        let laid = lay_as(layout, &journey, paper, Some(way));
        let found = sizes(&laid.made);
        prop_assert!(found.all.len() <= 5, "{:?}", found.all);
        let of = |sizes: &[Pt]| sizes.iter().map(|size| size.0).fold(0.0, f64::max);
        // What stands beside the spine of a map may be larger than its cells.
        let cells = if layout == "matrix" && found.cells.is_empty() { &found.felt } else { &found.cells };
        let (title, phase, cell, note) = (of(&found.title), of(&found.phases), self::least(cells), of(&found.notes));
        let least = paper.parse::<Paper>().unwrap().legibility();
        prop_assert!(found.phases.iter().all(|size| *size == Pt(phase)), "phases of several sizes: {:?}", found.phases);
        let said = laid.warnings.iter().any(|warning| warning.code == Code::HardToRead);
        prop_assert!(said || (phase >= cell * 1.5 && phase >= least.phase_min.0), "phases {phase}, cells {cell}, and nothing is said");
        prop_assert!(phase >= cell, "phases {phase}, cells {cell}");
        prop_assert!(note == 0.0 || (note >= cell * 0.7 && note >= least.hand_min.0), "notes {note}, cells {cell}");
        prop_assert!(cell == 0.0 && layout != "matrix" || title == 0.0 || title >= phase * 1.4 || phase <= cell * 1.5 + 0.5, "title {title}, phases {phase}, cells {cell}");
        prop_assert!(cell == 0.0 || (cell >= least.cell_min.0 && cell <= least.cell_min.0 * 2.0), "cells {cell}");
    }

    #[test]
    fn rows_hug_what_they_say(layout in prop::sample::select(drawn()), journey in journey(), paper in prop::sample::select(vec!["A4", "A3", "A1"])) {
        let laid = lay_as(layout, &journey, paper, None);
        // Where nothing is written yet, rows are there to be written in.
        let written = cell_size(&laid.made) > 0.0;
        for page in laid.made.pages.iter().filter(|_| written) {
            let em = Mm::from(Pt(cell_size(&laid.made)));
            // A line and a half, below the descent of the last and the padding.
            let most = em * (1.26 * 1.5 + 0.3 + 0.42 + 0.1);
            let found = slack(page);
            prop_assert!(found.iter().all(|slack| *slack <= most), "{found:?} is more than {most:?}");
        }
    }

    #[test]
    fn a_poster_lies_so_that_its_type_is_larger(journey in journey(), paper in prop::sample::select(vec!["A4", "A3", "A0"])) {
        let by_itself = lay(&journey, paper, None).made;
        let ways = [Orientation::Landscape, Orientation::Portrait].map(|way| lay(&journey, paper, Some(way)).made);
        let pages = ways.iter().map(|scene| scene.pages.len()).max().unwrap();
        prop_assert!(by_itself.pages.len() <= pages, "{} pages where {pages} do", by_itself.pages.len());
        prop_assert!(by_itself.pages[0].size == ways[0].pages[0].size || by_itself.pages[0].size == ways[1].pages[0].size);
    }

    #[test]
    fn words_are_broken_to_save_the_fit_and_never_to_gain_size(layout in prop::sample::select(drawn()), journey in journey(), paper in prop::sample::select(vec!["A4", "A3", "A1"])) {
        let laid = lay_as(layout, &journey, paper, None);
        let least = paper.parse::<Paper>().unwrap().legibility().cell_min.0;
        let (mut lines, mut broken) = (0, 0);
        for page in &laid.made.pages {
            walk(&page.nodes, &mut |step| if let Step::Text(run) = step {
                lines += usize::from(run.kind == RunKind::Spelled);
                broken += usize::from(run.kind == RunKind::Hyphen);
            });
        }
        let share = f64::from(u32::try_from(broken).unwrap()) / f64::from(u32::try_from(lines).unwrap().max(1));
        let cell = cell_size(&laid.made);
        prop_assert!(cell <= least * 1.3 || share <= 0.03, "{share} of the lines are broken at {cell} pt");
    }
}

#[test]
fn a_language_that_is_read_from_the_right_is_drawn_from_the_right() {
    let path = format!("{}/fixtures/mediacollege.json", env!("CARGO_MANIFEST_DIR"));
    let mut journey = klantreis::read::json(&std::fs::read_to_string(path).unwrap()).unwrap();
    journey.phases.iter_mut().for_each(|phase| phase.stage = None);
    let headers = |journey: &Journey| -> Vec<f64> {
        let mut places = Vec::new();
        walk(&lay(journey, "A3", Some(Orientation::Landscape)).made.pages[0].nodes, &mut |step| {
            if let Step::Open(group) = step
                && let (Role::ColumnHeader { span: 1 } | Role::RowHeader, Some(frame)) = (group.role, group.frame)
            {
                places.push(frame.x.0);
            }
        });
        places
    };
    let left = headers(&journey);
    for (tag, rtl) in [("ar", true), ("ps", true), ("az-Arab", true), ("az", false), ("ur-Latn", false)] {
        journey.language = Language::of_tag(tag);
        let found = headers(&journey);
        // The first phases, and the title of the first lane behind them.
        assert_eq!(found[0] > found[1], rtl, "{tag}: {found:?}");
        assert_eq!(found[left.len() - 1] > found[0], rtl, "{tag}: {found:?}");
    }
}
