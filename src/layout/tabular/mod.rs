//! Layouts that fill sheets.

mod draft;
mod fit;
mod guide;
mod look;
pub mod matrix;
