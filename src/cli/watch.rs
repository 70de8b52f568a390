//! `klantreis export --watch`: the same again whenever something changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::ExportArguments;
use super::config::FILE;
use super::console::{Console, count};
use super::{End, Stop, export};
use crate::batch::inputs;
use crate::batch::manifest::pictures;
use crate::batch::watch::{Round, Watch};
use crate::registry::Registry;

/// Makes all there is, and again what has changed, until the process is ended. What is wrong with the command ends it before it begins; what
/// goes wrong later is said, and the next change is waited for.
pub(super) fn run(arguments: &ExportArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    let is_stdin = |path: &Path| path.as_os_str() == "-";
    let list = arguments.listed.files_from.as_deref();
    if arguments.inputs.iter().map(PathBuf::as_path).chain(list).chain(arguments.output.as_deref()).any(is_stdin) {
        return Err(Stop::Usage("--watch is for files, and `-` is the standard input or output".to_owned()));
    }
    let failed = |error: crate::batch::watch::WatchError| Stop::Failure(error.to_string());
    let listed = list.and_then(|list| inputs::listed(Some(list)).ok()).unwrap_or_default();
    // Before anything is read, so that nothing is missed.
    let mut watch = Watch::over(&arguments.inputs, &listed, FILE).map_err(failed)?;
    let mut is_first = true;
    loop {
        let mut round = Round::default();
        match export::once(arguments.clone(), registry, console, Some(&mut round)) {
            Err(Stop::Usage(message)) if is_first => return Err(Stop::Usage(message)),
            Err(Stop::Usage(message) | Stop::Failure(message)) => console.error("failed", None, &message),
            Ok(End::Misused) if is_first => return Ok(End::Misused),
            Ok(End::Right | End::Failed | End::Misused | End::Warned) => {}
        }
        is_first = false;
        round.folders.extend(arguments.look.font_dir.iter().cloned());
        round.files.extend(arguments.listed.files_from.clone());
        round.files.extend(arguments.output.as_deref().map(pictures).unwrap_or_default());
        watch.also(&round).map_err(failed)?;
        console.note("watching", None, "watching for changes; Ctrl+C ends this");
        let changed = watch.wait(&round);
        console.note("changed", None, &told(&changed));
    }
}

/// What has changed, in a line.
fn told(changed: &BTreeSet<PathBuf>) -> String {
    let here = std::env::current_dir().and_then(|folder| folder.canonicalize()).unwrap_or_default();
    let Some(first) = changed.first() else { return "something has changed".to_owned() };
    let first = first.strip_prefix(&here).unwrap_or(first).display();
    match changed.len() {
        1 => format!("changed: {first}"),
        more => format!("changed: {first} and {}", count(more - 1, "more path")),
    }
}
