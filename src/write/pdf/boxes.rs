//! The boxes that say how large a page is (ISO 32000-1, 14.11.2), in the units of the page.
//!
//! All sides have two decimals: checks of print shops (PDF/X) compare the boxes of a page by them.

use lopdf::{Dictionary, Object};

use super::content::user_unit;
use crate::scene::{Mm, Page, Pt};

/// Left, bottom, right and top of each box.
pub(super) struct Boxes {
    /// The sheet that is printed.
    pub media: [f32; 4],
    /// What is printed of the poster.
    pub bleed: [f32; 4],
    /// The poster as it is cut out.
    pub trim: [f32; 4],
}

impl Boxes {
    pub(super) fn of(page: &Page) -> Self {
        let unit = user_unit(page.sheet());
        let length = |length: Mm| (Pt::from(length).0 / unit * 100.0).round() / 100.0;
        let (around, bleed) = page.around.as_ref().map_or((0.0, 0.0), |around| (length(around.width), length(around.bleed)));
        let (width, height) = (length(page.size.width), length(page.size.height));
        // What is left of the sheet around a box.
        let within = |left: f64, beyond: f64| [left, left, left + width + beyond, left + height + beyond].map(hundredths);
        Self { media: within(0.0, around * 2.0), bleed: within(around - bleed, bleed * 2.0), trim: within(around, 0.0) }
    }

    /// Writes them into the dictionary of a page. Viewers show the sheet, and one without bleed or marks needs no box for it.
    pub(super) fn write(&self, page: &mut Dictionary) {
        let sides = |sides: [f32; 4]| Object::Array(sides.into_iter().map(Object::Real).collect());
        page.set("MediaBox", sides(self.media));
        page.set("CropBox", sides(self.media));
        if self.trim[0] > 0.0 {
            page.set("BleedBox", sides(self.bleed));
        }
        page.set("TrimBox", sides(self.trim));
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a page has no more than 14,400 units")]
fn hundredths(side: f64) -> f32 {
    ((side * 100.0).round() / 100.0) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Around, Size};

    #[test]
    fn boxes_lie_within_each_other_to_the_hundredth() {
        let mut page = Page::new(Size { width: Mm(210.0), height: Mm(297.0) }, Vec::new());
        let plain = Boxes::of(&page);
        assert_eq!([plain.media, plain.trim].map(Vec::from), [[0.0, 0.0, 595.28, 841.89], [0.0, 0.0, 595.28, 841.89]]);
        page.around = Some(Around { width: Mm(10.0), bleed: Mm(3.0), marks: Vec::new() });
        let Boxes { media, bleed, trim } = Boxes::of(&page);
        assert_eq!(media.to_vec(), [0.0, 0.0, 651.98, 898.59]);
        assert_eq!(bleed.to_vec(), [19.85, 19.85, 632.13, 878.74]);
        assert_eq!(trim.to_vec(), [28.35, 28.35, 623.63, 870.24]);
    }
}
