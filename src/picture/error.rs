//! Why a picture cannot be shown, and what to do about it.

use std::fmt;

use super::kind::Kind;
use super::source::SourceError;
use crate::diagnostic::{Code, Diagnostic};
use crate::tongue::{Phrase, say};

/// Why a picture cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureError {
    /// There is no such file; perhaps there is one of another name.
    NotFound(Option<Alike>),
    /// A path was given, but the document came without a folder.
    NoFolder,
    /// The source is neither a relative path nor a data URI.
    BadSource(SourceError),
    /// The path leads out of the document's folder.
    Outside,
    /// The path leads to a folder, a pipe or a device.
    NoFile,
    /// The system cannot read the file, and why.
    Unreadable(String),
    /// It is of another kind, or of one unknown.
    OtherKind(Option<&'static str>),
    /// It is of a kind that can be shown, but uses a part of it that cannot: what that is.
    Unsupported(Kind, String),
    /// It is damaged, and how.
    Broken(Kind, String),
    /// A limit is passed.
    TooLarge(Excess),
}

/// A file whose name is nearly the one that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Its path from the document's folder, with `/`.
    pub path: String,
    /// How the names differ.
    pub by: Difference,
}

/// How two names differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// The same characters in another Unicode form.
    Form,
    /// In capitals only.
    Case,
    /// By a slip or two.
    Spelling,
}

/// A limit that is passed; the numbers stand in [`limits`](super::limits).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Excess {
    /// Bytes of a file.
    Bytes {
        /// How many there may be.
        limit: usize,
    },
    /// Width and height of a picture of pixels.
    Pixels {
        /// Pixels in a row.
        width: u64,
        /// Rows.
        height: u64,
    },
    /// A JPEG of too many scans, each of which goes over the whole picture.
    Scans {
        /// How many there are.
        scans: u64,
        /// Pixels in a row.
        width: u64,
        /// Rows.
        height: u64,
    },
    /// Bytes that decoding takes.
    Memory {
        /// How many it would take.
        bytes: u64,
    },
    /// An SVG of too many parts: of what.
    Parts(&'static str),
    /// Bytes of all pictures of the document together.
    Total,
    /// Pixels that would be decoded of all pictures of the document together.
    Work,
}

impl PictureError {
    /// The warning about a picture; its place is still to be added.
    #[must_use]
    pub fn diagnostic(&self, source: &str) -> Diagnostic {
        Diagnostic::new(self.code(), say!("picture", source = quoted(source), why = self.phrase())).help(self.remedy())
    }

    fn code(&self) -> Code {
        match self {
            Self::NotFound(_) | Self::NoFolder => Code::PictureNotFound,
            Self::Broken(..) | Self::BadSource(SourceError::Data) => Code::PictureBroken,
            Self::BadSource(_) | Self::Outside => Code::PictureOutside,
            Self::NoFile | Self::Unreadable(_) => Code::PictureUnreadable,
            Self::OtherKind(_) | Self::Unsupported(..) => Code::PictureUnsupported,
            Self::TooLarge(_) => Code::PictureTooLarge,
        }
    }

    /// What to do about it, without a full stop.
    fn remedy(&self) -> Phrase {
        match self {
            Self::NotFound(Some(Alike { path, by: Difference::Form })) => say!("picture-other-form", path = path),
            Self::NotFound(Some(Alike { path, by: Difference::Case })) => say!("picture-other-case", path = path),
            Self::NotFound(Some(Alike { path, by: Difference::Spelling })) => say!("did-you-mean", name = path),
            Self::NotFound(None) => say!("picture-path", beside = "document"),
            Self::NoFolder => say!("picture-no-folder-help"),
            Self::BadSource(error) => error.remedy().into(),
            Self::Outside => say!("picture-outside-help", beside = "document"),
            Self::NoFile => say!("picture-no-file-help"),
            Self::Unreadable(_) => say!("picture-unreadable-help"),
            Self::OtherKind(_) => say!("picture-other-kind-help"),
            Self::Unsupported(Kind::Svg, _) | Self::TooLarge(Excess::Parts(_)) => say!("picture-as-png"),
            Self::Unsupported(Kind::Png | Kind::Jpeg, _) => say!("picture-as-rgb"),
            Self::TooLarge(Excess::Scans { .. } | Excess::Memory { .. }) => say!("picture-as-plain-jpeg"),
            Self::Broken(Kind::Svg, _) => say!("picture-broken-drawing"),
            Self::Broken(Kind::Png | Kind::Jpeg, _) => say!("picture-broken-help"),
            Self::TooLarge(Excess::Bytes { .. } | Excess::Pixels { .. }) => say!("picture-smaller"),
            Self::TooLarge(Excess::Total | Excess::Work) => say!("pictures-smaller"),
        }
    }
}

impl PictureError {
    /// What is wrong with the picture, as the end of a sentence that begins with its name; technical limits only in English.
    fn phrase(&self) -> Phrase {
        match self {
            Self::NotFound(_) => say!("picture-not-there"),
            Self::NoFolder => say!("picture-no-folder"),
            Self::Outside => say!("picture-outside", beside = "document"),
            Self::NoFile => say!("picture-no-file"),
            Self::Unreadable(reason) => say!("failure-unreadable", why = reason),
            Self::OtherKind(Some(kind)) => say!("picture-other-kind", kind = *kind),
            Self::OtherKind(None) => say!("picture-unknown-kind"),
            Self::Unsupported(kind, what) => {
                say!("picture-unsupported", kind = kind.to_string(), article = kind.article(), part = what)
            }
            Self::Broken(kind, reason) => say!("picture-broken", kind = kind.to_string(), why = reason),
            Self::TooLarge(Excess::Bytes { limit }) => say!("picture-too-large", mib = limit >> 20),
            Self::BadSource(_) | Self::TooLarge(_) => self.to_string().into(),
        }
    }
}

impl fmt::Display for PictureError {
    /// What is wrong with the picture, as the end of a sentence that begins with its name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(_)
            | Self::NoFolder
            | Self::Outside
            | Self::NoFile
            | Self::Unreadable(_)
            | Self::OtherKind(_)
            | Self::Unsupported(..)
            | Self::Broken(..)
            | Self::TooLarge(Excess::Bytes { .. }) => self.phrase().fmt(f),
            Self::BadSource(error) => error.fmt(f),
            Self::TooLarge(Excess::Pixels { width, height }) => {
                write!(
                    f,
                    "measures {width} × {height} pixels; {} million are the limit, {} a side",
                    super::limits::PIXELS / 1_000_000,
                    super::limits::SIDE
                )
            }
            Self::TooLarge(Excess::Scans { scans, width, height }) => write!(
                f,
                "is a JPEG of {scans} scans over {width} × {height} pixels; {} scans are the limit, and {} million pixels in all scans",
                super::limits::JPEG_SCANS,
                super::limits::JPEG_WORK / 1_000_000
            ),
            Self::TooLarge(Excess::Memory { bytes }) => write!(
                f,
                "takes {} MiB of memory to be decoded; {} are the limit",
                bytes.div_ceil(1 << 20),
                super::limits::DECODING_BYTES >> 20
            ),
            Self::TooLarge(Excess::Parts(what)) => write!(f, "is an SVG with too many {what}"),
            Self::TooLarge(Excess::Total) => {
                write!(
                    f,
                    "is one too many: all pictures of a document together may take {} MiB",
                    super::limits::TOTAL_BYTES >> 20
                )
            }
            Self::TooLarge(Excess::Work) => write!(
                f,
                "takes too long to decode: of all pictures of a document together, {} million pixels may be decoded, and {} more for \
                 each byte of their files",
                super::limits::WORK / 1_000_000,
                super::limits::WORK_A_BYTE
            ),
        }
    }
}

impl std::error::Error for PictureError {}

/// A source in a message: the start of it where it is long, as data URIs are.
fn quoted(source: &str) -> String {
    const LONGEST: usize = 100;
    const START: usize = 40;
    if source.chars().count() <= LONGEST {
        return format!("`{source}`");
    }
    format!("`{}…`", source.chars().take(START).collect::<String>())
}
