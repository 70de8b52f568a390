//! The items of a cell, with what hangs before them and what stands behind them.

use std::ops::Range;

use super::lines::TRAY;
use super::{CellLine, CellLines, HANG, Insets, ItemText, Mark, Part, PictureText};
use crate::layout::drawn::ink::{Sign, bullet, line};
use crate::layout::drawn::page::Setting;
use crate::layout::theme;
use crate::scene::{Group, Link, Mm, Node, Path, Point, Rect, Role};

/// An item that goes on on a further page says this many characters of what it is there.
const AGAIN: usize = 1000;

/// What is read out for an item: all of it on the page where it begins.
fn label(label: &str, again: bool) -> String {
    match label.char_indices().nth(AGAIN) {
        Some((end, _)) if again => format!("{}…", &label[..end]),
        Some(_) | None => label.to_owned(),
    }
}

/// Draws the items whose lines stand in a cell here, each with its place in the cell; without items the lines are paragraphs.
#[must_use]
pub fn draw_items(
    items: Option<&[ItemText]>,
    cell: &CellLines,
    range: Range<usize>,
    frame: Rect,
    setting: &Setting,
) -> Vec<(usize, Node)> {
    Drawing { setting }.items(items, cell, range, frame)
}

struct Drawing<'a> {
    setting: &'a Setting<'a>,
}

impl Drawing<'_> {
    fn items(&self, of: Option<&[ItemText]>, cell: &CellLines, range: Range<usize>, frame: Rect) -> Vec<(usize, Node)> {
        let sizes = &self.setting.sizes;
        let (indent, outdent) = cell.insets.sides(sizes);
        let pad = if cell.insets == Insets::Nothing { Mm::ZERO } else { sizes.pad() };
        let x = frame.x + indent + cell.hang;
        let width = frame.right() - outdent - x;
        let mut y = frame.y + pad;
        let mut nodes = Vec::new();
        let before = range.start.checked_sub(1).map(|last| cell.lines[last].item);
        for lines in cell.lines[range].chunk_by(|a, b| a.item == b.item) {
            if !nodes.is_empty() {
                y += lines[0].before;
            }
            let item = of.map(|items| &items[lines[0].item]);
            let (group, bottom) = self.item(lines, item, Rect::new(x, y, width, Mm::ZERO), cell.hang);
            y = bottom;
            let role = if item.is_some() { Role::Item } else { Role::Paragraph };
            let again = nodes.is_empty() && before == Some(lines[0].item);
            let label = item.map(|item| label(&item.label, again));
            nodes.push((lines[0].item, Node::Group(Group { label, ..Group::new(role, group) })));
        }
        nodes
    }

    /// The lines of one item from the top of `column` down: its score, its text, its remarks; and where they end.
    fn item(&self, lines: &[CellLine], item: Option<&ItemText>, column: Rect, hang: Mm) -> (Vec<Node>, Mm) {
        let mut group = Vec::new();
        self.mark(&lines[0], column, hang, &mut group);
        let mut y = column.y;
        let (mut score, mut text, mut remarks) = (Vec::new(), Linked::default(), Vec::new());
        for (index, line) in lines.iter().enumerate() {
            y += if index > 0 { line.before } else { Mm::ZERO };
            let place = Rect::new(column.x + line.insets.0, y, column.width - line.insets.0 - line.insets.1, line.set.height());
            let draw = |color, out: &mut Vec<Node>| {
                line.set.draw(self.setting.pen(), Point { x: place.x, y }, place.width, color, out);
            };
            match line.part {
                Part::Picture => {
                    if let Some(picture) = item.and_then(|item| item.picture.as_ref()) {
                        remarks.extend(self.picture(picture, Rect { height: line.set.ascent, ..place }));
                    }
                }
                // A number reads from left to right, and stands where its text begins.
                Part::Score => line.set.draw_at(self.setting.pen(), Point { x: place.x, y }, theme::INK, &mut score),
                Part::Text => {
                    draw(theme::INK, &mut text.nodes);
                    text.boxes.push(self.ink(line, place));
                }
                Part::Remark(nth) => {
                    let mut nodes = Vec::new();
                    draw(theme::QUIET, &mut nodes);
                    let target = item.and_then(|item| item.remarks[nth].link.as_ref());
                    let linked = Linked { nodes, boxes: vec![self.ink(line, place)] };
                    remarks.extend(self.linked(target, linked));
                }
            }
            y += line.set.height();
        }
        if !score.is_empty() {
            group.insert(0, Node::Group(Group::new(Role::Note, score)));
        }
        group.extend(self.linked(item.and_then(|item| item.link.as_ref()), text));
        self.tray(&lines[0], column, &mut group);
        if !remarks.is_empty() {
            group.push(Node::Group(Group::new(Role::Note, remarks)));
        }
        (group, y)
    }

    /// A picture at the side of its box where reading starts.
    fn picture(&self, picture: &PictureText, place: Rect) -> Vec<Node> {
        let framed = picture.framed(self.setting.sizes.note);
        let width = (place.height * framed.ratio(self.setting.context)).min(place.width);
        let mut nodes = Vec::new();
        framed.draw(self.setting.context, self.setting.pen(), Rect { width, ..place }, &mut nodes);
        nodes
    }

    /// Lines that lead somewhere are underlined.
    fn linked(&self, target: Option<&String>, linked: Linked) -> Vec<Node> {
        let all = linked.boxes.iter().copied().reduce(Rect::union);
        let (Some(target), Some(frame)) = (target, all) else { return linked.nodes };
        let thin = self.setting.sizes.em() * 0.04;
        let rule = |rect: &Rect| {
            let y = rect.bottom() - thin * 2.0;
            Node::Path(Path::stroked(line(Point { x: rect.x, y }, Point { x: rect.right(), y }), theme::QUIET, thin))
        };
        let rules = artifact(linked.boxes.iter().filter(|rect| rect.width > Mm::ZERO).map(rule).collect());
        let nodes = std::iter::once(rules).chain(linked.nodes).collect();
        vec![Node::Link(Link { target: target.clone(), frame, nodes })]
    }

    /// What hangs before an item whose text stands between the sides of `column`.
    fn mark(&self, line: &CellLine, column: Rect, hang: Mm, out: &mut Vec<Node>) {
        let em = self.setting.sizes.em();
        let baseline = column.y + line.ascent(em);
        let x = if self.setting.pen().against(&line.set.line) {
            column.right() - line.insets.1 + em * HANG
        } else {
            column.x - em * HANG
        };
        match &line.mark {
            Mark::Nothing => {}
            Mark::Bullet => {
                let centre = Point { x, y: baseline - em * 0.25 };
                out.push(artifact(vec![bullet(centre, em * 0.1, theme::INK)]));
            }
            Mark::Sign(sign) => out.push(self.sign(*sign, Point { x, y: baseline - em * 0.32 })),
            Mark::Score(score) => {
                let place = Point { x: column.x - hang, y: baseline - score.ascent };
                let mut nodes = Vec::new();
                score.draw_at(self.setting.pen(), place, theme::INK, &mut nodes);
                out.push(Node::Group(Group::new(Role::Note, nodes)));
            }
        }
    }

    /// What stands behind the first line of an item, from the side where reading ends.
    fn tray(&self, line: &CellLine, column: Rect, out: &mut Vec<Node>) {
        let em = self.setting.sizes.em();
        let y = column.y + line.ascent(em) - em * 0.32;
        let rtl = line.insets.0 > Mm::ZERO;
        for (nth, sign) in line.tray.iter().rev().enumerate() {
            let inset = em * (TRAY * nth as f64 + 0.36);
            let x = if rtl { column.x + inset } else { column.right() - inset };
            out.push(self.sign(*sign, Point { x, y }));
        }
    }

    /// The box around the words of a line in its place.
    fn ink(&self, line: &CellLine, place: Rect) -> Rect {
        let width = line.set.width();
        let x = if self.setting.pen().against(&line.set.line) { place.right() - width } else { place.x };
        Rect::new(x, place.y, width, line.set.height())
    }

    /// A sign with its word, for those who cannot see it.
    fn sign(&self, sign: Sign, centre: Point) -> Node {
        let label = sign.term().text(self.setting.terms);
        Node::Group(Group::new(Role::Figure, sign.draw(centre, self.setting.sizes.em() * 0.34)).labelled(label))
    }
}

/// Nodes that may lead somewhere, and the boxes of their lines.
#[derive(Default)]
struct Linked {
    nodes: Vec<Node>,
    boxes: Vec<Rect>,
}

fn artifact(nodes: Vec<Node>) -> Node {
    Node::Group(Group::new(Role::Artifact, nodes))
}
