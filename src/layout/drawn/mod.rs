//! Layouts that draw pages, and the rooms with what they share. A layout knows the rooms; no room knows a layout, and no layout another.
//!
//! | room | what is in it | what it may know |
//! | --- | --- | --- |
//! | `ink` | marks, signs, pictures | `text` |
//! | `text` | blocks, and the setter that makes them | nothing |
//! | `page` | frame and type scale, head, legend, the search for the size, warnings | `text`, `ink` |
//! | `phases` | columns, bands of stages, arrows of phases | `text`, `ink`, `page` |
//! | `connect` | arcs of loops, skips and exits | `text`, `ink`, `page`, `phases` |
//! | `items` | an item as text, lists of items in a column | `text`, `ink`, `page` |
//! | `labels` | texts beside points, placed without a collision | nothing |
//! | `scores` | curves of scores in an area, with what is said of them beside their points | all of these |
//! | `grid` | phases across and lanes down: rows by need, on as many pages as they take | all of these |

pub mod connect;
pub mod curve;
pub mod grid;
pub mod ink;
pub mod items;
pub mod labels;
pub mod map;
pub mod matrix;
pub mod page;
pub mod phases;
pub mod scores;
pub mod text;
pub mod timeline;
