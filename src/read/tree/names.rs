//! What the keys of a tree say: which are names, ids, phases and lanes.

use std::collections::BTreeMap;

use super::{fields, scalar};
use crate::journey::Json;
use crate::journey::aliases::{has, near_lane, spelled};
use crate::read::import::of_phases;

/// Keys of the name of a thing, the likeliest first, as [`spelled`] writes them.
const NAMES: &str = "name title label text naam titel navn nom nombre nome nazwa namn название имя 名称 名前 titre titulo titolo tytul \
    tittel 标题 タイトル heading summary what content value task description";
/// How many of these say nothing but that there is a name; the others may be what is told of it.
const PLAIN: usize = 2;
/// Keys of a score, and of what is said beside it.
const SCORES: &str = "score rating level intensity value cijfer waarde varde niva betyg vaerdi niveau valeur valor valore wartosc nivel livello stufe poziom karakter punteggio voto note valutazione puntuacion puntaje \
    pontuacao wert bewertung poang poeng ocena punkty оценка балл 分数 评分 得分 スコア 点数";
const COMMENTS: &str = "label text name comment description note emotion feeling reason tekst toelichting reden kommentar begrundelse \
    texte commentaire texto comentario testo commento komentarz opis комментарий описание 说明 コメント 理由";
/// Words of keys that say that phases are meant, besides those that say so in tables.
const PHASES: [&str; 3] = ["column", "columns", "moments"];
/// Words of keys that say which lane is meant.
const LANES: [&str; 9] = ["lane", "row", "swimlane", "category", "type", "kind", "layer", "rij", "section"];

/// Keys of what a lane holds in a phase.
const CONTENTS: &str = "items item cards card notes note stickies sticky-notes content contents text texts value values score scores cells entries elements \
    body description data steps inhoud kaarten tekst waarde indhold kort tekster inhalt karten texte contenu cartes contenido tarjetas";

/// A lane that stands in a phase.
pub(super) struct LaneOfPhase<'j> {
    /// Its name.
    pub name: String,
    /// The key that the name stands under.
    pub key: &'j str,
    /// All of it.
    pub value: &'j Json,
    /// Which of the list it is.
    pub index: usize,
}

/// The lanes that a phase holds in a list: each has a name and something else, and it stands under a key for lanes, or most are called as lanes are.
/// What is done or met, one with a name each, is no such list.
pub(super) fn lanes<'j>(key: &str, value: &'j Json) -> Option<Vec<LaneOfPhase<'j>>> {
    let Json::List(values) = value else { return None };
    let name = |(key, value): &(&str, &Json)| {
        let plain = NAMES.split_whitespace().any(|name| name == spelled(key)) && !is_of_contents(key);
        (plain || is_of_lanes(key)) && matches!(value, Json::Text(text) if !text.trim().is_empty())
    };
    let lane = |(index, value): (usize, &'j Json)| {
        // The name comes before the kind.
        let plain = fields(value).find(|field| name(field) && !is_of_lanes(field.0));
        let (key, named) = plain.or_else(|| fields(value).find(name))?;
        let more = fields(value).any(|(other, _)| other != key && !is_id(other));
        more.then(|| scalar(named)).flatten().map(|name| LaneOfPhase { name, key, value, index })
    };
    let lanes = (0..).zip(values).map(lane).collect::<Option<Vec<_>>>().filter(|lanes| !lanes.is_empty())?;
    let is_key = || words(key).iter().any(|word| LANES.contains(&word.to_lowercase().trim_end_matches('s')));
    let known = || lanes.iter().filter(|lane| near_lane(&humanized(&lane.name)).is_some()).count();
    let called = || near_lane(&humanized(key)).is_none() && lanes.len() > 1 && known() * 2 > lanes.len();
    (is_key() || called()).then_some(lanes)
}

/// Whether what a lane holds stands under a key.
pub(super) fn is_of_contents(key: &str) -> bool {
    has(CONTENTS, &spelled(key))
}

/// The names of things by their ids.
pub(super) struct Known(BTreeMap<String, String>);

impl Known {
    /// All in a tree that has an id and a name.
    pub(super) fn of(tree: &Json) -> Self {
        let (mut known, mut open) = (BTreeMap::new(), vec![tree]);
        while let Some(value) = open.pop() {
            let id = fields(value).find(|(key, _)| *key == "id").and_then(|(_, id)| scalar(id));
            if let (Some(id), Some((_, name))) = (id, title_of(value)) {
                known.entry(id).or_insert(name);
            }
            match value {
                Json::Object(fields) => open.extend(fields.iter().map(|(_, value)| value)),
                Json::List(values) => open.extend(values),
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
            }
        }
        Self(known)
    }

    /// The name of the thing with that id.
    pub(super) fn name(&self, id: &str) -> Option<String> {
        self.0.get(id).cloned()
    }
}

/// The key and the text of the name that an object has.
pub(super) fn title_of(value: &Json) -> Option<(String, String)> {
    let named = |name: &str| fields(value).find(|(key, _)| spelled(key) == name);
    NAMES.split_whitespace().filter_map(named).find_map(|(key, value)| match value {
        Json::Text(text) if !text.trim().is_empty() => Some((key.to_owned(), text.trim().to_owned())),
        _ => None,
    })
}

/// The key and the text of the name that a phase has: under a word for a name, else under one for phases, as in `steps: [{ step: Paying }]`.
pub(super) fn title_of_phase(value: &Json) -> Option<(String, String)> {
    let plain = |(key, _): &(String, String)| NAMES.split_whitespace().take(PLAIN).any(|name| name == spelled(key));
    let named = || fields(value).find(|(key, _)| of_phases(key));
    let text = |(key, value): (&str, &Json)| match value {
        Json::Text(text) if !text.trim().is_empty() => Some((key.to_owned(), text.trim().to_owned())),
        _ => None,
    };
    title_of(value).filter(plain).or_else(|| named().and_then(text)).or_else(|| title_of(value))
}

/// A score with what is said beside it, in one text, and the keys of both.
pub(super) fn scored(value: &Json) -> Option<(Vec<String>, String)> {
    let is_one = |list: &str, key: &str| has(list, &spelled(key));
    let number = |(key, value): &(&str, &Json)| matches!(value, Json::Number(_)) && is_one(SCORES, key);
    let (key, score) = fields(value).find(number)?;
    let comment = |(key, value): &(&str, &Json)| matches!(value, Json::Text(_)) && is_one(COMMENTS, key);
    let said = fields(value).find(comment);
    let words = said.and_then(|(_, value)| scalar(value)).map(|words| format!(" {}", words.trim())).unwrap_or_default();
    let keys = [Some(key), said.map(|(key, _)| key)].into_iter().flatten().map(str::to_owned).collect();
    Some((keys, format!("{}{words}", scalar(score)?)))
}

/// The words of a key, in small letters: `painPoints` and `pain_points` are both `pain points`.
fn words(key: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for character in key.chars() {
        let breaks = character.is_uppercase() && before.is_lowercase();
        if breaks || !character.is_alphanumeric() {
            words.push(String::new());
        }
        if character.is_alphanumeric() || "'’%/&()?!+".contains(character) {
            words.last_mut().into_iter().for_each(|word| word.push(character));
        }
        before = character;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A key as the name of a lane: `painPoints` is “Pain points”. A name with spaces is written as it is.
pub(super) fn humanized(key: &str) -> String {
    let key = key.trim();
    if key.contains(char::is_whitespace) || key.chars().all(|c| !c.is_ascii_alphabetic()) {
        return key.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let mut words = words(key);
    if words.len() > 1 && is_reference(key) {
        words.pop();
    }
    let words: Vec<String> = words
        .iter()
        .map(|word| if word.chars().filter(|c| c.is_uppercase()).count() > 1 { word.clone() } else { word.to_lowercase() })
        .collect();
    let joined = words.join(" ");
    let mut characters = joined.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// Whether a key says that ids of other things stand under it.
pub(super) fn is_reference(key: &str) -> bool {
    words(key).last().is_some_and(|last| ["id", "ids", "ref", "refs"].contains(&last.to_lowercase().as_str()))
}

/// Whether a key only says what a thing is called by programs, or where it stands.
pub(super) fn is_id(key: &str) -> bool {
    const IDS: [&str; 12] =
        ["id", "uuid", "key", "slug", "order", "index", "position", "color", "colour", "$schema", "icon", "version"];
    IDS.contains(&key.to_lowercase().as_str())
}

/// Whether a key names phases, or the phase that something belongs to.
pub(super) fn is_of_phases(key: &str) -> bool {
    words(key).iter().any(|word| of_phases(word) || PHASES.contains(&word.to_lowercase().as_str()))
}

/// Whether a key names the lane that something belongs to.
pub(super) fn is_of_lanes(key: &str) -> bool {
    words(key).iter().any(|word| LANES.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_beside_words_is_a_score_by_any_word_for_values() {
        for key in
            ["värde", "nivå", "betyg", "værdi", "niveau", "valeur", "Wert", "valor", "valore", "wartość", "waarde", "score"]
        {
            let fields = vec![(key.to_owned(), Json::number(2.0)), ("text".to_owned(), Json::text("moe"))];
            assert_eq!(scored(&Json::Object(fields)).map(|(_, text)| text).as_deref(), Some("2 moe"), "{key}");
        }
    }

    #[test]
    fn keys_are_written_as_people_would() {
        for (key, name) in [
            ("painPoints", "Pain points"),
            ("pain_points", "Pain points"),
            ("touchpointIds", "Touchpoint"),
            ("KPIs", "KPIs"),
            ("Pain Points", "Pain Points"),
            ("触点", "触点"),
            ("goal", "Goal"),
        ] {
            assert_eq!(humanized(key), name, "{key}");
        }
        for key in ["fasi", "étapes", "Etapy", "etapas", "阶段", "フェーズ", "stadia"] {
            assert!(is_of_phases(key), "{key}");
        }
        assert!(is_of_phases("phaseId") && is_of_phases("stages") && !is_of_phases("goal"));
    }
}
