//! The arguments as they are typed. Every list of values comes from a registry: what programs may add to is put in by [`command`].

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use super::values;
use crate::batch::pattern::Pattern;
use crate::diagnostic::MessageFormat;
use crate::export;
use crate::journey::TermLanguage;
use crate::journey::choices::{Choices, Fill};
use crate::journey::presets::Preset;
use crate::paper::{Distance, DistanceError, Orientation, Paper};
use crate::registry::Registry;
use crate::write::csv::Dialect;
use crate::write::svg::TextMode;

const EXIT_CODES: &str = "\
Exit codes:
  0  all right
  1  an input failed or is not a valid journey; the others were still done
  2  the command was used wrongly
  3  all right, but with warnings, and --strict was given

Data goes to the standard output, messages to the standard error.
SOURCE_DATE_EPOCH sets the creation time that files carry, NO_COLOR switches colours off.";

const NAME_HELP: &str = "How files are named, such as '{class}_{author}_{title}'. By default after their inputs.";

const EXAMPLES: &str = "\
Examples:
  klantreis new --preset six-phases --language nl -o reis.json
  klantreis check reis.json
  klantreis fmt reis.json
  klantreis export reis.json -o out/
  klantreis export reis.json --paper A0 -o poster.pdf
  klantreis import reis.xlsx -o reis.json";

/// One customer journey in; posters, workbooks and tables out.
#[derive(Parser)]
#[command(name = "klantreis", version, max_term_width = 100, after_help = EXAMPLES, after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub talk: Talk,
}

/// The definition of the command line, with what a registry has to choose from.
pub(super) fn command(registry: &Registry) -> clap::Command {
    Arguments::command()
        .mut_subcommand("export", |export| {
            let export = export.mut_arg("to", |to| to.value_parser(values::formats(registry)));
            export.mut_arg("layout", |layout| layout.value_parser(values::layouts(registry)))
        })
        .mut_subcommand("import", |import| import.mut_arg("layout", |way| way.value_parser(values::ways(registry))))
}

/// How the program talks; the same for every command.
#[derive(Args)]
#[command(next_help_heading = "Messages")]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(super) struct Talk {
    /// The form of messages on the standard error.
    #[arg(long, global = true, value_name = "FORM", default_value = "human", value_parser = values::message_formats())]
    pub message_format: MessageFormat,
    /// Says errors and warnings only.
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Says each file written and everything passed over.
    #[arg(long, short, global = true)]
    pub verbose: bool,
    /// When messages are in colour.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorWhen,
    /// Ends with exit code 3 when there are warnings.
    #[arg(long, global = true)]
    pub strict: bool,
}

/// Whether what somebody would miss may be replaced.
#[derive(Args)]
pub(super) struct Replace {
    /// Replaces a journey, a table or a workbook that somebody has made or changed, where the output is to be. Inputs are never overwritten.
    #[arg(long)]
    pub force: bool,
}

/// How much is done at a time.
#[derive(Args)]
pub(super) struct Workers {
    /// How many threads work on several inputs. What comes out is the same at any number. By default as many as there are processors.
    #[arg(long, short, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

impl Workers {
    pub fn jobs(&self) -> NonZeroUsize {
        self.jobs.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
    }
}

/// When messages are in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorWhen {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[derive(Subcommand)]
pub(super) enum Command {
    Export(Box<ExportArguments>),
    Import(ImportArguments),
    Check(CheckArguments),
    Merge(MergeArguments),
    Diff(DiffArguments),
    Fmt(FmtArguments),
    New(NewArguments),
    Schema(SchemaArguments),
    Theme(ThemeArguments),
    List(ListArguments),
}

/// Makes posters, workbooks and tables of journeys.
///
/// A folder as input is searched for journeys, in JSON, in workbooks and in tables, and its structure is mirrored. JSON without
/// `klantreis`, tables beside a journey of the same name in JSON, `~$` files, what is hidden and the output folder itself are passed over.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis export reis.json -o out/                        every format
  klantreis export reis.json --paper A0 -o poster.pdf       one format, by its extension
  klantreis export journeys/ --to pdf,xlsx -o out/          a folder, mirrored
  klantreis export reis.json --text outlines --to svg       for a drawing program
  klantreis export reis.xlsx -o poster.pdf                  of a workbook that was filled in
  klantreis export reis.json --fill none --paper A0 -o leeg.pdf
                                                            a template for the wall, with cells for sticky notes
  klantreis export reis.json --lanes goal,emotion --persona Sanne -o sanne.pdf
                                                            some lanes, for one persona
  klantreis export in/ --name '{class}_{author}_{title}'    named for handing in
  klantreis export klas/ --layout tidy --combine -o all.csv one table of all journeys, for R, Python or a pivot table
  klantreis export - --to csv < reis.json > reis.csv        as a filter")]
pub(super) struct ExportArguments {
    /// Journeys, also in workbooks and tables, or folders with them; `-` is the standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Where to write: a folder, a file with the extension of a format, or `-` for the standard output.
    ///
    /// A path that ends in `/`, that is a folder or that has no extension is a folder; files in it are named after their inputs.
    /// Several pages written to `name.svg` become `name-1.svg`, `name-2.svg` … Without this option files go to the current folder,
    /// and what is read from the standard input goes to the standard output.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "PATTERN", value_parser = values::parsed::<Pattern>, help = NAME_HELP, long_help = values::pattern_help())]
    pub name: Option<Pattern>,
    /// The formats to write. By default what the output's extension says, else all.
    #[arg(long, value_name = "FORMATS", value_delimiter = ',')]
    pub to: Vec<String>,
    /// The layouts to show. Each format takes those of its own kind, or that kind's first when none is listed.
    #[arg(long, value_name = "LAYOUTS", value_delimiter = ',')]
    pub layout: Vec<String>,
    /// Makes one table of all journeys: the layout `tidy` as CSV, with the path of each journey in a first column `source`.
    ///
    /// The path is counted from the folder that was named; of several inputs it is as it was named. Journeys that are not valid are
    /// reported and left out.
    #[arg(long)]
    pub combine: bool,
    #[command(flatten)]
    pub view: ViewArguments,
    /// The paper of drawn layouts: a name such as A1 or Letter (see `klantreis list papers`), or a size such as 900x600mm.
    /// Without it A3, or what the settings of the folder say.
    #[arg(long, value_name = "PAPER", value_parser = values::parsed::<Paper>)]
    pub paper: Option<Paper>,
    /// From how far away cells are read, such as 2m; titles, phases and notes follow in proportion.
    ///
    /// By default that of the paper: 0.4 m for A4, 0.5 m for A3, 0.7 m for A2, 0.9 m for A1 and 1.2 m for A0. A metre asks for 20 pt.
    /// `klantreis list papers` has all four distances.
    #[arg(long, value_name = "DISTANCE", value_parser = values::parsed::<Distance>)]
    pub distance: Option<Distance>,
    /// Which way the paper lies.
    #[arg(long, value_name = "WAY", default_value = "auto")]
    pub orientation: Lie,
    /// How it looks: a built-in theme (see `klantreis list themes`), or the path of one of your own (see `klantreis theme`).
    ///
    /// Without it `color`, or what the settings of the folder say.
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// Leaves out the settings of the folder in which the journeys stand, which are in `klantreis.toml` (see `klantreis list settings`).
    #[arg(long)]
    pub no_config: bool,
    /// The dialect of CSV. By default the one that spreadsheets in the journey's language open; with --combine `rfc4180`.
    #[arg(long, value_name = "DIALECT", value_parser = values::dialects())]
    pub csv_dialect: Option<Dialect>,
    /// How SVG holds text.
    #[arg(long, value_name = "MODE", default_value = "live", value_parser = values::text_modes())]
    pub text: TextMode,
    /// A folder with fonts for characters that the built-in ones lack; may be given several times.
    #[arg(long, value_name = "DIR")]
    pub font_dir: Vec<PathBuf>,
    #[command(flatten)]
    pub replace: Replace,
    #[command(flatten)]
    pub workers: Workers,
}

/// What of each journey is shown, in posters and in tables. Names are ids, titles, or kinds in Dutch, Danish or English.
#[derive(Args)]
#[command(next_help_heading = "What is shown")]
pub(super) struct ViewArguments {
    /// How much is filled in.
    #[arg(long, value_name = "HOW", default_value = "all", value_parser = values::fills())]
    pub fill: Fill,
    /// The lanes to show, such as `goal,touchpoint` or `Doel`; by default all.
    #[arg(long, value_name = "LANES")]
    pub lanes: Vec<String>,
    /// The phases to show, or the stages whose phases are; by default all.
    #[arg(long, value_name = "PHASES")]
    pub phases: Vec<String>,
    /// The persona to show, without the lanes of others; by default all.
    #[arg(long, value_name = "PERSONA")]
    pub persona: Vec<String>,
    /// The curves to show, whatever --lanes says of them: by id, title, persona or purpose, such as `expectation`; by default all.
    #[arg(long, value_name = "CURVES")]
    pub curves: Vec<String>,
}

impl ViewArguments {
    /// The choices.
    pub fn choices(&self) -> Choices {
        let Self { fill, lanes, phases, persona, curves } = self;
        let [lanes, phases, personas, curves] = [lanes, phases, persona, curves].map(Clone::clone);
        Choices { fill: *fill, lanes, phases, personas, curves }
    }
}

/// Which way the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Lie {
    /// As suits the layout and the journey.
    Auto,
    /// The long side lies.
    Landscape,
    /// The long side stands.
    Portrait,
}

impl Lie {
    /// The choice, `None` where it is left to the layout.
    pub fn orientation(self) -> Option<Orientation> {
        match self {
            Self::Auto => None,
            Self::Landscape => Some(Orientation::Landscape),
            Self::Portrait => Some(Orientation::Portrait),
        }
    }
}

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
pub(super) struct ImportArguments {
    /// Workbooks and tables, or folders with them; `-` is the standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
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
    /// The language of the texts, a BCP 47 tag such as `nl`. By default what the settings of the folder say, else found out.
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

/// Checks journeys and says everything that is wrong with them, and what they still lack.
///
/// What breaks the format is an error. What a valid journey lacks is a warning with the name of a rule (see `klantreis list rules`);
/// with --strict it decides the exit code.
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
pub(super) struct CheckArguments {
    /// Journeys, also in workbooks and tables, or folders with them; `-` is the standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// A preset (see `klantreis list presets`) or a journey of your own whose stages, phases and lanes all are to have.
    #[arg(long, value_name = "MODEL")]
    pub against: Option<String>,
    /// Says how posters fit this paper: the sizes at each distance, the tightest cell, the smallest paper that would do.
    #[arg(long, value_name = "PAPER", value_parser = values::parsed::<Paper>)]
    pub paper: Option<Paper>,
    /// From how far away cells are to be read, such as 2m; by default that of the paper.
    #[arg(long, value_name = "DISTANCE", value_parser = values::parsed::<Distance>, requires = "paper")]
    pub distance: Option<Distance>,
    /// The layouts of those posters; by default the one that `export` makes.
    #[arg(long, value_name = "LAYOUTS", value_delimiter = ',', requires = "paper")]
    pub layout: Vec<String>,
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
pub(super) struct MergeArguments {
    /// Journeys, or folders with journeys, in the order in which they count; `-` is the standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// The file to write, which may be none of the inputs. Without it, or with `-`, the journey goes to the standard output.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
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
pub(super) struct DiffArguments {
    /// The journey as it was; `-` is the standard input.
    #[arg(value_name = "BEFORE")]
    pub before: PathBuf,
    /// The journey as it is; `-` is the standard input.
    #[arg(value_name = "AFTER")]
    pub after: PathBuf,
    /// As JSON: one object with the counts and every change.
    #[arg(long)]
    pub json: bool,
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
pub(super) struct FmtArguments {
    /// Journeys in JSON, or folders with them; `-` is the standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
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
}

/// Makes a journey to fill in: a workbook or a JSON document.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis new --preset six-phases --language nl -o template.xlsx
  klantreis new --preset rental-trip --language da > kunderejse.json")]
pub(super) struct NewArguments {
    /// The journey to start from.
    #[arg(long, value_name = "PRESET", default_value = values::first_preset(), value_parser = values::presets())]
    pub preset: &'static Preset,
    /// The language of titles and labels.
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = values::languages())]
    pub language: TermLanguage,
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
pub(super) struct SchemaArguments {
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
pub(super) struct ThemeArguments {
    /// Themes to look at.
    #[arg(value_name = "FILE", required_unless_present = "new")]
    pub themes: Vec<PathBuf>,
    /// The file to write; `-` is the standard output.
    #[arg(long, value_name = "FILE", conflicts_with = "themes")]
    pub new: Option<PathBuf>,
    /// Replaces a file that is already there.
    #[arg(long, requires = "new")]
    pub force: bool,
}

/// Lists what there is to choose from.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis list papers
  klantreis list formats --json")]
pub(super) struct ListArguments {
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
pub(super) enum What {
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

impl ExportArguments {
    /// The choices that hold for all files.
    ///
    /// # Errors
    /// When the paper is too small to be read from the distance.
    pub fn options(&self) -> Result<export::Options, DistanceError> {
        let paper = self.paper.clone().unwrap_or_default();
        let paper = self.distance.map_or_else(|| Ok(paper.clone()), |near| paper.clone().read_from(near))?;
        Ok(export::Options {
            choices: self.view.choices(),
            paper,
            orientation: self.orientation.orientation(),
            svg_text: self.text,
            csv_dialect: self.csv_dialect,
            ..export::Options::default()
        })
    }
}
