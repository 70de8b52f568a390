//! Workbooks and tables as journeys in JSON.

use super::deliver::{Delivery, File, Made};
use std::path::Path;

use super::discover::{Found, Origin, Skip, Source, reads_documents};
use super::each::{Job, each};
use super::inputs::Input;
use super::normal::readable;
use super::pattern::Facts;
use super::run::{Event, Failure, Manner, Tally};
use super::save::{Kind, is_as_written};
use crate::read::{READERS, Reading};

/// Leaves out the journeys in JSON that are where they would be imported to, which is in `folder`, and those that were imported from a table
/// beside them. What is named itself is imported whatever it is.
#[must_use]
pub fn only_new(found: Vec<Found>, inputs: &[Input], folder: Option<&Path>) -> Vec<Found> {
    let is_named = |path: &Path| inputs.iter().any(|input| input.path() == Some(path));
    let pass = |found| match found {
        Found::Source(Source { origin: Origin::File(path), folder: mirror }) if is_json(&path) && !is_named(&path) => {
            let there = |path: &Path| if path.as_os_str().is_empty() { Path::new(".") } else { path }.canonicalize().ok();
            let own = path.parent().and_then(there);
            let stays = own.is_some() && own == folder.and_then(|folder| there(&folder.join(&mirror)));
            let tables = READERS.iter().filter(|reader| !reads_documents(reader)).flat_map(|reader| reader.extensions);
            let table = || tables.clone().any(|extension| path.with_extension(extension).is_file());
            match () {
                () if stays => Found::Skipped(path, Skip::Document),
                () if table() && is_as_written(&path) => Found::Skipped(path, Skip::Own),
                () => Found::Source(Source { origin: Origin::File(path), folder: mirror }),
            }
        }
        other @ (Found::Source(_) | Found::Skipped(..) | Found::Unreadable(..)) => other,
    };
    found.into_iter().map(pass).collect()
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

/// Reads every source found and delivers it in its normal form; without a delivery it is only read. `explain` is told how each
/// was read, by the name of the source.
pub fn import_all(
    found: Vec<Found>,
    manner: Manner,
    mut delivery: Option<Delivery>,
    explain: &mut dyn FnMut(&str, &Reading) -> Result<(), Failure>,
    tell: &mut dyn FnMut(&Event),
) -> Tally {
    let written = delivery.is_some();
    let work = |(): &mut (), Job { reading, remark, .. }: Job| {
        if !written {
            return Ok(None);
        }
        let normal = readable(&reading.journey).map_err(|problem| {
            remark(&[*problem]);
            Failure::Invalid
        })?;
        let file = File {
            kind: Kind::Journey,
            extension: "json".to_owned(),
            layout: None,
            among_layouts: false,
            paper: None,
            part: None,
            pages: None,
            bytes: normal.into_bytes(),
        };
        Ok(Some(Made { facts: Facts::of(&reading.journey), files: vec![file] }))
    };
    each(found, manner, tell, || (), work, &mut |source, reading, made| {
        explain(&source.name(), reading)?;
        let (Some(delivery), Some(made)) = (&mut delivery, made) else { return Ok(Vec::new()) };
        delivery.deliver(source, made).map_err(Failure::Undelivered)
    })
}
