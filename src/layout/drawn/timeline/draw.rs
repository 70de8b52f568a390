//! From the plan to the pages.

use std::ops::Range;

use super::content::Content;
use super::flow::{self, APART, Piece};
use super::line::{Line, hair};
use super::plan::Plan;
use super::signs;
use super::system::{Bracket, EDGE, FACE, ICON, NOTE, Saying, SetNote, System};
use super::voices::{self, Voice};
use crate::layout::drawn::ink::{face, line, rounded};
use crate::layout::drawn::items::draw_items;
use crate::layout::drawn::labels::grown;
use crate::layout::drawn::page::{AIR, Legend, Setting, running_head, running_height};
use crate::layout::drawn::phases::draw_bands;
use crate::layout::drawn::text::{LEADING, draw, height};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Page, Path, Point, Rect, Role, Segment};

/// How wide the bar at the edge of a note is, and the track that it stands in, in em.
const BAR: f64 = 0.34;
const TRACK: f64 = 0.5;
/// The width of the bar where ink is spared.
const SPARING_BAR: f64 = 0.15;
/// The share of their width that thin lines have there.
const THINNER: f64 = 0.6;
/// How thick the dash is that stands for what felt neither good nor bad, in em.
const DASH: f64 = 0.14;
/// Rows stand no further apart than so many em for the height that a page has left.
const FURTHEST: f64 = 5.0;

/// Draws all pages.
pub(super) fn pages(content: &Content, plan: &Plan) -> Vec<Page> {
    let drawing = Drawing { content, plan };
    let empty = || Page::new(plan.setting.frame.page, Vec::new());
    (0..plan.pages.len()).map(|index| if index < content.context.pages { drawing.page(index) } else { empty() }).collect()
}

struct Drawing<'a> {
    content: &'a Content<'a>,
    plan: &'a Plan<'a>,
}

impl Drawing<'_> {
    fn setting(&self) -> &Setting<'_> {
        &self.plan.setting
    }

    /// The width of a thin line of so many em: the thinnest where ink is spared.
    fn thin(&self, width: f64) -> Mm {
        let spares = self.setting().frame.spares_ink;
        hair(self.setting().em() * if spares { width * THINNER } else { width })
    }

    fn page(&self, index: usize) -> Page {
        let (plan, setting, mut out) = (self.plan, self.setting(), Vec::new());
        let first = index == 0;
        let top = setting.frame.margin + if first { plan.head.height } else { running_height(&setting.sizes) };
        if first {
            plan.head.draw(&self.content.head, setting, &mut out);
        } else {
            running_head(&self.content.head, setting, &mut out);
        }
        let mut y = top;
        let apart = self.apart(index);
        for (piece, height) in &plan.pages[index] {
            match piece {
                Piece::Text(range) => {
                    let frame = Rect::new(setting.frame.margin, y, setting.frame.width(), *height);
                    out.extend(flow::paragraphs(&plan.text.lines[range.clone()], frame, setting));
                    y += *height;
                }
                Piece::Said(range) => {
                    let frame = Rect::new(setting.frame.margin, y, setting.frame.width(), *height);
                    let said = draw_items(Some(&self.content.elsewhere), &plan.said, range.clone(), frame, setting);
                    out.push(Node::Group(Group::new(Role::List, said.into_iter().map(|(_, node)| node).collect())));
                    y += *height;
                }
                Piece::Row { system, notes, opens } => {
                    let height = *height + if *opens { self.plan.more } else { Mm::ZERO };
                    let height = if self.plan.spread.staggered { self.plan.rooms().0 } else { height };
                    self.row(&plan.systems[*system], (notes, *opens), (y, height), &mut out);
                    y += height;
                }
            }
            y += apart;
        }
        let legend = signs::on_page(self.content, plan, &plan.pages[index]);
        Legend::new(legend, setting).draw(setting, (index + 1, plan.pages.len()), &mut out);
        setting.pen().mirror(&mut out);
        Page::new(setting.frame.page, out)
    }

    /// Between two pieces of a page: more than the least where there is height left.
    fn apart(&self, index: usize) -> Mm {
        let (plan, em, pieces) = (self.plan, self.setting().em(), &self.plan.pages[index]);
        let (first, further) = plan.rooms();
        let gaps = pieces.len().saturating_sub(1);
        if gaps == 0 || plan.spread.staggered {
            return em * APART;
        }
        let opens = |piece: &Piece| matches!(piece, Piece::Row { opens: true, .. });
        let used = pieces.iter().map(|(piece, height)| *height + if opens(piece) { plan.more } else { Mm::ZERO }).sum::<Mm>();
        let left = if index == 0 { first } else { further } - used - em * AIR;
        (left / gaps as f64).min(em * FURTHEST).max(em * APART)
    }

    /// A row between its top and its foot.
    fn row(&self, system: &System, (notes, opens): (&[Range<usize>], bool), (top, height): (Mm, Mm), out: &mut Vec<Node>) {
        let setting = self.setting();
        let begin = top + system.header(opens) + if opens { system.ruler } else { Mm::ZERO };
        // What is said stands close to the line, below the ruler.
        let said_at = begin - if opens { system.said_height } else { Mm::ZERO };
        // Above the line stand notes of their true size, or none; below it the others.
        let above = if system.staggered { NOTE } else { Mm::ZERO };
        let below = if system.staggered {
            NOTE
        } else {
            system
                .notes
                .iter()
                .zip(notes)
                .map(|(note, range)| System::note_height(note, range.clone(), opens, setting))
                .fold(Mm::ZERO, Mm::max)
        };
        let foot = if system.staggered {
            top + height - below
        } else {
            begin + if opens { system.line(self.content, setting) + self.plan.more } else { Mm::ZERO }
        };
        let frame = if system.staggered {
            voices::between(system, setting, (top, height))
        } else {
            system.between(self.content, setting, (top, self.plan.more))
        };
        let boxes: Vec<Rect> = system
            .notes
            .iter()
            .zip(notes)
            .map(|(note, range)| {
                let own = if system.staggered { NOTE } else { System::note_height(note, range.clone(), opens, setting) };
                let y = if note.above { begin + above - own } else { foot };
                Rect::new(note.column.0, y, note.column.1, own)
            })
            .collect();
        let drawn = opens.then(|| Line::new(self.content, setting, system, frame));
        if let Some(drawn) = &drawn {
            let mut back = drawn.shading();
            back.extend(system.notes.iter().zip(&boxes).map(|(note, place)| self.stem(drawn, note, *place)));
            out.push(Node::Group(Group::new(Role::Artifact, back)));
            let texts = system.voices.iter().map(|voice| grown(voice.frame(top), setting.em() * 0.15));
            let texts: Vec<Rect> = texts.collect();
            drawn.draw(&texts, out);
            drawn.words(out);
            out.extend(system.voices.iter().filter_map(|voice| voice.leader(top, setting)));
        }
        let mut rows = Vec::new();
        if !system.bands.is_empty() {
            let spans: Vec<(Mm, Mm)> = system.brackets.iter().map(|bracket| bracket.column).collect();
            let bands = draw_bands(&system.bands, &spans, (top, system.band_height), setting);
            rows.push(Node::Group(Group::new(Role::Row, bands)));
        }
        rows.push(Node::Group(Group::new(Role::Row, self.brackets(system, top + system.band_height))));
        if opens && system.is_ruled() {
            self.ruler(system, said_at - system.ruler, out);
        }
        let cells = system.brackets.iter().zip(&system.said).map(|(bracket, said)| {
            let range = bracket.notes.clone();
            let said = if opens { &said[..] } else { &[] };
            let own = range.clone().filter(|nth| opens || !notes[*nth].is_empty());
            let mut items: Vec<Node> = said.iter().flat_map(|said| self.said(said, said_at)).collect();
            items.extend(own.flat_map(|nth| {
                let note = &system.notes[nth];
                let felt = self.content.notes[note.moment].felt;
                let said = system.voices.iter().filter(move |voice| opens && Some(voice.felt) == felt);
                let said = said.flat_map(|voice| voice.draw(self.content, top, setting));
                self.note(note, (notes[nth].clone(), opens), boxes[nth]).into_iter().chain(said)
            }));
            let voices = || system.voices.iter().filter(|voice| opens && self.is_of(voice, bracket));
            items.extend(voices().flat_map(|voice| voice.draw(self.content, top, setting)));
            let voices = voices().map(|voice| voice.frame(top));
            let frames = boxes[range].iter().copied().chain(said.iter().map(|said| said.frame(said_at))).chain(voices);
            let frame = frames.reduce(Rect::union).filter(|_| !system.staggered && !items.is_empty());
            let list = if items.is_empty() { Vec::new() } else { vec![Node::Group(Group::new(Role::List, items))] };
            let cell = Group::new(Role::Cell, list);
            Node::Group(match frame {
                Some(frame) => cell.framed(frame),
                None => cell,
            })
        });
        rows.push(Node::Group(Group::new(Role::Row, cells.collect())));
        out.push(Node::Group(Group::new(Role::Table, rows)));
    }

    /// From the line to a note.
    fn stem(&self, drawn: &Line, note: &SetNote, place: Rect) -> Node {
        let x = place.x + place.width / 2.0;
        let y = drawn.y(x);
        let reach = drawn.reach(note.moment);
        let (from, to) = if note.above { (place.bottom(), y - reach) } else { (y + reach, place.y) };
        Node::Path(Path::stroked(
            line(Point { x, y: from }, Point { x, y: to.max(from) }),
            theme::HAIRLINE.over(theme::QUIET, 0.5),
            self.thin(0.05),
        ))
    }

    /// The titles of the phases, each over a bracket that is open where the phase goes on in another row.
    fn brackets(&self, system: &System, top: Mm) -> Vec<Node> {
        let (setting, em) = (self.setting(), self.setting().em());
        let headers = system.brackets.iter().zip(&system.titles.titles).map(|(bracket, lines)| {
            let (left, width) = bracket.column;
            let frame = Rect::new(left, top, width, system.title_height);
            let deep = self.content.hue(bracket.phase).deep;
            let thick = em * if setting.frame.spares_ink { 0.08 } else { 0.16 };
            let (y, tick) = (frame.bottom() - em * 0.62, em * 0.5);
            let (from, to) = (left + thick / 2.0, left + width - thick / 2.0);
            let mut segments = Vec::new();
            if bracket.opens {
                segments.extend([Segment::Move(Point { x: from, y: y + tick }), Segment::Line(Point { x: from, y })]);
            } else {
                segments.push(Segment::Move(Point { x: from, y }));
            }
            segments.push(Segment::Line(Point { x: to, y }));
            if bracket.closes {
                segments.push(Segment::Line(Point { x: to, y: y + tick }));
            }
            let stroke = Node::Path(Path::stroked(segments, deep, thick));
            let mut nodes = vec![Node::Group(Group::new(Role::Artifact, vec![stroke]))];
            let corner = Point { x: left, y: frame.bottom() - em * 1.0 - height(lines) };
            draw(setting.pen(), lines, corner, width, deep, &mut nodes);
            Node::Group(Group::new(Role::ColumnHeader { span: 1 }, nodes).framed(frame))
        });
        headers.collect()
    }

    /// What is said of how a phase felt, below its bracket.
    fn said(&self, said: &Saying, top: Mm) -> Vec<Node> {
        let items = self.content.felt[said.felt].said.as_ref().map(std::slice::from_ref);
        let drawn = draw_items(items, &said.lines, 0..said.lines.lines.len(), said.frame(top), self.setting());
        drawn.into_iter().map(|(_, node)| node).collect()
    }

    /// Whether a text beside the line is said of how the phase of a bracket felt, and of no contact.
    fn is_of(&self, voice: &Voice, bracket: &Bracket) -> bool {
        let spot = self.content.felt[voice.felt].spot;
        spot.moment.is_none() && bracket.slots.contains(&spot.slot)
    }

    /// The ruler: the months, each with a tick where it begins, and the silences in words over a broken stretch.
    fn ruler(&self, system: &System, top: Mm, out: &mut Vec<Node>) {
        let (setting, em) = (self.setting(), self.setting().em());
        let y = top + system.ruler - em * 0.55;
        let right = system.columns.last().map_or(Mm::ZERO, |(left, width)| *left + *width);
        let mut nodes = Vec::new();
        let mut from = system.columns.first().map_or(Mm::ZERO, |column| column.0);
        let rule = |from: Mm, to: Mm| {
            Node::Path(Path::stroked(line(Point { x: from, y }, Point { x: to, y }), theme::QUIET, hair(em * 0.06)))
        };
        let slanted = |x: Mm| {
            let stroke = line(Point { x: x - em * 0.12, y: y + em * 0.3 }, Point { x: x + em * 0.12, y: y - em * 0.3 });
            Node::Path(Path::stroked(stroke, theme::QUIET, hair(em * 0.06)))
        };
        for (slot, (left, width)) in system.columns.iter().enumerate() {
            if self.content.silences[system.slots.start + slot].is_some() {
                let (start, end) = (*left + *width * 0.12, *left + *width * 0.88);
                nodes.push(rule(from, start));
                nodes.extend([start, start + em * 0.22, end - em * 0.22, end].map(slanted));
                from = end;
            }
        }
        nodes.push(rule(from, right));
        // A month begins between two contacts, or where the row does.
        for (slot, _) in system.words.iter().filter(|(slot, _)| self.content.silences[system.slots.start + slot].is_none()) {
            let (x, reach) = (system.month_at(*slot), em * 0.28);
            nodes.push(Node::Path(Path::stroked(
                line(Point { x, y: y - reach }, Point { x, y: y + reach }),
                theme::INK,
                hair(em * 0.09),
            )));
        }
        out.push(Node::Group(Group::new(Role::Artifact, nodes)));
        for (slot, lines) in &system.words {
            let silent = self.content.silences[system.slots.start + slot].is_some();
            let (left, width) = system.columns[*slot];
            let mut y = y - em * 0.36 - height(lines);
            let mut nodes = Vec::new();
            for set in lines {
                let x = if silent { left + (width - set.width()) / 2.0 } else { system.month_at(*slot) };
                set.draw_at(setting.pen(), Point { x, y }, theme::QUIET, &mut nodes);
                y += set.height();
            }
            out.push(Node::Group(Group::new(Role::Note, nodes)));
        }
    }

    /// A note: its paper in the tint of its stage, an edge that tells how it felt, its channel, when it was and what happened; and what is
    /// said of it, there or beside the line.
    fn note(&self, note: &SetNote, (range, opens): (Range<usize>, bool), place: Rect) -> Vec<Node> {
        let (setting, em, text) = (self.setting(), self.setting().em(), &self.content.notes[note.moment]);
        let stage = self.content.hue(self.content.moments[note.moment].phase);
        let paper = Path::filled(rounded(place, em * 0.12), stage.tint);
        let outline = Path::stroked(rounded(place, em * 0.12), stage.deep, self.thin(0.045));
        let mut back = vec![Node::Path(paper), Node::Path(outline)];
        let mood = self.content.mood(note.moment);
        back.extend(mood.into_iter().flat_map(|mood| self.edge(mood.good, place)));
        if let (Some(mood), true) = (mood, self.plan.spread.staggered && opens) {
            let away = setting.sizes.pad() * 0.7 + em * FACE;
            back.extend(face(Point { x: place.right() - away, y: place.y + away }, em * FACE, mood.good));
        }
        let (indent, _) = note.lines.insets.sides(&setting.sizes);
        let top = if opens { note.top } else { Mm::ZERO };
        let left = place.x + em * EDGE + indent;
        if let (Some(icon), true) = (text.icon, opens) {
            let x = if note.inline { left + em * 0.45 } else { left - em * 0.7 };
            // Beside the first line, whatever that says.
            let line = match note.when.first() {
                Some(when) if note.when.len() > 1 => when.height(),
                Some(_) if note.top > Mm::ZERO => note.top,
                Some(_) | None => em * LEADING,
            };
            let centre = Point { x, y: place.y + setting.sizes.pad() + line / 2.0 };
            back.extend(icon.draw(centre, em * 0.42, stage.deep));
        }
        let mut nodes = vec![Node::Group(Group::new(Role::Artifact, back))];
        let x = left + if note.inline && text.icon.is_some() { em * ICON } else { Mm::ZERO };
        if opens && !note.when.is_empty() {
            let mut said = Vec::new();
            let mut y = place.y + setting.sizes.pad() + (note.top - height(&note.when)) / 2.0;
            for line in &note.when {
                line.draw_at(setting.pen(), Point { x, y }, if text.undated { theme::QUIET } else { theme::INK }, &mut said);
                y += line.height();
            }
            nodes.push(Node::Group(Group::new(Role::Note, said)));
        }
        let items = text.told(note.told, note.says);
        let below = Rect::new(place.x + em * EDGE, place.y + top, place.width - em * EDGE, place.height - top);
        let drawn = draw_items(Some(items), &note.lines, range, below, setting);
        let mut item = Group::new(Role::Item, Vec::new());
        item.label = items.first().map(|item| item.label.clone());
        item.language = items.first().and_then(|item| item.language.clone());
        let (mut own, mut said) = (opens, Vec::new());
        for (nth, node) in drawn {
            match node {
                Node::Group(group) if nth == 0 => {
                    own = true;
                    item.label = group.label.clone().or(item.label);
                    nodes.extend(group.nodes);
                }
                other => said.push(other),
            }
        }
        item.nodes = nodes;
        // The paper of a page that has nothing but the end of what is said is no contact again.
        let paper = if own { item } else { Group::new(Role::Artifact, item.nodes) };
        std::iter::once(Node::Group(paper)).chain(said).collect()
    }

    /// A bar in a track at the edge of a note: up from its middle where it felt good, down where it felt bad, a dash where it did neither.
    fn edge(&self, mood: f64, place: Rect) -> [Node; 2] {
        let em = self.setting().em();
        let rim = self.thin(0.045) / 2.0;
        let middle = place.y + place.height / 2.0;
        let half = (place.height / 2.0 - rim) * mood.abs();
        let left = place.x + rim;
        let wide = em * if self.setting().frame.spares_ink { SPARING_BAR } else { BAR };
        let (x, round) = (left + wide / 2.0, wide.min(half) / 2.0);
        // A line, and no surface: every theme draws it as wide, however long it is. Its ends are round.
        let upright = |color: Color, top: Mm| {
            let bar = line(Point { x, y: top + round }, Point { x, y: (top + half - round).max(top + round + Mm(1e-3)) });
            Path::stroked(bar, color, wide)
        };
        let bar = match mood {
            mood if mood > 0.0 => upright(theme::GOOD, middle - half),
            mood if mood < 0.0 => upright(theme::BAD, middle),
            _ => {
                let (from, to) = (left + em * DASH / 2.0, left + em * (BAR - DASH / 2.0));
                Path::stroked(line(Point { x: from, y: middle }, Point { x: to, y: middle }), theme::INK, em * DASH)
            }
        };
        let track = Rect::new(place.x + rim, place.y + rim, em * TRACK, place.height - rim * 2.0);
        let track = Node::Path(Path::filled(rounded(track, em * 0.1), Color::WHITE));
        [track, Node::Path(bar)]
    }
}
