//! The journeys under `fixtures/`, read as plain JSON: what each must say in every output.

use std::fs;
use std::path::Path;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde_json::Value;

/// What a journey says.
pub struct Said {
    /// The file's name without extension.
    pub name: String,
    /// Title of the journey, of its phases and of its stages.
    pub titles: Vec<String>,
    /// The text of every item, phase by phase.
    pub items: Vec<String>,
    /// Every score.
    pub scores: Vec<f64>,
}

/// Every journey under `fixtures/`, in the order of their names.
pub fn all() -> Vec<Said> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut journeys: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|own| own == "json")).map(|path| said(&path)).collect();
    journeys.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(journeys.len() >= 5, "the fixtures are missing");
    journeys
}

fn said(path: &Path) -> Said {
    let journey: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let list = |field: &str| journey[field].as_array().cloned().unwrap_or_default();
    let title = |value: &Value| value["title"].as_str().unwrap().to_owned();
    let mut said = Said {
        name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
        titles: [title(&journey)]
            .into_iter()
            .chain(list("stages").iter().map(title))
            .chain(list("phases").iter().map(title))
            .collect(),
        items: Vec::new(),
        scores: Vec::new(),
    };
    for phase in list("phases") {
        for cell in phase["cells"].as_object().into_iter().flat_map(|cells| cells.values()) {
            for item in cell.as_array().unwrap_or(&vec![cell.clone()]) {
                let text = if item.is_string() { item } else { &item["text"] };
                said.items.extend(text.as_str().map(str::to_owned));
                said.scores.extend(if item.is_number() { item } else { &item["score"] }.as_f64());
            }
        }
    }
    said
}

/// Text without what a line break, a page or a reader may add: white space, soft hyphens and marks of direction; in NFC, as the
/// program writes it.
pub fn squashed(text: &str) -> String {
    let added = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let kept: String = text.chars().filter(|c| !added(*c)).collect();
    ComposingNormalizerBorrowed::new_nfc().normalize(&kept).into_owned()
}

/// Asserts that each of `texts` stands in `found`, give or take what [`squashed`] leaves out.
pub fn assert_says(whose: &str, found: &str, texts: &[String]) {
    let found = squashed(found);
    let missing: Vec<_> = texts.iter().filter(|text| !found.contains(&squashed(text))).collect();
    assert!(missing.is_empty(), "{whose}: {} of {} texts are missing: {missing:#?}\nin {found}", missing.len(), texts.len());
}
