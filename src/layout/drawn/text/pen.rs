//! Where text comes to stand on a page that is read from the left or from the right.

use crate::scene::{Mm, Node};
use crate::text::{Line, Typesetter};

/// Draws lines of text. A page that is read from right to left is laid out as if it were read from left to right, and mirrored when
/// all of it is there ([`Pen::mirror`]): boxes, arrows and curves as they are, text by its box, so that it stays readable.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// Fonts and shaping.
    pub typesetter: &'a Typesetter,
    /// The width of a page that is read from right to left.
    pub mirrored: Option<Mm>,
}

impl<'a> Pen<'a> {
    /// For pages that are read from left to right.
    #[must_use]
    pub fn new(typesetter: &'a Typesetter) -> Self {
        Self { typesetter, mirrored: None }
    }

    /// Whether a line stands at the far side of its column: one that is read from the right does on a page that is read from the left.
    /// The other way round all stand at the right, dates and names in Latin letters too: one edge holds a column together.
    #[must_use]
    pub fn against(self, line: &Line) -> bool {
        line.rtl() && self.mirrored.is_none()
    }

    /// The left end on paper of a box that is laid out at a place.
    #[must_use]
    pub fn left(self, x: Mm, width: Mm) -> Mm {
        self.mirrored.map_or(x, |page| page - x - width)
    }

    /// Turns the nodes of a page round when the page is read from right to left. Text has been put in its place when it was drawn.
    pub fn mirror(self, nodes: &mut [Node]) {
        if let Some(page) = self.mirrored {
            for node in nodes {
                node.mirror(page);
            }
        }
    }
}
