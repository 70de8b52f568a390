//! The strip under the title: who travels, what the map answers, how it begins. Only what the journey has.

use super::super::Setting;
use super::facts::{write_on, writing};
use super::persona::{Face, PersonaText};
use crate::journey::choices::Excerpt;
use crate::journey::{Journey, Term};
use crate::layout::drawn::ink::line;
use crate::layout::drawn::text::{Block, LEADING, Place, SetLine, Setter, draw, height};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Pt, Rect, Role};
use crate::text::Cut;

/// Texts give way in size to keep the strip within this share of the page's height.
const WANTED: f64 = 0.085;
/// The same where its parts stand on each other, on a narrow page.
const WANTED_STACKED: f64 = 0.14;
/// It takes at most this share; what is longer stands in the table.
const MOST: f64 = 0.2;
/// The same where its parts stand on each other, on a narrow page.
const MOST_STACKED: f64 = 0.24;
/// Parts stand beside each other when each gets this many em of cell text.
const COLUMN: f64 = 15.0;
/// A line longer than this many em of its size is hard to follow.
const MEASURE: f64 = 62.0;
/// The measure where parts stand beside each other.
const MEASURE_BESIDE: f64 = 48.0;
/// Between two parts, in em of cell text; a hairline stands in the middle.
const APART: f64 = 2.4;
/// Lines for a part that is still to be written, and their width.
const WRITE_ON: usize = 2;
const WRITING_WIDTH: Mm = Mm(150.0);
/// Lines that are written on are as long as this share of the page's width where there is room.
const WRITING_SHARE: f64 = 0.3;
/// Between a face and the text beside it, in em of cell text.
const FACE_GAP: f64 = 0.7;
/// A smaller face is none, in em of cell text.
const LEAST_FACE: f64 = 2.2;

/// How large a text is, when there is room.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Lead,
    Cell,
    Note,
}

/// How far texts have given way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Ample,
    Tight,
    Small,
}

impl Way {
    const ALL: [Self; 3] = [Self::Ample, Self::Tight, Self::Small];

    fn size(self, level: Level, setting: &Setting) -> Pt {
        let sizes = &setting.sizes;
        match (self, level) {
            (Self::Ample, Level::Lead) => sizes.lead,
            (Self::Ample, Level::Cell) | (Self::Tight, Level::Lead | Level::Cell) | (Self::Small, Level::Lead) => sizes.cell,
            (Self::Ample | Self::Tight | Self::Small, Level::Note) | (Self::Small, Level::Cell) => sizes.note,
        }
    }
}

/// A text of a part.
struct Piece {
    block: Block,
    level: Level,
    color: Color,
    /// Whether it only names the text behind it.
    label: bool,
}

/// A part of the strip.
#[derive(Default)]
struct Part {
    face: Option<Face>,
    pieces: Vec<Piece>,
    /// Lines below the texts for what is still to be written.
    to_write: usize,
}

/// The parts of the strip.
pub(super) struct StripText {
    parts: Vec<Part>,
}

impl StripText {
    /// Prepares the texts.
    pub fn new(journey: &Journey, (part, to_fill_in): (&Excerpt, bool), set: Setter) -> Self {
        let piece = |block: Block, level: Level| Piece { block, level, color: theme::INK, label: false };
        let quiet = |block: Block, level: Level| Piece { color: theme::QUIET, ..piece(block, level) };
        let label =
            |term: Term| Piece { label: true, ..quiet(set.label(&term.text(set.terms).to_uppercase(), Cut::Bold), Level::Note) };
        let mut parts: Vec<Part> = PersonaText::new(journey, part, set)
            .map(|persona| {
                let about = persona.line.map(|line| piece(line, Level::Cell));
                let quote = persona.quote.map(|quote| piece(quote, Level::Cell));
                let others = persona.others.map(|others| quiet(others, Level::Note));
                let name = piece(persona.name, Level::Lead);
                let pieces = [Some(name), about, quote, others].into_iter().flatten().collect();
                Part { face: persona.face, pieces, ..Part::default() }
            })
            .into_iter()
            .collect();
        if let Some(question) = &journey.question {
            let text = set.heading(&question.text, Cut::Bold, &|| Place::new("/question", "in the question"));
            let why = question.why.as_ref().map(|why| {
                let place = || Place::new("/question/why", "in why the question matters");
                quiet(set.text(why, Cut::Regular, &place), Level::Cell)
            });
            let pieces = [label(Term::TheQuestion), piece(text, Level::Lead)].into_iter().chain(why).collect();
            parts.push(Part { pieces, ..Part::default() });
        }
        if let Some(scenario) = &journey.scenario {
            let place = || Place::new("/scenario", "in the scenario");
            let written_beside = to_fill_in && journey.personas.is_empty();
            parts.push(if parts.is_empty() && !written_beside {
                // What stands alone under a title needs no name.
                Part { pieces: vec![quiet(set.heading(scenario, Cut::Regular, &place), Level::Lead)], ..Part::default() }
            } else {
                let text = set.text(scenario, Cut::Regular, &place);
                Part { pieces: vec![label(Term::Scenario), piece(text, Level::Cell)], ..Part::default() }
            });
        }
        if to_fill_in {
            let missing = [
                (Term::Persona, journey.personas.is_empty()),
                (Term::TheQuestion, journey.question.is_none()),
                (Term::Scenario, journey.scenario.is_none()),
            ];
            let to_write = missing.into_iter().filter(|(_, missing)| *missing);
            parts.extend(to_write.map(|(term, _)| Part { pieces: vec![label(term)], to_write: WRITE_ON, ..Part::default() }));
        }
        Self { parts }
    }

    /// The strip in a width: as large as it stays low, and what has no room at any size left over.
    pub fn set(&self, setting: &Setting, width: Mm) -> Strip<'_> {
        let page = setting.frame.height();
        let count = self.parts.len();
        let beside = (width + setting.em() * APART) / (count.max(1) as f64) >= setting.em() * (COLUMN + APART);
        let (wanted, most) = if beside { (WANTED, MOST) } else { (WANTED_STACKED, MOST_STACKED) };
        // At the least size of cell text the page is full: the strip is the first to give way.
        let first = usize::from(setting.is_least());
        let arranged = |way: Way, most: Mm| {
            if beside { self.beside(setting, way, width, most) } else { self.stacked(setting, way, width, most) }
        };
        let low = Way::ALL.into_iter().skip(first).map(|way| arranged(way, page * wanted));
        let low = low.into_iter().find(|strip| strip.overlong.is_empty() && !strip.cramped);
        low.unwrap_or_else(|| arranged(Way::Small, page * most))
    }

    /// The parts beside each other, as wide as they have to say.
    fn beside(&self, setting: &Setting, way: Way, width: Mm, most: Mm) -> Strip<'_> {
        let gap = setting.em() * APART;
        let widths = self.widths(setting, way, width - gap * (self.parts.len().max(1) - 1) as f64);
        let mut strip = Strip::default();
        let mut x = Mm::ZERO;
        for (part, width) in self.parts.iter().zip(widths) {
            let set = SetPart { at: Point { x, y: Mm::ZERO }, ..part.set(setting, way, (width, most), &mut strip) };
            strip.height = strip.height.max(set.height);
            strip.parts.push(set);
            x += width + gap;
        }
        strip.ruled = true;
        strip
    }

    /// The parts on each other; with a line to write on for each where there is no room for all lines of all.
    fn stacked(&self, setting: &Setting, way: Way, width: Mm, most: Mm) -> Strip<'_> {
        let whole = self.stacked_with(setting, way, (width, most), WRITE_ON);
        let lines = whole.parts.iter().map(|part| part.rules.len()).sum::<usize>();
        let wanted = self.parts.iter().map(|part| part.to_write).sum::<usize>();
        if lines == wanted { whole } else { self.stacked_with(setting, way, (width, most), 1) }
    }

    /// The same with so many lines to write on at the most.
    fn stacked_with(&self, setting: &Setting, way: Way, (width, most): (Mm, Mm), rules: usize) -> Strip<'_> {
        let gap = setting.em() * 0.5;
        let mut strip = Strip::default();
        for part in &self.parts {
            let y = strip.height + if strip.parts.is_empty() { Mm::ZERO } else { gap };
            let measure = width.min(setting.em() * MEASURE);
            let mut set = part.set(setting, way, (measure, (most - y).max(Mm::ZERO)), &mut strip);
            set.rule(rules);
            if set.height > Mm::ZERO {
                strip.height = y + set.height;
                strip.parts.push(SetPart { at: Point { x: Mm::ZERO, y }, ..set });
            }
        }
        strip
    }

    /// The width of each part: in proportion to what it has to say, so that all come out about equally high.
    fn widths(&self, setting: &Setting, way: Way, room: Mm) -> Vec<Mm> {
        let measure = if self.parts.len() == 1 { MEASURE } else { MEASURE_BESIDE };
        let needs: Vec<Need> = self.parts.iter().map(|part| part.need(setting, way, measure)).collect();
        let total: f64 = needs.iter().map(|need| need.text).sum();
        // No part gets less than half of an even share.
        let even = 1.0 / self.parts.len().max(1) as f64;
        let shares: Vec<f64> = needs.iter().map(|need| (need.text / total.max(1e-9)).max(even * 0.55)).collect();
        let sum: f64 = shares.iter().sum();
        let room = room - needs.iter().map(|need| need.face).sum::<Mm>();
        shares.iter().zip(&needs).map(|(share, need)| need.face + (room * (share / sum)).min(need.widest)).collect()
    }
}

/// What a part needs of the width.
struct Need {
    /// The room for its text, in square millimetres.
    text: f64,
    /// The width that its text takes at most.
    widest: Mm,
    /// The width that its face takes.
    face: Mm,
}

impl Part {
    /// What it needs of the width, with lines of at most so many em.
    fn need(&self, setting: &Setting, way: Way, measure: f64) -> Need {
        let (mut text, mut widest) = (0.0, Mm::ZERO);
        for piece in &self.pieces {
            let em = Mm::from(way.size(piece.level, setting));
            text += (em * piece.block.amount()).0 * (em * LEADING).0;
            widest = widest.max(em * piece.block.natural_width().min(measure) + Mm(0.01));
        }
        if self.to_write > 0 {
            let wanted = WRITING_WIDTH.max(setting.frame.width() * WRITING_SHARE);
            (text, widest) = (wanted.0 * writing(setting).0 * self.to_write as f64, widest.max(wanted));
        }
        let face = self.face_side(setting, true).map_or(Mm::ZERO, |side| side + setting.em() * FACE_GAP);
        Need { text, widest, face }
    }

    /// The side of the square for the face: a portrait is as high as a few lines of text, initials as two.
    fn face_side(&self, setting: &Setting, wide: bool) -> Option<Mm> {
        let face = self.face.as_ref().filter(|face| face.pictured(setting) || wide)?;
        Some(setting.em() * if face.pictured(setting) { 4.4 } else { 2.6 })
    }

    /// Its lines in a width, those that a height has room for.
    fn set<'a>(&'a self, setting: &Setting, way: Way, (width, most): (Mm, Mm), strip: &mut Strip<'a>) -> SetPart<'a> {
        let wide = width >= setting.em() * (COLUMN * 0.5);
        let least = setting.em() * LEAST_FACE;
        let side = self.face_side(setting, wide).map(|side| side.min(most).min(width * 0.4)).filter(|side| *side >= least);
        let lead = side.map_or(Mm::ZERO, |side| side + setting.em() * FACE_GAP);
        let mut texts = Vec::new();
        let mut used = Mm::ZERO;
        for (index, piece) in self.pieces.iter().enumerate() {
            // A name without what it names says nothing.
            let behind = self.pieces.get(index + 1).filter(|_| piece.label);
            let spare = behind.map_or(Mm::ZERO, |next| next.least(setting, way, width - lead));
            let room = most - used - spare;
            let lines = piece.block.set_within(setting.typesetter(), width - lead, way.size(piece.level, setting), room);
            match lines {
                Some(lines) => {
                    used += height(&lines);
                    texts.push((piece, lines));
                }
                None if piece.label => strip.cramped = true,
                None => strip.overlong.push(&piece.block),
            }
        }
        if self.to_write == 0 && texts.last().is_some_and(|(piece, _)| piece.label) {
            texts.pop();
        }
        let text: Mm = texts.iter().map(|(_, lines)| height(lines)).sum();
        // The first line stands beside the label.
        let rules =
            (1..=self.to_write).map(|nth| writing(setting) * nth as f64).filter(|rule| *rule <= most && !texts.is_empty());
        let rules: Vec<Mm> = rules.collect();
        let text = rules.last().copied().unwrap_or_default().max(text);
        let face = side.filter(|_| !texts.is_empty()).and_then(|side| Some((self.face.as_ref()?, side)));
        let height = text.max(face.map_or(Mm::ZERO, |(_, side)| side));
        SetPart {
            face,
            lead: if face.is_some() { lead } else { Mm::ZERO },
            texts,
            rules,
            at: Point { x: Mm::ZERO, y: Mm::ZERO },
            width,
            height,
        }
    }
}

impl Piece {
    /// What is not more than its height.
    fn least(&self, setting: &Setting, way: Way, width: Mm) -> Mm {
        self.block.least_height(width, way.size(self.level, setting))
    }
}

/// A part as it is set.
struct SetPart<'a> {
    face: Option<(&'a Face, Mm)>,
    /// The width that the face takes.
    lead: Mm,
    texts: Vec<(&'a Piece, Vec<SetLine>)>,
    /// Lines to write on, from its top.
    rules: Vec<Mm>,
    /// Its upper left corner, from that of the strip.
    at: Point,
    width: Mm,
    height: Mm,
}

/// The strip as it is set.
#[derive(Default)]
pub(super) struct Strip<'a> {
    parts: Vec<SetPart<'a>>,
    /// Whether hairlines stand between the parts.
    ruled: bool,
    /// Whether a label had no room.
    cramped: bool,
    /// What stands in the table instead.
    pub overlong: Vec<&'a Block>,
    /// From its top to its foot.
    pub height: Mm,
}

impl Strip<'_> {
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| part.texts.is_empty())
    }

    /// Draws the strip from its upper left corner.
    pub fn draw(&self, setting: &Setting, corner: Point, out: &mut Vec<Node>) {
        let drawn: Vec<&SetPart> = self.parts.iter().filter(|part| !part.texts.is_empty()).collect();
        for (index, part) in drawn.iter().enumerate() {
            let at = Point { x: corner.x + part.at.x, y: corner.y + part.at.y };
            if self.ruled && index > 0 {
                let x = at.x - setting.em() * APART / 2.0;
                let (top, foot) = (Point { x, y: at.y }, Point { x, y: at.y + self.height });
                let rule = Path::stroked(line(top, foot), theme::HAIRLINE, setting.em() * 0.05);
                out.push(Node::Group(Group::new(Role::Artifact, vec![Node::Path(rule)])));
            }
            part.draw(setting, at, out);
        }
    }
}

impl SetPart<'_> {
    /// Takes away the lines to write on behind so many.
    fn rule(&mut self, most: usize) {
        if let Some(last) = self.rules.get(most.saturating_sub(1)).copied().filter(|_| self.rules.len() > most) {
            self.rules.truncate(most);
            let texts = self.texts.iter().map(|(_, lines)| height(lines)).sum::<Mm>();
            self.height = last.max(texts).max(self.face.map_or(Mm::ZERO, |(_, side)| side));
        }
    }

    fn draw(&self, setting: &Setting, at: Point, out: &mut Vec<Node>) {
        if let Some((face, side)) = self.face {
            face.draw(setting, Rect::new(at.x, at.y + setting.em() * 0.1, side, side), out);
        }
        let (left, width) = (at.x + self.lead, self.width - self.lead);
        let named = self.texts.first().and_then(|(_, lines)| lines.first()).map_or(Mm::ZERO, SetLine::width);
        for (nth, rule) in self.rules.iter().enumerate() {
            let from = if nth == 0 { left + named + setting.em() * 0.6 } else { left };
            out.push(write_on(Point { x: from, y: at.y + *rule }, left + width, setting.em()));
        }
        let mut y = at.y;
        for (piece, lines) in &self.texts {
            let mut nodes = Vec::new();
            if piece.label {
                // A built-in label may be in another language than the text below it: it stands where that begins to be read.
                let mut y = y;
                for line in lines {
                    line.draw_at(setting.pen(), Point { x: left, y }, piece.color, &mut nodes);
                    y += line.height();
                }
            } else {
                draw(setting.pen(), lines, Point { x: left, y }, width, piece.color, &mut nodes);
            }
            y += height(lines);
            out.push(Node::Group(if piece.label {
                Group::new(Role::Note, nodes).speaking(setting.labels)
            } else {
                Group::new(Role::Paragraph, nodes)
            }));
        }
    }
}
