//! What a poster says of its fit: in what sizes it is set for each distance, where it is tightest, and which paper would do.

use super::Setting;
use crate::diagnostic::{Code, Diagnostic, Fit, Smallest, Tightest, TypeSize};
use crate::layout::drawn::text::Place;
use crate::paper::Paper;
use crate::scene::walk::{Step, walk};
use crate::scene::{Page, Role};
use crate::tongue::{Phrase, joined, listed, say};

/// What is known of a poster's fit before it is drawn.
pub struct Fitted {
    /// How many pages it takes.
    pub pages: usize,
    /// Where it is tightest.
    pub tightest: Option<Tightest>,
    /// The smallest paper that holds all on one page, and on a template sticky notes in every cell.
    pub smallest: Option<Paper>,
    /// Whether it is a template, to be filled with sticky notes.
    pub notes: bool,
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
        let mut said = Diagnostic::new(Code::Fit, sizes_of(&fit));
        if let Some(remedy) = remedy(&fit, self.notes) {
            said = said.help(remedy);
        }
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
fn sizes_of(fit: &Fit) -> Phrase {
    let size = |size: &TypeSize| {
        let TypeSize { of, metres, points, least } = *size;
        let from = metres.map_or_else(|| say!("fit-in-hand"), |metres| say!("fit-from", metres = metres));
        let from = if points < least { say!("fit-asks", from = from, least = least) } else { from };
        let size = say!("fit-size", of = of, points = points);
        say!("with-aside", message = size, aside = from)
    };
    let pages = say!("fit-pages", count = fit.pages, paper = &fit.paper);
    joined(listed(fit.sizes.iter().map(size)).into_iter().chain([pages])).unwrap_or_else(|| Phrase::from(""))
}

/// What to do about it in words, where anything is: a poster that stands on one page in larger type than it must be is no better for a text
/// that is shorter, and the paper that was asked for is not told again. On a template it is about sticky notes.
fn remedy(fit: &Fit, notes: bool) -> Option<Phrase> {
    let tight = fit.pages > 1 || fit.sizes.iter().any(|size| size.metres.is_some() && size.points <= size.least);
    let shorter = fit.tightest.as_ref().filter(|_| tight).map(|Tightest { lane, phases, characters }| {
        let (lane, count) = (Place::named(lane), phases.len());
        let phases = Place::listed(phases.iter().map(String::as_str));
        say!(
            "fit-tightest",
            count = count,
            lane = lane,
            phases = phases,
            characters = say!("fit-characters", count = *characters)
        )
    });
    let smallest = match (&fit.smallest, notes) {
        (Some(Smallest { paper, .. }), false) if *paper == fit.paper => None,
        (Some(Smallest { paper, sheets_of_a4 }), notes) => Some({
            let sheets = say!("fit-sheets", count = *sheets_of_a4);
            if notes {
                say!("fit-smallest-notes", paper = paper, sheets = sheets)
            } else {
                say!("fit-smallest", paper = paper, sheets = sheets)
            }
        }),
        (None, true) => Some(say!("fit-smallest-notes-none")),
        (None, false) => Some(say!("fit-smallest-none")),
    };
    joined(shorter.into_iter().chain(smallest))
}
