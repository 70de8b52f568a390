//! In which language a table is written: by words that only one of the languages has, or by its script.

use std::collections::BTreeSet;

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

/// Words of other languages that are none in Dutch, Danish or English, by the tag of the language. The built-in words are in none of
/// these, but hyphenation and the names of phases and lanes are.
const OTHERS: [(&str, &str); 8] = [
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
        "nb",
        "og det er på til med ikke jeg som den et har kan skal vil bli blir etter ved hos seg sin deres hun han kunden kundens fra eller når hvor \
        hvordan hva av noe mål handling handlinger kontaktpunkter kanal kanaler tanker følelser behov muligheter utfordringer fase faser kjøp",
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
    let lists: Vec<_> =
        own.iter().chain(&OTHERS).map(|(tag, words)| (*tag, words.split_whitespace().collect::<BTreeSet<_>>())).collect();
    let (mut counts, mut scripts) = (vec![0_usize; lists.len()], [0_usize; 3]);
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '’'));
    for word in words.filter(|word| !word.is_empty()).take(WORDS) {
        let word = word.to_lowercase();
        for (count, (language, list)) in counts.iter_mut().zip(&lists) {
            *count += usize::from(list.contains(word.as_str())) * 2 + usize::from(word.contains(letters(language)));
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
