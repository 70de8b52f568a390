//! Ids: written, or made from a title; never two alike in one list.

use std::collections::BTreeSet;

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::super::limits;
use super::super::problems::Problems;
use super::super::raw::Node;
use super::text;
use crate::diagnostic::Code;

/// The ids of one list so far.
pub(super) struct Ids {
    what: &'static str,
    count: usize,
    taken: BTreeSet<String>,
    /// Those given as help, so that the next one in need of an id is given another.
    suggested: BTreeSet<String>,
}

impl Ids {
    /// None yet; `what` is the word for an entry: stage, lane or phase.
    pub fn of(what: &'static str) -> Self {
        Self { what, count: 0, taken: BTreeSet::new(), suggested: BTreeSet::new() }
    }

    /// The id of the next entry: the one written, else the slug of `name`, else its number.
    /// Empty where a problem leaves no id.
    pub fn next<'t>(&mut self, written: Option<Node<'t>>, name: &str, entry: &Node<'t>, problems: &mut Problems<'t>) -> String {
        self.count += 1;
        let written = written.and_then(|node| Some((text::filled(&node, problems)?, node)));
        let (id, place, is_written) = match &written {
            Some((id, node)) if !well_formed(id, node, problems) => return String::new(),
            Some((id, node)) => (id.clone(), node, true),
            None if name.is_empty() => return String::new(),
            None => (self.derived(name), entry, false),
        };
        if !self.taken.insert(id.clone()) {
            let what = self.what;
            let free = self.free(&id);
            problems.at(place, Code::DuplicateId, || {
                if is_written {
                    (format!("the id `{id}` belongs to another {what}"), format!("give each {what} an id of its own"))
                } else {
                    let message = format!("this {what} has no `id`, and the one made for it, `{id}`, belongs to another {what}");
                    (message, format!("give it an id of its own, such as `\"id\": \"{free}\"`"))
                }
            });
        }
        id
    }

    fn derived(&self, name: &str) -> String {
        let slug = slug(name);
        if slug.is_empty() { format!("{}-{}", self.what, self.count) } else { slug }
    }

    /// An id like this one that is neither taken nor suggested before.
    fn free(&mut self, id: &str) -> String {
        let mut number = 2;
        let mut free = format!("{id}-{number}");
        while self.taken.contains(&free) || !self.suggested.insert(free.clone()) {
            number += 1;
            free = format!("{id}-{number}");
        }
        free
    }
}

fn well_formed<'t>(id: &str, node: &Node<'t>, problems: &mut Problems<'t>) -> bool {
    let length = id.chars().count();
    if length > limits::ID_CHARS {
        problems.at(node, Code::TooLong, || {
            (format!("this id has {length} characters; the limit is {}", limits::ID_CHARS), "choose a shorter id".into())
        });
        return false;
    }
    let well_formed = !id.contains(|c: char| c.is_whitespace() || c.is_control());
    if !well_formed {
        problems.at(node, Code::BadId, || {
            let help = match slug(id).as_str() {
                "" => "use letters, digits and hyphens".into(),
                slug => format!("write it as `{slug}`"),
            };
            (format!("the id {} holds white space or a control character", text::quote(id)), help)
        });
    }
    well_formed
}

/// A name as small letters and digits of ASCII, with hyphens between the words: `Oriëntatie & keuze` is
/// `orientatie-keuze`. Empty when nothing is left.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    let mut gap = false;
    for c in DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(name.chars()) {
        let folded: &str = match c {
            'ø' | 'Ø' => "o",
            'æ' | 'Æ' => "ae",
            'œ' | 'Œ' => "oe",
            'ß' | 'ẞ' => "ss",
            'ł' | 'Ł' => "l",
            'đ' | 'Đ' | 'ð' | 'Ð' => "d",
            'þ' | 'Þ' => "th",
            'ı' => "i",
            _ => &c.to_ascii_lowercase().to_string(),
        };
        let word = folded.bytes().all(|b| b.is_ascii_alphanumeric());
        // Combining diacritical marks, which the decomposition has parted from their letters, and apostrophes part no words.
        let dropped = matches!(c, '\u{300}'..='\u{36f}' | '\'' | '’');
        if word {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push_str(folded);
        } else if !dropped {
            gap = true;
        }
        if slug.len() >= limits::ID_CHARS - 2 {
            break;
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_small_ascii_words() {
        for (name, expected) in [
            ("Oriëntatie & keuze", "orientatie-keuze"),
            ("  Før køb — ÅBNING ", "for-kob-abning"),
            ("'s Avonds", "s-avonds"),
            ("Straße 2", "strasse-2"),
            ("Покупка", ""),
            ("…", ""),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        assert!(slug(&"lang ".repeat(1000)).len() <= limits::ID_CHARS);
    }
}
