//! Files in, files out: discovery, naming, whole writes.

pub mod discover;
pub mod name;
pub mod save;
