//! What is noted of phases and items stands where one looks for it: risks with the barriers, priorities as numbers, and a legend that
//! shows what it names.

use klantreis::journey::{Journey, Risk, RiskKind};
use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Page, Role, RunKind, Scene};
use serde_json::json;

use crate::map::{journey, map, rows, said};
use crate::matrix::lay_as;
use crate::support::holds::said::letters;

/// Six phases with a barrier each, and with what customers leave for in some.
fn risky(phases: &[usize]) -> Journey {
    let lanes =
        json!([{ "id": "b", "kind": "barrier", "title": "Hindernissen" }, { "id": "g", "kind": "goal", "title": "Doel" }]);
    let mut journey = journey(6, &lanes, |nth| json!({ "b": format!("hindernis {nth}"), "g": "rust" }), &json!({}));
    for phase in phases {
        journey.phases[*phase].risks.push(Risk { text: "haakt af".to_owned(), kind: Some(RiskKind::DropOff) });
    }
    journey
}

fn titles(page: &Page) -> Vec<String> {
    rows(page).into_iter().map(|(title, _)| title).collect()
}

/// The texts of each list of a page, an item behind the other.
fn lists(page: &Page) -> Vec<String> {
    let (mut lists, mut inside) = (Vec::new(), false);
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::List => {
            inside = true;
            lists.push(String::new());
        }
        Step::Close(group) if group.role == Role::List => inside = false,
        Step::Text(run) if inside => lists.last_mut().unwrap().push_str(&letters(&run.text)),
        _ => {}
    });
    lists
}

#[test]
fn what_can_go_wrong_in_few_phases_stands_with_their_barriers() {
    for layout in ["map", "matrix"] {
        let drawn = |journey: &Journey| lay_as(layout, journey, "A3", Some(Orientation::Landscape)).made;
        let scene = drawn(&risky(&[1, 4]));
        let page = &scene.pages[0];
        assert!(!titles(page).contains(&"Risico’s".to_owned()), "{layout}: {:?}", titles(page));
        for phase in [1, 4] {
            let both = format!("hindernis{phase}haaktaf");
            assert!(lists(page).contains(&both), "{layout}: {both} in {:?}", lists(page));
        }
        assert!(said(&scene).contains("Afhaakmoment"), "{layout}: the legend names the sign");
        // Where most phases have some, or more is said of them, they have a row of their own.
        let scene = drawn(&risky(&[0, 1, 3, 4]));
        assert!(titles(&scene.pages[0]).contains(&"Risico’s".to_owned()), "{layout}: {:?}", titles(&scene.pages[0]));
        let mut described = risky(&[1]);
        described.phases[0].description = Some("waar het begint".to_owned());
        let scene = drawn(&described);
        assert!(titles(&scene.pages[0]).contains(&"Overdefase".to_owned()), "{layout}: {:?}", titles(&scene.pages[0]));
    }
}

#[test]
fn what_is_thought_of_for_the_whole_journey_has_the_number_of_its_priority() {
    let ideas = |whole: &str, importance: &str| {
        let mut all = journey(3, &json!([{ "kind": "goal" }, { "kind": "opportunity" }]), |_| json!({ "goal": "c" }), &json!({}));
        let of = json!({ "opportunities": [{ "text": whole, "priority": importance }] });
        let read = journey(3, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &of);
        all.opportunities = read.opportunities;
        map(&all, "A3")
    };
    let heard = |scene: &Scene| {
        let mut heard = Vec::new();
        walk(&scene.pages[0].nodes, &mut |step| {
            if let Step::Open(group) = step {
                heard.extend(group.label.clone());
            }
        });
        heard
    };
    for (importance, number) in [("high", "Prioriteit 1"), ("low", "Prioriteit 3")] {
        let scene = ideas("overal beter", importance);
        assert!(heard(&scene).iter().any(|label| label == number), "{:?}", heard(&scene));
        assert!(!said(&scene).contains("Belangrijk"), "its number says that");
    }
}

#[test]
fn what_is_set_in_bold_is_explained_by_a_piece_of_bold_text() {
    let of = |importance: &str| {
        let goal = json!({ "goal": { "text": "slapen", "importance": importance } });
        map(&journey(3, &json!([{ "kind": "goal" }]), |_| goal.clone(), &json!({})), "A3")
    };
    // The faces of what is set so, and of what stands before the word for it.
    let faces = |scene: &Scene| {
        let (mut own, mut shown, mut before) = (None, None, None);
        walk(&scene.pages[0].nodes, &mut |step| {
            if let Step::Text(run) = step {
                own = own.or((&*run.text == "slapen").then_some(run.face));
                shown = shown.or(before.filter(|_| &*run.text == "Belangrijk"));
                before = (run.kind == RunKind::Ornament).then_some(run.face);
            }
        });
        (own, shown)
    };
    let ((bold, shown), (regular, none)) = (faces(&of("high")), faces(&of("low")));
    assert!(bold.is_some() && bold != regular);
    assert_eq!((shown, none), (bold, None));
    assert!(!said(&of("low")).contains("Belangrijk"));
}
