//! The nearest right name to a wrong one, for messages that say "did you mean".

/// The longest text, in bytes, that can be a slip of a name.
const LONGEST: usize = 100;

/// The name that is most like `given`, if one is near enough to be a likely slip of the hand: without regard to case, at most a third
/// of its characters away, swapped neighbours counted as one slip.
pub fn nearest<'a>(given: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if given.len() > LONGEST {
        return None;
    }
    let given = given.to_lowercase();
    names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&given, &name.to_lowercase()), name))
        .filter(|(slips, name)| *slips <= (name.chars().count() / 3).max(1))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_forgiven_and_strangers_are_not() {
        let names = ["matrix", "timeline", "curve"];
        assert_eq!(nearest("Martix", names), Some("matrix"));
        assert_eq!(nearest("timelime", names), Some("timeline"));
        assert_eq!(nearest("poster", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest(&"matrix".repeat(100), names), None);
    }
}
