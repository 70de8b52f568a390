//! The journey as a timeline shows it.

use super::moments::{self, is_contact};
use crate::journey::{Cells, Item, Journey, Lane};
use crate::layout::curves;

/// What a timeline shows of a journey whatever the paper is: the contact moments with what is said of how they felt, and of stages and
/// phases their titles.
#[must_use]
pub fn shown(journey: &Journey) -> Journey {
    let mut shown = contacts(journey);
    let moments = moments::of(journey);
    let Some(lane) = curves::first(&journey.lanes) else { return shown };
    let felt = |(phase, nth): (usize, usize)| Some((phase, said(&journey.phases[phase].cells[lane][nth])?));
    let felt: Vec<(usize, Item)> = moments.iter().filter_map(|moment| moment.felt.and_then(felt)).collect();
    if felt.is_empty() {
        return shown;
    }
    // A line is named by nobody.
    shown.lanes.push(Lane { title: String::new(), ..journey.lanes[lane].clone() });
    shown.phases.iter_mut().for_each(|phase| phase.cells.0.push(Vec::new()));
    for (phase, item) in felt {
        shown.phases[phase].cells.0.last_mut().into_iter().for_each(|cell| cell.push(item.clone()));
    }
    shown
}

/// What is said of how a moment felt, where anything is: without what stands on the line itself.
pub(super) fn said(felt: &Item) -> Option<Item> {
    let text = felt.text.clone()?;
    Some(Item { language: felt.language.clone(), ..Item::of_text(text) })
}

/// The contact moments alone.
pub(super) fn contacts(journey: &Journey) -> Journey {
    let mut journey = journey.clone();
    let lanes: Vec<usize> = (0..journey.lanes.len()).filter(|lane| is_contact(journey.lanes[*lane].kind)).collect();
    for phase in &mut journey.phases {
        let mut cells = std::mem::take(&mut phase.cells.0);
        phase.cells = Cells(lanes.iter().map(|lane| std::mem::take(&mut cells[*lane])).collect());
        (phase.description, phase.duration, phase.risks) = (None, None, Vec::new());
    }
    journey.lanes = lanes.iter().map(|lane| journey.lanes[*lane].clone()).collect();
    // A row of contacts alone needs no name.
    if let [lane] = &mut journey.lanes[..] {
        lane.title.clear();
    }
    journey
}
