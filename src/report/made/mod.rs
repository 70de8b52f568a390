//! What an export came to, input by input: as data, as a table and as a contact sheet.

mod html;
mod json;
mod table;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Severity};
use crate::journey::TermLanguage;
use crate::tongue::Phrase;
use crate::write::WriteError;

/// So many messages of an input are listed; the rest is counted.
const MOST_MESSAGES: usize = 100;

/// What a report of an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Data.
    Json,
    /// A table, a row for each file and each input that failed.
    Csv,
    /// A page with a thumbnail of each poster.
    Html,
}

/// A report is known by no more bytes than these at its beginning.
pub const LONGEST_HEAD: u64 = 512;

/// Whether a file that begins so is such a report.
#[must_use]
pub fn is_report(beginning: &[u8]) -> bool {
    let pages = TermLanguage::ALL.map(html::head);
    let heads = pages.into_iter().chain([json::HEAD.to_owned(), table::head()]);
    heads.into_iter().any(|head| beginning.starts_with(head.as_bytes()))
}

/// What came of all inputs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Made {
    /// The language of the page. The journeys keep theirs, and data are in English.
    pub language: TermLanguage,
    /// Each input, in the order of the run.
    pub entries: Vec<Entry>,
    /// What was passed over, and why.
    pub passed_over: Vec<(String, Phrase)>,
    /// Inputs whose turn did not come, since the run stopped at the first failure.
    pub left: usize,
    /// The input whose turn it is.
    open: Entry,
}

/// What came of an input.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// Its name, a path for most.
    pub path: String,
    /// The title of its journey; `None` when it holds none.
    pub title: Option<String>,
    /// Why nothing came of it; `None` when all is right.
    pub why: Option<Phrase>,
    /// Whether its files are those of an earlier run.
    pub unchanged: bool,
    /// How long it took, in seconds, from reading to the last file in its place.
    pub seconds: f64,
    /// The files that came of it.
    pub files: Vec<File>,
    /// What there was to say of it, as far as it is listed.
    pub messages: Vec<Diagnostic>,
    /// Errors and warnings in all.
    pub errors: usize,
    /// Warnings in all.
    pub warnings: usize,
    /// Messages that are not listed.
    pub unlisted: usize,
}

/// A file that came of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it is, as the run names it.
    pub path: PathBuf,
    /// The name of its format.
    pub format: String,
    /// The layout that it shows.
    pub layout: Option<String>,
    /// The number of its page, where it is one of several, or what else tells it from the other files of that layout and format.
    pub part: Option<String>,
    /// How many pages it has; `None` of a workbook or a table.
    pub pages: Option<usize>,
    /// Its size in bytes.
    pub bytes: usize,
    /// The SHA-256 of its bytes.
    pub sum: [u8; 32],
}

impl Form {
    /// Every form with its extension.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Json, "json"), (Self::Csv, "csv"), (Self::Html, "html")];

    /// The form that an extension stands for, in any case.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| extension.eq_ignore_ascii_case(known)).map(|(form, _)| *form)
    }

    /// The report in this form. A page refers to the files by what `link` makes of their paths.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub fn write(self, made: &Made, link: &dyn Fn(&Path) -> String) -> Result<Vec<u8>, WriteError> {
        match self {
            Self::Json => Ok(json::json(made).into_bytes()),
            Self::Csv => table::csv(made),
            Self::Html => Ok(html::html(made, link).into_bytes()),
        }
    }
}

impl Made {
    /// Takes down that the input whose turn it is holds a journey.
    pub fn read(&mut self, title: &str) {
        self.open.title = Some(title.to_owned());
    }

    /// Takes down what there is to say of the input whose turn it is.
    pub fn found(&mut self, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            match diagnostic.code.severity() {
                Severity::Error => self.open.errors += 1,
                Severity::Warning => self.open.warnings += 1,
                Severity::Note => {}
            }
            if self.open.messages.len() < MOST_MESSAGES {
                self.open.messages.push(diagnostic.clone());
            } else {
                self.open.unlisted += 1;
            }
        }
    }

    /// Takes down how long the input took whose turn it is.
    pub fn took(&mut self, seconds: f64) {
        self.open.seconds = seconds;
    }

    /// Takes down that the input whose turn it is was done by an earlier run, which had so many warnings.
    pub fn kept(&mut self, title: &str, warnings: usize) {
        self.open.unchanged = true;
        self.open.warnings = warnings;
        self.read(title);
    }

    /// Takes down the end of the input whose turn it is: its files, or why nothing came of it. The next has its turn.
    pub fn ended(&mut self, path: &str, result: Result<Vec<File>, Phrase>) {
        let open = std::mem::take(&mut self.open);
        let (files, why) = match result {
            Ok(files) => (files, None),
            Err(why) => (Vec::new(), Some(why)),
        };
        self.entries.push(Entry { path: path.to_owned(), files, why, ..open });
    }

    fn failed(&self) -> usize {
        self.entries.iter().filter(|entry| entry.why.is_some()).count()
    }

    fn unchanged(&self) -> usize {
        self.entries.iter().filter(|entry| entry.unchanged).count()
    }

    fn files(&self) -> impl Iterator<Item = &File> {
        self.entries.iter().flat_map(|entry| &entry.files)
    }

    fn seconds(&self) -> f64 {
        self.entries.iter().map(|entry| entry.seconds).sum()
    }
}

impl Entry {
    /// `done`, `unchanged` or `failed`.
    fn status(&self) -> &'static str {
        match self {
            Self { why: Some(_), .. } => "failed",
            Self { unchanged: true, .. } => "unchanged",
            Self { .. } => "done",
        }
    }
}

impl File {
    /// The sum in hexadecimal digits.
    fn sha256(&self) -> String {
        self.sum.iter().fold(String::new(), |mut digits, byte| {
            // Nothing goes wrong where a text grows.
            let _ = write!(digits, "{byte:02x}");
            digits
        })
    }
}

/// Seconds to the millisecond.
fn rounded(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn what_is_taken_down_belongs_to_the_input_whose_turn_it_is() {
        let mut made = Made::default();
        made.read("Reis");
        made.found(&vec![Diagnostic::new(Code::NoGlyph, "no glyph"); MOST_MESSAGES + 3]);
        made.took(0.25);
        made.ended("a.json", Ok(Vec::new()));
        made.found(&[Diagnostic::new(Code::Syntax, "no JSON")]);
        made.ended("b.json", Err("no JSON".into()));
        let [first, second] = made.entries.as_slice() else { panic!("{made:?}") };
        assert_eq!((first.warnings, first.errors, first.messages.len(), first.unlisted), (103, 0, MOST_MESSAGES, 3));
        assert_eq!((first.title.as_deref(), first.status(), second.status()), (Some("Reis"), "done", "failed"));
        assert_eq!((second.title.as_deref(), second.errors, second.seconds), (None, 1, 0.0));
    }

    #[test]
    fn sums_and_reports_are_known_by_others() {
        let mut sum = [0; 32];
        (sum[0], sum[31]) = (0x0a, 0xff);
        let (path, format) = (PathBuf::new(), String::new());
        let file = File { path, format, layout: None, part: None, pages: None, bytes: 0, sum };
        assert_eq!(file.sha256(), format!("0a{}ff", "0".repeat(60)));
        for (form, _) in Form::ALL {
            let written = form.write(&Made::default(), &|_| String::new()).unwrap();
            let head = &written[..written.len().min(usize::try_from(LONGEST_HEAD).unwrap())];
            assert!(is_report(head) && !is_report(&head[1..]), "{form:?}");
        }
        assert_eq!(Form::of_extension("JSON"), Some(Form::Json));
        assert_eq!(Form::of_extension("xlsx"), None);
    }
}
