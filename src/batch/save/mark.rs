//! A mark on files that people write as well: journeys and tables. It says that this program wrote the file, and with what in it, so
//! that what nobody has touched since may be written anew.
//!
//! The mark stands beside the bytes, as an extended attribute (on NTFS in a stream of its own), for a journey or a table has no place for
//! it. Whoever changes the file makes the mark untrue or takes it away, and a copy is the property of whoever has made it. Where a
//! file system keeps no such thing there is no mark, and nothing is ours.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

/// The name of the mark, which begins as names for users must on Linux.
const NAME: &str = "user.klantreis.sha256";

/// A sum over the bytes of a file.
pub(super) type Sum = [u8; 32];

/// Marks a file as written by this program with these bytes; whether the file system keeps that.
pub(super) fn put(path: &Path, sum: Sum) -> bool {
    attribute::set(path, NAME, &sum).is_ok()
}

/// Whether a file holds what this program has written into it.
pub(super) fn is_untouched(path: &Path, file: &File, sum: Sum) -> bool {
    attribute::get(path, file, NAME).is_some_and(|said| said == sum)
}

/// The sum over what is left to read.
pub(super) fn sum(mut stream: impl Read) -> io::Result<Sum> {
    let (mut sum, mut part) = (Sha256::new(), vec![0; 64 << 10]);
    loop {
        match stream.read(&mut part)? {
            0 => return Ok(sum.finalize().into()),
            length => sum.update(&part[..length]),
        }
    }
}

#[cfg(unix)]
mod attribute {
    use super::{File, Path, io};
    use xattr::FileExt;

    pub fn set(path: &Path, name: &str, value: &[u8]) -> io::Result<()> {
        xattr::set(path, name, value)
    }

    /// By the file that was read: another may have come into its place.
    pub fn get(_: &Path, file: &File, name: &str) -> Option<Vec<u8>> {
        file.get_xattr(name).ok().flatten()
    }
}

#[cfg(not(unix))]
mod attribute {
    use super::{File, Path, io};
    use std::path::PathBuf;

    pub fn set(path: &Path, name: &str, value: &[u8]) -> io::Result<()> {
        std::fs::write(stream(path, name), value)
    }

    pub fn get(path: &Path, _: &File, name: &str) -> Option<Vec<u8>> {
        std::fs::read(stream(path, name)).ok()
    }

    /// A stream beside the bytes of a file, as NTFS has them.
    fn stream(path: &Path, name: &str) -> PathBuf {
        let mut path = path.as_os_str().to_owned();
        path.push(":");
        path.push(name);
        path.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_mark_goes_with_the_file_and_not_with_what_takes_its_place() {
        let root = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| root.path().join(name));
        fs::write(&one, "a").unwrap();
        let untouched = |path: &Path| is_untouched(path, &File::open(path).unwrap(), sum(File::open(path).unwrap()).unwrap());
        assert!(!untouched(&one));
        if !put(&one, sum("a".as_bytes()).unwrap()) {
            // This file system keeps no marks; then nothing is ever ours.
            return;
        }
        assert!(untouched(&one));
        fs::rename(&one, &other).unwrap();
        assert!(untouched(&other));
        fs::write(&other, "b").unwrap();
        assert!(!untouched(&other));
        fs::write(&other, "a").unwrap();
        assert!(untouched(&other), "it was put back");
        fs::remove_file(&other).unwrap();
        fs::write(&other, "a").unwrap();
        assert!(!untouched(&other));
    }
}
