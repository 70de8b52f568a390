//! The documents of a stream of YAML as JSON, and the line of each value.

use crate::tongue::say;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use crate::diagnostic::{Code, Diagnostic};
use crate::journey::Json;
use crate::journey::limits;

/// Values that aliases may stand for, all together: more than any journey has, and far less than a bomb makes of a few lines.
const VALUES: usize = 500_000;
/// Bytes that the texts of all values may take.
const BYTES: usize = limits::DOCUMENT_BYTES;

/// What a stream holds.
pub(super) struct Loaded {
    /// The documents, in order.
    pub documents: Vec<Json>,
    /// The line of each value of the first document, by JSON pointer.
    pub places: Vec<(String, usize)>,
    /// The comments, each with its line.
    pub comments: Vec<(usize, String)>,
}

/// Loads a stream.
///
/// # Errors
/// When it is not YAML, nested too deeply, or holds more than a journey can by its aliases.
pub(super) fn load(text: &str) -> Result<Loaded, Diagnostic> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut loader = Loader::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| syntax(&error))?;
        loader.take(event, span)?;
    }
    let comments = comments(text, &loader.scalars);
    Ok(Loaded { documents: loader.documents, places: loader.places, comments })
}

fn syntax(error: &saphyr_parser::ScanError) -> Diagnostic {
    let message = say!("no-yaml", line = error.marker().line(), why = error.info());
    Diagnostic::new(Code::Syntax, message).help(say!("no-yaml-help"))
}

/// A list or object that is being read.
struct Open {
    value: Json,
    /// The key that waits for its value.
    key: Option<String>,
    /// The keys that it has.
    keys: BTreeSet<String>,
    anchor: usize,
    pointer: String,
}

#[derive(Default)]
struct Loader {
    documents: Vec<Json>,
    places: Vec<(String, usize)>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, (Json, Size)>,
    /// Where scalars stand, in characters, and their quotation mark. The end may lie behind what follows it.
    scalars: Vec<(Range<usize>, Option<char>)>,
    spent: Size,
}

/// How much values take.
#[derive(Debug, Default, Clone, Copy)]
struct Size {
    values: usize,
    bytes: usize,
}

impl Size {
    fn of(value: &Json) -> Self {
        match value {
            Json::Null | Json::Bool(_) => Self { values: 1, bytes: 0 },
            Json::Number(text) | Json::Text(text) => Self { values: 1, bytes: text.len() },
            Json::List(values) => values.iter().map(Self::of).fold(Self { values: 1, bytes: 0 }, Self::and),
            Json::Object(fields) => {
                let of = |(key, value): &(String, Json)| Self::of(value).and(Self { values: 0, bytes: key.len() });
                fields.iter().map(of).fold(Self { values: 1, bytes: 0 }, Self::and)
            }
        }
    }

    fn and(self, other: Self) -> Self {
        Self { values: self.values.saturating_add(other.values), bytes: self.bytes.saturating_add(other.bytes) }
    }
}

impl Loader {
    fn take(&mut self, event: Event, span: Span) -> Result<(), Diagnostic> {
        let line = span.start.line();
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => Ok(()),
            Event::Alias(anchor) => {
                let (value, size) = self.anchors.get(&anchor).cloned().unwrap_or((Json::Null, Size::default()));
                self.spend(size)?;
                self.put(value, line, false)
            }
            Event::Scalar(text, style, anchor, tag) => {
                let quote = match style {
                    ScalarStyle::SingleQuoted => Some('\''),
                    ScalarStyle::DoubleQuoted => Some('"'),
                    ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => None,
                };
                self.scalars.push((span.start.index()..span.end.index(), quote));
                let is_text = tag.is_some_and(|tag| tag.suffix == "str");
                let value = match style {
                    ScalarStyle::Plain if !is_text => plain(&text),
                    // The line break at the end of a block only ends it.
                    ScalarStyle::Literal | ScalarStyle::Folded => Json::text(text.trim_end_matches('\n')),
                    ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Json::Text(text.into_owned()),
                };
                let size = Size::of(&value);
                self.spend(size)?;
                if anchor > 0 {
                    self.anchors.insert(anchor, (value.clone(), size));
                }
                self.put(value, line, true)
            }
            Event::SequenceStart(anchor, _) => self.begin(Json::List(Vec::new()), anchor, line),
            Event::MappingStart(anchor, _) => self.begin(Json::Object(Vec::new()), anchor, line),
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(open) = self.open.pop() else { return Ok(()) };
                let value = merged(open.value);
                if open.anchor > 0 {
                    self.anchors.insert(open.anchor, (value.clone(), Size::of(&value)));
                }
                self.put(value, line, false)
            }
        }
    }

    fn spend(&mut self, size: Size) -> Result<(), Diagnostic> {
        self.spent = self.spent.and(size);
        if self.spent.values <= VALUES && self.spent.bytes <= BYTES {
            return Ok(());
        }
        let message = say!("yaml-too-many", most = VALUES, mib = BYTES >> 20);
        Err(Diagnostic::new(Code::TooMany, message).help(say!("yaml-too-many-help")))
    }

    /// Opens a list or an object.
    fn begin(&mut self, value: Json, anchor: usize, line: usize) -> Result<(), Diagnostic> {
        if self.open.len() >= limits::DEPTH {
            let message = say!("yaml-too-deep", most = limits::DEPTH);
            return Err(Diagnostic::new(Code::TooDeep, message));
        }
        self.spend(Size { values: 1, bytes: 0 })?;
        let pointer = self.pointer();
        self.note(&pointer, line);
        self.open.push(Open { value, key: None, keys: BTreeSet::new(), anchor, pointer });
        Ok(())
    }

    /// The pointer of the value that comes next.
    fn pointer(&self) -> String {
        match self.open.last() {
            None => String::new(),
            Some(Open { value: Json::List(values), pointer, .. }) => format!("{pointer}/{}", values.len()),
            Some(Open { key, pointer, .. }) => {
                let key = key.as_deref().unwrap_or_default().replace('~', "~0").replace('/', "~1");
                format!("{pointer}/{key}")
            }
        }
    }

    fn note(&mut self, pointer: &str, line: usize) {
        if self.documents.is_empty() {
            self.places.push((pointer.to_owned(), line));
        }
    }

    /// Puts a value where it belongs; `new` when it was not noted yet.
    fn put(&mut self, value: Json, line: usize, new: bool) -> Result<(), Diagnostic> {
        let is_key = matches!(self.open.last(), Some(Open { value: Json::Object(_), key: None, .. }));
        if is_key {
            let key = match value {
                Json::Text(text) | Json::Number(text) => text,
                Json::Bool(is) => is.to_string(),
                Json::Null => "null".to_owned(),
                Json::List(_) | Json::Object(_) => value.line(),
            };
            self.open.last_mut().into_iter().for_each(|open| open.key = Some(key.clone()));
            return Ok(());
        }
        if new {
            let pointer = self.pointer();
            self.note(&pointer, line);
        }
        match self.open.last_mut() {
            None => self.documents.push(value),
            Some(Open { value: Json::List(values), .. }) => values.push(value),
            Some(Open { value: Json::Object(fields), key, keys, .. }) => {
                let key = key.take().unwrap_or_default();
                if key != "<<" && !keys.insert(key.clone()) {
                    let message = say!("yaml-twice", line = line, name = key);
                    return Err(Diagnostic::new(Code::Syntax, message).help(say!("yaml-twice-help")));
                }
                fields.push((key, value));
            }
            Some(Open { value: Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_), .. }) => {}
        }
        Ok(())
    }
}

/// An object with the fields that `<<` takes in; its own count first.
fn merged(value: Json) -> Json {
    let Json::Object(fields) = value else { return value };
    let (merges, mut own): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(key, _)| key == "<<");
    if merges.is_empty() {
        return Json::Object(own);
    }
    let mut known: BTreeSet<String> = own.iter().map(|(key, _)| key.clone()).collect();
    let more = merges.into_iter().flat_map(|(_, value)| match value {
        Json::List(values) => values,
        other => vec![other],
    });
    for (key, value) in more.flat_map(|value| if let Json::Object(fields) = value { fields } else { Vec::new() }) {
        if known.insert(key.clone()) {
            own.push((key, value));
        }
    }
    Json::Object(own)
}

/// What a plain scalar is (the core schema): null, true, false, a number or a text.
fn plain(text: &str) -> Json {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Json::Null,
        "true" | "True" | "TRUE" => return Json::Bool(true),
        "false" | "False" | "FALSE" => return Json::Bool(false),
        _ => {}
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number =
        digits.starts_with(|c: char| c.is_ascii_digit()) && digits.bytes().all(|b| b.is_ascii_digit() || b"eE.+-".contains(&b));
    match text.parse::<f64>() {
        Ok(number) if is_number && number.is_finite() => Json::number(number + 0.0),
        Ok(_) | Err(_) => Json::Text(text.to_owned()),
    }
}

/// The comments of a text: behind each `#` at the start of a line or behind white space, outside of scalars.
fn comments(text: &str, scalars: &[(Range<usize>, Option<char>)]) -> Vec<(usize, String)> {
    let (mut found, mut line, mut before, mut scalar) = (Vec::new(), 1, '\n', 0);
    let (mut open, mut quoted) = (None::<String>, None::<(char, bool)>);
    for (at, character) in text.chars().enumerate() {
        while scalars.get(scalar).is_some_and(|(range, _)| range.end <= at) {
            scalar += 1;
        }
        let inside = scalars.get(scalar).filter(|(range, _)| range.contains(&at));
        match (&mut quoted, inside) {
            (Some((_, escaped @ true)), _) => *escaped = false,
            (Some((quote, escaped)), _) if *quote == '"' && character == '\\' => *escaped = true,
            (Some((quote, _)), _) if *quote == character => quoted = None,
            // A doubled quotation mark opens the same text again.
            (None, Some((_, Some(quote)))) if *quote == character && open.is_none() => quoted = Some((*quote, false)),
            (Some(_) | None, _) => {}
        }
        let is_text = quoted.is_some() || inside.is_some_and(|(_, quote)| quote.is_none());
        match (&mut open, character) {
            (_, '\n') => {
                found.extend(open.take().map(|said| (line, said)));
                line += 1;
            }
            (Some(said), _) => said.push(character),
            (None, '#') if before.is_whitespace() && !is_text => open = Some(String::new()),
            (None, _) => {}
        }
        before = character;
    }
    found.extend(open.map(|said| (line, said)));
    let trimmed = found.into_iter().map(|(line, said)| (line, said.trim_matches(['#', ' ', '\t', '\r']).to_owned()));
    trimmed.filter(|(_, said)| !said.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> String {
        load(text)
            .unwrap_or_else(|problem| panic!("{text}\n{problem:?}"))
            .documents
            .iter()
            .map(Json::line)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn scalars_are_what_the_core_schema_says() {
        for (text, json) in [
            ("[1, -2, +3, 1.5, 1e2]", "[1, -2, 3, 1.5, 100]"),
            ("[~, null, true, False, yes, no]", r#"[null, null, true, false, "yes", "no"]"#),
            ("[2026-11-07, 10:30, '5', 2B, 1-2, .inf]", r#"["2026-11-07", "10:30", "5", "2B", "1-2", ".inf"]"#),
            ("a: |\n  x\n  y\nb: >\n  x\n  y\n", r#"{ "a": "x\ny", "b": "x y" }"#),
            ("base: &b {a: 1, c: 2}\nown: {<<: *b, c: 3}", r#"{ "base": { "a": 1, "c": 2 }, "own": { "c": 3, "a": 1 } }"#),
            ("a: 1\n---\nb: 2", r#"{ "a": 1 } { "b": 2 }"#),
            ("!!str 5", r#""5""#),
        ] {
            assert_eq!(line(text), json, "{text}");
        }
    }

    #[test]
    fn comments_are_found_outside_of_texts() {
        let text = "# één\na: 'x # y' # twee\nb: x#y\nc: |\n  # text\n  more\n#\nd: 1\n# three";
        let said: Vec<_> = load(text).unwrap().comments;
        assert_eq!(said, [(1, "één".to_owned()), (2, "twee".into()), (9, "three".into())]);
    }

    #[test]
    fn every_value_has_its_line() {
        let places = load("a:\n  - b: 1\n    c: [x,\n      y]\n").unwrap().places;
        for (pointer, line) in [("/a/0", 2), ("/a/0/b", 2), ("/a/0/c/1", 4)] {
            assert!(places.contains(&(pointer.to_owned(), line)), "{places:?}");
        }
        assert!(load("a: 1\na: 2").is_err());
    }
}
