//! A collection of documents in one blob, and everything a reader asks of it: search, filters, snippets.
//!
//! [`model`] is what a collection is made of; [`codec::encode`] turns one into a blob; [`Corpus::open`] reads that
//! blob in place. [`query::Query::parse`] reads what a reader typed, [`search::search`] answers it.
//!
//! This crate knows no files, no formats, no DOM and no clock, and panics on no bytes and on no query.
#![deny(missing_docs)]

pub mod analysis;
pub mod codec;
mod corpus;
pub mod day;
pub mod differences;
mod index;
pub mod links;
pub mod model;
pub mod parallel;
pub mod query;
pub mod runs;
pub mod search;
pub mod sentence_names;
pub mod sort;
pub mod span;
pub mod tokens;

pub use crate::corpus::{
    AttributeView, Beside, BlockView, Corpus, DateView, DocumentView, EntityView, MentionView, NamedSentence,
    QuotationView, ReasonView, RelatedView, RoleView, SameStoryView, SentenceView, Structure,
};
pub use crate::span::ByteSpan;
