//! A layout of one's own: the journey as a reading list, phase by phase, with the touchpoints of each.
//! ```text
//! cargo run --example own_layout -- export reis.json --layout reading-list -o lijst.pdf
//! ```
//! Head, legend, type scale, arrows of phases and the search for the largest type are those of the built-in layouts.

use std::process::ExitCode;

use klantreis::diagnostic::{Code, Diagnostic};
use klantreis::journey::{Journey, LaneKind};
use klantreis::layout::drawn::page::{ANY, Care, Frame, Head, HeadText, Legend, Outcome, Setting, Sizes, Trial, best};
use klantreis::layout::drawn::phases::{Arrows, PhaseText, arrow_room, draw_arrows, even};
use klantreis::layout::drawn::text::{Block, Missing, Place, SetLine, Setter, draw, height};
use klantreis::layout::{Context, Laid, Layout, Make, theme};
use klantreis::paper::Orientation;
use klantreis::registry::Registry;
use klantreis::scene::{Group, Mm, Node, Page, Point, Role, Scene};
use klantreis::text::Cut;

fn main() -> ExitCode {
    // A layout may hold data: here the kind of lane that it lists.
    let listed = LaneKind::Touchpoint;
    let draw = |journey: &Journey, context: &Context| list(journey, context, listed);
    let shows = |journey: &Journey| journey.lanes.iter().any(|lane| lane.kind == listed);
    let layout = Layout {
        name: "reading-list",
        summary: "Touchpoints below each other, phase by phase",
        shows: &shows,
        parts: &[],
        make: Make::Drawn(&draw),
    };
    let mut registry = Registry::default();
    if let Err(error) = registry.add_layout(&layout) {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    klantreis::cli::run(&registry, std::env::args_os())
}

/// The texts in the cells of a phase, with what no face has of them noted by the setter.
fn texts(journey: &Journey, phase: usize, kind: LaneKind, set: Setter) -> Vec<Block> {
    let lanes = journey.lanes.iter().enumerate().filter(|(_, lane)| lane.kind == kind);
    let items = lanes.flat_map(|(lane, _)| journey.phases[phase].cells[lane].iter().map(move |item| (lane, item)));
    let place = |lane| move || Place::new(journey.pointer_to_cell(phase, lane), "in a cell");
    items.filter_map(|(lane, item)| Some(set.text(item.text.as_deref()?, Cut::Regular, &place(lane)))).collect()
}

/// All of it at a size.
struct Plan<'a> {
    setting: Setting<'a>,
    arrows: Arrows,
    columns: Vec<(Mm, Mm)>,
    cells: Vec<Vec<SetLine>>,
    care: Care,
    fits: bool,
}

fn list(journey: &Journey, context: &Context, kind: LaneKind) -> Laid<Scene> {
    let missing = Missing::default();
    let set = Setter::new(&journey.language, context.text, &missing);
    let (said, phases) = (HeadText::new(journey, (context.part, false), set), PhaseText::all(journey, set));
    let texts: Vec<Vec<Block>> = (0..phases.len()).map(|phase| texts(journey, phase, kind, set)).collect();
    // No marks are drawn, so that the legend has none to name; `page::entries` has those of a journey.
    let attempt = |Trial { frame, cell, care, .. }: Trial| {
        let setting = Setting::new(journey, context, frame, Sizes::new(&frame, cell));
        let columns = even(phases.len(), (frame.margin, frame.margin + frame.width()), frame.gutter);
        let set = |texts: &Vec<Block>, width| texts.iter().flat_map(|text| text.set(context.text, width, cell)).collect();
        let cells = texts.iter().zip(&columns).map(|(texts, (_, width))| set(texts, arrow_room(*width, cell)));
        let (arrows, cells) = (Arrows::new(&phases, &columns, &setting), cells.collect::<Vec<Vec<SetLine>>>());
        let tallest = cells.iter().map(|lines| height(lines)).fold(setting.em(), Mm::max);
        let around = Head::new(&said, &setting).height + arrows.height + Legend::new(&[], &setting).height;
        let fits = around + tallest + setting.em() <= frame.height();
        let lines = || cells.iter().flatten();
        let broken = lines().filter(|line| line.line.breaks_word()).count();
        let given = Care::of((broken, lines().count()), arrows.lines().1 == 0, &setting.sizes);
        // The least size is taken as it is; larger ones only where all has room, and no more words break for it.
        let good = fits && given <= care || cell == frame.least.cell_min;
        good.then_some(Plan { setting, arrows, columns, cells, care: given, fits })
    };
    let page = context.paper.oriented(context.orientation.unwrap_or(Orientation::Landscape));
    let outcome = |plan: &Plan| Outcome { pages: 1, care: plan.care, cell: plan.setting.sizes.cell };
    let plan = best(Frame::new(context.paper, page), ANY, None, outcome, attempt).expect("the least size is always taken");
    let setting = &plan.setting;
    let (head, legend, mut nodes) = (Head::new(&said, setting), Legend::new(&[], setting), Vec::new());
    head.draw(&said, setting, &mut nodes);
    let top = setting.frame.margin + head.height;
    let stages: Vec<_> = journey.phases.iter().map(|phase| phase.stage).collect();
    nodes.extend(draw_arrows(&plan.arrows, &stages, &plan.columns, top, setting));
    for (lines, (left, width)) in plan.cells.iter().zip(&plan.columns) {
        let (mut cell, corner) = (Vec::new(), Point { x: *left, y: top + plan.arrows.height + setting.sizes.pad() });
        draw(setting.pen(), lines, corner, *width, theme::INK, &mut cell);
        nodes.push(Node::Group(Group::new(Role::Cell, cell)));
    }
    legend.draw(setting, (1, 1), &mut nodes);
    setting.pen().mirror(&mut nodes);
    let mut warnings = missing.into_warnings();
    warnings.extend((!plan.fits).then(|| Diagnostic::new(Code::DoesNotFit, "the list is longer than the page")));
    Laid { made: Scene { meta: context.meta.clone(), pages: vec![Page::new(page, nodes)] }, warnings }
}
