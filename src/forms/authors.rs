//! The authors in one line, and back.

use crate::journey::Author;

/// The authors in one line, each with the class in parentheses.
#[must_use]
pub fn write(authors: &[Author]) -> String {
    let names = authors.iter().map(|author| match &author.class {
        Some(class) => format!("{} ({class})", author.name),
        None => author.name.clone(),
    });
    names.collect::<Vec<_>>().join(", ")
}

/// Words that join names.
const ANDS: [&str; 3] = ["en", "og", "and"];

/// The names between commas, semicolons, line breaks, `&` and the words for “and”. What stands in parentheses is not divided. A class
/// that stands among them is that of the names before it.
#[must_use]
pub fn read(text: &str) -> Vec<Author> {
    let (mut depth, mut parts, mut part) = (0_usize, Vec::new(), String::new());
    for character in text.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(character, ',' | ';' | '&' | '\n' | '\r') {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(character);
        }
    }
    parts.push(part);
    let mut names: Vec<Author> = Vec::new();
    for name in parts.iter().flat_map(|part| joined(part)).filter_map(|name| one(&name)) {
        if name.class.is_none() && is_class(&name.name) && names.iter().any(|before: &Author| before.class.is_none()) {
            give(&mut names, &name.name);
            continue;
        }
        names.push(name);
    }
    names
}

/// Whether a text is nothing but names and their class: `Hanna Wolters – MEP2C`.
#[must_use]
pub fn is_names_with_class(text: &str) -> bool {
    let is_name = |name: &Author| {
        let words = || name.name.split_whitespace();
        let spelt = name.name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ".-'’".contains(c));
        spelt && (2..=5).contains(&words().count()) && name.name.starts_with(char::is_uppercase)
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
    let (name, class) = parts.or_else(dashed).map_or((text, None), |(name, class)| (name, Some(class.to_owned())));
    (!name.is_empty()).then(|| Author { name: name.to_owned(), class })
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
        for authors in
            [vec![], vec![author("Sam de Vries", Some("MEP2")), author("Noor", None)], vec![author("Ida", Some("2B, 2C"))]]
        {
            assert_eq!(read(&write(&authors)), authors);
        }
    }

    #[test]
    fn names_are_parted_as_people_part_them() {
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
            ("Kim Tran en Joris Bos (MEP3A)", "Kim Tran|Joris Bos/MEP3A"),
            ("Sam (2B, groep 3 en 4); Bo", "Sam/2B, groep 3 en 4|Bo"),
            ("Lieke\nBram\n", "Lieke|Bram"),
            ("Enya and Ogden", "Enya|Ogden"),
            ("(2B)", "(2B)"),
            ("Sam )(", "Sam )("),
            (", ;", ""),
            ("Tessa Kuiper, MEP2C", "Tessa Kuiper/MEP2C"),
            ("Femke en Ties – MC-2A", "Femke|Ties/MC-2A"),
            ("Sam, Bo (3A), Kim, 2B", "Sam/2B|Bo/3A|Kim/2B"),
            ("Bo-Anne - de Wit, C3PO de Boer", "Bo-Anne - de Wit|C3PO de Boer"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
