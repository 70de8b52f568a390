//! Writes svg.

use super::{Format, Options, Write, WriteError, Written};
use crate::scene::Scene;

/// The registry entry.
pub static FORMAT: Format = Format { name: "svg", media_type: "image/svg+xml", summary: "", write: Write::Drawn(write) };

fn write(_input: &Scene, _fonts: &crate::text::Fonts, _options: &Options) -> Result<Written, WriteError> {
    todo!()
}

/// How SVG holds text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextMode {
    /// Selectable text in embedded fonts, for browsers.
    #[default]
    Live,
    /// Outlines, for drawing programs and cutters.
    Outlines,
}
