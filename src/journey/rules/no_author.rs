//! `no-author`: nobody is named who made it.

use super::{Findings, Group, Rule, Subject};

/// The rule.
pub static RULE: Rule =
    Rule { id: "no-author", group: Group::Who, summary: "The journey does not say who made it.", on: true, settings: &[], find };

fn find(subject: &Subject, findings: &mut Findings) {
    if subject.journey.authors.is_empty() {
        let help = "name them: `\"authors\": [{ \"name\": \"…\", \"class\": \"…\" }]`";
        findings.add("", "the journey does not say who made it", help);
    }
}
