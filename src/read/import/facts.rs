//! Facts with a label: which labels there are, and what stands behind them.

mod behind;
mod labels;

pub use behind::{Behind, behind, tells};

use crate::forms::{authors, days};
use crate::journey::Author;
use crate::journey::aliases::{has, spelled};
use crate::meta::Date;
use crate::read::book::Value;
use labels::{JOINING, JOURNEYS, LABELS, MEETINGS, OTHERS};

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The title.
    Title,
    /// The situation that starts the journey.
    Scenario,
    /// The organisation.
    Organisation,
    /// Who made it.
    Authors,
    /// Their class or team.
    Class,
    /// The day.
    Date,
    /// The course or project.
    Course,
    /// The version.
    Revision,
    /// The name of the persona.
    Persona,
    /// Whom the persona stands for.
    TargetGroup,
}

/// Whether a text says no more than that there is a journey.
pub fn is_journey(text: &str) -> bool {
    let own = spelled(text);
    has(JOURNEYS, &own)
}

impl Field {
    /// What it is called in explanations.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Scenario => "scenario",
            Self::Organisation => "organisation",
            Self::Authors => "authors",
            Self::Class => "class",
            Self::Date => "date",
            Self::Course => "course",
            Self::Revision => "revision",
            Self::Persona => "persona",
            Self::TargetGroup => "target group",
        }
    }
}

/// What a label is about, whatever its case, accents and colon.
pub fn label(text: &str) -> Option<Field> {
    const LONGEST: usize = 40;
    if text.chars().count() > LONGEST {
        return None;
    }
    let own = spelled(text);
    let of = |key: &str| LABELS.iter().find(|(_, labels)| has(labels, key)).map(|(field, _)| *field);
    // Authors and personas are counted; a group with a number is one of several.
    of(&own).or_else(|| of(&plain(text)).filter(|field| matches!(field, Field::Authors | Field::Persona)))
}

/// The label and the value of a text such as `Naam: Sam`.
fn labelled(text: &str) -> Option<(Field, &str)> {
    let (before, value) = parted_at_colon(text)?;
    let value = value.trim();
    let of_groups = || !value.is_empty() && plain(before) != spelled(before) && label(&plain(before)) == Some(Field::Class);
    match label(before) {
        // A team of several is named by its members, and a group with a number by that.
        Some(Field::Class) if authors::are_names(&joined(value)) => Some((Field::Authors, text.trim())),
        None if of_groups() && authors::read(value).iter().all(|name| name.name.starts_with(char::is_uppercase)) => {
            Some((Field::Authors, text.trim()))
        }
        None if is_day(before) && days::read(value).is_some() => Some((Field::Date, value)),
        field => field.filter(|_| !value.is_empty()).map(|field| (field, value)),
    }
}

/// Words that say that there is a day, in a label with others: `Fecha del taller`, `Workshop-Termin`.
const DAYS: &str = "datum dato date datums termin fecha data dag day tag dzien peildatum workshopdatum stand дата 日期 日付";
/// What such a label has in it where it is no day of the journey's.
const OTHER_DAYS: &str = "geboorte geboortedatum birth born fodsel fodselsdato geburt geburtsdatum geburtstag naissance nacimiento nascimento nascita \
    urodzenia deadline due next volgende naeste nachste prochaine proxima expiry vervaldatum start einde end begin";

/// Whether a label of a few words says that a day follows, and one does.
pub fn is_dated(label: &str, value: &Value) -> bool {
    const MOST: usize = 5;
    let own = spelled(label);
    let words = || own.split('-').filter(|word| !word.is_empty());
    let says = words().any(|word| has(DAYS, word)) && !words().any(|word| has(OTHER_DAYS, word)) && words().count() <= MOST;
    says && day(value).is_some()
}

/// Whether a label says no more than that there is a day, and of what: `Fecha del taller`.
pub fn is_day(text: &str) -> bool {
    let own = spelled(text);
    // “Date de l’atelier” is spelled with its article.
    let is_meeting = |word: &str| has(MEETINGS, word) || word.strip_prefix(['l', 'd']).is_some_and(|word| has(MEETINGS, word));
    let is_known = |word: &str| has(DAYS, word) || is_meeting(word) || has(JOINING, word);
    label(text) == Some(Field::Date) || own.split('-').any(|word| has(DAYS, word)) && own.split('-').all(is_known)
}

/// The label of a day, in whatever words, and that day.
fn day_of(text: &str) -> Option<(&str, &str)> {
    let (label, value) = parted_at_colon(text)?;
    let (label, value) = (label.trim(), value.trim());
    is_dated(label, &Value::Text(value.to_owned())).then_some((label, value))
}

/// What stands before a colon and behind it; the one in `Autor:in` parts no label from its value.
fn parted_at_colon(text: &str) -> Option<(&str, &str)> {
    const ENDINGS: [&str; 2] = ["innen", "in"];
    let is_ending = |rest: &str| {
        let behind = ENDINGS.iter().find_map(|ending| rest.strip_prefix(ending));
        behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    };
    let colon = |(at, sign): (usize, &str)| Some((text.get(..at)?, text.get(at + sign.len()..)?));
    text.match_indices([':', '：']).filter_map(colon).find(|(before, rest)| before.is_empty() || !is_ending(rest))
}

/// What the words end in that stand before the names of those who made it.
const BYS: [&str; 11] = ["door", "by", "af", "von", "durch", "par", "por", "da", "di", "av", "przez"];

/// The names behind `gemaakt door` and the like, without a colon: a label that ends so, or in small letters that word alone; a title begins
/// with a capital.
fn made_by(text: &str) -> Option<(Field, &str)> {
    const WORDS: usize = 3;
    let spaces = text.match_indices(' ').map(|(at, _)| at).take(WORDS);
    let parted = spaces.filter_map(|at| Some((text.get(..at)?, text.get(at..)?.trim_start())));
    let is_maker = |before: &str| {
        let key = spelled(before);
        let last = key.rsplit('-').next().unwrap_or_default();
        let small = key.contains('-') || before.starts_with(char::is_lowercase);
        small && BYS.contains(&last) && label(before) == Some(Field::Authors)
    };
    let mut named = parted
        .filter(|(before, names)| names.starts_with(char::is_uppercase) && names.chars().count() <= 200 && is_maker(before));
    named.next().map(|(_, names)| (Field::Authors, names))
}

/// Names without the word before them that says that they made it: `Af Asta Bruun og Villads Krogh`. “Von” and “Da” are parts of names.
pub fn without_by(names: &str) -> &str {
    const BEFORE: [&str; 8] = ["Door ", "By ", "Af ", "Durch ", "Par ", "Por ", "Av ", "Przez "];
    let bare = BEFORE.iter().find_map(|by| names.strip_prefix(by)).map(str::trim_start);
    bare.filter(|rest| rest.starts_with(char::is_uppercase)).unwrap_or(names)
}

/// The words that join names in languages other than those that [`authors::read`] knows, and the signs that part them there.
const ANDS: [&str; 9] = ["und", "et", "och", "y", "e", "i", "и", "和", "と"];

/// A text with `&` for what joins or parts names in other languages.
fn joined(text: &str) -> String {
    let text = text.replace(['、', '，'], "&").replace('；', ";");
    let words: Vec<&str> = text.split(' ').collect();
    let is_name = |word: Option<&&str>| word.is_some_and(|word| !word.starts_with(char::is_lowercase));
    let joins = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        words.get(at).is_some_and(|word| ANDS.contains(word)) && is_name(before) && is_name(words.get(at + 1))
    };
    let words = (0..words.len()).map(|at| if joins(at) { "&" } else { words[at] });
    words.collect::<Vec<_>>().join(" ")
}

/// The authors in a text, whatever the language that joins their names: `Lucía y Mateo`, `陈晓、王磊`.
pub fn people(text: &str) -> Vec<Author> {
    let mut people = authors::read(&joined(text));
    people.retain(|one| month(&one.name).is_none());
    people
}

/// The names in a text that ends with a day, `Sam – 12 January 2026`, and that day.
pub fn dated(text: &str) -> Option<(&str, Date)> {
    const SIGNS: [&str; 8] = [" – ", " — ", " - ", " | ", " · ", "; ", ", ", " ("];
    let places = SIGNS.iter().flat_map(|sign| text.match_indices(sign)).filter_map(|(at, sign)| {
        let (names, behind) = (text.get(..at)?, text.get(at + sign.len()..)?);
        let day = days::read(behind.trim().trim_end_matches(')'))?;
        (!names.trim().is_empty()).then(|| (names.trim(), day))
    });
    places.min_by_key(|(names, _)| names.len())
}

/// The title and the name of the assignment in a text such as `Assignment 3: Customer journey of a shop`.
pub fn assigned(text: &str) -> Option<(&str, &str)> {
    const ASSIGNMENTS: &str = "taak task exercise oefening aufgabe ubung tache exercice devoir tarea ejercicio tarefa exercicio compito esercizio uppgift oppgave \
        zadanie cwiczenie deelopdracht eindopdracht praktijkopdracht delopgave les lesson lektion week uge woche workshop werkblad worksheet blad";
    let (before, title) = parted_at_colon(text)?;
    let (before, title) = (before.trim(), title.trim());
    let plain = plain(before);
    let counted = plain != spelled(before) && before.chars().count() <= 40;
    let assigned =
        has(ASSIGNMENTS, &plain) || LABELS.iter().any(|(field, labels)| *field == Field::Course && has(labels, &plain));
    (counted && assigned && speaks_of_journey(title) && !title.contains('\n')).then_some((title, before))
}

/// Whether some words of a text say that there is a journey.
pub fn speaks_of_journey(text: &str) -> bool {
    let own = spelled(text);
    let words: Vec<&str> = own.split('-').collect();
    (1..=3).flat_map(|count| words.windows(count)).any(|part| has(JOURNEYS, &part.join("-")))
}

/// What stands among the names in a text that is none: the month of a year, `September 2026`.
pub fn months(text: &str) -> Vec<String> {
    authors::read(text).into_iter().filter_map(|one| month(&one.name).map(str::to_owned)).collect()
}

/// A text that is a year with a word before it, or no more than that.
fn month(name: &str) -> Option<&str> {
    let year = name.rsplit(' ').next().unwrap_or_default();
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    (is_year && name.split_whitespace().count() <= 2).then_some(name)
}

/// The facts of a line, such as `Naam: Sam  Klas: 2B`: behind a name or class another label may follow.
fn parted(line: &str) -> Option<Vec<(Field, &str)>> {
    const SIGNS: [char; 6] = [',', ';', '|', '/', '–', '-'];
    let short = |field: Field| matches!(field, Field::Authors | Field::Class | Field::Date | Field::Course);
    let (mut facts, mut rest) = (Vec::new(), line);
    loop {
        let (field, value) = labelled(rest)?;
        let next = value.match_indices([':', '：']).find_map(|(colon, _)| {
            let words = value[..colon].trim_end();
            let at = words.rfind(|c: char| c.is_whitespace() || SIGNS.contains(&c))?;
            let begin = at + words[at..].chars().next().map_or(1, char::len_utf8);
            let is_label = label(&words[begin..]).is_some_and(short) && !value[..begin].trim().is_empty();
            is_label.then_some(begin)
        });
        let Some(next) = next.filter(|_| short(field)) else {
            facts.push((field, value));
            return Some(facts);
        };
        facts.push((field, value[..next].trim_end_matches(|c: char| c.is_whitespace() || SIGNS.contains(&c))));
        rest = &value[next..];
        if labelled(rest).is_none() {
            // A label with nothing behind it says nothing.
            return Some(facts);
        }
    }
}

/// The version in a line that begins with it, and who made it when: `Version 0.4, drafted by Ruth Bell, 3 May 2026`. None where anything else is
/// said.
fn versioned(text: &str) -> Option<Vec<(Field, &str)>> {
    const SIGNS: [&str; 6] = [", ", "; ", " – ", " — ", " - ", " | "];
    let mut parts: Vec<(usize, usize)> = vec![(0, text.len())];
    for (at, sign) in SIGNS.iter().flat_map(|sign| text.match_indices(sign)) {
        let index = parts.iter().position(|(begin, end)| (*begin..*end).contains(&at))?;
        let (begin, end) = parts.get(index).copied()?;
        parts.splice(index..=index, [(begin, at), (at + sign.len(), end)]);
    }
    let mut facts: Vec<(Field, &str)> = Vec::new();
    for (begin, end) in parts {
        let part = text.get(begin..end)?.trim();
        let fact = match facts.last() {
            None => (Field::Revision, revision(part)?),
            Some(_) if days::read(part).is_some() => (Field::Date, part),
            Some(_) => made_by(part).or_else(|| labelled(part).filter(|(field, _)| *field == Field::Authors))?,
        };
        facts.push(fact);
    }
    Some(facts)
}

/// The number behind a word for a version, which is all that a text says: `Version 0.4`, `v2`, `Rev. 3b`.
fn revision(text: &str) -> Option<&str> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (word, number) = text.split_at(digits);
    let word = spelled(word);
    let is_word = word == "v" || LABELS.iter().any(|(field, labels)| *field == Field::Revision && has(labels, &word));
    let is_number = number.chars().count() <= 12 && !number.contains(char::is_whitespace);
    (is_word && is_number).then_some(number)
}

/// The facts of a cell: one, whose value may go on over lines, or one a line. None when it holds none, or something else besides.
pub fn lines(text: &str) -> Vec<(Field, &str)> {
    let lines: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let each: Option<Vec<_>> = lines.iter().map(|line| parted(line)).collect();
    if let (Some(fact), [_]) = (made_by(text.trim()), lines.as_slice()) {
        return vec![fact];
    }
    if let ([_], Some(facts)) = (lines.as_slice(), versioned(text.trim())) {
        return facts;
    }
    match each {
        Some(facts) => facts.into_iter().flatten().collect(),
        None if lines.iter().skip(1).any(|line| line.contains(':')) => Vec::new(),
        None => labelled(text).into_iter().collect(),
    }
}

/// Whether a text is a label, or a label and value, for which a journey has no place. `beside`: whether something stands behind it.
pub fn is_other(text: &str, beside: bool) -> bool {
    let colon = text.split_once([':', '：']);
    let before = match colon {
        Some((before, _)) => before,
        None if beside => text,
        None => return false,
    };
    let before = plain(before);
    has(OTHERS, &before)
        || LABELS.iter().any(|(_, labels)| has(labels, &before))
        || colon.is_some_and(|(_, after)| beside && after.trim().is_empty())
}

/// A label without the numbers in it, or the letter behind it that counts: `Persona 2`, `Persona B`.
fn plain(text: &str) -> String {
    let key = spelled(text);
    let mut words: Vec<&str> = key.split('-').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit())).collect();
    words.pop_if(|word| word.len() == 1 && key.len() > 1);
    words.join("-")
}

/// The day in a cell: a real one, or one in words.
pub fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Day { day, .. } => Some(*day),
        Value::Text(text) => days::read(text.trim()),
        Value::Empty | Value::Number { .. } | Value::Bool(_) | Value::Time(_) | Value::Unknown(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_joined_as_each_language_joins_them() {
        let names = |text: &str| people(text).into_iter().map(|author| author.name).collect::<Vec<_>>().join("|");
        for (text, expected) in [
            ("Lucía Fernández y Mateo Ruiz", "Lucía Fernández|Mateo Ruiz"),
            ("Anna und Ben", "Anna|Ben"),
            ("Анна Соколова и Пётр", "Анна Соколова|Пётр"),
            ("陈晓、王磊", "陈晓|王磊"),
            ("Vitamine e mais", "Vitamine e mais"),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn who_asked_noted_or_watched_made_it_and_a_day_behind_is_none_of_the_name() {
        for (text, names) in [
            ("Interview geführt von Katrin Vogel", "Katrin Vogel"),
            ("Recorded by Tunde Bakare", "Tunde Bakare"),
            ("Mapped by: Tunde Bakare", "Tunde Bakare"),
            ("Skribent: Åsa Lindqvist", "Åsa Lindqvist"),
            ("Interviewet af Lone Bang", "Lone Bang"),
            ("Gesprek gevoerd door Jan Smit", "Jan Smit"),
            ("Gesprekken gevoerd door Jan Smit", "Jan Smit"),
            ("Waarnemer: Jan Smit", "Jan Smit"),
            ("Interviews conducted by Jan Smit", "Jan Smit"),
            ("Entretien mené par Élodie Marchand", "Élodie Marchand"),
            ("Entrevista realizada por Paz Herrero", "Paz Herrero"),
            ("記録者：田中 恵", "田中 恵"),
        ] {
            assert_eq!(lines(text), [(Field::Authors, names)], "{text}");
        }
        for (text, names, day) in [
            ("Sanne Bootsma – 12 januari 2026", "Sanne Bootsma", "2026-01-12"),
            ("Tunde Bakare, 11 October 2025", "Tunde Bakare", "2025-10-11"),
            ("Sam, Bo - October 11, 2025", "Sam, Bo", "2025-10-11"),
            ("Lone Bang (3. maj 2026)", "Lone Bang", "2026-05-03"),
        ] {
            let found = dated(text).map(|(names, day)| (names, day.to_string()));
            assert_eq!(found, Some((names, day.to_owned())), "{text}");
        }
        assert!(["Sam, Bo", "Sam – MEP2C", "12 januari 2026"].iter().all(|text| dated(text).is_none()));
        assert_eq!(
            ["Af Asta Bruun", "Door Sam", "Von Hagen", "By the sea", "Avery Kim"].map(without_by),
            ["Asta Bruun", "Sam", "Von Hagen", "By the sea", "Avery Kim"]
        );
        for (text, title) in [
            ("Opdracht 3: Klantreis limited sneakers", Some("Klantreis limited sneakers")),
            ("Opgave 2: Kunderejse i en butik", Some("Kunderejse i en butik")),
            ("Assignment 1 – Week 2: Customer journey of a shop", None),
            ("Exercise 4: User journey of a shop", Some("User journey of a shop")),
            ("Opdracht 3: Sneakers", None),
            ("Opdracht: Klantreis sneakers", None),
        ] {
            assert_eq!(assigned(text).map(|(title, _)| title), title, "{text}");
        }
    }

    #[test]
    fn no_label_says_two_things() {
        let labels: Vec<&str> = LABELS.iter().flat_map(|(_, labels)| labels.split_whitespace()).collect();
        let twice: Vec<_> = labels.iter().enumerate().filter(|(at, label)| labels[..*at].contains(label)).collect();
        assert!(twice.is_empty(), "{twice:?}");
        let unspelled: Vec<_> = labels.iter().filter(|label| spelled(label) != **label).collect();
        assert!(unspelled.is_empty(), "{unspelled:?}");
    }

    #[test]
    fn labels_are_known_however_they_are_written() {
        for (text, field) in [
            ("Naam:", Some(Field::Authors)),
            ("STUDENT(EN)", Some(Field::Authors)),
            ("Naam 2", Some(Field::Authors)),
            ("Gemaakt door", Some(Field::Authors)),
            ("klas :", Some(Field::Class)),
            ("Målgruppe", Some(Field::TargetGroup)),
            ("Groep 4", None),
            ("Persona 2", Some(Field::Persona)),
            ("Buyer persona", Some(Field::Persona)),
            ("Koperspersona", Some(Field::Persona)),
            ("Target persona:", Some(Field::Persona)),
            ("Persona’s", Some(Field::Persona)),
            ("Docent", None),
            ("Naam van de winkel", None),
            ("Student name:", Some(Field::Authors)),
            ("Autor/in", Some(Field::Authors)),
            ("Verfasser:innen", Some(Field::Authors)),
            ("Имя", Some(Field::Authors)),
            ("作成者", Some(Field::Authors)),
            ("Onderwerp", Some(Field::Title)),
            ("Journey name", Some(Field::Title)),
            ("标题：", Some(Field::Title)),
            ("タイトル", Some(Field::Title)),
            ("Turma", Some(Field::Class)),
            ("Empresa:", Some(Field::Organisation)),
            ("Дата", Some(Field::Date)),
            ("課題", None),
            ("Persony", Some(Field::Persona)),
            ("ペルソナ 1", Some(Field::Persona)),
        ] {
            assert_eq!(label(text), field, "{text}");
        }
        assert!(is_journey("CUSTOMER JOURNEY:") && !is_journey("Klantreis fietswinkel") && !is_journey(""));
        assert_eq!(lines("Naam: Sam\nKlas: 2B"), [(Field::Authors, "Sam"), (Field::Class, "2B")]);
        assert_eq!(lines("Naam: Sam\nNoor"), [(Field::Authors, "Sam\nNoor")]);
        assert_eq!(lines("Naam: Sam\nDocent: Bakker"), []);
        assert_eq!(lines("naam: Pim Jansen   klas: MEP2C"), [(Field::Authors, "Pim Jansen"), (Field::Class, "MEP2C")]);
        assert_eq!(lines("Klas: 2B | Naam: Sam, Bo"), [(Field::Class, "2B"), (Field::Authors, "Sam, Bo")]);
        assert_eq!(lines("Scenario: Sam zoekt zijn klas: waar?"), [(Field::Scenario, "Sam zoekt zijn klas: waar?")]);
        assert_eq!(lines("Version 0.4, drafted by Ruth Bell"), [(Field::Revision, "0.4"), (Field::Authors, "Ruth Bell")]);
        assert_eq!(lines("v2 – opgesteld door Sam"), [(Field::Revision, "2"), (Field::Authors, "Sam")]);
        assert_eq!(
            lines("Versie 1.1; 3 mei 2026; gemaakt door Sam"),
            [(Field::Revision, "1.1"), (Field::Date, "3 mei 2026"), (Field::Authors, "Sam")]
        );
        assert_eq!(lines("Fassung 3 - erstellt von Katrin"), [(Field::Revision, "3"), (Field::Authors, "Katrin")]);
        assert_eq!(lines("Stand: 3. März 2026"), [(Field::Date, "3. März 2026")]);
        assert_eq!(lines("Peildatum: 3 maart 2026"), [(Field::Date, "3 maart 2026")]);
        assert_eq!(lines("Stand: Entwurf"), []);
        assert_eq!(lines("Version 2"), [(Field::Revision, "2")]);
        assert_eq!((lines("Version 0.8 - concept - Team West"), lines("Version 2 of the plan")), (vec![], vec![]));
        assert_eq!(lines("gemaakt door Tessa Kuiper, MEP2C"), [(Field::Authors, "Tessa Kuiper, MEP2C")]);
        assert_eq!(lines("by Ayoub B. (MC2A)"), [(Field::Authors, "Ayoub B. (MC2A)")]);
        for (text, names) in [
            ("Erstellt von Katrin Vogel", "Katrin Vogel"),
            ("Laget av Sindre Aas", "Sindre Aas"),
            ("A cura di Giulia Conti", "Giulia Conti"),
            ("Opracowanie: Zofia", "Zofia"),
            ("Autor:in: Leonie Brandt", "Leonie Brandt"),
            ("作者：陈晓", "陈晓"),
        ] {
            assert_eq!(lines(text), [(Field::Authors, names)], "{text}");
        }
        for text in ["By boat to Texel", "door de stad", "Autor:in", "Name Students", "Author Tom", "Da Vinci"] {
            assert!(lines(text).is_empty(), "{text}");
        }
        assert!(
            is_other("Docent: Bakker", false) && is_other("Groep 4: Liv", false) && !is_other("Kunderejse: Kagekassen", false)
        );
    }
}
