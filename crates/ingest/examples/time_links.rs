//! How long connections take, over random pairs of names.
//!
//! `cargo run --profile fast -p dossier-ingest --example time_links -- COLLECTION.blob`; `dossier build` writes the blob.

use std::time::Instant;

use corpus::Corpus;
use corpus::links::Asked;
use corpus::model::EntityId;

const N_PAIRS: usize = 1_000;

fn main() {
    let path = std::env::args().nth(1).expect("a blob");
    let blob = std::fs::read(path).expect("the blob can be read");
    let corpus = Corpus::open(&blob).expect("a collection");
    let named: Vec<EntityId> = corpus
        .entities()
        .filter(|entity| entity.kind().is_name() && entity.n_sentences() > 0)
        .map(|e| e.id())
        .collect();
    let mut famous = named.clone();
    famous.sort_by_key(|&id| std::cmp::Reverse(corpus.entity(id).map_or(0, |entity| entity.n_sentences())));
    famous.truncate(50);
    println!("{} names, {} bytes", named.len(), blob.len());
    for (what, names) in [("any names", &named), ("the fifty that are named most", &famous)] {
        let pairs = pairs(names);
        let (mut n_direct, mut n_chains) = (0, 0);
        let together = times(&pairs, |one, other| {
            n_direct += usize::from(!corpus.together(one, other, None, 2_000).sentences.is_empty());
        });
        let chains = times(&pairs, |from, to| {
            let asked = Asked { from, to, through: None, not_through: &[], within: None, max: 40 };
            n_chains += usize::from(!corpus.chains(&asked).is_empty());
        });
        let mut n_through = 0;
        let through = times(&pairs, |from, to| {
            // Some third name, the same each time.
            let third = names[(from.0 as usize * 31 + to.0 as usize * 17) % names.len()];
            let through = Some(third).filter(|third| ![from, to].contains(third));
            let asked = Asked { from, to, through, not_through: &[], within: None, max: 40 };
            n_through += usize::from(!corpus.chains(&asked).is_empty());
        });
        println!("{what}: {} pairs, {n_direct} linked, {n_chains} by chains", pairs.len());
        println!("  what both share: p50 {:.2} ms, p95 {:.2}, most {:.2}", together.0, together.1, together.2);
        println!("  chains:          p50 {:.2} ms, p95 {:.2}, most {:.2}", chains.0, chains.1, chains.2);
        println!(
            "  through a third ({n_through}): p50 {:.2} ms, p95 {:.2}, most {:.2}",
            through.0, through.1, through.2
        );
    }
}

/// Pairs that look random and are the same each time.
fn pairs(names: &[EntityId]) -> Vec<(EntityId, EntityId)> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        names[(state % names.len() as u64) as usize]
    };
    std::iter::repeat_with(|| (next(), next())).filter(|(one, other)| one != other).take(N_PAIRS).collect()
}

/// The median, the 95th percentile and the greatest of the times, in milliseconds.
fn times(pairs: &[(EntityId, EntityId)], mut work: impl FnMut(EntityId, EntityId)) -> (f64, f64, f64) {
    let mut times: Vec<f64> = pairs
        .iter()
        .map(|&(one, other)| {
            let start = Instant::now();
            work(one, other);
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    (at(0.5), at(0.95), at(1.0))
}
