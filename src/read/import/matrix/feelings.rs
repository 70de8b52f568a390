//! A lane of feelings that holds nothing but words for moods: the curve of a journey that has no other.
//!
//! ```text
//! Phase     Before   At the door   At the till
//! Feeling   glad     neutral       annoyed
//! ```

use super::lanes::Lane;
use super::moods;
use crate::journey::LaneKind;
use crate::read::book::Value;

/// Makes the one lane of feelings the curve, where no lane is one and each of its cells, two at least, is a word for a mood. Beside a curve it says
/// what that does not.
pub fn draw(lanes: &mut [Lane]) {
    const FEWEST: usize = 2;
    if lanes.iter().any(|lane| lane.holds() == LaneKind::Emotion) {
        return;
    }
    let mut felt = lanes.iter_mut().filter(|lane| lane.kind == Some(LaneKind::Feeling));
    let (Some(lane), None) = (felt.next(), felt.next()) else { return };
    let is_text = |value: &Value| matches!(value, Value::Text(text) if !text.contains('\n'));
    let texts: Vec<String> = lane.cells.iter().filter(|cell| is_text(cell.value)).map(|cell| cell.value.text()).collect();
    if texts.len() >= FEWEST && texts.len() == lane.cells.len() && moods::are_all(texts.iter().map(String::as_str)) {
        lane.kind = Some(LaneKind::Emotion);
    }
}
