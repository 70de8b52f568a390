//! The texts of an item.

use super::icon;
use crate::forms::words;
use crate::journey::{Item, Journey, Lane, LaneKind, Level, Scale, Term, TermLanguage, Uri};
use crate::layout::drawn::ink::{Framed, Icon, Readings, Sign};
use crate::layout::drawn::text::{Block, Place, Setter};
use crate::meta::Date;
use crate::scene::Pt;
use crate::text::{Cut, shown};

/// An item's texts.
pub struct ItemText {
    /// What is read out for it: its text, or what its picture shows.
    pub label: String,
    /// The language of the item, where it is not the journey's.
    pub language: Option<String>,
    /// None when it is said by its score or picture alone.
    pub text: Option<Block>,
    /// Where the text leads when it is clicked.
    pub link: Option<String>,
    /// Its picture.
    pub picture: Option<PictureText>,
    /// What else is known of it, a line each.
    pub remarks: Vec<Remark>,
    /// What the journey turns on there, in words: a moment of truth, or that customers leave.
    pub tag: Option<Block>,
    /// What was measured, where it tells that.
    pub figure: Option<Readings>,
    /// The icon of its channel, in a lane of contacts.
    pub icon: Option<Icon>,
    /// How much it matters.
    pub importance: Option<Level>,
    /// What hangs before the text.
    pub sign: Option<Sign>,
    /// What stands behind its first line.
    pub tray: Vec<Sign>,
    /// The score as it is printed, such as "+1".
    pub score: Option<Block>,
    /// A bar over several phases.
    pub bar: Option<BarText>,
}

/// A picture of an item.
pub struct PictureText {
    /// Where it is.
    pub source: String,
    /// What it shows.
    pub description: String,
}

impl PictureText {
    /// The picture to be drawn, with type of a size in its stead where it cannot be shown.
    #[must_use]
    pub fn framed(&self, size: Pt) -> Framed<'_> {
        Framed { source: &self.source, description: &self.description, size }
    }
}

/// A line below the text.
pub struct Remark {
    /// What it says.
    pub block: Block,
    /// Where it leads when it is clicked.
    pub link: Option<String>,
}

/// What is needed of an item that goes on over several phases.
pub struct BarText {
    /// The phase at which it ends.
    pub until: usize,
    /// What it says on a page on which it goes on.
    pub again: Block,
}

/// A bar that goes on says this many characters of its text again.
const AGAIN: usize = 60;

/// A cell of a journey.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The journey.
    pub journey: &'a Journey,
    /// The index of the lane.
    pub lane: usize,
    /// The index of the phase.
    pub phase: usize,
}

impl At<'_> {
    fn lane(&self) -> &Lane {
        &self.journey.lanes[self.lane]
    }

    fn place(&self) -> Place {
        let (lane, phase) = (&self.lane().title, &self.journey.phases[self.phase].title);
        let said = format!("in lane {}, phase {}", Place::name(lane), Place::name(phase));
        Place::new(self.journey.pointer_to_cell(self.phase, self.lane), said)
    }
}

/// A score as it is printed: with a sign on a scale that goes below zero, with U+2212 for minus, with the language's decimal sign.
#[must_use]
pub fn score_text(score: f64, scale: &Scale, language: TermLanguage) -> String {
    let number = format!("{}", (score.abs() * 100.0).round() / 100.0).replace('.', language.decimal_sign());
    match score {
        score if score < 0.0 => format!("\u{2212}{number}"),
        score if score > 0.0 && scale.min < 0.0 => format!("+{number}"),
        _ => number,
    }
}

/// Sets the texts of an item.
struct Teller<'a> {
    /// In the language of the item.
    set: Setter<'a>,
    at: At<'a>,
}

impl ItemText {
    /// The texts of an item of a cell.
    #[must_use]
    pub fn new(item: &Item, at: At, set: Setter) -> Self {
        let speaking = item.language.as_ref().map_or(set, |language| set.speaking(language));
        Teller { set: speaking, at }.item(item)
    }

    /// Says at which contacts the journey turns there, and customers leave.
    pub fn name_turns(&mut self, item: &Item, names: &[Option<String>; 2], at: At, set: Setter) {
        let speaking = item.language.as_ref().map_or(set, |language| set.speaking(language));
        self.tag = Teller { set: speaking, at }.tag(item, names.each_ref().map(Option::as_deref));
    }

    /// Sets its text upright where it would be in italics: it is what something is called, and nothing that anybody says.
    pub fn set_upright(&mut self, item: &Item, at: At, set: Setter) {
        if item.importance != Some(Level::High) {
            let speaking = item.language.as_ref().map_or(set, |language| set.speaking(language));
            self.text = Some(speaking.text(item.text(), Cut::Regular, &|| at.place()));
        }
    }
}

impl Teller<'_> {
    fn place(&self) -> Place {
        self.at.place()
    }

    fn item(&self, item: &Item) -> ItemText {
        let lane = self.at.lane();
        let spoken = matches!(lane.kind, LaneKind::Quote | LaneKind::Emotion);
        let cut = match item.importance {
            Some(Level::High) => Cut::Bold,
            Some(Level::Low | Level::Medium) | None if spoken => Cut::Italic,
            Some(Level::Low | Level::Medium) | None => Cut::Regular,
        };
        let picture = item
            .picture
            .as_ref()
            .map(|picture| PictureText { source: picture.src.clone(), description: picture.alt.clone().unwrap_or_default() });
        let only_link = match item.links.as_slice() {
            [link] if item.text.is_some() => Some(link.to_string()),
            _ => None,
        };
        let (sign, tray) = signs(item);
        ItemText {
            language: item.language.as_ref().map(|language| language.tag.clone()),
            label: shown(item.text.as_deref().or(picture.as_ref().map(|picture| &*picture.description)).unwrap_or_default())
                .into_owned(),
            picture,
            text: (item.text.is_some() || item.score.is_some()).then(|| self.set.text(item.text(), cut, &|| self.place())),
            remarks: self.remarks(item),
            link: only_link,
            tag: self.tag(item, [None, None]).filter(|_| item.score.is_some()),
            figure: None,
            icon: channel(item, lane.kind),
            importance: item.importance,
            sign,
            tray,
            score: item.score.zip(lane.scale.as_ref()).map(|(score, scale)| {
                let printed = score_text(score, scale, self.set.terms);
                self.set.literal(&printed, Cut::Bold, &|| self.place())
            }),
            bar: self.bar(item),
        }
    }

    /// What turns the journey at an item in words, with the contacts where they are known: a paragraph each, but for one that does both.
    fn tag(&self, item: &Item, [turns, leaves]: [Option<&str>; 2]) -> Option<Block> {
        let said = |term: Term| term.text(self.set.terms);
        let named = |words: &str, name: Option<&str>| name.map_or_else(|| words.to_owned(), |name| format!("{words}: {name}"));
        let words = match (item.moment_of_truth, item.drop_off) {
            (true, true) if turns == leaves => {
                named(&format!("{}\u{a0}· {}", said(Term::MomentOfTruth), said(Term::DropOff)), turns)
            }
            (true, true) => format!("{}\n{}", named(said(Term::MomentOfTruth), turns), named(said(Term::DropOff), leaves)),
            (true, false) => named(said(Term::MomentOfTruth), turns),
            (false, true) => named(said(Term::DropOff), leaves),
            (false, false) => return None,
        };
        let name = turns.is_some() || leaves.is_some();
        Some(if name { self.set.text(&words, Cut::Bold, &|| self.place()) } else { self.set.label(&words, Cut::Bold) })
    }

    /// What goes on over several phases. An item that ends in its own phase does not.
    fn bar(&self, item: &Item) -> Option<BarText> {
        let until = item.until.as_ref().and_then(|id| self.at.journey.phase(id)).filter(|until| *until > self.at.phase)?;
        let mut said: String = item.text().chars().take(AGAIN).collect();
        if said.len() < item.text().len() {
            said = format!("{}…", said.rsplit_once(' ').map_or(said.as_str(), |(whole, _)| whole));
        }
        let again = format!("{said} ({})", Term::Continued.text(self.set.terms));
        Some(BarText { until, again: self.set.label(again.trim_start(), Cut::Regular) })
    }

    /// The lines below the text: when and where and between whom; what is said; what is asked; where it is from; where it leads.
    fn remarks(&self, item: &Item) -> Vec<Remark> {
        let between = self.between(item);
        let status = item.status.map(|status| status.term().text(self.set.terms).to_owned());
        let when = item.when.as_ref().map(|when| Date::written_in(when, &self.set.language().tag));
        // What a contact is called by its channel alone is not said twice.
        let channel = item.channel.clone().filter(|channel| channel.to_lowercase() != item.text().to_lowercase());
        let facts = [when, channel, item.device.clone()].into_iter().chain([between, status]).flatten();
        let facts = facts.collect::<Vec<_>>().join("\u{a0}· ");
        let message = item.message.as_ref().map(|message| words::quoted(message, &self.set.language().tag));
        let call = item.call_to_action.as_ref().map(|call| format!("{} {call}", if self.set.rtl() { '‹' } else { '›' }));
        let source = item.source.as_ref().map(|source| format!("{}: {source}", Term::Source.text(self.set.terms)));
        let credit = item.picture.as_ref().and_then(|picture| picture.credit.clone());
        let texts = [Some(facts).filter(|facts| !facts.is_empty()), message, call, source, credit].into_iter().flatten();
        let texts = texts.map(|text| Remark { block: self.set.text(&text, Cut::Regular, &|| self.place()), link: None });
        // Where the text is the address itself, it leads there.
        let told = |link: &&Uri| item.links.len() == 1 && item.text().contains(printed(link));
        let leads = item.links.iter().filter(|link| !told(link)).map(|link| Remark {
            block: self.set.literal(printed(link), Cut::Regular, &|| self.place()),
            link: Some(link.to_string()),
        });
        texts.chain(leads).collect()
    }

    /// Who speaks to whom. Short names stay on the line of their arrow, which alone points nowhere; long ones would break inside for that.
    /// Who speaks to nobody in particular has none.
    fn between(&self, item: &Item) -> Option<String> {
        let arrow = if self.set.rtl() { "←" } else { "→" };
        let names = [&item.sender, &item.receiver].into_iter().flatten();
        let space = if names.map(|name| name.chars().count()).sum::<usize>() <= SHORT_NAMES { '\u{a0}' } else { ' ' };
        match (&item.sender, &item.receiver) {
            (Some(sender), Some(receiver)) => Some(format!("{sender}{space}{arrow}{space}{receiver}")),
            (Some(sender), None) => Some(sender.clone()),
            (None, Some(receiver)) => Some(format!("{arrow}{space}{receiver}")),
            (None, None) => None,
        }
    }
}

/// So many letters of both names together are short.
const SHORT_NAMES: usize = 16;

/// The icon of the channel of a contact: by its name, or by what the contact is called.
fn channel(item: &Item, kind: LaneKind) -> Option<Icon> {
    let contact = matches!(kind, LaneKind::Touchpoint | LaneKind::Channel | LaneKind::Device | LaneKind::Message);
    let named = item.channel.as_deref().and_then(icon).or_else(|| item.device.as_deref().and_then(icon));
    // A channel that has no icon is not guessed from the text.
    let guessed = || if item.channel.is_none() { icon(item.text()) } else { None };
    named.or_else(guessed).filter(|_| contact)
}

/// What hangs before an item and what stands behind its first line: first what turns the journey, then how it is known.
fn signs(item: &Item) -> (Option<Sign>, Vec<Sign>) {
    let evidence = item.evidence.map(Sign::Evidence);
    let drop_off = item.drop_off.then_some(Sign::DROP_OFF);
    if item.score.is_some() {
        // The score stands before its text, and a star on the curve.
        return (None, drop_off.into_iter().chain(evidence).collect());
    }
    let mut turns = item.moment_of_truth.then_some(Sign::MomentOfTruth).into_iter().chain(drop_off);
    (turns.next(), turns.chain(evidence).collect())
}

/// An address of no more characters is printed with its path.
const SHORT: usize = 30;

/// What is printed of an address, by which it can be typed: of a web page the host, with the path when both are short; a mail address; a
/// telephone number.
fn printed(link: &Uri) -> &str {
    let Some((_, web)) = link.split_once("://") else {
        let rest = link.split_once(':').map_or(link.as_str(), |(_, rest)| rest);
        return rest.split('?').next().unwrap_or(rest);
    };
    let web = web.strip_prefix("www.").unwrap_or(web);
    let host = web.split(['/', '?', '#']).next().unwrap_or(web);
    // Without what stands behind it a path with a query leads elsewhere.
    let path = (!web.contains(['?', '#', '%'])).then(|| web.trim_end_matches('/'));
    path.filter(|path| path.chars().count() <= SHORT).unwrap_or(host)
}

impl ItemText {
    /// What is said elsewhere of a phase, as an item of a cell: as it is read out, as it is set, and its sign.
    #[must_use]
    pub fn noted(label: String, text: Block, sign: Sign) -> Self {
        Self {
            label,
            language: None,
            text: Some(text),
            link: None,
            picture: None,
            remarks: Vec::new(),
            tag: None,
            figure: None,
            icon: None,
            importance: None,
            sign: Some(sign),
            tray: Vec::new(),
            score: None,
            bar: None,
        }
    }

    /// Whether it says more than a score does.
    #[must_use]
    pub fn says_more(&self) -> bool {
        !self.label.is_empty()
            || self.picture.is_some()
            || !self.remarks.is_empty()
            || !self.tray.is_empty()
            || self.bar.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_printed_as_one_types_it() {
        for (link, expected) in [
            ("https://www.zwembad.example/tarieven/", "zwembad.example/tarieven"),
            ("https://zwembad.example", "zwembad.example"),
            ("https://zwembad.example/", "zwembad.example"),
            ("http://zwembad.example:8080/a", "zwembad.example:8080/a"),
            ("https://zwembad.example/een/heel/lang/pad/naar/iets", "zwembad.example"),
            ("https://zwembad.example/zoek?q=bad", "zwembad.example"),
            ("https://zwembad.example/a%20b", "zwembad.example"),
            ("mailto:info@zwembad.example?subject=Hallo", "info@zwembad.example"),
            ("tel:+31201234567", "+31201234567"),
        ] {
            assert_eq!(printed(&Uri::from(link)), expected, "{link}");
        }
    }
}
