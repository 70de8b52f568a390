//! What is noted down while a table is read: where things came from, what was left over, and how it was understood.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{CellPlace, Code, Diagnostic};
use crate::forms::LOGO;
use crate::journey::limits::DOCUMENT_BYTES;
use crate::journey::{Json, Term, TermLanguage};
use crate::read::book::{Beside, Book, Kind};
use crate::read::reading::{Places, Reading, Step};
use crate::read::{json, limits};
use crate::tongue::{self, Phrase, say};

/// The notes of a reading.
#[derive(Default)]
pub(in crate::read) struct Notes {
    places: Places,
    left: Vec<(CellPlace, String)>,
    remarks: Vec<Diagnostic>,
    steps: Vec<Step>,
    count: LeftOver,
    /// What was said of cells that were left over, by the reason.
    reasons: BTreeMap<String, Phrase>,
    /// What is advised about them.
    kept: Option<Phrase>,
    beside: Vec<(CellPlace, Beside)>,
    /// What headers and the like may say again besides the journey.
    known: Vec<(String, Json)>,
}

/// How much has been left over: counted while it is met, so that a table that is no journey is given up before all of it has been
/// copied.
#[derive(Debug, Default)]
pub(in crate::read) struct LeftOver {
    cells: usize,
    bytes: usize,
}

impl LeftOver {
    /// What an entry takes in the document besides its place and its text, at the least.
    const ENTRY: usize = r#"{ "cell": "", "text": "" },"#.len();

    /// Counts a text of so many bytes, on the sheet of that name; whether there is still room for it.
    pub fn count(&mut self, sheet: Option<&str>, text: usize) -> bool {
        self.cells = self.cells.saturating_add(1);
        self.bytes = self.bytes.saturating_add(text.saturating_add(sheet.map_or(0, str::len)).saturating_add(Self::ENTRY));
        self.fits()
    }

    /// Whether all of it fits into a document.
    pub fn fits(&self) -> bool {
        self.cells <= limits::LEFT_OVER && self.bytes <= DOCUMENT_BYTES
    }

    /// That there is too much of it.
    fn check(&self) -> Result<(), Diagnostic> {
        if self.fits() {
            return Ok(());
        }
        let (most, mib) = (limits::LEFT_OVER, DOCUMENT_BYTES >> 20);
        let (code, message) = if self.cells > most {
            (Code::TooMany, say!("left-too-many", most = most))
        } else {
            (Code::TooLarge, say!("left-too-large", mib = mib))
        };
        Err(Diagnostic::new(code, message).help(say!("only-the-table")))
    }
}

impl Notes {
    /// The notes of a book, with what stands in it beside the cells: left over at the end, unless the journey says the same.
    pub fn of(book: &Book) -> Self {
        let mut notes = Self::default();
        notes.beside(book);
        notes
    }

    /// Says what a book said when it was written: its headers still do when its title was changed.
    pub fn knows(&mut self, document: Vec<(String, Json)>) {
        self.known = document;
    }

    /// Takes in what stands in a book beside the cells.
    pub fn beside(&mut self, book: &Book) {
        for page in &book.sheets {
            let place = |beside: &Beside| CellPlace { sheet: page.name.clone(), cell: beside.place.clone() };
            self.beside.extend(page.beside.iter().map(|beside| (place(beside), beside.clone())));
        }
    }

    /// Leaves over what stands beside the cells.
    fn leave_beside(&mut self, document: &[(String, Json)]) {
        let beside = std::mem::take(&mut self.beside);
        if beside.is_empty() {
            return;
        }
        let mut texts = Vec::new();
        document.iter().chain(&self.known).for_each(|(_, value)| told(value, &mut texts));
        texts.extend(beside.iter().filter_map(|(place, _)| place.sheet.as_deref()));
        texts.extend(Term::ALL.iter().flat_map(|term| TermLanguage::ALL.map(|language| term.text(language))));
        let said: BTreeSet<String> = texts.into_iter().map(squeezed).collect();
        let words: String = said.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        // Ours are cut off where they are too long, in the middle of a word if need be.
        let is_said = |text: &str| {
            let own = squeezed(text);
            let cut = || said.range(own.clone()..).next().is_some_and(|whole| whole.starts_with(&own));
            own.is_empty() || said.contains(&own) || text.trim_end().ends_with('…') && cut()
        };
        // In a book of ours the headers are ours, in whatever way names are joined in them.
        let ours = !self.known.is_empty();
        let worded = |line: &str| ours && line.split(|c: char| !c.is_alphanumeric()).all(|word| words.contains(&squeezed(word)));
        // Names stand behind each other, with their classes. What has a word more than the journey says more than it.
        let names = |line: &str| line.split([',', ';', '(', ')']).all(is_said);
        let repeats = |text: &str| text.lines().all(|line| is_said(line) || names(line) || worded(line));
        // The logo of a theme stands in the first cell of our own sheets.
        let is_ours =
            |place: &CellPlace, beside: &Beside| beside.kind == Kind::Picture && place.cell == "A1" && beside.text == LOGO;
        for (place, beside) in beside {
            let ours = is_ours(&place, &beside);
            let Beside { text, kind, .. } = beside;
            let again = match kind {
                // An address may stand within a text.
                Kind::Link => said.iter().any(|whole| whole.contains(&squeezed(&text))),
                _ => repeats(&text),
            };
            if !(ours || text.is_empty() || kind.may_repeat() && again) {
                self.leave(place, text, kind.why());
            }
        }
    }

    /// Says where the value with a JSON pointer in the document stands.
    pub fn from(&mut self, pointer: impl Into<String>, place: CellPlace) {
        self.places.values.insert(pointer.into(), place);
    }

    /// Says in which cell the value with a JSON pointer belongs, which is still to be filled in, and how that is labelled.
    pub fn blank(&mut self, pointer: impl Into<String>, label: impl Into<String>, place: CellPlace) {
        self.places.blanks.insert(pointer.into(), (label.into(), place));
    }

    /// Says how a part of the table was understood.
    pub fn step(&mut self, part: impl Into<Phrase>, meaning: impl Into<Phrase>) {
        self.steps.push(Step { part: part.into(), meaning: meaning.into() });
    }

    /// Says, before all else, that it may be no journey; one reason is enough.
    pub fn doubt(&mut self, why: impl Into<Phrase>) {
        if self.remarks.first().is_some_and(|remark| remark.code == Code::DoubtfulMatrix) {
            return;
        }
        let message = say!("doubtful", why = why.into());
        self.remarks.insert(0, Diagnostic::new(Code::DoubtfulMatrix, message).help(say!("doubtful-help")));
    }

    /// Says something that is worth knowing.
    pub fn remark(&mut self, remark: Diagnostic) {
        self.remarks.push(remark);
    }

    /// Keeps a cell that has no place in the journey, and says so. `why` completes “this cell …”: a text of the table, or its id.
    pub fn leave(&mut self, place: CellPlace, text: impl Into<String>, why: impl Into<Phrase>) {
        let text = text.into();
        if !self.count.count(place.sheet.as_deref(), text.len()) {
            return;
        }
        let why = why.into();
        // There may be many of few kinds.
        let message = if let Some(known) = self.reasons.get(why.english()) {
            known.clone()
        } else {
            let message = say!("left-over", why = tongue::of_id(why.english()).unwrap_or_else(|| why.clone()));
            self.reasons.insert(why.english().to_owned(), message.clone());
            message
        };
        let help = self.kept.get_or_insert_with(|| say!("left-over-help")).clone();
        self.remarks.push(Diagnostic::new(Code::NotPlaced, message).help(help).cell(place.clone()));
        self.left.push((place, text));
    }

    /// Says that more was left over than there is room for, of which nothing is kept.
    pub fn too_much(&mut self, counted: LeftOver) {
        self.count = counted;
    }

    /// The journey of a document, an object in which what was left over is put under `x.import.left`.
    ///
    /// # Errors
    /// When more was left over than a document takes; what the check finds, with the cells that it comes from.
    pub fn finish(mut self, mut document: Vec<(String, Json)>) -> Result<Reading, Vec<Diagnostic>> {
        self.leave_beside(&document);
        self.count.check().map_err(|problem| vec![problem])?;
        if !self.left.is_empty() {
            let entry = |(place, text): (CellPlace, String)| {
                Json::object([("cell", Json::text(place.to_string())), ("text", Json::text(text))])
            };
            let left = Json::List(std::mem::take(&mut self.left).into_iter().map(entry).collect());
            keep(&mut document, Json::object([("left", left)]));
        }
        let text = Json::Object(document).document();
        if text.len() > DOCUMENT_BYTES {
            let message = say!("journey-too-large", mib = DOCUMENT_BYTES >> 20);
            return Err(vec![Diagnostic::new(Code::TooLarge, message).help(say!("only-the-table"))]);
        }
        match json(&text) {
            Ok(journey) => Ok(Reading::of_table(journey, self.remarks, self.steps, self.places)),
            Err(mut problems) => {
                self.places.locate(&mut problems);
                // The text that these places are in is nobody's.
                for problem in &mut problems {
                    problem.span = None;
                }
                Err(problems)
            }
        }
    }
}

/// Adds the texts in a value.
fn told<'v>(value: &'v Json, texts: &mut Vec<&'v str>) {
    match value {
        Json::Text(text) => texts.push(text),
        Json::List(values) => values.iter().for_each(|value| told(value, texts)),
        Json::Object(fields) => fields.iter().for_each(|(_, value)| told(value, texts)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

/// A text by its letters and digits alone.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Puts `import` among the data of the document's own.
fn keep(document: &mut Vec<(String, Json)>, import: Json) {
    let own = document.iter_mut().find_map(|(name, value)| match value {
        Json::Object(fields) if name == "x" => Some(fields),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => None,
    });
    match own {
        Some(fields) => {
            fields.retain(|(name, _)| name != "import");
            fields.push(("import".to_owned(), import));
        }
        None => document.push(("x".to_owned(), Json::object([("import", import)]))),
    }
}
