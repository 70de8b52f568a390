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

#[test]
fn what_can_go_wrong_in_few_phases_stands_at_its_score_where_there_are_no_barriers() {
    let lanes = json!([{ "id": "s", "kind": "emotion", "title": "Stemming" }]);
    let mut journey = journey(6, &lanes, |nth| json!({ "s": if nth % 2 == 0 { 1 } else { -1 } }), &json!({}));
    journey.phases[3].risks.push(Risk { text: "bijna niemand gaat door".to_owned(), kind: None });
    for layout in ["map", "curve"] {
        let scene = lay_as(layout, &journey, "A3", Some(Orientation::Landscape)).made;
        let page = &scene.pages[0];
        assert!(!titles(page).contains(&"Risico’s".to_owned()), "{layout}: {:?}", titles(page));
        // With the score of the phase, in one item.
        assert!(lists(page).contains(&"\u{2212}1Risico:bijnaniemandgaatdoor".to_owned()), "{layout}: {:?}", lists(page));
    }
    // What felt good is no reason for it, and is not told as if it were.
    let risks = std::mem::take(&mut journey.phases[3].risks);
    journey.phases[2].risks = risks;
    let scene = lay_as("map", &journey, "A3", Some(Orientation::Landscape)).made;
    assert!(titles(&scene.pages[0]).contains(&"Risico’s".to_owned()), "{:?}", titles(&scene.pages[0]));
}

#[test]
fn a_contact_is_told_once_and_its_channel_decides_on_its_icon() {
    let contact = |text: &str, more: serde_json::Value| {
        let mut item = json!({ "text": text });
        item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let contact = journey(1, &json!([{ "kind": "touchpoint" }]), |_| json!({ "touchpoint": item.clone() }), &json!({}));
        said(&map(&contact, "A3"))
    };
    for (text, more, times) in [
        ("Website", json!({ "channel": "website" }), ("ebsite", 1)),
        ("Website", json!({ "channel": "oude website" }), ("ebsite", 2)),
        ("kijk op bad.example/open", json!({ "links": ["https://bad.example/open"] }), ("bad.example", 1)),
        ("kijk op het rooster", json!({ "links": ["https://bad.example/open"] }), ("bad.example", 1)),
        ("bad.example", json!({ "links": ["https://bad.example", "https://zee.example"] }), ("bad.example", 2)),
    ] {
        assert_eq!(contact(text, more.clone()).matches(times.0).count(), times.1, "{text} {more}");
    }
}

#[test]
fn one_line_tells_who_somebody_is_whatever_is_known_of_them() {
    let told = |persona: serde_json::Value| {
        let more = json!({ "personas": [persona, { "name": "Bo, 9" }, { "name": "Cas, 7" }] });
        said(&map(&journey(3, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "rust" }), &more), "A3"))
    };
    for (persona, wanted, not) in [
        (json!({ "name": "Ans", "lifestyle": "druk", "character": "kalm" }), "Ansdruk", "kalm"),
        (json!({ "name": "Ans", "character": "kalm" }), "Anskalm", "druk"),
        (json!({ "name": "Ans", "target_group": "ouders", "lifestyle": "druk" }), "Ansouders", "druk"),
    ] {
        let said = told(persona);
        assert!(said.contains(wanted) && !said.contains(not), "{wanted}: {said}");
        assert!(said.contains("ook:Bo,9·Cas,7"), "{said}");
    }
}

#[test]
fn a_curve_rises_alike_on_all_pages_over_which_its_phases_are_divided() {
    let lanes = json!([
        { "id": "s", "kind": "emotion", "title": "Stemming", "scale": { "min": -2, "max": 2 } },
        { "kind": "goal" }, { "kind": "action" }, { "kind": "barrier" }
    ]);
    let text = "een zin die lang genoeg is om er een paar regels mee te vullen in elke kolom";
    let cells = |nth: usize| json!({ "s": { "score": (nth % 5) as f64 - 2.0, "text": "dat zeg ik" }, "goal": text, "action": [text, text], "barrier": text });
    let more = json!({ "question": "Waarom?", "scenario": text, "personas": [{ "name": "Ans", "quotes": ["Nou ja"], "lifestyle": "druk" }] });
    let mut divided = 0;
    for (phases, paper) in [(12, "A3"), (16, "A3"), (12, "A4"), (14, "A4")] {
        for layout in ["map", "matrix"] {
            let scene = lay_as(layout, &journey(phases, &lanes, cells, &more), paper, Some(Orientation::Landscape)).made;
            let heights: Vec<f64> = scene.pages.iter().filter_map(scale_height).collect();
            let (least, most) =
                heights.iter().fold((f64::INFINITY, 0.0_f64), |(least, most), next| (least.min(*next), most.max(*next)));
            divided += usize::from(heights.len() > 1);
            assert!(most <= least * 1.05, "{layout} of {phases} on {paper}: {heights:?}");
        }
    }
    assert!(divided > 2, "some stand on several pages");
}

/// From the lowest to the highest number of the axis of a page.
fn scale_height(page: &Page) -> Option<f64> {
    let (mut low, mut high) = (None, None);
    walk(&page.nodes, &mut |step| {
        if let Step::Text(run) = step {
            match &*run.text {
                // The first of each is that of the axis: what stands at points comes behind it.
                "+2" if high.is_none() => high = Some(run.origin.y.0),
                "\u{2212}2" if low.is_none() => low = Some(run.origin.y.0),
                _ => {}
            }
        }
    });
    Some(low? - high?)
}

#[test]
fn a_lane_that_says_nothing_of_the_phases_of_a_page_has_no_row_there() {
    let lanes = json!([{ "kind": "goal" }, { "kind": "action" }, { "kind": "barrier" }, { "kind": "need" }]);
    let text = "een zin die lang genoeg is om er een paar regels mee te vullen in elke kolom";
    let cells = |nth: usize| {
        let barrier = if nth == 0 { json!("alleen hier") } else { json!([]) };
        json!({ "goal": text, "action": [text, text], "barrier": barrier })
    };
    let scene = lay_as("map", &journey(16, &lanes, cells, &json!({})), "A4", Some(Orientation::Landscape)).made;
    let of = |title: &str| scene.pages.iter().filter(|page| titles(page).iter().any(|row| row.starts_with(title))).count();
    assert!(of("Doel") > 1, "{:?}", scene.pages.iter().map(titles).collect::<Vec<_>>());
    assert_eq!(of("Pijnpunten"), 1, "where it is said");
    assert!(of("Behoeften") > 1, "what is still to be filled in has its row everywhere");
}

#[test]
fn curves_of_the_same_name_are_called_by_whose_they_are() {
    let of = |title: &str| {
        let lanes = json!([
            { "id": "a", "kind": "emotion", "title": "Stemming", "persona": "ans" },
            { "id": "b", "kind": "emotion", "title": title, "persona": "bo" }
        ]);
        let more = json!({ "personas": [{ "id": "ans", "name": "Ans de Boer" }, { "id": "bo", "name": "Bo Smit" }] });
        let scene = map(&journey(3, &lanes, |nth| json!({ "a": nth, "b": -1 }), &more), "A3");
        titles(&scene.pages[0])
    };
    assert_eq!(of("Stemming"), ["AnsdeBoerStemmingBoSmitStemming"]);
    assert!(of("Humeur")[0].starts_with("StemmingAnsdeBoerHumeurBoSmit"), "{:?}", of("Humeur"));
}
