//! Arbitrary journeys that the check would let pass: any number of phases and lanes, any text. [`journey`] holds what layouts
//! draw; `whole::journey` every part and field of the format.

use std::collections::BTreeSet;

use klantreis::journey::{
    Author, Cells, EndRef, Evidence, Fact, Id, Item, Journey, Lane, LaneKind, Language, Level, Link, LinkKind, Measurement,
    MeasurementKind, Opportunity, Persona, PersonaRef, Phase, Picture, PlaceRef, Purpose, Question, Reading, Risk, RiskKind,
    Scale, Stage, State, Status, Uri,
};
use klantreis::meta::Date;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select};

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
    (vec(word, 1..14), select(vec![" ", " ", " ", "\n", "\u{a0}", "-"]))
        .prop_map(|(words, glue)| normal(&words.join(glue)))
        .prop_filter("only white space", |text| !text.trim().is_empty())
}

/// As the check leaves text: NFC, with `\n` for line ends.
pub fn normal(text: &str) -> String {
    let ends = text.replace("\r\n", "\n").replace('\r', "\n");
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(&ends).into_owned()
}

/// An item, and what depends on where it stands: its score as a share of the lane's scale, and the phase at which it ends. An id
/// is only a sign that it has one.
pub type LooseItem = (Item, Option<f64>, Option<Index>);
/// A lane without an id, and whose it is. Without a title it has that of its kind; a scale counts in emotion lanes only.
pub type LooseLane = (Lane, Option<Index>);
/// A phase without an id, its stage, and its cells: at least as many as there are lanes.
pub type LoosePhase = (Phase, Option<Index>, Vec<Vec<LooseItem>>);

/// The most lanes.
pub const LANES: usize = 6;

/// The grid of a journey: its parts with their ids, and what depends on where they stand.
pub fn assemble(
    language: Language,
    mut personas: Vec<Persona>,
    mut stages: Vec<Stage>,
    lanes: Vec<LooseLane>,
    phases: Vec<LoosePhase>,
) -> Journey {
    let mut taken = BTreeSet::new();
    personas.iter_mut().enumerate().for_each(|(i, persona)| persona.id = id(&persona.name, "persoon-é", i, &mut taken));
    taken.clear();
    stages.iter_mut().enumerate().for_each(|(i, stage)| stage.id = id(&stage.title, "s", i, &mut taken));
    taken.clear();
    let lane = |(i, (lane, persona)): (usize, LooseLane)| {
        let emotion = lane.kind == LaneKind::Emotion;
        let name = if lane.title.is_empty() { lane.kind.name() } else { &lane.title };
        let term = lane.kind.term().text(language.terms);
        let id = id(name, "l", i, &mut taken);
        Lane {
            id,
            title: if lane.title.is_empty() { term.to_owned() } else { lane.title },
            persona: persona.filter(|_| !personas.is_empty()).map(|index| PersonaRef::new(&*index.get(&personas).id)),
            purpose: lane.purpose.filter(|_| emotion),
            scale: emotion.then(|| lane.scale.unwrap_or_default()),
            ..lane
        }
    };
    let lanes: Vec<Lane> = lanes.into_iter().enumerate().map(lane).collect();
    taken = BTreeSet::new();
    let ids: Vec<Id> = phases.iter().enumerate().map(|(i, (phase, ..))| id(&phase.title, "p", i, &mut taken)).collect();
    let phase = |(p, (phase, stage, cells)): (usize, LoosePhase)| {
        let cell = |(l, items): (usize, Vec<LooseItem>)| {
            items.into_iter().enumerate().map(|(i, item)| place(item, (p, l, i), &lanes[l], &ids)).collect()
        };
        Phase {
            id: ids[p].clone(),
            stage: stage.filter(|_| !stages.is_empty()).map(|index| index.index(stages.len())),
            cells: Cells(cells.into_iter().take(lanes.len()).enumerate().map(cell).collect()),
            ..phase
        }
    };
    let phases = phases.into_iter().enumerate().map(phase).collect();
    Journey { language, personas, stages, phases, lanes, ..Journey::default() }
}

/// The id that follows from a name, where that can be told without the library, else one of its own.
fn id(name: &str, own: &str, index: usize, taken: &mut BTreeSet<String>) -> Id {
    let follows = slug(name).filter(|slug| !taken.contains(slug));
    let mut id = follows.unwrap_or_else(|| format!("{own}{index}"));
    while !taken.insert(id.clone()) {
        id.push('+');
    }
    Id::new(id)
}

/// The id that follows from a name of nothing but letters and digits of ASCII, spaces and hyphens.
pub fn slug(name: &str) -> Option<String> {
    let plain = name.len() < 90 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == '-');
    let words: Vec<_> = name.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    (plain && !words.is_empty()).then(|| words.join("-").to_lowercase())
}

fn place((item, share, until): LooseItem, (p, l, i): (usize, usize, usize), lane: &Lane, phases: &[Id]) -> Item {
    let on = |scale: &Scale| share.map(|share| (scale.min + share * (scale.max - scale.min)).clamp(scale.min, scale.max) + 0.0);
    let score = lane.scale.as_ref().and_then(on);
    let later = &phases[p + 1..];
    let says = item.text.is_some() || item.picture.is_some() || score.is_some();
    Item {
        id: item.id.map(|_| Id::new(format!("ï/{p}~{l}.{i}"))),
        text: item.text.or_else(|| (!says).then(|| "iets".to_owned())),
        score,
        until: until.filter(|_| !later.is_empty()).map(|index| EndRef::new(&**index.get(later))),
        ..item
    }
}

/// A name from which an id follows, or any.
pub fn name() -> impl Strategy<Value = String> {
    prop_oneof![2 => text(), 1 => "Stap [A-Z][a-z]{1,5}"]
}

/// Kinds of lane, of which curves come often enough to meet.
pub fn kind() -> impl Strategy<Value = LaneKind> {
    prop_oneof![1 => Just(LaneKind::Emotion), 4 => select(LaneKind::ALL)]
}

fn item() -> impl Strategy<Value = LooseItem> {
    let plain = (text(), weighted(0.4, text()), prop::bool::weighted(0.2));
    let item = (plain, weighted(0.4, details())).prop_map(|((text, when, moment_of_truth), details)| Item {
        text: Some(text),
        when,
        moment_of_truth,
        ..details.unwrap_or_default()
    });
    (item, weighted(0.5, 0.0..=1.0_f64), weighted(0.15, any::<Index>()))
}

/// A field that is there now and then.
fn seldom<T: std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    weighted(0.15, value)
}

/// What an item may say besides its text.
fn details() -> impl Strategy<Value = Item> {
    let texts = (seldom(text()), seldom(text()), seldom(text()), seldom(text()), seldom(text()), seldom(text()), seldom(text()));
    let choices = (
        seldom(select(Level::ALL)),
        weighted(0.5, select(Evidence::ALL)),
        seldom(select(Status::ALL)),
        seldom(select(vec!["en-GB", "de", "he", "ja"])),
    );
    let addresses = vec!["https://voorbeeld.example/pad?a=1", "mailto:info@voorbeeld.example", "tel:+31201234567"];
    let links = vec(select(addresses), 0..3);
    let picture = seldom((text(), text()));
    (texts, choices, links, picture, prop::bool::weighted(0.2)).prop_map(
        |((channel, device, sender, receiver, message, call_to_action, source), choices, links, picture, drop_off)| Item {
            channel,
            device,
            sender,
            receiver,
            message,
            call_to_action,
            drop_off,
            importance: choices.0,
            evidence: choices.1,
            source,
            status: choices.2,
            links: links.into_iter().map(Uri::new).collect(),
            picture: picture.map(|(alt, credit)| Picture { src: "beeld/kassa.png".into(), alt: Some(alt), credit: Some(credit) }),
            language: choices.3.map(Language::of_tag),
            ..Item::default()
        },
    )
}

/// The texts of an item besides its own, as they are written, dates as people write them in a language; but not what its picture shows,
/// which is for those who cannot see it.
pub fn details_of(item: &Item, language: &Language) -> Vec<String> {
    let picture = item.picture.as_ref();
    let when = item.when.as_ref().map(|when| Date::written_in(when, &item.language.as_ref().unwrap_or(language).tag));
    let texts = [&item.channel, &item.device, &item.sender, &item.receiver, &item.message, &item.call_to_action, &item.source];
    let pictured = picture.map(|picture| &picture.credit);
    when.into_iter().chain(texts.into_iter().chain(pictured).flatten().cloned()).collect()
}

fn lane() -> impl Strategy<Value = LooseLane> {
    let scale = Scale { min: -2.0, max: 2.0, labels: vec![(2.0, "blij".into())] };
    let scale = select(vec![scale, Scale::default(), Scale { min: 0.0, max: 10.0, labels: Vec::new() }]);
    (kind(), text(), weighted(0.4, select(Purpose::ALL)), scale, weighted(0.3, any::<Index>())).prop_map(
        |(kind, title, purpose, scale, persona)| (Lane { kind, title, purpose, scale: Some(scale), ..Lane::default() }, persona),
    )
}

/// A journey with what layouts draw.
pub fn journey() -> impl Strategy<Value = Journey> {
    let risk = (text(), weighted(0.5, select(RiskKind::ALL))).prop_map(|(text, kind)| Risk { text, kind });
    let said = (name(), weighted(0.3, text()), seldom(text()), weighted(0.2, vec(risk, 0..3)));
    let phase = (said, weighted(0.5, any::<Index>()), vec(vec(item(), 0..4), LANES)).prop_map(
        |((title, description, duration, risks), stage, cells)| {
            (Phase { title, description, duration, risks: risks.unwrap_or_default(), ..Phase::default() }, stage, cells)
        },
    );
    let stage = text().prop_map(|title| Stage { title, ..Stage::default() });
    let fact = (seldom(text()), text()).prop_map(|(label, text)| Fact { label, text });
    let persona = (text(), seldom(text()), vec(text(), 0..2), vec(fact, 0..2))
        .prop_map(|(name, target_group, quotes, facts)| Persona { name, target_group, quotes, facts, ..Persona::default() });
    let asked = (seldom(text()), seldom(select(State::ALL)), seldom(text()));
    let head = (text(), prop::option::of(text()), select(vec!["nl", "da", "en", "ar"]), asked);
    (head, vec(persona, 0..3), vec(stage, 0..4), vec(lane(), 0..5), vec(phase, 1..9)).prop_map(
        |((title, scenario, tag, (question, state, course)), personas, stages, lanes, phases)| Journey {
            question: question.map(|text| Question { text, why: None }),
            state,
            course,
            organisation: scenario.clone(),
            authors: vec![Author { name: title.clone(), class: None }],
            title,
            scenario,
            date: Date::new(2026, 11, 22),
            ..assemble(Language::of_tag(tag), personas, stages, lanes, phases)
        },
    )
}

/// A journey with what maps draw besides: ways that are not simply the next phase, measurements and opportunities.
pub fn linked() -> impl Strategy<Value = Journey> {
    let way = (any::<Index>(), weighted(0.75, any::<Index>()), select(LinkKind::ALL), weighted(0.7, text()));
    let chance = (text(), weighted(0.7, any::<Index>()), seldom(select(Level::ALL)));
    let measured = (text(), weighted(0.7, any::<Index>()), vec(-1000.0..1000.0_f64, 0..5), seldom(-1000.0..1000.0_f64));
    (journey(), vec(way, 0..9), vec(chance, 0..4), vec(measured, 0..3)).prop_map(|(mut journey, ways, chances, found)| {
        let ids: Vec<Id> = journey.phases.iter().map(|phase| phase.id.clone()).collect();
        let place = |index: Index| PlaceRef::new(&**index.get(&ids));
        let way = |(from, to, kind, label): (Index, Option<Index>, LinkKind, Option<String>)| Link {
            from: place(from),
            to: to.map(place),
            kind: if to.is_none() { LinkKind::Exit } else { kind },
            label,
            ..Link::default()
        };
        journey.links = ways.into_iter().map(way).collect();
        let chance = |(text, at, priority): (String, Option<Index>, Option<Level>)| Opportunity {
            text: format!("{text} #"),
            at: at.map(place),
            priority,
            ..Opportunity::default()
        };
        journey.opportunities = chances.into_iter().map(chance).collect();
        let reading = |value| Reading { value: Some(value), ..Reading::default() };
        let measured = |(title, at, values, target): (String, Option<Index>, Vec<f64>, Option<f64>)| Measurement {
            title: Some(title),
            kind: MeasurementKind::Number,
            at: at.map(place),
            series: values.into_iter().map(reading).collect(),
            target,
            ..Measurement::default()
        };
        journey.measurements = found.into_iter().map(measured).collect();
        journey
    })
}
