//! Journeys as diagrams of Mermaid (`journey`): sections are phases, tasks are what the customer does, each with its score and its actors.
//!
//! ```text
//! journey
//!   title My working day
//!   section Go to work            a phase
//!     Make tea: 5: Me             an action, scored 5
//!     Do work: 1: Me, Cat         its actors are kept with it; all actors are personas
//! ```
//!
//! A diagram may stand in a block of code of Markdown, behind lines of settings. Settings say how it looks and are passed over; comments,
//! descriptions and further diagrams are left over.

mod line;
mod make;

use super::{Options, Reader, Reading, text};
use crate::diagnostic::{Code, Diagnostic};
use crate::tongue::say;
use line::{Line, lines};

/// The registry entry.
pub(super) static READER: Reader = Reader {
    name: "mermaid",
    extensions: &["mmd", "mermaid"],
    summary: "Diagram of Mermaid (`journey`): sections are phases, tasks actions with a score; actors are kept with their tasks",
    claims: |bytes| is_journey(&text::shown(bytes)),
    text: |bytes| text::decode(bytes).0,
    read,
};

fn read(bytes: &[u8], options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let (text, remark) = text::decode(bytes);
    match diagram(&text, options) {
        Ok(mut reading) => {
            reading.remarks.splice(0..0, remark);
            Ok(reading)
        }
        Err(problems) => Err(remark.into_iter().chain(problems).collect()),
    }
}

/// Whether a text holds the diagram of a journey.
pub(super) fn is_journey(text: &str) -> bool {
    lines(text).any(|(_, line)| line == Line::Begin)
}

/// The journey of the first diagram in a text.
///
/// # Errors
/// When there is none with a task, and what the check finds.
pub(super) fn diagram(text: &str, options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let found: Vec<(usize, Line)> = lines(text).collect();
    if found.iter().any(|(_, line)| matches!(line, Line::Task { .. })) {
        return make::journey(&found, options);
    }
    let message = if found.iter().any(|(_, line)| *line == Line::Begin) { say!("no-task") } else { say!("no-journey-diagram") };
    Err(vec![Diagnostic::new(Code::NoMatrix, message).help(say!("no-journey-diagram-help"))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Journey, normal};

    fn reading(text: &str) -> Reading {
        read(text.as_bytes(), &Options { stem: Some("reis"), ..Options::default() })
            .unwrap_or_else(|problems| panic!("{text}\n{problems:?}"))
    }

    /// The phases with their tasks and scores.
    fn short(journey: &Journey) -> String {
        let phase = |phase: &crate::journey::Phase| {
            let cell = |cell: &Vec<crate::journey::Item>| {
                let item = |item: &crate::journey::Item| {
                    format!("{}{}", item.text(), item.score.map(|score| score.to_string()).unwrap_or_default())
                };
                cell.iter().map(item).collect::<Vec<_>>().join("+")
            };
            format!("{}: {}", phase.title, phase.cells.iter().map(cell).collect::<Vec<_>>().join(" | "))
        };
        journey.phases.iter().map(phase).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn sections_are_phases_and_tasks_have_scores_and_actors() {
        let read = reading(
            "journey\n  title My day\n  section Go to work\n    Make tea: 5: Me\n    Do work: 1: Me, Cat\n  section Home\n    Sit down: 4: Me\n",
        );
        assert_eq!(short(&read.journey), "Go to work: Make tea+Do work | 5+1\nHome: Sit down | 4");
        let names: Vec<_> = read.journey.personas.iter().map(|persona| &*persona.name).collect();
        assert_eq!((read.journey.title.as_str(), names), ("My day", vec!["Me", "Cat"]));
        assert!(
            normal(&read.journey).contains(r#"{ "text": "Do work", "x": { "actors": ["Me", "Cat"] } }"#),
            "{}",
            normal(&read.journey)
        );
        assert_eq!(read.remarks.len(), 0);
    }

    #[test]
    fn tasks_are_read_however_they_are_written() {
        for (tasks, expected) in [
            ("A:5:Me", "A | 5"),
            ("A : 3", "A | 3"),
            ("A: 3.5: Me; B: 4: You", "A+B | 3.5+4"),
            ("At 10:30 leave: 4: Me", "At 10:30 leave | 4"),
            ("Nobody knows: x: Me", "Nobody knows: x: Me"),
            ("Not scored", "Not scored"),
            ("A: 0: Me\nB: 5: Me", "A+B | 0+5"),
            ("A: -2: Me\nB: 2", "A+B | -2+2"),
            ("A: 10: Me", "A | 10"),
            ("A: 5: Me %% why", "A | 5"),
            ("A<br/>b: 5: Me", "A b | 5"),
        ] {
            let read = reading(&format!("journey\nsection S\n{tasks}\n"));
            assert_eq!(short(&read.journey), format!("S: {expected}"), "{tasks}");
        }
    }

    #[test]
    fn what_is_no_part_of_the_journey_is_left_over() {
        let read = reading(
            "---\ntitle: From the front\nconfig:\n  theme: dark\n---\n%%{init: {'theme': 'x'}}%%\n%% draft of Monday\njourney\n  accTitle: Short\n  \
             accDescr {\n    one line\n    and another\n  }\n  Before: 3: Me\n  section A\n  Do: 2\n",
        );
        assert_eq!(
            (read.journey.title.as_str(), short(&read.journey).as_str()),
            ("From the front", "Phase 1: Before | 3\nA: Do | 2")
        );
        let left = normal(&read.journey);
        for text in ["draft of Monday", "Short", "one line and another"] {
            assert!(left.contains(text), "{text}\n{left}");
        }
        assert_eq!(read.remarks.len(), 3);
        assert_eq!(read.remarks[0].cell.as_ref().map(ToString::to_string).as_deref(), Some("line 7"));
    }

    #[test]
    fn the_title_of_the_diagram_is_the_one_that_is_shown() {
        for (front, inside, title, left) in [
            ("title: From the front", "title Inside", "Inside", Some("From the front")),
            ("title: \"From the front\"", "title Et besøg", "Et besøg", Some("From the front")),
            ("title: From the front", "title", "From the front", None),
            ("config:\n  theme: dark", "title Inside", "Inside", None),
            ("title: From the front", "title One\ntitle Two", "One", Some("Two")),
        ] {
            let read = reading(&format!("---\n{front}\n---\njourney\n{inside}\nsection A\n Do: 2: Me\n"));
            assert_eq!(read.journey.title, title, "{front} {inside}");
            let all = normal(&read.journey);
            assert!(left.is_none_or(|left| all.contains(left)), "{all}");
            assert_eq!(read.remarks.is_empty(), left.is_none(), "{front} {inside}");
        }
    }

    #[test]
    fn blocks_of_markdown_are_read_and_the_second_diagram_is_left_over() {
        let read = reading(
            "# Notes\n\n```mermaid\njourney\n section A\n  Do: 2: Me\n```\nText\n\n```mermaid\njourney\n section B\n  Other: 4\n```\n",
        );
        assert_eq!(short(&read.journey), "A: Do | 2");
        let further: Vec<_> = read.remarks.iter().filter(|remark| remark.code == Code::FurtherJourney).collect();
        assert!(matches!(further.as_slice(), [remark] if remark.cell.as_ref().is_some_and(|cell| cell.to_string() == "line 11")));
        for text in ["Notes", "Text", "Other: 4", "section B"] {
            assert!(normal(&read.journey).contains(text), "{text}");
        }
        assert!(!is_journey("graph TD\n A-->B") && is_journey("  journey  \n") && is_journey("```mermaid\njourney\n```"));
        assert_eq!(diagram("graph TD\n A-->B", &Options::default()).unwrap_err()[0].code, Code::NoMatrix);
        assert_eq!(diagram("journey\n title x", &Options::default()).unwrap_err()[0].code, Code::NoMatrix);
    }
}
