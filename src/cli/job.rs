//! From the arguments as typed to a job in which everything goes together.

use std::ffi::OsStr;
use std::path::{Path, PathBuf, is_separator};

use super::Stop;
use super::args::{ExportArguments, Listed};
use crate::batch::deliver::Destination;
use crate::batch::inputs::{self, Input};
use crate::batch::pattern::Pattern;
use crate::batch::save::Saver;
use crate::export::{self, Selection};
use crate::meta::Timestamp;
use crate::nearest::nearest;
use crate::registry::Registry;

/// An export that can be run.
pub(super) struct Job<'a> {
    pub inputs: Vec<Input>,
    pub destination: Destination,
    /// The output folder when it was named; a walk through the inputs passes it over.
    pub own_folder: Option<PathBuf>,
    /// How files in a folder are named; `None` names them after their inputs.
    pub pattern: Option<Pattern>,
    pub selection: Selection<'a>,
    pub options: export::Options,
}

impl<'a> Job<'a> {
    /// Checks that the arguments go together. The layouts that are `wished` count where none is asked for; `epoch` is the value of `SOURCE_DATE_EPOCH`.
    pub fn check(
        arguments: &ExportArguments,
        inputs: Vec<Input>,
        wished: &[String],
        registry: &Registry<'a>,
        epoch: Option<&OsStr>,
    ) -> Result<Self, Stop> {
        let (destination, named_format) = match destination(arguments.output.as_deref(), &inputs, registry)? {
            // What is given a name is a file.
            (Destination::Stdout, None) if arguments.name.is_some() && arguments.output.is_none() => {
                (Destination::Folder(PathBuf::from(".")), None)
            }
            destination => destination,
        };
        one_input_for_one_output(&inputs, &destination)?;
        if arguments.name.is_some() {
            named_in_a_folder(&destination)?;
        }
        let formats = formats(&arguments.to, named_format, &destination, registry)?;
        let selection = if arguments.layout.is_empty() {
            Selection::preferring(registry, &formats, wished)
        } else {
            Selection::new(registry, &formats, &arguments.layout)
        };
        let selection = selection.map_err(|error| Stop::Usage(error.to_string()))?;
        let options = arguments.options().map_err(|error| Stop::Usage(error.to_string()))?;
        let options = export::Options { created: epoch.map(created).transpose()?.flatten(), ..options };
        let own_folder = match &destination {
            Destination::Folder(folder) if arguments.output.is_some() => Some(folder.clone()),
            Destination::Folder(_) | Destination::File(_) | Destination::Stdout => None,
        };
        Ok(Self { inputs, destination, own_folder, pattern: arguments.name.clone(), selection, options })
    }
}

/// The inputs that are named on the command line and in a list, of which the standard input is at most one. The saver learns of the list.
pub(super) fn inputs(words: &[PathBuf], listed: &Listed, saver: &mut Saver) -> Result<Vec<Input>, Stop> {
    let is_stdin = |path: &Path| path.as_os_str() == "-";
    let list = listed.files_from.as_deref();
    if words.iter().map(PathBuf::as_path).chain(list).filter(|path| is_stdin(path)).count() > 1 {
        return Err(Stop::Usage("the standard input can be read only once".to_owned()));
    }
    let mut inputs: Vec<_> = words.iter().flat_map(|word| inputs::named(word)).collect();
    if let Some(list) = list {
        let file = Some(list).filter(|path| !is_stdin(path));
        saver.mind_list(file);
        let name = file.map_or_else(|| "<stdin>".to_owned(), |path| path.display().to_string());
        inputs.extend(inputs::listed(file).map_err(|error| Stop::Usage(format!("the list {name} {error}")))?);
        if inputs.is_empty() {
            return Err(Stop::Failure(format!("the list {name} names no input")));
        }
    }
    Ok(inputs)
}

/// Whether files are named after a pattern where they can be.
pub(super) fn named_in_a_folder(destination: &Destination) -> Result<(), Stop> {
    let what = match destination {
        Destination::Folder(_) => return Ok(()),
        Destination::File(path) => format!("the file {}", path.display()),
        Destination::Stdout => "the standard output".to_owned(),
    };
    Err(Stop::Usage(format!("--name names files in a folder, and -o names {what}; leave one of them out")))
}

/// Whether the path of an output is that of a folder; one without an extension becomes one.
pub(super) fn is_folder(path: &Path) -> bool {
    let new = || path.extension().is_none() && !path.exists() && path.as_os_str() != "-";
    path.to_string_lossy().ends_with(is_separator) || path.is_dir() || new()
}

/// Where the outputs go, and the format that the name of a file asks for.
pub(super) fn destination<'a>(
    output: Option<&Path>,
    inputs: &[Input],
    registry: &Registry<'a>,
) -> Result<(Destination, Option<&'a str>), Stop> {
    let Some(path) = output else {
        let only_stdin = matches!(inputs, [Input::Stdin]);
        return Ok((if only_stdin { Destination::Stdout } else { Destination::Folder(PathBuf::from(".")) }, None));
    };
    let text = path.to_string_lossy();
    if text.is_empty() {
        return Err(Stop::Usage("the path of -o is empty".to_owned()));
    }
    if text == "-" {
        return Ok((Destination::Stdout, None));
    }
    if is_folder(path) {
        return Ok((Destination::Folder(path.to_owned()), None));
    }
    let Some(extension) = path.extension().map(|extension| extension.to_string_lossy().to_lowercase()) else {
        return if path.exists() {
            Err(Stop::Usage(format!(
                "{text} is a file without the extension of a format; name a folder or a file such as {text}.pdf"
            )))
        } else {
            Ok((Destination::Folder(path.to_owned()), None))
        };
    };
    let format = registry.format(&extension).ok_or_else(|| unknown_format(&text, &extension, registry))?;
    Ok((Destination::File(path.to_owned()), Some(format.name)))
}

fn unknown_format(path: &str, extension: &str, registry: &Registry) -> Stop {
    let names: Vec<_> = registry.formats().iter().map(|format| format.name).collect();
    let hint = nearest(extension, names.iter().copied())
        .map_or_else(|| format!("there is {}", names.join(", ")), |name| format!("did you mean `{name}`"));
    Stop::Usage(format!("there is no format `{extension}`, {hint}; for a folder of that name write {path}/"))
}

/// Whether there may be more than one document; a folder counts as several.
pub(super) fn several(inputs: &[Input]) -> bool {
    match inputs {
        [Input::Stdin] => false,
        [Input::Path(path) | Input::Listed(path)] => path.is_dir(),
        _ => true,
    }
}

/// A named file and the standard output take one input.
pub(super) fn one_input_for_one_output(inputs: &[Input], destination: &Destination) -> Result<(), Stop> {
    let what = match destination {
        Destination::Folder(_) => return Ok(()),
        Destination::File(path) => format!("the file {}", path.display()),
        Destination::Stdout => "the standard output".to_owned(),
    };
    if several(inputs) {
        Err(Stop::Usage(format!("several inputs do not go into {what}; name a folder with -o")))
    } else {
        Ok(())
    }
}

/// The formats: what the name of the output says, else those asked for, else all but those that have to be.
fn formats<'a>(
    asked: &[String],
    named: Option<&'a str>,
    destination: &Destination,
    registry: &Registry<'a>,
) -> Result<Vec<&'a str>, Stop> {
    let all = || registry.formats().iter().map(|format| format.name);
    let asked: Vec<&str> = all().filter(|known| asked.iter().any(|name| name == known)).collect();
    match (destination, named, asked.as_slice()) {
        (_, Some(named), []) => Ok(vec![named]),
        (_, Some(named), [only]) if *only == named => Ok(vec![named]),
        (_, Some(named), _) => {
            let asked = asked.join(",");
            Err(Stop::Usage(format!("--to {asked} does not go with an output that ends in .{named}; name a folder with -o")))
        }
        (Destination::Stdout, None, [_]) => Ok(asked),
        (Destination::Stdout, None, _) => {
            Err(Stop::Usage("the standard output takes one format: choose it with --to".to_owned()))
        }
        (Destination::Folder(_) | Destination::File(_), None, []) => {
            Ok(registry.default_formats().iter().map(|format| format.name).collect())
        }
        (Destination::Folder(_) | Destination::File(_), None, _) => Ok(asked),
    }
}

/// The time that `SOURCE_DATE_EPOCH` asks for (<https://reproducible-builds.org/specs/source-date-epoch/>); empty is unset.
pub(super) fn created(epoch: &OsStr) -> Result<Option<Timestamp>, Stop> {
    if epoch.is_empty() {
        return Ok(None);
    }
    let seconds = epoch.to_str().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit())).and_then(|text| text.parse().ok());
    let wrong = || Stop::Usage(format!("SOURCE_DATE_EPOCH is `{}`, not a number of seconds since 1970", epoch.to_string_lossy()));
    seconds.map(|seconds| Some(Timestamp::from_unix(seconds))).ok_or_else(wrong)
}
