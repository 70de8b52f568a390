//! Layouts that fill sheets.

mod draft;
mod fit;
mod guide;
pub mod hints;
mod look;
pub mod matrix;
