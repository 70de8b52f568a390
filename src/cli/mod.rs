//! The command line: arguments become a checked job, the job is run, and what comes of it becomes messages and an exit code.

mod args;
mod check;
mod combine;
mod config;
mod console;
mod diff;
mod documents;
mod export;
mod fmt;
mod font_files;
mod fonts;
mod gather;
mod import;
mod job;
mod kept;
mod list;
mod look;
mod merge;
mod new;
mod overview;
mod progress;
mod schema;
mod shell;
mod speech;
mod text_file;
mod theme;
mod usage;
mod values;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::batch::reports::ReportError;
use crate::batch::run::Tally;
use crate::batch::save::{Cause, SaveError};
use crate::defect::{self, caught};
use crate::registry::Registry;
use args::{Arguments, Command};
use console::Console;

/// How a run ended: the exit codes that the help texts promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// All right.
    Right = 0,
    /// An input failed or is not a valid journey.
    Failed = 1,
    /// The command was used wrongly.
    Misused = 2,
    /// All right but for warnings, which `--strict` does not allow.
    Warned = 3,
}

/// Why a command did not run to its end.
#[derive(Debug)]
enum Stop {
    /// The arguments do not go together.
    Usage(String),
    /// Something outside did not work.
    Failure(String),
}

impl From<SaveError> for Stop {
    /// An output in the place of what is read is wrong use; all else lies outside.
    fn from(error: SaveError) -> Self {
        match &error.cause {
            Cause::Read(_) | Cause::Taken => Self::Usage(error.to_string()),
            Cause::System(_) | Cause::Work(_) => Self::Failure(error.to_string()),
        }
    }
}

impl From<ReportError> for Stop {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Write(_) => Self::Failure(error.to_string()),
            ReportError::Save(error) => error.into(),
        }
    }
}

impl End {
    fn of(tally: Tally, strict: bool) -> Self {
        match tally {
            Tally { misused: true, .. } => Self::Misused,
            Tally { failed: 1.., .. } => Self::Failed,
            Tally { warnings: 1.., .. } if strict => Self::Warned,
            Tally { .. } => Self::Right,
        }
    }
}

/// Runs the program with what a registry has to choose from, on the arguments of a process: the first is the name of the program.
#[must_use]
pub fn run(registry: &Registry, arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut command = command(registry);
    let matches = command.try_get_matches_from_mut(&arguments);
    let arguments = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) => {
            let command = arguments.get(1).and_then(|name| command.find_subcommand(name));
            return ExitCode::from(usage::tell(error, command) as u8);
        }
    };
    let console = Console::new(&arguments.talk);
    if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
        defect::aloud();
    }
    // What is caught here was on the way of all documents together.
    let end =
        caught(|| obey(arguments.command, registry, &console)).unwrap_or_else(|found| Err(Stop::Failure(found.to_string())));
    let end = end.unwrap_or_else(|stop| match stop {
        Stop::Usage(message) => {
            console.error("usage", None, &message);
            End::Misused
        }
        Stop::Failure(message) => {
            console.error("failed", None, &message);
            End::Failed
        }
    });
    ExitCode::from(end as u8)
}

fn obey(command: Command, registry: &Registry, console: &Console) -> Result<End, Stop> {
    match command {
        Command::Export(command) => export::run(*command, registry, console),
        Command::Import(command) => import::run(&command, registry, console),
        Command::Check(command) => check::run(*command, registry, console),
        Command::Merge(command) => merge::run(&command, registry, console),
        Command::Diff(command) => diff::run(&command, registry, console),
        Command::Fmt(command) => fmt::run(&command, registry, console),
        Command::New(command) => new::run(&command, registry, console),
        Command::Schema(command) => schema::run(&command, console),
        Command::Theme(command) => theme::run(&command, console),
        Command::List(command) => list::run(&command, registry, console),
        Command::Completions(command) => shell::completions(&command, registry),
        Command::Man(command) => shell::man(&command, registry, console),
    }
}

/// The definition of the command line, for help texts, completions and manual pages.
#[must_use]
pub fn command(registry: &Registry) -> clap::Command {
    args::command(registry)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound() {
        command(Registry::built_in()).debug_assert();
    }

    #[test]
    fn the_worst_decides_the_exit_code() {
        let tally = |failed, warnings, misused| Tally { failed, warnings, misused, ..Tally::default() };
        for (tally, strict, end) in [
            (tally(0, 0, false), true, End::Right),
            (tally(0, 2, false), false, End::Right),
            (tally(0, 2, false), true, End::Warned),
            (tally(1, 2, false), true, End::Failed),
            (tally(1, 2, true), true, End::Misused),
        ] {
            assert_eq!(End::of(tally, strict), end);
        }
    }
}
