//! What stands on an `OpenDocument` sheet and in no cell: comments, shapes, pictures, charts, headers and footers.

use crate::diagnostic::Diagnostic;
use crate::forms::hints;
use crate::read::book::Kind;
use crate::read::xml::{Tag, Token, Xml, within_cell};

/// Something beside the cells: its text and its kind, or the folder of an object that stands in the document, such as a chart.
pub(super) enum Found {
    Text(String, Kind),
    Object(String),
}

/// Elements whose paragraphs are fields that a program fills in.
const FIELDS: [&str; 9] = [
    "text:sheet-name",
    "text:page-number",
    "text:page-count",
    "text:date",
    "text:time",
    "text:title",
    "text:file-name",
    "text:author-name",
    "text:subject",
];

/// What the start of an element says.
pub(super) struct Start {
    kind: Kind,
    name: String,
}

impl Start {
    pub(super) fn of(tag: &Tag) -> Self {
        let kind = if tag.name() == "office:annotation" { Kind::Comment } else { Kind::Shape };
        Self { kind, name: tag.attribute("draw:name").unwrap_or_default().into_owned() }
    }
}

/// What the start of a message says to who fills in a cell: its title, and whether it is shown.
pub(super) struct Message {
    title: String,
    shown: bool,
}

impl Message {
    pub(super) fn of(tag: &Tag) -> Self {
        let title = tag.attribute("table:title").unwrap_or_default().into_owned();
        Self { title, shown: tag.attribute("table:display").is_none_or(|shown| shown == "true") }
    }

    /// What it says, up to its end; nothing where it is not shown, or where it is one of this program's own.
    ///
    /// # Errors
    /// When the XML is damaged, or a text is longer than a cell may be.
    pub(super) fn read(self, xml: &mut Xml) -> Result<String, Diagnostic> {
        let found = read(Start { kind: Kind::Prompt, name: String::new() }, xml)?;
        let texts = found.into_iter().filter_map(|found| if let Found::Text(text, _) = found { Some(text) } else { None });
        let text = texts.collect::<Vec<_>>().join("\n");
        if !self.shown || hints::are_messages(&text) {
            return Ok(String::new());
        }
        Ok([self.title, text].into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(": "))
    }
}

/// What an element says whose start was read, up to its end.
///
/// # Errors
/// When the XML is damaged, or a text is longer than a cell may be.
pub(super) fn read(Start { kind, mut name }: Start, xml: &mut Xml) -> Result<Vec<Found>, Diagnostic> {
    let (mut found, mut text, mut said, mut paragraphs, mut depth) = (Vec::new(), String::new(), String::new(), 0_usize, 1_usize);
    let mut pictures = 0_usize;
    while depth > 0 {
        let Some(token) = xml.next()? else { break };
        match token {
            Token::Start(tag) => {
                depth += 1;
                match tag.name() {
                    "text:p" | "text:h" => {
                        paragraphs += 1;
                        if !text.is_empty() && !text.ends_with('\n') {
                            text.push('\n');
                        }
                    }
                    "text:s" | "text:tab" => text.push(' '),
                    "text:line-break" => text.push('\n'),
                    "draw:image" => pictures += 1,
                    "draw:object" => found.extend(tag.attribute("xlink:href").map(|href| Found::Object(href.into_owned()))),
                    "svg:title" | "svg:desc" => {
                        depth -= 1;
                        said = xml.text()?;
                    }
                    _ if name.is_empty() => name = tag.attribute("draw:name").unwrap_or_default().into_owned(),
                    _ => {}
                }
            }
            Token::End(end) => {
                depth -= 1;
                if matches!(end.name().into_inner(), "text:p" | "text:h") {
                    paragraphs = paragraphs.saturating_sub(1);
                }
            }
            Token::Text(part) if paragraphs > 0 => text.push_str(&part),
            Token::Text(_) => {}
        }
        within_cell(text.len())?;
    }
    // An object is shown as a picture too, where a program cannot show it itself.
    let is_object = found.iter().any(|one| matches!(one, Found::Object(_)));
    if pictures > 0 && !is_object {
        let said = if said.trim().is_empty() { name } else { said };
        found.push(Found::Text(said, Kind::Picture));
    }
    if !text.trim().is_empty() {
        found.push(Found::Text(text.trim().to_owned(), kind));
    }
    Ok(found)
}

/// The titles of the chart in the part of an object.
///
/// # Errors
/// When the XML is damaged, or a text is longer than a cell may be.
pub(super) fn titles(xml: &mut Xml) -> Result<Vec<String>, Diagnostic> {
    let (mut found, mut open, mut text) = (Vec::new(), false, String::new());
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(tag) => open |= matches!(tag.name(), "chart:title" | "chart:subtitle" | "chart:footer"),
            Token::End(end) => {
                if matches!(end.name().into_inner(), "chart:title" | "chart:subtitle" | "chart:footer") {
                    found.push(std::mem::take(&mut text).trim().to_owned());
                    open = false;
                }
            }
            Token::Text(part) if open => text.push_str(&part),
            Token::Text(_) => {}
        }
        within_cell(text.len())?;
    }
    Ok(found)
}

/// What the headers and footers of a document's pages say without the fields that a program fills in. A paragraph with the number of a page
/// says nothing more in a word.
///
/// # Errors
/// When the XML is damaged, or a text is longer than a cell may be.
pub(super) fn running(xml: &mut Xml) -> Result<Vec<String>, Diagnostic> {
    const PLACES: [&str; 6] =
        ["style:header", "style:footer", "style:header-left", "style:footer-left", "style:header-first", "style:footer-first"];
    let (mut found, mut open, mut text, mut numbered) = (Vec::new(), 0_usize, String::new(), false);
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(tag) if PLACES.contains(&tag.name()) => {
                // What is not shown is no header; other programs leave it there.
                if tag.attribute("style:display").is_some_and(|shown| shown == "false") {
                    xml.skip()?;
                } else {
                    open += 1;
                }
            }
            Token::Start(tag) if open > 0 && FIELDS.contains(&tag.name()) => {
                numbered |= matches!(tag.name(), "text:page-number" | "text:page-count");
                xml.skip()?;
            }
            Token::End(end) => {
                let name = end.name().into_inner().to_owned();
                if PLACES.contains(&name.as_str()) {
                    open = open.saturating_sub(1);
                } else if name == "text:p" && open > 0 {
                    let said = std::mem::take(&mut text);
                    let words = said.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
                    if words > usize::from(numbered) {
                        found.push(said.trim().to_owned());
                    }
                    numbered = false;
                }
            }
            Token::Text(part) if open > 0 => text.push_str(&part),
            Token::Start(_) | Token::Text(_) => {}
        }
        within_cell(text.len())?;
    }
    Ok(found)
}
