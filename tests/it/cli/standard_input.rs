//! What comes by the standard input is read as the file is that it was, in any form and any encoding.

use klantreis::write::FORMATS;

use super::JOURNEY;
use crate::support::desk::{Desk, Done, ends, records};

/// A table whose first lines are not divided as the others are.
const TITLE_FIRST: &str = "Titel\n\n,Oriëntatie,Aankoop,Gebruik\nDoel,\"a, b\",c,d\nActie,e,f,g\n";

fn piped(desk: &Desk, line: &str, input: &[u8]) -> Done {
    desk.run_arguments(&line.split_whitespace().collect::<Vec<_>>(), input, &[])
}

/// What was said, with the name of the file in the place of that of the standard input.
fn said(done: &Done, name: &str) -> String {
    done.err.replace("<stdin>", name)
}

/// Every kind of table, with the extension of its file.
fn tables() -> Vec<(&'static str, Vec<u8>)> {
    let desk = Desk::with(&[("a.json", JOURNEY)]);
    ends(&desk.run("export a.json --to xlsx -o a.xlsx"), 0);
    let sample = |name: &str| std::fs::read(format!("{}/fixtures/import/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let fixtures = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/import")).unwrap();
    let mut names: Vec<_> = fixtures.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let first = |extension: &str| names.iter().find(|name| name.ends_with(extension)).map(|name| sample(name)).unwrap();
    vec![
        ("csv", TITLE_FIRST.into()),
        ("tsv", b"Naar zee\n\n\tFase A\tFase B\nDoel\tiets kopen\tiets doen\nActie\tlopen\tstaan\n".into()),
        ("csv", b"Fase;Ori\xebnteren;Kiezen\nDoel;\x93Weten\x94;Doen\n".into()),
        ("xlsx", desk.read("a.xlsx")),
        ("xls", first(".xls")),
        ("ods", first(".ods")),
    ]
}

#[test]
fn a_table_is_read_from_the_standard_input_as_from_its_file() {
    for (extension, bytes) in tables() {
        let desk = Desk::with(&[("b.json", JOURNEY)]);
        let name = format!("a.{extension}");
        std::fs::write(desk.0.path().join(&name), &bytes).unwrap();
        for line in ["check @", "import @", "import @ --explain", "export @ --to csv -o -", "merge @ b.json", "diff @ b.json"] {
            let file = desk.run(&line.replace('@', &name));
            let stream = piped(&desk, &line.replace('@', "-"), &bytes);
            assert_eq!(stream.code, file.code, "{name}: {line}: {}", stream.err);
            assert_ne!(stream.code, 1, "{name}: {line}: {}", stream.err);
            // A table without a title has that of its file.
            assert_eq!(said(&stream, &name).replace("Klantreis", "a"), file.err, "{name}: {line}");
            let (stream, file) = [stream.out, file.out].map(|out| String::from_utf8(out).unwrap()).into();
            assert_eq!(stream.replace("<stdin>", &name).replace("Klantreis", "a"), file, "{name}: {line}");
        }
    }
}

fn wide(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

/// A journey in every encoding that is understood, with that of the warning; the file is as Windows has it.
fn encodings(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let western = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
    vec![
        ("UTF-16", wide(text, false)),
        ("UTF-16", wide(text, true)),
        ("UTF-16", wide(&format!("\u{feff}{text}"), false)),
        ("UTF-16", wide(&format!("\u{feff}{text}"), true)),
        ("Windows-1252", western),
    ]
}

#[test]
fn a_document_in_another_encoding_is_read_with_a_warning() {
    let text = JOURNEY.replace("Iets kopen", "Één kado kopen").replace('\n', "\r\n");
    let plain = Desk::with(&[("a.json", &text)]);
    for (encoding, bytes) in encodings(&text) {
        let desk = Desk::with(&[]);
        std::fs::write(desk.0.path().join("a.json"), &bytes).unwrap();
        for format in FORMATS {
            let line = format!("export a.json --to {} -o out.{}", format.name, format.name);
            ends(&desk.run(&line), 0);
            ends(&plain.run(&line), 0);
            let name = format!("out.{}", format.name);
            assert_eq!(desk.read(&name), plain.read(&name), "{encoding}: {name}");
        }
        for done in [desk.run("check a.json --message-format json"), piped(&desk, "check - --message-format json", &bytes)] {
            ends(&done, 0);
            let records = records(&done.err);
            let warnings: Vec<_> = records.iter().filter(|record| record["code"] == "other-encoding").collect();
            assert_eq!(warnings.len(), 1, "{}", done.err);
            assert!(warnings[0]["message"].as_str().unwrap().ends_with(encoding), "{}", warnings[0]);
        }
        ends(&desk.run("check a.json --strict --rules none.toml"), 2);
        ends(&desk.run("check . --strict"), 3);
    }
}

#[test]
fn the_places_in_a_document_in_another_encoding_are_those_of_its_text() {
    let text = "{ \"klantreis\": 1, \"title\": \"één\",\r\n  \"language\": \"nl\", \"phases\": [{ \"title\": \"Café\", \"cels\": {} }] }";
    let expected = Desk::with(&[("a.json", text)]).run("check a.json");
    assert!(expected.err.contains("a.json:2:51"), "{}", expected.err);
    for (encoding, bytes) in encodings(text) {
        let desk = Desk::with(&[]);
        std::fs::write(desk.0.path().join("a.json"), &bytes).unwrap();
        let done = desk.run("check a.json");
        ends(&done, 1);
        let problem = expected.err.strip_suffix("1 of 1 input failed\n").unwrap();
        assert!(
            done.err.ends_with(&format!("{problem}1 of 1 input failed; 1 warning\n")),
            "{encoding}:\n{}\n{}",
            done.err,
            expected.err
        );
        assert!(done.err.starts_with("warning[other-encoding]"), "{}", done.err);
        let western = encoding == "Windows-1252";
        assert_eq!(
            done.err.contains("a.json:1:29\n") && done.err.contains("1 | { \"klantreis\": 1, \"title\": \"één\""),
            western,
            "{}",
            done.err
        );
    }
}

#[test]
fn a_document_in_another_encoding_is_not_in_its_normal_form() {
    let normal = Desk::with(&[("a.json", JOURNEY)]).run("fmt a.json --stdout").out;
    let desk = Desk::with(&[]);
    let utf16 = wide(&String::from_utf8(normal.clone()).unwrap(), false);
    std::fs::write(desk.0.path().join("a.json"), &utf16).unwrap();
    let compared = desk.run("fmt a.json --check");
    ends(&compared, 1);
    assert!(compared.err.contains("it is not UTF-8"), "{}", compared.err);
    ends(&desk.run("fmt a.json"), 0);
    assert_eq!(desk.read("a.json"), normal);
    ends(&desk.run("fmt a.json --check"), 0);
}

#[test]
fn a_document_that_is_damaged_is_not_taken_for_another_encoding() {
    let cut = &wide(&format!("\u{feff}{JOURNEY}"), false)[..61];
    let letter = JOURNEY.replace("Iets kopen", "Één kado").into_bytes();
    let at = letter.iter().position(|byte| *byte == 0xc3).unwrap();
    let broken = [&letter[..at], &letter[at + 1..]].concat();
    for bytes in [cut, &broken] {
        let done = piped(&Desk::with(&[]), "check - --message-format short", bytes);
        ends(&done, 1);
        assert!(done.err.contains("error[not-utf8]"), "{}", done.err);
    }
}
