//! The arguments of commands that read journeys and write journeys.

use std::path::PathBuf;

use clap::Args;

use super::{Listed, NAME_HELP, Replace, Workers};
use crate::batch::pattern::Pattern;
use crate::cli::values;

/// Makes journeys in JSON of workbooks and tables.
///
/// A workbook of this program is read whatever was done to it, and a matrix of any other making by its shape. What cannot be placed is
/// said with its cell and kept under `x.import`; nothing is dropped. A folder is searched for them, JSON comes along in its normal form, and its
/// structure is mirrored.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis import reis.xlsx                                to the standard output
  klantreis import reis.xlsx -o reis.json
  klantreis import inlevering/ -o json/                     a folder, mirrored
  klantreis import reis.xlsx --explain                      how each row and column was read
  klantreis import reis.xlsx | klantreis export - --to pdf > poster.pdf")]
pub(in crate::cli) struct ImportArguments {
    /// Workbooks and tables, or folders with them; `-` is the standard input.
    #[arg(required_unless_present = "files_from", value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub listed: Listed,
    /// Where to write: a file that ends in `.json`, a folder, or `-` for the standard output.
    ///
    /// A path that ends in `/`, that is a folder or that has no extension is a folder; files in it are named after their inputs.
    /// Without this option one journey goes to the standard output, and several are wrong use.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "PATTERN", value_parser = values::parsed::<Pattern>, help = NAME_HELP, long_help = values::pattern_help())]
    pub name: Option<Pattern>,
    /// How the tables are to be understood (see `klantreis list ways`). By default found out.
    #[arg(long, value_name = "WAY")]
    pub layout: Option<String>,
    /// The language of the texts that are read, a BCP 47 tag such as `nl`. By default what the settings of the folder say, else found out.
    /// The language of messages is `--lang`.
    #[arg(long, value_name = "TAG", value_parser = values::language_tag)]
    pub language: Option<String>,
    /// Leaves out the settings of the folder in which the tables stand (see `klantreis list settings`).
    #[arg(long)]
    pub no_config: bool,
    /// Says on the standard output how each row and column was read; journeys are written only where -o says.
    #[arg(long)]
    pub explain: bool,
    #[command(flatten)]
    pub replace: Replace,
    #[command(flatten)]
    pub workers: Workers,
}

/// Makes one journey of several: six groups, a phase each.
///
/// Stages, lanes, phases and personas are joined by id, else by title; cells hold the items of all. Of a field with different values
/// the first stands, or in a phase that of the first journey which fills its cells. Every such conflict is said with both sides and
/// both places, and what is set aside is kept under `x.merge.conflicts`. Nothing is dropped.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis merge groep-*.json -o klas.json
  klantreis merge groepen/ -o klas.json --strict        exit code 3 when there are conflicts
  klantreis merge a.json b.json | klantreis export - --to pdf > poster.pdf")]
pub(in crate::cli) struct MergeArguments {
    /// Journeys, or folders with journeys, in the order in which they count; `-` is the standard input.
    #[arg(required_unless_present = "files_from", value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub listed: Listed,
    /// The file to write, which may be none of the inputs. Without it, or with `-`, the journey goes to the standard output.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Leaves out the settings of the folder in which the journeys stand, of which the language of messages counts here.
    #[arg(long)]
    pub no_config: bool,
    #[command(flatten)]
    pub replace: Replace,
}

/// Says what changed from one journey to another.
///
/// Two ways of writing the same journey do not differ. Parts are compared by id, else by title; items by id, by what they say, then by
/// what they nearly say, so that what was moved or reworded is not taken for something new. The exit code is 0 whether there are
/// changes or not; with --strict it is 3 when there are.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis diff gisteren.json vandaag.json
  klantreis diff eerste.json tweede.json --json | jq .counts
  klantreis diff a.json b.json --strict --quiet > /dev/null || echo changed")]
pub(in crate::cli) struct DiffArguments {
    /// The journey as it was; `-` is the standard input.
    #[arg(value_name = "BEFORE")]
    pub before: PathBuf,
    /// The journey as it is; `-` is the standard input.
    #[arg(value_name = "AFTER")]
    pub after: PathBuf,
    /// As JSON: one object with the counts and every change.
    #[arg(long)]
    pub json: bool,
    /// Leaves out the settings of the folder in which the journeys stand, of which the language of messages counts here.
    #[arg(long)]
    pub no_config: bool,
}

/// Rewrites journeys in their normal form: one way of writing for everything that a journey can say.
///
/// Files are rewritten where they are, whole or not at all, and only those that change. A folder is searched for journeys as by
/// `export`. What comes from the standard input goes to the standard output.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis fmt reis.json
  klantreis fmt journeys/ --check                           lists what fmt would change, and ends with 1
  klantreis fmt reis.json --stdout                          leaves the file as it is
  klantreis fmt - < reis.json")]
pub(in crate::cli) struct FmtArguments {
    /// Journeys in JSON, or folders with them; `-` is the standard input.
    #[arg(required_unless_present = "files_from", value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub listed: Listed,
    /// Writes nothing: names each journey that is not in its normal form with the first line that differs, and ends with exit
    /// code 1 when there is one.
    #[arg(long)]
    pub check: bool,
    /// Writes one journey to the standard output instead of its file; the same as `-o -`.
    #[arg(long, conflicts_with = "check")]
    pub stdout: bool,
    /// Where to write: `-`, the standard output, is the only place but the file itself.
    #[arg(long, short, value_name = "-", value_parser = ["-"], hide_possible_values = true, conflicts_with = "check")]
    pub output: Option<String>,
    /// Leaves out the settings of the folder in which the journeys stand, of which the language of messages counts here.
    #[arg(long)]
    pub no_config: bool,
}
