//! Kinds of tables that were misread once, each in several languages: what is read of them.

use super::{below, codes, lane, reading, titles};
use klantreis::diagnostic::Code;
use klantreis::journey::{Journey, normal};
use klantreis::read::{Options, read};

/// The kinds of the lanes, with their titles.
fn lanes(journey: &Journey) -> Vec<String> {
    journey.lanes.iter().map(|lane| format!("{}: {}", lane.kind.name(), lane.title)).collect()
}

fn personas(journey: &Journey) -> Vec<&str> {
    journey.personas.iter().map(|persona| persona.name.as_str()).collect()
}

fn authors(journey: &Journey) -> Vec<&str> {
    journey.authors.iter().map(|author| author.name.as_str()).collect()
}

fn yaml(text: &str) -> Journey {
    read(Some("yaml"), text.as_bytes(), &Options { stem: Some("reis"), ..Options::default() })
        .1
        .unwrap_or_else(|problems| panic!("{text}\n{problems:?}"))
        .journey
}

#[test]
fn a_last_phase_with_the_name_of_a_lane_or_a_remark_is_a_phase() {
    for (corner, actions, mood, names) in [
        ("Fase", "Acties", "Tevredenheid", ["Klacht", "Klagen", "Probleem", "Feedback", "Opmerkingen"]),
        ("Phase", "Actions", "Mood", ["Complaint", "Complain", "Problem", "Feedback", "Comments"]),
        ("Trin", "Handlinger", "Humør", ["Klage", "Problem", "Feedback", "Kommentarer", "Bemærkninger"]),
        ("Phase", "Handlungen", "Stimmung", ["Beschwerde", "Problem", "Feedback", "Reklamation", "Hürde"]),
        ("Étape", "Actions", "Humeur", ["Réclamation", "Problème", "Feedback", "Irritant", "Commentaires"]),
    ] {
        for last in names {
            let across =
                format!("{corner}|Aa|Bb|Cc|{last}\n{actions}|a b|c d|e f|g h\nTouchpoints|Brief|Web|Tel|Mail\n{mood}|4|2|5|3");
            assert_eq!(titles(&reading(&across).journey), ["Aa", "Bb", "Cc", last], "{corner} {last}");
            let down =
                format!("{corner}|{actions}|Touchpoints|{mood}\nAa|a b|Brief|4\nBb|c d|Web|2\nCc|e f|Tel|5\n{last}|g h|Mail|3");
            assert_eq!(titles(&reading(&down).journey), ["Aa", "Bb", "Cc", last], "{corner} {last}, down");
        }
    }
    // What is said of the others is none: no score stands where all have one, or it sums them up, or cells are missing.
    for (last, cells) in
        [("Opmerkingen", ["kort", "goed", "blij"]), ("Gemiddelde", ["x", "y", "3"]), ("Klachten", ["", "y", "3"])]
    {
        let [one, two, three] = cells;
        let table =
            format!("Fase|Aa|Bb|Cc|{last}\nActies|a b|c d|e f|{one}\nTouchpoints|g|h|i|{two}\nTevredenheid|4|2|5|{three}");
        assert_eq!(titles(&reading(&table).journey), ["Aa", "Bb", "Cc"], "{last}");
    }
}

#[test]
fn a_first_column_of_names_names_the_phases() {
    for (name, order, goal, actions, mood) in [
        ("Name", "Order", "Customer goal", "Actions", "Mood"),
        ("Naam", "Volgorde", "Klantdoel", "Acties", "Stemming"),
        ("Navn", "Rækkefølge", "Mål", "Handlinger", "Humør"),
        ("Name", "Reihenfolge", "Ziel", "Handlungen", "Stimmung"),
        ("Nom", "Ordre", "Objectif", "Actions du client", "Humeur"),
        ("Nombre", "Orden", "Objetivo", "Acciones", "Humor"),
    ] {
        let table = format!(
            "{name}|{order}|{goal}|{actions}|Touchpoints|{mood}\nHear about it|1|fill the ride|takes a picture|Instagram|😊\n\
             Subscribe|2|miss nothing|taps Follow|App|😐\nSupport|3|give back|joins the tier|Page|😀"
        );
        let read = reading(&table);
        assert_eq!(titles(&read.journey), ["Hear about it", "Subscribe", "Support"], "{name}");
        assert_eq!(read.journey.lanes.len(), 4, "{name}: {:?}", lanes(&read.journey));
        assert_eq!(codes(&read), [], "{name}");
    }
    // A list of people has names too.
    for table in [
        "Name|Age|Goal|Needs|Frustrations\nSam|19|a degree|a bike|no time\nNoor|34|a job|a car|no money",
        "Naam|Klas|Cijfer|Opmerking\nSam de Wit|2B|7|goed gewerkt deze week\nNoor Aksoy|2A|8|heel goed gewerkt",
    ] {
        let read = super::table(table);
        assert!(read.is_err() || !titles(&read.unwrap().journey).contains(&"Sam"), "{table}");
    }
}

#[test]
fn where_the_lowest_score_is_best_the_curve_is_turned_and_that_is_said() {
    for (title, below_table, scale, scores) in [
        ("Schulnote", "", "1..6", "5 / 2 / 4"),
        ("Schulnoten (1-5)", "", "1..5", "4 / 1 / 3"),
        ("Zufriedenheit (Schulnote 1–6)", "", "1..6", "5 / 2 / 4"),
        ("Zufriedenheit (1 = sehr gut, 6 = ungenügend)", "", "1..6", "5 / 2 / 4"),
        ("Mood", "1 = great, 5 = awful", "1..5", "4 / 1 / 3"),
        ("Stemming", "\nSchaal: 1 = heel blij, 5 = boos", "1..5", "4 / 1 / 3"),
        ("Humør", "\n1 = meget godt; 5 = meget dårligt", "1..5", "4 / 1 / 3"),
        ("Satisfaction", "1 : très bien – 6 : très mal", "1..6", "5 / 2 / 4"),
        ("Satisfacción (1 = excelente, 7 = pésimo)", "", "1..7", "6 / 3 / 5"),
        ("Známka", "", "1..5", "4 / 1 / 3"),
    ] {
        let read = below(&format!("{title}|2|5|3\n{below_table}"));
        assert_eq!(lane(&read.journey, title), format!("emotion {scale}: {scores}"), "{title} {below_table}");
        let turned = codes(&read).iter().filter(|code| format!("{code:?}") == "ScaleTurned").count();
        assert_eq!(turned, 1, "{title} {below_table}: {:?}", read.remarks);
    }
    for (title, below_table, expected) in [
        ("Mood", "1 = awful, 5 = great", "emotion 1..5: 2 / 5 / 3"),
        ("Stimmung (1 = schlecht, 10 = gut)", "", "emotion 1..10: 2 / 5 / 3"),
        ("Tevredenheid", "1 = heel slecht, 7 = heel goed", "emotion 1..7: 2 / 5 / 3"),
        ("Schulnote (6 = sehr gut, 1 = sehr schlecht)", "", "emotion 1..6: 2 / 5 / 3"),
    ] {
        let read = below(&format!("{title}|2|5|3\n{below_table}"));
        assert_eq!(lane(&read.journey, title), expected, "{title} {below_table}");
        assert!(codes(&read).iter().all(|code| *code == Code::NotPlaced), "{title}");
    }
}

#[test]
fn a_table_that_is_wrapped_in_two_goes_on() {
    let expected = ["Aa", "Bb", "Cc", "Dd"];
    for (corner, actions, between) in [
        ("Faser", "Handlinger", "\n"),
        ("Fase", "Acties", ""),
        ("Phase", "Actions", "\n"),
        ("", "Actions", "\n"),
        ("Fase", "Acties", "\nVervolg\n"),
        ("Phase", "Actions", "\nContinued\n"),
        ("Faser", "Handlinger", "\nFortsat\n"),
        ("Étape", "Actions", "\nSuite\n"),
        ("Phase", "Handlungen", "\nFortsetzung (Teil 2)\n"),
    ] {
        let table = format!(
            "Reis\n\n{corner}|Aa|Bb\n{actions}|a b|c d\nTouchpoints|Brief|Web\nMood|4|2\n{between}{corner}|Cc|Dd\n\
             {actions}|e f|g h\nTouchpoints|Tel|Mail\nMood|5|3\n\nMade by: Sam"
        );
        let read = reading(&table);
        assert_eq!(titles(&read.journey), expected, "{corner} {between:?}");
        assert_eq!(lane(&read.journey, actions), "action: a b / c d / e f / g h", "{corner} {between:?}");
        assert_eq!(lane(&read.journey, "Mood"), "emotion 1..5: 4 / 2 / 5 / 3", "{corner} {between:?}");
        assert!(!codes(&read).contains(&Code::FurtherJourney), "{corner} {between:?}");
    }
    // Three of them; and one that is of somebody else, of other lanes, or begins again.
    let thrice = "Phase|Aa|Bb\nGoal|a|b\nActions|c|d\n\nPhase|Cc|Dd\nGoal|e|f\nActions|g|h\n\nPhase|Ee|Ff\nGoal|i|j\nActions|k|l";
    assert_eq!(titles(&reading(thrice).journey), ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff"]);
    for second in [
        "Journey of Bo\nPhase|Cc|Dd\nGoal|e|f\nActions|g|h",
        "Phase|Cc|Dd\nGoal|e|f\nThoughts|g|h",
        "Phase|Bb|Dd\nGoal|e|f\nActions|g|h",
    ] {
        let read = reading(&format!("Phase|Aa|Bb\nGoal|a|b\nActions|c|d\n\n{second}"));
        assert_eq!(titles(&read.journey), ["Aa", "Bb"], "{second}");
        assert!(codes(&read).contains(&Code::FurtherJourney), "{second}");
    }
    let again = "Phase|Purchase|Use\nGoal|a|b\nActions|c|d\n\nPhase|Awareness|Orientation\nGoal|e|f\nActions|g|h";
    assert!(codes(&reading(again)).contains(&Code::FurtherJourney));
}

#[test]
fn texts_in_a_grid_of_moods_are_a_curve_with_texts() {
    for (heading, levels) in [
        ("", ["Very positive", "Positive", "Neutral", "Negative", "Very negative"]),
        ("Emociones", ["Muy positivo", "Positivo", "Neutro", "Negativo", "Muy negativo"]),
        ("", ["Zeer positief", "Positief", "Neutraal", "Negatief", "Zeer negatief"]),
        ("Humør", ["Meget positiv", "Positiv", "Neutral", "Negativ", "Meget negativ"]),
        ("", ["Sehr gut", "Gut", "Mittel", "Schlecht", "Sehr schlecht"]),
        ("Émotions", ["😀", "🙂", "😐", "🙁", "😡"]),
    ] {
        let [best, good, middle, bad, worst] = levels;
        let heading = if heading.is_empty() { String::new() } else { format!("{heading}|||\n") };
        let read = below(&format!(
            "{heading}{best}||so quick|\n{good}|nice\n{middle}|||\n{bad}|||late again\n{worst}|||\nPain points|a|b|c"
        ));
        let curve = read.journey.lanes.iter().find(|lane| lane.kind.name() == "emotion");
        let curve = curve.unwrap_or_else(|| panic!("{levels:?}: {:?}", lanes(&read.journey)));
        assert_eq!(lane(&read.journey, &curve.title), "emotion -2..2: 1nice / 2so quick / -1late again", "{levels:?}");
        assert_eq!(read.journey.lanes.len(), 4, "{levels:?}: {:?}", lanes(&read.journey));
        assert_eq!(codes(&read), [], "{levels:?}");
    }
    // What is good and what is bad of each phase are two lanes.
    let both = below("Positive|a b|c d|e f\nNegative|g h|i j|k l");
    assert_eq!(both.journey.lanes.len(), 4);
    let some = below("Positive|a b||\nNegative||i j|k l");
    assert_eq!(some.journey.lanes.len(), 4);
}

#[test]
fn a_row_of_numbers_above_the_phases_only_counts_them() {
    for (numbers, corner, names, actions) in [
        ("Trin", "Fase", ["Behov", "Tilbud", "Regning"], "Handlinger"),
        ("Step", "Phase", ["Need", "Offer", "Bill"], "Customer actions"),
        ("Stap", "Fase", ["Behoefte", "Aanbod", "Nota"], "Klantacties"),
        ("Schritt", "Phase", ["Bedarf", "Angebot", "Rechnung"], "Handlungen"),
        ("Étape", "Phase", ["Besoin", "Offre", "Facture"], "Actions"),
        ("Nr.", "Fase", ["Behoefte", "Aanbod", "Nota"], "Acties"),
    ] {
        let [one, two, three] = names;
        let read = reading(&format!(
            "{numbers}|1|2|3\n{corner}|{one}|{two}|{three}\n{actions}|a b|c d|e f\nTouchpoints|Brief|Web|Tel\nMood|4|2|5"
        ));
        assert_eq!(titles(&read.journey), names, "{numbers}");
        assert_eq!(read.journey.lanes.len(), 3, "{numbers}: {:?}", lanes(&read.journey));
    }
}

#[test]
fn words_for_ratings_are_scores_and_weights_are_none() {
    for name in [
        "Rating",
        "Beoordeling",
        "Bewertung",
        "Vurdering",
        "Note",
        "Valutazione",
        "Betyg",
        "Avaliação",
        "Ocena (1-5)",
        "Satysfakcja",
        "Waardering",
        "Évaluation",
        "Calificación",
        "Оценка",
        "评分",
        "評価",
        "Customer rating",
        "Klantbeoordeling",
    ] {
        assert_eq!(lane(&below(&format!("{name}|1|5|3")).journey, name), "emotion 1..5: 1 / 5 / 3", "{name}");
    }
    for name in ["Rating of importance", "Beoordeling belang", "Bewertung der Wichtigkeit", "Effort rating", "Risk rating"] {
        assert_eq!(lane(&below(&format!("{name}|1|5|3")).journey, name), "measure: 1 / 5 / 3", "{name}");
    }
    // Words in such a row are words.
    assert!(!lane(&below("Beoordeling|te duur en traag|best wel goed|ok zo").journey, "Beoordeling").starts_with("emotion"));
}

#[test]
fn the_rows_of_a_blueprint_are_known_and_its_lines_are_no_lanes() {
    for (kind, names) in [
        (
            "backstage",
            &[
                "Actions en coulisses",
                "En coulisses",
                "Arrière-plan",
                "Processus de support",
                "Interne acties",
                "Ondersteunende processen",
                "Achter de schermen",
                "Støtteprocesser",
                "Interne handlinger",
                "Bag scenen",
                "Unterstützungsprozesse",
                "Interne Aktionen",
                "Acciones entre bastidores",
                "Procesos de apoyo",
                "Processi di supporto",
                "Azioni dietro le quinte",
                "Processos de apoio",
                "Stödprocesser",
                "Støtteprosesser",
                "Procesy wspierające",
                "Support processes",
                "Internal actions",
                "Backstage actions",
                "Вспомогательные процессы",
                "支持过程",
                "サポートプロセス",
                "Medewerkersacties",
                "Acties medewerker",
                "Backoffice",
            ][..],
        ),
        (
            "touchpoint",
            &[
                "Actions visibles du personnel",
                "Preuves physiques",
                "Fysiek bewijs",
                "Zichtbare acties medewerker",
                "Frontstage medewerkers",
                "Fysiske beviser",
                "Synlige medarbejderhandlinger",
                "Physische Beweise",
                "Sichtbare Mitarbeiteraktionen",
                "Evidencia física",
                "Evidenze fisiche",
                "Evidências físicas",
                "Frontstage actions",
                "Fysiska bevis",
                "Dowody fizyczne",
                "Frontstage",
            ][..],
        ),
    ] {
        for name in names {
            let read = below(&format!("{name}|a b|c d|e f"));
            assert_eq!(lane(&read.journey, name), format!("{kind}: a b / c d / e f"), "{name}");
        }
    }
    for line in [
        "Line of visibility",
        "Line of interaction",
        "Line of internal interaction",
        "Ligne de visibilité",
        "Ligne d’interaction interne",
        "Lijn van zichtbaarheid",
        "Interactielijn",
        "Zichtbaarheidslijn",
        "Synlighedslinje",
        "Interaktionslinje",
        "Sichtbarkeitslinie",
        "Linie der Sichtbarkeit",
        "Línea de visibilidad",
        "Linea di visibilità",
        "Linha de visibilidade",
        "Synlighetslinje",
        "Linia widoczności",
        "Линия видимости",
        "可见性分界线",
        "可視線",
        "--- Line of visibility ---",
    ] {
        let read = below(&format!("{line}|||\nBackstage|a b|c d|e f"));
        assert_eq!(read.journey.lanes.len(), 3, "{line}: {:?}", lanes(&read.journey));
    }
}

#[test]
fn a_column_of_layers_gives_lanes_of_unknown_name_their_kind() {
    for (corner, front, back, customer) in [
        ("Phase", "Frontstage", "Backstage", "Customer"),
        ("Fase", "Frontstage", "Backstage", "Klant"),
        ("Fase", "Frontstage", "Bag scenen", "Kunde"),
        ("Étape", "Frontstage", "Coulisses", "Client"),
    ] {
        let read = reading(&format!(
            "|{corner}|Aa|Bb|Cc\n{customer}|Goal|x y|z a|b c\n|Touchpoints|a|b|c\n|Mood|1|2|3\n{front}|Foo bar|d e|f g|h i\n{back}|Baz|j k|l m|n o\n|Qux|p q|r s|t u"
        ));
        let found = lanes(&read.journey);
        assert_eq!(found[3..], ["touchpoint: Foo bar", "backstage: Baz", "backstage: Qux"], "{corner}: {found:?}");
        assert!(!normal(&read.journey).contains(&format!("\"{back}\"")), "{corner}");
    }
}

#[test]
fn who_made_it_is_known_by_the_team_and_below_the_table() {
    for (label, expected) in [
        ("Équipe : Maëlle Guégan, Idriss Benali", ["Maëlle Guégan", "Idriss Benali"]),
        ("Équipe 4 : Maëlle Guégan, Idriss Benali", ["Maëlle Guégan", "Idriss Benali"]),
        ("Team: Sam Bos, Noor Aksoy", ["Sam Bos", "Noor Aksoy"]),
        ("Equipo: Lucía Pardo y Mateo Ruiz", ["Lucía Pardo", "Mateo Ruiz"]),
        ("Zespół: Anna Nowak, Piotr Lis", ["Anna Nowak", "Piotr Lis"]),
    ] {
        let read = reading(&format!("{label}\n\nPhase|Find|Ride\nGoal|a b|c d\nAction|e|f"));
        assert_eq!(authors(&read.journey), expected, "{label}");
    }
    for label in [
        "Lavet af: Line Bjerre",
        "Gemaakt door: Line Bjerre",
        "Auteur: Line Bjerre",
        "Made by: Line Bjerre",
        "Erstellt von: Line Bjerre",
        "Réalisé par : Line Bjerre",
        "Elaborado por: Line Bjerre",
        "Gemaakt door|Line Bjerre",
        "gemaakt door Line Bjerre",
    ] {
        let read = below(&format!("\n{label}"));
        assert_eq!((authors(&read.journey), codes(&read)), (vec!["Line Bjerre"], vec![]), "{label}");
    }
    // A name below a table may be that of the next one.
    let next = below("\nAuteur: Bo\nPhase|Find|Ride|Return\nGoal|x|y|z\nAction|u|v|w");
    assert_eq!(authors(&next.journey), [""; 0]);
}

#[test]
fn a_tree_may_be_wrapped_in_a_word_for_it() {
    for (wrap, title, phases, does, feels) in [
        ("klantreis", "titel", "fasen", "doet", "emotie"),
        ("journey", "title", "phases", "actions", "mood"),
        ("customer_journey", "title", "stages", "actions", "mood"),
        ("kunderejse", "titel", "faser", "handlinger", "humør"),
    ] {
        let phase =
            |name: &str, what: &str, score: i32| format!("    - titel: {name}\n      {does}: {what}\n      {feels}: {score}\n");
        let text = format!(
            "{wrap}:\n  {title}: Storing\n  {phases}:\n{}{}",
            phase("Vertrek", "kijkt op de app", 4),
            phase("Onderweg", "wacht op de trein", 1)
        );
        let journey = yaml(&text);
        assert_eq!((journey.title.as_str(), titles(&journey)), ("Storing", vec!["Vertrek", "Onderweg"]), "{wrap}");
        assert_eq!(journey.lanes.len(), 2, "{wrap}: {:?}", lanes(&journey));
    }
}

#[test]
fn ticks_beside_channels_name_them() {
    for (rows, title, expected) in [
        ("Kanaal: website|✓||✓\nKanaal: balie||x|x", "Kanaal", "channel: website / balie / website+balie"),
        ("Channel: phone|x||\nChannel: shop|x|x|", "Channel", "channel: phone+shop / shop / "),
        ("Kanal – telefon|x||\nKanal – butik|x|x|", "Kanal", "channel: telefon+butik / butik / "),
        ("Canales|||\nTeléfono|x||\nTienda|x|x|", "Canales", "channel: Teléfono+Tienda / Tienda / "),
        ("Kanalen|||\nTelefoon|✓||\nWinkel||✓|✓", "Kanalen", "channel: Telefoon / Winkel / Winkel"),
    ] {
        let read = below(rows);
        assert_eq!(lane(&read.journey, title), expected, "{rows}");
        assert_eq!((read.journey.lanes.len(), codes(&read)), (3, vec![]), "{rows}");
    }
    // Of other things nobody knows what a mark says.
    assert_eq!(below("Website|x||x\nWinkel||x|").journey.lanes.len(), 4);
}

#[test]
fn measures_to_take_are_opportunities() {
    for name in ["Maßnahmen", "Verbesserungsmaßnahmen", "Verbetermaatregelen", "Mesures d’amélioration", "Medidas de mejora"]
    {
        assert_eq!(lane(&below(&format!("{name}|a b|c d|e f")).journey, name), "opportunity: a b / c d / e f", "{name}");
    }
}

#[test]
fn names_in_brackets_behind_lanes_are_personas() {
    for (thoughts, one, other) in
        [("Thoughts", "Freja", "Bo"), ("Gedachten", "Sanne", "Bram"), ("Tanker", "Freja", "Mikkel"), ("Gedanken", "Lena", "Kurt")]
    {
        let read = below(&format!("{thoughts} ({one})|a b|c d|e f\n{thoughts} ({other})|g h|i j|k l"));
        assert_eq!(personas(&read.journey), [one, other], "{thoughts}");
    }
    assert_eq!(personas(&below("Thoughts (Before)|a b|c d|e f\nThoughts (After)|g h|i j|k l").journey), [""; 0]);
}

#[test]
fn banners_with_a_persona_stand_over_the_lanes_of_that_one() {
    for (corner, goal, mood, banner) in [
        ("Fase", "Doel", "Gevoel", "Persona"),
        ("Phase", "Goal", "Mood", "Persona"),
        ("Fase", "Mål", "Humør", "Persona"),
        ("Étape", "Objectif", "Humeur", "Persona"),
    ] {
        let lines = |scores: &str| format!("{goal}|a b|c d|e f\n{mood}|{scores}\n");
        let table =
            format!("{corner}|Aa|Bb|Cc\n{banner} 1: Sanne|||\n{}{banner} 2: Bram (54)|||\n{}", lines("1|2|3"), lines("5|4|3"));
        let read = reading(&table);
        assert_eq!(personas(&read.journey), ["Sanne", "Bram"], "{corner}");
        let whose: Vec<_> = read.journey.lanes.iter().filter_map(|lane| lane.persona.clone()).collect();
        assert_eq!((read.journey.lanes.len(), whose.len()), (4, 2), "{corner}: {:?}", lanes(&read.journey));
        assert_ne!(whose[0], whose[1], "{corner}");
        assert_eq!(codes(&read), [], "{corner}");
    }
}

#[test]
fn a_day_above_the_table_is_the_day_of_the_journey() {
    for line in [
        "Fecha|3 de noviembre de 2026",
        "Fecha del taller: 3 de noviembre de 2026",
        "Termin: 3.11.2026",
        "Workshop-Termin|3. November 2026",
        "Datum workshop: 3 november 2026",
        "Workshop date|2026-11-03",
        "Dato for workshop: 3. november 2026",
        "Date de l’atelier : 03/11/2026",
        "Data warsztatu: 3 listopada 2026",
        "Date of the session: 3 November 2026",
    ] {
        let read = reading(&format!("Trip\n{line}\n\nPhase|Find|Ride\nGoal|a b|c d\nAction|e|f"));
        let day = read.journey.date.as_ref().map(ToString::to_string);
        assert_eq!((day.as_deref(), codes(&read)), (Some("2026-11-03"), vec![]), "{line}");
        assert_eq!(read.journey.title, "Trip", "{line}");
    }
}
