//! Posters that are still to be filled in: what is to be written on can be seen in print, and the program says which notes it holds.

use crate::matrix::{check_places, fixture, lay, lay_as};
use klantreis::diagnostic::{Code, Diagnostic};
use klantreis::journey::choices::{Choices, Fill};
use klantreis::journey::presets::PRESETS;
use klantreis::journey::{Author, Item, Journey, TermLanguage};
use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Color, Mm, Page, Path, Point, Rect, Role, Segment};

fn presets() -> impl Iterator<Item = (String, Journey)> {
    PRESETS.iter().flat_map(|preset| {
        TermLanguage::ALL.map(|language| {
            let journey = klantreis::read::json(preset.json(language)).unwrap();
            (format!("{} {language:?}", preset.name), journey)
        })
    })
}

/// The box around a path.
fn bounds(path: &Path) -> Option<Rect> {
    let mut points = path.segments.iter().flat_map(|segment| match segment {
        Segment::Move(to) | Segment::Line(to) => vec![*to],
        Segment::Curve(one, two, to) => vec![*one, *two, *to],
        Segment::Close => Vec::new(),
    });
    let first = points.next()?;
    let (mut least, mut most) = (first, first);
    for point in points {
        (least.x, least.y) = (least.x.min(point.x), least.y.min(point.y));
        (most.x, most.y) = (most.x.max(point.x), most.y.max(point.y));
    }
    Some(Rect::new(least.x, least.y, most.x - least.x, most.y - least.y))
}

/// The boxes that can be seen on paper: outlines of 3 : 1 or more, at least a quarter of a millimetre wide, with a white inside.
fn outlined(page: &Page) -> Vec<Rect> {
    let mut boxes = Vec::new();
    walk(&page.nodes, &mut |step| {
        if let Step::Path(path) = step
            && path.fill == Some(Color::WHITE)
            // Faces are as wide as they are high, and small.
            && bounds(path).is_some_and(|found| (found.width.0 - found.height.0).abs() > 0.01)
            && path.stroke.as_ref().is_some_and(|stroke| stroke.color.contrast(Color::WHITE) >= 3.0 && stroke.width >= Mm(0.25))
        {
            boxes.extend(bounds(path));
        }
    });
    boxes
}

/// The frames of the cells of a page.
fn cells(page: &Page) -> Vec<Rect> {
    let mut cells = Vec::new();
    walk(&page.nodes, &mut |step| {
        if let Step::Open(group) = step
            && group.role == Role::Cell
        {
            cells.extend(group.frame);
        }
    });
    cells
}

fn said(page: &Page) -> String {
    let mut all = String::new();
    walk(&page.nodes, &mut |step| {
        if let Step::Text(run) = step {
            all.push_str(&run.text);
        }
    });
    all
}

fn notes_of(warnings: &[Diagnostic]) -> Vec<&Diagnostic> {
    warnings.iter().filter(|warning| warning.code == Code::StickyNotes).collect()
}

#[test]
fn every_cell_that_is_to_be_written_in_can_be_seen_in_print() {
    for (name, journey) in presets() {
        for paper in ["A4", "A3", "A1"] {
            for orientation in [Orientation::Landscape, Orientation::Portrait] {
                let laid = lay(&journey, paper, Some(orientation));
                let place = format!("{name} on {paper} {orientation:?}");
                assert_eq!(check_places(&laid.made), Ok(()), "{place}");
                let boxes: usize = laid.made.pages.iter().map(|page| outlined(page).len()).sum();
                assert_eq!(boxes, journey.lanes.len() * journey.phases.len(), "{place}");
                for page in &laid.made.pages {
                    let sheet = Rect::new(Mm(0.0), Mm(0.0), page.size.width, page.size.height);
                    assert!(outlined(page).iter().all(|found| sheet.contains(*found, Mm::ZERO)), "{place}");
                }
            }
        }
    }
}

#[test]
fn cells_of_lanes_that_are_to_be_written_in_are_alike() {
    for (name, mut journey) in presets() {
        // The title of a lane on several lines makes no higher row of it.
        journey.lanes[0].title = "Een titel van een rij op meer regels dan een".into();
        for paper in ["A3", "A1"] {
            let laid = lay(&journey, paper, Some(Orientation::Landscape));
            let blank = |page: &Page| {
                let cells = cells(page);
                let boxes = outlined(page);
                let own = cells.into_iter().filter(|cell| boxes.iter().any(|one| cell.contains(*one, Mm(0.01))));
                own.map(|cell| format!("{:.3}", cell.height.0)).collect::<std::collections::BTreeSet<_>>()
            };
            for page in &laid.made.pages {
                let heights = blank(page);
                assert!(heights.len() <= 1, "{name} on {paper}: {heights:?}");
            }
        }
    }
}

#[test]
fn the_head_has_lines_for_what_a_journey_does_not_say() {
    let mut journey = klantreis::read::json(PRESETS[0].json(TermLanguage::Nl)).unwrap();
    let labels = ["Naam", "Groep", "Datum", "PERSONA", "SCENARIO"];
    let found = |journey: &Journey| {
        let all = said(&lay(journey, "A3", None).made.pages[0]);
        labels.map(|label| all.contains(label))
    };
    assert_eq!(found(&journey), [true; 5]);
    journey.authors = vec![Author { name: "Bo".into(), class: None }];
    journey.scenario = Some("Het regent.".into());
    assert_eq!(found(&journey), [false, true, true, true, true], "the scenario is there, under its name");
    assert_eq!(said(&lay(&journey, "A3", None).made.pages[0]).matches("SCENARIO").count(), 1);
    journey.phases[0].cells.0[0].push(Item::of_text("Iets"));
    assert_eq!(found(&journey), [false; 5], "what is being filled in is no template");
}

#[test]
fn every_name_in_the_head_has_a_line_to_write_on() {
    let mut journey = klantreis::read::json(PRESETS[0].json(TermLanguage::Nl)).unwrap();
    journey.phases.truncate(1);
    for (paper, way) in
        ["A4", "A3", "A1"].iter().flat_map(|paper| [Orientation::Landscape, Orientation::Portrait].map(|way| (paper, way)))
    {
        let scene = lay(&journey, paper, Some(way)).made;
        let (mut labels, mut rules) = (Vec::new(), Vec::new());
        walk(&scene.pages[0].nodes, &mut |step| match step {
            Step::Text(run) if ["PERSONA", "DE VRAAG", "SCENARIO"].contains(&run.text.trim()) => labels.push(run.origin),
            Step::Path(path) if path.segments.len() == 2 && path.stroke.is_some() => {
                if let [Segment::Move(from), Segment::Line(to)] = path.segments[..]
                    && from.y == to.y
                {
                    rules.push((from, to));
                }
            }
            _ => {}
        });
        let high = scene.pages[0].size.height * 0.05;
        let has_rule = |label: &Point| {
            rules
                .iter()
                .any(|(from, to)| from.x > label.x && (to.x - from.x).0 > 40.0 && (label.y..label.y + high).contains(&from.y))
        };
        assert!(labels.len() == 3 && labels.iter().all(has_rule), "{paper} {way:?}: {labels:?}");
    }
}

#[test]
fn the_corners_of_notes_can_be_seen_on_paper() {
    let journey = klantreis::read::json(PRESETS[0].json(TermLanguage::Nl)).unwrap();
    let mut corners = 0;
    walk(&lay(&journey, "2A0", Some(Orientation::Landscape)).made.pages[0].nodes, &mut |step| {
        if let Step::Path(path) = step
            && path.fill.is_none()
            && path.segments.iter().filter(|segment| matches!(segment, Segment::Move(_))).count() == 4
        {
            let stroke = path.stroke.as_ref().unwrap();
            assert!(stroke.color.contrast(Color::WHITE) >= 3.0, "{:?}", stroke.color);
            corners += 1;
        }
    });
    assert!(corners >= 18, "{corners}");
}

#[test]
fn the_program_says_which_notes_the_cells_hold() {
    let journey = klantreis::read::json(PRESETS[0].json(TermLanguage::Nl)).unwrap();
    let small = lay(&journey, "A3", Some(Orientation::Landscape));
    let [warning] = notes_of(&small.warnings)[..] else { panic!("{:?}", small.warnings) };
    assert!(warning.message.contains("no sticky note"), "{}", warning.message);
    let help = warning.help.as_ref().unwrap();
    let named = ["A2", "A1", "A0", "2A0", "4A0"].into_iter().find(|paper| help.starts_with(&format!("{paper} "))).expect(help);
    let large = lay(&journey, named, Some(Orientation::Landscape));
    let [warning] = notes_of(&large.warnings)[..] else { panic!("{:?}", large.warnings) };
    assert!(warning.message.starts_with("each of the 18 blank cells"), "{}", warning.message);
    for cell in outlined(&large.made.pages[0]) {
        assert!(cell.width >= Mm(78.0) && cell.height >= Mm(78.0), "{cell:?} on {named}");
    }
    assert!(notes_of(&lay(&fixture("zwembad"), "A3", None).warnings).is_empty(), "a journey with texts is no template");
}

/// The boxes in millimetres of paths that are four strokes of two lines each, in the first page of a PDF.
fn four_corners(pdf: &[u8]) -> Vec<Rect> {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let page = document.page_iter().next().unwrap();
    let content = lopdf::content::Content::decode(&document.get_page_content(page)).unwrap();
    let (mut path, mut shape, mut found) = (Vec::new(), String::new(), Vec::new());
    for operation in content.operations {
        match operation.operator.as_str() {
            "cm" => panic!("what is drawn stands where its numbers say"),
            key @ ("m" | "l") => {
                let number = |index: usize| f64::from(operation.operands[index].as_float().unwrap()) * 25.4 / 72.0;
                path.push((number(0), number(1)));
                shape.push_str(key);
            }
            key @ ("c" | "v" | "y" | "h" | "re") => shape.push_str(key),
            "S" | "s" | "f" | "f*" | "B" | "B*" | "b" | "b*" | "n" => {
                if shape == "mllmllmllmll" {
                    let side = |of: fn(&(f64, f64)) -> f64| {
                        let (least, most) = path.iter().map(of).fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(x), b.max(x)));
                        (Mm(least), Mm(most - least))
                    };
                    let ((x, width), (y, height)) = (side(|point| point.0), side(|point| point.1));
                    found.push(Rect::new(x, y, width, height));
                }
                path.clear();
                shape.clear();
            }
            _ => {}
        }
    }
    found
}

#[test]
fn places_for_sticky_notes_are_of_their_true_size_in_the_pdf() {
    let fill = Choices { fill: Fill::None, ..Choices::default() };
    for (name, paper, notes, columns) in [("mediacollege", "A0", 18, 1), ("zwembad", "A1", 16, 2)] {
        let journey = fixture(name);
        let shown = fill.of(&journey).unwrap();
        let laid = lay(shown.journey(), paper, Some(Orientation::Landscape));
        let pdf = crate::support::pdf(&laid.made, &klantreis::text::Fonts::bundled());
        let found = four_corners(&pdf);
        assert_eq!(found.len(), notes, "{name} on {paper}");
        for (index, note) in found.iter().enumerate() {
            assert!((note.width.0 - 76.0).abs() <= 0.2 && (note.height.0 - 76.0).abs() <= 0.2, "{name} on {paper}: {note:?}");
            assert!(found[..index].iter().all(|other| !other.overlaps(*note, Mm(0.0))), "{name} on {paper}: {note:?}");
        }
        let page = &laid.made.pages[0];
        let upright = |note: &Rect| Rect::new(note.x, page.size.height - note.y - note.height, note.width, note.height);
        for note in found.iter().map(upright) {
            assert!(outlined(page).iter().any(|cell| cell.contains(note, Mm(0.0))), "{name} on {paper}: {note:?} is in no cell");
        }
        let [said] = notes_of(&laid.warnings)[..] else { panic!("{:?}", laid.warnings) };
        assert!(said.message.contains(&format!("holds {columns} sticky")), "{}", said.message);
    }
}

#[test]
fn lanes_get_their_notes_before_the_curve_gets_its_share() {
    let fill = Choices { fill: Fill::None, ..Choices::default() };
    // Two rows of notes on A0, where one left half of the page to the curve; and one on A1, where there was none.
    for (name, paper, held) in [("zwembad", "A0", 4), ("zwembad", "A1", 2), ("mediacollege", "A1", 1)] {
        let journey = fixture(name);
        let laid = lay_as("map", fill.of(&journey).unwrap().journey(), paper, Some(Orientation::Landscape));
        let [said] = notes_of(&laid.warnings)[..] else { panic!("{:?}", laid.warnings) };
        assert!(said.message.contains(&format!("holds {held} sticky")), "{name} on {paper}: {}", said.message);
        let page = &laid.made.pages[0];
        let curve = outlined(page).into_iter().map(|cell| cell.height).fold(Mm::ZERO, Mm::max);
        assert!(curve / page.size.height >= 0.15, "{name} on {paper}: the curve has {curve:?}");
        assert_eq!(faces_of(page), 5, "{name} on {paper}: one for each step from -2 to 2");
    }
}

/// How many faces there are on a page in which nothing is drawn yet.
fn faces_of(page: &Page) -> usize {
    let mut found = 0;
    walk(&page.nodes, &mut |step| {
        if let Step::Path(path) = step
            && path.stroke.is_some()
            && path.fill == Some(Color::WHITE)
            && path.segments.iter().filter(|segment| matches!(segment, Segment::Curve(..))).count() == 4
            && bounds(path).is_some_and(|box_| (box_.width.0 - box_.height.0).abs() < 0.01)
        {
            found += 1;
        }
    });
    found
}

#[test]
fn a_curve_to_be_drawn_by_hand_has_its_scale_in_faces() {
    let faces = |journey: &Journey| faces_of(&lay(journey, "A1", Some(Orientation::Landscape)).made.pages[0]);
    let journey = fixture("mediacollege");
    let shown = Choices { fill: Fill::None, ..Choices::default() };
    assert_eq!(faces(shown.of(&journey).unwrap().journey()), 5, "one for each step from -2 to 2");
}

#[test]
fn a_badge_stands_above_the_lines_that_are_written_on() {
    let whole = serde_json::json!({ "klantreis": 1, "title": "Ladcykel", "language": "da", "state": "as-is",
        "phases": [{ "title": "Drøm" }, { "title": "Valg" }] });
    let journey = klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
    for layout in crate::matrix::drawn() {
        for paper in ["A6", "A3", "A0"] {
            let scene = lay_as(layout, &journey, paper, None).made;
            check_places(&scene).unwrap_or_else(|error| panic!("{layout} on {paper}: {error}"));
            let (mut badge, mut name) = (None, None);
            walk(&scene.pages[0].nodes, &mut |step| {
                if let Step::Text(run) = step {
                    match run.text.trim() {
                        "I DAG" => badge = Some(run.origin.y),
                        "Navn" => name = Some(run.origin.y - Mm::from(run.size)),
                        _ => {}
                    }
                }
            });
            let (Some(badge), Some(name)) = (badge, name) else { continue };
            assert!(badge < name, "{layout} on {paper}: {badge:?} and {name:?}");
        }
    }
}
