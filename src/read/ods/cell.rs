//! What a cell of an `OpenDocument` sheet holds.

use std::borrow::Cow;

use super::beside::{self, Found};
use crate::diagnostic::Diagnostic;
use crate::read::book::{Kind, Value, address, iso_moment};
use crate::read::xml::{Tag, Token, Xml, within_cell};

/// What the start of a cell says of its value (`OpenDocument` 1.3, part 3, 19.389).
pub(super) struct Said {
    error: bool,
    kind: Option<String>,
    number: Option<f64>,
    formula: Option<String>,
    string: Option<String>,
    date: Option<String>,
    time: Option<String>,
    truth: Option<String>,
}

impl Said {
    /// What this start says.
    pub fn by(tag: &Tag) -> Self {
        let said = |name: &str| tag.attribute(name).map(Cow::into_owned);
        Self {
            error: tag.attribute("calcext:value-type").is_some_and(|kind| kind == "error"),
            kind: said("office:value-type"),
            number: tag.attribute("office:value").and_then(|value| value.parse::<f64>().ok()),
            formula: said("table:formula"),
            string: said("office:string-value"),
            date: said("office:date-value"),
            time: said("office:time-value"),
            truth: said("office:boolean-value"),
        }
    }
}

/// Reads a cell with what its start says, up to its end, and what stands beside its text.
///
/// # Errors
/// When the XML is damaged, or the cell holds more than one may.
pub(super) fn read(said: Said, xml: &mut Xml) -> Result<(Value, Vec<Found>), Diagnostic> {
    let (shown, mut beside) = shown(xml)?;
    let address = said.formula.as_deref().and_then(address);
    beside.extend(address.map(|address| Found::Text(address, Kind::Link)));
    Ok((value(said, shown), beside))
}

/// The value of a cell that shows a text.
fn value(said: Said, shown: String) -> Value {
    let Said { error, kind, number, formula, string, date, time, truth } = said;
    let text = |text: String| if text.is_empty() { Value::Empty } else { Value::Text(text) };
    if error {
        return Value::Unknown(shown);
    }
    match kind.as_deref() {
        // LibreOffice keeps the value of TRUE() as a number, and so others may words that a format shows: a person sees the word.
        Some("float" | "currency" | "percentage") if shown.contains(char::is_alphabetic) && !shown.contains(char::is_numeric) => {
            match shown.as_str() {
                "TRUE" => Value::Bool(true),
                "FALSE" => Value::Bool(false),
                _ => text(shown),
            }
        }
        Some("float" | "currency" | "percentage") => match number {
            Some(number) => Value::Number { number, percent: kind.as_deref() == Some("percentage") },
            None => text(shown),
        },
        Some("date") => date.and_then(|date| iso_moment(&date)).unwrap_or_else(|| text(shown)),
        Some("time") => time.and_then(|time| duration(&time)).map_or_else(|| text(shown), Value::Time),
        Some("boolean") => truth.map_or_else(|| text(shown), |truth| Value::Bool(truth == "true")),
        None if shown.is_empty() => formula.map_or(Value::Empty, |formula| Value::Unknown(plain(&formula))),
        Some(_) | None => text(string.filter(|_| shown.is_empty()).unwrap_or(shown)),
    }
}

/// A formula without the prefix that says its language: `of:=SUM([.A1])`.
fn plain(formula: &str) -> String {
    let start = formula.find('=').unwrap_or(0);
    formula.get(start..).unwrap_or(formula).to_owned()
}

/// A length of time such as `PT12H30M00S`, in seconds.
fn duration(text: &str) -> Option<u32> {
    let (mut total, mut digits) = (0_u32, String::new());
    for character in text.strip_prefix('P')?.chars() {
        let unit = match character {
            '0'..='9' | '.' | ',' => {
                digits.push(character);
                continue;
            }
            'T' if digits.is_empty() => continue,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        let whole: u32 = digits.split(['.', ',']).next()?.parse().ok()?;
        total = total.checked_add(whole.checked_mul(unit)?)?;
        digits.clear();
    }
    digits.is_empty().then_some(total)
}

/// Elements in a cell whose text is not the text of the cell.
fn is_beside(name: &str) -> bool {
    matches!(name, "office:annotation" | "text:ruby-text" | "text:note" | "table:detective" | "office:event-listeners")
        || name.starts_with("draw:")
        || name.starts_with("dr3d:")
}

/// The paragraphs of a cell as lines. White space counts as HTML has it (part 3, 6.1.2).
fn shown(xml: &mut Xml) -> Result<(String, Vec<Found>), Diagnostic> {
    let mut found = Vec::new();
    let (mut text, mut depth, mut paragraphs, mut within) = (String::new(), 1_usize, 0_usize, 0_usize);
    let mut spaced = true;
    while depth > 0 {
        let Some(token) = xml.next()? else { break };
        match token {
            Token::Start(tag) => match tag.name() {
                "text:p" | "text:h" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    (paragraphs, within, depth, spaced) = (paragraphs + 1, within + 1, depth + 1, true);
                }
                "text:s" => {
                    let count = tag.attribute("text:c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                    text.extend(std::iter::repeat_n(' ', count.min(1000)));
                    spaced = false;
                    xml.skip()?;
                }
                "text:tab" | "text:line-break" => {
                    text.push(if tag.name() == "text:tab" { '\t' } else { '\n' });
                    spaced = false;
                    xml.skip()?;
                }
                "text:a" => {
                    let address = tag.attribute("xlink:href").map(Cow::into_owned).filter(|address| !address.is_empty());
                    found.extend(address.map(|address| Found::Text(address, Kind::Link)));
                    depth += 1;
                }
                name if is_beside(name) => {
                    let start = beside::Start::of(&tag);
                    found.extend(beside::read(start, xml)?);
                }
                _ => depth += 1,
            },
            Token::End(end) => {
                depth -= 1;
                if matches!(end.name().into_inner(), "text:p" | "text:h") {
                    within = within.saturating_sub(1);
                }
            }
            Token::Text(part) if within > 0 => {
                for character in part.chars() {
                    let space = matches!(character, ' ' | '\t' | '\n' | '\r');
                    if !(space && spaced) {
                        text.push(if space { ' ' } else { character });
                    }
                    spaced = space;
                }
            }
            Token::Text(_) => {}
        }
        within_cell(text.len())?;
    }
    Ok((text, found))
}
