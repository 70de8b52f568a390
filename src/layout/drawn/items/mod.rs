//! Items: what one says, and lists of them in a column.

mod draw;
mod lines;
mod text;

pub use draw::draw_items;
pub use lines::{CellLine, CellLines, HANG, Manner, Mark, Part, bar, items, label, notes};
pub use text::{At, BarText, ItemText, PictureText, Remark, score_text};
