//! When the run is told to end, the temporary files in hand are deleted first.

use std::sync::Once;

/// Sees to it, from the first temporary file on. Where the system does not let us, what is left is swept by a later run.
pub(super) fn heed() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let _ = listen();
    });
}

/// Waits for the signals on a thread of its own, which ends the process in the way that the signal would have ended it.
#[cfg(unix)]
fn listen() -> std::io::Result<()> {
    use std::sync::atomic::AtomicBool;
    use std::sync::{Arc, mpsc};

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;
    use signal_hook::{flag, low_level};

    // A file above the size that the user may write is then an error of the write that goes too far, and not the end.
    flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
    let (hand_over, signals) = mpsc::channel::<Signals>();
    std::thread::Builder::new().name("signals".to_owned()).stack_size(128 << 10).spawn(move || {
        let Ok(mut signals) = signals.recv() else { return };
        for signal in signals.forever() {
            super::stage::delete_all_and(|| {
                // There is nothing to do about a signal that the system does not know.
                let _ = low_level::emulate_default_handler(signal);
            });
        }
    })?;
    // Only now, since a signal that is caught must be heard.
    let wanted = [SIGHUP, SIGINT, SIGTERM].into_iter().filter(|signal| !is_ignored(*signal));
    let signals = Signals::new(wanted)?;
    hand_over.send(signals).map_err(std::io::Error::other)
}

/// Whether whoever has started this process wants a signal to be ignored, as `nohup` does.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    // Linux alone tells without unsafe code: proc(5), `SigIgn`, a bit for each signal from 1.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default();
    u32::try_from(signal - 1).is_ok_and(|bit| mask.checked_shr(bit).is_some_and(|rest| rest & 1 == 1))
}

#[cfg(windows)]
fn listen() -> Result<(), ctrlc::Error> {
    /// The status of a process that Ctrl+C has ended (`STATUS_CONTROL_C_EXIT`).
    const STATUS: u32 = 0xC000_013A;
    ctrlc::set_handler(|| super::stage::delete_all_and(|| std::process::exit(STATUS.cast_signed())))
}
