//! Lengths, points and boxes. Millimetres on the page, points for type; y grows downwards from the top left corner.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

macro_rules! length {
    ($name:ident, $doc:literal) => {
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Default)]
        pub struct $name(pub f64);

        impl $name {
            /// No length.
            pub const ZERO: Self = Self(0.0);

            /// The smaller of two lengths.
            #[must_use]
            pub fn min(self, other: Self) -> Self {
                Self(self.0.min(other.0))
            }

            /// The greater of two lengths.
            #[must_use]
            pub fn max(self, other: Self) -> Self {
                Self(self.0.max(other.0))
            }
        }

        // Straight to the comparison of the processor: what `derive` makes asks for the order first, and places are compared by millions.
        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                self.0.partial_cmp(&other.0)
            }

            fn lt(&self, other: &Self) -> bool {
                self.0 < other.0
            }

            fn le(&self, other: &Self) -> bool {
                self.0 <= other.0
            }

            fn gt(&self, other: &Self) -> bool {
                self.0 > other.0
            }

            fn ge(&self, other: &Self) -> bool {
                self.0 >= other.0
            }
        }
        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }
        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }
        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                self.0 -= other.0;
            }
        }
        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }
        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }
        impl Div<f64> for $name {
            type Output = Self;
            fn div(self, divisor: f64) -> Self {
                Self(self.0 / divisor)
            }
        }
        impl Div for $name {
            type Output = f64;
            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }
        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
                Self(iter.map(|length| length.0).sum())
            }
        }
    };
}

length!(Mm, "A length on the page, in millimetres.");
length!(Pt, "A type size or line width in DTP points: 1/72 inch, 25.4/72 mm.");

impl From<Pt> for Mm {
    fn from(size: Pt) -> Self {
        Self(size.0 * 25.4 / 72.0)
    }
}

impl From<Mm> for Pt {
    fn from(length: Mm) -> Self {
        Self(length.0 * 72.0 / 25.4)
    }
}

/// A place on the page, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: Mm,
    /// Downwards.
    pub y: Mm,
}

/// Width and height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// From left to right.
    pub width: Mm,
    /// From top to bottom.
    pub height: Mm,
}

/// A box with upright sides.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// The left side.
    pub x: Mm,
    /// The upper side.
    pub y: Mm,
    /// From left to right, not negative.
    pub width: Mm,
    /// From top to bottom, not negative.
    pub height: Mm,
}

impl Point {
    /// A point from two numbers of millimetres.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x: Mm(x), y: Mm(y) }
    }
}

impl Rect {
    /// A box from its left upper corner and its size.
    #[must_use]
    pub const fn new(x: Mm, y: Mm, width: Mm, height: Mm) -> Self {
        Self { x, y, width, height }
    }

    /// The right side.
    #[must_use]
    pub fn right(self) -> Mm {
        self.x + self.width
    }

    /// The lower side.
    #[must_use]
    pub fn bottom(self) -> Mm {
        self.y + self.height
    }

    /// Whether `other` lies in this box, give or take `slack`.
    #[must_use]
    pub fn contains(self, other: Self, slack: Mm) -> bool {
        other.x >= self.x - slack
            && other.y >= self.y - slack
            && other.right() <= self.right() + slack
            && other.bottom() <= self.bottom() + slack
    }

    /// Whether the two boxes share more than a border of `slack`.
    #[must_use]
    pub fn overlaps(self, other: Self, slack: Mm) -> bool {
        self.x + slack < other.right()
            && other.x + slack < self.right()
            && self.y + slack < other.bottom()
            && other.y + slack < self.bottom()
    }

    /// The smallest box around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }
}
