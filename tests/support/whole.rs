//! Arbitrary journeys with every part and field of the format.

use klantreis::journey::{
    Answer, Author, Count, Counts, EmpathyMap, Evidence, Extension, Fact, FollowUp, Id, Intensity, Item, Journey, Lane, Language,
    Level, Link, LinkKind, Market, Measurement, MeasurementKind, Offering, OfferingKind, Opportunity, Panel, Persona,
    PersonaKind, PersonaStatus, Phase, Picture, PlaceRef, ProductRelation, Purpose, Question, Rating, Reading, Risk, RiskKind,
    Scale, Source, Stage, State, Status, Uri,
};
use klantreis::meta::Date;
use klantreis::read;
use proptest::collection::{btree_map, vec};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::journeys::{LANES, LooseItem, LooseLane, LoosePhase, assemble, kind, normal};

/// What may be left out, and mostly is: there are many of it.
fn maybe<T: Strategy>(of: T) -> impl Strategy<Value = Option<T::Value>> {
    weighted(0.25, of)
}

/// One value of a list.
fn one<T: Clone + std::fmt::Debug + 'static>(of: &'static [T]) -> impl Strategy<Value = Option<T>> {
    maybe(select(of))
}

/// A short text of any characters, sometimes of several lines.
fn text() -> BoxedStrategy<String> {
    let any_text = vec(any::<char>(), 1..8).prop_map(|chars| chars.into_iter().collect::<String>());
    prop_oneof![4 => "[a-zé\n ]{0,8}[A-Zø]", 1 => any_text, 1 => "[ -~\u{0}-\u{20}\u{7f}-\u{a0}\u{200d}-\u{202f}\u{feff}]{1,6}", 1 => "\\PC{1,3}[\u{300}-\u{304}\u{1100}\u{1161}\u{11a8}\u{fb1d}]{1,3}"]
        .prop_map(|text| normal(&text))
        .prop_filter("says something", |text| !text.chars().all(char::is_whitespace))
        .boxed()
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![2 => Just(Vec::new()), 1 => vec(text(), 1..3)]
}

/// A name from which an id follows, or any.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![text(), "[A-Z][a-z]{2,5}[ -][a-z0-9]{1,5}"]
}

fn date() -> impl Strategy<Value = Option<Date>> {
    maybe((1970u16..=9999, 1u8..=12, 1u8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap()))
}

/// Numbers as people write them, and any others.
fn share() -> impl Strategy<Value = f64> {
    prop_oneof![(0u8..=4).prop_map(|quarters| f64::from(quarters) / 4.0), 0.0..=1.0_f64]
}

fn uri() -> impl Strategy<Value = Uri> {
    let uri = select(vec!["https://bad.example/a?b=\"c\"#é", "HTTP://x", "mailto:sanne@bad.example", "tel:+31-20"]);
    uri.prop_map(Uri::from)
}

/// Where pictures are: names of files may be composed or not.
pub fn picture() -> impl Strategy<Value = Picture> {
    let place = prop_oneof![
        "[a-z]{1,6}/[A-Za-z ]{1,5}[a-z]\\.(png|jpg)",
        Just("foto\u{2019}s/cafe\u{301} é.png".to_owned()),
        Just("\u{1100}\u{1161}/\u{212b}.jpg".to_owned()),
        Just("data:image/png;base64,iVBORw0KGgo=".to_owned()),
        Just("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E".to_owned()),
    ];
    (place, maybe(text()), maybe(text())).prop_map(|(src, alt, credit)| Picture { src, alt, credit })
}

/// The text of JSON in many spellings, with numbers of any size.
pub fn own_json() -> impl Strategy<Value = String> {
    let number = "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?";
    let string = any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap());
    let leaf = prop_oneof![Just("null".to_owned()), Just("true".to_owned()), Just("false".to_owned()), number, string];
    let tree = leaf.prop_recursive(4, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|values| format!("[{}]", values.join(" ,"))),
            btree_map(text(), inner, 0..4).prop_map(|fields| own_object(&fields.into_iter().collect::<Vec<_>>())),
        ]
    });
    // As deep as a document may be, where the data stands in a part of a part.
    (tree, prop_oneof![9 => Just(0), 1 => 0..50_usize]).prop_map(|(tree, depth)| "[".repeat(depth) + &tree + &"]".repeat(depth))
}

fn own_object(fields: &[(String, String)]) -> String {
    let fields: Vec<_> =
        fields.iter().map(|(name, value)| format!("{}: {value}", serde_json::to_string(name).unwrap())).collect();
    format!("{{ {} }}", fields.join(","))
}

/// Data of a document's own, which only comes out of a document.
pub fn own(object: &str) -> Extension {
    let text = format!(r#"{{ "klantreis": 1, "title": "x", "language": "nl", "phases": [{{ "title": "x" }}], "x": {object} }}"#);
    read::json(&text).unwrap_or_else(|problems| panic!("{object}: {problems:#?}")).x
}

fn x() -> impl Strategy<Value = Extension> {
    let some = btree_map(text(), own_json(), 1..3).prop_map(|fields| own(&own_object(&fields.into_iter().collect::<Vec<_>>())));
    prop_oneof![5 => Just(Extension::default()), 1 => some]
}

fn item() -> impl Strategy<Value = LooseItem> {
    let speech = (maybe(text()), maybe(text()), maybe(text()), maybe(text()));
    let where_it_is = (maybe(text()), maybe(text()), maybe(text()));
    let judged = (any::<bool>(), prop::bool::weighted(0.2), one(Level::ALL), one(Evidence::ALL), maybe(text()), one(Status::ALL));
    let more = (maybe(vec(uri(), 1..3)), maybe(picture()), maybe(select(vec!["fr", "zh-Hant-TW"])), x());
    let only_text = text().prop_map(|text| (Item::of_text(text), None, None));
    let only_score = share().prop_map(|share| (Item::default(), Some(share), None));
    let full = (any::<bool>(), weighted(0.7, text()), maybe(share()), maybe(any::<Index>()), where_it_is, speech, judged, more);
    let full =
        full.prop_map(|(id, text, share, until, (when, channel, device), speech, judged, (links, picture, language, x))| {
            let (sender, receiver, message, call_to_action) = speech;
            let (moment_of_truth, drop_off, importance, evidence, source, status) = judged;
            let item = Item {
                id: id.then(|| Id::new("?")),
                text,
                when,
                channel,
                device,
                sender,
                receiver,
                message,
                call_to_action,
                moment_of_truth,
                drop_off,
                importance,
                evidence,
                source,
                status,
                links: links.unwrap_or_default(),
                picture,
                language: language.map(Language::of_tag),
                x,
                ..Item::default()
            };
            (item, share, until)
        });
    prop_oneof![2 => only_text, 1 => only_score, 2 => full]
}

fn scale() -> impl Strategy<Value = Scale> {
    let labels = (any::<bool>(), any::<bool>(), text());
    let any_scale = (-100i32..100, 1i32..100, share(), labels).prop_map(|(min, span, between, (low, middle, word))| {
        let (min, max) = (f64::from(min), f64::from(min + span));
        let between = (min + between * (max - min) + 0.0).clamp(min, max);
        let mut labels: Vec<_> = [(low, min), (middle, between)].into_iter().filter(|(there, _)| *there).collect();
        labels.dedup_by(|(_, one), (_, other)| one.total_cmp(other).is_eq());
        Scale { min, max, labels: labels.into_iter().map(|(_, score)| (score, word.clone())).collect() }
    });
    prop_oneof![Just(Scale::default()), any_scale]
}

fn lane() -> impl Strategy<Value = LooseLane> {
    let title = prop_oneof![Just(String::new()), name()];
    (kind(), title, one(Purpose::ALL), scale(), maybe(any::<Index>()), x()).prop_map(
        |(kind, title, purpose, scale, persona, x)| {
            (Lane { kind, title, purpose, scale: Some(scale), x, ..Lane::default() }, persona)
        },
    )
}

/// Lanes that a document may leave out, or any.
fn lanes() -> impl Strategy<Value = Vec<LooseLane>> {
    let plain = prop::sample::subsequence(klantreis::journey::LaneKind::ALL.to_vec(), 0..4).prop_shuffle();
    let plain = plain.prop_map(|kinds| kinds.into_iter().map(|kind| (Lane { kind, ..Lane::default() }, None)).collect());
    prop_oneof![1 => plain, 2 => vec(lane(), 0..=LANES)]
}

fn phase() -> impl Strategy<Value = LoosePhase> {
    let risk = (text(), one(RiskKind::ALL)).prop_map(|(text, kind)| Risk { text, kind });
    let cells = vec(prop_oneof![1 => Just(Vec::new()), 2 => vec(item(), 1..3)], LANES);
    let parts = (name(), maybe(text()), maybe(text()), prop_oneof![3 => Just(Vec::new()), 1 => vec(risk, 1..3)], x());
    (parts, weighted(0.5, any::<Index>()), cells).prop_map(|((title, description, duration, risks, x), stage, cells)| {
        (Phase { title, description, duration, risks, x, ..Phase::default() }, stage, cells)
    })
}

fn persona() -> impl Strategy<Value = Persona> {
    let fact = (maybe(text()), text()).prop_map(|(label, text)| Fact { label, text });
    let source = (text(), one(Evidence::ALL), maybe(uri())).prop_map(|(text, kind, link)| Source { text, kind, link });
    let head = (name(), one(PersonaKind::ALL), one(PersonaStatus::ALL), maybe(text()), vec(fact, 0..2));
    let life = (maybe(text()), maybe(text()), maybe(text()), texts(), texts(), texts());
    let rest = (maybe(product()), texts(), maybe(picture()), texts(), vec(source, 0..2), maybe(empathy()), x());
    (head, life, rest).prop_map(|((name, kind, status, target_group, facts), life, rest)| {
        let (generation, lifestyle, character, activities, interests, opinions) = life;
        let (product, media, portrait, quotes, evidence, empathy, x) = rest;
        Persona {
            id: Id::default(),
            name,
            kind,
            status,
            target_group,
            facts,
            generation,
            lifestyle,
            character,
            activities,
            interests,
            opinions,
            product: product.filter(|product| *product != ProductRelation::default()),
            media,
            portrait,
            quotes,
            evidence,
            empathy: empathy.filter(|map| *map != EmpathyMap::default()),
            x,
        }
    })
}

fn product() -> impl Strategy<Value = ProductRelation> {
    let parts =
        (texts(), texts(), one(Level::ALL), maybe(text()), one(Intensity::ALL), maybe(text()), maybe(text()), maybe(text()));
    parts.prop_map(|(needs, desired_properties, involvement, experience, use_, brand_awareness, preference, switching)| {
        ProductRelation { needs, desired_properties, involvement, experience, use_, brand_awareness, preference, switching }
    })
}

fn empathy() -> impl Strategy<Value = EmpathyMap> {
    let follow_up = (text(), maybe(text())).prop_map(|(question, answer)| FollowUp { question, answer });
    let fields = (texts(), texts(), texts(), texts(), texts(), texts());
    (maybe(text()), maybe(text()), vec(follow_up, 0..3), fields, x()).prop_map(|(name, question, follow_ups, fields, x)| {
        let (thinks_and_feels, sees, hears, says_and_does, pains, gains) = fields;
        EmpathyMap { name, question, follow_ups, thinks_and_feels, sees, hears, says_and_does, pains, gains, x }
    })
}

type LooseLink = (Link, Index, Index);

fn link() -> impl Strategy<Value = LooseLink> {
    (select(LinkKind::ALL), maybe(text()), x(), any::<Index>(), any::<Index>())
        .prop_map(|(kind, label, x, from, to)| (Link { kind, label, x, ..Link::default() }, from, to))
}

/// A reading whose value is a share of what its measurement allows.
fn reading(kind: MeasurementKind) -> impl Strategy<Value = Reading> {
    let answers = vec(0u32..=10, 1..5).prop_map(move |answers| {
        let fits = |answer| if kind == MeasurementKind::Csat { 1 + answer % 5 } else { answer };
        answers.into_iter().map(|answer| Answer::new(fits(answer)).unwrap()).collect::<Vec<_>>()
    });
    let count = || (0u32..=1_000_000_000).prop_map(|count| Count::new(count).unwrap());
    let counts = (count(), count(), count());
    let counts = counts.prop_map(|(promoters, passives, detractors)| Counts { promoters, passives, detractors });
    let said = (0..3_u8, share(), answers, counts);
    (date(), said, maybe(text())).prop_map(move |(date, (which, share, answers, counts), note)| {
        let reading = Reading { date, note, ..Reading::default() };
        match (kind, which) {
            (MeasurementKind::Nps, 0) => Reading { counts: Some(counts), ..reading },
            (MeasurementKind::Nps | MeasurementKind::Csat, 1) => Reading { answers, ..reading },
            (_, _) => Reading { value: Some(value(kind, share)), ..reading },
        }
    })
}

fn value(kind: MeasurementKind, share: f64) -> f64 {
    match kind {
        MeasurementKind::Number => (share - 0.5) * 2e15,
        MeasurementKind::Nps => share * 200.0 - 100.0,
        MeasurementKind::Csat => share * 100.0,
    }
}

fn measurement() -> impl Strategy<Value = (Measurement, Option<Index>)> {
    let number = |kind| kind == MeasurementKind::Number;
    select(MeasurementKind::ALL).prop_flat_map(move |kind| {
        let texts = (text(), any::<bool>(), maybe(text()), maybe(text()), maybe(text()));
        (texts, maybe(share()), vec(reading(kind), 0..3), x(), maybe(any::<Index>())).prop_map(
            move |((title, titled, question, unit, source), target, series, x, at)| {
                let title = (titled || number(kind)).then_some(title);
                let (unit, target) = (unit.filter(|_| number(kind)), target.map(|share| value(kind, share)));
                (Measurement { title, kind, question, unit, target, series, source, x, ..Measurement::default() }, at)
            },
        )
    })
}

fn opportunity() -> impl Strategy<Value = (Opportunity, Option<Index>)> {
    let rating = || maybe((1u32..=5).prop_map(|rating| Rating::new(rating).unwrap()));
    let parts = (text(), rating(), rating(), one(Level::ALL), maybe(text()), one(Status::ALL), x(), maybe(any::<Index>()));
    parts.prop_map(|(text, impact, effort, priority, owner, status, x, at)| {
        (Opportunity { text, at: None, impact, effort, priority, owner, status, x }, at)
    })
}

fn panel() -> impl Strategy<Value = (Panel, Option<Index>)> {
    (text(), maybe(text()), maybe(picture()), x(), maybe(any::<Index>()))
        .prop_map(|(caption, title, picture, x, at)| (Panel { caption, title, picture, at: None, x }, at))
}

/// What a journey says of itself.
fn head() -> impl Strategy<Value = Journey> {
    let author = (text(), maybe(text())).prop_map(|(name, class)| Author { name, class });
    let offering = (text(), one(OfferingKind::ALL), maybe(text()));
    let offering = offering.prop_map(|(name, kind, description)| Offering { name, kind, description });
    let question = (text(), maybe(text())).prop_map(|(text, why)| Question { text, why });
    let tag = select(vec!["nl", "da", "en", "en-GB", "ar", "und"]);
    let said = (text(), maybe(text()), maybe(text()), maybe(offering), maybe(question), vec(author, 0..3));
    let made = (maybe(text()), tag, date(), maybe(text()), one(Market::ALL), one(State::ALL), maybe(text()), x());
    (said, made).prop_map(|((title, scenario, organisation, offering, question, authors), made)| {
        let (course, tag, date, revision, market, state, schema, x) = made;
        Journey {
            schema,
            title,
            scenario,
            organisation,
            offering,
            question,
            authors,
            course,
            language: Language::of_tag(tag),
            date,
            revision,
            market,
            state,
            x,
            ..Journey::default()
        }
    })
}

/// A journey with every part of the format.
pub fn journey() -> impl Strategy<Value = Journey> {
    let stage = (name(), maybe(text()), x()).prop_map(|(title, subtitle, x)| Stage { id: Id::default(), title, subtitle, x });
    let grid = (vec(persona(), 0..3), vec(stage, 0..3), lanes(), vec(phase(), 1..4));
    let around = (vec(link(), 0..3), vec(measurement(), 0..3), vec(opportunity(), 0..3), vec(panel(), 0..3));
    (head(), grid, around).prop_map(
        |(head, (personas, stages, lanes, phases), (links, measurements, opportunities, storyboard))| {
            let grid = assemble(head.language.clone(), personas, stages, lanes, phases);
            let items = grid.phases.iter().flat_map(|phase| phase.cells.iter().flatten()).filter_map(|item| item.id.clone());
            let places: Vec<Id> = grid.phases.iter().map(|phase| phase.id.clone()).chain(items).collect();
            let place = |index: Index| PlaceRef::new(&**index.get(&places));
            let link = |(link, from, to): LooseLink| {
                let to = (link.kind != LinkKind::Exit).then(|| place(to));
                Link { from: place(from), to, ..link }
            };
            Journey {
                personas: grid.personas,
                stages: grid.stages,
                lanes: grid.lanes,
                phases: grid.phases,
                links: links.into_iter().map(link).collect(),
                measurements: measurements.into_iter().map(|(part, at)| Measurement { at: at.map(place), ..part }).collect(),
                opportunities: opportunities.into_iter().map(|(part, at)| Opportunity { at: at.map(place), ..part }).collect(),
                storyboard: storyboard.into_iter().map(|(part, at)| Panel { at: at.map(place), ..part }).collect(),
                ..head
            }
        },
    )
}
