//! The arguments of `klantreis list`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::values;
use crate::paper::Distance;

/// Lists what there is to choose from.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis list papers
  klantreis list formats --json")]
pub(in crate::cli) struct ListArguments {
    /// What to list.
    #[arg(value_name = "WHAT")]
    pub what: What,
    /// Of the settings: the folder with the journeys.
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    /// As JSON: a list of objects, each with a `name`.
    #[arg(long)]
    pub json: bool,
    /// Of the rules: as a file for `klantreis check --rules`.
    #[arg(long, conflicts_with = "json")]
    pub toml: bool,
    /// Of the papers: with the type that is read from so far away.
    #[arg(long, value_name = "DISTANCE", value_parser = values::parsed::<Distance>)]
    pub distance: Option<Distance>,
    /// A folder with fonts to list besides the built-in ones; may be given several times.
    #[arg(long, value_name = "DIR")]
    pub font_dir: Vec<PathBuf>,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum What {
    /// What is shown of a journey, and how.
    Layouts,
    /// The kinds of file that are written.
    Formats,
    /// The kinds of file that are read.
    Readers,
    /// How the tables of `import` are understood.
    Ways,
    /// The named sizes of paper.
    Papers,
    /// How posters and workbooks look.
    Themes,
    /// What is taken where the command line says nothing, and from where: for the current folder, or another that is named behind it.
    Settings,
    /// The journeys to start from.
    Presets,
    /// The fonts, in the order in which a character looks for one.
    Fonts,
    /// What journeys are checked for besides the format.
    Rules,
}
