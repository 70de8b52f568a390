//! The places that a label could take, with what is unwelcome about each.

use super::ground::Ground;
use super::{LEADER_FROM, Label, MOST_SHAPES, Shape, Side, Spot};
use crate::scene::{Mm, Point, Rect};

/// How far from the point a label can stand, in em.
const DISTANCES: [f64; 6] = [0.15, 0.28, 0.7, 1.2, 1.9, 2.8];
/// What stands above or below begins this share of its width left of the point.
const ACROSS: [f64; 7] = [0.5, 0.32, 0.68, 0.12, 0.88, -0.04, 1.04];
/// What stands left or right begins this share of its height above the point.
const DOWN: [f64; 5] = [0.5, 0.3, 0.7, 0.1, 0.9];
/// So many of the best places on each side are kept.
const KEPT: usize = 24;

/// What is unwelcome: an em of distance, and one from the middle of the label to the point.
const FAR: f64 = 7.0;
const ASIDE: f64 = 0.8;
/// A label whose middle is not over its point, at the most.
const ASKEW: f64 = 6.0;
/// A label beside its point, not above or below.
const BESIDE: f64 = 9.0;
/// A label on the side where it does not belong, and beside where it belongs above or below.
const WRONG: f64 = 26.0;
/// A hairline that is crossed: an upright one, a level one.
const CROSSED: (f64, f64) = (5.0, 4.0);

/// Where a label stands to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Above,
    Below,
    Left,
    Right,
}

const WAYS: [Way; 4] = [Way::Above, Way::Below, Way::Left, Way::Right];

/// The best places of a label on each side that are free of everything on the ground, by cost.
pub(super) fn of(label: &Label, ground: &Ground) -> Vec<Spot> {
    let mut all: Vec<Spot> = WAYS.into_iter().flat_map(|way| on_a_side(label, way, ground)).collect();
    all.sort_by(|one, other| one.cost.total_cmp(&other.cost));
    all
}

fn on_a_side(label: &Label, way: Way, ground: &Ground) -> Vec<Spot> {
    let shares: &[f64] = if matches!(way, Way::Above | Way::Below) { &ACROSS } else { &DOWN };
    let mut places = Vec::new();
    for (index, shape) in label.shapes.iter().take(MOST_SHAPES).enumerate() {
        for distance in DISTANCES {
            for share in shares {
                let frame = frame(label, way, shape, ground.em * distance, *share);
                let cost = least_cost(label, (way, *share, distance), shape.cost, frame, ground);
                places.push((cost, places.len(), index, frame));
            }
        }
    }
    places.sort_by(|one, other| one.0.total_cmp(&other.0));
    // From the best on: what is unwelcome on the ground only adds to the cost, so that no place behind can be better than those kept.
    let mut spots: Vec<(usize, Spot)> = Vec::new();
    let mut worst = f64::INFINITY;
    for (least, order, shape, frame) in places {
        if spots.len() >= KEPT && least > worst {
            break;
        }
        if ground.is_free(frame)
            && let Some(spot) = spot(label, (shape, least), frame, ground)
        {
            spots.push((order, spot));
            spots.sort_by(|one, other| one.1.cost.total_cmp(&other.1.cost).then(one.0.cmp(&other.0)));
            spots.truncate(KEPT);
            worst = spots.last().map_or(f64::INFINITY, |last| last.1.cost);
        }
    }
    spots.into_iter().map(|(_, spot)| spot).collect()
}

fn frame(label: &Label, way: Way, shape: &Shape, distance: Mm, share: f64) -> Rect {
    let Point { x, y } = label.anchor;
    let (width, height) = (shape.size.width, shape.size.height);
    let away = label.radius + distance;
    let (left, top) = match way {
        Way::Above => (x - width * share, y - away - height),
        Way::Below => (x - width * share, y + away),
        Way::Left => (x - away - width, y - height * share),
        Way::Right => (x + away, y - height * share),
    };
    Rect::new(left, top, width, height)
}

/// What is unwelcome about a place whatever is on the ground.
fn least_cost(label: &Label, (way, share, distance): (Way, f64, f64), shape: f64, frame: Rect, ground: &Ground) -> f64 {
    let middle = frame.x + frame.width / 2.0;
    let sideways = match (way, label.side) {
        (Way::Above, Some(Side::Below)) | (Way::Below, Some(Side::Above)) => WRONG,
        (Way::Left | Way::Right, Some(_)) => BESIDE + WRONG * 0.25,
        (Way::Left | Way::Right, None) => BESIDE,
        (Way::Above | Way::Below, _) => 0.0,
    };
    let aside = if matches!(way, Way::Above | Way::Below) { (middle - label.anchor.x).0.abs() / ground.em.0 } else { 0.0 };
    distance * FAR + aside * ASIDE + (share - 0.5).abs() * ASKEW + sideways + shape
}

/// A free place with all that is unwelcome about it; nothing when its leader would cross something.
fn spot(label: &Label, (shape, least): (usize, f64), frame: Rect, ground: &Ground) -> Option<Spot> {
    let way_to = leader(label, frame, ground.em);
    let leader = (way_to.2 > ground.em * LEADER_FROM).then_some((way_to.0, way_to.1));
    if leader.is_some_and(|leader| !ground.is_open(label.anchor, leader)) {
        return None;
    }
    let (upright, level) = ground.crossed(frame);
    let cost = least + upright as f64 * CROSSED.0 + level as f64 * CROSSED.1;
    Some(Spot { shape, frame, leader, cost })
}

/// From the edge of what is at the point to the nearest place of the label, a little short of it; and how far that is.
fn leader(label: &Label, frame: Rect, em: Mm) -> (Point, Point, Mm) {
    let inset = (em * 0.6).min(frame.width / 2.0);
    let Point { x, y } = label.anchor;
    let near = Point { x: x.max(frame.x + inset).min(frame.right() - inset), y: y.max(frame.y).min(frame.bottom()) };
    // Beside its point a label is met in the middle of a line, not at its corner.
    let near = if y > frame.y && y < frame.bottom() { Point { x: x.max(frame.x).min(frame.right()), y } } else { near };
    let (dx, dy) = ((near.x - x).0, (near.y - y).0);
    let length = Mm((dx * dx + dy * dy).sqrt());
    if length <= label.radius {
        return (label.anchor, near, Mm::ZERO);
    }
    let at = |distance: Mm| super::ground::along(label.anchor, near, distance / length);
    (at(label.radius + em * 0.06), at(length - (em * 0.1).min((length - label.radius) * 0.3)), length - label.radius)
}
