//! A difference as JSON, for programs.

use super::super::documents::Read;
use super::Compared;
use crate::diagnostic::harmless;
use crate::journey::Json;
use crate::journey::diff::{Change, Side};

/// One object: `before` and `after` (the paths as they were named), `counts` of every kind of change, and `changes`.
///
/// A change has `kind`, `part`, `field` (`null` when it is the part as a whole), `before` and `after`. Each of these two is `null`
/// or has `pointer`, `name`, `phase` and `lane` (their ids in that document, or `null`) and `value` (`null` where only the place
/// changed).
pub(super) fn json(compared: &Compared) -> String {
    let counts = compared.counts().map(|(kind, count)| (kind.name(), Json::Number(count.to_string())));
    let changes = compared.difference.changes.iter().map(|change| self::change(change, compared)).collect();
    let document = Json::object([
        ("before", Json::text(&compared.before.name)),
        ("after", Json::text(&compared.after.name)),
        ("counts", Json::object(counts)),
        ("changes", Json::List(changes)),
    ]);
    harmless(&document.document())
}

fn change(change: &Change, compared: &Compared) -> Json {
    let side = |side: &Option<Side>, read| side.as_ref().map_or(Json::Null, |side| self::side(side, read));
    Json::object([
        ("kind", Json::text(change.kind.name())),
        ("part", Json::text(change.part.name())),
        ("field", change.field.as_ref().map_or(Json::Null, Json::text)),
        ("before", side(&change.before, compared.before)),
        ("after", side(&change.after, compared.after)),
    ])
}

fn side(side: &Side, read: &Read) -> Json {
    let phase = side.phase.and_then(|phase| read.journey().phases.get(phase));
    let lane = side.lane.and_then(|lane| read.journey().lanes.get(lane));
    Json::object([
        ("pointer", Json::text(&side.pointer)),
        ("name", Json::text(&side.name)),
        ("phase", phase.map_or(Json::Null, |phase| Json::text(phase.id.as_str()))),
        ("lane", lane.map_or(Json::Null, |lane| Json::text(lane.id.as_str()))),
        ("value", side.value.clone().unwrap_or(Json::Null)),
    ])
}
