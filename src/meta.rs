//! What a document says about itself: title, authors, language and time, the same for every format.

use std::fmt;
use std::ops::Range;

/// The properties that every writer stores in its format's own place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// The journey's title.
    pub title: String,
    /// The names of the authors, in order.
    pub authors: Vec<String>,
    /// A sentence on what the document is about; empty when the journey says nothing.
    pub subject: String,
    /// The BCP 47 tag of the main language, such as `nl` or `pt-BR`.
    pub language: String,
    /// When the document was made. Never the clock: the same input gives the same bytes.
    pub created: Timestamp,
}

/// Seconds since 1970-01-01T00:00:00Z, limited to the years 1970 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(i64);

/// A day in the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The date, or `None` when there is no such day or its year is not in 1970 to 9999.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let real = (1970..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        real.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD` (RFC 3339 `full-date`); anything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return None;
        }
        Self::new(text[0..4].parse().ok()?, text[5..7].parse().ok()?, text[8..10].parse().ok()?)
    }

    /// Year, month (1–12) and day (1–31).
    #[must_use]
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The day as people write it in a language (a BCP 47 tag): "20 november 2026", "20. november 2026", "20 November 2026". In other
    /// languages than Dutch, Danish and English as [ISO 8601](fmt::Display) has it, which all can read.
    #[must_use]
    pub fn written(self, language: &str) -> String {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let known = WRITTEN.iter().find(|(known, ..)| known.eq_ignore_ascii_case(primary));
        known.map_or_else(
            || self.to_string(),
            |(_, point, months)| format!("{}{point}\u{a0}{} {}", self.day, months[usize::from(self.month) - 1], self.year),
        )
    }

    /// The month as people write it in a language (a BCP 47 tag); nothing in other languages than Dutch, Danish and English.
    #[must_use]
    pub fn month_in(self, language: &str) -> Option<&'static str> {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let known = WRITTEN.iter().find(|(known, ..)| known.eq_ignore_ascii_case(primary));
        known.map(|(_, _, months)| months[usize::from(self.month) - 1])
    }

    /// A text whose dates `YYYY-MM-DD` stand as people write them in a language. A date that is part of something longer, such as the
    /// number of a file, is left.
    #[must_use]
    pub fn written_in(text: &str, language: &str) -> String {
        let mut out = String::new();
        let mut from = 0;
        for (range, date) in Self::all_in(text) {
            out.extend([&text[from..range.start], date.written(language).as_str()]);
            from = range.end;
        }
        out + &text[from..]
    }

    /// The dates in a text, such as `2026-03-11`, each with where it stands.
    pub(crate) fn all_in(text: &str) -> Vec<(Range<usize>, Self)> {
        let part = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '/' | ':' | '.' | '+');
        let mut dates = Vec::new();
        let mut from = 0;
        while let Some(start) = text[from..].find(|character: char| character.is_ascii_digit()).map(|start| from + start) {
            let end = text[start..].find(|character| !part(character)).map_or(text.len(), |end| start + end);
            let before = text[from..start].chars().next_back();
            // A stop behind a date ends a sentence.
            let word = &text[start..end];
            let bare = word.strip_suffix('.').unwrap_or(word);
            let date = Self::parse(bare).filter(|_| !before.is_some_and(part));
            dates.extend(date.map(|date| (start..start + bare.len(), date)));
            from = end;
        }
        dates
    }

    /// Midnight UTC at the start of this day.
    #[must_use]
    pub fn midnight(self) -> Timestamp {
        let past_years: i64 = (1970..self.year).map(|y| if leap(y) { 366 } else { 365 }).sum();
        let past_months: i64 = (1..self.month).map(|m| i64::from(days_in(self.year, m))).sum();
        Timestamp((past_years + past_months + i64::from(self.day) - 1) * 86_400)
    }
}

/// Of a language what stands behind the number of the day, and its months.
type Months = (&'static str, &'static str, [&'static str; 12]);

#[rustfmt::skip]
const WRITTEN: [Months; 3] = [
    ("nl", "", ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]),
    ("da", ".", ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"]),
    ("en", "", ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]),
];

/// What people write for a month beside its names in full.
const SHORT: [&str; 12] = ["jan", "feb febr", "mrt mar", "apr", "", "jun", "jul", "aug", "sep sept", "okt oct", "nov", "dec"];

/// What people write for each month in German, French, Spanish, Portuguese, Italian, Swedish, Norwegian, Polish and Czech, in full and shortened,
/// with and without accents, as it is declined in a date; beside what is written in the languages above.
#[rustfmt::skip]
const ELSEWHERE: [&str; 12] = [
    "jänner janvier janv enero ene janeiro gennaio gen styczeń stycznia styczen sty leden ledna",
    "februar februari février fevrier févr fevr fév fev febrero fevereiro febbraio luty lutego únor února unor unora",
    "märz maerz mär mars marzo março marco marzec marca březen března brezen brezna",
    "avril avr abril abr aprile kwiecień kwietnia kwiecien kwi duben dubna",
    "mai mayo maio maggio mag maja květen května kveten kvetna",
    "juin junio junho giugno giu czerwiec czerwca cze červen června cerven cervna",
    "juillet juil julio julho luglio lug lipiec lipca lip červenec července cervenec cervence",
    "août aout agosto ago augusti sierpień sierpnia sierpien sie srpen srpna",
    "septembre septiembre setiembre setembro set settembre wrzesień września wrzesien wrzesnia wrz září zari",
    "octobre octubre outubro out ottobre ott październik października pazdziernik pazdziernika paź paz říjen října rijen rijna",
    "novembre noviembre novembro listopad listopada lis listopadu",
    "dezember dez décembre decembre déc diciembre dic dezembro dicembre desember des grudzień grudnia grudzien gru prosinec prosince",
];

/// The number of the month with this name, in full or shortened, in any of the languages above, in any case and with or without a full stop
/// behind it.
#[must_use]
pub(crate) fn month(name: &str) -> Option<u8> {
    let name = name.trim_end_matches('.').to_lowercase();
    let named = |index: usize| {
        let full = WRITTEN.iter().any(|(_, _, months)| months[index].to_lowercase() == name);
        full || [SHORT[index], ELSEWHERE[index]].iter().flat_map(|names| names.split_whitespace()).any(|one| one == name)
    };
    (1..).zip(0..12).find(|(_, index)| named(*index)).map(|(number, _)| number)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Timestamp {
    /// 2000-01-01T00:00:00Z: the time of a document that has none of its own.
    pub const DEFAULT: Self = Self(946_684_800);

    /// The time, held within 1970-01-01 and 9999-12-31.
    #[must_use]
    pub fn from_unix(seconds: i64) -> Self {
        Self(seconds.clamp(0, 253_402_300_799))
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn unix(self) -> i64 {
        self.0
    }

    /// The UTC day and the hour, minute and second in it.
    #[must_use]
    pub fn civil(self) -> (Date, [u8; 3]) {
        let (mut days, rest) = (self.0 / 86_400, self.0 % 86_400);
        let mut year = 1970;
        while days >= if leap(year) { 366 } else { 365 } {
            days -= if leap(year) { 366 } else { 365 };
            year += 1;
        }
        let mut month = 1;
        while days >= i64::from(days_in(year, month)) {
            days -= i64::from(days_in(year, month));
            month += 1;
        }
        let small = |n: i64| u8::try_from(n).unwrap_or(u8::MAX);
        (Date { year, month, day: small(days + 1) }, [small(rest / 3600), small(rest / 60 % 60), small(rest % 60)])
    }
}

fn leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_and_civil_are_inverse() {
        for text in ["1970-01-01", "2000-02-29", "2026-11-22", "9999-12-31"] {
            let date = Date::parse(text).unwrap();
            assert_eq!(date.midnight().civil(), (date, [0, 0, 0]));
            assert_eq!(date.to_string(), text);
        }
        assert_eq!(Date::parse("2000-01-01").unwrap().midnight(), Timestamp::DEFAULT);
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-01", "1969-12-31", "２026-01-01"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_written_as_people_do() {
        let day = Date::new(2026, 3, 1).unwrap();
        for (language, expected) in [
            ("nl", "1\u{a0}maart 2026"),
            ("nl-BE", "1\u{a0}maart 2026"),
            ("DA", "1.\u{a0}marts 2026"),
            ("en-GB", "1\u{a0}March 2026"),
            ("ar", "2026-03-01"),
            ("und", "2026-03-01"),
        ] {
            assert_eq!(day.written(language), expected, "{language}");
        }
    }

    #[test]
    fn only_dates_that_stand_alone_are_written_out() {
        for (text, expected) in [
            ("2026-11-07", "7\u{a0}november 2026"),
            ("2026-11-07, 14:00", "7\u{a0}november 2026, 14:00"),
            ("van 2026-11-07 tot 2026-12-01.", "van 7\u{a0}november 2026 tot 1\u{a0}december 2026."),
            ("dossier 2026-11-07-3", "dossier 2026-11-07-3"),
            ("x2026-11-07", "x2026-11-07"),
            ("2026-11-07T10:00", "2026-11-07T10:00"),
            ("2026-13-07 en 3 dagen", "2026-13-07 en 3 dagen"),
            ("’s ochtends", "’s ochtends"),
            ("", ""),
        ] {
            assert_eq!(Date::written_in(text, "nl"), expected);
        }
    }
}
