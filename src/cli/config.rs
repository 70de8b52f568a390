//! Settings of a folder: a `klantreis.toml` beside the journeys says what is taken where the command line says nothing.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::args::{ExportArguments, LookArguments};
use super::console::Console;
use super::job::is_folder;
use super::theme::is_theme_file;
use super::values::{language_of_messages, language_tag};
use super::{Stop, text_file};
use crate::batch::hand_ins;
use crate::batch::inputs::Input;
use crate::batch::pattern::Pattern;
use crate::batch::run::Event;
use crate::batch::save::{Role, Saver};
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::{TermLanguage, located, meant, not_text, not_toml, type_of};
use crate::layout::theme::Theme;
use crate::paper::{Distance, Length, Paper};
use crate::registry::Registry;
use crate::tongue::{Phrase, say};

/// The name of the file.
pub(super) const FILE: &str = hand_ins::SETTINGS;

/// Each setting, with what is taken when nothing says it.
pub(super) const SETTINGS: [(&str, &str); 8] = [
    ("paper", "A3"),
    ("distance", "that of the paper"),
    ("margin", "that of the paper"),
    ("theme", "color"),
    ("layouts", "the first of each kind that has something to show"),
    ("name", "{stem}"),
    ("language", "found out"),
    ("messages", "the language of the system"),
];

/// What a folder sets.
#[derive(Debug, Clone, Default)]
pub(super) struct Config {
    pub paper: Option<Paper>,
    pub distance: Option<Distance>,
    pub margin: Option<Length>,
    /// A built-in theme, or a path.
    pub theme: Option<String>,
    pub layouts: Vec<String>,
    pub name: Option<Pattern>,
    pub language: Option<String>,
    /// The language of messages and reports.
    pub messages: Option<TermLanguage>,
    /// Each setting that the file has, as it is written there, with its line.
    pub said: Vec<(&'static str, String, usize)>,
}

impl Config {
    /// Says what the command line leaves unsaid. Names are for files in a folder: an output that is named keeps its name.
    pub fn fill_in(&self, arguments: &mut ExportArguments, inputs: &[Input]) {
        let in_folder =
            arguments.output.as_deref().is_some_and(is_folder) || arguments.output.is_none() && !inputs.contains(&Input::Stdin);
        if in_folder && arguments.name.is_none() {
            arguments.name.clone_from(&self.name);
        }
        if arguments.tile.is_some() {
            arguments.sheet_margin = arguments.look.margin.take();
        }
        self.fill_in_look(&mut arguments.look);
    }

    /// Says what the command line leaves unsaid of how posters look.
    pub fn fill_in_look(&self, look: &mut LookArguments) {
        // A distance and a margin go with their paper.
        if look.paper.is_none() {
            look.paper.clone_from(&self.paper);
            look.distance = look.distance.or(self.distance);
            look.margin = look.margin.or(self.margin);
        }
        if look.theme.is_none() {
            look.theme.clone_from(&self.theme);
        }
    }
}

/// The settings, unless they are to be left out.
pub(super) fn unless(left_out: bool, settings: impl FnOnce() -> Result<Config, Stop>) -> Result<Config, Stop> {
    if left_out { Ok(Config::default()) } else { settings() }
}

/// The settings for some inputs: those of the folder in which they stand. Without an input those of the current folder.
pub(super) fn of_inputs(inputs: &[Input], registry: &Registry, saver: &mut Saver, console: &Console) -> Result<Config, Stop> {
    match beside(inputs.iter().filter_map(Input::path)).as_slice() {
        [] => Ok(Config::default()),
        [file] => read(file, registry, saver, console),
        [one, other, ..] => Err(Stop::Usage(format!(
            "the inputs stand in folders with settings of their own, {} and {}; take them one after the other, or --no-config",
            one.display(),
            other.display()
        ))),
    }
}

/// The files of settings in the folders in which some inputs stand, each once.
fn beside<'a>(inputs: impl Iterator<Item = &'a Path>) -> Vec<PathBuf> {
    let folder = |path: &Path| if path.is_dir() { Some(path.to_owned()) } else { path.parent().map(Path::to_owned) };
    let folders: Vec<_> = inputs.map(|path| folder(path).unwrap_or_default()).collect();
    let (mut found, mut seen): (Vec<PathBuf>, _) = (Vec::new(), BTreeSet::new());
    for folder in folders.iter().filter(|folder| seen.insert(*folder)) {
        let file = folder.join(FILE);
        if file.symlink_metadata().is_ok() && !found.iter().any(|known| known.canonicalize().ok() == file.canonicalize().ok()) {
            found.push(file);
        }
    }
    found
}

/// Speaks as the settings of the inputs say where nothing else of them is of use: of several folders the first that says it.
pub(super) fn speak_as<'a>(
    inputs: impl Iterator<Item = &'a Path>,
    registry: &Registry,
    saver: &mut Saver,
    console: &Console,
) -> Result<(), Stop> {
    for file in beside(inputs) {
        if read(&file, registry, saver, console)?.messages.is_some() {
            break;
        }
    }
    Ok(())
}

/// The settings for what is written into a folder: those of that folder, where it has any.
pub(super) fn of_output(output: &Path, registry: &Registry, saver: &mut Saver, console: &Console) -> Result<Config, Stop> {
    let file = output.parent().unwrap_or(Path::new("")).join(FILE);
    if file.symlink_metadata().is_err() { Ok(Config::default()) } else { read(&file, registry, saver, console) }
}

/// The settings of a file.
pub(super) fn read(path: &Path, registry: &Registry, saver: &mut Saver, console: &Console) -> Result<Config, Stop> {
    let (name, text) = text_file::read(path, "the settings", console)?;
    saver.mind(path, Role::Config);
    let folder = path.parent().unwrap_or(Path::new(""));
    let config = parse(&text, folder, registry).map_err(|problems| {
        console.tell(&Event::Diagnosed { name: &name, text: &text, diagnostics: &problems });
        Stop::Usage(format!("the settings {name} cannot be used; --no-config leaves them out"))
    })?;
    console.speak(config.messages);
    Ok(config)
}

/// Reads settings of a folder.
///
/// # Errors
/// Everything that is wrong with them, in the order of the text.
pub(super) fn parse(text: &str, folder: &Path, registry: &Registry) -> Result<Config, Vec<Diagnostic>> {
    let toml = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut file = File { text: toml, config: Config::default(), problems: Vec::new() };
    match DeTable::parse(toml) {
        Ok(table) => {
            file.settings(table.get_ref(), folder, registry);
            file.together(table.get_ref());
        }
        Err(error) => file.problems.push(not_toml(toml, &error, say!("toml-line", line = "paper = \"A1\""))),
    }
    if file.problems.is_empty() { Ok(file.config) } else { Err(located(toml, text.len() - toml.len(), file.problems)) }
}

/// A file on its way to settings.
struct File<'t> {
    text: &'t str,
    config: Config,
    problems: Vec<(Range<usize>, Diagnostic)>,
}

impl File<'_> {
    fn wrong(&mut self, at: Range<usize>, code: Code, message: impl Into<Phrase>, help: impl Into<Phrase>) {
        self.problems.push((at, Diagnostic::new(code, message).help(help)));
    }

    fn settings(&mut self, table: &DeTable, folder: &Path, registry: &Registry) {
        for (key, value) in table {
            let name: &str = key.get_ref();
            let Some((known, _)) = SETTINGS.iter().find(|(known, _)| *known == name) else {
                let names = SETTINGS.map(|(known, _)| known);
                self.wrong(key.span(), Code::UnknownField, say!("setting-unknown", name = name), meant(name, &names));
                continue;
            };
            let line = self.text[..key.span().start].matches('\n').count() + 1;
            if let Some(shown) = self.setting(known, value, folder, registry) {
                self.config.said.push((known, shown, line));
            }
        }
    }

    /// Looks whether distance and margin go with the paper.
    fn together(&mut self, table: &DeTable) {
        if let (Some(margin), Some(value)) = (self.config.margin, table.get("margin"))
            && let Err(error) = self.config.paper.clone().unwrap_or_default().with_margin(margin)
        {
            self.wrong(value.span(), Code::UnknownValue, error.to_string(), say!("setting-margin-help"));
        }
        let (Some(near), Some(value)) = (self.config.distance, table.get("distance")) else { return };
        if let Err(error) = self.config.paper.clone().unwrap_or_default().read_from(near) {
            self.wrong(value.span(), Code::UnknownValue, error.to_string(), say!("setting-distance-help"));
        }
    }

    /// Takes a setting. Gives how it is said.
    fn setting(&mut self, name: &str, value: &Spanned<DeValue>, folder: &Path, registry: &Registry) -> Option<String> {
        if name == "layouts" {
            return Some(self.layouts(value, registry));
        }
        let Some(text) = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty()) else {
            self.problems.push((value.span(), not_text(name, value.get_ref())));
            return None;
        };
        let taken = match name {
            "paper" => text.parse().map(|paper| self.config.paper = Some(paper)).map_err(|error| Phrase::from(error.to_string())),
            "distance" => {
                text.parse().map(|near| self.config.distance = Some(near)).map_err(|error| Phrase::from(error.to_string()))
            }
            "margin" => {
                text.parse().map(|margin| self.config.margin = Some(margin)).map_err(|error| Phrase::from(error.to_string()))
            }
            "name" => {
                text.parse().map(|pattern| self.config.name = Some(pattern)).map_err(|error| Phrase::from(error.to_string()))
            }
            "language" => language_tag(text).map(|tag| self.config.language = Some(tag)).map_err(Phrase::from),
            "messages" => language_of_messages(text).map(|language| self.config.messages = Some(language)).map_err(Phrase::from),
            _ => theme_of(text, folder).map(|theme| self.config.theme = Some(theme)),
        };
        if let Err(message) = taken {
            let option = if name == "messages" { "lang" } else { name };
            let help = say!("setting-takes", name = name, option = option);
            self.wrong(value.span(), Code::UnknownValue, message, help);
            return None;
        }
        Some(text.to_owned())
    }

    fn layouts(&mut self, value: &Spanned<DeValue>, registry: &Registry) -> String {
        let list = match value.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            _ => vec![value],
        };
        let known: Vec<&str> = registry.layout_names().collect();
        let mut named = Vec::new();
        for value in list {
            match value.get_ref().as_str() {
                Some(name) if known.contains(&name) => named.push(name.to_owned()),
                Some(name) => {
                    self.wrong(value.span(), Code::UnknownValue, say!("setting-no-layout", name = name), meant(name, &known));
                }
                None => {
                    let message = say!("setting-layouts", not = type_of(value.get_ref()));
                    self.wrong(value.span(), Code::WrongType, message, say!("setting-layouts-help"));
                }
            }
        }
        self.config.layouts.clone_from(&named);
        named.join(",")
    }
}

/// A built-in theme by its name, or the path of one of somebody's own, which is counted from the folder of the settings.
fn theme_of(text: &str, folder: &Path) -> Result<String, Phrase> {
    let path = folder.join(text);
    if Theme::named(text).is_some() {
        return Ok(text.to_owned());
    }
    if path.symlink_metadata().is_ok() {
        return Ok(path.display().to_string());
    }
    let names: Vec<String> = Theme::all().map(|(theme, _)| theme.name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Err(if is_theme_file(&path) {
        say!("setting-no-file", path = path.display().to_string())
    } else {
        say!("setting-no-theme", name = text, hint = meant(text, &names))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_wrong_is_said_with_its_place() {
        let text = "papers = \"A1\"\npaper = \"A11\"\nlayouts = [\"mapp\"]\nlanguage = \"nederlands!\"\nname = \"{titel}\"\ntheme = 3\ndistance = \"far\"\n";
        let problems = parse(text, Path::new("in"), Registry::built_in()).unwrap_err();
        let lines: Vec<_> = problems.iter().map(|problem| problem.span.as_ref().unwrap().line).collect();
        assert_eq!(lines, [1, 2, 3, 4, 5, 6, 7], "{problems:?}");
        assert_eq!(problems[0].help.as_deref(), Some("did you mean `paper`?"));
        assert_eq!(problems[2].help.as_deref(), Some("did you mean `map`?"));
        assert_eq!(parse("paper", Path::new(""), Registry::built_in()).unwrap_err()[0].code, Code::Syntax);
    }

    #[test]
    fn a_theme_is_looked_for_beside_its_settings() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("my.toml"), "").unwrap();
        let of = |theme: &str| parse(&format!("theme = \"{theme}\"\n"), folder.path(), Registry::built_in());
        assert_eq!(of("print").unwrap().theme.as_deref(), Some("print"));
        assert_eq!(of("my.toml").unwrap().theme.map(PathBuf::from), Some(folder.path().join("my.toml")));
        assert!(of("your.toml").unwrap_err()[0].message.starts_with("there is no file "));
        assert_eq!(of("prnt").unwrap_err()[0].message, "there is no theme `prnt`; did you mean `print`?");
    }
}
