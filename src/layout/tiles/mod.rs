//! A poster on the sheets of a smaller printer: an assembly sheet first, then each sheet with its marks.
//!
//! A scene goes in and a scene comes out, so that every format takes it: each page is exactly the paper in the printer. A sheet holds
//! the nodes that reach it, at the place where the poster has them; what lies in the margins is covered with white.

mod assembly;
mod grid;
mod harm;
mod homes;
mod marks;
mod piece;
mod words;

use std::sync::Arc;

use self::homes::Homes;
use self::piece::{Numbers, Place};
use self::words::Words;
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::Laid;
use crate::paper::tiling::Tiling;
use crate::scene::{Color, Group, Mm, Node, Page, Part, Path, Piece, Rect, Role, Scene, Size};
use crate::text::Typesetter;
use crate::tongue::{listed, say};

pub use self::grid::{Glued, Grid, Tile};
pub use self::harm::Harm;

/// The sheets of every page of a poster, one page after the other, each with its assembly sheet before it; and on how many it is printed.
#[must_use]
pub fn tiled(scene: &Scene, tiling: &Tiling, typesetter: &Typesetter) -> Laid<Scene> {
    let words = Words::new(&scene.meta, typesetter);
    let grids: Vec<Grid> = scene.pages.iter().map(|page| Grid::of(page, tiling, typesetter.fonts())).collect();
    let mut first = 1;
    let ranges = grids.iter().map(|grid| {
        let own = (first, first + grid.sheets());
        first = own.1 + 1;
        own
    });
    let ranges: Vec<_> = ranges.collect();
    let mut pages = Vec::new();
    for (index, (page, grid)) in scene.pages.iter().zip(&grids).enumerate() {
        let homes = Homes::of(&page.nodes, &grid.tiles, typesetter.fonts());
        let sheets =
            Sheets { page, whole: page.nodes.clone().into(), homes, grid, tiling, words: &words, index, ranges: &ranges };
        pages.push(sheets.assembly());
        for row in 0..grid.rows() {
            pages.extend((0..grid.columns()).map(|column| sheets.sheet(row, column)));
        }
    }
    let count: usize = grids.iter().map(|grid| grid.rows() * grid.columns()).sum();
    let all = grids.iter().map(|grid| format!("{} × {}", grid.columns(), grid.rows()).into());
    let said = listed(all).map(|grid| {
        let message = say!("sheets", count = count, paper = &tiling.paper.name, grid = grid, posters = grids.len());
        Diagnostic::new(Code::Sheets, message)
    });
    Laid { made: Scene { meta: scene.meta.clone(), pages }, warnings: said.into_iter().collect() }
}

/// How far white reaches beyond the edges of a sheet.
const BEYOND: Mm = Mm(2.0);

/// A page of a poster on its way to sheets.
struct Sheets<'s> {
    page: &'s Page,
    /// Its nodes, and the sheet on which each of them is heard.
    whole: Arc<[Node]>,
    homes: Vec<Option<(usize, usize)>>,
    grid: &'s Grid,
    tiling: &'s Tiling,
    words: &'s Words<'s>,
    /// Which page it is.
    index: usize,
    /// The numbers of the first and the last sheet of each page.
    ranges: &'s [(usize, usize)],
}

impl Sheets<'_> {
    /// What a sheet is called: its row as a letter, its column as a number.
    fn name(row: usize, column: usize) -> String {
        let mut letters = String::new();
        let mut left = row + 1;
        while left > 0 {
            left -= 1;
            letters.insert(0, char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
            left /= 26;
        }
        format!("{letters}{}", column + 1)
    }

    /// The name of a sheet among those of all pages: with the number of its page where there are several.
    fn called(&self, row: usize, column: usize) -> String {
        let name = Self::name(row, column);
        if self.ranges.len() == 1 { name } else { format!("{}.{name}", self.index + 1) }
    }

    /// The title of the poster, with the number of the page where there are several.
    fn title(&self) -> String {
        let title = self.words.title();
        if self.ranges.len() == 1 { title.to_owned() } else { format!("{title} ({}/{})", self.index + 1, self.ranges.len()) }
    }

    fn sheet(&self, row: usize, column: usize) -> Page {
        let sheet = &self.grid.sheet;
        let Tile { across, down } = self.grid.tiles[row][column];
        let margin = self.tiling.margin.get();
        let right = move |um: i64| mm(um - across.printed.0 + margin);
        let under = move |um: i64| mm(um - down.printed.0 + margin);
        let place = Place { scale: 1.0, right: right(0), down: under(0) };
        let piece = rect(across.printed, down.printed, mm);
        let mut numbers = Numbers::default();
        let mut nodes = place.nodes(&self.page.nodes, piece, self.words.fonts(), &mut numbers);
        let told = |number: usize| self.homes.get(number).copied().flatten() == Some((row, column));
        let parts = numbers.kept.into_iter().map(|number| Part { number, told: told(number) }).collect();
        let printed = place.rect(piece);
        let seen = {
            let (x, y) = (right(across.seen.0), under(down.seen.0));
            Rect::new(x, y, right(across.seen.1) - x, under(down.seen.1) - y)
        };
        let mut marks = covers(*sheet, printed);
        self.marks(&mut marks, (row, column), printed, seen);
        nodes.push(Node::Group(Group::new(Role::Artifact, marks)));
        let piece = Some(Piece { whole: Arc::clone(&self.whole), parts });
        Page { name: Some(self.called(row, column)), piece, ..Page::new(*sheet, nodes) }
    }
}

/// White over all of a sheet that is not printed, and a little beyond its edges: where they do not lie between pixels, viewers show
/// what is there.
fn covers(sheet: Size, printed: Rect) -> Vec<Node> {
    let (left, top, right, bottom) = (-BEYOND, -BEYOND, sheet.width + BEYOND, sheet.height + BEYOND);
    let boxes = [
        Rect::new(left, top, right - left, printed.y - top),
        Rect::new(left, printed.bottom(), right - left, bottom - printed.bottom()),
        Rect::new(left, printed.y, printed.x - left, printed.height),
        Rect::new(printed.right(), printed.y, right - printed.right(), printed.height),
    ];
    let seen = boxes.into_iter().filter(|cover| cover.width > Mm::ZERO && cover.height > Mm::ZERO);
    seen.map(|cover| Node::Path(Path::filled(Path::rect(cover), Color::WHITE))).collect()
}

fn rect(across: (i64, i64), down: (i64, i64), mm: impl Fn(i64) -> Mm) -> Rect {
    Rect::new(mm(across.0), mm(down.0), mm(across.1 - across.0), mm(down.1 - down.0))
}

/// Whole micrometres as millimetres.
#[allow(clippy::cast_precision_loss, reason = "a page is below a kilometre")]
fn mm(um: i64) -> Mm {
    Mm(um as f64 / 1000.0)
}
