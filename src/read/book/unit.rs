//! Numbers that a format shows with words or a currency beside them: `0" km"`, `€ 0.00`. Who reads the sheet sees them, and in the number they are not.

/// How the numbers of one section of a format are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::read) struct Unit {
    before: String,
    behind: String,
    /// None where the format shows no number at all.
    digits: Option<Digits>,
}

/// How many digits a number is shown with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Digits {
    /// Before the point, where nought may be shown as nothing.
    whole: usize,
    /// Behind it: the fewest and the most.
    least: usize,
    most: usize,
}

/// A number is written with no more digits than it has.
const MOST_DIGITS: usize = 15;

impl Unit {
    /// The sections of a format: of all numbers, of those below nought, and of nought itself. Nothing where they only show numbers, or in a way of
    /// their own: as a power, a fraction or a share of a thousand, or on a condition.
    pub fn of(code: &str) -> Option<Vec<Self>> {
        let mut sections = vec![Self::default()];
        let (mut characters, mut point) = (code.chars().peekable(), false);
        while let Some(character) = characters.next() {
            let section = sections.last_mut()?;
            match character {
                ';' => {
                    point = false;
                    sections.push(Self::default());
                }
                '"' => loop {
                    match characters.next()? {
                        '"' => break,
                        said => section.say(&said.to_string()),
                    }
                },
                '\\' => section.say(&characters.next()?.to_string()),
                '_' => {
                    characters.next();
                    section.say(" ");
                }
                '*' => drop(characters.next()),
                '[' => {
                    let inside: String = characters.by_ref().take_while(|character| *character != ']').collect();
                    // A condition; a currency with the language that it belongs to; else a colour.
                    if inside.starts_with(['<', '>', '=']) {
                        return None;
                    }
                    section.say(inside.strip_prefix('$').and_then(|sign| sign.split('-').next()).unwrap_or_default());
                }
                '0' | '#' | '?' if section.behind.is_empty() => {
                    let digits = section.digits.get_or_insert_default();
                    let counts = usize::from(character == '0');
                    digits.whole += if point { 0 } else { counts };
                    digits.least += if point { counts } else { 0 };
                    digits.most += usize::from(point);
                }
                '.' if section.digits.is_some() && section.behind.is_empty() => point = true,
                // Between digits it parts thousands; behind them it takes them away, as nothing here does.
                ',' if characters.peek().is_some_and(|next| matches!(next, '0' | '#' | '?')) => {}
                'G' | 'g' if section.digits.is_none() => {
                    let rest: String = characters.by_ref().take("eneral".len()).collect();
                    section.digits = rest.eq_ignore_ascii_case("eneral").then_some(Digits::ANY);
                    section.digits.as_ref()?;
                }
                '@' if section.digits.is_none() => section.digits = Some(Digits::ANY),
                ' ' | '\u{a0}' | '-' | '+' | '(' | ')' | ':' => section.say(&character.to_string()),
                currency if !currency.is_ascii() || currency == '$' => section.say(&currency.to_string()),
                _ => return None,
            }
        }
        let sign = |c: char| !(c.is_ascii() || c.is_whitespace() || "−–—".contains(c));
        let tells = |text: &str| text.chars().any(|c| c.is_alphanumeric() || "/$".contains(c) || sign(c));
        sections.iter().any(|section| tells(&section.before) || tells(&section.behind)).then_some(sections)
    }

    fn say(&mut self, text: &str) {
        if self.digits.is_some() { self.behind.push_str(text) } else { self.before.push_str(text) }
    }

    /// A number as these sections show it. What shows nothing leaves it a number.
    pub fn text(sections: &[Self], number: f64) -> Option<String> {
        let own = match sections {
            [_, _, nought, ..] if number == 0.0 => nought,
            [_, below, ..] if number < 0.0 => below,
            [all, ..] => all,
            [] => return None,
        };
        // A section of their own says itself that they are below nought.
        let below = number < 0.0 && sections.len() == 1;
        let digits = own.digits.as_ref().map(|digits| digits.write(number.abs())).unwrap_or_default();
        let sign = if below { "-" } else { "" };
        let text = format!("{sign}{}{digits}{}", own.before, own.behind);
        let text = text.trim();
        (number.is_finite() && !text.is_empty()).then(|| text.to_owned())
    }
}

impl Digits {
    /// As many as the number has.
    const ANY: Self = Self { whole: 1, least: 0, most: MOST_DIGITS };

    fn write(&self, number: f64) -> String {
        let written = format!("{number:.*}", self.most.min(MOST_DIGITS));
        let Some((whole, part)) = written.split_once('.') else {
            return if self.whole == 0 && written == "0" { String::new() } else { written };
        };
        let kept = part.trim_end_matches('0').len().max(self.least.min(part.len()));
        match part.get(..kept) {
            Some(part) if !part.is_empty() => format!("{whole}.{part}"),
            _ => whole.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Shown;

    #[test]
    fn numbers_are_read_with_the_words_that_their_format_shows() {
        for (code, number, text) in [
            ("0\" dagen\"", 5.0, "5 dagen"),
            ("0\" km on foot\"", 12.0, "12 km on foot"),
            ("\"€ \"0.00", 3.5, "€ 3.50"),
            ("[$€-413]\\ #,##0.00", 1200.5, "€ 1200.50"),
            ("_ [$€-413]\\ * #,##0.00_ ;_ [$€-413]\\ * \\-#,##0.00_ ;_ [$€-413]\\ * \"-\"??_ ;_ @_ ", 3.5, "€ 3.50"),
            ("_ [$€-413]\\ * #,##0.00_ ;_ [$€-413]\\ * \\-#,##0.00_ ;_ [$€-413]\\ * \"-\"??_ ;_ @_ ", 0.0, "€ -"),
            ("_ [$€-413]\\ * #,##0.00_ ;_ [$€-413]\\ * \\-#,##0.00_ ;_ [$€-413]\\ * \"-\"??_ ;_ @_ ", -3.5, "€ -3.50"),
            ("\"nr. \"@", 3.0, "nr. 3"),
            ("#,##0.0#\\ \"kr\"", 7.0, "7.0 kr"),
            ("$0.##", 3.5, "$3.5"),
            ("$0.##", 3.0, "$3"),
            ("\"Fase \"0", 2.0, "Fase 2"),
            ("0\"/10\"", 7.0, "7/10"),
            ("0\" pt\"", -2.0, "-2 pt"),
            ("+0\" pt\";-0\" pt\";\"even\"", -2.0, "-2 pt"),
            ("+0\" pt\";-0\" pt\";\"even\"", 2.0, "+2 pt"),
            ("+0\" pt\";-0\" pt\";\"even\"", 0.0, "even"),
            ("General\" min\"", 2.25, "2.25 min"),
            ("General\" min\"", 10.0, "10 min"),
            ("+0;-0;0", 2.0, "2"),
            ("+0;\\-0;0", -2.0, "-2"),
            ("[=1]\"ja\";0\" x\"", 1.0, "1"),
            ("0.0E+0\" x\"", 12.0, "12"),
            ("#\" \"?/?", 0.5, "0.5"),
            ("0,\"k\"", 12000.0, "12000"),
            ("General", 1.5, "1.5"),
            (";;;", 1.5, "1.5"),
        ] {
            assert_eq!(Shown::of(code).value(number, false).text(), text, "{code} {number}");
        }
    }
}
