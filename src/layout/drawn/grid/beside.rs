//! What stands beside the points of curves: the items with a score, where they have a place.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::content::Content;
use super::table::{are_named_in_margin, curved, names_width};
use crate::layout::curves::{self as layout_curves, Turn};
use crate::layout::drawn::items::{CellLine, CellLines, ItemText, Part, draw_items, is_tower, label, unwelcome};
use crate::layout::drawn::labels::{MOST_LABELS, Shape};
use crate::layout::drawn::page::{LEAST_PHASE_RATIO, Setting, Sizes};
use crate::layout::drawn::phases::Column;
use crate::layout::drawn::scores::{Curve, Laid, Plot, Score, Stretch, Stroked, Which};
use crate::layout::drawn::text::Block;
use crate::layout::theme;
use crate::scene::{Color, Group, Link, Mm, Node, Pt, Rect, Size};

/// An item: its lane, its phase, and its place in the cell.
pub(super) type Place = (usize, usize, usize);

/// Curves, and the items that stand beside their points.
pub(super) struct Beside {
    /// The lanes of the curves.
    pub lanes: Range<usize>,
    plot: Plot,
    items: Vec<Said>,
    /// Whether a text has found no place.
    pub lost: bool,
    /// The least height.
    least: Mm,
    /// As it stands at the heights at which it was asked for.
    laid: RefCell<Vec<(Mm, Rc<Laid>)>>,
    /// The size of what stands beside points.
    size: Pt,
    /// Whether they are the spine of the poster.
    pub is_spine: bool,
}

/// An item beside its point, in its shapes.
struct Said {
    place: Place,
    shapes: Voiced,
    /// Which of them is best.
    best: usize,
}

/// An item in several widths, each with what is unwelcome about it.
type Voiced = Rc<[(CellLines, f64)]>;

/// Items as they were set beside points, by place and size: while papers, ways and heights are tried, the same sizes come again.
#[derive(Default)]
pub(super) struct Voices(RefCell<BTreeMap<(Place, [u64; 2]), Voiced>>);

/// Curves as they were measured: whether they stand on one page of so many, or on the other paper, the same are asked for again.
#[derive(Default)]
pub(super) struct Besides(RefCell<Vec<(Measured, Rc<Beside>)>>);

/// All that curves and what stands beside them are measured by.
#[derive(PartialEq, Eq)]
pub(super) struct Measured {
    lanes: Range<usize>,
    phases: Range<usize>,
    labelled: bool,
    /// Whether the curves are named in a margin.
    aside: bool,
    /// The bits of lengths: of the columns, and of the rest.
    columns: Vec<[u64; 2]>,
    lengths: [u64; 9],
}

impl Measured {
    fn new(
        lanes: &Range<usize>,
        (phases, columns): (&Range<usize>, &[Column]),
        (height, labelled, aside): (Mm, bool, bool),
        setting: &Setting,
    ) -> Self {
        let Setting { frame, sizes, .. } = setting;
        let points = [sizes.cell, sizes.note, sizes.lead, sizes.phase].map(|size| size.0);
        let [cell, note, lead, phase] = points;
        let page = [frame.page.width, frame.page.height].map(|side| side.0);
        let lengths = [height.0, cell, note, lead, phase, sizes.gap.0, sizes.picture.0, page[0], page[1]];
        Self {
            lanes: lanes.clone(),
            phases: phases.clone(),
            labelled,
            aside,
            columns: columns.iter().map(|(left, width)| [left.0.to_bits(), width.0.to_bits()]).collect(),
            lengths: lengths.map(f64::to_bits),
        }
    }
}

impl Besides {
    fn get(&self, measured: Measured, make: impl FnOnce() -> Beside) -> Rc<Beside> {
        if let Some((_, beside)) = self.0.borrow().iter().find(|(known, _)| *known == measured) {
            return Rc::clone(beside);
        }
        let beside = Rc::new(make());
        let mut known = self.0.borrow_mut();
        if known.len() >= MEASURED {
            known.clear();
        }
        known.push((measured, Rc::clone(&beside)));
        beside
    }
}

/// So many of items and of curves are remembered.
const REMEMBERED: usize = 512;
const MEASURED: usize = 32;

impl Voices {
    fn get(&self, place: Place, setting: &Setting, set: impl FnOnce() -> Vec<(CellLines, f64)>) -> Voiced {
        let mut known = self.0.borrow_mut();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let key = (place, [setting.sizes.cell, setting.sizes.note].map(|size| size.0.to_bits()));
        Rc::clone(known.entry(key).or_insert_with(|| set().into()))
    }
}

/// Longer texts than this stand in the row, in em.
const LONGEST: f64 = 180.0;
/// What it costs to be twice as wide as the column.
const OVER: f64 = 7.0;
/// A label has this many lines at the most.
const MOST_LINES: usize = 12;
/// Words up to this width, in em, are not broken beside a point.
const LONGEST_WORD: f64 = 16.0;
/// What turns the journey stands on one line where that is no wider than this, in em: without the contact that it is.
const SHORT_TAG: f64 = 9.0;
/// The widest label, in em.
const WIDEST: f64 = 26.0;
/// The narrowest label of several lines, in em.
const NARROWEST: f64 = 5.0;

impl Beside {
    /// The curves of some lanes over some phases at their least height; labels are tried when `labelled`.
    pub fn new(
        content: &Content,
        lanes: &Range<usize>,
        (phases, columns): (&Range<usize>, &[Column]),
        (height, labelled): (Mm, bool),
        setting: &Setting,
    ) -> Rc<Self> {
        let measured = Measured::new(lanes, (phases, columns), (height, labelled, content.names_aside.get()), setting);
        content.besides.get(measured, || {
            let sized = |size: Pt, whole: bool| {
                Self::sized(content, lanes, (phases, columns), (height, labelled), (setting, size, whole))
            };
            // What is said along the spine is read from farther away, where all of it has room so.
            // The titles of phases are larger than that all the same.
            let Sizes { lead, phase, .. } = setting.sizes;
            let large = content.is_spine(lanes) && phase.0 >= lead.0 * LEAST_PHASE_RATIO;
            let large = large.then(|| sized(lead, true));
            large.filter(|large| !large.lost || !labelled).unwrap_or_else(|| sized(setting.sizes.cell, false))
        })
    }

    /// The same with what stands beside points in a size; where it is only of use as a `whole`, no more of it is known when a text is lost
    /// than that.
    fn sized(
        content: &Content,
        lanes: &Range<usize>,
        (phases, columns): (&Range<usize>, &[Column]),
        (height, labelled): (Mm, bool),
        (usual, size, whole): (&Setting, Pt, bool),
    ) -> Self {
        let setting = &voiced(usual, size);
        let columns = &curved(content, usual, lanes, columns);
        let curves = curves_of(content, lanes, phases);
        let mut plot = Plot::new(&curves, columns, setting);
        if content.is_spine(lanes) {
            // Where the line does not begin or end with the journey, neither is named there.
            let scored = |phase: usize| content.lanes[lanes.start].cells[phase].iter().any(|item| item.score.is_some());
            let last = content.phases.len() - 1;
            let [first, ends] = setting.context.part.ends();
            let whole = [first && phases.start == 0 && scored(0), ends && phases.end > last && scored(last)];
            let set = |(word, there): (&Block, bool)| {
                there.then(|| word.first_line(setting.typesetter(), setting.em() * 40.0, setting.sizes.note)).flatten()
            };
            let [start, end] = &content.ends;
            plot = plot.spine([set((start, whole[0])), set((end, whole[1]))]);
            if are_named_in_margin(content, lanes) {
                plot = plot.margined(&curves, names_width(content, usual), usual);
            }
            if content.design.alone() {
                let gap = layout_curves::gap(&content.journey.lanes[lanes.clone()]);
                plot = if let Some(gap) = gap { plot.against(gap, setting) } else { plot };
            }
        }
        let said =
            |place: Place| content.lanes[place.0].cells[place.1][place.2].says_more() && !content.design.passing.contains(&place);
        let fitting = fitting(content, lanes, phases);
        let (mut laid, mut lost) = (RefCell::default(), !labelled && fitting.iter().any(|(place, _)| said(*place)));
        let mut items: Vec<Said> = Vec::new();
        for (place, which) in fitting.into_iter().filter(|_| labelled) {
            let item = &content.lanes[place.0].cells[place.1][place.2];
            let shapes = content.voices.get(place, setting, || shapes(item, place, content, setting));
            let column = columns[which.column].1;
            let shape = |(lines, cost): &(CellLines, f64)| {
                let (width, height) = (lines.width(), lines.height(0..lines.lines.len()));
                let over = (width / column - 1.0).max(0.0);
                Shape { size: Size { width: width + Mm(0.01), height }, cost: cost + over * OVER, lines: lines.ends() }
            };
            let sized: Vec<Shape> = shapes.iter().map(shape).collect();
            let best = sized.iter().enumerate().min_by(|(_, one), (_, other)| one.cost.total_cmp(&other.cost));
            items.push(Said { place, shapes, best: best.map_or(0, |(best, _)| best) });
            plot.label(which, sized);
        }
        // Where each is a text, one that has no place is one too many, whichever it is.
        if whole && items.iter().all(|item| said(item.place)) {
            lost |= !plot.holds(height);
        } else if let Some(lacking) = plot.lacking(height) {
            // How they stand is told when it is asked for: while sizes are tried, it is enough that all have a place.
            let kept: Vec<bool> = (0..items.len()).map(|index| lacking.spot(index).is_some()).collect();
            plot.keep(&kept);
            lost |= items.iter().zip(&kept).any(|(item, kept)| !kept && said(item.place));
            let mut kept = kept.iter();
            items.retain(|_| kept.next().is_some_and(|kept| *kept));
            laid = RefCell::new(vec![(height, Rc::new(lacking.kept()))]);
        }
        Self { lanes: lanes.clone(), plot, items, lost, least: height, laid, size, is_spine: content.is_spine(lanes) }
    }

    /// The height at which it was measured.
    pub fn least(&self) -> Mm {
        self.least
    }

    /// Whether anything stands beside a point.
    pub fn is_labelled(&self) -> bool {
        !self.items.is_empty()
    }

    /// The lines beside points, each item in its best shape.
    pub fn lines(&self) -> impl Iterator<Item = &CellLine> {
        self.items.iter().filter_map(|item| item.shapes.get(item.best)).flat_map(|(shape, _)| &shape.lines)
    }

    /// The items that stand beside their points.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.items.iter().map(|item| item.place)
    }

    /// Whether an item stands beside its point.
    pub fn says(&self, place: Place) -> bool {
        self.items.binary_search_by_key(&place, |item| item.place).is_ok()
    }

    /// Whether all that stands beside points at the least height has a place at another one.
    pub fn holds(&self, height: Mm) -> bool {
        height == self.least || self.plot.holds(height)
    }

    /// Whether a curve has no name near its end where they are so high.
    pub fn loses_names(&self, height: Mm) -> bool {
        self.laid(height).names_astray(&self.plot)
    }

    /// How high the whole scale is where the curves are so high.
    pub fn scale_height(&self, height: Mm) -> Mm {
        self.laid(height).scale_height()
    }

    /// As it stands at a height, with its upper side at zero.
    pub fn laid(&self, height: Mm) -> Rc<Laid> {
        let mut known = self.laid.borrow_mut();
        if let Some((_, laid)) = known.iter().find(|(known, _)| *known == height) {
            return Rc::clone(laid);
        }
        let laid = Rc::new(self.plot.laid(height));
        known.push((height, Rc::clone(&laid)));
        laid
    }

    /// The items beside their points, with the upper side of the curve at `top`, each with its box.
    pub fn draw(&self, content: &Content, laid: &Laid, top: Mm, setting: &Setting) -> Vec<(Place, Node, Rect)> {
        let setting = &voiced(setting, self.size);
        let mut drawn = Vec::new();
        for (index, Said { place, shapes, .. }) in self.items.iter().enumerate() {
            let Some((shape, frame)) = laid.spot(index) else { continue };
            let frame = Rect { y: frame.y + top, ..frame };
            let lines = &near(&shapes[shape].0, laid.point(index).x - frame.x, frame.width);
            let cell = &content.lanes[place.0].cells[place.1];
            for (_, mut node) in draw_items(Some(cell), lines, 0..lines.lines.len(), frame, setting) {
                // What is said along another curve than the first is known for its by the colour, as its name is.
                let of = content.lanes[place.0].stroked.filter(|_| place.0 > self.lanes.start);
                if let Some(stroked) = of {
                    recolor(&mut node, stroked.color());
                }
                if let Node::Group(group) = &mut node {
                    group.nodes.extend(laid.drop_off(index, top, setting));
                }
                drawn.push((*place, node, frame));
            }
        }
        drawn
    }
}

/// Gives text of the usual colour another one.
fn recolor(node: &mut Node, color: Color) {
    match node {
        Node::Text(run) if run.color == theme::INK => run.color = color,
        Node::Group(Group { nodes, .. }) | Node::Link(Link { nodes, .. }) => {
            for node in nodes {
                recolor(node, color);
            }
        }
        Node::Text(_) | Node::Path(_) | Node::Image(_) | Node::Missing(_) => {}
    }
}

/// A label with a score that stands alone over wider lines as near as that can be to its point, which is so far from its left side.
fn near(lines: &CellLines, point: Mm, width: Mm) -> Cow<'_, CellLines> {
    let Some(score) = lines.lines.iter().position(|line| line.part == Part::Score) else { return Cow::Borrowed(lines) };
    let mut moved = lines.clone();
    let line = &mut moved.lines[score];
    let own = line.set.width();
    line.insets.0 = (point - own / 2.0).min(width - own).max(Mm::ZERO);
    Cow::Owned(moved)
}

/// The setting of what stands beside points.
fn voiced<'a>(setting: &Setting<'a>, size: Pt) -> Setting<'a> {
    let mut voiced = *setting;
    voiced.sizes.cell = size;
    voiced
}

/// The curves of lanes over some phases.
pub(super) fn curves_of<'a>(content: &'a Content, lanes: &Range<usize>, phases: &Range<usize>) -> Vec<Curve<'a>> {
    let journey = content.journey;
    // They share one scale, and the lowest of one says little where another goes lower.
    let lowest = lanes.clone().filter_map(|lane| content.lanes[lane].lowest).reduce(f64::min);
    let scores = |lane: usize| {
        let cells = journey.phases.iter().enumerate().map(move |(phase, of)| (phase, &of.cells[lane]));
        let scores =
            cells.flat_map(|(phase, cell)| cell.iter().filter_map(|item| item.score).enumerate().map(move |at| (phase, at)));
        scores.filter(move |(_, (_, score))| lowest == Some(*score)).map(move |(phase, (nth, _))| (lane, phase, nth))
    };
    let ringed = layout_curves::ringed(lanes.clone().flat_map(scores).collect());
    let curve = |lane: usize| {
        let stretch = |phase: usize| {
            let scored = journey.phases[phase].cells[lane].iter().filter_map(|item| item.score);
            let turns = layout_curves::turns(journey, phase, lane);
            let score = |(nth, (value, Turn { moment_of_truth, drop_off }))| Score {
                value,
                moment_of_truth,
                drop_off,
                lowest: ringed.contains(&(lane, phase, nth)),
            };
            Stretch { phase: &journey.phases[phase].title, scores: scored.zip(turns).enumerate().map(score).collect() }
        };
        let scored = |phase: usize| journey.phases[phase].cells[lane].iter().filter_map(|item| item.score);
        let before = (0..phases.start).rev().find_map(|phase| Some((scored(phase).next_back()?, phases.start - 1 - phase)));
        let behind = (phases.end..journey.phases.len()).find_map(|phase| Some((scored(phase).next()?, phase - phases.end)));
        Some(Curve {
            beyond: [before, behind],
            title: &journey.lanes[lane].title,
            name: content.lanes[lane].name.as_ref(),
            last: content.lanes[lane].last.as_ref().filter(|_| phases.end == content.phases.len()),
            scale: journey.lanes[lane].scale.as_ref()?,
            stroked: content.lanes[lane].stroked.unwrap_or(Stroked::nth(0)),
            stretches: phases.clone().map(stretch).collect(),
        })
    };
    lanes.clone().filter_map(curve).collect()
}

/// The items that may stand beside their points, by lane, phase and place; none when there are too many. Among several curves a score
/// alone is told by its mark.
fn fitting(content: &Content, lanes: &Range<usize>, phases: &Range<usize>) -> Vec<(Place, Which)> {
    let mut found = Vec::new();
    for (curve, lane) in lanes.clone().enumerate() {
        for (column, phase) in phases.clone().enumerate() {
            let cell = &content.lanes[lane].cells[phase];
            let scored = cell.iter().enumerate().filter(|(_, item)| item.score.is_some());
            for (nth, (index, item)) in scored.enumerate() {
                let length = |block: &Block| block.amount();
                let long =
                    item.text.as_ref().map_or(0.0, length) + item.remarks.iter().map(|remark| length(&remark.block)).sum::<f64>();
                let bare = lanes.len() > 1 && !item.says_more();
                if item.picture.is_none() && item.bar.is_none() && long <= LONGEST && !bare {
                    found.push(((lane, phase, index), Which { curve, column, nth }));
                }
                if found.len() > MOST_LABELS {
                    return Vec::new();
                }
            }
        }
    }
    found
}

/// An item in several widths, each with what is unwelcome about it: best are those about three times as wide as high.
fn shapes(item: &ItemText, place: Place, content: &Content, setting: &Setting) -> Vec<(CellLines, f64)> {
    let em = setting.em();
    let tagged = content.design.spine.as_ref().is_some_and(|spine| spine.contains(&place.0));
    let set = |width: Mm| label(item, place.2, (content.lanes[place.0].kind, tagged), width, setting);
    let tag = item.tag.iter().filter(|_| tagged);
    let blocks = || tag.clone().chain(&item.text).chain(item.remarks.iter().map(|remark| &remark.block));
    let natural = blocks().map(Block::natural_width).fold(0.0, f64::max);
    if natural <= 0.0 {
        return vec![(set(em * 4.0), 0.0)];
    }
    let aside = item.score.as_ref().map_or(0.0, Block::natural_width) + 0.3 + item.tray.len() as f64;
    let mut shapes: Vec<(CellLines, f64)> = Vec::new();
    for lines in 1..=MOST_LINES {
        // A hair more than the text has, since what is rounded must not break it.
        let spare = if lines == 1 { 0.02 } else { 1.2 };
        let whole_tag = tag.clone().map(Block::natural_width).filter(|width| *width <= SHORT_TAG).fold(0.0, f64::max);
        let word = blocks().map(Block::widest_word).fold(whole_tag, f64::max).min(LONGEST_WORD) + 0.02;
        // Its words may part into unequal lines.
        let two = item.text.as_ref().filter(|_| lines == 2).and_then(Block::widest_on_two).unwrap_or(0.0) + 0.02;
        let width = (natural / lines as f64 + spare).max(word).max(two) + aside;
        if width > WIDEST || lines > 1 && width < NARROWEST {
            continue;
        }
        let lines = set(em * width);
        if shapes
            .last()
            .is_some_and(|(last, _)| last.lines.len() == lines.lines.len() && last.width() <= lines.width() + em * 0.5)
        {
            continue;
        }
        // What is wider stands farther away.
        if is_tower(&lines) && !shapes.is_empty() {
            continue;
        }
        let cost = unwelcome(&lines, natural);
        shapes.push((lines, cost));
    }
    // Words come in pieces only where every width breaks one.
    let is_whole = |(shape, _): &(CellLines, f64)| !shape.lines.iter().any(|line| line.set.line.breaks_word());
    if shapes.iter().any(is_whole) {
        shapes.retain(is_whole);
    }
    shapes
}
