//! What the page has to say of its type.

use super::frame::PHASE_RATIO;
use super::{Care, Frame, Setting, is_vast};
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::Journey;
use crate::layout::drawn::text::{Block, Place};
use crate::paper::{Orientation, Paper};
use crate::scene::{Mm, Pt};
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

/// The first of some larger papers on which phase titles are read as they should be; `read` tells whether they are on one.
/// None is planned for one on which the same poster, enlarged, is by far too small, nor where words are in pieces: no paper mends these, and it
/// would be dear to ask.
#[must_use]
pub fn readable_on(
    larger: impl Iterator<Item = Paper>,
    (care, setting): (Care, &Setting),
    read: impl Fn(&Paper) -> bool,
) -> Option<Paper> {
    let hard = of(care, setting).filter(|_| care != Care::Least)?;
    let page = setting.frame.page;
    let way = if page.height > page.width { Orientation::Portrait } else { Orientation::Landscape };
    let mut left = PLANNED;
    larger.into_iter().find(|paper| {
        let frame = Frame::new(paper, paper.oriented(way));
        let enlarged = |size: Pt| size * (frame.width() / setting.frame.width());
        let shares =
            [enlarged(setting.sizes.phase).0 / frame.least.phase_min.0, enlarged(setting.sizes.cell).0 / frame.least.cell_min.0];
        let share = shares.into_iter().fold(f64::INFINITY, f64::min);
        let plausible = left > 0 && (matches!(hard, Hard::Pale) || share >= FAR_TOO_SMALL);
        left -= usize::from(plausible);
        plausible && read(paper)
    })
}

/// Whether a journey has no more in its head and headers, and says no more of its phases, than any poster has room for. What needs so much
/// of a paper is not planned for others again to find one: to shorten it is the better advice, and to ask would be dear. Nor is what takes
/// so many pages.
#[must_use]
pub fn may_be_advised(journey: &Journey, pages: usize) -> bool {
    if is_vast(pages) {
        return false;
    }
    let head = [Some(&journey.title), journey.scenario.as_ref()].into_iter().flatten();
    let question = journey.question.iter().map(|question| &question.text);
    let titles = journey.phases.iter().map(|phase| &phase.title).chain(journey.lanes.iter().map(|lane| &lane.title));
    let notes = journey.phases.iter().flat_map(|phase| phase.description.iter().chain(phase.risks.iter().map(|risk| &risk.text)));
    head.chain(question).chain(titles).map(String::len).sum::<usize>() <= MOST_IN_HEADS
        && notes.map(|text| text.len() + EACH_NOTE).sum::<usize>() <= MOST_IN_NOTES
}

/// The bytes of titles and the like; of what is said of phases, where each text counts for so many besides its own.
const MOST_IN_HEADS: usize = 4000;
const MOST_IN_NOTES: usize = 8000;
const EACH_NOTE: usize = 20;

/// So many posters are planned at the most to find a larger paper.
const PLANNED: usize = 2;
/// What an enlarged poster has less of than this, of the type that it should have, is not looked into.
const FAR_TOO_SMALL: f64 = 0.85;

/// Paper that is wider than so many times is not advised for the sake of titles: two sizes, and no more.
const MUCH_WIDER: f64 = 2.05;

/// The short side of A0.
const A0_ACROSS: Mm = Mm(841.5);

/// So many titles are named that are to be shortened.
const MOST_NAMED: usize = 6;

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
    let (index, (_, widest_of_all)) = longest?;
    // All that would still be too long where the longest has the size that is asked for.
    let least_width = widest(widest_of_all) * (sizes.phase.0 / least.phase_min.0).min(1.0);
    let long = titles.iter().enumerate().filter(|(nth, (_, title))| *nth == index || widest(title) > least_width + 1e-6);
    let title = Place::listed(long.take(MOST_NAMED).map(|(_, (title, _))| *title));
    // A poster many times as large is no way out of a long word.
    let near = |larger: &Paper| larger.size.width <= setting.context.paper.size.width * MUCH_WIDER;
    // Nor is one that hardly anybody can print, as long as the word can be shortened.
    let near = |larger: &Paper| near(larger) && larger.size.width.min(larger.size.height) <= A0_ACROSS;
    let help = match remedy().filter(near) {
        Some(larger) => say!("shorten-title-or-take", title = title, paper = larger.name),
        None => say!("shorten-title", title = title),
    };
    Some(Diagnostic::new(Code::HardToRead, message).at(format!("/phases/{index}/title")).help(help))
}
