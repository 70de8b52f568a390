//! What belongs to cells without standing in them: curves, colours of scores, messages at input cells, and names.

use super::head::Fact;
use super::{Part, Placed, RowTag};
use crate::forms::{hints, line};
use crate::journey::{Journey, Lane, LaneKind, Scale, Term, TermLanguage};
use crate::layout::{curves, theme};
use crate::scene::Color;
use crate::sheet::{Allowed, CellRef, Chart, ColorScale, Input, Range, limits};

/// The rows that were made, by what they are.
pub struct Extras<'a> {
    /// What the sheet shows.
    pub journey: &'a Journey,
    /// Where the rows of each draft stand.
    pub placed: &'a [Placed],
}

impl Extras<'_> {
    fn last(&self) -> u16 {
        super::phase_count(self.journey)
    }

    /// The cells of a lane's part, below the phases.
    fn cells(&self, placed: &Placed) -> Range {
        let corner = |row, column| CellRef { row, column };
        Range { first: corner(placed.first, 1), last: corner(placed.last, self.last()) }
    }

    fn scores(&self, lane: usize) -> impl Iterator<Item = &Placed> {
        self.placed.iter().filter(move |placed| matches!(placed.tag, RowTag::Lane(of, Part::Scores(_)) if of == lane))
    }

    fn lanes(&self) -> impl Iterator<Item = (&Placed, usize, Part, &Lane)> {
        self.placed.iter().filter_map(|placed| match placed.tag {
            RowTag::Lane(index, part) => Some((placed, index, part, &self.journey.lanes[index])),
            RowTag::Title
            | RowTag::Fact(_)
            | RowTag::Space
            | RowTag::Stage
            | RowTag::Phase
            | RowTag::Description
            | RowTag::Duration
            | RowTag::Risks
            | RowTag::Note
            | RowTag::Chart(_) => None,
        })
    }

    /// A line chart for each row that was kept free for one.
    pub fn charts(&self) -> Vec<Chart> {
        let header = self.placed.iter().find(|placed| placed.tag == RowTag::Phase).map_or(0, |placed| placed.first);
        let groups = curves::groups(self.journey);
        let charts = self.placed.iter().filter_map(|placed| {
            let RowTag::Chart(first) = placed.tag else { return None };
            let group = groups.iter().find(|group| group.start == first)?;
            let scale = self.journey.lanes[first].scale.as_ref()?;
            let title = self.scores(first).next().map(|row| CellRef { row: row.first, column: 0 });
            let lead = curves::ranked(&self.journey.lanes[group.clone()]).first().map_or(first, |place| first + place);
            let rows = || group.clone().flat_map(|lane| self.scores(lane).map(move |row| (lane, row)));
            let values: Vec<_> = rows().map(|(_, row)| (self.cells(row), CellRef { row: row.first, column: 0 })).collect();
            // The curve that comes first looks so wherever its row stands.
            let leading = rows().filter(|(lane, _)| *lane == lead).count();
            let (mut leads, mut others) = (0.., leading..);
            let looks = rows().filter_map(|(lane, _)| if lane == lead { leads.next() } else { others.next() });
            let looks: Vec<_> = looks.map(|nth: usize| curves::LOOKS[nth % curves::MOST]).collect();
            (!values.is_empty()).then(|| Chart {
                title: title.filter(|_| group.len() == 1),
                title_above: false,
                description: self.description(group.clone()),
                categories: Range::of_row(header, (1, self.last())),
                values,
                axis: (scale.min, scale.max),
                frame: Range::of_row(placed.first, (0, self.last())),
                axis_columns: 1,
                looks,
            })
        });
        charts.collect()
    }

    /// The curves in words, for those who cannot see them.
    fn description(&self, lanes: std::ops::Range<usize>) -> String {
        let language = self.journey.language.terms;
        let curve = |index: usize| {
            let lane = &self.journey.lanes[index];
            let points = self.journey.phases.iter().filter_map(|phase| {
                let scores: Vec<_> = line::scores(&phase.cells[index]).map(|score| line::score(score, lane, language)).collect();
                (!scores.is_empty()).then(|| format!("{} {}", phase.title, scores.join(", ")))
            });
            let points: Vec<_> = points.collect();
            let title = line::title(self.journey, lane);
            if points.is_empty() {
                hints::EMPTY_CURVE.fill(language, &[&title])
            } else {
                hints::CURVE.fill(language, &[&title, &points.join("; ")])
            }
        };
        limits::clip(&lanes.map(curve).collect::<Vec<_>>().join(" "), limits::MESSAGE)
    }

    /// Scores are coloured by their place on the scale, in tints that keep them legible.
    pub fn scales(&self) -> Vec<ColorScale> {
        let tint = |color: Color| color.over(Color::WHITE, 0.45);
        let scales = self.lanes().filter_map(|(placed, _, part, lane)| match (part, &lane.scale) {
            (Part::Scores(_), Some(Scale { min, max, .. })) => {
                Some(ColorScale { range: self.cells(placed), low: (*min, tint(theme::BAD)), high: (*max, tint(theme::GOOD)) })
            }
            (Part::Scores(_) | Part::Items | Part::Words, _) => None,
        });
        scales.collect()
    }

    /// The scale as the rule for scores, a day for the date, levels to choose from for priorities; and on a blank sheet a message at
    /// every cell that is to be filled in.
    pub fn inputs(&self, blank: bool) -> Vec<Input> {
        let inputs = self.every_input().map(|input| if blank { input } else { Input { message: String::new(), ..input } });
        inputs.filter(|input| blank || input.allowed.is_some()).collect()
    }

    fn every_input(&self) -> impl Iterator<Item = Input> {
        let language = self.journey.language.terms;
        let title = |text: &str| limits::clip(text, limits::MESSAGE_TITLE);
        let head = self.placed.iter().filter_map(move |placed| {
            let (column, name, words) = match placed.tag {
                RowTag::Title => (0, Term::Journey.text(language), hints::FILL_TITLE),
                RowTag::Fact(fact) => (1, fact_name(fact, language), fact_message(fact)),
                RowTag::Space
                | RowTag::Stage
                | RowTag::Phase
                | RowTag::Description
                | RowTag::Duration
                | RowTag::Risks
                | RowTag::Lane(..)
                | RowTag::Note
                | RowTag::Chart(_) => return None,
            };
            let range = Range::cell(CellRef { row: placed.first, column });
            let remark = || limits::clip(hints::OFF_CALENDAR.text(language), limits::MESSAGE);
            let allowed = (placed.tag == RowTag::Fact(Fact::Date)).then(|| Allowed::Day { remark: remark() });
            Some(Input { range, title: title(name), message: words.text(language).into(), allowed })
        });
        let lanes = self.lanes().map(move |(placed, _, part, lane)| {
            let (message, allowed) = match (part, &lane.scale) {
                (Part::Scores(_), Some(scale)) => {
                    let ends = [line::score(scale.min, lane, language), line::score(scale.max, lane, language)];
                    let ends = [ends[0].as_str(), ends[1].as_str()];
                    let refusal = limits::clip(&hints::OFF_SCALE.fill(language, &ends), limits::MESSAGE);
                    let allowed = Allowed::Between { min: scale.min, max: scale.max, refusal };
                    (limits::clip(&hints::SCORE.fill(language, &ends), limits::MESSAGE), Some(allowed))
                }
                (Part::Words, _) => (hints::FEELING_WORDS.text(language).into(), None),
                (Part::Items | Part::Scores(_), _) => (hints::lane(lane.kind).text(language).into(), choices(lane, language)),
            };
            Input { range: self.cells(placed), title: title(&lane.title), message, allowed }
        });
        head.chain(lanes)
    }

    /// Names by which a reader finds title, facts, phases and lanes wherever they were moved. Phases and lanes are counted from 1.
    pub fn names(&self) -> Vec<(String, Range)> {
        let cell = |row, column| Range::cell(CellRef { row, column });
        let mut names = Vec::new();
        for placed in self.placed {
            let row = placed.first;
            match placed.tag {
                RowTag::Title => names.push(("klantreis_title".into(), cell(row, 0))),
                RowTag::Fact(fact) => names.push((format!("klantreis_{}", fact.name()), cell(row, 1))),
                RowTag::Stage => names.push(("klantreis_stages".into(), self.cells(placed))),
                RowTag::Phase => {
                    names.extend((1..=self.last()).map(|column| (format!("klantreis_phase_{column}"), cell(row, column))));
                }
                RowTag::Duration => names.push(("klantreis_durations".into(), self.cells(placed))),
                RowTag::Risks => names.push(("klantreis_risks".into(), self.cells(placed))),
                RowTag::Description => names.push(("klantreis_descriptions".into(), self.cells(placed))),
                RowTag::Lane(index, part) => names.push((lane_name(index, part), self.cells(placed))),
                RowTag::Space | RowTag::Note | RowTag::Chart(_) => {}
            }
        }
        names
    }
}

/// What a cell of a lane may begin with; more may be written.
fn choices(lane: &Lane, language: TermLanguage) -> Option<Allowed> {
    let levels = || [Term::High, Term::Middling, Term::Low].map(|term| term.text(language).to_owned());
    (lane.kind == LaneKind::Priority).then(|| Allowed::OneOf { words: levels().into(), refusal: None })
}

fn lane_name(index: usize, part: Part) -> String {
    let lane = index + 1;
    match part {
        Part::Items => format!("klantreis_lane_{lane}"),
        Part::Scores(nth) => format!("klantreis_lane_{lane}_scores_{}", nth + 1),
        Part::Words => format!("klantreis_lane_{lane}_words"),
    }
}

fn fact_name(fact: Fact, language: TermLanguage) -> &'static str {
    match fact {
        Fact::Scenario => hints::SCENARIO.text(language),
        Fact::Organisation => hints::ORGANISATION.text(language),
        Fact::Authors => hints::AUTHORS.text(language),
        Fact::Date => hints::DATE.text(language),
    }
}

fn fact_message(fact: Fact) -> hints::Words {
    match fact {
        Fact::Scenario => hints::FILL_SCENARIO,
        Fact::Organisation => hints::FILL_ORGANISATION,
        Fact::Authors => hints::FILL_AUTHORS,
        Fact::Date => hints::FILL_DATE,
    }
}
