//! Names of sheets that every spreadsheet accepts.

use icu_segmenter::GraphemeClusterSegmenter;

use super::limits;

/// Makes a name for a sheet out of any text: at most 31 UTF-16 units, none of `\ / ? : * [ ]`, no control character, no apostrophe
/// or space at its edges, not "History" (which Excel keeps for itself), and unlike all of `taken` whatever the case.
///
/// Text with nothing left to show becomes `fallback`, which must be such a name itself.
#[must_use]
pub fn sheet_name(text: &str, fallback: &str, taken: &[&str]) -> String {
    let legal: String = text.chars().map(replacement).collect();
    let words: Vec<_> = legal.split_whitespace().collect();
    let name = trim(&words.join(" ")).to_owned();
    let name = if name.is_empty() { fallback.to_owned() } else { name };
    let free = |candidate: &str| {
        let lower = candidate.to_lowercase();
        lower != "history" && taken.iter().all(|other| other.to_lowercase() != lower)
    };
    let numbered = (2_usize..).map(|number| format!(" ({number})"));
    std::iter::once(String::new()).chain(numbered).map(|suffix| shorten(&name, &suffix)).find(|name| free(name)).unwrap_or(name)
}

/// What stands in a name for a character that may not.
fn replacement(character: char) -> char {
    match character {
        '/' | '\\' => '-',
        '[' => '(',
        ']' => ')',
        ':' | '?' | '*' | '\u{fffe}' | '\u{ffff}' => ' ',
        other if other.is_control() => ' ',
        other => other,
    }
}

fn trim(name: &str) -> &str {
    name.trim_matches(|character: char| character == '\'' || character.is_whitespace())
}

/// The name with the suffix behind it, cut at a word, or else between two characters, so that both fit.
fn shorten(name: &str, suffix: &str) -> String {
    let room = limits::NAME - limits::units(suffix);
    if limits::units(name) <= room {
        return format!("{name}{suffix}");
    }
    let fits = |end: &usize| limits::units(&name[..*end]) < room;
    let cut = GraphemeClusterSegmenter::new().segment_str(name).take_while(fits).last().unwrap_or(0);
    let word = name[..cut].rfind(' ').filter(|space| limits::units(&name[..*space]) * 2 >= room);
    format!("{}…{suffix}", trim(&name[..word.unwrap_or(cut)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> String {
        sheet_name(text, "Klantreis", &[])
    }

    #[test]
    fn forbidden_characters_are_replaced() {
        assert_eq!(named("Klantreis: naar het [MA]?"), "Klantreis naar het (MA)");
        assert_eq!(named("voor/na\\tijdens"), "voor-na-tijdens");
        assert_eq!(named("a\u{0}b\nc\u{fffe}"), "a b c");
    }

    #[test]
    fn apostrophes_stand_inside_only() {
        assert_eq!(named("'s Avonds naar 't Gooi'"), "s Avonds naar 't Gooi");
    }

    #[test]
    fn nothing_becomes_the_fallback() {
        for empty in ["", "  ", "'''", "???", "\u{0}"] {
            assert_eq!(named(empty), "Klantreis");
        }
    }

    #[test]
    fn long_names_are_cut_at_a_word() {
        assert_eq!(named("Een lange reis naar het Mediacollege in Amsterdam"), "Een lange reis naar het…");
        let emoji = named(&"👩‍👩‍👧‍👦".repeat(9));
        assert!(limits::units(&emoji) <= 31 && emoji.starts_with("👩‍👩‍👧‍👦") && emoji.ends_with("👦…"), "{emoji}");
    }

    #[test]
    fn names_are_unique_whatever_the_case() {
        assert_eq!(sheet_name("Reis", "x", &["reis", "Reis (2)"]), "Reis (3)");
        assert_eq!(named("history"), "history (2)");
        let long = "a".repeat(40);
        assert_eq!(sheet_name(&long, "x", &[&named(&long)]).chars().count(), 31);
    }
}
