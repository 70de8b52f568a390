//! A workbook of typed cells: what a table says and how it should look, without a word of any file format.
//!
//! Sizes are given in the units that spreadsheets themselves use: column widths in characters of the default font, row
//! heights in points. Layouts choose them by measuring; writers only pass them on.

pub mod limits;
mod name;
mod picture;

use std::fmt;

use crate::meta::{Date, Meta};
use crate::paper::{Orientation, Paper};
use crate::scene::{Color, Mm, Pt};
pub use name::sheet_name;
pub use picture::Picture;

/// A document of one or more sheets.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// What the document says about itself.
    pub meta: Meta,
    /// The sheets, in order; at least one.
    pub sheets: Vec<Sheet>,
}

/// One sheet: rows of cells and how they are shown and printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Whether the sheet holds data or explains.
    pub kind: SheetKind,
    /// The name on the tab, made by [`sheet_name`]: 1 to 31 characters, none of `\ / ? : * [ ]`, no apostrophe at its edges, unique in the workbook.
    pub name: String,
    /// The width of each column, in characters of the default font.
    pub columns: Vec<f64>,
    /// The rows from the top. A row may hold fewer cells than there are columns.
    pub rows: Vec<Row>,
    /// Whether the first column stands at the right.
    pub rtl: bool,
    /// Rows at the top and columns at the left that stay in view.
    pub frozen: Frozen,
    /// The cell that is active when the sheet is opened.
    pub active: CellRef,
    /// How the sheet is printed.
    pub print: Print,
    /// Line charts beneath or beside the cells.
    pub charts: Vec<Chart>,
    /// Rules for what may be typed into cells.
    pub inputs: Vec<Input>,
    /// Ranges of scores whose colour follows their value.
    pub scales: Vec<ColorScale>,
    /// The headers and rows of a table that can be filtered and sorted; at most one a sheet.
    pub filter: Option<Range>,
    /// Names of ranges, unique in the workbook, by which a reader finds them wherever they were moved: letters, digits and full
    /// stops, starting with a letter.
    pub names: Vec<(String, Range)>,
    /// Pictures, which cover nothing.
    pub pictures: Vec<Picture>,
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SheetKind {
    /// A table of the journey.
    Data,
    /// An explanation for people; not part of the data.
    Guide,
    /// What a reader needs to know the workbook again; nobody is shown it.
    Store,
}

/// A place in a sheet, counted from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct CellRef {
    /// From the top.
    pub row: u32,
    /// From the left.
    pub column: u16,
}

/// A block of cells, both corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Range {
    /// The left upper corner.
    pub first: CellRef,
    /// The right lower corner.
    pub last: CellRef,
}

/// How many rows and columns stay in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frozen {
    /// Rows at the top.
    pub rows: u32,
    /// Columns at the left.
    pub columns: u16,
}

/// A row of cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What the row is to the table.
    pub role: RowRole,
    /// The height, at most 409.
    pub height: Pt,
    /// The cells from the left; each stands behind the columns that those before it cover.
    pub cells: Vec<Cell>,
}

/// What a row is to the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowRole {
    /// The title and what stands with it, above the table.
    Head,
    /// The bands above the column headers.
    Band,
    /// The column headers.
    Header,
    /// What is said of the columns beneath their headers.
    Remark,
    /// The body of the table.
    Body,
    /// Remarks below the table.
    Foot,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// What the cell is to the journey.
    pub role: CellRole,
    /// How it looks.
    pub style: Style,
    /// How many columns it covers: at least 1, and more only above and below the table.
    pub span: u16,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Text; never a formula, whatever it begins with.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
}

/// What a cell is to the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellRole {
    /// The title of the journey or of the sheet.
    Title,
    /// A line about the journey: scenario, organisation, author.
    Fact,
    /// A stage's name.
    Stage,
    /// A phase's name, or the name of a column.
    Phase,
    /// A lane's name, or the name of a row.
    Lane,
    /// The corner between the headers, or a cell that only fills space.
    Corner,
    /// Items.
    Item,
    /// A score.
    Score,
    /// A remark.
    Note,
}

/// How a cell looks. Text is always broken into lines.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a property of its own, as in spreadsheets")]
pub struct Style {
    /// The type size.
    pub size: Pt,
    /// Whether the text is bold.
    pub bold: bool,
    /// The colour of the text.
    pub ink: Color,
    /// The colour behind the text.
    pub fill: Option<Color>,
    /// The colour of the hairline around the cell.
    pub border: Option<Color>,
    /// Where the text stands from left to right.
    pub align: Align,
    /// Where the text stands from top to bottom.
    pub valign: VerticalAlign,
    /// Whether text at the start or the end of the cell keeps off the border, by the width of three spaces.
    pub indent: bool,
    /// Whether the text is read from right to left.
    pub rtl: bool,
    /// Whether the text is read from bottom to top: a long header above a narrow column.
    pub turned: bool,
    /// How a number is written.
    pub number: NumberForm,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberForm {
    /// With as many decimals as it has.
    Plain,
    /// The same, with a plus before numbers above zero.
    Signed,
    /// Whole numbers, with a tick in the place of zero: so many faults.
    Ticked,
}

impl Sheet {
    /// A sheet of cells and nothing more: no charts, rules or names, nothing that stays in view, the first cell active.
    #[must_use]
    pub fn new(kind: SheetKind, name: impl Into<String>, columns: Vec<f64>, rows: Vec<Row>, print: Print) -> Self {
        Self {
            kind,
            name: name.into(),
            columns,
            rows,
            rtl: false,
            frozen: Frozen::default(),
            active: CellRef::default(),
            print,
            charts: Vec::new(),
            inputs: Vec::new(),
            scales: Vec::new(),
            filter: None,
            names: Vec::new(),
            pictures: Vec::new(),
        }
    }
}

impl Style {
    /// Text of that size and colour: regular, at the top, at the side where reading starts, nothing around it.
    #[must_use]
    pub fn plain(size: Pt, ink: Color) -> Self {
        Self {
            size,
            bold: false,
            ink,
            fill: None,
            border: None,
            align: Align::Start,
            valign: VerticalAlign::Top,
            indent: false,
            rtl: false,
            turned: false,
            number: NumberForm::Plain,
        }
    }
}

impl Print {
    /// Pages of the smallest paper, upright, as many as it takes.
    #[must_use]
    pub fn upright(header: impl Into<String>, page_label: impl Into<String>) -> Self {
        Self {
            paper: Paper::ascending().next().unwrap_or_default(),
            orientation: Orientation::Portrait,
            pages_wide: 1,
            pages_tall: None,
            repeat_rows: None,
            repeat_columns: 0,
            header: header.into(),
            footer: String::new(),
            page_label: page_label.into(),
        }
    }

    /// The margin at the left and at the right.
    pub const SIDE: Mm = Mm(8.0);
    /// The margin at the top, which holds the header.
    pub const TOP: Mm = Mm(15.0);
    /// The margin at the bottom, which holds the footer.
    pub const BOTTOM: Mm = Mm(13.0);
    /// From the edge of the paper to the header and to the footer.
    pub const HEADER: Mm = Mm(7.0);
}

impl Cell {
    /// A cell that covers one column.
    #[must_use]
    pub fn new(role: CellRole, value: Value, style: Style) -> Self {
        Self { value, role, style, span: 1 }
    }

    /// A cell of text; nothing when there is none.
    #[must_use]
    pub fn text(role: CellRole, text: impl Into<String>, style: Style) -> Self {
        let text = text.into();
        Self::new(role, if text.is_empty() { Value::Empty } else { Value::Text(text) }, style)
    }

    /// The same, covering that many columns.
    #[must_use]
    pub fn spanning(mut self, columns: u16) -> Self {
        self.span = columns;
        self
    }
}

impl Range {
    /// The block of one cell.
    #[must_use]
    pub fn cell(cell: CellRef) -> Self {
        Self { first: cell, last: cell }
    }

    /// A part of one row, both ends included.
    #[must_use]
    pub fn of_row(row: u32, columns: (u16, u16)) -> Self {
        Self { first: CellRef { row, column: columns.0 }, last: CellRef { row, column: columns.1 } }
    }
}

/// Where text stands from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// At the side where reading starts.
    Start,
    /// In the middle.
    Center,
    /// At the side where reading ends.
    End,
}

/// Where text stands from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerticalAlign {
    /// At the top.
    Top,
    /// In the middle.
    Middle,
    /// At the bottom.
    Bottom,
}

/// How a sheet is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Print {
    /// The paper.
    pub paper: Paper,
    /// Which way the paper lies.
    pub orientation: Orientation,
    /// Pages from left to right; at least 1.
    pub pages_wide: u16,
    /// Pages from top to bottom; `None` for as many as it takes.
    pub pages_tall: Option<u16>,
    /// The first and the last of the rows that are repeated on each page.
    pub repeat_rows: Option<(u32, u32)>,
    /// Columns at the left that are repeated on each page.
    pub repeat_columns: u16,
    /// At the left of the header on each page: the title.
    pub header: String,
    /// At the left of the footer on each page: the authors. The page number stands at the right.
    pub footer: String,
    /// The word for "page" in the document's language, before the number.
    pub page_label: String,
}

/// A line chart: one line for each row of scores.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The cell whose text is the title above the chart; none where the names of the lines say enough.
    pub title: Option<CellRef>,
    /// Whether the title stands above the lines, and not beside them where the labels of the axis are.
    pub title_above: bool,
    /// What the chart shows, for those who cannot see it.
    pub description: String,
    /// The cells that name the points.
    pub categories: Range,
    /// The cells with the scores, and those that name each line at the left of them.
    pub values: Vec<(Range, CellRef)>,
    /// The lowest and the highest value of the axis.
    pub axis: (f64, f64),
    /// The cells that the chart covers: empty ones.
    pub frame: Range,
    /// How many columns at the left of the frame are left to the labels of the axis, so that the points stand above or below the
    /// columns they belong to.
    pub axis_columns: u16,
    /// How the lines look, used by turns; never empty.
    pub looks: Vec<LineLook>,
}

/// How a line of scores is told apart from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineLook {
    /// The colour of line and marks.
    pub color: Color,
    /// Whether the line is broken, and how.
    pub dash: Dash,
    /// What stands at each score.
    pub marker: Marker,
}

/// How a line is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Dashes.
    Dashed,
    /// Round dots.
    Dotted,
    /// Dashes and dots by turns.
    DashDotted,
}

/// A mark on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// A disc.
    Circle,
    /// A square on its corner.
    Diamond,
    /// A square.
    Square,
    /// A triangle on its base.
    Triangle,
}

/// A rule for what may be typed into cells, with a message that appears when one is selected.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// The cells it holds for.
    pub range: Range,
    /// The title of the message and of what is said against a wrong value: at most 32 characters.
    pub title: String,
    /// The message: at most 255 characters. None appears when it is empty.
    pub message: String,
    /// What is allowed; `None` for anything.
    pub allowed: Option<Allowed>,
}

/// What may be typed into a cell. Nothing always may.
#[derive(Debug, Clone, PartialEq)]
pub enum Allowed {
    /// Numbers from a lowest to a highest, both included.
    Between {
        /// The lowest.
        min: f64,
        /// The highest.
        max: f64,
        /// What is said when something else was typed: at most 255 characters.
        refusal: String,
    },
    /// Words to choose from, none of which holds a comma: with the commas between them at most 255 characters, or they are not offered.
    OneOf {
        /// The words.
        words: Vec<String>,
        /// What is said when something else was typed: at most 255 characters; `None` lets it stand.
        refusal: Option<String>,
    },
    /// A day. Something else is remarked on, and may stand all the same.
    Day {
        /// What is said then: at most 255 characters.
        remark: String,
    },
}

/// Cells whose colour follows their value: from `low` over white to `high`.
#[derive(Debug, Clone, PartialEq)]
pub struct ColorScale {
    /// The cells.
    pub range: Range,
    /// The value and colour at the lower end.
    pub low: (f64, Color),
    /// The value and colour at the upper end.
    pub high: (f64, Color),
}

impl fmt::Display for CellRef {
    /// As in spreadsheets: `B7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::address::cell(usize::try_from(self.row).unwrap_or(usize::MAX - 1), usize::from(self.column)))
    }
}
