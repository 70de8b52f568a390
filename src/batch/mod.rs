//! Files in, files out: discovery, naming, whole writes.

pub mod name;
