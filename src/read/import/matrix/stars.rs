//! Scores in stars, as people give them: runs of stars, full and empty, and a number of them in words.

use super::scores::{self, Score};
use crate::journey::aliases::{has, key};

/// What the stars are called that a number stands before.
const STARS: &str = "star stars ster sterren stjerne stjerner stern sterne sternen etoile etoiles estrella estrellas estrela estrelas stella \
    stelle stjarna stjarnor gwiazdka gwiazdki gwiazdek";
/// So many stars there are where nobody says out of how many.
const MOST: f64 = 5.0;

/// What a row of stars says: `★★★☆☆` is three of five, and so is `★★★` of which nobody says out of how many. So does their number: `4 stars`,
/// `4/5 stars`, `3 ⭐`. One star alone may be a mark: see [`one`].
pub fn stars(text: &str) -> Option<Score> {
    run(text).filter(|_| !is_alone(text)).or_else(|| numbered(text))
}

/// The same of one star alone, which is the lowest rating where others have more of them, and elsewhere a mark.
pub fn one(text: &str) -> Option<Score> {
    run(text).filter(|_| is_alone(text))
}

fn signs(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{fe0f}')
}

fn is_alone(text: &str) -> bool {
    signs(text).count() == 1
}

fn run(text: &str) -> Option<Score> {
    let text: Vec<char> = signs(text).collect();
    let count = |sign: fn(&char) -> bool| text.iter().filter(|c| sign(c)).count();
    let (full, empty, half) = (count(|c| matches!(c, '★' | '⭐')), count(|c| *c == '☆'), count(|c| *c == '½'));
    let fits = full + empty + half == text.len() && (1..=10).contains(&text.len()) && full + empty > 0 && half < 2;
    let most = if text.len() <= 5 { MOST } else { 10.0 };
    let top = if empty > 0 && text.len() > 1 { text.len() as f64 } else { most };
    let value = full as f64 + if half > 0 { 0.5 } else { 0.0 };
    fits.then(|| Score { value, top: Some(top), words: String::new() })
}

fn numbered(text: &str) -> Option<Score> {
    let (value, rest) = scores::number(text.trim())?;
    let (top, rest) = scores::out_of_any(rest).map_or((None, rest), |(top, rest)| (Some(top), rest));
    let word = rest.trim().trim_end_matches('\u{fe0f}');
    let is_star = matches!(word, "★" | "⭐") || has(STARS, &key(word));
    let top = top.unwrap_or(if value <= MOST { MOST } else { 10.0 });
    (is_star && (0.0..=top).contains(&value)).then(|| Score { value, top: Some(top), words: String::new() })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{journey, short};
    use super::*;

    #[test]
    fn stars_are_counted() {
        for (text, value, top) in [
            ("★★★☆☆", 3.0, 5.0),
            ("⭐⭐", 2.0, 5.0),
            ("⭐️⭐️⭐️", 3.0, 5.0),
            ("☆☆☆☆☆", 0.0, 5.0),
            ("★ ★ ☆", 2.0, 3.0),
            ("★★★½", 3.5, 5.0),
            ("4 stars", 4.0, 5.0),
            ("4/5 stars", 4.0, 5.0),
            ("1 ster", 1.0, 5.0),
            ("3,5 sterren", 3.5, 5.0),
            ("4 von 5 Sternen", 4.0, 5.0),
            ("4 sur 5 étoiles", 4.0, 5.0),
            ("2 stjerner", 2.0, 5.0),
            ("3 ⭐", 3.0, 5.0),
        ] {
            assert_eq!(stars(text), Some(Score { value, top: Some(top), words: String::new() }), "{text}");
        }
        for text in ["★", "★ Reclame", "", "½", "4", "6/5 stars", "7 hotels", "4 stars hotel"] {
            assert_eq!(stars(text), None, "{text}");
        }
        assert_eq!((one("★").map(|score| score.value), one("★★"), one("x")), (Some(1.0), None, None));
    }

    #[test]
    fn stars_under_a_word_for_ratings_or_moods_are_a_curve_in_each_language() {
        for name in [
            "Beoordeling",
            "Waardering",
            "Sterren",
            "Stemming",
            "Bedømmelse",
            "Vurdering",
            "Stjerner",
            "Humør",
            "Rating",
            "Stars",
            "Mood",
            "Bewertung",
            "Sterne",
            "Stimmung",
            "Note",
            "Étoiles",
            "Évaluation",
            "Valoración",
            "Estrellas",
            "Valutazione",
            "Stelle",
            "Betyg",
            "Stjärnor",
            "Omdöme",
            "Karakter i stjerner",
            "Ocena",
            "Gwiazdki",
        ] {
            for (cells, scale) in [
                ("★|★★★★|★★★", "1 | 4 | 3"),
                ("⭐|⭐⭐⭐⭐|⭐⭐⭐", "1 | 4 | 3"),
                ("★☆☆☆☆|★★★★☆|★★★☆☆", "1 | 4 | 3"),
                ("1/5 stars|4/5 stars|3/5 stars", "1 | 4 | 3"),
            ] {
                let read = journey(&format!(
                    "Fase|Zoeken|Betalen|Thuis\nDoel|Rust|Zekerheid|Gemak\nActies|Belt de balie|Pint aan de kassa|Pakt uit\n{name}|{cells}"
                ));
                let lanes = short(&read);
                assert!(lanes.ends_with(&format!("{name}=emotion: {scale}")), "{name}\n{lanes}");
                assert_eq!(read.lanes[2].scale.as_ref().map(|scale| (scale.min, scale.max)), Some((1.0, 5.0)), "{name}");
            }
        }
        for (name, cells) in [("Belang", "★|★★★|★★"), ("Beoordeling", "★|druk|"), ("Kanaal", "★|★★|★★★")]
        {
            let read = journey(&format!(
                "Fase|Zoeken|Betalen|Thuis\nDoel|Rust|Zekerheid|Gemak\nActies|Belt de balie|Pint aan de kassa|Pakt uit\n{name}|{cells}"
            ));
            assert!(!short(&read).contains("=emotion"), "{}", short(&read));
        }
    }
}
