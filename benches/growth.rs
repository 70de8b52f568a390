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
            let counts = [1, 4, 16].map(|times| written(&folder, &(kind.document)(kind.unit * times), format));
            fine &= told(kind.name, format, counts);
        }
    }
    for (name, unit, table) in TABLES {
        if chosen.iter().all(|word| name.contains(word.as_str())) {
            fine &= told(name, "read", [1, 4, 16].map(|times| read(&folder, &table(unit * times))));
        }
    }
    // What is left of it takes no room that matters.
    let _ = std::fs::remove_dir_all(&folder);
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints what one way of growing came to; whether it is in proportion.
fn told(name: &str, format: &str, counts: [f64; 3]) -> bool {
    let exponents = [counts[1] / counts[0], counts[2] / counts[1]].map(|ratio| ratio.ln() / 4_f64.ln());
    let steep = exponents.iter().any(|exponent| 2_f64.powf(*exponent) > DOUBLED);
    let millions = counts.map(|count| format!("{:>8.0}", count / 1e6)).join(" ");
    let remark = if steep { "  more than in proportion" } else { "" };
    println!("{name:<40} {format:<5} {millions} M  {:.2} {:.2}{remark}", exponents[0], exponents[1]);
    !steep
}

/// A table of so many of what it has many of.
type Table = fn(usize) -> String;

/// The ways in which a table that is read grows: the name, how many there are at once, and the table.
const TABLES: [(&str, usize, Table); 3] =
    [("rows of a matrix", 500, rows), ("columns of a matrix", 25, columns), ("rows of a list of contacts", 250, contacts)];

fn rows(count: usize) -> String {
    let row = |nth: usize| format!("Rij {nth};eerst {nth};dan {nth};tot slot\n");
    std::iter::once("Fase;Zien;Kopen;Gebruik\n".to_owned()).chain((0..count).map(row)).collect()
}

fn columns(count: usize) -> String {
    let line = |name: &str, cell: &str| (0..count).fold(name.to_owned(), |line, nth| format!("{line};{cell} {nth}")) + "\n";
    [line("Fase", "Dag"), line("Doel", "weten"), line("Actie", "kijken"), line("Beleving", "3")].concat()
}

fn contacts(count: usize) -> String {
    let row = |nth: usize| format!("Fase {};Brief {nth};post;{}\n", nth / 40, nth % 5 + 1);
    std::iter::once("Fase;Contact;Kanaal;Score\n".to_owned()).chain((0..count).map(row)).collect()
}

/// The instructions of an export.
fn written(folder: &Path, document: &str, format: &str) -> f64 {
    let input = folder.join("journey.json");
    std::fs::write(&input, document).expect("the folder can be written to");
    let output = folder.join(format);
    let _ = std::fs::remove_dir_all(&output);
    let output = output.join("out").with_extension(format);
    instructions(Command::new("valgrind").args(COUNTED).arg("export").arg(&input).args(["--to", format, "-o"]).arg(output))
}

/// The instructions of an import.
fn read(folder: &Path, table: &str) -> f64 {
    let (input, output) = (folder.join("table.csv"), folder.join("table.json"));
    std::fs::write(&input, table).expect("the folder can be written to");
    instructions(Command::new("valgrind").args(COUNTED).arg("import").arg(&input).arg("--force").arg("-o").arg(output))
}

/// What counts the instructions of the program.
const COUNTED: [&str; 3] = ["--tool=callgrind", "--callgrind-out-file=/dev/null", env!("CARGO_BIN_EXE_klantreis")];

/// The instructions that valgrind has counted.
fn instructions(valgrind: &mut Command) -> f64 {
    let run = valgrind.output().expect("valgrind is installed");
    let said = String::from_utf8_lossy(&run.stderr);
    let counted = said.lines().find_map(|line| line.split_once("Collected :")).map(|(_, count)| count.trim().to_owned());
    let count = counted.and_then(|count| count.parse().ok());
    count.unwrap_or_else(|| panic!("valgrind counted nothing: {said}"))
}
