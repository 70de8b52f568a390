//! What the page has to say of its type.

use super::frame::PHASE_RATIO;
use super::{Care, Setting};
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::drawn::text::{Block, Place};
use crate::paper::Paper;
use crate::tongue::say;

/// A number as people say it.
fn said(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

/// What is wrong with phase titles.
enum Hard {
    /// They are smaller than the paper asks for.
    Small,
    /// They stand out too little beside cells.
    Pale,
}

fn of(care: Care, setting: &Setting) -> Option<Hard> {
    let (sizes, least) = (&setting.sizes, &setting.frame.least);
    if sizes.phase < least.phase_min {
        Some(Hard::Small)
    } else if sizes.phase.0 < sizes.cell.0 * PHASE_RATIO || care == Care::Least {
        Some(Hard::Pale)
    } else {
        None
    }
}

/// Whether phase titles are smaller than the paper asks for, or than they should be beside cells.
#[must_use]
pub fn is_hard_to_read(care: Care, setting: &Setting) -> bool {
    of(care, setting).is_some()
}

/// A warning when phase titles are smaller than the paper asks for, or than they should be beside cells; `titles` has the text of each with
/// its block. The longest word decides on their size. `remedy` looks for the smallest paper on which they are not.
#[must_use]
pub fn hard_to_read(
    titles: &[(&str, &Block)],
    care: Care,
    setting: &Setting,
    remedy: impl FnOnce() -> Option<Paper>,
) -> Option<Diagnostic> {
    let (sizes, least) = (&setting.sizes, &setting.frame.least);
    let message = match of(care, setting)? {
        Hard::Small => {
            let (points, metres, needed) = (sizes.phase.0, said(least.middle_metres), said(least.phase_min.0));
            let paper = setting.context.paper.name.as_str();
            say!("small-phases", points = points, paper = paper, metres = metres, least = needed)
        }
        Hard::Pale => say!("pale-phases", points = sizes.phase.0, cells = sizes.cell.0),
    };
    let widest = |block: &Block| block.widest_word().max(block.natural_width() / 3.0);
    let longest = titles.iter().enumerate().max_by(|(_, one), (_, other)| widest(one.1).total_cmp(&widest(other.1)));
    let (index, (title, _)) = longest?;
    let title = Place::named(title);
    let help = match remedy() {
        Some(larger) => say!("shorten-title-or-take", title = title, paper = larger.name),
        None => say!("shorten-title", title = title),
    };
    Some(Diagnostic::new(Code::HardToRead, message).at(format!("/phases/{index}/title")).help(help))
}
