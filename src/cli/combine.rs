//! `klantreis export --combine`: one table of many journeys.

use std::path::Path;

use super::args::ExportArguments;
use super::console::Console;
use super::{End, Stop, config, job};
use crate::batch::combine::{Target, combine};
use crate::batch::deliver::Destination;
use crate::batch::discover::{Wanted, discover};
use crate::batch::inputs::Input;
use crate::batch::run::Manner;
use crate::batch::save::Saver;
use crate::layout::tabular::tidy;
use crate::registry::Registry;
use crate::tongue::say;
use crate::write::csv::{self, Dialect};

pub(super) fn run(arguments: &ExportArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    let mut saver = Saver::new(arguments.replace.force);
    let inputs = job::inputs(&arguments.inputs, &arguments.listed, &mut saver)?;
    let target = target(arguments, &inputs, registry)?;
    let dialect = arguments.csv_dialect.unwrap_or(Dialect::Rfc4180);
    let config = config::unless(arguments.no_config, || config::of_inputs(&inputs, registry, &mut saver, console))?;
    let found = discover(&inputs, None, Wanted::Journeys, &arguments.listed.search(), registry.readers());
    if target != Target::Stdout {
        console.begin(&found);
    }
    let language = config.language.as_deref();
    let (jobs, fail_fast) = (arguments.workers.jobs(), arguments.workers.fail_fast);
    let manner = Manner { language, jobs, fail_fast, ..Manner::of(registry.readers()) };
    let manner = (manner, &arguments.view.choices());
    let tally = combine(found, &inputs, &target, dialect, saver, manner, &mut |event| console.tell(event))
        .map_err(|error| Stop::Failure(error.to_string()))?;
    let done = (tally.done > 0).then(|| match &target {
        Target::File(path) => say!("summary-combined-into", count = tally.done, path = path.display().to_string()),
        Target::Stdout => say!("summary-combined", count = tally.done),
    });
    console.sum_up(done, tally);
    Ok(End::of(tally, console.strict))
}

/// Where the table goes. There is one layout and one format for it.
fn target(arguments: &ExportArguments, inputs: &[Input], registry: &Registry) -> Result<Target, Stop> {
    let (layout, format) = (tidy::LAYOUT.name, csv::FORMAT.name);
    let usage = |wrong: String| Err(Stop::Usage(format!("{wrong}; write --layout {layout} --combine -o all.{format}")));
    if let Some(other) = arguments.layout.iter().find(|name| **name != layout) {
        return usage(format!("--combine makes a table of the layout `{layout}`, not of `{other}`"));
    }
    if let Some(other) = arguments.to.iter().find(|other| **other != format) {
        return usage(format!("--combine writes {format}, not {other}"));
    }
    match job::destination(arguments.output.as_deref(), inputs, registry)? {
        (Destination::Stdout, _) => Ok(Target::Stdout),
        (Destination::File(path), Some(named)) if named == format => Ok(Target::File(path)),
        (Destination::File(path), _) => usage(format!("--combine writes {format}, which {} is not", path.display())),
        (Destination::Folder(_), _) => {
            let named = arguments.output.as_deref().map(Path::display);
            let wrong = named.map(|folder| format!("--combine makes one file, and {folder} is a folder"));
            usage(wrong.unwrap_or_else(|| "--combine makes one file, which needs a name".to_owned()))
        }
    }
}
