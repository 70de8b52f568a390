//! The curves of emotion lanes: lines through the middles of the columns, with a face for each score of a curve that stands alone.

mod scale;
mod several;

use self::scale::Area;
use super::content::{Content, score_text};
use super::fit::Plan;
use super::table::Table;
use crate::layout::drawn::curve::{areas, smooth};
use crate::layout::drawn::marks::{face, star};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Rect, Role};
use crate::text::shown;

/// A score on the curve.
struct Dot {
    at: Point,
    /// −1.0 to 1.0.
    mood: f64,
    moment_of_truth: bool,
    /// The left and the right side of its column.
    column: (Mm, Mm),
}

/// Draws the curves of one or more lanes with the same scale in `frame`, which spans all columns. Scores stand at the left of it.
pub(super) fn draw(content: &Content, plan: &Plan, table: &Table, lanes: &[usize], frame: Rect, out: &mut Vec<Node>) {
    let Some(scale) = lanes.first().and_then(|lane| content.journey.lanes[*lane].scale.as_ref()) else { return };
    // A face is read from afar: as large as the area allows, and no larger than a phase's title.
    let narrowest = table.columns.iter().map(|column| column.1).fold(frame.width, Mm::min);
    let radius = (Mm::from(table.phase_size) * 0.52).max(plan.sizes.em() * 0.8).min(frame.height * 0.12).min(narrowest * 0.25);
    let area = Area { frame, scale, radius };
    match lanes {
        [lane] => single(content, plan, table, *lane, &area, out),
        _ => several::draw(content, plan, table, lanes, &area, out),
    }
    scale::axis(content, &plan.sizes, &area, out);
}

/// A curve alone: a solid line, shaded to the middle of the scale.
fn single(content: &Content, plan: &Plan, table: &Table, lane: usize, area: &Area, out: &mut Vec<Node>) {
    let radius = area.radius;
    let dots = dots(content, table, lane, area);
    let mut nodes = shading(area, &dots);
    nodes.extend(scale::rules(area, &plan.sizes));
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
    out.push(Node::Group(Group::new(Role::Figure, nodes).labelled(description(content, table, lane)).framed(area.frame)));
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

/// The curve in words: each phase with its scores.
fn description(content: &Content, table: &Table, index: usize) -> String {
    let lane = &content.journey.lanes[index];
    let phases = table.phases.clone().map(|phase| {
        let scale = lane.scale.as_ref();
        let scores = content.journey.phases[phase].cells[index].iter().filter_map(|item| item.score);
        let scores: Vec<String> =
            scores.filter_map(|score| scale.map(|scale| score_text(score, scale, content.journey.language.terms))).collect();
        format!("{} {}", content.journey.phases[phase].title, if scores.is_empty() { "–".to_owned() } else { scores.join(", ") })
    });
    shown(&format!("{}: {}", lane.title, phases.collect::<Vec<_>>().join("; "))).into_owned()
}
