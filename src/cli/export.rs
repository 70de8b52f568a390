//! `klantreis export`: makes posters, workbooks and tables.

use std::path::Path;

use super::args::ExportArguments;
use super::config::Config;
use super::console::{Console, count};
use super::job::Job;
use super::{End, Stop, combine, config, fonts, job, theme};
use crate::batch::deliver::{Delivery, Destination};
use crate::batch::discover::{Wanted, discover};
use crate::batch::run::{Event, Recipe, export_all};
use crate::batch::save::Saver;
use crate::layout::theme::Theme;
use crate::registry::Registry;
use crate::text::Typesetter;

pub(super) fn run(mut arguments: ExportArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    if arguments.combine {
        return combine::run(&arguments, registry, console);
    }
    let mut saver = Saver::new(arguments.replace.force);
    let jobs = arguments.workers.jobs();
    let inputs = job::inputs(&arguments.inputs)?;
    let config = if arguments.no_config { Config::default() } else { config::of_inputs(&inputs, registry, &mut saver, console)? };
    config.fill_in(&mut arguments);
    let named = arguments.theme.clone().unwrap_or_else(|| Theme::default().name);
    let mut job = Job::check(arguments, &config.layouts, registry, std::env::var_os("SOURCE_DATE_EPOCH").as_deref())?;
    let (theme, remarks) = theme::load(&named, &mut saver, console)?;
    let (mut fonts, bad_fonts) = fonts::load(&job.font_folders, &mut saver, console)?;
    if let Some(face) = theme.face.as_ref().filter(|face| !fonts.prefer(face)) {
        let hint = "add its folder with --font-dir, or look for its name with `klantreis list fonts`";
        return Err(Stop::Usage(format!("there is no font of the family `{face}`, which the theme {named} asks for; {hint}")));
    }
    job.options.theme = theme;
    job.options.fit = console.is_verbose();
    let typesetter = Typesetter::new(fonts);
    let recipe =
        Recipe { selection: &job.selection, options: &job.options, typesetter: &typesetter, readers: registry.readers() };

    let found = discover(&job.inputs, job.own_folder.as_deref(), Wanted::Journeys, registry.readers());
    let mut delivery = Delivery::new(job.destination.clone(), job.pattern.as_ref(), &found, saver);
    let mut written = Vec::new();
    let mut tally = export_all(found, &recipe, jobs, &mut delivery, &mut |event| {
        if let Event::Done { files, .. } = event {
            written.extend(files.iter().map(|file| file.display().to_string()));
        }
        console.tell(event);
    });
    tally.warnings += bad_fonts + remarks;

    let files = count(tally.files, "file");
    let done = (tally.files > 0).then(|| match &job.destination {
        Destination::Stdout | Destination::File(_) => format!("{files} written: {}", written.join(", ")),
        Destination::Folder(folder) => format!("{files} written to {}", with_slash(folder)),
    });
    console.sum_up(done, tally);
    Ok(End::of(tally, console.strict))
}

/// A folder as it is shown: with a slash at its end.
pub(super) fn with_slash(folder: &Path) -> String {
    let shown = folder.display().to_string();
    if shown.ends_with(std::path::is_separator) { shown } else { format!("{shown}/") }
}
