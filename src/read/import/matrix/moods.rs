//! Words for how people feel, as [`scores`](super::scores) has those that judge.

use super::scores;
use crate::journey::aliases::has;

/// The words, by what they are on a scale from −2 to 2, in Dutch, Danish, English, German, French, Spanish, Portuguese, Italian, Swedish,
/// Norwegian and Polish, in small letters.
const FEELINGS: [(f64, &str); 5] = [
    (
        -2.0,
        "angry furious desperate devastated boos woedend wanhopig vred rasende fortvivlet wütend zornig verzweifelt wut colère en-colère furieux \
        furieuse désespéré désespérée enfadado enfadada furioso furiosa desesperado desesperada ira enojo rabia zangado zangada raiva arrabbiato \
        arrabbiata rabbia disperato disperata arg rasande förtvivlad ilska sint fortvilet sinne wściekły wściekła zrozpaczony złość gniew \
        paniqué paniquée panisch overweldigd overwhelmed overvældet überfordert agobiado agobiada abrumado abrumada sopraffatto \
        sopraffatta överväldigad overveldet przytłoczony przytłoczona",
    ),
    (
        -1.0,
        "unhappy sad nervous anxious worried confused frustrated annoyed disappointed stressed unsure dissatisfied bored ongelukkig verdrietig \
        ontevreden zenuwachtig bezorgd verward gefrustreerd geïrriteerd teleurgesteld gestrest onzeker ked-af-det utilfreds nervøs bekymret \
        forvirret frustreret irriteret skuffet stresset usikker traurig unzufrieden nervös besorgt verwirrt frustriert genervt enttäuscht gestresst \
        unsicher ärger frust unsicherheit enttäuschung triste mécontent mécontente nerveux nerveuse inquiet inquiète confus confuse frustré frustrée \
        agacé agacée déçu déçue stressé stressée inquiétude agacement déception frustration insatisfecho insatisfecha nervioso nerviosa preocupado \
        preocupada confundido confundida frustrado frustrada molesto molesta decepcionado decepcionada estresado estresada inseguro insegura ansiedad \
        frustración preocupación decepción molestia duda insatisfeito insatisfeita nervoso nervosa confuso confusa irritado irritada desiludido \
        desiludida ansiedade frustração preocupação desilusão dúvida irritação tristeza scontento scontenta preoccupato preoccupata frustrato \
        frustrata irritato irritata deluso delusa fastidio frustrazione preoccupazione delusione ansia dubbio irritazione noia tristezza missnöjd \
        ledsen orolig förvirrad frustrerad irriterad besviken stressad osäker oro misfornøyd trist frustrert irritert smutny smutna niezadowolony \
        niezadowolona zdenerwowany zdenerwowana zaniepokojony zaniepokojona zdezorientowany sfrustrowany sfrustrowana poirytowany rozczarowany \
        rozczarowana zestresowany niepewny niepewna niepokój frustracja rozczarowanie irytacja wątpliwość smutek \
        scared afraid impatient tired irritated tense uneasy uncomfortable upset hurried rushed helpless lonely embarrassed pessimistic \
        nerveus gespannen bang ongerust ongeduldig moe verveeld machteloos ongemakkelijk eenzaam chagrijnig gehaast gejaagd geërgerd matig twijfelend \
        bange utålmodig træt utryg opgivende keder-sig ængstlig ängstlich ungeduldig müde gelangweilt gereizt angespannt verärgert \
        hilflos unwohl skeptisch gehetzt effrayé effrayée impatiente fatigué fatiguée ennuyé ennuyée irrité irritée incertain incertaine tendu tendue \
        angoissé angoissée anxieux anxieuse perdu perdue énervé énervée insatisfait insatisfaite asustado asustada impaciente cansado \
        cansada aburrido aburrida tenso tensa ansioso ansiosa incómodo incómoda assustado assustada aborrecido aborrecida stressado \
        stressada estressado estressada spaventato spaventata impaziente stanco stanca annoiato annoiata insicuro insicura teso tesa \
        stressato stressata insoddisfatto insoddisfatta rädd otålig trött uttråkad otrygg redd trøtt sliten anspent utrygg zła \
        przestraszony przestraszona niecierpliwy niecierpliwa zmęczony zmęczona znudzony znudzona zirytowany zirytowana spięty spięta \
        zestresowana zdezorientowana",
    ),
    (
        0.0,
        "indifferent onverschillig ligeglad gleichgültig indifférent indifférente indiferente indifferente likgiltig likegyldig nøytral nøytralt \
        obojętny obojętna obojętność \
        geht-so comme-ci-comme-ça così-così sådär",
    ),
    (
        1.0,
        "happy glad pleased satisfied joyful joy hopeful relieved calm confident relaxed blij tevreden opgelucht hoopvol rustig ontspannen vrolijk \
        gerustgesteld tilfreds lettet håbefuld rolig froh zufrieden erleichtert hoffnungsvoll ruhig entspannt glücklich freude zufriedenheit \
        erleichterung content contente heureux heureuse satisfait satisfaite soulagé soulagée rassuré rassurée joie soulagement confiance feliz \
        contento contenta satisfecho satisfecha aliviado aliviada tranquilo tranquila alegría alivio confianza satisfeito satisfeita alegria alívio \
        confiança felice soddisfatto soddisfatta sollevato sollevata sereno serena gioia sollievo fiducia soddisfazione serenità nöjd lättad lugn \
        lycklig glädje lättnad fornøyd lykkelig glede lettelse zadowolony zadowolona szczęśliwy szczęśliwa spokojny spokojna radość ulga zadowolenie \
        spokój \
        proud grateful thankful comfortable amused impressed optimistic trots dankbaar kalm comfortabel zelfverzekerd gelukkig prima \
        stolt taknemmelig tryg stolz dankbar zuversichtlich fier fière reconnaissant reconnaissante calme confiant confiante serein \
        sereine orgulloso orgullosa agradecido agradecida calmado calmada confiado confiada ilusionado ilusionada orgulhoso orgulhosa \
        calmo calma animado animada orgoglioso orgogliosa grato grata fiducioso fiduciosa tranquilla tranquillo tacksam trygg takknemlig dumny \
        dumna wdzięczny wdzięczna pewny pewna radosny radosna",
    ),
    (
        2.0,
        "delighted thrilled overjoyed ecstatic enthusiastic very-happy enthousiast dolblij heel-blij begejstret meget-glad begeistert überglücklich \
        sehr-zufrieden enthousiasmé enthousiasmée ravi ravie encantado encantada entusiasmado entusiasmada entusiasta entusiasmo euforia \
        överlycklig mycket-nöjd mycket-glad henrykt veldig-fornøyd zachwycony zachwycona zachwyt \
        excited super entusiastisk enthousiaste förväntansfull uppspelt",
    ),
];

/// What makes a word say more than it does alone.
const VERY: &str = "very really so extremely super totally zeer heel erg enorm super-erg ontzettend meget virkelig rigtig sehr äußerst total très \
    vraiment muy realmente molto davvero muito mycket väldigt jätte veldig svært bardzo очень 非常 很 とても";
/// What stands between a feeling and the reason for it.
const BEFORE_REASONS: [&str; 5] = [": ", " – ", " — ", " - ", "："];

/// What a word for a feeling is on a scale from −2 to 2; one more than it says alone with “very” before it.
fn of_feeling(text: &str) -> Option<f64> {
    let spelled = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
    let alone = |word: &str| FEELINGS.iter().find(|(_, words)| has(words, word)).map(|(value, _)| *value);
    let stronger = || {
        let (_, word) = spelled.split_once('-').filter(|(very, _)| has(VERY, very))?;
        let value = alone(word).or_else(|| scores::of_mood(word, false).map(|score| score.value))?;
        // Nobody is very indifferent more than that.
        Some((2.0 * value).clamp(-2.0, 2.0))
    };
    alone(&spelled).or_else(stronger)
}

/// What the feeling says that a reason stands behind: `Happy: the tour spoke my language`.
fn of_reasoned(text: &str) -> Option<f64> {
    let parted = BEFORE_REASONS.iter().filter_map(|sign| text.split_once(sign)).min_by_key(|(feeling, _)| feeling.len());
    let (feeling, _) = parted.filter(|(_, reason)| reason.contains(char::is_alphabetic) && !reason.contains('\n'))?;
    let feeling = feeling.trim();
    let judged = || scores::of_mood(feeling, false).filter(|_| feeling.contains(char::is_alphabetic)).map(|score| score.value);
    of_feeling(feeling).or_else(judged)
}

/// What a word that judges, one for a feeling, a face or a sign says.
pub fn of_word(text: &str) -> Option<f64> {
    scores::of_mood(text, true).map(|score| score.value).or_else(|| of_feeling(text.trim())).or_else(|| of_reasoned(text.trim()))
}

/// Whether texts are all words for moods; a hyphen before one may be a bullet.
pub fn are_all<'t>(mut texts: impl Iterator<Item = &'t str>) -> bool {
    texts.all(|text| {
        let text = text.trim();
        scores::of_mood(text, false).is_some() || of_feeling(text).is_some() || of_reasoned(text).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn very_makes_a_feeling_stronger_and_a_reason_stays_beside_it() {
        for (text, value) in [
            ("Very unhappy", -2.0),
            ("zeer tevreden", 2.0),
            ("meget utilfreds", -2.0),
            ("sehr zufrieden", 2.0),
            ("Très satisfaite", 2.0),
            ("muy satisfecho", 2.0),
            ("molto delusa", -2.0),
            ("bardzo zadowolony", 2.0),
            ("mycket orolig", -2.0),
            ("very good", 2.0),
            ("heel slecht", -2.0),
            ("Very neutral", 0.0),
            ("Happy: the tour spoke my language", 1.0),
            ("Boos – niemand belt terug", -2.0),
            ("Neutral: it works", 0.0),
            ("très insatisfaite", -2.0),
            ("Insatisfait", -1.0),
            ("molto insoddisfatto", -2.0),
            ("very proud", 2.0),
            ("moe", -1.0),
            ("ängstlich", -1.0),
            ("taknemmelig", 1.0),
            ("zmęczona", -1.0),
        ] {
            assert_eq!(of_word(text), Some(value), "{text}");
        }
        for text in ["very quick", "very", "Thursday: happy at last", "Happy:", "So: nothing", "is happy – today"] {
            assert_eq!(of_word(text), None, "{text}");
        }
    }

    #[test]
    fn no_word_is_two_moods() {
        let words: Vec<&str> = FEELINGS.iter().flat_map(|(_, words)| words.split_whitespace()).collect();
        let twice: Vec<_> = words.iter().enumerate().filter(|(at, word)| words[..*at].contains(word)).collect();
        assert!(twice.is_empty(), "{twice:?}");
        let judged: Vec<_> = words.iter().filter(|word| scores::of_mood(word, true).is_some()).collect();
        assert!(judged.is_empty(), "{judged:?}");
    }
}
