//! The year that all dates of a journey share: it is said once, beside the title of each lane with dates, not with every date.

use crate::journey::{Item, Journey};
use crate::meta::Date;

/// So many dates at least share a year before it is not said with each.
const SEVERAL: usize = 3;

/// The year of all dates of a journey that are written for machines (`2026-03-11`), where there are several.
pub(super) fn shared(journey: &Journey) -> Option<u16> {
    let items = journey.phases.iter().flat_map(|phase| phase.cells.iter().flatten());
    let mut years = items.flat_map(dates).map(|date| date.parts().0);
    let first = years.next()?;
    let others = years.try_fold(1, |count, year| (year == first).then_some(count + 1))?;
    (others >= SEVERAL).then_some(first)
}

/// An item that says when it was, without the year; nothing for one that says no date, or in a language whose months have no names here.
pub(super) fn without(item: &Item, year: u16, language: &str) -> Option<Item> {
    let when = item.when.as_ref().filter(|_| !dates(item).is_empty())?;
    let language = item.language.as_ref().map_or(language, |own| &own.tag);
    let written = Date::written_in(when, language);
    let short = written.replace(&format!(" {year}"), "");
    (short != written).then(|| Item { when: Some(short), ..item.clone() })
}

fn dates(item: &Item) -> Vec<Date> {
    item.when.iter().flat_map(|when| Date::all_in(when)).map(|(_, date)| date).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Cells, Language, Phase};

    fn journey(whens: &[&str]) -> Journey {
        let item = |when: &&str| Item { when: Some((*when).to_owned()), ..Item::default() };
        let phase = Phase { cells: Cells(vec![whens.iter().map(item).collect()]), ..Phase::default() };
        Journey { phases: vec![phase], ..Journey::default() }
    }

    #[test]
    fn a_year_is_shared_by_several_dates_or_by_none() {
        assert_eq!(shared(&journey(&["2026-01-08", "2026-03-11, 9.30 uur", "dag 3", "2026-12-31"])), Some(2026));
        assert_eq!(shared(&journey(&["2026-01-08", "2026-03-11", "2027-01-02"])), None);
        assert_eq!(shared(&journey(&["2026-01-08", "2026-03-11"])), None);
        assert_eq!(shared(&journey(&["8 januari", "9 januari", "10 januari"])), None);
    }

    #[test]
    fn what_is_left_is_a_day_as_people_write_it() {
        let item = |when: &str| Item { when: Some(when.to_owned()), ..Item::default() };
        let when = |text: &str| without(&item(text), 2026, "nl").and_then(|item| item.when);
        assert_eq!(when("2026-03-11 om 9.30 uur").as_deref(), Some("11\u{a0}maart om 9.30 uur"));
        assert_eq!(when("na 3 dagen"), None);
        let danish = Item { language: Some(Language::of_tag("da")), ..item("2026-03-11") };
        assert_eq!(without(&danish, 2026, "nl").and_then(|item| item.when).as_deref(), Some("11.\u{a0}marts"));
    }
}
