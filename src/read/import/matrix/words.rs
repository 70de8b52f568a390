//! The words that say what a part of a table is.

mod beside;
mod dividers;
mod groups;
mod lessons;
mod numbers;
mod others;

pub use beside::{of_guides, of_records_kept, of_sides, of_sources};
pub use dividers::of_dividers;
pub use groups::of_groups;
pub use lessons::{of_learners, of_lessons, of_teachers, of_years};
pub use numbers::{count, is_counted, number, of_addresses, of_moments, place};
pub use others::{is_competitor, of_competitors, speaks_of_competitors, speaks_of_personas};

use crate::forms::days;
use crate::journey::aliases::{has, key, near_lane, spelled};

/// What says that there are phases: in the corner between phases and lanes, before their row, and as the key of a list.
const PHASES: &str = "fase fasen fases faser faserne fas faza fazy phase phases stap stappen step steps trin etape etapes etapa etapas etappe etappes etappen etapp etapper \
    phasen schritt schritte fasi passo passos passi paso pasos steg krok kroki skridt etap etapy этап этапы шаг шаги фаза фазы стадия \
    стадии 阶段 步骤 階段 步驟 段階 ステージ フェーズ ステップ";
/// What else stands in the corner, or says that there are lanes.
const CORNERS: &str = "moment lane lanes rij rijen raekke raekker row rows kolom onderdeel onderdelen";
/// What stands in the corner above the names of lanes, though it may be the name of one: the questions are asked, the experience is had.
const HEADS: &str = "vraag vragen question questions sporgsmal frage fragen pregunta preguntas pergunta perguntas domanda domande fraga fragor \
    pytanie pytania вопрос вопросы 问题 質問 activity activities activiteit activiteiten aktivitet aktiviteter aktivitat aktivitaten \
    actividad actividades atividade atividades attivita activite activites experience ervaring beleving oplevelse erlebnis aspect aspekt categorie category kategori kategorie categoria laag \
    layer lag element item onderwerp topic emne thema";
/// What a row of steps below bands of stages is called, besides what says that there are phases.
const STEPS_OF_BANDS: &str = "activity activities activiteit activiteiten aktivitet aktiviteter aktivitat aktivitaten actividad actividades atividade \
    atividades attivita activite activites aktivitetssteg processteg processtap processtrin process-step process-steps prozessschritt prozessschritte";
/// What says in a header that the names of the phases stand there.
const NAMES: &str = "naam name navn namn nazwa nom nombre nome titel title titulo titre";
/// What may stand beside that without saying anything else.
const WHOSE: &str = "journey klantreis reis kunderejse rejse customer user klant kunde kunden de het van van-de number nummer nr which the are you \
    describing is this of in welke waar zit zat je bent was were did where hvilken var er du din your jouw hoort bij om gaat pathway path process \
    proces traject zorgpad patient forlob it about what welche welcher welchem bist warst ist quelle est vous etiez en que cual estabas estas quale \
    eri qual estava vilken ar hva you-were i rejsen rejsens kunderejsen resan kundresan reisen reise der parcours du dans le viaje del viaggio nel \
    jornada da na";
/// What stands before a row of stages.
const STAGES: &str = "stadium stadia stadie stadier stage stages stadien periode perioden perioder periodes abschnitt \
    abschnitte periodo periodos periodi macrofase macrofasi okres okresy";
/// The parts of a plan that stand in the corner where a journey is told by them.
const SPANS: &str = "epic epics sprint sprints milestone milestones mijlpaal mijlpalen milepael milepaele meilenstein meilensteine jalon jalons hito hitos \
    marco marcos traguardo traguardi milstolpe milstolpar kamien-milowy kamienie-milowe веха вехи 里程碑 マイルストーン";
/// What a column is called that tells what happens, a text a row.
const STORIES: &str = "summary description details event story user-story user-stories narrative issue-summary what-happened samenvatting omschrijving \
    beschrijving gebeurtenis verhaal wat-er-gebeurt beskrivelse resume opsummering haendelse zusammenfassung beschreibung ereignis ablauf descriptif \
    evenement deroulement descripcion resumen evento descricao resumo descrizione riassunto sintesi beskrivning sammanfattning handelse sammendrag \
    hendelse opis podsumowanie zdarzenie описание событие 描述 説明 概要";
/// What a row of steps beneath the phases is called, where that is no name of a lane anyhow.
const STEP_ROWS: &str = "etape etapes etapa etapas etap etapy этап этапы 段階";
/// The bands that people put above phases.
const BANDS: &str = "vorher wahrend nachher avant pendant apres antes durante despues depois prima dopo fore etter efter przed po do во до \
    после 前 中 後 后 之前 之后 voor voraf vooraf vooraan tijdens na achteraf nadien for under efter before during after pre post";
/// What asks or says when, before a row of bands.
const WHENS: &str = "when wanneer tijd tijdstip tijdstippen tidspunkter uhrzeit heure hora ora orario klokkeslaet klokkeslett klockslag godzina moment nar hvornar quand wann wannen cuando quando kiedy time tid tidspunkt zeit periode period \
    период когда 何时 何時 时间 いつ 時期 時間 時刻 zeitraum";
/// What says that there are times of a day.
const CLOCKS: &str = "tidspunkt tidspunkter tijdstip tijdstippen uhrzeit uhrzeiten heure heures hora horas ora orario klokkeslaet klokkeslett klockslag \
    godzina godziny time-of-day clock-time when wanneer hvornar wann";
/// How far a task is, on boards and in exports of trackers: a value, and no name of a lane or a phase.
const STATUSES: &str = "to-do todo doing done in-progress in-review backlog blocked open closed reopened resolved won-t-do selected-for-development \
    not-started te-doen bezig gedaan klaar afgerond mee-bezig i-gang faerdig ikke-startet zu-erledigen in-arbeit erledigt offen fertig a-faire en-cours \
    termine por-hacer en-curso hecho en-progreso a-fazer em-andamento concluido da-fare in-corso fatto att-gora pagaende klart a-gjore pagar ferdig \
    do-zrobienia w-toku gotowe";
/// What lists of people have in their first row or column.
const LISTS: &str = "naam namen voornaam achternaam student studenten leerling leerlingen studentnummer leerlingnummer email e-mail \
    mail-adres adres telefoon telefoonnummer leeftijd geboortedatum inleverdatum ingeleverd beoordeling eindcijfer punten totaal \
    aanwezig navn navne fornavn efternavn elev elever adresse alder karakter point i-alt name names first-name last-name surname \
    student-number address phone age birthday grade points total present criterium criteria criterion kriterium";
/// What plans and other tables have in their first row or column, and a journey only beside names that are known.
const PLANS: &str = "week weken uge uger weeks taak taken opgave opgaver task tasks wie wanneer hvem hvornar who when vraag vragen antwoord \
    antwoorden sporgsmal svar question questions answer answers \
    frage fragen antworten pregunta preguntas respuesta respuestas pergunta perguntas resposta respostas domanda domande risposta risposte \
    reponse reponses fraga fragor pytanie pytania odpowiedz вопрос вопросы ответ ответы 问题 答案 質問 回答 product producten produkt produkter products prijs prijzen pris \
    priser price prices aantal antal number bedrag belob amount artikel omzet datum dato date planning plan \
    definition definitie betekenis meaning begrip term requirement requirements probability likelihood epic status";
/// What names that speak of moods, experience or satisfaction have in them, in small letters of ASCII or of their own script.
const MOODS: &str = "emot emoc emoz gevoel beleving ervaring stemming mood feel sentiment satisf experience tevreden oplevels folels humor \
    stemning tilfreds stimmung zufrieden gefuhl erleb ressenti humeur animo umore soddisf stamning kansl nojd upplevel opplevel fornoyd \
    nastroj zadowol satysfakc experienc esperienza doswiadcz smiley sfeer atmosf atmosph ambianc vibe emoji enjoy plezier \
    эмоц настроен удовлетв чувств опыт 情绪 情緒 感情 満足 满意 滿意 気持 感受 心情 体験 体验 體驗 気分";
/// What asks how it is or was, before a row of faces or colours.
const HOWS: [&str; 12] = [
    "how-is-it",
    "how-was-it",
    "how-did-it-go",
    "hoe-is-het",
    "hoe-was-het",
    "hoe-gaat-het",
    "hoe-ging-het",
    "hvordan-er-det",
    "hvordan-var-det",
    "hvordan-gar-det",
    "wie-war-es",
    "wie-lauft-es",
];
/// What boards of cards call the columns that the cards hang in.
const BOARDS: &str = "list list-name lijst lijstnaam liste listenavn column column-name kolom kolomnaam kolonne spalte section section-column \
    bucket bucket-name bucketnaam frame frame-name frames kader ramme rahmen cadre marco riquadro ram parent parent-summary parent-name epic epic-name \
    epic-link area area-name zone group group-name cluster cluster-name gruppe groep groepering gebied omrade bereich zona grupo groupe gruppo sectie \
    afsnit swimlane-column board-column journey-step journey-phase";
/// What the column of the texts of such a list is called.
const TEXTS: &str = "text texts tekst teksten texte texto testo note notes note-text card card-text card-name card-title sticky sticky-note content contents \
    inhoud indhold inhalt contenu contenido conteudo contenuto summary issue-summary item title titel description beschrijving omschrijving beskrivelse \
    beschreibung notitie kaart kaartje kort karte tresc tekst-notatki";
/// What logs, registers, test plans and boards of figures have in a header, and a journey seldom more than one of.
const REGISTERS: &str = "id test-id test-case testcase case-id risk-id key timestamp tijdstempel level severity priority owner eigenaar \
    assignee assigned-to responsible verantwoordelijke ansvarlig verantwortlich status state expected expected-result expected-outcome \
    actual actual-result verwacht-resultaat werkelijk-resultaat erwartetes-ergebnis tatsachliches-ergebnis resultat-attendu \
    forventet-resultat faktisk-resultat resultado-esperado pass-fail result target baseline likelihood probability kans-op impact \
    mitigation cause oorzaak ursache score rating tester due-date deadline version build environment precondition steps-to-reproduce \
    indicator indicators indicatoren indicateur indicateurs indicador indicadores indikatoren indikatorer means-of-verification sources-of-verification \
    verification verificatiebronnen quellen-der-nachprufbarkeit sources-de-verification medios-de-verificacion meios-de-verificacao assumptions aannames \
    annahmen hypotheses supuestos outputs outcome-indicators hazard hazards gevaar gevaren gefahr gefahrdung danger dangers peligro perigo pericolo fare \
    critical-limit critical-limits kritische-grenswaarde kritische-grens grenswaarde grenzwert limite-critique limite-critico limite-critica kritisk-graense norm \
    critical-control-point ccp corrective-action corrective-actions corrigerende-actie corrigerende-maatregel actie-bij-afwijking korrekturmassnahme \
    action-corrective accion-correctiva korrigerende-handling monitoring-procedure preventive-measure beheersmaatregel \
    defect bug ticket issue-key issue-type issue-id story-points sprint epic-link test testgeval testfall result resultaat resultat ergebnis outcome company account lead deal amount deal-value deal-size \
    lead-score lead-source win-probability close-date closing-date expected-revenue revenue hostname host service user-id session-id request-id duration-ms";
/// What a column of people to speak with is called, and one of contact moments too.
const CONTACTS: &str = "contact contacts kontakt kontakte contacto contactos contato contatto contatti kontakter контакт 联系人";
/// What the column is called in which a form says when somebody answered.
const STAMPS: &str = "timestamp time-stamp submitted-at completion-time start-time response-date date-submitted tijdstempel datum-en-tijd ingevuld-op \
    voltooiingstijd begintijd tidsstempel tidspunkt besvaret-den zeitstempel datum-und-uhrzeit abgeschickt-am horodateur horodatage marca-temporal \
    marca-de-tiempo carimbo-de-data-hora informazioni-cronologiche data-e-ora tidsstampel sygnatura-czasowa znacznik-czasu отметка-времени 时间戳 \
    タイムスタンプ";
/// What numbers that only count the names beside them are called.
const NUMBERS: &str = "nr no num number nummer numer numero n lp p-p volgnummer volgnr lobenummer lobenr lfd-nr lfd-nummer step-number \
    step-no stap-nummer stap-nr fase-nr fasenummer trin-nr stage-number stage-no phase-number phase-no order sequence volgorde raekkefolge \
    reihenfolge ordre orden ordem ordine ordning rekkefolge kolejnosc порядок номер п-п 序号 编号 番号 顺序 順序 順番";
/// What speaks for something, and what against it, beside what is chosen from.
const PROS: &str = "voordeel voordelen pluspunt pluspunten pro pros pro-s advantage advantages strengths benefits fordel fordele vorteil vorteile avantage avantages ventaja \
    ventajas vantaggio vantaggi vantagem vantagens pour fordeler fordelar zalety zaleta plusy преимущества плюсы за 优点 長所 メリット";
const CONS: &str = "nadeel nadelen minpunt minpunten contra con cons con-s disadvantage disadvantages drawbacks weaknesses ulempe ulemper nachteil nachteile inconvenient \
    inconvenients desventaja desventajas svantaggio svantaggi desvantagem desvantagens contre nackdel nackdelar wady wada minusy недостатки минусы против 缺点 短所 デメリット";
/// What is compared with others of its kind in tables that are no journeys, a row or a column each.
const COMPARED: &str = "aanbieder aanbieders leverancier leveranciers alternatief alternatieven leverandor leverandorer udbyder udbydere \
    vendor vendors supplier suppliers provider providers alternative alternatives anbieter lieferant lieferanten \
    alternativen fournisseur fournisseurs proveedor proveedores fornitore fornitori fornecedor leverantor leverantorer \
    tilbyder tilbydere dostawca dostawcy merk merken brand brands marke marken marque marques maerke";
/// Who has a stake in a plan, a row each.
const STAKEHOLDERS: &str = "stakeholder stakeholders belanghebbende belanghebbenden interessent interessenter interessenten interessengruppe anspruchsgruppe \
    partie-prenante parties-prenantes parte-interesada partes-interesadas parte-interessada partes-interessadas parte-interessata parti-interessate \
    portatore-di-interesse intressent intressenter interessenter interesariusz interesariusze стейкхолдер стейкхолдеры 利益相关者 ステークホルダー";
/// The levels of logs.
const LEVELS: &str = "trace debug info notice warn warning error err fatal critical";
/// What stands before the number of a phase.
const STEPS: &str = "fase phase stap step trin deel del part";
/// What has a column of remarks in its name.
const REMARKS: &str = "feedback opmerking opmerkingen commentaar kommentar kommentarer bemaerkninger comment comments remark remarks \
    commentaire commentaires comentarios comentario commenti uwagi bemerkungen anmerkungen";
/// What has a column in its name that sums the others up, or that a teacher fills in.
const TOTALS: &str = "cijfer beoordeling docent karakter grade teacher average avg mean total sum gemiddelde gemiddeld totaal som gennemsnit samlet \
    durchschnitt summe moyenne promedio legenda legend legende tegnforklaring";
/// What is the whole name of such a column, though its words may say something else in another.
const SUMS: &str = "total average avg mean gemiddelde gemiddeld gennemsnit durchschnitt summe moyenne promedio gem gemid gemidd mean-score avg-score \
    mittel mittelwert mw schnitt snit gns gnsn gnsnit i-alt ialt sum sums som totaal totalt totals totaux totale totali totales totalen suma somma \
    soma summa sa gesamt gesamtdauer gesamtzeit insgesamt doorlooptijd-totaal total-time total-duration totale-duur totale-tijd samlet-tid \
    duree-totale duracion-total duracao-total durata-totale total-tid moy media medias medio mediana median mediaan medel medelvarde medeltal \
    genomsnitt gjennomsnitt gjsn snitt srednia srednio razem lacznie ogolem среднее средний средняя итого всего сумма 平均 平均値 平均值 合計 合计 总计 總計 总和 小計";
/// Signs that say the same.
const SUM_SIGNS: [&str; 7] = ["ø", "∅", "⌀", "σ", "∑", "x̄", "μ"];
/// What says how good something was, in figures or stars.
const RATINGS: &str = "rating ratings cijfer cijfers karakter karakterer beoordeling beoordelingen waardering waarderingen klantbeoordeling klantwaardering bewertung bewertungen \
    kundenbewertung vurdering vurderinger kundevurdering anmeldelse note notes nota notas evaluation evaluations valutazione valutazioni voto voti betyg omdome \
    sterren stjerner bedommelse bedommelser stars sterne etoiles appreciation estrellas estrelas stelle giudizio stjarnor gwiazdki gwiazdy \
    avaliacao avaliacoes calificacion calificaciones valoracion valoraciones puntuacion ocena oceny schulnote schulnoten note-scolaire znamka znamky \
    hodnoceni hodnotenie оценка оценки рейтинг 评分 評価 評点 得分";
/// What such a word may speak of that is not how good it was.
const WEIGHTS: &str = "importance important belang belangrijk vigtighed wichtigkeit importanza importancia viktighet waznosc важность 重要度 重要性 weight effort \
    moeite indsats aufwand risk risico risiko risque riesgo rischio ryzyko impact priority prioriteit prioritet prioritat difficulty moeilijkheid nps \
    cost kosten time tijd tid probability likelihood kans severity";
/// Grades of schools of which the lowest number is the best, where nothing else is said, with the highest number.
const GRADES: [(&str, f64); 2] =
    [("schulnote schulnoten schulnotensystem", 6.0), ("znamka znamky znamkovani skolni-znamka", 5.0)];
/// What says that a table goes on that began above.
const ONWARD: &str = "vervolg continued continuation cont fortsat fortsaettelse fortsaettes fortsetzung suite continuacion continuacao continua \
    seguito fortsattning forts fortsettelse ciag-dalszy cd c-d продолжение 续 続き";
/// What an explanation of signs and numbers is called.
const LEGENDS: &str = "legenda legend legende key-to-scores tegnforklaring signaturforklaring zeichenerklarung leyenda forklaring-av-tecken \
    teckenforklaring objasnienia легенда 图例 凡例";
/// What a row of words beneath scores is called, or has in its name.
const REASONS: &str = "in-woorden woorden toelichting waarom uitleg omdat med-ord begrundelse forklaring hvorfor in-words words why \
    explanation reason because";

/// Whether a name says no more than that there are phases, stages or lanes.
pub fn of_corners(name: &str) -> bool {
    let key = spelled(name);
    let corner = |word: &str| has(PHASES, word) || has(CORNERS, word) || has(STAGES, word);
    key.split('-').any(corner) && key.split('-').all(|word| corner(word) || has(NAMES, word) || has(WHOSE, word))
}

/// Whether a name says that there are phases or stages, and not only that there are moments or lanes.
pub fn says_phases(name: &str) -> bool {
    of_corners(name) && spelled(name).split('-').any(|word| has(PHASES, word) || has(STAGES, word))
}

/// Whether a name in the corner could say what the lanes below it are, as `Vraag` or `Vraag / fase` does, besides being one of them.
pub fn of_heads(name: &str) -> bool {
    let key = spelled(name);
    let says = |word: &str| has(HEADS, word) || has(PHASES, word) || has(STAGES, word) || has(CORNERS, word);
    key.split('-').any(|word| has(HEADS, word)) && key.split('-').all(says)
}

/// Whether a row of that name below bands of stages has the phases.
pub fn of_step_names(name: &str) -> bool {
    of_corners(name) || has(STEPS_OF_BANDS, &spelled(name))
}

/// Whether a word says that there are phases or stages.
pub fn of_phases(word: &str) -> bool {
    let word = spelled(word);
    has(PHASES, &word) || has(STAGES, &word)
}

/// Whether a name says that there are stages, which stand above phases.
pub fn of_stages(name: &str) -> bool {
    spelled(name).split('-').any(|word| has(STAGES, word) && !has(PHASES, word))
}

/// Whether a row with that name beneath the phases is one of the steps in them.
pub fn of_steps(name: &str) -> bool {
    has(STEP_ROWS, &spelled(name))
}

/// Whether a name says that there are parts of a plan that a journey can be told by: epics, sprints, milestones.
pub fn of_spans(name: &str) -> bool {
    has(SPANS, &spelled(name))
}

/// Whether a name says how far a task is, and may be that of a lane all the same: “Doing”.
pub fn is_lane_of_statuses(name: &str) -> bool {
    of_statuses(name) && near_lane(name).is_some()
}

/// Whether a column with that name tells what happens, a text a row, as trackers and logs of steps have it.
pub fn of_stories(name: &str) -> bool {
    has(STORIES, &spelled(name))
}

/// Whether a name is that of a band.
pub fn of_bands(name: &str) -> bool {
    has(BANDS, &key(name))
}

/// Whether a name asks or says when.
pub fn of_whens(name: &str) -> bool {
    has(WHENS, &spelled(name))
}

/// Whether a name says that there are times of a day.
pub fn of_clocks(name: &str) -> bool {
    has(CLOCKS, &spelled(name))
}

/// Whether a text says how far a task is.
pub fn of_statuses(name: &str) -> bool {
    has(STATUSES, &key(name))
}

/// Whether a name belongs in a list of people, not in a journey.
pub fn of_lists(name: &str) -> bool {
    has(LISTS, &key(name))
}

/// Whether a name belongs in a plan or the like.
pub fn of_plans(name: &str) -> bool {
    has(PLANS, &key(name))
}

/// Whether a name speaks of moods, experience or satisfaction, or says that there are signs: `(++ / --)`, `(-2 … +2)`.
pub fn of_moods(name: &str) -> bool {
    let key = spelled(name);
    let signed = name.contains('+') && name.contains(['-', '−', '–']);
    signed || HOWS.iter().any(|how| key.starts_with(how)) || MOODS.split_whitespace().any(|stem| key.contains(stem))
}

/// Whether a name is that of a column of titles.
pub fn of_names(name: &str) -> bool {
    key(name).split('-').any(|word| has(NAMES, word))
}

/// Whether a name says no more than that names or titles stand there.
pub fn is_name(name: &str) -> bool {
    has(NAMES, &spelled(name))
}

/// Whether a name belongs in a list of people and in no list of what happens, as `Name` does.
pub fn of_people(name: &str) -> bool {
    of_lists(name) && !is_name(name)
}

/// Whether a column with that name holds the lists of a board of cards.
pub fn of_boards(name: &str) -> bool {
    has(BOARDS, &key(name))
}

/// Whether a column with that name holds the texts of a list.
pub fn of_texts(name: &str) -> bool {
    has(TEXTS, &spelled(name))
}

/// Whether a name is one that logs and registers have in their header.
pub fn of_registers(name: &str) -> bool {
    let head = name.split(['(', ':', '?']).next().unwrap_or_default();
    has(REGISTERS, &key(head)) || name.contains('_') && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// Whether a name is that of an entry in a log or a list: a day or a time, letters and a number of several digits, `REQ-001`, an id, `R1`,
/// or a level, `WARN`.
pub fn of_entries(name: &str) -> bool {
    let code = || {
        let capitals = name.bytes().take_while(u8::is_ascii_uppercase).count();
        let rest = name.get(capitals..).unwrap_or_default().trim_start_matches(['-', '_', '.', '#']);
        (1..=5).contains(&capitals) && !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit())
    };
    if code() || has(LEVELS, &key(name)) {
        return true;
    }

    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (letters, number) = name.split_at(name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len()));
    let numbered = number.len() >= 2 && digits(number) && letters.len() <= 8 && letters.ends_with(['-', '_', '#']);
    let dated = || name.split([' ', 'T']).next().and_then(days::read).is_some();
    numbered || dated()
}

/// Whether a name says that what speaks for something stands there.
pub fn of_pros(name: &str) -> bool {
    has(PROS, &spelled(name))
}

/// Whether a name says that what speaks against something stands there.
pub fn of_cons(name: &str) -> bool {
    has(CONS, &spelled(name))
}

/// Whether a name in the corner says that the names beside or below it are compared: competitors, suppliers.
pub fn of_compared(name: &str) -> bool {
    has(COMPARED, &spelled(name)) || of_competitors(name)
}

/// Whether a name says that somebody has a stake in something: `Stakeholder`, `Stakeholder group`.
pub fn of_stakeholders(name: &str) -> bool {
    let own = spelled(name.split(['(', '/', ':']).next().unwrap_or_default());
    has(STAKEHOLDERS, &own) || own.split_once('-').is_some_and(|(first, rest)| has(STAKEHOLDERS, first) && !rest.contains('-'))
}

/// Whether a name counts the parts of a plan: `Sprint 2`.
pub fn of_counted_spans(name: &str) -> bool {
    let own = spelled(name);
    own.split_once('-').is_some_and(|(word, number)| has(SPANS, word) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a column with that name could hold people to speak with.
pub fn of_contacts(name: &str) -> bool {
    has(CONTACTS, &spelled(name))
}

/// Whether a column with that name says when somebody answered a form.
pub fn of_stamps(name: &str) -> bool {
    has(STAMPS, &spelled(name))
}

/// Whether a name says that there are numbers, which count what stands beside them.
pub fn of_numbers(name: &str) -> bool {
    name.trim() == "#" || has(NUMBERS, &spelled(name))
}

/// Whether a column with that name is one of remarks, of a teacher or others.
pub fn of_remarks(name: &str) -> bool {
    key(name).split('-').any(|word| has(REMARKS, word) || has(TOTALS, word))
}

/// Whether a column with that name sums up the others, or is filled in by a teacher.
pub fn of_totals(name: &str) -> bool {
    key(name).split('-').any(|word| has(TOTALS, word))
}

/// Whether a name says no more than that there are sums or means.
pub fn of_sums(name: &str) -> bool {
    let sign = name.trim().to_lowercase();
    SUM_SIGNS.contains(&sign.as_str()) || has(SUMS, &spelled(name))
}

/// Whether a text begins by saying so, with a figure behind it: `Total: 8 steps`.
pub fn begins_sums(text: &str) -> bool {
    let (head, rest) = text.split_at(text.find(|c: char| c == ':' || c.is_ascii_digit()).unwrap_or(text.len()));
    of_sums(head) && (rest.is_empty() || rest.chars().any(|c| c.is_ascii_digit()))
}

/// Whether a name says that there are scores, whatever they are about.
pub fn of_scores(name: &str) -> bool {
    const SCORES: &str = "score scores punten points punktzahl puntos punkty poang poeng scoring punkte pontos punti вес балл баллы 分数 スコア 点数";
    has(SCORES, &spelled(name))
}

/// Whether a name says that what stands there is how good something was, and not how important or how much work.
pub fn of_ratings(name: &str) -> bool {
    let head = spelled(name.split(['(', ':']).next().unwrap_or_default());
    let words = || head.split('-');
    (has(RATINGS, &head) || words().any(|word| has(RATINGS, word))) && !words().any(|word| has(WEIGHTS, word))
}

/// The highest number of the grades that a name speaks of, in brackets or before them, where the lowest is the best.
pub fn best_is_lowest(name: &str) -> Option<f64> {
    let own = spelled(name);
    let is = |list: &str| has(list, &own) || own.split('-').any(|word| has(list, word));
    GRADES.iter().find(|(grades, _)| is(grades)).map(|(_, top)| *top)
}

/// Whether a text says no more than that a table goes on, with its number or not.
pub fn of_onward(text: &str) -> bool {
    let own = spelled(text);
    let says = |word: &str| has(ONWARD, word);
    let counts = |word: &str| {
        has(STEPS, word) || word.bytes().all(|byte| byte.is_ascii_digit()) || matches!(word, "teil" | "partie" | "parte")
    };
    says(&own) || own.split('-').any(says) && own.split('-').all(|word| says(word) || counts(word))
}

/// Whether a name says that what follows explains the signs and numbers of a table.
pub fn of_legends(name: &str) -> bool {
    has(LEGENDS, &spelled(name))
}

/// Whether a row with that name says why the scores above it are what they are.
pub fn of_reasons(name: &str) -> bool {
    let key = format!("-{}-", key(name));
    REASONS.split_whitespace().any(|word| key.contains(&format!("-{word}-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_whatever_their_looks() {
        assert!(of_moods("Emotionale Reise") && of_moods("Hoe sterk? (++ / --)") && of_moods("感情スコア") && !of_moods("Foo"));
        assert!(of_corners("Fase / stap") && of_corners("STAGE:") && !of_corners("Fase 1 kopen") && !of_corners(""));
        assert!(is_counted("Fase 1: zien") && is_counted("2. Boeken") && !is_counted("2 dagen") && !is_counted("Fase"));
        assert!(of_entries("REQ-001") && of_entries("2024-06-01T08:10:00.100Z") && of_entries("2024/05/14 10:02:11 AM GMT+1"));
        assert!(
            of_entries("R1")
                && of_entries("TC-07")
                && of_entries("WARN")
                && of_registers("user_id")
                && of_registers("Impact (1-5)")
        );
        assert!(
            !of_entries("Dag-1")
                && !of_entries("A4 kopen")
                && !of_registers("doel klant")
                && !of_entries("Fase 12")
                && !of_entries("1 - Dreaming")
        );
        assert!(of_corners("Which stage of the journey are you describing?") && !of_corners("Which shop?"));
        assert!(of_bands("Før") && of_bands("Tijdens:") && !of_bands("Voor de koop"));
        assert!(of_numbers("Nr.") && of_numbers("#") && of_numbers("№") && !of_numbers("Number of visitors"));
        assert_eq!(["3.", "Step 3", "步骤3", "-3", "3,5", "3 dagen"].map(number), [Some(3), Some(3), Some(3), None, None, None]);
        assert!(count(["1", "2", "3"].into_iter()) && !count(["1", "3"].into_iter()) && !count(["5", "6"].into_iter()));
        assert!(of_lists("E-mail") && of_lists("Studentnummer") && !of_lists("Naam van de winkel"));
        assert!(of_reasons("Klantbeleving – in woorden") && of_reasons("Waarom?") && !of_reasons("Woordenboek"));
    }
}
