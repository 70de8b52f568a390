//! From the plan to the nodes of the pages.

mod bars;
mod grounds;
mod headers;
mod rows;

use super::content::Content;
use super::pages::PageRows;
use super::plan::{Panel, Plan};
use super::signs;
use crate::layout::drawn::page::{Legend, Setting, running_head, running_height};
use crate::layout::drawn::phases::{blank, draw_arrows, draw_bands};
use crate::scene::{Group, Mm, Node, Page, Role};

/// Draws all pages. What was planned of some is given up before the next are drawn, so that not all of both are there at once.
pub(super) fn pages(content: &Content, mut plan: Plan) -> Vec<Page> {
    let count = plan.page_count();
    let mut pages = Vec::new();
    for panel in std::mem::take(&mut plan.panels) {
        for rows in &panel.pages {
            let number = pages.len() + 1;
            let drawing = Drawing { content, plan: &plan, panel: &panel, out: Vec::new() };
            let is_drawn = number <= content.context.pages;
            pages.push(if is_drawn { drawing.page(rows, number, count) } else { Page::new(plan.setting.frame.page, Vec::new()) });
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
    fn setting(&self) -> &Setting<'_> {
        &self.plan.setting
    }

    fn page(mut self, rows: &PageRows, number: usize, count: usize) -> Page {
        let (plan, setting) = (self.plan, &self.plan.setting);
        let top = setting.frame.margin
            + if number == 1 {
                plan.head.draw(&self.content.head, setting, &mut self.out);
                plan.head.height
            } else {
                running_head(&self.content.head, setting, &mut self.out);
                running_height(&setting.sizes)
            };
        self.table(rows, top);
        let marks = signs::on_page(self.content, self.panel, rows);
        let legend = self.content.legend.iter().filter(|entry| marks.contains(&entry.sign));
        Legend::new(legend, setting).draw(setting, (number, count), &mut self.out);
        setting.pen().mirror(&mut self.out);
        Page::new(setting.frame.page, self.out)
    }

    fn table(&mut self, rows: &PageRows, top: Mm) {
        let (setting, table) = (&self.plan.setting, &self.panel.table);
        let grid_top = top + table.header_height(&setting.frame);
        let bottom = grid_top + rows.height(&setting.frame);
        if self.content.is_dressed() {
            self.grounds(rows, grid_top);
        } else {
            self.columns(grid_top, bottom);
        }
        let mut nodes = Vec::new();
        if !table.bands.is_empty() {
            let bands = draw_bands(&table.bands, &table.columns, (top, table.band_height), setting);
            nodes.push(headed(vec![blank()], bands));
        }
        let stages = self.content.stages_of(&table.phases);
        let arrows_top = top + table.band_height + table.channel.height;
        let mut ways = Vec::new();
        table.channel.draw(&self.content.ways, arrows_top, setting, &mut ways);
        self.out.extend(ways);
        let arrows = draw_arrows(&table.arrows, &stages, &table.columns, arrows_top, setting);
        nodes.push(headed(vec![blank()], arrows));
        let mut y = grid_top;
        for fragment in &rows.fragments {
            nodes.push(Node::Group(Group::new(Role::Row, self.row(fragment, y))));
            y += fragment.height + setting.frame.gutter;
        }
        self.out.push(Node::Group(Group::new(Role::Table, nodes)));
    }
}

/// A row of what stands in the column of the lanes and of the rest.
fn headed(header: Vec<Node>, rest: Vec<Node>) -> Node {
    Node::Group(Group::new(Role::Row, [header, rest].concat()))
}

fn artifact(nodes: Vec<Node>) -> Node {
    Node::Group(Group::new(Role::Artifact, nodes))
}
