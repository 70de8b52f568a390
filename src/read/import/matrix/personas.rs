//! Lanes that say who travels: their names are personas.

use std::collections::BTreeSet;

use super::head::Head;
use super::lanes::Lane;
use super::left::{Spot, Work};
use super::{moods, travellers, words};
use crate::journey::aliases::{has, key, near_lane, near_phase, spelled};
use crate::journey::{LaneKind, limits};
use crate::read::book::Value;
use crate::read::import::facts::{self, Field};
use crate::tongue::say;

/// A name is seldom longer; more is a description.
const NAME_CHARS: usize = 60;

/// Takes a lane with the name of the only persona, of which nobody knows the kind, for what that person does, where no other lane tells that.
pub fn of_names(lanes: &mut [Lane], head: &Head) {
    let [name] = head.persona.iter().chain(&head.travellers).map(|(name, _)| name).collect::<Vec<_>>()[..] else { return };
    if lanes.iter().any(|lane| lane.holds() == LaneKind::Action) {
        return;
    }
    let is_own = |lane: &&mut Lane| {
        lane.kind.is_none() && lane.holds() == LaneKind::Text && key(&lane.title) == key(&travellers::first(name))
    };
    if let Some(lane) = lanes.iter_mut().find(is_own) {
        lane.kind = Some(LaneKind::Action);
    }
}

/// Gives the journey the personas that lanes of that name hold. A lane with one name throughout says nothing more and goes; one with several
/// stays, since it tells which of them is where.
pub fn take(lanes: &mut Vec<Lane>, head: &mut Head, work: &mut Work) {
    if lanes.len() < 2 {
        return;
    }
    let mut index = 0;
    while let Some(lane) = lanes.get(index) {
        let names = if facts::label(&lane.title) == Some(Field::Persona) { names(lane) } else { Vec::new() };
        let room = usize::from(head.persona.is_some()) + head.travellers.len() + names.len() <= limits::PERSONAS;
        if names.is_empty() || !room {
            index += 1;
            continue;
        }
        if names.len() == 1 {
            work.step(lane.spot, say!("explain-persona", name = &names[0].0));
            lanes.remove(index);
        } else {
            index += 1;
        }
        let known: Vec<String> = head.persona.iter().chain(&head.travellers).map(|(name, _)| key(name)).collect();
        let new: Vec<_> = names.into_iter().filter(|(name, _)| !known.contains(&key(name))).collect();
        head.travellers.extend(new);
    }
}

/// Gives the journey the personas after which its curves are called, `Mood – Sam` and `Mood – Noor`, where it has no others.
pub fn of_curves(lanes: &[Lane], head: &mut Head, work: &mut Work) {
    if head.persona.is_some() || !head.travellers.is_empty() {
        return;
    }
    let curves: Vec<(&Lane, &str, &str)> = lanes.iter().filter_map(|lane| curve(lane)).collect();
    let Some((_, first, _)) = curves.first() else { return of_thoughts(lanes, head, work) };
    let different: BTreeSet<String> = curves.iter().map(|(.., name)| key(name)).collect();
    let all = lanes.iter().filter(|lane| lane.holds() == LaneKind::Emotion).count();
    let same = curves.iter().all(|(_, own, _)| key(own) == key(first));
    if curves.len() < 2 || curves.len() < all || different.len() < curves.len() || curves.len() > limits::PERSONAS || !same {
        return;
    }
    for (lane, _, name) in curves {
        work.step(lane.spot, say!("explain-persona-of-curve", name = name));
        head.travellers.push((name.to_owned(), lane.spot));
    }
}

/// Gives the journey the personas whose names stand in brackets behind what they think, feel or say, where it has no others.
fn of_thoughts(lanes: &[Lane], head: &mut Head, work: &mut Work) {
    let inner = |lane: &Lane| matches!(lane.kind, Some(LaneKind::Thought | LaneKind::Feeling | LaneKind::Quote));
    let named = |lane: &Lane| {
        let (what, name) = lane.title.strip_suffix(')')?.split_once('(')?;
        Some((key(what), name.trim().to_owned(), lane.spot))
    };
    let judged = |name: &str| moods::of_word(&name.to_lowercase()).is_some();
    let found: Vec<_> = lanes
        .iter()
        .filter(|lane| inner(lane))
        .filter_map(named)
        .filter(|(_, name, _)| is_person(name) && !judged(name))
        .collect();
    let again =
        |(what, name, _): &&(String, String, Spot)| found.iter().any(|(own, other, _)| own == what && key(other) != key(name));
    for (_, name, spot) in found.iter().filter(again) {
        if head.travellers.len() < limits::PERSONAS && head.travellers.iter().all(|(known, _)| key(known) != key(name)) {
            work.step(*spot, say!("explain-persona-of-curve", name = name));
            head.travellers.push((name.clone(), *spot));
        }
    }
}

/// Gives the journey the personas of rows over its lanes, `Persona 1: Sam`.
pub fn of_banners(lanes: &[Lane], head: &mut Head, work: &mut Work) {
    let mut known: BTreeSet<Spot> = BTreeSet::new();
    for (name, spot) in lanes.iter().filter_map(|lane| lane.whose.as_ref()) {
        if known.insert(*spot) {
            head.take(Field::Persona, &Value::Text(name.clone()), &[*spot], work);
        }
    }
}

/// What a curve is called, and the name of the person behind a dash; none where it could be when or where it is felt.
fn curve<'l, 'b>(lane: &'l Lane<'b>) -> Option<(&'l Lane<'b>, &'l str, &'l str)> {
    const SIGNS: [&str; 4] = [" – ", " — ", " - ", ": "];
    let (title, brackets) = lane.title.split_once('(').unwrap_or((&lane.title, ""));
    let title = title.trim();
    // The name may stand in the brackets, where there is no dash.
    let dashed = || SIGNS.iter().find_map(|sign| title.split_once(sign));
    let (what, name) = dashed().or_else(|| Some((title, brackets.trim().strip_suffix(')')?)))?;
    let person = is_person(name);
    // What is felt is a curve where it is scored.
    let felt = matches!(near_lane(what), Some(LaneKind::Emotion | LaneKind::Feeling));
    (person && lane.holds() == LaneKind::Emotion && felt).then_some((lane, what, name))
}

/// Whether a text could be the name of a person: no place, phase or lane, and no time.
pub fn is_person(name: &str) -> bool {
    const PLACES: &str = "online offline website web site app winkel shop store butik laden negozio tienda loja boutique telefon telefoon phone mail email \
        nu straks huidig gewenst current future as-is to-be heute morgen score curve lijn team totaal total gemiddelde gemiddeld average";
    let is_word =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c));
    let words = name.split_whitespace().count();
    // What is written as no name is seen sooner than what it is instead.
    let other =
        || has(PLACES, &spelled(name)) || near_lane(name).is_some() || near_phase(name).is_some() || words::of_bands(name);
    (1..=3).contains(&words) && name.split_whitespace().all(is_word) && !other()
}

/// The different names in a lane, each with where it stands first; none where a cell holds anything else.
fn names(lane: &Lane) -> Vec<(String, Spot)> {
    let mut names: Vec<(String, Spot)> = Vec::new();
    for cell in &lane.cells {
        let text = cell.value.text().trim().to_owned();
        let is_name = matches!(cell.value, Value::Text(_)) && text.chars().count() <= NAME_CHARS && !text.contains(['\n', ';']);
        if !is_name || text.is_empty() {
            return Vec::new();
        }
        if names.iter().all(|(known, _)| key(known) != key(&text)) {
            names.push((text, cell.spot));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::tests::journey;

    #[test]
    fn curves_that_are_called_after_people_are_theirs() {
        let read = |one: &str, other: &str| {
            let grid = "Fase|Zoeken|Betalen|Eten\nActies|Belt de balie|Pint aan de kassa|Zit buiten\n";
            let journey = journey(&format!("{grid}Emotie – {one}|1|2|-1\nEmotie – {other} (-2 tot 2)|0|1|-2"));
            let whose = journey.lanes.iter().filter(|lane| lane.persona.is_some()).count();
            let names: Vec<_> = journey.personas.iter().map(|persona| persona.name.as_str()).collect();
            format!("{} {whose}", names.join(" "))
        };
        assert_eq!(read("Fatma", "Joost"), "Fatma Joost 2");
        for (one, other) in [
            ("Følelser – Mette", "Følelser – Jonas"),
            ("Gevoel: Mette", "Gevoel: Jonas"),
            ("Feelings (Mette)", "Feelings (Jonas)"),
            ("Stimmung - Mette", "Stimmung - Jonas"),
            ("Sentimientos — Mette", "Sentimientos — Jonas"),
        ] {
            let grid = "Fase|Zoeken|Betalen|Eten\nActies|Belt de balie|Pint aan de kassa|Zit buiten\n";
            let journey = journey(&format!("{grid}{one}|1|2|-1\n{other}|0|1|-2"));
            let names: Vec<_> = journey.personas.iter().map(|persona| persona.name.as_str()).collect();
            assert_eq!(names, ["Mette", "Jonas"], "{one}");
            assert!(journey.lanes[1].persona.is_some(), "{one}");
        }
        for (one, other) in
            [("Winkel", "Website"), ("vooraf", "achteraf"), ("Voor", "Na"), ("Fatma", "Fatma"), ("Aankoop", "Joost")]
        {
            assert_eq!(read(one, other), " 0", "{one} {other}");
        }
    }
}
