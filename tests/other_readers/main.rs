//! What programs of other makers read in our files. Runs when it is named: `cargo test --test other_readers`. Every program
//! that is called here must be there.

mod find;
mod pdf;
mod pictures;
mod schema;
#[path = "../support"]
mod support {
    pub mod fixtures;
    pub mod picture;
    pub mod tools;
}
mod workbooks;

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use support::fixtures::{Said, all};
use support::tools::{files, fresh_folder, klantreis, text};

/// A journey and the folder with its four outputs.
struct Exported {
    said: Said,
    folder: PathBuf,
}

impl Exported {
    fn file(&self, extension: &str) -> PathBuf {
        let [file] = &files(&self.folder, extension)[..] else { panic!("one {extension} file in {}", self.folder.display()) };
        file.clone()
    }
}

/// Every fixture, exported once for all tests.
static EXPORTED: LazyLock<Vec<Exported>> = LazyLock::new(|| {
    let root = fresh_folder("other_readers");
    let export = |said: Said| {
        let folder = root.join(&said.name);
        fs::create_dir(&folder).unwrap();
        klantreis(&["export", &format!("fixtures/{}.json", said.name), "-o", &format!("{}/", text(&folder))]);
        Exported { said, folder }
    };
    all().into_iter().map(export).collect()
});
