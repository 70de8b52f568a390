//! Other names by which people know the phases of the presets and the kinds of lane: “beslissings- en aankoopfase” is the phase
//! `purchase`, “communicatiemiddel” is the lane kind `touchpoint`.
//!
//! For comparing and importing only: no text of a journey is ever changed by it.

mod anybody;
mod known;
mod lanes;
mod staff;
mod states;
mod traditional;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::LaneKind;
use super::check::slug;
use super::terms::{Term, TermLanguage};
use known::Known;
pub(crate) use states::of_states;

/// The phases of the presets: further names, besides the term in each language. A name of several words is one only as a whole.
#[rustfmt::skip]
const PHASES: [(&str, Term, &[&str]); 7] = [
    ("awareness", Term::Awareness, &["bewustwording", "besef", "bevidsthed", "kendskab"]),
    ("orientation", Term::Orientation, &["oriënteren", "verkenning", "orienteren", "orientere sig"]),
    ("consideration", Term::Consideration, &["overwegen", "afweging", "vergelijking", "vergelijken", "overveje", "sammenligning", "comparison"]),
    ("purchase", Term::Purchase, &["beslissing", "koop", "kopen", "bestelling", "beslutning", "købe", "decision", "buying"]),
    ("delivery", Term::Delivery, &["bezorging", "ontvangst", "unboxing", "uitpakken", "modtagelse"]),
    ("use", Term::Use, &["gebruiken", "levering gebruik", "anvendelse", "bruge", "levering brug", "usage", "using", "delivery use"]),
    ("loyalty", Term::Loyalty, &["ambassadeurschap", "aanbeveling", "behoud", "ambassadørskab", "anbefaling", "advocacy", "retention", "recommendation"]),
];

/// Words that say nothing of which phase or lane it is.
static FILLERS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| FILLED.split_whitespace().collect());
const FILLED: &str = "a af and bij customer customers das de den der det een elke en et for hele het hij i in is klant klanten kunde \
                       kunden kundens kundes naar of og om on or s the they to van voor ved wat what hvad your ze zij \
                       are deze har has have heb heeft hebben hvilke this welke welk which zijn ik je jeg jij me mij my vi we wij zich \
                       bezoeker bezoekers consument gast gasten gebruiker gebruikers leerling leerlingen patient reiziger \
                       reizigers key top main biggest brand marketing belangrijkste grootste vigtigste storste du des del della da di la las los le les \
                       client clients cliente clientes kunde usuario usuarios usuaria utente utenti dell dello klienta klient uzytkownika kundes kunder kundens brukeren bruker anvandare anvandarens d l you u uw she he her his their our its hun haar deres hendes hans клиента пользователя utilisateurs utilisateur besogende brugeren gaesten gaestens guest user users visitor visitors";
/// A phase may say that it is one: as a word of its own, or joined to another.
const PHASE: [&str; 8] = ["fase", "fasen", "fases", "faser", "faserne", "phase", "phases", "stage"];
/// What a word may end in besides the name: a plural, or what joins it to the next part of a compound.
const ENDINGS: [&str; 6] = ["s", "n", "en", "r", "er", "ne"];

static PHASE_NAMES: LazyLock<Names<&'static str>> = LazyLock::new(|| {
    Names::new(
        PHASES.into_iter().flat_map(|(id, term, names)| term_names(term).chain(names.to_vec()).map(move |name| (id, name))),
    )
});

static LANE_NAMES: LazyLock<Names<LaneKind>> = LazyLock::new(|| {
    let own = LaneKind::ALL.iter().flat_map(|kind| term_names(kind.term()).chain([kind.name()]).map(|name| (*kind, name)));
    Names::new(
        own.chain(lanes::TABLES.into_iter().flatten().flat_map(|(kind, names)| names.iter().map(move |name| (*kind, *name)))),
    )
});

/// The words with which a question begins.
const ASKS: &str =
    "wat waar hoe what where how hvad hvor hvordan was wo wie que comment como cosa come o vad hur hva co jak что как где";

/// What a question asks for that means the same whoever it is about, what goes wrong and what could be better: “Wat kan de praktijk beter
/// doen?”.
fn of_anybody_asked(name: &str) -> Option<LaneKind> {
    let begins = spelled(name).split('-').next().is_some_and(|first| ASKS.split(' ').any(|word| word == first));
    let found = LANE_NAMES.find_around(name).filter(|_| begins || name.trim_end().ends_with('?'));
    found.filter(|kind| matches!(kind, LaneKind::Barrier | LaneKind::Opportunity))
}

/// The phase of the presets that a name stands for, by its id there.
///
/// Case, accents, punctuation, numbers and the word “phase” do not count; several names of one phase are that phase.
///
/// ```
/// use klantreis::journey::aliases::phase;
/// assert_eq!(phase("5. Leverings- en gebruiksfase"), Some("use"));
/// assert_eq!(phase("De auto ophalen"), None);
/// ```
#[must_use]
pub fn phase(name: &str) -> Option<&'static str> {
    PHASE_NAMES.find(name).filter(|_| !is_advice(name))
}

/// Whether a name says that several things are recommended: advice, and not the phase in which people recommend what they have.
fn is_advice(name: &str) -> bool {
    has("aanbevelingen anbefalinger recommendations", &spelled(name))
}

/// What a phase is called wherever its journey came from: the id of the preset's phase that its id or its title stands for, in any of the
/// languages, else what follows from the title.
///
/// ```
/// use klantreis::journey::aliases::phase_kind;
/// assert_eq!(phase_kind("bewustzijn", "Bewustzijn"), "awareness");
/// assert_eq!(phase_kind("phase-2", "Oriëntatiefase"), "orientation");
/// assert_eq!(phase_kind("x", "De auto ophalen"), "de-auto-ophalen");
/// ```
#[must_use]
pub fn phase_kind(id: &str, title: &str) -> String {
    let known = PHASES.iter().map(|(known, ..)| *known).find(|known| *known == id);
    let known = known.or_else(|| phase(id)).or_else(|| near_phase(title)).map(str::to_owned);
    known.unwrap_or_else(|| Some(slug(title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| id.to_owned()))
}

/// The kind of lane that a name stands for.
///
/// ```
/// use klantreis::journey::{LaneKind, aliases::lane};
/// assert_eq!(lane("Touchpoint / communicatiemiddel"), Some(LaneKind::Touchpoint));
/// ```
#[must_use]
pub fn lane(name: &str) -> Option<LaneKind> {
    LANE_NAMES.find(name).filter(|_| !is_nth_step(name))
}

/// Whether a name counts steps, which are then phases, or the questions of a test: `Stap 3` is no lane as `Stap` is.
fn is_nth_step(name: &str) -> bool {
    const COUNTED: &str = "step stap trin schritt paso passo steg krok шаг question vraag sporgsmal frage pregunta pergunta domanda fraga \
        sporsmal pytanie вопрос 问题 質問";
    let spelled = spelled(name);
    let (first, rest) = spelled.split_once('-').unwrap_or_default();
    has(COUNTED, first) && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// The phase that a name was meant to stand for: as [`phase`] has it, with slips of the pen in long words forgiven.
///
/// ```
/// use klantreis::journey::aliases::near_phase;
/// assert_eq!(near_phase("Orientaite"), Some("orientation"));
/// assert_eq!(near_phase("Koken"), None, "another word for other things");
/// ```
#[must_use]
pub fn near_phase(name: &str) -> Option<&'static str> {
    NEAR_PHASES.with(|known| known.get(name, find_near_phase))
}

fn find_near_phase(name: &str) -> Option<&'static str> {
    let head = name.split(['(', ':']).next().unwrap_or_default();
    let find = |name: &str| phase(name).or_else(|| PHASE_NAMES.find_slip(name).filter(|_| !is_advice(name)));
    find(name).or_else(|| find(head))
}

/// The kind of lane that a name was meant to stand for: as [`lane`] has it, with slips of the pen in long words forgiven, and
/// by what stands before a colon, dash or parenthesis.
///
/// ```
/// use klantreis::journey::{LaneKind, aliases::near_lane};
/// assert_eq!(near_lane("Touchpiont"), Some(LaneKind::Touchpoint));
/// assert_eq!(near_lane("Emotie (van −2 tot +2)"), Some(LaneKind::Emotion));
/// ```
#[must_use]
pub fn near_lane(name: &str) -> Option<LaneKind> {
    NEAR_LANES.with(|known| known.get(name, find_near_lane))
}

thread_local! {
    static NEAR_LANES: Known<Option<LaneKind>> = const { Known::new() };
    static NEAR_PHASES: Known<Option<&'static str>> = const { Known::new() };
}

fn find_near_lane(name: &str) -> Option<LaneKind> {
    if is_nth_step(name) {
        return None;
    }
    let head = name.split(['(', '[', ':', '?', '–', '—', '\n']).next().unwrap_or_default();
    let names = [name, head];
    let mut slips = names.iter().filter_map(|name| LANE_NAMES.find_slip(name));
    let known = || names.iter().find_map(|name| LANE_NAMES.find(name));
    anybody::of_ours(name)
        .or_else(known)
        .or_else(|| staff::kind(name))
        .or_else(|| names.iter().find_map(|name| anybody::kind(name)))
        .or_else(|| slips.next())
        .or_else(|| of_anybody_asked(name))
        .or_else(|| in_brackets(name))
        .or_else(|| states::kind(name))
}

/// What the brackets at the end of a name say that says nothing by itself: “Waar was dat? (contactmoment)”. What is measured, and the like, is
/// said there of other things too.
fn in_brackets(name: &str) -> Option<LaneKind> {
    let (_, inner) = name.trim_end().strip_suffix([')', '）', ']'])?.rsplit_once(['(', '（', '['])?;
    let found = LANE_NAMES.find(inner);
    found.filter(|kind| {
        !matches!(kind, LaneKind::Measure | LaneKind::Text | LaneKind::Image | LaneKind::Priority | LaneKind::Message)
    })
}

/// Whether a word stands in a list of words with spaces between them.
pub(crate) fn has(list: &str, word: &str) -> bool {
    // Most words stand in no part of the list, which is soon known.
    list.contains(word) && list.split_whitespace().any(|one| one == word)
}

/// A name as ids are made from it: small letters and digits of ASCII, with hyphens between the words. Empty when nothing is left.
pub(crate) fn key(name: &str) -> String {
    slug(name)
}

/// The id of a preset's phase, or the name of a kind of lane, that a name stands for.
#[must_use]
pub fn canonical(name: &str) -> Option<&'static str> {
    phase(name).or_else(|| lane(name).map(LaneKind::name))
}

fn term_names(term: Term) -> impl Iterator<Item = &'static str> {
    TermLanguage::ALL.iter().map(move |language| term.text(*language))
}

/// What each name stands for, by its words; and every word of a name.
struct Names<T> {
    meant: BTreeMap<String, T>,
    words: BTreeSet<String>,
}

impl<T: Copy + PartialEq> Names<T> {
    fn new(names: impl Iterator<Item = (T, &'static str)>) -> Self {
        let meant: BTreeMap<_, _> =
            names.map(|(meant, name)| (words(name).join(" "), meant)).filter(|(name, _)| !name.is_empty()).collect();
        let words = meant.keys().flat_map(|name| name.split(' ')).map(str::to_owned).collect();
        Self { meant, words }
    }

    /// Whether a word is a name by itself, as it is written.
    fn is_name(&self, word: &str) -> bool {
        self.meant.contains_key(word)
    }

    fn find(&self, name: &str) -> Option<T> {
        self.find_words(&words(name))
    }

    /// The same with slips in its words mended.
    fn find_slip(&self, name: &str) -> Option<T> {
        let words = words(name);
        let mended: Vec<_> = words.iter().map(|word| self.mended(word).unwrap_or(word).to_owned()).collect();
        (mended != words).then(|| self.find_words(&mended)).flatten()
    }

    /// What a name says without the words that nobody knows, where these are one or two.
    fn find_around(&self, name: &str) -> Option<T> {
        const MOST: usize = 2;
        let words = words(name);
        let known: Vec<String> = words.iter().filter(|word| self.words.contains(self.stem(word))).cloned().collect();
        let around = known.len() > 1 && (1..=MOST).contains(&(words.len() - known.len()));
        around.then(|| self.meant.get(&known.join(" ")).copied()).flatten()
    }

    /// The word of a name that this one is a slip of: it begins with the same letter, and the longer the word, the more is forgiven.
    /// In words of less than seven letters two letters may have changed places and no more: one letter makes another word of them.
    fn mended(&self, word: &str) -> Option<&str> {
        const SHORTEST: usize = 5;
        const LONGEST: usize = 30;
        if !(SHORTEST..=LONGEST).contains(&word.len()) || !word.is_ascii() || self.words.contains(self.stem(word)) {
            return None;
        }
        let stems = || [word].into_iter().chain(ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)));
        let alike = |known: &str, stem: &str| {
            let length = known.len().min(stem.len());
            let most = if length < 12 { 1 } else { 2 };
            let swapped = || known.len() == stem.len() && strsim::hamming(known, stem) == Ok(2);
            length >= SHORTEST
                && known.len().abs_diff(stem.len()) <= most
                && (length > 6 || swapped())
                && strsim::damerau_levenshtein(known, stem) <= most
        };
        let first = &word[..1];
        let mut near = self.words.range(first.to_owned()..).take_while(|known| known.starts_with(first));
        near.find(|known| stems().any(|stem| alike(known, stem))).map(String::as_str)
    }

    fn find_words(&self, words: &[String]) -> Option<T> {
        let stems: Vec<_> = words.iter().map(|word| self.stem(word)).collect();
        let shortest: Vec<_> = words.iter().map(|word| self.shortest(word)).collect();
        let whole = [words.join(" "), stems.join(" "), shortest.join(" ")];
        whole.iter().find_map(|name| self.meant.get(name)).copied().or_else(|| {
            let mut meant = stems.iter().map(|word| self.meant.get(*word).copied());
            let first = meant.next()??;
            meant.all(|next| next == Some(first)).then_some(first)
        })
    }

    /// The shortest such word, where a plural is part of another name: `point` of `points`.
    fn shortest<'w>(&self, word: &'w str) -> &'w str {
        let stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).filter(|stem| self.words.contains(*stem));
        stems.min_by_key(|stem| stem.len()).unwrap_or(word)
    }

    /// The word of a name from which this one only differs by its ending, if there is one.
    fn stem<'w>(&self, word: &'w str) -> &'w str {
        let stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
        [word].into_iter().chain(stems).find(|stem| self.words.contains(*stem)).unwrap_or(word)
    }
}

/// A name in small letters of ASCII, or of its own script where it has none of those, with hyphens between the words and around numbers.
pub(crate) fn spelled(name: &str) -> String {
    let slug = slug(name);
    if slug.bytes().any(|byte| byte.is_ascii_lowercase()) || !name.chars().any(char::is_alphabetic) {
        return slug;
    }
    let mut words = vec![String::new()];
    let mut before = ' ';
    for character in name.chars() {
        let breaks = character.is_ascii_digit() != before.is_ascii_digit();
        if breaks || !character.is_alphanumeric() {
            words.push(String::new());
        }
        if character.is_alphanumeric() {
            words.last_mut().into_iter().for_each(|word| word.extend(character.to_lowercase()));
        }
        before = character;
    }
    words.retain(|word| !word.is_empty());
    words.join("-")
}

/// A name with its elided words apart: `d’amélioration`, `dell’utente`.
fn parted(name: &str) -> String {
    const ELIDED: [&str; 5] = ["d", "l", "dell", "all", "nell"];
    let word = |word: &str| {
        let parts = word.split_once(['\'', '’']);
        let elided = parts.filter(|(before, _)| ELIDED.iter().any(|elided| before.eq_ignore_ascii_case(elided)));
        elided.map_or_else(|| word.to_owned(), |(before, rest)| format!("{before} {rest}"))
    };
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// The words that count, in small letters, without what says that it is a phase.
fn words(name: &str) -> Vec<String> {
    let slug = spelled(&parted(name));
    let is_filler = |word: &str| FILLERS.contains(word);
    // “Onstage” says more than “on”.
    let bare =
        |word: &'_ str| PHASE.iter().find_map(|phase| word.strip_suffix(phase)).filter(|rest| !is_filler(rest)).map(str::len);
    let words = slug.split('-').map(|word| bare(word).and_then(|length| word.get(..length)).unwrap_or(word));
    let says = |word: &&str| {
        let number = word.bytes().all(|byte| byte.is_ascii_digit());
        !number && !is_filler(word)
    };
    words.filter(says).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    mod names;
}
