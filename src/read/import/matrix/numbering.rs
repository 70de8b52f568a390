//! Numbers that only count the phases: in a row above their names, or in a lane of their own.
//!
//! ```text
//!        1          2                 Nr.  Phase    Goal
//!        Searching  Buying            1    Search   …
//! Goal   …          …                 2    Buying   …
//! ```

use std::collections::BTreeSet;

use super::lanes::Lane;
use super::left::{Spot, Work};
use super::phases::Phase;
use super::shape::Shape;
use super::view::{Line, View, name};
use super::words;
use crate::journey::aliases::spelled;
use crate::read::book::Value;
use crate::tongue::say;

/// Takes the numbers of the phases, which say nothing more: those in the rows above their names, of which the first is told, and those in a
/// lane.
pub fn take(view: &View, shape: &Shape, phases: &[Phase], lanes: &mut Vec<Lane>, work: &mut Work) -> Option<usize> {
    // Stages may stand between.
    const NEAR: usize = 2;
    let header = shape.header?;
    let above: Vec<&Line> = view.lines.iter().take_while(|line| line.row < header).collect();
    let far = above.len().saturating_sub(NEAR);
    let rows: Vec<&Line> = above.into_iter().skip(far).filter(|line| is_row(shape, phases, line)).collect();
    for line in &rows {
        for (column, _) in within(shape, phases, line) {
            work.take(Spot { sheet: shape.sheet, at: view.at(line.row, *column) });
        }
        let spot = Spot { sheet: shape.sheet, at: view.at(line.row, shape.labels) };
        work.step_at(spot, view.across, say!("explain-numbers"));
    }
    if lanes.len() > 1 {
        lanes.retain(|lane| {
            let numbers: Vec<String> = lane.cells.iter().map(|cell| cell.value.text()).collect();
            let counts = words::of_numbers(&lane.title) && words::count(numbers.iter().map(String::as_str));
            if counts {
                work.step_at(lane.spot, view.across, say!("explain-numbers"));
            }
            !counts
        });
    }
    rows.first().map(|line| line.row)
}

/// The names of phases without the numbers before them, `1. Search`, `2) Buy`, where all have one and these go up one by one from the first; a name
/// that comes back keeps its number. Where names differ by their numbers alone, all keep them.
pub fn stripped(titles: &[(usize, String)]) -> Option<Vec<(usize, String)>> {
    let (mut next, mut bare) = (0_usize, Vec::new());
    let mut before: Option<&str> = None;
    for (column, title) in titles {
        let (number, name) = title.split_once(['.', ')'])?;
        let name = name.strip_prefix(' ')?.trim_start();
        let number: usize = number.parse().ok().filter(|_| number.bytes().all(|byte| byte.is_ascii_digit()))?;
        next += usize::from(before != Some(title.as_str()));
        if number != next || !name.starts_with(char::is_alphabetic) {
            return None;
        }
        before = Some(title);
        bare.push((*column, name.to_owned()));
    }
    let different: BTreeSet<String> = bare.iter().map(|(_, name)| spelled(name)).collect();
    (next > 1 && different.len() == next).then_some(bare)
}

/// Whether a row holds nothing in the columns of the table but numbers that count, with nothing before them or what says that they do.
pub fn is_row(shape: &Shape, phases: &[Phase], line: &Line) -> bool {
    let cells: Vec<_> = within(shape, phases, line).collect();
    let (label, numbers) = match cells.as_slice() {
        [(column, label), numbers @ ..] if *column == shape.labels => (name(label), numbers),
        numbers => (None, numbers),
    };
    let fits = label.is_none_or(|label| words::of_numbers(&label) || words::of_corners(&label));
    let numbers: Option<Vec<String>> = numbers.iter().map(|(_, value)| name(value)).collect();
    fits && numbers.is_some_and(|numbers| words::count(numbers.iter().map(String::as_str)))
}

/// The cells of a row that stand in the columns of the table.
fn within<'l, 'b>(shape: &Shape, phases: &[Phase], line: &'l Line<'b>) -> impl Iterator<Item = &'l (usize, &'b Value)> {
    let columns = shape.labels..=phases.iter().map(|phase| phase.last).max().unwrap_or(shape.labels);
    line.cells.iter().filter(move |(column, _)| columns.contains(column))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{journey, short};

    #[test]
    fn numbers_before_the_phases_of_a_column_are_no_part_of_their_names() {
        let read = |names: [&str; 3]| {
            let [one, two, three] = names;
            let journey =
                journey(&format!("Stap|Doel|Actie\n{one}|Thuis komen|Loopt\n{two}|Iemand vinden|Belt\n{three}|Weg zijn|Fietst"));
            short(&journey).lines().next().unwrap_or_default().to_owned()
        };
        let expected = "Lekke band=lekke-band | Zoeken=zoeken | Ophalen=ophalen";
        assert_eq!(read(["1. Lekke band", "2. Zoeken", "3. Ophalen"]), expected);
        assert_eq!(read(["1) Lekke band", "2) Zoeken", "3) Ophalen"]), expected);
        // What is not numbered throughout, from one on, is called so.
        assert!(read(["1. Lekke band", "3. Zoeken", "4. Ophalen"]).contains("3. Zoeken"));
        assert!(read(["1. Lekke band", "Zoeken", "3. Ophalen"]).contains("1. Lekke band"));
        let records =
            journey("Stage|Touchpoint|Feeling\n1. Look|Site|Happy\n1. Look|Shop|Angry\n2. Pay|Till|Happy\n3. Use|App|Sad");
        assert!(short(&records).starts_with("Look=look | Pay=pay | Use=use"), "{}", short(&records));
    }
}
