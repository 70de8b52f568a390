//! The journey without its items: what the rows say around them, as far as the format lets it pass.

use std::collections::{BTreeMap, BTreeSet};

use super::item::mend;
use super::parts::{Part, Parts, Said, number};
use super::table::{Log, Table};
use crate::diagnostic::Diagnostic;
use crate::forms::days;
use crate::forms::tidy::{Fact, Tells, split};
use crate::journey::{Journey, Json, LaneKind, Term, TermLanguage, aliases, limits, slug};
use crate::read::Options;
use crate::read::book::{At, Value};
use crate::read::json;

/// The scales that scores may be meant on when none is told, the most likely first.
const SCALES: [(f64, f64); 9] =
    [(-2.0, 2.0), (1.0, 5.0), (0.0, 5.0), (1.0, 10.0), (0.0, 10.0), (-3.0, 3.0), (-5.0, 5.0), (-10.0, 10.0), (0.0, 100.0)];

/// The journey with empty cells.
pub struct Frame {
    /// The document, with all ids that other parts name.
    pub document: Vec<(String, Json)>,
    /// The journey that it makes.
    pub journey: Journey,
}

/// The document under way: its fields, and the cells that they come from by JSON pointer.
struct Draft<'a, 'b> {
    table: &'a Table<'a>,
    log: &'b mut Log,
    cells: BTreeMap<String, At>,
}

impl Frame {
    /// # Errors
    /// When there is more of something than a journey may have.
    pub fn of(parts: &Parts, options: &Options, table: &Table, log: &mut Log) -> Result<Self, Vec<Diagnostic>> {
        let mut draft = Draft { table, log, cells: BTreeMap::new() };
        let lanes = draft.lanes(parts);
        let language = draft.language(parts, options);
        let title = draft.title(parts, options, &language);
        let mut document = vec![("klantreis".to_owned(), Json::number(1.0)), ("title".into(), title)];
        document.push(("authors".into(), Json::List(draft.authors(parts))));
        document.push(("language".into(), Json::Text(language)));
        document.extend(draft.date(parts).map(|date| ("date".to_owned(), date)));
        for (fact, said) in Fact::ALL.into_iter().zip(&parts.facts) {
            if let Some(said) = said {
                draft.come(format!("/{}", fact.name()), said);
                document.push((fact.name().to_owned(), Json::text(&said.text)));
            }
        }
        for (name, entries) in [("personas", &parts.personas), ("stages", &parts.stages), ("phases", &parts.phases)] {
            let label = if name == "personas" { "name" } else { "title" };
            let mut ids = Ids::of(entries, name.trim_end_matches('s'));
            let entry = |(index, part): (usize, &Part)| {
                // What must have a name and has none is called by its id.
                let called = part.title.as_ref().or(part.id.as_ref()).map(|said| said.text.as_str()).unwrap_or_default();
                let mut fields = draft.named(part, &format!("/{name}/{index}"), label, called, &mut ids);
                if part.title.is_none() {
                    fields.push((label.to_owned(), Json::text(called)));
                }
                Json::Object(fields)
            };
            let entries = Json::List(entries.iter().enumerate().map(entry).collect());
            document.push((name.to_owned(), entries));
        }
        document.push(("lanes".into(), Json::List(lanes)));
        let Draft { cells, .. } = draft;
        let mut document = Json::Object(document);
        let journey = mend(&mut document, &cells, table, log, false)?;
        for (pointer, at) in cells {
            log.from(pointer, table.place(at));
        }
        let Json::Object(mut document) = document else { return Err(Vec::new()) };
        name_owners(&mut document, parts, &journey);
        Ok(Self { document, journey })
    }
}

/// Puts the stages of phases and the personas of lanes into the document, by their ids.
fn name_owners(document: &mut [(String, Json)], parts: &Parts, journey: &Journey) {
    let stages = |owner: usize| journey.stages.get(owner).map(|stage| stage.id.to_string());
    let personas = |owner: usize| journey.personas.get(owner).map(|persona| persona.id.to_string());
    for (name, value) in document {
        let (entries, field, id): (_, _, &dyn Fn(usize) -> Option<String>) = match name.as_str() {
            "phases" => (&parts.phases, "stage", &stages),
            "lanes" => (&parts.lanes, "persona", &personas),
            _ => continue,
        };
        let Json::List(values) = value else { continue };
        for (value, part) in values.iter_mut().zip(entries) {
            if let (Json::Object(fields), Some(id)) = (value, part.owner.and_then(id)) {
                fields.push((field.to_owned(), Json::Text(id)));
            }
        }
    }
}

/// The ids of parts of one sort: those that they bring, and for the others those that follow from their names.
struct Ids {
    taken: BTreeSet<String>,
    /// The word for one.
    what: &'static str,
}

impl Ids {
    fn of(parts: &[Part], what: &'static str) -> Self {
        let own = parts.iter().filter_map(|part| part.id.as_ref()).map(|said| said.text.clone());
        Self { taken: own.filter(|id| is_id(id)).collect(), what }
    }

    /// The id of a part that brings none: that which the format would make, but never one that another part has.
    fn follow(&mut self, name: &str, index: usize) -> Option<String> {
        let follows = Some(slug(name)).filter(|id| !id.is_empty()).unwrap_or_else(|| format!("{}-{}", self.what, index + 1));
        // One of so many is free.
        let numbered = (2..self.taken.len() + 3).map(|number| format!("{follows}-{number}"));
        let free = std::iter::once(follows.clone()).chain(numbered).find(|id| !self.taken.contains(id))?;
        self.taken.insert(free.clone());
        Some(free)
    }
}

/// Whether the format takes a text for an id.
fn is_id(text: &str) -> bool {
    !text.contains(|character: char| character.is_whitespace() || character.is_control())
        && text.chars().count() <= limits::ID_CHARS
}

impl Draft<'_, '_> {
    fn come(&mut self, pointer: impl Into<String>, said: &Said) {
        self.cells.insert(pointer.into(), said.at);
    }

    fn leave(&mut self, said: &Said, why: &'static str) {
        self.log.leave(said.at, why);
    }

    /// The id and, by that label, the name of a part; `follows` is what its id follows from when it brings none.
    fn named(&mut self, part: &Part, pointer: &str, label: &str, follows: &str, ids: &mut Ids) -> Vec<(String, Json)> {
        let mut fields = Vec::new();
        let own = part.id.as_ref().filter(|said| is_id(&said.text));
        if let Some(id) = own {
            self.come(format!("{pointer}/id"), id);
            fields.push(("id".to_owned(), Json::text(&id.text)));
        } else {
            if let Some(id) = &part.id {
                self.leave(id, "left-no-id");
            }
            let index = pointer.rsplit('/').next().and_then(|index| index.parse().ok()).unwrap_or_default();
            fields.extend(ids.follow(follows, index).map(|id| ("id".to_owned(), Json::Text(id))));
        }
        if let Some(title) = &part.title {
            self.come(format!("{pointer}/{label}"), title);
            fields.push((label.to_owned(), Json::text(&title.text)));
        }
        fields
    }

    fn lanes(&mut self, parts: &Parts) -> Vec<Json> {
        let scores = scores(parts, self.table);
        let mut ids = Ids::of(&parts.lanes, "lane");
        let mut lanes = Vec::new();
        for (index, part) in parts.lanes.iter().enumerate() {
            let pointer = format!("/lanes/{index}");
            let kind = self.kind(part, &scores[index]);
            let called = part.title.as_ref().map_or(kind.name(), |said| said.text.as_str());
            let mut fields = self.named(part, &pointer, "title", called, &mut ids);
            fields.push(("kind".to_owned(), Json::text(kind.name())));
            if let Some(purpose) = &part.purpose {
                self.come(format!("{pointer}/purpose"), purpose);
                fields.push(("purpose".to_owned(), Json::text(&purpose.text)));
            }
            if let Some((min, max)) = self.scale(part, kind, &scores[index]) {
                let scale = Json::object([("min", Json::number(min)), ("max", Json::number(max))]);
                fields.push(("scale".to_owned(), scale));
            }
            lanes.push(Json::Object(fields));
        }
        lanes
    }

    /// What a lane holds: as it says, else as its name is known, else by what stands in it.
    fn kind(&mut self, part: &Part, scores: &Scores) -> LaneKind {
        let meant = |text: &str| LaneKind::from_name(&text.trim().to_lowercase()).or_else(|| aliases::lane(text));
        if let Some(said) = &part.kind {
            match meant(&said.text) {
                Some(kind) => return kind,
                None => self.leave(said, "left-no-kind"),
            }
        }
        let called = part.title.as_ref().or(part.id.as_ref()).and_then(|said| meant(&said.text));
        called.unwrap_or(if scores.alone { LaneKind::Emotion } else { LaneKind::Text })
    }

    /// The scale of a lane: as it says, else the first that holds all its scores.
    fn scale(&mut self, part: &Part, kind: LaneKind, scores: &Scores) -> Option<(f64, f64)> {
        let ends = part.scale.iter().flatten();
        let why = if kind == LaneKind::Emotion { "left-no-end-of-scale" } else { "left-lane-without-scores" };
        if let ([Some(min), Some(max)], LaneKind::Emotion) = (&part.scale, kind) {
            let end = |said: &Said| number(self.table.get(said.at)).filter(|end| end.abs() <= limits::NUMBER);
            if let (Some(low), Some(high)) = (end(min), end(max))
                && low < high
            {
                return Some((low, high));
            }
        }
        for said in ends {
            self.leave(said, why);
        }
        let holds = |(min, max): &&(f64, f64)| scores.all.iter().all(|score| (*min..=*max).contains(score));
        (kind == LaneKind::Emotion).then(|| SCALES.iter().find(holds).copied()).flatten()
    }

    /// As it was asked for, else as the table says, else that in which the lanes are called.
    fn language(&mut self, parts: &Parts, options: &Options) -> String {
        if let Some(said) = parts.language.as_ref().filter(|_| options.language.is_none()) {
            if is_tag(&said.text) {
                self.come("/language", said);
                return said.text.clone();
            }
            self.leave(said, "left-no-tag");
        }
        let called = |language: &&TermLanguage| {
            parts.lanes.iter().any(|lane| {
                let title = lane.title.as_ref().map(|said| said.text.as_str());
                LaneKind::ALL.iter().any(|kind| title == Some(kind.term().text(**language)))
            })
        };
        let found = match TermLanguage::ALL.iter().find(called) {
            Some(TermLanguage::Nl) => "nl",
            Some(TermLanguage::Da) => "da",
            Some(TermLanguage::En) | None => "en",
        };
        options.language.unwrap_or(found).to_owned()
    }

    fn title(&mut self, parts: &Parts, options: &Options, language: &str) -> Json {
        if let Some(title) = &parts.title {
            self.come("/title", title);
            return Json::text(&title.text);
        }
        let stem = options.stem.filter(|stem| !stem.trim().is_empty());
        Json::text(stem.unwrap_or_else(|| Term::Journey.text(TermLanguage::of_tag(language))))
    }

    /// The authors, each with its class: one for all, or one for each.
    fn authors(&mut self, parts: &Parts) -> Vec<Json> {
        let blank = |text: &String| !text.trim().is_empty();
        let names: Vec<_> = parts.authors.iter().flat_map(|said| split(&said.text)).filter(blank).collect();
        let classes = parts.class.as_ref().map(|said| split(&said.text)).unwrap_or_default();
        if let Some(said) = &parts.authors {
            self.come("/authors", said);
        }
        if let Some(said) = &parts.class
            && (names.is_empty() || ![1, names.len()].contains(&classes.len()))
        {
            self.leave(said, "left-whose-class");
            return names.iter().map(|name| Json::object([("name", Json::text(name))])).collect();
        }
        let class = |index: usize| if let [only] = classes.as_slice() { Some(only) } else { classes.get(index) };
        let author = |(index, name): (usize, &String)| {
            let class = class(index).filter(|class| blank(class)).map(|class| ("class", Json::text(class)));
            Json::object([("name", Json::text(name))].into_iter().chain(class))
        };
        names.iter().enumerate().map(author).collect()
    }

    fn date(&mut self, parts: &Parts) -> Option<Json> {
        let said = parts.date.as_ref()?;
        let date = match self.table.get(said.at) {
            Value::Day { day, .. } => Some(*day),
            value => days::read(value.text().trim()),
        };
        if date.is_some() {
            self.come("/date", said);
        } else {
            self.leave(said, "left-no-day");
        }
        date.map(|date| Json::Text(date.to_string()))
    }
}

/// Whether the format takes a text for a language.
fn is_tag(text: &str) -> bool {
    let phases = Json::List(vec![Json::object([("title", Json::text("x"))])]);
    let fields =
        [("klantreis", Json::number(1.0)), ("title", Json::text("x")), ("language", Json::text(text)), ("phases", phases)];
    json(&Json::object(fields).document()).is_ok()
}

/// The scores of a lane.
#[derive(Default)]
struct Scores {
    all: Vec<f64>,
    /// Whether there is nothing but scores, and at least one.
    alone: bool,
}

fn scores(parts: &Parts, table: &Table) -> Vec<Scores> {
    let [score, text] = ["score", "text"].map(|name| table.column(&Tells::Item(vec![name])));
    let mut scores: Vec<Scores> = parts.lanes.iter().map(|_| Scores::default()).collect();
    let mut words = vec![false; scores.len()];
    for item in &parts.items {
        let value = |column: Option<usize>| column.map(|column| table.get(At { row: item.at, column }));
        scores[item.lane].all.extend(value(score).and_then(number));
        words[item.lane] |= value(text).is_some_and(|value| !value.is_empty());
    }
    for (scores, words) in scores.iter_mut().zip(words) {
        scores.alone = !scores.all.is_empty() && !words;
    }
    scores
}
