//! Where a picture is said to be: a path in the document's folder, or the document itself.

use std::borrow::Cow;
use std::fmt;

use data_url::DataUrl;

/// A source that is well written; whether there is a picture is another matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source<'a> {
    /// The parts of a path from the document's folder: names of folders, then that of the file. Their characters are as written:
    /// names in a file system have no normal form.
    Path(Vec<&'a str>),
    /// The bytes of a data URI.
    Data(Cow<'a, [u8]>),
}

/// Why a source is not well written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceError {
    /// It is empty, or a folder.
    Empty,
    /// It is a URL.
    Url,
    /// It begins at the root of a file system, or of a drive.
    Absolute,
    /// It leads upwards by `..`.
    Upwards,
    /// It holds a `\`.
    Backslash,
    /// It holds a control character.
    Control,
    /// It is a data URI whose data cannot be read.
    Data,
}

impl SourceError {
    /// What to do about it, without a full stop.
    #[must_use]
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Empty => "write the path of a PNG, JPEG or SVG file, counted from the document's folder",
            Self::Url => {
                "save the picture in the document's folder and write its path from there; nothing is fetched from a network"
            }
            Self::Absolute | Self::Upwards => "copy the picture into the document's folder and write its path from there",
            Self::Backslash => "write `/` between folders, on every system",
            Self::Control => "rename the file",
            Self::Data => "write `data:image/png;base64,` and the picture in Base64, or name a file",
        }
    }
}

impl fmt::Display for SourceError {
    /// What is wrong with the source, as the end of a sentence that begins with it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "has no path of a file",
            Self::Url => "is on a network, not in the document's folder",
            Self::Absolute => "is named by an absolute path",
            Self::Upwards => "is named by a path that leads out of the document's folder",
            Self::Backslash => "is named by a path with a backslash",
            Self::Control => "is named by a path with a control character",
            Self::Data => "is a data URI that cannot be read",
        })
    }
}

impl std::error::Error for SourceError {}

impl<'a> Source<'a> {
    /// Reads a source as it is written in a journey.
    ///
    /// # Errors
    /// When it is neither a path within a folder nor a data URI.
    pub fn parse(text: &'a str) -> Result<Self, SourceError> {
        if is_data(text) {
            let url = DataUrl::process(text).map_err(|_| SourceError::Data)?;
            let (bytes, _) = url.decode_to_vec().map_err(|_| SourceError::Data)?;
            return Ok(Self::Data(bytes.into()));
        }
        if text.chars().any(char::is_control) {
            return Err(SourceError::Control);
        }
        if let Some(scheme) = scheme(text) {
            return Err(if scheme.len() == 1 || scheme.eq_ignore_ascii_case("file") {
                SourceError::Absolute
            } else {
                SourceError::Url
            });
        }
        if text.starts_with("//") {
            return Err(SourceError::Url);
        }
        if text.starts_with(['/', '\\']) {
            return Err(SourceError::Absolute);
        }
        if text.split(['/', '\\']).any(|part| part == "..") {
            return Err(SourceError::Upwards);
        }
        if text.contains('\\') {
            return Err(SourceError::Backslash);
        }
        let parts: Vec<_> = text.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
        if parts.is_empty() || text.ends_with('/') || text.trim().is_empty() {
            return Err(SourceError::Empty);
        }
        Ok(Self::Path(parts))
    }
}

/// Whether a source is the picture itself.
#[must_use]
pub fn is_data(text: &str) -> bool {
    text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"))
}

/// The scheme of a URL (RFC 3986, 3.1), or the letter of a drive. No scheme in use has a dot, and many a file name does.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let rest = |c: char| c.is_ascii_alphanumeric() || "+-".contains(c);
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(rest)).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_the_folder() {
        assert_eq!(Source::parse("./beeld//noor.png"), Ok(Source::Path(vec!["beeld", "noor.png"])));
        assert_eq!(Source::parse("cafe\u{301} #1?.png"), Ok(Source::Path(vec!["cafe\u{301} #1?.png"])));
        assert_eq!(Source::parse("..a/b..png"), Ok(Source::Path(vec!["..a", "b..png"])));
        for (text, error) in [
            ("", SourceError::Empty),
            ("  ", SourceError::Empty),
            (".", SourceError::Empty),
            ("beeld/", SourceError::Empty),
            ("https://example.org/a.png", SourceError::Url),
            ("//host/a.png", SourceError::Url),
            ("blob:x", SourceError::Url),
            ("file:///etc/passwd", SourceError::Absolute),
            ("/etc/a.png", SourceError::Absolute),
            ("C:/a.png", SourceError::Absolute),
            ("c:a.png", SourceError::Absolute),
            ("\\\\host\\a.png", SourceError::Absolute),
            ("../a.png", SourceError::Upwards),
            ("a/../../b.png", SourceError::Upwards),
            ("a\\..\\b.png", SourceError::Upwards),
            ("a\\b.png", SourceError::Backslash),
            ("a\0.png", SourceError::Control),
        ] {
            assert_eq!(Source::parse(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn data_uris_hold_the_picture() {
        let data = |text| match Source::parse(text) {
            Ok(Source::Data(bytes)) => bytes.into_owned(),
            other => panic!("{other:?}"),
        };
        assert_eq!(data("data:image/png;base64,iVBORw=="), [0x89, b'P', b'N', b'G']);
        assert_eq!(data("DATA:;base64,iVBO\nRw"), [0x89, b'P', b'N', b'G']);
        assert_eq!(data("data:image/svg+xml,%3Csvg/%3E"), b"<svg/>");
        for bad in ["data:image/png;base64,@@@", "data:image/png", "data:"] {
            assert_eq!(Source::parse(bad), Err(SourceError::Data), "{bad}");
        }
    }
}
