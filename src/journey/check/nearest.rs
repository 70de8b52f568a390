//! The right name for a misspelt one.

/// The known name that is most like the written one, if any is like enough to be what was meant.
pub(super) fn nearest<'n>(written: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    const LONGEST: usize = 100;
    const LIKE_ENOUGH: f64 = 0.6;
    if written.len() > LONGEST {
        return None;
    }
    let written = written.to_lowercase();
    let mut best = None;
    for name in known {
        let likeness = strsim::normalized_damerau_levenshtein(&written, &name.to_lowercase());
        if likeness >= LIKE_ENOUGH && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_and_a_stranger_finds_none() {
        let known = ["phases", "title", "stages", "touchpoint"];
        assert_eq!(nearest("phasse", known), Some("phases"));
        assert_eq!(nearest("Title", known), Some("title"));
        assert_eq!(nearest("touchpoints", known), Some("touchpoint"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest(&"phases".repeat(100), known), None);
    }
}
