//! Other names by which people know the phases of the presets and the kinds of lane: “beslissings- en aankoopfase” is the phase
//! `purchase`, “communicatiemiddel” is the lane kind `touchpoint`.
//!
//! For comparing and importing only: no text of a journey is ever changed by it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::LaneKind;
use super::check::slug;
use super::terms::{Term, TermLanguage};

/// The phases of the presets: further names, besides the term in each language. A name of several words is one only as a whole.
#[rustfmt::skip]
const PHASES: [(&str, Term, &[&str]); 7] = [
    ("awareness", Term::Awareness, &["bewustwording", "besef", "bevidsthed", "kendskab"]),
    ("orientation", Term::Orientation, &["oriënteren", "verkenning", "orienteren", "orientere sig"]),
    ("consideration", Term::Consideration, &["overwegen", "afweging", "vergelijking", "vergelijken", "overveje", "sammenligning", "comparison"]),
    ("purchase", Term::Purchase, &["beslissing", "koop", "kopen", "bestelling", "beslutning", "købe", "decision", "buying"]),
    ("delivery", Term::Delivery, &["bezorging", "ontvangst", "unboxing", "uitpakken", "modtagelse"]),
    ("use", Term::Use, &["gebruiken", "levering gebruik", "anvendelse", "bruge", "levering brug", "usage", "using", "delivery use"]),
    ("loyalty", Term::Loyalty, &["ambassadeurschap", "aanbeveling", "behoud", "ambassadørskab", "anbefaling", "advocacy", "retention", "recommendation"]),
];

/// The kinds of lane: further names, besides kind and term in each language.
#[rustfmt::skip]
const LANES: [(LaneKind, &[&str]); 20] = [
    (LaneKind::Goal, &["klantdoel", "doelstelling", "wil", "wil bereiken", "kundemål", "vil", "vil opnå", "objective", "aim", "want", "does want", "business goal", "jobs to be done", "job to be done", "motivation", "motivatie", "drijfveer", "jobs", "formål", "målsætning", "wil klant bereiken", "customer intent", "intent", "intention", "purpose"]),
    (LaneKind::Action, &["activiteit", "handeling", "doe", "doen", "doet", "klantactie", "aktivitet", "gør", "gøre", "activity", "do", "doing", "does", "does do", "activities", "step", "tasks", "happens", "stap", "stappen", "gebeurt", "gebeurt er", "trin", "task", "taak", "taken", "opgave", "user steps", "klantstap", "user flow", "customer activity", "behaviour", "behavior", "gedrag", "adfærd", "hvad sker", "sker", "what happens"]),
    (LaneKind::Touchpoint, &["contactmoment", "contactpunt", "communicatiemiddel", "raakpunt", "contact", "berøringspunkt", "kontakt", "touch point", "contact moment", "contact point", "interaction", "interactie", "interaktion", "front stage", "frontstage", "frontstage action", "evidence", "physical evidence", "onstage", "onstage action", "frontstage employee action", "contactmiddel", "contactpunten", "interaction point", "kontaktflade", "kontaktflader", "waar is contact", "where happens", "waar", "waar wie", "via welk kanaal", "waar gebeurt", "hvem møder", "møder", "hvor sker", "meets", "who meet", "wie kom tegen"]),
    (LaneKind::Message, &["call to action", "content", "inhoud", "indhold"]),
    (LaneKind::Channel, &["kanal"]),
    (LaneKind::Device, &["enhed"]),
    (LaneKind::Thought, &["gedachte", "denk", "denken", "denkt", "tanke", "tænker", "does think", "thinks", "thinking", "question", "vraag", "vragen", "spørgsmål", "klantvraag", "customer question", "mindset", "gedachtegang"]),
    (LaneKind::Feeling, &["gevoel", "hoe voel", "voel", "voelt", "følelse", "føler", "does feel", "feels", "feeling", "hoe voelt", "hvordan har det", "how feels", "how does feel", "feel", "føles", "hvordan føles", "hoe voelt voor", "wat voelt"]),
    (LaneKind::Need, &["behoefte", "nodig", "does need", "wens", "wensen", "ønske", "ønsker", "wish", "requirement", "information need", "informatiebehoefte", "content need"]),
    (LaneKind::Barrier, &["pijnpunt", "knelpunt", "barrière", "drempel", "obstakel", "frustratie", "ergernis", "ergernissen", "irritatie", "probleem", "problemen", "barriere", "smertepunkt", "problem", "frustration", "pain", "pain point", "friction", "risk", "risico", "risico's", "risiko", "risici", "udfordring", "challenge", "uitdaging", "gaat mis", "waar gaat mis", "gaat fout", "waar gaat fout", "loopt tegenaan", "waar loopt tegenaan", "går galt", "hvad går galt", "goes wrong", "wrijving", "klacht", "klachten", "hindernis", "hinder", "blokkade", "bottleneck", "obstacle", "hurdle", "struggle", "painpoint", "issue", "forhindring", "frustrationer", "gnidning", "concern", "zorg", "zorgen", "bekymring", "loopt mis", "waar loopt mis", "valkuil", "valkuilen", "gets way", "stands way", "faldgrube", "pitfall", "irriteert", "lastig", "svært"]),
    (LaneKind::Opportunity, &["kans", "verbeterkans", "verbeterpunt", "verbetering", "mulighed", "forbedring", "improvement", "improvement opportunity", "idea", "idee", "ideeën", "idé", "idéer", "mitigation", "aanbeveling voor verbetering", "suggestie", "suggestion", "quick win", "how might", "beter", "kan beter", "hoe kan beter", "bedre", "kan bedre", "hvordan kan bedre", "kan gøres bedre", "how can improve", "could better", "how can better", "can better", "ideas", "solution idea", "verbeteridee", "verbeterideeën", "kansen verbetering", "beter doen", "kunnen beter doen", "hoe kunnen beter", "blive bedre", "kan blive bedre", "could improve", "improve"]),
    (LaneKind::Quote, &["citaat", "zegt", "siger", "does say", "says", "verbatim", "customer voice", "uitspraken", "udtalelse"]),
    (LaneKind::Design, &["oplossing", "løsning", "solution"]),
    (LaneKind::Value, &["waarde", "værdi", "gain", "delight", "wow moment", "toegevoegde waarde", "benefit", "voordeel", "fordel", "highlight", "highlights", "high point"]),
    (LaneKind::Backstage, &["back stage", "backstage action", "support process", "system", "systeem", "systemen", "tool", "middel", "middelen", "owner", "eigenaar", "responsible", "verantwoordelijke", "ansvarlig", "department", "afdeling", "team", "internal process", "intern proces", "interne processen", "internal action", "actie organisatie", "acties organisatie", "behind scenes", "achter schermen", "bag kulissen", "stakeholder", "stakeholders", "people involved", "betrokkenen", "betrokken afdeling", "process ownership", "employee action", "staff action", "medarbejder", "medewerker", "technology", "technologie", "teknologi"]),
    (LaneKind::Measure, &["meting", "måling", "løbende måling", "målepunkt", "measurement", "metric", "meten", "KPI", "duration", "time", "timeline", "duur", "tijd", "tid", "varighed", "importance", "belang", "vigtighed", "cost", "kosten", "omkostninger", "NPS", "conversion", "conversie", "konvertering", "success metric", "success criteria", "effort", "kpi's", "effort score", "drop off rate", "done", "probability", "likelihood", "impact"]),
    (LaneKind::Image, &["afbeelding", "plaatje", "tekening", "foto", "tegning", "picture", "drawing", "storyboard"]),
    (LaneKind::Emotion, &["emotie", "klantbeleving", "ervaring", "stemming", "emotiecurve", "emotielijn", "kundeoplevelse", "humør", "stemning", "følelseskurve", "mood", "emotion curve", "emotional state", "emotion score", "sentiment", "satisfaction", "tevredenheid", "tilfredshed", "smiley", "smileys", "gevoelscurve", "emotional curve", "emotional journey", "sentiment curve", "emotional experience", "experience score", "emotion level", "customer sentiment"]),
    (LaneKind::Text, &["notitie", "opmerking", "tekst", "bemærkning", "remark", "moment truth", "moment waarheid", "sandhedens øjeblik", "trigger", "aanleiding", "variable", "insight", "indsigt", "takeaway", "hypothesis", "hypothese", "context", "omstandigheid", "location", "locatie", "plaats", "sted", "place"]),
    (LaneKind::Expectation, &["verwacht", "forventer", "expects"]),
];

/// The kinds of lane in tables from elsewhere: German, French, Spanish, Portuguese, Italian, Swedish, Norwegian, Polish, Russian, Chinese
/// and Japanese.
#[rustfmt::skip]
const ELSEWHERE: [(LaneKind, &[&str]); 15] = [
    (LaneKind::Goal, &["ziel", "objectif", "objetivo", "meta", "obiettivo", "obiettivi", "mål", "cel", "cele", "цель", "цели", "目标", "目標", "ゴール", "ziele", "kundenziel", "kundenziele", "objectifs", "objetivos", "metas", "scopo", "用户目标", "客户目标", "顾客目标", "ユーザーの目標", "ユーザー目標", "syfte", "målsättning", "hensikt", "задача", "задачи", "цель клиента", "цели клиента", "цели пользователя", "cel klienta", "cele klienta", "cele użytkownika"]),
    (LaneKind::Action, &["handlung", "aktion", "aktivität", "acción", "acciones", "ação", "ações", "azione", "azioni", "handling", "działanie", "działania", "действие", "действия", "行为", "用户行为", "行动", "行動", "handlungen", "kundenaktion", "kundenaktionen", "aktionen", "actions", "aktiviteter", "handlingar", "handlinger", "czynności", "czynność", "kroki klienta", "действия клиента", "действия пользователя", "шаги клиента", "客户行为", "顾客行为", "用户行动", "ユーザーの行動", "行動・操作", "verhalten", "comportement", "comportamiento", "comportamento", "compiti", "tareas", "tâches", "tâche"]),
    (LaneKind::Touchpoint, &["berührungspunkt", "point contact", "punto contacto", "puntos contacto", "ponto contato", "pontos contato", "ponto contacto", "pontos contacto", "punto contatto", "punti contatto", "beröringspunkt", "punkt styku", "punkty styku", "точка контакта", "точки контакта", "触点", "接触点", "接点", "タッチポイント", "kontaktpunkte", "berührungspunkte", "points contact", "touchpointy", "punkty kontaktu", "触点渠道", "接触渠道", "タッチ ポイント", "顧客接点", "каналы контакта", "kanaler kontaktpunkter"]),
    (LaneKind::Message, &["inhalt", "contenu", "contenido", "conteúdo", "contenuto", "innehåll", "treść", "контент", "内容"]),
    (LaneKind::Channel, &["kanäle", "canal", "canaux", "canales", "canais", "canale", "canali", "kanały", "канал", "каналы", "渠道", "チャネル"]),
    (LaneKind::Thought, &["gedanke", "pensée", "pensamiento", "pensamento", "pensiero", "pensieri", "tankar", "myśli", "мысли", "想法", "思考", "gedanken", "denken", "pensées", "pensamientos", "pensamentos", "tanker", "думает", "о чём думает", "что думает клиент", "мысли клиента", "用户想法", "客户想法", "ユーザーの思考", "考え"]),
    (LaneKind::Feeling, &["gefühl", "gefühle", "ressenti", "sentimiento", "sentimento", "sentimenti", "känslor", "uczucia", "чувства", "感受", "感情", "odczucia", "用户感受", "ユーザーの感情", "気持ち", "чувства клиента", "sensaciones", "sensações", "sensazioni"]),
    (LaneKind::Emotion, &["stimmung", "émotion", "emoción", "emociones", "emoção", "emoções", "emozione", "emozioni", "känsla", "emocje", "эмоция", "эмоции", "情绪", "emotionen", "gefühlskurve", "émotions", "courbe émotionnelle", "curva emocional", "curva emotiva", "emocje klienta", "эмоции клиента", "эмоциональная кривая", "настроение", "用户情绪", "情绪曲线", "感情曲線", "stämning", "humör", "stemningskurve", "satisfacción", "satisfação", "soddisfazione", "zufriedenheit", "удовлетворенность", "满意度", "満足度", "kundenzufriedenheit", "nöjdhet", "zadowolenie"]),
    (LaneKind::Barrier, &["schmerzpunkt", "schmerzpunkte", "hürde", "point douleur", "irritant", "frein", "punto dolor", "puntos dolor", "dolor", "dolores", "dor", "dores", "punti dolenti", "problema", "problemas", "problemi", "smärtpunkt", "smärtpunkter", "problemy", "bariery", "боль", "боли", "барьеры", "проблемы", "痛点", "課題", "probleme", "hürden", "herausforderung", "herausforderungen", "points douleur", "point friction", "points friction", "irritants", "freins", "problèmes", "obstacles", "puntos fricción", "frustraciones", "frustrações", "pontos dor", "pontos críticos", "punti critici", "criticità", "ostacoli", "frustrazioni", "hinder", "utmaningar", "utfordringer", "utfordring", "problem", "ból", "bóle", "frustracje", "wyzwania", "trudności", "болевые точки", "проблемы клиента", "трудности", "препятствия", "问题", "用户痛点", "问题点", "困难", "ペインポイント", "不満", "悩み", "ペイン"]),
    (LaneKind::Need, &["bedürfnis", "bedürfnisse", "besoin", "necesidad", "necesidades", "necessidade", "bisogno", "bisogni", "potrzeba", "potrzeby", "потребности", "需求", "ニーズ", "bedarf", "besoins", "necessidades", "behov", "потребность", "потребности клиента", "用户需求", "客户需求", "期望需求"]),
    (LaneKind::Opportunity, &["chance", "möglichkeit", "opportunité", "oportunidad", "oportunidades", "oportunidade", "opportunità", "möjlighet", "mulighet", "szansa", "szanse", "możliwości", "возможности", "机会", "机会点", "機会", "möglichkeiten", "verbesserung", "verbesserungen", "verbesserungspotenzial", "ideen", "lösungsansätze", "opportunités", "pistes amélioration", "amélioration", "améliorations", "mejora", "mejoras", "oportunidades mejora", "melhoria", "melhorias", "miglioramento", "miglioramenti", "idee", "möjligheter", "förbättringar", "muligheter", "forbedringer", "pomysły", "usprawnienia", "идеи", "улучшения", "решения", "точки роста", "改进机会", "改进点", "解决方案", "改善案", "改善点", "機会・改善"]),
    (LaneKind::Expectation, &["erwartung", "attente", "expectativa", "aspettativa", "aspettative", "förväntning", "förväntningar", "oczekiwania", "ожидания", "期望", "期待", "erwartungen", "attentes", "expectativas", "forventninger", "ожидание"]),
    (LaneKind::Quote, &["zitat", "zitate", "citation", "verbatim", "citato", "цитата", "цитаты", "citat", "sitat", "cytat", "cytaty", "引用", "用户原话"]),
    (LaneKind::Backstage, &["hinter kulissen", "coulisses", "bastidores", "кулисы", "后台", "hintergrundprozesse", "интернальные процессы", "внутренние процессы", "ответственный", "后台支持", "后台行为", "バックステージ", "responsable", "responsabile", "responsável", "verantwortlich", "ansvarig", "odpowiedzialny", "负责人", "負責人", "backstage prozess", "backstage proces", "interne prozesse"]),
    (LaneKind::Text, &["auslöser", "déclencheur", "disparador", "триггер", "триггеры", "notizen", "bemerkung", "remarques", "notas", "uwagi", "примечания", "备注", "備考", "anteckningar", "notater"]),
];

/// The kinds of lane in forms, as questions and in the words of those who answer them, and what is measured, in all of these languages.
#[rustfmt::skip]
const ASKED: [(LaneKind, &[&str]); 9] = [
    (LaneKind::Goal, &["wilde", "wilde bereiken", "did want", "what did you want", "was will der kunde", "was wollte ich", "que veut le client", "qué quiere el cliente", "cosa vuole il cliente", "o que quer o cliente", "vad vill kunden", "hva vil kunden", "czego chce klient", "чего хочет клиент"]),
    (LaneKind::Action, &["deed", "gedaan", "did", "did do", "gjorde", "hvad gjorde", "process", "process step", "proces", "processtap", "processtappen", "proceso", "processo", "prozess", "prozessschritt", "prozessschritte", "skridt", "schritt", "schritte", "paso", "pasos", "passo", "passi", "passos", "steg", "krok", "kroki", "шаг", "шаги", "步骤", "ステップ", "手順", "aktioner", "was tut der kunde", "was macht der kunde", "was mache ich", "was tue ich", "was hast du gemacht", "que fait le client", "ce que fait le client", "ce que je fais", "qué hace el cliente", "qué hago", "qué hiciste", "cosa fa il cliente", "cosa faccio", "cosa hai fatto", "o que faz o cliente", "o que faço", "o que fez", "vad gör kunden", "vad gjorde du", "vad jag gör", "hva gjør kunden", "hva gjorde du", "hva jeg gjør", "co robi klient", "co robię", "что делает клиент", "что я делаю"]),
    (LaneKind::Touchpoint, &["contactmoment was er", "welk contactmoment was er", "waar had contact", "met wie had contact", "where did have contact", "with whom did have contact", "hvilket kontaktpunkt var der", "hvor var der kontakt", "welche kontaktpunkte gab es", "quel point de contact", "qué punto de contacto", "quale punto di contatto", "qual ponto de contato", "vilken kontaktpunkt", "hvilket kontaktpunkt"]),
    (LaneKind::Thought, &["dacht", "wat dacht", "did think", "tænkte", "hvad tænkte", "was denkt der kunde", "was denke ich", "que pense le client", "ce que je pense", "qué piensa el cliente", "qué pienso", "cosa pensa il cliente", "cosa penso", "o que pensa o cliente", "o que penso", "vad tänker kunden", "vad jag tänker", "hva tenker kunden", "hva jeg tenker", "co myśli klient", "co myślę", "что я думаю"]),
    (LaneKind::Feeling, &["how feel", "how do feel", "how did feel", "what do feel", "hoe voelde", "wat voelde", "wat voel", "hvordan føler", "hvordan følte", "hvad føler", "wie ich mich fühle", "wie fühle ich mich", "wie fühlt sich der kunde", "was fühle ich", "was fühlt der kunde", "comment je me sens", "comment se sent le client", "ce que je ressens", "que ressent le client", "ressentis", "cómo me siento", "cómo se siente el cliente", "qué siento", "qué siente el cliente", "come mi sento", "come si sente il cliente", "cosa provo", "cosa prova il cliente", "como me sinto", "como se sente o cliente", "o que sinto", "o que sente o cliente", "hur jag känner mig", "hur känner jag mig", "hur känner kunden", "vad känner kunden", "hvordan jeg føler meg", "hvordan føler kunden seg", "hva føler kunden", "jak się czuję", "jak się czuje klient", "co czuję", "co czuje klient", "что я чувствую", "что чувствует клиент", "как я себя чувствую"]),
    (LaneKind::Barrier, &["ging mis", "wat ging mis", "ging er mis", "wat ging er mis", "went wrong", "gik galt", "hvad gik galt", "was lief schlecht", "was ging schief", "was läuft schief", "qu'est-ce qui bloque", "ce qui bloque", "qué salió mal", "qué va mal", "cosa è andato storto", "cosa va storto", "o que correu mal", "o que deu errado", "vad gick fel", "vad går fel", "hva gikk galt", "hva går galt", "co poszło nie tak", "что пошло не так"]),
    (LaneKind::Opportunity, &["løsningsforslag", "forbedringsforslag", "forslag", "lösungsvorschlag", "lösungsvorschläge", "verbesserungsvorschlag", "verbesserungsvorschläge", "oplossingsvoorstel", "oplossingsvoorstellen", "verbetervoorstel", "verbetervoorstellen", "kon beter", "kon er beter", "kan er beter", "could have been better", "could be better", "kunne være bedre", "hvad kunne være bedre", "was könnte besser sein", "was kann verbessert werden", "que peut-on améliorer", "ce qui pourrait être mieux", "propositions", "propuestas", "propuestas de mejora", "qué se puede mejorar", "qué podría mejorar", "proposte", "cosa si può migliorare", "cosa potrebbe migliorare", "sugestões", "o que pode melhorar", "förslag", "förbättringsförslag", "lösningsförslag", "vad kan bli bättre", "hva kan bli bedre", "løsningsforslaget", "propozycje", "co można poprawić", "что можно улучшить"]),
    (LaneKind::Emotion, &["score", "scores", "cijfer", "rapportcijfer", "klantcijfer"]),
    (LaneKind::Measure, &["weight", "frequency", "frequentie", "frekvens", "difficulty", "moeilijkheid", "sværhedsgrad", "wichtigkeit", "bedeutung", "importanza", "importancia", "importância", "ważność", "важность", "viktighet", "重要度", "重要性", "dauer", "durée", "duración", "durata", "duração", "varaktighet", "czas", "czas trwania", "время", "длительность", "所要時間", "時間", "时间", "耗时", "zeit", "coût", "costo", "coste", "custo", "kostnad", "koszt", "стоимость", "成本", "費用", "häufigkeit", "fréquence", "frecuencia", "frequenza", "frequência", "częstotliwość", "частота", "频率", "頻度", "schwierigkeit", "difficulté", "dificultad", "difficoltà", "dificuldade", "aufwand", "impatto", "impacto"]),
];

/// Further names of lanes in all of these languages, as people write them above columns and ask them in forms.
#[rustfmt::skip]
const FURTHER: [(LaneKind, &[&str]); 9] = [
    (LaneKind::Goal, &["目的", "用户目的", "达成目标", "やりたいこと", "達成したいこと", "顧客の目的", "ユーザーの目的", "doelen en wensen", "wat wil bereiken", "wil weten", "wants", "wants achieve", "ønsker opnå", "cosa vuole", "qué quiere", "o que quer", "czego chce", "чего хочет"]),
    (LaneKind::Touchpoint, &["frontstage staff action", "staff action frontstage", "employee action frontstage", "onstage staff action", "visible staff action", "visible employee action", "frontstage medewerkers", "actie medewerker frontstage", "medewerker frontstage", "frontstage medarbejdere", "medarbejder frontstage", "medarbejderhandling frontstage", "mitarbeiter frontstage", "contact avec client", "顾客接触点", "用户触点", "客户触点", "前台", "前台行为", "顧客との接点", "フロントステージ"]),
    (LaneKind::Backstage, &["staff action backstage", "backstage staff action", "employee action backstage", "backstage employee action", "invisible staff action", "actie medewerker backstage", "medewerker backstage", "medarbejder backstage", "medarbejderhandling backstage", "mitarbeiter backstage", "processi interni", "procesos internos", "processos internos", "processus internes", "interna processer", "procesy wewnętrzne", "担当部署", "担当"]),
    (LaneKind::Thought, &["wat gaat er door heen", "wat gaat door hoofd", "hvad tænker", "woran denkt", "que pense", "qué piensa", "cosa pensa", "o que pensa", "co myśli", "что думает", "顾客想法", "心の声", "思っていること", "考えていること"]),
    (LaneKind::Quote, &["wat zeggen", "citat fra kunde", "que dit", "qué dice", "cosa dice", "o que diz", "co mówi", "что говорит"]),
    (LaneKind::Feeling, &["wie fühlt sich", "como se siente", "come si sente", "como se sente", "jak się czuje", "что чувствует"]),
    (LaneKind::Emotion, &["hoe blij", "hoe blij was", "hoe blij ben", "hoe blij waren", "hoe tevreden", "hoe tevreden was", "hoe tevreden ben", "hoe tevreden waren", "hoe leuk was", "hoe leuk vond", "hoe fijn was", "hoe fijn vond", "hoe beleefde", "how happy", "how happy are", "how happy were", "how happy was", "how satisfied", "how satisfied are", "how satisfied were", "how satisfied was", "how would rate", "how did rate", "hvor glad var", "hvor glad er", "hvor tilfreds var", "hvor tilfreds er", "hvor fornøyd var", "hvor fornøyd er", "wie zufrieden warst", "wie zufrieden waren", "wie zufrieden bist", "wie zufrieden ist", "wie glücklich warst", "wie glücklich bist", "à quel point étiez satisfait", "niveau satisfaction", "qué tan feliz", "qué tan satisfecho", "qué tan contento", "cómo satisfecho", "quanto eri felice", "quanto eri soddisfatto", "quanto è soddisfatto", "quão feliz", "quão satisfeito", "hur nöjd var", "hur nöjd är", "hur glad var", "hur glad är", "jak bardzo zadowolony", "poziom zadowolenia", "насколько довольны", "уровень удовлетворенности", "满意程度", "满意度评分", "情绪评分", "満足度スコア", "感情スコア"]),
    (LaneKind::Barrier, &["gaat er mis", "wat gaat er mis", "gaat er fout", "ging er fout", "loopt er mis", "wat stoort", "stoort", "waar loopt vast", "loopt vast", "obstakels", "barrera", "barreras", "obstáculo", "obstáculos", "dificultades", "barreira", "barreiras", "obstacolo", "barriera", "barriär", "barriärer", "svårigheter", "utmaning", "hindring", "hindringer", "przeszkoda", "przeszkody", "bariera", "utrudnienia", "барьер", "препятствие", "сложности", "障碍", "阻碍", "困扰", "障壁", "困りごと", "お困りごと", "不便", "不満点", "ストレス", "was nervt", "was stört", "stolperstein", "stolpersteine", "schwierigkeiten", "ärgernis", "ärgernisse", "blocage", "blocages", "points blocage", "points bloquants", "points noirs", "points faibles", "goes wrong for", "gets in way", "what annoys", "annoyances"]),
    (LaneKind::Opportunity, &["kan beter doen", "beter kunnen", "kan verbeteren", "kan verbeterd worden", "kunnen verbeteren", "verbetermogelijkheden", "could do better", "can do better", "should do better", "can improve", "should improve", "could be improved", "can be improved", "kan gøre bedre", "kunne gøre bedre", "kan forbedre", "kan forbedres", "kunne forbedres", "forbedringsidé", "forbedringsidéer", "forbedringsmuligheder", "verbesserungsidee", "verbesserungsideen", "verbesserungschancen", "verbesserungsmöglichkeiten", "optimierung", "optimierungen", "optimierungspotenzial", "optimierungsideen", "was kann besser machen", "was könnte besser machen", "was könnte besser tun", "was kann verbessern", "was könnte verbessern", "axes amélioration", "axe amélioration", "piste amélioration", "idées", "idées amélioration", "que peut améliorer", "que pourrait améliorer", "que peut mieux faire", "comment améliorer", "ideas mejora", "áreas mejora", "puntos mejora", "qué puede mejorar", "qué podría mejorar", "qué puede hacer mejor", "cómo mejorar", "ideias", "ideias melhoria", "pontos melhoria", "pode melhorar", "o que poderia melhorar", "o que pode fazer melhor", "idee miglioramento", "aree miglioramento", "spunti miglioramento", "cosa può migliorare", "cosa potrebbe migliorare", "cosa può fare meglio", "förbättringsidéer", "förbättringsmöjligheter", "vad kan göra bättre", "vad kan förbättra", "vad kan förbättras", "forbedringsideer", "forbedringsmuligheter", "hva kan gjøre bedre", "hva kan forbedre", "pomysły na ulepszenia", "pomysły na poprawę", "propozycje ulepszeń", "ulepszenia", "co może poprawić", "co może zrobić lepiej", "co można ulepszyć", "идеи улучшений", "идеи по улучшению", "предложения", "рекомендации", "что можно сделать лучше", "что может улучшить", "建议", "优化建议", "改进建议", "改善建议", "改进措施", "优化点", "对策", "施策", "施策案", "対策", "改善", "改善策", "改善アイデア", "解決策", "打ち手", "アイデア"]),
];

/// Words that say nothing of which phase or lane it is.
const FILLERS: &str = "a af and bij customer customers das de den der det een elke en et for hele het hij i in is klant klanten kunde \
                       kunden kundens kundes naar of og om on or s the they to van voor ved wat what hvad your ze zij \
                       are deze har has have heb heeft hebben hvilke this welke welk which zijn ik je jeg jij me mij my vi we wij zich \
                       bezoeker bezoekers consument gast gasten gebruiker gebruikers leerling leerlingen patient reiziger \
                       reizigers key top main biggest brand marketing belangrijkste grootste vigtigste storste du des del della da di las los le les \
                       client clients cliente clientes kunde usuario usuarios usuaria utente utenti dell dello klienta klient uzytkownika kundes kunder kundens brukeren bruker anvandare anvandarens d l you u uw she he her his their our its hun haar deres hendes hans клиента пользователя utilisateurs utilisateur besogende brugeren gaesten gaestens guest user users visitor visitors";
/// A phase may say that it is one: as a word of its own, or joined to another.
const PHASE: [&str; 8] = ["fase", "fasen", "fases", "faser", "faserne", "phase", "phases", "stage"];
/// What a word may end in besides the name: a plural, or what joins it to the next part of a compound.
const ENDINGS: [&str; 6] = ["s", "n", "en", "r", "er", "ne"];

static PHASE_NAMES: LazyLock<Names<&'static str>> = LazyLock::new(|| {
    Names::new(
        PHASES.into_iter().flat_map(|(id, term, names)| term_names(term).chain(names.to_vec()).map(move |name| (id, name))),
    )
});

static LANE_NAMES: LazyLock<Names<LaneKind>> = LazyLock::new(|| {
    let own = LaneKind::ALL.iter().flat_map(|kind| term_names(kind.term()).chain([kind.name()]).map(|name| (*kind, name)));
    Names::new(
        own.chain(
            LANES
                .into_iter()
                .chain(ELSEWHERE)
                .chain(ASKED)
                .chain(FURTHER)
                .flat_map(|(kind, names)| names.iter().map(move |name| (kind, *name))),
        ),
    )
});

/// The words with which a question begins.
const ASKS: &str =
    "wat waar hoe what where how hvad hvor hvordan was wo wie que comment como cosa come o vad hur hva co jak что как где";

/// What a question asks for that means the same whoever it is about, what goes wrong and what could be better: “Wat kan de praktijk beter
/// doen?”.
fn of_anybody_asked(name: &str) -> Option<LaneKind> {
    let begins = spelled(name).split('-').next().is_some_and(|first| ASKS.split(' ').any(|word| word == first));
    let found = LANE_NAMES.find_around(name).filter(|_| begins || name.trim_end().ends_with('?'));
    found.filter(|kind| matches!(kind, LaneKind::Barrier | LaneKind::Opportunity))
}

/// The phase of the presets that a name stands for, by its id there.
///
/// Case, accents, punctuation, numbers and the word “phase” do not count; several names of one phase are that phase.
///
/// ```
/// use klantreis::journey::aliases::phase;
/// assert_eq!(phase("5. Leverings- en gebruiksfase"), Some("use"));
/// assert_eq!(phase("De auto ophalen"), None);
/// ```
#[must_use]
pub fn phase(name: &str) -> Option<&'static str> {
    PHASE_NAMES.find(name)
}

/// The kind of lane that a name stands for.
///
/// ```
/// use klantreis::journey::{LaneKind, aliases::lane};
/// assert_eq!(lane("Touchpoint / communicatiemiddel"), Some(LaneKind::Touchpoint));
/// ```
#[must_use]
pub fn lane(name: &str) -> Option<LaneKind> {
    LANE_NAMES.find(name).filter(|_| !is_nth_step(name))
}

/// Whether a name counts steps, which are then phases: `Stap 3` is no lane as `Stap` is.
fn is_nth_step(name: &str) -> bool {
    let spelled = spelled(name);
    let (first, rest) = spelled.split_once('-').unwrap_or_default();
    ["step", "stap", "trin"].contains(&first) && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// The phase that a name was meant to stand for: as [`phase`] has it, with slips of the pen in long words forgiven.
///
/// ```
/// use klantreis::journey::aliases::near_phase;
/// assert_eq!(near_phase("Orientaite"), Some("orientation"));
/// assert_eq!(near_phase("Koken"), None, "another word for other things");
/// ```
#[must_use]
pub fn near_phase(name: &str) -> Option<&'static str> {
    let head = name.split(['(', ':']).next().unwrap_or_default();
    let find = |name: &str| PHASE_NAMES.find(name).or_else(|| PHASE_NAMES.find_slip(name));
    find(name).or_else(|| find(head))
}

/// The kind of lane that a name was meant to stand for: as [`lane`] has it, with slips of the pen in long words forgiven, and
/// by what stands before a colon, dash or parenthesis.
///
/// ```
/// use klantreis::journey::{LaneKind, aliases::near_lane};
/// assert_eq!(near_lane("Touchpiont"), Some(LaneKind::Touchpoint));
/// assert_eq!(near_lane("Emotie (van −2 tot +2)"), Some(LaneKind::Emotion));
/// ```
#[must_use]
pub fn near_lane(name: &str) -> Option<LaneKind> {
    if is_nth_step(name) {
        return None;
    }
    let head = name.split(['(', ':', '?', '–', '—', '\n']).next().unwrap_or_default();
    let names = [name, head];
    let mut slips = names.iter().filter_map(|name| LANE_NAMES.find_slip(name));
    let known = names.iter().find_map(|name| LANE_NAMES.find(name));
    known.or_else(|| of_anybody(name)).or_else(|| slips.next()).or_else(|| of_anybody_asked(name))
}

/// What a name asks of people, whoever they are: “What visitors think”.
fn of_anybody(name: &str) -> Option<LaneKind> {
    const MOST: usize = 4;
    const ASKED: [(LaneKind, &str, &str); 3] =
        [(LaneKind::Thought, "what", "think"), (LaneKind::Quote, "what", "say"), (LaneKind::Feeling, "how", "feel")];
    let spelled = spelled(name);
    let words: Vec<&str> = spelled.split('-').collect();
    let asks = |asked: &&(LaneKind, &str, &str)| words.first() == Some(&asked.1) && words.last() == Some(&asked.2);
    ASKED.iter().find(asks).filter(|_| (3..=MOST).contains(&words.len())).map(|(kind, ..)| *kind)
}

/// A name as ids are made from it: small letters and digits of ASCII, with hyphens between the words. Empty when nothing is left.
pub(crate) fn key(name: &str) -> String {
    slug(name)
}

/// The id of a preset's phase, or the name of a kind of lane, that a name stands for.
#[must_use]
pub fn canonical(name: &str) -> Option<&'static str> {
    phase(name).or_else(|| lane(name).map(LaneKind::name))
}

fn term_names(term: Term) -> impl Iterator<Item = &'static str> {
    TermLanguage::ALL.iter().map(move |language| term.text(*language))
}

/// What each name stands for, by its words; and every word of a name.
struct Names<T> {
    meant: BTreeMap<String, T>,
    words: BTreeSet<String>,
}

impl<T: Copy + PartialEq> Names<T> {
    fn new(names: impl Iterator<Item = (T, &'static str)>) -> Self {
        let meant: BTreeMap<_, _> =
            names.map(|(meant, name)| (words(name).join(" "), meant)).filter(|(name, _)| !name.is_empty()).collect();
        let words = meant.keys().flat_map(|name| name.split(' ')).map(str::to_owned).collect();
        Self { meant, words }
    }

    fn find(&self, name: &str) -> Option<T> {
        self.find_words(&words(name))
    }

    /// The same with slips in its words mended.
    fn find_slip(&self, name: &str) -> Option<T> {
        let words = words(name);
        let mended: Vec<_> = words.iter().map(|word| self.mended(word).unwrap_or(word).to_owned()).collect();
        (mended != words).then(|| self.find_words(&mended)).flatten()
    }

    /// What a name says without the words that nobody knows, where these are one or two.
    fn find_around(&self, name: &str) -> Option<T> {
        const MOST: usize = 2;
        let words = words(name);
        let known: Vec<String> = words.iter().filter(|word| self.words.contains(self.stem(word))).cloned().collect();
        let around = known.len() > 1 && (1..=MOST).contains(&(words.len() - known.len()));
        around.then(|| self.meant.get(&known.join(" ")).copied()).flatten()
    }

    /// The word of a name that this one is a slip of: it begins with the same letter, and the longer the word, the more is forgiven.
    /// In words of less than seven letters two letters may have changed places and no more: one letter makes another word of them.
    fn mended(&self, word: &str) -> Option<&str> {
        const SHORTEST: usize = 5;
        const LONGEST: usize = 30;
        if !(SHORTEST..=LONGEST).contains(&word.len()) || !word.is_ascii() || self.words.contains(self.stem(word)) {
            return None;
        }
        let stems = || [word].into_iter().chain(ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)));
        let alike = |known: &str, stem: &str| {
            let length = known.len().min(stem.len());
            let (most, swapped) =
                (if length < 12 { 1 } else { 2 }, known.len() == stem.len() && strsim::hamming(known, stem) == Ok(2));
            length >= SHORTEST
                && known.len().abs_diff(stem.len()) <= most
                && known.as_bytes().first() == stem.as_bytes().first()
                && (length > 6 || swapped)
                && strsim::damerau_levenshtein(known, stem) <= most
        };
        self.words.iter().find(|known| stems().any(|stem| alike(known, stem))).map(String::as_str)
    }

    fn find_words(&self, words: &[String]) -> Option<T> {
        let stems: Vec<_> = words.iter().map(|word| self.stem(word)).collect();
        let shortest: Vec<_> = words.iter().map(|word| self.shortest(word)).collect();
        let whole = [words.join(" "), stems.join(" "), shortest.join(" ")];
        whole.iter().find_map(|name| self.meant.get(name)).copied().or_else(|| {
            let mut meant = stems.iter().map(|word| self.meant.get(*word).copied());
            let first = meant.next()??;
            meant.all(|next| next == Some(first)).then_some(first)
        })
    }

    /// The shortest such word, where a plural is part of another name: `point` of `points`.
    fn shortest<'w>(&self, word: &'w str) -> &'w str {
        let stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).filter(|stem| self.words.contains(*stem));
        stems.min_by_key(|stem| stem.len()).unwrap_or(word)
    }

    /// The word of a name from which this one only differs by its ending, if there is one.
    fn stem<'w>(&self, word: &'w str) -> &'w str {
        let stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
        [word].into_iter().chain(stems).find(|stem| self.words.contains(*stem)).unwrap_or(word)
    }
}

/// A name in small letters of ASCII, or of its own script where it has none of those, with hyphens between the words and around numbers.
pub(crate) fn spelled(name: &str) -> String {
    let slug = slug(name);
    if slug.bytes().any(|byte| byte.is_ascii_lowercase()) || !name.chars().any(char::is_alphabetic) {
        return slug;
    }
    let mut words = vec![String::new()];
    let mut before = ' ';
    for character in name.chars() {
        let breaks = character.is_ascii_digit() != before.is_ascii_digit();
        if breaks || !character.is_alphanumeric() {
            words.push(String::new());
        }
        if character.is_alphanumeric() {
            words.last_mut().into_iter().for_each(|word| word.extend(character.to_lowercase()));
        }
        before = character;
    }
    words.retain(|word| !word.is_empty());
    words.join("-")
}

/// A name with its elided words apart: `d’amélioration`, `dell’utente`.
fn parted(name: &str) -> String {
    const ELIDED: [&str; 5] = ["d", "l", "dell", "all", "nell"];
    let word = |word: &str| {
        let parts = word.split_once(['\'', '’']);
        let elided = parts.filter(|(before, _)| ELIDED.iter().any(|elided| before.eq_ignore_ascii_case(elided)));
        elided.map_or_else(|| word.to_owned(), |(before, rest)| format!("{before} {rest}"))
    };
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// The words that count, in small letters, without what says that it is a phase.
fn words(name: &str) -> Vec<String> {
    let slug = spelled(&parted(name));
    let is_filler = |word: &str| FILLERS.split_whitespace().any(|filler| filler == word);
    // “Onstage” says more than “on”.
    let bare =
        |word: &'_ str| PHASE.iter().find_map(|phase| word.strip_suffix(phase)).filter(|rest| !is_filler(rest)).map(str::len);
    let words = slug.split('-').map(|word| bare(word).and_then(|length| word.get(..length)).unwrap_or(word));
    let says = |word: &&str| {
        let number = word.bytes().all(|byte| byte.is_ascii_digit());
        !number && !is_filler(word)
    };
    words.filter(says).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_names_of_the_lesson_are_known() {
        for (name, id) in [
            ("Bewustzijnsfase", "awareness"),
            ("1. BEWUSTZIJN FASE / AWARENESS FASE", "awareness"),
            ("Oriëntatiefase", "orientation"),
            ("orientatie fase", "orientation"),
            ("Overwegingsfase", "consideration"),
            ("Consideration (overweging fase)", "consideration"),
            ("Beslissingsfase/aankoopfase", "purchase"),
            ("4.Beslissings- en aankoopfase", "purchase"),
            ("Delivery/unboxing (bezorging fase)", "delivery"),
            ("5. Leverings- en gebruiksfase", "use"),
            ("gebruikfase", "use"),
            ("Loyaliteitsfase en ambassadeurschap", "loyalty"),
            ("Opmærksomhedsfasen", "awareness"),
            ("Købsfase (beslutning)", "purchase"),
            ("Leverings- og brugsfasen", "use"),
            ("The Purchase Phase", "purchase"),
            ("Loyalty & advocacy", "loyalty"),
        ] {
            assert_eq!(phase(name), Some(id), "{name}");
            assert_eq!(canonical(name), Some(id), "{name}");
        }
    }

    #[test]
    fn the_rows_of_the_lesson_are_known() {
        for (name, kind) in [
            ("Doel klant", LaneKind::Goal),
            ("Wat is het doel van de klant", LaneKind::Goal),
            ("Activiteit", LaneKind::Action),
            ("Acties van de klant", LaneKind::Action),
            ("Touchpoints", LaneKind::Touchpoint),
            ("touchpoint / communicatiemiddel", LaneKind::Touchpoint),
            ("Contactmomenten", LaneKind::Touchpoint),
            ("Pain points", LaneKind::Barrier),
            ("Muligheder", LaneKind::Opportunity),
            ("Klantbeleving (emotie)", LaneKind::Emotion),
            ("Waardevolle beleving", LaneKind::Value),
            ("Løbende måling", LaneKind::Measure),
        ] {
            assert_eq!(lane(name), Some(kind), "{name}");
            assert_eq!(canonical(name), Some(kind.name()), "{name}");
        }
    }

    #[test]
    fn slips_of_the_pen_are_forgiven_and_other_words_are_not_taken_for_slips() {
        for (name, id) in [
            ("Orientaite", Some("orientation")),
            ("2. Overwegingfase", Some("consideration")),
            ("Bewustzjin", Some("awareness")),
            ("Loyalitiet", Some("loyalty")),
            ("AANKOOP (week 3)", Some("purchase")),
            ("Gebruik: thuis", Some("use")),
            ("(week 3)", None),
            ("Koken", None),
            ("Lopen", None),
            ("Verzorging", None),
            ("Kennismaken", None),
            ("Bestellen", None),
        ] {
            assert_eq!(near_phase(name), id, "{name}");
        }
        for (name, kind) in [
            ("Touchpiont", Some(LaneKind::Touchpoint)),
            ("Comunicatiemiddelen", Some(LaneKind::Touchpoint)),
            ("Doel: wat wil de klant bereiken?", Some(LaneKind::Goal)),
            ("Emotie (van −2 tot +2)", Some(LaneKind::Emotion)),
            ("Wat wil de klant?", Some(LaneKind::Goal)),
            ("What does the customer do?", Some(LaneKind::Action)),
            ("Hvad gør kunden", Some(LaneKind::Action)),
            ("Wat doen ze?", Some(LaneKind::Action)),
            ("Wat zijn de pijnpunten in deze fase?", Some(LaneKind::Barrier)),
            ("Wat doet de organisatie?", None),
            ("Emoite", Some(LaneKind::Emotion)),
            ("Folder", None),
            ("Hoe voel ik me?", Some(LaneKind::Feeling)),
            ("Sfeer", None),
            ("Wie helpt er?", None),
            ("Kasten", None),
            ("Stap", Some(LaneKind::Action)),
            ("Stap 3: betalen", None),
            ("Key Pain Points", Some(LaneKind::Barrier)),
            ("Wat gebeurt er", Some(LaneKind::Action)),
            ("Точки контакта", Some(LaneKind::Touchpoint)),
            ("Puntos de contacto", Some(LaneKind::Touchpoint)),
            ("Onze hobby's", None),
            ("Wat gaat er mis?", Some(LaneKind::Barrier)),
            ("Wat gaat er mis bij de balie?", Some(LaneKind::Barrier)),
            ("Wat kan de praktijk beter doen?", Some(LaneKind::Opportunity)),
            ("What could the airline do better?", Some(LaneKind::Opportunity)),
            ("What they think", Some(LaneKind::Thought)),
            ("What visitors say", Some(LaneKind::Quote)),
            ("Think", None),
            ("What the committee of the board might think", None),
            ("Verbesserungsideen", Some(LaneKind::Opportunity)),
            ("Pistes d’amélioration", Some(LaneKind::Opportunity)),
            ("Barreras", Some(LaneKind::Barrier)),
            ("Opportunità di miglioramento", Some(LaneKind::Opportunity)),
            ("目的", Some(LaneKind::Goal)),
            ("1. 目的：", Some(LaneKind::Goal)),
            ("施策", Some(LaneKind::Opportunity)),
            ("对策", Some(LaneKind::Opportunity)),
            ("Hoe blij was je?", Some(LaneKind::Emotion)),
            ("Hvor tilfreds var du?", Some(LaneKind::Emotion)),
            ("Wie zufrieden warst du?", Some(LaneKind::Emotion)),
            ("Staff actions (frontstage)", Some(LaneKind::Touchpoint)),
            ("Staff actions (backstage)", Some(LaneKind::Backstage)),
            ("Staff actions", Some(LaneKind::Backstage)),
        ] {
            assert_eq!(near_lane(name), kind, "{name}");
        }
    }

    #[test]
    fn names_of_nothing_or_of_two_things_stand_for_nothing() {
        for name in
            ["", "…", "Fase 1", "De klant", "De auto ophalen", "Bewustzijn en aankoop", "Doel en actie", "Покупка", "-- 3 --"]
        {
            assert_eq!(canonical(name), None, "{name}");
        }
    }

    #[test]
    fn terms_are_known_in_every_language_and_no_name_means_two_things() {
        for (id, term, _) in PHASES {
            assert!(term_names(term).all(|name| phase(name) == Some(id) && lane(name).is_none()), "{id}");
        }
        for kind in LaneKind::ALL {
            assert!(term_names(kind.term()).all(|name| lane(name) == Some(*kind) && phase(name).is_none()), "{kind:?}");
        }
        let phases = PHASES.iter().flat_map(|(id, _, names)| names.iter().map(|name| (*id, *name)));
        let lanes = LANES
            .iter()
            .chain(&ELSEWHERE)
            .chain(&ASKED)
            .chain(&FURTHER)
            .flat_map(|(kind, names)| names.iter().map(|name| (kind.name(), *name)));
        let clear = |meant: &str, name: &str| canonical(name) == Some(meant) && (phase(name).is_none() || lane(name).is_none());
        let unclear: Vec<_> = phases.chain(lanes).filter(|(meant, name)| !clear(meant, name)).collect();
        assert!(unclear.is_empty(), "{unclear:?}");
    }
}
