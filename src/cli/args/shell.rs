//! The arguments of commands that make the program known to a shell and to `man`.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

use super::Replace;

/// Prints what a shell needs to complete commands, options and their values.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis completions bash > ~/.local/share/bash-completion/completions/klantreis
  klantreis completions zsh > ~/.zfunc/_klantreis
  klantreis completions fish > ~/.config/fish/completions/klantreis.fish
  klantreis completions powershell >> $PROFILE")]
pub(in crate::cli) struct CompletionsArguments {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// Prints a manual page, or writes all of them.
#[derive(Args)]
#[command(after_help = "\
Examples:
  klantreis man export | man -l -
  klantreis man -o ~/.local/share/man/man1/")]
pub(in crate::cli) struct ManArguments {
    /// The command whose page is printed; by default that of the program.
    #[arg(value_name = "COMMAND", conflicts_with = "output")]
    pub command: Option<String>,
    /// The folder into which the pages of the program and of all its commands are written.
    #[arg(long, short, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub replace: Replace,
}
