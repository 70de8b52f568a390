//! What was measured: once, or again and again.

use crate::journey::check;
use crate::journey::limits;
use crate::journey::record::{choice, field_default, field_name, record, short_forms};
use crate::journey::values::{Answer, Count, Extension, PlaceRef};
use crate::meta::Date;

record! {
    /// Something that is measured, on the whole journey or at one place of it.
    pub struct Measurement as "a measurement", "measurements" up to (limits::MEASUREMENTS), finish check::measurement, rules check::measurement_rules {
        /// What is measured; a measurement of kind `number` needs it.
        title: Option<String>, or "the kind's name", eg r#""Wachttijd aan de kassa""#;
        /// How it is measured.
        kind: MeasurementKind, eg r#""nps""#;
        /// The phase or touchpoint at which it is measured.
        at: Option<PlaceRef>, or "the whole journey", eg r#""kaartje-kopen""#;
        /// The question that was asked.
        question: Option<String>, or "–", eg r#""Zou je ons aanraden?""#;
        /// The unit of the values; only for the kind `number`.
        unit: Option<String>, or "–", eg r#""minuten""#;
        /// The value that is aimed at.
        target: Option<f64>, or "–", eg "30";
        /// What came out, in order: one reading, or several for a series.
        series: Vec<Reading>, or "nothing yet", eg r#"[{ "date": "2026-09-01", "value": 12 }, { "date": "2026-10-01", "value": 18 }]"#;
        /// Where that can be looked up.
        source: Option<String>, or "–", eg r#""Enquête najaar 2026""#;
        /// Data of your own.
        x: Extension, or "–", eg r#"{ "panel": "B" }"#;
    }
}

choice! {
    /// The kinds of measurement.
    pub enum MeasurementKind as "a kind of measurement" {
        Number = "number", "Any number with a name.";
        Nps = "nps", "Net Promoter Score: the share of promoters (9 and 10) less that of detractors (0 to 6), from −100 to 100.";
        Csat = "csat", "Customer satisfaction: the share of satisfied answers (4 and 5 of 1 to 5), from 0 to 100.";
    }
}

record! {
    /// What came out on one occasion: a value, or what it is reckoned from.
    pub struct Reading as "a reading", "readings" up to (limits::READINGS), short value: f64, rules check::reading_rules {
        /// The day.
        date: Option<Date>, or "–", eg r#""2026-10-01""#;
        /// The value itself.
        value: Option<f64>, or "reckoned from `answers` or `counts`", eg "18";
        /// The answers as given: 0 to 10 for an NPS, 1 to 5 for a CSAT.
        answers: Vec<Answer>, or "–", eg "[9, 10, 7, 3]";
        /// How many answered what; only for an NPS.
        counts: Option<Counts>, or "–", eg r#"{ "promoters": 21, "passives": 14, "detractors": 9 }"#;
        /// What has to be known about it.
        note: Option<String>, or "–", eg r#""Alleen zaterdagen""#;
    }
}

record! {
    /// How many people gave which kind of answer.
    pub struct Counts as "a set of NPS counts", "counts" up to 1 {
        /// Those who answered 9 or 10.
        promoters: Count, eg "21";
        /// Those who answered 7 or 8.
        passives: Count, eg "14";
        /// Those who answered 0 to 6.
        detractors: Count, eg "9";
    }
}

/// The groups of a Net Promoter Score (Reichheld, “The One Number You Need to Grow”, 2003).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NpsGroup {
    /// 9 and 10.
    Promoter,
    /// 7 and 8.
    Passive,
    /// 0 to 6.
    Detractor,
}

impl NpsGroup {
    /// The group of an answer from 0 to 10.
    #[must_use]
    pub fn of(answer: Answer) -> Self {
        match answer.get() {
            9.. => Self::Promoter,
            7..=8 => Self::Passive,
            0..=6 => Self::Detractor,
        }
    }
}

impl Counts {
    /// The counts of answers.
    #[must_use]
    pub fn of(answers: &[Answer]) -> Self {
        let count = |group| {
            let count = answers.iter().filter(|answer| NpsGroup::of(**answer) == group).count();
            u32::try_from(count).ok().and_then(Count::new).unwrap_or_default()
        };
        Self { promoters: count(NpsGroup::Promoter), passives: count(NpsGroup::Passive), detractors: count(NpsGroup::Detractor) }
    }

    /// The Net Promoter Score: per cent of promoters less per cent of detractors, from −100 to 100. `None` when nobody answered.
    #[must_use]
    pub fn nps(&self) -> Option<f64> {
        let [promoters, passives, detractors] =
            [self.promoters, self.passives, self.detractors].map(|count| f64::from(count.get()));
        let all = promoters + passives + detractors;
        (all > 0.0).then(|| (promoters - detractors) / all * 100.0)
    }
}

impl MeasurementKind {
    /// The ends between which its values lie; `None` when they may be any.
    #[must_use]
    pub fn range(self) -> Option<(f64, f64)> {
        match self {
            Self::Number => None,
            Self::Nps => Some((-100.0, 100.0)),
            Self::Csat => Some((0.0, 100.0)),
        }
    }
}

/// The answers of a customer satisfaction survey.
pub(crate) const CSAT_ANSWERS: std::ops::RangeInclusive<u32> = 1..=5;
/// From this answer on a customer counts as satisfied, on a scale from 1 to 5.
const SATISFIED: u32 = 4;

impl Reading {
    /// The value: the one that was written, or the one that follows from answers or counts.
    #[must_use]
    pub fn result(&self, kind: MeasurementKind) -> Option<f64> {
        self.value.or_else(|| match kind {
            MeasurementKind::Nps => match &self.counts {
                Some(counts) => counts.nps(),
                None => Counts::of(&self.answers).nps(),
            },
            MeasurementKind::Csat => {
                let satisfied = self.answers.iter().filter(|answer| answer.get() >= SATISFIED).count();
                (!self.answers.is_empty()).then(|| satisfied as f64 / self.answers.len() as f64 * 100.0)
            }
            MeasurementKind::Number => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(given: &[u32]) -> Vec<Answer> {
        given.iter().map(|answer| Answer::new(*answer).unwrap()).collect()
    }

    #[test]
    fn promoters_less_detractors() {
        let counts = Counts::of(&answers(&[10, 9, 9, 8, 7, 6, 0, 3, 10, 9]));
        assert_eq!([counts.promoters, counts.passives, counts.detractors].map(Count::get), [5, 2, 3]);
        assert_eq!(counts.nps(), Some(20.0));
        assert_eq!(Counts::default().nps(), None);
    }

    #[test]
    fn a_written_value_goes_before_a_reckoned_one() {
        let reading = Reading { answers: answers(&[5, 4, 3, 1]), ..Reading::default() };
        assert_eq!(reading.result(MeasurementKind::Csat), Some(50.0));
        assert_eq!(reading.result(MeasurementKind::Number), None);
        assert_eq!(Reading { value: Some(7.0), ..reading }.result(MeasurementKind::Csat), Some(7.0));
    }
}
