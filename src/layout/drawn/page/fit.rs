//! What a poster says of its fit: in what sizes it is set for each distance, where it is tightest, and which paper would do.

use super::Setting;
use crate::diagnostic::{Code, Diagnostic, Fit, Smallest, Tightest, TypeSize};
use crate::layout::drawn::text::Place;
use crate::paper::Paper;
use crate::scene::walk::{Step, walk};
use crate::scene::{Page, Role};

/// What is known of a poster's fit before it is drawn.
pub struct Fitted {
    /// How many pages it takes.
    pub pages: usize,
    /// Where it is tightest.
    pub tightest: Option<Tightest>,
    /// The smallest paper that holds all on one page.
    pub smallest: Option<Paper>,
}

impl Fitted {
    /// The note that says it, of a poster whose first page is drawn.
    #[must_use]
    pub fn said(self, setting: &Setting, first: Option<&Page>) -> Diagnostic {
        let (sizes, least) = (&setting.sizes, &setting.frame.least);
        let size = |of, metres: Option<f64>, points, least| {
            let said = |number: f64| (number * 100.0).round() / 100.0;
            TypeSize { of, metres: metres.map(said), points: said(points), least: said(least) }
        };
        let title = first.and_then(title_size).map(|points| size("title", Some(least.far_metres), points, least.title_min.0));
        let others = [
            size("phases", Some(least.middle_metres), sizes.phase.0, least.phase_min.0),
            size("cells", Some(least.near_metres), sizes.cell.0, least.cell_min.0),
            size("notes", None, sizes.note.0, least.hand_min.0),
        ];
        let smallest = self.smallest.map(|paper| Smallest { sheets_of_a4: paper.sheets_of_a4(), paper: paper.name });
        let fit = Fit {
            layout: String::new(),
            paper: setting.context.paper.name.clone(),
            pages: self.pages,
            sizes: title.into_iter().chain(others).collect(),
            tightest: self.tightest,
            smallest,
        };
        let mut said = Diagnostic::new(Code::Fit, sizes_of(&fit)).help(remedy(&fit));
        said.fit = Some(Box::new(fit));
        said
    }
}

/// The size of the title on a page.
fn title_size(page: &Page) -> Option<f64> {
    let (mut within, mut size) = (false, None);
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Title => within = true,
        Step::Close(group) if group.role == Role::Title => within = false,
        Step::Text(run) if within && size.is_none() => size = Some(run.size.0),
        Step::Open(_)
        | Step::Close(_)
        | Step::Text(_)
        | Step::OpenLink(_)
        | Step::CloseLink(_)
        | Step::Missing(_)
        | Step::Path(_)
        | Step::Image(_) => {}
    });
    size
}

/// The sizes in words.
fn sizes_of(fit: &Fit) -> String {
    let size = |size: &TypeSize| {
        let TypeSize { of, metres, points, least } = size;
        let from = metres.map_or_else(|| "in the hand".to_owned(), |metres| format!("from {metres} m"));
        let more = if points < least { format!(", which asks for {least}") } else { String::new() };
        format!("{of} {points} pt ({from}{more})")
    };
    let sizes: Vec<_> = fit.sizes.iter().map(size).collect();
    let pages = if fit.pages == 1 { "1 page".to_owned() } else { format!("{} pages", fit.pages) };
    format!("{}; {pages} of {}", sizes.join(", "), fit.paper)
}

/// What to do about it in words.
fn remedy(fit: &Fit) -> String {
    let shorter = fit.tightest.as_ref().map(|cell| {
        let Tightest { lane, phases, characters } = cell;
        let (phase, each) = if phases.len() == 1 { ("phase", "") } else { ("phases", " in each") };
        let phases: Vec<_> = phases.iter().map(|title| Place::name(title)).collect();
        let characters = if *characters == 1 { "1 character".to_owned() } else { format!("{characters} characters") };
        let lane = Place::name(lane);
        format!("tightest is lane {lane} in {phase} {}: about {characters} less{each} make its row lower", phases.join(", "))
    });
    let smallest = match &fit.smallest {
        Some(Smallest { paper, sheets_of_a4: 1 }) => {
            format!("the smallest paper that holds all on one page is {paper}, one sheet of A4")
        }
        Some(Smallest { paper, sheets_of_a4 }) => {
            format!("the smallest paper that holds all on one page is {paper}, {sheets_of_a4} sheets of A4 put together")
        }
        None => "no paper up to 4A0 holds all of it on one page".to_owned(),
    };
    shorter.into_iter().chain([smallest]).collect::<Vec<_>>().join("; ")
}
