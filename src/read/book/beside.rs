//! What stands on a sheet and in no cell that is shown.

/// A comment, a shape or the like, as far as it says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) struct Beside {
    /// The cell that it belongs to or begins in, such as `C7`; empty where it belongs to the whole sheet.
    pub place: String,
    /// What it says; of a picture its description or its name.
    pub text: String,
    pub kind: Kind,
}

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Kind {
    /// The text of a cell that a merged one covers.
    Covered,
    /// A comment or a note.
    Comment,
    /// A text box, or a shape with a text.
    Shape,
    Picture,
    /// A header or a footer of the printed pages.
    Running,
    /// The title of a chart, or of one of its axes.
    Chart,
    /// What is shown to who fills in a cell, or points at its link.
    Prompt,
    /// Where a cell leads: an address, or behind `#` a place in the workbook.
    Link,
}

impl Beside {
    pub fn new(place: &str, text: &str, kind: Kind) -> Self {
        let unnamed =
            if kind == Kind::Picture && text.trim().is_empty() { "a picture without a description" } else { text.trim() };
        Self { place: place.to_owned(), text: unnamed.to_owned(), kind }
    }
}

/// The address of a formula that makes a link: `HYPERLINK("https://…","till")`.
pub(in crate::read) fn address(formula: &str) -> Option<String> {
    const NAME: &str = "HYPERLINK(";
    let formula = formula.trim_start_matches("of:").trim_start_matches('=');
    let named = formula.get(..NAME.len()).filter(|name| name.eq_ignore_ascii_case(NAME));
    let text = formula.get(NAME.len()..).filter(|_| named.is_some())?.trim_start().strip_prefix('"')?;
    text.split_once('"').map(|(address, _)| address.to_owned()).filter(|address| !address.is_empty())
}

impl Kind {
    /// Why it has no place in a journey; completes “this cell …”.
    pub fn why(self) -> &'static str {
        match self {
            Self::Covered => "left-covered",
            Self::Comment => "left-comment",
            Self::Shape => "left-shape",
            Self::Picture => "left-picture",
            Self::Running => "left-running",
            Self::Chart => "left-chart",
            Self::Prompt => "left-prompt",
            Self::Link => "left-link",
        }
    }

    /// Whether it may say again what the journey says: our own sheets are headed by the title of the journey.
    pub fn may_repeat(self) -> bool {
        match self {
            Self::Running | Self::Chart | Self::Picture | Self::Prompt | Self::Link => true,
            Self::Covered | Self::Comment | Self::Shape => false,
        }
    }
}
