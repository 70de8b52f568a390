//! The table with a row for each hand-in and a column for each rule.

use std::fmt::Write;

use super::{shown, status};
use crate::report::{Column, Contents, HandIn, Report, bands, capital};

/// The columns before the counts.
const HEADS: [&str; 6] = ["Hand-in", "Title", "Made by", "Class", "Cells filled", "Status"];

/// The section.
pub fn section(report: &Report) -> String {
    let mut page = String::from(
        "<section aria-labelledby=\"overview\">\n<h2 id=\"overview\">Overview</h2>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"overview\">\n<table class=\"overview\">\n",
    );
    head(&mut page, report);
    page.push_str("<tbody>\n");
    for (index, row) in report.rows.iter().enumerate() {
        body(&mut page, report, index, row);
    }
    page.push_str("</tbody>\n");
    foot(&mut page, report);
    page.push_str(
        "</table>\n</div>\n<p class=\"quiet\"><span aria-hidden=\"true\">✓</span> nothing found · a number: so many findings · \
         what the import remarks does not count as a finding</p>\n</section>\n",
    );
    page
}

// Writing to a string cannot fail.
fn head(page: &mut String, report: &Report) {
    let _ = write!(page, "<thead>\n<tr><td colspan=\"{}\"></td>", HEADS.len() + 1);
    for (group, columns) in bands(report) {
        let _ = write!(page, "<th scope=\"colgroup\" colspan=\"{columns}\" class=\"band\">{}</th>", capital(group));
    }
    page.push_str("</tr>\n<tr>");
    for head in HEADS {
        let _ = write!(page, "<th scope=\"col\">{head}</th>");
    }
    let turned = |page: &mut String, name: &str| {
        let _ = write!(page, "<th scope=\"col\" class=\"turned\"><span>{name}</span></th>");
    };
    turned(page, "findings");
    report.columns.iter().for_each(|column| turned(page, column.id()));
    page.push_str("</tr>\n</thead>\n");
}

fn body(page: &mut String, report: &Report, index: usize, row: &HandIn) {
    let name = shown(&row.path[report.folder().len()..]);
    let name = if row.findings.is_empty() { name } else { format!("<a href=\"#hand-in-{}\">{name}</a>", index + 1) };
    let _ = write!(page, "<tr><th scope=\"row\">{name}{}</th>", twin(report, row));
    let made = lines(row.authors().iter().map(|author| author.name.as_str()));
    let Some(Contents { title, language, filled, cells, .. }) = &row.contents else {
        let why = super::said(&row.refusal().unwrap_or_default());
        let title = shown(row.title().unwrap_or_default());
        let _ = write!(page, "<td dir=\"auto\">{title}</td><td>{made}</td><td></td><td></td><td>{}</td>", status(row.status()));
        let _ = writeln!(page, "<td colspan=\"{}\" class=\"why\">{why}</td></tr>", report.columns.len() + 1);
        return;
    };
    let _ = write!(page, "<td lang=\"{}\" dir=\"auto\">{}</td><td>{made}</td>", shown(language), shown(title));
    let _ = write!(page, "<td>{}</td><td class=\"number\">{filled} of {cells}</td>", lines(row.classes().into_iter()));
    let _ = write!(page, "<td>{}</td>{}", status(row.status()), count(row.lacking()));
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
    let told = |words: &str, path: &Option<String>| {
        let path = path.as_ref().map(|path| path.strip_prefix(report.folder()).unwrap_or(path));
        path.map(|path| format!("<br/><span class=\"quiet\">{words} {}</span>", shown(path)))
    };
    told("the same as", &row.same_as).or_else(|| told("by the same as", &row.also_by)).unwrap_or_default()
}

fn foot(page: &mut String, report: &Report) {
    let tally = report.tally();
    let contents = || report.rows.iter().filter_map(|row| row.contents.as_ref());
    let (filled, cells): (usize, usize) = (contents().map(|c| c.filled).sum(), contents().map(|c| c.cells).sum());
    let _ = write!(page, "<tfoot>\n<tr><th scope=\"row\">Total</th><td></td><td></td><td></td>");
    let _ = write!(page, "<td class=\"number\">{filled} of {cells}</td><td>{} of {} complete</td>", tally.complete, tally.all());
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

/// Names, one a line; of many only the first.
fn lines<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> String {
    const SHOWN: usize = 8;
    let rest = names.len().saturating_sub(SHOWN);
    let mut lines: Vec<_> = names.take(SHOWN).map(|name| format!("<span dir=\"auto\">{}</span>", shown(name))).collect();
    lines.extend((rest > 0).then(|| format!("and {rest} more")));
    lines.join("<br/>")
}
