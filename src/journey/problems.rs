//! Collecting the problems of a document: all of them, up to a limit, in the order of the text.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::value::RawValue;

use super::limits;
use super::raw::{Index, Member, Node};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::tongue::{Phrase, say};

/// The problems found so far.
pub(crate) struct Problems<'t> {
    text: &'t str,
    found: Vec<(Range<usize>, Diagnostic)>,
    total: usize,
    /// Names that are wrong wherever they stand: which of the problems says so, if it is listed, and how often it comes again.
    again: BTreeMap<String, (Option<usize>, usize, Phrase)>,
}

/// What to say of a problem in English alone: the message and the remedy.
pub(crate) type Words = (String, String);

fn plain((message, help): Words) -> (Phrase, Phrase) {
    (message.into(), help.into())
}

impl<'t> Problems<'t> {
    /// None yet. Every node that is reported must be a slice of `text`.
    pub fn of(text: &'t str) -> Self {
        Self { text, found: Vec::new(), total: 0, again: BTreeMap::new() }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.total
    }

    /// Reports a value. The words are only made while the problem will be listed.
    pub fn at(&mut self, node: &Node<'t>, code: Code, words: impl FnOnce() -> Words) {
        self.add(node.raw, code, || (node.pointer.clone(), plain(words())));
    }

    /// Reports a field by its name.
    pub fn at_name(&mut self, object: &Node<'t>, member: &Member<'t>, code: Code, words: impl FnOnce() -> Words) {
        self.add(member.raw_name, code, || (object.pointer_to(member), plain(words())));
    }

    /// Reports a value in words that stand in the table of texts.
    pub fn tell(&mut self, node: &Node<'t>, code: Code, phrases: impl FnOnce() -> (Phrase, Phrase)) {
        self.add(node.raw, code, || (node.pointer.clone(), phrases()));
    }

    /// The same of a field by its name.
    pub fn tell_of_name(
        &mut self,
        object: &Node<'t>,
        member: &Member<'t>,
        code: Code,
        phrases: impl FnOnce() -> (Phrase, Phrase),
    ) {
        self.add(member.raw_name, code, || (object.pointer_to(member), phrases()));
    }

    /// The same of a name that is wrong wherever it stands: it is said once, with how often.
    pub fn tell_once(
        &mut self,
        object: &Node<'t>,
        member: &Member<'t>,
        (code, name): (Code, &str),
        phrases: impl FnOnce() -> (Phrase, Phrase),
    ) {
        if let Some((_, count, _)) = self.again.get_mut(name) {
            *count += 1;
            return;
        }
        let listed = (self.found.len() < limits::PROBLEMS).then_some(self.found.len());
        let (message, help) = phrases();
        self.again.insert(name.to_owned(), (listed, 0, message.clone()));
        self.tell_of_name(object, member, code, || (message, help));
    }

    fn add(&mut self, raw: &'t str, code: Code, say: impl FnOnce() -> (String, (Phrase, Phrase))) {
        self.total += 1;
        if self.found.len() < limits::PROBLEMS {
            let (pointer, (message, help)) = say();
            self.found.push((place(self.text, raw), Diagnostic::new(code, message).help(help).at(pointer)));
        }
    }

    /// The problems in the order of the text, with lines and columns.
    pub fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        for (index, count, said) in self.again.into_values().filter(|(_, count, _)| *count > 0) {
            if let Some((_, diagnostic)) = index.and_then(|index| self.found.get_mut(index)) {
                let renewed = Diagnostic::new(diagnostic.code, say!("and-elsewhere", said = said, count = count));
                diagnostic.message = renewed.message;
                if let (Some(own), Some(words)) = (&mut diagnostic.words, renewed.words) {
                    own.message = words.message;
                }
            }
        }
        self.found.sort_by_key(|(bytes, _)| bytes.start);
        let unlisted = self.total - self.found.len();
        let mut cursor = Cursor::at_start(self.text);
        let mut diagnostics: Vec<_> =
            self.found.into_iter().map(|(bytes, diagnostic)| diagnostic.span(cursor.span(bytes))).collect();
        if unlisted > 0 {
            let more = Diagnostic::new(Code::MoreProblems, say!("more-problems", count = unlisted));
            diagnostics.push(more.help(say!("more-problems-help")));
        }
        diagnostics
    }
}

/// Where a slice of the text is. Of a list or object only the opening bracket, which is enough to see what is meant.
fn place(text: &str, raw: &str) -> Range<usize> {
    let start = raw.as_ptr() as usize - text.as_ptr() as usize;
    let whole = !raw.starts_with(['[', '{']);
    start..start + if whole { raw.len() } else { 1 }
}

/// The places of the values at pointers in a document, or of the nearest around them that are written there: an id or lane may
/// follow from something else. Each with the pointer at which it stands there. The document is gone through once for all of them.
pub(crate) fn locate<'p>(text: &str, document: &RawValue, pointers: impl IntoIterator<Item = &'p str>) -> Vec<(String, Span)> {
    let mut index = Index::default();
    let nodes: Vec<Node> = pointers.into_iter().map(|pointer| index.find(Node::root(document), pointer)).collect();
    let mut places: Vec<(usize, Range<usize>)> = nodes.iter().map(|node| place(text, node.raw)).enumerate().collect();
    places.sort_by_key(|(_, bytes)| bytes.start);
    let mut cursor = Cursor::at_start(text);
    let mut spans: Vec<(usize, Span)> = places.into_iter().map(|(nth, bytes)| (nth, cursor.span(bytes))).collect();
    spans.sort_by_key(|(nth, _)| *nth);
    nodes.into_iter().zip(spans).map(|(node, (_, span))| (node.pointer, span)).collect()
}

/// Diagnostics of a text that stands behind so many bytes of its file, in the order of the text and with lines and columns.
pub(crate) fn located(text: &str, mark: usize, mut found: Vec<(Range<usize>, Diagnostic)>) -> Vec<Diagnostic> {
    found.sort_by_key(|(bytes, _)| bytes.start);
    let mut cursor = Cursor::at_start(text);
    let located = found.into_iter().map(|(bytes, diagnostic)| {
        let mut span = cursor.span(bytes);
        span.bytes = span.bytes.start + mark..span.bytes.end + mark;
        diagnostic.span(span)
    });
    located.collect()
}

/// A place that only moves forward through the text, counting lines and columns as it goes: one pass for any number of
/// problems.
pub(crate) struct Cursor<'t> {
    text: &'t str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'t> Cursor<'t> {
    /// Before the first character; a byte order mark is no character of the first line.
    pub fn at_start(text: &'t str) -> Self {
        let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, offset, line: 1, column: 1 }
    }

    /// The span of these bytes, which must not begin before those of the last call.
    pub fn span(&mut self, bytes: Range<usize>) -> Span {
        for c in self.text.get(self.offset..bytes.start).unwrap_or_default().chars() {
            (self.line, self.column) = if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        self.offset = self.offset.max(bytes.start);
        Span { bytes, line: self.line, column: self.column }
    }
}
