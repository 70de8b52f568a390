//! Arbitrary journeys: any number of phases and lanes, any text.

use klantreis::journey::{Author, Cells, Id, Item, Journey, Lane, LaneKind, Language, Phase, Scale, Stage};
use klantreis::meta::Date;
use proptest::prelude::*;

/// Text as people write it and as nobody should: words, long compounds, other scripts, emoji, controls, any characters at all.
pub fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-zA-Zéëïöüæøå]{1,12}",
        2 => Just("arbeidsongeschiktheidsverzekeringsvoorwaarden".to_owned()),
        1 => Just("https://voorbeeld.example/een/lang/pad?met=vragen".to_owned()),
        1 => Just("\u{200f}שלום".to_owned()),
        1 => Just("مرحبا".to_owned()),
        1 => Just("👩🏽‍🎓".to_owned()),
        1 => Just("=1+1".to_owned()),
        1 => "\\PC{1,8}",
        1 => any::<char>().prop_map(String::from),
    ];
    (prop::collection::vec(word, 1..14), prop::sample::select(vec![" ", " ", " ", "\n", "\u{a0}", "-"]))
        .prop_map(|(words, glue)| normal(&words.join(glue)))
        .prop_filter("only white space", |text| !text.trim().is_empty())
}

/// As the check leaves text: NFC, with `\n` for line ends.
fn normal(text: &str) -> String {
    let ends = text.replace("\r\n", "\n").replace('\r', "\n");
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(&ends).into_owned()
}

fn item(kind: LaneKind) -> impl Strategy<Value = Item> {
    (text(), prop::option::of(text()), prop::bool::weighted(0.2), prop::option::of(-2.0..=2.0_f64)).prop_map(
        move |(text, when, moment_of_truth, score)| Item {
            text: Some(text),
            when,
            moment_of_truth,
            score: score.filter(|_| kind == LaneKind::Emotion),
            ..Item::default()
        },
    )
}

/// A journey that the check would let pass.
pub fn journey() -> impl Strategy<Value = Journey> {
    let kinds = prop::collection::vec(prop::sample::select(LaneKind::ALL), 0..5);
    (kinds, 1..9_usize, 0..4_usize).prop_flat_map(|(kinds, phases, stages)| {
        let cells: Vec<_> = kinds.iter().map(|kind| prop::collection::vec(item(*kind), 0..4)).collect();
        let phase = (text(), prop::option::of(text()), prop::option::of(0..stages.max(1)), cells);
        (
            text(),
            prop::option::of(text()),
            prop::collection::vec(text(), stages),
            prop::collection::vec(phase, phases),
            prop::collection::vec(text(), kinds.len()),
            prop::sample::select(vec!["nl", "da", "en", "ar"]),
        )
            .prop_map(move |(title, scenario, stages, phases, lane_titles, tag)| {
                assemble(title, scenario, stages, phases, lane_titles, &kinds, tag)
            })
    })
}

type PhaseParts = (String, Option<String>, Option<usize>, Vec<Vec<Item>>);

fn assemble(
    title: String,
    scenario: Option<String>,
    stages: Vec<String>,
    phases: Vec<PhaseParts>,
    lane_titles: Vec<String>,
    kinds: &[LaneKind],
    tag: &str,
) -> Journey {
    let count = stages.len();
    let scale = |kind| (kind == LaneKind::Emotion).then(|| Scale { min: -2.0, max: 2.0, labels: vec![(2.0, "blij".into())] });
    Journey {
        organisation: scenario.clone(),
        authors: vec![Author { name: title.clone(), class: None }],
        title,
        scenario,
        language: Language::of_tag(tag),
        date: Date::new(2026, 11, 22),
        stages: stages
            .into_iter()
            .enumerate()
            .map(|(id, title)| Stage { id: Id::new(format!("s{id}")), title, ..Stage::default() })
            .collect(),
        lanes: lane_titles
            .into_iter()
            .zip(kinds)
            .enumerate()
            .map(|(id, (title, kind))| Lane {
                id: Id::new(format!("l{id}")),
                kind: *kind,
                title,
                scale: scale(*kind),
                ..Lane::default()
            })
            .collect(),
        phases: phases
            .into_iter()
            .enumerate()
            .map(|(id, (title, description, stage, cells))| Phase {
                id: Id::new(format!("p{id}")),
                title,
                description,
                stage: stage.filter(|stage| *stage < count),
                cells: Cells(cells),
                ..Phase::default()
            })
            .collect(),
        ..Journey::default()
    }
}
