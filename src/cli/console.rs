//! Messages on the standard error, in the form that was asked for.

use std::cell::{Cell, RefCell};
use std::env;
use std::io::{self, IsTerminal, Write};

use indicatif::ProgressDrawTarget;
use serde::Serialize;

use super::args::{ColorWhen, Talk};
use super::gather::{Form, gather};
use super::progress::{Ended, Failed, Progress};
use super::speech;
use crate::batch::discover::{self, Found, Skip};
use crate::batch::run::{Event, Failure, Tally};
use crate::diagnostic::{Diagnostic, Elsewhere, MessageFormat, Severity, Source, json, one_line, render_in};
use crate::journey::TermLanguage;
use crate::tongue::{Phrase, in_quotes, joined, say};

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Volume {
    /// Errors and warnings.
    Quiet,
    /// And what was done, in a line, and what was passed over.
    Normal,
    /// And each file written.
    Verbose,
}

/// Where messages go, and which of them.
pub(super) struct Console {
    format: MessageFormat,
    /// The language that was asked for, which no settings change.
    asked: Option<TermLanguage>,
    language: Cell<TermLanguage>,
    volume: Volume,
    colour: bool,
    /// Whether data on the standard output is in colour.
    pub colour_data: bool,
    /// Whether warnings make the run fail.
    pub strict: bool,
    /// How far a run of several inputs is.
    progress: RefCell<Option<Progress>>,
    /// The errors in the input whose turn it is.
    errors: RefCell<Errors>,
}

/// The errors that were found in an input: the first, in words, and how many there are.
#[derive(Default)]
struct Errors {
    first: Option<Phrase>,
    count: usize,
}

/// A message of the program itself, with the fields of a diagnostic.
#[derive(Serialize)]
struct Record<'a> {
    code: &'static str,
    severity: &'static str,
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    pointer: Option<&'a str>,
    message: &'a str,
    help: Option<&'a str>,
}

impl Console {
    pub fn new(talk: &Talk) -> Self {
        let colour = |terminal: bool| match talk.color {
            ColorWhen::Always => true,
            ColorWhen::Never => false,
            ColorWhen::Auto => terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        };
        let (colour, colour_data) = (colour(io::stderr().is_terminal()), colour(io::stdout().is_terminal()));
        let volume = match (talk.quiet, talk.verbose) {
            (true, _) => Volume::Quiet,
            (false, true) => Volume::Verbose,
            (false, false) => Volume::Normal,
        };
        let (progress, errors) = (RefCell::default(), RefCell::default());
        let language = Cell::new(talk.lang.unwrap_or_else(speech::of_environment));
        Self {
            format: talk.message_format,
            asked: talk.lang,
            language,
            volume,
            colour,
            colour_data,
            strict: talk.strict,
            progress,
            errors,
        }
    }

    /// From here on this language is spoken, where somebody has set it and the command line says no other.
    pub fn speak(&self, set: Option<TermLanguage>) {
        if let Some(language) = set.filter(|_| self.asked.is_none()) {
            self.language.set(language);
        }
    }

    /// The language of reports.
    pub fn language(&self) -> TermLanguage {
        self.language.get()
    }

    /// The language of messages: what programs read is English.
    fn spoken(&self) -> TermLanguage {
        if self.for_programs() { TermLanguage::En } else { self.language() }
    }

    /// A text in the language of messages.
    pub fn in_words(&self, phrase: &Phrase) -> String {
        in_quotes(&phrase.text(self.spoken()), self.spoken()).into_owned()
    }

    /// Something that went wrong.
    pub fn error(&self, code: &'static str, path: Option<&str>, message: &str) {
        self.say(code, "error", path, message);
    }

    /// Something to know.
    pub fn warning(&self, code: &'static str, path: Option<&str>, message: &str) {
        self.say(code, "warning", path, message);
    }

    /// Something that went as it should.
    pub fn note(&self, code: &'static str, path: Option<&str>, message: &str) {
        if self.volume > Volume::Quiet {
            self.say(code, "note", path, message);
        }
    }

    /// Something that went as it should, in the language of messages.
    pub fn told(&self, code: &'static str, path: Option<&str>, message: &Phrase) {
        self.note(code, path, &self.in_words(message));
    }

    /// Something that went as it should, at a place in an input.
    pub fn note_at(&self, code: &'static str, place: &Elsewhere, message: &str) {
        if self.volume > Volume::Quiet {
            self.say_at(code, "note", Some(place), Some(&place.path), message);
        }
    }

    /// From here on it is shown how far the run is, when there are several inputs, and at its end what failed. Not to be asked for where
    /// data go to the standard output, which may be the same terminal.
    pub fn begin(&self, found: &[Found]) {
        let sources = discover::count(found);
        if sources > 1 && self.volume > Volume::Quiet {
            let terminal = io::stderr().is_terminal() && !self.for_programs();
            *self.progress.borrow_mut() = Some(Progress::new(sources, terminal.then(ProgressDrawTarget::stderr)));
        }
    }

    /// What happens in a run.
    pub fn tell(&self, event: &Event) {
        self.say_event(event);
        let failed = match event {
            Event::Done { .. } | Event::Kept { .. } => None,
            Event::Failed { name, failure } => Some(Failed { name: (*name).to_owned(), reason: self.reason(failure) }),
            Event::Diagnosed { diagnostics, .. } => return self.errors.borrow_mut().take(diagnostics),
            Event::Skipped(..) | Event::Read { .. } | Event::Took(_) => return,
        };
        *self.errors.borrow_mut() = Errors::default();
        let line = self.progress.borrow_mut().as_mut().and_then(|progress| progress.step(failed));
        if let Some(line) = line.filter(|_| self.volume == Volume::Verbose) {
            self.note("progress", None, &line);
        }
    }

    /// Why nothing came of an input, in a few words.
    pub fn reason(&self, failure: &Failure) -> Phrase {
        let errors = self.errors.borrow();
        match failure {
            Failure::Invalid | Failure::NotNormal if errors.count > 0 => errors.said().unwrap_or_else(|| failure.phrase()),
            Failure::Invalid
            | Failure::NotNormal
            | Failure::Unchosen(_)
            | Failure::NoDocument
            | Failure::Unreadable(_)
            | Failure::Unwritten(_)
            | Failure::Defect(_)
            | Failure::Undelivered(_) => failure.phrase(),
        }
    }

    fn say_event(&self, event: &Event) {
        match event {
            // Each folder says how many there are.
            Event::Skipped(_, Skip::Document | Skip::Table | Skip::Other | Skip::Picture | Skip::NotPicked | Skip::System)
                if self.volume < Volume::Verbose => {}
            Event::Skipped(path, skip) => {
                self.told("skipped", Some(&path.display().to_string()), &say!("skipped", why = skip.phrase()));
            }
            Event::Diagnosed { name, text, diagnostics } => {
                let loud = |remark: &&Diagnostic| self.volume > Volume::Quiet || remark.code.severity() > Severity::Note;
                let diagnostics: &[Diagnostic] = &diagnostics.iter().filter(loud).cloned().collect::<Vec<_>>();
                let gathered = match (self.format, self.volume) {
                    (MessageFormat::Human, Volume::Quiet | Volume::Normal) => Some(gather(diagnostics, Form::Help)),
                    (MessageFormat::Short, Volume::Quiet | Volume::Normal) => Some(gather(diagnostics, Form::Message)),
                    (MessageFormat::Human | MessageFormat::Short, Volume::Verbose) | (MessageFormat::Json, _) => None,
                };
                let texts = gathered.as_deref().unwrap_or(diagnostics).iter().map(|remark| {
                    let blank = if self.format == MessageFormat::Human { "\n" } else { "" };
                    render_in(self.spoken(), remark, Source { name, text }, self.format, self.colour) + blank
                });
                self.put(&texts.collect::<String>());
            }
            Event::Failed { name, failure } => match failure {
                // The diagnostics have said it.
                Failure::Invalid | Failure::NotNormal => {}
                Failure::Unwritten(error) if error.is_usage() => self.error("usage", Some(name), &failure.to_string()),
                Failure::Unchosen(_) => self.error("usage", Some(name), &self.in_words(&failure.phrase())),
                Failure::NoDocument => self.error("no-document", Some(name), &self.in_words(&failure.phrase())),
                Failure::Unreadable(_) => self.error("unreadable", Some(name), &self.in_words(&failure.phrase())),
                Failure::Unwritten(_) | Failure::Defect(_) => self.error("fault", Some(name), &failure.to_string()),
                Failure::Undelivered(_) => self.error("unwritable", Some(name), &failure.to_string()),
            },
            Event::Done { name, files } if self.volume == Volume::Verbose => {
                for file in *files {
                    self.told("written", Some(name), &say!("written", path = file.path.display().to_string()));
                }
            }
            Event::Kept { name, warnings, files, .. } if self.volume == Volume::Verbose => {
                let warned = if *warnings > 0 { format!(", with {}", count(*warnings, "warning")) } else { String::new() };
                self.note("unchanged", Some(name), &format!("unchanged: {}{warned}", count(files.len(), "file")));
            }
            Event::Read { .. } | Event::Done { .. } | Event::Kept { .. } | Event::Took(_) => {}
        }
    }

    /// Whether each poster of so many says how it fits: one that is made alone does, and of many only to those who want to know all.
    pub fn says_fit(&self, several: bool) -> bool {
        match self.volume {
            Volume::Quiet => false,
            Volume::Normal => !several || self.for_programs(),
            Volume::Verbose => true,
        }
    }

    /// Whether programs read the messages: then what is said is one object a line.
    pub fn for_programs(&self) -> bool {
        self.format == MessageFormat::Json
    }

    /// Whether text may bear colours.
    pub fn coloured_text(&self) -> bool {
        self.colour
    }

    /// The columns of the terminal; without one, those of a page of text.
    pub fn width() -> usize {
        terminal_size::terminal_size_of(io::stderr()).map_or(100, |(width, _)| usize::from(width.0))
    }

    /// A table, for people.
    pub fn table(&self, table: &str) {
        if self.volume > Volume::Quiet && self.format == MessageFormat::Human {
            self.put(&format!("{table}\n"));
        }
    }

    /// The end of a run: which inputs failed and why, and in the last line what was done and what was not.
    pub fn sum_up(&self, done: Option<Phrase>, tally: Tally) {
        // Nothing of the bar is left when there is something to say.
        let progress = self.progress.borrow_mut().take();
        if let Some(ended) = progress.map(Progress::end) {
            self.name_failed(&ended);
        }
        let failed = (tally.failed > 0).then(|| say!("summary-failed", failed = tally.failed, all = tally.done + tally.failed));
        let warned = (tally.warnings > 0).then(|| say!("summary-warnings", count = tally.warnings));
        let left = (tally.left > 0).then(|| say!("summary-left", count = tally.left));
        if let Some(all) = joined([done, failed, left, warned].into_iter().flatten()) {
            self.told("summary", None, &all);
        }
    }

    /// Names what failed, with the reason of each.
    fn name_failed(&self, Ended { failed, more }: &Ended) {
        let indent = if self.for_programs() || failed.is_empty() { "" } else { "  " };
        if !indent.is_empty() {
            self.told("failed", None, &say!("failed"));
        }
        for Failed { name, reason } in failed {
            let reason = self.in_words(reason);
            if indent.is_empty() {
                self.note("failed", Some(name), &reason);
            } else {
                self.note("failed", None, &format!("{indent}{name}: {reason}"));
            }
        }
        if *more > 0 {
            self.note("failed", None, &format!("{indent}{}", self.in_words(&say!("and-more", count = *more))));
        }
    }

    fn say(&self, code: &'static str, severity: &'static str, path: Option<&str>, message: &str) {
        self.say_at(code, severity, None, path, message);
    }

    fn say_at(&self, code: &'static str, severity: &'static str, place: Option<&Elsewhere>, path: Option<&str>, message: &str) {
        let span = place.and_then(|place| place.span.as_ref());
        let (line, column) = (span.map(|span| span.line), span.map(|span| span.column));
        let at = span.map(|span| format!("{}:{}:", span.line, span.column)).unwrap_or_default();
        let prefix = path.map(|path| format!("{}:{at} ", one_line(path))).unwrap_or_default();
        let line = match self.format {
            MessageFormat::Json => {
                let pointer = place.map(|place| place.pointer.as_str());
                json(&Record { code, severity, path, line, column, pointer, message, help: None })
            }
            MessageFormat::Human | MessageFormat::Short if severity == "note" => format!("{prefix}{}", one_line(message)),
            MessageFormat::Short => format!("{prefix}{severity}[{code}]: {}", one_line(message)),
            MessageFormat::Human => format!("{}: {prefix}{}", self.coloured(severity), one_line(message)),
        };
        self.put(&(line + "\n"));
    }

    fn put(&self, text: &str) {
        // There is no other place to say that the standard error is closed.
        let write = || drop(io::stderr().lock().write_all(text.as_bytes()));
        match self.progress.borrow().as_ref() {
            Some(progress) => progress.aside(write),
            None => write(),
        }
    }

    fn coloured(&self, severity: &str) -> String {
        let (colour, name) = if severity == "error" { (31, Severity::Error) } else { (33, Severity::Warning) };
        let name = name.name_in(self.spoken());
        if self.colour { format!("\u{1b}[1;{colour}m{name}\u{1b}[0m") } else { name }
    }
}

/// A number with its noun, such as `1 file` and `2 files`.
pub(super) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

impl Errors {
    fn take(&mut self, diagnostics: &[Diagnostic]) {
        for error in diagnostics.iter().filter(|remark| remark.code.severity() == Severity::Error) {
            self.count += 1;
            if self.count == 1 {
                let line = error.span.as_ref().map(|span| format!("{}:{}", span.line, span.column));
                let cell = || error.cell.as_ref().map(ToString::to_string);
                let message = error.message_phrase();
                self.first = Some(match line.or_else(cell) {
                    Some(place) => say!("at-place", place = place, message = message),
                    None => message,
                });
            }
        }
    }

    fn said(&self) -> Option<Phrase> {
        let first = self.first.clone()?;
        Some(match self.count {
            0 | 1 => first,
            count => say!("first-of-errors", message = first, more = count - 1),
        })
    }
}
