//! What is said of a contact, beside the line where it has room there between the notes.

use super::content::{Content, Felt};
use super::line::Line;
use super::system::{NOTE, STEM, System};
use crate::journey::LaneKind;
use crate::layout::drawn::ink;
use crate::layout::drawn::items::{CellLines, ItemText, draw_items, is_tower, label, unwelcome};
use crate::layout::drawn::labels::{self, CLEAR_OF_LINE, Label, Shape, Shapes, Side};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::text::Block;
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Path, Point, Pt, Rect, Role, Size};

/// Longer texts than this stand on their notes, in em.
const LONGEST: f64 = 70.0;
/// Between a score and the text before which it hangs, in em.
const SCORE: f64 = 0.32;
/// So close to the middle of the scale a text touches it, in em.
const TOUCHED: f64 = 0.2;
/// A text beside the line has this many lines at the most.
const MOST_LINES: usize = 6;

/// A text beside the line.
pub(super) struct Voice {
    /// Of which of all that is felt.
    pub felt: usize,
    lines: CellLines,
    /// Where it stands, from the top of its row.
    frame: Rect,
    leader: Option<(Point, Point)>,
    size: Pt,
}

/// Whether what is said of what is felt may stand beside the line at all.
pub(super) fn is_short(felt: &Felt) -> bool {
    felt.said.as_ref().and_then(|said| said.text.as_ref()).is_some_and(|text| text.amount() <= LONGEST)
}

/// Gives all that is said of some of what is felt a place where the line of a row runs, in a frame: larger than cells, else as large. Those
/// that find none come back instead.
pub(super) fn place(
    content: &Content,
    setting: &Setting,
    (system, frame): (&System, Rect),
    felt: &[usize],
) -> Result<Vec<Voice>, Vec<usize>> {
    let line = Line::new(content, setting, system, frame);
    let spread = &system.spread;
    // Stems are kept clear of, and so are the words at the ends.
    let stems = system.notes.iter().map(|note| {
        let (x, y) = (spread.middle(note.slot), line.y(spread.middle(note.slot)));
        let (from, to) = if note.above { (frame.y, y) } else { (y, frame.bottom()) };
        Rect::new(x - setting.em() * 0.05, from, setting.em() * 0.1, (to - from).max(Mm::ZERO))
    });
    let words = line.ends().into_iter().map(|(_, place)| place);
    let mut tried = Err(felt.to_vec());
    // They are larger than what stands on notes, where there are any.
    let lead = Some(setting.sizes.lead).filter(|_| !content.notes.is_empty());
    for size in lead.into_iter().chain([setting.sizes.cell]) {
        let voiced = voiced(setting, size);
        let ground = stems.clone().chain(words.clone()).fold(line.ground(voiced.em()), labels::Ground::boxed);
        tried = at(content, &voiced, &line, &ground, felt);
        if tried.is_ok() {
            break;
        }
    }
    tried
}

/// The same in one size.
fn at(
    content: &Content,
    setting: &Setting,
    line: &Line,
    ground: &labels::Ground,
    felt: &[usize],
) -> Result<Vec<Voice>, Vec<usize>> {
    let set = |felt: &usize| content.felt[*felt].said.as_ref().map_or_else(Vec::new, |said| shapes(said, setting));
    let mut lines: Vec<Vec<CellLines>> = felt.iter().map(set).collect();
    let shapes: Vec<Shapes> = lines.iter().map(|lines| costs(lines, setting)).collect();
    let wanted: Vec<Option<Label>> = felt.iter().zip(&shapes).map(|(felt, shapes)| line.wants(*felt, shapes)).collect();
    let there: Vec<Label> = wanted.iter().flatten().copied().collect();
    let mut spots = labels::place(&there, ground).into_iter();
    let spots: Vec<_> = wanted.iter().map(|wanted| wanted.and_then(|_| spots.next().flatten())).collect();
    let lost = felt.iter().zip(&spots).filter(|(_, spot)| spot.is_none()).map(|(felt, _)| *felt);
    let lost: Vec<usize> = lost.collect();
    if !lost.is_empty() {
        return Err(lost);
    }
    let placed = felt.iter().zip(spots).zip(&mut lines).filter_map(|((felt, spot), lines)| {
        let spot = spot?;
        let lines = lines.swap_remove(spot.shape);
        Some(Voice { felt: *felt, lines, frame: spot.frame, leader: spot.leader, size: setting.sizes.cell })
    });
    Ok(placed.collect())
}

/// Where the line runs between notes of their true size.
pub(super) fn between(system: &System, setting: &Setting, (top, height): (Mm, Mm)) -> Rect {
    let stem = setting.em() * STEM;
    let begin = top + system.header(true) + system.ruler + NOTE + stem;
    let (left, right) = system.sides();
    Rect::new(left, begin, right - left, (top + height - NOTE - stem - begin).max(setting.em()))
}

fn voiced<'a>(setting: &Setting<'a>, size: Pt) -> Setting<'a> {
    let mut voiced = *setting;
    voiced.sizes.cell = size;
    voiced
}

/// A text in several widths, without words in pieces where one can do without.
fn shapes(said: &ItemText, setting: &Setting) -> Vec<CellLines> {
    let blocks = || said.text.iter().chain(said.remarks.iter().map(|remark| &remark.block));
    let natural = blocks().map(Block::natural_width).fold(0.0, f64::max);
    let word = blocks().map(Block::widest_word).fold(0.0, f64::max);
    // A score hangs before the text.
    let score = said.score.as_ref().map_or(0.0, |score| score.natural_width() + SCORE);
    let mut shapes: Vec<CellLines> = Vec::new();
    for count in 1..=MOST_LINES {
        let spare = if count == 1 { 0.02 } else { 1.2 };
        // Its words may part into unequal lines.
        let two = said.text.as_ref().filter(|_| count == 2).and_then(Block::widest_on_two).unwrap_or(0.0);
        let width = (natural / count as f64 + spare).max(word + 0.02).max(two + 0.02) + score;
        let lines = label(said, 0, (LaneKind::Emotion, false), setting.em() * width, setting);
        // A line of its own has room for all of it: no narrower one is worth a word in pieces.
        let whole = !lines.lines.iter().any(|line| line.set.line.breaks_word());
        if shapes.last().is_none_or(|last| whole && last.lines.len() != lines.lines.len() && !is_tower(&lines)) {
            shapes.push(lines);
        }
    }
    shapes
}

/// What each shape covers. The first has all on one line.
fn costs(lines: &[CellLines], setting: &Setting) -> Shapes {
    let natural = lines.first().map_or(0.0, |all| all.width() / setting.em());
    let shape = |lines: &CellLines| {
        let size = Size { width: lines.width() + Mm(0.01), height: lines.height(0..lines.lines.len()) };
        Shape { size, cost: unwelcome(lines, natural), lines: lines.ends() }
    };
    Shapes::new(lines.iter().map(shape).collect(), setting.em())
}

impl Voice {
    /// Its box in a row at a height.
    pub fn frame(&self, top: Mm) -> Rect {
        Rect { y: self.frame.y + top, ..self.frame }
    }

    /// Draws the line to its point, where it does not stand close, in a row at a height.
    pub fn leader(&self, top: Mm, setting: &Setting) -> Option<Node> {
        let (from, to) = self.leader?;
        let [from, to] = [from, to].map(|at| Point { y: at.y + top, ..at });
        let stroke = Path::stroked(ink::line(from, to), theme::QUIET, super::line::hair(setting.em() * 0.06));
        Some(Node::Group(Group::new(Role::Artifact, vec![Node::Path(stroke)])))
    }

    /// Draws its text in a row at a height.
    pub fn draw(&self, content: &Content, top: Mm, setting: &Setting) -> Vec<Node> {
        let said = content.felt[self.felt].said.as_ref().map(std::slice::from_ref);
        let all = 0..self.lines.lines.len();
        draw_items(said, &self.lines, all, self.frame(top), &voiced(setting, self.size))
            .into_iter()
            .map(|(_, node)| node)
            .collect()
    }
}

impl Line<'_> {
    /// What keeps texts away from the line, its faces and its stars.
    fn ground(&self, em: Mm) -> labels::Ground {
        let line = labels::Line::new(self.samples(), self.width());
        // The middle of the scale breaks where a text stands, with a little around it: one that only touches it would take it away as well.
        let middle = [-TOUCHED, TOUCHED].map(|by| self.middle() + em * by);
        let ground = labels::Ground::new(self.frame(), em).ruled([], middle).lined(line);
        let signs = self.signs().into_iter();
        let ground = self.discs().fold(ground, |ground, (centre, radius)| ground.pointed(labels::Disc { centre, radius }));
        signs.fold(ground, |ground, (_, centre, radius)| ground.with(labels::Disc { centre, radius }))
    }

    /// A label for what is felt: over the line where it is high, else below it.
    fn wants<'s>(&self, felt: usize, shapes: &'s Shapes) -> Option<Label<'s>> {
        let (anchor, mood, radius) = self.felt(felt)?;
        let side = if mood >= 0.0 { Side::Above } else { Side::Below };
        let clear = self.width() * CLEAR_OF_LINE;
        Some(Label { anchor, radius: radius + clear, shapes, side: Some(side), within: None })
    }
}
