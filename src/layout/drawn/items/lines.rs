//! Lists of items set as lines at a size.

use super::cell::NARROW;
use super::{CellLine, CellLines, Dress, Insets, ItemText, Mark, Part, PictureText};
use crate::journey::LaneKind;
use crate::layout::drawn::ink::Sign;
use crate::layout::drawn::page::{Setting, Sizes};
use crate::layout::drawn::text::{Block, LEADING, SetLine};
use crate::scene::Mm;

/// How far a bullet or star stands from its text, in em.
pub const HANG: f64 = 0.6;
/// A score stands before its text where that leaves this much width, in em, and above it otherwise.
const BESIDE: f64 = 6.5;
/// The same in a label.
const BESIDE_IN_LABEL: f64 = 1.0;
/// The height of a drawing of what was measured, in em, and its greatest width.
pub(super) const FIGURE: f64 = 1.5;
pub(super) const FIGURE_WIDTH: f64 = 11.0;
/// It stands beside a short text where that leaves it this much width, in em, and so far from it.
const LEAST_FIGURE: f64 = 3.6;
const BESIDE_FIGURE: f64 = 0.9;
/// A block of more lines than this takes no more memory than it needs.
const MANY: usize = 1000;
/// From one sign behind a line to the next, in em.
pub const TRAY: f64 = 0.95;

/// A wider word, in em, is a compound or an address, which is broken at its joints anyhow.
const LONGEST_WORD: f64 = 6.5;

/// How the items of a lane are set.
#[derive(Clone, Copy)]
pub struct Manner {
    /// What kind of lane it is: pictures may grow higher in one of pictures.
    pub kind: LaneKind,
    /// The width of the widest score, in em; zero when there is none.
    pub widest_score: f64,
    /// Whether any of its cells is a list, or has signs before its items.
    pub listed: bool,
    /// The height that the pictures of a row share; nothing where each has its own.
    pub pictures: Option<Mm>,
    /// How they are dressed.
    pub dress: Dress,
}

impl Manner {
    /// What stays free at the sides of a column.
    #[must_use]
    pub fn insets(&self, column: Mm, sizes: &Sizes) -> Insets {
        match self.dress {
            Dress::Plain => Insets::of(column, self.listed, sizes),
            Dress::Marked => Insets::of(column, true, sizes),
            Dress::Noted => Insets::Narrow { listed: self.listed },
            dress @ (Dress::Card | Dress::Speech | Dress::Edged | Dress::Ranked) => {
                Insets::Boxed { dress, narrow: column < sizes.em() * NARROW }
            }
        }
    }
}

/// The height that the pictures of a row share: the greatest at which most are whole in their columns, so that none becomes a sliver for
/// one that is broad. Nothing when there are none.
#[must_use]
pub fn picture_height<'a>(cells: impl Iterator<Item = (&'a [ItemText], Mm)>, manner: Manner, setting: &Setting) -> Option<Mm> {
    let tallest = tallest(manner.kind, &setting.sizes);
    let heights = cells.flat_map(|(cell, column)| {
        let room = column - manner.insets(column, &setting.sizes).width(&setting.sizes);
        let pictures = cell.iter().filter_map(|item| item.picture.as_ref());
        pictures.map(move |picture| room / picture.framed(setting.sizes.note).ratio(setting.context))
    });
    heights.reduce(Mm::min).map(|least| least.max(tallest * LEAST_PICTURE).min(tallest))
}

/// A broad picture makes those beside it no lower than this share of the greatest height.
const LEAST_PICTURE: f64 = 0.5;

/// The greatest height of a picture in a lane.
fn tallest(kind: LaneKind, sizes: &Sizes) -> Mm {
    if kind == LaneKind::Image { sizes.picture } else { sizes.picture * 0.5 }
}

/// Sets the items of a cell in a column but those that go on over several phases, which stand in bars of their own, and those that
/// stand `elsewhere`. Nothing as soon as they are higher than `most`.
#[must_use]
pub fn items(
    (cell, elsewhere): (&[ItemText], &dyn Fn(usize) -> bool),
    manner: Manner,
    column: Mm,
    setting: &Setting,
    most: Mm,
) -> Option<CellLines> {
    let items = || cell.iter().enumerate().filter(|(index, item)| item.bar.is_none() && !elsewhere(*index));
    let setter = Lister::new(manner, column, setting);
    if items().map(|(_, item)| setter.least_height(item)).sum::<Mm>() > most {
        return None;
    }
    let count = items().count();
    let (mut lines, mut used) = (Vec::new(), Mm::ZERO);
    for (index, item) in items() {
        let begin = lines.len();
        setter.item(item, (index, count), &mut lines);
        used += lines[begin..].iter().map(|line| line.set.height()).sum();
        if used > most {
            return None;
        }
    }
    Some(setter.cell(lines))
}

/// Sets an item that goes on over several phases, in a bar of a width; in a lane of what is ranked with the number of its priority or the mark of
/// that lane.
#[must_use]
pub fn bar(item: &ItemText, index: usize, manner: Manner, width: Mm, setting: &Setting) -> CellLines {
    // A bar is a box of its own.
    let ranked = manner.dress == Dress::Ranked;
    let listed = manner.listed || ranked;
    let setter = Lister::new(Manner { dress: Dress::Plain, listed, ..manner }, width, setting);
    let mut cell = setter.alone(item, index);
    if let Some(first) = cell.lines.first_mut().filter(|_| ranked) {
        first.mark = Mark::Rank(item.importance);
    }
    cell
}

/// Sets an item beside its point, in a width: snug, and without the signs that stand at the point itself; with words for what turns the
/// journey there when it is `tagged`.
#[must_use]
pub fn label(item: &ItemText, index: usize, (kind, tagged): (LaneKind, bool), width: Mm, setting: &Setting) -> CellLines {
    let setter = Lister::snug(item, (kind, tagged), width, setting);
    CellLines { insets: Insets::Nothing, ..setter.alone(item, index) }
}

/// Sets the notes below a phase's title, each with its sign.
#[must_use]
pub fn notes(notes: &[(Option<Sign>, &Block)], column: Mm, setting: &Setting) -> CellLines {
    let sizes = &setting.sizes;
    let room = column - sizes.indent() - sizes.outdent();
    let mut lines = Vec::new();
    for (index, (sign, block)) in notes.iter().enumerate() {
        let insets = (Mm::ZERO, if block.rtl() != setting.rtl && sign.is_some() { sizes.em() * (HANG + 0.2) } else { Mm::ZERO });
        for (nth, set) in block.set(setting.typesetter(), room - insets.1, sizes.note).into_iter().enumerate() {
            let before = if nth == 0 { sizes.em() * LEADING * 0.2 } else { Mm::ZERO };
            let mark = sign.filter(|_| nth == 0).map_or(Mark::Nothing, Mark::Sign);
            lines.push(CellLine { before, item: index, mark, insets, ..CellLine::plain(set) });
        }
    }
    CellLines::new(lines)
}

/// Sets the items of a lane in a width.
struct Lister<'a> {
    setting: &'a Setting<'a>,
    sizes: &'a Sizes,
    insets: Insets,
    dress: Dress,
    kind: LaneKind,
    /// The width of text, with the room for scores.
    room: Mm,
    /// The room for scores.
    hang: Mm,
    /// Whether scores stand before their text.
    beside: bool,
    /// The height of pictures.
    pictures: Pictures,
    /// Whether pictures stand above their text, which is their caption.
    captions: bool,
    /// Where the item stands.
    stands: Stands,
}

/// Where an item stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// In a cell or a bar.
    Cell,
    /// Beside its point, where one sees that customers leave.
    Point,
    /// The same at a spine, where what turns the journey is said in words as well.
    Spine,
}

/// How high pictures are.
#[derive(Clone, Copy)]
enum Pictures {
    /// As high as their width makes them, up to a height.
    UpTo(Mm),
    /// As high as all in their row.
    Shared(Mm),
}

impl<'a> Lister<'a> {
    fn new(lane: Manner, width: Mm, setting: &'a Setting<'a>) -> Self {
        let sizes = &setting.sizes;
        let insets = lane.insets(width, sizes);
        let room = width - insets.width(sizes);
        let hang = if lane.widest_score > 0.0 { sizes.em() * (lane.widest_score + 0.4) } else { Mm::ZERO };
        let beside = room - hang >= sizes.em() * BESIDE;
        Self {
            setting,
            sizes,
            insets,
            dress: lane.dress,
            kind: lane.kind,
            room,
            hang: if beside { hang } else { Mm::ZERO },
            beside,
            pictures: lane.pictures.map_or_else(|| Pictures::UpTo(tallest(lane.kind, sizes)), Pictures::Shared),
            captions: lane.kind == LaneKind::Image,
            stands: Stands::Cell,
        }
    }

    /// For a label: a score alone stands where its text would.
    fn snug(item: &ItemText, (kind, tagged): (LaneKind, bool), width: Mm, setting: &'a Setting<'a>) -> Self {
        let sizes = &setting.sizes;
        let worded = item.text.as_ref().is_some_and(|text| text.natural_width() > 0.0);
        let hang = item.score.as_ref().map_or(Mm::ZERO, |score| sizes.em() * (score.natural_width() + 0.3));
        let beside = worded && width - hang >= sizes.em() * BESIDE_IN_LABEL;
        Self {
            setting,
            sizes,
            insets: Insets::Nothing,
            dress: Dress::Plain,
            kind,
            room: width,
            hang: if beside { hang } else { Mm::ZERO },
            beside,
            pictures: Pictures::UpTo(tallest(kind, sizes)),
            captions: false,
            stands: if tagged { Stands::Spine } else { Stands::Point },
        }
    }

    /// Lines as it sets them.
    fn cell(&self, lines: Vec<CellLine>) -> CellLines {
        CellLines { lines, hang: self.hang, insets: self.insets, dress: self.dress, kind: self.kind, halved: false }
    }

    /// What is not more than the height of an item.
    fn least_height(&self, item: &ItemText) -> Mm {
        let text = item.text.as_ref().filter(|text| text.natural_width() > 0.0);
        let text = text.map_or(Mm::ZERO, |text| text.least_height(self.room, self.sizes.cell));
        text + item.remarks.iter().map(|remark| remark.block.least_height(self.room, self.sizes.note)).sum::<Mm>()
    }

    /// The lines of an only item.
    fn alone(&self, item: &ItemText, index: usize) -> CellLines {
        let mut lines = Vec::new();
        self.item(item, (index, 1), &mut lines);
        self.cell(lines)
    }

    /// Puts the lines of one of `count` items below those that are there.
    fn item(&self, item: &ItemText, (index, count): (usize, usize), all: &mut Vec<CellLine>) {
        let Self { setting, sizes, room, hang, beside, .. } = *self;
        let rtl = item.text.as_ref().is_some_and(|text| text.rtl() != setting.rtl);
        let boxed = self.dress.is_boxed();
        let hangs = !boxed && item.score.is_none() && (self.has_bullet(item, count) || item.sign.is_some());
        let lead = if rtl && hangs { sizes.em() * (HANG + 0.2) } else { Mm::ZERO };
        // What would hang before a text stands behind it where the icon of a box does.
        let moved = item.sign.filter(|_| boxed);
        let signs: Vec<Sign> = moved
            .into_iter()
            .chain(item.tray.iter().copied())
            .filter(|sign| self.stands == Stands::Cell || *sign != Sign::DROP_OFF)
            .collect();
        let tray = sizes.em() * (TRAY * signs.len() as f64);
        let insets = if rtl { (tray, lead) } else { (Mm::ZERO, tray) };
        let below = self.gives_way(item, tray);
        let (signs, last) = if below { (Vec::new(), signs) } else { (signs, Vec::new()) };
        let (insets, at_last) = if below { ((Mm::ZERO, lead), insets) } else { (insets, insets) };
        let begin = all.len();
        let mut push = |part: Part, set: &dyn Fn(Mm) -> Vec<SetLine>| {
            // What stands behind the first line takes room from all lines of its block, so that they end alike.
            let leads = |lines: &[CellLine]| part != Part::Tag && lines.iter().all(|line| line.part == Part::Tag);
            let insets = if leads(&all[begin..]) { insets } else { (Mm::ZERO, lead) };
            let set = set(room - hang - insets.0 - insets.1);
            // Not twice as many as there are: a text may have very many.
            all.reserve_exact(if set.len() > MANY { set.len() } else { 0 });
            for set in set {
                let (opens_item, leads) = (all.len() == begin, leads(&all[begin..]));
                let gap = match part {
                    _ if opens_item => self.dress.apart(),
                    _ if leads => 0.0,
                    Part::Text if set.opens => LEADING * 0.25,
                    Part::Picture | Part::Figure => LEADING * 0.2,
                    Part::Text | Part::Remark(_) | Part::Score | Part::Tag | Part::Signs => 0.0,
                };
                // What hangs before an item hangs before its text, not before its tag.
                let mark = if leads { self.mark(item, count) } else { Mark::Nothing };
                let tray = if leads { signs.clone() } else { Vec::new() };
                all.push(CellLine { set, before: sizes.em() * gap, item: index, part, mark, tray, insets });
            }
        };
        if let Some(tag) = item.tag.as_ref().filter(|_| self.stands == Stands::Spine) {
            push(Part::Tag, &|width| tag.set(setting.typesetter(), width, sizes.cell));
        }
        if let Some(score) = item.score.as_ref().filter(|_| !beside) {
            push(Part::Score, &|width| score.set(setting.typesetter(), width, sizes.cell));
        }
        let above = item.picture.as_ref().filter(|_| self.captions);
        if let Some(picture) = above {
            push(Part::Picture, &|width| vec![self.picture(picture, width)]);
        }
        let bare = |text: &&Block| item.score.is_some() && text.natural_width() <= 0.0;
        if let Some(text) = item.text.as_ref().filter(|text| beside || !bare(text)) {
            push(Part::Text, &|width| text.set(setting.typesetter(), width, sizes.cell));
        }
        if let Some(picture) = item.picture.as_ref().filter(|_| !self.captions) {
            push(Part::Picture, &|width| vec![self.picture(picture, width)]);
        }
        let beside_text = self.beside_text(item, insets.0 + insets.1);
        if item.figure.is_some() {
            // Beside its text it is as much higher than that as this line is.
            let height = if beside_text.is_some() { FIGURE - LEADING } else { FIGURE };
            push(Part::Figure, &|_| vec![SetLine::space(sizes.em() * height, sizes.note)]);
        }
        for (nth, remark) in item.remarks.iter().enumerate() {
            push(Part::Remark(nth), &|width| remark.block.set(setting.typesetter(), width, sizes.note));
        }
        if let Some(aside) = beside_text
            && let Some(line) = all[begin..].iter_mut().find(|line| line.part == Part::Figure)
        {
            (line.insets.0, line.before) = (aside, Mm::ZERO);
        }
        if below {
            // Behind the last remark, where that leaves room.
            let has_room =
                |line: &CellLine| matches!(line.part, Part::Remark(_)) && line.set.width() + tray <= room - hang - lead;
            if !all.last().is_some_and(has_room) {
                let set = SetLine::space(sizes.em() * LEADING, sizes.note);
                all.push(CellLine { item: index, part: Part::Signs, ..CellLine::plain(set) });
            }
            if let Some(line) = all.last_mut() {
                (line.tray, line.insets) = (last, at_last);
            }
        }
    }

    /// How far from the side where reading begins a drawing of what was measured stands beside its text, which is so short that there is room
    /// for both.
    fn beside_text(&self, item: &ItemText, insets: Mm) -> Option<Mm> {
        let (em, text) = (self.sizes.em(), item.text.as_ref().filter(|_| item.figure.is_some())?);
        let alone = item.score.is_none() && item.picture.is_none() && text.rtl() == self.setting.rtl;
        let aside = em * (text.natural_width() + BESIDE_FIGURE);
        // Of several paragraphs none is the one that it stands beside.
        let one = text.widest_on_two().is_some() && text.natural_width() > 0.0;
        (alone && one && aside + em * LEAST_FIGURE <= self.room - self.hang - insets).then_some(aside)
    }

    /// Whether the signs behind the text of an item, which take so much room, stand below it, since a word would be broken for them.
    fn gives_way(&self, item: &ItemText, signs: Mm) -> bool {
        let narrow = match self.insets {
            Insets::Narrow { .. } => true,
            Insets::Boxed { narrow, .. } => narrow,
            Insets::Usual | Insets::Nothing => false,
        };
        let word = item.text.as_ref().map_or(0.0, Block::widest_word).min(LONGEST_WORD);
        narrow && signs > Mm::ZERO && self.sizes.em() * word > self.room - self.hang - signs
    }

    /// Room for a picture: as wide as its text, if it does not grow too high.
    fn picture(&self, picture: &PictureText, width: Mm) -> SetLine {
        let ratio = picture.framed(self.sizes.note).ratio(self.setting.context);
        let height = match self.pictures {
            Pictures::UpTo(tallest) => (width / ratio).min(tallest),
            Pictures::Shared(height) => height,
        };
        SetLine::space(height, self.sizes.note)
    }

    /// Whether it is one of several that begin with their text.
    fn has_bullet(&self, item: &ItemText, count: usize) -> bool {
        (count > 1 || self.dress == Dress::Marked) && !(self.captions && item.picture.is_some())
    }

    fn mark(&self, item: &ItemText, count: usize) -> Mark {
        match self.dress {
            Dress::Card => return Mark::Channel(item.icon),
            Dress::Ranked => return Mark::Rank(item.importance),
            Dress::Speech | Dress::Edged | Dress::Noted => return Mark::Nothing,
            Dress::Marked if item.sign.is_none() && self.has_bullet(item, count) => return Mark::Lane,
            Dress::Plain | Dress::Marked => {}
        }
        match (&item.score, item.sign, self.has_bullet(item, count)) {
            (Some(score), ..) if self.beside => {
                let line = score.set(self.setting.typesetter(), Mm(1e4), self.sizes.cell).into_iter().next();
                line.map_or(Mark::Nothing, |line| Mark::Score(Box::new(line)))
            }
            (Some(_), ..) | (None, None, false) => Mark::Nothing,
            (None, Some(sign), _) => Mark::Sign(sign),
            (None, None, true) => Mark::Bullet,
        }
    }
}
