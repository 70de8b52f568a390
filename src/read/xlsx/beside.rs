//! What stands on a sheet and in no cell: comments, text boxes and shapes, pictures, titles of charts, headers and footers.

use std::collections::BTreeMap;

use super::sheet::Link;
use super::workbook::{Relation, relations};
use super::{Package, strings};
use crate::diagnostic::Diagnostic;
use crate::read::book::{At, Beside, Budget, Grid, Kind};
use crate::read::xml::{Token, Xml, within_cell};

/// Adds what the parts hold that a sheet refers to, its comments and its drawing, and where its cells lead.
///
/// # Errors
/// When a part is damaged, or holds more than the limits.
pub(super) fn read(
    package: &mut Package,
    part: &str,
    links: &[Link],
    grid: &mut Grid,
    budget: &mut Budget,
) -> Result<(), Diagnostic> {
    let related = related(package, part)?;
    for link in links {
        let outside = link.id.as_ref().and_then(|id| related.get(id)).map(|relation| relation.part.as_str()).unwrap_or_default();
        let within = link.location.as_ref().map(|location| format!("#{location}")).unwrap_or_default();
        grid.beside(Beside::new(&link.cell, &format!("{outside}{within}"), Kind::Link), budget)?;
    }
    let has_threads = related.values().any(|relation| relation.kind == "threadedComment");
    for relation in related.into_values().filter(|relation| !relation.outside) {
        match relation.kind.as_str() {
            "comments" | "threadedComment" => {
                let Some(mut xml) = package.fresh(&relation.part)? else { continue };
                comments(&mut xml, has_threads && relation.kind == "comments", grid, budget)?;
            }
            "drawing" => drawing(package, &relation.part, grid, budget)?,
            _ => {}
        }
    }
    Ok(())
}

/// What a part refers to, without what was read before.
fn related(package: &mut Package, part: &str) -> Result<BTreeMap<String, Relation>, Diagnostic> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let list = format!("{folder}/_rels/{name}.rels");
    if !package.is_fresh(&list) {
        return Ok(BTreeMap::new());
    }
    relations(package, &list, folder)
}

/// The comments of a sheet. Those that only say that there is a conversation are passed over where it is read.
fn comments(xml: &mut Xml, in_short: bool, grid: &mut Grid, budget: &mut Budget) -> Result<(), Diagnostic> {
    let mut place = String::new();
    while let Some(token) = xml.next()? {
        let Token::Start(tag) = token else { continue };
        match tag.local() {
            "comment" | "threadedComment" => place = tag.attribute("ref").unwrap_or_default().into_owned(),
            "text" => {
                let text = told(xml, "text", &["t", "text"])?;
                if !(in_short && text.starts_with("[Threaded comment]")) {
                    grid.beside(Beside::new(&place, &text, Kind::Comment), budget)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// The texts in an element whose start was read: those in elements with one of these names, or directly in it. Paragraphs are lines.
fn told(xml: &mut Xml, element: &str, names: &[&str]) -> Result<String, Diagnostic> {
    let (mut text, mut open) = (String::new(), vec![element.to_owned()]);
    while let (Some(token), false) = (xml.next()?, open.is_empty()) {
        match token {
            Token::Start(tag) => {
                if tag.local() == "p" && !text.is_empty() && !text.ends_with('\n') || tag.local() == "br" {
                    text.push('\n');
                }
                open.push(tag.local().to_owned());
            }
            Token::End(_) => {
                open.pop();
                if open.is_empty() {
                    break;
                }
            }
            Token::Text(part) => {
                if open.last().is_some_and(|name| names.contains(&name.as_str())) {
                    text.push_str(&part);
                }
            }
        }
        within_cell(text.len())?;
    }
    Ok(strings::unescaped(text.trim()))
}

/// What a drawing shows, each at the cell that it begins in.
fn drawing(package: &mut Package, part: &str, grid: &mut Grid, budget: &mut Budget) -> Result<(), Diagnostic> {
    let related = related(package, part)?;
    let Some(mut xml) = package.fresh(part)? else { return Ok(()) };
    let (mut at, mut from, mut place, mut placed) = (At { row: 0, column: 0 }, false, String::new(), Vec::new());
    let mut named = String::new();
    while let Some(token) = xml.next()? {
        let tag = match token {
            Token::Start(tag) => tag,
            Token::End(end) => {
                if end.local_name().into_inner() == "from" {
                    (from, place) = (false, at.to_string());
                }
                continue;
            }
            Token::Text(_) => continue,
        };
        match tag.local() {
            "from" => from = true,
            "absoluteAnchor" => place.clear(),
            "col" if from => at.column = xml.text()?.trim().parse().unwrap_or(0),
            "row" if from => at.row = xml.text()?.trim().parse().unwrap_or(0),
            "cNvPr" => {
                let said =
                    ["descr", "title", "name"].iter().find_map(|name| tag.attribute(name).filter(|said| !said.trim().is_empty()));
                named = said.unwrap_or_default().into_owned();
            }
            "txBody" => {
                let text = told(&mut xml, "txBody", &["t"])?;
                grid.beside(Beside::new(&place, &text, Kind::Shape), budget)?;
            }
            "blip" => grid.beside(Beside::new(&place, &named, Kind::Picture), budget)?,
            "chart" | "relIds" => placed.push(place.clone()),
            _ => {}
        }
    }
    drop(xml);
    let place = placed.first().cloned().unwrap_or_default();
    for relation in related.values().filter(|relation| ["chart", "chartEx", "diagramData"].contains(&relation.kind.as_str())) {
        let Some(mut xml) = package.fresh(&relation.part)? else { continue };
        let is_chart = relation.kind != "diagramData";
        charts(&mut xml, if placed.len() == 1 { &place } else { "" }, is_chart, grid, budget)?;
    }
    Ok(())
}

/// The titles of a chart and of its axes, and the names of its series, as they are typed; of a diagram all its texts.
fn charts(xml: &mut Xml, place: &str, is_chart: bool, grid: &mut Grid, budget: &mut Budget) -> Result<(), Diagnostic> {
    let mut named = false;
    while let Some(token) = xml.next()? {
        let Token::Start(tag) = token else { continue };
        // The name of a series is typed right within its element, else it is that of a cell.
        let series = std::mem::replace(&mut named, tag.local() == "tx");
        // A title that is taken from a cell is cached as `v`, and stands there anyhow.
        let (element, kind) = match tag.local() {
            "title" if is_chart => (tag.local().to_owned(), Kind::Chart),
            "v" if is_chart && series => (tag.local().to_owned(), Kind::Chart),
            "t" if !is_chart => (tag.local().to_owned(), Kind::Shape),
            _ => continue,
        };
        let text = told(xml, &element, &[if series { "v" } else { "t" }])?;
        grid.beside(Beside::new(place, &text, kind), budget)?;
    }
    Ok(())
}

/// The text of a header or footer without its codes (ECMA-376, 18.3.1.46). A section with the number of a page says nothing more in a word.
pub(super) fn plain(codes: &str) -> String {
    let mut sections = vec![(String::new(), false)];
    let mut rest = codes.chars().peekable();
    while let Some(character) = rest.next() {
        let Some((text, numbered)) = sections.last_mut() else { break };
        if character != '&' {
            text.push(character);
            continue;
        }
        match rest.next() {
            Some('&') => text.push('&'),
            Some('L' | 'C' | 'R') => sections.push((String::new(), false)),
            Some('P' | 'N') => *numbered = true,
            Some('"') => while rest.next().is_some_and(|next| next != '"') {},
            Some('K') => {
                rest.nth(5);
            }
            Some(digit) if digit.is_ascii_digit() => while rest.next_if(char::is_ascii_digit).is_some() {},
            Some(_) | None => {}
        }
    }
    let says = |(text, numbered): &(String, bool)| {
        let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
        words > usize::from(*numbered)
    };
    let said: Vec<&str> = sections.iter().filter(|section| says(section)).map(|(text, _)| text.trim()).collect();
    said.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_what_is_left_without_their_codes() {
        for (codes, text) in [
            ("&LNaar zee&RPagina &P / &N", "Naar zee"),
            ("&C&\"Arial,Bold\"&14Klas &K00ff002B && co", "Klas 2B & co"),
            ("&D &T &F &A", ""),
            ("&P", ""),
            ("Sam &P van &N", "Sam  van"),
            ("", ""),
        ] {
            assert_eq!(plain(codes), text, "{codes}");
        }
    }
}
