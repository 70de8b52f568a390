//! Names of files that every place accepts where they end up: Windows, `SharePoint`, `OneDrive` and Teams.
//!
//! The rules are those of Microsoft's "Restrictions and limitations in `OneDrive` and `SharePoint`" and of "Naming Files, Paths, and
//! Namespaces" for Windows, with room to spare in length.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_segmenter::GraphemeClusterSegmenter;

/// The most characters of a name, its extension included.
pub const MOST_CHARS: usize = 100;
/// The most bytes of a name in UTF-8, its extension included.
pub const MOST_BYTES: usize = 200;

/// Stands in for a name of which nothing is left.
const NAMELESS: &str = "klantreis";

/// Names that Windows keeps for devices, with any extension; the superscript digits count as digits.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
const NUMBERED_DEVICES: [&str; 2] = ["COM", "LPT"];
/// Names that `SharePoint` keeps for itself.
const KEPT: [&str; 2] = [".lock", "desktop.ini"];

/// A legal file name: `stem` made legal and cut as far as needed, then `tail` as it is.
///
/// `tail` is what must not be lost, such as `-2.svg`; its own characters must be legal, and it must leave room for a stem. The name
/// never has a path in it, whatever `stem` holds, and never begins with a hyphen, by which programs know their options.
#[must_use]
pub fn legal(stem: &str, tail: &str) -> String {
    let stem = clean(stem);
    // One character is kept back for the mark of a reserved name.
    let chars = MOST_CHARS.saturating_sub(tail.chars().count() + 1);
    let bytes = MOST_BYTES.saturating_sub(tail.len() + 1);
    let stem = trimmed(cut(without_hyphens(&stem), chars, bytes));
    let stem = if stem.is_empty() { NAMELESS } else { stem };
    format!("{}{tail}", unreserved(stem))
}

/// A legal name of a folder. `SharePoint` keeps `forms` for itself and takes no folder that begins with a tilde.
#[must_use]
pub fn legal_folder(name: &str) -> String {
    let name = legal(clean(name).trim_start_matches(['~', ' ', '-', '.']), "");
    if name.eq_ignore_ascii_case("forms") { format!("{name}_") } else { name }
}

/// The text in NFC without what may not stand in a name: forbidden characters become hyphens, white space becomes single spaces,
/// and marks of writing direction, which could disguise an extension, are dropped.
pub(super) fn clean(text: &str) -> String {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let replaced: String = nfc
        .normalize(text)
        .chars()
        .take(10 * MOST_CHARS)
        .filter(|c| !is_direction_mark(*c))
        .map(|c| match c {
            c if c.is_whitespace() => ' ',
            c if forbidden(c) => '-',
            c => c,
        })
        .collect();
    let words: Vec<_> = replaced.split(' ').filter(|word| !word.is_empty()).collect();
    let mut text = nfc.normalize(&words.join(" ")).into_owned();
    while let Some(at) = text.to_ascii_lowercase().find("_vti_") {
        text.replace_range(at..=at, "-");
        text.replace_range(at + 4..at + 5, "-");
    }
    trimmed(&text).to_owned()
}

/// Whether a character may stand in no name.
pub(super) fn forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '"' | '*' | ':' | '<' | '>' | '?' | '/' | '\\' | '|')
}

fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Without spaces and dots at either end, and without the `~$` that marks a temporary file of Office.
fn trimmed(text: &str) -> &str {
    let mut text = text.trim_matches([' ', '.']);
    while let Some(rest) = text.strip_prefix("~$") {
        text = rest.trim_start_matches([' ', '.']);
    }
    text
}

/// The text without hyphens at its start, and without what may not stand there either.
fn without_hyphens(text: &str) -> &str {
    let mut text = trimmed(text);
    while text.starts_with('-') {
        text = trimmed(text.trim_start_matches('-'));
    }
    text
}

/// As many whole characters, as readers see them, as the limits allow.
pub(super) fn cut(text: &str, chars: usize, bytes: usize) -> &str {
    if text.len() <= bytes && text.chars().count() <= chars {
        return text;
    }
    let fits = |end: &usize| *end <= bytes && text[..*end].chars().count() <= chars;
    let end = GraphemeClusterSegmenter::new().segment_str(text).take_while(fits).last().unwrap_or(0);
    &text[..end]
}

/// The name with an underscore behind a reserved first part, so that `con.2026` becomes `con_.2026`.
fn unreserved(name: &str) -> String {
    let first = name.split('.').next().unwrap_or_default().trim_end();
    let is = |known: &str| first.eq_ignore_ascii_case(known);
    let numbered = NUMBERED_DEVICES.iter().any(|device| {
        let digit = first.get(..3).filter(|start| start.eq_ignore_ascii_case(device)).and_then(|_| first.get(3..));
        digit.is_some_and(|digit| matches!(digit, "¹" | "²" | "³") || (digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit()))
    });
    if DEVICES.into_iter().any(is) || numbered {
        return format!("{first}_{}", &name[first.len()..]);
    }
    if KEPT.iter().any(|kept| name.eq_ignore_ascii_case(kept)) { format!("{name}_") } else { name.to_owned() }
}

/// A name as it is compared with others: two names of the same key are one file on Windows and macOS.
#[must_use]
pub fn key(name: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(&name.to_uppercase().to_lowercase()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn good_names_stay_as_they_are() {
        for name in
            ["mediacollege", "Naar het Mediacollege", "lejebil, før og efter (2)", "客戶旅程", "a.b", "'s avonds", "100 % & #1"]
        {
            assert_eq!(legal(name, ".svg"), format!("{name}.svg"));
        }
    }

    #[test]
    fn each_rule_of_the_conventions() {
        for (given, wanted) in [
            (r#"a"b*c:d<e>f?g/h\i|j"#, "a-b-c-d-e-f-g-h-i-j"),
            ("../../etc/passwd", "etc-passwd"),
            ("-rf", "rf"),
            ("- -~$-. x -", "x -"),
            ("--", "klantreis"),
            ("C:\\Users\\x", "C--Users-x"),
            ("a\u{0}b\u{7f}c\u{85}d\ne\tf", "a-b-c d e f"),
            ("  . name. . ", "name"),
            ("~$owner", "owner"),
            ("~$ .~$x", "x"),
            ("CON", "CON_"),
            ("nul.2026", "nul_.2026"),
            ("Aux .x", "Aux_ .x"),
            ("com0", "com0_"),
            ("LPT9", "LPT9_"),
            ("com¹", "com¹_"),
            ("com10", "com10"),
            ("comma", "comma"),
            ("console", "console"),
            ("desktop.ini", "desktop.ini_"),
            (".lock", "lock"),
            ("a_vti_b_VTI_c", "a-vti-b-VTI-c"),
            ("_vti_vti_", "vti-vti_"),
            ("Cafe\u{301}", "Café"),
            ("x\u{202e}gvs", "xgvs"),
            ("", "klantreis"),
            (" ..", "klantreis"),
            ("~$", "klantreis"),
        ] {
            assert_eq!(legal(given, ""), wanted, "{given:?}");
        }
    }

    #[test]
    fn long_names_are_cut_between_whole_characters_and_keep_their_tail() {
        let name = legal(&"x".repeat(300), "-12.svg");
        assert!(name.ends_with("x-12.svg") && name.chars().count() == MOST_CHARS - 1);
        let family = "👩‍👩‍👧‍👦";
        let name = legal(&family.repeat(30), ".pdf");
        assert_eq!(name, format!("{}.pdf", family.repeat(7)), "25 bytes each");
        assert_eq!(legal(&format!("a{}", "\u{301}".repeat(300)), ".pdf"), "klantreis.pdf", "one endless character");
        assert!(!legal(&format!("{} b", "x".repeat(94)), ".svg").contains(' '), "a cut leaves no space at the end");
    }

    #[test]
    fn folders_have_rules_of_their_own() {
        for (given, wanted) in
            [("klas 1", "klas 1"), ("~ ~$oud", "$oud"), ("Forms", "Forms_"), ("CON", "CON_"), ("~", "klantreis"), ("-.~x", "x")]
        {
            assert_eq!(legal_folder(given), wanted, "{given:?}");
        }
    }

    fn is_legal(name: &str) -> bool {
        let bare = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
        let devices = ["CON", "PRN", "AUX", "NUL"].into_iter().map(str::to_owned);
        let numbered = (0..10).flat_map(|n| [format!("COM{n}"), format!("LPT{n}")]);
        !name.is_empty()
            && name.chars().count() <= MOST_CHARS
            && name.len() <= MOST_BYTES
            && !name.chars().any(|c| c.is_control() || "\"*:<>?/\\|".contains(c))
            && !name.starts_with([' ', '.'])
            && !name.ends_with([' ', '.'])
            && !name.starts_with("~$")
            && !name.starts_with('-')
            && !name.to_lowercase().contains("_vti_")
            && !devices.chain(numbered).any(|device| device == bare)
            && !["desktop.ini", ".lock"].contains(&name.to_lowercase().as_str())
            && ComposingNormalizerBorrowed::new_nfc().is_normalized(name)
    }

    proptest! {
        #[test]
        fn any_text_becomes_a_legal_name_and_stays_it(text in "\\PC*|.*|[~$_vti. COMN0-9\u{0}-\u{20}:]{0,20}") {
            for tail in ["", ".svg", "-matrix-12.svg"] {
                let name = legal(&text, tail);
                prop_assert!(is_legal(&name), "{name:?}");
                prop_assert_eq!(&legal(&name, ""), &name);
            }
        }
    }

    #[test]
    fn names_that_one_file_system_merges_have_one_key() {
        assert_eq!(key("Straße.svg"), key("STRASSE.SVG"));
        assert_eq!(key("CAFE\u{301}"), key("café"));
        assert_ne!(key("a"), key("b"));
    }
}
