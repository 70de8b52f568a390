//! What was found, hand-in by hand-in.

use std::fmt::Write;

use super::{palette, said, shown, status};
use crate::journey::TermLanguage;
use crate::report::{Finding, HandIn, Report, name_of};
use crate::tongue::say;

/// The most findings of one hand-in that are shown.
const SHOWN: usize = 25;

/// The section.
pub fn section(report: &Report) -> String {
    let heading = say!("section-findings");
    let heading = heading.text(report.language);
    let mut page = format!("<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">{heading}</h2>\n");
    if report.rows.iter().all(|row| row.findings.is_empty()) {
        let _ = writeln!(page, "<p>{}</p>", say!("nothing-was-found").text(report.language));
    }
    for (index, row) in report.rows.iter().enumerate().filter(|(_, row)| !row.findings.is_empty()) {
        hand_in(&mut page, report, index, row);
    }
    page.push_str("</section>\n");
    page
}

// Writing to a string cannot fail.
fn hand_in(page: &mut String, report: &Report, index: usize, row: &HandIn) {
    let name = shown(&row.path[report.folder().len()..]);
    let _ = write!(page, "<details open=\"open\" id=\"hand-in-{}\">\n<summary><h3>{name}</h3> ", index + 1);
    if let Some(contents) = &row.contents {
        let (tag, title) = (shown(&contents.language), shown(&contents.title));
        let _ = write!(page, "<span class=\"quiet\" lang=\"{tag}\" dir=\"auto\">{title}</span> ");
    }
    let _ = writeln!(page, "{}</summary>", status(row.status(), report.language));
    page.push_str("<div class=\"scroll\">\n<table class=\"list\">\n<thead><tr>");
    for head in [say!("head-rule"), say!("head-phase"), say!("head-lane"), say!("head-where"), say!("head-found-and-help")] {
        let _ = write!(page, "<th scope=\"col\">{}</th>", head.text(report.language));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for finding in row.findings.iter().take(SHOWN) {
        one(page, finding, report.language);
    }
    if let Some(more @ 1..) = row.findings.len().checked_sub(SHOWN) {
        let more = say!("more-told", count = more);
        let _ = writeln!(page, "<tr><td colspan=\"5\" class=\"quiet\">{}</td></tr>", said(&more.text(report.language)));
    }
    page.push_str("</tbody>\n</table>\n</div>\n</details>\n");
}

fn one(page: &mut String, finding: &Finding, language: TermLanguage) {
    let (sign, nature, status) = finding.nature();
    let (colours, nature) = (status.map_or("quiet", palette::name), nature.text(language));
    let _ = write!(
        page,
        "<tr><th scope=\"row\"><span class=\"{colours} sign\" aria-hidden=\"true\">{sign}</span>\
         <span class=\"unseen\">{nature}: </span>{}</th>",
        name_of(finding.code, language)
    );
    for cell in [finding.phases.join(", "), finding.lanes.join(", "), finding.place(language)] {
        let _ = write!(page, "<td dir=\"auto\">{}</td>", shown(&cell));
    }
    let _ = write!(page, "<td>{}", said(&finding.message_in(language)));
    if let Some(help) = finding.help_in(language) {
        let _ = write!(page, "<br/><span class=\"quiet\">{}</span>", said(&help));
    }
    page.push_str("</td></tr>\n");
}
