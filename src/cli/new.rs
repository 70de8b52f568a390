//! `klantreis new`: a journey to fill in.

use std::path::{Path, PathBuf};

use super::args::NewArguments;
use super::config::{self, Config};
use super::console::Console;
use super::{End, Stop, look};
use crate::batch::run::Event;
use crate::batch::save::{Kind, Output, Saver, put_out};
use crate::export::{Options, Selection, export};
use crate::journey::{Language, TermLanguage};
use crate::layout::theme::Theme;
use crate::read;
use crate::registry::Registry;
use crate::text::{Fonts, Typesetter};
use crate::tongue::say;

/// What a journey to fill in is written as.
enum Template {
    Json,
    Xlsx,
}

pub(super) fn run(arguments: &NewArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    let target = output(arguments.output.as_deref())?;
    let mut saver = Saver::new(arguments.force);
    let beside = |(path, _): &(PathBuf, Template)| config::of_output(path, registry, &mut saver, console);
    let config = config::unless(arguments.no_config, || target.as_ref().map_or_else(|| Ok(Config::default()), beside))?;
    let known = config.language.as_deref().map(|tag| Language::of_tag(tag).terms);
    let json = arguments.preset.json(arguments.language.or(known).unwrap_or(TermLanguage::En));
    let Some((path, kind)) = target else {
        let failed = |error| Stop::Failure(format!("cannot write to the standard output: {error}"));
        return put_out(json.as_bytes()).map(|()| End::Right).map_err(failed);
    };
    if path.exists() && !arguments.force {
        return Err(Stop::Failure(format!("{} is already there; --force replaces it", path.display())));
    }
    let (theme, warnings) = look::theme_of(arguments.theme.as_deref(), &config, &mut saver, console)?;
    let (bytes, end) = match kind {
        Template::Json => (json.as_bytes().to_vec(), End::Right),
        Template::Xlsx => workbook((arguments.preset.name, json), theme, registry, console)?,
    };
    let end = if warnings > 0 && console.strict { End::Warned } else { end };
    let shown = path.display().to_string();
    // Also a new journey is no reason to replace one.
    saver.save(&[Output { path, bytes, kind: Kind::View }])?;
    console.told("summary", None, &say!("summary-written", count = 1_usize, paths = shown));
    Ok(end)
}

/// The file and what it is to be; `None` for the standard output.
fn output(path: Option<&Path>) -> Result<Option<(PathBuf, Template)>, Stop> {
    let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
        return Ok(None);
    };
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("json") => Ok(Some((path.to_owned(), Template::Json))),
        Some("xlsx") => Ok(Some((path.to_owned(), Template::Xlsx))),
        _ => Err(Stop::Usage(format!("{} ends neither in .json nor in .xlsx", path.display()))),
    }
}

/// The blank workbook of a preset.
fn workbook((name, json): (&str, &str), theme: Theme, registry: &Registry, console: &Console) -> Result<(Vec<u8>, End), Stop> {
    let fault = |message: &str| Stop::Failure(format!("the preset {name} cannot be written: {message}; please report it"));
    let journey = read::json(json).map_err(|problems| fault(problems.first().map_or("", |problem| &problem.message)))?;
    let selection = Selection::new(registry, &["xlsx"], &[] as &[&str]).map_err(|error| fault(&error.to_string()))?;
    let options = Options { blank: true, theme, ..Options::default() };
    let typesetter = Typesetter::new(Fonts::bundled());
    let exported = export(&journey, &selection, &options, &typesetter).map_err(|error| fault(&error.to_string()))?;
    let warned = !exported.warnings.is_empty();
    if warned {
        console.tell(&Event::Diagnosed { name, text: json, diagnostics: &exported.warnings });
    }
    let output = exported.outputs.into_iter().next().ok_or_else(|| fault("there is no file"))?;
    Ok((output.bytes, if warned && console.strict { End::Warned } else { End::Right }))
}
