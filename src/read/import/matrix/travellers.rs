//! Who travels, in a line: several names, or one with what is said of the person behind it.
//!
//! ```text
//! Sanne, Bram en Edith                     three names
//! Henk de Boer (54), forens                a name, an age and a description
//! Camilla, 34 år, alenemor i Odense        the same
//! Anna – 34                                a name and an age
//! ```

use crate::journey::aliases::{has, spelled};

/// Somebody who travels.
#[derive(Debug, PartialEq, Eq)]
pub struct Traveller {
    /// The name.
    pub name: String,
    /// What is said of the person, and whether it is the age and no more than its number.
    pub told: Vec<(String, bool)>,
}

/// Words that join names.
const AND: [&str; 12] = ["and", "en", "og", "und", "et", "y", "e", "och", "i", "и", "&", "+"];
/// What stands behind the number of an age, or before it.
const YEARS: &str = "jaar jaren jr ar aar years year yrs yr yo y-o years-old year-old jahre jahren jahrig an ans anos ano anni anno aring lat rok roku \
    let лет год года 岁 歳 才 age aged leeftijd alder alter edad idade eta wiek";
/// A name has seldom more words.
const NAME_WORDS: usize = 4;

/// Those in a text: parted by commas, semicolons, line breaks, `&` and “and”, but not within parentheses. What begins with a figure or a small
/// letter says something of the one before, and so does all that stands behind an age, unless it has one too. A sentence is one name.
pub fn read(text: &str) -> Vec<Traveller> {
    let parts = parts(text);
    let mut found: Vec<Traveller> = Vec::new();
    for (index, (part, apart)) in parts.iter().enumerate() {
        let begins = part.chars().next();
        let aged = |part: &str| is_age(part) || named(part).told.iter().any(|(told, _)| is_age(told));
        let rest = parts.get(index..).unwrap_or_default();
        let more_ages = || rest.iter().any(|(part, _)| aged(part));
        match found.last_mut() {
            Some(before) if begins.is_some_and(|c| c.is_ascii_digit() || c.is_lowercase()) || is_age(part) => {
                before.told.push(of_age(part));
            }
            Some(before) if !apart && !before.told.is_empty() && !more_ages() => before.told.push((part.clone(), false)),
            _ => found.push(named(part)),
        }
    }
    let is_name = |one: &Traveller| {
        let words = one.name.split_whitespace().count();
        (words <= NAME_WORDS || one.name.contains('(')) && !one.name.starts_with(char::is_lowercase)
    };
    let sentence = text.contains(". ") || text.trim_end().ends_with(['.', '!', '?']);
    let told = found.iter().any(|one| !one.told.is_empty());
    if found.iter().all(is_name) && !(told && sentence) {
        return found;
    }
    vec![Traveller { name: text.trim().to_owned(), told: Vec::new() }]
}

/// The name of the first of those in a text.
pub fn first(text: &str) -> String {
    read(text).into_iter().next().map_or_else(|| text.trim().to_owned(), |one| one.name)
}

/// The parts between signs, each with whether that says that somebody else comes: all but a comma do.
fn parts(text: &str) -> Vec<(String, bool)> {
    let spaced = text.replace(['\n', ';', '；'], " ; ").replace([',', '，', '、'], " , ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let aged = |part: &str| is_age(part) || named(part).told.iter().any(|(told, _)| is_age(told));
    let (mut parts, mut depth, mut known) = (vec![(String::new(), true)], 0_usize, false);
    for (at, word) in words.iter().enumerate() {
        // What goes on in small letters, or behind an age, is still about the same person.
        let small = words.get(at + 1).is_none_or(|next| next.starts_with(char::is_lowercase));
        let own = parts.last().map_or("", |(part, _)| part.as_str());
        let told = known && !aged(own) || own.starts_with(char::is_lowercase);
        let joins = AND.contains(word) && (!word.chars().all(char::is_alphabetic) || !small && !told);
        let (comma, stop) = (*word == ",", *word == ";" || joins);
        if depth == 0 && (comma || stop) {
            known = comma && (known || aged(own));
            parts.push((String::new(), stop));
        } else if let Some((part, _)) = parts.last_mut() {
            part.push_str(if part.is_empty() || comma || *word == ";" { "" } else { " " });
            part.push_str(word);
        }
        depth = (depth + word.matches('(').count()).saturating_sub(word.matches(')').count());
    }
    parts.retain(|(part, _)| part.chars().any(char::is_alphanumeric));
    parts
}

/// A name with what stands behind it in parentheses or behind a dash, where that is an age or begins with a small letter.
fn named(part: &str) -> Traveller {
    let bare = |name: &str| Traveller { name: name.trim().to_owned(), told: Vec::new() };
    let with = |name: &str, told: Vec<&str>| {
        let told = told.into_iter().map(str::trim).filter(|told| !told.is_empty()).map(of_age).collect();
        Traveller { name: name.trim().trim_end_matches([',', ':']).to_owned(), told }
    };
    let begins_named = |name: &str| name.trim().starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let bracketed = part.split_once('(').and_then(|(name, rest)| Some((name, rest.split_once(')')?)));
    if let Some((name, (inner, behind))) = bracketed
        && begins_named(name)
        && inner.split([',', ';']).next().is_some_and(|first| is_age(first.trim()))
    {
        let behind = behind.trim().trim_start_matches(['–', '—', '-', ':']);
        return with(name, inner.split([',', ';']).chain([behind]).collect());
    }
    for dash in [" – ", " — ", " - "] {
        if let Some((name, behind)) = part.split_once(dash)
            && begins_named(name)
            && (is_age(behind.trim()) || behind.trim().starts_with(char::is_lowercase))
        {
            return with(name, vec![behind]);
        }
    }
    // A number without a sign before it is an age where it says so.
    let number = part.match_indices(' ').map(|(at, _)| part.split_at(at));
    let aged = |behind: &str| {
        behind.trim_start().starts_with(|c: char| c.is_ascii_digit()) && is_age(behind.trim()) && behind.trim().contains(' ')
    };
    match number.into_iter().find(|(name, behind)| begins_named(name) && aged(behind)) {
        Some((name, behind)) => with(name, vec![behind]),
        None => bare(part),
    }
}

/// Whether a text is an age: a number of up to three digits, or two with a dash between, with words for years or none.
fn is_age(text: &str) -> bool {
    let spelled = spelled(text);
    let (mut numbers, mut others) = (0, 0);
    for word in spelled.split('-').filter(|word| !word.is_empty()) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let unit = word.get(digits..).unwrap_or_default();
        match digits {
            0 if has(YEARS, word) || word == "old" || word == "oud" || word == "gammel" => {}
            1..=3 if unit.is_empty() || has(YEARS, unit) => numbers += 1,
            _ => others += 1,
        }
    }
    (1..=2).contains(&numbers) && others == 0
}

/// A text, and whether it is no more than the number of years.
fn of_age(text: &str) -> (String, bool) {
    let text = text.trim();
    (text.to_owned(), is_age(text) && !text.chars().any(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_name_is_parted_from_what_is_said_of_the_person() {
        for (text, expected) in [
            ("Henk de Boer (54), forens", "Henk de Boer[54!;forens]"),
            ("Camilla, 34 år, alenemor i Odense", "Camilla[34 år;alenemor i Odense]"),
            ("Chloé Martin, 22 ans, étudiante", "Chloé Martin[22 ans;étudiante]"),
            ("Klaus Meier, 62 Jahre, Rentner aus Köln", "Klaus Meier[62 Jahre;Rentner aus Köln]"),
            ("Anna – 34", "Anna[34!]"),
            ("Lucía Pardo (29 años, enfermera)", "Lucía Pardo[29 años;enfermera]"),
            ("Marek, 45 lat, mechanik i ojciec", "Marek[45 lat;mechanik i ojciec]"),
            ("Edith, 84", "Edith[84!]"),
            ("Joan (30-40) – commuter", "Joan[30-40!;commuter]"),
            ("Ola Berg 34 år, snekker", "Ola Berg[34 år;snekker]"),
            ("Sanne (34) en Bram (36)", "Sanne[34!] Bram[36!]"),
            ("Edith, 84, Mo, 30", "Edith[84!] Mo[30!]"),
            ("Klaus Meier, 62 Jahre, Rentner und Vater", "Klaus Meier[62 Jahre;Rentner und Vater]"),
            ("Sanne (34), Bram (36) en Noor (5)", "Sanne[34!] Bram[36!] Noor[5!]"),
            ("Edith, 84 & Mo", "Edith[84!] Mo[]"),
            ("Sanne, Bram en Noor", "Sanne[] Bram[] Noor[]"),
            ("Sam; Bo", "Sam[] Bo[]"),
            ("Bo (oma), Sam", "Bo (oma)[] Sam[]"),
            ("Persona 2", "Persona 2[]"),
            ("Sanne is 34, moeder van twee, en woont in Almere.", "Sanne is 34, moeder van twee, en woont in Almere.[]"),
            ("een jonge moeder, 34 jaar", "een jonge moeder, 34 jaar[]"),
        ] {
            let shown = read(text).into_iter().map(|one| {
                let told: Vec<_> = one.told.iter().map(|(told, age)| format!("{told}{}", if *age { "!" } else { "" })).collect();
                format!("{}[{}]", one.name, told.join(";"))
            });
            assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }
}
