//! `no-author`: nobody is named who made it.

use super::findings::lacking;
use super::{Findings, Group, Rule, Subject};
use crate::tongue::say;

/// The rule.
pub static RULE: Rule =
    Rule { id: "no-author", group: Group::Who, summary: "The journey does not say who made it.", on: true, settings: &[], find };

fn find(subject: &Subject, findings: &mut Findings) {
    if subject.journey.authors.is_empty() {
        let help = say!("no-author-help", input = "json", cell = "", label = "");
        findings.add_about(lacking("/authors"), "", say!("no-author"), help);
    }
}
