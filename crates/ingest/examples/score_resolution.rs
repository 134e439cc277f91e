//! Scores resolution on documents whose named mentions and their clusters are known, given those mentions.
//!
//! `cargo run --profile fast -p dossier-ingest --example score_resolution -- FILE.jsonl [--errors]`
//!
//! A line of the file is `{"id", "text", "entities": [{"type", "identity", "mentions": [{"start", "end", "named"}]}]}`
//! with offsets in characters. Only named mentions of people, organizations and places count. Two figures, over all
//! documents:
//! - *pairwise*: of all pairs of mentions of one document that are put together, how many belong together (precision),
//!   and of those that belong together, how many are put together (recall);
//! - *B-cubed* (Bagga and Baldwin 1998, "Algorithms for scoring coreference chains"): for each mention, how much of its
//!   found cluster belongs to its true one (precision), and how much of its true cluster is in the found one (recall),
//!   averaged over mentions.
//!
//! The third line scores links across documents: mentions with the same `identity` belong together.
#![allow(clippy::unwrap_used, reason = "a measuring program may stop at the first fault")]

use std::collections::BTreeMap;

use corpus::model::{Document, EntityKind};
use corpus::span::ByteSpan;
use ingest::read::Received;
use ingest::recognize::Found;
use ingest::resolve::resolve;
use ingest::structure::structure;
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    text: String,
    entities: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    #[serde(rename = "type")]
    kind: String,
    identity: Option<String>,
    mentions: Vec<GoldMention>,
}

#[derive(Deserialize)]
struct GoldMention {
    start: usize,
    end: usize,
    named: bool,
}

/// A mention with its true and its found cluster.
struct Placed {
    doc: usize,
    gold: usize,
    identity: Option<String>,
    found: u32,
    words: String,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let text = std::fs::read_to_string(&args[0]).unwrap();
    let lines: Vec<Line> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let placed = place(&lines);
    let own: Vec<_> =
        placed.iter().map(|mention| ((mention.doc, mention.gold), (mention.doc, mention.found))).collect();
    println!("pairwise  {}", pairwise(&own));
    println!("B-cubed   {}", b_cubed(&own));
    let identified: Vec<_> =
        placed.iter().filter_map(|mention| Some(((0, mention.identity.as_ref()?), (0, mention.found)))).collect();
    println!("pairwise across documents  {}", pairwise(&identified));
    if args.iter().any(|arg| arg == "--errors") {
        print_errors(&placed);
    }
}

fn kind(word: &str) -> Option<EntityKind> {
    ["person", "organization", "place"].contains(&word).then(|| EntityKind::from_word(word))?
}

/// Resolves all documents as one collection.
fn place(lines: &[Line]) -> Vec<Placed> {
    let (mut documents, mut all_found, mut placed) = (Vec::new(), Vec::new(), Vec::new());
    for (doc, line) in lines.iter().enumerate() {
        let mut bytes: Vec<u32> = line.text.char_indices().map(|(at, _)| at as u32).collect();
        bytes.push(line.text.len() as u32);
        let mut mentions = Vec::new();
        for (gold, entity) in line.entities.iter().enumerate() {
            let Some(kind) = kind(&entity.kind) else { continue };
            for mention in entity.mentions.iter().filter(|mention| mention.named) {
                let span = ByteSpan::new(bytes[mention.start], bytes[mention.end]).unwrap();
                mentions.push((span, kind, gold, entity.identity.clone()));
            }
        }
        mentions.sort_by_key(|(span, ..)| (span.start(), std::cmp::Reverse(span.end())));
        let document: Document = structure(Received { text: line.text.clone(), ..Received::default() });
        let found = |&(span, kind, ..): &(ByteSpan, EntityKind, usize, Option<String>)| Found {
            span,
            kind,
            by: String::new(),
            confidence: 100,
        };
        all_found.push(mentions.iter().map(found).collect::<Vec<_>>());
        for (span, _, gold, identity) in mentions {
            let words = span.slice(&line.text).unwrap().to_owned();
            placed.push(Placed { doc, gold, identity, found: 0, words });
        }
        documents.push(document);
    }
    resolve(&mut documents, all_found);
    let mentions = documents.iter().flat_map(|document| &document.mentions);
    placed.iter_mut().zip(mentions).for_each(|(placed, mention)| placed.found = mention.entity.0);
    placed
}

/// How many mentions each pair of a true and a found cluster shares, and how many each cluster has.
type Counts<G, F> = (BTreeMap<(G, F), u64>, BTreeMap<G, u64>, BTreeMap<F, u64>);

fn counts<G: Ord + Clone, F: Ord + Clone>(placed: &[(G, F)]) -> Counts<G, F> {
    let mut counts: Counts<G, F> = Default::default();
    for (gold, found) in placed {
        *counts.0.entry((gold.clone(), found.clone())).or_default() += 1;
        *counts.1.entry(gold.clone()).or_default() += 1;
        *counts.2.entry(found.clone()).or_default() += 1;
    }
    counts
}

fn pairwise<G: Ord + Clone, F: Ord + Clone>(placed: &[(G, F)]) -> String {
    let (both, gold, found) = counts(placed);
    let pairs = |n: u64| n * (n - 1) / 2;
    let (right, gold, found): (u64, u64, u64) = (
        both.values().map(|&n| pairs(n)).sum(),
        gold.values().map(|&n| pairs(n)).sum(),
        found.values().map(|&n| pairs(n)).sum(),
    );
    line(right as f64 / found.max(1) as f64, right as f64 / gold.max(1) as f64)
}

fn b_cubed<G: Ord + Clone, F: Ord + Clone>(placed: &[(G, F)]) -> String {
    let (both, gold, found) = counts(placed);
    let (mut precision, mut recall) = (0.0, 0.0);
    for ((of_gold, of_found), &n) in &both {
        precision += (n * n) as f64 / found[of_found] as f64;
        recall += (n * n) as f64 / gold[of_gold] as f64;
    }
    line(precision / placed.len() as f64, recall / placed.len() as f64)
}

fn line(precision: f64, recall: f64) -> String {
    let f1 = 2.0 * precision * recall / (precision + recall);
    format!("P {:.1} R {:.1} F1 {:.1}", precision * 100.0, recall * 100.0, f1 * 100.0)
}

/// Prints per document the clusters that were torn apart and those that were mixed, with the links each costs.
fn print_errors(placed: &[Placed]) {
    let mut by_gold: BTreeMap<(usize, usize), BTreeMap<u32, Vec<&str>>> = BTreeMap::new();
    let mut by_found: BTreeMap<(usize, u32), BTreeMap<usize, Vec<&str>>> = BTreeMap::new();
    for mention in placed {
        by_gold.entry((mention.doc, mention.gold)).or_default().entry(mention.found).or_default().push(&mention.words);
        by_found.entry((mention.doc, mention.found)).or_default().entry(mention.gold).or_default().push(&mention.words);
    }
    print("torn", by_gold.values().map(|parts| parts.values().collect()));
    print("mixed", by_found.values().map(|parts| parts.values().collect()));
}

fn print<'p>(what: &str, clusters: impl Iterator<Item = Vec<&'p Vec<&'p str>>>) {
    let mut clusters: Vec<_> = clusters.filter(|parts| parts.len() > 1).collect();
    let cost = |parts: &Vec<&Vec<&str>>| {
        let n: usize = parts.iter().map(|part| part.len()).sum();
        n * n - parts.iter().map(|part| part.len() * part.len()).sum::<usize>()
    };
    clusters.sort_by_key(|parts| std::cmp::Reverse(cost(parts)));
    for parts in clusters {
        let parts: Vec<_> = parts.iter().map(|part| part.join("; ")).collect();
        println!("{what:<6} {}", parts.join("  |  "));
    }
}
