//! Which rules are on, and what is set of them.

use std::collections::BTreeMap;

use super::{RULES, Rule};
use crate::journey::LaneKind;

/// Something that can be set of a rule.
#[derive(Debug)]
pub struct Setting<T: 'static> {
    /// Its name in a file of rules.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub about: &'static str,
    /// Its value when nothing is said.
    pub default: T,
}

/// A setting of any type.
#[derive(Debug)]
pub enum AnySetting {
    /// `true` or `false`.
    Flag(&'static Setting<bool>),
    /// A whole number, 0 or more.
    Count(&'static Setting<u32>),
    /// Kinds of lane.
    Kinds(&'static Setting<&'static [LaneKind]>),
    /// Texts.
    Texts(&'static Setting<&'static [&'static str]>),
}

impl AnySetting {
    /// Its name in a file of rules.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Flag(setting) => setting.name,
            Self::Count(setting) => setting.name,
            Self::Kinds(setting) => setting.name,
            Self::Texts(setting) => setting.name,
        }
    }

    /// What it does, in one sentence.
    #[must_use]
    pub fn about(&self) -> &'static str {
        match self {
            Self::Flag(setting) => setting.about,
            Self::Count(setting) => setting.about,
            Self::Kinds(setting) => setting.about,
            Self::Texts(setting) => setting.about,
        }
    }

    /// Its value when nothing is said, as TOML has it.
    #[must_use]
    pub fn default_as_toml(&self) -> String {
        match self {
            Self::Flag(setting) => setting.default.to_string(),
            Self::Count(setting) => setting.default.to_string(),
            Self::Kinds(setting) => list(setting.default.iter().map(|kind| kind.name())),
            Self::Texts(setting) => list(setting.default.iter().copied()),
        }
    }
}

/// A list of texts without quotation marks and backslashes, as TOML has it; a long one over several lines.
fn list<'n>(texts: impl Iterator<Item = &'n str>) -> String {
    const WIDEST: usize = 120;
    let texts: Vec<_> = texts.map(|text| format!("\"{text}\"")).collect();
    if texts.iter().map(|text| text.len() + 2).sum::<usize>() <= WIDEST {
        return format!("[{}]", texts.join(", "));
    }
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        match lines.last_mut().filter(|line| line.len() + text.len() + 2 <= WIDEST) {
            Some(line) => line.extend([" ", &text, ","]),
            None => lines.push(format!("  {text},")),
        }
    }
    format!("[\n{}\n]", lines.join("\n"))
}

/// The rule and the setting.
type Key = (&'static str, &'static str);

/// Which rules are on, and what is set of them. The default is what the rules say themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    pub(super) on: BTreeMap<&'static str, bool>,
    pub(super) flags: BTreeMap<Key, bool>,
    pub(super) counts: BTreeMap<Key, u32>,
    pub(super) kinds: BTreeMap<Key, Vec<LaneKind>>,
    pub(super) texts: BTreeMap<Key, Vec<String>>,
    /// Texts that stand in blank templates to say what belongs there.
    pub(super) hints: Vec<String>,
}

impl Settings {
    /// The settings with these rules on, whatever their default, and no other.
    #[must_use]
    pub fn only(ids: &[&str]) -> Self {
        Self { on: RULES.iter().map(|rule| (rule.id, ids.contains(&rule.id))).collect(), ..Self::default() }
    }

    /// The same with texts of blank templates, which are placeholders when they are found in a journey.
    #[must_use]
    pub fn hints(mut self, hints: impl IntoIterator<Item = String>) -> Self {
        self.hints.extend(hints.into_iter().map(|hint| hint.to_lowercase()));
        self.hints.sort();
        self
    }

    /// Whether a rule is on.
    #[must_use]
    pub fn is_on(&self, rule: &Rule) -> bool {
        self.on.get(rule.id).copied().unwrap_or(rule.on)
    }

    pub(super) fn flag(&self, rule: &Rule, setting: &Setting<bool>) -> bool {
        self.flags.get(&(rule.id, setting.name)).copied().unwrap_or(setting.default)
    }

    pub(super) fn count(&self, rule: &Rule, setting: &Setting<u32>) -> usize {
        self.counts.get(&(rule.id, setting.name)).copied().unwrap_or(setting.default) as usize
    }

    pub(super) fn has_kind(&self, rule: &Rule, setting: &Setting<&'static [LaneKind]>, kind: LaneKind) -> bool {
        self.kinds.get(&(rule.id, setting.name)).map_or(setting.default, Vec::as_slice).contains(&kind)
    }

    /// Whether a text in small letters is in a list.
    pub(super) fn has_text(&self, rule: &Rule, setting: &Setting<&'static [&'static str]>, text: &str) -> bool {
        match self.texts.get(&(rule.id, setting.name)) {
            Some(texts) => texts.iter().any(|known| known == text),
            None => setting.default.contains(&text),
        }
    }
}
