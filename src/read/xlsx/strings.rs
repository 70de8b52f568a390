//! The texts that cells share.

use super::xml::{Token, Xml, within_cell};
use crate::diagnostic::Diagnostic;
use crate::read::book::Budget;

/// The shared texts, in order.
///
/// # Errors
/// When the part is damaged, or holds more than the limits.
pub(super) fn read(xml: &mut Xml, budget: &mut Budget) -> Result<Vec<String>, Diagnostic> {
    let mut found = Vec::new();
    while let Some(token) = xml.next()? {
        if let Token::Start(tag) = token
            && tag.local() == "si"
        {
            let text = rich(xml, "si")?;
            budget.text(text.len())?;
            found.push(text);
        }
    }
    Ok(found)
}

/// The text in an element whose start was read, all its runs joined. How Japanese is pronounced is left out.
///
/// # Errors
/// When the XML is damaged.
pub(super) fn rich(xml: &mut Xml, element: &str) -> Result<String, Diagnostic> {
    let mut joined = String::new();
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(tag) if tag.local() == "t" => joined.push_str(&xml.text()?),
            Token::Start(tag) if tag.local() == "rPh" => xml.skip()?,
            Token::End(end) if end.local_name().into_inner() == element => break,
            Token::Start(_) | Token::End(_) | Token::Text(_) => {}
        }
        within_cell(joined.len())?;
    }
    Ok(unescaped(&joined))
}

/// Text without the escapes of characters that XML cannot hold: `_x000D_` is a carriage return (ECMA-376, 22.9.2.19). What is
/// beyond 16 bits is written as two.
pub(in crate::read) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let mut units = Vec::new();
        rest = from;
        while let Some(unit) = unit(rest) {
            units.push(unit);
            rest = rest.get(7..).unwrap_or_default();
        }
        if units.is_empty() {
            plain.push_str("_x");
            rest = from.get(2..).unwrap_or_default();
        }
        plain.push_str(&String::from_utf16_lossy(&units));
    }
    plain.push_str(rest);
    plain
}

/// The unit of UTF-16 that an escape at the start of a text stands for.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..4)?;
    let ended = text.as_bytes().get(6) == Some(&b'_');
    (ended && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone() {
        for (text, plain) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_xD83D__xDE00_", "😀"),
            ("_xD83D_x", "\u{fffd}x"),
            ("_x12_ _xZZZZ_ _x", "_x12_ _xZZZZ_ _x"),
            ("_x00é_", "_x00é_"),
        ] {
            assert_eq!(unescaped(text), plain, "{text}");
        }
    }

    #[test]
    fn runs_are_joined() {
        let text = "<sst><si><t>a</t></si><si><r><rPr><b/></rPr><t>b </t></r><r><t xml:space='preserve'>c</t></r><rPh sb='0'><t>x</t></rPh></si><si/></sst>";
        let mut xml = Xml::new("sharedStrings.xml", text.as_bytes()).unwrap();
        assert_eq!(read(&mut xml, &mut Budget::default()).unwrap(), ["a", "b c", ""]);
    }
}
