//! A cell divided into its items.

use crate::meta::month;

/// Marks that begin an item wherever they stand.
const BULLETS: [char; 7] = ['•', '▪', '○', '●', '◦', '‣', '▫'];
/// Marks that begin an item when they are not part of a number or word.
const DASHES: [char; 4] = ['-', '–', '—', '*'];
/// The mark of a moment of truth.
const STAR: char = '★';
/// The mark of a drop-off.
const FLAG: char = '⚑';

/// An item of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// What it says; never empty.
    pub text: String,
    /// Whether `★` stands in front, or alone behind.
    pub moment_of_truth: bool,
    /// Whether `⚑` stands in front.
    pub drop_off: bool,
}

/// Whether a text stands for an empty cell.
pub fn is_nothing(text: &str) -> bool {
    matches!(text.trim(), "" | "-" | "–" | "—")
}

/// The items of a cell: its lines, or of a single line the parts between bullets, numbers or semicolons. `whole` tells lines that
/// begin with what only looks like a bullet. Nothing is dropped but bullets and white space, and a cell that says that it is empty.
pub fn divide(text: &str, whole: fn(&str) -> bool) -> Vec<Piece> {
    if is_nothing(text) {
        return Vec::new();
    }
    let lines: Vec<&str> = text
        .split(['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let parts = match lines.as_slice() {
        [line] => parts(line, whole),
        lines => gathered(lines, whole),
    };
    parts.into_iter().filter_map(|part| piece(&part)).collect()
}

/// The items of several lines. Where some have a bullet, one without goes on with the line before. A bullet with nothing behind it is one
/// when others are used; else it is a sign of its own.
fn gathered(lines: &[&str], whole: fn(&str) -> bool) -> Vec<String> {
    let is_bullet = |line: &str| lines.iter().any(|other| other.strip_prefix(line).is_some() && unmarked(other).is_some());
    let begins = |line: &str| match unmarked(line) {
        _ if whole(line) => Some(line.to_owned()),
        None if is_mark(line) => Some(if is_bullet(line) { String::new() } else { line.to_owned() }),
        rest => rest.map(str::to_owned),
    };
    let marked = lines.iter().any(|line| !is_mark(line) && begins(line).is_some());
    let mut parts: Vec<String> = Vec::new();
    for line in lines {
        let starred = line.starts_with([STAR, FLAG]).then(|| (*line).to_owned());
        match (begins(line).or(starred), parts.last_mut()) {
            (None, Some(last)) if marked => {
                last.push(' ');
                last.push_str(line);
            }
            (Some(part), _) => parts.push(part),
            (None, _) => parts.push((*line).to_owned()),
        }
    }
    parts
}

/// The items of one line.
fn parts(line: &str, whole: fn(&str) -> bool) -> Vec<String> {
    let own = |part: &str| {
        let part = part.trim();
        if whole(part) { part } else { unmarked(part).unwrap_or(part) }.to_owned()
    };
    let bulleted: Vec<&str> = line.split(BULLETS).filter(|part| !part.trim().is_empty()).collect();
    if bulleted.len() > 1 && inner_bullets(line) {
        return bulleted.into_iter().map(own).collect();
    }
    let numbered = numbered(line);
    if numbered.len() > 1 {
        return numbered.into_iter().map(own).collect();
    }
    line.split("; ").map(own).collect()
}

/// Whether every bullet but one at the start stands between spaces.
fn inner_bullets(line: &str) -> bool {
    let free = |(at, bullet): (usize, &str)| {
        let before = line[..at].chars().next_back();
        let after = line[at + bullet.len()..].chars().next();
        before.is_none_or(char::is_whitespace) && (at == 0 || after.is_none_or(char::is_whitespace))
    };
    line.match_indices(BULLETS).all(free)
}

/// The parts that begin with `1)`, `2)` … or `1.`, `2.` …; the whole line when it does not count so.
fn numbered(line: &str) -> Vec<&str> {
    let Some(delimiter @ ('.' | ')')) = line.strip_prefix('1').and_then(|rest| rest.chars().next()) else { return vec![line] };
    let (mut parts, mut rest) = (Vec::new(), line);
    for number in 2..=99 {
        let mark = format!(" {number}{delimiter}");
        let found = rest.match_indices(&mark).find(|(at, _)| {
            let after = rest[at + mark.len()..].chars().next();
            delimiter == ')' || after.is_some_and(char::is_whitespace)
        });
        let Some((at, _)) = found else { break };
        parts.push(&rest[..at]);
        rest = &rest[at + 1..];
    }
    parts.push(rest);
    parts
}

/// Whether a line is a bullet and nothing else.
fn is_mark(line: &str) -> bool {
    let mut characters = line.chars();
    characters.next().is_some_and(|first| BULLETS.contains(&first) || DASHES.contains(&first)) && characters.next().is_none()
}

/// What stands behind a bullet or number; `None` when the line begins with neither, or nothing but such signs stands behind it: `●●○`.
fn unmarked(line: &str) -> Option<&str> {
    let said = |rest: &str| rest.contains(|c: char| !c.is_whitespace() && !BULLETS.contains(&c) && !DASHES.contains(&c));
    if let Some(rest) = line.strip_prefix(BULLETS) {
        return said(rest).then(|| rest.trim_start());
    }
    if let Some(rest) = line.strip_prefix(DASHES) {
        let free = rest.chars().next().is_some_and(|next| next.is_whitespace() || next.is_alphabetic());
        return (free && said(rest)).then(|| rest.trim_start());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line.get(digits..).filter(|_| (1..=2).contains(&digits))?;
    let rest = after.strip_prefix(['.', ')'])?;
    let name = rest.trim_start();
    let day = after.starts_with('.') && name.split_whitespace().next().and_then(month).is_some();
    (rest.starts_with(char::is_whitespace) && !name.is_empty() && !day).then_some(name)
}

/// The number before an item: `2. Buy`, `2) Buy`.
fn number(line: &str) -> Option<usize> {
    unmarked(line.trim())?;
    line.trim().split(['.', ')']).next()?.parse().ok()
}

/// Whether an item has a number before it.
pub fn is_numbered(line: &str) -> bool {
    number(line).is_some()
}

/// Whether the items of a lane are numbered from one on through all of its cells, so that a number is what people call each by. Numbers that
/// begin anew in each cell only part its items.
pub fn are_counted(cells: &[&str]) -> bool {
    let lines = || cells.iter().flat_map(|cell| cell.lines()).filter(|line| !line.trim().is_empty());
    cells.len() > 1 && lines().zip(1..).all(|(line, nth)| number(line) == Some(nth))
}

/// The item of a part; `None` when nothing is left of it.
fn piece(part: &str) -> Option<Piece> {
    let whole = part.trim().trim_end_matches(';').trim_end();
    let (mut text, mut piece) = (whole, Piece::default());
    let said = whole.trim_start_matches([STAR, FLAG, ' ', '\u{a0}', '\u{fe0f}']);
    // Several stars are a number of them, and so are one and some that are empty.
    let counted = whole.strip_suffix(said).unwrap_or_default().matches(STAR).count() > 1 || said.starts_with(['☆', '⭐']);
    let marked = !counted && !said.is_empty();
    while let Some(rest) = text.strip_prefix([STAR, FLAG]).filter(|_| marked) {
        let rest = rest.trim_start_matches('\u{fe0f}').trim_start();
        piece.moment_of_truth |= text.starts_with(STAR);
        piece.drop_off |= text.starts_with(FLAG);
        text = rest;
    }
    // People put it behind as well; `Hotel ★★★` has stars of its own.
    if let Some(rest) = text.strip_suffix(STAR).filter(|rest| rest.ends_with(char::is_whitespace) && !rest.contains(STAR)) {
        piece.moment_of_truth = true;
        text = rest.trim_end();
    }
    text.clone_into(&mut piece.text);
    (!text.is_empty()).then_some(piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cell: &str) -> Vec<String> {
        divide(cell, |_| false).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn numbers_that_go_on_from_cell_to_cell_are_counted() {
        for cells in [&["1. Look", "2. Buy"][..], &["1) Look\n2) Ask", "3) Buy"]] {
            assert!(are_counted(cells), "{cells:?}");
        }
        for cells in [
            &["1. Look\n2. Ask"][..],
            &["1. Look\n2. Ask", "1. Buy"],
            &["1. Look", "Buy"],
            &["1. Look", "3. Buy"],
            &["- Look", "- Buy"],
        ] {
            assert!(!are_counted(cells), "{cells:?}");
        }
    }

    #[test]
    fn cells_are_divided_as_people_divide_them() {
        for (cell, expected) in [
            ("Website\nOpen dag", &["Website", "Open dag"][..]),
            ("• a\n• b", &["a", "b"]),
            ("•a\n▪ b\n○ c", &["a", "b", "c"]),
            ("- Tent\n- Bands, ook op\n  het podium\n- Dansen", &["Tent", "Bands, ook op het podium", "Dansen"]),
            ("Kop:\n- a\n- b", &["Kop:", "a", "b"]),
            ("1. Account\n2) Kaart", &["Account", "Kaart"]),
            ("1) Website 2) App 3) Mail", &["Website", "App", "Mail"]),
            ("1. Rij van 2. uur", &["Rij van", "uur"]),
            ("1. Zaal 2.5 vol", &["Zaal 2.5 vol"]),
            ("• Shop • Mail", &["Shop", "Mail"]),
            ("a; b;", &["a", "b"]),
            ("a;b", &["a;b"]),
            ("a · b, c", &["a · b, c"]),
            ("→ verder", &["→ verder"]),
            ("-2 graden", &["-2 graden"]),
            ("–", &[]),
            (" - ", &[]),
            ("x", &["x"]),
            ("12.30 uur", &["12.30 uur"]),
            ("7. november 2026", &["7. november 2026"]),
            ("3. Kassa", &["Kassa"]),
            ("Foto’s;\n\nmail;", &["Foto’s", "mail"]),
        ] {
            assert_eq!(texts(cell), expected, "{cell}");
        }
    }

    #[test]
    fn no_sign_is_dropped_that_says_something() {
        for (cell, expected) in [
            ("+\n-", &["+", "-"][..]),
            ("a\n-\nb", &["a", "-", "b"]),
            ("*", &["*"]),
            ("**", &["**"]),
            ("- a\n-\n- b", &["a", "b"]),
            ("• a\n•\n• b", &["a", "b"]),
            ("a; -; b", &["a", "-", "b"]),
            ("●●○", &["●●○"]),
            ("★★★★☆", &["★★★★☆"]),
            ("★☆☆", &["★☆☆"]),
            ("★★\n★", &["★★", "★"]),
            ("★★ Hotel", &["★★ Hotel"]),
        ] {
            let pieces = divide(cell, |_| false);
            assert!(pieces.iter().all(|piece| !piece.moment_of_truth), "{cell}");
            assert_eq!(pieces.into_iter().map(|piece| piece.text).collect::<Vec<_>>(), expected, "{cell}");
        }
    }

    #[test]
    fn a_star_behind_is_a_field_as_well() {
        for (cell, text, star) in [
            ("* Instagram ★", "Instagram", true),
            ("Hotel ★★★", "Hotel ★★★", false),
            ("★", "★", false),
            ("a ★ ★", "a ★ ★", false),
        ] {
            let pieces = divide(cell, |_| false);
            assert_eq!((pieces[0].text.as_str(), pieces[0].moment_of_truth), (text, star), "{cell}");
        }
    }

    #[test]
    fn marks_in_front_are_fields() {
        let pieces = divide("• ★ Balie\n⚑★ Kassa\nen pin", |_| false);
        let marks: Vec<_> = pieces.iter().map(|piece| (piece.text.as_str(), piece.moment_of_truth, piece.drop_off)).collect();
        assert_eq!(marks, [("Balie", true, false), ("Kassa en pin", true, true)]);
        assert_eq!(texts("★ Balie\nKassa"), ["Balie", "Kassa"]);
        assert_eq!(texts("★"), ["★"]);
    }

    #[test]
    fn lines_that_only_look_marked_stay_whole() {
        let pieces = divide("- 1 baalt\n- 2 boos", |line| line.starts_with("- "));
        assert_eq!(pieces[1].text, "- 2 boos");
    }
}
