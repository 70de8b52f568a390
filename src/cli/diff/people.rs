//! A difference as text, for people: phase by phase, lane by lane, a line a change.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::console::count;
use super::Compared;
use crate::diagnostic::one_line;
use crate::journey::Json;
use crate::journey::diff::{Change, ChangeKind, Difference, Part, Side};

/// The characters of a value that are shown.
const SHOWN: usize = 60;
/// The words around a change of wording that are shown.
const AROUND: usize = 3;

/// Where a change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Section {
    Journey,
    Personas,
    Stages,
    Lanes,
    /// A phase of the second journey; one that is gone comes after the one that it followed.
    Phase {
        after: Option<usize>,
        gone: Option<usize>,
    },
}

/// The changes as lines, each harmless ([`one_line`]), with a line that counts them at the end; empty when there are none.
pub(super) fn text(compared: &Compared, colour: bool) -> String {
    let mut sections: BTreeMap<Section, BTreeMap<Option<Row>, Vec<&Change>>> = BTreeMap::new();
    for change in &compared.difference.changes {
        let section = section(change, &compared.difference);
        sections.entry(section).or_default().entry(row(change, &compared.difference)).or_default().push(change);
    }
    let mut text = String::new();
    for (section, rows) in sections {
        text.push_str(&paint(&one_line(&heading(section, compared)), "1", colour));
        text.push('\n');
        for (row, changes) in rows {
            let indent = if row.is_some() { "    " } else { "  " };
            if let Some(row) = row {
                let _ = writeln!(text, "  {}", one_line(&lane(row, compared)));
            }
            for change in changes {
                let _ = writeln!(text, "{indent}{}", line(change, compared, colour));
            }
        }
    }
    if !compared.difference.is_empty() {
        let kinds: Vec<_> = compared.counts().filter(|(_, count)| *count > 0).map(|(kind, count)| counted(kind, count)).collect();
        let _ = writeln!(text, "{}: {}", count(compared.difference.changes.len(), "change"), kinds.join(", "));
    }
    text
}

/// A lane of the second journey, or one that is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Row {
    After(usize),
    Gone(usize),
}

fn section(change: &Change, difference: &Difference) -> Section {
    match change.part {
        Part::Journey => Section::Journey,
        Part::Persona => Section::Personas,
        Part::Stage => Section::Stages,
        Part::Lane => Section::Lanes,
        Part::Phase | Part::Item => {
            if let Some(phase) = change.after.as_ref().and_then(|side| side.phase) {
                return Section::Phase { after: Some(phase), gone: None };
            }
            let Some(old) = change.before.as_ref().and_then(|side| side.phase) else { return Section::Journey };
            match difference.phases.get(old).copied().flatten() {
                Some(phase) => Section::Phase { after: Some(phase), gone: None },
                None => {
                    Section::Phase { after: difference.phases.iter().take(old).rev().find_map(|phase| *phase), gone: Some(old) }
                }
            }
        }
    }
}

fn row(change: &Change, difference: &Difference) -> Option<Row> {
    if change.part != Part::Item {
        return None;
    }
    if let Some(lane) = change.after.as_ref().and_then(|side| side.lane) {
        return Some(Row::After(lane));
    }
    let old = change.before.as_ref().and_then(|side| side.lane)?;
    Some(difference.lanes.get(old).copied().flatten().map_or(Row::Gone(old), Row::After))
}

fn heading(section: Section, compared: &Compared) -> String {
    match section {
        Section::Journey => "Journey".to_owned(),
        Section::Personas => "Personas".to_owned(),
        Section::Stages => "Stages".to_owned(),
        Section::Lanes => "Lanes".to_owned(),
        Section::Phase { gone: Some(old), .. } => phase_title(&compared.before.journey().phases, old),
        Section::Phase { after, .. } => phase_title(&compared.after.journey().phases, after.unwrap_or_default()),
    }
}

fn phase_title(phases: &[crate::journey::Phase], index: usize) -> String {
    phases.get(index).map(|phase| format!("Phase {}", short(&phase.title))).unwrap_or_default()
}

fn lane(row: Row, compared: &Compared) -> String {
    let lane = match row {
        Row::After(index) => compared.after.journey().lanes.get(index),
        Row::Gone(index) => compared.before.journey().lanes.get(index),
    };
    lane.map(|lane| short(&lane.title)).unwrap_or_default()
}

/// A change on one line: a sign, a word, and what it is about.
fn line(change: &Change, compared: &Compared, colour: bool) -> String {
    let (sign, ansi) = match change.kind {
        ChangeKind::Added => ("+", "32"),
        ChangeKind::Removed => ("−", "31"),
        ChangeKind::Moved => ("→", "36"),
        ChangeKind::Reworded | ChangeKind::Score | ChangeKind::Changed => ("~", "33"),
    };
    let side = change.after.as_ref().or(change.before.as_ref());
    let title = if change.after.is_some() { &compared.after.journey().title } else { &compared.before.journey().title };
    let name = side.map(|side| called(change, side, title)).unwrap_or_default();
    let value = |side: &Option<Side>| side.as_ref().and_then(|side| side.value.as_ref()).map_or_else(|| "–".to_owned(), shown);
    let words = match change.kind {
        ChangeKind::Added => format!("added {}", whole(change, change.after.as_ref(), &name)),
        ChangeKind::Removed => format!("removed {}", whole(change, change.before.as_ref(), &name)),
        ChangeKind::Moved => format!("moved {}", moved(change, compared, &whole(change, change.after.as_ref(), &name))),
        ChangeKind::Reworded => {
            let (old, new) = reworded(change);
            // The text of an item is its name.
            let name = if change.part == Part::Item && change.field.as_deref() == Some("text") {
                String::new()
            } else {
                format!("{name}: ")
            };
            format!("reworded {name}{old} → {new}")
        }
        ChangeKind::Score => format!("score of {name}: {} → {}", value(&change.before), value(&change.after)),
        ChangeKind::Changed => format!("changed {name}: {} → {}", value(&change.before), value(&change.after)),
    };
    format!("{} {}", paint(sign, ansi, colour), one_line(&words))
}

/// What a change of a part, or of a field of it, is about.
fn called(change: &Change, side: &Side, title: &str) -> String {
    let name = match (change.part, side.name.as_str()) {
        (Part::Journey, name) if name == title => None,
        (Part::Item, "") => Some("an item without text".to_owned()),
        // The heading names it.
        (Part::Phase, _) if change.field.is_some() => None,
        (_, name) => Some(format!("“{}”", short(name))),
    };
    match (&change.field, name) {
        (None, name) => name.unwrap_or_default(),
        (Some(_), Some(name)) if change.kind == ChangeKind::Score => name,
        (Some(field), Some(name)) if field == "text" => name,
        (Some(field), Some(name)) => format!("{field} of {name}"),
        (Some(field), None) => field.clone(),
    }
}

/// What was added, removed or moved: a part by its name, an entry of a list by what it says.
fn whole(change: &Change, side: Option<&Side>, name: &str) -> String {
    let value = side.and_then(|side| side.value.as_ref());
    match (&change.field, change.part, value) {
        (Some(_), _, Some(value)) => format!("{} ({name})", shown(value)),
        (None, Part::Item, Some(value)) if name.starts_with("an item") => {
            value.get("score").map_or_else(|| name.to_owned(), |score| format!("score {}", shown(score)))
        }
        (None, Part::Phase, _) => "this phase".to_owned(),
        _ => name.to_owned(),
    }
}

/// Where something was before it was moved.
fn moved(change: &Change, compared: &Compared, name: &str) -> String {
    let (Some(from), Some(to)) = (&change.before, &change.after) else { return name.to_owned() };
    let index =
        |pointer: &str| pointer.rsplit('/').next().and_then(|index| index.parse::<usize>().ok()).map_or(0, |index| index + 1);
    let (Part::Item, None, Some(phase), Some(lane)) = (change.part, &change.field, from.phase, from.lane) else {
        return format!("{name} from place {} to place {}", index(&from.pointer), index(&to.pointer));
    };
    let same = compared.difference.phases.get(phase).copied().flatten() == to.phase
        && compared.difference.lanes.get(lane).copied().flatten() == to.lane;
    if same {
        return format!("{name} from place {} to place {}", index(&from.pointer), index(&to.pointer));
    }
    let journey = compared.before.journey();
    let phase = journey.phases.get(phase).map(|phase| short(&phase.title)).unwrap_or_default();
    let lane = journey.lanes.get(lane).map(|lane| short(&lane.title)).unwrap_or_default();
    format!("{name} here from {phase}, {lane}")
}

/// Old and new wording without the words that both begin and end with, but for a few.
fn reworded(change: &Change) -> (String, String) {
    let text = |side: &Option<Side>| match side.as_ref().and_then(|side| side.value.as_ref()) {
        Some(Json::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let (old, new) = (text(&change.before), text(&change.after));
    let (old_words, new_words): (Vec<_>, Vec<_>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let start = old_words.iter().zip(&new_words).take_while(same).count();
    let rest = old_words.len().min(new_words.len()) - start;
    let end = old_words.iter().rev().zip(new_words.iter().rev()).take(rest).take_while(same).count();
    let excerpt = |words: &[&str]| {
        let (from, to) = (start.saturating_sub(AROUND), (words.len() - end + AROUND).min(words.len()));
        let (head, tail) = (if from > 0 { "… " } else { "" }, if to < words.len() { " …" } else { "" });
        format!("“{head}{}{tail}”", short(&words[from..to].join(" ")))
    };
    (excerpt(&old_words), excerpt(&new_words))
}

/// A value on one line.
fn shown(value: &Json) -> String {
    match value {
        Json::Text(text) => format!("“{}”", short(text)),
        Json::Object(fields) => {
            match fields.iter().find(|(name, _)| ["text", "name", "title", "caption"].contains(&name.as_str())) {
                Some((_, Json::Text(text))) => format!("“{}”", short(text)),
                _ => short(&value.line()),
            }
        }
        other => short(&other.line()),
    }
}

/// A text on one line, cut to a length that a line can bear.
fn short(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut = text.char_indices().nth(SHOWN).map(|(end, _)| format!("{}…", &text[..end]));
    cut.unwrap_or(text)
}

fn counted(kind: ChangeKind, count: usize) -> String {
    let words = match kind {
        ChangeKind::Score => "with another score",
        ChangeKind::Added | ChangeKind::Removed | ChangeKind::Moved | ChangeKind::Reworded | ChangeKind::Changed => kind.name(),
    };
    format!("{count} {words}")
}

fn paint(text: &str, ansi: &str, colour: bool) -> String {
    if colour { format!("\u{1b}[{ansi}m{text}\u{1b}[0m") } else { text.to_owned() }
}
