//! Lanes, cells and scales: what depends on each other in the grid.

use super::super::json::Json;
use super::super::raw::{Member, Node, Type};
use super::super::record::Around;
use super::super::record::Value;
use super::super::{Item, Lane, LaneKind, Scale, limits};
use super::fields::{Fields, distinct_members, too_many};
use super::{Check, Row, text};
use crate::diagnostic::Code;
use crate::nearest::nearest;
use crate::tongue::say;

/// What concerns the fields of a lane together, and what its cells must know of it.
pub(crate) fn lane<'t>(lane: &mut Lane, node: &Node<'t>, check: &mut Check<'t>) {
    let sound = check.clean;
    let kind = node.clone().find("/kind").text().and_then(|name| LaneKind::from_name(&name));
    // Without a title and a kind there is a problem already, and no id to check.
    let name = if lane.title.is_empty() { kind.map(LaneKind::name).unwrap_or_default() } else { &lane.title };
    let id = check.id("lane", &lane.id, name, node);
    lane.id = id;
    if lane.title.is_empty() {
        lane.title.push_str(lane.kind.term().text(check.language));
    }
    match kind {
        Some(LaneKind::Emotion) => {
            lane.scale.get_or_insert_default();
        }
        Some(other) => {
            if lane.scale.take().is_some() {
                misplaced(node, "scale", other, check);
            }
            if lane.purpose.take().is_some() {
                misplaced(node, "purpose", other, check);
            }
        }
        None => {}
    }
    // Of a scale with a problem nothing is known by which to judge scores.
    let scale = lane.scale.clone().filter(|_| sound);
    check.rows.push(Row { id: lane.id.to_string(), title: lane.title.clone(), kind, scale });
}

fn misplaced<'t>(lane: &Node<'t>, field: &str, kind: LaneKind, check: &mut Check<'t>) {
    let node = lane.clone().find(&format!("/{field}"));
    check.problems.at(&node, Code::MisplacedField, || {
        let message = format!("a lane of kind `{}` has no `{field}`: only `emotion` lanes hold scores", kind.name());
        (message, format!("remove the {field}, or make it a lane of kind `emotion`"))
    });
}

/// What the normal form of a lane leaves out: a title that its kind gives it, and the scale that it has anyway.
pub(crate) fn trim_lane(lane: &Lane, around: &Around, fields: &mut Vec<(String, Json)>) {
    let titled = lane.title == lane.kind.term().text(around.language);
    let scaled = lane.scale == Some(Scale::default());
    fields.retain(|(name, _)| !(titled && name == "title" || scaled && name == "scale"));
}

/// The lanes of a document that lists none: the kinds that its cells name, in order of first appearance. Other names are
/// left to the check of the cells.
pub(super) fn implied(document: &Node, check: &Check) -> Vec<Lane> {
    let phases = document.clone().find("/phases");
    let mut lanes: Vec<Lane> = Vec::new();
    for phase in phases.elements(limits::PHASES).kept {
        let cells = phase.find("/cells");
        if !cells.pointer.ends_with("/cells") {
            continue;
        }
        for name in cells.members(limits::FIELDS).kept.into_iter().filter_map(|member| member.name) {
            let kind = LaneKind::from_name(&name).filter(|kind| lanes.iter().all(|lane| lane.kind != *kind));
            lanes.extend(kind.map(|kind| Lane {
                id: name.as_str().into(),
                kind,
                title: kind.term().text(check.language).to_owned(),
                scale: (kind == LaneKind::Emotion).then(Scale::default),
                ..Lane::default()
            }));
        }
    }
    lanes
}

/// The cells of a phase, one a lane.
pub(crate) fn cells<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Vec<Vec<Item>> {
    let mut cells = vec![Vec::new(); check.rows.len()];
    for (name, member) in distinct_members(node, "the cells", &mut check.problems).unwrap_or_default() {
        match check.rows.iter().position(|row| row.id == name) {
            Some(row) => {
                check.row = row;
                cells[row] = cell(&node.value(&member), check);
            }
            None => unknown_lane(node, &member, &name, check),
        }
    }
    cells
}

fn cell<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Vec<Item> {
    let count = if node.kind() == Type::List { node.elements(0).total } else { 1 };
    let before = check.items;
    check.items += count;
    if before <= limits::ITEMS {
        too_many(node, "items in this journey", check.items, limits::ITEMS, &mut check.problems);
    }
    if check.items > limits::ITEMS { Vec::new() } else { Value::read(node, check) }
}

fn unknown_lane<'t>(cells: &Node<'t>, member: &Member<'t>, name: &str, check: &mut Check<'t>) {
    // A lane whose own id is in doubt could be the one that is meant.
    if check.rows.iter().any(|row| row.id.is_empty()) {
        return;
    }
    let (rows, implied) = (&check.rows, check.rows_are_implied);
    check.problems.tell_once(cells, member, (Code::UnknownLane, name), || {
        let message = say!("unknown-lane", id = text::quote(name));
        if implied {
            return (message, super::choice_advice::<LaneKind>(name));
        }
        let ids = || rows.iter().map(|row| row.id.as_str());
        let called = |row: &&Row| row.title == name || row.kind.is_some_and(|kind| kind.name() == name);
        let meant = rows.iter().find(called).map(|row| row.id.as_str());
        let of_kind = |row: &Row| row.kind.is_some_and(|kind| kind.name() == name);
        let help = match meant.or_else(|| nearest(name, ids())) {
            Some(meant) if rows.iter().any(|row| row.id == meant && of_kind(row)) => {
                say!("did-you-mean-lane", name = meant, id = format!("\"id\": \"{name}\""))
            }
            Some(meant) => say!("did-you-mean", name = meant),
            None => say!("lanes-are", names = super::ids::listed(ids())),
        };
        (message, help)
    });
}

/// The scale written, or the default one after a problem.
pub(crate) fn scale<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Scale {
    let Some(mut fields) = Fields::of(node, "a scale", Scale::FIELDS, check) else { return Scale::default() };
    let mut end = |name, example| {
        let before = check.problems.count();
        let end: f64 = match fields.take(name) {
            Some(node) => super::number(&node, check).unwrap_or_default(),
            None => fields.value(name, true, example, check),
        };
        (check.problems.count() == before).then_some(end)
    };
    let (min, max) = (end("min", "-2"), end("max", "2"));
    let (Some(min), Some(max)) = (min, max) else { return Scale::default() };
    if min >= max {
        check.problems.at(node, Code::BadScale, || {
            (format!("the scale goes from {min} to {max}, which is not upwards"), "make `min` less than `max`".into())
        });
        return Scale::default();
    }
    if [min, max].iter().any(|end| end.abs() > limits::NUMBER) {
        check.problems.at(node, Code::BadScale, || {
            let message = format!("the ends of this scale are not both between -{0} and {0}", limits::NUMBER);
            (message, "choose a scale that people can read, such as 0 to 100".into())
        });
        return Scale::default();
    }
    let labels = fields.take("labels").map(|node| scale_labels(&node, (min, max), check)).unwrap_or_default();
    Scale { min, max, labels }
}

fn scale_labels<'t>(node: &Node<'t>, (min, max): (f64, f64), check: &mut Check<'t>) -> Vec<(f64, String)> {
    let members = distinct_members(node, "the words for scores", &mut check.problems).unwrap_or_default();
    too_many(node, "words for scores", members.len(), limits::SCALE_LABELS, &mut check.problems);
    let mut labels: Vec<(f64, String)> = Vec::new();
    for (name, member) in members.into_iter().take(limits::SCALE_LABELS) {
        let word = text::title(&node.value(&member), check);
        // Adding zero turns −0 into 0. The reader of JSON knows what a number is, the standard library its nearest value.
        let score = serde_json::from_str::<f64>(&name).ok().and_then(|_| name.parse::<f64>().ok()).map(|score| score + 0.0);
        let wrong = match score {
            Some(score) if !(min..=max).contains(&score) => format!("is not on the scale, which goes from {min} to {max}"),
            Some(score) if labels.iter().any(|(other, _)| other.total_cmp(&score).is_eq()) => "has a word already".into(),
            Some(score) => {
                labels.push((score, word));
                continue;
            }
            None => "is not a number".into(),
        };
        check.problems.at_name(node, &member, Code::BadScale, || {
            (
                format!("the score {} {wrong}", text::quote(&name)),
                format!("name scores by their number, as in `\"{max}\": \"…\"`"),
            )
        });
    }
    labels.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    labels
}
