//! What groups of people are called for whom something is made.

use crate::journey::aliases::{has, spelled};

const GROUPS: &str = "students pupils families parents seniors elderly youth teens teenagers kids children adults starters professionals employees commuters tourists \
    tenants homeowners owners volunteers patients singles couples locals men women \
    studenten scholieren leerlingen gezinnen ouders senioren ouderen jongeren kinderen volwassenen forenzen toeristen huurders vrijwilligers patienten \
    mannen vrouwen medewerkers elever familier foraeldre aeldre unge born voksne pendlere turister lejere \
    frivillige patienter maend kvinder schuler familien eltern altere jugendliche kinder erwachsene berufstatige pendler \
    touristen mieter patientinnen manner frauen etudiants familles jeunes enfants adultes touristes locataires hommes femmes \
    estudiantes familias mayores jovenes ninos adultos turistas inquilinos hombres mujeres estudantes idosos jovens criancas \
    studenti famiglie anziani giovani bambini adulti turisti inquilini uomini donne studenter familjer foraldrar aldre barn vuxna hyresgaster \
    studenci rodziny seniorzy mlodziez dzieci dorosli turysci студенты семьи пенсионеры дети 学生 學生 家庭 老人";

/// Whether a name is that of a group of people, with a word before it or without: `Students`, `Young families`.
pub fn of_groups(name: &str) -> bool {
    const WORDS: usize = 2;
    let own = spelled(name);
    let words: Vec<&str> = own.split('-').collect();
    has(GROUPS, &own) || words.len() <= WORDS && words.last().is_some_and(|last| has(GROUPS, last))
}
