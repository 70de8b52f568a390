//! The standard structure types that are written (ISO 32000-1, 14.8.4), and which may stand in which.

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// All of the document.
    Document,
    /// What belongs together without being more than that.
    Division,
    /// The title.
    Title,
    /// The name of what follows.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A part of a line.
    Span,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell that heads others.
    Header(Scope),
    /// Any other cell.
    Data,
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// What an item says.
    Body,
    /// A picture or a drawing that says something.
    Figure,
    /// What leads somewhere.
    Link,
}

/// What a header heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Column,
    Row,
}

impl Kind {
    /// The name of the type.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Division => "Div",
            Self::Title => "H1",
            Self::Heading => "H2",
            Self::Paragraph => "P",
            Self::Span => "Span",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::Header(_) => "TH",
            Self::Data => "TD",
            Self::List => "L",
            Self::Item => "LI",
            Self::Body => "LBody",
            Self::Figure => "Figure",
            Self::Link => "Link",
        }
    }

    /// Whether it is a cell of a table.
    pub(super) fn is_cell(self) -> bool {
        matches!(self, Self::Header(_) | Self::Data)
    }

    /// Whether paragraphs stand in it, and no text of their own.
    pub(super) fn holds_blocks(self) -> bool {
        matches!(self, Self::Document | Self::Division)
    }

    /// Whether a remark in it is a paragraph of its own, and not a part of what is said there.
    pub(super) fn holds_paragraphs(self) -> bool {
        matches!(self, Self::Document | Self::Division | Self::Data)
    }
}
