//! One customer journey in; posters, workbooks and tables out.
//!
//! The way of the data, which is also the way through the folders:
//!
//! ```text
//! journey JSON ─▶ read ─▶ journey (checked) ─▶ layout ─┬─▶ scene (pages, mm) ──▶ write: svg · pdf
//!                                                      └─▶ sheet (typed cells) ▶ write: xlsx · csv
//! ```
//!
//! Nothing points back: [`scene`], [`sheet`] and [`write`] know no journey, [`journey`] knows no layout, writers never
//! measure text and layouts never write bytes. Only [`batch`] and [`cli`] touch the file system and the terminal.

pub mod batch;
pub mod cli;
pub mod diagnostic;
pub mod export;
pub mod journey;
pub mod layout;
pub mod meta;
mod nearest;
pub mod paper;
pub mod read;
pub mod scene;
pub mod sheet;
pub mod text;
pub mod write;
