//! Files that set something, in every state in which they may be: what is wrong with them is said with its place, and nothing is made.

use std::fs;

use crate::support::desk::{Desk, ends, records};

const JOURNEY: &str = include_str!("../../fixtures/mini.json");

/// What is said of a file of settings: code, line and column of each problem; what a run with it ends with.
fn said(desk: &Desk, command: &str) -> (Vec<(String, u64, u64)>, String, i32) {
    let done = desk.run(&format!("{command} --message-format json"));
    let placed = |record: &serde_json::Value| {
        Some((record["code"].as_str()?.to_owned(), record["line"].as_u64()?, record["column"].as_u64()?))
    };
    (records(&done.err).iter().filter_map(placed).collect(), done.err, done.code)
}

/// Bytes of a file, and the problems in it.
type Case = (&'static [u8], &'static [(&'static str, u64, u64)]);

const THEMES: [Case; 12] = [
    (b"ink = 5\n", &[("wrong-type", 1, 7)]),
    // The place is that of the character, whatever ends the lines, and a mark before them takes none.
    (b"# a\r\nbase = \"colour\"\r\nink = 5\r\n", &[("unknown-value", 2, 8), ("wrong-type", 3, 7)]),
    (b"\xef\xbb\xbfink = \"#00000g\"\n", &[("unknown-value", 1, 7)]),
    (b"\xef\xbb\xbf# a\r\nink = \"\xc3\xa9\" \r\nfoter = \"x\"\r\n", &[("unknown-value", 2, 7), ("unknown-field", 3, 1)]),
    (b"# a\nfooter = \"\xff\"\n", &[("not-utf8", 2, 11)]),
    (b"\xff\xfei\0n\0k\0", &[("not-utf8", 1, 1)]),
    (b"ink = \"#000\nquiet = 1\n", &[("syntax", 1, 12)]),
    (b"[logo]\nfile = \"a.svg\"\n[logo]\n", &[("duplicate-key", 3, 2)]),
    (b"hues = []\n", &[("wrong-type", 1, 8)]),
    (b"tints = [\"#fff\"]\n", &[("unknown-value", 1, 9)]),
    (b"[[logo]]\nfile = \"a.svg\"\n", &[("wrong-type", 1, 1)]),
    (b"footer = \"a\\u001b[31mb\"\n", &[("unknown-value", 1, 10)]),
];

#[test]
fn a_malformed_theme_stops_what_would_be_made_with_it() {
    for (bytes, problems) in THEMES {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        fs::write(desk.path("my.toml"), bytes).unwrap();
        let problems: Vec<_> = problems.iter().map(|(code, line, column)| ((*code).to_owned(), *line, *column)).collect();
        for command in
            ["export reis.json --theme my.toml -o uit/", "check reis.json --theme my.toml", "new --theme my.toml -o n.xlsx"]
        {
            let (found, err, code) = said(&desk, command);
            assert_eq!((found, code), (problems.clone(), 2), "{command} with {:?}: {err}", String::from_utf8_lossy(bytes));
        }
        let (found, err, code) = said(&desk, "theme my.toml");
        assert_eq!((found, code), (problems, 1), "{:?}: {err}", String::from_utf8_lossy(bytes));
        assert_eq!(desk.files(), ["my.toml", "reis.json"]);
    }
}

const SETTINGS: [Case; 11] = [
    (b"paper = 1\n", &[("wrong-type", 1, 9)]),
    (b"theme = \"print\"\r\npapper = \"A1\"\r\n", &[("unknown-field", 2, 1)]),
    (b"\xef\xbb\xbfpaper = \"A1x\"\n", &[("unknown-value", 1, 9)]),
    (b"# \xc3\xa9\nname = \"\xff\"\n", &[("not-utf8", 2, 9)]),
    (b"\xff\xfep\0", &[("not-utf8", 1, 1)]),
    (b"paper = \"A1\"\n\npaper = \"A2\"\n", &[("duplicate-key", 3, 1)]),
    (b"[paper]\nsize = \"A1\"\n", &[("wrong-type", 1, 1)]),
    (b"layouts = [\"map\", 3, \"mpa\"]\n", &[("wrong-type", 1, 19), ("unknown-value", 1, 22)]),
    (b"distance = \"2m\"\npaper = \"A5\"\n", &[("unknown-value", 1, 12)]),
    (b"theme = \"weg.toml\"\n", &[("unknown-value", 1, 9)]),
    (b"name = \"\"\nlanguage = \"Nederlands!\"\n", &[("wrong-type", 1, 8), ("unknown-value", 2, 12)]),
];

#[test]
fn malformed_settings_stop_what_would_be_made_with_them() {
    for (bytes, problems) in SETTINGS {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        fs::write(desk.path("klantreis.toml"), bytes).unwrap();
        let problems: Vec<_> = problems.iter().map(|(code, line, column)| ((*code).to_owned(), *line, *column)).collect();
        for command in ["export reis.json -o uit/", "check reis.json", "list settings", "new -o n.json"] {
            let (found, err, code) = said(&desk, command);
            assert_eq!((found, code), (problems.clone(), 2), "{command} with {:?}: {err}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(desk.files(), ["klantreis.toml", "reis.json"]);
    }
}

#[test]
fn what_is_empty_sets_nothing_and_what_is_no_file_is_refused() {
    let desk = Desk::with(&[("reis.json", JOURNEY), ("klantreis.toml", "\r\n# niets\r\n"), ("leeg.toml", "")]);
    ends(&desk.run("export reis.json -o a.svg"), 0);
    ends(&desk.run("export reis.json --theme leeg.toml -o b.svg"), 0);
    ends(&desk.run("export reis.json --no-config -o c.svg"), 0);
    assert!(desk.read("a.svg") == desk.read("b.svg") && desk.read("b.svg") == desk.read("c.svg"));
    let refused = |command: &str| {
        let done = desk.run(command);
        ends(&done, 2);
        assert!(done.err.contains("cannot be read"), "{command}: {}", done.err);
    };
    fs::create_dir(desk.path("map.toml")).unwrap();
    refused("export reis.json --theme map.toml -o d.svg");
    fs::remove_file(desk.path("klantreis.toml")).unwrap();
    fs::create_dir(desk.path("klantreis.toml")).unwrap();
    refused("export reis.json -o d.svg");
    ends(&desk.run("export reis.json --no-config -o d.svg"), 0);
    #[cfg(unix)]
    {
        let pipe = |name: &str| std::process::Command::new("mkfifo").arg(desk.path(name)).status().unwrap();
        fs::remove_dir(desk.path("klantreis.toml")).unwrap();
        if pipe("pijp.toml").success() && pipe("klantreis.toml").success() {
            refused("export reis.json --theme pijp.toml --no-config -o e.svg");
            refused("export reis.json -o e.svg");
            refused("list settings");
        }
        fs::remove_file(desk.path("klantreis.toml")).unwrap();
        std::os::unix::fs::symlink("nergens", desk.path("klantreis.toml")).unwrap();
        refused("export reis.json -o e.svg");
    }
}

#[test]
fn a_logo_that_cannot_be_shown_is_a_warning_at_its_place() {
    let mut large = b"\x89PNG\r\n\x1a\n".to_vec();
    large.resize(21 << 20, 0);
    for (file, bytes, code) in [
        ("weg.svg", None, "picture-not-found"),
        ("logo.txt", Some(b"hallo".to_vec()), "picture-unsupported"),
        ("stuk.png", Some(b"\x89PNG\r\n\x1a\n1234".to_vec()), "picture-broken"),
        ("groot.png", Some(large), "picture-too-large"),
        ("../logo.svg", None, "picture-outside"),
        ("/logo.svg", None, "picture-outside"),
        ("https://example.org/logo.svg", None, "picture-outside"),
    ] {
        let desk = Desk::with(&[("reis.json", JOURNEY), ("my.toml", &format!("# a\r\n[logo]\r\nfile = \"{file}\"\r\n"))]);
        if let Some(bytes) = bytes {
            fs::write(desk.path(file), bytes).unwrap();
        }
        for command in ["export reis.json --to svg,xlsx --theme my.toml --strict -o uit/", "theme my.toml --strict"] {
            let (found, err, end) = said(&desk, command);
            assert_eq!((found, end), (vec![(code.to_owned(), 3, 8)], 3), "{command} with {file}: {err}");
        }
        // What is made is made without it.
        ends(&desk.run("export reis.json --to svg --layout map -o zonder/"), 0);
        ends(&desk.run("export reis.json --to svg --layout map --theme my.toml -o met/"), 0);
        assert_eq!(desk.read("zonder/reis.svg"), desk.read("met/reis.svg"), "{file}");
    }
}
