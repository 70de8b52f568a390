//! The table at the end of a check of several journeys: a row for each, a column for each group of rules.

use unicode_width::UnicodeWidthStr;

use super::console::{Console, count};
use crate::diagnostic::one_line;
use crate::journey::TermLanguage;
use crate::journey::rules::Group;
use crate::report::{Column, HandIn, Report};
use crate::tongue::{self, say};

/// What stands between two columns of the table.
const GAP: &str = "  ";
/// The least columns that the names of the journeys get.
const LEAST_NAME: usize = 12;

/// What a column of the table counts.
#[derive(Debug, Clone, Copy)]
enum Heap {
    /// The findings of the rules of a group.
    Group(Group),
    /// What is of no rule.
    Other(Column),
}

/// Shows the table when there are several journeys; to programs each journey is told with its counts.
pub(super) fn show(report: &Report, console: &Console) {
    if console.for_programs() {
        for row in report.rows.iter().filter(|row| row.contents.is_some()) {
            console.note("checked", Some(&row.path), &said(row, &heaps(report)));
        }
    } else if report.rows.len() > 1 {
        console.table(&table(report, Console::width(), console.coloured_text()));
    }
}

fn table(report: &Report, width: usize, colour: bool) -> String {
    let heaps = heaps(report);
    let language = report.language;
    let all = say!("table-all").text(language).into_owned();
    let heads: Vec<String> = heaps.iter().map(|heap| heap.name_in(language)).chain([all]).collect();
    let columns: usize = heads.iter().map(|head| GAP.len() + head.width()).sum();
    let names: Vec<_> = report.rows.iter().map(|row| one_line(&row.path)).collect();
    let longest = names.iter().map(|name| name.width()).max().unwrap_or_default();
    let name_width = longest.clamp(LEAST_NAME, width.saturating_sub(columns).max(LEAST_NAME));
    let line = |name: &str, cells: String| padded(&shortened(name, name_width), name_width) + &cells + "\n";
    // How much was found, under each head, or a tick.
    let cells = |numbers: &[usize]| {
        let all = numbers.iter().sum();
        let cells = heads.iter().zip(numbers.iter().copied().chain([all])).map(|(head, number): (_, usize)| {
            let (text, paint) = if number == 0 { ("✓".to_owned(), GREEN) } else { (number.to_string(), YELLOW) };
            painted(&format!("{text:>width$}", width = GAP.len() + head.width()), paint, colour)
        });
        cells.collect::<String>()
    };
    let counts = |row: &HandIn| heaps.iter().map(|heap| heap.count(row)).collect::<Vec<_>>();

    let mut sums = vec![0; heaps.len()];
    let mut rows = String::new();
    for (row, name) in report.rows.iter().zip(&names) {
        rows += &if row.contents.is_some() {
            let counts = counts(row);
            sums.iter_mut().zip(&counts).for_each(|(sum, count)| *sum += count);
            line(name, cells(&counts))
        } else {
            line(name, painted(&(GAP.to_owned() + &refusal(row, language)), RED, colour))
        };
    }
    let total = say!("table-total");
    line("", heads.iter().flat_map(|head| [GAP, head.as_str()]).collect()) + &rows + &line(&total.text(language), cells(&sums))
}

/// The groups of which at least one rule looks, and what else there is where there is any.
fn heaps(report: &Report) -> Vec<Heap> {
    let looks = |group: &Group| report.columns.iter().any(|column| matches!(column, Column::Rule(rule) if rule.group == *group));
    let groups = Group::ALL.into_iter().filter(looks).map(Heap::Group);
    let others = [Column::Other, Column::Import].into_iter().filter(|column| report.total(*column) > 0);
    groups.chain(others.map(Heap::Other)).collect()
}

impl Heap {
    fn name(self) -> &'static str {
        match self {
            Self::Group(group) => group.name(),
            Self::Other(column) => column.group(),
        }
    }

    fn name_in(self, language: TermLanguage) -> String {
        tongue::named(&format!("group-{}", self.name()), language).unwrap_or_else(|| self.name().to_owned())
    }

    fn count(self, row: &HandIn) -> usize {
        match self {
            Self::Group(group) => row.count_of_group(group),
            Self::Other(column) => row.count(column).unwrap_or_default(),
        }
    }
}

/// Why there is nothing to count.
fn refusal(row: &HandIn, language: TermLanguage) -> String {
    let refusal = if row.readable { say!("so-many-errors", count = row.errors()) } else { say!("status-unreadable") };
    refusal.text(language).into_owned()
}

/// Colours of ANSI terminals (ECMA-48, 8.3.117).
const RED: u8 = 31;
const GREEN: u8 = 32;
const YELLOW: u8 = 33;

/// The counts of a journey in words.
fn said(row: &HandIn, heaps: &[Heap]) -> String {
    let groups = heaps.iter().map(|heap| (heap.name(), heap.count(row))).filter(|(_, number)| *number > 0);
    let groups: Vec<_> = groups.collect();
    if groups.is_empty() {
        return "complete".to_owned();
    }
    let total = groups.iter().map(|(_, number)| number).sum();
    let groups: Vec<_> = groups.iter().map(|(name, number)| format!("{name} {number}")).collect();
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
