//! `--watch`: the folder is done again when something changes that was read, and only then.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::{BROKEN, JOURNEY};
use crate::support::desk::{Desk, ends};

/// A machine with much to do may be slow, but not that slow.
const PATIENCE: Duration = Duration::from_mins(2);

/// The program while it watches. It ends with the test.
struct Watching {
    child: Child,
    said: Receiver<String>,
    /// All that it has said.
    lines: Vec<String>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Watching {
    fn on(desk: &Desk, line: &str) -> Self {
        let mut child = desk.command(&line.split(' ').collect::<Vec<_>>()).spawn().unwrap();
        let (tell, said) = channel();
        let stream = BufReader::new(child.stderr.take().unwrap());
        std::thread::spawn(move || stream.lines().map_while(Result::ok).try_for_each(|line| tell.send(line)));
        let mut watching = Self { child, said, lines: Vec::new() };
        watching.waits();
        watching
    }

    /// Reads until it has done all there was to do.
    fn waits(&mut self) {
        loop {
            let line = self.said.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("{error}: {:#?}", self.lines));
            let waits = line.starts_with("watching");
            self.lines.push(line);
            if waits {
                return;
            }
        }
    }

    /// The rounds so far.
    fn rounds(&self) -> usize {
        self.lines.iter().filter(|line| line.starts_with("watching")).count()
    }

    fn last(&self, count: usize) -> String {
        self.lines[self.lines.len().saturating_sub(count)..].join("\n")
    }
}

/// Puts a file in its place at one stroke, as editors do.
fn put(desk: &Desk, name: &str, text: &str) {
    fs::write(desk.path("new"), text).unwrap();
    fs::create_dir_all(desk.path(name).parent().unwrap()).unwrap();
    fs::rename(desk.path("new"), desk.path(name)).unwrap();
}

fn picture(width: u32) -> String {
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><rect width="{width}" height="9" fill="#0b6e69"/></svg>"##
    )
}

#[test]
fn a_folder_is_done_again_when_something_changes_and_not_for_what_it_writes_itself() {
    let desk = Desk::with(&[("in/a.json", JOURNEY), ("in/b.json", &JOURNEY.replace("Reis", "Trip"))]);
    // The outputs lie among what is watched.
    let mut watching = Watching::on(&desk, "export in --to csv,svg -o in/out/ --watch --prune");
    assert!(desk.path("in/out/a.svg").is_file());
    put(&desk, "in/a.json", &JOURNEY.replace("Iets", "Niets"));
    watching.waits();
    assert!(desk.text("in/out/a.csv").contains("Niets"), "{:#?}", watching.lines);
    let said = watching.last(4);
    assert!(said.contains("changed: in/a.json") && said.contains("2 files written to in/out/, 2 unchanged"), "{said}");
    put(&desk, "in/sub/c.json", JOURNEY);
    watching.waits();
    assert!(desk.path("in/out/sub/c.svg").is_file(), "{:#?}", watching.lines);
    // A new folder is watched as well.
    put(&desk, "in/sub/c.json", &JOURNEY.replace("Iets", "Alles"));
    watching.waits();
    assert!(desk.text("in/out/sub/c.csv").contains("Alles"), "{:#?}", watching.lines);
    fs::remove_dir_all(desk.path("in/sub")).unwrap();
    watching.waits();
    assert!(!desk.path("in/out/sub").exists() && desk.path("in/out/b.svg").is_file(), "{:#?}", watching.lines);
    put(&desk, "in/b.json", BROKEN);
    watching.waits();
    assert!(watching.last(6).contains("1 of 2 inputs failed"), "{:#?}", watching.lines);
    put(&desk, "in/b.json", JOURNEY);
    watching.waits();
    // What somebody else does to an output is a change.
    put(&desk, "in/out/a.svg", "<svg/>");
    watching.waits();
    assert!(desk.text("in/out/a.svg").len() > 1000, "{:#?}", watching.lines);
    // A round for each change, and none for what a round has written.
    assert_eq!(watching.rounds(), 8, "{:#?}", watching.lines);
}

#[test]
fn whatever_is_read_is_watched() {
    let picture_of = JOURNEY.replace(r#""emotion": 1"#, r#""image": { "picture": { "src": "beeld/foto.svg", "alt": "Foto" } }"#);
    let desk = Desk::with(&[
        ("in/a.json", picture_of.as_str()),
        ("in/beeld/foto.svg", &picture(5)),
        ("stijl/thema.toml", "footer = \"klas 1\"\n"),
        ("niets.txt", ""),
    ]);
    let mut watching = Watching::on(&desk, "export in/a.json --to svg --theme stijl/thema.toml -o out/ --watch");
    let mut before = desk.read("out/a.svg");
    for (name, text) in [
        ("in/beeld/foto.svg", picture(6)),
        ("stijl/thema.toml", "footer = \"klas 2\"\n".to_owned()),
        ("in/klantreis.toml", "paper = \"A2\"\n".to_owned()),
        ("in/a.json", picture_of.replace("Iets", "Niets")),
    ] {
        // That nobody reads.
        put(&desk, "in/b.json", JOURNEY);
        put(&desk, name, &text);
        watching.waits();
        let now = desk.read("out/a.svg");
        assert!(now != before, "{name}: {:#?}", watching.lines);
        before = now;
    }
    assert_eq!(watching.rounds(), 5, "{:#?}", watching.lines);
    // What is wrong is said, and the next change is waited for.
    put(&desk, "stijl/thema.toml", "footer = 3\n");
    watching.waits();
    assert!(watching.last(3).contains("cannot be used"), "{:#?}", watching.lines);
    put(&desk, "stijl/thema.toml", "footer = \"klas 3\"\n");
    watching.waits();
    assert!(desk.read("out/a.svg") != before);
}

#[test]
fn it_ends_by_the_signal_and_leaves_nothing_half() {
    let desk = Desk::with(&[("in/a.json", JOURNEY)]);
    let mut watching = Watching::on(&desk, "export in --to csv -o out/ --watch");
    for text in ["Niets", "Alles"] {
        put(&desk, "in/a.json", &JOURNEY.replace("Iets", text));
        watching.waits();
    }
    let sent = Command::new("sh").args(["-c", &format!("kill -INT {}", watching.child.id())]).status().unwrap();
    assert!(sent.success());
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = watching.child.try_wait().unwrap() {
            break status;
        }
        assert!(begun.elapsed() < PATIENCE, "it goes on");
        std::thread::sleep(Duration::from_millis(5));
    };
    assert_eq!(status.signal(), Some(2), "{status}");
    assert_eq!(desk.files(), ["in/a.json", "out/.klantreis-manifest.json", "out/a.csv"]);
    ends(&desk.run("export in --to csv -o out/ --skip-unchanged"), 0);
}

#[test]
fn a_poster_is_made_again_and_what_cannot_be_watched_is_refused() {
    let desk = Desk::with(&[("a.json", JOURNEY)]);
    let mut watching = Watching::on(&desk, "export a.json -o poster.svg --watch");
    let before = desk.read("poster.svg");
    put(&desk, "a.json", &JOURNEY.replace("Iets", "Niets"));
    watching.waits();
    assert!(desk.read("poster.svg") != before && watching.rounds() == 2, "{:#?}", watching.lines);
    drop(watching);
    for line in [
        "export - --watch -o out/",
        "export a.json --to csv -o - --watch",
        "export a.json --layout tidy --combine -o b.csv --watch",
        "export a.json --theme weg --watch -o out/",
    ] {
        ends(&desk.run(line), 2);
    }
}
