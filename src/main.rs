//! The command line of klantreis.

fn main() {}
