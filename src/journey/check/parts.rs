//! What concerns several fields of a part, or a text with rules of its own.

use super::super::raw::{Node, Type};
use super::super::{
    Answer, CSAT_ANSWERS, Extension, Item, Json, LaneKind, Link, LinkKind, Measurement, MeasurementKind, Picture, Reading, limits,
};
use super::fields::{distinct_members, wrong_type};
use super::{Check, text};
use crate::diagnostic::Code;
use crate::tongue::say;
use crate::uri::leads_out;

/// An item says something, and its score lies on the scale of its lane.
pub(crate) fn item<'t>(item: &mut Item, node: &Node<'t>, check: &mut Check<'t>) {
    let says_nothing = item.text.is_none() && item.score.is_none() && item.picture.is_none();
    // A text or score that is misspelt or has a problem of its own is there all the same.
    if says_nothing && check.clean {
        check.problems.tell(node, Code::EmptyItem, || (say!("item-says-nothing"), say!("item-says-nothing-help")));
    }
    if let Some(score) = item.score {
        self::score(score, node, check);
    }
    if let Some(id) = &item.id {
        let place = node.clone().find("/id");
        check.item_ids.push((id.to_string(), place));
    }
}

fn score<'t>(score: f64, node: &Node<'t>, check: &mut Check<'t>) {
    let node = &node.clone().find("/score");
    let row = &check.rows[check.row];
    match (row.kind, &row.scale) {
        (Some(LaneKind::Emotion), Some(scale)) if !(scale.min..=scale.max).contains(&score) => {
            let (min, max) = (scale.min, scale.max);
            let (min, max) = (min.to_string(), max.to_string());
            check.problems.tell(node, Code::ScoreOffScale, || {
                let help = say!("score-off-scale-help", min = min.as_str(), max = max.as_str());
                (say!("score-off-scale", score = score.to_string(), min = min, max = max), help)
            });
        }
        (Some(LaneKind::Emotion) | None, _) => {}
        (Some(kind), _) if node.kind() == Type::Number && !node.pointer.ends_with("/score") => {
            check.problems.tell(node, Code::WrongType, || {
                let message = say!("number-in-text-lane", kind = kind.name());
                (message, say!("number-in-text-lane-help", text = node.raw))
            });
        }
        (Some(kind), _) => check.problems.tell(node, Code::MisplacedField, || {
            (say!("score-in-text-lane", kind = kind.name()), say!("score-in-text-lane-help"))
        }),
    }
}

/// A link leads somewhere, unless it is a way out.
pub(crate) fn link<'t>(link: &mut Link, node: &Node<'t>, check: &mut Check<'t>) {
    match (link.kind, &link.to) {
        (LinkKind::Exit, Some(_)) => {
            let node = node.clone().find("/to");
            check.problems.at(&node, Code::MisplacedField, || {
                (
                    "a link of kind `exit` leads out of the journey and has no `to`".into(),
                    "remove `to`, or choose another kind".into(),
                )
            });
        }
        (LinkKind::Next | LinkKind::Loop | LinkKind::Skip, None) if check.clean => {
            check.problems.at(node, Code::MissingField, || {
                let message = format!("a link of kind `{}` needs the field `to`", link.kind.name());
                (message, "add the id of a phase or item, as in `\"to\": \"loyalty\"`, or make it an `exit`".into())
            });
        }
        (LinkKind::Exit | LinkKind::Next | LinkKind::Loop | LinkKind::Skip, _) => {}
    }
}

/// The fields of a measurement and of its readings go with its kind.
pub(crate) fn measurement<'t>(measurement: &mut Measurement, node: &Node<'t>, check: &mut Check<'t>) {
    let kind = measurement.kind;
    if !check.clean {
        return;
    }
    if kind == MeasurementKind::Number && measurement.title.is_none() {
        check.problems.at(node, Code::MissingField, || {
            let message = "a measurement of kind `number` needs the field `title`".into();
            (message, "add what is measured, as in `\"title\": \"Waiting time\"`".into())
        });
    }
    if kind != MeasurementKind::Number && measurement.unit.is_some() {
        let unit = node.clone().find("/unit");
        check.problems.at(&unit, Code::MisplacedField, || {
            (
                format!("a measurement of kind `{}` has no `unit`", kind.name()),
                "remove the unit, or choose the kind `number`".into(),
            )
        });
    }
    if let Some(target) = measurement.target {
        range(target, kind, &node.clone().find("/target"), check);
    }
    let series = node.clone().find("/series");
    let places = if series.kind() == Type::List { series.elements(limits::READINGS).kept } else { vec![series] };
    for (reading, place) in measurement.series.iter().zip(&places) {
        self::reading(reading, kind, place, check);
    }
}

fn reading<'t>(reading: &Reading, kind: MeasurementKind, node: &Node<'t>, check: &mut Check<'t>) {
    let at = |field: &str| node.clone().find(&format!("/{field}"));
    let given = [reading.value.is_some(), !reading.answers.is_empty(), reading.counts.is_some()];
    match given.iter().filter(|given| **given).count() {
        0 => check.problems.at(node, Code::BadMeasurement, || {
            let fields = match kind {
                MeasurementKind::Number => "a `value`",
                MeasurementKind::Nps => "a `value`, `answers` or `counts`",
                MeasurementKind::Csat => "a `value` or `answers`",
            };
            ("this reading says nothing".into(), format!("give it {fields}, or remove it"))
        }),
        1 => {}
        _ => check.problems.at(node, Code::BadMeasurement, || {
            let message = "this reading has more than one of `value`, `answers` and `counts`".into();
            (message, "keep one: the value follows from answers or counts".into())
        }),
    }
    if let Some(value) = reading.value {
        range(value, kind, &at("value"), check);
    }
    if !reading.answers.is_empty() && kind == MeasurementKind::Number {
        misplaced(&at("answers"), "answers", kind, check);
    }
    let off = |answer: &Answer| kind == MeasurementKind::Csat && !CSAT_ANSWERS.contains(&answer.get());
    if let Some(index) = reading.answers.iter().position(off) {
        check.problems.at(&at(&format!("answers/{index}")), Code::BadMeasurement, || {
            (
                "the answers of a `csat` are whole numbers from 1 to 5".into(),
                "write all on that scale, or give the percentage of satisfied answers as `value`".into(),
            )
        });
    }
    if reading.counts.is_some() && kind != MeasurementKind::Nps {
        misplaced(&at("counts"), "counts", kind, check);
    }
}

fn misplaced<'t>(node: &Node<'t>, field: &str, kind: MeasurementKind, check: &mut Check<'t>) {
    check.problems.at(node, Code::MisplacedField, || {
        let message = format!("a measurement of kind `{}` has no `{field}`", kind.name());
        (message, "give a `value`, or choose another kind".into())
    });
}

/// A value lies between the ends that its kind has.
fn range<'t>(value: f64, kind: MeasurementKind, node: &Node<'t>, check: &mut Check<'t>) {
    let Some((min, max)) = kind.range() else { return };
    if !(min..=max).contains(&value) {
        check.problems.at(node, Code::BadMeasurement, || {
            let message =
                format!("the value {value} is off the scale of the kind `{}`, which goes from {min} to {max}", kind.name());
            (message, "write a number on that scale, or choose the kind `number`".into())
        });
    }
}

/// A picture is a file beside the document or below its folder, or a data URI.
pub(crate) fn picture<'t>(picture: &mut Picture, node: &Node<'t>, check: &mut Check<'t>) {
    let place = node.clone().find("/src");
    // A path names a file by its characters as they are: what was made of them as a text does not count.
    picture.src = place.text().unwrap_or_default();
    let Some((wrong, help)) = misplaced_picture(&picture.src) else { return };
    check.problems.at(&place, Code::BadPicture, || (wrong.into(), help));
}

/// What is wrong with the place of a picture, and what to do.
fn misplaced_picture(src: &str) -> Option<(&'static str, String)> {
    let beside =
        || "put the picture in the document's folder, and write its path from there, as in `pictures/portrait.png`".to_owned();
    let scheme = src.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '.']));
    if scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("data")) {
        return None;
    }
    if scheme.is_some_and(|scheme| scheme.len() == 1) || src.starts_with('/') {
        return Some(("this is an absolute path, and pictures stand in the document's folder or below it", beside()));
    }
    if scheme.is_some() {
        return Some(("nothing is fetched from a network: this is an address, not a path", beside()));
    }
    if src.contains('\\') {
        return Some(("a path has `/` between its names, not `\\`", format!("write {}", text::quote(&src.replace('\\', "/")))));
    }
    if src.split('/').any(|name| name == "..") {
        return Some(("this path leads out of the document's folder", beside()));
    }
    if src.chars().any(char::is_control) {
        // What becomes of a path of Windows: in JSON `\n` is a line break and `\f` a form feed.
        let wrong = "this path holds a control character, which in JSON `\\` and a letter may stand for";
        return Some((wrong, "write `/` between names, as in `pictures/portrait.png`".into()));
    }
    None
}

/// An absolute address.
pub(crate) fn uri<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Option<String> {
    let uri = Some(text::title(node, check)).filter(|uri| !uri.is_empty())?;
    let absolute = leads_out(&uri);
    if absolute && !uri.contains(char::is_whitespace) {
        return Some(uri);
    }
    check.problems.at(node, Code::BadLink, || {
        if absolute {
            return (format!("the address {} holds white space", text::quote(&uri)), "write `%20` for each space".into());
        }
        let message = format!("{} is not an address of the web, of mail or of a telephone", text::quote(&uri));
        let help = if uri.starts_with("www.") && !uri.contains(char::is_whitespace) {
            format!("write {}", text::quote(&format!("https://{uri}")))
        } else {
            "write it in full, as in `https://example.org/page`, `mailto:…` or `tel:…`".into()
        };
        (message, help)
    });
    None
}

/// Data of a document's own: any JSON, in an object, no field twice.
pub(crate) fn extension<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Extension {
    if node.kind() != Type::Object {
        wrong_type(node, say!("type-object"), say!("own-in-braces"), &mut check.problems);
        return Extension::default();
    }
    sound(node, check);
    match Json::of(node) {
        Json::Object(fields) => Extension(fields),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => Extension::default(),
    }
}

/// Reports what makes data ambiguous: names that come twice, escapes that make no text.
fn sound<'t>(node: &Node<'t>, check: &mut Check<'t>) {
    match node.kind() {
        Type::Object => {
            for (_, member) in distinct_members(node, "an object", &mut check.problems).unwrap_or_default() {
                sound(&node.value(&member), check);
            }
        }
        Type::List => node.elements(usize::MAX).kept.iter().for_each(|node| sound(node, check)),
        Type::Text => {
            text::text(node, &mut check.problems);
        }
        Type::Null | Type::Bool | Type::Number => {}
    }
}
