//! Circles, triangles and crosses, as they are used in Japan and China to judge: ◎ very good, ○ good, △ not so good, × bad.

use super::items::is_nothing;
use super::lanes::Lane;
use super::scores::Score;
use crate::read::book::Value;

/// The signs, on a scale from −2 to 2.
const SIGNS: [(f64, &str); 4] = [(2.0, "◎"), (1.0, "○〇◯⭕"), (-1.0, "△▲"), (-2.0, "×✕✖✗✘❌")];
/// Those that stand for nothing but a judgement: a circle and a cross also say yes and no.
const TELLING: [char; 2] = ['◎', '△'];

/// The score that a sign is, alone or with words behind it.
pub fn of(text: &str) -> Option<Score> {
    let text = text.trim();
    let mut signs = text.chars();
    let first = signs.next()?;
    let rest = signs.as_str().trim_start_matches('\u{fe0f}');
    let apart = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || "：:（(".contains(c));
    let (value, _) = SIGNS.iter().find(|(_, signs)| signs.contains(first)).filter(|_| apart)?;
    Some(Score { value: *value, top: None, words: text.to_owned() })
}

/// Whether a lane holds nothing but such signs.
pub fn are_all(lane: &Lane) -> bool {
    let texts =
        || lane.cells.iter().filter_map(|cell| if let Value::Text(text) = cell.value { Some(text.as_str()) } else { None });
    let told = || texts().filter(|text| !is_nothing(text));
    let telling = told().any(|text| text.trim_start().starts_with(TELLING));
    telling && lane.cells.iter().all(|cell| matches!(cell.value, Value::Text(_))) && told().all(|text| of(text).is_some())
}
