//! Rows that have no height yet: they are measured at column widths, and parted where a row cannot hold all of its text.

use std::rc::Rc;

use crate::scene::Pt;
use crate::sheet::{Cell, CellRole, Row, RowRole, Style, Value, limits};
use crate::text::office::{BODY, INDENT, Measured, Pixels};
use crate::text::{SOFT_HYPHEN, shown};

/// What a row has above and below its text, together.
const AIR: Pt = Pt(3.0);
/// The sizes of headers that are tried so that their words stay whole, the largest first.
pub fn header_sizes() -> impl Iterator<Item = Pt> {
    (0..=6).map(|step| BODY - Pt(0.5) * f64::from(step))
}

fn is_header(cell: &Cell) -> bool {
    matches!(cell.role, CellRole::Stage | CellRole::Phase)
}

/// A row whose height is not chosen yet. `T` says what the row is.
pub struct Draft<T> {
    /// What the row is to the layout.
    pub tag: T,
    role: RowRole,
    least: Pt,
    cells: Vec<Cell>,
    /// The text of each cell.
    texts: Vec<Option<Rc<Measured>>>,
}

/// The rows that came out of one draft.
pub struct Finished {
    /// At least one; more where a cell holds more than one row can show.
    pub rows: Vec<Row>,
    /// The indices of the cells that go on in the second row.
    pub split: Vec<usize>,
}

impl<T> Draft<T> {
    /// A row of at least that height.
    pub fn new(tag: T, role: RowRole, least: Pt, cells: Vec<Cell>) -> Self {
        Self::below(None, tag, role, least, cells)
    }

    /// The same below another one: what both say in a column is measured once. Records often say the same as their neighbours.
    pub fn below(other: Option<&Self>, tag: T, role: RowRole, least: Pt, cells: Vec<Cell>) -> Self {
        let known = |column: usize, cell: &Cell| {
            let same = |above: &&Cell| above.style.bold == cell.style.bold && above.value == cell.value;
            let other = other.filter(|other| other.cells.get(column).as_ref().is_some_and(same))?;
            other.texts.get(column)?.clone()
        };
        let measured = |(column, cell): (usize, &Cell)| {
            let text = text(cell)?;
            Some(known(column, cell).unwrap_or_else(|| Rc::new(Measured::new(text, cell.style.bold))))
        };
        let texts = cells.iter().enumerate().map(measured).collect();
        Self { tag, role, least, cells, texts }
    }

    /// The least width of the column with that index in which no word of a cell of this row alone is broken.
    pub fn widest_word(&self, column: usize) -> Pixels {
        let cell = self.placed().find(|(start, cell, _)| *start == column && cell.span == 1);
        cell.and_then(|(_, cell, text)| Some(indented(text?.widest_word(cell.style.size), &cell.style))).unwrap_or_default()
    }

    /// The same for headers in type of at most that size, and for what stands beneath them; addresses and file names may be broken, which are
    /// not read word by word.
    pub fn widest_plain_word(&self, column: usize, header: Option<Pt>) -> Pixels {
        let cell = self.placed().find(|(start, cell, _)| *start == column && cell.span == 1);
        let word = cell.filter(|(_, cell, _)| is_header(cell) == header.is_some()).and_then(|(_, cell, text)| {
            let size = header.map_or(cell.style.size, |most| most.min(cell.style.size));
            Some(indented(text?.widest_plain_word(size), &cell.style))
        });
        word.unwrap_or_default()
    }

    /// The row with its headers in smaller type, the same for all of them, where a word of one would be broken in its column. Where no
    /// legible size helps, they stay as they are.
    pub fn whole_words(mut self, columns: &[Pixels]) -> Self {
        let fits = |size: Pt| {
            let whole = |(start, cell, text): (usize, &Cell, Option<&Measured>)| {
                let size = size.min(cell.style.size);
                text.is_none_or(|text| indented(text.widest_plain_word(size), &cell.style) <= width_of(columns, start, cell))
            };
            self.placed().filter(|(_, cell, _)| is_header(cell)).all(whole)
        };
        if let Some(size) = header_sizes().find(|size| fits(*size)) {
            for cell in self.cells.iter_mut().filter(|cell| is_header(cell)) {
                cell.style.size = size.min(cell.style.size);
            }
        }
        self
    }

    /// The least width of the column with that index in which no text of this row is broken but at line feeds.
    pub fn widest_line(&self, column: usize) -> Pixels {
        let cell = self.placed().find(|(start, cell, _)| *start == column && cell.span == 1);
        cell.and_then(|(_, cell, text)| Some(indented(text?.width(cell.style.size), &cell.style))).unwrap_or_default()
    }

    /// How much the row has to say.
    pub fn weight(&self) -> usize {
        self.cells.iter().filter_map(text).map(str::len).sum()
    }

    /// The height that each cell of a row asks for, none of which covers several columns.
    pub fn heights(&self, columns: &[Pixels]) -> Vec<Pt> {
        (0..columns.len()).map(|column| self.height_of(column, columns)).collect()
    }

    /// The height that one cell of such a row asks for.
    pub fn height_of(&self, column: usize, columns: &[Pixels]) -> Pt {
        let cell = self.cells.get(column).zip(self.texts.get(column).and_then(Option::as_deref));
        cell.map_or(Pt::ZERO, |(cell, text)| asked(cell, text, width(columns, column, cell)))
    }

    /// The height that the row asks for, even beyond what a row can have.
    pub fn height(&self, columns: &[Pixels]) -> Pt {
        let heights = self.placed().filter_map(|(start, cell, text)| Some(asked(cell, text?, width(columns, start, cell))));
        heights.fold(self.least, Pt::max)
    }

    /// The row at these column widths, never parted: what is higher than a row can be is not all in sight.
    pub fn whole(self, columns: &[Pixels]) -> Row {
        let height = self.height(columns).min(limits::ROW_HEIGHT);
        Row { role: self.role, height, cells: self.cells }
    }

    /// The rows at these column widths. `again` says what stands in the first cell of a row that goes on: its text is given.
    pub fn finish(self, columns: &[Pixels], again: impl Fn(&str) -> String) -> Finished {
        let height = self.height(columns);
        let whole = |cell: &Cell| text(cell).is_none_or(|text| limits::units(text) <= limits::CELL);
        if height <= limits::ROW_HEIGHT && self.cells.iter().all(whole) {
            return Finished { rows: vec![Row { role: self.role, height, cells: self.cells }], split: Vec::new() };
        }
        let pieces: Vec<Vec<String>> = self
            .placed()
            .map(|(start, cell, measured)| match (text(cell), measured) {
                (Some(text), Some(measured)) => parts(text, measured, cell.style.size, width(columns, start, cell)),
                _ => Vec::new(),
            })
            .collect();
        let count = pieces.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let rows = (0..count).map(|index| self.part(index, &pieces, columns, &again));
        let split = pieces.iter().enumerate().filter(|(_, pieces)| pieces.len() > 1).map(|(index, _)| index);
        Finished { rows: rows.collect(), split: split.collect() }
    }

    fn part(&self, index: usize, pieces: &[Vec<String>], columns: &[Pixels], again: &impl Fn(&str) -> String) -> Row {
        let cells = self.cells.iter().enumerate().map(|(column, cell)| {
            let value = match pieces[column].get(index) {
                Some(piece) => Value::Text(piece.clone()),
                None if index == 0 => cell.value.clone(),
                None if column == 0 && matches!(cell.role, CellRole::Lane | CellRole::Phase | CellRole::Stage) => {
                    let said = match cell.value {
                        Value::Number(number) => number.to_string(),
                        Value::Text(_) | Value::Empty | Value::Date(_) => text(cell).unwrap_or_default().to_owned(),
                    };
                    Value::Text(again(&said))
                }
                None => Value::Empty,
            };
            Cell { value, ..cell.clone() }
        });
        let row = Draft::new((), self.role, Pt::ZERO, cells.collect());
        Row { role: self.role, height: row.height(columns).min(limits::ROW_HEIGHT), cells: row.cells }
    }

    /// Each cell with the column it starts at.
    fn placed(&self) -> impl Iterator<Item = (usize, &Cell, Option<&Measured>)> {
        self.cells.iter().zip(&self.texts).scan(0, |next, (cell, text)| {
            let start = *next;
            *next += usize::from(cell.span);
            Some((start, cell, text.as_deref()))
        })
    }
}

/// The height that a cell asks for.
fn asked(cell: &Cell, text: &Measured, width: Pixels) -> Pt {
    text.line_height(cell.style.size) * text.lines(cell.style.size, width) as f64 + AIR
}

fn text(cell: &Cell) -> Option<&str> {
    match &cell.value {
        Value::Text(text) => Some(text),
        Value::Empty | Value::Number(_) | Value::Date(_) => None,
    }
}

/// The width that the text of a cell has.
fn width(columns: &[Pixels], start: usize, cell: &Cell) -> Pixels {
    let whole = width_of(columns, start, cell);
    Pixels(if cell.style.indent { whole.0.saturating_sub(INDENT.0) } else { whole.0 })
}

/// The width of a cell.
fn width_of(columns: &[Pixels], start: usize, cell: &Cell) -> Pixels {
    Pixels(columns.iter().skip(start).take(usize::from(cell.span)).map(|column| column.0).sum())
}

/// The width of a cell whose text has that width.
fn indented(width: Pixels, style: &Style) -> Pixels {
    Pixels(if style.indent { width.0 + INDENT.0 } else { width.0 })
}

/// Parts a text so that each part fits into a cell of one row. Put together again the parts are the text.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float turns into the nearest whole number")]
fn parts(text: &str, measured: &Measured, size: Pt, width: Pixels) -> Vec<String> {
    // One line is kept for a part that ends in a line feed, behind which an empty line is shown.
    let room = ((limits::ROW_HEIGHT - AIR) / measured.line_height(size)).floor() as usize;
    let room = room.saturating_sub(1).clamp(1, limits::LINE_FEEDS);
    let mut starts = measured.line_starts(size, width);
    starts.push(text.len());
    let lines: Vec<&str> = starts.windows(2).flat_map(|pair| chunks(&text[pair[0]..pair[1]])).collect();
    let mut parts = Vec::new();
    let mut first = 0;
    while first < lines.len() {
        let end = first + fitting(&lines[first..], room);
        parts.push(lines[first..end].concat());
        first = end;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// How many of the lines fit into one cell: at least one, and up to the end of a paragraph when that leaves no more than half free.
fn fitting(lines: &[&str], room: usize) -> usize {
    let mut units = 0;
    let within = lines.iter().take(room).take_while(|line| {
        units += limits::units(line);
        units <= limits::CELL
    });
    let count = within.count().max(1);
    if count == lines.len() {
        return count;
    }
    let paragraph = (1..=count).rev().find(|end| lines[end - 1].ends_with('\n'));
    paragraph.filter(|end| end * 2 >= count).unwrap_or(count)
}

/// A line in pieces that each fit into a cell; nearly always one. (A line of characters without a width can be of any length.)
fn chunks(line: &str) -> Vec<&str> {
    let mut chunks = Vec::new();
    let mut rest = line;
    while limits::units(rest) > limits::CELL {
        let end = rest.char_indices().nth(limits::CELL / 2).map_or(rest.len(), |(at, _)| at);
        let (chunk, behind) = rest.split_at(end);
        chunks.push(chunk);
        rest = behind;
    }
    chunks.push(rest);
    chunks
}

/// A cell of text that is read from its own side, without its soft hyphens, which spreadsheets show.
pub fn text_cell(role: CellRole, text: impl Into<String>, style: Style) -> Cell {
    let text = text.into();
    data_cell(role, if text.contains(SOFT_HYPHEN) { shown(&text).into_owned() } else { text }, style)
}

/// The same with all that its text has: a cell that is there for its data.
pub fn data_cell(role: CellRole, text: String, style: Style) -> Cell {
    let style = super::look::directed(style, &text);
    Cell::text(role, text, style)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tabular::look;

    fn finish(text: &str, characters: f64) -> Finished {
        let cells = vec![
            Cell::text(CellRole::Lane, "Doel", look::plain()),
            Cell::text(CellRole::Item, text, look::plain()),
            Cell::text(CellRole::Item, "kort", look::plain()),
        ];
        let columns = [Pixels::of_column(20.0), Pixels::of_column(characters), Pixels::of_column(20.0)];
        Draft::new((), RowRole::Body, Pt::ZERO, cells).finish(&columns, |title| format!("{title} (vervolg)"))
    }

    fn column(finished: &Finished, index: usize) -> Vec<&str> {
        finished.rows.iter().map(|row| text(&row.cells[index]).unwrap_or_default()).collect()
    }

    #[test]
    fn a_row_is_as_high_as_its_highest_text() {
        let finished = finish("een\ntwee\ndrie", 20.0);
        assert_eq!((finished.rows.len(), finished.rows[0].height), (1, Pt(48.0)));
    }

    #[test]
    fn what_one_row_cannot_show_goes_on_in_the_next() {
        let long = "Een alinea die wat langer is.\n".repeat(60);
        let finished = finish(&long, 20.0);
        assert!(finished.rows.len() > 3);
        assert_eq!(finished.split, [1]);
        assert_eq!(column(&finished, 1).concat(), long);
        assert_eq!(column(&finished, 0)[..2], ["Doel", "Doel (vervolg)"]);
        assert_eq!(column(&finished, 2)[..2], ["kort", ""]);
        assert!(finished.rows.iter().all(|row| row.height <= limits::ROW_HEIGHT));
        assert!(column(&finished, 1).iter().all(|part| part.ends_with('\n')), "parted at paragraphs");
    }

    #[test]
    fn text_without_a_width_is_parted_too() {
        let unseen = "\u{200d}".repeat(80_000);
        let finished = finish(&unseen, 20.0);
        assert_eq!(column(&finished, 1).concat(), unseen);
        assert!(column(&finished, 1).iter().all(|part| limits::units(part) <= limits::CELL));
    }
}
