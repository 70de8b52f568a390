//! The one place where numbers become text.

/// A length in millimetres, or a number of font units: three decimals at most, without trailing zeros.
pub(super) fn number(value: f64) -> String {
    decimals(value, 3)
}

/// A scale, which multiplies large numbers of font units: eight decimals at most.
pub(super) fn scale(value: f64) -> String {
    decimals(value, 8)
}

fn decimals(value: f64, places: usize) -> String {
    let text = format!("{value:.places$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let cases = [(0.0, "0"), (-0.0001, "0"), (100.0, "100"), (1.5, "1.5"), (-2.0006, "-2.001"), (0.1 + 0.2, "0.3")];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
        assert_eq!(scale(8.0 * 25.4 / 72.0 / 1000.0), "0.00282222");
    }
}
