//! The operators of a content stream as text (ISO 32000-1, 7.8.2): a page is bytes as soon as it is painted, so that a document of
//! many pages never stands in memory as operators, which take twenty times as much.

use std::fmt::Write;
use std::sync::Arc;

use super::content::real;
use crate::scene::{Cap, Cmyk, Color, FillRule, Inks, Join, Mm, Pen, Segment, Shape, ShapePaint};
use crate::write::decimals;

/// The name of the space of colours that stands for all inks.
pub(super) const ALL_INKS: &str = "All";

/// Writes a number by as few digits as tell it from its neighbours. Below this, those of four decimals do, and no fewer would.
fn decimal(value: f32, out: &mut String) {
    const EXACT: f32 = 800.0;
    #[allow(clippy::cast_possible_truncation, reason = "below eight million, or not used")]
    let count = (f64::from(value) * 10_000.0).round() as i64;
    // A zero below zero has a sign as well, which whole numbers have not.
    #[allow(clippy::cast_possible_truncation, reason = "it was one of these")]
    if value.abs() < EXACT && ((count as f64 / 10_000.0) as f32).to_bits() == value.to_bits() {
        decimals::write(count, 4, out);
    } else {
        let _ = write!(out, "{value}");
    }
}

/// Operators with what they work on, one a line.
#[derive(Debug, Default)]
pub(super) struct Operators {
    text: String,
    /// What colours are printed in; `None` for sRGB.
    inks: Option<Arc<Inks>>,
}

impl Operators {
    /// None yet, whose colours are to be said so.
    pub(super) fn printed_in(inks: Option<Arc<Inks>>) -> Self {
        Self { text: String::new(), inks }
    }

    /// The bytes of the stream.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// An operator on some numbers.
    pub(super) fn operator(&mut self, numbers: &[f32], key: &str) {
        for number in numbers {
            decimal(*number, &mut self.text);
            self.text.push(' ');
        }
        self.text.push_str(key);
        self.text.push('\n');
    }

    /// An operator on a name, which needs no escape, and some numbers.
    pub(super) fn named(&mut self, name: &str, numbers: &[f32], key: &str) {
        let _ = write!(self.text, "/{name} ");
        self.operator(numbers, key);
    }

    /// Sets the colour of surfaces.
    pub(super) fn surface(&mut self, color: Color) {
        match self.inks.as_ref().map(|inks| inks.surface(color)) {
            Some(inks) => self.inks(inks, "k"),
            None => self.rgb(color, "rg"),
        }
    }

    /// Sets the colour of text.
    pub(super) fn text(&mut self, color: Color) {
        match self.inks.as_ref().map(|inks| inks.text(color)) {
            Some(inks) => self.inks(inks, "k"),
            None => self.rgb(color, "rg"),
        }
    }

    /// Sets the colour of lines; gives their width, which may be another in ink.
    pub(super) fn line(&mut self, color: Color, width: Mm) -> Mm {
        let Some((inks, width)) = self.inks.as_ref().map(|inks| inks.line(color, width)) else {
            self.rgb(color, "RG");
            return width;
        };
        self.inks(inks, "K");
        width
    }

    /// Sets the colour of lines to all inks that there are, each of them full: that of marks by which plates are laid true. In light it is
    /// black.
    pub(super) fn registration(&mut self) {
        if self.inks.is_some() {
            self.named(ALL_INKS, &[], "CS");
            self.operator(&[1.0], "SCN");
        } else {
            self.rgb(Color::BLACK, "RG");
        }
    }

    fn rgb(&mut self, Color(red, green, blue): Color, key: &str) {
        self.operator(&[red, green, blue].map(|byte| real(f64::from(byte) / 255.0)), key);
    }

    fn inks(&mut self, Cmyk(inks): Cmyk, key: &str) {
        self.operator(&inks.map(real), key);
    }

    /// Sets how lines are dashed.
    pub(super) fn dashes(&mut self, lengths: &[f32], offset: f32) {
        let lengths: Vec<String> = lengths.iter().map(ToString::to_string).collect();
        let _ = writeln!(self.text, "[{}] {offset} d", lengths.join(" "));
    }

    /// Begins content that says `text`, whatever its glyphs look like.
    pub(super) fn span(&mut self, text: &str) {
        self.text.push_str("/Span <</ActualText <FEFF");
        for unit in text.encode_utf16() {
            let _ = write!(self.text, "{unit:04X}");
        }
        self.text.push_str(">>> BDC\n");
    }

    /// Begins content that is a part of an element, by its number on the page.
    pub(super) fn content(&mut self, kind: &str, number: usize) {
        let _ = writeln!(self.text, "/{kind} <</MCID {number}>> BDC");
    }

    /// Begins content that says nothing.
    pub(super) fn artifact(&mut self) {
        self.text.push_str("/Artifact BMC\n");
    }

    /// Begins content that says what its codes do. pdf.js puts each such piece in its order by itself.
    pub(super) fn part(&mut self) {
        self.text.push_str("/Span BMC\n");
    }

    /// Ends what was begun last.
    pub(super) fn end(&mut self) {
        self.text.push_str("EMC\n");
    }

    /// Shows codes, moving back between them by thousandths of an em.
    pub(super) fn show(&mut self, items: &[Shown]) {
        let mut within = false;
        self.text.push('[');
        for item in items {
            let _ = match item {
                Shown::Code(code) if within => write!(self.text, "{code:04X}"),
                Shown::Code(code) => write!(self.text, "<{code:04X}"),
                Shown::Back(back) if within => write!(self.text, "> {back}"),
                Shown::Back(back) => write!(self.text, " {back}"),
            };
            within = matches!(item, Shown::Code(_));
        }
        self.text.push_str(if within { ">] TJ\n" } else { "] TJ\n" });
    }

    /// A shape of a drawing, in the units of its sheet.
    pub(super) fn shape(&mut self, shape: &Shape) {
        match &shape.paint {
            ShapePaint::Fill(color, _) => self.surface(*color),
            ShapePaint::Stroke(pen) => self.pen(pen),
        }
        for segment in &shape.segments {
            match segment {
                Segment::Move(to) => self.operator(&[to.x.0, to.y.0].map(real), "m"),
                Segment::Line(to) => self.operator(&[to.x.0, to.y.0].map(real), "l"),
                Segment::Curve(a, b, to) => self.operator(&[a.x.0, a.y.0, b.x.0, b.y.0, to.x.0, to.y.0].map(real), "c"),
                Segment::Close => self.operator(&[], "h"),
            }
        }
        self.operator(
            &[],
            match &shape.paint {
                ShapePaint::Fill(_, FillRule::NonZero) => "f",
                ShapePaint::Fill(_, FillRule::EvenOdd) => "f*",
                ShapePaint::Stroke(_) => "S",
            },
        );
    }

    fn pen(&mut self, pen: &Pen) {
        match self.inks.as_ref().map(|inks| inks.surface(pen.color)) {
            Some(inks) => self.inks(inks, "K"),
            None => self.rgb(pen.color, "RG"),
        }
        self.operator(&[real(pen.width.0)], "w");
        let cap = match pen.cap {
            Cap::Butt => 0.0,
            Cap::Round => 1.0,
            Cap::Square => 2.0,
        };
        self.operator(&[cap], "J");
        match pen.join {
            Join::Miter(limit) => {
                self.operator(&[0.0], "j");
                self.operator(&[real(limit)], "M");
            }
            Join::Round => self.operator(&[1.0], "j"),
            Join::Bevel => self.operator(&[2.0], "j"),
        }
        let dashes: Vec<f32> = pen.dashes.iter().map(|dash| real(dash.0)).collect();
        self.dashes(&dashes, real(pen.dash_offset.0));
    }
}

/// What a text is shown with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shown {
    /// A code of the font.
    Code(u16),
    /// So many thousandths of an em back.
    Back(f32),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_side_by_side_are_one_string() {
        let mut operators = Operators::default();
        operators.show(&[Shown::Code(1), Shown::Code(0xAB), Shown::Back(-12.5), Shown::Code(2), Shown::Back(3.0)]);
        assert_eq!(operators.text, "[<000100AB> -12.5<0002> 3] TJ\n");
    }

    #[test]
    fn numbers_have_the_fewest_digits_that_tell_them_apart() {
        let values = (-90_000..90_000).map(|nth| real(f64::from(nth) * 0.0173));
        for value in values.chain([-0.0, 1e-7, 0.123_456, 799.9999, 800.0001, 2383.937, f32::MAX]) {
            let mut out = String::new();
            decimal(value, &mut out);
            assert_eq!(out, value.to_string());
        }
    }

    #[test]
    fn a_span_says_its_text_in_utf_16() {
        let mut operators = Operators::default();
        operators.span("é𓀀");
        operators.end();
        assert_eq!(operators.text, "/Span <</ActualText <FEFF00E9D80CDC00>>> BDC\nEMC\n");
    }
}
