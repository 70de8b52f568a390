//! How cells look: the colours of posters, in the means of a spreadsheet.

use unicode_bidi::{Direction, get_base_direction};

use crate::forms::hints;
use crate::forms::record::{Codec, Field, Of, Table};
use crate::journey::{LaneKind, TermLanguage};
use crate::layout::theme;
use crate::scene::{Color, Pt};
use crate::sheet::{Align, Allowed, NumberForm, Style, VerticalAlign, limits};
use crate::text::office::BODY;

/// Behind cells that wait to be filled in.
const INPUT: Color = Color(0xff, 0xf8, 0xdc);
/// Around cells that wait to be filled in.
const INPUT_BORDER: Color = Color(0xb8, 0xa4, 0x5c);

/// Running text: wrapped, at the top of its cell.
pub fn plain() -> Style {
    Style::plain(BODY, theme::INK)
}

/// The same style for a text, read from the side that its first letter asks for.
pub fn directed(style: Style, text: &str) -> Style {
    Style { rtl: get_base_direction(text) == Direction::Rtl, ..style }
}

/// The title of the sheet.
pub fn title() -> Style {
    Style { size: Pt(20.0), bold: true, valign: VerticalAlign::Middle, ..plain() }
}

/// What a line of the head is about.
pub fn fact_label() -> Style {
    Style { ink: theme::QUIET, bold: true, ..plain() }
}

/// What stands beneath the table.
pub fn note() -> Style {
    Style { ink: theme::QUIET, ..plain() }
}

/// A cell of the band of a stage, or one above phases without a stage.
pub fn stage(index: Option<usize>) -> Style {
    let hue = theme::stage(index);
    match index {
        Some(_) => Style { ink: Color::WHITE, fill: Some(hue.deep), border: Some(hue.deep), ..header() },
        None => Style { fill: Some(hue.tint), border: Some(theme::HAIRLINE), ..header() },
    }
}

/// The header of a phase: tinted beneath a band, deep where there are no bands.
pub fn phase(stage: Option<usize>, bands: bool) -> Style {
    let hue = theme::stage(stage);
    if bands {
        Style { fill: Some(hue.tint), border: Some(theme::HAIRLINE), ..header() }
    } else {
        Style { ink: Color::WHITE, fill: Some(hue.deep), border: Some(hue.deep), ..header() }
    }
}

/// What is said of a phase beneath its header.
pub fn description(stage: Option<usize>) -> Style {
    let fill = Some(theme::stage(stage).tint);
    Style { ink: theme::QUIET, fill, border: Some(theme::HAIRLINE), indent: true, ..plain() }
}

/// The name of a row of headers.
pub fn corner() -> Style {
    let (fill, border) = (Some(theme::NEUTRAL_TINT), Some(theme::HAIRLINE));
    Style { ink: theme::QUIET, align: Align::Start, indent: true, fill, border, ..header() }
}

/// The title of a lane.
pub fn lane(kind: LaneKind) -> Style {
    let (fill, border) = (Some(theme::NEUTRAL_TINT), Some(theme::HAIRLINE));
    Style { bold: true, ink: theme::lane(kind), indent: true, fill, border, ..plain() }
}

/// A cell of items, to be filled in or not.
pub fn item(input: bool) -> Style {
    if input {
        Style { fill: Some(INPUT), border: Some(INPUT_BORDER), indent: true, ..plain() }
    } else {
        Style { border: Some(theme::HAIRLINE), indent: true, ..plain() }
    }
}

/// A cell with a score on a scale that has numbers below zero, or not.
pub fn score(input: bool, signed: bool) -> Style {
    let number = if signed { NumberForm::Signed } else { NumberForm::Plain };
    Style { bold: true, align: Align::Center, valign: VerticalAlign::Middle, indent: false, number, ..item(input) }
}

/// The header of a column of records.
pub fn column(align: Align) -> Style {
    Style { align, indent: align == Align::Start, ..phase(None, false) }
}

/// The number of a record.
pub fn number() -> Style {
    let (fill, border) = (Some(theme::NEUTRAL_TINT), Some(theme::HAIRLINE));
    Style { ink: theme::QUIET, align: Align::Center, valign: VerticalAlign::Middle, fill, border, ..plain() }
}

/// A cell of a record, to be filled in or not.
pub fn record(input: bool) -> Style {
    Style { valign: VerticalAlign::Middle, ..item(input) }
}

/// The same in the middle of its column.
pub fn middle(style: Style) -> Style {
    Style { align: Align::Center, indent: false, ..style }
}

/// The stage of a record.
pub fn stage_beside(stage: Option<usize>) -> Style {
    let hue = theme::stage(stage);
    Style { ink: hue.deep, bold: true, fill: Some(hue.tint), ..record(false) }
}

/// The phase of a record.
pub fn phase_beside(stage: Option<usize>) -> Style {
    Style { fill: Some(theme::stage(stage).tint), ..record(false) }
}

/// The lowest and the highest of judgements with the colours between which they lie, in tints that keep them legible.
pub fn judged(low: f64, high: f64) -> ((f64, Color), (f64, Color)) {
    let tint = |color: Color| color.over(Color::WHITE, 0.45);
    ((low, tint(theme::BAD)), (high, tint(theme::GOOD)))
}

/// What may stand in the cells of a field.
pub fn allowed(table: &Table, field: &Field, language: TermLanguage) -> Option<Allowed> {
    if field.of == Of::Told {
        return None;
    }
    let whole = |words: hints::Words| limits::clip(words.text(language), limits::MESSAGE);
    match field.codec {
        Codec::Choice(_) | Codec::Mark(_) => {
            let words = table.choices(field)?;
            let refusal = hints::OFF_LIST.fill(language, &[&words.join(", ")]);
            Some(Allowed::OneOf { words, refusal: Some(limits::clip(&refusal, limits::MESSAGE)) })
        }
        Codec::Rating => Some(Allowed::Between { min: 1.0, max: 5.0, refusal: whole(hints::OFF_RATING) }),
        Codec::Date => Some(Allowed::Day { remark: whole(hints::OFF_CALENDAR) }),
        Codec::Place => Some(Allowed::OneOf { words: table.phases().to_vec(), refusal: None }),
        Codec::Text | Codec::Lines | Codec::Number | Codec::Picture | Codec::Facts | Codec::Sources | Codec::FollowUps => None,
    }
}

fn header() -> Style {
    Style { bold: true, align: Align::Center, valign: VerticalAlign::Middle, ..plain() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stands_out_from_input_cells() {
        assert!(theme::INK.contrast(INPUT) >= 4.5);
    }

    #[test]
    fn direction_follows_the_text() {
        assert!(directed(plain(), "123 שלום").rtl && !directed(plain(), "hallo שלום").rtl);
    }
}
