//! Ids: written, or made from a title; never two alike in one list.

use std::collections::BTreeSet;

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::super::limits;
use super::super::problems::Problems;
use super::super::raw::Node;
use super::{Check, text};
use crate::diagnostic::Code;
use crate::nearest::nearest;
use crate::tongue::{Phrase, say};

/// The ids of one list so far.
pub(crate) struct Ids {
    what: &'static str,
    /// Each entry's id, empty after a problem, and its name.
    pub entries: Vec<(String, String)>,
    taken: BTreeSet<String>,
    /// Those given as help, so that the next one in need of an id is given another.
    suggested: BTreeSet<String>,
}

impl Ids {
    /// None yet; `what` is the word for an entry: stage, lane or phase.
    pub fn of(what: &'static str) -> Self {
        Self { what, entries: Vec::new(), taken: BTreeSet::new(), suggested: BTreeSet::new() }
    }

    /// The id of the next entry: the one written, else the slug of `name`, else its number.
    /// Empty where a problem leaves no id.
    pub fn next<'t>(&mut self, written: &str, name: &str, entry: &Node<'t>, problems: &mut Problems<'t>) -> String {
        let place = entry.clone().find("/id");
        let left_out = place.raw == entry.raw || text::is_blank_text(&place);
        let id = match written {
            "" if left_out && !name.is_empty() => self.derived(name),
            written => written.to_owned(),
        };
        self.entries.push((id.clone(), name.to_owned()));
        if !id.is_empty() && !self.taken.insert(id.clone()) {
            let what = self.what;
            let free = self.free(&id);
            problems.tell(&place, Code::DuplicateId, || {
                let id = id.as_str();
                if written.is_empty() {
                    (say!("made-id-taken", part = what, id = id), say!("made-id-taken-help", id = free))
                } else {
                    (say!("id-taken", part = what, id = id), say!("id-taken-help", part = what))
                }
            });
        }
        id
    }

    /// Whether an entry's id is in doubt, so that it could be any.
    pub fn in_doubt(&self) -> bool {
        self.entries.iter().any(|(id, _)| id.is_empty())
    }

    /// The place of an id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.taken.contains(id).then(|| self.entries.iter().position(|(known, _)| known == id)).flatten()
    }

    /// What to say of an id that is not there: the one that was probably meant, or all there are.
    pub fn help(&self, wrong: &str) -> Phrase {
        let ids = || self.entries.iter().map(|(id, _)| id.as_str());
        let named = self.entries.iter().find(|(_, name)| name == wrong).map(|(id, _)| id.as_str());
        match named.or_else(|| nearest(wrong, ids())) {
            Some(meant) => say!("did-you-mean", name = meant),
            None => say!("ids-are", part = self.what, ids = listed(ids())),
        }
    }

    fn derived(&self, name: &str) -> String {
        let slug = slug(name);
        if slug.is_empty() { format!("{}-{}", self.what, self.entries.len() + 1) } else { slug }
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

/// The ids, each once, in their order; of many only the first.
pub(super) fn listed<'n>(ids: impl Iterator<Item = &'n str>) -> Phrase {
    const MOST: usize = 30;
    let mut seen = BTreeSet::new();
    let mut ids = ids.filter(|id| seen.insert(*id)).map(|id| format!("`{id}`"));
    let shown: Vec<_> = ids.by_ref().take(MOST).collect();
    let rest = ids.count();
    let names = shown.join(", ");
    if rest == 0 { say!("as-it-is", text = names) } else { say!("names-and-more", names = names, more = rest) }
}

/// An id as written; `None` when it is blank or after a problem.
pub(crate) fn id<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Option<String> {
    let id = text::filled(node, &mut check.problems)?;
    well_formed(&id, node, &mut check.problems).then_some(id)
}

fn well_formed<'t>(id: &str, node: &Node<'t>, problems: &mut Problems<'t>) -> bool {
    let length = id.chars().count();
    if length > limits::ID_CHARS {
        problems.tell(node, Code::TooLong, || {
            (say!("id-too-long", count = length, most = limits::ID_CHARS), say!("id-too-long-help"))
        });
        return false;
    }
    let well_formed = !id.contains(|c: char| c.is_whitespace() || c.is_control());
    if !well_formed {
        problems.tell(node, Code::BadId, || {
            let help = match slug(id).as_str() {
                "" => say!("bad-id-help"),
                slug => say!("write-it-as", text = slug),
            };
            (say!("bad-id", id = text::quote(id)), help)
        });
    }
    well_formed
}

/// A name as small letters and digits of ASCII, with hyphens between the words: `Oriëntatie & keuze` is
/// `orientatie-keuze`. Empty when nothing is left.
pub(crate) fn slug(name: &str) -> String {
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
    fn ids_are_listed_once_each_in_their_order() {
        assert_eq!(listed(["voor", "na", "voor"].into_iter()).english(), "`voor`, `na`");
        let many: Vec<_> = (0..40).map(|number| number.to_string()).collect();
        assert!(listed(many.iter().map(String::as_str)).english().ends_with("`29` and 10 more"));
    }

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
