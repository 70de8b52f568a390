//! The cells of a sheet.

use std::borrow::Cow;

use super::xml::{Tag, Token, Xml};
use super::{Shared, beside, strings};
use crate::diagnostic::Diagnostic;
use crate::forms::hints;
use crate::read::book::{At, Beside, Budget, Grid, Kind, Range, Shown, Value, address, iso_moment};

/// A cell as it is written.
#[derive(Default)]
struct Cell {
    kind: String,
    format: usize,
    value: Option<String>,
    formula: Option<String>,
    inline: Option<String>,
}

/// A cell that leads somewhere: its place, the id of the address, and the place in the workbook or in what is there.
pub(super) struct Link {
    pub cell: String,
    pub id: Option<String>,
    pub location: Option<String>,
}

/// Reads the cells and merged blocks of a sheet, and which of them lead somewhere.
///
/// # Errors
/// When the part is damaged, or holds more than the limits.
pub(super) fn read(xml: &mut Xml, shared: &Shared, budget: &mut Budget) -> Result<(Grid, Vec<Link>), Diagnostic> {
    let (mut grid, mut links) = (Grid::default(), Vec::new());
    // Where a row or cell does not say its place, it is the one after the one before.
    let mut next = At { row: 0, column: 0 };
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(tag) if tag.local() == "row" => {
                let row = tag.attribute("r").and_then(|row| row.parse::<usize>().ok()).and_then(|row| row.checked_sub(1));
                next = At { row: row.unwrap_or(next.row), column: 0 };
            }
            Token::End(end) if end.local_name().into_inner() == "row" => next = At { row: next.row.saturating_add(1), column: 0 },
            Token::Start(tag) if tag.local() == "c" => {
                let at = tag.attribute("r").and_then(|place| At::parse(&place)).unwrap_or(next);
                let cell = cell(Cell::of(&tag), xml)?;
                if let Some(address) = cell.formula.as_deref().and_then(address) {
                    grid.beside(Beside::new(&at.to_string(), &address, Kind::Link), budget)?;
                }
                grid.put(at, cell.value(shared), budget)?;
                next = At { row: at.row, column: at.column.saturating_add(1) };
            }
            Token::Start(tag) if tag.local() == "mergeCell" => {
                if let Some(range) = tag.attribute("ref").and_then(|range| Range::parse(&range)) {
                    grid.merge(range, budget)?;
                }
            }
            Token::Start(tag) if tag.local() == "hyperlink" => {
                budget.text(0)?;
                let said = |name: &str| tag.attribute(name).map(Cow::into_owned).filter(|said| !said.is_empty());
                let cell = said("ref").and_then(|range| range.split(':').next().map(str::to_owned)).unwrap_or_default();
                let tip = strings::unescaped(&said("tooltip").unwrap_or_default());
                grid.beside(Beside::new(&cell, &tip, Kind::Prompt), budget)?;
                links.push(Link { cell, id: tag.local_attribute("id").map(Cow::into_owned), location: said("location") });
            }
            Token::Start(tag) if tag.local() == "dataValidation" => {
                let said = |name: &str| strings::unescaped(&tag.attribute(name).unwrap_or_default());
                let (title, prompt, cells) = (said("promptTitle"), said("prompt"), said("sqref"));
                let told = [title, prompt.clone()].into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>();
                if !hints::are_messages(&prompt) {
                    let cell = cells.split([' ', ':']).next().unwrap_or_default();
                    grid.beside(Beside::new(cell, &told.join(": "), Kind::Prompt), budget)?;
                }
            }
            Token::Start(tag) if RUNNING.contains(&tag.local()) => {
                let text = beside::plain(&strings::unescaped(&xml.text()?));
                grid.beside(Beside::new("", &text, Kind::Running), budget)?;
            }
            Token::Start(_) | Token::End(_) | Token::Text(_) => {}
        }
    }
    Ok((grid, links))
}

/// Headers and footers: of all pages, of those on the left, and of the first.
const RUNNING: [&str; 6] = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

/// A cell with what its start says, up to its end.
fn cell(mut cell: Cell, xml: &mut Xml) -> Result<Cell, Diagnostic> {
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(tag) => match tag.local() {
                "v" => cell.value = Some(xml.text()?),
                "f" => cell.formula = Some(xml.text()?),
                "is" => cell.inline = Some(strings::rich(xml, "is")?),
                _ => xml.skip()?,
            },
            Token::End(_) => break,
            Token::Text(_) => {}
        }
    }
    Ok(cell)
}

impl Cell {
    /// What the start of a cell says.
    fn of(tag: &Tag) -> Self {
        Self {
            kind: tag.attribute("t").unwrap_or_default().into_owned(),
            format: tag.attribute("s").and_then(|format| format.parse().ok()).unwrap_or(0),
            ..Self::default()
        }
    }

    /// What the cell holds (ECMA-376, 18.18.11). A formula without a value is unknown; one whose value is no text is empty.
    fn value(self, shared: &Shared) -> Value {
        let written = self.value.unwrap_or_default();
        if written.is_empty()
            && self.kind != "str"
            && let Some(formula) = self.formula
        {
            return Value::Unknown(format!("={formula}"));
        }
        match self.kind.as_str() {
            "s" => {
                let text = written.trim().parse().ok().and_then(|index: usize| shared.strings.get(index));
                text.map_or(Value::Empty, |text| Value::Text(text.clone()))
            }
            "str" => Value::Text(strings::unescaped(&written)),
            "inlineStr" => Value::Text(self.inline.unwrap_or(written)),
            "e" => Value::Unknown(written),
            "d" => iso_moment(written.trim()).unwrap_or(Value::Text(written)),
            "b" => match written.trim() {
                "" => Value::Empty,
                "0" | "false" => Value::Bool(false),
                _ => Value::Bool(true),
            },
            _ => match written.trim().parse() {
                Ok(number) => shared.formats.get(self.format).unwrap_or(&Shown::Number).value(number, shared.from_1904),
                Err(_) => Value::Text(self.inline.unwrap_or(written)),
            },
        }
    }
}
