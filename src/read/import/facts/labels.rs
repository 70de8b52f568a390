//! The words that labels of facts are, as [`spelled`](crate::journey::aliases::spelled) writes them.

use super::Field;
use crate::forms::authors;

/// The labels, in Dutch, Danish and English first, then in German, French, Spanish, Portuguese, Italian, Swedish,
/// Norwegian, Polish, Russian, Chinese and Japanese.
pub(super) const LABELS: [(Field, &str); 10] = [
    (
        Field::Title,
        "titel title naam-klantreis titel-klantreis naam-van-de-klantreis naam-reis onderwerp titel-kunderejse navn-pa-kunderejse emne \
        map-title map-name journey-title journey-name title-of-the-journey name-of-the-journey blueprint-name topic \
        thema titel-der-reise name-der-reise name-der-customer-journey titre sujet theme nom-du-parcours titre-du-parcours \
        titulo asunto tema nombre-del-viaje nombre-del-mapa assunto nome-da-jornada titulo-da-jornada titolo oggetto nome-del-viaggio \
        rubrik tittel tytul temat nazwa-mapy nazwa-podrozy название заголовок тема название-карты 标题 题目 主题 名称 旅程名称 標題 題目 主題 名稱 旅程名稱 \
        タイトル 題名 件名 テーマ ジャーニー名",
    ),
    (
        Field::Scenario,
        "scenario scenarie situatie situation szenario escenario situacion cenario situacao situazione situasjon scenariusz sytuacja \
        сценарий ситуация 场景 場景 情境 シナリオ",
    ),
    (
        Field::Organisation,
        "organisatie bedrijf merk virksomhed company organisation organization brand naam-bedrijf bedrijfsnaam naam-organisatie \
        opdrachtgever company-name organisation-name organization-name brand-name business firma unternehmen marke auftraggeber \
        entreprise societe marque nom-de-lentreprise nom-de-l-entreprise empresa marca organizacion nombre-de-la-empresa \
        organizacao nome-da-empresa azienda organizzazione nome-azienda nome-dellazienda foretag varumarke bedrift virksomhet selskap \
        organisasjon marka organizacja nazwa-firmy компания организация бренд название-компании 公司 企业 组织 品牌 公司名称 公司名稱 單位 \
        会社 会社名 企業 企業名 組織 ブランド",
    ),
    (
        Field::Authors,
        "naam namen auteur auteurs auteur-s facilitator facilitators deelnemers student studenten student-en leerling leerlingen gemaakt-door door opgesteld-door \
        ingevuld-door uitgewerkt-door geschreven-door samengesteld-door opgemaakt-door opsteller opstellers naam-auteur groepsleden teamleden naam-en \
        interviewt-door geinterviewd-door gesprek-gevoerd-door gesprekken-gevoerd-door interview-gevoerd-door interviews-gevoerd-door interviews-afgenomen-door waarnemer waarnemers \
        interviews-conducted-by interviews-by samtaler-af interviews-af interviews-gefuhrt-von gesprache-gefuhrt-von entretiens-menes-par \
        entretiens-realises-par entrevistas-realizadas-por intervjuer-av interview-door gevoerd-door geobserveerd-door genoteerd-door \
        opgetekend-door vastgelegd-door onderzoeker onderzoekers observant notulist verslag-door getekend-door \
        interviewer interviewers afgenomen-door team-leden naam-student naam-leerling namen-studenten namen-leerlingen naam-studenten naam-leerlingen naam-van-de-student je-naam \
        jullie-namen navn navne forfatter forfattere forfatter-e af deltagere lavet-af udarbejdet-af udfyldt-af skrevet-af tegnet-af elev elever studerende \
        gruppemedlemmer dit-navn jeres-navne skribent skribenter referent observator observatorer interviewet-af observeret-af noteret-af optegnet-af \
        registreret-af dokumenteret-af interview-af interview-ved referat-af \
        oprettet-af creator creators maker makers createur createurs creatrice creador creadora creadores creatore criador criadora tworca \
        name names name-s author authors author-s made-by by created-by prepared-by written-by drafted-by authored-by draft-by drawn-by compiled-by completed-by \
        recorded-by mapped-by noted-by observed-by captured-by documented-by interviewed-by interview-by conducted-by interview-conducted-by notes-by \
        researcher researchers observer observers scribe note-taker filled-in-by designed-by produced-by author-name author-names name-of-author student-name student-names student-name-s \
        name-of-student names-of-students students student-s pupil pupils pupil-s group-members team-members your-name your-names \
        full-name \
        autor autoren autorin autorinnen autor-in autor-innen verfasser verfasserin verfasserinnen verfasser-in verfasser-innen \
        verfasst-von erstellt-von ersteller erstellerin ersteller-in erstellt-durch entworfen-von erarbeitet-von bearbeitet-von ausgefullt-von \
        interview-gefuhrt-von gefuhrt-von protokolliert-von aufgezeichnet-von beobachtet-von dokumentiert-von aufgenommen-von interviewt-von interviewerin \
        interviewer-in interviewerinnen protokollant protokollantin beobachter beobachterin gemacht-von schuler schulerin schuler-in schuler-innen studentin studentinnen student-in student-innen studierende \
        gruppenmitglieder teammitglieder name-n vor-und-nachname \
        auteure auteures auteur-e auteur-e-s auteur-rice autrice autrices realise-par realisee-par redige-par ecrit-par cree-par prepare-par \
        entretien-mene-par entretien-realise-par mene-par observe-par note-par documente-par enregistre-par enqueteur enquetrice observateur observatrice \
        fait-par etabli-par elabore-par concu-par etudiant etudiante etudiants etudiant-e etudiant-e-s eleve eleves nom noms \
        nom-et-prenom nom-prenom noms-et-prenoms membres-du-groupe \
        autora autores autoras autor-a autor-es autor-a-s autor-es-as elaborado-por creado-por hecho-por realizado-por preparado-por \
        entrevista-realizada-por entrevista-hecha-por registrado-por observado-por documentado-por entrevistador entrevistadora observador observadora \
        redactado-por escrito-por estudiante estudiantes alumno alumna alumnos alumnas alumno-a alumnos-as nombre nombres nombre-s nombre-y-apellidos \
        nombre-del-estudiante nombre-del-alumno integrantes \
        criado-por feito-por desenvolvido-por estudante estudantes aluno aluna alunos alunas aluno-a nome nomes nome-s nome-do-aluno \
        nome-do-estudante \
        intervista-di osservato-da registrato-da intervistatore intervistatrice osservatore entrevista-feita-por anotado-por \
        autore autori autrici realizzato-da creato-da redatto-da scritto-da elaborato-da preparato-da fatto-da a-cura-di compilato-da studente \
        studentessa studenti nomi nome-e-cognome \
        intervjuad-av observerad-av antecknad-av dokumenterad-av nedtecknad-av intervjuare observert-av intervjuet-av notert-av intervjuer \
        namn forfattare av skapad-av skapat-av gjord-av gjort-av utarbetad-av upprattad-av framtagen-av framtaget-av framtagna-av sammanstalld-av sammanstallt-av ifylld-av skriven-av skrivet-av ert-namn ditt-namn \
        laget-av utarbeidet-av opprettet-av skrevet-av ditt-navn gruppemedlemmar \
        wywiad-przeprowadzil wywiad-przeprowadzila obserwowal obserwowala zanotowal zanotowala badacz badaczka \
        autorka autorzy autorki autor-ka imie imiona imie-i-nazwisko imiona-i-nazwiska opracowanie opracowal opracowala opracowal-a \
        opracowali opracowane-przez przygotowal przygotowala przygotowali przygotowane-przez wykonal wykonala wykonali wykonane-przez \
        stworzone-przez utworzone-przez studentka uczen uczennica uczniowie \
        автор авторы автор-ы имя имена фио ф-и-о составил составила составили составитель подготовил подготовила подготовили \
        подготовлено выполнил выполнила выполнили разработал разработала разработали создано студент студентка студенты ученик ученики \
        作者 姓名 制作 制作人 制作者 编制 编制人 编写 编写人 撰写人 创建人 创建者 绘制 学生 学生姓名 製作 製作人 製作者 編製 編寫 撰寫人 建立者 繪製 學生 學生姓名 \
        記録者 記録 インタビュアー 調査者 観察者 记录 记录人 记录者 访谈人 访谈者 观察者 записал записала исследователь \
        作成者 作成 著者 執筆者 氏名 名前 お名前 学生名 生徒名 制作担当",
    ),
    (Field::Class, authors::CLASSES),
    (
        Field::Date,
        "datum dato date inleverdatum datum-inlevering ingeleverd ingeleverd-op ingeleverd-per afleveringsdato afleveret submission-date submitted \
        submitted-on hand-in-date handed-in handed-in-on date-handed-in abgabedatum abgegeben abgegeben-am date-de-rendu date-de-remise rendu-le \
        fecha-de-entrega data-de-entrega data-di-consegna inlamningsdatum innleveringsdato data-oddania дата-сдачи 提交日期 提出日 datum-gemaakt created-on date-created fecha data fecha-de-creacion data-de-criacao data-di-creazione \
        erstellungsdatum erstellt-am datum-der-erstellung date-de-creation cree-le skapad-datum data-utworzenia дата дата-создания \
        日期 制作日期 创建日期 製作日期 建立日期 日付 作成日",
    ),
    (
        Field::Course,
        "vak project projekt fag opgave opdracht course subject assignment module course-name vak-naam naam-vak projectnaam \
        fach kurs modul kursname projet cours matiere unite-denseignement curso asignatura materia proyecto projeto disciplina \
        corso progetto insegnamento amne prosjekt przedmiot zajecia предмет курс дисциплина проект 课程 課程 科目 项目 專案 授業 授業名 講義 \
        プロジェクト プロジェクト名",
    ),
    (
        Field::Revision,
        "version versie versienummer revision revisie rev udgave versionsnummer version-number fassung versione versao wersja verze versjon \
        редакция версия 版本 バージョン",
    ),
    (
        Field::Persona,
        "persona buyer-persona target-persona primary-persona user-persona customer-persona koperspersona klantpersona primaire-persona \
        kobspersona kundepersona brugerpersona primaer-persona kauferpersona kundenpersona persona-principal persona-client personas persona-s personae personen personaer persona-er persona-naam naam-persona persona-name name-of-persona person \
        navn-persona persona-navn name-der-persona nom-du-persona nom-de-la-persona nombre-de-la-persona nome-da-persona \
        nome-della-persona personor persone persony imie-persony персона персоны персонаж персонажи 用户画像 人物 人物角色 用戶畫像 使用者畫像 人物誌 ペルソナ \
        ペルソナ名",
    ),
    (
        Field::TargetGroup,
        "doelgroep malgruppe target-group target-audience zielgruppe cible groupe-cible public-cible publico-objetivo publico-alvo \
        gruppo-target pubblico-target malgrupp grupa-docelowa целевая-аудитория 目标用户 目标群体 目標用戶 目標使用者 目標群體 ターゲット ターゲットユーザー",
    ),
];

/// What a table is called that is a journey, and no more than that: its title stands beside it.
pub(super) const JOURNEYS: &str = "journey customer-journey user-journey journey-map customer-journey-map user-journey-map cjm customer-experience-map \
    experience-map service-map patient-journey employee-journey klantreis reis klantreiskaart customer-journey-kaart kunderejse brugerrejse \
    rejse kundenreise nutzerreise parcours parcours-client parcours-utilisateur carte-du-parcours-client mapa-de-viaje-del-cliente \
    viaje-del-cliente mapa-de-experiencia jornada-do-cliente mapa-da-jornada jornada-do-usuario viaggio-del-cliente percorso-cliente \
    mappa-del-viaggio kundresa kundreise kundereise brukerreise podroz-klienta mapa-podrozy-klienta путь-клиента карта-пути-клиента карта-путешествия-клиента \
    客户旅程 客户旅程图 用户旅程 用户旅程图 顾客旅程 客戶旅程 客戶旅程圖 用戶旅程 使用者旅程 使用者旅程圖 顧客旅程 顧客旅程圖 カスタマージャーニー カスタマージャーニーマップ ジャーニーマップ \
    service-blueprint blueprint";

/// Labels that say something that a journey has no place for, so that what they label is no title.
pub(super) const OTHERS: &str = "docent docenten leraar lerares leerkracht mentor begeleider laerer underviser vejleder teacher tutor \
    periode period periode-s cijfer beoordeling karakter grade school skole opleiding uddannelse education email e-mail mail \
    studentnummer leerlingnummer week uge semester blok les lesson lektion instructie instruction opmerking let-op tip bron bronnen \
    kilde source sources deadline status pagina side page leeftijd alder age beroep woonplaats hobby hobbies \
    lehrer lehrerin lehrkraft dozent dozentin schule note quelle quellen stand enseignant enseignante professeur ecole \
    profesor profesora docente escuela fuente fuentes nota professor professora escola fonte fonti insegnante scuola \
    larare skola kalla lerer kjelde nauczyciel prowadzacy szkola ocena zrodlo преподаватель учитель школа источник \
    教师 老师 学校 来源 教師 老師 學校 來源 担当教員 先生 出典";

/// What may have taken place on the day that a label names.
pub(super) const MEETINGS: &str = "workshop workshops workshoppen werksessie sessie session sessions sessionen sesion sessao sessione sesja sesji taller \
    atelier laboratorio oficina warsztat warsztatu warsztaty verkstad bijeenkomst overleg meeting mode mote moede treffen reunion reuniao riunione \
    spotkanie spotkania interview interviews gesprek gesprekken gesprach samtale entretien entrevista intervista wywiad wywiadu observatie observation \
    bezoek visit besog besuch visite onderzoek research update updated laatste last letzte wijziging gewijzigd bijgewerkt aktualisiert rapport report";
/// What joins it to the word for a day.
pub(super) const JOINING: &str =
    "van de het der den des del la el da do dell della du di l of the for pa af til og vom von im le les";
