//! The arguments as they are typed. Every list of values comes from a registry: what programs may add to is put in by [`command`].

mod check;
mod documents;
mod export;
mod list;
mod made;
mod shell;
mod view;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use super::values;
use crate::batch::search::{Pick, Search};
use crate::diagnostic::MessageFormat;
use crate::journey::TermLanguage;
use crate::registry::Registry;

pub(super) use check::CheckArguments;
pub(super) use documents::{DiffArguments, FmtArguments, ImportArguments, MergeArguments};
pub(super) use export::ExportArguments;
pub(super) use list::{ListArguments, What};
pub(super) use made::{NewArguments, SchemaArguments, ThemeArguments};
pub(super) use shell::{CompletionsArguments, ManArguments};
pub(super) use view::{LookArguments, ViewArguments};

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
    let any_case = |command: clap::Command| {
        command.mut_args(|argument| if argument.get_action().takes_values() { argument.ignore_case(true) } else { argument })
    };
    any_case(Arguments::command())
        .mut_subcommands(any_case)
        .mut_subcommand("export", |export| {
            let export = export.mut_arg("to", |to| to.value_parser(values::formats(registry)));
            export.mut_arg("layout", |layout| layout.value_parser(values::layouts(registry)))
        })
        .mut_subcommand("check", |check| check.mut_arg("layout", |layout| layout.value_parser(values::layouts(registry))))
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
    /// The language of messages and reports. By default what the settings of the folder say (`messages`), else that of the system.
    ///
    /// It says nothing of the journeys and tables that are read or made: those have a language of their own, which `--language` names where
    /// a command has it. What programs read stays in English: codes, `--message-format json` and reports in JSON.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = values::languages())]
    pub lang: Option<TermLanguage>,
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

/// Inputs that are named in a list, and what is read of folders.
#[derive(Args, Clone)]
pub(super) struct Listed {
    /// A file with the paths of inputs, one a line, or each with a NUL behind it as `find -print0` writes them; `-` is the standard input.
    ///
    /// They come behind the inputs that are named. Nothing in them is a pattern. What comes of each goes to a folder of its own path below
    /// the output folder, so that runs over parts of a list write what one run over all of it does.
    #[arg(long, value_name = "LIST")]
    pub files_from: Option<PathBuf>,
    /// Searches the folders in a folder as well, however deep; this is so by default.
    #[arg(long, short, overrides_with = "no_recursive")]
    recursive: bool,
    /// Leaves out the folders in a folder.
    #[arg(long, overrides_with = "recursive")]
    no_recursive: bool,
    /// Reads only those files of folders whose name matches, such as '*.json', or with a `!` leaves out those that do; may be given several
    /// times.
    ///
    /// A pattern with a slash is matched with the path below the folder that is named: '/*.json' is for what is there itself, 'klas-*/*.json'
    /// for folders in it, 'klas-*/**/*.json' for all below these. One that ends in a slash stands for what is in folders of that name, and
    /// '!oud' leaves out a folder as well. Several pick what any of them matches. What is named itself is read in any case.
    #[arg(long, value_name = "PATTERN", value_parser = values::parsed::<Pick>)]
    glob: Vec<Pick>,
}

impl Listed {
    /// What is looked at in folders.
    pub fn search(&self) -> Search {
        Search { shallow: self.no_recursive, picks: self.glob.clone() }
    }
}

/// Whether what somebody would miss may be replaced.
#[derive(Args, Clone)]
pub(super) struct Replace {
    /// Replaces a journey, a table or a workbook that somebody has made or changed, where the output is to be. Inputs are never overwritten.
    #[arg(long)]
    pub force: bool,
}

/// How much is done at a time.
#[derive(Args, Clone)]
pub(super) struct Workers {
    /// How many threads work on several inputs. What comes out is the same at any number. By default as many as there are processors.
    #[arg(long, short, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Stops at the first input that fails; by default the others are still done.
    #[arg(long)]
    pub fail_fast: bool,
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
    #[command(visible_alias = "convert")]
    Export(Box<ExportArguments>),
    Import(ImportArguments),
    #[command(visible_alias = "validate")]
    Check(Box<CheckArguments>),
    Merge(MergeArguments),
    Diff(DiffArguments),
    #[command(visible_alias = "format")]
    Fmt(FmtArguments),
    New(NewArguments),
    Schema(SchemaArguments),
    Theme(ThemeArguments),
    List(ListArguments),
    Completions(CompletionsArguments),
    Man(ManArguments),
}
