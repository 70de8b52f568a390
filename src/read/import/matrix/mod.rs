//! The way `matrix`: a matrix that anybody made by hand, read by its shape.
//!
//! First the table is found ([`shape`]) and seen with its phases across ([`view`]). Then its phases ([`phases`]) and lanes
//! ([`lanes`]) are read, and what stands above it ([`head`]). [`draft`] makes the document of it. Whatever was not taken by then
//! is left over. A [`list`] with a row an item gives phases and lanes of its own. The rules, for people: `docs/import.md`.

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
mod unnamed;
mod view;
mod words;

use super::Way;
use crate::diagnostic::Diagnostic;
use crate::journey::{Json, Term, TermLanguage};
use crate::read::book::{At, Book, Page, Value};
use crate::read::{Options, Reading};
use crate::tongue::say;
use head::{Cover, Head};
use lanes::Lane;
use left::{Spot, Work};
pub(in crate::read) use phases::free;
use phases::{Phase, Stage};
use shape::Shape;
use view::{View, filled};
pub(in crate::read) use words::of_phases;

/// The registry entry.
pub(super) static WAY: Way = Way {
    name: "matrix",
    summary: "A matrix made by hand: phases across or down, lanes by their names, all else kept",
    knows: |book| list::find(book).is_some() || sections::find(book).is_some() || shape::find(book).is_some(),
    read,
};

fn read(book: &Book, options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let found = list::find(book).and_then(|list| Some((list, book.sheets.get(list.sheet)?)));
    if let Some((list, page)) = found {
        let mut work = Work::of(book);
        let (phases, lanes) = list::read(page, &list, &mut work);
        let table = Table { sheet: list.sheet, page, top: list.top, bottom: list.bottom, is_list: true };
        let head = table.head(book, &mut work);
        return table.finish(book, options, &head, (&[], &phases, &lanes), work);
    }
    let found = sections::find(book).and_then(|sections| Some((book.sheets.get(sections.sheet)?, sections)));
    if let Some((page, sections)) = found {
        let mut work = Work::of(book);
        let (phases, lanes) = sections::read(&sections, &mut work);
        let table = Table { sheet: sections.sheet, page, top: sections.top, bottom: sections.bottom, is_list: true };
        let head = table.head(book, &mut work);
        return table.finish(book, options, &head, (&[], &phases, &lanes), work);
    }
    let found = shape::find(book).and_then(|shape| Some((shape, book.sheets.get(shape.sheet)?)));
    let Some((shape, page)) = found else { return Err(vec![super::no_matrix()]) };
    let view = View::of(page, shape.across);
    let mut work = Work::of(book);
    explain::sheet(&shape, &mut work);
    let language = TermLanguage::of_tag(options.language.unwrap_or_else(|| tag(page)));
    let mut phases = phases::phases(&view, &shape, language, &mut work);
    let (stages, stage_row) = phases::stages(&view, &shape, &mut phases, &mut work);
    // Lanes begin behind stages that stand below the phases.
    let shape = shape.behind(stage_row);
    let mut lanes = lanes::lanes(&view, &shape, &phases, language, &mut work);
    marks::join(page, &mut lanes, language, &mut work);
    let end = bottom(&view, &phases, &lanes);
    phases::unite(&view, &shape, &mut phases, &mut lanes, &mut work);
    corner(&view, &shape, &mut work);
    if let Some(why) = doubt::of(&shape, &phases, &lanes, &beside(&view, &shape)) {
        work.doubt(why);
    }

    let numbers = numbering::take(&view, &shape, &phases, &mut lanes, &mut work);
    let first = [stage_row, numbers, shape.header].into_iter().flatten().min().unwrap_or(shape.first);
    let top = if shape.across { first } else { shape.labels };
    let table = Table { sheet: shape.sheet, page, top, bottom: end, is_list: false };
    let mut head = table.head(book, &mut work);
    phases::describe(&mut phases, &mut lanes, &mut work);
    personas::take(&mut lanes, &mut head, &mut work);
    personas::of_curves(&lanes, &mut head, &mut work);
    let folded = records::join(&mut lanes, shape.across);
    explain::table(&view, &shape, (&stages, stage_row), &phases, (&lanes, &folded), &mut work);
    further::lanes(page, (shape.sheet, table.bottom), &phases, &mut lanes, &mut work);
    table.finish(book, options, &head, (&stages, &phases, &lanes), work)
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
    sheet: usize,
    page: &'b Page,
    top: usize,
    bottom: usize,
    /// Whether it is a list, of which the columns beside are left over.
    is_list: bool,
}

impl Table<'_> {
    /// What stands above it, and on the sheets before it.
    fn head(&self, book: &Book, work: &mut Work) -> Head {
        let own: Vec<_> = spots(self.sheet, self.page).filter(|(spot, _)| spot.at.row < self.top).collect();
        let (mut covers, mut people) = (Vec::new(), Vec::new());
        for (sheet, page) in (0..).zip(&book.sheets).filter(|(sheet, _)| *sheet != self.sheet) {
            let found = if page.visible { profiles::read(page, sheet, work) } else { Vec::new() };
            let cells = || spots(sheet, page).collect::<Vec<_>>();
            match sheet < self.sheet {
                true if found.is_empty() => covers.push(Cover { name: page.name.as_deref(), cells: cells() }),
                true => cells().iter().for_each(|(spot, _)| work.leave_unless_taken(*spot, "left-other-sheet")),
                false => {}
            }
            people.extend(found);
        }
        head::read(&own, &covers, people, work)
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
        book: &Book,
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
        if !others::tell(book, (self.sheet, self.top), &mut work) && !self.is_list {
            self.weigh(&mut work);
        }
        leave_the_rest(book, self, &mut work);
        work.finish().finish(document)
    }
}

/// A table of which more is left over than was read is seldom one of phases and lanes.
const MOST_LEFT: f64 = 0.5;
/// So many cells make a row one of a table.
const FULL: usize = 4;

/// Takes what stands between phases and lanes when it only says what they are.
fn corner(view: &View, shape: &Shape, work: &mut Work) {
    let Some(header) = shape.header else { return };
    let corner = view.line(header).iter().find(|(column, _)| *column == shape.labels);
    if corner.and_then(|(_, value)| view::name(value)).is_some_and(|name| words::of_corners(&name) || words::of_heads(&name)) {
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
    mod others_made;

    use proptest::collection::vec;
    use proptest::prelude::*;

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

    #[test]
    fn a_header_that_says_stage_names_the_column_of_the_phases() {
        for (grid, phases, lanes) in [
            (
                "Stage|Key Pain Point|Mitigation\nFinding|Too many shops|A guide\nTrying|A queue stands there|By phone",
                "Finding Trying",
                "barrier opportunity",
            ),
            (
                "Этап|Триггеры|Точки контакта\nПоиск|Сломан велосипед|Сайт\nПроба|Нужна уверенность|Магазин",
                "Поиск Проба",
                "text touchpoint",
            ),
            (
                "Ator|Etapa|Ações do usuário|Dores\nCliente|Pesquisa|Procura uma loja|Muitas lojas\nCliente|Prova|Anda|Fila grande",
                "Pesquisa Prova",
                "action barrier",
            ),
            (
                "#|Fase|Doel van de klant\n1|Ontdekken|weten of dit iets is\n2|Inrichten|de fiets invoeren\n3|Meedoen|zien wie er rijdt",
                "Ontdekken Inrichten Meedoen",
                "goal",
            ),
            (
                "Stage Number|Stage Name|Goal|Action\n1|Finding|A bike that fits|Looks\n2|Trying|To feel sure|Rides",
                "Finding Trying",
                "goal action",
            ),
            (
                "Etappe 1|Schritt|Ziel|Problem\nx|Suchen|Ein Rad das passt|Zu viele\nx|Kaufen|Sicher sein|Schlange",
                "Suchen Kaufen",
                "goal barrier",
            ),
            ("阶段|目标|触点\n搜索|一辆合适的自行车|网站\n试骑|放心|商店", "搜索 试骑", "goal touchpoint"),
        ] {
            let journey = journey(grid);
            let titles: Vec<_> = journey.phases.iter().map(|phase| phase.title.as_str()).collect();
            let kinds: Vec<_> = journey.lanes.iter().map(|lane| lane.kind.name()).collect();
            assert_eq!((titles.join(" "), kinds.join(" ")), (phases.to_owned(), lanes.to_owned()), "{grid}");
        }
    }

    #[test]
    fn a_phase_that_is_written_again_in_each_of_its_rows_is_one() {
        let read = journey(
            "Stage|Step|Pain Points\nEngage|Open the website|The page is slow today\nEngage|Choose a bike|Too many filters\n\
             Convert|Fill in the address|It forgets what was typed\nConvert|Pay by card|No receipt comes",
        );
        assert_eq!(
            short(&read),
            "Engage=engage | Convert=convert\n\
             Step=action: Open the website+Choose a bike | Fill in the address+Pay by card\n\
             Pain Points=barrier: The page is slow today+Too many filters | It forgets what was typed+No receipt comes"
        );
    }

    #[test]
    fn phases_without_names_are_counted() {
        let down =
            journey("User Action|Touchpoints|Pain Points\nLooks for a bike|The website|Too many\nTries one|The shop|A queue");
        assert_eq!(
            short(&down),
            "Phase 1=phase-1 | Phase 2=phase-2\nUser Action=action: Looks for a bike | Tries one\n\
             Touchpoints=touchpoint: The website | The shop\nPain Points=barrier: Too many | A queue"
        );
        let across = journey(
            "Persona|Fietser\nDoelen|Een fiets die past\nActies|Kijkt rond|Rijdt een rondje|Rekent af\nEmotie|1|-1|2\n\
             Contactmomenten|Website|Winkel|Kassa",
        );
        assert_eq!(short(&across).lines().next(), Some("Fase 1=fase-1 | Fase 2=fase-2 | Fase 3=fase-3"));
        assert_eq!((across.lanes.len(), &*across.personas[0].name, left(&across).len()), (4, "Fietser", 0));
        for other in [
            "Risk|Impact|Mitigation|Owner\nServer|High|Second|Ops\nStaff|Low|Hire|HR",
            "Name|Age|Goals|Frustrations\nAnna|34|Ride to work every day|Rain and bad roads\nBo|21|Look cool|Too little money",
        ] {
            let codes = match read_all(vec![page(other)]) {
                Ok(reading) => reading.remarks.iter().map(|remark| remark.code).collect::<Vec<_>>(),
                Err(problems) => problems.iter().map(|problem| problem.code).collect(),
            };
            assert!(codes.iter().any(|code| [Code::DoubtfulMatrix, Code::NoMatrix].contains(code)), "{other}");
        }
    }

    #[test]
    fn a_table_below_with_the_same_phases_gives_its_lanes() {
        let main = "Stage|Goal|Actions\nAwareness|a|b\nPurchase|c|d\n\n";
        for below in
            ["Stage|Score\nPurchase|5\nAwareness|3", "|Awareness|Purchase\nScore|3|5", "Stage|Awareness|Purchase\nScore|3|5"]
        {
            let read = journey(&format!("{main}{below}"));
            assert_eq!(short(&read).lines().last(), Some("Score=emotion: 3 | 5"), "{below}");
            assert_eq!(left(&read), [""; 0], "{below}");
        }
        for (below, over) in [
            ("Stage|Goal\nPurchase|5\nAwareness|3", 6),
            ("Stage|Score\nPurchase|5\nDelivery|3", 6),
            ("Stage|Score|Goal\nPurchase|5|x", 6),
        ] {
            let read = journey(&format!("{main}{below}"));
            assert_eq!((read.lanes.len(), left(&read).len()), (2, over), "{below}");
        }
    }

    #[test]
    fn what_stands_beside_a_contact_is_its_own() {
        let items = |grid: &str| {
            let journey = journey(grid);
            let contact = journey.lanes.iter().position(|lane| lane.kind == crate::journey::LaneKind::Touchpoint).unwrap();
            let told = |item: &crate::journey::Item| {
                let level = item.importance.map(crate::journey::Level::name);
                let told = [Some(item.text()), item.channel.as_deref(), item.when.as_deref(), level];
                told.into_iter().flatten().collect::<Vec<_>>().join("/")
            };
            let items = journey.phases.iter().flat_map(|phase| &phase.cells[contact]).map(told).collect::<Vec<_>>();
            (items.join(" "), journey.lanes.len())
        };
        let down = "Stage|Touchpoint|Channel|Time|Importance|Pain point\nAwareness|Advert|Instagram|9:30|High|Dull\n\
                    Awareness|Video|YouTube||medium|Long\nPurchase|Basket|Website|noon|low|Costs";
        let expected = "Advert/Instagram/9:30/high Video/YouTube/medium Basket/Website/noon/low";
        assert_eq!(items(down), (expected.to_owned(), 2));
        let across = "|Oriëntatie|Oriëntatie|Aankoop\nTouchpoint|Website|Beurs|Kassa\nKanaal|web|school|winkel\nDoel|a|b|c";
        assert_eq!(items(across), ("Website/web Beurs/school Kassa/winkel".to_owned(), 2));
        // A channel without its contact, or an importance that is no level, has no place there.
        let more = "Stage|Touchpoint|Channel|Importance\nAwareness|Advert|Instagram|4\nAwareness||YouTube|5\nAwareness|Film|Cinema|3\n\
                    Purchase|Basket|Website|1";
        assert_eq!(items(more), ("Advert Film Basket".to_owned(), 3));
        // With a row a phase a channel is that of the phase.
        assert_eq!(items("Stage|Touchpoint|Channel\nAwareness|Advert|Web\nPurchase|Shop|Street"), ("Advert Shop".to_owned(), 2));
    }

    #[test]
    fn a_column_of_personas_names_them() {
        let one = journey("Stage|Persona|Goal|Pain\nSearch|Rider|a|b\nBuy|Rider|c|d");
        assert_eq!((one.lanes.len(), one.personas.len(), &*one.personas[0].name), (2, 1, "Rider"));
        let two = journey("Stage|Persona|Goal|Pain\nSearch|Rider|a|b\nBuy|Walker|c|d");
        assert_eq!((two.lanes.len(), two.personas.len()), (3, 2));
    }

    #[test]
    fn a_label_among_the_names_of_columns_is_none() {
        let read = journey(
            "Id|Name|Shape|Group|Text\n1|Page|||One\n2|Two|Round|G1|Four\n\n|Zien|Kopen\nDoel|Weten wat er is|Iets kopen\nActie|a|b",
        );
        assert_eq!((read.authors.len(), left(&read).len(), read.title.as_str()), (0, 13, "reis"));
        let facts = journey("Naam|Sam|Klas|2B|Vak|Fietsen\n|Bewustzijn|Kopen\nDoel|a|b\nActie|c|d\nEmotie|1|2");
        assert_eq!((facts.authors[0].class.as_deref(), facts.course.as_deref()), (Some("2B"), Some("Fietsen")));
    }

    #[test]
    fn a_table_that_tells_nothing_of_a_customer_is_doubted() {
        let deals = "Offer|Stage|Worth|Owner|Last call\nAcme|Proposal|much|Sam|2026-05-01\nBeta|Won|more|Noor|2026-04-01";
        let remarks = read_all(vec![page(deals)]).unwrap().remarks;
        assert_eq!(remarks[0].code, Code::DoubtfulMatrix);
        assert!(remarks[0].message.contains("“Last call” holds nothing but dates"), "{}", remarks[0].message);
    }

    #[test]
    fn figures_registers_and_people_are_no_journey_whatever_the_phases_are_called() {
        let doubts = |grid: &str| match read_all(vec![page(grid)]) {
            Ok(reading) => reading.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix),
            Err(problems) => problems.iter().any(|problem| problem.code == Code::NoMatrix),
        };
        for grid in [
            "Stage|Visitors|Conversion|Time\nAwareness|120000|24%|0:42\nPurchase|8928|12%|4:01\nAdvocacy|482|9%|0:55",
            "Stage|Visitors\nAwareness|120000\nPurchase|8928\nAdvocacy|482",
            "KPI|Awareness|Purchase|Loyalty\nReach|120000|2000|500\nCost per click|€ 0,32|€ 1,20|€ 0,10\nRevenue|0|€ 12.000|€ 3.400",
            "Stage|Owner|Budget|Status\nAwareness|Tom Reed|€ 12.000|Done\nPurchase|Eva Lind|€ 30.000|Open",
            "Fase|Budget|Verantwoordelijke\nBewustzijn|1200|Jan Bakker\nAankoop|3000|Tim Post",
            "Deal|Stage|Amount|Contact|Next step\nHarbour|Proposal|12000|Jo Marsh|Call\nCity|Closed|900|Eva Lind|Legal\n\
             Green|Negotiation|4500|Ali Khan|Revise",
            "Key|Summary|Status|Step|Points|Assignee\nAPP-1|Log in|To do|Refinement|5|Priya\nAPP-2|Fix it|Doing|Development|3|Tom\n\
             APP-3|Show it|In review|Testing|2|Sam\nAPP-4|Pause|Done|Release|8|Priya",
            "Phase|Purpose|Participants|Duration|Success\nPhase I|Find a safe dose|20–80 people|some months|70%\n\
             Phase II|See whether it works|100–300 patients|up to 2 years|33%",
        ] {
            assert!(doubts(grid), "{grid}");
        }
        for grid in [
            "Fase|Bewustzijn|Aankoop\nEmotie|3|4",
            "Fase|Bewustzijn|Aankoop\nWat er misgaat|de sleutel is weg|er is een file",
            "Stage|Contact|Goal\nAwareness|Call Centre|To know\nPurchase|Mobile App|To pay",
            "Stage|Channel|KPI\nAwareness|Instagram|1200\nPurchase|Website|300",
            "|Awareness|Purchase\nGoal||\nOwner||\nStatus||",
        ] {
            assert!(!doubts(grid), "{grid}");
        }
    }

    #[test]
    fn what_only_counts_the_phases_is_no_name_of_one() {
        let expected = "Search=search | Buy=buy | Ride=ride\nGoal=goal: a | b | c\nAction=action: d | e | f";
        let lanes = "Goal|a|b|c\nAction|d|e|f";
        for head in ["|1|2|3\n|Search|Buy|Ride", "|Step 1|Step 2|Step 3\n|Search|Buy|Ride", "Nr.|1|2|3\nStage|Search|Buy|Ride"] {
            let read = journey(&format!("{head}\n{lanes}"));
            assert_eq!((short(&read), left(&read)), (expected.to_owned(), Vec::new()), "{head}");
        }
        for grid in [
            "Nr.|Stage|Goal|Action\n1|Search|a|d\n2|Buy|b|e\n3|Ride|c|f",
            "Stage|No.|Goal|Action\nSearch|1|a|d\nBuy|2|b|e\nRide|3|c|f",
        ] {
            let read = journey(grid);
            assert_eq!((short(&read), left(&read)), (expected.to_owned(), Vec::new()), "{grid}");
        }
        let banded = journey("|Before||After\n|1|2|3\n|Search|Buy|Ride\nGoal|a|b|c\nAction|d|e|f");
        assert_eq!((banded.stages.len(), left(&banded).len()), (2, 0));
        let counted = journey("Fase|1|2|3\nDoel|a|b|c\nActie|d|e|f");
        assert_eq!(short(&counted).lines().next(), Some("1=1 | 2=2 | 3=3"));
    }

    #[test]
    fn those_who_answered_are_neither_phases_nor_personas() {
        let read = journey(
            "Respondent|Fase|Actie|Hoe blij was je?\nAnna Smit|Zoeken|Kijkt|4\nBo Kramer|Zoeken|Vraagt|3\nAnna Smit|Kopen|Pint|2\n\
             Bo Kramer|Kopen|Belt|5",
        );
        assert_eq!(
            short(&read),
            "Zoeken=zoeken | Kopen=purchase\nActie=action: Kijkt+Vraagt | Pint+Belt\nHoe blij was je?=emotion: 4+3 | 2+5"
        );
        assert_eq!((read.personas.len(), left(&read).len()), (0, 5));
        let answers =
            journey("Navn|Hvilken fase?|Hvad gjorde du?|Hvor glad var du?\nAnna Smit|Søge|Så|3\nBo Kramer|Købe ind|Gik|2");
        assert_eq!(short(&answers).lines().next(), Some("Søge=soge | Købe ind=kobe-ind"));
    }

    #[test]
    fn a_sign_for_nothing_is_left_over() {
        let read = journey("|Zien|Kopen|Eten\nDoel|a|-|c\nActie|–|d|e");
        assert_eq!(short(&read).lines().nth(1), Some("Doel=goal: a |  | c"));
        assert_eq!(left(&read), ["-", "–"]);
    }

    #[test]
    fn a_table_under_each_heading_is_one_of_a_phase() {
        let expected = "Awareness=awareness | Purchase=purchase\nGoal=goal: a | c\nAction=action: b | d";
        let rows =
            "Trip\n\nAwareness\n\nLane|What\nGoal|a\nAction|b\n\nPurchase\n\nLane|What\nGoal|c\nAction|d\n\nSource: a talk";
        let columns = "Trip\n\nAwareness\n\nGoal|Action\na|b\n\nPurchase\n\nGoal|Action\nc|d\n\nSource: a talk";
        for grid in [rows, columns] {
            let read = journey(grid);
            assert_eq!((short(&read), read.title.as_str()), (expected.to_owned(), "Trip"), "{grid}");
            assert_eq!(left(&read), ["Source: a talk"], "{grid}");
        }
        let lanes = "Trip\n\nGoal\n\nAwareness|Purchase\na|c\n\nAction\n\nAwareness|Purchase\nb|d\n\nSource: a talk";
        assert_eq!(short(&journey(lanes)), expected);
        let told = journey("Awareness\nAll that comes first.\n\nGoal|a\nPain|b\n\nPurchase\nAll else.\n\nGoal|c\nPain|d");
        assert_eq!((told.phases[1].description.as_deref(), left(&told).len()), (Some("All else."), 0));
        let own = journey("Awareness\nLight|dim\nGoal|a\nPain|b\n\nPurchase\nSound|loud\nGoal|c\nPain|d");
        assert_eq!((own.lanes.len(), own.lanes[0].title.as_str(), left(&own).len()), (4, "Light", 0));
        let steps = journey("Awareness\nStep|Channel\nLooks|web\nAsks|shop\n\nPurchase\nStep|Channel\nPays|till\nWaits|shop");
        assert_eq!(short(&steps).lines().nth(1), Some("Step=action: Looks+Asks | Pays+Waits"));
        for other in [
            "Anna\nStage|Goal|Action\nSearch|a|b\nBuy|c|d\n\nBo\nStage|Goal|Action\nSearch|e|f\nBuy|g|h",
            "Anna\nWhat|Answer\nAge|34\nGoal|a\nPain|b\n\nBo\nWhat|Answer\nAge|21\nGoal|c\nPain|d\n\nCem\nWhat|Answer\nAge|1\nGoal|e\nPain|f",
        ] {
            let phases = read_all(vec![page(other)]).map(|reading| reading.journey.phases[0].title.clone());
            assert_ne!(phases.ok().as_deref(), Some("Anna"), "{other}");
        }
    }

    #[test]
    fn what_looks_like_no_journey_is_refused_or_doubted() {
        let stages = ["Checkout", "Home", "Product page"];
        let entry = |nth: usize| format!("{nth}|{}|2024-01-1{}|{}|View|{}", nth % 40, nth % 9, stages[nth % 3], nth * 7);
        let log: Vec<String> = (1..60).map(entry).collect();
        let log = format!("JourneyID|CustomerID|VisitDate|Stage|Action|Duration\n{}", log.join("\n"));
        let refused = read_all(vec![page(&log)]).map(|reading| short(&reading.journey)).unwrap_err();
        assert_eq!(refused[0].code, Code::NoMatrix);
        let budget = "Item|Supplier|Weight|Note\nPaper|The copy shop|two pounds|Two packs of A3 paper\n\
                      Markers|The toy shop|very light|Six colours are enough\nTape|The hardware shop|light|Does not leave marks";
        let reading = read_all(vec![page(budget)]).unwrap();
        assert_eq!(reading.remarks[0].code, Code::DoubtfulMatrix);
        let known = read_all(vec![page("Fase|Zien|Doen\nDoel|Weten wat er is|Iets kopen\nActie|Kijkt|Koopt")]).unwrap();
        assert!(known.remarks.iter().all(|remark| remark.code != Code::DoubtfulMatrix));
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

    /// What a cell holds, by its number.
    type Make = fn(usize) -> Value;

    /// A cell with texts that no other has.
    fn cell() -> impl Strategy<Value = Make> {
        prop_oneof![
            6 => Just((|_| Value::Empty) as Make),
            4 => Just((|n| Value::Text(format!("a{n}z"))) as Make),
            2 => Just((|n| Value::Text(format!("b{n}z en c{n}z; d{n}z"))) as Make),
            1 => Just((|n| Value::Text(format!("• e{n}z\n  f{n}z\n• ★ g{n}z"))) as Make),
            1 => Just((|n| Value::Text(format!("1. h{n}z 2. i{n}z"))) as Make),
            1 => Just((|n| Value::Text(format!("Naam: j{n}z, k{n}z (l{n}z)\nKlas: m{n}z"))) as Make),
            1 => Just((|n| Value::Text(format!("Docent: n{n}z"))) as Make),
            1 => Just((|n| Value::Text(format!("+1 o{n}z"))) as Make),
            1 => Just((|n| Value::Text(format!("7/10: p{n}z"))) as Make),
            1 => Just((|_| Value::Text("Naam".into())) as Make),
            1 => Just((|_| Value::Text("Datum:".into())) as Make),
            1 => Just((|_| Value::Text("Doelgroep".into())) as Make),
            1 => Just((|n| Value::Number { number: n as f64 + 1000.0, percent: false }) as Make),
            1 => Just((|n| Value::Number { number: (n % 5) as f64, percent: false }) as Make),
            1 => Just((|n| Value::Unknown(format!("=Q{n}Z"))) as Make),
            2 => Just((|n| Value::Text(["Doel", "Actie", "Touchpoint", "Emotie", "Waarom", "Fase", "Gevoel"][n % 7].into())) as Make),
            2 => Just((|n| Value::Text(["Bewustzijn", "Aankoop", "Gebruik", "Voor", "Na"][n % 5].into())) as Make),
        ]
    }

    /// What of a cell must be found again: words that no other cell has, and numbers that do not stand for themselves.
    fn told(value: &Value) -> Vec<String> {
        let text = value.text();
        let words =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.to_lowercase().ends_with('z') || word.len() > 3);
        let labels = ["Naam", "Klas", "Datum", "Docent", "Doelgroep", "Fase", "Voor", "Waarom"];
        words.filter(|word| !labels.contains(word)).map(str::to_owned).collect()
    }

    fn sheet() -> impl Strategy<Value = Page> {
        let grid = vec(vec(cell(), 1..9), 1..14);
        let matrix = proptest::option::weighted(0.7, (0..4_usize, 0..3_usize, any::<bool>()));
        let merged = vec((0..10_usize, 0..6_usize, 0..3_usize, 0..3_usize), 0..4);
        (grid, matrix, merged).prop_map(|(grid, matrix, merged)| {
            let mut rows: Vec<Vec<Value>> = Vec::new();
            for (row, cells) in grid.iter().enumerate() {
                rows.push(cells.iter().enumerate().map(|(column, cell)| cell(row * 20 + column)).collect());
            }
            if let Some((row, column, across)) = matrix {
                let names = [["Oriëntatie", "Aankoop", "Loyaliteit"], ["Doel", "Emotie", "Touchpoint"]];
                for (index, (phase, lane)) in names[0].iter().zip(names[1]).enumerate() {
                    let (one, other) = if across { (*phase, lane) } else { (lane, *phase) };
                    for (row, column, name) in [(row, column + 1 + index, one), (row + 1 + index, column, other)] {
                        rows.resize(rows.len().max(row + 1), Vec::new());
                        let cells = &mut rows[row];
                        cells.resize(cells.len().max(column + 1), Value::Empty);
                        cells[column] = Value::Text(name.into());
                    }
                }
            }
            let mut merged: Vec<_> = merged
                .into_iter()
                .map(|(row, column, down, right)| Range {
                    first: At { row, column },
                    last: At { row: row + down, column: column + right },
                })
                .collect();
            for range in &merged {
                for (at, cell) in rows
                    .iter_mut()
                    .enumerate()
                    .flat_map(|(row, cells)| cells.iter_mut().enumerate().map(move |(column, cell)| (At { row, column }, cell)))
                {
                    let inside = (range.first.row..=range.last.row).contains(&at.row)
                        && (range.first.column..=range.last.column).contains(&at.column);
                    if inside && at != range.first {
                        *cell = Value::Empty;
                    }
                }
            }
            merged.dedup();
            Page { name: Some("Blad1".into()), visible: true, rows, merged, ..Page::default() }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

        #[test]
        fn no_text_is_ever_lost(sheets in vec(sheet(), 1..3)) {
            let told: Vec<String> = sheets.iter().flat_map(|page| page.rows.iter().flatten().flat_map(told)).collect();
            match read_all(sheets) {
                Ok(reading) => {
                    let titles: Vec<_> = reading.journey.lanes.iter().map(|lane| lane.title.as_str()).collect();
                    let found = format!("{}{}", normal(&reading.journey), titles.join(" "));
                    for word in told {
                        prop_assert!(found.contains(&word), "{} is lost\n{}", word, found);
                    }
                }
                Err(problems) => prop_assert_eq!(problems[0].code, Code::NoMatrix, "{:?}", problems),
            }
        }
    }
}
