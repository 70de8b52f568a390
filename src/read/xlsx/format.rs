//! The formats of cells, as far as they say what a number is shown as.

use crate::tongue::say;
use std::collections::BTreeMap;

use super::xml::{Token, Xml};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::book::Shown;
use crate::read::limits;

/// What each format of cells shows, in order.
///
/// # Errors
/// When the part is damaged, or holds more than the limit.
pub(super) fn read(xml: &mut Xml) -> Result<Vec<Shown>, Diagnostic> {
    let (mut codes, mut formats) = (BTreeMap::new(), Vec::new());
    let mut of_cells = false;
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(tag) if tag.local() == "numFmt" => {
                if let (Some(id), Some(code)) = (tag.attribute("numFmtId"), tag.attribute("formatCode")) {
                    codes.insert(id.into_owned(), Shown::of(&code));
                }
            }
            Token::Start(tag) if tag.local() == "cellXfs" => of_cells = true,
            Token::Start(tag) if tag.local() == "xf" && of_cells => {
                let id = tag.attribute("numFmtId").unwrap_or_default();
                formats.push(codes.get(&*id).cloned().unwrap_or_else(|| Shown::built_in(id.parse().unwrap_or(0))));
            }
            Token::End(end) if end.local_name().into_inner() == "cellXfs" => of_cells = false,
            Token::Start(_) | Token::End(_) | Token::Text(_) => {}
        }
        if codes.len().max(formats.len()) > limits::FORMATS {
            let message = say!("too-many-formats", most = limits::FORMATS);
            return Err(Diagnostic::new(Code::TooMany, message).help(say!("too-many-formats-help")));
        }
    }
    Ok(formats)
}
