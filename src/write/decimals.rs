//! Numbers with a few decimals as text, in whole numbers: a page has tens of thousands of them.

/// Writes so many tenths, hundredths, thousandths … as a number, without zeros at its end.
pub(super) fn write(count: i64, places: usize, out: &mut String) {
    let mut digits = [0_u8; 24];
    let (mut at, mut left, mut written) = (digits.len(), count.unsigned_abs(), 0);
    // From the last digit on; zeros behind the last decimal are left out.
    while left > 0 || written <= places {
        let digit = u8::try_from(left % 10).unwrap_or(0);
        if written == places && at < digits.len() {
            at -= 1;
            digits[at] = b'.';
        }
        if digit > 0 || written >= places || at < digits.len() {
            at -= 1;
            digits[at] = b'0' + digit;
        }
        left /= 10;
        written += 1;
    }
    if count < 0 {
        out.push('-');
    }
    out.extend(digits[at..].iter().map(|digit| char::from(*digit)));
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn numbers_have_the_digits_that_they_need() {
        let cases =
            [(0, "0"), (5, "0.005"), (-50, "-0.05"), (1000, "1"), (120_000, "120"), (-123_450, "-123.45"), (999, "0.999")];
        for (count, text) in cases {
            let mut out = String::new();
            write(count, 3, &mut out);
            assert_eq!(out, text);
        }
        for count in -4000..4000 {
            let mut out = String::new();
            write(count, 2, &mut out);
            assert_eq!(out, format!("{}", count as f64 / 100.0));
        }
    }
}
