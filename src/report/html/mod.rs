//! The report as a page: one file that needs no other and no script, well-formed as XML besides.

mod again;
mod findings;
mod overview;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Column, Report, Status, Tally, clipped, count, palette, title};
use crate::forms::REPORT_PAGE;
use crate::layout::theme::{Logo, Theme};
use crate::scene::Size;
use crate::write::pixels::png;
use crate::write::xml::escape;

/// The most characters of a title, name or path that are shown.
const MOST: usize = 200;

/// The report as an HTML page.
#[must_use]
pub fn html(report: &Report) -> String {
    let title = escape(&title(report));
    let model = report.model.as_ref().map(|model| format!("<p>Compared with <code>{}</code>.</p>\n", shown(model)));
    let parts = [
        format!(
            "<header>\n{}<h1>{title}</h1>\n{}{}</header>\n",
            logo(&report.theme),
            model.unwrap_or_default(),
            tally(report.tally())
        ),
        again::section(report),
        overview::section(report),
        findings::section(report),
        rules(report),
        passed_over(report),
    ];
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n{REPORT_PAGE}\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n<title>{title}</title>\n<style>\n{}</style>\n</head>\n\
         <body>\n<main>\n{}</main>\n</body>\n</html>\n",
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
fn tally(tally: Tally) -> String {
    let parts = [
        (tally.complete, Status::Complete, "complete"),
        (tally.findings, Status::Findings(0), "with findings"),
        (tally.invalid, Status::Invalid(0), "invalid"),
        (tally.unreadable, Status::Unreadable, "cannot be read"),
    ];
    let there = || parts.iter().filter(|(number, ..)| *number > 0);
    let item = |(number, status, words): &(usize, Status, &str)| {
        let (name, sign) = (palette::name(*status), status.sign());
        format!("<li class=\"{name}\"><span aria-hidden=\"true\">{sign}</span> <b>{number}</b> {words}</li>\n")
    };
    let share = |(number, status, _): &(usize, Status, &str)| {
        format!("<i class=\"{}\" style=\"flex-grow:{number}\"></i>", palette::name(*status))
    };
    let (items, bar) = (there().map(item).collect::<String>(), there().map(share).collect::<String>());
    format!(
        "<ul class=\"tally\">\n<li><b>{}</b> {}</li>\n{items}</ul>\n<div class=\"bar\" aria-hidden=\"true\">{bar}</div>\n",
        tally.all(),
        if tally.all() == 1 { "hand-in" } else { "hand-ins" },
    )
}

/// What each column means.
fn rules(report: &Report) -> String {
    let row = |column: &Column| {
        let (total, concerned) = (report.total(*column), report.concerned(*column));
        let amount = if total == 0 { "nothing found".to_owned() } else { format!("{total} in {}", count(concerned, "hand-in")) };
        let (id, summary) = (column.id(), said(column.summary()));
        format!("<tr><th scope=\"row\">{id}</th><td>{}</td><td>{summary}</td><td>{amount}</td></tr>\n", column.group())
    };
    let rows: String = report.columns.iter().map(row).collect();
    format!(
        "<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Rules</h2>\n<table class=\"list\">\n<thead><tr><th scope=\"col\">Rule</th>\
         <th scope=\"col\">About</th><th scope=\"col\">What it finds</th><th scope=\"col\">Found</th></tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n</section>\n"
    )
}

/// What was found in folders and is no hand-in.
fn passed_over(report: &Report) -> String {
    if report.passed_over.is_empty() {
        return String::new();
    }
    let row = |passed: &super::PassedOver| {
        format!("<li>{} <span class=\"quiet\">({})</span></li>\n", shown(&passed.path), said(&passed.why))
    };
    let rows: String = report.passed_over.iter().map(row).collect();
    format!("<section aria-labelledby=\"passed\">\n<h2 id=\"passed\">Passed over</h2>\n<ul>\n{rows}</ul>\n</section>\n")
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
fn status(status: Status) -> String {
    let (name, sign, words) = (palette::name(status), status.sign(), status.words());
    format!("<span class=\"status {name}\"><span aria-hidden=\"true\">{sign}</span> {words}</span>")
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
