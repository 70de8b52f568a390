//! The drawn map: the curve first and large, what the customer does not see below a line, measurements and opportunities at their phases,
//! and a template where there is nothing but titles.

use klantreis::diagnostic::Code;
use klantreis::journey::Journey;
use klantreis::layout::theme;
use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Group, Mm, Page, Path, Rect, Role, RunKind, Scene};
use klantreis::text::{Fonts, Typesetter};
use serde_json::json;

use crate::matrix::{fixture, lay_as};
use crate::support::boxes::boxes;
use crate::support::holds::said::letters;

pub fn map(journey: &Journey, paper: &str) -> Scene {
    lay_as("map", journey, paper, Some(Orientation::Landscape)).made
}

pub fn setter() -> &'static Typesetter {
    static SETTER: std::sync::LazyLock<Typesetter> = std::sync::LazyLock::new(|| Typesetter::new(Fonts::bundled()));
    &SETTER
}

/// The boxes of groups of a role on a page, in order.
pub fn frames(page: &Page, wanted: fn(&Group) -> bool) -> Vec<Rect> {
    let mut frames = Vec::new();
    walk(&page.nodes, &mut |step| {
        if let Step::Open(group) = step
            && wanted(group)
        {
            frames.extend(group.frame);
        }
    });
    frames
}

/// What each header of a row says, with its top, from the first on.
pub fn rows(page: &Page) -> Vec<(String, Mm)> {
    let mut rows: Vec<(String, Mm)> = Vec::new();
    let mut inside = false;
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::RowHeader => {
            inside = true;
            rows.push((String::new(), group.frame.map_or(Mm::ZERO, |frame| frame.y)));
        }
        Step::Close(group) if group.role == Role::RowHeader => inside = false,
        Step::Text(run) if inside && run.kind != RunKind::Hyphen => rows.last_mut().unwrap().0.push_str(&letters(&run.text)),
        _ => {}
    });
    rows
}

/// A journey of some phases with lanes and cells, and whatever else.
pub fn journey(
    phases: usize,
    lanes: &serde_json::Value,
    cells: impl Fn(usize) -> serde_json::Value,
    more: &serde_json::Value,
) -> Journey {
    let phase = |nth: usize| json!({ "id": format!("p{nth}"), "title": format!("Fase {nth}"), "cells": cells(nth) });
    let phases: Vec<_> = (0..phases).map(phase).collect();
    let mut document = json!({ "klantreis": 1, "title": "Reis", "language": "nl", "lanes": lanes, "phases": phases });
    let fields = more.as_object().unwrap().clone();
    document.as_object_mut().unwrap().extend(fields);
    klantreis::read::json(&document.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn the_curve_stands_under_the_arrows_with_a_large_part_of_the_page_wherever_its_lane_is() {
    for name in ["mediacollege", "lejebil"] {
        let mut journey = fixture(name);
        for turn in 0..journey.lanes.len() {
            journey.lanes.rotate_left(1);
            journey.phases.iter_mut().for_each(|phase| phase.cells.0.rotate_left(1));
            let scene = map(&journey, "A3");
            let page = &scene.pages[0];
            let curve = frames(page, |group| group.role == Role::Figure)[0];
            let arrows = frames(page, |group| matches!(group.role, Role::ColumnHeader { .. }));
            let foot = arrows.iter().map(|frame| frame.bottom()).fold(Mm::ZERO, Mm::max);
            let cells = frames(page, |group| group.role == Role::Item);
            let share = curve.height / page.size.height;
            assert!((0.27..=0.46).contains(&share), "{name} {turn}: {share}");
            assert!(curve.y >= foot && curve.y - foot < Mm(4.0), "{name} {turn}: {curve:?} under {foot:?}");
            assert!(cells.iter().all(|cell| cell.y >= curve.bottom()), "{name} {turn}");
        }
    }
}

#[test]
fn what_the_customer_does_not_see_stands_below_a_line_and_plans_below_that() {
    let lanes = json!([{ "kind": "opportunity" }, { "kind": "backstage" }, { "kind": "goal" }, { "kind": "emotion" }, { "kind": "action" }]);
    let cells = |nth| json!({ "opportunity": "a", "backstage": "b", "goal": "c", "emotion": nth, "action": "d" });
    let all = rows(&map(&journey(3, &lanes, cells, &json!({})), "A3").pages[0]);
    let titles: Vec<&str> = all.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(titles, ["Beleving", "Doelvandeklant", "Actievandeklant", "Zichtlijn", "Achterdeschermen", "Kansen"]);
    assert!(all.windows(2).all(|pair| pair[0].1 < pair[1].1), "{all:?}");
    let seen = json!([{ "kind": "opportunity" }, { "kind": "goal" }]);
    let all = rows(&map(&journey(3, &seen, |_| json!({ "goal": "c" }), &json!({})), "A3").pages[0]);
    assert!(all.iter().all(|(title, _)| title != "Zichtlijn"), "{all:?}");
}

#[test]
fn what_is_written_below_what_customers_do_not_see_stays_there() {
    let lanes = json!([{ "kind": "goal" }, { "kind": "text", "title": "Vooraf" }, { "kind": "backstage" },
        { "kind": "text", "title": "Systemen" }, { "kind": "action" }]);
    let all = rows(&map(&journey(3, &lanes, |_| json!({ "goal": "c" }), &json!({})), "A3").pages[0]);
    let titles: Vec<&str> = all.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(titles, ["Doelvandeklant", "Vooraf", "Actievandeklant", "Zichtlijn", "Achterdeschermen", "Systemen"]);
}

#[test]
fn what_turns_the_journey_at_a_contact_turns_it_at_its_score_on_the_curve_too() {
    let lanes = json!([{ "kind": "touchpoint" }, { "kind": "emotion" }]);
    let cells = |nth: usize| json!({ "touchpoint": { "text": "Kassa", "moment_of_truth": nth == 1, "drop_off": nth == 2 }, "emotion": 1 });
    let journey = journey(3, &lanes, cells, &json!({}));
    let shown = klantreis::layout::drawn::curve::shown(&journey);
    let marks: Vec<(bool, bool)> =
        shown.phases.iter().map(|phase| &phase.cells[0][0]).map(|item| (item.moment_of_truth, item.drop_off)).collect();
    assert_eq!(marks, [(false, false), (true, false), (false, true)]);
}

#[test]
fn why_the_question_matters_stands_below_it() {
    let more =
        json!({ "question": { "text": "Waarom haken mensen af?", "why": "Elke klant die blijft scheelt een telefoontje" } });
    let all = said(&map(&journey(3, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &more), "A3"));
    assert!(all.contains("Waaromhakenmensenaf?Elkeklantdieblijftscheelteentelefoontje"), "{all}");
}

#[test]
fn the_lowest_point_of_several_curves_is_that_of_the_lowest() {
    let lanes = json!([{ "id": "a", "kind": "emotion", "title": "Anna" }, { "id": "b", "kind": "emotion", "title": "Bo" }]);
    let low = |nth: usize| [(1, 2), (-1, 0), (0, -2)][nth];
    let scene = map(&journey(3, &lanes, |nth| json!({ "a": low(nth).0, "b": low(nth).1 }), &json!({})), "A3");
    let mut told = Vec::new();
    walk(&scene.pages[0].nodes, &mut |step| {
        if let Step::Open(group) = step
            && group.role == Role::Figure
            && group.frame.is_some()
        {
            told.extend(group.description.clone());
        }
    });
    let lowest: Vec<_> = told.iter().filter(|told| told.contains("laagste")).collect();
    assert!(told.len() == 2 && lowest.len() == 1 && lowest[0].contains("laagste −2"), "{told:?}");
}

#[test]
fn curves_whose_names_find_no_place_at_their_ends_are_named_in_a_margin() {
    let names = ["Maureen van Dam", "Kwame Boateng", "Zoe Lindqvist"];
    let id = |name: &str| name.split(' ').next().unwrap().to_lowercase();
    let lane = |name: &str| json!({ "id": id(name), "kind": "emotion", "title": "Beleving", "persona": id(name) });
    let phase = |nth: usize, scores: [i32; 3]| {
        let said = |score: i32| json!({ "score": score, "text": "Dat had ik nu net niet verwacht" });
        json!({ "title": format!("Fase {nth}"), "cells": {
            "maureen": said(scores[0]), "kwame": said(scores[1]), "zoe": said(scores[2]), "action": "Doet iets" } })
    };
    let personas = names.map(|name| json!({ "id": id(name), "name": name }));
    let [one, two, three] = names.map(lane);
    let phases = [[1, 0, -1], [-1, 2, 0], [2, -2, 1], [0, 1, -2], [1, 1, -1], [0, 0, 0]];
    let phases: Vec<_> = phases.into_iter().enumerate().map(|(nth, scores)| phase(nth, scores)).collect();
    let document = json!({ "klantreis": 1, "title": "Drie", "language": "nl", "personas": personas,
        "lanes": [one, two, three, { "id": "action", "kind": "action" }], "phases": phases });
    let journey = klantreis::read::json(&document.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let scene = lay_as("map", &journey, "A3", None).made;
    let right = crate::curve::ends(&scene);
    let mut beside = String::new();
    walk(&scene.pages[0].nodes, &mut |step| {
        if let Step::Text(run) = step
            && run.origin.x > right
        {
            beside.push_str(&run.text);
        }
    });
    assert!(names.iter().all(|name| beside.contains(name.split(' ').next().unwrap())), "{beside}");
}

#[test]
fn what_was_only_expected_is_no_lowest_point() {
    let lanes = json!([{ "id": "a", "kind": "emotion", "title": "Anna" },
        { "id": "b", "kind": "emotion", "title": "Verwacht", "purpose": "expectation" }]);
    let cells = |nth: usize| json!({ "a": if nth == 1 { -1 } else { 1 }, "b": if nth == 2 { -2 } else { 0 } });
    let mut told = Vec::new();
    walk(&map(&journey(3, &lanes, cells, &json!({})), "A3").pages[0].nodes, &mut |step| {
        if let Step::Open(group) = step
            && group.role == Role::Figure
            && group.frame.is_some()
        {
            told.extend(group.description.clone());
        }
    });
    let lowest: Vec<_> = told.iter().filter(|told| told.contains("laagste")).collect();
    assert!(told.len() == 2 && lowest.len() == 1 && lowest[0].contains("laagste −1"), "{told:?}");
}

/// What a page says, letter by letter.
pub fn said(scene: &Scene) -> String {
    let mut all = String::new();
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| match step {
            Step::Text(run) if run.kind != RunKind::Hyphen => all.push_str(&letters(&run.text)),
            Step::Missing(missing) => all.push_str(&letters(&missing.text)),
            _ => {}
        });
    }
    all
}

#[test]
fn measurements_and_opportunities_stand_at_their_phases_and_only_the_first_is_filled() {
    let more = json!({
        "measurements": [{ "kind": "nps", "at": "p1", "target": 40, "series": [{ "date": "2026-01-05", "value": 12 }, { "date": "2026-02-05", "value": 31 }] }],
        "opportunities": [{ "text": "eerst", "at": "p0", "priority": "high" }, { "text": "dan", "at": "p2", "priority": "low" }, { "text": "ooit" }]
    });
    let journey = journey(3, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &more);
    let scene = map(&journey, "A3");
    let page = &scene.pages[0];
    let all = said(&scene);
    assert!(
        ["NPS+31(streven+40)", "eerst", "dan", "ooit", "Metingen", "Kansen", "Prioriteit"].iter().all(|text| all.contains(text)),
        "{all}"
    );
    let arrows = frames(page, |group| matches!(group.role, Role::ColumnHeader { .. }));
    let accent = theme::lane(klantreis::journey::LaneKind::Opportunity);
    let (mut filled, mut label) = (Vec::new(), String::new());
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Item => label = group.label.clone().unwrap_or_default(),
        Step::Path(path) if path.fill == Some(accent) && path.stroke.is_some() => filled.push(label.clone()),
        Step::Text(run) => {
            let column = |nth: usize| arrows[nth].x <= run.origin.x && run.origin.x <= arrows[nth].right();
            match &*run.text {
                "eerst" => assert!(column(0)),
                "dan" => assert!(column(2)),
                _ => {}
            }
        }
        _ => {}
    });
    assert_eq!(filled, ["eerst"]);
}

#[test]
fn a_short_measurement_and_its_drawing_stand_side_by_side() {
    let more = json!({ "measurements": [
        { "kind": "nps", "at": "p1", "series": [{ "date": "2026-01-05", "value": 12 }, { "date": "2026-02-05", "value": 31 }] },
    ] });
    let lanes = json!([{ "kind": "emotion" }, { "kind": "goal" }]);
    let journey = journey(4, &lanes, |_| json!({ "emotion": { "score": 1, "text": "mooi" }, "goal": "Komt thuis" }), &more);
    let (mut said, mut drawn, mut figure) = (None, None, false);
    walk(&map(&journey, "A3").pages[0].nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Figure => figure = true,
        Step::Close(group) if group.role == Role::Figure => figure = false,
        Step::Text(run) if run.text.starts_with("NPS") => said = Some((run.origin, run.size)),
        Step::Path(path) if figure && said.is_some() => {
            let own = crate::timeline::bounds(path);
            drawn = Some(drawn.map_or(own, |all: Rect| all.union(own)));
        }
        _ => {}
    });
    let ((at, size), drawn) = (said.unwrap(), drawn.unwrap());
    assert!(
        drawn.x > at.x + Mm::from(size) * 2.0 && drawn.y < at.y && drawn.bottom() < at.y + Mm::from(size),
        "{at:?} {drawn:?}"
    );
}

#[test]
fn a_row_for_one_cell_is_no_higher_than_that() {
    let cells = |nth: usize| {
        let mut cells =
            json!({ "emotion": { "score": 1, "text": "mooi" }, "goal": "Komt op tijd thuis met de laatste bus van die avond" });
        if nth == 1 {
            cells["barrier"] = "Regen".into();
        }
        cells
    };
    let lanes = json!([{ "kind": "emotion" }, { "kind": "goal" }, { "kind": "barrier" }]);
    let scene = map(&journey(5, &lanes, cells, &json!({})), "A3");
    let rows = frames(&scene.pages[0], |group| group.role == Role::RowHeader);
    let em = Mm::from(klantreis::scene::Pt(crate::poster_rules::cell_size(&scene)));
    assert!(rows.len() == 3 && rows[2].height < em * 2.6, "{rows:?} in {em:?}");
}

#[test]
fn an_opportunity_that_its_lane_tells_already_only_brings_its_priority() {
    let more = json!({ "opportunities": [{ "text": "sneller", "priority": "high" }] });
    let journey = journey(2, &json!([{ "kind": "opportunity" }]), |_| json!({ "opportunity": "sneller" }), &more);
    assert_eq!(said(&map(&journey, "A3")).matches("sneller").count(), 2, "one a phase, as it was written");
}

#[test]
fn a_journey_with_nothing_but_titles_is_a_map_to_fill_in() {
    let titles = journey(5, &json!([]), |_| json!({}), &json!({}));
    let laid = lay_as("map", &titles, "A3", Some(Orientation::Landscape));
    let page = &laid.made.pages[0];
    assert_eq!(laid.made.pages.len(), 1);
    let titles: Vec<String> = rows(page).into_iter().map(|(title, _)| title).collect();
    assert!(titles.len() == 6 && titles[0].starts_with("Beleving"), "{titles:?}");
    let outlined = |node: &Path| node.stroke.as_ref().is_some_and(|stroke| stroke.color == theme::OUTLINE);
    let mut cells = 0;
    walk(&page.nodes, &mut |step| {
        cells += usize::from(matches!(step, Step::Path(path) if outlined(path) && path.fill.is_some()));
    });
    assert_eq!(cells, 6 * 5);
    assert!(laid.warnings.iter().all(|warning| warning.code == Code::StickyNotes), "{:?}", laid.warnings);
}

#[test]
fn a_line_that_stops_on_the_way_has_no_end() {
    let lanes = json!([{ "kind": "emotion" }]);
    let ends = |scored: std::ops::Range<usize>| {
        let cells = move |nth| if scored.contains(&nth) { json!({ "emotion": 1 }) } else { json!({}) };
        let all = said(&map(&journey(4, &lanes, cells, &json!({})), "A3"));
        (all.contains("START"), all.contains("EINDE"))
    };
    assert_eq!(ends(0..4), (true, true));
    assert_eq!(ends(0..2), (true, false));
    assert_eq!(ends(1..4), (false, true));
}

#[test]
fn what_turns_the_journey_is_said_in_words_on_the_spine() {
    let lanes = json!([{ "kind": "emotion" }]);
    let cells = |nth| json!({ "emotion": { "score": nth, "text": "Nou!", "moment_of_truth": nth == 1 } });
    let said = said(&map(&journey(3, &lanes, cells, &json!({})), "A3"));
    // Once beside the point and once in the legend.
    assert_eq!(said.matches("Momentoftruth").count(), 2, "{said}");
}

#[test]
fn how_long_a_phase_takes_stands_in_its_arrow() {
    let mut journey = journey(3, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({}));
    journey.phases[1].duration = Some("een week".into());
    let page = &map(&journey, "A3").pages[0];
    let arrows = frames(page, |group| matches!(group.role, Role::ColumnHeader { .. }));
    let all = boxes(&page.nodes, setter().fonts());
    let ink = all.iter().find(|one| &*one.run.text == "een week").unwrap().ink;
    assert!(arrows[1].contains(ink, Mm(0.5)));
}

#[test]
fn a_warning_names_the_lane_by_its_place_in_the_journey_as_it_is_written() {
    let lanes = json!([{ "kind": "opportunity", "title": "𓀀" }, { "kind": "goal" }, { "kind": "emotion" }]);
    let laid = lay_as("map", &journey(2, &lanes, |_| json!({ "goal": "c" }), &json!({})), "A3", None);
    let warning = laid.warnings.iter().find(|warning| warning.code == Code::NoGlyph).unwrap();
    assert_eq!(warning.pointer.as_deref(), Some("/lanes/0/title"));
}

#[test]
fn a_small_share_is_told_as_it_was_given() {
    let record =
        |value: f64| json!({ "kind": "csat", "title": "Tevreden", "series": [{ "date": "2026-01-05", "value": value }] });
    for (value, told) in [(4.6, "4,6"), (72.4, "72"), (7.0, "7")] {
        let more = json!({ "measurements": [record(value)] });
        let all = said(&map(&journey(2, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &more), "A3"));
        assert!(all.contains(&format!("Tevreden{told}%")), "{all}");
    }
}

#[test]
fn the_usual_titles_of_lanes_stand_whole_beside_many_phases() {
    let lanes = json!([{ "kind": "emotion", "title": "Ervaring" }, { "kind": "emotion", "title": "Verwachting" }, { "kind": "touchpoint", "title": "Touchpoints" }]);
    let cells = |nth: usize| json!({ "ervaring": ([-2, -1, 0, 1, 2][nth % 5]), "verwachting": 1, "touchpoints": "mail" });
    let journey = journey(12, &lanes, cells, &json!({}));
    let broken = |scene: &Scene| {
        let (mut inside, mut broken) = (false, Vec::new());
        for page in &scene.pages {
            walk(&page.nodes, &mut |step| match step {
                Step::Open(group) if group.role == Role::RowHeader => inside = true,
                Step::Close(group) if group.role == Role::RowHeader => inside = false,
                Step::Text(run) if inside && run.kind == RunKind::Hyphen => broken.push(run.origin),
                _ => {}
            });
        }
        broken
    };
    for way in [Orientation::Landscape, Orientation::Portrait] {
        let scene = lay_as("map", &journey, "A3", Some(way)).made;
        assert!(broken(&scene).is_empty(), "{way:?}");
    }
}
