//! Contacts of which more is said than their name, by which channel and when: where a phase has several, each gets a column of its own, so that what is
//! said stays with the one that it is said of.

use std::collections::BTreeSet;

use super::Lane;
use crate::journey::LaneKind;
use crate::journey::aliases::near_lane;

/// The contacts of a tree.
#[derive(Default)]
pub(super) struct Contacts {
    /// Of each phase the paths of its contacts, in their order; nothing where nothing more is said of them.
    paths: Vec<Vec<String>>,
    /// The index of their lane, and of those that say more of them.
    lanes: BTreeSet<usize>,
}

impl Contacts {
    /// Those of the first lane of contacts, where another one says more of them and a phase has several.
    pub(super) fn of(lanes: &[Lane]) -> Self {
        let is_main = |lane: &&Lane| near_lane(&lane.title) == Some(LaneKind::Touchpoint);
        let Some((main, lane)) = lanes.iter().enumerate().find(|(_, lane)| is_main(lane)) else { return Self::default() };
        let paths: Vec<Vec<String>> = lane.cells.iter().map(|cell| cell.iter().map(|(_, path)| path.clone()).collect()).collect();
        let all = || paths.iter().flatten();
        let different: BTreeSet<&String> = all().collect();
        let several = paths.iter().any(|cell| cell.len() > 1) && different.len() == all().count();
        let told = |lane: &Lane| {
            let parents: Option<Vec<&str>> = lane.cells.iter().flatten().map(|(_, path)| parent(path)).collect();
            let known = |parents: &Vec<&str>| parents.iter().all(|own| different.contains(&(*own).to_owned()));
            let once = |parents: &Vec<&str>| parents.iter().collect::<BTreeSet<_>>().len() == parents.len();
            parents.is_some_and(|parents| !parents.is_empty() && known(&parents) && once(&parents))
        };
        let beside = lanes.iter().enumerate().filter(|(index, lane)| *index != main && told(lane)).map(|(index, _)| index);
        let lanes: BTreeSet<usize> = beside.chain([main]).collect();
        if several && lanes.len() > 1 { Self { paths, lanes } } else { Self::default() }
    }

    /// How many columns a phase has.
    pub(super) fn width(&self, phase: usize) -> usize {
        self.paths.get(phase).map_or(1, |paths| paths.len().max(1))
    }

    /// The cells of a lane column by column, where it has the contacts or says more of them.
    pub(super) fn columns(&self, index: usize, lane: &Lane) -> Option<Vec<Vec<(String, String)>>> {
        if !self.lanes.contains(&index) {
            return None;
        }
        let cells = lane.cells.iter().enumerate().flat_map(|(phase, cell)| {
            let place = |path: &str| {
                let of = |own: &String| own == path || parent(path) == Some(own.as_str());
                self.paths.get(phase).and_then(|paths| paths.iter().position(of)).unwrap_or(0)
            };
            let mut columns: Vec<Vec<(String, String)>> = (0..self.width(phase)).map(|_| Vec::new()).collect();
            for (text, path) in cell {
                if let Some(column) = columns.get_mut(place(path)) {
                    column.push((text.clone(), path.clone()));
                }
            }
            columns
        });
        Some(cells.collect())
    }
}

/// The path of the thing that a field belongs to.
fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(parent, _)| parent)
}
