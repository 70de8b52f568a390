//! How the cells of a report look.

use crate::layout::theme::{self, Theme};
use crate::report::{Status, palette};
use crate::scene::{Color, Pt};
use crate::sheet::{Align, NumberForm, Style, VerticalAlign};
use crate::text::office::BODY;

/// Running text: wrapped, at the top of its cell.
pub fn plain() -> Style {
    Style::plain(BODY, theme::INK)
}

/// The title of the sheet.
pub fn title() -> Style {
    Style { size: Pt(20.0), bold: true, valign: VerticalAlign::Middle, ..plain() }
}

/// A line above or below the table.
pub fn note() -> Style {
    Style { ink: theme::QUIET, ..plain() }
}

/// The name of neighbouring columns, above their headers.
pub fn band(theme: &Theme) -> Style {
    let (fill, ink) = palette::band(theme);
    let (fill, border) = (Some(fill), Some(Color::WHITE));
    Style { ink, fill, border, align: Align::Center, indent: false, ..header() }
}

/// The header of a column of texts.
pub fn header() -> Style {
    Style { bold: true, fill: Some(theme::NEUTRAL_TINT), valign: VerticalAlign::Bottom, ..text() }
}

/// The header of a narrow column.
pub fn turned() -> Style {
    Style { align: Align::Center, indent: false, turned: true, ..header() }
}

/// A text in the table.
pub fn text() -> Style {
    Style { border: Some(theme::HAIRLINE), valign: VerticalAlign::Middle, indent: true, ..plain() }
}

/// A number that is neither good nor bad.
pub fn number() -> Style {
    Style { align: Align::Center, indent: false, ..text() }
}

/// How much was found: a tick where that is nothing.
pub fn count(number: usize) -> Style {
    let style = Style { number: NumberForm::Ticked, ..self::number() };
    match number {
        0 => Style { ink: palette::GOOD, ..style },
        _ => Style { ink: palette::FAIR, fill: Some(palette::FAIR_TINT), bold: true, ..style },
    }
}

/// How much there is to know that is no fault.
pub fn remarks(number: usize) -> Style {
    match number {
        0 => count(0),
        _ => Style { ink: theme::INK, fill: Some(theme::NEUTRAL_TINT), ..count(number) },
    }
}

/// Where nothing could be looked for.
pub fn unknown() -> Style {
    Style { ink: theme::QUIET, fill: Some(theme::NEUTRAL_TINT), ..number() }
}

/// What became of a hand-in.
pub fn status(status: Status) -> Style {
    let (ink, tint) = palette::of(status);
    Style { bold: true, ink, fill: Some(tint), ..text() }
}

/// A sum.
pub fn total(style: Style) -> Style {
    Style { bold: true, ink: theme::INK, fill: Some(theme::NEUTRAL_TINT), ..style }
}
