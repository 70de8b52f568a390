//! A row without a name above that of the phases: how long they take, in which month, who is there, by which channel.
//!
//! ```text
//!          5 min    20 min   3 min
//! Step     Search   Ask      Pay
//! Actions  …        …        …
//! ```

use super::super::{personas, words};
use super::{Look, Window};
use crate::journey::aliases::{has, spelled};
use crate::meta;

/// What one phase is called: several steps may be what is done in each.
const ONE: &str = "step stap trin skridt schritt etape etapa etap steg krok passo paso fase faza phase stage journey customer-journey klantreis kunderejse reis \
    rejse reise kundenreise parcours viaje jornada viaggio resa kundresa reisen podroz шаг этап 步骤 步驟 阶段 階段 段階 ステップ フェーズ";

impl Window {
    /// Whether what a row without a name holds stands above phases: those in the row right below it, whose corner says so. A corner that may be the name
    /// of a lane says so where the row holds days, lengths of time or single letters; or names of people, and a lane of its kind stands further down.
    pub(super) fn is_above_phases(&self, header: usize, labels: usize) -> bool {
        let (Some(head), Some(below)) = (self.cells.get(header), self.cells.get(header + 1)) else { return false };
        let names: Vec<&Look> = head.iter().skip(labels + 1).flatten().collect();
        let Some(corner) = below.get(labels).and_then(Option::as_ref) else { return false };
        let nameless = head.iter().take(labels + 1).all(Option::is_none);
        let known = names.iter().any(|look| look.phase) || names.iter().all(|look| look.is(words::of_bands));
        let said = has(ONE, &spelled(&corner.name));
        let may_be = corner.is(words::of_corners) || corner.is(words::of_heads);
        let marks = || names.iter().all(|look| is_mark(&look.name));
        let mut lanes = self.cells.iter().skip(header + 2).filter_map(|row| row.get(labels)?.as_ref()?.kind);
        let mut people =
            || lanes.any(|kind| corner.kind == Some(kind)) && names.iter().all(|look| personas::is_person(&look.name));
        self.across
            && nameless
            && names.len() > 1
            && !known
            && (said || may_be && (marks() || people()))
            && below.iter().skip(labels + 1).flatten().count() >= names.len()
            && self.is_below_names(header + 1, labels)
    }
}

/// Whether a text says when or how long something is, or only counts it: `5 min`, `Week 2`, `jan`, `B`.
fn is_mark(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.chars().any(|c| c.is_ascii_digit()) || letters < 2 || meta::month(text).is_some()
}
