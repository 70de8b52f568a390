//! Tables with a row a contact: what the other columns say of it belongs to the contact, such as its channel.
//!
//! ```text
//! Stage      Touchpoint  Channel    Importance
//! Awareness  Advert      Instagram  High          one item: advert, by Instagram, of high importance
//!            Video       YouTube    Medium        another one, in the same phase
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::items;
use super::lanes::Lane;
use crate::journey::LaneKind;
use crate::journey::aliases::{has, spelled};
use crate::read::book::Value;

/// A field of a contact, and how a cell says it.
struct Field {
    name: &'static str,
    said: fn(&Value) -> Option<String>,
}

const CHANNEL: Field = Field { name: "channel", said: line };
const DEVICE: Field = Field { name: "device", said: line };
const WHEN: Field = Field { name: "when", said: moment };
const IMPORTANCE: Field = Field { name: "importance", said: level };

/// The names of columns that say when a contact is, and how much it matters: besides what [`near_lane`](crate::journey::aliases::near_lane)
/// knows of kinds.
const WHENS: &str = "when time timing timestamp date wanneer tijd moment tijdstip datum hvornar tid tidspunkt klokkeslaet dato uhrzeit zeit wann heure quand \
    hora cuando quando ora orario klockslag nar kiedy godzina";
const IMPORTANCES: &str = "importance impact belang belangrijkheid vigtighed prioriteit priority prioritet wichtigkeit bedeutung prioritat importancia \
    relevancia prioridad importanza priorita prioridade priorite viktighet vikt waznosc priorytet важность приоритет 重要性 重要度";

/// The words for each level.
const LEVELS: [(&str, &str); 3] = [
    (
        "low",
        "low laag lav lage l minor niedrig gering faible bas basse baja bajo baixa baixo bassa basso lag lagt niska niski niskie низкая низкий 低",
    ),
    (
        "medium",
        "medium middel midden gemiddeld middelmatig mellem mid moderate m mittel moyen moyenne media medio medel middels srednia sredni srednie \
        средняя средний 中",
    ),
    (
        "high",
        "high hoog hoj hoge h critical major hoch eleve elevee haut haute fort forte alta alto hog hogt hoy hoyt wysoka wysoki wysokie высокая \
        высокий 高",
    ),
];

/// Puts what the lanes beside the contacts say into them, where the table has a row a contact: a phase with several of them. A lane that has
/// more to say than the contacts can hold stays as it is. What became of the others is told, each with the name of its field.
pub fn join<'b>(lanes: &mut Vec<Lane<'b>>, across: bool) -> Vec<(Lane<'b>, &'static str)> {
    let Some(main) = lanes.iter().position(|lane| lane.kind == Some(LaneKind::Touchpoint) && is_record(lane, across)) else {
        return Vec::new();
    };
    let single: BTreeMap<usize, usize> = {
        let Some(lane) = lanes.get(main) else { return Vec::new() };
        let one = |value: &Value| items::divide(&value.text(), |_| false).len() == 1;
        (0..).zip(&lane.cells).filter(|(_, cell)| one(cell.value)).map(|(at, cell)| (cell.column(across), at)).collect()
    };
    let mut said: Vec<Said> = Vec::new();
    for (index, lane) in lanes.iter().enumerate().filter(|(index, _)| *index != main) {
        let Some(field) = field(lane).filter(|field| said.iter().all(|one| one.name != field.name)) else { continue };
        let told = lane.cells.iter().map(|cell| Some((*single.get(&cell.column(across))?, (field.said)(cell.value)?)));
        // Each cell must belong to a contact of its own, and be one that the field can hold.
        let told: Option<Vec<(usize, String)>> = told.collect();
        let Some(told) = told.filter(|told| !told.is_empty()) else { continue };
        if told.iter().map(|(at, _)| *at).collect::<BTreeSet<_>>().len() == told.len() {
            said.push(Said { lane: index, name: field.name, told });
        }
    }
    for Said { name, told, .. } in &said {
        for (at, text) in told {
            if let Some(cell) = lanes.get_mut(main).and_then(|lane| lane.cells.get_mut(*at)) {
                cell.more.push((*name, text.clone()));
            }
        }
    }
    let mut index = 0;
    let folded = lanes.extract_if(.., |_| {
        index += 1;
        said.iter().any(|said| said.lane == index - 1)
    });
    let folded: Vec<Lane> = folded.collect();
    let mut names = said.iter().map(|said| (said.lane, said.name)).collect::<Vec<_>>();
    names.sort_unstable();
    folded.into_iter().zip(names).map(|(lane, (_, name))| (lane, name)).collect()
}

/// What a lane says of contacts.
struct Said {
    /// The index of the lane.
    lane: usize,
    /// The field of a contact that it stands for.
    name: &'static str,
    /// The indexes of the contacts among the cells of their lane, with what is said of each.
    told: Vec<(usize, String)>,
}

/// Whether some phase has contacts in several of its rows, and no row has two.
fn is_record(lane: &Lane, across: bool) -> bool {
    let columns: BTreeSet<usize> = lane.cells.iter().map(|cell| cell.column(across)).collect();
    let phases: BTreeSet<usize> = lane.cells.iter().map(|cell| cell.phase).collect();
    columns.len() == lane.cells.len() && phases.len() < columns.len() && lane.cells.iter().all(|cell| cell.until.is_none())
}

/// The field that a lane stands for.
fn field(lane: &Lane) -> Option<Field> {
    let key = spelled(&lane.title);
    let named = |list: &str| has(list, &key);
    match lane.kind {
        Some(LaneKind::Channel) => Some(CHANNEL),
        Some(LaneKind::Device) => Some(DEVICE),
        _ if named(IMPORTANCES) => Some(IMPORTANCE),
        _ if named(WHENS) => Some(WHEN),
        _ => None,
    }
}

/// What a cell says in one line; nothing where it is a list.
fn line(value: &Value) -> Option<String> {
    let text = value.text();
    let text = text.trim();
    let plain = !matches!(value, Value::Unknown(_)) && !text.is_empty() && !text.contains('\n') && !text.contains("; ");
    plain.then(|| text.to_owned())
}

/// When something is, in a few words: more of them tell what happens at that moment.
fn moment(value: &Value) -> Option<String> {
    const WORDS: usize = 4;
    line(value).filter(|text| text.split_whitespace().count() <= WORDS)
}

/// The level that a cell names.
fn level(value: &Value) -> Option<String> {
    let Value::Text(text) = value else { return None };
    let key = spelled(text);
    let is_level = |(_, names): &&(&str, &str)| has(names, &key);
    LEVELS.iter().find(is_level).map(|(level, _)| (*level).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_known_in_each_language_and_nothing_else_is_one() {
        let level = |text: &str| level(&Value::Text(text.to_owned()));
        for (text, name) in [
            ("High", "high"),
            ("hoog", "high"),
            ("Høj", "high"),
            ("Gemiddeld", "medium"),
            ("lav", "low"),
            ("alta", "high"),
            ("Media", "medium"),
            ("baja", "low"),
            ("élevée", "high"),
            ("Moyenne", "medium"),
            ("hoch", "high"),
            ("Średnia", "medium"),
            ("bassa", "low"),
            ("hög", "high"),
            ("低", "low"),
        ] {
            assert_eq!(level(text).as_deref(), Some(name), "{text}");
        }
        assert_eq!((level("4"), level("very high, if it rains"), level("")), (None, None, None));
    }
}
