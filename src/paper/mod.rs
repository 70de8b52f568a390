//! Paper: named sizes, orientation, and the type sizes that the viewing distance asks for.

use crate::scene::{Mm, Size};

/// A sheet of paper, upright: its width is not greater than its height.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// The name, such as `A3`, or the size as it was given, such as `900x600mm`.
    pub name: String,
    /// The trimmed size, upright.
    pub size: Size,
}

/// Which way the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Orientation {
    /// The long side lies.
    Landscape,
    /// The long side stands.
    Portrait,
}

impl Paper {
    /// The paper as it lies on the table.
    #[must_use]
    pub fn oriented(&self, orientation: Orientation) -> Size {
        let Size { width, height } = self.size;
        let (short, long): (Mm, Mm) = (width.min(height), width.max(height));
        match orientation {
            Orientation::Landscape => Size { width: long, height: short },
            Orientation::Portrait => Size { width: short, height: long },
        }
    }
}
