//! An item as a line of text, and a cell as lines.

use crate::forms::words;
use crate::journey::{Item, Journey, Lane, LaneKind, Risk, RiskKind, Term, TermLanguage};

/// The mark of a moment of truth.
pub const STAR: &str = "★";
/// The mark of a drop-off.
pub const FLAG: &str = "⚑";
/// What stands before each line of a list.
pub const BULLET: &str = "• ";
/// What stands between the details of an item.
pub const BETWEEN_DETAILS: &str = " · ";

/// The title of a lane, with whose it is and what its curve stands for.
#[must_use]
pub fn title(journey: &Journey, lane: &Lane) -> String {
    let aside = words::aside(journey, lane, journey.language.terms);
    std::iter::once(lane.title.as_str()).chain(aside).collect::<Vec<_>>().join(" · ")
}

/// The text of a cell: that of its one item, or a list with an item on each line, behind its mark or else a bullet. Items that only have a
/// score are left out.
#[must_use]
pub fn cell(journey: &Journey, items: &[Item], lane: &Lane, extent: Extent) -> String {
    let list = items.len() > 1;
    let lines = items.iter().filter(|item| says_more(item)).map(|item| {
        // In a list the scores, which stand in rows of their own, are told again, so that each is seen with its words.
        let shown = shown(journey, item, lane, list).to(extent, lane);
        let bullet = if list && shown.marks.is_empty() { BULLET } else { "" };
        format!("{bullet}{}", shown.line())
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// How much the cells of a table say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All that is known of an item.
    Whole,
    /// Of contact moments, which have a sheet of their own beside, the marks, the text, where it ends, when and by which channel.
    Short,
}

/// Whether an item says more than its score.
#[must_use]
pub fn says_more(item: &Item) -> bool {
    let only_score =
        Item { score: item.score, id: item.id.clone(), language: item.language.clone(), x: item.x.clone(), ..Item::default() };
    *item != only_score
}

/// What a line says of an item, part by part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The marks in front, each followed by a space.
    pub marks: String,
    /// The text of the item.
    pub text: Option<String>,
    /// Where it ends: `→ Gebruik`.
    pub until: Option<String>,
    /// What is known besides, in the order in which it is told.
    pub details: Vec<(Detail, String)>,
}

/// What may be known of an item besides its text and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// When it happens.
    When,
    /// The channel.
    Channel,
    /// The device.
    Device,
    /// The score, in a list.
    Score,
    /// Who speaks to whom.
    Between,
    /// What is said.
    Message,
    /// What the customer is asked to do.
    CallToAction,
    /// How much it matters.
    Importance,
    /// How it is known.
    Evidence,
    /// Where that can be looked up.
    Source,
    /// How far it is.
    Status,
    /// What the picture shows.
    Alt,
    /// The path of the picture.
    Picture,
    /// Whose picture it is.
    Credit,
    /// The link with that index.
    Link(usize),
}

impl Shown {
    /// What a line of that extent says in a lane. An item without a text always says all it has.
    #[must_use]
    pub fn to(mut self, extent: Extent, lane: &Lane) -> Self {
        let short = extent == Extent::Short && lane.kind == LaneKind::Touchpoint && self.text.is_some();
        self.details.retain(|(detail, _)| !short || matches!(detail, Detail::When | Detail::Channel | Detail::Score));
        self
    }

    /// What stands behind the text: where it ends, and in parentheses the details.
    #[must_use]
    pub fn suffix(&self) -> String {
        let parts: Vec<_> = self.details.iter().map(|(_, told)| told.as_str()).collect();
        let behind = (!parts.is_empty()).then(|| format!("({})", parts.join(BETWEEN_DETAILS)));
        self.until.clone().into_iter().chain(behind).collect::<Vec<_>>().join(" ")
    }

    /// The whole line.
    #[must_use]
    pub fn line(&self) -> String {
        let suffix = Some(self.suffix()).filter(|suffix| !suffix.is_empty());
        let pieces: Vec<_> = self.text.clone().into_iter().chain(suffix).collect();
        if pieces.is_empty() { self.marks.trim_end().to_owned() } else { format!("{}{}", self.marks, pieces.join(" ")) }
    }
}

/// An item in a line: marks, text, where it ends, and in parentheses all that is known besides. A score is told when `told` says so.
#[must_use]
pub fn shown(journey: &Journey, item: &Item, lane: &Lane, told: bool) -> Shown {
    let language = journey.language.terms;
    let marks = [item.moment_of_truth.then_some(STAR), item.drop_off.then_some(FLAG)];
    let until = item.until.as_ref().and_then(|id| journey.phase(id)).map(|phase| format!("→ {}", journey.phases[phase].title));
    let score = item.score.filter(|_| told).map(|score| self::score(score, lane, language));
    Shown {
        marks: marks.into_iter().flatten().flat_map(|mark| [mark, " "]).collect(),
        text: item.text.clone(),
        until,
        details: details(item, score, language),
    }
}

/// What is known of an item besides its text, always in the same order.
fn details(item: &Item, score: Option<String>, language: TermLanguage) -> Vec<(Detail, String)> {
    let word = |term: Term| term.text(language).to_lowercase();
    let between = match (&item.sender, &item.receiver) {
        (Some(sender), Some(receiver)) => Some(format!("{sender} → {receiver}")),
        (Some(sender), None) => Some(format!("{sender} →")),
        (None, Some(receiver)) => Some(format!("→ {receiver}")),
        (None, None) => None,
    };
    let settled = [
        (Detail::When, item.when.clone()),
        (Detail::Channel, item.channel.clone()),
        (Detail::Device, item.device.clone()),
        (Detail::Score, score),
        (Detail::Between, between),
        // In marks of one language, by which it is found again.
        (Detail::Message, item.message.as_ref().map(|message| words::quoted(message, ""))),
        (Detail::CallToAction, item.call_to_action.as_ref().map(|call| format!("› {call}"))),
        (Detail::Importance, item.importance.map(|level| word(level.importance()))),
        (Detail::Evidence, item.evidence.map(|evidence| word(evidence.term()))),
        (Detail::Source, item.source.as_ref().map(|source| format!("{}: {source}", word(Term::Source)))),
        (Detail::Status, item.status.map(|status| word(status.term()))),
    ];
    let picture = item.picture.iter().flat_map(|picture| {
        // The bytes of a picture that stands in the document itself are no text.
        let path = if picture.src.trim_start().starts_with("data:") { word(Term::Image) } else { picture.src.clone() };
        [(Detail::Alt, picture.alt.clone()), (Detail::Picture, Some(path)), (Detail::Credit, picture.credit.clone())]
    });
    let links = item.links.iter().enumerate().map(|(index, link)| (Detail::Link(index), Some(link.to_string())));
    settled.into_iter().chain(picture).chain(links).filter_map(|(detail, told)| Some((detail, told?))).collect()
}

/// The risks of a phase, each on a line with its kind, behind its mark or else a bullet.
#[must_use]
pub fn risks(risks: &[Risk], language: TermLanguage) -> String {
    let bullet = |risk: &Risk| if risks.len() > 1 && risk.kind != Some(RiskKind::DropOff) { BULLET } else { "" };
    risks.iter().map(|risk| format!("{}{}", bullet(risk), self::risk(risk, language))).collect::<Vec<_>>().join("\n")
}

/// A risk in a line, with its kind.
#[must_use]
pub fn risk(risk: &Risk, language: TermLanguage) -> String {
    match risk.kind {
        Some(RiskKind::DropOff) => format!("{FLAG} {}", risk.text),
        Some(kind) => format!("{} ({})", risk.text, kind.term().text(language).to_lowercase()),
        None => risk.text.clone(),
    }
}

/// Whether a scale has numbers below zero, so that those above it are written with a plus.
#[must_use]
pub fn signed(lane: &Lane) -> bool {
    lane.scale.as_ref().is_some_and(|scale| scale.min < 0.0)
}

/// A score in a sentence: with its sign and with the decimal mark of the language.
#[must_use]
pub fn score(score: f64, lane: &Lane, language: TermLanguage) -> String {
    let digits = score.abs().to_string();
    let digits = match language {
        TermLanguage::Nl | TermLanguage::Da => digits.replace('.', ","),
        TermLanguage::En => digits,
    };
    let sign = match score {
        below if below < 0.0 => "−",
        above if above > 0.0 && signed(lane) => "+",
        _ => "",
    };
    format!("{sign}{digits}")
}

/// The most scores that any cell of a lane holds.
#[must_use]
pub fn most_scores(journey: &Journey, lane: usize) -> usize {
    journey.phases.iter().map(|phase| scores(&phase.cells[lane]).count()).max().unwrap_or(0)
}

/// The scores of a cell, in order.
pub fn scores(items: &[Item]) -> impl Iterator<Item = f64> {
    items.iter().filter_map(|item| item.score)
}

/// The score that a text says: a number with or without sign, with a comma or a point. The inverse of [`score`].
#[must_use]
pub fn unscored(text: &str) -> Option<f64> {
    let plain = text.trim().replace(['−', '–'], "-").replace(',', ".");
    let digits = plain.strip_prefix(['+', '-']).unwrap_or(&plain);
    let shaped =
        digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && digits.bytes().any(|byte| byte.is_ascii_digit());
    let number = plain.strip_prefix('+').unwrap_or(&plain).parse::<f64>().ok().filter(|number| shaped && number.is_finite());
    // Adding zero turns −0 into 0.
    number.map(|number| number + 0.0)
}

/// The score at the beginning of a text, and the words behind it: “+1 nieuwsgierig”, “7 – blij”.
#[must_use]
pub fn scored_words(text: &str) -> Option<(f64, &str)> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '+' | '-' | '−' | '–' | '.' | ','))).unwrap_or(text.len());
    let (number, words) = text.split_at(end);
    let score = unscored(number.trim_end_matches(['.', ',']))?;
    // “1e keus” is no score.
    let apart = words.is_empty() || words.starts_with([' ', '\u{a0}', '\n', ':', '=', '(', '–', '-']);
    let words = words.trim_start_matches([' ', '\u{a0}', '\n', ':', '=', '–', '-']).trim();
    apart.then_some((score, words))
}
