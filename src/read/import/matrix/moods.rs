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
        arrabbiata rabbia disperato disperata arg rasande förtvivlad ilska sint fortvilet sinne wściekły wściekła zrozpaczony złość gniew",
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
        rozczarowana zestresowany niepewny niepewna niepokój frustracja rozczarowanie irytacja wątpliwość smutek",
    ),
    (
        0.0,
        "indifferent onverschillig ligeglad gleichgültig indifférent indifférente indiferente indifferente likgiltig likegyldig nøytral nøytralt \
        obojętny obojętna obojętność",
    ),
    (
        1.0,
        "happy glad pleased satisfied joyful joy hopeful relieved calm confident relaxed blij tevreden opgelucht hoopvol rustig ontspannen vrolijk \
        gerustgesteld tilfreds lettet håbefuld rolig froh zufrieden erleichtert hoffnungsvoll ruhig entspannt glücklich freude zufriedenheit \
        erleichterung content contente heureux heureuse satisfait satisfaite soulagé soulagée rassuré rassurée joie soulagement confiance feliz \
        contento contenta satisfecho satisfecha aliviado aliviada tranquilo tranquila alegría alivio confianza satisfeito satisfeita alegria alívio \
        confiança felice soddisfatto soddisfatta sollevato sollevata sereno serena gioia sollievo fiducia soddisfazione serenità nöjd lättad lugn \
        lycklig glädje lättnad fornøyd lykkelig glede lettelse zadowolony zadowolona szczęśliwy szczęśliwa spokojny spokojna radość ulga zadowolenie \
        spokój",
    ),
    (
        2.0,
        "delighted thrilled overjoyed ecstatic enthusiastic very-happy enthousiast dolblij heel-blij begejstret meget-glad begeistert überglücklich \
        sehr-zufrieden enthousiasmé enthousiasmée ravi ravie encantado encantada entusiasmado entusiasmada entusiasta entusiasmo euforia \
        överlycklig mycket-nöjd mycket-glad henrykt veldig-fornøyd zachwycony zachwycona zachwyt",
    ),
];

/// What a word for a feeling is on a scale from −2 to 2.
fn of_feeling(text: &str) -> Option<f64> {
    let spelled = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
    FEELINGS.iter().find(|(_, words)| has(words, &spelled)).map(|(value, _)| *value)
}

/// What a word that judges, one for a feeling, a face or a sign says.
pub fn of_word(text: &str) -> Option<f64> {
    scores::of_mood(text, true).map(|score| score.value).or_else(|| of_feeling(text.trim()))
}

/// Whether texts are all words for moods; a hyphen before one may be a bullet.
pub fn are_all<'t>(mut texts: impl Iterator<Item = &'t str>) -> bool {
    texts.all(|text| scores::of_mood(text, false).is_some() || of_feeling(text.trim()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_two_moods() {
        let words: Vec<&str> = FEELINGS.iter().flat_map(|(_, words)| words.split_whitespace()).collect();
        let twice: Vec<_> = words.iter().enumerate().filter(|(at, word)| words[..*at].contains(word)).collect();
        assert!(twice.is_empty(), "{twice:?}");
        let judged: Vec<_> = words.iter().filter(|word| scores::of_mood(word, true).is_some()).collect();
        assert!(judged.is_empty(), "{judged:?}");
    }
}
