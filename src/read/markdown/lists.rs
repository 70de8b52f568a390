//! Lists under headings in a text of Markdown without tables, as wikis have them: what stands before a colon, or is a heading below the others, is
//! the name of what stands behind or beneath it. Each is a row of two cells, so that a list is a table of two columns.
//!
//! ```text
//! ## Search                      ## Search
//! - **Actions:** Looks           ### Actions
//! - **Thoughts:**                - Looks                  Actions    Looks
//!   - Why so many?               ### Thoughts      ──▶    Thoughts   Why so many?
//!   - Which one?                 - Why so many?                      Which one?
//!                                - Which one?
//! ```

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{Said, parser};

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
    List(Vec<(usize, String, Vec<String>)>),
}

/// The parts of a text whose lists are named; none where too few are for that to be how it is written.
pub(super) fn parts(text: &str) -> Option<Vec<Part>> {
    const FEWEST: usize = 4;
    let blocks = blocks(text);
    let highest = highest(&blocks);
    let names_a_list = |nth: usize| match (blocks.get(nth), blocks.get(nth + 1)) {
        (Some((_, Block::Heading(level, _))), Some((_, Block::List(_)))) => highest.is_some_and(|highest| *level > highest),
        _ => false,
    };
    let mut parts = Vec::new();
    for (nth, (from, block)) in blocks.iter().enumerate() {
        let below = nth.checked_sub(1).and_then(|above| blocks.get(above));
        let lines = |text: &str| Part { from: *from, holds: Holds::Lines(text.to_owned()) };
        match block {
            Block::Facts(text) => parts.push(Part { from: *from, holds: Holds::Facts(text.clone()) }),
            Block::Heading(..) if names_a_list(nth) => {}
            Block::Heading(_, text) | Block::Lines(text) => parts.push(lines(text)),
            Block::List(items) => {
                let named: Option<Vec<Part>> = items.iter().map(named).collect();
                let said =
                    || items.iter().flat_map(|(_, own, inner)| std::iter::once(own).chain(inner)).cloned().collect::<Vec<_>>();
                match (named, below) {
                    (_, Some((from, Block::Heading(_, title)))) if names_a_list(nth - 1) => {
                        parts.push(Part { from: *from, holds: Holds::Named(title.clone(), said().join("\n")) });
                    }
                    (Some(named), _) => parts.extend(named),
                    (None, _) => parts.extend(said().iter().map(|text| lines(text))),
                }
            }
        }
    }
    let named = parts.iter().filter(|part| matches!(part.holds, Holds::Named(..))).count();
    (named >= FEWEST).then_some(parts)
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

/// An item that is a name with what is said of it.
fn named((from, own, inner): &(usize, String, Vec<String>)) -> Option<Part> {
    let (name, said) = match own.split_once(':') {
        // An address has a colon too.
        Some((name, said)) if said.is_empty() || said.starts_with(char::is_whitespace) => (name, said.trim()),
        None if !inner.is_empty() => (own.as_str(), ""),
        Some(_) | None => return None,
    };
    let (name, one) = (name.trim(), !name.contains('\n'));
    let said = std::iter::once(said).filter(|said| !said.is_empty()).chain(inner.iter().map(String::as_str)).collect::<Vec<_>>();
    let is_name = one && !name.is_empty() && name.chars().count() <= NAME_CHARS;
    is_name.then(|| Part { from: *from, holds: Holds::Named(name.to_owned(), said.join("\n")) })
}

/// The headings, paragraphs and lists of a text.
fn blocks(text: &str) -> Vec<(usize, Block)> {
    let (mut blocks, mut said, mut heading, mut depth, mut from) = (Vec::new(), Said::default(), None, 0_usize, 0);
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
                (None, ..) => blocks.push((from, Block::Lines(text))),
            }
        }
        match event {
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
        let facts = short("---\nauthor: Sam\n---\n## A\n- a: b\n- c: d\n## B\n- a: b\n- c: d");
        assert_eq!(facts[..2], ["facts author: Sam", "A"]);
        // Lists of other things are none of names.
        for text in [
            "# Shopping\n- milk\n- bread\n- eggs\n- tea\n- jam",
            "- https://a.example\n- https://b.example\n- c://d\n- e",
            "a: b\nc: d\ne: f\ng: h",
        ] {
            assert!(parts(text).is_none(), "{text}");
        }
    }
}
