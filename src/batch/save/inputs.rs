//! What the run reads: none of it may be written over, by whatever name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use file_id::{FileId, get_file_id};

use crate::tongue::{Phrase, say};

/// What a file is to the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A document, a workbook or a table that is read.
    Input,
    /// A journey beside the inputs, in a folder that was named. It is not read, but it is somebody's.
    Beside,
    /// A picture of an input.
    Picture,
    /// A list of inputs.
    List,
    /// A file of rules.
    Rules,
    /// The journey that others are compared with.
    Model,
    /// A theme.
    Theme,
    /// The logo of a theme.
    Logo,
    /// The settings of a folder.
    Config,
    /// A font.
    Font,
}

impl Role {
    /// What is said of a file that plays this role, as in “x is …”.
    pub(in crate::batch) fn name(self) -> Phrase {
        match self {
            Self::Input => say!("role-input"),
            Self::Beside => say!("role-beside"),
            Self::Picture => say!("role-picture"),
            Self::List => say!("role-list"),
            Self::Rules => say!("role-rules"),
            Self::Model => say!("role-model"),
            Self::Theme => say!("role-theme"),
            Self::Logo => say!("role-logo"),
            Self::Config => say!("role-config"),
            Self::Font => say!("role-font"),
        }
    }
}

/// The files that are read: by device and inode (on Windows by volume and index), which tells through hard links and on file systems
/// that do not regard case, and by the path with all links resolved, which stays when somebody saves a file anew meanwhile.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    ids: BTreeMap<FileId, Role>,
    paths: BTreeMap<PathBuf, Role>,
}

impl Inputs {
    /// Adds a file; one that is not there cannot be written over. The first role that a file plays stays.
    pub fn add(&mut self, path: &Path, role: Role) {
        if let Ok(id) = get_file_id(path) {
            self.ids.entry(id).or_insert(role);
        }
        if let Ok(path) = path.canonicalize() {
            self.paths.entry(path).or_insert(role);
        }
    }

    /// Adds the standard input, which may be a file that the shell has opened.
    pub fn add_stdin(&mut self, role: Role) {
        #[cfg(unix)]
        {
            use std::os::fd::AsFd;
            use std::os::unix::fs::MetadataExt;
            let stdin = std::io::stdin().as_fd().try_clone_to_owned().map(std::fs::File::from);
            if let Ok(found) = stdin.and_then(|file| file.metadata()) {
                self.ids.entry(FileId::new_inode(found.dev(), found.ino())).or_insert(role);
            }
            // Where the system tells its path.
            self.add(Path::new("/dev/stdin"), role);
        }
        // Windows lets nobody replace a file that the shell has open.
    }

    /// The files that play one of these roles, by their paths without links.
    pub fn of(&self, wanted: &[Role]) -> impl Iterator<Item = &Path> {
        self.paths.iter().filter(|(_, role)| wanted.contains(role)).map(|(path, _)| path.as_path())
    }

    /// What a file that stands in the place of an output is to the run.
    pub fn role(&self, path: &Path, id: FileId) -> Option<Role> {
        let by_path = || path.canonicalize().ok().and_then(|path| self.paths.get(&path).copied());
        self.ids.get(&id).copied().or_else(by_path)
    }
}
