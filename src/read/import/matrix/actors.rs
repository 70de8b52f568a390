//! Who travels, by words for such a person: `Customer: Sam`.

use crate::journey::aliases::{has, spelled};
use crate::read::book::Value;

/// What the person who travels is called above a table or beside its lanes, besides a persona: elsewhere these are other things.
const ACTORS: &str = "actor user user-name character customer customer-name customer-profile user-profile klant klantprofiel gebruiker \
    gebruikersprofiel hoofdpersoon kunde kundeprofil bruger brugerprofil hovedperson kundenprofil nutzer nutzerin nutzerprofil \
    akteur acteur utilisateur profil-client usuario usuaria perfil-del-cliente ator utilizador perfil-do-cliente attore utente \
    profilo-cliente aktor anvandare kundprofil brukere bruker uzytkownik profil-klienta пользователь профиль-клиента 用户 角色 \
    ユーザー アクター client patient patiente guest visitor resident passenger traveller traveler citizen respondent interviewee \
    participant tenant learner caller klant-e clienten patient-in bewoner inwoner gast reiziger bezoeker cursist geinterviewde \
    huurder deelnemer kursist gaest borger besogende rejsende patienten beboer interviewperson lejer deltager befragte-person \
    befragter befragte kundin besucher besucherin patientin burger burgerin interviewte interviewter teilnehmer teilnehmerin \
    mieter mieterin personne cliente clienta usager usagere visiteur visiteuse habitant habitante voyageur voyageuse \
    personne-interrogee paciente persona-entrevistada entrevistado entrevistada huesped visitante viajero viajera hospede \
    viajante ospite paziente visitatore viaggiatore intervistato intervistata besokare resenar gast-en invanare intervjuperson \
    intervjuad hyresgast hvem-reiser gjest innbygger intervjuobjekt klient klientka pacjent pacjentka gosc mieszkaniec \
    podrozny respondentka клиент гость пациент посетитель 客户 顾客 患者 访客 顧客 お客様 利用者 来館者";
/// What asks for the person, over a column of names: beside one name it may ask for anybody.
const WHO: &str = "wie who hvem wer qui quien quem chi vem kto кто 誰";
/// A name is seldom longer.
const NAME_CHARS: usize = 60;

/// Whether a text says that the name beside it is that of the one who travels.
pub fn is_actor(text: &str, beside: &Value) -> bool {
    let named = matches!(beside, Value::Text(name) if name.chars().count() <= NAME_CHARS);
    named && has(ACTORS, &spelled(text))
}

/// Whether a name says that the names below or beside it are of those who travel.
pub fn is_of_actors(text: &str) -> bool {
    let own = spelled(text);
    has(ACTORS, &own) || has(WHO, &own)
}

/// The one who travels in a text such as `Customer: Sam`.
pub fn named(text: &str) -> Option<&str> {
    let (before, name) = text.split_once([':', '：'])?;
    let name = name.trim();
    let fits = !name.is_empty() && name.chars().count() <= NAME_CHARS && !name.contains([':', '\n', '?', '!']);
    (fits && has(ACTORS, &spelled(before))).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_and_the_like_are_personas_in_one_cell_and_in_two() {
        for text in [
            "Klant: Ineke Dijkstra",
            "Kunde: Ellen Bruun",
            "Customer: Ann Lee",
            "Patiënt: Ann Lee",
            "Cliente：Ana",
            "Gæst: Familien Krogh",
            "顧客：葵",
        ] {
            let (label, name) = text.split_once([':', '：']).unwrap();
            assert_eq!(named(text), Some(name.trim()), "{text}");
            assert!(is_actor(label, &Value::Text(name.to_owned())), "{text}");
        }
        for text in ["Wie: Sam", "Klant:", "Klant: wat wil zij?", "Klantreis: Sam", "Klant"] {
            assert_eq!(named(text), None, "{text}");
        }
        assert!(is_of_actors("Wie") && is_of_actors("Kunde") && !is_actor("Wie", &Value::Text("Wat".into())));
    }
}
