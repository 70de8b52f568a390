//! The document of a diagram.

use std::collections::BTreeSet;

use super::line::{Line, is_begin};
use crate::diagnostic::{CellPlace, Code, Diagnostic};
use crate::journey::aliases::{key, near_phase};
use crate::journey::{Json, LaneKind, Term, TermLanguage, limits};
use crate::read::import::{Notes, free, language_of, scale_of};
use crate::read::{Options, Reading};
use crate::tongue::say;

/// A task with the number of its line.
struct Task<'t> {
    line: usize,
    name: String,
    score: Option<f64>,
    actors: &'t [&'t str],
}

/// A section with its tasks.
struct Section<'t> {
    line: usize,
    title: String,
    tasks: Vec<Task<'t>>,
}

/// The journey of the lines of a diagram, of which one is a task.
pub(super) fn journey(lines: &[(usize, Line)], options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let mut notes = Notes::default();
    let texts = lines.iter().filter_map(|(_, line)| match line {
        Line::Front(text) | Line::Title(text) | Line::Section(text) | Line::Task { name: text, .. } => Some(*text),
        Line::Begin | Line::Other(_) => None,
    });
    let language = language_of(texts, options);
    let terms = TermLanguage::of_tag(&language);
    let titled = lines.iter().any(|(_, line)| matches!(line, Line::Title(text) if !text.is_empty()));
    let mut title = None;
    let mut sections: Vec<Section> = Vec::new();
    for (number, line) in lines {
        match line {
            Line::Begin => {}
            // Mermaid shows the title of the diagram, and that of the settings where there is no other.
            Line::Front(text) if !titled && title.is_none() && !text.is_empty() => title = Some((*number, plain(text))),
            Line::Title(text) if title.is_none() && !text.is_empty() => title = Some((*number, plain(text))),
            Line::Front(text) | Line::Title(text) => notes.leave(place(*number), *text, "left-second-title"),
            Line::Section(text) => sections.push(Section { line: *number, title: plain(text), tasks: Vec::new() }),
            Line::Task { name, score, actors } => {
                if sections.is_empty() {
                    let title = format!("{} 1", Term::Phase.text(terms));
                    sections.push(Section { line: *number, title, tasks: Vec::new() });
                }
                if let Some(section) = sections.last_mut() {
                    section.tasks.push(Task { line: *number, name: plain(name), score: *score, actors });
                }
            }
            Line::Other(text) => {
                if is_begin(text) {
                    let further = Diagnostic::new(Code::FurtherJourney, say!("further-diagram"));
                    notes.remark(further.help(say!("further-diagram-help")).cell(place(*number)));
                }
                notes.leave(place(*number), text.clone(), "left-part-of-no-journey");
            }
        }
    }
    let stem = options.stem.map(str::trim).filter(|stem| !stem.is_empty());
    let named = stem.unwrap_or_else(|| Term::Journey.text(terms)).to_owned();
    let mut document = vec![("klantreis".to_owned(), Json::number(1.0)), ("language".to_owned(), Json::text(&language))];
    if let Some((line, _)) = &title {
        notes.from("/title", place(*line));
        notes.step(say!("place-line", line = *line), say!("explain-the-title"));
    }
    document.push(("title".to_owned(), Json::text(title.map_or(named, |(_, title)| title))));
    document.extend(personas(&sections, &mut notes));
    document.extend(grid(&sections, &mut notes));
    notes.finish(document)
}

fn place(line: usize) -> CellPlace {
    CellPlace { sheet: None, cell: format!("line {line}") }
}

/// A text without the line breaks of HTML, and with single spaces.
fn plain(text: &str) -> String {
    let text = ["<br>", "<br/>", "<br />"].iter().fold(text.to_owned(), |text, mark| text.replace(mark, " "));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The actors of all tasks, as personas.
fn personas(sections: &[Section], notes: &mut Notes) -> Option<(String, Json)> {
    let mut known = Vec::new();
    for task in sections.iter().flat_map(|section| &section.tasks) {
        for actor in task.actors {
            if known.len() < limits::PERSONAS && !known.contains(actor) {
                notes.from(format!("/personas/{}", known.len()), place(task.line));
                known.push(*actor);
            }
        }
    }
    let persona = |name: &&str| Json::object([("name", Json::text(*name))]);
    (!known.is_empty()).then(|| ("personas".to_owned(), Json::List(known.iter().map(persona).collect())))
}

/// The lanes and phases.
fn grid(sections: &[Section], notes: &mut Notes) -> Vec<(String, Json)> {
    let scores = || sections.iter().flat_map(|section| section.tasks.iter().filter_map(|task| task.score));
    let scale = scale_of(scores());
    let mut lanes = vec![Json::object([("id", Json::text("action")), ("kind", Json::text(LaneKind::Action.name()))])];
    if scores().next().is_some() {
        let (min, max) = scale;
        let scale = Json::object([("min", Json::number(min)), ("max", Json::number(max))]);
        lanes.push(Json::object([
            ("id", Json::text("emotion")),
            ("kind", Json::text(LaneKind::Emotion.name())),
            ("scale", scale),
        ]));
    }
    let (mut taken, mut phases) = (BTreeSet::new(), Vec::new());
    for section in sections {
        if phases.len() == limits::PHASES {
            notes.leave(place(section.line), section.title.clone(), "left-section-too-many");
        }
        let beyond = phases.len() == limits::PHASES;
        for (nth, task) in section.tasks.iter().enumerate() {
            if beyond || nth >= limits::ITEMS_IN_CELL {
                notes.leave(place(task.line), task.name.clone(), "left-too-much");
            }
        }
        if !beyond {
            phases.push(phase(section, phases.len(), scale, &mut taken, notes));
        }
    }
    vec![("lanes".to_owned(), Json::List(lanes)), ("phases".to_owned(), Json::List(phases))]
}

fn phase(section: &Section, index: usize, (min, max): (f64, f64), taken: &mut BTreeSet<String>, notes: &mut Notes) -> Json {
    let slug = Some(key(&section.title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| format!("phase-{}", index + 1));
    let known = near_phase(&section.title).filter(|id| !taken.contains(*id)).map(str::to_owned);
    let id = free(known.unwrap_or(slug), taken);
    notes.from(format!("/phases/{index}"), place(section.line));
    let meaning = say!("explain-section", name = &section.title, count = section.tasks.len());
    notes.step(say!("place-line", line = section.line), meaning);
    let (mut actions, mut emotions) = (Vec::new(), Vec::new());
    for task in section.tasks.iter().take(limits::ITEMS_IN_CELL) {
        notes.from(format!("/phases/{index}/cells/action/{}", actions.len()), place(task.line));
        let actors = task.actors.iter().map(|actor| Json::text(*actor)).collect::<Vec<_>>();
        let actors = (!actors.is_empty()).then(|| ("x", Json::object([("actors", Json::List(actors))])));
        actions.push(Json::object([("text", Json::text(&task.name))].into_iter().chain(actors)));
        match task.score {
            Some(score) if (min..=max).contains(&score) => {
                notes.from(format!("/phases/{index}/cells/emotion/{}", emotions.len()), place(task.line));
                emotions.push(Json::object([("score", Json::number(score + 0.0))]));
            }
            Some(score) => notes.leave(place(task.line), score.to_string(), "left-off-scale"),
            None => {}
        }
    }
    let cells = [("action", actions), ("emotion", emotions)].into_iter().filter(|(_, items)| !items.is_empty());
    let cells = Json::object(cells.map(|(lane, items)| (lane, Json::List(items))));
    Json::object([("id", Json::text(id)), ("title", Json::text(title_or(&section.title))), ("cells", cells)])
}

/// A title: a section without a name is a dash.
fn title_or(title: &str) -> &str {
    if title.is_empty() { "–" } else { title }
}
