//! XML as a row of tags and texts. Entities that a document defines itself are never expanded.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::package::broken;
use crate::diagnostic::Diagnostic;

/// Reads one part of a package.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    depth: usize,
}

/// What comes next in the text. An empty element is a start and an end.
pub(super) enum Token<'a> {
    Start(Tag<'a>),
    End(BytesEnd<'a>),
    Text(Cow<'a, str>),
}

/// The start of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl<'a> Xml<'a> {
    /// The text of the part with that name.
    pub fn new(part: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, part, depth: 0 }
    }

    /// The next tag or text; `None` at the end.
    ///
    /// # Errors
    /// When it is no XML, or is cut off.
    pub fn next(&mut self) -> Result<Option<Token<'a>>, Diagnostic> {
        loop {
            let event = self.reader.read_event().map_err(|error| broken(&format!("{} is no XML: {error}", self.part)))?;
            return Ok(Some(match event {
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
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
                Event::Eof if self.depth > 0 => return Err(broken(&format!("{} is cut off", self.part))),
                Event::Eof => return Ok(None),
            }));
        }
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
    /// As [`Self::next`].
    pub fn text(&mut self) -> Result<String, Diagnostic> {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outside {
            match self.next()? {
                Some(Token::Text(part)) => text.push_str(&part),
                Some(Token::Start(_) | Token::End(_)) => {}
                None => break,
            }
        }
        Ok(text)
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
        let mut xml = Xml::new("test.xml", text);
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
