//! A column of layers before the lanes, as blueprints have it: what a customer sees, and what not.
//!
//! ```text
//!             Phase          Search   Buy
//! Customer    Actions        …        …
//! Frontstage  At the desk    …        …        a touchpoint, though nobody knows the name
//! Backstage   Paperwork      …        …        backstage
//! ```

use std::collections::BTreeMap;

use super::lanes::Lane;
use super::left::{Spot, Work};
use super::shape::Shape;
use super::view::{View, name};
use crate::journey::LaneKind;
use crate::journey::aliases::near_lane;
use crate::tongue::say;

/// Gives lanes whose name nobody knows the kind that the layer before them says.
pub fn name_lanes(view: &View, shape: &Shape, lanes: &mut [Lane], work: &mut Work) {
    let Some(last) = lanes.iter().flat_map(|lane| &lane.rows).max().copied() else { return };
    let rows = view.lines.iter().filter(|line| (shape.first..=last).contains(&line.row));
    let nearest = |cells: &[(usize, &'_ crate::read::book::Value)]| {
        let before = cells.iter().rev().find(|(column, _)| *column < shape.labels);
        before.and_then(|(column, value)| Some((*column, name(value)?)))
    };
    let layers: BTreeMap<usize, (usize, String)> = rows.filter_map(|line| Some((line.row, nearest(&line.cells)?))).collect();
    let of_layer = |title: &str| near_lane(title).filter(|kind| matches!(kind, LaneKind::Backstage | LaneKind::Touchpoint));
    let kinds = || layers.values().filter_map(|(_, title)| of_layer(title));
    // One of them must be behind the scenes, and there must be others.
    if layers.len() < 2 || !kinds().any(|kind| kind == LaneKind::Backstage) {
        return;
    }
    let mut told: BTreeMap<usize, bool> = BTreeMap::new();
    for lane in lanes.iter_mut() {
        let Some(row) = lane.rows.first() else { continue };
        let Some((layer, (_, title))) = layers.range(..=row).next_back() else { continue };
        let Some(kind) = of_layer(title) else { continue };
        if lane.kind.is_none() && lane.holds() == LaneKind::Text {
            lane.kind = Some(kind);
            work.step_at(lane.spot, view.across, say!("explain-layer", name = title));
        }
        *told.entry(*layer).or_insert(true) &= lane.kind == Some(kind);
    }
    // A layer that all its lanes say by now says nothing more.
    for (row, _) in told.into_iter().filter(|(_, all)| *all) {
        if let Some((column, _)) = layers.get(&row) {
            work.take(Spot { sheet: shape.sheet, at: view.at(row, *column) });
        }
    }
}
