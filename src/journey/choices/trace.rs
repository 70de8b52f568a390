//! What was kept of a journey, list by list, and the way back from what is said of it.

use crate::diagnostic::Diagnostic;
use crate::journey::Journey;

/// The indices of what is kept, in the order in which it stands.
#[derive(Debug)]
pub(super) struct Kept {
    pub stages: Vec<usize>,
    pub lanes: Vec<usize>,
    pub phases: Vec<usize>,
    pub personas: Vec<usize>,
    pub links: Vec<usize>,
    pub measurements: Vec<usize>,
    pub opportunities: Vec<usize>,
    pub storyboard: Vec<usize>,
}

impl Kept {
    /// All of a journey.
    pub fn all(journey: &Journey) -> Self {
        let all = |count: usize| (0..count).collect();
        Self {
            stages: all(journey.stages.len()),
            lanes: all(journey.lanes.len()),
            phases: all(journey.phases.len()),
            personas: all(journey.personas.len()),
            links: all(journey.links.len()),
            measurements: all(journey.measurements.len()),
            opportunities: all(journey.opportunities.len()),
            storyboard: all(journey.storyboard.len()),
        }
    }

    /// Leads a diagnostic of what is kept to the same place of the whole.
    pub fn trace(&self, diagnostic: &mut Diagnostic) {
        if let Some(pointer) = &mut diagnostic.pointer {
            *pointer = self.pointer(pointer);
        }
        if let Some(about) = &mut diagnostic.about {
            let back = |indices: &mut Vec<usize>, kept: &[usize]| {
                for index in indices {
                    *index = kept.get(*index).copied().unwrap_or(*index);
                }
            };
            back(&mut about.phases, &self.phases);
            back(&mut about.lanes, &self.lanes);
        }
    }

    /// The same pointer with the index in the whole of the list that it begins with.
    fn pointer(&self, pointer: &str) -> String {
        let mut parts = pointer.splitn(4, '/');
        let (Some(""), Some(list), Some(index)) = (parts.next(), parts.next(), parts.next()) else { return pointer.to_owned() };
        let whole = self.list(list).zip(index.parse::<usize>().ok()).and_then(|(kept, index)| kept.get(index));
        match (whole, parts.next()) {
            (None, _) => pointer.to_owned(),
            (Some(whole), None) => format!("/{list}/{whole}"),
            (Some(whole), Some(rest)) => format!("/{list}/{whole}/{rest}"),
        }
    }

    /// What was kept of a list, by the name of its field.
    fn list(&self, name: &str) -> Option<&[usize]> {
        match name {
            "stages" => Some(&self.stages),
            "lanes" => Some(&self.lanes),
            "phases" => Some(&self.phases),
            "personas" => Some(&self.personas),
            "links" => Some(&self.links),
            "measurements" => Some(&self.measurements),
            "opportunities" => Some(&self.opportunities),
            "storyboard" => Some(&self.storyboard),
            _ => None,
        }
    }
}
