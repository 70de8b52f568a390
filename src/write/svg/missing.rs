//! Characters that no face has: the frames and digits that stand for them, each drawn once a page and referred to.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::element::Element;
use super::nodes::element;
use super::number::{number, scale};
use super::outlines::Outlines;
use crate::scene::missing::{DIGITS, Digits, FRAME};
use crate::scene::walk::{Step, walk};
use crate::scene::{Color, Missing, Mm, Page};

/// The digits and frames that a page needs, in em; nothing when all its text has faces.
pub(super) fn definitions(page: &Page, outlines: &mut Outlines<'_>) -> Option<Element> {
    let (mut upper, mut lower): (BTreeMap<&str, &Digits>, BTreeMap<&str, &Digits>) = (BTreeMap::new(), BTreeMap::new());
    walk(&page.nodes, &mut |step| {
        if let Step::Missing(missing) = step {
            for frame in missing.frames.iter() {
                upper.entry(&*frame.upper.text).or_insert(&*frame.upper);
                lower.entry(&*frame.lower.text).or_insert(&*frame.lower);
            }
        }
    });
    if upper.is_empty() {
        return None;
    }
    let mut definitions = Element::new("defs");
    for (text, digits) in upper {
        let mut row = row(digits, outlines);
        row.assign("id", format!("u{text}"));
        definitions.append(row);
    }
    for (text, digits) in lower {
        let mut framed = element("g", [("id", format!("l{text}"))]);
        framed.append(row(digits, outlines));
        framed.append(element("path", [("d", frame())]));
        definitions.append(framed);
    }
    Some(definitions)
}

fn row(digits: &Digits, outlines: &mut Outlines<'_>) -> Element {
    let factor = DIGITS / outlines.units_per_em(digits.face);
    let transform =
        format!("translate({} {}) scale({} {})", number(digits.left), number(-digits.rise), scale(factor), scale(-factor));
    element("path", [("d", outlines.glyphs(digits.face, &digits.glyphs)), ("transform", transform)])
}

/// The frame as path data: what lies between its outer and its inner edge.
fn frame() -> String {
    let edge = |corners: &[(f64, f64); 4]| {
        let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{} {}", number(*x), number(-*y))).collect();
        format!("M{}Z", corners.join("L"))
    };
    FRAME.iter().map(edge).collect()
}

/// The frames of some characters. Programs that are older than SVG 2 know references by the name with a prefix.
pub(super) fn frames(missing: &Missing) -> Element {
    let mut uses = String::new();
    for (place, frame) in missing.frames.iter().enumerate() {
        for (row, digits) in [("u", &frame.upper), ("l", &frame.lower)] {
            let text = &digits.text;
            let _ = write!(uses, "<use href=\"#{row}{text}\" xlink:href=\"#{row}{text}\" x=\"{place}\"/>");
        }
    }
    let (x, y) = (number(missing.origin.x.0), number(missing.origin.y.0));
    let transform = format!("translate({x} {y}) scale({})", scale(Mm::from(missing.size).0));
    let mut group = element("g", [("transform", transform)]);
    if missing.color != Color::BLACK {
        group.assign("fill", missing.color.hex());
    }
    group.append_written(uses);
    group
}
