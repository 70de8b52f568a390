//! Sticky notes on a poster that is still to be filled in: which have room in its cells, and where they are to stand.

use crate::layout::theme;
use crate::scene::{Mm, Node, Path, Point, Rect, Segment, Size};

/// The side of a sticky note.
const NOTE: Mm = Mm(76.0);
/// Between a note and the edges of its cell, and between two notes.
const AIR: Mm = Mm(2.0);
/// How long the marks at the corners of a note are.
const MARK: Mm = Mm(5.0);

/// How many notes above each other a row may be made for, beyond one.
pub(super) const MOST_ROWS: std::ops::RangeInclusive<usize> = 2..=4;

/// The height of a cell for so many notes above each other.
pub(super) fn height(notes: usize) -> Mm {
    (NOTE + AIR) * notes as f64 + AIR
}

/// How many notes a cell holds beside each other, and how many above each other.
pub(super) fn held(cell: Size) -> (usize, usize) {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number that is not negative")]
    let along = |side: Mm| ((side - AIR) / (NOTE + AIR)).max(0.0).floor() as usize;
    (along(cell.width), along(cell.height))
}

/// Marks at the corners of where the notes of a cell stand, at their true size.
pub(super) fn marks(cell: Rect) -> Vec<Node> {
    let (columns, rows) = held(Size { width: cell.width, height: cell.height });
    // What is left over stands around all of them.
    let spare = |side: Mm, count: usize| (side - NOTE * count as f64 - AIR * (count.max(1) - 1) as f64) / 2.0;
    let (left, top) = (cell.x + spare(cell.width, columns), cell.y + spare(cell.height, rows));
    let at = |column: usize, row: usize| {
        let step = |index: usize| (NOTE + AIR) * index as f64;
        Rect::new(left + step(column), top + step(row), NOTE, NOTE)
    };
    (0..rows)
        .flat_map(|row| (0..columns).map(move |column| (column, row)))
        .map(|(column, row)| corners(at(column, row)))
        .collect()
}

/// A stroke around each corner of a note.
fn corners(note: Rect) -> Node {
    let corner = |x: Mm, y: Mm, across: f64, down: f64| {
        let start = Point { x: x + MARK * across, y };
        let end = Point { x, y: y + MARK * down };
        [Segment::Move(start), Segment::Line(Point { x, y }), Segment::Line(end)]
    };
    let (right, foot) = (note.x + note.width, note.y + note.height);
    let all = [
        corner(note.x, note.y, 1.0, 1.0),
        corner(right, note.y, -1.0, 1.0),
        corner(note.x, foot, 1.0, -1.0),
        corner(right, foot, -1.0, -1.0),
    ];
    Node::Path(Path::stroked(all.concat(), theme::OUTLINE, Mm(0.2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_stand_in_their_cell_and_apart() {
        for rows in 1..5 {
            assert_eq!(held(Size { width: Mm(80.0), height: height(rows) + Mm(1e-9) }), (1, rows));
        }
        for (width, height, columns, rows) in [(80.0, 80.0, 1, 1), (79.9, 300.0, 0, 3), (158.0, 80.0, 2, 1), (40.0, 40.0, 0, 0)] {
            let size = Size { width: Mm(width), height: Mm(height) };
            assert_eq!(held(size), (columns, rows), "{width} × {height}");
            assert_eq!(marks(Rect::new(Mm(10.0), Mm(20.0), size.width, size.height)).len(), columns * rows);
        }
    }
}
