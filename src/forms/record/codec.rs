//! How a value of the journey stands in a cell, and how a cell is read as one: the way out and the way in beside each other.

use super::Places;
use crate::forms::days;
use crate::journey::{Json, Term, TermLanguage};
use crate::meta::Date;
use crate::tongue::{Phrase, say};
use crate::uri::leads_out;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
}

/// Why a cell cannot be read: what completes “this cell …”.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit(pub Phrase);

/// The ways of standing in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// A text, as it is.
    Text,
    /// A list of texts, each on a line; with bullets when there are several.
    Lines,
    /// A number.
    Number,
    /// A whole number from 1 to 5.
    Rating,
    /// Whether it is so: a mark.
    Mark(&'static str),
    /// A day.
    Date,
    /// One of a few values, each by its word.
    Choice(Words),
    /// A phase or an item, by its name.
    Place,
    /// Where a picture is. One that stands in the document itself is told by a word.
    Picture,
    /// Facts, each on a line: “Woonplaats: Almere”.
    Facts,
    /// Sources, each on a line: “Twaalf interviews (gezegd)”, and the address where there is one.
    Sources,
    /// Questions with their answers, each on a line: “Wie beslist er? → Sanne”.
    FollowUps,
}

/// Values by their names in a document, with their words.
type Words = &'static [(&'static str, Term)];

const KNOWN: Words =
    &[("said", Term::Said), ("observed", Term::Observed), ("researched", Term::Researched), ("assumed", Term::Assumed)];
/// How something is known.
pub const EVIDENCE: Codec = Codec::Choice(KNOWN);
/// How far work is.
pub const STATUS: Codec = Codec::Choice(&[
    ("idea", Term::Idea),
    ("planned", Term::Planned),
    ("doing", Term::Doing),
    ("done", Term::Done),
    ("dropped", Term::Dropped),
]);
/// How much or how soon.
pub const LEVEL: Codec = Codec::Choice(&[("high", Term::High), ("medium", Term::Middling), ("low", Term::Low)]);
/// How much something matters.
pub const IMPORTANCE: Codec =
    Codec::Choice(&[("high", Term::Important), ("medium", Term::SomewhatImportant), ("low", Term::Unimportant)]);
/// The kinds of persona.
pub const PERSONA_KIND: Codec = Codec::Choice(&[("buyer", Term::Buyer), ("user", Term::User)]);
/// What a persona is to the organisation.
pub const PERSONA_STATUS: Codec =
    Codec::Choice(&[("prospect", Term::Prospect), ("customer", Term::Customer), ("ambassador", Term::Ambassador)]);
/// How much a product is used.
pub const INTENSITY: Codec = Codec::Choice(&[("light", Term::UsedLittle), ("medium", Term::UsedSome), ("heavy", Term::UsedMuch)]);
/// The kinds of measurement.
pub const MEASUREMENT_KIND: Codec = Codec::Choice(&[("number", Term::Figure), ("nps", Term::Nps), ("csat", Term::Csat)]);

/// What a cell is understood by besides itself.
pub(super) struct Surroundings {
    pub places: Places,
    pub language: TermLanguage,
}

/// Before each of several lines.
const BULLET: char = '•';
/// Between a question and its answer.
const ARROW: &str = " → ";
/// What people write for yes and for no.
const YES: [&str; 12] = ["★", "⚑", "x", "✓", "✔", "1", "ja", "yes", "true", "waar", "sand", "sandt"];
const NO: [&str; 8] = ["-", "–", "0", "nee", "nej", "no", "false", "onwaar"];

impl Codec {
    /// The value as a cell.
    pub(super) fn write(self, value: &Json, around: &Surroundings) -> Entry {
        let text = match (self, value) {
            (Self::Number | Self::Rating, Json::Number(number)) => {
                return number.parse().map_or(Entry::Empty, Entry::Number);
            }
            (Self::Date, Json::Text(day)) => {
                return days::read(day).map_or_else(|| Entry::Text(day.clone()), Entry::Date);
            }
            (Self::Mark(mark), Json::Bool(true)) => mark.to_owned(),
            (Self::Choice(table), Json::Text(name)) => {
                let word = table.iter().find(|(known, _)| known == name).map(|(_, term)| term.text(around.language));
                word.unwrap_or(name).to_owned()
            }
            (Self::Place, Json::Text(id)) => around.places.name(id).unwrap_or(id).to_owned(),
            (Self::Picture, Json::Text(path)) if is_data(path) => Term::Image.text(around.language).to_lowercase(),
            (_, Json::Text(text)) => text.clone(),
            (_, Json::Number(number)) => number.clone(),
            (Self::Facts, Json::List(facts)) => lines(facts.iter().map(fact)),
            (Self::Sources, Json::List(sources)) => lines(sources.iter().map(|source| self::source(source, around))),
            (Self::FollowUps, Json::List(questions)) => lines(questions.iter().map(follow_up)),
            (_, Json::List(values)) => lines(values.iter().map(|value| text_of(Some(value)).to_owned())),
            (_, Json::Null | Json::Bool(_) | Json::Object(_)) => String::new(),
        };
        if text.is_empty() { Entry::Empty } else { Entry::Text(text) }
    }

    /// The cell as a value; `None` when the field is to be left out.
    pub(super) fn read(self, entry: &Entry, around: &Surroundings) -> Result<Option<Json>, Misfit> {
        let said = match entry {
            Entry::Empty => return Ok(None),
            Entry::Text(text) => text.trim().to_owned(),
            Entry::Number(number) => (number + 0.0).to_string(),
            Entry::Date(date) => date.to_string(),
        };
        if said.is_empty() {
            return Ok(None);
        }
        let list = |read: &dyn Fn(&str) -> Json| Ok(Some(Json::List(pieces(&said).iter().map(|piece| read(piece)).collect())));
        match self {
            Self::Text | Self::Picture => Ok(Some(Json::Text(said))),
            Self::Lines => list(&|piece| Json::text(piece)),
            Self::Facts => list(&read_fact),
            Self::Sources => list(&read_source),
            Self::FollowUps => list(&read_follow_up),
            Self::Number => match number(&said) {
                Some(number) => Ok(Some(Json::number(number))),
                None => Err(Misfit(say!("misfit-number"))),
            },
            Self::Rating => match number(&said).filter(|number| (1.0..=5.0).contains(number) && number.fract() == 0.0) {
                Some(number) => Ok(Some(Json::number(number))),
                None => Err(Misfit(say!("misfit-rating"))),
            },
            Self::Mark(_) => match said.to_lowercase().as_str() {
                yes if YES.contains(&yes) => Ok(Some(Json::Bool(true))),
                no if NO.contains(&no) => Ok(None),
                _ => Err(Misfit(say!("misfit-mark"))),
            },
            Self::Date => match days::read(&said) {
                Some(day) => Ok(Some(Json::Text(day.to_string()))),
                None => Err(Misfit(say!("misfit-day"))),
            },
            Self::Choice(table) => chosen(&said, table).map(|name| Some(Json::text(name))).ok_or_else(|| {
                let words: Vec<_> = table.iter().map(|(_, term)| term.text(around.language)).collect();
                Misfit(say!("misfit-choice", choices = words.join(", ")))
            }),
            Self::Place => match around.places.id(&said) {
                Some(id) => Ok(Some(Json::text(id))),
                None => Err(Misfit(say!("misfit-target"))),
            },
        }
    }

    /// The words that a cell may hold, when they are few.
    pub(super) fn choices(self, around: &Surroundings) -> Option<Vec<String>> {
        match self {
            Self::Choice(table) => Some(table.iter().map(|(_, term)| term.text(around.language).to_owned()).collect()),
            Self::Mark(mark) => Some(vec![mark.to_owned()]),
            Self::Text
            | Self::Lines
            | Self::Number
            | Self::Rating
            | Self::Date
            | Self::Place
            | Self::Picture
            | Self::Facts
            | Self::Sources
            | Self::FollowUps => None,
        }
    }
}

/// The value that a word stands for, in any of the languages; its name in a document does too.
fn chosen<'a>(said: &str, table: &'a [(&'a str, Term)]) -> Option<&'a str> {
    let same = |word: &str| word.to_lowercase() == said.to_lowercase();
    let known = |(name, term): &&(&str, Term)| same(name) || TermLanguage::ALL.iter().any(|language| same(term.text(*language)));
    table.iter().find(known).map(|(name, _)| *name)
}

/// A number with a point or a comma and any sign.
fn number(said: &str) -> Option<f64> {
    let plain = said.replace(',', ".").replace('−', "-");
    let number: f64 = plain.parse().ok()?;
    number.is_finite().then_some(number)
}

fn is_data(path: &str) -> bool {
    path.trim_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"))
}

/// Texts, each on a line. A bullet stands before each when there are several, and before one that would be read as several.
fn lines(texts: impl Iterator<Item = String>) -> String {
    let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
    match texts.as_slice() {
        [only] if !only.contains('\n') && !only.starts_with(BULLET) => only.clone(),
        texts => texts.iter().map(|text| format!("{BULLET} {text}")).collect::<Vec<_>>().join("\n"),
    }
}

/// The texts that stand in a cell: a line each, but a line without a bullet goes on with one that has a bullet.
fn pieces(said: &str) -> Vec<String> {
    let bullets = said.lines().any(|line| line.trim_start().starts_with(BULLET));
    let mut pieces: Vec<String> = Vec::new();
    for line in said.lines() {
        let line = line.trim();
        match (line.strip_prefix(BULLET), pieces.last_mut()) {
            (Some(text), _) => pieces.push(text.trim().to_owned()),
            (None, Some(before)) if bullets => {
                before.push('\n');
                before.push_str(line);
            }
            (None, _) => pieces.push(line.to_owned()),
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn text_of(value: Option<&Json>) -> &str {
    match value {
        Some(Json::Text(text)) => text,
        Some(Json::Null | Json::Bool(_) | Json::Number(_) | Json::List(_) | Json::Object(_)) | None => "",
    }
}

fn field<'a>(value: &'a Json, name: &str) -> &'a str {
    text_of(value.get(name))
}

fn object(fields: &[(&str, &str)]) -> Json {
    let said = fields.iter().filter(|(_, text)| !text.is_empty());
    Json::object(said.map(|(name, text)| (*name, Json::text(*text))))
}

fn fact(value: &Json) -> String {
    match (field(value, "label"), field(value, "text")) {
        ("", text) => text.to_owned(),
        (label, text) => format!("{label}: {text}"),
    }
}

fn read_fact(piece: &str) -> Json {
    match piece.split_once(": ") {
        Some((label, text)) if !label.trim().is_empty() && !text.trim().is_empty() => {
            object(&[("label", label.trim()), ("text", text.trim())])
        }
        Some(_) | None => object(&[("text", piece)]),
    }
}

fn source(value: &Json, around: &Surroundings) -> String {
    let text = field(value, "text").to_owned();
    let kind = KNOWN.iter().find(|(name, _)| *name == field(value, "kind"));
    let kind = kind.map(|(_, term)| format!("({})", term.text(around.language).to_lowercase()));
    let link = Some(field(value, "link").to_owned()).filter(|link| !link.is_empty());
    std::iter::once(text).chain(kind).chain(link).collect::<Vec<_>>().join(" ")
}

fn read_source(piece: &str) -> Json {
    let (rest, link) = match piece.rsplit_once(char::is_whitespace) {
        Some((rest, link)) if leads_out(link) => (rest.trim_end(), link),
        Some(_) | None => (piece, ""),
    };
    let aside = rest.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    let known = aside.and_then(|(text, word)| Some((text, chosen(word, KNOWN)?)));
    let (text, kind) = known.unwrap_or((rest, ""));
    object(&[("text", text), ("kind", kind), ("link", link)])
}

fn follow_up(value: &Json) -> String {
    match (field(value, "question"), field(value, "answer")) {
        (question, "") => question.to_owned(),
        (question, answer) => format!("{question}{ARROW}{answer}"),
    }
}

fn read_follow_up(piece: &str) -> Json {
    match piece.split_once(ARROW) {
        Some((question, answer)) if !question.trim().is_empty() => {
            object(&[("question", question.trim()), ("answer", answer.trim())])
        }
        Some(_) | None => object(&[("question", piece)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around() -> Surroundings {
        let text = r#"{ "klantreis": 1, "title": "T", "language": "nl", "phases": [{ "id": "a", "title": "Kopen" }] }"#;
        Surroundings { places: Places::of(&crate::read::json(text).unwrap()), language: TermLanguage::Nl }
    }

    fn texts(texts: &[&str]) -> Json {
        Json::List(texts.iter().map(|text| Json::text(*text)).collect())
    }

    #[test]
    fn what_is_written_is_read() {
        let around = around();
        let source = object(&[("text", "Twaalf (12) interviews"), ("kind", "said"), ("link", "https://a.example/1")]);
        for (codec, value, cell) in [
            (Codec::Text, Json::text("=1\n2"), Entry::Text("=1\n2".into())),
            (Codec::Lines, texts(&["een"]), Entry::Text("een".into())),
            (Codec::Lines, texts(&["een", "twee\nen nog wat"]), Entry::Text("• een\n• twee\nen nog wat".into())),
            (Codec::Lines, texts(&["a\nb"]), Entry::Text("• a\nb".into())),
            (Codec::Lines, texts(&["• a"]), Entry::Text("• • a".into())),
            (Codec::Number, Json::number(-1.5), Entry::Number(-1.5)),
            (Codec::Rating, Json::number(4.0), Entry::Number(4.0)),
            (Codec::Mark("★"), Json::Bool(true), Entry::Text("★".into())),
            (Codec::Date, Json::text("2026-11-22"), Entry::Date(Date::new(2026, 11, 22).unwrap())),
            (EVIDENCE, Json::text("said"), Entry::Text("Gezegd".into())),
            (Codec::Place, Json::text("a"), Entry::Text("Kopen".into())),
            (Codec::Picture, Json::text("pictures/a.png"), Entry::Text("pictures/a.png".into())),
            (
                Codec::Facts,
                Json::List(vec![object(&[("label", "Plaats"), ("text", "Almere: oost")]), object(&[("text", "Twee")])]),
                Entry::Text("• Plaats: Almere: oost\n• Twee".into()),
            ),
            (Codec::Sources, Json::List(vec![source]), Entry::Text("Twaalf (12) interviews (gezegd) https://a.example/1".into())),
            (Codec::Sources, Json::List(vec![object(&[("text", "Twaalf (12)")])]), Entry::Text("Twaalf (12)".into())),
            (
                Codec::FollowUps,
                Json::List(vec![object(&[("question", "Wie?"), ("answer", "Sanne")]), object(&[("question", "Waar?")])]),
                Entry::Text("• Wie? → Sanne\n• Waar?".into()),
            ),
        ] {
            assert_eq!(codec.write(&value, &around), cell);
            assert_eq!(codec.read(&cell, &around), Ok(Some(value)));
        }
    }

    #[test]
    fn people_write_in_their_own_way() {
        let around = around();
        let read = |codec: Codec, text: &str| codec.read(&Entry::Text(text.into()), &around);
        assert_eq!(read(Codec::Lines, "een\n\n twee "), Ok(Some(texts(&["een", "twee"]))));
        assert_eq!(read(Codec::Number, " −1,5"), Ok(Some(Json::number(-1.5))));
        assert_eq!(read(Codec::Mark("★"), "Ja"), Ok(Some(Json::Bool(true))));
        assert_eq!(read(Codec::Mark("★"), "nee"), Ok(None));
        assert_eq!(Codec::Mark("★").read(&Entry::Number(1.0), &around), Ok(Some(Json::Bool(true))));
        assert_eq!(read(LEVEL, "HIGH"), Ok(Some(Json::text("high"))));
        assert_eq!(read(LEVEL, "lav"), Ok(Some(Json::text("low"))));
        assert_eq!(read(Codec::Date, "2026-11-22"), Ok(Some(Json::text("2026-11-22"))));
        assert_eq!(read(Codec::Date, "7/11/2026"), Ok(Some(Json::text("2026-11-07"))));
        assert_eq!(read(Codec::Text, "  "), Ok(None));
        assert_eq!(Codec::Text.read(&Entry::Number(3.0), &around), Ok(Some(Json::text("3"))));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let around = around();
        let misfit = |codec: Codec, text: &str| codec.read(&Entry::Text(text.into()), &around).unwrap_err().0.to_string();
        assert_eq!(misfit(LEVEL, "soms"), "holds none of Hoog, Midden, Laag");
        assert_eq!(misfit(Codec::Rating, "6"), "holds no whole number from 1 to 5");
        assert_eq!(misfit(Codec::Number, "veel"), "holds no number");
        assert_eq!(misfit(Codec::Place, "Elders"), "names no phase or touchpoint of the journey");
        assert!(misfit(Codec::Mark("★"), "misschien").starts_with("holds no mark"));
        assert!(misfit(Codec::Date, "gisteren").starts_with("holds no day"));
    }

    #[test]
    fn a_picture_in_the_document_is_told_by_a_word() {
        let data = Json::text("DATA:image/png;base64,AAAA");
        assert_eq!(Codec::Picture.write(&data, &around()), Entry::Text("beeld".into()));
    }
}
