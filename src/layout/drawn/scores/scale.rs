//! The scale of a curve: where scores stand, the lines behind it, and its numbers.

use super::laid::Laid;
use crate::journey::Scale;
use crate::layout::drawn::ink::{face, level, upright};
use crate::layout::drawn::items::score_text;
use crate::layout::drawn::page::{Setting, Sizes};
use crate::layout::drawn::text::Block;
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Path, Point, Rect, Role, Stroke};
use crate::text::{Cut, Style};

/// A scale has at most this many steps.
const MOST_RULES: f64 = 10.0;

/// What parts the phases keeps away so far from what letters cover, in em.
const CLEAR: f64 = 0.2;

/// The part of the page that the curve has.
pub(super) struct Area<'a> {
    pub frame: Rect,
    pub scale: &'a Scale,
    /// The radius of a face.
    pub radius: Mm,
    /// From the upper side of the frame to the highest score, and from the lowest to the lower side.
    pub pads: (Mm, Mm),
}

impl Area<'_> {
    /// The height of a score.
    pub fn y(&self, score: f64) -> Mm {
        let (above, below) = self.pads;
        self.frame.y + above + (self.frame.height - above - below) * (1.0 - self.scale.normalise(score))
    }

    /// The score between good and bad: zero where the scale has it inside, else the middle.
    pub fn middle(&self) -> f64 {
        self.scale.middle()
    }

    /// How good a score is, from −1.0 to 1.0.
    pub fn mood(&self, score: f64) -> f64 {
        let middle = self.middle();
        let reach = if score < middle { middle - self.scale.min } else { self.scale.max - middle };
        (score - middle) / reach
    }

    /// The scores at which the area is ruled: multiples of a round step that stand apart by `apart` at least; whole numbers on a
    /// scale of whole numbers.
    fn rules(&self, apart: Mm) -> Vec<f64> {
        let (min, max) = (self.scale.min, self.scale.max);
        let height = self.y(min) - self.y(max);
        let most = (height / apart).clamp(1.0, MOST_RULES);
        let whole = min.fract() == 0.0 && max.fract() == 0.0;
        let step = round_step((max - min) / most).max(if whole { 1.0 } else { 0.0 });
        let first = (min / step - 1e-9).ceil();
        let count = ((max / step + 1e-9).floor() - first).max(0.0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most as many as have room on a page")]
        (0..=count as u32).map(|index| (first + f64::from(index)) * step).collect()
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … and of their tenths and hundredths … that is not below a number.
fn round_step(least: f64) -> f64 {
    let mut power = 1.0;
    while power < least {
        power *= 10.0;
    }
    while power / 10.0 >= least && power > 1e-6 {
        power /= 10.0;
    }
    [0.1, 0.2, 0.5].into_iter().map(|share| power * share).find(|step| *step >= least).unwrap_or(power)
}

/// The least distance between two numbers of the scale.
fn apart(sizes: &Sizes) -> Mm {
    Mm::from(sizes.note) * 1.15
}

/// The scores at which an area is ruled.
pub(super) fn ruled(area: &Area, sizes: &Sizes) -> Vec<f64> {
    area.rules(apart(sizes))
}

/// The hairlines behind the curve, and what parts the phases. The middle one and the partings break where texts stand, and strike none
/// through; the others are dots.
pub(super) fn rules(area: &Area, partings: &[(Mm, Mm)], laid: &Laid, sizes: &Sizes) -> Vec<Node> {
    let hair = sizes.em() * 0.03;
    let clear = sizes.em() * CLEAR;
    let texts = laid.texts(sizes.em());
    let beside: Vec<Rect> =
        laid.framed().map(|text| Rect { x: text.x - clear, width: text.width + clear * 2.0, ..text }).collect();
    let parted = partings.iter().map(|(x, width)| {
        let segments = upright((area.frame.y, area.frame.bottom()), *x, &beside);
        Node::Path(Path::stroked(segments, theme::HAIRLINE, *width))
    });
    // What is good and what is bad part at the middle, whether a number stands there or not.
    let mut scores = area.rules(apart(sizes));
    if !scores.iter().any(|score| (score - area.middle()).abs() < 1e-9) {
        scores.push(area.middle());
    }
    let level = scores.into_iter().map(|score| {
        let middle = (score - area.middle()).abs() < 1e-9;
        let y = area.y(score);
        let segments = level((area.frame.x, area.frame.right()), y, if middle { &texts } else { &[] });
        let (color, width) = if middle { (theme::QUIET, hair * 1.6) } else { (theme::HAIRLINE.over(theme::QUIET, 0.85), hair) };
        let dashes = if middle { Vec::new() } else { vec![hair, hair * 5.0] };
        Node::Path(Path { segments, fill: None, stroke: Some(Stroke { color, width, dashes }) })
    });
    parted.chain(level).collect()
}

/// Faces at the beginning of an area in which nothing is drawn yet: what the heights of the curve stand for that is drawn by hand.
pub(super) fn faces(area: &Area, setting: &Setting, out: &mut Vec<Node>) {
    let scores = area.rules(apart(&setting.sizes) * 1.4);
    let step = scores.windows(2).map(|pair| area.y(pair[0]) - area.y(pair[1])).fold(area.frame.height, Mm::min);
    let radius = area.radius.min(setting.em() * 1.3).min(step * 0.38);
    let x = area.frame.x + setting.sizes.gap + radius * 1.8;
    let faces = scores.into_iter().flat_map(|score| face(Point { x, y: area.y(score) }, radius, area.mood(score)));
    out.push(Node::Group(Group::new(Role::Artifact, faces.collect())));
}

/// The numbers of the scale, right-aligned at the left of the curve.
pub(super) fn axis(area: &Area, strong: bool, setting: &Setting, out: &mut Vec<Node>) {
    let sizes = &setting.sizes;
    let style = Style { cut: if strong { Cut::Bold } else { Cut::Regular }, hyphenation: None, rtl: false };
    let mut numbers = Vec::new();
    for score in area.rules(apart(sizes)) {
        let block = Block::text(setting.typesetter(), &score_text(score, area.scale, setting.terms), style);
        for line in block.set(setting.typesetter(), Mm(1e4), sizes.note) {
            let x = area.frame.x - sizes.em() * 0.45 - line.width();
            // Digits stand on the rule's middle: half of their height below it.
            let y = area.y(score) + Mm::from(sizes.note) * 0.33 - line.ascent;
            line.draw_at(setting.pen(), Point { x, y }, theme::QUIET, &mut numbers);
        }
    }
    out.push(Node::Group(Group::new(Role::Note, numbers)));
}
