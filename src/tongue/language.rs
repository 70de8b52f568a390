//! The languages that the program speaks.

/// A language that the program speaks: of built-in labels in documents, and of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TermLanguage {
    /// Dutch.
    Nl,
    /// Danish.
    Da,
    /// English.
    #[default]
    En,
}

impl TermLanguage {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::Nl, Self::Da, Self::En];

    /// The language for a BCP 47 tag: by its first subtag, English where there is no other.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        [(Self::Nl, "nl"), (Self::Da, "da")]
            .into_iter()
            .find(|(_, known)| known.eq_ignore_ascii_case(primary))
            .map_or(Self::En, |(language, _)| language)
    }

    /// The language for a locale as systems name it, such as `nl_BE.UTF-8` or `da-DK`: English where there is no other.
    ///
    /// ```
    /// use klantreis::journey::TermLanguage;
    ///
    /// assert_eq!(TermLanguage::of_locale("nl_BE.UTF-8"), TermLanguage::Nl);
    /// assert_eq!(TermLanguage::of_locale("C"), TermLanguage::En);
    /// ```
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        Self::of_tag(locale.split(['.', '@']).next().unwrap_or_default())
    }

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The sign between whole and broken numbers.
    #[must_use]
    pub fn decimal_sign(self) -> &'static str {
        match self {
            Self::Nl | Self::Da => ",",
            Self::En => ".",
        }
    }

    /// What stands around a name or a command that a message marks with backticks: in English those themselves.
    #[must_use]
    pub fn quotes(self) -> (&'static str, &'static str) {
        match self {
            Self::Nl => ("‘", "’"),
            Self::Da => ("»", "«"),
            Self::En => ("`", "`"),
        }
    }
}
