//! Writes pdf.

use super::{Format, Options, Write, WriteError, Written};
use crate::scene::Scene;

/// The registry entry.
pub static FORMAT: Format = Format { name: "pdf", media_type: "application/pdf", summary: "", write: Write::Drawn(write) };

fn write(_input: &Scene, _fonts: &crate::text::Fonts, _options: &Options) -> Result<Written, WriteError> {
    todo!()
}
