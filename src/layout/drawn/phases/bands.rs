//! The bands of stages, over their phases.

use std::ops::Range;

use super::{Column, StageText, header_room};
use crate::layout::drawn::page::{Setting, Sizes};
use crate::layout::drawn::text::{Block, SetLine, draw, height};
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Path, Point, Pt, Rect, Role};

/// A stage over neighbouring phases.
pub struct Band {
    /// The index of the stage.
    pub stage: usize,
    /// The columns that it spans.
    pub columns: Range<usize>,
    /// Its name.
    pub title: Vec<SetLine>,
    /// Its second name.
    pub subtitle: Vec<SetLine>,
    /// Whether the second name stands beside the first, not below it.
    pub beside: bool,
    /// Whether the end of a name is left out.
    pub cut: bool,
}

/// The stages over neighbouring phases: `stages` has the stage of each, beside its column.
#[must_use]
pub fn bands(texts: &[StageText], stages: &[Option<usize>], columns: &[Column], setting: &Setting) -> Vec<Band> {
    let (frame, sizes) = (&setting.frame, &setting.sizes);
    let mut bands = Vec::new();
    let mut start = 0;
    for run in stages.chunk_by(|a, b| a == b) {
        let range = start..start + run.len();
        start = range.end;
        if let Some(stage) = run[0] {
            let StageText { title, subtitle, .. } = &texts[stage];
            let width = columns[range.end - 1].0 + columns[range.end - 1].1 - columns[range.start].0;
            let natural = Mm::from(sizes.lead) * title.natural_width();
            let second = subtitle.as_ref().map_or(Mm::ZERO, |subtitle| Mm::from(sizes.note) * subtitle.natural_width());
            let beside = natural + second + sizes.em() <= width;
            let set = |block: &Block, sizes: &[Pt]| block.fit(setting.typesetter(), width, sizes, header_room(frame.height()));
            let (title, title_cut) = set(title, &[sizes.lead, sizes.cell, sizes.note]);
            let (subtitle, subtitle_cut) = subtitle.as_ref().map(|subtitle| set(subtitle, &[sizes.note])).unwrap_or_default();
            bands.push(Band { stage, columns: range, title, subtitle, beside, cut: title_cut || subtitle_cut });
        }
    }
    bands
}

impl Band {
    /// Names it as one that goes on, where that has room.
    pub fn go_on(&mut self, again: &Block, columns: &[Column], setting: &Setting) {
        let sizes = &setting.sizes;
        let (last, width) = columns[self.columns.end - 1];
        let width = last + width - columns[self.columns.start].0;
        let all = [sizes.lead, sizes.cell, sizes.note];
        let (title, cut) = again.fit(setting.typesetter(), width, &all, header_room(setting.frame.height()));
        if cut || title.len() > self.title.len().max(1) {
            return;
        }
        let second = self.subtitle.iter().map(SetLine::width).fold(Mm::ZERO, Mm::max);
        let first = title.iter().map(SetLine::width).fold(Mm::ZERO, Mm::max);
        self.beside = title.len() == 1 && first + second + sizes.em() <= width;
        self.title = title;
    }

    /// From the top of the line over the stage to the top of the arrows.
    #[must_use]
    pub fn height(&self, sizes: &Sizes) -> Mm {
        let (title, subtitle) = (height(&self.title), height(&self.subtitle));
        let text = if self.beside { title.max(subtitle) } else { title + subtitle };
        sizes.em() * 0.35 + text + sizes.em() * 0.25
    }
}

/// A row of bands: each over its columns, with nothing over those that belong to no stage.
#[must_use]
pub fn draw_bands(bands: &[Band], columns: &[Column], place: (Mm, Mm), setting: &Setting) -> Vec<Node> {
    let mut row = Vec::new();
    let mut end = 0;
    for band in bands {
        row.extend((end..band.columns.start).map(|_| blank()));
        row.push(draw_band(band, columns, place, setting));
        end = band.columns.end;
    }
    row.extend((end..columns.len()).map(|_| blank()));
    row
}

/// A cell in which nothing stands.
#[must_use]
pub fn blank() -> Node {
    Node::Group(Group::new(Role::Cell, Vec::new()))
}

/// A line over the stage's phases, and its names below it.
fn draw_band(band: &Band, columns: &[Column], (top, height_of_all): (Mm, Mm), setting: &Setting) -> Node {
    let (sizes, pen) = (&setting.sizes, setting.pen());
    let left = columns[band.columns.start].0;
    let (last, width) = columns[band.columns.end - 1];
    let frame = Rect::new(left, top, last + width - left, height_of_all);
    let deep = theme::stage(setting.context.part.stage(Some(band.stage))).deep;
    let thick = sizes.em() * 0.16;
    let rule = Path::filled(Path::rect(Rect::new(left, top, frame.width, thick)), deep);
    let mut nodes = vec![Node::Group(Group::new(Role::Artifact, vec![Node::Path(rule)]))];
    let corner = Point { x: left, y: top + sizes.em() * 0.35 };
    draw(pen, &band.title, corner, frame.width, deep, &mut nodes);
    if let (true, Some(first), Some(second)) = (band.beside, band.title.first(), band.subtitle.first()) {
        // On the baseline of the first name, behind it.
        let aside = sizes.em() * 0.6;
        let x = if pen.against(&first.line) {
            frame.right() - first.width() - aside - second.width()
        } else {
            left + first.width() + aside
        };
        let place = Point { x, y: corner.y + first.ascent - second.ascent };
        second.draw_at(pen, place, theme::QUIET, &mut nodes);
    } else {
        let below = Point { y: corner.y + height(&band.title), ..corner };
        draw(pen, &band.subtitle, below, frame.width, theme::QUIET, &mut nodes);
    }
    Node::Group(Group::new(Role::ColumnHeader { span: band.columns.len() }, nodes).framed(frame))
}
