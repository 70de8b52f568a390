//! Takes down what happens in a run.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::{Column, Contents, Finding, HandIn, Kind, PassedOver, Report};
use crate::diagnostic::{Code, Diagnostic, Severity, Words, on_page};
use crate::journey::rules::{Group, RULES, Rule, Settings, filled};
use crate::journey::{Author, Journey, Lane, Phase, limits, normal};
use crate::tongue::Phrase;

/// Takes down what happens in a run, hand-in by hand-in: [`read`](Self::read) when there is a journey, [`found`](Self::found) as often as
/// something is said of it, and at its end [`done`](Self::done), [`invalid`](Self::invalid) or [`unreadable`](Self::unreadable).
pub struct Recorder {
    report: Report,
    /// What is known of the hand-in that is being told of.
    open: Open,
    /// The hand-ins before it, by what stands in them and by who made them.
    before: [BTreeMap<Vec<u8>, String>; 2],
}

#[derive(Default)]
struct Open {
    contents: Option<Contents>,
    claims: (Option<String>, Vec<Author>),
    /// A sum over what stands in it, and who made it.
    known: [Option<Vec<u8>>; 2],
    phases: Vec<String>,
    /// Ids and titles.
    lanes: Vec<(String, String)>,
    findings: Vec<Finding>,
}

impl Recorder {
    /// Nothing yet. There is a column for each rule that is on; rules that compare need a model, whose name is given.
    #[must_use]
    pub fn new(settings: &Settings, model: Option<&str>) -> Self {
        let looks = |rule: &&Rule| settings.is_on(rule) && (rule.group != Group::Model || model.is_some());
        let rules = RULES.iter().copied().filter(looks).map(Column::Rule);
        let columns = rules.chain([Column::Other, Column::Import]).collect();
        let report = Report { model: model.map(|name| name.trim_matches('`').to_owned()), columns, ..Report::default() };
        Self { report, open: Open::default(), before: [BTreeMap::new(), BTreeMap::new()] }
    }

    /// Something in a folder is no hand-in.
    pub fn passed_over(&mut self, path: impl Into<String>, why: impl Into<Phrase>) {
        self.report.passed_over.push(PassedOver { path: path.into(), why: why.into() });
    }

    /// There is a journey in the hand-in.
    pub fn read(&mut self, journey: &Journey) {
        let (full, cells) = filled(journey);
        let contents = Contents {
            title: journey.title.clone(),
            language: journey.language.tag.clone(),
            authors: journey.authors.clone(),
            filled: full,
            cells,
        };
        let phase = |phase: &Phase| on_page(&phase.title);
        let lane = |lane: &Lane| (lane.id.to_string(), on_page(&lane.title));
        // An empty template is the same as any other.
        let sum = (full > 0).then(|| sum(journey));
        self.open = Open {
            contents: Some(contents),
            claims: (None, Vec::new()),
            known: [sum, makers(&journey.authors)],
            phases: journey.phases.iter().map(phase).collect(),
            lanes: journey.lanes.iter().map(lane).collect(),
            findings: Vec::new(),
        };
    }

    /// The text of the hand-in, where it is one: a document that breaks the format may still say what it is called, and by whom it is.
    pub fn text(&mut self, text: &str) {
        if self.open.contents.is_none() {
            self.open.claims = claims(text).unwrap_or_default();
        }
    }

    /// Something is said of the hand-in.
    pub fn found(&mut self, diagnostics: &[Diagnostic]) {
        // A note finds nothing wanting.
        let found = diagnostics.iter().filter(|diagnostic| diagnostic.code.severity() > Severity::Note);
        let findings: Vec<_> = found.map(|diagnostic| self.open.finding(diagnostic)).collect();
        self.open.findings.extend(findings);
    }

    /// The hand-in is a valid journey, and everything was said of it.
    pub fn done(&mut self, path: &str) {
        self.end(path, true);
    }

    /// The hand-in is no valid journey; errors were said of it.
    pub fn invalid(&mut self, path: &str) {
        // What the check finds has a place in the document; what cannot be read has none.
        let readable = self.open.findings.iter().any(|finding| finding.pointer.is_some());
        self.open.contents = None;
        self.end(path, readable);
    }

    /// The hand-in cannot be read, for this reason.
    pub fn unreadable(&mut self, path: &str, why: &str) {
        let why = Finding {
            code: "unreadable",
            severity: Severity::Error,
            kind: None,
            phases: Vec::new(),
            lanes: Vec::new(),
            cell: None,
            line: None,
            pointer: None,
            message: on_page(why),
            help: None,
            words: Words::default(),
        };
        self.open = Open { findings: vec![why], ..Open::default() };
        self.end(path, false);
    }

    /// What came of the run.
    #[must_use]
    pub fn finish(mut self) -> Report {
        let others = self.report.total(Column::Other);
        self.report.columns.retain(|column| others > 0 || !matches!(column, Column::Other));
        self.report
    }

    fn end(&mut self, path: &str, readable: bool) {
        let Open { contents, findings, claims, known, .. } = std::mem::take(&mut self.open);
        let mut earlier = known.into_iter().zip(&mut self.before).map(|(known, before)| {
            let known = known.filter(|_| contents.is_some())?;
            let earlier = before.get(&known).cloned();
            before.entry(known).or_insert_with(|| on_page(path));
            earlier
        });
        let (same_as, also_by) = (earlier.next().flatten(), earlier.next().flatten());
        self.report.rows.push(HandIn { path: on_page(path), contents, claims, same_as, also_by, readable, findings });
    }
}

/// A sum over what a journey says, without where it was read.
fn sum(journey: &Journey) -> Vec<u8> {
    let mut bare = journey.clone();
    bare.x = crate::journey::Extension::default();
    Sha256::digest(normal(&bare)).to_vec()
}

/// Who made a journey, in any order, with their classes.
fn makers(authors: &[Author]) -> Option<Vec<u8>> {
    let name = |author: &Author| {
        let words: BTreeSet<_> = author.name.to_lowercase().replace(',', " ").split_whitespace().map(str::to_owned).collect();
        format!("{words:?} {}", author.class.as_deref().unwrap_or_default().to_lowercase())
    };
    let names: BTreeSet<String> = authors.iter().map(name).collect();
    (!names.is_empty()).then(|| format!("{names:?}").into_bytes())
}

/// What a document in JSON says of itself, whatever else is wrong with it.
fn claims(text: &str) -> Option<(Option<String>, Vec<Author>)> {
    let document: serde_json::Value = serde_json::from_str(text).ok()?;
    let title = document.get("title").and_then(serde_json::Value::as_str).map(on_page);
    let author = |value: &serde_json::Value| {
        let name = value.as_str().or_else(|| value.get("name").and_then(serde_json::Value::as_str))?;
        let class = value.get("class").and_then(serde_json::Value::as_str).map(on_page);
        Some(Author { name: on_page(name), class })
    };
    let authors = document.get("authors").map(|authors| match authors {
        serde_json::Value::Array(authors) => authors.iter().filter_map(author).take(limits::AUTHORS).collect(),
        one => author(one).into_iter().collect(),
    });
    Some((title, authors.unwrap_or_default()))
}

impl Open {
    fn finding(&self, diagnostic: &Diagnostic) -> Finding {
        let severity = diagnostic.code.severity();
        let (phases, lanes) = self.about(diagnostic);
        Finding {
            code: diagnostic.code.name(),
            severity,
            kind: (severity == Severity::Warning).then(|| kind(diagnostic)),
            phases,
            lanes,
            cell: diagnostic.cell.as_deref().cloned(),
            line: diagnostic.span.as_ref().map(|span| (span.line, span.column)),
            pointer: diagnostic.pointer.clone(),
            message: on_page(&diagnostic.message),
            help: diagnostic.help.as_deref().map(on_page),
            words: Words { message: Some(diagnostic.message_phrase()), help: diagnostic.help_phrase() },
        }
    }

    /// The titles of the phases and lanes that something is about: those that it names, else those that its pointer leads to.
    fn about(&self, diagnostic: &Diagnostic) -> (Vec<String>, Vec<String>) {
        let phase = |index: usize| self.phases.get(index).cloned();
        let lane = |index: usize| self.lanes.get(index).map(|(_, title)| title.clone());
        if let Some(about) = diagnostic.about.as_ref().filter(|about| !about.phases.is_empty() || !about.lanes.is_empty()) {
            let (phases, lanes) = (about.phases.iter().copied(), about.lanes.iter().copied());
            return (phases.filter_map(phase).collect(), lanes.filter_map(lane).collect());
        }
        let mut steps = diagnostic.pointer.as_deref().unwrap_or_default().split('/').skip(1);
        let (list, index) = (steps.next(), steps.next().and_then(|index| index.parse().ok()));
        match (list, index) {
            (Some("phases"), Some(index)) => {
                let id = (steps.next() == Some("cells")).then(|| steps.next()).flatten();
                // Escapes of RFC 6901.
                let id = id.map(|id| id.replace("~1", "/").replace("~0", "~"));
                let lane = self.lanes.iter().find(|(known, _)| Some(known) == id.as_ref()).map(|(_, title)| title.clone());
                (phase(index).into_iter().collect(), lane.into_iter().collect())
            }
            (Some("lanes"), Some(index)) => (Vec::new(), lane(index).into_iter().collect()),
            _ => (Vec::new(), Vec::new()),
        }
    }
}

/// What a warning is of. What an import has to say is of the file, or of cells that are nowhere in the journey: it has no pointer.
fn kind(diagnostic: &Diagnostic) -> Kind {
    match Rule::named(diagnostic.code.name()) {
        Some(rule) => Kind::Rule(rule.id),
        None if diagnostic.code == Code::NotPlaced || diagnostic.pointer.is_none() => Kind::Import,
        None => Kind::Other,
    }
}
