//! What rules look at, and what they find.

use super::{Model, Rule, Setting, Settings};
use crate::diagnostic::{About, Code, Diagnostic};
use crate::journey::check::quote;
use crate::journey::{Journey, LaneKind};
use crate::tongue::{Phrase, say};

/// The most findings of one rule that are listed; the rest is counted.
const MOST: usize = 10;
/// The most names in one message.
const NAMES: usize = 8;

/// What a rule looks at.
pub struct Subject<'a> {
    pub(super) journey: &'a Journey,
    pub(super) model: Option<&'a Model>,
    pub(super) settings: &'a Settings,
    pub(super) rule: &'a Rule,
}

/// What a rule has found.
pub struct Findings {
    code: Code,
    found: Vec<Diagnostic>,
    unlisted: usize,
}

impl Findings {
    /// What a rule finds.
    pub(super) fn of(rule: &'static Rule, subject: &Subject) -> Vec<Diagnostic> {
        let mut findings = Self { code: Code::Finding { rule: rule.id, summary: rule.summary }, found: Vec::new(), unlisted: 0 };
        (rule.find)(subject, &mut findings);
        if findings.unlisted > 0 {
            let message = say!("unlisted-findings", count = findings.unlisted);
            findings.found.push(Diagnostic::new(findings.code, message).at("").help(say!("unlisted-findings-help")));
        }
        findings.found
    }

    /// Says what is lacking, where, and what to do.
    pub(super) fn add(&mut self, pointer: impl Into<String>, message: Phrase, help: Phrase) {
        self.add_about(About::default(), pointer, message, help);
    }

    /// The same of some phases and lanes.
    pub(super) fn add_about(&mut self, about: About, pointer: impl Into<String>, message: Phrase, help: Phrase) {
        if self.found.len() < MOST {
            let finding = Diagnostic::new(self.code, message).at(pointer).help(help);
            self.found.push(Diagnostic { about: Some(Box::new(about)), ..finding });
        } else {
            self.unlisted += 1;
        }
    }
}

impl Subject<'_> {
    pub(super) fn flag(&self, setting: &Setting<bool>) -> bool {
        self.settings.flag(self.rule, setting)
    }

    pub(super) fn count(&self, setting: &Setting<u32>) -> usize {
        self.settings.count(self.rule, setting)
    }

    pub(super) fn has_kind(&self, setting: &Setting<&'static [LaneKind]>, kind: LaneKind) -> bool {
        self.settings.has_kind(self.rule, setting, kind)
    }

    /// The lanes of a kind.
    pub(super) fn lanes(&self, kind: LaneKind) -> Vec<usize> {
        let lanes = self.journey.lanes.iter().enumerate();
        lanes.filter(|(_, lane)| lane.kind == kind).map(|(index, _)| index).collect()
    }

    /// The titles of phases, for a message.
    pub(super) fn phases(&self, phases: &[usize]) -> Phrase {
        named(phases.iter().map(|phase| self.journey.phases[*phase].title.as_str()))
    }
}

/// That a finding is about these phases and lanes.
pub(super) fn about(phases: &[usize], lanes: &[usize]) -> About {
    About { phases: phases.to_vec(), lanes: lanes.to_vec(), lacks: None }
}

/// That a finding is about a field that is not there.
pub(super) fn lacking(pointer: &'static str) -> About {
    About { lacks: Some(pointer), ..About::default() }
}

/// How many cells of a journey hold something, and how many there are: one for each phase in each lane. An item that goes on over
/// several phases fills them all.
#[must_use]
pub fn filled(journey: &Journey) -> (usize, usize) {
    let cells = Filled::of(journey).cells;
    (cells.iter().filter(|cell| **cell).count(), cells.len())
}

/// Which cells hold something. One pass over the journey, so that items that go on over several phases count in each.
pub(super) struct Filled {
    lanes: usize,
    cells: Vec<bool>,
}

impl Filled {
    pub fn of(journey: &Journey) -> Self {
        Self::by(journey, |_| true)
    }

    /// Those that hold an item like this.
    pub fn by(journey: &Journey, counts: impl Fn(&crate::journey::Item) -> bool) -> Self {
        let lanes = journey.lanes.len();
        let mut filled = Self { lanes, cells: vec![false; lanes * journey.phases.len()] };
        // Up to which phase the items of each lane that have begun go on.
        let mut open = vec![0; lanes];
        for (phase, column) in journey.phases.iter().enumerate() {
            for (lane, items) in column.cells.iter().enumerate() {
                for item in items.iter().filter(|item| counts(item)) {
                    let end = item.until.as_ref().and_then(|end| journey.phase(end)).unwrap_or(phase);
                    open[lane] = open[lane].max(end + 1);
                }
                filled.cells[phase * lanes + lane] = open[lane] > phase;
            }
        }
        filled
    }

    /// Whether a cell holds something.
    pub fn cell(&self, phase: usize, lane: usize) -> bool {
        self.cells[phase * self.lanes + lane]
    }

    /// Whether a phase holds something.
    pub fn phase(&self, phase: usize) -> bool {
        self.cells[phase * self.lanes..(phase + 1) * self.lanes].contains(&true)
    }
}

/// Names between backticks; of many only the first.
pub(super) fn named<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> Phrase {
    let rest = names.len().saturating_sub(NAMES);
    let shown = names.take(NAMES).map(quote).collect::<Vec<_>>().join(", ");
    if rest == 0 { say!("as-it-is", text = shown) } else { say!("names-and-more", names = shown, more = rest) }
}

/// The name of one thing between backticks.
pub(super) fn name(name: &str) -> String {
    quote(name)
}

/// A text between backticks, without the white space around it.
pub(super) fn quoted(text: &str) -> String {
    quote(text.trim())
}
