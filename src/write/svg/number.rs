//! The one place where numbers become text.

use crate::write::decimals;

/// A length in millimetres, or a number of font units: three decimals at most, without trailing zeros.
pub(super) fn number(value: f64) -> String {
    let mut out = String::new();
    write_number(value, &mut out);
    out
}

/// The same behind other text.
pub(super) fn write_number(value: f64, out: &mut String) {
    let count = value * 1000.0;
    let near = count.round();
    // What lies halfway between two, or nearly, is rounded by all of its digits; so is what is too large to be counted.
    if count.abs() < 1e12 && (count - near).abs() < 0.499_999 {
        #[allow(clippy::cast_possible_truncation, reason = "it is whole, and small enough")]
        decimals::write(near as i64, 3, out);
    } else {
        out.push_str(&rounded(value, 3));
    }
}

/// A scale, which multiplies large numbers of font units: eight decimals at most.
pub(super) fn scale(value: f64) -> String {
    rounded(value, 8)
}

fn rounded(value: f64, places: usize) -> String {
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
        // Halves are as they are in all of their digits.
        for nth in -40_000..40_000 {
            let value = f64::from(nth) / 8000.0 + 1e-12 * f64::from(nth % 3);
            assert_eq!(number(value), rounded(value, 3), "{value}");
        }
        assert_eq!(scale(8.0 * 25.4 / 72.0 / 1000.0), "0.00282222");
    }
}
