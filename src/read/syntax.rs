//! What is wrong with a text that is not JSON, in plain words.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::journey::{Cursor, limits};
use crate::tongue::{Phrase, say};

/// What rich text begins with (Rich Text Format Specification 1.9.1, "Syntax of a document").
const RICH_TEXT: &str = "{\\rtf";

/// A problem of syntax: where, what, and the remedy.
struct Problem {
    bytes: Range<usize>,
    message: Phrase,
    help: Phrase,
}

/// Refuses a text that is nested too deeply. Where the text stops being JSON at all (`error`), only what comes before counts.
pub(super) fn within_depth(text: &str, error: Option<&serde_json::Error>) -> Result<(), Diagnostic> {
    let end = error.map_or(text.len(), |error| offset(text, error));
    let mut scan = Scan::default();
    for (at, byte) in text.bytes().enumerate().take(end) {
        scan.step(at, byte);
        if scan.brackets.len() > limits::DEPTH {
            let message = say!("json-too-deep", most = limits::DEPTH);
            let help = say!("json-too-deep-help");
            return Err(Diagnostic::new(Code::TooDeep, message).help(help).span(Cursor::at_start(text).span(at..at + 1)));
        }
    }
    Ok(())
}

/// Says what is wrong with a text that is not JSON.
pub(super) fn diagnostic(text: &str, error: &serde_json::Error) -> Diagnostic {
    let Problem { bytes, message, help } = Place::of(text, error).explain();
    Diagnostic::new(Code::Syntax, message).help(help).span(Cursor::at_start(text).span(bytes))
}

/// Where the parser stopped, and what stands around it. Its words are taken apart here and nowhere else; the documents
/// `fixtures/invalid/syntax-*.json` tell when they change.
struct Place<'t> {
    text: &'t str,
    /// The offset of the character at which the parser stopped, or the length of the text.
    at: usize,
    /// That character.
    found: Option<char>,
    /// The last character before it that is no white space, and its offset.
    before: Option<(usize, char)>,
    /// What the parser says of it.
    said: String,
}

impl<'t> Place<'t> {
    fn of(text: &'t str, error: &serde_json::Error) -> Self {
        let said = error.to_string();
        let mut at = offset(text, error);
        if said.starts_with("expected ident") {
            at -= text[..at].bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
        }
        let (head, tail) = text.split_at(at);
        let before = head.char_indices().rev().find(|(_, c)| !c.is_ascii_whitespace());
        Self { text, at, found: tail.chars().next(), before, said }
    }

    fn says(&self, start: &str) -> bool {
        self.said.starts_with(start)
    }

    fn explain(&self) -> Problem {
        if let Some(length) = self.text.starts_with(RICH_TEXT).then_some(RICH_TEXT.len()) {
            let help = say!("json-rtf-help");
            return Problem { bytes: 0..length, message: say!("json-rtf"), help };
        }
        if self.says("EOF") {
            return self.end_of_text();
        }
        if self.says("control character") {
            return self.control_character();
        }
        if self.says("invalid escape") || self.says("unexpected end of hex") || self.says("invalid unicode") {
            return self.escape();
        }
        if self.says("invalid number") || self.says("number out of range") {
            return self.number();
        }
        if self.says("trailing characters") {
            let help = if self.text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
                say!("json-brace-too-many")
            } else {
                say!("json-one-object")
            };
            return self.here(say!("json-trailing"), help);
        }
        self.character().unwrap_or_else(|| self.expected())
    }

    /// Whether the parser stopped at a word that touches the quotation mark before it.
    fn follows_quote(&self) -> bool {
        !self.word().is_empty() && self.before == self.at.checked_sub(1).map(|at| (at, '"'))
    }

    /// Characters that are at home elsewhere but not in JSON.
    fn character(&self) -> Option<Problem> {
        let (message, help) = match (self.found?, self.before.map(|(_, c)| c)) {
            ('\'', _) => (say!("json-single-quotes"), say!("json-single-quotes-help")),
            ('“' | '”' | '„' | '‘' | '’' | '«' | '»', _) => {
                (say!("json-curly-quotes"), say!("json-curly-quotes-help"))
            }
            ('/' | '#', _) => (say!("json-comment"), say!("json-comment-help")),
            ('+' | '.', _) if self.says("expected value") => return Some(self.number()),
            (',', Some(',')) => (say!("json-two-commas"), say!("json-two-commas-help")),
            (',', Some('[' | '{')) => (say!("json-first-comma"), say!("json-first-comma-help")),
            ('}' | ']', Some(',')) => return Some(self.trailing_comma()),
            ('\0', _) => (say!("json-null-character"), say!("json-save-utf8")),
            ('\u{a0}' | '\u{200b}' | '\u{feff}', _) => (say!("json-invisible"), say!("json-invisible-help")),
            _ => return None,
        };
        Some(self.here(message, help))
    }

    /// What the parser waited for.
    fn expected(&self) -> Problem {
        if self.says("expected `,`") && self.follows_quote() {
            let help = say!("json-quote-ended-help");
            return self.here(say!("json-quote-ended"), help);
        }
        let after_value = say!("json-comma-help");
        if self.says("expected `:`") {
            return self.here(say!("json-no-colon"), say!("json-no-colon-help"));
        }
        if self.says("expected `,` or `}`") {
            let message = match self.found {
                Some(']') => say!("json-wrong-bracket"),
                _ => say!("json-no-comma-field"),
            };
            return self.here(message, if self.found == Some(']') { say!("json-wrong-bracket-help") } else { after_value });
        }
        if self.says("expected `,` or `]`") {
            let message = match self.found {
                Some('}') => say!("json-wrong-brace"),
                _ => say!("json-no-comma-value"),
            };
            return self.here(message, if self.found == Some('}') { say!("json-wrong-brace-help") } else { after_value });
        }
        if let Some(comma) = self.decimal_comma() {
            return comma;
        }
        if self.says("key must be a string") || self.says("expected `\"`") {
            return self.here(say!("json-bare-name"), say!("json-bare-name-help"));
        }
        let word = self.word();
        match self.found {
            Some('}' | ']' | ',') => self.here(say!("json-no-value"), say!("json-no-value-help")),
            _ if matches!(word.to_ascii_lowercase().as_str(), "true" | "false" | "null" | "none" | "nan" | "undefined") => {
                self.here(say!("json-words"), say!("json-words-help"))
            }
            _ if !word.is_empty() => self.bare_text(),
            _ => self.here(say!("json-expected-value"), say!("json-expected-value-help")),
        }
    }

    /// A text without quotes, up to where its field seems to end.
    fn bare_text(&self) -> Problem {
        const SHOWN: usize = 30;
        let tail = &self.text[self.at..];
        let tail = tail[..tail.find([',', '}', ']', '\n', '"']).unwrap_or(tail.len())].trim_end();
        let shown: String = tail.chars().take(SHOWN).collect();
        let cut = if shown.len() < tail.len() { "…" } else { "" };
        Problem {
            bytes: self.at..self.at + tail.len(),
            message: say!("json-bare-text"),
            help: say!("json-write-text", text = format!("{shown}{cut}")),
        }
    }

    fn trailing_comma(&self) -> Problem {
        let at = self.before.map_or(self.at, |(at, _)| at);
        Problem { bytes: at..at + 1, message: say!("json-last-comma"), help: say!("json-last-comma-help") }
    }

    /// A number that is written as in Dutch, Danish and German: it ends at its comma, and its decimals stand where the name of a
    /// field should.
    fn decimal_comma(&self) -> Option<Problem> {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let whole = self.text[..self.at].strip_suffix(',')?;
        let length = whole.bytes().rev().take_while(|byte| byte.is_ascii_digit() || *byte == b'-').count();
        let (whole, decimals) = (&whole[whole.len() - length..], digits(&self.text[self.at..]));
        let decimals = &self.text[self.at..self.at + decimals];
        (!whole.is_empty() && !decimals.is_empty()).then(|| Problem {
            bytes: self.at - 1 - whole.len()..self.at + decimals.len(),
            message: say!("json-decimal-comma"),
            help: say!("write", text = format!("{whole}.{decimals}")),
        })
    }

    fn number(&self) -> Problem {
        let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-');
        let start = self.text[..self.at].rfind(|c| !part(c)).map_or(0, |last| last + 1);
        let start = self.text.ceil_char_boundary(start);
        let end = self.text[self.at..].find(|c| !part(c)).map_or(self.text.len(), |length| self.at + length);
        Problem { bytes: start..end, message: say!("json-number"), help: say!("json-number-help") }
    }

    fn escape(&self) -> Problem {
        let start = self.text[..self.at].rfind('\\').unwrap_or(self.at);
        let after = self.text[start..].chars().nth(1).map_or(0, char::len_utf8);
        Problem {
            bytes: start..(start + 1 + after).min(self.text.len()),
            message: say!("json-escape"),
            help: say!("json-escape-help"),
        }
    }

    /// A text holds a character that must be escaped; the parser stopped at it or just before.
    fn control_character(&self) -> Problem {
        let tail = &self.text[self.at..];
        let at = self.at + tail.find(|c: char| c < ' ').unwrap_or_default();
        let start = Scan::up_to(self.text, at).string.unwrap_or(at);
        let (bytes, message, help) = match self.text.as_bytes().get(at) {
            Some(b'\n' | b'\r') => (start..at, say!("json-line-end"), say!("json-line-end-help")),
            Some(b'\t') => (at..at + 1, say!("json-tab"), say!("json-tab-help")),
            Some(_) | None => (at..at + 1, say!("json-control"), say!("json-control-help")),
        };
        Problem { bytes, message, help }
    }

    /// The text ends too early: what is still open is to blame.
    fn end_of_text(&self) -> Problem {
        let scan = Scan::up_to(self.text, self.text.len());
        let (start, message, help) = match (scan.string, scan.brackets.last().copied()) {
            (Some(start), _) => (start, say!("json-open-text"), say!("json-close-text")),
            (None, Some((start, b'['))) => (start, say!("json-open-list"), say!("json-close-list")),
            (None, Some((start, _))) => (start, say!("json-open-object"), say!("json-close-object")),
            (None, None) if self.before.is_none() => (self.at, say!("json-empty"), say!("json-empty-help")),
            (None, None) => (self.at, say!("json-half"), say!("json-half-help")),
        };
        let end = if start < self.text.len() { start + 1 } else { start };
        Problem { bytes: start..end, message, help }
    }

    /// A problem with the word or character at which the parser stopped.
    fn here(&self, message: Phrase, help: Phrase) -> Problem {
        let length = self.word().len().max(self.found.map_or(0, char::len_utf8));
        Problem { bytes: self.at..self.at + length, message, help }
    }

    /// The letters and digits from the place on.
    fn word(&self) -> &'t str {
        let tail = &self.text[self.at..];
        &tail[..tail.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tail.len())]
    }
}

/// What is open at a place in a text that is JSON up to there.
#[derive(Default)]
struct Scan {
    /// The brackets that are open, outermost first.
    brackets: Vec<(usize, u8)>,
    /// The start of the string that is open.
    string: Option<usize>,
    escaped: bool,
}

impl Scan {
    fn up_to(text: &str, end: usize) -> Self {
        let mut scan = Self::default();
        for (at, byte) in text.bytes().enumerate().take(end) {
            scan.step(at, byte);
        }
        scan
    }

    fn step(&mut self, at: usize, byte: u8) {
        match (self.string, byte) {
            (Some(_), _) if self.escaped => self.escaped = false,
            (Some(_), b'\\') => self.escaped = true,
            (Some(_), b'"') => self.string = None,
            (None, b'"') => self.string = Some(at),
            (None, b'[' | b'{') => self.brackets.push((at, byte)),
            (None, b']' | b'}') => drop(self.brackets.pop()),
            (Some(_) | None, _) => {}
        }
    }
}

/// The offset of the character that the parser stopped at. Its columns count bytes, from 1, and the byte order mark is not in
/// what it was given.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let before_line: usize = text[mark..].split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut at = (mark + before_line + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
