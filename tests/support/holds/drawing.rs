//! Drawn layouts: a journey from bytes, on several papers and in every form that drawn formats have.
//!
//! Bytes that begin with `{` are a document. Others are lines, each a part of a journey by its first character:
//!
//! | line | part |
//! | --- | --- |
//! | `$A4` | the paper; on other papers too when there are several such lines |
//! | `=Title` | the title |
//! | `#Title` | a stage, for the phases after it |
//! | `/Title` | a phase |
//! | `:cTitle` | a lane of the third kind, with a title; the items after it stand in it |
//! | `-Text` | an item |
//! | `*3Text` | an item with a score, from -2 (`0`) to 2 (`8`), where the lane takes scores |
//! | `!Text` | a moment of truth with a channel, a time and a picture |
//! | `>2Text` | an item that goes on for two more phases |

use std::sync::LazyLock;

use klantreis::journey::{Journey, LaneKind};
use klantreis::layout::{Context, LAYOUTS, Make};
use klantreis::meta::{Meta, Timestamp};
use klantreis::paper::Paper;
use klantreis::picture::Gallery;
use klantreis::read::json_bytes;
use klantreis::scene::Scene;
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::png::{self, Dpi};
use klantreis::write::svg::TextMode;
use klantreis::write::{FORMATS, Options, Write};
use serde_json::{Map, Value, json};

use super::{remarks, said};

/// What the lines of a journey begin with.
pub const MARKS: [char; 9] = ['$', '=', '#', '/', ':', '-', '*', '!', '>'];

/// Bytes of the longest input that is drawn: what is longer takes long to draw and shows no more.
const LONGEST: usize = 2000;
/// Papers on one input at most.
const PAPERS: usize = 3;

/// Shared by all inputs: to load the faces takes longer than to draw a small journey.
static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

/// Draws a journey on each of its papers and writes it.
pub fn drawing(bytes: &[u8]) {
    let Some((journey, papers)) = journey(bytes) else { return };
    let journey = said::told_apart(journey);
    for paper in papers {
        for (layout, scene) in scenes(&journey, &paper, &SETTER) {
            let journey = said::shown(layout, &journey);
            said::texts_hold(&journey, &scene).unwrap_or_else(|error| panic!("{layout} on {}: {error}", paper.name));
            said::titles_hold_over_pages(&journey, &scene).unwrap_or_else(|error| panic!("{layout} on {}: {error}", paper.name));
            written(&scene, SETTER.fonts(), &[TextMode::Live, TextMode::Outlines]);
        }
    }
}

/// The journey drawn by every drawn layout, each by its name.
pub fn scenes(journey: &Journey, paper: &Paper, setter: &Typesetter) -> Vec<(&'static str, Scene)> {
    let meta = Meta {
        title: journey.title.clone(),
        authors: journey.authors.iter().map(|author| author.name.clone()).collect(),
        subject: String::new(),
        language: journey.language.tag.clone(),
        created: Timestamp::DEFAULT,
    };
    let context = Context {
        meta: &meta,
        text: setter,
        pictures: Gallery::EMPTY,
        paper,
        orientation: None,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    let draws = LAYOUTS.iter().filter_map(|layout| match layout.make {
        Make::Drawn(draw) => Some((layout.name, draw)),
        Make::Tabular(_) => None,
    });
    let scenes = draws.map(|(name, draw)| {
        let laid = draw(journey, &context);
        remarks::hold("", &laid.warnings);
        (name, laid.made)
    });
    scenes.collect()
}

/// Writes a scene in every drawn format, with SVG in these modes, and checks that what comes out can be read.
pub fn written(scene: &Scene, fonts: &Fonts, modes: &[TextMode]) {
    for format in FORMATS {
        let Write::Drawn(write) = format.write else { continue };
        let modes = if format.name == "svg" { modes } else { &[TextMode::Live] };
        for svg_text in modes {
            // As coarse as may be: what is looked for does not depend on it.
            let png = png::Settings { dpi: Dpi::new(10).expect("a number of dots"), ..png::Settings::default() };
            let options = Options { svg_text: *svg_text, png, ..Options::default() };
            let written = write(scene, fonts, &options).unwrap_or_else(|error| panic!("{error}"));
            remarks::hold("", &written.warnings);
            let pages: usize = written.parts.iter().map(|part| pages(format.name, &part.bytes)).sum();
            assert_eq!(pages, scene.pages.len(), "pages of {}", format.name);
        }
    }
}

/// How many pages a file has, by a reader of another maker.
fn pages(format: &str, bytes: &[u8]) -> usize {
    if format == "svg" {
        let text = std::str::from_utf8(bytes).expect("SVG is UTF-8");
        let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}"));
        usize::from(document.root_element().tag_name().name() == "svg")
    } else if format == "png" {
        usize::from(klantreis::picture::decode(bytes).is_ok())
    } else {
        lopdf::Document::load_mem(bytes).unwrap_or_else(|error| panic!("{error}")).get_pages().len()
    }
}

/// The journey that bytes stand for, and its papers; nothing when they stand for none.
pub fn journey(bytes: &[u8]) -> Option<(Journey, Vec<Paper>)> {
    let bytes = bytes.get(..LONGEST).unwrap_or(bytes);
    if bytes.starts_with(b"{") {
        return Some((json_bytes(bytes).ok()?, vec![Paper::default()]));
    }
    let text = String::from_utf8_lossy(bytes);
    let papers: Vec<Paper> = text.lines().filter_map(|line| line.strip_prefix('$')?.parse().ok()).take(PAPERS).collect();
    let journey = json_bytes(document(&text).to_string().as_bytes()).ok()?;
    Some((journey, if papers.is_empty() { vec![Paper::default()] } else { papers }))
}

/// The document that lines stand for.
fn document(lines: &str) -> Value {
    let last = lines.lines().filter(|line| line.starts_with('/')).count().saturating_sub(1);
    let (mut title, mut stages, mut lanes, mut phases) = (String::from("-"), Vec::new(), Vec::new(), Vec::new());
    for line in lines.lines() {
        let mut rest = line.chars();
        let (mark, text) = (rest.next().unwrap_or(' '), rest.as_str());
        match mark {
            '=' => text.clone_into(&mut title),
            '#' => stages.push(json!({ "id": format!("s{}", stages.len()), "title": text })),
            '/' => phases.push(phase(phases.len(), text, stages.len())),
            ':' => lanes.push(lane(lanes.len(), text)),
            _ => {
                let own = phases.len().saturating_sub(1);
                let Some(cells) = phases.last_mut().and_then(|phase: &mut Value| phase["cells"].as_object_mut()) else {
                    continue;
                };
                let of_scores = lanes.last().is_none_or(|lane: &Value| lane["kind"] == LaneKind::Emotion.name());
                let mark = if mark == '*' && !of_scores { '-' } else { mark };
                let unlisted = if mark == '*' { LaneKind::Emotion } else { LaneKind::Goal };
                let lane = lanes.len().checked_sub(1).map_or_else(|| unlisted.name().to_owned(), |last| format!("l{last}"));
                push(cells, lane, item(mark, text, own, last));
            }
        }
    }
    let mut document = json!({ "klantreis": 1, "title": title, "language": "nl", "stages": stages, "phases": phases });
    if !lanes.is_empty() {
        document["lanes"] = Value::Array(lanes);
    }
    document
}

fn phase(index: usize, title: &str, stages: usize) -> Value {
    let mut phase = json!({ "id": format!("p{index}"), "title": title, "cells": {} });
    if let Some(stage) = stages.checked_sub(1) {
        phase["stage"] = format!("s{stage}").into();
    }
    phase
}

fn lane(index: usize, text: &str) -> Value {
    let (letter, title) = text.split_at_checked(1).unwrap_or(("a", ""));
    let kind = LaneKind::ALL[usize::from(letter.as_bytes()[0].wrapping_sub(b'a')) % LaneKind::ALL.len()];
    let mut lane = json!({ "id": format!("l{index}"), "kind": kind.name() });
    if !title.is_empty() {
        lane["title"] = title.into();
    }
    lane
}

/// An item of a phase, which may go on to the last one.
fn item(mark: char, text: &str, phase: usize, last: usize) -> Value {
    let (digit, rest) = text.split_at_checked(1).unwrap_or(("0", ""));
    let digit = digit.as_bytes()[0].saturating_sub(b'0').min(8);
    match mark {
        '*' if rest.is_empty() => json!({ "score": f64::from(digit) / 2.0 - 2.0 }),
        '*' => json!({ "score": f64::from(digit) / 2.0 - 2.0, "text": rest }),
        '!' => json!({ "text": text, "moment_of_truth": true, "channel": text, "when": text, "picture": "a.png" }),
        '>' => {
            let until = (phase + usize::from(digit)).min(last);
            json!({ "text": rest, "until": format!("p{until}") })
        }
        _ => json!(text),
    }
}

/// Adds an item to the cell of a lane.
fn push(cells: &mut Map<String, Value>, lane: String, item: Value) {
    match cells.entry(lane).or_insert_with(|| json!([])) {
        Value::Array(items) => items.push(item),
        other => *other = item,
    }
}
