//! The command line of klantreis.

use std::process::ExitCode;

/// That of the C library decides by what it was asked for before whether a block goes back to the system, so that its peak hangs on
/// chance.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    klantreis::cli::main()
}
