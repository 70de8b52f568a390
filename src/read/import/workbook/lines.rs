//! The lines of cells, and the items of the journey as it was written that they are.

use std::collections::BTreeMap;

use super::kept::Kept;
use super::same;
use crate::forms::line::{self, BULLET, Shown};
use crate::forms::reword::{self, Around};
use crate::journey::Item;

/// The place of a cell: its phase and its lane.
pub type Home = (usize, usize);

/// An item of the journey as it was written, and what its line says.
struct Known {
    home: Home,
    /// Its place in its cell.
    item: usize,
    /// Its lines: in a list with its score, and alone.
    lines: [Vec<String>; 2],
    shown: Shown,
    taken: bool,
}

/// All items that a line may be.
pub struct Pool<'a> {
    kept: &'a Kept,
    known: Vec<Known>,
    by_first: BTreeMap<String, Vec<usize>>,
    by_home: BTreeMap<Home, Vec<usize>>,
}

/// A piece of a cell: a line that nothing is known of yet, or an item.
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "there are few, and most become items")]
pub enum Piece {
    Loose(String),
    /// An item, and its place in the cell that it stood in, when it is one that was there.
    Item(Item, Option<(Home, usize)>),
}

impl<'a> Pool<'a> {
    pub fn new(kept: &'a Kept) -> Self {
        let journey = &kept.journey;
        let (mut known, mut by_first, mut by_home) = (Vec::new(), BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for (p, phase) in journey.phases.iter().enumerate() {
            for (l, items) in phase.cells.iter().enumerate() {
                for (item, of) in items.iter().enumerate().filter(|(_, item)| line::says_more(item)) {
                    let list = items.len() > 1;
                    let shown = line::shown(journey, of, &journey.lanes[l], list).to(kept.extent, &journey.lanes[l]);
                    let other = line::shown(journey, of, &journey.lanes[l], !list).to(kept.extent, &journey.lanes[l]);
                    let lines = [&shown, &other].map(|shown| keys(&shown.line()));
                    for first in lines.iter().filter_map(|lines| lines.first()).collect::<std::collections::BTreeSet<_>>() {
                        by_first.entry(first.clone()).or_default().push(known.len());
                    }
                    by_home.entry((p, l)).or_default().push(known.len());
                    known.push(Known { home: (p, l), item, lines, shown, taken: false });
                }
            }
        }
        Self { kept, known, by_first, by_home }
    }

    /// Marks all items of a cell as found where they were.
    pub fn take_all(&mut self, home: Home) {
        for index in self.by_home.get(&home).into_iter().flatten() {
            self.known[*index].taken = true;
        }
    }

    /// Whether an item was found, in its cell or elsewhere.
    pub fn taken(&self, home: Home, item: usize) -> bool {
        self.by_home.get(&home).into_iter().flatten().any(|index| self.known[*index].item == item && self.known[*index].taken)
    }

    fn item(&self, index: usize) -> Piece {
        let Known { home, item, .. } = &self.known[index];
        Piece::Item(self.kept.now.phases[home.0].cells[home.1][*item].clone(), Some((*home, *item)))
    }

    /// Replaces loose lines by the items whose lines they are, character by character: those of one cell, or of any.
    pub fn exact(&mut self, pieces: &mut Vec<Piece>, home: Option<Home>) {
        let mut out = Vec::with_capacity(pieces.len());
        let old = std::mem::take(pieces);
        let loose: Vec<Option<String>> =
            old.iter().map(|piece| if let Piece::Loose(line) = piece { Some(same::key(line)) } else { None }).collect();
        let mut at = 0;
        let mut old = old.into_iter();
        while at < loose.len() {
            let found = self.longest(&loose[at..], home);
            let taken = found.map_or(1, |(_, length)| length);
            let first = old.next();
            (1..taken).for_each(|_| drop(old.next()));
            match found {
                Some((index, _)) => {
                    self.known[index].taken = true;
                    out.push(self.item(index));
                }
                None => out.extend(first),
            }
            at += taken;
        }
        *pieces = out;
    }

    /// The item whose lines these begin with, and how many they are.
    fn longest(&self, loose: &[Option<String>], home: Option<Home>) -> Option<(usize, usize)> {
        let first = loose.first()?.as_deref()?;
        let firsts = [first, unlisted(first), reword::bare(first)];
        let candidates = firsts.iter().filter_map(|first| self.by_first.get(*first)).flatten();
        let fits = |lines: &Vec<String>| {
            let rest = lines.iter().skip(1).zip(loose.iter().skip(1));
            let same = firsts.contains(&lines.first().map_or("", String::as_str));
            (same && loose.len() >= lines.len() && rest.into_iter().all(|(line, loose)| loose.as_deref() == Some(line)))
                .then_some(lines.len())
        };
        let fitting = candidates.filter_map(|index| {
            let known = &self.known[*index];
            let here = home.is_none_or(|home| home == known.home) && !known.taken;
            let length = known.lines.iter().filter(|_| here).filter_map(fits).max()?;
            Some((*index, length))
        });
        fitting.reduce(|best, next| if next.1 > best.1 { next } else { best })
    }

    /// Replaces loose lines by the items of their cell in which something was changed.
    pub fn changed(&mut self, pieces: &mut Vec<Piece>, home: Home, around: &Around) {
        let mine: Vec<usize> = self.by_home.get(&home).cloned().unwrap_or_default();
        for index in mine.iter().copied() {
            if !self.known[index].taken && self.known[index].lines[0].len() > 1 {
                self.paragraphs(pieces, index, around);
            }
        }
        let free: Vec<usize> = mine.into_iter().filter(|index| !self.known[*index].taken).collect();
        let loose: Vec<usize> =
            pieces.iter().enumerate().filter(|(_, piece)| matches!(piece, Piece::Loose(_))).map(|(at, _)| at).collect();
        let made = std::cell::RefCell::new(BTreeMap::new());
        let pairs = super::pair::pair(&loose, &free, |at, index| {
            let Piece::Loose(line) = &pieces[at] else { return None };
            let Known { home, item, shown, .. } = &self.known[index];
            let kept = &self.kept.now.phases[home.0].cells[home.1][*item];
            let (change, item) = reword::reworded(kept, shown, line, around)?;
            made.borrow_mut().insert((at, index), item);
            Some(change)
        });
        let mut made = made.into_inner();
        for (at, index) in pairs {
            if let Some(item) = made.remove(&(at, index)) {
                self.known[index].taken = true;
                pieces[at] = Piece::Item(item, Some((self.known[index].home, self.known[index].item)));
            }
        }
    }

    /// Finds an item of several lines of which some are changed: from the first to the last that is known, and as many beside
    /// them as it had.
    fn paragraphs(&mut self, pieces: &mut Vec<Piece>, index: usize, around: &Around) {
        let lines = &self.known[index].lines[0];
        let is = |piece: &Piece, line: &String| {
            let Piece::Loose(text) = piece else { return false };
            let key = same::key(text);
            key == *line || unlisted(&key) == line
        };
        let mut places = Vec::new();
        let mut from = 0;
        for (nth, line) in lines.iter().enumerate() {
            if let Some(at) = (from..pieces.len()).find(|at| is(&pieces[*at], line)) {
                places.push((at, nth));
                from = at + 1;
            }
        }
        let (Some(&(first, first_nth)), Some(&(last, last_nth))) = (places.first(), places.last()) else { return };
        let free = |at: usize| matches!(&pieces[at], Piece::Loose(text) if !reword::has_bullet(text));
        let mut start = first;
        while first - start < first_nth
            && start > 0
            && (free(start - 1) || (first - start + 1 == first_nth && matches!(pieces[start - 1], Piece::Loose(_))))
        {
            start -= 1;
        }
        let mut end = last + 1;
        while end - last < lines.len() - last_nth && end < pieces.len() && free(end) {
            end += 1;
        }
        if !(start..end).all(|at| matches!(pieces[at], Piece::Loose(_))) {
            return;
        }
        let text: Vec<&str> = pieces[start..end]
            .iter()
            .filter_map(|piece| if let Piece::Loose(text) = piece { Some(text.as_str()) } else { None })
            .collect();
        let whole = text.join("\n");
        let Known { home, item, shown, .. } = &self.known[index];
        let kept = &self.kept.now.phases[home.0].cells[home.1][*item];
        let item_now = match reword::reworded(kept, shown, &whole, around) {
            Some((_, item)) => item,
            None => match reword::fresh(&whole, around) {
                Some(fresh) => {
                    Item { id: kept.id.clone(), x: kept.x.clone(), language: kept.language.clone(), score: kept.score, ..fresh }
                }
                None => return,
            },
        };
        let piece = Piece::Item(item_now, Some((*home, *item)));
        self.known[index].taken = true;
        pieces.splice(start..end, [piece]);
    }
}

/// The line without the sign that we put before those of a list.
fn unlisted(line: &str) -> &str {
    line.strip_prefix(BULLET.trim_end()).map_or(line, str::trim_start)
}

/// The lines of a text that are not empty, as they are compared.
fn keys(text: &str) -> Vec<String> {
    text.split('\n').map(same::key).filter(|line| !line.is_empty()).collect()
}

/// The lines of a cell.
pub fn loose(text: &str) -> Vec<Piece> {
    let lines = text.split('\n').filter(|line| !same::key(line).is_empty());
    let empty = |line: &str| matches!(line.trim(), "-" | "–" | "—" | "•");
    lines.filter(|line| !empty(line)).map(|line| Piece::Loose(line.trim_end().to_owned())).collect()
}
