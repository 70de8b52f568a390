//! The channel: which way runs on which track, and where its label stands.

use std::ops::Range;

use super::Way;
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::phases::Column;
use crate::layout::drawn::text::{Block, LEADING, SetLine};
use crate::scene::Mm;

/// More tracks than these are hard to follow: what would need another is told in the list.
pub const MOST_TRACKS: usize = 3;

/// So many orders are tried in which ways take their places.
const MOST_ORDERS: usize = 6;

/// An arc leaves its phase at this share of its column and arrives at this one; one that leads back the other way round.
const LEAVES: f64 = 0.64;
const ARRIVES: f64 = 0.36;
/// Between two arcs that begin or end at the same side of a phase, in em.
const BESIDE: f64 = 0.8;
/// Between two things on a track, in em.
const APART: f64 = 0.8;
/// From the end of a label in its arc to the side of that, in em: so much of the line is seen on both sides that it is one.
const BEND: f64 = 2.1;
/// From the side of an arc to a label beside it, in em.
const ASIDE: f64 = 0.55;
/// The length of the arrow of an exit, in em.
const EXIT: f64 = 1.9;
/// How far what stands at an exit that leads up is from it, in em: the middle of its number.
pub(super) const BY_EXIT: f64 = 0.95;
/// Between the lowest track and the arrows, in em.
const FOOT: f64 = 0.55;

/// Ways as arcs over columns.
pub struct Channel {
    pub(super) arcs: Vec<Arc>,
    /// The height of a track.
    pub(super) track: Mm,
    /// From its top to the arrows; nothing when there are no arcs.
    pub height: Mm,
    /// The ways that are told in words: those that have no arc, and those whose arc has a number, with that.
    pub listed: Vec<(usize, Option<usize>)>,
}

/// A way on its track.
pub(super) struct Arc {
    /// Its index among the ways.
    pub way: usize,
    /// From the lowest up.
    pub track: usize,
    /// Where it begins and where it ends; an exit ends beside its phase, or over it where it leads up.
    pub ends: (Mm, Mm),
    /// Whether it comes from another page, and whether it leads to one: it is open there.
    pub open: [bool; 2],
    /// The label with its left end.
    pub label: Option<(SetLine, Mm)>,
    /// Its number in the list, in place of a label that has no room.
    pub number: Option<usize>,
}

impl Arc {
    /// What it takes of its track.
    fn reach(&self, em: Mm) -> (Mm, Mm) {
        let (mut one, other) = (self.ends.0.min(self.ends.1), self.ends.0.max(self.ends.1));
        if one == other {
            one -= em * (BY_EXIT * 2.0);
        }
        let label = self.label.as_ref().map_or((one, other), |(line, x)| (*x, *x + line.width()));
        (one.min(label.0), other.max(label.1))
    }

    /// The sides of its label.
    fn worded(&self) -> Option<(Mm, Mm)> {
        self.label.as_ref().map(|(line, x)| (*x, *x + line.width()))
    }
}

impl Channel {
    /// The ways between some phases over their columns.
    #[must_use]
    pub fn new(ways: &[Way], phases: &Range<usize>, columns: &[Column], setting: &Setting) -> Self {
        let em = setting.em();
        let touches = |way: &usize| ways[*way].ends().any(|phase| phases.contains(&phase));
        let mut order: Vec<usize> = (0..ways.len()).filter(touches).collect();
        order.sort_by_key(|way| ways[*way].span());
        let (mut arcs, mut listed) = in_order(&order, ways, (phases, columns), setting);
        // What finds no place with its words among those before it may find one before them.
        for _ in 0..order.len().min(MOST_ORDERS) {
            let Some(last) = listed.last().copied() else { break };
            let Some(at) = order.iter().position(|way| *way == last).filter(|at| *at > 0) else { break };
            order[..=at].rotate_right(1);
            let tried = in_order(&order, ways, (phases, columns), setting);
            let worth = |(arcs, listed): (&[Arc], &[usize])| (order.len() - arcs.len(), listed.len());
            if worth((&tried.0, &tried.1)) < worth((&arcs, &listed)) {
                (arcs, listed) = tried;
            }
        }
        listed.sort_unstable();
        let mut numbers = 1..;
        let listed = listed.into_iter().map(|way| {
            let arc = arcs.iter_mut().find(|arc| arc.way == way);
            let number = arc.and_then(|arc| {
                arc.number = numbers.next();
                arc.number
            });
            (way, number)
        });
        let listed = listed.collect();
        let tracks = arcs.iter().map(|arc| arc.track + 1).max().unwrap_or(0);
        let track = Mm::from(setting.sizes.cell) * LEADING;
        let height = if tracks == 0 { Mm::ZERO } else { track * tracks as f64 + em * FOOT };
        Self { arcs, track, height, listed }
    }

    /// The middle of a track, from the foot of the channel up.
    pub(super) fn above(&self, track: usize, em: Mm) -> Mm {
        self.track * (track as f64 + 0.5) + em * FOOT
    }
}

/// Arcs that take their places one after another, and the ways that are told in words: without an arc, or with a number at it. A way
/// that comes from another page is told there.
fn in_order(
    order: &[usize],
    ways: &[Way],
    (phases, columns): (&Range<usize>, &[Column]),
    setting: &Setting,
) -> (Vec<Arc>, Vec<usize>) {
    let (mut arcs, mut listed): (Vec<Arc>, Vec<usize>) = (Vec::new(), Vec::new());
    for way in order.iter().copied() {
        match placed(way, &ways[way], (phases, columns), &arcs, setting) {
            Some(arc) => {
                listed.extend(arc.number.map(|_| way));
                arcs.push(arc);
            }
            None => listed.extend(phases.contains(&ways[way].from).then_some(way)),
        }
    }
    (arcs, listed)
}

/// A way on the lowest track that is free, with its label or else a number; nothing when there is no such track.
fn placed(way: usize, of: &Way, (phases, columns): (&Range<usize>, &[Column]), arcs: &[Arc], setting: &Setting) -> Option<Arc> {
    let em = setting.em();
    let edges = columns.first().zip(columns.last()).map(|(first, last)| (first.0, last.0 + last.1))?;
    let (leaves, arrives) = if of.is_back() && of.to != Some(of.from) { (ARRIVES, LEAVES) } else { (LEAVES, ARRIVES) };
    // At the edge of the page where the phase stands on one before or after it.
    let at = |phase: usize, share: f64| match phase {
        before if before < phases.start => vec![edges.0],
        after if after >= phases.end => vec![edges.1],
        here => places(columns[here - phases.start], share, arcs, em),
    };
    let from = at(of.from, of.shares[0].unwrap_or(leaves));
    let ends: Vec<(Mm, Mm)> = match of.to {
        Some(to) => {
            let to = at(to, of.shares[1].unwrap_or(arrives));
            from.iter()
                .flat_map(|from| to.iter().map(|to| (*from, *to)))
                .filter(|(from, to)| (*to - *from).0.abs() > em.0)
                .collect()
        }
        None => from.iter().flat_map(|from| exits(*from, edges, em)).collect(),
    };
    let open = [!phases.contains(&of.from), of.to.is_some_and(|to| !phases.contains(&to))];
    let label = match open {
        [true, _] => Some(&of.coming),
        [_, true] => Some(&of.onward),
        _ => of.label.as_ref(),
    };
    let number = label.filter(|_| !open[0]).map(|_| 0);
    let bare = |ends: &(Mm, Mm)| Arc { way, track: 0, ends: *ends, open, label: None, number };
    let line = label.map(|label| single(label, setting));
    let named = ends.iter().flat_map(|ends| labelled(&bare(ends), (of, line.as_ref()), edges, em)).collect::<Vec<_>>();
    lowest(named, arcs, em).or_else(|| lowest(ends.iter().map(bare).collect(), arcs, em))
}

/// Of the arcs that a way could take, in order, the first on the lowest track that is free for one.
fn lowest(candidates: Vec<Arc>, arcs: &[Arc], em: Mm) -> Option<Arc> {
    let free = |arc: &Arc| (0..MOST_TRACKS).find(|track| is_free(arc, *track, arcs, em));
    let found = candidates.into_iter().enumerate().filter_map(|(index, arc)| Some((free(&arc)?, index, arc)));
    found.min_by_key(|(track, index, _)| (*track, *index)).map(|(track, _, arc)| Arc { track, ..arc })
}

/// Where an arc can begin or end in a column, the best first: where nothing else does, near a share of its width.
fn places((left, width): Column, share: f64, arcs: &[Arc], em: Mm) -> Vec<Mm> {
    let used = |x: Mm| arcs.iter().any(|arc| [arc.ends.0, arc.ends.1].iter().any(|end| (*end - x).0.abs() < em.0 * BESIDE * 0.9));
    let steps = (0..7).map(|nth| f64::from((nth + 1) / 2) * if nth % 2 == 0 { 1.0 } else { -1.0 });
    let all = steps.map(|step| left + width * share + em * (BESIDE * step));
    let inside = all.filter(|x| *x > left + em * 0.4 && *x < left + width - em * 0.4);
    inside.filter(|x| !used(*x)).collect()
}

/// A label on one line; nothing when it is longer than a page is wide, or has several paragraphs, and is told in words.
fn single(label: &Block, setting: &Setting) -> Option<SetLine> {
    let natural = setting.em() * label.natural_width() + Mm(0.01);
    if natural > setting.frame.width() {
        return None;
    }
    let lines = label.set(setting.typesetter(), natural, setting.sizes.cell);
    <[SetLine; 1]>::try_from(lines).ok().map(|[line]| line)
}

/// An arc with its label, when that has room on one line: in the arc, beside it, or beside an exit; the best first.
fn labelled(arc: &Arc, (of, line): (&Way, Option<&Option<SetLine>>), edges: (Mm, Mm), em: Mm) -> Vec<Arc> {
    let with = |label, number| Arc { label, number, ..*arc };
    let Some(line) = line else { return vec![with(None, arc.number)] };
    let Some(line) = line else { return Vec::new() };
    let (one, other) = (arc.ends.0.min(arc.ends.1), arc.ends.0.max(arc.ends.1));
    // In the middle of its arc, else nearer to one of its sides.
    let spare = other - one - line.width() - em * (BEND * 2.0);
    let within = [0.5, 0.25, 0.75, 0.0, 1.0].map(|share| one + em * BEND + spare * share);
    let within = within.into_iter().filter(|_| spare >= Mm::ZERO);
    let places: Vec<Mm> = match of.to {
        Some(_) => within.chain([other + em * ASIDE, one - em * ASIDE - line.width()]).collect(),
        None if arc.ends.1 > arc.ends.0 => vec![arc.ends.1 + em * 0.35],
        None => vec![arc.ends.1 - em * ASIDE - line.width()],
    };
    let inside = places.into_iter().filter(|x| *x >= edges.0 && *x + line.width() <= edges.1);
    inside.map(|x| with(Some((line.clone(), x)), None)).collect()
}

/// The ends of an exit, which never leads back: beside its phase at the right, or straight up where the page ends.
fn exits(from: Mm, edges: (Mm, Mm), em: Mm) -> Vec<(Mm, Mm)> {
    let ways = [EXIT, 0.0].map(|length| (from, from + em * length));
    ways.into_iter().filter(|(_, to)| *to < edges.1).collect()
}

/// Whether nothing on a track is in the way, and no label below or above it is crossed.
fn is_free(arc: &Arc, track: usize, arcs: &[Arc], em: Mm) -> bool {
    let near = em * APART;
    let (left, right) = arc.reach(em);
    let crosses = |ends: (Mm, Mm), worded: Option<(Mm, Mm)>| {
        let inside = |x: Mm| worded.is_some_and(|(left, right)| x > left - near * 0.5 && x < right + near * 0.5);
        inside(ends.0) || inside(ends.1)
    };
    arcs.iter().all(|other| {
        let (from, to) = other.reach(em);
        match other.track.cmp(&track) {
            std::cmp::Ordering::Equal => to + near <= left || right + near <= from,
            std::cmp::Ordering::Less => !crosses(arc.ends, other.worded()),
            std::cmp::Ordering::Greater => !crosses(other.ends, arc.worded()),
        }
    })
}
