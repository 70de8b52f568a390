//! The table at the end of a check of several journeys: a row for each, a column for each group of rules.

use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr;

use super::console::{Console, count};
use crate::batch::run::Event;
use crate::diagnostic::{Diagnostic, Severity, one_line};
use crate::journey::rules::{Group, RULES, Rule, Settings};

/// What stands between two columns of the table.
const GAP: &str = "  ";
/// The least columns that the names of the journeys get.
const LEAST_NAME: usize = 12;

/// What was found, journey by journey.
pub(super) struct Report {
    /// The groups of which at least one rule looks.
    groups: Vec<Group>,
    rows: Vec<Row>,
    /// The counts of the journey that is being told of.
    current: Counts,
    errors: usize,
}

/// How much was found, by group; under `None` the warnings that are of no rule, such as those of pictures.
type Counts = BTreeMap<Option<Group>, usize>;

struct Row {
    name: String,
    /// What was found; `None` of what is not a valid journey.
    found: Option<Counts>,
    errors: usize,
}

impl Report {
    /// A table for the rules that are on; those that compare need a model.
    pub fn new(settings: &Settings, compares: bool) -> Self {
        let looks = |group: &Group| RULES.iter().any(|rule| rule.group == *group && settings.is_on(rule));
        let groups = Group::ALL.into_iter().filter(|group| looks(group) && (*group != Group::Model || compares)).collect();
        Self { groups, rows: Vec::new(), current: Counts::new(), errors: 0 }
    }

    /// Takes down what happens.
    pub fn take(&mut self, event: &Event) {
        match event {
            Event::Skipped(..) | Event::Read { .. } => {}
            Event::Diagnosed { diagnostics, .. } => diagnostics.iter().for_each(|diagnostic| self.count(diagnostic)),
            Event::Done { name, .. } => self.end(name, true),
            Event::Failed { name, .. } => self.end(name, false),
        }
    }

    fn count(&mut self, diagnostic: &Diagnostic) {
        match diagnostic.code.severity() {
            Severity::Error => self.errors += 1,
            Severity::Warning => {
                let group = Rule::named(diagnostic.code.name()).map(|rule| rule.group);
                *self.current.entry(group).or_default() += 1;
            }
        }
    }

    fn end(&mut self, name: &str, valid: bool) {
        let (found, errors) = (std::mem::take(&mut self.current), std::mem::take(&mut self.errors));
        self.rows.push(Row { name: one_line(name), found: valid.then_some(found), errors });
    }

    /// The journeys in which nothing was found.
    pub fn complete(&self) -> usize {
        self.rows.iter().filter(|row| row.found.as_ref().is_some_and(BTreeMap::is_empty)).count()
    }

    /// Shows the table when there are several journeys; to programs each journey is told with its counts.
    pub fn show(&self, console: &Console) {
        if console.for_programs() {
            for row in &self.rows {
                if let Some(found) = &row.found {
                    console.note("checked", Some(&row.name), &said(found));
                }
            }
        } else if self.rows.len() > 1 {
            console.table(&self.table(Console::width(), console.coloured_text()));
        }
    }

    fn table(&self, width: usize, colour: bool) -> String {
        let columns: usize = self.heads().map(|head| GAP.len() + head.len()).sum();
        let longest = self.rows.iter().map(|row| row.name.width()).max().unwrap_or_default();
        let name_width = longest.clamp(LEAST_NAME, width.saturating_sub(columns).max(LEAST_NAME));
        let line = |name: &str, cells: String| padded(&shortened(name, name_width), name_width) + &cells + "\n";

        let heads = self.heads().flat_map(|head| [GAP, head]).collect();
        let rows = self.rows.iter().map(|row| match &row.found {
            Some(found) => line(&row.name, self.counts(found, colour)),
            None => line(&row.name, painted(&(GAP.to_owned() + &row.refusal()), RED, colour)),
        });
        let all = self.rows.iter().filter_map(|row| row.found.as_ref()).flatten();
        let mut sums = Counts::new();
        all.for_each(|(group, number)| *sums.entry(*group).or_default() += number);
        let rows: String = rows.collect();
        line("", heads) + &rows + &line("total", self.counts(&sums, colour))
    }

    /// The heads of the columns behind the names.
    fn heads(&self) -> impl Iterator<Item = &'static str> {
        self.columns().map(|group| group.map_or(OTHER, Group::name)).chain([TOTAL])
    }

    /// The groups that have a column, and `None` where something was found that is of none.
    fn columns(&self) -> impl Iterator<Item = Option<Group>> {
        let other = self.rows.iter().filter_map(|row| row.found.as_ref()).any(|found| found.contains_key(&None));
        self.groups.iter().map(|group| Some(*group)).chain(other.then_some(None))
    }

    /// The cells of a row, each under its head: how much was found, or a tick.
    fn counts(&self, found: &Counts, colour: bool) -> String {
        let numbers = self.columns().map(|group| found.get(&group).copied().unwrap_or_default());
        let cells = self.heads().zip(numbers.chain([found.values().sum()])).map(|(head, number)| {
            let (text, paint) = if number == 0 { ("✓".to_owned(), GREEN) } else { (number.to_string(), YELLOW) };
            painted(&format!("{text:>width$}", width = GAP.len() + head.len()), paint, colour)
        });
        cells.collect()
    }
}

impl Row {
    /// Why there is nothing to count.
    fn refusal(&self) -> String {
        if self.errors > 0 { count(self.errors, "error") } else { "cannot be read".to_owned() }
    }
}

/// The head of the column of what is of no rule, such as a picture that cannot be shown.
const OTHER: &str = "other";
/// The head of the last column.
const TOTAL: &str = "all";

/// Colours of ANSI terminals (ECMA-48, 8.3.117).
const RED: u8 = 31;
const GREEN: u8 = 32;
const YELLOW: u8 = 33;

/// The counts of a journey in words.
fn said(found: &Counts) -> String {
    let total: usize = found.values().sum();
    if total == 0 {
        return "complete".to_owned();
    }
    let groups: Vec<_> = found.iter().map(|(group, number)| format!("{} {number}", group.map_or("other", Group::name))).collect();
    format!("{}: {}", count(total, "warning"), groups.join(", "))
}

fn painted(text: &str, colour: u8, on: bool) -> String {
    if on { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// A name in that many columns: of a long one the end, which tells files of one folder apart.
fn shortened(name: &str, width: usize) -> String {
    if name.width() <= width {
        return name.to_owned();
    }
    let mut start = name.len();
    for (at, _) in name.char_indices().rev() {
        if name[at..].width() + 1 > width {
            break;
        }
        start = at;
    }
    format!("…{}", &name[start..])
}
