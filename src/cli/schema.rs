//! `klantreis schema`: the JSON Schema of the journey format.

use super::args::SchemaArguments;
use super::console::Console;
use super::{End, Stop};
use crate::batch::save::{Kind, Output, Saver, put_out};
use crate::journey::schema;

pub(super) fn run(arguments: &SchemaArguments, console: &Console) -> Result<End, Stop> {
    let schema = schema().into_bytes();
    let Some(path) = arguments.output.as_deref().filter(|path| path.as_os_str() != "-") else {
        let failed = |error| Stop::Failure(format!("cannot write to the standard output: {error}"));
        return put_out(&schema).map(|()| End::Right).map_err(failed);
    };
    if path.as_os_str().is_empty() {
        return Err(Stop::Usage("the path of -o is empty".to_owned()));
    }
    let file = Output { path: path.to_owned(), bytes: schema, kind: Kind::View };
    Saver::new(arguments.replace.force).save(&[file])?;
    console.note("summary", None, &format!("1 file written: {}", path.display()));
    Ok(End::Right)
}
