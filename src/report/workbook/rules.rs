//! The sheet that says what each column of the overview means.

use super::look;
use super::table::{Frame, Table};
use crate::journey::rules::RULES;
use crate::report::{Column, Report, quoted, title};
use crate::scene::Color;
use crate::sheet::{Cell, CellRole, RowRole, Sheet, Style, Value};

const HEADS: [&str; 5] = ["Rule", "About", "What it finds", "Findings", "Hand-ins"];

/// The sheet: the columns of the report, then the rules for which it has none.
pub fn sheet(report: &Report) -> Sheet {
    let mut table = Table::new();
    let header = |head: &str| {
        let style = look::header();
        let style = if is_number(head) { Style { align: crate::sheet::Align::Center, ..style } } else { style };
        Cell::text(CellRole::Phase, head, style)
    };
    table.push(RowRole::Header, HEADS.iter().map(|head| header(head)).collect());
    for column in &report.columns {
        let numbers = [report.total(*column), report.concerned(*column)];
        let number = |number: usize| Cell::new(CellRole::Score, Value::Number(number as f64), look::number());
        table.push(RowRole::Body, row(*column, look::text().ink, numbers.map(number)));
    }
    let frame = Frame { header: 0, last: table.next() - 1 };
    let shown = |id: &str| report.columns.iter().any(|column| column.id() == id);
    for rule in RULES.iter().filter(|rule| !shown(rule.id)) {
        let off = ["off", ""].map(|text| Cell::text(CellRole::Score, text, Style { ink: look::note().ink, ..look::number() }));
        table.push(RowRole::Body, row(Column::Rule(rule), look::note().ink, off));
    }
    let columns = [
        table.width(0, 120, 220),
        table.width(1, 60, 90),
        table.width(2, 300, 620),
        table.width(3, 70, 90),
        table.width(4, 70, 90),
    ];
    table.finish("Rules", &title(report), &columns, &frame, 1)
}

fn is_number(head: &str) -> bool {
    matches!(head, "Findings" | "Hand-ins")
}

fn row(column: Column, ink: Color, numbers: [Cell; 2]) -> Vec<Cell> {
    let style = Style { ink, ..look::text() };
    let [findings, hand_ins] = numbers;
    vec![
        Cell::text(CellRole::Lane, column.id(), Style { bold: true, ..style }),
        Cell::text(CellRole::Item, column.group(), style),
        Cell::text(CellRole::Item, quoted(column.summary()), style),
        findings,
        hand_ins,
    ]
}
