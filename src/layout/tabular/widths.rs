//! Chooses unequal column widths: no word broken where that can be, and the rows as low as the page allows.

use super::draft::Draft;
use crate::scene::Pt;
use crate::text::office::{BODY, Pixels};

/// The least size of text as printed.
pub const LEGIBLE: Pt = Pt(8.0);
/// From one width to the next that is tried: two characters.
const STEP: u32 = 14;
/// Of very many rows, those with the most to say stand for all.
const SAMPLE: usize = 60;

/// What a column may be.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// In which no word is broken.
    pub least: Pixels,
    /// In which no line is.
    pub most: Pixels,
}

/// The bounds of a column: its words up to `word`, and its lines up to `most`.
pub fn bounds<T>(drafts: &[Draft<T>], column: usize, least: Pixels, word: Pixels, most: Pixels) -> Bounds {
    let widest =
        |width: fn(&Draft<T>, usize) -> Pixels| drafts.iter().map(|draft| width(draft, column)).max().unwrap_or_default();
    let word = widest(Draft::widest_word).min(word).max(least);
    Bounds { least: word, most: widest(Draft::widest_line).clamp(word, most.max(word)) }
}

/// Widths that take no more than `whole`, unless the least widths do: from the least on, whichever column makes rows lower gets more.
pub fn share<T>(drafts: &[&Draft<T>], bounds: &[Bounds], whole: Pixels) -> Vec<Pixels> {
    let mut widths: Vec<Pixels> = bounds.iter().map(|bounds| bounds.least).collect();
    let mut free = whole.0.saturating_sub(widths.iter().map(|width| width.0).sum());
    let mut sample: Vec<(usize, &Draft<T>)> = drafts.iter().map(|draft| (draft.weight(), *draft)).collect();
    sample.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    sample.truncate(SAMPLE);
    let mut heights: Vec<Vec<Pt>> = sample.iter().map(|(_, draft)| draft.heights(&widths)).collect();
    while let Some(column) = neediest(&heights, &widths, bounds) {
        let more = (bounds[column].most.0 - widths[column].0).min(STEP);
        if more > free {
            break;
        }
        widths[column].0 += more;
        free -= more;
        for ((_, draft), heights) in sample.iter().zip(&mut heights) {
            heights[column] = draft.height_of(column, &widths);
        }
    }
    widths
}

/// The column that may grow and whose cells stand out over the others of their rows the most.
fn neediest(heights: &[Vec<Pt>], widths: &[Pixels], bounds: &[Bounds]) -> Option<usize> {
    let mut needs = vec![0.0; widths.len()];
    for row in heights {
        let highest = row.iter().copied().fold(Pt::ZERO, Pt::max);
        for (need, height) in needs.iter_mut().zip(row) {
            // The fourth power: one high cell matters more than many that are nearly as low as can be.
            let share = height.0 / highest.0.max(1.0);
            *need += share * share * share * share * height.0;
        }
    }
    let open = (0..widths.len()).filter(|&column| widths[column] < bounds[column].most);
    open.max_by(|&one, &other| needs[one].total_cmp(&needs[other]).then(other.cmp(&one)))
}

/// Gives what is free on a page of that width to the columns that may be wide, the same to each, up to `most`.
pub fn fill(widths: &mut [Pixels], wide: &[bool], page: Pixels, most: Pixels) {
    let used: u32 = widths.iter().map(|width| width.0).sum();
    let open = || wide.iter().filter(|wide| **wide).count();
    let each = page.0.saturating_sub(used) / u32::try_from(open().max(1)).unwrap_or(u32::MAX);
    for (width, _) in widths.iter_mut().zip(wide).filter(|(_, wide)| **wide) {
        width.0 = width.0.max((width.0 + each).min(most.0));
    }
}

/// The widths of a page: at full size, and at the least legible one.
pub fn page(room: Pt) -> (Pixels, Pixels) {
    let pixels = |length: Pt| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the width of a paper")]
        let pixels = (length / Pixels(1).points() + 1e-9).floor() as u32;
        Pixels(pixels)
    };
    (pixels(room), pixels(room * (BODY / LEGIBLE)))
}
