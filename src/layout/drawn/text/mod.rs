//! Text on a poster: blocks set in columns of any width and size, by a setter that knows language, direction and what no face has.

mod block;
mod missing;
mod pen;
mod setter;

pub use block::{ASCENT, Block, LEADING, SetLine, draw, draw_centred, height};
pub use missing::{Missing, Place};
pub use pen::Pen;
pub use setter::Setter;
