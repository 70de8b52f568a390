//! What stages and phases say.

use crate::journey::{Journey, Risk, Term};
use crate::layout::drawn::ink::Sign;
use crate::layout::drawn::text::{Block, Place, Setter};
use crate::text::{Cut, shown};

/// A stage's texts.
pub struct StageText {
    /// Its name.
    pub title: Block,
    /// Its second name.
    pub subtitle: Option<Block>,
    /// All of it as a line of text, for where it has no band or too small a one.
    pub in_words: Block,
}

impl StageText {
    /// The names of all stages where they go on from what stands before.
    #[must_use]
    pub fn again(journey: &Journey, set: Setter) -> Vec<Block> {
        let again = |title: &str| format!("{title} ({})", Term::Continued.text(set.terms));
        journey.stages.iter().map(|stage| set.again(&again(&stage.title))).collect()
    }

    /// Prepares the texts of all stages.
    #[must_use]
    pub fn all(journey: &Journey, set: Setter) -> Vec<Self> {
        let stages = journey.stages.iter().enumerate().map(|(index, stage)| {
            let place = |field: &'static str| {
                move || Place::new(format!("/stages/{index}/{field}"), format!("in stage {}", Place::name(&stage.title)))
            };
            let second = stage.subtitle.as_ref().map_or(String::new(), |subtitle| format!(" · {subtitle}"));
            let in_words = format!("{}: {}{second}", Term::Stage.text(set.terms), stage.title);
            Self {
                title: set.heading(&stage.title, Cut::Bold, &place("title")),
                subtitle: stage.subtitle.as_ref().map(|subtitle| set.text(subtitle, Cut::Regular, &place("subtitle"))),
                in_words: set.label(&in_words, Cut::Regular),
            }
        });
        stages.collect()
    }
}

/// A phase's texts.
pub struct PhaseText {
    /// Its title.
    pub title: Block,
    /// How long the phase takes.
    pub duration: Option<Block>,
    /// What it is about.
    pub description: Option<Block>,
    /// What can go wrong in it.
    pub risks: Vec<RiskText>,
}

/// What can go wrong in a phase.
pub struct RiskText {
    /// Its sign, by its kind.
    pub sign: Sign,
    /// What it says.
    pub block: Block,
    /// The same behind the word for its sign.
    pub in_words: Block,
    /// The same as it is read out.
    pub label: String,
}

impl PhaseText {
    /// The titles of all phases where they go on from what stands before, and nothing else.
    #[must_use]
    pub fn again(journey: &Journey, set: Setter) -> Vec<Self> {
        let title = |title: &str| set.again(&format!("{title} ({})", Term::Continued.text(set.terms)));
        let again = |title| Self { title, duration: None, description: None, risks: Vec::new() };
        journey.phases.iter().map(|phase| again(title(&phase.title))).collect()
    }

    /// Prepares the texts of all phases.
    #[must_use]
    pub fn all(journey: &Journey, set: Setter) -> Vec<Self> {
        let phases = journey.phases.iter().enumerate().map(|(index, phase)| {
            let place = |field: &'static str| {
                move || Place::new(format!("/phases/{index}/{field}"), format!("in phase {}", Place::name(&phase.title)))
            };
            let text = |text: &String, field| set.text(text, Cut::Regular, &place(field));
            let title = set.heading(&phase.title, Cut::Bold, &place("title"));
            let duration = phase.duration.as_ref().map(|duration| text(duration, "duration"));
            let description = phase.description.as_ref().map(|description| text(description, "description"));
            let risk = |risk: &Risk| RiskText {
                sign: Sign::Risk(risk.kind),
                block: text(&risk.text, "risks"),
                in_words: text(&format!("{}: {}", Sign::Risk(risk.kind).term().text(set.terms), risk.text), "risks"),
                label: shown(&risk.text).into_owned(),
            };
            Self { title, duration, description, risks: phase.risks.iter().map(risk).collect() }
        });
        phases.collect()
    }

    /// What is said of it below its title: what it is about, and what can go wrong; each with its sign.
    pub fn notes(&self) -> impl Iterator<Item = (Option<Sign>, &Block)> {
        let description = self.description.iter().map(|description| (None, description));
        description.chain(self.risks.iter().map(|risk| (Some(risk.sign), &risk.block)))
    }
}
