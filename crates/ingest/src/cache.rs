//! What was found out about documents before, kept in one file: what is the same is not analysed again.
//!
//! The key of an entry is a hash of everything that it depends on, the program that makes it included, so the file can
//! neither be out of date nor change what comes out. It is safe to delete. What is new is added at its end; once most
//! of it is not used any more, it is written anew.

use std::collections::{HashMap, HashSet};
use std::io::Write;
use std::ops::Range;
use std::path::Path;
use std::sync::Mutex;

use serde::Serialize;
use serde::de::DeserializeOwned;
use xxhash_rust::xxh3::xxh3_128;

/// The first bytes of a cache file; what follows is one entry after another: key, length, hash of the bytes, bytes.
const MAGIC: &[u8; 16] = b"dossier cache 2\n";

/// Bytes of an entry before its own.
const HEAD_LEN: usize = 40;

/// Entries by their keys.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    program: u128,
    /// The file as it was read; empty if there is none or it is damaged.
    bytes: Vec<u8>,
    /// Where in `bytes` the entries are.
    known: HashMap<u128, Range<usize>>,
    used: Mutex<HashSet<u128>>,
    new: Mutex<HashMap<u128, Vec<u8>>>,
}

impl Cache {
    /// Reads the file. One that is not there or damaged is an empty cache.
    pub(crate) fn read(path: &Path) -> Self {
        let program = program();
        let bytes = std::fs::read(path).unwrap_or_default();
        match entries(&bytes) {
            Some(known) => Self { program, bytes, known, ..Self::default() },
            None => Self { program, ..Self::default() },
        }
    }

    /// The value for a key, made by `make` if it is not known.
    pub(crate) fn get<T: Serialize + DeserializeOwned>(&self, key: u128, make: impl FnOnce() -> T) -> T {
        let key = key ^ self.program;
        let bytes = self.known.get(&key).and_then(|range| self.bytes.get(range.clone()));
        if let Some(value) = bytes.and_then(|bytes| postcard::from_bytes(bytes).ok()) {
            if let Ok(mut used) = self.used.lock() {
                used.insert(key);
            }
            return value;
        }
        let value = make();
        if let (Ok(mut new), Ok(bytes)) = (self.new.lock(), postcard::to_stdvec(&value)) {
            new.insert(key, bytes);
        }
        value
    }

    /// Writes what is new. Not being able to is no problem: it only costs time.
    pub(crate) fn write(self, path: &Path) {
        let (used, new) = (self.used.into_inner().unwrap_or_default(), self.new.into_inner().unwrap_or_default());
        let new = new.iter().map(|(&key, bytes)| (key, bytes.as_slice()));
        if !self.bytes.is_empty() && used.len() * 2 >= self.known.len() {
            // One write, so that what two builds add at once does not mix.
            let mut entries = Vec::new();
            new.for_each(|(key, bytes)| push_entry(&mut entries, key, bytes));
            if !entries.is_empty() {
                let file = std::fs::OpenOptions::new().append(true).open(path);
                let _ = file.and_then(|mut file| file.write_all(&entries));
            }
            return;
        }
        let used = used.iter().filter_map(|key| Some((*key, self.bytes.get(self.known.get(key)?.clone())?)));
        let mut bytes = MAGIC.to_vec();
        used.chain(new).for_each(|(key, entry)| push_entry(&mut bytes, key, entry));
        // Beside the file and then in its place, so that nobody reads half of it.
        let beside = path.with_extension(format!("{}.new", std::process::id()));
        if std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path)).is_err() {
            let _ = std::fs::remove_file(&beside);
        }
    }
}

/// A hash of the program that runs: another program may analyse otherwise.
fn program() -> u128 {
    std::env::current_exe().and_then(std::fs::read).map_or(0, |bytes| xxh3_128(&bytes))
}

fn push_entry(out: &mut Vec<u8>, key: u128, bytes: &[u8]) {
    out.extend_from_slice(&key.to_le_bytes());
    out.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    out.extend_from_slice(&xxh3_128(bytes).to_le_bytes());
    out.extend_from_slice(bytes);
}

/// Where the entries are, or `None` if any of them is damaged.
fn entries(bytes: &[u8]) -> Option<HashMap<u128, Range<usize>>> {
    let mut rest = bytes.strip_prefix(MAGIC)?;
    let mut found = HashMap::new();
    while !rest.is_empty() {
        let (head, after) = rest.split_at_checked(HEAD_LEN)?;
        let len = usize::try_from(u64::from_le_bytes(head[16..24].try_into().ok()?)).ok()?;
        let (entry, after) = after.split_at_checked(len)?;
        if xxh3_128(entry) != u128::from_le_bytes(head[24..40].try_into().ok()?) {
            return None;
        }
        let end = bytes.len() - after.len();
        found.insert(u128::from_le_bytes(head[..16].try_into().ok()?), end - len..end);
        rest = after;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn file(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("dossier-{name}-{}.cache", std::process::id()))
    }

    #[test]
    fn what_is_known_is_not_made_again() {
        let path = file("known");
        for last in [7, 8] {
            let cache = Cache::read(&path);
            (7..=last).for_each(|key| assert_eq!(cache.get(key, || format!("made {key}")), format!("made {key}")));
            cache.write(&path);
        }
        let cache = Cache::read(&path);
        for key in [7, 8] {
            assert_eq!(cache.get(key, || String::from("made again")), format!("made {key}"));
        }
        assert_eq!(cache.get(9, || String::from("new")), "new");
        std::fs::remove_file(&path).expect("the file can be removed");
        assert!(Cache::read(&path).known.is_empty());
    }

    #[test]
    fn what_is_not_used_any_more_goes_once_it_is_most() {
        let path = file("unused");
        let cache = Cache::read(&path);
        (0..10).for_each(|key| assert_eq!(cache.get(key, || key), key));
        cache.write(&path);
        for (n_used, n_left) in [(5, 10), (4, 4)] {
            let cache = Cache::read(&path);
            (0..n_used).for_each(|key| assert_eq!(cache.get(key, || 99), key));
            cache.write(&path);
            assert_eq!(Cache::read(&path).known.len(), n_left);
        }
        std::fs::remove_file(&path).expect("the file can be removed");
    }

    #[test]
    fn a_file_with_damage_is_no_cache() {
        let mut sound = MAGIC.to_vec();
        push_entry(&mut sound, 7, b"abc");
        let known = entries(&sound).expect("a cache");
        assert_eq!(&sound[known[&7].clone()], b"abc");
        for len in 0..sound.len() {
            assert_eq!(entries(&sound[..len]).is_some(), len == MAGIC.len(), "{len} bytes");
        }
        sound.last_mut().into_iter().for_each(|byte| *byte ^= 1);
        assert_eq!(entries(&sound), None);
    }
}
