//! Ways that are not simply the next phase: loops back, skips past something, exits. They run as arcs in a channel of their own between
//! the stages and the arrows, the shortest lowest, each with its label in it. One that ends on another page leaves at the edge of this
//! one and says where it leads. What has no place there is told in a list.

mod channel;
mod draw;

use crate::journey::{Journey, Link, LinkKind, Place as Spot, Term};
use crate::layout::curves;
use crate::layout::drawn::text::{Block, Place, Setter};
use crate::text::Cut;

pub use channel::{Channel, MOST_TRACKS};

/// A way between phases, with its texts.
pub struct Way {
    /// What kind of way it is; one of kind `next` leads past phases or back.
    pub kind: LinkKind,
    /// The phase in which it begins.
    pub from: usize,
    /// The phase in which it ends; none out of the journey.
    pub to: Option<usize>,
    /// Where in the columns of both it begins and ends, as shares of their widths: where the score of a contact stands that it is from or
    /// to.
    pub shares: [Option<f64>; 2],
    /// What is said of it.
    pub label: Option<Block>,
    /// The same with the phase that it leads to, where that stands on another page.
    pub onward: Block,
    /// The same with the phase that it comes from, where that stands on another page.
    pub coming: Block,
    /// All of it as a line of text, where it has no arc or its arc no room for a label.
    pub in_words: Block,
    /// What is read out for it.
    pub said: String,
}

/// Where in its phase the score of a contact stands, when the first curve has one for each.
fn scored(journey: &Journey, Spot { phase, item }: Spot) -> Option<f64> {
    let contacts = curves::contacts(journey, phase)?;
    let nth = contacts.iter().position(|contact| Some(*contact) == item)?;
    Some((nth as f64 + 0.5) / contacts.len() as f64)
}

impl Way {
    /// The ways of a journey in the order in which they are written, but those from a phase to the next.
    #[must_use]
    pub fn all(journey: &Journey, set: Setter) -> Vec<Self> {
        journey.links.iter().enumerate().filter_map(|(index, link)| Self::new(journey, link, index, set)).collect()
    }

    fn new(journey: &Journey, link: &Link, index: usize, set: Setter) -> Option<Self> {
        let from = journey.place(&link.from)?;
        let to = match &link.to {
            Some(to) => Some(journey.place(to)?),
            None => None,
        };
        let shares = [Some(from), to].map(|place| scored(journey, place?));
        let (from, to) = (from.phase, to.map(|to| to.phase));
        let told = link.label.is_some() || link.kind != LinkKind::Next;
        if to == Some(from + 1) && link.kind == LinkKind::Next || to == Some(from) && !told {
            return None;
        }
        let title = |phase: usize| journey.phases[phase].title.as_str();
        let arrow = if set.rtl() { "←" } else { "→" };
        let ends = match to {
            Some(to) => format!("{} {arrow} {}", title(from), title(to)),
            None => format!("{} {arrow} {}", title(from), Term::DropOff.text(set.terms)),
        };
        let said = link.label.as_ref().map_or_else(|| ends.clone(), |label| format!("{label} ({ends})"));
        let onward = match (&link.label, to) {
            (Some(label), Some(to)) => format!("{label} {arrow} {}", title(to)),
            (None, Some(to)) => format!("{arrow} {}", title(to)),
            (_, None) => said.clone(),
        };
        // As the line runs there: from behind what leads back, from before what leads on.
        let back = if set.rtl() { "→" } else { "←" };
        let coming = match (&link.label, to.is_some_and(|to| to <= from)) {
            (Some(label), true) => format!("{label} {back} {}", title(from)),
            (None, true) => format!("{back} {}", title(from)),
            (Some(label), false) => format!("{} {arrow} {label}", title(from)),
            (None, false) => format!("{} {arrow}", title(from)),
        };
        let place = || Place::new(format!("/links/{index}/label"), format!("in the link from {}", Place::name(title(from))));
        Some(Self {
            kind: link.kind,
            from,
            to,
            shares,
            label: link.label.as_ref().map(|label| set.text(label, Cut::Regular, &place)),
            onward: set.label(&onward, Cut::Regular),
            coming: set.label(&coming, Cut::Regular),
            in_words: set.label(&said, Cut::Regular),
            said,
        })
    }

    /// Whether it leads back.
    #[must_use]
    pub fn is_back(&self) -> bool {
        self.to.is_some_and(|to| to <= self.from)
    }

    /// The phases in which it begins and ends.
    fn ends(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.from).chain(self.to)
    }

    /// How many phases it spans.
    fn span(&self) -> usize {
        self.to.map_or(0, |to| to.abs_diff(self.from))
    }
}
