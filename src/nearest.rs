//! The nearest right name to a wrong one, for messages that say "did you mean".

/// The longest text, in bytes, that can be a slip of a name.
const LONGEST: usize = 100;

/// How alike two names must be, from 0 to 1, for one to be a likely slip of the other.
const LIKE_ENOUGH: f64 = 0.6;

/// The name that is most like `given`, if one is like enough to be what was meant: without regard to case, swapped neighbours
/// counted as one slip.
pub fn nearest<'a>(given: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if given.len() > LONGEST {
        return None;
    }
    let given = given.to_lowercase();
    let likeness = |name: &str| strsim::normalized_damerau_levenshtein(&given, &name.to_lowercase());
    let alike = names.into_iter().map(|name| (likeness(name), name)).filter(|(likeness, _)| *likeness >= LIKE_ENOUGH);
    // Of names that are equally alike, the first.
    alike.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, name)| name)
}

/// The same in words, for what is said to do about a wrong name: the name that was probably meant, else all of them.
pub fn meant(given: &str, names: &[&str]) -> String {
    match nearest(given, names.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("there is {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{meant, nearest};

    #[test]
    fn slips_are_forgiven_and_strangers_are_not() {
        let names = ["matrix", "timeline", "curve"];
        assert_eq!(nearest("Martix", names), Some("matrix"));
        assert_eq!(nearest("timelime", names), Some("timeline"));
        assert_eq!(nearest("poster", names), None);
        assert_eq!(nearest("tekst", ["title", "text"]), Some("text"));
        assert_eq!(nearest("k", ["x", "id"]), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest(&"matrix".repeat(100), names), None);
    }

    #[test]
    fn what_was_meant_is_said_and_else_what_there_is() {
        assert_eq!(meant("paperr", &["paper", "theme"]), "did you mean `paper`?");
        assert_eq!(meant("zzz", &["paper", "theme"]), "there is paper, theme");
    }
}
