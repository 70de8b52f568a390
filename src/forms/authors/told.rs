//! What people write among names that is neither a name nor a class, and the signs they part names by.

use super::super::days;
use super::{CLASSES, is_class, is_label};
use crate::journey::aliases::{has, key, spelled};

/// Whose name is none of those who made it.
const ROLES: &str = "docent docenten docente leraar lerares leerkracht mentor begeleider begeleidster coach teacher lecturer tutor supervisor \
    laerer underviser vejleder lehrer lehrerin dozent dozentin betreuer betreuerin enseignant enseignante professeur profesor profesora \
    professor professora insegnante larare lerer veileder nauczyciel nauczycielka student-number studentnummer leerlingnummer email e-mail mail";

/// What begins the name of a part of an organisation.
const UNITS: &str = "afdeling afd dienst unit eenheid department dept division directorate directie abteilung abt referat fachbereich departement \
    direction departamento area dipartimento ufficio reparto setor sektion avdelning avdelingen avdeling seksjon dzial wydzial";
/// What ends one.
const UNITS_BEHIND: &str = "unit department dept division directorate afdeling dienst abteilung referat";
/// What has the name of an organisation in it.
const ORGANISATIONS: &str = "gemeente kommune kommunen kommun council gemeinde stadt municipality mairie commune ayuntamiento comune prefeitura gmina \
    university universiteit universitet hogeschool hochschule universitat universite universidad universita universidade uniwersytet college ziekenhuis \
    hospital sygehus krankenhaus klinikum hopital ospedale szpital stichting foundation fonden bibliotheek bibliotek waterschap provincie ministerie \
    ministerium ministry vereniging forening forbundet verein stiftung region bv b-v nv vof sarl srl spa lda ltda limited gmbh ag ltd inc llc plc aps";
/// What stands before a surname, in small letters, or joins two names.
const PARTICLES: &str = "de den der het van von vom zu zur te ten ter tot op in la le les du des da das do dos di del della dello al el af av bin ibn y e et \
    en og och und and i st 't";

/// What stands behind a name and a comma and is none itself.
enum Beside {
    /// The part of an organisation that they are of.
    Unit,
    /// An organisation, or what they do.
    Other,
}

/// What a part behind a comma says of the names before it: “afdeling C3”, “Gemeente Ede”, “service designer”. Names in small letters are such where
/// others are too.
fn beside(part: &str, before: &str) -> Option<Beside> {
    let own = spelled(part);
    let first = own.split('-').next().unwrap_or_default();
    let last = own.rsplit('-').next().unwrap_or_default();
    let has_more = own.contains('-');
    if has_more && (has(UNITS, first) || has(UNITS_BEHIND, last)) {
        return Some(Beside::Unit);
    }
    let name = before.rsplit([',', ';', '&', '\n']).find(|name| !name.trim().is_empty()).unwrap_or_default();
    let mut names = name.split_whitespace();
    let whole = names.next().is_some_and(|name| name.starts_with(char::is_uppercase)) && names.next().is_some();
    let small = part.starts_with(char::is_lowercase) && !part.chars().any(char::is_uppercase) && !has(PARTICLES, first);
    let doing = small && whole && part.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || "-&/".contains(c));
    (is_organisation(part) || doing).then_some(Beside::Other)
}

/// Whether a text is the name of an organisation: “Gemeente Ede”, “Thornbury Council”.
pub(super) fn is_organisation(text: &str) -> bool {
    let own = spelled(text);
    own.contains('-')
        && [own.split('-').next(), own.split('-').next_back()].into_iter().flatten().any(|word| has(ORGANISATIONS, word))
}

/// A line of names in the signs that [`read`](super::read) knows.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The names.
    pub names: String,
    /// The class or group that is named before them.
    pub group: Option<String>,
    /// What is said besides: addresses of mail, numbers of students, days, the name of a teacher.
    pub rest: Vec<String>,
}

/// What a text says.
pub(super) fn told(text: &str) -> Told {
    let (group, names, team) = grouped(text).map_or((None, text, false), |(group, names, team)| (Some(group), names, team));
    let signs = signed(&unnumbered(names));
    let mut told = Told { group, ..Told::default() };
    let mut before = None;
    for (part, sign) in parts(&signs) {
        let own = part.trim();
        let said =
            beside(own, &told.names).filter(|_| before == Some(',') && told.names.chars().any(char::is_alphabetic) && !team);
        before = sign;
        if let Some(said) = said {
            told.names.truncate(told.names.trim_end_matches([',', ' ']).len());
            match said {
                Beside::Unit if !told.names.ends_with(')') => told.names.extend([" (", own, ")"]),
                Beside::Unit | Beside::Other => told.rest.push(own.to_owned()),
            }
            told.names.extend(sign);
            continue;
        }
        let name = name(part, &mut told.rest);
        // The sign behind what is no name parts nothing.
        if !name.is_empty() || part.trim().is_empty() {
            told.names.push_str(&name);
            // The members of a team are given by their first names, if by one.
            told.names.extend(sign.map(|sign| if team && sign == ',' { '&' } else { sign }));
        }
    }
    let named = told.names.chars().any(char::is_alphanumeric);
    if named { told } else { Told { names: text.to_owned(), ..Told::default() } }
}

/// The group or class before a colon, or a group before a dash, the names behind it, and whether it has a label: `Groep 3: Sam, Noor`, `MEP2C: Noor`, `team: Sam, Noor`.
fn grouped(text: &str) -> Option<(String, &str, bool)> {
    const LONGEST: usize = 24;
    const DASHES: [&str; 3] = [" – ", " — ", " - "];
    // Behind a dash stand names where a group with a number or a class stands before it.
    let dashed = || {
        let (before, names) = DASHES.iter().find_map(|dash| text.split_once(dash))?;
        let (label, which) = before.trim().split_once(char::is_whitespace)?;
        let counted = which.trim().bytes().all(|byte| byte.is_ascii_digit()) || is_class(which.trim());
        (is_label(label) && counted && names.trim_start().starts_with(char::is_uppercase)).then_some((before, names))
    };
    let (before, names) = text.split_once([':', '：']).or_else(dashed)?;
    let before = before.trim();
    let (label, which) = before.split_once(char::is_whitespace).unwrap_or((before, ""));
    let which = which.trim();
    let fits = before.chars().count() <= LONGEST && names.chars().any(char::is_alphabetic) && !is_class(names.trim());
    let group = match (is_label(label), which) {
        (true, "") if super::are_names(names) => "",
        (true, "") => return None,
        (true, which) if is_class(which) => which,
        (true, which) if which.bytes().all(|byte| byte.is_ascii_digit()) => before,
        (false, "") if is_class(before) => before,
        _ => return None,
    };
    fits.then(|| (group.to_owned(), names, is_label(label)))
}

/// A list that is numbered or bulleted, a line each.
fn unnumbered(text: &str) -> String {
    let mut shown = String::new();
    let mut next = 1_u32;
    for word in text.split_inclusive(char::is_whitespace) {
        let mark = word.trim_end();
        let begins = shown.is_empty() || shown.ends_with(char::is_whitespace);
        let is_number = mark.strip_suffix(['.', ')']).is_some_and(|number| number == next.to_string());
        let is_bullet = ["•", "-", "–", "*"].contains(&mark) && (shown.is_empty() || shown.ends_with('\n'));
        if begins && (is_number || is_bullet) {
            next += u32::from(is_number);
            shown.push_str(if shown.is_empty() { "" } else { "\n" });
        } else {
            shown.push_str(word);
        }
    }
    shown
}

/// The same with `/`, `+` and `|` as other signs, outside of parentheses: not between digits, as in a day or a class.
fn signed(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut depth = 0_usize;
    let near = |at: Option<usize>| at.and_then(|at| characters.get(at)).copied();
    let sign = |(at, character): (usize, &char)| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let (before, after) = (near(at.checked_sub(1)), near(at.checked_add(1)));
        let digits = before.into_iter().chain(after).any(|near| near.is_ascii_digit());
        match character {
            '|' if depth == 0 => ',',
            '/' | '+' if depth == 0 && !digits => '&',
            other => *other,
        }
    };
    characters.iter().enumerate().map(sign).collect()
}

/// The parts between signs, each with the sign behind it.
fn parts(text: &str) -> Vec<(&str, Option<char>)> {
    let (mut depth, mut begin, mut parts) = (0_usize, 0, Vec::new());
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' | '\n' | '\r' | '&' if depth == 0 => {
                parts.push((text.get(begin..at).unwrap_or_default(), Some(character)));
                begin = at + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.push((text.get(begin..).unwrap_or_default(), None));
    parts
}

/// A part without what is no name, which goes to the rest.
fn name(part: &str, rest: &mut Vec<String>) -> String {
    if is_else(part.trim()) {
        rest.push(part.trim().to_owned());
        return String::new();
    }
    let mut name = String::new();
    // What stands in parentheses is one.
    let mut open = part;
    while let Some((before, inner, after)) = bracketed(open) {
        name.push_str(&bare(before, rest));
        if is_else(inner.trim()) {
            rest.push(inner.trim().to_owned());
            name.truncate(name.trim_end().len());
        } else {
            name.push('(');
            name.push_str(inner);
            name.push(')');
        }
        open = after;
    }
    name.push_str(&bare(open, rest));
    name
}

/// What stands before the first parentheses, in them and behind them.
fn bracketed(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find('(')?;
    let mut depth = 0_usize;
    let close = text.char_indices().skip_while(|(at, _)| *at < open).find_map(|(at, character)| {
        depth = match character {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        (depth == 0).then_some(at)
    })?;
    Some((text.get(..open)?, text.get(open + 1..close)?, text.get(close + 1..)?))
}

/// Words without addresses and numbers.
fn bare(text: &str, rest: &mut Vec<String>) -> String {
    if !text.split_whitespace().any(is_else) {
        return text.to_owned();
    }
    let (others, names): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(|word| is_else(word));
    rest.extend(others.into_iter().map(str::to_owned));
    let lead = if text.starts_with(char::is_whitespace) { " " } else { "" };
    format!("{lead}{}", names.join(" "))
}

/// Whether a text is no name and no class: an address of mail, a number of five digits or more, a day, a teacher.
fn is_else(text: &str) -> bool {
    const DIGITS: usize = 5;
    let number = || {
        let digits = text.trim_start_matches(['#', 's', 'S']);
        digits.len() >= DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let role = || {
        let first = text.split([':', ' ']).next().unwrap_or_default();
        let known = key(first);
        let more = text.get(first.len()..).is_some_and(|more| more.chars().any(char::is_alphanumeric));
        more && ROLES.split_whitespace().any(|role| role == known)
    };
    let mail = || text.contains('@') && !text.contains(char::is_whitespace);
    !text.is_empty() && (mail() || number() || days::read(text).is_some() || role())
}

/// The class at the end of a text by a label and a number: `Noor groep 3`.
pub(super) fn numbered_group(text: &str) -> Option<(&str, &str)> {
    let (before, number) = text.trim_end().rsplit_once(char::is_whitespace)?;
    let label = before.trim_end().rsplit_once(char::is_whitespace).map_or(before, |(_, label)| label);
    let labelled = CLASSES.split(' ').any(|known| label.eq_ignore_ascii_case(known));
    let counted = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let at = before.trim_end().len() - label.len();
    let (name, group) = (text.get(..at)?.trim_end_matches([' ', ',', '–', '—', '-']), text.get(at..)?.trim());
    // Behind the names of several it stands alone.
    (labelled && counted && !name.trim().is_empty()).then_some((name, group))
}
