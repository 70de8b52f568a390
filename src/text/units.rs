//! Words that stand at numbers and mean little without them, in Dutch, Danish, German and English.

/// Before a number: currencies, what is numbered, and what multiplies.
const NAMES: &str =
    "# $ afb art blz ca chf circa dkk eur fig gbp kl klokken kr max min no nok nr num nummer p pag s sek usd £ € ×";

/// Before a short number: what has an order or a door.
const NUMBERED: &str = "balie bus dag day fase gate groep kamer lijn linje lokaal lokale loket phase room spoor spor stap step tag trin uge week woche";

/// Behind one: money, measures, spans of time and shares.
const UNITS: &[&str] = &[
    "$ £ € ct cent dkk eur euro euros kr kroner mio mld mln miljoen million millioner millionen tusind",
    "bit gbit kbit mbit km/h km/t km/u cl cm dl g gb gram ha hz kb kg khz km km² kw kwh l liter m m2 m3 m² m³ mb mg mhz ml mm tb v w ° °c °f",
    "dpi pt px",
    "s sec sek second seconds seconde seconden sekund sekunde sekunden sekunder min minut minute minuten minutes minutter minuut",
    "am pm h u hour hours stunde stunden time timer times uhr uren uur dag dage dagen day days hverdage tag tage tagen werkdagen",
    "uge uger week weeks weken woche wochen maand maanden monat monate monaten month months måned måneder",
    "jaar jaren jahr jahre jahren year years år",
    "% ‰ pct percent procent prozent x × gange keer maal mal personen personer point points punt punten stk stuks",
];

/// Whether a word before a number belongs to it.
pub(super) fn is_named(text: &str, number: &str) -> bool {
    // `week 3`, but `in week 2026 bezoekers`.
    let short = || number.bytes().take_while(u8::is_ascii_digit).count() <= 3;
    is_among(&[NAMES], text) || is_among(&[NUMBERED], text) && short()
}

/// Whether a word is two or three capitals, as before the number of a flight, a road or a form: `TP 1359`.
pub(super) fn is_code(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// Whether a word behind a number is what it counts.
pub(super) fn is_unit(text: &str) -> bool {
    is_among(UNITS, text)
}

/// Whether a word is in one of these lists, whatever its capitals and the punctuation around it.
fn is_among(lists: &[&str], text: &str) -> bool {
    let word = text.trim_matches(|character: char| "()[].,;:!?/\"'”’»~".contains(character));
    // No word of the lists is longer.
    if word.is_empty() || word.len() > 12 {
        return false;
    }
    let word = word.to_lowercase();
    lists.iter().any(|list| list.split(' ').any(|known| known == word))
}
