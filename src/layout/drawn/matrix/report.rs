//! What the layout has to say: characters that no face has, and cells that went on on further pages.

use std::collections::BTreeSet;

use super::content::Content;
use super::fit::{Plan, fits};
use super::table::RowKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::drawn::block::Block;
use crate::paper::Paper;

/// One warning for each text with characters that no face has.
pub(super) fn missing(content: &Content) -> Vec<Diagnostic> {
    let journey = content.journey;
    let mut warnings = Vec::new();
    let mut look = |block: &Block, place: String, pointer: String| {
        let characters: BTreeSet<&str> = block.missing().collect();
        if !characters.is_empty() {
            let list: Vec<String> = characters.into_iter().map(named).collect();
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
        look(title, format!("in stage “{}”", journey.stages[index].title), format!("/stages/{index}/title"));
        if let Some(subtitle) = subtitle {
            look(subtitle, format!("in stage “{}”", journey.stages[index].title), format!("/stages/{index}/subtitle"));
        }
    }
    for (phase, text) in content.phases.iter().enumerate() {
        let name = format!("in phase “{}”", journey.phases[phase].title);
        look(&text.title, name.clone(), format!("/phases/{phase}/title"));
        if let Some(description) = &text.description {
            look(description, name.clone(), format!("/phases/{phase}/description"));
        }
    }
    for (lane, text) in content.lanes.iter().enumerate() {
        let title = &journey.lanes[lane].title;
        look(&text.title, format!("in the title of lane “{title}”"), format!("/lanes/{lane}/title"));
        for word in &text.scale {
            look(word, format!("in the scale of lane “{title}”"), format!("/lanes/{lane}/scale/labels"));
        }
        for (phase, items) in text.cells.iter().enumerate() {
            for item in items {
                let place = format!("in lane “{title}”, phase “{}”", journey.phases[phase].title);
                for block in std::iter::once(&item.text).chain(&item.remark) {
                    look(block, place.clone(), cell_pointer(content, phase, lane));
                }
            }
        }
    }
    warnings
}

/// A character with its code point: “𓀀” (U+13000).
fn named(cluster: &str) -> String {
    let points: Vec<String> = cluster.chars().map(|character| format!("U+{:04X}", u32::from(character))).collect();
    let visible = !cluster.chars().any(char::is_control);
    if visible { format!("“{cluster}” ({})", points.join(" ")) } else { points.join(" ") }
}

fn cell_pointer(content: &Content, phase: usize, lane: usize) -> String {
    let id = content.journey.lanes[lane].id.replace('~', "~0").replace('/', "~1");
    format!("/phases/{phase}/cells/{id}")
}

/// One warning for each lane that has text behind the first page.
pub(super) fn overflow(content: &Content, plan: &Plan, paper: &Paper) -> Vec<Diagnostic> {
    if plan.page_count() == 1 {
        return Vec::new();
    }
    let help = match Paper::ascending()
        .filter(|larger| larger.size.width > paper.size.width)
        .find(|larger| larger.size.height > paper.size.height && fits(content, larger, plan.orientation))
    {
        Some(larger) => format!("all of it fits on one page of {}", larger.name),
        None => "no paper up to 4A0 holds all of it on one page; divide the journey or shorten its text".to_owned(),
    };
    let mut warnings = Vec::new();
    let mut number = 0;
    for panel in &plan.panels {
        for page in &panel.pages {
            number += 1;
            if number == 1 {
                continue;
            }
            for fragment in &page.fragments {
                let RowKind::Lane(lane) = panel.table.rows[fragment.row].kind else { continue };
                let phases: Vec<usize> = panel
                    .table
                    .phases
                    .clone()
                    .zip(&fragment.cells)
                    .filter(|(_, lines)| !lines.is_empty())
                    .map(|(phase, _)| phase)
                    .collect();
                let Some(first) = phases.first() else { continue };
                let title = |phase: &usize| format!("“{}”", content.journey.phases[*phase].title);
                let list = match phases.len() {
                    1 => format!("phase {}", title(first)),
                    all if all == content.journey.phases.len() => "all phases".to_owned(),
                    _ => format!("phases {}", phases.iter().map(title).collect::<Vec<_>>().join(", ")),
                };
                let message = format!(
                    "lane “{}” stands on page {number} for {list}: at the least legible size of {} pt, {} does not hold all of it",
                    content.journey.lanes[lane].title, plan.frame.cell_min.0, paper.name,
                );
                warnings
                    .push(Diagnostic::new(Code::DoesNotFit, message).at(cell_pointer(content, *first, lane)).help(help.clone()));
            }
        }
    }
    warnings
}
