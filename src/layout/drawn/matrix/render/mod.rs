//! From the plan to the nodes of the pages.

mod bars;
mod cells;
mod headers;
mod rows;

use super::content::Content;
use super::fit::{Panel, Plan, running_head};
use super::pages::PageRows;
use crate::layout::drawn::marks::rounded;
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Page, Path, Point, Rect, Role};

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
        plan.legend.draw(self.content, &plan.frame, &plan.sizes, (number, count), &mut self.out);
        Page { size: plan.frame.page, nodes: self.out }
    }

    /// The first line of the title, at the top of the second page and the others.
    fn running_head(&mut self) {
        let (frame, sizes) = (&self.plan.frame, &self.plan.sizes);
        let mut nodes = Vec::new();
        if let Some(first) = self.content.title_again.first_line(self.content.typesetter, frame.width(), sizes.lead) {
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
        let foot = if bottom > top { bottom } else { plan.frame.page.height - plan.frame.margin - plan.legend.height };
        let tints = table.phases.clone().zip(&table.columns).map(|(phase, (left, width))| {
            let frame = Rect::new(*left, top, *width, foot - top);
            let tint = theme::stage(self.content.journey.phases[phase].stage).tint;
            Node::Path(Path::filled(rounded(frame, plan.frame.gutter * 0.5), tint))
        });
        let tints = tints.collect();
        self.out.push(Node::Group(Group::new(Role::Artifact, tints)));
    }
}

fn artifact(nodes: Vec<Node>) -> Node {
    Node::Group(Group::new(Role::Artifact, nodes))
}
