//! Pages with their story as people marked it: labels for blocks, and the two figures of the score.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A page: the texts of its blocks, their features, and which of them are the story.
pub struct Page {
    pub id: String,
    pub is_scored: bool,
    pub gold: Vec<String>,
    pub texts: Vec<String>,
    pub rows: Vec<Vec<f32>>,
    pub labels: Vec<bool>,
}

#[derive(serde::Deserialize)]
struct Entry {
    id: String,
    #[serde(default = "one")]
    en_ratio: f64,
}

fn one() -> f64 {
    1.0
}

/// Lower-case words, as the scorer counts them.
pub fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Reads `SET/index.jsonl`, `SET/gold/ID.txt` and `SET/FOLDER/ID.ENDING`.
pub fn pages(set: &Path, folder: &str, ending: &str, features: impl Fn(&str) -> Vec<(String, Vec<f32>)>) -> Vec<Page> {
    let index = std::fs::read_to_string(set.join("index.jsonl")).expect("index.jsonl");
    let entries = index.lines().map(|line| serde_json::from_str::<Entry>(line).expect("an entry"));
    entries
        .filter_map(|Entry { id, en_ratio }| {
            let gold = words(&std::fs::read_to_string(set.join("gold").join(format!("{id}.txt"))).ok()?);
            let bytes = std::fs::read(set.join(folder).join(format!("{id}.{ending}"))).ok()?;
            let (texts, rows): (Vec<_>, Vec<_>) = features(&String::from_utf8_lossy(&bytes)).into_iter().unzip();
            let labels = labels(&gold, &texts);
            (!gold.is_empty()).then_some(Page { id, is_scored: en_ratio >= 0.12, gold, texts, rows, labels })
        })
        .collect()
}

/// A block is story if most of its runs of three words are the story's; a short one only if story is near.
fn labels(gold: &[String], texts: &[String]) -> Vec<bool> {
    let runs: BTreeSet<&[String]> = gold.windows(3).collect();
    let whole = format!(" {} ", gold.join(" "));
    let blocks: Vec<Vec<String>> = texts.iter().map(|text| words(text)).collect();
    let mut labels: Vec<bool> = blocks
        .iter()
        .map(|block| match block.len() {
            0 => false,
            1 | 2 => whole.contains(&format!(" {} ", block.join(" "))),
            n => block.windows(3).filter(|run| runs.contains(run)).count() * 2 >= n - 2,
        })
        .collect();
    let sure: Vec<usize> = (0..labels.len()).filter(|&at| labels[at] && blocks[at].len() >= 8).collect();
    if let (Some(&first), Some(&last)) = (sure.first(), sure.last()) {
        for (at, label) in labels.iter_mut().enumerate() {
            *label &= blocks[at].len() >= 6 || (at + 2 >= first && at <= last + 2);
        }
    }
    labels
}

/// Precision, recall and F1 of words, then of runs of four words: means over the scored pages.
pub fn score(pages: &[&Page], kept: &[Vec<bool>]) -> [f64; 6] {
    let mut sums = [0.0; 6];
    let mut n = 0.0;
    for (page, kept) in pages.iter().zip(kept).filter(|(page, _)| page.is_scored) {
        let found = page.texts.iter().zip(kept).filter(|(_, kept)| **kept).map(|(text, _)| text.as_str());
        let found = words(&found.collect::<Vec<_>>().join("\n"));
        n += 1.0;
        for (at, len) in [(0, 1), (3, 4)] {
            let scores = prf(&counts(&found, len), &counts(&page.gold, len));
            (0..3).for_each(|i| sums[at + i] += scores[i]);
        }
    }
    sums.map(|sum| sum / n)
}

fn counts(words: &[String], len: usize) -> BTreeMap<&[String], usize> {
    let mut counts = BTreeMap::new();
    if !words.is_empty() {
        words.windows(len.min(words.len())).for_each(|run| *counts.entry(run).or_default() += 1);
    }
    counts
}

fn prf(found: &BTreeMap<&[String], usize>, wanted: &BTreeMap<&[String], usize>) -> [f64; 3] {
    let right: usize = found.iter().map(|(run, n)| *n.min(wanted.get(run).unwrap_or(&0))).sum();
    let (n_found, n_wanted): (usize, usize) = (found.values().sum(), wanted.values().sum());
    if right == 0 {
        return [0.0; 3];
    }
    let (precision, recall) = (right as f64 / n_found as f64, right as f64 / n_wanted as f64);
    [precision, recall, 2.0 * precision * recall / (precision + recall)]
}
