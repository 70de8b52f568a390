//! No text of a table is ever lost, whatever stands where.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// What a cell holds, by its number.
type Make = fn(usize) -> Value;

/// A cell with texts that no other has.
fn cell() -> impl Strategy<Value = Make> {
    prop_oneof![
        6 => Just((|_| Value::Empty) as Make),
        4 => Just((|n| Value::Text(format!("a{n}z"))) as Make),
        2 => Just((|n| Value::Text(format!("b{n}z en c{n}z; d{n}z"))) as Make),
        1 => Just((|n| Value::Text(format!("• e{n}z\n  f{n}z\n• ★ g{n}z"))) as Make),
        1 => Just((|n| Value::Text(format!("1. h{n}z 2. i{n}z"))) as Make),
        1 => Just((|n| Value::Text(format!("Naam: j{n}z, k{n}z (l{n}z)\nKlas: m{n}z"))) as Make),
        1 => Just((|n| Value::Text(format!("Docent: n{n}z"))) as Make),
        1 => Just((|n| Value::Text(format!("+1 o{n}z"))) as Make),
        1 => Just((|n| Value::Text(format!("7/10: p{n}z"))) as Make),
        1 => Just((|_| Value::Text("Naam".into())) as Make),
        1 => Just((|_| Value::Text("Datum:".into())) as Make),
        1 => Just((|_| Value::Text("Doelgroep".into())) as Make),
        1 => Just((|n| Value::Number { number: n as f64 + 1000.0, percent: false }) as Make),
        1 => Just((|n| Value::Number { number: (n % 5) as f64, percent: false }) as Make),
        1 => Just((|n| Value::Unknown(format!("=Q{n}Z"))) as Make),
        1 => Just((|n| Value::Text(format!("Leeftijd: q{n}z"))) as Make),
        1 => Just((|n| Value::Text(["Leeftijd", "Beroep", "Verwachtingen", "Gebruiker"][n % 4].into())) as Make),
        1 => Just((|n| Value::Text(["Blij", "Boos", "x", "x"][n % 4].into())) as Make),
        2 => Just((|n| Value::Text(["Doel", "Actie", "Touchpoint", "Emotie", "Waarom", "Fase", "Gevoel"][n % 7].into())) as Make),
        2 => Just((|n| Value::Text(["Bewustzijn", "Aankoop", "Gebruik", "Voor", "Na"][n % 5].into())) as Make),
    ]
}

/// What of a cell must be found again: words that no other cell has, and numbers that do not stand for themselves.
fn told(value: &Value) -> Vec<String> {
    let text = value.text();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.to_lowercase().ends_with('z') || word.len() > 3);
    let labels = ["Naam", "Klas", "Datum", "Docent", "Doelgroep", "Gebruiker", "Fase", "Voor", "Waarom"];
    words.filter(|word| !labels.contains(word)).map(str::to_owned).collect()
}

fn sheet() -> impl Strategy<Value = Page> {
    let grid = vec(vec(cell(), 1..9), 1..14);
    let matrix = proptest::option::weighted(0.7, (0..4_usize, 0..3_usize, any::<bool>()));
    let merged = vec((0..10_usize, 0..6_usize, 0..3_usize, 0..3_usize), 0..4);
    let name = proptest::sample::select(vec!["Blad1", "Blad1", "Persona", "Voorblad"]);
    (grid, matrix, merged, name).prop_map(|(grid, matrix, merged, name)| {
        let mut rows: Vec<Vec<Value>> = Vec::new();
        for (row, cells) in grid.iter().enumerate() {
            rows.push(cells.iter().enumerate().map(|(column, cell)| cell(row * 20 + column)).collect());
        }
        if let Some((row, column, across)) = matrix {
            let names = [["Oriëntatie", "Aankoop", "Loyaliteit"], ["Doel", "Emotie", "Touchpoint"]];
            for (index, (phase, lane)) in names[0].iter().zip(names[1]).enumerate() {
                let (one, other) = if across { (*phase, lane) } else { (lane, *phase) };
                for (row, column, name) in [(row, column + 1 + index, one), (row + 1 + index, column, other)] {
                    rows.resize(rows.len().max(row + 1), Vec::new());
                    let cells = &mut rows[row];
                    cells.resize(cells.len().max(column + 1), Value::Empty);
                    cells[column] = Value::Text(name.into());
                }
            }
        }
        let mut merged: Vec<_> = merged
            .into_iter()
            .map(|(row, column, down, right)| Range {
                first: At { row, column },
                last: At { row: row + down, column: column + right },
            })
            .collect();
        for range in &merged {
            for (at, cell) in rows
                .iter_mut()
                .enumerate()
                .flat_map(|(row, cells)| cells.iter_mut().enumerate().map(move |(column, cell)| (At { row, column }, cell)))
            {
                let inside = (range.first.row..=range.last.row).contains(&at.row)
                    && (range.first.column..=range.last.column).contains(&at.column);
                if inside && at != range.first {
                    *cell = Value::Empty;
                }
            }
        }
        merged.dedup();
        Page { name: Some(name.into()), visible: true, rows, merged, ..Page::default() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_ever_lost(sheets in vec(sheet(), 1..3)) {
        let told: Vec<String> = sheets.iter().flat_map(|page| page.rows.iter().flatten().flat_map(told)).collect();
        match read_all(sheets) {
            Ok(reading) => {
                let titles: Vec<_> = reading.journey.lanes.iter().map(|lane| lane.title.as_str()).collect();
                let found = format!("{}{}", normal(&reading.journey), titles.join(" "));
                for word in told {
                    prop_assert!(found.contains(&word), "{} is lost\n{}", word, found);
                }
            }
            Err(problems) => prop_assert_eq!(problems[0].code, Code::NoMatrix, "{:?}", problems),
        }
    }
}
