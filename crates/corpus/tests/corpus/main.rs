//! Integration tests of the corpus: search against a naive scan, the blob against its model, the query language by
//! tables, and one known collection by known numbers.
//!
//! `PROPTEST_CASES=100000 cargo test -p dossier-corpus --release` looks harder.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")]

mod advice;
mod ask;
mod builder;
mod codec;
mod golden;
mod hostile;
mod language;
mod links;
mod long_queries;
mod naive;
mod oracle;
mod parser;
mod profile;
mod said;
mod starting;
mod tantivy_oracle;

use proptest::test_runner::Config;

/// As many cases as asked for by `PROPTEST_CASES`, or `n`.
fn cases(n: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    Config { cases: asked.unwrap_or(n), failure_persistence: None, ..Config::default() }
}
