//! Which marks stand on a page: a legend lists what its page shows.

use std::collections::BTreeSet;
use std::ops::Range;

use super::content::{Content, Felt};
use super::flow::Piece;
use super::plan::Plan;
use super::system::System;
use crate::journey::Level;
use crate::layout::drawn::ink::Sign;
use crate::layout::drawn::page::Entry;
use crate::scene::Mm;

/// The entries of the legend of a page.
pub(super) fn on_page<'a>(content: &'a Content, plan: &Plan, pieces: &[(Piece, Mm)]) -> Vec<&'a Entry> {
    let mut marks = BTreeSet::new();
    let mut in_order = false;
    for (piece, _) in pieces {
        if let Piece::Row { system, notes, opens } = piece {
            let system = &plan.systems[*system];
            marks.extend(of(content, system, (notes, *opens)));
            in_order |=
                *opens && system.notes.iter().any(|note| content.moments[note.moment].item(content.journey).when.is_none());
        }
    }
    let listed = content.legend.iter().filter(|entry| marks.contains(&entry.sign));
    listed.chain(content.in_order.as_ref().filter(|_| in_order)).collect()
}

/// The marks of a row; `None` is that of what is set in bold since it is important.
fn of(content: &Content, system: &System, (notes, opens): (&[Range<usize>], bool)) -> BTreeSet<Option<Sign>> {
    let mut marks = BTreeSet::new();
    for (note, range) in system.notes.iter().zip(notes) {
        let item = content.moments[note.moment].item(content.journey);
        marks.extend((opens && item.moment_of_truth).then_some(Some(Sign::MomentOfTruth)));
        marks.extend((opens && item.drop_off).then_some(Some(Sign::DROP_OFF)));
        if let Some(mood) = content.mood(note.moment).filter(|mood| mood.good.abs() > 0.0 && (opens || !range.is_empty())) {
            marks.insert(Some(Sign::Edge { good: mood.good > 0.0 }));
        }
        let told = content.notes[note.moment].told(note.told, note.says);
        for line in &note.lines.lines[range.clone()] {
            marks.extend(line.signs().map(Some));
            marks.extend((told[line.item].importance == Some(Level::High)).then_some(None));
        }
    }
    if opens {
        for Felt { mood, .. } in &content.felt[content.felt_in(&system.slots)] {
            marks.extend(mood.turns.then_some(Some(Sign::MomentOfTruth)));
            marks.extend(mood.leaves.then_some(Some(Sign::DROP_OFF)));
            marks.extend(mood.lowest.then_some(Some(Sign::Lowest)));
        }
    }
    marks
}
