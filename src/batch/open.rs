//! Files that are named are opened here: what is no file, and could keep the run waiting for ever, is refused.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::read::take_in;

/// Opens a file to read. A pipe, a socket or a device is refused, unless the shell has opened it for us.
///
/// # Errors
/// When it is no file, or cannot be opened.
pub fn open(path: &Path) -> io::Result<File> {
    if is_handed_over(path) {
        return File::open(path);
    }
    // To open a pipe is to wait for whoever writes to it, so that it is looked at before.
    refuse_no_file(&path.metadata()?)?;
    let file = at_once(path)?;
    refuse_no_file(&file.metadata()?)?;
    Ok(file)
}

/// Opens what looks like a file. What the kernel says comes in such files as well, `/proc/kmsg`, and that may be nothing for ever: then reading fails
/// at once.
#[cfg(unix)]
fn at_once(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().read(true).custom_flags(libc::O_NONBLOCK).open(path)
}

#[cfg(not(unix))]
fn at_once(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// The bytes of a file, no more of them than [`take_in`] takes.
///
/// # Errors
/// As [`open`], and when it cannot be read.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let waits = |error: io::Error| if error.kind() == ErrorKind::WouldBlock { no_file() } else { error };
    take_in(open(path)?).map_err(waits)
}

/// Whether a path stands for something that the shell has opened, as `<(…)` does. It is read as the standard input is.
fn is_handed_over(path: &Path) -> bool {
    let named = ["/dev/fd", "/proc/self/fd"].iter().any(|folder| path.parent() == Some(Path::new(folder)));
    cfg!(unix) && (named || path == Path::new("/dev/stdin"))
}

/// Folders are left to whoever reads: the system has words of its own for them.
fn refuse_no_file(found: &Metadata) -> io::Result<()> {
    if found.is_file() || found.is_dir() {
        return Ok(());
    }
    Err(no_file())
}

fn no_file() -> io::Error {
    let message = "this is a pipe or a device and no file; hand what is in it to the standard input, which is named `-`";
    io::Error::new(ErrorKind::InvalidInput, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_and_what_is_not_there_is_an_error() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("file"), "x").unwrap();
        assert_eq!(read(&root.path().join("file")).unwrap(), b"x");
        assert_eq!(read(&root.path().join("none")).unwrap_err().kind(), ErrorKind::NotFound);
    }

    /// Nobody but the administrator of a machine may read it, who would wait there.
    #[cfg(target_os = "linux")]
    #[test]
    fn what_the_kernel_has_to_say_is_not_waited_for() {
        let (told, tells) = std::sync::mpsc::channel();
        std::thread::spawn(move || told.send(read(Path::new("/proc/kmsg")).map_err(|error| error.to_string())));
        let read = tells.recv_timeout(std::time::Duration::from_secs(20)).expect("it is not waited for");
        assert!(read.is_ok() || !read.unwrap_err().is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_refused_before_it_is_waited_for() {
        let root = tempfile::tempdir().unwrap();
        let (socket, link) = (root.path().join("socket"), root.path().join("link"));
        std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        for path in [&socket, &link, Path::new("/dev/zero")] {
            assert!(read(path).unwrap_err().to_string().contains("no file"), "{}", path.display());
        }
    }
}
