//! The lanes that stand before the phases where these go down.
//!
//! ```text
//! Time    Moment                   Phase    Touchpoint
//! 22:40   Takes the temperature    Doubt    Thermometer      the moments are a lane, and the times say when they are
//! 23:05   Spells her name twice    Calling  Phone
//! ```

use std::collections::BTreeSet;

use super::super::phases::Phase;
use super::super::shape::Shape;
use super::super::view::{View, name};
use super::super::words;
use super::{Row, is_time, row, tells_of_a_journey};
use crate::journey::{LaneKind, TermLanguage};
use crate::read::book::Value;

/// Those with a name that is known, those of titles or times, and the titles of records, which are the contacts that the others tell of where nothing
/// else says what these are.
pub(super) fn rows<'b>(
    view: &View<'b>,
    shape: &Shape,
    (phases, behind): (&[Phase], &[Row<'b>]),
    language: TermLanguage,
) -> Vec<Row<'b>> {
    let Some(header) = shape.header.filter(|_| !shape.across) else { return Vec::new() };
    let corner = view.line(header).iter().find(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value));
    let staged = corner.is_some_and(|corner| words::of_stages(&corner));
    let told = |kind: LaneKind| matches!(kind, LaneKind::Touchpoint | LaneKind::Action | LaneKind::Thought | LaneKind::Quote);
    // By a channel there is contact, also where it is told what happened.
    let has = |kind: LaneKind| behind.iter().any(|row| row.kind == Some(kind));
    let nameless = !behind.iter().any(|row| row.kind.is_some_and(told))
        || has(LaneKind::Channel) && !has(LaneKind::Touchpoint) && !has(LaneKind::Thought) && !has(LaneKind::Quote);
    let contacts = |mut row: Row<'b>| {
        let named = row.label.as_deref().is_none_or(words::of_names);
        if nameless && named && are_titles(&row, phases) && behind.len() > 1 {
            row.label.get_or_insert_with(|| LaneKind::Touchpoint.term().text(language).to_owned());
            row.kind = Some(LaneKind::Touchpoint);
        }
        row
    };
    let lines = view.lines.iter().take_while(|line| line.row < header);
    let rows = lines.filter_map(|line| row(view, shape, phases, line)).map(contacts);
    rows.filter(|row| is_lane(row, phases, staged)).collect()
}

/// Whether a row is that of a lane. `staged`: whether the phases are called stages, beside which steps are what is done.
fn is_lane(row: &Row, phases: &[Phase], staged: bool) -> bool {
    const WORDS: usize = 3;
    let Some(label) = row.label.as_deref().filter(|_| row.cells.len() > 1) else { return false };
    let words = row.cells.iter().map(|(_, value)| value.text().split_whitespace().count()).sum::<usize>();
    let corner = words::of_corners(label) && !(staged && row.kind == Some(LaneKind::Action));
    // By what channel a record came says as much of it as what was met.
    let says = |kind: LaneKind| tells_of_a_journey(kind) || matches!(kind, LaneKind::Channel | LaneKind::Device);
    let known = row.kind.is_some_and(says) && !words::of_registers(label) && !corner;
    let wordy = words >= WORDS * row.cells.len();
    known
        || wordy && (words::of_names(label) || are_titles(row, phases))
        || words::of_stories(label) && words > row.cells.len()
        || words::of_whens(label) && row.cells.iter().all(|(_, value)| is_time(value, words::of_clocks(label)))
}

/// Whether a row holds a title for each record: texts that all differ, more of them than there are phases, and none a day, an id or an address.
fn are_titles(row: &Row, phases: &[Phase]) -> bool {
    let titles: BTreeSet<String> = row.cells.iter().map(|(_, value)| value.text().to_lowercase()).collect();
    let is_text = |value: &Value| matches!(value, Value::Text(text) if !text.contains('\n'));
    let is_other =
        |title: &String| words::of_entries(&title.to_uppercase()) || words::of_moments(title) || words::of_addresses(title);
    row.cells.iter().all(|(_, value)| is_text(value))
        && titles.len() == row.cells.len()
        && titles.len() > phases.len()
        && !titles.iter().any(is_other)
}
