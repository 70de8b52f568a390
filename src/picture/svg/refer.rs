//! What refers to what within an SVG: `use` elements, gradients and patterns, and properties such as `mask: url(#a)`.

use std::collections::BTreeMap;
use std::rc::Rc;

use roxmltree::{Document, Node};

use super::{limits, too_many, unsupported};
use crate::picture::error::PictureError;

/// A property that refers to an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Property<'d> {
    pub target: &'d str,
    pub reach: Reach,
}

/// How often what a property refers to may be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Once: mask, clip path, filter.
    Own,
    /// For every element inside: fill and stroke are handed down.
    HandedDown,
    /// For every corner of every line inside.
    Corners,
}

/// The properties that style sheets give.
#[derive(Default)]
pub(super) struct Styles<'d> {
    by_class: BTreeMap<&'d str, Vec<Rc<[Property<'d>]>>>,
    of_all: Vec<Rc<[Property<'d>]>>,
}

impl<'d> Styles<'d> {
    /// Reads the style sheets of a document.
    ///
    /// # Errors
    /// When there are more rules than can be compared with so many elements.
    pub fn of(document: &'d Document<'_>, elements: usize) -> Result<Self, PictureError> {
        let mut styles = Self::default();
        let mut rules = 0;
        for style in document.descendants().filter(|node| node.tag_name().name() == "style") {
            for rule in style.children().filter_map(|child| child.text()).flat_map(|text| text.split('}')) {
                rules += 1 + rule.matches(',').count();
                if let Some((selectors, body)) = rule.split_once('{') {
                    styles.rule(selectors, body);
                }
            }
        }
        if rules as u64 * elements as u64 > limits::SVG_STYLES { Err(too_many("style rules")) } else { Ok(styles) }
    }

    fn rule(&mut self, selectors: &'d str, body: &'d str) {
        let properties: Rc<[_]> = declarations(body).take(MOST_PROPERTIES + 1).collect();
        if properties.is_empty() {
            return;
        }
        for selector in selectors.split(',') {
            let class = selector
                .trim()
                .strip_prefix('.')
                .filter(|name| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_'));
            match class {
                Some(class) => self.by_class.entry(class).or_default().push(Rc::clone(&properties)),
                None => self.of_all.push(Rc::clone(&properties)),
            }
        }
    }
}

/// Properties of one element that refer to others; no drawing program writes more than a handful.
const MOST_PROPERTIES: usize = 50;

/// The properties of an element, from its attributes and from style sheets.
///
/// # Errors
/// When there are very many.
pub(super) fn properties<'d>(node: Node<'d, 'd>, styles: &Styles<'d>) -> Result<Rc<[Property<'d>]>, PictureError> {
    let classes = node.attribute("class").into_iter().flat_map(str::split_whitespace);
    let by_class = classes.filter_map(|class| styles.by_class.get(class)).flatten();
    let styled = styles.of_all.iter().chain(by_class).flat_map(|rule| rule.iter().copied());
    let own = node.attributes().flat_map(|attribute| {
        let inline = (attribute.name() == "style").then(|| declarations(attribute.value()));
        let single = if inline.is_some() { None } else { property(attribute.name(), attribute.value()) };
        inline.into_iter().flatten().chain(single)
    });
    let found: Rc<[_]> = styled.chain(own).take(MOST_PROPERTIES + 1).collect();
    if found.len() > MOST_PROPERTIES { Err(too_many("references")) } else { Ok(found) }
}

fn declarations(text: &str) -> impl Iterator<Item = Property<'_>> {
    text.split(';').filter_map(|declaration| declaration.split_once(':')).filter_map(|(name, value)| property(name, value))
}

fn property<'d>(name: &str, value: &'d str) -> Option<Property<'d>> {
    let (_, inner) = value.split_once("url(")?;
    let (target, _) = inner.split_once(')').unwrap_or((inner, ""));
    let target = target.trim().trim_matches(['"', '\'']).trim().strip_prefix('#')?;
    let reach = match name.trim() {
        name if name.starts_with("marker") => Reach::Corners,
        "mask" | "clip-path" | "filter" => Reach::Own,
        _ => Reach::HandedDown,
    };
    Some(Property { target, reach })
}

/// The id of the element that this one refers to as a whole, as `use` does.
///
/// # Errors
/// When it refers to another file.
pub(super) fn link<'d>(node: Node<'d, 'd>) -> Result<Option<&'d str>, PictureError> {
    const LINKING: [&str; 8] = ["use", "textPath", "tref", "linearGradient", "radialGradient", "pattern", "filter", "mpath"];
    let name = node.tag_name().name();
    if !LINKING.contains(&name) {
        return Ok(None);
    }
    let href = node.attributes().find(|attribute| attribute.name() == "href").map(|attribute| attribute.value().trim());
    match href {
        None | Some("") => Ok(None),
        Some(href) => match href.strip_prefix('#') {
            Some(id) => Ok(Some(id)),
            None => Err(unsupported("a part that stands in another file")),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_found_in_attributes_and_styles() {
        let text = "<svg><style>.a, .b{fill:url(#f)} /* */ g > .c{mask : url( '#m' )} .d{fill:red}</style>\
                    <g class='x b' style='stroke:red;clip-path:url(#k)' marker-end='url(\"#e\")' filter='url(x.svg#y)'/></svg>";
        let document = Document::parse(text).unwrap();
        let styles = Styles::of(&document, 3).unwrap();
        let group = document.descendants().find(|node| node.has_tag_name("g")).unwrap();
        let found: Vec<_> =
            properties(group, &styles).unwrap().iter().map(|property| (property.target, property.reach)).collect();
        assert_eq!(found, [("m", Reach::Own), ("f", Reach::HandedDown), ("k", Reach::Own), ("e", Reach::Corners)]);
    }
}
