//! One table of many journeys. Journeys are read one after another and their rows written at once, so that no more than one journey
//! is in memory.

use std::cell::Cell;
use std::io::{self, Write};
use std::iter::once;
use std::path::{Component, Path, PathBuf};

use super::deliver::DeliveryError;
use super::discover::{Found, Input, Origin, Skip, Source};
use super::run::{Event, Failure, Manner, Tally, each};
use super::save::{Growing, SaveError};
use crate::forms::tidy::SOURCE;
use crate::journey::Journey;
use crate::layout::tabular::tidy;
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
/// journey is left out; when there is none that is, so is the table. `inputs` are those from which the sources were found.
///
/// # Errors
/// When the table cannot be put in its place; then there is none.
pub fn combine(
    found: Vec<Found>,
    inputs: &[Input],
    target: &Target,
    dialect: Dialect,
    tell: &mut dyn FnMut(&Event),
) -> Result<Tally, DeliveryError> {
    let found = without_output(found, target)?;
    let stopped = Cell::new(false);
    let mut table = None;
    let found = found.into_iter().take_while(|_| !stopped.get());
    let mut tally = each(found, Manner::default(), tell, &mut |source, _, reading, _| {
        let written = add(&mut table, target, dialect, &name(source, inputs), &reading.journey);
        written.map(|()| Vec::new()).or_else(|error| {
            stopped.set(true);
            if is_enough(&error) { Ok(Vec::new()) } else { Err(Failure::Undelivered(error)) }
        })
    });
    if let Some(table) = table.filter(|_| !stopped.get()) {
        let out = table.finish().map_err(|cause| failed(target, cause));
        out.and_then(Out::finish).or_else(|error| if is_enough(&error) { Ok(()) } else { Err(error) })?;
        tally.files += usize::from(matches!(target, Target::File(_)));
    }
    Ok(tally)
}

/// Passes over a file of an earlier run that stands in the place of the table.
fn without_output(found: Vec<Found>, target: &Target) -> Result<Vec<Found>, DeliveryError> {
    let Target::File(path) = target else { return Ok(found) };
    let Ok(own) = path.canonicalize() else { return Ok(found) };
    let pass = |found: Found| match found {
        Found::Source(Source { origin: Origin::File(path), folder: _ }) if path.canonicalize().is_ok_and(|path| path == own) => {
            Found::Skipped(path, Skip::OutputFile)
        }
        other => other,
    };
    let found: Vec<_> = found.into_iter().map(pass).collect();
    let nothing = !found.iter().any(|found| !matches!(found, Found::Skipped(..)));
    if nothing { Err(DeliveryError::OverwritesInput(path.clone())) } else { Ok(found) }
}

/// Adds the rows of a journey; before those of the first the names of the columns.
fn add(
    table: &mut Option<Table<Out>>,
    target: &Target,
    dialect: Dialect,
    source: &str,
    journey: &Journey,
) -> Result<(), DeliveryError> {
    let io_failed = |cause| failed(target, cause);
    if table.is_none() {
        let mut begun = Table::new(Out::begin(target)?, dialect).map_err(io_failed)?;
        let header: Vec<_> = once(Value::Text(SOURCE.to_owned())).chain(tidy::header()).collect();
        begun.row(&header).map_err(io_failed)?;
        *table = Some(begun);
    }
    let Some(table) = table else { return Ok(()) };
    let source = Value::Text(source.to_owned());
    for row in tidy::rows(journey) {
        table.row(once(&source).chain(&row)).map_err(io_failed)?;
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
    File(Growing),
}

impl Out {
    fn begin(target: &Target) -> Result<Self, DeliveryError> {
        Ok(match target {
            Target::Stdout => Self::Stdout(io::stdout().lock()),
            Target::File(path) => Self::File(Growing::begin(path).map_err(DeliveryError::Save)?),
        })
    }

    fn finish(self) -> Result<(), DeliveryError> {
        match self {
            Self::Stdout(mut stdout) => stdout.flush().map_err(DeliveryError::Stdout),
            Self::File(file) => file.finish().map_err(DeliveryError::Save),
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
        Target::File(path) => DeliveryError::Save(SaveError { path: path.clone(), cause }),
    }
}

/// Whether whoever reads the standard output has seen enough, as `head` has: then all is right.
fn is_enough(error: &DeliveryError) -> bool {
    match error {
        DeliveryError::Stdout(cause) => cause.kind() == io::ErrorKind::BrokenPipe,
        DeliveryError::Save(_)
        | DeliveryError::SeveralFiles { .. }
        | DeliveryError::OverwritesInput(_)
        | DeliveryError::OverwritesWork(_) => false,
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
