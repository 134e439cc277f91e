//! Which blocks of a web page are its story: features of each block in its surroundings.

use std::sync::LazyLock;

use corpus::model::Block;

use super::features::Counts;
use super::{Forest, reasons, remove};
use crate::read::html::{Dom, ELEMENTS, Evidence, FAR, Page, PageBlock, evidence, page_text};

/// Learned from pages whose stories people had marked.
static MODEL: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("page.model")).unwrap_or_default());

/// The score from which on a block is story.
const THRESHOLD: f32 = 0.2;

/// The blocks of a page, those that are not its story marked as furniture with their reasons.
pub(crate) fn mark(text: &str, page: &Page) -> Vec<Block> {
    let Page { blocks, evidence } = page;
    let rows = page_features(text, blocks, evidence);
    let scores: Vec<f32> = rows.iter().map(|row| MODEL.score(row)).collect();
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
    let rows = page_features(&page.text, &page.blocks, &evidence(&dom, &page));
    page.blocks.iter().zip(rows).map(|(block, row)| (page.text[block.span.range()].to_owned(), row)).collect()
}

/// The features of every block of a page, in the order of the blocks.
fn page_features(text: &str, blocks: &[PageBlock], evidence: &[Evidence]) -> Vec<Vec<f32>> {
    let counts: Vec<Counts> = blocks.iter().map(|block| Counts::of(&text[block.span.range()])).collect();
    let link_density = |at: usize| blocks[at].n_link_bytes as f32 / blocks[at].span.len().max(1) as f32;
    let is_prose = |at: usize| {
        blocks[at].span.len() >= 80 && link_density(at) < 0.5 && !blocks[at].is_hidden && counts[at].is_ended > 0.0
    };
    let n = blocks.len();
    let total: f32 = blocks.iter().map(|block| block.span.len() as f32).sum();
    let mut seen = std::collections::HashMap::<&str, u32>::new();
    for block in blocks {
        *seen.entry(&text[block.span.range()]).or_default() += 1;
    }
    // Distance to the nearest prose before and after, in blocks.
    let mut since = vec![99f32; n];
    let mut until = vec![99f32; n];
    let mut last: Option<usize> = None;
    for at in 0..n {
        since[at] = last.map_or(99.0, |last| (at - last) as f32);
        if is_prose(at) {
            last = Some(at);
        }
    }
    last = None;
    for at in (0..n).rev() {
        until[at] = last.map_or(99.0, |last| (last - at) as f32);
        if is_prose(at) {
            last = Some(at);
        }
    }
    let h1 = ELEMENTS.iter().position(|name| *name == "h1");
    let mut since_h1 = 99f32;
    let mut before = 0f32;
    let mut rows = Vec::with_capacity(n);
    for at in 0..n {
        let (block, found) = (&blocks[at], &evidence[at]);
        let is_h1 = h1.is_some_and(|h1| found.around[h1] == 0);
        since_h1 = if is_h1 { 0.0 } else { (since_h1 + 1.0).min(99.0) };
        let mut row = Vec::with_capacity(160);
        row.extend(counts[at].all());
        row.push(link_density(at));
        row.push(f32::from(u8::from(block.is_hidden)));
        row.push(seen[&text[block.span.range()]] as f32);
        row.push(before / total.max(1.0));
        row.push(at as f32 / n as f32);
        row.push(since[at]);
        row.push(until[at]);
        row.push(since_h1);
        for offset in [-2isize, -1, 1, 2] {
            let near = at.checked_add_signed(offset).filter(|&near| near < n);
            match near {
                Some(near) => {
                    let same = f32::from(u8::from(
                        evidence[near].around == found.around && evidence[near].depth == found.depth,
                    ));
                    row.extend([
                        counts[near].words,
                        link_density(near),
                        counts[near].is_ended,
                        counts[near].calls,
                        same,
                        counts[near].capitals,
                    ]);
                }
                None => row.extend([-1.0, -1.0, -1.0, -1.0, -1.0, -1.0]),
            }
        }
        row.extend(found.around.iter().map(|&steps| f32::from(FAR - steps)));
        row.extend(found.topics.iter().map(|&steps| f32::from(FAR - steps)));
        row.push(found.depth as f32);
        for together in [&found.parent, &found.grandparent] {
            row.push(together.n_blocks as f32);
            row.push(together.n_bytes as f32);
            row.push(together.n_link_bytes as f32 / together.n_bytes.max(1) as f32);
            row.push(together.n_prose_bytes as f32 / together.n_bytes.max(1) as f32);
            row.push(together.n_prose_bytes as f32 / total.max(1.0));
        }
        row.push(found.steps_to_candidate as f32);
        row.push(found.steps_to_prose as f32);
        row.push(found.candidate_share);
        before += block.span.len() as f32;
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_can_be_read() {
        assert!(Forest::parse(include_str!("page.model")).is_ok_and(|model| model != Forest::default()));
    }
}
