//! The headers of columns and rows.

use super::{Drawing, artifact};
use crate::layout::drawn::block::{draw, draw_centred, height};
use crate::layout::drawn::marks::{arrow, lane as lane_mark, line};
use crate::layout::drawn::matrix::cells::Part;
use crate::layout::drawn::matrix::pages::Fragment;
use crate::layout::drawn::matrix::table::{Band, Row, slot};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Rect, Role};

impl Drawing<'_> {
    pub(super) fn bands(&self, top: Mm) -> Vec<Node> {
        self.panel.table.bands.iter().map(|band| self.band(band, top)).collect()
    }

    /// A line over the stage's phases, and its names below it.
    fn band(&self, band: &Band, top: Mm) -> Node {
        let (table, sizes) = (&self.panel.table, &self.plan.sizes);
        let left = table.columns[band.columns.start].0;
        let (last, width) = table.columns[band.columns.end - 1];
        let frame = Rect::new(left, top, last + width - left, table.band_height);
        let deep = theme::stage(Some(band.stage)).deep;
        let thick = sizes.em() * 0.16;
        let rule = Path::filled(Path::rect(Rect::new(left, top, frame.width, thick)), deep);
        let mut nodes = vec![artifact(vec![Node::Path(rule)])];
        let corner = Point { x: left, y: top + sizes.em() * 0.35 };
        draw(self.content.typesetter, &band.title, corner, frame.width, deep, &mut nodes);
        if let (true, Some(first), Some(second)) = (band.beside, band.title.first(), band.subtitle.first()) {
            // On the baseline of the first name, behind it.
            let aside = sizes.em() * 0.6;
            let x = if first.line.rtl() {
                frame.right() - first.width() - aside - second.width()
            } else {
                left + first.width() + aside
            };
            let place = Point { x, y: corner.y + first.ascent - second.ascent };
            second.draw_at(self.content.typesetter, place, theme::QUIET, &mut nodes);
        } else {
            let below = Point { y: corner.y + height(&band.title), ..corner };
            draw(self.content.typesetter, &band.subtitle, below, frame.width, theme::QUIET, &mut nodes);
        }
        Node::Group(Group::new(Role::ColumnHeader { span: band.columns.len() }, nodes).framed(frame))
    }

    pub(super) fn arrows(&self, top: Mm) -> Vec<Node> {
        let table = &self.panel.table;
        let em = Mm::from(table.phase_size);
        let columns = table.phases.clone().zip(&table.columns).zip(&table.arrows);
        columns
            .map(|((phase, (left, width)), lines)| {
                let frame = Rect::new(*left, top, *width, table.arrow_height);
                let deep = theme::stage(self.content.journey.phases[phase].stage).deep;
                // The point reaches over the gutter, almost into the next arrow's notch.
                let point = (em * 0.5).min(frame.width * 0.2);
                let shape = Rect { width: frame.width + self.plan.frame.gutter * 0.35, ..frame };
                let notch = phase > table.phases.start;
                let mut nodes = vec![artifact(vec![Node::Path(Path::filled(arrow(shape, point, notch), deep))])];
                let y = top + (table.arrow_height - height(lines)) / 2.0;
                let inset = if notch { em * 0.25 } else { Mm::ZERO };
                let corner = Point { x: frame.x + inset, y };
                draw_centred(self.content.typesetter, lines, corner, frame.width - inset, Color::WHITE, &mut nodes);
                Node::Group(Group::new(Role::ColumnHeader { span: 1 }, nodes).framed(frame))
            })
            .collect()
    }

    /// The title of a lane, or of the lanes whose curves share an area, each with a piece of its line.
    pub(super) fn row_header(&self, fragment: &Fragment, row: &Row, lane: usize, top: Mm) -> Node {
        let (frame, sizes, table) = (&self.plan.frame, &self.plan.sizes, &self.panel.table);
        let (left, width) = table.lane_column;
        let y = top - frame.gutter / 2.0;
        let hair = Path::stroked(line(Point { x: left, y }, Point { x: left + width, y }), theme::HAIRLINE, sizes.em() * 0.035);
        let title = if fragment.again { &row.header_again } else { &row.header };
        let lines = &title.lines[fragment.header.clone()];
        let corner = Point { x: left + sizes.em() * slot(&self.content.lanes[lane]), y: top + sizes.pad() };
        let mut nodes = Vec::new();
        let mut marks = vec![Node::Path(hair)];
        let mut y = corner.y;
        for (index, line) in lines.iter().enumerate() {
            let opens = index == 0 || lines[index - 1].item != line.item;
            y += if index > 0 { line.before } else { Mm::ZERO };
            if opens && line.part == Part::Text {
                let baseline = y + line.set.ascent;
                marks.extend(self.lane_mark(lane + line.item, Point { x: left, y: baseline - sizes.em() * 0.31 }));
            }
            // Whose lane it is and the words of its scale stand back behind the title.
            let color = if line.part == Part::Text { theme::INK } else { theme::QUIET };
            line.set.draw(self.content.typesetter, Point { y, ..corner }, row.header_width, color, &mut nodes);
            y += line.set.height();
        }
        let frame = Rect::new(left, top, width, fragment.height);
        Node::Group(Group::new(Role::RowHeader, [vec![artifact(marks)], nodes].concat()).framed(frame))
    }

    /// The sign of a lane's family, or a piece of its line among others; `start` is its left end.
    fn lane_mark(&self, lane: usize, start: Point) -> Vec<Node> {
        let em = self.plan.sizes.em();
        let text = &self.content.lanes[lane];
        match text.stroked {
            Some(stroked) => stroked.sample(Point { x: start.x + em * 0.1, ..start }, em * 1.9, em),
            None => vec![lane_mark(text.kind, Point { x: start.x + em * 0.42, ..start }, em * 0.34)],
        }
    }
}
