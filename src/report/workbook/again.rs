//! The sheet that says who is to be asked again, for which file, and why.

use super::look;
use super::table::{Frame, Table};
use crate::report::again::Reasons;
use crate::report::{HandIn, Report, clipped, quoted};
use crate::sheet::{Cell, CellRole, RowRole, Sheet, Style};
use crate::tongue::say;

/// The most characters of a text in the table: a row must show it.
const MOST: usize = 600;

/// The sheet; `None` where nobody is to be asked.
pub fn sheet(report: &Report) -> Option<Sheet> {
    let again = report.again();
    if again.is_empty() {
        return None;
    }
    let language = report.language;
    let heads = [say!("again-hand-in"), say!("again-made-by"), say!("again-status"), say!("again-why")];
    let mut table = Table::new();
    table.push(RowRole::Header, heads.map(|head| Cell::text(CellRole::Phase, head.text(language), look::header())).into());
    for (_, row) in again {
        table.push(RowRole::Body, cells(report, row));
    }
    let frame = Frame { header: 0, last: table.next() - 1 };
    let columns = [table.width(0, 120, 260), table.width(1, 100, 200), table.width(2, 90, 140), table.width(3, 260, 560)];
    Some(table.finish(&say!("section-again").text(language), report, &columns, &frame))
}

fn cells(report: &Report, row: &HandIn) -> Vec<Cell> {
    let language = report.language;
    let line = |text: &str| quoted(&clipped(text, MOST), language);
    let Reasons { first, more } = row.reasons(language);
    let mut why: Vec<_> =
        first.iter().flat_map(|(message, help)| [Some(message), help.as_ref()]).flatten().map(|text| line(text)).collect();
    if more > 0 {
        why.push(say!("and-more", count = more).text(language).into_owned());
    }
    let made: Vec<_> = row.authors().iter().map(|author| author.name.as_str()).collect();
    let status = row.status();
    vec![
        Cell::text(CellRole::Lane, clipped(&row.path[report.folder().len()..], MOST), Style { bold: true, ..look::text() }),
        Cell::text(CellRole::Item, clipped(&made.join(", "), MOST), look::text()),
        Cell::text(CellRole::Item, format!("{} {}", status.sign(), status.words().text(language)), look::status(status)),
        Cell::text(CellRole::Item, why.join("\n"), look::text()),
    ]
}
