//! The sheet with a row for each thing that was found.

use super::look;
use super::table::{Frame, Table};
use crate::report::{Finding, HandIn, Report, clipped, name_of, quoted};
use crate::sheet::{Cell, CellRole, RowRole, Sheet, Style};
use crate::tongue::{Phrase, say};

/// The columns.
fn heads() -> [Phrase; 8] {
    [
        say!("head-hand-in"),
        say!("head-kind"),
        say!("head-rule"),
        say!("head-phase"),
        say!("head-lane"),
        say!("head-where"),
        say!("head-what-was-found"),
        say!("head-what-to-do"),
    ]
}

/// The most characters of a text in the table: a row must show it.
const MOST: usize = 600;

/// The most rows: a little less than a sheet can have.
const ROWS: usize = 1_000_000;

/// The sheet.
pub fn sheet(report: &Report) -> Sheet {
    let language = report.language;
    let mut table = Table::new();
    table.push(RowRole::Header, heads().map(|head| Cell::text(CellRole::Phase, head.text(language), look::header())).into());
    let all = report.rows.iter().flat_map(|row| row.findings.iter().map(move |finding| (row, finding)));
    for (row, finding) in all.clone().take(ROWS) {
        table.push(RowRole::Body, cells(report, row, finding));
    }
    let frame = Frame { header: 0, last: table.next() - 1 };
    if let Some(more @ 1..) = all.count().checked_sub(ROWS) {
        let note = say!("more-than-a-sheet", count = more).text(language).into_owned();
        table.push(RowRole::Foot, vec![Cell::text(CellRole::Note, note, look::note()).spanning(8)]);
    }
    if frame.last == 0 {
        table.push(
            RowRole::Foot,
            vec![Cell::text(CellRole::Note, say!("nothing-was-found").text(language), look::note()).spanning(8)],
        );
    }
    let columns = [
        table.width(0, 90, 220),
        table.width(1, 80, 100),
        table.width(2, 90, 180),
        table.width(3, 70, 150),
        table.width(4, 70, 150),
        table.width(5, 60, 110),
        table.width(6, 180, 400),
        table.width(7, 160, 330),
    ];
    table.finish(&say!("section-findings").text(language), report, &columns, &frame)
}

fn cells(report: &Report, row: &HandIn, finding: &Finding) -> Vec<Cell> {
    let text = |text: &str| Cell::text(CellRole::Item, clipped(text, MOST), look::text());
    let language = report.language;
    let (sign, nature, status) = finding.nature();
    // The colours of what is wrong, of what is lacking, and none.
    let style = status.map_or_else(|| Style { bold: true, ..look::text() }, look::status);
    vec![
        Cell::text(CellRole::Lane, clipped(&row.path[report.folder().len()..], MOST), Style { bold: true, ..look::text() }),
        Cell::text(CellRole::Item, format!("{sign} {}", nature.text(language)), style),
        text(&name_of(finding.code, language)),
        text(&finding.phases.join(", ")),
        text(&finding.lanes.join(", ")),
        text(&finding.place(language)),
        text(&quoted(&finding.message_in(language), language)),
        text(&quoted(&finding.help_in(language).unwrap_or_default(), language)),
    ]
}
