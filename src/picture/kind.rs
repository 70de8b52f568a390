//! What a file is, by its first bytes: its name may say anything.

use std::fmt;

/// A kind of picture that can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// Scalable Vector Graphics.
    Svg,
}

impl Kind {
    /// The article that its name has.
    pub(super) fn article(self) -> &'static str {
        match self {
            Self::Png | Self::Jpeg => "a",
            Self::Svg => "an",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Svg => "SVG",
        })
    }
}

/// The kind of a file, or the name of another kind that it is.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Option<&'static str>> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(Kind::Png);
    }
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Ok(Kind::Jpeg);
    }
    if is_svg(bytes) { Ok(Kind::Svg) } else { Err(other(bytes)) }
}

/// Whether the first element is `svg`, behind a byte order mark, a declaration, comments and a document type.
fn is_svg(bytes: &[u8]) -> bool {
    const START: usize = 64 << 10;
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(START)]);
    let mut rest = start.trim_start_matches('\u{feff}').trim_start();
    loop {
        rest = rest.trim_start();
        let behind = |end: &str| rest.find(end).map(|at| &rest[at + end.len()..]);
        let next = if rest.starts_with("<?") {
            behind("?>")
        } else if rest.starts_with("<!--") {
            behind("-->")
        } else if rest.starts_with("<!DOCTYPE") {
            behind_doctype(rest)
        } else {
            break;
        };
        let Some(next) = next else { return false };
        rest = next;
    }
    let name: String =
        rest.strip_prefix('<').unwrap_or("").chars().take_while(|c| !c.is_whitespace() && !"/>".contains(*c)).collect();
    name == "svg" || name.ends_with(":svg")
}

/// What follows a document type, which may hold declarations in brackets.
fn behind_doctype(text: &str) -> Option<&str> {
    let end = text.find('>')?;
    match text.find('[') {
        Some(open) if open < end => {
            let close = text.find(']')?;
            text[close..].find('>').map(|at| &text[close + at + 1..])
        }
        _ => Some(&text[end + 1..]),
    }
}

/// The name of a kind that people have pictures in and that cannot be shown.
fn other(bytes: &[u8]) -> Option<&'static str> {
    let brand = bytes.get(8..12).filter(|_| bytes.get(4..8) == Some(b"ftyp"));
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).trim_start_matches('\u{feff}').trim_start().to_lowercase();
    let by_brand = |brands: &[&[u8; 4]]| brand.is_some_and(|brand| brands.iter().any(|known| brand == *known));
    let starts = |start: &[u8]| bytes.starts_with(start);
    Some(match () {
        () if bytes.is_empty() => "an empty file",
        () if starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => "a WebP picture",
        () if by_brand(&[b"avif", b"avis"]) => "an AVIF picture",
        () if by_brand(&[b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"]) => "a HEIC picture",
        () if brand.is_some() => "a film",
        () if starts(b"GIF8") => "a GIF picture",
        () if starts(b"%PDF-") => "a PDF document",
        () if starts(b"BM") => "a BMP picture",
        () if starts(b"II*\0") || starts(b"MM\0*") => "a TIFF or camera raw picture",
        () if starts(b"8BPS") => "a Photoshop document",
        () if starts(b"%!PS") => "a PostScript document",
        () if starts(&[0xFF, 0x0A]) || starts(b"\0\0\0\x0cJXL ") => "a JPEG XL picture",
        () if starts(b"\0\0\x01\0") => "an icon",
        () if starts(&[0x1F, 0x8B]) => "a compressed file (SVGZ is one)",
        () if starts(b"PK\x03\x04") => "a ZIP archive or an Office document",
        () if text.starts_with("<!doctype html") || text.starts_with("<html") => "a web page",
        () => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_by_its_first_bytes() {
        let svgs = [
            "<svg/>",
            "\u{feff}<?xml version=\"1.0\"?>\n<!-- > --><svg xmlns=\"http://www.w3.org/2000/svg\">",
            "<!DOCTYPE svg PUBLIC \"a\" \"b\">\n<svg>",
            "<!DOCTYPE svg [\n<!ENTITY a \"b>\">\n] >\n<s:svg xmlns:s='http://www.w3.org/2000/svg'>",
        ];
        for svg in svgs {
            assert_eq!(kind(svg.as_bytes()), Ok(Kind::Svg), "{svg}");
        }
        for (start, name) in [
            (&b"RIFF\x10\0\0\0WEBPVP8 "[..], "a WebP picture"),
            (b"\0\0\0\x18ftypheic\0\0\0\0", "a HEIC picture"),
            (b"GIF89a", "a GIF picture"),
            (b"%PDF-1.7", "a PDF document"),
            (b"", "an empty file"),
            (b"<!DOCTYPE html><html>", "a web page"),
        ] {
            assert_eq!(kind(start), Err(Some(name)));
        }
        for nothing in [&b"klantreis"[..], b"<", b"<?", b"<!DOCTYPE svg [", b"<!-- <svg>", b"\xff", b"<p><svg/>"] {
            assert_eq!(kind(nothing), Err(None), "{nothing:?}");
        }
    }
}
