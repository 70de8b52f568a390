//! What stands above the table: the title, and facts with a label.

mod before;
mod entries;

use super::left::{Spot, Work};
use super::profiles::Profile;
use super::travellers::{self, Traveller};
use crate::forms::authors;
use crate::journey::aliases::{has, key, spelled};
use crate::journey::{Author, Term, TermLanguage, limits};
use crate::meta::Date;
use crate::read::book::Value;
use crate::read::import::facts::{self, Field};
use crate::tongue::say;
use entries::{Entry, entries};

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
        Entry::Fact { .. } | Entry::Before { .. } | Entry::Day { .. } | Entry::Label | Entry::Trait { .. } => entry,
    });
    sheets.push(beside.collect());
    for (cell, _) in cards {
        work.take(*cell);
    }
    let told = sheets.iter().flatten().any(|entry| matches!(entry, Entry::Fact { field: Field::Title, .. }));
    // A sentence may stand above the heading.
    let headed =
        sheets.iter().flatten().any(|entry| matches!(entry, Entry::Free { title: Some(title), .. } if !is_sentence(title)));
    // The first of several headings may be whose journey another names.
    let is_journeys =
        |entry: &Entry| matches!(entry, Entry::Free { title: Some(title), .. } if says_journey(title) && !is_sentence(title));
    let named = told || sheets.iter().flatten().any(is_journeys);
    let mut traits = Vec::new();
    for entry in sheets.into_iter().flatten() {
        match entry {
            Entry::Fact { field, value, cells } => head.take(field, &value, &cells, work),
            Entry::Before { cell, text } => head.take_before(cell, &text, told, work),
            Entry::Day { cell, label } => work.leave_text(cell, label, NO_PLACE),
            Entry::Label => {}
            Entry::Trait { label, text, cells } => traits.push((label, text, cells)),
            Entry::Free { cell, title: Some(title) }
                if named && head.organisation.is_none() && authors::is_organisation(&title) && !says_journey(&title) =>
            {
                head.take(Field::Organisation, &Value::Text(title), &[cell], work);
            }
            Entry::Free { cell, title: Some(title) }
                if head.title.is_none() && !told && fits(&title) && !(headed && is_sentence(&title)) =>
            {
                work.step(cell, say!("explain-title", name = &title));
                head.title = Some((title, cell));
            }
            // A heading may say the title again.
            Entry::Free { cell, title: Some(text) } if head.title.as_ref().is_some_and(|(title, _)| *title == text) => {
                work.take(cell);
            }
            // Names with their class beneath the title say who made it.
            Entry::Free { cell, title: Some(text) } if head.authors.is_empty() && authors::is_names_with_class(&text) => {
                head.take(Field::Authors, &Value::Text(facts::without_by(&text).to_owned()), &[cell], work);
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
        let title = first.trim();
        let fits =
            title.chars().count() <= 2 * NAME_CHARS && !title.ends_with(['.', '!', '?', ':']) && !facts::is_other(title, true);
        let called = self.name.is_some_and(|name| has(COVERS, &spelled(name)));
        fits && rows.len() <= MOST_ROWS && rows.iter().all(|row| row.len() < 3) && (called || says_journey(first))
    }
}

/// Whether a text is a sentence, as a title seldom is.
fn is_sentence(text: &str) -> bool {
    const WORDS: usize = 5;
    text.ends_with(['.', '。']) && !text.ends_with("..") && (text.split_whitespace().count() >= WORDS || text.ends_with('。'))
}

/// Whether a text says that there is a journey.
fn says_journey(text: &str) -> bool {
    let words = spelled(text);
    (1..=3).flat_map(|count| parts(&words, count)).any(|part| facts::is_journey(&part))
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
