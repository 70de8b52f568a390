//! What the sheet of the matrix says besides the contents of its cells: the names of its rows, its bands and its notes.

use crate::forms::{hints, line};
use crate::journey::{Journey, Lane, LaneKind, Stage, TermLanguage};

/// The band of a stage: its names.
#[must_use]
pub fn band(stage: &Stage) -> String {
    match &stage.subtitle {
        Some(subtitle) => format!("{}{BETWEEN_NAMES}{subtitle}", stage.title),
        None => stage.title.clone(),
    }
}

/// What stands between two names of one thing.
pub const BETWEEN_NAMES: &str = " · ";

/// The least characters of a name that stands in several rows: a row shows at least so many lines of a name in any script, and each
/// line has a character.
pub const PARTED: usize = 20;

/// The name of a row of scores of the lane with that title: of the first score of each cell (0), the second (1) …
#[must_use]
pub fn scores(title: &str, nth: usize) -> String {
    if nth == 0 { title.to_owned() } else { format!("{title} ({})", nth + 1) }
}

/// The name of the row of words beneath the scores of the lane with that title.
#[must_use]
pub fn in_words(title: &str, language: TermLanguage) -> String {
    hints::IN_WORDS.fill(language, &[title])
}

/// The note on the scale of a lane, and on the words for its scores.
#[must_use]
pub fn scale(journey: &Journey, lane: &Lane) -> Option<String> {
    let language = journey.language.terms;
    let scale = lane.scale.as_ref()?;
    let words = |score| line::score(score, lane, language);
    let note = hints::SCALE.fill(language, &[&line::title(journey, lane), &words(scale.min), &words(scale.max)]);
    let labels: Vec<_> = scale.labels.iter().map(|(score, label)| format!("{} = {label}", words(*score))).collect();
    Some(if labels.is_empty() { note } else { format!("{note} {}", labels.join(" · ")) })
}

/// What the sheet that explains says belongs in the cells of a lane.
#[must_use]
pub fn hint(lane: &Lane, language: TermLanguage) -> String {
    match (lane.kind, &lane.scale) {
        (LaneKind::Emotion, Some(scale)) => {
            let ends = [scale.min, scale.max].map(|end| line::score(end, lane, language));
            hints::SCORE.fill(language, &[&ends[0], &ends[1]])
        }
        _ => hints::lane(lane.kind).text(language).to_owned(),
    }
}
