//! Finds the table in a book: every row that could hold the phases is tried with every column that could name the lanes, both ways
//! round, and the likeliest pair is taken.

use std::collections::{BTreeMap, BTreeSet};

mod above;
mod asked;
mod bands;
mod groups;
mod names;
mod titles;

use asked::Asked;
use names::{Body, Names};

use super::view::name;
use super::{unnamed, words};
use crate::journey::{LaneKind, aliases};
use crate::read::book::{At, Book, Page, Value};

/// Where the table is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// The index of the sheet.
    pub sheet: usize,
    /// Whether the phases go across.
    pub across: bool,
    /// The row of the phases; with phases down, the column. `None` where the phases have no names.
    pub header: Option<usize>,
    /// The first row below it in which a lane may stand; with phases down, the column.
    pub first: usize,
    /// The column of the lanes; with phases down, the row.
    pub labels: usize,
    /// How likely it is.
    score: f64,
    /// How many names of phases and lanes are known; a corner that says that there are phases is one of them.
    known: usize,
}

/// So many rows and columns with something in them are looked at, from the left upper corner.
const WINDOW: usize = 100;
/// So many rows are tried as the one of the phases, and so many columns as that of the lanes.
const TRIED: usize = 12;
/// A name is seldom longer.
const NAME_CHARS: usize = 60;

/// A sheet further on must look this much likelier to be read instead of one before it.
const LIKELIER: f64 = 5.0;

/// The table of a book that looks most like a matrix; of those that hardly differ the first. Hidden sheets only count when no other has one.
pub fn find(book: &Book) -> Option<Shape> {
    let mut known = Known::default();
    let of_sheet = |(sheet, page)| {
        let window = Window::of(page, &mut known)?;
        let (named, unnamed) = (window.best(sheet), unnamed::find(&window, sheet));
        // Names of phases that nobody knows are rather cells of a table whose phases have none.
        Some(unnamed.filter(|one| named.is_none_or(|named| named.known < one.known)).or(named))
    };
    let found: Vec<Option<Shape>> = book.sheets.iter().enumerate().filter_map(of_sheet).collect();
    let visible = |shape: &Shape| book.sheets.get(shape.sheet).is_some_and(|page| page.visible);
    found.into_iter().flatten().reduce(|best, next| {
        let same = visible(&next) == visible(&best);
        let better = if same { next.score > best.score + LIKELIER } else { visible(&next) };
        if better { next } else { best }
    })
}

/// What texts are known to stand for, so that each is looked up once.
#[derive(Default)]
struct Known(BTreeMap<String, (bool, Option<LaneKind>)>);

impl Shape {
    /// The table whose phases have no names, with so many lanes that are known.
    pub(super) fn unnamed(sheet: usize, across: bool, first: usize, labels: usize, known: usize) -> Self {
        Self { sheet, across, header: None, first, labels, score: known as f64, known }
    }

    /// How many of its names are known.
    pub fn known(&self) -> usize {
        self.known
    }
}

impl Known {
    /// Whether a name is that of a phase, and of which kind of lane it is one.
    fn find(&mut self, name: &str) -> (bool, Option<LaneKind>) {
        if let Some(known) = self.0.get(name) {
            return *known;
        }
        // What says how far a task is, is a value wherever it stands.
        let lane = aliases::near_lane(name).filter(|_| !words::of_statuses(name));
        let known = (aliases::near_phase(name).is_some(), lane);
        self.0.insert(name.to_owned(), known);
        known
    }
}

/// A cell as far as its looks go.
#[allow(clippy::struct_excessive_bools, reason = "each tells something of its own")]
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub name: String,
    /// Whether it is text that could be a name.
    pub short: bool,
    /// Whether it is a text of several words.
    wordy: bool,
    pub phase: bool,
    pub lane: bool,
    pub kind: Option<LaneKind>,
    /// Whether it is a question, as lanes are at times and phases never.
    question: bool,
    /// Whether it is counted, as phases are at times and lanes never.
    counted: bool,
    /// The last row and column that it covers, in the window.
    end: (usize, usize),
    asked: Asked,
}

impl Look {
    /// Whether its name passes a test.
    pub fn is(&self, test: fn(&str) -> bool) -> bool {
        self.asked.get(&self.name, test)
    }
}

/// The rows and columns of a sheet in which there is something, without the empty ones between.
pub(super) struct Window {
    pub cells: Vec<Vec<Option<Look>>>,
    pub rows: Vec<usize>,
    pub columns: Vec<usize>,
    pub across: bool,
}

impl Window {
    /// `None` when the sheet has too little in it for a table.
    fn of(page: &Page, known: &mut Known) -> Option<Self> {
        let filled = |value: &Value| name(value).is_some();
        let in_use = page.rows.iter().enumerate().filter(|(_, row)| row.iter().any(filled));
        let rows: Vec<usize> = in_use.map(|(row, _)| row).take(WINDOW).collect();
        let cells = || rows.iter().flat_map(|row| page.rows.get(*row).into_iter().flatten().enumerate());
        let columns: BTreeSet<usize> = cells().filter(|(_, value)| filled(value)).map(|(column, _)| column).collect();
        let columns: Vec<usize> = columns.into_iter().take(WINDOW).collect();
        if rows.len() < 2 || columns.len() < 2 {
            return None;
        }
        let ends: BTreeMap<At, At> = page.merged.iter().map(|range| (range.first, range.last)).collect();
        let last = |list: &[usize], end: usize| list.partition_point(|index| *index <= end).saturating_sub(1);
        let look = |row: usize, column: usize, known: &mut Known| {
            let at = At { row, column };
            let value = page.get(at);
            let name = name(value)?;
            let text = matches!(value, Value::Text(_));
            let short = name.chars().count() <= NAME_CHARS;
            let (phase, kind) = if short && text { known.find(&name) } else { (false, None) };
            let lane = kind.is_some();
            let end = ends.get(&at).copied().unwrap_or(at);
            let end = (last(&rows, end.row.max(row)), last(&columns, end.column.max(column)));
            let (question, counted) = (name.ends_with('?'), words::is_counted(&name));
            Some(Look {
                short,
                wordy: text && name.contains(' '),
                phase,
                lane,
                kind,
                question,
                counted,
                end,
                asked: Asked::default(),
                name,
            })
        };
        let cells = rows.iter().map(|row| columns.iter().map(|column| look(*row, *column, known)).collect()).collect();
        Some(Self { cells, rows, columns, across: true })
    }

    /// The same with rows and columns exchanged.
    pub fn turned(&self) -> Self {
        let turn = |look: &Look| Look { end: (look.end.1, look.end.0), ..look.clone() };
        let column = |index: usize| self.cells.iter().map(|row| row.get(index).and_then(Option::as_ref).map(turn)).collect();
        Self {
            cells: (0..self.columns.len()).map(column).collect(),
            rows: self.columns.clone(),
            columns: self.rows.clone(),
            across: !self.across,
        }
    }

    /// The likeliest table of the sheet.
    fn best(&self, sheet: usize) -> Option<Shape> {
        let turned = self.turned();
        let tries = [self, &turned].into_iter().flat_map(|window| {
            window.likely_headers().into_iter().flat_map(move |header| {
                window.likely_labels(header).into_iter().filter_map(move |labels| {
                    let (score, known) = window.score(header, labels)?;
                    let (header, labels) = (*window.rows.get(header)?, *window.columns.get(labels)?);
                    Some(Shape { sheet, across: window.across, header: Some(header), first: header + 1, labels, score, known })
                })
            })
        });
        tries.reduce(|best, next| if next.score > best.score { next } else { best })
    }

    /// The rows with the most names of phases, and of the others those with the most names.
    fn likely_headers(&self) -> Vec<usize> {
        let count = |row: &[Option<Look>]| {
            let looks = || row.iter().flatten();
            (looks().filter(|look| look.phase).count(), looks().filter(|look| look.short).count())
        };
        likeliest(self.cells.iter().map(|row| count(row)))
    }

    /// The columns with the most names of lanes below a row, and of the others those with the most names.
    fn likely_labels(&self, header: usize) -> Vec<usize> {
        let below = self.cells.get(header + 1..).unwrap_or_default();
        let count = |column: usize| {
            let looks = || below.iter().filter_map(move |row| row.get(column).and_then(Option::as_ref));
            (looks().filter(|look| look.lane).count(), looks().filter(|look| look.short).count())
        };
        likeliest((0..self.columns.len()).map(count))
    }

    /// How likely the table is that has its phases and its lanes there, and how many of its names are known; `None` when it is none.
    fn score(&self, header: usize, labels: usize) -> Option<(f64, usize)> {
        let head = self.cells.get(header)?;
        let phases: Vec<&Look> = head.get(labels + 1..)?.iter().flatten().collect();
        let below = self.cells.get(header + 1..)?;
        let lanes: Vec<&Look> = (header + 1..self.cells.len()).filter_map(|row| self.label(row, labels)).collect();
        let mut names = Names::of(&phases, &lanes);
        // “Doing” among lanes is one of them; among others that say how far a task is, it is not.
        let statuses = lanes.iter().filter(|look| look.is(words::of_statuses)).count();
        let doing = lanes.iter().any(|look| look.is(words::is_lane_of_statuses));
        names.known_lanes += usize::from(doing && statuses == 1 && names.kinds > 0);
        let body = self.body(header, labels);
        let corner = self.label(header, labels);
        // Where it is said which are the phases, records of contacts have a name each.
        let records = corner.is_some_and(|look| look.is(words::of_corners)) && names.kinds > 0 && names.known_lanes > 1;
        let titled = corner.is_some_and(|look| look.is(words::is_name)) && self.is_of_titles(&phases, &lanes);
        let of_lists = if records || titled { words::of_people } else { words::of_lists };
        // A total behind the phases of a table that tells of a journey, or of which nothing is known, is that of its figures, or of who answered.
        let telling = names.kinds > 0 || names.known_lanes == 0;
        let total = phases.last().is_some_and(|look| telling && look.is(words::of_sums));
        let named_phases = phases.get(..phases.len() - usize::from(total)).unwrap_or_default();
        let is_list = corner.into_iter().chain(named_phases.iter().chain(&lanes).copied()).any(|look| look.is(of_lists))
            || self.goes_on(header, labels, phases.len(), of_lists);
        // Where the first of the phases stands, the lanes have no names, and where the first of the lanes does, the phases have none.
        let heads = corner.is_some_and(|look| look.is(words::of_heads)) && self.is_below_names(header, labels);
        let spans = corner.is_some_and(|look| self.is_of_spans(look, labels) && names.kinds > 1);
        // Below bands of stages stand the phases, whatever their row is called.
        let banded = header.checked_sub(1).is_some_and(|above| self.is_row_of_bands(above, labels));
        let heads = heads || banded;
        let named = heads || spans || titled || corner.is_some_and(|look| look.is(words::of_corners));
        let is_lane = |look: &Look| look.lane || names.kinds > 1 && look.is(words::is_lane_of_statuses);
        let is_other = self.is_lane_of_steps(header, labels)
            || self.is_row_of_stages(header, labels)
            || self.is_stages_of_row_above(header, labels)
            || self.is_row_of_bands(header, labels)
            || self.is_row_of_states(header, labels)
            || self.is_above_phases(header, labels);
        if is_other
            || self.is_of_figures(header, labels)
            || self.is_numbering(header, labels)
            || self.is_step_of_stages(header, labels)
            || self.is_of_records(header, labels)
        {
            return None;
        }
        // A row of steps beneath the phases is a lane of theirs.
        if header + 1 < self.cells.len() && self.is_lane_of_steps(header + 1, labels) {
            names.corners -= 1;
            names.known_lanes += usize::from(lanes.first().is_some_and(|look| !look.lane));
        }
        let nameless =
            corner.is_some_and(|look| look.phase && names.known_lanes < 2 || is_lane(look) && !named && names.known_phases < 2);
        let is_plan = corner
            .into_iter()
            .filter(|_| !heads && !spans)
            .chain(phases.iter().chain(&lanes).copied())
            .any(|look| look.is(words::of_plans))
            || self.goes_on(header, labels, phases.len(), words::of_plans);
        if nameless || !names.make_a_table(is_list, is_plan, named, &body) {
            return None;
        }
        let above: Vec<&Look> = self.cells.get(..header - usize::from(banded))?.iter().flatten().flatten().collect();
        let before: Vec<&Look> = below.iter().filter_map(|row| row.get(..labels)).flatten().flatten().collect();
        let missed = above.iter().filter(|look| look.phase).count() + before.iter().filter(|look| look.lane).count();
        let corner = match corner {
            None => 2.0,
            Some(look) if named => {
                let staged = look.is(words::of_stages) && !self.has_a_stage_each(header, labels);
                if staged { 0.0 } else { 4.0 }
            }
            Some(look) if look.phase || is_lane(look) => -8.0,
            Some(_) => -2.0,
        };
        let count = |number: usize| number as f64;
        let score = names.score(named) + body.score() + corner
            - 5.0 * count(missed)
            - 0.5 * count(above.len().min(20))
            - 0.5 * count(before.len().min(20))
            + if self.across { 1.0 } else { 0.0 };
        Some((score, usize::from(named) + names.known_phases.max(names.counted) + names.known_lanes))
    }

    /// Whether what stands beside a corner are names, and what stands below these says more than they do, in lanes that are known or asked.
    fn is_below_names(&self, header: usize, labels: usize) -> bool {
        const FEWEST: usize = 2;
        const LONGER: f64 = 1.25;
        let below = || self.cells.get(header + 1..).into_iter().flatten();
        let names: Vec<&Look> =
            self.cells.get(header).into_iter().flat_map(|row| row.iter().skip(labels + 1)).flatten().collect();
        let cells: Vec<&Look> = below().flat_map(|row| row.iter().skip(labels + 1)).flatten().collect();
        let own = below().filter_map(|row| row.get(labels)?.as_ref());
        let lanes = own.filter(|look| (look.lane || look.question) && !look.is(words::of_heads)).count();
        let length = |looks: &[&Look]| {
            let told = || looks.iter().filter(|look| look.name.chars().any(char::is_alphabetic));
            told().map(|look| look.name.chars().count()).sum::<usize>() as f64 / told().count().max(1) as f64
        };
        let are_names = names.len() > 1 && names.iter().all(|look| look.short && !look.question && !look.lane);
        // Where nothing stands above texts, sentences may be names too.
        let different: BTreeSet<&str> = names.iter().map(|look| look.name.as_str()).collect();
        let mut above = self.cells.get(..header).into_iter().flatten();
        let told = cells.iter().filter(|look| look.name.chars().any(char::is_alphabetic)).count() * 2 > cells.len();
        let first = told && !above.any(|row| row.iter().flatten().count() > 1) && different.len() == names.len();
        are_names
            && lanes >= FEWEST
            && (first || names.iter().any(|look| look.phase || look.counted) || length(&names) <= LONGER * length(&cells))
    }

    /// Whether a corner says that there are epics or the like, which are the phases where nothing else says that it has them.
    fn is_of_spans(&self, corner: &Look, labels: usize) -> bool {
        let mut others = self.cells.iter().filter_map(|row| row.get(labels)?.as_ref());
        corner.is(words::of_spans) && !others.any(|look| look.is(words::of_corners) && !look.lane)
    }

    /// Whether a row that says that it has stages has one for each column of the table, with a name that no other has: then these are what others call
    /// phases. In the row below it stands a lane, and no row of phases.
    fn has_a_stage_each(&self, header: usize, labels: usize) -> bool {
        let (Some(head), Some(below)) = (self.cells.get(header), self.cells.get(header + 1..)) else { return false };
        let names: Vec<(usize, &Look)> =
            (0..).zip(head).skip(labels + 1).filter_map(|(column, look)| Some((column, look.as_ref()?))).collect();
        let different: BTreeSet<&str> = names.iter().map(|(_, look)| look.name.as_str()).collect();
        let alone = names.iter().all(|(column, look)| look.end.1 == *column);
        let named = below.iter().filter(|row| row.get(labels).is_some_and(Option::is_some));
        let filled = named.flat_map(|row| (0..).zip(row).skip(labels + 1)).filter(|(_, look)| look.is_some());
        let filled: BTreeSet<usize> = filled.map(|(column, _)| column).collect();
        let each = filled.iter().all(|column| names.iter().any(|(own, _)| own == column));
        let label = |row: Option<usize>| self.cells.get(row?)?.get(labels)?.as_ref();
        let is_lane = label(Some(header + 1)).is_some_and(|look| look.lane || !look.is(words::of_corners));
        let is_lane = is_lane && label(header.checked_sub(1)).is_none_or(|look| !look.is(words::of_corners));
        names.len() > 1 && different.len() == names.len() && alone && each && is_lane
    }

    /// Whether a row says that it has steps, right below one that says that it has phases, and has no more of them than that.
    fn is_lane_of_steps(&self, row: usize, labels: usize) -> bool {
        let above = row.checked_sub(1).and_then(|above| self.axes(above, labels));
        above.is_some_and(|(phases, steps)| steps > 1 && steps <= phases)
    }

    /// Whether a row says that it has phases, right above one of more steps than that: then it has the stages.
    fn is_row_of_stages(&self, row: usize, labels: usize) -> bool {
        self.axes(row, labels).is_some_and(|(phases, steps)| phases > 1 && steps > phases)
    }

    /// Whether a row that says that it has stages has fewer of them than there are names right above, each over a name of its own or more: then those
    /// are the phases, though nothing says so.
    fn is_stages_of_row_above(&self, row: usize, labels: usize) -> bool {
        let said = self.cells.get(row).and_then(|cells| cells.get(labels)?.as_ref());
        let above = row.checked_sub(1).and_then(|above| self.cells.get(above));
        let (Some(_), Some(above)) = (said.filter(|look| look.is(words::of_stages)), above) else { return false };
        let names = |cells: &[Option<Look>]| -> Vec<(usize, String)> {
            let named = (0..).zip(cells).skip(labels + 1).filter_map(|(column, look)| Some((column, look.as_ref()?)));
            named.map(|(column, look)| (column, look.name.clone())).collect()
        };
        let (phases, stages) = (names(above), self.cells.get(row).map(|cells| names(cells)).unwrap_or_default());
        let different = |names: &[(usize, String)]| names.iter().map(|(_, name)| name).collect::<BTreeSet<_>>().len();
        let alone = above.iter().take(labels + 1).all(Option::is_none) && above.iter().flatten().all(|look| look.short);
        let told = phases.iter().all(|(_, name)| name.chars().any(char::is_alphabetic));
        let within = stages.iter().all(|(column, _)| phases.iter().any(|(own, _)| own == column));
        self.across
            && alone
            && told
            && within
            && different(&phases) == phases.len()
            && (2..phases.len()).contains(&different(&stages))
    }

    /// Whether a column holds nothing but figures, with a name before each of them: how many there were. They are neither phases nor the names of lanes.
    fn is_of_figures(&self, header: usize, labels: usize) -> bool {
        type At<'w> = Vec<((usize, usize), &'w Look)>;
        let look = |at: (usize, usize)| Some((at, self.cells.get(at.0)?.get(at.1)?.as_ref()?));
        let told = |look: &Look| look.name.chars().any(char::is_alphabetic);
        let (own, before): (At, usize) = if self.across {
            ((header + 1..self.cells.len()).filter_map(|row| look((row, labels))).collect(), labels)
        } else {
            ((labels + 1..self.columns.len()).filter_map(|column| look((header, column))).collect(), header)
        };
        let named = |line: usize| {
            own.iter().all(|((row, column), _)| {
                let at = if self.across { (*row, line) } else { (line, *column) };
                look(at).is_some_and(|(_, look)| look.short && told(look))
            })
        };
        let figures = own.len() > 1 && own.iter().all(|(_, look)| !told(look));
        figures && !words::count(own.iter().map(|(_, look)| look.name.as_str())) && (0..before).any(named)
    }

    /// Whether a column has the steps of the stages that come back in the one behind it: they are what is done there, a row each.
    fn is_step_of_stages(&self, header: usize, labels: usize) -> bool {
        let look = |row: usize| self.cells.get(row)?.get(labels)?.as_ref();
        let steps = look(header).is_some_and(|look| look.kind == Some(LaneKind::Action) && look.is(words::of_corners));
        let staged = look(header + 1).is_some_and(|look| look.is(words::of_stages));
        let names = self.cells.get(header + 1).into_iter().flat_map(|row| row.iter().skip(labels + 1)).flatten();
        let names: Vec<&str> = names.map(|look| look.name.as_str()).collect();
        let different = names.iter().collect::<BTreeSet<_>>().len();
        !self.across && steps && staged && different > 1 && different < names.len()
    }

    /// Whether a row only counts the names in the row below it: `1`, `2` … or `Step 1`, `Step 2` … Nothing stands before those names but what
    /// says that they are names, or that there are phases.
    fn is_numbering(&self, header: usize, labels: usize) -> bool {
        let (Some(head), Some(below)) = (self.cells.get(header), self.cells.get(header + 1)) else { return false };
        let corner = |row: &'_ [Option<Look>]| row.get(labels).and_then(Option::as_ref).map(|look| look.name.clone());
        let (own, next) = (corner(head), corner(below));
        let numbers: Vec<(usize, &Look)> =
            (0..).zip(head).skip(labels + 1).filter_map(|(column, look)| Some((column, look.as_ref()?))).collect();
        // Figures alone count steps, whatever these are called, where the next row says that it has the phases.
        let bare = numbers.iter().all(|(_, look)| !look.name.chars().any(char::is_alphabetic));
        let fits = own.as_deref().is_none_or(|own| words::of_numbers(own) || words::of_corners(own));
        let is_axis = next.as_deref().is_none_or(|next| {
            let same =
                || own.as_deref().is_none_or(|own| words::of_numbers(own) || aliases::spelled(own) == aliases::spelled(next));
            // Above what nobody knows, names that stand over longer texts are counted as well.
            let unknown =
                || bare && !below.get(labels).is_some_and(|look| look.as_ref().is_some_and(|look| look.lane || look.question));
            words::of_names(next)
                || words::of_corners(next) && (same() || bare)
                || unknown() && self.is_below_names(header + 1, labels)
        });
        let counted = words::count(numbers.iter().map(|(_, look)| look.name.as_str()));
        let is_name =
            |look: &Look| look.short && look.name.chars().any(char::is_alphabetic) && words::number(&look.name).is_none();
        let named = |(column, _): &(usize, &Look)| below.get(*column).and_then(Option::as_ref).is_some_and(is_name);
        fits && is_axis && counted && numbers.iter().all(named)
    }

    /// How many different names there are in a row and in the one below it, where both say, in other words, that they are those of phases.
    fn axes(&self, row: usize, labels: usize) -> Option<(usize, usize)> {
        let axis = |row: usize| {
            let cells = self.cells.get(row)?;
            let corner = cells.get(labels)?.as_ref();
            let corner = corner.filter(|look| look.is(words::of_corners) && !look.is(words::of_stages))?;
            let names = cells.get(labels + 1..)?.iter().flatten().filter(|look| look.name.chars().any(char::is_alphabetic));
            Some((aliases::spelled(&corner.name), names.map(|look| look.name.as_str()).collect::<BTreeSet<_>>().len()))
        };
        // The titles of records are neither.
        let axis = |row: usize| axis(row).filter(|_| !self.is_of_records(row, labels));
        let ((above, phases), (own, steps)) = (axis(row)?, axis(row + 1)?);
        (above != own).then_some((phases, steps))
    }

    /// Whether the row above or the column before is as full as those of the table, and begins with a name of that kind.
    fn goes_on(&self, header: usize, labels: usize, phases: usize, of_kind: fn(&str) -> bool) -> bool {
        let begins = |look: Option<&Option<Look>>| look.and_then(Option::as_ref).is_some_and(|look| look.is(of_kind));
        let row = header.checked_sub(1).and_then(|above| self.cells.get(above));
        let full = |row: &Vec<Option<Look>>| row.iter().flatten().count() > phases && begins(row.get(labels));
        row.is_some_and(full)
            || self.cells.get(header).is_some_and(|head| head.iter().take(labels).any(|look| begins(Some(look))))
    }

    /// What stands below the phases and beside the lanes.
    fn body(&self, header: usize, labels: usize) -> Body {
        let mut body = Body::default();
        let (mut covered, mut until) = (vec![false; self.columns.len()], 0);
        for (column, look) in self.cells.get(header).into_iter().flatten().enumerate() {
            until = look.as_ref().map_or(until, |look| look.end.1 + 1);
            if let Some(covered) = covered.get_mut(column) {
                *covered = look.is_some() || column < until;
            }
        }
        let width = covered.get(labels + 1..).map_or(0, |covered| covered.iter().filter(|covered| **covered).count());
        let mut named = false;
        for (nth, row) in (header + 1..).zip(self.cells.get(header + 1..).unwrap_or_default()) {
            let own = self.label(nth, labels);
            named |= own.is_some();
            body.grid += if own.is_some() { width } else { 0 };
            for (look, covered) in row.iter().zip(&covered).skip(labels + 1) {
                let Some(look) = look else { continue };
                body.placed += usize::from(*covered && named);
                body.stray += usize::from(!(*covered && named));
                body.wordy += usize::from(look.wordy);
                body.phases += usize::from(look.phase);
                body.lanes += usize::from(look.lane);
            }
        }
        body
    }
}

/// The indexes of the best counts, those of equals that come first.
fn likeliest(counts: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut counts: Vec<_> = counts.enumerate().filter(|(_, (_, names))| *names > 0).collect();
    counts.sort_by_key(|(index, count)| (std::cmp::Reverse(*count), *index));
    counts.into_iter().map(|(index, _)| index).take(TRIED).collect()
}
