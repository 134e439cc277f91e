//! Documents in, collection out: reading, cleaning, structure, recognition, report.
//!
//! [`ingest`] is pure: bytes and settings in, a [`Collection`] and a [`Report`] out, the same for the same input. It
//! needs no clock, thread or disk, so it runs in a browser as it runs here. Only `folder`, `cache` and `export` touch a disk.
//! Nothing in this crate searches, and nothing tokenizes or folds by itself: `corpus::analysis` does.
#![deny(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
mod cache;
mod pipeline;
mod told;
mod words;

pub mod config;

pub mod clean;
pub mod decode;
pub mod read;

pub mod language;
pub mod sentences;
pub mod structure;

pub mod lists;
pub mod quotations;
pub mod recognize;
pub mod resolve;
pub mod roles;

pub mod related;
pub mod same_story;

pub mod slug;

#[cfg(not(target_arch = "wasm32"))]
pub mod export;
#[cfg(not(target_arch = "wasm32"))]
pub mod folder;
pub mod inspect;

pub use config::Config;
pub use corrections::{Corrections, Problem, Report, report};
#[cfg(not(target_arch = "wasm32"))]
pub use folder::{BuildError, Options, build, collect};
pub use pipeline::{ingest, ingest_with};

#[doc(no_inline)]
pub use corpus::model::Collection;
