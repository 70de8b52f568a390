//! What work takes, in processor time of the thread that does it: a machine that is busy with other things changes nothing.

use std::time::Duration;

use cpu_time::ThreadTime;

/// What something gives, and the processor time that it took.
pub fn took<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = ThreadTime::now();
    let given = work();
    (given, start.elapsed())
}
