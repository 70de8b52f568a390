//! What columns are called that stand beside the phases of a table: before them what explains its lanes, behind them what is said about it.

use crate::journey::aliases::{has, spelled};

/// What explains the lanes, in a column between their names and the phases, as templates have it.
const GUIDES: &str = "guiding-question guiding-questions key-question key-questions helper-question prompt prompts hint hints tip guidance instruction \
    instructions explanation description definition meaning what-is-this what-to-write how-to-fill-in example examples type who icon toelichting uitleg \
    omschrijving beschrijving betekenis voorbeeld voorbeelden instructie instructies hulpvraag hulpvragen richtvraag richtvragen wie soort icoon \
    pictogram beskrivelse forklaring vejledning eksempel eksempler hjaelpesporgsmal hvem ikon leitfrage leitfragen beschreibung erklarung \
    erlauterung hinweis hinweise anleitung beispiel beispiele wer typ symbol consigne consignes explication explications exemple exemples \
    question-guide questions-guides qui icone pregunta-guia preguntas-guia descripcion explicacion ejemplo instrucciones quien tipo icono \
    pergunta-orientadora descricao explicacao exemplo instrucoes quem domanda-guida descrizione spiegazione esempio istruzioni chi icona \
    ledfraga exempel instruktion vem veiledning veiledende-sporsmal opis objasnienie wyjasnienie przyklad instrukcja kto пояснение описание \
    пример вопрос-подсказка 说明 說明 描述 示例 引导问题 引導問題 説明 例 問い";
/// What says where a table has it from, whose it is and how far it is, in its last columns: no phase is called so.
const SOURCES: &str = "source sources data-source bron bronnen databron kilde kilder datakilde quelle quellen datenquelle fonte fonti fontes fuente fuentes kalla \
    kallor zrodlo zrodla источник источники 来源 來源 出典 owner owners eigenaar ejer eier agare wlasciciel propietario proprietario proprietaire \
    responsible responsibility verantwoordelijke verantwoordelijk ansvarlig ansvarig verantwortlich zustandig responsable responsabile responsavel \
    odpowiedzialny ответственный 负责人 負責人 担当 担当者 status stand statut estado stato stan статус 状态 狀態 ステータス toelichting observaciones observacoes \
    osservazioni";
/// What else is said there, or is still to be done, and may seldom be a phase.
const SIDES: &str = "evidence bewijs bewijzen belaeg dokumentation nachweis preuve preuves evidencia evidencias prova prove who wie hvem wer qui quien quem chi vem kto \
    team teams action-points action-point actiepunt actiepunten handlingspunkter aktionspunkte to-do to-dos todo todos next-steps next-step next-actions \
    vervolgstap vervolgstappen vervolgactie vervolgacties volgende-stappen naeste-skridt naeste-trin nachste-schritte prochaines-etapes proximos-pasos \
    siguientes-pasos proximos-passos prossimi-passi nasta-steg neste-steg nastepne-kroki open-questions questions open-vragen vragen sporgsmal abne-sporgsmal \
    fragen offene-fragen preguntas perguntas domande fragor pytania вопросы 问题 問題 example examples voorbeeld voorbeelden eksempel eksempler beispiel beispiele \
    exemple exemples ejemplo ejemplos exemplo exemplos esempio esempi przyklad note notes nota notas uitleg explanation forklaring erklarung explication";

/// What is said of a record, or of a row of a database, that somebody has done with it.
const DONE: &str = "created made creation creator added edited edit modified modification updated update changed aangemaakt gemaakt aanmaakdatum toegevoegd bewerkt gewijzigd \
    bijgewerkt oprettet lavet oprettelse tilfojet redigeret aendret opdateret erstellt erstellung angelegt bearbeitet geandert aktualisiert cree ajoute \
    modifie modification edite derniere-mise-a-jour mise-a-jour-le mis-a-jour-le date-de-mise-a-jour creado creada creacion modificado modificacion editado edicion actualizado actualizacion criado criacao edicao \
    modificacao atualizado atualizacao creato creazione modificato modifica aggiornato aggiornamento skapad skapat gjord gjort laget andrad andrat redigerad redigerat uppdaterad \
    uppdaterat opprettet endret redigert oppdatert utworzono utworzone utworzenia utworzyl zmodyfikowano zmodyfikowane modyfikacja edycja edytowano edytowane \
    edytowal zaktualizowano создано создал создания изменено изменил изменения 创建人 创建者 创建时间 修改人 修改时间 最后编辑 建立者 建立時間 作成者 作成日時 更新者 更新日時 \
    最終更新者 最終更新日時";
/// What stands beside that in the name of a column: who did it, when, and that nobody did since.
const BY_WHOM: &str = "last by at on time date datetime user person who when laatst laatste door op datum tijd tijdstip sidst senest seneste af den dato \
    tid tidspunkt zuletzt letzte von am um zeit datum derniere dernier derniers par le la date heure de ultima ultimo por el en fecha hora em data da di il ora \
    sist senast senaste av ostatnia ostatnio ostatniej przez data czas дата время кем последнее";

/// Whether a column with that name, before the phases, explains the lanes.
pub fn of_guides(name: &str) -> bool {
    has(GUIDES, &spelled(name))
}

/// Whether a last column with that name says something about the table, whatever stands in it.
pub fn of_sources(name: &str) -> bool {
    has(SOURCES, &spelled(name))
}

/// Whether a last column with that name may say something about the table.
pub fn of_sides(name: &str) -> bool {
    of_sources(name) || has(SIDES, &spelled(name))
}

/// Whether a column with that name says who made a record or changed it last, or when: `Created by`, `Zuletzt geändert am`.
pub fn of_records_kept(name: &str) -> bool {
    let own = spelled(name);
    let done = |word: &str| has(DONE, word);
    done(&own) || own.split('-').any(done) && own.split('-').all(|word| done(word) || has(BY_WHOM, word))
}
