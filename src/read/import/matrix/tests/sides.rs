//! Tests of what stands around phases and lanes and is none: explanations, sources, rows above, further tables; and of the order of phases.

use super::{journey, left, page, read_all, short};
use crate::diagnostic::Code;

fn titles(grid: &str) -> String {
    journey(grid).phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>().join("|")
}

fn is_doubted(grid: &str) -> bool {
    read_all(vec![page(grid)]).map_or(true, |read| read.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix))
}

const LANES: &str = "Planning|Getting there|At the desk\nActions|Looks for a tour|Takes the tram|Writes a note\nTouchpoints|Access page|Tram|\n\
    Pain points|Too deep|Only spoken|Glass panel";

/// A table with a column before its phases.
fn explained(header: &str, texts: [&str; 3]) -> String {
    let [head, rest @ ..] = LANES.lines().collect::<Vec<_>>().try_into().unwrap_or([""; 4]);
    let rows = rest.iter().zip(texts).map(|(row, text)| row.replacen('|', &format!("|{text}|"), 1));
    format!("Phase|{header}|{head}\n{}", rows.collect::<Vec<_>>().join("\n"))
}

#[test]
fn traditional_characters_are_read() {
    let read = journey(
        "階段|得知服務|申請|用餐\n目標|想吃午餐|快點辦好|有人敲門\n行為|聽鄰居說起|請兒子填表|邊看邊吃\n接觸點|里長|窗口|志工\n痛點|沒有傳單|字太小|菜色重複\n機會|放傳單|大字版|投票選菜",
    );
    let kinds = read.lanes.iter().map(|lane| lane.kind.name()).collect::<Vec<_>>();
    assert_eq!((read.phases.len(), kinds), (3, vec!["goal", "action", "touchpoint", "barrier", "opportunity"]));
}

#[test]
fn a_header_is_passed_over_where_it_says_the_very_same() {
    use crate::read::book::{Beside, Kind};
    for (header, kept) in [
        ("Halden webshop", false),
        ("HALDEN   Webshop", false),
        ("Halden webshop\nSam de Wit (2B)", false),
        ("Sam de Wit, Noor", false),
        ("Blad1", false),
        ("Halden web…", false),
        ("Halden Sam", true),
        ("Halden webshop x", true),
        ("webshop", true),
        ("Halden & Co design", true),
        ("Halden webshop, concept", true),
    ] {
        let grid = "Halden webshop\nNaam: Sam de Wit (2B), Noor (2B)\nBedrijf: Halden & Co\n\nFase|Zoeken|Kopen\nActie|Googelt|Betaalt\nContact|Site|Kassa";
        let mut own = page(grid);
        own.beside = vec![Beside::new("", header, Kind::Running)];
        let read = read_all(vec![own]).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(!left(&read.journey).is_empty(), kept, "{header}: {:?}", left(&read.journey));
    }
}
