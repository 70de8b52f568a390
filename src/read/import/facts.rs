//! Facts with a label: which labels there are, and what stands behind them.

use crate::forms::{authors, days};
use crate::journey::aliases::key;
use crate::meta::Date;
use crate::read::book::Value;

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
    /// The name of the persona.
    Persona,
    /// Whom the persona stands for.
    TargetGroup,
}

/// The labels in Dutch, Danish and English, as [`key`] writes them.
const LABELS: [(Field, &str); 9] = [
    (Field::Title, "titel title naam-klantreis titel-klantreis"),
    (Field::Scenario, "scenario scenarie situatie situation"),
    (
        Field::Organisation,
        "organisatie bedrijf merk virksomhed company organisation organization brand naam-bedrijf bedrijfsnaam",
    ),
    (
        Field::Authors,
        "naam namen auteur auteurs auteur-s student studenten student-en leerling leerlingen gemaakt-door door navn navne \
         forfatter forfattere forfatter-e lavet-af name names name-s author authors author-s made-by by groepsleden naam-en \
         naam-student naam-leerling namen-studenten namen-leerlingen naam-studenten naam-leerlingen students student-s",
    ),
    (Field::Class, authors::CLASSES),
    (Field::Date, "datum dato date"),
    (Field::Course, "vak project projekt fag opgave opdracht course subject assignment"),
    (Field::Persona, "persona personas persona-s personae personen personaer persona-er persona-naam naam-persona persona-name"),
    (Field::TargetGroup, "doelgroep malgruppe target-group"),
];

/// What a table is called that is a journey, and no more than that: its title stands beside it.
const JOURNEYS: &str = "journey customer-journey user-journey journey-map customer-journey-map user-journey-map cjm customer-experience-map \
    experience-map klantreis reis klantreiskaart customer-journey-kaart kunderejse brugerrejse rejse kundenreise nutzerreise parcours \
    parcours-client parcours-utilisateur carte-du-parcours-client mapa-de-viaje-del-cliente viaje-del-cliente mapa-de-experiencia \
    jornada-do-cliente mapa-da-jornada jornada-do-usuario viaggio-del-cliente percorso-cliente kundresa kundreise podroz-klienta \
    service-blueprint blueprint";

/// Whether a text says no more than that there is a journey.
pub fn is_journey(text: &str) -> bool {
    let own = key(text);
    JOURNEYS.split_whitespace().any(|name| name == own)
}

/// Labels that say something that a journey has no place for, so that what they label is no title.
const OTHERS: &str = "docent docenten leraar lerares leerkracht mentor begeleider laerer underviser vejleder teacher tutor versie version \
    periode period periode-s cijfer beoordeling karakter grade school skole opleiding uddannelse education email e-mail mail \
    studentnummer leerlingnummer week uge semester blok les lesson lektion instructie instruction opmerking let-op tip bron bronnen \
    kilde source sources inleverdatum deadline status pagina side page leeftijd alder age beroep woonplaats hobby hobbies";

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
    let own = key(text);
    let of = |key: &str| {
        LABELS.iter().find(|(_, labels)| labels.split_whitespace().any(|label| label == key)).map(|(field, _)| *field)
    };
    // Authors and personas are counted; a group with a number is one of several.
    of(&own).or_else(|| of(&plain(text)).filter(|field| matches!(field, Field::Authors | Field::Persona)))
}

/// The label and the value of a text such as `Naam: Sam`.
fn labelled(text: &str) -> Option<(Field, &str)> {
    let (before, value) = text.split_once([':', '：'])?;
    let value = value.trim();
    label(before).filter(|_| !value.is_empty()).map(|field| (field, value))
}

/// The words before the names of those who made it, without a colon; a title begins with a capital.
const MAKERS: [&str; 9] =
    ["gemaakt door ", "Gemaakt door ", "made by ", "Made by ", "lavet af ", "Lavet af ", "door ", "by ", "af "];

/// The names behind `gemaakt door` and the like.
fn made_by(text: &str) -> Option<(Field, &str)> {
    let names = MAKERS.iter().find_map(|maker| text.strip_prefix(maker)).map(str::trim)?;
    (names.starts_with(char::is_uppercase) && names.chars().count() <= 200).then_some((Field::Authors, names))
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

/// The facts of a cell: one, whose value may go on over lines, or one a line. None when it holds none, or something else besides.
pub fn lines(text: &str) -> Vec<(Field, &str)> {
    let lines: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let each: Option<Vec<_>> = lines.iter().map(|line| parted(line)).collect();
    if let (Some(fact), [_]) = (made_by(text.trim()), lines.as_slice()) {
        return vec![fact];
    }
    match each {
        Some(facts) => facts.into_iter().flatten().collect(),
        None if lines.iter().skip(1).any(|line| line.contains(':')) => Vec::new(),
        None => labelled(text).into_iter().collect(),
    }
}

/// Whether a text is a label, or a label and value, for which a journey has no place. `beside`: whether something stands behind it.
pub fn is_other(text: &str, beside: bool) -> bool {
    let colon = text.split_once(':');
    let before = match colon {
        Some((before, _)) => before,
        None if beside => text,
        None => return false,
    };
    let known = OTHERS.split_whitespace().any(|other| other == plain(before));
    known
        || LABELS.iter().any(|(_, labels)| labels.split_whitespace().any(|label| label == plain(before)))
        || colon.is_some_and(|(_, after)| beside && after.trim().is_empty())
}

/// A label without the numbers in it.
fn plain(text: &str) -> String {
    let key = key(text);
    let words = key.split('-').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
    words.collect::<Vec<_>>().join("-")
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
            ("Persona’s", Some(Field::Persona)),
            ("Docent", None),
            ("Naam van de winkel", None),
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
        assert_eq!(lines("gemaakt door Tessa Kuiper, MEP2C"), [(Field::Authors, "Tessa Kuiper, MEP2C")]);
        assert_eq!(lines("by Ayoub B. (MC2A)"), [(Field::Authors, "Ayoub B. (MC2A)")]);
        assert!(lines("By boat to Texel").is_empty() && lines("door de stad").is_empty());
        assert!(
            is_other("Docent: Bakker", false) && is_other("Groep 4: Liv", false) && !is_other("Kunderejse: Kagekassen", false)
        );
    }
}
