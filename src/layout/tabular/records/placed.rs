//! What belongs to the cells of records without standing in them: names, colours, choices and charts.

use super::{BESIDE, Extras, FROZEN, Maker, RowTag, column_number};
use crate::layout::tabular::look;
use crate::sheet::{CellRef, Chart, ColorScale, Input, Range, limits};
use crate::text::office::Pixels;

/// What belongs to cells without standing in them.
pub struct Placed<'a> {
    /// What made the rows.
    pub maker: &'a Maker<'a>,
    /// The first and the last row of each draft.
    pub places: &'a [(RowTag, u32, u32)],
    /// The widths.
    pub columns: &'a [Pixels],
}

impl Placed<'_> {
    pub fn header(&self) -> u32 {
        self.places.iter().find(|(tag, ..)| *tag == RowTag::Header).map_or(0, |(_, first, _)| *first)
    }

    /// The first and the last row of the records between two indices, both included.
    fn rows(&self, from: usize, to: usize) -> Option<(u32, u32)> {
        let of = |index| self.places.iter().find(|(tag, ..)| *tag == RowTag::Record(index));
        Some((of(from)?.1, of(to)?.2))
    }

    /// The first and the last row of all records.
    fn all(&self) -> Option<(u32, u32)> {
        let mut records = self.places.iter().filter(|(tag, ..)| matches!(tag, RowTag::Record(_)));
        let (_, first, last) = records.next()?;
        Some((*first, records.next_back().map_or(*last, |(.., last)| *last)))
    }

    fn column(&self, path: &str) -> Option<u16> {
        self.maker.fields.iter().position(|field| field.path == path).map(|index| column_number(index + 1))
    }

    fn cells(column: u16, (first, last): (u32, u32)) -> Range {
        Range { first: CellRef { row: first, column }, last: CellRef { row: last, column } }
    }

    /// The columns that stay in view: those up to the one that names the record, when they are not too wide, else the number.
    pub fn frozen(&self) -> u16 {
        let named = ["text", "title", "phase"].iter().filter_map(|path| self.column(path));
        let width = |last: u16| self.columns.iter().take(usize::from(last) + 1).map(|column| column.0).sum::<u32>();
        named.filter(|last| width(*last) <= FROZEN).max().map_or(1, |last| last + 1)
    }

    pub fn names(&self) -> Vec<(String, Range)> {
        let Some(rows) = self.all() else { return Vec::new() };
        let table = self.maker.table;
        let fields =
            self.maker.fields.iter().zip(1..).map(|(field, column)| (table.range_name(field), Self::cells(column, rows)));
        std::iter::once((table.numbers_name(), Self::cells(0, rows))).chain(fields).collect()
    }

    pub fn scales(&self, extras: &Extras) -> Vec<ColorScale> {
        let Some(rows) = self.all() else { return Vec::new() };
        let scales = extras.scales.iter().filter_map(|(path, low, high)| {
            Some(ColorScale { range: Self::cells(self.column(path)?, rows), low: *low, high: *high })
        });
        scales.collect()
    }

    /// What may be chosen or typed.
    pub fn inputs(&self) -> Vec<Input> {
        let Some(rows) = self.all() else { return Vec::new() };
        let language = self.maker.journey.language.terms;
        let inputs = self.maker.fields.iter().zip(1..).filter_map(|(field, column)| {
            let allowed = look::allowed(self.maker.table, field, language)?;
            let title = limits::clip(&field.label, limits::MESSAGE_TITLE);
            Some(Input { range: Self::cells(column, rows), title, message: String::new(), allowed: Some(allowed) })
        });
        inputs.collect()
    }

    /// The first and the last column of one of several equal parts of the table.
    fn part(&self, index: usize, parts: usize) -> (u16, u16) {
        let whole: u32 = self.columns.iter().map(|column| column.0).sum();
        // The number of columns whose width comes nearest to that of so many parts.
        let end = |part: usize| {
            let wanted = f64::from(whole) * part as f64 / parts as f64;
            let ends = self.columns.iter().scan(0, |sum, column| {
                *sum += column.0;
                Some(*sum)
            });
            let distances = std::iter::once(0).chain(ends).map(|end| (f64::from(end) - wanted).abs()).enumerate();
            distances.min_by(|(_, one), (_, other)| one.total_cmp(other)).map_or(0, |(count, _)| count)
        };
        (column_number(end(index)), column_number(end(index + 1).max(end(index) + 1) - 1))
    }

    pub fn charts(&self, extras: &Extras) -> Vec<Chart> {
        let charts = extras.lines.iter().enumerate().filter_map(|(index, line)| {
            let (beside, first) = (index % BESIDE, index - index % BESIDE);
            let (_, row, _) = self.places.iter().find(|(tag, ..)| *tag == RowTag::Chart(first))?;
            let rows = self.rows(line.records.0, line.records.1)?;
            let [name, points, numbers] = line.paths;
            let name = CellRef { row: rows.0, column: self.column(name)? };
            Some(Chart {
                title: Some(name),
                title_above: true,
                description: limits::clip(&line.description, limits::MESSAGE),
                categories: Self::cells(self.column(points)?, rows),
                values: vec![(Self::cells(self.column(numbers)?, rows), name)],
                axis: line.axis,
                frame: Range::of_row(*row, self.part(beside, extras.lines.len().min(BESIDE))),
                axis_columns: 1,
                looks: crate::layout::curves::LOOKS.to_vec(),
            })
        });
        charts.collect()
    }
}
