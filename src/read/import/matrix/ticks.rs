//! Lanes of ticks that say in which phases the moment of truth is, or where people drop off: they mark what happens there.
//!
//! ```text
//! Phase            Search   Buy
//! Touchpoint       Site     Desk      Desk is a moment of truth
//! Moment of truth           x
//! ```

use super::lanes::{Filled, Lane};
use super::left::Work;
use super::marks::is_mark;
use super::scores;
use crate::journey::LaneKind;
use crate::journey::aliases::{has, spelled};
use crate::read::book::Value;
use crate::tongue::say;

/// What a lane is called that says where the moments of truth are.
const TRUTHS: &str = "moment-of-truth moments-of-truth mot mots moment-van-de-waarheid momenten-van-de-waarheid waarheidsmoment \
    waarheidsmomenten sandhedens-ojeblik sandhedens-ojeblikke moment-der-wahrheit momente-der-wahrheit augenblick-der-wahrheit moment-de-verite \
    moments-de-verite momento-de-la-verdad momentos-de-la-verdad momento-de-verdad momento-da-verdade momentos-da-verdade momento-della-verita \
    momenti-della-verita sanningens-ogonblick sannhetens-oyeblikk chwila-prawdy chwile-prawdy moment-prawdy";
/// What a lane is called that says where people drop off.
const DROPS: &str = "drop-off drop-offs dropoff drop-off-point drop-off-points drop-out dropout afhaakmoment afhaakmomenten afhaakpunt afhaakpunten \
    afhaker afhakers haakt-af frafald frafaldspunkt frafaldspunkter absprung absprungpunkt absprungpunkte abbruch abbruchpunkt abandon \
    point-d-abandon points-d-abandon abandono punto-de-abandono puntos-de-abandono ponto-de-abandono abbandono punto-di-abbandono avhopp \
    avhoppspunkt frafall frafallspunkt rezygnacja punkt-rezygnacji";
/// What says yes, besides a mark.
const YES: &str = "ja yes y oui si sim tak true waar sand wahr vrai";
/// What says no.
const NO: &str = "nee nej no nein non nao nie n false onwaar falsk falsch faux";

/// Which of the two a lane tells.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    Truth,
    Drop,
}

fn told(lane: &Lane) -> Option<Told> {
    let name = spelled(lane.title.split(['(', '?', ':', '[']).next().unwrap_or_default());
    let of = |list: &str| has(list, &name);
    if of(TRUTHS) { Some(Told::Truth) } else { of(DROPS).then_some(Told::Drop) }
}

/// Whether a cell says yes or no.
fn answer(value: &Value) -> Option<bool> {
    const EMPTY: [&str; 4] = ["☐", "□", "○", "◯"];
    let text = value.text();
    let text = text.trim();
    match value {
        Value::Bool(is) => Some(*is),
        _ if scores::is_blank(value) || EMPTY.contains(&text) => Some(false),
        // A cross stands for yes where people tick, and beside ticks for no.
        _ if is_mark(value) || matches!(text, "★" | "⭐" | "⚑") || has(YES, &spelled(text)) => Some(true),
        _ => has(NO, &spelled(text)).then_some(false),
    }
}

/// Marks the contacts, else what is done, else what there is first, in each phase that is ticked, and takes the lanes of ticks away. One stays as it
/// is that holds anything but ticks, or ticks a phase in which nothing else is.
pub fn take(lanes: &mut Vec<Lane>, across: bool, work: &mut Work) {
    let mut index = 0;
    while let Some(lane) = lanes.get(index) {
        let Some((told, marks)) = told(lane).and_then(|told| Some((told, marked(lanes, index, across)?))) else {
            index += 1;
            continue;
        };
        for (lane, cell) in marks {
            if let Some(cell) = lanes.get_mut(lane).and_then(|lane| lane.cells.get_mut(cell)) {
                cell.moment_of_truth |= told == Told::Truth;
                cell.drop_off |= told == Told::Drop;
            }
        }
        let lane = lanes.remove(index);
        let what = if told == Told::Truth { "truth" } else { "drop" };
        work.step_at(lane.spot, across, say!("explain-marked", name = &lane.title, what = what));
    }
}

/// The cells that a lane of ticks marks, each by the indexes of its lane and itself.
fn marked(lanes: &[Lane], index: usize, across: bool) -> Option<Vec<(usize, usize)>> {
    let lane = lanes.get(index)?;
    let answers: Option<Vec<(&Filled, bool)>> = lane.cells.iter().map(|cell| Some((cell, answer(cell.value)?))).collect();
    let answers = answers.filter(|answers| answers.iter().any(|(_, is)| *is))?;
    let ticked = answers.into_iter().filter(|(_, is)| *is);
    ticked.map(|(tick, _)| place(lanes, index, tick, across)).collect()
}

/// The cell that a tick is about: in the same record where there are such, else the first of the phase.
pub(super) fn place(lanes: &[Lane], own: usize, tick: &Filled, across: bool) -> Option<(usize, usize)> {
    let of_kind = |kind: Option<LaneKind>| {
        let lanes = (0..).zip(lanes).filter(move |(index, lane): &(usize, &Lane)| {
            *index != own && told(lane).is_none() && kind.is_none_or(|kind| lane.kind == Some(kind))
        });
        lanes.flat_map(|(index, lane)| (0..).zip(&lane.cells).map(move |(at, cell): (usize, &Filled)| ((index, at), cell)))
    };
    let fits = |cell: &Filled| cell.phase == tick.phase && !scores::is_blank(cell.value);
    let kinds = [Some(LaneKind::Touchpoint), Some(LaneKind::Action), Some(LaneKind::Emotion), None];
    kinds.into_iter().find_map(|kind| {
        let beside = of_kind(kind).find(|(_, cell)| fits(cell) && cell.column(across) == tick.column(across));
        beside.or_else(|| of_kind(kind).find(|(_, cell)| fits(cell))).map(|(place, _)| place)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::journey;
    use crate::journey::Journey;

    /// The texts and scores that are marked, `!` for a moment of truth and `?` for a drop-off, and the lanes.
    fn marks(journey: &Journey) -> (String, String) {
        let items = journey.phases.iter().flat_map(|phase| phase.cells.iter().flatten());
        let marked = items.filter(|item| item.moment_of_truth || item.drop_off).map(|item| {
            let signs = [(item.moment_of_truth, "!"), (item.drop_off, "?")].map(|(is, sign)| if is { sign } else { "" });
            format!("{}{}{}", item.text(), item.score.map(|score| score.to_string()).unwrap_or_default(), signs.concat())
        });
        (marked.collect::<Vec<_>>().join("|"), journey.lanes.iter().map(|lane| lane.title.as_str()).collect::<Vec<_>>().join("|"))
    }

    #[test]
    fn ticks_mark_what_happens_in_each_language() {
        for (name, tick, sign) in [
            ("Moment of truth", "x", "!"),
            ("MOT", "✓", "!"),
            ("Moment van de waarheid", "ja", "!"),
            ("Sandhedens øjeblik", "☑", "!"),
            ("Moment der Wahrheit?", "Ja", "!"),
            ("Moment de vérité", "oui", "!"),
            ("Momento de la verdad", "Sí", "!"),
            ("Momento della verità", "sì", "!"),
            ("Sanningens ögonblick", "X", "!"),
            ("Chwila prawdy", "tak", "!"),
            ("Afhaakmoment", "x", "?"),
            ("Drop-off", "Yes", "?"),
            ("Frafald", "✔", "?"),
        ] {
            let read = journey(&format!("Fase|Zoeken|Betalen\nActies|Belt|Pint\nTouchpoint|Site|Balie~Kassa\n{name}|☐|{tick}"));
            assert_eq!(marks(&read), (format!("Balie{sign}"), "Acties|Touchpoint".to_owned()), "{name}");
            let read = journey(&format!("Fase|Acties|Touchpoint|{name}\nZoeken|Belt|Site|\nBetalen|Pint|Balie|{tick}"));
            assert_eq!(marks(&read), (format!("Balie{sign}"), "Acties|Touchpoint".to_owned()), "{name} down");
        }
    }

    #[test]
    fn a_tick_marks_its_own_contact_or_else_what_there_is() {
        let read =
            journey("Fase|Touchpoint|Kanaal|Moment of truth\nZoeken|Site|web|\nZoeken|Telefoon|tel|x\nBetalen|Balie|winkel|");
        assert_eq!(marks(&read).0, "Telefoon!");
        let read = journey("Fase|Zoeken|Betalen\nGedachten|Waar?|Duur\nStemming|2|-1\nDrop-off||x");
        assert_eq!(marks(&read), ("-1?".to_owned(), "Gedachten|Stemming".to_owned()));
    }

    #[test]
    fn what_is_told_in_words_stays_a_lane() {
        for cells in ["|als de bon komt", "|", "nee|nee"] {
            let read = journey(&format!("Fase|Zoeken|Betalen\nActies|Belt|Pint\nMoment of truth|{cells}"));
            assert_eq!(marks(&read), (String::new(), "Acties|Moment of truth".to_owned()), "{cells}");
        }
    }
}
