//! The bars of what goes on over several phases.

use super::{Drawing, artifact};
use crate::layout::drawn::grid::bars::{Bar, POINT};
use crate::layout::drawn::grid::pages::Fragment;
use crate::layout::drawn::grid::row::Row;
use crate::layout::drawn::items::{draw_items, ranked_box};
use crate::layout::drawn::text::draw;
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Rect, Role, Segment};

/// The bars that begin in a column on a page.
#[derive(Default)]
pub(super) struct Bars {
    /// With their places in the cell.
    pub items: Vec<(usize, Node)>,
    /// Those that began on an earlier page.
    pub again: Vec<Node>,
}

impl Drawing<'_> {
    /// The bars of a row by the columns in which they begin, stacked from `top` down to the ends of their tracks.
    pub(super) fn bars(&self, fragment: &Fragment, row: &Row, lane: usize, (top, ends): (Mm, &[Mm])) -> Vec<Bars> {
        let mut all: Vec<Bars> = self.panel.table.columns.iter().map(|_| Bars::default()).collect();
        let mut y = top;
        for ((track, ranges), end) in fragment.bars.of(row).zip(ends) {
            let height = top + *end - y;
            for (bar, range) in track.iter().zip(ranges).filter(|(_, range)| !range.is_empty()) {
                let frame = self.frame_of(bar, y, height);
                let bars = &mut all[bar.columns.start];
                let back = artifact(self.bar(bar, lane, frame));
                if bar.before {
                    let lines: Vec<_> = bar.lines.lines[range.clone()].iter().map(|line| line.set.clone()).collect();
                    let sizes = &self.setting().sizes;
                    let corner = Point { x: frame.x + sizes.indent(), y: y + sizes.pad() };
                    let mut nodes = vec![back];
                    let width = frame.width - sizes.indent() - sizes.outdent() - sizes.em() * POINT;
                    draw(self.setting().pen(), &lines, corner, width, theme::INK, &mut nodes);
                    bars.again.push(Node::Group(Group::new(Role::Note, nodes).framed(frame)));
                    continue;
                }
                let of = &self.content.lanes[lane].cells[bar.item.0];
                // An open end leaves its point free.
                let room = if bar.after { self.setting().sizes.em() * POINT } else { Mm::ZERO };
                let inside = Rect { width: frame.width - room, ..frame };
                for (index, node) in draw_items(Some(of), &bar.lines, range.clone(), inside, self.setting()) {
                    let Node::Group(mut group) = node else { continue };
                    group.nodes.insert(0, back.clone());
                    bars.items.push((index, Node::Group(group.framed(frame))));
                }
            }
            y = top + *end;
        }
        all
    }

    fn frame_of(&self, bar: &Bar, y: Mm, height: Mm) -> Rect {
        let columns = &self.panel.table.columns;
        let left = columns[bar.columns.start].0;
        let (last, width) = columns[bar.columns.end - 1];
        Rect::new(left, y, last + width - left, height)
    }

    /// A tinted bar: a lane's accent at an end that is its own, a notch or a point where it goes on elsewhere. What is ranked has a frame.
    fn bar(&self, bar: &Bar, lane: usize, frame: Rect) -> Vec<Node> {
        let em = self.setting().sizes.em();
        let accent = theme::lane(self.content.lanes[lane].kind);
        let inner = self.inner(frame);
        if bar.is_ranked() && !bar.after {
            // A box like those of its lane: nothing that is measured all the way.
            return vec![ranked_box(inner, accent, false, em)];
        }
        let point = em * POINT;
        let (left, top, right, bottom) = (inner.x, inner.y, inner.right(), inner.bottom());
        let middle = top + inner.height / 2.0;
        let mut corners = vec![Point { x: left, y: top }];
        if bar.after {
            let shoulder = right - point;
            corners.extend([Point { x: shoulder, y: top }, Point { x: right, y: middle }, Point { x: shoulder, y: bottom }]);
        } else {
            corners.extend([Point { x: right, y: top }, Point { x: right, y: bottom }]);
        }
        corners.push(Point { x: left, y: bottom });
        if bar.before {
            corners.push(Point { x: left + point, y: middle });
        }
        let mut segments: Vec<Segment> = corners
            .into_iter()
            .enumerate()
            .map(|(index, corner)| if index == 0 { Segment::Move(corner) } else { Segment::Line(corner) })
            .collect();
        segments.push(Segment::Close);
        let mut nodes = vec![Node::Path(Path::filled(segments, accent.over(Color::WHITE, 0.13)))];
        let edge = em * 0.14;
        if !bar.before {
            nodes.push(Node::Path(Path::filled(Path::rect(Rect::new(left, top, edge, inner.height)), accent)));
        }
        if !bar.after {
            nodes.push(Node::Path(Path::filled(Path::rect(Rect::new(right - edge, top, edge, inner.height)), accent)));
        }
        nodes
    }
}
