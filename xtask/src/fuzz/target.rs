//! The fuzz targets: how large an input of each may be, what it starts from and of which words its format is made.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::scripts::SCRIPTS;
use super::seeds;
use super::words::{
    ARCHIVE, DATES, ENCODINGS, HTML, JSON, MAIL, MARKDOWN, NAMES, PDF, QUERY, QUOTATIONS, STORY, TABLE, XML,
};

/// A target of `fuzz/`.
pub struct Target {
    pub name: &'static str,
    /// The largest input in bytes: what a format needs to show all of itself, and no more, for that is slow.
    pub max_len: usize,
    /// What it starts from.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// What its format is made of.
    words: &'static [&'static str],
}

pub const TARGETS: &[Target] = &[
    Target { name: "text", max_len: 4096, seeds: seeds::texts, words: STORY },
    Target { name: "texts", max_len: 4096, seeds: seeds::outlets, words: STORY },
    Target { name: "html", max_len: 4096, seeds: seeds::pages, words: HTML },
    Target { name: "pages", max_len: 4096, seeds: seeds::pages, words: HTML },
    Target { name: "markdown", max_len: 4096, seeds: seeds::markdown, words: MARKDOWN },
    Target { name: "mail", max_len: 4096, seeds: seeds::mail, words: MAIL },
    Target { name: "mbox", max_len: 4096, seeds: seeds::mailboxes, words: MAIL },
    Target { name: "mhtml", max_len: 4096, seeds: seeds::saved_pages, words: MAIL },
    Target { name: "table", max_len: 4096, seeds: seeds::tables, words: TABLE },
    Target { name: "jsonl", max_len: 4096, seeds: seeds::json_lines, words: JSON },
    Target { name: "json", max_len: 4096, seeds: seeds::json, words: JSON },
    Target { name: "archive", max_len: 8192, seeds: seeds::archives, words: ARCHIVE },
    Target { name: "pdf", max_len: 8192, seeds: seeds::pdf, words: PDF },
    Target { name: "docx", max_len: 8192, seeds: seeds::docx, words: XML },
    Target { name: "odt", max_len: 8192, seeds: seeds::odt, words: XML },
    Target { name: "epub", max_len: 8192, seeds: seeds::epub, words: XML },
    Target { name: "decode", max_len: 4096, seeds: seeds::encodings, words: ENCODINGS },
    Target { name: "dates", max_len: 1024, seeds: seeds::dates, words: DATES },
    Target { name: "tokens", max_len: 2048, seeds: seeds::texts, words: STORY },
    Target { name: "analysis", max_len: 1024, seeds: seeds::scripts, words: SCRIPTS },
    Target { name: "names", max_len: 4096, seeds: seeds::names, words: NAMES },
    Target { name: "quotations", max_len: 4096, seeds: seeds::quotations, words: QUOTATIONS },
    Target { name: "query", max_len: 1 << 16, seeds: seeds::queries, words: QUERY },
    Target { name: "sentences", max_len: 2048, seeds: seeds::sentences, words: STORY },
];

impl Target {
    /// Writes the seeds into `folder` and the words beside it; returns where the words are.
    pub fn write(&self, folder: &Path) -> Result<PathBuf> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
        for (number, seed) in (self.seeds)().into_iter().enumerate() {
            fs::write(folder.join(format!("{number:02}")), seed)?;
        }
        let words = folder.with_extension("dict");
        fs::write(&words, dictionary(self.words))?;
        Ok(words)
    }
}

/// Words in libFuzzer's own form: one a line in quotes, every byte as its number.
fn dictionary(words: &[&str]) -> String {
    let line = |word: &&str| {
        let bytes: String = word.bytes().map(|byte| format!("\\x{byte:02x}")).collect();
        format!("\"{bytes}\"\n")
    };
    words.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_written_as_libfuzzer_reads_them() {
        assert_eq!(dictionary(&["a\"", "\0é"]), "\"\\x61\\x22\"\n\"\\x00\\xc3\\xa9\"\n");
    }
}
