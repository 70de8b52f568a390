//! Characters that no face has: frames with digits, each drawn once a document and referred to, and a digit that says the character.

use super::content::{Space, real};
use super::fonts::FontSet;
use super::forms::Forms;
use super::operators::Operators;
use super::text::{self, Said};
use super::trace::Trace;
use crate::scene::Missing;
use crate::scene::missing::{DIGITS, Digits, FRAME, Frame};
use crate::text::Fonts;

/// The edges of a frame, in em.
const EDGES: [f32; 4] = [0.0, -0.5, 1.0, 1.0];

/// Draws the frames of some characters, which say nothing.
pub(super) fn show(missing: &Missing, space: &Space, fonts: &Fonts, forms: &mut Forms, ops: &mut Operators) {
    let size = space.length(missing.size.into());
    let (x, y) = space.point(missing.origin);
    ops.operator(&[], "q");
    ops.text(missing.color);
    ops.operator(&[size, 0.0, 0.0, size, x, y], "cm");
    for (place, frame) in missing.frames.iter().enumerate() {
        if place > 0 {
            ops.operator(&[1.0, 0.0, 0.0, 1.0, 1.0, 0.0], "cm");
        }
        forms.show(format!("U{}", frame.upper.text), || (EDGES, row(fonts, &frame.upper, 1)), ops);
        forms.show(format!("L{}", frame.lower.text), || (EDGES, framed(row(fonts, &frame.lower, 0))), ops);
    }
    ops.operator(&[], "Q");
}

/// The first digits as text, in the order of the text: there is no other way to say a character to every reader.
pub(super) fn say(missing: &Missing, space: &Space, fonts: &FontSet, ops: &mut Operators) {
    let Some(font) = speaker(missing).and_then(|digits| fonts.get(digits.face)) else { return };
    let said = |(place, frame): (usize, &Frame)| {
        let glyph = frame.upper.glyphs.first()?;
        // From frame to frame the pen moves by an em of the text, which is more of one of the digits.
        let left = (place as f64 + frame.upper.left) / DIGITS + f64::from(glyph.dx) / f64::from(font.units_per_em);
        Some(Said { glyph: glyph.id, text: missing.cluster(frame), left })
    };
    let mut all: Vec<Said> = missing.frames.iter().enumerate().filter_map(said).collect();
    if missing.rtl {
        all.reverse();
    }
    let (x, y) = space.point(missing.origin);
    let rise = missing.frames.first().map_or(0.0, |frame| frame.upper.rise);
    let em = f64::from(space.length(missing.size.into()));
    ops.text(missing.color);
    text::say(&all, font, real(em * DIGITS), (x, real(f64::from(y) + em * rise)), ops);
}

/// Digits from one on, in em.
fn row(fonts: &Fonts, digits: &Digits, from: usize) -> Operators {
    let mut content = Operators::default();
    let face = fonts.face(digits.face);
    let factor = DIGITS / f64::from(face.units_per_em);
    let mut pen = 0.0;
    for (nth, glyph) in digits.glyphs.iter().enumerate() {
        let (left, base) = (pen + f64::from(glyph.dx), f64::from(glyph.dy));
        let place = |(x, y): (f64, f64)| (real(digits.left + (left + x) * factor), real(digits.rise + (base + y) * factor));
        if nth >= from {
            Trace::of(face, glyph.id).fill(place, &mut content);
        }
        pen += f64::from(glyph.advance);
    }
    content
}

/// The same in a frame.
fn framed(mut content: Operators) -> Operators {
    for corners in FRAME {
        for (nth, (x, y)) in corners.into_iter().enumerate() {
            content.operator(&[real(x), real(y)], if nth == 0 { "m" } else { "l" });
        }
        content.operator(&[], "h");
    }
    content.operator(&[], "f");
    content
}

/// The digits whose face says the characters: all are set in the same.
fn speaker(missing: &Missing) -> Option<&Digits> {
    missing.frames.first().map(|frame| &*frame.upper)
}
