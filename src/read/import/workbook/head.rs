//! The title and the facts above the table.

use std::collections::BTreeSet;

use super::frame::Frame;
use super::kept::Kept;
use super::same;
use crate::forms::{authors, hints};
use crate::journey::{Journey, Term, TermLanguage, limits};
use crate::meta::Date;
use crate::read::book::{At, Value};
use crate::read::import::notes::Notes;

/// A labelled fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fact {
    Scenario,
    Organisation,
    Authors,
    Class,
    Course,
    Date,
}

impl Fact {
    /// All; the authors before their class.
    const ALL: [Self; 6] = [Self::Scenario, Self::Organisation, Self::Authors, Self::Class, Self::Course, Self::Date];

    /// Its labels, in every language: our own, and what people write there.
    fn labels(self) -> Vec<&'static str> {
        let own = |words: hints::Words| TermLanguage::ALL.map(|language| words.text(language)).to_vec();
        let (own, more): (Vec<&str>, &[&str]) = match self {
            Self::Scenario => (own(hints::SCENARIO), &["situatie", "situation"]),
            Self::Organisation => (own(hints::ORGANISATION), &["bedrijf", "merk", "virksomhed", "company", "brand"]),
            Self::Authors => {
                let terms = TermLanguage::ALL.map(|language| Term::Author.text(language));
                (own(hints::AUTHORS).into_iter().chain(terms).collect(), &NAMES)
            }
            Self::Class => (Vec::new(), &["klas", "groep", "team", "hold", "klasse", "class", "group"]),
            Self::Course => (Vec::new(), &["vak", "project", "fag", "opgave", "opdracht", "course", "assignment"]),
            Self::Date => (own(hints::DATE), &[]),
        };
        own.into_iter().chain(more.iter().copied()).collect()
    }

    fn name(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::Organisation => "organisation",
            Self::Authors | Self::Class => "authors",
            Self::Course => "course",
            Self::Date => "date",
        }
    }
}

/// A row of the head that begins with a known label.
struct Labelled {
    row: usize,
    /// The cell of the label.
    label: At,
    fact: Fact,
    /// The value, where it stands in the cell of the label.
    inline: Option<String>,
}

/// What people call the row of their names.
const NAMES: [&str; 14] = [
    "naam",
    "namen",
    "auteur(s)",
    "student",
    "studenten",
    "student(en)",
    "gemaakt door",
    "navn",
    "navne",
    "lavet af",
    "name",
    "names",
    "made by",
    "author(s)",
];

/// Reads the head into the journey. `taken` are rows above the table that are something else.
pub fn head(journey: &mut Journey, frame: &Frame, kept: &Kept, taken: &[usize], notes: &mut Notes, used: &mut BTreeSet<At>) {
    let rows: Vec<usize> = (0..frame.header).filter(|row| !taken.contains(row)).collect();
    let mut facts: Vec<Labelled> = Vec::new();
    for row in &rows {
        if let Some((label, fact, inline)) = fact(frame, *row) {
            facts.push(Labelled { row: *row, label, fact, inline });
        }
    }
    let labelled: Vec<usize> = facts.iter().map(|found| found.row).collect();
    title(journey, frame, kept, &rows, &labelled, notes, used);
    for fact in Fact::ALL {
        let mut found = Vec::new();
        for Labelled { row, label, inline, .. } in facts.iter().filter(|known| known.fact == fact) {
            let inline = inline.as_ref().map(|text| vec![(*label, Value::Text(text.clone()))]);
            let value = inline.unwrap_or_else(|| values(frame, *row, &rows, &labelled));
            // Of several rows with one fact, the first that says something; the others are kept as they are.
            if found.is_empty() || value.is_empty() {
                used.insert(*label);
                used.extend(value.iter().map(|(at, _)| *at));
                found = if value.is_empty() { found } else { value };
            }
        }
        set(journey, kept, fact, &found, frame, notes);
    }
}

/// The fact that a row begins with, and its value where it stands in the same cell.
fn fact(frame: &Frame, row: usize) -> Option<(At, Fact, Option<String>)> {
    let columns = (0..=frame.labels + 1).map(|column| At { row, column });
    let at = columns.into_iter().find(|at| !frame.page.get(*at).is_empty())?;
    let text = frame.page.get(at).text();
    let (label, value) = text.split_once(':').map_or((text.as_str(), ""), |(label, value)| (label, value.trim()));
    let folded = same::folded(label);
    let known = |fact: &Fact| fact.labels().iter().any(|label| same::folded(label) == folded);
    let fact = Fact::ALL.into_iter().find(known)?;
    Some((at, fact, Some(value.to_owned()).filter(|value| !value.is_empty())))
}

/// The cells of a fact: right of its label, and below, where no other label stands.
fn values(frame: &Frame, row: usize, rows: &[usize], labelled: &[usize]) -> Vec<(At, Value)> {
    let mut found = Vec::new();
    let width = frame.page.rows.get(row).map_or(0, Vec::len).min(400);
    let label = (0..width).find(|column| !frame.text(row, *column).is_empty()).unwrap_or(0);
    let Some(first) = (label + 1..width).find(|column| !frame.text(row, *column).is_empty()) else { return found };
    let more = rows.iter().copied().filter(|next| *next > row).take_while(|next| {
        let alone = (0..first).all(|column| frame.text(*next, column).is_empty());
        !labelled.contains(next) && alone && !frame.text(*next, first).is_empty()
    });
    for row in std::iter::once(row)
        .chain(more.collect::<Vec<_>>())
        .enumerate()
        .filter(|(nth, next)| *next == row + nth)
        .map(|(_, row)| row)
    {
        let at = At { row, column: first };
        found.push((at, frame.page.get(at).clone()));
    }
    found
}

fn set(journey: &mut Journey, kept: &Kept, fact: Fact, values: &[(At, Value)], frame: &Frame, notes: &mut Notes) {
    let text = match values {
        [(_, value)] => value.text(),
        many => {
            let texts: Vec<_> = many.iter().map(|(at, value)| (*at, value.text(), true)).collect();
            let expected = match fact {
                Fact::Scenario => kept.journey.scenario.clone(),
                Fact::Organisation => kept.journey.organisation.clone(),
                Fact::Authors => Some(authors::write(&kept.journey.authors)),
                Fact::Course => kept.journey.course.clone(),
                Fact::Class | Fact::Date => None,
            };
            super::cells::joined(&texts, &expected.unwrap_or_default())
        }
    };
    if let Some((at, _)) = values.first() {
        notes.from(format!("/{}", fact.name()), frame.page.place(*at));
    }
    let unknown = values.iter().find(|(_, value)| matches!(value, Value::Unknown(_)));
    if let Some((at, value)) = unknown {
        notes.leave(frame.page.place(*at), value.text(), "holds a formula without a value or an error");
        return;
    }
    let text_of = |was: &Option<String>| {
        let same = |was: &&String| {
            same::squeezed(was) == same::squeezed(&text) && (values.len() > 1 || same::lines(was) == same::lines(&text))
        };
        let now = || Some(text.trim().to_owned()).filter(|text| !same::key(text).is_empty());
        was.as_ref().filter(same).cloned().or_else(now)
    };
    match fact {
        Fact::Scenario => journey.scenario = text_of(&kept.journey.scenario),
        Fact::Organisation => journey.organisation = text_of(&kept.journey.organisation),
        Fact::Authors if same::squeezed(&authors::write(&kept.journey.authors)) == same::squeezed(&text) => {}
        Fact::Authors => {
            let mut read = authors::read(&text);
            if read.len() > limits::AUTHORS {
                let rest: Vec<_> = read.drain(limits::AUTHORS..).map(|author| author.name).collect();
                if let Some((at, _)) = values.first() {
                    notes.leave(frame.page.place(*at), rest.join(", "), "names more authors than a journey can have");
                }
            }
            journey.authors = read;
        }
        // They stand in no row of ours, so that an empty one says nothing.
        Fact::Class | Fact::Course if values.is_empty() => {}
        Fact::Class => {
            let class = text.trim();
            journey
                .authors
                .iter_mut()
                .filter(|author| author.class.is_none())
                .for_each(|author| author.class = Some(class.to_owned()));
            if let (true, Some((at, _))) = (journey.authors.is_empty(), values.first()) {
                notes.leave(frame.page.place(*at), class, "names a class and there are no authors");
            }
        }
        Fact::Course => journey.course = text_of(&kept.journey.course),
        Fact::Date => {
            journey.date = values.first().and_then(|(_, value)| value.day().or_else(|| date(&text)));
            if let (None, Some((at, _))) = (journey.date, values.first()) {
                notes.leave(frame.page.place(*at), text, "holds no date that is known, such as 2026-11-07");
            }
        }
    }
}

/// Reads the title: the one it was, else the one with the name, else the first text above the table.
fn title(
    journey: &mut Journey,
    frame: &Frame,
    kept: &Kept,
    rows: &[usize],
    labelled: &[usize],
    notes: &mut Notes,
    used: &mut BTreeSet<At>,
) {
    let was = same::squeezed(&kept.journey.title);
    let texts = rows.iter().copied().filter(|row| !labelled.contains(row)).filter_map(|row| {
        let width = frame.page.rows.get(row).map_or(0, Vec::len).min(400);
        (0..width).map(|column| At { row, column }).find(|at| !frame.page.get(*at).is_empty())
    });
    let texts: Vec<At> = texts.collect();
    // A title that goes on in the rows below.
    let whole = (0..texts.len()).find_map(|start| {
        let mut found = String::new();
        let end = (start..texts.len()).find(|end| {
            let next = same::squeezed(&frame.page.get(texts[*end]).text());
            if texts[*end].row == texts[start].row + end - start && was.starts_with(&format!("{found}{next}")) {
                found.push_str(&next);
            }
            found == was
        })?;
        Some(texts[start..=end].to_vec())
    });
    if let Some(places) = whole.filter(|_| !was.is_empty()) {
        notes.from("/title", frame.page.place(places[0]));
        used.extend(places);
        return;
    }
    let named = frame.name("klantreis_title").filter(|at| texts.contains(at));
    if let Some(at) = named.or(texts.first().copied()) {
        let text = frame.page.get(at).text();
        if !same::key(&text).is_empty() {
            text.trim().clone_into(&mut journey.title);
            notes.from("/title", frame.page.place(at));
            used.insert(at);
        }
    }
}

/// The months of the three languages, by their first letters.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["maa", "mrt", "mar"],
    &["apr"],
    &["mei", "maj", "may"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov"],
    &["dec"],
];

/// A date as people write it: `2026-11-07`, `7-11-2026`, `07/11/2026` (the day first), `7 november 2026`.
fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(date) = Date::parse(text) {
        return Some(date);
    }
    let parts: Vec<_> =
        text.split(|c: char| matches!(c, '-' | '/' | '.' | ',') || c.is_whitespace()).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let (day, year) = if day.len() == 4 { (year, day) } else { (day, year) };
    let month = month.parse().ok().or_else(|| {
        let month = month.to_lowercase();
        let index = MONTHS.iter().position(|names| names.iter().any(|name| month.starts_with(name)))?;
        u8::try_from(index + 1).ok()
    })?;
    let year: u16 = year.parse().ok()?;
    Date::new(if year < 100 { 2000 + year } else { year }, month, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in ["2026-11-07", "7-11-2026", "07/11/2026", "7 november 2026", "7. nov. 2026", "7/11/26"] {
            assert_eq!(date(text), Date::new(2026, 11, 7), "{text}");
        }
        for language in ["nl", "da", "en", "fr"] {
            for day in (1..=12).filter_map(|month| Date::new(2026, month, 7)) {
                let written = day.written(language);
                assert_eq!(date(&written), Some(day), "{written}");
            }
        }
        for text in ["volgende week", "31-2-2026", "november 2026", ""] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
