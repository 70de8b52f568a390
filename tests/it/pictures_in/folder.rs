//! Pictures by their place: in the folder of the document and nowhere else.

use super::*;

/// A folder for a document, with a picture in a folder of its own, and one beside it that is out of bounds.
pub(super) struct Desk {
    pub _all: tempfile::TempDir,
    pub folder: PathBuf,
}

pub(super) fn desk() -> Desk {
    let all = tempfile::tempdir().unwrap();
    let folder = all.path().join("reis");
    fs::create_dir_all(folder.join("beeld")).unwrap();
    fs::write(folder.join("beeld/Noor.png"), sample("operations-manager.png")).unwrap();
    fs::write(all.path().join("geheim.png"), sample("operations-manager.png")).unwrap();
    Desk { _all: all, folder }
}

pub(super) fn error(gallery: &Gallery, source: &str) -> PictureError {
    gallery.get(source).map(|_| ()).expect_err(source)
}

#[test]
fn pictures_come_from_the_folder_of_the_document() {
    let Desk { folder, _all: all } = &desk();
    fs::write(folder.join("foto.png"), sample("quarters.jpg")).unwrap();
    let outside = all.path().join("geheim.png");
    let outside = outside.to_str().unwrap();
    let sources = [
        "beeld/Noor.png",
        "./beeld//Noor.png",
        "foto.png",
        "../geheim.png",
        "beeld/../../geheim.png",
        outside,
        "https://example.org/a.png",
        "beeld\\Noor.png",
    ];
    let gallery = pictures::load(Some(folder), sources);
    assert!(gallery.get("beeld/Noor.png").is_ok() && gallery.get("./beeld//Noor.png").is_ok());
    assert!(matches!(artwork_data(gallery.get("foto.png").unwrap()), ImageData::Jpeg(_)), "whatever its name says");
    for source in ["../geheim.png", "beeld/../../geheim.png", outside, "https://example.org/a.png", "beeld\\Noor.png"] {
        assert_eq!(error(&gallery, source).diagnostic(source).code, Code::PictureOutside, "{source}");
    }
    assert_eq!(pictures::folder_of(Path::new("reis.json")), Path::new("."));
    assert_eq!(pictures::folder_of(Path::new("a/reis.json")), Path::new("a"));
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere_outside() {
    use std::os::unix::fs::symlink;
    let Desk { folder, _all: all } = &desk();
    symlink("../geheim.png", folder.join("link.png")).unwrap();
    symlink("..", folder.join("omhoog")).unwrap();
    symlink("beeld/Noor.png", folder.join("binnen.png")).unwrap();
    symlink("lus.png", folder.join("lus.png")).unwrap();
    symlink("weg.png", folder.join("dood.png")).unwrap();
    symlink(folder, all.path().join("ook")).unwrap();
    let sources = ["link.png", "omhoog/geheim.png", "binnen.png", "lus.png", "dood.png"];
    let gallery = pictures::load(Some(folder), sources);
    assert_eq!(error(&gallery, "link.png"), PictureError::Outside);
    assert_eq!(error(&gallery, "omhoog/geheim.png"), PictureError::Outside);
    assert!(gallery.get("binnen.png").is_ok());
    assert!(matches!(error(&gallery, "lus.png"), PictureError::Unreadable(_)));
    assert_eq!(error(&gallery, "dood.png"), PictureError::NotFound(None));
    let linked = pictures::load(Some(&all.path().join("ook")), ["beeld/Noor.png"]);
    assert!(linked.get("beeld/Noor.png").is_ok(), "the folder itself may be a link");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_without_waiting() {
    let Desk { folder, .. } = &desk();
    let pipe = std::process::Command::new("mkfifo").arg(folder.join("pijp.png")).status();
    let _socket = std::os::unix::net::UnixListener::bind(folder.join("socket.png")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.join("nul.png")).unwrap();
    let gallery = pictures::load(Some(folder), ["pijp.png", "socket.png", "nul.png", "beeld"]);
    assert_eq!(error(&gallery, "socket.png"), PictureError::NoFile);
    assert_eq!(error(&gallery, "beeld"), PictureError::NoFile);
    assert_eq!(error(&gallery, "nul.png"), PictureError::Outside);
    if pipe.is_ok_and(|status| status.success()) {
        assert_eq!(error(&gallery, "pijp.png"), PictureError::NoFile);
    }
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let Desk { folder, .. } = &desk();
    fs::File::create(folder.join("groot.png")).unwrap().set_len(1 << 40).unwrap();
    let gallery = pictures::load(Some(folder), ["groot.png"]);
    assert_eq!(error(&gallery, "groot.png").diagnostic("groot.png").code, Code::PictureTooLarge);
}

#[test]
fn a_name_that_is_nearly_right_is_named() {
    let Desk { folder, .. } = &desk();
    fs::write(folder.join("cafe\u{301}.png"), sample("interlaced.png")).unwrap();
    let meant = |source: &str| match error(&pictures::load(Some(folder), [source]), source) {
        PictureError::NotFound(alike) => alike.map(|alike| (alike.path, alike.by)),
        other => panic!("{other:?}"),
    };
    assert_eq!(meant("beeld/noor.png"), Some(("beeld/Noor.png".into(), Difference::Case)));
    assert_eq!(meant("Beeld/Noor.png"), Some(("beeld/Noor.png".into(), Difference::Case)));
    assert_eq!(meant("beeld/Nor.png"), Some(("beeld/Noor.png".into(), Difference::Spelling)));
    assert_eq!(meant("caf\u{e9}.png"), Some(("cafe\u{301}.png".into(), Difference::Form)));
    assert_eq!(meant("xyz.png"), None);
    assert_eq!(meant("xyz/Noor.png"), None);
    let exact = pictures::load(Some(folder), ["cafe\u{301}.png"]);
    assert!(exact.get("cafe\u{301}.png").is_ok(), "the characters of a path are as written");
}

#[test]
fn without_a_folder_only_data_uris_are_shown() {
    let data = format!("data:image/jpeg;base64,{}", STANDARD.encode(sample("quarters.jpg")));
    let drawing =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Cpath d='M0 0h9v9z'/%3E%3C/svg%3E";
    let gallery = pictures::load(None, [data.as_str(), drawing, "a.png", "data:image/png;base64,@@@@"]);
    assert!(matches!(artwork_data(gallery.get(&data).unwrap()), ImageData::Jpeg(_)));
    assert!(matches!(artwork_data(gallery.get(drawing).unwrap()), ImageData::Drawing(_)));
    assert_eq!(error(&gallery, "a.png"), PictureError::NoFolder);
    let bad = error(&gallery, "data:image/png;base64,@@@@").diagnostic(&format!("data:image/png;base64,{}", "@".repeat(1000)));
    assert_eq!(bad.code, Code::PictureBroken);
    assert!(bad.message.len() < 120, "{}", bad.message);
}

#[test]
fn the_command_line_says_which_pictures_cannot_be_shown_and_goes_on() {
    let Desk { folder, .. } = &desk();
    let journey = r#"{
  "klantreis": 1, "title": "Reis", "language": "nl",
  "personas": [{ "name": "Noor", "portrait": "beeld/Noor.png" }],
  "phases": [{ "title": "A", "cells": {
    "goal": { "text": "Weten", "picture": "beeld/noor.png" },
    "action": ["Kijken", { "text": "Kopen", "picture": { "src": "beeld/kassa.png", "alt": "De kassa" } }]
  } }],
  "storyboard": [{ "caption": "Het begin", "picture": "data:image/gif;base64,R0lGODlhAQABAAAAACw=" }]
}"#;
    fs::write(folder.join("reis.json"), journey).unwrap();
    let run = |arguments: &[&str]| {
        let output =
            std::process::Command::new(env!("CARGO_BIN_EXE_klantreis")).args(arguments).current_dir(folder).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let expected = [
        "reis.json:5:43: warning[picture-not-found]: the picture `beeld/noor.png` is not there",
        "reis.json:6:65: warning[picture-not-found]: the picture `beeld/kassa.png` is not there",
        "reis.json:8:55: warning[picture-unsupported]: the picture `data:image/gif;base64,R0lGODlhAQABAAAAACw=` is a GIF picture",
    ];
    for command in [&["check"][..], &["export", "--to", "svg,pdf", "-o", "uit"]] {
        let (code, said) = run(&[command, &["reis.json", "--message-format", "short"]].concat());
        assert_eq!(code, Some(0), "{said}");
        for line in expected {
            assert!(said.contains(line), "{line}\nin {said}");
        }
        let (code, _) = run(&[command, &["reis.json", "--strict"]].concat());
        assert_eq!(code, Some(3));
    }
    assert_eq!(fs::read_dir(folder.join("uit")).unwrap().count(), 2, "both files are there");
}
