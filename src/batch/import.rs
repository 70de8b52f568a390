//! Workbooks and tables as journeys in JSON.

use super::deliver::{Delivery, File, Made};
use super::discover::Found;
use super::each::{Job, each};
use super::normal::readable;
use super::pattern::Facts;
use super::run::{Event, Failure, Manner, Tally};
use super::save::Kind;
use crate::read::Reading;

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
