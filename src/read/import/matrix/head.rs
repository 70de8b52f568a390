//! What stands above the table: the title, and facts with a label.

use super::left::{Spot, Work};
use super::profiles::Profile;
use super::travellers::{self, Traveller};
use super::{actors, words};
use crate::forms::{authors, hints};
use crate::journey::aliases::{has, key, near_lane, spelled};
use crate::journey::{Author, LaneKind, Term, TermLanguage, limits};
use crate::meta::Date;
use crate::read::book::{At, Value};
use crate::read::import::facts::{self, Field};
use crate::tongue::say;

/// What a journey says of itself, each with where it stands.
#[derive(Debug, Default)]
pub struct Head {
    /// The title.
    pub title: Option<(String, Spot)>,
    /// The situation that starts the journey.
    pub scenario: Option<(String, Spot)>,
    /// The organisation.
    pub organisation: Option<(String, Spot)>,
    /// The course.
    pub course: Option<(String, Spot)>,
    /// The version.
    pub revision: Option<(String, Spot)>,
    /// The day.
    pub date: Option<(Date, Spot)>,
    /// The name of the persona.
    pub persona: Option<(String, Spot)>,
    /// The names of personas that stand in the table.
    pub travellers: Vec<(String, Spot)>,
    /// The target group of the persona.
    pub target_group: Option<(String, Spot)>,
    /// The cells of the target group, and of the class.
    apart: [Vec<Spot>; 2],
    /// What is said of the personas.
    pub profiles: Vec<Profile>,
    /// The authors.
    pub authors: Vec<(Author, Spot)>,
    class: Option<(String, Spot)>,
    /// The language of the labels that it gives.
    language: TermLanguage,
}

/// Why a fact is left over that comes too late or cannot be read.
const NO_PLACE: &str = "left-above-without-place";

/// A sheet before that of the table.
pub struct Cover<'b> {
    /// What the sheet is called.
    pub name: Option<&'b str>,
    /// What stands on it.
    pub cells: Vec<(Spot, &'b Value)>,
}

/// What sheets with no more than the title of what follows are called.
const COVERS: &str = "cover cover-page title title-page titel titelblad titelpagina voorblad voorpagina omslag forside titelblatt deckblatt startseite start \
    couverture page-de-titre portada caratula capa folha-de-rosto copertina framsida forsatt okladka strona-tytulowa обложка титул 封面 表紙";
/// A name is seldom longer.
const NAME_CHARS: usize = 60;

/// A part of what stands above a table.
enum Entry {
    /// What the one who travels expects, wants or needs: the label, and the cells of what is said.
    Trait { label: String, text: String, cells: Vec<Spot> },
    /// A fact: its value, the text in which it stands, and the cells of its label and value.
    Fact { field: Field, value: Value, cells: Vec<Spot> },
    /// A label with nothing behind it.
    Label,
    /// Another cell. A text may be the title.
    Free { cell: Spot, title: Option<String> },
}

/// Reads what stands above the table, then what stands on sheets before it; those without a single fact are no cover and are left over.
pub fn read(
    own: &[(Spot, &Value)],
    covers: &[Cover],
    (people, cards): (Vec<Profile>, &[(Spot, &Value)]),
    language: TermLanguage,
    work: &mut Work,
) -> Head {
    let mut head = Head { language, ..Head::default() };
    for profile in people {
        match head.profiles.iter_mut().find(|known| known.is(&profile.name.0)) {
            Some(known) => known.join(profile),
            None => head.profiles.push(profile),
        }
    }
    let mut sheets = vec![entries(own)];
    for cover in covers {
        let entries = entries(&cover.cells);
        if entries.iter().any(|entry| matches!(entry, Entry::Fact { .. })) || cover.is_title() {
            sheets.push(entries);
        } else {
            for (cell, _) in &cover.cells {
                work.leave(*cell, "left-other-sheet");
            }
        }
    }
    // What stands beside the table is no title of it.
    let beside = entries(cards).into_iter().map(|entry| match entry {
        Entry::Free { cell, .. } => Entry::Free { cell, title: None },
        Entry::Fact { .. } | Entry::Label | Entry::Trait { .. } => entry,
    });
    sheets.push(beside.collect());
    for (cell, _) in cards {
        work.take(*cell);
    }
    let told = sheets.iter().flatten().any(|entry| matches!(entry, Entry::Fact { field: Field::Title, .. }));
    let mut traits = Vec::new();
    for entry in sheets.into_iter().flatten() {
        match entry {
            Entry::Fact { field, value, cells } => head.take(field, &value, &cells, work),
            Entry::Label => {}
            Entry::Trait { label, text, cells } => traits.push((label, text, cells)),
            Entry::Free { cell, title: Some(title) } if head.title.is_none() && !told && fits(&title) => {
                work.step(cell, say!("explain-title", name = &title));
                head.title = Some((title, cell));
            }
            // A heading may say the title again.
            Entry::Free { cell, title: Some(text) } if head.title.as_ref().is_some_and(|(title, _)| *title == text) => {
                work.take(cell);
            }
            // Names with their class beneath the title say who made it.
            Entry::Free { cell, title: Some(text) } if head.authors.is_empty() && authors::is_names_with_class(&text) => {
                head.take(Field::Authors, &Value::Text(text), &[cell], work);
            }
            Entry::Free { cell, .. } => work.leave(cell, "left-outside"),
        }
    }
    head.finish(work);
    head.meet(traits, work);
    head
}

impl Cover<'_> {
    /// Whether it holds the title of what follows and little else: by what it is called, or since it says that there is a journey.
    fn is_title(&self) -> bool {
        const MOST_ROWS: usize = 8;
        let rows: Vec<_> = self.cells.chunk_by(|(one, _), (next, _)| one.at.row == next.at.row).collect();
        let Some([(_, Value::Text(first))]) = rows.first() else { return false };
        let words = spelled(first);
        let is_journey = || (1..=3).flat_map(|count| parts(&words, count)).any(|part| facts::is_journey(&part));
        let title = first.trim();
        let fits =
            title.chars().count() <= 2 * NAME_CHARS && !title.ends_with(['.', '!', '?', ':']) && !facts::is_other(title, true);
        let called = self.name.is_some_and(|name| has(COVERS, &spelled(name)));
        fits && rows.len() <= MOST_ROWS && rows.iter().all(|row| row.len() < 3) && (called || is_journey())
    }
}

/// So many words of a name after each other.
fn parts(spelled: &str, count: usize) -> Vec<String> {
    let words: Vec<&str> = spelled.split('-').collect();
    words.windows(count).map(|part| part.join("-")).collect()
}

impl Head {
    /// Puts a fact where it belongs, or leaves it over when there is such a fact already or it says nothing of that kind.
    pub fn take(&mut self, field: Field, value: &Value, cells: &[Spot], work: &mut Work) {
        let Some(cell) = cells.last().copied() else { return };
        let text = value.text().trim().to_owned();
        let spare = |text: &str| !text.is_empty() && fits(text);
        // A team may be named by its members.
        let is_team = field == Field::Class && authors::are_names(&text);
        let (field, text) = if is_team { (Field::Authors, text.replace(',', "&")) } else { (field, text) };
        let slot = match field {
            Field::Title => &mut self.title,
            Field::Scenario => &mut self.scenario,
            Field::Organisation => &mut self.organisation,
            Field::Course => &mut self.course,
            Field::Revision => &mut self.revision,
            Field::Persona => {
                let known: Vec<String> = self.persona.iter().chain(&self.travellers).map(|(name, _)| key(name)).collect();
                let people = travellers::read(&text);
                let room = self.travellers.len() + people.len() < limits::PERSONAS;
                if people.is_empty() || !room || !spare(&text) {
                    return leave(cells, NO_PLACE, work);
                }
                work.step(cell, say!("explain-fact", field = field.name()));
                for Traveller { name, told } in people {
                    self.tell(&name, cell, told);
                    if known.contains(&key(&name)) {
                        continue;
                    }
                    match self.persona {
                        None => self.persona = Some((name, cell)),
                        Some(_) => self.travellers.push((name, cell)),
                    }
                }
                return;
            }
            Field::TargetGroup => &mut self.target_group,
            Field::Class => &mut self.class,
            Field::Authors => {
                let (text, day) = facts::dated(&text).map_or((text.clone(), None), |(names, day)| (names.to_owned(), Some(day)));
                let names = facts::people(&text);
                // Dots and the like hold the place of a name.
                let nobody = names.iter().all(|name| !name.name.chars().any(char::is_alphanumeric));
                if nobody || self.authors.len() + names.len() > limits::AUTHORS || !spare(&text) {
                    return leave(cells, NO_PLACE, work);
                }
                self.authors.extend(names.into_iter().map(|name| (name, cell)));
                match day {
                    Some(day) if self.date.is_none() => self.date = Some((day, cell)),
                    Some(day) => work.leave_text(cell, day.to_string(), "left-no-name"),
                    None => {}
                }
                for rest in authors::besides(&text).into_iter().chain(facts::months(&text)) {
                    if authors::is_organisation(&rest) && self.organisation.is_none() && fits(&rest) {
                        self.organisation = Some((rest, cell));
                    } else {
                        work.leave_text(cell, rest, "left-no-name");
                    }
                }
                return work.step(cell, say!("explain-fact", field = field.name()));
            }
            Field::Date => {
                let day = facts::day(value).filter(|_| self.date.is_none());
                let Some(day) = day else { return leave(cells, NO_PLACE, work) };
                self.date = Some((day, cell));
                return work.step(cell, say!("explain-date", day = day.to_string()));
            }
        };
        if slot.is_some() || !spare(&text) {
            return leave(cells, NO_PLACE, work);
        }
        *slot = Some((text, cell));
        match field {
            Field::TargetGroup => self.apart[0] = cells.to_vec(),
            Field::Class => self.apart[1] = cells.to_vec(),
            Field::Title
            | Field::Scenario
            | Field::Organisation
            | Field::Authors
            | Field::Date
            | Field::Course
            | Field::Revision
            | Field::Persona => {}
        }
        work.step(cell, say!("explain-fact", field = field.name()));
    }

    /// Keeps what is said of a person behind the name. An age that is no more than a number is called one.
    fn tell(&mut self, name: &str, cell: Spot, told: Vec<(String, bool)>) {
        if told.is_empty() {
            return;
        }
        if !self.profiles.iter().any(|profile| profile.is(name)) {
            self.profiles.push(Profile::of(name, cell));
        }
        if let Some(profile) = self.profiles.iter_mut().find(|profile| profile.is(name)) {
            for (text, is_age) in told {
                profile.tell(if is_age { Term::Age.text(self.language) } else { "" }, &text);
            }
        }
    }

    /// Gives the class to the authors without one, and leaves over what has nobody to belong to.
    fn finish(&mut self, work: &mut Work) {
        let [group, class] = std::mem::take(&mut self.apart);
        if let Some((name, _)) = self.class.take() {
            let mut without = self.authors.iter_mut().filter(|(author, _)| author.class.is_none()).peekable();
            if without.peek().is_none() {
                leave(&class, "left-class-of-nobody", work);
            }
            without.for_each(|(author, _)| author.class = Some(name.clone()));
        }
        for profile in &self.profiles {
            let known = self.persona.iter().chain(&self.travellers).any(|(name, _)| profile.is(name));
            match (known, &self.persona) {
                (true, _) => {}
                (false, None) => self.persona = Some(profile.name.clone()),
                (false, Some(_)) => self.travellers.push(profile.name.clone()),
            }
        }
        // They stand in the order of the file, whether they were found on a card or with a label.
        if self.target_group.is_none() {
            let mut people: Vec<(String, Spot)> = self.persona.take().into_iter().chain(self.travellers.drain(..)).collect();
            people.sort_by_key(|(_, spot)| *spot);
            let mut people = people.into_iter();
            self.persona = people.next();
            self.travellers = people.collect();
        }
        // A group in a few words travels itself where nobody else does.
        let is_name = |(name, _): &&(String, Spot)| name.chars().count() <= NAME_CHARS && !name.contains(['.', '\n']);
        if self.persona.is_none() && self.target_group.as_ref().is_some_and(|group| is_name(&group)) {
            self.persona = self.target_group.take();
        }
        if self.persona.is_none() && self.target_group.take().is_some() {
            leave(&group, "left-group-without-persona", work);
        }
    }

    /// Gives the persona what is said of the one who travels above the table; without one, or with several, it has no place.
    fn meet(&mut self, traits: Vec<(String, String, Vec<Spot>)>, work: &mut Work) {
        for (label, text, cells) in traits {
            let Some((name, spot)) = self.persona.clone().filter(|_| self.travellers.is_empty() && fits(&text)) else {
                leave(&cells, NO_PLACE, work);
                continue;
            };
            if !self.profiles.iter().any(|profile| profile.is(&name)) {
                self.profiles.push(Profile::of(&name, spot));
            }
            if let Some(profile) = self.profiles.iter_mut().find(|profile| profile.is(&name)) {
                profile.tell(&label, &text);
                cells
                    .last()
                    .into_iter()
                    .for_each(|cell| work.step(*cell, say!("explain-persona-told", name = &name, label = &label)));
            }
        }
    }
}

fn leave(cells: &[Spot], why: &'static str, work: &mut Work) {
    for cell in cells {
        work.leave(*cell, why);
    }
}

fn fits(text: &str) -> bool {
    text.chars().take(limits::TEXT_CHARS + 1).count() <= limits::TEXT_CHARS
}

/// The facts and other texts of a sheet, in reading order.
fn entries(cells: &[(Spot, &Value)]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let rows: Vec<_> = cells.chunk_by(|(one, _), (next, _)| one.at.row == next.at.row).collect();
    for (index, row) in rows.iter().enumerate() {
        if rows.get(index + 1).is_some_and(|below| is_header(row, below)) {
            entries.extend(row.iter().map(|(cell, _)| Entry::Free { cell: *cell, title: None }));
        } else {
            entries_of_row(row, &mut entries);
        }
    }
    go_on(&mut entries);
    entries
}

/// Puts what stands right below what is expected, wanted or needed, or below a text that only says so, to what the one who travels does.
fn go_on(entries: &mut [Entry]) {
    let mut above: Option<(String, At, Option<usize>)> = None;
    for index in 0..entries.len() {
        let Some(entry) = entries.get_mut(index) else { continue };
        match entry {
            Entry::Trait { label, cells, .. } => above = cells.last().map(|cell| (label.clone(), cell.at, None)),
            Entry::Free { cell, title: Some(text) } => {
                let below = |at: &At| at.column == cell.at.column && at.row + 1 == cell.at.row && at.column > 0;
                if let Some((label, at, alone)) = above.clone().filter(|(_, at, _)| below(at)) {
                    above = Some((label.clone(), At { row: at.row + 1, ..at }, None));
                    let (cell, text) = (*cell, std::mem::take(text));
                    // The label goes where the first of what is said goes.
                    let named = alone.and_then(|alone| entries.get_mut(alone));
                    let named = named.and_then(|alone| match std::mem::replace(alone, Entry::Label) {
                        Entry::Free { cell, .. } => Some(cell),
                        Entry::Fact { .. } | Entry::Label | Entry::Trait { .. } => None,
                    });
                    entries[index] = Entry::Trait { label, text, cells: named.into_iter().chain([cell]).collect() };
                } else if is_trait(text) {
                    above = Some((joined(text.trim_end_matches([':', '：'])), cell.at, Some(index)));
                }
            }
            Entry::Fact { .. } | Entry::Label | Entry::Free { .. } => {}
        }
    }
}

/// Whether a text says that what stands beside it is expected, wanted or needed.
fn is_trait(text: &str) -> bool {
    const LONGEST: usize = 40;
    let kind = near_lane(text).filter(|_| text.chars().count() <= LONGEST);
    matches!(kind, Some(LaneKind::Expectation | LaneKind::Need | LaneKind::Goal))
}

/// Whether a row holds the names of columns, with a record below them: then a name such as `Name` is no label of the cell beside it.
fn is_header(row: &[(Spot, &Value)], below: &[(Spot, &Value)]) -> bool {
    let close = row.first().zip(below.first()).is_some_and(|((one, _), (next, _))| next.at.row == one.at.row + 1);
    let filled = row.iter().filter(|(cell, _)| below.iter().any(|(next, _)| next.at.column == cell.at.column)).count();
    let labels = below.iter().any(|(_, value)| is_fact(value));
    // Groups of columns stand above their names: labels beside each other, none of which is the value of another.
    let is_word =
        |value: &Value| matches!(value, Value::Text(text) if facts::label(text).is_some() || actors::is_of_actors(text));
    let groups = row.len() > 2 && row.len() < below.len() && row.iter().take(2).all(|(_, value)| is_word(value));
    close && (groups || row.len() > 3 && filled * 2 >= row.len() && !labels) && row.iter().all(|(_, value)| is_name(value))
}

fn entries_of_row(cells: &[(Spot, &Value)], all: &mut Vec<Entry>) {
    let (mut entries, mut rest) = (Vec::new(), cells);
    while let [(cell, value), after @ ..] = rest {
        rest = after;
        let next = after.first().filter(|(next, _)| beside(cell.at, next.at));
        let text = match value {
            Value::Text(text) => text.trim(),
            Value::Empty | Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => {
                entries.push(Entry::Free { cell: *cell, title: None });
                continue;
            }
        };
        if let Some((title, course)) = facts::assigned(text) {
            let fact = |field: Field, text: &str| Entry::Fact { field, value: Value::Text(text.to_owned()), cells: vec![*cell] };
            entries.extend([fact(Field::Title, title), fact(Field::Course, course)]);
            continue;
        }
        let lines = facts::lines(text);
        if !lines.is_empty() {
            let fact =
                |(field, value): (Field, &str)| Entry::Fact { field, value: Value::Text(value.to_owned()), cells: vec![*cell] };
            entries.extend(lines.into_iter().map(fact));
            continue;
        }
        if let Some(name) = actors::named(text) {
            entries.push(Entry::Fact { field: Field::Persona, value: Value::Text(name.to_owned()), cells: vec![*cell] });
            continue;
        }
        let value = next.filter(|(_, value)| !is_label(value));
        let dated = || value.is_some_and(|(_, value)| facts::is_dated(text, value)).then_some(Field::Date);
        let field = facts::label(text).or_else(dated).or_else(|| is_title(text, value).then_some(Field::Title));
        // Behind another text it is the name of a column.
        let begins = entries.iter().all(|entry| !matches!(entry, Entry::Free { .. }));
        let actor = || value.filter(|_| begins).is_some_and(|(_, value)| actors::is_actor(text, value)).then_some(Field::Persona);
        let field = field.or_else(actor);
        match (field, value) {
            (None, Some((next, value))) if is_trait(text) && matches!(value, Value::Text(_)) => {
                let label = joined(text.trim_end_matches([':', '：']));
                entries.push(Entry::Trait { label, text: value.text().trim().to_owned(), cells: vec![*cell, *next] });
                rest = after.get(1..).unwrap_or_default();
            }
            // Several personas stand side by side.
            (Some(Field::Persona), Some(_)) => {
                let is_name = |value: &Value| matches!(value, Value::Text(text) if !is_trait(text)) && !is_label(value);
                let beside = after.iter().take_while(|(_, value)| is_name(value));
                for (place, value) in beside {
                    let cells = if rest.len() == after.len() { vec![*cell, *place] } else { vec![*place] };
                    entries.push(Entry::Fact { field: Field::Persona, value: (*value).clone(), cells });
                    rest = rest.get(1..).unwrap_or_default();
                }
            }
            (Some(field), Some((next, value))) => {
                entries.push(Entry::Fact { field, value: (*value).clone(), cells: vec![*cell, *next] });
                rest = after.get(1..).unwrap_or_default();
            }
            (Some(_), None) if text.ends_with(':') || hints::is_our_label(text) => entries.push(Entry::Label),
            (Some(_), None) => entries.push(Entry::Free { cell: *cell, title: None }),
            (None, _) => {
                let other = facts::is_other(text, next.is_some());
                entries.push(Entry::Free { cell: *cell, title: (!other).then(|| joined(text)) });
                // What stands behind a label that nobody knows is no title.
                if let (true, Some((next, _))) = (other, value) {
                    entries.push(Entry::Free { cell: *next, title: None });
                    rest = after.get(1..).unwrap_or_default();
                }
            }
        }
    }
    // Three texts beside each other are a row of some table.
    let is_table = entries.iter().filter(|entry| matches!(entry, Entry::Free { .. })).count() > 2;
    all.extend(entries.into_iter().map(|entry| match entry {
        Entry::Free { cell, title } => Entry::Free { cell, title: title.filter(|title| !is_table && !words::is_counted(title)) },
        Entry::Fact { .. } | Entry::Label | Entry::Trait { .. } => entry,
    }));
}

/// Whether a text says no more than that there is a journey, and one that could be its title stands beside it.
fn is_title(text: &str, beside: Option<&(Spot, &Value)>) -> bool {
    facts::is_journey(text) && beside.is_some_and(|(_, value)| matches!(value, Value::Text(_)))
}

/// Whether a cell holds a text that could be the name of a column.
fn is_name(value: &Value) -> bool {
    matches!(value, Value::Text(text) if !text.contains([':', '：', '\n']) && text.chars().count() <= 40)
}

/// Whether a cell stands in the same row as the one before, near enough to be its value.
fn beside(at: At, next: At) -> bool {
    next.row == at.row && next.column - at.column <= 4
}

/// Whether a cell holds a label, of whatever kind, and not what one is about.
fn is_label(value: &Value) -> bool {
    is_fact(value) || matches!(value, Value::Text(text) if facts::is_other(text, true))
}

/// Whether a cell holds the label of a fact, or a fact.
fn is_fact(value: &Value) -> bool {
    match value {
        Value::Text(text) => facts::label(text).is_some() || !facts::lines(text).is_empty(),
        Value::Empty | Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => false,
    }
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
