//! The parts of workbooks as text that can be read in a diff: what a spreadsheet is told about names, cells, rules and looks.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use klantreis::export::{Options, Selection, export};
use klantreis::journey::presets::Preset;
use klantreis::journey::{Journey, TermLanguage};
use klantreis::registry::Registry;
use klantreis::text::Typesetter;
use klantreis::write::xlsx;

/// A filled workbook and a blank one, part by part.
pub fn goldens(typesetter: &Typesetter) -> BTreeMap<String, String> {
    let filled = klantreis::read::json(include_str!("../../fixtures/zwembad.json")).unwrap();
    let preset = Preset::named("five-phases").unwrap().json(TermLanguage::Nl);
    let blank = klantreis::read::json(preset).unwrap();
    let mut goldens = BTreeMap::new();
    for (name, journey, blank) in [("zwembad", filled, false), ("five-phases-blank", blank, true)] {
        let parts = Parts::of(&journey, blank, typesetter);
        goldens.insert(format!("{name}.workbook.xml"), lines(&parts.read("xl/workbook.xml")));
        goldens.insert(format!("{name}.sheet1.xml"), lines(&parts.read("xl/worksheets/sheet1.xml")));
        goldens.insert(format!("{name}.rules.txt"), parts.rules());
    }
    goldens
}

/// The parts of a workbook by their paths.
pub struct Parts(BTreeMap<String, String>);

impl Parts {
    pub fn of(journey: &Journey, blank: bool, typesetter: &Typesetter) -> Self {
        let selection = Selection::new(Registry::built_in(), &[&xlsx::FORMAT], &[] as &[&str]).unwrap();
        let exported = export(journey, &selection, &Options { blank, ..Options::default() }, typesetter).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(exported.outputs[0].bytes.clone())).unwrap();
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            parts.insert(name, text);
        }
        Self(parts)
    }

    pub fn read(&self, path: &str) -> String {
        self.0[path].clone()
    }

    /// Of every sheet what may be typed and what is coloured; of the workbook how many looks it has.
    fn rules(&self) -> String {
        let mut out = String::new();
        for path in self.0.keys().filter(|path| path.starts_with("xl/worksheets/sheet")) {
            let part = lines(&self.read(path));
            let told = part.lines().skip_while(|line| *line != "</sheetData>").skip(1);
            let kept = told.filter(|line| !line.starts_with("<mergeCell") && *line != "</mergeCells>");
            let _ = writeln!(out, "# {path}\n{}", kept.collect::<Vec<_>>().join("\n"));
        }
        let styles = self.read("xl/styles.xml");
        for (list, entry) in [("fonts", "font"), ("fills", "fill"), ("borders", "border"), ("cellXfs", "xf")] {
            let inside =
                styles.split_once(&format!("<{list} ")).and_then(|(_, rest)| rest.split_once(&format!("</{list}>"))).unwrap().0;
            let entries = [format!("<{entry}>"), format!("<{entry} ")].map(|start| inside.matches(&start).count());
            let _ = writeln!(out, "{list} {}", entries.iter().sum::<usize>());
        }
        out
    }
}

/// XML with an element on a line, but a cell or a formula with what is in it.
fn lines(xml: &str) -> String {
    let open = xml.replace("><", ">\n<");
    let closed = open.replace("\n<v>", "<v>").replace("</v>\n</c>", "</v></c>").replace("\n<formula", "<formula");
    format!("{}\n", closed.trim_end())
}
