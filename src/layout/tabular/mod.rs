//! Layouts that fill sheets.

pub mod matrix;
