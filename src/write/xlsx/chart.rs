//! Line charts of scores.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartDataLabelPosition, ChartEmptyCells, ChartFont, ChartFormat, ChartLayout,
    ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartSolidFill, ObjectMovement, Worksheet,
    XlsxError,
};

use super::{clean, looks};

use crate::scene::Color;
use crate::sheet::{self, Dash, Marker, Range, Sheet};
use crate::text::office::{FAMILY, Pixels};

/// The colour of words and of the axis, and that of grid lines.
const QUIET: Color = Color(0x54, 0x58, 0x60);
const HAIRLINE: Color = Color(0xd5, 0xd8, 0xdd);

/// Puts a chart over the cells of its frame. Its plot area is as wide as the columns of its points, so that each point stands below or
/// above its own column.
///
/// Days are written in the form `date`, of the crate.
pub fn insert(page: &mut Worksheet, sheet: &Sheet, chart: &sheet::Chart, date: &str) -> Result<(), XlsxError> {
    let mut drawn = Chart::new_line();
    let range = |range: Range| (sheet.name.as_str(), range.first.row, range.first.column, range.last.row, range.last.column);
    for (index, (values, name)) in chart.values.iter().enumerate() {
        let look = chart.looks[index % chart.looks.len()];
        let color = looks::color(look.color);
        let fill = ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(color)).clone();
        drawn
            .add_series()
            .set_name((sheet.name.as_str(), name.row, name.column))
            .set_categories(range(chart.categories))
            .set_values(range(*values))
            .set_format(ChartLine::new().set_color(color).set_width(2.5).set_dash_type(dash(look.dash)))
            .set_marker(ChartMarker::new().set_type(marker(look.marker)).set_size(8).set_format(&mut fill.clone()))
            .set_data_label(
                ChartDataLabel::new()
                    .show_value()
                    .set_position(ChartDataLabelPosition::Above)
                    .set_font(font(9.0, QUIET).set_bold()),
            );
    }
    match chart.title {
        Some(title) => {
            drawn.title().set_name((sheet.name.as_str(), title.row, title.column)).set_font(font(11.0, QUIET).set_bold())
        }
        None => drawn.title().set_hidden(),
    };
    axes(&mut drawn, chart);
    if has_days(sheet, chart.categories) {
        // Every reading is named by its own day: an axis of time would name the firsts of months.
        drawn.x_axis().set_text_axis(true).set_num_format(date);
    }
    if sheet.rtl {
        drawn.x_axis().set_reverse();
    }
    let (width, height) = size(sheet, chart);
    let axis: u32 = widths(sheet).take(usize::from(chart.axis_columns)).sum();
    let places = Places::of(f64::from(axis) / f64::from(width.max(1)), chart.values.len(), chart.title_above, sheet.rtl);
    drawn.title().set_layout(&ChartLayout::new().set_offset(places.title, 0.03));
    drawn.plot_area().set_layout(&places.plot.layout());
    match places.legend {
        Some(place) => {
            drawn.legend().set_position(ChartLegendPosition::Top).set_font(&font(9.0, QUIET)).set_layout(&place.layout())
        }
        None => drawn.legend().set_hidden(),
    };
    drawn.chart_area().set_format(ChartFormat::new().set_no_border());
    drawn.set_width(width).set_height(height);
    drawn.set_alt_text(clean(&chart.description));
    drawn.set_object_movement(ObjectMovement::MoveAndSizeWithCells);
    // A phase without a score does not break the curve.
    drawn.show_empty_cells_as(ChartEmptyCells::Connected);
    page.insert_chart(chart.frame.first.row, chart.frame.first.column, &drawn)?;
    Ok(())
}

fn dash(dash: Dash) -> ChartLineDashType {
    match dash {
        Dash::Solid => ChartLineDashType::Solid,
        Dash::Dashed => ChartLineDashType::Dash,
        Dash::Dotted => ChartLineDashType::RoundDot,
        Dash::DashDotted => ChartLineDashType::DashDot,
    }
}

fn marker(marker: Marker) -> ChartMarkerType {
    match marker {
        Marker::Circle => ChartMarkerType::Circle,
        Marker::Diamond => ChartMarkerType::Diamond,
        Marker::Square => ChartMarkerType::Square,
        Marker::Triangle => ChartMarkerType::Triangle,
    }
}

/// A part of a chart, in fractions of its width and height.
#[derive(Debug, Clone, Copy)]
struct Place {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Place {
    fn layout(self) -> ChartLayout {
        ChartLayout::new().set_offset(self.left, self.top).set_dimensions(self.width, self.height)
    }
}

/// Where the parts of a chart stand.
struct Places {
    /// The left end of the title: beside the points, where none of them can stand.
    title: f64,
    plot: Place,
    /// Over the labels of the highest points. Without a place of its own it would stand on the lines.
    legend: Option<Place>,
}

impl Places {
    /// `axis` is the part of the width that is left to the labels of the axis. In a sheet from right to left the columns run the other
    /// way: the points follow them, and the axis changes sides.
    fn of(axis: f64, lines: usize, above: bool, rtl: bool) -> Self {
        let (left, title) = if rtl { (0.0, 1.0 - 0.7 * axis) } else { (axis, 0.004) };
        let part = |top, height| Place { left, top, width: 1.0 - axis, height };
        if above {
            Self { title, plot: part(0.26, 0.58), legend: None }
        } else if lines > 1 {
            Self { title, plot: part(0.26, 0.58), legend: Some(part(0.01, 0.12)) }
        } else {
            Self { title, plot: part(0.14, 0.7), legend: None }
        }
    }
}

fn axes(drawn: &mut Chart, chart: &sheet::Chart) {
    let (min, max) = chart.axis;
    drawn
        .y_axis()
        .set_min(min)
        .set_max(max)
        .set_font(&font(9.0, QUIET))
        .set_format(ChartFormat::new().set_no_line())
        .set_major_gridlines_line(ChartLine::new().set_color(looks::color(HAIRLINE)).set_width(0.5));
    let parts = if chart.title_above { 5.0 } else { 10.0 };
    if let Some(unit) = unit(max - min, parts) {
        drawn.y_axis().set_major_unit(unit);
    }
    if min < 0.0 {
        drawn.y_axis().set_num_format(looks::SIGNED);
    }
    drawn
        .x_axis()
        .set_label_position(ChartAxisLabelPosition::Low)
        // Long names are broken into lines, not turned.
        .set_font(font(9.0, QUIET).set_rotation(0))
        .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(looks::color(QUIET)).set_width(0.75)));
}

/// The distance of the lines of an axis of that length: 1, 2 or 5 times a power of ten, so that there are no more parts than that. Lengths that no
/// one can read are left to the spreadsheet.
fn unit(length: f64, parts: f64) -> Option<f64> {
    if !(1e-9..=1e12).contains(&length) {
        return None;
    }
    let mut power = 1.0;
    while power * 10.0 <= length / parts {
        power *= 10.0;
    }
    while power > length {
        power /= 10.0;
    }
    let mut steps = [1.0, 2.0, 5.0, 10.0].into_iter().map(|step| step * power);
    steps.find(|unit| length / unit <= parts)
}

/// Whether the points are named by days.
fn has_days(sheet: &Sheet, categories: Range) -> bool {
    let row = sheet.rows.get(categories.first.row as usize);
    let cell = row.and_then(|row| row.cells.get(usize::from(categories.first.column)));
    cell.is_some_and(|cell| matches!(cell.value, sheet::Value::Date(_)))
}

fn font(size: f64, color: Color) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FAMILY).set_size(size).set_color(looks::color(color));
    font
}

fn widths(sheet: &Sheet) -> impl Iterator<Item = u32> {
    sheet.columns.iter().map(|width| Pixels::of_column(*width).0)
}

/// The size of the frame in pixels.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float turns into the nearest whole number")]
fn size(sheet: &Sheet, chart: &sheet::Chart) -> (u32, u32) {
    let Range { first, last } = chart.frame;
    let columns = widths(sheet).skip(usize::from(first.column)).take(usize::from(last.column - first.column) + 1);
    let rows = sheet.rows.iter().zip(0..).filter(|(_, index)| (first.row..=last.row).contains(index));
    (columns.sum(), rows.map(|(row, _)| (row.height.0 / 0.75).round() as u32).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_chart_stand_clear_of_each_other() {
        for rtl in [false, true] {
            for lines in [1, 2, 5] {
                let Places { title, plot, legend } = Places::of(0.1, lines, false, rtl);
                assert_eq!(title > plot.left, rtl, "the title is on the side of the axis");
                assert!(!rtl || title > plot.left + plot.width);
                assert_eq!(legend.is_some(), lines > 1);
                // The label of a point is a tenth of the height.
                assert!(legend.is_none_or(|legend| legend.top + legend.height <= plot.top - 0.1));
                assert!(plot.top + plot.height < 0.9 && plot.left + plot.width <= 1.0);
            }
        }
    }

    #[test]
    fn an_axis_has_at_most_ten_parts() {
        for (length, expected) in [(4.0, 1.0), (10.0, 1.0), (20.0, 2.0), (100.0, 10.0), (0.5, 0.1), (1e12, 1e11)] {
            let found = unit(length, 10.0).unwrap();
            assert!((found / expected - 1.0).abs() < 1e-9, "{length}: {found}");
        }
        assert_eq!([f64::INFINITY, 1e-300].map(|length| unit(length, 10.0)), [None, None]);
    }
}
