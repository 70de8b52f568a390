//! Ways that are not simply the next phase: arcs with their labels over the phases of a map, on tracks, across pages, through no text.

use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Color, Mm, Node, Page, Path, Point, Rect, Role, Scene, Segment};
use proptest::prelude::*;
use serde_json::json;

use crate::map::{frames, journey, map, said, setter};
use crate::matrix::check_places;
use crate::support::boxes::{Boxed, boxes};
use crate::support::holds::said::{letters, letters_in, said as items_say};
use crate::support::journeys;

/// The figures without a frame that stand before the table: arcs, by what is read out for them, with their lines.
fn arcs(page: &Page) -> Vec<(String, Vec<Path>)> {
    let mut arcs: Vec<(String, Vec<Path>)> = Vec::new();
    let (mut table, mut inside) = (false, false);
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Table => table = true,
        Step::Open(group) if group.role == Role::Figure && !table && group.label.as_deref().is_some_and(is_way) => {
            inside = true;
            arcs.push((group.label.clone().unwrap(), Vec::new()));
        }
        Step::Close(group) if group.role == Role::Figure => inside = false,
        Step::Path(path) if inside => arcs.last_mut().unwrap().1.push(path.clone()),
        _ => {}
    });
    arcs
}

/// The labels of the items that begin with a text: that of a measurement goes on in its result.
fn items_with(scene: &Scene, text: &str) -> Vec<String> {
    let mut labels = Vec::new();
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) if group.role == Role::Item => {
                labels.extend(group.label.clone().filter(|label| label.starts_with(&text.replace('\u{ad}', ""))));
            }
            _ => {}
        });
    }
    labels
}

fn is_way(label: &str) -> bool {
    label.contains(['→', '←'])
}

/// The level at which an arc runs: the highest place of its line.
fn level(paths: &[Path]) -> Mm {
    let points = paths.iter().flat_map(|path| &path.segments).filter_map(|segment| match segment {
        Segment::Move(at) | Segment::Line(at) | Segment::Curve(_, _, at) => Some(at.y),
        Segment::Close => None,
    });
    points.fold(Mm(f64::INFINITY), Mm::min)
}

fn link(from: usize, to: Option<usize>, kind: &str, label: &str) -> serde_json::Value {
    let mut link = json!({ "from": format!("p{from}"), "kind": kind, "label": label });
    if let Some(to) = to {
        link["to"] = json!(format!("p{to}"));
    }
    link
}

#[test]
fn ways_are_arcs_with_the_shortest_lowest_and_their_labels_in_them() {
    let links = [
        link(0, Some(4), "skip", "lang"),
        link(3, Some(1), "loop", "terug"),
        link(2, None, "exit", "weg"),
        link(0, Some(1), "next", "gewoon"),
    ];
    let journey = journey(5, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    let scene = map(&journey, "A3");
    let arcs = arcs(&scene.pages[0]);
    let names: Vec<&str> = arcs.iter().map(|(name, _)| name.split(' ').next().unwrap()).collect();
    assert_eq!(names, ["weg", "terug", "lang"]);
    let levels: Vec<Mm> = arcs.iter().map(|(_, paths)| level(paths)).collect();
    assert!(levels[1] < levels[0] && levels[2] < levels[1], "{levels:?}");
    let all = said(&scene);
    assert!(["lang", "terug", "weg"].iter().all(|label| all.contains(label)) && !all.contains("gewoon"), "{all}");
}

#[test]
fn a_way_to_another_page_leaves_at_the_edge_and_says_where_it_leads() {
    let links = [link(2, Some(11), "skip", "vlug"), link(11, None, "exit", "weg")];
    let journey = journey(12, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    let scene = map(&journey, "A6");
    let pages: Vec<_> = scene.pages.iter().map(arcs).collect();
    assert!(pages.len() > 1 && pages[0].len() == 1 && pages[pages.len() - 1].len() == 2, "{pages:?}");
    let ends = |paths: &[Path]| {
        let points = paths.iter().flat_map(|path| &path.segments).filter_map(|segment| match segment {
            Segment::Move(at) | Segment::Line(at) | Segment::Curve(_, _, at) => Some(at.x),
            Segment::Close => None,
        });
        points.fold((Mm(f64::INFINITY), Mm::ZERO), |(left, right), x| (left.min(x), right.max(x)))
    };
    let columns = |page: &Page| frames(page, |group| matches!(group.role, Role::ColumnHeader { .. }));
    let right = columns(&scene.pages[0]).iter().map(|frame| frame.right()).fold(Mm::ZERO, Mm::max);
    assert!((ends(&pages[0][0].1).1 - right).0.abs() < 2.0, "it runs to the edge of its page");
    let last = scene.pages.len() - 1;
    let left = columns(&scene.pages[last]).iter().map(|frame| frame.x).fold(Mm(f64::INFINITY), Mm::min);
    let arrives = pages[last].iter().find(|(name, _)| name.starts_with("vlug")).unwrap();
    assert!((ends(&arrives.1).0 - left).0.abs() < 2.0, "and comes in at the edge of the other");
    let all = said(&scene);
    assert!(all.contains("vlug→Fase11") && all.contains("Fase2→") && !all.contains("(Fase2→Fase11)"), "{all}");
    // The last phase has no room at its right: what leaves there leads up, and not back.
    let exit = pages[last].iter().find(|(name, _)| name.starts_with("weg")).unwrap();
    let (from, to) = ends(&exit.1[..1]);
    assert_eq!(from, to, "straight up");
}

#[test]
fn what_stands_at_the_edge_of_a_page_points_as_its_line_does() {
    let links = [link(10, Some(1), "loop", "afgewezen"), link(2, Some(11), "skip", "vlug")];
    let scene = map(&journey(12, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links })), "A6");
    let all = said(&scene);
    for words in ["afgewezen→Fase1", "afgewezen←Fase10", "vlug→Fase11", "Fase2→vlug"] {
        assert!(all.contains(words), "{words} in {all}");
    }
}

#[test]
fn what_needs_a_fourth_track_is_told_in_words() {
    // Each spans all that came before it.
    let links: Vec<_> = (0..5).map(|nth| link(4 - nth, Some(6 + nth), "skip", &format!("sprong{nth}"))).collect();
    let journey = journey(11, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    let scene = map(&journey, "A1");
    assert_eq!(arcs(&scene.pages[0]).len(), 3);
    let all = said(&scene);
    for nth in 0..5 {
        assert!(all.contains(&format!("sprong{nth}")), "{nth} in {all}");
    }
    assert!(all.contains("sprong4(Fase0→Fase10)"), "{all}");
}

#[test]
fn a_label_without_room_in_its_arc_is_a_number_that_a_line_explains() {
    let label = "een label dat veel langer is dan de boog waarin of waarnaast het zou moeten staan en dat daarom elders \
                 staat, want ook naast de boog is er op geen van de zijden van deze bladzijde genoeg ruimte voor zo veel woorden";
    let links = [link(1, Some(0), "loop", label)];
    let journey = journey(6, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    let scene = map(&journey, "A3");
    let all = boxes(&scene.pages[0].nodes, setter().fonts());
    // Titles of phases are white as well, and larger.
    let small = |one: &&Boxed| one.run.color == Color::WHITE && one.run.size.0 < 20.0;
    let numbers = all.iter().filter(small).filter(|one| &*one.run.text == "1").count();
    assert_eq!(numbers, 2, "in the arc and before the line");
    assert!(said(&scene).contains(&letters(label)));
    assert_eq!(check_places(&scene), Ok(()));
}

#[test]
fn ways_that_do_not_find_room_one_after_another_find_it_in_another_order() {
    let links = [
        link(5, Some(0), "loop", "opnieuw"),
        link(0, Some(2), "skip", "tekent direct"),
        link(3, Some(1), "loop", "bedenkt zich"),
        link(1, None, "exit", "weg"),
    ];
    let journey = journey(6, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    let scene = map(&journey, "A1");
    assert_eq!(arcs(&scene.pages[0]).len(), 4);
    let all = said(&scene);
    assert!(!all.contains("(Fase"), "all labels stand at their arcs: {all}");
}

#[test]
fn a_way_from_a_contact_with_a_score_begins_over_that() {
    let cells = |_| {
        let contact = |nth: usize| json!({ "id": format!("c{nth}"), "text": format!("Contact {nth}") });
        json!({ "touchpoint": (0..5).map(contact).collect::<Vec<_>>(), "emotion": [0, -2, 1, -1, 2] })
    };
    let lanes = json!([{ "kind": "touchpoint" }, { "kind": "emotion" }]);
    let begins = |from: &str| {
        let links = json!({ "links": [{ "from": from, "kind": "exit", "label": "weg" }] });
        let scene = map(&journey(1, &lanes, cells, &links), "A3");
        let Segment::Move(at) = arcs(&scene.pages[0])[0].1[0].segments[0] else { panic!("a line begins somewhere") };
        at.x
    };
    let all = ["c0", "c1", "c2", "c3", "c4"].map(begins);
    let step = all[1] - all[0];
    assert!(step > Mm(20.0) && all.windows(2).all(|pair| (pair[1] - pair[0] - step).0.abs() < 1.0), "{all:?}");
}

/// The texts that the line of an arc runs through.
fn struck(page: &Page) -> Vec<String> {
    let texts = boxes(&page.nodes, setter().fonts());
    let mut struck = Vec::new();
    for (name, paths) in arcs(page) {
        let lines = paths.iter().filter(|path| path.fill.is_none());
        let pieces: Vec<(Point, Point)> = lines.flat_map(|path| straight(&path.segments)).collect();
        let through = |ink: Rect| {
            pieces.iter().any(|(from, to)| {
                let bar = Rect::new(from.x.min(to.x), from.y.min(to.y), Mm((to.x - from.x).0.abs()), Mm((to.y - from.y).0.abs()));
                bar.overlaps(ink, Mm(0.05))
            })
        };
        // What has a number stands in the arc on purpose, in a disc.
        let own = |text: &str| text.chars().all(|character| character.is_ascii_digit());
        struck.extend(
            texts.iter().filter(|one| !own(&one.run.text) && through(one.ink)).map(|one| format!("{name}: {}", one.run.text)),
        );
    }
    struck
}

/// The straight pieces of a line.
fn straight(segments: &[Segment]) -> Vec<(Point, Point)> {
    let mut pieces = Vec::new();
    let mut here = Point::new(0.0, 0.0);
    for segment in segments {
        match *segment {
            Segment::Move(to) | Segment::Curve(_, _, to) => here = to,
            Segment::Line(to) => {
                pieces.push((here, to));
                here = to;
            }
            Segment::Close => {}
        }
    }
    pieces
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ways_measurements_and_opportunities_are_told_and_no_arc_runs_through_a_text(
        journey in journeys::linked(),
        paper in prop::sample::select(vec!["A4", "A3", "A1"]),
    ) {
        let scene = map(&journey, paper);
        let all = said(&scene);
        let forward = |link: &&klantreis::journey::Link| {
            let (from, to) = (journey.phase(&link.from), link.to.as_ref().and_then(|to| journey.phase(to)));
            link.kind != klantreis::journey::LinkKind::Next || to != from.map(|from| from + 1)
        };
        let labels = journey.links.iter().filter(forward).filter_map(|link| link.label.as_ref());
        let titles = journey.measurements.iter().filter_map(|measured| measured.title.as_ref());
        let wanted: Vec<&String> = labels.chain(titles).chain(journey.opportunities.iter().map(|chance| &chance.text)).collect();
        let blank = journey.is_blank();
        for text in wanted.into_iter().filter(|_| !blank) {
            // One that goes on on another page is an item on either, or a paragraph.
            let item = || items_with(&scene, text).iter().any(|label| letters(&items_say(&scene, label, false)).contains(&letters(text)));
            let told = || letters_in(&scene, |role| role == Role::Paragraph).contains(&letters(text));
            prop_assert!(all.contains(&letters(text)) || item() || told(), "{text:?} is not in {all:?}");
        }
        for page in &scene.pages {
            prop_assert_eq!(struck(page), Vec::<String>::new());
        }
    }
}

#[test]
fn nodes_of_arcs_lie_on_the_page() {
    let links: Vec<_> = (0..6).map(|nth| link(nth, None, "exit", "een lange reden om weg te gaan")).collect();
    let journey = journey(6, &json!([{ "kind": "goal" }]), |_| json!({ "goal": "c" }), &json!({ "links": links }));
    for paper in ["A5", "A4", "A1"] {
        let scene = map(&journey, paper);
        for page in &scene.pages {
            let inside = |at: &Point| at.x > Mm::ZERO && at.x < page.size.width && at.y > Mm::ZERO && at.y < page.size.height;
            for (name, paths) in arcs(page) {
                let ends = paths.iter().flat_map(|path| straight(&path.segments));
                assert!(ends.flat_map(|(from, to)| [from, to]).all(|at| inside(&at)), "{name} on {paper}");
            }
        }
        assert_eq!(check_places(&scene), Ok(()), "{paper}");
        assert!(scene.pages.iter().flat_map(|page| &page.nodes).any(|node| matches!(node, Node::Group(_))));
    }
}
