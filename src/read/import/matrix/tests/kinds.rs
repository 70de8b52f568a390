//! Tests of the kinds of tables that are read: what names phases and lanes, what stands beside and below, and what is no journey.

use super::*;

#[test]
fn a_list_is_told_by_the_column_whose_texts_differ() {
    let grid = |board: &str, frame: &str| {
        let row = |title: &str, label: &str, frame: &str| format!("{title}|{label}|{frame}|{board}");
        [
            row("Navn", "Labels", frame),
            row("Sees the poster", "Touchpoint", "Discover"),
            row("Is it worth it", "Thought", "Discover"),
            row("Walks in one day", "Touchpoint", "Join"),
            row("This will do me good", "Thought", "Join"),
        ]
        .join("\n")
    };
    for (board, frame) in
        [("Board of the whole gym team of ours", "List Name"), ("Fitnessrejsen for alle vores medlemmer", "Frame")]
    {
        let expected = "Discover=discover | Join=join\n\
                        Touchpoint=touchpoint: Sees the poster | Walks in one day\nThought=thought: Is it worth it | This will do me good";
        assert_eq!(short(&journey(&grid(board, frame))), expected, "{frame}");
    }
}

#[test]
fn records_with_a_name_each_have_the_phases_that_are_said() {
    for header in ["Naam|Fase|Kanaal|Stemming", "Name|Phase|Channel|Mood", "Navn|Fase|Kanal|Humør", "Nazwa|Etap|Kanał|Nastrój"]
    {
        let rows = "Opslag i gruppen|Opdager|Web|Happy\nBesøg i butik|Opdager|Butik|Neutral\nFørste kasse|Prøver|Post|Very happy\n\
                    Retur|Prøver|Post|Unhappy";
        let journey = journey(&format!("{header}\n{rows}"));
        let titles: Vec<_> = journey.phases.iter().map(|phase| phase.title.as_str()).collect();
        assert_eq!(titles, ["Opdager", "Prøver"], "{header}");
        let scores = |phase: usize| {
            let items = journey.phases[phase].cells.iter().flatten();
            items.filter_map(|item| item.score.map(|score| score.to_string())).collect::<Vec<_>>().join(" ")
        };
        assert_eq!((scores(0).as_str(), scores(1).as_str()), ("1 0", "2 -1"), "{header}");
    }
}

#[test]
fn titles_of_records_are_no_phases_where_these_come_back_beside_them() {
    for (name, phase) in [("Naam", "Fase"), ("Namn", "Steg"), ("Name", "Stage")] {
        let read = short(&journey(&format!(
            "{name}|{phase}|Touchpoint|Emotion (1-5)|Pain points|Ideas\nSees the sign from the road|Hear|Sign|3|Behind a tree|Move it\n\
             Reads about it in the paper|Hear|Paper|4||\nSmells three sorts of beans|Taste|Counter|5|No room|Tables\nPays at the till with a card|Buy|Till|4||Bags"
        )));
        assert!(read.starts_with("Hear=hear | Taste=taste | Buy="), "{read}");
        assert!(
            read.contains(&format!("{name}=action: Sees the sign from the road+Reads about it in the paper | Smells")),
            "{read}"
        );
    }
    // A step may be what is done; in such a list it says where each record belongs.
    let read = short(&journey(
        "Namn|Steg|Kontaktpunkt|Upplevelse (1-5)|Problem\nSer skylten från cykelbanan|Upptäcka|Skylt|3|Står bakom en björk\n\
         Läser om oss i tidningen|Upptäcka|Tidning|4|\nBetalar med telefonen|Köpa|Kassa|5|Påsen går upp",
    ));
    assert!(read.starts_with("Upptäcka=") && read.contains("Namn=action: Ser skylten från cykelbanan+Läser"), "{read}");
}

#[test]
fn stages_below_phases_with_nothing_before_them_are_no_phases() {
    for label in ["Periode", "Stadie", "Stage", "Abschnitt"] {
        let grid = format!(
            "|Hører om det|Melder sig ind|Låner|Afleverer\n{label}|Før|Før|Under|Efter\nHandling|a b|c d|e f|g h\nTanker|i|j|k|l"
        );
        let journey = journey(&grid);
        assert_eq!((journey.phases.len(), journey.stages.len()), (4, 3), "{label}\n{}", short(&journey));
    }
}

#[test]
fn shares_and_expected_scores_are_curves() {
    let journey = journey(
        "Fase|Zoeken|Kopen|Gebruiken\nActie|kijkt rond|rekent af|eet het op\nKlanttevredenheid|78%|55%|81%\n\
         Verwachting (1-10)|6,5|7|8\nErvaring (1-10)|5|7,5|9",
    );
    let kinds: Vec<_> = journey.lanes.iter().map(|lane| lane.kind.name()).collect();
    assert_eq!(kinds, ["action", "emotion", "emotion", "emotion"], "{}", short(&journey));
    let told = super::journey("Fase|Zoeken|Kopen\nActie|kijkt|betaalt\nVerwachting|een mooie taart|een lage prijs");
    assert_eq!(told.lanes[1].kind.name(), "expectation");
}

#[test]
fn a_curve_is_read_from_words_with_very_and_with_reasons() {
    for row in [
        "Emotion|Very happy: they knew me|Neutral – it works|Unhappy: I had to wait",
        "Emotie|heel blij|neutraal|ongelukkig",
        "Emotion|sehr zufrieden|neutral|unzufrieden",
        "Emozioni|molto felice|neutro|triste",
    ] {
        let journey = journey(&format!("Phase|Find|Ride|Return\nAction|looks|rides|parks\n{row}"));
        let scores =
            journey.phases.iter().map(|phase| phase.cells[1][0].score.map(|score| score.to_string()).unwrap_or_default());
        assert_eq!(scores.collect::<Vec<_>>(), ["2", "0", "-1"], "{row}");
        assert!(row.split('|').skip(1).all(|text| short(&journey).contains(text)), "{row}\n{}", short(&journey));
    }
}

#[test]
fn answers_to_a_form_without_phases_are_doubted() {
    let doubted = |header: &str| {
        let rows = "2026/11/02 9:12:44|Friend|The kiosk by the door|4\n2026/11/02 9:40:02|Poster|The reception desk|2\n\
                    2026/11/03 8:59:17|Friend|The app on my phone|3";
        let Ok(reading) = read_all(vec![page(&format!("{header}\n{rows}"))]) else { return true };
        reading.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix)
    };
    assert!(doubted("Timestamp|How did you hear about us?|Which touchpoint did you use first?|How satisfied are you? (1-5)"));
    assert!(doubted("Tijdstempel|Hoe kende je ons?|Welk contactmoment had je?|Hoe tevreden ben je? (1-5)"));
}

#[test]
fn a_legend_below_a_table_is_none_of_its_lanes() {
    let journey =
        journey("Fase|Zoeken|Kopen\nActie|kijkt|betaalt\nEmotie (1-5)|2|4\n\nLegenda|\nScore|Betekenis\n1|slecht\n5|goed");
    assert_eq!(journey.lanes.len(), 2, "{}", short(&journey));
}

#[test]
fn a_header_that_says_stage_names_the_column_of_the_phases() {
    for (grid, phases, lanes) in [
        (
            "Stage|Key Pain Point|Mitigation\nFinding|Too many shops|A guide\nTrying|A queue stands there|By phone",
            "Finding Trying",
            "barrier opportunity",
        ),
        (
            "Этап|Триггеры|Точки контакта\nПоиск|Сломан велосипед|Сайт\nПроба|Нужна уверенность|Магазин",
            "Поиск Проба",
            "text touchpoint",
        ),
        (
            "Ator|Etapa|Ações do usuário|Dores\nCliente|Pesquisa|Procura uma loja|Muitas lojas\nCliente|Prova|Anda|Fila grande",
            "Pesquisa Prova",
            "action barrier",
        ),
        (
            "#|Fase|Doel van de klant\n1|Ontdekken|weten of dit iets is\n2|Inrichten|de fiets invoeren\n3|Meedoen|zien wie er rijdt",
            "Ontdekken Inrichten Meedoen",
            "goal",
        ),
        (
            "Stage Number|Stage Name|Goal|Action\n1|Finding|A bike that fits|Looks\n2|Trying|To feel sure|Rides",
            "Finding Trying",
            "goal action",
        ),
        (
            "Etappe 1|Schritt|Ziel|Problem\nx|Suchen|Ein Rad das passt|Zu viele\nx|Kaufen|Sicher sein|Schlange",
            "Suchen Kaufen",
            "goal barrier",
        ),
        ("阶段|目标|触点\n搜索|一辆合适的自行车|网站\n试骑|放心|商店", "搜索 试骑", "goal touchpoint"),
    ] {
        let journey = journey(grid);
        let titles: Vec<_> = journey.phases.iter().map(|phase| phase.title.as_str()).collect();
        let kinds: Vec<_> = journey.lanes.iter().map(|lane| lane.kind.name()).collect();
        assert_eq!((titles.join(" "), kinds.join(" ")), (phases.to_owned(), lanes.to_owned()), "{grid}");
    }
}

#[test]
fn a_phase_that_is_written_again_in_each_of_its_rows_is_one() {
    let read = journey(
        "Stage|Step|Pain Points\nEngage|Open the website|The page is slow today\nEngage|Choose a bike|Too many filters\n\
         Convert|Fill in the address|It forgets what was typed\nConvert|Pay by card|No receipt comes",
    );
    assert_eq!(
        short(&read),
        "Engage=engage | Convert=convert\n\
         Step=action: Open the website+Choose a bike | Fill in the address+Pay by card\n\
         Pain Points=barrier: The page is slow today+Too many filters | It forgets what was typed+No receipt comes"
    );
}

#[test]
fn phases_without_names_are_counted() {
    let down = journey("User Action|Touchpoints|Pain Points\nLooks for a bike|The website|Too many\nTries one|The shop|A queue");
    assert_eq!(
        short(&down),
        "Phase 1=phase-1 | Phase 2=phase-2\nUser Action=action: Looks for a bike | Tries one\n\
         Touchpoints=touchpoint: The website | The shop\nPain Points=barrier: Too many | A queue"
    );
    let across = journey(
        "Persona|Fietser\nDoelen|Een fiets die past\nActies|Kijkt rond|Rijdt een rondje|Rekent af\nEmotie|1|-1|2\n\
         Contactmomenten|Website|Winkel|Kassa",
    );
    assert_eq!(short(&across).lines().next(), Some("Fase 1=fase-1 | Fase 2=fase-2 | Fase 3=fase-3"));
    assert_eq!((across.lanes.len(), &*across.personas[0].name, left(&across).len()), (4, "Fietser", 0));
    for other in [
        "Risk|Impact|Mitigation|Owner\nServer|High|Second|Ops\nStaff|Low|Hire|HR",
        "Name|Age|Goals|Frustrations\nAnna|34|Ride to work every day|Rain and bad roads\nBo|21|Look cool|Too little money",
    ] {
        let codes = match read_all(vec![page(other)]) {
            Ok(reading) => reading.remarks.iter().map(|remark| remark.code).collect::<Vec<_>>(),
            Err(problems) => problems.iter().map(|problem| problem.code).collect(),
        };
        assert!(codes.iter().any(|code| [Code::DoubtfulMatrix, Code::NoMatrix].contains(code)), "{other}");
    }
}

#[test]
fn a_table_below_with_the_same_phases_gives_its_lanes() {
    let main = "Stage|Goal|Actions\nAwareness|a|b\nPurchase|c|d\n\n";
    for below in ["Stage|Score\nPurchase|5\nAwareness|3", "|Awareness|Purchase\nScore|3|5", "Stage|Awareness|Purchase\nScore|3|5"]
    {
        let read = journey(&format!("{main}{below}"));
        assert_eq!(short(&read).lines().last(), Some("Score=emotion: 3 | 5"), "{below}");
        assert_eq!(left(&read), [""; 0], "{below}");
    }
    for (below, over) in [
        ("Stage|Goal\nPurchase|5\nAwareness|3", 6),
        ("Stage|Score\nPurchase|5\nDelivery|3", 6),
        ("Stage|Score|Goal\nPurchase|5|x", 6),
    ] {
        let read = journey(&format!("{main}{below}"));
        assert_eq!((read.lanes.len(), left(&read).len()), (2, over), "{below}");
    }
}

#[test]
fn what_stands_beside_a_contact_is_its_own() {
    let items = |grid: &str| {
        let journey = journey(grid);
        let contact = journey.lanes.iter().position(|lane| lane.kind == crate::journey::LaneKind::Touchpoint).unwrap();
        let told = |item: &crate::journey::Item| {
            let level = item.importance.map(crate::journey::Level::name);
            let told = [Some(item.text()), item.channel.as_deref(), item.when.as_deref(), level];
            told.into_iter().flatten().collect::<Vec<_>>().join("/")
        };
        let items = journey.phases.iter().flat_map(|phase| &phase.cells[contact]).map(told).collect::<Vec<_>>();
        (items.join(" "), journey.lanes.len())
    };
    let down = "Stage|Touchpoint|Channel|Time|Importance|Pain point\nAwareness|Advert|Instagram|9:30|High|Dull\n\
                Awareness|Video|YouTube||medium|Long\nPurchase|Basket|Website|noon|low|Costs";
    let expected = "Advert/Instagram/9:30/high Video/YouTube/medium Basket/Website/noon/low";
    assert_eq!(items(down), (expected.to_owned(), 2));
    let across = "|Oriëntatie|Oriëntatie|Aankoop\nTouchpoint|Website|Beurs|Kassa\nKanaal|web|school|winkel\nDoel|a|b|c";
    assert_eq!(items(across), ("Website/web Beurs/school Kassa/winkel".to_owned(), 2));
    // A channel without its contact, or an importance that is no level, has no place there.
    let more = "Stage|Touchpoint|Channel|Importance\nAwareness|Advert|Instagram|4\nAwareness||YouTube|5\nAwareness|Film|Cinema|3\n\
                Purchase|Basket|Website|1";
    assert_eq!(items(more), ("Advert Film Basket".to_owned(), 3));
    // With a row a phase a channel is that of the phase.
    assert_eq!(items("Stage|Touchpoint|Channel\nAwareness|Advert|Web\nPurchase|Shop|Street"), ("Advert Shop".to_owned(), 2));
}

#[test]
fn a_column_of_personas_names_them() {
    let one = journey("Stage|Persona|Goal|Pain\nSearch|Rider|a|b\nBuy|Rider|c|d");
    assert_eq!((one.lanes.len(), one.personas.len(), &*one.personas[0].name), (2, 1, "Rider"));
    let two = journey("Stage|Persona|Goal|Pain\nSearch|Rider|a|b\nBuy|Walker|c|d");
    assert_eq!((two.lanes.len(), two.personas.len()), (3, 2));
}

#[test]
fn a_label_among_the_names_of_columns_is_none() {
    let read = journey(
        "Id|Name|Shape|Group|Text\n1|Page|||One\n2|Two|Round|G1|Four\n\n|Zien|Kopen\nDoel|Weten wat er is|Iets kopen\nActie|a|b",
    );
    assert_eq!((read.authors.len(), left(&read).len(), read.title.as_str()), (0, 13, "reis"));
    let facts = journey("Naam|Sam|Klas|2B|Vak|Fietsen\n|Bewustzijn|Kopen\nDoel|a|b\nActie|c|d\nEmotie|1|2");
    assert_eq!((facts.authors[0].class.as_deref(), facts.course.as_deref()), (Some("2B"), Some("Fietsen")));
}

#[test]
fn a_table_that_tells_nothing_of_a_customer_is_doubted() {
    let deals = "Offer|Stage|Worth|Owner|Last call\nAcme|Proposal|much|Sam|2026-05-01\nBeta|Won|more|Noor|2026-04-01";
    let remarks = read_all(vec![page(deals)]).unwrap().remarks;
    assert_eq!(remarks[0].code, Code::DoubtfulMatrix);
    assert!(remarks[0].message.contains("“Last call” holds nothing but dates"), "{}", remarks[0].message);
}

#[test]
fn figures_registers_and_people_are_no_journey_whatever_the_phases_are_called() {
    let doubts = |grid: &str| match read_all(vec![page(grid)]) {
        Ok(reading) => reading.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix),
        Err(problems) => problems.iter().any(|problem| problem.code == Code::NoMatrix),
    };
    for grid in [
        "Stage|Visitors|Conversion|Time\nAwareness|120000|24%|0:42\nPurchase|8928|12%|4:01\nAdvocacy|482|9%|0:55",
        "Stage|Visitors\nAwareness|120000\nPurchase|8928\nAdvocacy|482",
        "KPI|Awareness|Purchase|Loyalty\nReach|120000|2000|500\nCost per click|€ 0,32|€ 1,20|€ 0,10\nRevenue|0|€ 12.000|€ 3.400",
        "Stage|Owner|Budget|Status\nAwareness|Tom Reed|€ 12.000|Done\nPurchase|Eva Lind|€ 30.000|Open",
        "Fase|Budget|Verantwoordelijke\nBewustzijn|1200|Jan Bakker\nAankoop|3000|Tim Post",
        "Deal|Stage|Amount|Contact|Next step\nHarbour|Proposal|12000|Jo Marsh|Call\nCity|Closed|900|Eva Lind|Legal\n\
         Green|Negotiation|4500|Ali Khan|Revise",
        "Key|Summary|Status|Step|Points|Assignee\nAPP-1|Log in|To do|Refinement|5|Priya\nAPP-2|Fix it|Doing|Development|3|Tom\n\
         APP-3|Show it|In review|Testing|2|Sam\nAPP-4|Pause|Done|Release|8|Priya",
        "Phase|Purpose|Participants|Duration|Success\nPhase I|Find a safe dose|20–80 people|some months|70%\n\
         Phase II|See whether it works|100–300 patients|up to 2 years|33%",
    ] {
        assert!(doubts(grid), "{grid}");
    }
    for grid in [
        "Fase|Bewustzijn|Aankoop\nEmotie|3|4",
        "Fase|Bewustzijn|Aankoop\nWat er misgaat|de sleutel is weg|er is een file",
        "Stage|Contact|Goal\nAwareness|Call Centre|To know\nPurchase|Mobile App|To pay",
        "Stage|Channel|KPI\nAwareness|Instagram|1200\nPurchase|Website|300",
        "|Awareness|Purchase\nGoal||\nOwner||\nStatus||",
    ] {
        assert!(!doubts(grid), "{grid}");
    }
}

#[test]
fn what_only_counts_the_phases_is_no_name_of_one() {
    let expected = "Search=search | Buy=buy | Ride=ride\nGoal=goal: a | b | c\nAction=action: d | e | f";
    let lanes = "Goal|a|b|c\nAction|d|e|f";
    for head in ["|1|2|3\n|Search|Buy|Ride", "|Step 1|Step 2|Step 3\n|Search|Buy|Ride", "Nr.|1|2|3\nStage|Search|Buy|Ride"] {
        let read = journey(&format!("{head}\n{lanes}"));
        assert_eq!((short(&read), left(&read)), (expected.to_owned(), Vec::new()), "{head}");
    }
    for grid in [
        "Nr.|Stage|Goal|Action\n1|Search|a|d\n2|Buy|b|e\n3|Ride|c|f",
        "Stage|No.|Goal|Action\nSearch|1|a|d\nBuy|2|b|e\nRide|3|c|f",
    ] {
        let read = journey(grid);
        assert_eq!((short(&read), left(&read)), (expected.to_owned(), Vec::new()), "{grid}");
    }
    let banded = journey("|Before||After\n|1|2|3\n|Search|Buy|Ride\nGoal|a|b|c\nAction|d|e|f");
    assert_eq!((banded.stages.len(), left(&banded).len()), (2, 0));
    let counted = journey("Fase|1|2|3\nDoel|a|b|c\nActie|d|e|f");
    assert_eq!(short(&counted).lines().next(), Some("1=1 | 2=2 | 3=3"));
}

#[test]
fn those_who_answered_are_neither_phases_nor_personas() {
    let read = journey(
        "Respondent|Fase|Actie|Hoe blij was je?\nAnna Smit|Zoeken|Kijkt|4\nBo Kramer|Zoeken|Vraagt|3\nAnna Smit|Kopen|Pint|2\n\
         Bo Kramer|Kopen|Belt|5",
    );
    assert_eq!(
        short(&read),
        "Zoeken=zoeken | Kopen=purchase\nActie=action: Kijkt+Vraagt | Pint+Belt\nHoe blij was je?=emotion: 4+3 | 2+5"
    );
    assert_eq!((read.personas.len(), left(&read).len()), (0, 5));
    let answers = journey("Navn|Hvilken fase?|Hvad gjorde du?|Hvor glad var du?\nAnna Smit|Søge|Så|3\nBo Kramer|Købe ind|Gik|2");
    assert_eq!(short(&answers).lines().next(), Some("Søge=soge | Købe ind=kobe-ind"));
}

#[test]
fn a_sign_for_nothing_is_left_over() {
    let read = journey("|Zien|Kopen|Eten\nDoel|a|-|c\nActie|–|d|e");
    assert_eq!(short(&read).lines().nth(1), Some("Doel=goal: a |  | c"));
    assert_eq!(left(&read), ["-", "–"]);
}

#[test]
fn a_table_under_each_heading_is_one_of_a_phase() {
    let expected = "Awareness=awareness | Purchase=purchase\nGoal=goal: a | c\nAction=action: b | d";
    let rows = "Trip\n\nAwareness\n\nLane|What\nGoal|a\nAction|b\n\nPurchase\n\nLane|What\nGoal|c\nAction|d\n\nSource: a talk";
    let columns = "Trip\n\nAwareness\n\nGoal|Action\na|b\n\nPurchase\n\nGoal|Action\nc|d\n\nSource: a talk";
    for grid in [rows, columns] {
        let read = journey(grid);
        assert_eq!((short(&read), read.title.as_str()), (expected.to_owned(), "Trip"), "{grid}");
        assert_eq!(left(&read), ["Source: a talk"], "{grid}");
    }
    let lanes = "Trip\n\nGoal\n\nAwareness|Purchase\na|c\n\nAction\n\nAwareness|Purchase\nb|d\n\nSource: a talk";
    assert_eq!(short(&journey(lanes)), expected);
    let told = journey("Awareness\nAll that comes first.\n\nGoal|a\nPain|b\n\nPurchase\nAll else.\n\nGoal|c\nPain|d");
    assert_eq!((told.phases[1].description.as_deref(), left(&told).len()), (Some("All else."), 0));
    let own = journey("Awareness\nLight|dim\nGoal|a\nPain|b\n\nPurchase\nSound|loud\nGoal|c\nPain|d");
    assert_eq!((own.lanes.len(), own.lanes[0].title.as_str(), left(&own).len()), (4, "Light", 0));
    let steps = journey("Awareness\nStep|Channel\nLooks|web\nAsks|shop\n\nPurchase\nStep|Channel\nPays|till\nWaits|shop");
    assert_eq!(short(&steps).lines().nth(1), Some("Step=action: Looks+Asks | Pays+Waits"));
    for other in [
        "Anna\nStage|Goal|Action\nSearch|a|b\nBuy|c|d\n\nBo\nStage|Goal|Action\nSearch|e|f\nBuy|g|h",
        "Anna\nWhat|Answer\nAge|34\nGoal|a\nPain|b\n\nBo\nWhat|Answer\nAge|21\nGoal|c\nPain|d\n\nCem\nWhat|Answer\nAge|1\nGoal|e\nPain|f",
    ] {
        let phases = read_all(vec![page(other)]).map(|reading| reading.journey.phases[0].title.clone());
        assert_ne!(phases.ok().as_deref(), Some("Anna"), "{other}");
    }
}

#[test]
fn marks_under_headings_are_scores_of_their_phases() {
    for label in ["Cijfer", "Karakter", "Note", "Beoordeling"] {
        let part =
            |phase: &str, mark: &str| format!("{phase}\n\nActie|kijkt rond\nContact|site\nKansen|meer licht\n{label}|{mark}\n\n");
        let read = short(&journey(&[part("Dromen", "7"), part("Rijden", "4"), part("Wonen", "8")].concat()));
        assert!(read.ends_with(&format!("{label}=emotion: 7 | 4 | 8")), "{read}");
    }
}

#[test]
fn headings_with_other_lanes_each_are_those_of_a_report() {
    let report = "Inleiding\n\nDoel|begrijpen hoe het gaat\nMethode|zes gesprekken\n\nBevindingen\n\nActie|bewoners spoelen om\nProbleem|de bak ruikt\n\n\
                  Conclusie\n\nAdvies|vaker legen\nActie|offerte vragen";
    assert!(read_all(vec![page(report)]).is_err());
    let again = report.replace("Methode|zes", "Probleem|zes").replace("Advies|vaker", "Doel|vaker");
    assert_eq!(journey(&again).phases.len(), 3);
}

#[test]
fn headings_over_lanes_that_tell_of_no_customer_are_doubted() {
    let doubted = |lane: &str| {
        let part = |phase: &str| format!("{phase}\n\n{lane}|meer licht in de hal\nKanaal|mail\n\n");
        let read = read_all(vec![page(&[part("1. Voorbereiding"), part("2. Uitvoering")].concat())]).unwrap();
        read.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix)
    };
    assert_eq!((doubted("Kansen"), doubted("Gedachten")), (true, false));
}

#[test]
fn a_heading_with_one_lane_alone_is_a_phase_too() {
    for row in ["Actie|belt de winkel", "Contact|deur"] {
        let read = short(&journey(&format!(
            "Reis naar zee\n\n1. Zoeken\n\nActie|kijkt rond\nContact|site\n\n2. Wachten\n\n{row}\n\n3. Kopen\n\nActie|betaalt\nContact|kassa"
        )));
        assert!(read.starts_with("1. Zoeken=") && read.contains("| 2. Wachten=") && read.contains("| 3. Kopen="), "{read}");
        let (lane, text) = row.split_once('|').unwrap();
        assert!(read.lines().any(|line| line.starts_with(lane) && line.contains(&format!("| {text} |"))), "{read}");
    }
}

#[test]
fn what_looks_like_no_journey_is_refused_or_doubted() {
    let stages = ["Checkout", "Home", "Product page"];
    let entry = |nth: usize| format!("{nth}|{}|2024-01-1{}|{}|View|{}", nth % 40, nth % 9, stages[nth % 3], nth * 7);
    let log: Vec<String> = (1..60).map(entry).collect();
    let log = format!("JourneyID|CustomerID|VisitDate|Stage|Action|Duration\n{}", log.join("\n"));
    let refused = read_all(vec![page(&log)]).map(|reading| short(&reading.journey)).unwrap_err();
    assert_eq!(refused[0].code, Code::NoMatrix);
    let budget = "Item|Supplier|Weight|Note\nPaper|The copy shop|two pounds|Two packs of A3 paper\n\
                  Markers|The toy shop|very light|Six colours are enough\nTape|The hardware shop|light|Does not leave marks";
    let reading = read_all(vec![page(budget)]).unwrap();
    assert_eq!(reading.remarks[0].code, Code::DoubtfulMatrix);
    let known = read_all(vec![page("Fase|Zien|Doen\nDoel|Weten wat er is|Iets kopen\nActie|Kijkt|Koopt")]).unwrap();
    assert!(known.remarks.iter().all(|remark| remark.code != Code::DoubtfulMatrix));
}
