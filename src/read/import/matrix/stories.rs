//! A column that tells what happens, a text a row, as trackers and logs of steps have it: the main text of each of their rows.
//!
//! ```text
//! Key  Summary             Phase      Touchpoint
//! C-1  Sees a billboard    Awareness  Billboard      what the customer does
//! C-2  Downloads a trial   Purchase   App store
//! ```

use super::lanes::Lane;
use super::phases;
use super::words;
use crate::journey::LaneKind;
use crate::read::book::Value;

/// Gives the lane that tells what happens its kind, where the phases go down: what is done, else what is met, unless another lane has that already.
pub fn name(lanes: &mut [Lane], across: bool) {
    let described = phases::begins_with_descriptions(lanes);
    let missing = |kind: LaneKind| lanes.iter().all(|lane| lane.kind != Some(kind));
    let Some(kind) = [LaneKind::Action, LaneKind::Touchpoint].into_iter().find(|kind| missing(*kind)) else { return };
    let tells = |index: usize, lane: &Lane| {
        let known = words::of_stories(&lane.title) || words::of_names(&lane.title);
        lane.kind.is_none() && known && !(described && index == 0) && is_told(lane)
    };
    let mut told = lanes.iter_mut().enumerate().filter(|(index, lane)| !across && tells(*index, lane));
    if let (Some((_, lane)), None) = (told.next(), told.next()) {
        lane.kind = Some(kind);
    }
}

/// Whether most of what a lane holds are texts of two words or more.
fn is_told(lane: &Lane) -> bool {
    let told = |value: &Value| matches!(value, Value::Text(text) if text.split_whitespace().count() > 1);
    let count = lane.cells.iter().filter(|cell| told(cell.value)).count();
    count > 0 && count * 2 >= lane.cells.len()
}
