//! Styles of cells as formats of the crate; each is made once.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::scene;
use crate::sheet::{Align, NumberForm, Style, VerticalAlign};
use crate::text::office;

/// What a format is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, or nothing.
    Text,
    /// Text that would be read as something else when it is typed again.
    Quoted,
    /// A number.
    Number,
    /// A day.
    Date,
}

/// The formats made so far.
pub struct Looks {
    made: Vec<(Style, Kind, Format)>,
    /// How days are written.
    pub date: &'static str,
}

impl Looks {
    /// No formats yet. Dates are written as in that language (a BCP 47 tag).
    pub fn new(language: &str) -> Self {
        // In brackets the number of the language: [MS-LCID]. Other languages have the date of ISO 8601.
        let dates = [("nl", "[$-413]d mmmm yyyy"), ("da", "[$-406]d. mmmm yyyy"), ("en", "[$-809]d mmmm yyyy")];
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let date =
            dates.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(primary)).map_or("yyyy-mm-dd", |(_, date)| date);
        Self { made: Vec::new(), date }
    }

    /// The format of a style.
    pub fn format(&mut self, style: &Style, kind: Kind) -> &Format {
        let index = self.made.iter().position(|(known, of, _)| *of == kind && known == style).unwrap_or_else(|| {
            self.made.push((*style, kind, format(style, kind, self.date)));
            self.made.len() - 1
        });
        &self.made[index].2
    }
}

/// A colour as the crate has it.
pub fn color(scene::Color(red, green, blue): scene::Color) -> rust_xlsxwriter::Color {
    rust_xlsxwriter::Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}

fn format(style: &Style, kind: Kind, date: &str) -> Format {
    let mut format = Format::new()
        .set_font_name(office::FAMILY)
        .set_font_size(style.size.0)
        .set_font_color(color(style.ink))
        .set_text_wrap()
        .set_align(match style.valign {
            VerticalAlign::Top => FormatAlign::Top,
            VerticalAlign::Middle => FormatAlign::VerticalCenter,
            VerticalAlign::Bottom => FormatAlign::Bottom,
        })
        .set_align(match (style.align, style.rtl) {
            (Align::Center, _) => FormatAlign::Center,
            (Align::Start, false) | (Align::End, true) => FormatAlign::Left,
            (Align::Start, true) | (Align::End, false) => FormatAlign::Right,
        });
    if style.bold {
        format = format.set_bold();
    }
    if style.indent {
        format = format.set_indent(1);
    }
    if style.turned {
        format = format.set_rotation(90).set_num_format(RAISED);
    }
    if style.rtl {
        // 2 is right to left: ECMA-376 part 1, 18.8.1 (`readingOrder`).
        format = format.set_reading_direction(2);
    }
    if let Some(fill) = style.fill {
        format = format.set_background_color(color(fill));
    }
    if let Some(border) = style.border {
        format = format.set_border(FormatBorder::Thin).set_border_color(color(border));
    }
    match kind {
        Kind::Quoted => format.set_quote_prefix(),
        Kind::Number if style.number == NumberForm::Plain => format.set_num_format(PLAIN),
        // Empty cells have the form of numbers too: one may be typed into them.
        Kind::Text | Kind::Number => format_number(format, style.number),
        Kind::Date => format.set_num_format(date),
    }
}

fn format_number(format: Format, form: NumberForm) -> Format {
    match form {
        NumberForm::Plain => format,
        NumberForm::Signed => format.set_num_format(SIGNED),
        NumberForm::Ticked => format.set_num_format(TICKED),
    }
}

/// Numbers with a plus above zero, as many decimals as they have. A minus is U+2212, as in sentences.
pub const SIGNED: &str = "+General;\"\u{2212}\"General;General";
/// The same without a plus.
pub const PLAIN: &str = "General;\"\u{2212}\"General;General";
/// Text behind six spaces: at the foot of a turned header is the button of its filter, which would cover the first letters.
const RAISED: &str = "\"      \"@";
/// Numbers above and below zero as they are, and a tick for zero.
const TICKED: &str = "0;\"\u{2212}\"0;\"✓\"";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meta::Date;

    #[test]
    fn days_look_as_on_a_poster() {
        let day = Date::new(2026, 3, 1).unwrap();
        for (language, month) in [("nl", "maart"), ("da-DK", "marts"), ("EN", "March"), ("fr", "03"), ("ar", "03")] {
            let form = Looks::new(language).date;
            let form = form.split_once(']').map_or(form, |(_, form)| form);
            let shown = form.replace("yyyy", "2026").replace("mmmm", month).replace("mm", month);
            let shown = shown.replace("dd", "01").replacen("d ", "1 ", 1).replacen("d.", "1.", 1);
            assert_eq!(shown, day.written(language).replace('\u{a0}', " "), "{language}");
        }
    }
}
