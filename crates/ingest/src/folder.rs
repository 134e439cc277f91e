//! The disk: walks a folder or reads one file, and hands the bytes to [`crate::ingest`]. The only module that opens documents.
//! It opens nothing but plain files, none that is larger than its limit, and no link twice in a circle.

use std::fs::{File, FileType};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use corpus::codec::TextIndex;
use corpus::model::{Collection, Document};
use corpus::tokens::Tokens;
use walkdir::{DirEntry, WalkDir};

use crate::cache::Cache;
use crate::config::Config;
use crate::pipeline::{Analysis, Hooks, Outcome, run};
use crate::report::Report;
use crate::told::Told;
use corpus::parallel;
use corrections::Corrections;

/// The largest file that is read, in bytes. All files are in memory together, and a page of more would open nowhere.
pub const MAX_FILE_LEN: u64 = 512 << 20;

/// How much is read from a folder, in bytes: a thousand sparse files take no room on the disk, and all of it here.
pub const MAX_FOLDER_LEN: u64 = 2 << 30;

/// Files up to this length, in bytes, are read on all cores, so many at once.
const MAX_SHORT_LEN: u64 = 1 << 20;
const FILES_AT_ONCE: usize = 512;

/// Why nothing could be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The folder or file is not there or cannot be opened.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        /// What was to be read.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is nothing in the folder that could be a document.
    #[error("{} holds no document: put texts, web pages, messages, tables or archives into it", path.display())]
    Empty {
        /// The folder.
        path: PathBuf,
    },
    /// There are problems, and none were to be.
    #[error("there are problems in {}, and --strict allows none:\n{}", path.display(), problem_lines(report))]
    Strict {
        /// The folder.
        path: PathBuf,
        /// The problems.
        report: Report,
    },
    /// There are files, but none of them could be read.
    #[error("none of the files in {} could be read:\n{}", path.display(), problem_lines(report))]
    NothingReadable {
        /// The folder.
        path: PathBuf,
        /// What is wrong with each of them.
        report: Report,
    },
}

fn problem_lines(report: &Report) -> String {
    report.problems.iter().map(|problem| format!("  {problem}")).collect::<Vec<_>>().join("\n")
}

/// Files and settings as they came from the disk.
#[derive(Debug, Default)]
struct Found {
    files: Vec<(String, Vec<u8>)>,
    config: Config,
    corrections: Corrections,
    report: Report,
    /// How many bytes may still be read.
    room: u64,
}

/// Hears what is being done, and how many of how many are done.
pub type OnProgress<'o> = dyn Fn(&str, usize, usize) + Sync + 'o;

/// How a folder is read.
#[derive(Default)]
pub struct Options<'o> {
    /// The file that remembers what was found out about each document; none if nothing is to be remembered.
    pub cache: Option<PathBuf>,
    /// Whether any problem stops the build.
    pub is_strict: bool,
    /// Hears what is being done, and how many of how many are done.
    pub on_progress: Option<&'o OnProgress<'o>>,
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("cache", &self.cache)
            .field("is_strict", &self.is_strict)
            .finish_non_exhaustive()
    }
}

/// Reads `seeds`: a folder, one file, or standard input if it is `-`. Documents with problems are reported, and the
/// others are there all the same.
pub fn collect(seeds: &Path, options: &Options<'_>) -> Result<(Collection, Report), BuildError> {
    let Outcome { collection, report, beside: () } = run_on(seeds, options, |_, _| ())?;
    Ok((collection, report))
}

/// Reads `seeds` as [`collect`] does and encodes the collection as the page reads it.
pub fn build(seeds: &Path, options: &Options<'_>) -> Result<(Vec<u8>, Report), BuildError> {
    let Outcome { collection, report, beside: index } = run_on(seeds, options, TextIndex::of)?;
    if let Some(on_progress) = options.on_progress {
        on_progress("writing the blob", 0, collection.documents.len());
    }
    let blob = corpus::codec::encode_with(&collection, index);
    // To free millions of small things takes as long as to write them.
    parallel::map(collection.documents, drop);
    Ok((blob, report))
}

fn run_on<B: Send>(
    seeds: &Path,
    options: &Options<'_>,
    beside: impl FnOnce(&[Document], &Tokens<'_>) -> B + Send,
) -> Result<Outcome<B>, BuildError> {
    let (found, cache) = parallel::join(|| find(seeds), || options.cache.as_deref().map(Cache::read));
    let Found { files, config, corrections, mut report, room: _ } = found?;
    let has_files = !files.is_empty() || !report.problems.is_empty();
    let recall = |key, make: &dyn Fn() -> Analysis| match &cache {
        Some(cache) => cache.get(key, make),
        None => make(),
    };
    let recall_told = |key, make: &dyn Fn() -> Told| match &cache {
        Some(cache) => cache.get(key, make),
        None => make(),
    };
    let hooks =
        Hooks { recall: &recall, recall_told: &recall_told, on_progress: options.on_progress.unwrap_or(&|_, _, _| {}) };
    let Outcome { collection, report: rest, beside } = run(files, &config, &corrections, &hooks, beside);
    if let (Some(cache), Some(path)) = (cache, &options.cache) {
        cache.write(path);
    }
    report.problems.extend(rest.problems);
    report.problems.sort();
    match (collection.documents.is_empty(), has_files) {
        (false, _) if options.is_strict && !report.problems.is_empty() => {
            Err(BuildError::Strict { path: seeds.to_owned(), report })
        }
        (false, _) => Ok(Outcome { collection, report, beside }),
        (true, true) => Err(BuildError::NothingReadable { path: seeds.to_owned(), report }),
        (true, false) => Err(BuildError::Empty { path: seeds.to_owned() }),
    }
}

fn find(seeds: &Path) -> Result<Found, BuildError> {
    let unreadable = |source| BuildError::Unreadable { path: seeds.to_owned(), source };
    if seeds == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().take(MAX_FILE_LEN + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        if bytes.len() as u64 > MAX_FILE_LEN {
            let mut found = Found::default();
            found.report.file("stdin.jsonl", too_large());
            return Ok(found);
        }
        return Ok(Found { files: vec![("stdin.jsonl".to_owned(), bytes)], ..Found::default() });
    }
    if !std::fs::metadata(seeds).map_err(unreadable)?.is_file() {
        return Ok(walk(seeds, MAX_FOLDER_LEN));
    }
    let name = seeds.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut found = Found::default();
    match read_file(seeds, MAX_FILE_LEN).map_err(unreadable)? {
        Ok(bytes) => found.files.push((name, bytes)),
        Err(message) => found.report.file(&name, message),
    }
    Ok(found)
}

/// Reads the files of a folder as far as there is room for this many bytes.
fn walk(seeds: &Path, room: u64) -> Found {
    let mut found = Found { room, ..Found::default() };
    let mut files = Vec::new();
    let visible = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".");
    for entry in WalkDir::new(seeds).follow_links(true).sort_by_file_name().into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry),
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => {
                let what = special_file(entry.file_type());
                found.report.file(&relative(seeds, entry.path()), format!("not opened: it is {what}, not a file"));
            }
            Err(error) => {
                let path = error.path().map_or_else(String::new, |path| relative(seeds, path));
                found.report.file(&path, walk_problem(&error));
            }
        }
    }
    for run in files.chunks(FILES_AT_ONCE) {
        let read = |entry: &DirEntry| (relative(seeds, entry.path()), read_short(entry.path()));
        for (entry, (path, bytes)) in run.iter().zip(parallel::map(run.iter().collect(), read)) {
            take(seeds, entry, path, bytes, &mut found);
        }
    }
    found
}

/// The bytes of a file, if it can be read and is short enough to be read before it is known whether there is room.
fn read_short(path: &Path) -> Option<Vec<u8>> {
    let file = File::open(path).ok()?;
    let len = file.metadata().ok().map(|metadata| metadata.len()).filter(|&len| len <= MAX_SHORT_LEN)?;
    let mut bytes = Vec::with_capacity(len as usize + 1);
    file.take(MAX_SHORT_LEN + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= MAX_SHORT_LEN).then_some(bytes)
}

/// Why an entry of a folder could not be looked at. The system's own words are enough: the library adds paths of this
/// machine, which are no business of the page's readers.
fn walk_problem(error: &walkdir::Error) -> String {
    if error.loop_ancestor().is_some() {
        return "not followed: the link leads back into a folder above it".to_owned();
    }
    match error.io_error() {
        Some(reason) if reason.kind() == ErrorKind::NotFound => "not read: it is a link to nothing".to_owned(),
        Some(reason) => format!("not read: {reason}"),
        None => "not read".to_owned(),
    }
}

#[cfg(unix)]
fn special_file(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match kind {
        _ if kind.is_fifo() => "a pipe",
        _ if kind.is_socket() => "a socket",
        _ => "a device",
    }
}

#[cfg(not(unix))]
fn special_file(_: FileType) -> &'static str {
    "a device"
}

/// Takes in a file of this path inside the seeds, whose bytes are these if they were read already.
fn take(seeds: &Path, entry: &DirEntry, path: String, bytes: Option<Vec<u8>>, found: &mut Found) {
    if entry.path().strip_prefix(seeds).is_ok_and(|inner| inner.to_str().is_none()) {
        found.report.file(&path, "its name is not UTF-8; what could not be read of it is shown as \u{fffd}");
    }
    let content = match bytes.filter(|bytes| bytes.len() as u64 <= found.room) {
        Some(bytes) => Ok(Ok(bytes)),
        None => read_file(entry.path(), found.room),
    };
    if let Ok(Ok(bytes)) = &content {
        found.room -= bytes.len() as u64;
    }
    match content {
        Ok(Ok(bytes)) if path == "dossier.toml" => {
            found.config = Config::from_toml(&path, &bytes, &mut found.report);
        }
        Ok(Ok(bytes)) if path == "corrections.toml" => {
            found.corrections = Corrections::from_toml(&path, &bytes, &mut found.report);
        }
        Ok(Ok(bytes)) => found.files.push((path, bytes)),
        Ok(Err(message)) => found.report.file(&path, message),
        Err(error) => found.report.file(&path, format!("not read: {error}")),
    }
}

/// The bytes of a file, or why they are not wanted. Its length is asked for first: sparse files have one that no disk
/// could hold, and reading one would take as long as if it did.
fn read_file(path: &Path, room: u64) -> std::io::Result<Result<Vec<u8>, String>> {
    let max_len = room.min(MAX_FILE_LEN);
    let refused = |len: u64| {
        let no_room = || format!("not read: with it, the files would be larger than {} MiB", MAX_FOLDER_LEN >> 20);
        Err(if len > MAX_FILE_LEN { too_large() } else { no_room() })
    };
    let file = File::open(path)?;
    let len = file.metadata()?.len();
    if len > max_len {
        return Ok(refused(len));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(len).unwrap_or(0));
    // A file may grow while it is read, and files that the system makes up say that they are empty.
    file.take(max_len + 1).read_to_end(&mut bytes)?;
    let len = bytes.len() as u64;
    Ok(if len > max_len { refused(len) } else { Ok(bytes) })
}

fn too_large() -> String {
    format!("not read: it is larger than {} MiB", MAX_FILE_LEN >> 20)
}

/// The path inside the seeds, with `/` between its parts.
fn relative(seeds: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(seeds).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_as_long_as_there_is_room() {
        let folder = std::env::temp_dir().join(format!("dossier-room-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        for (name, text) in [("a.txt", "Rain."), ("b.txt", "Much more rain."), ("c.txt", "Snow.")] {
            std::fs::write(folder.join(name), text).expect("a file");
        }
        let found = walk(&folder, 10);
        std::fs::remove_dir_all(&folder).expect("own files");
        let paths: Vec<_> = found.files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!((paths, found.room), (vec!["a.txt", "c.txt"], 0));
        assert!(found.report.problems[0].message.contains("the files would be larger"), "{:?}", found.report);
    }
}
