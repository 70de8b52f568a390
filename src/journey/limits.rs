//! The documented upper bounds of a document. They keep memory and time small for any input.

/// Bytes of a JSON document: 16 MiB.
pub const DOCUMENT_BYTES: usize = 16 << 20;
/// Levels of nested arrays and objects.
pub const DEPTH: usize = 64;
/// Stages of a journey.
pub const STAGES: usize = 50;
/// Phases of a journey.
pub const PHASES: usize = 200;
/// Lanes of a journey.
pub const LANES: usize = 100;
/// Items in one cell.
pub const ITEMS_IN_CELL: usize = 500;
/// Items of a journey, in all its cells.
pub const ITEMS: usize = 50_000;
/// Authors of a journey.
pub const AUTHORS: usize = 200;
/// Personas of a journey.
pub const PERSONAS: usize = 50;
/// Links of a journey.
pub const LINKS: usize = 1_000;
/// Measurements of a journey.
pub const MEASUREMENTS: usize = 500;
/// Readings of one measurement.
pub const READINGS: usize = 5_000;
/// Answers of one reading.
pub const ANSWERS: usize = 100_000;
/// Opportunities of a journey.
pub const OPPORTUNITIES: usize = 1_000;
/// Panels of a storyboard.
pub const PANELS: usize = 200;
/// Texts, facts, risks, links and the like in one list.
pub const TEXTS: usize = 500;
/// Characters of one text.
pub const TEXT_CHARS: usize = 1_000_000;
/// Characters of an id.
pub const ID_CHARS: usize = 100;
/// Words for scores on one scale.
pub const SCALE_LABELS: usize = 100;
/// The greatest number, and the least without its sign: what a spreadsheet still holds exactly.
pub const NUMBER: f64 = 1e15;
/// Fields of one object.
pub const FIELDS: usize = 1_000;
/// Problems reported of one document; the rest is counted.
pub const PROBLEMS: usize = 100;
