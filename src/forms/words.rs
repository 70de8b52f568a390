//! What drawings and sheets word alike.

use crate::journey::{Journey, Lane, Term, TermLanguage};

/// Whose lane it is and what its curve stands for; a purpose that the title tells is not told twice.
#[must_use]
pub fn aside<'a>(journey: &'a Journey, lane: &Lane, language: TermLanguage) -> Vec<&'a str> {
    let told = |word: &str| lane.title.to_lowercase().contains(&word.to_lowercase());
    let persona = lane.persona.as_ref().and_then(|id| journey.persona(id)).map(|persona| persona.name.as_str());
    let purpose = lane.purpose.map(|purpose| Term::text(purpose.term(), language)).filter(|purpose| !told(purpose));
    persona.into_iter().chain(purpose).collect()
}

/// What is said, in quotation marks, unless it brings its own.
#[must_use]
pub fn quoted(text: &str) -> String {
    let own = text.starts_with(['“', '”', '„', '‘', '"', '«', '»']);
    if own { text.to_owned() } else { format!("“{text}”") }
}
