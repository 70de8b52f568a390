//! Paragraphs that begin with a label: in bold or italics, `**Actions:** Looks`, or one that others begin with too, `Actions: Looks`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, NAME_CHARS};

/// What begins a line of a paragraph in bold or italics: where in the text of all, and in that of the paragraph.
pub(super) struct Label {
    pub from: usize,
    pub starts: usize,
    pub ends: Option<usize>,
}

/// A paragraph with its labels, each with where it begins, and with what stands behind it.
pub(super) struct Labelled {
    /// All that the paragraph says.
    pub text: String,
    parts: Vec<(usize, String, Vec<String>)>,
}

impl Labelled {
    /// A paragraph that begins with a label; none where what is in bold is part of a sentence.
    pub(super) fn of(text: &str, labels: &[Label]) -> Option<Self> {
        labels.first().filter(|first| first.starts == 0)?;
        let ends: Vec<usize> = labels.iter().skip(1).map(|label| label.starts).chain([text.len()]).collect();
        let part = |(label, end): (&Label, usize)| {
            let (bold, behind) = (text.get(label.starts..label.ends?)?, text.get(label.ends?..end)?);
            let apart = bold.trim_end().ends_with([':', '：', '?', '？'])
                || behind.trim().is_empty()
                || behind.starts_with([':', '：', '\r', '\n']);
            let name = bold.trim().trim_end_matches([':', '：']).trim();
            let is_name = !name.is_empty() && !name.contains('\n') && name.chars().count() <= NAME_CHARS;
            (apart && is_name).then(|| (label.from, name.to_owned(), lines(behind.trim_start_matches([':', '：']))))
        };
        let parts: Option<Vec<_>> = labels.iter().zip(ends).map(part).collect();
        Some(Self { text: text.to_owned(), parts: parts? })
    }

    /// Whether nothing stands behind the last label.
    pub(super) fn is_open(&self) -> bool {
        self.parts.last().is_some_and(|(.., said)| said.is_empty())
    }

    /// The labels with what is said of each, of the last by what stands beneath; none where nothing is said at all, as of a heading.
    pub(super) fn named(&self, beneath: Option<Vec<String>>) -> Option<Vec<(usize, String, String)>> {
        let last = self.parts.len() - 1;
        let beneath = beneath.unwrap_or_default();
        let part = |(nth, (from, name, said)): (usize, &(usize, String, Vec<String>))| {
            let more = if nth == last { beneath.as_slice() } else { &[] };
            (*from, name.clone(), [said.as_slice(), more].concat().join("\n"))
        };
        let parts: Vec<_> = self.parts.iter().enumerate().map(part).collect();
        parts.iter().any(|(.., said)| !said.is_empty()).then_some(parts)
    }
}

/// Finds the paragraphs whose labels have no looks of their own, but come back in others.
pub(super) fn find(blocks: &mut [(usize, Block)]) {
    let mut owners = BTreeMap::<String, usize>::new();
    for (_, block) in blocks.iter() {
        let Block::Lines(text) = block else { continue };
        let own: BTreeSet<&str> = text.lines().filter_map(plain).map(|(name, _)| name).collect();
        for name in own {
            *owners.entry(name.to_owned()).or_default() += 1;
        }
    }
    for (from, block) in blocks {
        let Block::Lines(text) = block else { continue };
        let label = |line| plain(line).filter(|(name, _)| owners.get(*name).is_some_and(|count| *count > 1));
        let (mut parts, mut at) = (Vec::<(usize, String, String)>::new(), *from);
        for line in text.split_inclusive('\n') {
            match (label(line), parts.last_mut()) {
                (Some((name, said)), _) => parts.push((at, name.to_owned(), said.to_owned())),
                (None, Some((.., said))) => said.push_str(line),
                (None, None) => break,
            }
            at += line.len();
        }
        if !parts.is_empty() {
            let parts = parts.into_iter().map(|(from, name, said)| (from, name, lines(&said))).collect();
            *block = Block::Labelled(Labelled { text: std::mem::take(text), parts });
        }
    }
}

/// The label that a line begins with, and what stands behind it. An address has a colon too.
fn plain(line: &str) -> Option<(&str, &str)> {
    const WORDS: usize = 4;
    let (name, said) = line.split_once(':')?;
    let apart = said.is_empty() || said.starts_with(char::is_whitespace);
    (apart && !name.trim().is_empty() && name.split_whitespace().count() <= WORDS).then(|| (name.trim(), said))
}

/// The lines of a paragraph that were broken on purpose. What is only wrapped goes on.
pub(super) fn lines(text: &str) -> Vec<String> {
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.split("\r\n").map(line).filter(|line| !line.is_empty()).collect()
}
