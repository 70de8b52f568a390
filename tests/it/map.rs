//! The drawn map: the curve first and large, what the customer does not see below a line, arcs with their labels, measurements and
//! opportunities at their phases, and a template where there is nothing but titles.

use klantreis::diagnostic::Code;
use klantreis::journey::Journey;
use klantreis::layout::theme;
use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Color, Group, Mm, Node, Page, Path, Point, Rect, Role, RunKind, Scene, Segment};
use klantreis::text::{Fonts, Typesetter};
use proptest::prelude::*;
use serde_json::json;

use crate::matrix::{check_places, fixture, lay_as};
use crate::support::boxes::{Boxed, boxes};
use crate::support::holds::said::{letters, letters_in, said as items_say};
use crate::support::journeys;

fn map(journey: &Journey, paper: &str) -> Scene {
    lay_as("map", journey, paper, Some(Orientation::Landscape)).made
}

/// The boxes of groups of a role on a page, in order.
fn frames(page: &Page, wanted: fn(&Group) -> bool) -> Vec<Rect> {
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
fn rows(page: &Page) -> Vec<(String, Mm)> {
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
fn journey(
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
fn said(scene: &Scene) -> String {
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

/// The figures without a frame that stand before the table: arcs, by what is read out for them, with their lines.
fn arcs(page: &Page) -> Vec<(String, Vec<Path>)> {
    let mut arcs: Vec<(String, Vec<Path>)> = Vec::new();
    let (mut table, mut inside) = (false, false);
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Table => table = true,
        Step::Open(group) if group.role == Role::Figure && !table && group.label.as_deref().is_some_and(is_way) => {
            inside = true;
            arcs.push((group.label.clone().unwrap(), Vec::new()));
        }
        Step::Close(group) if group.role == Role::Figure => inside = false,
        Step::Path(path) if inside => arcs.last_mut().unwrap().1.push(path.clone()),
        _ => {}
    });
    arcs
}

fn is_way(label: &str) -> bool {
    label.contains(['→', '←'])
}

/// The level at which an arc runs: the highest place of its line.
fn level(paths: &[Path]) -> Mm {
    let points = paths.iter().flat_map(|path| &path.segments).filter_map(|segment| match segment {
        Segment::Move(at) | Segment::Line(at) | Segment::Curve(_, _, at) => Some(at.y),
        Segment::Close => None,
    });
    points.fold(Mm(f64::INFINITY), Mm::min)
}

fn link(from: usize, to: Option<usize>, kind: &str, label: &str) -> serde_json::Value {
    let mut link = json!({ "from": format!("p{from}"), "kind": kind, "label": label });
    if let Some(to) = to {
        link["to"] = json!(format!("p{to}"));
    }
    link
}

#[test]
fn ways_are_arcs_with_the_shortest_lowest_and_their_labels_in_them() {
    let links = [
        link(0, Some(4), "skip", "lang"),
        link(3, Some(1), "loop", "terug"),
        link(2, None, "exit", "weg"),
        link(0, Some(1), "next", "gewoon"),
    ];
    let journey = journey(5, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    let scene = map(&journey, "A3");
    let arcs = arcs(&scene.pages[0]);
    let names: Vec<&str> = arcs.iter().map(|(name, _)| name.split(' ').next().unwrap()).collect();
    assert_eq!(names, ["weg", "terug", "lang"]);
    let levels: Vec<Mm> = arcs.iter().map(|(_, paths)| level(paths)).collect();
    assert!(levels[1] < levels[0] && levels[2] < levels[1], "{levels:?}");
    let all = said(&scene);
    assert!(["lang", "terug", "weg"].iter().all(|label| all.contains(label)) && !all.contains("gewoon"), "{all}");
}

#[test]
fn a_way_to_another_page_leaves_at_the_edge_and_says_where_it_leads() {
    let links = [link(2, Some(11), "skip", "vlug"), link(11, None, "exit", "weg")];
    let journey = journey(12, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    let scene = map(&journey, "A6");
    let pages: Vec<_> = scene.pages.iter().map(arcs).collect();
    assert!(pages.len() > 1 && pages[0].len() == 1 && pages[pages.len() - 1].len() == 2, "{pages:?}");
    let ends = |paths: &[Path]| {
        let points = paths.iter().flat_map(|path| &path.segments).filter_map(|segment| match segment {
            Segment::Move(at) | Segment::Line(at) | Segment::Curve(_, _, at) => Some(at.x),
            Segment::Close => None,
        });
        points.fold((Mm(f64::INFINITY), Mm::ZERO), |(left, right), x| (left.min(x), right.max(x)))
    };
    let columns = |page: &Page| frames(page, |group| matches!(group.role, Role::ColumnHeader { .. }));
    let right = columns(&scene.pages[0]).iter().map(|frame| frame.right()).fold(Mm::ZERO, Mm::max);
    assert!((ends(&pages[0][0].1).1 - right).0.abs() < 2.0, "it runs to the edge of its page");
    let last = scene.pages.len() - 1;
    let left = columns(&scene.pages[last]).iter().map(|frame| frame.x).fold(Mm(f64::INFINITY), Mm::min);
    let arrives = pages[last].iter().find(|(name, _)| name.starts_with("vlug")).unwrap();
    assert!((ends(&arrives.1).0 - left).0.abs() < 2.0, "and comes in at the edge of the other");
    let all = said(&scene);
    assert!(all.contains("vlug→Fase11") && all.contains("Fase2→") && !all.contains("(Fase2→Fase11)"), "{all}");
    // The last phase has no room at its right: what leaves there leads up, and not back.
    let exit = pages[last].iter().find(|(name, _)| name.starts_with("weg")).unwrap();
    let (from, to) = ends(&exit.1[..1]);
    assert_eq!(from, to, "straight up");
}

#[test]
fn what_needs_a_fourth_track_is_told_in_words() {
    // Each spans all that came before it.
    let links: Vec<_> = (0..5).map(|nth| link(4 - nth, Some(6 + nth), "skip", &format!("sprong{nth}"))).collect();
    let journey = journey(11, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    let scene = map(&journey, "A1");
    assert_eq!(arcs(&scene.pages[0]).len(), 3);
    let all = said(&scene);
    for nth in 0..5 {
        assert!(all.contains(&format!("sprong{nth}")), "{nth} in {all}");
    }
    assert!(all.contains("sprong4(Fase0→Fase10)"), "{all}");
}

#[test]
fn a_label_without_room_in_its_arc_is_a_number_that_a_line_explains() {
    let label = "een label dat veel langer is dan de boog waarin of waarnaast het zou moeten staan en dat daarom elders \
                 staat, want ook naast de boog is er op geen van de zijden van deze bladzijde genoeg ruimte voor zo veel woorden";
    let links = [link(1, Some(0), "loop", label)];
    let journey = journey(6, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    let scene = map(&journey, "A3");
    let all = boxes(&scene.pages[0].nodes, setter().fonts());
    // Titles of phases are white as well, and larger.
    let small = |one: &&Boxed| one.run.color == Color::WHITE && one.run.size.0 < 20.0;
    let numbers = all.iter().filter(small).filter(|one| &*one.run.text == "1").count();
    assert_eq!(numbers, 2, "in the arc and before the line");
    assert!(said(&scene).contains(&letters(label)));
    assert_eq!(check_places(&scene), Ok(()));
}

#[test]
fn ways_that_do_not_find_room_one_after_another_find_it_in_another_order() {
    let links = [
        link(5, Some(0), "loop", "opnieuw"),
        link(0, Some(2), "skip", "tekent direct"),
        link(3, Some(1), "loop", "bedenkt zich"),
        link(1, None, "exit", "weg"),
    ];
    let journey = journey(6, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    let scene = map(&journey, "A1");
    assert_eq!(arcs(&scene.pages[0]).len(), 4);
    let all = said(&scene);
    assert!(!all.contains("(Fase"), "all labels stand at their arcs: {all}");
}

#[test]
fn a_way_from_a_contact_with_a_score_begins_over_that() {
    let cells = |_| {
        let contact = |nth: usize| json!({ "id": format!("c{nth}"), "text": format!("Contact {nth}") });
        json!({ "touchpoint": (0..5).map(contact).collect::<Vec<_>>(), "emotion": [0, -2, 1, -1, 2] })
    };
    let lanes = json!([{ "kind": "touchpoint" }, { "kind": "emotion" }]);
    let begins = |from: &str| {
        let links = json!({ "links": [{ "from": from, "kind": "exit", "label": "weg" }] });
        let scene = map(&journey(1, &lanes, cells, &links), "A3");
        let Segment::Move(at) = arcs(&scene.pages[0])[0].1[0].segments[0] else { panic!("a line begins somewhere") };
        at.x
    };
    let all = ["c0", "c1", "c2", "c3", "c4"].map(begins);
    let step = all[1] - all[0];
    assert!(step > Mm(20.0) && all.windows(2).all(|pair| (pair[1] - pair[0] - step).0.abs() < 1.0), "{all:?}");
}

fn setter() -> &'static Typesetter {
    static SETTER: std::sync::LazyLock<Typesetter> = std::sync::LazyLock::new(|| Typesetter::new(Fonts::bundled()));
    &SETTER
}

/// The texts that the line of an arc runs through.
fn struck(page: &Page) -> Vec<String> {
    let texts = boxes(&page.nodes, setter().fonts());
    let mut struck = Vec::new();
    for (name, paths) in arcs(page) {
        let lines = paths.iter().filter(|path| path.fill.is_none());
        let pieces: Vec<(Point, Point)> = lines.flat_map(|path| straight(&path.segments)).collect();
        let through = |ink: Rect| {
            pieces.iter().any(|(from, to)| {
                let bar = Rect::new(from.x.min(to.x), from.y.min(to.y), Mm((to.x - from.x).0.abs()), Mm((to.y - from.y).0.abs()));
                bar.overlaps(ink, Mm(0.05))
            })
        };
        // What has a number stands in the arc on purpose, in a disc.
        let own = |text: &str| text.chars().all(|character| character.is_ascii_digit());
        struck.extend(
            texts.iter().filter(|one| !own(&one.run.text) && through(one.ink)).map(|one| format!("{name}: {}", one.run.text)),
        );
    }
    struck
}

/// The straight pieces of a line.
fn straight(segments: &[Segment]) -> Vec<(Point, Point)> {
    let mut pieces = Vec::new();
    let mut here = Point::new(0.0, 0.0);
    for segment in segments {
        match *segment {
            Segment::Move(to) | Segment::Curve(_, _, to) => here = to,
            Segment::Line(to) => {
                pieces.push((here, to));
                here = to;
            }
            Segment::Close => {}
        }
    }
    pieces
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ways_measurements_and_opportunities_are_told_and_no_arc_runs_through_a_text(
        journey in journeys::linked(),
        paper in prop::sample::select(vec!["A4", "A3", "A1"]),
    ) {
        let scene = map(&journey, paper);
        let all = said(&scene);
        let forward = |link: &&klantreis::journey::Link| {
            let (from, to) = (journey.phase(&link.from), link.to.as_ref().and_then(|to| journey.phase(to)));
            link.kind != klantreis::journey::LinkKind::Next || to != from.map(|from| from + 1)
        };
        let labels = journey.links.iter().filter(forward).filter_map(|link| link.label.as_ref());
        let titles = journey.measurements.iter().filter_map(|measured| measured.title.as_ref());
        let wanted: Vec<&String> = labels.chain(titles).chain(journey.opportunities.iter().map(|chance| &chance.text)).collect();
        let blank = journey.is_blank();
        for text in wanted.into_iter().filter(|_| !blank) {
            // One that goes on on another page is an item on either, or a paragraph.
            let item = || letters(&items_say(&scene, text, false)).contains(&letters(text));
            let told = || letters_in(&scene, |role| role == Role::Paragraph).contains(&letters(text));
            prop_assert!(all.contains(&letters(text)) || item() || told(), "{text:?} is not in {all:?}");
        }
        for page in &scene.pages {
            prop_assert_eq!(struck(page), Vec::<String>::new());
        }
    }
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
fn nodes_of_arcs_lie_on_the_page() {
    let links: Vec<_> = (0..6).map(|nth| link(nth, None, "exit", "een lange reden om weg te gaan")).collect();
    let journey = journey(6, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    for paper in ["A5", "A4", "A1"] {
        let scene = map(&journey, paper);
        for page in &scene.pages {
            let inside = |at: &Point| at.x > Mm::ZERO && at.x < page.size.width && at.y > Mm::ZERO && at.y < page.size.height;
            for (name, paths) in arcs(page) {
                let ends = paths.iter().flat_map(|path| straight(&path.segments));
                assert!(ends.flat_map(|(from, to)| [from, to]).all(|at| inside(&at)), "{name} on {paper}");
            }
        }
        assert_eq!(check_places(&scene), Ok(()), "{paper}");
        assert!(scene.pages.iter().flat_map(|page| &page.nodes).any(|node| matches!(node, Node::Group(_))));
    }
}
