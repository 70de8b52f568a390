//! Layouts that draw pages.

pub mod matrix;
