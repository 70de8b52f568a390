//! What the program says to people, in the languages that it speaks.
//!
//! Each text stands in a table with a file a language, in Fluent: `texts/en.ftl`, `texts/nl.ftl`, `texts/da.ftl`. Code names it with
//! its arguments, `say!`, and gets a [`Phrase`]: the English text at once, which data, logs and tests keep, and the same in another language
//! when somebody is there to read it. Nothing here looks at the environment: who asks names the language.
//!
//! In every language backticks mark what is quoted as it is, such as a name or a command; who shows the text puts the quotation marks of the
//! language in their place (`in_quotes`), or what else marks them there.

mod language;
mod table;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

pub use language::TermLanguage;

/// A text of the program: one of the table with its arguments, or one that is only known as it is. The same may be said of many cells: a copy
/// costs little.
#[derive(Clone)]
pub struct Phrase {
    english: Arc<str>,
    known: Option<Arc<Known>>,
}

/// A text of the table.
#[derive(Clone)]
struct Known {
    id: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

/// What is put into a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// A number, by which singular and plural are chosen.
    Number(usize),
    /// A figure, with the decimal sign of the language.
    Decimal(f64),
    /// A text of others, or a word by which the table chooses.
    Text(String),
    /// A text of the table, said in the same language.
    Phrase(Phrase),
}

/// A text of the table by its id, with its arguments: `say!("phases-empty", part = 1, all = 6, names = names)`.
macro_rules! say {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::tongue::Phrase::known($id, vec![$((stringify!($name), $crate::tongue::Argument::from($value))),*])
    };
}
pub(crate) use say;

impl Phrase {
    /// A text of the table.
    pub(crate) fn known(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { english: table::text(id, &arguments, TermLanguage::En).into(), known: Some(Arc::new(Known { id, arguments })) }
    }

    /// The text in English.
    #[must_use]
    pub fn english(&self) -> &str {
        &self.english
    }

    /// The text in a language; one that is not in the table stays as it is.
    #[must_use]
    pub fn text(&self, language: TermLanguage) -> Cow<'_, str> {
        match &self.known {
            Some(known) if language != TermLanguage::En => Cow::Owned(table::text(known.id, &known.arguments, language)),
            Some(_) | None => Cow::Borrowed(&self.english),
        }
    }

    /// Whether it is a text of the table.
    pub(crate) fn is_in_table(&self) -> bool {
        self.known.is_some()
    }

    /// Whether it is a text of the table, and all in it that is said in words as well.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.known.as_ref().is_some_and(|known| {
            known.arguments.iter().all(|(_, argument)| match argument {
                Argument::Phrase(phrase) => phrase.is_known(),
                Argument::Number(_) | Argument::Decimal(_) | Argument::Text(_) => true,
            })
        })
    }

    /// Puts another value in the place of an argument, where it has that, or a text in it has.
    pub(crate) fn put(&mut self, name: &str, value: impl Into<Argument>) {
        self.put_in(name, &value.into());
    }

    /// The same; whether it had that.
    fn put_in(&mut self, name: &str, value: &Argument) -> bool {
        let Some(known) = &mut self.known else { return false };
        let has = |(own, argument): &(&str, Argument)| *own == name || matches!(argument, Argument::Phrase(_));
        if !known.arguments.iter().any(has) {
            return false;
        }
        let known = Arc::make_mut(known);
        let mut put = false;
        for (own, argument) in &mut known.arguments {
            if *own == name {
                *argument = value.clone();
                put = true;
            } else if let Argument::Phrase(phrase) = argument {
                put |= phrase.put_in(name, value);
            }
        }
        if put {
            self.english = table::text(known.id, &known.arguments, TermLanguage::En).into();
        }
        put
    }
}

/// Texts with commas between them; nothing of none.
pub(crate) fn listed(phrases: impl IntoIterator<Item = Phrase>) -> Option<Phrase> {
    phrases.into_iter().reduce(|first, then| say!("listed", first = first, then = then))
}

/// Texts one after another with `; ` between them.
pub(crate) fn joined(phrases: impl IntoIterator<Item = Phrase>) -> Option<Phrase> {
    phrases.into_iter().reduce(|first, then| say!("joined", first = first, then = then))
}

/// The text of an id, into which nothing is put; `None` when the table has no such id.
pub(crate) fn of_id(id: &str) -> Option<Phrase> {
    table::id(id).map(|id| Phrase::known(id, Vec::new()))
}

/// Names in quotation marks, with commas; of more than `most` only the first.
pub(crate) fn names<N: AsRef<str>>(names: &[N], most: usize) -> Phrase {
    let quoted = names.iter().take(most).map(|name| say!("quoted-name", name = name.as_ref()));
    let shown =
        quoted.reduce(|first, then| say!("listed", first = first, then = then)).unwrap_or_else(|| say!("as-it-is", text = ""));
    if names.len() > most { say!("and-so-on", names = shown) } else { shown }
}

/// A text of the table that is picked at run time, such as the summary of a rule: `None` when the table has no such id.
pub(crate) fn named(id: &str, language: TermLanguage) -> Option<String> {
    table::id(id).map(|id| table::text(id, &[], language))
}

/// A text with the quotation marks of the language around what its backticks mark. One with a backtick too many is left as it is.
pub(crate) fn in_quotes(text: &str, language: TermLanguage) -> Cow<'_, str> {
    marked(text, language.quotes())
}

/// A text with these marks around what its backticks mark.
pub(crate) fn marked<'t>(text: &'t str, (open, close): (&str, &str)) -> Cow<'t, str> {
    let parts: Vec<_> = text.split('`').collect();
    if parts.len() == 1 || parts.len().is_multiple_of(2) || open == "`" {
        return Cow::Borrowed(text);
    }
    let part = |(index, part): (usize, &&str)| if index % 2 == 0 { (*part).to_owned() } else { format!("{open}{part}{close}") };
    Cow::Owned(parts.iter().enumerate().map(part).collect())
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english)
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.english, f)
    }
}

/// Two are the same when they say the same.
impl PartialEq for Phrase {
    fn eq(&self, other: &Self) -> bool {
        self.english == other.english
    }
}

impl Eq for Phrase {}

impl From<String> for Phrase {
    fn from(english: String) -> Self {
        Self { english: english.into(), known: None }
    }
}

impl From<&str> for Phrase {
    fn from(english: &str) -> Self {
        Self { english: english.into(), known: None }
    }
}

impl From<&String> for Phrase {
    fn from(english: &String) -> Self {
        english.as_str().into()
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<f64> for Argument {
    fn from(figure: f64) -> Self {
        Self::Decimal(figure)
    }
}

impl From<Cow<'_, str>> for Argument {
    fn from(text: std::borrow::Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Phrase> for Argument {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_chooses_its_plural_in_each_language_and_isolates_nothing() {
        let phases = |part: usize| say!("phases-empty", part = part, all = 6_usize, names = "`Kopen`");
        assert_eq!(phases(1).english(), "1 of 6 phases is empty: `Kopen`");
        assert_eq!(phases(2).english(), "2 of 6 phases are empty: `Kopen`");
        assert_eq!(phases(1).text(TermLanguage::Nl), "1 van de 6 fasen is leeg: `Kopen`");
        assert_eq!(phases(2).text(TermLanguage::Nl), "2 van de 6 fasen zijn leeg: `Kopen`");
        assert_eq!(phases(2).text(TermLanguage::Da), "2 af 6 faser er tomme: `Kopen`");
        assert_eq!(in_quotes(&phases(1).text(TermLanguage::Nl), TermLanguage::Nl), "1 van de 6 fasen is leeg: ‘Kopen’");
        assert_eq!(in_quotes("een ` alleen", TermLanguage::Nl), "een ` alleen");
    }

    #[test]
    fn what_is_not_in_the_table_stays_as_it_is() {
        let plain = Phrase::from("this is no `text` of the table");
        assert!(!plain.is_known());
        assert_eq!(plain.text(TermLanguage::Da), plain.english());
        let around = joined([say!("unlisted-findings-help"), plain.clone()]).unwrap();
        assert!(!around.is_known() && around.text(TermLanguage::Nl).ends_with(plain.english()), "{around}");
    }

    #[test]
    fn a_figure_has_the_decimal_sign_of_the_language() {
        let from = say!("fit-from", metres = 1.6);
        assert_eq!(
            [TermLanguage::En, TermLanguage::Nl, TermLanguage::Da].map(|language| from.text(language).into_owned()),
            ["from 1.6 m", "vanaf 1,6 m", "fra 1,6 m"]
        );
        assert_eq!(say!("fit-from", metres = 3.0).text(TermLanguage::Nl), "vanaf 3 m");
    }

    #[test]
    fn an_argument_that_is_put_anew_is_said_anew() {
        let mut help = say!("no-author-help", input = "json", cell = "", label = "");
        assert!(help.english().contains("\"authors\""), "{help}");
        help.put("input", "cell");
        help.put("cell", "B4");
        help.put("label", "Auteur");
        help.put("other", "x");
        assert!(help.english().contains("B4") && help.text(TermLanguage::Nl).contains("Auteur"), "{help}");
    }
}
