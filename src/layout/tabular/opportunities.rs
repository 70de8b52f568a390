//! What could be better, in the order written: impact and effort in numbers, so that what brings much for little stands out.

use super::look::judged;
use super::records::{self, Extras};
use crate::forms::record::tables;
use crate::journey::Journey;
use crate::layout::{Context, Laid, Layout, Make, Part, Tabular};
use crate::sheet::Sheet;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "opportunities",
    summary: "What could be better, with impact, effort and priority",
    shows: &|journey| !journey.opportunities.is_empty(),
    parts: &[Part::Opportunities],
    make: Make::Tabular(Tabular { fill: &fill, in_book: true }),
};

fn fill(journey: &Journey, context: &Context) -> Laid<Sheet> {
    let (one, five) = judged(1.0, 5.0);
    // Much work is what little impact is: the bad end.
    let effort = ((one.0, five.1), (five.0, one.1));
    let scales = vec![("impact".to_owned(), one, five), ("effort".to_owned(), effort.0, effort.1)];
    records::sheet(journey, context, &tables::opportunities(journey), &Extras { scales, lines: Vec::new() })
}
