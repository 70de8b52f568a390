//! Work spread over threads, with what comes of it taken in the order of the work.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// So many results for each worker may wait for one that is not there yet: what is in memory is bounded however long that takes.
const AHEAD: usize = 2;

/// Does `work` with each item, on so many threads, and takes the results on this thread in the order of the items until `take` breaks
/// off. Each thread has one of `hands` for itself, such as a cache. With one job nothing is spread. Work that panics takes all of it down; it is for
/// `work` to catch that.
pub(super) fn in_order<I, H, O>(
    jobs: NonZeroUsize,
    items: impl Iterator<Item = I> + Send,
    hands: impl Fn() -> H + Sync,
    work: impl Fn(&mut H, I) -> O + Sync,
    mut take: impl FnMut(O) -> ControlFlow<()>,
) where
    O: Send,
{
    if jobs == NonZeroUsize::MIN {
        let mut hand = hands();
        // What a break leaves over is not worked on.
        let _ = items.map(|item| work(&mut hand, item)).try_for_each(take);
        return;
    }
    let queue = Queue { state: Mutex::new(State { items, given: 0, taken: 0, ended: false }), moved: Condvar::new() };
    thread::scope(|scope| {
        // However this ends, nobody waits for it.
        let _end = EndOnDrop(&queue);
        let (tell, told) = channel();
        for _ in 0..jobs.get() {
            let (tell, queue, hands, work) = (tell.clone(), &queue, &hands, &work);
            scope.spawn(move || {
                // One that gives up takes all down: the others would wait for its result. One that is done leaves nothing to begin.
                let _end = EndOnDrop(queue);
                queue.serve(jobs.get() * AHEAD, &tell, hands(), work);
            });
        }
        drop(tell);
        let mut early = BTreeMap::new();
        let mut next = 0;
        for (index, result) in told {
            early.insert(index, result);
            while let Some(result) = early.remove(&next) {
                if take(result).is_break() {
                    return;
                }
                next += 1;
                queue.took();
            }
        }
    });
}

/// Items that workers help themselves to, in order and not too far ahead of what has been taken of the results.
struct Queue<I> {
    state: Mutex<State<I>>,
    /// Something was taken, or it is over.
    moved: Condvar,
}

struct State<I> {
    items: I,
    given: usize,
    taken: usize,
    ended: bool,
}

impl<I: Iterator> Queue<I> {
    fn serve<H, O>(&self, ahead: usize, tell: &Sender<(usize, O)>, mut hand: H, work: &impl Fn(&mut H, I::Item) -> O) {
        while let Some((index, item)) = self.next(ahead) {
            // Nobody listens when it has been broken off.
            if tell.send((index, work(&mut hand, item))).is_err() {
                return;
            }
        }
    }

    /// The next item and its number, when it is not too early for it; none when there is no more.
    fn next(&self, ahead: usize) -> Option<(usize, I::Item)> {
        let far = |state: &mut State<I>| !state.ended && state.given >= state.taken + ahead;
        let mut state = self.moved.wait_while(self.state(), far).unwrap_or_else(PoisonError::into_inner);
        let item = if state.ended { None } else { state.items.next() };
        state.given += 1;
        item.map(|item| (state.given - 1, item))
    }
}

impl<I> Queue<I> {
    fn state(&self) -> MutexGuard<'_, State<I>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn took(&self) {
        self.state().taken += 1;
        self.moved.notify_all();
    }
}

struct EndOnDrop<'a, I>(&'a Queue<I>);

impl<I> Drop for EndOnDrop<'_, I> {
    fn drop(&mut self) {
        self.0.state().ended = true;
        self.0.moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    fn jobs(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    #[test]
    fn results_come_in_the_order_of_the_work_at_any_number_of_jobs() {
        for count in [1, 2, 3, 8] {
            let mut taken = Vec::new();
            let work = |(): &mut (), item: usize| {
                // The first take longest.
                thread::sleep(Duration::from_millis(if item.is_multiple_of(5) { 4 } else { 0 }));
                item * 2
            };
            in_order(
                jobs(count),
                0..60,
                || (),
                work,
                |result| {
                    taken.push(result);
                    ControlFlow::Continue(())
                },
            );
            assert_eq!(taken, (0..60).map(|item| item * 2).collect::<Vec<_>>(), "{count} jobs");
        }
    }

    #[test]
    fn nobody_runs_far_ahead_of_a_result_that_is_missing() {
        let (begun, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |(): &mut (), item: usize| {
            begun.fetch_add(1, Ordering::SeqCst);
            if item == 0 {
                thread::sleep(Duration::from_millis(60));
                most.store(begun.load(Ordering::SeqCst), Ordering::SeqCst);
            }
        };
        in_order(jobs(3), 0..1000, || (), work, |()| ControlFlow::Continue(()));
        assert!(most.load(Ordering::SeqCst) <= 3 * AHEAD, "{most:?} were begun");
        assert_eq!(begun.load(Ordering::SeqCst), 1000);
    }

    #[test]
    fn what_is_broken_off_ends_at_once() {
        for count in [1, 4] {
            let (begun, mut taken) = (AtomicUsize::new(0), 0);
            let work = |(): &mut (), _: usize| begun.fetch_add(1, Ordering::SeqCst);
            in_order(
                jobs(count),
                0..,
                || (),
                work,
                |_| {
                    taken += 1;
                    if taken == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                },
            );
            assert_eq!(taken, 5);
            assert!(begun.load(Ordering::SeqCst) <= 5 + count * (AHEAD + 1), "{begun:?} were begun");
        }
    }

    #[test]
    fn a_panic_takes_all_down_and_leaves_nobody_waiting() {
        let hands = |made: &AtomicUsize| assert!(made.fetch_add(1, Ordering::SeqCst) != 1, "the second hand");
        for what in ["work", "hands"] {
            let (tell, told) = channel();
            let all = thread::spawn(move || {
                let made = AtomicUsize::new(0);
                let hand = || {
                    if what == "hands" {
                        hands(&made);
                    }
                };
                in_order(
                    jobs(3),
                    0..1000,
                    hand,
                    |(), item: usize| assert!(what != "work" || item != 3, "the fourth item"),
                    |()| ControlFlow::Continue(()),
                );
            });
            // Whoever waits for the thread would wait for ever if one of its workers did.
            thread::spawn(move || tell.send(all.join().is_err()));
            assert_eq!(told.recv_timeout(Duration::from_secs(20)), Ok(true), "{what}");
        }
    }

    #[test]
    fn each_thread_has_a_hand_for_itself() {
        let hands = AtomicUsize::new(0);
        let work = |uses: &mut usize, _: usize| {
            *uses += 1;
            *uses
        };
        let mut sum = 0;
        let hand = || {
            hands.fetch_add(1, Ordering::SeqCst);
            0
        };
        in_order(jobs(4), 0..100, hand, work, |uses| {
            sum += usize::from(uses == 1);
            ControlFlow::Continue(())
        });
        assert_eq!(hands.load(Ordering::SeqCst), 4);
        assert!((1..=4).contains(&sum), "{sum} hands were used");
    }
}
