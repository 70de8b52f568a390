//! `klantreis import`: makes journeys in JSON of workbooks and tables.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::args::ImportArguments;
use super::console::Console;
use super::export::with_slash;
use super::{End, Stop, config, job};
use crate::batch::deliver::{Delivery, DeliveryError, Destination};
use crate::batch::discover::{Wanted, discover};
use crate::batch::import::{import_all, only_new};
use crate::batch::inputs::Input;
use crate::batch::run::{Failure, Manner};
use crate::batch::save::{Saver, put_out};
use crate::diagnostic::{json, one_line};
use crate::journey::TermLanguage;
use crate::read::{Reading, Step};
use crate::registry::Registry;
use crate::tongue::{Phrase, in_quotes, say};

pub(super) fn run(arguments: &ImportArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    let mut saver = Saver::new(arguments.replace.force);
    let inputs = job::inputs(&arguments.inputs, &arguments.listed, &mut saver)?;
    let destination = destination(arguments, &inputs)?;
    let own_folder = match &destination {
        Some(Destination::Folder(folder)) if arguments.output.is_some() => Some(folder.as_path()),
        Some(Destination::Folder(_) | Destination::File(_) | Destination::Stdout) | None => None,
    };
    let into = match &destination {
        Some(Destination::Folder(folder)) => Some(folder.as_path()),
        Some(Destination::File(_) | Destination::Stdout) | None => None,
    };
    let found = discover(&inputs, own_folder, Wanted::Tables, &arguments.listed.search(), registry.readers());
    let found = only_new(found, &inputs, into);
    // A name that is in no list has been refused with the arguments.
    let way = arguments.layout.as_ref().and_then(|name| registry.ways().iter().copied().find(|way| way.name == name));
    let config = config::unless(arguments.no_config, || config::of_inputs(&inputs, registry, &mut saver, console))?;
    let (language, jobs) = (arguments.language.as_deref().or(config.language.as_deref()), arguments.workers.jobs());
    let manner = Manner { way, language, jobs, fail_fast: arguments.workers.fail_fast, ..Manner::of(registry.readers()) };
    let delivery = destination.clone().map(|destination| Delivery::new(destination, arguments.name.as_ref(), &found, saver));
    if delivery.is_some() && destination != Some(Destination::Stdout) && !arguments.explain {
        console.begin(&found);
    }
    let mut first = true;
    let mut explain = |name: &str, reading: &Reading| {
        if !arguments.explain {
            return Ok(());
        }
        let text =
            if console.for_programs() { records(name, &reading.steps) } else { table(name, &reading.steps, console.language()) };
        let parted = if first || console.for_programs() { text } else { format!("\n{text}") };
        first = false;
        put_out(parted.as_bytes()).map_err(|error| Failure::Undelivered(DeliveryError::Stdout(error)))
    };
    let tally = import_all(found, manner, delivery, &mut explain, &mut |event| console.tell(event));
    let done = destination.as_ref().filter(|_| tally.files > 0).and_then(|destination| match destination {
        Destination::Folder(folder) => Some(say!("summary-imported", count = tally.files, folder = with_slash(folder))),
        Destination::File(path) => Some(say!("summary-written", count = 1_usize, paths = path.display().to_string())),
        Destination::Stdout => None,
    });
    console.sum_up(done, tally);
    Ok(End::of(tally, console.strict))
}

/// Where the journeys go; `None` when they are only explained.
fn destination(arguments: &ImportArguments, inputs: &[Input]) -> Result<Option<Destination>, Stop> {
    let named = match arguments.output.as_deref() {
        None if arguments.name.is_some() => Some(Destination::Folder(PathBuf::from("."))),
        None if arguments.explain => None,
        None => Some(Destination::Stdout),
        Some(path) => Some(of_path(path)?),
    };
    let Some(destination) = named else { return Ok(None) };
    if destination == Destination::Stdout && arguments.explain {
        return Err(Stop::Usage("--explain takes the standard output itself; name a file or a folder with -o".to_owned()));
    }
    job::one_input_for_one_output(inputs, &destination)?;
    if arguments.name.is_some() {
        job::named_in_a_folder(&destination)?;
    }
    Ok(Some(destination))
}

fn of_path(path: &Path) -> Result<Destination, Stop> {
    let text = path.to_string_lossy();
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        _ if text.is_empty() => Err(Stop::Usage("the path of -o is empty".to_owned())),
        _ if text == "-" => Ok(Destination::Stdout),
        _ if job::is_folder(path) => Ok(Destination::Folder(path.to_owned())),
        Some("json") => Ok(Destination::File(path.to_owned())),
        Some(other) => Err(Stop::Usage(format!(
            "an import writes journeys in JSON, and {text} ends in .{other}; write a name in .json, or {text}/ for a folder of that \
             name, and make other formats with `klantreis export`"
        ))),
        None if path.exists() => {
            Err(Stop::Usage(format!("{text} is a file without an extension; name a folder or a file such as {text}.json")))
        }
        None => Ok(Destination::Folder(path.to_owned())),
    }
}

/// What stands for the steps of a document, of which there is nothing to explain.
fn as_written() -> Phrase {
    say!("explain-as-written")
}

/// How a source was read, for people: a line for each part, what it was taken for in a column of its own.
fn table(name: &str, steps: &[Step], language: TermLanguage) -> String {
    let mut text = one_line(name) + "\n";
    if steps.is_empty() {
        text.extend(["  ", &as_written().text(language), "\n"]);
    }
    let parts: Vec<_> = steps.iter().map(|step| one_line(&step.part.text(language))).collect();
    let width = parts.iter().map(|part| part.width()).max().unwrap_or_default();
    for (part, step) in parts.iter().zip(steps) {
        let gap = " ".repeat(width - part.width());
        // A text takes all that is written to it.
        let _ = writeln!(text, "  {part}{gap}  {}", one_line(&in_quotes(&step.meaning.text(language), language)));
    }
    text
}

/// A step, for programs.
#[derive(Serialize)]
struct Record<'a> {
    path: &'a str,
    part: &'a str,
    meaning: &'a str,
}

/// The same for programs: one object a line.
fn records(path: &str, steps: &[Step]) -> String {
    let line = |part: &str, meaning: &str| json(&Record { path, part, meaning }) + "\n";
    if steps.is_empty() {
        line("", as_written().english())
    } else {
        steps.iter().map(|step| line(step.part.english(), step.meaning.english())).collect()
    }
}
