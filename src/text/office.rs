//! Widths of text in spreadsheets, measured with the metrics of Carlito, the free twin of Calibri.
//!
//! Spreadsheets lay out a cell again on every machine, so nothing here is exact: every width has [8 % to spare](SPARE), kerning
//! (which nearly always narrows) is left out, and lines break only where Excel and `LibreOffice` both break them: at spaces, after
//! hyphens, beside East Asian characters, and anywhere in a word that is wider than its cell.

use std::sync::LazyLock;

use icu_properties::CodePointMapData;
use icu_properties::CodePointSetData;
use icu_properties::props::{DefaultIgnorableCodePoint, EastAsianWidth, EmojiPresentation, GeneralCategory};
use skrifa::{FontRef, MetadataProvider, instance::LocationRef, instance::Size};

use crate::scene::Pt;

/// The family that workbooks name: Excel has it, and Carlito has its metrics.
pub const FAMILY: &str = "Calibri";
/// The size of text on screen.
pub const BODY: Pt = Pt(11.0);
/// The part of a width that is kept free, for other fonts, printers and zoom levels.
pub const SPARE: f64 = 0.08;

/// The width of a digit of [`FAMILY`] at [`BODY`], in pixels: what Excel counts column widths in.
const DIGIT: u32 = 7;
/// The part of a column that holds no text, in pixels: two left, two right, one for the grid line.
const PADDING: u32 = 5;

/// The width of an indent of one step: three spaces of the default font, each 3.3 pixels wide.
pub const INDENT: Pixels = Pixels(10);

/// A length on screen at 96 dots an inch: 3/4 pt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Pixels(pub u32);

impl Pixels {
    /// The width of a column of that many characters of the default font.
    ///
    /// Source: ECMA-376 part 1, 18.3.1.13 (`col`, attribute `width`), with a digit of 7 and a padding of 5 pixels.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a column can hold")]
    pub fn of_column(characters: f64) -> Self {
        Self((characters.clamp(0.0, 255.0) * f64::from(DIGIT)).round() as u32 + PADDING)
    }

    /// The characters of the default font that a column of this width holds; the inverse of [`Self::of_column`].
    #[must_use]
    pub fn characters(self) -> f64 {
        f64::from(self.0.saturating_sub(PADDING)) / f64::from(DIGIT)
    }

    /// The same length in points.
    #[must_use]
    pub fn points(self) -> Pt {
        Pt(f64::from(self.0) * 0.75)
    }

    /// The fewest whole pixels that are not less than a length.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float turns into the nearest whole number")]
    pub fn at_least(length: Pt) -> Self {
        Self((length.0 / 0.75 - 1e-9).ceil() as u32)
    }
}

/// The height of a line of text. Excel takes the face's height in whole pixels and two more: 15 pt at 11 pt, as it does itself.
///
/// `tall` is for scripts that other faces must stand in for, whose lines are higher.
#[must_use]
pub fn line_height(size: Pt, tall: bool) -> Pt {
    // Ascent and descent of Carlito, `usWinAscent` and `usWinDescent` in its OS/2 table: 1950 + 550 of 2048.
    let face = size * (2500.0 / 2048.0);
    let line = Pixels(Pixels::at_least(face).0 + 2);
    if tall { Pixels(line.0 + line.0.div_ceil(8)).points() } else { line.points() }
}

/// A text whose characters have been measured, to be broken into lines at any width.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Where each character starts, in bytes, and its width in thousandths of an em. A table has many texts: they are kept small.
    characters: Vec<(u32, u32)>,
    words: Vec<Word>,
    tall: bool,
}

/// An index, or a number of bytes: the largest document has 16 MiB.
fn index(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What stays together on a line.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// The first of its characters.
    first: u32,
    /// Behind its last character, in `characters`.
    end: u32,
    /// The width of what is seen.
    width: u32,
    /// The width of the spaces behind it, which may hang over the end of a line.
    space: u32,
    /// Whether a line feed stands behind it.
    last_of_line: bool,
    /// Whether it is (a part of) an address or a file name.
    address: bool,
}

impl Measured {
    /// Measures a text in the regular or bold cut.
    #[must_use]
    pub fn new(text: &str, bold: bool) -> Self {
        let face = if bold { &BOLD } else { &REGULAR };
        let mut tall = false;
        let mut characters = Vec::with_capacity(text.len());
        for (start, character) in text.char_indices() {
            let width = face.width(character).unwrap_or_else(|| {
                let (width, high) = estimate(character);
                tall |= high;
                width
            });
            characters.push((index(start), width));
        }
        let mut words = words(text, &characters);
        for word in &mut words {
            let end = characters.get(word.end as usize).map_or(text.len(), |next| next.0 as usize);
            word.address = is_address(&text[characters[word.first as usize].0 as usize..end]);
        }
        words.shrink_to_fit();
        Self { characters, words, tall }
    }

    /// The height of one line at a size.
    #[must_use]
    pub fn line_height(&self, size: Pt) -> Pt {
        line_height(size, self.tall)
    }

    /// The least width of a column in which no word is broken.
    #[must_use]
    pub fn widest_word(&self, size: Pt) -> Pixels {
        column(self.words.iter().map(|word| word.width).max().unwrap_or(0), size)
    }

    /// The same, but for addresses and file names, which are not read word by word.
    #[must_use]
    pub fn widest_plain_word(&self, size: Pt) -> Pixels {
        column(self.words.iter().filter(|word| !word.address).map(|word| word.width).max().unwrap_or(0), size)
    }

    /// The least width of a column in which only line feeds break the text.
    #[must_use]
    pub fn width(&self, size: Pt) -> Pixels {
        let (mut widest, mut line) = (0_u32, 0_u32);
        for word in &self.words {
            widest = widest.max(line.saturating_add(word.width));
            line = if word.last_of_line { 0 } else { line.saturating_add(word.width).saturating_add(word.space) };
        }
        column(widest, size)
    }

    /// How many lines the text takes in a column; at least one.
    #[must_use]
    pub fn lines(&self, size: Pt, width: Pixels) -> usize {
        let mut count = 0;
        self.each_line(size, width, |_| count += 1);
        count
    }

    /// Where each line starts, in bytes.
    #[must_use]
    pub fn line_starts(&self, size: Pt, width: Pixels) -> Vec<usize> {
        let mut starts = Vec::new();
        self.each_line(size, width, |start| starts.push(start));
        starts
    }

    fn each_line(&self, size: Pt, width: Pixels, mut start: impl FnMut(usize)) {
        let room = room(size, width);
        let mut used: Option<u32> = None;
        start(0);
        for word in &self.words {
            if used.is_some_and(|used| used > 0 && used.saturating_add(word.width) > room) {
                start(self.characters[word.first as usize].0 as usize);
                used = None;
            }
            let mut line = used.unwrap_or(0);
            if word.width > room {
                for &(at, width) in &self.characters[word.first as usize..word.end as usize] {
                    if line > 0 && width > 0 && line.saturating_add(width) > room {
                        start(at as usize);
                        line = 0;
                    }
                    line = line.saturating_add(width);
                }
            } else {
                line = line.saturating_add(word.width).saturating_add(word.space);
            }
            used = Some(line);
            if word.last_of_line {
                let behind = self.characters.get(word.end as usize).map_or_else(|| self.bytes(), |next| next.0 as usize);
                start(behind);
                used = None;
            }
        }
    }

    /// The length of the text, when it ends in a line feed.
    fn bytes(&self) -> usize {
        self.characters.last().map_or(0, |(start, _)| *start as usize + 1)
    }
}

/// Parts a text where a line may end. Each word has the spaces, or the one line feed, behind it.
fn words(text: &str, characters: &[(u32, u32)]) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut open: Option<Word> = None;
    let mut before = ' ';
    for ((first, character), (_, width)) in (0_u32..).zip(text.chars()).zip(characters) {
        let width = *width;
        let starts = open.is_some_and(|word| word.space > 0)
            || (matches!(before, '-' | '\u{2010}') && character.is_alphabetic())
            || (width > 0 && before != ZERO_WIDTH_JOINER && (wide(before) || wide(character)));
        if starts && !is_space(character) && character != '\n' {
            found.extend(open.take());
        }
        let word = open.get_or_insert(Word { first, end: first, width: 0, space: 0, last_of_line: false, address: false });
        word.end = first + 1;
        if character == '\n' {
            word.last_of_line = true;
            found.extend(open.take());
        } else if is_space(character) {
            word.space = word.space.saturating_add(width);
        } else {
            word.width = word.width.saturating_add(width);
        }
        before = character;
    }
    found.extend(open);
    found
}

/// Whether a word is an address or the name of a file, or a part of one.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.") || word.contains(['@', '\\', '_', '=']) || word.matches('/').count() > 1
}

const ZERO_WIDTH_JOINER: char = '\u{200d}';

fn is_space(character: char) -> bool {
    character == ' ' || character == '\t'
}

/// The width that text of that many thousandths of an em asks of a column.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float turns into the nearest whole number")]
fn column(thousandths: u32, size: Pt) -> Pixels {
    let points = f64::from(thousandths) / 1000.0 * size.0 * (1.0 + SPARE);
    Pixels(Pixels::at_least(Pt(points)).0.saturating_add(PADDING))
}

/// The thousandths of an em that a column has room for.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float turns into the nearest whole number")]
fn room(size: Pt, width: Pixels) -> u32 {
    let points = Pixels(width.0.saturating_sub(PADDING)).points();
    (points.0 / (1.0 + SPARE) / size.0 * 1000.0 + 1e-6).floor() as u32
}

/// The width of a character that Carlito lacks, in thousandths of an em, and whether the face that stands in for it has higher lines.
///
/// Nothing for marks, joiners and other characters that are not seen; 1.4 em for emoji (as in Segoe UI Emoji); 1.05 em for what
/// Unicode calls wide, and for symbols; 0.75 em for letters of other scripts, which is wider than nearly all of them.
fn estimate(character: char) -> (u32, bool) {
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    let unseen = matches!(category, GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark | GeneralCategory::Format)
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
        || character == '\n';
    let symbol = matches!(category, GeneralCategory::OtherSymbol | GeneralCategory::ModifierSymbol | GeneralCategory::MathSymbol);
    if unseen {
        (0, false)
    } else if CodePointSetData::new::<EmojiPresentation>().contains(character) {
        (1400, false)
    } else if wide(character) {
        (1050, true)
    } else if symbol {
        (1050, false)
    } else {
        (750, true)
    }
}

/// Whether lines may break beside a character, as in Chinese, Japanese and Korean.
fn wide(character: char) -> bool {
    // No character before this one is wide; most text ends here.
    character >= '\u{1100}'
        && matches!(CodePointMapData::<EastAsianWidth>::new().get(character), EastAsianWidth::Wide | EastAsianWidth::Fullwidth)
}

/// The widths of a face's characters.
struct Widths {
    /// By code point, in ascending order; in thousandths of an em.
    known: Vec<(char, u32)>,
    /// The same of the first code points, in which nearly all text is written.
    latin: Vec<Option<u32>>,
}

/// The code points of Latin letters, with their accents.
const LATIN: u32 = 0x250;

static REGULAR: LazyLock<Widths> = LazyLock::new(|| Widths::parse(include_bytes!("../../fonts/carlito/Carlito-Regular.ttf")));
static BOLD: LazyLock<Widths> = LazyLock::new(|| Widths::parse(include_bytes!("../../fonts/carlito/Carlito-Bold.ttf")));

impl Widths {
    /// Reads the character map and the advances. A font that cannot be read knows no character, and all widths are estimates: a
    /// test sees that the two faces compiled in can be read.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "advances are positive and small")]
    fn parse(data: &[u8]) -> Self {
        let Ok(font) = FontRef::new(data) else { return Self { known: Vec::new(), latin: Vec::new() } };
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let em = f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let thousandths = |units: f32| (f64::from(units) * 1000.0 / em).ceil() as u32;
        let mut known: Vec<_> = font
            .charmap()
            .mappings()
            .filter_map(|(code, glyph)| Some((char::from_u32(code)?, thousandths(metrics.advance_width(glyph)?))))
            .filter(|(character, _)| !character.is_control())
            .collect();
        known.sort_unstable();
        known.dedup_by_key(|(character, _)| *character);
        let mut widths = Self { known, latin: Vec::new() };
        widths.latin = (0..LATIN).map(|code| widths.width(char::from_u32(code)?)).collect();
        widths
    }

    fn width(&self, character: char) -> Option<u32> {
        if let Some(width) = self.latin.get(character as usize) {
            return *width;
        }
        let found = self.known.binary_search_by_key(&character, |(known, _)| *known).ok()?;
        Some(self.known[found].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, characters: f64) -> Vec<&str> {
        let mut starts = Measured::new(text, false).line_starts(BODY, Pixels::of_column(characters));
        starts.push(text.len());
        starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    }

    #[test]
    fn both_faces_are_read() {
        assert!(REGULAR.known.len() > 2000 && BOLD.known.len() > 2000);
        // A digit of Carlito is 1038 of 2048 units wide, the same as Calibri's.
        assert_eq!(REGULAR.width('0'), Some(507));
        assert!(BOLD.width('m') > REGULAR.width('m'));
    }

    #[test]
    fn columns_are_counted_as_excel_counts_them() {
        assert_eq!(Pixels::of_column(8.43).0, 64);
        assert_eq!(Pixels::of_column(255.0).0, 1790);
        for pixels in [12, 64, 131, 1790] {
            assert_eq!(Pixels::of_column(Pixels(pixels).characters()), Pixels(pixels));
        }
    }

    #[test]
    fn lines_are_as_high_as_excel_makes_them() {
        for (size, height) in [(11.0, 15.0), (14.0, 18.75), (20.0, 26.25), (24.0, 31.5)] {
            assert_eq!(line_height(Pt(size), false), Pt(height));
        }
    }

    #[test]
    fn lines_break_at_spaces_and_hyphens_and_in_words_that_are_too_long() {
        assert_eq!(lines("Weten welke opleidingen er zijn", 14.0), ["Weten welke ", "opleidingen er ", "zijn"]);
        assert_eq!(lines("overwegings-fase", 13.0), ["overwegings-", "fase"]);
        assert_eq!(lines("een\n\ntwee\n", 20.0), ["een\n", "\n", "twee\n", ""]);
        let broken = lines("Sammenligningsportal", 10.0);
        assert!(broken.len() > 1 && broken.concat() == "Sammenligningsportal", "{broken:?}");
        assert_eq!(lines("", 10.0), [""]);
    }

    #[test]
    fn a_column_of_the_measured_width_holds_the_text_on_one_line() {
        for text in ["Weten welke opleidingen er zijn", "M", "漢字かな", "🎉🎉", "שלום עולם"] {
            for bold in [false, true] {
                let measured = Measured::new(text, bold);
                assert_eq!(measured.lines(BODY, measured.width(BODY)), 1, "{text}");
                let narrower = Pixels(measured.width(BODY).0 - 2);
                assert!(measured.lines(BODY, narrower) > 1 || text == "M", "{text}");
            }
        }
    }

    #[test]
    fn what_the_face_lacks_is_estimated() {
        assert_eq!(estimate('🎉').0, 1400);
        assert_eq!(estimate('漢').0, 1050);
        assert_eq!(estimate('★'), (1050, false));
        assert_eq!(estimate('\u{200d}').0, 0);
        assert_eq!(estimate('ש').0, 750);
    }
}
