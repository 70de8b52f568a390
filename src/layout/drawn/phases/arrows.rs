//! The arrows of the phases, with their titles.

use super::{Column, PhaseText, header_room};
use crate::layout::drawn::ink::arrow;
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::text::{SetLine, draw_centred, height};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Pt, Rect, Role};

/// The titles of neighbouring phases in their arrows.
pub struct Arrows {
    /// The size of all of them.
    pub size: Pt,
    /// The lines of each.
    pub titles: Vec<Vec<SetLine>>,
    /// The height of the arrows.
    pub height: Mm,
}

/// The width for a phase's title in an arrow of a size: without point and notch.
#[must_use]
pub fn arrow_room(width: Mm, size: Pt) -> Mm {
    width - Mm::from(size) * 1.5
}

impl Arrows {
    /// Phase titles as large as they can be: up to the size for far readers, no word broken, two lines at most, nothing left out. At
    /// the size of cells the end of a title may be left out, which then stands whole in a row of its own.
    #[must_use]
    pub fn new(texts: &[PhaseText], columns: &[Column], setting: &Setting) -> Self {
        let (frame, sizes) = (&setting.frame, &setting.sizes);
        let titles = || texts.iter().map(|text| &text.title).zip(columns);
        let room = header_room(frame.height());
        let suits = |size: Pt| {
            titles().all(|(title, (_, width))| {
                let width = arrow_room(*width, size);
                let broad = Mm::from(size) * title.widest_word() > width || Mm::from(size) * title.natural_width() > width * 1.7;
                !broad && !title.set_some(setting.typesetter(), width, size, room).1
            })
        };
        let largest = frame.title_min.max(sizes.cell).min(sizes.cell * 2.0);
        let steps = ((largest - sizes.cell).0 * 2.0).floor();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number, not negative")]
        let mut sizes_down = (0..=steps.max(0.0) as u32).rev().map(|step| sizes.cell + Pt(f64::from(step) / 2.0));
        let size = sizes_down.find(|size| suits(*size)).unwrap_or(sizes.cell);
        let set = |(title, (_, width)): (&crate::layout::drawn::text::Block, &Column)| {
            title.set_some(setting.typesetter(), arrow_room(*width, size), size, room).0
        };
        let titles: Vec<Vec<SetLine>> = titles().map(set).collect();
        let em = Mm::from(size);
        let height = titles.iter().map(|lines| height(lines)).fold(em, Mm::max) + em * 0.9;
        Self { size, titles, height }
    }
}

/// Draws the arrows from `top` down, each in the colour of its stage.
#[must_use]
pub fn draw_arrows(arrows: &Arrows, stages: &[Option<usize>], columns: &[Column], top: Mm, setting: &Setting) -> Vec<Node> {
    let em = Mm::from(arrows.size);
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
