//! Columns of a table without a phase of their own: those that explain its lanes, before the phases, and those with no name behind one, as merged
//! headers leave them in a file that knows none.
//!
//! ```text
//! Phase    Guiding question    Search   Buy          Search            Buy
//! Actions  What does she do?   googles  pays         googles  asks     pays    rides home
//! Contact  Where do we meet?   site     till         site     friend   till    road
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::phases::Phase;
use super::shape::Shape;
use super::view::{View, name};
use super::{respondents, words};
use crate::journey::aliases::near_phase;
use crate::read::book::Value;

/// How many of the first names are those of columns that explain the lanes: by what they are called, or since they ask something in nearly all lanes,
/// and the others do not. Two phases are left at least.
pub fn guides(view: &View, shape: &Shape, titles: &[(usize, String)]) -> usize {
    const PHASES: usize = 2;
    const ASKED: usize = 3;
    let asks = |value: &Value| name(value).is_some_and(|text| text.ends_with(['?', '？']));
    let columns: BTreeSet<usize> = titles.iter().map(|(column, _)| *column).collect();
    // How many texts of each column ask something, of how many.
    let mut shares = BTreeMap::<usize, (usize, usize)>::new();
    for (column, value) in view.lines.iter().filter(|line| line.row >= shape.first).flat_map(|line| &line.cells) {
        if columns.contains(column) {
            let (asked, all) = shares.entry(*column).or_default();
            *asked += usize::from(asks(value));
            *all += 1;
        }
    }
    let is_asked = |column: usize| {
        let (asked, all) = shares.get(&column).copied().unwrap_or_default();
        let (others, told) =
            shares.range(column + 1..).fold((0, 0), |(asked, all), (_, (more, cells))| (asked + more, all + cells));
        asked >= ASKED && asked * 5 >= all * 4 && others * 2 < told
    };
    // Those who were asked come back from lane to lane.
    let comes_back = |column: usize| {
        let texts = view.lines.iter().filter(|line| line.row >= shape.first).flat_map(|line| &line.cells);
        let texts: Vec<String> = texts.filter(|(own, _)| *own == column).filter_map(|(_, value)| name(value)).collect();
        texts.iter().collect::<BTreeSet<_>>().len() * 2 <= texts.len()
    };
    let of_asked = |column: usize, title: &str| respondents::says_asked(title) && comes_back(column);
    let is_guide = |(column, title): &&(usize, String)| {
        near_phase(title).is_none() && (words::of_guides(title) || is_asked(*column) || of_asked(*column, title))
    };
    let most = titles.len().saturating_sub(PHASES);
    titles.iter().take(most).take_while(is_guide).count()
}

/// Lets phases go on over the columns behind them that are filled and have no name, where half of the phases have such columns: one alone is a remark.
/// What has a name right above is something else: one of those who were asked.
pub fn widen(view: &View, (header, filled): (usize, &BTreeSet<usize>), phases: &mut [Phase]) {
    const FEWEST: usize = 2;
    let rows = header.saturating_sub(1)..=header;
    let named: BTreeSet<usize> = rows.flat_map(|row| view.line(row)).map(|(column, _)| *column).collect();
    let end = filled.last().copied().unwrap_or_default();
    let is_free = |column: &usize| filled.contains(column) && !named.contains(column);
    let until = |phase: &Phase| (phase.last + 1..=end).take_while(is_free).count();
    let wide: Vec<usize> = phases.iter().map(until).collect();
    let count = wide.iter().filter(|more| **more > 0).count();
    if count >= FEWEST && count * 2 >= phases.len() {
        phases.iter_mut().zip(wide).for_each(|(phase, more)| phase.last += more);
    }
}
