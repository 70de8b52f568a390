//! Records, and the numbers and texts in them ([MS-XLS], 2.1.4 and 2.5).

use super::broken;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::limits;
use crate::tongue::say;

/// A record that goes on with the one before it.
const CONTINUE: u16 = 0x003C;

/// Reads record after record.
pub(super) struct Records<'a, 'c> {
    rest: &'a [u8],
    count: &'c mut usize,
}

/// A record with those that it goes on in.
pub(super) struct Record<'a> {
    /// What kind of record it is.
    pub kind: u16,
    /// What was not read yet of the piece at hand.
    rest: &'a [u8],
    /// The pieces after it, the last first.
    pieces: Vec<&'a [u8]>,
}

impl<'a, 'c> Records<'a, 'c> {
    /// The records of a stream; `count` counts them over all sheets.
    pub fn new(stream: &'a [u8], count: &'c mut usize) -> Self {
        Self { rest: stream, count }
    }

    /// How many bytes were not read yet.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next record; `None` at the end.
    ///
    /// # Errors
    /// When it is cut off, or there are more than the limit.
    pub fn next(&mut self) -> Result<Option<Record<'a>>, Diagnostic> {
        let Some((kind, rest)) = self.piece()? else { return Ok(None) };
        let mut pieces = Vec::new();
        while self.rest.get(..2) == Some(&CONTINUE.to_le_bytes()) {
            let Some((_, piece)) = self.piece()? else { break };
            pieces.push(piece);
        }
        pieces.reverse();
        Ok(Some(Record { kind, rest, pieces }))
    }

    fn piece(&mut self) -> Result<Option<(u16, &'a [u8])>, Diagnostic> {
        let Some((head, rest)) = self.rest.split_first_chunk::<4>() else { return Ok(None) };
        *self.count += 1;
        if *self.count > limits::RECORDS {
            let message = say!("too-many-records", most = limits::RECORDS);
            return Err(Diagnostic::new(Code::TooMany, message).help(say!("too-many-records-help")));
        }
        let [kind, other, low, high] = *head;
        let Some((data, rest)) = rest.split_at_checked(u16::from_le_bytes([low, high]).into()) else { return Err(cut()) };
        self.rest = rest;
        Ok(Some((u16::from_le_bytes([kind, other]), data)))
    }
}

impl Record<'_> {
    /// The next bytes, which lie in one piece.
    fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Diagnostic> {
        if self.rest.is_empty() {
            self.rest = self.pieces.pop().unwrap_or_default();
        }
        let (bytes, rest) = self.rest.split_first_chunk::<N>().ok_or_else(cut)?;
        self.rest = rest;
        Ok(*bytes)
    }

    pub fn u8(&mut self) -> Result<u8, Diagnostic> {
        self.bytes().map(|[byte]| byte)
    }

    pub fn u16(&mut self) -> Result<u16, Diagnostic> {
        self.bytes().map(u16::from_le_bytes)
    }

    pub fn u32(&mut self) -> Result<u32, Diagnostic> {
        self.bytes().map(u32::from_le_bytes)
    }

    pub fn f64(&mut self) -> Result<f64, Diagnostic> {
        self.bytes().map(f64::from_le_bytes)
    }

    /// How many bytes are left of the piece at hand.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    /// Whether nothing is left at all.
    pub fn is_done(&self) -> bool {
        self.rest.is_empty() && self.pieces.iter().all(|piece| piece.is_empty())
    }

    /// Passes over bytes, over the ends of pieces too.
    pub fn skip(&mut self, mut count: usize) -> Result<(), Diagnostic> {
        loop {
            if let Some((_, rest)) = self.rest.split_at_checked(count) {
                self.rest = rest;
                return Ok(());
            }
            count -= self.rest.len();
            self.rest = self.pieces.pop().ok_or_else(cut)?;
        }
    }

    /// As many characters: of one byte, or of two when the flag is set, which each piece says anew (2.5.296).
    pub fn characters(&mut self, count: usize, flags: u8) -> Result<String, Diagnostic> {
        let (mut units, mut wide) = (Vec::new(), flags & 1 == 1);
        while units.len() < count {
            if self.rest.is_empty() {
                self.rest = self.pieces.pop().ok_or_else(cut)?;
                wide = self.u8()? & 1 == 1;
                continue;
            }
            let width = if wide { 2 } else { 1 };
            let (here, rest) = self.rest.split_at((count - units.len()).min(self.rest.len() / width) * width);
            if here.is_empty() {
                return Err(cut());
            }
            units.extend(here.chunks_exact(width).map(|unit| match unit {
                [low, high] => u16::from_le_bytes([*low, *high]),
                _ => unit.first().copied().unwrap_or_default().into(),
            }));
            self.rest = rest;
        }
        Ok(String::from_utf16_lossy(&units))
    }

    /// A text with its length in two bytes (2.5.294).
    pub fn text(&mut self) -> Result<String, Diagnostic> {
        let (count, flags) = (self.u16()?, self.u8()?);
        self.characters(count.into(), flags)
    }

    /// A text of the shared ones, with formats and other additions that are passed over (2.5.293).
    pub fn rich_text(&mut self) -> Result<String, Diagnostic> {
        let (count, flags) = (self.u16()?, self.u8()?);
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) * 4 };
        let more = if flags & 4 == 0 { 0 } else { self.u32()? as usize };
        let text = self.characters(count.into(), flags)?;
        self.skip(runs)?;
        self.skip(more)?;
        Ok(text)
    }
}

fn cut() -> Diagnostic {
    broken("a record is cut off")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_in_the_next_record_with_characters_of_another_width() {
        let one = [0xFC, 0, 8, 0, 5, 0, 0b1000, 1, 0, b'a', b'b', b'c'];
        let two = [0x3C, 0, 7, 0, 1, 0x13, 0x27, b'd', 0, 9, 9];
        let three = [0x3C, 0, 3, 0, 9, 9, 7];
        let (stream, mut count) = ([one.as_slice(), &two, &three].concat(), 0);
        let mut record = Records::new(&stream, &mut count).next().unwrap().unwrap();
        assert_eq!((record.kind, record.rich_text().unwrap().as_str()), (0xFC, "abc✓d"));
        assert_eq!((record.u8().unwrap(), record.is_done(), count), (7, true, 3));
        assert!(record.u8().is_err());
        assert!(Records::new(&stream[..stream.len() - 1], &mut 0).next().is_err());
    }
}
