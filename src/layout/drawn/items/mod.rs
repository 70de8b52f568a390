//! Items: what one says, and lists of them in a column.

mod draw;
mod lines;
mod text;

pub use draw::draw_items;
pub use lines::{CellLine, CellLines, HANG, Insets, Manner, Mark, Part, bar, items, label, notes, picture_height};
pub use text::{At, BarText, ItemText, PictureText, Remark, score_text};
