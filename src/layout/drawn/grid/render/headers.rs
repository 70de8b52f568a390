//! The headers of rows.

use super::{Drawing, artifact};
use crate::layout::drawn::grid::pages::Fragment;
use crate::layout::drawn::grid::row::{Row, RowKind};
use crate::layout::drawn::grid::rows::SCALE;
use crate::layout::drawn::grid::table::slot;
use crate::layout::drawn::ink::{lane as lane_mark, line};
use crate::layout::drawn::items::{CellLine, Part};
use crate::layout::drawn::text::{SetLine, height};
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Path, Point, Rect, Role};

/// Between a title and the word of a scale behind it, in em.
const CLEAR: f64 = 0.8;

/// Lines below each other, each with its top.
fn stacked(lines: &[CellLine], top: Mm) -> impl Iterator<Item = (&CellLine, Mm)> {
    let mut below = top;
    lines.iter().enumerate().map(move |(index, line)| {
        let y = below + if index > 0 { line.before } else { Mm::ZERO };
        below = y + line.set.height();
        (line, y)
    })
}

impl Drawing<'_> {
    /// The title of a lane, or of the lanes whose curves share an area, each with a piece of its line.
    pub(super) fn row_header(&self, fragment: &Fragment, row: &Row, lane: usize, top: Mm) -> Node {
        let words = self.scale_words(fragment, row, top);
        let (frame, sizes, table) = (&self.setting().frame, &self.setting().sizes, &self.panel.table);
        let (left, width) = table.lane_column;
        let y = top - frame.gutter / 2.0;
        let hair = Path::stroked(line(Point { x: left, y }, Point { x: left + width, y }), theme::HAIRLINE, sizes.em() * 0.035);
        let title = if fragment.again { &row.header_again } else { &row.header };
        let lines = &title.lines[fragment.header.clone()];
        let corner = Point { x: left + sizes.em() * slot(&self.content.lanes[lane]), y: top + sizes.pad() };
        let mut nodes = Vec::new();
        let ruled = self.content.is_dressed();
        let mut marks = if ruled { Vec::new() } else { vec![Node::Path(hair)] };
        let (words, lower) = words.unwrap_or_default();
        for (index, (line, y)) in stacked(lines, corner.y + lower).enumerate() {
            if !words.is_empty() && line.part == SCALE {
                continue;
            }
            let opens = index == 0 || lines[index - 1].item != line.item;
            if opens && line.part == Part::Text {
                let baseline = y + line.set.ascent;
                marks.extend(self.lane_mark(lane + line.item, Point { x: left, y: baseline - sizes.em() * 0.31 }));
            }
            // Whose lane it is and the words of its scale stand back behind the title.
            let color = if line.part == Part::Text { theme::INK } else { theme::QUIET };
            line.set.draw(self.setting().pen(), Point { y, ..corner }, row.header_width, color, &mut nodes);
        }
        for (word, place) in words {
            word.draw_at(self.setting().pen(), place, theme::QUIET, &mut nodes);
        }
        let frame = Rect::new(left, top, width, fragment.height);
        Node::Group(Group::new(Role::RowHeader, [vec![artifact(marks)], nodes].concat()).framed(frame))
    }

    /// The words of the scale of a spine, each before its number, and how much lower the title stands so that none is in its way: nothing
    /// where they have no room there, which then stand below the title.
    fn scale_words(&self, fragment: &Fragment, row: &Row, top: Mm) -> Option<(Vec<(SetLine, Point)>, Mm)> {
        let beside = row.beside.as_ref().filter(|_| self.is_spine(row) && fragment.curve > Mm::ZERO && !fragment.again)?;
        let lane = beside.lanes.clone().find(|lane| !self.content.lanes[*lane].words.is_empty())?;
        let (setting, scale) = (self.setting(), self.content.journey.lanes[lane].scale.as_ref()?);
        let laid = beside.laid(fragment.curve);
        let em = setting.em();
        // The numbers of the scale stand between the words and the curve.
        let right = laid.frame.x - em * 2.3;
        let width = right - self.panel.table.lane_column.0;
        let mut taken = top;
        let (mut words, mut boxes) = (Vec::new(), Vec::new());
        for (score, word) in &self.content.lanes[lane].words {
            let (y, ruled) = laid.level(*score, scale, setting);
            let lines = word.set(setting.typesetter(), width, setting.sizes.note);
            let from = top + y - height(&lines) / 2.0;
            let broken = lines.len() > 2 || lines.iter().any(|line| line.line.breaks_word());
            if !ruled || broken || from < taken || from + height(&lines) > top + fragment.curve {
                return None;
            }
            taken = from + height(&lines);
            let mut y = from;
            for line in lines {
                let place = Point { x: right - line.width(), y };
                boxes.push(Rect::new(place.x, y, line.width(), line.height()));
                y += line.height();
                words.push((line, place));
            }
        }
        let lower = self.below(row, (top, fragment.curve), &boxes)?;
        Some((words, lower))
    }

    /// How much lower than at the top of its row a title must stand so as to be clear of some boxes, the least of all ways; nothing when
    /// it has no room in the height of the curve.
    fn below(&self, row: &Row, (top, curve): (Mm, Mm), boxes: &[Rect]) -> Option<Mm> {
        let (setting, table) = (self.setting(), &self.panel.table);
        let em = setting.em();
        let (RowKind::Curves { first: lane, .. } | RowKind::Lane(lane)) = row.kind else { return None };
        let left = table.lane_column.0 + em * slot(&self.content.lanes[lane]);
        let first = top + setting.sizes.pad();
        let title = stacked(&row.header.lines, first).take_while(|(line, _)| line.part != SCALE);
        let place = |(line, y): (&CellLine, Mm)| Rect::new(left, y, line.set.width() + em * CLEAR, line.set.height());
        let title: Vec<Rect> = title.map(place).collect();
        let places = std::iter::once(Mm::ZERO).chain(boxes.iter().map(|other| (other.bottom() - first).max(Mm::ZERO)));
        places.into_iter().find(|lower| {
            let at = |line: &Rect| Rect { y: line.y + *lower, ..*line };
            let fits = title.last().is_none_or(|last| at(last).bottom() <= top + curve);
            fits && title.iter().map(at).all(|line| boxes.iter().all(|other| !line.overlaps(*other, Mm::ZERO)))
        })
    }

    /// The sign of a lane's family, or a piece of its line among others; `start` is its left end.
    fn lane_mark(&self, lane: usize, start: Point) -> Vec<Node> {
        let em = self.setting().sizes.em();
        let text = &self.content.lanes[lane];
        match text.stroked {
            Some(stroked) => stroked.sample(Point { x: start.x + em * 0.1, ..start }, em),
            None => vec![lane_mark(text.kind, Point { x: start.x + em * 0.42, ..start }, em * 0.34)],
        }
    }
}
