//! The command line of klantreis.

use std::process::ExitCode;

use klantreis::registry::Registry;

fn main() -> ExitCode {
    klantreis::cli::run(&Registry::default(), std::env::args_os())
}
