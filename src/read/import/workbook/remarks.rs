//! What rows beneath the phases say of them: description, duration and risks.

use std::collections::BTreeSet;

use super::cells::joined;
use super::columns::Column;
use super::frame::Frame;
use super::kept::Kept;
use super::rows::{Meaning, Remark, Rows};
use super::same;
use crate::forms::{line, reword};
use crate::journey::{Phase, Risk, limits};
use crate::read::book::At;
use crate::read::import::notes::Notes;

/// Reads the rows of one kind of remark into a phase.
pub fn remarks(
    phase: &mut Phase,
    frame: &Frame,
    kept: &Kept,
    column: &Column,
    rows: &Rows,
    notes: &mut Notes,
    used: &mut BTreeSet<At>,
) {
    for remark in [Remark::Description, Remark::Duration, Remark::Risks] {
        let mut texts = Vec::new();
        for strip in rows.strips.iter().filter(|strip| strip.meaning == Meaning::Remark(remark)) {
            for at in column.at.iter().map(|column| At { row: strip.row, column: *column }) {
                if !frame.page.get(at).is_empty() {
                    used.insert(at);
                    texts.push((at, frame.page.get(at).text(), strip.goes_on));
                }
            }
        }
        let was = column.phase.map(|phase| &kept.journey.phases[phase]);
        match remark {
            Remark::Description => phase.description = text(&texts, was.and_then(|was| was.description.as_ref())),
            Remark::Duration => phase.duration = text(&texts, was.and_then(|was| was.duration.as_ref())),
            Remark::Risks => phase.risks = risks(&texts, was.map_or(&[], |was| &was.risks), kept, frame, notes),
            Remark::Stage => {}
        }
    }
}

/// The text of a remark: the one it was, when it is the same.
fn text(texts: &[(At, String, bool)], was: Option<&String>) -> Option<String> {
    let whole = joined(texts, was.map_or("", String::as_str));
    if let Some(was) = was.filter(|was| same_text(texts, was)) {
        return Some(was.clone());
    }
    Some(whole.trim().to_owned()).filter(|text| !same::key(text).is_empty())
}

fn same_text(texts: &[(At, String, bool)], was: &str) -> bool {
    match texts {
        [(_, one, _)] => same::lines(one) == same::lines(was),
        many => {
            let all: String = many.iter().map(|(_, text, _)| text.as_str()).collect();
            !many.is_empty() && same::squeezed(&all) == same::squeezed(was)
        }
    }
}

fn risks(texts: &[(At, String, bool)], was: &[Risk], kept: &Kept, frame: &Frame, notes: &mut Notes) -> Vec<Risk> {
    let language = kept.journey.language.terms;
    let written = line::risks(was, language);
    if (texts.is_empty() && was.is_empty()) || same_text(texts, &written) {
        return was.to_vec();
    }
    let whole = joined(texts, &written);
    let mut lines: Vec<&str> = whole.split('\n').filter(|line| !same::key(line).is_empty()).collect();
    lines.retain(|line| !reword::bare(line).trim().is_empty());
    let mut free: Vec<&Risk> = was.iter().collect();
    let mut risks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        // A risk that is still there, of however many lines.
        let known = free.iter().position(|risk| {
            let own: Vec<_> = line::risk(risk, language).split('\n').map(same::key).filter(|line| !line.is_empty()).collect();
            let seen = lines[at..].iter().map(|line| same::key(line));
            let bare = same::key(reword::bare(lines[at]));
            !own.is_empty()
                && own.len() <= lines.len() - at
                && own.iter().zip(seen).enumerate().all(|(nth, (own, seen))| *own == seen || (nth == 0 && *own == bare))
        });
        if let Some(index) = known {
            let risk = free.remove(index);
            at += line::risk(risk, language).split('\n').filter(|line| !same::key(line).is_empty()).count();
            risks.push(risk.clone());
        } else {
            risks.extend(reword::risk(lines[at], language));
            at += 1;
        }
    }
    for risk in risks.iter().skip(limits::TEXTS) {
        if let Some((at, ..)) = texts.first() {
            notes.leave(frame.page.place(*at), risk.text.clone(), "left-too-many-risks");
        }
    }
    risks.truncate(limits::TEXTS);
    risks
}
