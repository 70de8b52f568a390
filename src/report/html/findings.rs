//! What was found, hand-in by hand-in.

use std::fmt::Write;

use super::{palette, said, shown, status};
use crate::report::{Finding, HandIn, Report, Status};

/// The most findings of one hand-in that are shown.
const SHOWN: usize = 25;

/// The section.
pub fn section(report: &Report) -> String {
    let mut page = String::from("<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings</h2>\n");
    if report.rows.iter().all(|row| row.findings.is_empty()) {
        page.push_str("<p>Nothing was found.</p>\n");
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
    let _ = writeln!(page, "{}</summary>", status(row.status()));
    page.push_str(
        "<div class=\"scroll\">\n<table class=\"list\">\n<thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Phase</th><th scope=\"col\">Lane</th>\
         <th scope=\"col\">Where</th><th scope=\"col\">What was found, and what to do</th></tr></thead>\n<tbody>\n",
    );
    for finding in row.findings.iter().take(SHOWN) {
        one(page, finding);
    }
    if let Some(more @ 1..) = row.findings.len().checked_sub(SHOWN) {
        let _ = writeln!(
            page,
            "<tr><td colspan=\"5\" class=\"quiet\">and {more} more, which <code>klantreis check</code> tells</td></tr>"
        );
    }
    page.push_str("</tbody>\n</table>\n</div>\n</details>\n");
}

fn one(page: &mut String, finding: &Finding) {
    let (sign, nature) = finding.nature();
    let colours = match nature {
        "error" => palette::name(Status::Unreadable),
        "finding" => palette::name(Status::Findings(1)),
        _ => "quiet",
    };
    let _ = write!(
        page,
        "<tr><th scope=\"row\"><span class=\"{colours} sign\" aria-hidden=\"true\">{sign}</span>\
         <span class=\"unseen\">{nature}: </span>{}</th>",
        finding.code
    );
    for cell in [finding.phases.join(", "), finding.lanes.join(", "), finding.place()] {
        let _ = write!(page, "<td dir=\"auto\">{}</td>", shown(&cell));
    }
    let _ = write!(page, "<td>{}", said(&finding.message));
    if let Some(help) = &finding.help {
        let _ = write!(page, "<br/><span class=\"quiet\">{}</span>", said(help));
    }
    page.push_str("</td></tr>\n");
}
