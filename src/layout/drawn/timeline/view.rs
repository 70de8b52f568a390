//! The journey as a timeline shows it.

use super::moments::is_contact;
use crate::journey::{Cells, Item, Journey, Lane};
use crate::layout::curves;

/// What a timeline shows of a journey whatever the paper is: the contact moments with what is said of how they felt, and of stages and
/// phases their titles.
#[must_use]
pub fn shown(journey: &Journey) -> Journey {
    let mut shown = contacts(journey);
    let Some(lane) = curves::first(&journey.lanes) else { return shown };
    let felt = |cells: &Cells| cells[lane].iter().filter(|item| item.score.is_some()).filter_map(said).collect();
    let felt: Vec<Vec<Item>> = journey.phases.iter().map(|phase| felt(&phase.cells)).collect();
    if felt.iter().all(Vec::is_empty) {
        return shown;
    }
    // A line is named by nobody.
    shown.lanes.push(Lane { title: String::new(), ..journey.lanes[lane].clone() });
    shown.phases.iter_mut().zip(felt).for_each(|(phase, felt)| phase.cells.0.push(felt));
    shown
}

/// What is said of how something felt, where anything is: without what stands on the line itself.
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
