//! What a timeline says: every text, prepared once for all sizes and widths.

use std::ops::Range;

use super::moments::{self, Moment, Slot, Spot};
use super::system::Bracket;
use super::view;
use crate::journey::{Item, Journey, LaneKind, Scale, Term};
use crate::layout::drawn::ink::{Icon, Sign};
use crate::layout::drawn::items::{At, ItemText, Remark};
use crate::layout::drawn::page::{Entry, HeadText, entries, entry};
use crate::layout::drawn::phases::{PhaseText, StageText};
use crate::layout::drawn::text::{Block, Missing, Place, Setter};
use crate::layout::{Context, curves, theme};
use crate::meta::{self, Date};
use crate::scene::{Mm, Pt};
use crate::text::Cut;

/// The texts of a timeline.
pub(super) struct Content<'a> {
    pub journey: &'a Journey,
    pub context: &'a Context<'a>,
    pub head: HeadText,
    pub stages: Vec<StageText>,
    /// Their names in a row in which they go on.
    pub stages_again: Vec<Block>,
    pub phases: Vec<PhaseText>,
    /// Their titles in a row in which they go on.
    phases_again: Vec<PhaseText>,
    pub moments: Vec<Moment>,
    pub notes: Vec<NoteText>,
    /// How wide that is when each of them was, in em, from the shortest to the longest.
    whens: Vec<f64>,
    pub slots: Vec<Slot>,
    /// The words for the silences, by their slots.
    pub silences: Vec<Option<Block>>,
    /// How it felt, from left to right.
    pub felt: Vec<Felt>,
    /// What is said of how phases felt, each with the name of its phase, for where it has no room below that.
    pub elsewhere: Vec<ItemText>,
    /// The names of months where they begin, by the slots, each with how many lines it may take: two with a year, which is told nowhere
    /// else.
    pub months: Vec<Option<(Block, usize)>>,
    /// What the line is of: its scale and its name.
    pub curve: Option<(Scale, String)>,
    /// Stages that no phase stands in, and what is said of lanes that have no place else.
    pub besides: Vec<Block>,
    pub legend: Vec<Entry>,
    /// That contacts without a time stand in their order, where many have none.
    pub in_order: Option<Entry>,
    /// Whether all of it is still to be filled in.
    pub blank: bool,
    /// What stands on a note that is to be filled in: what is asked, when, from whom to whom; and the name of the row of ideas.
    pub asked: [Block; 4],
}

/// What a note says.
pub(super) struct NoteText {
    /// The item, with all that is known of it below its text, and without when it was. What is said of it stands behind it.
    told: [Vec<ItemText>; 2],
    /// When it was.
    pub when: Option<Block>,
    /// Whether nobody knows when.
    pub undated: bool,
    pub icon: Option<Icon>,
    /// How it felt: an index into what is felt.
    pub felt: Option<usize>,
}

/// How something felt, and where.
pub(super) struct Felt {
    pub spot: Spot,
    pub mood: Mood,
    /// What is said of it.
    pub said: Option<ItemText>,
}

/// How something felt.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mood {
    /// From −1.0 to 1.0.
    pub good: f64,
    /// Where it stands on its scale, from 0.0 to 1.0.
    pub share: f64,
    /// Whether the journey turns on it, and whether customers leave there.
    pub turns: bool,
    pub leaves: bool,
    /// Whether nothing is felt worse anywhere.
    pub lowest: bool,
}

impl NoteText {
    /// The item in one of the ways to tell it, with what is said of it or without.
    pub fn told(&self, way: usize, says: bool) -> &[ItemText] {
        let told = &self.told[way];
        if says { told } else { &told[..1] }
    }
}

impl<'a> Content<'a> {
    /// Prepares all texts. What no face has is noted in `missing`.
    pub fn new(journey: &'a Journey, context: &'a Context<'a>, missing: &'a Missing) -> Self {
        let set = Setter::new(&journey.language, context.text, missing);
        let moments = moments::of(journey);
        let slots = moments::slots(&moments, journey);
        let undated = moments.iter().filter(|moment| moment.item(journey).when.is_none()).count();
        // What only few lack is said of each, what many lack once.
        let few = undated * 3 <= moments.len();
        let felt = felt(&moments::spots(&slots, &moments, journey), &moments, journey, set);
        let elsewhere = elsewhere(&felt, journey, set);
        let years = tell_years(&moments, journey, set);
        let mut notes: Vec<NoteText> = moments.iter().map(|moment| note(journey, moment, (few, years), set)).collect();
        for (nth, felt) in felt.iter().enumerate() {
            if let Some(moment) = felt.spot.moment {
                notes[moment].felt = Some(nth);
            }
        }
        let silences = slots.iter().map(|slot| match slot {
            Slot::Silence(minutes) => moments::words(*minutes, set.terms).map(|words| set.label(&words, Cut::Bold)),
            Slot::Moment(_) | Slot::Felt(..) | Slot::Empty(_) => None,
        });
        let curve = curves::first(&journey.lanes).filter(|_| !felt.is_empty());
        let shown = view::contacts(journey);
        let mut legend = entries(&shown, set);
        if felt.iter().any(|felt| felt.mood.turns) && !legend.iter().any(|entry| entry.sign == Some(Sign::MomentOfTruth)) {
            legend.insert(0, entry(Sign::MomentOfTruth, set));
        }
        if felt.iter().any(|felt| felt.mood.leaves) && !legend.iter().any(|entry| entry.sign == Some(Sign::DROP_OFF)) {
            legend.push(entry(Sign::DROP_OFF, set));
        }
        let own = |good: bool| {
            let own = felt.iter().filter(|felt| felt.spot.moment.is_some()).map(|felt| felt.mood.good);
            own.into_iter().any(|own| if good { own > 0.0 } else { own < 0.0 })
        };
        legend.extend([true, false].into_iter().filter(|good| own(*good)).map(|good| entry(Sign::Edge { good }, set)));
        if felt.iter().any(|felt| felt.mood.lowest) {
            legend.push(entry(Sign::Lowest, set));
        }
        let in_order = (undated > 0 && !few).then(|| Entry::unsigned(set.label(Term::InOrder.text(set.terms), Cut::Regular)));
        let label = |term: Term| set.label(term.text(set.terms), Cut::Regular);
        let blank = moments.is_empty() && felt.is_empty();
        Self {
            head: HeadText::new(journey, (context.part, blank), set),
            stages: StageText::all(journey, set),
            stages_again: StageText::again(journey, set),
            phases: PhaseText::all(&shown, set),
            phases_again: PhaseText::again(journey, set),
            silences: silences.collect(),
            months: months(&moments, &slots, years, set),
            curve: curve.and_then(|lane| Some((journey.lanes[lane].scale.clone()?, journey.lanes[lane].title.clone()))),
            besides: besides(journey, &shown, moments.is_empty() && !felt.is_empty(), set),
            legend,
            in_order,
            blank,
            asked: [
                label(Term::WhatHappens),
                label(Term::When),
                label(Term::FromTo),
                set.label(Term::Ideas.text(set.terms), Cut::Bold),
            ],
            whens: whens(&notes),
            moments,
            notes,
            felt,
            elsewhere,
            slots,
            journey,
            context,
        }
    }

    /// Which of some sizes is that of when it was, on all notes: the first in which most have room for it on a line of a width, unless not even
    /// the last spares the others a second line.
    pub fn size_of_when(&self, [large, small]: [Pt; 2], width: Mm) -> Pt {
        let fitting = |size: Pt| self.whens.partition_point(|when| Mm::from(size) * *when <= width);
        if fitting(large) * 3 >= self.whens.len() * 2 || fitting(small) < self.whens.len() { large } else { small }
    }

    /// What stands over a bracket.
    pub fn title_of(&self, bracket: &Bracket) -> &PhaseText {
        if bracket.opens { &self.phases[bracket.phase] } else { &self.phases_again[bracket.phase] }
    }

    /// What stands on the line in some slots.
    pub fn felt_in(&self, slots: &Range<usize>) -> Range<usize> {
        let before = |slot: usize| self.felt.partition_point(|felt| felt.spot.slot < slot);
        before(slots.start)..before(slots.end)
    }

    /// The colours of a phase.
    pub fn hue(&self, phase: usize) -> theme::Hue {
        theme::stage(self.context.part.stage(self.journey.phases[phase].stage))
    }

    /// How a moment felt.
    pub fn mood(&self, moment: usize) -> Option<Mood> {
        self.notes[moment].felt.map(|felt| self.felt[felt].mood)
    }

    /// The phase that a slot belongs to; a silence belongs to one when it begins and ends in it.
    pub fn phase_of(&self, slot: usize) -> Option<usize> {
        match self.slots[slot] {
            Slot::Moment(moment) => Some(self.moments[moment].phase),
            Slot::Felt(phase, _) | Slot::Empty(phase) => Some(phase),
            Slot::Silence(_) => {
                let before = slot.checked_sub(1).and_then(|slot| self.phase_of(slot));
                let behind = self.slots[slot + 1..].iter().find_map(|slot| match slot {
                    Slot::Moment(moment) => Some(self.moments[*moment].phase),
                    Slot::Silence(_) | Slot::Felt(..) | Slot::Empty(_) => None,
                });
                before.filter(|phase| behind == Some(*phase))
            }
        }
    }
}

/// How wide that is when each note was, in em, from the shortest to the longest.
fn whens(notes: &[NoteText]) -> Vec<f64> {
    let dated = notes.iter().filter(|note| !note.undated).filter_map(|note| note.when.as_ref());
    let mut whens: Vec<f64> = dated.map(Block::natural_width).collect();
    whens.sort_unstable_by(f64::total_cmp);
    whens
}

/// That there are no contacts where only scores are shown, stages without a phase, and the names of several lanes, which all stand in words.
fn besides(journey: &Journey, shown: &Journey, bare: bool, set: Setter) -> Vec<Block> {
    let bare = bare.then(|| set.label(Term::NoContacts.text(set.terms), Cut::Regular));
    let idle = (0..journey.stages.len()).filter(|stage| !journey.phases.iter().any(|phase| phase.stage == Some(*stage)));
    let idle = idle.map(|stage| {
        let said = &journey.stages[stage];
        let second = said.subtitle.as_ref().map_or(String::new(), |second| format!(" · {second}"));
        set.label(&format!("{}: {}{second}", Term::Stage.text(set.terms), said.title), Cut::Regular)
    });
    let empty = |lane: &usize| shown.phases.iter().all(|phase| phase.cells[*lane].is_empty());
    let lanes = (0..shown.lanes.len()).filter(|lane| shown.lanes.len() > 1 && empty(lane));
    let lanes = lanes.map(|lane| set.label(&format!("{}: –", shown.lanes[lane].title), Cut::Regular));
    bare.into_iter().chain(idle).chain(lanes).collect()
}

/// Whether the ruler tells the years: not where one moment leaves its own open, or the months have no names or are not told.
fn tell_years(moments: &[Moment], journey: &Journey, set: Setter) -> bool {
    let mut timed = moments.iter().filter(|moment| moment.time.is_some());
    let several = timed.clone().count() > 1 && tell_months(moments);
    let says = |moment: &Moment| {
        let month = moment.time.and_then(|time| time.month).filter(|month| month.month_in(&set.language().tag).is_some());
        let when = moment.item(journey).when.as_ref();
        month.zip(when).is_some_and(|(month, when)| when.contains(&month.parts().0.to_string()))
    };
    several && timed.all(says)
}

fn month_of(moment: &Moment) -> Option<Date> {
    moment.time.and_then(|time| time.month)
}

/// Whether the ruler tells the months: one of a single contact among many would be taken for the first of all.
fn tell_months(moments: &[Moment]) -> bool {
    let dated = moments.iter().filter(|moment| month_of(moment).is_some()).count();
    dated * 3 >= moments.len() * 2
}

/// The name of each month at the first moment of it; the first of each year with the year where they are told.
fn months(moments: &[Moment], slots: &[Slot], years: bool, set: Setter) -> Vec<Option<(Block, usize)>> {
    let told = tell_months(moments);
    let mut last: Option<Date> = None;
    let months = slots.iter().map(|slot| {
        let Slot::Moment(moment) = slot else { return None };
        let month = month_of(&moments[*moment]).filter(|_| told)?;
        let name = (last != Some(month)).then(|| month.month_in(&set.language().tag)).flatten();
        let year = month.parts().0;
        let new = years && last.is_none_or(|last| last.parts().0 != year);
        last = Some(month);
        let name = name.map(|name| if new { format!("{name} {year}") } else { name.to_owned() });
        name.map(|name| (set.label(&name, Cut::Bold), if new { 2 } else { 1 }))
    });
    months.collect()
}

/// How it felt at each spot.
fn felt(spots: &[Spot], moments: &[Moment], journey: &Journey, set: Setter) -> Vec<Felt> {
    let Some(lane) = curves::first(&journey.lanes) else { return Vec::new() };
    let felt = |spot: &Spot| {
        let (item, scale) = (&journey.phases[spot.phase].cells[lane][spot.nth], journey.lanes[lane].scale.as_ref()?);
        let (score, middle) = (item.score?, scale.middle());
        let reach = if score < middle { middle - scale.min } else { scale.max - middle };
        let (good, share) = ((score - middle) / reach, scale.normalise(score));
        // What turns a contact shows at its face too, as on every other poster.
        let contact = spot.moment.map(|moment| moments[moment].item(journey));
        let marked = |mark: fn(&Item) -> bool| mark(item) || contact.is_some_and(mark);
        let (turns, leaves) = (marked(|item| item.moment_of_truth), marked(|item| item.drop_off));
        let mood = Mood { good, share, turns, leaves, lowest: false };
        let scored = |said: Item| Item { score: item.score, ..said };
        let said = view::said(item).map(|said| ItemText::new(&scored(said), At { journey, lane, phase: spot.phase }, set));
        Some(Felt { spot: *spot, mood, said })
    };
    let mut all: Vec<Felt> = spots.iter().filter_map(felt).collect();
    let least = all.iter().map(|felt| felt.mood.good).fold(0.0, f64::min);
    let lowest = (0..all.len()).filter(|felt| least < 0.0 && all[*felt].mood.good <= least);
    for felt in curves::ringed(lowest.collect()) {
        all[felt].mood.lowest = true;
    }
    all
}

/// What is said of what is felt at no contact, with the names of the phases.
fn elsewhere(felt: &[Felt], journey: &Journey, set: Setter) -> Vec<ItemText> {
    let Some(lane) = curves::first(&journey.lanes) else { return Vec::new() };
    let said = felt.iter().filter(|felt| felt.spot.moment.is_none()).filter_map(|felt| {
        let said = view::said(&journey.phases[felt.spot.phase].cells[lane][felt.spot.nth])?;
        let mut text = ItemText::new(&said, At { journey, lane, phase: felt.spot.phase }, set);
        let phase = set.label(&journey.phases[felt.spot.phase].title, Cut::Regular);
        text.remarks.push(Remark { block: phase, link: None });
        Some(text)
    });
    said.collect()
}

/// A time as people write it without its year, so that what is left is a day of a month; nothing where it is not written so.
fn without_year(written: &str, month: Date, language: &str) -> Option<String> {
    let (name, year) = (month.month_in(language)?, month.parts().0.to_string());
    let at = written.to_lowercase().find(name).filter(|_| written.to_lowercase().len() == written.len())? + name.len();
    let rest = written.get(at..)?.strip_prefix([' ', '\u{a0}'])?.strip_prefix(&*year)?;
    (!rest.starts_with(|next: char| next.is_alphanumeric())).then(|| format!("{}{rest}", &written[..at]))
}

/// A time in which no line ends between a day and its month.
fn days_kept(when: &str) -> String {
    let mut out = String::new();
    for word in when.split(' ') {
        let day = out.trim_end_matches('.').ends_with(|last: char| last.is_ascii_digit());
        let month = day && meta::month(word.trim_end_matches(|last: char| !last.is_alphabetic())).is_some();
        let space = match (out.is_empty(), month) {
            (true, _) => "",
            (false, true) => "\u{a0}",
            (false, false) => " ",
        };
        out.extend([space, word]);
    }
    out
}

/// What a note says; that nobody knows when it was as well, when that is `told`; without the year, when the ruler tells `years`.
fn note(journey: &Journey, moment: &Moment, (told, years): (bool, bool), set: Setter) -> NoteText {
    let item = moment.item(journey);
    let at = At { journey, lane: moment.lane, phase: moment.phase };
    let speaking = item.language.as_ref().map_or(set, |language| set.speaking(language));
    let place = || Place::new(journey.pointer_to_cell(moment.phase, moment.lane), "on a note".to_owned());
    let several = journey.lanes.iter().filter(|lane| lane.kind == LaneKind::Touchpoint).count() > 1;
    let said = || {
        let (lane, (phase, nth)) = curves::first(&journey.lanes).zip(moment.felt)?;
        let felt = view::said(&journey.phases[phase].cells[lane][nth])?;
        Some(ItemText::new(&felt, At { journey, lane, phase }, set))
    };
    let tell = |item: &Item| {
        let mut told = ItemText::new(item, at, set);
        // A note stands where its contact begins, and says where it ends.
        if told.bar.take().is_some()
            && let Some(until) = item.until.as_ref().and_then(|id| journey.phase(id))
        {
            let text = format!("{}: {}", Term::Until.text(set.terms), journey.phases[until].title);
            told.remarks.push(Remark { block: set.text(&text, Cut::Regular, &place), link: None });
        }
        if several {
            let text = &journey.lanes[moment.lane].title;
            told.remarks.push(Remark { block: set.text(text, Cut::Regular, &place), link: None });
        }
        std::iter::once(told).chain(said()).collect()
    };
    let when = item.when.as_ref().map(|when| {
        let language = &speaking.language().tag;
        let written = Date::written_in(when, language);
        month_of(moment).filter(|_| years).and_then(|month| without_year(&written, month, language)).unwrap_or(written)
    });
    let when = when.map(|when| days_kept(&when));
    let undated = when.is_none() && told;
    let unknown = || set.label(Term::Undated.text(set.terms), Cut::Regular);
    let timeless = Item { when: None, ..item.clone() };
    let told: [Vec<ItemText>; 2] = [tell(item), tell(&timeless)];
    NoteText {
        icon: told[0][0].icon,
        told,
        when: when.map(|when| speaking.text(&when, Cut::Bold, &place)).or_else(|| undated.then(unknown)),
        undated,
        felt: None,
    }
}
