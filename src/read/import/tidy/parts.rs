//! Which stages, phases, lanes and personas the rows tell of, and which items.

use std::collections::BTreeMap;

use super::table::{Log, Table};
use crate::diagnostic::{Code, Diagnostic};
use crate::forms::tidy::{Column, Fact, Of, Plain, Tells, split};
use crate::journey::limits;
use crate::read::book::{At, Value};
use crate::tongue::{Phrase, say};

/// What a cell says of something.
#[derive(Debug, Clone)]
pub struct Said {
    pub at: At,
    pub text: String,
}

/// A stage, phase, lane or persona.
#[derive(Debug, Default)]
pub struct Part {
    pub id: Option<Said>,
    pub title: Option<Said>,
    order: Option<f64>,
    /// The stage of a phase, the persona of a lane.
    pub owner: Option<usize>,
    /// Of a lane: what it holds, what its curve stands for, its scale.
    pub kind: Option<Said>,
    pub purpose: Option<Said>,
    pub scale: [Option<Said>; 2],
}

/// What a part says of itself in one column.
type Slot = fn(&mut Part) -> &mut Option<Said>;

/// An item: a row.
#[derive(Debug)]
pub struct Row {
    /// Counted from the top of the sheet.
    pub at: usize,
    pub phase: usize,
    pub lane: usize,
    order: Option<f64>,
}

/// What the rows tell of, each in its order.
#[derive(Default)]
pub struct Parts {
    pub title: Option<Said>,
    pub language: Option<Said>,
    pub authors: Option<Said>,
    pub class: Option<Said>,
    pub date: Option<Said>,
    /// In the order of [`Fact::ALL`].
    pub facts: [Option<Said>; Fact::ALL.len()],
    /// The names of all who travel.
    travellers: Option<Said>,
    pub stages: Vec<Part>,
    pub phases: Vec<Part>,
    pub lanes: Vec<Part>,
    pub personas: Vec<Part>,
    pub items: Vec<Row>,
}

/// Parts of one sort while the rows are read: by id, and by what they are called.
#[derive(Default)]
struct List {
    parts: Vec<Part>,
    by_id: BTreeMap<String, usize>,
    by_name: BTreeMap<String, usize>,
}

/// The cells of a row that tell of one part.
#[derive(Default)]
struct Told {
    id: Option<Said>,
    title: Option<Said>,
    order: Option<f64>,
}

/// What a part without an id is known again by.
struct Key {
    /// All that parts of its sort may differ in.
    exact: String,
    /// What it is called; empty when the row does not say.
    called: String,
    /// Whether the row leaves open which part of those that are called so it means.
    loose: bool,
}

impl List {
    /// The part that is told of, a new one when it was not told of before.
    fn find(&mut self, told: &Told, Key { exact, called, loose }: &Key) -> Option<usize> {
        let found = match &told.id {
            Some(id) => self.by_id.get(&id.text).or_else(|| self.nameless(exact)).copied(),
            None if called.is_empty() => return None,
            None => self.by_name.get(exact).or_else(|| self.by_name.get(called).filter(|_| *loose)).copied(),
        };
        let index = found.unwrap_or_else(|| {
            self.parts.push(Part::default());
            self.parts.len() - 1
        });
        if let Some(id) = &told.id {
            self.by_id.insert(id.text.clone(), index);
        }
        if !called.is_empty() {
            for name in [exact, called] {
                self.by_name.entry(name.clone()).or_insert(index);
            }
        }
        Some(index)
    }

    /// The part of that name, as long as it has no id.
    fn nameless(&self, key: &str) -> Option<&usize> {
        self.by_name.get(key).filter(|index| self.parts[**index].id.is_none())
    }

    /// The parts in their order, and the place of each. One without an order follows the one that it was told of after.
    fn sorted(self) -> (Vec<Part>, Vec<usize>) {
        let mut key = f64::NEG_INFINITY;
        let mut order: Vec<(f64, usize)> = Vec::new();
        for (index, part) in self.parts.iter().enumerate() {
            key = part.order.unwrap_or(key);
            order.push((key, index));
        }
        order.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut places = vec![0; order.len()];
        for (place, (_, index)) in order.iter().enumerate() {
            places[*index] = place;
        }
        let mut parts: Vec<_> = self.parts.into_iter().zip(&places).map(|(part, place)| (*place, part)).collect();
        parts.sort_by_key(|(place, _)| *place);
        (parts.into_iter().map(|(_, part)| part).collect(), places)
    }
}

impl Parts {
    /// Goes through the rows.
    pub fn of(table: &Table, log: &mut Log) -> Self {
        let mut reader = Reader { table, log, lists: Default::default(), items: Vec::new(), head: Self::default() };
        for row in table.rows() {
            reader.row(row);
        }
        let Reader { lists: [stages, phases, lanes, personas], mut items, head, .. } = reader;
        let (stages, stage_places) = stages.sorted();
        let (mut personas, persona_places) = personas.sorted();
        personas.extend(head.untold(&personas));
        let (mut phases, phase_places) = phases.sorted();
        let (mut lanes, lane_places) = lanes.sorted();
        let place = |owner: &mut Option<usize>, places: &[usize]| *owner = owner.and_then(|owner| places.get(owner).copied());
        for phase in &mut phases {
            place(&mut phase.owner, &stage_places);
        }
        for lane in &mut lanes {
            place(&mut lane.owner, &persona_places);
        }
        for item in &mut items {
            (item.phase, item.lane) = (phase_places[item.phase], lane_places[item.lane]);
        }
        let mut last = BTreeMap::new();
        for item in &mut items {
            let key = last.entry((item.phase, item.lane)).or_insert(f64::NEG_INFINITY);
            *key = item.order.unwrap_or(*key);
            item.order = Some(*key);
        }
        let order = |item: &Row| item.order.unwrap_or(f64::NEG_INFINITY);
        items.sort_by(|one, other| {
            (one.phase, one.lane).cmp(&(other.phase, other.lane)).then(order(one).total_cmp(&order(other)))
        });
        Self { stages, phases, lanes, personas, items, ..head }
    }
}

impl Parts {
    /// Those who travel of whom no row tells by itself.
    fn untold(&self, told: &[Part]) -> Vec<Part> {
        let known = |name: &String| told.iter().any(|part| part.title.as_ref().is_some_and(|said| said.text == *name));
        let names = |said: &Said| split(&said.text).into_iter().map(|text| Said { at: said.at, text }).collect::<Vec<_>>();
        let mut names: Vec<_> = self.travellers.as_ref().map(names).unwrap_or_default();
        names.retain(|said| !said.text.trim().is_empty() && !known(&said.text));
        names.into_iter().map(|said| Part { title: Some(said), ..Part::default() }).collect()
    }

    /// Refuses a table with more of something than a journey may have.
    pub fn within_limits(&self, table: &Table) -> Result<(), Box<Diagnostic>> {
        let counts = [
            ("stages", self.stages.len(), limits::STAGES),
            ("phases", self.phases.len(), limits::PHASES),
            ("lanes", self.lanes.len(), limits::LANES),
            ("personas", self.personas.len(), limits::PERSONAS),
            ("items", self.items.len(), limits::ITEMS),
        ];
        match counts.into_iter().find(|(_, count, most)| count > most) {
            None => Ok(()),
            Some((what, count, most)) => {
                let message = say!("table-tells-of", count = count, part = what, most = most);
                let help = say!("table-tells-of-help", part = what);
                let first = table.place(At { row: table.header, column: 0 });
                Err(Box::new(Diagnostic::new(Code::TooMany, message).help(help).cell(first)))
            }
        }
    }
}

struct Reader<'a, 'b> {
    table: &'a Table<'a>,
    log: &'b mut Log,
    /// Stages, phases, lanes, personas.
    lists: [List; 4],
    items: Vec<Row>,
    head: Parts,
}

const STAGES: usize = 0;
const PHASES: usize = 1;
const LANES: usize = 2;
const PERSONAS: usize = 3;

impl Reader<'_, '_> {
    fn row(&mut self, row: usize) {
        self.journey(row);
        let stage = self.part(row, STAGES, Tells::Stage, "stage", None);
        let phase = self.part(row, PHASES, Tells::Phase, "phase", None);
        let persona = self.part(row, PERSONAS, Tells::Persona, "persona", None);
        let kind = self.said(row, &Tells::Kind);
        let lane = self.part(row, LANES, Tells::Lane, "lane", Some((kind.as_ref(), persona)));
        if let (Some(phase), Some(stage)) = (phase, stage) {
            self.belongs(row, (PHASES, phase), stage, "phase", &Tells::Stage(Of::Title));
        }
        if let (Some(lane), Some(persona)) = (lane, persona) {
            self.belongs(row, (LANES, lane), persona, "lane", &Tells::Persona(Of::Title));
        }
        let about: [(Tells, Slot); 4] = [
            (Tells::Kind, |part| &mut part.kind),
            (Tells::Purpose, |part| &mut part.purpose),
            (Tells::ScaleMin, |part| &mut part.scale[0]),
            (Tells::ScaleMax, |part| &mut part.scale[1]),
        ];
        for (tells, slot) in about {
            let Some(said) = self.said(row, &tells) else { continue };
            match lane {
                Some(lane) => settle(slot(&mut self.lists[LANES].parts[lane]), said, "lane", self.log),
                None => self.leave(&said, "left-lane-not-named"),
            }
        }
        self.item(row, phase, lane);
    }

    /// What the row says of the journey.
    fn journey(&mut self, row: usize) {
        let slots = [
            (Tells::Title, &mut self.head.title),
            (Tells::Language, &mut self.head.language),
            (Tells::Authors, &mut self.head.authors),
            (Tells::Class, &mut self.head.class),
            (Tells::Date, &mut self.head.date),
            (Tells::Personas, &mut self.head.travellers),
        ];
        let facts = Fact::ALL.map(Tells::Fact).into_iter().zip(&mut self.head.facts);
        for (tells, slot) in slots.into_iter().chain(facts) {
            if let Some(said) = said(self.table, row, &tells) {
                settle(slot, said, "journey", self.log);
            }
        }
    }

    fn said(&self, row: usize, tells: &Tells) -> Option<Said> {
        said(self.table, row, tells)
    }

    fn leave(&mut self, said: &Said, why: impl Into<Phrase>) {
        self.log.leave(said.at, why);
    }

    /// The part of that sort that the row tells of; of a lane with what it holds and whose it is.
    fn part(
        &mut self,
        row: usize,
        list: usize,
        tells: fn(Of) -> Tells,
        what: &str,
        lane: Option<(Option<&Said>, Option<usize>)>,
    ) -> Option<usize> {
        let order = self.order(row, &tells(Of::Order));
        let told = Told { id: self.said(row, &tells(Of::Id)), title: self.said(row, &tells(Of::Title)), order };
        let text = |said: Option<&Said>| said.map(|said| said.text.clone()).unwrap_or_default();
        let title = text(told.title.as_ref());
        let key = match lane {
            None => Key { exact: title.clone(), called: title, loose: false },
            Some((kind, persona)) => {
                let kind = text(kind);
                let loose = kind.is_empty() || persona.is_none();
                let called = if title.is_empty() { kind.clone() } else { title };
                Key { exact: format!("{called}\0{kind}\0{persona:?}"), called, loose }
            }
        };
        let index = self.lists[list].find(&told, &key)?;
        let part = &mut self.lists[list].parts[index];
        part.order = part.order.or(told.order);
        if let Some(id) = told.id {
            settle(&mut part.id, id, what, self.log);
        }
        if let Some(title) = told.title {
            settle(&mut part.title, title, what, self.log);
        }
        Some(index)
    }

    /// A place among its like. What is no number has no say.
    fn order(&mut self, row: usize, tells: &Tells) -> Option<f64> {
        let said = self.said(row, tells)?;
        let order = number(self.table.get(said.at));
        if order.is_none() {
            self.leave(&said, "left-no-place-number");
        }
        order
    }

    /// Says whose a part is; who says something else is left over.
    fn belongs(&mut self, row: usize, (list, index): (usize, usize), owner: usize, what: &str, tells: &Tells) {
        let part = &mut self.lists[list].parts[index];
        if *part.owner.get_or_insert(owner) != owner
            && let Some(said) = self.said(row, tells)
        {
            self.leave(&said, say!("says-else-than-above", part = what));
        }
    }

    fn item(&mut self, row: usize, phase: Option<usize>, lane: Option<usize>) {
        let order = self.order(row, &Tells::ItemOrder);
        let speaks = |(at, column): &&(usize, &Column)| {
            let value = self.table.get(At { row, column: *at });
            let denies = column.plain == Plain::Truth && truth(value) == Some(false);
            matches!(column.tells, Tells::Item(_)) && !value.is_empty() && !denies
        };
        let cells: Vec<_> = self.table.columns.iter().filter(speaks).map(|(at, _)| *at).collect();
        if cells.is_empty() {
            return;
        }
        if let (Some(phase), Some(lane)) = (phase, lane) {
            self.items.push(Row { at: row, phase, lane, order });
            return;
        }
        let missing = if phase.is_none() { "phase" } else { "lane" };
        for column in cells {
            self.log.leave(At { row, column }, say!("item-without", part = missing));
        }
    }
}

fn said(table: &Table, row: usize, tells: &Tells) -> Option<Said> {
    let column = table.column(tells)?;
    let at = At { row, column };
    let value = table.get(at);
    (!value.is_empty()).then(|| Said { at, text: value.text() })
}

/// The first who says something is believed; who says something else is left over.
fn settle(slot: &mut Option<Said>, said: Said, what: &str, log: &mut Log) {
    match slot {
        None => *slot = Some(said),
        Some(first) if first.text == said.text => {}
        Some(first) => {
            log.leave(said.at, say!("says-else-than", part = what, cell = first.at.to_string()));
        }
    }
}

/// A number, also one that is written as text with the decimal mark of any language.
pub fn number(value: &Value) -> Option<f64> {
    let written = match value {
        Value::Number { number, .. } => return Some(number + 0.0),
        Value::Text(text) => text.trim().replace(',', ".").replace('\u{2212}', "-"),
        Value::Empty | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => return None,
    };
    let digits = written.trim_start_matches(['+', '-']);
    let plain = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    written.parse().ok().filter(|number: &f64| plain && number.is_finite()).map(|number| number + 0.0)
}

/// Whether something is so, in the words of spreadsheets in Dutch, Danish and English.
pub fn truth(value: &Value) -> Option<bool> {
    const SO: [&str; 10] = ["true", "1", "x", "yes", "ja", "waar", "sand", "★", "⚑", "✓"];
    const NOT_SO: [&str; 7] = ["false", "0", "no", "nee", "nej", "onwaar", "falsk"];
    let word = value.text().trim().to_lowercase();
    match value {
        Value::Bool(truth) => Some(*truth),
        _ if SO.contains(&word.as_str()) => Some(true),
        _ if NOT_SO.contains(&word.as_str()) => Some(false),
        _ => None,
    }
}
