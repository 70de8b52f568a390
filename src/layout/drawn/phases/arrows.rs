//! The arrows of the phases, with their titles.

use std::cell::Cell;

use super::{Column, PhaseText};
use crate::layout::drawn::ink::arrow;
use crate::layout::drawn::page::{Care, LEAST_PHASE_RATIO, OVERLONG, Setting, up_to_half_points};
use crate::layout::drawn::text::{Block, LEADING, SetLine, draw_centred, height};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Pt, Rect, Role};

/// The titles of neighbouring phases in their arrows.
pub struct Arrows {
    /// The lines of each.
    pub titles: Vec<Vec<SetLine>>,
    /// Those of which the end is left out.
    pub cut: Vec<bool>,
    /// Those that break inside a word, or not at the joint of an overlong one.
    pub in_pieces: Vec<bool>,
    /// Those and the ones that break so that all can be read.
    pub parted: Vec<bool>,
    /// How long each phase takes, below its title, where that was asked for and has room.
    pub durations: Vec<Vec<SetLine>>,
    /// The height of the arrows.
    pub height: Mm,
}

/// What of the width of an arrow is not for its title, in em: its notch, and a little air before its point, which is let into the next.
pub const ARROW_SIDES: f64 = 1.15;

/// The width for a phase's title in an arrow of a size.
#[must_use]
pub fn arrow_room(width: Mm, size: Pt) -> Mm {
    width - Mm::from(size) * ARROW_SIDES
}

/// A word this wide in em, some sixteen letters, is one that may break at its joint for larger titles.
const LONG_WORD: f64 = 9.0;

/// The least width for a title in an arrow, without the sides of that, where columns are so wide in the mean: that of its longest word, or
/// of the parts of overlong ones.
#[must_use]
pub fn title_width(title: &Block, mean: Mm, size: Pt, setting: &Setting) -> Mm {
    broken_width(title, mean, size, (setting, setting.sizes.overlong))
}

/// The same where a word that is so many times as wide as its room is overlong.
fn broken_width(title: &Block, mean: Mm, size: Pt, (setting, overlong): (&Setting, f64)) -> Mm {
    let em = Mm::from(size);
    em * title.widest_but(setting.typesetter(), (arrow_room(mean, size) / em).max(1.0) * overlong)
}

/// The least width for a title on two lines, where none of its words is overlong.
#[must_use]
pub fn two_line_width(title: &Block, mean: Mm, size: Pt, setting: &Setting) -> Mm {
    let least = title_width(title, mean, size, setting);
    let em = Mm::from(size);
    let whole = em * title.widest_word() <= least;
    title.widest_on_two().filter(|_| whole).map_or(least, |width| (em * width).max(least))
}

/// Titles take at most this share of the page's height in their arrows.
const TITLE_SHARE: f64 = 0.15;
/// And arrows with titles that are larger than they need be beside cells take this one.
const LARGE_SHARE: f64 = 0.1;
/// Above and below a title in its arrow, in em.
const AROUND: f64 = 0.9;

/// The size for the titles of all phases, each with the width of its column, where columns are so wide in the mean: the largest at which no
/// word is broken and no title takes more than two lines, or else three; else the largest at which they have room at all. Nothing when that
/// is smaller than the care asks for.
#[must_use]
pub fn headline(titles: &[(&Block, Mm)], mean: Mm, setting: &Setting, care: Care) -> Option<Pt> {
    let (frame, sizes) = (&setting.frame, &setting.sizes);
    let most = sizes.largest_phase(frame);
    let least = up_to_half_points(sizes.cell * care.phase_ratio());
    let room = frame.height() * TITLE_SHARE;
    // No word is broken so that titles are larger than they need be.
    let enough = sizes.phase.max(frame.least.phase_min);
    // Titles larger than they need be beside cells leave the height of the page to what stands below them.
    let room_at = |size: Pt| if size > enough { frame.height() * LARGE_SHARE - Mm::from(size) * AROUND } else { room };
    let widest = |title: &Block, size: Pt, joints: bool| {
        let word = title.widest_word();
        if joints || word > LONG_WORD { title_width(title, mean, size, setting) } else { Mm::from(size) * word }
    };
    let has_room = |(title, width): &(&Block, Mm), size: Pt, room: Mm, joints: bool| {
        let width = arrow_room(*width, size);
        widest(title, size, joints) <= width && title.set_within(setting.typesetter(), width, size, room).is_some()
    };
    // The title without room at one size is the first that is asked at the next.
    let poorest = Cell::new(0);
    let whole = |size: Pt, room: Mm, joints: bool| {
        let first = poorest.get();
        let mut order = (first..titles.len()).take(1).chain((0..titles.len()).filter(|nth| *nth != first));
        let without = order.find(|nth| !has_room(&titles[*nth], size, room, joints));
        poorest.set(without.unwrap_or(first));
        without.is_none()
    };
    let on_lines = |size: &Pt, lines: f64, joints: bool| {
        whole(*size, (Mm::from(*size) * (LEADING * (lines + 0.2))).min(room_at(*size)), joints)
    };
    let steps = ((most - least).0 * 2.0).round().max(0.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number, not negative")]
    let down = || (0..=steps as u32).map(|step| most - Pt(f64::from(step) / 2.0));
    let most_broken = if sizes.overlong < OVERLONG { enough } else { most };
    let lines = |lines: f64| {
        let whole = down().take_while(|size| *size >= enough).find(|size| on_lines(size, lines, false));
        whole.or_else(|| down().filter(|size| *size <= most_broken).find(|size| on_lines(size, lines, true)))
    };
    // Rather a third line than titles that cannot be read from where they should be.
    let two = lines(2.0);
    let three = if two.is_some_and(|size| size >= frame.least.phase_min) { None } else { lines(3.0) };
    let found = three.filter(|size| *size >= frame.least.phase_min || two.is_none()).or(two);
    let found = found.or_else(|| down().find(|size| whole(*size, room_at(*size), true)));
    match care {
        Care::Whole | Care::Broken | Care::Small => found,
        Care::Joints | Care::Crowded | Care::Least => found
            .filter(|size| size.0 >= sizes.cell.0 * LEAST_PHASE_RATIO)
            .or_else(|| fewest_breaks(titles, setting, room))
            .or_else(|| found.or((care == Care::Least).then_some(least))),
    }
}

/// How wide columns are in the mean.
#[must_use]
pub fn mean(widths: impl ExactSizeIterator<Item = Mm>) -> Mm {
    let count = widths.len().max(1) as f64;
    widths.sum::<Mm>() / count
}

/// The size at which the fewest titles break inside a word, larger than cells as far as it should be at least; nothing when there is none
/// at which all have room.
fn fewest_breaks(titles: &[(&Block, Mm)], setting: &Setting, room: Mm) -> Option<Pt> {
    let sizes = &setting.sizes;
    let steps = ((sizes.phase.0 - sizes.cell.0 * LEAST_PHASE_RATIO) * 2.0).floor().max(0.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number, not negative")]
    let down = (0..=steps as u32).map(|step| sizes.phase - Pt(f64::from(step) / 2.0));
    let breaks = |size: Pt| {
        let broken = titles.iter().map(|(title, width)| {
            let lines = title.set_within(setting.typesetter(), arrow_room(*width, size), size, room)?;
            Some(usize::from(lines.iter().any(|line| line.line.breaks_word())))
        });
        broken.sum::<Option<usize>>()
    };
    let found = down.filter_map(|size| Some((breaks(size)?, size)));
    found.min_by_key(|(broken, _)| *broken).map(|(_, size)| size)
}

impl Arrows {
    /// The titles at their size. Where that is the least and there is still no room, the end of a title is left out, which then stands
    /// whole in a row of its own.
    #[must_use]
    pub fn new(texts: &[PhaseText], columns: &[Column], setting: &Setting) -> Self {
        Self::of(texts.iter(), columns, mean(columns.iter().map(|(_, width)| *width)), setting)
    }

    /// The same of any phases beside each other, where columns are so wide in the mean.
    #[must_use]
    pub fn of<'t>(texts: impl Iterator<Item = &'t PhaseText>, columns: &[Column], mean: Mm, setting: &Setting) -> Self {
        let size = setting.sizes.phase;
        let room = setting.frame.height() * TITLE_SHARE;
        let (mut titles, mut cut, mut in_pieces, mut parted) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (text, (_, width)) in texts.zip(columns) {
            let width = arrow_room(*width, size);
            let (lines, ends) = text.title.fit(setting.typesetter(), width, &[size], room);
            let broken = lines.iter().any(|line| line.line.breaks_word());
            in_pieces.push(broken && title_width(&text.title, mean, size, setting) > width);
            parted.push(broken && broken_width(&text.title, mean, size, (setting, OVERLONG)) > width);
            titles.push(lines);
            cut.push(ends);
        }
        let em = Mm::from(size);
        let height = titles.iter().map(|lines| height(lines)).fold(em, Mm::max) + em * AROUND;
        let durations = vec![Vec::new(); titles.len()];
        Self { titles, cut, in_pieces, parted, durations, height }
    }

    /// The same with how long each phase takes below its title, where that has room on two lines.
    #[must_use]
    pub fn timed(mut self, texts: &[PhaseText], columns: &[Column], setting: &Setting) -> Self {
        let size = setting.sizes.note;
        let room = Mm::from(size) * (LEADING * 2.2);
        let set = |(text, (_, width)): (&PhaseText, &Column)| {
            let width = arrow_room(*width, setting.sizes.phase);
            let fits = |block: &&Block| Mm::from(size) * block.widest_word() <= width;
            let duration = text.duration.as_ref().filter(fits)?;
            duration.set_within(setting.typesetter(), width, size, room)
        };
        self.durations = texts.iter().zip(columns).map(|text| set(text).unwrap_or_default()).collect();
        let em = Mm::from(setting.sizes.phase);
        let both = self.titles.iter().zip(&self.durations).map(|(title, duration)| height(title) + height(duration));
        self.height = both.fold(em, Mm::max) + em * AROUND;
        self
    }

    /// How many lines the title of most lines has.
    #[must_use]
    pub fn tallest(&self) -> usize {
        self.titles.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Whether any title leaves out its end.
    #[must_use]
    pub fn cuts(&self) -> bool {
        self.cut.contains(&true)
    }

    /// How many lines end at the joints of overlong words.
    #[must_use]
    pub fn joints(&self) -> usize {
        let overlong = self.titles.iter().zip(&self.in_pieces).filter(|(_, in_pieces)| !**in_pieces);
        overlong.flat_map(|(lines, _)| lines).filter(|line| line.line.breaks_word()).count()
    }

    /// How many lines the titles have, and how many of them end inside a word.
    #[must_use]
    pub fn lines(&self) -> (usize, usize) {
        let broken = self.titles.iter().flatten().filter(|line| line.line.breaks_word()).count();
        (self.titles.iter().map(Vec::len).sum(), broken)
    }
}

/// Draws the arrows from `top` down, each in the colour of its stage.
#[must_use]
pub fn draw_arrows(arrows: &Arrows, stages: &[Option<usize>], columns: &[Column], top: Mm, setting: &Setting) -> Vec<Node> {
    let em = Mm::from(setting.sizes.phase);
    let all = stages.iter().zip(columns).zip(arrows.titles.iter().zip(&arrows.durations)).enumerate();
    all.map(|(index, ((stage, (left, width)), (lines, duration)))| {
        let frame = Rect::new(*left, top, *width, arrows.height);
        let deep = theme::stage(setting.context.part.stage(*stage)).deep;
        // The point reaches over the gutter, almost into the next arrow's notch.
        let point = (em * 0.5).min(frame.width * 0.2);
        let shape = Rect { width: frame.width + setting.frame.gutter * 0.35, ..frame };
        let notch = index > 0;
        let back = Node::Path(Path::filled(arrow(shape, point, notch), deep));
        let mut nodes = vec![Node::Group(Group::new(Role::Artifact, vec![back]))];
        let y = top + (arrows.height - height(lines) - height(duration)) / 2.0;
        let inset = if notch { em * 0.25 } else { Mm::ZERO };
        let corner = Point { x: frame.x + inset, y };
        draw_centred(setting.pen(), lines, corner, frame.width - inset, Color::WHITE, &mut nodes);
        if !duration.is_empty() {
            let below = Point { y: corner.y + height(lines), ..corner };
            let mut said = Vec::new();
            draw_centred(setting.pen(), duration, below, frame.width - inset, Color::WHITE, &mut said);
            nodes.push(Node::Group(Group::new(Role::Note, said)));
        }
        Node::Group(Group::new(Role::ColumnHeader { span: 1 }, nodes).framed(frame))
    })
    .collect()
}
