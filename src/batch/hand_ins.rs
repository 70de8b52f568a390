//! What lies among hand-ins without being one: reports of earlier checks, posters, and the pictures that journeys show.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::discover::{Found, Origin, Skip, Source};
use super::made_reports::is_report as is_report_of_export;
use super::pictures::{is_picture, mentioned};
use super::save::{Role, Saver};
use crate::defect::caught;
use crate::read::is_report;
use crate::report::Form;
use crate::write::{FORMATS, Format, Write, is_drawn_here};

/// The name of a file with the settings of its folder.
pub const SETTINGS: &str = "klantreis.toml";

/// Passes over what is no hand-in: reports, which may be written anew, posters of this program, pictures of the journeys that were
/// found, settings of folders, and what the run reads to look at the others with, such as rules and themes, of which the saver knows.
#[must_use]
pub fn only(found: Vec<Found>, saver: &Saver) -> Vec<Found> {
    let pictures: BTreeSet<PathBuf> = found.iter().filter_map(file).filter(|path| is_picture(path)).cloned().collect();
    // Journeys are looked into only where there is a picture that may be theirs.
    let shown: BTreeSet<PathBuf> = if pictures.is_empty() {
        BTreeSet::new()
    } else {
        found.iter().filter_map(file).filter(|path| !pictures.contains(*path)).flat_map(|path| mentioned(path)).collect()
    };
    let is_shown = |path: &Path| pictures.contains(path) && path.canonicalize().is_ok_and(|path| shown.contains(&path));
    let why = |source: &Source| match &source.origin {
        // What is no file, such as a pipe that the shell has opened, can be read only once.
        Origin::File(path) if !path.is_file() => None,
        Origin::File(path) if path.file_name().is_some_and(|name| name == SETTINGS) => Some(Skip::Settings),
        Origin::File(path) => {
            let tool = saver.role(path).filter(|role| is_tool(*role)).map(Skip::Tool);
            let shown = || is_shown(path).then_some(Skip::Picture);
            let report = || (is_of_check(source, path) || is_report_of_export(path)).then_some(Skip::Report);
            tool.or_else(shown).or_else(report).or_else(|| is_poster(source, path).then_some(Skip::Poster))
        }
        Origin::Stdin => None,
    };
    let pass = |found| match found {
        Found::Source(source) => match (why(&source), &source.origin) {
            (Some(skip), Origin::File(path)) => Found::Skipped(path.clone(), skip),
            (Some(_) | None, _) => Found::Source(source),
        },
        other @ (Found::Skipped(..) | Found::Unreadable(..)) => other,
    };
    found.into_iter().map(pass).collect()
}

/// Whether what plays a role is there for the others. A model may be a hand-in as well.
fn is_tool(role: Role) -> bool {
    match role {
        Role::List | Role::Rules | Role::Theme | Role::Logo | Role::Font | Role::Config => true,
        Role::Input | Role::Beside | Role::Picture | Role::Model => false,
    }
}

/// Whether a file is the report of a check.
fn is_of_check(source: &Source, path: &Path) -> bool {
    let form = path.extension().and_then(|extension| Form::of_extension(&extension.to_string_lossy()));
    form.is_some() && source.read().is_ok_and(|bytes| caught(|| is_report(&bytes)).unwrap_or(false))
}

/// Whether a file is a poster that this program has made, for which the journey is to be handed in.
fn is_poster(source: &Source, path: &Path) -> bool {
    let drawn = |format: &Format| matches!(format.write, Write::Drawn(_));
    let named = |format: &Format| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(format.name));
    FORMATS.iter().any(|format| drawn(format) && named(format)) && source.read().is_ok_and(|bytes| is_drawn_here(&bytes))
}

fn file(found: &Found) -> Option<&PathBuf> {
    match found {
        Found::Source(Source { origin: Origin::File(path), .. }) => Some(path).filter(|path| path.is_file()),
        Found::Source(_) | Found::Skipped(..) | Found::Unreadable(..) => None,
    }
}
