//! Where there is room: it goes to the line before it goes to titles, and nothing is said twice or broken for it.

use klantreis::journey::Journey;
use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Page, Role, RunKind, Scene, Segment};
use serde_json::{Value, json};

use crate::map::{frames, journey, map};
use crate::matrix::{check_places, lay_as};
use crate::support::holds::said::letters;

/// The texts of a page, with where they stand and whether a word is broken at their end.
fn texts(page: &Page) -> Vec<(String, f64, f64)> {
    let mut texts = Vec::new();
    walk(&page.nodes, &mut |step| {
        if let Step::Text(run) = step {
            texts.push((run.text.trim().to_owned(), run.origin.x.0, run.origin.y.0));
        }
    });
    texts
}

/// How many words are broken on a page.
fn broken(page: &Page) -> usize {
    let mut count = 0;
    walk(&page.nodes, &mut |step| count += usize::from(matches!(step, Step::Text(run) if run.kind == RunKind::Hyphen)));
    count
}

/// Three phases of which little is said, as a party at a climbing hall has them.
fn party() -> Journey {
    let lanes = json!([{ "id": "e", "kind": "emotion" }, { "id": "a", "kind": "action" }]);
    let mut party =
        journey(3, &lanes, |nth| json!({ "e": ([1, 2, -1][nth]), "a": (["zoekt", "klimt", "eet"][nth]) }), &json!({}));
    for (phase, title) in party.phases.iter_mut().zip(["Boeken", "Klimmen", "Taart en naar huis"]) {
        title.clone_into(&mut phase.title);
    }
    party
}

#[test]
fn the_line_has_room_before_titles_grow() {
    for paper in ["A3", "A2", "A1"] {
        let scene = lay_as("map", &party(), paper, Some(Orientation::Landscape)).made;
        let page = &scene.pages[0];
        let height = page.size.height.0;
        let arrows = frames(page, |group| matches!(group.role, Role::ColumnHeader { .. }));
        let arrows = arrows.iter().map(|frame| frame.height.0).fold(0.0, f64::max);
        assert!(arrows < height * 0.12, "{paper}: arrows of {arrows} mm on {height} mm");
        let scale: Vec<f64> = ["+2", "\u{2212}2"]
            .iter()
            .filter_map(|number| texts(page).into_iter().find(|(text, ..)| text == number).map(|(.., y)| y))
            .collect();
        assert!((scale[1] - scale[0]).abs() > height * 0.16, "{paper}: the scale has {scale:?} of {height} mm");
    }
}

#[test]
fn type_grows_further_where_hardly_anything_is_said() {
    let size = |cells: Value| {
        let mut journey = journey(3, &json!([{ "id": "a", "kind": "action" }]), |_| json!({ "a": cells }), &json!({}));
        for (phase, title) in journey.phases.iter_mut().zip(["Zien", "Vragen", "Gaan"]) {
            title.clone_into(&mut phase.title);
        }
        let mut size = 0.0;
        walk(&lay_as("map", &journey, "A3", Some(Orientation::Landscape)).made.pages[0].nodes, &mut |step| {
            if let Step::Text(run) = step
                && run.text.trim() == "Loopt"
            {
                size = run.size.0;
            }
        });
        size
    };
    // More than twice the least size of 10 pt, which is the most elsewhere.
    assert!(size(json!("Loopt")) > 24.0, "{}", size(json!("Loopt")));
    assert!(size(json!(["Loopt", "Zit", "Staat", "Ligt"])) <= 20.0);
}

#[test]
fn hardly_anything_fills_its_page_and_leaves_no_column_narrow() {
    let titles = ["Idee", "Kiezen van een kunstenaar", "Voorbespreking", "De dag", "Nazorg"];
    let texts = ["Bewaart plaatjes", "Zoekt op Instagram", "Tekent", "Zit vier uur lang doodstil", "Smeert"];
    let mut journey = journey(5, &json!([{ "id": "a", "kind": "action" }]), |nth| json!({ "a": texts[nth] }), &json!({}));
    for (phase, title) in journey.phases.iter_mut().zip(titles) {
        title.clone_into(&mut phase.title);
    }
    for paper in ["A4", "A3", "A1"] {
        let scene = lay_as("map", &journey, paper, Some(Orientation::Landscape)).made;
        let page = &scene.pages[0];
        let cells = frames(page, |group| matches!(group.role, Role::Cell));
        let widths: Vec<f64> = cells.iter().map(|cell| cell.width.0).collect();
        let mean = widths.iter().sum::<f64>() / widths.len() as f64;
        assert!(widths.len() == 5 && widths.iter().all(|width| *width > mean * 0.8), "{paper}: {widths:?}");
        let foot = cells.iter().map(|cell| cell.bottom().0).fold(0.0, f64::max);
        assert!(foot > page.size.height.0 * 0.9, "{paper}: {foot} of {:?}", page.size.height);
    }
}

#[test]
fn a_word_that_a_line_can_hold_is_not_broken_between_syllables() {
    let lanes = json!([{ "id": "a", "kind": "action" }, { "id": "t", "kind": "touchpoint" }]);
    let cells = |nth: usize| {
        json!({
            "a": "Wacht op de bevestiging en op nader bericht van de behandelende ambtenaar",
            "t": { "text": "Bericht: aansluiting mogelijk", "channel": "formulier", "sender": "gemeente", "receiver": format!("Henk {nth}") }
        })
    };
    for phases in 4..9 {
        let scene = lay_as("map", &journey(phases, &lanes, cells, &json!({})), "A3", Some(Orientation::Landscape)).made;
        let broken: usize = scene.pages.iter().map(broken).sum();
        assert_eq!(broken, 0, "with {phases} phases");
    }
}

#[test]
fn an_idea_for_the_whole_journey_stands_in_a_box_like_the_others() {
    let lanes = json!([{ "id": "o", "kind": "opportunity" }, { "id": "a", "kind": "action" }]);
    let more = json!({ "opportunities": [{ "text": "Sms als het boek er is" }] });
    let all =
        journey(4, &lanes, |nth| json!({ "o": if nth == 1 { json!("Bon met prijs") } else { json!([]) }, "a": "leest" }), &more);
    let scene = map(&all, "A3");
    let mut boxes = Vec::new();
    walk(&scene.pages[0].nodes, &mut |step| {
        if let Step::Path(path) = step {
            // What is ranked has a frame around white; a bar of what goes on has a tint and none.
            boxes.extend(path.stroke.as_ref().filter(|_| path.fill.is_some()).map(|_| width(&path.segments)));
        }
    });
    let page = scene.pages[0].size.width.0;
    assert_eq!(boxes.iter().filter(|width| **width > page * 0.6).count(), 1, "{boxes:?} of {page}");
}

/// From the leftmost to the rightmost point of a path.
fn width(segments: &[Segment]) -> f64 {
    let ends = segments.iter().filter_map(|segment| match segment {
        Segment::Move(to) | Segment::Line(to) | Segment::Curve(_, _, to) => Some(to.x.0),
        Segment::Close => None,
    });
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    high - low
}

/// A year of contacts at dates, the last in another year or not.
fn dated(last: &str) -> Scene {
    let days = ["2026-01-08", "2026-03-05, 9.30 uur", "2026-05-28", last];
    let lanes = json!([{ "id": "t", "kind": "touchpoint", "title": "Contact" }]);
    let cells = |nth: usize| json!({ "t": { "text": "brief", "when": (days[nth]) } });
    map(&journey(4, &lanes, cells, &json!({})), "A3")
}

#[test]
fn the_year_that_all_dates_share_is_said_once() {
    let count = |scene: &Scene| {
        let said: Vec<String> = texts(&scene.pages[0]).into_iter().map(|(text, ..)| letters(&text)).collect();
        said.join(" ").matches("2026").count()
    };
    assert_eq!(count(&dated("2026-06-01")), 1);
    assert_eq!(count(&dated("2027-06-01")), 3, "no year is shared");
}

/// A journey of two curves on one scale whose ends have words.
fn worded(titles: [&str; 2]) -> Journey {
    let lane = |id: &str, title: &str| -> Value {
        json!({ "id": id, "kind": "emotion", "title": title, "scale": { "min": 1, "max": 10, "labels": { "1": "angst", "10": "rust" } } })
    };
    let lanes = json!([lane("a", titles[0]), lane("b", titles[1])]);
    journey(4, &lanes, |nth| json!({ "a": ([3, 7, 2, 9][nth]), "b": ([4, 8, 8, 9][nth]) }), &json!({}))
}

#[test]
fn the_words_of_a_scale_stand_at_their_numbers_beside_the_names_of_several_curves() {
    for titles in [["Nu", "Straks"], ["Zoals het vandaag gaat", "Zoals het met de nieuwe intake wordt"]] {
        let scene = lay_as("map", &worded(titles), "A3", Some(Orientation::Landscape)).made;
        let page = &scene.pages[0];
        let texts = texts(page);
        for (word, number) in [("rust", "10"), ("angst", "1")] {
            let at =
                |wanted: &str| texts.iter().find(|(text, ..)| text == wanted).unwrap_or_else(|| panic!("{wanted} in {texts:?}"));
            let ((_, x, y), (_, number_x, number_y)) = (at(word), at(number));
            assert!(x < number_x && (y - number_y).abs() < 2.0, "{titles:?}: {word} at {y}, its number at {number_y}");
        }
        check_places(&scene).unwrap_or_else(|fault| panic!("{titles:?}: {fault}"));
    }
}

#[test]
fn a_column_of_the_matrix_has_one_edge_of_text() {
    // Nine narrow columns: one lane of lists, one without, which would need no room for bullets.
    let lanes = json!([{ "id": "g", "kind": "goal" }, { "id": "a", "kind": "action" }]);
    let cells = |nth: usize| json!({ "g": format!("Doel {nth}"), "a": ["zoekt", "kiest"] });
    let scene = lay_as("matrix", &journey(9, &lanes, cells, &json!({})), "A4", Some(Orientation::Portrait)).made;
    let texts: Vec<_> = scene.pages.iter().flat_map(texts).collect();
    let edges = |word: &str| texts.iter().filter(|(text, ..)| text.starts_with(word)).map(|(_, x, _)| *x).collect::<Vec<_>>();
    // The title of the lane comes first.
    let (goals, actions) = (edges("Doel"), edges("zoekt"));
    let goals = &goals[goals.len() - actions.len()..];
    assert!(
        actions.len() == 9 && goals.iter().zip(&actions).all(|(one, other)| (one - other).abs() < 0.01),
        "{goals:?} {actions:?}"
    );
}
