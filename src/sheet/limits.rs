//! What a spreadsheet can hold. Source: "Excel specifications and limits" at support.microsoft.com; text is counted in UTF-16 units.

use crate::scene::Pt;

/// UTF-16 units of text in a cell.
pub const CELL: usize = 32_767;
/// Line feeds in a cell.
pub const LINE_FEEDS: usize = 253;
/// The height of a row.
pub const ROW_HEIGHT: Pt = Pt(409.0);
/// The width of a column, in characters of the default font.
pub const COLUMN_WIDTH: f64 = 255.0;
/// UTF-16 units of a sheet's name.
pub const NAME: usize = 31;
/// UTF-16 units of a header or footer, with its codes.
pub const HEADER: usize = 255;
/// UTF-16 units of the description of a chart, of a custom property and of an input message.
pub const MESSAGE: usize = 255;
/// UTF-16 units of the title of an input message.
pub const MESSAGE_TITLE: usize = 32;

/// The length of a text as spreadsheets count it: in UTF-16 units.
#[must_use]
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A text of at most `most` UTF-16 units: the whole text, or its beginning with an ellipsis.
#[must_use]
pub fn clip(text: &str, most: usize) -> String {
    if units(text) <= most {
        return text.to_owned();
    }
    let mut used = 1;
    let kept = text.chars().take_while(|character| {
        used += character.len_utf16();
        used <= most
    });
    let kept: String = kept.collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clipped_text_says_so() {
        assert_eq!(clip("kort", 4), "kort");
        assert_eq!(clip("langer", 4), "lan…");
        assert_eq!(clip("😀😀😀", 5), "😀😀…");
    }
}
