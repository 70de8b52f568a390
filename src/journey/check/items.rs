//! What stands in a cell: a text, an object, a bare score, or a list of these.

use super::super::problems::Problems;
use super::super::raw::{Node, Type};
use super::super::{Item, LaneKind, Scale, limits};
use super::fields::{Fields, elements, not_a_text, too_many, wrong_type};
use super::lanes::{Checked, number};
use super::text;
use crate::diagnostic::Code;

const FIELDS: &[&str] = &["text", "when", "channel", "device", "moment_of_truth", "score", "x"];

/// What a lane does with scores.
#[derive(Clone, Copy)]
pub(super) enum Scores<'a> {
    /// They lie on this scale.
    On(&'a Scale),
    /// There are none in a lane of this kind.
    No(LaneKind),
    /// The lane's kind is in doubt; so is what its scores should be.
    Unknown,
}

impl<'a> Scores<'a> {
    pub fn of(checked: &'a Checked) -> Self {
        match &checked.lane.scale {
            _ if !checked.kind_is_known => Self::Unknown,
            Some(scale) => Self::On(scale),
            None => Self::No(checked.lane.kind),
        }
    }
}

/// The cells, and how many items they hold so far.
#[derive(Default)]
pub(super) struct Items {
    count: usize,
}

impl Items {
    /// The items of a cell, which may stand without their list when there is one. A blank text alone is an empty cell, as in
    /// a document that waits to be filled in.
    pub fn cell<'t>(&mut self, node: &Node<'t>, scores: Scores, problems: &mut Problems<'t>) -> Vec<Item> {
        let nodes = match node.kind() {
            Type::List => elements(node, "items in one cell", limits::ITEMS_IN_CELL, problems),
            Type::Text if text::filled(node, problems).is_none() => Vec::new(),
            Type::Text | Type::Null | Type::Bool | Type::Number | Type::Object => vec![node.clone()],
        };
        let before = self.count;
        self.count += nodes.len();
        if before <= limits::ITEMS {
            too_many(node, "items in this journey", self.count, limits::ITEMS, problems);
        }
        if self.count > limits::ITEMS {
            return Vec::new();
        }
        nodes.iter().filter_map(|node| item(node, scores, problems)).collect()
    }
}

/// `None` after a problem that leaves no item.
fn item<'t>(node: &Node<'t>, scores: Scores, problems: &mut Problems<'t>) -> Option<Item> {
    match node.kind() {
        Type::Text => {
            let text = text::text(node, problems)?;
            if text::is_blank(&text) {
                empty_item(node, problems);
                return None;
            }
            Some(Item { text, ..Item::default() })
        }
        Type::Number if !matches!(scores, Scores::No(_)) => {
            Some(Item { score: score(node, scores, problems), ..Item::default() })
        }
        Type::Object => item_object(node, scores, problems),
        Type::Number | Type::Null | Type::Bool | Type::List => {
            let expected = match scores {
                Scores::On(_) => "a text, a score or an object",
                Scores::No(_) | Scores::Unknown => "a text or an object",
            };
            not_a_text(node, expected, problems);
            None
        }
    }
}

fn item_object<'t>(node: &Node<'t>, scores: Scores, problems: &mut Problems<'t>) -> Option<Item> {
    // A text or score that is misspelt or has a problem of its own is there all the same.
    let before = problems.count();
    let mut fields = Fields::of(node, "an item", FIELDS, problems)?;
    fields.extension(problems);
    let (text_node, score_node) = (fields.take("text"), fields.take("score"));
    let text = text_node.and_then(|node| text::filled(&node, problems));
    let score = score_node.and_then(|node| score(&node, scores, problems));
    if text.is_none() && score.is_none() && problems.count() == before {
        empty_item(node, problems);
    }
    Some(Item {
        text: text.unwrap_or_default(),
        when: fields.optional_text("when", problems),
        channel: fields.optional_text("channel", problems),
        device: fields.optional_text("device", problems),
        moment_of_truth: fields.take("moment_of_truth").is_some_and(|node| truth(&node, problems)),
        score,
    })
}

fn truth<'t>(node: &Node<'t>, problems: &mut Problems<'t>) -> bool {
    if node.kind() != Type::Bool {
        wrong_type(node, "`true` or `false`", "write `true` or `false`, without quotes", problems);
    }
    node.raw == "true"
}

fn score<'t>(node: &Node<'t>, scores: Scores, problems: &mut Problems<'t>) -> Option<f64> {
    let score = number(node, problems)?;
    match scores {
        Scores::Unknown => Some(score),
        Scores::On(scale) if (scale.min..=scale.max).contains(&score) => Some(score),
        Scores::On(Scale { min, max, .. }) => {
            problems.at(node, Code::ScoreOffScale, || {
                let help = format!("choose a score from {min} to {max}, or declare another `scale` on the lane");
                (format!("the score {score} is not on the scale of this lane, which goes from {min} to {max}"), help)
            });
            None
        }
        Scores::No(kind) => {
            problems.at(node, Code::MisplacedField, || {
                let message = format!("a lane of kind `{}` holds no scores: only `emotion` lanes do", kind.name());
                (message, "move the score to an emotion lane, or remove it".into())
            });
            None
        }
    }
}

fn empty_item<'t>(node: &Node<'t>, problems: &mut Problems<'t>) {
    problems.at(node, Code::EmptyItem, || {
        ("this item says nothing".into(), "give it a text (or a score, in an emotion lane), or remove it".into())
    });
}
