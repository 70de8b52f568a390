//! Lists and paragraphs under headings in a text of Markdown without tables, as wikis have them: what stands before a colon, in bold at the start of a
//! paragraph or in several of them, or is a heading below the others, is the name of what stands behind or beneath it. Each is a row of two cells, so that together they are
//! a table of two columns.
//!
//! ```text
//! ## Search                 ## Search             ## Search
//! - **Actions:** Looks      ### Actions           **Actions:** Looks          Actions    Looks
//! - **Thoughts:**           Looks                                       ──▶   Thoughts   Why so many?
//!   - Why so many?          ### Thoughts          **Thoughts**                           Which one?
//!   - Which one?            - Why so many?        - Why so many?
//!                           - Which one?          - Which one?
//! ```

mod labels;

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{Said, parser};
use labels::{Label, Labelled};

/// A part of a text, with where it begins.
#[derive(Debug, PartialEq)]
pub(super) struct Part {
    pub from: usize,
    pub holds: Holds,
}

/// What a part of a text is.
#[derive(Debug, PartialEq)]
pub(super) enum Holds {
    /// What stands at the head, as YAML.
    Facts(String),
    /// Lines that stand alone.
    Lines(String),
    /// A name with what is said of it.
    Named(String, String),
}

/// A name is seldom longer.
const NAME_CHARS: usize = 60;

/// What a text is made of.
enum Block {
    Facts(String),
    Heading(HeadingLevel, String),
    Lines(String),
    /// The items of a list, each with its own text and those of the items within it.
    List(Vec<Item>),
    /// A paragraph that begins with a label.
    Labelled(Labelled),
}

/// An item of a list: where it begins, its own text and those of the items within it.
type Item = (usize, String, Vec<String>);

/// The parts of a text whose lists and paragraphs are named; none where too few are for that to be how it is written.
pub(super) fn parts(text: &str) -> Option<Vec<Part>> {
    const FEWEST: usize = 4;
    let mut blocks = blocks(text);
    labels::find(&mut blocks);
    let highest = highest(&blocks);
    // Before the first of the headings that come again stand facts, each a line of its own.
    let begins = |(_, block): &(usize, Block)| matches!(block, Block::Heading(level, _) if Some(*level) == highest);
    let first = blocks.iter().position(begins).unwrap_or_default();
    let (mut parts, mut nth) = (Vec::new(), 0);
    while let Some((from, block)) = blocks.get(nth) {
        let behind = blocks.get(nth + 1..).unwrap_or_default();
        let lines = |text: &str| Part { from: *from, holds: Holds::Lines(text.to_owned()) };
        let named = |from: usize, (name, said): (String, String)| {
            let holds = if nth < first { Holds::Lines(format!("{name}: {said}")) } else { Holds::Named(name, said) };
            Part { from, holds }
        };
        let mut taken = 1;
        match block {
            Block::Facts(text) => parts.push(Part { from: *from, holds: Holds::Facts(text.clone()) }),
            Block::Heading(level, title) if highest.is_some_and(|highest| *level > highest) && is_told(behind.first()) => {
                let told = behind.iter().map_while(|(_, block)| told(block));
                let told: Vec<Vec<String>> = told.collect();
                taken += told.len();
                parts.push(named(*from, (title.clone(), told.concat().join("\n"))));
            }
            Block::Heading(_, text) | Block::Lines(text) => parts.push(lines(text)),
            Block::List(items) => match items.iter().map(name_of).collect::<Option<Vec<_>>>() {
                Some(all) => parts.extend(all.into_iter().map(|(from, name, said)| named(from, (name, said)))),
                None => parts.extend(texts(items).iter().map(|text| lines(text))),
            },
            Block::Labelled(labelled) => {
                // What is named by the last label may stand beneath it, unless that has names itself.
                let list = behind.first().and_then(|(_, block)| if let Block::List(items) = block { Some(items) } else { None });
                let list = list.filter(|items| labelled.is_open() && items.iter().any(|item| name_of(item).is_none()));
                taken += usize::from(list.is_some());
                match labelled.named(list.map(|items| texts(items))) {
                    Some(all) => parts.extend(all.into_iter().map(|(from, name, said)| named(from, (name, said)))),
                    None => parts.push(lines(&labelled.text)),
                }
            }
        }
        nth += taken;
    }
    let named = parts.iter().filter(|part| matches!(part.holds, Holds::Named(..))).count();
    (named >= FEWEST).then_some(parts)
}

/// Whether what stands beneath a heading may be what that names.
fn is_told(block: Option<&(usize, Block)>) -> bool {
    block.is_some_and(|(_, block)| told(block).is_some())
}

/// The texts of a list or a paragraph.
fn told(block: &Block) -> Option<Vec<String>> {
    match block {
        Block::List(items) => Some(texts(items)),
        Block::Lines(text) => Some(labels::lines(text)),
        Block::Facts(_) | Block::Heading(..) | Block::Labelled(_) => None,
    }
}

/// The texts of items, and of those within them.
fn texts(items: &[Item]) -> Vec<String> {
    items.iter().flat_map(|(_, own, inner)| std::iter::once(own).chain(inner)).cloned().collect()
}

/// The highest level of which there are several headings. One below it is the name of the list right beneath it.
fn highest(blocks: &[(usize, Block)]) -> Option<HeadingLevel> {
    let (mut known, mut several) = (BTreeSet::new(), BTreeSet::new());
    for (_, block) in blocks {
        if let Block::Heading(level, _) = block
            && !known.insert(*level)
        {
            several.insert(*level);
        }
    }
    several.first().copied()
}

/// The name that an item is, with what is said of it.
fn name_of((from, own, inner): &Item) -> Option<(usize, String, String)> {
    let (name, said) = match own.split_once(':') {
        // An address has a colon too.
        Some((name, said)) if said.is_empty() || said.starts_with(char::is_whitespace) => (name, said.trim()),
        None if !inner.is_empty() => (own.as_str(), ""),
        Some(_) | None => return None,
    };
    let (name, one) = (name.trim(), !name.contains('\n'));
    let said = std::iter::once(said).filter(|said| !said.is_empty()).chain(inner.iter().map(String::as_str)).collect::<Vec<_>>();
    let is_name = one && !name.is_empty() && name.chars().count() <= NAME_CHARS;
    is_name.then(|| (*from, name.to_owned(), said.join("\n")))
}

/// The headings, paragraphs and lists of a text.
fn blocks(text: &str) -> Vec<(usize, Block)> {
    let (mut blocks, mut said, mut heading, mut depth, mut from) = (Vec::new(), Said::default(), None, 0_usize, 0);
    let mut bold: Vec<Label> = Vec::new();
    for (event, range) in parser(text).into_offset_iter() {
        if said.text.is_empty() {
            from = range.start;
        }
        let ends = matches!(
            event,
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::List(_) | Tag::CodeBlock(_) | Tag::HtmlBlock)
                | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock)
        );
        if ends && !said.text.trim().is_empty() {
            let text = said.take().trim().to_owned();
            let bold = std::mem::take(&mut bold);
            match (heading.take(), depth, blocks.last_mut()) {
                (Some(level), ..) => blocks.push((from, Block::Heading(level, text))),
                // A second paragraph of an item goes on with it.
                (None, 1, Some((_, Block::List(items)))) => match items.last_mut() {
                    Some((_, own, inner)) if own.is_empty() && inner.is_empty() => *own = text,
                    Some((.., inner)) => inner.push(text),
                    None => {}
                },
                (None, 2.., Some((_, Block::List(items)))) => {
                    items.last_mut().into_iter().for_each(|(.., inner)| inner.push(text.clone()));
                }
                (None, ..) => {
                    blocks.push((from, Labelled::of(&text, &bold).map_or_else(|| Block::Lines(text.clone()), Block::Labelled)));
                }
            }
        }
        match event {
            // What begins a line of a paragraph in bold or italics may be the name of what stands behind it.
            Event::Start(Tag::Strong | Tag::Emphasis)
                if depth == 0
                    && (said.text.is_empty() || said.text.ends_with('\n'))
                    && bold.last().is_none_or(|label| label.starts < said.text.len()) =>
            {
                bold.push(Label { from: range.start, starts: said.text.len(), ends: None });
            }
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => {
                let end = said.text.len();
                bold.last_mut().into_iter().for_each(|label| label.ends = label.ends.or(Some(end)));
            }
            // A line that was broken on purpose is one of its own.
            Event::HardBreak if depth == 0 => said.text.push_str("\r\n"),
            Event::End(TagEnd::MetadataBlock(_)) => blocks.push((from, Block::Facts(said.take()))),
            Event::Start(Tag::Heading { level, .. }) => heading = Some(level),
            Event::Start(Tag::List(_)) => {
                depth += 1;
                if depth == 1 {
                    blocks.push((range.start, Block::List(Vec::new())));
                }
            }
            Event::End(TagEnd::List(_)) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Item) if depth == 1 => {
                if let Some((_, Block::List(items))) = blocks.last_mut() {
                    items.push((range.start, String::new(), Vec::new()));
                }
            }
            event => said.hear(event),
        }
    }
    if !said.text.trim().is_empty() {
        blocks.push((from, Block::Lines(said.text.trim().to_owned())));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(text: &str) -> Vec<String> {
        let shown = |part: &Part| match &part.holds {
            Holds::Facts(text) => format!("facts {}", text.trim()),
            Holds::Lines(text) => text.clone(),
            Holds::Named(name, said) => format!("{name}: {}", said.replace('\n', "+")),
        };
        parts(text).map_or_else(Vec::new, |parts| parts.iter().map(shown).collect())
    }

    #[test]
    fn names_stand_before_a_colon_or_are_headings_of_a_lower_level() {
        let expected =
            ["Bike", "Search", "Actions: Looks", "Thoughts: Why so many?+Which one?", "Buy", "Actions: Pays", "Thoughts: Dear"];
        for text in [
            "# Bike\n\n## Search\n\n- **Actions:** Looks\n- **Thoughts:**\n  - Why so many?\n  - Which one?\n\n## Buy\n* Actions: Pays\n* Thoughts: Dear\n",
            "# Bike\n## Search\n### Actions\n- Looks\n### Thoughts\n- Why so many?\n- Which one?\n## Buy\n### Actions\n- Pays\n### Thoughts\n- Dear",
            "Bike\n\n# Search\n- Actions: Looks\n- Thoughts\n  1. Why so many?\n  2. Which one?\n\n# Buy\n- __Actions__: Pays\n- *Thoughts*: Dear",
        ] {
            assert_eq!(short(text), expected, "{text}");
        }
        for text in [
            "# Bike\n\n## Search\n\n**Actions:** Looks\n\n**Thoughts:** Why so many?\\\nWhich one?\n\n## Buy\n\n**Actions**: Pays\n\n**Thoughts**\nDear\n",
            "# Bike\n## Search\n**Actions:** Looks\n**Thoughts:**\n- Why so many?\n- Which one?\n\n## Buy\n**Actions:** Pays  \n**Thoughts:** Dear",
            "# Bike\n## Search\n*Actions:* Looks\n\n***Thoughts:*** Why so many?\\\nWhich one?\n## Buy\n_Actions_: Pays\n\n_Thoughts_: Dear",
            "# Bike\n## Search\nActions: Looks\nThoughts: Why so many?\\\nWhich one?\n## Buy\nActions: Pays\n\nThoughts: Dear",
            "# Bike\n## Search\n### Actions\nLooks\n### Thoughts\nWhy so many?\n\nWhich one?\n## Buy\n### Actions\nPays\n### Thoughts\nDear",
        ] {
            assert_eq!(short(text), expected, "{text}");
        }
        let asked = "# Bike\n## Search\n**What does he do?** Looks\n\n**What next?**\n- Asks\n\n## Buy\n**What does he do?** Pays\n\n**What next?** Rides";
        assert_eq!(short(asked)[2..4], ["What does he do?: Looks", "What next?: Asks"]);
        // What is wrapped is one text; facts at the head are lines, and so is a heading in bold.
        let wrapped = "# Bike\n\n**Author:** Sam\n\n## Search\n\n**Actions:** Looks\nand asks\n\n**Thoughts:** Which?\n\n## Buy\n\n\
                       **On the way**\n\n**Actions:** Pays\n\n**Thoughts:** Dear";
        let found = ["Bike", "Author: Sam", "Search", "Actions: Looks and asks", "Thoughts: Which?", "Buy", "On the way"];
        assert_eq!(short(wrapped)[..7], found);
        let facts = short("---\nauthor: Sam\n---\n## A\n- a: b\n- c: d\n## B\n- a: b\n- c: d");
        assert_eq!(facts[..2], ["facts author: Sam", "A"]);
        // Lists of other things are none of names.
        for text in [
            "# Shopping\n- milk\n- bread\n- eggs\n- tea\n- jam",
            "- https://a.example\n- https://b.example\n- c://d\n- e",
            "a: b\nc: d\ne: f\ng: h",
            "**Mind** the gap.\n\n**Mind** the step.\n\n**Mind** the door.\n\n**Mind** your head.",
        ] {
            assert!(parts(text).is_none(), "{text}");
        }
    }
}
