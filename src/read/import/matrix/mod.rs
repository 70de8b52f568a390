//! The way `matrix`: a matrix that anybody made by hand, read by its shape.
//!
//! First the table is found ([`shape`]) and seen with its phases across ([`view`]). Then its phases ([`phases`]) and lanes
//! ([`lanes`]) are read, and what stands above it ([`head`]). [`draft`] makes the document of it. Whatever was not taken by then
//! is left over. A [`list`] with a row an item gives phases and lanes of its own. The rules, for people: `docs/import.md`.

mod actors;
mod apart;
mod banners;
mod below;
mod cards;
mod circles;
mod doubt;
mod draft;
mod ends;
mod explain;
mod feelings;
mod further;
mod groups;
mod head;
pub(super) mod items;
mod lanes;
mod language;
mod layers;
mod left;
mod levels;
mod list;
mod marks;
mod moods;
mod numbering;
mod others;
mod personas;
mod persons;
mod phases;
mod profiles;
mod records;
mod respondents;
pub(super) mod scores;
mod sections;
mod shape;
mod sides;
mod stages;
pub(super) mod stars;
mod stories;
mod sums;
mod ticks;
mod times;
mod travellers;
mod unnamed;
mod view;
mod voices;
mod words;
mod wrapped;

use super::Way;
use crate::diagnostic::Diagnostic;
use crate::journey::{Json, Term, TermLanguage};
use crate::read::book::{At, Book, Page, Value};
use crate::read::{Options, Reading};
use crate::tongue::say;
use cards::Cards;
use ends::Legends;
use head::{Cover, Head};
use lanes::Lane;
use left::{Spot, Work};
use phases::Phase;
pub(in crate::read) use phases::free;
use respondents::Respondents;
use shape::Shape;
use stages::Stage;
use view::{View, filled};
pub(in crate::read) use words::of_phases;
pub(super) use words::{number, of_numbers};

/// The registry entry.
pub(super) static WAY: Way = Way {
    name: "matrix",
    summary: "A matrix made by hand: phases across or down, lanes by their names, all else kept",
    knows,
    read,
};

fn knows(book: &Book) -> bool {
    list::find(book).is_some() || sections::find(book).is_some() || shape::find(book).is_some()
}

fn read(whole: &Book, options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let mut work = Work::of(whole);
    let mut cards = cards::find(whole);
    // What there is of a table may stand on a card.
    if cards.rest.as_ref().is_some_and(|rest| !knows(rest)) {
        cards = Cards::default();
    }
    let book = cards.rest.as_ref().unwrap_or(whole);
    let of_list = |sheet: usize, (top, bottom): (usize, usize)| {
        book.sheets.get(sheet).map(|page| Table { whole, cards: &cards, sheet, page, top, bottom, is_list: true })
    };
    let found = list::find(book).and_then(|list| Some((of_list(list.sheet, (list.top, list.bottom))?, list)));
    if let Some((table, list)) = found {
        let (phases, mut lanes) = list::read(table.page, &list, &mut work);
        feelings::draw(&mut lanes);
        if let Some(why) = doubt::of_several(&phases) {
            work.doubt(why);
        }
        let head = table.head(options, &mut work);
        return table.finish(options, &head, (&[], &phases, &lanes), work);
    }
    let found = sections::find(book);
    let found = found.and_then(|found| Some((of_list(found.sheet, (found.top, found.bottom))?, found)));
    if let Some((table, sections)) = found {
        let (phases, mut lanes) = sections::read(&sections, &mut work);
        feelings::draw(&mut lanes);
        if let Some(why) = doubt::of_lanes(&phases, &lanes, &[]) {
            work.doubt(why);
        }
        let head = table.head(options, &mut work);
        return table.finish(options, &head, (&[], &phases, &lanes), work);
    }
    let found = shape::find(book).and_then(|shape| Some((shape, book.sheets.get(shape.sheet)?)));
    let Some((shape, page)) = found else { return Err(vec![super::no_matrix()]) };
    let view = View::of(page, shape.across);
    explain::sheet(&shape, &mut work);
    let language = TermLanguage::of_tag(options.language.unwrap_or_else(|| tag(page)));
    let mut phases = phases::phases(&view, &shape, language, &mut work);
    let asked = Respondents::above(&view, &shape, &phases, &mut work)
        .or_else(|| Respondents::find(&view, &shape, &mut phases, &mut work));
    let persons = asked.as_ref().filter(|asked| asked.above).map(|asked| asked.row);
    let (stages, stage_row) = stages::stages(&view, &shape, &mut phases, persons, &mut work);
    let mut lanes = lanes::lanes(&view, &shape, (&phases, stage_row), language, &mut work);
    wrapped::take(&view, &shape, &mut phases, &mut lanes, &mut work);
    layers::name_lanes(&view, &shape, &mut lanes, &mut work);
    levels::join(&view, &shape, (page, &phases), &mut lanes, &mut work);
    voices::part(&view, &shape, &phases, &mut lanes, &mut work);
    marks::join(page, &mut lanes, language);
    marks::channels(&mut lanes, &mut work);
    banners::take(&view, &shape, &phases, &mut lanes, &mut work);
    stories::name(&mut lanes, shape.across);
    feelings::draw(&mut lanes);
    let end = bottom(&view, &phases, &lanes);
    let parted = asked.is_some_and(|asked| asked.part(&view, &mut lanes, &mut work));
    phases::unite(&view, &shape, parted && persons.is_some(), (&mut phases, &mut lanes), &mut work);
    apart::part(&mut lanes);
    corner(&view, &shape, &mut work);
    if let Some(why) = doubt::of(&shape, &phases, &lanes, (&beside(&view, &shape), &above(page, &shape))) {
        work.doubt(why);
    } else if let Some(spot) = stages::uncertain(&view, &shape, &phases).filter(|_| stages.is_empty()) {
        work.doubt(say!("doubt-stages", place = left::place(spot, shape.across)));
    }

    let numbers = numbering::take(&view, &shape, &phases, &mut lanes, &mut work);
    let first = [stage_row, numbers, persons, shape.header].into_iter().flatten().min().unwrap_or(shape.first);
    let top = if shape.across { first } else { shape.labels };
    let table = Table { whole, cards: &cards, sheet: shape.sheet, page, top, bottom: end, is_list: false };
    let mut head = table.head(options, &mut work);
    phases::describe(&mut phases, &mut lanes, &mut work);
    personas::of_banners(&lanes, &mut head, &mut work);
    personas::take(&mut lanes, &mut head, &mut work);
    personas::of_curves(&lanes, &mut head, &mut work);
    personas::of_names(&mut lanes, &head);
    ticks::take(&mut lanes, shape.across, &mut work);
    let folded = records::join(&mut lanes, shape.across);
    times::take(&mut lanes, shape.across, &mut work);
    explain::table(&view, &shape, (&stages, stage_row), &phases, (&lanes, &folded), &mut work);
    further::lanes(page, (shape.sheet, table.bottom), &phases, &mut lanes, &mut work);
    below::authors(page, (shape.sheet, table.bottom), &mut head, &mut work);
    table.finish(options, &head, (&stages, &phases, &lanes), work)
}

/// The language of a journey: the one that was asked for, else the one that its texts are in.
pub(in crate::read) fn language_of<'t>(texts: impl Iterator<Item = &'t str>, options: &Options) -> String {
    options.language.map_or_else(|| language::tag(texts).to_owned(), str::to_owned)
}

/// The scale on which scores lie.
pub(in crate::read) fn scale_of(scores: impl Iterator<Item = f64>) -> (f64, f64) {
    let scores: Vec<_> = scores.map(|value| scores::Score { value, top: None, words: String::new() }).collect();
    let whole = |score: &scores::Score| score.value >= 1.0 && score.value <= 5.0;
    // Diagrams of journeys are scored from 1 to 5, also where nothing is above 2.
    if scores.iter().all(whole) { (1.0, 5.0) } else { scores::scale(&scores.iter()) }
}

/// The rows of a sheet in which the table stands.
struct Table<'b> {
    /// The book, with what stands on cards.
    whole: &'b Book,
    cards: &'b Cards,
    sheet: usize,
    page: &'b Page,
    top: usize,
    bottom: usize,
    /// Whether it is a list, of which the columns beside are left over.
    is_list: bool,
}

impl Table<'_> {
    /// What stands above it, and on the sheets before it.
    fn head(&self, options: &Options, work: &mut Work) -> Head {
        // The name of a lane may stand where groups of lanes have theirs.
        let free = |spot: &Spot| spot.at.row < self.top && !work.is_taken(*spot);
        let own: Vec<_> = spots(self.sheet, self.page).filter(|(spot, _)| free(spot)).collect();
        let (mut covers, mut people) = (Vec::new(), Vec::new());
        for (sheet, page) in (0..).zip(&self.whole.sheets).filter(|(sheet, _)| *sheet != self.sheet) {
            let found = if page.visible { profiles::read(page, sheet, work) } else { Vec::new() };
            let cells = || spots(sheet, page).collect::<Vec<_>>();
            match sheet < self.sheet {
                true if found.is_empty() => covers.push(Cover { name: page.name.as_deref(), cells: cells() }),
                true => cells().iter().for_each(|(spot, _)| work.leave_unless_taken(*spot, "left-other-sheet")),
                false => {}
            }
            people.extend(found);
        }
        let language = TermLanguage::of_tag(options.language.unwrap_or_else(|| tag(self.page)));
        people.extend(self.cards.people(self.sheet, work));
        let beside = self.cards.cells(self.sheet, work);
        head::read(&own, &covers, (people, &beside), language, work)
    }

    /// Doubts a table of which more cells have no place in a journey than have one: in its rows, and in those that go on from them without a
    /// gap, as full as a table is.
    fn weigh(&self, work: &mut Work) {
        let filled = |row: usize| spots_of_row(self.sheet, self.page, row).count();
        let is_full = |row: &usize| filled(*row) >= FULL;
        let above = (0..self.top).rev().take_while(is_full).count();
        let below = (self.bottom + 1..self.page.rows.len()).take_while(is_full).count();
        let rows = self.top - above..=self.bottom + below;
        // Who made a record, and when, is said of every one of a database.
        let is_kept = |value: &Value| view::name(value).is_some_and(|name| words::of_records_kept(&name));
        let kept: Vec<bool> = self.page.rows.get(self.top).into_iter().flatten().map(is_kept).collect();
        let is_other = |spot: &Spot| kept.get(spot.at.column) != Some(&true);
        let own = || rows.clone().flat_map(|row| spots_of_row(self.sheet, self.page, row)).filter(is_other);
        let (all, taken) = (own().count(), own().filter(|spot| work.is_taken(*spot)).count());
        if (taken as f64) < MOST_LEFT * all as f64 {
            work.doubt(say!("doubt-left", all = all, taken = taken));
        }
    }

    /// The journey.
    fn finish(
        &self,
        options: &Options,
        head: &Head,
        (stages, phases, lanes): (&[Stage], &[Phase], &[Lane]),
        mut work: Work,
    ) -> Result<Reading, Vec<Diagnostic>> {
        let language = options.language.map_or_else(|| tag(self.page).to_owned(), str::to_owned);
        let mut document = vec![("klantreis".to_owned(), Json::number(1.0)), ("language".to_owned(), Json::text(&language))];
        let stem = options.stem.map(str::trim).filter(|stem| !stem.is_empty());
        let named = stem.unwrap_or_else(|| Term::Journey.text(TermLanguage::of_tag(&language)));
        document.push(("title".to_owned(), Json::text(head.title.as_ref().map_or(named, |(title, _)| title))));
        let whose = draft::whose(head, lanes);
        document.extend(draft::head(head, &whose, &mut work));
        let legends = Legends::of(self.page, self.sheet, &work);
        document.extend(draft::grid(stages, phases, lanes, (&whose, &legends), &mut work));
        let list = self.is_list.then_some(self.bottom);
        if !others::tell(self.whole, (self.sheet, self.top, list), &mut work) && !self.is_list {
            self.weigh(&mut work);
        }
        leave_the_rest(self.whole, self, &mut work);
        work.finish().finish(document)
    }
}

/// A table of which more is left over than was read is seldom one of phases and lanes.
const MOST_LEFT: f64 = 0.5;
/// So many cells make a row one of a table.
const FULL: usize = 4;

/// Whether a name says no more than what stands beside or below it.
fn says_axis(name: &str) -> bool {
    words::of_corners(name) || words::of_heads(name) || words::of_spans(name)
}

/// Takes what stands between phases and lanes when it only says what they are.
fn corner(view: &View, shape: &Shape, work: &mut Work) {
    let Some(header) = shape.header else { return };
    let corner = view.line(header).iter().find(|(column, _)| *column == shape.labels);
    if corner
        .and_then(|(_, value)| view::name(value))
        .is_some_and(|name| says_axis(&name) || !shape.across && words::is_name(&name))
    {
        work.take(Spot { sheet: shape.sheet, at: view.at(header, shape.labels) });
    }
}

/// The name in the corner, and with phases down the other names in the header of the lanes that stand before it.
fn beside(view: &View, shape: &Shape) -> Vec<String> {
    let header = shape.header.unwrap_or(shape.first);
    let first = if shape.across { header } else { 0 };
    let rows = view.lines.iter().map(|line| line.row).filter(|row| (first..=header).contains(row));
    let named = rows.filter_map(|row| view.line(row).iter().find(|(column, _)| *column == shape.labels));
    named.filter_map(|(_, value)| view::name(value)).collect()
}

/// What the sheet is called, and the texts above the table that stand alone in their rows.
fn above(page: &Page, shape: &Shape) -> Vec<String> {
    let top = if shape.across { shape.header.unwrap_or(shape.first) } else { shape.labels };
    let alone = page.rows.iter().take(top).filter_map(|row| {
        let mut filled = row.iter().filter_map(view::name);
        filled.next().filter(|_| filled.next().is_none())
    });
    page.name.iter().cloned().chain(alone).collect()
}

/// The last row of the sheet that belongs to the table.
fn bottom(view: &View, phases: &[Phase], lanes: &[Lane]) -> usize {
    let phase = phases.last().map_or(0, |phase| phase.last);
    let lane = lanes.last().and_then(|lane| lane.rows.last()).copied().unwrap_or(0);
    view.at(lane, phase).row
}

/// Leaves over what has no place: beside and below the table, and on the sheets behind it.
fn leave_the_rest(book: &Book, table: &Table, work: &mut Work) {
    for (sheet, page) in (0..).zip(&book.sheets).skip(table.sheet) {
        for (spot, _) in spots(sheet, page) {
            let why = match spot.at.row {
                _ if sheet > table.sheet && page.name.is_none() => "left-part-of-no-table",
                _ if sheet > table.sheet => "left-other-sheet",
                row if row < table.top => continue,
                row if row > table.bottom => "left-below",
                _ => "left-beside",
            };
            work.leave_unless_taken(spot, why);
        }
    }
}

fn spots(sheet: usize, page: &Page) -> impl Iterator<Item = (Spot, &Value)> {
    filled(page).map(move |(at, value): (At, _)| (Spot { sheet, at }, value))
}

fn spots_of_row(sheet: usize, page: &Page, row: usize) -> impl Iterator<Item = Spot> {
    let cells = page.rows.get(row).into_iter().flatten().enumerate();
    cells.filter(|(_, value)| view::name(value).is_some()).map(move |(column, _)| Spot { sheet, at: At { row, column } })
}

/// The language of the texts on the sheet.
fn tag(page: &Page) -> &'static str {
    language::tag(filled(page).filter_map(|(_, value)| match value {
        Value::Text(text) => Some(text.as_str()),
        Value::Empty | Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => None,
    }))
}

#[cfg(test)]
mod tests {
    mod blocks;
    mod headers;
    mod heads;
    mod kept;
    mod kinds;
    mod mended;
    mod orders;
    mod others_made;
    mod parts;
    mod persons;
    mod shapes;
    mod sides;

    use super::*;
    use crate::diagnostic::Code;
    use crate::journey::{Journey, normal};
    use crate::read::book::Range;

    /// A sheet of texts: a line a row, cells between bars, `~` for a line break, numbers as numbers.
    pub(super) fn page(grid: &str) -> Page {
        let value = |text: &str| match (text.trim(), text.trim().parse::<f64>()) {
            ("", _) => Value::Empty,
            (_, Ok(number)) => Value::Number { number, percent: false },
            (text, Err(_)) => Value::Text(text.replace('~', "\n")),
        };
        let rows = grid.trim_matches('\n').lines().map(|line| line.split('|').map(value).collect());
        Page { name: Some("Blad1".into()), visible: true, rows: rows.collect(), merged: Vec::new(), ..Page::default() }
    }

    pub(super) fn read_all(sheets: Vec<Page>) -> Result<Reading, Vec<Diagnostic>> {
        read(&Book { sheets, names: Vec::new() }, &Options { stem: Some("reis"), ..Options::default() })
    }

    pub(super) fn journey(grid: &str) -> Journey {
        read_all(vec![page(grid)]).unwrap_or_else(|problems| panic!("{grid}\n{problems:?}")).journey
    }

    /// Phases and lanes in short: titles with ids or kinds, and the texts of each lane, phase by phase.
    pub(super) fn short(journey: &Journey) -> String {
        let phases: Vec<_> = journey.phases.iter().map(|phase| format!("{}={}", phase.title, &*phase.id)).collect();
        let lane = |(index, lane): (usize, &crate::journey::Lane)| {
            let cell = |phase: &crate::journey::Phase| {
                let texts: Vec<_> = phase.cells[index]
                    .iter()
                    .map(|item| format!("{}{}", item.score.map(|score| score.to_string()).unwrap_or_default(), item.text()))
                    .collect();
                texts.join("+")
            };
            let cells: Vec<_> = journey.phases.iter().map(cell).collect();
            format!("{}={}: {}", lane.title, lane.kind.name(), cells.join(" | "))
        };
        let lanes: Vec<_> = journey.lanes.iter().enumerate().map(lane).collect();
        format!("{}\n{}", phases.join(" | "), lanes.join("\n"))
    }

    fn left(journey: &Journey) -> Vec<String> {
        let object = journey.x.object();
        let Some(Json::List(left)) = object.get("import").and_then(|import| import.get("left")) else { return Vec::new() };
        left.iter().filter_map(|entry| entry.get("text")).map(|text| text.line().trim_matches('"').to_owned()).collect()
    }

    #[test]
    fn a_large_table_is_read_quickly() {
        let rows = (0..5_000).map(|row| {
            let cell = |column: usize| match (row, column) {
                (0, 0) => Value::Empty,
                (0, column) => Value::Text(format!("Fase {column} van de reis")),
                (row, 0) => Value::Text(format!("Rij {row}")),
                (row, column) if (row + column) % 7 == 0 => Value::Text("iets".into()),
                _ => Value::Empty,
            };
            (0..200).map(cell).collect()
        });
        let mut page = Page { name: None, visible: true, rows: rows.collect(), merged: Vec::new(), ..Page::default() };
        page.rows[1][0] = Value::Text("Doel".into());
        page.rows[2][0] = Value::Text("Actie".into());
        let start = std::time::Instant::now();
        let journey = read_all(vec![page]).unwrap().journey;
        assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
        assert_eq!((journey.phases.len(), journey.lanes.len()), (199, 100));
    }
}
