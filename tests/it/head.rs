//! The head of a poster: the title in the width it can have, who travels, the question and the scenario, for any journey and paper.

use crate::matrix::{check_places, fixture, lay};
use crate::support::holds::said::{letters, without_soft_hyphens};
use crate::support::journeys;
use klantreis::journey::{Author, Fact, Journey, Offering, Persona, PersonaKind, Question, State};
use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Mm, Pt, Role, RunKind, Scene};
use proptest::prelude::*;

/// All letters that are drawn, page by page.
fn drawn(scene: &Scene) -> String {
    let mut out = String::new();
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| match step {
            Step::Text(run) if run.kind != RunKind::Hyphen => out.push_str(&letters(&run.text)),
            Step::Missing(missing) => out.push_str(&letters(&missing.text)),
            _ => {}
        });
    }
    out
}

/// The sizes of the title, line by line, and its left and right end.
fn title(scene: &Scene) -> (Vec<Pt>, Vec<String>) {
    let (mut inside, mut lines): (bool, Vec<(Mm, Pt)>) = (false, Vec::new());
    let mut said = Vec::new();
    walk(&scene.pages[0].nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Title => inside = true,
        Step::Close(group) if group.role == Role::Title => inside = false,
        Step::Text(run) if inside => {
            if lines.last().is_none_or(|(y, _)| (*y - run.origin.y).0.abs() > 0.01) {
                lines.push((run.origin.y, run.size));
                said.push(String::new());
            }
            said.last_mut().unwrap().push_str(&run.text);
        }
        _ => {}
    });
    (lines.into_iter().map(|(_, size)| size).collect(), said)
}

/// From the upper edge of the page, with its margin, to the top of the first header, as a share of its height.
fn head_share(scene: &Scene) -> f64 {
    let page = &scene.pages[0];
    let mut top = page.size.height;
    walk(&page.nodes, &mut |step| {
        if let Step::Open(group) = step
            && let (Role::ColumnHeader { .. }, Some(frame)) = (group.role, group.frame)
        {
            top = top.min(frame.y);
        }
    });
    top / page.size.height
}

/// A journey whose head says all that one can, each text with a mark by which it is found.
fn told(mut journey: Journey, texts: &[String]) -> (Journey, Vec<String>) {
    // Beside a lane stands whose it is, which is no part of the head.
    journey.lanes.iter_mut().for_each(|lane| lane.persona = None);
    let marked: Vec<String> = texts.iter().enumerate().map(|(nth, text)| format!("{text} zq{nth}qz")).collect();
    let mut next = marked.iter().cloned();
    let mut text = || next.next().unwrap();
    let person =
        |name: String| Persona { id: name.replace(char::is_whitespace, "-").as_str().into(), name, ..Persona::default() };
    let mut first = person(text());
    (first.target_group, first.quotes) = (Some(text()), vec![text()]);
    journey.personas = vec![first, person(text())];
    journey.question = Some(Question { text: text(), why: None });
    journey.scenario = Some(text());
    journey.course = Some(text());
    journey.offering = Some(Offering { name: text(), ..Offering::default() });
    journey.state = Some(State::AsIs);
    (journey, marked)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn all_that_a_head_says_stands_there_once(
        journey in journeys::journey(),
        texts in prop::collection::vec(journeys::text(), 8),
        paper in prop::sample::select(vec!["A5", "A4", "A3", "A1", "100x100mm", "300x900mm"]),
        portrait in any::<bool>(),
    ) {
        let (journey, texts) = told(journey, &texts);
        let orientation = if portrait { Orientation::Portrait } else { Orientation::Landscape };
        let laid = lay(&journey, paper, Some(orientation));
        prop_assert_eq!(check_places(&laid.made), Ok(()));
        let all = drawn(&laid.made);
        for (nth, text) in texts.iter().enumerate() {
            prop_assert_eq!(all.matches(&format!("zq{nth}qz")).count(), 1, "{:?}", text);
            // What takes more than a page is interrupted by the head of the next.
            let mut left = all.chars();
            let followed = letters(text).chars().all(|letter| left.any(|found| found == letter));
            let whole = all.contains(&letters(text)) || (laid.made.pages.len() > 1 && followed);
            prop_assert!(whole, "{:?} is not whole in {}", text, all);
        }
    }
}

#[test]
fn a_title_takes_the_width_it_can_have_and_three_lines_before_it_shrinks() {
    let mut journey = fixture("mediacollege");
    let word = "Overstappen ";
    for paper in ["A4", "A3", "A1", "A0"] {
        let least = paper.parse::<klantreis::paper::Paper>().unwrap().legibility().title_min;
        for words in [1, 3, 6, 10] {
            journey.title = word.repeat(words).trim().to_owned();
            for orientation in [Orientation::Landscape, Orientation::Portrait] {
                let (sizes, said) = title(&lay(&journey, paper, Some(orientation)).made);
                let place = format!("{words} words on {paper} {orientation:?}: {said:?}");
                assert!(sizes.len() <= 3, "{place}");
                let narrow = orientation == Orientation::Portrait && words > 6;
                assert!(narrow || sizes.iter().all(|size| *size >= least), "{place} at {sizes:?}");
            }
        }
    }
}

#[test]
fn facts_take_no_width_that_the_title_needs() {
    let mut journey = fixture("mediacollege");
    journey.title = "Switching energy supplier when you rent, share the meter and do not know who signed the contract".into();
    let alone = title(&lay(&journey, "A3", Some(Orientation::Landscape)).made);
    journey.organisation = Some("Coöperatieve vereniging van energieverbruikers in de noordelijke provincies".into());
    journey.authors = vec![Author {
        name: "Bartholomeus Willem Alexander van der Hoeven-Schimmelpenninck".into(),
        class: Some("MEP2-arbeidsmarktcommunicatie, afdeling Noord".into()),
    }];
    let beside = title(&lay(&journey, "A3", Some(Orientation::Landscape)).made);
    assert_eq!(beside.0.len(), alone.0.len(), "{beside:?}");
    assert!(beside.0[0].0 >= alone.0[0].0 * 0.9, "{beside:?} {alone:?}");
}

#[test]
fn the_head_of_an_ordinary_journey_is_low() {
    for (name, most) in [("zwembad", 0.27), ("planboard", 0.215), ("lejebil", 0.18), ("mediacollege", 0.18)] {
        let share = head_share(&lay(&fixture(name), "A4", Some(Orientation::Landscape)).made);
        assert!(share < most, "{name}: {share}");
    }
}

#[test]
fn the_protagonist_is_the_one_whose_curve_there_is() {
    let mut journey = fixture("planboard");
    let named = |journey: &Journey| {
        let all = drawn(&lay(journey, "A3", None).made);
        ["also:JonasBrandt", "also:HelenMarsh"].map(|names| all.contains(names))
    };
    assert_eq!(named(&journey), [true, false]);
    for lane in &mut journey.lanes {
        lane.persona = None;
    }
    assert_eq!(journey.personas[1].kind, Some(PersonaKind::User));
    assert_eq!(named(&journey), [false, true], "without lanes of their own it is the first user");
    let Persona { id, name, kind, .. } = journey.personas[1].clone();
    let bare = klantreis::read::json(
        r#"{ "klantreis": 1, "title": "a", "language": "en", "personas": [{ "name": "b" }], "phases": [{ "title": "c" }] }"#,
    )
    .unwrap();
    journey.personas[1] = Persona { id, name, kind, ..bare.personas[0].clone() };
    assert_eq!(named(&journey), [true, false], "of whom more is told than a name");
}

#[test]
fn a_portrait_is_described_and_marks_of_a_quote_are_not_doubled() {
    let journey = fixture("planboard");
    let scene = lay(&journey, "A3", None).made;
    let all = drawn(&scene);
    assert!(all.contains("“Idonotneedmoredata.Ineedoneplan.”") && !all.contains("““"), "{all}");
    let mut plain = journey;
    plain.personas[0].quotes = vec!["No marks".into()];
    plain.personas[0].target_group = None;
    plain.personas[0].facts = vec![Fact { label: Some("Age".into()), text: "47".into() }];
    let all = drawn(&lay(&plain, "A3", None).made);
    assert!(all.contains("“Nomarks”") && all.contains("Age:47"), "{all}");
    assert_eq!(without_soft_hyphens("a\u{ad}b"), "ab");
}
