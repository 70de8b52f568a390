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
use crate::journey::{Journey, Lane};
use crate::layout::drawn::page::hard_to_read;
use crate::layout::drawn::text::{Missing, Place};
use crate::layout::{Context, Laid, Layout, Make, curves};
use crate::scene::Scene;

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
        warnings.extend((!journey.is_blank() && !context.blank).then(|| no_contacts(journey)));
        let (pages, said) = blank::pages(&content);
        warnings.extend(said);
        pages
    } else {
        warnings.extend(content.notes.is_empty().then(|| only_scores(journey)));
        warnings.extend(other_curves(journey));
        let plan = plan::plan(&content);
        let titles = journey.phases.iter().zip(&content.phases);
        let titles: Vec<_> = titles.map(|(phase, text)| (phase.title.as_str(), &text.title)).collect();
        warnings.extend(report::overflow(&content, &plan));
        warnings.extend(hard_to_read(&titles, plan.care, &plan.setting));
        let pages = draw::pages(&content, &plan);
        warnings.extend(context.fit.then(|| report::fitted(&content, &plan).said(&plan.setting, pages.first())));
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
        persona.map_or_else(|| Place::name(title), |persona| format!("{} ({})", Place::name(title), persona.name))
    };
    let names: Vec<String> = others.iter().map(|lane| name(*lane)).collect();
    let curve = if names.len() == 1 { "the curve" } else { "the curves" };
    let message = format!("a timeline has one line, {}: it does not show {curve} {}", name(first), names.join(", "));
    let help = "`map`, `curve` and `matrix` show them all; `--persona` or `--curves` chooses another for the line";
    Some(Diagnostic::new(Code::NotShown, message).at(format!("/lanes/{}", others.first()?)).help(help))
}

fn no_contacts(journey: &Journey) -> Diagnostic {
    let message =
        "the journey has no contact moments, and a timeline shows nothing else: its template was made, to be filled in by hand";
    without_contacts(journey, message)
}

fn only_scores(journey: &Journey) -> Diagnostic {
    without_contacts(journey, "the journey has no contact moments: the timeline shows the scores of its phases and nothing else")
}

fn without_contacts(journey: &Journey, message: &str) -> Diagnostic {
    let lane = journey.lanes.iter().position(|lane| moments::is_contact(lane.kind));
    let id = lane.map_or_else(|| "touchpoint".to_owned(), |lane| journey.lanes[lane].id.to_string());
    let help = format!("give the phases contact moments, such as \"{id}\": [{{ \"text\": \"…\", \"when\": \"12 jan\" }}]");
    Diagnostic::new(Code::NothingToShow, message).at(lane.map_or_else(String::new, |lane| format!("/lanes/{lane}"))).help(help)
}
