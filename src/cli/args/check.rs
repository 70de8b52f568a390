//! The arguments of `klantreis check`.

use std::path::PathBuf;

use clap::Args;

use super::{Listed, LookArguments, Replace, Workers};

/// Checks journeys and says everything that is wrong with them, and what they still lack.
///
/// What breaks the format is an error. What a valid journey lacks is a warning with the name of a rule (see `klantreis list rules`);
/// with --strict it decides the exit code.
///
/// With a paper, a distance or a layout, on the command line or of one journey in the settings of its folder, it says how a poster fits:
/// the sizes at each distance, the tightest cell and what to shorten, the smallest paper that would do, and how many sheets of A4 that is.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis check reis.json
  klantreis check inlevering/ --against six-phases          a folder, with a table at the end
  klantreis check reis.json --paper A1                      and how a poster fits
  klantreis check inlevering/ --report klas.xlsx            and a class at a glance, also as .html and .json
  klantreis check reis.json --rules rules.toml --strict     by rules of your own
  klantreis check journeys/ --message-format short
  klantreis check - < reis.json")]
pub(in crate::cli) struct CheckArguments {
    /// Journeys, also in workbooks and tables, or folders with them; `-` is the standard input.
    #[arg(required_unless_present = "files_from", value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub listed: Listed,
    /// A preset (see `klantreis list presets`) or a journey of your own whose stages, phases and lanes all are to have.
    #[arg(long, value_name = "MODEL")]
    pub against: Option<String>,
    /// The layouts of posters whose fit is looked at; by default the one that `export` makes.
    #[arg(long, value_name = "LAYOUTS", value_delimiter = ',')]
    pub layout: Vec<String>,
    #[command(flatten)]
    pub look: LookArguments,
    /// Leaves out the settings of the folder in which the journeys stand, which are in `klantreis.toml` (see `klantreis list settings`).
    #[arg(long)]
    pub no_config: bool,
    /// A file that switches rules on and off and sets them; `klantreis list rules --toml` prints one to start from.
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Writes a class at a glance: a row for each hand-in, a column for each rule, and every finding. The extension chooses a workbook
    /// (.xlsx), a page (.html) or data (.json); may be given several times.
    #[arg(long, value_name = "FILE")]
    pub report: Vec<PathBuf>,
    #[command(flatten)]
    pub replace: Replace,
    #[command(flatten)]
    pub workers: Workers,
}
