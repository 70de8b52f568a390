//! What must hold of any input: asked of made-up input by the targets of `fuzz/`, of their corpora and of damaged files by the tests.
//!
//! Each function takes the bytes and panics when a promise is broken. None of them touches a file.

pub mod documents;
pub mod drawing;
pub mod fonts;
pub mod package;
pub mod pictures;
pub mod remarks;
pub mod said;
pub mod stream;
pub mod tables;

/// A target of the fuzzer: the name of its program and of its corpus, and what it asks.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: &[Target] = &[
    ("read", documents::document),
    ("xlsx", tables::xlsx),
    ("xls", tables::xls),
    ("ods", tables::ods),
    ("csv", tables::csv),
    ("markdown", tables::markdown),
    ("mermaid", tables::mermaid),
    ("yaml", tables::yaml),
    ("ojf", tables::ojf),
    ("drawing", drawing::drawing),
    ("picture", pictures::picture),
    ("font", fonts::font),
];
