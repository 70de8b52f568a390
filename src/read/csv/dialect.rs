//! What kind of CSV it is, found out from the text.

use std::collections::BTreeMap;

use super::records::Records;
use crate::formula::unguarded;
use crate::read::book::Value;

/// How the cells of a text are written.
#[derive(Debug)]
pub(super) struct Dialect {
    /// What stands between two cells.
    pub delimiter: char,
    /// 1 when the first line only names the delimiter.
    pub first_row: usize,
    /// Whether text like a formula has an apostrophe in front: files for spreadsheets, which have a byte order mark or semicolons.
    guarded: bool,
}

/// The byte order mark.
const MARK: char = '\u{feff}';
/// The delimiters there are; of two that do as well the first is taken. The comma is last, since it stands in numbers too.
const DELIMITERS: [char; 4] = ['\t', ';', '|', ','];
/// How many records and bytes are looked at.
const RECORDS: usize = 200;
const BYTES: usize = 64 << 10;

impl Dialect {
    /// The dialect of a text.
    pub fn of(text: &str) -> Self {
        let marked = text.starts_with(MARK);
        let text = text.trim_start_matches(MARK);
        if let Some(delimiter) = named(text) {
            return Self { delimiter, first_row: 1, guarded: true };
        }
        let mut best = (',', (0, false, 0));
        for delimiter in DELIMITERS {
            let found = evenness(text, delimiter);
            if found > best.1 {
                best = (delimiter, found);
            }
        }
        let delimiter = best.0;
        Self { delimiter, first_row: 0, guarded: marked || delimiter == ';' }
    }

    /// The text without its byte order mark and the line that names the delimiter.
    pub fn table<'a>(&self, text: &'a str) -> &'a str {
        let text = text.trim_start_matches(MARK);
        if self.first_row == 0 {
            return text;
        }
        let end = text.find(['\r', '\n']).unwrap_or(text.len());
        let rest = text.get(end..).unwrap_or_default();
        rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or_default()
    }

    /// What a field holds. It is a number only when it says exactly what the number does, so that nothing is lost.
    pub fn value(&self, field: &str) -> Value {
        if let Some(number) = self.number(field) {
            return Value::Number { number, percent: false };
        }
        Value::Text(if self.guarded { unguarded(field) } else { field }.to_owned())
    }

    /// The number that a field says as a number says itself. One with a decimal comma stays text, which would come back with a point;
    /// whoever looks for scores reads it all the same.
    fn number(&self, field: &str) -> Option<f64> {
        let digits = field.bytes().filter(u8::is_ascii_digit).count();
        let broken = self.delimiter == ';' && field.contains('.');
        if broken || !(1..=15).contains(&digits) {
            return None;
        }
        let number: f64 = field.parse().ok()?;
        (number.to_string() == field && field != "-0").then_some(number)
    }
}

/// Whether a text has cells: it names what stands between them, or at least one of its records has several.
pub(super) fn has_cells(text: &str) -> bool {
    let text = text.trim_start_matches(MARK);
    named(text).is_some() || DELIMITERS.iter().any(|delimiter| evenness(text, *delimiter).0 > 0)
}

/// The delimiter that a first line such as `sep=;` names, as Excel has it.
fn named(text: &str) -> Option<char> {
    let line = text.lines().next()?.trim_end_matches('\r');
    let (word, mark) = line.split_at_checked(4)?;
    let mut marks = mark.chars();
    let mark = marks.next().filter(|_| marks.next().is_none() && word.eq_ignore_ascii_case("sep="))?;
    DELIMITERS.contains(&mark).then_some(mark)
}

/// How evenly a delimiter divides the records: the share of them (in thousandths) that have the most frequent number of fields,
/// whether most fields begin without a space, as words after a comma do not, and that number. Nothing when records have one field.
fn evenness(text: &str, delimiter: char) -> (usize, bool, usize) {
    let start = text.get(..text.floor_char_boundary(BYTES)).unwrap_or_default();
    let mut records = sample(Records::new(start, delimiter));
    if records.is_empty() {
        records = sample(Records::without_quotes(start, delimiter));
    }
    let mut counts = BTreeMap::<usize, usize>::new();
    for fields in &records {
        *counts.entry(fields.len()).or_default() += 1;
    }
    let most = counts.into_iter().filter(|(fields, _)| *fields > 1).max_by_key(|(fields, records)| (*records, *fields));
    let Some((fields, even)) = most else { return (0, false, 0) };
    let (mut spaced, mut all) = (0, 0);
    for field in records.iter().flat_map(|fields| fields.iter().skip(1)).filter(|field| !field.is_empty()) {
        all += 1;
        spaced += usize::from(field.starts_with(' '));
    }
    (even * 1000 / records.len(), spaced * 2 <= all, fields)
}

/// The first records that are not empty, up to one that cannot be read.
fn sample(mut records: Records) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    while found.len() < RECORDS
        && let Ok(Some(fields)) = records.take()
    {
        if fields.len() > 1 || fields.iter().any(|field| !field.trim().is_empty()) {
            found.push(fields);
        }
    }
    found
}
