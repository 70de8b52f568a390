//! What is the same for all sheets ([MS-XLS], 2.1.7.20.3).

use crate::tongue::say;
use std::collections::BTreeMap;

use super::record::{Record, Records};
use super::{broken, encrypted};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::book::{At, Budget, Range, Shown, Value};
use crate::read::limits;

/// What the records before the sheets say.
#[derive(Default)]
pub(super) struct Globals {
    /// The sheets with cells, in order.
    pub sheets: Vec<Sheet>,
    /// The shared texts.
    pub strings: Vec<String>,
    /// What the format of a cell shows a number as.
    pub formats: Vec<Shown>,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
    /// For each link to a sheet, its index among the sheets with cells; a large number when it leads elsewhere.
    pub links: Vec<usize>,
    /// Names of ranges: the name, the link and the range.
    pub names: Vec<(String, usize, Range)>,
}

/// A sheet.
pub(super) struct Sheet {
    /// The name on the tab.
    pub name: String,
    /// Whether a person is shown it.
    pub visible: bool,
    /// Where its records begin, in bytes.
    pub position: usize,
}

/// Reads the records up to the end of this part.
///
/// # Errors
/// When they are damaged, protected or more than the limits.
pub(super) fn read(mut records: Records, budget: &mut Budget) -> Result<Globals, Diagnostic> {
    let mut globals = Globals::default();
    let (mut codes, mut formats, mut tabs, mut own) = (BTreeMap::new(), Vec::new(), Vec::new(), Vec::new());
    let mut links = Vec::new();
    while let Some(mut record) = records.next()? {
        match record.kind {
            0x0809 => version(&mut record)?,
            0x000A => break,
            0x002F => return Err(encrypted()),
            0x0022 => globals.from_1904 = record.u16()? == 1,
            0x041E => drop(codes.insert(record.u16()?, Shown::of(&record.text()?))),
            0x00E0 => {
                record.skip(2)?;
                formats.push(record.u16()?);
            }
            0x0085 => tabs.push(globals.sheet(&mut record)?),
            0x00FC => globals.strings = strings(&mut record, budget)?,
            // The books that are linked to: this one has a mark in the place of its path.
            0x01AE => {
                record.skip(2)?;
                own.push(record.u16()? == 0x0401);
            }
            0x0017 => {
                for _ in 0..record.u16()? {
                    links.push((record.u16()?, record.u16()?));
                    record.skip(2)?;
                }
            }
            0x0018 => globals.names.extend(name(&mut record)?),
            _ => {}
        }
        if globals.sheets.len() > limits::SHEETS || globals.names.len() > limits::NAMES {
            let message = say!("too-many-sheets", sheets = limits::SHEETS, names = limits::NAMES);
            return Err(Diagnostic::new(Code::TooMany, message).help(say!("keep-the-sheet")));
        }
    }
    let shown = |code: u16| codes.get(&code).cloned().unwrap_or_else(|| Shown::built_in(code.into()));
    globals.formats = formats.into_iter().map(shown).collect();
    let index = |(book, tab): (u16, u16)| {
        let here = own.get(usize::from(book)).copied().unwrap_or(false);
        here.then(|| tabs.get(usize::from(tab)).copied().flatten()).flatten().unwrap_or(usize::MAX)
    };
    globals.links = links.into_iter().map(index).collect();
    Ok(globals)
}

impl Globals {
    /// Adds a sheet and gives its index; `None` for charts, macros and the like (2.4.28).
    fn sheet(&mut self, record: &mut Record) -> Result<Option<usize>, Diagnostic> {
        let (position, state, kind) = (record.u32()? as usize, record.u8()?, record.u8()?);
        let (count, flags) = (record.u8()?, record.u8()?);
        if kind != 0 {
            return Ok(None);
        }
        let name = record.characters(count.into(), flags)?;
        self.sheets.push(Sheet { name, visible: state.is_multiple_of(4), position });
        Ok(Some(self.sheets.len() - 1))
    }

    /// A number as the format of its cell shows it.
    pub fn number(&self, format: u16, number: f64) -> Value {
        self.formats.get(usize::from(format)).unwrap_or(&Shown::Number).value(number, self.from_1904)
    }
}

/// Refuses another version than that of Excel 97 to 2003 (2.4.21).
fn version(record: &mut Record) -> Result<(), Diagnostic> {
    if record.u16()? == 0x0600 { Ok(()) } else { Err(broken("it is of a version that is not known")) }
}

/// The shared texts (2.4.265), as many as there are: their count is not believed.
fn strings(record: &mut Record, budget: &mut Budget) -> Result<Vec<String>, Diagnostic> {
    record.skip(8)?;
    let mut found = Vec::new();
    while !record.is_done() {
        let text = record.rich_text()?;
        budget.text(text.len())?;
        found.push(text);
    }
    Ok(found)
}

/// A name of a range (2.4.150), with its link to a sheet; `None` when it stands for something else or is built in.
fn name(record: &mut Record) -> Result<Option<(String, usize, Range)>, Diagnostic> {
    let flags = record.u16()?;
    record.skip(1)?;
    let count = record.u8()?;
    let formula = record.u16()?;
    record.skip(8)?;
    let wide = record.u8()?;
    let name = record.characters(count.into(), wide)?;
    if flags & 0x20 != 0 || formula == 0 {
        return Ok(None);
    }
    // A cell or a range of another sheet (2.5.198.85 and 2.5.198.28); the highest bits of a column say how it is copied.
    let column = |bits: u16| usize::from(bits & 0x3FFF);
    let found = match (record.u8()? & 0x1F, formula) {
        (0x1A, 7) => {
            let (link, row, at) = (record.u16()?, record.u16()?, record.u16()?);
            let at = At { row: row.into(), column: column(at) };
            Some((link, Range { first: at, last: at }))
        }
        (0x1B, 11) => {
            let (link, first, last) = (record.u16()?, record.u16()?, record.u16()?);
            let (left, right) = (record.u16()?, record.u16()?);
            let (first, last) = (At { row: first.into(), column: column(left) }, At { row: last.into(), column: column(right) });
            Some((link, Range { first, last }))
        }
        _ => None,
    };
    Ok(found.filter(|(_, range)| range.is_upright()).map(|(link, range)| (name, link.into(), range)))
}
