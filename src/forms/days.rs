//! Days as people write them in a cell.

use crate::meta::{Date, month};

/// Words that join day, month and year.
const OF: [&str; 4] = ["de", "del", "of", "den"];
/// What stands behind the number of a day, of which it is the how manieth.
const ORDINALS: [&str; 9] = ["º", "ª", "°", "er", "st", "nd", "rd", "th", "e"];

/// The number of a day without what says that it is the how manieth: `1er`, `3rd`, `1º`.
fn unordered(part: &str) -> &str {
    let bare = ORDINALS.iter().find_map(|ordinal| part.strip_suffix(ordinal));
    bare.filter(|bare| matches!(bare.len(), 1 | 2) && number(bare).is_some()).unwrap_or(part)
}

/// The day of a text: `2026-11-07`, `7-11-2026`, `07/11/2026`, `7.11.26`, `7 november 2026`, `November 7, 2026` or `2026年11月7日`. Of numbers alone
/// the day comes first, unless the year does; a year of two digits is one of this century.
#[must_use]
pub fn read(text: &str) -> Option<Date> {
    let parts = text.split(|c: char| c.is_whitespace() || "-/.,年月日號号년월일".contains(c)).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.filter(|part| !OF.contains(part)).map(unordered).collect();
    let [first, middle, last] = parts.as_slice() else { return None };
    let (day, named, year) = match (first.len() == 4, month(first)) {
        (true, _) if first.bytes().all(|byte| byte.is_ascii_digit()) => (last, middle, first),
        (_, Some(_)) => (middle, first, last),
        (_, None) => (first, middle, last),
    };
    let small = |part: &str| number(part).filter(|_| part.len() <= 2).and_then(|number| u8::try_from(number).ok());
    let year = match year.len() {
        2 => number(year)? + 2000,
        4 => number(year)?,
        _ => return None,
    };
    Date::new(year, small(named).or_else(|| month(named))?, small(day)?)
}

fn number(part: &str) -> Option<u16> {
    part.parse().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in [
            "2026-11-07",
            "2026年11月7日",
            "2026/11/7",
            "7-11-2026",
            "07/11/2026",
            "7.11.2026",
            "7/11/26",
            "7 november 2026",
            "7. Nov. 2026",
            "November 7, 2026",
        ] {
            assert_eq!(read(text), Date::new(2026, 11, 7), "{text}");
        }
        for language in ["nl", "da", "en", "fr"] {
            for day in (1..=12).filter_map(|month| Date::new(2026, month, 7)) {
                let written = day.written(language);
                assert_eq!(read(&written), Some(day), "{written}");
            }
        }
        for (text, month) in [
            ("3 listopada 2026", 11),
            ("3. listopadu 2026", 11),
            ("3 października 2026", 10),
            ("3 de noviembre de 2026", 11),
            ("3 de março de 2026", 3),
            ("3 dicembre 2026", 12),
            ("3 août 2026", 8),
            ("3. desember 2026", 12),
            ("den 3 augusti 2026", 8),
            ("3. července 2026", 7),
            ("3. März 2026", 3),
            ("3rd of May 2026", 5),
            ("3º maggio 2026", 5),
        ] {
            assert_eq!(read(text), Date::new(2026, month, 3), "{text}");
        }
        assert_eq!(read("1er juin 2026"), Date::new(2026, 6, 1));
        for text in [
            "11/13/2026",
            "volgende week",
            "7-11",
            "7-11-026",
            "november 2026",
            "7 brumaire 2026",
            "1-2-3-2026",
            "31-2-2026",
            "+7-11-2026",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
