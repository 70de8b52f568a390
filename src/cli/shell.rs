//! `klantreis completions` and `klantreis man`: what shells and `man` know of the command line, from its one definition.

use clap::Command;
use clap_complete::generate;
use clap_mangen::Man;

use super::args::{CompletionsArguments, ManArguments};
use super::console::{Console, count};
use super::export::with_slash;
use super::{End, Stop, command};
use crate::batch::save::{Kind, Output, Saver, put_out};
use crate::nearest::meant;
use crate::registry::Registry;

pub(super) fn completions(arguments: &CompletionsArguments, registry: &Registry) -> Result<End, Stop> {
    let mut command = command(registry);
    let (name, mut script) = (command.get_name().to_owned(), Vec::new());
    generate(arguments.shell, &mut command, name, &mut script);
    print(&script)
}

pub(super) fn man(arguments: &ManArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    let pages = pages(registry)?;
    if let Some(folder) = &arguments.output {
        let output = |(name, bytes): (String, Vec<u8>)| {
            let path = folder.join(format!("{name}.1"));
            Output { path, bytes, kind: Kind::View }
        };
        let files: Vec<_> = pages.into_iter().map(output).collect();
        Saver::new(arguments.replace.force).save(&files)?;
        console.note("summary", None, &format!("{} written to {}", count(files.len(), "page"), with_slash(folder)));
        return Ok(End::Right);
    }
    let of_command = |name: &str| format!("{PROGRAM}-{name}");
    let wanted = arguments.command.as_deref().map_or_else(|| PROGRAM.to_owned(), of_command);
    let Some((_, page)) = pages.iter().find(|(name, _)| *name == wanted) else {
        let given = arguments.command.as_deref().unwrap_or_default();
        let names: Vec<_> = pages.iter().filter_map(|(name, _)| name.strip_prefix(PROGRAM)?.strip_prefix('-')).collect();
        return Err(Stop::Usage(format!("there is no command `{given}`; {}", meant(given, &names))));
    };
    print(page)
}

/// What the program is called.
const PROGRAM: &str = "klantreis";

/// The page of the program and those of its commands, each with its name.
fn pages(registry: &Registry) -> Result<Vec<(String, Vec<u8>)>, Stop> {
    let mut command = command(registry);
    command.build();
    let own = command.get_subcommands().filter(|command| command.get_name() != "help").map(|command| {
        let name = format!("{PROGRAM}-{}", command.get_name());
        page(name, command.clone())
    });
    std::iter::once(page(PROGRAM.to_owned(), command.clone())).chain(own).collect()
}

fn page(name: String, command: Command) -> Result<(String, Vec<u8>), Stop> {
    let mut page = Vec::new();
    let written = Man::new(command).title(name.clone()).render(&mut page);
    written.map_err(|error| Stop::Failure(format!("the page {name} cannot be written: {error}; please report it")))?;
    Ok((name, page))
}

fn print(bytes: &[u8]) -> Result<End, Stop> {
    let failed = |error| Stop::Failure(format!("cannot write to the standard output: {error}"));
    put_out(bytes).map(|()| End::Right).map_err(failed)
}
