//! The lines of a cell: what is measured, divided over pages and drawn.

use std::ops::Range;

use super::Dress;
use crate::journey::{LaneKind, Level};
use crate::layout::drawn::ink::{Icon, Sign};
use crate::layout::drawn::page::Sizes;
use crate::layout::drawn::text::{ASCENT, SetLine};
use crate::scene::Mm;

/// A line of a cell.
#[derive(Debug, Clone)]
pub struct CellLine {
    /// The line as it is set.
    pub set: SetLine,
    /// Space above, unless the line is the first in its cell.
    pub before: Mm,
    /// The item that the line belongs to.
    pub item: usize,
    /// What of the item it is.
    pub part: Part,
    /// What hangs before the line.
    pub mark: Mark,
    /// What stands behind the line, at the side where reading ends: behind the first of an item, or the last.
    pub tray: Vec<Sign>,
    /// Room at the left and at the right for marks.
    pub insets: (Mm, Mm),
}

/// What a line of an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its text.
    Text,
    /// Room for the item's picture.
    Picture,
    /// Room for what was measured.
    Figure,
    /// What the journey turns on there, in words above its text.
    Tag,
    /// The remark with that index.
    Remark(usize),
    /// A score that stands above its text.
    Score,
    /// Room for signs that stand below its text.
    Signs,
}

/// What hangs before the first line of an item.
#[derive(Debug, Clone)]
pub enum Mark {
    /// The only item of a cell.
    Nothing,
    /// One of several.
    Bullet,
    /// One of a lane, with its mark.
    Lane,
    /// A contact: the icon of its channel, or the mark of its lane.
    Channel(Option<Icon>),
    /// What is to be done, by how soon.
    Rank(Option<Level>),
    /// A number, where a text is told elsewhere by it.
    Number(usize),
    /// What turns the journey.
    Sign(Sign),
    /// A score beside its text.
    Score(Box<SetLine>),
}

/// The lines of a cell.
#[derive(Debug, Clone, Default)]
pub struct CellLines {
    /// From the top.
    pub lines: Vec<CellLine>,
    /// From the usual left edge of text to the text of this cell: room for scores.
    pub hang: Mm,
    /// What stays free between the lines and the sides of their box.
    pub insets: Insets,
    /// How the items are dressed.
    pub dress: Dress,
    /// The kind of their lane.
    pub kind: LaneKind,
    /// Whether its items stand in two columns, each half as wide as the cell.
    pub halved: bool,
}

/// What stays free at the sides of a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Insets {
    /// Bullets and stars hang in them.
    #[default]
    Usual,
    /// A narrow column needs its width for words; with room for bullets, or without.
    Narrow {
        /// Whether there are bullets or signs before items.
        listed: bool,
    },
    /// Each item has a box of its own.
    Boxed {
        /// How it is dressed.
        dress: Dress,
        /// Whether the column needs its width for words.
        narrow: bool,
    },
    /// A label fills its box from side to side and from top to bottom.
    Nothing,
}

/// Columns narrower than this, in em, need their width for words.
pub(super) const NARROW: f64 = 12.0;

impl Insets {
    /// Those of a column with a list in it, or without one.
    #[must_use]
    pub fn of(column: Mm, listed: bool, sizes: &Sizes) -> Self {
        if column >= sizes.em() * NARROW { Self::Usual } else { Self::Narrow { listed } }
    }

    /// Where reading begins, and where it ends.
    #[must_use]
    pub fn sides(self, sizes: &Sizes) -> (Mm, Mm) {
        match self {
            Self::Usual => (sizes.indent(), sizes.outdent()),
            Self::Narrow { listed } => {
                let start = if listed { 1.15 } else { 0.5 };
                (sizes.gap + sizes.em() * start, sizes.gap + sizes.em() * 0.2)
            }
            Self::Boxed { dress, narrow } => dress.sides(narrow, sizes),
            Self::Nothing => (Mm::ZERO, Mm::ZERO),
        }
    }

    /// Both together.
    #[must_use]
    pub fn width(self, sizes: &Sizes) -> Mm {
        let (start, end) = self.sides(sizes);
        start + end
    }
}

impl CellLines {
    /// The lines of a cell in which no scores hang.
    #[must_use]
    pub fn new(lines: Vec<CellLine>) -> Self {
        Self { lines, ..Self::default() }
    }

    /// The width of what is in it, from where scores hang to the end of the longest line.
    #[must_use]
    pub fn width(&self) -> Mm {
        let lines = self.lines.iter().map(|line| line.set.width() + line.insets.0 + line.insets.1);
        self.hang + lines.fold(Mm::ZERO, Mm::max)
    }

    /// From where to where the first and the last line reach, from where scores hang.
    #[must_use]
    pub fn ends(&self) -> [(Mm, Mm); 2] {
        let reach = |line: Option<&CellLine>| {
            let Some(line) = line else { return (Mm::ZERO, Mm::ZERO) };
            let begin = self.hang + line.insets.0;
            (begin, begin + line.set.width())
        };
        // A score may hang before the first line; all that is told of a mark stands there in one.
        let (_, first) = reach(self.lines.iter().find(|line| line.part != Part::Score));
        [(Mm::ZERO, first), reach(self.lines.last())]
    }

    /// The height of some of the lines, as if the first of them stood at the top of a cell.
    #[must_use]
    pub fn height(&self, range: Range<usize>) -> Mm {
        self.columns(range).into_iter().map(|column| self.stacked(column)).fold(Mm::ZERO, Mm::max)
    }

    /// What is not more than that, whatever pages the lines are divided over: without the gaps between them.
    #[must_use]
    pub fn least_height(&self, range: Range<usize>) -> Mm {
        let all: Mm = self.lines[range].iter().map(|line| line.set.height()).sum();
        if self.halved { all / 2.0 } else { all }
    }

    /// How many lines from `start` on stand in a height.
    #[must_use]
    pub fn fitting(&self, start: usize, room: Mm) -> usize {
        let room = room + Mm(1e-6);
        let mut used = Mm::ZERO;
        // As many as have room but for the gaps between them; then as many as have it with those.
        let fitting = self.lines[start..].iter().take_while(|line| {
            used += line.set.height();
            used <= if self.halved { room * 2.0 } else { room }
        });
        let (mut most, mut over) = (0, fitting.count() + 1);
        while most + 1 < over {
            let middle = usize::midpoint(most, over);
            let fits = self.height(start..start + middle) <= room;
            *(if fits { &mut most } else { &mut over }) = middle;
        }
        most
    }

    /// Some of the lines by the column in which they stand. No item is divided, and none of the columns is higher than it must be.
    #[must_use]
    pub fn columns(&self, range: Range<usize>) -> [Range<usize>; 2] {
        let whole = [range.clone(), range.end..range.end];
        if !self.halved || range.is_empty() {
            return whole;
        }
        let all = self.stacked(range.clone());
        let mut above = self.lines[range.start].set.height();
        let mut best = (all, whole);
        for at in range.start + 1..range.end {
            let line = &self.lines[at];
            if line.item != self.lines[at - 1].item {
                let higher = above.max(all - above - line.before);
                if higher < best.0 {
                    best = (higher, [range.start..at, at..range.end]);
                }
            }
            above += line.before + line.set.height();
        }
        best.1
    }

    /// The height of lines on each other.
    fn stacked(&self, range: Range<usize>) -> Mm {
        let lines = &self.lines[range];
        let gaps: Mm = lines.iter().skip(1).map(|line| line.before).sum();
        gaps + lines.iter().map(|line| line.set.height()).sum()
    }

    /// How many of the lines end inside a word.
    #[must_use]
    pub fn broken(&self) -> usize {
        self.lines.iter().filter(|line| line.set.line.breaks_word()).count()
    }

    /// A cell of lines without marks: a title, a text across.
    #[must_use]
    pub fn plain(lines: Vec<SetLine>) -> Self {
        Self::new(lines.into_iter().map(CellLine::plain).collect())
    }
}

impl CellLine {
    /// From its top to the baseline on which marks stand: that of its text, or of a line at the top of a picture or where there is no text.
    #[must_use]
    pub fn ascent(&self, em: Mm) -> Mm {
        if matches!(self.part, Part::Picture | Part::Signs) { em * ASCENT } else { self.set.ascent }
    }

    /// The signs before and behind it.
    pub fn signs(&self) -> impl Iterator<Item = Sign> {
        let before = match &self.mark {
            Mark::Sign(sign) => Some(*sign),
            Mark::Rank(level) => level.map(|_| Sign::Priority),
            Mark::Nothing | Mark::Bullet | Mark::Lane | Mark::Channel(_) | Mark::Number(_) | Mark::Score(_) => None,
        };
        before.into_iter().chain(self.tray.iter().copied())
    }

    /// A line of text without a mark.
    #[must_use]
    pub fn plain(set: SetLine) -> Self {
        let (part, mark, insets) = (Part::Text, Mark::Nothing, (Mm::ZERO, Mm::ZERO));
        Self { set, before: Mm::ZERO, item: 0, part, mark, tray: Vec::new(), insets }
    }
}
