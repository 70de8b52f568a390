//! What of a journey is shown: how much of it is filled in, and which lanes, phases, personas and curves.
//!
//! [`Choices::of`] makes of a journey the one that is shown, which keeps every guarantee of [`Journey`]. All layouts are given that one, so
//! that none has to know of choices; [`Shown::trace`] leads what they have to say back to the document.

mod excerpt;
mod names;
mod part;
mod trace;

use std::borrow::Cow;
use std::fmt;

pub use self::excerpt::{Excerpt, Hidden};
use self::names::Names;
use self::trace::Kept;
use super::{Journey, LaneKind};
use crate::diagnostic::Diagnostic;

/// What is shown of a journey. By default all of it.
///
/// Lanes, phases, personas and curves are named as people name them: by id, by title, or by the name of their kind (lanes, personas),
/// stage or preset (phases), person or purpose (curves) in Dutch, Danish or English; personas also by one word of their name. Case and
/// accents do not count. A text may hold several names with commas between them. What is shown stands in the order of the journey.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// How much is filled in. Default: all of it.
    pub fill: Fill,
    /// The lanes that are shown; none named: all. Opportunities and measurements of the whole journey, which have rows of their own, are
    /// shown where their kind (`opportunity`, `measure`) or a lane of it is named. Where [`curves`](Self::curves) are named, those are chosen by it alone.
    pub lanes: Vec<String>,
    /// The phases that are shown; none named: all. The name of a stage stands for its phases.
    pub phases: Vec<String>,
    /// The personas that are shown; none named: all. Lanes of others are hidden, those that are everybody's are not.
    pub personas: Vec<String>,
    /// The curves that are shown, which are the lanes of kind `emotion`; none named: all.
    pub curves: Vec<String>,
}

/// How much of a journey is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Fill {
    /// Nothing: titles of stages, phases and lanes, and room for all else, to be filled in by hand.
    None,
    /// What stands around the cells: titles, descriptions, who travels and why.
    Titles,
    /// All of it.
    #[default]
    All,
}

impl Fill {
    /// Each with its name and a line on it.
    pub const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::None, "none", "a template to fill in by hand: titles of stages, phases and lanes alone"),
        (Self::Titles, "titles", "what stands around the cells, and the cells empty"),
        (Self::All, "all", "all of it"),
    ];
}

/// What can be chosen by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A row.
    Lane,
    /// A column.
    Phase,
    /// Who travels.
    Persona,
    /// A row of scores.
    Curve,
}

impl Part {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Lane => "lane",
            Self::Phase => "phase",
            Self::Persona => "persona",
            Self::Curve => "curve",
        }
    }

    /// The option that chooses among them on the command line.
    #[must_use]
    pub fn option(self) -> &'static str {
        match self {
            Self::Lane => "--lanes",
            Self::Phase => "--phases",
            Self::Persona => "--persona",
            Self::Curve => "--curves",
        }
    }
}

/// A journey has nothing of a name that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownChoice {
    /// What was to be shown.
    pub part: Part,
    /// As written.
    pub given: String,
    /// The name that was probably meant.
    pub nearest: Option<String>,
    /// What the journey has, by the titles that posters show; of phases, their stages first.
    pub known: Vec<String>,
}

impl fmt::Display for UnknownChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, given, nearest, known } = self;
        write!(f, "the journey has no {} `{given}`", part.name())?;
        match (nearest, known.as_slice()) {
            (Some(nearest), _) => write!(f, ", did you mean `{nearest}`?"),
            (None, []) => write!(f, ", and no {} at all", part.name()),
            (None, known) => {
                let known: Vec<_> = known.iter().map(|title| format!("`{title}`")).collect();
                write!(f, "; it has {}", known.join(", "))
            }
        }
    }
}

impl std::error::Error for UnknownChoice {}

/// Nothing can be shown of what was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceError {
    /// A name stands for nothing that the journey has.
    Unknown(UnknownChoice),
    /// Lanes or curves are chosen, and personas that none of them is of.
    OfOthers {
        /// Lanes or curves.
        part: Part,
        /// What was chosen of them, as written.
        given: Vec<String>,
        /// The personas that were chosen, as written.
        personas: Vec<String>,
    },
}

impl fmt::Display for ChoiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(unknown) => unknown.fmt(f),
            Self::OfOthers { part, given, personas } => write!(
                f,
                "no {} `{}` is of the persona `{}`: nothing of it would be shown; leave out one of both choices",
                part.name(),
                given.join(", "),
                personas.join(", ")
            ),
        }
    }
}

impl std::error::Error for ChoiceError {}

impl From<UnknownChoice> for ChoiceError {
    fn from(unknown: UnknownChoice) -> Self {
        Self::Unknown(unknown)
    }
}

impl Choices {
    /// Whether all of every journey is shown.
    #[must_use]
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// What is shown of a journey. Whatever led to something that is hidden is mended: a bar ends in the last phase that is shown, a link
    /// to a hidden item leads to its phase, and what belongs to a hidden phase is hidden with it. Where anything is hidden, data of one's own
    /// of the whole journey (`x`) are, too: nobody knows what is in them.
    ///
    /// # Errors
    /// When a name stands for nothing that the journey has, or choices leave nothing of each other.
    pub fn of<'j>(&self, journey: &'j Journey) -> Result<Shown<'j>, ChoiceError> {
        if self.is_all() {
            return Ok(Shown { whole: journey, journey: Cow::Borrowed(journey), kept: None, excerpt: Excerpt::WHOLE });
        }
        let names = Names::of(journey);
        let personas = names.chosen(Part::Persona, &self.personas)?;
        let (lanes, curves) = (names.chosen(Part::Lane, &self.lanes)?, names.chosen(Part::Curve, &self.curves)?);
        let phases = names.chosen(Part::Phase, &self.phases)?;
        let named = |chosen: &Option<Vec<usize>>, index: usize| chosen.as_ref().is_none_or(|chosen| chosen.contains(&index));
        let is_theirs = |index: usize| {
            let id = journey.lanes[index].persona.as_ref();
            let whose = id.and_then(|id| journey.personas.iter().position(|persona| persona.id.as_str() == id.as_str()));
            whose.is_none_or(|persona| named(&personas, persona))
        };
        // Records have rows of their own, which are everybody's.
        let records =
            [(LaneKind::Opportunity, journey.opportunities.is_empty()), (LaneKind::Measure, journey.measurements.is_empty())];
        let records = records.into_iter().any(|(kind, none)| !none && names.shows(kind, &self.lanes, lanes.as_deref()));
        for (part, given, chosen) in [(Part::Lane, &self.lanes, &lanes), (Part::Curve, &self.curves, &curves)] {
            let chosen = chosen.as_deref().filter(|_| part != Part::Lane || !records).unwrap_or_default();
            if !chosen.is_empty() && !chosen.iter().any(|index| is_theirs(*index)) {
                return Err(ChoiceError::OfOthers { part, given: given.clone(), personas: self.personas.clone() });
            }
        }
        // What chooses a lane is what hides it, or else whose it is.
        let chosen_by = |index: usize| {
            let by_curves = journey.lanes[index].scale.is_some() && curves.is_some();
            if by_curves { (&curves, Part::Curve) } else { (&lanes, Part::Lane) }
        };
        let hidden_by = |index: usize| {
            let (by, part) = chosen_by(index);
            if named(by, index) { Part::Persona } else { part }
        };
        let mut kept = Kept::all(journey);
        kept.lanes.retain(|index| named(chosen_by(*index).0, *index) && is_theirs(*index));
        kept.phases.retain(|index| named(&phases, *index));
        kept.personas.retain(|index| named(&personas, *index));
        let shows = |kind| names.shows(kind, &self.lanes, lanes.as_deref());
        if !shows(LaneKind::Opportunity) {
            kept.opportunities.clear();
        }
        if !shows(LaneKind::Measure) {
            kept.measurements.clear();
        }
        let (shown, kept) = part::of(journey, kept, self);
        let excerpt = Excerpt::of(journey, &kept, hidden_by);
        Ok(Shown { whole: journey, journey: Cow::Owned(shown), kept: Some(kept), excerpt })
    }
}

/// What is shown of a journey.
#[derive(Debug)]
pub struct Shown<'j> {
    whole: &'j Journey,
    journey: Cow<'j, Journey>,
    /// What of the journey it is; none when it is all of it.
    kept: Option<Kept>,
    excerpt: Excerpt,
}

impl<'j> Shown<'j> {
    /// What is shown, to the whole of it.
    #[must_use]
    pub fn excerpt(&self) -> &Excerpt {
        &self.excerpt
    }

    /// The journey as it is shown.
    #[must_use]
    pub fn journey(&self) -> &Journey {
        &self.journey
    }

    /// All of the journey.
    #[must_use]
    pub fn whole(&self) -> &'j Journey {
        self.whole
    }

    /// Leads what was said of the journey as it is shown back to the whole of it: pointers, phases and lanes.
    pub fn trace(&self, diagnostic: &mut Diagnostic) {
        if let Some(kept) = &self.kept {
            kept.trace(diagnostic);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    fn journey() -> Journey {
        read::json(
            r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "scenario": "Regen", "x": { "secret": 1 },
                "personas": [{ "id": "sanne", "name": "Sanne (34)" }, { "name": "Bo" }],
                "stages": [{ "id": "before", "title": "Voor" }, { "id": "after", "title": "Na" }],
                "lanes": [{ "kind": "goal" }, { "kind": "touchpoint" }, { "id": "s", "kind": "emotion", "title": "Stemming", "persona": "sanne" },
                          { "id": "b", "kind": "emotion", "title": "Stemming", "persona": "bo", "purpose": "expectation" }],
                "phases": [
                    { "title": "Oriënteren, kijken", "stage": "before", "description": "Thuis", "cells": { "goal": { "text": "Droog", "until": "na" }, "s": 1 } },
                    { "title": "Kopen", "stage": "before", "cells": { "touchpoint": { "id": "kassa", "text": "Kassa" }, "b": -1 } },
                    { "title": "Na", "stage": "after", "cells": { "goal": "Nog eens" } }],
                "links": [{ "from": "na", "to": "kassa", "kind": "loop" }, { "from": "kopen", "kind": "exit" }],
                "measurements": [{ "kind": "nps", "at": "kopen", "series": [{ "value": 12 }] }],
                "opportunities": [{ "text": "Online", "at": "kassa" }, { "text": "Folder", "at": "na" }] }"#,
        )
        .unwrap()
    }

    fn of(choices: &Choices) -> Journey {
        choices.of(&journey()).unwrap().journey().clone()
    }

    fn some(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn lanes(choices: &Choices) -> Vec<String> {
        of(choices).lanes.iter().map(|lane| lane.id.to_string()).collect()
    }

    #[test]
    fn lanes_are_known_by_id_title_and_kind_in_three_languages() {
        for (name, found) in [("goal", "goal"), ("DOEL", "goal"), ("mål", "goal"), ("contactmoment", "touchpoint"), ("b", "b")] {
            assert_eq!(lanes(&Choices { lanes: some(&[name]), ..Choices::default() }), [found], "{name}");
        }
        assert_eq!(lanes(&Choices { lanes: some(&["stemming, goal"]), ..Choices::default() }), ["goal", "s", "b"]);
        assert_eq!(lanes(&Choices { lanes: some(&["Beleving"]), ..Choices::default() }), ["s", "b"], "both of the kind");
    }

    #[test]
    fn curves_choose_among_curves_alone() {
        for name in ["expectation", "Verwachting", "bo", "b"] {
            assert_eq!(lanes(&Choices { curves: some(&[name]), ..Choices::default() }), ["goal", "touchpoint", "b"], "{name}");
        }
        for (name, meant) in [("expectatoin", "expectation"), ("verwachtign", "Verwachting"), ("goall", "")] {
            let slip = Choices { curves: some(&[name]), ..Choices::default() }.of(&journey()).unwrap_err();
            let ChoiceError::Unknown(slip) = slip else { panic!("{slip}") };
            assert_eq!(slip.nearest.unwrap_or_default(), meant, "{name}");
        }
        let both = Choices { curves: some(&["s"]), lanes: some(&["goal"]), ..Choices::default() };
        assert_eq!(lanes(&both), ["goal", "s"]);
    }

    #[test]
    fn rows_made_of_records_follow_the_lanes_that_are_chosen() {
        let shown = |names: &[&str]| {
            let shown = of(&Choices { lanes: some(names), ..Choices::default() });
            (shown.lanes.len(), shown.opportunities.len(), shown.measurements.len())
        };
        assert_eq!(of(&Choices::default()).opportunities.len(), 2);
        assert_eq!(shown(&["goal"]), (1, 0, 0), "they are no goals");
        for name in ["opportunity", "Kansen", "goal, opportunity"] {
            assert_eq!(shown(&[name]).1, 2, "{name}");
        }
        assert_eq!(shown(&["goal", "measure"]), (1, 0, 1));
        assert_eq!(of(&Choices { curves: some(&["b"]), ..Choices::default() }).opportunities.len(), 2, "they are no curves");
        let mut none = journey();
        (none.opportunities, none.measurements) = (Vec::new(), Vec::new());
        let unknown = Choices { lanes: some(&["opportunity"]), ..Choices::default() };
        assert!(unknown.of(&none).is_err(), "of a journey without any it is an unknown name");
        let slip = Choices { lanes: some(&["oportunity"]), ..Choices::default() }.of(&journey()).unwrap_err();
        assert!(matches!(slip, ChoiceError::Unknown(slip) if slip.nearest.as_deref() == Some("opportunity")));
    }

    #[test]
    fn choices_that_leave_nothing_of_each_other_are_refused() {
        let bo = || some(&["bo"]);
        for choices in [
            Choices { lanes: some(&["s"]), personas: bo(), ..Choices::default() },
            Choices { curves: some(&["s"]), personas: bo(), ..Choices::default() },
        ] {
            let error = choices.of(&journey()).unwrap_err();
            assert!(matches!(&error, ChoiceError::OfOthers { .. }), "{error}");
            assert!(error.to_string().contains("`s`") && error.to_string().contains("`bo`"), "{error}");
        }
        assert_eq!(
            lanes(&Choices { lanes: some(&["s, goal"]), personas: bo(), ..Choices::default() }),
            ["goal"],
            "one is everybody's"
        );
        let records = of(&Choices { lanes: some(&["s, opportunity"]), personas: bo(), ..Choices::default() });
        assert_eq!((records.lanes.len(), records.opportunities.len()), (0, 2), "so are records");
    }

    #[test]
    fn a_part_knows_what_it_is_of_the_whole() {
        let excerpt = |choices: &Choices| choices.of(&journey()).unwrap().excerpt().clone();
        let whole = excerpt(&Choices::default());
        assert_eq!((whole.stage(Some(1)), whole.ends()), (Some(1), [true; 2]));
        let behind = excerpt(&Choices { phases: some(&["after"]), ..Choices::default() });
        assert_eq!(
            (behind.stage(Some(0)), behind.stage(None), behind.ends()),
            (Some(1), None, [false, true]),
            "its stage is the second"
        );
        let before = excerpt(&Choices { phases: some(&["before"]), ..Choices::default() });
        assert_eq!(before.ends(), [true, false]);
        let no_curves = Choices { lanes: some(&["goal"]), ..Choices::default() };
        let mut first_user = journey();
        first_user.personas[1].kind = Some(crate::journey::PersonaKind::User);
        let shown = no_curves.of(&first_user).unwrap();
        assert_eq!(shown.excerpt().protagonist(shown.journey()), Some(0), "whose curve is hidden");
        let bo = Choices { personas: some(&["bo"]), ..Choices::default() };
        let shown = bo.of(&first_user).unwrap();
        assert_eq!(shown.excerpt().protagonist(shown.journey()), Some(0), "the one who is left");
    }

    #[test]
    fn a_persona_is_known_by_its_kind_in_any_language() {
        let mut journey = journey();
        journey.personas[1].kind = Some(crate::journey::PersonaKind::Buyer);
        for name in ["buyer", "Koper", "køber"] {
            let shown = Choices { personas: some(&[name]), ..Choices::default() }.of(&journey).unwrap();
            assert_eq!(shown.journey().personas[0].name, "Bo", "{name}");
        }
    }

    #[test]
    fn a_persona_hides_the_others_with_their_lanes() {
        let shown = of(&Choices { personas: some(&["SANNE"]), ..Choices::default() });
        assert_eq!((shown.personas.len(), shown.lanes.len()), (1, 3));
        assert!(shown.x.is_empty(), "nobody knows what is in it");
    }

    #[test]
    fn phases_are_known_by_id_title_stage_and_preset_and_what_leads_to_hidden_ones_is_mended() {
        for name in ["kopen", "Kopen", "purchase"] {
            assert_eq!(of(&Choices { phases: some(&[name]), ..Choices::default() }).phases.len(), 1, "{name}");
        }
        let shown = of(&Choices { phases: some(&["voor"]), lanes: some(&["goal", "opportunity"]), ..Choices::default() });
        assert_eq!((shown.phases.len(), shown.stages.len()), (2, 1));
        assert_eq!(shown.phases[0].cells[0][0].until.as_deref(), Some("kopen"), "the bar ends in the last phase that is shown");
        assert_eq!(shown.links.len(), 1, "the loop from a hidden phase is hidden");
        assert_eq!(shown.opportunities.len(), 1);
        assert_eq!(shown.opportunities[0].at.as_ref().unwrap().as_str(), "kopen", "the hidden item is in this phase");
        let comma = of(&Choices { phases: some(&["Oriënteren, kijken"]), ..Choices::default() });
        assert_eq!(comma.phases[0].title, "Oriënteren, kijken", "a comma may be part of a title");
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_nearest() {
        let wrong = |choices: Choices| choices.of(&journey()).unwrap_err().to_string();
        let lane = wrong(Choices { lanes: some(&["touchpiont"]), ..Choices::default() });
        assert_eq!(lane, "the journey has no lane `touchpiont`, did you mean `Touchpoint`?");
        let danish = wrong(Choices { lanes: some(&["kontaktpukt"]), ..Choices::default() });
        assert_eq!(danish, "the journey has no lane `kontaktpukt`, did you mean `Kontaktpunkt`?");
        let phase = wrong(Choices { phases: some(&["kopen,zzzzz"]), ..Choices::default() });
        assert_eq!(phase, "the journey has no phase `zzzzz`; it has `Voor`, `Na`, `Oriënteren, kijken`, `Kopen`");
        let kind = wrong(Choices { lanes: some(&["backstage"]), ..Choices::default() });
        assert!(kind.starts_with("the journey has no lane `backstage`"), "{kind}");
        assert!(wrong(Choices { personas: some(&[""]), ..Choices::default() }).starts_with("the journey has no persona ``"));
    }

    #[test]
    fn titles_leave_items_out_and_nothing_leaves_texts_out() {
        let titles = of(&Choices { fill: Fill::Titles, ..Choices::default() });
        assert!(titles.is_blank() && titles.scenario.is_some() && titles.phases[0].description.is_some());
        assert_eq!(titles.personas.len(), 2);
        let none = of(&Choices { fill: Fill::None, ..Choices::default() });
        assert!(none.is_blank() && none.scenario.is_none() && none.phases[0].description.is_none());
        assert_eq!((none.stages.len(), none.phases.len(), none.lanes.len()), (2, 3, 4));
        assert!(none.links.is_empty() && none.opportunities.is_empty());
        assert_eq!(none.personas.len(), 2, "rows are theirs");
    }

    #[test]
    fn what_is_shown_is_a_journey_and_its_pointers_lead_into_the_whole() {
        let whole = journey();
        let choices = Choices { phases: some(&["na", "kopen"]), lanes: some(&["touchpoint", "b"]), ..Choices::default() };
        let shown = choices.of(&whole).unwrap();
        let again = read::json(&super::super::normal(shown.journey())).unwrap();
        assert_eq!(&again, shown.journey());
        let code = crate::diagnostic::Code::NoGlyph;
        for (inside, outside) in [
            ("/phases/0/cells/touchpoint/0/text", "/phases/1/cells/touchpoint/0/text"),
            ("/phases/1/title", "/phases/2/title"),
            ("/lanes/1/title", "/lanes/3/title"),
            ("/title", "/title"),
            ("", ""),
        ] {
            let mut said = Diagnostic::new(code, "x").at(inside);
            shown.trace(&mut said);
            assert_eq!(said.pointer.as_deref(), Some(outside));
        }
    }
}
