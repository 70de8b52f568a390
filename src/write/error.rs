//! Why a scene or a workbook could not be written.

use std::error::Error;
use std::fmt;

use crate::scene::{Path, Point, Pt, Rect, Size};
use crate::text::FontError;

/// Why a scene or workbook could not be written: in which format, and what is wrong with what.
#[derive(Debug)]
pub struct WriteError {
    /// The name of the format.
    pub format: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong, with its culprit and place.
#[derive(Debug)]
pub enum Problem {
    /// The scene has no pages.
    NoPages,
    /// A page holds what no layout may make.
    Page {
        /// The number of the page, from 1.
        number: usize,
        /// What it holds.
        flaw: Flaw,
    },
    /// A face cannot be put into the file.
    Face {
        /// The name of the face.
        name: String,
        /// Why not.
        reason: FaceProblem,
    },
    /// There are more pages than anybody hangs up or prints.
    Pages {
        /// How many.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// The pictures of all pages together are larger than a set of files may be.
    Pictures {
        /// The number of bytes that they may take.
        most: usize,
    },
    /// A page would have more pixels than a picture may have.
    Pixels {
        /// The number of the page, from 1.
        number: usize,
        /// Pixels in a row.
        width: u64,
        /// Rows.
        height: u64,
        /// The dots an inch that were asked for.
        dpi: u16,
        /// The number of pixels that a page may have.
        most: u64,
    },
    /// All pages together would have more pixels than the pictures of a document may have.
    AllPixels {
        /// How many pages there are.
        pages: usize,
        /// The pixels of all.
        pixels: u64,
        /// The dots an inch that were asked for.
        dpi: u16,
        /// The number of pixels that they may have.
        most: u64,
    },
    /// The files of all pages together would be larger than a set of files may be.
    Bytes {
        /// The number of bytes that they may take.
        most: usize,
    },
    /// The standard that was asked for forbids something.
    Standard {
        /// What it is called.
        name: &'static str,
        /// What it forbids.
        reason: String,
    },
    /// A page that was asked for is not there.
    NotAmongPages {
        /// Which one, as it was asked for.
        asked: String,
        /// How many pages there are.
        count: usize,
        /// What the first and the last of those with names are called.
        names: Option<(String, String)>,
    },
    /// A library could not do its part.
    Library {
        /// The name of the library.
        name: &'static str,
        /// The part of the file.
        part: &'static str,
        /// What it said.
        error: Box<dyn Error + Send + Sync>,
    },
    /// A writer that makes one file made none.
    NoFile,
    /// A format of another crate has a reason of its own.
    Own(Box<dyn Error + Send + Sync>),
}

/// What a page may not hold: numbers that are none or too large, faces that are not there, pictures without their bytes.
#[derive(Debug, Clone, PartialEq)]
pub enum Flaw {
    /// The page has no area.
    Size(Size),
    /// The frame of a link.
    Link {
        /// Where it leads.
        target: String,
        /// Where it stands.
        frame: Rect,
    },
    /// A text in a face that is not there.
    Face {
        /// The text.
        text: String,
    },
    /// The place or size of a text.
    Text {
        /// The text.
        text: String,
        /// Where it stands.
        origin: Point,
        /// Its size.
        size: Pt,
    },
    /// The places of a path.
    Path(Box<Path>),
    /// A picture, by its description.
    Picture {
        /// What it is called.
        description: String,
    },
}

/// Why a face cannot be put into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaceProblem {
    /// The face itself is no good.
    Font(FontError),
    /// Its glyphs stand for more texts than there are codes.
    Codes,
}

/// What makes writing go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The program or its fonts, never the journey.
    Fault,
    /// A limit that the journey with its pictures passes.
    Limit,
    /// Something that a format of another crate knows.
    Own,
}

impl WriteError {
    /// That something is wrong with what a format is to write.
    #[must_use]
    pub fn new(format: &str, problem: Problem) -> Self {
        Self { format: format.to_owned(), problem }
    }

    /// The error of a format of another crate, for reasons of its own.
    pub fn own(format: &str, error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::new(format, Problem::Own(error.into()))
    }

    /// Whether something was asked for that is not there: no file of this input can be what was meant.
    #[must_use]
    pub fn is_usage(&self) -> bool {
        matches!(self.problem, Problem::NotAmongPages { .. })
    }

    /// What made it go wrong.
    #[must_use]
    pub fn cause(&self) -> Cause {
        match self.problem {
            Problem::Pages { .. }
            | Problem::Pictures { .. }
            | Problem::Pixels { .. }
            | Problem::AllPixels { .. }
            | Problem::Bytes { .. }
            | Problem::Standard { .. }
            | Problem::NotAmongPages { .. } => Cause::Limit,
            Problem::Own(_) => Cause::Own,
            Problem::NoPages | Problem::Page { .. } | Problem::Face { .. } | Problem::Library { .. } | Problem::NoFile => {
                Cause::Fault
            }
        }
    }
}

impl Problem {
    /// That a library could not do its part.
    pub(super) fn library(name: &'static str, part: &'static str, error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Library { name, part, error: error.into() }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.format, self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPages => f.write_str("the scene has no pages"),
            Self::Page { number, flaw: Flaw::Size(size) } => {
                write!(f, "page {number} measures {} × {} mm", size.width.0, size.height.0)
            }
            Self::Page { number, flaw } => write!(f, "page {number}: {flaw}"),
            Self::Face { name, reason } => write!(f, "{name}: {reason}"),
            Self::Pages { count, most } => write!(
                f,
                "it takes {count} pages, and {most} are written at the most; choose larger paper, some of its lanes or phases (--lanes, \
                 --phases) or some of its pages (--pages), or a table (--to xlsx,csv)"
            ),
            Self::Pictures { most } => write!(
                f,
                "the pictures of all pages take more than {} MiB; make them smaller, or write one PDF, which holds each once",
                most >> 20
            ),
            Self::Pixels { number, width, height, dpi, most } => write!(
                f,
                "page {number} would have {width} × {height} pixels at {dpi} dots an inch, and a picture has at most {} million and \
                 65,535 a side; choose fewer with --dpi, or smaller paper",
                most / 1_000_000
            ),
            Self::AllPixels { pages, pixels, dpi, most } => write!(
                f,
                "its {pages} pages would have {} million pixels at {dpi} dots an inch, and pictures have at most {} million together; \
                 choose fewer with --dpi, larger paper with fewer pages, or PDF",
                pixels / 1_000_000,
                most / 1_000_000
            ),
            Self::Bytes { most } => {
                write!(f, "the pictures of all pages take more than {} MiB; choose fewer dots an inch with --dpi", most >> 20)
            }
            Self::Standard { name, reason } => write!(f, "it cannot be written by {name}: {reason}"),
            Self::NotAmongPages { asked, count, names } => {
                match count {
                    1 => write!(f, "there is no page {asked}: it has one")?,
                    count => write!(f, "there is no page {asked}: there are 1 to {count}")?,
                }
                names.as_ref().map_or(Ok(()), |(first, last)| write!(f, ", and the sheets {first} to {last}"))
            }
            Self::Library { name, part, error } => write!(f, "{part}: {name}: {error}"),
            Self::NoFile => f.write_str("it is not one file"),
            Self::Own(error) => error.fmt(f),
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(size) => write!(f, "it measures {} × {} mm", size.width.0, size.height.0),
            Self::Link { target, frame } => write!(f, "a link to {target:?} stands at {frame:?}"),
            Self::Face { text } => write!(f, "the text {text:?} is set in a face that is not there"),
            Self::Text { text, origin, size } => write!(f, "the text {text:?} stands at {origin:?} in a size of {} pt", size.0),
            Self::Path(path) => write!(f, "a path has a place that is no number: {path:?}"),
            Self::Picture { description } => write!(f, "the picture {description:?} is broken"),
        }
    }
}

impl fmt::Display for FaceProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font(error) => error.fmt(f),
            Self::Codes => f.write_str("more than 65,535 codes"),
        }
    }
}

impl Error for WriteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.problem {
            Problem::Library { error, .. } | Problem::Own(error) => Some(&**error),
            Problem::Face { reason: FaceProblem::Font(error), .. } => Some(error),
            Problem::Face { reason: FaceProblem::Codes, .. }
            | Problem::NoPages
            | Problem::Page { .. }
            | Problem::Pages { .. }
            | Problem::Pictures { .. }
            | Problem::Pixels { .. }
            | Problem::AllPixels { .. }
            | Problem::Bytes { .. }
            | Problem::Standard { .. }
            | Problem::NotAmongPages { .. }
            | Problem::NoFile => None,
        }
    }
}
