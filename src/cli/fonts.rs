//! The fonts of a run: those compiled in, and those in the folders that the user names.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::Stop;
use super::console::{Console, count};
use super::font_files::{FontFiles, find};
use crate::batch::open::open;
use crate::batch::save::{Role, Saver};
use crate::text::{FontError, Fonts};

/// The most bytes of a font file; the largest fonts for Chinese, Japanese and Korean have about half of it.
const MOST_BYTES: u64 = 64 << 20;
/// The most bytes of all font files of a run, which stay in memory.
const MOST_BYTES_IN_ALL: u64 = 512 << 20;

/// The bundled fonts, and behind them every face of the font files in the folders, in the order of their paths. Gives the number of
/// warnings about fonts that cannot be used; the saver learns of every file.
pub(super) fn load(folders: &[PathBuf], saver: &mut Saver, console: &Console) -> Result<(Fonts, usize), Stop> {
    let mut loading = Loading { fonts: Fonts::bundled(), warnings: 0, left: MOST_BYTES_IN_ALL, beyond: 0, console };
    for folder in folders {
        let found = find(folder).map_err(|error| {
            let folder = folder.display();
            Stop::Usage(format!("the font folder {folder} cannot be read: {error}"))
        })?;
        found.files.iter().for_each(|file| saver.mind(file, Role::Font));
        loading.folder(folder, &found);
    }
    Ok((loading.fonts, loading.warnings))
}

struct Loading<'c> {
    fonts: Fonts,
    warnings: usize,
    /// How many bytes may still be read.
    left: u64,
    /// How many files were not read since they are more than that.
    beyond: usize,
    console: &'c Console,
}

impl Loading<'_> {
    fn folder(&mut self, folder: &Path, found: &FontFiles) {
        let before = self.fonts.faces().len();
        for (path, error) in &found.unreadable {
            self.warn("unreadable", path, &format!("cannot be read: {error}"));
        }
        self.beyond = 0;
        for file in &found.files {
            self.file(file);
        }
        if self.beyond > 0 {
            let (files, most) = (count(self.beyond, "font file"), MOST_BYTES_IN_ALL >> 20);
            self.warn("too-many-fonts", folder, &format!("{files} not read: all fonts together may take {most} MiB"));
        }
        if let Some(passed) = found.passed_over() {
            self.console.note("skipped", Some(&folder.display().to_string()), &format!("passed over: {passed}"));
        }
        if self.fonts.faces().len() == before {
            let what = match found.files.len() {
                0 => "there is no .ttf, .otf, .ttc or .otc file in this folder".to_owned(),
                files => format!("of {} in this folder none can be used", count(files, "font file")),
            };
            self.warn("no-font", folder, &format!("{what}: it adds no font"));
        }
    }

    fn file(&mut self, file: &Path) {
        let data = match read(file, self.left) {
            Ok(Some(data)) => data,
            Ok(None) => {
                self.beyond += 1;
                return;
            }
            Err(error) => return self.warn("bad-font", file, &error.to_string()),
        };
        let size = data.len() as u64;
        match self.fonts.add(data) {
            Ok(added) => {
                self.left -= size;
                for (faces, error) in alike(&added.refused) {
                    self.warn("bad-font", file, &format!("{faces}: {error}"));
                }
            }
            Err(error) => self.warn("bad-font", file, &error.to_string()),
        }
    }

    fn warn(&mut self, code: &'static str, path: &Path, message: &str) {
        self.warnings += 1;
        self.console.warning(code, Some(&path.display().to_string()), message);
    }
}

/// The faces of a collection that cannot be used, put together by what is wrong with them; counted from 1, as people do.
fn alike(refused: &[(u32, FontError)]) -> Vec<(String, FontError)> {
    let mut groups: Vec<(Vec<String>, FontError)> = Vec::new();
    for (index, error) in refused {
        let number = (u64::from(*index) + 1).to_string();
        match groups.iter_mut().find(|(_, other)| other == error) {
            Some((numbers, _)) => numbers.push(number),
            None => groups.push((vec![number], *error)),
        }
    }
    let named = |(numbers, error): (Vec<String>, FontError)| {
        let noun = if numbers.len() == 1 { "face" } else { "faces" };
        (format!("{noun} {}", numbers.join(", ")), error)
    };
    groups.into_iter().map(named).collect()
}

/// The bytes of a font file; nothing where they are more than is left.
fn read(path: &Path, left: u64) -> io::Result<Option<Vec<u8>>> {
    let mut data = Vec::new();
    open(path)?.take(MOST_BYTES.min(left) + 1).read_to_end(&mut data)?;
    let size = data.len() as u64;
    if size > MOST_BYTES {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("larger than {} MiB", MOST_BYTES >> 20)));
    }
    Ok((size <= left).then_some(data))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_with_the_same_fault_are_told_together() {
        let refused = [(0, FontError::NoOutlines), (1, FontError::NoCharacters), (4, FontError::NoOutlines)];
        let told: Vec<_> = alike(&refused).into_iter().map(|(faces, _)| faces).collect();
        assert_eq!(told, ["faces 1, 5", "face 2"]);
    }

    #[test]
    fn what_is_larger_than_is_left_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.ttf");
        std::fs::write(&path, [0; 100]).unwrap();
        assert_eq!(read(&path, 100).unwrap().map(|data| data.len()), Some(100));
        assert_eq!(read(&path, 99).unwrap(), None);
    }
}
