//! The head of the first page: the title with the facts at its right, and under it a strip with who travels, what the map answers and
//! how it begins; and the running head of the other pages.

mod facts;
mod persona;
mod strip;
mod title;

use self::facts::{Facts, FactsText};
use self::strip::{Strip, StripText};
use super::{Setting, Sizes};
use crate::journey::choices::Excerpt;
use crate::journey::{Journey, Term};
use crate::layout::drawn::text::{ASCENT, Block, LEADING, Place, SetLine, Setter, draw, height};
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Point, Pt, Role};
use crate::text::Cut;

/// What the head says.
pub struct HeadText {
    title: Block,
    /// The title with "continued": the whole, then with fewer and fewer of its words.
    title_again: Vec<Block>,
    /// What stands at the right of the title.
    facts: FactsText,
    /// What stands under it.
    strip: StripText,
}

impl HeadText {
    /// Prepares the texts; where the poster is to be filled in, with lines for what the journey does not say.
    #[must_use]
    pub fn new(journey: &Journey, (part, to_fill_in): (&Excerpt, bool), set: Setter) -> Self {
        Self {
            title: set.heading(&journey.title, Cut::Bold, &|| Place::new("/title", "in the title")),
            title_again: again(&journey.title, Term::Continued.text(set.terms)).iter().map(|text| set.again(text)).collect(),
            facts: FactsText::new(journey, to_fill_in, set),
            strip: StripText::new(journey, (part, to_fill_in), set),
        }
    }
}

/// No more words than these are left of a title that is shortened, so that little is set of one that is very long.
const WORDS_AGAIN: usize = 24;

/// A title with a word behind it: the whole, then each beginning of it that ends with a word, from the longest to the shortest.
fn again(title: &str, continued: &str) -> Vec<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let shorter = (1..words.len().min(WORDS_AGAIN + 1)).rev();
    let begun = |count: usize| {
        let beginning = words[..count].join(" ");
        format!("{}… ({continued})", beginning.trim_end_matches([',', ';', ':', '.', '–', '-', ' ']))
    };
    [format!("{} ({continued})", words.join(" "))].into_iter().chain(shorter.map(begun)).collect()
}

/// The height of a running head.
#[must_use]
pub fn running_height(sizes: &Sizes) -> Mm {
    Mm::from(sizes.lead) * LEADING + sizes.em() * 0.5
}

/// Draws the title in one line at the top of a page behind the first, shortened where it has more words than fit.
pub fn running_head(text: &HeadText, setting: &Setting, out: &mut Vec<Node>) {
    let Setting { frame, sizes, .. } = setting;
    let mut nodes = Vec::new();
    let fits = |title: &&Block| Mm::from(sizes.lead) * title.natural_width() <= frame.width();
    let title = text.title_again.iter().find(fits).or(text.title_again.first());
    if let Some(first) = title.and_then(|title| title.first_line(setting.typesetter(), frame.width(), sizes.lead)) {
        let corner = Point { x: frame.margin, y: frame.margin };
        first.draw(setting.pen(), corner, frame.width(), theme::INK, &mut nodes);
    }
    out.push(Node::Group(Group::new(Role::Note, nodes)));
}

/// The lines of the head, and the texts that it has no room for.
pub struct Head<'a> {
    title: Vec<SetLine>,
    facts: Facts,
    strip: Strip<'a>,
    /// The width left of the facts.
    width: Mm,
    /// From the upper margin to the top of the strip.
    strip_top: Mm,
    /// What stands in the table instead.
    pub overlong: Vec<&'a Block>,
    /// From the upper margin to the top of the table.
    pub height: Mm,
}

/// The shares of the width that the facts may have at most.
const FACTS_WIDTHS: [f64; 3] = [0.3, 0.24, 0.18];
/// A title that is this much of the largest counts as large.
const NEARLY: f64 = 0.9;

/// The shares of the width that lines which are written on may have, the longest first.
const FIELDS_WIDTHS: [f64; 3] = [0.33, 0.28, 0.23];

/// The strip under the title.
struct Under<'a> {
    strip: Strip<'a>,
    /// Its upper edge, and the lower edge of the head, from the upper margin.
    top: Mm,
    foot: Mm,
}

impl<'a> Under<'a> {
    /// Under both title and facts in the full width; or beside facts that reach far down, in the width that they leave.
    fn new(text: &'a HeadText, setting: &Setting, (title, facts): (Mm, Mm), width: Mm) -> Self {
        let gap = setting.sizes.em() * STRIP_GAP;
        let low = title.max(facts);
        let mut strip = text.strip.set(setting, setting.frame.width());
        let mut top = low + gap;
        if facts > title && !strip.is_empty() {
            let narrow = text.strip.set(setting, width);
            let foot = (title + gap + narrow.height).max(facts);
            if narrow.overlong.len() <= strip.overlong.len() && foot < top + strip.height {
                (strip, top) = (narrow, title + gap);
            }
        }
        let foot = if strip.is_empty() { low } else { low.max(top + strip.height) };
        Self { strip, top, foot }
    }

    /// Whether it takes no more of the page than another, and leaves out no more.
    fn is_no_more_than(&self, other: &Self) -> bool {
        self.foot <= other.foot + Mm(1e-6) && self.strip.overlong.len() <= other.strip.overlong.len()
    }
}

impl<'a> Head<'a> {
    /// Measures the head.
    #[must_use]
    pub fn new(text: &'a HeadText, setting: &Setting) -> Self {
        let (frame, sizes) = (&setting.frame, &setting.sizes);
        let mut overlong = Vec::new();
        let (mut facts, mut width, title) = Self::beside(text, setting);
        let title = title.unwrap_or_else(|| {
            overlong.push(&text.title);
            text.title.first_line(setting.typesetter(), width, sizes.lead).into_iter().collect()
        });
        overlong.extend(facts.overlong.iter().map(|index| text.facts.block(*index)));
        let title_foot = height(&title) - lift(&title);
        let mut under = Under::new(text, setting, (title_foot, facts.height), width);
        // Lines that are written on are as long as there is room beside the title, unless the head gets higher by that.
        let beside = title.iter().map(SetLine::width).fold(Mm::ZERO, Mm::max) + frame.gutter * 4.0;
        for share in FIELDS_WIDTHS.into_iter().filter(|_| facts.is_written()) {
            let longer = (frame.width() * share).min(frame.width() - beside);
            let left = frame.width() - longer - frame.gutter * 4.0;
            let tried = (longer > facts.width).then(|| Under::new(text, setting, (title_foot, facts.height), left));
            if let Some(tried) = tried.filter(|tried| tried.is_no_more_than(&under)) {
                (facts.width, width, under) = (longer, left, tried);
                break;
            }
        }
        let Under { strip, top, foot } = under;
        overlong.extend(&strip.overlong);
        Self { title, facts, strip, width, strip_top: top, overlong, height: foot + sizes.em() * 0.9 }
    }

    /// The facts and, in the width that they leave, the title: of the shares that they may have the one with which the title comes out
    /// large on few lines, and with it the head low.
    fn beside(text: &HeadText, setting: &Setting) -> (Facts, Mm, Option<Vec<SetLine>>) {
        let frame = &setting.frame;
        let mut tried = FACTS_WIDTHS.map(|share| {
            let facts = text.facts.set(setting, frame.width() * share);
            let aside = if facts.is_empty() { Mm::ZERO } else { facts.width + frame.gutter * 4.0 };
            let width = frame.width() - aside;
            let title = title::set(&text.title, setting, width);
            (facts, width, title)
        });
        let size =
            |title: &Option<Vec<SetLine>>| title.as_ref().and_then(|lines| lines.first()).map_or(Pt(0.0), |line| line.size);
        let largest = tried.iter().map(|(.., title)| size(title)).fold(Pt(0.0), Pt::max);
        let rank = |(facts, _, title): &(Facts, Mm, Option<Vec<SetLine>>)| {
            let lines = title.as_ref().map_or(usize::MAX, Vec::len);
            let foot = height(title.as_deref().unwrap_or_default()).max(facts.height);
            (facts.overlong.len(), size(title).0 < largest.0 * NEARLY, lines, foot)
        };
        let order = |one: &_, other: &_| rank(one).partial_cmp(&rank(other)).unwrap_or(std::cmp::Ordering::Equal);
        tried.sort_by(order);
        let [best, ..] = tried;
        best
    }

    /// The size of the title; nothing when it has no room in the head.
    #[must_use]
    pub fn title_size(&self) -> Option<Pt> {
        self.title.first().map(|line| line.size)
    }

    /// Draws the head at the upper margin.
    pub fn draw(&self, text: &HeadText, setting: &Setting, out: &mut Vec<Node>) {
        let (pen, frame) = (setting.pen(), &setting.frame);
        let corner = Point { x: frame.margin, y: frame.margin };
        let mut title = Vec::new();
        draw(pen, &self.title, Point { y: corner.y - lift(&self.title), ..corner }, self.width, theme::INK, &mut title);
        out.push(Node::Group(Group::new(Role::Title, title)));
        self.facts.draw(&text.facts, setting, corner, out);
        self.strip.draw(setting, Point { y: corner.y + self.strip_top, ..corner }, out);
    }
}

/// Type stands a little inside its line: the title is pulled up so that its capitals, not its line, hang on the margin.
fn lift(title: &[SetLine]) -> Mm {
    title.first().map_or(Mm::ZERO, |line| Mm::from(line.size) * (ASCENT - CAP_HEIGHT)) * 0.5
}

/// Between the title and the strip, in em of cell text.
const STRIP_GAP: f64 = 0.45;

/// The cap height of the text face, in em.
const CAP_HEIGHT: f64 = 0.66;
