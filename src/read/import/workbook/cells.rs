//! What stands in the cells of the lanes: which items they were, which are new.

use std::collections::BTreeSet;

use super::columns::Column;
use super::frame::Frame;
use super::kept::{Kept, Part};
use super::lines::{Home, Piece, Pool, loose};
use super::rows::{FoundLane, Meaning, Rows};
use super::same;
use super::scores::{self, Scored};
use crate::forms::reword::{self, Around};
use crate::forms::{labels, line};
use crate::journey::{Cells, EndRef, Id, Item, LaneKind, Scale, limits};
use crate::read::book::{At, Value};
use crate::read::import::matrix::items;
use crate::read::import::notes::Notes;
use crate::tongue::say;

/// A cell of the table before it is understood.
struct Cell {
    /// The cells of its text, and whether each goes on with the one before.
    texts: Vec<(At, String, bool)>,
    /// The scores: the first, the second …
    scores: Vec<Option<f64>>,
    /// The last phase over which its text is merged.
    until: Option<usize>,
    pieces: Vec<Piece>,
    /// Whether it says what it said.
    as_was: bool,
}

/// The cells of every phase and lane that was found.
pub struct Reading<'a> {
    pub frame: &'a Frame<'a>,
    pub kept: &'a Kept,
    pub columns: &'a [Column],
    pub rows: &'a Rows,
    /// The scale of each lane.
    pub scales: &'a [Option<Scale>],
    /// The ids of the phases.
    pub phases: &'a [Id],
    pub around: &'a Around,
}

impl Reading<'_> {
    /// The items of each phase, by lane. `used` are the cells that were read.
    pub fn items(&self, notes: &mut Notes, used: &mut BTreeSet<At>) -> Vec<Cells> {
        let mut cells: Vec<Vec<Cell>> = self
            .columns
            .iter()
            .map(|column| {
                self.rows.lanes.iter().enumerate().map(|(lane, of)| self.gather(column, lane, of, notes, used)).collect()
            })
            .collect();
        let mut pool = Pool::new(self.kept);
        self.each(&mut cells, |cell, home| match home {
            Some(home) if self.says_the_same(cell, home) => {
                pool.take_all(home);
                cell.as_was = true;
            }
            Some(_) | None => {
                let expected = home.map(|(phase, lane)| self.kept.texts[phase][lane].as_str()).unwrap_or_default();
                cell.pieces = loose(&joined(&cell.texts, expected));
            }
        });
        self.each(&mut cells, |cell, home| home.into_iter().for_each(|home| pool.exact(&mut cell.pieces, Some(home))));
        self.each(&mut cells, |cell, _| pool.exact(&mut cell.pieces, None));
        self.each(&mut cells, |cell, home| home.into_iter().for_each(|home| pool.changed(&mut cell.pieces, home, self.around)));
        let mut room = limits::ITEMS;
        let finish = |(column, lanes): (usize, Vec<Cell>)| {
            let cell = |(lane, cell): (usize, Cell)| self.finish(cell, (column, lane), &pool, &mut room, notes);
            Cells(lanes.into_iter().enumerate().map(cell).collect())
        };
        cells.into_iter().enumerate().map(finish).collect()
    }

    fn each(&self, cells: &mut [Vec<Cell>], mut what: impl FnMut(&mut Cell, Option<Home>)) {
        for (column, lanes) in self.columns.iter().zip(cells) {
            for (lane, cell) in self.rows.lanes.iter().zip(lanes) {
                what(cell, column.phase.zip(lane.lane));
            }
        }
    }

    /// The texts and scores of a cell.
    fn gather(&self, column: &Column, lane: usize, of: &FoundLane, notes: &mut Notes, used: &mut BTreeSet<At>) -> Cell {
        let mut cell = Cell { texts: Vec::new(), scores: Vec::new(), until: None, pieces: Vec::new(), as_was: false };
        let mut words = Vec::new();
        for strip in &self.rows.strips {
            let Meaning::Lane(index, part) = strip.meaning else { continue };
            if index != lane {
                continue;
            }
            for at in column.at.iter().map(|column| At { row: strip.row, column: *column }) {
                let value = self.frame.page.get(at);
                if value.is_empty() {
                    empty(&mut cell, part, of);
                    continue;
                }
                used.insert(at);
                self.merged(&mut cell, at);
                if let Value::Unknown(shown) = value {
                    notes.leave(self.frame.page.place(at), shown.clone(), "left-formula");
                    continue;
                }
                let scored = matches!((of.kind, part), (LaneKind::Emotion, Part::Main | Part::Scores(_)));
                // What was there before is no sign that somebody has put.
                let said = || column.phase.zip(of.lane).map(|(phase, lane)| self.kept.said(phase, lane)).unwrap_or_default();
                let nothing = matches!(value, Value::Text(text) if items::is_nothing(text) && same::lines(text) != said());
                if nothing && !(scored && self.signed(lane)) {
                    notes.leave(self.frame.page.place(at), value.text().trim(), "left-sign-of-nothing");
                    continue;
                }
                let Some(scale) = self.scales[lane].as_ref().filter(|_| scored && !self.in_words(value, column, of)) else {
                    words.push((at, value.text(), strip.goes_on));
                    continue;
                };
                let nth = if let Part::Scores(nth) = part { nth } else { 0 };
                match scores::scored(value, scale, self.signed(lane)) {
                    Scored::Nothing => {}
                    Scored::Score(score) => put(&mut cell.scores, nth, score),
                    Scored::Both(score, text) => {
                        put(&mut cell.scores, nth, score);
                        cell.texts.push((at, text, strip.goes_on));
                    }
                    Scored::Words(text) => cell.texts.push((at, text, strip.goes_on)),
                    Scored::Off => {
                        let why = say!("no-score", min = scale.min.to_string(), max = scale.max.to_string());
                        notes.leave(self.frame.page.place(at), value.text(), why);
                    }
                }
            }
        }
        cell.texts.extend(words);
        cell
    }

    /// Whether signs in the scores of a lane are scores.
    fn signed(&self, lane: usize) -> bool {
        let is_scored = |part: Part| matches!(part, Part::Main | Part::Scores(_));
        let rows = self
            .rows
            .strips
            .iter()
            .filter(|strip| matches!(strip.meaning, Meaning::Lane(of, part) if of == lane && is_scored(part)));
        let places = rows.flat_map(|strip| self.columns.iter().flat_map(|column| &column.at).map(|column| (strip.row, *column)));
        scores::are_signed(places.map(|(row, column)| self.frame.page.get(At { row, column })))
    }

    /// Whether a cell where scores stand says what was said in words there: without scores, words stand in the first row.
    fn in_words(&self, value: &Value, column: &Column, of: &FoundLane) -> bool {
        let (Value::Text(text), Some((phase, lane))) = (value, column.phase.zip(of.lane)) else { return false };
        let said = self.kept.said(phase, lane);
        let part = || text.chars().count() >= labels::PARTED && same::squeezed(&said).contains(&same::squeezed(text));
        line::scores(&self.kept.journey.phases[phase].cells[lane]).next().is_none() && (said == same::lines(text) || part())
    }

    /// Takes down over which phases the text of a cell is merged.
    fn merged(&self, cell: &mut Cell, at: At) {
        let end = self.frame.end(at).column;
        let last = self.columns.iter().rposition(|column| column.at[0] > at.column && column.at[0] <= end);
        cell.until = cell.until.max(last);
    }

    /// Whether a cell says what it said in the journey as it was written.
    fn says_the_same(&self, cell: &Cell, (phase, lane): Home) -> bool {
        let expected = &self.kept.texts[phase][lane];
        let texts: Vec<_> = cell.texts.iter().map(|(_, text, _)| text.as_str()).collect();
        let text = match texts.as_slice() {
            [one] => same::lines(one) == same::lines(expected),
            many => same::squeezed(&many.concat()) == same::squeezed(expected),
        };
        let mut scores = line::scores(&self.kept.journey.phases[phase].cells[lane]);
        let mut seen = cell.scores.iter();
        let scores = seen.by_ref().all(|seen| match (seen, scores.next()) {
            (Some(seen), Some(score)) => same::score(*seen, score),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }) && scores.next().is_none();
        text && scores && cell.until.is_none()
    }

    /// The items of a cell of which all is known.
    fn finish(&self, cell: Cell, (column, lane): (usize, usize), pool: &Pool, room: &mut usize, notes: &mut Notes) -> Vec<Item> {
        let home = self.columns[column].phase.zip(self.rows.lanes[lane].lane);
        let kept = home.map(|(phase, lane)| ((phase, lane), self.kept.now.phases[phase].cells[lane].as_slice()));
        let place = cell.texts.first().map(|(at, ..)| self.frame.page.place(*at));
        let mut items = match kept {
            Some((_, items)) if cell.as_was => items.to_vec(),
            Some(_) | None => {
                let pieces = cell.pieces.into_iter().filter_map(|piece| match piece {
                    Piece::Item(item, from) => Some((item, from)),
                    Piece::Loose(line) => Some((reword::fresh(&line, self.around)?, None)),
                });
                if self.rows.lanes[lane].kind == LaneKind::Emotion {
                    scores::join(self.worded(pieces.collect(), lane), &cell.scores, kept, |home, item| pool.taken(home, item))
                } else {
                    pieces.map(|(item, _)| item).collect()
                }
            }
        };
        for item in &mut items {
            if let Some(last) = cell.until.filter(|_| item.until.is_none()) {
                item.until = Some(EndRef::new(self.phases[last].as_str()));
            }
            item.until = item.until.take().and_then(|end| self.end(&end, column));
            let scale = self.scales[lane].as_ref();
            item.score.take_if(|score| !scale.is_some_and(|scale| (scale.min..=scale.max).contains(score)));
        }
        items.retain(|item| item.text.is_some() || item.score.is_some() || item.picture.is_some());
        let most = limits::ITEMS_IN_CELL.min(*room);
        for item in items.iter().skip(most) {
            if let (Some(place), Some(text)) = (&place, &item.text) {
                notes.leave(place.clone(), text.clone(), "left-too-many-in-cell");
            }
        }
        items.truncate(most);
        *room -= items.len();
        items
    }

    /// Where an item ends that ended in that phase: there, or where that phase is gone, in the last one before it. An end that is no
    /// longer behind its start is none.
    fn end(&self, end: &EndRef, column: usize) -> Option<EndRef> {
        let before = self.kept.journey.phase(end.as_str()).map_or(0..0, |phase| 0..phase);
        let before = before.rev().map(|phase| self.kept.journey.phases[phase].id.as_str());
        let place = |id: &str| self.phases.iter().position(|phase| phase.as_str() == id);
        let there = std::iter::once(end.as_str()).chain(before).find_map(|id| Some((id, place(id)?)));
        there.filter(|(_, place)| *place > column).map(|(id, _)| EndRef::new(id))
    }

    /// Words of an emotion lane that begin with a score of its scale bring it along.
    fn worded(&self, pieces: Vec<(Item, Option<(Home, usize)>)>, lane: usize) -> Vec<(Item, Option<(Home, usize)>)> {
        let Some(scale) = &self.scales[lane] else { return pieces };
        let read = |(mut item, from): (Item, Option<(Home, usize)>)| {
            if let (None, None, Some(text)) = (from, item.score, &item.text)
                && let Some((score, words)) = line::scored_words(text)
                && (scale.min..=scale.max).contains(&score)
                && !words.is_empty()
                && (text.starts_with(['+', '-', '−']) || text.contains(':'))
            {
                (item.score, item.text) = (Some(score), Some(words.to_owned()));
            }
            (item, from)
        };
        pieces.into_iter().map(read).collect()
    }
}

/// An empty cell in a row of scores is a score that is not given.
fn empty(cell: &mut Cell, part: Part, of: &FoundLane) {
    let nth = match part {
        Part::Main if of.kind == LaneKind::Emotion => 0,
        Part::Scores(nth) => nth,
        Part::Main | Part::Words => return,
    };
    if cell.scores.len() <= nth {
        cell.scores.resize(nth + 1, None);
    }
}

fn put(scores: &mut Vec<Option<f64>>, nth: usize, score: f64) {
    if scores.len() <= nth {
        scores.resize(nth + 1, None);
    }
    match &mut scores[nth] {
        empty @ None => *empty = Some(score),
        // The title of the phase is merged over several columns.
        Some(_) => scores.push(Some(score)),
    }
}

/// A text whose pieces stand in several cells. We part texts anywhere; `expected` tells where they were parted.
pub fn joined(texts: &[(At, String, bool)], expected: &str) -> String {
    let mut whole = String::new();
    for (_, text, _) in texts {
        if !whole.is_empty() && !whole.ends_with('\n') && !text.starts_with('\n') {
            let tail: String = whole.chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
            let head: String = text.chars().take(24).collect();
            let between = ["", " ", "\n"].into_iter().find(|between| expected.contains(&format!("{tail}{between}{head}")));
            whole.push_str(between.unwrap_or("\n"));
        }
        whole.push_str(text);
    }
    whole
}
