//! The items of a cell, with what hangs before them and what stands behind them.

use std::ops::Range;

use super::dress::{Dressed, underline};
use super::lines::{FIGURE, FIGURE_WIDTH, TRAY};
use super::{CellLine, CellLines, Dress, HANG, Insets, ItemText, Mark, Part, PictureText};
use crate::journey::{LaneKind, Level, Term};
use crate::layout::drawn::ink::{Sign, bullet, lane as lane_mark, numbered};
use crate::layout::drawn::page::Setting;
use crate::layout::theme;
use crate::scene::{Color, Group, Link, Mm, Node, Point, Rect, Role, RunKind};

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
    let columns = cell.columns(range);
    let width = if cell.halved { frame.width / 2.0 } else { frame.width };
    let places = [frame.x, frame.x + width].map(|x| Rect { x, width, ..frame });
    let drawing = Drawing { setting };
    columns.into_iter().zip(places).flat_map(|(range, place)| drawing.items(items, cell, range, place)).collect()
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
            let (group, bottom) = self.item(lines, item, Rect::new(x, y, width, Mm::ZERO), cell);
            y = bottom;
            let role = if item.is_some() { Role::Item } else { Role::Paragraph };
            let again = nodes.is_empty() && before == Some(lines[0].item);
            let label = item.map(|item| label(&item.label, again));
            let language = item.and_then(|item| item.language.clone());
            nodes.push((lines[0].item, Node::Group(Group { label, language, ..Group::new(role, group) })));
        }
        nodes
    }

    /// The lines of one item from the top of `column` down: its score, its text, its remarks; and where they end.
    fn item(&self, lines: &[CellLine], item: Option<&ItemText>, column: Rect, cell: &CellLines) -> (Vec<Node>, Mm) {
        let mut group = Vec::new();
        let dressed = self.dressed(lines, column, cell, item);
        let (ink, quiet) = if dressed.filled { (Color::WHITE, Color::WHITE) } else { (theme::INK, theme::QUIET) };
        let back = dressed.back(&self.setting.sizes);
        group.extend((!back.is_empty()).then(|| artifact(back)));
        let begin = group.len();
        let tags = lines.iter().take_while(|line| line.part == Part::Tag).count().min(lines.len() - 1);
        let below = lines[..tags].iter().map(|line| line.set.height()).sum::<Mm>();
        let (lead, beside) = (&lines[tags], Rect { y: column.y + below, ..column });
        self.mark(lead, beside, (cell, dressed.filled), &mut group);
        let mut y = column.y;
        let (mut tag, mut score, mut text, mut signs, mut remarks) =
            (Vec::new(), Vec::new(), Linked::default(), Vec::new(), Vec::new());
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
                Part::Signs => {}
                Part::Tag => {
                    let mut nodes = Vec::new();
                    draw(theme::ALERT, &mut nodes);
                    tag.push(Node::Group(Group::new(Role::Note, nodes)));
                }
                Part::Figure => {
                    let figure = item.and_then(|item| item.figure.as_ref());
                    let em = self.setting.em();
                    let (width, height) = (place.width.min(em * FIGURE_WIDTH), em * FIGURE);
                    let frame = Rect::new(place.x, place.y + line.set.ascent - height, width, height);
                    let drawn = figure.map(|figure| {
                        let drawn = Group::new(Role::Figure, figure.draw(frame, theme::lane(cell.kind)));
                        Node::Group(drawn.labelled(&*figure.told).speaking(self.setting.labels))
                    });
                    remarks.extend(drawn);
                }
                // A number reads from left to right, and stands where its text begins.
                Part::Score => line.set.draw_at(self.setting.pen(), Point { x: place.x, y }, theme::INK, &mut score),
                Part::Text => {
                    draw(ink, &mut text.nodes);
                    text.boxes.push(self.ink(line, place));
                }
                Part::Remark(nth) => {
                    let mut nodes = Vec::new();
                    draw(quiet, &mut nodes);
                    let target = item.and_then(|item| item.remarks[nth].link.as_ref());
                    let linked = Linked { nodes, boxes: vec![self.ink(line, place)] };
                    remarks.extend(self.linked(target, linked, quiet));
                }
            }
            self.tray(line, Rect { y, ..column }, &mut signs);
            y += line.set.height();
        }
        if !score.is_empty() {
            group.insert(begin, Node::Group(Group::new(Role::Note, score)));
        }
        group.extend(tag);
        group.extend(self.linked(item.and_then(|item| item.link.as_ref()), text, quiet));
        group.extend(signs);
        if !remarks.is_empty() {
            group.push(Node::Group(Group::new(Role::Note, remarks)));
        }
        (group, y)
    }

    /// How an item is dressed whose lines stand in a column from its top down.
    fn dressed(&self, lines: &[CellLine], column: Rect, cell: &CellLines, item: Option<&ItemText>) -> Dressed {
        let gaps: Mm = lines.iter().skip(1).map(|line| line.before).sum();
        let height = gaps + lines.iter().map(|line| line.set.height()).sum::<Mm>();
        let against = lines.iter().any(|line| self.setting.pen().against(&line.set.line));
        let width = |line: &CellLine| {
            if matches!(line.part, Part::Picture | Part::Figure) {
                column.width
            } else {
                line.set.width() + line.insets.0 + line.insets.1
            }
        };
        let width = lines.iter().map(width).fold(Mm::ZERO, Mm::max);
        // What stands behind the first line stands at the far side of the column.
        let whole = lines.iter().any(|line| !line.tray.is_empty());
        let important = item.is_some_and(|item| item.importance == Some(Level::High));
        Dressed {
            dress: cell.dress,
            kind: cell.kind,
            text: Rect { width: if whole { column.width } else { width }, height, ..column },
            column: (column.x, column.right()),
            against,
            filled: cell.dress == Dress::Ranked && important,
        }
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
    fn linked(&self, target: Option<&String>, linked: Linked, color: Color) -> Vec<Node> {
        let all = linked.boxes.iter().copied().reduce(Rect::union);
        let (Some(target), Some(frame)) = (target, all) else { return linked.nodes };
        let thin = self.setting.sizes.em() * 0.04;
        let rule = |rect: &Rect| underline(rect, thin, color);
        let rules = artifact(linked.boxes.iter().filter(|rect| rect.width > Mm::ZERO).map(rule).collect());
        let nodes = std::iter::once(rules).chain(linked.nodes).collect();
        vec![Node::Link(Link { target: target.clone(), frame, nodes })]
    }

    /// What hangs before an item whose text stands between the sides of `column`.
    fn mark(&self, line: &CellLine, column: Rect, (cell, filled): (&CellLines, bool), out: &mut Vec<Node>) {
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
            Mark::Lane => out.push(artifact(vec![lane_mark(cell.kind, Point { x, y: baseline - em * 0.3 }, em * 0.2)])),
            Mark::Channel(icon) => {
                let centre = Point { x: column.x - em * cell.dress.hang(), y: baseline - em * 0.33 };
                let drawn = icon.map_or_else(
                    || vec![lane_mark(cell.kind, centre, em * 0.22)],
                    |icon| icon.draw(centre, em * 0.44, theme::lane(cell.kind)),
                );
                out.push(artifact(drawn));
            }
            Mark::Rank(level) => {
                let centre = Point { x: column.x - em * Dress::Ranked.hang(), y: baseline - em * 0.33 };
                out.push(self.rank(*level, centre, (cell.kind, filled)));
            }
            Mark::Number(number) => {
                let drawn = numbered(
                    *number,
                    (Point { x, y: baseline - em * 0.33 }, em * 0.5),
                    (theme::QUIET, Color::WHITE),
                    (self.setting.pen(), self.setting.sizes.note),
                );
                out.push(Node::Group(Group::new(Role::Note, drawn)));
            }
            Mark::Sign(sign) => {
                // In a narrow column it is closer to its text, so that it is clear of the accent at the side of the cell.
                let closer = if matches!(cell.insets, Insets::Narrow { .. }) && x < column.x { em * 0.1 } else { Mm::ZERO };
                out.push(self.sign(*sign, Point { x: x + closer, y: baseline - em * 0.32 }));
            }
            Mark::Score(score) => {
                let place = Point { x: column.x - cell.hang, y: baseline - score.ascent };
                let mut nodes = Vec::new();
                score.draw_at(self.setting.pen(), place, theme::INK, &mut nodes);
                out.push(Node::Group(Group::new(Role::Note, nodes)));
            }
        }
    }

    /// How soon something is to be done: a number in a disc, or a mark where nothing is said of it.
    fn rank(&self, level: Option<Level>, centre: Point, (kind, filled): (LaneKind, bool)) -> Node {
        let (em, accent) = (self.setting.em(), theme::lane(kind));
        let Some(level) = level else { return artifact(vec![lane_mark(kind, centre, em * 0.26)]) };
        let number = match level {
            Level::High => 1,
            Level::Medium => 2,
            Level::Low => 3,
        };
        let colors = if filled { (Color::WHITE, accent) } else { (accent, Color::WHITE) };
        let mut nodes = numbered(number, (centre, em * 0.5), colors, (self.setting.pen(), self.setting.sizes.note));
        // It is heard as what the legend calls it, and is no part of the text.
        for node in &mut nodes {
            if let Node::Text(run) = node {
                (run.kind, run.text) = (RunKind::Ornament, "".into());
            }
        }
        let said = format!("{} {number}", Term::Priority.text(self.setting.terms));
        Node::Group(Group::new(Role::Figure, nodes).labelled(said).speaking(self.setting.labels))
    }

    /// What stands behind a line of an item, from the side where reading ends.
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
        let figure = Group::new(Role::Figure, sign.draw(centre, self.setting.sizes.em() * 0.32)).labelled(label);
        Node::Group(figure.speaking(self.setting.labels))
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
