//! The arguments of commands that make something to start from.

use std::path::PathBuf;

use clap::Args;

use super::Replace;
use crate::cli::values;
use crate::journey::TermLanguage;
use crate::journey::presets::Preset;

/// Makes a journey to fill in: a workbook or a JSON document.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis new --preset six-phases --language nl -o template.xlsx
  klantreis new --preset six-phases --theme huis.toml -o template.xlsx
  klantreis new --preset rental-trip --language da > kunderejse.json")]
pub(in crate::cli) struct NewArguments {
    /// The journey to start from.
    #[arg(long, value_name = "PRESET", default_value = values::first_preset(), value_parser = values::presets())]
    pub preset: &'static Preset,
    /// The language of titles and labels. By default what the settings of the folder say, else English. That of messages is `--lang`.
    #[arg(long, value_name = "LANGUAGE", value_parser = values::languages())]
    pub language: Option<TermLanguage>,
    /// How a workbook looks: a built-in theme (see `klantreis list themes`), or the path of one of your own. By default what the settings
    /// of the folder say, else `color`.
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// Leaves out the settings of the folder in which the file is written (see `klantreis list settings`).
    #[arg(long)]
    pub no_config: bool,
    /// Where to write: a file that ends in `.json` or `.xlsx`. Without it, or with `-`, the JSON goes to the standard output.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Replaces a file that is already there.
    #[arg(long)]
    pub force: bool,
}

/// Prints the JSON Schema of the journey format, with which an editor completes and explains every field.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis schema -o klantreis-1.schema.json
  klantreis schema | less

A journey that names it is completed and checked while it is written:
  { \"$schema\": \"klantreis-1.schema.json\", \"klantreis\": 1, … }")]
pub(in crate::cli) struct SchemaArguments {
    /// The file to write. Without it, or with `-`, the schema goes to the standard output.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub replace: Replace,
}

/// Writes a theme to start from, or says what is wrong with one: what cannot be read on what, and which colours are hard to tell apart.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis theme --new my.toml                             every setting, with a line on it
  klantreis theme my.toml                                   contrasts and colour blindness
  klantreis export reis.json --theme my.toml -o poster.pdf")]
pub(in crate::cli) struct ThemeArguments {
    /// Themes to look at.
    #[arg(value_name = "FILE", required_unless_present = "new")]
    pub themes: Vec<PathBuf>,
    /// A folder with fonts, of which the theme may name one; may be given several times.
    #[arg(long, value_name = "DIR")]
    pub font_dir: Vec<PathBuf>,
    /// The file to write; `-` is the standard output.
    #[arg(long, value_name = "FILE", conflicts_with = "themes")]
    pub new: Option<PathBuf>,
    /// Replaces a file that is already there.
    #[arg(long, requires = "new")]
    pub force: bool,
}
