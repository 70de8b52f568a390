//! An export as a contact sheet: a page that needs no other and no script, with a card for each input. The drawings on it are the files
//! that were made, which the page refers to.

use std::path::Path;

use super::super::{clipped, palette};
use super::{Entry, File, Made};
use crate::diagnostic::Diagnostic;
use crate::journey::TermLanguage;
use crate::tongue::{Phrase, in_quotes, say};
use crate::write::xml::escape;

/// The most characters of a title, name or path that are shown.
const MOST: usize = 200;
/// The most characters of a message that are shown.
const MOST_SAID: usize = 2000;
/// The formats that a browser shows as a picture, the better one first.
const SHOWN: [&str; 2] = ["svg", "png"];

/// How every such page begins.
pub fn head(language: TermLanguage) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"generator\" content=\"klantreis export\"/>\n",
        language.tag()
    )
}

/// The page. What is between the paths of the page and of a file is told by `link`.
pub fn html(made: &Made, link: &dyn Fn(&Path) -> String) -> String {
    let cards: String = made.entries.iter().enumerate().map(|(index, entry)| card(index, entry, made.language, link)).collect();
    let title = say!("made-title");
    let title = title.text(made.language);
    let light = palette::PAGE.map(|(name, light, _)| format!("--{name}:{};", light.hex())).concat();
    let dark = palette::PAGE.map(|(name, _, dark)| format!("--{name}:{};", dark.hex())).concat();
    format!(
        "{}<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n<title>{title}</title>\n<style>\n:root{{{light}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n{}{}<ul class=\"cards\">\n{cards}</ul>\n{}</main>\n</body>\n</html>\n",
        head(made.language),
        include_str!("style.css"),
        totals(made),
        failures(made),
        passed_over(made),
    )
}

fn totals(made: &Made) -> String {
    let (failed, bytes) = (made.failed(), made.files().map(|file| file.bytes).sum());
    let warnings: usize = made.entries.iter().map(|entry| entry.warnings).sum();
    let parts = [
        Some(say!("made-done", count = made.entries.len() - failed)),
        (failed > 0).then(|| say!("made-failed", count = failed)),
        (made.left > 0).then(|| say!("made-left", count = made.left)),
        (warnings > 0).then(|| say!("summary-warnings", count = warnings)),
        Some(say!("made-files", count = made.files().count(), size = size(bytes))),
    ];
    let bad = |phrase: &Phrase| failed > 0 && *phrase == say!("made-failed", count = failed);
    let part = |phrase: Phrase| {
        let text = phrase.text(made.language);
        if bad(&phrase) { format!("<b class=\"bad\">{text}</b>") } else { text.into_owned() }
    };
    format!("<p>{}</p>\n", parts.into_iter().flatten().map(part).collect::<Vec<_>>().join(" · "))
}

/// What failed, with the reason of each.
fn failures(made: &Made) -> String {
    let row = |(index, entry): (usize, &Entry)| {
        let why = in_words(entry.why.as_ref()?, made.language);
        Some(format!("<li><a href=\"#i{index}\">{}</a>: {}</li>\n", shown(&entry.path), said(&why)))
    };
    let rows: String = made.entries.iter().enumerate().filter_map(row).collect();
    if rows.is_empty() {
        return rows;
    }
    let [failed, all] = [say!("made-heading-failed"), say!("made-heading-all")];
    let (failed, all) = (failed.text(made.language), all.text(made.language));
    format!("<h2>{failed}</h2>\n<ul class=\"failed\">\n{rows}</ul>\n<h2>{all}</h2>\n")
}

/// An input: its drawing, its title, its files and what there was to say.
fn card(index: usize, entry: &Entry, language: TermLanguage, link: &dyn Fn(&Path) -> String) -> String {
    let title = entry.title.as_deref().unwrap_or(&entry.path);
    let drawing = SHOWN.iter().find_map(|format| entry.files.iter().find(|file| file.format == **format));
    let drawing = if let Some(file) = drawing {
        let (to, alt) = (escape(&link(&file.path)), shown(title));
        format!("<a class=\"sheet\" href=\"{to}\"><img loading=\"lazy\" alt=\"{alt}\" src=\"{to}\"/></a>\n")
    } else {
        let why = if entry.why.is_some() { say!("made-nothing") } else { say!("made-no-drawing") };
        format!("<div class=\"sheet none\">{}</div>\n", why.text(language))
    };
    let file = |file: &File| {
        let pages =
            file.pages.filter(|pages| *pages > 1).map(|pages| format!(", {}", say!("made-pages", count = pages).text(language)));
        let pages = pages.unwrap_or_default();
        let part = file.part.as_deref().map(|part| format!(" {}", shown(part))).unwrap_or_default();
        let (to, name) = (escape(&link(&file.path)), escape(&file.format));
        format!(
            "<li><a href=\"{to}\">{name}{part}</a> <span class=\"quiet\">{}{pages}</span></li>\n",
            size(file.bytes).text(language)
        )
    };
    let files: String = entry.files.iter().map(file).collect();
    let files = if files.is_empty() { files } else { format!("<ul class=\"files\">\n{files}</ul>\n") };
    let why = entry.why.as_ref().map(|why| format!("<p class=\"bad\">✗ {}</p>\n", said(&in_words(why, language))));
    let why = why.unwrap_or_default();
    format!(
        "<li id=\"i{index}\">\n{drawing}<h3>{}</h3>\n<p class=\"quiet\">{}</p>\n{why}{files}{}</li>\n",
        shown(title),
        shown(&entry.path),
        messages(entry, language)
    )
}

fn messages(entry: &Entry, language: TermLanguage) -> String {
    if entry.messages.is_empty() {
        return String::new();
    }
    let message = |message: &Diagnostic| {
        let place = message.span.as_ref().map(|span| format!("{}:{} ", span.line, span.column));
        let cell = || message.cell.as_ref().map(|cell| format!("{} ", shown(&cell.name_in(language))));
        let help =
            message.help_in(language).map(|help| format!(" <span class=\"quiet\">{}</span>", said(&in_quotes(&help, language))));
        let severity = message.code.severity().name_in(language);
        format!(
            "<li>{}<b>{severity}</b> {}{}</li>\n",
            place.or_else(cell).unwrap_or_default(),
            said(&in_quotes(&message.message_in(language), language)),
            help.unwrap_or_default()
        )
    };
    let list: String = entry.messages.iter().map(message).collect();
    let more = if entry.unlisted > 0 {
        format!("<li>{}</li>\n", say!("and-more", count = entry.unlisted).text(language))
    } else {
        String::new()
    };
    let all = say!("made-messages", count = entry.messages.len() + entry.unlisted);
    let all = all.text(language);
    format!("<details><summary>{all}</summary>\n<ul>\n{list}{more}</ul>\n</details>\n")
}

fn passed_over(made: &Made) -> String {
    if made.passed_over.is_empty() {
        return String::new();
    }
    let row = |(path, why): &(String, Phrase)| {
        let why = said(&in_quotes(&why.text(made.language), made.language));
        format!("<li>{} <span class=\"quiet\">({why})</span></li>\n", shown(path))
    };
    let rows: String = made.passed_over.iter().map(row).collect();
    format!("<h2>{}</h2>\n<ul>\n{rows}</ul>\n", say!("section-passed-over").text(made.language))
}

/// A size in bytes, as people say it.
fn size(bytes: usize) -> Phrase {
    match bytes {
        0..1_000 => say!("size-bytes", count = bytes),
        1_000..1_000_000 => format!("{:.0} kB", bytes as f64 / 1e3).into(),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            say!("size-megabytes", whole = tenths / 10, tenths = tenths % 10)
        }
    }
}

/// A text in a language, with its quotation marks.
fn in_words(phrase: &Phrase, language: TermLanguage) -> String {
    in_quotes(&phrase.text(language), language).into_owned()
}

/// A name of others, escaped.
fn shown(text: &str) -> String {
    escape(&clipped(text, MOST))
}

/// A message, escaped.
fn said(text: &str) -> String {
    escape(&clipped(text, MOST_SAID))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn what_others_wrote_is_never_markup() {
        let mut made = Made::default();
        let odd = "<script>\"&\u{202e}";
        made.read(odd);
        made.found(&[Diagnostic::new(Code::NoGlyph, odd).help(odd)]);
        let (path, format) = (Path::new(odd).to_owned(), "svg".to_owned());
        let file = File { path, format, layout: None, part: Some(odd.to_owned()), pages: Some(1), bytes: 1, sum: [0; 32] };
        made.ended(odd, Ok(vec![file]));
        made.ended(odd, Err(odd.into()));
        made.passed_over.push((odd.to_owned(), odd.into()));
        let page = html(&made, &|_| "x.svg?\"&".to_owned());
        assert!(!page.contains("<script") && !page.contains('\u{202e}'), "{page}");
        assert!(roxmltree::Document::parse(page.trim_start_matches("<!DOCTYPE html>")).is_ok(), "well-formed besides");
        assert_eq!(page.matches("<img loading=\"lazy\"").count(), 1);
    }

    #[test]
    fn sizes_are_told_in_short() {
        assert_eq!(
            [1, 999, 12_345, 3_456_789].map(|bytes| size(bytes).english().to_owned()),
            ["1 byte", "999 bytes", "12 kB", "3.5 MB"]
        );
    }
}
