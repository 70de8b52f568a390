//! The document that a table makes.

use std::collections::{BTreeMap, BTreeSet};

use super::ends::Legends;
use super::head::Head;
use super::items::{self, Piece};
use super::lanes::{Filled, Lane};
use super::left::{Spot, Work};
use super::moods;
use super::phases::{Phase, free};
use super::profiles::Profile;
use super::scores::{self, Score};
use super::stages::Stage;
use super::{circles, stars, travellers};
use crate::diagnostic::Code;
use crate::journey::aliases::key;
use crate::journey::{Author, Json, LaneKind, limits};
use crate::read::book::Value;
use crate::tongue::say;

/// An item of a cell.
#[derive(Debug, Default)]
struct Item {
    piece: Piece,
    score: Option<Score>,
    until: Option<usize>,
    spot: Option<Spot>,
    more: Vec<(&'static str, String)>,
    links: Vec<String>,
}

/// A lane with its cells, one a phase.
struct Made {
    id: String,
    fields: Vec<(&'static str, Json)>,
    cells: Vec<Vec<Item>>,
}

/// The fields of the document: the head without title and language, then stages, lanes and phases.
pub fn grid(
    stages: &[Stage],
    phases: &[Phase],
    lanes: &[Lane],
    (whose, legends): (&BTreeMap<usize, String>, &Legends),
    work: &mut Work,
) -> Vec<(String, Json)> {
    let (mut taken, mut room, mut made) = (BTreeSet::new(), limits::ITEMS, Vec::new());
    for (index, lane) in lanes.iter().enumerate() {
        let mut lane = lane_of(lane, (phases.len(), legends), &mut taken, &mut room, work);
        lane.made.fields.extend(whose.get(&index).map(|persona| ("persona", Json::text(persona))));
        work.from(format!("/lanes/{index}"), lane.spot);
        made.push(lane.made);
    }
    let stage = |stage: &Stage| Json::object([("id", Json::text(&stage.id)), ("title", Json::text(&stage.title))]);
    let mut columns = Vec::new();
    for (index, phase) in phases.iter().enumerate() {
        let mut cells = Vec::new();
        for lane in &made {
            let Some(items) = lane.cells.get(index).filter(|items| !items.is_empty()) else { continue };
            for (number, item) in items.iter().enumerate() {
                if let Some(spot) = item.spot {
                    work.from(format!("/phases/{index}/cells/{}/{number}", lane.id), spot);
                }
            }
            cells.push((lane.id.clone(), Json::List(items.iter().map(|item| json(item, phases)).collect())));
        }
        let mut fields = vec![("id", Json::text(&phase.id)), ("title", Json::text(&phase.title))];
        if let Some((text, spot)) = &phase.description {
            work.from(format!("/phases/{index}/description"), *spot);
            fields.push(("description", Json::text(text)));
        }
        fields.extend(phase.stage.and_then(|stage| stages.get(stage)).map(|stage| ("stage", Json::text(&stage.id))));
        fields.push(("cells", Json::Object(cells)));
        columns.push(Json::object(fields));
    }
    let lanes = made.into_iter().map(|lane| Json::object(lane.fields)).collect();
    let lists = [("stages", stages.iter().map(stage).collect()), ("lanes", lanes), ("phases", columns)];
    lists.into_iter().map(|(name, list)| (name.to_owned(), Json::List(list))).collect()
}

/// What the head says, but for the title.
pub fn head(head: &Head, whose: &BTreeMap<usize, String>, work: &mut Work) -> Vec<(String, Json)> {
    let whose: BTreeSet<&String> = whose.values().collect();
    let mut fields = Vec::new();
    let mut text = |name: &str, fact: &Option<(String, Spot)>, work: &mut Work| {
        if let Some((text, spot)) = fact {
            work.from(format!("/{name}"), *spot);
            fields.push((name.to_owned(), Json::text(text)));
        }
    };
    if let Some((_, spot)) = &head.title {
        work.from("/title", *spot);
    }
    text("scenario", &head.scenario, work);
    text("organisation", &head.organisation, work);
    text("course", &head.course, work);
    text("revision", &head.revision, work);
    if let Some((day, spot)) = &head.date {
        work.from("/date", *spot);
        fields.push(("date".to_owned(), Json::text(day.to_string())));
    }
    if !head.authors.is_empty() {
        let author = |(index, (name, spot)): (usize, &(Author, Spot))| {
            work.from(format!("/authors/{index}"), *spot);
            let class = name.class.as_ref().map(|class| ("class", Json::text(class)));
            Json::object([("name", Json::text(&name.name))].into_iter().chain(class))
        };
        fields.push(("authors".to_owned(), Json::List(head.authors.iter().enumerate().map(author).collect())));
    }
    let mut personas = Vec::new();
    for (index, (name, spot)) in head.persona.iter().chain(&head.travellers).enumerate() {
        work.from(format!("/personas/{index}"), *spot);
        let group = head.target_group.as_ref().filter(|_| index == 0 && head.persona.is_some());
        let id = persona_id(name);
        let id = id.filter(|id| whose.contains(id)).map(|id| ("id", Json::text(id)));
        let profile = head.profiles.iter().find(|profile| profile.is(name));
        let nothing = Profile::of(name, *spot);
        let told = profile.unwrap_or(&nothing).fields(group.map(|(group, _)| group.as_str()));
        personas.push(Json::object(id.into_iter().chain([("name", Json::text(name))]).chain(told)));
    }
    if !personas.is_empty() {
        fields.push(("personas".to_owned(), Json::List(personas)));
    }
    fields
}

/// The id of a persona, from the name without what stands behind it in parentheses.
fn persona_id(name: &str) -> Option<String> {
    Some(key(name.split(['(', ',', '–']).next().unwrap_or_default())).filter(|id| !id.is_empty())
}

/// The personas whose curve a lane is, each by the index of the lane: where there are several, a lane of scores with the name of one of them.
pub fn whose(head: &Head, lanes: &[Lane]) -> BTreeMap<usize, String> {
    let ids: Vec<String> = head.persona.iter().chain(&head.travellers).filter_map(|(name, _)| persona_id(name)).collect();
    let different: BTreeSet<&String> = ids.iter().collect();
    if ids.len() < 2 || different.len() < ids.len() {
        return BTreeMap::new();
    }
    let named = |lane: &Lane| {
        if let Some((name, _)) = lane.whose.as_ref().filter(|_| lane.holds() == LaneKind::Emotion) {
            return persona_id(&travellers::first(name)).and_then(|own| ids.iter().find(|id| **id == own));
        }
        let title = format!("-{}-", key(&lane.title));
        let mut found = ids.iter().filter(|id| title.contains(&format!("-{id}-")));
        found.next().filter(|_| found.next().is_none() && lane.holds() == LaneKind::Emotion)
    };
    lanes.iter().enumerate().filter_map(|(index, lane)| Some((index, named(lane)?.clone()))).collect()
}

struct LaneOf {
    made: Made,
    spot: Spot,
}

fn lane_of(
    lane: &Lane,
    (phases, legends): (usize, &Legends),
    taken: &mut BTreeSet<String>,
    room: &mut usize,
    work: &mut Work,
) -> LaneOf {
    let kind = lane.holds();
    let slug = key(&lane.title);
    let id = free(if slug.is_empty() { kind.name().to_owned() } else { slug }, taken);
    let mut fields = vec![("id", Json::text(&id)), ("kind", Json::text(kind.name())), ("title", Json::text(&lane.title))];
    let moods = Moods::of(lane, kind);
    let texts = lane.cells.iter().map(|filled| if let Value::Text(text) = filled.value { text.as_str() } else { "" });
    let counted = items::are_counted(&texts.filter(|text| !items::is_nothing(text)).collect::<Vec<_>>());
    let mut cells: Vec<Vec<Item>> = (0..phases).map(|_| Vec::new()).collect();
    for filled in &lane.cells {
        let mut items = items_of(filled, kind, moods, counted);
        leave_nothing(filled, &items, work);
        if let Some(item) = items.first_mut() {
            item.piece.moment_of_truth |= filled.moment_of_truth;
            item.piece.drop_off |= filled.drop_off;
        }
        // A cell leads there as a whole, and the first of its items stands for it.
        if let Some(item) = items.first_mut() {
            item.links = work.links(filled.spot);
        }
        if let Some(cell) = cells.get_mut(filled.phase) {
            cell.extend(items);
        }
    }
    if kind == LaneKind::Emotion {
        let scored = || cells.iter().flatten().filter_map(|item| item.score.as_ref());
        let plain = moods == Moods::None && lane.levels.is_empty() && scored().all(|score| score.top.is_none());
        let told = plain.then(|| legends.ends(&lane.title, &scored())).flatten();
        let own = told.map(|told| (told.min, told.max)).or(lane.scale).or_else(|| scores::scale_of_label(&lane.title, &scored()));
        let (min, max) = own.unwrap_or_else(|| scores::scale(&scored()));
        if scored().next().is_some() {
            let words = lane.levels.iter().filter(|(score, _)| (min..=max).contains(score)).take(limits::SCALE_LABELS);
            let words: Vec<_> = words.map(|(score, word)| (Json::number(*score).line(), Json::text(word))).collect();
            let labels = (!words.is_empty()).then_some(("labels", Json::Object(words)));
            fields.push((
                "scale",
                Json::object([("min", Json::number(min)), ("max", Json::number(max))].into_iter().chain(labels)),
            ));
        }
        if told.is_some_and(|told| told.turned) {
            for score in cells.iter_mut().flatten().filter_map(|item| item.score.as_mut()) {
                // Without what binary fractions add.
                score.value = ((min + max - score.value) * 1e9).round() / 1e9 + 0.0;
            }
            let message = say!("scale-turned", name = &lane.title, min = min.to_string(), max = max.to_string());
            work.remark(Code::ScaleTurned, lane.spot, message, say!("scale-turned-help"));
        }
        let holds = |item: &Item| item.score.as_ref().is_none_or(|score| (min..=max).contains(&score.value));
        keep(&mut cells, holds, "left-off-scale", work);
        let told = |item: &Item| item.score.is_some() || !items::is_nothing(&item.piece.text);
        keep(&mut cells, told, "left-score-sign", work);
    }
    for reason in &lane.reasons {
        if let Some(cell) = cells.get_mut(reason.phase) {
            let items = items_of(reason, LaneKind::Text, Moods::None, false);
            leave_nothing(reason, &items, work);
            explain(cell, items);
        }
    }
    let fits = |item: &Item| item.piece.text.len() <= limits::TEXT_CHARS || item.piece.text.chars().count() <= limits::TEXT_CHARS;
    keep(&mut cells, fits, "left-too-long", work);
    for cell in &mut cells {
        let most = limits::ITEMS_IN_CELL.min(*room);
        let rest = cell.split_off(most.min(cell.len()));
        *room -= cell.len();
        for item in rest {
            leave(item, "left-too-many-items", work);
        }
    }
    LaneOf { made: Made { id, fields, cells }, spot: lane.spot }
}

/// Keeps the sign of a cell that says that there is nothing in it: whoever wrote it had looked there.
fn leave_nothing(filled: &Filled, items: &[Item], work: &mut Work) {
    if let Value::Text(text) = filled.value
        && items.is_empty()
        && items::is_nothing(text)
    {
        work.leave_text(filled.spot, text.trim().to_owned(), "left-sign-of-nothing");
    }
}

/// What of the cells of a lane are moods and signs.
#[derive(Clone, Copy, PartialEq)]
enum Moods {
    /// None: they are texts, or scores in numbers.
    None,
    /// Words, faces and stars.
    Told,
    /// The same, where one star is the lowest rating.
    Starred,
    /// Circles, triangles and crosses.
    Circled,
    /// Words, faces and stars, and words for feelings: all that there is.
    Felt,
    /// Signs, among which a hyphen is one.
    Signed,
}

impl Moods {
    /// Those of a lane: of scores without a number but such as signs have, or of texts.
    fn of(lane: &Lane, kind: LaneKind) -> Self {
        let texts = || {
            lane.cells.iter().filter_map(|filled| if let Value::Text(text) = filled.value { Some(text.as_str()) } else { None })
        };
        let lines = || texts().flat_map(str::lines).filter(|line| !line.trim().is_empty());
        let numbers = || {
            let written = lines().filter_map(scores::of_text);
            lane.cells.iter().filter_map(|filled| scores::of_number(filled.value)).chain(written).map(|score| score.value)
        };
        // Where a plus has words behind it, a hyphen that has is no bullet.
        let told = |line: &str| {
            kind == LaneKind::Emotion && line.trim_start().starts_with('+') && scores::sign_and_words(line).is_some()
        };
        let signed = lines().any(|line| !items::is_nothing(line) && scores::signs(line).is_some() || told(line));
        // A lane of moods that holds nothing but hyphens is one of signs too.
        let signs_alone = || numbers().next().is_none() && lines().all(|line| scores::signs(line).is_some());
        let fitting = || numbers().all(|number| (-2.0..=2.0).contains(&number));
        match (kind == LaneKind::Emotion, signed) {
            (true, _) if circles::are_all(lane) => Self::Circled,
            (true, true) if fitting() => Self::Signed,
            (true, false) if signs_alone() => Self::Signed,
            (true, false) if numbers().next().is_none() => {
                let lines = || lines().map(str::trim).filter(|line| !line.is_empty() && !items::is_nothing(line));
                let judged = lines().filter(|line| scores::of_mood(line, false).is_some()).count();
                let shown = lines().any(|line| scores::face(line).is_some() || stars::stars(line).is_some());
                match lines().count() {
                    _ if lane.counts_stars() => Self::Starred,
                    all if judged < all && moods::are_all(lines()) => Self::Felt,
                    // One word that judges among others that nobody knows is none of a curve.
                    all if judged == 1 && all > 2 && !shown => Self::None,
                    _ => Self::Told,
                }
            }
            (false, true) => Self::Signed,
            (true, _) | (false, false) => Self::None,
        }
    }
}

/// The items of a cell, with their numbers where these are `counted`.
fn items_of(filled: &Filled, kind: LaneKind, moods: Moods, counted: bool) -> Vec<Item> {
    let emotion = kind == LaneKind::Emotion;
    let item = |piece, score| Item {
        piece,
        score,
        until: filled.until,
        spot: Some(filled.spot),
        more: filled.more.clone(),
        links: Vec::new(),
    };
    let plain = |text: &str| Piece { text: text.trim().to_owned(), ..Piece::default() };
    if let Some(name) = &filled.said {
        return vec![item(plain(name), None)];
    }
    if let Some(score) = &filled.score {
        return vec![item(Piece::default(), Some(score.clone()))];
    }
    match filled.value {
        Value::Empty => Vec::new(),
        // A sign alone says something where others do, and in a lane of moods whatever it is, it is no empty cell.
        Value::Text(text) if items::is_nothing(text) && (emotion || moods == Moods::Signed) => {
            vec![item(plain(text), mood(text, moods).filter(|_| emotion))]
        }
        Value::Text(text) if emotion => {
            if let Some(score) = mood(text, moods) {
                return vec![item(plain(text), Some(score))];
            }
            let whole: fn(&str) -> bool = if moods == Moods::Signed {
                |line| scores::begins_signed(line) || scores::signs(line).is_some()
            } else {
                |line| scores::begins(line) || scores::signs(line).is_some()
            };
            let of_piece = |piece: Piece| {
                let score = mood(&piece.text, moods).or_else(|| scores::of_text(&piece.text));
                item(piece, score)
            };
            items::divide(text, whole).into_iter().map(of_piece).collect()
        }
        Value::Text(text) => {
            let whole: fn(&str) -> bool = if counted { items::is_numbered } else { |_| false };
            items::divide(text, whole).into_iter().map(|piece| item(piece, None)).collect()
        }
        value @ (Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_)) => {
            let score = scores::of_share(value).or_else(|| scores::of_number(value));
            vec![item(plain(&value.text()), score.filter(|_| emotion))]
        }
    }
}

/// The score of a text that is a mood without a number: words, a face or a sign, where the lane has such; stars; a share.
fn mood(text: &str, moods: Moods) -> Option<Score> {
    if moods == Moods::Circled {
        return circles::of(text);
    }
    let told = (moods != Moods::None).then(|| scores::of_mood(text, moods == Moods::Signed)).flatten();
    let felt = || moods::of_word(text).map(|value| Score { value, top: None, words: text.trim().to_owned() });
    let told = told.or_else(|| (moods == Moods::Felt).then(felt).flatten());
    let starred = || stars::one(text).filter(|_| moods == Moods::Starred);
    told.or_else(|| stars::stars(text)).or_else(starred).or_else(|| scores::of_share(&Value::Text(text.to_owned())))
}

/// Gives the scores of a cell the words that stand beneath them: one each, or all to the first; without a score they are items.
fn explain(cell: &mut Vec<Item>, reasons: Vec<Item>) {
    let bare = |item: &&mut Item| item.score.as_ref().is_some_and(|score| score.words.is_empty());
    let count = cell.iter_mut().filter(bare).count();
    let say = |item: &mut Item, reason: Item| {
        item.piece.moment_of_truth |= reason.piece.moment_of_truth;
        item.piece.drop_off |= reason.piece.drop_off;
        if let Some(score) = &mut item.score {
            let words = [std::mem::take(&mut score.words), reason.piece.text];
            score.words = words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n");
        }
    };
    if count == reasons.len() {
        cell.iter_mut().filter(bare).zip(reasons).for_each(|(item, reason)| say(item, reason));
    } else if let Some(first) = cell.iter_mut().find(|item| bare(item)) {
        for reason in reasons {
            say(first, reason);
        }
    } else {
        cell.extend(reasons);
    }
}

/// Leaves over the items that do not hold.
fn keep(cells: &mut [Vec<Item>], holds: impl Fn(&Item) -> bool, why: &'static str, work: &mut Work) {
    for cell in cells {
        for item in cell.extract_if(.., |item| !holds(item)) {
            leave(item, why, work);
        }
    }
}

fn leave(item: Item, why: &'static str, work: &mut Work) {
    if let Some(spot) = item.spot {
        work.leave_text(spot, item.piece.text, why);
    }
}

fn json(item: &Item, phases: &[Phase]) -> Json {
    let text = item.score.as_ref().map_or(item.piece.text.as_str(), |score| score.words.as_str());
    let mut fields = Vec::new();
    if !text.is_empty() {
        fields.push(("text", Json::text(text)));
    }
    fields.extend(item.score.as_ref().map(|score| ("score", Json::number(score.value))));
    fields.extend(item.more.iter().map(|(field, said)| (*field, Json::text(said))));
    if !item.links.is_empty() {
        fields.push(("links", Json::List(item.links.iter().map(Json::text).collect())));
    }
    fields.extend(item.until.and_then(|last| phases.get(last)).map(|phase| ("until", Json::text(&phase.id))));
    for (name, is) in [("moment_of_truth", item.piece.moment_of_truth), ("drop_off", item.piece.drop_off)] {
        fields.extend(is.then_some((name, Json::Bool(true))));
    }
    Json::object(fields)
}
