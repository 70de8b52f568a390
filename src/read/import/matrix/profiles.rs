//! Personas on a sheet of their own: a label a row with what is said of the person beside it, or the same with labels in the first row.
//!
//! ```text
//! Name        Saskia       Saskia of the sheet “Persona” is a persona, no author; the rest are facts of her.
//! Age         52
//! Occupation  Nurse
//! Quote       “…”
//! ```

use super::language;
use super::left::{Spot, Work};
use super::view::{Line, View, filled, name};
use super::{cards, travellers};
use crate::journey::aliases::{has, key, near_lane, spelled};
use crate::journey::{Json, LaneKind, Term, TermLanguage, limits};
use crate::read::book::{Page, Value};
use crate::read::import::facts::{self, Field};
use crate::tongue::say;

/// What stands before the name of a person.
const NAMES: &str = "name naam navn nom nombre nome namn imie full-name first-name voornaam volledige-naam fornavn vorname prenom nombre-completo \
    имя 姓名 名前 氏名 名字";
/// What is said of persons and hardly of journeys.
const PERSONAL: &str = "age leeftijd alder alter edad idade eta aldern wiek возраст 年龄 年齢 occupation job job-title profession role work beroep functie werk \
    erhverv stilling beruf metier emploi profession-et profesion ocupacion trabajo profissao ocupacao professione lavoro occupazione yrke arbete \
    zawod praca профессия 职业 職業 gender geslacht kon geschlecht sexe genero sesso plec пол 性别 性別 family gezin gezinssituatie familie famille familia \
    famiglia familj rodzina семья 家庭 家族 marital-status burgerlijke-staat civilstand familienstand income inkomen indkomst einkommen revenu ingresos \
    education opleiding uddannelse ausbildung bildung studies formacion educacion formacao istruzione utbildning utdanning wyksztalcenie образование \
    home lives-in residence place-of-residence city hometown woonplaats woont-in bopael by-bor wohnort lieu-de-residence ville ciudad residencia cidade \
    residenza citta bostadsort bosted miasto miejsce-zamieszkania город 居住地 nationality nationaliteit bio biography biografie about hobby hobbies \
    hobby-s hobbyer hobbys loisirs aficiones passatempos interests interesses interesser interessen interets intereses interessi intressen \
    zainteresowania character karakter personality persoonlijkheid personlighed personlichkeit lifestyle levensstijl livsstil lebensstil \
    generation generatie media mediagebruik devices tech-savviness frustrations motivations";
const ACTIVITIES: &str = "hobby hobbies hobby-s hobbyer hobbys loisirs aficiones passatempos activities";
const INTERESTS: &str = "interests interesses interesser interessen interets intereses interessi intressen zainteresowania";
const CHARACTER: &str = "character karakter personality persoonlijkheid personlighed personlichkeit";

/// A persona with what is said of it.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The name, and where it stands.
    pub name: (String, Spot),
    told: Vec<Told>,
}

/// Something that is said of a persona, in one of its fields.
#[derive(Debug, Clone)]
struct Told {
    field: &'static str,
    label: String,
    text: String,
}

/// A row of a sheet: its label, and what is said, each with its row and column in the view.
struct Pair {
    label: String,
    place: (usize, usize),
    values: Vec<(String, (usize, usize))>,
}

/// The personas of a sheet that is about them by its name, or holds the name of a person with two things that are said of persons. All that
/// says something is taken.
pub fn read(page: &Page, sheet: usize, work: &mut Work) -> Vec<Profile> {
    // Several persons may each have a block of their own.
    let blocks: Vec<Page> = cards::parts(page).into_iter().map(|part| part.page).filter(names_somebody).collect();
    if blocks.len() > 1 {
        let title = named(page).map(|_| "Persona".to_owned());
        let each = blocks.into_iter().flat_map(|block| one(&Page { name: title.clone(), ..block }, sheet, work));
        let found: Vec<Profile> = each.collect();
        if !found.is_empty() {
            return found;
        }
    }
    one(page, sheet, work)
}

/// The personas of a block.
fn one(page: &Page, sheet: usize, work: &mut Work) -> Vec<Profile> {
    [true, false]
        .into_iter()
        .map(|across| of(page, sheet, across, work))
        .find(|profiles| !profiles.is_empty())
        .unwrap_or_default()
}

/// Whether the name of a sheet says that it is about a persona.
pub fn is_named(page: &Page) -> bool {
    named(page).is_some()
}

/// Whether the name of a person stands behind a label.
pub fn is_label_of_names(label: &str) -> bool {
    has(NAMES, &spelled(label)) || facts::label(label) == Some(Field::Persona)
}

/// Whether a row holds the name of a person behind its label.
fn names_somebody(page: &Page) -> bool {
    pairs(page).any(|pair| is_label_of_names(&pair.label))
}

/// Whether two rows or more hold what is said of persons.
pub fn is_personal(page: &Page) -> bool {
    pairs(page).filter(|pair| has(PERSONAL, &spelled(&pair.label))).count() > 1
}

/// Whether a label is one of what is said of persons, and hardly of journeys.
pub fn is_said_of_persons(label: &str) -> bool {
    has(PERSONAL, &spelled(label))
}

/// Whether a block names a person, none of several in one cell, and says more of that one.
pub fn is_of_one(page: &Page) -> bool {
    let (named, told): (Vec<Pair>, Vec<Pair>) = pairs(page).partition(|pair| is_label_of_names(&pair.label));
    let one = |pair: &Pair| pair.values.iter().all(|(name, _)| travellers::read(name).len() == 1);
    let known = |pair: &Pair| place_of(&pair.label) != "facts" || has(PERSONAL, &spelled(&pair.label));
    named.iter().all(one) && told.iter().any(known)
}

fn pairs(page: &Page) -> impl Iterator<Item = Pair> {
    View::of(page, true).lines.into_iter().filter(|line| !is_head(&line.cells)).filter_map(|line| pair(line.row, &line.cells))
}

/// Whether a row only says that labels stand below it, with what they say beside them: `Field | Value`.
fn is_head(cells: &[(usize, &Value)]) -> bool {
    let [(_, first), (_, second)] = cells else { return false };
    name(first).zip(name(second)).is_some_and(|(first, second)| is_head_of_pairs(&first, &second))
}

/// Whether two texts side by side only say that labels stand there, and what they say.
pub fn is_head_of_pairs(first: &str, second: &str) -> bool {
    const LABELS: &str = "field fields label labels attribute attributes property item kenmerk kenmerken veld velden eigenschap onderdeel felt egenskab \
        feld merkmal eigenschaft champ attribut campo atributo attributo falt egenskap pole cecha поле 字段 欄位 項目";
    const VALUES: &str = "value values waarde waarden vaerdi wert werte valeur valeurs valor valores valore varde verdi wartosc значение 值 値 内容 內容 \
        description beschrijving omschrijving beskrivelse beschreibung inhoud";
    has(LABELS, &spelled(first)) && has(VALUES, &spelled(second))
}

/// Whether the name of a sheet says that it is about a persona, and what it says besides: `Persona Sanne`.
fn named(page: &Page) -> Option<String> {
    let title = page.name.as_deref().unwrap_or_default().trim();
    if facts::label(title) == Some(Field::Persona) {
        return Some(String::new());
    }
    let (first, rest) = title.split_once([' ', ':', '-', '–', '_'])?;
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || ":-–_".contains(c));
    (facts::label(first) == Some(Field::Persona)).then(|| rest.to_owned())
}

fn of(page: &Page, sheet: usize, across: bool, work: &mut Work) -> Vec<Profile> {
    let view = View::of(page, across);
    let spot = |(row, column): (usize, usize)| Spot { sheet, at: view.at(row, column) };
    let title = named(page);
    let (mut pairs, mut alone, mut heads) = (Vec::new(), Vec::new(), Vec::new());
    for line in &view.lines {
        match pair(line.row, &line.cells) {
            _ if is_head(&line.cells) => heads.push(line),
            Some(pair) => pairs.push(pair),
            None => alone.push(line),
        }
    }
    let is_name = |pair: &&Pair| is_label_of_names(&pair.label);
    let personal = pairs.iter().filter(|pair| has(PERSONAL, &spelled(&pair.label))).count();
    let known = pairs.iter().filter(|pair| place_of(&pair.label) != "facts" || has(PERSONAL, &spelled(&pair.label))).count();
    // The name behind “Name” is that of the person, where “Persona” only counts them.
    let bare = |pair: &&Pair| has(NAMES, &spelled(&pair.label));
    let people = pairs.iter().find(bare).or_else(|| pairs.iter().find(is_name));
    let said = |pair: &Pair| facts::label(&pair.label) == Some(Field::Persona);
    let enough = if title.is_some() {
        known > 0 || people.is_some_and(said) || people.is_some() && pairs.len() == 1
    } else {
        people.is_some() && personal > 1
    };
    if !enough || alone.len() > pairs.len() + 2 {
        return Vec::new();
    }
    // A person without a label is the first text of the sheet, or is named by the sheet.
    let first = || {
        let above = |line: &&&Line| title.is_some() && pairs.first().is_none_or(|pair| line.row < pair.place.0);
        alone.iter().filter(above).find_map(|line| {
            let (column, value) = line.cells.first().filter(|_| line.cells.len() == 1)?;
            let text = name(value).filter(|text| matches!(value, Value::Text(_)) && text.split_whitespace().count() <= 4)?;
            let text = if cards::is_heading(&text) { cards::named_in(&text)?.to_owned() } else { text };
            facts::label(&text).is_none().then_some((text, (line.row, *column)))
        })
    };
    let own = || title.clone().filter(|title| title.chars().any(char::is_alphabetic));
    let by_sheet = || Some((own()?, pairs.first()?.place));
    let names = people.map_or_else(|| first().or_else(by_sheet).into_iter().collect(), |pair| pair.values.clone());
    let count = names.len();
    let fits = |pair: &Pair| pair.values.len() <= count;
    let columns: Vec<usize> = names.iter().map(|(_, (_, column))| *column).collect();
    if count == 0 || count > limits::PERSONAS || !pairs.iter().all(fits) {
        return Vec::new();
    }
    let language = TermLanguage::of_tag(language::tag(filled(page).filter_map(|(_, value)| match value {
        Value::Text(text) => Some(text.as_str()),
        Value::Empty | Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => None,
    })));
    let profile = |(name, place): &(String, (usize, usize))| match travellers::read(name).as_slice() {
        [one] => {
            let mut profile = Profile::of(&one.name, spot(*place));
            for (text, is_age) in &one.told {
                profile.tell(if *is_age { Term::Age.text(language) } else { "" }, text);
            }
            profile
        }
        _ => Profile::of(name, spot(*place)),
    };
    let mut profiles: Vec<Profile> = names.iter().map(profile).collect();
    for (_, place) in &names {
        work.take(spot(*place));
    }
    for pair in &pairs {
        if people.is_some_and(|people| people.place == pair.place) {
            work.take(spot(pair.place));
            continue;
        }
        for (text, place) in &pair.values {
            let index = columns.iter().position(|column| *column == place.1).filter(|_| count > 1);
            let Some(profile) = profiles.get_mut(index.unwrap_or(0)).filter(|_| index.is_some() || count == 1) else { continue };
            let room = profile.told.len() < limits::TEXTS && text.chars().count() <= limits::TEXT_CHARS;
            // A label without anything that has its place is left over with what it is the label of.
            if room {
                work.take(spot(pair.place));
                work.take(spot(*place));
                profile.told.push(Told { field: place_of(&pair.label), label: pair.label.clone(), text: text.clone() });
            }
        }
    }
    // What only says that there is a persona says nothing more.
    for line in alone {
        for (column, value) in &line.cells {
            if name(value).is_some_and(|text| cards::is_heading(&text) && cards::named_in(&text).is_none()) {
                work.take(spot((line.row, *column)));
            }
        }
    }
    let said = heads.iter().flat_map(|line| line.cells.iter().map(|(column, _)| (line.row, *column)));
    said.for_each(|place| work.take(spot(place)));
    for profile in &profiles {
        work.step(profile.name.1, say!("explain-persona-of-sheet", name = &profile.name.0));
    }
    profiles
}

/// A label with what is said beside it, in the same cell or in those behind it.
fn pair(row: usize, cells: &[(usize, &Value)]) -> Option<Pair> {
    const LONGEST: usize = 40;
    let ((column, first), rest) = cells.split_first()?;
    let Value::Text(text) = first else { return None };
    let is_label = |label: &str| !label.is_empty() && label.chars().count() <= LONGEST;
    if rest.is_empty() {
        let (label, told) = text.split_once([':', '：'])?;
        let (label, told) = (label.trim(), told.trim());
        let place = (row, *column);
        return (is_label(label) && !told.is_empty()).then(|| Pair {
            label: label.to_owned(),
            place,
            values: vec![(told.to_owned(), place)],
        });
    }
    let label = name(first)?.trim_end_matches([':', '：', ' ']).to_owned();
    let said = rest.iter().filter(|(_, value)| !matches!(value, Value::Unknown(_)));
    let values: Vec<_> = said.map(|(column, value)| (value.text().trim().to_owned(), (row, *column))).collect();
    (is_label(&label) && !values.is_empty()).then_some(Pair { label, place: (row, *column), values })
}

/// The field of a persona that a label names; a fact is what has none.
fn place_of(label: &str) -> &'static str {
    let own = spelled(label);
    match near_lane(label) {
        _ if has(ACTIVITIES, &own) => "activities",
        _ if has(INTERESTS, &own) => "interests",
        _ if has(CHARACTER, &own) => "character",
        _ if facts::label(label) == Some(Field::TargetGroup) => "target_group",
        Some(LaneKind::Quote) => "quotes",
        Some(LaneKind::Need) => "needs",
        Some(LaneKind::Barrier) => "pains",
        _ => "facts",
    }
}

impl Profile {
    /// Whether it is about the person of a name.
    pub fn is(&self, name: &str) -> bool {
        key(&self.name.0) == key(name)
    }

    /// One more thing that is said of the person.
    pub fn tell(&mut self, label: &str, text: &str) {
        self.told.push(Told { field: "facts", label: label.to_owned(), text: text.to_owned() });
    }

    /// A persona of which nothing is said yet.
    pub fn of(name: &str, spot: Spot) -> Self {
        Self { name: (name.to_owned(), spot), told: Vec::new() }
    }

    /// What is said of the same person elsewhere as well.
    pub fn join(&mut self, other: Self) {
        self.told.extend(other.told);
    }

    /// Its fields, without the name; of what can be said once the first, the others are facts. The group that it stands for may be said
    /// elsewhere.
    pub fn fields(&self, group: Option<&str>) -> Vec<(&'static str, Json)> {
        let single = |field: &str| matches!(field, "character" | "target_group");
        let first = |field: &str| {
            let known = field == "target_group" && group.is_some();
            self.told.iter().position(|told| told.field == field).filter(|_| !known)
        };
        let is_fact = |(at, told): &(usize, &Told)| told.field == "facts" || single(told.field) && first(told.field) != Some(*at);
        let texts = |field: &str| {
            let texts: Vec<_> = self.told.iter().filter(|told| told.field == field).map(|told| Json::text(&told.text)).collect();
            (!texts.is_empty()).then_some(Json::List(texts))
        };
        let fact = |told: &Told| {
            let label = (!told.label.is_empty()).then(|| ("label", Json::text(&told.label)));
            Json::object(label.into_iter().chain([("text", Json::text(&told.text))]))
        };
        let facts: Vec<_> = (0..).zip(&self.told).filter(is_fact).map(|(_, told)| fact(told)).collect();
        let mut fields = Vec::new();
        fields.extend(group.map(|group| ("target_group", Json::text(group))));
        for field in ["target_group", "character"] {
            let said = first(field).and_then(|at| self.told.get(at));
            fields.extend(said.map(|told| (field, Json::text(&told.text))));
        }
        if !facts.is_empty() {
            fields.push(("facts", Json::List(facts)));
        }
        fields.extend(["activities", "interests", "quotes"].into_iter().filter_map(|field| Some((field, texts(field)?))));
        fields.extend(texts("needs").map(|needs| ("product", Json::object([("needs", needs)]))));
        fields.extend(texts("pains").map(|pains| ("empathy", Json::object([("pains", pains)]))));
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{journey, page, read_all};
    use crate::journey::Journey;
    use crate::read::book::Page;

    const MAP: &str = "Fase|Zoeken|Betalen\nDoel|Een bed vinden|Snel klaar\nActies|Belt de balie|Pint aan de kassa";

    fn called(name: &str, grid: &str) -> Page {
        Page { name: Some(name.to_owned()), ..page(grid) }
    }

    fn with(sheets: Vec<Page>) -> Journey {
        read_all(sheets).unwrap_or_else(|problems| panic!("{problems:?}")).journey
    }

    /// The personas with their facts and quotes, then the authors and what is left over.
    fn people(journey: &Journey) -> String {
        let persona = |persona: &crate::journey::Persona| {
            let facts: Vec<_> =
                persona.facts.iter().map(|fact| format!("{}={}", fact.label.as_deref().unwrap_or(""), fact.text)).collect();
            format!("{}[{}]{}", persona.name, facts.join(";"), persona.quotes.join(";"))
        };
        let personas: Vec<_> = journey.personas.iter().map(persona).collect();
        let authors: Vec<_> = journey.authors.iter().map(|author| author.name.clone()).collect();
        format!("{} by {}", personas.join(" "), authors.join("&"))
    }

    #[test]
    fn a_sheet_about_a_person_makes_a_persona() {
        for (name, grid, expected) in [
            ("Persona", "Naam|Bram de Boer\nLeeftijd|34\nQuote|Altijd haast", "Bram de Boer[Leeftijd=34]Altijd haast by "),
            ("Blad2", "Navn|Mette Holm\nAlder|61\nErhverv|Lærer", "Mette Holm[Alder=61;Erhverv=Lærer] by "),
            ("Persona Aylin", "Age|19\nGoal|A room", "Aylin[Age=19;Goal=A room] by "),
            ("Personas", "Name|Age|Job\nAylin|19|Student\nBram|34|Cook", "Aylin[Age=19;Job=Student] Bram[Age=34;Job=Cook] by "),
            ("Personas", "Name|Aylin|Bram\nAge|19|34", "Aylin[Age=19] Bram[Age=34] by "),
            ("Persona", "Persona: Aylin\nAge: 19", "Aylin[Age=19] by "),
            ("Blad2", "Naam|Bram de Boer\nKlas|2B", " by "),
        ] {
            let behind = with(vec![called("Map", MAP), called(name, grid)]);
            assert_eq!(people(&behind), expected, "{grid}");
            if expected.starts_with(' ') {
                continue;
            }
            let before = with(vec![called(name, grid), called("Map", MAP)]);
            assert_eq!((people(&before), before.title.as_str()), (expected.to_owned(), "reis"), "{grid}");
        }
        let cover = with(vec![called("Persona", "Naam|Bram\nLeeftijd|34"), called("Map", &format!("Persona: Bram\n\n{MAP}"))]);
        assert_eq!(people(&cover), "Bram[Leeftijd=34] by ");
    }

    #[test]
    fn a_person_on_two_sheets_is_one_of_whom_both_tell() {
        let sheets = [("Persona", "Naam|Bram\nLeeftijd|34\nDoelgroep|Koks"), ("Persona Bram", "Leeftijd|34\nHobby|Vissen")];
        let sheets = sheets.map(|(name, grid)| called(name, grid));
        let read = with(
            sheets.into_iter().chain([called("Map", &format!("Klantreis hostel|\nDoelgroep|Backpackers\n\n{MAP}"))]).collect(),
        );
        let persona = &read.personas[0];
        assert_eq!((persona.target_group.as_deref(), persona.activities.len()), (Some("Backpackers"), 1));
        assert_eq!(people(&read), "Bram[Leeftijd=34;Doelgroep=Koks;Leeftijd=34] by ");
    }

    #[test]
    fn what_is_expected_by_nobody_is_left_over_with_its_label() {
        let all = crate::journey::normal(&journey(&format!("Klantreis hostel|\n|Verwachtingen\n|Een schoon bed\n\n{MAP}")));
        assert!(all.contains("Een schoon bed") && all.contains("Verwachtingen"), "{all}");
    }

    #[test]
    fn a_cover_with_no_more_than_a_title_gives_it() {
        for (name, grid, title) in [
            ("Voorblad", "Een bed voor de nacht\nWorkshop van mei", "Een bed voor de nacht"),
            ("Blad1", "Klantreis hostel De Uil", "Klantreis hostel De Uil"),
            ("Blad1", "Zo vul je dit in", "reis"),
            ("Uitleg", "Lees eerst dit.\nKlantreis", "reis"),
        ] {
            assert_eq!(with(vec![called(name, grid), called("Map", MAP)]).title, title, "{grid}");
        }
    }

    #[test]
    fn who_travels_is_known_by_other_words_and_what_they_expect_is_theirs() {
        let top = "Klantreis hostel|||\nGebruiker|Aylin||Verwachtingen\n|||Een schoon bed\n|||Geen rij\n\n";
        assert_eq!(people(&journey(&format!("{top}{MAP}"))), "Aylin[Verwachtingen=Een schoon bed;Verwachtingen=Geen rij] by ");
        let beside = "Klantreis hostel|\nCharacter|Aylin\nExpectations|A clean bed\n\n";
        assert_eq!(people(&journey(&format!("{beside}{MAP}"))), "Aylin[Expectations=A clean bed] by ");
        let group = "Klantreis hostel|\nDoelgroep|Backpackers\n\n";
        assert_eq!(people(&journey(&format!("{group}{MAP}"))), "Backpackers[] by ");
    }
}
