//! The one place that saves. Files appear whole or not at all, and none takes the place of what the run reads, whatever name leads
//! there: a [`Saver`] knows all that is read, and looks just before it moves a file to its place. What goes to the standard output
//! goes there at once.

mod inputs;
mod kept;
mod mark;
mod signals;
mod stage;
mod standing;

use std::collections::BTreeSet;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use file_id::{FileId, get_file_id};

use super::discover::{Found, Origin, Skip, Source};
use super::{name, pictures};
use inputs::Inputs;
pub use inputs::Role;
pub(super) use kept::sum_of;
pub(super) use stage::PREFIX as TEMPORARY;
use stage::{Folders, Staged, folder_of, sweep};
pub use standing::{Work, is_as_written};

/// A file to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Where it is to be.
    pub path: PathBuf,
    /// The whole file.
    pub bytes: Vec<u8>,
    /// What it is.
    pub kind: Kind,
}

/// What an output is, which decides what it may replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A journey in its normal form. It may replace one that this program has written and nobody has changed since.
    Journey,
    /// A table of text. It may replace another of which the same holds.
    Table,
    /// Something else made of journeys, or about them, which people do not write themselves.
    View,
}

impl Kind {
    /// Whether people write such files as well, so that it must be told who has written one.
    fn is_marked(self) -> bool {
        match self {
            Self::Journey | Self::Table => true,
            Self::View => false,
        }
    }
}

/// Why files could not be saved. None of the files saved together is there, unless another program came between.
#[derive(Debug)]
pub struct SaveError {
    /// The file that was to be.
    pub path: PathBuf,
    /// What stands against it.
    pub cause: Cause,
}

/// What stands against a file in its place.
#[derive(Debug)]
pub enum Cause {
    /// What the system says.
    System(io::Error),
    /// The run reads what is there.
    Read(Role),
    /// The run has put another file there.
    Taken,
    /// Somebody would miss what is there; it is replaced only when that is asked for.
    Work(Work),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.cause {
            Cause::System(cause) => write!(f, "cannot write {path}: {cause}"),
            Cause::Read(role) => write!(f, "{path} is {} and is not overwritten; choose another name", role.name()),
            Cause::Taken => write!(f, "{path} was written in this run and is not overwritten; choose another name"),
            Cause::Work(work) => {
                write!(f, "{path} {work} and is not overwritten; choose another name, or replace it with --force")
            }
        }
    }
}

impl std::error::Error for SaveError {}

/// Puts the files of a run in their places.
#[derive(Debug, Default)]
pub struct Saver {
    inputs: Inputs,
    /// Whether a file may be replaced that somebody would miss. What the run reads is never replaced.
    force: bool,
    /// The places of the files put there so far, as [`place_of`] tells them. What is at a place may be another's by now, and the inode
    /// of one that has gone may have been given to a new one.
    written: BTreeSet<Place>,
    /// Documents whose pictures are not known yet.
    unread: Vec<PathBuf>,
    /// The folders in which nothing is left of earlier runs.
    swept: BTreeSet<PathBuf>,
}

impl Saver {
    /// A saver that knows of no file that is read yet.
    #[must_use]
    pub fn new(force: bool) -> Self {
        Self { force, ..Self::default() }
    }

    /// The same, knowing all that was found.
    #[must_use]
    pub fn minding(mut self, found: &[Found]) -> Self {
        for found in found {
            match found {
                Found::Source(Source { origin: Origin::File(path), folder: _ }) | Found::Unreadable(path, _) => {
                    self.mind(path, Role::Input);
                }
                Found::Skipped(path, Skip::Document) => self.mind(path, Role::Beside),
                Found::Source(Source { origin: Origin::Stdin, folder: _ }) => self.inputs.add_stdin(Role::Input),
                Found::Skipped(..) => {}
            }
        }
        self
    }

    /// What a file is to the run that the run reads.
    #[must_use]
    pub fn role(&self, path: &Path) -> Option<Role> {
        get_file_id(path).ok().and_then(|id| self.inputs.role(path, id))
    }

    /// From now on nothing takes the place of this file, nor of its pictures when it is a document that is read.
    pub fn mind(&mut self, path: &Path, role: Role) {
        self.inputs.add(path, role);
        match role {
            Role::Input | Role::Model => self.unread.push(path.to_owned()),
            Role::Beside | Role::Picture | Role::List | Role::Rules | Role::Theme | Role::Logo | Role::Config | Role::Font => {}
        }
    }

    /// From now on nothing takes the place of the list of inputs; without a path that is the standard input.
    pub fn mind_list(&mut self, path: Option<&Path>) {
        match path {
            Some(path) => self.mind(path, Role::List),
            None => self.inputs.add_stdin(Role::List),
        }
    }

    /// Whether a file of that kind may take this place, as far as can be seen before it is made. To be asked before long work;
    /// whoever saves looks again.
    ///
    /// # Errors
    /// When something is there that is to stay.
    pub fn may_take(&mut self, path: &Path, kind: Kind) -> Result<(), SaveError> {
        self.look(path, kind, None).map_err(|cause| SaveError { path: path.to_owned(), cause })
    }

    /// Writes files that belong together. Each is first written whole beside its place, in a hidden temporary file; only when all
    /// are, they are moved into place. Folders are made where they are missing; what is there may be replaced by [`Kind`].
    ///
    /// Gives the SHA-256 of each.
    ///
    /// # Errors
    /// When a folder cannot be made or a file not written, or something in its place is to stay.
    pub fn save(&mut self, files: &[Output]) -> Result<Vec<[u8; 32]>, SaveError> {
        let failed = |file: &Output| {
            let path = file.path.clone();
            move |cause: Cause| SaveError { path, cause }
        };
        let (mut folders, mut places) = (Folders::default(), BTreeSet::new());
        let mut staged = Vec::with_capacity(files.len());
        for file in files {
            self.prepare(&mut folders, &file.path).map_err(Cause::System).map_err(failed(file))?;
            if !places.insert(place_of(&file.path)) {
                return Err(failed(file)(Cause::Taken));
            }
            let mut whole = stage(&file.path, &file.bytes).map_err(Cause::System).map_err(failed(file))?;
            if file.kind.is_marked() {
                whole.mark();
            }
            staged.push(whole);
        }
        for (file, staged) in files.iter().zip(&staged) {
            self.look(&file.path, file.kind, Some(staged)).map_err(failed(file))?;
        }
        let sums = staged.iter().map(Staged::sum).collect();
        for (file, staged) in files.iter().zip(staged) {
            self.put(staged, &file.path).map_err(failed(file))?;
        }
        folders.keep();
        Ok(sums)
    }

    /// Begins a file that grows bit by bit in a hidden temporary file beside its place, and appears there only when it is whole.
    ///
    /// # Errors
    /// When a folder or the temporary file cannot be made, or something in its place is to stay.
    pub fn begin(&mut self, path: &Path, kind: Kind) -> Result<Growing, SaveError> {
        let mut folders = Folders::default();
        let begun = self.prepare(&mut folders, path).map_err(Cause::System).and_then(|()| {
            self.look(path, kind, None)?;
            Staged::beside(path).map_err(Cause::System)
        });
        let path = path.to_owned();
        match begun {
            Ok(staged) => Ok(Growing { staged, folders, path, kind }),
            Err(cause) => Err(SaveError { path, cause }),
        }
    }

    /// Puts a file that has grown in its place.
    ///
    /// # Errors
    /// When the file cannot be moved there, or something is there that is to stay.
    pub fn finish(&mut self, grown: Growing) -> Result<(), SaveError> {
        let Growing { mut staged, folders, path, kind } = grown;
        if kind.is_marked() {
            staged.mark();
        }
        let put = self.look(&path, kind, Some(&staged)).and_then(|()| self.put(staged, &path));
        put.map_err(|cause| SaveError { path, cause })?;
        folders.keep();
        Ok(())
    }

    /// Writes an input anew, whole or not at all. It keeps its permissions, and where a link leads to it the link stays. A name that
    /// it has besides (a hard link) keeps what was in it before. Gives the SHA-256 of what is in it now.
    ///
    /// # Errors
    /// When the file is not there, is read-only or cannot be written.
    pub fn rewrite(&mut self, path: &Path, bytes: &[u8]) -> Result<[u8; 32], SaveError> {
        let mut anew = || {
            let target = path.canonicalize()?;
            let permissions = fs::metadata(&target)?.permissions();
            if permissions.readonly() {
                return Err(io::Error::new(ErrorKind::PermissionDenied, "the file is read-only"));
            }
            self.prepare(&mut Folders::default(), &target)?;
            let staged = stage(&target, bytes)?;
            staged.file()?.set_permissions(permissions)?;
            let sum = staged.sum();
            staged.put(&target).map(|()| sum)
        };
        anew().map_err(|cause| SaveError { path: path.to_owned(), cause: Cause::System(cause) })
    }

    /// Makes the folder of a place, where it is missing, and sweeps it, once in a run.
    fn prepare(&mut self, folders: &mut Folders, place: &Path) -> io::Result<()> {
        let folder = folder_of(place);
        folders.make(folder)?;
        if self.swept.insert(folder.to_owned()) {
            sweep(folder, |path| self.role(path).is_some());
        }
        Ok(())
    }

    /// Looks whether what is in a place may be replaced, if there is anything, by an output of that kind; of which nothing may be
    /// known yet.
    fn look(&mut self, path: &Path, kind: Kind, output: Option<&Staged>) -> Result<(), Cause> {
        let Some(there) = Self::there(path)? else { return Ok(()) };
        if !self.unread.is_empty() && pictures::is_picture(path) {
            self.mind_pictures();
        }
        let role = self.inputs.role(path, there);
        match role {
            Some(Role::Beside) | None => {}
            Some(
                role @ (Role::Input
                | Role::Picture
                | Role::List
                | Role::Rules
                | Role::Model
                | Role::Theme
                | Role::Logo
                | Role::Config
                | Role::Font),
            ) => {
                return Err(Cause::Read(role));
            }
        }
        if self.written.contains(&place_of(path)) {
            return Err(Cause::Taken);
        }
        self.spare(path, kind, role.is_some(), output)
    }

    /// Refuses what would replace somebody's work, unless that is asked for.
    fn spare(&self, path: &Path, kind: Kind, beside: bool, output: Option<&Staged>) -> Result<(), Cause> {
        let work = || standing::work(path, kind, beside, output);
        (!self.force).then(work).flatten().map_or(Ok(()), |work| Err(Cause::Work(work)))
    }

    /// From now on nothing takes the place of a picture of a document that is read, whether its turn has come or not, and whether it
    /// is valid or not. They are read for it, once, and only when a picture would be replaced, which may be one of theirs.
    fn mind_pictures(&mut self) {
        for document in std::mem::take(&mut self.unread) {
            for picture in pictures::mentioned(&document) {
                self.inputs.add(&picture, Role::Picture);
            }
        }
    }

    /// The file in a place. What is no file stands against every output.
    fn there(path: &Path) -> Result<Option<FileId>, Cause> {
        let found = match fs::metadata(path) {
            Ok(found) => found,
            Err(error) if error.kind() == ErrorKind::NotFound && !path.is_symlink() => return Ok(None),
            // What is to be there is not ours to say: a disk may be missing.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(Cause::System(io::Error::new(error.kind(), "there is a link of that name, which leads nowhere")));
            }
            Err(error) => return Err(Cause::System(error)),
        };
        let refuse = |kind, said| Err(Cause::System(io::Error::new(kind, said)));
        match () {
            () if found.is_dir() => refuse(ErrorKind::IsADirectory, "there is a folder of that name"),
            () if !found.is_file() => refuse(ErrorKind::InvalidInput, "there is a pipe or a device of that name"),
            () => get_file_id(path).map(Some).map_err(Cause::System),
        }
    }

    /// Moves a file to its place, which was looked at just now.
    fn put(&mut self, staged: Staged, path: &Path) -> Result<(), Cause> {
        staged.put(path).map_err(Cause::System)?;
        self.written.insert(place_of(path));
        Ok(())
    }
}

/// A file that grows. When it is dropped before it is finished, nothing is left of it.
#[derive(Debug)]
pub struct Growing {
    staged: Staged,
    folders: Folders,
    path: PathBuf,
    kind: Kind,
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.staged.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.staged.flush()
    }
}

/// Writes data to the standard output. When whoever reads it has seen enough, as `head` does, that is all right.
///
/// # Errors
/// When the standard output cannot be written for another reason.
pub fn put_out(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn stage(path: &Path, bytes: &[u8]) -> io::Result<Staged> {
    let mut staged = Staged::beside(path)?;
    staged.write_all(bytes)?;
    Ok(staged)
}

/// A place in a folder: the folder without links, and the name as [`name::key`] compares it.
type Place = (PathBuf, String);

/// A place in a folder that is there, by which two names of the same place are told.
fn place_of(path: &Path) -> Place {
    let folder = folder_of(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    (folder.canonicalize().unwrap_or_else(|_| folder.to_owned()), name::key(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn view(path: PathBuf, bytes: &[u8]) -> Output {
        Output { path, bytes: bytes.to_vec(), kind: Kind::View }
    }

    #[test]
    fn folders_are_made_and_files_replaced() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("a/b/c.svg");
        for bytes in [b"one", b"two"] {
            Saver::default().save(&[view(path.clone(), bytes)]).unwrap();
            assert_eq!(fs::read(&path).unwrap(), bytes);
        }
        assert_eq!(names(path.parent().unwrap()), ["c.svg"]);
    }

    #[test]
    fn when_one_file_cannot_be_none_is() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("b.pdf")).unwrap();
        let files = [view(root.path().join("a.svg"), b"1"), view(root.path().join("b.pdf"), b"2")];
        let error = Saver::new(true).save(&files).unwrap_err();
        assert!(error.to_string().contains("b.pdf: there is a folder"), "{error}");
        assert_eq!(names(root.path()), ["b.pdf"]);
    }

    #[test]
    fn what_was_put_in_place_is_not_written_over_in_the_same_run() {
        let root = tempfile::tempdir().unwrap();
        let mut saver = Saver::new(true);
        saver.save(&[view(root.path().join("a.svg"), b"1")]).unwrap();
        let error = saver.save(&[view(root.path().join("x/../a.svg"), b"2")]).unwrap_err();
        assert!(matches!(error.cause, Cause::Taken), "{error}");
        assert_eq!((names(root.path()), fs::read(root.path().join("a.svg")).unwrap()), (vec!["a.svg".to_owned()], b"1".to_vec()));
    }

    /// Two runs into one folder replace each other's files, and an inode that has become free is given to the next file.
    #[test]
    fn an_inode_that_was_given_to_another_file_is_not_ours() {
        let root = tempfile::tempdir().unwrap();
        let (one, other) = (root.path().join("a.svg"), root.path().join("b.svg"));
        let mut saver = Saver::default();
        saver.save(&[view(one.clone(), b"1")]).unwrap();
        fs::rename(&one, &other).unwrap();
        saver.save(&[view(other, b"2")]).unwrap();
        assert_eq!(names(root.path()), ["b.svg"]);
    }

    /// An editor that saves an input anew gives it another inode, and a link gives it another path.
    #[test]
    fn an_input_is_known_by_its_place_and_by_what_is_there() {
        let root = tempfile::tempdir().unwrap();
        let (input, other) = (root.path().join("a.svg"), root.path().join("b.svg"));
        fs::write(&input, "one").unwrap();
        let mut saver = Saver::new(true);
        saver.mind(&input, Role::Input);
        fs::hard_link(&input, &other).unwrap();
        let save = |saver: &mut Saver, path: &Path| saver.save(&[view(path.to_owned(), b"2")]).map_err(|error| error.cause);
        assert!(matches!(save(&mut saver, &other), Err(Cause::Read(Role::Input))));
        fs::write(root.path().join("new"), "two").unwrap();
        fs::rename(root.path().join("new"), &input).unwrap();
        assert!(matches!(save(&mut saver, &input), Err(Cause::Read(Role::Input))));
        assert_eq!(fs::read(&input).unwrap(), b"two");
    }

    /// What grows for minutes is looked at again when it is whole.
    #[test]
    fn what_comes_into_the_place_of_a_file_that_grows_stays() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("new/all.csv");
        let mut saver = Saver::default();
        let mut growing = saver.begin(&path, Kind::View).unwrap();
        growing.write_all(b"a;b").unwrap();
        let journey = r#"{ "klantreis": 1, "title": "A", "language": "en", "phases": [{ "title": "B" }] }"#;
        fs::write(&path, journey).unwrap();
        assert!(matches!(saver.finish(growing).unwrap_err().cause, Cause::Work(Work::Journey)));
        assert_eq!(names(path.parent().unwrap()), ["all.csv"]);
        fs::remove_file(&path).unwrap();
        let growing = saver.begin(&path, Kind::View).unwrap();
        saver.finish(growing).unwrap();
        drop(saver.begin(&root.path().join("other/all.csv"), Kind::View).unwrap());
        assert_eq!(names(root.path()), ["new"], "the folder of what was given up goes too");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_written_anew_keeps_its_permissions_and_its_links() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let root = tempfile::tempdir().unwrap();
        let (file, link) = (root.path().join("file"), root.path().join("link"));
        fs::write(&file, "one").unwrap();
        symlink("file", &link).unwrap();
        let mut saver = Saver::default();
        for mode in [0o600, 0o664, 0o755] {
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
            saver.rewrite(&link, b"two").unwrap();
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, mode);
        }
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"two");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(saver.rewrite(&link, b"three").unwrap_err().to_string().ends_with("the file is read-only"));
        assert_eq!((fs::read(&file).unwrap().as_slice(), names(root.path()).len()), (b"two".as_slice(), 2));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_as_open_to_others_as_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        let (ours, plain) = (root.path().join("ours"), root.path().join("plain"));
        Saver::default().save(&[view(ours.clone(), b"")]).unwrap();
        fs::write(&plain, "").unwrap();
        assert_eq!(mode(&ours), mode(&plain));
    }
}
