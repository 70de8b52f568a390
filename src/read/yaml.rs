//! Journeys in YAML (1.2): the document of this program with another face, or a tree of another maker ([`tree`](super::tree)).
//!
//! Anchors are what they stand for, and `<<` takes in the fields of another mapping. Comments and further documents have no place in a journey
//! and are left over.

mod load;

use super::import::Notes;
use super::{Options, Reader, Reading, import, text, tree, within_size};
use crate::diagnostic::{CellPlace, Code, Diagnostic};
use crate::journey::Json;
use crate::read::book::{At, Budget, Grid, Value};
use crate::tongue::say;
use load::{Loaded, load};

/// The registry entry.
pub(super) static READER: Reader = Reader {
    name: "yaml",
    extensions: &["yaml", "yml"],
    summary: "Journey as YAML, with the fields of the JSON document or those of others; comments are left over",
    claims: |bytes| load(&text::shown(bytes)).is_ok_and(|loaded| loaded.documents.iter().any(is_ours)),
    text: |bytes| text::decode(bytes).0,
    read,
};

fn read(bytes: &[u8], options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    within_size(bytes.len()).map_err(|problem| vec![problem])?;
    let (text, remark) = text::decode(bytes);
    let read = load(&text)
        .map_err(|problem| vec![problem])
        .and_then(|loaded| if loaded.documents.first().is_some_and(is_ours) { document(loaded) } else { other(loaded, options) });
    match read {
        Ok(mut reading) => {
            reading.remarks.splice(0..0, remark);
            Ok(reading)
        }
        Err(problems) => Err(remark.into_iter().chain(problems).collect()),
    }
}

/// Whether a document is one of this program.
fn is_ours(document: &Json) -> bool {
    // A tree of another maker may stand under that word.
    document.get("klantreis").is_some_and(|version| !matches!(version, Json::Object(_)))
}

fn place(line: usize) -> CellPlace {
    CellPlace { sheet: None, cell: format!("line {line}") }
}

/// The journey of a document with our fields.
fn document(loaded: Loaded) -> Result<Reading, Vec<Diagnostic>> {
    let mut notes = Notes::default();
    for (pointer, line) in loaded.places {
        notes.from(pointer, place(line));
    }
    for (line, comment) in loaded.comments {
        notes.leave(place(line), comment, "left-comment-of-text");
    }
    let mut documents = loaded.documents.into_iter();
    let Some(Json::Object(fields)) = documents.next() else { return Err(vec![nothing()]) };
    for document in documents {
        notes.leave(place(0), document.line(), "left-second-document");
    }
    notes.finish(fields)
}

/// The journey of a document with the fields of others.
fn other(loaded: Loaded, options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let mut documents = loaded.documents.iter();
    let one = |problem| vec![problem];
    let Some(first) = documents.next() else { return Err(one(nothing())) };
    let mut book = tree::book(first).map_err(one)?;
    let (mut grid, mut budget, mut row) = (Grid::default(), Budget::default(), 0);
    let mut places = std::collections::BTreeMap::new();
    let rest = documents.map(|document| (0, document.line()));
    for (line, said) in loaded.comments.into_iter().chain(rest) {
        let at = At { row, column: 0 };
        places.insert(at, format!("line {line}"));
        grid.put(at, Value::Text(said), &mut budget).map_err(one)?;
        row += 1;
    }
    let mut page = grid.page(None, true);
    page.places = places;
    book.sheets.push(page);
    import::import(&book, options)
}

/// The facts that a mapping says: labels and values, each with its line; several texts are one value, with semicolons between. What is said of a
/// thing with a name stands under its own labels. A comment has no label, and neither has what is no YAML, such as `title: One: two`.
pub(super) fn facts(text: &str) -> Vec<(usize, Option<String>, String)> {
    if let Some(facts) = facts_of_mapping(text) {
        return facts;
    }
    let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
    // One key that is none does not spoil the others.
    let entries = lines.chunk_by(|_, (_, next)| next.starts_with([' ', '\t', '-']));
    let facts = entries.flat_map(|entry| {
        let first = entry.first().map_or(1, |(line, _)| *line);
        let own: Vec<&str> = entry.iter().map(|(_, line)| *line).collect();
        let moved = |(line, label, said): (usize, Option<String>, String)| (line + first - 1, label, said);
        let whole = facts_of_mapping(&own.join("\n")).map(|facts| facts.into_iter().map(moved).collect::<Vec<_>>());
        whole.unwrap_or_else(|| entry.iter().map(|(line, said)| (*line, None, (*said).to_owned())).collect())
    });
    facts.collect()
}

fn facts_of_mapping(text: &str) -> Option<Vec<(usize, Option<String>, String)>> {
    let loaded = load(text).ok()?;
    let [Json::Object(fields)] = loaded.documents.as_slice() else { return None };
    let line = |key: &str| {
        let pointer = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
        loaded.places.iter().find(|(known, _)| *known == pointer).map_or(1, |(_, line)| *line)
    };
    let mut facts = Vec::new();
    for (key, value) in fields {
        let mut told = Vec::new();
        tell(key, value, &mut told);
        facts.extend(told.into_iter().map(|(label, said)| (line(key), Some(label), said)));
    }
    facts.extend(loaded.comments.into_iter().map(|(line, said)| (line, None, said)));
    facts.sort_by_key(|(line, ..)| *line);
    Some(facts)
}

/// Adds what a value says under a label.
fn tell(label: &str, value: &Json, told: &mut Vec<(String, String)>) {
    let fact = |text: String| (label.to_owned(), text);
    match value {
        Json::Null => {}
        Json::Text(text) | Json::Number(text) => told.extend(Some(text.clone()).filter(|text| !text.trim().is_empty()).map(fact)),
        Json::Bool(is) => told.push(fact(is.to_string())),
        Json::List(values) => {
            let texts = values.iter().map(|value| match value {
                Json::Text(text) | Json::Number(text) => Some(text.as_str()),
                Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_) => None,
            });
            match texts.collect::<Option<Vec<_>>>().filter(|texts| !texts.is_empty()) {
                Some(texts) => told.push(fact(texts.join("; "))),
                None => values.iter().for_each(|value| tell(label, value, told)),
            }
        }
        Json::Object(fields) => {
            let name = tree::name_of(value);
            for (key, value) in fields {
                let own = if name.as_ref() == Some(key) { label } else { key };
                tell(own, value, told);
            }
        }
    }
}

fn nothing() -> Diagnostic {
    Diagnostic::new(Code::EmptyFile, say!("nothing-in-file")).help(say!("empty-file-help"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::normal;

    fn read(text: &str) -> Result<Reading, Vec<Diagnostic>> {
        super::read(text.as_bytes(), &Options { stem: Some("reis"), ..Options::default() })
    }

    #[test]
    fn the_document_is_the_same_in_yaml() {
        let yaml = "# van maandag\nklantreis: 1\ntitle: Naar het college\nlanguage: nl\ndate: 2026-11-07\nphases:\n  - title: Oriëntatie\n    cells:\n      \
                    goal: Weten wat er is\n      action: [Zoekt, \"Vraagt: wie?\"]\n      emotion: 1\n  - title: |\n      Aankoop\n    cells: {goal: ~, emotion: -2}\n";
        let json = r#"{"klantreis":1,"title":"Naar het college","language":"nl","date":"2026-11-07","phases":[{"title":"Oriëntatie","cells":
            {"goal":"Weten wat er is","action":["Zoekt","Vraagt: wie?"],"emotion":1}},{"title":"Aankoop","cells":{"emotion":-2}}],
            "x":{"import":{"left":[{"cell":"line 1","text":"van maandag"}]}}}"#;
        let reading = read(&yaml.replace("goal: ~, ", "")).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(normal(&reading.journey), normal(&crate::read::json(json).unwrap()));
        assert_eq!(reading.remarks[0].code, Code::NotPlaced);
    }

    #[test]
    fn problems_are_said_with_their_line() {
        let problems = read("klantreis: 1\ntitle: A\nlanguage: nl\nphases:\n  - titel: B\n").unwrap_err();
        let places: Vec<_> = problems.iter().map(|problem| problem.cell.as_ref().map(ToString::to_string)).collect();
        assert!(places.contains(&Some("line 5".to_owned())), "{problems:?}");
        for (text, code) in
            [("", Code::EmptyFile), ("a: [", Code::Syntax), ("a: b: c", Code::Syntax), ("gewoon een tekst", Code::NoMatrix)]
        {
            assert_eq!(read(text).unwrap_err()[0].code, code, "{text}");
        }
    }

    #[test]
    fn trees_of_others_are_read_and_their_comments_kept() {
        let reading = read(
            "journey:\n  name: Bike # a draft\n  persona: Anna\n  stages:\n    - name: Search\n      touchpoints: &site\n        - Site\n      feeling: 4\n    \
             - name: Buy\n      touchpoints: *site\n      feeling: 2\n",
        )
        .unwrap();
        let journey = &reading.journey;
        assert_eq!(
            (journey.title.as_str(), &*journey.personas[0].name, journey.phases[1].cells[0][0].text()),
            ("Bike", "Anna", "Site")
        );
        assert_eq!(journey.phases[0].cells[1][0].score, Some(4.0));
        assert!(normal(journey).contains("a draft"), "{}", normal(journey));
    }

    #[test]
    fn what_is_said_of_a_persona_is_kept_with_it() {
        let phases = |name: &str, done: &str| {
            format!(
                "faser:\n  - {name}: Tandpine\n    {done}: Googler om natten\n    følelse: -2\n  - {name}: Booking\n    {done}: Ringer til dem\n    følelse: 0\n"
            )
        };
        for (persona, expected) in [
            ("persona:\n  navn: Oskar Lind\n  alder: 27\n  citat: Endelig\n", "Oskar Lind[Alder=27]Endelig"),
            (
                "persona:\n  naam: Bram\n  leeftijd: 34\n  beroep: kok\n  citaten: [Duur, Ver]\n",
                "Bram[Leeftijd=34;Beroep=kok]Duur;Ver",
            ),
            (
                "personas:\n  - name: Aylin\n    age: 19\n    quote: So far\n  - name: Bo\n    home: Leeds\n",
                "Aylin[Age=19]So far Bo[Home=Leeds]",
            ),
            ("persona:\n  nom: Jean\n  âge: 40\n  métier: cuisinier\n", "Jean[Âge=40;Métier=cuisinier]"),
            ("persona:\n  name: Katrin\n  alter: 62\n  zitat: Endlich\n", "Katrin[Alter=62]Endlich"),
            ("persona:\n  name: Ann\n  shoe size: 40\n", "Ann[shoe size=40]"),
            ("persona: Ann\n", "Ann[]"),
        ] {
            let read = read(&format!("title: Tandlæge\n{persona}{}", phases("navn", "handling"))).unwrap().journey;
            let shown = read.personas.iter().map(|persona| {
                let facts: Vec<_> =
                    persona.facts.iter().map(|fact| format!("{}={}", fact.label.as_deref().unwrap_or(""), fact.text)).collect();
                format!("{}[{}]{}", persona.name, facts.join(";"), persona.quotes.join(";"))
            });
            assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{persona}");
            assert_eq!((read.title.as_str(), read.phases.len()), ("Tandlæge", 2), "{persona}");
        }
    }

    #[test]
    fn a_bomb_of_aliases_is_refused() {
        let level = |n: usize| format!("a{n}: &a{n} [*a{0},*a{0},*a{0},*a{0},*a{0},*a{0},*a{0}]", n - 1);
        let levels: Vec<_> = (1..30).map(level).collect();
        let problems = read(&format!("a0: &a0 [x,x,x,x,x,x]\n{}\n", levels.join("\n"))).unwrap_err();
        assert_eq!(problems[0].code, Code::TooMany);
        let deep = format!("{}x{}", "[".repeat(3000), "]".repeat(3000));
        assert!(read(&deep).is_err());
    }
}
