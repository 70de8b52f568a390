//! Puts sheets together into a workbook: names that differ, the sheet that explains, and the one that keeps the journey.

use super::{guide, matrix, store};
use crate::journey::Journey;
use crate::layout::Context;
use crate::sheet::{Sheet, Workbook, sheet_name};

/// A workbook of these sheets, in this order, and behind them what helps to fill in a blank one and to read it back.
#[must_use]
pub fn book(journey: &Journey, context: &Context, sheets: Vec<Sheet>) -> Workbook {
    let guide = context.blank.then(|| guide::sheet(journey));
    let mut named: Vec<Sheet> = Vec::new();
    for sheet in sheets.into_iter().chain(guide) {
        let taken: Vec<_> = named.iter().map(|sheet| sheet.name.as_str()).chain([store::NAME]).collect();
        let name = sheet_name(&sheet.name, &sheet.name, &taken);
        named.push(Sheet { name, ..sheet });
    }
    named.push(store::sheet(journey, matrix::extent(context)));
    Workbook { meta: context.meta.clone(), sheets: named }
}
