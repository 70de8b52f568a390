//! Pictures on sheets: each in a row of its own above all others, so that it covers no cell that says something.

use std::sync::Arc;

use super::{CellRef, Range, Row, RowRole, Sheet};
use crate::scene::{Mm, Pt, Raster, Size};

/// A picture on a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What is shown.
    pub pixels: Arc<Raster>,
    /// The cell whose upper corner it stands in, a little below and beside the edges.
    pub at: CellRef,
    /// How large it is.
    pub size: Size,
    /// What it shows, for those who cannot see it.
    pub description: String,
}

impl Picture {
    /// Between the picture and the edges of its row.
    pub const AIR: Mm = Mm(1.0);
}

impl Sheet {
    /// The same with a picture in a row of its own above all others. Everything that refers to a row goes on referring to it.
    #[must_use]
    pub fn headed(mut self, picture: Picture) -> Self {
        let height = Pt::from(picture.size.height + Picture::AIR * 2.0);
        self.rows.insert(0, Row { role: RowRole::Head, height, cells: Vec::new() });
        if self.frozen.rows > 0 {
            self.frozen.rows += 1;
        }
        let print = &mut self.print;
        print.repeat_rows = print.repeat_rows.map(|(first, last)| (first + 1, last + 1));
        lower(&mut self.active);
        for chart in &mut self.charts {
            chart.title.iter_mut().for_each(lower);
            for (range, name) in &mut chart.values {
                lower_range(range);
                lower(name);
            }
            lower_range(&mut chart.categories);
            lower_range(&mut chart.frame);
        }
        self.inputs.iter_mut().for_each(|input| lower_range(&mut input.range));
        self.scales.iter_mut().for_each(|scale| lower_range(&mut scale.range));
        self.filter.iter_mut().for_each(lower_range);
        self.names.iter_mut().for_each(|(_, range)| lower_range(range));
        self.pictures.iter_mut().for_each(|picture| lower(&mut picture.at));
        self.pictures.push(Picture { at: CellRef::default(), ..picture });
        self
    }
}

fn lower(cell: &mut CellRef) {
    cell.row += 1;
}

fn lower_range(range: &mut Range) {
    lower(&mut range.first);
    lower(&mut range.last);
}
