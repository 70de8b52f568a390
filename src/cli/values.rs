//! Values of arguments that name an entry of a registry: the parser, the help text and the list of values from one source.

use std::fmt::Display;
use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser, ValueParser};

use crate::batch::pattern::Field;
use crate::diagnostic::{MessageFormat, one_line};
use crate::journey::TermLanguage;
use crate::journey::choices::Fill;
use crate::journey::presets::{PRESETS, Preset};
use crate::nearest::meant;
use crate::read;
use crate::registry::Registry;
use crate::write::csv::Dialect;
use crate::write::pdf::{Ink, Standard};
use crate::write::svg::TextMode;

/// A value of an argument. What is said of a wrong one may quote it, and goes to a terminal.
pub(super) fn parsed<T: FromStr<Err: Display>>(given: &str) -> Result<T, String> {
    given.parse().map_err(|error: T::Err| one_line(&error.to_string()))
}

/// A parser for one of these values, each with its name and a line of help.
fn one_of<T: Clone + Send + Sync + 'static>(table: Vec<(&str, String, T)>) -> impl TypedValueParser<Value = T> + use<T> {
    one_of_values(table.into_iter().map(|(name, help, value)| (PossibleValue::new(name.to_owned()).help(help), value)).collect())
}

/// The same with whatever else stands for each. Case does not matter.
fn one_of_values<T: Clone + Send + Sync + 'static>(table: Vec<(PossibleValue, T)>) -> impl TypedValueParser<Value = T> {
    let names: Vec<_> = table.iter().map(|(name, _)| name.clone()).collect();
    PossibleValuesParser::new(names).try_map(move |given: String| {
        let entry = table.iter().find(|(name, _)| name.matches(&given, true));
        entry.map(|(_, value)| value.clone()).ok_or_else(|| format!("`{given}` is not in the list"))
    })
}

/// A parser for names that a registry knows, each with a line of help. What comes is the name as the registry has it.
fn named<'a>(names: impl Iterator<Item = (&'a str, String)>) -> ValueParser {
    one_of(names.map(|(name, help)| (name, help, name.to_owned())).collect()).into()
}

pub(super) fn formats(registry: &Registry) -> ValueParser {
    named(registry.formats().iter().map(|format| (format.name, format.summary.to_owned())))
}

/// A name may stand for a drawn and a tabular layout: its help has the summaries of both.
pub(super) fn layouts(registry: &Registry) -> ValueParser {
    let help = |name| {
        let namesakes = registry.layouts().iter().filter(|layout| layout.name == name);
        namesakes.map(|layout| layout.summary).collect::<Vec<_>>().join("; ")
    };
    named(registry.layout_names().map(|name| (name, help(name))))
}

pub(super) fn dialects() -> impl TypedValueParser<Value = Dialect> {
    one_of(Dialect::ALL.iter().map(|(dialect, name, summary)| (*name, (*summary).to_owned(), *dialect)).collect())
}

pub(super) fn text_modes() -> impl TypedValueParser<Value = TextMode> {
    one_of(vec![
        ("live", "selectable text in embedded fonts, for browsers".to_owned(), TextMode::Live),
        ("outlines", "outlines, for drawing programs and cutters".to_owned(), TextMode::Outlines),
        (
            "both",
            "outlines that are seen, and selectable text that is not: for programs without embedded fonts".to_owned(),
            TextMode::Both,
        ),
    ])
}

pub(super) fn standards() -> impl TypedValueParser<Value = Standard> {
    one_of(Standard::ALL.iter().map(|(standard, name, summary)| (*name, (*summary).to_owned(), *standard)).collect())
}

pub(super) fn inks() -> impl TypedValueParser<Value = Ink> {
    one_of(Ink::ALL.iter().map(|(ink, name, summary)| (*name, (*summary).to_owned(), *ink)).collect())
}

pub(super) fn fills() -> impl TypedValueParser<Value = Fill> {
    one_of(Fill::ALL.iter().map(|(fill, name, summary)| (*name, (*summary).to_owned(), *fill)).collect())
}

pub(super) fn presets() -> impl TypedValueParser<Value = &'static Preset> {
    one_of(PRESETS.iter().map(|preset| (preset.name, preset.summary.to_owned(), preset)).collect())
}

pub(super) fn first_preset() -> &'static str {
    PRESETS.first().map_or("", |preset| preset.name)
}

/// The languages of built-in words, by their tags and by what they are called in English and by themselves.
pub(super) fn languages() -> impl TypedValueParser<Value = TermLanguage> {
    let value = |tag, name, own| PossibleValue::new(tag).help(name).alias(name).alias(own);
    one_of_values(vec![
        (value("nl", "Dutch", "Nederlands"), TermLanguage::Nl),
        (value("da", "Danish", "Dansk"), TermLanguage::Da),
        (value("en", "English", "English"), TermLanguage::En),
    ])
}

/// The language of messages, as [`languages`] names them.
pub(super) fn language_of_messages(given: &str) -> Result<TermLanguage, String> {
    let known = TermLanguage::ALL.map(TermLanguage::tag);
    let found = TermLanguage::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(given));
    found.ok_or_else(|| format!("messages are not told in `{given}`; {}", meant(given, &known)))
}

pub(super) fn message_formats() -> impl TypedValueParser<Value = MessageFormat> {
    let help = |format| match format {
        MessageFormat::Human => "with an excerpt of the text and what to do",
        MessageFormat::Short => "one line each, `path:line:column: severity[code]: message`",
        MessageFormat::Json => "one JSON object a line",
    };
    one_of(MessageFormat::ALL.iter().map(|(format, name)| (*name, help(*format).to_owned(), *format)).collect())
}

pub(super) fn ways(registry: &Registry) -> ValueParser {
    named(registry.ways().iter().map(|way| (way.name, way.summary.to_owned())))
}

/// The tag of a language, by the check of a journey that has it.
pub(super) fn language_tag(given: &str) -> Result<String, String> {
    let journey = serde_json::json!({ "klantreis": 1, "title": "-", "language": given, "phases": [{ "title": "-" }] });
    match read::json(&journey.to_string()) {
        Ok(journey) => Ok(journey.language.tag),
        Err(problems) => {
            let said = problems.iter().map(|problem| match &problem.help {
                Some(help) => format!("{}; {help}", problem.message),
                None => problem.message.clone(),
            });
            Err(one_line(&said.collect::<Vec<_>>().join("; ")))
        }
    }
}

/// The long help of `--name`, with every field.
pub(super) fn pattern_help() -> String {
    let fields: Vec<_> = Field::ALL.iter().map(|(_, name, summary)| format!("\n  {{{name}}}: {summary}")).collect();
    format!(
        "How files are named: text and fields, such as '{{class}}_{{author}}_{{title}}'. By default after their inputs.\n\n\
         Names are made such that Windows, SharePoint, OneDrive and Teams take them; two inputs never have the same one. A field \
         that says nothing leaves no separator. {{{{ and }}}} are braces.\n\nFields:{}",
        fields.concat()
    )
}
