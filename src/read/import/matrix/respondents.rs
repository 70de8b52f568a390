//! Names that come back under each phase, of those who were asked: each lane is one for each of them.
//!
//! ```text
//!           Search            Buy
//!           Anna      Bram    Anna     Bram
//! Actions   looks     asks    pays     waits       Actions – Anna: looks, pays; Actions – Bram: asks, waits
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

/// A row of names under the phases.
pub struct Respondents {
    row: usize,
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
        let said =
            |label: &String| is_of_asked(label) || facts::label(label) == Some(Field::Persona) || actors::is_of_actors(label);
        if label.as_ref().is_some_and(|label| !said(label)) {
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
        Some(Self { row: line.row, names, persons })
    }

    /// Parts the lanes. What is merged over several of them stays in a lane of its own.
    pub fn part(self, view: &View, lanes: &mut Vec<Lane>) {
        lanes.retain(|lane| lane.rows != [self.row]);
        if lanes.len() * (self.names.len() + 1) > limits::LANES {
            return;
        }
        let whose = |cell: &Filled| {
            let at = cell.spot.at;
            let (row, column) = if view.across { (at.row, at.column) } else { (at.column, at.row) };
            let alone = view.end(row, column).1 == column;
            self.names.iter().position(|(.., columns)| alone && columns.contains(&column))
        };
        for mut lane in std::mem::take(lanes) {
            let (mut cells, mut reasons) = (std::mem::take(&mut lane.cells), std::mem::take(&mut lane.reasons));
            let mut own = Vec::new();
            for (index, (name, spot, _)) in self.names.iter().enumerate() {
                let mut part = Lane::new(format!("{} – {}", lane.title, travellers::first(name)), lane.kind, lane.spot);
                part.cells = cells.extract_if(.., |cell| whose(cell) == Some(index)).collect();
                part.reasons = reasons.extract_if(.., |cell| whose(cell) == Some(index)).collect();
                part.rows.clone_from(&lane.rows);
                part.levels.clone_from(&lane.levels);
                part.whose = self.persons.then(|| (name.clone(), *spot));
                own.extend(Some(part).filter(|part| !part.cells.is_empty()));
            }
            (lane.cells, lane.reasons) = (cells, reasons);
            lanes.extend(Some(lane).filter(|lane| !lane.cells.is_empty() || own.is_empty()));
            lanes.extend(own);
        }
    }
}

/// Whether a text is the name of a person, or counts those who were asked: `R2`, `Respondent 2`.
fn is_asked(text: &str) -> bool {
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
