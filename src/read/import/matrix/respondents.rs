//! Names that come back under each phase, of those who were asked, or phases that come back under each of these: each lane is one for each of them.
//!
//! ```text
//!           Search            Buy                         Anna             Bram
//!           Anna      Bram    Anna     Bram               Search   Buy     Search   Buy
//! Actions   looks     asks    pays     waits    Actions   looks    pays    asks     waits
//!
//! Actions – Anna: looks, pays; Actions – Bram: asks, waits
//! ```

use std::collections::BTreeSet;

use super::actors;
use super::lanes::{Filled, Lane};
use super::left::{Spot, Work};
use super::personas::is_person;
use super::phases::Phase;
use super::shape::Shape;
use super::view::{View, name};
use super::{moods, travellers, words};
use crate::journey::aliases::{has, near_lane, near_phase, spelled};
use crate::journey::limits;
use crate::read::book::Value;
use crate::read::import::facts::{self, Field};

/// A row of names under the phases, or above them.
pub struct Respondents {
    /// The row of the view.
    pub row: usize,
    /// Whether it stands above the phases, which come back under each name.
    pub above: bool,
    /// Each name, with where it stands first, and its columns.
    names: Vec<(String, Spot, BTreeSet<usize>)>,
    /// Whether they are persons, and not what else may be told apart.
    persons: bool,
}

/// What those are called who are asked, besides their names.
const ASKED: &str = "respondent respondents respondenten participant participants deelnemer deltager interview interviewee geinterviewde persona person \
    persoon klant kunde customer user bruger gebruiker proband befragte teilnehmer participante entrevistado intervistato";

impl Respondents {
    /// Finds them right below the phases, which go on over their columns then: the same names under each.
    pub fn find(view: &View, shape: &Shape, phases: &mut [Phase], work: &mut Work) -> Option<Self> {
        const LONGEST: usize = 40;
        shape.header?;
        let line = view.lines.iter().find(|line| line.row >= shape.first)?;
        let label = line.cells.iter().find(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value));
        if label.as_ref().is_some_and(|label| !says_asked(label)) {
            return None;
        }
        let cells = line.cells.iter().filter(|(column, _)| *column > shape.labels);
        let is_name = |text: &String| text.chars().count() <= LONGEST && near_lane(text).is_none() && near_phase(text).is_none();
        let named = cells.map(|(column, value)| {
            let text = matches!(value, Value::Text(_)).then(|| name(value))?.filter(is_name)?;
            Some((*column, text))
        });
        let named: Vec<(usize, String)> = named.collect::<Option<_>>()?;
        let end = named.last()?.0;
        let starts: Vec<usize> = phases.iter().map(|phase| phase.first).collect();
        let span = |nth: usize| starts.get(nth).copied().unwrap_or(0)..starts.get(nth + 1).copied().unwrap_or(end + 1);
        let under = |nth: usize| -> Vec<&str> {
            named.iter().filter(|(column, _)| span(nth).contains(column)).map(|(_, text)| text.as_str()).collect()
        };
        let first = under(0);
        let different: BTreeSet<&str> = first.iter().copied().collect();
        let again = phases.len() > 1 && (1..phases.len()).all(|nth| under(nth) == first);
        let all = first.len() * phases.len() == named.len();
        if !(again && all && different.len() == first.len() && (2..=limits::PERSONAS).contains(&first.len())) {
            return None;
        }
        let spot = |column: usize| Spot { sheet: shape.sheet, at: view.at(line.row, column) };
        let of = |text: &&str| {
            let columns: BTreeSet<usize> = named.iter().filter(|(_, own)| own == text).map(|(column, _)| *column).collect();
            Some(((*text).to_owned(), spot(*columns.first()?), columns))
        };
        let names: Vec<_> = first.iter().filter_map(of).collect();
        let persons = label.is_some() || first.iter().all(|text| is_asked(text));
        for (column, _) in &named {
            work.take(spot(*column));
        }
        for (nth, phase) in phases.iter_mut().enumerate() {
            phase.last = span(nth).end - 1;
        }
        Some(Self { row: line.row, above: false, names, persons })
    }

    /// Finds them in the row right above the phases: persons, each over the same phases in the same order.
    pub fn above(view: &View, shape: &Shape, phases: &[Phase], work: &mut Work) -> Option<Self> {
        const LONGEST: usize = 60;
        let header = shape.header?;
        let line = view.lines.iter().rev().find(|line| line.row < header)?;
        let (label, cells): (Vec<_>, Vec<_>) =
            line.cells.iter().filter(|(column, _)| *column >= shape.labels).partition(|(column, _)| *column == shape.labels);
        let label = label.first().and_then(|(_, value)| name(value));
        let is_name = |text: &String| text.chars().count() <= LONGEST && is_asked(&travellers::first(text));
        let named = |(column, value): (usize, &Value)| Some((column, name(value).filter(is_name)?));
        let mut named: Vec<(usize, String)> = cells.into_iter().map(named).collect::<Option<_>>()?;
        named.dedup_by(|(_, next), (_, one)| next == one);
        let until = |nth: usize| named.get(nth + 1).map_or(usize::MAX, |(next, _)| *next);
        let under = |nth: usize, start: usize| phases.iter().filter(move |phase| (start..until(nth)).contains(&phase.first));
        let titles = |nth: usize, start: usize| under(nth, start).map(|phase| phase.title.as_str()).collect::<Vec<_>>();
        let blocks: Vec<Vec<&str>> = named.iter().enumerate().map(|(nth, (start, _))| titles(nth, *start)).collect();
        let own = blocks.first().filter(|own| own.len() > 1)?;
        let different: BTreeSet<&String> = named.iter().map(|(_, text)| text).collect();
        let said = label.as_ref().is_none_or(|label| says_asked(label) || words::of_corners(label));
        // Where it is said that they are persons, one may skip a phase.
        let asked = label.is_some_and(|label| says_asked(&label));
        let shares = |block: &&Vec<&str>| block.iter().filter(|title| own.contains(title)).count() * 2 > block.len();
        let fits = |block: &Vec<&str>| block == own || asked && shares(&block);
        let same = blocks.iter().all(fits) && blocks.iter().map(Vec::len).sum::<usize>() == phases.len();
        if !(same && said && different.len() == named.len() && (2..=limits::PERSONAS).contains(&named.len())) {
            return None;
        }
        line.cells.iter().filter(|(column, _)| *column >= shape.labels).for_each(|(column, _)| {
            work.take(Spot { sheet: shape.sheet, at: view.at(line.row, *column) });
        });
        let of = |(nth, (start, text)): (usize, &(usize, String))| {
            let columns = under(nth, *start).flat_map(|phase| phase.first..=phase.last).collect();
            (text.clone(), Spot { sheet: shape.sheet, at: view.at(line.row, *start) }, columns)
        };
        let names = named.iter().enumerate().map(of).collect();
        Some(Self { row: line.row, above: true, names, persons: true })
    }

    /// Parts the lanes, where there is room for that. What is merged over several of them stays in a lane of its own.
    pub fn part(self, view: &View, lanes: &mut Vec<Lane>, work: &mut Work) -> bool {
        lanes.retain(|lane| lane.rows != [self.row]);
        if lanes.len() * (self.names.len() + 1) > limits::LANES {
            self.names.iter().for_each(|(_, spot, _)| work.leave(*spot, "left-beside"));
            return false;
        }
        let whose = |cell: &Filled| {
            let at = cell.spot.at;
            let (row, column) = if view.across { (at.row, at.column) } else { (at.column, at.row) };
            let end = view.end(row, column).1.max(column);
            self.names.iter().position(|(.., columns)| (column..=end).all(|column| columns.contains(&column)))
        };
        // Of whom nothing is told yet, as in a template, the lanes stay with nothing in them.
        let is_told = |index: usize| lanes.iter().flat_map(|lane| &lane.cells).any(|cell| whose(cell) == Some(index));
        let told: Vec<bool> = (0..self.names.len()).map(is_told).collect();
        for mut lane in std::mem::take(lanes) {
            let (mut cells, mut reasons) = (std::mem::take(&mut lane.cells), std::mem::take(&mut lane.reasons));
            let mut own = Vec::new();
            for (index, (name, spot, _)) in self.names.iter().enumerate() {
                let mut part = lane.part_of((name, *spot), self.persons);
                part.cells = cells.extract_if(.., |cell| whose(cell) == Some(index)).collect();
                part.reasons = reasons.extract_if(.., |cell| whose(cell) == Some(index)).collect();
                own.extend(Some(part).filter(|part| !part.cells.is_empty() || told.get(index) == Some(&false)));
            }
            (lane.cells, lane.reasons) = (cells, reasons);
            lanes.extend(Some(lane).filter(|lane| !lane.cells.is_empty() || own.is_empty()));
            lanes.extend(own);
        }
        true
    }
}

/// Whether what stands before names says that they are of those who were asked, or of those who travel.
pub fn says_asked(label: &str) -> bool {
    is_of_asked(label) || facts::label(label) == Some(Field::Persona) || actors::is_of_actors(label)
}

/// Whether a text is the name of a person, or counts those who were asked: `R2`, `Respondent 2`.
pub fn is_asked(text: &str) -> bool {
    let own = spelled(text);
    let code = own.len() <= 3
        && own.strip_prefix(['r', 'p', 'd']).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
    let judged = moods::of_word(&text.to_lowercase()).is_some() || words::of_pros(text) || words::of_cons(text);
    code || is_of_asked(text) || is_person(text) && !judged
}

/// Whether a name says that somebody was asked, with a number or without.
fn is_of_asked(text: &str) -> bool {
    spelled(text).split('-').next().is_some_and(|word| has(ASKED, word))
}
