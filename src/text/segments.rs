//! Where a line may end between words, and what then stands together: numbers with their units, signs with what they lead to, the parts
//! of addresses.
//!
//! Unicode (UAX #14) says where lines may be broken at all. Each of those places gets a bond, which says how willingly.

use std::ops::Range;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::SOFT_HYPHEN;
use super::units::{is_code, is_named, is_unit};

/// Words with hyphens of their own, and addresses, of fewer letters than this stay together.
const SHORT: usize = 8;

/// What layouts put between facts, before a space: the end of a line says the same. What others write is never left out.
const SEPARATOR: &str = "\u{a0}·";

/// Dashes that stand between two words or two numbers.
const DASHES: [char; 2] = ['–', '—'];

/// How firmly a word holds on to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bond {
    /// Not at all.
    Free,
    /// Not at all, and where a line ends behind it, it goes: `·` between facts, behind a no-break space, as layouts join them.
    Separator,
    /// A little: letters of one word, or a word and its endings, in a script that has no spaces between words.
    Phrase,
    /// A little: a number and what it counts.
    Leaning,
    /// Parts of an address: of a path, of a query, behind a name.
    Address,
    /// Names and words within a part of an address.
    PartOfAddress,
    /// As far as there is room: a sign and what follows it.
    Led,
    /// The same, and sooner than a sign: a number and its unit.
    Tied,
}

/// Text that is not broken for its own sake, with the space behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    /// In bytes.
    pub range: Range<usize>,
    /// To the next.
    pub bond: Bond,
    /// Whether no hyphen is put into it: in an address it would be read as part of that, and the month of a date stays whole.
    pub unbroken: bool,
}

/// White space at which a line may end and which then shows nothing. No-break spaces are not among it.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// The segments of a text, in order and without gaps.
pub(super) fn segments(text: &str) -> Vec<Segment> {
    let addresses: Vec<Range<usize>> = addresses(text).collect();
    let ends = ends(text, &addresses);
    let mut known = addresses.iter().peekable();
    let kana = text.chars().any(|letter| matches!(Kana::of(letter), Some(Kana::Hiragana | Kana::Katakana)));
    let mut start = 0;
    let mut segments = Vec::with_capacity(ends.len());
    for (index, end) in ends.iter().copied().enumerate() {
        while known.next_if(|address| address.end <= start).is_some() {}
        let address = known.peek().filter(|address| address.contains(&start));
        let next = end..ends.get(index + 1).copied().unwrap_or(end);
        let bond = match address {
            Some(address) if end < address.end && text[..end].ends_with(['.', '_', '-']) => Bond::PartOfAddress,
            Some(address) if end < address.end => Bond::Address,
            Some(_) | None => bond(text, kana, start..end, next.clone()),
        };
        let unbroken = address.is_some() || is_in_date(text, &(start..end), &next);
        segments.push(Segment { range: start..end, bond, unbroken });
        start = end;
    }
    segments
}

/// Where segments end: where Unicode lets a line be broken, and in addresses behind their signs.
fn ends(text: &str, addresses: &[Range<usize>]) -> Vec<usize> {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let inside = |end: usize| {
        let at = addresses.partition_point(|address| address.end <= end);
        addresses.get(at).is_some_and(|address| address.start < end)
    };
    let mut start = 0;
    let mut ends = Vec::new();
    for end in segmenter.segment_str(text).filter(|end| *end > 0 && !inside(*end)) {
        ends.extend(before_separator(&text[start..end]).map(|before| start + before));
        ends.push(end);
        start = end;
    }
    let long = addresses.iter().filter(|address| address.len() >= SHORT);
    ends.extend(long.flat_map(|address| address_ends(text, address.clone())));
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// Where a separator begins that a no-break space holds on to the end of a segment.
fn before_separator(segment: &str) -> Option<usize> {
    let word = segment.trim_end_matches(is_space).strip_suffix(SEPARATOR)?;
    (!word.is_empty()).then_some(word.len())
}

/// The ranges of the stretches without white space that are web or mail addresses or names of files, in order.
fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let start = |token: &str| token.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().filter(|token| is_address(token)).map(move |token| start(token)..start(token) + token.len())
}

fn is_address(token: &str) -> bool {
    let core = token.trim_matches(|character: char| !character.is_alphanumeric());
    let sign_inside = |sign: char| core.contains(sign);
    token.contains("://") || token.starts_with("www.") || sign_inside('@') || sign_inside('_') || has_extension(core)
}

/// Whether a stretch begins as a domain or the name of a file does: `weblager.dk/arkiv`, `klantreis.json`. `o.a.`, `12.50` and
/// `klaar.Dan` do not.
fn has_extension(core: &str) -> bool {
    let name = core.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let Some((stem, extension)) = name.rsplit_once('.') else { return false };
    let last = stem.rsplit('.').next().unwrap_or_default();
    let letter = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit();
    last.chars().count() >= 2
        && stem.chars().any(char::is_alphabetic)
        && (2..=10).contains(&extension.len())
        && extension.chars().all(letter)
        && extension.chars().any(|character| character.is_ascii_lowercase())
}

/// Where a line may end within an address: behind `/ ? & . _ @ -`, several in a row being one sign.
fn address_ends(text: &str, address: Range<usize>) -> impl Iterator<Item = usize> + '_ {
    let is_sign = |character: char| matches!(character, '/' | '?' | '&' | '.' | '_' | '@' | '-');
    let bytes = text[address.clone()].char_indices().zip(text[address.clone()].chars().skip(1));
    let mut begun = false;
    bytes.filter_map(move |((at, sign), next)| {
        begun |= sign.is_alphanumeric();
        // What could be a mark on the sign is not parted from it.
        let follows = !is_sign(next) && (next.is_ascii() || ('\u{c0}'..'\u{250}').contains(&next));
        (begun && is_sign(sign) && follows).then_some(address.start + at + sign.len_utf8())
    })
}

/// How firmly a segment outside of addresses holds on to the next; `kana` tells of Japanese.
fn bond(text: &str, kana: bool, segment: Range<usize>, next: Range<usize>) -> Bond {
    let (left, right) = (text[segment.clone()].trim_end(), text[next.clone()].trim_end());
    let spaced = left.len() < segment.len();
    let leads = is_lead(left) || (segment.start == 0 && spaced && is_bullet(left));
    let bare = left.trim_start_matches(|character: char| !character.is_alphanumeric());
    let counts = bare.ends_with(|character: char| character.is_numeric()) && bare.starts_with(char::is_numeric);
    if right.is_empty() || left.ends_with(SOFT_HYPHEN) {
        Bond::Free
    } else if !spaced && is_from(left) && right.starts_with(char::is_numeric) {
        Bond::Tied
    } else if spaced && left == SEPARATOR && segment.start > 0 {
        Bond::Separator
    } else if is_short_hyphenation(text, &segment) || spaced && (leans_on(left) || is_addressed(left, right)) {
        Bond::Tied
    } else if leads {
        Bond::Led
    } else if is_in_date(text, &segment, &next) {
        Bond::Tied
    } else if !spaced && kana && is_phrase(left, right) {
        Bond::Phrase
    } else if !counts {
        // A measure that opens a text is no count of anything: “Km 12” is a place.
        let named = || is_named(left, right) || is_code(left) || segment.start == 0 && spaced && is_unit(left);
        let times = right == "×" && left.ends_with(char::is_numeric);
        if times || right.starts_with(char::is_numeric) && named() { Bond::Tied } else { Bond::Free }
    } else if text[next.end..].starts_with(char::is_numeric) && is_named(right, &text[next.end..]) {
        Bond::Free
    } else if is_unit(right) || (spaced && is_group(right)) {
        Bond::Tied
    } else if spaced && right.starts_with(char::is_lowercase) {
        Bond::Leaning
    } else {
        Bond::Free
    }
}

/// Whether a segment and the next are two of the three words of a date: a day, a word for its month and a year.
fn is_in_date(text: &str, segment: &Range<usize>, next: &Range<usize>) -> bool {
    let day = |word: &str| {
        let number = word.strip_suffix('.').unwrap_or(word);
        number.len() <= 2 && number.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
    };
    let month = |word: &str| {
        let name = word.strip_suffix('.').unwrap_or(word);
        (3..=10).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic)
    };
    let year = |rest: &str| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits == 4 && rest.starts_with(['1', '2']) && !rest[digits..].starts_with(char::is_alphanumeric)
    };
    let (left, right) = (text[segment.clone()].trim_end(), text[next.clone()].trim_end());
    let before = || text[..segment.start].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    match left.split_once('\u{a0}') {
        Some((first, second)) => day(first) && month(second) && year(right),
        None => day(left) && month(right) && year(&text[next.end..]) || month(left) && year(right) && day(before()),
    }
}

/// The letters of Japanese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kana {
    Hiragana,
    Katakana,
    Kanji,
}

impl Kana {
    fn of(letter: char) -> Option<Self> {
        match letter {
            '\u{3041}'..='\u{309f}' => Some(Self::Hiragana),
            '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => {
                Some(Self::Katakana)
            }
            '\u{3005}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => Some(Self::Kanji),
            _ => None,
        }
    }
}

/// Whether two neighbours in Japanese are of one word, or a word and its ending or particle: a phrase begins where something else follows
/// on hiragana, or katakana and kanji meet.
fn is_phrase(left: &str, right: &str) -> bool {
    let (left, right) = (left.chars().next_back().and_then(Kana::of), right.chars().next().and_then(Kana::of));
    match (left, right) {
        (Some(_), Some(Kana::Hiragana)) => true,
        (Some(left), Some(right)) => left == right,
        (None, _) | (_, None) => false,
    }
}

/// Whether a text is a sign between two others that belongs to the second where a line ends: `–`, `·`, `→`.
fn is_lead(text: &str) -> bool {
    let sign = |character: char| {
        matches!(
            character,
            '-' | '–' | '—' | '−' | '·' | '•' | '∙' | '⋅' | '‣' | '|' | '/' | '>' | '<' | '=' | '+' | '*' | '~' | '≈'
        ) || ('\u{2190}'..='\u{21ff}').contains(&character)
            || ('\u{27f0}'..='\u{27ff}').contains(&character)
            || ('\u{2794}'..='\u{27be}').contains(&character)
            || ('\u{25a0}'..='\u{25ff}').contains(&character)
    };
    !text.is_empty() && text.chars().all(sign)
}

/// Whether a word is none without the next: `§ 7`, `’s Nachts`, `’t Hof`.
fn leans_on(left: &str) -> bool {
    let bare = left.trim_start_matches(['(', '“', '„', '"', '‘']);
    matches!(bare, "§" | "§§" | "’s" | "'s" | "’t" | "'t" | "’n" | "'n" | "’S" | "'S" | "’T" | "'T")
}

/// How somebody is addressed, before a name.
const HONORIFICS: [&str; 18] = [
    "mr", "mrs", "ms", "dr", "prof", "dhr", "mevr", "mw", "drs", "ir", "hr", "fr", "frk", "fru", "sint", "sankt", "herr", "frau",
];

/// Whether a word is how the one behind it is addressed: `Mr Choudhury`, `dr. Bos`.
fn is_addressed(left: &str, right: &str) -> bool {
    let word = left.trim_start_matches(|character: char| !character.is_alphanumeric()).trim_end_matches('.').to_lowercase();
    right.starts_with(char::is_uppercase) && HONORIFICS.contains(&word.as_str())
}

/// Whether a text may begin an entry of a list: a sign, `3.`, `b)`.
fn is_bullet(text: &str) -> bool {
    let sign = !text.contains(char::is_alphanumeric);
    let number = text.trim_end_matches(['.', ')']);
    let counted = number.len() < text.len() && (number.len() == 1 || number.chars().all(|digit| digit.is_ascii_digit()));
    sign || (counted && number.len() <= 3)
}

/// Whether a segment ends with a hyphen that the word has itself, or a stroke, and too little of the word stands on one side of it.
fn is_short_hyphenation(text: &str, segment: &Range<usize>) -> bool {
    if !text[segment.clone()].ends_with(['-', '/']) {
        return false;
    }
    // No more of a long text is looked at than could make a difference.
    let sign = |character: char| matches!(character, '-' | '/');
    let letter = |character: &char| character.is_alphanumeric() || sign(*character);
    let count = |letters: &mut dyn Iterator<Item = char>| letters.take(2 * SHORT).filter(|letter| !sign(*letter)).count();
    let before = count(&mut text[..segment.end].chars().rev().take_while(letter));
    let behind = count(&mut text[segment.end..].chars().take_while(letter));
    let piece = text[segment.end..].chars().take_while(|character| character.is_alphanumeric()).take(SHORT).count();
    let own = text[segment.clone()].chars().filter(|character| character.is_alphanumeric()).count();
    before + behind < SHORT || own < 2 || piece < 2
}

/// Whether a text begins a range of numbers: `10–`.
fn is_from(text: &str) -> bool {
    let before = text.trim_end_matches(DASHES);
    before.len() < text.len() && before.ends_with(char::is_numeric)
}

/// Whether a text begins with three digits, as thousands do that are parted by spaces.
fn is_group(text: &str) -> bool {
    text.chars().take_while(char::is_ascii_digit).count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `|` where a line may end, `!` where it should not, `+` at a number and what it counts, `^` behind a separator, `¦` in addresses and `·` within their parts.
    fn bonds(text: &str) -> String {
        let mut out = String::new();
        for Segment { range, bond, .. } in segments(text) {
            out += &text[range.clone()];
            out += match bond {
                _ if range.end == text.len() => "",
                Bond::Free => "|",
                Bond::Phrase => "~",
                Bond::Leaning => "+",
                Bond::Separator => "^",
                Bond::Address => "¦",
                Bond::PartOfAddress => "·",
                Bond::Led | Bond::Tied => "!",
            };
        }
        out
    }

    #[test]
    fn what_is_no_word_by_itself_stays_with_the_next() {
        for marked in [
            "elke |avond |’s !Nachts |op",
            "of |Mr !Choudhury |en |(dr. !Bos)",
            "in |'t !Hof",
            "efter |(§ !7 |nr. !2)",
            "’s-!Gravenhage |ligt",
        ] {
            let text = marked.replace(['|', '!'], "");
            assert_eq!(bonds(&text), marked);
        }
    }

    #[test]
    fn addresses_end_lines_behind_their_signs_alone() {
        for marked in [
            "Zie |weblager.·dk",
            "https://¦www.·voorbeeld.·example/¦hulp/¦vraag?¦soort=vraag&¦taal=nl |of",
            "(naam.·achternaam@¦school.·example)",
            "klantreis-·definitief_·v2.·json",
            "https://¦a.·example/¦%7Eb/¦pad#kop!x;y",
        ] {
            assert_eq!(bonds(&marked.replace(['|', '¦', '·'], "")), marked);
        }
    }

    #[test]
    fn words_with_full_stops_are_no_addresses() {
        for text in ["o.a.", "bijv.", "12.50", "klaar.Dan", "d.w.z.", "...", "1.2.3", "Hr.Jensen", "."] {
            assert!(!is_address(text), "{text}");
        }
    }

    #[test]
    fn numbers_stay_with_their_units() {
        for marked in [
            "kost |€ !214,37 +nu",
            "reis |(27 !minuten) |met",
            "om |14.30 !uur",
            "kl. !14.30",
            "1 !250 !kr. |pr.",
            "kr. !10 |kr. !20 !kr.",
            "20 !% |van",
            "10–!12 !uur",
            "M8 !× !40 !mm",
            "vlucht |TP !1359",
            "in |2026",
            "3 +vragen |in |2026",
            "ca. !5 !dage",
            "Jan, |week !2 +of |uge !40",
            "na |2 !weken |dag !3, |lokaal !12",
            "512 !Mbit/!s |of |36 !km/!t",
            "en/!of |klant/|medewerker",
        ] {
            assert_eq!(bonds(&marked.replace(['|', '!', '+'], "")), marked);
        }
    }

    #[test]
    fn the_words_of_a_date_stay_together() {
        for marked in [
            "op |3 !maart !2026",
            "18 !May !2026|\u{a0}· ^desk",
            "18\u{a0}May !2026|\u{a0}· ^desk",
            "den |2. !april !2026 |kl. !9",
            "May |2026",
            "31 +vragen |2026x",
            "40 |March |2026",
            "1 +stap |20260",
        ] {
            assert_eq!(bonds(&marked.replace(['|', '!', '^', '+'], "")), marked);
        }
    }

    #[test]
    fn japanese_is_parted_where_a_phrase_begins() {
        for marked in ["温~泉~旅~館：|予~約~か~ら", "サ~イ~ト~で|宿~を|選~ぶ", "は~が~き~を|出~す。|わ~く~わ~く~す~る"]
        {
            assert_eq!(bonds(&marked.replace(['|', '~'], "")), marked);
        }
        // Chinese has no such sign: where all places are alike none is better.
        assert_eq!(bonds("温泉旅館"), "温|泉|旅|館");
    }

    #[test]
    fn signs_stay_with_what_follows_them() {
        for marked in [
            "Adviseur |· !dinsdag |• !Zwolle |· !· !nu",
            "Adviseur|\u{a0}· ^dinsdag",
            "Zoeken |→ !kiezen |→ !kopen",
            "Thuis |– !in |bed",
            "maandag–|vrijdag",
            "• !Eerste |stap",
            "3. !Derde |stap",
            "e-!mail |over |wo-|student |en |klantenservice-|medewerker |(HBO-!V)",
        ] {
            assert_eq!(bonds(&marked.replace(['|', '!', '^'], "")), marked);
        }
    }

    #[test]
    fn segments_are_whole_graphemes_without_gaps() {
        for text in
            ["", "a", "/\u{301}/\u{345}x_y", "a–\u{301}b", "x\u{2060}–y", "www.é.e\u{301}/\u{301}", "“–”–(–", "– –", "@@_@@"]
        {
            let segments = segments(text);
            assert_eq!(segments.iter().map(|segment| &text[segment.range.clone()]).collect::<String>(), text);
            assert!(segments.windows(2).all(|pair| pair[0].range.end == pair[1].range.start));
        }
    }
}
