//! In which language a table is written: by words that only one of the languages has.

use crate::journey::TermLanguage;

/// Words of Dutch that are neither Danish nor English: small ones, then those of labels.
const DUTCH: &str = "een het van niet ik je naar voor met zijn heeft wordt bij uit te ook maar dat deze geen wel meer over door wie \
    hoe waar als klant doel actie actief wat doet wil zoekt kijkt naam namen klas datum groep gemaakt auteur auteurs vak opdracht \
    bewustzijn oriëntatie overweging aankoop gebruik loyaliteit levering fase fasen beleving emotie gedachten gevoelens behoeften \
    pijnpunten kansen kans kanaal apparaat boodschap verwachting relatie uitspraak prioriteit ontwerp notities beeld klantreis \
    contactmoment contactmomenten communicatiemiddel communicatiemiddelen klantbeleving activiteit handeling tijdens waarom \
    toelichting woorden stemming de zich nog veel goed iets winkel kaart vriend bestellen betalen wachten";
/// Words of Danish that are neither Dutch nor English.
const DANISH: &str = "og det er på til af med ikke jeg hvad som den et har kan skal vil blive bliver også efter ved hos sig deres \
    hun han kunden kunde kundens mål handling kontaktpunkt kontaktpunkter kanal tanker følelser behov barrierer muligheder \
    oplevelse forventning citat opmærksomhed orientering overvejelse køb brug loyalitet faser fasen navn navne forfatter \
    forfattere lavet hold klasse dato kunderejse humør gør før smertepunkter billede prioritering fra eller når hvor hvordan";
/// Words of English that are neither Dutch nor Danish.
const ENGLISH: &str = "the and to my with not you your it are have has be by from this that does do what when where how who which \
    customer customer’s goal action touchpoints thoughts feelings needs barriers opportunities pain points channel message quote \
    quotes backstage experience expectation mood awareness orientation consideration purchase delivery use loyalty advocacy phase \
    phases before during after name names class made group date author authors objective activity want wants more there they";

/// The language that the texts have most words of; English when nothing tells.
pub fn detect<'t>(texts: impl Iterator<Item = &'t str>) -> TermLanguage {
    /// More words than this tell nothing new.
    const WORDS: usize = 20_000;
    let lists = [(TermLanguage::Nl, DUTCH), (TermLanguage::Da, DANISH), (TermLanguage::En, ENGLISH)]
        .map(|(language, words)| (language, words.split_whitespace().collect::<std::collections::BTreeSet<_>>()));
    let mut counts = [0_usize; 3];
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '’'));
    for word in words.filter(|word| !word.is_empty()).take(WORDS) {
        let word = word.to_lowercase();
        for (count, (language, list)) in counts.iter_mut().zip(&lists) {
            *count += usize::from(list.contains(word.as_str())) * 2;
            // These letters stand in hardly any word of the other languages.
            *count += usize::from(*language == TermLanguage::Da && word.contains(['æ', 'ø', 'å']));
        }
    }
    let best = lists.iter().zip(counts).filter(|(_, count)| *count > 0);
    let best = best.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map_or(TermLanguage::En, |((language, _), _)| *language)
}

/// The BCP 47 tag of a language.
pub fn tag(language: TermLanguage) -> &'static str {
    match language {
        TermLanguage::Nl => "nl",
        TermLanguage::Da => "da",
        TermLanguage::En => "en",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_words_tell_the_language() {
        for (text, expected) in [
            ("Doel klant: weten welke fietsen er zijn", TermLanguage::Nl),
            ("Kundens mål: finde på noget til mormors fødselsdag", TermLanguage::Da),
            ("Reads five reviews and books a table", TermLanguage::En),
            ("Touchpoint 12", TermLanguage::En),
            ("", TermLanguage::En),
        ] {
            assert_eq!(detect([text].into_iter()), expected, "{text}");
        }
    }
}
