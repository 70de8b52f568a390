//! In which language the program talks to those who start it.

use std::env;

use crate::journey::TermLanguage;

/// What names the language of messages in an environment, the first that says something first (POSIX, 8.2).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of the environment, else that of the system, else English.
pub(super) fn of_environment() -> TermLanguage {
    of(|name| env::var_os(name).and_then(|value| value.into_string().ok()), of_system)
}

fn of(variable: impl Fn(&str) -> Option<String>, system: impl FnOnce() -> Option<String>) -> TermLanguage {
    let said = VARIABLES.into_iter().filter_map(variable).find(|value| !value.is_empty());
    said.or_else(system).map_or(TermLanguage::En, |locale| TermLanguage::of_locale(&locale))
}

/// What systems know whose programs are seldom told by their environment.
#[cfg(any(windows, target_os = "macos"))]
fn of_system() -> Option<String> {
    sys_locale::get_locale()
}

/// Elsewhere the environment says all that is known.
#[cfg(not(any(windows, target_os = "macos")))]
fn of_system() -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_says_something_decides_then_the_system() {
        let said = |variables: &[(&str, &str)], system: Option<&str>| {
            let variable = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            of(variable, || system.map(ToOwned::to_owned))
        };
        assert_eq!(said(&[("LANG", "nl_NL.UTF-8")], None), TermLanguage::Nl);
        assert_eq!(said(&[("LANG", "nl_NL.UTF-8"), ("LC_MESSAGES", "da_DK")], None), TermLanguage::Da);
        assert_eq!(said(&[("LC_ALL", "C"), ("LANG", "nl_NL.UTF-8")], Some("nl-NL")), TermLanguage::En);
        assert_eq!(said(&[("LC_ALL", ""), ("LANG", "nl.UTF-8@euro")], None), TermLanguage::Nl);
        assert_eq!(said(&[], Some("da-DK")), TermLanguage::Da);
        assert_eq!(said(&[("LANG", "de_DE.UTF-8")], None), TermLanguage::En);
        assert_eq!(said(&[], None), TermLanguage::En);
    }
}
