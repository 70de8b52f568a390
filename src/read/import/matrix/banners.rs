//! Rows that head what stands below them, with nothing beside: “CUSTOMER”, “IMPROVEMENT”. They may be called as kinds of lane are, and are none.
//!
//! ```text
//! Phase       Search   Buy
//! ┌─────────────────────────┐
//! │       EXPERIENCE        │     merged over the table: a heading
//! └─────────────────────────┘
//! Mood           2        1
//! Needs                           empty in its own row: a lane that nobody has filled in
//! ```

use super::lanes::Lane;
use super::left::Work;
use super::phases::Phase;
use super::shape::Shape;
use super::view::View;
use crate::tongue::say;

/// Leaves over the lanes that are headings: those without a cell whose name is merged over the phases, or that divide the whole table.
pub fn take(view: &View, shape: &Shape, phases: &[Phase], lanes: &mut Vec<Lane>, work: &mut Work) {
    let bare = |lane: &Lane| lane.cells.is_empty() && lane.reasons.is_empty();
    let over = |lane: &Lane| {
        let row = lane.rows.first().copied().unwrap_or_default();
        bare(lane) && phases.last().is_some_and(|last| view.end(row, shape.labels).1 >= last.first)
    };
    let divided = divide(lanes, bare);
    for lane in lanes.extract_if(.., |lane| over(lane) || divided && bare(lane)) {
        work.step_at(lane.spot, view.across, say!("explain-heading"));
        work.leave(lane.spot, "left-heading");
    }
}

/// Whether the lanes with nothing in them are the headings of all others: two of them at least, the first of all among them, each with lanes below
/// it; in capitals as no other is, or each with several.
fn divide(lanes: &[Lane], bare: impl Fn(&Lane) -> bool) -> bool {
    const FEWEST: usize = 2;
    let groups: Vec<&[Lane]> = lanes.chunk_by(|_, next| !bare(next)).collect();
    let headed = |least: usize| groups.iter().all(|group| group.first().is_some_and(&bare) && group.len() > least);
    let loud = |lane: &Lane| lane.title.chars().any(char::is_uppercase) && !lane.title.chars().any(char::is_lowercase);
    let capitals = || lanes.iter().all(|lane| loud(lane) == bare(lane));
    groups.len() >= FEWEST && headed(1) && (capitals() || headed(FEWEST))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{journey, page, read_all};
    use crate::journey::{Journey, normal};
    use crate::read::book::{At, Range};

    fn titles(journey: &Journey) -> String {
        journey.lanes.iter().map(|lane| lane.title.as_str()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_name_of_a_lane_over_the_whole_table_is_a_heading() {
        for (above, below) in [
            ("KUNDENS OPLEVELSE", "FORBEDRING"),
            ("Beleving", "Kansen"),
            ("Experience", "Opportunities"),
            ("Erlebnis", "Chancen"),
            ("Ressenti", "Opportunités"),
        ] {
            let mut sheet = page(&format!(
                "Fase|Zoeken|Betalen\n{above}||\nActies|Belt de balie|Pint aan de kassa\nStemming|2|1\n{below}||\nIdeeën|Een lijst|Een bon\nKanaal||"
            ));
            sheet.merged = [1, 4].map(|row| Range { first: At { row, column: 0 }, last: At { row, column: 2 } }).to_vec();
            let read = read_all(vec![sheet]).unwrap().journey;
            assert_eq!(titles(&read), "Acties|Stemming|Ideeën|Kanaal", "{above}");
            assert!(normal(&read).contains(above) && normal(&read).contains(below), "{}", normal(&read));
        }
    }

    #[test]
    fn names_alone_that_divide_the_table_are_headings() {
        for grid in [
            "Fase|Zoeken|Betalen\nBELEVING||\nStemming|2|1\nKANSEN||\nIdeeën|Een lijst|Een bon",
            "Fase|Zoeken|Betalen\nBeleving||\nActies|Belt de balie|Pint\nStemming|2|1\nKansen||\nIdeeën|Een lijst|Een bon\nOplossing|Een kast|Een app",
        ] {
            assert!(!titles(&journey(grid)).to_lowercase().contains("kansen"), "{}", titles(&journey(grid)));
        }
    }

    #[test]
    fn lanes_that_nobody_has_filled_in_stay() {
        for (grid, expected) in [
            ("Fase|Zoeken|Betalen\nDoel||\nActies|Belt|Pint\nKansen||\nStemming|2|1", "Doel|Acties|Kansen|Stemming"),
            ("Fase|Oriëntatie|Aankoop\nDoel||\nActies||\nKansen||", "Doel|Acties|Kansen"),
            (
                "Fase|Zoeken|Betalen\nActies|Belt|Pint\nGedachten||\nStemming|2|1\nKansen||\nKanaal|Web|App",
                "Acties|Gedachten|Stemming|Kansen|Kanaal",
            ),
        ] {
            assert_eq!(titles(&journey(grid)), expected, "{grid}");
        }
    }
}
