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

/// The words that part one name from the next.
const AND: [&str; 4] = [" en ", " og ", " and ", " und "];

/// The authors that a line names: parted by commas, semicolons, `&`, line ends and “and”; a class in parentheses belongs to the name
/// before it.
#[must_use]
pub fn read(line: &str) -> Vec<Author> {
    let mut names = Vec::new();
    let (mut start, mut depth, mut at) = (0, 0_usize, 0);
    while let Some(character) = line[at..].chars().next() {
        let and = AND.iter().find(|word| line[at..].starts_with(**word));
        let part = match character {
            '(' => {
                depth += 1;
                None
            }
            ')' => {
                depth = depth.saturating_sub(1);
                None
            }
            ',' | ';' | '&' | '\n' if depth == 0 => Some(1),
            ' ' if depth == 0 => and.map(|word| word.len()),
            _ => None,
        };
        if let Some(length) = part {
            names.push(&line[start..at]);
            start = at + length;
        }
        at += part.unwrap_or(character.len_utf8());
    }
    names.push(&line[start..]);
    let mut authors: Vec<Author> = Vec::new();
    for author in names.into_iter().filter_map(author) {
        if author.class.is_none() && is_class(&author.name) && authors.iter().any(|before| before.class.is_none()) {
            authors
                .iter_mut()
                .filter(|author| author.class.is_none())
                .for_each(|before| before.class = Some(author.name.clone()));
        } else {
            authors.push(author);
        }
    }
    authors
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

fn author(text: &str) -> Option<Author> {
    let text = text.trim();
    let classed = text.strip_suffix(')').and_then(|rest| rest.split_once('('));
    let named =
        classed.map(|(name, class)| (name.trim(), class.trim())).filter(|(name, class)| !name.is_empty() && !class.is_empty());
    match named {
        Some((name, class)) => Some(Author { name: name.to_owned(), class: Some(class.to_owned()) }),
        None => (!text.is_empty()).then(|| Author { name: text.to_owned(), class: None }),
    }
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
}
