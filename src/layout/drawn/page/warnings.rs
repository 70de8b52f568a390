//! What the page has to say of its type.

use super::frame::PHASE_RATIO;
use super::{Care, Setting};
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::drawn::text::{Block, Place};
use crate::paper::Paper;

/// A number as people say it.
fn said(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

/// A warning when phase titles are smaller than the paper asks for, or than they should be beside cells; `titles` has the text of each with
/// its block. The longest word decides on their size.
#[must_use]
pub fn hard_to_read(titles: &[(&str, &Block)], care: Care, setting: &Setting) -> Option<Diagnostic> {
    let (sizes, least) = (&setting.sizes, &setting.frame.least);
    let paper = setting.context.paper.name.as_str();
    let message = if sizes.phase < least.phase_min {
        format!(
            "phase titles are {} pt; on {paper}, which is read from {} m away, they should be {} pt or more",
            sizes.phase.0,
            said(least.middle_metres),
            said(least.phase_min.0)
        )
    } else if sizes.phase.0 < sizes.cell.0 * PHASE_RATIO || care == Care::Least {
        format!("phase titles are {} pt beside cells of {} pt: they stand out too little", sizes.phase.0, sizes.cell.0)
    } else {
        return None;
    };
    let widest = |block: &Block| block.widest_word().max(block.natural_width() / 3.0);
    let longest = titles.iter().enumerate().max_by(|(_, one), (_, other)| widest(one.1).total_cmp(&widest(other.1)));
    let (index, (title, _)) = longest?;
    let larger = |other: &Paper| {
        let ours = &setting.context.paper.size;
        other.size.width > ours.width && other.legibility().phase_min.0 <= sizes.phase.0 * (other.size.width / ours.width)
    };
    let help = match setting.context.paper.growing().find(larger) {
        Some(larger) => format!("shorten {}, or take {} or larger", Place::name(title), larger.name),
        None => format!("shorten {}", Place::name(title)),
    };
    Some(Diagnostic::new(Code::HardToRead, message).at(format!("/phases/{index}/title")).help(help))
}
