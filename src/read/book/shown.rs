//! Number formats: what a number is shown as (ECMA-376, 18.8.30 and 18.8.31; the same in [MS-XLS], 2.4.126).

use super::Value;
use super::unit::Unit;
use crate::meta::{Date, Timestamp};

/// What a number is shown as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::read) enum Shown {
    /// A number.
    #[default]
    Number,
    /// A number of hundredths.
    Percent,
    /// A day.
    Day,
    /// A day and the time of it.
    Moment,
    /// A time of day.
    Clock,
    /// A length of time.
    Duration,
    /// A number with words beside it: `0" km"`.
    Unit(Vec<Unit>),
}

impl Shown {
    /// By the number of a format that has no code in the file.
    pub fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Day,
            22 => Self::Moment,
            18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Self::Clock,
            46 => Self::Duration,
            _ => Self::Number,
        }
    }

    /// By the code of a format, of which the first section counts: `0%`, `d mmm yyyy`, `[h]:mm`.
    pub fn of(code: &str) -> Self {
        let (mut day, mut clock, mut minutes, mut percent) = (false, false, false, false);
        let mut rest = code.chars();
        while let Some(character) = rest.next() {
            match character.to_ascii_lowercase() {
                ';' => break,
                '"' => drop(rest.by_ref().find(|character| *character == '"')),
                '\\' | '_' | '*' => drop(rest.next()),
                '[' => {
                    let inside: String = rest.by_ref().take_while(|character| *character != ']').collect();
                    let inside = inside.to_ascii_lowercase();
                    if !inside.is_empty() && ["h", "m", "s"].iter().any(|unit| inside.replace(unit, "").is_empty()) {
                        return Self::Duration;
                    }
                }
                '%' => percent = true,
                'd' | 'y' => day = true,
                'h' | 's' => clock = true,
                'm' => minutes = true,
                _ => {}
            }
        }
        match (day, clock) {
            (true, true) => Self::Moment,
            (true, false) => Self::Day,
            (false, true) => Self::Clock,
            (false, false) if minutes => Self::Day,
            (false, false) if percent => Self::Percent,
            (false, false) => Unit::of(code).map_or(Self::Number, Self::Unit),
        }
    }

    /// A number as it is shown. Days before 1970 are numbers: nobody means them.
    pub fn value(&self, number: f64, from_1904: bool) -> Value {
        let percent = *self == Self::Percent;
        let plain = Value::Number { number, percent };
        match self {
            Self::Unit(sections) => Unit::text(sections, number).map_or(plain, Value::Text),
            Self::Day | Self::Moment => moment(number, from_1904, *self == Self::Moment).unwrap_or(plain),
            Self::Clock if (0.0..=LAST_DAY).contains(&number) => Value::Time(seconds(number.fract()) % DAY),
            Self::Duration if (0.0..=1e4).contains(&number) => Value::Time(seconds(number)),
            Self::Number | Self::Percent | Self::Clock | Self::Duration => plain,
        }
    }
}

impl Value {
    /// The day that a cell is where one must stand: also a whole number, which is what is left of a day when a program (`SheetJS`)
    /// saves a workbook without the formats of its cells.
    pub fn day(&self) -> Option<Date> {
        if let Self::Day { day, .. } = self {
            return Some(*day);
        }
        let Self::Number { number, percent: false } = self else { return None };
        let whole = Some(*number).filter(|number| number.fract() == 0.0)?;
        if let Self::Day { day, .. } = Shown::Day.value(whole, false) { Some(day) } else { None }
    }
}

/// Seconds in a day.
const DAY: u32 = 86_400;
/// The number of 9999-12-31.
const LAST_DAY: f64 = 2_958_465.0;
/// The number of 1970-01-01, from 1900 and what is to be added from 1904.
const DAY_1970: i64 = 25_569;
const DAYS_1904: i64 = 1_462;

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "callers keep it between 0 and 10,000 days")]
fn seconds(days: f64) -> u32 {
    (days * f64::from(DAY)).round() as u32
}

/// The day of a number, with the time when it is shown and not midnight; a time alone where there is no day.
fn moment(number: f64, from_1904: bool, timed: bool) -> Option<Value> {
    if !(0.0..=LAST_DAY).contains(&number) {
        return None;
    }
    if number < 1.0 && timed {
        return Some(Value::Time(seconds(number) % DAY));
    }
    #[allow(clippy::cast_possible_truncation, reason = "at most the last day")]
    let whole = number.floor() as i64;
    let time = seconds(number.fract());
    let days = whole - DAY_1970 + if from_1904 { DAYS_1904 } else { 0 } + i64::from(time / DAY);
    if days < 0 {
        return None;
    }
    let (day, _) = Timestamp::from_unix(days * i64::from(DAY)).civil();
    let time = time % DAY;
    Some(Value::Day { day, seconds: (timed && time > 0).then_some(time) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_say_what_is_shown() {
        for (code, shown) in [
            ("General", Shown::Number),
            ("0.00", Shown::Number),
            ("0%", Shown::Percent),
            ("#,##0.0\\ %;[Red]\\-0%", Shown::Percent),
            ("+0;-0;0", Shown::Number),
            ("[Red]0.0_d", Shown::Number),
            ("dd-mm-yyyy", Shown::Day),
            ("[$-413]d\\ mmmm\\ yyyy;@", Shown::Day),
            ("mmm", Shown::Day),
            ("d/m/yyyy h:mm", Shown::Moment),
            ("h:mm AM/PM", Shown::Clock),
            ("[h]:mm", Shown::Duration),
            ("[$-F800]dddd", Shown::Day),
            ("@", Shown::Number),
            ("\"open", Shown::Number),
        ] {
            assert_eq!(Shown::of(code), shown, "{code}");
        }
    }

    #[test]
    fn numbers_become_what_is_shown() {
        for (shown, number, from_1904, text) in [
            (Shown::Day, 46_333.0, false, "2026-11-07"),
            (Shown::Day, 44_871.0, true, "2026-11-07"),
            (Shown::Moment, 46_333.5, false, "2026-11-07 12:00"),
            (Shown::Moment, 46_332.999_999_99, false, "2026-11-07"),
            (Shown::Day, 46_333.5, false, "2026-11-07"),
            (Shown::Day, 5.0, false, "5"),
            (Shown::Day, -1.0, false, "-1"),
            (Shown::Day, f64::MAX, false, &f64::MAX.to_string()),
            (Shown::Clock, 0.75, false, "18:00"),
            (Shown::Clock, 46_333.75, false, "18:00"),
            (Shown::Duration, 1.5, false, "36:00"),
            (Shown::Percent, 0.07, false, "7%"),
        ] {
            assert_eq!(shown.value(number, from_1904).text(), text, "{shown:?} {number}");
        }
    }

    #[test]
    fn a_number_can_stand_for_a_day() {
        let number = |number, percent| Value::Number { number, percent };
        let day = Date::new(2026, 11, 7);
        assert_eq!((number(46_333.0, false).day(), Shown::Day.value(46_333.0, false).day()), (day, day));
        for other in
            [number(2026.0, false), number(46_333.5, false), number(46_333.0, true), Value::Text("46333".into()), Value::Empty]
        {
            assert_eq!(other.day(), None, "{other:?}");
        }
    }
}
