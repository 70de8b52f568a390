//! A line of a cell back to an item: a new line, or the line of a known item in which something was changed.

use crate::forms::line::{BETWEEN_DETAILS, Detail, FLAG, STAR, Shown, unscored};
use crate::forms::words;
use crate::journey::{EndRef, Evidence, Id, Item, Level, Risk, RiskKind, Status, Term, TermLanguage, Uri};

/// How alike two texts must be, from 0 to 1, for one to be the other reworded.
const ALIKE: f64 = 0.6;

/// What a line can refer to, and the language of its words.
#[derive(Debug, Clone)]
pub struct Around {
    /// The language of the words for details.
    pub language: TermLanguage,
    /// The phases by their titles: where an item may end.
    pub ends: Vec<(String, Id)>,
}

impl Around {
    /// The phase of which a line says that the item goes on until then.
    fn end(&self, title: &str) -> Option<EndRef> {
        self.ends.iter().find(|(name, _)| name == title.trim()).map(|(_, id)| EndRef::new(id.as_str()))
    }
}

/// A line without the bullet or number of a list in front of it.
#[must_use]
pub fn bare(line: &str) -> &str {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix(['•', '▪', '▫', '■', '○', '◦', '●', '‣', '⁃', '·']) {
        return rest.trim_start();
    }
    let spaced = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    if let Some(rest) = line.strip_prefix(['-', '–', '—', '*']).filter(|rest| spaced(rest)) {
        return rest.trim_start();
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=2).contains(&digits).then(|| line[digits..].strip_prefix(['.', ')'])).flatten();
    numbered.filter(|rest| spaced(rest) && !rest.trim().is_empty()).map_or(line, str::trim_start)
}

/// Whether a line has a bullet or number in front, or a mark, which stands in the place of one.
#[must_use]
pub fn has_bullet(line: &str) -> bool {
    bare(line).len() < line.trim_start().len() || [STAR, FLAG].iter().any(|mark| line.trim_start().starts_with(mark))
}

/// The marks in front of a line (a star, a flag), and the rest of it.
#[must_use]
pub fn marks(line: &str) -> (bool, bool, &str) {
    let (mut star, mut flag, mut rest) = (false, false, line.trim());
    loop {
        // A row of stars is a judgement, and no mark.
        let alone = |behind: &&str| !behind.starts_with(['★', '☆', '⭐']);
        if let Some(behind) = rest.strip_prefix(STAR).filter(|_| !star).filter(alone) {
            (star, rest) = (true, unselected(behind));
        } else if let Some(behind) = rest.strip_prefix(FLAG).filter(|_| !flag) {
            (flag, rest) = (true, unselected(behind));
        } else {
            return (star, flag, rest);
        }
    }
}

/// What follows a mark, without the selector of its look as a picture.
fn unselected(behind: &str) -> &str {
    behind.trim_start_matches(['\u{fe0e}', '\u{fe0f}']).trim_start()
}

/// A new line as an item; nothing for a line that only has a bullet.
#[must_use]
pub fn fresh(line: &str, around: &Around) -> Option<Item> {
    let line = bare(line).trim();
    let (star, flag, body) = marks(line);
    // People put the star behind as well; `Hotel ★★★` has stars of its own.
    let behind = body.strip_suffix(STAR).filter(|rest| rest.ends_with(char::is_whitespace) && !rest.contains(STAR));
    let (star, body) = behind.map_or((star, body), |rest| (true, rest.trim_end()));
    let arrow = body.rmatch_indices('→').next();
    let end = arrow.and_then(|(at, _)| Some((body[..at].trim_end(), around.end(&body[at + '→'.len_utf8()..])?)));
    let (text, until) = match end {
        Some((text, until)) if !text.is_empty() => (text, Some(until)),
        _ => (body, None),
    };
    if line.is_empty() {
        return None;
    }
    if text.is_empty() {
        return Some(Item { text: Some(line.to_owned()), ..Item::default() });
    }
    Some(Item { text: Some(text.to_owned()), until, moment_of_truth: star, drop_off: flag, ..Item::default() })
}

/// How a changed line came from that of a known item; the greater, the more certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Another text that is like the one it had.
    Text,
    /// Another text before the same details.
    Reworded,
    /// The same text with other details.
    Details,
    /// Other marks only.
    Marks,
}

/// The item of a line in which something was changed, when it is still about that item. What no longer stands there is no longer
/// in the item; what never stood there is kept.
#[must_use]
pub fn reworded(kept: &Item, shown: &Shown, line: &str, around: &Around) -> Option<(Change, Item)> {
    let (star, flag, body) = marks(bare(line).trim());
    let item = Item { moment_of_truth: star, drop_off: flag, ..kept.clone() };
    let whole = shown.line();
    if body == marks(&whole).2 {
        return Some((Change::Marks, item));
    }
    let suffix = shown.suffix();
    if let Some(text) = body.strip_suffix(suffix.as_str()).map(str::trim).filter(|text| !suffix.is_empty() && !text.is_empty()) {
        return Some((Change::Reworded, Item { text: Some(text.to_owned()), ..item }));
    }
    let (text, until, parts) = divided(body, shown, around);
    // What the line said counts, which the item may have changed since.
    let was = shown.text.as_deref().unwrap_or_default().trim();
    let same = was == text;
    let alike = !text.is_empty() && !was.is_empty() && alike(was, text);
    if !same && !alike {
        return None;
    }
    let mut item = Item { until: until.or_else(|| item.until.clone().filter(|_| shown.until.is_none())), ..item };
    let extra = settle(&mut item, shown, &parts, around);
    let pieces = [Some(text.to_owned()).filter(|text| !text.is_empty()), extra];
    let text = pieces.into_iter().flatten().collect::<Vec<_>>().join(" ");
    item.text = if same && text == was { kept.text.clone() } else { Some(text).filter(|text| !text.is_empty()) };
    let says = item.text.is_some() || item.picture.is_some() || item.score.is_some();
    says.then_some((if same { Change::Details } else { Change::Text }, item))
}

/// Whether a text is another one reworded.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    strsim::sorensen_dice(&one.to_lowercase(), &other.to_lowercase()) >= ALIKE
}

/// The text of a line, where it ends, and its details.
fn divided<'l>(body: &'l str, shown: &Shown, around: &Around) -> (&'l str, Option<EndRef>, Vec<&'l str>) {
    let text = shown.text.as_deref().unwrap_or_default().trim();
    let known = |inside: &str| shown.details.iter().any(|(_, told)| inside.contains(told.as_str()));
    let opens = body
        .match_indices('(')
        .map(|(at, _)| at)
        .filter(|at| body.ends_with(')') && !shown.details.is_empty() && *at + 1 < body.len());
    let fits = |at: &usize| {
        let front = body[..*at].trim_end();
        known(&body[at + 1..body.len() - 1]) || (!text.is_empty() && front == text) || ends_as(front, shown, around)
    };
    let (front, inside) = match opens.into_iter().find(fits) {
        Some(at) => (body[..at].trim_end(), Some(&body[at + 1..body.len() - 1])),
        None => (body, None),
    };
    let kept_end = shown.until.as_deref().and_then(|until| front.strip_suffix(until)).map(str::trim_end);
    let parts = inside.map(|inside| parts(inside, shown)).unwrap_or_default();
    if let Some(front) = kept_end {
        // The title is that of a phase as it was.
        let end = shown.until.as_deref().and_then(|until| around.end(until.trim_start_matches('→')));
        return (front, end, parts);
    }
    let arrow = front.rmatch_indices('→').find_map(|(at, _)| Some((at, around.end(&front[at + '→'.len_utf8()..])?)));
    match arrow {
        Some((at, end)) => (front[..at].trim_end(), Some(end), parts),
        None => (front, None, parts),
    }
}

fn ends_as(front: &str, shown: &Shown, around: &Around) -> bool {
    let text = shown.text.as_deref().unwrap_or_default().trim();
    let rest = front.strip_prefix(text).map(str::trim_start);
    !text.is_empty() && rest.and_then(|rest| rest.strip_prefix('→')).is_some_and(|title| around.end(title).is_some())
}

/// The details in parentheses: those that are known as they are, also where one holds the sign between them.
fn parts<'l>(inside: &'l str, shown: &Shown) -> Vec<&'l str> {
    let mut parts = Vec::new();
    let mut rest = inside;
    while !rest.is_empty() {
        let known = shown.details.iter().map(|(_, told)| told.len()).zip(&shown.details).find_map(|(length, (_, told))| {
            let behind = rest.strip_prefix(told.as_str())?;
            (behind.is_empty() || behind.starts_with(BETWEEN_DETAILS)).then_some(length)
        });
        let length = known.unwrap_or_else(|| rest.find(BETWEEN_DETAILS).unwrap_or(rest.len()));
        parts.push(&rest[..length]);
        rest = rest[length..].strip_prefix(BETWEEN_DETAILS).unwrap_or_default();
    }
    parts
}

/// Gives an item the details that a line has. What has no field is given back in parentheses.
fn settle(item: &mut Item, shown: &Shown, parts: &[&str], around: &Around) -> Option<String> {
    let mut extra = Vec::new();
    let mut next = 0;
    let mut gone = Vec::new();
    let mut at = 0;
    while at <= parts.len() {
        // Up to the next detail that stands there as it was, what is new takes the place of what is gone, in order.
        let same = (at..parts.len()).find_map(|part| {
            let index = (next..shown.details.len()).find(|index| shown.details[*index].1 == parts[part])?;
            Some((part, index))
        });
        let (part, index) = same.unwrap_or((parts.len(), shown.details.len()));
        let mut lost = shown.details[next..index].iter().map(|(detail, _)| *detail).collect::<Vec<_>>().into_iter();
        for new in &parts[at..part] {
            let taken = lost.find(|detail| {
                let set = put(item, *detail, new, around.language);
                if !set {
                    gone.push(*detail);
                }
                set
            });
            if taken.is_none() {
                extra.push(*new);
            }
        }
        gone.extend(lost);
        (at, next) = (part + 1, index + 1);
    }
    // Links last to first, so that indices stay right.
    gone.iter().rev().for_each(|detail| clear(item, *detail));
    (!extra.is_empty()).then(|| format!("({})", extra.join(BETWEEN_DETAILS)))
}

/// Gives a field the value that a detail tells; not when it is none for that field.
fn put(item: &mut Item, detail: Detail, told: &str, language: TermLanguage) -> bool {
    let told = told.trim();
    if told.is_empty() {
        return false;
    }
    let text = Some(told.to_owned());
    let word = |term: Term| term.text(language).to_lowercase() == told.to_lowercase();
    match detail {
        Detail::When => item.when = text,
        Detail::Channel => item.channel = text,
        Detail::Device => item.device = text,
        Detail::Score => match unscored(told) {
            Some(score) => item.score = Some(score),
            None => return false,
        },
        Detail::Between => {
            let Some((sender, receiver)) = told.split_once('→') else { return false };
            let name = |name: &str| Some(name.trim().to_owned()).filter(|name| !name.is_empty());
            (item.sender, item.receiver) = (name(sender), name(receiver));
        }
        Detail::Message => {
            let own = item.message.as_ref().is_some_and(|message| message.starts_with(words::OWN_MARKS));
            let inner = told.strip_prefix('“').and_then(|told| told.strip_suffix('”')).filter(|_| !own);
            item.message = Some(inner.unwrap_or(told).to_owned()).filter(|message| !message.trim().is_empty());
        }
        Detail::CallToAction => {
            item.call_to_action = Some(told.trim_start_matches('›').trim().to_owned()).filter(|call| !call.is_empty());
        }
        Detail::Importance => match Level::ALL.iter().find(|level| word(level.importance())) {
            Some(level) => item.importance = Some(*level),
            None => return false,
        },
        Detail::Evidence => match Evidence::ALL.iter().find(|evidence| word(evidence.term())) {
            Some(evidence) => item.evidence = Some(*evidence),
            None => return false,
        },
        Detail::Source => {
            let label = format!("{}:", Term::Source.text(language)).to_lowercase();
            let Some(source) = told.to_lowercase().starts_with(&label).then(|| told.get(label.len()..)).flatten() else {
                return false;
            };
            item.source = Some(source.trim().to_owned()).filter(|source| !source.is_empty());
        }
        Detail::Status => match Status::ALL.iter().find(|status| word(status.term())) {
            Some(status) => item.status = Some(*status),
            None => return false,
        },
        Detail::Alt | Detail::Credit => {
            let Some(picture) = &mut item.picture else { return false };
            *(if detail == Detail::Alt { &mut picture.alt } else { &mut picture.credit }) = text;
        }
        // A path or an address that was changed by hand in a cell may be none.
        Detail::Picture => return false,
        Detail::Link(index) => {
            let address = ["https://", "http://"].iter().any(|scheme| told.len() > scheme.len() && told.starts_with(scheme));
            let Some(link) = item.links.get_mut(index).filter(|_| address && !told.contains(char::is_whitespace)) else {
                return false;
            };
            *link = Uri::new(told);
        }
    }
    true
}

fn clear(item: &mut Item, detail: Detail) {
    match detail {
        Detail::When => item.when = None,
        Detail::Channel => item.channel = None,
        Detail::Device => item.device = None,
        Detail::Between => (item.sender, item.receiver) = (None, None),
        Detail::Message => item.message = None,
        Detail::CallToAction => item.call_to_action = None,
        Detail::Importance => item.importance = None,
        Detail::Evidence => item.evidence = None,
        Detail::Source => item.source = None,
        Detail::Status => item.status = None,
        Detail::Alt => item.picture.iter_mut().for_each(|picture| picture.alt = None),
        Detail::Credit => item.picture.iter_mut().for_each(|picture| picture.credit = None),
        Detail::Picture => item.picture = None,
        Detail::Link(index) if index < item.links.len() => {
            item.links.remove(index);
        }
        // A score stands in a row of its own.
        Detail::Score | Detail::Link(_) => {}
    }
}

/// A risk of a line: a flag in front is a drop-off, a kind in parentheses at the end is its kind.
#[must_use]
pub fn risk(line: &str, language: TermLanguage) -> Option<Risk> {
    let line = bare(line).trim();
    let (_, flag, body) = marks(line);
    if flag && !body.is_empty() {
        return Some(Risk { text: body.to_owned(), kind: Some(RiskKind::DropOff) });
    }
    let kind = line.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).and_then(|(text, word)| {
        let named = |kind: &&RiskKind| kind.term().text(language).to_lowercase() == word.trim().to_lowercase();
        Some((text.trim(), *RiskKind::ALL.iter().find(named)?))
    });
    match kind.filter(|(text, _)| !text.is_empty()) {
        Some((text, kind)) => Some(Risk { text: text.to_owned(), kind: Some(kind) }),
        None => (!line.is_empty()).then(|| Risk { text: line.to_owned(), kind: None }),
    }
}
