//! Reports of an export as files.

use std::ffi::OsStr;
use std::fmt::Write;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use super::open;
use super::reports::ReportError;
use super::save::{Kind, Output, SaveError, Saver};
use crate::report::made::{self, Form, Made};

/// The files that a report goes to.
pub struct MadeReports(Vec<(PathBuf, Form)>);

impl MadeReports {
    /// Reports of these forms in these files.
    #[must_use]
    pub fn new(files: Vec<(PathBuf, Form)>) -> Self {
        Self(files)
    }

    /// Whether there is any.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        !self.0.is_empty()
    }

    /// Whether each of the files may be written, as far as can be seen before the export.
    ///
    /// # Errors
    /// When a report would take the place of something that is to stay.
    pub fn may_be_saved(&self, saver: &mut Saver) -> Result<(), SaveError> {
        self.0.iter().try_for_each(|(path, form)| saver.may_take(path, kind(*form)))
    }

    /// Writes the report to its files: to all of them or to none. Gives their paths.
    ///
    /// # Errors
    /// When it cannot be written or saved.
    pub fn save(&self, made: &Made, saver: &mut Saver) -> Result<Vec<PathBuf>, ReportError> {
        let file = |(path, form): &(PathBuf, Form)| {
            let folder = real(folder_of(path));
            let link = |to: &Path| link(&folder, &real(folder_of(to)).join(to.file_name().unwrap_or_default()));
            let bytes = form.write(made, &link).map_err(ReportError::Write)?;
            Ok(Output { path: path.clone(), bytes, kind: kind(*form) })
        };
        let files: Vec<_> = self.0.iter().map(file).collect::<Result<_, _>>()?;
        saver.save(&files).map_err(ReportError::Save)?;
        Ok(files.into_iter().map(|file| file.path).collect())
    }
}

/// Whether a file is the report of an export, which may lie among the inputs of the next.
#[must_use]
pub fn is_report(path: &Path) -> bool {
    let form = path.extension().and_then(|extension| Form::of_extension(&extension.to_string_lossy()));
    let begins = || {
        let mut bytes = Vec::new();
        open::open(path)?.take(made::LONGEST_HEAD).read_to_end(&mut bytes).map(|_| made::is_report(&bytes))
    };
    form.is_some() && begins().unwrap_or(false)
}

/// People write tables as well, so that one of theirs must not be taken for a report.
fn kind(form: Form) -> Kind {
    match form {
        Form::Csv => Kind::Table,
        Form::Json | Form::Html => Kind::View,
    }
}

/// The folder of a file.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A folder without links; one that is not there yet as it is named.
fn real(folder: &Path) -> PathBuf {
    folder.canonicalize().or_else(|_| std::path::absolute(folder)).unwrap_or_else(|_| folder.to_owned())
}

/// The way from a folder to a file, both without links, as a reference in a page.
fn link(folder: &Path, file: &Path) -> String {
    let (from, to): (Vec<_>, Vec<_>) = (folder.components().collect(), file.components().collect());
    let common = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    // On another disk of Windows there is no way.
    let absolute = matches!(to.get(common), Some(Component::Prefix(_)));
    let start = if absolute { "file:///".to_owned() } else { "../".repeat(from.len() - common) };
    let names = to[common..].iter().filter(|part| !matches!(part, Component::RootDir));
    start + &names.map(|part| encoded(part.as_os_str())).collect::<Vec<_>>().join("/")
}

/// A name with all but what is harmless in an address as `%` and two digits (RFC 3986, 2.3).
fn encoded(name: &OsStr) -> String {
    name.as_encoded_bytes().iter().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(byte) {
            text.push(char::from(*byte));
        } else {
            // Nothing goes wrong where a text grows.
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_page_leads_to_its_files_wherever_they_are() {
        let way = |folder: &str, file: &str| link(Path::new(folder), Path::new(file));
        assert_eq!(way("/a/out", "/a/out/klas/reis.svg"), "klas/reis.svg");
        assert_eq!(way("/a/reports/b", "/a/out/reis.svg"), "../../out/reis.svg");
        assert_eq!(way("/a", "/a/één #1?%20.svg"), "%C3%A9%C3%A9n%20%231%3F%2520.svg");
        assert_eq!(way("/", "/a:b.svg"), "a%3Ab.svg");
    }
}
