//! From bytes to text: Unicode in its forms, else Windows-1252.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::diagnostic::{Code, Diagnostic};

/// How many bytes are looked at to tell text from other things.
const SAMPLE: usize = 4096;

/// The text, with its byte order mark when it has one, and what there is to know about the reading.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<Diagnostic>) {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| wide(bytes));
    if let Some(encoding) = encoding {
        return (encoding.decode_without_bom_handling(bytes).0.into_owned(), None);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(error) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            let line = 1 + bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
            let message = format!("line {line} is not UTF-8; the file was read as Windows-1252");
            let help = "look at the accents; in Excel, save as “CSV UTF-8” instead";
            (text.into_owned(), Some(Diagnostic::new(Code::GuessedEncoding, message).help(help)))
        }
    }
}

/// UTF-16 without a byte order mark: in text of western languages every second byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    match () {
        () if bytes.len() % 2 == 1 || half == 0 => None,
        () if odd * 2 > half && even * 8 < half => Some(UTF_16LE),
        () if even * 2 > half && odd * 8 < half => Some(UTF_16BE),
        () => None,
    }
}

/// Whether the bytes look like text in an encoding that is understood: no zeros, and few control characters but white space.
pub(in crate::read) fn plain(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let controls = sample.iter().filter(|byte| matches!(byte, 1..=8 | 14..=31)).count();
    Encoding::for_bom(bytes).is_some() || wide(bytes).is_some() || !sample.contains(&0) && controls * 20 <= sample.len()
}
