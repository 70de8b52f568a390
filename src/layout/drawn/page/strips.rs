//! The strips of a theme on every page: a logo at the top or the foot, and a line of text at the foot. They are cut off the paper before
//! a layout gets it, so that no layout has to know of them.

use super::Frame;
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::Journey;
use crate::layout::drawn::text::Block;
use crate::layout::theme::{self, Logo, Theme};
use crate::layout::{Context, Draw, Laid};
use crate::paper::Paper;
use crate::scene::walk::{Step, walk};
use crate::scene::{Group, Image, Mm, Node, Page, Point, Pt, Rect, Role, RunKind, Scene, Size};
use crate::text::{Cut, Style, shown};

/// The height of a logo that says none, as a share of the short side of the paper, and its bounds; and the most that any may have.
const LOGO: f64 = 0.045;
const LOGO_BOUNDS: (Mm, Mm) = (Mm(8.0), Mm(40.0));
const MOST: f64 = 0.1;
/// From a strip to the layout, as a share of the height of a logo.
const GAP: f64 = 0.35;
/// From one line of a footer to the next, in em.
const LEADING: f64 = 1.3;
/// The most lines of a footer.
const LINES: usize = 2;

/// What a layout draws of a journey, in a theme: on the paper without the theme's strips, with these put back, in its colours. A paper that
/// is as large as needed is looked for first.
#[must_use]
pub fn dressed(draw: Draw, journey: &Journey, context: &Context, theme: &Theme) -> Laid<Scene> {
    if !context.paper.fits() {
        return on_paper(draw, journey, context, theme);
    }
    // One page, on which all stands, and is read from where it should be: unless no paper is large enough for its longest titles.
    let holds = |paper: &Paper, readable: bool| {
        let Laid { made, warnings } = on_paper(draw, journey, &Context { paper, fit: false, pages: 1, ..*context }, theme);
        let small = |warning: &Diagnostic| warning.code == Code::HardToRead;
        made.pages.len() == 1 && !(readable && warnings.iter().any(small))
    };
    let paper = context.paper.fitted(|paper| holds(paper, true)).or_else(|| context.paper.fitted(|paper| holds(paper, false)));
    let paper = paper.unwrap_or_else(|| context.paper.largest());
    on_paper(draw, journey, &Context { paper: &paper, ..*context }, theme)
}

fn on_paper(draw: Draw, journey: &Journey, context: &Context, theme: &Theme) -> Laid<Scene> {
    let strips = Strips::of(theme, context.paper);
    let paper = strips.cut_off(context.paper);
    let paper = if theme.saves_ink { paper.sparing() } else { paper };
    let mut laid = draw(journey, &Context { paper: &paper, ..*context });
    strips.draw(theme, context, journey.language.right_to_left(), &mut laid.made);
    theme.dress(&mut laid.made);
    laid
}

/// The heights of the strips on a paper.
#[derive(Debug, Clone, Copy)]
struct Strips {
    logo: Mm,
    top: Mm,
    foot: Mm,
}

impl Strips {
    /// The strips that a theme wants.
    fn of(theme: &Theme, paper: &Paper) -> Self {
        let short = paper.size.width.min(paper.size.height);
        let drawn = theme.logo.as_ref().filter(|logo| logo.artwork.is_some());
        let follows = (short * LOGO).max(LOGO_BOUNDS.0).min(LOGO_BOUNDS.1);
        let height = |logo: &Logo| logo.height.unwrap_or(follows).min(short * MOST);
        let logo = drawn.map_or(Mm::ZERO, height);
        let at_top = drawn.is_some_and(|logo| logo.place.is_top());
        let gap = logo * GAP;
        let line = Mm::from(paper.legibility().hand_min) * LEADING;
        let footer = if theme.footer.is_some() { line * (LINES as f64 + 0.4) } else { Mm::ZERO };
        let (top, foot) = if at_top { (logo + gap, footer) } else { (Mm::ZERO, footer.max(logo + gap)) };
        Self { logo, top, foot }
    }

    /// The paper without its strips, for the layout.
    fn cut_off(&self, paper: &Paper) -> Paper {
        paper.clone().lower(self.top + self.foot)
    }

    /// Puts the strips back on pages that were laid out without them. `context` is that of the whole paper.
    fn draw(&self, theme: &Theme, context: &Context, rtl: bool, scene: &mut Scene) {
        if self.top + self.foot <= Mm::ZERO {
            return;
        }
        for page in &mut scene.pages {
            // What stands in them begins where all else does.
            let margin = Frame::new(&self.cut_off(context.paper), page.size).margin;
            page.size.height += self.top + self.foot;
            page.nodes.iter_mut().for_each(|node| node.lower(self.top));
            self.page(theme, context, (margin, rtl), page);
        }
    }

    fn page(&self, theme: &Theme, context: &Context, (margin, rtl): (Mm, bool), page: &mut Page) {
        let room = page.size.width - margin * 2.0;
        let foot = page.size.height - margin;
        let mut free = (margin, room);
        if let Some((logo, artwork)) = theme.logo.as_ref().and_then(|logo| Some((logo, logo.artwork.as_ref()?))) {
            let top = if logo.place.is_top() { margin } else { foot - self.logo };
            let fitted = Rect::new(margin, top, room * 0.6, self.logo).contain(artwork.size());
            let x = if logo.place.is_right() { margin + room - fitted.width } else { margin };
            let frame = Rect::new(x, top + (self.logo - fitted.height) / 2.0, fitted.width, fitted.height);
            let data = artwork.data(Size { width: frame.width, height: frame.height });
            let image = Node::Image(Image { frame, data, description: "logo".to_owned() });
            page.nodes.push(Node::Group(Group::new(Role::Figure, vec![image]).labelled("logo").framed(frame)));
            if !logo.place.is_top() {
                let taken = fitted.width + self.logo * GAP;
                free = (if logo.place.is_right() { margin } else { margin + taken }, room - taken);
            }
        }
        if let Some(footer) = &theme.footer {
            let style = Style { cut: Cut::Regular, hyphenation: None, rtl: false };
            let block = Block::text(context.text, &shown(footer), style);
            let least = context.paper.legibility().hand_min;
            // In the size of what else is read in the hand, where the strip has room for that: a poster has few sizes.
            let room = Mm::from(least) * (LEADING * LINES as f64);
            let fits = |size: &Pt| {
                let lines = block.set(context.text, free.1, *size).len();
                Mm::from(*size) * (LEADING * lines as f64) <= room + Mm(1e-6)
            };
            let size = smallest(&page.nodes).filter(fits).unwrap_or(least);
            let mut lines = block.set(context.text, free.1, size);
            lines.truncate(LINES);
            let mut nodes = Vec::new();
            let step = Mm::from(size) * LEADING;
            for (index, line) in lines.iter().enumerate() {
                let y = foot - step * (lines.len() - index) as f64;
                let pen = crate::layout::drawn::text::Pen { typesetter: context.text, mirrored: None };
                let x = if rtl { free.0 + free.1 - line.width() } else { free.0 };
                line.draw_at(pen, Point { x, y }, theme::QUIET, &mut nodes);
            }
            page.nodes.push(Node::Group(Group::new(Role::Note, nodes)));
        }
    }
}

/// The smallest type on a page.
fn smallest(nodes: &[Node]) -> Option<Pt> {
    let mut smallest: Option<Pt> = None;
    walk(nodes, &mut |step| match step {
        Step::Text(run) if run.kind == RunKind::Spelled => {
            smallest = Some(smallest.map_or(run.size, |size| if run.size < size { run.size } else { size }));
        }
        Step::Open(_)
        | Step::Close(_)
        | Step::OpenLink(_)
        | Step::CloseLink(_)
        | Step::Text(_)
        | Step::Missing(_)
        | Step::Path(_)
        | Step::Image(_) => {}
    });
    smallest
}
