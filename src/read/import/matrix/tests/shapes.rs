//! Small tables, and what is read of them.

use super::*;

#[test]
fn a_name_that_is_written_again_is_the_same_phase() {
    let down =
        "Fase|Touchpoint|Kanaal\nOriëntatie|Website|web\nOriëntatie|Open dag|school\nAankoop|Formulier|web\nGebruik|Rooster|app";
    let across =
        "|Oriëntatie|Oriëntatie|Aankoop|Gebruik\nTouchpoint|Website|Open dag|Formulier|Rooster\nKanaal|web|school|web|app";
    for grid in [down, across] {
        let expected = "Oriëntatie=orientation | Aankoop=purchase | Gebruik=use\nTouchpoint=touchpoint: Website+Open dag | Formulier | Rooster";
        assert_eq!(short(&journey(grid)), expected, "{grid}");
    }
}

#[test]
fn tables_of_unknown_names_are_read_by_their_shape() {
    let journey = journey(
        "Weekend weg\n\n\
         |De auto ophalen|Onderweg|Aankomen\n\
         Sfeer|een beetje gespannen|vrolijk zingen|moe maar blij\n\
         Wat er misgaat|de sleutel is weg|er is een file|het huisje is koud",
    );
    assert_eq!(
        short(&journey),
        "De auto ophalen=de-auto-ophalen | Onderweg=onderweg | Aankomen=aankomen\n\
         Sfeer=text: een beetje gespannen | vrolijk zingen | moe maar blij\n\
         Wat er misgaat=text: de sleutel is weg | er is een file | het huisje is koud"
    );
    assert_eq!(journey.title, "Weekend weg");
}

#[test]
fn lists_and_cards_are_read_as_what_they_say() {
    let expected =
        "Bewustzijn=awareness | Aankoop=purchase\nDoel=goal: a | d\nActie=action: b+c | \nTouchpoint=touchpoint: t | u";
    let list = journey(
        "Reis\nFase|Onderdeel|Tekst\nBewustzijn|Doel|a\nBewustzijn|Actie|b\n||c\nBewustzijn|Touchpoint|t\n\
         Aankoop|Doel|d\n|Actie|\nAankoop|Touchpoint|u\n||v\nBron: internet",
    );
    assert_eq!(short(&list), format!("{expected}+v"));
    assert_eq!((list.title.as_str(), left(&list)), ("Reis", vec!["Bron: internet".to_owned()]));
    let cards = journey(
        "Reis\nwat los is\n\n1. Bewustzijn\n|Doel|a\n|Actie|b\n||c\n|Touchpoint|t\n\n2. Aankoop\n|Doel|d\n|Actie\n|Touchpoint|u\n\nBron|internet",
    );
    assert_eq!(short(&cards), expected.replace("Bew", "1. Bew").replace("Aan", "2. Aan"));
    assert_eq!((cards.title.as_str(), left(&cards).join(", ")), ("Reis", "wat los is, Bron, internet".to_owned()));
}

#[test]
fn rows_without_a_phase_go_on_with_the_one_above() {
    let journey = journey("Fase|Doel|Actie\nZien|a|b\n||c\nKopen|d|e\n|f|\n\nBron: internet");
    assert_eq!(short(&journey), "Zien=zien | Kopen=purchase\nDoel=goal: a | d+f\nActie=action: b+c | e");
    assert_eq!(left(&journey), ["Bron: internet"]);
}

#[test]
fn a_second_table_with_the_other_phases_goes_on_with_them() {
    let journey = journey("|Bewustzijn|Oriëntatie\nDoel|a|b\nActie|c|d\n\n|Aankoop|Gebruik\nDoel|e|f\nActie|g|h");
    assert_eq!(
        short(&journey),
        "Bewustzijn=awareness | Oriëntatie=orientation | Aankoop=purchase | Gebruik=use\nDoel=goal: a | b | e | f\nActie=action: c | d | g | h"
    );
    assert_eq!(left(&journey), [""; 0]);
}

#[test]
fn a_column_for_the_teacher_is_no_phase() {
    let journey = journey("|Zien|Kopen|Eten|Feedback docent\nDoel|a|b|c|goed\nActie|d|e|f|kort");
    assert_eq!((journey.phases.len(), left(&journey).len()), (3, 3));
}

#[test]
fn a_first_row_of_descriptions_is_about_the_phases() {
    let journey = journey("|Zien|Kopen|Eten\nOmschrijving|a|b|\nDoel|c|d|e\nBeskrivelse|f||");
    assert_eq!(short(&journey), "Zien=zien | Kopen=purchase | Eten=eten\nDoel=goal: c | d | e\nBeskrivelse=text: f |  | ");
    let told: Vec<_> = journey.phases.iter().map(|phase| phase.description.as_deref().unwrap_or("–")).collect();
    assert_eq!(told, ["a", "b", "–"]);
}

#[test]
fn two_tables_of_the_same_lanes_are_no_list() {
    let two = journey("|Bewustzijn|Aankoop\nDoel|a|b\nActie|c|d\n\n|Gebruik|Loyaliteit\nDoel|e|f\nActie|g|h");
    assert_eq!(two.phases.len(), 4);
    let personas = journey("|Bewustzijn|Aankoop|Gebruik\nDoel|a|b|c\nActie|d|e|f\nDoel|g|h|i\nActie|j|k|l");
    assert_eq!(personas.phases.len(), 3);
}

#[test]
fn what_is_no_matrix_is_not_taken_for_one() {
    for grid in [
        "Naam|Klas|Cijfer|Opmerking\nSam de Wit|2B|7|goed gewerkt deze week\nNoor Aksoy|2A|8|heel goed gewerkt",
        "Voornaam|Achternaam|E-mail\nSam|de Wit|sam@school.example\nNoor|Aksoy|noor@school.example",
        "Klantreis\nNaam:|Sam de Wit\nKlas:|2B\nDatum:|7 november 2026\nDocent:|mevrouw Bakker",
        "Product|Aantal|Prijs\nAppels|3|2.5\nPeren|4|3",
        "Een verhaal over een klant",
        "Week|Wat gaan we doen?|Wie doet het?\nWeek 1|een plan maken samen|Sam en Noor\nWeek 2|interviews afnemen|Noor",
        "Doel|Weten wat er is|Kiezen|Betalen\nActie|zoekt|vergelijkt|pint",
        "Vraag|Antwoord\nWie is de klant?|een student van 17\nWat wil de klant?|een leuke opleiding vinden",
        "Bron 1|Een boek over reizen\nBron 2|Een gesprek met oma",
        "|2024|2025\nOmzet|100|200\nKosten|50|60",
    ] {
        let read = read_all(vec![page(grid)]).map(|reading| short(&reading.journey));
        assert!(matches!(&read, Err(problems) if problems[0].code == Code::NoMatrix), "{grid}\n{read:?}");
    }
}

#[test]
fn slips_of_the_pen_in_names_are_forgiven() {
    let journey = journey("|Bewustzjin|Orientaite|Aankoop\nDoel|a|b|c\nTouchpiont|d|e|f");
    assert_eq!(
        short(&journey),
        "Bewustzjin=awareness | Orientaite=orientation | Aankoop=purchase\nDoel=goal: a | b | c\nTouchpiont=touchpoint: d | e | f"
    );
}

#[test]
fn what_stands_below_and_beside_is_left_over() {
    let journey = journey(
        "|Bewustzijn|Aankoop|Gebruik||Legenda\n\
         Doel|a|b|c||★ is belangrijk\n\
         Actie|d|e|f\n\
         Bron: internet\n\
         \n\
         Naam:|Sam\n\
         \n\
         Reis van Bas\n\
         |Bewustzijn|Aankoop|Gebruik\n\
         Doel|g|h|i",
    );
    assert_eq!(short(&journey).lines().count(), 3, "{}", short(&journey));
    assert_eq!(
        left(&journey).join(", "),
        "Legenda, ★ is belangrijk, Bron: internet, Naam:, Sam, Reis van Bas, Bewustzijn, Aankoop, Gebruik, Doel, g, h, i"
    );
}

#[test]
fn what_stands_below_phases_that_go_down_is_no_phase() {
    let down = journey(
        "Fase|Doel|Actie|Touchpoint\n\
         Zien|a|b|c\n\
         Kopen|d|e|f\n\
         Eten|g|h|i\n\
         Bron: internet\n\
         \n\
         Planning\n\
         Taak|Wie|Wanneer\n\
         Poster maken|Sem|week 47\n\
         \n\
         Fase|Doel|Actie|Touchpoint\n\
         Zien|j|k|l\n\
         Kopen|m|n|o",
    );
    assert_eq!(short(&down).lines().next(), Some("Zien=zien | Kopen=purchase | Eten=eten"));
    assert_eq!(left(&down).len(), 20);
}

#[test]
fn phases_over_unnamed_rows_are_no_matrix() {
    let read = read_all(vec![page("Bewustzijn|Aankoop|Gebruik\nposter|kassa|app\nfolder|website|mail")]);
    assert!(read.is_err(), "{}", read.map(|reading| short(&reading.journey)).unwrap_or_default());
}

#[test]
fn a_last_column_of_remarks_is_no_phase() {
    let journey = journey("|Zien|Kopen|Eten|Opmerkingen\nDoel|a|b|c|kort\nActie|d|e|f|lang");
    assert_eq!((journey.phases.len(), left(&journey).len()), (3, 3));
}

#[test]
fn empty_rows_between_the_lanes_do_not_end_the_table() {
    let read = journey("Fase|Zien|Kopen|Eten\n\nDoel|a||b\n\nSfeer|stil|druk|gezellig\n\nActie|c|d|\n|e");
    assert_eq!(
        short(&read),
        "Zien=zien | Kopen=purchase | Eten=eten\nDoel=goal: a |  | b\nSfeer=text: stil | druk | gezellig\nActie=action: c+e | d | "
    );
    assert_eq!(left(&read), [""; 0]);
}

#[test]
fn scores_off_the_scale_are_left_over_and_words_stay() {
    let read = journey("|Zien|Kopen|Eten|Slapen\nDoel|a|b|c|d\nEmotie|1|400|-2 boos; +1 toch wel|geen idee\nIn woorden|blij|||");
    assert_eq!(short(&read).lines().last(), Some("Emotie=emotion: 1blij |  | -2boos+1toch wel | geen idee"));
    assert_eq!(left(&read), ["400"]);
}

#[test]
fn words_beneath_scores_that_are_none_after_all_are_items() {
    let journey = journey("|Zien|Kopen|Eten\nDoel|a|b|c\nGevoel|1|2|3\nWaarom|blij||boos\n|toch wel||");
    assert_eq!(short(&journey).lines().last(), Some("Gevoel=feeling: 1+toch wel+blij | 2 | 3+boos"));
}

#[test]
fn limits_of_the_format_leave_the_rest_over() {
    let phases = (0..210).map(|n| format!("Stap {n}")).collect::<Vec<_>>().join("|");
    let wide = journey(&format!("|{phases}\nDoel{}\nActie|x", "|a".repeat(210)));
    assert_eq!((wide.phases.len(), left(&wide).len()), (200, 20));
    let rows = (0..110).map(|n| format!("Doel {n}|a|b")).collect::<Vec<_>>().join("\n");
    let long = journey(&format!("|Bewustzijn|Aankoop\n{rows}"));
    assert_eq!((long.lanes.len(), left(&long).len()), (100, 30));
    let items = vec!["i"; 510].join("~");
    let deep = journey(&format!("|Bewustzijn|Aankoop\nDoel|{items}|b"));
    assert_eq!((deep.phases[0].cells[0].len(), left(&deep).len()), (500, 10));
}

#[test]
fn the_sheet_that_looks_most_like_a_matrix_is_read() {
    let matrix = "|Bewustzijn|Aankoop\nDoel|a|b\nActie|c|d";
    let hidden = Page { visible: false, ..page("|Bewustzijn|Aankoop|Gebruik\nDoel|a|b|e\nActie|c|d|f") };
    let reading = read_all(vec![page("Uitleg\nVul alles in"), hidden, page(matrix)]).unwrap();
    assert_eq!(reading.journey.phases.len(), 2);
    assert_eq!(reading.journey.title, "reis");
    assert!(left(&reading.journey).contains(&"Uitleg".to_owned()));
    assert_eq!(reading.steps[0].meaning.english(), "a matrix with its phases across");
}

#[test]
fn steps_say_how_rows_and_columns_were_read() {
    let reading = read_all(vec![page("Reis\nNaam: Sam\n|Oriëntatie|De auto ophalen\nDoel klant|a|b\n|c\nSfeer|d|e")]).unwrap();
    let steps: Vec<_> = reading.steps.iter().map(|step| format!("{}: {}", step.part, step.meaning)).collect();
    assert_eq!(
        steps.join("\n"),
        "Blad1: a matrix with its phases across\n\
         Blad1!row 1: title “Reis”\n\
         Blad1!row 2: authors\n\
         Blad1!column B: phase “Oriëntatie” (orientation)\n\
         Blad1!column C: phase “De auto ophalen”\n\
         Blad1!row 4: lane “Doel klant” (goal)\n\
         Blad1!row 5: goes on with “Doel klant”\n\
         Blad1!row 6: lane “Sfeer” (text: nobody knows the name)"
    );
}

#[test]
fn the_names_of_the_lanes_tell_which_way_the_table_lies() {
    let journey = journey(
        "Stap|Wat doe ik?|Wat vind ik ervan?\n\
         Ik krijg honger|ik zoek een app|het duurt lang\n\
         Ik eet|ik eet de pizza|hij is nog warm",
    );
    assert_eq!(short(&journey).lines().next(), Some("Ik krijg honger=ik-krijg-honger | Ik eet=ik-eet"));
}
