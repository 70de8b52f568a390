//! A stretch of the line that stands in one row: its phases, its ruler and its notes, measured at a size.

use std::ops::Range;

use super::content::{Content, NoteText};
use super::moments::{Slot, Spot};
use super::voices::Voice;
use crate::journey::LaneKind;
use crate::layout::drawn::items::{CellLines, Dress, Manner, items, label};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::phases::{Arrows, Band, Column, bands};
use crate::layout::drawn::text::{LEADING, SetLine, height};
use crate::scene::{Mm, Pt, Rect};

/// The side of a sticky note.
pub(super) const NOTE: Mm = Mm(76.0);

/// How the slots of a row are spread over its width.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spread {
    /// Whether notes stand above and below the line by turns, all in one row.
    pub staggered: bool,
    /// Slots in a row.
    pub per_row: usize,
    /// From one slot to the next.
    pub pitch: Mm,
    /// The width of a note.
    pub note: Mm,
    /// The left edge of the first slot.
    pub left: Mm,
    /// Between two notes.
    pub gap: Mm,
}

/// Neighbouring slots of a phase.
pub(super) struct Bracket {
    pub phase: usize,
    pub column: Column,
    /// Its slots, of all.
    pub slots: Range<usize>,
    /// Whether the phase begins here, and whether it ends here.
    pub opens: bool,
    pub closes: bool,
    /// Indices into the notes.
    pub notes: Range<usize>,
}

/// A note at its place.
pub(super) struct SetNote {
    pub moment: usize,
    /// Its place among the slots of the row.
    pub slot: usize,
    pub column: Column,
    /// Whether it stands above the line.
    pub above: bool,
    /// When it was, on lines of its own with the icon.
    pub when: Vec<SetLine>,
    /// Whether that is told among the rest instead.
    pub told: usize,
    /// The height of those lines.
    pub top: Mm,
    pub lines: CellLines,
    /// Whether its icon stands before the day, and not in an indent.
    pub inline: bool,
    /// Whether what is said of it stands on it as well.
    pub says: bool,
}

/// What is said of how a phase felt, below its title.
pub(super) struct Saying {
    /// Of which of all that is felt.
    pub felt: usize,
    pub lines: CellLines,
    pub column: Column,
    /// From the bracket.
    pub top: Mm,
}

/// A row of the line.
pub(super) struct System {
    pub slots: Range<usize>,
    /// How they are spread.
    pub spread: Spread,
    /// The width of each slot.
    pub columns: Vec<Column>,
    pub brackets: Vec<Bracket>,
    pub bands: Vec<Band>,
    pub band_height: Mm,
    pub titles: Arrows,
    pub title_height: Mm,
    /// What is said of how the phases felt, below their titles, by bracket.
    pub said: Vec<Vec<Saying>>,
    pub said_height: Mm,
    /// The height of the ruler, or of the space in its stead where it has nothing to tell.
    pub ruler: Mm,
    /// Words over the ruler, by slot: months where they begin, and silences.
    pub words: Vec<(usize, Vec<SetLine>)>,
    pub notes: Vec<SetNote>,
    pub staggered: bool,
    /// What is said beside the line.
    pub voices: Vec<Voice>,
    /// The height that the line has beyond that of others, for what is said beside it.
    pub extra: Mm,
}

/// The height of a bracket below the title of its phase, in em.
const BRACKET: f64 = 1.0;
/// From the line to the notes, in em.
pub(super) const STEM: f64 = 0.7;
/// A row of this share of the slots of the longest is as wide.
const STRETCHED: f64 = 0.5;
/// A ruler has this height beside that of its words, in em; and without one the line keeps clear of the brackets.
const RULED: f64 = 0.95;
const UNRULED: f64 = 0.45;
/// The least height of a line that tells how the customer feels, and of one that does not, in em.
const LEAST_CURVE: f64 = 4.6;
/// The same before type grows beyond its least size.
const CURVE: f64 = 9.0;
const LEAST_LINE: f64 = 1.8;
/// That of one below which nothing stands.
const ALONE: f64 = 14.0;

impl Spread {
    /// That of a row of so many slots: one that is a little shorter than others is as wide as they are.
    pub fn of(self, count: usize) -> Self {
        if self.staggered || count >= self.per_row || (count as f64) < self.per_row as f64 * STRETCHED {
            return self;
        }
        let pitch = self.pitch * (self.per_row as f64 / count as f64);
        Self { pitch, note: self.note + (pitch - self.pitch), ..self }
    }

    /// The width of a slot.
    pub fn slot(&self) -> Mm {
        self.pitch - self.gap
    }

    /// The width of each of so many slots of a row.
    pub fn columns(&self, count: usize) -> Vec<Column> {
        let left = |slot: usize| self.left + self.pitch * slot as f64;
        if !self.staggered {
            return (0..count).map(|slot| (left(slot), self.pitch - self.gap)).collect();
        }
        // Notes stand around the middles of their slots, and reach over their neighbours.
        let middle = |slot: usize| left(slot) + self.note / 2.0;
        let edge = |slot: usize, side: f64| middle(slot) + (self.pitch - self.gap) * (side / 2.0);
        let first = |slot: usize| if slot == 0 { self.left } else { edge(slot, -1.0) };
        let last = |slot: usize| if slot + 1 == count { middle(slot) + self.note / 2.0 } else { edge(slot, 1.0) };
        (0..count).map(|slot| (first(slot), last(slot) - first(slot))).collect()
    }

    /// The middle of a slot.
    pub fn middle(&self, slot: usize) -> Mm {
        let half = if self.staggered { self.note } else { self.pitch - self.gap } / 2.0;
        self.left + self.pitch * slot as f64 + half
    }

    /// Where the face of a slot stands: in its middle, or half-way to what comes before. At the beginning of a row there is nothing to stand
    /// behind.
    pub fn face(&self, slot: usize, before: bool) -> Mm {
        let middle = self.middle(slot);
        match slot.checked_sub(1).filter(|_| before) {
            Some(last) => (self.middle(last) + middle) / 2.0,
            None if before => (self.left + middle) / 2.0,
            None => middle,
        }
    }

    fn note(&self, slot: usize) -> Column {
        (self.middle(slot) - self.note / 2.0, self.note)
    }
}

/// The phases over some slots, each with its columns.
pub(super) fn brackets(content: &Content, slots: &Range<usize>, columns: &[Column]) -> Vec<Bracket> {
    let phases: Vec<Option<usize>> = slots.clone().map(|slot| content.phase_of(slot)).collect();
    let is_note = |slot: &usize| matches!(content.slots[*slot], Slot::Moment(_));
    let (mut brackets, mut start, mut note) = (Vec::new(), 0, 0);
    for run in phases.chunk_by(|one, other| one == other) {
        let end = start + run.len();
        let count = (slots.start + start..slots.start + end).filter(is_note).count();
        if let Some(phase) = run[0] {
            let (left, (last, width)) = (columns[start].0, columns[end - 1]);
            let outside =
                |slot: Option<usize>| slot.filter(|slot| *slot < content.slots.len()).and_then(|slot| content.phase_of(slot));
            brackets.push(Bracket {
                phase,
                column: (left, last + width - left),
                slots: slots.start + start..slots.start + end,
                opens: outside((slots.start + start).checked_sub(1)) != Some(phase),
                closes: outside(Some(slots.start + end)) != Some(phase),
                notes: note..note + count,
            });
        }
        (start, note) = (end, note + count);
    }
    brackets
}

impl System {
    /// Measures a row. Nothing as soon as a note is higher than `most`. What is said of what is felt in `beside` stands beside the line.
    pub fn new(
        content: &Content,
        setting: &Setting,
        (spread, beside): (&Spread, &[usize]),
        slots: Range<usize>,
        most: Mm,
    ) -> Option<Self> {
        let (sizes, typesetter) = (&setting.sizes, setting.typesetter());
        let (narrowest, spread, slot) = (spread.note, spread.of(slots.len()), spread.slot());
        let columns = spread.columns(slots.len());
        let mut notes = Vec::new();
        for (slot, of) in content.slots[slots.clone()].iter().enumerate() {
            let Slot::Moment(moment) = of else { continue };
            let above = spread.staggered && moment.is_multiple_of(2);
            let said = content.notes[*moment].felt.filter(|felt| content.felt[*felt].said.is_some());
            let shows = (spread.staggered, said.is_some_and(|felt| !beside.contains(&felt)));
            let place = (slot, spread.note(slot), above);
            notes.push(note(content, *moment, (narrowest, place, shows), setting, most)?);
        }
        let brackets = brackets(content, &slots, &columns);
        let spans: Vec<Column> = brackets.iter().map(|bracket| bracket.column).collect();
        let phase_of = |bracket: &Bracket| content.journey.phases[bracket.phase].stage;
        let stages: Vec<Option<usize>> = brackets.iter().map(phase_of).collect();
        let mut bands = bands(&content.stages, &stages, &spans, setting);
        let before = slots.start.checked_sub(1).and_then(|slot| content.phase_of(slot));
        let before = before.and_then(|phase| content.journey.phases[phase].stage);
        if let Some(first) = bands.first_mut().filter(|band| band.columns.start == 0 && before == Some(band.stage)) {
            first.go_on(&content.stages_again[first.stage], &spans, setting);
        }
        let band_height = bands.iter().map(|band| band.height(sizes)).fold(Mm::ZERO, Mm::max);
        let titles = Arrows::of(brackets.iter().map(|bracket| content.title_of(bracket)), &spans, slot, setting);
        let title_height = titles.titles.iter().map(|lines| height(lines)).fold(Mm::ZERO, Mm::max) + sizes.em() * BRACKET;
        let said = said(content, setting, (&slots, &spread, beside), &brackets);
        let foot = said.iter().flatten().map(|said| said.top + said.height()).reduce(Mm::max);
        let said_height = foot.map_or(Mm::ZERO, |foot| foot + sizes.em() * SAID);
        let mut words: Vec<(usize, Vec<SetLine>)> = Vec::new();
        let silence = |slot: usize| content.silences[slot].as_ref().map(|silence| (silence, usize::MAX));
        let told = |slot: usize| silence(slot).or(content.months[slot].as_ref().map(|(month, lines)| (month, *lines)));
        for (nth, slot) in slots.clone().enumerate() {
            let Some((block, most)) = told(slot) else { continue };
            // The name of a month may reach over slots without words.
            let free = (nth + 1..slots.len()).take_while(|next| told(slots.start + next).is_none()).count();
            let free = if content.silences[slot].is_some() { 0 } else { free };
            let (last, width) = columns[nth + free];
            let from = columns[nth].0;
            let lines = block.set(typesetter, (last + width - from).max(sizes.em()), sizes.note);
            let breaks = lines.iter().any(|line| line.line.breaks_word());
            if content.silences[slot].is_some() || !breaks && lines.len() <= most {
                words.push((nth, lines));
            }
        }
        // Without it the line keeps clear of the brackets.
        let ruler = words.iter().map(|(_, lines)| height(lines)).reduce(Mm::max);
        let ruler = sizes.em() * ruler.map_or(UNRULED, |_| RULED) + ruler.unwrap_or(Mm::ZERO);
        let staggered = spread.staggered;
        Some(Self {
            slots,
            spread,
            columns,
            brackets,
            bands,
            band_height,
            titles,
            title_height,
            said,
            said_height,
            ruler,
            words,
            notes,
            staggered,
            voices: Vec::new(),
            extra: Mm::ZERO,
        })
    }

    /// Whether it has a ruler: where it says nothing the notes tell, it is not there.
    pub fn is_ruled(&self) -> bool {
        !self.words.is_empty()
    }

    /// Where the ruler says that a month begins of which the first contact stands in a slot: half-way to what comes before.
    pub fn month_at(&self, slot: usize) -> Mm {
        self.columns[slot].0 - if slot == 0 { Mm::ZERO } else { self.spread.gap / 2.0 }
    }

    /// Its left and its right side.
    pub fn sides(&self) -> (Mm, Mm) {
        let left = self.columns.first().map_or(Mm::ZERO, |column| column.0);
        (left, self.columns.last().map_or(Mm::ZERO, |(last, width)| *last + *width))
    }

    /// From its top to its ruler, where it begins or where it goes on.
    pub fn header(&self, opens: bool) -> Mm {
        self.band_height + self.title_height + if opens { self.said_height } else { Mm::ZERO }
    }

    /// The height of a note of which lines stand here, at its top or further down.
    pub fn note_height(note: &SetNote, range: Range<usize>, opens: bool, setting: &Setting) -> Mm {
        let top = if opens { note.top } else { Mm::ZERO };
        setting.sizes.pad() * 2.0 + top + note.lines.height(range)
    }

    /// The height of the highest whole note above or below the line.
    pub fn notes_height(&self, above: bool, setting: &Setting) -> Mm {
        let own = self.notes.iter().filter(|note| note.above == above);
        own.map(|note| Self::note_height(note, 0..note.lines.lines.len(), true, setting)).fold(Mm::ZERO, Mm::max)
    }

    /// The least height of its line with the stems.
    pub fn line(&self, content: &Content, setting: &Setting) -> Mm {
        Self::least_line(content, setting) + self.extra
    }

    /// Where its line runs over notes that stand so much lower than they have to, in a row at a height.
    pub fn between(&self, content: &Content, setting: &Setting, (top, more): (Mm, Mm)) -> Rect {
        let (left, right) = self.sides();
        let height = self.line(content, setting) + more - setting.em() * STEM;
        Rect::new(left, top + self.header(true) + self.ruler, right - left, height.max(setting.em()))
    }

    /// The least height of any line with its stems.
    pub fn least_line(content: &Content, setting: &Setting) -> Mm {
        let grown = !setting.is_least();
        let least = match (&content.curve, grown) {
            (Some(_), true) if content.notes.is_empty() => ALONE,
            (Some(_), true) => CURVE,
            (Some(_), false) => LEAST_CURVE,
            (None, _) => LEAST_LINE,
        };
        setting.em() * (least + STEM)
    }

    /// Its least height when all of it stands together.
    pub fn height(&self, content: &Content, setting: &Setting) -> Mm {
        let notes = self.notes_height(true, setting) + self.notes_height(false, setting);
        self.header(true)
            + self.ruler
            + self.line(content, setting)
            + notes
            + if self.staggered { setting.em() * STEM } else { Mm::ZERO }
    }

    /// How many lines it has, and how many of them end inside a word.
    pub fn lines(&self) -> (usize, usize) {
        let said = self.said.iter().flatten().flat_map(|said| &said.lines.lines);
        let lines = self.notes.iter().flat_map(|note| &note.lines.lines).chain(said);
        let broken = lines.clone().filter(|line| line.set.line.breaks_word()).count();
        let titles = self.titles.lines();
        (lines.count() + titles.0, broken + titles.1)
    }
}

impl Saying {
    pub fn height(&self) -> Mm {
        self.lines.height(0..self.lines.lines.len())
    }

    /// Its place where the brackets end at `top`.
    pub fn frame(&self, top: Mm) -> Rect {
        Rect::new(self.column.0, top + self.top, self.column.1, self.height())
    }
}

/// What is said of how the phases of a row felt, and neither beside the line nor on a note: each over its face where it has the width, else
/// below each other.
fn said(
    content: &Content,
    setting: &Setting,
    (slots, spread, beside): (&Range<usize>, &Spread, &[usize]),
    brackets: &[Bracket],
) -> Vec<Vec<Saying>> {
    let mut of: Vec<Vec<usize>> = brackets.iter().map(|_| Vec::new()).collect();
    for felt in content.felt_in(slots) {
        let spot = &content.felt[felt].spot;
        if spot.moment.is_some() {
            continue;
        }
        // Where phases take turns, each has more brackets than one.
        let left = |bracket: &Bracket| bracket.slots.start <= spot.slot;
        let own = brackets.iter().rposition(|bracket| bracket.phase == spot.phase && left(bracket));
        let own = own.or_else(|| brackets.iter().position(|bracket| bracket.phase == spot.phase));
        if let Some(own) = own {
            of[own].push(felt);
        }
    }
    let em = setting.em();
    let face = |spot: Spot| spread.face(spot.slot.saturating_sub(slots.start).min(slots.len() - 1), spot.before);
    let bracket = |(felt, bracket): (Vec<usize>, &Bracket)| {
        let (left, width) = bracket.column;
        let part = width / felt.len().max(1) as f64;
        let apart = part >= em * NARROW;
        let mut top = em * SAID;
        let saying = |(nth, felt): (usize, usize)| {
            let text = content.felt[felt].said.as_ref().filter(|_| !beside.contains(&felt))?;
            let column = if apart { (left + part * nth as f64, part - em * SAID * 2.0) } else { (left, width) };
            let lines = label(text, 0, (LaneKind::Emotion, false), column.1, setting);
            let width = (lines.width() + Mm(0.01)).min(column.1);
            let over = face(content.felt[felt].spot) - width / 2.0;
            let column = (over.min(column.0 + column.1 - width).max(column.0), width);
            let said = Saying { felt, lines, column, top };
            top += if apart { Mm::ZERO } else { said.height() + em * SAID };
            Some(said)
        };
        felt.into_iter().enumerate().filter_map(saying).collect()
    };
    of.into_iter().zip(brackets).map(bracket).collect()
}

/// Above and below what is said under a title, in em.
const SAID: f64 = 0.25;
/// What is said beside other sayings has this width at least, in em.
const NARROW: f64 = 8.0;

/// Sets a note, with a face and with what is said of it when it shows them; the narrowest of all is so wide.
fn note(
    content: &Content,
    moment: usize,
    (narrowest, (slot, column, above), (staggered, says)): (Mm, (usize, Column, bool), (bool, bool)),
    setting: &Setting,
    most: Mm,
) -> Option<SetNote> {
    let (sizes, text) = (&setting.sizes, &content.notes[moment]);
    let faced = staggered && text.felt.is_some();
    // On notes of a true size words need all of their width: the icon stands before the day.
    let inline = staggered && text.when.is_some();
    let kind = LaneKind::Touchpoint;
    let listed = text.icon.is_some() && !inline;
    let manner = Manner { kind, widest_score: 0.0, listed, pictures: None, dress: Dress::Noted };
    let aside = if faced { FACE * 2.0 + 0.1 } else { 0.0 } + if inline && text.icon.is_some() { ICON } else { 0.0 };
    let sides = |listed: bool| Manner { listed, ..manner }.insets(column.1, sizes).width(sizes) + sizes.em() * EDGE;
    // All say it in the same size, as if each had an icon.
    let room = narrowest - sides(true) - sizes.em() * if staggered { FACE * 2.0 + 0.1 } else { 0.0 };
    let size = if text.undated { sizes.note } else { content.size_of_when([sizes.cell, sizes.note], room) };
    let (told, when) = head(text, column.1 - sides(listed) - sizes.em() * aside, size, setting);
    let lines = items((text.told(told, says), &|_| false), manner, column.1 - sizes.em() * EDGE, setting, most)?;
    let top = height(&when);
    let top = if text.icon.is_some() && inline { top.max(sizes.em() * LEADING) } else { top };
    let top = if faced { top.max(sizes.em() * (FACE * 2.0 + 0.15)) } else { top };
    Some(SetNote { moment, slot, column, above, when, told, top, lines, inline, says })
}

/// Room for the edge that tells how it felt, in em.
pub(super) const EDGE: f64 = 0.62;
/// The radius of a face on a note, in em.
pub(super) const FACE: f64 = 0.9;
/// The room for an icon before the day, in em.
pub(super) const ICON: f64 = 1.15;
/// When it was, on a line or two, and how the rest is told.
fn head(text: &NoteText, room: Mm, size: Pt, setting: &Setting) -> (usize, Vec<SetLine>) {
    let Some(when) = &text.when else { return (1, Vec::new()) };
    let two = Mm::from(size) * (LEADING * 2.2);
    let lines = when.set_within(setting.typesetter(), room, size, two);
    let whole = lines.filter(|lines| !lines.iter().any(|line| line.line.breaks_word()));
    whole.map_or((0, Vec::new()), |lines| (1, lines))
}
