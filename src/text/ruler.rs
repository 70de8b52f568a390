//! The widths of the fragments of a word, reckoned from one shaping of the whole of it.
//!
//! A shaper tells before which clusters a text may be cut so that both sides come out as if each had been shaped alone. Between two
//! such places a fragment is as wide as its advances add up to. At any other place (within a ligature, between joined letters, in a
//! kerned pair) only the few letters up to the nearest such place are shaped again. So a word of any length is shaped once, and
//! trying where to cut it costs about the same at each place.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use harfrust::Buffer;
use skrifa::{GlyphId, MetadataProvider, instance::LocationRef, instance::Size};

use super::fonts::{Face, Fonts};
use super::shape::{FRAME_INK, FRAME_WIDTH, OVERHANG, OVERHANG_WITHIN, Stretch, graphemes, room};
use super::work::Meter;

/// Where no place to cut comes within this many clusters, letters are taken to know nothing of others that are half as far away.
const WINDOW: usize = 32;
/// This many reckonings are kept of a stretch.
const KEPT: usize = 4096;

/// The units of an em in which frames are measured, where no face has units of its own.
const FRAME_UNITS: f64 = 1000.0;

/// A shaped word that can be cut.
#[derive(Debug)]
pub(super) struct Ruler {
    /// In logical order.
    pieces: Vec<Piece>,
    /// Where graphemes begin behind the first, in bytes.
    edges: Vec<usize>,
}

/// A stretch of the word.
#[derive(Debug)]
struct Piece {
    stretch: Stretch,
    /// The width of all that comes before, in em.
    before: f64,
    /// The same of pieces that stand alone or among their like, and among others: whole ones, with the room for their ink.
    roomy: [f64; 2],
    /// The first piece from which on all up to this one have its face and direction.
    alike: usize,
    /// Font units in an em.
    em: f64,
    run: Run,
    /// Fragments between two bytes that were shaped again, and what came of the clusters between two others; nothing where the shaper
    /// made no clusters of those.
    again: Mutex<HashMap<Stretched, Option<Extent>>>,
}

/// What was shaped, and what was taken of it, in bytes.
type Stretched = (Range<usize>, Range<usize>);

/// Clusters in logical order. Lengths are in font units.
#[derive(Debug, Default)]
struct Run {
    /// The byte at which each begins, closed by the end of the text.
    starts: Vec<usize>,
    /// The advances of all before each.
    sums: Vec<i64>,
    clusters: Vec<Cluster>,
    /// The furthest that any reaches beyond its advance.
    furthest: i64,
}

#[derive(Debug, Clone, Copy, Default)]
struct Cluster {
    /// Whether a cut before it leaves both sides as they are.
    firm: bool,
    /// How far its ink reaches beyond its left and its right end.
    reach: (i64, i64),
    /// How far its ink reaches above the baseline and below it.
    ink: (i64, i64),
}

/// How wide clusters are together, and how far their ink reaches beyond the left and the right end.
#[derive(Debug, Clone, Copy)]
struct Extent {
    advance: i64,
    left: i64,
    right: i64,
}

impl Ruler {
    /// Shapes a word as it was split into stretches.
    pub(super) fn new(fonts: &Fonts, text: &str, stretches: &[Stretch], meter: &Meter) -> Self {
        let (mut before, mut roomy, mut alike) = (0.0, [0.0; 2], 0);
        let piece = |(index, stretch): (usize, &Stretch)| {
            let face = stretch.face.map(|id| fonts.face(id));
            let em = face.map_or(FRAME_UNITS, |face| f64::from(face.units_per_em));
            let run = match face {
                Some(face) => Run::of(face, text, stretch, stretch.range.clone(), meter),
                None => Run::framed(text, &stretch.range),
            };
            if index > 0 && !stretch.goes_with(&stretches[index - 1]) {
                alike = index;
            }
            let piece = Piece { stretch: stretch.clone(), before, roomy, alike, em, run, again: Mutex::default() };
            before += piece.upto(stretch.range.end);
            for (sum, overhang) in roomy.iter_mut().zip([OVERHANG, OVERHANG_WITHIN]) {
                *sum += piece.with_room(piece.run.extent(0..piece.run.clusters.len(), stretch.rtl()), overhang);
            }
            piece
        };
        let pieces = stretches.iter().enumerate().map(piece).collect();
        Self { pieces, edges: graphemes(text).map(|range| range.start).skip(1).collect() }
    }

    /// The bytes before which the word may be cut when nothing better fits.
    pub(super) fn edges(&self) -> &[usize] {
        &self.edges
    }

    /// About how wide the word is up to a byte, in em: nothing is made of what a cut changes.
    pub(super) fn upto(&self, byte: usize) -> f64 {
        let index = self.pieces.partition_point(|piece| piece.stretch.range.end <= byte);
        match (self.pieces.get(index), self.pieces.last()) {
            (Some(piece), _) => piece.before + piece.upto(byte),
            (None, Some(last)) => last.before + last.upto(byte),
            (None, None) => 0.0,
        }
    }

    /// How wide a fragment is when it is shaped for itself, in em. Only the stretches that it cuts are measured.
    pub(super) fn width(&self, fonts: &Fonts, text: &str, range: &Range<usize>, meter: &Meter) -> f64 {
        let pieces = self.within(range);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return 0.0 };
        let within = self.pieces.len() > last.alike && self.pieces[last.alike].stretch.range.start > first.stretch.range.start;
        let overhang = if within { OVERHANG_WITHIN } else { OVERHANG };
        let width = |piece: &Piece| {
            let part = range.start.max(piece.stretch.range.start)..range.end.min(piece.stretch.range.end);
            let Some(face) = piece.stretch.face else { return piece.upto(part.end) - piece.upto(part.start) };
            piece.with_room(piece.extent(fonts.face(face), text, &part, meter), overhang)
        };
        match pieces {
            [one] => width(one),
            [first, between @ .., last] => {
                let sum = |piece: &Piece| piece.roomy[usize::from(within)];
                width(first) + between.first().map_or(0.0, |second| sum(last) - sum(second)) + width(last)
            }
            [] => 0.0,
        }
    }

    /// How far the ink of a fragment reaches above the baseline and below it, in em.
    pub(super) fn ink(&self, range: &Range<usize>) -> (f64, f64) {
        self.within(range).iter().fold((0.0, 0.0), |most: (f64, f64), piece| {
            let ink = piece.ink(range);
            (most.0.max(ink.0), most.1.max(ink.1))
        })
    }

    /// The stretches of which a fragment has something.
    fn within(&self, range: &Range<usize>) -> &[Piece] {
        let first = self.pieces.partition_point(|piece| piece.stretch.range.end <= range.start);
        let behind = self.pieces.partition_point(|piece| piece.stretch.range.start < range.end);
        &self.pieces[first..behind.max(first)]
    }
}

impl Piece {
    /// The width of some of it with the room for its ink, in em.
    fn with_room(&self, extent: Extent, overhang: f64) -> f64 {
        let room = |reach: i64| if self.stretch.face.is_some() { room(self.em, overhang, reach.max(0)) } else { 0 };
        (extent.advance + room(extent.left) + room(extent.right)) as f64 / self.em
    }

    /// The advances up to a byte, in em.
    fn upto(&self, byte: usize) -> f64 {
        let index = self.run.starts.partition_point(|start| *start < byte);
        self.run.sums.get(index).or(self.run.sums.last()).map_or(0.0, |sum| *sum as f64 / self.em)
    }

    fn ink(&self, range: &Range<usize>) -> (f64, f64) {
        let run = &self.run;
        let first = run.starts.partition_point(|start| *start <= range.start).saturating_sub(1);
        let behind = run.starts.partition_point(|start| *start < range.end).min(run.clusters.len());
        let clusters = run.clusters.get(first..behind).unwrap_or_default();
        let most =
            clusters.iter().fold((0, 0), |most: (i64, i64), cluster| (most.0.max(cluster.ink.0), most.1.max(cluster.ink.1)));
        (most.0 as f64 / self.em, most.1 as f64 / self.em)
    }

    /// A part of the stretch as if it had been shaped alone: what shaping again made of its ends, and what stands between them.
    fn extent(&self, face: &Face, text: &str, part: &Range<usize>, meter: &Meter) -> Extent {
        let whole = || {
            let shaped = self.again(face, text, part.clone(), part.clone(), meter);
            shaped.unwrap_or(Extent { advance: 0, left: 0, right: 0 })
        };
        let (Some(head), Some(tail)) = (self.head(part.start), self.tail(part.end)) else { return whole() };
        if head.at > tail.at {
            return whole();
        }
        let middle = self.run.extent(head.at..tail.at, self.stretch.rtl());
        let ends = (self.end(face, text, &head, meter), self.end(face, text, &tail, meter));
        let (Some(head), Some(tail)) = ends else { return whole() };
        let both = [head, middle, tail];
        if self.stretch.rtl() { both[2].join(both[1]).join(both[0]) } else { both[0].join(both[1]).join(both[2]) }
    }

    fn end(&self, face: &Face, text: &str, end: &End, meter: &Meter) -> Option<Extent> {
        if end.kept.is_empty() {
            return Some(Extent { advance: 0, left: i64::MIN / 4, right: i64::MIN / 4 });
        }
        self.again(face, text, end.shaped.clone(), end.kept.clone(), meter)
    }

    /// From a cut on: what is to be shaped again, and from which cluster on all is as it was.
    fn head(&self, byte: usize) -> Option<End> {
        let Run { starts, clusters, .. } = &self.run;
        let here = starts.binary_search(&byte).ok().filter(|index| *index == 0 || self.run.firm(*index));
        if let Some(at) = here {
            return Some(End { at, shaped: byte..byte, kept: byte..byte });
        }
        let next = starts.partition_point(|start| *start <= byte);
        let last = (next + WINDOW).min(clusters.len());
        let firm = (next..last).find(|index| self.run.firm(*index));
        let (at, seen) = match firm {
            Some(firm) => (firm, firm),
            None if last == clusters.len() => (last, last),
            None => (next + WINDOW / 2, last),
        };
        Some(End { at, shaped: byte..*starts.get(seen)?, kept: byte..*starts.get(at)? })
    }

    /// Up to a cut: the cluster before which all is as it was, and what is to be shaped again.
    fn tail(&self, byte: usize) -> Option<End> {
        let Run { starts, .. } = &self.run;
        let here = starts.binary_search(&byte).ok().filter(|index| self.run.firm(*index));
        if let Some(at) = here {
            return Some(End { at, shaped: byte..byte, kept: byte..byte });
        }
        let before = starts.partition_point(|start| *start < byte).checked_sub(1)?;
        let first = before.saturating_sub(WINDOW);
        let firm = (first..=before).rev().find(|index| *index == 0 || self.run.firm(*index));
        let (at, seen) = firm.map_or_else(|| (before - WINDOW / 2, first), |firm| (firm, firm));
        Some(End { at, shaped: *starts.get(seen)?..byte, kept: *starts.get(at)?..byte })
    }

    /// Shapes some of the text again, and measures some of that.
    fn again(&self, face: &Face, text: &str, shaped: Range<usize>, kept: Range<usize>, meter: &Meter) -> Option<Extent> {
        let mut known = self.again.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KEPT {
            known.clear();
        }
        let key = (shaped.clone(), kept.clone());
        *known.entry(key).or_insert_with(|| {
            let run = Run::of(face, text, &self.stretch, shaped, meter);
            let (first, behind) = (run.starts.binary_search(&kept.start).ok()?, run.starts.binary_search(&kept.end).ok()?);
            Some(run.extent(first..behind, self.stretch.rtl()))
        })
    }
}

/// An end of a fragment.
struct End {
    /// The cluster at which it meets the rest.
    at: usize,
    /// What is shaped again, in bytes.
    shaped: Range<usize>,
    /// What is taken of that; nothing when all is as it was.
    kept: Range<usize>,
}

impl Run {
    /// Characters that no face has, each in a frame.
    fn framed(text: &str, range: &Range<usize>) -> Self {
        #[allow(clippy::cast_possible_truncation, reason = "the frame is one em, and its ink not much more")]
        let units = |em: f64| (em * FRAME_UNITS).round() as i64;
        let ink = (units(FRAME_INK.0), units(FRAME_INK.1));
        let mut run = Self::default();
        for cluster in graphemes(&text[range.clone()]) {
            run.starts.push(range.start + cluster.start);
            run.sums.push(units(FRAME_WIDTH) * i64::try_from(run.clusters.len()).unwrap_or(i64::MAX));
            run.clusters.push(Cluster { firm: true, reach: (0, 0), ink });
        }
        run.starts.push(range.end);
        run.sums.push(units(FRAME_WIDTH) * i64::try_from(run.clusters.len()).unwrap_or(i64::MAX));
        run
    }

    /// Shapes a part of a text. Where the shaper does not keep to the order of the text, all of it is one cluster.
    fn of(face: &Face, text: &str, stretch: &Stretch, range: Range<usize>, meter: &Meter) -> Self {
        let source = &text[range.clone()];
        meter.shaped(source.len());
        let buffer = face.shaper().shape(source, stretch.script, stretch.rtl());
        let mut groups = groups(face, &buffer);
        if stretch.rtl() {
            groups.reverse();
        }
        if !groups.windows(2).all(|pair| pair[0].0 < pair[1].0) {
            groups = one(groups, stretch.rtl());
        }
        let mut run = Self::default();
        let mut sum = 0;
        for (start, advance, cluster) in groups {
            run.starts.push(if run.starts.is_empty() { range.start } else { range.start + start as usize });
            run.sums.push(sum);
            sum += advance;
            run.furthest = run.furthest.max(cluster.reach.0).max(cluster.reach.1);
            run.clusters.push(cluster);
        }
        run.starts.push(range.end);
        run.sums.push(sum);
        run
    }

    /// Whether a cut before a cluster, or at the end, leaves both sides as they are.
    fn firm(&self, index: usize) -> bool {
        self.clusters.get(index).is_none_or(|cluster| cluster.firm)
    }

    fn advance(&self, index: usize) -> i64 {
        self.sums[index + 1] - self.sums[index]
    }

    /// How wide some clusters are. Only those near the ends can reach beyond them, and only those are looked at.
    fn extent(&self, range: Range<usize>, rtl: bool) -> Extent {
        let advance = self.sums[range.end] - self.sums[range.start];
        let reach = |order: &mut dyn Iterator<Item = usize>, of: fn(&Cluster) -> i64| {
            let (mut most, mut inside) = (0, 0);
            for index in order {
                most = most.max(of(&self.clusters[index]) - inside);
                inside += self.advance(index);
                if inside >= self.furthest {
                    break;
                }
            }
            most
        };
        let mut first = range.clone();
        let mut last = range.rev();
        let (left, right): (&mut dyn Iterator<Item = usize>, &mut dyn Iterator<Item = usize>) =
            if rtl { (&mut last, &mut first) } else { (&mut first, &mut last) };
        Extent { advance, left: reach(left, |cluster| cluster.reach.0), right: reach(right, |cluster| cluster.reach.1) }
    }
}

impl Extent {
    /// Two side by side, this one at the left.
    fn join(self, right: Self) -> Self {
        Self {
            advance: self.advance + right.advance,
            left: self.left.max(right.left - self.advance),
            right: right.right.max(self.right - right.advance),
        }
    }
}

/// The clusters of shaped text from left to right: where each begins, and its advance.
fn groups(face: &Face, buffer: &Buffer) -> Vec<(u32, i64, Cluster)> {
    let metrics = face.font().glyph_metrics(Size::unscaled(), LocationRef::default());
    let mut groups: Vec<(u32, i64, Cluster)> = Vec::new();
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        if groups.last().is_none_or(|(start, ..)| *start != info.cluster) {
            let reach = (i64::MIN / 4, i64::MIN / 4);
            groups.push((info.cluster, 0, Cluster { firm: true, reach, ink: (0, 0) }));
        }
        let Some((_, pen, cluster)) = groups.last_mut() else { continue };
        cluster.firm &= !info.unsafe_to_break();
        cluster.reach.1 -= i64::from(position.x_advance);
        if let Some(ink) = metrics.bounds(GlyphId::from(u16::try_from(info.glyph_id).unwrap_or(0))) {
            #[allow(clippy::cast_possible_truncation, reason = "glyph boxes are whole numbers of 16 bits")]
            let whole = |value: f32| value as i64;
            let (x, y) = (*pen + i64::from(position.x_offset), i64::from(position.y_offset));
            cluster.reach.0 = cluster.reach.0.max(-(x + whole(ink.x_min)));
            cluster.reach.1 = cluster.reach.1.max(x + whole(ink.x_max) - *pen - i64::from(position.x_advance));
            cluster.ink = (cluster.ink.0.max(y + whole(ink.y_max)), cluster.ink.1.max(-(y + whole(ink.y_min))));
        }
        *pen += i64::from(position.x_advance);
    }
    groups
}

/// All clusters, from the first in the text to the last, as one.
fn one(mut groups: Vec<(u32, i64, Cluster)>, rtl: bool) -> Vec<(u32, i64, Cluster)> {
    if rtl {
        groups.reverse();
    }
    let (mut pen, mut reach, mut ink) = (0, (0, 0), (0, 0));
    let whole: i64 = groups.iter().map(|group| group.1).sum();
    for (_, advance, cluster) in &groups {
        reach = (reach.0.max(cluster.reach.0 - pen), reach.1.max(cluster.reach.1 - (whole - pen - advance)));
        ink = (ink.0.max(cluster.ink.0), ink.1.max(cluster.ink.1));
        pen += advance;
    }
    vec![(0, whole, Cluster { firm: true, reach, ink })]
}
