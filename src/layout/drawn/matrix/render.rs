//! From the plan to the nodes of the pages.

use std::ops::Range;

use super::cells::{CellLine, CellLines, HANG, Mark, Part};
use super::content::Content;
use super::emotion;
use super::fit::{Panel, Plan, foot, running_head};
use super::pages::{Fragment, PageRows};
use super::table::{Band, LANE_MARK, Row, RowKind};
use crate::layout::drawn::block::{Block, draw, draw_centred, height};
use crate::layout::drawn::marks::{arrow, bullet, lane as lane_mark, line, rounded, star};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Page, Path, Point, Rect, Role};
use crate::text::{Cut, Style};

/// Draws all pages.
pub(super) fn pages(content: &Content, plan: &Plan) -> Vec<Page> {
    let count = plan.page_count();
    let mut pages = Vec::new();
    for panel in &plan.panels {
        for rows in &panel.pages {
            let number = pages.len() + 1;
            pages.push(Drawing { content, plan, panel, out: Vec::new() }.page(rows, number, count));
        }
    }
    pages
}

/// A page being drawn.
struct Drawing<'a> {
    content: &'a Content<'a>,
    plan: &'a Plan<'a>,
    panel: &'a Panel,
    out: Vec<Node>,
}

impl Drawing<'_> {
    fn page(mut self, rows: &PageRows, number: usize, count: usize) -> Page {
        let plan = self.plan;
        let top = plan.frame.margin
            + if number == 1 {
                plan.head.draw(self.content, &plan.frame, &plan.sizes, &mut self.out);
                plan.head.height
            } else {
                self.running_head();
                running_head(&plan.sizes)
            };
        self.table(rows, top);
        self.foot(number, count);
        Page { size: plan.frame.page, nodes: self.out }
    }

    /// The first line of the title, at the top of the second page and the others.
    fn running_head(&mut self) {
        let (frame, sizes) = (&self.plan.frame, &self.plan.sizes);
        let mut nodes = Vec::new();
        if let Some(first) = self.content.title_again.set(self.content.typesetter, frame.width(), sizes.lead).first() {
            first.draw(
                self.content.typesetter,
                Point { x: frame.margin, y: frame.margin },
                frame.width(),
                theme::INK,
                &mut nodes,
            );
        }
        self.out.push(Node::Group(Group::new(Role::Note, nodes)));
    }

    fn table(&mut self, rows: &PageRows, top: Mm) {
        let (frame, table) = (&self.plan.frame, &self.panel.table);
        let arrows_top = top + table.band_height;
        let grid_top = top + table.header_height(frame);
        let bottom = grid_top + rows.height(frame);
        self.columns(grid_top, bottom);
        let mut nodes = Vec::new();
        if !table.bands.is_empty() {
            nodes.push(Node::Group(Group::new(Role::Row, self.bands(top))));
        }
        nodes.push(Node::Group(Group::new(Role::Row, self.arrows(arrows_top))));
        let mut y = grid_top;
        for fragment in &rows.fragments {
            nodes.push(Node::Group(Group::new(Role::Row, self.row(fragment, y))));
            y += fragment.height + frame.gutter;
        }
        self.out.push(Node::Group(Group::new(Role::Table, nodes)));
    }

    /// The tint behind each column, from under its arrow to the foot of the grid.
    fn columns(&mut self, top: Mm, bottom: Mm) {
        let (table, plan) = (&self.panel.table, self.plan);
        let foot = if bottom > top { bottom } else { plan.frame.page.height - plan.frame.margin - foot(&plan.sizes) };
        let tints = table.phases.clone().zip(&table.columns).map(|(phase, (left, width))| {
            let frame = Rect::new(*left, top, *width, foot - top);
            let tint = theme::stage(self.content.journey.phases[phase].stage).tint;
            Node::Path(Path::filled(rounded(frame, plan.frame.gutter * 0.5), tint))
        });
        let tints = tints.collect();
        self.out.push(Node::Group(Group::new(Role::Artifact, tints)));
    }

    fn bands(&self, top: Mm) -> Vec<Node> {
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

    fn arrows(&self, top: Mm) -> Vec<Node> {
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

    fn row(&self, fragment: &Fragment, top: Mm) -> Vec<Node> {
        let row = &self.panel.table.rows[fragment.row];
        let mut nodes = Vec::new();
        if let RowKind::Lane(lane) = row.kind {
            nodes.push(self.row_header(fragment, row, lane, top));
        }
        if fragment.curve > Mm::ZERO
            && let RowKind::Lane(lane) = row.kind
        {
            let left = self.panel.table.columns[0].0;
            let frame = Rect::new(left, top, self.panel.table.right() - left, fragment.curve);
            emotion::draw(self.content, self.plan, &self.panel.table, lane, frame, &mut nodes);
        }
        let cells_top = top + fragment.curve;
        let cells_height = fragment.height - fragment.curve;
        let curve_alone = fragment.curve > Mm::ZERO && !row.has_lines();
        if curve_alone {
            return nodes;
        }
        match row.kind {
            RowKind::Across => {
                let left = self.panel.table.columns[0].0;
                let frame = Rect::new(left, cells_top, self.panel.table.right() - left, cells_height);
                nodes.push(self.cell(fragment, row, 0, frame));
            }
            RowKind::Lane(_) | RowKind::Descriptions => {
                for (index, (left, width)) in self.panel.table.columns.iter().enumerate() {
                    let frame = Rect::new(*left, cells_top, *width, cells_height);
                    nodes.push(self.cell(fragment, row, index, frame));
                }
            }
        }
        nodes
    }

    fn row_header(&self, fragment: &Fragment, row: &Row, lane: usize, top: Mm) -> Node {
        let (frame, sizes, table) = (&self.plan.frame, &self.plan.sizes, &self.panel.table);
        let (left, width) = table.lane_column;
        let y = top - frame.gutter / 2.0;
        let hair = Path::stroked(line(Point { x: left, y }, Point { x: left + width, y }), theme::HAIRLINE, sizes.em() * 0.035);
        let title = if fragment.again { &row.header_again } else { &row.header };
        let lines: Vec<_> = title.lines[fragment.header.clone()].iter().map(|line| line.set.clone()).collect();
        let corner = Point { x: left + sizes.em() * LANE_MARK, y: top + sizes.pad() };
        let mut nodes = Vec::new();
        let mut marks = vec![Node::Path(hair)];
        if let Some(first) = lines.first() {
            let centre = Point { x: left + sizes.em() * 0.42, y: corner.y + first.ascent - sizes.em() * 0.31 };
            marks.push(lane_mark(self.content.lanes[lane].kind, centre, sizes.em() * 0.34));
        }
        nodes.push(artifact(marks));
        let mut y = corner.y;
        for (index, line) in lines.iter().enumerate() {
            // The words of a scale stand back behind the title.
            let color = if line.size == sizes.cell || index == 0 { theme::INK } else { theme::QUIET };
            line.draw(self.content.typesetter, Point { y, ..corner }, row.header_width, color, &mut nodes);
            y += line.height();
        }
        let frame = Rect::new(left, top, width, fragment.height);
        Node::Group(Group::new(Role::RowHeader, nodes).framed(frame))
    }

    /// A cell: a white card on the column's tint, with the lane's accent at its left where there is something to read.
    fn cell(&self, fragment: &Fragment, row: &Row, index: usize, frame: Rect) -> Node {
        let sizes = &self.plan.sizes;
        let gap = sizes.gap;
        let card = Rect::new(frame.x + gap, frame.y + gap * 0.5, frame.width - gap * 2.0, frame.height - gap);
        let cell = &row.cells[index];
        let range = fragment.cells[index].clone();
        let mut nodes = Vec::new();
        if let RowKind::Lane(lane) = row.kind {
            let radius = self.plan.frame.gutter * 0.4;
            let mut back = vec![Node::Path(Path::filled(rounded(card, radius), Color::WHITE))];
            if !range.is_empty() {
                let edge = Rect::new(card.x, card.y, sizes.em() * 0.14, card.height);
                back.push(Node::Path(Path::filled(Path::rect(edge), theme::lane(self.content.lanes[lane].kind))));
            }
            nodes.push(artifact(back));
        }
        if row.kind == RowKind::Across {
            nodes.push(artifact(vec![Node::Path(Path::filled(Path::rect(frame), Color::WHITE))]));
        }
        let items = self.items(row, index, cell, range, frame);
        match row.kind {
            RowKind::Lane(_) if !items.is_empty() => nodes.push(Node::Group(Group::new(Role::List, items))),
            RowKind::Lane(_) | RowKind::Descriptions | RowKind::Across => nodes.extend(items),
        }
        Node::Group(Group::new(Role::Cell, nodes).framed(frame))
    }

    /// The items whose lines stand in a cell here.
    fn items(&self, row: &Row, phase: usize, cell: &CellLines, range: Range<usize>, frame: Rect) -> Vec<Node> {
        let sizes = &self.plan.sizes;
        let x = frame.x + sizes.indent() + cell.hang;
        let width = frame.right() - sizes.outdent() - x;
        let mut y = frame.y + sizes.pad();
        let mut nodes = Vec::new();
        for item in cell.lines[range].chunk_by(|a, b| a.item == b.item) {
            if !nodes.is_empty() {
                y += item[0].before;
            }
            let label = match row.kind {
                RowKind::Lane(lane) => Some(
                    self.content.journey.phases[self.panel.table.phases.start + phase].cells[lane][item[0].item]
                        .text()
                        .to_owned(),
                ),
                RowKind::Descriptions | RowKind::Across => None,
            };
            let mut group = Vec::new();
            self.mark(&item[0], Rect::new(x, y, width, Mm::ZERO), cell.hang, &mut group);
            let (mut score, mut remark) = (Vec::new(), Vec::new());
            for (index, line) in item.iter().enumerate() {
                if index > 0 {
                    y += line.before;
                }
                let (color, out) = match line.part {
                    Part::Text => (theme::INK, &mut group),
                    Part::Remark => (theme::QUIET, &mut remark),
                    Part::Score => (theme::INK, &mut score),
                };
                line.set.draw(self.content.typesetter, Point { x, y }, width - line.inset, color, out);
                y += line.set.height();
            }
            if !score.is_empty() {
                group.insert(0, Node::Group(Group::new(Role::Note, score)));
            }
            if !remark.is_empty() {
                group.push(Node::Group(Group::new(Role::Note, remark)));
            }
            let role = if label.is_some() { Role::Item } else { Role::Paragraph };
            nodes.push(Node::Group(Group { label, ..Group::new(role, group) }));
        }
        nodes
    }

    /// What hangs before an item whose text stands between the sides of `column`.
    fn mark(&self, line: &CellLine, column: Rect, hang: Mm, out: &mut Vec<Node>) {
        let em = self.plan.sizes.em();
        let baseline = column.y + line.set.ascent;
        let x = if line.set.line.rtl() { column.right() - line.inset + em * HANG } else { column.x - em * HANG };
        match &line.mark {
            Mark::Nothing => {}
            Mark::Bullet => {
                let centre = Point { x, y: baseline - em * 0.25 };
                out.push(artifact(vec![bullet(centre, em * 0.1, theme::INK)]));
            }
            Mark::Star => {
                let star = star(Point { x, y: baseline - em * 0.32 }, em * 0.34);
                let label = crate::journey::Term::MomentOfTruth.text(self.content.journey.language.terms);
                out.push(Node::Group(Group::new(Role::Figure, vec![star]).labelled(label)));
            }
            Mark::Score(score) => {
                let place = Point { x: column.x - hang, y: baseline - score.ascent };
                let mut nodes = Vec::new();
                score.draw_at(self.content.typesetter, place, theme::INK, &mut nodes);
                out.push(Node::Group(Group::new(Role::Note, nodes)));
            }
        }
    }

    /// The legend at the left and, on more pages than one, the page number at the right.
    fn foot(&mut self, number: usize, count: usize) {
        let (frame, sizes) = (&self.plan.frame, &self.plan.sizes);
        let y = frame.page.height - frame.margin - foot(sizes) + sizes.em() * 0.4;
        let typesetter = self.content.typesetter;
        if let Some(legend) = &self.content.legend {
            let em = Mm::from(sizes.note);
            for line in legend.set(typesetter, frame.width() * 0.6, sizes.note).iter().take(1) {
                let centre = Point { x: frame.margin + em * 0.4, y: y + line.ascent - em * 0.32 };
                let mut nodes = vec![artifact(vec![star(centre, em * 0.36)])];
                line.draw_at(typesetter, Point { x: frame.margin + em * 1.1, y }, theme::QUIET, &mut nodes);
                self.out.push(Node::Group(Group::new(Role::Note, nodes)));
            }
        }
        if count > 1 {
            let style = Style { cut: Cut::Regular, hyphenation: None, rtl: false };
            let block = Block::text(typesetter, &format!("{number} / {count}"), style);
            let mut nodes = Vec::new();
            for line in block.set(typesetter, frame.width(), sizes.note) {
                let x = frame.page.width - frame.margin - line.width();
                line.draw_at(typesetter, Point { x, y }, theme::QUIET, &mut nodes);
            }
            self.out.push(Node::Group(Group::new(Role::Note, nodes)));
        }
    }
}

fn artifact(nodes: Vec<Node>) -> Node {
    Node::Group(Group::new(Role::Artifact, nodes))
}
