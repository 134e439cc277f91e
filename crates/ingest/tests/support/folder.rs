//! A folder for a test, with files in it. It knows nothing of what is made of them.

use std::fs;
use std::path::{Path, PathBuf};

use corpus::model::Collection;
use ingest::{Options, Report, collect};

/// A folder that is removed when the test ends.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("folder-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    pub fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a folder around it")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    pub fn collect(&self) -> (Collection, Report) {
        collect(&self.0, &Options::default()).expect("something to read")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What a failed test leaves behind is no reason to fail again.
        let _ = fs::remove_dir_all(&self.0);
    }
}
