//! `klantreis export`: makes posters, workbooks and tables.

use std::path::Path;

use super::args::ExportArguments;
use super::console::{Console, count};
use super::job::Job;
use super::{End, Stop, combine, config, job, look};
use crate::batch::deliver::{Delivery, Destination};
use crate::batch::discover::{Wanted, discover};
use crate::batch::run::{Event, Manner, Recipe, export_all};
use crate::batch::save::Saver;
use crate::registry::Registry;

pub(super) fn run(mut arguments: ExportArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    if arguments.combine {
        return combine::run(&arguments, registry, console);
    }
    let mut saver = Saver::new(arguments.replace.force);
    let inputs = job::inputs(&arguments.inputs, &arguments.listed, &mut saver)?;
    let config = config::unless(arguments.no_config, || config::of_inputs(&inputs, registry, &mut saver, console))?;
    config.fill_in(&mut arguments, &inputs);
    let (jobs, fail_fast) = (arguments.workers.jobs(), arguments.workers.fail_fast);
    let manner = Manner { jobs, fail_fast, language: config.language.as_deref(), ..Manner::of(registry.readers()) };
    let epoch = std::env::var_os("SOURCE_DATE_EPOCH");
    let mut job = Job::check(&arguments, inputs, &config.layouts, registry, epoch.as_deref())?;
    let look = look::load(&arguments.look, &mut saver, console)?;
    job.options.theme = look.options.theme;
    job.options.fit = console.says_fit(job::several(&job.inputs));
    let recipe = Recipe { selection: &job.selection, options: &job.options, typesetter: &look.typesetter, manner };

    let found = discover(&job.inputs, job.own_folder.as_deref(), Wanted::Journeys, registry.readers());
    let mut delivery = Delivery::new(job.destination.clone(), job.pattern.as_ref(), &found, saver);
    if job.destination != Destination::Stdout {
        console.begin(&found);
    }
    let mut written = Vec::new();
    let mut tally = export_all(found, &recipe, &mut delivery, &mut |event| {
        if let Event::Done { files, .. } = event {
            written.extend(files.iter().map(|file| file.display().to_string()));
        }
        console.tell(event);
    });
    tally.warnings += look.warnings;

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
