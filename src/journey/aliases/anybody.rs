//! Lanes that are named by a question or a short sentence about people, whoever these are: “What does the newcomer do?”, “Sie denkt”,
//! “Wat voelt de nabestaande?”; by what they all have, “Backer needs”; or by what the maker could do: “What we could do”.

use super::{ASKS, LANE_NAMES, has, spelled, words};
use crate::journey::LaneKind;

/// What people do in each kind of lane, in all of the languages, as [`spelled`] writes it.
const VERBS: [(LaneKind, &str); 8] = [
    (
        LaneKind::Goal,
        "wil willen wilt wilde wants want wanted trying try tries hopes vil ville onsker onskede will wollen wollte mochte mochten veut veulent \
        veux voudrait souhaite quiere quieren quiero queria desea quer querem quero deseja vuole vogliono voglio desidera vill ville chce \
        chca хочет хотят хочу",
    ),
    (
        LaneKind::Action,
        "doet doen doe deed deden does doing gor gjorde tut tun tue macht machen fait font fais hace hacen hago hizo faz fazem faco fez fa \
        fanno gjor robi robia делает делают делаю",
    ),
    (
        LaneKind::Thought,
        "denkt denken denk dacht dachten think thinks thinking thought taenker tanker taenkte tror dachte denke pense pensent piensa \
        piensan pienso penso pensa pensam pensano tanker tankte tenker tenkte mysli mysla думает думают думаю hoofd mind kopf tete cabeza \
        cabeca testa hovedet huvudet hodet glowie голове",
    ),
    (
        LaneKind::Feeling,
        "voelt voelen voel voelde voelden ervaart ervaren beleeft feel feels feeling felt foler foles folte oplever fuhlt fuhlen fuhle \
        fuhlte empfindet erlebt ressent ressentent ressens siente sienten siento sente sentem sinto sentono prova provano provo kanner \
        kanns kjenner czuje czuja чувствует чувствуют чувствую",
    ),
    (
        LaneKind::Quote,
        "zegt zeggen zeg zei say says saying said tell tells told vertelt vertellen vertelde fortaeller fortalte erzahlt erzahlen raconte racontent \
        cuenta cuentan racconta raccontano berattar forteller opowiada siger sagde sagt sagen sage sagte dit disent dice dicen digo diz dizem dico dicono sager \
        sier mowi mowia говорит говорят",
    ),
    (
        LaneKind::Touchpoint,
        "ontmoet tegenkomt meet meets meeting encounter encounters moder trifft treffen begegnet begegnen rencontre encuentra encontra \
        incontra moter spotyka contact kontakt contacto contato contatto контакт встречает",
    ),
    (
        LaneKind::Need,
        "nodig need needs needed matters brug behover braucht brauchen besoin necesita necesitan precisa precisam bisogno behover trenger potrzebuje нужно",
    ),
    (
        LaneKind::Expectation,
        "verwacht verwachten verwachtte expect expects expected forventer forventede erwartet erwarten attend espera esperan aspetta \
        forvantar oczekuje ожидает",
    ),
];
/// What is in the way of people, with whom or what it is in the way of, or without.
const HURTS: &str = "hurts annoys bothers irritates frustrates confuses worries stops struggles stoort ergert irriteert frustreert hindert belemmert \
    verwart irriterer generer frustrerer hindrer forvirrer bekymrer stort argert nervt frustriert verwirrt gene frustre bloque agace \
    frena molesta frustra bloquea preocupa incomoda atrapalha disturba blocca ostacola infastidisce stor irriterar frustrerar hindrar \
    plager przeszkadza denerwuje frustruje martwi мешает раздражает беспокоит";
/// Words with which such a question begins, besides those that are asked elsewhere.
const QUESTIONS: &str = "lo wie who met with med mit avec con com z с waar waarmee ce qu quoi quel quelle o co hvem vem cui chi quem qui quien kto кто wem wen czego чего quid hvilke quais";
/// Words that ask for who does something, which is asked in any plan.
const WHO: &str = "wie who hvem wer qui quien quem chi vem kto кто";
/// Words that stand between those that count.
const BETWEEN: &str = "does do did is are am was were has have had can be it there up into through going goes happening actually really like to \
    at in of on the a an or and its s zich er het een de den door gaat ging heeft hebben had komt kwam en of is zijn bij naar toe op om tegen sig har for der gar \
    igennem gennem og eller til i sich hat haben es geht durch ihr ihre sein im den und oder kommt mit est se sa son par la le les lui passe a un ha si che il per \
    nel da os ao que por su sua em se han sin seg er du";
/// Words for people with which a sentence begins: `Sie denkt`.
const PEOPLE: &str = "ik je jij u hij zij ze men mensen i you he she they we people jeg du han hun de man ich er sie es wir je tu il elle on ils elles \
    yo el ella ellos ellas eu ele ela eles elas voce io lui lei loro jag hon vi on ona oni ja он она они я klant klanten customer customers \
    user users kunde kunden kunder client cliente utente usuario klient клиент bezoeker visitor gast patient";
/// Words with which the name of a person begins.
const ARTICLES: &str = "de het een the a den det en et der die das ein eine le la les l un une el los las o os as il lo gli i";
/// Who makes the journey, or works there: what these do is no part of what a customer does.
const MAKERS: &str = "organisatie bedrijf school winkel zaak medewerker medewerkers personeel team afdeling company business organisation organization \
    staff employee employees department system systeem app website site software virksomhed virksomheden medarbejder medarbejderen medarbejdere \
    personale butik butikken unternehmen firma firmy mitarbeiter mitarbeitende personal entreprise personnel employe equipe empresa equipo \
    azienda personale foretag foretaget personalen bedrift bedriften ansatte pracownik компания сотрудник we wij ons us our wir uns nous vi oss \
    nosotros noi nos my product project data marketing brand management";
/// Words for what they could do, and for themselves.
const COULD: &str = "could can might should try kunnen proberen zouden kan konnen konnten sollten kunne bor kunde skulle pouvons pourrions podemos podriamos poderiamos \
    possiamo potremmo mozemy moglibysmy можем";
const US: &str = "us ons uns nous os nos noi";
const WE: &str = "we wij wir vi nous pouvons pourrions podemos podriamos poderiamos possiamo potremmo mozemy moglibysmy можем мы";
/// What is measured is no opportunity.
const MEASURES: &str = "meten measure male messen mesurer medir misurare mata mierzyc измерить";
/// What all people have, whoever they are.
const HEADS: &str = "need needs behoefte behoeften behov bedurfnis bedurfnisse besoins necesidades necessidades bisogni potrzeby потребности thought thoughts \
    gedachte gedachten tanker gedanken pensees pensamientos pensamentos pensieri tankar mysli мысли feeling feelings emotions gevoel \
    gevoelens emoties folelser gefuhle emotionen sentiments emociones sentimientos emocoes sentimentos emozioni kanslor uczucia emocje \
    чувства эмоции expectations verwachtingen forventninger erwartungen attentes expectativas aspettative oczekiwania ожидания pains \
    frustrations pijnpunten frustraties frustrationer smertepunkter schmerzpunkte frustraciones frustracoes frustrazioni frustracje";
/// What only people who do something have: `Rider goals`, and not `Quarter goals`.
const DEEDS: &str = "goal goals action actions activities touchpoints behaviour behavior";
/// Words that end as those for people do, and are none.
const THINGS: &str = "quarter order chapter semester server number computer paper letter other further water weather summer winter december september october november";

/// What people are called who are customers of something: as one, as several and of whom. In other languages than English these are told by
/// their words, not by how they end.
const ROLES: &str = "inwoner inwoners burger burgers huurder huurders bewoner bewoners student studenten scholier scholieren ouder ouders deelnemer \
    deelnemers koper kopers aanvrager aanvragers sollicitant sollicitanten vrijwilliger lid leden client clienten werkzoekende nabestaande mantelzorger \
    mantelzorgers cursist cursisten ondernemer ondernemers persona borger borgere borgeren borgerens lejer lejere lejeren lejerens studerende \
    studerendes elev elever eleven elevens beboer beboere beboeren foraelder foraeldre medlem medlemmer medlemmet deltager deltagere \
    deltageren kober kobere koberen gaest gaester rejsende turist turister citizen citizens resident residents tenant tenants students learner learners \
    pupil pupils parents member members participant participants applicant applicants passenger passengers buyer buyers shopper shoppers people person \
    family families child children kid kids audience household households burgerin burgerinnen mieter mieterin studentin studierende studierenden \
    schuler schulerin schulerinnen bewohner bewohnerin einwohner einwohnerin patientin eltern mitglied mitglieder teilnehmer teilnehmerin kaufer \
    kauferin gaste gastes reisende reisenden nutzer nutzerin nutzers besucher besucherin mieters citoyen citoyens citoyenne habitant habitants locataire \
    locataires etudiant etudiants etudiante eleve eleves parents membre voyageur voyageurs visiteur visiteurs usager usagers acheteur ciudadano \
    ciudadanos ciudadania vecino vecinos inquilino inquilinos inquilina estudiante estudiantes alumno alumnos paciente pacientes miembro participante \
    viajero viajeros visitante visitantes comprador huesped cidadao cidadaos morador moradores estudante estudantes aluno alunos membro viajante hospede \
    cittadino cittadini residente residenti studente studenti alunno paziente pazienti genitore genitori partecipante viaggiatore viaggiatori visitatore \
    acquirente ospite ospiti medborgare medborgaren invanare invanaren hyresgast hyresgasten studenten elevens patienten foralder foraldrar medlemmen \
    deltagare deltagaren resenar resenaren besokare besokaren boende innbygger innbyggeren innbyggere leietaker leietakeren pasient pasienten \
    forelder foreldre deltaker deltakere kjoper kjoperen gjest gjesten gjester turisten obywatel obywatela mieszkaniec mieszkanca najemca najemcy studenta uczen \
    ucznia pacjent pacjenta rodzic rodzica czlonek czlonka uczestnik uczestnika podroznego goscia гражданин гражданина житель жителя арендатор арендатора \
    студент студента ученик ученика пациент пациента гость гостя посетитель посетителя участник участника \
    patiente patientes voyageuse voyageuses visiteuse visiteuses usagere usageres habitante habitantes etudiantes citoyennes viajera viajeras vecina vecinas \
    alumna alumnas ciudadana ciudadanas visitadora clienta clientas moradora moradoras cidada aluna alunas viaggiatrice visitatrice visitatrici \
    cittadina alunna studentessa pacjentka pacjentki klientka klientki mieszkanka mieszkanki studentka studentki uczestniczka uczestniczki \
    bruker brukeren brukar gasten resande";

/// The kind of lane that a name of that sort stands for.
pub(super) fn kind(name: &str) -> Option<LaneKind> {
    let spelled = spelled(name);
    let own: Vec<&str> = spelled.split('-').filter(|word| !word.is_empty()).collect();
    let of_name = || of_people(&own).or_else(|| of_whose(name)).or_else(|| of_role(name)).or_else(|| of_parts(&spelled));
    of_makers(&own, name).or_else(of_name)
}

/// What somebody has or does by a word for who that is, whatever the kind, as far as a customer has such: “Doel inwoner”, “Tenant pain points”.
fn of_role(name: &str) -> Option<LaneKind> {
    let own = words(name);
    // Whose it is may be said by an ending alone: “Brukerens handlinger”.
    let is_role = |word: &String| has(ROLES, word) || word.strip_suffix('s').is_some_and(|word| has(ROLES, word));
    let (who, rest): (Vec<String>, Vec<String>) = own.into_iter().partition(is_role);
    let kind = LANE_NAMES.find_words(&rest).filter(|_| who.len() == 1 && !rest.is_empty())?;
    let is_of_customers = match kind {
        LaneKind::Goal
        | LaneKind::Action
        | LaneKind::Touchpoint
        | LaneKind::Thought
        | LaneKind::Feeling
        | LaneKind::Emotion
        | LaneKind::Need
        | LaneKind::Barrier
        | LaneKind::Opportunity
        | LaneKind::Expectation
        | LaneKind::Relation
        | LaneKind::Value
        | LaneKind::Quote
        | LaneKind::Channel
        | LaneKind::Device => true,
        LaneKind::Message
        | LaneKind::Backstage
        | LaneKind::Priority
        | LaneKind::Design
        | LaneKind::Measure
        | LaneKind::Image
        | LaneKind::Text => false,
    };
    is_of_customers.then_some(kind)
}

/// What the makers could do: “What we could do”, “Hoe kunnen we helpen?”.
fn of_makers(own: &[&str], name: &str) -> Option<LaneKind> {
    let first = own.first()?;
    let asks = has(ASKS, first) || name.trim_end().ends_with('?');
    let told = |list: &str| own.iter().any(|word| has(list, word));
    (asks && told(COULD) && told(WE) && !told(MEASURES)).then_some(LaneKind::Opportunity)
}

/// What the makers need is what it is, and no need of a customer: “Content we need”.
pub(super) fn of_ours(name: &str) -> Option<LaneKind> {
    const ENDS: [&[&str]; 6] = [
        &["we", "need"],
        &["we", "nodig", "hebben"],
        &["wij", "nodig", "hebben"],
        &["vi", "har", "brug", "for"],
        &["wir", "brauchen"],
        &["vi", "behover"],
    ];
    let spelled = spelled(name);
    let own: Vec<&str> = spelled.split('-').collect();
    let what = ENDS.iter().find_map(|end| own.strip_suffix(*end))?;
    LANE_NAMES.find(&what.join(" "))
}

/// What people do, think, feel, say, want, need, expect or meet, or what hurts them: asked, or said of somebody.
fn of_people(own: &[&str]) -> Option<LaneKind> {
    const MOST: usize = 10;
    const MOST_OF_A_SENTENCE: usize = 4;
    const OTHERS: usize = 2;
    let ([first, rest @ ..], Some(last)) = (own, own.last()) else { return None };
    let asks = has(ASKS, first) || has(QUESTIONS, first);
    let says = (has(PEOPLE, first) || has(ARTICLES, first)) && own.len() <= MOST_OF_A_SENTENCE;
    if rest.is_empty() || own.len() > MOST || !(asks || says) {
        return None;
    }
    let is_last = |at: usize| at + 1 == rest.len();
    let kind_of = |(at, word): (usize, &&str)| {
        // Of “do” and its like only the last says what is asked.
        let helps = has(BETWEEN, word) && !matches!(*word, "contact" | "kontakt") && !is_last(at);
        let done = matches!(*word, "do" | "does" | "did") && is_last(at);
        // What people say to themselves they think: “Ce qu’elle se dit”.
        let inward = matches!((own.get(at), *word), (Some(&"se"), "dit" | "disent") | (Some(&"me"), "dis"));
        let found = VERBS.iter().find(|(_, verbs)| has(verbs, word)).map(|(kind, _)| *kind);
        let found = if inward { Some(LaneKind::Thought) } else { found };
        let found = found.or_else(|| has(HURTS, word).then_some(LaneKind::Barrier)).or_else(|| done.then_some(LaneKind::Action));
        found.filter(|_| !helps)
    };
    let kinds: Vec<LaneKind> = rest.iter().enumerate().filter_map(kind_of).collect();
    let is_inner = |kind: &LaneKind| matches!(kind, LaneKind::Thought | LaneKind::Feeling);
    let kind = match kinds.as_slice() {
        // What somebody wants to do is wanted.
        [LaneKind::Goal, ..] => LaneKind::Goal,
        [kind, more @ ..] if more.iter().all(|other| other == kind) => *kind,
        // What is thought or felt is thought, as in lanes called after both.
        [first @ (LaneKind::Thought | LaneKind::Feeling), more @ ..] if more.iter().all(is_inner) => *first,
        _ => return None,
    };
    let others = || {
        let told = rest.iter().enumerate().filter(|(at, word)| kind_of((*at, word)).is_none()).map(|(_, word)| word);
        told.filter(|word| !has(BETWEEN, word) && !has(QUESTIONS, word) && !has(ASKS, word) && !has(PEOPLE, word))
    };
    let whole = asks || VERBS.iter().any(|(_, verbs)| has(verbs, last));
    // Who makes it may be told something.
    let hears = |at: usize| kind == LaneKind::Quote && at + 1 == own.len();
    let made = own.iter().enumerate().any(|(at, word)| has(MAKERS, word) && !(has(US, word) && hears(at)))
        || kind == LaneKind::Action && has(WHO, first);
    (whole && !made && others().count() <= OTHERS + usize::from(kind == LaneKind::Goal)).then_some(kind)
}

/// What somebody has, by one word for who that is: “Backer needs”, “Behoeften van de nabestaande”.
fn of_whose(name: &str) -> Option<LaneKind> {
    let own = words(name);
    let [one, other] = own.as_slice() else { return None };
    let is_word = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_alphabetic) && !has(MAKERS, word);
    let doer = |word: &str| {
        let stem = word.strip_suffix('s').unwrap_or(word);
        ["er", "or", "ee", "ent", "ant", "ist", "ian"].iter().any(|ending| stem.ends_with(ending)) && !has(THINGS, stem)
    };
    let heads = |head: &str, who: &str| has(HEADS, head) || has(DEEDS, head) && doer(who);
    let (head, _) = [(one, other), (other, one)]
        .into_iter()
        .find(|(head, who)| heads(head, who) && is_word(who) && !has(HEADS, who) && !LANE_NAMES.is_name(who))?;
    LANE_NAMES.find(head)
}

/// The same in scripts that write no spaces, and in compounds: `旅客需求`, `Bezoekersbehoeften`.
fn of_parts(spelled: &str) -> Option<LaneKind> {
    const OWN: [&str; 13] =
        ["员工", "公司", "企业", "系统", "社内", "社員", "会社", "店舗", "従業", "商家", "平台", "我们", "当社"];
    const LEAST: usize = 3;
    const MOST: usize = 3;
    if spelled.contains('-') {
        return None;
    }
    if spelled.is_ascii() {
        let ends = |head: &&str| {
            let before = spelled.strip_suffix(*head).unwrap_or_default();
            head.len() > 5
                && before.len() >= LEAST
                && !MAKERS.split_whitespace().any(|maker| maker.len() > 3 && before.starts_with(maker))
        };
        return HEADS.split_whitespace().filter(ends).find_map(|head| LANE_NAMES.find(head));
    }
    let characters: Vec<(usize, char)> = spelled.char_indices().collect();
    if characters.iter().any(|(_, c)| c.is_ascii() || matches!(c, '\u{400}'..='\u{4ff}'))
        || OWN.iter().any(|own| spelled.starts_with(own))
    {
        return None;
    }
    let tails = characters.iter().skip(2).take(MOST + 1).filter_map(|(at, _)| spelled.get(*at..));
    let found = tails.filter(|tail| tail.chars().count() > 1).find_map(|tail| LANE_NAMES.find(tail));
    found.filter(|kind| {
        matches!(
            kind,
            LaneKind::Goal
                | LaneKind::Action
                | LaneKind::Need
                | LaneKind::Thought
                | LaneKind::Feeling
                | LaneKind::Expectation
                | LaneKind::Touchpoint
                | LaneKind::Barrier
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::near_lane;
    use super::*;

    #[test]
    fn a_word_for_who_it_is_leaves_the_kind_as_it_is() {
        for (name, kind) in [
            ("Handelingen van de bewoner", Some(LaneKind::Action)),
            ("Ouders: behoeften", Some(LaneKind::Need)),
            ("Lejerens mål", Some(LaneKind::Goal)),
            ("Kontaktpunkter elev", Some(LaneKind::Touchpoint)),
            ("Pupil pain points", Some(LaneKind::Barrier)),
            ("Resident actions", Some(LaneKind::Action)),
            ("Ziele der Mieterin", Some(LaneKind::Goal)),
            ("Actions du locataire", Some(LaneKind::Action)),
            ("Objetivo del vecino", Some(LaneKind::Goal)),
            ("Cele najemcy", Some(LaneKind::Goal)),
            ("Действия жителя", Some(LaneKind::Action)),
            ("Actions de la patiente", Some(LaneKind::Action)),
            ("Acciones de la paciente", Some(LaneKind::Action)),
            ("Azioni della visitatrice", Some(LaneKind::Action)),
            ("Działania pacjentki", Some(LaneKind::Action)),
            ("Brukerens handlinger", Some(LaneKind::Action)),
            ("Gästens mål", Some(LaneKind::Goal)),
            ("Huurder", None),
            ("Student number", None),
            ("Members of the team", None),
            ("Huurder en student", None),
        ] {
            assert_eq!(near_lane(name), kind, "{name}");
        }
    }

    #[test]
    fn questions_are_known_whoever_they_are_about() {
        let cases = [
            (
                LaneKind::Goal,
                "Wat wil de nabestaande?|What is she trying to do?|Hvad vil den studerende?|Was will die Mieterin?|Ce que veut le voyageur|\
                Qué quiere la inquilina|O que o cliente quer|Cosa vuole il paziente?|Vad vill resenären?|Hva vil turisten?|Czego chce pacjent|\
                Чего хочет пациент|What does the backer want to do?",
            ),
            (
                LaneKind::Action,
                "Wat doet de huurder?|What does the newcomer do?|What does she actually do?|Hvad gør den studerende|Was macht die Besucherin?|\
                Sie tut|Qué hace|Lo que hace la paciente|Ce que fait le voyageur|O que o cliente faz|Cosa fa il paziente|Vad gör resenären|Hva gjør turisten|\
                Co robi pacjent|Что делает пациент|What the customer does|Die Kundin macht",
            ),
            (
                LaneKind::Thought,
                "Sie denkt|Die Kundin denkt|Wat denkt de ouder?|Wat gaat er door het hoofd|Wat gaat er door haar hoofd?|What goes through her mind?|What is the customer thinking or feeling?|\
                Hvad tænker gæsten?|Was denkt sie?|Qué piensa la inquilina|Ce que pense le patient|O que o cliente pensa|Cosa pensa l’ospite|\
                Vad tänker resenären|Hva tenker turisten|Co myśli pacjent|Что думает пациент|Thinking|Zij denkt|Ce qu’elle se dit|Ce que se dit la patiente|\
                Questions que se pose le client|Fragen im Kopf",
            ),
            (
                LaneKind::Feeling,
                "Wat voelt de nabestaande?|Sie fühlt|Wie fühlt sich die Mieterin?|How is she feeling?|Qué siente|Ce que ressent le voyageur|\
                O que o cliente sente|Hvad føler patienten|Vad känner resenären|Co czuje pacjent|Что чувствует пациент|Cosa prova il paziente",
            ),
            (
                LaneKind::Quote,
                "Sie sagt|Saying|Wat zegt de huurder?|What patients tell us|Wat vertellen ouders ons|Qué dice la inquilina|O que o cliente diz|What do passengers say",
            ),
            (
                LaneKind::Touchpoint,
                "Met wie of wat komt hij in contact?|Who or what does she meet?|Hvem møder gæsten?|Wem begegnet die Kundin?|Berøringsflader|\
                Waarmee komt de huurder in contact?",
            ),
            (
                LaneKind::Need,
                "Backer needs|What matters to them|Wat heeft de nabestaande nodig?|Behoeften van de nabestaande|Was braucht die Mieterin?|旅客需求",
            ),
            (LaneKind::Expectation, "Wat verwacht de student?|What does the rider expect?|Was erwartet die Besucherin?"),
            (
                LaneKind::Barrier,
                "What hurts|Wat ergert de huurder?|Was stört sie?|Qué molesta al cliente|Schmerz|Dificuldades|Difficulties|Moeilijkheden|\
                Difficultés|Rider frustrations",
            ),
            (
                LaneKind::Opportunity,
                "What we could do|What we will try|How might we help?|Hoe kunnen we helpen?|Hvad kan vi gøre?|Was können wir tun?|Que pouvons-nous faire ?|\
                ¿Qué podemos hacer?|O que podemos fazer|Cosa possiamo fare?|Vad kan vi göra?|Co możemy zrobić?|Quick fix",
            ),
        ];
        let each = cases.iter().flat_map(|(kind, names)| names.split('|').map(move |name| (*kind, name)));
        let wrong: Vec<_> =
            each.map(|(kind, name)| (name, kind, near_lane(name))).filter(|(_, kind, is)| *is != Some(*kind)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        // What the makers need is no need of a customer.
        assert_eq!(["Content we need", "Content needs"].map(near_lane), [Some(LaneKind::Message), Some(LaneKind::Need)]);
        let others = [
            "What do we measure?",
            "Business needs",
            "Quarter goals",
            "Think",
            "Wie helpt er?",
            "De auto ophalen",
            "I Am Not Sure",
            "员工需求",
            "What the committee of the board might think",
            "Wat gaan we doen?",
            "Wie doet het?",
        ];
        let known: Vec<_> = others.iter().map(|name| (name, near_lane(name))).filter(|(_, is)| is.is_some()).collect();
        assert!(known.is_empty(), "{known:#?}");
    }
}
