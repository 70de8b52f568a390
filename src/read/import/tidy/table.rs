//! Where the table stands, and what its columns tell.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{CellPlace, Code, Diagnostic};
use crate::forms::store;
use crate::forms::tidy::{Column, Of, SOURCE, Tells, columns};
use crate::read::book::{At, Book, Page, Value};
use crate::read::import::notes::Notes;
use crate::read::import::{matrix, numbered};
use crate::tongue::{Phrase, names, say};

/// The names of the columns stand in one of the first rows.
const HEADER_ROWS: usize = 50;
/// How many journeys of several are named.
const NAMED: usize = 3;

/// A table with a row of names.
pub struct Table<'a> {
    page: &'a Page,
    /// The row of the names.
    pub header: usize,
    /// The columns that are known, with where they stand, in the order of the layout.
    pub columns: Vec<(usize, &'static Column)>,
    /// Where the files stand that the rows come from.
    source: Option<usize>,
    /// The rows beneath the names in which something stands, in the order of the column that numbers them.
    rows: Vec<usize>,
    /// That column.
    order: Option<usize>,
}

impl<'a> Table<'a> {
    /// The first table that has the columns that must be there.
    pub fn find(book: &'a Book) -> Option<Self> {
        let pages = book.sheets.iter().filter(|page| page.name.as_deref() != Some(store::SHEET));
        pages
            .flat_map(|page| (0..page.rows.len().min(HEADER_ROWS)).map(move |row| Self::at(page, row)))
            .find(Self::is_whole)
            .map(Self::ordered)
    }

    fn at(page: &'a Page, header: usize) -> Self {
        let names: Vec<_> = page.rows[header].iter().map(name).collect();
        let place = |wanted: &str| names.iter().position(|name| name == wanted);
        let columns = columns().iter().filter_map(|column| Some((place(&column.name)?, column)));
        Self { page, header, columns: columns.collect(), source: place(SOURCE), rows: Vec::new(), order: None }
    }

    /// The same with its rows, which a column may number that is none of a journey's, where each has a number.
    fn ordered(mut self) -> Self {
        let filled = |row: &usize| self.page.rows[*row].iter().any(|value| !value.is_empty());
        self.rows = (self.header + 1..self.page.rows.len()).filter(filled).collect();
        let known = |column: &usize| self.columns.iter().any(|(at, _)| at == column) || self.source == Some(*column);
        let named = |column: &usize| matrix::of_numbers(&self.get(At { row: self.header, column: *column }).text());
        let phase = [Of::Id, Of::Title].into_iter().find_map(|of| self.column(&Tells::Phase(of)));
        let numbers = |column: usize| {
            let number = |row: &usize| matrix::number(&self.get(At { row: *row, column }).text());
            let phase = |row: &usize| phase.map_or_else(String::new, |column| self.get(At { row: *row, column }).text());
            self.rows.iter().map(|row| Some((phase(row), number(row)?))).collect::<Option<Vec<_>>>()
        };
        let mut columns = (0..self.page.width()).filter(|column| !known(column) && named(column));
        if let Some((column, numbers)) = columns.find_map(|column| Some((column, numbers(column)?))) {
            self.rows = numbered::order(&numbers).into_iter().map(|index| self.rows[index]).collect();
            self.order = Some(column);
        }
        self
    }

    fn is_whole(&self) -> bool {
        let has = |tells: &[Tells]| self.columns.iter().any(|(_, column)| tells.contains(&column.tells));
        has(&[Tells::Phase(Of::Id), Tells::Phase(Of::Title)])
            && has(&[Tells::Lane(Of::Id), Tells::Lane(Of::Title), Tells::Kind])
            && has(&[Tells::Item(vec!["text"]), Tells::Item(vec!["score"])])
    }

    /// The rows beneath the names in which something stands, in order.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().copied()
    }

    /// What a cell holds.
    pub fn get(&self, at: At) -> &'a Value {
        self.page.get(at)
    }

    /// Where the column is that tells this.
    pub fn column(&self, tells: &Tells) -> Option<usize> {
        self.columns.iter().find(|(_, column)| column.tells == *tells).map(|(at, _)| *at)
    }

    /// The place of a cell, for messages.
    pub fn place(&self, at: At) -> CellPlace {
        self.page.place(at)
    }

    /// A part of the sheet, for people.
    pub fn part(&self, part: Phrase) -> Phrase {
        match &self.page.name {
            Some(sheet) => say!("part-of-sheet", sheet = sheet, part = part),
            None => part,
        }
    }

    /// Refuses a table over several journeys.
    pub fn of_one_journey(&self) -> Result<(), Box<Diagnostic>> {
        let titles = self.column(&Tells::Title).map(|column| (column, "journey"));
        for (column, called) in self.source.map(|column| (column, SOURCE)).into_iter().chain(titles) {
            let (mut known, mut named, mut second) = (BTreeSet::new(), Vec::new(), None);
            for row in self.rows() {
                let text = self.get(At { row, column }).text();
                if !text.is_empty() && known.insert(text.clone()) {
                    if named.len() <= NAMED {
                        named.push(text);
                    }
                    if known.len() == 2 {
                        second = Some(row);
                    }
                }
            }
            if let Some(row) = second {
                let names = names(&named, NAMED);
                let message = say!("several-journeys", count = known.len(), column = called, names = names);
                let help = say!("several-journeys-help", column = called);
                let problem = Diagnostic::new(Code::SeveralJourneys, message).help(help);
                return Err(Box::new(problem.cell(self.place(At { row, column }))));
            }
        }
        Ok(())
    }

    /// Says what each column was taken for.
    pub fn explain(&self, log: &mut Log) {
        log.step(self.part(row(self.header)), say!("explain-columns"));
        let mut known = self.columns.clone();
        known.sort_by_key(|(at, _)| *at);
        for (at, column) in known {
            log.step(self.part(say!("part-column", column = letters(at))), format!("`{}`: {}", column.name, column.about));
        }
    }

    /// Leaves over what stands above the names and in other columns.
    pub fn leave_the_rest(&self, log: &mut Log) {
        let known: BTreeSet<usize> = self.columns.iter().map(|(at, _)| *at).chain(self.source).chain(self.order).collect();
        for (row, values) in self.page.rows.iter().enumerate() {
            for (column, _) in values.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
                if row < self.header {
                    log.leave(At { row, column }, "left-above");
                } else if !known.contains(&column) {
                    log.leave(At { row, column }, "left-column-of-none");
                }
            }
        }
    }
}

/// The notes of a reading, and the cells that were left over, in the order of the table.
#[derive(Default)]
pub struct Log {
    notes: Notes,
    left: BTreeMap<At, Phrase>,
}

impl Log {
    /// Leaves over a cell of the table; of several reasons the first counts. `why` completes “this cell …”.
    pub fn leave(&mut self, at: At, why: impl Into<Phrase>) {
        self.left.entry(at).or_insert_with(|| why.into());
    }

    /// Says where the value with a JSON pointer in the document stands.
    pub fn from(&mut self, pointer: impl Into<String>, place: CellPlace) {
        self.notes.from(pointer, place);
    }

    /// Says how a part of the table was understood.
    pub fn step(&mut self, part: Phrase, meaning: impl Into<Phrase>) {
        self.notes.step(part, meaning);
    }

    /// The notes, with what was left over of the table and what stands on other sheets.
    pub fn notes(mut self, table: &Table, book: &Book) -> Notes {
        for (at, why) in self.left {
            self.notes.leave(table.page.place(at), table.page.get(at).text(), why);
        }
        for page in others(table, book) {
            for (row, values) in page.rows.iter().enumerate() {
                for (column, value) in values.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
                    self.notes.leave(page.place(At { row, column }), value.text(), "left-sheet-beside");
                }
            }
        }
        self.notes.beside(book);
        self.notes
    }
}

/// The other sheets, but for the one that only programs read.
fn others<'a>(table: &'a Table, book: &'a Book) -> impl Iterator<Item = &'a Page> {
    let other = |page: &&Page| !std::ptr::eq(*page, table.page) && page.name.as_deref() != Some(store::SHEET);
    book.sheets.iter().filter(other)
}

/// The name of a column, however it is spelled: `Lane kind` is `lane_kind`.
fn name(value: &Value) -> String {
    let text = value.text().trim().trim_start_matches('\u{feff}').to_lowercase();
    text.replace([' ', '-', '.'], "_")
}

/// A column as spreadsheets call it.
/// A row, as the sheet calls it.
pub fn row(row: usize) -> Phrase {
    say!("part-row", row = (row + 1).to_string())
}

fn letters(column: usize) -> String {
    At { row: 0, column }.to_string().trim_end_matches('1').to_owned()
}
