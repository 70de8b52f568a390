//! Diagnostics as text: for people, for editors and for programs.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::excerpt::Excerpt;
use super::harmless::{self, one_line};
use super::{Diagnostic, Fit, Severity};
use crate::tongue::{TermLanguage, in_quotes, say};

/// An input, to say where a diagnostic is and to quote from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The path as the user gave it, or `<stdin>`.
    pub name: &'a str,
    /// The text, in which the spans of the diagnostics are. May be lossy after the first byte that is not UTF-8.
    pub text: &'a str,
}

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MessageFormat {
    /// Several lines with an excerpt of the text, a caret under the place, and the remedy.
    #[default]
    Human,
    /// One line, `path:line:column: severity[code]: message`, which editors can jump to.
    Short,
    /// One JSON object a line with the fields `code`, `severity`, `path`, `line`, `column`, `pointer`, `message` and `help`;
    /// those that say nothing are `null`. A diagnostic about a table has `cell`, such as `Blad1!C7`; one about two places has `other` with `path`, `line`, `column` and `pointer`;
    /// one that says how a poster fits has `fit`, with the fields of [`Fit`].
    Json,
}

impl MessageFormat {
    /// Every format with its name on the command line.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Human, "human"), (Self::Short, "short"), (Self::Json, "json")];
}

impl Severity {
    /// `error`, `warning` or `note`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The same for people, in a language.
    #[must_use]
    pub fn name_in(self, language: TermLanguage) -> String {
        let name = match self {
            Self::Note => say!("severity-note"),
            Self::Warning => say!("severity-warning"),
            Self::Error => say!("severity-error"),
        };
        name.text(language).into_owned()
    }
}

/// A diagnostic of an input as text in English, with a line end. `colour` adds ANSI escapes to the human format.
///
/// ```
/// use klantreis::diagnostic::{MessageFormat, Source, render};
///
/// let text = r#"{ "klantreis": 1, "title": "T", "language": "nl", "phasse": [] }"#;
/// let problems = klantreis::read::json(text).unwrap_err();
/// let line = render(&problems[0], Source { name: "t.json", text }, MessageFormat::Short, false);
/// assert_eq!(line, "t.json:1:51: error[unknown-field]: a journey has no field `phasse`\n");
/// ```
#[must_use]
pub fn render(diagnostic: &Diagnostic, source: Source, format: MessageFormat, colour: bool) -> String {
    render_in(TermLanguage::En, diagnostic, source, format, colour)
}

/// The same in a language. What programs read stays in English: names of severities on one line, and all of JSON.
#[must_use]
pub fn render_in(language: TermLanguage, diagnostic: &Diagnostic, source: Source, format: MessageFormat, colour: bool) -> String {
    let mut text = match format {
        MessageFormat::Human => human(diagnostic, source, colour, language),
        MessageFormat::Short => short(diagnostic, source, language),
        MessageFormat::Json => json(diagnostic, source),
    };
    text.push('\n');
    text
}

fn human(diagnostic: &Diagnostic, source: Source, colour: bool, language: TermLanguage) -> String {
    let level = match diagnostic.code.severity() {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let level = level.with_name(diagnostic.code.severity().name_in(language));
    let said = |text: &str| one_line(&in_quotes(text, language));
    let title = level.clone().primary_title(said(&diagnostic.message_in(language))).id(diagnostic.code.name());
    let in_table = diagnostic.cell.as_ref().map(|cell| one_line(&format!(":{}", cell.name_in(language)))).unwrap_or_default();
    let mut origin = Origin::path(one_line(source.name) + &in_table);
    // The header and the excerpt are groups of their own, because the column of the header is that in the whole line.
    let mut excerpt = Group::with_level(level);
    if let Some(span) = &diagnostic.span {
        let Excerpt { line, marked } = Excerpt::of(source.text, &span.bytes);
        origin = origin.line(span.line).char_column(span.column);
        excerpt = excerpt.element(Snippet::source(line).line_start(span.line).annotation(AnnotationKind::Primary.span(marked)));
    }
    if let Some(pointer) = diagnostic.pointer.as_ref().filter(|pointer| !pointer.is_empty()) {
        excerpt = excerpt.element(Level::NOTE.with_name(say!("label-at").text(language).into_owned()).message(one_line(pointer)));
    }
    if let Some(help) = diagnostic.help_in(language) {
        excerpt = excerpt.element(Level::HELP.with_name(say!("label-help").text(language).into_owned()).message(said(&help)));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    if excerpt.is_empty() {
        return renderer.render(&[Group::with_title(title).element(origin)]);
    }
    let drawn = renderer.render(&[Group::with_title(title).element(origin), excerpt]);
    // Each group draws a bar between the two; with an excerpt one of them is enough.
    let bar = usize::from(diagnostic.span.is_some());
    let mut lines: Vec<_> = drawn.lines().collect();
    lines.drain(2..2 + bar);
    lines.join("\n")
}

fn short(diagnostic: &Diagnostic, source: Source, language: TermLanguage) -> String {
    let in_text = diagnostic.span.as_ref().map(|span| format!("{}:{}:", span.line, span.column));
    let in_table = diagnostic.cell.as_ref().map(|cell| format!("{}:", one_line(&cell.name_in(language))));
    let place = in_text.or(in_table).unwrap_or_default();
    let (severity, code) = (diagnostic.code.severity().name(), diagnostic.code.name());
    format!(
        "{}:{place} {severity}[{code}]: {}",
        one_line(source.name),
        one_line(&in_quotes(&diagnostic.message_in(language), language))
    )
}

#[derive(Serialize)]
struct Record<'a> {
    code: &'static str,
    severity: &'static str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    pointer: Option<&'a str>,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<OtherRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fit: Option<&'a Fit>,
}

#[derive(Serialize)]
struct OtherRecord<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    pointer: &'a str,
}

fn json(diagnostic: &Diagnostic, source: Source) -> String {
    let record = Record {
        code: diagnostic.code.name(),
        severity: diagnostic.code.severity().name(),
        path: source.name,
        line: diagnostic.span.as_ref().map(|span| span.line),
        column: diagnostic.span.as_ref().map(|span| span.column),
        cell: diagnostic.cell.as_ref().map(ToString::to_string),
        pointer: diagnostic.pointer.as_deref(),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        other: diagnostic.other.as_ref().map(|other| OtherRecord {
            path: &other.path,
            line: other.span.as_ref().map(|span| span.line),
            column: other.span.as_ref().map(|span| span.column),
            pointer: &other.pointer,
        }),
        fit: diagnostic.fit.as_deref(),
    };
    harmless::json(&record)
}

#[cfg(test)]
mod tests {
    use super::super::{CellPlace, Code, Span};
    use super::*;

    #[test]
    fn nothing_breaks_the_line_or_reaches_the_terminal() {
        let odd = "\n\r\u{1b}[31m\u{7f}\u{85}\u{9b}\u{202e}\u{2028}\u{200f}";
        let (name, message, help) = (format!("x{odd}y"), format!("no `a{odd}`"), format!("b{odd}"));
        let cell = CellPlace { sheet: Some(format!("Blad{odd}")), cell: "A1".into() };
        let span = Span { bytes: 5..7, line: 1, column: 4 };
        let plain = Diagnostic::new(Code::UnknownField, message).at(format!("/a{odd}")).help(help);
        for diagnostic in [plain.clone(), plain.clone().cell(cell), plain.span(span)] {
            for (format, _) in MessageFormat::ALL {
                let text = render(&diagnostic, Source { name: &name, text: &format!("a{}b", &odd[2..]) }, format, false);
                assert!(!text.trim_end_matches('\n').chars().any(|c| c != '\n' && harmless::is_harmful(c)), "{text:?}");
                let excerpt = if diagnostic.span.is_some() { 2 } else { 0 };
                assert_eq!(text.lines().count(), if format == MessageFormat::Human { 5 + excerpt } else { 1 }, "{text}");
            }
        }
    }

    #[test]
    fn the_caret_stands_under_what_is_escaped() {
        let text = "a\u{9b}\u{202e}\tøgoal";
        let start = text.find("goal").unwrap();
        let diagnostic = Diagnostic::new(Code::UnknownField, "no").span(Span { bytes: start..text.len(), line: 1, column: 6 });
        let drawn = render(&diagnostic, Source { name: "x", text }, MessageFormat::Human, false);
        let lines: Vec<_> = drawn.lines().collect();
        assert_eq!(
            lines[1..],
            [" --> x:1:6", "  |", "1 | a\\u{9b}\\u{202e}    øgoal", "  |                     ^^^^"],
            "{drawn}"
        );
    }

    #[test]
    fn a_place_outside_the_text_is_drawn_at_its_end() {
        let span = Span { bytes: 90..100, line: 1, column: 91 };
        let diagnostic = Diagnostic::new(Code::NotUtf8, "not UTF-8").span(span);
        let text = render(&diagnostic, Source { name: "x", text: "é" }, MessageFormat::Human, true);
        assert!(text.contains("x:1:91") && text.contains('\u{1b}'), "{text}");
    }
}
