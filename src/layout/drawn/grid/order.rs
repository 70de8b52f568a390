//! Which lanes of a journey a poster shows, and in which order.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::journey::{Cells, Journey, Lane};

/// The lanes of a poster by their places in the journey as it was written, from the top.
#[derive(Debug, Clone)]
pub struct Order(Vec<usize>);

impl Order {
    /// Gives a journey these of its lanes, in this order.
    #[must_use]
    pub fn apply(lanes: Vec<usize>, journey: &mut Journey) -> Self {
        let mut all: Vec<Option<Lane>> = std::mem::take(&mut journey.lanes).into_iter().map(Some).collect();
        journey.lanes = lanes.iter().filter_map(|index| all[*index].take()).collect();
        for phase in &mut journey.phases {
            let mut cells = std::mem::take(&mut phase.cells.0);
            phase.cells = Cells(lanes.iter().map(|index| std::mem::take(&mut cells[*index])).collect());
        }
        Self(lanes)
    }

    /// Where a lane of the journey as it was written stands now.
    #[must_use]
    pub fn place(&self, lane: usize) -> Option<usize> {
        self.0.iter().position(|index| *index == lane)
    }

    /// Lets a warning name a lane by its place in the journey as it was written.
    pub fn trace(&self, warning: &mut Diagnostic) {
        let Some(rest) = warning.pointer.as_ref().and_then(|pointer| pointer.strip_prefix("/lanes/")) else { return };
        let (index, field) =
            rest.split_once('/').map_or((rest, Cow::from("")), |(index, field)| (index, format!("/{field}").into()));
        if let Some(origin) = index.parse::<usize>().ok().and_then(|index| self.0.get(index)) {
            warning.pointer = Some(format!("/lanes/{origin}{field}"));
        }
    }
}
