//! The places that a label could take, with what is unwelcome about each.

use super::ground::{Ground, Near, STEPS, Shafts, Ways};
use super::{LEADER_FROM, Label, MOST_SHAPES, Shape, Side, Spot};
use crate::scene::{Mm, Point, Rect, Size};

/// How far from the point a label can stand, in em.
const DISTANCES: [f64; 6] = [0.15, 0.28, 0.7, 1.2, 1.9, 2.8];
/// The same for a label that has no place so close: better far away, with a line to its point, than nowhere.
const FAR_DISTANCES: [f64; 6] = [4.0, 5.5, 7.5, 10.0, 13.0, 17.5];
/// What stands above or below begins this share of its width left of the point.
const ACROSS: [f64; 7] = [0.5, 0.32, 0.68, 0.12, 0.88, -0.04, 1.04];
/// What stands left or right begins this share of its height above the point; wholly above or below it beside a peak or a valley, where
/// the line is level.
const DOWN: [f64; 5] = [0.5, 0.3, 0.7, -0.12, 1.12];
/// So many of the best places on each side are kept.
const KEPT: usize = 24;

/// What is unwelcome: an em of distance, and one from the middle of the label to the point.
const FAR: f64 = 7.0;
const ASIDE: f64 = 0.8;
/// What begins farther before its point than this, in em: it is read there, where another point may be. And what an em more costs.
const BEGINS: f64 = 6.0;
const EARLY: f64 = 0.7;
/// A label whose middle is not over its point, at the most.
const ASKEW: f64 = 6.0;
/// A label beside its point, not above or below.
const BESIDE: f64 = 9.0;
/// A label on the side where it does not belong, and beside where it belongs above or below.
const WRONG: f64 = 26.0;
/// A hairline that is crossed: an upright one, a level one.
const CROSSED: (f64, f64) = (5.0, 12.0);
/// What it costs to stand on hatching.
const HATCHED: f64 = 9.0;
/// What it costs to stand nearer to another point than to its own, and from where on, in em, a line tells then which one it is of.
const STRAYED: f64 = 16.0;
const STRAY_FROM: f64 = 0.1;
/// No leader is so short, in em, with the air at its ends: what one sees then is a stub, and the label is near enough, if it is so to no other point.
const STUB: f64 = 0.6;
/// What stands right over or under its point no farther than this, in em, needs no line to it.
const CLOSE: f64 = 1.25;

/// Where a label stands to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Above,
    Below,
    Left,
    Right,
}

/// The places around a point that a label in one of several shapes could take. They are the same at any point.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// Above it and, as well, below it.
    stacked: Vec<Stretch>,
    /// Left of it and, as well, right of it.
    flanking: Vec<Stretch>,
}

/// Places over the same stretch of x, on any of the sides that they are for: whether they are free is told by heights alone.
#[derive(Debug, Clone)]
struct Stretch {
    /// The index of the shape.
    shape: usize,
    /// What is unwelcome about the best of them.
    least: f64,
    /// A place for each height. Above and below the point they are ever farther away, beside it ever higher.
    places: [Option<Place>; STEPS],
}

/// A place to the point.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// How far away, in em.
    distance: f64,
    /// The share of its width or height that is left of, or above, the point.
    share: f64,
    /// What is unwelcome about it on whatever side.
    cost: f64,
    /// Of those that are alike the first comes first.
    order: usize,
}

impl Place {
    fn new(shape: &Shape, (distance, share): (f64, f64), stacked: bool, em: Mm) -> Self {
        let askew = (share - 0.5).abs();
        let aside = if stacked { shape.size.width / em * askew } else { 0.0 };
        let early = if stacked { (shape.size.width / em * share - BEGINS).max(0.0) } else { 0.0 };
        let cost = distance * FAR + aside * ASIDE + askew * ASKEW + early * EARLY + shape.cost;
        Self { distance, share, cost, order: 0 }
    }
}

impl Places {
    pub fn of(shapes: &[Shape], em: Mm) -> Self {
        Self::at(&DISTANCES, shapes, em)
    }

    fn at(distances: &[f64], shapes: &[Shape], em: Mm) -> Self {
        let places = |shares: &[f64], stacked: bool| {
            let mut stretches =
                Vec::with_capacity(shapes.len().min(MOST_SHAPES) * if stacked { shares } else { distances }.len());
            for (shape, of) in shapes.iter().enumerate().take(MOST_SHAPES) {
                let place = |farther: usize, along: usize| Place {
                    order: (shape * distances.len() + farther) * shares.len() + along,
                    ..Place::new(of, (distances[farther], shares[along]), stacked, em)
                };
                let stretch = |count: usize, place: &dyn Fn(usize) -> Place| {
                    let places = std::array::from_fn(|nth| (nth < count).then(|| place(nth)));
                    let least = places.iter().flatten().map(|place: &Place| place.cost).fold(f64::INFINITY, f64::min);
                    Stretch { shape, least, places }
                };
                if stacked {
                    stretches.extend((0..shares.len()).map(|along| stretch(distances.len(), &|nth| place(nth, along))));
                } else {
                    stretches.extend((0..distances.len()).map(|farther| stretch(shares.len(), &|nth| place(farther, nth))));
                }
            }
            stretches.sort_by(|one, other| one.least.total_cmp(&other.least));
            stretches
        };
        Self { stacked: places(&ACROSS, true), flanking: places(&DOWN, false) }
    }

    /// What is unwelcome about the best of them.
    pub fn least(&self) -> f64 {
        let best = |stretches: &[Stretch]| stretches.first().map_or(f64::INFINITY, |stretch| stretch.least);
        let least = best(&self.stacked).min(best(&self.flanking) + BESIDE);
        if least.is_finite() { least } else { 0.0 }
    }
}

/// The best places of a label on each side that are free of everything on the ground, by cost.
pub(super) fn of(label: &Label, ground: &Ground) -> Vec<Spot> {
    around(label, &label.shapes.places, &DISTANCES, ground)
}

/// The same far from its point.
pub(super) fn far(label: &Label, ground: &Ground) -> Vec<Spot> {
    let places = label.shapes.far.get_or_init(|| Places::at(&FAR_DISTANCES, label.shapes.all(), ground.em));
    around(label, places, &FAR_DISTANCES, ground)
}

fn around(label: &Label, places: &Places, distances: &[f64], ground: &Ground) -> Vec<Spot> {
    let farthest = distances.iter().copied().fold(0.0, f64::max);
    let near = ground.near(label.anchor, reach(label, farthest, ground.em), ground.em * (farthest + 1.0));
    let mut all = Vec::with_capacity(KEPT * 4);
    let mut open = Ways::new();
    let mut add = |stretches: &[Stretch], ways: &[Way]| {
        let mut shafts = Shafts::new(stretches.len());
        for way in ways {
            on_a_side(label, (stretches, distances), *way, (&near, &mut shafts, &mut open), &mut all);
        }
    };
    add(&places.stacked, &[Way::Above, Way::Below]);
    add(&places.flanking, &[Way::Left]);
    add(&places.flanking, &[Way::Right]);
    all.sort_by(|one, other| one.cost.total_cmp(&other.cost));
    all
}

/// How far from its point anything of a label can be: to the side, and up or down.
fn reach(label: &Label, farthest: f64, em: Mm) -> Size {
    let most = |side: fn(&Size) -> Mm| label.shapes.all().iter().map(|shape| side(&shape.size)).fold(Mm::ZERO, Mm::max);
    // The farthest place, and the room around a label: more than enough.
    let away = label.radius + em * (farthest + 1.0);
    Size { width: most(|size| size.width) * 1.1 + away, height: most(|size| size.height) * 1.1 + away }
}

/// Adds the best places of a label on a side.
fn on_a_side(
    label: &Label,
    (stretches, distances): (&[Stretch], &[f64]),
    way: Way,
    (ground, shafts, open): (&Near, &mut Shafts, &mut Ways),
    all: &mut Vec<Spot>,
) {
    let sideways = sideways(way, label.side);
    let steps: &[f64] = if matches!(way, Way::Above | Way::Below) { distances } else { &DOWN };
    let away = |step: f64| label.radius + ground.em() * step;
    // From where the heights of boxes are counted on this side.
    let mut starts = [Mm(f64::INFINITY); STEPS];
    for (start, step) in starts.iter_mut().zip(steps) {
        *start = match way {
            Way::Above => label.anchor.y - away(*step),
            Way::Below => label.anchor.y + away(*step),
            Way::Left | Way::Right => Mm(*step),
        };
    }
    let tops = |Size { height, .. }: Size| match way {
        Way::Above => starts.map(|start| start - height),
        Way::Below => starts,
        Way::Left | Way::Right => starts.map(|share| label.anchor.y - height * share.0),
    };
    shafts.turn();
    // The best so far, each with what it came to before the ground was asked and where it stood among all: those that are alike keep their order.
    let mut kept: Vec<(Spot, f64, usize)> = Vec::with_capacity(KEPT + 1);
    for (nth, stretch) in stretches.iter().enumerate() {
        // What is unwelcome on the ground only adds to the cost, so that no stretch behind can have a better place than those kept.
        if stretch.least + sideways > most(&kept) {
            break;
        }
        let size = label.shapes.all()[stretch.shape].size;
        let Some(Place { distance, share, .. }) = stretch.places[0] else { continue };
        let over = frame(label, way, size, ground.em() * distance, share);
        let middle = over.x + over.width / 2.0;
        if label.within.is_some_and(|(left, right)| middle < left || middle > right) {
            continue;
        }
        let mut free = shafts.free(nth, over, || tops(size), ground);
        while free != 0 {
            let place = stretch.places[free.trailing_zeros() as usize];
            free &= free - 1;
            let Some(Place { distance, share, cost, order }) = place else { continue };
            let (least, most) = (cost + sideways, most(&kept));
            if least > most {
                continue;
            }
            let frame = frame(label, way, size, ground.em() * distance, share);
            let Some(spot) = spot(label, (stretch.shape, nth, least), frame, (ground, shafts, open), most) else { continue };
            let at = kept.partition_point(|(other, before, nth)| (other.cost, *before, *nth) <= (spot.cost, cost, order));
            kept.insert(at, (spot, cost, order));
            kept.truncate(KEPT);
        }
    }
    all.extend(kept.into_iter().map(|(spot, ..)| spot));
}

/// What is as unwelcome as the last of those kept, or less, may take its place.
fn most(kept: &[(Spot, f64, usize)]) -> f64 {
    kept.get(KEPT - 1).map_or(f64::INFINITY, |(worst, ..)| worst.cost)
}

fn frame(label: &Label, way: Way, size: Size, distance: Mm, share: f64) -> Rect {
    let Point { x, y } = label.anchor;
    let Size { width, height } = size;
    let away = label.radius + distance;
    let (left, top) = match way {
        Way::Above => (x - width * share, y - away - height),
        Way::Below => (x - width * share, y + away),
        Way::Left => (x - away - width, y - height * share),
        Way::Right => (x + away, y - height * share),
    };
    Rect::new(left, top, width, height)
}

/// What is unwelcome about a side.
fn sideways(way: Way, wanted: Option<Side>) -> f64 {
    match (way, wanted) {
        (Way::Above, Some(Side::Below)) | (Way::Below, Some(Side::Above)) => WRONG,
        (Way::Left | Way::Right, Some(_)) => BESIDE + WRONG * 0.25,
        (Way::Left | Way::Right, None) => BESIDE,
        (Way::Above | Way::Below, _) => 0.0,
    }
}

/// A free place with all that is unwelcome about it; nothing when that is more than `most`, or when its leader would cross something.
fn spot(
    label: &Label,
    (shape, stretch, least): (usize, usize, f64),
    frame: Rect,
    (ground, shafts, open): (&Near, &mut Shafts, &mut Ways),
    most: f64,
) -> Option<Spot> {
    let way_to = leader(label, (frame, label.shapes.all()[shape].lines), ground.em());
    // What stands nearer to another point, or right over or under one, would be taken for what that says.
    let strays = ground.is_of_another(frame, way_to.2);
    // Right over or under its own point it is no other's, unless it is far away.
    let own = (frame.x..=frame.right()).contains(&label.anchor.x) && way_to.2 < ground.em() * CLOSE;
    let far = match (own, strays) {
        (true, _) => CLOSE,
        (false, true) => STRAY_FROM,
        (false, false) => LEADER_FROM,
    };
    let (upright, level) = shafts.crossed(stretch, frame, ground);
    let hatched = if ground.is_hatched(frame) { HATCHED } else { 0.0 };
    let strayed = if strays { STRAYED } else { 0.0 };
    let cost = least + strayed + upright as f64 * CROSSED.0 + level as f64 * CROSSED.1 + hatched;
    if cost > most {
        return None;
    }
    // Last, since it is the dearest to know.
    let leader = (way_to.2 > ground.em() * if strays { far } else { far.max(STUB) }).then_some((way_to.0, way_to.1));
    if leader.is_some_and(|leader| !ground.is_open((label.anchor, label.radius), leader, open)) {
        return None;
    }
    Some(Spot { shape, frame, leader, cost })
}

/// From the edge of what is at the point to the nearest place of the label, a little short of it; and how far that is.
fn leader(label: &Label, (frame, [first, last]): (Rect, [(Mm, Mm); 2]), em: Mm) -> (Point, Point, Mm) {
    let Point { x, y } = label.anchor;
    // Over or under its point it is met at the line that stands there.
    let (from, to) = if y >= frame.bottom() { last } else { first };
    let inset = (em * 0.6).min((to - from) / 2.0);
    let near = Point { x: x.max(frame.x + from + inset).min(frame.x + to - inset), y: y.max(frame.y).min(frame.bottom()) };
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
