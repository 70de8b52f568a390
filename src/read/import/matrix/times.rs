//! Lanes of times of a day: they say when what else stands in each phase is.
//!
//! ```text
//! Phase       Search   Buy
//! Touchpoint  Site     Desk      the site at 9:15, the desk at 10:05
//! Time        9:15     10:05
//! ```

use super::lanes::Lane;
use super::left::Work;
use super::{ticks, words};
use crate::journey::LaneKind;
use crate::read::book::Value;
use crate::tongue::say;

/// Gives the contact of each phase, else what is done, else what there is first, the time that a lane says, and takes the lane away. One stays as it is
/// that has a time for a phase in which nothing else is.
pub fn take(lanes: &mut Vec<Lane>, across: bool, work: &mut Work) {
    let mut index = 0;
    while let Some(lane) = lanes.get(index) {
        let is_of_times = matches!(lane.kind, None | Some(LaneKind::Text | LaneKind::Measure))
            && (words::of_whens(&lane.title) || words::of_clocks(&lane.title))
            && lane.holds_times();
        let places: Option<Vec<_>> = lane.cells.iter().map(|cell| ticks::place(lanes, index, cell, across)).collect();
        let Some(places) = places.filter(|_| is_of_times) else {
            index += 1;
            continue;
        };
        let lane = lanes.remove(index);
        for ((own, at), time) in places.into_iter().zip(&lane.cells) {
            let own = if own > index { own - 1 } else { own };
            if let Some(cell) = lanes.get_mut(own).and_then(|lane| lane.cells.get_mut(at)) {
                match cell.more.iter_mut().find(|(name, _)| *name == "when") {
                    Some((_, when)) => *when = format!("{when}, {}", said(time.value)),
                    None => cell.more.push(("when", said(time.value))),
                }
            }
        }
        work.step_at(lane.spot, across, say!("explain-folded", name = &lane.title, field = "when"));
    }
}

/// A time as it is written: a number has two digits of minutes.
fn said(value: &Value) -> String {
    match value {
        Value::Number { number, .. } => format!("{number:.2}"),
        _ => value.text().trim().to_owned(),
    }
}
