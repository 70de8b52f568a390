//! Tests of tables that others made: stages below their phases, exports of trackers and notebooks, words for moods.

use super::{journey, page, read_all, short};
use crate::diagnostic::Code;

/// The titles of the phases, each with its stage.
pub(super) fn staged(grid: &str) -> String {
    let read = journey(grid);
    let stage = |phase: &crate::journey::Phase| phase.stage.map_or("-", |stage| &*read.stages[stage].id);
    read.phases.iter().map(|phase| format!("{}:{}", phase.title, stage(phase))).collect::<Vec<_>>().join(" ")
}

#[test]
fn stages_may_stand_right_below_the_phases() {
    let lanes = "Acties|Zoekt|Belt|Slaapt\nGedachten|Waar dan?|Duur hoor|Fijn";
    for (row, expected) in [
        ("Periode|Vooraf|Vooraf|Achteraf", "Kijken:vooraf Boeken:vooraf Slapen:achteraf"),
        ("Wanneer?|Voor|Voor|Na", "Kijken:voor Boeken:voor Slapen:na"),
        ("|Voor|Tijdens|Tijdens", "Kijken:voor Boeken:tijdens Slapen:tijdens"),
        ("Stage|Thuis||Hotel", "Kijken:thuis Boeken:thuis Slapen:hotel"),
        ("Wanneer|maandag|maandag|vrijdag", "Kijken:- Boeken:- Slapen:-"),
        ("Stage|Een|Twee|Drie", "Kijken:- Boeken:- Slapen:-"),
        ("Stage|Een|Twee|Een", "Kijken:- Boeken:- Slapen:-"),
    ] {
        assert_eq!(staged(&format!("Fase|Kijken|Boeken|Slapen\n{row}\n{lanes}")), expected, "{row}");
    }
    let down = "Phase|Stage|Actions|Thoughts\nLook|Home|Searches a site|Where to?\nBook|Home|Calls them|Dear\nSleep|Hotel|Lies down|Nice";
    assert_eq!(staged(down), "Look:home Book:home Sleep:hotel");
}

#[test]
fn titles_of_records_are_the_contacts_and_steps_what_is_done() {
    let rows = "Poster|See|Street|2|Torn\nFolder|See|Station|4|None left\nDesk|Ask|Hall|1|Closed\nTicket|Go|App|5|Login";
    for (title, first) in [
        ("Name", "Name=touchpoint: Poster+Folder | Desk | Ticket"),
        ("", "Touchpoint=touchpoint: Poster+Folder | Desk | Ticket"),
        ("Title", "Title=touchpoint: Poster+Folder | Desk | Ticket"),
        ("Step", "Step=action: Poster+Folder | Desk | Ticket"),
    ] {
        let read = short(&journey(&format!("{title}|Stage|Channel|Mood (1-5)|Pain points\n{rows}")));
        assert!(read.contains(first), "{title}\n{read}");
    }
    let answers = "Naam|Fase|Wat deed je?|Wat dacht je?\nSam|Kijken|Ik zocht een bed|Duur\nNoor|Kijken|Ik belde rond|Ver\nBo|Slapen|Ik lag er goed|Fijn";
    assert!(!short(&journey(answers)).contains("touchpoint"), "those who answered are no contacts");
}

#[test]
fn what_says_how_far_a_task_is_is_no_lane() {
    let header = "Issue key|Issue Type|Status|Customer phase|Summary|Emotion";
    let row = |nth: usize, status: &str, phase: &str| {
        format!("BED-{nth}|Story|{status}|{phase}|Show the free beds of night {nth}|Glad")
    };
    let rows = [row(1, "To Do", "Look"), row(2, "Done", "Look"), row(3, "To Do", "Sleep"), row(4, "Done", "Sleep")];
    let read = short(&journey(&format!("{header}\n{}", rows.join("\n"))));
    assert!(read.starts_with("Look=look | Sleep=sleep\n"), "{read}");
    for name in ["Epic", "Sprint", "Parent"] {
        let grid = format!("{}\n{}", header.replace("Customer phase", name), rows.join("\n"));
        let doubted = read_all(vec![page(&grid)])
            .map_or(true, |reading| reading.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix));
        assert!(doubted, "{name}");
    }
}

#[test]
fn frames_of_projects_and_lists_of_hazards_are_doubted() {
    for grid in [
        "Step|Hazard|Critical limit|Monitoring procedure|Corrective action\nDelivery|Too warm in the van|7 °C|Read it|Send it back\n\
         Use|Not done inside|75 °C|Probe it|Cook it longer",
        "|Indicatoren|Verificatiebronnen|Aannames\nDoel|Minder afval op het plein|Telling per week|Het regent niet\n\
         Activiteiten|Twee bakken neerzetten|De bon|Er is geld",
    ] {
        let reading = read_all(vec![page(grid)]);
        let doubted = reading.map_or(true, |reading| reading.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix));
        assert!(doubted, "{grid}");
    }
}

#[test]
fn words_for_feelings_are_scores_where_all_are() {
    let scores = |moods: &str| {
        let read = journey(&format!("Fase|Cerca|Paga|Dorme\nAzioni|Cerca un letto|Paga alla cassa|Dorme bene\nEmozione|{moods}"));
        let all = read
            .phases
            .iter()
            .flat_map(|phase| phase.cells[1].iter())
            .map(|item| item.score.map_or("-".to_owned(), |score| score.to_string()));
        all.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(scores("Sollievo|Neutro|Rabbia"), "1 0 -2");
    assert_eq!(scores("Curioso|Neutro|Rabbia"), "- - -");
    assert_eq!(scores("Tristeza|Alegria|Duda"), "-1 1 -1");
    assert_eq!(scores("Positivo|Neutro|Negativo"), "1 0 -1");
}

#[test]
fn a_lane_of_feelings_in_words_for_moods_alone_is_the_curve_where_there_is_no_other() {
    let read = |rows: &str| short(&journey(&format!("Fase|Før|I døren|Ved kassen\nHandling|rydder op|skubber|betaler\n{rows}")));
    assert!(read("Følelse|glad|neutral|irriteret").contains("Følelse=emotion: 1glad | 0neutral | -1irriteret"));
    assert!(read("Gevoel|trots|moe|heel blij").contains("Gevoel=emotion: 1trots | -1moe | 2heel blij"));
    // Beside a curve they say what that does not; and where nobody knows one of the words, they are texts.
    assert!(read("Følelse|glad|neutral|irriteret\nHumør (1-5)|3|4|2").contains("Følelse=feeling: glad |"));
    assert!(read("Følelse|glad|neutral|som i kø").contains("Følelse=feeling: glad |"));
}

#[test]
fn titles_of_records_say_more_than_names_whatever_they_are_called() {
    let rows = "Sees the sign from the road|Hear|Sign|Behind a tree\nReads about it in the paper|Hear|Paper|Too small\n\
                Pays at the till with a card|Buy|Till|No bags";
    for title in ["Moment", "Moments", "Onderdeel", "Journey moment", "Item", "Card", "Situation", "Observation", "Note"] {
        for phase in ["Phase", "Stage"] {
            let read = short(&journey(&format!("{title}|{phase}|Touchpoint|Pain points\n{rows}")));
            assert!(read.starts_with("Hear=hear | Buy="), "{title}, {phase}\n{read}");
            assert!(read.contains("Sees the sign from the road+Reads about it in the paper | Pays"), "{title}, {phase}\n{read}");
        }
    }
    // Names of a word or two are phases, and what comes back beside them their stages.
    let short_names =
        "Moment|Fase|Actie|Contactpunt\nZoeken|Voor|kijkt rond|site\nBoeken|Voor|betaalt|app\nSlapen|Tijdens|slaapt|bed";
    assert!(short(&journey(short_names)).starts_with("Zoeken="), "{}", short(&journey(short_names)));
}

#[test]
fn times_and_channels_before_the_phases_are_those_of_each_row() {
    let grid = "Tijd|Fase|Wat gebeurt er|Kanaal\n22:40|Twijfelen|Meet de koorts|Thermometer\n23:05|Twijfelen|Zoekt op vlekjes|Web\n23:20|Bellen|Spelt de naam|Telefoon";
    let read = journey(grid);
    let when: Vec<_> =
        read.phases.iter().flat_map(|phase| phase.cells.iter().flatten()).filter_map(|item| item.when.clone()).collect();
    assert_eq!(when, ["22:40", "23:05", "23:20"], "{}", short(&read));
    assert!(super::left(&read).is_empty(), "{:?}", super::left(&read));
    let calls = "Canale|Fase|Cosa è successo|Voto\nTelefono|Prenotazione|Attesa di venti minuti|2\nE-mail|Prenotazione|Nome sbagliato|3\nSala|Cena|Tavolo in cucina|3";
    assert!(short(&journey(calls)).contains("Canale=channel: Telefono+E-mail | Sala"), "{}", short(&journey(calls)));
}

#[test]
fn who_made_a_record_and_when_is_no_lane() {
    let rows = "Sees the sign from the road|Hear|Sign|Behind a tree|Tuva Ek|2026-05-01 09:10\n\
                Reads about it in the paper|Hear|Paper|Too small|Tuva Ek|2026-05-02 09:11\n\
                Pays at the till with a card|Buy|Till|No bags|Lou Ek|2026-05-03 09:12";
    for (by, at) in [
        ("Created by", "Created time"),
        ("Last edited by", "Last modified"),
        ("Gemaakt door", "Laatst bewerkt op"),
        ("Erstellt von", "Zuletzt geändert am"),
        ("Créé par", "Dernière modification"),
        ("Skapad av", "Senast ändrad"),
        ("Oprettet af", "Sidst redigeret"),
        ("Creado por", "Última edición"),
    ] {
        let read = journey(&format!("Moment|Phase|Touchpoint|Pain points|{by}|{at}\n{rows}"));
        let lanes: Vec<_> = read.lanes.iter().map(|lane| lane.title.as_str()).collect();
        assert_eq!(lanes, ["Moment", "Touchpoint", "Pain points"], "{}", short(&read));
        let kept = super::left(&read);
        assert!([by, at, "Tuva Ek", "Lou Ek"].iter().all(|text| kept.iter().any(|left| left == text)), "{kept:?}");
    }
    // However many columns of that sort there are, they leave no doubt.
    let rows = (1..5).map(|nth| format!("K-0{nth}|Step {nth} here|Hear|Sign|Ann Lee|{nth} May 2026|Bo Lee|{nth} June 2026"));
    let grid = format!(
        "ID|Actions|Phase|Touchpoint|Created by|Created time|Last edited by|Last edited time\n{}\nK-09|Pays there now|Buy|Till|Ann Lee||Bo Lee|",
        rows.collect::<Vec<_>>().join("\n")
    );
    assert!(read_all(vec![page(&grid)]).unwrap().remarks.iter().all(|remark| remark.code != Code::DoubtfulMatrix));
}
