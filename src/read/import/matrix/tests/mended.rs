//! Tests of tables with blank rows and lines below, two levels of names, counts and totals, and lists of persons.

use super::{journey, page, read_all, short};
use crate::diagnostic::Code;

fn titles(grid: &str) -> String {
    journey(grid).phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>().join("|")
}

#[test]
fn blank_rows_at_an_even_step_go_on_with_the_table_whatever_stands_below() {
    for (header, below, authors) in [
        ("Fase|Actie|Contactpunt|Emotie", "Gemaakt door Jan Smit", 1),
        ("Phase|Actions|Touchpoint|Emotion", "Made by Jan Smit", 1),
        ("Fase|Handlinger|Kontaktpunkt|Følelser", "Lavet af Jan Smit", 1),
        ("Étape|Actions|Points de contact|Émotions", "Réalisé par Jan Smit", 1),
        ("Fase|Actie|Contactpunt|Emotie", "Let op: nog niet af", 0),
    ] {
        let rows =
            ["Zien|kijkt|site|3", "Kopen|betaalt|kassa|2", "Eten|eet|bord|5", "Nog eens|komt terug|mail|4", "Klaar|gaat|deur|4"];
        for blank in ["\n\n", "\n\n\n"] {
            for count in [4, 5] {
                let grid = format!("Klantreis X\n\n{header}{blank}{}{blank}{below}", rows[..count].join(blank));
                let all = ["Zien", "Kopen", "Eten", "Nog eens", "Klaar"];
                assert_eq!(titles(&grid), all[..count].join("|"), "{grid}");
                assert_eq!(journey(&grid).authors.len(), authors, "{grid}");
            }
        }
    }
}

#[test]
fn a_heading_without_a_second_level_is_the_name_of_its_lane() {
    for (groups, lanes, kind) in [
        ("Fase|Klant||Gemeente|Kansen", "|Acties|Emotie (1-5)|Backstage|", "Kansen=opportunity"),
        ("Phase|Customer||Council|Opportunities", "|Actions|Emotion (1-5)|Backstage|", "Opportunities=opportunity"),
        ("Etap|Obywatel||Urząd|Pomysły", "|Działania|Ocena (1–5)|Zaplecze|", "Pomysły=opportunity"),
    ] {
        let rows =
            "Aanvraag|Maakt foto|3|Scant|Uitleg\nOphalen|Staat in de rij|2|Geeft uit|Tijdslot\nVlucht|Toont pas|5|Groet|Poort";
        let read = short(&journey(&format!("{groups}\n{lanes}\n{rows}")));
        assert!(read.ends_with(&format!("{kind}: Uitleg | Tijdslot | Poort")), "{read}");
    }
}

#[test]
fn how_many_answered_and_their_total_are_no_phases() {
    for (corner, count, total) in [
        ("Trin i rejsen", "Antal svar", "I alt"),
        ("", "Aantal", "Totaal"),
        ("Stap in de reis", "Aantal", "Totaal"),
        ("Rejsens trin", "Antal svar", "I alt"),
    ] {
        let rows = "Offerte|203|3|Drie prijzen|Sjabloon\nKiezen|187|4|De buurman|Een site\nWinter|166|2|Herrie|Nabellen";
        let grid = format!("Klantreis X\n\n{corner}|{count}|Tevredenheid (1-5)|Citaat|Kans\n{rows}\n{total}|556|||");
        assert_eq!(titles(&grid), "Offerte|Kiezen|Winter", "{grid}");
    }
}

#[test]
fn lists_of_personas_and_scripts_of_workshops_are_doubted() {
    for grid in [
        "Persona|Leeftijd|Doelen|Frustraties|Kanalen\nAnna|34|tijd winnen|wachtrijen|app\nBert|61|gemak|kleine letters|balie\nCem|22|goedkoop|kosten|TikTok",
        "Persona|Age|Goals|Frustrations|Channels\nAnna|34|save time|queues|app\nBert|61|ease|small print|desk\nCem|22|cheap|fees|TikTok",
        "Tijd|Onderdeel|Doel|Werkvorm|Materiaal\n09:00|Welkom|Kennismaken|Kring|Koffie\n09:30|Brainstorm|Ideeën|Groepjes|Post-its\n11:00|Afronden|Afspraken|Plenair|Flap",
    ] {
        let read = read_all(vec![page(grid)]);
        let doubted = read.map_or(true, |read| read.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix));
        assert!(doubted, "{grid}");
    }
}

#[test]
fn what_heads_notes_below_a_table_is_no_lane() {
    let table = "Fase|Ontdekken|Kopen|Gebruiken\nActie|kijkt|betaalt|fietst\nContactpunt|site|kassa|straat";
    for heading in ["Citaten", "Quotes", "Kansen", "Pijnpunten"] {
        let grid =
            format!("{table}\n\n{heading}\n\n“Niemand zei dat ik een slot moest meenemen”\n“Volgende keer loop ik gewoon”");
        let read = journey(&grid);
        assert_eq!(read.lanes.len(), 2, "{}", short(&read));
        assert!(super::left(&read).iter().any(|left| left == heading), "{:?}", super::left(&read));
    }
    for notes in ["Inzichten\n1. Niemand leest de poster\n2. Parkeren kost tijd", "Open vragen\nKan het ’s nachts?"] {
        let read = journey(&format!("{table}\n\n{notes}"));
        assert_eq!((read.lanes.len(), super::left(&read).len()), (2, notes.lines().count()), "{}", short(&read));
    }
    // A lane that nobody has filled in yet is one, also where each stands apart.
    let spaced = "Fase|Ontdekken|Kopen\n\nActie|kijkt|betaalt\n\nContactpunt|site|kassa\n\nKansen\n\nBron: gesprek in de winkel van gisteren";
    assert_eq!(journey(spaced).lanes.len(), 3, "{}", short(&journey(spaced)));
}

#[test]
fn what_is_wanted_above_lanes_over_phases_without_names_is_none_of_them() {
    let read = journey(
        "Persona|Riet\nDoel|Zelf boodschappen doen\n\nWat doet Riet?|Loopt|Stapt in|Rekent af\nWat denkt Riet?|Komt hij nog?|Mijn plek|Niet duwen\n\
         Hoe voelt Riet zich?|bang|blij|moe",
    );
    let lanes: Vec<_> = read.lanes.iter().map(|lane| lane.title.as_str()).collect();
    assert_eq!(lanes, ["Wat doet Riet?", "Wat denkt Riet?", "Hoe voelt Riet zich?"], "{}", short(&read));
    assert!(read.personas.iter().any(|persona| persona.name == "Riet"));
}

#[test]
fn marks_are_a_curve_in_languages_in_which_they_are_called_as_notes_are() {
    for (rows, curve) in [("8|3|9", "emotion: 8 | 3 | 9"), ("boa|má|sem fila", "text: boa | má | sem fila")] {
        let [one, two, three] = rows.split('|').collect::<Vec<_>>().try_into().unwrap_or([""; 3]);
        let read = short(&journey(&format!(
            "Fase|Ação|Contacto|Nota\nConvite|abre a carta|SMS|{one}\nEspera|senta-se|Sala|{two}\nSaída|veste o casaco|Porta|{three}"
        )));
        assert!(read.ends_with(&format!("Nota={curve}")), "{read}");
    }
}

#[test]
fn a_last_row_of_totals_tells_nothing_of_the_phase_above() {
    for (header, total) in [
        ("Step|Stage|Touchpoint|Pain point|Satisfaction (1-5)", "Total: 3 steps||||9"),
        ("Stap|Fase|Contactpunt|Pijnpunt|Tevredenheid (1-5)", "Gemiddeld||||3"),
        ("Trin|Fase|Kontaktpunkt|Udfordring|Tilfredshed (1-5)", "I alt||||9"),
    ] {
        let rows = "Sees the sign from the road|Hear|Sign||4\nAsks a cousin about it|Hear|Cousin||3\nPays at the till with a card|Buy|Till|Slow|2";
        let read = short(&journey(&format!("{header}\n{rows}\n{total}")));
        assert_eq!(read, short(&journey(&format!("{header}\n{rows}"))), "{header}");
    }
    // What is told in words is no sum.
    let read = short(&journey(
        "Step|Stage|Touchpoint|Pain point|Satisfaction (1-5)\nSees the sign from the road|Hear|Sign||4\n\
         Asks a cousin about it|Hear|Cousin||3\nPays at the till with a card|Buy|Till|Slow|2\nTotal chaos at the door||Counter|Queue|1",
    ));
    assert!(read.contains("Pays at the till with a card+Total chaos at the door"), "{read}");
}

#[test]
fn words_of_school_marks_are_scores() {
    for (lane, marks, scores) in [
        ("Bewertung", "ausreichend|befriedigend|sehr gut", "-1ausreichend | 0befriedigend | 2sehr gut"),
        ("Waardering", "onvoldoende|voldoende|goed", "-1onvoldoende | 0voldoende | 1goed"),
        ("Rating", "Insufficient|Fair|Excellent", "-1Insufficient | 0Fair | 2Excellent"),
        ("Note", "insuffisant|passable|très bien", "-1insuffisant | 0passable | 2très bien"),
    ] {
        let read = short(&journey(&format!(
            "|Suche|Aufnahme|Heimweg\nHandlungen|ruft an|füllt aus|fährt\nGedanken|nun ja|schon wieder|endlich\n{lane}|{marks}"
        )));
        assert!(read.ends_with(&format!("{lane}=emotion: {scores}")), "{read}");
    }
}

#[test]
fn numbers_of_what_an_atmosphere_is_like_are_a_curve() {
    for name in ["Sfeer (1-5)", "Sfeer", "Atmosphäre", "Ambiance", "Atmosphere", "Atmosfære"] {
        let grid =
            |cells: &str| format!("Fase|Zoeken|Kopen|Thuis\nActies|belt|betaalt|eet\nGedachten|mooi|duur|lekker\n{name}|{cells}");
        assert!(short(&journey(&grid("4|2|5"))).ends_with("=emotion: 4 | 2 | 5"), "{name}");
        assert!(short(&journey(&grid("druk|stil|licht"))).ends_with("=text: druk | stil | licht"), "{name}");
    }
}

#[test]
fn numbers_that_go_on_through_a_lane_stay_with_what_they_count() {
    let read =
        |cells: &str| short(&journey(&format!("Phase|Notice|Visit|Use\nActions|looks|sits|wears\nMoments of truth|{cells}")));
    assert!(
        read("1. The child says it|2. The chart~3. The price|4. A loud room")
            .ends_with(": 1. The child says it | 2. The chart+3. The price | 4. A loud room")
    );
    assert!(read("1. The chart~2. The price|1. A loud room|").ends_with(": The chart+The price | A loud room | "));
}

#[test]
fn a_recipe_with_numbers_for_names_is_doubted() {
    let is_doubted = |grid: &str| {
        read_all(vec![page(grid)]).map_or(true, |read| read.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix))
    };
    for header in [
        "Stap|Wat doe je?|Wat heb je nodig?|Tijd",
        "Trin|Hvad gør du?|Hvad har du brug for?|Tid",
        "Step|What do you do?|What do you need?|Time",
    ] {
        let rows = "1|Peel the potatoes|A knife|10 min\n2|Boil them soft|A pan of water|25 min\n3|Mash and stir|Butter|5 min";
        assert!(is_doubted(&format!("{header}\n{rows}")), "{header}");
    }
    let rows =
        "1|Looks for the door|A sign|10 min|Lost\n2|Waits in the hall|A chair|25 min|Bored\n3|Walks home|An umbrella|5 min|Glad";
    assert!(!is_doubted(&format!("Stap|Wat doe je?|Wat heb je nodig?|Tijd|Gevoel\n{rows}")));
}

#[test]
fn an_organisation_above_the_name_of_its_journey_is_no_title() {
    let table = "Fase|Inschrijven|Eerste les|Diploma\nActies|vult in|springt|zwaait\nGedachten|wat veel|niet zinken|eindelijk";
    for (organisation, title) in [
        ("Sportbedrijf Waterrijk BV", "Klantreis zwemles"),
        ("Gemeente Almere", "Customer journey paspoort"),
        ("Aarhus Kommune", "Kunderejse: nyt pas"),
        ("Wassermann GmbH", "Customer Journey Schwimmkurs"),
    ] {
        let read = journey(&format!("{organisation}\n{title}\n\n{table}"));
        assert_eq!((read.title.as_str(), read.organisation.as_deref()), (title, Some(organisation)));
    }
    // Alone, it is all there is to call the journey by; and what says that it is one is its title.
    for above in
        ["Gemeente Almere", "Gemeente Almere\nVersie voor de workshop", "Klantreis Waterrijk BV\nCustomer journey zwemles"]
    {
        let read = journey(&format!("{above}\n\n{table}"));
        assert_eq!(Some(read.title.as_str()), above.lines().next());
        assert_eq!(read.organisation, None);
    }
}

#[test]
fn a_lane_with_the_name_of_the_persona_tells_what_that_person_does() {
    let table = |actions: &str| {
        format!(
            "Klantreis bakkerij\nPersona|Fatima (41)\n\nFase|Binnenkomen|Kiezen|Betalen\nFatima|loopt|wijst|pint\nContactpunt|deur|toonbank|kassa{actions}\nEmotie|4|3|5"
        )
    };
    assert!(short(&journey(&table(""))).contains("Fatima=action: loopt | wijst | pint"));
    assert!(short(&journey(&table("\nActies|een|twee|drie"))).contains("Fatima=text: loopt | wijst | pint"));
}
