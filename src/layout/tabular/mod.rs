//! Layouts that fill sheets.

mod book;
mod cells;
mod draft;
mod fit;
mod guide;
mod look;
pub mod matrix;
mod store;
pub mod tidy;

pub use book::book;
pub use cells::within_limits;
