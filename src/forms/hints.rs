//! What a sheet says of its own accord in Dutch, Danish and English: messages at input cells, notes, and how to fill it in.
//!
//! Labels that posters need as well stand in [`crate::journey::terms`].

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::journey::{LaneKind, TermLanguage};

/// The same words in Dutch, Danish and English.
pub struct Words(&'static str, &'static str, &'static str);

impl Words {
    /// The words in a language.
    #[must_use]
    pub fn text(&self, language: TermLanguage) -> &'static str {
        match language {
            TermLanguage::Nl => self.0,
            TermLanguage::Da => self.1,
            TermLanguage::En => self.2,
        }
    }

    /// The words in a language with `{}` replaced, one after another.
    #[must_use]
    pub fn fill(&self, language: TermLanguage, values: &[&str]) -> String {
        let mut pieces = self.text(language).split("{}");
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for (index, piece) in pieces.enumerate() {
            filled.push_str(values.get(index).copied().unwrap_or_default());
            filled.push_str(piece);
        }
        filled
    }
}

/// What we write beneath tables and on the sheet that explains, in every language, with single spaces.
static OURS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lanes = LaneKind::ALL.iter().map(|kind| lane(*kind));
    let all = [STAR, FLAG, GUIDE].into_iter().chain(STEPS).chain(lanes);
    all.flat_map(|words| TermLanguage::ALL.map(|language| single_spaced(words.text(language)))).collect()
});

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text is one of those that we write beneath tables and on the sheet that explains, in any language: it says nothing of a journey.
#[must_use]
pub fn are_ours(text: &str) -> bool {
    OURS.contains(&single_spaced(text))
}

/// Whether a text is a message that our blank sheets show at a cell that is to be filled in, in any language.
#[must_use]
pub fn are_messages(text: &str) -> bool {
    const MESSAGES: [Words; 7] = [FILL_TITLE, FILL_SCENARIO, FILL_ORGANISATION, FILL_AUTHORS, FILL_DATE, FEELING_WORDS, SCORE];
    let own = single_spaced(text);
    let is_one = |words: &str| {
        let mut rest = Some(own.as_str());
        for piece in single_spaced(words).split("{}") {
            rest = rest.and_then(|rest| rest.split_once(piece)).map(|(_, behind)| behind);
        }
        rest.is_some()
    };
    are_ours(text) || MESSAGES.iter().any(|words| TermLanguage::ALL.iter().any(|language| is_one(words.text(*language))))
}

/// Whether a text is the label of a fact as we write it, in any language.
#[must_use]
pub fn is_our_label(text: &str) -> bool {
    let labels = [SCENARIO, ORGANISATION, AUTHORS, DATE];
    labels.iter().any(|words| TermLanguage::ALL.iter().any(|language| words.text(*language) == text.trim()))
}

/// The label of the scenario.
pub const SCENARIO: Words = Words("Scenario", "Scenarie", "Scenario");
/// The label of the organisation.
pub const ORGANISATION: Words = Words("Organisatie", "Organisation", "Organisation");
/// The label of more than one author.
pub const AUTHORS: Words = Words("Auteurs", "Forfattere", "Authors");
/// The label of the date.
pub const DATE: Words = Words("Datum", "Dato", "Date");
/// The label of the descriptions beneath the phases.
pub const DESCRIPTION: Words = Words("Omschrijving", "Beskrivelse", "Description");
/// The row of words beneath the scores of a lane.
pub const IN_WORDS: Words = Words("{} – in woorden", "{} – med ord", "{} – in words");

/// The note on the star.
pub const STAR: Words = Words(
    "★ Moment of truth: een contactmoment dat bepaalt of de klant blijft of afhaakt.",
    "★ Moment of truth: et kontaktpunkt, der afgør, om kunden bliver eller falder fra.",
    "★ Moment of truth: a contact that decides whether the customer stays or leaves.",
);
/// The note on the flag.
pub const FLAG: Words = Words(
    "⚑ Afhaakmoment: hier verlaten klanten de reis.",
    "⚑ Frafald: her forlader kunder rejsen.",
    "⚑ Drop-off: customers leave the journey here.",
);
/// The note on a scale: the lane, the lowest and the highest score.
pub const SCALE: Words = Words("{}: scores van {} tot {}.", "{}: point fra {} til {}.", "{}: scores from {} to {}.");
/// The message at a score: the lowest and the highest.
pub const SCORE: Words = Words(
    "Hoe voelt de klant zich in deze fase? Geef een cijfer van {} (heel slecht) tot {} (heel goed). De lijn onder de tabel tekent mee.",
    "Hvordan har kunden det i denne fase? Giv et tal fra {} (meget dårligt) til {} (meget godt). Kurven under tabellen følger med.",
    "How does the customer feel in this phase? Give a number from {} (very bad) to {} (very good). The line below the table follows.",
);
/// What is said when a score lies off the scale.
pub const OFF_SCALE: Words = Words(
    "Een score is een getal van {} tot en met {}.",
    "Point er et tal fra {} til og med {}.",
    "A score is a number from {} to {}.",
);
/// The message at the words beneath scores.
pub const FEELING_WORDS: Words = Words(
    "Waarom voelt de klant zich zo? Een paar woorden zijn genoeg.",
    "Hvorfor har kunden det sådan? Et par ord er nok.",
    "Why does the customer feel this way? A few words will do.",
);
/// The description of a curve: the lane, then the scores by phase.
pub const CURVE: Words = Words("Lijn van {} per fase: {}.", "Kurve over {} i hver fase: {}.", "Line of {} for each phase: {}.");
/// The same without scores.
pub const EMPTY_CURVE: Words = Words(
    "Lijn van {} per fase; verschijnt zodra er scores zijn ingevuld.",
    "Kurve over {} i hver fase; vises, når der er skrevet point.",
    "Line of {} for each phase; appears once scores have been filled in.",
);
/// The description of the line of a measurement: its title, then the results by day.
pub const SERIES: Words = Words("Lijn van {} in de tijd: {}.", "Kurve over {} i tiden: {}.", "Line of {} over time: {}.");
/// What is said when a cell of a column of choices holds something else: the choices.
pub const OFF_LIST: Words = Words("Kies uit: {}.", "Vælg mellem: {}.", "Choose from: {}.");
/// What is said when something is no number, of a column of numbers from 1 to 5.
pub const OFF_RATING: Words = Words(
    "Geef een heel getal van 1 (weinig) tot en met 5 (veel).",
    "Giv et helt tal fra 1 (lidt) til og med 5 (meget).",
    "Give a whole number from 1 (little) to 5 (much).",
);
/// What is said when something is no day.
pub const OFF_CALENDAR: Words = Words(
    "Dit is geen datum. Schrijf bijvoorbeeld 22-11-2026.",
    "Det er ikke en dato. Skriv for eksempel 22-11-2026.",
    "This is no date. Write it as 22/11/2026, for example.",
);

/// The message at the title.
pub const FILL_TITLE: Words = Words(
    "Geef je klantreis een naam: wie reist, en waarheen?",
    "Giv kunderejsen et navn: hvem rejser, og hvorhen?",
    "Give the journey a name: who travels, and where to?",
);
/// The message at the scenario.
pub const FILL_SCENARIO: Words = Words(
    "In welke situatie begint de reis? Eén of twee zinnen over de klant en de aanleiding.",
    "I hvilken situation begynder rejsen? En eller to sætninger om kunden og anledningen.",
    "What situation starts the journey? One or two sentences on the customer and the occasion.",
);
/// The message at the organisation.
pub const FILL_ORGANISATION: Words =
    Words("Van welke organisatie is dit een klant?", "Hvilken organisation er kunden hos?", "Whose customer is this?");
/// The message at the authors.
pub const FILL_AUTHORS: Words = Words(
    "Jullie namen, met komma’s ertussen, en je klas: Sam de Vries (MEP2), Noor Bakker (MEP2).",
    "Jeres navne, adskilt af komma, og klassen: Ida Holm (2B), Emil Krogh (2B).",
    "Your names, with commas between, and your class: Sam Field (2B), Ida Brook (2B).",
);
/// The message at the date.
pub const FILL_DATE: Words = Words(
    "De dag van inleveren, bijvoorbeeld 2026-11-22.",
    "Afleveringsdagen, for eksempel 2026-11-22.",
    "The day you hand it in, such as 2026-11-22.",
);

/// The name and title of the sheet that explains.
pub const GUIDE: Words = Words("Zo vul je dit in", "Sådan udfylder du", "How to fill this in");
/// The steps on the sheet that explains.
pub const STEPS: [Words; 7] = [
    Words(
        "Vul bovenaan in wie er reist en waarom (scenario), bij welke organisatie, en wie jullie zijn.",
        "Skriv øverst, hvem der rejser og hvorfor (scenarie), hos hvilken organisation, og hvem I er.",
        "At the top, say who travels and why (scenario), with which organisation, and who you are.",
    ),
    Words(
        "Werk per kolom, van links naar rechts: elke kolom is een fase van de reis.",
        "Arbejd kolonne for kolonne fra venstre mod højre: hver kolonne er en fase i rejsen.",
        "Work column by column, from left to right: each column is a phase of the journey.",
    ),
    Words(
        "Klik op een gele cel: er verschijnt een tip over wat er thuishoort.",
        "Klik på en gul celle: der kommer et tip om, hvad der hører til.",
        "Click a yellow cell: a tip appears that says what belongs there.",
    ),
    Words(
        "Meer dan één ding in een cel? Zet elk op een nieuwe regel met Alt+Enter (Mac: Ctrl+Option+Return).",
        "Mere end én ting i en celle? Skriv hver på en ny linje med Alt+Enter (Mac: Ctrl+Option+Return).",
        "More than one thing in a cell? Put each on a new line with Alt+Enter (Mac: Ctrl+Option+Return).",
    ),
    Words(
        "Zet een ★ voor een moment of truth: een contactmoment dat bepaalt of de klant blijft.",
        "Sæt en ★ foran et moment of truth: et kontaktpunkt, der afgør, om kunden bliver.",
        "Put a ★ before a moment of truth: a contact that decides whether the customer stays.",
    ),
    Words(
        "Geef bij scores één getal per cel; de lijn onder de tabel tekent vanzelf mee.",
        "Skriv ét tal i hver celle med point; kurven under tabellen følger selv med.",
        "For scores, give one number a cell; the line below the table follows by itself.",
    ),
    Words(
        "Klaar? Print op één pagina, of lever dit bestand in.",
        "Færdig? Print på én side, eller aflever filen.",
        "Done? Print it on one page, or hand in this file.",
    ),
];

/// What belongs in a cell of a lane of that kind.
#[must_use]
#[rustfmt::skip]
pub fn lane(kind: LaneKind) -> Words {
    match kind {
        LaneKind::Goal => Words("Wat wil de klant in deze fase bereiken?", "Hvad vil kunden opnå i denne fase?", "What does the customer want to reach in this phase?"),
        LaneKind::Action => Words("Wat doet de klant? Begin met een werkwoord: zoekt, vergelijkt, belt …", "Hvad gør kunden? Begynd med et udsagnsord: søger, sammenligner, ringer …", "What does the customer do? Start with a verb: searches, compares, calls …"),
        LaneKind::Touchpoint => Words("Waar komen klant en organisatie elkaar tegen? Noem plek of middel: website, open dag, balie …", "Hvor mødes kunde og organisation? Nævn stedet eller mediet: hjemmeside, åbent hus, skranke …", "Where do customer and organisation meet? Name the place or medium: website, open day, desk …"),
        LaneKind::Message => Words("Wat zegt de organisatie tegen de klant, en wat vraagt ze te doen?", "Hvad siger organisationen til kunden, og hvad beder den om?", "What does the organisation tell the customer, and what does it ask for?"),
        LaneKind::Channel => Words("Langs welk kanaal gaat het contact? Mail, telefoon, winkel, sociale media …", "Ad hvilken kanal sker kontakten? Mail, telefon, butik, sociale medier …", "By which channel is contact made? Mail, phone, shop, social media …"),
        LaneKind::Device => Words("Welk apparaat gebruikt de klant? Telefoon, laptop, automaat …", "Hvilken enhed bruger kunden? Telefon, bærbar, automat …", "Which device does the customer use? Phone, laptop, machine …"),
        LaneKind::Thought => Words("Wat denkt de klant? Schrijf het op zoals de klant het zou denken.", "Hvad tænker kunden? Skriv det, som kunden ville tænke det.", "What does the customer think? Write it as the customer would."),
        LaneKind::Feeling => Words("Wat voelt de klant? Kies woorden als hoopvol, onzeker, opgelucht.", "Hvad føler kunden? Vælg ord som håbefuld, usikker, lettet.", "What does the customer feel? Choose words such as hopeful, unsure, relieved."),
        LaneKind::Need => Words("Wat heeft de klant nu nodig om verder te kunnen?", "Hvad har kunden brug for nu for at komme videre?", "What does the customer need now to go on?"),
        LaneKind::Barrier => Words("Wat zit in de weg? Wat kost moeite, tijd, geld of vertrouwen?", "Hvad står i vejen? Hvad koster besvær, tid, penge eller tillid?", "What stands in the way? What costs effort, time, money or trust?"),
        LaneKind::Opportunity => Words("Wat kan de organisatie hier beter of anders doen?", "Hvad kan organisationen gøre bedre eller anderledes her?", "What could the organisation do better or differently here?"),
        LaneKind::Expectation => Words("Wat verwacht de klant dat er nu gebeurt?", "Hvad forventer kunden, at der sker nu?", "What does the customer expect to happen now?"),
        LaneKind::Relation => Words("Hoe staan klant en organisatie tegenover elkaar? Vreemden, gasten, vrienden …", "Hvordan er forholdet mellem kunde og organisation? Fremmede, gæster, venner …", "How do customer and organisation stand to each other? Strangers, guests, friends …"),
        LaneKind::Quote => Words("Wat zegt de klant letterlijk? Het liefst uit een interview.", "Hvad siger kunden ordret? Helst fra et interview.", "What does the customer say, word for word? Best from an interview."),
        LaneKind::Backstage => Words("Wat doet de organisatie achter de schermen om dit te laten lukken?", "Hvad gør organisationen bag scenen, for at det lykkes?", "What does the organisation do out of sight to make this work?"),
        LaneKind::Priority => Words("Hoe belangrijk is het om hier iets te doen? Hoog, midden of laag, en waarom.", "Hvor vigtigt er det at gøre noget her? Høj, middel eller lav, og hvorfor.", "How important is it to act here? High, medium or low, and why."),
        LaneKind::Design => Words("Wat gaan jullie maken of veranderen?", "Hvad vil I bygge eller ændre?", "What will you build or change?"),
        LaneKind::Value => Words("Welke waardevolle beleving moet de klant hier hebben?", "Hvilken værdifuld oplevelse skal kunden have her?", "Which valuable experience should the customer have here?"),
        LaneKind::Measure => Words("Hoe meet je of het werkt? Noem een getal en hoe vaak je meet.", "Hvordan måler I, om det virker? Nævn et tal, og hvor tit I måler.", "How do you measure whether it works? Name a number and how often."),
        LaneKind::Image => Words("Welk beeld hoort hier? Beschrijf de foto of tekening.", "Hvilket billede hører til her? Beskriv fotoet eller tegningen.", "Which picture belongs here? Describe the photo or drawing."),
        LaneKind::Emotion => Words("Hoe voelt de klant zich?", "Hvordan har kunden det?", "How does the customer feel?"),
        LaneKind::Text => Words("Wat is er verder van belang in deze fase?", "Hvad er ellers vigtigt i denne fase?", "What else matters in this phase?"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::limits;

    #[test]
    fn messages_fit_where_they_are_shown() {
        for language in [TermLanguage::Nl, TermLanguage::Da, TermLanguage::En] {
            for &kind in LaneKind::ALL {
                assert!(limits::units(lane(kind).text(language)) <= limits::MESSAGE);
            }
            for words in [SCORE, OFF_SCALE, FEELING_WORDS, FILL_TITLE, FILL_SCENARIO, FILL_ORGANISATION, FILL_AUTHORS, FILL_DATE]
            {
                assert!(limits::units(&words.fill(language, &["-1000000", "1000000"])) <= limits::MESSAGE);
            }
            assert!(limits::units(GUIDE.text(language)) <= limits::NAME);
        }
    }

    #[test]
    fn words_are_filled_in_from_the_left_and_only_once() {
        assert_eq!(SCALE.fill(TermLanguage::Nl, &["{}", "−2", "+2"]), "{}: scores van −2 tot +2.");
    }

    #[test]
    fn what_we_write_beside_a_table_is_known_in_every_language_however_it_is_broken() {
        for language in TermLanguage::ALL {
            for words in [STAR, FLAG, GUIDE].into_iter().chain(STEPS).chain(LaneKind::ALL.iter().map(|kind| lane(*kind))) {
                let text = words.text(language);
                assert!(are_ours(text) && are_ours(&format!(" {}\n", text.replace(' ', "\n"))), "{text}");
                assert!(!are_ours(&format!("{text} Noor")), "what somebody wrote behind it is theirs");
            }
        }
        assert!(!are_ours("") && !are_ours("Zo doen wij dit"));
    }
}
