//! The icon of a channel or device, by the words that people have for it in Dutch, Danish and English.

use crate::layout::drawn::ink::Icon;

/// The icons with the beginnings of their words; one with a full stop behind it is a whole word.
const WORDS: &[(Icon, &[&str])] = &[
    (Icon::Mail, &["e-mail", "email", "mail", "courriel", "correo", "nieuwsbrief", "nyhedsbrev", "newsletter"]),
    (Icon::Video, &["video", "beeldbel", "teams", "zoom", "youtube", "webinar", "film"]),
    (
        Icon::Chat,
        &["chat", "whatsapp", "sms.", "messenger", "sms-besked", "appje", "besked", "bericht", "nachricht", "mensaje", "הודעה"],
    ),
    (
        Icon::Phone,
        &[
            "telefoon",
            "bellen",
            "telefon",
            "opkald",
            "phone",
            "call",
            "hotline",
            "tlf.",
            "tel.",
            "anruf",
            "téléphone",
            "teléfono",
            "llamada",
            "טלפון",
            "هاتف",
            "اتصال",
        ],
    ),
    (Icon::Social, &["social", "sociaal", "instagram", "facebook", "tiktok", "linkedin", "snapchat", "forum", "reddit"]),
    (Icon::Search, &["google", "zoek", "søg", "search", "vergelijk", "sammenlign"]),
    (Icon::App, &["app.", "apps.", "mobiel", "mobil", "smartphone", "tablet", "ipad", "iphone"]),
    (
        Icon::Payment,
        &["betal", "pin.", "pinapparaat", "kassa", "kasse", "checkout", "payment", "mobilepay", "ideal", "tikkie", "bank"],
    ),
    (Icon::Web, &["web", "site", "internet", "online", "portaal", "portal", "hjemmeside", "homepage", "browser", "blog"]),
    (Icon::Letter, &["brief", "brev", "letter", "post", "folder", "flyer", "brochure", "kaart", "ansicht"]),
    (
        Icon::Document,
        &[
            "formulier",
            "formular",
            "form",
            "document",
            "dokument",
            "contract",
            "kontrakt",
            "factuur",
            "faktura",
            "invoice",
            "kvittering",
            "bon.",
            "receipt",
            "rapport",
            "report",
            "offerte",
            "papier",
            "papir",
            "paper",
            "pdf.",
            "krant",
            "avis",
        ],
    ),
    (
        Icon::Screen,
        &["tv.", "televisie", "fjernsyn", "scherm", "skærm", "screen", "computer", "laptop", "pc.", "desktop", "bærbar"],
    ),
    (Icon::Parcel, &["pakket", "pakke", "parcel", "bezorg", "levering", "delivery", "doos"]),
    (
        Icon::Talk,
        &[
            "gesprek",
            "samtale",
            "persoonlijk",
            "personlig",
            "persoon",
            "person",
            "mondeling",
            "mundtlig",
            "mond-tot-mond",
            "face",
            "collega",
            "kollega",
            "colleague",
            "adviseur",
            "rådgiver",
            "adviser",
            "medewerker",
            "medarbejder",
            "personeel",
            "personale",
            "staff",
            "vriend",
            "venner",
            "ven.",
            "friend",
            "docent",
            "lærer",
            "teacher",
            "huisarts",
            "læge",
            "doctor",
            "møde",
            "meeting",
            "bezoek",
            "besøg",
            "visit",
            "conversation",
            "gespräch",
            "beratung",
            "fremmøde",
            "entretien",
            "conversación",
        ],
    ),
    (
        Icon::Place,
        &[
            "winkel",
            "butik",
            "shop",
            "store",
            "balie",
            "loket",
            "locatie",
            "stedet",
            "filiaal",
            "kantoor",
            "kontor",
            "office",
            "receptie",
            "reception",
            "skranke",
            "desk",
            "counter",
            "bord",
            "skilt",
            "sign",
            "station",
            "poster",
            "plakat",
            "hal.",
            "ingang",
            "indgang",
            "entrance",
            "bushalte",
            "vitrine",
            "schalter",
            "laden.",
            "geschäft",
            "büro",
            "bahnhof",
            "guichet",
            "magasin",
            "tienda",
            "oficina",
        ],
    ),
];

/// What is said in more words than one, of which one alone would be something else.
const PHRASES: &[(Icon, &[&str])] = &[
    (Icon::Place, &["on site", "on-site", "onsite", "ter plaatse", "op locatie", "på stedet", "vor ort", "sur place"]),
    (Icon::Chat, &["text message"]),
];

/// The icon of the first word in a text that has one.
#[must_use]
pub fn icon(text: &str) -> Option<Icon> {
    let text = text.to_lowercase();
    if let Some((icon, _)) = PHRASES.iter().find(|(_, phrases)| phrases.iter().any(|phrase| text.starts_with(phrase))) {
        return Some(*icon);
    }
    // What an address or the name of a file says is no channel: it is one.
    let mut names = text.split_whitespace().map(|word| word.trim_end_matches(['.', ',', ')', ':']));
    if let Some(icon) = names.find_map(of_name) {
        return Some(icon);
    }
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').filter(|word| !word.is_empty());
    let known = |word: &str, stem: &str| stem.strip_suffix('.').map_or_else(|| word.starts_with(stem), |whole| word == whole);
    let of = |word: &str| WORDS.iter().find(|(_, stems)| stems.iter().any(|stem| known(word, stem))).map(|(icon, _)| *icon);
    words.take(MOST_WORDS).find_map(of)
}

/// The icon of an address or of the name of a file.
fn of_name(word: &str) -> Option<Icon> {
    let file = [".pdf", ".doc", ".docx", ".odt"].iter().any(|ending| word.ends_with(ending));
    let page =
        word.contains("://") || word.starts_with("www.") || word.split_once('/').is_some_and(|(host, _)| host.contains('.'));
    if file { Some(Icon::Document) } else { page.then_some(Icon::Web) }
}

/// A channel is told in its first words.
const MOST_WORDS: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_is_known_by_its_words_in_each_language() {
        for (text, expected) in [
            ("Telefoon", Some(Icon::Phone)),
            ("court.example/letters/before-claim", Some(Icon::Web)),
            ("pakkeliste.pdf", Some(Icon::Document)),
            ("brief (zie www.bad.example)", Some(Icon::Web)),
            ("per e-mail", Some(Icon::Mail)),
            ("hjemmesiden", Some(Icon::Web)),
            ("In the shop", Some(Icon::Place)),
            ("App", Some(Icon::App)),
            ("appelsap", None),
            ("On site", Some(Icon::Place)),
            ("på stedet", Some(Icon::Place)),
            ("Sociale medier", Some(Icon::Social)),
            ("pin.", Some(Icon::Payment)),
            ("pinda", None),
            ("", None),
            ("漢字", None),
        ] {
            assert_eq!(icon(text), expected, "{text}");
        }
    }

    #[test]
    fn every_icon_has_a_word_and_no_word_two_icons() {
        for icon in Icon::ALL {
            assert_eq!(WORDS.iter().filter(|(own, _)| *own == icon).count(), 1, "{icon:?}");
        }
        let mut all: Vec<&str> = WORDS.iter().flat_map(|(_, stems)| *stems).copied().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
