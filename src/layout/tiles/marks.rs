//! What stands on a sheet where nothing of it is seen once it is stuck: ticks to cut by, the glue edge, its name, and a ruler.

use super::{Sheets, mm};
use crate::journey::Term;
use crate::layout::drawn::ink::line;
use crate::scene::{Color, Mm, Node, Path, Point, Pt, Rect, Stroke};
use crate::text::Cut;

/// The ends of a tick, from the corner that it points at.
const TICK: (Mm, Mm) = (Mm(0.6), Mm(4.6));
/// Where there is less room beyond a corner there is none for a tick.
const LEAST_TICK: Mm = Mm(2.0);
/// The lines of marks, and the white around them.
const LINE: Mm = Mm(0.2);
const AROUND: Mm = Mm(0.8);
/// Type is no larger than this, and no higher than this share of its strip.
const TYPE: Pt = Pt(8.0);
const SHARE: f64 = 0.62;
/// In a strip that is lower nothing is written.
const LEAST_STRIP: Mm = Mm(1.4);
/// What is written needs no strip that is higher, and where there is no other it takes the margin rather than one that is lower.
const HIGHEST: Mm = Mm(8.0);
const LEAST_WHITE: Mm = Mm(4.0);
/// The length of a ruler.
pub(super) const RULER: Mm = Mm(100.0);
/// Between texts, and from the edges of a strip.
const GAP: Mm = Mm(2.0);

impl Sheets<'_> {
    /// Draws the marks of a sheet, of which so much is printed and so much is seen.
    pub(super) fn marks(&self, out: &mut Vec<Node>, (row, column): (usize, usize), printed: Rect, seen: Rect) {
        glue_edge(printed, seen, out);
        self.name_strip(out, (row, column), printed, seen);
        let (sheet, margin) = (self.grid.sheet, mm(self.tiling.margin.get()));
        for (x, outward, wide) in [(seen.x, -1.0, seen.x - margin), (seen.right(), 1.0, sheet.width - margin - seen.right())] {
            for (y, down, high) in [(seen.y, -1.0, seen.y - margin), (seen.bottom(), 1.0, sheet.height - margin - seen.bottom())]
            {
                let point = |dx: Mm, dy: Mm| Point { x: x + dx * outward, y: y + dy * down };
                tick(wide, |along| point(along, Mm::ZERO), out);
                tick(high, |along| point(Mm::ZERO, along), out);
            }
        }
    }

    /// The name of the sheet, the title and a ruler, in a strip that is not seen: the glue edge with the white below it, or what is cut off
    /// above, whichever is higher.
    fn name_strip(&self, out: &mut Vec<Node>, (row, column): (usize, usize), printed: Rect, seen: Rect) {
        let (sheet, margin) = (self.grid.sheet, mm(self.tiling.margin.get()));
        let glued = row + 1 < self.grid.rows();
        let high = |(from, to): (Mm, Mm)| (to - from).min(HIGHEST);
        let below = (seen.bottom(), sheet.height - margin);
        let above = (row > 0).then(|| (margin.min(printed.y), seen.y)).filter(|above| high(*above) > high(below));
        let (top, bottom) = match above {
            Some(above) => above,
            // A sheet that stands alone and has no white but its margin.
            None if !glued && high(below) < LEAST_WHITE => (printed.bottom(), sheet.height),
            None => below,
        };
        let takes_glue = glued && above.is_none();
        let strip = Rect::new(margin, top, sheet.width - margin * 2.0, high((top, bottom)));
        if strip.height < LEAST_STRIP {
            return;
        }
        let size = Pt(Pt::from(strip.height * SHARE).0.min(TYPE.0));
        let left = seen.x + GAP;
        let glue = if takes_glue { format!(" · {}", self.words.term(Term::GlueEdge)) } else { String::new() };
        let name = format!("{}{glue} · {}", Self::name(row, column), self.title());
        let room = strip.right() - left - RULER - GAP * 5.0;
        let Some(text) = self.words.line(&name, Cut::Bold, room, size) else { return };
        let height = text.height().min(strip.height);
        let corner = Point { x: left, y: top + (strip.height - height) / 2.0 };
        let inset = Mm(0.15);
        let plate = Rect::new(left - GAP / 2.0, top + inset, text.width() + GAP, strip.height - inset * 2.0);
        out.push(Node::Path(Path::filled(Path::rect(plate), Color::WHITE)));
        self.words.put(&text, corner, Color::BLACK, out);
        let start = left + text.width() + GAP * 2.0;
        self.ruler(Rect::new(start, top + inset, RULER, strip.height - inset * 2.0), out);
    }

    /// A ruler of 100 mm on white, as wide as its box.
    pub(super) fn ruler(&self, frame: Rect, out: &mut Vec<Node>) {
        let plate = Rect::new(frame.x - GAP / 2.0, frame.y, frame.width + GAP, frame.height);
        out.push(Node::Path(Path::filled(Path::rect(plate), Color::WHITE)));
        let stroke = |segments| Node::Path(Path::stroked(segments, Color::BLACK, LINE));
        let bottom = frame.bottom() - LINE;
        out.push(stroke(line(Point { x: frame.x, y: bottom }, Point { x: frame.right(), y: bottom })));
        for nth in 0..=10 {
            let x = frame.x + RULER * (f64::from(nth) / 10.0);
            let share = if nth % 10 == 0 {
                0.9
            } else if nth % 5 == 0 {
                0.5
            } else {
                0.3
            };
            out.push(stroke(line(Point { x, y: bottom }, Point { x, y: bottom - frame.height.min(Mm(6.0)) * share })));
        }
        // It stands between two ticks.
        let size = Pt(Pt::from(frame.height * 0.5).0.min(6.0));
        if let Some(text) = self.words.line("100 mm", Cut::Regular, RULER / 3.0, size) {
            let corner = Point { x: frame.x + RULER * 0.55 - text.width() / 2.0, y: bottom - text.height() - LINE };
            self.words.put(&text, corner, Color::BLACK, out);
        }
    }
}

/// Where the next sheet will lie: a dashed line along the seam, on the side that is not seen.
fn glue_edge(printed: Rect, seen: Rect, out: &mut Vec<Node>) {
    let aside = Mm(0.4);
    let mut dashed = |from: Point, to: Point| {
        let stroke = Stroke { color: Color(90, 90, 90), width: LINE, dashes: vec![Mm(1.5), Mm(1.5)] };
        out.push(Node::Path(Path { segments: line(from, to), fill: None, stroke: Some(stroke) }));
    };
    if seen.right() + aside < printed.right() {
        let x = seen.right() + aside;
        dashed(Point { x, y: seen.y }, Point { x, y: printed.bottom() });
    }
    if seen.bottom() + aside < printed.bottom() {
        let y = seen.bottom() + aside;
        dashed(Point { x: seen.x, y }, Point { x: printed.right(), y });
    }
}

/// A tick from a corner outwards, where there is so much room up to the margin. Else it lies along the cut, from the corner inwards: a printer leaves
/// the margin white, and the knife takes the line away.
fn tick(beyond: Mm, point: impl Fn(Mm) -> Point, out: &mut Vec<Node>) {
    if beyond >= LEAST_TICK {
        mark(line(point(TICK.0), point(TICK.1.min(beyond))), out);
    } else {
        out.push(Node::Path(Path::stroked(line(point(Mm::ZERO), point(TICK.0 - TICK.1)), Color::BLACK, LINE)));
    }
}

/// A black line on a white one, to be seen on any ground.
fn mark(segments: Vec<crate::scene::Segment>, out: &mut Vec<Node>) {
    out.push(Node::Path(Path::stroked(segments.clone(), Color::WHITE, AROUND)));
    out.push(Node::Path(Path::stroked(segments, Color::BLACK, LINE)));
}
