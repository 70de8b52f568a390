//! The sheet that says what each column of the overview means.

use super::look;
use super::table::{Frame, Table};
use crate::journey::TermLanguage;
use crate::journey::rules::RULES;
use crate::report::{Column, Report, quoted};
use crate::scene::Color;
use crate::sheet::{Align, Cell, CellRole, RowRole, Sheet, Style, Value};
use crate::tongue::{Phrase, say};

/// The sheet: the columns of the report, then the rules for which it has none.
pub fn sheet(report: &Report) -> Sheet {
    let mut table = Table::new();
    let language = report.language;
    let header = |head: Phrase, style| Cell::text(CellRole::Phase, head.text(language), style);
    let texts = [say!("head-rule"), say!("head-about"), say!("head-finds")].map(|head| header(head, look::header()));
    let centred = Style { align: Align::Center, ..look::header() };
    let numbers = [say!("section-findings"), say!("head-hand-ins")].map(|head| header(head, centred));
    table.push(RowRole::Header, texts.into_iter().chain(numbers).collect());
    for column in &report.columns {
        let numbers = [report.total(*column), report.concerned(*column)];
        let number = |number: usize| Cell::new(CellRole::Score, Value::Number(number as f64), look::number());
        table.push(RowRole::Body, row(*column, look::text().ink, numbers.map(number), language));
    }
    let frame = Frame { header: 0, last: table.next() - 1 };
    let shown = |id: &str| report.columns.iter().any(|column| column.id() == id);
    for rule in RULES.iter().filter(|rule| !shown(rule.id)) {
        let off = [say!("off").text(language).as_ref(), ""]
            .map(|text| Cell::text(CellRole::Score, text, Style { ink: look::note().ink, ..look::number() }));
        table.push(RowRole::Body, row(Column::Rule(rule), look::note().ink, off, language));
    }
    let columns = [
        table.width(0, 120, 220),
        table.width(1, 60, 90),
        table.width(2, 300, 620),
        table.width(3, 70, 90),
        table.width(4, 70, 90),
    ];
    table.finish(&say!("section-rules").text(language), report, &columns, &frame)
}

fn row(column: Column, ink: Color, numbers: [Cell; 2], language: TermLanguage) -> Vec<Cell> {
    let style = Style { ink, ..look::text() };
    let [findings, hand_ins] = numbers;
    vec![
        Cell::text(CellRole::Lane, column.name_in(language), Style { bold: true, ..style }),
        Cell::text(CellRole::Item, column.group_in(language), style),
        Cell::text(CellRole::Item, quoted(&column.summary_in(language), language), style),
        findings,
        hand_ins,
    ]
}
