//! Cards on the sheet of a table: a persona, or facts with their labels, parted from the table by an empty column, or a persona by an empty row.
//!
//! ```text
//! Phase   Search   Buy        Persona     Amara Obi
//! Doing   Looks    Pays       Age         31
//! Feeling Curious  Happy      Frustration Nobody calls back
//! ```

use std::collections::BTreeSet;

use super::left::{Spot, Work};
use super::profiles::{self, Profile};
use super::view::{filled, name};
use crate::journey::aliases::{has, spelled};
use crate::read::book::{At, Book, Page, Value};
use crate::read::import::facts::{self, Field};

/// A card has seldom more columns.
const MOST_COLUMNS: usize = 4;
/// A sheet with more rows or columns has more than a table with its cards.
const MOST: (usize, usize) = (400, 100);
/// A heading is seldom longer.
const NAME_CHARS: usize = 40;

/// The cards of a book.
#[derive(Debug, Default)]
pub struct Cards {
    /// The book without them, where there are any.
    pub rest: Option<Book>,
    cards: Vec<Card>,
}

/// A card.
#[derive(Debug)]
struct Card {
    /// The index of the sheet.
    sheet: usize,
    /// The sheet with nothing else on it, called a persona where it is one.
    page: Page,
    /// Whether it stands beside the table, and is not read as what stands above that.
    beside: bool,
}

impl Cards {
    /// The personas on the cards of a sheet. What they hold is taken.
    pub fn people(&self, sheet: usize, work: &mut Work) -> Vec<Profile> {
        let own = self.cards.iter().filter(|card| card.sheet == sheet && card.page.name.is_some());
        own.flat_map(|card| profiles::read(&card.page, sheet, work)).collect()
    }

    /// The cells of the cards beside the table of a sheet that belong to no persona by now.
    pub fn cells(&self, sheet: usize, work: &Work) -> Vec<(Spot, &Value)> {
        let own = self.cards.iter().filter(|card| card.sheet == sheet && card.beside);
        let cells = own.flat_map(|card| filled(&card.page)).map(|(at, value)| (Spot { sheet, at }, value));
        cells.filter(|(spot, _)| !work.is_taken(*spot)).collect()
    }
}

/// A block of cells, parted from the others by empty rows or columns, or by the name of another person.
pub struct Part {
    /// The sheet with nothing else on it.
    pub page: Page,
    /// The first of its columns, and those behind it that it has.
    columns: BTreeSet<usize>,
    /// Whether it stands beside the largest of them.
    beside: bool,
    /// How many cells it has.
    count: usize,
}

/// The cards of a book.
pub fn find(book: &Book) -> Cards {
    let mut cards = Cards::default();
    for (sheet, page) in (0..).zip(&book.sheets).filter(|(_, page)| page.visible && !profiles::is_named(page)) {
        let parts = parts(page);
        let most = parts.iter().map(|part| part.count).max().unwrap_or_default();
        let small = |part: &&Part| part.count < most && part.columns.len() <= MOST_COLUMNS;
        for part in parts.iter().filter(small) {
            let cut = if part.beside { Some(part.page.clone()) } else { of_person(&part.page) };
            let Some(mut own) = cut else { continue };
            own.name = (says_persona(&own) || part.beside && profiles::is_personal(&own)).then(|| "Persona".to_owned());
            let mut scratch = Work::of(book);
            let is_person = own.name.is_some() && !profiles::read(&own, sheet, &mut scratch).is_empty();
            if !(is_person || part.beside && is_of_facts(&own)) {
                continue;
            }
            own.name = own.name.filter(|_| is_person);
            let rest = &mut cards.rest.get_or_insert_with(|| book.clone()).sheets;
            let Some(rest) = rest.get_mut(sheet) else { continue };
            // What stands above the table in its own columns is read as that is, but for what is said of the person.
            let gone = filled(&own).map(|(at, _)| at).filter(|at| part.beside || scratch.is_taken(Spot { sheet, at: *at }));
            gone.for_each(|at| empty(rest, at));
            cards.cards.push(Card { sheet, page: own, beside: part.beside });
        }
    }
    cards
}

/// What a block in the columns of the table says of a person: from what says that there is one, up to what is said of the journey. None where it
/// says no more than the name, or names several in one cell.
fn of_person(page: &Page) -> Option<Page> {
    let first = |row: &Vec<Value>| row.iter().find_map(name);
    let begin = page.rows.iter().position(|row| first(row).is_some_and(|text| is_heading(&text)))?;
    let is_ours = |row: &Vec<Value>| {
        let text = first(row).unwrap_or_default();
        let label = text.split([':', '：']).next().unwrap_or_default();
        facts::label(label).is_some_and(|field| field != Field::TargetGroup && !profiles::is_label_of_names(label))
    };
    let end = page.rows.iter().skip(begin).position(is_ours).map_or(page.rows.len(), |count| begin + count);
    let mut own = page.clone();
    own.rows.truncate(end);
    own.rows.iter_mut().take(begin).for_each(Vec::clear);
    profiles::is_of_one(&own).then_some(own)
}

/// Whether a card has a cell that says that a persona stands on it.
fn says_persona(page: &Page) -> bool {
    filled(page).any(|(_, value)| name(value).is_some_and(|name| is_heading(&name)))
}

/// Whether a text says that there is a persona: `Persona`, `Persona card`, `Persona: Sanne`.
pub fn is_heading(text: &str) -> bool {
    let is_persona = |word: &str| facts::label(word.trim_matches(|c: char| !c.is_alphanumeric())) == Some(Field::Persona);
    let mut words = text.split([' ', '-', ':']);
    text.chars().count() <= NAME_CHARS && (facts::label(text) == Some(Field::Persona) || words.next().is_some_and(is_persona))
}

/// Whether most rows of a card hold facts with a label that is known.
fn is_of_facts(page: &Page) -> bool {
    const FEWEST: usize = 2;
    let (mut rows, mut labelled, mut known) = (0, 0, 0);
    for row in &page.rows {
        let mut cells = row.iter().filter_map(name);
        let Some(first) = cells.next() else { continue };
        let beside = cells.next().is_some();
        let fact = facts::tells(&first) || beside && facts::label(&first).is_some();
        rows += 1;
        known += usize::from(fact);
        labelled += usize::from(fact || facts::is_other(&first, beside));
    }
    labelled >= FEWEST && known > 0 && labelled * 2 > rows
}

/// The blocks of a sheet; none where there is only one.
pub fn parts(page: &Page) -> Vec<Part> {
    if page.rows.len() > MOST.0 || page.width() > MOST.1 {
        return Vec::new();
    }
    let cells: Vec<(At, &Value)> = filled(page).collect();
    let columns: BTreeSet<usize> = cells.iter().map(|(at, _)| at.column).collect();
    let mut groups: Vec<BTreeSet<usize>> = Vec::new();
    for column in columns {
        match groups.last_mut().filter(|group| group.last().is_some_and(|last| last + 1 == column)) {
            Some(group) => _ = group.insert(column),
            None => groups.push(BTreeSet::from([column])),
        }
    }
    let count = |group: &BTreeSet<usize>| cells.iter().filter(|(at, _)| group.contains(&at.column)).count();
    let largest =
        groups.iter().enumerate().max_by_key(|(index, group)| (count(group), usize::MAX - index)).map(|(index, _)| index);
    let of_group = |group: &BTreeSet<usize>| -> Vec<Vec<(At, &Value)>> {
        blocks(&cells.iter().filter(|(at, _)| group.contains(&at.column)).copied().collect::<Vec<_>>())
    };
    // Where an empty column stands behind the names of the lanes, what is above these is above the table.
    let table = largest.and_then(|largest| of_group(groups.get(largest)?).into_iter().max_by_key(Vec::len));
    let top = table.and_then(|table| Some(table.first()?.0.row)).unwrap_or_default();
    let mut parts = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        for block in of_group(group) {
            let above = largest.is_some_and(|largest| index < largest) && block.iter().all(|(at, _)| at.row < top);
            let mut part = Page { name: page.name.clone(), visible: true, places: page.places.clone(), ..Page::default() };
            part.rows = vec![Vec::new(); block.iter().map(|(at, _)| at.row + 1).max().unwrap_or_default()];
            for (at, value) in &block {
                if let Some(row) = part.rows.get_mut(at.row) {
                    row.resize(row.len().max(at.column + 1), Value::Empty);
                    row[at.column] = (*value).clone();
                }
            }
            let columns = block.iter().map(|(at, _)| at.column).collect();
            parts.push(Part { page: part, columns, beside: largest != Some(index) && !above, count: block.len() });
        }
    }
    if parts.len() > 1 { parts } else { Vec::new() }
}

/// The cells between empty rows; a person who is named again begins another block.
fn blocks<'b>(cells: &[(At, &'b Value)]) -> Vec<Vec<(At, &'b Value)>> {
    let mut blocks: Vec<Vec<(At, &Value)>> = Vec::new();
    let (mut last, mut named, mut alone): (Option<usize>, Option<usize>, bool) = (None, None, false);
    for row in cells.chunk_by(|(one, _), (next, _)| one.row == next.row) {
        let Some((at, first)) = row.first() else { continue };
        let label = name(first).unwrap_or_default();
        let heading = row.len() == 1 && is_heading(&label);
        let person = profiles::is_label_of_names(label.split([':', '：']).next().unwrap_or_default()) || heading;
        // An empty row may stand between a heading and what is said below it.
        let headed = named.is_some() && named == last && alone;
        let apart = last.is_none_or(|last| at.row > last + if headed { 2 } else { 1 });
        // What only says that labels and values follow parts no heading from the name below it.
        let second = row.get(1).filter(|_| row.len() == 2).and_then(|(_, value)| name(value));
        if !apart && headed && second.is_some_and(|second| profiles::is_head_of_pairs(&label, &second)) {
            blocks.last_mut().into_iter().for_each(|block| block.extend(row));
            (last, named) = (Some(at.row), Some(at.row));
            continue;
        }
        // A heading and the name below it are those of one person.
        let again = person && !headed && named.is_some_and(|named| at.row > named + 1);
        if apart || again {
            blocks.push(Vec::new());
            named = None;
        }
        named = if person { Some(at.row) } else { named };
        alone = heading && named_in(&label).is_none();
        if let Some(block) = blocks.last_mut() {
            block.extend(row);
        }
        last = Some(at.row);
    }
    blocks
}

/// The name in a heading that says that there is a persona: `Persona Sanne`; none in `Persona card`.
pub fn named_in(heading: &str) -> Option<&str> {
    const CARDS: &str =
        "card cards kaart kort karte fiche ficha scheda profile profiel profil karta kort sheet overview overzicht";
    let rest = heading.split_once([' ', '-', ':'])?.1.trim_matches(|c: char| c.is_whitespace() || ":-–_".contains(c));
    (rest.starts_with(char::is_uppercase) && !has(CARDS, &spelled(rest))).then_some(rest)
}

fn empty(page: &mut Page, at: At) {
    if let Some(value) = page.rows.get_mut(at.row).and_then(|row| row.get_mut(at.column)) {
        *value = Value::Empty;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{journey, page, read_all};
    use crate::journey::{Journey, normal};

    fn people(journey: &Journey) -> String {
        let persona = |persona: &crate::journey::Persona| {
            let facts: Vec<_> =
                persona.facts.iter().map(|fact| format!("{}={}", fact.label.as_deref().unwrap_or(""), fact.text)).collect();
            format!("{}[{}]{}", persona.name, facts.join(";"), persona.quotes.join(";"))
        };
        journey.personas.iter().map(persona).collect::<Vec<_>>().join(" ")
    }

    fn phases(journey: &Journey) -> String {
        journey.phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_persona_beside_the_table_is_no_phase() {
        for (grid, expected) in [
            (
                "Stage|Look|Ask|Buy||Persona card\nDoing|Looks|Asks|Pays||Persona|Amara Obi\nThinking|Nice|Dear|Done||Age|31\nFeeling|Glad|Tired|Proud||Job|Paralegal\nKPI|a|b|c||Quote|At last",
                "Amara Obi[Age=31;Job=Paralegal]At last",
            ),
            (
                "Fase|Look|Ask|Buy||Persona\nDoen|Kijkt|Vraagt|Betaalt||Naam|Bram\nDenken|Mooi|Duur|Klaar||Leeftijd|34\nVoelen|Blij|Moe|Trots||Beroep|Kok",
                "Bram[Leeftijd=34;Beroep=Kok]",
            ),
            (
                "|Look|Ask|Buy||Mette Holm\nHandling|Ser|Spørger|Betaler||Alder|61\nTanker|Pænt|Dyrt|Færdig||Erhverv|Lærer\nFølelser|Glad|Træt|Stolt||Citat|Endelig",
                "Mette Holm[Alder=61;Erhverv=Lærer]Endelig",
            ),
            (
                "Persona|Zofia||Etap|Look|Ask|Buy\nWiek|29||Działania|Patrzy|Pyta|Płaci\nZawód|Kucharka||Myśli|Ładne|Drogie|Gotowe\n|||Emocje|1|2|3",
                "Zofia[Wiek=29;Zawód=Kucharka]",
            ),
            (
                "Phase|Look|Ask|Buy||Persona Jean\nActions|Regarde|Demande|Paie||Âge: 40\nPensées|Joli|Cher|Fini||Métier: cuisinier",
                "Jean[Âge=40;Métier=cuisinier]",
            ),
        ] {
            let read = journey(grid);
            assert_eq!((phases(&read).as_str(), people(&read).as_str()), ("Look|Ask|Buy", expected), "{grid}");
            assert!(read.authors.is_empty(), "{grid}");
        }
    }

    #[test]
    fn facts_beside_the_table_are_those_of_the_journey() {
        let read = journey(
            "Phase|Look|Ask|Buy||Author|Ruth Bell\nDoing|Looks|Asks|Pays||Company|Nestly\nThinking|Nice|Dear|Done||Version|0.4\nFeeling|Glad|Tired|Proud||Printer|kaput",
        );
        assert_eq!((phases(&read).as_str(), read.authors[0].name.as_str()), ("Look|Ask|Buy", "Ruth Bell"));
        assert_eq!((read.organisation.as_deref(), read.revision.as_deref()), (Some("Nestly"), Some("0.4")));
        assert!(normal(&read).contains("kaput") && normal(&read).contains("Printer"));
        // A column with nothing in it may also stand within a table.
        let spaced = journey("Phase|Look|Ask||Buy|Use\nGoal|a|b||c|d\nDoing|Looks|Asks||Pays|Rides");
        assert_eq!(phases(&spaced), "Look|Ask|Buy|Use");
    }

    #[test]
    fn above_names_of_lanes_with_an_empty_column_behind_them_stands_the_title() {
        for persona in ["Persona: Birthe Holm, 63", "Klant: Birthe Holm, 63"] {
            let read = journey(&format!(
                "Bij de huisarts\n{persona}\n\nFase||Look|Ask|Buy\nDoen||Kijkt|Vraagt|Betaalt\nDenken||Mooi|Duur|Klaar\nGevoel||1|0|2"
            ));
            assert_eq!(
                (read.title.as_str(), people(&read).as_str()),
                ("Bij de huisarts", "Birthe Holm[Leeftijd=63]"),
                "{persona}"
            );
            assert_eq!(phases(&read), "Look|Ask|Buy");
        }
    }

    #[test]
    fn several_persons_on_a_sheet_are_each_one() {
        let map = "Phase|Look|Ask|Buy\nDoing|Looks|Asks|Pays\nThinking|Nice|Dear|Done";
        let expected = "Aylin[Age=19;Job=Student] Bram[Age=34;Job=Cook]";
        for sheet in [
            "Name|Aylin\nAge|19\nJob|Student\n\nName|Bram\nAge|34\nJob|Cook",
            "Name|Aylin\nAge|19\nJob|Student\nName|Bram\nAge|34\nJob|Cook",
            "Name|Aylin||Name|Bram\nAge|19||Age|34\nJob|Student||Job|Cook",
            "Persona 1\nName|Aylin\nAge|19\nJob|Student\n\nPersona 2\nName|Bram\nAge|34\nJob|Cook",
        ] {
            let mut people_of = page(sheet);
            people_of.name = Some("Personas".to_owned());
            let read = read_all(vec![people_of, page(map)]).unwrap_or_else(|problems| panic!("{problems:?}"));
            assert_eq!(people(&read.journey), expected, "{sheet}");
        }
        let beside = "Phase|Look|Ask|Buy||Persona|Aylin\nDoing|Looks|Asks|Pays||Age|19\nThinking|Nice|Dear|Done||Job|Student\nFeeling|Glad|Tired|Proud\n\
                      KPI|a|b|c||Persona|Bram\nIdeas|d|e|f||Age|34\nQuote|g|h|i||Job|Cook";
        assert_eq!(people(&journey(beside)), expected);
        let above = "Klantreis hostel\n\nPersona|Aylin\nAge|19\nJob|Student\n\nPersona|Bram\nAge|34\nJob|Cook\n\n";
        let read = journey(&format!("{above}{map}"));
        assert_eq!((people(&read).as_str(), read.title.as_str()), (expected, "Klantreis hostel"));
        let below = journey(&format!("{map}\n\nPersona|Aylin\nAge|19\nJob|Student"));
        assert_eq!((people(&below).as_str(), phases(&below).as_str()), ("Aylin[Age=19;Job=Student]", "Look|Ask|Buy"));
        let headed = journey(&format!(
            "Klantreis hostel\nNaam: Jihye Lee\n\nPersona\n\nVeld|Waarde\nNaam|Aylin\nAge|19\nJob|Student\n\n{map}"
        ));
        assert_eq!((people(&headed).as_str(), headed.authors.len()), (expected.split(' ').next().unwrap_or_default(), 1));
        assert!(!normal(&headed).contains("Waarde"), "{}", normal(&headed));
        // What is said of the journey ends what is said of the person.
        let facts = journey(&format!("Persona|Aylin, 19 jaar\nHobby|Vissen\nAuteur|Sam de Wit\nDatum|7-11-2026\n\n{map}"));
        assert_eq!((people(&facts).as_str(), facts.authors[0].name.as_str()), ("Aylin[=19 jaar]", "Sam de Wit"));
        assert!(facts.date.is_some());
    }
}
