//! Visits every node of a page in the order of painting.

use super::{Group, Image, Link, Missing, Node, Path, TextRun};

/// A node as it is met, with groups and links opened and closed around their children.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// A group begins.
    Open(&'a Group),
    /// The group that was opened last ends.
    Close(&'a Group),
    /// A link begins.
    OpenLink(&'a Link),
    /// The link that was opened last ends.
    CloseLink(&'a Link),
    /// A text run.
    Text(&'a TextRun),
    /// Characters that no face has.
    Missing(&'a Missing),
    /// A path.
    Path(&'a Path),
    /// An image.
    Image(&'a Image),
}

/// Calls `visit` for each node, depth first, in order.
pub fn walk<'a>(nodes: &'a [Node], visit: &mut impl FnMut(Step<'a>)) {
    for node in nodes {
        match node {
            Node::Group(group) => {
                visit(Step::Open(group));
                walk(&group.nodes, visit);
                visit(Step::Close(group));
            }
            Node::Link(link) => {
                visit(Step::OpenLink(link));
                walk(&link.nodes, visit);
                visit(Step::CloseLink(link));
            }
            Node::Text(run) => visit(Step::Text(run)),
            Node::Missing(missing) => visit(Step::Missing(missing)),
            Node::Path(path) => visit(Step::Path(path)),
            Node::Image(image) => visit(Step::Image(image)),
        }
    }
}
