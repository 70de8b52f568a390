//! What is behind the rows: the tint of each column, the rules between rows, and the line below which the customer sees nothing.

use super::{Drawing, artifact};
use crate::journey::{Evidence, LaneKind};
use crate::layout::drawn::grid::pages::{Fragment, PageRows};
use crate::layout::drawn::grid::row::{Row, RowKind};
use crate::layout::drawn::ink::{Sign, dashed, line, rounded};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Rect, Role};

/// The width of a rule, in em.
const HAIR: f64 = 0.035;

/// What is behind a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// The paper.
    White,
    /// The tint of each column's stage.
    Stage,
    /// What the customer does not see.
    Unseen,
}

/// What the organisation wants to do.
fn is_plan(kind: LaneKind) -> bool {
    matches!(kind, LaneKind::Opportunity | LaneKind::Priority | LaneKind::Design | LaneKind::Measure)
}

impl Drawing<'_> {
    /// The colours of a phase.
    fn hue(&self, phase: usize) -> theme::Hue {
        theme::stage(self.setting().context.part.stage(self.content.journey.phases[phase].stage))
    }

    /// The tint behind each column, from under its arrow to the foot of the grid.
    pub(super) fn columns(&mut self, top: Mm, bottom: Mm) {
        let (table, plan) = (&self.panel.table, self.plan);
        let foot =
            if bottom > top { bottom } else { plan.setting.frame.page.height - plan.setting.frame.margin - plan.legend.height };
        let tints = table.phases.clone().zip(&table.columns).map(|(phase, (left, width))| {
            let frame = Rect::new(*left, top, *width, foot - top);
            let tint = self.hue(phase).tint;
            Node::Path(Path::filled(rounded(frame, plan.setting.frame.gutter * 0.5), tint))
        });
        let tints = tints.collect();
        self.out.push(artifact(tints));
    }

    /// The ground of each row, from the top of the first down: neighbours on the same ground have it in common.
    pub(super) fn grounds(&mut self, rows: &PageRows, top: Mm) {
        let gutter = self.setting().frame.gutter;
        let mut runs: Vec<(Ground, Mm, Mm)> = Vec::new();
        let (mut y, mut nodes) = (top, Vec::new());
        for fragment in &rows.fragments {
            let (ground, foot) = (self.ground(fragment), y + fragment.height);
            match runs.last_mut() {
                Some((last, _, end)) if *last == ground => *end = foot,
                Some(_) | None => runs.push((ground, y, foot)),
            }
            nodes.extend(self.between(fragment, y));
            y = foot + gutter;
        }
        let grounds: Vec<Node> = runs.into_iter().flat_map(|(ground, top, foot)| self.tints(ground, top, foot)).collect();
        self.out.push(artifact(grounds.into_iter().chain(nodes).collect()));
    }

    fn ground(&self, fragment: &Fragment) -> Ground {
        let row = &self.panel.table.rows[fragment.row];
        match row.kind {
            RowKind::Lane(lane) if row.curve == Mm::ZERO => {
                let kind = self.content.lanes[lane].kind;
                if kind == LaneKind::Backstage {
                    Ground::Unseen
                } else if is_plan(kind) && self.is_below(lane) {
                    Ground::White
                } else {
                    Ground::Stage
                }
            }
            RowKind::Descriptions => Ground::Stage,
            RowKind::Lane(_) | RowKind::Curves { .. } | RowKind::Across | RowKind::Sight => Ground::White,
        }
    }

    /// Whether a lane stands below the last of what the customer sees.
    fn is_below(&self, lane: usize) -> bool {
        self.content.lanes[lane..].iter().all(|lane| lane.kind == LaneKind::Backstage || is_plan(lane.kind))
    }

    fn tints(&self, ground: Ground, top: Mm, foot: Mm) -> Vec<Node> {
        let table = &self.panel.table;
        let round = self.setting().frame.gutter * 0.4;
        let tint = |(phase, (left, width)): (usize, &(Mm, Mm))| {
            let color = match ground {
                Ground::White => return None,
                Ground::Stage => self.hue(phase).tint,
                Ground::Unseen => theme::NEUTRAL_TINT,
            };
            Some(Node::Path(Path::filled(rounded(Rect::new(*left, top, *width, foot - top), round), color)))
        };
        table.phases.clone().zip(&table.columns).filter_map(tint).collect()
    }

    /// The rule above a row.
    fn between(&self, fragment: &Fragment, top: Mm) -> Vec<Node> {
        let (table, setting) = (&self.panel.table, self.setting());
        let row = &table.rows[fragment.row];
        let hair = setting.em() * HAIR;
        let rule = |from: Point, to: Point, color: Color, width: Mm| Node::Path(Path::stroked(line(from, to), color, width));
        let y = top - setting.frame.gutter / 2.0;
        let (left, right) = (table.lane_column.0, table.right());
        let spine = self.is_spine(row);
        let mut nodes = Vec::new();
        if !spine && row.kind != RowKind::Sight {
            nodes.push(rule(Point { x: left, y }, Point { x: right, y }, theme::HAIRLINE, hair));
        }
        nodes
    }

    /// What parts the phases in the area of a curve, and more strongly the stages: where each line stands, and how wide it is.
    pub(super) fn partings(&self) -> Vec<(Mm, Mm)> {
        let table = &self.panel.table;
        let hair = self.setting().em() * HAIR;
        let stages = self.content.stages_of(&table.phases);
        let parting = |(pair, columns): (&[Option<usize>], &[(Mm, Mm)])| {
            let x = Mm(f64::midpoint((columns[0].0 + columns[0].1).0, columns[1].0.0));
            (x, if pair[0] == pair[1] { hair } else { hair * 2.4 })
        };
        stages.windows(2).zip(table.columns.windows(2)).map(parting).collect()
    }

    /// Whether a row is the spine of the poster.
    pub(super) fn is_spine(&self, row: &Row) -> bool {
        match row.kind {
            RowKind::Lane(lane) => self.content.is_spine(&(lane..lane + 1)),
            RowKind::Curves { first, count } => self.content.is_spine(&(first..first + count)),
            RowKind::Descriptions | RowKind::Across | RowKind::Sight => false,
        }
    }

    /// The name of a row that is of no lane, at its left.
    pub(super) fn remarks(&self, fragment: &Fragment, row: &Row, top: Mm) -> Option<Node> {
        let (setting, (left, width)) = (self.setting(), self.panel.table.lane_column);
        let lines = &row.header.lines[fragment.header.clone()];
        let mut nodes = Vec::new();
        let mut y = top + setting.sizes.pad();
        for line in lines {
            line.set.draw(
                setting.pen(),
                Point { x: left + width - row.header_width, y },
                row.header_width,
                theme::INK,
                &mut nodes,
            );
            y += line.set.height();
        }
        let frame = Rect::new(left, top, width, fragment.height);
        (!nodes.is_empty()).then(|| Node::Group(Group::new(Role::RowHeader, nodes).framed(frame)))
    }

    /// The line below which the customer sees nothing, with its name at its left.
    pub(super) fn sight(&self, fragment: &Fragment, row: &Row, top: Mm) -> Node {
        let (setting, table) = (self.setting(), &self.panel.table);
        let em = setting.em();
        let (left, width) = table.lane_column;
        let middle = top + fragment.height / 2.0;
        let mut nodes = Vec::new();
        let start = left + em * 0.42;
        let mut marks = Sign::Evidence(Evidence::Observed).draw(Point { x: start, y: middle }, em * 0.4);
        let (from, to) = (table.columns.first().map_or(left, |column| column.0), table.right());
        let dashes = [em * 0.5, em * 0.4];
        let way = dashed(&line(Point { x: from, y: middle }, Point { x: to, y: middle }), &dashes);
        marks.push(Node::Path(Path::stroked(way, theme::QUIET, em * 0.09)));
        nodes.push(artifact(marks));
        for line in &row.header.lines[fragment.header.clone()] {
            let x = left + width - row.header_width;
            let y = middle - line.set.height() / 2.0;
            line.set.draw_at(setting.pen(), Point { x, y }, theme::QUIET, &mut nodes);
        }
        Node::Group(Group::new(Role::RowHeader, nodes).framed(Rect::new(left, top, width, fragment.height)))
    }
}
