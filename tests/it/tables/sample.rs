//! Journeys to fill tables with.

use klantreis::journey::{Author, Cells, Id, Item, Journey, Lane, LaneKind, Language, Phase, Scale, Stage};
use klantreis::meta::Date;

pub fn item(text: &str) -> Item {
    Item { text: (!text.is_empty()).then(|| text.into()), ..Item::default() }
}

pub fn score(score: f64, text: &str) -> Item {
    Item { score: Some(score), ..item(text) }
}

pub fn lane(kind: LaneKind, title: &str) -> Lane {
    let scale = (kind == LaneKind::Emotion).then(|| Scale { min: -2.0, max: 2.0, labels: Vec::new() });
    Lane { id: kind.name().into(), kind, title: title.into(), scale, ..Lane::default() }
}

pub fn phase(title: &str, stage: Option<usize>, cells: Vec<Vec<Item>>) -> Phase {
    Phase { id: Id::new(title.to_lowercase()), title: title.into(), stage, cells: Cells(cells), ..Phase::default() }
}

pub fn language(tag: &str) -> Language {
    Language::of_tag(tag)
}

pub fn journey(lanes: Vec<Lane>, phases: Vec<Phase>) -> Journey {
    Journey { title: "Naar het Mediacollege".into(), language: language("nl"), lanes, phases, ..Journey::default() }
}

/// Title, stage, goal, action, touchpoints and mood of a phase.
type Column = (&'static str, usize, &'static str, &'static str, Vec<Item>, Item);

/// Six phases, three lanes and an emotion lane, every cell filled.
pub fn college() -> Journey {
    let lanes = vec![
        lane(LaneKind::Goal, "Doel van de klant"),
        lane(LaneKind::Action, "Actie van de klant"),
        lane(LaneKind::Touchpoint, "Touchpoint"),
        Lane {
            scale: Some(Scale { min: -2.0, max: 2.0, labels: vec![(-2.0, "gefrustreerd".into()), (2.0, "blij".into())] }),
            ..lane(LaneKind::Emotion, "Beleving")
        },
    ];
    let open_day =
        Item { when: Some("7 november".into()), channel: Some("op school".into()), moment_of_truth: true, ..item("Open dag") };
    let rows: [Column; 6] = [
        (
            "Bewustzijn",
            0,
            "Merken dat er een vervolgkeuze aankomt",
            "Praat thuis en met de mentor over wat er na het vmbo komt",
            vec![item("Mentorgesprek"), Item { device: Some("telefoon".into()), ..item("TikTok van studenten") }],
            score(0.0, "nieuwsgierig"),
        ),
        (
            "Oriëntatie",
            0,
            "Weten welke opleidingen er zijn",
            "Zoekt opleidingen op, kijkt filmpjes en vraagt vrienden waar zij heen gaan",
            vec![item("Website van de school"), item("Instagram"), item("Studiekeuzetest")],
            score(1.0, "enthousiast, maar het is veel"),
        ),
        (
            "Overweging",
            0,
            "Twee opleidingen eerlijk met elkaar vergelijken",
            "Gaat naar de open dag en loopt een middag mee",
            vec![open_day, item("Meeloopmiddag")],
            score(2.0, "dit past bij mij"),
        ),
        (
            "Aankoop",
            1,
            "Aangemeld en aangenomen worden",
            "Vult het aanmeldformulier in en maakt een portfolio",
            vec![Item { moment_of_truth: true, ..item("Intakegesprek") }, item("Aanmeldportaal")],
            score(-1.5, "zenuwachtig; het portaal liep vast"),
        ),
        (
            "Gebruik",
            2,
            "Een goede start maken in de klas",
            "Volgt de introductieweek, leert de leraren kennen en haalt het eerste blok",
            vec![item("Introductieweek"), item("Leerplatform"), item("Stagebegeleider")],
            score(1.0, "welkom"),
        ),
        (
            "Loyaliteit",
            2,
            "Trots kunnen vertellen over de opleiding",
            "Helpt mee op de open dag en volgt de school na het diploma",
            vec![item("Alumninetwerk"), item("Open dag als gastheer")],
            score(2.0, "trots"),
        ),
    ];
    let phases = rows
        .into_iter()
        .map(|(title, stage, goal, action, touchpoints, mood)| {
            phase(title, Some(stage), vec![vec![item(goal)], vec![item(action)], touchpoints, vec![mood]])
        })
        .collect();
    let stage = |title: &str, subtitle: Option<&str>| Stage {
        id: Id::new(title.to_lowercase()),
        title: title.into(),
        subtitle: subtitle.map(Into::into),
        ..Stage::default()
    };
    Journey {
        scenario: Some(
            "Noor zit in het laatste jaar van het vmbo en moet voor 1 april kiezen. Ze tekent graag, maar weet niet of ze er haar werk van wil maken."
                .into(),
        ),
        organisation: Some("Mediacollege Amsterdam".into()),
        authors: vec![
            Author { name: "Sam de Vries".into(), class: Some("MEP2".into()) },
            Author { name: "Noor Bakker".into(), class: Some("MEP2".into()) },
        ],
        date: Date::new(2026, 11, 22),
        stages: vec![stage("Voor", Some("kiezen")), stage("Tijdens", None), stage("Na", Some("leren en vertellen"))],
        ..journey(lanes, phases)
    }
}

/// The same journey with empty cells.
pub fn blank() -> Journey {
    let mut journey = college();
    for phase in &mut journey.phases {
        phase.cells.0.iter_mut().for_each(Vec::clear);
    }
    Journey { title: "Klantreis".into(), scenario: None, organisation: None, authors: Vec::new(), date: None, ..journey }
}

/// The valid fixtures, with their names.
pub fn fixtures() -> Vec<(&'static str, Journey)> {
    let fixtures = [
        ("mini", include_bytes!("../../../fixtures/mini.json").as_slice()),
        ("mediacollege", include_bytes!("../../../fixtures/mediacollege.json").as_slice()),
        ("lejebil", include_bytes!("../../../fixtures/lejebil.json").as_slice()),
        ("overvol", include_bytes!("../../../fixtures/overvol.json").as_slice()),
        ("schriften", include_bytes!("../../../fixtures/schriften.json").as_slice()),
        ("planboard", include_bytes!("../../../fixtures/planboard.json").as_slice()),
        ("zwembad", include_bytes!("../../../fixtures/zwembad.json").as_slice()),
    ];
    fixtures.map(|(name, bytes)| (name, klantreis::read::json_bytes(bytes).unwrap())).into()
}
