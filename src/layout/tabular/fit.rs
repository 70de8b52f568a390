//! Chooses column widths and paper: the largest print on the smallest paper that keeps the whole table on one page.

use super::draft::{Draft, header_sizes};
use crate::paper::{Orientation, Paper};
use crate::scene::{Pt, Size};
use crate::sheet::{Print, limits};
use crate::text::office::{BODY, Pixels};

/// The least size of text as printed.
const LEGIBLE: Pt = Pt(8.0);
/// The narrowest and the widest column of items that is tried, unless a word asks for more.
const COLUMN: (Pixels, Pixels) = (Pixels(131), Pixels(425));
/// The widest column that a single word can ask for.
const WORD: Pixels = Pixels(320);
/// From one width to the next that is tried: a character.
const STEP: usize = 7;

/// The widths and the paper that were chosen.
#[derive(Debug, Clone)]
pub struct Fit {
    /// One for each column.
    pub columns: Vec<Pixels>,
    /// The paper.
    pub paper: Paper,
    /// Pages from left to right.
    pub pages_wide: u16,
    /// One page from top to bottom, or as many as it takes.
    pub pages_tall: Option<u16>,
}

/// Papers that a printer at hand may have: A4 alone when that was asked for, else A4 and then A3.
pub fn papers(asked: &Paper) -> Vec<Paper> {
    let count = if Paper::ascending().next().is_some_and(|first| first.size == asked.size) { 1 } else { 2 };
    Paper::ascending().take(count).collect()
}

/// The part of a paper that holds cells.
pub fn room(paper: &Paper, orientation: Orientation) -> (Pt, Pt) {
    let Size { width, height } = paper.oriented(orientation);
    (Pt::from(width - Print::SIDE * 2.0), Pt::from(height - Print::TOP - Print::BOTTOM))
}

/// Chooses widths for a first column of titles and `count` columns of items, and one of the papers.
///
/// No column is narrower than its longest word, and all are as wide as the widest where that fits. On the first paper where the table is
/// legible on one page, the widths that print largest; of those the widest. Where there is no such paper, the widest columns that are legible
/// on the last one, with as many pages as it takes. Only where the longest words take more than the width of a page they are broken,
/// the longest first; and columns stand one page beside another only when even the narrowest ask for it.
pub fn fit<T>(drafts: &[Draft<T>], count: usize, papers: &[Paper], orientation: Orientation) -> Fit {
    let table = Table { drafts, count, titles: titles(drafts), orientation };
    let words = table.words(BODY, WORD);
    let even = vec![words.iter().copied().max().unwrap_or(COLUMN.0); count];
    let whole = |paper: &Paper| table.on_one_page(&even, paper).or_else(|| table.on_one_page(&words, paper));
    let largest = papers.last().cloned().unwrap_or_default();
    papers.iter().find_map(whole).unwrap_or_else(|| {
        let most = table.legible(&largest);
        if table.least(&words) <= most {
            return table.on_pages(&words, largest);
        }
        let broken = table.broken(most);
        table.on_one_page(&broken, &largest).unwrap_or_else(|| table.on_pages(&broken, largest))
    })
}

struct Table<'a, T> {
    drafts: &'a [Draft<T>],
    count: usize,
    titles: Pixels,
    orientation: Orientation,
}

impl<T> Table<'_, T> {
    /// The least width of each column in which no word is broken: none of the headers in type of that size, and none beneath them that is
    /// no longer than `most`.
    fn words(&self, header: Pt, most: Pixels) -> Vec<Pixels> {
        let widest = |column, header| self.drafts.iter().map(|draft| draft.widest_plain_word(column, header)).max();
        let word = |column| {
            let (title, word) = (widest(column, Some(header)), widest(column, None));
            title.unwrap_or_default().min(WORD).max(word.unwrap_or_default().min(most)).max(COLUMN.0)
        };
        (1..=self.count).map(word).collect()
    }

    /// The width of the table with columns as narrow as that.
    fn least(&self, least: &[Pixels]) -> Pt {
        width(&self.columns(least, COLUMN.0))
    }

    /// Columns of that width, those with longer words wider.
    fn columns(&self, least: &[Pixels], width: Pixels) -> Vec<Pixels> {
        std::iter::once(self.titles).chain(least.iter().map(|least| width.max(*least))).collect()
    }

    /// The widths that are tried, from the narrowest.
    fn tries(&self, least: &[Pixels]) -> impl Iterator<Item = Vec<Pixels>> {
        let ends = (least.iter().min().copied().unwrap_or(COLUMN.0), least.iter().max().copied().unwrap_or(COLUMN.0));
        (ends.0.0..=COLUMN.1.max(ends.1).0).step_by(STEP).map(|width| self.columns(least, Pixels(width)))
    }

    /// The widths that fill a page of that width at full size and at the least legible one.
    fn filling(&self, least: &[Pixels], wide: Pt) -> impl Iterator<Item = Vec<Pixels>> {
        [1.0, BODY / LEGIBLE].into_iter().filter_map(move |share| {
            let page = wide * share + Pt(1e-6);
            let mut widest = (COLUMN.0.0..=COLUMN.1.0).rev().map(|width| self.columns(least, Pixels(width)));
            widest.find(|columns| width(columns) <= page)
        })
    }

    /// The width of a page at the least legible size.
    fn legible(&self, paper: &Paper) -> Pt {
        room(paper, self.orientation).0 * (BODY / LEGIBLE)
    }

    fn on_one_page(&self, least: &[Pixels], paper: &Paper) -> Option<Fit> {
        let (wide, tall) = room(paper, self.orientation);
        let legible = self.tries(least).chain(self.filling(least, wide)).filter_map(|columns| {
            let scale = wide / width(&columns);
            // Measuring is the costly part, and most widths are too wide.
            let scale = if BODY * scale < LEGIBLE { scale } else { scale.min(tall / height(self.drafts, &columns)?) };
            (BODY * scale >= LEGIBLE).then_some((columns, scale.min(1.0)))
        });
        // Steps of 5 %: below that a wider column is worth more than larger print.
        let sum = |columns: &[Pixels]| columns.iter().map(|column| column.0).sum::<u32>();
        let (columns, _) = legible.max_by_key(|(columns, scale)| (twentieths(*scale), sum(columns)))?;
        Some(Fit { columns, paper: paper.clone(), pages_wide: 1, pages_tall: Some(1) })
    }

    /// Least widths in which words are broken, for a table that is no wider than that: of the cells the longest first, then those of the
    /// headers that are broken even in small type.
    fn broken(&self, most: Pt) -> Vec<Pixels> {
        let headers = header_sizes().map(|size| (size, self.words(size, COLUMN.0)));
        let Some((size, _)) = headers.into_iter().find(|(_, least)| self.least(least) <= most) else {
            return self.capped(&self.words(BODY, COLUMN.0), most);
        };
        let mut words = (COLUMN.0.0..=WORD.0).rev().step_by(STEP).map(|cap| self.words(size, Pixels(cap)));
        words.find(|least| self.least(least) <= most).unwrap_or_else(|| self.words(size, COLUMN.0))
    }

    fn capped(&self, least: &[Pixels], most: Pt) -> Vec<Pixels> {
        let caps = (COLUMN.0.0..=WORD.0).rev().step_by(STEP);
        let mut capped = caps.map(|cap| least.iter().map(|least| Pixels(cap).min(*least)).collect::<Vec<_>>());
        capped.find(|least| self.least(least) <= most).unwrap_or_else(|| vec![COLUMN.0; self.count])
    }

    fn on_pages(&self, least: &[Pixels], paper: Paper) -> Fit {
        let most = self.legible(&paper);
        if let Some(columns) = self.tries(least).take_while(|columns| width(columns) <= most).last() {
            return Fit { columns, paper, pages_wide: 1, pages_tall: None };
        }
        // The first column is repeated on each page beside the others.
        let columns = self.columns(least, COLUMN.0);
        let titles = self.titles.points();
        let pages = (width(&columns) - titles) / (most - titles).max(Pt(72.0));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 999")]
        let pages_wide = pages.ceil().clamp(1.0, 999.0) as u16;
        Fit { columns, paper, pages_wide, pages_tall: None }
    }
}

/// The width of the first column: its longest title on one line, up to 19 characters, or else its longest word.
fn titles<T>(drafts: &[Draft<T>]) -> Pixels {
    let line = drafts.iter().map(|draft| draft.widest_line(0)).max().unwrap_or_default();
    let word = drafts.iter().map(|draft| draft.widest_word(0)).max().unwrap_or_default();
    line.min(Pixels::of_column(19.0)).max(word.min(WORD)).max(Pixels::of_column(12.0))
}

fn width(columns: &[Pixels]) -> Pt {
    columns.iter().map(|column| column.points()).sum()
}

/// The height of the table; nothing when a row would be higher than a row can be.
fn height<T>(drafts: &[Draft<T>], columns: &[Pixels]) -> Option<Pt> {
    let mut sum = Pt::ZERO;
    for draft in drafts {
        let height = draft.height(columns);
        if height > limits::ROW_HEIGHT {
            return None;
        }
        sum += height;
    }
    Some(sum)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 20")]
fn twentieths(scale: f64) -> u32 {
    (scale * 20.0 + 1e-9).floor() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tabular::look;
    use crate::sheet::{Cell, CellRole, RowRole};

    fn table(text: &str, phases: usize, lanes: usize) -> Fit {
        let row = || {
            let items = (0..phases).map(|_| Cell::text(CellRole::Item, text, look::plain()));
            let cells = std::iter::once(Cell::text(CellRole::Lane, "Doel", look::plain())).chain(items).collect();
            Draft::new((), RowRole::Body, Pt::ZERO, cells)
        };
        let drafts: Vec<_> = (0..lanes).map(|_| row()).collect();
        let asked = Paper::default();
        fit(&drafts, phases, &papers(&asked), Orientation::Landscape)
    }

    #[test]
    fn a_small_table_fills_the_width_of_a4() {
        let fit = table("Weten welke opleidingen er zijn en wat ze kosten", 6, 3);
        assert_eq!((fit.paper.name.as_str(), fit.pages_wide, fit.pages_tall), ("A4", 1, Some(1)));
        let share = width(&fit.columns) / room(&fit.paper, Orientation::Landscape).0;
        assert!((0.93..=1.0).contains(&share), "{share}");
    }

    #[test]
    fn what_a4_cannot_hold_legibly_goes_to_a3_and_then_to_more_pages() {
        let text = "Weten welke opleidingen er zijn en wat ze kosten";
        assert_eq!(table(text, 12, 8).paper.name, "A3");
        let long = table(&text.repeat(6), 12, 12);
        assert_eq!((long.paper.name.as_str(), long.pages_wide, long.pages_tall), ("A3", 1, None));
        assert!(table(text, 60, 2).pages_wide > 1);
    }

    #[test]
    fn a_word_that_is_far_too_long_does_not_spread_the_table_over_pages() {
        let fit = table(&"https://example.org/".repeat(9), 12, 2);
        assert_eq!((fit.pages_wide, fit.pages_tall), (1, Some(1)));
    }

    #[test]
    fn a_long_word_widens_its_column() {
        let fit = table("Sammenligningsportalsbrugergruppe", 4, 2);
        assert!(fit.columns[1] > COLUMN.0);
    }
}
