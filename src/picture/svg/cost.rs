//! What an SVG costs to resolve, reckoned before it is resolved: a few lines of `use`, mask or marker can stand for any number of
//! parts.
//!
//! The reckoning errs on the high side. It follows every reference, hands down what is handed down, and refuses circles.

use std::collections::BTreeMap;
use std::rc::Rc;

use roxmltree::{Document, Node};

use super::refer::{Property, Reach, Styles, link, properties};
use super::{broken, limits, too_many, unsupported};
use crate::picture::error::PictureError;

/// Elements whose content cannot be shown, and what they are called in a message.
const REFUSED: [(&str, &str); 5] = [
    ("image", "a picture of pixels inside (`image`)"),
    ("feImage", "a picture inside a filter (`feImage`)"),
    ("feTurbulence", "a filter that makes noise (`feTurbulence`)"),
    ("feMorphology", "a filter that thickens (`feMorphology`)"),
    ("feConvolveMatrix", "a filter that convolves (`feConvolveMatrix`)"),
];

/// What an element stands for, with everything that it refers to.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    /// Elements; 32 bytes of attributes or one character of text count as one.
    parts: u64,
    /// Elements inside that are drawn.
    elements: u64,
    /// Corners of lines inside.
    corners: u64,
    /// Levels of nesting.
    depth: usize,
}

/// The parts that a document stands for. Refuses one that costs too much, refers to itself or to other files, or holds what cannot be
/// shown.
pub(super) fn check(document: &Document<'_>) -> Result<u64, PictureError> {
    let elements = document.descendants().filter(Node::is_element);
    let mut ids = BTreeMap::new();
    let (mut count, mut text) = (0, 0);
    for element in elements {
        let name = element.tag_name().name();
        if let Some((_, what)) = REFUSED.iter().find(|(refused, _)| *refused == name) {
            return Err(unsupported(*what));
        }
        let fallback =
            || element.ancestors().take(limits::SVG_DEPTH).any(|ancestor| ancestor.has_tag_name((super::NAMESPACE, "switch")));
        if name == "foreignObject" && !fallback() {
            return Err(unsupported("a web page inside (`foreignObject`)"));
        }
        for id in element.attributes().filter(|attribute| attribute.name() == "id") {
            ids.entry(id.value()).or_insert(element);
        }
        count += 1;
        text += characters(element);
    }
    if text > limits::SVG_TEXT {
        return Err(too_many("characters of text"));
    }
    let styles = Styles::of(document, count)?;
    let mut reckoner = Reckoner { ids, styles, known: BTreeMap::new(), resources: BTreeMap::new(), properties: BTreeMap::new() };
    reckoner.cost(document.root_element(), 0).map(|cost| cost.parts)
}

/// The characters of text that stand in an element itself and are set.
fn characters(element: Node<'_, '_>) -> usize {
    if !matches!(element.tag_name().name(), "text" | "tspan" | "textPath" | "a" | "tref") {
        return 0;
    }
    element.children().filter(Node::is_text).filter_map(|node| node.text()).map(|text| text.chars().count()).sum()
}

struct Reckoner<'d> {
    ids: BTreeMap<&'d str, Node<'d, 'd>>,
    styles: Styles<'d>,
    /// `None` while an element is being reckoned.
    known: BTreeMap<u32, Option<Cost>>,
    /// `None` while one is being reckoned.
    resources: BTreeMap<u32, Option<Resource>>,
    properties: BTreeMap<u32, Rc<[Property<'d>]>>,
}

/// What tells an element from the others of its document.
fn number(node: Node<'_, '_>) -> u32 {
    node.id().get()
}

impl<'d> Reckoner<'d> {
    fn properties(&mut self, node: Node<'d, 'd>) -> Result<Rc<[Property<'d>]>, PictureError> {
        if let Some(known) = self.properties.get(&number(node)) {
            return Ok(Rc::clone(known));
        }
        let found = properties(node, &self.styles)?;
        self.properties.insert(number(node), Rc::clone(&found));
        Ok(found)
    }

    fn cost(&mut self, node: Node<'d, 'd>, level: usize) -> Result<Cost, PictureError> {
        if level > limits::SVG_DEPTH {
            return Err(too_many("levels"));
        }
        match self.known.insert(number(node), None) {
            Some(None) => return Err(broken("a part of it stands within itself")),
            Some(Some(cost)) => {
                self.known.insert(number(node), Some(cost));
                return Ok(cost);
            }
            None => {}
        }
        let cost = self.reckon(node, level)?;
        if cost.parts > limits::SVG_PARTS {
            return Err(too_many("parts"));
        }
        if cost.depth > limits::SVG_DEPTH {
            return Err(too_many("levels"));
        }
        self.known.insert(number(node), Some(cost));
        Ok(cost)
    }

    fn reckon(&mut self, node: Node<'d, 'd>, level: usize) -> Result<Cost, PictureError> {
        let bytes: usize = node.attributes().map(|attribute| attribute.name().len() + attribute.value().len()).sum();
        let corners = ["d", "points"].iter().filter_map(|name| node.attribute(*name)).map(str::len).sum::<usize>() / 2;
        let corners = corners + if node.tag_name().name() == "line" { 2 } else { 0 };
        let mut cost = Cost { parts: 1 + (bytes / 32 + characters(node)) as u64, elements: 1, corners: corners as u64, depth: 0 };
        let linked = link(node)?.and_then(|id| self.ids.get(id).copied());
        for inner in node.children().filter(Node::is_element).chain(linked) {
            let inner = self.cost(inner, level + 1)?;
            cost.parts = cost.parts.saturating_add(inner.parts);
            cost.elements = cost.elements.saturating_add(inner.elements);
            cost.corners = cost.corners.saturating_add(inner.corners);
            cost.depth = cost.depth.max(inner.depth);
        }
        for property in self.properties(node)?.iter() {
            let Some(target) = self.ids.get(property.target).copied() else { continue };
            let times = match property.reach {
                Reach::Own => 1,
                Reach::HandedDown => cost.elements,
                Reach::Corners => cost.corners,
            };
            let resource = self.resource(target, level + 1)?;
            cost.parts = cost.parts.saturating_add(resource.parts.saturating_mul(times));
            cost.depth = cost.depth.max(resource.depth);
        }
        cost.depth += 1;
        Ok(cost)
    }

    /// What a mask, pattern or marker costs each time that it is used: its parts have what is handed down to them from where
    /// they stand.
    fn resource(&mut self, target: Node<'d, 'd>, level: usize) -> Result<Resource, PictureError> {
        if level > limits::SVG_DEPTH {
            return Err(too_many("levels"));
        }
        match self.resources.insert(number(target), None) {
            Some(None) => return Err(broken("a part of it is painted with itself")),
            Some(Some(known)) => {
                self.resources.insert(number(target), Some(known));
                return Ok(known);
            }
            None => {}
        }
        let own = self.cost(target, level)?;
        let mut resource = Resource { parts: own.parts, depth: own.depth };
        for ancestor in target.ancestors().skip(1).filter(Node::is_element) {
            for property in self.properties(ancestor)?.iter() {
                let times = match property.reach {
                    Reach::Own => continue,
                    Reach::HandedDown => own.elements,
                    Reach::Corners => own.corners,
                };
                let Some(handed) = self.ids.get(property.target).copied().filter(|handed| *handed != target) else { continue };
                let handed = self.resource(handed, level + 1)?;
                resource.parts = resource.parts.saturating_add(handed.parts.saturating_mul(times));
                resource.depth = resource.depth.max(handed.depth);
            }
        }
        if resource.parts > limits::SVG_PARTS {
            return Err(too_many("parts"));
        }
        self.resources.insert(number(target), Some(resource));
        Ok(resource)
    }
}

/// What a mask, pattern or marker costs each time that it is used.
#[derive(Debug, Clone, Copy)]
struct Resource {
    parts: u64,
    depth: usize,
}
