//! Names after a pattern, such as `{class}_{author}_{title}`.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::name::{MOST_BYTES, MOST_CHARS, clean, cut, forbidden};
use crate::journey::{Journey, TermLanguage};
use crate::nearest::nearest;

/// What a pattern can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title of the journey.
    Title,
    /// The first author, with a mark when there are more.
    Author,
    /// All authors.
    Authors,
    /// The class or team of the first author who has one.
    Class,
    /// The course or project.
    Course,
    /// The organisation.
    Organisation,
    /// The first persona.
    Persona,
    /// The day, as `2026-11-07`.
    Date,
    /// The revision.
    Revision,
    /// `as-is` or `to-be`.
    State,
    /// The tag of the language.
    Language,
    /// The name of the input without its extension.
    Stem,
    /// The layout.
    Layout,
    /// The paper of a drawn layout.
    Paper,
    /// The format.
    Format,
}

impl Field {
    /// Every field with its name between braces and a line on it.
    pub const ALL: [(Self, &'static str, &'static str); 15] = [
        (Self::Title, "title", "the title of the journey"),
        (Self::Author, "author", "the first author; of several with “e.a.”, “m.fl.” or “et al.” by the journey's language"),
        (Self::Authors, "authors", "all authors"),
        (Self::Class, "class", "the class or team of the first author who has one"),
        (Self::Course, "course", "the course or project"),
        (Self::Organisation, "organisation", "the organisation"),
        (Self::Persona, "persona", "the first persona"),
        (Self::Date, "date", "the journey's date, such as 2026-11-07"),
        (Self::Revision, "revision", "the revision"),
        (Self::State, "state", "as-is or to-be"),
        (Self::Language, "language", "the language's tag, such as nl"),
        (Self::Stem, "stem", "the name of the input without its extension"),
        (Self::Layout, "layout", "the layout"),
        (Self::Paper, "paper", "the paper of a drawn layout"),
        (Self::Format, "format", "the format"),
    ];

    /// The names, in their order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(_, name, _)| *name)
    }
}

/// How files are named: texts, and fields of what they are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Field(Field),
}

/// Why a text is no pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternError {
    /// There is nothing in it.
    Empty,
    /// A brace has no counterpart.
    LoneBrace(char),
    /// No field has this name.
    UnknownField {
        /// As written.
        given: String,
        /// The name that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A character that may stand in no name.
    Forbidden(char),
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("a name needs at least one character, such as {title}"),
            Self::LoneBrace('}') => f.write_str("a `}` has no `{` before it; write `}}` for a brace in the name"),
            Self::LoneBrace(_) => f.write_str("a `{` has no `}` behind it; write `{{` for a brace in the name"),
            Self::UnknownField { given, nearest: Some(name) } => {
                write!(f, "there is no `{{{given}}}`, did you mean `{{{name}}}`?")
            }
            Self::UnknownField { given, nearest: None } => {
                let names: Vec<_> = Field::names().map(|name| format!("{{{name}}}")).collect();
                write!(f, "there is no `{{{given}}}`; there is {}", names.join(", "))
            }
            Self::Forbidden('/' | '\\') => f.write_str("a name is no path: choose the folder with -o"),
            Self::Forbidden(c) => write!(f, "`{}` may not stand in the name of a file", c.escape_debug()),
        }
    }
}

impl std::error::Error for PatternError {}

impl FromStr for Pattern {
    type Err = PatternError;

    /// Reads texts and `{field}`s; `{{` and `}}` are braces.
    fn from_str(pattern: &str) -> Result<Self, PatternError> {
        let mut parts = Vec::new();
        let mut text = String::new();
        let mut rest = pattern;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '{' | '}' if rest.starts_with(c) => {
                    text.push(c);
                    rest = &rest[1..];
                }
                '{' => {
                    let (name, behind) = rest.split_once('}').ok_or(PatternError::LoneBrace('{'))?;
                    if !text.is_empty() {
                        parts.push(Part::Text(std::mem::take(&mut text)));
                    }
                    parts.push(Part::Field(field(name)?));
                    rest = behind;
                }
                '}' => return Err(PatternError::LoneBrace('}')),
                c if forbidden(c) => return Err(PatternError::Forbidden(c)),
                c => text.push(c),
            }
        }
        if !text.is_empty() {
            parts.push(Part::Text(text));
        }
        if pattern.trim().is_empty() { Err(PatternError::Empty) } else { Ok(Self { parts }) }
    }
}

fn field(given: &str) -> Result<Field, PatternError> {
    let name = given.trim().to_lowercase();
    let known = Field::ALL.iter().find(|(_, known, _)| *known == name).map(|(field, ..)| *field);
    known.ok_or_else(|| PatternError::UnknownField { given: given.to_owned(), nearest: nearest(&name, Field::names()) })
}

/// What a pattern can say of one file. A field of which there is nothing to say is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<Field, String>);

impl Facts {
    /// What a journey says of itself.
    #[must_use]
    pub fn of(journey: &Journey) -> Self {
        let texts = [
            (Field::Title, Some(journey.title.clone())),
            (Field::Authors, Some(journey.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>().join(", "))),
            (Field::Class, journey.authors.iter().find_map(|author| author.class.clone())),
            (Field::Course, journey.course.clone()),
            (Field::Organisation, journey.organisation.clone()),
            (Field::Persona, journey.personas.first().map(|persona| persona.name.clone())),
            (Field::Date, journey.date.map(|date| date.to_string())),
            (Field::Revision, journey.revision.clone()),
            (Field::State, journey.state.map(|state| state.name().to_owned())),
            (Field::Language, Some(journey.language.tag.clone())),
        ];
        let mut facts = Self::default();
        for (field, text) in texts {
            facts.put(field, &text.unwrap_or_default());
        }
        if let Some(first) = journey.authors.first() {
            facts.put(Field::Author, &first.name);
            if let (Some(name), true) = (facts.0.get_mut(&Field::Author), journey.authors.len() > 1) {
                name.push_str(match journey.language.terms {
                    TermLanguage::Nl => " e.a.",
                    TermLanguage::Da => " m.fl.",
                    TermLanguage::En => " et al.",
                });
            }
        }
        facts
    }

    /// Says something of the file; an empty text says nothing.
    pub fn put(&mut self, field: Field, text: &str) {
        match clean(text) {
            text if text.is_empty() => self.0.remove(&field),
            text => self.0.insert(field, text),
        };
    }

    /// What is said, as it can stand in a name.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        self.0.get(&field).map_or("", String::as_str)
    }
}

impl Pattern {
    /// Whether the pattern asks for a field.
    #[must_use]
    pub fn asks_for(&self, field: Field) -> bool {
        self.parts.contains(&Part::Field(field))
    }

    /// The name without its end, `tail`. Where it would be too long for both, the longest of the texts are cut, so that what
    /// stands behind them is not lost. Around a field that says nothing there is one separator, not two, and no empty brackets.
    #[must_use]
    pub fn fill(&self, facts: &Facts, tail: &str) -> String {
        // One character is kept back for the mark of a reserved name.
        let chars = MOST_CHARS.saturating_sub(tail.chars().count() + 1);
        let bytes = MOST_BYTES.saturating_sub(tail.len() + 1);
        let fits = |name: &String| name.len() <= bytes && name.chars().count() <= chars;
        let whole = self.filled(facts, usize::MAX);
        if fits(&whole) {
            return whole;
        }
        (1..MOST_CHARS).rev().map(|most| self.filled(facts, most)).find(fits).unwrap_or(whole)
    }

    /// The name with no more than that many characters of each field.
    fn filled(&self, facts: &Facts, most: usize) -> String {
        let mut name = Name::default();
        for part in &self.parts {
            match part {
                Part::Text(text) => name.text(text),
                Part::Field(field) => name.field(cut(facts.get(*field), most, usize::MAX).trim_end()),
            }
        }
        name.end()
    }
}

/// A name as it grows.
#[derive(Default)]
struct Name {
    text: String,
    /// Whether a field that says nothing stands at the end of the text.
    gap: bool,
}

/// What stands between fields and says nothing itself.
const SEPARATORS: [char; 12] = [' ', '-', '_', '.', ',', '+', '&', '–', '—', '·', ';', '~'];
const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];

impl Name {
    fn text(&mut self, mut text: &str) {
        if self.gap {
            let around = |(open, close): &(char, char)| self.text.ends_with(*open) && text.starts_with(*close);
            if BRACKETS.iter().any(around) {
                self.text.pop();
                text = &text[1..];
                if text.starts_with(SEPARATORS) {
                    self.end_here();
                }
            }
            if self.text.is_empty() || self.text.ends_with(SEPARATORS) {
                text = text.trim_start_matches(SEPARATORS);
            }
        }
        if !text.is_empty() {
            self.text.push_str(text);
            self.gap = false;
        }
    }

    fn field(&mut self, text: &str) {
        self.gap = text.is_empty();
        self.text.push_str(text);
    }

    /// Takes away the separators at the end.
    fn end_here(&mut self) {
        self.text.truncate(self.text.trim_end_matches(SEPARATORS).len());
    }

    fn end(mut self) -> String {
        if self.gap {
            self.end_here();
        }
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Author, Language};
    use crate::meta::Date;

    fn facts(texts: &[(Field, &str)]) -> Facts {
        let mut facts = Facts::default();
        for (field, text) in texts {
            facts.put(*field, text);
        }
        facts
    }

    fn filled(pattern: &str, texts: &[(Field, &str)]) -> String {
        pattern.parse::<Pattern>().unwrap().fill(&facts(texts), ".pdf")
    }

    const ALL: [(Field, &str); 4] =
        [(Field::Class, "MEP2"), (Field::Author, "Sam"), (Field::Title, "Reis"), (Field::Layout, "matrix")];

    #[test]
    fn fields_stand_between_texts() {
        assert_eq!(filled("{class}_{author}_{title}_{layout}", &ALL), "MEP2_Sam_Reis_matrix");
        assert_eq!(filled("opdracht 3 – { Author } ({class})", &ALL), "opdracht 3 – Sam (MEP2)");
        assert_eq!(filled("{{{title}}}__x", &ALL), "{Reis}__x");
    }

    #[test]
    fn a_field_that_says_nothing_leaves_no_separators() {
        for (pattern, without, wanted) in [
            ("{class}_{author}_{title}", Field::Class, "Sam_Reis"),
            ("{class}_{author}_{title}", Field::Author, "MEP2_Reis"),
            ("{class}_{author}_{title}", Field::Title, "MEP2_Sam"),
            ("{class} - {author}_{title}", Field::Author, "MEP2 - Reis"),
            ("{author} ({class})_{title}", Field::Class, "Sam_Reis"),
            ("{author} ({class}) {title}", Field::Class, "Sam Reis"),
            ("{author} [{class}]", Field::Class, "Sam"),
            ("({class}) {author}", Field::Class, "Sam"),
            ("klas {class} - {author}", Field::Class, "klas Sam"),
            ("reis-{class}", Field::Class, "reis"),
            ("{class}", Field::Class, ""),
            ("{title}__{author}", Field::Class, "Reis__Sam"),
        ] {
            let texts: Vec<_> = ALL.into_iter().filter(|(field, _)| *field != without).collect();
            assert_eq!(filled(pattern, &texts), wanted, "{pattern}");
        }
        assert_eq!(filled("{class}_{author}_{date}_{title}", &[(Field::Title, "Reis")]), "Reis");
        assert_eq!(filled("{class}_{author}_{date}_{title}", &[(Field::Class, "A"), (Field::Title, "B")]), "A_B");
        assert_eq!(filled("{title}_{author}", &[(Field::Title, "Reis"), (Field::Author, " . ")]), "Reis", "nothing but a dot");
    }

    #[test]
    fn long_texts_are_cut_and_what_stands_behind_them_stays() {
        let title = "a".repeat(200);
        let name =
            filled("{title}_{author}_{layout}", &[(Field::Title, &title), (Field::Author, "Sam"), (Field::Layout, "matrix")]);
        assert!(name.ends_with("a_Sam_matrix") && name.chars().count() == MOST_CHARS - 5, "{name}");
        let name = filled("{title}_{layout}", &[(Field::Title, &"旅".repeat(99)), (Field::Layout, "matrix")]);
        assert!(name.ends_with("旅_matrix") && (MOST_BYTES - 8..=MOST_BYTES - 5).contains(&name.len()), "{name}");
    }

    #[test]
    fn what_is_no_pattern_is_said() {
        for (pattern, said) in [
            ("", "at least one character"),
            ("{titel}", "did you mean `{title}`?"),
            ("{klas}", "did you mean `{class}`?"),
            ("{zzz}", "there is {title}, {author}"),
            ("{title", "a `{` has no `}` behind it"),
            ("title}", "a `}` has no `{` before it"),
            ("{{title}", "a `}` has no `{` before it"),
            ("{class}/{title}", "choose the folder with -o"),
            ("..\\{title}", "choose the folder with -o"),
            ("{title}?", "`?` may not stand in the name"),
            ("a\tb", "`\\t` may not stand in the name"),
        ] {
            let error = pattern.parse::<Pattern>().unwrap_err().to_string();
            assert!(error.contains(said), "{pattern}: {error}");
        }
    }

    #[test]
    fn a_journey_says_what_it_can() {
        let author = |name: &str, class: Option<&str>| Author { name: name.into(), class: class.map(str::to_owned) };
        let mut journey = Journey {
            title: "  Naar: zee\n".into(),
            authors: vec![author("Sam", None), author("Noor", Some("MEP2"))],
            language: Language::of_tag("nl-BE"),
            date: Date::new(2026, 11, 7),
            ..Journey::default()
        };
        let says = |journey: &Journey| {
            let facts = Facts::of(journey);
            [Field::Title, Field::Author, Field::Authors, Field::Class, Field::Date, Field::Language, Field::State]
                .map(|field| facts.get(field).to_owned())
        };
        assert_eq!(says(&journey), ["Naar- zee", "Sam e.a.", "Sam, Noor", "MEP2", "2026-11-07", "nl-BE", ""]);
        journey.language = Language::of_tag("da");
        assert_eq!(says(&journey)[1], "Sam m.fl.");
        journey.language = Language::of_tag("fr");
        assert_eq!(says(&journey)[1], "Sam et al.");
        journey.authors.truncate(1);
        assert_eq!(says(&journey)[1], "Sam");
    }

    #[test]
    fn every_field_has_one_name() {
        for (field, name, _) in Field::ALL {
            assert_eq!(format!("{{{name}}}").parse::<Pattern>().unwrap().parts, [Part::Field(field)]);
        }
    }
}
