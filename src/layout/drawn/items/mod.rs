//! Items: what one says, and lists of them in a column.

mod cell;
mod channels;
mod draw;
mod dress;
mod lines;
mod text;
mod unwelcome;

pub use cell::{CellLine, CellLines, Insets, Mark, Part};
pub use channels::icon;
pub use draw::draw_items;
pub use dress::{Dress, ranked_box};
pub use lines::{HANG, Manner, bar, items, label, notes, picture_height};
pub use text::{At, BarText, ItemText, PictureText, Remark, score_text};
pub use unwelcome::{is_tower, unwelcome};
