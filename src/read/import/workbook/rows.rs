//! Which row is which lane, and which says something of the phases.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Column;
use super::frame::Frame;
use super::kept::{Kept, Part};
use super::pair::{between, pair};
use super::same;
use crate::forms::{hints, labels, line};
use crate::journey::{LaneKind, Term, TermLanguage, aliases, limits};
use crate::read::book::{At, Value};

/// What is said of the phases in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    Stage,
    Description,
    Duration,
    Risks,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Remark(Remark),
    /// A row of the lane with that index among those that were found.
    Lane(usize, Part),
}

/// A row of the table.
pub struct Strip {
    pub row: usize,
    pub meaning: Meaning,
    /// Whether it goes on with the row before it of the same meaning, as we part cells that are too long.
    pub goes_on: bool,
}

/// A lane as it stands in the sheet.
pub struct FoundLane {
    /// The index of the lane in the journey as it was written; none for a new one.
    pub lane: Option<usize>,
    pub kind: LaneKind,
    /// The title as it stands there, where it is another than it was.
    pub title: Option<String>,
    /// The row of the title.
    pub row: usize,
}

/// The rows of the table.
#[derive(Default)]
pub struct Rows {
    pub strips: Vec<Strip>,
    /// The lanes in the order in which they stand.
    pub lanes: Vec<FoundLane>,
    /// Rows whose name is no longer that of the row that they are.
    pub renamed: Vec<usize>,
}

/// The most rows that are looked at.
const MOST: usize = 20_000;

/// The rows of lanes that are certain: one row has that name, and one lane.
pub fn certain(frame: &Frame, kept: &Kept) -> Vec<(usize, usize, Part)> {
    let mut known: BTreeMap<String, Vec<(usize, Part)>> = BTreeMap::new();
    for (lane, part, label) in kept.rows() {
        known.entry(same::folded(&label)).or_default().push((lane, part));
    }
    let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for row in body(frame) {
        found.entry(same::folded(&frame.label(row))).or_default().push(row);
    }
    let single = |(label, rows): (&String, &Vec<usize>)| match (rows.as_slice(), known.get(label)?.as_slice()) {
        ([row], [(lane, part)]) => Some((*row, *lane, *part)),
        _ => None,
    };
    let mut certain: Vec<_> = found.iter().filter_map(single).collect();
    certain.sort_unstable();
    certain
}

/// The rows below the phases.
fn body(frame: &Frame) -> std::ops::Range<usize> {
    frame.header + 1..frame.page.rows.len().min(frame.header + MOST)
}

/// All rows of the table. `certain` are those that are known by their names alone.
pub fn rows(frame: &Frame, kept: &Kept, columns: &[Column], certain: &[(usize, usize, Part)]) -> Rows {
    let known = kept.rows();
    let mut finder = Finder { frame, kept, columns, known, pairs: Vec::new(), remarks: BTreeMap::new(), tails: BTreeMap::new() };
    let index = |lane: usize, part: Part| finder.known.iter().position(|(of, is, _)| *of == lane && *is == part);
    finder.pairs = certain.iter().filter_map(|(row, lane, part)| Some((*row, index(*lane, *part)?))).collect();
    finder.long_names();
    finder.remarks();
    finder.alike();
    finder.between();
    finder.finish()
}

struct Finder<'a> {
    frame: &'a Frame<'a>,
    kept: &'a Kept,
    columns: &'a [Column],
    /// Every row that the lanes may have, with its name.
    known: Vec<(usize, Part, String)>,
    /// Rows of the sheet with rows that are known.
    pairs: Vec<(usize, usize)>,
    remarks: BTreeMap<usize, Remark>,
    /// Rows that hold the rest of the name of a row above.
    tails: BTreeMap<usize, usize>,
}

impl Finder<'_> {
    fn taken(&self, row: usize) -> bool {
        self.pairs.iter().any(|(known, _)| *known == row) || self.remarks.contains_key(&row) || self.tails.contains_key(&row)
    }

    /// Names that are parted over several rows. Those in one row are known by more than their name, which others may have too.
    fn long_names(&mut self) {
        let paired: BTreeSet<usize> = self.pairs.iter().map(|(_, known)| *known).collect();
        let long = |known: &usize| !paired.contains(known) && self.known[*known].2.chars().count() >= labels::PARTED;
        let long: Vec<usize> = (0..self.known.len()).filter(long).collect();
        if long.is_empty() {
            return;
        }
        let rows = body(self.frame);
        let labels: Vec<String> = rows.clone().map(|row| same::squeezed(&self.frame.label(row))).collect();
        for known in long {
            let wanted = same::squeezed(&self.known[known].2);
            let found = rows.clone().zip(0..).find_map(|(row, nth)| {
                let count = same::together(&wanted, labels[nth..].iter()).filter(|count| *count > 1)?;
                (row..row + count).all(|row| !self.taken(row)).then_some((row, count))
            });
            if let Some((row, count)) = found {
                self.pairs.push((row, known));
                self.tails.extend((row + 1..row + count).map(|tail| (tail, row)));
            }
        }
    }

    /// Rows that say something of the phases, by their names.
    fn remarks(&mut self) {
        let language = self.kept.journey.language.terms;
        let languages = std::iter::once(language).chain(TermLanguage::ALL);
        let labels: Vec<(String, Remark)> = languages
            .flat_map(|language| {
                [
                    (Term::Stage.text(language), Remark::Stage),
                    (hints::DESCRIPTION.text(language), Remark::Description),
                    (Term::Duration.text(language), Remark::Duration),
                    (Term::Risks.text(language), Remark::Risks),
                ]
                .map(|(label, remark)| (same::folded(label), remark))
            })
            .collect();
        let first_lane = self.pairs.iter().map(|(row, _)| *row).min().unwrap_or(usize::MAX);
        let above = (0..self.frame.header).rev();
        for row in above.chain(body(self.frame)).filter(|row| !self.taken(*row)).collect::<Vec<_>>() {
            let label = same::folded(&self.frame.label(row));
            let found = labels.iter().find(|(known, _)| *known == label).map(|(_, remark)| *remark);
            // Elsewhere they are what a row of another meaning may be called.
            let placed = found.is_some_and(|remark| match remark {
                Remark::Stage => row.abs_diff(self.frame.header) <= 12,
                Remark::Description | Remark::Duration | Remark::Risks => {
                    row > self.frame.header && row < first_lane.saturating_add(12)
                }
            });
            if let Some(remark) = found.filter(|remark| placed && self.remarks.values().all(|known| known != remark)) {
                self.remarks.insert(row, remark);
            }
        }
        let names = [
            ("klantreis_stages", Remark::Stage),
            ("klantreis_descriptions", Remark::Description),
            ("klantreis_durations", Remark::Duration),
            ("klantreis_risks", Remark::Risks),
        ];
        for (name, remark) in names {
            let row = self.frame.name(name).map(|at| at.row).filter(|row| *row != self.frame.header && !self.taken(*row));
            if let Some(row) = row.filter(|_| self.remarks.values().all(|known| *known != remark)) {
                self.remarks.insert(row, remark);
            }
        }
    }

    /// How alike a row and a lane's row are: by name of the row, by what is said in its cells, by the names in the file, by its scores.
    fn likeness(&self, row: usize, known: usize) -> Option<(bool, usize, bool, usize)> {
        let (lane, part, label) = &self.known[known];
        let titled = same::folded(label) == same::folded(&self.frame.label(row));
        let (mut texts, mut scores, mut all) = (0, 0, 0);
        for column in self.columns {
            let Some(phase) = column.phase else { continue };
            let value = self.frame.page.get(At { row, column: column.at[0] });
            let emotion = self.kept.journey.lanes[*lane].kind == LaneKind::Emotion;
            let nth = match part {
                Part::Main if emotion => Some(0),
                Part::Scores(nth) => Some(*nth),
                Part::Main | Part::Words => None,
            };
            let score = nth.and_then(|nth| line::scores(&self.kept.journey.phases[phase].cells[*lane]).nth(nth));
            // Without scores, the words stand in the first row.
            let said = if score.is_none() { self.kept.said(phase, *lane) } else { String::new() };
            all += usize::from(score.is_some() || !said.is_empty());
            match (score, value) {
                (Some(score), Value::Number { number, .. }) => scores += usize::from(same::score(score, *number)),
                _ => texts += usize::from(!said.is_empty() && said == same::lines(&value.text())),
            }
        }
        let said = if texts * 2 >= all.max(1) { texts } else { 0 };
        let scored = if scores * 2 >= all.max(1) && scores >= 2 { scores } else { 0 };
        let named = self.named(*lane, *part).is_some_and(|at| at.row == row);
        // A further row of a lane that is gone is no row that only a name points to: not every program moves names along.
        let above =
            || self.pairs.iter().any(|(at, of)| (self.known[*of].0, self.known[*of].1) == (*lane, Part::Main) && *at < row);
        let named = named && (titled || said > 0 || scored > 0 || *part == Part::Main || above());
        (titled || said > 0 || named || scored > 0).then_some((titled, said, named, scored))
    }

    /// Where the name of a row points to. The words of a lane without scores stand in its first row.
    fn named(&self, lane: usize, part: Part) -> Option<At> {
        let own = self.frame.name(&name(lane, part, self.kept));
        let words = || self.frame.name(&name(lane, Part::Words, self.kept)).filter(|_| part == Part::Main);
        own.or_else(words)
    }

    fn alike(&mut self) {
        let rows: Vec<_> = body(self.frame).filter(|row| !self.taken(*row) && self.has_contents(*row)).collect();
        let known = self.missing();
        let pairs = pair(&rows, &known, |row, known| self.likeness(row, known));
        self.pairs.extend(pairs);
    }

    fn missing(&self) -> Vec<usize> {
        let known: BTreeSet<_> = self.pairs.iter().map(|(_, known)| *known).collect();
        (0..self.known.len()).filter(|index| !known.contains(index)).collect()
    }

    fn has_contents(&self, row: usize) -> bool {
        !self.frame.label(row).is_empty()
            || self.columns.iter().flat_map(|column| &column.at).any(|column| !self.frame.text(row, *column).is_empty())
    }

    /// Rows that were renamed, by their place, where the names in the file do not tell.
    fn between(&mut self) {
        let end = self.end();
        let rows: Vec<_> = body(self.frame)
            .filter(|row| *row < end && !self.taken(*row) && !self.frame.label(*row).is_empty() && !self.goes_on(*row))
            .collect();
        let missing: Vec<_> = self
            .missing()
            .into_iter()
            .filter(|known| {
                let (lane, part, _) = &self.known[*known];
                // A further row of scores is only there where it is needed.
                if *part != Part::Main {
                    return false;
                }
                match self.named(*lane, *part) {
                    Some(at) => self.pairs.iter().any(|(row, of)| *row == at.row && of != known),
                    None => !self.frame.named,
                }
            })
            .collect();
        let pairs = between(&rows, &missing, &self.pairs);
        self.pairs.extend(pairs);
    }

    /// Whether a row says that it goes on with another.
    fn goes_on(&self, row: usize) -> bool {
        continued(&self.frame.label(row)).is_some()
    }

    /// The row behind the last of the table: what is known, and what follows without a gap but those in which curves stand.
    fn end(&self) -> usize {
        let last =
            self.pairs.iter().map(|(row, _)| *row).chain(self.remarks.keys().copied()).chain(self.tails.keys().copied()).max();
        let mut end = last.unwrap_or(self.frame.header).max(self.frame.header) + 1;
        let notes = Notes::of(self.kept).rows(self.frame);
        // Without names in the file, a lane that is missing may be one that was renamed.
        let missing = self.missing().into_iter().filter(|known| self.known[*known].1 == Part::Main).count();
        let mut missing = if self.frame.named { 0 } else { missing };
        while end < self.frame.page.rows.len() {
            if let Some(behind) = self.behind_curves(end, &notes) {
                end = behind;
            }
            let label = self.frame.label(end);
            let filled =
                self.columns.iter().flat_map(|column| &column.at).any(|column| !self.frame.text(end, *column).is_empty());
            // A text alone beneath the table is a note, unless it names a lane.
            let row = filled || self.goes_on(end) || (!label.is_empty() && aliases::lane(&label).is_some());
            let merged = self.frame.end(At { row: end, column: self.frame.labels }).column > self.frame.labels;
            let renamed = !row && !label.is_empty() && missing > 0;
            missing -= usize::from(renamed);
            if !(row || renamed) || (merged && !filled) || notes.contains(&end) {
                return end;
            }
            end += 1;
        }
        end
    }

    /// The row behind empty ones in which curves may stand: above our notes, and no note itself.
    fn behind_curves(&self, row: usize, notes: &BTreeSet<usize>) -> Option<usize> {
        let curves = self.kept.journey.lanes.iter().filter(|lane| lane.scale.is_some()).count();
        let behind = (row..self.frame.page.rows.len()).take(curves + 1).find(|row| self.has_contents(*row))?;
        (behind > row && !notes.contains(&behind) && notes.iter().any(|note| *note > behind)).then_some(behind)
    }

    /// What every row of the table is, from the top.
    fn finish(self) -> Rows {
        let known: BTreeMap<usize, usize> = self.pairs.iter().copied().collect();
        let end = self.end();
        let mut rows = Rows::default();
        for (row, remark) in self.remarks.iter().filter(|(row, _)| **row < self.frame.header) {
            rows.strips.push(Strip { row: *row, meaning: Meaning::Remark(*remark), goes_on: false });
        }
        for row in self.frame.header + 1..end {
            if let Some(remark) = self.remarks.get(&row) {
                rows.strips.push(Strip { row, meaning: Meaning::Remark(*remark), goes_on: false });
            } else if let Some((lane, part, label)) = known.get(&row).map(|known| &self.known[*known]) {
                rows.known(&self, row, (*lane, *part), label);
            } else {
                rows.other(&self, row);
            }
        }
        rows
    }
}

impl Rows {
    /// A row of a lane that was there.
    fn known(&mut self, finder: &Finder, row: usize, (lane, part): (usize, Part), label: &str) {
        let seen = finder.frame.label(row);
        let tailed = finder.tails.values().any(|head| *head == row);
        let changed = !seen.is_empty() && !tailed && same::key(&seen) != same::key(label);
        let index = self.lanes.iter().position(|found| found.lane == Some(lane)).unwrap_or_else(|| {
            let kind = finder.kept.journey.lanes[lane].kind;
            self.lanes.push(FoundLane { lane: Some(lane), kind, title: None, row });
            self.lanes.len() - 1
        });
        if changed && part == Part::Main {
            self.lanes[index].title = Some(seen);
            self.lanes[index].row = row;
        } else if changed {
            self.renamed.push(row);
        }
        self.strips.push(Strip { row, meaning: Meaning::Lane(index, part), goes_on: false });
    }

    /// A row that is new or goes on with another.
    fn other(&mut self, finder: &Finder, row: usize) {
        let label = finder.frame.label(row);
        let last = self.strips.last().filter(|strip| strip.row > finder.frame.header).map(|strip| strip.meaning);
        if finder.tails.contains_key(&row) || label.is_empty() {
            // Without a name it goes on with the row above.
            if let Some(meaning) = last {
                self.strips.push(Strip { row, meaning, goes_on: finder.tails.contains_key(&row) });
            }
            return;
        }
        if let Some(title) = continued(&label) {
            let same = |strip: &&Strip| title.is_empty() || same::key(&finder.frame.label(strip.row)) == same::key(title);
            let of = self.strips.iter().rev().find(same).map(|strip| strip.meaning).or(last);
            if let Some(meaning) = of {
                self.strips.push(Strip { row, meaning, goes_on: true });
                return;
            }
        }
        if let Some(Meaning::Lane(index, _)) = last
            && self.lanes[index].kind == LaneKind::Emotion
            && let Some(part) = self.part(index, &label)
        {
            self.strips.push(Strip { row, meaning: Meaning::Lane(index, part), goes_on: false });
            return;
        }
        if self.lanes.len() < limits::LANES {
            let kind = aliases::lane(&label).unwrap_or_else(|| finder.kind(row));
            self.lanes.push(FoundLane { lane: None, kind, title: Some(label), row });
            self.strips.push(Strip { row, meaning: Meaning::Lane(self.lanes.len() - 1, Part::Main), goes_on: false });
        }
    }

    /// The part of an emotion lane that a row beneath it is by its name.
    fn part(&self, index: usize, label: &str) -> Option<Part> {
        const WORDS: [&str; 8] = ["in woorden", "med ord", "in words", "toelichting", "waarom", "hvorfor", "why", "uitleg"];
        let folded = same::folded(label);
        if WORDS.iter().any(|words| folded == *words || folded.ends_with(&format!(" {words}"))) {
            return Some(Part::Words);
        }
        let title = self.lanes[index].title.as_deref()?;
        (1..10).find(|nth| same::folded(&labels::scores(title, *nth)) == folded).map(Part::Scores)
    }
}

impl Finder<'_> {
    /// The kind of a new lane that its name does not tell.
    fn kind(&self, row: usize) -> LaneKind {
        let values =
            self.columns.iter().flat_map(|column| &column.at).map(|column| self.frame.page.get(At { row, column: *column }));
        let filled: Vec<_> = values.filter(|value| !value.is_empty()).collect();
        let score = |value: &&Value| match value {
            Value::Number { percent, .. } => !percent,
            Value::Text(text) => line::unscored(text).is_some(),
            Value::Empty | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => false,
        };
        if !filled.is_empty() && filled.iter().all(score) { LaneKind::Emotion } else { LaneKind::Text }
    }
}

/// The title in the name of a row that goes on; empty where the name only says so.
fn continued(label: &str) -> Option<&str> {
    TermLanguage::ALL.iter().find_map(|language| {
        let end = format!("({})", Term::Continued.text(*language));
        label.trim().strip_suffix(end.as_str()).map(str::trim)
    })
}

fn name(lane: usize, part: Part, kept: &Kept) -> String {
    let lane_number = lane + 1;
    let emotion = kept.journey.lanes[lane].kind == LaneKind::Emotion;
    match part {
        Part::Main if emotion => format!("klantreis_lane_{lane_number}_scores_1"),
        Part::Main => format!("klantreis_lane_{lane_number}"),
        Part::Scores(nth) => format!("klantreis_lane_{lane_number}_scores_{}", nth + 1),
        Part::Words => format!("klantreis_lane_{lane_number}_words"),
    }
}

/// What we write beneath the table.
pub struct Notes(BTreeSet<String>);

impl Notes {
    pub fn of(kept: &Kept) -> Self {
        let journey = &kept.journey;
        let language = journey.language.terms;
        let marks = [hints::STAR, hints::FLAG].map(|note| note.text(language).to_owned());
        let scales = journey.lanes.iter().filter_map(|lane| labels::scale(journey, lane));
        Self(marks.into_iter().chain(scales).map(|note| same::squeezed(&note)).collect())
    }

    /// Whether a text is one of the notes.
    pub fn know(&self, text: &str) -> bool {
        self.0.contains(&same::squeezed(text))
    }

    /// The rows in which notes stand, a long one in several.
    pub fn rows(&self, frame: &Frame) -> BTreeSet<usize> {
        let labels: Vec<String> = body(frame).map(|row| same::squeezed(&frame.label(row))).collect();
        let rows = body(frame).zip(0..).filter_map(|(row, nth)| {
            let count = self.0.iter().find_map(|note| same::together(note, labels[nth..].iter()))?;
            Some(row..row + count)
        });
        rows.flatten().collect()
    }
}
