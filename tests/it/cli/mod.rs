//! The program as it is used: arguments, streams, files and exit codes.

mod choices;
mod exit_codes;
mod files;
mod folder;
mod fonts;
mod jobs;
mod named;
mod new;
mod progress;
mod report;
mod rules;
mod said;
mod shell;
mod standard_input;
mod streams;
mod unchanged;
#[cfg(unix)]
mod watch;

use std::fs;

use crate::support::desk::Desk;

const JOURNEY: &str = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "date": "2026-11-22",
    "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "emotion": 1 } }] }"#;
const BROKEN: &str = r#"{ "klantreis": 1, "titel": "Reis", "language": "nl", "phases": [{ "title": "Aankoop" }] }"#;
/// A journey in which no rule finds anything.
const COMPLETE: &str = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "authors": "Bo", "scenario": "Bo wil naar zee",
    "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "touchpoint": "Loket", "emotion": 1 } }] }"#;
/// A character that no font has, so that there is something to warn about.
const WARNED: &str =
    r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "phases": [{ "title": "Fase", "cells": { "goal": "䷀" } }] }"#;

#[test]
fn the_schema_goes_to_a_file_or_to_the_standard_output() {
    let desk = Desk::with(&[]);
    let printed = desk.run("schema");
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    assert_eq!(String::from_utf8(printed.out).unwrap(), klantreis::journey::schema());
    let written = desk.run("schema -o format/reis.schema.json");
    assert_eq!((written.code, written.out.len()), (0, 0));
    assert_eq!(fs::read_to_string(desk.0.path().join("format/reis.schema.json")).unwrap(), klantreis::journey::schema());
    assert_eq!(desk.run("schema reis.json").code, 2);
}
