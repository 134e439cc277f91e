//! Texts with their names: what all training data become, whatever form they come in.

use std::ops::Range;

use corpus::model::Document;
use ingest::Report;

/// A text in which people have marked names.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    pub text: String,
    /// Byte ranges of names with the number of their kind, in text order.
    pub names: Vec<(Range<usize>, u8)>,
    /// How much its sentences count in training.
    pub weight: i32,
    /// Whether its labels were made by people, so that they can say how sure the model may be.
    pub is_human: bool,
}

impl Marked {
    /// Adds words, with a name over all of them if they have a kind.
    pub fn push(&mut self, words: &str, kind: Option<u8>) {
        let start = self.text.len();
        self.text.push_str(words);
        if let Some(kind) = kind {
            self.names.push((start..self.text.len(), kind));
        }
    }

    /// The document that the recogniser would see.
    pub fn document(&self) -> Document {
        document(&self.text)
    }
}

/// The document of a clean text, as it comes out of a line of JSON.
pub fn document(text: &str) -> Document {
    let line = serde_json::json!({ "id": "x", "text": text }).to_string();
    let received = ingest::read::read("texts.jsonl", line.as_bytes(), &mut Report::default());
    received.into_iter().next().map(ingest::structure::structure).unwrap_or_default()
}
