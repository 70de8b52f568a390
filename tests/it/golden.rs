//! What every fixture looks like in every layout and format: a text dump of each scene and sheet, a hash of the bytes of each file,
//! and the parts of two workbooks.
//!
//! `UPDATE_GOLDENS=1 cargo test --test it golden::` writes them anew; CONTRIBUTING.md says what to look at before they are accepted.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use klantreis::export::{self, Options, Output, Selection, export};
use klantreis::journey::Journey;
use klantreis::journey::choices::{Choices, Fill};
use klantreis::layout::drawn::map::LAYOUT as MAP;
use klantreis::layout::drawn::matrix::LAYOUT as MATRIX;
use klantreis::layout::drawn::page::dressed;
use klantreis::layout::theme::Theme;
use klantreis::layout::{Context, LAYOUTS, Layout, Make};
use klantreis::paper::Paper;
use klantreis::picture::Gallery;
use klantreis::registry::Registry;
use klantreis::scene;
use klantreis::sheet::{Sheet, Value};
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::png::{self, Dpi};
use klantreis::write::svg::TextMode;
use klantreis::write::{FORMATS, Write as Writer};

/// The ways to hold text; the first is the default.
const MODES: [(&str, TextMode); 3] = [("live", TextMode::Live), ("outlines", TextMode::Outlines), ("both", TextMode::Both)];

#[test]
fn every_fixture_in_every_layout_and_format_is_as_it_was() {
    let made = goldens();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens");
    if env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1") {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for (name, content) in &made {
            fs::write(folder.join(name), content).unwrap();
        }
        return;
    }
    let known = fs::read_dir(&folder).map(|entries| entries.map(|entry| entry.unwrap().path()).collect::<Vec<_>>());
    let known: BTreeMap<String, String> = known
        .unwrap_or_default()
        .into_iter()
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    let names: std::collections::BTreeSet<_> = made.keys().chain(known.keys()).collect();
    let empty = String::new();
    let changes: Vec<String> = names
        .into_iter()
        .filter_map(|name| change(name, known.get(name).unwrap_or(&empty), made.get(name).unwrap_or(&empty)))
        .collect();
    assert!(
        changes.is_empty(),
        "these goldens have changed:\n\n{}\nLook at the pictures first: export the fixtures named above, and open them, whole and \
         zoomed in. When all is better than it was, write the goldens anew:\n\n    UPDATE_GOLDENS=1 cargo test --test it golden::\n",
        changes.join("\n")
    );
}

/// The first line that differs, and how many lines do.
fn change(name: &str, before: &str, now: &str) -> Option<String> {
    let (mut old, mut new) = (before.lines(), now.lines());
    let mut differing = Vec::new();
    for number in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (one, other) if one != other => differing.push((number, one.unwrap_or("(none)"), other.unwrap_or("(none)"))),
            _ => {}
        }
    }
    let (number, one, other) = differing.first()?;
    Some(format!("{name}: {} lines, the first is line {number}\n  - {one}\n  + {other}\n", differing.len()))
}

/// Every golden by the name of its file.
fn goldens() -> BTreeMap<String, String> {
    let typesetter = Typesetter::new(Fonts::bundled());
    let mut files = BTreeMap::new();
    let mut bytes = String::from("# fixture · layout · format · text · page or sheet · bytes · FNV-1a of the bytes (64 bits)\n");
    for (fixture, journey) in crate::support::fixtures() {
        for layout in LAYOUTS {
            if (layout.shows)(&journey) {
                let (kind, dump) = dump(&journey, layout, &typesetter);
                files.insert(format!("{fixture}.{}.{kind}.txt", layout.name), dump);
            }
            hashes(&fixture, &journey, layout, &typesetter, &mut bytes);
        }
    }
    let journeys: BTreeMap<String, Journey> = crate::support::fixtures().into_iter().collect();
    for (fixture, layout, name, choice) in chosen() {
        files.insert(format!("{fixture}.{}.{name}.scene.txt", layout.name), choice.dump(&journeys[fixture], layout, &typesetter));
    }
    for layout in LAYOUTS.iter().filter(|layout| matches!(layout.make, Make::Drawn(_))) {
        files.insert(format!("zwembad.{}.heard.txt", layout.name), spoken(&journeys["zwembad"], layout, &typesetter));
    }
    files.insert("bytes.txt".into(), bytes);
    files.extend(crate::support::parts::goldens(&typesetter));
    files
}

/// What may be chosen of a drawing.
#[derive(Default)]
struct Choice {
    choices: Choices,
    theme: Theme,
    paper: Paper,
}

impl Choice {
    fn dump(&self, journey: &Journey, layout: &Layout, typesetter: &Typesetter) -> String {
        let Make::Drawn(draw) = layout.make else { panic!("{} is drawn", layout.name) };
        let shown = self.choices.of(journey).unwrap();
        let meta = export::meta(journey, None);
        scene::dump(&dressed(draw, shown.journey(), &context(&meta, typesetter, &self.paper), &self.theme).made)
    }
}

/// A theme of one's own, with a logo and a line at the foot.
fn own() -> Theme {
    let text = "hues = [\"#003b5c\", \"#7a4a00\"]\nfooter = \"Bureau Noord · vertrouwelijk\"\n[logo]\nfile = \"logo.svg\"\nplace = \"top-right\"\n";
    let (mut theme, warnings) = Theme::from_toml("own", text).unwrap();
    assert_eq!(warnings, []);
    let logo =
        br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#c00"/></svg>"##;
    theme.logo.as_mut().unwrap().artwork = Some(std::sync::Arc::new(klantreis::picture::decode(logo).unwrap()));
    theme
}

/// Each choice on two fixtures, with a name.
fn chosen() -> Vec<(&'static str, &'static Layout<'static>, &'static str, Choice)> {
    let some = |names: &str| vec![names.to_owned()];
    let part = || Choices { lanes: some("goal,touchpoint"), curves: some("emotion"), ..Choices::default() };
    let phases = |names: &str| Choices { phases: some(names), ..part() };
    let persona = |name: &str| Choices { personas: some(name), ..Choices::default() };
    let filled = |fill| Choices { fill, ..Choices::default() };
    let of = |choices| Choice { choices, ..Choice::default() };
    let in_theme = |theme| Choice { theme, ..Choice::default() };
    let far = || Choice { paper: Paper::default().read_from("80cm".parse().unwrap()).unwrap(), ..Choice::default() };
    let named = |name: &str| in_theme(Theme::named(name).unwrap());
    vec![
        ("mediacollege", &MATRIX, "high-contrast", named("high-contrast")),
        ("planboard", &MATRIX, "high-contrast", named("high-contrast")),
        ("mediacollege", &MAP, "print", named("print")),
        ("planboard", &MATRIX, "print", named("print")),
        ("mediacollege", &MAP, "own", in_theme(own())),
        ("zwembad", &MAP, "own", in_theme(own())),
        ("mediacollege", &MATRIX, "fill-none", of(filled(Fill::None))),
        ("zwembad", &MATRIX, "fill-none", of(filled(Fill::None))),
        ("mediacollege", &MATRIX, "fill-titles", of(filled(Fill::Titles))),
        ("zwembad", &MATRIX, "fill-titles", of(filled(Fill::Titles))),
        ("mediacollege", &MAP, "lanes", of(part())),
        ("zwembad", &MATRIX, "lanes", of(part())),
        ("mediacollege", &MATRIX, "phases", of(phases("Oriëntatiefase,aankoop"))),
        ("zwembad", &MAP, "phases", of(phases("Kaartje kopen,Zwemmen"))),
        ("planboard", &MAP, "persona", of(persona("Helen"))),
        ("zwembad", &MAP, "persona", of(persona("Sanne"))),
        ("planboard", &MAP, "curves", of(Choices { curves: some("expectation"), ..persona("Helen") })),
        ("mediacollege", &MAP, "distance", far()),
        ("zwembad", &MAP, "distance", far()),
    ]
}

/// What is heard of the PDF of a journey.
fn spoken(journey: &Journey, layout: &Layout, typesetter: &Typesetter) -> String {
    let selection = Selection::new(Registry::built_in(), &["pdf"], &[layout.name]).unwrap();
    let exported = export(journey, &selection, &Options::default(), typesetter).unwrap();
    crate::support::heard::faultless(&exported.outputs[0].bytes).join("\n") + "\n"
}

fn dump(journey: &Journey, layout: &Layout, typesetter: &Typesetter) -> (&'static str, String) {
    let (meta, paper) = (export::meta(journey, None), Paper::default());
    let context = context(&meta, typesetter, &paper);
    match layout.make {
        Make::Drawn(draw) => ("scene", scene::dump(&draw(journey, &context).made)),
        Make::Tabular(tabular) => ("sheet", self::sheet(&(tabular.fill)(journey, &context).made)),
    }
}

fn context<'a>(meta: &'a klantreis::meta::Meta, text: &'a Typesetter, paper: &'a Paper) -> Context<'a> {
    Context {
        meta,
        text,
        pictures: Gallery::EMPTY,
        paper,
        orientation: None,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    }
}

/// A sheet as text: the widths of its columns, rows with their heights, cells with what they hold.
fn sheet(sheet: &Sheet) -> String {
    let mut out = String::new();
    let widths: Vec<_> = sheet.columns.iter().map(|width| format!("{width:.2}")).collect();
    let print = &sheet.print;
    let _ = writeln!(out, "sheet {:?} {:?}, columns {}", sheet.name, sheet.kind, widths.join(" "));
    let _ = writeln!(
        out,
        "  print {} {:?}, {} wide, {:?} tall; {} charts",
        print.paper.name,
        print.orientation,
        print.pages_wide,
        print.pages_tall,
        sheet.charts.len()
    );
    for (row, index) in sheet.rows.iter().zip(1..) {
        let _ = writeln!(out, "  row {index} {:?} {:.2} pt", row.role, row.height.0);
        for cell in &row.cells {
            let span = if cell.span > 1 { format!(" over {}", cell.span) } else { String::new() };
            let value = match &cell.value {
                Value::Empty => "–".to_owned(),
                Value::Text(text) => format!("{text:?}"),
                Value::Number(number) => number.to_string(),
                Value::Date(date) => date.to_string(),
            };
            let _ = writeln!(out, "    {:?}{span} {:.1} pt {value}", cell.role, cell.style.size.0);
        }
    }
    out
}

/// A line for each file; of SVG one for each way to hold text that makes it another file.
fn hashes(fixture: &str, journey: &Journey, layout: &'static Layout, typesetter: &Typesetter, lines: &mut String) {
    let files = |svg_text, formats: &[&str]| {
        let selection = Selection::new(Registry::built_in(), formats, &[layout.name]).unwrap();
        let png = png::Settings { dpi: Dpi::new(30).unwrap(), ..png::Settings::default() };
        let options = Options { svg_text, png, ..Options::default() };
        export(journey, &selection, &options, typesetter).unwrap().outputs
    };
    let drawn = matches!(layout.make, Make::Drawn(_));
    let own = FORMATS.iter().filter(|format| matches!(format.write, Writer::Drawn(_)) == drawn).map(|format| format.name);
    let default = files(MODES[0].1, &own.collect::<Vec<_>>());
    let mut line = |mode: &str, output: &Output| {
        let (layout, format, part) = (layout.name, output.format.name, output.part.as_deref().unwrap_or("–"));
        let (length, hash) = (output.bytes.len(), fnv(&output.bytes));
        let _ = writeln!(lines, "{fixture:<13} {layout:<8} {format:<5} {mode:<9} {part:<3} {length:>8} {hash:016x}");
    };
    for output in &default {
        line(MODES[0].0, output);
    }
    for (mode, svg_text) in MODES.into_iter().skip(1).filter(|_| drawn) {
        let others = files(svg_text, &["svg"]);
        for other in others.iter().filter(|other| !default.iter().any(|output| output.bytes == other.bytes)) {
            line(mode, other);
        }
    }
}

/// A hash that is the same in every version of Rust (FNV-1a, 64 bits).
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
