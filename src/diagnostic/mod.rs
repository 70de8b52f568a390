//! What the program has to say about an input: a stable code, a place, a message and a remedy.

mod excerpt;
mod fit;
mod harmless;
mod render;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::tongue::{Argument, Phrase, TermLanguage, say};

pub use fit::{Fit, Smallest, Tightest, TypeSize};
pub(crate) use harmless::{harmless, json, on_page, one_line, pretty_json};
pub use render::{MessageFormat, Source, render, render_in};

/// One problem or remark.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The kind of problem; decides the severity.
    pub code: Code,
    /// What is wrong, in English, in one sentence without a full stop; [`message_in`](Self::message_in) says it in other languages.
    pub message: String,
    /// What to do about it, in English; [`help_in`](Self::help_in) says it in other languages.
    pub help: Option<Box<str>>,
    /// Where message and help are texts of the table ([`crate::tongue`]), these with what is put into them.
    pub words: Option<Box<Words>>,
    /// Where in the document, as a JSON pointer (RFC 6901); `""` is the whole document.
    pub pointer: Option<String>,
    /// Where in the text of the input.
    pub span: Option<Span>,
    /// Where in the tables of the input.
    pub cell: Option<Box<CellPlace>>,
    /// A second place that it is about, in another input.
    pub other: Option<Box<Elsewhere>>,
    /// The phases and lanes that it is about, where those are known.
    pub about: Option<Box<About>>,
    /// How a poster fits its paper, in a diagnostic that says so.
    pub fit: Option<Box<Fit>>,
}

/// A message and its help as they stand in the table of texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The message.
    pub message: Option<Phrase>,
    /// The help.
    pub help: Option<Phrase>,
}

/// The parts of a journey that a diagnostic is about, counted from zero. `pointer` leads to one place; this has them all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Phases, in their order.
    pub phases: Vec<usize>,
    /// Lanes, in their order.
    pub lanes: Vec<usize>,
    /// A field that it lacks, as a JSON pointer: where a table has a label for it, that cell is its place.
    pub lacks: Option<&'static str>,
}

/// A place in a workbook or a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The name of the sheet; `None` in a file that is one table.
    pub sheet: Option<String>,
    /// The cell as spreadsheets call it, such as `C7`; empty for a whole sheet.
    pub cell: String,
}

impl CellPlace {
    /// The same for people, in a language: a line of a text is no cell.
    #[must_use]
    pub fn name_in(&self, language: TermLanguage) -> String {
        let line = self.cell.strip_prefix("line ").and_then(|number| number.parse().ok());
        let Some(line) = line.filter(|_: &usize| self.sheet.is_none()) else { return self.to_string() };
        say!("place-line", line = line).text(language).into_owned()
    }
}

impl fmt::Display for CellPlace {
    /// `Blad1!C7`, or `C7` where there are no sheets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.sheet, self.cell.as_str()) {
            (Some(sheet), "") => f.write_str(sheet),
            (Some(sheet), cell) => write!(f, "{sheet}!{cell}"),
            (None, cell) => f.write_str(cell),
        }
    }
}

/// A place in another input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The path of that input as the user gave it, or `<stdin>`.
    pub path: String,
    /// Where in the document, as a JSON pointer (RFC 6901).
    pub pointer: String,
    /// Where in its text.
    pub span: Option<Span>,
}

/// A place in the text of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Bytes.
    pub bytes: Range<usize>,
    /// Line of the first byte, from 1.
    pub line: usize,
    /// Column of the first byte in its line, in characters, from 1.
    pub column: usize,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// All is right, and there is something to know about the outputs.
    Note,
    /// The journey is valid, and there is something to know about it or its outputs.
    Warning,
    /// No output was made.
    Error,
}

macro_rules! codes {
    ($($code:ident $name:literal $severity:ident $summary:literal;)*) => {
        /// The kinds of problem. Names are stable: scripts may match on them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $summary] $code,)*
            /// What a rule found that a journey still lacks. The rules ([`crate::journey::rules`]) bring their own names, so that
            /// there is no second list of them here.
            Finding {
                /// The id of the rule, such as `empty-cell`.
                rule: &'static str,
                /// One sentence on the rule.
                summary: &'static str,
            },
        }

        impl Code {
            /// Every code of this table, in its order; the rules are not among them.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// The stable name, such as `unknown-field`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* Self::Finding { rule, .. } => rule }
            }

            /// How bad a problem of this kind is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* Self::Finding { .. } => Severity::Warning }
            }

            /// One sentence on the kind of problem.
            #[must_use]
            pub fn summary(self) -> &'static str {
                match self { $(Self::$code => $summary,)* Self::Finding { summary, .. } => summary }
            }
        }
    };
}

codes! {
    // Of reading, from the bytes to the meaning.
    TooLarge "too-large" Error "The document has more bytes than the limit.";
    NotUtf8 "not-utf8" Error "The document is not UTF-8 text, nor in another encoding that is understood.";
    OtherEncoding "other-encoding" Warning "The document is not UTF-8 text and was read in the encoding that was found out.";
    Syntax "syntax" Error "The text is not JSON.";
    TooDeep "too-deep" Error "Arrays and objects are nested deeper than the limit.";
    DuplicateKey "duplicate-key" Error "An object has two fields of the same name.";
    UnknownVersion "unknown-version" Error "The document is of a version of the format that this program does not read.";
    UnknownField "unknown-field" Error "An object has a field that the format does not know.";
    MissingField "missing-field" Error "A field that must be there is not.";
    WrongType "wrong-type" Error "A value is of another type than its field takes.";
    TooMany "too-many" Error "There are more of a thing than the limit.";
    TooLong "too-long" Error "A text is longer than the limit.";
    EmptyTitle "empty-title" Error "A title or name holds nothing but white space.";
    EmptyItem "empty-item" Error "An item has neither text nor score nor picture.";
    NoPhases "no-phases" Error "The journey has no phase.";
    BadLanguage "bad-language" Error "The language is not a BCP 47 tag.";
    BadDate "bad-date" Error "The date is not a day of the calendar, written YYYY-MM-DD.";
    BadId "bad-id" Error "An id holds white space or control characters.";
    DuplicateId "duplicate-id" Error "Two stages, lanes, phases, personas or items have the same id.";
    UnknownKind "unknown-kind" Error "There is no lane kind of that name.";
    UnknownValue "unknown-value" Error "A text is not one of the values that its field takes.";
    UnknownReference "unknown-reference" Error "A persona, phase or item is named that is not there.";
    UnknownStage "unknown-stage" Error "A phase names a stage that is not in `stages`.";
    UnknownLane "unknown-lane" Error "A cell names a lane that is not there.";
    BadScale "bad-scale" Error "A scale's `min` is not below its `max`, its ends are too far from zero, or a label does not fit the scale.";
    ScoreOffScale "score-off-scale" Error "A score is not on the scale of its lane.";
    MisplacedField "misplaced-field" Error "A field stands where the kind of its lane, link or measurement gives it no meaning.";
    BadNumber "bad-number" Error "A number is out of bounds, or not a whole one where it must be.";
    BadSpan "bad-span" Error "An item ends in a phase that comes before its own.";
    BadMeasurement "bad-measurement" Error "A reading says nothing, says it twice, or is off the scale of its kind.";
    BadLink "bad-link" Error "A link out is not an absolute address.";
    BadPicture "bad-picture" Error "A picture's path is absolute, leads out of the document's folder, or is an address.";
    MoreProblems "more-problems" Error "There are more problems than are listed.";
    // Of `fmt --check`.
    NotNormal "not-normal" Error "A document is not written in its normal form.";
    // Of tables that are read.
    EmptyFile "empty-file" Error "The file has no bytes.";
    UnknownFormat "unknown-format" Error "The file is of a kind that journeys are not read from.";
    Encrypted "encrypted" Error "The file is protected with a password.";
    BrokenFile "broken-file" Error "The file is damaged or cut off.";
    NoCells "no-cells" Error "The file has no sheet with anything in a cell.";
    UnclosedQuote "unclosed-quote" Error "A quotation mark in a table of text is never closed.";
    WrongExtension "wrong-extension" Warning "The file is of another kind than its extension says.";
    GuessedEncoding "guessed-encoding" Warning "The text is not Unicode and was read in an older encoding, such as Windows-1252.";
    NoMatrix "no-matrix" Error "No table with phases and lanes was found.";
    DoubtfulMatrix "doubtful-matrix" Warning "A table was read as a journey, and nothing in it says that it is one.";
    PhaseReturns "phase-returns" Warning "A phase comes back further down in a list and was taken for the one of the same name above.";
    ScaleTurned "scale-turned" Warning "On a scale where the lowest score is best the scores were turned, so that what is good is drawn above.";
    FurtherJourney "further-journey" Warning "A file holds another journey besides the one that was read.";
    SeveralJourneys "several-journeys" Error "A table holds more than one journey.";
    NotPlaced "not-placed" Warning "A cell could not be placed in the journey; its text is kept under `x.import`.";
    KeptDataDamaged "kept-data-damaged" Warning "What a workbook keeps of its journey was damaged and is not used.";
    // Of pictures; a labelled frame stands for each that cannot be shown.
    PictureNotFound "picture-not-found" Warning "There is no file at the path of a picture.";
    PictureOutside "picture-outside" Warning "A picture lies outside the document's folder, or not in a file system.";
    PictureUnreadable "picture-unreadable" Warning "A picture's file cannot be read, or is no regular file.";
    PictureUnsupported "picture-unsupported" Warning "A picture is neither PNG nor JPEG nor SVG, or uses a part of them that cannot be shown.";
    PictureBroken "picture-broken" Warning "The data of a picture are damaged.";
    PictureTooLarge "picture-too-large" Warning "A picture has more bytes, pixels or parts than the limit.";
    // Of layouts and writers.
    DoesNotFit "does-not-fit" Warning "A cell did not fit on the page at the least legible size and goes on on a further page.";
    NothingToShow "nothing-to-show" Warning "The journey has nothing of what a layout shows; its template was made.";
    StickyNotes "sticky-notes" Note "How many sticky notes the cells of a poster hold that is still to be filled in.";
    Sheets "sheets" Note "On how many sheets of a smaller printer a poster is printed, and how they lie.";
    NoTransparency "no-transparency" Note "A transparent ground was asked for, and the theme has a ground of its own.";
    HardToRead "hard-to-read" Warning "Phase titles came out smaller than the distance asks for from which the paper is read, or than they should be beside their cells.";
    ThemeContrast "theme-contrast" Warning "Two colours of a theme of one's own, of which one stands on the other, have too little contrast.";
    ThemeHues "theme-hues" Warning "Two hues of a theme of one's own are hard to tell apart, with full colour vision or with one of three kinds of colour blindness.";
    NotShown "not-shown" Note "A journey has a part that none of the layouts made of it shows.";
    OtherLabels "other-labels" Note "What a document says of itself is in English, since there are no words for it in the language of the journey.";
    Fit "fit" Note "The sizes in which a poster is set at each distance, and what it would take to do better.";
    NoGlyph "no-glyph" Warning "No font has a character; its code point is drawn in a frame.";
    ForbiddenCharacter "forbidden-character" Warning "The format cannot hold a character; U+FFFD stands in its place.";
    SplitCell "split-cell" Warning "A cell holds more than the format allows and goes on in the next row.";
    // Of merging.
    MergeConflict "merge-conflict" Warning "Documents that are merged contradict each other; the first one stands.";
}

impl Diagnostic {
    /// A diagnostic without help or place.
    #[must_use]
    pub fn new(code: Code, message: impl Into<Phrase>) -> Self {
        let message: Phrase = message.into();
        let words = |message| Box::new(Words { message: Some(message), help: None });
        Self {
            code,
            message: message.english().to_owned(),
            help: None,
            words: message.is_in_table().then(|| words(message)),
            pointer: None,
            span: None,
            cell: None,
            other: None,
            about: None,
            fit: None,
        }
    }

    /// The same with a remedy.
    #[must_use]
    pub fn help(mut self, help: impl Into<Phrase>) -> Self {
        self.advise(Some(help.into()));
        self
    }

    /// Puts another message in the place of its own.
    pub(crate) fn say(&mut self, message: Phrase) {
        message.english().clone_into(&mut self.message);
        self.words.get_or_insert_default().message = Some(message);
    }

    /// Puts another help in the place of its own.
    pub(crate) fn advise(&mut self, help: Option<Phrase>) {
        self.help = help.as_ref().map(|help| help.english().into());
        if help.is_some() || self.words.is_some() {
            self.words.get_or_insert_default().help = help;
        }
    }

    /// Puts a value into its message and its help, where they have a place of that name.
    pub(crate) fn put(&mut self, name: &str, value: &Argument) {
        let Some(words) = &mut self.words else { return };
        if let Some(message) = &mut words.message {
            message.put(name, value.clone());
            message.english().clone_into(&mut self.message);
        }
        if let Some(help) = &mut words.help {
            help.put(name, value.clone());
            self.help = Some(help.english().into());
        }
    }

    /// The message as it stands in the table of texts, or as it is.
    pub(crate) fn message_phrase(&self) -> Phrase {
        // What somebody has put in its place since then is said as it is.
        let known = self.words.as_ref().and_then(|words| words.message.as_ref());
        known.filter(|known| known.english() == self.message).cloned().unwrap_or_else(|| self.message.as_str().into())
    }

    /// The help as it stands in the table of texts, or as it is.
    pub(crate) fn help_phrase(&self) -> Option<Phrase> {
        let help = self.help.as_deref()?;
        let known = self.words.as_ref().and_then(|words| words.help.as_ref());
        Some(known.filter(|known| known.english() == help).cloned().unwrap_or_else(|| help.into()))
    }

    /// What is wrong, in a language; in English where it is not in the table of texts.
    #[must_use]
    pub fn message_in(&self, language: TermLanguage) -> Cow<'_, str> {
        if language == TermLanguage::En {
            return Cow::Borrowed(&self.message);
        }
        Cow::Owned(self.message_phrase().text(language).into_owned())
    }

    /// What to do about it, in a language; in English where it is not in the table of texts.
    #[must_use]
    pub fn help_in(&self, language: TermLanguage) -> Option<Cow<'_, str>> {
        if language == TermLanguage::En {
            return self.help.as_deref().map(Cow::Borrowed);
        }
        self.help_phrase().map(|help| Cow::Owned(help.text(language).into_owned()))
    }

    /// The same with a JSON pointer.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }

    /// The same with a place in the text.
    #[must_use]
    pub fn span(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same with a place in a table.
    #[must_use]
    pub fn cell(mut self, cell: CellPlace) -> Self {
        self.cell = Some(Box::new(cell));
        self
    }

    /// The same with a second place.
    #[must_use]
    pub fn elsewhere(mut self, other: Elsewhere) -> Self {
        self.other = Some(Box::new(other));
        self
    }
}
