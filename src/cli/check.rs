//! `klantreis check`: says everything that is wrong with journeys.

use super::args::CheckArguments;
use super::console::{Console, count};
use super::{End, Stop, job};
use crate::batch::discover::discover;
use crate::batch::run::check_all;

pub(super) fn run(arguments: &CheckArguments, console: &Console) -> Result<End, Stop> {
    let inputs = job::inputs(&arguments.inputs)?;
    let tally = check_all(discover(&inputs, None), &mut |event| console.tell(event));
    let done = (tally.done > 0).then(|| format!("{} valid", count(tally.done, "journey")));
    console.sum_up(done, tally);
    Ok(End::of(tally, console.strict))
}
