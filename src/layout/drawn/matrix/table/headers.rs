//! The headers of the columns: the bands of the stages and the arrows of the phases.

use std::ops::Range;

use crate::layout::drawn::block::{Block, SetLine, height};
use crate::layout::drawn::matrix::content::Content;
use crate::layout::drawn::matrix::sizes::{Frame, Sizes};
use crate::scene::{Mm, Pt};

/// Headers show at most this share of the page; the whole text of a longer one stands in a row of its own.
const HEADER_SHARE: f64 = 0.2;

/// A stage over neighbouring phases.
pub(in super::super) struct Band {
    pub stage: usize,
    /// Indices into [`super::Table::columns`].
    pub columns: Range<usize>,
    pub title: Vec<SetLine>,
    pub subtitle: Vec<SetLine>,
    /// Whether the second name stands beside the first, not below it.
    pub beside: bool,
    /// Whether the end of a name is left out.
    pub cut: bool,
}

/// The stages over neighbouring phases.
pub(super) fn bands(content: &Content, frame: &Frame, sizes: &Sizes, phases: &Range<usize>, columns: &[(Mm, Mm)]) -> Vec<Band> {
    let stages: Vec<Option<usize>> = phases.clone().map(|phase| content.journey.phases[phase].stage).collect();
    let mut bands = Vec::new();
    let mut start = 0;
    for run in stages.chunk_by(|a, b| a == b) {
        let range = start..start + run.len();
        start = range.end;
        if let Some(stage) = run[0] {
            let (title, subtitle) = &content.stages[stage];
            let width = columns[range.end - 1].0 + columns[range.end - 1].1 - columns[range.start].0;
            let natural = Mm::from(sizes.lead) * title.natural_width();
            let second = subtitle.as_ref().map_or(Mm::ZERO, |subtitle| Mm::from(sizes.note) * subtitle.natural_width());
            let beside = natural + second + sizes.em() <= width;
            let set = |block: &Block, size| block.set_some(content.typesetter, width, size, header_room(frame));
            let (title, title_cut) = set(title, sizes.lead);
            let (subtitle, subtitle_cut) = subtitle.as_ref().map(|subtitle| set(subtitle, sizes.note)).unwrap_or_default();
            bands.push(Band { stage, columns: range, title, subtitle, beside, cut: title_cut || subtitle_cut });
        }
    }
    bands
}

impl Band {
    /// From the top of the line over the stage to the top of the arrows.
    pub fn height(&self, sizes: &Sizes) -> Mm {
        let (title, subtitle) = (height(&self.title), height(&self.subtitle));
        let text = if self.beside { title.max(subtitle) } else { title + subtitle };
        sizes.em() * 0.35 + text + sizes.em() * 0.25
    }
}

/// The height that a header has for one of its names.
pub(super) fn header_room(frame: &Frame) -> Mm {
    frame.height() * HEADER_SHARE / 2.0
}

/// The width for a phase's title in an arrow of a size: without point and notch.
pub(super) fn arrow_room(width: Mm, size: Pt) -> Mm {
    width - Mm::from(size) * 1.5
}

/// Phase titles as large as they can be: up to the size for far readers, no word broken, two lines at most, nothing left out. At the
/// size of cells the end of a title may be left out, which then stands whole in a row of its own.
pub(super) fn arrows(
    content: &Content,
    frame: &Frame,
    sizes: &Sizes,
    phases: &Range<usize>,
    columns: &[(Mm, Mm)],
) -> (Pt, Vec<Vec<SetLine>>) {
    let titles = || phases.clone().map(|phase| &content.phases[phase].title).zip(columns);
    let suits = |size: Pt| {
        titles().all(|(title, (_, width))| {
            let room = arrow_room(*width, size);
            let broad = Mm::from(size) * title.widest_word() > room || Mm::from(size) * title.natural_width() > room * 1.7;
            !broad && !title.set_some(content.typesetter, room, size, header_room(frame)).1
        })
    };
    let largest = frame.title_min.max(sizes.cell).min(sizes.cell * 2.0);
    let steps = ((largest - sizes.cell).0 * 2.0).floor();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number, not negative")]
    let mut sizes_down = (0..=steps.max(0.0) as u32).rev().map(|step| sizes.cell + Pt(f64::from(step) / 2.0));
    let size = sizes_down.find(|size| suits(*size)).unwrap_or(sizes.cell);
    let lines = titles()
        .map(|(title, (_, width))| title.set_some(content.typesetter, arrow_room(*width, size), size, header_room(frame)).0)
        .collect();
    (size, lines)
}
