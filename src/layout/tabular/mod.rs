//! Layouts that fill sheets.

mod book;
mod cells;
mod draft;
pub mod empathy;
mod fit;
mod frame;
mod guide;
mod look;
pub mod matrix;
pub mod measurements;
pub mod opportunities;
pub mod personas;
mod profiles;
mod records;
mod store;
pub mod storyboard;
pub mod tidy;
pub mod touchpoints;
mod widths;

pub use book::book;
pub use cells::within_limits;
