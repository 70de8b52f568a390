//! A table as it is filled: every row of it comes out as wide as the widest, as readers expect (ISO 14289-1, 7.5).

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
