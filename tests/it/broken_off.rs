//! Runs that are broken off: by signals, by a kill at any moment, by a disk or a memory that is full, by a reader who has seen enough.
//! What is there is whole, what is read stays, and of temporary files nothing is left that the run could delete.
#![cfg(unix)]

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use crate::support::desk::{Desk, ends};

const JOURNEY: &str = r#"{ "klantreis": 1, "title": "Reis", "language": "nl",
    "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "emotion": 1 } }] }"#;
const PROGRAM: &str = env!("CARGO_BIN_EXE_klantreis");

/// The temporary files in a folder.
fn temporary(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).filter(|name| name.starts_with(".klantreis-")).collect()
}

/// A run that has a temporary file in hand and waits for its standard input; `started` starts the program, as a shell does.
fn waiting(desk: &Desk, started: &str) -> Child {
    let line = format!("{started} {PROGRAM} export a.json - --combine -o out/all.csv");
    let mut command = Command::new("sh");
    command.args(["-c", &line]).current_dir(desk.0.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().unwrap();
    let begun = Instant::now();
    while temporary(&desk.0.path().join("out")).is_empty() {
        assert!(begun.elapsed() < Duration::from_mins(1), "it never began to write");
        sleep(Duration::from_millis(5));
    }
    child
}

fn signal(name: &str, child: &Child) {
    let sent = Command::new("sh").args(["-c", &format!("kill -{name} {}", child.id())]).status().unwrap();
    assert!(sent.success());
}

#[test]
fn signals_delete_the_temporary_files_and_end_the_run_as_they_do_others() {
    for (name, number) in [("HUP", 1), ("INT", 2), ("TERM", 15)] {
        let desk = Desk::with(&[("a.json", JOURNEY)]);
        let mut child = waiting(&desk, "exec");
        // Held open: at its end the run would go on, and might be done before the signal is heard.
        let _input = child.stdin.take();
        signal(name, &child);
        let status = child.wait().unwrap();
        assert_eq!(status.signal(), Some(number), "{name}: {status}");
        assert_eq!(desk.files(), ["a.json"], "{name}");
    }
}

#[test]
fn a_signal_that_is_to_be_ignored_is() {
    let desk = Desk::with(&[("a.json", JOURNEY)]);
    let mut child = waiting(&desk, "trap '' HUP INT; exec");
    for name in ["HUP", "INT"] {
        signal(name, &child);
    }
    child.stdin.take().unwrap().write_all(JOURNEY.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    assert_eq!(desk.files(), ["a.json", "out/all.csv"]);
}

/// A class of six, each of another content.
fn class() -> Desk {
    let desk = Desk::with(&[]);
    fs::create_dir(desk.0.path().join("in")).unwrap();
    for number in 0..6 {
        let text = JOURNEY.replace("Iets kopen", &format!("Iets kopen, nummer {number}"));
        fs::write(desk.0.path().join(format!("in/{number}.json")), text).unwrap();
    }
    desk
}

/// Every file below a folder that is not temporary, with its bytes.
fn contents(desk: &Desk, folder: &str) -> Vec<(String, Vec<u8>)> {
    let files = desk.files().into_iter().filter(|name| name.starts_with(folder) && !name.contains(".klantreis-"));
    files.map(|name| (name.clone(), desk.read(&name))).collect()
}

#[test]
fn a_kill_at_any_moment_leaves_whole_files_and_the_next_run_sweeps() {
    const KILLS: u32 = 24;
    let desk = class();
    let line = "export in --to svg,csv,xlsx -o out";
    let begun = Instant::now();
    ends(&desk.run(line), 0);
    let took = begun.elapsed();
    let (inputs, whole) = (contents(&desk, "in/"), contents(&desk, "out/"));
    fs::remove_dir_all(desk.0.path().join("out")).unwrap();
    let mut broken_off = 0;
    for nth in 0..KILLS {
        let mut command = Command::new(PROGRAM);
        let command = command.args(line.split_whitespace()).current_dir(desk.0.path());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(took * nth / KILLS);
        child.kill().unwrap();
        broken_off += u32::from(child.wait().unwrap().signal() == Some(9));
        assert_eq!(contents(&desk, "in/"), inputs);
        for file in contents(&desk, "out/") {
            assert!(whole.contains(&file), "{} is not whole", file.0);
        }
    }
    assert!(broken_off >= KILLS / 4, "only {broken_off} runs were broken off");
    let out = desk.0.path().join("out");
    fs::create_dir_all(&out).unwrap();
    let old = SystemTime::now() - Duration::from_hours(2);
    File::create(out.join(".klantreis-killed.tmp")).unwrap();
    for name in temporary(&out) {
        File::options().write(true).open(out.join(name)).unwrap().set_modified(old).unwrap();
    }
    File::create(out.join(".klantreis-young.tmp")).unwrap();
    ends(&desk.run(line), 0);
    assert_eq!(temporary(&out), [".klantreis-young.tmp"], "it may be in the hands of another run");
    assert_eq!(contents(&desk, "out/"), whole);
}

/// Runs the program under a shell that has set a limit before.
fn limited(desk: &Desk, limit: &str, arguments: &str) -> Output {
    let line = format!("ulimit -c 0; {limit}; exec {PROGRAM} {arguments}");
    Command::new("sh").args(["-c", &line]).current_dir(desk.0.path()).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn a_file_that_finds_no_room_is_an_error_that_names_it_and_leaves_what_was_there() {
    let desk = class();
    ends(&desk.run("export in/0.json -o there.pdf"), 0);
    let there = desk.read("there.pdf");
    // 8 blocks of 512 bytes, or of 1024.
    for arguments in ["export in/1.json -o there.pdf", "export in/1.json -o new/there.pdf", "check in --report there.xlsx"] {
        let done = limited(&desk, "ulimit -f 8", arguments);
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(1), "{arguments}: {said}");
        assert!(
            said.contains("cannot write ") && said.contains("there.") && !said.contains(".klantreis-"),
            "{arguments}: {said}"
        );
        assert_eq!(desk.read("there.pdf"), there, "{arguments}");
        assert!(temporary(desk.0.path()).is_empty() && !desk.0.path().join("new").exists(), "{arguments}");
    }
}

#[test]
fn without_memory_there_is_a_whole_file_or_none() {
    let desk = class();
    ends(&desk.run("export in/0.json -o whole.pdf"), 0);
    let (inputs, whole) = (contents(&desk, "in/"), desk.read("whole.pdf"));
    let mut ended_well = Vec::new();
    for mebibytes in [16, 24, 32, 48, 64, 96, 128, 192, 256, 512, 1024] {
        let done = limited(&desk, &format!("ulimit -v {}", mebibytes << 10), "export in/0.json -o out/whole.pdf");
        let written = contents(&desk, "out/");
        assert_eq!(written.len(), usize::from(done.status.success()), "{mebibytes} MiB: {done:?}");
        assert!(written.iter().all(|(_, bytes)| *bytes == whole), "{mebibytes} MiB");
        assert_eq!(contents(&desk, "in/"), inputs);
        ended_well.push(done.status.success());
        let _ = fs::remove_dir_all(desk.0.path().join("out"));
    }
    assert_eq!((ended_well.first(), ended_well.last()), (Some(&false), Some(&true)), "{ended_well:?}");
}

/// Lines that write to the standard output.
const TO_STDOUT: [&str; 9] = [
    "export in/0.json --to csv -o -",
    "export in/0.json --to pdf -o -",
    "export in --combine --to csv -o -",
    "import in/0.json",
    "merge in",
    "diff in/0.json in/1.json",
    "fmt in/0.json --stdout",
    "new",
    "schema",
];

#[test]
fn whoever_has_seen_enough_is_no_error_and_a_full_disk_is_one() {
    let desk = class();
    let run = |line: &str, how: &str| {
        let line = format!("({PROGRAM} {line} --quiet; echo $? >code) {how}");
        let done = Command::new("sh").args(["-c", &line]).current_dir(desk.0.path()).stdin(Stdio::null()).output().unwrap();
        (String::from_utf8(desk.read("code")).unwrap(), String::from_utf8(done.stderr).unwrap())
    };
    for line in TO_STDOUT {
        assert_eq!(run(line, "| true"), ("0\n".into(), String::new()), "{line}");
        assert_eq!(run(line, ">&-"), ("0\n".into(), String::new()), "{line}");
        assert_eq!(run(line, ">/dev/null 2>&-").0, "0\n", "{line}");
        if cfg!(target_os = "linux") {
            let (code, said) = run(line, ">/dev/full");
            assert!(code == "1\n" && said.contains("cannot write to the standard output"), "{line}: {code} {said}");
        }
    }
    // What cannot be said is no reason to fail.
    if cfg!(target_os = "linux") {
        let line = format!("{PROGRAM} check in --verbose >/dev/null 2>/dev/full");
        let done = Command::new("sh").args(["-c", &line]).current_dir(desk.0.path()).stdin(Stdio::null()).status().unwrap();
        assert_eq!(done.code(), Some(0));
    }
    assert!(desk.files().iter().all(|name| name.starts_with("in/") || name == "code"));
}

#[test]
fn a_pipe_or_a_device_is_refused_and_never_waited_for() {
    let desk = Desk::with(&[("a.json", JOURNEY)]);
    fs::create_dir(desk.0.path().join("fonts")).unwrap();
    for name in ["pipe.json", "pipe.xlsx", "fonts/pipe.ttf"] {
        assert!(Command::new("mkfifo").arg(desk.0.path().join(name)).status().unwrap().success());
    }
    for (line, code) in [
        ("check pipe.json", 1),
        ("check a.json pipe.json", 1),
        ("check /dev/zero", 1),
        ("export pipe.json --to csv -o out", 1),
        ("export pipe.xlsx a.json --combine -o out/all.csv", 1),
        ("import pipe.xlsx", 1),
        ("merge a.json pipe.json", 1),
        ("fmt pipe.json", 1),
        ("diff pipe.json a.json", 1),
        ("diff a.json /dev/zero", 1),
        ("check a.json --rules pipe.json", 2),
        ("check a.json --rules /dev/zero", 2),
        ("check a.json --against pipe.json", 2),
        ("check a.json --report pipe.json", 1),
        ("export a.json -o pipe.xlsx", 1),
        ("export a.json --to csv -o out --font-dir fonts --strict", 3),
    ] {
        let mut command = Command::new(PROGRAM);
        let command = command.args(line.split_whitespace()).current_dir(desk.0.path());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let begun = Instant::now();
        while child.try_wait().unwrap().is_none() && begun.elapsed() < Duration::from_mins(1) {
            sleep(Duration::from_millis(5));
        }
        // One that has ended cannot be killed.
        let _ = child.kill();
        let done = child.wait_with_output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(code), "{line}: {said}");
        assert!(said.contains("a pipe or a device") || said.contains("no regular file"), "{line}: {said}");
    }
}

#[test]
fn what_the_shell_has_opened_is_read_as_the_standard_input_is() {
    let desk = Desk::with(&[("a.json", JOURNEY)]);
    for path in ["/dev/fd/0", "/dev/stdin"] {
        let line = format!("cat a.json | {PROGRAM} check {path} --quiet; echo $? >code");
        let done = Command::new("sh").args(["-c", &line]).current_dir(desk.0.path()).output().unwrap();
        assert_eq!(desk.read("code"), b"0\n", "{path}: {}", String::from_utf8_lossy(&done.stderr));
    }
}
