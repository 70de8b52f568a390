//! An export as data; `docs/export-report.md` describes the shape.

use serde::Serialize;

use super::{Entry, File, Made, rounded};
use crate::diagnostic::{Diagnostic, pretty_json};
use crate::tongue::Phrase;

/// The version of the shape.
const VERSION: u32 = 1;

/// How all such data begin.
pub const HEAD: &str = "{\n  \"klantreis_export\":";

#[derive(Serialize)]
struct Whole<'a> {
    klantreis_export: u32,
    totals: Totals,
    inputs: Vec<Input<'a>>,
    passed_over: Vec<Passed<'a>>,
}

#[derive(Serialize)]
struct Totals {
    inputs: usize,
    done: usize,
    unchanged: usize,
    failed: usize,
    left: usize,
    errors: usize,
    warnings: usize,
    outputs: usize,
    bytes: usize,
    seconds: f64,
}

#[derive(Serialize)]
struct Input<'a> {
    path: &'a str,
    status: &'static str,
    why: Option<&'a str>,
    title: Option<&'a str>,
    seconds: f64,
    outputs: Vec<Output<'a>>,
    errors: usize,
    warnings: usize,
    messages: Vec<Message<'a>>,
    unlisted: usize,
}

#[derive(Serialize)]
struct Output<'a> {
    path: String,
    format: &'a str,
    layout: Option<&'a str>,
    part: Option<&'a str>,
    pages: Option<usize>,
    bytes: usize,
    sha256: String,
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "the names are those of the shape")]
struct Message<'a> {
    code: &'static str,
    severity: &'static str,
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

/// The report as JSON.
pub fn json(made: &Made) -> String {
    let sum = |count: fn(&Entry) -> usize| made.entries.iter().map(count).sum();
    let totals = Totals {
        inputs: made.entries.len() + made.left,
        done: made.entries.len() - made.failed(),
        unchanged: made.unchanged(),
        failed: made.failed(),
        left: made.left,
        errors: sum(|entry| entry.errors),
        warnings: sum(|entry| entry.warnings),
        outputs: made.files().count(),
        bytes: made.files().map(|file| file.bytes).sum(),
        seconds: rounded(made.seconds()),
    };
    let passed_over = made.passed_over.iter().map(|(path, why)| Passed { path, why: why.english() }).collect();
    let inputs = made.entries.iter().map(input).collect();
    pretty_json(&Whole { klantreis_export: VERSION, totals, inputs, passed_over })
}

fn input(entry: &Entry) -> Input<'_> {
    Input {
        path: &entry.path,
        status: entry.status(),
        why: entry.why.as_ref().map(Phrase::english),
        title: entry.title.as_deref(),
        seconds: rounded(entry.seconds),
        outputs: entry.files.iter().map(output).collect(),
        errors: entry.errors,
        warnings: entry.warnings,
        messages: entry.messages.iter().map(message).collect(),
        unlisted: entry.unlisted,
    }
}

fn output(file: &File) -> Output<'_> {
    Output {
        path: file.path.display().to_string(),
        format: &file.format,
        layout: file.layout.as_deref(),
        part: file.part.as_deref(),
        pages: file.pages,
        bytes: file.bytes,
        sha256: file.sha256(),
    }
}

fn message(diagnostic: &Diagnostic) -> Message<'_> {
    let span = diagnostic.span.as_ref();
    Message {
        code: diagnostic.code.name(),
        severity: diagnostic.code.severity().name(),
        line: span.map(|span| span.line),
        column: span.map(|span| span.column),
        cell: diagnostic.cell.as_ref().map(ToString::to_string),
        pointer: diagnostic.pointer.as_deref(),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
    }
}
