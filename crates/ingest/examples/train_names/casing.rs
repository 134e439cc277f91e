//! Learning how words are usually written.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use corpus::model::Document;
use ingest::recognize::CasingTable;
use ingest::recognize::training::{Usual, each_written, word_number};

use crate::texts::document;

/// Counts of words in small letters, with a capital and in capitals.
#[derive(Default)]
pub struct Counts(BTreeMap<u32, [u32; 3]>);

impl Counts {
    pub fn add(&mut self, document: &Document) {
        each_written(document, |key, how| {
            if key.chars().any(char::is_alphabetic) {
                self.0.entry(word_number(key)).or_default()[how] += 1;
            }
        });
    }

    /// Adds the texts of a packed file of JSON Lines, every `step`th of them.
    pub fn add_packed(&mut self, path: &Path, step: usize) {
        let Ok(file) = std::fs::File::open(path) else { return };
        let mut lines = String::new();
        flate2::read::GzDecoder::new(file).read_to_string(&mut lines).expect("packed text");
        for line in lines.lines().step_by(step) {
            let value: serde_json::Value = serde_json::from_str(line).expect("a document");
            self.add(&document(value["text"].as_str().unwrap_or_default()));
        }
    }

    pub fn table(&self) -> CasingTable {
        let words = self.0.iter().filter_map(|(&word, &[lower, capital, capitals])| {
            Some((word, Usual::of_counts(lower, capital, capitals)?))
        });
        CasingTable::new(words)
    }
}
