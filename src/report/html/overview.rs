//! The table with a row for each hand-in and a column for each rule.

use std::fmt::Write;

use super::{shown, status};
use crate::journey::TermLanguage;
use crate::report::{Column, Contents, HandIn, Report, bands, capital};
use crate::tongue::{Phrase, say};

/// The columns before the counts.
fn heads() -> [Phrase; 6] {
    [
        say!("head-hand-in"),
        say!("head-title"),
        say!("head-made-by"),
        say!("head-class"),
        say!("head-cells-filled"),
        say!("head-status"),
    ]
}

/// The section.
pub fn section(report: &Report) -> String {
    let heading = say!("section-overview");
    let mut page = format!(
        "<section aria-labelledby=\"overview\">\n<h2 id=\"overview\">{}</h2>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"overview\">\n<table class=\"overview\">\n",
        heading.text(report.language)
    );
    head(&mut page, report);
    page.push_str("<tbody>\n");
    for (index, row) in report.rows.iter().enumerate() {
        body(&mut page, report, index, row);
    }
    page.push_str("</tbody>\n");
    foot(&mut page, report);
    let _ = write!(
        page,
        "</table>\n</div>\n<p class=\"quiet\"><span aria-hidden=\"true\">✓</span> {}</p>\n</section>\n",
        say!("legend").text(report.language)
    );
    page
}

// Writing to a string cannot fail.
fn head(page: &mut String, report: &Report) {
    let _ = write!(page, "<thead>\n<tr><td colspan=\"{}\"></td>", heads().len() + 1);
    for (group, columns) in bands(report) {
        let _ = write!(page, "<th scope=\"colgroup\" colspan=\"{columns}\" class=\"band\">{}</th>", capital(&group));
    }
    page.push_str("</tr>\n<tr>");
    for head in heads() {
        let _ = write!(page, "<th scope=\"col\">{}</th>", head.text(report.language));
    }
    let turned = |page: &mut String, name: &str| {
        let _ = write!(page, "<th scope=\"col\" class=\"turned\"><span>{name}</span></th>");
    };
    turned(page, &say!("turned-findings").text(report.language));
    report.columns.iter().for_each(|column| turned(page, &column.name_in(report.language)));
    page.push_str("</tr>\n</thead>\n");
}

fn body(page: &mut String, report: &Report, index: usize, row: &HandIn) {
    let name = shown(&row.path[report.folder().len()..]);
    let name = if row.findings.is_empty() { name } else { format!("<a href=\"#hand-in-{}\">{name}</a>", index + 1) };
    let _ = write!(page, "<tr><th scope=\"row\">{name}{}</th>", twin(report, row));
    let made = lines(row.authors().iter().map(|author| author.name.as_str()), report.language);
    let Some(Contents { title, language, filled, cells, .. }) = &row.contents else {
        let why = super::said(&row.refusal_in(report.language).unwrap_or_default());
        let (title, status) = (shown(row.title().unwrap_or_default()), status(row.status(), report.language));
        let _ = write!(page, "<td dir=\"auto\">{title}</td><td>{made}</td><td></td><td></td><td>{status}</td>");
        let _ = writeln!(page, "<td colspan=\"{}\" class=\"why\">{why}</td></tr>", report.columns.len() + 1);
        return;
    };
    let _ = write!(page, "<td lang=\"{}\" dir=\"auto\">{}</td><td>{made}</td>", shown(language), shown(title));
    let _ = write!(
        page,
        "<td>{}</td><td class=\"number\">{}</td>",
        lines(row.classes().into_iter(), report.language),
        of(*filled, *cells, report)
    );
    let _ = write!(page, "<td>{}</td>{}", status(row.status(), report.language), count(row.lacking()));
    for column in &report.columns {
        let number = row.count(*column).unwrap_or_default();
        let cell = match column {
            Column::Import if number > 0 => format!("<td class=\"count remarks\">{number}</td>"),
            Column::Rule(_) | Column::Other | Column::Import => count(number),
        };
        page.push_str(&cell);
    }
    page.push_str("</tr>\n");
}

/// That the same was handed in before, by the same people or as it is.
fn twin(report: &Report, row: &HandIn) -> String {
    let other = |path: &Option<String>| path.as_ref().map(|path| shown(path.strip_prefix(report.folder()).unwrap_or(path)));
    let same = other(&row.same_as).map(|path| say!("same-as", path = path));
    let told = same.or_else(|| other(&row.also_by).map(|path| say!("by-the-same-as", path = path)));
    told.map(|told| format!("<br/><span class=\"quiet\">{}</span>", told.text(report.language))).unwrap_or_default()
}

fn foot(page: &mut String, report: &Report) {
    let tally = report.tally();
    let contents = || report.rows.iter().filter_map(|row| row.contents.as_ref());
    let (filled, cells): (usize, usize) = (contents().map(|c| c.filled).sum(), contents().map(|c| c.cells).sum());
    let _ =
        write!(page, "<tfoot>\n<tr><th scope=\"row\">{}</th><td></td><td></td><td></td>", say!("total").text(report.language));
    let complete = say!("complete-of", complete = tally.complete, all = tally.all());
    let _ = write!(page, "<td class=\"number\">{}</td><td>{}</td>", of(filled, cells, report), complete.text(report.language));
    let sums = std::iter::once(report.rows.iter().map(HandIn::lacking).sum());
    for sum in sums.chain(report.columns.iter().map(|column| report.total(*column))) {
        let _ = write!(page, "<td class=\"count\">{sum}</td>");
    }
    page.push_str("</tr>\n</tfoot>\n");
}

/// A count with its colours: a tick for nothing.
fn count(number: usize) -> String {
    match number {
        0 => "<td class=\"count none\"><span aria-hidden=\"true\">✓</span><span class=\"unseen\">0</span></td>".to_owned(),
        _ => format!("<td class=\"count fair\">{number}</td>"),
    }
}

/// How many cells of how many are filled.
fn of(filled: usize, all: usize, report: &Report) -> String {
    say!("filled-of", filled = filled, all = all).text(report.language).into_owned()
}

/// Names, one a line; of many only the first.
fn lines<'n>(names: impl ExactSizeIterator<Item = &'n str>, language: TermLanguage) -> String {
    const SHOWN: usize = 8;
    let rest = names.len().saturating_sub(SHOWN);
    let mut lines: Vec<_> = names.take(SHOWN).map(|name| format!("<span dir=\"auto\">{}</span>", shown(name))).collect();
    lines.extend((rest > 0).then(|| say!("and-more", count = rest).text(language).into_owned()));
    lines.join("<br/>")
}
