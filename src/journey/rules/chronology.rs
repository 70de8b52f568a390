//! When something happens, as people write it: dates, days, times, weeks and numbered steps in Dutch, Danish and English.
//!
//! Only what can be compared without doubt is read. Names of months and of weekdays alone are not: a journey may pass the end of
//! the year or of the week. Nor is anything with a word that is not known here (`vóór 1 april`, `straks`).

use crate::journey::TermLanguage;
use crate::meta::{Date, month};

/// A point in time, on one of several scales that do not compare with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// A span of days with their year, in minutes since 1970: a minute, a day, a month.
    Calendar { start: i64, end: i64 },
    /// A day of a year that is not named: 0 is 1 January.
    DayOfYear(i64),
    /// A week of a year that is not named, from 1.
    Week(i64),
    /// Minutes since midnight, of a day that is named by its place in the week (Monday is 0) or not at all, and whether it may be
    /// twelve hours later.
    Time { weekday: Option<i64>, minutes: i64, doubtful: bool },
    /// A number in an order: a step, a day of the journey. `day 2` and `step 2` are of different orders.
    Step { of: Order, number: i64 },
}

/// What is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Nothing is said: `2.`.
    Bare,
    /// Steps.
    Step,
    /// Days of the journey.
    Day,
}

const DAY: i64 = 24 * 60;

#[rustfmt::skip]
const WEEKDAYS: [&[&str]; 7] = [
    &["maandag", "mandag", "monday", "ma", "mon"],
    &["dinsdag", "tirsdag", "tuesday", "di", "tue", "tues"],
    &["woensdag", "onsdag", "wednesday", "wo", "wed"],
    &["donderdag", "torsdag", "thursday", "thu", "thurs"],
    &["vrijdag", "fredag", "friday", "vr", "fri"],
    &["zaterdag", "lørdag", "saturday", "za", "sat"],
    &["zondag", "søndag", "sunday", "zo", "sun"],
];

/// Words that say nothing of themselves: `den 7. november`, `om 10:00`, `the 7th of November`.
const FILLERS: [&str; 9] = ["den", "d", "de", "op", "om", "at", "on", "the", "of"];

impl When {
    /// What a text says, if that is without doubt.
    pub fn read(text: &str, language: TermLanguage) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if let Some(calendar) = iso(&text) {
            return Some(calendar);
        }
        let text = text.replace([',', ';'], " ");
        let mut weekday = None;
        let mut words = Vec::new();
        for word in text.split_whitespace() {
            let bare = word.trim_end_matches('.');
            let named = (0..).zip(WEEKDAYS).find(|(_, names)| names.contains(&bare)).map(|(day, _)| day);
            // `am 5. Januar`, but `9 am`.
            let filler = FILLERS.contains(&bare) || words.is_empty() && ["am", "um"].contains(&bare);
            if named.is_none() && !filler {
                words.push(word);
            }
            weekday = weekday.or(named);
        }
        // `friday 28` is a day of some month.
        let counted = step(&words).filter(|when| weekday.is_none() || !matches!(when, Self::Step { of: Order::Bare, .. }));
        let dated = counted.or_else(|| day(&words, language)).or_else(|| digits(&words, language));
        dated.or_else(|| time(&words, weekday, language))
    }

    /// Whether this comes before `earlier`, which stands before it, for certain.
    pub fn is_before(self, earlier: Self) -> bool {
        match (earlier, self) {
            (Self::Calendar { start, .. }, Self::Calendar { end, .. }) => end < start,
            // What comes round again may be of the next year or day, unless it is only just too early.
            (Self::DayOfYear(first), Self::DayOfYear(second)) => (1..=31).contains(&(first - second)),
            (Self::Week(first), Self::Week(second)) => (1..=4).contains(&(first - second)),
            (Self::Time { weekday: one, minutes: first, .. }, Self::Time { weekday: other, minutes: second, doubtful }) => {
                one == other && (1..=6 * 60).contains(&(first - second)) && !(doubtful && second + DAY / 2 >= first)
            }
            // Where counting begins anew, another order begins.
            (Self::Step { of: one, number: first }, Self::Step { of: other, number: second }) => {
                one == other && second < first && second > 1
            }
            (
                Self::Calendar { .. } | Self::DayOfYear(_) | Self::Week(_) | Self::Time { .. } | Self::Step { .. },
                Self::Calendar { .. } | Self::DayOfYear(_) | Self::Week(_) | Self::Time { .. } | Self::Step { .. },
            ) => false,
        }
    }
}

/// `2026-11-07`, `2026-11`, `2026-11-07 10:00`, `2026-11-07T10:00`.
fn iso(text: &str) -> Option<When> {
    let (day, clock) = text.split_once([' ', 't']).unwrap_or((text, ""));
    let whole_month = day.len() == 7;
    let start = if whole_month { Date::parse(&format!("{day}-01")) } else { Date::parse(day) }?;
    let minutes = start.midnight().unix() / 60;
    if whole_month {
        return clock.is_empty().then(|| month_of(start)).flatten();
    }
    if clock.is_empty() {
        return Some(When::Calendar { start: minutes, end: minutes + DAY - 1 });
    }
    let at = minutes + clock_minutes(clock)?;
    Some(When::Calendar { start: at, end: at })
}

fn month_of(first: Date) -> Option<When> {
    let (year, month, _) = first.parts();
    let next = if month == 12 { Date::new(year + 1, 1, 1) } else { Date::new(year, month + 1, 1) }?;
    Some(When::Calendar { start: first.midnight().unix() / 60, end: next.midnight().unix() / 60 - 1 })
}

/// `2.`, `2`, `stap 2`, `dag 3`, `week 45`, `uge 45`, `KW 45`.
fn step(words: &[&str]) -> Option<When> {
    let (word, digits) = match words {
        [digits] => ("", *digits),
        [word, digits] => (*word, *digits),
        _ => return None,
    };
    let number: i64 = small(digits.trim_end_matches(['.', ')', ':']))?;
    match word.trim_end_matches('.') {
        "" => Some(When::Step { of: Order::Bare, number }),
        "stap" | "trin" | "step" | "schritt" => Some(When::Step { of: Order::Step, number }),
        "dag" | "day" | "tag" => Some(When::Step { of: Order::Day, number }),
        "week" | "wk" | "uge" | "woche" | "kw" => (1..=53).contains(&number).then_some(When::Week(number)),
        _ => None,
    }
}

/// `7 november`, `7. nov. 2026`, `november 7th`, `november 2026`, each with or without a time behind it.
fn day(words: &[&str], language: TermLanguage) -> Option<When> {
    let month_at = words.iter().position(|word| month(word).is_some())?;
    let number = month(words[month_at])?;
    let (before, after) = (&words[..month_at], &words[month_at + 1..]);
    let (day, after) = match (before, after) {
        ([day], after) => (Some(day_number(day)?), after),
        ([], [day, rest @ ..]) if day_number(day).is_some() => (day_number(day), rest),
        ([], after) => (None, after),
        _ => return None,
    };
    let (year, after) = match after {
        [year, rest @ ..] if year.len() == 4 && small(year).is_some() => (small(year), rest),
        after => (None, after),
    };
    let clock = clock_behind(after, language);
    if !after.is_empty() && clock.is_none() {
        return None;
    }
    dated(year, number, day, clock)
}

/// The time behind a day: `10:00`, `9.12 uur`, `kl. 9`, `14 Uhr`.
fn clock_behind(words: &[&str], language: TermLanguage) -> Option<i64> {
    match words {
        [clock] if clock_minutes(clock).is_some() => clock_minutes(clock),
        words => match time(words, None, language)? {
            When::Time { minutes, .. } => Some(minutes),
            When::Calendar { .. } | When::DayOfYear(_) | When::Week(_) | When::Step { .. } => None,
        },
    }
}

/// A day of a month of a year, as far as they are known.
fn dated(year: Option<i64>, month: u8, day: Option<u8>, clock: Option<i64>) -> Option<When> {
    match (year, day) {
        (Some(year), Some(day)) => {
            let start = Date::new(u16::try_from(year).ok()?, month, day)?.midnight().unix() / 60;
            Some(match clock {
                Some(minutes) => When::Calendar { start: start + minutes, end: start + minutes },
                None => When::Calendar { start, end: start + DAY - 1 },
            })
        }
        (Some(year), None) if clock.is_none() => month_of(Date::new(u16::try_from(year).ok()?, month, 1)?),
        // Any year with 29 February will do.
        (None, Some(day)) => {
            let minutes = Date::new(1972, month, day)?.midnight().unix() - Date::new(1972, 1, 1)?.midnight().unix();
            Some(When::DayOfYear(minutes / 86_400))
        }
        (Some(_) | None, None) => None,
    }
}

/// `7-11-2026`, `7/11/2026`, `7.11.2026`, `7.11.`, `7/11`. In English the month may come first.
fn digits(words: &[&str], language: TermLanguage) -> Option<When> {
    let (numbers, after) = words.split_first()?;
    let clock = clock_behind(after, language);
    if !after.is_empty() && clock.is_none() {
        return None;
    }
    let parts: Vec<_> = numbers.split(['-', '/', '.']).collect();
    if let [day, month] | [day, month, ""] = parts.as_slice() {
        // `2.9.`, and `2/9` where the month never comes first; `2.9` may be a time, and `2-9` a span.
        let sure = numbers.ends_with('.') || numbers.contains('/') && language != TermLanguage::En;
        let (day, month) = (small(day)?, small(month)?);
        return dated(None, u8::try_from(month).ok()?, Some(u8::try_from(day).ok()?), clock).filter(|_| sure);
    }
    let [day, month, year] = parts.as_slice() else { return None };
    let (day, month) = (small(day)?, small(month)?);
    if year.len() != 4 || (language == TermLanguage::En && day <= 12 && day != month) {
        return None;
    }
    dated(small(year), u8::try_from(month).ok()?, Some(u8::try_from(day).ok()?), clock)
}

/// `10:00`, `kl. 9`, `9 uur`, `9u30`, `10.30 uur`, `14 Uhr`, `9 am`, `9:30pm`.
fn time(words: &[&str], weekday: Option<i64>, language: TermLanguage) -> Option<When> {
    let at = |minutes, doubtful| Some(When::Time { weekday, minutes, doubtful });
    match words {
        [sign, clock] if sign.trim_end_matches('.') == "kl" || *sign == "klokken" => at(hour_or_clock(clock)?, false),
        [clock, "uur" | "u" | "u." | "uhr" | "h" | "o’clock" | "o'clock"] => {
            let minutes = hour_or_clock(clock)?;
            at(minutes, minutes <= DAY / 2 && !clock.starts_with('0'))
        }
        [clock, half @ ("am" | "pm" | "a.m." | "p.m.")] => at(half_day(clock, half)?, false),
        [one] => {
            if let Some(half) = ["am", "pm"].into_iter().find(|half| one.ends_with(half)) {
                return at(half_day(one.strip_suffix(half)?, half)?, false);
            }
            if let Some((hours, minutes)) = one.split_once('u') {
                let minutes = if minutes.is_empty() { 0 } else { two_digits(minutes)? };
                let minutes = clock_of(small(hours)?, minutes)?;
                return at(minutes, minutes <= DAY / 2 && !one.starts_with('0'));
            }
            let minutes = clock_minutes(one)?;
            // `7.11` may be a day in November.
            if one.contains('.') && (minutes % 60) <= 12 && minutes % 60 != 0 {
                return None;
            }
            at(minutes, language == TermLanguage::En && minutes < 13 * 60 && !one.starts_with('0'))
        }
        _ => None,
    }
}

fn hour_or_clock(text: &str) -> Option<i64> {
    clock_minutes(text).or_else(|| clock_of(small(text)?, 0))
}

/// `9`, `9:30`, with `am` or `pm`.
fn half_day(clock: &str, half: &str) -> Option<i64> {
    let minutes = hour_or_clock(clock)?;
    let hour = minutes / 60;
    if !(1..=12).contains(&hour) {
        return None;
    }
    let after_noon = if half.starts_with('p') { DAY / 2 } else { 0 };
    Some(minutes % (DAY / 2) + after_noon)
}

/// `9:30`, `09.30`: hours and two digits of minutes.
fn clock_minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once([':', '.'])?;
    clock_of(small(hours)?, two_digits(minutes)?)
}

fn clock_of(hours: i64, minutes: i64) -> Option<i64> {
    ((0..24).contains(&hours) && (0..60).contains(&minutes)).then_some(hours * 60 + minutes)
}

fn two_digits(text: &str) -> Option<i64> {
    (text.len() == 2).then(|| small(text)).flatten()
}

/// A number of at most four digits, and nothing but digits.
fn small(text: &str) -> Option<i64> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// `7`, `7.`, `7th`, `1ste`.
fn day_number(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let ending = word.strip_prefix(digits)?;
    let known = matches!(ending, "" | "." | "st" | "nd" | "rd" | "th" | "e" | "ste" | "de");
    small(digits).filter(|day| known && (1..=31).contains(day)).and_then(|day| u8::try_from(day).ok())
}
