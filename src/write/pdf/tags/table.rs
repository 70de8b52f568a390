//! A table as it is filled: every row of it comes out as wide as the widest, as readers expect (ISO 14289-1, 7.5).

use super::kind::{Kind, Scope};
use super::outline::Place;
use super::{Tags, named};
use crate::scene::{Group, Node, Role};

/// How far the table that was opened last is filled.
pub(super) struct Filling {
    /// The columns of its widest row.
    pub(super) width: usize,
    /// The rows in which columns are headed, and how many of them have been opened.
    pub(super) heads: usize,
    pub(super) headed: usize,
    pub(super) row: Row,
}

/// How far a row is filled.
#[derive(Default)]
pub(super) struct Row {
    /// The columns that have a cell.
    pub(super) used: usize,
    /// The elements of its cells.
    pub(super) cells: Vec<usize>,
    /// The cell of what goes over all columns behind the header.
    pub(super) across: Option<usize>,
}

impl Filling {
    pub(super) fn of(table: &Group) -> Self {
        let rows = || table.nodes.iter().filter_map(|node| group(node).filter(|group| group.role == Role::Row));
        let width = rows().map(|row| row.nodes.iter().filter_map(span).sum::<usize>()).max().unwrap_or(0).max(1);
        let heads = rows().filter(|row| row.nodes.iter().any(is_head)).count();
        Self { width, heads, headed: 0, row: Row::default() }
    }
}

fn group(node: &Node) -> Option<&Group> {
    match node {
        Node::Group(group) => Some(group),
        Node::Text(_) | Node::Missing(_) | Node::Path(_) | Node::Image(_) | Node::Link(_) => None,
    }
}

/// How many columns a cell takes; nothing of what is none.
pub(super) fn columns(role: Role) -> Option<usize> {
    match role {
        Role::ColumnHeader { span } => Some(span.max(1)),
        Role::RowHeader | Role::Cell => Some(1),
        Role::Title
        | Role::Paragraph
        | Role::Table
        | Role::Row
        | Role::List
        | Role::Item
        | Role::Figure
        | Role::Note
        | Role::Artifact => None,
    }
}

fn span(node: &Node) -> Option<usize> {
    group(node).and_then(|group| columns(group.role))
}

/// Whether a row's child heads columns.
pub(super) fn is_head(node: &Node) -> bool {
    group(node).is_some_and(|group| matches!(group.role, Role::ColumnHeader { .. }))
}

/// Cells as they are painted.
impl Tags {
    /// A cell of the row in hand.
    pub(super) fn cell(&mut self, group: &Group, bounds: impl FnOnce() -> Option<[f32; 4]>) -> usize {
        self.end_across();
        let span = columns(group.role).unwrap_or(1);
        let kind = if let Role::ColumnHeader { .. } = group.role {
            Kind::Header(Scope::Column)
        } else if group.role == Role::RowHeader {
            Kind::Header(Scope::Row)
        } else {
            Kind::Data
        };
        let cell = self.push(kind);
        self.elements[cell].columns = span;
        let page = self.content.len().saturating_sub(1);
        let place = || bounds().map(|[left, _, _, top]| Place { page, corner: (left, top), header: cell });
        if let Some(table) = self.tables.last_mut() {
            let columns = table.row.used..table.row.used + span;
            table.row.used += span;
            table.row.cells.push(cell);
            let stage = table.heads > 1 && table.headed == 1;
            if let Kind::Header(scope) = kind
                && let Some(place) = place()
            {
                let name = named(&group.nodes);
                match scope {
                    Scope::Column if stage => self.outline.stage(name, columns, place),
                    Scope::Column => self.outline.phase(name, columns.start, place),
                    Scope::Row => self.outline.lane(name, place),
                }
            }
        }
        if kind == Kind::Header(Scope::Row) && self.titled {
            self.push(Kind::Heading);
        }
        cell
    }

    /// Opens the cell of what goes over all columns behind the header of the row in hand.
    pub(super) fn across(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let left = table.width.saturating_sub(table.row.used);
        let known = table.row.across.or_else(|| table.row.cells.last().copied().filter(|_| left == 0));
        if let Some(cell) = known {
            return self.open.push(cell);
        }
        table.row.used += left;
        let cell = self.push(Kind::Data);
        self.elements[cell].columns = left.max(1);
        if let Some(table) = self.tables.last_mut() {
            table.row.across = Some(cell);
        }
    }

    /// Cells behind what goes over all columns stand in a row below it, under the same header.
    pub(super) fn end_across(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        if table.row.across.take().is_none() {
            return;
        }
        table.row.used = table.row.cells.iter().map(|cell| self.elements[*cell].columns).sum();
        for cell in std::mem::take(&mut table.row.cells) {
            self.elements[cell].rows += 1;
        }
        self.open.pop();
        self.push(Kind::Row);
    }

    /// The last cell of a row goes over the columns that are left.
    pub(super) fn end_row(&mut self) {
        let Some(Filling { width, row, .. }) = self.tables.last_mut() else { return };
        if let Some(last) = row.cells.last().filter(|_| row.used < *width) {
            self.elements[*last].columns += *width - row.used;
        }
        *row = Row::default();
    }
}
