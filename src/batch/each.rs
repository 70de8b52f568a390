//! Each source by itself, then one after the other: sources are read and worked on by any number of threads, and what comes of them
//! is told and put in place in the order in which they were found.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::deliver::{DeliveryError, Placed};
use super::discover::{self, Found, Skip, Source};
use super::manifest::Kept;
use super::run::{Event, Failure, Loaded, Manner, Tally, load_so};
use super::workers::in_order;
use crate::defect::caught;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::journey::Journey;
use crate::read::{Reading, locate};

/// A source to work on, on any thread.
pub(super) struct Job<'a> {
    pub source: &'a Source,
    /// Its text; empty of a workbook.
    pub text: &'a str,
    /// The SHA-256 of its bytes.
    pub sum: [u8; 32],
    pub reading: &'a Reading,
    /// Takes what there is to say of it.
    pub remark: &'a mut dyn FnMut(&[Diagnostic]),
}

/// What is done with what came of a source, in the order of the sources: the files written come back.
pub(super) type Conclude<'a, T> = dyn FnMut(&Source, &Reading, T) -> Result<Vec<Placed>, Failure> + 'a;

/// What came of a source.
pub(super) enum Came<'a, T> {
    /// Something new, with how it was read and how many warnings there were.
    Made(&'a Reading, usize, T),
    /// Nothing, since an earlier run has made all of it.
    Kept(&'a Kept),
}

/// The same with what may be kept. Nothing comes back of what may not be kept after all, and is to be made.
pub(super) type ConcludeOrKeep<'a, T> = dyn FnMut(&Source, Came<T>) -> Result<Option<Vec<Placed>>, Failure> + 'a;

/// What became of a place.
enum Seen<T> {
    Skipped(PathBuf, Skip),
    Worked(Box<Worked<T>>),
}

/// What came of a source by itself.
struct Worked<T> {
    name: String,
    source: Option<Source>,
    text: String,
    reading: Option<Reading>,
    /// What there is to say of it, bit by bit.
    told: Vec<Vec<Diagnostic>>,
    result: Result<T, Failure>,
    /// What may be kept of an earlier run. Then nothing was read.
    kept: Option<Kept>,
    /// How long all of that took.
    took: Duration,
}

/// Reads and checks every source found, works on each that is valid, and concludes with it. A panic on the way is a failure of that
/// source. Each thread has one of `hands` for itself.
pub(super) fn each<H, T: Send>(
    found: Vec<Found>,
    manner: Manner,
    tell: &mut dyn FnMut(&Event),
    hands: impl Fn() -> H + Sync,
    work: impl Fn(&mut H, Job) -> Result<T, Failure> + Sync,
    conclude: &mut Conclude<T>,
) -> Tally {
    each_until(found, manner, tell, hands, work, conclude, &|| false)
}

/// The same until it is over, which is asked after each source.
pub(super) fn each_until<H, T: Send>(
    found: Vec<Found>,
    manner: Manner,
    tell: &mut dyn FnMut(&Event),
    hands: impl Fn() -> H + Sync,
    work: impl Fn(&mut H, Job) -> Result<T, Failure> + Sync,
    conclude: &mut Conclude<T>,
    over: &dyn Fn() -> bool,
) -> Tally {
    let mut conclude = |source: &Source, came: Came<T>| match came {
        Came::Made(reading, _, made) => conclude(source, reading, made).map(Some),
        Came::Kept(_) => Ok(None),
    };
    each_not_kept(found, manner, tell, hands, |_| None, work, &mut conclude, over)
}

/// The same for those sources of which nothing is to be kept.
#[allow(clippy::too_many_arguments, reason = "each is a step of its own, and those who need few of them have `each`")]
pub(super) fn each_not_kept<H, T: Send>(
    found: Vec<Found>,
    manner: Manner,
    tell: &mut dyn FnMut(&Event),
    hands: impl Fn() -> H + Sync,
    keep: impl Fn(&Source) -> Option<Kept> + Sync,
    work: impl Fn(&mut H, Job) -> Result<T, Failure> + Sync,
    conclude: &mut ConcludeOrKeep<T>,
    over: &dyn Fn() -> bool,
) -> Tally {
    let mut tally = Tally::default();
    let sources = discover::count(&found);
    let jobs = manner.jobs.min(found.len().try_into().unwrap_or(manner.jobs));
    let prepare = |hand: &mut H, found| prepared(found, manner, &keep, |job| work(hand, job));
    in_order(jobs, found.into_iter(), &hands, prepare, |seen| {
        match seen {
            Seen::Skipped(path, skip) => tell(&Event::Skipped(&path, skip)),
            Seen::Worked(worked) => {
                let anew = |found| prepared(found, manner, &|_| None, |job| work(&mut hands(), job));
                worked.keep_or_make(anew, &mut tally, tell, conclude);
            }
        }
        let stops = manner.fail_fast && tally.failed > 0 || over();
        if stops { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    if manner.fail_fast && tally.failed > 0 {
        tally.left = sources - tally.done - tally.failed;
    }
    tally
}

/// Reads a source and works on it. Nothing outside is touched.
fn prepared<T>(
    found: Found,
    manner: Manner,
    keep: &dyn Fn(&Source) -> Option<Kept>,
    work: impl FnOnce(Job) -> Result<T, Failure>,
) -> Seen<T> {
    let (name, source, unread) = match found {
        Found::Skipped(path, skip) => return Seen::Skipped(path, skip),
        Found::Unreadable(path, error) => (path.display().to_string(), None, Failure::Unreadable(error)),
        Found::Source(source) => (source.name(), Some(source), Failure::Invalid),
    };
    let (text, result) = (String::new(), Err(unread));
    let (reading, told, kept, took) = (None, Vec::new(), None, Duration::ZERO);
    let mut worked = Worked { name, source, text, reading, told, result, kept, took };
    if let Some(source) = worked.source.take() {
        let begun = Instant::now();
        worked.kept = keep(&source);
        if worked.kept.is_none() {
            worked.result = caught(|| worked.read(&source, manner, work)).unwrap_or_else(|defect| Err(Failure::Defect(defect)));
        }
        worked.source = Some(source);
        worked.took = begun.elapsed();
    }
    Seen::Worked(Box::new(worked))
}

impl<T> Worked<T> {
    fn read(&mut self, source: &Source, manner: Manner, work: impl FnOnce(Job) -> Result<T, Failure>) -> Result<T, Failure> {
        let Loaded { text, sum, reading } = load_so(source, manner)?;
        self.text = text;
        match reading {
            Ok(mut reading) => {
                self.say(std::mem::take(&mut reading.remarks), None);
                // It has been said which cells have no place, and a table may have a quarter of a million of them.
                let kept = self.told.iter().flatten().filter(|remark| remark.code != Code::NotPlaced);
                reading.remarks = kept.cloned().collect();
                let mut told = Vec::new();
                let remark = &mut |more: &[Diagnostic]| told.push(more.to_vec());
                let result = work(Job { source, text: &self.text, sum, reading: &reading, remark });
                for more in told {
                    self.say(more, Some(&reading));
                }
                self.reading = Some(reading);
                result
            }
            Err(problems) => {
                self.say(problems, None);
                Err(Failure::Invalid)
            }
        }
    }

    /// Takes down what there is to say, with its places.
    fn say(&mut self, mut diagnostics: Vec<Diagnostic>, reading: Option<&Reading>) {
        if !diagnostics.is_empty() {
            locate(&self.text, &mut diagnostics);
            if let Some(reading) = reading {
                reading.locate(&mut diagnostics);
            }
            self.told.push(diagnostics);
        }
    }

    /// The journey, when there is one.
    fn journey(&self) -> Option<&Journey> {
        self.reading.as_ref().map(|reading| &reading.journey)
    }

    /// Keeps what is to be kept, if that still holds now that those before it are done; else it is worked on after all.
    fn keep_or_make(
        mut self,
        anew: impl FnOnce(Found) -> Seen<T>,
        tally: &mut Tally,
        tell: &mut dyn FnMut(&Event),
        conclude: &mut ConcludeOrKeep<T>,
    ) {
        let (Some(kept), Some(source)) = (self.kept.take(), &self.source) else {
            return self.conclude(tally, tell, conclude);
        };
        if let Ok(Some(files)) = conclude(source, Came::Kept(&kept)) {
            tally.done += 1;
            tally.unchanged += files.len();
            tally.warnings += kept.warnings;
            tell(&Event::Took(self.took));
            return tell(&Event::Kept { name: &self.name, title: &kept.title, warnings: kept.warnings, files: &files });
        }
        match anew(Found::Source(source.clone())) {
            Seen::Worked(worked) => worked.conclude(tally, tell, conclude),
            Seen::Skipped(path, skip) => tell(&Event::Skipped(&path, skip)),
        }
    }

    /// Tells what came of it, and puts that in place.
    fn conclude(self, tally: &mut Tally, tell: &mut dyn FnMut(&Event), conclude: &mut ConcludeOrKeep<T>) {
        let name = self.name.as_str();
        if let Some(journey) = self.journey() {
            tell(&Event::Read { name, journey });
        }
        let warned = |remark: &&Diagnostic| remark.code.severity() == Severity::Warning;
        let warnings = self.told.iter().flatten().filter(warned).count();
        tally.warnings += warnings;
        for diagnostics in &self.told {
            tell(&Event::Diagnosed { name, text: &self.text, diagnostics });
        }
        let begun = Instant::now();
        let placed = self.result.and_then(|made| match (&self.source, &self.reading) {
            (Some(source), Some(reading)) => {
                let came = Came::Made(reading, warnings, made);
                let placed = caught(|| conclude(source, came)).unwrap_or_else(|defect| Err(Failure::Defect(defect)));
                placed.map(Option::unwrap_or_default)
            }
            (Some(_) | None, _) => Ok(Vec::new()),
        });
        tell(&Event::Took(self.took + begun.elapsed()));
        match placed {
            Ok(files) => {
                tally.done += 1;
                tally.files += files.len();
                tell(&Event::Done { name, files: &files });
            }
            Err(failure) => {
                tally.failed += 1;
                tally.misused |=
                    matches!(failure, Failure::Unchosen(_) | Failure::Undelivered(DeliveryError::SeveralFiles { .. }))
                        || matches!(&failure, Failure::Unwritten(error) if error.is_usage());
                tell(&Event::Failed { name, failure: &failure });
            }
        }
    }
}
