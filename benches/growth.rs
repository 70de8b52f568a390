//! How work grows: instructions of the program for each way a journey can grow, at once, four and sixteen times as much of it.
//!
//! `cargo bench --bench growth` prints for each way and format the instructions and the exponent between each two: 1.00 is in
//! proportion, 2.00 would be the square. It fails when a doubling costs more than 2.2 times. Names of ways or formats behind `--`
//! choose among them. It needs valgrind, whose counts are the same on every run.

#[path = "../tests/support/growth.rs"]
#[allow(dead_code, missing_docs, reason = "shared with the tests, which need another part")]
mod growth;

use std::path::Path;
use std::process::{Command, ExitCode};

use growth::{KINDS, Kind};

const FORMATS: [&str; 4] = ["svg", "pdf", "xlsx", "csv"];
/// What twice as much may cost.
const DOUBLED: f64 = 2.2;

fn main() -> ExitCode {
    let chosen: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let wanted = |kind: &Kind, format: &str| chosen.iter().all(|word| kind.name.contains(word.as_str()) || format == word);
    let folder = std::env::temp_dir().join(format!("klantreis-growth-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("there is a folder for files that go again");
    let mut fine = true;
    for kind in KINDS {
        for format in FORMATS.into_iter().filter(|format| wanted(kind, format)) {
            let counts = [1, 4, 16].map(|times| instructions(&folder, &(kind.document)(kind.unit * times), format));
            let exponents = [counts[1] / counts[0], counts[2] / counts[1]].map(|ratio| ratio.ln() / 4_f64.ln());
            let steep = exponents.iter().any(|exponent| 2_f64.powf(*exponent) > DOUBLED);
            fine &= !steep;
            let millions = counts.map(|count| format!("{:>8.0}", count / 1e6)).join(" ");
            let remark = if steep { "  more than in proportion" } else { "" };
            println!("{:<40} {format:<5} {millions} M  {:.2} {:.2}{remark}", kind.name, exponents[0], exponents[1]);
        }
    }
    // What is left of it takes no room that matters.
    let _ = std::fs::remove_dir_all(&folder);
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The instructions of an export.
fn instructions(folder: &Path, document: &str, format: &str) -> f64 {
    let input = folder.join("journey.json");
    std::fs::write(&input, document).expect("the folder can be written to");
    let output = folder.join(format);
    let _ = std::fs::remove_dir_all(&output);
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env!("CARGO_BIN_EXE_klantreis"))
        .arg("export")
        .arg(&input)
        .args(["--to", format, "-o"])
        .arg(output.join("out").with_extension(format))
        .output()
        .expect("valgrind is installed");
    let said = String::from_utf8_lossy(&run.stderr);
    let counted = said.lines().find_map(|line| line.split_once("Collected :")).map(|(_, count)| count.trim().to_owned());
    let count = counted.and_then(|count| count.parse().ok());
    count.unwrap_or_else(|| panic!("valgrind counted nothing: {said}"))
}
