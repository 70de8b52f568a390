//! How large type must be on a paper, from the distance at which it is read.
//!
//! One rule: the cap height is at least the distance divided by 200, the rule of thumb of sign makers and poster designers. With a
//! cap height of about 0.7 em a metre of distance asks for `1000 mm ÷ 200 ÷ 0.7 ≈ 7.1 mm` of em, in whole numbers 20 pt. Papers
//! differ in how far away people stand: the whole of it is read from afar, a cell from near by. Those two distances are the table
//! below; all type sizes follow.

use super::Distance;
use crate::scene::{Pt, Size};

/// From how far a paper is read, and the least type that this asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Legibility {
    /// The distance in metres at which cells, lane titles and stages are read.
    pub near_metres: f64,
    /// The distance in metres at which phase titles, scores and what is said on the curve are read.
    pub middle_metres: f64,
    /// The distance in metres at which the title is read.
    pub far_metres: f64,
    /// The least size of text in cells.
    pub cell_min: Pt,
    /// The size that phase titles should have at least.
    pub phase_min: Pt,
    /// The size that the title should have at least.
    pub title_min: Pt,
    /// The least size of what is read with the poster in the hand: sources, the legend, times and channels under an item.
    pub hand_min: Pt,
}

/// Points of type size that a tenth of a metre asks for.
const POINTS_PER_DECIMETRE: u32 = 2;

/// A class of paper: all that is larger than the class before it.
struct Class {
    /// The sides in millimetres of the A size that stands for the class.
    sides: (f64, f64),
    near_decimetres: u32,
    middle_decimetres: u32,
    far_decimetres: u32,
    /// In points: in the hand nothing is read from further away on a larger paper, but eyes are not put to it.
    hand: u32,
}

const fn class(sides: (f64, f64), [near, middle, far]: [u32; 3], hand: u32) -> Class {
    Class { sides, near_decimetres: near, middle_decimetres: middle, far_decimetres: far, hand }
}

/// A4 and smaller, A3, A2, A1, A0 and larger.
const CLASSES: [Class; 5] = [
    class((210.0, 297.0), [4, 6, 8], 6),
    class((297.0, 420.0), [5, 8, 12], 7),
    class((420.0, 594.0), [7, 12, 20], 10),
    class((594.0, 841.0), [9, 16, 30], 13),
    class((841.0, 1189.0), [12, 22, 40], 17),
];

impl Legibility {
    /// The class whose A size is nearest in ratio, measured by area and by short side; the smaller of the two when they differ, so
    /// that a long strip is not taken for a wall poster. A size half-way, such as a B size, counts as the larger.
    pub(super) fn of(size: Size) -> Self {
        let (width, height) = (size.width.0, size.height.0);
        let by_short_side = nearest(width.min(height).powi(2), |(short, _)| short * short);
        let by_area = nearest(width * height, |(short, long)| short * long);
        let Class { near_decimetres, middle_decimetres, far_decimetres, hand, .. } = CLASSES[by_short_side.min(by_area)];
        let points = |decimetres: u32| Pt(f64::from(decimetres * POINTS_PER_DECIMETRE));
        Self {
            near_metres: f64::from(near_decimetres) / 10.0,
            middle_metres: f64::from(middle_decimetres) / 10.0,
            far_metres: f64::from(far_decimetres) / 10.0,
            cell_min: points(near_decimetres),
            phase_min: points(middle_decimetres),
            title_min: points(far_decimetres),
            hand_min: Pt(f64::from(hand)),
        }
    }
}

impl Legibility {
    /// The same with cells that are read from so far away: all four distances grow or shrink alike, and their type with them, in half
    /// points.
    pub(super) fn read_from(self, near: Distance) -> Self {
        let factor = near.metres() / self.near_metres;
        let points = |metres: f64| Pt((metres * 10.0 * f64::from(POINTS_PER_DECIMETRE) * 2.0 - 1e-6).ceil() / 2.0).max(LEAST);
        let (middle, far) = (self.middle_metres * factor, self.far_metres * factor);
        Self {
            near_metres: near.metres(),
            middle_metres: middle,
            far_metres: far,
            cell_min: points(near.metres()),
            phase_min: points(middle),
            title_min: points(far),
            hand_min: Pt((self.hand_min.0 * factor * 2.0 - 1e-6).ceil() / 2.0).max(LEAST),
        }
    }
}

/// Nothing is smaller, from however near it is read.
const LEAST: Pt = Pt(6.0);

/// The index of the class whose area (or squared side) is nearest to `area` in ratio: the border between two is their geometric mean,
/// less a hundredth for sides that were rounded to millimetres.
fn nearest(area: f64, of_class: impl Fn((f64, f64)) -> f64) -> usize {
    let border = |pair: &[Class]| (of_class(pair[0].sides) * of_class(pair[1].sides)).sqrt() * 0.99;
    CLASSES.windows(2).take_while(|pair| area >= border(pair)).count()
}

#[cfg(test)]
mod tests {
    use super::super::sizes::{SIZES, upright};
    use super::*;

    /// Cell, phase, title and hand.
    fn sizes(name: &str) -> [Pt; 4] {
        let size = SIZES.iter().find(|size| size.name == name).unwrap();
        let Legibility { cell_min, phase_min, title_min, hand_min, .. } = size.paper().legibility();
        [cell_min, phase_min, title_min, hand_min]
    }

    #[test]
    fn the_table_of_the_conventions() {
        let table = [
            ("A4", [8.0, 12.0, 16.0, 6.0]),
            ("A3", [10.0, 16.0, 24.0, 7.0]),
            ("A2", [14.0, 24.0, 40.0, 10.0]),
            ("A1", [18.0, 32.0, 60.0, 13.0]),
            ("A0", [24.0, 44.0, 80.0, 17.0]),
        ];
        for (name, expected) in table {
            assert_eq!(sizes(name), expected.map(Pt), "{name}");
        }
        let a1 = Legibility::of(upright(594_000, 841_000));
        assert_eq!((a1.near_metres, a1.middle_metres, a1.far_metres), (0.9, 1.6, 3.0));
    }

    #[test]
    fn other_sizes_count_as_the_nearest_a_size() {
        let like = [("A6", "A4"), ("Letter", "A4"), ("Legal", "A4"), ("Tabloid", "A3"), ("SRA3", "A3"), ("ANSI-C", "A2")];
        let larger =
            [("ARCH-C", "A2"), ("B2", "A1"), ("ANSI-D", "A1"), ("ARCH-D", "A1"), ("B1", "A0"), ("ARCH-E", "A0"), ("4A0", "A0")];
        for (name, class) in like.into_iter().chain(larger) {
            assert_eq!(sizes(name), sizes(class), "{name}");
        }
    }

    #[test]
    fn a_strip_is_read_from_as_near_as_its_short_side() {
        assert_eq!(Legibility::of(upright(300_000, 4_000_000)), Legibility::of(upright(297_000, 420_000)));
    }

    #[test]
    fn another_distance_scales_all_four() {
        let read_from = |distance: &str| {
            let paper: super::super::Paper = "A1".parse().unwrap();
            paper.read_from(distance.parse().unwrap()).unwrap().legibility()
        };
        assert_eq!(read_from("0.9m"), Legibility::of(upright(594_000, 841_000)), "what it is anyhow");
        let far = read_from("1.8m");
        assert_eq!([far.cell_min, far.phase_min, far.title_min, far.hand_min], [36.0, 64.0, 120.0, 26.0].map(Pt));
        for (is, should) in [(far.near_metres, 1.8), (far.middle_metres, 3.2), (far.far_metres, 6.0)] {
            assert!((is - should).abs() < 1e-9, "{is} is not {should}");
        }
        assert_eq!(read_from("20cm").hand_min, Pt(6.0), "eyes are not put to it");
    }

    /// The rule itself: a cap of 0.7 em is at least a 200th of the distance, within the rounding to whole points.
    #[test]
    fn caps_are_a_200th_of_the_distance() {
        for size in SIZES {
            let legibility = size.paper().legibility();
            for (type_size, metres) in [
                (legibility.cell_min, legibility.near_metres),
                (legibility.phase_min, legibility.middle_metres),
                (legibility.title_min, legibility.far_metres),
            ] {
                let cap_mm = type_size.0 * 25.4 / 72.0 * 0.7;
                assert!((cap_mm / (metres * 1000.0 / 200.0) - 1.0).abs() < 0.015, "{}", size.name);
            }
        }
    }
}
