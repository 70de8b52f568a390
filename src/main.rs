//! The command line of klantreis.

use std::process::ExitCode;

fn main() -> ExitCode {
    klantreis::cli::main()
}
