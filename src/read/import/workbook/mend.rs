//! What pointed to something that is gone.

use std::collections::BTreeSet;

use crate::journey::{Journey, LinkKind, PlaceRef};

/// Takes out the references to phases and items that are no longer there.
pub fn mend(journey: &mut Journey) {
    let phases = journey.phases.iter().map(|phase| phase.id.to_string());
    let items = journey
        .phases
        .iter()
        .flat_map(|phase| phase.cells.iter().flatten())
        .filter_map(|item| Some(item.id.as_ref()?.to_string()));
    let there: BTreeSet<String> = phases.chain(items).collect();
    let gone = |place: &PlaceRef| !there.contains(place.as_str());
    journey.links.retain(|link| {
        !gone(&link.from) && link.to.as_ref().is_none_or(|to| !gone(to)) && (link.kind == LinkKind::Exit || link.to.is_some())
    });
    let lost = |place: &mut Option<PlaceRef>| {
        place.take_if(|place| gone(place));
    };
    journey.measurements.iter_mut().for_each(|measurement| lost(&mut measurement.at));
    journey.opportunities.iter_mut().for_each(|opportunity| lost(&mut opportunity.at));
    journey.storyboard.iter_mut().for_each(|panel| lost(&mut panel.at));
}
