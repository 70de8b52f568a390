//! `klantreis check`: says everything that is wrong with journeys, and what they still lack.

use std::env;
use std::path::{Path, PathBuf};

use super::args::CheckArguments;
use super::console::Console;
use super::{End, Stop, config, job, look, overview, text_file};
use crate::batch::discover::{Origin, Source, Wanted, discover};
use crate::batch::hand_ins;
use crate::batch::reports::Reports;
use crate::batch::run::{Checklist, Event, Failure, Loaded, Manner, Recipe, check_all, load_so};
use crate::batch::save::{Role, Saver};
use crate::export::Selection;
use crate::forms::hints;
use crate::journey::presets::{PRESETS, Preset};
use crate::journey::rules::{Model, Settings};
use crate::journey::{LaneKind, TermLanguage};
use crate::meta::Timestamp;
use crate::nearest::nearest;
use crate::read;
use crate::registry::Registry;
use crate::report::{Form, Recorder, Report};
use crate::tongue::say;
use crate::write::Write;

pub(super) fn run(mut arguments: CheckArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    let mut saver = Saver::new(arguments.replace.force);
    let inputs = job::inputs(&arguments.inputs, &arguments.listed, &mut saver)?;
    let settings = settings(arguments.rules.as_deref(), console)?;
    let model = arguments.against.as_deref().map(|name| model(name, registry, console)).transpose()?;
    let config = config::unless(arguments.no_config, || config::of_inputs(&inputs, registry, &mut saver, console))?;
    let asked = arguments.look.paper.is_some()
        || arguments.look.distance.is_some()
        || arguments.look.margin.is_some()
        || !arguments.layout.is_empty();
    config.fill_in_look(&mut arguments.look);
    let fit = asked || arguments.look.paper.is_some() && console.says_fit(job::several(&inputs));
    let selection = fit.then(|| posters(&arguments.layout, &config.layouts, registry)).transpose()?;
    let look = look::load(&arguments.look, &mut saver, true, console)?;
    let (jobs, fail_fast) = (arguments.workers.jobs(), arguments.workers.fail_fast);
    let manner = Manner { jobs, fail_fast, language: config.language.as_deref(), ..Manner::of(registry.readers()) };
    let posters =
        selection.as_ref().map(|selection| Recipe { selection, options: &look.options, typesetter: &look.typesetter, manner });
    let checklist = Checklist { manner, settings: &settings, model: model.as_ref(), posters: posters.as_ref() };
    arguments.rules.iter().for_each(|path| saver.mind(path, Role::Rules));
    let search = arguments.listed.search();
    let found = hand_ins::only(discover(&inputs, None, Wanted::HandIns, &search, registry.readers()), &saver);
    let mut saver = saver.minding(&found);
    arguments.against.iter().for_each(|name| saver.mind(Path::new(name), Role::Model));
    let reports = reports(&arguments.report)?;
    reports.may_be_saved(&mut saver)?;
    let created = env::var_os("SOURCE_DATE_EPOCH").map(|epoch| job::created(&epoch)).transpose()?.flatten();
    console.begin(&found);
    let mut recorder = Recorder::new(&settings, model.as_ref().map(Model::name));
    let mut tally = check_all(found, &checklist, &mut |event| {
        console.tell(event);
        take(&mut recorder, event);
    });
    tally.warnings += look.warnings;
    let report = Report { theme: look.options.theme.clone(), language: console.language(), ..recorder.finish() };
    overview::show(&report, console);
    for row in &report.rows {
        if let Some(other) = &row.same_as {
            console.note(
                "same-hand-in",
                Some(&row.path),
                &say!("same-stands-in", path = other.as_str()).text(console.language()),
            );
        }
    }
    for path in reports.save(&report, created.unwrap_or(Timestamp::DEFAULT), &mut saver)? {
        console.told("written", None, &say!("written", path = path.display().to_string()));
    }
    let complete = report.tally().complete;
    let done = (tally.done > 0).then(|| {
        let valid = say!("summary-valid", count = tally.done);
        match complete {
            complete if complete == tally.done => say!("summary-complete", valid = valid),
            0 => say!("summary-none-complete", valid = valid),
            complete => say!("summary-some-complete", valid = valid, complete = complete),
        }
    });
    console.sum_up(done, tally);
    Ok(End::of(tally, console.strict))
}

/// The reports asked for; the extension of each decides what it is.
fn reports(paths: &[PathBuf]) -> Result<Reports, Stop> {
    let form = |path: &PathBuf| {
        let form = path.extension().and_then(|extension| Form::of_extension(&extension.to_string_lossy()));
        let known = Form::ALL.map(|(_, extension)| format!(".{extension}")).join(", ");
        let unknown = || format!("{} is no report: its name ends in one of {known}", path.display());
        form.map(|form| (path.clone(), form)).ok_or_else(|| Stop::Usage(unknown()))
    };
    Ok(Reports::new(paths.iter().map(form).collect::<Result<_, Stop>>()?))
}

/// The posters whose fit is looked at: of the layouts asked for, else of those wished for.
fn posters<'a>(asked: &[String], wished: &[String], registry: &Registry<'a>) -> Result<Selection<'a>, Stop> {
    let drawn = registry.formats().iter().filter(|format| matches!(format.write, Write::Drawn(_))).take(1);
    let drawn: Vec<&str> = drawn.map(|format| format.name).collect();
    let selection =
        if asked.is_empty() { Selection::preferring(registry, &drawn, wished) } else { Selection::new(registry, &drawn, asked) };
    selection.map_err(|error| Stop::Usage(error.to_string()))
}

/// Takes down what happens.
fn take(recorder: &mut Recorder, event: &Event) {
    match event {
        Event::Skipped(path, skip) => recorder.passed_over(path.display().to_string(), skip.phrase()),
        Event::Read { journey, .. } => recorder.read(journey),
        Event::Diagnosed { text, diagnostics, .. } => {
            recorder.text(text);
            recorder.found(diagnostics);
        }
        Event::Took(_) => {}
        Event::Done { name, .. } | Event::Kept { name, .. } => recorder.done(name),
        Event::Failed { name, failure } => match failure {
            Failure::Unreadable(error) => recorder.unreadable(name, &error.to_string()),
            Failure::Invalid | Failure::NotNormal | Failure::NoDocument => recorder.invalid(name),
            Failure::Unchosen(_) | Failure::Unwritten(_) | Failure::Undelivered(_) | Failure::Defect(_) => {
                recorder.unreadable(name, &failure.to_string());
            }
        },
    }
}

/// The settings of a file of rules, else those of the rules themselves.
fn settings(path: Option<&Path>, console: &Console) -> Result<Settings, Stop> {
    let settings = match path {
        None => Settings::default(),
        Some(path) => {
            let (name, text) = text_file::read(path, "the rules", console)?;
            Settings::from_toml(&text).map_err(|problems| {
                console.tell(&Event::Diagnosed { name: &name, text: &text, diagnostics: &problems });
                Stop::Usage(format!("the rules {name} cannot be used"))
            })?
        }
    };
    let lanes = LaneKind::ALL.iter().map(|kind| hints::lane(*kind));
    let head = [hints::FILL_TITLE, hints::FILL_SCENARIO, hints::FILL_ORGANISATION, hints::FILL_AUTHORS];
    let words: Vec<_> = lanes.chain(head).collect();
    let texts = words.iter().flat_map(|words| TermLanguage::ALL.map(|language| words.text(language).to_owned()));
    // A title that a preset came with says nothing of the journey.
    let titles = PRESETS.iter().flat_map(|preset| TermLanguage::ALL.map(|language| preset.title(language)));
    Ok(settings.hints(texts.chain(titles)))
}

/// The journey that all are compared with: a preset, or a file.
fn model(name: &str, registry: &Registry, console: &Console) -> Result<Model, Stop> {
    if let Some(preset) = Preset::named(name) {
        return preset_model(preset).ok_or_else(|| Stop::Failure(format!("the preset {name} cannot be read; please report it")));
    }
    let path = PathBuf::from(name);
    if !path.exists() {
        let names = || PRESETS.iter().map(|preset| preset.name);
        let hint = nearest(name, names()).map_or_else(
            || format!("the presets are {}", names().collect::<Vec<_>>().join(", ")),
            |name| format!("did you mean `{name}`?"),
        );
        return Err(Stop::Usage(format!("there is neither a preset nor a file {name}; {hint}")));
    }
    let source = Source { origin: Origin::File(path), folder: PathBuf::new() };
    let Loaded { text, reading, .. } =
        load_so(&source, Manner::of(registry.readers())).map_err(|failure| Stop::Usage(format!("the model {name} {failure}")))?;
    let stem = source.stem().unwrap_or_else(|| name.to_owned());
    reading.map(|reading| Model::new(format!("`{stem}`"), reading.journey, Vec::new())).map_err(|problems| {
        console.tell(&Event::Diagnosed { name, text: &text, diagnostics: &problems });
        Stop::Usage(format!("the model {name} is not a valid journey"))
    })
}

/// A preset in all its languages.
fn preset_model(preset: &Preset) -> Option<Model> {
    let mut journeys = TermLanguage::ALL.iter().map(|language| read::json(preset.json(*language)).ok());
    let main = journeys.next()??;
    Some(Model::new(format!("`{}`", preset.name), main, journeys.collect::<Option<_>>()?))
}
