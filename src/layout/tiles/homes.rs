//! On which sheet each part of a poster is heard: one that lies on several is told once.

use super::Tile;
use super::piece::reach;
use crate::paper::tiling::um;
use crate::scene::{Node, Role};
use crate::text::Fonts;

/// The sheet of each node of a poster, by its row and column: that on which the middle of it is seen. A figure is told on the sheet that has
/// most of its parts. Groups and links have none of their own.
pub(super) struct Homes<'t> {
    tiles: &'t [Vec<Tile>],
    fonts: &'t Fonts,
    all: Vec<Option<(usize, usize)>>,
}

impl<'t> Homes<'t> {
    pub fn of(nodes: &[Node], tiles: &'t [Vec<Tile>], fonts: &'t Fonts) -> Vec<Option<(usize, usize)>> {
        let mut homes = Self { tiles, fonts, all: Vec::new() };
        homes.add(nodes);
        homes.all
    }

    fn add(&mut self, nodes: &[Node]) {
        for node in nodes {
            let first = self.all.len();
            match node {
                Node::Group(group) => {
                    self.all.push(None);
                    self.add(&group.nodes);
                    if group.role == Role::Figure {
                        let parts = &mut self.all[first + 1..];
                        let most = most(parts);
                        parts.iter_mut().filter(|part| part.is_some()).for_each(|part| *part = most);
                    }
                }
                Node::Link(link) => {
                    self.all.push(None);
                    self.add(&link.nodes);
                }
                Node::Text(_) | Node::Missing(_) | Node::Path(_) | Node::Image(_) => {
                    let home = self.home(node);
                    self.all.push(home);
                }
            }
        }
    }

    fn home(&self, node: &Node) -> Option<(usize, usize)> {
        let reach = reach(node, self.fonts)?;
        let (x, y) = (um(reach.x + reach.width / 2.0), um(reach.y + reach.height / 2.0));
        let has = |tile: &Tile| {
            (tile.across.seen.0..tile.across.seen.1).contains(&x) && (tile.down.seen.0..tile.down.seen.1).contains(&y)
        };
        self.tiles.iter().enumerate().find_map(|(row, tiles)| Some((row, tiles.iter().position(has)?)))
    }
}

/// The sheet that most parts have; of several the first.
fn most(parts: &[Option<(usize, usize)>]) -> Option<(usize, usize)> {
    let mut sheets: Vec<(usize, usize)> = parts.iter().flatten().copied().collect();
    sheets.sort_unstable();
    let mut most: Option<(usize, (usize, usize))> = None;
    for same in sheets.chunk_by(|one, other| one == other) {
        if most.is_none_or(|(count, _)| same.len() > count) {
            most = Some((same.len(), same[0]));
        }
    }
    most.map(|(_, sheet)| sheet)
}
