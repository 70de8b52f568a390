//! Moments on one line of time, as far as what people write of them can be compared.

use super::chronology::When;
use crate::journey::TermLanguage;
use crate::meta::{Date, Timestamp};

/// Where a moment stands on a line of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Timed {
    /// Minutes from any beginning; of numbered steps the number.
    pub place: i64,
    /// The first day of its month. Of a year that is not named it is one of many, so that months after each other differ.
    pub month: Option<Date>,
    /// Whether its place is in minutes.
    pub measured: bool,
    /// Whether it is known to the minute; otherwise to the day at best.
    pub to_the_minute: bool,
}

/// The scale of something that can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    Calendar,
    DayOfYear,
    Week,
    Time,
    Step,
}

const DAY: i64 = 24 * 60;

/// Where texts that stand in the order of a journey, each with the number of its phase, come on the scale that most of them are on; nothing for those on another, or on none.
/// What comes round again (days of a year, weeks, times) goes on where it would go back by much; steps that are counted anew as well. A
/// time of another day of the week is of the next such day, and an earlier time in a later phase of a day that is not named is of another day.
pub(crate) fn line_of_time(texts: &[(usize, Option<&str>)], language: TermLanguage) -> Vec<Option<Timed>> {
    let read: Vec<Option<When>> = texts.iter().map(|(_, text)| When::read((*text)?, language)).collect();
    let of = |scale: Scale| read.iter().flatten().filter(|when| scale_of(**when) == scale).count();
    // Of scales with as many the first is taken.
    let scales = [Scale::Step, Scale::Time, Scale::Week, Scale::DayOfYear, Scale::Calendar];
    let Some(most) = scales.into_iter().max_by_key(|scale| of(*scale)) else { return Vec::new() };
    let (mut round, mut latest, mut today, mut reached) = (0, None, None, 0);
    let places = read.into_iter().zip(texts).map(|(when, (phase, _))| {
        let when = when.filter(|when| scale_of(*when) == most)?;
        let (place, period, back, doubtful) = parts(when);
        let named = if let When::Time { weekday, .. } = when { weekday } else { None };
        let ahead = named.zip(today).map_or(0, |(named, today): (i64, i64)| (named - today).rem_euclid(7));
        round += ahead * DAY;
        let back = if matches!(when, When::Time { weekday: None, doubtful: false, .. }) && *phase > reached { 0 } else { back };
        let again = ahead == 0 && latest.is_some_and(|latest| latest - (place + round) > back);
        if again {
            // The first day that is named may be the one after times of a day without a name, and no week later.
            let next = named.is_some() && today.is_none();
            round += if next { DAY } else { period.unwrap_or(latest.unwrap_or(0)) };
        }
        // A clock that begins again is of the day behind, which has its place in the week too.
        today = named.or(today.map(|today| today + i64::from(again)));
        let mut place = place + round;
        // A day alone, behind a time of that day, is no earlier than that.
        if let (When::Calendar { start, end }, Some(latest)) = (when, latest)
            && start < end
            && (start..=end).contains(&latest)
        {
            place = latest;
        }
        // Nine o'clock after noon may be nine in the evening.
        if doubtful && latest.is_some_and(|latest| place < latest && place + DAY / 2 >= latest) {
            place += DAY / 2;
        }
        reached = *phase;
        latest = Some(latest.map_or(place, |latest: i64| latest.max(place)));
        let month = matches!(most, Scale::Calendar | Scale::DayOfYear).then(|| month(place, most)).flatten();
        Some(Timed { place, month, measured: most != Scale::Step, to_the_minute: is_timed(when) })
    });
    places.collect()
}

fn scale_of(when: When) -> Scale {
    match when {
        When::Calendar { .. } => Scale::Calendar,
        When::DayOfYear(_) => Scale::DayOfYear,
        When::Week(_) => Scale::Week,
        When::Time { .. } => Scale::Time,
        When::Step { .. } => Scale::Step,
    }
}

fn is_timed(when: When) -> bool {
    match when {
        When::Calendar { start, end } => start == end,
        When::Time { .. } => true,
        When::DayOfYear(_) | When::Week(_) | When::Step { .. } => false,
    }
}

/// The place on its scale, after how much that begins anew, by how much it may go back before it has, and whether it may be later by half
/// a day. Steps begin anew behind the last.
fn parts(when: When) -> (i64, Option<i64>, i64, bool) {
    match when {
        When::Calendar { start, .. } => (start, Some(0), i64::MAX, false),
        When::DayOfYear(day) => (day * DAY, Some(366 * DAY), 31 * DAY, false),
        When::Week(week) => (week * 7 * DAY, Some(53 * 7 * DAY), 28 * DAY, false),
        When::Time { weekday, minutes, doubtful } => {
            (minutes, Some(if weekday.is_some() { 7 * DAY } else { DAY }), 6 * 60, doubtful)
        }
        When::Step { number, .. } => (number, None, if number <= 1 { 0 } else { i64::MAX }, false),
    }
}

/// The month of a place.
fn month(place: i64, scale: Scale) -> Option<Date> {
    let start = if scale == Scale::Calendar { 0 } else { Date::new(1972, 1, 1)?.midnight().unix() / 60 };
    // A year that is not named has 366 days, whichever it is: four of them from 1972 on are a leap year each time.
    let (years, rest) = if scale == Scale::Calendar { (0, place) } else { (place / (366 * DAY), place % (366 * DAY)) };
    let (day, _) = Timestamp::from_unix((start + rest) * 60).civil();
    let (year, month, _) = day.parts();
    Date::new(year + 4 * u16::try_from(years).ok()?, month, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(texts: &[&str]) -> Vec<Option<i64>> {
        let texts: Vec<_> = texts.iter().map(|text| (0, Some(*text))).collect();
        line_of_time(&texts, TermLanguage::Nl).into_iter().map(|timed| timed.map(|timed| timed.place)).collect()
    }

    #[test]
    fn days_weeks_and_times_go_on_where_they_come_round() {
        for texts in [
            ["12 december 09.12 uur", "3 januari om 10 uur", "2 januari", "8 april kl. 9"],
            ["KW 50", "KW 2", "Woche 1", "week 10"],
            ["22:00 uur", "01:00 uur", "0.30 Uhr", "07:15"],
            ["12 december", "3 januari", "2 januari", "8 april"],
            ["week 50", "week 2", "week 1", "week 10"],
            ["22:00", "01:00", "00:30", "07:15"],
            ["ma 14:00", "di 13:00", "di 12:30", "wo 9:00"],
            ["vr 22:00", "01:00", "00:30", "za 7:15"],
            ["2026-01-12", "2026-03-05", "2026-03-03", "2026-04-01"],
        ] {
            let found: Vec<i64> = places(&texts).into_iter().flatten().collect();
            assert!(found[0] < found[2] && found[2] < found[1] && found[1] < found[3], "{texts:?}: {found:?}");
        }
        let week: Vec<i64> = places(&["ma 9:00", "ma. 10:00", "woensdag 9:00", "ma 9:00"]).into_iter().flatten().collect();
        assert_eq!([week[1] - week[0], week[2] - week[0], week[3] - week[0]], [60, 2 * DAY, 7 * DAY]);
        assert_eq!(places(&["stap 1", "stap 2", "stap 1", "stap 2"]), [Some(1), Some(2), Some(3), Some(4)]);
    }

    #[test]
    fn a_day_alone_stays_behind_the_time_of_that_day_before_it() {
        let found = places(&["2026-04-16 10:20", "2026-04-16", "2026-04-17"]);
        assert!(found[0] == found[1] && found[1] < found[2], "{found:?}");
        let found = places(&["2026-04-16", "2026-04-16 10:20"]);
        assert!(found[0] < found[1], "{found:?}");
    }

    #[test]
    fn a_day_is_not_known_to_the_minute() {
        let texts = ["2026-04-16 10:20", "2026-04-16"].map(|text| (0, Some(text)));
        let found: Vec<bool> =
            line_of_time(&texts, TermLanguage::Nl).into_iter().flatten().map(|timed| timed.to_the_minute).collect();
        assert_eq!(found, [true, false]);
    }

    #[test]
    fn an_earlier_time_in_a_later_phase_is_of_another_day() {
        let texts = [(0, "wo 10:00"), (1, "wo 17:10"), (2, "13:30"), (2, "14:12"), (2, "14:00"), (3, "9:00")];
        let texts = texts.map(|(phase, text)| (phase, Some(text)));
        let found: Vec<i64> = line_of_time(&texts, TermLanguage::Nl).into_iter().flatten().map(|timed| timed.place).collect();
        let hours: Vec<i64> = found.iter().map(|place| (place - found[0]) / 60).collect();
        assert_eq!(hours, [0, 7, 27, 28, 28, 47]);
        assert!(found[4] < found[3], "within a phase the clock tells the order: {found:?}");
    }

    #[test]
    fn what_is_on_another_scale_has_no_place() {
        assert_eq!(places(&["12 jan", "straks", "14:00", "13 jan"]).iter().filter(|place| place.is_some()).count(), 2);
        assert_eq!(places(&["ooit", ""]), [None, None]);
        let months = line_of_time(&[(0, Some("12 dec")), (1, Some("3 jan"))], TermLanguage::Nl);
        let months: Vec<_> = months.into_iter().map(|timed| timed.unwrap().month.unwrap().month_in("nl")).collect();
        assert_eq!(months, [Some("december"), Some("januari")]);
    }

    #[test]
    fn the_first_day_that_is_named_is_the_one_behind_times_without_a_name() {
        let places: Vec<i64> = places(&["17:40", "17:50", "wo 8:10", "wo 9:00", "vr 8:00"]).into_iter().flatten().collect();
        let day = |place: i64| place.div_euclid(DAY);
        assert_eq!(places.iter().map(|place| day(*place)).collect::<Vec<_>>(), [0, 0, 1, 1, 3], "{places:?}");
    }
}
