//! The curve of an emotion lane: a line through the middles of the columns, with a face for each score.

use super::content::{Content, score_text};
use super::fit::Plan;
use super::sizes::Sizes;
use super::table::Table;
use crate::journey::{Lane, Scale};
use crate::layout::drawn::block::Block;
use crate::layout::drawn::curve::{areas, smooth};
use crate::layout::drawn::marks::{face, line, star};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Rect, Role, Stroke};
use crate::text::{Cut, Style};

/// A scale has at most this many steps.
const MOST_RULES: f64 = 10.0;

/// A score on the curve.
struct Dot {
    at: Point,
    /// −1.0 to 1.0.
    mood: f64,
    moment_of_truth: bool,
    /// The left and the right side of its column.
    column: (Mm, Mm),
}

/// The part of the page that the curve has.
struct Area<'a> {
    frame: Rect,
    scale: &'a Scale,
    radius: Mm,
}

impl Area<'_> {
    /// The height of a score.
    fn y(&self, score: f64) -> Mm {
        let room = self.radius * 1.45;
        self.frame.y + room + (self.frame.height - room * 2.0) * (1.0 - self.scale.normalise(score))
    }

    /// The score between good and bad: zero where the scale has it inside, else the middle.
    fn middle(&self) -> f64 {
        if self.scale.min < 0.0 && self.scale.max > 0.0 { 0.0 } else { f64::midpoint(self.scale.min, self.scale.max) }
    }

    /// How good a score is, from −1.0 to 1.0.
    fn mood(&self, score: f64) -> f64 {
        let middle = self.middle();
        let reach = if score < middle { middle - self.scale.min } else { self.scale.max - middle };
        (score - middle) / reach
    }

    /// The scores at which the area is ruled: multiples of a round step that stand apart by `apart` at least; whole numbers on a
    /// scale of whole numbers.
    fn rules(&self, apart: Mm) -> Vec<f64> {
        let (min, max) = (self.scale.min, self.scale.max);
        let height = self.y(min) - self.y(max);
        let most = (height / apart).clamp(1.0, MOST_RULES);
        let whole = min.fract() == 0.0 && max.fract() == 0.0;
        let step = round_step((max - min) / most).max(if whole { 1.0 } else { 0.0 });
        let first = (min / step - 1e-9).ceil();
        let count = ((max / step + 1e-9).floor() - first).max(0.0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most as many as have room on a page")]
        (0..=count as u32).map(|index| (first + f64::from(index)) * step).collect()
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … and of their tenths and hundredths … that is not below a number.
fn round_step(least: f64) -> f64 {
    let mut power = 1.0;
    while power < least {
        power *= 10.0;
    }
    while power / 10.0 >= least && power > 1e-6 {
        power /= 10.0;
    }
    [0.1, 0.2, 0.5].into_iter().map(|share| power * share).find(|step| *step >= least).unwrap_or(power)
}

/// Draws the curve of a lane in `frame`, which spans all columns. Scores stand at the left of it.
pub(super) fn draw(content: &Content, plan: &Plan, table: &Table, lane: usize, frame: Rect, out: &mut Vec<Node>) {
    let model = &content.journey.lanes[lane];
    let Some(scale) = &model.scale else { return };
    // A face is read from afar: as large as the area allows, and no larger than a phase's title.
    let narrowest = table.columns.iter().map(|column| column.1).fold(frame.width, Mm::min);
    let radius = (Mm::from(table.phase_size) * 0.52).max(plan.sizes.em() * 0.8).min(frame.height * 0.12).min(narrowest * 0.25);
    let area = Area { frame, scale, radius };
    let dots = dots(content, table, lane, &area);
    let mut nodes = shading(&area, &dots);
    nodes.extend(rules(&area, &plan.sizes));
    if dots.len() > 1 {
        nodes.push(Node::Path(Path::stroked(smooth(&points(&dots)), theme::INK, radius * 0.22)));
    }
    for dot in &dots {
        nodes.extend(face(dot.at, radius, dot.mood));
        if dot.moment_of_truth {
            let side = Point { x: dot.at.x + radius * 1.25, y: dot.at.y - radius * 1.05 };
            nodes.push(star(side, radius * 0.6));
        }
    }
    out.push(Node::Group(Group::new(Role::Figure, nodes).labelled(description(content, table, model, lane)).framed(frame)));
    axis(content, &plan.sizes, &area, out);
}

/// The scores of the phases, from left to right; several in one phase stand evenly in its column.
fn dots(content: &Content, table: &Table, lane: usize, area: &Area) -> Vec<Dot> {
    let mut dots = Vec::new();
    for (phase, (left, width)) in table.phases.clone().zip(&table.columns) {
        let items = &content.journey.phases[phase].cells[lane];
        let scored: Vec<_> = items.iter().filter_map(|item| item.score.map(|score| (score, item.moment_of_truth))).collect();
        let step = *width / scored.len() as f64;
        dots.extend(scored.iter().enumerate().map(|(index, (score, moment_of_truth))| Dot {
            at: Point { x: *left + step * (index as f64 + 0.5), y: area.y(*score) },
            mood: area.mood(*score),
            moment_of_truth: *moment_of_truth,
            column: (*left, *left + *width),
        }));
    }
    dots
}

/// The points of the line: the dots, with level ends out to the sides of the first and the last column that has one, so that the
/// line begins and ends with the grid.
fn points(dots: &[Dot]) -> Vec<Point> {
    let (Some(first), Some(last)) = (dots.first(), dots.last()) else { return Vec::new() };
    let start = Point { x: first.column.0, y: first.at.y };
    let end = Point { x: last.column.1, y: last.at.y };
    [start].into_iter().chain(dots.iter().map(|dot| dot.at)).chain([end]).collect()
}

fn shading(area: &Area, dots: &[Dot]) -> Vec<Node> {
    if dots.len() < 2 {
        return Vec::new();
    }
    let (above, below) = areas(&points(dots), area.y(area.middle()));
    let fill = |color: Color| move |outline| Node::Path(Path::filled(outline, color.over(Color::WHITE, 0.2)));
    above.into_iter().map(fill(theme::GOOD)).chain(below.into_iter().map(fill(theme::BAD))).collect()
}

/// The least distance between two numbers of the scale.
fn apart(sizes: &Sizes) -> Mm {
    Mm::from(sizes.note) * 1.15
}

fn rules(area: &Area, sizes: &Sizes) -> Vec<Node> {
    let hair = sizes.em() * 0.03;
    area.rules(apart(sizes))
        .into_iter()
        .map(|score| {
            let middle = (score - area.middle()).abs() < 1e-9;
            let y = area.y(score);
            let segments = line(Point { x: area.frame.x, y }, Point { x: area.frame.right(), y });
            let (color, width) =
                if middle { (theme::QUIET, hair * 1.6) } else { (theme::HAIRLINE.over(theme::QUIET, 0.85), hair) };
            let dashes = if middle { Vec::new() } else { vec![hair, hair * 5.0] };
            Node::Path(Path { segments, fill: None, stroke: Some(Stroke { color, width, dashes }) })
        })
        .collect()
}

/// The numbers of the scale, right-aligned at the left of the curve.
fn axis(content: &Content, sizes: &Sizes, area: &Area, out: &mut Vec<Node>) {
    let style = Style { cut: Cut::Regular, hyphenation: None, rtl: false };
    let mut numbers = Vec::new();
    for score in area.rules(apart(sizes)) {
        let block = Block::text(content.typesetter, &score_text(score, area.scale, content.journey.language.terms), style);
        for line in block.set(content.typesetter, Mm(1e4), sizes.note) {
            let x = area.frame.x - sizes.em() * 0.45 - line.width();
            // Digits stand on the rule's middle: half of their height below it.
            let y = area.y(score) + Mm::from(sizes.note) * 0.33 - line.ascent;
            line.draw_at(content.typesetter, Point { x, y }, theme::QUIET, &mut numbers);
        }
    }
    out.push(Node::Group(Group::new(Role::Note, numbers)));
}

/// The curve in words: each phase with its scores.
fn description(content: &Content, table: &Table, lane: &Lane, index: usize) -> String {
    let phases = table.phases.clone().map(|phase| {
        let scale = lane.scale.as_ref();
        let scores = content.journey.phases[phase].cells[index].iter().filter_map(|item| item.score);
        let scores: Vec<String> =
            scores.filter_map(|score| scale.map(|scale| score_text(score, scale, content.journey.language.terms))).collect();
        format!("{} {}", content.journey.phases[phase].title, if scores.is_empty() { "–".to_owned() } else { scores.join(", ") })
    });
    format!("{}: {}", lane.title, phases.collect::<Vec<_>>().join("; "))
}
