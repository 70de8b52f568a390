//! Tests of the parts of tables that say what others are: which row has the phases, which the stages, and which column tells what happens.

use super::others_made::staged;
use super::*;

fn phases_of(grid: &str) -> String {
    journey(grid).phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>().join("|")
}

fn is_doubted(grid: &str) -> bool {
    let reading = read_all(vec![page(grid)]).unwrap_or_else(|problems| panic!("{grid}\n{problems:?}"));
    reading.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix)
}

#[test]
fn a_stage_for_each_column_is_a_phase_and_a_known_lane_never_is() {
    for grid in [
        "Stage|Realise need|Shortlist|Viewing\nDoing|Gets notice|Saves ten flats|Visits on Tuesday\nThinking|Six weeks|Real?|Damp\nFeeling|Panicked|Tired|Let down",
        "Stadium|Realise need|Shortlist|Viewing\nDoen|Krijgt een brief|Bewaart er tien|Gaat kijken\nDenken|Zes weken|Echt?|Vochtig",
        "Etappe|Realise need|Shortlist|Viewing\nMacht|Bekommt einen Brief|Speichert zehn|Schaut an\nDenkt|Sechs Wochen|Echt?|Feucht\nFühlt|Panik|Müde|Enttäuscht",
        "Stadie|Realise need|Shortlist|Viewing\nGør|Får et brev|Gemmer ti|Kigger\nTænker|Seks uger|Ægte?|Fugtigt",
        "Etapp|Realise need|Shortlist|Viewing\nHandling|Tittar på nätet|Ringer dem|Går dit\nTankar|Fint|Dyrt|Klart",
        "Abschnitt|Realise need|Shortlist|Viewing\nHandlungen|Bekommt Post|Speichert zehn|Schaut an\nGedanken|Sechs Wochen|Echt?|Feucht",
        "Customer stage|Realise need|Shortlist|Viewing\nDoing|Gets notice|Saves ten flats|Visits\nPain points|Short|Fake photos|Damp\nMacro stage|Before|Before|During",
    ] {
        assert_eq!(phases_of(grid), "Realise need|Shortlist|Viewing", "{grid}");
        let kinds: Vec<_> = journey(grid).lanes.iter().map(|lane| lane.kind.name()).collect();
        assert_eq!(kinds[0], "action", "{grid}");
    }
    // Above phases that say so they are stages.
    let both = "Stage|Before||During\nPhase|Look|Ask|Buy\nDoing|Looks at it|Asks them|Pays them\nThinking|Nice|Dear|Done";
    assert_eq!(phases_of(both), "Look|Ask|Buy");
}

#[test]
fn stages_may_stand_anywhere_below_the_phases() {
    let table = |row: &str| {
        format!("|Look|Ask|Buy|Use\nDoing|Looks at it|Asks them|Pays them|Rides it\nThinking|Nice|Dear|Done|Fun\n{row}")
    };
    let expected = |one: &str, other: &str| format!("Look:{one} Ask:{one} Buy:{other} Use:{other}");
    for (row, one, other) in [
        ("Stadie|Før|Før|Efter|Efter", "for", "efter"),
        ("Macro stage|Before|Before|After|After", "before", "after"),
        ("Periode|Vooraf||Achteraf|", "vooraf", "achteraf"),
        ("Stadier|Hjem|Hjem|By|By", "hjem", "by"),
        ("Fase|Thuis|Thuis|Buiten|Buiten", "thuis", "buiten"),
        ("Etapa|Antes|Antes|Después|Después", "antes", "despues"),
        ("|Voor|Voor|Na|Na", "voor", "na"),
        ("|Home|Home|Out|Out", "home", "out"),
        ("\nStadie|Før|Før|Efter|Efter", "for", "efter"),
        ("Stadie|Før|Før|Efter|Efter\nIdeas|A guide|A bell|A till|A bike", "for", "efter"),
    ] {
        let grid = table(row);
        assert_eq!(staged(&grid), expected(one, other), "{grid}");
        assert!(journey(&grid).lanes.iter().all(|lane| lane.kind.name() != "text"), "{grid}");
    }
    for row in ["Stadie|En|To|Tre|Fire", "Pain points|Slow|Slow|Dear|Dear"] {
        assert_eq!(staged(&table(row)), "Look:- Ask:- Buy:- Use:-", "{row}");
    }
}

#[test]
fn merged_stages_below_the_phases_are_known() {
    let mut sheet = page(
        "|Look|Ask|Buy|Use\nDoing|Looks at it|Asks them|Pays them|Rides it\nThinking|Nice|Dear|Done|Fun\nMacrofase|Casa||Negozio|",
    );
    for first in [1, 3] {
        sheet.merged.push(Range { first: At { row: 3, column: first }, last: At { row: 3, column: first + 1 } });
    }
    let read = read_all(vec![sheet.clone()]).unwrap().journey;
    let stages: Vec<_> = read.phases.iter().map(|phase| phase.stage).collect();
    assert_eq!(stages, [Some(0), Some(0), Some(1), Some(1)]);
    sheet.rows[3][0] = Value::Empty;
    assert_eq!(read_all(vec![sheet]).unwrap().journey.stages.len(), 2);
}

#[test]
fn a_row_without_a_name_that_may_have_stages_is_doubted() {
    let table = |row: &str| {
        format!("|Look|Ask|Buy|Use\nDoing|Looks at it|Asks them|Pays them|Rides it\n{row}\nThinking|Nice|Dear|Done|Fun")
    };
    assert!(is_doubted(&table("|Home|Home|Out|Out")));
    assert!(!is_doubted(&table("|In the shop|By phone|At the till|On the road")));
    assert!(!is_doubted(&table("|Before|Before|After|After")) && journey(&table("|Before|Before|After|After")).stages.len() == 2);
}

#[test]
fn what_a_column_tells_is_what_is_done() {
    let rows = "A-1|Sees a billboard|Awareness|Billboard|Happy\nA-2|Downloads the trial|Purchase|App store|Angry\n\
                A-3|Asks the chatbot|Purchase|Chatbot|Sad\nA-4|Calls about a bill|Use|Call centre|Angry";
    for name in ["Summary", "Description", "Beskrivelse", "Zusammenfassung", "Descripción", "What happens"] {
        let read = short(&journey(&format!("Key|{name}|Phase|Touchpoint|Emotion\n{rows}")));
        let expected = format!("{name}=action: Sees a billboard | Downloads the trial+Asks the chatbot | Calls about a bill");
        assert!(read.contains(&expected), "{read}");
    }
    let acted = "Key|Summary|Phase|Action|Emotion\nA-1|Sees a billboard|Awareness|Looks up|Happy\nA-2|Downloads the trial|Purchase|Taps twice|Angry\n\
                 A-3|Asks the chatbot|Purchase|Types a lot|Sad";
    assert!(short(&journey(acted)).contains("Summary=touchpoint"), "{}", short(&journey(acted)));
    // With a text a phase it describes these.
    let described =
        "Phase|Description|Action|Emotion\nAwareness|A first look|Looks up|Happy\nPurchase|A second look|Pays there|Angry";
    let read = journey(described);
    assert_eq!((read.phases[0].description.as_deref(), read.lanes.len()), (Some("A first look"), 2));
}

#[test]
fn parts_of_a_plan_are_phases_where_lanes_tell_of_a_journey() {
    let rows = "Get started|Opens the app|Happy|Sign-up\nGet started|Reads the tour|Bored|Tour\nPay|Adds a card|Angry|Form\nReturn|Scans a code|Sad|Kiosk";
    for corner in ["Epic", "Sprint", "Milestone", "Mijlpaal", "Meilenstein"] {
        let grid = format!("{corner}|Action|Feeling|Touchpoint\n{rows}");
        assert_eq!(phases_of(&grid), "Get started|Pay|Return", "{grid}");
        assert!(!is_doubted(&grid), "{grid}");
    }
    let named = "Sprint|Phase|Action|Feeling\n1|Look|Opens it|Happy\n1|Pay|Adds a card|Angry\n2|Use|Scans it|Sad";
    assert_eq!(phases_of(named), "Look|Pay|Use");
}
