//! In which language a table is written: by words that only one of the languages has, or by its script.

use std::collections::BTreeSet;

/// Words of Dutch that are neither Danish nor English: small ones, then those of labels.
const DUTCH: &str = "een het van niet ik je naar voor met zijn heeft wordt bij uit te ook maar dat deze geen wel meer over door wie \
    hoe waar als klant doel actie actief wat doet wil zoekt kijkt naam namen klas datum groep gemaakt auteur auteurs vak opdracht \
    bewustzijn oriëntatie overweging aankoop gebruik loyaliteit levering fase fasen beleving emotie gedachten gevoelens behoeften \
    pijnpunten kansen kans kanaal apparaat boodschap verwachting relatie uitspraak prioriteit ontwerp notities beeld klantreis \
    contactmoment contactmomenten communicatiemiddel communicatiemiddelen klantbeleving activiteit handeling tijdens waarom \
    toelichting woorden stemming de zich nog veel goed iets winkel kaart vriend bestellen betalen wachten";
/// Words of Danish and Norwegian alike that are neither Dutch nor English.
const NORDIC: &str = "og det er på til med ikke jeg som den et har kan skal vil ved hos deres hun han kunden kunde kundens mål handling handlinger \
    kontaktpunkt kontaktpunkter kanal kanaler tanker følelser følelse behov barrierer forventning forventninger orientering også meget mange fra eller \
    når hvor hvordan hvem faser fasen navn forfatter forfattere hold klasse dato humør før smertepunkter prioritering forbedring forbedringer løsning \
    første andre sin være hjem skole nervøs trin svar venter ringer leser skriver betaler bestiller føler håber";
/// Words of Danish that are neither Dutch, English nor Norwegian.
const DANISH: &str = "af hvad blive bliver blev efter sig mig dig muligheder oplevelse citat opmærksomhed overvejelse køb købe køber købt brug bruger \
    loyalitet navne lavet kunderejse gør gøre billede finder nogen noget nogle måske igen ud ind uge uger siger sidder hjælp hjælper åbent åben plads \
    nysgerrig medarbejder medarbejdere besked uden tilbage udfordring udfordringer anden ansøgning sker tager giver spørger vælger tænker kører lige";
/// Words of Norwegian that are none of Danish.
const NORWEGIAN: &str = "hva bli blir ble av etter seg meg deg noe noen ikkje opp inn ut igjen mye kanskje nå uke uker kjøp kjøpe kjøper kjøpt gjør gjøre \
    sjekker leter finner trenger hjelp hjelper spør utfordring utfordringer mulighet muligheter opplevelse sitat kundereise søknad sier sitter uten tilbake \
    velger tenker skjer tar gir kjører beskjed nysgjerrig bruker åpent åpen plass ansatt ansatte";
/// Words of English that are neither Dutch nor Danish.
const ENGLISH: &str = "the and to my with not you your it are have has be by from this that does do what when where how who which \
    customer customer’s goal action touchpoints thoughts feelings needs barriers opportunities pain points channel message quote \
    quotes backstage experience expectation mood awareness orientation consideration purchase delivery use loyalty advocacy phase \
    phases before during after name names class made group date author authors objective activity want wants more there they";

/// Words of other languages that are none in Dutch, Danish or English, by the tag of the language. The built-in words are in none of
/// these, but hyphenation and the names of phases and lanes are.
const OTHERS: [(&str, &str); 7] = [
    (
        "de",
        "der das und ist nicht ich wir sie auf für eine einen einem dem im vom zum zur sich auch nur noch wird werden kann wie wo kein keine sehr \
        mehr nach bei aus über mit zu ein oder aber wenn dann ihr sein ihre schmerzpunkte handlung handlungen gedanken gefühle ziel ziele \
        kanäle chancen schritt schritte kunde kunden berührungspunkte stimmung bedürfnisse erwartungen suche kauf nutzung",
    ),
    (
        "fr",
        "le la les des du de une et est pas pour avec dans sur qui que il elle nous vous ne au aux ce cette sa ses mon par trop où étape étapes \
        points contact pensées ressenti irritants irritant objectif besoins attentes recherche achat parcours cherche choisit peu client",
    ),
    (
        "es",
        "el la los las de una y es para por que se del al su lo muy más cómo qué con etapa etapas acciones puntos contacto pensamientos emociones \
        dolores oportunidades objetivo objetivos cliente canales busca compra espera quiere tiene sin está",
    ),
    (
        "pt",
        "os as um uma não para com em por que se da dos das ao sua seu muito mais de etapa fase ações pontos contato contacto pensamentos \
        emoções dores oportunidades objetivo cliente canais procura compra espera quer tem sem está",
    ),
    (
        "it",
        "il lo la gli le di una è non che si del della dei delle al alla suo molto più dove cosa per con fasi fase azioni punti contatto pensieri \
        emozioni problemi opportunità obiettivo obiettivi canali cliente cerca acquisto",
    ),
    (
        "sv",
        "och att är på för inte jag ett av till som den det kan vad hur kunden kundens med mål steg fas faser känslor känsla tankar handlingar \
        aktiviteter möjligheter kontaktpunkter kanaler behov köp söker väljer väntar får",
    ),
    (
        "pl",
        "się nie jest że od dla jak czy na w z do po klient klienta etap etapy krok kroki działania myśli emocje potrzeby problemy szanse cel cele \
        kanały punkty styku szuka kupuje czeka",
    ),
];

/// The BCP 47 tag of the language that the texts have most words of; `en` when nothing tells.
pub fn tag<'t>(texts: impl Iterator<Item = &'t str>) -> &'static str {
    /// More words than this tell nothing new.
    const WORDS: usize = 20_000;
    /// So much must speak for a language besides those of the built-in words: three words, or two with letters of its own.
    const FEWEST: usize = 5;
    let own = [("nl", DUTCH), ("da", DANISH), ("en", ENGLISH)];
    let all = own.iter().chain(&OTHERS).chain(&[("nb", NORWEGIAN)]);
    // What Danish and Norwegian share tells neither from the other; where nothing else does, it is the one that stands first.
    let shared = |tag: &str| if matches!(tag, "da" | "nb") { NORDIC } else { "" };
    let lists =
        all.map(|(tag, words)| (*tag, words.split_whitespace().chain(shared(tag).split_whitespace()).collect::<BTreeSet<_>>()));
    let lists: Vec<_> = lists.collect();
    let (mut counts, mut scripts) = (vec![0_usize; lists.len()], [0_usize; 3]);
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '’'));
    for word in words.filter(|word| !word.is_empty()).take(WORDS) {
        let word = word.to_lowercase();
        for (count, (language, list)) in counts.iter_mut().zip(&lists) {
            let known = list.contains(word.as_str()) || endings(language).iter().any(|ending| word.ends_with(ending));
            *count += usize::from(known) * 2 + usize::from(word.contains(letters(language)));
        }
        let of = |from: char, to: char| word.contains(|c: char| (from..=to).contains(&c));
        for (count, is) in scripts.iter_mut().zip([of('Ѐ', 'ӿ'), of('぀', 'ヿ'), of('一', '鿿')]) {
            *count += usize::from(is);
        }
    }
    let (cyrillic, kana, han) = (scripts[0], scripts[1], scripts[2]);
    // A word or two of another language are names, or stand in several.
    let least = |language: &str| if own.iter().any(|(own, _)| *own == language) { 1 } else { FEWEST };
    let best = lists.iter().zip(counts).filter(|((language, _), count)| *count >= least(language));
    let best = best.reduce(|best, next| if next.1 > best.1 { next } else { best });
    // Scripts tell at once, where Latin words are not the most.
    let latin = best.map_or(0, |(_, count)| count / 2);
    match best {
        _ if cyrillic > latin => "ru",
        _ if kana * 4 > han && kana + han > latin => "ja",
        _ if han > latin => "zh",
        best => best.map_or("en", |((tag, _), _)| *tag),
    }
}

/// What words end in as they do in no other of the languages.
fn endings(language: &str) -> &'static [&'static str] {
    match language {
        "nb" => &["sjon", "sjonen", "sjoner", "sjonene"],
        _ => &[],
    }
}

/// The letters that stand in hardly any word of the other languages.
fn letters(language: &str) -> &'static [char] {
    match language {
        "da" | "nb" => &['æ', 'ø', 'å'],
        "de" => &['ß', 'ü', 'ä'],
        "fr" => &['è', 'ê', 'ç', 'œ', 'à'],
        "es" => &['ñ', '¿', 'ó', 'á'],
        "pt" => &['ã', 'õ', 'ç'],
        "it" => &['ù', 'ò', 'à'],
        "sv" => &['å', 'ä', 'ö'],
        "pl" => &['ł', 'ą', 'ę', 'ś', 'ż', 'ź', 'ć', 'ń'],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_of_other_tables_have_their_tag() {
        for (text, expected) in [
            ("Phase: Suche. Ziel: Ein Rad finden, das zu mir passt", "de"),
            ("Étape Action du client Irritants. Cherche une location dans la rue", "fr"),
            ("Etapa Acciones Dolores. Busca una bici para su hija y no la encuentra", "es"),
            ("Etapa Ações Dores. Procura uma loja e não encontra com facilidade", "pt"),
            ("Fase Azioni Problemi. Cerca una bici che non si trova in città", "it"),
            ("Fas Handlingar Känslor. Hon söker en cykel och hittar inte", "sv"),
            ("Fase Handlinger Utfordringer. Hun leter etter en sykkel og finner ikke noe av det", "nb"),
            ("Etap Działania Problemy. Klient szuka roweru i nie wie, czy jest dobry", "pl"),
            ("Этап Действия Боли. Ищет велосипед", "ru"),
            ("阶段 行为 痛点 搜索自行车", "zh"),
            ("フェーズ 行動 課題 自転車を探す", "ja"),
            ("Fase Doel De klant zoekt een fiets", "nl"),
            ("Fase Mål Kunden leder efter en cykel og finder ikke noget", "da"),
            ("Stage Goal The customer looks for a café", "en"),
        ] {
            assert_eq!(tag([text].into_iter()), expected, "{text}");
        }
    }

    #[test]
    fn danish_and_norwegian_are_told_apart_by_what_only_one_of_them_has() {
        for (text, expected) in [
            (
                "Fase Elevens mål Handlinger Kanal Følelser Åbent hus Se om de er søde Går rundt med en elevguide Skolens område",
                "da",
            ),
            ("Fase Handlinger Kanal Første skoledag Bærer kufferter op på anden sal", "da"),
            ("Fase Handlinger Kontaktpunkter Følelser Ringer og spørger hvad det koster", "da"),
            ("Fase Handlinger Kanal Hjemve Går en tur på stien", "da"),
            ("Fase Handlinger Kontaktpunkter Følelser Ringer og spør hva det koster", "nb"),
            ("Fase Handlinger Kanal Første skoledag Bærer kofferter opp på rommet etter middag", "nb"),
            ("Fase Handlinger Følelser Frustrasjon og irritasjon når hun venter på informasjon", "nb"),
        ] {
            assert_eq!(tag([text].into_iter()), expected, "{text}");
        }
    }

    #[test]
    fn a_few_words_tell_the_language() {
        for (text, expected) in [
            ("Doel klant: weten welke fietsen er zijn", "nl"),
            ("Kundens mål: finde på noget til mormors fødselsdag", "da"),
            ("Reads five reviews and books a table", "en"),
            ("Touchpoint 12", "en"),
            ("", "en"),
        ] {
            assert_eq!(tag([text].into_iter()), expected, "{text}");
        }
    }
}
