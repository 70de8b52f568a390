//! What stands beside the points of curves: on no line, on no face, on no other text, in its area; and everything said once.

use klantreis::journey::Journey;
use klantreis::layout::drawn::labels::{Disc, Ground, Label, Line, MOST_LABELS, Shape, Shapes, Side, Spot, place};
use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Color, Group, Mm, Node, Page, Path, Point, Rect, Role, Scene, Segment, Size};
use klantreis::text::{Fonts, Typesetter};
use proptest::prelude::*;

use crate::matrix::{drawn as layouts, lay_as};
use crate::support::boxes::boxes;
use crate::support::holds::said::{letters, shown, texts_hold};

pub fn setter() -> &'static Typesetter {
    static SETTER: std::sync::LazyLock<Typesetter> = std::sync::LazyLock::new(|| Typesetter::new(Fonts::bundled()));
    &SETTER
}

pub fn lay(journey: &Journey, paper: &str, orientation: Option<Orientation>) -> Scene {
    crate::matrix::lay(journey, paper, orientation).made
}

/// The parts of figures of curves that no text may touch: lines as samples with their half width, and discs.
#[derive(Default)]
struct Drawn {
    lines: Vec<(Vec<Point>, Mm)>,
    discs: Vec<(Point, Mm)>,
}

fn drawn(page: &Page) -> Drawn {
    let (mut drawn, mut figures) = (Drawn::default(), 0);
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if is_curve(group) => figures += 1,
        Step::Close(group) if is_curve(group) => figures -= 1,
        Step::Path(path) if figures > 0 => match outline(path) {
            Some(Outline::Line(samples)) => {
                drawn.lines.push((samples, path.stroke.as_ref().map_or(Mm::ZERO, |stroke| stroke.width / 2.0)));
            }
            Some(Outline::Disc(centre, radius)) => drawn.discs.push((centre, radius)),
            None => {}
        },
        _ => {}
    });
    drawn
}

/// The faces of curves, each with its radius.
pub fn faces(page: &Page) -> Vec<(Point, Mm)> {
    drawn(page).discs
}

/// Figures of curves have a frame; signs have none.
fn is_curve(group: &Group) -> bool {
    group.role == Role::Figure && group.frame.is_some()
}

enum Outline {
    Line(Vec<Point>),
    Disc(Point, Mm),
}

/// A smooth line, or the white disc of a face.
fn outline(path: &Path) -> Option<Outline> {
    let points: Vec<Point> = path.segments.iter().filter_map(end).collect();
    let closed = matches!(path.segments.last(), Some(Segment::Close));
    let bends = path.segments.iter().any(|segment| matches!(segment, Segment::Curve(..)));
    let white = |color: Option<Color>| color == Some(Color::WHITE);
    if closed && bends && white(path.fill) {
        let x = points.iter().map(|point| point.x);
        let (left, right) = (x.clone().fold(Mm(f64::MAX), Mm::min), x.fold(Mm(f64::MIN), Mm::max));
        let y = points.iter().map(|point| point.y);
        let (top, bottom) = (y.clone().fold(Mm(f64::MAX), Mm::min), y.fold(Mm(f64::MIN), Mm::max));
        let centre = Point { x: (left + right) / 2.0, y: (top + bottom) / 2.0 };
        return Some(Outline::Disc(centre, (right - left) / 2.0));
    }
    (!closed && bends && path.fill.is_none()).then(|| Outline::Line(samples(&path.segments)))
}

fn end(segment: &Segment) -> Option<Point> {
    match segment {
        Segment::Move(to) | Segment::Line(to) | Segment::Curve(_, _, to) => Some(*to),
        Segment::Close => None,
    }
}

fn samples(segments: &[Segment]) -> Vec<Point> {
    let mut samples: Vec<Point> = Vec::new();
    for segment in segments {
        match segment {
            Segment::Curve(a, b, to) => {
                let from = samples[samples.len() - 1];
                let mix = |p: Mm, q: Mm, r: Mm, s: Mm, t: f64| {
                    let u = 1.0 - t;
                    p * (u * u * u) + q * (3.0 * u * u * t) + r * (3.0 * u * t * t) + s * (t * t * t)
                };
                samples.extend((1..=80).map(|step| {
                    let t = f64::from(step) / 80.0;
                    Point { x: mix(from.x, a.x, b.x, to.x, t), y: mix(from.y, a.y, b.y, to.y, t) }
                }));
            }
            other => samples.extend(end(other)),
        }
    }
    samples
}

/// The texts that touch a line or a face of a curve.
fn touching(page: &Page) -> Vec<String> {
    let drawn = drawn(page);
    let touches = |ink: Rect| {
        let by_line = drawn.lines.iter().any(|(samples, half)| {
            samples.iter().any(|at| {
                let (x, y) = (at.x.max(ink.x).min(ink.right()) - at.x, at.y.max(ink.y).min(ink.bottom()) - at.y);
                x.0 * x.0 + y.0 * y.0 < half.0 * half.0
            })
        });
        by_line
            || drawn.discs.iter().any(|(centre, radius)| {
                let (x, y) = (centre.x.max(ink.x).min(ink.right()) - centre.x, centre.y.max(ink.y).min(ink.bottom()) - centre.y);
                x.0 * x.0 + y.0 * y.0 < radius.0 * radius.0
            })
    };
    let all = boxes(&page.nodes, setter().fonts());
    all.iter().filter(|one| touches(one.ink)).map(|one| one.run.text.to_string()).collect()
}

/// A point of a journey: its score on a scale from −2 to +2, its words, and whether it is a moment of truth or a drop-off.
pub type Feeling = (i8, String, bool, bool);

fn feeling() -> impl Strategy<Value = Feeling> {
    let words = prop::collection::vec("[a-zë]{1,12}", 0..26).prop_map(|words| words.join(" "));
    let words = prop_oneof![Just(String::new()), Just("Prima.".to_owned()), words];
    (-2_i8..=2, words, prop::bool::weighted(0.2), prop::bool::weighted(0.2))
}

/// A journey with so many curves over some phases, each with up to three feelings.
fn feelings() -> impl Strategy<Value = Journey> {
    let cell = || prop::collection::vec(feeling(), 0..=3);
    let lanes = prop_oneof![3 => Just(1_usize), 1 => 2_usize..=4];
    let language = prop::sample::select(vec!["nl", "en", "ar"]);
    (lanes, 1_usize..=11, language).prop_flat_map(move |(lanes, phases, language)| {
        prop::collection::vec(prop::collection::vec(cell(), lanes), phases)
            .prop_map(move |cells: Vec<Vec<Vec<Feeling>>>| journey(&cells, language))
    })
}

pub fn journey(cells: &[Vec<Vec<Feeling>>], language: &str) -> Journey {
    let mut number = 0;
    let phases = cells.iter().enumerate().map(|(nth, lanes)| {
        let mut map = serde_json::Map::new();
        map.insert("goal".into(), format!("Doel {nth}").into());
        for (lane, feelings) in lanes.iter().enumerate() {
            let items = feelings.iter().map(|(score, words, truth, off)| {
                let mut item = serde_json::json!({ "score": score, "moment_of_truth": truth, "drop_off": off });
                if !words.is_empty() {
                    number += 1;
                    item["text"] = format!("{words} {number}").into();
                }
                item
            });
            map.insert(format!("e{lane}"), items.collect::<Vec<_>>().into());
        }
        serde_json::json!({ "id": format!("p{nth}"), "title": format!("Fase {nth}"), "cells": map })
    });
    let phases: Vec<_> = phases.collect();
    let lanes = (0..cells[0].len())
        .map(|lane| serde_json::json!({ "id": format!("e{lane}"), "kind": "emotion", "title": format!("Curve {lane}") }));
    let lanes: Vec<_> = std::iter::once(serde_json::json!({ "kind": "goal" })).chain(lanes).collect();
    let document =
        serde_json::json!({ "klantreis": 1, "title": "Gevoel", "language": language, "lanes": lanes, "phases": phases });
    klantreis::read::json(&document.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_stands_beside_points_touches_nothing_and_is_said_once(
        layout in prop::sample::select(layouts()),
        journey in feelings(),
        paper in prop::sample::select(vec!["A5", "A4", "A3", "A1", "300x900mm"]),
    ) {
        let scene = lay_as(layout, &journey, paper, None).made;
        prop_assert_eq!(texts_hold(&shown(layout, &journey), &scene), Ok(()));
        for page in &scene.pages {
            let texts = boxes(&page.nodes, setter().fonts());
            for (index, one) in texts.iter().enumerate() {
                prop_assert!(one.frame.is_none_or(|frame| frame.contains(one.ink, Mm::from(one.run.size) * 0.12)), "{}", one.run.text);
                for other in &texts[index + 1..] {
                    let slack = Mm::from(one.run.size.max(other.run.size)) * 0.12;
                    prop_assert!(!one.ink.overlaps(other.ink, slack), "{} {}", one.run.text, other.run.text);
                }
            }
            prop_assert_eq!(touching(page), Vec::<String>::new());
        }
    }
}

/// What is to stand beside a point: its shapes, and the side on which it belongs.
type Wanted = (Shapes, Option<Side>);

/// A ground with a line of random heights, a disc at each of them, and what is wanted at each.
fn ground() -> impl Strategy<Value = (Vec<Wanted>, Ground, Vec<Disc>, Vec<Point>)> {
    let shape = (1.0..30.0_f64, 1.0..12.0_f64, 0.0..10.0_f64);
    let shapes = prop::collection::vec(shape, 1..5);
    let points = prop::collection::vec(
        (5.0..75.0_f64, shapes, prop::sample::select(vec![None, Some(Side::Above), Some(Side::Below)])),
        1..16,
    );
    points.prop_map(|points| {
        let step = 200.0 / points.len() as f64;
        let at = |nth: usize, y: f64| Point::new(step * (nth as f64 + 0.5), y);
        let line: Vec<Point> = points.iter().enumerate().map(|(nth, (y, ..))| at(nth, *y)).collect();
        let discs: Vec<Disc> = line.iter().map(|centre| Disc { centre: *centre, radius: Mm(2.0) }).collect();
        let shape = |(width, height, cost): (f64, f64, f64)| Shape::filled(Size { width: Mm(width), height: Mm(height) }, cost);
        let wanted =
            points.into_iter().map(|(_, shapes, side)| (Shapes::new(shapes.into_iter().map(shape).collect(), Mm(2.0)), side));
        let wanted = wanted.collect();
        let area = Rect::new(Mm(0.0), Mm(0.0), Mm(200.0), Mm(80.0));
        let ground = Ground::new(area, Mm(2.0)).lined(Line::new(line.clone(), Mm(1.0)));
        let ground = discs.iter().fold(ground, |ground, disc| ground.with(*disc));
        (wanted, ground, discs, line)
    })
}

/// Places along a way, near each other.
fn along(from: Point, to: Point) -> impl Iterator<Item = Point> {
    (0..=60).map(move |nth| {
        let share = f64::from(nth) / 60.0;
        Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
    })
}

fn holds(frame: Rect, at: Point) -> bool {
    frame.x < at.x && at.x < frame.right() && frame.y < at.y && at.y < frame.bottom()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_label_meets_anything((wanted, ground, discs, line) in ground()) {
        let pairs = wanted.iter().zip(&line);
        let labels = pairs.map(|((shapes, side), at)| Label { anchor: *at, radius: Mm(2.0), shapes, side: *side, within: None });
        let labels: Vec<Label> = labels.collect();
        let spots = place(&labels, &ground);
        prop_assert_eq!(&place(&labels, &ground), &spots, "the same every time");
        let placed: Vec<(usize, Spot)> = spots.iter().enumerate().filter_map(|(index, spot)| Some((index, (*spot)?))).collect();
        for (index, spot) in &placed {
            prop_assert!(ground.bounds.contains(spot.frame, Mm(1e-6)));
            let passes = line.windows(2).flat_map(|pair| along(pair[0], pair[1]).collect::<Vec<_>>());
            prop_assert!(!passes.into_iter().any(|at| holds(spot.frame, at)), "a line in {:?}", spot.frame);
            for (other, disc) in discs.iter().enumerate() {
                prop_assert!(!disc.meets(spot.frame, Mm::ZERO), "a disc in {:?}", spot.frame);
                let crossed = spot.leader.is_some_and(|(from, to)| {
                    let near = |at: Point| (at.x - disc.centre.x).0.hypot((at.y - disc.centre.y).0) < disc.radius.0;
                    other != *index && along(from, to).any(near)
                });
                prop_assert!(!crossed, "a leader through a disc");
            }
            for (other, there) in placed.iter().filter(|(other, _)| other != index) {
                prop_assert!(!spot.frame.overlaps(there.frame, Mm::ZERO), "{index} and {other} overlap");
                let crossed = spot.leader.is_some_and(|(from, to)| along(from, to).any(|at| holds(there.frame, at)));
                prop_assert!(!crossed, "the leader of {index} crosses {other}");
            }
        }
    }
}

/// Points on a ground of 100 × 60 mm at a height of 30 mm.
fn pointed<const N: usize>(points: [f64; N]) -> Ground {
    let ground = Ground::new(Rect::new(Mm(0.0), Mm(0.0), Mm(100.0), Mm(60.0)), Mm(2.0));
    let disc = |x: f64| Disc { centre: Point::new(x, 30.0), radius: Mm(2.0) };
    points.into_iter().fold(ground, |ground, x| ground.pointed(disc(x)))
}

fn label(x: f64, shapes: &Shapes) -> Label<'_> {
    Label { anchor: Point::new(x, 30.0), radius: Mm(2.0), shapes, side: Some(Side::Above), within: None }
}

fn sized(width: f64, height: f64, cost: f64) -> Shape {
    Shape::filled(Size { width: Mm(width), height: Mm(height) }, cost)
}

#[test]
fn a_label_rather_takes_another_shape_than_to_stand_over_another_point() {
    let shapes = Shapes::new(vec![sized(44.0, 3.0, 0.0), sized(12.0, 12.0, 25.0)], Mm(2.0));
    let shape = |ground: &Ground| place(&[label(90.0, &shapes)], ground)[0].unwrap().shape;
    assert_eq!(shape(&pointed([90.0])), 0);
    assert_eq!(shape(&pointed([70.0, 90.0])), 1);
}

#[test]
fn a_label_gives_way_to_one_that_loses_more() {
    // Both belong above. Beside each other they have no room there; the small one stands as well below.
    let (small, large) = (Shapes::new(vec![sized(4.0, 2.0, 0.0)], Mm(2.0)), Shapes::new(vec![sized(26.0, 6.0, 0.0)], Mm(2.0)));
    let free = Label { side: None, ..label(44.0, &small) };
    let spots =
        place(&[free, label(52.0, &large)], &pointed([44.0, 52.0]).boxed(Rect::new(Mm(56.0), Mm(0.0), Mm(44.0), Mm(60.0))));
    let (small, large) = (spots[0].unwrap(), spots[1].unwrap());
    assert!(large.frame.bottom() < Mm(28.0) && small.frame.y > Mm(32.0), "{small:?} {large:?}");
}

#[test]
fn a_label_keeps_its_middle_in_its_phase() {
    let shapes = Shapes::new(vec![sized(20.0, 6.0, 0.0)], Mm(4.0));
    // Its own phase is full above and below its point; over the next one is room.
    let ground = pointed([50.0]).boxed(Rect::new(Mm(30.0), Mm(0.0), Mm(30.0), Mm(22.0))).boxed(Rect::new(
        Mm(30.0),
        Mm(38.0),
        Mm(30.0),
        Mm(22.0),
    ));
    let free = place(&[label(50.0, &shapes)], &ground)[0].unwrap();
    let (left, right) = (Mm(40.0), Mm(60.0));
    let inside = |spot: Spot| (left..=right).contains(&(spot.frame.x + spot.frame.width / 2.0));
    assert!(!inside(free), "{free:?}");
    let own = Label { within: Some((left, right)), ..label(50.0, &shapes) };
    let kept = place(&[own], &ground)[0];
    assert!(kept.is_none_or(inside), "{kept:?}");
}

#[test]
fn what_stands_right_under_its_point_has_no_stub_of_a_line_to_it() {
    let shapes = Shapes::new(vec![sized(10.0, 4.0, 0.0)], Mm(4.0));
    // Other points are near, and what stands at both sides keeps it from standing closer.
    let under = |away: f64| {
        let side = |x: f64| Rect::new(Mm(x), Mm(28.0 - away), Mm(18.0), Mm(4.0 + away * 2.0));
        let ground = pointed([44.0, 50.0, 56.0]).boxed(side(30.0)).boxed(side(52.0));
        place(&[label(50.0, &shapes)], &ground)[0].expect("a place")
    };
    let near = under(1.5);
    assert!(near.leader.is_none() && (near.frame.bottom() < Mm(27.0) || near.frame.y > Mm(33.0)), "{near:?}");
    assert!(under(9.0).leader.is_some());
}

#[test]
fn a_leader_ends_at_the_line_that_stands_there() {
    let short = Shape { lines: [(Mm(0.0), Mm(20.0)), (Mm(0.0), Mm(6.0))], ..sized(20.0, 6.0, 0.0) };
    let shapes = Shapes::new(vec![short], Mm(2.0));
    // There is room at the left above the point.
    let ground = pointed([50.0]).boxed(Rect::new(Mm(50.0), Mm(0.0), Mm(50.0), Mm(27.0)));
    let spot = place(&[label(50.0, &shapes)], &ground)[0].unwrap();
    let (_, to) = spot.leader.unwrap();
    assert!(spot.frame.bottom() < Mm(28.0) && to.x <= spot.frame.x + Mm(6.0), "{spot:?}");
}

#[test]
fn a_hairline_breaks_where_texts_stand() {
    let texts = [Rect::new(Mm(40.0), Mm(8.0), Mm(20.0), Mm(4.0)), Rect::new(Mm(20.0), Mm(5.0), Mm(30.0), Mm(10.0))];
    let above = Rect::new(Mm(70.0), Mm(0.0), Mm(5.0), Mm(9.0));
    let line = klantreis::layout::drawn::ink::level((Mm(0.0), Mm(100.0)), Mm(10.0), &[texts[0], texts[1], above]);
    let ends: Vec<Mm> = line
        .iter()
        .filter_map(|segment| match segment {
            Segment::Move(at) | Segment::Line(at) => Some(at.x),
            Segment::Curve(..) | Segment::Close => None,
        })
        .collect();
    assert_eq!(ends, [Mm(0.0), Mm(20.0), Mm(60.0), Mm(100.0)]);
}

#[test]
fn many_labels_are_left_to_the_row_and_nothing_is_lost() {
    for count in [MOST_LABELS, MOST_LABELS * 3] {
        let feelings = (0..count).map(|nth| (i8::try_from(nth % 5).unwrap() - 2, "Prima".to_owned(), false, false)).collect();
        let journey = journey(&[vec![feelings]], "nl");
        let scene = lay(&journey, "A3", None);
        assert_eq!(texts_hold(&journey, &scene), Ok(()));
    }
}

/// The cells of a page with a place of their own that hold no text.
fn empty_cells(page: &Page) -> usize {
    let mut empty = 0;
    let (mut inside, mut texts) = (false, 0);
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Cell && group.frame.is_some() => (inside, texts) = (true, 0),
        Step::Close(group) if group.role == Role::Cell && group.frame.is_some() => {
            inside = false;
            empty += usize::from(texts == 0);
        }
        Step::Text(_) if inside => texts += 1,
        _ => {}
    });
    empty
}

#[test]
fn scores_without_a_text_stand_beside_their_points_and_have_no_row() {
    let bare = |score: i8| (score, String::new(), false, false);
    let cells = [vec![vec![bare(-2)]], vec![vec![bare(2), bare(-2), bare(1)]], vec![vec![bare(1)]]];
    let journey = journey(&cells, "nl");
    let scene = lay(&journey, "A3", Some(Orientation::Landscape));
    assert_eq!(empty_cells(&scene.pages[0]), 0);
    // A number of the axis is one more.
    let count = |score: &str| {
        boxes(&scene.pages[0].nodes, setter().fonts()).iter().filter(|one| one.run.text.trim_end() == score).count()
    };
    assert_eq!(["\u{2212}2", "+1", "+2"].map(count), [3, 3, 2]);
    assert_eq!(touching(&scene.pages[0]), Vec::<String>::new());
    // Nor have they one where there are too many to stand beside their points.
    let many = (0..MOST_LABELS * 2).map(|nth| bare(i8::try_from(nth % 5).unwrap() - 2)).collect();
    let scene = lay(&self::journey(&[vec![many]], "nl"), "A3", Some(Orientation::Landscape));
    let mut cells = 0;
    let is_cell = |step: Step| matches!(step, Step::Open(group) if group.role == Role::Cell && group.frame.is_some());
    walk(&scene.pages[0].nodes, &mut |step| cells += usize::from(is_cell(step)));
    assert_eq!(cells, 1, "the goal's");
}

/// Where the solid and broken lines of curves stand at an x.
fn heights(page: &Page, x: Mm) -> Vec<f64> {
    let near = |samples: &Vec<Point>| {
        let close = |one: &&Point, other: &&Point| (one.x - x).0.abs().total_cmp(&(other.x - x).0.abs());
        samples.iter().min_by(close).map(|at| at.y.0)
    };
    drawn(page).lines.iter().filter_map(|(samples, _)| near(samples)).collect()
}

#[test]
fn curves_that_coincide_run_side_by_side_and_are_named_at_their_ends() {
    let flat = |score: i8| vec![(score, String::new(), false, false)];
    let cells: Vec<_> = (0..5).map(|nth| vec![flat(1), flat(1), flat(if nth == 4 { -1 } else { 1 })]).collect();
    let journey = journey(&cells, "nl");
    let page = &lay(&journey, "A3", Some(Orientation::Landscape)).pages[0];
    let mut area = None;
    walk(&page.nodes, &mut |step| {
        if let Step::Open(group) = step
            && is_curve(group)
        {
            area = group.frame;
        }
    });
    let area = area.unwrap();
    let mut at = heights(page, area.x + area.width * 0.5);
    at.sort_by(f64::total_cmp);
    at.dedup();
    assert_eq!(at.len(), 3, "{at:?}");
    let texts = boxes(&page.nodes, setter().fonts());
    let named = |name: &str| texts.iter().any(|one| area.contains(one.ink, Mm::ZERO) && letters(&one.run.text) == letters(name));
    assert!(named("Curve 0") && named("Curve 2"), "names at the ends of lines");
}

#[test]
fn the_first_curve_has_a_face_at_every_point_and_the_others_none() {
    let at = |scores: [i8; 4]| scores.map(|score| vec![(score, String::new(), false, false)]).to_vec();
    let cells = [at([0, 1, 0, 1]), at([2, 1, 0, 2]), at([-1, 1, 0, 1]), at([-2, 1, -1, 1]), at([2, 1, 2, 2])];
    let page = &lay(&journey(&cells, "en"), "A3", Some(Orientation::Landscape)).pages[0];
    let mut faces = 0;
    walk(&page.nodes, &mut |step| {
        if let Step::Path(path) = step
            && path.stroke.as_ref().is_some_and(|stroke| stroke.color != Color::WHITE)
            && matches!(outline(path), Some(Outline::Disc(..)))
        {
            faces += 1;
        }
    });
    assert_eq!(faces, 5);
}

#[test]
fn the_last_two_steps_of_a_scale_differ_by_mouth_and_brows() {
    let parts = |mood: f64| klantreis::layout::drawn::ink::face(Point::new(0.0, 0.0), Mm(10.0), mood);
    let strokes = |nodes: &[Node]| nodes.iter().filter(|node| matches!(node, Node::Path(path) if path.stroke.is_some())).count();
    for (mild, strong) in [(0.5, 1.0), (-0.5, -1.0)] {
        let (mild, strong) = (parts(mild), parts(strong));
        assert!(strokes(&strong) >= strokes(&mild) + 2, "brows");
        assert_ne!(mild[3], strong[3], "mouths");
    }
}
