//! Drawn layouts: for any journey and any paper everything is there, in its place, and on the page. What holds of every one of them is
//! asked of each in the registry; the rest is about the matrix.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::boxes::boxes;
use crate::support::holds::said::{self, letters, said, shown, without_soft_hyphens};
use crate::support::{journeys, scenes};
use klantreis::diagnostic::Code;
use klantreis::journey::{Evidence, Journey, Term};
use klantreis::layout::{Context, LAYOUTS, Laid, Make};
use klantreis::paper::{Orientation, Paper};
use klantreis::picture::Gallery;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Mm, Node, Page, Rect, Role, RunKind, Scene};
use klantreis::text::{Fonts, Typesetter};

fn setter() -> &'static Typesetter {
    static SETTER: std::sync::LazyLock<Typesetter> = std::sync::LazyLock::new(|| Typesetter::new(Fonts::bundled()));
    &SETTER
}

/// The names of all drawn layouts.
pub fn drawn() -> Vec<&'static str> {
    LAYOUTS.iter().filter(|layout| matches!(layout.make, Make::Drawn(_))).map(|layout| layout.name).collect()
}

/// A journey as a matrix.
pub fn lay(journey: &Journey, paper: &str, orientation: Option<Orientation>) -> Laid<Scene> {
    lay_as("matrix", journey, paper, orientation)
}

/// A journey as a matrix on a paper.
pub fn lay_on(journey: &Journey, paper: &Paper, orientation: Option<Orientation>) -> Laid<Scene> {
    laid("matrix", journey, paper, orientation)
}

/// A journey in a layout.
pub fn lay_as(layout: &str, journey: &Journey, paper: &str, orientation: Option<Orientation>) -> Laid<Scene> {
    laid(layout, journey, &paper.parse::<Paper>().unwrap(), orientation)
}

fn laid(layout: &str, journey: &Journey, paper: &Paper, orientation: Option<Orientation>) -> Laid<Scene> {
    let draw = LAYOUTS.iter().find_map(|own| match own.make {
        Make::Drawn(draw) if own.name == layout => Some(draw),
        Make::Drawn(_) | Make::Tabular(_) => None,
    });
    let draw = draw.expect("a drawn layout of that name");
    let meta = scenes::meta();
    draw(
        journey,
        &Context {
            meta: &meta,
            text: setter(),
            pictures: Gallery::EMPTY,
            paper,
            orientation,
            blank: false,
            beside: &[],
            part: &klantreis::journey::choices::Excerpt::WHOLE,
            fit: false,
            pages: usize::MAX,
        },
    )
}

pub fn fixture(name: &str) -> Journey {
    let path = format!("{}/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    klantreis::read::json(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Glyphs may reach a tenth of an em beyond their advance.
fn slack(size: klantreis::scene::Pt) -> Mm {
    Mm::from(size) * 0.12 + Mm(0.01)
}

/// Every run lies in its frame, every frame on the page, and no two runs share ink.
pub fn check_places(scene: &Scene) -> Result<(), String> {
    for (number, page) in scene.pages.iter().enumerate() {
        let sheet = Rect::new(Mm(0.0), Mm(0.0), page.size.width, page.size.height);
        let boxes = boxes(&page.nodes, setter().fonts());
        for one in &boxes {
            let slack = slack(one.run.size);
            let text = &one.run.text;
            if !sheet.contains(one.ink, Mm::ZERO) {
                return Err(format!("page {}: {text:?} leaves the page: {:?}", number + 1, one.ink));
            }
            if let Some(frame) = one.frame {
                if !frame.contains(one.ink, slack) {
                    return Err(format!("page {}: {text:?} at {:?} leaves its frame {frame:?}", number + 1, one.ink));
                }
                if !sheet.contains(frame, Mm(1e-6)) {
                    return Err(format!("page {}: the frame {frame:?} of {text:?} leaves the page", number + 1));
                }
            }
        }
        for (index, one) in boxes.iter().enumerate() {
            for other in &boxes[index + 1..] {
                let slack = slack(one.run.size.max(other.run.size));
                if one.ink.overlaps(other.ink, slack) {
                    let (a, b) = (&one.run.text, &other.run.text);
                    return Err(format!("page {}: {a:?} and {b:?} overlap: {:?} {:?}", number + 1, one.ink, other.ink));
                }
            }
        }
    }
    Ok(())
}

/// The labels of figures, and the targets of links, by the labels of the items that they stand in.
fn signs(scene: &Scene) -> BTreeSet<(String, String)> {
    let mut signs = BTreeSet::new();
    for page in &scene.pages {
        let mut item = String::new();
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) if group.role == Role::Item => item = group.label.clone().unwrap_or_default(),
            Step::Open(group) if group.role == Role::Figure => {
                signs.insert((item.clone(), without_soft_hyphens(group.label.as_deref().unwrap_or_default())));
            }
            Step::OpenLink(link) => {
                signs.insert((item.clone(), link.target.clone()));
            }
            _ => {}
        });
    }
    signs
}

/// Every further text of an item stands with it, every sign beside it, and every link leads somewhere.
pub fn check_details(journey: &Journey, scene: &Scene) -> Result<(), String> {
    let signs = signs(scene);
    for item in journey.phases.iter().flat_map(|phase| phase.cells.iter().flatten()).filter(|item| item.text.is_some()) {
        let found = letters(&said(scene, item.text(), true));
        if let Some(lost) = journeys::details_of(item, &journey.language).into_iter().find(|text| !found.contains(&letters(text)))
        {
            return Err(format!("{lost:?} of {:?} is not in {found:?}", item.text()));
        }
        let drop_off = item.drop_off.then_some(Term::DropOff);
        let star = (item.moment_of_truth && item.score.is_none()).then_some(Term::MomentOfTruth);
        let terms = drop_off.into_iter().chain(star).chain(item.evidence.map(Evidence::term));
        let wanted = terms.map(|term| term.text(journey.language.terms).to_owned());
        let shown = item.picture.as_ref().and_then(|picture| picture.alt.clone());
        let text = without_soft_hyphens(item.text());
        for wanted in wanted.chain(item.links.iter().map(ToString::to_string)).chain(shown) {
            if !signs.contains(&(text.clone(), without_soft_hyphens(&wanted))) {
                return Err(format!("{:?} is without {wanted:?}", item.text()));
            }
        }
    }
    let (columns, items) = (paragraphs(scene), items(scene));
    let headers = column_headers(scene);
    let phases = journey.phases.iter().flat_map(|phase| phase.duration.iter().chain(phase.risks.iter().map(|risk| &risk.text)));
    match phases.clone().find(|text| {
        let text = letters(text);
        !columns.values().chain(&headers).chain(&items).any(|told| told.contains(&text))
    }) {
        Some(lost) => Err(format!("{lost:?} of a phase is lost")),
        None => Ok(()),
    }
}

/// What each item says with all that is said of it, on whatever pages it goes on: what can go wrong may stand at a score.
fn items(scene: &Scene) -> Vec<String> {
    let (mut items, mut inside) = (Vec::<(Option<String>, String)>::new(), None);
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) if group.role == Role::Item => {
                let begun = items.iter().position(|(label, _)| label.is_some() && *label == group.label);
                inside = Some(begun.unwrap_or(items.len()));
                if begun.is_none() {
                    items.push((group.label.clone(), String::new()));
                }
            }
            Step::Close(group) if group.role == Role::Item => inside = None,
            Step::Text(run) if run.kind != RunKind::Hyphen => inside.iter().for_each(|nth| items[*nth].1 += &letters(&run.text)),
            Step::Missing(missing) => inside.iter().for_each(|nth| items[*nth].1 += &letters(&missing.text)),
            _ => {}
        });
    }
    items.into_iter().map(|(_, told)| told).collect()
}

/// What the paragraphs in cells say, by the left edge of their column: the notes below the phases' titles, which may go on on the
/// next page.
fn paragraphs(scene: &Scene) -> BTreeMap<String, String> {
    let mut columns: BTreeMap<String, String> = BTreeMap::new();
    for page in &scene.pages {
        let (mut column, mut inside) = (String::new(), false);
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) if group.role == Role::Cell => {
                column = format!("{:.3}", group.frame.map_or(0.0, |frame| frame.x.0));
            }
            Step::Open(group) if group.role == Role::Paragraph => inside = true,
            Step::Close(group) if group.role == Role::Paragraph => inside = false,
            Step::Text(run) if inside && run.kind != RunKind::Hyphen => {
                columns.entry(column.clone()).or_default().push_str(&letters(&run.text));
            }
            Step::Missing(missing) if inside => columns.entry(column.clone()).or_default().push_str(&letters(&missing.text)),
            _ => {}
        });
    }
    columns
}

/// What each header of a column says.
fn column_headers(scene: &Scene) -> Vec<String> {
    let (mut headers, mut inside) = (Vec::new(), false);
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) if matches!(group.role, Role::ColumnHeader { .. }) => {
                headers.push(String::new());
                inside = true;
            }
            Step::Close(group) if matches!(group.role, Role::ColumnHeader { .. }) => inside = false,
            Step::Text(run) if inside && run.kind != RunKind::Hyphen => headers.last_mut().unwrap().push_str(&letters(&run.text)),
            Step::Missing(missing) if inside => headers.last_mut().unwrap().push_str(&letters(&missing.text)),
            _ => {}
        });
    }
    headers
}

fn said_by(nodes: &[Node]) -> String {
    let mut out = String::new();
    walk(nodes, &mut |step| match step {
        Step::Text(run) if run.kind != RunKind::Hyphen => out.push_str(&run.text),
        Step::Missing(missing) => out.push_str(&missing.text),
        _ => {}
    });
    letters(&out)
}

/// The boxes of bars on a page: items and remarks with a frame of their own.
fn bars(page: &Page) -> Vec<Rect> {
    let mut bars = Vec::new();
    let mut cells = 0;
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Cell => cells += 1,
        Step::Close(group) if group.role == Role::Cell => cells -= 1,
        Step::Open(group) if cells > 0 && matches!(group.role, Role::Item | Role::Note) => bars.extend(group.frame),
        _ => {}
    });
    bars
}

/// Bars lie on the page, apart from each other, and on no text but their own.
pub fn check_bars(scene: &Scene) -> Result<(), String> {
    for page in &scene.pages {
        let sheet = Rect::new(Mm(0.0), Mm(0.0), page.size.width, page.size.height);
        let (bars, boxes) = (bars(page), boxes(&page.nodes, setter().fonts()));
        for (index, bar) in bars.iter().enumerate() {
            if !sheet.contains(*bar, Mm(1e-6)) {
                return Err(format!("the bar {bar:?} leaves the page"));
            }
            if let Some(other) = bars[index + 1..].iter().find(|other| other.overlaps(*bar, Mm(1e-6))) {
                return Err(format!("the bars {bar:?} and {other:?} overlap"));
            }
            let under = boxes.iter().find(|one| {
                !one.frame.is_some_and(|frame| bar.contains(frame, Mm(1e-6))) && one.ink.overlaps(*bar, slack(one.run.size))
            });
            if let Some(under) = under {
                return Err(format!("the bar {bar:?} covers {:?}", under.run.text));
            }
        }
    }
    Ok(())
}

#[test]
fn the_fixtures_are_in_place_on_every_paper() {
    for (layout, name) in drawn().into_iter().flat_map(|layout| FIXTURES.map(|name| (layout, name))) {
        let journey = fixture(name);
        for paper in ["A6", "A4", "A3", "A0"] {
            for orientation in [Orientation::Landscape, Orientation::Portrait] {
                let laid = lay_as(layout, &journey, paper, Some(orientation));
                let place = format!("{name} as {layout} on {paper} {orientation:?}");
                check_places(&laid.made).unwrap_or_else(|error| panic!("{place}: {error}"));
                let shown = shown(layout, &journey);
                said::texts_hold(&shown, &laid.made).unwrap_or_else(|error| panic!("{place}: {error}"));
                check_details(&shown, &laid.made).unwrap_or_else(|error| panic!("{place}: {error}"));
                check_bars(&laid.made).unwrap_or_else(|error| panic!("{place}: {error}"));
            }
        }
    }
}

const FIXTURES: [&str; 5] = ["mini", "mediacollege", "lejebil", "overvol", "schriften"];

#[test]
fn what_does_not_fit_is_reported_with_lane_phase_and_paper() {
    for layout in ["matrix", "map"] {
        let laid = lay_as(layout, &fixture("overvol"), "A4", None);
        assert!(laid.made.pages.len() > 1);
        let warning = laid.warnings.iter().find(|warning| warning.code == Code::DoesNotFit).expect("a warning");
        assert!(warning.message.contains("lanes “") && warning.message.contains("phases"), "{}", warning.message);
        assert!(warning.help.as_ref().is_some_and(|help| help.contains("A0") || help.contains("4A0")), "{:?}", warning.help);
        assert!(warning.pointer.as_ref().is_some_and(|pointer| pointer.starts_with("/phases/")));
    }
}

#[test]
fn a_poster_of_one_page_uses_its_page() {
    for name in ["mediacollege", "lejebil", "schriften"] {
        for paper in ["A3", "A1"] {
            let laid = lay(&fixture(name), paper, None);
            assert_eq!(laid.made.pages.len(), 1, "{name} on {paper}");
            let page = &laid.made.pages[0];
            let mut lowest = Mm::ZERO;
            walk(&page.nodes, &mut |step| {
                if let Step::Open(group) = step
                    && let (Role::Cell, Some(frame)) = (group.role, group.frame)
                {
                    lowest = lowest.max(frame.bottom());
                }
            });
            assert!(lowest / page.size.height > 0.88, "{name} on {paper}: the grid ends at {lowest:?} of {:?}", page.size.height);
        }
    }
}

#[test]
fn type_is_never_smaller_than_the_paper_asks_for() {
    for paper in ["A4", "A3", "A0"] {
        let least = paper.parse::<Paper>().unwrap().legibility();
        let pages = drawn().into_iter().flat_map(|layout| lay_as(layout, &fixture("overvol"), paper, None).made.pages);
        for page in &pages.collect::<Vec<_>>() {
            let mut roles = Vec::new();
            walk(&page.nodes, &mut |step| match step {
                Step::Open(group) => roles.push(group.role),
                Step::Close(_) => drop(roles.pop()),
                Step::Text(run) if run.kind == RunKind::Spelled => {
                    let near = roles.contains(&Role::Item) && !roles.contains(&Role::Note);
                    let least = if near { least.cell_min } else { least.hand_min };
                    assert!(run.size >= least, "{:?} at {:?} on {paper}", run.text, run.size);
                }
                _ => {}
            });
        }
    }
}

#[test]
fn a_poster_has_five_sizes_at_most() {
    for (layout, name) in drawn().into_iter().flat_map(|layout| ["mediacollege", "lejebil", "overvol"].map(|name| (layout, name)))
    {
        let laid = lay_as(layout, &fixture(name), "A3", None);
        let mut sizes = std::collections::BTreeSet::new();
        for page in &laid.made.pages {
            walk(&page.nodes, &mut |step| {
                if let Step::Text(run) = step
                    && run.kind == RunKind::Spelled
                {
                    sizes.insert(run.size.0.to_string());
                }
            });
        }
        assert!(sizes.len() <= 5, "{name} as {layout}: {sizes:?}");
    }
}

#[test]
fn titles_stand_in_full_on_any_paper() {
    for name in ["planboard", "overvol", "mediacollege", "schriften", "zwembad"] {
        for paper in ["A6", "A5", "100x100mm", "A3", "4A0"] {
            let journey = fixture(name);
            for layout in drawn() {
                let scene = lay_as(layout, &journey, paper, None).made;
                assert_eq!(said::titles_hold(&shown(layout, &journey), &scene), Ok(()), "{name} as {layout} on {paper}");
            }
        }
    }
}

/// The figures of curves on all pages.
fn curves(scene: &Scene, lane: &str) -> usize {
    let mut found = 0;
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| {
            if let Step::Open(group) = step
                && group.role == Role::Figure
                && group.label.as_deref() == Some(lane)
                && group.frame.is_some()
            {
                found += 1;
            }
        });
    }
    found
}

#[test]
fn a_curve_is_drawn_once_however_its_row_is_divided() {
    let words = "woorden over het gevoel ".repeat(400);
    for rows_above in 0..24 {
        let goal = "Een doel van enkele woorden. ".repeat(rows_above + 1);
        let text = format!(
            r#"{{ "klantreis": 1, "title": "Lang", "language": "nl", "phases": [{{ "title": "Fase",
               "cells": {{ "goal": "{goal}", "emotion": {{ "score": 1, "text": "{words}" }} }} }}, {{ "title": "Nog een" }}] }}"#
        );
        let journey = klantreis::read::json(&text).unwrap();
        // Each row of a timeline has a part of its line.
        let whole = drawn().into_iter().filter(|layout| *layout != "timeline");
        for (layout, paper) in whole.flat_map(|layout| ["A6", "A5", "70x70mm"].map(|paper| (layout, paper))) {
            let laid = lay_as(layout, &journey, paper, Some(Orientation::Landscape));
            assert_eq!(curves(&laid.made, "Beleving"), 1, "{rows_above} on {paper}");
            check_places(&laid.made).unwrap_or_else(|error| panic!("{rows_above} on {paper}: {error}"));
        }
    }
}

/// A journey in which each phase has these cells; `{n}` is the number of the phase.
fn phases(count: usize, lanes: &str, cells: &str) -> Journey {
    let phases = (0..count).map(|nth| {
        let cells = cells.replace("{n}", &nth.to_string());
        format!(r#"{{ "id": "p{nth}", "title": "Fase {nth}", "cells": {{ {cells} }} }}"#)
    });
    let phases = phases.collect::<Vec<_>>().join(", ");
    let text = format!(r#"{{ "klantreis": 1, "title": "Bad", "language": "nl", "lanes": [{lanes}], "phases": [{phases}] }}"#);
    klantreis::read::json(&text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn a_bar_reaches_from_its_phase_to_its_last() {
    let mut journey = phases(5, r#"{ "kind": "measure" }"#, r#""measure": "Meting {n}""#);
    journey.phases[1].cells.0[0][0].until = Some("p3".into());
    let laid = lay(&journey, "A3", Some(Orientation::Landscape));
    let page = &laid.made.pages[0];
    let mut headers = Vec::new();
    walk(&page.nodes, &mut |step| {
        if let Step::Open(group) = step
            && let (Role::ColumnHeader { .. }, Some(frame)) = (group.role, group.frame)
        {
            headers.push(frame);
        }
    });
    let bars = bars(page);
    assert_eq!(bars.len(), 1);
    assert!((bars[0].x - headers[1].x).0.abs() < 1e-6 && (bars[0].right() - headers[3].right()).0.abs() < 1e-6);
}

#[test]
fn a_bar_goes_on_where_the_pages_divide_it() {
    let mut journey = phases(14, r#"{ "kind": "measure" }"#, r#""measure": "Meting {n}""#);
    journey.phases[0].cells.0[0][0].until = Some("p13".into());
    let laid = lay(&journey, "A5", Some(Orientation::Portrait));
    assert!(laid.made.pages.len() > 1);
    for (number, page) in laid.made.pages.iter().enumerate() {
        assert_eq!(bars(page).len(), 1, "page {}", number + 1);
        let says = said_by(&page.nodes);
        assert_eq!(says.contains("Meting0(vervolg)"), number > 0, "page {}: {says}", number + 1);
    }
}

/// The frames of the curves of a page, by the order of their lanes.
fn areas(page: &Page) -> Vec<Rect> {
    let mut areas = Vec::new();
    walk(&page.nodes, &mut |step| {
        if let Step::Open(group) = step
            && group.role == Role::Figure
        {
            areas.extend(group.frame);
        }
    });
    areas
}

#[test]
fn neighbouring_curves_on_one_scale_share_an_area() {
    let lanes = r#"{ "kind": "emotion" }, { "id": "b", "kind": "emotion", "title": "Straks" },
        { "id": "c", "kind": "emotion", "title": "Cijfer", "scale": { "min": 0, "max": 10 } },
        { "kind": "goal" }, { "id": "d", "kind": "emotion", "title": "Later" }"#;
    let journey = phases(3, lanes, r#""emotion": 1, "b": -1, "c": 7, "d": 2"#);
    let laid = lay(&journey, "A3", None);
    let areas = areas(&laid.made.pages[0]);
    assert_eq!(areas.len(), 4);
    assert_eq!(areas[0], areas[1]);
    assert!(areas[1].bottom() < areas[2].y && areas[2].bottom() < areas[3].y);
    for lane in ["Beleving", "Straks", "Cijfer", "Later"] {
        assert_eq!(curves(&laid.made, lane), 1, "{lane}");
    }
    assert_eq!(check_places(&laid.made), Ok(()));
}

#[test]
fn the_legend_names_the_signs_that_occur_and_no_others() {
    let plain = phases(2, r#"{ "kind": "touchpoint" }"#, r#""touchpoint": "Kassa""#);
    let mut signed = plain.clone();
    let item = &mut signed.phases[0].cells.0[0][0];
    (item.drop_off, item.evidence) = (true, Some(Evidence::Assumed));
    let words = ["Afhaakmoment", "Aangenomen", "Gezegd", "Momentoftruth"];
    let named = |journey: &Journey| {
        let says = said_by(&lay(journey, "A4", None).made.pages[0].nodes);
        words.map(|word| says.contains(word))
    };
    assert_eq!(named(&plain), [false; 4]);
    assert_eq!(named(&signed), [true, true, false, false]);
}
