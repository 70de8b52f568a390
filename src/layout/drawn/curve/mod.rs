//! Curves of scores: lines through the middles of columns, with a face for each score of a curve that stands alone. They know columns
//! and scores, and no layout.

mod line;
mod scale;
mod several;
mod single;
mod strokes;

use self::line::{areas, smooth};
use self::scale::Area;
use super::items::score_text;
use super::page::Setting;
use super::phases::Column;
use crate::journey::Scale;
use crate::scene::{Mm, Node, Point, Pt, Rect};
use crate::text::shown;

pub use strokes::Stroked;

/// A curve, as it stands on a page.
pub struct Curve<'a> {
    /// What the curve is of.
    pub title: &'a str,
    /// The scale of its scores.
    pub scale: &'a Scale,
    /// How it is told apart from others in its area.
    pub stroked: Stroked,
    /// One stretch a column.
    pub stretches: Vec<Stretch<'a>>,
}

/// What a curve does in a column.
pub struct Stretch<'a> {
    /// The title of the phase.
    pub phase: &'a str,
    /// Its scores, in order.
    pub scores: Vec<Score>,
}

/// A score of a curve.
#[derive(Debug, Clone, Copy)]
pub struct Score {
    /// On the scale of its curve.
    pub value: f64,
    /// Whether the journey turns on it.
    pub moment_of_truth: bool,
}

/// A score at its place.
struct Dot {
    at: Point,
    /// −1.0 to 1.0.
    mood: f64,
    moment_of_truth: bool,
    /// The left and the right side of its column.
    column: (Mm, Mm),
}

/// Draws curves with the same scale in `frame`, which spans all columns; `headline` is the size of the phases' titles. The numbers of
/// the scale stand at the left of the frame.
pub fn draw(curves: &[Curve], columns: &[Column], frame: Rect, headline: Pt, setting: &Setting, out: &mut Vec<Node>) {
    let Some(first) = curves.first() else { return };
    // A face is read from afar: as large as the area allows, and no larger than a phase's title.
    let narrowest = columns.iter().map(|column| column.1).fold(frame.width, Mm::min);
    let radius = (Mm::from(headline) * 0.52).max(setting.em() * 0.8).min(frame.height * 0.12).min(narrowest * 0.25);
    let area = Area { frame, scale: first.scale, radius };
    match curves {
        [curve] => single::draw(curve, columns, &area, setting, out),
        _ => several::draw(curves, columns, &area, setting, out),
    }
    scale::axis(&area, setting, out);
}

impl Curve<'_> {
    /// The scores of the phases, from left to right; several in one phase stand evenly in its column.
    fn dots(&self, columns: &[Column], area: &Area) -> Vec<Dot> {
        let mut dots = Vec::new();
        for (stretch, (left, width)) in self.stretches.iter().zip(columns) {
            let step = *width / stretch.scores.len() as f64;
            dots.extend(stretch.scores.iter().enumerate().map(|(index, score)| Dot {
                at: Point { x: *left + step * (index as f64 + 0.5), y: area.y(score.value) },
                mood: area.mood(score.value),
                moment_of_truth: score.moment_of_truth,
                column: (*left, *left + *width),
            }));
        }
        dots
    }

    /// The curve in words: each phase with its scores.
    fn description(&self, setting: &Setting) -> String {
        let phases = self.stretches.iter().map(|stretch| {
            let scores: Vec<String> =
                stretch.scores.iter().map(|score| score_text(score.value, self.scale, setting.terms)).collect();
            format!("{} {}", stretch.phase, if scores.is_empty() { "–".to_owned() } else { scores.join(", ") })
        });
        shown(&format!("{}: {}", self.title, phases.collect::<Vec<_>>().join("; "))).into_owned()
    }
}

/// The points of the line: the dots, with level ends out to the sides of the first and the last column that has one, so that the
/// line begins and ends with the grid.
fn points(dots: &[Dot]) -> Vec<Point> {
    let (Some(first), Some(last)) = (dots.first(), dots.last()) else { return Vec::new() };
    let start = Point { x: first.column.0, y: first.at.y };
    let end = Point { x: last.column.1, y: last.at.y };
    [start].into_iter().chain(dots.iter().map(|dot| dot.at)).chain([end]).collect()
}
