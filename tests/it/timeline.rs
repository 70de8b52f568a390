//! The layout `timeline`: the order of time, silences, notes on both sides of the line or in rows, and its template.

use klantreis::diagnostic::Code;
use klantreis::export::{Options, Selection, export};
use klantreis::journey::choices::{Choices, Fill};
use klantreis::journey::{Item, Journey};
use klantreis::layout::drawn::timeline::shown;
use klantreis::paper::Orientation;
use klantreis::registry::Registry;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Color, Group, Mm, Path, Point, Rect, Role, Scene, Segment};
use klantreis::text::{Fonts, Typesetter};
use proptest::prelude::*;

use crate::matrix::{fixture, lay_as};
use crate::support::boxes::boxes;

pub fn setter() -> &'static Typesetter {
    static SETTER: std::sync::LazyLock<Typesetter> = std::sync::LazyLock::new(|| Typesetter::new(Fonts::bundled()));
    &SETTER
}

/// The contacts of a page in the order in which they are read, each with its paper.
pub fn notes(scene: &Scene, page: usize) -> Vec<(String, Rect)> {
    let mut notes: Vec<(String, Rect)> = Vec::new();
    let mut open: Option<(String, Option<Rect>)> = None;
    walk(&scene.pages[page].nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Item => open = Some((group.label.clone().unwrap_or_default(), None)),
        Step::Path(path) => {
            if let Some((_, paper @ None)) = &mut open {
                *paper = Some(bounds(path));
            }
        }
        Step::Close(group) if group.role == Role::Item => {
            // What is said of a contact has no paper of its own.
            notes.extend(open.take().and_then(|(label, paper)| Some((label, paper?))));
        }
        _ => {}
    });
    notes
}

pub fn points(path: &Path) -> impl Iterator<Item = Point> {
    path.segments.iter().flat_map(|segment| match segment {
        Segment::Move(to) | Segment::Line(to) => vec![*to],
        Segment::Curve(one, two, to) => vec![*one, *two, *to],
        Segment::Close => Vec::new(),
    })
}

pub fn bounds(path: &Path) -> Rect {
    let all = points(path).map(|at| Rect::new(at.x, at.y, Mm::ZERO, Mm::ZERO));
    all.reduce(Rect::union).unwrap()
}

/// All that is said on all pages.
pub fn said(scene: &Scene) -> String {
    let mut said = String::new();
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| {
            if let Step::Text(run) = step {
                said.push_str(&run.text);
                said.push(' ');
            }
        });
    }
    said
}

/// A journey of one phase for every so many contacts, each at a day of a year and with a score.
pub fn diary(days: &[(i64, i8)], each: usize) -> Journey {
    diary_saying(days, each, &|_| None)
}

/// The same with what is said of each score.
pub fn diary_saying(days: &[(i64, i8)], each: usize, said: &dyn Fn(usize) -> Option<String>) -> Journey {
    let score = |nth: usize, score: i8| match said(nth) {
        Some(text) => serde_json::json!({ "score": score, "text": text }),
        None => serde_json::json!(score),
    };
    let phases: Vec<_> = days
        .chunks(each)
        .enumerate()
        .map(|(phase, days)| {
            let contacts = days.iter().enumerate().map(|(nth, (day, _))| {
                let when = klantreis::meta::Timestamp::from_unix(day * 86_400).civil().0.to_string();
                serde_json::json!({ "text": format!("Contact {phase}.{nth} dag {day}"), "when": when, "channel": "website" })
            });
            let scores = days.iter().enumerate().map(|(nth, (_, felt))| score(phase * each + nth, *felt));
            let scores: Vec<_> = scores.collect();
            let contacts: Vec<_> = contacts.collect();
            serde_json::json!({ "title": format!("Fase {phase}"), "cells": { "touchpoint": contacts, "emotion": scores } })
        })
        .collect();
    let whole = serde_json::json!({ "klantreis": 1, "title": "Dagboek", "language": "nl", "phases": phases });
    klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

pub fn day(label: &str) -> i64 {
    label.rsplit(' ').next().unwrap().parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn contacts_are_read_in_the_order_of_time_and_every_row_from_the_left(
        days in prop::collection::vec((20_000_i64..20_400, -2_i8..=2), 1..24),
        each in 1_usize..5,
        paper in prop::sample::select(vec!["A4", "A3", "A1"]),
    ) {
        let scene = lay_as("timeline", &diary(&days, each), paper, None).made;
        let read: Vec<Vec<(String, Rect)>> = (0..scene.pages.len()).map(|page| notes(&scene, page)).collect();
        let order: Vec<i64> = read.iter().flatten().map(|(label, _)| day(label)).collect();
        prop_assert!(order.is_sorted(), "{:?}", order);
        prop_assert_eq!(order.len(), days.len());
        for page in &read {
            for pair in page.windows(2) {
                let ((_, one), (_, next)) = (&pair[0], &pair[1]);
                // To the right of the one before, or in a row further down.
                prop_assert!(next.x > one.x || next.y >= one.bottom(), "{:?} {:?}", one, next);
                prop_assert!(!one.overlaps(*next, Mm(1e-6)), "{:?} {:?}", one, next);
            }
        }
    }

    #[test]
    fn on_both_sides_of_the_line_notes_have_their_size_and_no_stem_crosses_it(
        days in prop::collection::vec((20_000_i64..20_400, -2_i8..=2), 2..8),
    ) {
        let scene = lay_as("timeline", &diary(&days, 2), "A2", Some(Orientation::Landscape)).made;
        let papers = notes(&scene, 0);
        prop_assert_eq!(papers.len(), days.len());
        for (nth, (_, paper)) in papers.iter().enumerate() {
            prop_assert!((paper.width - Mm(76.0)).0.abs() < 1e-6 && (paper.height - Mm(76.0)).0.abs() < 1e-6, "{:?}", paper);
            prop_assert_eq!(paper.y < papers[0].1.bottom(), nth % 2 == 0, "by turns above and below");
        }
        // The line is the widest stroke of the figure; stems are upright and stand before it.
        let (mut line, mut stems, mut inside) = (Vec::new(), Vec::new(), false);
        walk(&scene.pages[0].nodes, &mut |step| match step {
            Step::Open(group) if group.role == Role::Figure => inside = group.frame.is_some(),
            Step::Close(group) if group.role == Role::Figure => inside = false,
            Step::Path(path) => {
                let Some(stroke) = &path.stroke else { return };
                let curved = path.segments.iter().any(|segment| matches!(segment, Segment::Curve(..)));
                let box_of = bounds(path);
                if inside && curved && path.fill.is_none() && box_of.width > Mm(20.0) && stroke.width > Mm(0.5) {
                    line.push(path.clone());
                } else if !inside && box_of.width == Mm::ZERO && path.segments.len() == 2 {
                    stems.push(box_of);
                }
            }
            _ => {}
        });
        // Other upright lines are the ticks of the ruler, which touch no note.
        stems.retain(|stem: &Rect| {
            let touches = |paper: &Rect| [stem.y - paper.bottom(), stem.bottom() - paper.y].iter().any(|gap| gap.0.abs() < 0.01);
            papers.iter().any(|(_, paper)| (paper.x + Mm(38.0) - stem.x).0.abs() < 0.01 && touches(paper))
        });
        prop_assert_eq!(stems.len(), days.len());
        prop_assert!(!line.is_empty());
        for stem in stems {
            let near = line.iter().flat_map(points).filter(|at| (at.x - stem.x).0.abs() < 0.5);
            for at in near {
                prop_assert!(at.y <= stem.y + Mm(0.01) || at.y >= stem.bottom() - Mm(0.01), "{:?} crosses {:?}", at, stem);
            }
        }
    }
}

/// Texts that are no contacts, each with its ink; and the line, as points near each other.
pub fn voices(scene: &Scene) -> (Vec<(String, Rect)>, Vec<Point>) {
    let (mut open, mut found, mut line) = (None::<Group>, Vec::new(), Vec::new());
    walk(&scene.pages[0].nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Item => {
            open = Some(group.clone()).filter(|group| group.label.as_ref().is_some_and(|label| label.contains("dacht ik")));
        }
        Step::Close(group) if group.role == Role::Item => {
            if let Some(group) = open.take() {
                let ink = boxes(&group.nodes, setter().fonts()).into_iter().map(|one| one.ink).reduce(Rect::union);
                found.push((group.label.unwrap_or_default(), ink.unwrap()));
            }
        }
        Step::Path(path) if path.fill.is_none() && path.stroke.as_ref().is_some_and(|stroke| stroke.width > Mm(1.0)) => {
            line.extend(points(path));
        }
        _ => {}
    });
    (found, line)
}

#[test]
fn what_is_said_stands_beside_the_line_clear_of_all_or_on_its_note() {
    let mut beside = 0;
    for (paper, words, each) in [("A0", 4, 2), ("A0", 12, 2), ("A0", 80, 2), ("A3", 40, 2), ("A2", 6, 1), ("A1", 6, 1)] {
        let days: Vec<(i64, i8)> =
            [0, 2, -2, 1, -1, 0, 2, -2].into_iter().zip(0..).map(|(score, nth)| (20_000 + nth * 3, score)).collect();
        let said = |nth: usize| Some(format!("Zo dacht ik {nth}{}", " er dan over".repeat(words / 4)));
        let journey = diary_saying(&days, each, &said);
        let scene = lay_as("timeline", &journey, paper, Some(Orientation::Landscape)).made;
        let papers = notes(&scene, 0);
        let (said, line) = voices(&scene);
        assert_eq!((said.len(), papers.len()), (8, 8), "{words} words on {paper}");
        for (nth, (text, ink)) in said.iter().enumerate() {
            let on = papers.iter().filter(|(_, paper)| paper.overlaps(*ink, Mm(1e-6))).collect::<Vec<_>>();
            if let [(label, paper)] = on[..] {
                // On a note it is its own.
                let score = text.split(' ').nth(3).unwrap().parse::<usize>().unwrap();
                assert!(paper.contains(*ink, Mm(0.1)) && label.contains(&format!("dag {}", days[score].0)), "{text} on {label}");
                continue;
            }
            beside += 1;
            assert!(on.is_empty(), "{text} lies on {on:?}");
            assert!(said[..nth].iter().all(|(_, other)| !other.overlaps(*ink, Mm::ZERO)), "{text} lies on another");
            assert!(
                line.iter().all(|at| !ink.overlaps(Rect::new(at.x, at.y, Mm(1e-3), Mm(1e-3)), Mm::ZERO)),
                "{text} on the line"
            );
        }
    }
    assert!(beside >= 10, "only {beside} stand beside the line");
}

#[test]
fn a_note_of_its_true_size_shows_how_it_felt_with_a_face() {
    let scene = |days: &[(i64, i8)], paper| lay_as("timeline", &diary(days, 2), paper, Some(Orientation::Landscape)).made;
    // A face on the line, and another one on the note.
    let faces = |scene: &Scene, papers: &[(String, Rect)]| {
        let mut count = 0;
        walk(&scene.pages[0].nodes, &mut |step| {
            if let Step::Path(path) = step
                && path.fill == Some(Color::WHITE)
                && (bounds(path).width - bounds(path).height).0.abs() < 1e-6
                && papers.iter().any(|(_, paper)| paper.contains(bounds(path), Mm::ZERO))
            {
                count += 1;
            }
        });
        count
    };
    let days = [(20_000, 2), (20_002, -1), (20_004, 0), (20_006, 1)];
    for (paper, wanted) in [("A2", 4), ("A5", 0)] {
        let scene = scene(&days, paper);
        assert_eq!(faces(&scene, &notes(&scene, 0)), wanted, "{paper}");
    }
}

#[test]
fn a_silence_is_told_and_breaks_the_ruler() {
    let journey = fixture("woning");
    for paper in ["A4", "A3", "A0"] {
        let all = said(&lay_as("timeline", &journey, paper, None).made);
        for words in ["7 weken stil", "5 weken stil"] {
            assert_eq!(all.matches(words).count(), 1, "{words} on {paper}: {all}");
        }
    }
    let even: Vec<(i64, i8)> = (0..12).map(|nth| (20_000 + nth * 30, 0)).collect();
    assert!(!said(&lay_as("timeline", &diary(&even, 3), "A3", None).made).contains("stil"), "a month is usual there");
    // From there on, one that is more than three times as long.
    let mut broken = even;
    broken.push((20_000 + 11 * 30 + 91, 1));
    let all = said(&lay_as("timeline", &diary(&broken, 3), "A3", None).made);
    assert!(all.contains("13 weken stil"), "{all}");
    // Days on which much happens are a day apart at least: two weeks are long among them.
    let crowded = [0, 0, 0, 0, 0, 2, 16, 29].map(|day| (20_000 + day, 0));
    let all = said(&lay_as("timeline", &diary(&crowded, 4), "A3", None).made);
    assert!(all.contains("2 weken stil") && all.contains("13 dagen stil") && !all.contains("2 dagen stil"), "{all}");
}

#[test]
fn a_month_begins_between_two_contacts() {
    // 26 and 27 February, 2 and 3 March.
    let scene = lay_as("timeline", &diary(&[(20_145, 0), (20_146, 0), (20_149, 0), (20_150, 0)], 2), "A4", None).made;
    let notes = notes(&scene, 0);
    let month = |name: &str| {
        let runs = boxes(&scene.pages[0].nodes, setter().fonts());
        runs.iter().find(|boxed| boxed.run.text.starts_with(name)).map(|boxed| boxed.ink.x).unwrap()
    };
    let (first, second) = (month("februari"), month("maart"));
    assert!((first - notes[0].1.x).0.abs() < 1.0, "the first where its row begins: {first:?} {:?}", notes[0].1);
    assert!((notes[1].1.right().0 - 0.5..notes[2].1.x.0 + 0.5).contains(&second.0), "{second:?} {notes:?}");
    // One date among many says nothing of the months of the others.
    let phase = |when: &[&str]| {
        let contacts: Vec<_> = when.iter().map(|when| serde_json::json!({ "text": "Contact", "when": when })).collect();
        let whole = serde_json::json!({ "klantreis": 1, "title": "Tijd", "language": "nl",
            "phases": [{ "title": "Fase", "cells": { "touchpoint": contacts } }] });
        said(&lay_as("timeline", &klantreis::read::json(&whole.to_string()).unwrap(), "A3", None).made)
    };
    assert!(phase(&["3 apr", "4 apr", "ooit"]).contains("april"));
    assert!(!phase(&["in het voorjaar", "28 apr", "ooit"]).contains("april"));
}

#[test]
fn the_ruler_tells_each_year_once_and_notes_do_not() {
    let every = |first: i64| (0..6).map(|nth| (first + nth * 9, 0)).collect::<Vec<_>>();
    // From 1 March 2025 on, and from 1 December 2025 on.
    let within = said(&lay_as("timeline", &diary(&every(20_148), 3), "A3", None).made);
    assert_eq!(within.matches("2025").count(), 1, "{within}");
    assert!(within.contains("maart") && within.contains("1\u{a0}maart"), "{within}");
    // Where no year is given, none is made up.
    assert!(!said(&lay_as("timeline", &fixture("woning"), "A3", None).made).contains("1972"));
    let across = said(&lay_as("timeline", &diary(&every(20_423), 3), "A3", None).made);
    assert_eq!((across.matches("2025").count(), across.matches("2026").count()), (1, 1), "{across}");
    assert!(across.contains("december 2025") && across.contains("januari 2026"), "{across}");
}

#[test]
fn all_notes_say_in_one_way_when_it_was_and_by_which_channel() {
    let contact = |text: &str, when: &str, channel: &str, turns: bool| {
        let mut contact = serde_json::json!({ "text": text, "moment_of_truth": turns });
        for (field, value) in [("when", when), ("channel", channel)] {
            if !value.is_empty() {
                contact[field] = value.into();
            }
        }
        contact
    };
    let contacts = [
        contact("Folder", "12 januari 2026", "", false),
        contact("Aanmelding", "14 januari 2026 om 9.30 uur", "website", true),
        contact("Herinnering", "2 februari 2026", "e-mail", false),
        contact("Gesprek", "9 maart 2026", "telefoon", true),
        contact("Les", "15 maart 2026", "zaal", false),
    ];
    let whole = serde_json::json!({ "klantreis": 1, "title": "Les", "language": "nl",
        "phases": [{ "title": "Fase", "cells": { "touchpoint": contacts } }] });
    let scene = lay_as("timeline", &klantreis::read::json(&whole.to_string()).unwrap(), "A4", None).made;
    let (mut items, mut inside) = (Vec::<Vec<(String, f64, f64)>>::new(), 0);
    walk(&scene.pages[0].nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Item => {
            inside += 1;
            items.push(Vec::new());
        }
        Step::Close(group) if group.role == Role::Item => inside -= 1,
        Step::Text(run) if inside > 0 => items.last_mut().unwrap().push((run.text.to_string(), run.size.0, run.origin.y.0)),
        _ => {}
    });
    assert_eq!(items.len(), 5);
    // The date first, as large and as far above what happened on each.
    let alike = |item: &[(String, f64, f64)]| (item[0].1, ((item[1].2 - item[0].2) * 1e3).round());
    let dated = |item: &[(String, f64, f64)]| item[0].0.starts_with(|first: char| first.is_ascii_digit());
    assert!(items.iter().all(|item| dated(item) && alike(item) == alike(&items[0])), "{items:?}");
    for (item, channel) in items.iter().zip(["", "website", "e-mail", "telefoon", "zaal"]) {
        assert!(channel.is_empty() || item.last().unwrap().0.trim_end() == channel, "{item:?}");
    }
    assert_eq!(said(&scene).matches("2026").count(), 1, "the ruler tells it: {}", said(&scene));
}

#[test]
fn contacts_without_a_time_keep_their_place_and_say_so() {
    let contact = |text: &str, when: Option<&str>| serde_json::json!({ "text": text, "when": when });
    let contacts = [
        contact("Vier", Some("9 mei")),
        contact("Vijf", None),
        contact("Een", Some("1 mei")),
        contact("Twee", Some("2 mei")),
        contact("Drie", Some("5 mei")),
    ];
    let document = |contacts: &[serde_json::Value]| {
        let contacts: Vec<_> = contacts
            .iter()
            .map(|contact| {
                let mut contact = contact.clone();
                contact.as_object_mut().unwrap().retain(|_, value| !value.is_null());
                contact
            })
            .collect();
        let whole = serde_json::json!({ "klantreis": 1, "title": "Tijd", "language": "nl",
            "phases": [{ "title": "Fase", "cells": { "touchpoint": contacts } }] });
        klantreis::read::json(&whole.to_string()).unwrap()
    };
    let scene = lay_as("timeline", &document(&contacts), "A3", None).made;
    let order: Vec<String> = notes(&scene, 0).into_iter().map(|(label, _)| label).collect();
    assert_eq!(order, ["Een", "Twee", "Drie", "Vier", "Vijf"]);
    assert_eq!(said(&scene).matches("tijdstip onbekend").count(), 1);
    // Where most have none it is said once.
    let scene = lay_as("timeline", &document(&[contacts[1].clone(), contacts[1].clone(), contacts[0].clone()]), "A3", None).made;
    let all = said(&scene);
    assert!(all.contains("Zonder tijdstip") && !all.contains("onbekend"), "{all}");
}

#[test]
fn what_a_timeline_shows_are_its_contacts_and_what_is_said_of_them() {
    let shown = shown(&fixture("planboard"));
    let kinds: Vec<_> = shown.lanes.iter().map(|lane| lane.kind.name()).collect();
    assert!(kinds.contains(&"touchpoint") && kinds.iter().all(|kind| ["touchpoint", "emotion"].contains(kind)), "{kinds:?}");
    assert!(shown.phases.iter().all(|phase| phase.cells.iter().flatten().all(|item| item.score.is_none())));
    let said: Vec<_> = shown.phases.iter().flat_map(|phase| phase.cells.iter().flatten()).map(Item::text).collect();
    assert!(said.contains(&"Security questionnaire") && said.contains(&"Chasing other people"), "{said:?}");
}

#[test]
fn a_journey_without_contacts_is_told_so_and_has_its_template() {
    let laid = lay_as("timeline", &fixture("mini"), "A3", None);
    let told: Vec<_> = laid.warnings.iter().filter(|warning| warning.code == Code::NothingToShow).collect();
    assert_eq!(told.len(), 1, "{:?}", laid.warnings);
    assert!(told[0].help.as_ref().is_some_and(|help| help.contains("touchpoint")), "{told:?}");
    let all = said(&laid.made);
    for words in ["What happens?", "+2", "−2", "100\u{a0}mm", "Group", "Date", "PERSONA"] {
        assert!(all.contains(words), "{words} in {all}");
    }
    // A template that was asked for is no surprise, and says what it holds.
    let selection = Selection::new(Registry::built_in(), &["pdf"], &["timeline"]).unwrap();
    for (name, paper, holds) in [("mini", "A1", true), ("woning", "A0", true), ("woning", "A4", false)] {
        let choices = Choices { fill: Fill::None, ..Choices::default() };
        let options = Options { choices, paper: paper.parse().unwrap(), ..Options::default() };
        let made = export(&fixture(name), &selection, &options, setter()).unwrap();
        assert!(made.warnings.iter().all(|warning| warning.code != Code::NothingToShow), "{name}: {:?}", made.warnings);
        let notes = made.warnings.iter().find(|warning| warning.code == Code::StickyNotes).expect("a note on notes");
        assert_eq!(!notes.message.contains("no sticky note"), holds, "{name} on {paper}: {}", notes.message);
    }
}

#[test]
fn a_stage_that_goes_on_in_the_next_row_says_so() {
    let contacts = |from: usize| (from..from + 8).map(|nth| format!("Contact {nth} in deze fase")).collect::<Vec<_>>();
    let whole = serde_json::json!({ "klantreis": 1, "title": "Rijen", "language": "nl",
        "stages": [{ "id": "voor", "title": "Vooraf" }, { "id": "na", "title": "Achteraf" }],
        "phases": [{ "title": "Een", "stage": "voor", "cells": { "touchpoint": contacts(0) } },
                   { "title": "Twee", "stage": "voor", "cells": { "touchpoint": contacts(8) } },
                   { "title": "Drie", "stage": "na", "cells": { "touchpoint": contacts(16) } }] });
    let journey = klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let scene = lay_as("timeline", &journey, "A4", Some(Orientation::Portrait)).made;
    let (mut bands, mut open) = (Vec::new(), None);
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) if matches!(group.role, Role::ColumnHeader { .. }) => open = Some(String::new()),
            Step::Text(run) => open.iter_mut().for_each(|said: &mut String| said.push_str(&run.text)),
            Step::Close(group) if matches!(group.role, Role::ColumnHeader { .. }) => bands.extend(open.take()),
            _ => {}
        });
    }
    let voor: Vec<&str> = bands.iter().filter(|said| said.starts_with("Vooraf")).map(String::as_str).collect();
    assert!(voor.len() > 1 && voor[0] == "Vooraf", "{voor:?}");
    assert!(voor[1..].iter().all(|said| said.replace(' ', "") == "Vooraf(vervolg)"), "{voor:?}");
    assert_eq!(bands.iter().filter(|said| *said == "Achteraf").count(), 1, "where it begins: {bands:?}");
}

#[test]
fn bars_at_the_edges_of_notes_are_of_one_width_and_named_in_the_legend() {
    let days: Vec<(i64, i8)> = (20_000_i64..).zip([2, 1, 0, -1, -2, 2]).collect();
    let scene = lay_as("timeline", &diary(&days, 3), "A3", None).made;
    let mut widths = Vec::new();
    let mut inside = 0;
    walk(&scene.pages[0].nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Item => inside += 1,
        Step::Close(group) if group.role == Role::Item => inside -= 1,
        Step::Path(path) if inside > 0 => {
            let upright = path.segments.len() == 2 && points(path).all(|at| at.x == points(path).next().unwrap().x);
            widths.extend(path.stroke.as_ref().filter(|_| upright && path.fill.is_none()).map(|stroke| stroke.width));
        }
        _ => {}
    });
    let felt = days.iter().filter(|(_, score)| *score != 0).count();
    assert!(widths.len() >= felt && widths.iter().all(|width| *width == widths[0]), "{widths:?}");
    let all = said(&scene);
    assert!(all.contains("Voelde goed") && all.contains("Voelde slecht"), "{all}");
    let well = said(&lay_as("timeline", &diary(&[(20_000, 1), (20_001, 2)], 2), "A3", None).made);
    assert!(well.contains("Voelde goed") && !well.contains("Voelde slecht"), "only what the page shows: {well}");
}

/// Notes of their true size leave phases of one contact too narrow for titles of long words.
#[test]
fn notes_stand_in_rows_where_phases_cannot_be_read_above_notes_on_both_sides() {
    let json = r#"{ "klantreis": 1, "title": "Van gasketel naar hybride warmtepomp in een appartementencomplex", "language": "nl", "phases": [
      { "title": "Verduurzamingsbewustwording", "cells": { "emotion": 0, "touchpoint":
        [{ "text": "Informatiebijeenkomst energietransitie", "channel": "buurthuis" }, "Gemeentelijke warmtetransitievisie"] } },
      { "title": "Haalbaarheidsonderzoek", "cells": { "emotion": 1, "touchpoint":
        [{ "text": "Warmteverliesberekening", "channel": "e-mail" }, { "text": "Dakinspectie met drone", "when": "17 februari" }] } },
      { "title": "Ledenvergadering", "cells": { "emotion": -2, "touchpoint":
        { "text": "Algemene ledenvergadering", "when": "14 april, 20:00", "channel": "gymzaal" } } },
      { "title": "Subsidieaanvraag en financieringsovereenkomst", "cells": { "emotion": -1, "touchpoint":
        [{ "text": "mijn.rvo.nl/subsidies/isde-voor-verenigingen", "channel": "website" },
         { "text": "Relatiebeheerder Warmtefonds", "channel": "telefoon" }] } },
      { "title": "Installatiewerkzaamheden", "cells": { "emotion": 0, "touchpoint":
        [{ "text": "Monteur Rachid", "channel": "aan de deur", "when": "9 september" }, { "text": "Bewonersappgroep", "channel": "WhatsApp" }] } },
      { "title": "Inregelen en nazorg", "cells": { "emotion": 2, "touchpoint":
        [{ "text": "Inregelbezoek", "when": "na 6 weken" }, "Storingsdienst 24/7"] } } ] }"#;
    let laid = lay_as("timeline", &klantreis::read::json(json).unwrap(), "A1", None);
    let small = laid.warnings.iter().find(|warning| warning.code == Code::HardToRead);
    assert!(laid.made.pages.len() == 1 && small.is_none(), "{small:?}");
}
