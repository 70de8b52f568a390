//! One table of many journeys. Journeys are read one after another and their rows written at once, so that no more than a few
//! journeys are in memory.

use std::cell::Cell;
use std::io::{self, Write};
use std::iter::once;
use std::path::{Component, Path, PathBuf};

use super::deliver::DeliveryError;
use super::discover::{Found, Origin, Skip, Source};
use super::each::{Job, each_until};
use super::inputs::Input;
use super::open;
use super::run::{Event, Failure, Manner, Tally};
use super::save::{Cause, Growing, Kind, SaveError, Saver};
use crate::forms::tidy::SOURCE;
use crate::journey::choices::Choices;
use crate::layout::tabular::tidy;
use crate::read::Reading;
use crate::sheet::Value;
use crate::write::csv::{Dialect, Table};

/// Where the table goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The standard output, row by row.
    Stdout,
    /// A file, which appears when it is whole.
    File(PathBuf),
}

/// Writes the tidy table of every source found into one, with the name of the source in a first column. A source that is no valid
/// journey is left out; when there is none that is, so is the table. Of each there is what the choices show. `inputs` are those from which the sources were found; the saver
/// may know of more that is read.
///
/// # Errors
/// When the table cannot be put in its place; then there is none.
pub fn combine(
    found: Vec<Found>,
    inputs: &[Input],
    target: &Target,
    dialect: Dialect,
    saver: Saver,
    (manner, choices): (Manner, &Choices),
    tell: &mut dyn FnMut(&Event),
) -> Result<Tally, DeliveryError> {
    let found = without_output(found, target);
    let mut saver = saver.minding(&found);
    if let Target::File(path) = target {
        saver.may_take(path, Kind::Table).map_err(DeliveryError::Save)?;
    }
    let stopped = Cell::new(false);
    let mut table = None;
    // All rows of a journey before the first is written, so that a defect leaves no half of it in the table.
    let work = |(): &mut (), Job { source, reading, .. }: Job| {
        let shown = choices.of(&reading.journey).map_err(Failure::Unchosen)?;
        Ok((name(source, inputs), tidy::rows(shown.journey()).collect::<Vec<_>>()))
    };
    let mut conclude = |_: &Source, _: &Reading, (name, rows): (String, Vec<_>)| {
        let written = add(&mut table, target, dialect, &name, &rows, &mut saver);
        written.map(|()| Vec::new()).or_else(|error| {
            stopped.set(true);
            if is_enough(&error) { Ok(Vec::new()) } else { Err(Failure::Undelivered(error)) }
        })
    };
    let mut tally = each_until(found, manner, tell, || (), work, &mut conclude, &|| stopped.get());
    // Whoever asks to stop at what fails does not want a table without it.
    let broken_off = stopped.get() || manner.fail_fast && tally.failed > 0;
    if let Some(table) = table.filter(|_| !broken_off) {
        let out = table.finish().map_err(|cause| failed(target, cause));
        out.and_then(|out| out.finish(&mut saver)).or_else(|error| if is_enough(&error) { Ok(()) } else { Err(error) })?;
        tally.files += usize::from(matches!(target, Target::File(_)));
    }
    Ok(tally)
}

/// Passes over the table of an earlier run that stands in the place of the new one, as when a pattern of the shell has named it.
fn without_output(found: Vec<Found>, target: &Target) -> Vec<Found> {
    let Target::File(path) = target else { return found };
    let Ok(own) = path.canonicalize() else { return found };
    let pass = |found: Found| match found {
        Found::Source(Source { origin: Origin::File(path), folder: _ })
            if path.canonicalize().is_ok_and(|path| path == own) && is_combined(&own) =>
        {
            Found::Skipped(path, Skip::OutputFile)
        }
        other => other,
    };
    let passed: Vec<_> = found.into_iter().map(pass).collect();
    let nothing = !passed.iter().any(|found| !matches!(found, Found::Skipped(..)));
    let back = |found| match found {
        Found::Skipped(path, Skip::OutputFile) => Found::Source(Source { origin: Origin::File(path), folder: PathBuf::new() }),
        other @ (Found::Source(_) | Found::Skipped(..) | Found::Unreadable(..)) => other,
    };
    // When nothing else was named it is an input like any other.
    if nothing { passed.into_iter().map(back).collect() } else { passed }
}

/// Whether a file is a table that was combined: it begins with the names of all its columns.
fn is_combined(path: &Path) -> bool {
    let head = |dialect| {
        let mut table = Table::new(Vec::new(), dialect).ok()?;
        table.row(&header()).ok()?;
        table.finish().ok()
    };
    let there = open::read(path).unwrap_or_default();
    Dialect::ALL.iter().filter_map(|(dialect, ..)| head(*dialect)).any(|head| there.starts_with(&head))
}

/// The names of the columns.
fn header() -> Vec<Value> {
    once(Value::Text(SOURCE.to_owned())).chain(tidy::header()).collect()
}

/// Adds the rows of a journey; before those of the first the names of the columns.
fn add(
    table: &mut Option<Table<Out>>,
    target: &Target,
    dialect: Dialect,
    source: &str,
    rows: &[Vec<Value>],
    saver: &mut Saver,
) -> Result<(), DeliveryError> {
    let io_failed = |cause| failed(target, cause);
    if table.is_none() {
        let mut begun = Table::new(Out::begin(target, saver)?, dialect).map_err(io_failed)?;
        begun.row(&header()).map_err(io_failed)?;
        *table = Some(begun);
    }
    let Some(table) = table else { return Ok(()) };
    let source = Value::Text(source.to_owned());
    for row in rows {
        table.row(once(&source).chain(row)).map_err(io_failed)?;
    }
    Ok(())
}

/// What a source is called in the table: its path with `/` between the names. From an only input that is a folder the path is
/// counted; else it is as it was named, so that no two sources are called alike.
fn name(source: &Source, inputs: &[Input]) -> String {
    let Origin::File(path) = &source.origin else { return "-".to_owned() };
    let below = match inputs {
        [Input::Path(folder)] => path.strip_prefix(folder).ok().filter(|below| !below.as_os_str().is_empty()),
        _ => None,
    };
    let names = below.unwrap_or(path).components().filter_map(|part| match part {
        Component::CurDir => None,
        Component::RootDir => Some(String::new()),
        Component::Prefix(_) | Component::ParentDir | Component::Normal(_) => Some(Path::new(&part).display().to_string()),
    });
    names.collect::<Vec<_>>().join("/")
}

/// What the table is written to.
enum Out {
    Stdout(io::StdoutLock<'static>),
    File(Box<Growing>),
}

impl Out {
    fn begin(target: &Target, saver: &mut Saver) -> Result<Self, DeliveryError> {
        Ok(match target {
            Target::Stdout => Self::Stdout(io::stdout().lock()),
            Target::File(path) => Self::File(Box::new(saver.begin(path, Kind::Table).map_err(DeliveryError::Save)?)),
        })
    }

    fn finish(self, saver: &mut Saver) -> Result<(), DeliveryError> {
        match self {
            Self::Stdout(mut stdout) => stdout.flush().map_err(DeliveryError::Stdout),
            Self::File(file) => saver.finish(*file).map_err(DeliveryError::Save),
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(stdout) => stdout.write(bytes),
            Self::File(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(stdout) => stdout.flush(),
            Self::File(file) => file.flush(),
        }
    }
}

fn failed(target: &Target, cause: io::Error) -> DeliveryError {
    match target {
        Target::Stdout => DeliveryError::Stdout(cause),
        Target::File(path) => DeliveryError::Save(SaveError { path: path.clone(), cause: Cause::System(cause) }),
    }
}

/// Whether whoever reads the standard output has seen enough, as `head` has: then all is right.
fn is_enough(error: &DeliveryError) -> bool {
    match error {
        DeliveryError::Stdout(cause) => cause.kind() == io::ErrorKind::BrokenPipe,
        DeliveryError::Save(_) | DeliveryError::SeveralFiles { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_called_by_their_path() {
        let source = |path: &str| Source { origin: Origin::File(path.into()), folder: PathBuf::new() };
        let named = |path: &str, inputs: &[&str]| {
            let inputs: Vec<_> = inputs.iter().map(|input| Input::Path(input.into())).collect();
            name(&source(path), &inputs)
        };
        assert_eq!(named("klas/a/reis.json", &["klas"]), "a/reis.json");
        assert_eq!(named("./klas/reis.json", &["./klas/"]), "reis.json");
        assert_eq!(named("klas/reis.json", &["klas/reis.json"]), "klas/reis.json");
        assert_eq!(named("./klas/reis.json", &["klas", "./klas/reis.json"]), "klas/reis.json");
        assert_eq!(named("../b/reis.json", &["a", "../b"]), "../b/reis.json");
        assert_eq!(name(&Source { origin: Origin::Stdin, folder: PathBuf::new() }, &[Input::Stdin]), "-");
    }
}
