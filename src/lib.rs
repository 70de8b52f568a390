//! One customer journey in; posters, workbooks and tables out.
//!
//! The way of the data, which is also the way through the folders:
//!
//! ```text
//! journey JSON ─▶ read ─▶ journey (checked) ─▶ layout ─┬─▶ scene (pages, mm) ──▶ write: svg · pdf · png
//!                                                      └─▶ sheet (typed cells) ▶ write: xlsx · csv
//! ```
//!
//! Layouts, formats and readers stand in a [`registry`], to which other crates add their own; [`cli::run`] is the program with what a registry
//! has to choose from.
//!
//! Nothing points back: [`scene`], [`sheet`] and [`mod@write`] know no journey, [`journey`] knows no layout, writers never
//! measure text and layouts never write bytes. Only [`batch`] and [`cli`] touch the file system and the terminal.
//!
//! ```
//! use klantreis::export::{Options, Selection, export};
//! use klantreis::registry::Registry;
//! use klantreis::text::{Fonts, Typesetter};
//!
//! let journey = klantreis::read::json(
//!     r#"{ "klantreis": 1, "title": "A cup of coffee", "language": "en",
//!          "phases": [{ "title": "Order", "cells": { "goal": "Coffee before the train leaves" } }] }"#,
//! )
//! .expect("a journey without problems");
//!
//! // Every format that need not be named, each with the default layout of its kind: an SVG, a PDF, a workbook and a table.
//! let registry = Registry::default();
//! let selection = Selection::new(&registry, &registry.default_formats(), &[] as &[&str]).expect("formats to write");
//! let typesetter = Typesetter::new(Fonts::bundled());
//! let exported = export(&journey, &selection, &Options::default(), &typesetter).expect("four outputs");
//! assert_eq!(exported.outputs.len(), 4);
//! assert!(exported.warnings.is_empty());
//! ```

/// The README, of which the Rust is tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod address;
pub mod batch;
pub mod cli;
pub mod defect;
pub mod diagnostic;
pub mod export;
pub mod forms;
mod formula;
pub mod journey;
pub mod layout;
pub mod meta;
mod nearest;
pub mod paper;
pub mod picture;
pub mod read;
pub mod registry;
pub mod report;
pub mod scene;
pub mod sheet;
pub mod text;
pub mod tongue;
mod uri;
pub mod write;
