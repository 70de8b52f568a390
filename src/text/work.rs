//! What typesetting has cost so far, counted and not timed: tests hold it in proportion to the text.

use std::sync::atomic::{AtomicU64, Ordering};

/// Counts of what a typesetter did since it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// Paragraphs set into lines, each time at another width.
    pub settings: u64,
    /// Lines that were made by it.
    pub lines: u64,
    /// Stretches of text that were handed to the shaper.
    pub shapings: u64,
    /// Their bytes.
    pub shaped_bytes: u64,
    /// Pairs of places that were weighed as the ends of a line.
    pub weighed: u64,
    /// The most that was kept at once of what may come again, by the weight of [`Typesetter::MOST_KEPT`](super::Typesetter::MOST_KEPT).
    pub kept: u64,
}

/// The counters behind it.
#[derive(Debug, Default)]
pub(super) struct Meter {
    settings: AtomicU64,
    lines: AtomicU64,
    shapings: AtomicU64,
    shaped_bytes: AtomicU64,
    weighed: AtomicU64,
    kept_now: AtomicU64,
    kept: AtomicU64,
}

impl Meter {
    /// Notes that a paragraph was set into some lines, and how many pairs of places were weighed for it.
    pub(super) fn set(&self, lines: usize, weighed: usize) {
        add(&self.settings, 1);
        add(&self.lines, lines);
        add(&self.weighed, weighed);
    }

    /// Notes that some bytes were shaped together.
    pub(super) fn shaped(&self, bytes: usize) {
        add(&self.shapings, 1);
        add(&self.shaped_bytes, bytes);
    }

    /// Notes what one of the caches weighed before something was put into it, and what it weighs now.
    pub(super) fn kept(&self, before: usize, now: usize) {
        if before != now {
            add(&self.kept_now, now);
            let all = self.kept_now.fetch_sub(before as u64, Ordering::Relaxed) - before as u64;
            self.kept.fetch_max(all, Ordering::Relaxed);
        }
    }

    pub(super) fn read(&self) -> Work {
        let of = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Work {
            settings: of(&self.settings),
            lines: of(&self.lines),
            shapings: of(&self.shapings),
            shaped_bytes: of(&self.shaped_bytes),
            weighed: of(&self.weighed),
            kept: of(&self.kept),
        }
    }
}

fn add(counter: &AtomicU64, count: usize) {
    counter.fetch_add(u64::try_from(count).unwrap_or(u64::MAX), Ordering::Relaxed);
}
