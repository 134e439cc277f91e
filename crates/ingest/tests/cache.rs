//! What is remembered between builds, and how many threads there are, never changes what comes out.

use std::path::{Path, PathBuf};

use ingest::{Options, build};

/// A folder of documents that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("dossier-cache-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        let folder = Self(folder);
        for number in 0..40 {
            folder.write(&format!("{number}.txt"), &format!(
                "Rain Falls on Town {number}\n\nRain fell on Tuesday, 3 May 2021, said Ann Writer of the Rain Office.\n\n\
                 “It was the wettest day of the year {number},” she told the Town Council of Rainford."
            ));
        }
        folder.write(
            "page.html",
            "<title>Snow Falls - Star</title><h1>Snow Falls</h1><nav>Home</nav><p>Snow fell, and fell.",
        );
        folder
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).expect("a file can be written");
    }

    fn blob(&self, cache: Option<&Path>) -> Vec<u8> {
        let options = Options { cache: cache.map(Path::to_owned), ..Options::default() };
        build(&self.0, &options).expect("documents").0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
        let _ = std::fs::remove_file(self.0.with_extension("cache"));
    }
}

#[test]
fn a_cache_changes_nothing_but_the_time() {
    let folder = Folder::new("same");
    let cache = folder.0.with_extension("cache");
    let plain = folder.blob(None);
    assert_eq!(folder.blob(Some(&cache)), plain, "a new cache");
    assert!(std::fs::metadata(&cache).is_ok_and(|file| file.len() > 10_000), "something was remembered");
    assert_eq!(folder.blob(Some(&cache)), plain, "a known folder");

    folder.write("7.txt", "Snow Falls\n\nSnow fell, said Bob Poet.");
    let changed = folder.blob(None);
    assert_ne!(changed, plain);
    assert_eq!(folder.blob(Some(&cache)), changed, "one document changed");

    let mut bytes = std::fs::read(&cache).expect("the cache");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&cache, &bytes).expect("the cache can be written");
    assert_eq!(folder.blob(Some(&cache)), changed, "a damaged cache");
    std::fs::write(&cache, &bytes[..middle]).expect("the cache can be written");
    assert_eq!(folder.blob(Some(&cache)), changed, "a cache that was cut off");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = Folder::new("threads");
    let on = |n_threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().expect("threads");
        pool.install(|| folder.blob(None))
    };
    assert_eq!(on(1), on(5));
}
