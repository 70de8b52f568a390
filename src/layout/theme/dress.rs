//! A theme put on what was made: every colour of the house gives place to the theme's.

use std::collections::BTreeMap;

use super::{ALERT, BAD, GOOD, HAIRLINE, HUES, INK, NEUTRAL_TINT, NO_STAGE, OUTLINE, Palette, QUIET, Theme};
use crate::scene::{Color, Group, Mm, Node, Path, Point, Rect, Role, Scene, Segment, Stroke};
use crate::sheet::{Sheet, Style, Workbook};

/// The share of the accent of a lane in bars on white; and of good and bad in the areas of a curve and in cells by their score.
pub(super) const BAR: f64 = 0.13;
const SCORES: [f64; 2] = [0.2, 0.45];
/// The shares of a hairline in lines between it and quiet text.
const LINES: [f64; 2] = [0.85, 0.5];

/// What part of a page something stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Title,
    Header,
    Other,
}

/// Large type where ink is saved: a grey that can still be read from afar (4.5 : 1 on white).
const LARGE: Color = Color(0x76, 0x76, 0x76);

/// What stands in the place of each colour.
struct Wardrobe<'t> {
    theme: &'t Theme,
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
fn tints(palette: &Palette) -> Vec<((Color, Color), f64)> {
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

    /// A colour of text in a part of a page. Where ink is saved headers are not filled, so that nothing stands in white on them.
    fn said(&self, color: Color, part: Part) -> Color {
        match part {
            Part::Title | Part::Header if self.theme.saves_ink && color != QUIET => LARGE,
            Part::Title | Part::Header | Part::Other => self.text(color),
        }
    }

    /// A colour of text.
    fn text(&self, color: Color) -> Color {
        if color == Color::WHITE { self.theme.palette.on } else { self.color(color) }
    }

    /// A colour of a surface or a line; white is that of the paper.
    fn surface(&self, color: Color) -> Color {
        if color == Color::WHITE { self.theme.palette.ground } else { self.color(color) }
    }

    /// What is none of the house's is somebody's own, and stays.
    fn color(&self, color: Color) -> Color {
        self.colors.get(&key(color)).copied().unwrap_or(color)
    }

    fn nodes(&self, nodes: &mut [Node], part: Part) {
        for node in nodes {
            match node {
                Node::Group(Group { role, nodes, .. }) => {
                    let part = match role {
                        Role::ColumnHeader { .. } => Part::Header,
                        Role::Title => Part::Title,
                        _ => part,
                    };
                    self.nodes(nodes, part);
                }
                Node::Link(link) => self.nodes(&mut link.nodes, part),
                Node::Text(run) => run.color = self.said(run.color, part),
                Node::Missing(missing) => missing.color = self.said(missing.color, part),
                Node::Path(path) if self.theme.saves_ink => self.lined(path, part == Part::Header),
                Node::Path(path) => self.path(path),
                Node::Image(_) => {}
            }
        }
    }

    fn path(&self, path: &mut Path) {
        path.fill = path.fill.map(|fill| self.surface(fill));
        if let Some(stroke) = &mut path.stroke {
            stroke.color = self.surface(stroke.color);
        }
    }

    /// A path without filled surfaces: stages by their patterns, cards by a line around them.
    fn lined(&self, path: &mut Path, header: bool) {
        let palette = &self.theme.palette;
        let house = path.fill;
        let stage = house.and_then(|fill| HUES.iter().position(|hue| hue.deep == fill).or((fill == NO_STAGE).then_some(0)));
        let bounds = bounds(&path.segments);
        if let (Some(stage), true) = (stage, header) {
            *path = patterned(path, stage, bounds, palette.ink);
            return;
        }
        // An accent at the edge of a card is a thin line.
        let dark = house.is_some_and(|fill| fill.contrast(Color::WHITE) >= 3.0);
        if dark && bounds.height > bounds.width * 5.0 {
            let x = bounds.x + THIN / 2.0;
            let line = [Segment::Move(Point { x, y: bounds.y }), Segment::Line(Point { x, y: bounds.bottom() })];
            *path = Path::stroked(line.to_vec(), palette.ink, THIN);
            return;
        }
        let bar = house.is_some_and(|fill| {
            tints(palette).iter().any(|((color, _), share)| *share <= BAR && color.over(Color::WHITE, BAR) == fill)
        });
        let card = house == Some(Color::WHITE);
        self.path(path);
        if path.stroke.is_none() && (card || bar) {
            let color = if bar { palette.ink } else { palette.hairline };
            path.stroke = Some(Stroke { color, width: THIN, dashes: Vec::new() });
        }
    }
}

/// The line around a card, and the least around an arrow.
const THIN: Mm = Mm(0.2);
/// Lengths of dashes and gaps by turns, in widths of the line: a pattern for each stage, of which the first is solid.
const PATTERNS: [&[f64]; 6] =
    [&[], &[6.0, 3.0], &[1.0, 1.5], &[8.0, 2.0, 1.5, 2.0], &[3.0, 1.5], &[8.0, 2.0, 1.5, 2.0, 1.5, 2.0]];

/// The arrow of a phase as an outline, the rule of a stage as a line, both dashed as the stage's pattern says.
fn patterned(path: &Path, stage: usize, bounds: Rect, ink: Color) -> Path {
    let dashes = |width: Mm| PATTERNS[stage % PATTERNS.len()].iter().map(|dash| width * *dash).collect();
    if bounds.height < bounds.width * 0.1 && path.segments.len() <= 5 {
        let y = bounds.y + bounds.height / 2.0;
        let line = vec![Segment::Move(Point { x: bounds.x, y }), Segment::Line(Point { x: bounds.right(), y })];
        let stroke = Stroke { color: ink, width: bounds.height * 0.6, dashes: dashes(bounds.height * 0.6) };
        return Path { segments: line, fill: None, stroke: Some(stroke) };
    }
    let width = (bounds.height * 0.012).max(THIN * 1.5);
    Path { segments: path.segments.clone(), fill: None, stroke: Some(Stroke { color: LARGE, width, dashes: dashes(width) }) }
}

fn bounds(segments: &[Segment]) -> Rect {
    let mut points = segments.iter().flat_map(|segment| match segment {
        Segment::Move(to) | Segment::Line(to) => vec![*to],
        Segment::Curve(one, two, to) => vec![*one, *two, *to],
        Segment::Close => Vec::new(),
    });
    let first = points.next().unwrap_or(Point { x: Mm::ZERO, y: Mm::ZERO });
    let (least, most) = points.fold((first, first), |(least, most), point| {
        let least = Point { x: least.x.min(point.x), y: least.y.min(point.y) };
        (least, Point { x: most.x.max(point.x), y: most.y.max(point.y) })
    });
    Rect::new(least.x, least.y, most.x - least.x, most.y - least.y)
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
            wardrobe.nodes(&mut page.nodes, Part::Other);
            if self.palette.ground != Color::WHITE {
                let sheet = Path::rect(Rect::new(Mm::ZERO, Mm::ZERO, page.size.width, page.size.height));
                let back = Group::new(Role::Artifact, vec![Node::Path(Path::filled(sheet, self.palette.ground))]);
                page.nodes.insert(0, Node::Group(back));
            }
        }
    }

    /// Puts the theme on a workbook. It saves no ink there, and stays in the colours of the house, where the theme does.
    pub fn dress_book(&self, book: &mut Workbook) {
        if !self.is_plain() && !self.saves_ink {
            let wardrobe = Wardrobe::of(self);
            book.sheets.iter_mut().for_each(|sheet| wardrobe.sheet(sheet));
        }
    }
}

impl Wardrobe<'_> {
    fn sheet(&self, sheet: &mut Sheet) {
        let style = |style: &mut Style| {
            style.ink = self.text(style.ink);
            style.fill = style.fill.map(|fill| self.surface(fill));
            style.border = style.border.map(|border| self.surface(border));
        };
        sheet.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| style(&mut cell.style));
        for scale in &mut sheet.scales {
            scale.low.1 = self.surface(scale.low.1);
            scale.high.1 = self.surface(scale.high.1);
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
