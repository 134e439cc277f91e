//! How long resolution takes, apart from everything before it.
//!
//! `cargo run --profile fast -p dossier-ingest --example time_resolution -- DOCUMENTS.jsonl`
#![allow(clippy::unwrap_used, reason = "a measuring program may stop at the first fault")]

use std::time::Instant;

use ingest::Report;
use ingest::recognize::{Recognizer, Tagger};
use ingest::resolve::resolve;
use rayon::prelude::*;

fn main() {
    let path = std::env::args().nth(1).expect("a JSON Lines file");
    let bytes = std::fs::read(&path).unwrap();
    let received = ingest::read::read("documents.jsonl", &bytes, &mut Report::default());
    let analysed: Vec<_> = received
        .into_par_iter()
        .map(|received| {
            let document = ingest::structure::structure(received);
            let found = Tagger.mentions(&document);
            (document, found)
        })
        .collect();
    let (mut documents, found): (Vec<_>, Vec<_>) = analysed.into_iter().unzip();
    let n_mentions: usize = found.iter().map(Vec::len).sum();
    let start = Instant::now();
    let entities = resolve(&mut documents, found);
    let resolved = start.elapsed().as_secs_f64();
    println!(
        "{} documents, {n_mentions} mentions, {} entities: resolved in {resolved:.2} s",
        documents.len(),
        entities.len()
    );
}
