//! The cells of a sheet ([MS-XLS], 2.1.7.20.6).

use super::globals::Globals;
use super::record::{Record, Records};
use crate::diagnostic::Diagnostic;
use crate::read::book::{At, Budget, Grid, Range, Value};

/// Reads the records of a sheet up to its end.
///
/// # Errors
/// When they are damaged or more than the limits.
pub(super) fn read(records: &mut Records, globals: &Globals, budget: &mut Budget) -> Result<Grid, Diagnostic> {
    let mut grid = Grid::default();
    // Charts in a sheet have records of their own between a beginning and an end.
    let mut depth = 0_usize;
    // The cell of the last formula, whose text comes in a record after it.
    let mut awaited = None;
    while let Some(mut record) = records.next()? {
        match (record.kind, depth) {
            (0x0809, _) => depth += 1,
            (0x000A, 0 | 1) => break,
            (0x000A, _) => depth -= 1,
            (_, 2..) => {}
            (0x00BD, _) => several(&mut record, globals, &mut grid, budget)?,
            (0x00E5, _) => merged(&mut record, &mut grid, budget)?,
            (0x0207, _) => {
                if let Some(at) = awaited.take() {
                    grid.put(at, Value::Text(record.text()?), budget)?;
                }
            }
            (0x0006 | 0x00D6 | 0x00FD | 0x0203..=0x0205 | 0x027E, _) => {
                let (row, column, format) = (record.u16()?, record.u16()?, record.u16()?);
                let at = At { row: row.into(), column: column.into() };
                awaited = None;
                let value = match record.kind {
                    0x00FD => {
                        let text = globals.strings.get(record.u32()? as usize);
                        text.map_or(Value::Empty, |text| Value::Text(text.clone()))
                    }
                    0x00D6 | 0x0204 => Value::Text(record.text()?),
                    0x0203 => globals.number(format, record.f64()?),
                    0x027E => globals.number(format, packed(record.u32()?)),
                    0x0205 => {
                        let (code, is_error) = (record.u8()?, record.u8()?);
                        if is_error == 0 { Value::Bool(code != 0) } else { error(code) }
                    }
                    _ => formula(&mut record, globals, format)?.unwrap_or_else(|| {
                        awaited = Some(at);
                        Value::Empty
                    }),
                };
                grid.put(at, value, budget)?;
            }
            _ => {}
        }
    }
    Ok(grid)
}

/// The value of a formula (2.5.133); `None` when it is a text, which comes later.
fn formula(record: &mut Record, globals: &Globals, format: u16) -> Result<Option<Value>, Diagnostic> {
    let value = record.f64()?;
    let [kind, _, code, _, _, _, 0xFF, 0xFF] = value.to_le_bytes() else { return Ok(Some(globals.number(format, value))) };
    Ok(match kind {
        0 => None,
        1 => Some(Value::Bool(code != 0)),
        2 => Some(error(code)),
        _ => Some(Value::Empty),
    })
}

/// Numbers in cells beside each other (2.4.175).
fn several(record: &mut Record, globals: &Globals, grid: &mut Grid, budget: &mut Budget) -> Result<(), Diagnostic> {
    let (row, first) = (usize::from(record.u16()?), usize::from(record.u16()?));
    let mut column = first;
    while record.left() >= 6 {
        let (format, number) = (record.u16()?, record.u32()?);
        grid.put(At { row, column }, globals.number(format, packed(number)), budget)?;
        column += 1;
    }
    Ok(())
}

/// Merged cells (2.4.168).
fn merged(record: &mut Record, grid: &mut Grid, budget: &mut Budget) -> Result<(), Diagnostic> {
    for _ in 0..record.u16()? {
        let (first, last) = (record.u16()?.into(), record.u16()?.into());
        let (left, right) = (record.u16()?.into(), record.u16()?.into());
        grid.merge(Range { first: At { row: first, column: left }, last: At { row: last, column: right } }, budget)?;
    }
    Ok(())
}

/// A number in 30 bits (2.5.217): whole or the upper part of a float, perhaps to be divided by a hundred.
fn packed(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(i32::from_le_bytes(bits.to_le_bytes()) >> 2)
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

/// An error as it is shown (2.5.10).
fn error(code: u8) -> Value {
    let shown = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#ERROR!",
    };
    Value::Unknown(shown.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_unpacked() {
        for (bits, number) in
            [(0x3FF0_0000, 1.0), (0x3FF0_0001, 0.01), ((123 << 2) | 2, 123.0), ((150 << 2) | 3, 1.5), (!1, -1.0)]
        {
            assert!((packed(bits) - number).abs() < 1e-12, "{bits:x}");
        }
    }
}
