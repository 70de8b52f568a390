//! The arrows of the phases, with their titles.

use super::{Column, PhaseText};
use crate::layout::drawn::ink::arrow;
use crate::layout::drawn::page::{Care, Setting, up_to_half_points};
use crate::layout::drawn::text::{Block, LEADING, SetLine, draw_centred, height};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Pt, Rect, Role};

/// The titles of neighbouring phases in their arrows.
pub struct Arrows {
    /// The lines of each.
    pub titles: Vec<Vec<SetLine>>,
    /// Those of which the end is left out.
    pub cut: Vec<bool>,
    /// The height of the arrows.
    pub height: Mm,
}

/// The width for a phase's title in an arrow of a size: without point and notch.
#[must_use]
pub fn arrow_room(width: Mm, size: Pt) -> Mm {
    width - Mm::from(size) * 1.5
}

/// Titles take at most this share of the page's height in their arrows.
const TITLE_SHARE: f64 = 0.15;

/// The size for the titles of all phases, each with the width of its column: the largest at which no word is broken and no title takes more
/// than two lines; else the largest at which they have room at all. Nothing when that is smaller than the care asks for.
#[must_use]
pub fn headline(titles: &[(&Block, Mm)], setting: &Setting, care: Care) -> Option<Pt> {
    let (frame, sizes) = (&setting.frame, &setting.sizes);
    let most = sizes.largest_phase(frame);
    let least = up_to_half_points(sizes.cell * care.phase_ratio());
    let room = frame.height() * TITLE_SHARE;
    let whole = |size: Pt, room: Mm| {
        titles.iter().all(|(title, width)| {
            let (em, width) = (Mm::from(size), arrow_room(*width, size));
            em * title.widest_word() <= width && title.set_within(setting.typesetter(), width, size, room).is_some()
        })
    };
    let two_lines = |size: &Pt| whole(*size, (Mm::from(*size) * (LEADING * 2.2)).min(room));
    let steps = ((most - least).0 * 2.0).round().max(0.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number, not negative")]
    let down = || (0..=steps as u32).map(|step| most - Pt(f64::from(step) / 2.0));
    let found = down().find(two_lines).or_else(|| down().find(|size| whole(*size, room)));
    match care {
        Care::Whole | Care::Broken | Care::Small | Care::Crowded => found,
        // At joints, before they are as small as cells.
        Care::Least => found.filter(|size| size.0 >= sizes.cell.0 * 1.3).or_else(|| {
            let fits = |size: &Pt| {
                let has_room = |(title, width): &(&Block, Mm)| {
                    title.set_within(setting.typesetter(), arrow_room(*width, *size), *size, room).is_some()
                };
                titles.iter().all(has_room)
            };
            down().filter(|size| *size <= sizes.phase).find(fits).or(Some(least))
        }),
    }
}

impl Arrows {
    /// The titles at their size. Where that is the least and there is still no room, the end of a title is left out, which then stands
    /// whole in a row of its own.
    #[must_use]
    pub fn new(texts: &[PhaseText], columns: &[Column], setting: &Setting) -> Self {
        let size = setting.sizes.phase;
        let room = setting.frame.height() * TITLE_SHARE;
        let fit = |(text, (_, width)): (&PhaseText, &Column)| {
            text.title.fit(setting.typesetter(), arrow_room(*width, size), &[size], room)
        };
        let (titles, cut): (Vec<Vec<SetLine>>, Vec<bool>) = texts.iter().zip(columns).map(fit).unzip();
        let em = Mm::from(size);
        let height = titles.iter().map(|lines| height(lines)).fold(em, Mm::max) + em * 0.9;
        Self { titles, cut, height }
    }
}

/// Draws the arrows from `top` down, each in the colour of its stage.
#[must_use]
pub fn draw_arrows(arrows: &Arrows, stages: &[Option<usize>], columns: &[Column], top: Mm, setting: &Setting) -> Vec<Node> {
    let em = Mm::from(setting.sizes.phase);
    let all = stages.iter().zip(columns).zip(&arrows.titles).enumerate();
    all.map(|(index, ((stage, (left, width)), lines))| {
        let frame = Rect::new(*left, top, *width, arrows.height);
        let deep = theme::stage(*stage).deep;
        // The point reaches over the gutter, almost into the next arrow's notch.
        let point = (em * 0.5).min(frame.width * 0.2);
        let shape = Rect { width: frame.width + setting.frame.gutter * 0.35, ..frame };
        let notch = index > 0;
        let back = Node::Path(Path::filled(arrow(shape, point, notch), deep));
        let mut nodes = vec![Node::Group(Group::new(Role::Artifact, vec![back]))];
        let y = top + (arrows.height - height(lines)) / 2.0;
        let inset = if notch { em * 0.25 } else { Mm::ZERO };
        let corner = Point { x: frame.x + inset, y };
        draw_centred(setting.pen(), lines, corner, frame.width - inset, Color::WHITE, &mut nodes);
        Node::Group(Group::new(Role::ColumnHeader { span: 1 }, nodes).framed(frame))
    })
    .collect()
}
