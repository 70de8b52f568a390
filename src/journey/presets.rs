//! The journeys to start from: phases, lanes and stages with empty cells, in every language of the table of terms.
//!
//! Each is an ordinary journey under `fixtures/presets/`, compiled in. Their ids are the same in every language, so that
//! journeys made from one preset can be compared across languages.

use super::terms::TermLanguage;

/// A journey to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// The name on the command line, such as `six-phases`.
    pub name: &'static str,
    /// One line for help texts and lists.
    pub summary: &'static str,
    nl: &'static str,
    da: &'static str,
    en: &'static str,
}

impl Preset {
    /// The preset of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.name == name)
    }

    /// The journey as a JSON document in a language.
    #[must_use]
    pub fn json(&self, language: TermLanguage) -> &'static str {
        match language {
            TermLanguage::Nl => self.nl,
            TermLanguage::Da => self.da,
            TermLanguage::En => self.en,
        }
    }

    /// The title that the journey comes with in a language, to be replaced by one of its own.
    #[must_use]
    pub fn title(&self, language: TermLanguage) -> String {
        let document: serde_json::Value = serde_json::from_str(self.json(language)).unwrap_or_default();
        document["title"].as_str().unwrap_or_default().to_owned()
    }
}

macro_rules! presets {
    ($($name:literal: $summary:literal;)*) => {
        /// Every preset, in the order in which they are listed.
        pub static PRESETS: &[Preset] = &[$(Preset {
            name: $name,
            summary: $summary,
            nl: include_str!(concat!("../../fixtures/presets/", $name, ".nl.json")),
            da: include_str!(concat!("../../fixtures/presets/", $name, ".da.json")),
            en: include_str!(concat!("../../fixtures/presets/", $name, ".en.json")),
        },)*];
    };
}

presets! {
    "six-phases": "Awareness to loyalty in six phases; rows: goal, action, touchpoint";
    "five-phases": "Five phases before, during and after the purchase; rows: action, touchpoint, expectation, experience";
    "rental-trip": "Seven steps of a trip in a rental car; thirteen rows, from thoughts to continuous measurement";
    "storyboard": "Five panels, from the customer's problem to a satisfied customer; rows: image, notes, touchpoint";
    "contact-moments": "The sticky notes on the wall: six phases with one row of touchpoints";
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::journey::{LaneKind, Term};

    const LANGUAGES: [(TermLanguage, &str); 3] = [(TermLanguage::Nl, "nl"), (TermLanguage::Da, "da"), (TermLanguage::En, "en")];

    /// Preset, ids of the phases with a star before the first one of each stage, kinds of the lanes.
    const SHAPES: [(&str, &str, &str); 5] = [
        ("six-phases", "awareness orientation consideration purchase use loyalty", "goal action touchpoint"),
        ("five-phases", "*awareness consideration *purchase delivery *loyalty", "action touchpoint expectation emotion"),
        (
            "rental-trip",
            "*plan search book *collect support return *home",
            "thought feeling need barrier touchpoint channel device relation emotion priority design value measure",
        ),
        ("storyboard", "customer pain answer meeting satisfied", "image text touchpoint"),
        ("contact-moments", "awareness orientation consideration purchase use loyalty", "touchpoint"),
    ];

    /// The ids that name a term, wherever they stand.
    const TERMS: [(&str, Term); 10] = [
        ("before", Term::Before),
        ("during", Term::During),
        ("after", Term::After),
        ("awareness", Term::Awareness),
        ("orientation", Term::Orientation),
        ("consideration", Term::Consideration),
        ("purchase", Term::Purchase),
        ("delivery", Term::Delivery),
        ("use", Term::Use),
        ("loyalty", Term::Loyalty),
    ];

    fn documents() -> impl Iterator<Item = (&'static Preset, TermLanguage, &'static str, Value)> {
        PRESETS.iter().flat_map(|preset| {
            LANGUAGES.map(|(language, tag)| {
                let document = serde_json::from_str(preset.json(language));
                (preset, language, tag, document.unwrap_or_else(|error| panic!("{} {tag}: {error}", preset.name)))
            })
        })
    }

    fn entries<'a>(document: &'a Value, list: &str) -> &'a [Value] {
        document[list].as_array().map_or(&[], Vec::as_slice)
    }

    fn words<'a>(entries: &'a [Value], field: &str) -> Vec<&'a str> {
        entries.iter().map(|entry| entry[field].as_str().unwrap()).collect()
    }

    #[test]
    fn names_are_found_and_unique() {
        for preset in PRESETS {
            assert_eq!(Preset::named(preset.name), Some(preset));
        }
        assert_eq!(Preset::named("seven-phases"), None);
    }

    #[test]
    fn columns_and_rows_are_those_of_the_format() {
        assert_eq!(PRESETS.len(), SHAPES.len());
        for (preset, _, tag, document) in documents() {
            let (_, phases, lanes) = SHAPES.iter().find(|(name, ..)| *name == preset.name).unwrap();
            let mut stage = None;
            let written: Vec<_> = entries(&document, "phases")
                .iter()
                .map(|phase| {
                    let opens = phase["stage"].as_str().is_some_and(|id| stage.replace(id) != Some(id));
                    format!("{}{}", if opens { "*" } else { "" }, phase["id"].as_str().unwrap())
                })
                .collect();
            assert_eq!(written.join(" "), *phases, "{} {tag}", preset.name);
            assert_eq!(words(entries(&document, "lanes"), "kind").join(" "), *lanes, "{} {tag}", preset.name);
            assert_eq!(document["language"], tag);
            let stages = words(entries(&document, "stages"), "id");
            let expected: &[&str] = if phases.contains('*') { &["before", "during", "after"] } else { &[] };
            assert_eq!(stages, expected, "{} {tag}", preset.name);
        }
    }

    #[test]
    fn cells_are_empty_and_every_lane_is_known() {
        for (preset, _, tag, document) in documents() {
            assert!(entries(&document, "phases").iter().all(|phase| phase.get("cells").is_none()), "{} {tag}", preset.name);
            for lane in entries(&document, "lanes") {
                assert!(LaneKind::from_name(lane["kind"].as_str().unwrap()).is_some());
                assert_eq!(lane["id"], lane["kind"]);
                // But where the title asks for more than the kind says.
                let follows = lane.get("title").is_none() || preset.name == "contact-moments";
                assert!(follows, "a lane's title follows from the terms");
            }
        }
    }

    #[test]
    fn names_agree_with_the_terms() {
        for (preset, language, tag, document) in documents() {
            for entry in entries(&document, "stages").iter().chain(entries(&document, "phases")) {
                let id = entry["id"].as_str().unwrap();
                if let Some((_, term)) = TERMS.iter().find(|(name, _)| *name == id) {
                    assert_eq!(entry["title"], term.text(language), "{} {tag} {id}", preset.name);
                }
            }
        }
    }
}
