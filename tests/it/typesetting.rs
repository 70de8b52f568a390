//! What holds of lines of any text at any width: nothing is lost, and what belongs together stays together where there is room.

use std::ops::Range;
use std::sync::LazyLock;

use klantreis::scene::{Color, Mm, Node, Point, Pt};
use klantreis::text::{Cut, Fonts, Hyphenation, Last, Line, Paint, Style, Typesetter};
use proptest::prelude::*;

static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

/// Signs in which no line ends.
const SIGNS: [&str; 6] = ["–", "—", "→", "·", "•", "-"];
/// What a line that goes on without its separator had at its end.
const GONE: [&str; 2] = ["", "\u{a0}·"];

fn style(tag: &str) -> Style {
    Style { cut: Cut::Regular, hyphenation: Hyphenation::for_tag(tag), rtl: false }
}

fn lines(text: &str, width: f64, last: Last) -> Vec<Line> {
    SETTER.paragraph(text, style("nl")).lines(&SETTER, width, last)
}

/// Whether a text fits on a line of its own.
fn fits(text: &str, width: f64) -> bool {
    SETTER.paragraph(text, style("nl")).natural_width() <= width
}

/// What is drawn of a line, without the space at its end.
fn drawn(line: &Line) -> String {
    let mut nodes = Vec::new();
    let paint = Paint { size: Pt(10.0), color: Color::BLACK };
    line.draw(&SETTER, Point { x: Mm::ZERO, y: Mm::ZERO }, paint, &mut nodes);
    let said = nodes.iter().filter_map(|node| if let Node::Text(run) = node { Some(&*run.text) } else { None });
    said.collect::<String>().trim_end().to_owned()
}

/// The bytes at which lines end, but for the last.
fn ends(lines: &[Line]) -> Vec<usize> {
    let mut at = 0;
    lines[..lines.len().saturating_sub(1)]
        .iter()
        .map(|line| {
            at += line.text().len();
            at
        })
        .collect()
}

/// What a text is made of, with the bytes at which each stands.
fn pieces(words: &[String]) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut places = Vec::new();
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        places.push(text.len()..text.len() + word.len());
        text += word;
    }
    (text, places)
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        "(https://)?(www\\.)?[a-z]{3,14}(-[a-z]{2,9})?\\.(nl|dk|example)(/[a-z0-9]{1,12}){0,4}(\\?[a-z]{1,9}=[a-z0-9%]{1,9}(&[a-z]{1,6}=[0-9]{1,9})?)?",
        "[a-z]{2,10}(\\.[a-z]{2,10})?@[a-z]{3,14}\\.(nl|dk)",
        "[A-Za-z]{3,12}([_-][a-z0-9]{2,12}){1,3}\\.(json|pdf|docx)",
    ]
}

fn amount() -> impl Strategy<Value = String> {
    prop_oneof![
        (
            "[1-9][0-9]{0,3}(,[0-9]{1,2})?",
            prop::sample::select(vec!["minuten", "uur", "km", "%", "euro", "dage", "cm", "weken", "timer"])
        )
            .prop_map(|(number, unit)| format!("{number} {unit}")),
        ("[1-9][0-9]{0,2}", prop::sample::select(vec!["minuten", "uren", "jaar"]))
            .prop_map(|(number, unit)| format!("({number} {unit})")),
        "(€|kr\\.|DKK) [1-9][0-9]{0,2}(\\.[0-9]{3})?,[0-9]{2}",
    ]
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zéëø]{1,12}",
        prop::sample::select(vec![
            "klanttevredenheidsonderzoek",
            "documentenuploadfunctionaliteit",
            "winkel",
            "HBO-ICT",
            "webshop"
        ])
        .prop_map(str::to_owned),
    ]
}

/// Any word, an address or an amount; and now and then a sign before it.
fn words() -> impl Strategy<Value = Vec<String>> {
    let plain = prop_oneof![4 => word(), 1 => address(), 1 => amount()];
    let signed = (prop::option::weighted(0.2, prop::sample::select(SIGNS.to_vec())), plain)
        .prop_map(|(sign, word)| sign.map(str::to_owned).into_iter().chain([word]).collect::<Vec<_>>());
    prop::collection::vec(signed, 1..24).prop_map(|words| words.concat())
}

fn last() -> impl Strategy<Value = Last> {
    prop::sample::select(vec![Last::Free, Last::Even])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 384, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_ends_in_a_sign(words in words(), width in 1.5..30.0, last in last()) {
        let (text, places) = pieces(&words);
        let lines = lines(&text, width, last);
        prop_assert_eq!(lines.iter().map(Line::text).collect::<String>(), &*text);
        for (line, end) in lines.iter().zip(ends(&lines)) {
            let said = drawn(line);
            let Some(sign) = SIGNS.iter().find(|sign| said.rsplit(' ').next() == Some(sign)) else { continue };
            let Some(next) = places.iter().find(|place| place.start == end).map(|place| &text[place.clone()]) else { continue };
            prop_assert!(!fits(&format!("{sign} {next}"), width), "{said:?} ends in {sign}, and {next:?} had room beside it");
        }
    }

    #[test]
    fn only_what_ends_a_line_is_not_drawn(words in words(), width in 1.5..30.0, last in last()) {
        let (text, _) = pieces(&words);
        for line in lines(&text, width, last) {
            let (said, whole) = (drawn(&line), line.text());
            let gone = whole.trim_end().strip_prefix(&*said);
            prop_assert!(gone.is_some_and(|gone| GONE.contains(&gone)), "{whole:?} is drawn as {said:?}");
            prop_assert!(line.width <= width + 1e-3 || said.chars().count() <= 2, "{said:?} is {} wide", line.width);
        }
    }

    #[test]
    fn amounts_stay_whole_where_they_have_room(words in words(), width in 1.5..30.0, last in last()) {
        let (text, places) = pieces(&words);
        let ends = ends(&lines(&text, width, last));
        for place in places {
            let amount = &text[place.clone()];
            if amount.contains(' ') && fits(amount, width) {
                prop_assert!(!ends.iter().any(|end| place.start < *end && *end < place.end), "{amount:?} is broken");
            }
        }
    }

    #[test]
    fn addresses_are_broken_behind_their_signs(words in prop::collection::vec(prop_oneof![address(), word()], 1..8), width in 1.5..30.0) {
        let (text, places) = pieces(&words);
        let lines = lines(&text, width, Last::Free);
        let ends = ends(&lines);
        for (place, word) in places.iter().zip(&words).filter(|(_, word)| word.contains(['.', '_', '@'])) {
            for (end, line) in ends.iter().zip(&lines).filter(|(end, _)| place.start < **end && **end < place.end) {
                let sign = |character: char| "/?&._@-".contains(character);
                let (said, whole) = (drawn(line), line.text());
                prop_assert_eq!(said, whole.trim_end(), "a hyphen in {}", word);
                if !text[..*end].ends_with(sign) {
                    let from = word[..end - place.start].rfind(sign).map_or(0, |at| at + 1);
                    // Signs behind each other, as in `https://`, are not parted.
                    let signs = |at: usize| word[at..].chars().take_while(|character| sign(*character)).count();
                    let to = word[end - place.start..].find(sign).map_or(word.len(), |at| end - place.start + at);
                    let to = to + signs(to);
                    prop_assert!(!fits(&word[from..to], width), "{word} is broken at {}", end - place.start);
                }
            }
        }
    }

    #[test]
    fn short_words_stay_whole_where_they_have_room(words in prop::collection::vec("[a-z]{1,7}", 1..20), width in 1.5..20.0, last in last()) {
        let (text, places) = pieces(&words);
        let ends = ends(&lines(&text, width, last));
        for place in places.into_iter().filter(|place| fits(&text[place.clone()], width)) {
            prop_assert!(!ends.iter().any(|end| place.start < *end && *end < place.end), "{:?} is broken", &text[place]);
        }
    }
}
