//! Marks, signs and pictures.

mod dashes;
mod icons;
mod marks;
mod number;
mod picture;
mod signs;
mod spark;

pub use dashes::dashed;
pub use icons::Icon;
pub use marks::{arrow, bullet, circle, face, lane, level, line, polygon, rounded, star, upright};
pub use number::numbered;
pub use picture::Framed;
pub use signs::Sign;
pub use spark::Readings;
