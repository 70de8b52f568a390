//! `--skip-unchanged` and `--prune`: what an export keeps of earlier ones, and what it removes.

use std::path::PathBuf;

use super::Stop;
use super::args::ExportArguments;
use super::console::Console;
use crate::batch::deliver::Destination;
use crate::batch::discover::Found;
use crate::batch::manifest::{FILE, Fate, Log, Memory, recipe_sum, unseen};
use crate::batch::pattern::Pattern;
use crate::batch::run::Recipe;
use crate::batch::save::{SaveError, Saver};
use crate::batch::watch::Round;

/// What is wanted of it.
pub(super) struct Keeping {
    folder: PathBuf,
    skips: bool,
    prunes: bool,
}

/// A run that remembers.
pub(super) struct Begun {
    memory: Memory,
    log: Log,
    prunes: bool,
    /// Places that could not be looked at.
    unseen: Vec<PathBuf>,
}

impl Keeping {
    /// What the arguments ask for, which goes with a folder.
    pub fn wanted(arguments: &ExportArguments, destination: &Destination) -> Result<Option<Self>, Stop> {
        let is_folder = matches!(destination, Destination::Folder(_));
        let (skips, prunes) = (arguments.skip_unchanged || arguments.watch && is_folder, arguments.prune);
        if !skips && !prunes {
            return Ok(None);
        }
        match destination {
            Destination::Folder(folder) => Ok(Some(Self { folder: folder.clone(), skips, prunes })),
            Destination::Stdout | Destination::File(_) => {
                let option = if skips { "--skip-unchanged" } else { "--prune" };
                Err(Stop::Usage(format!("{option} is for files in a folder; name a folder with -o")))
            }
        }
    }

    /// Looks up what earlier runs have made.
    pub fn begin(self, recipe: &Recipe, pattern: Option<&Pattern>, found: &[Found], saver: &Saver, console: &Console) -> Begun {
        let (memory, problem) = Memory::of(&self.folder, recipe_sum(recipe, pattern, saver), self.skips);
        if let Some(problem) = problem {
            let path = self.folder.join(FILE).display().to_string();
            console.note(
                "manifest",
                Some(&path),
                &format!("everything is made anew, since nothing is known of earlier runs: {problem}"),
            );
        }
        Begun { memory, log: Log::default(), prunes: self.prunes, unseen: unseen(found) }
    }
}

impl Begun {
    pub fn parts(&mut self) -> (&Memory, &mut Log) {
        (&self.memory, &mut self.log)
    }

    /// Writes down what was made, removes what is to go, and says so. Gives how many files were removed, and
    /// whether there is one that could not be.
    pub fn end(mut self, saver: &mut Saver, round: Option<&mut Round>, console: &Console) -> Result<(usize, bool), SaveError> {
        if !self.prunes {
            return self.log.save(&self.memory, saver).map(|()| (0, false));
        }
        let fates = self.log.prune(&self.memory, &self.unseen, saver)?;
        if let Some(round) = round {
            for (path, _) in &fates {
                round.deleted(path);
            }
        }
        for (path, fate) in &fates {
            let (path, said) = (path.display().to_string(), fate.to_string());
            match fate {
                Fate::Deleted => console.note("removed", Some(&path), &said),
                Fate::Stays => console.note("kept", Some(&path), &said),
                Fate::Failed(_) => console.error("unwritable", Some(&path), &said),
            }
        }
        let removed = fates.iter().filter(|(_, fate)| matches!(fate, Fate::Deleted)).count();
        Ok((removed, fates.iter().any(|(_, fate)| matches!(fate, Fate::Failed(_)))))
    }
}
