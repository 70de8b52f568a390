//! The rows: written in the document, or implied by the keys of the cells.

use std::collections::BTreeSet;

use super::super::problems::Problems;
use super::super::raw::{Node, Type};
use super::super::{Lane, LaneKind, Scale, TermLanguage, limits};
use super::fields::{Fields, distinct_members, elements, too_many, wrong_type};
use super::ids::Ids;
use super::phases::Draft;
use super::text;
use crate::diagnostic::Code;
use crate::nearest::nearest;

const FIELDS: &[&str] = &["id", "kind", "title", "scale", "x"];
const SCALE_FIELDS: &[&str] = &["min", "max", "labels"];

/// A lane, and whether its kind is known; where it is not, nothing can be said of its scores.
pub(super) struct Checked {
    pub lane: Lane,
    pub kind_is_known: bool,
}

/// The rows of a document.
pub(super) struct Lanes {
    pub all: Vec<Checked>,
    /// Whether they follow from the cells because the document lists none.
    pub implied: bool,
}

/// The lanes that a document lists, or those implied where it has no list.
pub(super) fn lanes<'t>(node: Option<&Node<'t>>, drafts: &[Draft], language: TermLanguage, problems: &mut Problems<'t>) -> Lanes {
    let listed = node.map(|node| (node.kind(), written(node, language, problems)));
    match listed {
        Some((Type::List, all)) => Lanes { all, implied: false },
        Some(_) | None => Lanes { all: implied(drafts, language), implied: true },
    }
}

fn written<'t>(node: &Node<'t>, language: TermLanguage, problems: &mut Problems<'t>) -> Vec<Checked> {
    let mut ids = Ids::of("lane");
    let entries = elements(node, "lanes", limits::LANES, problems);
    entries.iter().filter_map(|node| lane(node, language, &mut ids, problems)).collect()
}

/// The lanes of a document that lists none: the kinds that its cells name, in order of first appearance. Other names are
/// left to the check of the cells.
fn implied(drafts: &[Draft], language: TermLanguage) -> Vec<Checked> {
    let mut seen = BTreeSet::new();
    let mut lanes = Vec::new();
    for (name, _) in drafts.iter().flat_map(|draft| &draft.cells) {
        if let Some(kind) = LaneKind::from_name(name).filter(|kind| seen.insert(*kind)) {
            let title = kind.term().text(language).to_owned();
            let scale = (kind == LaneKind::Emotion).then(default_scale);
            lanes.push(Checked { lane: Lane { id: name.clone(), kind, title, scale }, kind_is_known: true });
        }
    }
    lanes
}

fn lane<'t>(node: &Node<'t>, language: TermLanguage, ids: &mut Ids, problems: &mut Problems<'t>) -> Option<Checked> {
    let mut fields = Fields::of(node, "a lane", FIELDS, problems)?;
    fields.extension(problems);
    let written_id = fields.take("id");
    let kind = fields
        .require("kind", "what the lane holds, such as `\"kind\": \"touchpoint\"`", problems)
        .and_then(|node| kind(&node, problems));
    let title = fields.optional_text("title", problems);
    // Without a title and a kind there is a problem already, and no id to check.
    let name = title.as_deref().or(kind.map(LaneKind::name)).unwrap_or_default();
    let id = ids.next(written_id, name, node, problems);
    let scale = match (fields.take("scale"), kind) {
        (Some(node), Some(LaneKind::Emotion) | None) => Some(scale(&node, problems)),
        (Some(node), Some(other)) => {
            problems.at(&node, Code::MisplacedField, || {
                let message = format!("a lane of kind `{}` has no `scale`: only `emotion` lanes hold scores", other.name());
                (message, "remove the scale, or make it a lane of kind `emotion`".into())
            });
            None
        }
        (None, Some(LaneKind::Emotion)) => Some(default_scale()),
        (None, _) => None,
    };
    let known = kind.unwrap_or(LaneKind::Text);
    let title = title.unwrap_or_else(|| known.term().text(language).to_owned());
    Some(Checked { lane: Lane { id, kind: known, title, scale }, kind_is_known: kind.is_some() })
}

fn kind<'t>(node: &Node<'t>, problems: &mut Problems<'t>) -> Option<LaneKind> {
    let name = text::text(node, problems)?;
    let kind = LaneKind::from_name(&name);
    if kind.is_none() {
        problems.at(node, Code::UnknownKind, || (format!("there is no lane kind {}", text::quote(&name)), kind_help(&name)));
    }
    kind
}

/// The kind that is called so in a language of the terms, the nearest kind, or all of them.
pub(super) fn kind_help(name: &str) -> String {
    let names = LaneKind::ALL.iter().map(|(_, name, _)| *name);
    match translated(name).or_else(|| nearest(name, names.clone())) {
        Some(right) => format!("did you mean `{right}`?"),
        None => format!("the lane kinds are {}", names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
    }
}

/// The name of the kind with this built-in title, or of the only one with this word in it, in whatever language: `goal` for `doel`.
fn translated(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let only = |fits: &dyn Fn(&str) -> bool| {
        let titled = |kind: LaneKind| {
            let mut titles =
                [TermLanguage::Nl, TermLanguage::Da, TermLanguage::En].map(|language| kind.term().text(language)).into_iter();
            titles.any(|title| fits(&title.to_lowercase()))
        };
        let mut kinds = LaneKind::ALL.iter().filter(|(kind, ..)| titled(*kind)).map(|(_, name, _)| *name);
        kinds.next().filter(|_| kinds.next().is_none())
    };
    only(&|title| title == word).or_else(|| only(&|title| title.split_whitespace().any(|part| part == word)))
}

fn default_scale() -> Scale {
    let (min, max) = Scale::DEFAULT_RANGE;
    Scale { min, max, labels: Vec::new() }
}

/// The scale written, or the default one after a problem.
fn scale<'t>(node: &Node<'t>, problems: &mut Problems<'t>) -> Scale {
    let Some(mut fields) = Fields::of(node, "a scale", SCALE_FIELDS, problems) else { return default_scale() };
    let mut end = |name, example| {
        let node = fields.require(name, example, problems)?;
        number(&node, problems)
    };
    let ends = (end("min", "the lowest score, such as `\"min\": -2`"), end("max", "the highest score, such as `\"max\": 2`"));
    let labels = fields.take("labels");
    let (Some(min), Some(max)) = ends else { return default_scale() };
    if min >= max {
        problems.at(node, Code::BadScale, || {
            (format!("the scale goes from {min} to {max}, which is not upwards"), "make `min` less than `max`".into())
        });
        return default_scale();
    }
    if [min, max].iter().any(|end| end.abs() > limits::SCORE) {
        problems.at(node, Code::BadScale, || {
            let message = format!("the ends of this scale are not both between -{0} and {0}", limits::SCORE);
            (message, "choose a scale that people can read, such as 0 to 100".into())
        });
        return default_scale();
    }
    let labels = labels.map(|node| scale_labels(&node, (min, max), problems)).unwrap_or_default();
    Scale { min, max, labels }
}

fn scale_labels<'t>(node: &Node<'t>, (min, max): (f64, f64), problems: &mut Problems<'t>) -> Vec<(f64, String)> {
    let members = distinct_members(node, "the words for scores", problems).unwrap_or_default();
    too_many(node, "words for scores", members.len(), limits::SCALE_LABELS, problems);
    let mut labels: Vec<(f64, String)> = Vec::new();
    for (name, member) in members.into_iter().take(limits::SCALE_LABELS) {
        let word = text::title(&node.value(&member), "word for this score", problems);
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
        problems.at_name(node, &member, Code::BadScale, || {
            (
                format!("the score {} {wrong}", text::quote(&name)),
                format!("name scores by their number, as in `\"{max}\": \"…\"`"),
            )
        });
    }
    labels.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    labels
}

/// A number, or `None` after a problem.
pub(super) fn number<'t>(node: &Node<'t>, problems: &mut Problems<'t>) -> Option<f64> {
    if node.kind() != Type::Number {
        wrong_type(node, "a number", "write it without quotes, as in `2` or `-0.5`", problems);
        return None;
    }
    let number = node.number();
    if number.is_none() {
        problems.at(node, Code::WrongType, || {
            (format!("{} is too great for a number", text::quote(node.raw)), "write a smaller one".into())
        });
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_its_title_in_each_language() {
        for (word, kind) in
            [("doel", Some("goal")), ("mål", Some("goal")), ("Beleving", Some("emotion")), ("klant", None), ("", None)]
        {
            assert_eq!(translated(word), kind, "{word}");
        }
    }
}
