//! What the fuzz targets have in common: bytes go in as a file, and what must hold of the documents is asserted. Each
//! target is one call of a function here; how it is run, and with what seeds, is in `xtask/src/fuzz.rs`.

#[path = "../../crates/ingest/tests/support/check.rs"]
mod check;

use std::io::{Cursor, Write as _};

use ingest::{Config, ingest};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Ingests the bytes as one file of this name and asserts what must hold of it.
pub fn file(path: &str, bytes: &[u8]) {
    files([(path.to_owned(), bytes.to_vec())]);
}

/// Ingests the bytes as several files of the name, parted by NUL bytes: what documents are told about each other
/// (repeated lines, names, copies of a story) comes of it.
pub fn several(name: &str, bytes: &[u8]) {
    let parts = bytes.split(|&byte| byte == 0).take(12);
    files((0..).zip(parts).map(|(number, part): (u32, _)| (format!("outlet/{number}.{name}"), part.to_vec())));
}

/// Ingests a text of which nothing is left out, and asserts what must hold of it.
pub fn story(text: &str) {
    let line = serde_json::json!({ "text": text }).to_string();
    file("a.jsonl", line.as_bytes());
}

/// Ingests a ZIP archive of this name whose members are parts of the bytes, parted by NUL bytes. Packing them here lets
/// the fuzzer change what is inside; damage to archives is looked for by the target `archive`.
pub fn packed(path: &str, members: &[&str], bytes: &[u8]) {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (member, content) in members.iter().zip(bytes.split(|&byte| byte == 0)) {
        archive.start_file(*member, options).expect("a name of the target's own");
        archive.write_all(content).expect("memory takes all that is written");
    }
    file(path, archive.finish().expect("memory takes all that is written").get_ref());
}

fn files(files: impl IntoIterator<Item = (String, Vec<u8>)>) {
    let (collection, report) = ingest(files, &Config::default());
    check::check_collection(&collection);
    let is_accounted_for = !collection.documents.is_empty() || !report.problems.is_empty();
    assert!(is_accounted_for, "there is no document, and nothing says why");
}

/// Asserts that stretches lie in the text, in order and one after the other.
pub fn check_stretches(text: &str, stretches: impl IntoIterator<Item = (usize, usize)>) {
    let mut rest = 0;
    for (start, end) in stretches {
        assert!(rest <= start && start <= end, "{start}..{end} comes after {rest}");
        assert!(text.get(start..end).is_some(), "{start}..{end} is no stretch of the text");
        rest = end;
    }
}
