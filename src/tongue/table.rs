//! The table of texts, by Fluent.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Argument, TermLanguage};

/// Each language with its file.
pub const FILES: [(TermLanguage, &str); 3] = [
    (TermLanguage::Nl, include_str!("texts/nl.ftl")),
    (TermLanguage::Da, include_str!("texts/da.ftl")),
    (TermLanguage::En, include_str!("texts/en.ftl")),
];

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 3]> = LazyLock::new(|| FILES.map(|(language, text)| bundle(language, text)));

fn bundle(language: TermLanguage, text: &str) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
    // What is put into a text is quoted, and nothing that turns it round gets there; marks would only be seen in files and terminals.
    bundle.set_use_isolating(false);
    // A test reads each file and finds what is wrong in it.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

fn of(language: TermLanguage) -> &'static Bundle {
    let index = FILES.iter().position(|(known, _)| *known == language).unwrap_or_default();
    &BUNDLES[index]
}

/// Every id.
static IDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("texts/en.ftl").lines().filter(|line| !line.starts_with([' ', '#']));
    lines.filter_map(|line| line.split_once(" = ").map(|(id, _)| id)).collect()
});

/// The id that is spelled so, where there is a text of it.
pub fn id(id: &str) -> Option<&'static str> {
    IDS.get(id).copied()
}

/// A text in a language; of one that is not there its id.
pub fn text(id: &str, arguments: &[(&'static str, Argument)], language: TermLanguage) -> String {
    let bundle = of(language);
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { return id.to_owned() };
    let mut values = FluentArgs::with_capacity(arguments.len());
    for (name, argument) in arguments {
        values.set(*name, value(argument, language));
    }
    let mut errors = Vec::new();
    bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
}

fn value(argument: &Argument, language: TermLanguage) -> FluentValue<'_> {
    match argument {
        Argument::Number(number) => FluentValue::from(*number),
        Argument::Decimal(figure) => {
            let english = figure.to_string();
            FluentValue::from(if language == TermLanguage::En { english } else { english.replace('.', ",") })
        }
        Argument::Text(text) => FluentValue::from(text.as_str()),
        Argument::Phrase(phrase) => FluentValue::from(phrase.text(language)),
    }
}
