//! What a person does to a workbook, and the journey that it then says.

use klantreis::forms::line;
use klantreis::journey::{EndRef, Id, Item, Journey, Lane, LaneKind, Phase, Stage};
use klantreis::sheet::{Cell, CellRef, Range, Row, RowRole, Sheet, Value, Workbook};
use proptest::prelude::*;
use proptest::sample::Index;

use super::workbook;
use crate::support::journeys;

/// What a person may do to a workbook.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    RenamePhase(Index),
    DeletePhase(Index),
    MovePhase(Index, Index),
    InsertPhase(Index),
    RenameLane(Index),
    DeleteLane(Index),
    MoveLane(Index, Index),
    InsertLane(Index),
    /// One more line in a cell.
    Append(Index, Index),
    /// A line of a list less.
    Shorten(Index, Index, Index),
    /// The whole cell less.
    Empty(Index, Index),
    /// Another score.
    Score(Index, Index),
    /// The text of a cell to another cell.
    MoveText(Index, Index, Index),
    /// An empty row above the table, and an empty column before it.
    Space,
}

pub(super) fn edit() -> impl Strategy<Value = Edit> {
    let index = any::<Index>;
    prop_oneof![
        index().prop_map(Edit::RenamePhase),
        index().prop_map(Edit::DeletePhase),
        (index(), index()).prop_map(|(from, to)| Edit::MovePhase(from, to)),
        index().prop_map(Edit::InsertPhase),
        index().prop_map(Edit::RenameLane),
        index().prop_map(Edit::DeleteLane),
        (index(), index()).prop_map(|(from, to)| Edit::MoveLane(from, to)),
        index().prop_map(Edit::InsertLane),
        (index(), index()).prop_map(|(phase, lane)| Edit::Append(phase, lane)),
        (index(), index(), index()).prop_map(|(phase, lane, item)| Edit::Shorten(phase, lane, item)),
        (index(), index()).prop_map(|(phase, lane)| Edit::Empty(phase, lane)),
        (index(), index()).prop_map(|(phase, lane)| Edit::Score(phase, lane)),
        (index(), index(), index()).prop_map(|(from, to, lane)| Edit::MoveText(from, to, lane)),
        Just(Edit::Space),
    ]
}

/// What a program does with names when rows and columns move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// They move along: Excel and other office programs.
    Moved,
    /// They stay: openpyxl.
    Stale,
    /// They are lost.
    Lost,
}

/// A workbook in which things are changed, and the journey that it then says.
pub(super) struct Desk {
    pub workbook: Workbook,
    pub journey: Journey,
    /// The journey that it said at first.
    pub first: Journey,
    /// The rows of each lane: of its items or first scores, and all.
    lanes: Vec<Vec<usize>>,
    /// The row of the phases.
    header: usize,
    /// Columns before the table.
    shift: usize,
    count: usize,
}

impl Desk {
    pub(super) fn new(journey: &Journey) -> Self {
        let workbook = workbook(journey, false);
        let sheet = &workbook.sheets[0];
        let header = sheet.rows.iter().position(|row| row.role == RowRole::Header).unwrap();
        let row = |lane: usize| {
            let of = |(name, range): &(String, Range)| {
                let own = format!("klantreis_lane_{}", lane + 1);
                (*name == own || name.starts_with(&format!("{own}_")))
                    .then_some(range.first.row as usize..=range.last.row as usize)
            };
            let mut rows: Vec<_> = sheet.names.iter().filter_map(of).flatten().collect();
            rows.sort_unstable();
            rows
        };
        let lanes = (0..journey.lanes.len()).map(row).collect();
        Self { lanes, header, shift: 0, count: 0, journey: journey.clone(), first: journey.clone(), workbook }
    }

    pub(super) fn sheet(&mut self) -> &mut Sheet {
        &mut self.workbook.sheets[0]
    }

    fn cell(&mut self, row: usize, phase: usize) -> &mut Value {
        let column = phase + 1 + self.shift;
        let cells = &mut self.sheet().rows[row].cells;
        while cells.len() <= column {
            cells.push(Cell::text(klantreis::sheet::CellRole::Item, "", klantreis::sheet::Style { ..cells[0].style }));
        }
        &mut cells[column].value
    }

    /// Takes the rows that have a cell for each phase.
    fn table(&mut self) -> impl Iterator<Item = &mut Row> {
        self.sheet()
            .rows
            .iter_mut()
            .filter(|row| matches!(row.role, RowRole::Band | RowRole::Header | RowRole::Remark | RowRole::Body))
    }

    fn new_name(&mut self, what: &str) -> String {
        self.count += 1;
        format!("{what} extra {}", self.count)
    }

    fn move_names(&mut self, row: impl Fn(usize) -> Option<usize>, column: impl Fn(usize) -> Option<usize>) {
        let place = |at: CellRef| Some(CellRef { row: row(at.row as usize)? as u32, column: column(at.column as usize)? as u16 });
        self.sheet().names.retain_mut(|(_, range)| {
            // A range of several columns that loses its first begins with the next.
            let next = CellRef { column: range.first.column + 1, ..range.first };
            let shrunk = (range.last.column > range.first.column).then(|| place(next)).flatten();
            let Some(first) = place(range.first).or(shrunk) else { return false };
            *range = Range {
                first,
                last: CellRef { row: row(range.last.row as usize).unwrap_or(first.row as usize) as u32, ..range.last },
            };
            range.last.column = range.last.column.max(first.column);
            true
        });
    }

    /// Moves what stands in the columns of the phases.
    fn columns(&mut self, change: impl Fn(&mut Vec<Cell>, usize), to: impl Fn(usize) -> Option<usize>) {
        let start = 1 + self.shift;
        self.table().for_each(|row| change(&mut row.cells, start));
        self.move_names(
            Some,
            |column| if column < start { Some(column) } else { to(column - start).map(|column| column + start) },
        );
    }

    /// What follows from where phases stand at last, whatever was moved in between: an item whose last phase is gone ends in the one
    /// that was before it, and one whose end is no longer behind it is in one phase; a stage without phases is gone.
    pub(super) fn settle(&mut self) {
        let now: Vec<Id> = self.journey.phases.iter().map(|phase| phase.id.clone()).collect();
        for (index, phase) in self.journey.phases.iter_mut().enumerate() {
            for item in phase.cells.0.iter_mut().flatten() {
                let Some(end) = item.until.take() else { continue };
                let old = self.first.phase(end.as_str()).unwrap();
                let there = (0..=old).rev().find_map(|old| now.iter().position(|id| *id == self.first.phases[old].id));
                item.until = there.filter(|there| *there > index).map(|there| EndRef::new(now[there].as_str()));
            }
        }
        // A stage that no phase ever had is not to be seen, and stays.
        let used = |stage: &Stage| {
            let has = |journey: &Journey| {
                journey.phases.iter().any(|phase| phase.stage.is_some_and(|of| journey.stages[of].id == stage.id))
            };
            has(&self.journey) || !has(&self.first)
        };
        let used: Vec<bool> = self.journey.stages.iter().map(used).collect();
        for phase in &mut self.journey.phases {
            phase.stage = phase.stage.map(|stage| used[..stage].iter().filter(|used| **used).count());
        }
        let mut used = used.into_iter();
        self.journey.stages.retain(|_| used.next().unwrap());
    }

    #[allow(clippy::too_many_lines, reason = "a list of edits")]
    pub(super) fn apply(&mut self, edit: &Edit) {
        let (phases, lanes) = (self.journey.phases.len(), self.journey.lanes.len());
        match edit {
            Edit::RenamePhase(phase) => {
                let (phase, name) = (phase.index(phases), self.new_name("Fase"));
                *self.cell(self.header, phase) = Value::Text(name.clone());
                if self.first.phase(self.journey.phases[phase].id.as_str()).is_none() {
                    self.journey.phases[phase].id = Id::new(journeys::slug(&name).unwrap());
                }
                self.journey.phases[phase].title = name;
            }
            Edit::DeletePhase(phase) if phases > 1 => {
                let phase = phase.index(phases);
                self.columns(
                    |cells, start| drop(cells.remove(start + phase)),
                    |at| if at == phase { None } else { Some(at - usize::from(at > phase)) },
                );
                self.journey.phases.remove(phase);
            }
            Edit::MovePhase(from, to) => {
                let (from, to) = (from.index(phases), to.index(phases));
                self.columns(
                    |cells, start| {
                        let cell = cells.remove(start + from);
                        cells.insert(start + to, cell);
                    },
                    |at| {
                        let without = if at == from { return Some(to) } else { at - usize::from(at > from) };
                        Some(without + usize::from(without >= to))
                    },
                );
                let phase = self.journey.phases.remove(from);
                self.journey.phases.insert(to, phase);
            }
            Edit::InsertPhase(at) => {
                let (at, name) = (at.index(phases + 1), self.new_name("Kolom"));
                self.columns(
                    |cells, start| {
                        let style = cells[0].style;
                        cells.insert(start + at, Cell::text(klantreis::sheet::CellRole::Item, "", style));
                    },
                    |old| Some(old + usize::from(old >= at)),
                );
                self.sheet()
                    .rows
                    .iter_mut()
                    .flat_map(|row| &mut row.cells)
                    .filter(|cell| cell.value == Value::Text(String::new()))
                    .for_each(|cell| cell.value = Value::Empty);
                *self.cell(self.header, at) = Value::Text(name.clone());
                let mut phase = Phase { id: Id::new(journeys::slug(&name).unwrap()), title: name, ..Phase::default() };
                phase.cells.0.resize_with(lanes, Vec::new);
                self.journey.phases.insert(at, phase);
            }
            Edit::RenameLane(lane) if lanes > 0 => {
                let (lane, name) = (lane.index(lanes), self.new_name("Baan"));
                let (row, shift) = (self.lanes[lane][0], self.shift);
                let of = &self.journey.lanes[lane];
                let whole = [line::title(&self.journey, of), of.title.clone()].map(Value::Text);
                // Of a title that is parted over several rows only the first part would be another.
                if !whole.contains(&self.sheet().rows[row].cells[shift].value) {
                    return;
                }
                self.sheet().rows[row].cells[shift].value = Value::Text(name.clone());
                if self.first.lanes.iter().all(|first| first.id != self.journey.lanes[lane].id) {
                    self.journey.lanes[lane].id = Id::new(journeys::slug(&name).unwrap());
                }
                self.journey.lanes[lane].title = name;
            }
            Edit::DeleteLane(lane) if lanes > 0 => {
                let lane = lane.index(lanes);
                self.take_lane(lane);
                self.journey.lanes.remove(lane);
                self.journey.phases.iter_mut().for_each(|phase| drop(phase.cells.0.remove(lane)));
            }
            Edit::MoveLane(from, to) if lanes > 0 => {
                let (from, to) = (from.index(lanes), to.index(lanes));
                let (rows, names) = self.take_lane(from);
                let at = self.lanes.get(to).map_or_else(|| self.end(), |rows| rows[0]);
                self.put_lane(to, at, rows, names);
                let lane = self.journey.lanes.remove(from);
                self.journey.lanes.insert(to, lane);
                for phase in &mut self.journey.phases {
                    let cell = phase.cells.0.remove(from);
                    phase.cells.0.insert(to, cell);
                }
            }
            Edit::InsertLane(at) if lanes > 0 => {
                let (at, name) = (at.index(lanes + 1), self.new_name("Rij"));
                let row = self.lanes.get(at).map_or_else(|| self.end(), |rows| rows[0]);
                let pattern = self.lanes[0][0];
                let mut new = self.sheet().rows[pattern].clone();
                new.cells.iter_mut().for_each(|cell| cell.value = Value::Empty);
                let shift = self.shift;
                new.cells[shift].value = Value::Text(name.clone());
                self.put_lane(at, row, vec![new], Vec::new());
                let lane =
                    Lane { id: Id::new(journeys::slug(&name).unwrap()), kind: LaneKind::Text, title: name, ..Lane::default() };
                self.journey.lanes.insert(at, lane);
                for phase in 0..phases {
                    let text = self.new_name("Notitie");
                    *self.cell(row, phase) = Value::Text(text.clone());
                    let item = Item { text: Some(text), ..Item::default() };
                    self.journey.phases[phase].cells.0.insert(at, vec![item]);
                }
            }
            Edit::Append(phase, lane) if lanes > 0 => {
                let (phase, lane, line) = (phase.index(phases), lane.index(lanes), self.new_name("Regel"));
                let Some(row) = self.words(lane) else { return };
                let cell = self.cell(row, phase);
                let old = if let Value::Text(text) = &*cell { format!("{text}\n") } else { String::new() };
                *cell = Value::Text(format!("{old}{line}"));
                self.journey.phases[phase].cells.0[lane].push(Item { text: Some(line), ..Item::default() });
            }
            Edit::Shorten(phase, lane, item) if lanes > 0 => {
                let (phase, lane) = (phase.index(phases), lane.index(lanes));
                let items = self.journey.phases[phase].cells[lane].clone();
                let Some(row) =
                    self.words(lane).filter(|_| items.len() > 1 && self.journey.lanes[lane].kind != LaneKind::Emotion)
                else {
                    return;
                };
                let gone = item.index(items.len());
                let Value::Text(text) = self.cell(row, phase).clone() else { return };
                let told = |item: &Item| {
                    let shown = line::shown(&self.journey, item, &self.journey.lanes[lane], true);
                    format!("{}{}", if shown.marks.is_empty() { line::BULLET } else { "" }, shown.line())
                };
                let lines: Vec<_> = items.iter().map(told).collect();
                // Where it was changed before, the lines are others.
                if lines.join("\n") != text {
                    return;
                }
                let kept: Vec<_> =
                    lines.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, line)| line.as_str()).collect();
                *self.cell(row, phase) = Value::Text(kept.join("\n"));
                self.journey.phases[phase].cells.0[lane].remove(gone);
            }
            Edit::Empty(phase, lane) if lanes > 0 => {
                let (phase, lane) = (phase.index(phases), lane.index(lanes));
                for row in self.lanes[lane].clone() {
                    *self.cell(row, phase) = Value::Empty;
                }
                self.journey.phases[phase].cells.0[lane].clear();
            }
            Edit::Score(phase, lane) if lanes > 0 => {
                let (phase, lane) = (phase.index(phases), lane.index(lanes));
                let row = self.lanes[lane][0];
                let Some(scale) = self.journey.lanes[lane].scale.clone() else { return };
                if let Some(item) = self.journey.phases[phase].cells.0[lane].iter_mut().find(|item| item.score.is_some()) {
                    item.score = Some(scale.max);
                    *self.cell(row, phase) = Value::Number(scale.max);
                }
            }
            Edit::MoveText(from, to, lane) if lanes > 0 => {
                let (from, to, lane) = (from.index(phases), to.index(phases), lane.index(lanes));
                let Some(row) = self.words(lane).filter(|_| from != to && self.journey.lanes[lane].kind != LaneKind::Emotion)
                else {
                    return;
                };
                if *self.cell(row, to) != Value::Empty || !self.journey.phases[to].cells[lane].is_empty() {
                    return;
                }
                let text = std::mem::replace(self.cell(row, from), Value::Empty);
                *self.cell(row, to) = text;
                let items = std::mem::take(&mut self.journey.phases[from].cells.0[lane]);
                self.journey.phases[to].cells.0[lane] = items;
            }
            Edit::Space => {
                let header = self.header;
                let style = self.sheet().rows[header].cells[0].style;
                for row in &mut self.sheet().rows {
                    row.cells.insert(0, Cell::new(klantreis::sheet::CellRole::Note, Value::Empty, style));
                }
                let row = Row { cells: Vec::new(), ..self.sheet().rows[0].clone() };
                self.sheet().rows.insert(0, row);
                self.sheet().columns.insert(0, 8.0);
                self.move_names(|row| Some(row + 1), |column| Some(column + 1));
                self.lanes.iter_mut().flatten().for_each(|row| *row += 1);
                (self.header, self.shift) = (self.header + 1, self.shift + 1);
            }
            // There is nothing to change.
            Edit::DeletePhase(_)
            | Edit::RenameLane(_)
            | Edit::DeleteLane(_)
            | Edit::MoveLane(..)
            | Edit::InsertLane(_)
            | Edit::Append(..)
            | Edit::Shorten(..)
            | Edit::Empty(..)
            | Edit::Score(..)
            | Edit::MoveText(..) => {}
        }
    }

    /// The row of a lane's texts, when they stand in one.
    fn words(&mut self, lane: usize) -> Option<usize> {
        let rows = self.lanes[lane].clone();
        let shift = self.shift;
        match self.journey.lanes[lane].kind {
            LaneKind::Emotion => {
                let sheet = self.sheet();
                let words =
                    |row: &usize| matches!(&sheet.rows[*row].cells[shift].value, Value::Text(label) if label.contains(" – "));
                rows.last().copied().filter(words)
            }
            _ => Some(rows[0]).filter(|_| rows.len() == 1),
        }
    }

    /// The row behind the last lane.
    fn end(&self) -> usize {
        self.lanes.last().map_or(self.header, |rows| *rows.last().unwrap()) + 1
    }

    fn take_lane(&mut self, lane: usize) -> (Vec<Row>, Vec<(usize, String, Range)>) {
        let rows = self.lanes.remove(lane);
        let (first, count) = (rows[0], rows.len());
        let taken: Vec<Row> = self.sheet().rows.splice(first..first + count, []).collect();
        let within = |row: usize| (first..first + count).contains(&row);
        let names = self.sheet().names.iter().filter(|(_, range)| within(range.first.row as usize));
        let names = names.map(|(name, range)| (range.first.row as usize - first, name.clone(), *range)).collect();
        self.move_names(|row| if within(row) { None } else { Some(row - if row > first { count } else { 0 }) }, Some);
        self.lanes.iter_mut().flatten().filter(|row| **row > first).for_each(|row| *row -= count);
        (taken, names)
    }

    fn put_lane(&mut self, lane: usize, at: usize, rows: Vec<Row>, names: Vec<(usize, String, Range)>) {
        let count = rows.len();
        self.sheet().rows.splice(at..at, rows);
        self.move_names(|row| Some(row + if row >= at { count } else { 0 }), Some);
        self.lanes.iter_mut().flatten().filter(|row| **row >= at).for_each(|row| *row += count);
        self.lanes.insert(lane, (at..at + count).collect());
        for (offset, name, range) in names {
            let row = (at + offset) as u32;
            let range = Range { first: CellRef { row, ..range.first }, last: CellRef { row, ..range.last } };
            self.sheet().names.push((name, range));
        }
    }
}
