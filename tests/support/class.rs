//! The journeys of a large class: of usual size, all different, and the same in every run.

/// The kinds of lane that come first in a journey; each has between three and all of them.
const LANES: [&str; 5] = ["goal", "action", "touchpoint", "emotion", "barrier"];
const WORDS: [&str; 32] = [
    "vraagt",
    "opleiding",
    "wacht",
    "antwoord",
    "balie",
    "kaartje",
    "koopt",
    "twijfelt",
    "website",
    "overstap",
    "medewerker",
    "zoekt",
    "vergelijkt",
    "prijzen",
    "aankomst",
    "route",
    "bevestiging",
    "betaalt",
    "klanttevredenheid",
    "formulier",
    "vult in",
    "belt",
    "met",
    "de",
    "een",
    "van",
    "op",
    "het",
    "en",
    "te",
    "voor",
    "naar",
];

/// Numbers that look as if they came by chance (a linear congruential generator).
struct Chance(u64);

impl Chance {
    /// A number below another.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }

    fn words(&mut self, least: usize, most: usize) -> String {
        let count = least + self.below(most - least + 1);
        (0..count).map(|_| WORDS[self.below(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }
}

/// The journey of that number as a document: two to nine phases, three to five lanes, most cells filled with one to three items.
pub fn journey(number: usize) -> String {
    let mut chance = Chance(number as u64 + 1);
    let lanes = &LANES[..3 + chance.below(3)];
    let count = 2 + chance.below(8);
    let phases: Vec<_> = (0..count).map(|nth| phase(&mut chance, nth, lanes)).collect();
    format!(
        r#"{{ "klantreis": 1, "title": "Reis {number}: {}", "language": "nl", "authors": "Groep {number}", "scenario": "{}",
  "phases": [
    {}
  ] }}
"#,
        chance.words(2, 6),
        chance.words(10, 40),
        phases.join(",\n    ")
    )
}

fn phase(chance: &mut Chance, nth: usize, lanes: &[&str]) -> String {
    let mut cells = Vec::new();
    for lane in lanes {
        let count = chance.below(4);
        let items: Vec<_> = (0..count).map(|_| item(chance, lane)).collect();
        if count > 0 {
            cells.push(format!(r#""{lane}": [{}]"#, items.join(", ")));
        }
    }
    format!(r#"{{ "title": "Fase {}: {}", "cells": {{ {} }} }}"#, nth + 1, chance.words(1, 3), cells.join(", "))
}

fn item(chance: &mut Chance, lane: &str) -> String {
    let text = chance.words(2, 12);
    if lane != "emotion" {
        return format!(r#""{text}""#);
    }
    let score = ["-2", "-1", "0", "1", "2"][chance.below(5)];
    format!(r#"{{ "score": {score}, "text": "{text}" }}"#)
}
