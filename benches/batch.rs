//! A folder of generated journeys, as it is used: how many a second, how much of the processors, how much memory.
//!
//! `cargo bench --bench batch -- 100 1000 10000` runs the program on so many journeys, into each format alone and into all of them, with
//! one worker and with as many as there are processors, and once more where all is unchanged. It needs GNU time at `/usr/bin/time`, and for
//! 10,000 journeys two gigabytes for files that go again. Without numbers it takes 100 and 1,000.

#[path = "../tests/support/class.rs"]
#[allow(missing_docs, reason = "documented where it stands")]
mod class;

use std::fs;
use std::path::Path;
use std::process::Command;

/// What a run took.
struct Took {
    /// From beginning to end, in seconds.
    wall: f64,
    /// Of all processors together, in seconds.
    cpu: f64,
    /// The most memory that it held, in MiB.
    peak: f64,
}

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let counts = if asked.is_empty() { vec![100, 1_000] } else { asked };
    let all = std::thread::available_parallelism().map_or(1, usize::from);
    let folder = std::env::temp_dir().join(format!("klantreis-batch-{}", std::process::id()));
    println!("{:>8} {:<17} {:>5} {:>10} {:>9} {:>9}", "journeys", "formats", "jobs", "a second", "ms CPU", "peak MiB");
    for count in counts {
        fs::create_dir_all(folder.join("in")).expect("there is a folder for files that go again");
        for number in 0..count {
            fs::write(folder.join(format!("in/{number:05}.json")), class::journey(number)).expect("the folder can be written to");
        }
        for formats in ["svg", "pdf", "xlsx", "csv", "svg,pdf,xlsx,csv"] {
            for jobs in [1, all] {
                tell(count, formats, jobs, &export(&folder, formats, jobs, &[]));
            }
        }
        let formats = "svg,pdf,xlsx,csv";
        export(&folder, formats, all, &["--skip-unchanged"]);
        tell(count, "all, unchanged", all, &again(&folder, formats, all, &["--skip-unchanged"]));
        fs::remove_dir_all(&folder).expect("the files can go again");
    }
}

fn tell(count: usize, what: &str, jobs: usize, took: &Took) {
    let (rate, each) = (count as f64 / took.wall, 1000.0 * took.cpu / count as f64);
    println!("{count:>8} {what:<17} {jobs:>5} {rate:>10.1} {each:>9.2} {:>9.1}", took.peak);
}

/// An export into a new folder.
fn export(folder: &Path, formats: &str, jobs: usize, options: &[&str]) -> Took {
    // There may be none yet.
    let _ = fs::remove_dir_all(folder.join("out"));
    again(folder, formats, jobs, options)
}

/// An export into the folder of the one before.
fn again(folder: &Path, formats: &str, jobs: usize, options: &[&str]) -> Took {
    let run = Command::new("/usr/bin/time")
        .args(["-f", "%e %U %S %M", env!("CARGO_BIN_EXE_klantreis"), "export", "in", "--paper", "A1", "-q", "-o", "out", "--to"])
        .args([formats, "--jobs", &jobs.to_string()])
        .args(options)
        .current_dir(folder)
        .output()
        .expect("GNU time is installed");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    let numbers: Vec<f64> = said.lines().last().unwrap_or_default().split(' ').filter_map(|number| number.parse().ok()).collect();
    let [wall, user, system, kilobytes] = numbers[..] else { panic!("GNU time said: {said}") };
    Took { wall, cpu: user + system, peak: kilobytes / 1024.0 }
}
