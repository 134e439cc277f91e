//! Finding the words that name people, organizations, places, groups and products.
//!
//! A recogniser sees one document and says where names stand and of what kind they are. Which of them name the same
//! thing is not its business: [`crate::resolve`] decides that.

mod acronyms;
mod after;
mod casing;
mod decode;
mod elsewhere;
mod features;
mod hashing;
mod listed;
mod model;
mod passed_over;
pub(crate) mod patterns;
mod second_pass;
mod tagger;
mod tags;
mod tokens;
pub mod training;

use corpus::model::{Document, EntityKind};
use corpus::span::ByteSpan;
use serde::{Deserialize, Serialize};

pub use casing::CasingTable;
pub use model::Model;
pub use tagger::Tagger;
pub(crate) use tags::{KINDS, kind_idx};

/// A span that names something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The name alone: no title, no possessive.
    pub span: ByteSpan,
    /// What it names.
    pub kind: EntityKind,
    /// The rule or model that found it, in words.
    pub by: String,
    /// How sure it is, in percent.
    pub confidence: u8,
}

/// All that a document names: what is known by its shape first, then the names that `recognizer` finds beside it.
pub fn mentions(document: &Document, recognizer: &impl Recognizer) -> Vec<Found> {
    let mut all = patterns::mentions(document);
    let shaped: Vec<ByteSpan> = all.iter().map(|found| found.span).collect();
    let is_free = |found: &Found| {
        let at = shaped.partition_point(|span| span.end() <= found.span.start());
        shaped.get(at).is_none_or(|span| !span.overlaps(found.span))
    };
    all.extend(recognizer.mentions(document).into_iter().filter(is_free));
    all.sort_by_key(|found| found.span);
    all
}

/// Anything that finds names in a document with its structure.
pub trait Recognizer {
    /// The names in text order; none overlaps another, and each lies in one sentence.
    fn mentions(&self, document: &Document) -> Vec<Found>;
}
