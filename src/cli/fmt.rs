//! `klantreis fmt`: rewrites journeys in their normal form.

use super::args::FmtArguments;
use super::console::Console;
use super::{End, Stop, config, job};
use crate::batch::discover::{Wanted, discover};
use crate::batch::inputs::Input;
use crate::batch::normal::{Goal, normalise_all};
use crate::batch::run::Tally;
use crate::batch::save::Saver;
use crate::registry::Registry;
use crate::tongue::{Phrase, say};

pub(super) fn run(arguments: &FmtArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    let inputs = job::inputs(&arguments.inputs, &arguments.listed, &mut Saver::default())?;
    if !arguments.no_config {
        config::speak_as(inputs.iter().filter_map(Input::path), registry, &mut Saver::default(), console)?;
    }
    let goal = match (arguments.check, arguments.stdout || arguments.output.is_some()) {
        (true, _) => Goal::Compare,
        (false, true) => Goal::Stdout,
        (false, false) => Goal::InPlace,
    };
    if goal == Goal::Stdout && job::several(&inputs) {
        return Err(Stop::Usage("several inputs do not go into the standard output; name one file".to_owned()));
    }
    let found = discover(&inputs, None, Wanted::Documents, &arguments.listed.search(), registry.readers());
    if goal != Goal::Stdout {
        console.begin(&found);
    }
    let tally = normalise_all(found, goal, registry.readers(), &mut |event| console.tell(event));
    console.sum_up(done(goal, tally), tally);
    Ok(End::of(tally, console.strict))
}

/// What was done, in words; `None` when nothing was.
fn done(goal: Goal, tally: Tally) -> Option<Phrase> {
    match (goal, tally.files, tally.unchanged) {
        (Goal::Stdout, ..) | (_, 0, 0) => None,
        (Goal::Compare, _, unchanged) => Some(say!("summary-normal", count = unchanged)),
        (Goal::InPlace, 0, unchanged) => Some(say!("summary-unchanged", count = unchanged)),
        (Goal::InPlace, files, 0) => Some(say!("summary-formatted", count = files)),
        (Goal::InPlace, files, unchanged) => Some(say!("summary-formatted-some", count = files, kept = unchanged)),
    }
}
