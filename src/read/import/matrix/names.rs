//! Several names in one text.

use crate::forms::authors::is_class;

/// Somebody, and the class in parentheses behind the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub name: String,
    /// The class or team.
    pub class: Option<String>,
}

/// Words that join names.
const ANDS: [&str; 3] = ["en", "og", "and"];

/// The names between commas, semicolons, line breaks, `&` and the words for “and”. What stands in parentheses is not divided. A class
/// that stands among them is that of the names before it.
pub fn split(text: &str) -> Vec<Name> {
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
    let mut names: Vec<Name> = Vec::new();
    for name in parts.iter().flat_map(|part| joined(part)).filter_map(|name| one(&name)) {
        if name.class.is_none() && is_class(&name.name) && names.iter().any(|before: &Name| before.class.is_none()) {
            give(&mut names, &name.name);
            continue;
        }
        names.push(name);
    }
    names
}

/// Whether a text is nothing but names and their class: `Hanna Wolters – MEP2C`.
pub fn with_class(text: &str) -> bool {
    let is_name = |name: &Name| {
        let words = || name.name.split_whitespace();
        let spelt = name.name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ".-'’".contains(c));
        spelt && (2..=5).contains(&words().count()) && name.name.starts_with(char::is_uppercase)
    };
    let names = split(text);
    let fits = |name: &Name| is_name(name) && name.class.as_deref().is_some_and(is_class);
    !names.is_empty() && text.chars().count() <= 200 && names.iter().all(fits)
}

/// Gives a class to the names without one.
fn give(names: &mut [Name], class: &str) {
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

fn one(text: &str) -> Option<Name> {
    let text = text.trim();
    let parted = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let parts =
        parted.map(|(name, class)| (name.trim(), class.trim())).filter(|(name, class)| !name.is_empty() && !class.is_empty());
    let dashed = || {
        let parted = [" – ", " — ", " - "].iter().find_map(|dash| text.rsplit_once(dash));
        parted.map(|(name, class)| (name.trim(), class.trim())).filter(|(name, class)| !name.is_empty() && is_class(class))
    };
    let (name, class) = parts.or_else(dashed).map_or((text, None), |(name, class)| (name, Some(class.to_owned())));
    (!name.is_empty()).then(|| Name { name: name.to_owned(), class })
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(with_class(text), are, "{text}");
        }
    }

    #[test]
    fn names_are_told_apart() {
        let shown = |text: &str| {
            let shown = split(text).into_iter().map(|name| match name.class {
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
