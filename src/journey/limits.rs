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
/// Characters of one text.
pub const TEXT_CHARS: usize = 1_000_000;
/// Characters of an id.
pub const ID_CHARS: usize = 100;
/// Words for scores on one scale.
pub const SCALE_LABELS: usize = 100;
/// The greatest score, and the least without its sign: what a spreadsheet still holds exactly.
pub const SCORE: f64 = 1e15;
/// Fields of one object.
pub const FIELDS: usize = 1_000;
/// Problems reported of one document; the rest is counted.
pub const PROBLEMS: usize = 100;
