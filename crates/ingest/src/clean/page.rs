//! Which blocks of a web page are its story: features of each block in its surroundings.

use std::collections::HashMap;
use std::sync::LazyLock;

use corpus::model::Block;

use super::features::{Counts, Distance, NONE, distances};
use super::{Forest, reasons, remove};
use crate::read::html::{Dom, ELEMENTS, Evidence, FAR, Page, PageBlock, evidence, page_text};

/// Learned from pages whose stories people had marked.
static MODEL: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("page.model")).unwrap_or_default());

/// The score from which on a block is story.
const THRESHOLD: f32 = 0.2;

/// The blocks of a page, those that are not its story marked as furniture with their reasons.
pub(crate) fn mark(text: &str, page: &Page) -> Vec<Block> {
    let Page { blocks, evidence } = page;
    let counted = Blocks::of(text, blocks, evidence);
    let scores: Vec<f32> = (0..blocks.len()).map(|at| MODEL.score(&counted.row(at))).collect();
    let story: Vec<usize> = (0..blocks.len()).filter(|&at| scores[at] >= THRESHOLD && !blocks[at].is_hidden).collect();
    // A page without any story by the model's word is one that the model does not know: all of it stays.
    let (Some(&first), Some(&last)) = (story.first(), story.last()) else {
        return blocks.iter().map(|block| Block { span: block.span, kind: block.kind, reason: None }).collect();
    };
    let verdict = |(at, block): (usize, &PageBlock)| {
        let mut made = Block { span: block.span, kind: block.kind, reason: None };
        if block.is_hidden {
            remove(&mut made, "text that the page does not show");
        } else if scores[at] < THRESHOLD {
            let words = &text[block.span.range()];
            let reason = reasons::of_page(&evidence[at], words)
                .unwrap_or_else(|| reasons::of_place(&Counts::of(words), at < first, at > last));
            remove(&mut made, reason);
        }
        made
    };
    blocks.iter().enumerate().map(verdict).collect()
}

/// The blocks of a page with their features, to learn from.
pub fn page_examples(html: &str) -> Vec<(String, Vec<f32>)> {
    let Ok(dom) = Dom::parse(html) else { return Vec::new() };
    let page = page_text(&dom);
    let evidence = evidence(&dom, &page);
    let counted = Blocks::of(&page.text, &page.blocks, &evidence);
    (0..page.blocks.len()).map(|at| (counted.texts[at].to_owned(), counted.row(at))).collect()
}

/// Steps are counted no further.
const MOST_STEPS: f32 = 99.0;

/// How many blocks before and after a block are looked at.
const REACH: isize = 2;

/// A block of at least this many bytes that ends as sentences do, half of it at most in links, is prose.
const MIN_PROSE_LEN: u32 = 80;

/// The blocks of a page with what was counted in them.
struct Blocks<'p> {
    texts: Vec<&'p str>,
    blocks: &'p [PageBlock],
    evidence: &'p [Evidence],
    counts: Vec<Counts>,
    /// How often each text stands on the page.
    seen: HashMap<&'p str, u32>,
    /// Bytes before each block; one more than there are blocks.
    before: Vec<f32>,
    since: Vec<Distance>,
    until: Vec<Distance>,
    since_h1: Vec<f32>,
}

impl<'p> Blocks<'p> {
    fn of(text: &'p str, blocks: &'p [PageBlock], evidence: &'p [Evidence]) -> Self {
        let texts: Vec<&str> = blocks.iter().map(|block| block.span.slice(text).unwrap_or_default()).collect();
        let counts: Vec<Counts> = texts.iter().map(|text| Counts::of(text)).collect();
        let is_prose = |(block, counts): (&PageBlock, &Counts)| {
            let is_linked = link_density(block) >= 0.5;
            block.span.len() >= MIN_PROSE_LEN && !is_linked && !block.is_hidden && counts.is_ended > 0.0
        };
        let is_prose: Vec<bool> = blocks.iter().zip(&counts).map(is_prose).collect();
        let mut seen = HashMap::new();
        texts.iter().for_each(|text| *seen.entry(*text).or_default() += 1);
        let sums = blocks.iter().scan(0.0, |sum, block| {
            *sum += block.span.len() as f32;
            Some(*sum)
        });
        let before = std::iter::once(0.0).chain(sums).collect();
        let h1 = ELEMENTS.iter().position(|name| *name == "h1");
        let since_h1 = evidence.iter().scan(MOST_STEPS, |since, found| {
            let is_h1 = h1.is_some_and(|h1| found.around[h1] == 0);
            *since = if is_h1 { 0.0 } else { (*since + 1.0).min(MOST_STEPS) };
            Some(*since)
        });
        let len = |at: usize| texts[at].len();
        Self {
            since: distances(0..blocks.len(), &is_prose, len),
            until: distances((0..blocks.len()).rev(), &is_prose, len),
            since_h1: since_h1.collect(),
            texts,
            blocks,
            evidence,
            counts,
            seen,
            before,
        }
    }

    /// The features of the block at `at`.
    fn row(&self, at: usize) -> Vec<f32> {
        let (block, found) = (&self.blocks[at], &self.evidence[at]);
        let total = self.before[self.blocks.len()].max(1.0);
        let mut row = Vec::with_capacity(160);
        row.extend(self.counts[at].all());
        row.extend([
            link_density(block),
            f32::from(u8::from(block.is_hidden)),
            self.seen[self.texts[at]] as f32,
            self.before[at] / total,
            at as f32 / self.blocks.len() as f32,
            self.since[at].steps,
            self.until[at].steps,
            self.since_h1[at],
        ]);
        for offset in (-REACH..=REACH).filter(|&offset| offset != 0) {
            let near = at.checked_add_signed(offset).filter(|&near| near < self.blocks.len());
            row.extend(near.map_or([NONE; 6], |near| self.neighbour(at, near)));
        }
        row.extend(found.around.iter().chain(&found.topics).map(|&steps| f32::from(FAR - steps)));
        row.push(found.depth as f32);
        for together in [&found.parent, &found.grandparent] {
            let of_all = |bytes: u32| bytes as f32 / together.n_bytes.max(1) as f32;
            row.extend([
                together.n_blocks as f32,
                together.n_bytes as f32,
                of_all(together.n_link_bytes),
                of_all(together.n_prose_bytes),
                together.n_prose_bytes as f32 / total,
            ]);
        }
        row.extend([found.steps_to_candidate as f32, found.steps_to_prose as f32, found.candidate_share]);
        row
    }

    /// What a block near by says about the block at `at`.
    fn neighbour(&self, at: usize, near: usize) -> [f32; 6] {
        let (counts, found, own) = (&self.counts[near], &self.evidence[near], &self.evidence[at]);
        let is_alike = found.around == own.around && found.depth == own.depth;
        [
            counts.words,
            link_density(&self.blocks[near]),
            counts.is_ended,
            counts.calls,
            f32::from(u8::from(is_alike)),
            counts.capitals,
        ]
    }
}

/// The share of a block's bytes that stand in links.
fn link_density(block: &PageBlock) -> f32 {
    block.n_link_bytes as f32 / block.span.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_can_be_read() {
        assert!(Forest::parse(include_str!("page.model")).is_ok_and(|model| model != Forest::default()));
    }
}
