//! A poster on several sheets is heard as one: its tree is grown of all of it before the first of them is painted, and each part of it is then
//! told on the sheet on which it is heard. On all others it is an artifact.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::kind::Kind;
use super::outline::Place;
use super::{Kid, Marked, Operators, Tags};
use crate::scene::{Node, Part, Piece, RunKind};
use crate::write::drawn::link_target;

/// The posters of a document, and the sheet that is painted.
#[derive(Default)]
pub(super) struct Posters {
    all: Vec<Poster>,
    /// The node of which the tree is grown, while it is.
    pub(super) growing: Option<usize>,
    /// How what is grown is heard.
    heard: Marked,
    /// What is left of the sheet, the next last.
    left: Vec<Part>,
    /// The node that is painted, of the poster that was met last.
    pub(super) here: Option<Part>,
    /// The node that was told last, while its content goes on.
    last: Option<usize>,
    /// The content of nodes that have been told, by poster and number: page and number there.
    pub(super) told: BTreeMap<(usize, usize), (usize, usize)>,
    /// Where the headers of tables stand on each sheet, and the sheet on which each is told first.
    corners: BTreeMap<(usize, usize), (f32, f32)>,
    /// The boxes of figures, by element and page.
    pub(super) boxes: BTreeMap<(usize, usize), [f32; 4]>,
    first: BTreeMap<usize, usize>,
}

/// A poster whose tree has been grown.
struct Poster {
    whole: Arc<[Node]>,
    /// By the number of each node.
    nodes: Vec<Heard>,
}

/// How a node is heard.
#[derive(Clone, Copy, Default)]
struct Heard {
    shown: Marked,
    said: Marked,
    /// The figure, the link or the header of a table that it is.
    element: Option<usize>,
}

impl Tags {
    /// A sheet begins that shows a piece of a poster; `links` tells whether links lead anywhere.
    pub(in crate::write::pdf) fn begin_piece(&mut self, piece: &Piece, links: bool) {
        if self.posters.all.last().is_none_or(|poster| !Arc::ptr_eq(&poster.whole, &piece.whole)) {
            let mut nodes = Vec::new();
            self.grow(&piece.whole, links, &mut nodes);
            self.posters.growing = None;
            self.posters.all.push(Poster { whole: Arc::clone(&piece.whole), nodes });
        }
        self.posters.left = piece.parts.iter().rev().copied().collect();
    }

    /// The next node is painted.
    pub(in crate::write::pdf) fn step(&mut self) {
        self.posters.here = self.posters.left.pop();
    }

    /// Whether there has been a poster on several sheets.
    pub(super) fn in_pieces(&self) -> bool {
        self.posters.growing.is_some() || !self.posters.all.is_empty()
    }

    /// Grows the tree of nodes.
    fn grow(&mut self, nodes: &[Node], links: bool, all: &mut Vec<Heard>) {
        for node in nodes {
            let number = all.len();
            all.push(Heard::default());
            self.posters.growing = Some(number);
            let mut silent = Operators::default();
            match node {
                Node::Group(group) => {
                    let before = self.elements.len();
                    self.open(group, || Some([0.0; 4]));
                    let made = before..self.elements.len();
                    all[number].element =
                        made.into_iter().find(|made| matches!(self.elements[*made].kind, Kind::Figure | Kind::Header(_)));
                    self.grow(&group.nodes, links, all);
                    self.close();
                }
                Node::Link(link) if links && link_target(&link.target).is_some() => {
                    all[number].element = Some(self.begin_link());
                    self.grow(&link.nodes, links, all);
                    self.close();
                }
                Node::Link(link) => self.grow(&link.nodes, links, all),
                Node::Text(run) => {
                    match run.kind {
                        RunKind::Spelled => self.say(&mut silent),
                        RunKind::Hyphen => self.hyphen(&mut silent),
                        RunKind::Ornament => self.show(&mut silent),
                    }
                    all[number] = Heard { shown: self.posters.heard, said: self.posters.heard, element: None };
                }
                Node::Missing(_) => {
                    self.show(&mut silent);
                    all[number].shown = self.posters.heard;
                    self.say(&mut silent);
                    all[number].said = self.posters.heard;
                }
                Node::Path(_) => {
                    self.show(&mut silent);
                    all[number].shown = self.posters.heard;
                }
                Node::Image(image) => {
                    let alone = self.open_picture(&image.description, || Some([0.0; 4]));
                    self.show(&mut silent);
                    let element = if alone { Some(self.top()) } else { None };
                    all[number] = Heard { shown: self.posters.heard, said: Marked::Nothing, element };
                    if alone {
                        self.close();
                    }
                }
            }
        }
    }

    /// What is grown is heard as this: a place for it in its element, once for each node.
    pub(super) fn promise(&mut self, next: Marked, node: usize) {
        self.posters.heard = next;
        if let Marked::Element(element) = next {
            let (poster, kids) = (self.posters.all.len(), &mut self.elements[element].kids);
            if !matches!(kids.last(), Some(Kid::Promised(known, own)) if (*known, *own) == (poster, node)) {
                kids.push(Kid::Promised(poster, node));
            }
        }
    }

    /// How the node that is painted is heard.
    fn heard(&self, part: Part) -> Heard {
        self.posters.all.last().and_then(|poster| poster.nodes.get(part.number)).copied().unwrap_or_default()
    }

    /// Tells the node that is painted, as what it says or as what it shows.
    pub(super) fn tell(&mut self, part: Part, said: bool, ops: &mut Operators) {
        let heard = self.heard(part);
        let next = if said { heard.said } else { heard.shown };
        let Marked::Element(element) = next else { return self.mark(Marked::Artifact, ops) };
        if !part.told {
            return self.mark(Marked::Artifact, ops);
        }
        // What stands between two nodes on another sheet may say something.
        let goes_on = self.posters.last.is_some_and(|last| last == part.number || last + 1 == part.number);
        if !goes_on {
            self.switch(Marked::Nothing, ops);
        }
        self.posters.last = Some(part.number);
        let Some(place) = self.switch(next, ops) else { return };
        let poster = self.posters.all.len().saturating_sub(1);
        self.posters.told.entry((poster, part.number)).or_insert(place);
        let mut above = element;
        while above != 0 {
            if let Kind::Header(_) = self.elements[above].kind {
                self.posters.first.entry(above).or_insert(place.0);
            }
            above = self.elements[above].parent;
        }
    }

    /// Notes where a group of the poster stands on the sheet.
    pub(super) fn stand(&mut self, part: Part, bounds: impl FnOnce() -> Option<[f32; 4]>) {
        let Some(element) = self.heard(part).element else { return };
        let Some(bounds) = bounds() else { return };
        let page = self.content.len().saturating_sub(1);
        match self.elements[element].kind {
            Kind::Header(_) => drop(self.posters.corners.insert((element, page), (bounds[0], bounds[3]))),
            _ => drop(self.posters.boxes.insert((element, page), bounds)),
        }
    }

    /// The link of the poster leads on from the sheet as well.
    pub(super) fn link_again(&mut self, part: Part) {
        if let Some(element) = self.heard(part).element {
            self.lead(element);
        }
    }

    /// Where the header of a table is told first, if that is on a sheet of a poster.
    pub(super) fn place(&self, header: usize) -> Option<Place> {
        let page = *self.posters.first.get(&header)?;
        Some(Place { page, corner: *self.posters.corners.get(&(header, page))?, header })
    }
}
