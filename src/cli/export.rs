//! `klantreis export`: makes posters, workbooks and tables.

use std::path::{Path, PathBuf};

use super::args::ExportArguments;
use super::console::Console;
use super::job::Job;
use super::kept::{Begun, Keeping};
use super::{End, Stop, combine, config, job, look, watch};
use crate::batch::deliver::{Delivery, Destination};
use crate::batch::discover::{Wanted, discover};
use crate::batch::made_reports::MadeReports;
use crate::batch::run::{Event, Manner, Recipe, export_all};
use crate::batch::save::{Role, Saver};
use crate::batch::watch::Round;
use crate::registry::Registry;
use crate::report::made::{Form, Made};
use crate::tongue::say;

pub(super) fn run(arguments: ExportArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    match &arguments {
        arguments if arguments.combine => combine::run(arguments, registry, console),
        arguments if arguments.watch => watch::run(arguments, registry, console),
        _ => once(arguments, registry, console, None),
    }
}

/// One run. For those that watch it is taken down what was read and written.
pub(super) fn once(
    mut arguments: ExportArguments,
    registry: &Registry,
    console: &Console,
    mut round: Option<&mut Round>,
) -> Result<End, Stop> {
    let mut saver = Saver::new(arguments.replace.force);
    let inputs = job::inputs(&arguments.inputs, &arguments.listed, &mut saver)?;
    let config = config::unless(arguments.no_config, || config::of_inputs(&inputs, registry, &mut saver, console))?;
    config.fill_in(&mut arguments, &inputs);
    let (jobs, fail_fast) = (arguments.workers.jobs(), arguments.workers.fail_fast);
    let manner = Manner { jobs, fail_fast, language: config.language.as_deref(), ..Manner::of(registry.readers()) };
    let epoch = std::env::var_os("SOURCE_DATE_EPOCH");
    let mut job = Job::check(&arguments, inputs, &config.layouts, registry, epoch.as_deref())?;
    let look = look::load(&arguments.look, &mut saver, false, console)?;
    job.options.theme = look.options.theme;
    job.options.fit = console.says_fit(job::several(&job.inputs));
    let keeping = Keeping::wanted(&arguments, &job.destination)?;
    let recipe = Recipe { selection: &job.selection, options: &job.options, typesetter: &look.typesetter, manner };

    let reports = reports(&arguments.report)?;
    let search = arguments.listed.search();
    let found = discover(&job.inputs, job.own_folder.as_deref(), Wanted::Journeys, &search, registry.readers());
    reports.may_be_saved(&mut saver)?;
    let mut memory = keeping.map(|keeping| keeping.begin(&recipe, job.pattern.as_ref(), &found, &saver, console));
    let mut delivery =
        Delivery::new(job.destination.clone(), job.pattern.as_ref(), &found, saver).sparing(arguments.output.is_none());
    if job.destination != Destination::Stdout {
        console.begin(&found);
    }
    let (mut written, mut made) = (Vec::new(), Made::default());
    let in_folder = matches!(job.destination, Destination::Folder(_));
    if let Some(round) = &mut round {
        round.files = delivery.saver().files_of(&[Role::Theme, Role::Logo, Role::Config]);
    }
    let mut tally = export_all(found, &recipe, &mut delivery, memory.as_mut().map(Begun::parts), &mut |event| {
        if let Event::Done { files, .. } = event
            && !in_folder
        {
            written.extend(files.iter().map(|file| file.path.display().to_string()));
        }
        if let (Some(round), Event::Done { files, .. } | Event::Kept { files, .. }) = (&mut round, event) {
            round.wrote(files);
        }
        if reports.is_wanted() {
            take(&mut made, event, console);
        }
        console.tell(event);
    });
    made.left = tally.left;
    made.language = console.language();
    for path in delivery.spared() {
        let left = format!("{} is the input and was left out; name a folder with -o to have it as well", path.display());
        console.note("left-out", None, &left);
    }
    let mut saver = delivery.into_saver();
    let removed = memory.map_or(Ok((0, false)), |memory| memory.end(&mut saver, round.as_deref_mut(), console));
    let saved = reports.save(&made, &mut saver);
    for path in saved.iter().flatten() {
        if let Some(round) = &mut round {
            round.wrote_to(path);
        }
        console.told("written", None, &say!("written", path = path.display().to_string()));
    }
    tally.warnings += look.warnings;

    let (files, kept) = (tally.files, tally.unchanged);
    let done = match &job.destination {
        _ if files + kept == 0 => None,
        Destination::Stdout | Destination::File(_) => Some(say!("summary-written", count = files, paths = written.join(", "))),
        Destination::Folder(folder) if kept > 0 => {
            Some(say!("summary-written-some", count = files, folder = with_slash(folder), kept = kept))
        }
        Destination::Folder(folder) => Some(say!("summary-written-to", count = files, folder = with_slash(folder))),
    };
    let gone = removed.as_ref().ok().filter(|(gone, _)| *gone > 0).map(|(gone, _)| say!("summary-removed", count = *gone));
    let done = done.into_iter().chain(gone).reduce(|first, then| say!("listed", first = first, then = then));
    console.sum_up(done, tally);
    saved?;
    let (_, failed) = removed?;
    Ok(if failed { End::Failed } else { End::of(tally, console.strict) })
}

/// The reports asked for; the extension of each decides what it is.
fn reports(paths: &[PathBuf]) -> Result<MadeReports, Stop> {
    let form = |path: &PathBuf| {
        let form = path.extension().and_then(|extension| Form::of_extension(&extension.to_string_lossy()));
        let known = Form::ALL.map(|(_, extension)| format!(".{extension}")).join(", ");
        let unknown = || format!("{} is no report: its name ends in one of {known}", path.display());
        form.map(|form| (path.clone(), form)).ok_or_else(|| Stop::Usage(unknown()))
    };
    Ok(MadeReports::new(paths.iter().map(form).collect::<Result<_, Stop>>()?))
}

/// Takes down what happens.
fn take(made: &mut Made, event: &Event, console: &Console) {
    match event {
        Event::Skipped(path, skip) => made.passed_over.push((path.display().to_string(), skip.phrase())),
        Event::Read { journey, .. } => made.read(&journey.title),
        Event::Diagnosed { diagnostics, .. } => made.found(diagnostics),
        Event::Kept { name, title, warnings, files } => {
            made.kept(title, *warnings);
            made.ended(name, Ok(files.to_vec()));
        }
        Event::Took(took) => made.took(took.as_secs_f64()),
        Event::Done { name, files } => made.ended(name, Ok(files.to_vec())),
        Event::Failed { name, failure } => made.ended(name, Err(console.reason(failure))),
    }
}

/// A folder as it is shown: with a slash at its end.
pub(super) fn with_slash(folder: &Path) -> String {
    let shown = folder.display().to_string();
    if shown.ends_with(std::path::is_separator) { shown } else { format!("{shown}/") }
}
