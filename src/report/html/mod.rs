//! The report as a page: one file that needs no other and no script, well-formed as XML besides.

mod again;
mod findings;
mod overview;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Column, Report, Status, clipped, palette, title};
use crate::forms::REPORT_PAGE;
use crate::journey::TermLanguage;
use crate::layout::theme::{Logo, Theme};
use crate::scene::Size;
use crate::tongue::{Phrase, say};
use crate::write::pixels::png;
use crate::write::xml::escape;

/// The most characters of a title, name or path that are shown.
const MOST: usize = 200;

/// The report as an HTML page.
#[must_use]
pub fn html(report: &Report) -> String {
    let title = escape(&title(report));
    let compared = |model| said(&say!("compared-with", model = clipped(model, MOST)).text(report.language));
    let model = report.model.as_ref().map(|model| format!("<p>{}</p>\n", compared(model)));
    let parts = [
        format!("<header>\n{}<h1>{title}</h1>\n{}{}</header>\n", logo(&report.theme), model.unwrap_or_default(), tally(report)),
        again::section(report),
        overview::section(report),
        findings::section(report),
        rules(report),
        passed_over(report),
    ];
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n{REPORT_PAGE}\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n<title>{title}</title>\n<style>\n{}</style>\n</head>\n\
         <body>\n<main>\n{}</main>\n</body>\n</html>\n",
        report.language.tag(),
        style(&report.theme),
        parts.concat()
    )
}

/// The style sheet: the colours, and what is done with them.
fn style(theme: &Theme) -> String {
    let (band, on) = palette::band(theme);
    let band = format!("--band:{};--on:{};", band.hex(), on.hex());
    let light = palette::PAGE.map(|(name, light, _)| format!("--{name}:{};", light.hex())).concat();
    let dark = palette::PAGE.map(|(name, _, dark)| format!("--{name}:{};", dark.hex())).concat();
    format!(
        ":root{{{band}{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{}",
        include_str!("style.css")
    )
}

/// The logo of a theme, as pixels.
fn logo(theme: &Theme) -> String {
    let picture = theme.logo.as_ref().and_then(Logo::at_head);
    let shown = picture.map(|picture| {
        let (data, Size { width, height }) = (STANDARD.encode(png(&picture.pixels)), picture.size);
        let size = format!("width:{:.1}mm;height:{:.1}mm", width.0, height.0);
        format!("<img class=\"logo\" alt=\"{}\" style=\"{size}\" src=\"data:image/png;base64,{data}\"/>\n", picture.description)
    });
    shown.unwrap_or_default()
}

/// How many hand-ins there are of each status, as numbers and as a bar.
fn tally(report: &Report) -> String {
    let (tally, language) = (report.tally(), report.language);
    let parts = tally.parts();
    let item = |(number, status, words): &(usize, Status, Phrase)| {
        let (name, sign) = (palette::name(*status), status.sign());
        format!("<li class=\"{name}\"><span aria-hidden=\"true\">{sign}</span> <b>{number}</b> {}</li>\n", words.text(language))
    };
    let share = |(number, status, _): &(usize, Status, Phrase)| {
        format!("<i class=\"{}\" style=\"flex-grow:{number}\"></i>", palette::name(*status))
    };
    let (items, bar) = (parts.iter().map(item).collect::<String>(), parts.iter().map(share).collect::<String>());
    format!(
        "<ul class=\"tally\">\n<li><b>{}</b> {}</li>\n{items}</ul>\n<div class=\"bar\" aria-hidden=\"true\">{bar}</div>\n",
        tally.all(),
        say!("noun-hand-ins", count = tally.all()).text(language),
    )
}

/// What each column means.
fn rules(report: &Report) -> String {
    let language = report.language;
    let row = |column: &Column| {
        let (total, concerned) = (report.total(*column), report.concerned(*column));
        let amount = if total == 0 { say!("nothing-found") } else { say!("found-in", total = total, count = concerned) };
        let (name, summary) = (column.name_in(language), said(&column.summary_in(language)));
        let (group, amount) = (column.group_in(language), amount.text(language));
        format!("<tr><th scope=\"row\">{name}</th><td>{group}</td><td>{summary}</td><td>{amount}</td></tr>\n")
    };
    let rows: String = report.columns.iter().map(row).collect();
    let heads = [say!("head-rule"), say!("head-about"), say!("head-finds"), say!("head-found")];
    let head = |head: &Phrase| format!("<th scope=\"col\">{}</th>", head.text(language));
    let heads: String = heads.iter().map(head).collect();
    let heading = say!("section-rules");
    format!(
        "<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">{}</h2>\n<table class=\"list\">\n<thead><tr>{heads}</tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n</section>\n",
        heading.text(language)
    )
}

/// What was found in folders and is no hand-in.
fn passed_over(report: &Report) -> String {
    if report.passed_over.is_empty() {
        return String::new();
    }
    let row = |passed: &super::PassedOver| {
        let why = said(&passed.why.text(report.language));
        format!("<li>{} <span class=\"quiet\">({why})</span></li>\n", shown(&passed.path))
    };
    let rows: String = report.passed_over.iter().map(row).collect();
    let heading = say!("section-passed-over");
    let heading = heading.text(report.language);
    format!("<section aria-labelledby=\"passed\">\n<h2 id=\"passed\">{heading}</h2>\n<ul>\n{rows}</ul>\n</section>\n")
}

/// A text of others, escaped.
fn shown(text: &str) -> String {
    escape(&clipped(text, MOST))
}

/// A message, escaped; what stands between backticks is marked.
fn said(text: &str) -> String {
    let text = clipped(text, 2000);
    let parts: Vec<_> = text.split('`').map(escape).collect();
    if parts.len() % 2 == 0 {
        return parts.join("`");
    }
    let mark = |(index, part): (usize, &String)| if index % 2 == 0 { part.clone() } else { format!("<code>{part}</code>") };
    parts.iter().enumerate().map(mark).collect()
}

/// What became of a hand-in, with its sign and colours.
fn status(status: Status, language: TermLanguage) -> String {
    let (name, sign, words) = (palette::name(status), status.sign(), status.words());
    format!("<span class=\"status {name}\"><span aria-hidden=\"true\">{sign}</span> {}</span>", words.text(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_wrote_is_never_markup() {
        assert_eq!(shown("<script>alert(\"&\")</script>\u{0}"), "&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;\\u{0}");
        assert_eq!(shown("\u{202e}lp\u{200f}א"), "\\u{202e}lp\u{200f}א", "what turns round what stands beside it is seen");
        assert_eq!(said("the lane `<b>` is empty"), "the lane <code>&lt;b&gt;</code> is empty");
        assert_eq!(said("a ` alone < b"), "a ` alone &lt; b");
    }
}
