//! The section that says who is to be asked again, and why.

use std::fmt::Write;

use super::{said, shown, status};
use crate::report::again::Reasons;
use crate::report::{HandIn, Report};
use crate::tongue::say;

/// The section; nothing where nobody is to be asked.
pub fn section(report: &Report) -> String {
    let again = report.again();
    if again.is_empty() {
        return String::new();
    }
    let title = say!("section-again");
    let mut page = format!("<section aria-labelledby=\"again\">\n<h2 id=\"again\">{}</h2>\n", title.text(report.language));
    page.push_str("<div class=\"scroll\">\n<table class=\"list\">\n<thead><tr>");
    for column in [say!("again-hand-in"), say!("again-made-by"), say!("again-status"), say!("again-why")] {
        let _ = write!(page, "<th scope=\"col\">{}</th>", column.text(report.language));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for (index, row) in again {
        one(&mut page, report, index, row);
    }
    page.push_str("</tbody>\n</table>\n</div>\n</section>\n");
    page
}

// Writing to a string cannot fail.
fn one(page: &mut String, report: &Report, index: usize, row: &HandIn) {
    let name = shown(&row.path[report.folder().len()..]);
    let made = row.authors().iter().map(|author| shown(&author.name)).collect::<Vec<_>>().join(", ");
    let _ = write!(page, "<tr><th scope=\"row\"><a href=\"#hand-in-{}\">{name}</a></th><td dir=\"auto\">{made}</td>", index + 1);
    let _ = write!(page, "<td>{}</td><td>", status(row.status(), report.language));
    let Reasons { first, more } = row.reasons(report.language);
    for (nth, (message, help)) in first.iter().enumerate() {
        let _ = write!(page, "{}{}", if nth > 0 { "<br/>" } else { "" }, said(message));
        if let Some(help) = help {
            let _ = write!(page, "<br/><span class=\"quiet\">{}</span>", said(help));
        }
    }
    if more > 0 {
        let more = say!("and-more", count = more);
        let _ = write!(page, "<br/><span class=\"quiet\">{}</span>", more.text(report.language));
    }
    page.push_str("</td></tr>\n");
}
