//! The line through a row: how the customer feels from contact to contact, dotted where nothing is heard.

use super::content::{Content, Felt, Mood};
use super::moments::Slot;
use super::system::System;
use crate::journey::{Scale, Term};
use crate::layout::drawn::ink::{Sign, circle, dashed, face, level, line, rounded};
use crate::layout::drawn::items::score_text;
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::scores::{Told, areas, in_pieces, samples, smooth, told};
use crate::layout::drawn::text::{Block, SetLine};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Rect, Role, Segment, Stroke};
use crate::text::{Cut, Style, shown};

/// The line of a row at its place.
pub(super) struct Line<'a> {
    content: &'a Content<'a>,
    setting: &'a Setting<'a>,
    frame: Rect,
    /// Where it runs, from one side of the row to the other.
    points: Vec<Point>,
    /// Whether anything is dotted from each point to the next.
    silent: Vec<bool>,
    /// Between the contacts around each silence: there it is.
    silences: Vec<(Mm, Mm)>,
    /// What is felt, from the left.
    dots: Vec<Dot>,
    /// The contacts of which nobody says how they felt: where each stands, and whether the journey turns on it.
    beads: Vec<(Mm, [Option<Sign>; 2])>,
    /// Whether the journey begins here, and whether it ends here.
    ends: [bool; 2],
    radius: Mm,
}

/// What is felt at a point.
struct Dot {
    /// Which of all that is felt.
    felt: usize,
    at: Point,
    mood: Mood,
}

/// The width of the line, as a share of the radius of a face.
const WIDTH: f64 = 0.3;
/// The same where ink is spared.
const SPARING_WIDTH: f64 = 0.18;
/// The radius of a sign beside a face, as a share of that of the face.
const SIGN: f64 = 0.55;
/// The radius of a bead on the line, in widths of it.
const BEAD: f64 = 1.1;
/// Lines that are thinner are drawn in more ways than one.
const THINNEST: Mm = Mm(0.27);

/// The width of a thin line: as wide as wanted, but never so thin that renderers differ about it.
pub(super) fn hair(width: Mm) -> Mm {
    width.max(THINNEST)
}

impl<'a> Line<'a> {
    /// The line of a row in a frame.
    pub fn new(content: &'a Content, setting: &'a Setting, system: &System, frame: Rect) -> Self {
        let (em, spread) = (setting.em(), &system.spread);
        let radius = (em * 0.95).min(frame.height * 0.14).min(spread.pitch * 0.2);
        let pad = radius * 1.5;
        let y = |share: f64| frame.y + pad + (frame.height - pad * 2.0) * (1.0 - share);
        let own = content.felt_in(&system.slots);
        let before = own.start.checked_sub(1).and_then(|felt| content.felt.get(felt));
        let behind = content.felt.get(own.end);
        let [first, last] = content.context.part.ends();
        let ends = [first && system.slots.start == 0, last && system.slots.end == content.slots.len()];
        let share = |felt: Option<&Felt>| felt.map(|felt| felt.mood.share);
        let (first, last) = (content.felt[own.clone()].first(), content.felt[own.clone()].last());
        // From one row to the next the line goes on at the same height.
        let between = |one: Option<f64>, other: Option<f64>| match (one, other) {
            (Some(one), Some(other)) => f64::midpoint(one, other),
            (one, other) => one.or(other).unwrap_or(0.5),
        };
        let enter = between(share(before), share(first).or(share(behind)));
        let leave = between(share(last).or(share(before)), share(behind));
        let start = Point { x: frame.x, y: y(enter) };
        let mut points = vec![start];
        let mut silent = Vec::new();
        let quiet = |from: usize, to: usize| (from..to).any(|slot| matches!(content.slots[slot], Slot::Silence(_)));
        let mut from = system.slots.start;
        let mut dots = Vec::new();
        for (nth, Felt { spot, mood, .. }) in own.clone().zip(&content.felt[own]) {
            let slot = spot.slot - system.slots.start;
            let at = Point { x: spread.face(slot, spot.before), y: y(mood.share) };
            points.push(at);
            dots.push(Dot { felt: nth, at, mood: *mood });
            silent.push(quiet(from, spot.slot));
            from = spot.slot;
        }
        // A line that tells nothing but the order is dotted where nothing is heard, and only there.
        if content.curve.is_none() {
            let silences = system.slots.clone().map(|slot| matches!(content.slots[slot], Slot::Silence(_))).collect::<Vec<_>>();
            let mut end = 0;
            for run in silences.chunk_by(|one, other| one == other) {
                end += run.len();
                if let Some((left, _)) = system.columns.get(end) {
                    points.push(Point { x: *left, y: y(0.5) });
                    silent.push(run[0]);
                    from = system.slots.start + end;
                }
            }
        }
        points.push(Point { x: frame.right(), y: y(leave) });
        silent.push(quiet(from, system.slots.end));
        let bare = system.notes.iter().filter(|note| content.notes[note.moment].felt.is_none());
        let turns = |moment: usize| {
            let item = content.moments[moment].item(content.journey);
            [item.moment_of_truth.then_some(Sign::MomentOfTruth), item.drop_off.then_some(Sign::DROP_OFF)]
        };
        let beads = bare.map(|note| (spread.middle(note.slot), turns(note.moment))).collect();
        let around = |slot: usize| {
            let nth = slot - system.slots.start;
            let before = nth.checked_sub(1).map_or(frame.x, |before| spread.middle(before));
            let behind = if slot + 1 < system.slots.end { spread.middle(nth + 1) } else { frame.right() };
            (before, behind)
        };
        let is_silence = |slot: &usize| matches!(content.slots[*slot], Slot::Silence(_));
        let silences = match content.curve {
            Some(_) => system.slots.clone().filter(is_silence).map(around).collect(),
            None => vec![(frame.x, frame.right())],
        };
        Self { content, setting, frame, points, silent, silences, dots, beads, ends, radius }
    }

    /// The height of the line at a place.
    pub fn y(&self, x: Mm) -> Mm {
        let places = samples(&self.points);
        let next = places.partition_point(|place| place.x < x).clamp(1, places.len() - 1);
        let (one, other) = (places[next - 1], places[next]);
        let share = if other.x > one.x { ((x - one.x) / (other.x - one.x)).clamp(0.0, 1.0) } else { 0.0 };
        one.y + (other.y - one.y) * share
    }

    /// The height of a share of the scale.
    fn height(&self, share: f64) -> Mm {
        let pad = self.radius * 1.5;
        self.frame.y + pad + (self.frame.height - pad * 2.0) * (1.0 - share)
    }

    /// The height of the middle of the scale.
    pub fn middle(&self) -> Mm {
        self.height(self.content.curve.as_ref().map_or(0.5, |(scale, _)| scale.normalise(scale.middle())))
    }

    pub fn frame(&self) -> Rect {
        self.frame
    }

    /// Places on the line, near each other.
    pub fn samples(&self) -> Vec<Point> {
        samples(&self.points)
    }

    /// The point of what is felt, how good it is, and the radius of what stands there.
    pub fn felt(&self, felt: usize) -> Option<(Point, f64, Mm)> {
        let dot = self.dots.iter().find(|dot| dot.felt == felt)?;
        Some((dot.at, dot.mood.good, self.radius_of(dot)))
    }

    /// The faces, each with its radius.
    pub fn discs(&self) -> impl Iterator<Item = (Point, Mm)> {
        self.dots.iter().map(|dot| (dot.at, self.radius_of(dot)))
    }

    /// The signs beside faces, each with its radius: a star over the right, and what leads away below it.
    pub fn signs(&self) -> Vec<(Sign, Point, Mm)> {
        // At the right of the face, or at the left where the line runs there.
        let beside = |dot: &Dot, down: f64| {
            let away = self.radius_of(dot) + self.radius * (SIGN + 0.05);
            let [right, left] = [0.77, -0.77].map(|x| Point { x: dot.at.x + away * x, y: dot.at.y + away * (0.64 * down) });
            let clear = |at: Point| Mm((self.y(at.x) - at.y).0.abs()) > self.radius * SIGN + self.width() * 0.5;
            if clear(right) || !clear(left) { right } else { left }
        };
        let samples = self.samples();
        let off = |at: Point| {
            let away = |place: &Point| Mm((place.x - at.x).0.hypot((place.y - at.y).0));
            samples.iter().map(away).fold(Mm(f64::INFINITY), Mm::min) - self.width() / 2.0 - self.radius * SIGN
        };
        // Beside the bead and off the line, as near as can be: where it is steep one side of it is free.
        let near = |x: Mm, down: f64| {
            let at = |(side, away): (f64, f64)| Point { x: x + self.radius * side, y: self.y(x) + self.radius * (away * down) };
            let ways = [(0.75, 0.75), (-0.75, 0.75), (0.75, 1.1), (-0.75, 1.1), (0.75, 1.5)].map(at);
            ways.into_iter().find(|at| off(*at) > self.radius * 0.1).unwrap_or(ways[0])
        };
        let turning = self.beads.iter().flat_map(|(x, signs)| {
            signs.iter().zip([-1.0, 1.0]).filter_map(move |(sign, down)| Some(((*sign)?, near(*x, down))))
        });
        let signs = self.dots.iter().flat_map(|dot| {
            let star = dot.mood.turns.then(|| (Sign::MomentOfTruth, beside(dot, -1.0)));
            let leaving = dot.mood.leaves.then(|| (Sign::DROP_OFF, beside(dot, 1.0)));
            star.into_iter().chain(leaving)
        });
        signs.chain(turning).map(|(sign, at)| (sign, at, self.radius * SIGN)).collect()
    }

    /// The radius of a face, with its ring.
    fn radius_of(&self, dot: &Dot) -> Mm {
        self.radius * if dot.mood.lowest { 1.4 } else { 1.08 }
    }

    /// The radius of what stands on the line at a moment.
    pub fn reach(&self, moment: usize) -> Mm {
        let felt = self.content.notes[moment].felt.and_then(|felt| self.felt(felt));
        felt.map_or(self.width() * BEAD, |(_, _, radius)| radius)
    }

    pub fn width(&self) -> Mm {
        self.radius * if self.setting.frame.spares_ink { SPARING_WIDTH } else { WIDTH }
    }

    /// What lies behind all else: how long it was good or bad, between the line and the middle of its scale.
    pub fn shading(&self) -> Vec<Node> {
        if self.content.curve.is_none() {
            return Vec::new();
        }
        let (above, below) = areas(&self.points, self.middle());
        let fill = |color: Color| move |outline| Node::Path(Path::filled(outline, color.over(Color::WHITE, 0.2)));
        above.into_iter().map(fill(theme::GOOD)).chain(below.into_iter().map(fill(theme::BAD))).collect()
    }

    /// Draws what stands behind the notes: the scale, the line and its faces. The scale breaks where texts stand.
    pub fn draw(&self, texts: &[Rect], out: &mut Vec<Node>) {
        let em = self.setting.em();
        let Some((scale, title)) = &self.content.curve else {
            self.plain(out);
            return;
        };
        let y = |share: f64| self.height(share);
        let middle = y(scale.normalise(scale.middle()));
        let mut nodes = Vec::new();
        let mut numbers = Vec::new();
        // Numbers stand where they have room above each other.
        let apart = Mm::from(self.setting.sizes.note) * 1.2;
        let told = |score: f64| match (y(0.0) - y(1.0), (score - scale.middle()).abs() < 1e-9) {
            (height, true) => (middle - y(1.0)).min(y(0.0) - middle) >= apart && height >= apart,
            (height, false) => height >= apart,
        };
        for score in [scale.max, scale.middle(), scale.min] {
            let at = y(scale.normalise(score));
            let is_middle = (score - scale.middle()).abs() < 1e-9;
            let (color, width) = if is_middle { (theme::QUIET, hair(em * 0.05)) } else { (theme::HAIRLINE, hair(em * 0.03)) };
            let rule = level((self.frame.x, self.frame.right()), at, texts);
            nodes.push(Node::Path(Path::stroked(rule, color, width)));
            if !told(score) {
                continue;
            }
            let style = Style { cut: Cut::Bold, hyphenation: None, rtl: false };
            let block = Block::text(self.setting.typesetter(), &score_text(score, scale, self.setting.terms), style);
            for set in block.set(self.setting.typesetter(), Mm(1e4), self.setting.sizes.note) {
                let place = Point { x: self.frame.x - em * 0.45 - set.width(), y: at + Mm::from(set.size) * 0.33 - set.ascent };
                set.draw_at(self.setting.pen(), place, theme::QUIET, &mut numbers);
            }
        }
        self.stroke(&mut nodes);
        self.beads(&mut nodes);
        for Dot { at, mood, .. } in &self.dots {
            if mood.lowest {
                // Cut here: where dashes begin and end renderers do not agree.
                let ring = dashed(&circle(*at, self.radius * 1.36), &[self.radius * 0.3, self.radius * 0.33]);
                nodes.push(Node::Path(Path::stroked(ring, theme::ALERT, hair(self.radius * 0.14))));
            }
            nodes.extend(face(*at, self.radius, mood.good));
        }
        nodes.extend(self.signs().into_iter().flat_map(|(sign, at, radius)| sign.draw(at, radius)));
        let figure = Group::new(Role::Figure, nodes).labelled(shown(title)).framed(self.frame);
        out.push(Node::Group(Group { description: self.told(scale), ..figure }));
        out.push(Node::Group(Group::new(Role::Note, numbers)));
    }

    /// What the line does, in words.
    fn told(&self, scale: &Scale) -> Option<String> {
        let score = |dot: &Dot| Told { value: scale.min + (scale.max - scale.min) * dot.mood.share, lowest: dot.mood.lowest };
        let phase = |dot: &Dot| self.content.felt[dot.felt].spot.phase;
        let phases = self.dots.chunk_by(|one, other| phase(one) == phase(other)).map(|dots| {
            let title = self.content.journey.phases[phase(&dots[0])].title.as_str();
            (title, dots.iter().map(score).collect())
        });
        told(phases, scale, self.setting.terms)
    }

    /// A line that tells nothing but the order.
    fn plain(&self, out: &mut Vec<Node>) {
        let mut nodes = Vec::new();
        self.stroke(&mut nodes);
        self.beads(&mut nodes);
        nodes.extend(self.signs().into_iter().flat_map(|(sign, at, radius)| sign.draw(at, radius)));
        out.push(Node::Group(Group::new(Role::Artifact, nodes)));
    }

    /// Where contacts stand on the line of which nobody says how they felt.
    fn beads(&self, nodes: &mut Vec<Node>) {
        let ring = self.width() * 0.4;
        for (x, _) in &self.beads {
            let outline = circle(Point { x: *x, y: self.y(*x) }, self.width() * BEAD - ring / 2.0);
            nodes.push(Node::Path(Path::filled(outline.clone(), Color::WHITE)));
            nodes.push(Node::Path(Path::stroked(outline, theme::INK, hair(ring))));
        }
    }

    /// The line itself, with a bar across it where the journey begins and where it ends.
    fn stroke(&self, nodes: &mut Vec<Node>) {
        let width = self.width();
        let whole = smooth(&self.points);
        for (nth, pair) in self.points.windows(2).enumerate() {
            let mut span = vec![Segment::Move(pair[0])];
            let pieces = in_pieces(pair[0], whole[nth + 1]);
            let joins = nth > 0 && !self.silent[nth - 1] && !self.silent[nth];
            if self.silent[nth] {
                nodes.extend(self.parted(pair[0], &pieces));
                continue;
            }
            span.extend(pieces);
            if let (true, Some(Node::Path(last))) = (joins, nodes.last_mut()) {
                last.segments.extend(span.drain(1..));
            } else {
                nodes.push(Node::Path(Path::stroked(span, theme::INK, width)));
            }
        }
        let (first, last) = (self.points[0], self.points[self.points.len() - 1]);
        for (at, _) in [first, last].into_iter().zip(self.ends).filter(|(_, there)| *there) {
            // Around the end, so that the line's own round end stays in it.
            let bar = line(Point { y: at.y - width * 1.5, ..at }, Point { y: at.y + width * 1.5, ..at });
            nodes.push(Node::Path(Path::stroked(bar, theme::INK, width)));
        }
    }

    /// A span with a silence in it: dotted between the contacts around that, and nowhere else.
    fn parted(&self, from: Point, pieces: &[Segment]) -> Vec<Node> {
        let width = self.width();
        let mut parts: Vec<(bool, Vec<Segment>)> = Vec::new();
        let mut at = from;
        for piece in pieces {
            let (Segment::Curve(.., to) | Segment::Line(to) | Segment::Move(to)) = *piece else { continue };
            let middle = (at.x + to.x) / 2.0;
            let silent = self.silences.iter().any(|(from, to)| (*from..*to).contains(&middle));
            match parts.last_mut().filter(|(same, _)| *same == silent) {
                Some((_, part)) => part.push(*piece),
                None => parts.push((silent, vec![Segment::Move(at), *piece])),
            }
            at = to;
        }
        let drawn = |(silent, part): (bool, Vec<Segment>)| {
            let segments = if silent { dashed(&part, &[width * 0.05, width * 2.0]) } else { part };
            let stroke = Stroke { color: theme::INK, width, dashes: Vec::new() };
            Node::Path(Path { segments, fill: None, stroke: Some(stroke) })
        };
        parts.into_iter().map(drawn).collect()
    }

    /// The words at the beginning and at the end of the journey, each in its box, where the line has room for them.
    pub fn ends(&self) -> Vec<(SetLine, Rect)> {
        if self.content.curve.is_none() {
            return Vec::new();
        }
        let places = [self.points[0], self.points[self.points.len() - 1]];
        let near = [self.points.get(1), self.points.iter().rev().nth(1)];
        let mut words = Vec::new();
        for (nth, term) in [Term::Start, Term::End].into_iter().enumerate() {
            let style = Style { cut: Cut::Bold, hyphenation: None, rtl: false };
            let block = Block::text(self.setting.typesetter(), &term.text(self.setting.terms).to_uppercase(), style);
            let word = block.first_line(self.setting.typesetter(), self.setting.em() * 40.0, self.setting.sizes.note);
            let (Some(word), Some(next), true) = (word, near[nth], self.ends[nth]) else { continue };
            let em = Mm::from(word.size);
            let (width, height) = (word.width() + em * 1.3, em * 1.45);
            let free = Mm((next.x - places[nth].x).0.abs()) - self.radius * 1.5;
            if width > free {
                continue;
            }
            let x = if nth == 0 { places[nth].x } else { places[nth].x - width };
            let away = self.width() * 1.6 + em * 0.2;
            let above = places[nth].y - away - height;
            let y = if above < self.frame.y { places[nth].y + away } else { above };
            words.push((word, Rect::new(x, y, width, height)));
        }
        words
    }

    /// Draws the words at the ends.
    pub fn words(&self, out: &mut Vec<Node>) {
        for (word, place) in self.ends() {
            let pill = Path::filled(rounded(place, place.height / 2.0), theme::INK);
            let mut nodes = vec![Node::Group(Group::new(Role::Artifact, vec![Node::Path(pill)]))];
            let baseline = place.y + place.height / 2.0 + Mm::from(word.size) * 0.33;
            let corner = Point { x: place.x + (place.width - word.width()) / 2.0, y: baseline - word.ascent };
            word.draw_at(self.setting.pen(), corner, Color::WHITE, &mut nodes);
            out.push(Node::Group(Group::new(Role::Note, nodes).speaking(self.setting.labels)));
        }
    }
}
