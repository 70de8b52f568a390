//! What readers hear of a document (ISO 32000-1, 14.7 and 14.8; ISO 14289-1): a tree of elements, grown while pages are painted, and
//! what of the pages belongs to which of them. What belongs to none is marked as an artifact: nothing on a page is unmarked.

mod bounds;
mod kind;
mod outline;
mod poster;
mod table;
mod tree;

use self::kind::Kind;
use self::outline::Outline;
use self::poster::Posters;
use self::table::{Filling, Row};
use super::operators::Operators;
use crate::scene::walk::{Step, walk};
use crate::scene::{Group, Link, Node, Role, RunKind};
pub(super) use bounds::bounds;

/// The tree of a document, as far as its pages have been painted.
pub(super) struct Tags {
    elements: Vec<Element>,
    /// From the document down to where the next element is put.
    open: Vec<usize>,
    /// The groups and links that are open.
    frames: Vec<Frame>,
    /// The tables that are open.
    tables: Vec<Filling>,
    /// The element of each piece of marked content, by page.
    content: Vec<Vec<usize>>,
    /// The element of each link, in order, and its page.
    links: Vec<(usize, usize)>,
    /// What is being painted.
    marked: Marked,
    /// Whether the title has been named.
    titled: bool,
    outline: Outline,
    posters: Posters,
}

/// An element of the tree.
struct Element {
    kind: Kind,
    parent: usize,
    kids: Vec<Kid>,
    /// What a figure shows.
    alternative: Option<String>,
    language: Option<String>,
    /// Whether it is a hyphen that line breaking put in.
    hyphen: bool,
    /// Left, bottom, right and top of a figure, in the page's units.
    bounds: Option<[f32; 4]>,
    /// The columns and rows of a cell.
    columns: usize,
    rows: usize,
}

/// What stands in an element.
enum Kid {
    Element(usize),
    /// Marked content of a page, by their numbers.
    Content(usize, usize),
    /// The content of a node of a poster, by their numbers, on whichever sheet it is told.
    Promised(usize, usize),
    /// A link of the document, by its number.
    Link(usize),
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Marked {
    #[default]
    Nothing,
    Artifact,
    Element(usize),
}

/// A group or a link that is open.
struct Frame {
    /// How many elements are open in it, but for those that were opened for what stands in it without a group.
    inner: usize,
    inside: Inside,
    role: Option<Role>,
}

/// How what is painted is heard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// As what it is.
    Tree,
    /// As a part of a figure.
    Figure,
    /// Not at all.
    Artifact,
}

impl Tags {
    pub(super) fn new() -> Self {
        let document = Element::new(Kind::Document, 0);
        Self {
            elements: vec![document],
            open: vec![0],
            frames: Vec::new(),
            tables: Vec::new(),
            content: Vec::new(),
            links: Vec::new(),
            marked: Marked::Nothing,
            titled: false,
            outline: Outline::default(),
            posters: Posters::default(),
        }
    }

    /// A page begins.
    pub(super) fn begin_page(&mut self) {
        self.content.push(Vec::new());
    }

    /// A page ends.
    pub(super) fn end_page(&mut self, ops: &mut Operators) {
        self.posters.here = None;
        self.mark(Marked::Nothing, ops);
        self.settle();
    }

    /// A group begins; `bounds` are those of a figure.
    pub(super) fn open(&mut self, group: &Group, bounds: impl FnOnce() -> Option<[f32; 4]>) {
        let mut inside = self.inside();
        if let Some(part) = self.posters.here {
            self.stand(part, bounds);
            return self.frames.push(Frame { inner: self.open.len(), inside, role: None });
        }
        if inside == Inside::Tree {
            self.settle();
            match group.role {
                Role::Artifact => inside = Inside::Artifact,
                Role::Figure => {
                    if let Some(told) = told(group) {
                        self.figure(told, group.language.clone(), bounds());
                        inside = Inside::Figure;
                    }
                }
                Role::Title
                | Role::Paragraph
                | Role::Table
                | Role::Row
                | Role::ColumnHeader { .. }
                | Role::RowHeader
                | Role::Cell
                | Role::List
                | Role::Item
                | Role::Note => self.element(group, bounds),
            }
        }
        let role = (self.inside() == Inside::Tree).then_some(group.role);
        self.frames.push(Frame { inner: self.open.len(), inside, role });
    }

    /// The group or link that was opened last ends.
    pub(super) fn close(&mut self) {
        if let Some(Frame { role: Some(role), .. }) = self.frames.pop() {
            match role {
                Role::Table => drop(self.tables.pop()),
                Role::Row => self.end_row(),
                Role::Title
                | Role::Paragraph
                | Role::ColumnHeader { .. }
                | Role::RowHeader
                | Role::Cell
                | Role::List
                | Role::Item
                | Role::Figure
                | Role::Note
                | Role::Artifact => {}
            }
        }
        self.settle();
    }

    /// A link begins that is a link of the document.
    pub(super) fn open_link(&mut self) {
        if let Some(part) = self.posters.here {
            self.link_again(part);
            return self.frames.push(Frame { inner: self.open.len(), inside: self.inside(), role: None });
        }
        let link = self.begin_link();
        self.lead(link);
    }

    /// Opens the element of a link.
    fn begin_link(&mut self) -> usize {
        let inside = self.inside();
        if inside == Inside::Tree {
            self.settle();
            self.ready(Kind::Link);
        }
        let link = self.push(Kind::Link);
        self.frames.push(Frame { inner: self.open.len(), inside, role: None });
        link
    }

    /// The next link of the document is that of an element.
    fn lead(&mut self, element: usize) {
        self.elements[element].kids.push(Kid::Link(self.links.len()));
        self.links.push((element, self.content.len().saturating_sub(1)));
    }

    /// A picture that stands in no figure is one; tells whether that was so, and it is to be closed.
    pub(super) fn open_picture(&mut self, description: &str, bounds: impl FnOnce() -> Option<[f32; 4]>) -> bool {
        if let Some(part) = self.posters.here {
            self.stand(part, bounds);
            return false;
        }
        let alone = self.inside() == Inside::Tree && !description.trim().is_empty();
        if alone {
            self.settle();
            self.figure(description.to_owned(), None, bounds());
            self.frames.push(Frame { inner: self.open.len(), inside: Inside::Figure, role: None });
        }
        alone
    }

    /// What is painted next says something.
    pub(super) fn say(&mut self, ops: &mut Operators) {
        if let Some(part) = self.posters.here {
            return self.tell(part, true, ops);
        }
        match self.inside() {
            Inside::Artifact => return self.mark(Marked::Artifact, ops),
            Inside::Figure => {}
            Inside::Tree => self.ready(Kind::Span),
        }
        self.mark(Marked::Element(self.top()), ops);
    }

    /// What is painted next is a hyphen that line breaking put in: an element of its own says that it is part of no word, whatever the content
    /// of the page says to those who look for words.
    pub(super) fn hyphen(&mut self, ops: &mut Operators) {
        if self.inside() != Inside::Tree || self.posters.here.is_some() {
            return self.say(ops);
        }
        self.ready(Kind::Span);
        let hyphen = self.push(Kind::Span);
        self.elements[hyphen].hyphen = true;
        self.mark(Marked::Element(hyphen), ops);
        self.open.pop();
    }

    /// What is painted next says nothing, but as a part of a figure.
    pub(super) fn show(&mut self, ops: &mut Operators) {
        if let Some(part) = self.posters.here {
            return self.tell(part, false, ops);
        }
        match self.inside() {
            Inside::Figure => self.mark(Marked::Element(self.top()), ops),
            Inside::Artifact | Inside::Tree => self.mark(Marked::Artifact, ops),
        }
    }

    fn mark(&mut self, next: Marked, ops: &mut Operators) {
        if let Some(node) = self.posters.growing {
            return self.promise(next, node);
        }
        let fresh = self.switch(next, ops);
        if let (Marked::Element(element), Some((page, number))) = (next, fresh) {
            self.elements[element].kids.push(Kid::Content(page, number));
        }
    }

    /// Ends the content in hand and begins another, unless it is the same; gives the page and the number of content of an element that begins.
    fn switch(&mut self, next: Marked, ops: &mut Operators) -> Option<(usize, usize)> {
        if self.marked == next {
            return None;
        }
        if self.marked != Marked::Nothing {
            ops.end();
        }
        self.marked = next;
        match next {
            Marked::Nothing => None,
            Marked::Artifact => {
                ops.artifact();
                None
            }
            Marked::Element(element) => {
                let nth = self.content.len().checked_sub(1)?;
                let page = &mut self.content[nth];
                let number = page.len();
                page.push(element);
                ops.content(self.elements[element].kind.name(), number);
                Some((nth, number))
            }
        }
    }

    fn inside(&self) -> Inside {
        self.frames.last().map_or(Inside::Tree, |frame| frame.inside)
    }

    fn top(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    /// Ends the elements that were opened for what stands in a group without one of its own.
    fn settle(&mut self) {
        self.open.truncate(self.frames.last().map_or(1, |frame| frame.inner));
    }

    fn push(&mut self, kind: Kind) -> usize {
        let (parent, next) = (self.top(), self.elements.len());
        self.elements.push(Element::new(kind, parent));
        self.elements[parent].kids.push(Kid::Element(next));
        self.open.push(next);
        next
    }

    /// Opens what has to be around an element of a kind, or around text.
    fn ready(&mut self, kind: Kind) {
        let above = self.elements[self.top()].kind;
        if above == Kind::Row {
            self.across();
        } else if above == Kind::Table {
            self.push(Kind::Row);
            self.push(Kind::Data);
        } else if above == Kind::List && kind != Kind::Item {
            self.push(Kind::Item);
            self.push(Kind::Body);
        }
        let above = self.elements[self.top()].kind;
        if kind == Kind::Item && above != Kind::List {
            self.push(Kind::List);
        } else if matches!(kind, Kind::Span | Kind::Link) && above.holds_blocks() {
            self.push(Kind::Paragraph);
        }
    }

    fn figure(&mut self, told: String, language: Option<String>, bounds: Option<[f32; 4]>) {
        self.ready(Kind::Figure);
        let figure = self.push(Kind::Figure);
        let element = &mut self.elements[figure];
        (element.alternative, element.language, element.bounds) = (Some(told), language, bounds);
    }

    fn element(&mut self, group: &Group, bounds: impl FnOnce() -> Option<[f32; 4]>) {
        let above = self.elements[self.top()].kind;
        let element = match group.role {
            Role::Title => {
                // A poster on sheets has been named on the sheet before them.
                let kind = if self.titled && self.in_pieces() { Kind::Heading } else { Kind::Title };
                self.ready(kind);
                self.titled = true;
                self.push(kind)
            }
            Role::Paragraph => {
                self.ready(Kind::Paragraph);
                let within = matches!(self.elements[self.top()].kind, Kind::Paragraph | Kind::Span | Kind::Link);
                self.push(if within { Kind::Span } else { Kind::Paragraph })
            }
            Role::Table => {
                self.ready(Kind::Table);
                self.tables.push(Filling::of(group));
                self.outline.table();
                self.push(Kind::Table)
            }
            Role::Row if above == Kind::Table => {
                if let Some(table) = self.tables.last_mut() {
                    table.row = Row::default();
                    table.headed += usize::from(group.nodes.iter().any(table::is_head));
                }
                self.push(Kind::Row)
            }
            Role::ColumnHeader { .. } | Role::RowHeader | Role::Cell if above == Kind::Row => self.cell(group, bounds),
            Role::List => {
                self.ready(Kind::List);
                self.push(Kind::List)
            }
            Role::Item => {
                self.ready(Kind::Item);
                let item = self.push(Kind::Item);
                self.push(Kind::Body);
                item
            }
            Role::Note => {
                self.ready(Kind::Paragraph);
                let alone = self.elements[self.top()].kind.holds_paragraphs();
                self.push(if alone { Kind::Paragraph } else { Kind::Span })
            }
            // What stands in no table is no part of one.
            Role::Row | Role::ColumnHeader { .. } | Role::RowHeader | Role::Cell | Role::Figure | Role::Artifact => {
                self.ready(Kind::Division);
                self.push(Kind::Division)
            }
        };
        self.elements[element].language.clone_from(&group.language);
    }
}

impl Element {
    fn new(kind: Kind, parent: usize) -> Self {
        Self {
            kind,
            parent,
            kids: Vec::new(),
            alternative: None,
            language: None,
            hyphen: false,
            bounds: None,
            columns: 1,
            rows: 1,
        }
    }
}

/// What is said of a figure: its name, and what it shows. Nothing of one that says nothing.
fn told(group: &Group) -> Option<String> {
    let parts = [&group.label, &group.description].into_iter().flatten();
    let parts: Vec<&str> = parts.map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(": "))
}

/// What a header says, without remarks.
fn named(nodes: &[Node]) -> String {
    let mut notes = 0;
    let mut said = String::new();
    walk(nodes, &mut |step| match step {
        Step::Open(group) => notes += usize::from(matches!(group.role, Role::Note | Role::Artifact)),
        Step::Close(group) => notes -= usize::from(matches!(group.role, Role::Note | Role::Artifact)),
        Step::Text(run) if notes == 0 && run.kind == RunKind::Spelled => said.push_str(&run.text),
        Step::Missing(missing) if notes == 0 => said.push_str(&missing.text),
        Step::Text(_) | Step::Missing(_) | Step::OpenLink(_) | Step::CloseLink(_) | Step::Path(_) | Step::Image(_) => {}
    });
    spaced(&said)
}

/// A text without soft hyphens, with one space for all white space.
fn spaced(text: &str) -> String {
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a link says, for those who hear it: its text, else where it leads.
pub(super) fn said(link: &Link) -> String {
    let words = named(&link.nodes);
    if words.is_empty() { link.target.clone() } else { words }
}
