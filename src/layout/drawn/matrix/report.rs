//! What the layout has to say: characters that no face has, and cells that went on on further pages.

use std::collections::BTreeSet;

use super::content::Content;
use super::fit::{Panel, Plan, fits};
use super::pages::{Fragment, PageRows};
use super::table::RowKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::drawn::block::Block;
use crate::layout::drawn::signs::Sign;
use crate::paper::{Orientation, Paper};

/// A message names this many characters at most.
const MOST_NAMED: usize = 8;

/// A message says this many characters of a title at most.
const LONGEST_NAME: usize = 60;

/// One warning for each text with characters that no face has.
pub(super) fn missing(content: &Content) -> Vec<Diagnostic> {
    let journey = content.journey;
    let mut warnings = Vec::new();
    let mut look = |block: &Block, place: String, pointer: String| {
        let characters: BTreeSet<&str> = block.missing().collect();
        if !characters.is_empty() {
            let more = characters.len().saturating_sub(MOST_NAMED);
            let mut list: Vec<String> = characters.into_iter().take(MOST_NAMED).map(named).collect();
            if more > 0 {
                list.push(format!("and {more} more"));
            }
            warnings.push(
                Diagnostic::new(Code::NoGlyph, format!("no font has {} ({place})", list.join(", ")))
                    .at(pointer)
                    .help("add a font that has it with --font-dir; until then its code point is drawn in a frame"),
            );
        }
    };
    look(&content.title, "in the title".into(), "/title".into());
    if let Some(scenario) = &content.scenario {
        look(scenario, "in the scenario".into(), "/scenario".into());
    }
    for fact in &content.facts {
        look(fact, "beside the title".into(), String::new());
    }
    for (index, (title, subtitle)) in content.stages.iter().enumerate() {
        look(title, format!("in stage {}", name(&journey.stages[index].title)), format!("/stages/{index}/title"));
        if let Some(subtitle) = subtitle {
            look(subtitle, format!("in stage {}", name(&journey.stages[index].title)), format!("/stages/{index}/subtitle"));
        }
    }
    for (phase, text) in content.phases.iter().enumerate() {
        let place = format!("in phase {}", name(&journey.phases[phase].title));
        look(&text.title, place.clone(), format!("/phases/{phase}/title"));
        for (sign, note) in &text.notes {
            let field = match sign {
                Some(Sign::Risk(_)) => "risks",
                Some(Sign::Duration) => "duration",
                Some(Sign::MomentOfTruth | Sign::Evidence(_)) | None => "description",
            };
            look(note, place.clone(), format!("/phases/{phase}/{field}"));
        }
    }
    for (lane, text) in content.lanes.iter().enumerate() {
        let title = name(&journey.lanes[lane].title);
        look(&text.title, format!("in the title of lane {title}"), format!("/lanes/{lane}/title"));
        if let Some(aside) = &text.aside {
            look(aside, format!("beside the title of lane {title}"), format!("/lanes/{lane}"));
        }
        for word in &text.scale {
            look(word, format!("in the scale of lane {title}"), format!("/lanes/{lane}/scale/labels"));
        }
        for (phase, items) in text.cells.iter().enumerate() {
            for item in items {
                for block in item.blocks().filter(|block| block.missing().next().is_some()) {
                    let place = format!("in lane {title}, phase {}", name(&journey.phases[phase].title));
                    look(block, place, journey.pointer_to_cell(phase, lane));
                }
            }
        }
    }
    warnings
}

/// A title as messages say it.
fn name(title: &str) -> String {
    match title.char_indices().nth(LONGEST_NAME) {
        None => format!("“{title}”"),
        Some((end, _)) => format!("“{}…”", &title[..end]),
    }
}

/// A character with its code point: “𓀀” (U+13000).
fn named(cluster: &str) -> String {
    let points: Vec<String> = cluster.chars().map(|character| format!("U+{:04X}", u32::from(character))).collect();
    let visible = !cluster.chars().any(char::is_control);
    if visible { format!("“{cluster}” ({})", points.join(" ")) } else { points.join(" ") }
}

/// One warning for each page behind the first: the lanes and phases on it, and the paper on which nothing would have to be.
pub(super) fn overflow(content: &Content, plan: &Plan, paper: &Paper, orientation: Option<Orientation>) -> Vec<Diagnostic> {
    if plan.page_count() == 1 {
        return Vec::new();
    }
    let larger = |other: &Paper| other.size.width > paper.size.width && other.size.height > paper.size.height;
    let help = match Paper::ascending().filter(larger).find(|larger| fits(content, larger, orientation)) {
        Some(larger) => format!("all of it fits on one page of {}", larger.name),
        None => "no paper up to 4A0 holds all of it on one page; divide the journey or shorten its text".to_owned(),
    };
    let pages = plan.panels.iter().flat_map(|panel| panel.pages.iter().map(move |page| (panel, page)));
    let behind_the_first = pages.enumerate().skip(1);
    behind_the_first
        .filter_map(|(index, (panel, page))| {
            let cells = cells_of(panel, page);
            let (first_lane, first_phases) = cells.first()?;
            let message = format!(
                "page {} holds what {} has no room for at the least legible size of {} pt: {}",
                index + 1,
                paper.name,
                plan.frame.cell_min.0,
                listed(content, &cells),
            );
            let pointer = content.journey.pointer_to_cell(first_phases[0], *first_lane);
            Some(Diagnostic::new(Code::DoesNotFit, message).at(pointer).help(help.clone()))
        })
        .collect()
}

/// The lanes with text on a page, each with the phases of that text.
fn cells_of(panel: &Panel, page: &PageRows) -> Vec<(usize, Vec<usize>)> {
    let phases = |fragment: &Fragment| {
        let cells = panel.table.phases.clone().zip(&fragment.cells);
        let mut phases: BTreeSet<usize> = cells.filter(|(_, lines)| !lines.is_empty()).map(|(phase, _)| phase).collect();
        let bars = fragment.bars.bars(&panel.table.rows[fragment.row]);
        phases.extend(bars.filter(|(bar, _)| !bar.before).map(|(bar, _)| bar.item.0));
        phases.into_iter().collect::<Vec<_>>()
    };
    let lane = |fragment: &Fragment| match panel.table.rows[fragment.row].kind {
        RowKind::Lane(lane) => Some((lane, phases(fragment))),
        RowKind::Curves { .. } | RowKind::Descriptions | RowKind::Across => None,
    };
    page.fragments.iter().filter_map(lane).filter(|(_, phases)| !phases.is_empty()).collect()
}

/// Lanes by name; those with the same phases together.
fn listed(content: &Content, cells: &[(usize, Vec<usize>)]) -> String {
    let lane = |index: usize| name(&content.journey.lanes[index].title);
    let phase = |index: &usize| name(&content.journey.phases[*index].title);
    let groups = cells.chunk_by(|a, b| a.1 == b.1).map(|group| {
        let lanes: Vec<String> = group.iter().map(|(index, _)| lane(*index)).collect();
        let phases = &group[0].1;
        let of = match phases.len() {
            1 => format!("phase {}", phase(&phases[0])),
            all if all == content.journey.phases.len() => "all phases".to_owned(),
            _ => format!("phases {}", phases.iter().map(phase).collect::<Vec<_>>().join(", ")),
        };
        format!("{} {} ({of})", if lanes.len() == 1 { "lane" } else { "lanes" }, lanes.join(", "))
    });
    groups.collect::<Vec<_>>().join("; ")
}
