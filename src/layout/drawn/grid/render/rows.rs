//! The rows: a curve, bars and cells, from the top.

use super::{Drawing, artifact};
use crate::layout::drawn::grid::beside::curves_of;
use crate::layout::drawn::grid::notes;
use crate::layout::drawn::grid::pages::{Fragment, stack};
use crate::layout::drawn::grid::row::{Row, RowKind};
use crate::layout::drawn::ink::rounded;
use crate::layout::drawn::items::draw_items;
use crate::layout::drawn::phases::blank;
use crate::layout::drawn::scores;
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
                let labels = self.curves(fragment, row, top, &mut nodes);
                if row.has_lines() || fragment.curve == Mm::ZERO {
                    self.lane(fragment, row, lane, (top + fragment.curve, labels), &mut nodes);
                } else {
                    nodes.extend(cells(labels));
                }
            }
            RowKind::Curves { first, .. } => {
                nodes.push(self.row_header(fragment, row, first, top));
                nodes.extend(self.empty_curve(fragment, top));
                let labels = self.curves(fragment, row, top, &mut nodes);
                nodes.extend(cells(labels));
            }
            RowKind::Sight => nodes.push(self.sight(fragment, row, top)),
            RowKind::Descriptions => {
                nodes.push(self.remarks(fragment, row, top).unwrap_or_else(blank));
                for (index, (left, width)) in self.panel.table.columns.iter().enumerate() {
                    let frame = Rect::new(*left, top, *width, fragment.height);
                    let paragraphs = draw_items(None, &row.cells[index], fragment.cells[index].clone(), frame, self.setting());
                    nodes.push(cell(paragraphs.into_iter().map(|(_, node)| node).collect(), frame));
                }
            }
            RowKind::Across => {
                nodes.push(blank());
                let left = self.panel.table.columns[0].0;
                let frame = Rect::new(left, top, self.panel.table.right() - left, fragment.height);
                let white = artifact(vec![Node::Path(Path::filled(Path::rect(frame), Color::WHITE))]);
                let paragraphs = draw_items(None, &row.cells[0], fragment.cells[0].clone(), frame, self.setting());
                nodes.push(cell(std::iter::once(white).chain(paragraphs.into_iter().map(|(_, node)| node)).collect(), frame));
            }
        }
        nodes
    }

    /// The curves of a row, when they stand here; and by column what stands beside their points.
    fn curves(&self, fragment: &Fragment, row: &Row, top: Mm, out: &mut Vec<Node>) -> Vec<Labels> {
        let mut labels: Vec<Labels> = self.panel.table.columns.iter().map(|_| Labels::default()).collect();
        let Some(beside) = row.beside.as_ref().filter(|_| fragment.curve > Mm::ZERO) else { return labels };
        let laid = beside.laid(fragment.curve);
        let curves = curves_of(self.content, &beside.lanes, &self.panel.table.phases);
        scores::draw(&curves, &laid, top, (&self.partings(), self.setting()), out);
        for (place, node, frame) in beside.draw(self.content, &laid, top, self.setting()) {
            let column = &mut labels[place.1 - self.panel.table.phases.start];
            // A slanted letter at the end of a line leans out of it.
            let lean = self.setting().em() * LEAN;
            let frame = Rect { x: frame.x - lean, width: frame.width + lean * 2.0, ..frame };
            column.frame = Some(column.frame.map_or(frame, |all| all.union(frame)));
            column.items.push(((place.0, place.2), node));
        }
        labels
    }

    /// The bars and the cells of a lane.
    fn lane(&self, fragment: &Fragment, row: &Row, lane: usize, (top, labels): (Mm, Vec<Labels>), out: &mut Vec<Node>) {
        let height = fragment.height - fragment.curve;
        let columns = &self.panel.table.columns;
        let (ends, covered) = stack(row, &fragment.bars, &self.setting().sizes);
        let barred = ends.last().is_some_and(|end| *end > Mm::ZERO);
        let carded = !self.content.is_dressed();
        if barred && carded {
            // Bars reach over the cards of several columns, so those are all drawn first.
            let cards = columns.iter().map(|(left, width)| self.card(Rect::new(*left, top, *width, height)));
            out.push(artifact(cards.collect()));
        }
        let mut bars = self.bars(fragment, row, lane, (top, &ends));
        for ((index, (left, width)), labels) in columns.iter().enumerate().zip(labels) {
            let frame = Rect::new(*left, top, *width, height);
            let below = Rect::new(*left, top + covered[index], *width, height - covered[index]);
            let range = fragment.cells[index].clone();
            let mut back = if barred || !carded { Vec::new() } else { vec![self.card(frame)] };
            if self.content.blank {
                back.extend(notes::marks(self.inner(frame)));
            }
            back.extend((!range.is_empty() && carded).then(|| self.edge(below, lane)));
            let mut nodes = if back.is_empty() { Vec::new() } else { vec![artifact(back)] };
            let own = std::mem::take(&mut bars[index]);
            nodes.extend(own.again);
            let of = &self.content.lanes[lane].cells[self.panel.table.phases.start + index];
            let mut items = draw_items(Some(of), &row.cells[index], range, below, self.setting());
            items.extend(own.items);
            items.extend(labels.items.into_iter().map(|((_, index), node)| (index, node)));
            // In the order in which they were written, wherever they stand.
            items.sort_by_key(|(index, _)| *index);
            if !items.is_empty() {
                nodes.push(Node::Group(Group::new(Role::List, items.into_iter().map(|(_, node)| node).collect())));
            }
            out.push(cell(nodes, labels.frame.map_or(frame, |labels| labels.union(frame))));
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

/// What stands beside the points of a column.
#[derive(Default)]
struct Labels {
    /// With the lane and the place in its cell.
    items: Vec<((usize, usize), Node)>,
    /// The box of all of them.
    frame: Option<Rect>,
}

impl Labels {
    /// A cell of its own, where there is no row of cells.
    fn cell(self) -> Node {
        let Some(frame) = self.frame else { return blank() };
        let list = Group::new(Role::List, self.items.into_iter().map(|(_, node)| node).collect());
        cell(vec![Node::Group(list)], frame)
    }
}

/// The cells of all columns, where there is anything in one.
fn cells(labels: Vec<Labels>) -> Vec<Node> {
    if labels.iter().all(|labels| labels.frame.is_none()) { Vec::new() } else { labels.into_iter().map(Labels::cell).collect() }
}

fn cell(nodes: Vec<Node>, frame: Rect) -> Node {
    Node::Group(Group::new(Role::Cell, nodes).framed(frame))
}

/// How far a letter reaches out of its line at the most, in em.
const LEAN: f64 = 0.25;

/// An outline is at least this wide, whatever the size of the paper: thinner ones are lost in print.
const LEAST_OUTLINE: Mm = Mm(0.25);
