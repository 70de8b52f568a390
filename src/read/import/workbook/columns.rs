//! Which column is which phase.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::Frame;
use super::kept::{Kept, Part};
use super::pair::{between, pair};
use super::same;
use crate::journey::{LaneKind, limits};
use crate::read::book::{At, Value};

/// A phase as it stands in the sheet.
pub struct Column {
    /// Its columns: the first has the title; more where the title is merged over several.
    pub at: Vec<usize>,
    /// The index of the phase in the journey as it was written; none for a new one.
    pub phase: Option<usize>,
    /// The title, where it is another than it was.
    pub title: Option<String>,
    /// The rows of the title below the first.
    pub title_rows: Vec<usize>,
}

/// The most columns that are looked at.
const MOST: usize = 2_000;

/// The columns, from left to right. `rows` are those whose lane is certain.
pub fn columns(frame: &Frame, kept: &Kept, rows: &[(usize, usize, Part)]) -> Vec<Column> {
    let finder = Finder { frame, kept, rows };
    let width = frame.page.width().min(MOST);
    // A column beneath the title of another belongs to that one.
    let covered: BTreeSet<usize> = frame
        .merged
        .values()
        .filter(|range| range.first.row <= frame.header && frame.header <= range.last.row)
        .flat_map(|range| range.first.column + 1..=range.last.column.min(MOST))
        .collect();
    let all: Vec<usize> = (0..width).filter(|column| *column != frame.labels && !covered.contains(column)).collect();
    let titled: Vec<usize> = all.iter().copied().filter(|column| !frame.text(frame.header, *column).is_empty()).collect();
    let mut pairs = finder.by_title(&titled);
    let phases = 0..kept.journey.phases.len();
    let free = |pairs: &[(usize, usize)], columns: &[usize]| -> (Vec<usize>, Vec<usize>) {
        let taken: BTreeSet<_> = pairs.iter().map(|(column, _)| *column).collect();
        let known: BTreeSet<_> = pairs.iter().map(|(_, phase)| *phase).collect();
        (
            columns.iter().copied().filter(|column| !taken.contains(column)).collect(),
            phases.clone().filter(|phase| !known.contains(phase)).collect(),
        )
    };
    let filled: Vec<usize> =
        all.iter().copied().filter(|column| finder.has_contents(*column) || titled.contains(column)).collect();
    let (columns, missing) = free(&pairs, &filled);
    pairs.extend(pair(&columns, &missing, |column, phase| finder.alike(column, phase)));
    // What stands beside the table is no phase.
    let (columns, missing) = free(&pairs, &finder.reach(&titled, &pairs));
    let missing: Vec<_> = missing.into_iter().filter(|phase| finder.may_be_renamed(*phase, &pairs)).collect();
    let placed = between(&columns, &missing, &pairs);
    pairs.extend(placed);
    finder.finish(&titled, &pairs)
}

struct Finder<'a> {
    frame: &'a Frame<'a>,
    kept: &'a Kept,
    rows: &'a [(usize, usize, Part)],
}

impl Finder<'_> {
    /// Titles that one phase and one column have.
    fn by_title(&self, titled: &[usize]) -> Vec<(usize, usize)> {
        let mut phases: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, phase) in self.kept.journey.phases.iter().enumerate() {
            phases.entry(same::folded(&phase.title)).or_default().push(index);
        }
        let mut columns: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for column in titled {
            columns.entry(same::folded(&self.frame.text(self.frame.header, *column))).or_default().push(*column);
        }
        let single = |(title, columns): (&String, &Vec<usize>)| match (columns.as_slice(), phases.get(title)?.as_slice()) {
            ([column], [phase]) => Some((*column, *phase)),
            _ => None,
        };
        columns.iter().filter_map(single).collect()
    }

    /// How alike a column and a phase are: by title, by what is said in its cells, by name, by its scores.
    fn alike(&self, column: usize, phase: usize) -> Option<(bool, usize, bool, usize)> {
        let title = &self.kept.journey.phases[phase].title;
        let titled = same::folded(title) == same::folded(&self.frame.text(self.frame.header, column))
            || !self.title_rows(column, title).is_empty();
        let (texts, scores, all) = self.common(column, phase);
        let said = if texts * 2 >= all.0.max(1) { texts } else { 0 };
        let scored = if scores * 2 >= all.1.max(1) && scores >= 2 { scores } else { 0 };
        let name = self.frame.name(&format!("klantreis_phase_{}", phase + 1));
        let named = name.is_some_and(|at| at.column == column && at.row.abs_diff(self.frame.header) <= 3);
        (titled || said > 0 || named || scored > 0).then_some((titled, said, named, scored))
    }

    /// How many texts and scores of a phase stand in a column, and how many it has.
    fn common(&self, column: usize, phase: usize) -> (usize, usize, (usize, usize)) {
        let (mut texts, mut scores, mut all) = (0, 0, (0, 0));
        for (row, lane, part) in self.rows {
            let value = self.frame.page.get(At { row: *row, column });
            let emotion = self.kept.journey.lanes[*lane].kind == LaneKind::Emotion;
            if emotion && *part != Part::Words {
                let score = crate::forms::line::scores(&self.kept.journey.phases[phase].cells[*lane]).next();
                all.1 += usize::from(score.is_some());
                if let (Some(score), Value::Number { number, .. }) = (score, value) {
                    scores += usize::from(same::score(score, *number));
                }
            } else {
                let said = self.kept.said(phase, *lane);
                all.0 += usize::from(!said.is_empty());
                texts += usize::from(!said.is_empty() && said == same::lines(&value.text()));
            }
        }
        (texts, scores, all)
    }

    fn has_contents(&self, column: usize) -> bool {
        self.rows.iter().any(|(row, ..)| !self.frame.page.get(At { row: *row, column }).is_empty())
    }

    /// Where names are kept, a phase without one was deleted; and one whose name is on a column was found by it.
    fn may_be_renamed(&self, phase: usize, pairs: &[(usize, usize)]) -> bool {
        match self.frame.name(&format!("klantreis_phase_{}", phase + 1)) {
            Some(at) => {
                at.row.abs_diff(self.frame.header) > 3 || pairs.iter().any(|(column, of)| *column == at.column && *of != phase)
            }
            None => !self.frame.named,
        }
    }

    /// The columns with titles that belong to the table: up to the last known one, and those that follow without a gap.
    fn reach(&self, titled: &[usize], pairs: &[(usize, usize)]) -> Vec<usize> {
        let last = pairs.iter().map(|(column, _)| *column).max().unwrap_or(self.frame.labels);
        let first = pairs.iter().map(|(column, _)| *column).min().unwrap_or(last).min(self.frame.labels);
        let mut end = last;
        for column in titled {
            let merged = self.frame.end(At { row: self.frame.header, column: *column }).column;
            if *column == end + 1 || (*column == end + 2 && *column == self.frame.labels + 1) {
                end = merged;
            } else if *column <= last {
                end = end.max(merged);
            }
        }
        titled.iter().copied().filter(|column| (first..=end).contains(column)).collect()
    }

    /// The rows below the header over which a title goes on.
    fn title_rows(&self, column: usize, title: &str) -> Vec<usize> {
        let rows = self.frame.header + 1..self.frame.page.rows.len();
        let below = rows.take_while(|row| self.frame.label(*row).is_empty()).map(|row| self.frame.text(row, column));
        let pieces = std::iter::once(self.frame.text(self.frame.header, column)).chain(below);
        let count = same::together(&same::squeezed(title), pieces.map(|piece| same::squeezed(&piece)));
        count
            .filter(|count| *count > 1)
            .map(|count| (self.frame.header + 1..self.frame.header + count).collect())
            .unwrap_or_default()
    }

    fn finish(&self, titled: &[usize], pairs: &[(usize, usize)]) -> Vec<Column> {
        let known: BTreeMap<usize, usize> = pairs.iter().copied().collect();
        let reach: BTreeSet<_> = self.reach(titled, pairs).into_iter().collect();
        let mut columns: Vec<Column> = Vec::new();
        for at in known.keys().chain(&reach).copied().collect::<BTreeSet<_>>() {
            if columns.len() >= limits::PHASES && !known.contains_key(&at) {
                continue;
            }
            let phase = known.get(&at).copied();
            let seen = self.frame.text(self.frame.header, at);
            let end = self.frame.end(At { row: self.frame.header, column: at }).column;
            let more = (at + 1..=end).filter(|column| *column != self.frame.labels && !known.contains_key(column));
            let written = phase.map(|phase| &self.kept.journey.phases[phase].title);
            let title_rows = written.map(|title| self.title_rows(at, title)).unwrap_or_default();
            let as_written = written.is_some_and(|title| same::key(title) == same::key(&seen)) || !title_rows.is_empty();
            let title = Some(seen).filter(|title| !as_written && !same::key(title).is_empty());
            if phase.is_none() && title.is_none() {
                continue;
            }
            columns.push(Column { at: std::iter::once(at).chain(more).collect(), phase, title, title_rows });
        }
        columns
    }
}
