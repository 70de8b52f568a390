//! The nodes of a page as SVG elements.

use std::collections::BTreeMap;

use super::TextMode;
use super::element::Element;
use super::faces::UNSEEN;
use super::images::Pictures;
use super::missing::frames;
use super::number::{number, write_number};
use super::outlines::Outlines;
use crate::scene::{Color, FaceId, Group, Link, Missing, Mm, Node, Page, Path, Point, Role, RunKind, Segment, TextRun};
use crate::text::Fonts;
use crate::write::drawn::link_target;
use crate::write::xml::Forbidden;

/// Turns nodes into elements.
pub(super) struct Drawer<'f> {
    pub(super) fonts: &'f Fonts,
    pub(super) mode: TextMode,
    /// The faces whose text is live on the page in hand, or beside their outlines, with the classes of that text.
    pub(super) live: BTreeMap<FaceId, String>,
    pub(super) outlines: Outlines<'f>,
    pub(super) forbidden: Forbidden,
    pub(super) pictures: Pictures,
}

/// Whether a browser would rather draw a text with an emoji font of its own, in colour, than with the face that it is given: it does so
/// with emoji, and with signs that U+FE0F makes into one.
fn is_emoji(text: &str) -> bool {
    text.contains(|character| matches!(character, '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'))
}

/// An element with attributes, and no children as yet.
pub(super) fn element<V: Into<String>, const N: usize>(name: &'static str, attributes: [(&'static str, V); N]) -> Element {
    let mut element = Element::new(name);
    for (name, value) in attributes {
        element.assign(name, value);
    }
    element
}

/// An element that holds nothing but text.
pub(super) fn text_element(name: &'static str, text: &str) -> Element {
    let mut element = Element::new(name);
    element.say(text);
    element
}

impl Drawer<'_> {
    /// Appends each node to its parent, in order.
    pub(super) fn nodes(&mut self, nodes: &[Node], parent: &mut Element) {
        for node in nodes {
            match node {
                Node::Group(group) => {
                    let mut element = self.group(group);
                    if let Some(told) = &group.description {
                        element.append(text_element("desc", &self.forbidden.unseen(told)));
                    }
                    self.nodes(&group.nodes, &mut element);
                    parent.append(element);
                }
                Node::Link(link) => {
                    let mut element = link_element(link);
                    self.nodes(&link.nodes, &mut element);
                    parent.append(element);
                }
                Node::Text(run) => self.run(run, parent),
                Node::Missing(missing) => self.missing(missing, parent),
                Node::Path(path) => parent.append(path_element(path)),
                Node::Image(image) => {
                    let description = self.forbidden.unseen(&image.description).into_owned();
                    parent.append(self.pictures.image(image, description));
                }
            }
        }
    }

    fn group(&mut self, group: &Group) -> Element {
        let mut element = Element::new("g");
        if let Some(language) = &group.language {
            let language = self.forbidden.unseen(language).into_owned();
            element.assign("lang", language.clone());
            element.assign("xml:lang", language);
        }
        let role = match group.role {
            Role::Title => "heading",
            // WAI-ARIA 1.2 forbids a paragraph to have a name.
            Role::Paragraph if group.label.is_some() => "group",
            Role::Paragraph => "paragraph",
            Role::Table => "table",
            Role::Row => "row",
            Role::ColumnHeader { .. } => "columnheader",
            Role::RowHeader => "rowheader",
            Role::Cell => "cell",
            Role::List => "list",
            Role::Item => "listitem",
            Role::Figure => "img",
            Role::Note => "note",
            Role::Artifact => {
                element.assign("aria-hidden", "true");
                return element;
            }
        };
        element.assign("role", role);
        if group.role == Role::Title {
            element.assign("aria-level", "1");
        }
        if let Role::ColumnHeader { span } = group.role
            && span > 1
        {
            element.assign("aria-colspan", span.to_string());
        }
        if let Some(label) = &group.label {
            element.assign("aria-label", self.forbidden.unseen(label).as_ref());
        }
        element
    }

    fn run(&mut self, run: &TextRun, parent: &mut Element) {
        match (run.kind, self.mode) {
            (RunKind::Spelled, TextMode::Live) if self.live.contains_key(&run.face) && !is_emoji(&run.text) => {
                parent.append(self.live(run));
            }
            (RunKind::Spelled, TextMode::Live | TextMode::Both) => {
                if let Some(path) = self.outlined(run) {
                    parent.append(with(path, "aria-hidden", "true"));
                }
                parent.append(self.unseen(run));
            }
            (RunKind::Spelled, TextMode::Outlines) => {
                let label = self.forbidden.shown(&run.text).into_owned();
                // A run without ink still says its text.
                let path = self.outlined(run).unwrap_or_else(|| Element::new("g"));
                if label.trim().is_empty() {
                    return;
                }
                parent.append(with(with(path, "role", "img"), "aria-label", label));
            }
            (RunKind::Hyphen | RunKind::Ornament, _) => {
                if let Some(path) = self.outlined(run) {
                    parent.append(with(path, "aria-hidden", "true"));
                }
            }
        }
    }

    /// Frames, and what they stand for: as text that is not painted, or as the name of the drawing.
    fn missing(&mut self, missing: &Missing, parent: &mut Element) {
        let frames = frames(missing);
        let text = self.forbidden.shown(&missing.text).into_owned();
        match self.mode {
            TextMode::Live | TextMode::Both => {
                parent.append(with(frames, "aria-hidden", "true"));
                let width = Mm::from(missing.size) * missing.frames.len() as f64;
                let mut element = text_element("text", &text);
                element.assign("class", UNSEEN);
                element.assign("fill", "none");
                if missing.rtl {
                    element.assign("direction", "rtl");
                }
                element.assign("x", number((missing.origin.x + if missing.rtl { width } else { Mm::ZERO }).0));
                element.assign("y", number(missing.origin.y.0));
                element.assign("font-size", number(Mm::from(missing.size).0));
                if missing.frames.len() > 1 {
                    element.assign("textLength", number(width.0));
                }
                parent.append(element);
            }
            TextMode::Outlines => parent.append(with(with(frames, "role", "img"), "aria-label", text)),
        }
    }

    /// Text that browsers shape again, from the same face and at the same place.
    fn live(&mut self, run: &TextRun) -> Element {
        let mut element = text_element("text", &live_text(&self.forbidden.shown(&run.text)));
        element.assign("class", self.live.get(&run.face).map_or(UNSEEN, String::as_str));
        self.place(run, &mut element);
        self.hold(run, &mut element);
        if run.color != Color::BLACK {
            element.assign("fill", run.color.hex());
        }
        element
    }

    /// The text that outlines stand for, for readers and for copying; it is not painted.
    fn unseen(&mut self, run: &TextRun) -> Element {
        let mut element = text_element("text", &self.forbidden.shown(&run.text));
        let beside = self.mode == TextMode::Both;
        element.assign("class", self.live.get(&run.face).filter(|_| beside).map_or(UNSEEN, String::as_str));
        element.assign("fill", "none");
        self.place(run, &mut element);
        if beside {
            // The font is whichever is installed; and what is not painted answers to no pointer otherwise.
            self.hold(run, &mut element);
            element.assign("pointer-events", "all");
        }
        element
    }

    fn place(&self, run: &TextRun, element: &mut Element) {
        let mut x = run.origin.x;
        if run.rtl {
            // Text anchored at its start hangs from its right end.
            x += run.width(self.fonts.face(run.face).units_per_em);
            element.assign("direction", "rtl");
        }
        element.assign("x", number(x.0));
        element.assign("y", number(run.origin.y.0));
        element.assign("font-size", number(Mm::from(run.size).0));
    }

    /// Holds a text of several clusters to the width that was measured: a browser that shapes it in other pieces, or rounds
    /// advances, spreads the difference instead of ending elsewhere.
    fn hold(&self, run: &TextRun, element: &mut Element) {
        let width = number(run.width(self.fonts.face(run.face).units_per_em).0);
        if width != "0" && run.glyphs.windows(2).any(|pair| pair[0].cluster != pair[1].cluster) {
            element.assign("textLength", width);
        }
    }

    /// The run as one path, or `None` when it has no ink.
    fn outlined(&mut self, run: &TextRun) -> Option<Element> {
        let data = self.outlines.run(run);
        if data.is_empty() {
            return None;
        }
        let mut path = element("path", [("d", data), ("transform", self.outlines.transform(run))]);
        if run.color != Color::BLACK {
            path.assign("fill", run.color.hex());
        }
        Some(path)
    }
}

/// White space at which lines may be broken is drawn as spaces, whatever it was: a browser must do so, too.
fn live_text(text: &str) -> String {
    let blank = |character: char| character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{202f}' | '\u{2007}');
    text.chars().map(|character| if blank(character) { ' ' } else { character }).collect()
}

fn with(mut element: Element, name: &'static str, value: impl Into<String>) -> Element {
    element.assign(name, value);
    element
}

fn link_element(link: &Link) -> Element {
    let Some(target) = link_target(&link.target) else { return Element::new("g") };
    // The second name is that of SVG 1.1, which readers of drawings still go by; those that know both go by the first.
    let mut anchor = element("a", [("href", target.clone()), ("xlink:href", target)]);
    let frame = link.frame;
    anchor.append(element(
        "rect",
        [
            ("x", number(frame.x.0)),
            ("y", number(frame.y.0)),
            ("width", number(frame.width.0)),
            ("height", number(frame.height.0)),
            ("fill", "none".into()),
            ("pointer-events", "all".into()),
        ],
    ));
    anchor
}

/// An outline as path data.
pub(super) fn path_data(segments: &[Segment]) -> String {
    // A number takes about six characters.
    let mut data = String::with_capacity(segments.len() * 16);
    let mut command = |letter: char, points: &[&Point]| {
        data.push(letter);
        for (nth, point) in points.iter().enumerate() {
            if nth > 0 {
                data.push(' ');
            }
            write_number(point.x.0, &mut data);
            data.push(' ');
            write_number(point.y.0, &mut data);
        }
    };
    for segment in segments {
        match segment {
            Segment::Move(to) => command('M', &[to]),
            Segment::Line(to) => command('L', &[to]),
            Segment::Curve(a, b, to) => command('C', &[a, b, to]),
            Segment::Close => command('Z', &[]),
        }
    }
    data
}

/// What stands around the trimmed paper, which nobody hears; none where nothing does.
pub(super) fn marks(page: &Page) -> Option<Element> {
    let mut marks = page.marks().peekable();
    marks.peek()?;
    let mut group = element("g", [("aria-hidden", "true")]);
    marks.for_each(|mark| group.append(path_element(mark)));
    Some(group)
}

fn path_element(path: &Path) -> Element {
    let mut element = element("path", [("d", path_data(&path.segments))]);
    element.assign("fill", path.fill.map_or("none".into(), Color::hex));
    if let Some(stroke) = &path.stroke {
        element.assign("stroke", stroke.color.hex());
        element.assign("stroke-width", number(stroke.width.0));
        element.assign("stroke-linecap", "round");
        element.assign("stroke-linejoin", "round");
        if !stroke.dashes.is_empty() {
            element.assign("stroke-dasharray", stroke.dashes.iter().map(|dash| number(dash.0)).collect::<Vec<_>>().join(" "));
        }
    }
    element
}
