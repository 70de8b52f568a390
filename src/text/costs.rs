//! What it costs to end a line at a place, against the square of its slack: at most 1 for a line that is empty.

use super::hyphenation::PointKind;
use super::lines::Last;
use super::segments::Bond;

/// A hyphen at the end of a line.
const HYPHEN: f64 = 0.6;
/// A hyphen behind a part that belongs to what follows costs this much more.
const PARTICLE: f64 = 0.3;
/// A second hyphen in a row costs this much more.
const LADDER: f64 = 0.3;
/// In titles and headers hyphens cost so many times more.
const HEADING: f64 = 3.0;
/// A hyphen elsewhere than at a joint of a compound: more than any line that is shorter for it.
const MISPLACED: f64 = 2.4;
/// The same in titles and headers: more than all lines that are shorter for it.
const MISPLACED_IN_HEADING: f64 = 100.0;
/// A line end within an address, between two of its parts.
const ADDRESS: f64 = 0.6;
/// The same within one of its parts, where a full stop or hyphen is easily read as one of the text.
const PART_OF_ADDRESS: f64 = 1.8;
/// A line end within a word of a script that has no spaces between them.
const PHRASE: f64 = 0.4;
/// A line end between a number and what it counts: less than a line more.
const LEANING: f64 = 0.1;
/// A line end where there should be none: a line more, or several, are always better.
const LED: f64 = 150.0;
/// One that is worse still.
const TIED: f64 = 200.0;
/// A line end between two words of one of several facts, which separators part.
pub(super) const IN_PART: f64 = 0.3;
/// A cut within a word, without a hyphen.
const CUT: f64 = 4.0;

/// What it costs to end a line between two words.
pub(super) fn between(bond: Bond, last: Last) -> f64 {
    match bond {
        Bond::Phrase if last == Last::Even => PHRASE * HEADING,
        Bond::Phrase => PHRASE,
        Bond::Free | Bond::Separator => 0.0,
        Bond::Leaning => LEANING,
        Bond::Address => ADDRESS,
        Bond::PartOfAddress => PART_OF_ADDRESS,
        Bond::Led => LED,
        Bond::Tied => TIED,
    }
}

/// What a hyphen costs at the end of a line; `again` if the line before it ends with one.
pub(super) fn hyphen(kind: PointKind, last: Last, again: bool) -> f64 {
    let ladder = if again { LADDER } else { 0.0 };
    let ladder = ladder + if kind == PointKind::Particle { PARTICLE } else { 0.0 };
    let misplaced = match kind {
        PointKind::Joint | PointKind::Particle | PointKind::Syllable => false,
        PointKind::InPart => true,
    };
    match (misplaced, last) {
        (false, Last::Free) => HYPHEN + ladder,
        (false, Last::Even) => (HYPHEN + ladder) * HEADING,
        (true, Last::Free) => MISPLACED + ladder,
        (true, Last::Even) => MISPLACED_IN_HEADING + ladder,
    }
}

/// What it costs to cut a word without a hyphen.
pub(super) fn cut(last: Last) -> f64 {
    match last {
        Last::Free => CUT,
        Last::Even => CUT * HEADING,
    }
}
