//! The words that say what a part of a table is.

use crate::forms::days;
use crate::journey::aliases::{key, spelled};

/// What stands in the corner between phases and lanes, or before the row of the phases.
const CORNERS: &str = "fase fasen fases faser faserne phase phases stap stappen step steps trin moment lane lanes rij rijen raekke \
    raekker row rows kolom onderdeel onderdelen phasen schritt schritte etape etapes etapa etapas fasi passo passos passi paso pasos steg \
    krok kroki etap etapy этап этапы шаг шаги фаза стадия 阶段 步骤 段階 ステージ フェーズ ステップ";
/// What says in a header that the names of the phases stand there.
const NAMES: &str = "naam name navn namn nazwa nom nombre nome titel title titulo titre";
/// What may stand beside that without saying anything else.
const WHOSE: &str = "journey klantreis reis kunderejse rejse customer user klant kunde kunden de het van van-de number nummer nr \
    which the are you describing is this of in welke waar zit je bent hvilken er du din your jouw";
/// What stands before a row of stages.
const STAGES: &str = "stadium stadia stadie stadier stage stages periode";
/// The bands that people put above phases.
const BANDS: &str = "voor voraf vooraf vooraan tijdens na achteraf nadien for under efter before during after pre post";
/// What lists of people have in their first row or column.
const LISTS: &str = "naam namen voornaam achternaam student studenten leerling leerlingen studentnummer leerlingnummer email e-mail \
    mail-adres adres telefoon telefoonnummer leeftijd geboortedatum inleverdatum ingeleverd beoordeling eindcijfer punten totaal \
    aanwezig navn navne fornavn efternavn elev elever adresse alder karakter point i-alt name names first-name last-name surname \
    student-number address phone age birthday grade points total present criterium criteria criterion kriterium";
/// What plans and other tables have in their first row or column, and a journey only beside names that are known.
const PLANS: &str = "week weken uge uger weeks taak taken opgave opgaver task tasks wie wanneer hvem hvornar who when vraag vragen antwoord \
    antwoorden sporgsmal svar question questions answer answers product producten produkt produkter products prijs prijzen pris \
    priser price prices aantal antal number bedrag belob amount artikel omzet datum dato date planning plan \
    definition definitie betekenis meaning begrip term requirement requirements probability likelihood epic status";
/// What stands before the number of a phase.
const STEPS: &str = "fase phase stap step trin deel del part";
/// What has a column of remarks in its name.
const REMARKS: &str = "feedback opmerking opmerkingen commentaar cijfer beoordeling docent kommentar kommentarer bemaerkninger karakter \
    comment comments remark remarks grade teacher average avg mean total sum gemiddelde gemiddeld totaal som gennemsnit samlet \
    durchschnitt summe moyenne promedio legenda legend legende tegnforklaring";
/// What a row of words beneath scores is called, or has in its name.
const REASONS: &str = "in-woorden woorden toelichting waarom uitleg omdat med-ord begrundelse forklaring hvorfor in-words words why \
    explanation reason because";

/// Whether a name says no more than that there are phases, stages or lanes.
pub fn of_corners(name: &str) -> bool {
    let key = spelled(name);
    let corner = |word: &str| has(CORNERS, word) || has(STAGES, word);
    key.split('-').any(corner) && key.split('-').all(|word| corner(word) || has(NAMES, word) || has(WHOSE, word))
}

/// What the corner tells of the row that it stands before.
pub fn weight_of_corner(name: &str) -> f64 {
    let stages = spelled(name).split('-').any(|word| has(STAGES, word) && !has(CORNERS, word));
    if stages { 0.0 } else { 4.0 }
}

/// Whether a name is that of a band.
pub fn of_bands(name: &str) -> bool {
    has(BANDS, &key(name))
}

/// Whether a name belongs in a list of people, not in a journey.
pub fn of_lists(name: &str) -> bool {
    has(LISTS, &key(name))
}

/// Whether a name belongs in a plan or the like.
pub fn of_plans(name: &str) -> bool {
    has(PLANS, &key(name))
}

/// Whether a name is that of an entry in a log or a list: a day or a time, or letters and a number of several digits, `REQ-001`.
pub fn of_entries(name: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (letters, number) = name.split_at(name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len()));
    let numbered = number.len() >= 2 && digits(number) && letters.len() <= 8 && letters.ends_with(['-', '_', '#']);
    let dated = || name.split([' ', 'T']).next().and_then(days::read).is_some();
    numbered || dated()
}

/// Whether a name is one of several that are counted: `Fase 1`, `2. Boeken`.
pub fn is_counted(name: &str) -> bool {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let dotted = digits > 0 && name.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
    let key = key(name);
    let mut words = key.split('-');
    dotted
        || has(STEPS, words.next().unwrap_or_default())
            && words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a column with that name is one of remarks, of a teacher or others.
pub fn of_remarks(name: &str) -> bool {
    key(name).split('-').any(|word| has(REMARKS, word))
}

/// Whether a row with that name says why the scores above it are what they are.
pub fn of_reasons(name: &str) -> bool {
    let key = format!("-{}-", key(name));
    REASONS.split_whitespace().any(|word| key.contains(&format!("-{word}-")))
}

fn has(list: &str, key: &str) -> bool {
    list.split_whitespace().any(|word| word == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_whatever_their_looks() {
        assert!(of_corners("Fase / stap") && of_corners("STAGE:") && !of_corners("Fase 1 kopen") && !of_corners(""));
        assert!(is_counted("Fase 1: zien") && is_counted("2. Boeken") && !is_counted("2 dagen") && !is_counted("Fase"));
        assert!(of_entries("REQ-001") && of_entries("2024-06-01T08:10:00.100Z") && of_entries("2024/05/14 10:02:11 AM GMT+1"));
        assert!(!of_entries("Dag-1") && !of_entries("Fase 12") && !of_entries("1 - Dreaming"));
        assert!(of_corners("Which stage of the journey are you describing?") && !of_corners("Which shop?"));
        assert!(of_bands("Før") && of_bands("Tijdens:") && !of_bands("Voor de koop"));
        assert!(of_lists("E-mail") && of_lists("Studentnummer") && !of_lists("Naam van de winkel"));
        assert!(of_reasons("Klantbeleving – in woorden") && of_reasons("Waarom?") && !of_reasons("Woordenboek"));
    }
}
