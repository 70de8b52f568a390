//! What a timeline has to say of its fit.

use super::content::Content;
use super::flow::Piece;
use super::moments::Moment;
use super::plan::{Plan, fits, plan};
use super::system::{SetNote, System};
use crate::diagnostic::{Code, Diagnostic, Tightest};
use crate::layout::drawn::items::Part;
use crate::layout::drawn::page::{Fitted, Setting, is_hard_to_read, is_vast, may_be_advised, readable_on};
use crate::layout::drawn::text::Place;
use crate::paper::Paper;
use crate::tongue::{Phrase, joined, say};

/// One warning for each page behind the first: the phases on it, and the paper on which nothing would have to be.
pub(super) fn overflow(content: &Content, plan: &Plan) -> Vec<Diagnostic> {
    if plan.pages.len() == 1 {
        return Vec::new();
    }
    let paper = content.context.paper;
    let asked = !is_vast(plan.pages.len());
    let help = match larger(paper).filter(|_| asked).find(|larger| fits(content, larger)) {
        Some(larger) => say!("overflow-all", paper = larger.name),
        None => say!("overflow-none"),
    };
    let pages = plan.pages.iter().enumerate().skip(1);
    let warning = |(index, pieces): (usize, &Vec<(Piece, _)>)| {
        let systems = pieces.iter().filter_map(|(piece, _)| match piece {
            Piece::Row { system, .. } => Some(&plan.systems[*system]),
            Piece::Text(_) | Piece::Said(_) => None,
        });
        let systems: Vec<_> = systems.collect();
        let first = systems.iter().find_map(|system| system.notes.first()).map(|note| &content.moments[note.moment]);
        let mut phases: Vec<usize> = systems.iter().flat_map(|system| &system.brackets).map(|bracket| bracket.phase).collect();
        phases.sort_unstable();
        phases.dedup();
        let names = Place::listed(phases.iter().map(|phase| content.journey.phases[*phase].title.as_str()));
        let named = (!phases.is_empty()).then(|| say!("overflow-phases", count = phases.len(), phases = names));
        let said = pieces.iter().any(|(piece, _)| matches!(piece, Piece::Said(_))).then(|| say!("overflow-descriptions"));
        let across = pieces.iter().any(|(piece, _)| matches!(piece, Piece::Text(_))).then(|| say!("overflow-across"));
        let what = joined(named.into_iter().chain(said).chain(across))?;
        let pointer = first.map_or_else(String::new, |first| content.journey.pointer_to_cell(first.phase, first.lane));
        Some(does_not_fit(index + 1, paper, &plan.setting, what).at(pointer).help(help.clone()))
    };
    pages.filter_map(warning).collect()
}

/// That a page behind the first is needed, and for what.
pub(super) fn does_not_fit(page: usize, paper: &Paper, setting: &Setting, what: Phrase) -> Diagnostic {
    let points = setting.frame.least.cell_min.0;
    Diagnostic::new(Code::DoesNotFit, say!("overflow-page", page = page, paper = &paper.name, points = points, what = what))
}

/// The papers that are larger than one.
pub(super) fn larger(paper: &Paper) -> impl Iterator<Item = Paper> {
    let larger = |other: &Paper| other.size.width > paper.size.width && other.size.height > paper.size.height;
    paper.growing().filter(larger)
}

/// The same, where it may be asked what of so many pages stands on them.
pub(super) fn asked<'c>(content: &'c Content, pages: usize) -> impl Iterator<Item = Paper> + 'c {
    let asked = may_be_advised(content.journey, pages);
    larger(content.context.paper).filter(move |_| asked)
}

/// The smallest larger paper on which phase titles can be read.
pub(super) fn readable(content: &Content, found: &Plan) -> Option<Paper> {
    readable_on(asked(content, found.pages.len()), (found.care, &found.setting), |other| {
        let plan = plan(content, other);
        !is_hard_to_read(plan.care, &plan.setting)
    })
}

/// What there is to know of the fit, and the place of the first of the highest notes.
pub(super) fn fitted(content: &Content, plan: &Plan) -> (Fitted, Option<String>) {
    let asked = !is_vast(plan.pages.len());
    let smallest = content.context.paper.growing().filter(|_| asked).find(|other| fits(content, other));
    let sides = plan.systems.iter().flat_map(|system| [true, false].map(|above| Tight::of(content, system, above)));
    // Of sides that gain as much, the first.
    let tightest = sides.flatten().reduce(|best, next| if next.gain() > best.gain() { next } else { best });
    let moments = || tightest.iter().flat_map(|tight| &tight.moments).map(|moment| &content.moments[*moment]);
    let pointer = moments().next().map(|first| content.journey.pointer_to_cell(first.phase, first.lane));
    let lane = moments().next().map(|first| content.journey.lanes[first.lane].title.clone());
    let mut phases: Vec<String> = moments().map(|moment| content.journey.phases[moment.phase].title.clone()).collect();
    phases.dedup();
    let named = lane.zip(tightest.as_ref()).map(|(lane, tight)| Tightest { lane, phases, characters: tight.characters });
    (Fitted { pages: plan.pages.len(), tightest: named, smallest, notes: false }, pointer)
}

/// The notes on one side of the line of a row that have the most lines: they say how high all are that stand there.
struct Tight {
    /// At least one.
    moments: Vec<usize>,
    /// How many lines they have more than the next.
    lines: usize,
    /// About how many characters those are in each.
    characters: usize,
}

impl Tight {
    /// Those above or below the line; none where all say as much.
    fn of(content: &Content, system: &System, above: bool) -> Option<Self> {
        let notes = || system.notes.iter().filter(|note| note.above == above);
        let most = notes().map(|note| note.lines.lines.len()).max()?;
        let next = notes().map(|note| note.lines.lines.len()).filter(|count| *count < most).max()?;
        let moments: Vec<usize> = notes().filter(|note| note.lines.lines.len() == most).map(|note| note.moment).collect();
        let said = |moment: &usize| {
            let Moment { phase, lane, nth, .. } = content.moments[*moment];
            content.journey.phases[phase].cells[lane].get(nth).map_or(0, |item| item.text().chars().count())
        };
        let characters = moments.iter().map(said).max().filter(|characters| *characters > 0)?;
        // What else stands on a note is not made shorter by a shorter text.
        let texts = |note: &SetNote| note.lines.lines.iter().filter(|line| line.part == Part::Text).count();
        let lines = most - next;
        let text = notes().filter(|note| note.lines.lines.len() == most).map(texts).min().filter(|text| *text > lines)?;
        Some(Self { moments, lines, characters: (characters * lines).div_ceil(text) })
    }

    /// The lines that are saved for each note that is shortened, in the sixtieths that make it a whole number for up to six.
    fn gain(&self) -> usize {
        self.lines * 60 / self.moments.len()
    }
}
