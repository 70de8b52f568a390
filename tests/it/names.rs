//! Names of files: whatever stands in a journey, every place that it may end up in takes them, and no file takes another's place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use crate::support::journeys;
use icu_normalizer::ComposingNormalizerBorrowed;
use klantreis::batch::deliver::{Delivery, Destination, File, Made};
use klantreis::batch::discover::{Origin, Source};
use klantreis::batch::pattern::{Facts, Field, Pattern};
use klantreis::batch::save::{Kind, Saver};
use klantreis::journey::{Author, Journey, Language};
use klantreis::meta::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// What Microsoft says of a name, that it may not be taken. The rules are those of “Restrictions and limitations in `OneDrive`
/// and `SharePoint`” (support.microsoft.com) and “Naming Files, Paths, and Namespaces” (learn.microsoft.com).
fn refused(name: &str) -> Option<&'static str> {
    let upper = name.to_uppercase();
    // A device stays a device with any extension, and Windows drops the spaces before it.
    let device = upper.split('.').next().unwrap_or_default().trim_end_matches(' ').to_owned();
    let digits = "0123456789¹²³";
    let numbered = ["COM", "LPT"].iter().any(|port| digits.chars().any(|digit| device == format!("{port}{digit}")));
    let rules = [
        ("empty", name.is_empty()),
        ("a forbidden character", name.contains(['"', '*', ':', '<', '>', '?', '/', '\\', '|'])),
        ("a control character", name.chars().any(|c| c < ' ' || c == '\u{7f}')),
        ("a space or a full stop at its end", name.ends_with([' ', '.'])),
        ("a space at its start", name.starts_with(' ')),
        ("a mark of Office at its start", name.starts_with("~$")),
        ("a hyphen at its start, by which programs know their options", name.starts_with('-')),
        ("`_vti_` in it", upper.contains("_VTI_")),
        ("kept for SharePoint", [".LOCK", "DESKTOP.INI"].contains(&upper.as_str())),
        ("kept for a device", ["CON", "PRN", "AUX", "NUL"].contains(&device.as_str()) || numbered),
        ("too long for Windows", name.encode_utf16().count() > 255),
        ("longer than we promise", name.chars().count() > 100 || name.len() > 200),
        ("not composed (NFC)", !ComposingNormalizerBorrowed::new_nfc().is_normalized(name)),
    ];
    rules.into_iter().find(|(_, broken)| *broken).map(|(rule, _)| rule)
}

/// What more is said of folders: `forms` at the root of a library, and any that begins with a tilde.
fn refused_folder(name: &str) -> bool {
    refused(name).is_some() || name.eq_ignore_ascii_case("forms") || name.starts_with('~')
}

#[test]
fn the_checker_refuses_what_microsoft_refuses() {
    for name in [
        "",
        "a:b.svg",
        "a/b",
        "a\u{1}.svg",
        " a.svg",
        "a.svg ",
        "a.",
        "~$a.xlsx",
        "-rf.svg",
        "a_VTI_b.svg",
        ".lock",
        "Desktop.ini",
        "con.svg",
        "NUL .a.svg",
        "com¹.svg",
        "LPT0",
        "e\u{301}.svg",
    ] {
        assert!(refused(name).is_some(), "{name:?}");
    }
    assert!(refused(&"a".repeat(101)).is_some() && refused(&"旅".repeat(70)).is_some());
    for name in ["MEP2_Sam e.a._Naar zee_matrix.pdf", "company.svg", "客戶旅程.svg", "100 % & #1 (é).xlsx", "a~$b.csv", "vti.pdf"]
    {
        assert_eq!(refused(name), None, "{name:?}");
    }
}

/// Texts of people, and those that names break on.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => journeys::text(),
        2 => "[A-Za-zéø ]{1,20}",
        2 => "(CON|nul|Com1|lpt¹|~\\$|_vti_|desktop\\.ini|\\.lock|\\.\\.|/|\\\\|[. _:-]){1,4}",
        1 => "\\PC{0,12}",
        1 => any::<String>(),
        1 => "[a-c]{90,140}",
        1 => "旅{60,120}",
    ]
}

fn pattern() -> impl Strategy<Value = String> {
    let field = select(Field::names().collect::<Vec<_>>()).prop_map(|name| format!("{{{name}}}"));
    let words = vec!["_", "-", " ", ". ", " (", ")", "~$", "con", "NUL", "_vti", "_", "{{", "}}", ".", "opdracht é"];
    prop_oneof![
        4 => vec(prop_oneof![2 => field, 1 => select(words).prop_map(str::to_owned)], 1..8).prop_map(|parts| parts.concat()),
        1 => Just("{class}_{author}_{title}_{layout}".to_owned()),
        1 => Just("x".repeat(150) + "{layout}"),
    ]
    .prop_filter("a pattern", |text| text.parse::<Pattern>().is_ok())
}

fn journey() -> impl Strategy<Value = Journey> {
    let author = (text(), option::of(text())).prop_map(|(name, class)| Author { name, class });
    let language = select(vec!["nl", "da", "en-GB", "und"]).prop_map(Language::of_tag);
    (text(), vec(author, 0..3), option::of(text()), option::of(text()), language, 1970_u16..2100).prop_map(
        |(title, authors, course, organisation, language, year)| Journey {
            title,
            authors,
            course,
            organisation,
            language,
            date: Date::new(year, 11, 7),
            ..Journey::default()
        },
    )
}

/// The files of a source: which layouts and how many pages of each.
fn files() -> impl Strategy<Value = Vec<(&'static str, &'static str, Option<String>)>> {
    let layouts = select(vec![vec!["matrix"], vec!["matrix", "touchpoints"]]);
    (layouts, select(vec!["svg", "csv"]), 1..4_usize).prop_map(|(layouts, extension, pages)| {
        let part = |page| (pages > 1).then(|| format!("{}", page + 1));
        layouts.iter().flat_map(|layout| (0..pages).map(move |page| (*layout, extension, part(page)))).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn every_name_is_legal_and_no_file_takes_the_place_of_another(
        pattern in option::weighted(0.8, pattern()),
        sources in vec((journey(), files(), text(), "(~|forms|[ab. ]{1,3})?"), 1..7),
    ) {
        let root = tempfile::tempdir().unwrap();
        let pattern = pattern.map(|text| text.parse::<Pattern>().unwrap());
        let mut delivery = Delivery::new(Destination::Folder(root.path().join("out")), pattern.as_ref(), &[], Saver::default());
        let mut written: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
        for (number, (journey, files, stem, folder)) in sources.iter().enumerate() {
            let bytes = |index: usize| format!("{number}.{index}").into_bytes();
            let several = files.iter().any(|(layout, ..)| *layout != files[0].0);
            let file = |(index, (layout, extension, part)): (usize, &(&'static str, &'static str, Option<String>))| File {
                kind: Kind::View,
                extension: (*extension).to_owned(),
                layout: Some((*layout).to_owned()),
                among_layouts: several,
                paper: (*extension == "svg").then(|| "A3".to_owned()),
                part: part.clone(),
                pages: None,
                bytes: bytes(index),
            };
            let stem: String = stem.chars().filter(|c| !['/', '\\', '\0'].contains(c)).collect();
            let origin = if stem.is_empty() { Origin::Stdin } else { Origin::File(format!("{stem}.json").into()) };
            let source = Source { origin, folder: folder.trim_matches(['.', ' ']).into() };
            let made = Made { facts: Facts::of(journey), files: files.iter().enumerate().map(file).collect() };
            let placed = delivery.deliver(&source, made).unwrap();
            prop_assert_eq!(placed.len(), files.len());
            for (index, path) in placed.into_iter().map(|placed| placed.path).enumerate() {
                let below = path.strip_prefix(root.path().join("out")).unwrap().to_owned();
                for part in below.components() {
                    let name = part.as_os_str().to_str().unwrap();
                    prop_assert_eq!(refused(name), None, "{:?} by {:?}", name, pattern);
                }
                let folder = below.parent().and_then(|folder| folder.to_str()).unwrap();
                prop_assert!(folder.is_empty() || !refused_folder(folder), "{:?}", folder);
                let is_mirror = source.folder.as_os_str().is_empty() == (below.components().count() == 1);
                prop_assert!(is_mirror && below.components().count() <= 2, "no title names a folder: {:?}", below);
                prop_assert!(written.insert(path, bytes(index)).is_none());
            }
        }
        let keys: BTreeSet<_> = written.keys().map(|path| path.to_str().unwrap().to_lowercase()).collect();
        prop_assert_eq!(keys.len(), written.len(), "case does not tell files apart");
        for (path, bytes) in &written {
            prop_assert_eq!(&fs::read(path).unwrap(), bytes, "{:?} was written over", path);
        }
    }
}
