//! The template of a timeline: fields for sticky notes at their true size where the paper allows, phases, the scale, a row for ideas, and
//! a rule of 100 mm to check the print by.

use super::content::Content;
use super::flow::{self, Piece};
use super::line::hair;
use super::report::{asked, does_not_fit};
use super::system::NOTE;
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::Scale;
use crate::layout::drawn::ink::{dashed, face, line};
use crate::layout::drawn::items::{CellLines, score_text};
use crate::layout::drawn::page::{
    Care, Fitted, Frame, Head, Legend, Setting, Sizes, hard_to_read, is_hard_to_read, may_be_advised, readable_on, running_head,
    running_height,
};
use crate::layout::drawn::phases::{Arrows, Band, Column, bands, draw_bands, even, headline, mean};
use crate::layout::drawn::text::{Block, draw, height};
use crate::layout::{curves, theme};
use crate::paper::{Orientation, Paper};
use crate::scene::{Group, Mm, Node, Page, Path, Point, Rect, Role, Segment};
use crate::text::{Cut, Style};
use crate::tongue::say;

/// Between two fields.
const GAP: Mm = Mm(6.0);
/// Between two fields at the most, as a share of their side.
const BETWEEN: f64 = 0.12;
/// How long the marks at the corners of a field are, as a share of its side.
const MARK: f64 = 0.07;
/// Fields of smaller notes are no smaller than this.
const LEAST: Mm = Mm(18.0);

/// The geometry of a template.
struct Fields {
    /// The side of a note.
    side: Mm,
    /// Fields in both rows together: by turns one above and one below.
    count: usize,
    left: Mm,
    /// From one field to the next on the other side.
    step: Mm,
    /// The tops of the upper row, the lower row, and the row of ideas where there is room for it.
    rows: [Mm; 2],
    ideas: Option<Mm>,
    /// The ruler over the notes.
    ruler: Mm,
}

/// A template on a paper.
struct Made<'a> {
    pages: Vec<Page>,
    /// What it is set in.
    setting: Setting<'a>,
    /// What gave way.
    care: Care,
    /// How many fields it has, and their side; none where there is hardly any room.
    fields: Option<(usize, Mm)>,
}

impl Made<'_> {
    /// Whether notes of 76 mm have room in its fields.
    fn holds_notes(&self) -> bool {
        self.fields.is_some_and(|(_, side)| side >= NOTE)
    }
}

/// The pages: the template, and on further ones what its head and headers have no room for; and what there is to say of them.
pub(super) fn pages(content: &Content) -> (Vec<Page>, Vec<Diagnostic>) {
    let paper = content.context.paper;
    let made = on(content, paper);
    let larger = (made.pages.len() > 1)
        .then(|| asked(content, made.pages.len()).find(|other| on(content, other).pages.len() == 1))
        .flatten();
    let help = larger.map_or_else(|| say!("overflow-none"), |larger| say!("overflow-all", paper = larger.name));
    let further = (2..=made.pages.len())
        .map(|page| does_not_fit(page, paper, &made.setting, say!("overflow-across")).at("").help(help.clone()));
    let mut said: Vec<Diagnostic> = further.collect();
    let named = content.journey.phases.iter().zip(&content.phases).map(|(phase, text)| (phase.title.as_str(), &text.title));
    said.extend(hard_to_read(&named.collect::<Vec<_>>(), made.care, &made.setting, || {
        readable_on(asked(content, made.pages.len()), (made.care, &made.setting), |other| {
            let made = on(content, other);
            !is_hard_to_read(made.care, &made.setting)
        })
    }));
    said.extend(content.context.blank.then(|| notes(content, &made)));
    if content.context.fit {
        let asked = may_be_advised(content.journey, made.pages.len());
        let smallest = paper.growing().filter(|_| asked).find(|other| on(content, other).holds_notes());
        said.push(
            Fitted { pages: made.pages.len(), tightest: None, smallest, notes: true }.said(&made.setting, made.pages.first()),
        );
    }
    (made.pages, said)
}

/// The steps of a scale that is to be drawn on, from the top: each whole one, as far as they have room in so many em; else its ends and its
/// middle.
fn steps(scale: &Scale, room: f64) -> Vec<f64> {
    let (count, whole) = ((scale.max - scale.min).round(), scale.max.fract() == 0.0 && scale.min.fract() == 0.0);
    if !whole || count > MOST_STEPS || room < count * ROOM_FOR_STEP {
        return vec![scale.max, scale.middle(), scale.min];
    }
    std::iter::successors(Some(scale.max), |step| Some(step - 1.0)).take_while(|step| *step >= scale.min).collect()
}

/// A scale has at most so many steps from end to end where each is drawn, and each has this height, in em.
const MOST_STEPS: f64 = 6.0;
const ROOM_FOR_STEP: f64 = 1.75;

/// The same on a paper, with what it is set in.
fn on<'a>(content: &'a Content<'a>, paper: &Paper) -> Made<'a> {
    let frame = Frame::new(paper, paper.oriented(content.context.orientation.unwrap_or(Orientation::Landscape)));
    let mut setting = Setting::new(content.journey, content.context, frame, Sizes::new(&frame, frame.least.cell_min));
    let em = setting.em();
    let axis = em * 4.6;
    let columns = even(content.phases.len(), (frame.margin + axis, frame.margin + frame.width()), frame.gutter * 2.0);
    let titles: Vec<(&Block, Mm)> = content.phases.iter().zip(&columns).map(|(phase, column)| (&phase.title, column.1)).collect();
    setting.sizes.phase =
        headline(&titles, mean(columns.iter().map(|column| column.1)), &setting, Care::Least).unwrap_or(setting.sizes.phase);
    let head = Head::new(&content.head, &setting);
    let legend = Legend::new(&content.legend, &setting);
    let stages: Vec<Option<usize>> = content.journey.phases.iter().map(|phase| phase.stage).collect();
    let bands = bands(&content.stages, &stages, &columns, &setting);
    let arrows = Arrows::new(&content.phases, &columns, &setting);
    let text = besides(content, &setting, &head, (&bands, &arrows));
    let room = frame.height() - running_height(&setting.sizes) - legend.height;
    let further = flow::pages(content, &setting, (&[], &text, &CellLines::plain(Vec::new())), (Mm::ZERO, room));
    let count = if text.lines.is_empty() { 1 } else { further.len() };
    let mut out = Vec::new();
    head.draw(&content.head, &setting, &mut out);
    let template = Template { content, setting: &setting, axis };
    let top = template.phases((&columns, &bands, &arrows), frame.margin + head.height, &mut out);
    let foot = frame.page.height - frame.margin - legend.height - em * 1.6;
    let fields = template.fields(top, foot);
    if let Some(fields) = &fields {
        template.draw(fields, foot, &mut out);
    }
    legend.draw(&setting, (1, count), &mut out);
    setting.pen().mirror(&mut out);
    let mut pages = vec![Page::new(frame.page, out)];
    for (index, pieces) in further.iter().enumerate().take(count).skip(1) {
        pages.push(words(content, &setting, (pieces, &text), (&legend, index + 1, count)));
    }
    let care = if arrows.cuts() { Care::Least } else { Care::Whole };
    Made { pages, setting, care, fields: fields.map(|fields| (fields.count, fields.side)) }
}

/// What head, stages and phases say that has no room there.
fn besides(content: &Content, setting: &Setting, head: &Head, (bands, arrows): (&[Band], &Arrows)) -> CellLines {
    let stages = bands.iter().filter(|band| band.cut).map(|band| &content.stages[band.stage].in_words);
    let phases = content.phases.iter().zip(&arrows.cut).filter(|(_, cut)| **cut).map(|(phase, _)| &phase.title);
    let blocks = head.overlong.iter().copied().chain(stages).chain(phases).chain(&content.besides);
    let width = setting.frame.width();
    CellLines::plain(blocks.flat_map(|block| block.set(setting.typesetter(), width, setting.sizes.cell)).collect())
}

/// A page of words.
fn words(
    content: &Content,
    setting: &Setting,
    (pieces, text): (&[flow::Placed], &CellLines),
    (legend, number, count): (&Legend, usize, usize),
) -> Page {
    let mut out = Vec::new();
    running_head(&content.head, setting, &mut out);
    let frame = setting.frame;
    let mut y = frame.margin + running_height(&setting.sizes);
    for (piece, height) in pieces {
        if let Piece::Text(range) = piece {
            out.extend(flow::paragraphs(&text.lines[range.clone()], Rect::new(frame.margin, y, frame.width(), *height), setting));
        }
        y += *height;
    }
    legend.draw(setting, (number, count), &mut out);
    setting.pen().mirror(&mut out);
    Page::new(frame.page, out)
}

fn notes(content: &Content, made: &Made) -> Diagnostic {
    let paper = content.context.paper;
    let (message, fields) = match made.fields {
        None => (say!("fields-none", paper = &paper.name), false),
        Some((count, side)) if side >= NOTE => {
            return Diagnostic::new(Code::StickyNotes, say!("fields-hold", count = count, paper = &paper.name));
        }
        Some((count, side)) => {
            let size = format!("{0:.0} × {0:.0} mm", side.0.floor());
            (say!("fields-small", count = count, paper = &paper.name, size = size), true)
        }
    };
    let help = match asked(content, made.pages.len()).find(|other| on(content, other).holds_notes()) {
        Some(larger) if fields => say!("fields-small-larger", larger = larger.name, paper = &paper.name),
        Some(larger) => say!("fields-larger", paper = larger.name),
        None => say!("fields-small-help"),
    };
    Diagnostic::new(Code::StickyNotes, message).help(help)
}

struct Template<'a> {
    content: &'a Content<'a>,
    setting: &'a Setting<'a>,
    axis: Mm,
}

impl Template<'_> {
    /// The stages, and the titles of the phases over their brackets; where they end.
    fn phases(&self, (columns, bands, arrows): (&[Column], &[Band], &Arrows), top: Mm, out: &mut Vec<Node>) -> Mm {
        let (setting, em) = (self.setting, self.setting.em());
        let mut rows = Vec::new();
        let band_height = bands.iter().map(|band| band.height(&setting.sizes)).fold(Mm::ZERO, Mm::max);
        if !bands.is_empty() {
            let bands = draw_bands(bands, columns, (top, band_height), setting);
            rows.push(Node::Group(Group::new(Role::Row, bands)));
        }
        let top = top + band_height;
        let room = arrows.titles.iter().map(|lines| height(lines)).fold(Mm::ZERO, Mm::max);
        let headers = columns.iter().zip(&arrows.titles).enumerate().map(|(nth, ((left, width), lines))| {
            let deep = self.content.hue(nth).deep;
            let y = top + room + em * 0.35;
            let corners = [(*left, y + em * 0.5), (*left, y), (*left + *width, y), (*left + *width, y + em * 0.5)];
            let at = |(nth, (x, y)): (usize, (Mm, Mm))| {
                let at = Point { x, y };
                if nth == 0 { Segment::Move(at) } else { Segment::Line(at) }
            };
            let segments: Vec<Segment> = corners.into_iter().enumerate().map(at).collect();
            let mut nodes = vec![Node::Group(Group::new(Role::Artifact, vec![stroke(segments, deep, em * 0.14)]))];
            draw(setting.pen(), lines, Point { x: *left, y: top + room - height(lines) }, *width, deep, &mut nodes);
            Node::Group(Group::new(Role::ColumnHeader { span: 1 }, nodes).framed(Rect::new(*left, top, *width, room + em)))
        });
        rows.push(Node::Group(Group::new(Role::Row, headers.collect())));
        out.push(Node::Group(Group::new(Role::Table, rows)));
        top + room + em * 1.4
    }

    /// Fields of 76 mm where two rows of them and the scale have room, with a row of ideas where that has room as well; smaller ones
    /// otherwise.
    /// Nothing where there is hardly any room.
    fn fields(&self, top: Mm, foot: Mm) -> Option<Fields> {
        let (frame, em) = (&self.setting.frame, self.setting.em());
        let left = frame.margin + self.axis;
        let width = frame.width() - self.axis;
        let ruler = top + em * 0.8;
        let top = ruler + em * 1.2;
        let room = foot - top;
        let scale = (room * 0.22).max(em * 5.0);
        if room < em * 14.0 || width < em * 10.0 {
            return None;
        }
        let with_ideas = room >= NOTE * 3.0 + GAP * 2.0 + scale;
        let side = if room >= NOTE * 2.0 + em * 7.0 && width >= NOTE * 3.0 + GAP * 2.0 {
            NOTE
        } else {
            ((room - scale) / 2.0).min(width / 5.0).max(LEAST.min((room - scale) / 2.0))
        };
        // Where notes are not of their true size anyway, each phase has a field of its own.
        let phases = self.content.phases.len();
        let shared = width / (1.0 + f64::midpoint(1.0, BETWEEN) * phases.saturating_sub(1) as f64);
        let side = if side < NOTE && shared >= LEAST { side.min(shared) } else { side };
        let gap = GAP.min(side * BETWEEN);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number, or zero")]
        let most = (((width - side) * 2.0 / (side + gap) + 1e-9) as usize) + 1;
        let count = shared_out(most, phases);
        let step = if count > 1 { (width - side) / (count - 1) as f64 } else { width };
        let ideas = with_ideas.then(|| foot - side);
        let lower = ideas.map_or(foot, |ideas| ideas - GAP * 2.0) - side;
        Some(Fields { side, count, left, step, rows: [top, lower], ideas, ruler })
    }

    fn draw(&self, fields: &Fields, foot: Mm, out: &mut Vec<Node>) {
        let (setting, em) = (self.setting, self.setting.em());
        let Fields { side, count, left, step, rows: [upper, lower], ideas, ruler } = *fields;
        let right = left + step * (count - 1) as f64 + side;
        let field = |nth: usize, y: Mm| Rect::new(left + step * nth as f64, y, side, side);
        let mut back: Vec<Node> = (0..count).step_by(2).flat_map(|nth| outline(field(nth, upper))).collect();
        back.extend((1..count).step_by(2).flat_map(|nth| outline(field(nth, lower))));
        if let Some(y) = ideas {
            back.extend((0..count).step_by(2).flat_map(|nth| outline(field(nth, y))));
        }
        let middles: Vec<Mm> = (0..count).map(|nth| left + side / 2.0 + step * nth as f64).collect();
        let thin = em * 0.06;
        back.push(stroke(line(Point { x: left, y: ruler }, Point { x: right, y: ruler }), theme::OUTLINE, thin));
        back.extend(middles.iter().map(|x| {
            stroke(line(Point { x: *x, y: ruler - em * 0.25 }, Point { x: *x, y: ruler + em * 0.25 }), theme::OUTLINE, thin)
        }));
        // A dot where each note meets each step of the scale.
        let scale = curves::scale(self.content.journey, self.content.context.part);
        let (from, to) = (upper + side + em * 1.2, lower - em * 1.2);
        let y = |score: f64| from + (to - from) * (1.0 - scale.normalise(score));
        let mut numbers = Vec::new();
        let steps = steps(&scale, (to - from) / em);
        let radius = (em * 0.8).min((to - from) / steps.len() as f64 * 0.36);
        // Numbers stand where they have room above each other.
        let told = (to - from) / (steps.len() - 1) as f64 >= Mm::from(setting.sizes.note) * 1.25;
        for score in steps {
            let good = (score - scale.middle()) / (scale.max - scale.middle());
            let color = if good == 0.0 { theme::QUIET } else { theme::HAIRLINE };
            let at = y(score);
            back.push(stroke(line(Point { x: left, y: at }, Point { x: right, y: at }), color, em * 0.04));
            back.extend(middles.iter().map(|x| {
                Node::Path(Path::filled(crate::layout::drawn::ink::circle(Point { x: *x, y: at }, em * 0.14), theme::OUTLINE))
            }));
            back.extend(face(Point { x: left - em * 1.2, y: at }, radius, good));
            if !told {
                continue;
            }
            let style = Style { cut: Cut::Bold, hyphenation: None, rtl: false };
            let block = Block::text(setting.typesetter(), &score_text(score, &scale, setting.terms), style);
            for set in block.set(setting.typesetter(), Mm(1e4), setting.sizes.note) {
                let place = Point { x: left - em * 2.5 - set.width(), y: at + Mm::from(set.size) * 0.33 - set.ascent };
                set.draw_at(setting.pen(), place, theme::QUIET, &mut numbers);
            }
        }
        let rule = Rect::new(right - Mm(100.0), foot + em * 0.9, Mm(100.0), em * 0.4);
        let rule_fits = right - Mm(100.0) > left;
        if rule_fits {
            back.extend(hundred(rule, em));
        }
        out.push(Node::Group(Group::new(Role::Artifact, back)));
        out.push(Node::Group(Group::new(Role::Note, numbers)));
        self.asked(field(0, upper), out);
        if let Some(y) = ideas {
            self.word(&self.content.asked[3], Rect::new(setting.frame.margin, y, self.axis - em * 0.4, side), out);
        }
        if rule_fits {
            let style = Style { cut: Cut::Regular, hyphenation: None, rtl: false };
            let block = Block::text(setting.typesetter(), "100\u{a0}mm", style);
            if let Some(set) = block.first_line(setting.typesetter(), em * 20.0, setting.sizes.note) {
                let place = Point { x: rule.x - em * 0.5 - set.width(), y: rule.bottom() - set.ascent };
                let mut nodes = Vec::new();
                set.draw_at(setting.pen(), place, theme::QUIET, &mut nodes);
                out.push(Node::Group(Group::new(Role::Note, nodes)));
            }
        }
    }

    /// What is to be written on a note, on the first of them.
    fn asked(&self, note: Rect, out: &mut Vec<Node>) {
        let em = self.setting.em();
        let pad = em * 0.5;
        let room = Rect::new(note.x + pad, note.y + pad, note.width - pad * 2.0, note.height - pad * 2.0);
        let [what, when, between, _] = &self.content.asked;
        let sizes = &self.setting.sizes;
        let lines = [when, what, between].map(|block| block.set(self.setting.typesetter(), room.width, sizes.note));
        let needed = lines.iter().map(|lines| height(lines)).sum::<Mm>();
        if needed > room.height || lines.iter().flatten().any(|line| line.line.breaks_word()) {
            return;
        }
        let foot = room.bottom() - height(&lines[2]);
        for (lines, y) in lines.iter().zip([room.y, room.y + height(&lines[0]), foot]) {
            let mut nodes = Vec::new();
            draw(self.setting.pen(), lines, Point { x: room.x, y }, room.width, theme::QUIET, &mut nodes);
            out.push(Node::Group(Group::new(Role::Note, nodes)));
        }
    }

    /// A word in a box, where it has room.
    fn word(&self, word: &Block, place: Rect, out: &mut Vec<Node>) {
        let size = self.setting.sizes.cell;
        if let Some(lines) = word.set_within(self.setting.typesetter(), place.width, size, place.height)
            && !lines.iter().any(|line| line.line.breaks_word())
        {
            let mut nodes = Vec::new();
            draw(self.setting.pen(), &lines, Point { x: place.x, y: place.y }, place.width, theme::INK, &mut nodes);
            out.push(Node::Group(Group::new(Role::Note, nodes)));
        }
    }
}

/// How many of so many fields at the most are taken: as many in each phase, or one for as many phases each.
fn shared_out(most: usize, phases: usize) -> usize {
    match most / phases.max(1) {
        0 => phases.div_ceil(phases.div_ceil(most)),
        each => each * phases.max(1),
    }
}

/// The dashed sides and the strong corners of where a note is put.
fn outline(note: Rect) -> [Node; 2] {
    // Cut here: where dashes begin and end renderers do not agree.
    let sides = stroke(dashed(&Path::rect(note), &[Mm(1.2), Mm(1.2)]), theme::OUTLINE, Mm(0.2));
    let mark = note.width * MARK;
    let corner = |x: Mm, y: Mm, across: f64, down: f64| {
        let (start, end) = (Point { x: x + mark * across, y }, Point { x, y: y + mark * down });
        [Segment::Move(start), Segment::Line(Point { x, y }), Segment::Line(end)]
    };
    let (right, foot) = (note.right(), note.bottom());
    let corners = [
        corner(note.x, note.y, 1.0, 1.0),
        corner(right, note.y, -1.0, 1.0),
        corner(note.x, foot, 1.0, -1.0),
        corner(right, foot, -1.0, -1.0),
    ];
    [sides, stroke(corners.concat(), theme::INK, Mm(0.4))]
}

/// A rule of 100 mm with a tick at every 10 mm.
fn hundred(rule: Rect, em: Mm) -> Vec<Node> {
    let tick = |nth: usize| {
        let x = rule.x + Mm(10.0) * nth as f64;
        let long = if nth.is_multiple_of(5) { rule.height } else { rule.height * 0.5 };
        stroke(line(Point { x, y: rule.bottom() - long }, Point { x, y: rule.bottom() }), theme::INK, em * 0.05)
    };
    let base = line(Point { x: rule.x, y: rule.bottom() }, Point { x: rule.right(), y: rule.bottom() });
    std::iter::once(stroke(base, theme::INK, em * 0.05)).chain((0..=10).map(tick)).collect()
}

fn stroke(segments: Vec<Segment>, color: crate::scene::Color, width: Mm) -> Node {
    Node::Path(Path::stroked(segments, color, hair(width)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_phase_has_as_many_fields_or_each_field_as_many_phases() {
        for (most, phases, count) in [(9, 4, 8), (9, 9, 9), (3, 1, 3), (9, 10, 5), (5, 12, 4), (7, 30, 6), (1, 3, 1), (4, 0, 4)] {
            assert_eq!(shared_out(most, phases), count, "{most} fields for {phases} phases");
        }
        for most in 1..40 {
            for phases in 1..200 {
                let count = shared_out(most, phases);
                assert!(
                    (1..=most).contains(&count) && (count.is_multiple_of(phases) || count < phases),
                    "{most} for {phases}: {count}"
                );
            }
        }
    }
}
