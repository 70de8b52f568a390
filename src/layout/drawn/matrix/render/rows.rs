//! The rows: a curve, bars and cells, from the top.

use super::{Drawing, artifact};
use crate::layout::drawn::curve::{self, Curve, Score, Stretch, Stroked};
use crate::layout::drawn::ink::rounded;
use crate::layout::drawn::items::draw_items;
use crate::layout::drawn::matrix::pages::{Fragment, stack};
use crate::layout::drawn::matrix::rows::{Row, RowKind};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Rect, Role, Stroke};

impl Drawing<'_> {
    pub(super) fn row(&self, fragment: &Fragment, top: Mm) -> Vec<Node> {
        let row = &self.panel.table.rows[fragment.row];
        let mut nodes = Vec::new();
        match row.kind {
            RowKind::Lane(lane) => {
                nodes.push(self.row_header(fragment, row, lane, top));
                nodes.extend(self.empty_curve(fragment, top));
                self.curves(fragment, top, &[lane], &mut nodes);
                if row.has_lines() || fragment.curve == Mm::ZERO {
                    self.lane(fragment, row, lane, top + fragment.curve, &mut nodes);
                }
            }
            RowKind::Curves { first, count } => {
                nodes.push(self.row_header(fragment, row, first, top));
                let lanes: Vec<usize> = (first..first + count).collect();
                nodes.extend(self.empty_curve(fragment, top));
                self.curves(fragment, top, &lanes, &mut nodes);
            }
            RowKind::Descriptions => {
                for (index, (left, width)) in self.panel.table.columns.iter().enumerate() {
                    let frame = Rect::new(*left, top, *width, fragment.height);
                    let paragraphs = draw_items(None, &row.cells[index], fragment.cells[index].clone(), frame, self.setting());
                    nodes.push(cell(paragraphs.into_iter().map(|(_, node)| node).collect(), frame));
                }
            }
            RowKind::Across => {
                let left = self.panel.table.columns[0].0;
                let frame = Rect::new(left, top, self.panel.table.right() - left, fragment.height);
                let white = artifact(vec![Node::Path(Path::filled(Path::rect(frame), Color::WHITE))]);
                let paragraphs = draw_items(None, &row.cells[0], fragment.cells[0].clone(), frame, self.setting());
                nodes.push(cell(std::iter::once(white).chain(paragraphs.into_iter().map(|(_, node)| node)).collect(), frame));
            }
        }
        nodes
    }

    /// The curves of a row, when they stand here.
    fn curves(&self, fragment: &Fragment, top: Mm, lanes: &[usize], out: &mut Vec<Node>) {
        if fragment.curve > Mm::ZERO {
            let left = self.panel.table.columns[0].0;
            let frame = Rect::new(left, top, self.panel.table.right() - left, fragment.curve);
            let table = &self.panel.table;
            let curves: Vec<Curve> = lanes.iter().filter_map(|lane| self.curve(*lane)).collect();
            curve::draw(&curves, &table.columns, frame, self.setting().sizes.phase, self.setting(), out);
        }
    }

    /// The curve of a lane over the phases of the panel.
    fn curve(&self, lane: usize) -> Option<Curve<'_>> {
        let journey = self.content.journey;
        let stretch = |phase: usize| {
            let items = journey.phases[phase].cells[lane].iter();
            let score = |item: &crate::journey::Item| Some(Score { value: item.score?, moment_of_truth: item.moment_of_truth });
            Stretch { phase: &journey.phases[phase].title, scores: items.filter_map(score).collect() }
        };
        Some(Curve {
            title: &journey.lanes[lane].title,
            scale: journey.lanes[lane].scale.as_ref()?,
            stroked: self.content.lanes[lane].stroked.unwrap_or(Stroked::Solid),
            stretches: self.panel.table.phases.clone().map(stretch).collect(),
        })
    }

    /// The bars and the cells of a lane.
    fn lane(&self, fragment: &Fragment, row: &Row, lane: usize, top: Mm, out: &mut Vec<Node>) {
        let height = fragment.height - fragment.curve;
        let columns = &self.panel.table.columns;
        let (ends, covered) = stack(row, &fragment.bars, &self.setting().sizes);
        let barred = ends.last().is_some_and(|end| *end > Mm::ZERO);
        if barred {
            // Bars reach over the cards of several columns, so those are all drawn first.
            let cards = columns.iter().map(|(left, width)| self.card(Rect::new(*left, top, *width, height)));
            out.push(artifact(cards.collect()));
        }
        let mut bars = self.bars(fragment, row, lane, (top, &ends));
        for (index, (left, width)) in columns.iter().enumerate() {
            let frame = Rect::new(*left, top, *width, height);
            let below = Rect::new(*left, top + covered[index], *width, height - covered[index]);
            let range = fragment.cells[index].clone();
            let mut back = if barred { Vec::new() } else { vec![self.card(frame)] };
            back.extend((!range.is_empty()).then(|| self.edge(below, lane)));
            let mut nodes = if back.is_empty() { Vec::new() } else { vec![artifact(back)] };
            let own = std::mem::take(&mut bars[index]);
            nodes.extend(own.again);
            let of = &self.content.lanes[lane].cells[self.panel.table.phases.start + index];
            let mut items = draw_items(Some(of), &row.cells[index], range, below, self.setting());
            items.extend(own.items);
            // In the order in which they were written, wherever they stand.
            items.sort_by_key(|(index, _)| *index);
            if !items.is_empty() {
                nodes.push(Node::Group(Group::new(Role::List, items.into_iter().map(|(_, node)| node).collect())));
            }
            out.push(cell(nodes, frame));
        }
    }

    /// A white card on the column's tint; with an outline where all is still to be filled in.
    fn card(&self, frame: Rect) -> Node {
        let card = Path::filled(rounded(self.inner(frame), self.setting().frame.gutter * 0.4), Color::WHITE);
        let width = (self.setting().em() * 0.06).max(LEAST_OUTLINE);
        let outline = Stroke { color: theme::OUTLINE, width, dashes: Vec::new() };
        Node::Path(Path { stroke: self.content.blank.then_some(outline), ..card })
    }

    /// The cards under a curve that is still to be drawn.
    fn empty_curve(&self, fragment: &Fragment, top: Mm) -> Option<Node> {
        let columns = &self.panel.table.columns;
        let drawn = fragment.curve > Mm::ZERO && self.content.blank;
        let cards = columns.iter().map(|(left, width)| self.card(Rect::new(*left, top, *width, fragment.curve)));
        drawn.then(|| artifact(cards.collect()))
    }

    /// The lane's accent at the left of a card on which there is something to read.
    fn edge(&self, frame: Rect, lane: usize) -> Node {
        let card = self.inner(frame);
        let edge = Rect::new(card.x, card.y, self.setting().sizes.em() * 0.14, card.height);
        Node::Path(Path::filled(Path::rect(edge), theme::lane(self.content.lanes[lane].kind)))
    }

    /// The box of a card in its cell.
    pub(super) fn inner(&self, frame: Rect) -> Rect {
        let gap = self.setting().sizes.gap;
        Rect::new(frame.x + gap, frame.y + gap * 0.5, frame.width - gap * 2.0, frame.height - gap)
    }
}

fn cell(nodes: Vec<Node>, frame: Rect) -> Node {
    Node::Group(Group::new(Role::Cell, nodes).framed(frame))
}

/// An outline is at least this wide, whatever the size of the paper: thinner ones are lost in print.
const LEAST_OUTLINE: Mm = Mm(0.25);
