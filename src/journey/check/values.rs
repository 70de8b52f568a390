//! Texts and numbers of one place: choices, days, languages, numbers, stages.

use super::super::limits;
use super::super::raw::{Node, Type};
use super::super::record::Choice;
use super::fields::wrong_type;
use super::{Check, text};
use crate::diagnostic::Code;
use crate::meta::Date;
use crate::nearest::nearest;
use crate::tongue::{Phrase, say};

/// A value of a fixed list; `None` after a problem.
pub(crate) fn choice<'t, C: Choice>(node: &Node<'t>, check: &mut Check<'t>) -> Option<C> {
    let name = text::text(node, &mut check.problems)?;
    let value = C::TABLE.iter().find(|(_, known, _)| *known == name).map(|(value, ..)| *value);
    if value.is_none() {
        let code = C::CODE;
        check.problems.tell(node, code, || {
            let what = C::WHAT.trim_start_matches("an ").trim_start_matches("a ");
            (say!("no-such-choice", what = what, text = text::quote(&name)), choice_advice::<C>(&name))
        });
    }
    value
}

/// The value that was probably meant, or all of them.
pub(super) fn choice_advice<C: Choice>(name: &str) -> Phrase {
    let names = C::TABLE.iter().map(|(_, name, _)| *name);
    match C::MEANT(name).or_else(|| nearest(name, names.clone())) {
        Some(right) => say!("did-you-mean", name = right),
        None => say!("choices", names = names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
    }
}

/// A number, or `None` after a problem.
pub(crate) fn number<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Option<f64> {
    if node.kind() != Type::Number {
        let meant = node.text().map(|text| text.trim().replace(',', "."));
        let help = match meant.filter(|text| text.len() < 40 && text.parse::<f64>().is_ok_and(f64::is_finite)) {
            Some(number) => say!("write-unquoted", number = number.trim_start_matches('+')),
            None => say!("write-a-number"),
        };
        wrong_type(node, say!("type-number"), help, &mut check.problems);
        return None;
    }
    let number = node.number();
    if number.is_none() {
        too_great(node, check);
    }
    number
}

/// A number within the limit, or `None` after a problem.
pub(crate) fn bounded_number<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Option<f64> {
    let number = self::number(node, check)?;
    if number.abs() > limits::NUMBER {
        too_great(node, check);
        return None;
    }
    Some(number)
}

fn too_great<'t>(node: &Node<'t>, check: &mut Check<'t>) {
    check.problems.tell(node, Code::BadNumber, || {
        let message = say!("number-too-great", number = text::quote(node.raw), most = limits::NUMBER.to_string());
        (message, say!("number-too-great-help"))
    });
}

/// A day; `None` when the text is blank or after a problem.
pub(crate) fn date<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Option<Date> {
    let written = text::filled(node, &mut check.problems)?;
    let date = Date::parse(&written);
    if date.is_none() {
        check.problems.tell(node, Code::BadDate, || (say!("no-day", text = text::quote(&written)), say!("no-day-help")));
    }
    date
}

/// The index of the stage named, or `None` when none is or after a problem.
pub(crate) fn stage<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Option<usize> {
    if node.kind() == Type::Text && text::is_blank_text(node) {
        return None;
    }
    let id = text::filled(node, &mut check.problems)?;
    let stages = check.ids_of("stage");
    let index = stages.position(&id);
    // A stage whose own id is in doubt could be the one that is meant.
    if index.is_none() && !stages.in_doubt() {
        let help = if stages.entries.is_empty() { say!("no-stages-help") } else { stages.help(&id) };
        check.problems.tell(node, Code::UnknownStage, || (say!("no-such-stage", id = text::quote(&id)), help));
    }
    index
}
