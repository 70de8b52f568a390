//! How contacts were felt, on the line of a timeline: a face for each score, with a contact or without, and what is shaded under it.

use klantreis::diagnostic::Code;
use klantreis::journey::Journey;
use klantreis::layout::theme;
use klantreis::paper::Orientation;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Color, Mm, Point, Rect, Role, Scene};

use crate::matrix::{fixture, lay_as};
use crate::support::boxes::boxes;
use crate::timeline::{bounds, diary, notes, points, said, setter};

#[test]
fn scores_without_any_contact_make_a_line_of_faces_and_no_template() {
    let whole = serde_json::json!({ "klantreis": 1, "title": "Loodgieter", "language": "nl", "phases": [
        { "title": "Lek", "cells": { "emotion": [-1, -2], "goal": "Droog" } },
        { "title": "Wachten", "cells": { "goal": "Niets" } },
        { "title": "Klaar", "cells": { "emotion": 2 } },
    ] });
    let journey = klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
    for paper in ["A4", "A3", "A1"] {
        let laid = lay_as("timeline", &journey, paper, None);
        let told: Vec<_> = laid.warnings.iter().filter(|warning| warning.code == Code::NothingToShow).collect();
        assert!(told.len() == 1 && told[0].message.contains("scores"), "{:?}", laid.warnings);
        let (all, mut lines) = (said(&laid.made), Vec::new());
        walk(&laid.made.pages[0].nodes, &mut |step| {
            if let Step::Open(group) = step
                && let (Role::Figure, Some(frame)) = (group.role, group.frame)
            {
                lines.push((
                    group.description.as_deref().unwrap_or_default().to_owned(),
                    frame.height / laid.made.pages[0].size.height,
                ));
            }
        });
        let numbers = |said: &str| said.split([' ', ',']).filter(|word| word.ends_with(['1', '2'])).collect::<Vec<_>>().join(" ");
        assert!(lines.len() == 1 && lines[0].1 > 0.4, "{paper}: {lines:?}");
        assert!(numbers(&lines[0].0).starts_with("−1 −2 +2"), "{paper}: {lines:?}");
        for words in ["Lek", "Wachten", "Klaar", "zonder contactmomenten"] {
            assert!(all.contains(words), "{words} in {all}");
        }
        assert!(!all.contains("Wat gebeurt er?"), "{all}");
    }
}

#[test]
fn every_score_is_on_the_line_with_a_contact_or_without() {
    let whole = serde_json::json!({ "klantreis": 1, "title": "Hoorapparaat", "language": "nl", "phases": [
        { "title": "Meer scores", "cells": { "touchpoint": ["Balie"], "emotion": [2, -2, 1] } },
        { "title": "Geen contact", "cells": { "emotion": [-1, { "score": 0, "moment_of_truth": true }] } },
        { "title": "Meer contacten", "cells": { "touchpoint": ["Brief", "Telefoon"], "emotion": [-2] } },
        { "title": "Niets", "cells": { "goal": "Wacht" } },
        { "title": "Slot", "cells": { "touchpoint": ["Bezoek"], "emotion": [2, 1] } },
    ] });
    let journey = klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
    for paper in ["A4", "A1"] {
        let scene = lay_as("timeline", &journey, paper, None).made;
        let mut told = Vec::new();
        for page in &scene.pages {
            walk(&page.nodes, &mut |step| match step {
                Step::Open(group) if group.role == Role::Figure => {
                    let words = group.description.as_deref().unwrap_or_default().split([' ', ',']);
                    let number = |word: &&str| word.ends_with(|end: char| end.is_ascii_digit());
                    told.extend(words.filter(number).map(str::to_owned));
                }
                _ => {}
            });
        }
        assert_eq!(told, ["+2", "−2", "+1", "−1", "0", "−2", "+2", "+1"], "{paper}");
    }
}

/// A journey of one phase with so many contacts and so many scores, each saying something; the last ones turn the journey.
fn uneven(contacts: usize, scores: usize, turning: bool) -> Journey {
    let contact =
        |nth: usize| serde_json::json!({ "text": format!("Contact {nth}"), "moment_of_truth": turning && nth + 1 == contacts });
    let score = |nth: usize| {
        let score = i64::try_from(nth).unwrap() % 5 - 2;
        serde_json::json!({ "score": score, "text": format!("Zo dacht ik {nth}"), "moment_of_truth": turning && nth + 1 == scores })
    };
    let contacts: Vec<_> = (0..contacts).map(contact).collect();
    let scores: Vec<_> = (0..scores).map(score).collect();
    let phases = serde_json::json!([{ "title": "Fase", "cells": { "touchpoint": contacts, "emotion": scores } }]);
    let whole = serde_json::json!({ "klantreis": 1, "title": "Dagboek", "language": "nl", "phases": phases });
    klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The middles of the faces on the lines of the first page, from the left.
fn faces(scene: &Scene) -> Vec<Point> {
    let mut found = Vec::new();
    let mut figures = 0;
    walk(&scene.pages[0].nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Figure => figures += 1,
        Step::Close(group) if group.role == Role::Figure => figures -= 1,
        Step::Path(path) if figures > 0 && path.fill.is_some() && path.stroke.is_some() => {
            let bounds = bounds(path);
            if (bounds.width - bounds.height).0.abs() < 1e-6 {
                found.push(Point { x: bounds.x + bounds.width / 2.0, y: bounds.y + bounds.height / 2.0 });
            }
        }
        _ => {}
    });
    found.sort_by(|one, other| one.x.0.total_cmp(&other.x.0));
    found
}

/// The contact that stands straight under a face, in its row.
fn under(face: Point, papers: &[(String, Rect)]) -> Option<usize> {
    let below = |paper: &Rect| (paper.y > face.y).then_some(paper.y - face.y);
    let row = papers.iter().filter_map(|(_, paper)| below(paper)).reduce(Mm::min)?;
    let straight = |paper: &Rect| ((paper.x + paper.width / 2.0) - face.x).0.abs() < 3.0;
    papers.iter().position(|(_, paper)| straight(paper) && below(paper) == Some(row))
}

#[test]
fn a_score_of_a_phase_with_other_contacts_is_hung_on_none_of_them() {
    for (contacts, scores) in [(2, 1), (3, 1), (3, 2), (6, 5), (7, 3), (2, 3)] {
        let scene = lay_as("timeline", &uneven(contacts, scores, false), "A3", Some(Orientation::Landscape)).made;
        let papers = notes(&scene, 0);
        let faces = faces(&scene);
        assert_eq!((papers.len(), faces.len()), (contacts, scores), "{contacts} and {scores}");
        for face in &faces {
            let of = under(*face, &papers);
            assert_eq!(of, None, "{contacts} contacts and {scores} scores: a face at {face:?} over one of {papers:?}");
        }
        // Nothing is said on a contact, and everything is said.
        let told = said(&scene).split_whitespace().collect::<Vec<_>>().join(" ");
        for nth in 0..scores {
            assert_eq!(told.matches(&format!("Zo dacht ik {nth}")).count(), 1, "{contacts} and {scores}: {told}");
        }
        assert!(!said(&scene).contains("voelde"), "no contact felt good or bad: {}", said(&scene));
    }
    // With a score each they are theirs, and so is one that turns the journey, of the contact that does.
    for (contacts, scores, turning) in [(3, 3, false), (3, 1, true)] {
        let scene = lay_as("timeline", &uneven(contacts, scores, turning), "A3", Some(Orientation::Landscape)).made;
        let papers = notes(&scene, 0);
        let faces = faces(&scene);
        let found: Vec<_> = faces.iter().map(|face| under(*face, &papers)).collect();
        let expected: Vec<_> = (contacts - scores..contacts).map(Some).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn curves_that_the_line_does_not_show_are_named_once() {
    let laid = lay_as("timeline", &fixture("planboard"), "A3", None);
    let said: Vec<&str> = laid.warnings.iter().filter(|one| one.code == Code::NotShown).map(|one| one.message.as_str()).collect();
    assert!(
        matches!(said[..], [one] if one.contains("What Helen expected") && one.contains("Jonas") && one.contains("Helen’s experience")),
        "{said:?}"
    );
    assert!(lay_as("timeline", &fixture("woning"), "A3", None).warnings.iter().all(|one| one.code != Code::NotShown));
}

#[test]
fn what_is_said_of_a_phase_stands_with_its_score_beside_its_face_where_notes_are_in_rows() {
    // Three phases of six contacts, each with a score and words of its own.
    let contacts = |from: usize| (0..6).map(|nth| serde_json::json!(format!("Contact {}", from + nth))).collect::<Vec<_>>();
    let phase = |nth: usize, score: i32, text: &str| {
        serde_json::json!({ "title": format!("Fase {nth}"), "cells": {
            "touchpoint": contacts(nth * 6), "emotion": { "score": score, "text": text, "moment_of_truth": true } } })
    };
    let phases = [phase(0, 2, "Wat fijn"), phase(1, -2, "Nooit meer"), phase(2, 1, "Het went")];
    let whole = serde_json::json!({ "klantreis": 1, "title": "Rijen", "language": "nl", "phases": phases });
    let journey = klantreis::read::json(&whole.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let scene = lay_as("timeline", &journey, "A3", Some(Orientation::Landscape)).made;
    let faces = faces(&scene);
    assert_eq!(faces.len(), 3);
    let texts = boxes(&scene.pages[0].nodes, setter().fonts()).into_iter();
    let texts: Vec<(String, Rect)> = texts.map(|one| (one.run.text.to_string(), one.ink)).collect();
    for wanted in ["+2", "−2", "+1", "Wat", "Nooit", "Het"] {
        let of = texts.iter().filter(|(text, _)| text.trim() == wanted || text.starts_with(&format!("{wanted} ")));
        let near = of.filter(|(_, ink)| {
            let away = |face: &Point| (face.x - (ink.x + ink.width / 2.0)).0.hypot((face.y - (ink.y + ink.height / 2.0)).0);
            faces.iter().any(|face| away(face) < 25.0)
        });
        assert!(near.count() >= 1, "{wanted}: {texts:?} {faces:?}");
    }
    // Stars stand clear of their faces.
    let radius = faces_radius(&scene);
    let mut stars = 0;
    walk(&scene.pages[0].nodes, &mut |step| {
        if let Step::Path(path) = step
            && path.fill == Some(theme::ALERT)
        {
            let star = bounds(path);
            let middle = Point { x: star.x + star.width / 2.0, y: star.y + star.height / 2.0 };
            for face in &faces {
                let away = (face.x - middle.x).0.hypot((face.y - middle.y).0);
                // That is the radius of a sign, and a little air.
                assert!(away > radius * 1.6, "{middle:?} at {face:?}");
            }
            stars += 1;
        }
    });
    assert!(stars >= 3, "{stars}");
}

/// The radius of the faces on the first page.
fn faces_radius(scene: &Scene) -> f64 {
    let (mut radius, mut figures) = (0.0_f64, 0);
    walk(&scene.pages[0].nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Figure => figures += 1,
        Step::Close(group) if group.role == Role::Figure => figures -= 1,
        Step::Path(path) if figures > 0 && path.fill.is_some() && path.stroke.is_some() => {
            radius = radius.max(bounds(path).width.0 / 2.0);
        }
        _ => {}
    });
    radius
}

#[test]
fn a_score_at_which_customers_leave_is_marked_on_the_line() {
    let of = |leaves: bool| {
        let phases = serde_json::json!([
            { "title": "A", "cells": { "touchpoint": ["Balie"], "emotion": [1] } },
            { "title": "B", "cells": { "touchpoint": ["Kassa"], "emotion": [{ "score": -1, "drop_off": leaves }] } }
        ]);
        let whole = serde_json::json!({ "klantreis": 1, "title": "Reis", "language": "nl", "phases": phases });
        let journey = klantreis::read::json(&whole.to_string()).unwrap();
        let scene = lay_as("timeline", &journey, "A3", None).made;
        let mut red = 0;
        walk(&scene.pages[0].nodes, &mut |step| {
            if let Step::Path(path) = step {
                let color = path.fill.or(path.stroke.as_ref().map(|stroke| stroke.color));
                red += usize::from(color == Some(theme::ALERT));
            }
        });
        (red, said(&scene).contains("Afhaakmoment"))
    };
    let (without, with) = (of(false), of(true));
    // On the line and in the legend.
    assert!(with.0 > without.0 + 1 && with.1 && !without.1, "{without:?} {with:?}");
}

#[test]
fn the_line_from_a_contact_ends_at_the_curve_and_not_under_its_shading() {
    let scene = lay_as("timeline", &diary(&[(20_000, 2), (20_001, 2), (20_002, -2)], 1), "A3", None).made;
    let (mut order, mut nth) = ((None, None), 0);
    walk(&scene.pages[0].nodes, &mut |step| {
        if let Step::Path(path) = step {
            nth += 1;
            let shaded = path.fill == Some(theme::GOOD.over(Color::WHITE, 0.2));
            let upright = path.fill.is_none() && bounds(path).width < Mm(1e-6) && bounds(path).height > Mm(3.0);
            if shaded {
                order.0 = Some(nth);
            } else if upright && order.1.is_none() {
                order.1 = Some(nth);
            }
        }
    });
    let (Some(shaded), Some(stem)) = order else { panic!("{order:?}") };
    assert!(shaded < stem, "stems are drawn over the shading");
}

#[test]
fn what_turns_a_contact_shows_at_its_face_on_the_line() {
    let whole = |turns: bool| {
        serde_json::json!({ "klantreis": 1, "title": "Bril", "language": "nl", "phases": [
            { "title": "Kiezen", "cells": { "touchpoint": { "text": "Winkel", "moment_of_truth": turns }, "emotion": 2 } },
            { "title": "Wachten", "cells": { "touchpoint": "Brief", "emotion": -1 } },
        ] })
    };
    let stars = |turns: bool| {
        let journey = klantreis::read::json(&whole(turns).to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
        let scene = lay_as("timeline", &journey, "A3", None).made;
        let (mut stars, mut inside) = (0, 0);
        walk(&scene.pages[0].nodes, &mut |step| match step {
            Step::Open(group) if group.role == Role::Figure && group.frame.is_some() => inside += 1,
            Step::Close(group) if group.role == Role::Figure && group.frame.is_some() => inside -= 1,
            // A star has ten corners.
            Step::Path(path) if inside > 0 && path.fill == Some(theme::ALERT) && path.segments.len() >= 10 => stars += 1,
            _ => {}
        });
        stars
    };
    assert_eq!((stars(false), stars(true)), (0, 1));
}

#[test]
fn a_score_of_the_time_of_a_contact_is_felt_there() {
    let contact = |when: &str| serde_json::json!({ "text": "Contact", "when": when });
    let felt = |when: &str, score: i8| serde_json::json!({ "score": score, "when": when, "text": format!("Zo {when}") });
    let days = ["1 mei", "2 mei", "3 mei", "4 mei", "5 mei"];
    for scores in [
        vec![felt("2 mei", -2)],
        vec![felt("2 mei", -2), felt("5 mei", 2)],
        vec![felt("1 mei", 0), serde_json::json!(1), felt("4 mei", 2)],
    ] {
        let whole = serde_json::json!({ "klantreis": 1, "title": "Tijd", "language": "nl", "phases": [{ "title": "Fase",
            "cells": { "touchpoint": days.map(contact), "emotion": scores } }] });
        let scene =
            lay_as("timeline", &klantreis::read::json(&whole.to_string()).unwrap(), "A3", Some(Orientation::Landscape)).made;
        let middles: Vec<f64> = notes(&scene, 0).iter().map(|(_, paper)| paper.x.0 + paper.width.0 / 2.0).collect();
        let mut faces = Vec::new();
        walk(&scene.pages[0].nodes, &mut |step| {
            if let Step::Path(path) = step
                && path.fill == Some(Color::WHITE)
                && (bounds(path).width - bounds(path).height).0.abs() < 1e-6
                && bounds(path).width > Mm(4.0)
            {
                faces.push(bounds(path).x.0 + bounds(path).width.0 / 2.0);
            }
        });
        assert_eq!(faces.len(), scores.len(), "{scores:?}");
        for score in &scores {
            let Some(day) = score["when"].as_str().and_then(|when| days.iter().position(|day| *day == when)) else { continue };
            assert!(faces.iter().any(|face| (face - middles[day]).abs() < 0.1), "{score} of {faces:?} over {middles:?}");
        }
    }
}

#[test]
fn marks_of_contacts_stand_off_the_line_however_steep_it_is() {
    let contact = |mark: &str| serde_json::json!({ "text": "Contact", mark: true });
    let phase = |nth: usize, score: i8, mark: &str| {
        serde_json::json!({ "title": format!("Fase {nth}"),
            "cells": { "touchpoint": [contact(mark), contact(mark), "Contact"], "emotion": score } })
    };
    for mark in ["drop_off", "moment_of_truth"] {
        let phases: Vec<_> = (0..4).map(|nth| phase(nth, if nth % 2 == 0 { -2 } else { 2 }, mark)).collect();
        let whole = serde_json::json!({ "klantreis": 1, "title": "Steil", "language": "nl", "phases": phases });
        let scene = lay_as("timeline", &klantreis::read::json(&whole.to_string()).unwrap(), "A1", None).made;
        let (mut marks, mut line) = (Vec::new(), Vec::new());
        let (mut inside, mut figure) = (0, 0);
        walk(&scene.pages[0].nodes, &mut |step| match step {
            Step::Open(group) if group.role == Role::Item => inside += 1,
            Step::Close(group) if group.role == Role::Item => inside -= 1,
            Step::Open(group) if group.role == Role::Figure => figure += 1,
            Step::Close(group) if group.role == Role::Figure => figure -= 1,
            Step::Path(path) if figure > 0 && inside == 0 => {
                let alert = |color: Color| color == theme::ALERT;
                let stroke = path.stroke.as_ref();
                if path.fill.is_some_and(alert) {
                    marks.push(bounds(path));
                } else if stroke.is_some_and(|stroke| stroke.color == theme::INK && stroke.width > Mm(0.7))
                    && path.fill.is_none()
                    && bounds(path).width > Mm(3.0)
                {
                    line.extend(points(path));
                }
            }
            _ => {}
        });
        assert!(marks.len() >= 8 && line.len() > 20, "{mark}: {} marks, {} points", marks.len(), line.len());
        for place in &marks {
            let lies = |pair: &[Point]| {
                (0..=20).any(|step| {
                    let share = f64::from(step) / 20.0;
                    let at =
                        Point { x: pair[0].x + (pair[1].x - pair[0].x) * share, y: pair[0].y + (pair[1].y - pair[0].y) * share };
                    place.overlaps(Rect::new(at.x, at.y, Mm(1e-3), Mm(1e-3)), Mm::ZERO)
                })
            };
            assert!(!line.windows(2).any(lies), "{mark} at {place:?} lies on the line");
        }
    }
}
