//! `klantreis diff`: what changed from one journey to another.

mod people;
mod program;

use super::args::DiffArguments;
use super::console::Console;
use super::documents::{Read, read_all};
use super::{End, Stop, job};
use crate::batch::discover::{Found, Input, Origin, Source};
use crate::batch::run::Manner;
use crate::batch::save::put_out;
use crate::journey::diff::{ChangeKind, Difference, diff};
use crate::registry::Registry;

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
    let inputs = job::inputs(&[arguments.before.clone(), arguments.after.clone()])?;
    let found = inputs.into_iter().map(|input| {
        let origin = match input {
            Input::Stdin => Origin::Stdin,
            Input::Path(path) => Origin::File(path),
        };
        Found::Source(Source { origin, folder: std::path::PathBuf::new() })
    });
    let manner = Manner::of(registry.readers());
    let Some(documents) = read_all(found.collect(), manner, "nothing compared", console) else { return Ok(End::Failed) };
    let [before, after] = documents.as_slice() else { return Ok(End::Failed) };
    let compared = Compared { before, after, difference: diff(before.journey(), after.journey()) };
    let same = compared.difference.is_empty();
    let text = if arguments.json { program::json(&compared) } else { people::text(&compared, console.colour_data) };
    put_out(text.as_bytes()).map_err(|error| Stop::Failure(format!("cannot write to the standard output: {error}")))?;
    if same {
        console.note("summary", None, "no changes");
    }
    let warned = before.warnings() + after.warnings() > 0;
    Ok(if console.strict && (!same || warned) { End::Warned } else { End::Right })
}
