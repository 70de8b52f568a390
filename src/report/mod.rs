//! A class at a glance: what a check of many hand-ins came to, as a workbook, a page and data.
//!
//! A [`Recorder`] takes down what happens in a run and keeps no journey: memory is in proportion to what was found. What comes of it is
//! a [`Report`], from which every form is made: a row for each hand-in, a column for each rule that is on, and the findings one by one.

mod again;
mod html;
mod json;
pub mod made;
mod palette;
mod recorder;
mod workbook;

use crate::diagnostic::{CellPlace, Severity, Words};
use crate::journey::rules::{Group, Rule};
use crate::journey::{Author, TermLanguage};
use crate::layout::theme::Theme;
use crate::meta::Timestamp;
use crate::tongue::{self, Phrase, say};
use crate::write::{self, Problem, Write, WriteError, xlsx};
pub use html::html;
pub use json::json;
pub use recorder::Recorder;
pub use workbook::workbook;

/// What a check of many hand-ins came to.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// How it looks: the first hue, and the logo.
    pub theme: Theme,
    /// The language of all that is said in it. The journeys keep theirs, and data are in English.
    pub language: TermLanguage,
    /// The name of the model that all were compared with.
    pub model: Option<String>,
    /// What was looked for, in the order of the columns.
    pub columns: Vec<Column>,
    /// The hand-ins, in the order in which they were found.
    pub rows: Vec<HandIn>,
    /// What was found in folders and is no hand-in, and why.
    pub passed_over: Vec<PassedOver>,
}

/// What is counted of each hand-in.
#[derive(Debug, Clone, Copy)]
pub enum Column {
    /// The findings of a rule that is on.
    Rule(&'static Rule),
    /// Warnings of another kind, such as pictures that cannot be shown. The column is there when there are any.
    Other,
    /// What the import of a workbook or table has to remark, such as cells that could not be placed in the journey. That does not make
    /// a hand-in incomplete.
    Import,
}

/// One hand-in.
#[derive(Debug, Clone)]
pub struct HandIn {
    /// Its path as it was named or found, or `<stdin>`.
    pub path: String,
    /// The journey in it; `None` when it is not valid or cannot be read.
    pub contents: Option<Contents>,
    /// What a document that breaks the format says of itself, as far as that can be read: its title, and who made it.
    pub claims: (Option<String>, Vec<Author>),
    /// The hand-in before it in which the same stands.
    pub same_as: Option<String>,
    /// The hand-in before it that the same people have made.
    pub also_by: Option<String>,
    /// Whether it could be read at all.
    pub readable: bool,
    /// Everything that was said of it: errors, or warnings.
    pub findings: Vec<Finding>,
}

/// What is told of a journey.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    /// Its title.
    pub title: String,
    /// The language of its texts, as a BCP 47 tag.
    pub language: String,
    /// Who made it.
    pub authors: Vec<Author>,
    /// How many cells hold something.
    pub filled: usize,
    /// How many cells there are: one for each phase in each lane.
    pub cells: usize,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule, or the code of an error or warning.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Which column counts it; `None` for errors.
    pub kind: Option<Kind>,
    /// The titles of the phases that it is about.
    pub phases: Vec<String>,
    /// The titles of the lanes that it is about.
    pub lanes: Vec<String>,
    /// Where in a workbook or table.
    pub cell: Option<CellPlace>,
    /// Where in the text of a document: line and column, from 1.
    pub line: Option<(usize, usize)>,
    /// Where in the document, as a JSON pointer (RFC 6901).
    pub pointer: Option<String>,
    /// What was found, in English and on one line.
    pub message: String,
    /// What to do about it, in English and on one line.
    pub help: Option<String>,
    /// Both as they stand in the table of texts.
    pub words: Words,
}

/// What a warning is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A rule.
    Rule(&'static str),
    /// Something else that journeys are looked at for.
    Other,
    /// The import of a workbook or table.
    Import,
}

/// What became of a hand-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A valid journey that lacks nothing.
    Complete,
    /// A valid journey, and so many things that it lacks.
    Findings(usize),
    /// No valid journey: so many errors.
    Invalid(usize),
    /// It cannot be read.
    Unreadable,
}

/// What was found in a folder and is no hand-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// Its path.
    pub path: String,
    /// Why.
    pub why: Phrase,
}

/// How many hand-ins there are of each status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Complete ones.
    pub complete: usize,
    /// Valid ones that lack something.
    pub findings: usize,
    /// Those that are no valid journey.
    pub invalid: usize,
    /// Those that cannot be read.
    pub unreadable: usize,
}

/// What a report is written as; the extension of its file decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A workbook.
    Xlsx,
    /// A page.
    Html,
    /// Data.
    Json,
}

impl Form {
    /// Every form, with the extension of its files.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Xlsx, "xlsx"), (Self::Html, "html"), (Self::Json, "json")];

    /// The form of files with that extension, whatever its case.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| known.eq_ignore_ascii_case(extension)).map(|(form, _)| form)
    }

    /// The bytes of a report in this form: the same for the same report and time, which only workbooks have.
    ///
    /// # Errors
    /// When a workbook cannot be written, which is a fault of the program.
    pub fn write(self, report: &Report, created: Timestamp) -> Result<Vec<u8>, WriteError> {
        match self {
            Self::Html => Ok(html(report).into_bytes()),
            Self::Json => Ok(json(report).into_bytes()),
            Self::Xlsx => {
                let failed = || WriteError::new(xlsx::FORMAT.name, Problem::NoFile);
                let Write::Book(write) = xlsx::FORMAT.write else { return Err(failed()) };
                let written = write(&workbook(report, created), &write::Options::default())?;
                written.parts.into_iter().next().map(|part| part.bytes).ok_or_else(failed)
            }
        }
    }
}

impl Report {
    /// How many hand-ins there are of each status.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for row in &self.rows {
            match row.status() {
                Status::Complete => tally.complete += 1,
                Status::Findings(_) => tally.findings += 1,
                Status::Invalid(_) => tally.invalid += 1,
                Status::Unreadable => tally.unreadable += 1,
            }
        }
        tally
    }

    /// How much a column counts in all hand-ins.
    #[must_use]
    pub fn total(&self, column: Column) -> usize {
        self.rows.iter().filter_map(|row| row.count(column)).sum()
    }

    /// In how many hand-ins a column counts something.
    #[must_use]
    pub fn concerned(&self, column: Column) -> usize {
        self.rows.iter().filter(|row| row.count(column).is_some_and(|count| count > 0)).count()
    }

    /// The folder that all hand-ins are in, with a `/` at its end; empty when there is none.
    #[must_use]
    pub fn folder(&self) -> &str {
        let folder = |path: &'_ str| path.rfind(['/', '\\']).map_or(0, |end| end + 1);
        let Some(first) = self.rows.first() else { return "" };
        let mut common = &first.path[..folder(&first.path)];
        for row in &self.rows {
            while !row.path.starts_with(common) {
                common = &common[..folder(&common[..common.len() - 1])];
            }
        }
        common
    }
}

impl Column {
    /// The id of the rule, `other` or `import`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.id,
            Self::Other => "other",
            Self::Import => "import",
        }
    }

    /// One sentence on what is counted.
    #[must_use]
    pub fn summary(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.summary,
            Self::Other => "Something else is the matter, such as a picture that cannot be shown.",
            Self::Import => {
                "The import of a workbook or table has a remark, such as a cell that has no place in the journey; this is no finding."
            }
        }
    }

    /// What it is called, in a language: in English its id.
    #[must_use]
    pub fn name_in(self, language: TermLanguage) -> String {
        name_of(self.id(), language)
    }

    /// One sentence on what is counted, in a language.
    #[must_use]
    pub fn summary_in(self, language: TermLanguage) -> String {
        tongue::named(&format!("rule-{}", self.id()), language).unwrap_or_else(|| self.summary().to_owned())
    }

    /// The name of the columns that it stands among, in a language.
    #[must_use]
    pub fn group_in(self, language: TermLanguage) -> String {
        tongue::named(&format!("group-{}", self.group()), language).unwrap_or_else(|| self.group().to_owned())
    }

    /// The name of the columns that it stands among.
    #[must_use]
    pub fn group(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.group.name(),
            Self::Other => "other",
            Self::Import => "import",
        }
    }

    fn kind(self) -> Kind {
        match self {
            Self::Rule(rule) => Kind::Rule(rule.id),
            Self::Other => Kind::Other,
            Self::Import => Kind::Import,
        }
    }
}

impl HandIn {
    /// What became of it.
    #[must_use]
    pub fn status(&self) -> Status {
        match (&self.contents, self.readable) {
            (None, false) => Status::Unreadable,
            (None, true) => Status::Invalid(self.errors()),
            (Some(_), _) => match self.lacking() {
                0 => Status::Complete,
                lacking => Status::Findings(lacking),
            },
        }
    }

    /// The title of the journey, or what a document that breaks the format has for one.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.contents.as_ref().map(|contents| contents.title.as_str()).or(self.claims.0.as_deref())
    }

    /// Who made the journey, or the document that breaks the format.
    #[must_use]
    pub fn authors(&self) -> &[Author] {
        self.contents.as_ref().map_or(&self.claims.1, |contents| &contents.authors)
    }

    /// What is wanting: errors, and findings that are none of the import.
    fn wanting(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.kind != Some(Kind::Import))
    }

    /// Why there is no journey in it, in words: the first error, and how many more there are.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        self.refusal_in(TermLanguage::En)
    }

    /// The same in a language.
    #[must_use]
    pub fn refusal_in(&self, language: TermLanguage) -> Option<String> {
        if self.contents.is_some() {
            return None;
        }
        let first = self.findings.iter().find(|finding| finding.severity == Severity::Error)?;
        let message = first.message_phrase();
        let refusal = match self.errors() - 1 {
            0 => message,
            more => say!("more-errors", message = message, count = more),
        };
        Some(refusal.text(language).into_owned())
    }

    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    }

    /// How much it lacks: all warnings but those of the import.
    #[must_use]
    pub fn lacking(&self) -> usize {
        self.findings.iter().filter(|finding| matches!(finding.kind, Some(Kind::Rule(_) | Kind::Other))).count()
    }

    /// How much a column counts; `None` when there is no journey to look at.
    #[must_use]
    pub fn count(&self, column: Column) -> Option<usize> {
        self.contents.as_ref()?;
        Some(self.findings.iter().filter(|finding| finding.kind == Some(column.kind())).count())
    }

    /// How many findings the rules of a group have.
    #[must_use]
    pub fn count_of_group(&self, group: Group) -> usize {
        let of_group = |id: &str| Rule::named(id).is_some_and(|rule| rule.group == group);
        self.findings.iter().filter(|finding| matches!(finding.kind, Some(Kind::Rule(id)) if of_group(id))).count()
    }

    /// The classes of its authors, each once.
    fn classes(&self) -> Vec<&str> {
        let mut classes: Vec<&str> = Vec::new();
        let authors = self.contents.iter().flat_map(|contents| &contents.authors);
        for class in authors.filter_map(|author| author.class.as_deref()) {
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
        classes
    }
}

impl Status {
    /// A sign that tells it without colour.
    fn sign(self) -> &'static str {
        match self {
            Self::Complete => "✓",
            Self::Findings(_) => "▲",
            Self::Invalid(_) | Self::Unreadable => "✗",
        }
    }

    /// In words.
    fn words(self) -> Phrase {
        match self {
            Self::Complete => say!("status-complete"),
            Self::Findings(number) => say!("status-findings", count = number),
            Self::Invalid(_) => say!("status-invalid"),
            Self::Unreadable => say!("status-unreadable"),
        }
    }

    /// The stable name, as data have it.
    fn name(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Findings(_) => "findings",
            Self::Invalid(_) => "invalid",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Tally {
    /// All hand-ins.
    #[must_use]
    pub fn all(self) -> usize {
        self.complete + self.findings + self.invalid + self.unreadable
    }

    /// Each number that is not zero, with its status and its words.
    fn parts(self) -> Vec<(usize, Status, Phrase)> {
        let parts = [
            (self.complete, Status::Complete, say!("tally-complete", count = self.complete)),
            (self.findings, Status::Findings(0), say!("tally-findings", count = self.findings)),
            (self.invalid, Status::Invalid(0), say!("tally-invalid", count = self.invalid)),
            (self.unreadable, Status::Unreadable, say!("tally-unreadable", count = self.unreadable)),
        ];
        parts.into_iter().filter(|(number, ..)| *number > 0).collect()
    }

    /// The same on one line.
    fn words(self, language: TermLanguage) -> String {
        let parts = self.parts();
        parts.iter().map(|(number, _, words)| format!("{number} {}", words.text(language))).collect::<Vec<_>>().join(", ")
    }
}

impl Finding {
    /// Where it is, for people: the cell, else the line.
    fn place(&self, language: TermLanguage) -> String {
        match (&self.cell, self.line) {
            (Some(cell), _) => cell.name_in(language),
            (None, Some((line, _))) => say!("place-line", line = line).text(language).into_owned(),
            (None, None) => String::new(),
        }
    }

    /// What it is of, for people, with a sign and the colours of a status.
    fn nature(&self) -> (&'static str, Phrase, Option<Status>) {
        match self.kind {
            None => ("✗", say!("nature-error"), Some(Status::Unreadable)),
            Some(Kind::Rule(_) | Kind::Other) => ("▲", say!("nature-finding"), Some(Status::Findings(1))),
            Some(Kind::Import) => ("○", say!("nature-import"), None),
        }
    }

    /// What was found, as it stands in the table of texts, or as it is.
    fn message_phrase(&self) -> Phrase {
        self.words.message.clone().unwrap_or_else(|| self.message.as_str().into())
    }

    /// What was found, in a language.
    #[must_use]
    pub fn message_in(&self, language: TermLanguage) -> String {
        self.message_phrase().text(language).into_owned()
    }

    /// What to do about it, in a language.
    #[must_use]
    pub fn help_in(&self, language: TermLanguage) -> Option<String> {
        let known = self.words.help.as_ref().map(|help| help.text(language).into_owned());
        known.or_else(|| self.help.clone())
    }
}

/// What a rule, or the code of an error or a warning, is called: its name in that language, else itself.
fn name_of(code: &str, language: TermLanguage) -> String {
    tongue::named(&format!("name-{code}"), language).unwrap_or_else(|| code.to_owned())
}

/// A message in which quotation marks stand for its backticks; what has its own, such as code, needs none.
fn quoted(message: &str, language: TermLanguage) -> String {
    let (open, close) = if language == TermLanguage::En { ("“", "”") } else { language.quotes() };
    let parts: Vec<_> = message.split('`').collect();
    if parts.len() % 2 == 0 {
        return message.to_owned();
    }
    let bare = |index: usize, part: &str| index.is_multiple_of(2) || part.contains('"');
    let part = |(index, part): (usize, &str)| if bare(index, part) { part.to_owned() } else { format!("{open}{part}{close}") };
    parts.into_iter().enumerate().map(part).collect()
}

/// What the report is called.
fn title(report: &Report) -> String {
    let folder = clipped(report.folder().trim_end_matches(['/', '\\']), 80);
    let title = if folder.is_empty() { say!("report-title") } else { say!("report-title-of", folder = folder) };
    title.text(report.language).into_owned()
}

/// The names of neighbouring columns, with how many columns each has.
fn bands(report: &Report) -> Vec<(String, usize)> {
    let mut bands: Vec<(String, usize)> = Vec::new();
    for column in &report.columns {
        let group = column.group_in(report.language);
        match bands.last_mut() {
            Some((name, count)) if *name == group => *count += 1,
            _ => bands.push((group, 1)),
        }
    }
    bands
}

/// A word with a capital.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A text of at most that many characters: the whole text on one line, or its beginning with an ellipsis.
fn clipped(text: &str, most: usize) -> String {
    let line = crate::diagnostic::on_page(text);
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
