//! The sheet that a tree is laid out on.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::read::book::{At, Book, Budget, Grid, Range, Value};

/// What is said of a person: labels and values, each with its path, the name first.
pub(super) type Person = Vec<(String, String, String)>;

/// A sheet as it grows, from the top.
#[derive(Default)]
pub(super) struct Sheet {
    grid: Grid,
    budget: Budget,
    row: usize,
    merged: Vec<Range>,
    /// The paths of the cells in the tree.
    places: BTreeMap<At, String>,
}

impl Sheet {
    fn put(&mut self, column: usize, value: Value, path: &str) -> Result<(), Diagnostic> {
        let at = At { row: self.row, column };
        self.places.insert(at, path.to_owned());
        self.grid.put(at, value, &mut self.budget)
    }

    /// Adds a label with its value.
    pub(super) fn fact(&mut self, label: &str, value: &str, path: &str) -> Result<(), Diagnostic> {
        // The colon says that it is a label, whatever stands beside it.
        self.put(0, Value::Text(format!("{label}:")), path)?;
        self.put(1, Value::Text(value.to_owned()), path)?;
        self.row += 1;
        Ok(())
    }

    /// Adds the row of the phases, below an empty one, each over so many columns.
    pub(super) fn head(&mut self, names: &[String], widths: &[usize]) -> Result<(), Diagnostic> {
        self.row += 1;
        self.put(0, Value::Text("Phase".to_owned()), "phases")?;
        let mut column = 1;
        for (name, width) in names.iter().zip(widths) {
            self.put(column, Value::Text(name.clone()), name)?;
            let last = column + width - 1;
            if last > column {
                self.merged.push(Range { first: At { row: self.row, column }, last: At { row: self.row, column: last } });
            }
            column = last + 1;
        }
        self.row += 1;
        Ok(())
    }

    /// Adds a lane: of several texts in a cell each is an item. Its cells stand in a column each, or under phases over so many.
    pub(super) fn lane(
        &mut self,
        title: &str,
        cells: &[Vec<(String, String)>],
        widths: Option<&[usize]>,
    ) -> Result<(), Diagnostic> {
        self.put(0, Value::Text(title.to_owned()), title)?;
        let mut next = 1;
        for (index, cell) in cells.iter().enumerate() {
            let column = next;
            next += widths.and_then(|widths| widths.get(index)).copied().unwrap_or(1);
            let value = match cell.as_slice() {
                [] => continue,
                [(text, _)] => one(text),
                texts => {
                    let line =
                        |(text, _): &(String, String)| format!("• {}", text.split_whitespace().collect::<Vec<_>>().join(" "));
                    Value::Text(texts.iter().map(line).collect::<Vec<_>>().join("\n"))
                }
            };
            let path = cell.first().map_or("", |(_, path)| path);
            self.put(column, value, path)?;
        }
        self.row += 1;
        Ok(())
    }

    /// The finished book, with a sheet for each person of whom more than the name is said.
    pub(super) fn book(self, people: Vec<Person>) -> Result<Book, Diagnostic> {
        let mut page = self.grid.page(None, true);
        page.places = self.places;
        page.merged = self.merged;
        let mut sheets = vec![page];
        for person in people {
            let mut sheet = Self::default();
            for (label, value, path) in &person {
                sheet.fact(label, value, path)?;
            }
            // It is called what the name is labelled, so that it is known as one about a person.
            let mut page = sheet.grid.page(person.into_iter().next().map(|(label, ..)| label), true);
            page.places = sheet.places;
            sheets.push(page);
        }
        Book { sheets, names: Vec::new() }.checked()
    }
}

/// A text alone in its cell: a number where it is one.
fn one(text: &str) -> Value {
    match text.trim().parse::<f64>() {
        Ok(number) if number.is_finite() => Value::Number { number, percent: false },
        Ok(_) | Err(_) => Value::Text(text.to_owned()),
    }
}
