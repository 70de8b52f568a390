//! `placeholder`: text that holds the place of another.

use super::texts::{self, Fault, Place, Text};
use super::{AnySetting, Findings, Group, Rule, Setting, Subject};
use crate::journey::LaneKind;
use crate::tongue::say;

/// The rule. A text is a placeholder as a whole or bears a clear mark of one: a sentence about texts is none.
pub static RULE: Rule = Rule {
    id: "placeholder",
    group: Group::Texts,
    summary: "A text is still a placeholder, such as `TODO`, `…` or `vul hier in`.",
    on: true,
    settings: &[AnySetting::Texts(&ALSO), AnySetting::Texts(&WORDS), AnySetting::Texts(&MARKS)],
    find,
};

static ALSO: Setting<&[&str]> =
    Setting { name: "also", about: "What is a placeholder as a whole text besides `words`.", default: &[] };

#[rustfmt::skip]
static WORDS: Setting<&[&str]> = Setting {
    name: "words",
    about: "What is a placeholder as a whole text, in small letters, without the punctuation around it and the dots in it.",
    default: &[
        "todo", "to do", "fixme", "placeholder", "asdf", "qwerty", "bla", "bla bla", "blabla", "bla bla bla",
        "tbd", "tba", "to be determined", "to be decided", "to be filled in", "to be done", "fill in", "fill in here",
        "fill this in", "write here", "type here", "text here", "your text", "your text here", "insert text", "insert text here",
        "enter text", "enter text here", "sample text", "example text", "dummy text",
        "ntb", "nnb", "nader te bepalen", "nog te bepalen", "nog in te vullen", "in te vullen", "invullen", "nog invullen",
        "hier invullen", "zelf invullen", "vul in", "vul hier in", "vul dit in", "nog doen", "komt nog", "volgt nog", "tekst",
        "tekst hier", "hier tekst", "hier komt tekst", "hier komt de tekst", "voorbeeldtekst", "dummytekst", "typ hier", "schrijf hier",
        "skriv her", "skriv tekst her", "udfyld", "udfyldes", "udfyld her", "skal udfyldes", "udfyldes senere", "ikke udfyldt",
        "kommer senere", "tekst her", "indsæt tekst", "indsæt tekst her", "eksempeltekst", "mangler tekst",
    ],
};

#[rustfmt::skip]
static MARKS: Setting<&[&str]> = Setting {
    name: "marks",
    about: "What makes a text a placeholder wherever it stands in it, in small letters.",
    default: &["lorem ipsum", "todo:", "[todo", "(todo", "fixme:", "[vul ", "<vul ", "[invullen", "[tekst]", "[skriv ", "[fill "],
};

const FAULT: Fault = Fault { what: |count| say!("fault-placeholder", count = count), help: || say!("placeholder-help") };

fn find(subject: &Subject, findings: &mut Findings) {
    texts::report(subject, |text| is_placeholder(text, subject), &FAULT, findings);
}

fn is_placeholder(text: &Text, subject: &Subject) -> bool {
    let small = text.said.trim().to_lowercase();
    let bare = bare(&small);
    if bare.is_empty() {
        return filler(&small, text.place);
    }
    let marked = || match subject.settings.texts.get(&(RULE.id, MARKS.name)) {
        Some(marks) => marks.iter().any(|mark| small.contains(mark.as_str())),
        None => MARKS.default.iter().any(|mark| small.contains(mark)),
    };
    let all_x = bare.len() >= 3 && bare.bytes().all(|byte| byte == b'x');
    let tagged = (small.starts_with("{{") && small.ends_with("}}")) || (small.starts_with('<') && small.ends_with('>'));
    subject.settings.has_text(subject.rule, &WORDS, &bare)
        || subject.settings.has_text(subject.rule, &ALSO, &bare)
        || all_x
        || tagged
        || marked()
        || subject.settings.hints.binary_search(&small).is_ok()
}

/// A text without what stands around its words, and without dots: `[n.t.b.]` is `ntb`.
fn bare(small: &str) -> String {
    let words = small.trim_matches(|c: char| !c.is_alphanumeric());
    words.chars().filter(|c| *c != '.').collect()
}

/// Whether a text without letters or digits is there to be replaced: `…`, `???`, `____`. Where people speak or feel, dots and
/// question marks say something; a dash says that there is nothing.
fn filler(small: &str, place: Place) -> bool {
    let made_of = |signs: &[char]| small.chars().all(|c| signs.contains(&c) || c.is_whitespace());
    let voiced = match place {
        Place::Item { kind, .. } => matches!(kind, LaneKind::Thought | LaneKind::Feeling | LaneKind::Quote | LaneKind::Emotion),
        Place::Apart { .. } | Place::Detail { .. } => false,
    };
    made_of(&['_']) || (made_of(&['.', '…', '?', '_', '*']) && !voiced)
}
