//! The report as data; `docs/check-report.md` describes the shape.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Column, Contents, Finding, HandIn, Report};
use crate::diagnostic::pretty_json;

/// The version of the shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Whole<'a> {
    klantreis_report: u32,
    model: Option<&'a str>,
    totals: Totals,
    columns: Vec<Counted>,
    hand_ins: Vec<Entry<'a>>,
    passed_over: Vec<Passed<'a>>,
}

#[derive(Serialize)]
struct Totals {
    hand_ins: usize,
    complete: usize,
    with_findings: usize,
    invalid: usize,
    unreadable: usize,
    findings: usize,
    errors: usize,
    import: usize,
}

#[derive(Serialize)]
struct Counted {
    id: &'static str,
    group: &'static str,
    summary: &'static str,
    count: usize,
    hand_ins: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    status: &'static str,
    why: Option<String>,
    title: Option<&'a str>,
    language: Option<&'a str>,
    authors: Vec<Author<'a>>,
    cells: Option<Cells>,
    same_as: Option<&'a str>,
    also_by: Option<&'a str>,
    again: Option<usize>,
    findings: usize,
    errors: usize,
    counts: Option<BTreeMap<&'static str, usize>>,
    messages: Vec<Message<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    class: Option<&'a str>,
}

#[derive(Serialize)]
struct Cells {
    filled: usize,
    all: usize,
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "the names are those of the shape")]
struct Message<'a> {
    code: &'static str,
    severity: &'static str,
    phases: &'a [String],
    lanes: &'a [String],
    line: Option<usize>,
    column: Option<usize>,
    cell: Option<String>,
    pointer: Option<&'a str>,
    message: &'a str,
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct Passed<'a> {
    path: &'a str,
    why: &'a str,
}

/// The report as a JSON document, with a line end.
#[must_use]
pub fn json(report: &Report) -> String {
    let tally = report.tally();
    let again = report.again();
    let rank = |index: usize| again.iter().position(|(of, _)| *of == index).map(|place| place + 1);
    let whole = Whole {
        klantreis_report: VERSION,
        model: report.model.as_deref(),
        totals: Totals {
            hand_ins: tally.all(),
            complete: tally.complete,
            with_findings: tally.findings,
            invalid: tally.invalid,
            unreadable: tally.unreadable,
            findings: report.rows.iter().map(HandIn::lacking).sum(),
            errors: report.rows.iter().map(HandIn::errors).sum(),
            import: report.total(Column::Import),
        },
        columns: report.columns.iter().map(|column| counted(report, *column)).collect(),
        hand_ins: report.rows.iter().enumerate().map(|(index, row)| entry(report, row, rank(index))).collect(),
        passed_over: report.passed_over.iter().map(|passed| Passed { path: &passed.path, why: passed.why.english() }).collect(),
    };
    pretty_json(&whole) + "\n"
}

fn counted(report: &Report, column: Column) -> Counted {
    Counted {
        id: column.id(),
        group: column.group(),
        summary: column.summary(),
        count: report.total(column),
        hand_ins: report.concerned(column),
    }
}

fn entry<'a>(report: &Report, row: &'a HandIn, again: Option<usize>) -> Entry<'a> {
    let contents = row.contents.as_ref();
    let author = |author: &'a crate::journey::Author| Author { name: &author.name, class: author.class.as_deref() };
    let counts = report.columns.iter().map(|column| Some((column.id(), row.count(*column)?)));
    Entry {
        path: &row.path,
        status: row.status().name(),
        why: row.refusal(),
        title: row.title(),
        language: contents.map(|contents| contents.language.as_str()),
        authors: row.authors().iter().map(author).collect(),
        cells: contents.map(|Contents { filled, cells, .. }| Cells { filled: *filled, all: *cells }),
        same_as: row.same_as.as_deref(),
        also_by: row.also_by.as_deref(),
        again,
        findings: row.lacking(),
        errors: row.errors(),
        counts: counts.collect(),
        messages: row.findings.iter().map(message).collect(),
    }
}

fn message(finding: &Finding) -> Message<'_> {
    Message {
        code: finding.code,
        severity: finding.severity.name(),
        phases: &finding.phases,
        lanes: &finding.lanes,
        line: finding.line.map(|(line, _)| line),
        column: finding.line.map(|(_, column)| column),
        cell: finding.cell.as_ref().map(ToString::to_string),
        pointer: finding.pointer.as_deref(),
        message: &finding.message,
        help: finding.help.as_deref(),
    }
}
