//! The run: each source is read, checked and made into bytes, which are delivered in the order of the plan.

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{fmt, io};

use sha2::{Digest, Sha256};

use super::deliver::{Delivery, DeliveryError, File, Made, Placed};
use super::discover::{Found, Origin, Skip, Source, reads_documents};
use super::each::{Came, Job, each, each_not_kept};
use super::manifest::{Log, Memory, State};
use super::pattern::{Facts, Field};
use super::pictures;
use super::save::Kind;
use crate::defect::Defect;
use crate::diagnostic::Diagnostic;
use crate::export::{self, Selection};
use crate::journey::Journey;
use crate::journey::choices::{ChoiceError, Shown};
use crate::journey::rules::{self, Model, Settings};
use crate::picture::Gallery;
use crate::read::{self, READERS, Reader, Reading, Way};
use crate::text::Typesetter;
use crate::tongue::{Phrase, say};
use crate::write::{Cause, Write, WriteError};

/// What is made of every source.
pub struct Recipe<'a> {
    /// Layouts and formats.
    pub selection: &'a Selection<'a>,
    /// Paper and the like.
    pub options: &'a export::Options,
    /// Fonts, shared by all sources.
    pub typesetter: &'a Typesetter,
    /// How sources are read.
    pub manner: Manner<'a>,
}

/// How sources are read.
#[derive(Clone, Copy)]
pub struct Manner<'a> {
    /// The readers to choose from. Default: the built-in ones.
    pub readers: &'a [&'a Reader],
    /// Whether only documents are read, and workbooks and tables refused.
    pub documents_only: bool,
    /// How tables are to be understood; `None` finds out.
    pub way: Option<&'static Way>,
    /// The language of the texts of tables, a BCP 47 tag; `None` finds out.
    pub language: Option<&'a str>,
    /// How many threads do it. Default: one.
    pub jobs: NonZeroUsize,
    /// Whether the first source that fails is the last.
    pub fail_fast: bool,
}

impl Default for Manner<'_> {
    fn default() -> Self {
        Self { readers: READERS, documents_only: false, way: None, language: None, jobs: NonZeroUsize::MIN, fail_fast: false }
    }
}

impl<'a> Manner<'a> {
    /// With these readers, and all else found out.
    #[must_use]
    pub fn of(readers: &'a [&'a Reader]) -> Self {
        Self { readers, ..Self::default() }
    }
}

/// What every source is checked for.
pub struct Checklist<'a> {
    /// How sources are read.
    pub manner: Manner<'a>,
    /// Which rules are on, and what is set of them.
    pub settings: &'a Settings,
    /// The journey that all are compared with.
    pub model: Option<&'a Model>,
    /// The posters whose fit is looked at; `None` looks at none.
    pub posters: Option<&'a Recipe<'a>>,
}

/// A source that was read.
pub struct Loaded {
    /// Its text, for excerpts; what is not UTF-8 is replaced. Of a workbook or table it is empty.
    pub text: String,
    /// The SHA-256 of its bytes.
    pub sum: [u8; 32],
    /// The journey and how it was read, or everything that is wrong with it.
    pub reading: Result<Reading, Vec<Diagnostic>>,
}

/// Why nothing came of a source.
#[derive(Debug)]
pub enum Failure {
    /// It cannot be read.
    Unreadable(io::Error),
    /// It is no valid journey; the diagnostics say why.
    Invalid,
    /// It is not written in its normal form; a diagnostic says where.
    NotNormal,
    /// Something of it was to be shown that it does not have.
    Unchosen(ChoiceError),
    /// It is a workbook or a table, where only documents are read.
    NoDocument,
    /// A writer failed.
    Unwritten(WriteError),
    /// The files could not be put in place.
    Undelivered(DeliveryError),
    /// The program has a defect that this source brings to light.
    Defect(Defect),
}

impl Failure {
    /// What it is, in every language as far as it is said in words of ours.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Unreadable(error) => say!("failure-unreadable", why = error.to_string()),
            Self::Invalid => say!("failure-invalid"),
            Self::NotNormal => say!("failure-not-normal"),
            Self::NoDocument => say!("failure-no-document"),
            Self::Unchosen(_) | Self::Unwritten(_) | Self::Undelivered(_) | Self::Defect(_) => self.to_string().into(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(_) | Self::Invalid | Self::NotNormal | Self::NoDocument => self.phrase().fmt(f),
            Self::Unchosen(unknown) => unknown.fmt(f),
            Self::Unwritten(error) => match error.cause() {
                Cause::Fault => write!(f, "cannot be written as {error}; this is a fault of the program, please report it"),
                Cause::Limit | Cause::Own => write!(f, "cannot be written as {error}"),
            },
            Self::Undelivered(error) => error.fmt(f),
            Self::Defect(defect) => defect.fmt(f),
        }
    }
}

/// What happens in a run, in order.
pub enum Event<'a> {
    /// Something in a folder is passed over.
    Skipped(&'a Path, Skip),
    /// A source holds a valid journey; what there is to know about it follows.
    Read {
        /// The name of the source.
        name: &'a str,
        /// The journey.
        journey: &'a Journey,
    },
    /// There is something to know about a source.
    Diagnosed {
        /// The name of the source.
        name: &'a str,
        /// Its text.
        text: &'a str,
        /// Errors or warnings; at least one.
        diagnostics: &'a [Diagnostic],
    },
    /// How long the source took whose end follows, from reading to the last file in its place.
    Took(Duration),
    /// Nothing came of a source.
    Failed {
        /// The name of the source.
        name: &'a str,
        /// Why.
        failure: &'a Failure,
    },
    /// A source is done already: an earlier run has made its files of what is still the same.
    Kept {
        /// The name of the source.
        name: &'a str,
        /// The title of its journey.
        title: &'a str,
        /// How many warnings there were about it.
        warnings: usize,
        /// Its files.
        files: &'a [Placed],
    },
    /// A source is done: the files that it became, none when it was only checked or went to the standard output.
    Done {
        /// The name of the source.
        name: &'a str,
        /// Its files.
        files: &'a [Placed],
    },
}

/// What a run came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Sources that went right.
    pub done: usize,
    /// Sources of which nothing came.
    pub failed: usize,
    /// Sources whose turn did not come, since one before them failed.
    pub left: usize,
    /// Files written.
    pub files: usize,
    /// Files that were as they should be and were left alone.
    pub unchanged: usize,
    /// Warnings about sources.
    pub warnings: usize,
    /// Whether a source made more files than its destination takes, or lacks what was to be shown, which is a fault of the command.
    pub misused: bool,
}

/// Reads and checks a source, by the reader that fits.
///
/// # Errors
/// When it cannot be read; a document that is read and wrong is in [`Loaded::reading`].
pub fn load(source: &Source) -> Result<Loaded, Failure> {
    load_so(source, Manner::default())
}

/// Reads and checks a source in a manner of its own.
///
/// # Errors
/// When it cannot be read, or is no document where it must be one. What is read and wrong is in [`Loaded::reading`].
pub fn load_so(source: &Source, manner: Manner) -> Result<Loaded, Failure> {
    let bytes = source.read().map_err(Failure::Unreadable)?;
    let extension = match &source.origin {
        Origin::Stdin => None,
        Origin::File(path) => path.extension().map(|extension| extension.to_string_lossy().into_owned()),
    };
    let of_tables =
        || read::reader_for(manner.readers, extension.as_deref(), &bytes).is_ok_and(|(reader, _)| !reads_documents(reader));
    if manner.documents_only && of_tables() {
        return Err(Failure::NoDocument);
    }
    let stem = source.stem();
    let options = read::Options { readers: manner.readers, stem: stem.as_deref(), way: manner.way, language: manner.language };
    let (text, reading) = read::read(extension.as_deref(), &bytes, &options);
    Ok(Loaded { text, sum: Sha256::digest(&bytes).into(), reading })
}

/// The pictures of a journey, which stand beside its source.
#[must_use]
pub fn pictures_of(source: &Source, journey: &Journey) -> Gallery {
    let folder = match &source.origin {
        Origin::Stdin => None,
        Origin::File(path) => Some(pictures::folder_of(path)),
    };
    pictures::load(folder.as_deref(), journey.pictures().map(|(_, picture)| picture.src.as_str()))
}

/// Makes the files of what is shown of a journey. Nothing outside is touched: any number of workers may do this at once.
///
/// # Errors
/// When a writer fails.
pub fn make(shown: &Shown, pictures: &Gallery, recipe: &Recipe) -> Result<(Made, Vec<Diagnostic>), Failure> {
    let exported = export::export_shown(shown, pictures, recipe.selection, recipe.options, recipe.typesetter);
    let exported = exported.map_err(Failure::Unwritten)?;
    let file = |output: export::Output| File {
        kind: if matches!(output.format.write, Write::Table(_)) { Kind::Table } else { Kind::View },
        extension: output.format.name.to_owned(),
        layout: Some(output.layout.name.to_owned()),
        among_layouts: recipe.selection.is_ambiguous(output.format),
        paper: matches!(output.format.write, Write::Drawn(_)).then(|| recipe.options.paper.name.clone()),
        part: output.part,
        pages: output.pages,
        bytes: output.bytes,
    };
    let files = exported.outputs.into_iter().map(file).collect();
    // A template is named as what will be in it.
    let mut facts = Facts::of(shown.whole());
    if let Some(persona) = shown.journey().personas.first() {
        facts.put(Field::Persona, &persona.name);
    }
    Ok((Made { facts, files }, exported.warnings))
}

/// The turn of a journey that has pictures, of which one at a time is worked on: the memory that pictures may take is that of the whole
/// process.
fn turn(journey: &Journey) -> Option<MutexGuard<'static, ()>> {
    static PICTURED: Mutex<()> = Mutex::new(());
    journey.pictures().next().map(|_| PICTURED.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Makes the files of every source found, and delivers them in the order of the sources. With a memory of earlier runs what they have made
/// of the same is kept, if that is wanted, and what this one makes is taken down.
pub fn export_all(
    found: Vec<Found>,
    recipe: &Recipe,
    delivery: &mut Delivery,
    memory: Option<(&Memory, &mut Log)>,
    tell: &mut dyn FnMut(&Event),
) -> Tally {
    let (memory, mut log) = memory.unzip();
    let make = |typesetter: &mut Typesetter, Job { source, sum, reading, remark, .. }: Job| {
        let shown = recipe.options.choices.of(&reading.journey).map_err(Failure::Unchosen)?;
        let draws = recipe.selection.draws();
        let _turn = turn(shown.journey()).filter(|_| draws);
        // Before its pictures are read: what is changed meanwhile is made again by the next run.
        let state = memory.and_then(|memory| memory.state(source, sum, &reading.journey, draws));
        let pictures = if draws { pictures_of(source, shown.journey()) } else { Gallery::default() };
        let (made, warnings) = make(&shown, &pictures, &Recipe { typesetter, ..*recipe })?;
        remark(&warnings);
        Ok((made, state))
    };
    let keep = |source: &Source| memory.and_then(|memory| memory.kept(source));
    let mut deliver = |source: &Source, came: Came<(Made, Option<State>)>| match came {
        Came::Kept(kept) => {
            let holds = delivery.keep(&kept.claim, &kept.paths());
            Ok(memory.filter(|_| holds).map(|memory| memory.placed(kept)))
        }
        Came::Made(reading, warnings, (made, state)) => {
            let (placed, claim) = delivery.deliver_claimed(source, made).map_err(Failure::Undelivered)?;
            if let (Some(memory), Some(log), Some(state), Some(claim)) = (memory, log.as_deref_mut(), state, claim) {
                log.take(memory, state, (&reading.journey.title, warnings), claim, &placed, delivery.saver());
            }
            Ok(Some(placed))
        }
    };
    each_not_kept(found, recipe.manner, tell, || recipe.typesetter.worker(), keep, make, &mut deliver, &|| false)
}

/// Reads and checks every source found: by the format, and when it is valid by the rules of completeness.
pub fn check_all(found: Vec<Found>, checklist: &Checklist, tell: &mut dyn FnMut(&Event)) -> Tally {
    let check = |(): &mut (), Job { source, reading, remark, .. }: Job| {
        let journey = &reading.journey;
        let _turn = turn(journey);
        let pictures = pictures_of(source, journey);
        remark(&pictures.warnings(journey.pictures().map(|(pointer, picture)| (pointer, picture.src.as_str()))));
        remark(&rules::check(journey, checklist.model, checklist.settings));
        if let Some(posters) = checklist.posters {
            let shown = posters.options.choices.of(journey).map_err(Failure::Unchosen)?;
            remark(&export::fit(&shown, &pictures, posters.selection, posters.options, &posters.typesetter.worker()));
        }
        Ok(())
    };
    each(found, checklist.manner, tell, || (), check, &mut |_, _, ()| Ok(Vec::new()))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn a_panic_with_one_source_is_its_failure_and_stops_no_other() {
        [1, 3].into_iter().filter_map(NonZeroUsize::new).for_each(a_panic_stops_no_other);
    }

    fn a_panic_stops_no_other(jobs: NonZeroUsize) {
        let manner = Manner { jobs, ..Manner::default() };
        let root = tempfile::tempdir().unwrap();
        let journey = r#"{ "klantreis": 1, "title": "A", "language": "en", "phases": [{ "title": "B" }] }"#;
        let source = |name: &str| {
            let path = root.path().join(name);
            std::fs::write(&path, journey).unwrap();
            Found::Source(Source { origin: Origin::File(path), folder: PathBuf::new() })
        };
        let found: Vec<_> = ["a.json", "b.json", "c.json"].map(source).into();
        let mut told = Vec::new();
        let mut tell = |event: &Event| match event {
            Event::Failed { name, failure } => told.push(format!("{name}: {failure}")),
            Event::Done { name, .. } => told.push(format!("{name}: done")),
            Event::Skipped(..) | Event::Read { .. } | Event::Diagnosed { .. } | Event::Kept { .. } | Event::Took(_) => {}
        };
        let work = |(): &mut (), job: Job| {
            assert!(!job.source.name().ends_with("b.json"), "no layout for this");
            Ok(())
        };
        let tally = each(found, manner, &mut tell, || (), work, &mut |_, _, ()| Ok(Vec::new()));
        assert_eq!((tally.done, tally.failed, tally.misused), (2, 1, false));
        let ends = ["a.json: done", "no layout for this (src/batch/run.rs:", "c.json: done"];
        assert!(told.len() == 3 && told.iter().zip(ends).all(|(said, end)| said.contains(end)), "{told:?}");
        assert!(told[1].contains("b.json: this is a defect of the program"), "{told:?}");
    }
}
