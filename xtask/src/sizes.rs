//! How many bytes a built page makes a reader load, against the budget.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::finish::find_file;
use crate::page::inline_blocks;

/// Bytes after gzip of wasm, JavaScript and CSS together, with the seed embedded. The search engine with all of the
/// query language takes some 170,000 of them, the words of five languages 118,000, corrections 185,000 (their file and
/// what encodes a corrected collection), the views the rest: articles and their copies word by word, results in three
/// ways, names, quotations, connections, the timeline, the notebook and the files that readers take away. What was
/// measured last, and one in a hundred more.
const BUDGET: usize = 900_000;

pub struct Sizes(Vec<(&'static str, usize, usize)>);

/// Measures the page in `folder`.
pub fn measure(folder: &Path) -> Result<Sizes> {
    let html = fs::read_to_string(folder.join("index.html")).context("the built page has no index.html")?;
    let script = inline_blocks(&html, "script").concat();
    let parts = [
        ("wasm", fs::read(find_file(folder, ".wasm")?)?),
        ("JavaScript", [fs::read(find_file(folder, ".js")?)?, script.into_bytes()].concat()),
        ("CSS", fs::read(find_file(folder, ".css")?)?),
    ];
    let size = |(name, bytes): (_, Vec<u8>)| Ok((name, bytes.len(), gzip(&bytes)?.len()));
    parts.into_iter().map(size).collect::<Result<_>>().map(Sizes)
}

impl Sizes {
    fn sum(&self) -> (usize, usize) {
        self.0.iter().fold((0, 0), |(raw, packed), part| (raw + part.1, packed + part.2))
    }

    pub fn print(&self) {
        let (raw, packed) = self.sum();
        println!("{:12} {:>12} {:>12}", "", "bytes", "gzipped");
        for (name, raw, packed) in self.0.iter().copied().chain([("together", raw, packed)]) {
            println!("{name:12} {raw:>12} {packed:>12}");
        }
        println!("{:12} {:>12} {BUDGET:>12}  {} % used", "budget", "", packed * 100 / BUDGET);
    }

    pub fn within_budget(&self) -> Result<()> {
        let (_, packed) = self.sum();
        if packed > BUDGET {
            bail!("wasm, JavaScript and CSS are {packed} bytes after gzip, more than the {BUDGET} that are allowed");
        }
        Ok(())
    }
}

pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_over_the_budget_is_refused() {
        assert!(Sizes(vec![("wasm", 1, BUDGET)]).within_budget().is_ok());
        assert!(Sizes(vec![("wasm", 1, BUDGET), ("CSS", 1, 1)]).within_budget().is_err());
    }
}
