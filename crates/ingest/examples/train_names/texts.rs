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
    pub labels: Labels,
}

/// Who marked a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Labels {
    /// People: such a text can say how sure the model may be.
    #[default]
    ByPeople,
    /// People, but the text was written in another way since.
    Rewritten,
    ByMachine,
}

/// Another way to write a text.
#[derive(Clone, Copy, Debug)]
pub enum Rewriting {
    Lower,
    Capitals,
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

    /// The same text without capitals or all in capitals; letters whose other form is longer stay as they are.
    pub fn rewritten(&self, how: Rewriting, weight: i32) -> Self {
        let other = |c: char| {
            let mut forms = (c.to_lowercase(), c.to_uppercase());
            let form = match how {
                Rewriting::Lower => forms.0.next(),
                Rewriting::Capitals => forms.1.next(),
            };
            form.filter(|form| form.len_utf8() == c.len_utf8()).unwrap_or(c)
        };
        let text = self.text.chars().map(other).collect();
        Self { text, names: self.names.clone(), weight, labels: Labels::Rewritten }
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
