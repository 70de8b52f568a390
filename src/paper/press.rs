//! What a print shop wants around a poster that it cuts out of a larger sheet: bleed, and marks to cut and to print by.

use std::fmt;

use super::Length;

/// What is printed around a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Press {
    /// How far what reaches the edge of the poster goes on beyond it, so that no white is seen where the cut is not true.
    pub bleed: Length,
    /// Whether marks stand around the bleed.
    pub marks: bool,
}

/// Why nothing can be printed around a poster so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PressError {
    /// More bleed than any print shop takes.
    Bleed(Length),
    /// The poster is put on sheets to be cut by hand.
    Tiled,
}

impl Press {
    /// The most bleed, in millimetres.
    const MOST: u32 = 20;

    /// So much bleed, with or without marks; nothing where there is neither.
    ///
    /// # Errors
    /// When there is more bleed than 20 mm.
    pub fn new(bleed: Length, marks: bool) -> Result<Option<Self>, PressError> {
        if !bleed.is_between((0, Self::MOST)) {
            return Err(PressError::Bleed(bleed));
        }
        Ok((marks || bleed.get() > 0).then_some(Self { bleed, marks }))
    }
}

impl fmt::Display for PressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bleed(bleed) => {
                write!(f, "a bleed of {bleed} is more than {} mm; most print shops ask for 3mm", Press::MOST)
            }
            Self::Tiled => {
                let what = "--bleed and --crop-marks are for a poster that a print shop prints in one piece";
                write!(f, "{what}, and --tile is for one that is printed on sheets; leave one of them out")
            }
        }
    }
}

impl std::error::Error for PressError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_bleed_and_no_marks_are_nothing_and_too_much_is_refused() {
        let of = |text: &str, marks| Press::new(text.parse().unwrap(), marks);
        assert_eq!(of("0mm", false), Ok(None));
        assert!(of("0mm", true).unwrap().is_some_and(|press| press.marks));
        assert_eq!(of("2cm", false).unwrap().map(|press| press.bleed.get()), Some(20_000));
        assert!(of("20.001mm", true).unwrap_err().to_string().starts_with("a bleed of 20.001mm is more than 20 mm"));
    }
}
