//! The way `matrix`: a matrix that anybody made by hand, read by its shape.
//!
//! First the table is found ([`shape`]) and seen with its phases across ([`view`]). Then its phases ([`phases`]) and lanes
//! ([`lanes`]) are read, and what stands above it ([`head`]). [`draft`] makes the document of it. Whatever was not taken by then
//! is left over. A [`list`] with a row an item gives phases and lanes of its own. The rules, for people: `docs/import.md`.

mod cards;
mod doubt;
mod draft;
mod explain;
mod further;
mod head;
pub(super) mod items;
mod lanes;
mod language;
mod left;
mod list;
mod marks;
mod moods;
mod numbering;
mod others;
mod personas;
mod phases;
mod profiles;
mod records;
pub(super) mod scores;
mod sections;
mod shape;
mod stages;
mod stories;
mod travellers;
mod unnamed;
mod view;
mod words;

use super::Way;
use crate::diagnostic::Diagnostic;
use crate::journey::{Json, Term, TermLanguage};
use crate::read::book::{At, Book, Page, Value};
use crate::read::{Options, Reading};
use crate::tongue::say;
use cards::Cards;
use head::{Cover, Head};
use lanes::Lane;
use left::{Spot, Work};
use phases::Phase;
pub(in crate::read) use phases::free;
use shape::Shape;
use stages::Stage;
use view::{View, filled};
pub(in crate::read) use words::of_phases;

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
        let (phases, lanes) = list::read(table.page, &list, &mut work);
        let head = table.head(options, &mut work);
        return table.finish(options, &head, (&[], &phases, &lanes), work);
    }
    let found = sections::find(book);
    let found = found.and_then(|found| Some((of_list(found.sheet, (found.top, found.bottom))?, found)));
    if let Some((table, sections)) = found {
        let (phases, lanes) = sections::read(&sections, &mut work);
        let head = table.head(options, &mut work);
        return table.finish(options, &head, (&[], &phases, &lanes), work);
    }
    let found = shape::find(book).and_then(|shape| Some((shape, book.sheets.get(shape.sheet)?)));
    let Some((shape, page)) = found else { return Err(vec![super::no_matrix()]) };
    let view = View::of(page, shape.across);
    explain::sheet(&shape, &mut work);
    let language = TermLanguage::of_tag(options.language.unwrap_or_else(|| tag(page)));
    let mut phases = phases::phases(&view, &shape, language, &mut work);
    let (stages, stage_row) = stages::stages(&view, &shape, &mut phases, &mut work);
    let mut lanes = lanes::lanes(&view, &shape, (&phases, stage_row), language, &mut work);
    marks::join(page, &mut lanes, language, &mut work);
    stories::name(&mut lanes, shape.across);
    let end = bottom(&view, &phases, &lanes);
    phases::unite(&view, &shape, &mut phases, &mut lanes, &mut work);
    corner(&view, &shape, &mut work);
    if let Some(why) = doubt::of(&shape, &phases, &lanes, &beside(&view, &shape)) {
        work.doubt(why);
    } else if let Some(spot) = stages::uncertain(&view, &shape, &phases).filter(|_| stages.is_empty()) {
        work.doubt(say!("doubt-stages", place = left::place(spot, shape.across)));
    }

    let numbers = numbering::take(&view, &shape, &phases, &mut lanes, &mut work);
    let first = [stage_row, numbers, shape.header].into_iter().flatten().min().unwrap_or(shape.first);
    let top = if shape.across { first } else { shape.labels };
    let table = Table { whole, cards: &cards, sheet: shape.sheet, page, top, bottom: end, is_list: false };
    let mut head = table.head(options, &mut work);
    phases::describe(&mut phases, &mut lanes, &mut work);
    personas::take(&mut lanes, &mut head, &mut work);
    personas::of_curves(&lanes, &mut head, &mut work);
    let folded = records::join(&mut lanes, shape.across);
    explain::table(&view, &shape, (&stages, stage_row), &phases, (&lanes, &folded), &mut work);
    further::lanes(page, (shape.sheet, table.bottom), &phases, &mut lanes, &mut work);
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
        let own: Vec<_> = spots(self.sheet, self.page).filter(|(spot, _)| spot.at.row < self.top).collect();
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
        let own = || rows.clone().flat_map(|row| spots_of_row(self.sheet, self.page, row));
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
        document.extend(draft::grid(stages, phases, lanes, &whose, &mut work));
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
    if corner.and_then(|(_, value)| view::name(value)).is_some_and(|name| says_axis(&name)) {
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
    mod kept;
    mod kinds;
    mod others_made;
    mod parts;

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
    fn a_name_that_is_written_again_is_the_same_phase() {
        let down = "Fase|Touchpoint|Kanaal\nOriëntatie|Website|web\nOriëntatie|Open dag|school\nAankoop|Formulier|web\nGebruik|Rooster|app";
        let across =
            "|Oriëntatie|Oriëntatie|Aankoop|Gebruik\nTouchpoint|Website|Open dag|Formulier|Rooster\nKanaal|web|school|web|app";
        for grid in [down, across] {
            let expected = "Oriëntatie=orientation | Aankoop=purchase | Gebruik=use\nTouchpoint=touchpoint: Website+Open dag | Formulier | Rooster";
            assert_eq!(short(&journey(grid)), expected, "{grid}");
        }
    }

    #[test]
    fn tables_of_unknown_names_are_read_by_their_shape() {
        let journey = journey(
            "Weekend weg\n\n\
             |De auto ophalen|Onderweg|Aankomen\n\
             Sfeer|een beetje gespannen|vrolijk zingen|moe maar blij\n\
             Wat er misgaat|de sleutel is weg|er is een file|het huisje is koud",
        );
        assert_eq!(
            short(&journey),
            "De auto ophalen=de-auto-ophalen | Onderweg=onderweg | Aankomen=aankomen\n\
             Sfeer=text: een beetje gespannen | vrolijk zingen | moe maar blij\n\
             Wat er misgaat=text: de sleutel is weg | er is een file | het huisje is koud"
        );
        assert_eq!(journey.title, "Weekend weg");
    }

    #[test]
    fn lists_and_cards_are_read_as_what_they_say() {
        let expected =
            "Bewustzijn=awareness | Aankoop=purchase\nDoel=goal: a | d\nActie=action: b+c | \nTouchpoint=touchpoint: t | u";
        let list = journey(
            "Reis\nFase|Onderdeel|Tekst\nBewustzijn|Doel|a\nBewustzijn|Actie|b\n||c\nBewustzijn|Touchpoint|t\n\
             Aankoop|Doel|d\n|Actie|\nAankoop|Touchpoint|u\n||v\nBron: internet",
        );
        assert_eq!(short(&list), format!("{expected}+v"));
        assert_eq!((list.title.as_str(), left(&list)), ("Reis", vec!["Bron: internet".to_owned()]));
        let cards = journey(
            "Reis\nwat los is\n\n1. Bewustzijn\n|Doel|a\n|Actie|b\n||c\n|Touchpoint|t\n\n2. Aankoop\n|Doel|d\n|Actie\n|Touchpoint|u\n\nBron|internet",
        );
        assert_eq!(short(&cards), expected.replace("Bew", "1. Bew").replace("Aan", "2. Aan"));
        assert_eq!((cards.title.as_str(), left(&cards).join(", ")), ("Reis", "wat los is, Bron, internet".to_owned()));
    }

    #[test]
    fn rows_without_a_phase_go_on_with_the_one_above() {
        let journey = journey("Fase|Doel|Actie\nZien|a|b\n||c\nKopen|d|e\n|f|\n\nBron: internet");
        assert_eq!(short(&journey), "Zien=zien | Kopen=purchase\nDoel=goal: a | d+f\nActie=action: b+c | e");
        assert_eq!(left(&journey), ["Bron: internet"]);
    }

    #[test]
    fn a_second_table_with_the_other_phases_is_no_row_of_the_first() {
        let journey = journey("|Bewustzijn|Oriëntatie\nDoel|a|b\nActie|c|d\n\n|Aankoop|Gebruik\nDoel|e|f\nActie|g|h");
        assert_eq!(short(&journey), "Bewustzijn=awareness | Oriëntatie=orientation\nDoel=goal: a | b\nActie=action: c | d");
        assert_eq!(left(&journey).len(), 8);
    }

    #[test]
    fn a_column_for_the_teacher_is_no_phase() {
        let journey = journey("|Zien|Kopen|Eten|Feedback docent\nDoel|a|b|c|goed\nActie|d|e|f|kort");
        assert_eq!((journey.phases.len(), left(&journey).len()), (3, 3));
    }

    #[test]
    fn a_first_row_of_descriptions_is_about_the_phases() {
        let journey = journey("|Zien|Kopen|Eten\nOmschrijving|a|b|\nDoel|c|d|e\nBeskrivelse|f||");
        assert_eq!(short(&journey), "Zien=zien | Kopen=purchase | Eten=eten\nDoel=goal: c | d | e\nBeskrivelse=text: f |  | ");
        let told: Vec<_> = journey.phases.iter().map(|phase| phase.description.as_deref().unwrap_or("–")).collect();
        assert_eq!(told, ["a", "b", "–"]);
    }

    #[test]
    fn two_tables_of_the_same_lanes_are_no_list() {
        let two = journey("|Bewustzijn|Aankoop\nDoel|a|b\nActie|c|d\n\n|Gebruik|Loyaliteit\nDoel|e|f\nActie|g|h");
        assert_eq!(two.phases.len(), 2);
        let personas = journey("|Bewustzijn|Aankoop|Gebruik\nDoel|a|b|c\nActie|d|e|f\nDoel|g|h|i\nActie|j|k|l");
        assert_eq!(personas.phases.len(), 3);
    }

    #[test]
    fn what_is_no_matrix_is_not_taken_for_one() {
        for grid in [
            "Naam|Klas|Cijfer|Opmerking\nSam de Wit|2B|7|goed gewerkt deze week\nNoor Aksoy|2A|8|heel goed gewerkt",
            "Voornaam|Achternaam|E-mail\nSam|de Wit|sam@school.example\nNoor|Aksoy|noor@school.example",
            "Klantreis\nNaam:|Sam de Wit\nKlas:|2B\nDatum:|7 november 2026\nDocent:|mevrouw Bakker",
            "Product|Aantal|Prijs\nAppels|3|2.5\nPeren|4|3",
            "Een verhaal over een klant",
            "Week|Wat gaan we doen?|Wie doet het?\nWeek 1|een plan maken samen|Sam en Noor\nWeek 2|interviews afnemen|Noor",
            "Doel|Weten wat er is|Kiezen|Betalen\nActie|zoekt|vergelijkt|pint",
            "Vraag|Antwoord\nWie is de klant?|een student van 17\nWat wil de klant?|een leuke opleiding vinden",
            "Bron 1|Een boek over reizen\nBron 2|Een gesprek met oma",
            "|2024|2025\nOmzet|100|200\nKosten|50|60",
        ] {
            let read = read_all(vec![page(grid)]).map(|reading| short(&reading.journey));
            assert!(matches!(&read, Err(problems) if problems[0].code == Code::NoMatrix), "{grid}\n{read:?}");
        }
    }

    #[test]
    fn slips_of_the_pen_in_names_are_forgiven() {
        let journey = journey("|Bewustzjin|Orientaite|Aankoop\nDoel|a|b|c\nTouchpiont|d|e|f");
        assert_eq!(
            short(&journey),
            "Bewustzjin=awareness | Orientaite=orientation | Aankoop=purchase\nDoel=goal: a | b | c\nTouchpiont=touchpoint: d | e | f"
        );
    }

    #[test]
    fn what_stands_below_and_beside_is_left_over() {
        let journey = journey(
            "|Bewustzijn|Aankoop|Gebruik||Legenda\n\
             Doel|a|b|c||★ is belangrijk\n\
             Actie|d|e|f\n\
             Bron: internet\n\
             \n\
             Naam:|Sam\n\
             \n\
             Reis van Bas\n\
             |Bewustzijn|Aankoop|Gebruik\n\
             Doel|g|h|i",
        );
        assert_eq!(short(&journey).lines().count(), 3, "{}", short(&journey));
        assert_eq!(
            left(&journey).join(", "),
            "Legenda, ★ is belangrijk, Bron: internet, Naam:, Sam, Reis van Bas, Bewustzijn, Aankoop, Gebruik, Doel, g, h, i"
        );
    }

    #[test]
    fn what_stands_below_phases_that_go_down_is_no_phase() {
        let down = journey(
            "Fase|Doel|Actie|Touchpoint\n\
             Zien|a|b|c\n\
             Kopen|d|e|f\n\
             Eten|g|h|i\n\
             Bron: internet\n\
             \n\
             Planning\n\
             Taak|Wie|Wanneer\n\
             Poster maken|Sem|week 47\n\
             \n\
             Fase|Doel|Actie|Touchpoint\n\
             Zien|j|k|l\n\
             Kopen|m|n|o",
        );
        assert_eq!(short(&down).lines().next(), Some("Zien=zien | Kopen=purchase | Eten=eten"));
        assert_eq!(left(&down).len(), 20);
    }

    #[test]
    fn phases_over_unnamed_rows_are_no_matrix() {
        let read = read_all(vec![page("Bewustzijn|Aankoop|Gebruik\nposter|kassa|app\nfolder|website|mail")]);
        assert!(read.is_err(), "{}", read.map(|reading| short(&reading.journey)).unwrap_or_default());
    }

    #[test]
    fn a_last_column_of_remarks_is_no_phase() {
        let journey = journey("|Zien|Kopen|Eten|Opmerkingen\nDoel|a|b|c|kort\nActie|d|e|f|lang");
        assert_eq!((journey.phases.len(), left(&journey).len()), (3, 3));
    }

    #[test]
    fn empty_rows_between_the_lanes_do_not_end_the_table() {
        let read = journey("Fase|Zien|Kopen|Eten\n\nDoel|a||b\n\nSfeer|stil|druk|gezellig\n\nActie|c|d|\n|e");
        assert_eq!(
            short(&read),
            "Zien=zien | Kopen=purchase | Eten=eten\nDoel=goal: a |  | b\nSfeer=text: stil | druk | gezellig\nActie=action: c+e | d | "
        );
        assert_eq!(left(&read), [""; 0]);
    }

    #[test]
    fn scores_off_the_scale_are_left_over_and_words_stay() {
        let read =
            journey("|Zien|Kopen|Eten|Slapen\nDoel|a|b|c|d\nEmotie|1|400|-2 boos; +1 toch wel|geen idee\nIn woorden|blij|||");
        assert_eq!(short(&read).lines().last(), Some("Emotie=emotion: 1blij |  | -2boos+1toch wel | geen idee"));
        assert_eq!(left(&read), ["400"]);
    }

    #[test]
    fn words_beneath_scores_that_are_none_after_all_are_items() {
        let journey = journey("|Zien|Kopen|Eten\nDoel|a|b|c\nGevoel|1|2|3\nWaarom|blij||boos\n|toch wel||");
        assert_eq!(short(&journey).lines().last(), Some("Gevoel=feeling: 1+toch wel+blij | 2 | 3+boos"));
    }

    #[test]
    fn limits_of_the_format_leave_the_rest_over() {
        let phases = (0..210).map(|n| format!("Stap {n}")).collect::<Vec<_>>().join("|");
        let wide = journey(&format!("|{phases}\nDoel{}\nActie|x", "|a".repeat(210)));
        assert_eq!((wide.phases.len(), left(&wide).len()), (200, 20));
        let rows = (0..110).map(|n| format!("Doel {n}|a|b")).collect::<Vec<_>>().join("\n");
        let long = journey(&format!("|Bewustzijn|Aankoop\n{rows}"));
        assert_eq!((long.lanes.len(), left(&long).len()), (100, 30));
        let items = vec!["i"; 510].join("~");
        let deep = journey(&format!("|Bewustzijn|Aankoop\nDoel|{items}|b"));
        assert_eq!((deep.phases[0].cells[0].len(), left(&deep).len()), (500, 10));
    }

    #[test]
    fn the_sheet_that_looks_most_like_a_matrix_is_read() {
        let matrix = "|Bewustzijn|Aankoop\nDoel|a|b\nActie|c|d";
        let hidden = Page { visible: false, ..page("|Bewustzijn|Aankoop|Gebruik\nDoel|a|b|e\nActie|c|d|f") };
        let reading = read_all(vec![page("Uitleg\nVul alles in"), hidden, page(matrix)]).unwrap();
        assert_eq!(reading.journey.phases.len(), 2);
        assert_eq!(reading.journey.title, "reis");
        assert!(left(&reading.journey).contains(&"Uitleg".to_owned()));
        assert_eq!(reading.steps[0].meaning.english(), "a matrix with its phases across");
    }

    #[test]
    fn steps_say_how_rows_and_columns_were_read() {
        let reading =
            read_all(vec![page("Reis\nNaam: Sam\n|Oriëntatie|De auto ophalen\nDoel klant|a|b\n|c\nSfeer|d|e")]).unwrap();
        let steps: Vec<_> = reading.steps.iter().map(|step| format!("{}: {}", step.part, step.meaning)).collect();
        assert_eq!(
            steps.join("\n"),
            "Blad1: a matrix with its phases across\n\
             Blad1!row 1: title “Reis”\n\
             Blad1!row 2: authors\n\
             Blad1!column B: phase “Oriëntatie” (orientation)\n\
             Blad1!column C: phase “De auto ophalen”\n\
             Blad1!row 4: lane “Doel klant” (goal)\n\
             Blad1!row 5: goes on with “Doel klant”\n\
             Blad1!row 6: lane “Sfeer” (text: nobody knows the name)"
        );
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

    #[test]
    fn the_names_of_the_lanes_tell_which_way_the_table_lies() {
        let journey = journey(
            "Stap|Wat doe ik?|Wat vind ik ervan?\n\
             Ik krijg honger|ik zoek een app|het duurt lang\n\
             Ik eet|ik eet de pizza|hij is nog warm",
        );
        assert_eq!(short(&journey).lines().next(), Some("Ik krijg honger=ik-krijg-honger | Ik eet=ik-eet"));
    }
}
