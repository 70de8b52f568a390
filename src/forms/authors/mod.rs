//! The authors in one line, and back.

mod told;

use crate::journey::Author;
use crate::journey::aliases::spelled;
use told::{numbered_group, told};

/// The authors in one line, each with the class in parentheses.
#[must_use]
pub fn write(authors: &[Author]) -> String {
    let names = authors.iter().map(|author| match &author.class {
        Some(class) => format!("{} ({class})", author.name),
        None => author.name.clone(),
    });
    let names: Vec<_> = names.collect();
    let line = names.join(", ");
    if read(&line) == authors { line } else { names.join("; ") }
}

/// What people write before the name of a class.
pub const CLASSES: &str = "klas groep team hold klasse class group gruppe classe groupe clase grupo equipo equipe zespol ekipa lag turma gruppo squadra \
    klass grupp klasa grupa класс группа команда 班级 小组 班 クラス グループ";

/// Words that join names.
const ANDS: [&str; 3] = ["en", "og", "and"];

/// The names between commas, semicolons, line breaks, `&`, `/`, `+`, numbers and the words for “and”. What stands in parentheses is not
/// divided. A class that stands among them, or before a colon, is that of the names before it; one behind the last of several is that of all
/// between the same semicolons. `Bakker, Noor` is one person with the surname first, unless a word or sign for “and” says otherwise.
#[must_use]
pub fn read(text: &str) -> Vec<Author> {
    let told = told(text);
    let people = divided(&told.names, &[';']);
    let mut names: Vec<Author> =
        people.iter().flat_map(|people| shared(team(people))).fold(Vec::new(), |mut names, (name, alone)| {
            match class_alone(&name.name).filter(|_| alone) {
                Some(class) if names.iter().any(|before: &Author| before.class.is_none()) => give(&mut names, class),
                Some(_) | None => names.push(name),
            }
            names
        });
    if let Some(group) = told.group.filter(|group| !group.is_empty()) {
        give(&mut names, &group);
    }
    names
}

/// What a text says besides names and classes: an address of mail, the number of a student, a day, a teacher.
#[must_use]
pub fn besides(text: &str) -> Vec<String> {
    told(text).rest
}

/// Whether a text is the name of an organisation, by a word for one: “Gemeente Ede”.
#[must_use]
pub fn is_organisation(text: &str) -> bool {
    told::is_organisation(text)
}

/// Whether a text lists the names of two people or more, and nothing else: `Leila Haddad, Finn`.
#[must_use]
pub fn are_names(text: &str) -> bool {
    let is_name = |name: &Author| {
        let spelt = name.name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ".-'’".contains(c));
        spelt && name.name.starts_with(char::is_uppercase) && (1..=4).contains(&name.name.split_whitespace().count())
    };
    let text = text.replace(',', "&");
    let people: Vec<Author> = divided(&text, &[';', '\n']).iter().flat_map(|people| team(people)).map(|(name, _)| name).collect();
    people.len() > 1 && people.iter().all(is_name)
}

/// The people between two semicolons, and whether each is no more than a class.
fn team(text: &str) -> Vec<(Author, bool)> {
    let lines = divided(text, &['\n', '\r']);
    let names = lines.iter().flat_map(|line| persons(line)).filter_map(|name| one(&name));
    names
        .map(|name| {
            let alone = name.class.is_none() && class_alone(&name.name).is_some();
            (name, alone)
        })
        .collect()
}

/// The same with the class of the last for all, where it is the only one.
fn shared(mut people: Vec<(Author, bool)>) -> Vec<(Author, bool)> {
    if let Some(((last, false), before)) = people.split_last_mut()
        && let Some(class) = &last.class
        && before.iter().all(|(name, alone)| !alone && name.class.is_none())
    {
        for (name, _) in before {
            name.class = Some(class.clone());
        }
    }
    people
}

/// The parts of a text between signs that do not stand in parentheses.
fn divided(text: &str, signs: &[char]) -> Vec<String> {
    let (mut depth, mut parts, mut part) = (0_usize, Vec::new(), String::new());
    for character in text.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && signs.contains(&character) {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(character);
        }
    }
    parts.push(part);
    parts
}

/// The persons of a line, each with what says their class: whole where each has the surname first, else what commas divide.
fn persons(line: &str) -> Vec<String> {
    let joined: Vec<String> = divided(line, &['&']).iter().flat_map(|part| joined(part)).collect();
    let whole = joined.iter().map(|person| surname_first(person)).collect::<Option<Vec<_>>>();
    whole.unwrap_or_else(|| joined.iter().flat_map(|part| divided(part, &[','])).collect())
}

/// One person with the surname first, `Bakker, Noor` or `de Wit, Sam (2B)`: a surname of one word beside its particles, and a given
/// name or initials. A class behind another comma is put into parentheses, as [`one`] reads it.
fn surname_first(text: &str) -> Option<String> {
    let particle = |word: &str| word.starts_with(char::is_lowercase);
    let names = |text: &str| {
        let words = text.split_whitespace().filter(|word| !particle(word));
        let spelt = text.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ".-'’".contains(c));
        (spelt && text.starts_with(char::is_alphabetic)).then(|| words.count())
    };
    let bare = one(text)?;
    let parts = divided(&bare.name, &[',']);
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).collect();
    let (surname, given, class) = match *parts.as_slice() {
        [surname, given] => (surname, given, bare.class),
        [surname, given, class] if bare.class.is_none() && is_class(class) => (surname, given, Some(class.to_owned())),
        _ => return None,
    };
    let fits = names(surname) == Some(1) && names(given) == Some(1);
    fits.then(|| class.map_or_else(|| bare_name(surname, given), |class| format!("{} ({class})", bare_name(surname, given))))
}

fn bare_name(surname: &str, given: &str) -> String {
    format!("{surname}, {given}")
}

/// Whether a text is nothing but names and their class: `Hanna Wolters – MEP2C`.
#[must_use]
pub fn is_names_with_class(text: &str) -> bool {
    let is_name = |name: &Author| {
        let words = || name.name.split_whitespace();
        let spelt = name.name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ".-'’".contains(c));
        let capital = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
        spelt && (2..=5).contains(&words().count()) && capital(words().next()) && capital(words().next_back())
    };
    let names = read(text);
    let fits = |name: &Author| is_name(name) && name.class.as_deref().is_some_and(is_class);
    !names.is_empty() && text.chars().count() <= 200 && names.iter().all(fits)
}

/// Gives a class to the names without one.
fn give(names: &mut [Author], class: &str) {
    names.iter_mut().filter(|name| name.class.is_none()).for_each(|name| name.class = Some(class.to_owned()));
}

/// The names between the words for “and”.
fn joined(part: &str) -> Vec<String> {
    let (mut names, mut depth) = (vec![String::new()], 0_i64);
    for word in part.split_whitespace() {
        if depth <= 0 && ANDS.iter().any(|and| word.eq_ignore_ascii_case(and)) {
            names.push(String::new());
            continue;
        }
        let count = |bracket: char| i64::try_from(word.matches(bracket).count()).unwrap_or(0);
        depth += count('(') - count(')');
        if let Some(name) = names.last_mut() {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(word);
        }
    }
    names
}

fn one(text: &str) -> Option<Author> {
    let text = text.trim();
    let parted = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let parts =
        parted.map(|(name, class)| (name.trim(), class.trim())).filter(|(name, class)| !name.is_empty() && !class.is_empty());
    let dashed = || {
        let parted = [" – ", " — ", " - "].iter().find_map(|dash| text.rsplit_once(dash));
        parted.map(|(name, class)| (name.trim(), class.trim())).filter(|(name, class)| !name.is_empty() && is_class(class))
    };
    let (name, class) = parts
        .or_else(dashed)
        .or_else(|| numbered_group(text))
        .or_else(|| behind(text))
        .or_else(|| before(text))
        .map_or((text, None), |(name, class)| (name, Some(class.to_owned())));
    (!name.is_empty()).then(|| Author { name: name.to_owned(), class })
}

/// The class that is all a text says, with or without a label: `2B`, `klas 2B`.
fn class_alone(text: &str) -> Option<&str> {
    let (label, class) = text.split_once(char::is_whitespace).unwrap_or(("", text));
    let class = class.trim_start();
    let numbered = || is_label(label) && class.len() <= 2 && class.bytes().all(|byte| byte.is_ascii_digit());
    let named = ((label.is_empty() || is_label(label)) && is_class(class)).then_some(class);
    named.or_else(|| numbered().then_some(text))
}

fn is_label(word: &str) -> bool {
    let own = spelled(word);
    CLASSES.split_whitespace().any(|label| own == label)
}

/// A name and the class behind it, such as `Noor Bakker MD2A` or `Noor Bakker klas 2B`; `Groep 2B` is a name.
fn behind(text: &str) -> Option<(&str, &str)> {
    let (name, class) = text.rsplit_once(char::is_whitespace).filter(|(_, class)| is_class(class))?;
    let name = match name.trim_end().rsplit_once([' ', ',']) {
        Some((before, word)) if is_label(word) => before,
        _ => name,
    };
    let name = name.trim_end_matches(|c: char| c.is_whitespace() || ",–—-".contains(c));
    let spelt = name.starts_with(char::is_uppercase) && !name.chars().any(|c| c.is_ascii_digit() || c == '(');
    (spelt && !is_label(name)).then_some((name, class))
}

/// A name and the class before it: `MEP2C Noor Bakker`.
fn before(text: &str) -> Option<(&str, &str)> {
    let (class, name) = text.split_once(char::is_whitespace).filter(|(class, _)| is_class(class))?;
    let spelt = name.trim_start().starts_with(char::is_uppercase) && !name.chars().any(|c| c.is_ascii_digit() || c == '(');
    spelt.then_some((name.trim_start_matches([' ', ':', '-', '–']), class))
}

/// Whether a word is the name of a class rather than of a person: letters, digits, hyphens and full stops, at least one letter and
/// one digit, such as `MEP2C`, `2B`, `3.b` or `MC-2A`.
#[must_use]
pub fn is_class(word: &str) -> bool {
    word.chars().count() <= 10
        && word.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c))
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let author = |name: &str, class: Option<&str>| Author { name: name.into(), class: class.map(str::to_owned) };
        for authors in [
            vec![],
            vec![author("Sam de Vries", Some("MEP2")), author("Noor", None)],
            vec![author("Ida", Some("2B, 2C"))],
            vec![author("Sam", None), author("Noor", None)],
            vec![author("Bakker, Noor", None), author("Sam de Wit", None)],
        ] {
            assert_eq!(read(&write(&authors)), authors);
        }
    }

    #[test]
    fn names_are_parted_as_people_part_them() {
        assert_eq!(besides("Sam de Wit (12345678, sam@school.nl), docent: mw. Jansen, 20-11-2026").len(), 2);
        assert_eq!(besides("Sam de Wit (12345678), sam@school.nl, docent: mw. Jansen, 20-11-2026").len(), 4);
        for line in ["Sam (2B); Noor en Bo", "Sam (2B) & Noor\nBo", " Sam ( 2B ),Noor, og Bo,"] {
            let names: Vec<_> = read(line).into_iter().map(|author| (author.name, author.class)).collect();
            let expected = [("Sam", Some("2B")), ("Noor", None), ("Bo", None)];
            assert_eq!(names, expected.map(|(name, class)| (name.to_owned(), class.map(str::to_owned))), "{line}");
        }
        for line in ["Ida Holm, 3.b", "Ida Holm; 3.b"] {
            assert_eq!(read(line), [Author { name: "Ida Holm".into(), class: Some("3.b".into()) }], "{line}");
        }
        assert_eq!(read("(2B)").len(), 1);
        assert_eq!(read("Hendrik Jansen (").len(), 1);
    }

    #[test]
    fn names_with_a_class_are_known() {
        for (text, are) in [
            ("Hanna Wolters – MEP2C", true),
            ("Tessa Kuiper, Bo de Wit, MEP2C", true),
            ("Ayoub B. (MC2A)", true),
            ("Femke Blom", false),
            ("Persona A – de koper", false),
            ("Naar NS (2026)", false),
            ("Opdracht 3 – MEP2C", false),
            ("Let op de kosten van 2B", false),
        ] {
            assert_eq!(is_names_with_class(text), are, "{text}");
        }
    }

    #[test]
    fn names_are_told_apart() {
        let shown = |text: &str| {
            let shown = read(text).into_iter().map(|name| match name.class {
                Some(class) => format!("{}/{class}", name.name),
                None => name.name,
            });
            shown.collect::<Vec<_>>().join("|")
        };
        for (text, expected) in [
            ("Sam de Wit & Noor Aksoy", "Sam de Wit|Noor Aksoy"),
            ("Amir, Lotte, and Jens", "Amir|Lotte|Jens"),
            ("Freja og Emil", "Freja|Emil"),
            ("Gruppe 7 – Signe Holm, Ali Demir", "Signe Holm/Gruppe 7|Ali Demir/Gruppe 7"),
            ("Groep 3 - Noor & Sam", "Noor/Groep 3|Sam/Groep 3"),
            ("Team 12 — Ana Ruiz", "Ana Ruiz/Team 12"),
            ("Klasse 2B – Ida Holm", "Ida Holm/2B"),
            ("Hold 4: Ida, Emil", "Ida/Hold 4|Emil/Hold 4"),
            ("Kim Tran en Joris Bos (MEP3A)", "Kim Tran/MEP3A|Joris Bos/MEP3A"),
            ("Kim Tran; Joris Bos (MEP3A)", "Kim Tran|Joris Bos/MEP3A"),
            ("Noor & Sam MEP2C", "Noor/MEP2C|Sam/MEP2C"),
            ("Noor, Sam en Yusuf (MEP2C)", "Noor/MEP2C|Sam/MEP2C|Yusuf/MEP2C"),
            ("Noor B. (2C) en Sam d. W. (2D)", "Noor B./2C|Sam d. W./2D"),
            ("Sam de Wit (sam.dewit@student.school.nl)", "Sam de Wit"),
            ("Sam de Wit (12345678)", "Sam de Wit"),
            ("Sam de Wit 12345678 MEP2C", "Sam de Wit/MEP2C"),
            ("Noor Bakker (docent: mw. Jansen)", "Noor Bakker"),
            ("Noor Bakker, MEP2C, 20-11-2026", "Noor Bakker/MEP2C"),
            ("sam / noor", "sam|noor"),
            ("Sam/Noor", "Sam|Noor"),
            ("Noor + Sam", "Noor|Sam"),
            ("1. Noor Bakker 2. Sam de Wit", "Noor Bakker|Sam de Wit"),
            ("- Noor\n- Sam", "Noor|Sam"),
            ("Noor Bakker | MEP2C", "Noor Bakker/MEP2C"),
            ("Noor Bakker / MEP2C", "Noor Bakker/MEP2C"),
            ("MEP2C Noor Bakker", "Noor Bakker/MEP2C"),
            ("MEP2C: Noor Bakker", "Noor Bakker/MEP2C"),
            ("H4b Noor Bakker", "Noor Bakker/H4b"),
            ("Groep 3: Sam, Noor en Yusuf", "Sam/Groep 3|Noor/Groep 3|Yusuf/Groep 3"),
            ("team 4: Noor, Sam", "Noor/team 4|Sam/team 4"),
            ("Team: Noor, Sam", "Noor|Sam"),
            ("klas 2C: Noor, Sam", "Noor/2C|Sam/2C"),
            ("Noor Bakker   groep 3", "Noor Bakker/groep 3"),
            ("Noor, Sam en Bo, groep 3", "Noor/groep 3|Sam/groep 3|Bo/groep 3"),
            ("12345678", "12345678"),
            ("Sam (2B, groep 3 en 4); Bo", "Sam/2B, groep 3 en 4|Bo"),
            ("Lieke\nBram\n", "Lieke|Bram"),
            ("Enya and Ogden", "Enya|Ogden"),
            ("(2B)", "(2B)"),
            ("Sam )(", "Sam )("),
            (", ;", ""),
            ("Tessa Kuiper, MEP2C", "Tessa Kuiper/MEP2C"),
            ("Marja Wessels, afdeling C3", "Marja Wessels/afdeling C3"),
            ("Marja Wessels, verpleegkundige", "Marja Wessels"),
            ("Marja Wessels, Gemeente Ede", "Marja Wessels"),
            ("Callum Reid, service designer, Thornbury Council", "Callum Reid"),
            ("Signe Holm, Ali Demir, sygeplejerske", "Signe Holm|Ali Demir"),
            ("Katrin Vogel, Abteilung Marketing", "Katrin Vogel/Abteilung Marketing"),
            ("Ida Holm, hold 2B", "Ida Holm/2B"),
            ("Lucía Ramos, Hospital Norte", "Lucía Ramos"),
            ("Sam de Wit, en Noor Aksoy", "Sam de Wit|Noor Aksoy"),
            ("sam de wit, noor aksoy", "sam de wit|noor aksoy"),
            ("Sam, noor", "Sam|noor"),
            ("Tom van Dam, de Vries", "Tom van Dam|de Vries"),
            ("Marja Wessels; verpleegkundige", "Marja Wessels|verpleegkundige"),
            ("Femke en Ties – MC-2A", "Femke/MC-2A|Ties/MC-2A"),
            ("Sam, Bo (3A), Kim, 2B", "Sam/2B|Bo/3A|Kim/2B"),
            ("Bakker, Noor", "Bakker, Noor"),
            ("de Wit, Sam (2B)", "de Wit, Sam/2B"),
            ("Bakker, Noor, MD2A", "Bakker, Noor/MD2A"),
            ("Bakker, Noor; Vries, Sam de", "Bakker, Noor|Vries, Sam de"),
            ("Bakker, Noor en El Amrani, Youssef", "Bakker|Noor|El Amrani|Youssef"),
            ("Bakker, Noor en Vries, Sam de", "Bakker, Noor|Vries, Sam de"),
            ("Amir, Lotte & Jens", "Amir|Lotte|Jens"),
            ("Lisa Bakker, Tom de Wit", "Lisa Bakker|Tom de Wit"),
            ("Noor Bakker MD2A", "Noor Bakker/MD2A"),
            ("Noor Bakker, klas MD2A", "Noor Bakker/MD2A"),
            ("Noor Bakker – klas 2B", "Noor Bakker/2B"),
            ("Giulia Ferri, Matteo Sala – classe 4B", "Giulia Ferri/4B|Matteo Sala/4B"),
            ("Sam & Noor - groep 3", "Sam/groep 3|Noor/groep 3"),
            ("Improvement Team, Fairmile Eye Unit", "Improvement Team/Fairmile Eye Unit"),
            ("Noor Bakker, groep: 2B", "Noor Bakker/2B"),
            ("Noor Bakker 2B, Sam 3A", "Noor Bakker/2B|Sam/3A"),
            ("Groep 2B", "Groep 2B"),
            ("Bo-Anne - de Wit, C3PO de Boer", "Bo-Anne - de Wit|C3PO de Boer"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
