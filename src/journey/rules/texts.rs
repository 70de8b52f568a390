//! The texts that people write in a journey, and where they stand.

use super::findings::{about, name, quoted};
use super::{Findings, Subject};
use crate::journey::{Journey, LaneKind};
use crate::tongue::{Phrase, say};

/// A text, and where it stands.
pub(super) struct Text<'a> {
    pub said: &'a str,
    pub place: Place,
    /// Its JSON pointer in the normal form.
    pub pointer: String,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the head, among the personas, the opportunities or the panels: whether it is a sentence, or a name that may be short.
    Apart { sentence: bool },
    /// What an item says.
    Item { phase: usize, lane: usize, kind: LaneKind },
    /// A detail of an item, such as its channel.
    Detail { phase: usize, lane: usize },
}

/// Every text of a journey, head first, then cell by cell, lane after lane.
pub(super) fn all(journey: &Journey) -> Vec<Text<'_>> {
    let mut texts = Texts(Vec::new());
    texts.head(journey);
    texts.personas(journey);
    for (index, stage) in journey.stages.iter().enumerate() {
        texts.name(Some(&stage.title), || format!("/stages/{index}/title"));
        texts.name(stage.subtitle.as_ref(), || format!("/stages/{index}/subtitle"));
    }
    for (index, phase) in journey.phases.iter().enumerate() {
        texts.name(Some(&phase.title), || format!("/phases/{index}/title"));
        texts.sentence(phase.description.as_ref(), || format!("/phases/{index}/description"));
        for (number, risk) in phase.risks.iter().enumerate() {
            texts.sentence(Some(&risk.text), || format!("/phases/{index}/risks/{number}/text"));
        }
    }
    for lane in 0..journey.lanes.len() {
        texts.lane(journey, lane);
    }
    for (index, opportunity) in journey.opportunities.iter().enumerate() {
        texts.sentence(Some(&opportunity.text), || format!("/opportunities/{index}/text"));
    }
    for (index, panel) in journey.storyboard.iter().enumerate() {
        texts.sentence(Some(&panel.caption), || format!("/storyboard/{index}/caption"));
    }
    texts.0
}

struct Texts<'a>(Vec<Text<'a>>);

impl<'a> Texts<'a> {
    fn add(&mut self, text: Option<&'a String>, place: Place, pointer: impl FnOnce() -> String) {
        self.0.extend(text.map(|text| Text { said: text, place, pointer: pointer() }));
    }

    fn name(&mut self, text: Option<&'a String>, pointer: impl FnOnce() -> String) {
        self.add(text, Place::Apart { sentence: false }, pointer);
    }

    fn sentence(&mut self, text: Option<&'a String>, pointer: impl FnOnce() -> String) {
        self.add(text, Place::Apart { sentence: true }, pointer);
    }

    fn head(&mut self, journey: &'a Journey) {
        self.name(Some(&journey.title), || "/title".into());
        self.sentence(journey.scenario.as_ref(), || "/scenario".into());
        self.name(journey.organisation.as_ref(), || "/organisation".into());
        if let Some(offering) = &journey.offering {
            self.name(Some(&offering.name), || "/offering/name".into());
            self.sentence(offering.description.as_ref(), || "/offering/description".into());
        }
        if let Some(question) = &journey.question {
            self.sentence(Some(&question.text), || "/question/text".into());
            self.sentence(question.why.as_ref(), || "/question/why".into());
        }
        for (index, author) in journey.authors.iter().enumerate() {
            self.name(Some(&author.name), || format!("/authors/{index}/name"));
            self.name(author.class.as_ref(), || format!("/authors/{index}/class"));
        }
        self.name(journey.course.as_ref(), || "/course".into());
    }

    fn personas(&mut self, journey: &'a Journey) {
        for (index, persona) in journey.personas.iter().enumerate() {
            self.name(Some(&persona.name), || format!("/personas/{index}/name"));
            let lines = [
                ("target_group", &persona.target_group),
                ("generation", &persona.generation),
                ("lifestyle", &persona.lifestyle),
                ("character", &persona.character),
            ];
            for (field, line) in lines {
                self.name(line.as_ref(), || format!("/personas/{index}/{field}"));
            }
            for (number, fact) in persona.facts.iter().enumerate() {
                self.name(Some(&fact.text), || format!("/personas/{index}/facts/{number}/text"));
            }
            let lists = [
                ("activities", &persona.activities),
                ("interests", &persona.interests),
                ("opinions", &persona.opinions),
                ("media", &persona.media),
                ("quotes", &persona.quotes),
            ];
            for (field, list) in lists {
                self.list(list, &format!("/personas/{index}/{field}"));
            }
            let Some(map) = &persona.empathy else { continue };
            self.sentence(map.question.as_ref(), || format!("/personas/{index}/empathy/question"));
            let fields = [
                ("thinks_and_feels", &map.thinks_and_feels),
                ("sees", &map.sees),
                ("hears", &map.hears),
                ("says_and_does", &map.says_and_does),
                ("pains", &map.pains),
                ("gains", &map.gains),
            ];
            for (field, list) in fields {
                self.list(list, &format!("/personas/{index}/empathy/{field}"));
            }
        }
    }

    fn list(&mut self, list: &'a [String], pointer: &str) {
        for (index, text) in list.iter().enumerate() {
            self.name(Some(text), || format!("{pointer}/{index}"));
        }
    }

    fn lane(&mut self, journey: &'a Journey, lane: usize) {
        let kind = journey.lanes[lane].kind;
        for (phase, column) in journey.phases.iter().enumerate() {
            for (index, item) in column.cells[lane].iter().enumerate() {
                let pointer = |field: &str| format!("{}/{field}", journey.pointer_to_item(phase, lane, index));
                self.add(item.text.as_ref(), Place::Item { phase, lane, kind }, || pointer("text"));
                // What customers are asked to do may well be to fill something in.
                let details = [
                    ("when", &item.when),
                    ("channel", &item.channel),
                    ("device", &item.device),
                    ("sender", &item.sender),
                    ("receiver", &item.receiver),
                    ("message", &item.message),
                    ("source", &item.source),
                ];
                for (field, detail) in details {
                    self.add(detail.as_ref(), Place::Detail { phase, lane }, || pointer(field));
                }
            }
        }
    }
}

/// Says what a rule objects to in the texts of a journey: all of a lane at once, others one by one.
pub(super) fn report(subject: &Subject, objects: impl Fn(&Text) -> bool, fault: &Fault, findings: &mut Findings) {
    let journey = subject.journey;
    let texts = all(journey);
    let wrong: Vec<_> = texts.iter().filter(|text| objects(text)).collect();
    for (lane, group) in by_lane(&wrong) {
        let first = quoted(group[0].said);
        let mut phases: Vec<_> = group.iter().filter_map(|text| text.phase()).collect();
        phases.dedup();
        let message = match lane {
            None => say!("fault-apart", text = first, what = (fault.what)(1)),
            Some(lane) => {
                let (count, title) = (group.len(), name(&journey.lanes[lane].title));
                let (what, phases) = ((fault.what)(count), subject.phases(&phases));
                say!("fault-in-lane", count = count, lane = title, what = what, text = first, phases = phases)
            }
        };
        let about = about(&phases, lane.as_slice());
        findings.add_about(about, group[0].pointer.clone(), message, (fault.help)());
    }
}

/// How a rule says what is wrong with texts.
pub(super) struct Fault {
    /// What so many texts are: `a placeholder`, `placeholders`.
    pub what: fn(usize) -> Phrase,
    /// What to do about it.
    pub help: fn() -> Phrase,
}

/// The texts of a lane together: the lane, or `None` for one that stands apart.
fn by_lane<'t, 'a>(texts: &[&'t Text<'a>]) -> Vec<(Option<usize>, Vec<&'t Text<'a>>)> {
    let mut groups: Vec<(Option<usize>, Vec<&Text>)> = Vec::new();
    for text in texts {
        let lane = match text.place {
            Place::Apart { .. } => None,
            Place::Item { lane, .. } | Place::Detail { lane, .. } => Some(lane),
        };
        match groups.last_mut() {
            Some((of, group)) if lane.is_some() && *of == lane => group.push(text),
            _ => groups.push((lane, vec![text])),
        }
    }
    groups
}

impl Text<'_> {
    /// The phase in which it stands.
    fn phase(&self) -> Option<usize> {
        match self.place {
            Place::Apart { .. } => None,
            Place::Item { phase, .. } | Place::Detail { phase, .. } => Some(phase),
        }
    }
}
