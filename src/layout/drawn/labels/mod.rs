//! Labels beside points, placed without a collision: texts in one of several shapes, above, below, left or right of what they
//! name, with a short line to it where they cannot stand close.
//!
//! What must not happen never does: a label that would cover a line, a disc, a box or another label, or leave its area, finds no
//! place, and says so. What is merely unwelcome has a cost. The same labels on the same ground always come to stand alike.

mod candidates;
mod choose;
mod ground;

use std::cell::{Cell, OnceCell};

use self::choose::Aim;

use crate::scene::{Mm, Point, Rect, Size};

pub use ground::{Disc, Ground, Line, grown};

/// More labels than these are not placed: none of them is.
pub const MOST_LABELS: usize = 48;

/// A label has at most this many shapes; further ones are not tried.
pub const MOST_SHAPES: usize = 7;

/// Between a label and a line, in em: beside half of the line's width.
pub const CLEAR_OF_LINE: f64 = 0.3;

/// Between two labels on each other, in em.
pub const CLEAR_OF_LABEL: f64 = 0.5;

/// Between two labels beside each other, in em: closer, their lines would be read as one.
pub const CLEAR_ASIDE: f64 = 0.9;

/// Between a label and a disc or a box, in em.
pub const CLEAR_OF_THING: f64 = 0.12;

/// A label that stands farther from its point than this has a line to it, in em.
pub const LEADER_FROM: f64 = 0.3;

/// What is to stand beside a point.
#[derive(Debug, Clone, Copy)]
pub struct Label<'a> {
    /// The point that it names.
    pub anchor: Point,
    /// The radius of what is drawn there.
    pub radius: Mm,
    /// The same text in several widths.
    pub shapes: &'a Shapes,
    /// The side on which it belongs.
    pub side: Option<Side>,
    /// The stretch of x that its middle is in: over another phase it would be taken for what that says.
    pub within: Option<(Mm, Mm)>,
}

/// The shapes of a label, with the places around a point that they could take: they are thought of once, for any point and height.
#[derive(Debug, Clone, Default)]
pub struct Shapes {
    all: Vec<Shape>,
    places: candidates::Places,
    /// Those farther away, as soon as they are asked for.
    far: OnceCell<candidates::Places>,
}

impl Shapes {
    /// The shapes of a label that is set at a size of one `em`. Those from [`MOST_SHAPES`] on are not tried.
    #[must_use]
    pub fn new(all: Vec<Shape>, em: Mm) -> Self {
        let places = candidates::Places::of(&all, em);
        Self { all, places, far: OnceCell::new() }
    }

    /// What is unwelcome about the best place of all, were it free.
    #[must_use]
    pub fn least(&self) -> f64 {
        self.places.least()
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Shape] {
        &self.all
    }
}

/// One of the shapes of a label.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// What it covers.
    pub size: Size,
    /// How unwelcome it is: 0.0 for the best, about 10.0 for one that is only better than none.
    pub cost: f64,
    /// Of its first and its last line, from where to where they reach from its left side: there a line to its point can meet it.
    pub lines: [(Mm, Mm); 2],
}

impl Shape {
    /// A shape whose lines are all as wide as itself.
    #[must_use]
    pub fn filled(size: Size, cost: f64) -> Self {
        Self { size, cost, lines: [(Mm::ZERO, size.width); 2] }
    }
}

/// The sides of a line on which a label can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Over a peak.
    Above,
    /// Under a valley.
    Below,
}

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// The index of its shape.
    pub shape: usize,
    /// What it covers.
    pub frame: Rect,
    /// From the edge of what it names to the label, where it does not stand close.
    pub leader: Option<(Point, Point)>,
    /// What is unwelcome about it.
    pub cost: f64,
}

/// What was found out about labels on a ground while it was asked whether all of them have a place, for whoever then asks where they stand.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The places close by of those that were looked at, and those far away.
    close: Vec<Option<Vec<Spot>>>,
    far: Vec<Option<Vec<Spot>>>,
    /// Where they stand, when that is known: as soon as one is lost, looking for any places comes to the same as looking for the best.
    placed: Option<Vec<Option<Spot>>>,
}

/// Places labels: one answer each, none for a label that has no place without a collision. No more than [`MOST_LABELS`] are placed.
#[must_use]
pub fn place(labels: &[Label], ground: &Ground) -> Vec<Option<Spot>> {
    place_knowing(labels, ground, Known::default())
}

/// The same, where something is known already.
#[must_use]
pub fn place_knowing(labels: &[Label], ground: &Ground, mut known: Known) -> Vec<Option<Spot>> {
    if labels.len() > MOST_LABELS {
        return vec![None; labels.len()];
    }
    if let Some(placed) = known.placed {
        return placed;
    }
    known.close.resize(labels.len(), None);
    known.far.resize(labels.len(), None);
    let close = labels.iter().zip(known.close).map(|(label, close)| close.unwrap_or_else(|| candidates::of(label, ground)));
    let mut candidates: Vec<Vec<Spot>> = close.collect();
    let close = choose::choose(&candidates, ground.em, Aim::Best);
    if close.iter().zip(labels).all(|(spot, label)| spot.is_some() || label.shapes.all().is_empty()) {
        return close;
    }
    for (index, label) in labels.iter().enumerate().filter(|(index, _)| close[*index].is_none()) {
        candidates[index].extend(known.far[index].take().unwrap_or_else(|| candidates::far(label, ground)));
    }
    choose::choose(&candidates, ground.em, Aim::Best)
}

/// Whether [`place`] would give each of the first `wanted` labels a place, without looking for the best: as soon as one of them has
/// none on the ground alone, nothing is asked of the others. That label is looked at first the next time, by its index in `poorest`. What
/// was found out is `known` then.
#[must_use]
pub fn have_places(labels: &[Label], wanted: usize, poorest: &Cell<usize>, ground: &Ground, known: &mut Known) -> bool {
    if labels.len() > MOST_LABELS {
        return wanted == 0;
    }
    let first = poorest.get().min(labels.len());
    let order = (first..labels.len()).take(1).chain((0..labels.len()).filter(|label| *label != first));
    *known = Known { close: vec![None; labels.len()], far: vec![None; labels.len()], placed: None };
    for index in order {
        let close = known.close[index].insert(candidates::of(&labels[index], ground));
        if close.is_empty() && index < wanted {
            let far = known.far[index].insert(candidates::far(&labels[index], ground));
            if far.is_empty() {
                poorest.set(index);
                return false;
            }
        }
    }
    let mut candidates: Vec<Vec<Spot>> = known.close.drain(..).map(Option::unwrap_or_default).collect();
    let close = choose::choose(&candidates, ground.em, Aim::Any);
    let lacking = |spots: &[Option<Spot>]| (0..labels.len()).filter(|index| spots[*index].is_none()).collect::<Vec<_>>();
    if lacking(&close).iter().all(|index| labels[*index].shapes.all().is_empty()) {
        return true;
    }
    for index in lacking(&close) {
        let spots = known.far[index].take().unwrap_or_else(|| candidates::far(&labels[index], ground));
        candidates[index].extend(spots);
    }
    let placed = choose::choose(&candidates, ground.em, Aim::Any);
    let lost = lacking(&placed).into_iter().find(|index| *index < wanted);
    poorest.set(lost.unwrap_or(first));
    known.placed = lost.is_some().then_some(placed);
    lost.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes<const N: usize>(sizes: [(f64, f64); N]) -> Shapes {
        let shape = |(width, height)| Shape::filled(Size { width: Mm(width), height: Mm(height) }, 0.0);
        Shapes::new(sizes.map(shape).to_vec(), Mm(1.0))
    }

    fn label(x: f64, y: f64, shapes: &Shapes) -> Label<'_> {
        Label { anchor: Point::new(x, y), radius: Mm(1.0), shapes, side: None, within: None }
    }

    fn ground() -> Ground {
        Ground::new(Rect::new(Mm(0.0), Mm(0.0), Mm(100.0), Mm(40.0)), Mm(1.0))
    }

    #[test]
    fn a_label_stands_close_to_its_point_on_the_side_where_it_belongs() {
        for (side, below) in [(Side::Above, false), (Side::Below, true)] {
            let shapes = shapes([(10.0, 3.0)]);
            let label = Label { side: Some(side), ..label(50.0, 20.0, &shapes) };
            let spot = place(&[label], &ground())[0].unwrap();
            assert_eq!(spot.frame.y > Mm(20.0), below, "{spot:?}");
            assert!(spot.leader.is_none(), "{spot:?}");
        }
    }

    #[test]
    fn a_label_without_room_finds_no_place() {
        assert_eq!(place(&[label(50.0, 20.0, &shapes([(120.0, 3.0)]))], &ground()), [None]);
        let boxed = ground().boxed(Rect::new(Mm(0.0), Mm(0.0), Mm(100.0), Mm(19.0))).boxed(Rect::new(
            Mm(0.0),
            Mm(21.0),
            Mm(100.0),
            Mm(19.0),
        ));
        assert_eq!(place(&[label(50.0, 20.0, &shapes([(10.0, 3.0)]))], &boxed), [None]);
    }

    #[test]
    fn a_label_without_room_close_by_stands_far_away_with_a_line_to_its_point() {
        // A corridor leads up from the point, too narrow for the label, to where there is room.
        let walls = [(0.0, 12.0, 48.5, 28.0), (51.5, 12.0, 48.5, 28.0)];
        let walled = walls
            .iter()
            .fold(ground(), |ground, (x, y, width, height)| ground.boxed(Rect::new(Mm(*x), Mm(*y), Mm(*width), Mm(*height))));
        let spot = place(&[label(50.0, 20.0, &shapes([(10.0, 3.0)]))], &walled)[0].unwrap();
        assert!(spot.frame.bottom() < Mm(12.0) && spot.leader.is_some(), "{spot:?}");
        // What runs through the point itself is met where the leader begins, what runs over it in between.
        for (y, crosses) in [(19.05, false), (17.0, true)] {
            let line = Line::new(vec![Point::new(0.0, y), Point::new(100.0, y)], Mm(0.1));
            let spot = place(&[label(50.0, 20.0, &shapes([(10.0, 3.0)]))], &walled.clone().lined(line))[0];
            assert_eq!(spot.is_none(), crosses, "{y}: {spot:?}");
        }
    }

    #[test]
    fn a_narrower_shape_is_taken_where_the_first_has_no_room() {
        let walls = ground().boxed(Rect::new(Mm(0.0), Mm(0.0), Mm(46.0), Mm(40.0))).boxed(Rect::new(
            Mm(54.0),
            Mm(0.0),
            Mm(46.0),
            Mm(40.0),
        ));
        let spot = place(&[label(50.0, 20.0, &shapes([(20.0, 2.0), (6.0, 6.0)]))], &walls)[0].unwrap();
        assert_eq!(spot.shape, 1);
    }

    #[test]
    fn a_label_moves_aside_for_one_that_has_no_other_place() {
        // The second has only the room above its point, which the first would take as well.
        let things = ground().boxed(Rect::new(Mm(0.0), Mm(18.0), Mm(40.0), Mm(22.0))).boxed(Rect::new(
            Mm(47.0),
            Mm(15.0),
            Mm(4.0),
            Mm(1.0),
        ));
        let shapes = shapes([(9.0, 3.0)]);
        let labels = [label(44.0, 14.0, &shapes), label(36.0, 16.0, &shapes)];
        let placed = place(&labels, &things);
        assert!(placed.iter().all(Option::is_some), "{placed:?}");
    }

    #[test]
    fn a_label_nearer_to_another_point_than_to_its_own_has_a_line_to_its_own() {
        // Left of its point and below there is no room, and above another point is close.
        let walls = [(0.0, 0.0, 49.0, 40.0), (49.0, 22.0, 51.0, 18.0), (49.0, 0.0, 51.0, 18.8)];
        let walled = walls
            .iter()
            .fold(ground(), |ground, (x, y, width, height)| ground.boxed(Rect::new(Mm(*x), Mm(*y), Mm(*width), Mm(*height))));
        let shapes = shapes([(8.0, 2.0)]);
        let own = Disc { centre: Point::new(50.0, 20.0), radius: Mm(1.0) };
        let alone = place(&[label(50.0, 20.0, &shapes)], &walled.clone().pointed(own))[0].unwrap();
        assert!(alone.leader.is_none(), "{alone:?}");
        let other = Disc { centre: Point::new(alone.frame.right().0 + 0.122, 20.0), radius: Mm(0.0) };
        let crowded = walled.pointed(own).pointed(other);
        let spot = place(&[label(50.0, 20.0, &shapes)], &crowded)[0].unwrap();
        let away = |disc: Disc| (disc.centre.x - disc.centre.x.max(spot.frame.x).min(spot.frame.right())).0.abs() - disc.radius.0;
        assert!(spot.leader.is_some() || away(own) <= away(other), "{spot:?}");
    }

    #[test]
    fn that_labels_have_places_is_known_without_placing_them() {
        // Ever more labels in ever less height: first all have a place, in the end not all.
        let shapes = shapes([(14.0, 2.0), (7.0, 4.0)]);
        let mut seen = [false; 2];
        for height in 3..24 {
            let ground = Ground::new(Rect::new(Mm(0.0), Mm(0.0), Mm(100.0), Mm(f64::from(height))), Mm(1.0));
            for count in 1..30 {
                let x = |nth: usize| 2.0 + nth as f64 * 96.0 / count as f64;
                let labels: Vec<Label> = (0..count).map(|nth| label(x(nth), f64::from(height) / 2.0, &shapes)).collect();
                let ground = labels
                    .iter()
                    .fold(ground.clone(), |ground, label| ground.pointed(Disc { centre: label.anchor, radius: label.radius }));
                let placed = place(&labels, &ground);
                let poorest = Cell::new(count / 2);
                let mut known = Known::default();
                let have = have_places(&labels, count, &poorest, &ground, &mut known);
                assert_eq!(have, placed.iter().all(Option::is_some), "{count} labels in {height} mm");
                // What was found out meanwhile leaves them where they stand.
                if !have {
                    assert_eq!(place_knowing(&labels, &ground, known), placed, "{count} labels in {height} mm");
                }
                seen[usize::from(have)] = true;
            }
        }
        assert_eq!(seen, [true; 2]);
    }

    #[test]
    fn the_label_that_has_no_place_is_the_first_that_is_looked_at_the_next_time() {
        let (small, wide) = (shapes([(4.0, 2.0)]), shapes([(120.0, 2.0)]));
        let labels = [label(20.0, 20.0, &small), label(50.0, 20.0, &wide), label(80.0, 20.0, &small)];
        let poorest = Cell::default();
        assert!(!have_places(&labels, 3, &poorest, &ground(), &mut Known::default()));
        assert_eq!(poorest.get(), 1);
        assert!(
            have_places(&labels, 1, &poorest, &ground(), &mut Known::default()),
            "one that need not have a place may have none"
        );
    }

    #[test]
    fn more_labels_than_are_placed_find_no_place() {
        let small = shapes([(1.0, 1.0)]);
        let many = |count: usize| (0..count).map(|nth| label(nth as f64 * 2.0 + 2.0, 20.0, &small)).collect::<Vec<_>>();
        assert!(place(&many(MOST_LABELS), &ground()).iter().all(Option::is_some));
        assert!(place(&many(MOST_LABELS + 1), &ground()).iter().all(Option::is_none));
    }
}
