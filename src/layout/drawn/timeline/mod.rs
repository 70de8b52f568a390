//! The timeline: every contact moment in the order of time, as a sticky note; how the customer feels is a line through them.

mod blank;
mod content;
mod draw;
mod flow;
mod line;
mod moments;
mod plan;
mod report;
mod signs;
mod system;
mod view;
mod voices;

use self::content::Content;
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::choices::Hidden;
use crate::journey::{Journey, Lane};
use crate::layout::drawn::page::hard_to_read;
use crate::layout::drawn::text::{Missing, Place};
use crate::layout::{Context, Laid, Layout, Make, curves, unhide};
use crate::scene::Scene;
use crate::tongue::{Phrase, listed, say};

pub use view::shown;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "timeline",
    summary: "Every contact moment in the order of time, as notes along a line of how the customer feels",
    shows: &has_contacts,
    parts: &[],
    make: Make::Drawn(&draw),
};

/// Whether there is a contact moment to show.
fn has_contacts(journey: &Journey) -> bool {
    !moments::of(journey).is_empty()
}

fn draw(journey: &Journey, context: &Context) -> Laid<Scene> {
    let missing = Missing::default();
    let content = Content::new(journey, context, &missing);
    let mut warnings = Vec::new();
    let pages = if content.blank {
        // A template says what it is by itself.
        let nothing = || no_contacts(journey, context, say!("no-contacts-template"), say!("hidden-contacts-template"));
        let lacks = !journey.is_blank() || unhide(context.part, is_contact).is_some();
        warnings.extend((lacks && !context.blank).then(nothing));
        let (pages, said) = blank::pages(&content);
        warnings.extend(said);
        pages
    } else {
        warnings.extend(
            content
                .notes
                .is_empty()
                .then(|| no_contacts(journey, context, say!("no-contacts-scores"), say!("hidden-contacts-scores"))),
        );
        warnings.extend(other_curves(journey));
        let plan = plan::plan(&content, context.paper);
        let titles = journey.phases.iter().zip(&content.phases);
        let titles: Vec<_> = titles.map(|(phase, text)| (phase.title.as_str(), &text.title)).collect();
        warnings.extend(report::overflow(&content, &plan));
        warnings.extend(hard_to_read(&titles, plan.care, &plan.setting, || report::readable(&content, &plan)));
        let pages = draw::pages(&content, &plan);
        warnings.extend(context.fit.then(|| {
            let (fitted, tightest) = report::fitted(&content, &plan);
            tightest.into_iter().fold(fitted.said(&plan.setting, pages.first()), Diagnostic::at)
        }));
        pages
    };
    let warnings = missing.into_warnings().into_iter().chain(warnings).collect();
    Laid { made: Scene { meta: context.meta.clone(), pages }, warnings }
}

/// That there are curves which the one line does not show.
fn other_curves(journey: &Journey) -> Option<Diagnostic> {
    let first = curves::first(&journey.lanes)?;
    let scored = |lane: usize| journey.phases.iter().any(|phase| phase.cells[lane].iter().any(|item| item.score.is_some()));
    let others: Vec<usize> = (0..journey.lanes.len()).filter(|lane| *lane != first && scored(*lane)).collect();
    let name = |lane: usize| {
        let Lane { title, persona, .. } = &journey.lanes[lane];
        let persona = persona.as_ref().and_then(|id| journey.persona(id));
        let title = Place::named(title);
        persona.map_or_else(|| title.clone(), |persona| say!("with-aside", message = title.clone(), aside = &persona.name))
    };
    let names = listed(others.iter().map(|lane| name(*lane)))?;
    let message = say!("one-line", line = name(first), count = others.len(), others = names);
    let help = say!("one-line-help");
    Some(Diagnostic::new(Code::NotShown, message).at(format!("/lanes/{}", others.first()?)).help(help))
}

/// Whether contact moments are hidden.
fn is_contact(hidden: &Hidden) -> bool {
    hidden.filled && moments::is_contact(hidden.lane.kind)
}

/// That there are no contact moments: that the journey has `none`, or that those it has are `hidden`.
fn no_contacts(journey: &Journey, context: &Context, none: Phrase, hidden: Phrase) -> Diagnostic {
    if let Some(help) = unhide(context.part, is_contact) {
        return Diagnostic::new(Code::NothingToShow, hidden).at("").help(help);
    }
    let lane = journey.lanes.iter().position(|lane| moments::is_contact(lane.kind));
    let id = lane.map_or_else(|| "touchpoint".to_owned(), |lane| journey.lanes[lane].id.to_string());
    let example = format!("\"{id}\": [{{ \"text\": \"…\", \"when\": \"12 jan\" }}]");
    let at = lane.map_or_else(String::new, |lane| format!("/lanes/{lane}"));
    Diagnostic::new(Code::NothingToShow, none).at(at).help(say!("no-contacts-help", example = example))
}
