//! A picture in a box: whole and undistorted, or a labelled frame where it cannot be shown.

use crate::layout::drawn::text::{Block, Pen, SetLine, draw_centred, height};
use crate::layout::{Context, theme};
use crate::picture::source::is_data;
use crate::scene::{Group, Image, Mm, Node, Path, Point, Pt, Rect, Role, Segment, Size};
use crate::text::{Cut, Style};

/// A picture to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Framed<'a> {
    /// Its source, as it is written in the journey.
    pub source: &'a str,
    /// What it shows, for those who cannot see it.
    pub description: &'a str,
    /// The size of the type in a labelled frame: the least that is legible.
    pub size: Pt,
}

/// The line of a labelled frame.
const HAIRLINE: Mm = Mm(0.25);

impl Framed<'_> {
    /// Draws the picture in the middle of a box, as large as it can be. In the stead of one that cannot be shown there is a frame with
    /// the name of its file and its description. Nothing leaves the box.
    ///
    /// The box that was used comes back: that of the picture, or all of it for a frame.
    pub fn draw(self, context: &Context, pen: Pen, within: Rect, out: &mut Vec<Node>) -> Rect {
        let label = if self.description.is_empty() { file_name(self.source) } else { self.description };
        let (used, nodes) = match context.pictures.get(self.source) {
            Ok(artwork) => {
                let frame = within.contain(artwork.size());
                let data = artwork.data(Size { width: frame.width, height: frame.height });
                (frame, vec![Node::Image(Image { frame, data, description: label.to_owned() })])
            }
            Err(_) => (within, self.stead(context, pen, within)),
        };
        if used.width > Mm::ZERO && used.height > Mm::ZERO {
            out.push(Node::Group(Group::new(Role::Figure, nodes).labelled(label).framed(used)));
        }
        used
    }

    /// How wide a picture is for its height; 4 : 3 for one that cannot be shown.
    #[must_use]
    pub fn ratio(self, context: &Context) -> f64 {
        context.pictures.get(self.source).map_or(4.0 / 3.0, |artwork| artwork.size().0 / artwork.size().1)
    }

    fn stead(self, context: &Context, pen: Pen, within: Rect) -> Vec<Node> {
        let inset = HAIRLINE / 2.0;
        let line = Rect::new(within.x + inset, within.y + inset, within.width - HAIRLINE, within.height - HAIRLINE);
        let mut nodes = Vec::new();
        if line.width <= Mm::ZERO || line.height <= Mm::ZERO {
            return nodes;
        }
        let tinted = Path { fill: Some(theme::NEUTRAL_TINT), ..Path::stroked(Path::rect(line), theme::QUIET, HAIRLINE) };
        nodes.push(Node::Path(tinted));
        let em = Mm::from(self.size);
        let room = Rect::new(within.x + em * 0.5, within.y + em * 0.4, within.width - em, within.height - em * 0.8);
        let lines = self.lines(context, room);
        let free = room.height - height(&lines);
        // The mark takes what the text leaves, and its place when there is little of it.
        let mark = (em * 2.4).min(free).min(room.width / 1.4);
        let shown = mark >= em * 1.2;
        let top = room.y + (free - if shown { mark } else { Mm::ZERO }).max(Mm::ZERO) / 2.0;
        if shown {
            let width = mark * 1.4;
            // A little air between mark and text.
            sign(Rect::new(room.x + (room.width - width) / 2.0, top, width, mark * 0.88), &mut nodes);
        }
        let top = if shown { top + mark } else { top };
        let corner = Point { x: room.x, y: top };
        draw_centred(pen, &lines, corner, room.width, theme::QUIET, &mut nodes);
        nodes
    }

    /// The name of the file and the description, as many lines as there is room for.
    fn lines(self, context: &Context, room: Rect) -> Vec<SetLine> {
        let style = |cut| Style { cut, hyphenation: None, rtl: false };
        let mut lines = Vec::new();
        let mut left = room.height;
        for (text, cut) in [(file_name(self.source), Cut::Bold), (self.description, Cut::Regular)] {
            if text.is_empty() || room.width < Mm::from(self.size) {
                continue;
            }
            for line in Block::text(context.text, text, style(cut)).set(context.text, room.width, self.size) {
                left -= line.height();
                if left < Mm::ZERO || line.width() > room.width {
                    return lines;
                }
                lines.push(line);
            }
        }
        lines
    }
}

/// The last part of a path; nothing of a picture that stands in the journey itself.
fn file_name(source: &str) -> &str {
    if is_data(source) { "" } else { source.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or("") }
}

/// The sign for a picture that is not there: hills and a sun in a frame, struck through.
fn sign(rect: Rect, out: &mut Vec<Node>) {
    let at = |x: f64, y: f64| Point { x: rect.x + rect.width * x, y: rect.y + rect.height * y };
    let width = HAIRLINE * 1.2;
    let frame = Rect::new(rect.x + width / 2.0, rect.y + width / 2.0, rect.width - width, rect.height - width);
    let open = |points: &[(f64, f64)]| {
        let segments = points
            .iter()
            .enumerate()
            .map(|(index, (x, y))| if index == 0 { Segment::Move(at(*x, *y)) } else { Segment::Line(at(*x, *y)) });
        Node::Path(Path::stroked(segments.collect(), theme::QUIET, width))
    };
    out.push(Node::Path(Path::stroked(Path::rect(frame), theme::QUIET, width)));
    out.push(open(&[(0.08, 0.86), (0.34, 0.46), (0.52, 0.7), (0.66, 0.54), (0.92, 0.86)]));
    out.push(Node::Path(Path::filled(super::marks::circle(at(0.72, 0.28), rect.height * 0.09), theme::QUIET)));
    out.push(open(&[(0.04, 0.06), (0.96, 0.94)]));
}
