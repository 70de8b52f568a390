//! The part of a journey that is shown, as a journey of its own.

use std::collections::BTreeSet;

use super::trace::Kept;
use super::{Choices, Fill};
use crate::journey::{Cells, EndRef, Extension, Item, Journey, Persona, PlaceRef};

/// The journey of what is kept, filled as was chosen, and what was kept of each list in the end.
pub(super) fn of(journey: &Journey, mut kept: Kept, choices: &Choices) -> (Journey, Kept) {
    let used = |stage: &usize| kept.phases.iter().any(|phase| journey.phases[*phase].stage == Some(*stage));
    if !choices.phases.is_empty() {
        kept.stages.retain(used);
    }
    let mut shown = Journey {
        x: Extension::default(),
        stages: picked(&journey.stages, &kept.stages),
        lanes: picked(&journey.lanes, &kept.lanes),
        phases: picked(&journey.phases, &kept.phases),
        personas: picked(&journey.personas, &kept.personas),
        measurements: picked(&journey.measurements, &kept.measurements),
        opportunities: picked(&journey.opportunities, &kept.opportunities),
        ..journey.clone()
    };
    for (phase, index) in shown.phases.iter_mut().zip(&kept.phases) {
        phase.stage = phase.stage.and_then(|stage| kept.stages.iter().position(|kept| *kept == stage));
        let cells = &journey.phases[*index].cells;
        phase.cells = Cells(kept.lanes.iter().map(|lane| cells[*lane].clone()).collect());
        for item in phase.cells.0.iter_mut().flatten() {
            item.until = end(journey, &kept, *index, item);
        }
    }
    fill(&mut shown, &mut kept, choices.fill);
    refer(journey, &mut shown, &mut kept);
    (shown, kept)
}

fn picked<T: Clone>(all: &[T], kept: &[usize]) -> Vec<T> {
    kept.iter().map(|index| all[*index].clone()).collect()
}

/// Where an item of a phase ends: in the last phase up to its end that is shown; nowhere else when that is its own.
fn end(journey: &Journey, kept: &Kept, phase: usize, item: &Item) -> Option<EndRef> {
    let until = journey.phase(item.until.as_ref()?)?;
    let last = kept.phases.iter().copied().filter(|shown| (phase + 1..=until).contains(shown)).max()?;
    Some(EndRef::new(journey.phases[last].id.as_str()))
}

/// Leaves out what is to be filled in.
fn fill(shown: &mut Journey, kept: &mut Kept, fill: Fill) {
    match fill {
        Fill::All => return,
        Fill::Titles => {}
        Fill::None => leave_frame(shown, kept),
    }
    shown.phases.iter_mut().flat_map(|phase| &mut phase.cells.0).for_each(Vec::clear);
    shown.measurements.iter_mut().for_each(|measurement| measurement.series.clear());
    shown.opportunities.clear();
    shown.storyboard.clear();
}

/// Leaves the titles of stages, phases and lanes, and whom, what and where it is about as far as that is no matter of filling in.
fn leave_frame(shown: &mut Journey, kept: &mut Kept) {
    (shown.scenario, shown.question, shown.date, shown.revision) = (None, None, None, None);
    shown.authors.clear();
    shown.links.clear();
    shown.measurements.clear();
    for phase in &mut shown.phases {
        (phase.description, phase.duration) = (None, None);
        phase.risks.clear();
        phase.x = Extension::default();
    }
    // Rows of the same title are told apart by whose they are.
    let lanes = &shown.lanes;
    let named = |persona: &Persona| lanes.iter().any(|lane| lane.persona.as_deref() == Some(persona.id.as_str()));
    retain(&mut shown.personas, &mut kept.personas, |persona| {
        *persona = Persona { id: persona.id.clone(), name: persona.name.clone(), ..Persona::default() };
        named(persona)
    });
}

/// Mends what refers to phases and items: to a hidden item of a phase that is shown, it refers to the phase; to a hidden phase, it is
/// hidden.
fn refer(journey: &Journey, shown: &mut Journey, kept: &mut Kept) {
    let items = shown.phases.iter().flat_map(|phase| phase.cells.iter().flatten()).filter_map(|item| item.id.as_ref());
    let places: BTreeSet<String> = shown.phases.iter().map(|phase| &phase.id).chain(items).map(ToString::to_string).collect();
    let mended = |place: &PlaceRef| -> Option<PlaceRef> {
        if places.contains(place.as_str()) {
            return Some(place.clone());
        }
        let phase = &journey.phases[journey.place(place)?.phase].id;
        places.contains(phase.as_str()).then(|| PlaceRef::new(phase.as_str()))
    };
    // A place that is none stays none; one that is hidden hides what stands at it.
    let at = |place: &mut Option<PlaceRef>| match place.as_ref().map(&mended) {
        None => true,
        Some(new) => {
            let stays = new.is_some();
            *place = new;
            stays
        }
    };
    retain(&mut shown.links, &mut kept.links, |link| {
        let from = mended(&link.from);
        let to = at(&mut link.to);
        let stays = to && from.is_some();
        if let Some(from) = from {
            link.from = from;
        }
        stays
    });
    retain(&mut shown.measurements, &mut kept.measurements, |measurement| at(&mut measurement.at));
    retain(&mut shown.opportunities, &mut kept.opportunities, |opportunity| at(&mut opportunity.at));
    retain(&mut shown.storyboard, &mut kept.storyboard, |panel| at(&mut panel.at));
}

/// Keeps those of a list that stay, with their indices.
fn retain<T>(list: &mut Vec<T>, indices: &mut Vec<usize>, mut stays: impl FnMut(&mut T) -> bool) {
    let kept: Vec<bool> = list.iter_mut().map(&mut stays).collect();
    let mut flags = kept.iter();
    list.retain(|_| flags.next().copied().unwrap_or_default());
    let mut flags = kept.iter();
    indices.retain(|_| flags.next().copied().unwrap_or_default());
}
