//! `too-short`: text that says too little to mean anything.

use super::texts::{self, Fault, Place, Text};
use super::{AnySetting, Findings, Group, Rule, Setting, Subject};
use crate::journey::LaneKind;
use crate::journey::aliases::has;
use crate::tongue::say;

/// The rule. A touchpoint, channel, device, feeling and the like may be one short word; what customers want and do may not. Only
/// letters that stand for sounds are counted: emoji and Chinese say much with one sign.
pub static RULE: Rule = Rule {
    id: "too-short",
    group: Group::Texts,
    summary: "A text is too short to mean anything, such as `x`, `-` or `Ja`.",
    on: true,
    settings: &[
        AnySetting::Count(&LETTERS),
        AnySetting::Count(&WORDS),
        AnySetting::Count(&LABEL_LETTERS),
        AnySetting::Kinds(&SENTENCES),
        AnySetting::Texts(&ANSWERS),
    ],
    find,
};

static LETTERS: Setting<u32> =
    Setting { name: "letters", about: "The least letters and digits of a text in a lane of `sentences`.", default: 3 };
static WORDS: Setting<u32> = Setting { name: "words", about: "The least words of a text in a lane of `sentences`.", default: 1 };
static LABEL_LETTERS: Setting<u32> =
    Setting { name: "label-letters", about: "The least letters and digits of a text in any other lane.", default: 2 };
static SENTENCES: Setting<&[LaneKind]> = Setting {
    name: "sentences",
    about: "Kinds of lane whose texts are to say a little more.",
    default: &[
        LaneKind::Goal,
        LaneKind::Action,
        LaneKind::Need,
        LaneKind::Barrier,
        LaneKind::Opportunity,
        LaneKind::Expectation,
        LaneKind::Backstage,
        LaneKind::Design,
        LaneKind::Value,
    ],
};
static ANSWERS: Setting<&[&str]> = Setting {
    name: "answers",
    about: "What says nothing in a lane of `sentences`, whatever its length; in small letters.",
    default: &["ja", "nee", "nej", "yes", "no", "ok", "oke", "oké", "okay", "idem", "ditto"],
};

/// Words of two letters that say all there is to say: what somebody wants or needs may be “Ro”.
const WHOLE: &str = "ro ly læ øl te is ur ei ui";

const FAULT: Fault = Fault { what: |count| say!("fault-too-short", count = count), help: || say!("too-short-help") };

fn find(subject: &Subject, findings: &mut Findings) {
    texts::report(subject, |text| is_too_short(text, subject), &FAULT, findings);
}

fn is_too_short(text: &Text, subject: &Subject) -> bool {
    let sentence = match text.place {
        Place::Item { kind, .. } => subject.has_kind(&SENTENCES, kind),
        Place::Apart { sentence } => sentence,
        Place::Detail { .. } => return false,
    };
    if !text.said.chars().all(|c| counted(c) || PUNCTUATION.contains(&c) || c.is_whitespace()) {
        return false;
    }
    let letters = text.said.chars().filter(|c| counted(*c)).count();
    if letters == 0 {
        return text.said.contains(DASHES);
    }
    if sentence {
        let words = text.said.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        let bare = text.said.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        return letters < subject.count(&LETTERS) && !has(WHOLE, &bare)
            || words < subject.count(&WORDS)
            || subject.settings.has_text(subject.rule, &ANSWERS, &bare);
    }
    // A number is a priority or a measurement.
    let number = text.said.contains(|c: char| c.is_ascii_digit());
    letters < subject.count(&LABEL_LETTERS) && !number && !is_name(text)
}

/// Whether a single letter is a name: that of a phase or persona, or of the network X.
fn is_name(text: &Text) -> bool {
    match text.place {
        Place::Apart { .. } | Place::Detail { .. } => true,
        Place::Item { kind, .. } => {
            matches!(kind, LaneKind::Touchpoint | LaneKind::Channel | LaneKind::Relation) && text.said.trim() == "X"
        }
    }
}

const DASHES: [char; 3] = ['-', '–', '—'];
const PUNCTUATION: [char; 11] = ['-', '–', '—', '.', ',', '!', ';', ':', '/', '\'', '’'];

/// Letters that stand for a sound, and digits: ASCII, Latin, Greek and Cyrillic.
fn counted(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}')
}
