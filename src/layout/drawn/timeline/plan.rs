//! The plan of a timeline: how the paper lies, whether notes stand on both sides of the line or in rows, and the size of everything.

use std::ops::Range;

use super::content::Content;
use super::flow::{self, Piece, Placed};
use super::moments::Slot;
use super::system::{NOTE, SetNote, Spread, System, brackets};
use super::voices;
use crate::journey::LaneKind;
use crate::layout::drawn::items::{CellLines, Dress, Manner, items, score_text};
use crate::layout::drawn::page::{
    AIR, ANY, BROKEN_UP_TO, Care, Frame, Head, Legend, Outcome, Setting, Sizes, TITLE_RATIO, Trial, best, down_to_half_points,
    is_vast, running_height,
};
use crate::layout::drawn::phases::headline;
use crate::layout::drawn::text::Block;
use crate::paper::{Orientation, Paper};
use crate::scene::Mm;

/// Everything that is decided before anything is drawn.
pub(super) struct Plan<'a> {
    pub setting: Setting<'a>,
    pub head: Head<'a>,
    pub legend: Legend,
    pub spread: Spread,
    pub systems: Vec<System>,
    /// What has no room in head and headers.
    pub text: CellLines,
    /// What is said of how phases felt, where it has no room below their titles.
    pub said: CellLines,
    pub pages: Vec<Vec<Placed>>,
    /// The height that each line has beyond its least: the same on all pages.
    pub more: Mm,
    /// What had to give way.
    pub care: Care,
}

/// Widths of notes in rows, in em: the widest is tried first.
const WIDTHS: [f64; 4] = [15.0, 12.5, 11.0, 9.8];
/// Widths of slots where no note stands in any: a face has room.
const FACES: [f64; 3] = [6.0, 4.2, 3.0];
/// From one note to the next on the other side of the line at least.
const STEP: Mm = Mm(41.0);
/// The line takes at least this share of the room between notes on both sides: where it would be lower, notes are as high as their text.
const LINE: f64 = 0.28;
/// Type grows no further where the line would take less of its row than this share, or than so many em.
const LINE_OF_ROW: f64 = 0.45;
const HIGH: f64 = 15.0;
/// The line takes at most this share of a page, with all rows on it.
const MOST_LINE: f64 = 0.62;
/// The same on a page with one row.
const MOST_LINE_OF_ONE: f64 = 0.58;
/// The same where there is nothing below it.
const MOST_LINE_ALONE: f64 = 0.84;
/// Where the line takes no more than this share, notes are of their true size only when they are filled as far as this on average.
const HIGH_LINE: f64 = 0.4;
const FILLED: f64 = 0.34;
/// How many more notes a row takes, each narrower, so that no phase is parted.
const MORE: usize = 2;
/// A note is no wider than this, in em, to be read well.
const WIDEST: f64 = 24.0;
/// What is said below titles takes no more of a page than this.
const MOST_SAID: f64 = 0.2;
/// How often places beside the line are looked for.
const ROUNDS: usize = 3;

impl Plan<'_> {
    fn outcome(&self) -> Outcome {
        Outcome { pages: self.pages.len(), care: self.care, cell: self.setting.sizes.cell }
    }

    /// Whether it is better than another, on paper that lies the other way: fewer pages, then phases that can be read, then notes on both sides
    /// of the line, then, of phases that are too small, the larger, then type that is enough larger, or as large with greater care.
    fn betters(&self, other: &Self) -> bool {
        // In tenths of a millimetre, the larger before the smaller.
        #[allow(clippy::cast_possible_truncation, reason = "a small number")]
        let unread = |plan: &Self| if plan.reads() { 0 } else { (-Mm::from(plan.setting.sizes.phase).0 * 10.0) as i64 };
        let rank = |plan: &Self| (plan.pages.len(), !plan.reads(), !plan.spread.staggered, unread(plan));
        let [own, its] = [self, other].map(|plan| plan.setting.sizes.cell.0);
        let larger = own > its * WORTH_TURNING || (own >= its && self.care < other.care);
        rank(self) < rank(other) || (rank(self) == rank(other) && larger)
    }

    /// Whether phases can be read from where they should be.
    fn reads(&self) -> bool {
        self.setting.sizes.phase >= self.setting.frame.least.phase_min
    }

    /// What of the first page a line between notes on both sides takes.
    fn line_share(&self) -> f64 {
        let room = self.rooms().0;
        let line = |system: &System| (room - system.header(true) - system.ruler - NOTE * 2.0) / room;
        self.systems.first().map_or(0.0, line)
    }

    /// How far notes of their true size are filled, on average.
    fn filled(&self) -> f64 {
        let notes = self.systems.iter().flat_map(|system| &system.notes);
        let share = |note: &SetNote| System::note_height(note, 0..note.lines.lines.len(), true, &self.setting) / NOTE;
        let shares: Vec<f64> = notes.map(share).collect();
        shares.iter().sum::<f64>() / shares.len().max(1) as f64
    }

    /// Whether the line is as high as one sees well how it rises and falls: beside notes in rows, and where type is larger than it must be.
    fn shows_the_line(&self, content: &Content) -> bool {
        let setting = &self.setting;
        if self.spread.staggered || content.notes.is_empty() || content.curve.is_none() || setting.is_least() {
            return true;
        }
        let rows = self.systems.iter().map(|system| system.height(content, setting) + self.more);
        let row = rows.sum::<Mm>() / self.systems.len() as f64;
        System::least_line(content, setting) + self.more >= (row * LINE_OF_ROW).min(setting.em() * HIGH)
    }

    /// The heights for rows on the first page and on others.
    pub fn rooms(&self) -> (Mm, Mm) {
        rooms(&self.setting, &self.head, &self.legend)
    }
}

fn rooms(setting: &Setting, head: &Head, legend: &Legend) -> (Mm, Mm) {
    let room = setting.frame.height() - legend.height;
    (room - head.height, room - running_height(&setting.sizes))
}

/// With more contacts than this a timeline takes many pages, and either way is as good.
const MANY: usize = 1000;

/// Paper lies, unless it is this much larger type for which it stands.
const WORTH_TURNING: f64 = 1.15;

/// The ways in which the paper may lie.
fn ways(content: &Content) -> Vec<Orientation> {
    match content.context.orientation {
        Some(one) => vec![one],
        None if content.slots.len() > MANY => vec![Orientation::Landscape],
        None => vec![Orientation::Landscape, Orientation::Portrait],
    }
}

/// Decides on all: the given orientation, or the better one; landscape where both are alike.
pub(super) fn plan<'a>(content: &'a Content, paper: &Paper) -> Plan<'a> {
    let ways = ways(content);
    let plans = ways.into_iter().filter_map(|way| oriented(content, Frame::new(paper, paper.oriented(way))));
    let better = |best: Option<Plan<'a>>, plan: Plan<'a>| match best {
        Some(best) if !plan.betters(&best) => Some(best),
        Some(_) | None => Some(plan),
    };
    plans.fold(None, better).expect("nothing takes more pages than any journey does")
}

/// Whether all stands on one page of a paper at its least size.
pub(super) fn fits(content: &Content, paper: &Paper) -> bool {
    ways(content).into_iter().any(|way| {
        let frame = Frame::new(paper, paper.oriented(way));
        let trial = Trial { frame, cell: frame.least.cell_min, care: Care::Least, most: 1 };
        attempt(content, trial, is_staggered(content, frame)).is_some()
    })
}

fn oriented<'a>(content: &'a Content, frame: Frame) -> Option<Plan<'a>> {
    let plan = |staggered| best(frame, ANY, None, Plan::outcome, |trial| attempt(content, trial, staggered));
    if !is_staggered(content, frame) {
        return plan(false);
    }
    // Large notes that say little would take the room of the line for nothing.
    let large = plan(true)?;
    let worth = large.line_share() > HIGH_LINE || large.filled() >= FILLED;
    if worth && large.reads() {
        return Some(large);
    }
    // Nor are they worth phases that cannot be read from where they should be, where these can above rows.
    let rows = plan(false).filter(|rows| rows.pages.len() == large.pages.len() && (!worth || rows.reads()));
    rows.or(Some(large))
}

/// Whether notes of their true size have room on both sides of the line, with few words in pieces.
fn is_staggered(content: &Content, frame: Frame) -> bool {
    if content.notes.is_empty() {
        return false;
    }
    let trial = Trial { frame, cell: frame.least.cell_min, care: Care::Joints, most: 1 };
    attempt(content, trial, true).is_some()
}

/// Everything at one size; nothing as soon as it takes more than `most` pages, or more gives way than may.
fn attempt<'a>(content: &'a Content, trial: Trial, staggered: bool) -> Option<Plan<'a>> {
    let Trial { frame, cell, .. } = trial;
    let setting = Setting::new(content.journey, content.context, frame, Sizes::new(&frame, cell));
    let mut best: Option<Plan<'a>> = None;
    for spread in spreads(content, &setting, staggered) {
        // Narrower notes are worth it where they save a page.
        let most = best.as_ref().map_or(trial.most, |best| best.pages.len() - 1);
        if most == 0 || best.as_ref().is_some_and(|best| is_vast(best.pages.len())) {
            break;
        }
        best = with(content, setting, Trial { most, ..trial }, spread).or(best);
    }
    best
}

/// The ways in which the slots can be spread, the best first.
fn spreads(content: &Content, setting: &Setting, staggered: bool) -> Vec<Spread> {
    let (frame, em, count) = (&setting.frame, setting.em(), content.slots.len());
    let axis = axis_width(content, setting);
    let (left, width) = (frame.margin + axis, frame.width() - axis);
    let gap = frame.gutter.max(em * 0.5) * 1.5;
    if staggered {
        let pitch = (width - NOTE) / (count.max(2) - 1) as f64;
        let fits = count > 1 && pitch >= STEP && pitch * 2.0 >= NOTE + gap;
        return if fits { vec![Spread { staggered, per_row: count, pitch, note: NOTE, left, gap }] } else { Vec::new() };
    }
    let mut spreads: Vec<Spread> = Vec::new();
    let widths = if content.notes.is_empty() { &FACES[..] } else { &WIDTHS[..] };
    for em_width in widths.iter().copied() {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number, or zero")]
        let fitting = (((width + gap) / (em * em_width + gap)) as usize).clamp(1, count.max(1));
        let per_row = unparted(content, fitting, |more| (width + gap) / more as f64 - gap >= em * WIDTHS[WIDTHS.len() - 1]);
        let pitch = (width + gap) / per_row as f64;
        if spreads.last().is_none_or(|last| last.per_row != per_row) {
            spreads.push(Spread { staggered, per_row, pitch, note: (pitch - gap).min(em * WIDEST), left, gap });
        }
    }
    spreads
}

/// The length of the longest row where no more than so many slots stand in one: a little more where that parts fewer phases in as many rows,
/// and `fits` says that so many have room.
fn unparted(content: &Content, fitting: usize, fits: impl Fn(usize) -> bool) -> usize {
    let parted = |rows: &[Range<usize>]| {
        let phase = |slot: usize| content.phase_of(slot);
        rows.iter().skip(1).filter(|row| phase(row.start).is_some() && phase(row.start - 1) == phase(row.start)).count()
    };
    let ways = (fitting..=fitting + MORE).filter(|more| *more == fitting || fits(*more)).map(|more| rows(content, more));
    let best = ways.min_by_key(|rows| (rows.len(), parted(rows)));
    best.into_iter().flatten().map(|row| row.len()).max().unwrap_or(1).max(1)
}

/// The room for the numbers of the scale.
fn axis_width(content: &Content, setting: &Setting) -> Mm {
    let Some((scale, _)) = &content.curve else { return Mm::ZERO };
    let numbers = [scale.min, scale.middle(), scale.max].map(|score| score_text(score, scale, setting.terms).chars().count());
    setting.em() * (numbers.into_iter().max().unwrap_or(0) as f64 * 0.5 + 0.6)
}

/// The slots in rows of no more than so many: as few rows as can be, and among those the breaks at the ends of phases, then at silences.
pub(super) fn rows(content: &Content, per_row: usize) -> Vec<Range<usize>> {
    let count = content.slots.len();
    let fewest = count.div_ceil(per_row.max(1)).max(1);
    // What it costs to break before a slot.
    let cost = |slot: usize| {
        let silent = |slot: usize| matches!(content.slots.get(slot), Some(Slot::Silence(_)));
        // A contact by itself at the end or at the beginning of a row has the whole title of its phase.
        let same = |one: usize, other: usize| other < count && content.phase_of(one) == content.phase_of(other);
        let alone = |slot: usize| slot < 2 || !same(slot - 1, slot - 2) || !same(slot, slot + 1);
        let torn = if slot > 0 && same(slot - 1, slot) && alone(slot) { 0.6 } else { 0.0 };
        torn + match slot {
            0 => 0.0,
            slot if silent(slot) => 0.8,
            slot if silent(slot - 1) => 0.2,
            slot if !same(slot - 1, slot) => 0.0,
            _ => 1.0,
        }
    };
    let even = count as f64 / fewest as f64;
    // The best rows of which the last ends before each slot.
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for end in 1..=count {
        let last = if end < count { cost(end) } else { 0.0 };
        let row = |start: usize| {
            let uneven = (end - start) as f64 / even - 1.0;
            (best[start].0 + 3.0 + uneven * uneven * 0.5 + last, start)
        };
        let found = (end.saturating_sub(per_row)..end).map(row).min_by(|one, other| one.0.total_cmp(&other.0));
        best.push(found.unwrap_or((0.0, 0)));
    }
    let (mut rows, mut end) = (Vec::new(), count);
    while end > 0 {
        let start = best[end].1;
        rows.push(start..end);
        end = start;
    }
    rows.reverse();
    rows
}

fn with<'a>(content: &'a Content, mut setting: Setting<'a>, trial: Trial, spread: Spread) -> Option<Plan<'a>> {
    let Trial { frame, cell, care, most } = trial;
    let rows = rows(content, spread.per_row);
    let spans = rows.iter().flat_map(|row| brackets(content, row, &spread.of(row.len()).columns(row.len())));
    let titles: Vec<(&Block, Mm)> = spans.map(|bracket| (&content.title_of(&bracket).title, bracket.column.1)).collect();
    setting.sizes.phase = headline(&titles, spread.slot(), &setting, care)?;
    let mut head = Head::new(&content.head, &setting);
    // Phases give way to a long title, down to what they should be beside cells.
    let largest = head.title_size().map_or(setting.sizes.phase, |title| down_to_half_points(title / TITLE_RATIO));
    let least = Sizes::new(&frame, cell).phase.min(setting.sizes.phase);
    if largest.max(least) < setting.sizes.phase {
        setting.sizes.phase = largest.max(least);
        head = Head::new(&content.head, &setting);
    }
    let legend = Legend::new(content.legend.iter().chain(&content.in_order), &setting);
    let room = rooms(&setting, &head, &legend);
    let note = if most > ANY / 2 { Mm(f64::INFINITY) } else { (room.0 + room.1 * most as f64).max(frame.height()) };
    let set = |beside: &[usize]| -> Option<Vec<System>> {
        rows.iter().map(|row| System::new(content, &setting, (&spread, beside), row.clone(), note)).collect()
    };
    let systems = if spread.staggered {
        let fits =
            |systems: &[System]| stands(content, &setting, (&systems[0], &besides(content, &setting, &head, systems)), room.0);
        spoken(content, &setting, room.0, &set, &fits)?
    } else {
        set(&[])?
    };
    let high = systems.iter().any(|system| system.said_height > frame.height() * MOST_SAID);
    let (systems, said) = if high { elsewhere(content, &setting, &set)? } else { (systems, CellLines::plain(Vec::new())) };
    let text = besides(content, &setting, &head, &systems);
    let pages = flow::pages(content, &setting, (&systems, &text, &said), room);
    // Small type may cost joints of overlong words, and needs no others for it.
    let small = cell.0 <= frame.least.cell_min.0 * BROKEN_UP_TO;
    let broken = |system: &System| system.lines().1 - if small { system.titles.joints() } else { 0 };
    let lines = systems.iter().fold((0, 0), |(all, ends), own| (all + own.lines().0, ends + broken(own)));
    let whole = systems.iter().all(|system| !system.titles.in_pieces.contains(&true));
    let cut = systems.iter().any(|system| system.titles.cuts());
    let given = if cut { Care::Least } else { Care::of((lines.1, lines.0), whole, &setting.sizes) };
    // Larger type is not worth a row that is hardly begun.
    let lengths = || rows.iter().map(Range::len);
    let uneven = lengths().min().unwrap_or(0) * 2 < lengths().max().unwrap_or(0);
    let given = if uneven { given.max(Care::Broken) } else { given };
    let more = more(content, (&setting, room), systems.len(), &pages);
    let mut plan = Plan { setting, head, legend, spread, systems, text, said, pages, more, care: given };
    if given > care || plan.pages.len() > most || !plan.shows_the_line(content) {
        return None;
    }
    for system in &mut plan.systems {
        let bare = |beside: &[usize]| System::new(content, &setting, (&spread, beside), system.slots.clone(), note);
        if let Some(voiced) = voiced(content, &setting, (system, more), &bare) {
            *system = voiced;
        }
    }
    Some(plan)
}

/// A row in which what is said of its phases stands beside the line, which has the room of both: nothing where that is too little.
fn voiced(
    content: &Content,
    setting: &Setting,
    (system, more): (&System, Mm),
    bare: &dyn Fn(&[usize]) -> Option<System>,
) -> Option<System> {
    let felt: Vec<usize> = system.said.iter().flatten().map(|said| said.felt).collect();
    if felt.is_empty() || !felt.iter().all(|felt| voices::is_short(&content.felt[*felt])) {
        return None;
    }
    let mut voiced = System { extra: system.said_height, ..bare(&felt)? };
    let frame = voiced.between(content, setting, (Mm::ZERO, more));
    voiced.voices = voices::place(content, setting, (&voiced, frame), &felt).ok()?;
    Some(voiced)
}

/// The height that each line has beyond its least.
fn more(content: &Content, (setting, (first, further)): (&Setting, (Mm, Mm)), rows: usize, pages: &[Vec<Placed>]) -> Mm {
    let apart = setting.em() * flow::APART;
    let least = System::least_line(content, setting);
    let most = match (content.notes.is_empty(), rows) {
        (true, _) => MOST_LINE_ALONE,
        (false, 1) => MOST_LINE_OF_ONE,
        (false, _) => MOST_LINE,
    };
    let page = |(index, pieces): (usize, &Vec<Placed>)| {
        let rows = pieces.iter().filter(|(piece, _)| matches!(piece, Piece::Row { opens: true, .. })).count();
        let room = if index == 0 { first } else { further };
        let used = pieces.iter().map(|(_, height)| *height).sum::<Mm>() + apart * pieces.len().saturating_sub(1) as f64;
        let spare = (room - used - setting.em() * AIR).max(Mm::ZERO) / rows as f64;
        (rows > 0).then(|| spare.min((room * (most / rows as f64) - least).max(Mm::ZERO)))
    };
    pages.iter().enumerate().filter_map(page).reduce(Mm::min).unwrap_or(Mm::ZERO)
}

/// Rows without what is said of how phases felt, and all of that by itself: narrow titles have no room for long sayings.
fn elsewhere(
    content: &Content,
    setting: &Setting,
    set: &dyn Fn(&[usize]) -> Option<Vec<System>>,
) -> Option<(Vec<System>, CellLines)> {
    let alone: Vec<usize> = (0..content.felt.len()).filter(|felt| content.felt[*felt].spot.moment.is_none()).collect();
    let manner = Manner { kind: LaneKind::Emotion, widest_score: 0.0, listed: false, pictures: None, dress: Dress::Plain };
    let said = items((&content.elsewhere, &|_| false), manner, setting.frame.width(), setting, Mm(f64::INFINITY))?;
    Some((set(&alone)?, said))
}

/// A row of notes on both sides of the line, and what is said beside it. What finds no place there stands on its note, or at the title of
/// its phase: so does all of it when some of it has found none twice.
fn spoken(
    content: &Content,
    setting: &Setting,
    height: Mm,
    set: &dyn Fn(&[usize]) -> Option<Vec<System>>,
    fits: &dyn Fn(&[System]) -> bool,
) -> Option<Vec<System>> {
    let mut beside: Vec<usize> = (0..content.felt.len()).filter(|felt| voices::is_short(&content.felt[*felt])).collect();
    for _ in 0..ROUNDS {
        let mut systems = set(&beside).filter(|systems| fits(systems))?;
        let frame = voices::between(&systems[0], setting, (Mm::ZERO, height));
        match voices::place(content, setting, (&systems[0], frame), &beside) {
            Ok(voices) => {
                systems[0].voices = voices;
                return Some(systems);
            }
            Err(lost) => beside.retain(|felt| !lost.contains(felt)),
        }
    }
    set(&[]).filter(|systems| fits(systems))
}

/// Whether notes of their true size hold what they say, and leave room for the line between them.
fn stands(content: &Content, setting: &Setting, (system, text): (&System, &CellLines), room: Mm) -> bool {
    let fits = [true, false].into_iter().all(|above| system.notes_height(above, setting) <= NOTE);
    let line = System::least_line(content, setting).max(room * LINE);
    fits && text.lines.is_empty() && system.header(true) + system.ruler + NOTE * 2.0 + line <= room
}

/// What has no room in the head or in a header, over the whole width.
fn besides(content: &Content, setting: &Setting, head: &Head, systems: &[System]) -> CellLines {
    let bands = systems.iter().flat_map(|system| &system.bands).filter(|band| band.cut);
    let mut stages: Vec<usize> = bands.map(|band| band.stage).collect();
    stages.dedup();
    let titles = systems.iter().flat_map(|system| system.brackets.iter().zip(&system.titles.cut));
    let mut phases: Vec<usize> = titles.filter(|(_, cut)| **cut).map(|(bracket, _)| bracket.phase).collect();
    phases.dedup();
    let stages = stages.iter().map(|stage| &content.stages[*stage].in_words);
    let phases = phases.iter().map(|phase| &content.phases[*phase].title);
    let blocks = head.overlong.iter().copied().chain(stages).chain(phases).chain(&content.besides);
    let width = setting.frame.width();
    CellLines::plain(blocks.flat_map(|block| block.set(setting.typesetter(), width, setting.sizes.cell)).collect())
}
