//! The rows of a poster of which nothing is there yet but titles.

use crate::journey::{Cells, Id, Journey, Lane, LaneKind, Scale};

/// Gives a journey without rows one of each kind, to be filled in.
pub fn template(journey: &mut Journey, kinds: &[LaneKind]) {
    let terms = journey.language.terms;
    let lane = |kind: &LaneKind| Lane {
        id: Id::new(kind.name()),
        kind: *kind,
        title: kind.term().text(terms).to_owned(),
        scale: (*kind == LaneKind::Emotion).then(Scale::default),
        ..Lane::default()
    };
    journey.lanes = kinds.iter().map(lane).collect();
    for phase in &mut journey.phases {
        phase.cells = Cells(vec![Vec::new(); kinds.len()]);
    }
}
