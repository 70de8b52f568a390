//! What the matrix says: every text of the journey, prepared once for all sizes and widths.

mod item;
mod lane;
mod setter;

use std::collections::BTreeSet;
use std::ops::Range;

pub(super) use self::item::{ItemText, PictureText};
pub(super) use self::lane::{LaneText, score_text};
use self::setter::Setter;
use crate::journey::{Evidence, Journey, Level, Phase, RiskKind, Term};
use crate::layout::drawn::block::Block;
use crate::layout::drawn::signs::Sign;
use crate::layout::{Context, curves};
use crate::text::{Cut, Typesetter};

/// The texts of a journey as blocks.
pub(super) struct Content<'a> {
    pub journey: &'a Journey,
    pub typesetter: &'a Typesetter,
    /// Where pictures are found.
    pub context: &'a Context<'a>,
    pub title: Block,
    /// The title with "continued".
    pub title_again: Block,
    pub scenario: Option<Block>,
    /// Organisation, authors and date: what stands at the right of the title. The first is set in bold.
    pub facts: Vec<Block>,
    /// One a stage: its title and its second name.
    pub stages: Vec<(Block, Option<Block>)>,
    pub phases: Vec<PhaseText>,
    pub lanes: Vec<LaneText>,
    /// The lanes, those together whose curves share an area.
    pub groups: Vec<Range<usize>>,
    /// Stages that no phase stands in.
    pub idle_stages: Vec<usize>,
    /// Each stage as a line of text, for where it has no band or too small a one.
    pub stages_in_words: Vec<Block>,
    /// The names of the marks that the journey uses.
    pub legend: Vec<Entry>,
}

/// What the legend says of a mark.
pub(super) struct Entry {
    /// The sign; none for what is set in bold, as the word for it then is.
    pub sign: Option<Sign>,
    pub word: Block,
}

/// A phase's texts.
pub(super) struct PhaseText {
    pub title: Block,
    /// What stands below the title: how long the phase takes, its description, its risks; each with its sign.
    pub notes: Vec<(Option<Sign>, Block)>,
}

impl<'a> Content<'a> {
    /// Prepares all texts.
    pub fn new(journey: &'a Journey, context: &'a Context<'a>) -> Self {
        let typesetter = context.text;
        let set = Setter::new(journey, typesetter);
        let term = |term: Term| term.text(journey.language.terms);
        let used: BTreeSet<usize> = journey.phases.iter().filter_map(|phase| phase.stage).collect();
        let groups = curves::groups(journey);
        Self {
            title: set.heading(&journey.title),
            title_again: set.heading(&format!("{} ({})", journey.title, term(Term::Continued))),
            scenario: journey.scenario.as_ref().map(|text| Block::heading(typesetter, text, set.style(Cut::Regular))),
            facts: facts(journey).into_iter().map(|(cut, text)| set.text(&text, cut)).collect(),
            stages: journey
                .stages
                .iter()
                .map(|stage| {
                    (set.heading(&stage.title), stage.subtitle.as_ref().map(|subtitle| set.text(subtitle, Cut::Regular)))
                })
                .collect(),
            phases: journey.phases.iter().map(|phase| set.phase(phase)).collect(),
            lanes: groups.iter().flat_map(|group| group.clone().map(|index| set.lane(index, group))).collect(),
            groups,
            stages_in_words: journey
                .stages
                .iter()
                .map(|stage| {
                    let subtitle = stage.subtitle.as_ref().map_or(String::new(), |subtitle| format!(" · {subtitle}"));
                    set.text(&format!("{}: {}{subtitle}", term(Term::Stage), stage.title), Cut::Regular)
                })
                .collect(),
            idle_stages: (0..journey.stages.len()).filter(|index| !used.contains(index)).collect(),
            legend: set.legend(),
            journey,
            typesetter,
            context,
        }
    }
}

impl Setter<'_> {
    fn phase(&self, phase: &Phase) -> PhaseText {
        let text = |text: &String| self.text(text, Cut::Regular);
        let duration = phase.duration.iter().map(|duration| (Some(Sign::Duration), text(duration)));
        let description = phase.description.iter().map(|description| (None, text(description)));
        let risks = phase.risks.iter().map(|risk| (Some(Sign::Risk(risk.kind)), text(&risk.text)));
        PhaseText { title: self.heading(&phase.title), notes: duration.chain(description).chain(risks).collect() }
    }

    /// The words for the marks that occur.
    fn legend(&self) -> Vec<Entry> {
        let phases = &self.journey.phases;
        let items = || phases.iter().flat_map(|phase| phase.cells.iter().flatten());
        let risk = |kind: Option<RiskKind>| phases.iter().flat_map(|phase| &phase.risks).any(|risk| risk.kind == kind);
        let mut signs = Vec::new();
        signs.extend(items().any(|item| item.moment_of_truth).then_some(Sign::MomentOfTruth));
        if items().any(|item| item.drop_off) {
            signs.push(Sign::DROP_OFF);
        }
        for kind in RiskKind::ALL.iter().copied().map(Some).chain([None]).filter(|kind| risk(*kind)) {
            signs.extend((!signs.contains(&Sign::Risk(kind))).then_some(Sign::Risk(kind)));
        }
        let known = |evidence: &Evidence| items().any(|item| item.evidence == Some(*evidence));
        signs.extend(Evidence::ALL.iter().copied().filter(known).map(Sign::Evidence));
        let word = |term: Term, cut| self.text(term.text(self.journey.language.terms), cut);
        let signs = signs.into_iter().map(|sign| Entry { sign: Some(sign), word: word(sign.term(), Cut::Regular) });
        let important = items().any(|item| item.importance == Some(Level::High));
        let important = important.then(|| Entry { sign: None, word: word(Term::Important, Cut::Bold) });
        signs.chain(important).collect()
    }
}

/// Authors up to this number have a line each.
const AUTHORS_ON_LINES: usize = 3;

/// What stands at the right of the title.
fn facts(journey: &Journey) -> Vec<(Cut, String)> {
    let mut facts: Vec<(Cut, String)> = journey.organisation.iter().map(|name| (Cut::Bold, name.clone())).collect();
    let authors = journey.authors.iter().map(|author| {
        let class = author.class.as_ref().map_or(String::new(), |class| format!(" · {class}"));
        format!("{}{class}", author.name)
    });
    if journey.authors.len() <= AUTHORS_ON_LINES {
        facts.extend(authors.map(|author| (Cut::Regular, author)));
    } else {
        facts.push((Cut::Regular, authors.collect::<Vec<_>>().join(", ")));
    }
    facts.extend(journey.date.iter().map(|date| (Cut::Regular, date.to_string())));
    facts
}
