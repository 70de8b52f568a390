//! Files of rules: TOML, a table for each rule with `on` and its settings.

use std::fmt::Write as _;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{AnySetting, RULES, Rule, Settings};
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::check::quote;
use crate::journey::{LaneKind, located, not_toml, type_of};
use crate::nearest::nearest;
use crate::tongue::Phrase;

/// The first lines of [`example`].
const HEAD: &str = "\
# The rules of `klantreis check`, as they are when nothing is said.
# Keep what you want otherwise, take out the rest, and check with it: klantreis check --rules rules.toml INPUT…
# `no-author = false` at the top is short for a table with `on = false`.
";

/// A file with every rule and setting as they are when nothing is said.
#[must_use]
pub fn example() -> String {
    let mut text = HEAD.to_owned();
    for rule in RULES {
        // Writing to a text does not fail.
        let _ = write!(text, "\n# {}\n[{}]\non = {}\n", rule.summary, rule.id, rule.on);
        for setting in rule.settings {
            let _ = write!(text, "# {}\n{} = {}\n", setting.about(), setting.name(), setting.default_as_toml());
        }
    }
    text
}

impl Settings {
    /// Reads a file of rules.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of the text: what is not TOML, rules and settings that are not there, values
    /// of another type.
    ///
    /// ```
    /// use klantreis::journey::rules::Settings;
    ///
    /// assert!(Settings::from_toml("no-author = false\n[too-short]\nletters = 5\n").is_ok());
    /// let problems = Settings::from_toml("[to-short]\nletters = 5\n").unwrap_err();
    /// assert_eq!(problems[0].help.as_deref(), Some("did you mean `too-short`?"));
    /// ```
    pub fn from_toml(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let toml = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut file = File { text: toml, settings: Self::default(), problems: Vec::new() };
        match DeTable::parse(toml) {
            Ok(table) => file.rules(table.get_ref()),
            Err(error) => {
                let example = "a rule is a table: `[too-short]`, and below it a line for each setting: `letters = 3`";
                file.problems.push(not_toml(toml, &error, example));
            }
        }
        if file.problems.is_empty() { Ok(file.settings) } else { Err(file.into_diagnostics(text.len() - toml.len())) }
    }
}

/// A file on its way to settings.
struct File<'t> {
    text: &'t str,
    settings: Settings,
    problems: Vec<(Range<usize>, Diagnostic)>,
}

impl File<'_> {
    fn wrong(&mut self, at: Range<usize>, code: Code, message: impl Into<Phrase>, help: impl Into<Phrase>) {
        self.problems.push((at, Diagnostic::new(code, message).help(help)));
    }

    fn wrong_type(&mut self, value: &Spanned<DeValue>, what: &str, name: &str, example: &str) {
        let message = format!("`{name}` is {what}, not {}", type_of(value.get_ref()).english());
        self.wrong(value.span(), Code::WrongType, message, format!("write it as in `{name} = {example}`"));
    }

    fn into_diagnostics(self, mark: usize) -> Vec<Diagnostic> {
        located(self.text, mark, self.problems)
    }

    fn rules(&mut self, table: &DeTable) {
        for (name, value) in table {
            let Some(rule) = Rule::named(name.get_ref()) else {
                let ids = || RULES.iter().map(|rule| rule.id);
                let help = meant(name.get_ref(), ids(), "the rules are");
                self.wrong(name.span(), Code::UnknownField, format!("there is no rule {}", quote(name.get_ref())), help);
                continue;
            };
            match value.get_ref() {
                DeValue::Boolean(on) => {
                    self.settings.on.insert(rule.id, *on);
                }
                DeValue::Table(table) => self.rule(rule, table),
                DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Array(_) => {
                    self.wrong_type(value, "a table, or `true` or `false`", rule.id, "false");
                }
            }
        }
    }

    fn rule(&mut self, rule: &'static Rule, table: &DeTable) {
        for (name, value) in table {
            let name_text: &str = name.get_ref();
            let setting = rule.settings.iter().find(|setting| setting.name() == name_text);
            match (name_text, setting) {
                ("on", _) => {
                    if let Some(on) = self.flag("on", value) {
                        self.settings.on.insert(rule.id, on);
                    }
                }
                (_, Some(setting)) => self.setting(rule, setting, value),
                (_, None) => {
                    let names = std::iter::once("on").chain(rule.settings.iter().map(AnySetting::name));
                    let help = meant(name_text, names, "its settings are");
                    let message = format!("the rule `{}` has no setting {}", rule.id, quote(name_text));
                    self.wrong(name.span(), Code::UnknownField, message, help);
                }
            }
        }
    }

    fn setting(&mut self, rule: &'static Rule, setting: &AnySetting, value: &Spanned<DeValue>) {
        let key = (rule.id, setting.name());
        match setting {
            AnySetting::Flag(_) => {
                if let Some(flag) = self.flag(key.1, value) {
                    self.settings.flags.insert(key, flag);
                }
            }
            AnySetting::Count(_) => {
                if let Some(count) = self.count(key.1, value) {
                    self.settings.counts.insert(key, count);
                }
            }
            AnySetting::Kinds(_) => {
                if let Some(texts) = self.texts(key.1, value, "[\"goal\", \"action\"]") {
                    let kinds = texts.into_iter().filter_map(|(name, at)| self.kind(&name, at)).collect();
                    self.settings.kinds.insert(key, kinds);
                }
            }
            AnySetting::Texts(_) => {
                if let Some(texts) = self.texts(key.1, value, "[\"todo\", \"…\"]") {
                    self.settings.texts.insert(key, texts.into_iter().map(|(text, _)| text.to_lowercase()).collect());
                }
            }
        }
    }

    fn flag(&mut self, name: &str, value: &Spanned<DeValue>) -> Option<bool> {
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(value, "`true` or `false`", name, "true");
        }
        flag
    }

    fn count(&mut self, name: &str, value: &Spanned<DeValue>) -> Option<u32> {
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type(value, "a whole number", name, "3");
            return None;
        };
        let count = u32::from_str_radix(number.as_str(), number.radix()).ok();
        if count.is_none() {
            let message = format!("`{name}` is a whole number from 0 to {}", u32::MAX);
            self.wrong(value.span(), Code::BadNumber, message, format!("write it as in `{name} = 3`"));
        }
        count
    }

    /// The texts of a list, each with its place.
    fn texts(&mut self, name: &str, value: &Spanned<DeValue>, example: &str) -> Option<Vec<(String, Range<usize>)>> {
        let DeValue::Array(values) = value.get_ref() else {
            self.wrong_type(value, "a list of texts", name, example);
            return None;
        };
        let mut texts = Vec::new();
        for value in values {
            match value.get_ref().as_str() {
                Some(text) => texts.push((text.to_owned(), value.span())),
                None => self.wrong_type(value, "a list of texts", name, example),
            }
        }
        Some(texts)
    }

    fn kind(&mut self, name: &str, at: Range<usize>) -> Option<LaneKind> {
        let kind = LaneKind::from_name(name);
        if kind.is_none() {
            let help = meant(name, LaneKind::ALL.iter().map(|kind| kind.name()), "the kinds are");
            self.wrong(at, Code::UnknownKind, format!("there is no lane kind {}", quote(name)), help);
        }
        kind
    }
}

/// The name that was probably meant, or all of them.
fn meant<'n>(wrong: &str, names: impl Iterator<Item = &'n str> + Clone, all: &str) -> String {
    match nearest(wrong, names.clone()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("{all} {}", names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
    }
}
