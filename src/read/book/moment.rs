//! Days and times as files write them in words.

use super::Value;
use crate::meta::Date;

/// A day as ISO 8601 has it, with or without a time: `2026-11-07T10:00:00`.
pub(in crate::read) fn iso_moment(text: &str) -> Option<Value> {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let day = Date::parse(day)?;
    let mut parts =
        time.trim_end_matches('Z').split(':').map(|part| part.split(['.', ',']).next().unwrap_or_default().parse::<u32>());
    let (hours, minutes, rest) = (parts.next(), parts.next(), parts.next());
    let part =
        |found: Option<Result<u32, _>>, most: u32| found.and_then(Result::ok).filter(|number| *number <= most).unwrap_or(0);
    let seconds = part(hours, 23) * 3600 + part(minutes, 59) * 60 + part(rest, 59);
    Some(Value::Day { day, seconds: (seconds > 0).then_some(seconds) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_with_and_without_a_time() {
        assert_eq!(iso_moment("2026-11-07T10:30:00.000Z").unwrap().text(), "2026-11-07 10:30");
        assert_eq!(iso_moment("2026-11-07").unwrap().text(), "2026-11-07");
        assert_eq!(iso_moment("2026-13-07"), None);
    }
}
