//! XML as a row of tags and texts. Entities that a document defines itself are never expanded.

use crate::tongue::say;
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use encoding_rs::{Encoding, UTF_8};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

use super::limits;
use super::package::{broken, too_large};
use crate::diagnostic::{Code, Diagnostic};

/// Reads one part of a package, a piece at a time: no more of it is in memory than the tag or text at hand.
pub(super) struct Xml<'a> {
    reader: Reader<Box<dyn BufRead + 'a>>,
    /// The tag or text at hand.
    piece: Vec<u8>,
    /// How many bytes were taken from the part since the last piece began.
    taken: Rc<Cell<usize>>,
    part: String,
    depth: usize,
}

/// What comes next in the text. An empty element is a start and an end; a comment is a text that says nothing.
pub(super) enum Token<'a> {
    Start(Tag<'a>),
    End(BytesEnd<'a>),
    Text(Cow<'a, str>),
}

/// The start of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

/// Why a part is not read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// As much was unpacked of the package as the limit takes.
    Unpacked,
    /// A tag or text is longer than the limit.
    Piece,
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a limit is passed")
    }
}

impl std::error::Error for Stop {}

/// Counts what is taken for one piece, and stops.
struct Counted<R> {
    inner: R,
    taken: Rc<Cell<usize>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.taken.get() > limits::CELL_BYTES {
            return Err(io::Error::other(Stop::Piece));
        }
        let read = self.inner.read(buffer)?;
        self.taken.set(self.taken.get() + read);
        Ok(read)
    }
}

impl<'a> Xml<'a> {
    /// The part with that name. One in UTF-16 is unpacked as a whole.
    ///
    /// # Errors
    /// When its beginning cannot be read.
    pub fn new(part: &str, bytes: impl Read + 'a) -> Result<Self, Diagnostic> {
        let taken = Rc::new(Cell::new(0));
        let mut text = BufReader::with_capacity(32 << 10, Counted { inner: bytes, taken: Rc::clone(&taken) });
        let start = text.fill_buf().map_err(|error| unreadable(part, &error))?;
        let source: Box<dyn BufRead + 'a> = match Encoding::for_bom(start) {
            Some((encoding, _)) if encoding != UTF_8 => {
                let mut wide = Vec::new();
                text.read_to_end(&mut wide).map_err(|error| unreadable(part, &error))?;
                Box::new(io::Cursor::new(encoding.decode(&wide).0.into_owned().into_bytes()))
            }
            Some((_, mark)) => {
                text.consume(mark);
                Box::new(text)
            }
            None => Box::new(text),
        };
        let mut reader = Reader::from_reader(source);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Ok(Self { reader, piece: Vec::new(), taken, part: part.to_owned(), depth: 0 })
    }

    /// The next tag or text; `None` at the end.
    ///
    /// # Errors
    /// When it is no XML, is cut off or passes a limit.
    pub fn next(&mut self) -> Result<Option<Token<'_>>, Diagnostic> {
        self.piece.clear();
        self.taken.set(0);
        let event = self.reader.read_event_into(&mut self.piece).map_err(|error| match error {
            Error::Io(error) => unreadable(&self.part, &error),
            Error::Encoding(_) => broken(&format!("{} is not UTF-8", self.part)),
            error => broken(&format!("{} is no XML: {error}", self.part)),
        })?;
        Ok(Some(match event {
            Event::Start(start) | Event::Empty(start) => {
                self.depth += 1;
                Token::Start(Tag(start))
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Token::End(end)
            }
            Event::Text(text) => Token::Text(text.xml10_content()),
            Event::CData(text) => Token::Text(text.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(character)) => Token::Text(character.to_string().into()),
                Ok(None) | Err(_) => Token::Text(match resolve_predefined_entity(&name) {
                    Some(known) => known.into(),
                    None => format!("&{};", &*name).into(),
                }),
            },
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => Token::Text("".into()),
            Event::Eof if self.depth > 0 => return Err(broken(&format!("{} is cut off", self.part))),
            Event::Eof => return Ok(None),
        }))
    }

    /// Passes over an element whose start was read.
    ///
    /// # Errors
    /// As [`Self::next`].
    pub fn skip(&mut self) -> Result<(), Diagnostic> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.next()?.is_some() {}
        Ok(())
    }

    /// The texts in an element whose start was read, up to its end.
    ///
    /// # Errors
    /// As [`Self::next`], and when they are longer than a cell may be.
    pub fn text(&mut self) -> Result<String, Diagnostic> {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outside {
            match self.next()? {
                Some(Token::Text(part)) => text.push_str(&part),
                Some(Token::Start(_) | Token::End(_)) => {}
                None => break,
            }
            within_cell(text.len())?;
        }
        Ok(text)
    }
}

/// Refuses a text longer than a cell may be, while it grows.
///
/// # Errors
/// When it is.
pub(super) fn within_cell(bytes: usize) -> Result<(), Diagnostic> {
    if bytes <= limits::CELL_BYTES { Ok(()) } else { Err(too_long()) }
}

fn too_long() -> Diagnostic {
    let message = say!("cell-too-large", mib = limits::CELL_BYTES >> 20);
    Diagnostic::new(Code::TooLarge, message).help(say!("cell-too-large-help"))
}

/// That a part cannot be read on, and why.
fn unreadable(part: &str, error: &io::Error) -> Diagnostic {
    match error.get_ref().and_then(|error| error.downcast_ref::<Stop>()) {
        Some(Stop::Unpacked) => too_large(),
        Some(Stop::Piece) => too_long(),
        None => broken(&format!("{part}: {error}")),
    }
}

impl Tag<'_> {
    /// The name without its prefix.
    pub fn local(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The name with its prefix, as it is written.
    pub fn name(&self) -> &str {
        self.0.name().into_inner()
    }

    /// The value of an attribute, by its name as it is written. Names are not checked for being there twice, which takes long
    /// where there are very many.
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find(|key| key == name)
    }

    /// The value of an attribute, by its name without its prefix.
    pub fn local_attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find(|key| key.rsplit(':').next() == Some(name))
    }

    fn find(&self, wanted: impl Fn(&str) -> bool) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let attribute = attributes.with_checks(false).flatten().find(|attribute| wanted(attribute.key.into_inner()))?;
        Some(attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or(attribute.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Result<String, Diagnostic> {
        let mut xml = Xml::new("test.xml", text.as_bytes())?;
        let mut said = String::new();
        while let Some(token) = xml.next()? {
            match token {
                Token::Start(tag) => said.extend(["<", tag.local(), ">"]),
                Token::End(end) => said.extend(["</", end.local_name().into_inner(), ">"]),
                Token::Text(text) => said.push_str(&text),
            }
        }
        Ok(said)
    }

    #[test]
    fn texts_come_whole_and_entities_are_not_expanded() {
        assert_eq!(all("<a:b>x &amp; y&#x41;<![CDATA[<z>]]><c/>\r\n</a:b>").unwrap(), "<b>x & yA<z><c></c>\n</b>");
        let bomb = "<!DOCTYPE a [<!ENTITY b \"cccc\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>";
        assert_eq!(all(bomb).unwrap(), "<a>&d;</a>");
        for broken in ["<a>", "<a></b>", "<a", "<a>&lt;</a><", "<a><b></a></b>"] {
            assert!(all(broken).is_err(), "{broken}");
        }
    }
}
