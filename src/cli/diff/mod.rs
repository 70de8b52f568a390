//! `klantreis diff`: what changed from one journey to another.

mod people;
mod program;

use std::path::PathBuf;

use super::args::DiffArguments;
use super::console::Console;
use super::documents::{Read, read_all};
use super::{End, Stop, config};
use crate::batch::discover::{Found, Origin, Source};
use crate::batch::run::Manner;
use crate::batch::save::{Saver, put_out};
use crate::journey::diff::{ChangeKind, Difference, diff};
use crate::registry::Registry;
use crate::tongue::say;

/// Two documents and what changed from one to the other.
struct Compared<'a> {
    before: &'a Read,
    after: &'a Read,
    difference: Difference,
}

impl Compared<'_> {
    /// How many changes there are of each kind.
    fn counts(&self) -> impl Iterator<Item = (ChangeKind, usize)> {
        let count = |kind| self.difference.changes.iter().filter(|change| change.kind == kind).count();
        ChangeKind::ALL.iter().map(move |kind| (*kind, count(*kind)))
    }
}

pub(super) fn run(arguments: &DiffArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    let sides = [&arguments.before, &arguments.after];
    let is_stdin = |path: &&PathBuf| path.as_os_str() == "-";
    if sides.iter().all(is_stdin) {
        return Err(Stop::Usage("the standard input can be read only once".to_owned()));
    }
    if !arguments.no_config {
        let named = sides.into_iter().filter(|path| !is_stdin(path)).map(PathBuf::as_path);
        config::speak_as(named, registry, &mut Saver::default(), console)?;
    }
    let found = sides.into_iter().map(|path| {
        let origin = if is_stdin(&path) { Origin::Stdin } else { Origin::File(path.clone()) };
        Found::Source(Source { origin, folder: PathBuf::new() })
    });
    let manner = Manner::of(registry.readers());
    let Some(documents) = read_all(found.collect(), manner, say!("nothing-compared"), console) else { return Ok(End::Failed) };
    let [before, after] = documents.as_slice() else { return Ok(End::Failed) };
    let compared = Compared { before, after, difference: diff(before.journey(), after.journey()) };
    let same = compared.difference.is_empty();
    let text = if arguments.json { program::json(&compared) } else { people::text(&compared, console.colour_data) };
    put_out(text.as_bytes()).map_err(|error| Stop::Failure(format!("cannot write to the standard output: {error}")))?;
    if same {
        console.told("summary", None, &say!("no-changes"));
    }
    let warned = before.warnings() + after.warnings() > 0;
    Ok(if console.strict && (!same || warned) { End::Warned } else { End::Right })
}
