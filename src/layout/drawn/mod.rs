//! Layouts that draw pages, and the parts that they share.

mod block;
mod curve;
mod marks;
pub mod matrix;
pub mod picture;
mod signs;
