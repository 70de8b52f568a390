//! Files in, files out: discovery, naming, whole writes.
//!
//! A run has three steps: [`discover`](discover::discover) plans what is read, [`make`](run::make) turns each source into bytes
//! without touching any other, and a [`Delivery`](deliver::Delivery) gives the bytes their names and puts them in place, one source
//! after the other in the order of the plan. So the middle step, which takes the time, can be spread over workers without any
//! change to what comes out. A source that is broken never stops the others.

pub mod combine;
pub mod deliver;
pub mod discover;
pub mod import;
pub mod name;
pub mod normal;
pub mod open;
pub mod pattern;
pub mod pictures;
pub mod reports;
pub mod run;
pub mod save;
