//! Marks, signs and pictures.

mod marks;
mod picture;
mod signs;

pub use marks::{arrow, bullet, circle, face, lane, line, polygon, rounded, star};
pub use picture::Framed;
pub use signs::Sign;
