//! The sheet that is printed first: how the others are put together, and what to measure before they are printed.

use super::marks::RULER;
use super::piece::{Numbers, Place};
use super::{Glued, Sheets, mm, rect};
use crate::journey::Term;
use crate::scene::{Color, Group, Mm, Node, Page, Path, Point, Pt, Rect, Role};
use crate::text::Cut;

const TITLE: Pt = Pt(16.0);
const TEXT: Pt = Pt(10.0);
/// Between parts.
const GAP: Mm = Mm(4.0);
/// The side of the square: as large as there is room for beside the ruler, in whole centimetres.
const SQUARE: Mm = Mm(50.0);
/// The lines of the grid.
const SEAM: Color = Color(200, 30, 30);
/// The space around what is printed, where the margin is smaller.
const LEAST_MARGIN: Mm = Mm(8.0);

impl Sheets<'_> {
    pub(super) fn assembly(&self) -> Page {
        let size = self.grid.sheet;
        let margin = mm(self.tiling.margin.get()).max(LEAST_MARGIN);
        let (left, width) = (margin, size.width - margin * 2.0);
        let mut nodes = Vec::new();
        let mut y = margin;
        let mut heading = Vec::new();
        y += self.words.write(&self.title(), Cut::Bold, (Point { x: left, y }, width), TITLE, &mut heading);
        nodes.push(Node::Group(Group::new(Role::Title, heading)));
        for text in self.facts() {
            let mut lines = Vec::new();
            y += self.words.write(&text, Cut::Regular, (Point { x: left, y }, width), TEXT, &mut lines);
            nodes.push(Node::Group(Group::new(Role::Paragraph, lines)));
        }
        y += GAP / 2.0;
        let mut steps = Vec::new();
        let order = match self.grid.glued {
            Glued::Rows => Term::GlueRows,
            Glued::Columns => Term::GlueColumns,
        };
        // In their order.
        let all = [Term::PrintAtFull, Term::MeasureFirst, Term::CutSheets, order, Term::GlueSheets, Term::TrimPoster];
        for (nth, step) in all.iter().enumerate() {
            let mut lines = Vec::new();
            let text = format!("{}. {}", nth + 1, self.words.term(*step));
            y += self.words.write(&text, Cut::Regular, (Point { x: left, y }, width), TEXT, &mut lines) + Mm(0.8);
            steps.push(Node::Group(Group::new(Role::Item, lines)));
        }
        nodes.push(Node::Group(Group::new(Role::List, steps)));
        let measures = self.measures(Point { x: left, y: size.height - margin }, width);
        let bottom = size.height - margin - measures.1 - GAP;
        nodes.push(measures.0);
        let room = Rect::new(left, y + GAP, width, (bottom - y - GAP).max(Mm(10.0)));
        nodes.push(self.overview(room));
        Page::new(size, nodes)
    }

    /// How many sheets of which paper there are; on the first of several posters also which of them are whose.
    fn facts(&self) -> Vec<String> {
        let (rows, columns) = (self.grid.rows(), self.grid.columns());
        let (first, last) = self.ranges[self.index];
        let mut facts = vec![format!(
            "{} × {} ({columns} × {rows}) · {} {}–{last}",
            self.grid.sheets(),
            self.tiling.paper.name,
            self.words.term(Term::Sheets),
            first + 1
        )];
        if self.index == 0 && self.ranges.len() > 1 {
            let count = self.ranges.len();
            let own = |(nth, (first, last)): (usize, &(usize, usize))| format!("{}/{count}: {first}–{last}", nth + 1);
            facts.push(self.ranges.iter().enumerate().map(own).collect::<Vec<_>>().join(" · "));
        }
        facts
    }

    /// A square and a ruler on a line. Gives their height.
    fn measures(&self, corner: Point, width: Mm) -> (Node, Mm) {
        let side = Mm(((width - RULER - GAP * 2.0).0 / 10.0).floor() * 10.0).min(SQUARE).max(Mm(10.0));
        let mut nodes = Vec::new();
        let square = Rect::new(corner.x, corner.y - side, side, side);
        nodes.push(Node::Path(Path::stroked(Path::rect(square), Color::BLACK, Mm(0.2))));
        let size = format!("{} × {} mm", side.0, side.0);
        if let Some(text) = self.words.line(&size, Cut::Regular, side, Pt(8.0)) {
            let at = Point { x: square.x + (side - text.width()) / 2.0, y: square.y + (side - text.height()) / 2.0 };
            self.words.put(&text, at, Color::BLACK, &mut nodes);
        }
        self.ruler(Rect::new(square.right() + GAP * 2.0, corner.y - Mm(8.0), RULER, Mm(8.0)), &mut nodes);
        (Node::Group(Group::new(Role::Figure, nodes).labelled("100 mm")), side)
    }

    /// The poster in small, with its sheets and their names.
    fn overview(&self, room: Rect) -> Node {
        let whole = self.page.size;
        let scale = (room.width / whole.width).min(room.height / whole.height);
        let frame = room.contain((whole.width.0, whole.height.0));
        let place = Place { scale, right: frame.x, down: frame.y };
        let poster = Rect::new(Mm::ZERO, Mm::ZERO, whole.width, whole.height);
        let mut nodes = place.nodes(&self.page.nodes, poster, self.words.fonts(), &mut Numbers::default());
        let mut grid = vec![Node::Path(Path::stroked(Path::rect(frame), SEAM, Mm(0.25)))];
        for (row, tiles) in self.grid.tiles.iter().enumerate() {
            for (column, tile) in tiles.iter().enumerate() {
                let cell = place.rect(rect(tile.across.seen, tile.down.seen, mm));
                grid.push(Node::Path(Path::stroked(Path::rect(cell), SEAM, Mm(0.25))));
                let size = Pt(Pt::from(cell.height.min(cell.width) * 0.2).0.min(10.0));
                let Some(name) = self.words.line(&Self::name(row, column), Cut::Bold, cell.width, size) else { continue };
                let (width, height) = (name.width(), name.height());
                let corner = Point { x: cell.x + (cell.width - width) / 2.0, y: cell.y + (cell.height - height) / 2.0 };
                let plate = Rect::new(corner.x - Mm(0.8), corner.y, width + Mm(1.6), height);
                grid.push(Node::Path(Path::filled(Path::rect(plate), Color::WHITE)));
                self.words.put(&name, corner, SEAM, &mut grid);
            }
        }
        nodes.extend(grid);
        Node::Group(Group::new(Role::Figure, vec![Node::Group(Group::new(Role::Artifact, nodes))]).labelled(self.title()))
    }
}
