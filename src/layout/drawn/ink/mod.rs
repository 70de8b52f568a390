//! Marks, signs and pictures.

mod dashes;
mod marks;
mod picture;
mod signs;

pub use dashes::dashed;
pub use marks::{arrow, bullet, circle, face, lane, line, polygon, rounded, star};
pub use picture::Framed;
pub use signs::Sign;
