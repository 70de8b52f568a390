//! How far a run of many inputs is, and at its end what failed: on a terminal a bar below the messages, elsewhere a line at each tenth for
//! those who want to know all. None of it goes to the standard output.

use std::fmt;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressState, ProgressStyle};

use super::console::count;
use crate::tongue::Phrase;

/// So many failures are named at the end.
const MOST_NAMED: usize = 100;
/// Fewer inputs than this are done before anybody reads how far they are.
const FEWEST_IN_LINES: usize = 20;
/// The time left and the bar move on so often, also while an input takes long.
const TICK: Duration = Duration::from_millis(250);
const LOOK: &str = "{bar:24} {pos} of {len} inputs, {rate}, {eta} left{msg}";

/// How far a run is.
pub(super) struct Progress {
    /// Shown on a terminal, and nowhere else.
    bar: Option<ProgressBar>,
    sources: usize,
    done: usize,
    failed: Vec<Failed>,
    /// Failures that are not named.
    more: usize,
}

/// An input of which nothing came.
pub(super) struct Failed {
    /// Its name.
    pub name: String,
    /// Why, on a line.
    pub reason: Phrase,
}

/// What there is to say at the end of a run.
pub(super) struct Ended {
    /// What failed, in the order of the inputs; so many as one reads.
    pub failed: Vec<Failed>,
    /// How many failed besides.
    pub more: usize,
}

impl Progress {
    /// Of a run of so many sources, shown on a target or nowhere.
    pub fn new(sources: usize, target: Option<ProgressDrawTarget>) -> Self {
        let bar = target.map(|target| {
            let bar = ProgressBar::with_draw_target(u64::try_from(sources).ok(), target);
            let bar = bar.with_style(style()).with_finish(ProgressFinish::AndClear);
            bar.enable_steady_tick(TICK);
            bar
        });
        Self { bar, sources, done: 0, failed: Vec::new(), more: 0 }
    }

    /// One more is done, or has failed. Gives what there is to say of it in lines.
    pub fn step(&mut self, failed: Option<Failed>) -> Option<String> {
        self.done += 1;
        match failed {
            Some(failed) if self.failed.len() < MOST_NAMED => self.failed.push(failed),
            Some(_) => self.more += 1,
            None => {}
        }
        let failures = self.failed.len() + self.more;
        let failures = if failures > 0 { format!(", {failures} failed") } else { String::new() };
        if let Some(bar) = &self.bar {
            bar.set_message(failures);
            bar.inc(1);
            return None;
        }
        let tenth = self.sources.div_ceil(10);
        let is_told = self.sources >= FEWEST_IN_LINES && self.done.is_multiple_of(tenth) && self.done < self.sources;
        is_told.then(|| format!("{} of {} done{failures}", self.done, count(self.sources, "input")))
    }

    /// Says something above the bar.
    pub fn aside(&self, say: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }

    /// Takes the bar away.
    pub fn end(self) -> Ended {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        Ended { failed: self.failed, more: self.more }
    }
}

fn style() -> ProgressStyle {
    let rate = |state: &ProgressState, out: &mut dyn fmt::Write| {
        // There is nobody to tell that a bar cannot be written.
        let _ = write!(out, "{:.1} a second", state.per_sec());
    };
    // A look that cannot be read is a fault of this file, which a test would see; the run goes on with that of the library.
    ProgressStyle::with_template(LOOK).unwrap_or_else(|_| ProgressStyle::default_bar()).with_key("rate", rate)
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use indicatif::TermLike;

    use super::*;

    /// A terminal that keeps what is written to it.
    #[derive(Debug, Clone, Default)]
    struct Paper(Arc<Mutex<String>>);

    impl Paper {
        fn take(&self) -> String {
            std::mem::take(&mut self.0.lock().unwrap())
        }
    }

    impl TermLike for Paper {
        fn width(&self) -> u16 {
            100
        }
        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn write_line(&self, text: &str) -> io::Result<()> {
            self.write_str(&format!("{text}\n"))
        }
        fn write_str(&self, text: &str) -> io::Result<()> {
            self.0.lock().unwrap().push_str(text);
            Ok(())
        }
        fn clear_line(&self) -> io::Result<()> {
            self.write_str("<cleared>")
        }
        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    fn failed(name: &str) -> Failed {
        Failed { name: name.to_owned(), reason: "no journey".into() }
    }

    #[test]
    fn a_bar_tells_count_rate_time_left_and_failures_and_goes_at_the_end() {
        let paper = Paper::default();
        // As often as there is something to draw.
        let target = ProgressDrawTarget::term_like_with_hz(Box::new(paper.clone()), 255);
        let mut progress = Progress::new(40, Some(target));
        for number in 0..40 {
            assert_eq!(progress.step((number == 3).then(|| failed("d.json"))), None, "no lines beside a bar");
            std::thread::sleep(Duration::from_millis(5));
        }
        let drawn = paper.take();
        for part in [" of 40 inputs, ", " a second, ", " left, 1 failed"] {
            assert!(drawn.contains(part), "{part} in {drawn}");
        }
        progress.aside(|| assert!(paper.take().contains("<cleared>"), "the bar gives way to a message"));
        let ended = progress.end();
        assert!(paper.take().ends_with("<cleared>"));
        assert_eq!((ended.failed.len(), ended.more), (1, 0));
    }

    #[test]
    fn without_a_terminal_each_tenth_is_a_line() {
        let mut progress = Progress::new(25, None);
        let lines: Vec<_> = (1..=25).filter_map(|number| progress.step((number == 4).then(|| failed("d")))).collect();
        assert_eq!(lines.len(), 8, "{lines:?}");
        assert_eq!((lines[0].as_str(), lines[7].as_str()), ("3 of 25 inputs done", "24 of 25 inputs done, 1 failed"));
        let mut few = Progress::new(19, None);
        assert!((0..19).all(|_| few.step(None).is_none()));
    }

    #[test]
    fn not_all_of_many_failures_are_kept() {
        let mut progress = Progress::new(1000, None);
        (0..1000).for_each(|number| drop(progress.step(Some(failed(&number.to_string())))));
        let ended = progress.end();
        assert_eq!((ended.failed.len(), ended.more, ended.failed[99].name.as_str()), (100, 900, "99"));
    }
}
