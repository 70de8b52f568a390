//! Files of text that set something: rules, themes, settings of folders.

use std::path::Path;

use super::Stop;
use super::console::Console;
use crate::batch::open;
use crate::batch::run::Event;
use crate::read::utf8;

/// The name and the text of a file, which is `what` to the run, such as “the theme”.
pub(super) fn read(path: &Path, what: &str, console: &Console) -> Result<(String, String), Stop> {
    let name = path.display().to_string();
    let bytes = open::read(path).map_err(|error| Stop::Usage(format!("{what} {name} cannot be read: {error}")))?;
    match utf8(&bytes) {
        Ok(text) => Ok((name, text.to_owned())),
        Err(problem) => {
            console.tell(&Event::Diagnosed { name: &name, text: &String::from_utf8_lossy(&bytes), diagnostics: &[problem] });
            Err(Stop::Usage(format!("{what} {name} cannot be used")))
        }
    }
}
