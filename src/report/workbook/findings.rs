//! The sheet with a row for each thing that was found.

use super::look;
use super::table::{Frame, Table};
use crate::report::{Finding, HandIn, Report, Status, clipped, quoted, title};
use crate::sheet::{Cell, CellRole, RowRole, Sheet, Style};

const HEADS: [&str; 8] = ["Hand-in", "Kind", "Rule", "Phase", "Lane", "Where", "What was found", "What to do"];
/// The most characters of a text in the table: a row must show it.
const MOST: usize = 600;

/// The most rows: a little less than a sheet can have.
const ROWS: usize = 1_000_000;

/// The sheet.
pub fn sheet(report: &Report) -> Sheet {
    let mut table = Table::new();
    table.push(RowRole::Header, HEADS.map(|head| Cell::text(CellRole::Phase, head, look::header())).into());
    let all = report.rows.iter().flat_map(|row| row.findings.iter().map(move |finding| (row, finding)));
    for (row, finding) in all.clone().take(ROWS) {
        table.push(RowRole::Body, cells(report, row, finding));
    }
    let frame = Frame { header: 0, last: table.next() - 1 };
    if let Some(more @ 1..) = all.count().checked_sub(ROWS) {
        let note = format!("And {more} more, which a sheet cannot hold.");
        table.push(RowRole::Foot, vec![Cell::text(CellRole::Note, note, look::note()).spanning(8)]);
    }
    if frame.last == 0 {
        table.push(RowRole::Foot, vec![Cell::text(CellRole::Note, "Nothing was found.", look::note()).spanning(8)]);
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
    table.finish("Findings", &title(report), &columns, &frame, 1)
}

fn cells(report: &Report, row: &HandIn, finding: &Finding) -> Vec<Cell> {
    let text = |text: &str| Cell::text(CellRole::Item, clipped(text, MOST), look::text());
    let (sign, nature) = finding.nature();
    // The colours of what is wrong, of what is lacking, and none.
    let style = match nature {
        "error" => look::status(Status::Unreadable),
        "finding" => look::status(Status::Findings(1)),
        _ => Style { bold: true, ..look::text() },
    };
    vec![
        Cell::text(CellRole::Lane, clipped(&row.path[report.folder().len()..], MOST), Style { bold: true, ..look::text() }),
        Cell::text(CellRole::Item, format!("{sign} {nature}"), style),
        text(finding.code),
        text(&finding.phases.join(", ")),
        text(&finding.lanes.join(", ")),
        text(&finding.place()),
        text(&quoted(&finding.message)),
        text(&quoted(finding.help.as_deref().unwrap_or_default())),
    ]
}
