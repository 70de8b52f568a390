//! Tables as strangers make them, each kind with a small one of its own: what is read of it, what is doubted, and that nothing goes without
//! a word.

mod kinds;

use klantreis::diagnostic::{Code, Diagnostic};
use klantreis::journey::{Journey, Lane, normal};
use klantreis::read::{Options, Reading, read};
use rust_xlsxwriter::{Formula, Url, Workbook};

/// A table of text, `|` between its cells, `~` for a line break in one.
fn table(grid: &str) -> Result<Reading, Vec<Diagnostic>> {
    let cell = |cell: &str| format!("\"{}\"", cell.trim().replace('~', "\n").replace('"', "\"\""));
    let row = |line: &str| line.split('|').map(cell).collect::<Vec<_>>().join(",");
    let csv = grid.lines().map(row).collect::<Vec<_>>().join("\n");
    read(Some("csv"), csv.as_bytes(), &Options { stem: Some("reis"), ..Options::default() }).1
}

fn reading(grid: &str) -> Reading {
    table(grid).unwrap_or_else(|problems| panic!("{grid}\n{problems:?}"))
}

fn codes(reading: &Reading) -> Vec<Code> {
    reading.remarks.iter().map(|remark| remark.code).collect()
}

fn titles(journey: &Journey) -> Vec<&str> {
    journey.phases.iter().map(|phase| phase.title.as_str()).collect()
}

/// A lane with the name in short: kind, scale, and items phase by phase, a score before the words.
fn lane(journey: &Journey, title: &str) -> String {
    let found = journey.lanes.iter().position(|lane| lane.title == title);
    let index = found
        .unwrap_or_else(|| panic!("no lane {title} in {:?}", journey.lanes.iter().map(|lane| &lane.title).collect::<Vec<_>>()));
    let lane: &Lane = &journey.lanes[index];
    let cells = journey.phases.iter().map(|phase| {
        let item = |item: &klantreis::journey::Item| {
            let score = item.score.map(|score| format!("{score}")).unwrap_or_default();
            format!("{score}{}", item.text())
        };
        phase.cells[index].iter().map(item).collect::<Vec<_>>().join("+")
    });
    let scale = lane.scale.as_ref().map(|scale| format!(" {}..{}", scale.min, scale.max)).unwrap_or_default();
    format!("{}{scale}: {}", lane.kind.name(), cells.collect::<Vec<_>>().join(" / "))
}

/// Two phases with a goal and an action, and the lines below.
fn below(lines: &str) -> Reading {
    reading(&format!("Phase|Find|Ride|Return\nGoal|know more|get there|be rid of it\nAction|looks|rides|parks\n{lines}"))
}

#[test]
fn a_lone_sign_is_a_score_among_moods_and_else_a_text() {
    for (line, title, expected) in [
        ("Mood|+~-|--|++", "Mood", "emotion -2..2: 1+-1 / -2 / 2"),
        ("Feeling|+|-|0", "Feeling", "emotion -2..2: 1 / -1 / 0"),
        ("Ressenti|-|-|++", "Ressenti", "emotion -2..2: -1 / -1 / 2"),
        ("Mood|-|-|-", "Mood", "emotion -2..2: -1 / -1 / -1"),
        ("Mood|+ quick|- too dear|++ free~- far", "Mood", "emotion -2..2: 1quick / -1too dear / 2free+-1far"),
        ("Feeling|- glad|- tired|- done", "Feeling", "emotion -2..2: glad / tired / done"),
        ("Verdict|+|-|++", "Verdict", "text: + / - / ++"),
        ("Ideas|more~-~less|*|", "Ideas", "opportunity: more+-+less / * / "),
        ("Rating|★★★★☆|★☆☆☆☆|★", "Rating", "text: ★★★★☆ / ★☆☆☆☆ / ★"),
        ("Importance|★★★|★|★★", "Importance", "measure: ★★★ / ★ / ★★"),
        ("Mood|★★★|★★|★★☆☆☆", "Mood", "emotion 1..5: 3★★★ / 2★★ / 2★★☆☆☆"),
        ("Mood|good|🔴 slow|→", "Mood", "emotion -2..2: 1good / -1🔴 slow / 0→"),
    ] {
        let reading = below(line);
        let found = lane(&reading.journey, title);
        // Where stars are scores, they say no more than that.
        assert!(found == expected || found == expected.replace(['★', '☆'], ""), "{line}\n{found}");
        assert_eq!(codes(&reading), [], "{line}");
    }
    // In records, where a phase has several rows.
    let records = reading("Phase|Action|Feeling\nFind|looks around|+\n|asks a friend|-\nRide|rides away|--\n|falls down|++");
    assert_eq!(lane(&records.journey, "Feeling"), "emotion -2..2: 1+-1 / -2+2");
    // Beside numbers and words nobody knows what it says.
    for line in ["Mood|3|-|5", "Mood|good|-|bad"] {
        assert_eq!(codes(&below(line)), [Code::NotPlaced], "{line}");
    }
}

#[test]
fn a_note_below_the_table_is_no_lane() {
    for note in ["Notes: talks with 4 pupils", "\nSource: the shop", "\nSource - the shop", "Made on a rainy day"] {
        let reading = below(&format!("Mood|1|2|3\n{note}"));
        assert_eq!((reading.journey.lanes.len(), codes(&reading)), (3, vec![Code::NotPlaced]), "{note}");
        assert!(normal(&reading.journey).contains(note.trim()), "{note}");
    }
    // A lane that nobody has filled in yet is one.
    for name in ["Notes", "Opportunities"] {
        assert_eq!(below(&format!("Mood|1|2|3\n{name}")).journey.lanes.len(), 4, "{name}");
    }
}

#[test]
fn only_what_speaks_of_moods_is_a_curve() {
    for name in ["Mood", "Tevredenheid", "Beleving Sara", "Emotionale Reise", "Satisfaction (1-5)", "満足度スコア", "How I feel"]
    {
        assert!(lane(&below(&format!("{name}|1|5|3")).journey, name).starts_with("emotion"), "{name}");
    }
    for name in ["Wichtigkeit", "Importanza", "重要度", "Durée", "Foo", "Number of visits", "Weight", "Czas", "Complaints"] {
        assert_eq!(lane(&below(&format!("{name}|1|5|3")).journey, name), "measure: 1 / 5 / 3", "{name}");
    }
}

#[test]
fn a_scale_in_the_name_of_a_lane_is_its_scale() {
    for (name, scale) in [
        ("Mood (0-10)", "0..10"),
        ("Humeur /10", "0..10"),
        ("Stimmung (0 bis 10)", "0..10"),
        ("Mood (out of 5)", "1..5"),
        ("Emotion (-3..3)", "-3..3"),
        ("Emotion (-5 to +5)", "-5..5"),
    ] {
        assert_eq!(lane(&below(&format!("{name}|1|3|2")).journey, name), format!("emotion {scale}: 1 / 3 / 2"), "{name}");
    }
    let reading = below("Mood (0-10)|1|3|12");
    assert_eq!(
        (lane(&reading.journey, "Mood (0-10)"), codes(&reading)),
        ("emotion 0..10: 1 / 3 / ".to_owned(), vec![Code::NotPlaced])
    );
}

#[test]
fn another_journey_is_said_by_name_and_never_mixed() {
    let second = "Phase|Pack|Leave\nGoal|be ready|catch the train\nAction|folds|runs";
    let nameless = second.trim_start_matches("Phase");
    let staged = second.replacen("Phase", "Stage", 1);
    let sheets = [format!("{second}\nMood|1|2"), format!("\nBo’s journey\n{second}"), format!("\n{staged}")];
    for reading in sheets.iter().map(|lines| below(lines)) {
        assert_eq!(titles(&reading.journey), ["Find", "Ride", "Return"]);
        assert_eq!(lane(&reading.journey, "Action"), "action: looks / rides / parks");
        let further: Vec<_> = reading.remarks.iter().filter(|remark| remark.code == Code::FurtherJourney).collect();
        assert!(matches!(further.as_slice(), [remark] if remark.message.contains("“Pack”, “Leave”")), "{:?}", reading.remarks);
    }
    // Without a word that says that it has phases it is left over, and not mixed in either.
    let unsaid = below(&format!("\n{nameless}"));
    assert_eq!((titles(&unsaid.journey).len(), lane(&unsaid.journey, "Action").as_str()), (3, "action: looks / rides / parks"));
    assert!(codes(&unsaid).iter().all(|code| *code == Code::NotPlaced) && codes(&unsaid).len() == 8, "{:?}", codes(&unsaid));
    let beside = reading("Phase|Find|Ride|||Phase|Find|Ride\nGoal|a b|c d|||Goal|e f|g h\nAction|i|j|||Action|k|l");
    assert_eq!(lane(&beside.journey, "Goal"), "goal: a b / c d");
    assert_eq!(codes(&beside).iter().filter(|code| **code == Code::FurtherJourney).count(), 1);
    // What is no journey of its own is only left over.
    assert!(!codes(&below("\nWho|Sam|Noor\nWhen|today|tomorrow")).contains(&Code::FurtherJourney));
}

#[test]
fn a_journey_on_another_sheet_is_said() {
    let mut book = Workbook::new();
    for (name, phases) in [("Huurder", ["Zoeken", "Intrekken"]), ("Verhuurder", ["Adverteren", "Kiezen"])] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in [["Fase", phases[0], phases[1]], ["Doel", "a", "b"], ["Actie", "c", "d"]].iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                sheet.write(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *text).unwrap();
            }
        }
    }
    let reading = read(Some("xlsx"), &book.save_to_buffer().unwrap(), &Options::default()).1.unwrap();
    let further = reading.remarks.iter().find(|remark| remark.code == Code::FurtherJourney).unwrap();
    assert_eq!(further.cell.as_ref().unwrap().to_string(), "Verhuurder!A1");
    assert!(further.help.as_deref().is_some_and(|help| help.contains("file of its own")));
}

#[test]
fn a_row_of_steps_under_the_phases_is_a_lane() {
    for (axis, steps) in [
        ("Phase", "Schritte"),
        ("Phase", "Étapes"),
        ("Fase", "Pasos"),
        ("Fase", "Passi"),
        ("Fas", "Steg"),
        ("Etap", "Kroki"),
        ("Fase", "Skridt"),
        ("阶段", "步骤"),
        ("フェーズ", "ステップ"),
        ("Phases", "Process steps"),
    ] {
        let grid = format!("{axis}|Uno|Duo|Tres\n{steps}|looks at it|takes it home|uses it daily\nTouchpoints|site|shop|app");
        let journey = reading(&grid).journey;
        assert_eq!(titles(&journey), ["Uno", "Duo", "Tres"], "{grid}");
        assert_eq!(lane(&journey, steps), "action: looks at it / takes it home / uses it daily", "{grid}");
    }
    let staged = reading(
        "Bereich|Vorher||Nachher\nPhase|Suche|Kauf|Nutzung\nSchritte|sucht im Netz|bestellt es|lebt damit\nGefühl|gut|ok|gut",
    )
    .journey;
    assert_eq!((titles(&staged), staged.stages.len()), (vec!["Suche", "Kauf", "Nutzung"], 2));
    let wider = reading("Phase|Suche||Kauf\nSchritte|fragt|liest|zahlt\nKanäle|Freunde|Netz|Laden\nGefühl|gut|ok|gut").journey;
    assert_eq!((titles(&wider), wider.stages.len()), (vec!["fragt", "liest", "zahlt"], 2));
}

#[test]
fn lists_are_known_by_their_shape_whatever_their_headers() {
    let rows = [
        ("Find", "Action", "looks at the shop window"),
        ("Find", "Thought", "is this for me"),
        ("Ride", "Action", "cycles home at last"),
        ("Ride", "Thought", "that was good"),
    ];
    for (header, order) in [
        ("Phase|Lane|Text", "plt"),
        ("Fase|Rij|Inhoud", "plt"),
        ("Phase|Type|Note", "plt"),
        ("Stage|Category|Description|Votes", "plt#"),
        ("ID|Tekst|Fase|Laag|Kleur", "#tplc"),
        ("Type|Phase|Note", "lpt"),
        ("Card Name|Labels|List Name|Board ID", "tlp#"),
    ] {
        let cell = |row: &(&str, &str, &str), nth: usize, of: char| match of {
            'p' => row.0.to_owned(),
            'l' => row.1.to_owned(),
            't' => row.2.to_owned(),
            'c' => "#FCFE7D".to_owned(),
            _ => nth.to_string(),
        };
        let line =
            |(nth, row): (usize, &(&str, &str, &str))| order.chars().map(|of| cell(row, nth, of)).collect::<Vec<_>>().join("|");
        let lines: Vec<_> = rows.iter().enumerate().map(line).collect();
        let reading = reading(&format!("{header}\n{}", lines.join("\n")));
        assert_eq!(titles(&reading.journey), ["Find", "Ride"], "{header}");
        assert_eq!(lane(&reading.journey, "Action"), "action: looks at the shop window / cycles home at last", "{header}");
        assert!(!codes(&reading).contains(&Code::DoubtfulMatrix), "{header}");
    }
}

#[test]
fn what_is_no_journey_is_doubted_or_refused() {
    for grid in [
        "time|level|service|action|message\n08:01|INFO|cart|open|ok\n08:02|WARN|pay|send|late\n08:03|ERROR|cart|close|gone",
        "ID|Phase|Risk|Impact|Likelihood|Owner\nR1|Design|New board|4|3|Ann\nR2|Design|Strike|5|1|Bo\nR3|Build|Flood|2|2|Ann",
        "Phase|Risk|Likelihood|Impact|Owner\nDesign|New board wants more|3|4|Ann\nBuild|The crane is late|2|5|Bo",
        "Test case|Step|Action|Expected result|Actual result\nTC-1|1|Open the page|It opens|It opens\nTC-1|2|Log in|A name|None",
        "KPI|Q1|Q2|Q3|Target\nVisitors|120|130|140|150\nSatisfaction|7|8|7|8\nComplaints|4|5|6|3",
        "Company|Contact|Stage|Value|Owner\nAcme|Jo Bell|Proposal|1200|Ann\nBeta|Kim Lo|Won|400|Bo\nGamma|Al Fox|Lead|90|Ann",
        "Requirement|Priority|Goal|Notes\nLogin|High|Safe access for all|must\nExport|Low|Share the list with others|could",
        "Test|Stap|Actie|Verwacht resultaat|Resultaat\nInloggen|1|Open het|Het opent|ok\nInloggen|2|Vul in|Staat er|ok\nBetalen|1|Klik|Weg|fout",
        "Issue|Status|Owner|Action|Due date\nNo wifi|Open|Ann|Call the shop|2026-01-02\nCold|Closed|Bo|Repair it|2026-01-03",
    ] {
        match table(grid) {
            Ok(reading) => assert!(codes(&reading).contains(&Code::DoubtfulMatrix), "{grid}\n{}", normal(&reading.journey)),
            Err(problems) => assert_eq!(problems[0].code, Code::NoMatrix, "{grid}"),
        }
    }
    // Some of these names stand in journeys too.
    let journey =
        "Phase|Action|Thought|Pain point|Owner|Status\nFind|looks|is it far|no map|Ann|done\nRide|rides|nice|rain|Bo|open";
    assert!(!codes(&reading(journey)).contains(&Code::DoubtfulMatrix));
}

#[test]
fn phases_that_return_in_records_are_the_same() {
    let records = "Phase|Action|Mood (1-5)\nFind|looks|3\nRide|rides|4\nReturn|parks|5\nFind|asks|1\nReturn|pays|2\nRide|falls|2";
    let reading = reading(records);
    assert_eq!(titles(&reading.journey), ["Find", "Ride", "Return"]);
    assert_eq!(lane(&reading.journey, "Action"), "action: looks+asks / rides+falls / parks+pays");
    assert_eq!(lane(&reading.journey, "Mood (1-5)"), "emotion 1..5: 3+1 / 4+2 / 5+2");
    assert_eq!(codes(&reading), [Code::PhaseReturns]);
    // One that comes back by itself is another.
    let one = self::reading("Phase|Action|Mood (1-5)\nFind|looks|3\nRide|rides|4\nFind|asks|1\nReturn|parks|5");
    assert_eq!(titles(&one.journey), ["Find", "Ride", "Find", "Return"]);
    assert_eq!((lane(&one.journey, "Action").as_str(), codes(&one).len()), ("action: looks / rides / asks / parks", 0));
    // Several who answered.
    let answer = |name: &str| {
        let row = |phase: &str| format!("{name}|{phase}|did this|thought that|met them");
        ["Find", "Ride", "Return", "Tell"].map(row).join("\n")
    };
    let names = ["Sem", "Bo"].map(answer).join("\n");
    let form =
        self::reading(&format!("Je naam|In welke fase zat je?|Wat deed je?|Wat dacht je?|Welk contactmoment was er?\n{names}"));
    assert_eq!((titles(&form.journey).len(), form.journey.phases[0].cells[0].len()), (4, 2));
    let kinds: Vec<_> = form.journey.lanes.iter().map(|lane| lane.kind.name()).collect();
    assert_eq!(kinds, ["action", "thought", "touchpoint"]);
}

#[test]
fn the_head_gives_title_and_personas() {
    let grid = |head: &str| {
        format!("{head}\nFase|Thuis|Kassa\nActie|zoekt|betaalt\nBeleving Sara (1-10)|7|4\nBeleving Ahmed (1-10)|8|8")
    };
    let personas = |journey: &Journey| journey.personas.iter().map(|persona| persona.name.clone()).collect::<Vec<_>>();
    for (head, title) in [
        ("Klantreis|Zwembad", "Zwembad"),
        ("CUSTOMER JOURNEY:|Zwembad", "Zwembad"),
        ("Klantreis", "Klantreis"),
        ("Titel|Bad", "Bad"),
    ] {
        assert_eq!(reading(&grid(head)).journey.title, title, "{head}");
    }
    for head in [
        "Persona's|Sara (38, moeder)|Ahmed (9, zoon)",
        "Personas: Sara (38, moeder) and Ahmed (9, zoon)",
        "Persona 1: Sara (38, moeder)\nPersona 2: Ahmed (9, zoon)",
        "Personas: Sara (38, moeder)\nPersona|Sara (38, moeder)|Ahmed (9, zoon)",
    ] {
        let reading = reading(&grid(head));
        assert_eq!(personas(&reading.journey), ["Sara", "Ahmed"], "{head}");
        let told = normal(&reading.journey);
        assert!(["38", "moeder", "zoon"].iter().all(|told_of| told.contains(told_of)), "{head}");
        assert_eq!(codes(&reading), [], "{head}");
        let whose: Vec<_> = reading.journey.lanes.iter().map(|lane| lane.persona.is_some()).collect();
        assert_eq!(whose, [false, true, true], "{head}");
    }
    assert_eq!(personas(&reading(&grid("Persona: Sara, who swims every day and likes it")).journey).len(), 1);
}

#[test]
fn a_link_is_that_of_its_item_or_left_over() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [["Fase", "Zien", "Kopen"], ["Doel", "a", "b"], ["Touchpoint", "site", ""]].iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *text).unwrap();
        }
    }
    sheet.write_url(2, 1, Url::new("https://winkel.example/kassa").set_text("site")).unwrap();
    sheet.write_formula(2, 2, Formula::new("HYPERLINK(\"https://winkel.example/pin\",\"pin\")").set_result("pin")).unwrap();
    sheet.write_url(1, 1, Url::new("internal:'Sheet1'!A1").set_text("a")).unwrap();
    sheet.write_url(0, 1, Url::new("https://winkel.example/zien").set_text("Zien")).unwrap();
    let reading = read(Some("xlsx"), &book.save_to_buffer().unwrap(), &Options::default()).1.unwrap();
    let document = serde_json::from_str::<serde_json::Value>(&normal(&reading.journey)).unwrap();
    let link = |phase: usize| document["phases"][phase]["cells"]["touchpoint"][0]["links"][0].as_str().map(str::to_owned);
    assert_eq!(link(0).as_deref(), Some("https://winkel.example/kassa"));
    assert_eq!(link(1).as_deref(), Some("https://winkel.example/pin"));
    let left = document["x"]["import"]["left"].to_string();
    assert!(left.contains("https://winkel.example/zien") && left.contains("Sheet1") && !left.contains("kassa"), "{left}");
}

#[test]
fn trees_name_several_personas_and_leave_phases_unnamed() {
    let yaml = "title: Bike\npersonas:\n  - name: Sara\n    age: 38\n  - name: Ahmed\njourney:\n  steps:\n    - action: looks\n      touchpoint: site\n    \
                - action: pays\n      touchpoint: till\n";
    let reading = read(Some("yaml"), yaml.as_bytes(), &Options::default()).1.unwrap_or_else(|problems| panic!("{problems:?}"));
    let names: Vec<_> = reading.journey.personas.iter().map(|persona| persona.name.as_str()).collect();
    assert_eq!((names, titles(&reading.journey)), (vec!["Sara", "Ahmed"], vec!["Phase 1", "Phase 2"]));
    assert_eq!(lane(&reading.journey, "Action"), "action: looks / pays");
    assert!(normal(&reading.journey).contains("38"));
}
