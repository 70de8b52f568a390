//! The stages above the phases of a table, or below them.
//!
//! ```text
//!          Before            During                  Search    Ask     Pay     Use
//!          Search    Ask     Pay     Use      Goal   …         …       …       …
//! Goal     …         …       …       …        Stage  Before    Before  During  During
//! ```

use std::collections::BTreeSet;

use super::left::{Spot, Work};
use super::phases::{Phase, free};
use super::shape::Shape;
use super::view::{Line, View, name};
use super::{numbering, words};
use crate::journey::aliases::{key, near_lane, spelled};
use crate::journey::limits;
use crate::read::book::Value;
use crate::read::import::facts;

/// A stage.
#[derive(Debug)]
pub struct Stage {
    /// The name, as written.
    pub title: String,
    /// The id.
    pub id: String,
}

/// The stages in the row above the phases, or in the one right below them, each put into its phases; and that row. A row of persons above has none.
pub fn stages(
    view: &View,
    shape: &Shape,
    phases: &mut [Phase],
    persons: Option<usize>,
    work: &mut Work,
) -> (Vec<Stage>, Option<usize>) {
    let Some(header) = shape.header else { return (Vec::new(), None) };
    let above = view.lines.partition_point(|line| line.row < header);
    let above = view.lines.get(..above).unwrap_or_default();
    // Numbers may stand between stages and phases.
    let line = above.iter().rev().find(|line| Some(line.row) != persons && !numbering::is_row(shape, phases, line));
    // With phases down, what stands above the table is in this line too.
    let within = |column: usize| view.across || column >= shape.labels;
    let above = line.and_then(|line| {
        let cells: Vec<_> = line.cells.iter().filter(|(column, _)| within(*column)).copied().collect();
        Some((line, bands(view, shape, phases, line.row, &cells)?, cells))
    });
    let Some((line, bands, cells)) = above.or_else(|| below(view, shape, phases)) else { return (Vec::new(), None) };
    let (mut stages, mut taken): (Vec<Stage>, _) = (Vec::new(), BTreeSet::new());
    for (index, (column, title)) in bands.iter().enumerate() {
        let next = bands.get(index + 1).map_or(usize::MAX, |(next, _)| *next);
        let known = stages.iter().position(|stage| stage.title == *title);
        if known.is_none() && stages.len() == limits::STAGES {
            break;
        }
        let stage = known.unwrap_or_else(|| {
            let slug = key(title);
            let id = if slug.is_empty() { format!("stage-{}", stages.len() + 1) } else { slug };
            stages.push(Stage { title: title.clone(), id: free(id, &mut taken) });
            stages.len() - 1
        });
        let spot = Spot { sheet: shape.sheet, at: view.at(line.row, *column) };
        work.take(spot);
        work.from(format!("/stages/{stage}"), spot);
        phases.iter_mut().filter(|phase| (*column..next).contains(&phase.first)).for_each(|phase| phase.stage = Some(stage));
    }
    for (column, value) in cells.iter().filter(|(column, _)| *column <= shape.labels) {
        if line.row > header || name(value).is_some_and(|name| words::of_corners(&name)) {
            work.take(Spot { sheet: shape.sheet, at: view.at(line.row, *column) });
        }
    }
    (stages, Some(line.row))
}

/// A row with the names of stages in it, each with its column, and its cells.
type Banded<'v, 'b> = (&'v Line<'b>, Vec<(usize, String)>, Vec<(usize, &'b Value)>);

/// The stages in a row below the phases. Of the row right below them it is enough that it says that it has stages or when they are; what stands
/// further down must say so too, or hold few names that go on over several phases. They come one after the other, fewer than there are phases.
fn below<'v, 'b>(view: &'v View<'b>, shape: &Shape, phases: &[Phase]) -> Option<Banded<'v, 'b>> {
    let start = view.lines.partition_point(|line| line.row < shape.first);
    let lines = view.lines.get(start..).unwrap_or_default();
    let titles: BTreeSet<&str> = phases.iter().map(|phase| phase.title.as_str()).collect();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for (index, line) in lines.iter().enumerate() {
        let above = index.checked_sub(1).and_then(|above| lines.get(above)).map_or(line.row, |above| above.row);
        // A second table has the phases once more, with stages above them.
        let again = |line: &Line| {
            let same = |(_, value): &&(usize, &Value)| name(value).is_some_and(|name| titles.contains(name.as_str()));
            line.cells.iter().filter(same).count() > 1
        };
        // So has one whose lanes are called as those above it.
        let label =
            |line: &Line| line.cells.first().filter(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value));
        let behind = || lines.get(index + 1..).unwrap_or_default().iter().filter_map(label);
        let repeated = line.row > above + 1 && behind().any(|label| known.contains(&label));
        if line.row > above + 2 || again(line) || lines.get(index + 1).is_some_and(again) || repeated {
            return None;
        }
        let place = Place { first: index == 0, last: index + 1 == lines.len(), near: line.row <= above + 1 };
        let found = banded(view, shape, phases, line).filter(|(found, ..)| found.says(place));
        if let Some((_, bands, cells)) = found {
            return Some((line, bands, cells));
        }
        known.extend(label(line));
    }
    None
}

/// Where a row stands among those below the phases.
#[derive(Clone, Copy)]
struct Place {
    first: bool,
    last: bool,
    /// Whether it stands right below the row before it.
    near: bool,
}

/// What a row with few names says of them.
#[allow(clippy::struct_excessive_bools, reason = "each tells something of its own")]
struct Runs {
    /// What stands before it, and whether the row of the phases is called so too.
    label: Option<(String, bool)>,
    /// Whether all of them are known.
    known: bool,
    /// How many go on over more than one phase.
    wide: usize,
    /// Whether each phase has one.
    full: bool,
    /// Whether what stands before it is merged with the row above.
    held: bool,
}

impl Runs {
    /// Whether the names are those of stages.
    fn says(&self, place: Place) -> bool {
        match &self.label {
            // A row of the same name is that of the phases of another table, unless its names go on.
            Some((_, true)) => place.near && self.wide > 0 && self.full,
            Some((label, false)) if words::of_stages(label) => true,
            Some((label, false)) if words::of_corners(label) => {
                self.known || self.wide > 0 && self.full && near_lane(label).is_none()
            }
            Some((label, false)) => self.known && words::of_whens(label),
            None if place.first || self.known => self.known && !self.held,
            None => place.last && place.near && self.wide > 1 && self.full && !self.held,
        }
    }
}

/// What a row says, the names in it, each with its column, and its cells.
type Found<'b> = (Runs, Vec<(usize, String)>, Vec<(usize, &'b Value)>);

/// The names in a row that come one after the other, each over one phase or more, fewer than there are phases.
fn banded<'b>(view: &View<'b>, shape: &Shape, phases: &[Phase], line: &Line<'b>) -> Option<Found<'b>> {
    const LONGEST: usize = 40;
    let (header, first, last) = (shape.header?, phases.first()?.first, phases.last()?.last);
    let cells: Vec<_> = line.cells.iter().filter(|(column, _)| (shape.labels..=last).contains(column)).copied().collect();
    let label = cells.iter().find(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value));
    let title = |(column, value): &(usize, &Value)| {
        let title = name(value).filter(|title| matches!(value, Value::Text(_)) && title.chars().count() <= LONGEST)?;
        Some((*column, title))
    };
    let bands: Option<Vec<_>> = cells.iter().filter(|(column, _)| *column > shape.labels).map(title).collect();
    let bands = bands.filter(|bands| bands.first().is_some_and(|(column, _)| *column <= first))?;
    let (runs, different): (Vec<_>, BTreeSet<_>) =
        (bands.chunk_by(|(_, one), (_, next)| one == next).collect(), bands.iter().map(|(_, title)| title).collect());
    if runs.len() != different.len() || different.len() < 2 || different.len() >= phases.len() {
        return None;
    }
    let covers = |column: usize, phase: &Phase| column <= phase.last && view.end(line.row, column).1 >= phase.first;
    let under =
        |run: &[(usize, String)]| phases.iter().filter(|phase| run.iter().any(|(column, _)| covers(*column, phase))).count();
    let corner = view.line(header).iter().find(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value));
    let held = |above: &Line| above.row < line.row && view.end(above.row, shape.labels).0 >= line.row;
    let found = Runs {
        known: different.iter().all(|title| words::of_bands(title)),
        wide: runs.iter().filter(|run| under(run) > 1).count(),
        full: phases.iter().all(|phase| bands.iter().any(|(column, _)| covers(*column, phase))),
        held: view.lines.iter().any(held),
        label: label.map(|label| {
            let same = corner.is_some_and(|corner| spelled(&corner) == spelled(&label));
            (label, same)
        }),
    };
    Some((found, bands, cells))
}

/// A row without a name that looks like one of stages, but is not certain to be: where it stands.
pub fn uncertain(view: &View, shape: &Shape, phases: &[Phase]) -> Option<Spot> {
    let start = view.lines.partition_point(|line| line.row <= shape.first);
    let mut lines = view.lines.get(start..).unwrap_or_default().iter();
    let line = lines.find(|line| {
        let found = banded(view, shape, phases, line).map(|(found, ..)| found);
        found.is_some_and(|found| found.label.is_none() && !found.held && found.full && found.wide > 0)
    })?;
    Some(Spot { sheet: shape.sheet, at: view.at(line.row, line.cells.first()?.0) })
}

/// The names in a row when they are those of stages: few, above the phases, and no facts.
fn bands(view: &View, shape: &Shape, phases: &[Phase], row: usize, cells: &[(usize, &Value)]) -> Option<Vec<(usize, String)>> {
    const LONGEST: usize = 60;
    let (first, last) = (phases.first()?.first, phases.last()?.last);
    // A name that nobody knows stands before bands only where these are known.
    let (mut bands, mut odd) = (Vec::new(), false);
    for (column, value) in cells {
        // What stands further to the right, parted from the table, is no part of it.
        if *column > last + 1 {
            continue;
        }
        let text = matches!(value, Value::Text(_));
        let title = name(value).filter(|title| text && title.chars().count() <= LONGEST && !facts::tells(title))?;
        let corner = *column <= shape.labels;
        odd |= corner && !words::of_corners(&title);
        if !corner && (*column > last || view.end(row, *column).1 < first) {
            return None;
        }
        if !corner {
            bands.push((*column, title));
        }
    }
    let different: BTreeSet<&str> = bands.iter().map(|(_, title)| title.as_str()).collect();
    let known = different.iter().filter(|title| words::of_bands(title)).count();
    let fact = different.iter().any(|title| facts::label(title).is_some());
    if odd && (known < 2 || known < different.len()) {
        return None;
    }
    let few = different.len() > 1 && different.len() < phases.len() && !fact;
    (known > 0 && known * 2 >= different.len() || few).then_some(bands)
}
