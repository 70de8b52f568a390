//! Files in, files out: discovery, naming, whole writes.
//!
//! A run has three steps: [`discover`](discover::discover) plans what is read, each source is read and made into bytes by itself
//! ([`make`](run::make)) on any number of threads, and a [`Delivery`](deliver::Delivery) gives the bytes their names and puts them in place, one source
//! after the other in the order of the plan. So the number of threads changes nothing of what comes out, and no more than a few
//! sources a thread are in memory. A source that is broken never stops the others.

pub mod combine;
pub mod deliver;
pub mod discover;
mod each;
pub mod hand_ins;
pub mod import;
pub mod inputs;
pub mod made_reports;
pub mod manifest;
pub mod name;
pub mod normal;
pub mod open;
pub mod pattern;
pub mod pictures;
pub mod reports;
pub mod run;
pub mod save;
pub mod search;
pub mod watch;
mod workers;
