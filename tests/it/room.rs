//! How the room of a poster is used: long lists in two columns, legends of what their page shows, long quotes beside their points, and
//! characters that are wider than their column.

use klantreis::journey::Journey;
use klantreis::layout::theme;
use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Mm, Page, Point, Rect, Role, RunKind, Scene, Segment};
use serde_json::{Value, json};

use crate::matrix::{check_places, drawn, lay_as};
use crate::support::holds::said::letters;

/// A journey of phases with the cells of some lanes, whose ids are their kinds.
fn journey(language: &str, kinds: &[&str], phases: &[Value]) -> Journey {
    let lanes: Vec<Value> = kinds.iter().map(|kind| json!({ "id": kind, "kind": kind })).collect();
    let phases = phases
        .iter()
        .enumerate()
        .map(|(nth, cells)| json!({ "id": format!("p{nth}"), "title": format!("Fase {nth}"), "cells": cells }));
    let phases: Vec<Value> = phases.collect();
    let whole = json!({ "klantreis": 1, "title": "Dierentuin", "language": language, "lanes": lanes, "phases": phases });
    klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn landscape(layout: &str, journey: &Journey, paper: &str) -> Scene {
    lay_as(layout, journey, paper, Some(Orientation::Landscape)).made
}

/// Where the first line of each item begins, by what is read out for it.
fn items(page: &Page) -> Vec<(String, Point)> {
    let mut items = Vec::new();
    let mut open: Option<String> = None;
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Item => open.clone_from(&group.label),
        Step::Text(run) if run.kind == RunKind::Spelled => items.extend(open.take().map(|label| (label, run.origin))),
        _ => {}
    });
    items
}

/// All letters of a page.
fn said(page: &Page) -> String {
    let mut all = String::new();
    walk(&page.nodes, &mut |step| match step {
        Step::Text(run) if run.kind != RunKind::Hyphen => all.push_str(&letters(&run.text)),
        _ => {}
    });
    all
}

#[test]
fn a_long_list_among_short_cells_stands_in_two_columns() {
    let list = [
        "Kijkt bij de apen",
        "Zoekt de wc’s",
        "Koopt patat",
        "Raakt Noud kwijt",
        "Leest bordjes",
        "Maakt foto’s",
        "Loopt een rondje",
        "Gaat zitten",
    ];
    let cells = |nth: usize| if nth == 2 { json!({ "action": list }) } else { json!({ "action": "Rijdt" }) };
    let journey = journey("nl", &["action"], &(0..5).map(cells).collect::<Vec<_>>());
    let scene = landscape("matrix", &journey, "A3");
    let found = items(&scene.pages[0]);
    let found: Vec<_> = list.iter().map(|item| found.iter().find(|(label, _)| label == item).unwrap().1).collect();
    let right = found.iter().position(|at| at.x > found[0].x + Mm(5.0)).expect("a second column");
    assert!((3..=5).contains(&right), "{right} items stand in the first column");
    for (nth, pair) in found.windows(2).enumerate() {
        let turns = nth + 1 == right;
        assert_eq!(pair[1].y > pair[0].y, !turns, "the items are read down the columns: {found:?}");
        assert!(turns || (pair[1].x - pair[0].x).0.abs() < 1e-6, "{found:?}");
    }
    assert!((found[right].y - found[0].y).0.abs() < 1e-6, "the columns begin at one height: {found:?}");
    check_places(&scene).unwrap();
}

#[test]
fn lists_that_are_no_longer_than_those_beside_them_stand_in_one_column() {
    let list: Vec<String> = (1..=6).map(|nth| format!("Punt {nth}")).collect();
    let journey = journey("nl", &["action"], &vec![json!({ "action": list }); 3]);
    let found = items(&landscape("matrix", &journey, "A3").pages[0]);
    let mut left: Vec<String> = found.iter().map(|(_, at)| format!("{:.2}", at.x.0)).collect();
    left.sort();
    left.dedup();
    assert_eq!(left.len(), 3, "{found:?}");
}

#[test]
fn a_legend_lists_what_its_page_shows() {
    let many: Vec<String> = (0..60).map(|nth| format!("Iets dat de klant doet, nummer {nth}")).collect();
    let cells = |nth: usize| {
        let turn = if nth == 0 { json!({ "text": "Belt", "moment_of_truth": true }) } else { json!("Wacht") };
        let last = if nth == 1 { json!({ "text": "Stopt", "evidence": "observed" }) } else { json!("Klaagt") };
        json!({ "goal": turn, "action": many, "barrier": last })
    };
    let journey = journey("nl", &["goal", "action", "barrier"], &(0..3).map(cells).collect::<Vec<_>>());
    for layout in ["matrix", "map"] {
        let scene = landscape(layout, &journey, "A4");
        assert!(scene.pages.len() > 1, "{layout}");
        let (mut moments, mut seen) = (0, 0);
        for page in &scene.pages {
            let (said, shown) = (said(page), items(page));
            let shows = |label: &str| shown.iter().any(|(item, _)| item == label);
            assert_eq!(said.contains("Momentoftruth"), shows("Belt"), "{layout}");
            assert_eq!(said.contains("Waargenomen"), shows("Stopt"), "{layout}");
            moments += usize::from(shows("Belt"));
            seen += usize::from(shows("Stopt"));
        }
        assert_eq!((moments, seen), (1, 1), "{layout}");
    }
}

#[test]
fn the_ring_around_the_lowest_point_is_told_where_there_is_one() {
    for layout in drawn() {
        for (scores, ringed) in [([1, -1, 2], true), ([1, 0, 2], false)] {
            let cells = scores.map(|score| json!({ "touchpoint": "Balie", "emotion": score }));
            let journey = journey("nl", &["touchpoint", "emotion"], &cells);
            assert_eq!(said(&landscape(layout, &journey, "A3").pages[0]).contains("Dieptepunt"), ringed, "{layout} {scores:?}");
        }
    }
}

/// The broken rings of a page: round lines of dashes, which the stroke has or which are cut into the line itself.
fn rings(page: &Page) -> usize {
    let mut rings = 0;
    walk(&page.nodes, &mut |step| {
        if let Step::Path(path) = step
            && let (None, Some(stroke)) = (path.fill, &path.stroke)
        {
            let curves = path.segments.iter().filter(|segment| matches!(segment, Segment::Curve(..))).count();
            let dashes = path.segments.iter().filter(|segment| matches!(segment, Segment::Move(_))).count();
            let broken = stroke.dashes.len() == 2 && curves == 4 || dashes > 6;
            rings += usize::from(stroke.color == theme::ALERT && broken);
        }
    });
    rings
}

#[test]
fn the_lowest_points_of_the_whole_journey_are_ringed() {
    let cells = |nth: usize| json!({ "touchpoint": "Balie", "emotion": match nth { 1 => -1, 14 | 16 => -2, _ => 1 } });
    let journey = journey("nl", &["touchpoint", "emotion"], &(0..18).map(cells).collect::<Vec<_>>());
    for layout in drawn().into_iter().filter(|layout| *layout != "curve") {
        let scene = landscape(layout, &journey, "A6");
        let counted: Vec<usize> = scene.pages.iter().map(rings).collect();
        assert!(counted.len() > 1 && counted[0] == 0, "{layout}: {counted:?}");
        // The sign in the legend of a page that has one is a ring too.
        let (all, pages) = (counted.iter().sum::<usize>(), counted.iter().filter(|count| **count > 0).count());
        assert_eq!(all, 2 + pages, "{layout}: {counted:?}");
    }
}

#[test]
fn of_many_lowest_points_only_the_first_is_ringed() {
    let cells = [1, -2, 0, -2, -2, 1].map(|score| json!({ "touchpoint": "Balie", "emotion": score }));
    let journey = journey("nl", &["touchpoint", "emotion"], &cells);
    for layout in drawn() {
        let scene = landscape(layout, &journey, "A3");
        // And the sign in the legend.
        assert_eq!((scene.pages.len(), rings(&scene.pages[0])), (1, 2), "{layout}");
    }
}

#[test]
fn a_blank_line_in_a_text_is_half_a_line_of_space() {
    let down = |text: &str| {
        let journey = journey("nl", &["action"], &[json!({ "action": text }), json!({ "action": "Kort" })]);
        let mut heights = Vec::new();
        walk(&landscape("matrix", &journey, "A3").pages[0].nodes, &mut |step| {
            if let Step::Text(run) = step
                && (run.text.starts_with("Eerst") || run.text.starts_with("Daarna"))
            {
                heights.push((run.origin.y, run.size));
            }
        });
        let [(first, size), (then, _)] = heights[..] else { panic!("{heights:?}") };
        (then - first).0 / Mm::from(size).0
    };
    let (line, blank) = (down("Eerst dit\nDaarna dat"), down("Eerst dit\n\nDaarna dat"));
    let leading = klantreis::layout::drawn::text::LEADING;
    assert!((blank - leading * 1.5).abs() < 0.01 && line < blank, "{line} and {blank} of {leading}");
}

#[test]
fn a_running_head_ends_with_a_whole_word() {
    let many: Vec<String> = (0..60).map(|nth| format!("Iets dat de klant doet, nummer {nth}")).collect();
    let mut journey = journey("nl", &["action"], &vec![json!({ "action": many }); 3]);
    journey.title = "Een dag naar de dierentuin met de hele familie ".repeat(4).trim().to_owned();
    let scene = landscape("matrix", &journey, "A5");
    assert!(scene.pages.len() > 1);
    for page in &scene.pages[1..] {
        let mut first = String::new();
        walk(&page.nodes, &mut |step| match step {
            Step::Text(run) if first.is_empty() || !first.ends_with(')') => first.push_str(&run.text),
            _ => {}
        });
        let title = first.strip_suffix("… (vervolg)").unwrap_or_else(|| panic!("{first}"));
        let next = journey.title.strip_prefix(title).unwrap_or_else(|| panic!("{title}"));
        assert!(next.starts_with(' ') && title.len() > 20, "{title}");
    }
}

#[test]
fn long_quotes_at_the_ends_of_the_scale_stand_beside_their_points() {
    let quote = "Ze had haar schooltas op haar rug en een zwarte zak in haar hand, en niemand had eraan gedacht om die dicht te maken. Er hing een \
                 pantoffel uit. Ik stond voor mijn eigen raam in mijn warme keuken en dacht: boven mijn hoofd is een kamer over.";
    // Enough of it that type is no larger than it must be.
    let done: Vec<String> = (0..7).map(|nth| format!("Doet iets in de winkel, nummer {nth}")).collect();
    for (paper, way) in [("A3", Orientation::Landscape), ("A3", Orientation::Portrait), ("A1", Orientation::Landscape)] {
        for (low, high) in [(-2, 2), (2, -2)] {
            let cells = |nth: usize| match nth {
                0 => json!({ "action": done, "emotion": { "score": low, "text": quote } }),
                3 => json!({ "action": done, "emotion": { "score": high, "text": "Eindelijk" } }),
                _ => json!({ "action": done, "emotion": 0 }),
            };
            let journey = journey("nl", &["action", "emotion"], &(0..5).map(cells).collect::<Vec<_>>());
            let scene = lay_as("matrix", &journey, paper, Some(way)).made;
            let mut curve: Option<Rect> = None;
            walk(&scene.pages[0].nodes, &mut |step| match step {
                Step::Open(group) if group.role == Role::Figure && group.frame.is_some() => curve = group.frame,
                _ => {}
            });
            let (curve, found) = (curve.unwrap(), items(&scene.pages[0]));
            let at = found.iter().find(|(label, _)| label == quote).unwrap().1;
            assert!(at.y > curve.y && at.y < curve.bottom(), "{paper} {way:?} {low}: {at:?} is not in {curve:?}");
        }
    }
}

#[test]
fn a_character_that_is_wider_than_its_column_is_set_smaller() {
    let wide = "\u{fdfd}";
    for paper in ["60x80mm", "A6"] {
        for count in [1, 3] {
            let text = vec![wide; count].join(" ");
            let cells = json!({ "action": [text, text], "barrier": text });
            let mut journey = journey("ar", &["action", "barrier"], &[cells.clone(), cells]);
            journey.title.clone_from(&text);
            for phase in &mut journey.phases {
                phase.title.clone_from(&text);
            }
            for layout in drawn() {
                check_places(&landscape(layout, &journey, paper))
                    .unwrap_or_else(|problem| panic!("{layout} on {paper}: {problem}"));
            }
        }
    }
}

/// The size of the largest text of some words on a page.
fn size_of(page: &Page, words: &str) -> f64 {
    let mut size = 0.0_f64;
    walk(&page.nodes, &mut |step| {
        if let Step::Text(run) = step
            && run.text.contains(words)
        {
            size = size.max(run.size.0);
        }
    });
    size
}

#[test]
fn columns_are_of_unequal_width_where_small_type_wins_a_little_by_it() {
    let words = "Het licht was aan en niemand kwam aan de deur tot laat in de avond om de regen";
    let long = |letters: usize| words.split(' ').cycle().take(letters / 5).collect::<Vec<_>>().join(" ");
    let phases = [(-1, 780), (-2, 1183), (1, 202), (0, 946), (-1, 1014), (2, 101)];
    let phases = phases.map(|(score, letters)| json!({ "emotion": score, "thought": long(letters) }));
    let page = &landscape("map", &journey("nl", &["emotion", "thought"], &phases), "A1").pages[0];
    let mut begins: Vec<f64> =
        items(page).into_iter().filter(|(said, _)| said.starts_with("Het licht")).map(|(_, at)| at.x.0).collect();
    begins.sort_by(f64::total_cmp);
    let widths: Vec<f64> = begins.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(widths[1] > widths[2] * 1.3, "{widths:?}");
    assert!(size_of(page, "deur") >= 22.0, "{}", size_of(page, "deur"));
}

#[test]
fn a_lower_curve_saves_a_page_where_nothing_else_gives_way_for_it() {
    let scene = lay_as("map", &crate::matrix::fixture("planboard"), "A3", None).made;
    assert_eq!(scene.pages.len(), 2);
}
