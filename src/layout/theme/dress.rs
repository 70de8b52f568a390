//! A theme put on what was made: every colour of the house gives place to the theme's.

use std::collections::BTreeMap;

use super::page::Logo;
use super::spare::{self, Sparing};
use super::{ALERT, BAD, GOOD, HAIRLINE, HUES, INK, NEUTRAL_TINT, NO_STAGE, OUTLINE, Palette, QUIET, Theme};
use crate::scene::{Color, Group, Mm, Node, Path, Rect, Role, Scene};
use crate::sheet::{Sheet, Style, Workbook};

/// The share of the accent of a lane in bars on white; and of good and bad in the areas of a curve and in cells by their score.
pub(super) const BAR: f64 = 0.13;
pub(super) const SCORES: [f64; 2] = [0.2, 0.45];
/// The shares of a hairline in lines between it and quiet text.
const LINES: [f64; 2] = [0.85, 0.5];

/// What stands in the place of each colour.
pub(super) struct Wardrobe<'t> {
    pub theme: &'t Theme,
    colors: BTreeMap<(u8, u8, u8), Color>,
}

fn key(color: Color) -> (u8, u8, u8) {
    (color.0, color.1, color.2)
}

/// The colours of the house with those of a palette.
fn roles(palette: &Palette) -> Vec<(Color, Color)> {
    let hues = HUES.iter().zip(&palette.hues);
    let hues = hues.flat_map(|(house, theme)| [(house.deep, theme.deep), (house.tint, theme.tint)]);
    let others = [
        (INK, palette.ink),
        (QUIET, palette.quiet),
        (HAIRLINE, palette.hairline),
        (OUTLINE, palette.outline),
        (NO_STAGE, palette.neutral.deep),
        (NEUTRAL_TINT, palette.neutral.tint),
        (ALERT, palette.alert),
        (GOOD, palette.good),
        (BAD, palette.bad),
    ];
    others.into_iter().chain(hues).collect()
}

/// The colours of the house that stand in tints on white, with those of a palette and their shares.
pub(super) fn tints(palette: &Palette) -> Vec<((Color, Color), f64)> {
    let scores = [(GOOD, palette.good), (BAD, palette.bad)];
    let hues = HUES.iter().zip(&palette.hues).map(|(house, theme)| (house.deep, theme.deep));
    let accents = hues.chain([(QUIET, palette.quiet), (ALERT, palette.alert), (GOOD, palette.good)]);
    let scored = scores.into_iter().flat_map(|score| SCORES.map(|share| (score, share)));
    accents.map(|accent| (accent, BAR)).chain(scored).collect()
}

impl<'t> Wardrobe<'t> {
    fn of(theme: &'t Theme) -> Self {
        let palette = &theme.palette;
        let mut colors = BTreeMap::new();
        for (house, own) in roles(palette) {
            colors.entry(key(house)).or_insert(own);
        }
        for ((house, own), share) in tints(palette) {
            let tint = if theme.saves_ink { palette.ground } else { own.over(palette.ground, share) };
            colors.entry(key(house.over(Color::WHITE, share))).or_insert(tint);
        }
        for share in LINES {
            colors.entry(key(HAIRLINE.over(QUIET, share))).or_insert(palette.hairline.over(palette.quiet, share));
        }
        Self { theme, colors }
    }

    /// A colour of text.
    pub fn text(&self, color: Color) -> Color {
        if color == Color::WHITE { self.theme.palette.on } else { self.color(color) }
    }

    /// A colour of a surface or a line; white is that of the paper.
    pub fn surface(&self, color: Color) -> Color {
        if color == Color::WHITE { self.theme.palette.ground } else { self.color(color) }
    }

    /// What is none of the house's is somebody's own, and stays.
    fn color(&self, color: Color) -> Color {
        self.colors.get(&key(color)).copied().unwrap_or(color)
    }

    fn nodes(&self, nodes: &mut [Node]) {
        for node in nodes {
            match node {
                Node::Group(group) => self.nodes(&mut group.nodes),
                Node::Link(link) => self.nodes(&mut link.nodes),
                Node::Text(run) => run.color = self.text(run.color),
                Node::Missing(missing) => missing.color = self.text(missing.color),
                Node::Path(path) => self.path(path),
                Node::Image(_) => {}
            }
        }
    }

    pub fn path(&self, path: &mut Path) {
        path.fill = path.fill.map(|fill| self.surface(fill));
        if let Some(stroke) = &mut path.stroke {
            stroke.color = self.surface(stroke.color);
        }
    }
}

impl Theme {
    /// Whether it is the house's own look.
    fn is_plain(&self) -> bool {
        self.palette == Self::default().palette && !self.saves_ink
    }

    /// Puts the theme on a drawing in the colours of the house.
    pub fn dress(&self, scene: &mut Scene) {
        if self.is_plain() {
            return;
        }
        let wardrobe = Wardrobe::of(self);
        for page in &mut scene.pages {
            if self.saves_ink {
                Sparing::on(&wardrobe, page).nodes(&mut page.nodes, false);
            } else {
                wardrobe.nodes(&mut page.nodes);
            }
            if self.palette.ground != Color::WHITE {
                let sheet = Path::rect(Rect::new(Mm::ZERO, Mm::ZERO, page.size.width, page.size.height));
                let back = Group::new(Role::Artifact, vec![Node::Path(Path::filled(sheet, self.palette.ground))]);
                page.nodes.insert(0, Node::Group(back));
            }
        }
    }

    /// Puts the theme on a workbook, and its logo at the head of the first sheet.
    pub fn dress_book(&self, book: &mut Workbook) {
        if !self.is_plain() {
            let wardrobe = Wardrobe::of(self);
            book.sheets.iter_mut().for_each(|sheet| wardrobe.sheet(sheet));
        }
        if let Some(picture) = self.logo.as_ref().and_then(Logo::at_head)
            && !book.sheets.is_empty()
        {
            let first = book.sheets.remove(0).headed(picture);
            book.sheets.insert(0, first);
        }
    }
}

impl Wardrobe<'_> {
    fn sheet(&self, sheet: &mut Sheet) {
        let style = |style: &mut Style| {
            if self.theme.saves_ink {
                return spare::plain(style, self);
            }
            style.ink = self.text(style.ink);
            style.fill = style.fill.map(|fill| self.surface(fill));
            style.border = style.border.map(|border| self.surface(border));
        };
        sheet.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| style(&mut cell.style));
        for scale in &mut sheet.scales {
            for end in [&mut scale.low, &mut scale.high] {
                end.1 = if self.theme.saves_ink { self.theme.palette.ground } else { self.surface(end.1) };
            }
        }
        for look in sheet.charts.iter_mut().flat_map(|chart| &mut chart.looks) {
            look.color = self.surface(look.color);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_colour_of_the_house_means_one_thing() {
        // A palette of colours that are all different, so that one that is put in two places shows.
        let mut next = 0_u8;
        let mut fresh = || {
            next += 1;
            Color(next, 0, 0)
        };
        let mut palette = Theme::default().palette;
        for color in [&mut palette.ink, &mut palette.quiet, &mut palette.hairline, &mut palette.outline, &mut palette.alert] {
            *color = fresh();
        }
        for color in [&mut palette.good, &mut palette.bad, &mut palette.neutral.deep, &mut palette.neutral.tint] {
            *color = fresh();
        }
        for hue in &mut palette.hues {
            (hue.deep, hue.tint) = (fresh(), fresh());
        }
        let theme = Theme { palette, ..Theme::default() };
        let wardrobe = Wardrobe::of(&theme);
        for (house, own) in roles(&palette) {
            assert_eq!(wardrobe.color(house), own, "{}", house.hex());
        }
        let keys = roles(&palette).len() + tints(&palette).len() + LINES.len();
        assert_eq!(wardrobe.colors.len(), keys, "no tint is another colour");
    }
}
