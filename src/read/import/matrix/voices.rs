//! Persons whose names stand between the name of a lane and the phases, a row each: each lane is one for each of them.
//!
//! ```text
//! Phase              Search   Buy
//! Actions   Anna     looks    pays        Actions – Anna: looks, pays
//!           Bram     asks     waits       Actions – Bram: asks, waits
//! Thoughts  Anna     which?   dear
//!           Bram     where?   late
//! Contact            site     till        that of both
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::lanes::{Filled, Lane};
use super::left::{Spot, Work};
use super::phases::Phase;
use super::respondents::{is_asked, says_asked};
use super::shape::Shape;
use super::view::{View, name};
use crate::journey::aliases::{near_lane, near_phase};
use crate::journey::limits;
use crate::read::book::Value;

/// A row with a name in it: whose, and where that stands.
type Row = (usize, String, Spot);

/// Parts the lanes in which rows have names that come back in others.
pub fn part(view: &View, shape: &Shape, phases: &[Phase], lanes: &mut Vec<Lane>, work: &mut Work) {
    const LONGEST: usize = 40;
    let Some(first) = phases.first().map(|phase| phase.first).filter(|first| *first > shape.labels + 1) else { return };
    // What a person is called may be the name of a lane too, where it is said that there are persons: those who serve stand beside the customer.
    let head = shape.header.map(|header| view.line(header)).unwrap_or_default();
    let heads = head.iter().filter(|(column, value)| {
        (shape.labels + 1..first).contains(column) && name(value).is_some_and(|text| says_asked(&text))
    });
    let heads: Vec<Spot> =
        heads.filter_map(|(column, _)| Some(Spot { sheet: shape.sheet, at: view.at(shape.header?, *column) })).collect();
    let beside = |row: usize| -> Option<Row> {
        let mut between = view.line(row).iter().filter(|(column, _)| (shape.labels + 1..first).contains(column));
        let (column, value) = between.next().filter(|_| between.next().is_none())?;
        let text = name(value).filter(|text| matches!(value, Value::Text(_)) && text.chars().count() <= LONGEST)?;
        let other = near_lane(&text).is_some() || near_phase(&text).is_some();
        (!other || !heads.is_empty()).then_some((row, text, Spot { sheet: shape.sheet, at: view.at(row, *column) }))
    };
    let named: Vec<Vec<Row>> = lanes.iter().map(|lane| lane.rows.iter().filter_map(|row| beside(*row)).collect()).collect();
    let mut owners = BTreeMap::<&str, (usize, Spot)>::new();
    for (_, text, spot) in named.iter().flatten() {
        owners.entry(text).or_insert((0, *spot)).0 += 1;
    }
    let again = owners.values().all(|(count, _)| *count > 1);
    let several = named.iter().filter(|rows| rows.len() > 1).count();
    // In each lane every row has a name of its own, or none has one.
    let apart = |(rows, lane): (&Vec<Row>, &Lane)| {
        let different: BTreeSet<&str> = rows.iter().map(|(_, text, _)| text.as_str()).collect();
        rows.is_empty() || rows.len() == lane.rows.len() && different.len() == rows.len() && lane.reasons.is_empty()
    };
    let room = lanes.len() + named.iter().map(Vec::len).sum::<usize>() <= limits::LANES;
    let fits = (2..=limits::PERSONAS).contains(&owners.len()) && again && several > 1 && room;
    if !fits || !named.iter().zip(lanes.iter()).all(apart) {
        return;
    }
    let persons = !heads.is_empty() || owners.keys().all(|text| is_asked(text));
    heads.into_iter().chain(named.iter().flatten().map(|(.., spot)| *spot)).for_each(|spot| work.take(spot));
    let row_of = |cell: &Filled| if view.across { cell.spot.at.row } else { cell.spot.at.column };
    for (mut lane, rows) in std::mem::take(lanes).into_iter().zip(&named) {
        if rows.is_empty() {
            lanes.push(lane);
            continue;
        }
        let mut cells = std::mem::take(&mut lane.cells);
        for (row, text, spot) in rows {
            let place = owners.get(text.as_str()).map_or(*spot, |(_, first)| *first);
            let part = lane.part_of((text, place), persons);
            lanes.push(Lane { cells: cells.extract_if(.., |cell| row_of(cell) == *row).collect(), rows: vec![*row], ..part });
        }
    }
}
