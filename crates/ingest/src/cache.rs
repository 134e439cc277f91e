//! What was found out about documents before, kept in one file: a document that is the same is not analysed again.
//!
//! The key of an analysis is a hash of everything that it depends on, the program that makes it included, so the file
//! can neither be out of date nor change what comes out. It is safe to delete.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

use xxhash_rust::xxh3::xxh3_128;

use crate::pipeline::Analysis;

/// The first bytes of a cache file; what follows is one entry after another.
const MAGIC: &[u8; 16] = b"dossier cache 1\n";

/// Analyses by their keys.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    program: u128,
    old: HashMap<u128, Vec<u8>>,
    new: Mutex<HashMap<u128, Vec<u8>>>,
}

impl Cache {
    /// Reads the file. One that is not there, damaged or of another program is an empty cache.
    pub(crate) fn read(path: &Path) -> Self {
        let program = program();
        let old = std::fs::read(path).ok().and_then(|bytes| entries(&bytes, program)).unwrap_or_default();
        Self { program, old, new: Mutex::default() }
    }

    /// The analysis for a key, made by `make` if it is not known.
    pub(crate) fn get(&self, key: u128, make: impl FnOnce() -> Analysis) -> Analysis {
        let known = self.old.get(&key).and_then(|bytes| Some((postcard::from_bytes(bytes).ok()?, bytes.clone())));
        let (analysis, bytes) = known.unwrap_or_else(|| {
            let analysis = make();
            let bytes = postcard::to_stdvec(&analysis).unwrap_or_default();
            (analysis, bytes)
        });
        if let Ok(mut new) = self.new.lock() {
            new.insert(key, bytes);
        }
        analysis
    }

    /// Writes what was used this time, and nothing else. Not being able to is no problem: it only costs time.
    pub(crate) fn write(self, path: &Path) {
        let new = self.new.into_inner().unwrap_or_default();
        if new.len() == self.old.len() && new.keys().all(|key| self.old.contains_key(key)) {
            return;
        }
        // Beside the file and then in its place, so that two builds at once cannot mix theirs.
        let beside = path.with_extension(format!("{}.new", std::process::id()));
        let written = std::fs::File::create(&beside).and_then(|file| {
            let mut out = std::io::BufWriter::new(file);
            out.write_all(MAGIC)?;
            out.write_all(&self.program.to_le_bytes())?;
            for (key, bytes) in &new {
                out.write_all(&key.to_le_bytes())?;
                out.write_all(&(bytes.len() as u64).to_le_bytes())?;
                out.write_all(&xxh3_128(bytes).to_le_bytes())?;
                out.write_all(bytes)?;
            }
            out.flush()
        });
        if written.and_then(|()| std::fs::rename(&beside, path)).is_err() {
            let _ = std::fs::remove_file(&beside);
        }
    }
}

/// A hash of the program that runs: another program may analyse otherwise.
fn program() -> u128 {
    std::env::current_exe().and_then(std::fs::read).map_or(0, |bytes| xxh3_128(&bytes))
}

fn entries(bytes: &[u8], program: u128) -> Option<HashMap<u128, Vec<u8>>> {
    let mut rest = bytes.strip_prefix(MAGIC)?.strip_prefix(&program.to_le_bytes())?;
    let mut found = HashMap::new();
    while !rest.is_empty() {
        let (head, after) = rest.split_at_checked(40)?;
        let len = usize::try_from(u64::from_le_bytes(head[16..24].try_into().ok()?)).ok()?;
        let (entry, after) = after.split_at_checked(len)?;
        if xxh3_128(entry) != u128::from_le_bytes(head[24..40].try_into().ok()?) {
            return None;
        }
        found.insert(u128::from_le_bytes(head[..16].try_into().ok()?), entry.to_vec());
        rest = after;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::ingest_one;

    #[test]
    fn what_is_known_is_not_made_again() {
        let path = std::env::temp_dir().join(format!("dossier-known-{}.cache", std::process::id()));
        let cache = Cache::read(&path);
        cache.get(7, || ingest_one("It rained."));
        cache.write(&path);
        let cache = Cache::read(&path);
        cache.get(7, || panic!("it is known"));
        assert!(
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| cache.get(8, || panic!("it is new")))).is_err()
        );
        std::fs::remove_file(&path).expect("the file can be removed");
        assert!(Cache::read(&path).old.is_empty());
    }

    #[test]
    fn a_file_of_another_program_or_with_damage_is_no_cache() {
        let entry = |bytes: &[u8]| {
            [&7u128.to_le_bytes()[..], &(bytes.len() as u64).to_le_bytes(), &xxh3_128(bytes).to_le_bytes(), bytes]
                .concat()
        };
        let file = |program: u128, rest: &[u8]| [&MAGIC[..], &program.to_le_bytes(), rest].concat();
        assert_eq!(entries(&file(1, &entry(b"abc")), 1).expect("a cache")[&7], b"abc");
        assert_eq!(entries(&file(1, &entry(b"abc")), 2), None);
        assert_eq!(entries(&file(1, &entry(b"abc")[..42]), 1), None);
        let mut damaged = file(1, &entry(b"abc"));
        damaged.last_mut().into_iter().for_each(|byte| *byte ^= 1);
        assert_eq!(entries(&damaged, 1), None);
        assert_eq!(entries(b"", 1), None);
    }
}
