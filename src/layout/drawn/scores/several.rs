//! Several curves in one area, told apart by line, mark and colour, each named at its end.

use super::laid::Extent;
use super::scale::{self, Area};
use super::{Curve, Dot, Laid, gap, leaders, outline, points, ring, samples};
use crate::layout::drawn::ink::{face, rounded};
use crate::layout::drawn::labels::grown;
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::text::draw as draw_lines;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Role};

/// From one of two lines that coincide to the other, in widths of a line.
const SIDE_BY_SIDE: f64 = 1.5;

/// Draws the curves of lanes with the same scale: the first has faces, each other one marks.
pub(super) fn draw(of: &[Curve], laid: &Laid, (area, partings): (&Area, &[(Mm, Mm)]), setting: &Setting, out: &mut Vec<Node>) {
    let mut behind = laid.against.map_or_else(Vec::new, |curves| gap::between(laid, curves, setting.em()));
    behind.extend(scale::rules(area, partings, laid, &setting.sizes));
    // No text stands on hatching.
    let white = |frame| Node::Path(Path::filled(rounded(grown(frame, setting.em() * 0.1), setting.em() * 0.3), Color::WHITE));
    behind.extend(laid.labelled().filter(|_| laid.against.is_some()).map(white));
    out.push(Node::Group(Group::new(Role::Artifact, behind)));
    let (width, mark) = (laid.extent.line, laid.extent.mark * 0.8);
    let figure = |nth: usize, nodes: Vec<Node>| of[nth].figure(nodes, area.frame, setting);
    let (mut marks, mut lone) = (Vec::new(), Vec::new());
    for (nth, dots) in laid.curves.iter().enumerate() {
        let stroked = of[nth].stroked;
        let mut own = Vec::new();
        for dot in dots {
            // As far around a mark as around a face.
            own.extend(dot.score.lowest.then(|| ring(dot.mark, area.radius * (laid.extent.of(nth) / laid.extent.face))));
            if nth == 0 {
                own.extend(face(dot.mark, area.radius, dot.mood));
            } else {
                own.push(stroked.mark(dot.mark, mark));
            }
        }
        let signs = laid.own_signs().filter(|sign| sign.curve == nth);
        own.extend(signs.flat_map(|sign| sign.sign.draw(sign.at, laid.extent.sign)));
        match dots.len() {
            0 => {}
            // A score without a line is the figure itself.
            1 => lone.push(figure(nth, own)),
            _ => {
                let line = outline(dots);
                let casing = Node::Path(Path::stroked(line.clone(), Color::WHITE, width * 1.8));
                out.push(figure(nth, vec![casing, stroked.line(line, width)]));
                marks.extend(own);
            }
        }
    }
    gap::draw(&laid.gaps, setting, out);
    // Marks stand on all lines, not only on their own.
    out.push(leaders(laid, setting, |curve| of[curve].stroked.color()));
    out.push(Node::Group(Group::new(Role::Artifact, marks)));
    out.extend(lone);
    for (curve, name) in of.iter().zip(&laid.names) {
        if let Some((lines, spot)) = name {
            let mut nodes = Vec::new();
            let corner = Point { x: spot.frame.x, y: spot.frame.y };
            draw_lines(setting.pen(), lines, corner, spot.frame.width, curve.stroked.color(), &mut nodes);
            out.push(Node::Group(Group::new(Role::Note, nodes)));
        }
    }
}

/// Parts what would hide each other: lines through the same places run side by side, and marks that would be hidden move along their level
/// line, or else to the rim of what hides them. No line leaves the place of its score for that.
pub(super) fn apart(mut curves: Vec<Vec<Dot>>, extent: Extent) -> Vec<Vec<Dot>> {
    let ways: Vec<Vec<Point>> = curves.iter().map(|dots| samples(&points(dots))).collect();
    let before = curves.clone();
    for (nth, dots) in curves.iter_mut().enumerate() {
        for dot in &mut *dots {
            // At the same score, or along the other's way on a side of it: where one curve has more scores they stand beside each other.
            let same = |other: &[Point], x: Mm| {
                let heights = gap::height_at(other, x).zip(gap::height_at(&ways[nth], x));
                heights.is_some_and(|(other, own)| Mm((other - own).0.abs()) < extent.line * 0.5)
            };
            let along = |other: &[Point]| {
                let aside = extent.face * 1.5;
                same(other, dot.at.x) && (same(other, dot.at.x - aside) || same(other, dot.at.x + aside))
            };
            let there = |other: usize| {
                let meet = near(&before[other], dot.column).iter().any(|other| distance(other.at, dot.at) < extent.line * 0.5);
                meet || along(&ways[other])
            };
            let with: Vec<usize> = (0..before.len()).filter(|other| there(*other)).collect();
            let rank = with.iter().filter(|other| **other < nth).count() as f64;
            let middle = (with.len().max(1) - 1) as f64 / 2.0;
            dot.shift = extent.line * (SIDE_BY_SIDE * (rank - middle));
        }
        level(dots, extent);
        for dot in dots.iter_mut().filter(|_| nth > 0) {
            dot.mark.y += dot.shift;
        }
    }
    for nth in 1..curves.len() {
        let (before, rest) = curves.split_at_mut(nth);
        let line = samples(&points(&rest[0]));
        for dot in &mut rest[0] {
            let hidden = |at: &Point| {
                before.iter().enumerate().any(|(other, dots)| {
                    let apart = extent.of(other) + extent.mark * 1.1;
                    near(dots, dot.column).iter().any(|there| distance(there.mark, *at) < apart)
                })
            };
            let free = places(dot, nth, &line, extent).find(|at| !hidden(at));
            dot.mark = free.unwrap_or(dot.mark);
        }
    }
    curves
}

/// What is level stays level: scores of the same height that follow each other move aside as far as the one of them that has to.
fn level(dots: &mut [Dot], extent: Extent) {
    for run in dots.chunk_by_mut(|one, next| (one.at.y - next.at.y).0.abs() < extent.line.0 * 0.1) {
        let furthest = run.iter().map(|dot| dot.shift).max_by(|one, other| one.0.abs().total_cmp(&other.0.abs()));
        let shift = furthest.unwrap_or_default();
        for dot in run {
            dot.shift = shift;
        }
    }
}

/// Where a mark may stand: at its score; along its line where that is level or nearly so, as far as its column goes; beside its score at
/// the same height, which tells how it was; and around it.
fn places<'a>(dot: &'a Dot, nth: usize, line: &'a [Point], extent: Extent) -> impl Iterator<Item = Point> + 'a {
    /// Below and above at the right, and at the left; straight below and above.
    const AROUND: [(f64, f64); 6] = [(0.71, 0.71), (0.71, -0.71), (-0.71, 0.71), (-0.71, -0.71), (0.0, 1.0), (0.0, -1.0)];
    let away = move |step: usize| extent.face + extent.mark * (1.12 + 2.2 * step as f64);
    let inside = move |x: Mm| (dot.column.0 + extent.mark * 1.2..=dot.column.1 - extent.mark * 1.2).contains(&x);
    let height = move |x: Mm| gap::height_at(line, x).filter(|y| Mm((*y - dot.at.y).0.abs()) < extent.mark);
    let along = (0..nth).flat_map(move |step| [away(step), Mm::ZERO - away(step)]).map(move |step| dot.at.x + step);
    let along = along.filter(move |x| inside(*x)).filter_map(move |x| Some(Point { x, y: height(x)? + dot.shift }));
    let level = (0..nth)
        .flat_map(move |step| [away(step), Mm::ZERO - away(step)])
        .map(move |step| Point { x: dot.at.x + step, ..dot.at });
    let around =
        (0..nth).flat_map(move |step| AROUND.map(|(x, y)| Point { x: dot.at.x + away(step) * x, y: dot.at.y + away(step) * y }));
    std::iter::once(dot.mark).chain(along).chain(level.chain(around).filter(move |at| inside(at.x)))
}

/// The scores of a curve in a column.
fn near(dots: &[Dot], column: (Mm, Mm)) -> &[Dot] {
    let start = dots.partition_point(|dot| dot.column.0 < column.0);
    let end = dots.partition_point(|dot| dot.column.0 <= column.0);
    &dots[start..end]
}

fn distance(one: Point, other: Point) -> Mm {
    let (x, y) = ((one.x - other.x).0, (one.y - other.y).0);
    Mm((x * x + y * y).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::drawn::scores::{Score, traced};

    const EXTENT: Extent = Extent { line: Mm(1.0), face: Mm(4.0), mark: Mm(2.0), sign: Mm(2.0) };

    /// A curve over columns of 30 mm with a score at a height in the middle of each.
    fn curve(heights: &[f64]) -> Vec<Dot> {
        let score = Score { value: 0.0, moment_of_truth: false, drop_off: false, lowest: false };
        let dot = |(nth, y): (usize, &f64)| {
            let (left, at) = (Mm(30.0 * nth as f64), Point { x: Mm(30.0 * nth as f64 + 15.0), y: Mm(*y) });
            Dot { at, mark: at, shift: Mm::ZERO, mood: 0.0, score, column: (left, left + Mm(30.0)), crossing: [None; 2] }
        };
        heights.iter().enumerate().map(dot).collect()
    }

    #[test]
    fn curves_through_the_same_points_run_side_by_side_and_none_is_moved_sideways() {
        let heights = [0.0, 60.0, 60.0, 0.0, 30.0];
        let curves = apart(vec![curve(&heights), curve(&heights), curve(&[0.0, 60.0, 20.0, 0.0, 30.0])], EXTENT);
        for dots in &curves {
            for (nth, dot) in dots.iter().enumerate() {
                assert_eq!(dot.at.x, Mm(30.0 * nth as f64 + 15.0), "a score stands where it was given");
            }
        }
        // On their common way, steep or level, none covers another.
        let (first, second) = (traced(&curves[0]), traced(&curves[1]));
        for at in &first {
            let nearest = second.iter().map(|other| distance(*at, *other)).fold(Mm(f64::INFINITY), Mm::min);
            assert!(nearest >= EXTENT.line * 1.2 && nearest <= EXTENT.line * 3.5, "{nearest:?} at {at:?}");
        }
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            for (dot, there) in curves[one].iter().zip(&curves[other]) {
                assert!(distance(dot.mark, there.mark) >= EXTENT.of(one) + EXTENT.mark, "{one} hides {other} at {dot:?}");
            }
        }
    }

    #[test]
    fn a_mark_that_moves_along_its_line_stays_at_the_height_of_its_score() {
        let curves = apart(vec![curve(&[0.0, 30.0, 0.0]), curve(&[30.0, 30.0, 30.0])], EXTENT);
        let dot = curves[1][1];
        assert!(dot.mark.x != dot.at.x && (dot.mark.y - dot.at.y).0.abs() <= EXTENT.line.0, "{dot:?}");
    }

    #[test]
    fn a_mark_that_is_hidden_on_a_steep_line_stands_beside_its_score_at_the_same_height() {
        let curves = apart(vec![curve(&[0.0, 30.0, 0.0]), curve(&[90.0, 30.0, -30.0])], EXTENT);
        let dot = curves[1][1];
        assert!(dot.mark.x != dot.at.x && (dot.mark.y - dot.at.y).0.abs() <= EXTENT.line.0, "{dot:?}");
    }

    #[test]
    fn a_line_along_the_way_of_one_with_other_scores_runs_beside_it() {
        // The first is level through a column, the second has two scores at that height there.
        let mut second = curve(&[60.0, 30.0, 30.0]);
        second[1].at.x -= Mm(7.0);
        let apart = apart(vec![curve(&[30.0, 30.0, 30.0]), second], EXTENT);
        let shift = |curve: usize, dot: usize| apart[curve][dot].shift;
        assert!(shift(0, 1) < shift(1, 1), "{:?} and {:?}", shift(0, 1), shift(1, 1));
        assert_eq!(shift(1, 0), Mm::ZERO, "where they are apart");
        assert_eq!([shift(0, 0), shift(0, 2)], [shift(0, 1); 2], "what is level stays level");
    }
}
