//! Which pages are written.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::scene::{Page, Scene};
use crate::write::{Written, suffix};

/// Pages by their numbers, from 1, or by their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages(Vec<Asked>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Asked {
    Numbers(RangeInclusive<usize>),
    /// Such as `A2`, or `3.A2` among the sheets of several posters.
    Name(String),
}

/// That a text names no pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagesError(String);

impl FromStr for Pages {
    type Err = PagesError;

    /// Reads numbers, ranges of them and names of sheets between commas, such as `3,5-7,B2`.
    fn from_str(text: &str) -> Result<Self, PagesError> {
        let number = |text: &str| text.trim().parse().ok().filter(|number| *number > 0);
        let asked = |text: &str| {
            let range = match text.split_once('-') {
                Some((first, last)) => Some(number(first)?..=number(last)?).filter(|range| !range.is_empty()),
                None => number(text).map(|only| only..=only),
            };
            range.map(Asked::Numbers).or_else(|| name(text.trim()).map(Asked::Name))
        };
        let all: Option<Vec<_>> = text.split(',').map(asked).collect();
        all.map(Self).ok_or_else(|| PagesError(text.to_owned()))
    }
}

/// The name of a sheet: a row in letters and a column in digits, behind the number of a page and a point where there are several.
fn name(text: &str) -> Option<String> {
    let sheet = text.split_once('.').map_or(text, |(page, sheet)| if page.parse::<usize>().is_ok() { sheet } else { "" });
    let row = sheet.trim_end_matches(|character: char| character.is_ascii_digit());
    let is_name = !row.is_empty() && row.len() < sheet.len() && row.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_name.then(|| text.to_ascii_uppercase())
}

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Numbers(range) if range.start() == range.end() => write!(f, "{}", range.start()),
            Self::Numbers(range) => write!(f, "{}-{}", range.start(), range.end()),
            Self::Name(name) => f.write_str(name),
        }
    }
}

impl fmt::Display for PagesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` names no pages; write numbers from 1 on, such as 3,5-7, or names of sheets, such as B2", self.0)
    }
}

impl std::error::Error for PagesError {}

impl Asked {
    fn is(&self, number: usize, page: &Page) -> bool {
        match self {
            Self::Numbers(range) => range.contains(&number),
            Self::Name(name) => page.name.as_ref() == Some(name),
        }
    }
}

impl Pages {
    /// The numbers of those pages that are asked for, in their order.
    ///
    /// # Errors
    /// What is asked for and is not there.
    fn among(&self, pages: &[Page]) -> Result<Vec<usize>, String> {
        let numbered = || (1..).zip(pages);
        if let Some(lacking) = self.0.iter().find(|asked| !numbered().any(|(number, page)| asked.is(number, page))) {
            return Err(lacking.to_string());
        }
        let wanted = |(number, page): &(usize, &Page)| self.0.iter().any(|asked| asked.is(*number, page));
        Ok(numbered().filter(wanted).map(|(number, _)| number).collect())
    }

    /// The pages of a scene that are asked for, and their numbers.
    ///
    /// # Errors
    /// What is asked for and is not there.
    pub(super) fn of(&self, scene: &Scene) -> Result<(Scene, Vec<usize>), String> {
        let numbers = self.among(&scene.pages)?;
        let pages = numbers.iter().map(|number| scene.pages[number - 1].clone()).collect();
        Ok((Scene { meta: scene.meta.clone(), pages }, numbers))
    }

    /// Names files that hold a page each as they are called among all.
    pub(super) fn name(written: &mut Written, some: &Scene, numbers: &[usize], count: usize) {
        if written.parts.len() > 1 && written.parts.len() == numbers.len() {
            for ((part, page), number) in written.parts.iter_mut().zip(&some.pages).zip(numbers) {
                part.suffix = suffix(page, *number, count);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Size;

    #[test]
    fn pages_are_numbers_and_ranges() {
        let page = |number: usize| Page { name: Some(format!("B{number}")), ..Page::new(Size::default(), Vec::new()) };
        let pages: Vec<Page> = (1..=9).map(page).collect();
        let among = |text: &str| text.parse::<Pages>().map(|asked| asked.among(&pages));
        assert_eq!(among("3, 5-7,3"), Ok(Ok(vec![3, 5, 6, 7])));
        assert_eq!(among("8-99"), Ok(Ok(vec![8, 9])));
        assert_eq!(among("b7, 2"), Ok(Ok(vec![2, 7])));
        assert_eq!(among("1,10-12"), Ok(Err("10-12".to_owned())));
        assert_eq!(among("1,10"), Ok(Err("10".to_owned())));
        assert_eq!(among("2,A7"), Ok(Err("A7".to_owned())));
        for text in ["", "0", "3,", "7-5", "a", "-3", "1-0", "1.5", "a-1", "2b", "x.A1"] {
            assert!(among(text).is_err(), "{text}");
        }
    }
}
