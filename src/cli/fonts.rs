//! The fonts of a run: those compiled in, and those in the folders that the user names.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::Stop;
use super::console::Console;
use crate::text::Fonts;

/// The most bytes of a font file; the largest CJK fonts have about half of it.
const MOST_BYTES: u64 = 64 << 20;

/// The bundled fonts and behind them every `.ttf` and `.otf` file of the folders, sorted by name. Gives the number of warnings
/// about fonts that cannot be used.
pub(super) fn load(folders: &[PathBuf], console: &Console) -> Result<(Fonts, usize), Stop> {
    let (mut fonts, mut warnings) = (Fonts::bundled(), 0);
    for folder in folders {
        let files = font_files(folder).map_err(|error| {
            let folder = folder.display();
            Stop::Usage(format!("the font folder {folder} cannot be read: {error}"))
        })?;
        for file in files {
            let added =
                read(&file).map_err(|error| error.to_string()).and_then(|data| fonts.add(data).map_err(|e| e.to_string()));
            if let Err(message) = added {
                warnings += 1;
                console.warning("bad-font", Some(&file.display().to_string()), &message);
            }
        }
    }
    Ok((fonts, warnings))
}

fn font_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let is_font = |path: &PathBuf| {
        path.extension().is_some_and(|extension| ["ttf", "otf"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
    };
    let mut files = entries.collect::<io::Result<Vec<_>>>()?;
    files.retain(is_font);
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut data = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut data)?;
    if data.len() as u64 > MOST_BYTES {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("larger than {} MiB", MOST_BYTES >> 20)));
    }
    Ok(data)
}
