//! Which pages are written.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::scene::Scene;
use crate::write::Written;

/// Pages by their numbers, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages(Vec<RangeInclusive<usize>>);

/// That a text names no pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagesError(String);

impl FromStr for Pages {
    type Err = PagesError;

    /// Reads numbers and ranges of them between commas, such as `3,5-7`.
    fn from_str(text: &str) -> Result<Self, PagesError> {
        let number = |text: &str| text.trim().parse().ok().filter(|number| *number > 0);
        let range = |text: &str| match text.split_once('-') {
            Some((first, last)) => Some(number(first)?..=number(last)?).filter(|range| !range.is_empty()),
            None => number(text).map(|only| only..=only),
        };
        let ranges: Option<Vec<_>> = text.split(',').map(range).collect();
        ranges.map(Self).ok_or_else(|| PagesError(text.to_owned()))
    }
}

impl fmt::Display for PagesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` names no pages; write numbers from 1 on, such as 3,5-7", self.0)
    }
}

impl std::error::Error for PagesError {}

impl Pages {
    /// The numbers of those pages that there are, in their order.
    fn among(&self, count: usize) -> Vec<usize> {
        (1..=count).filter(|number| self.0.iter().any(|range| range.contains(number))).collect()
    }

    /// The pages of a scene, and their numbers.
    pub(super) fn of(&self, scene: &Scene) -> (Scene, Vec<usize>) {
        let numbers = self.among(scene.pages.len());
        let pages = numbers.iter().map(|number| scene.pages[number - 1].clone()).collect();
        (Scene { meta: scene.meta.clone(), pages }, numbers)
    }

    /// Names files that hold a page each by the numbers that the pages have among all.
    pub(super) fn name(written: &mut Written, numbers: &[usize]) {
        if written.parts.len() > 1 && written.parts.len() == numbers.len() {
            for (part, number) in written.parts.iter_mut().zip(numbers) {
                part.suffix = Some(number.to_string());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_numbers_and_ranges() {
        let among = |text: &str| text.parse::<Pages>().map(|pages| pages.among(9));
        assert_eq!(among("3, 5-7,3"), Ok(vec![3, 5, 6, 7]));
        assert_eq!(among("8-99"), Ok(vec![8, 9]));
        assert_eq!(among("10"), Ok(vec![]));
        for text in ["", "0", "3,", "7-5", "a", "-3", "1-0", "1.5"] {
            assert!(among(text).is_err(), "{text}");
        }
    }
}
