//! Which lines of a plain text that was once a web page are its story: features of each line in its surroundings.

use std::collections::HashMap;
use std::sync::LazyLock;

use corpus::model::{Block, BlockKind};

use super::features::{Counts, is_ended};
use super::{Forest, is_story, reasons, remove};

/// Learned from pages whose stories people had marked.
static MODEL: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("lines.model")).unwrap_or_default());

/// The score from which on a line is story.
const THRESHOLD: f32 = 0.0;

/// How much each block speaks for being story; those at [`THRESHOLD`] and above do.
pub(crate) fn scores(text: &str, blocks: &[Block]) -> Vec<f32> {
    let lines: Vec<&str> = blocks.iter().map(|block| block.span.slice(text).unwrap_or_default()).collect();
    line_features(&lines).iter().map(|row| MODEL.score(row) - THRESHOLD).collect()
}

/// Marks the blocks whose score is negative as furniture, with their reasons. Headlines and what is furniture already
/// stay what they are.
pub(crate) fn mark(text: &str, blocks: &mut [Block], scores: &[f32]) {
    let is_kept = |(block, score): &(&Block, &f32)| is_story(block) && **score >= 0.0;
    let first = blocks.iter().zip(scores).position(|pair| is_kept(&pair));
    let last = blocks.iter().zip(scores).rposition(|pair| is_kept(&pair));
    // The model knows pages with paragraphs. A text without any (a poem, a list, words one below the other) stays whole.
    let is_page =
        blocks.iter().zip(scores).any(|pair| is_kept(&pair) && is_prose(pair.0.span.slice(text).unwrap_or("")));
    let (Some(first), Some(last), true) = (first, last, is_page) else { return };
    for (at, block) in blocks.iter_mut().enumerate() {
        if is_story(block) && block.kind != BlockKind::Headline && scores[at] < 0.0 {
            let words = block.span.slice(text).unwrap_or_default();
            let reason = reasons::of_words(words)
                .unwrap_or_else(|| reasons::of_place(&Counts::of(words), at < first, at > last));
            remove(block, reason);
        }
    }
}

/// How many lines before and after a line are looked at.
const REACH: isize = 3;

/// A line of at least this many bytes that ends as sentences do is prose.
const MIN_PROSE_LEN: usize = 80;

/// The blocks of a plain text with their features, to learn from.
pub fn line_examples(text: &str) -> Vec<(String, Vec<f32>)> {
    let blocks = crate::structure::paragraphs(text);
    let lines: Vec<&str> = blocks.iter().filter_map(|block| block.span.slice(text)).collect();
    let rows = line_features(&lines);
    lines.into_iter().map(str::to_owned).zip(rows).collect()
}

/// The features of every line, in order.
fn line_features(lines: &[&str]) -> Vec<Vec<f32>> {
    let counts: Vec<Counts> = lines.iter().map(|line| Counts::of(line)).collect();
    let is_prose: Vec<bool> = lines.iter().map(|line| is_prose(line)).collect();
    let n = lines.len();
    let total: f32 = lines.iter().map(|line| line.len() as f32).sum::<f32>().max(1.0);
    let total_prose: f32 =
        lines.iter().zip(&is_prose).filter(|(_, is)| **is).map(|(line, _)| line.len() as f32).sum::<f32>().max(1.0);
    let mut seen = HashMap::<&str, u32>::new();
    for line in lines {
        *seen.entry(line).or_default() += 1;
    }
    let mut vocabulary = HashMap::<String, f32>::new();
    for (line, _) in lines.iter().zip(&is_prose).filter(|(_, is)| **is) {
        for word in line.split_whitespace().filter(|word| word.len() > 4) {
            *vocabulary.entry(word.to_lowercase()).or_default() += 1.0;
        }
    }
    let (since, since_bytes) = distances(&is_prose, lines, false);
    let (until, until_bytes) = distances(&is_prose, lines, true);
    // Prose within ten lines around, and runs of lines without any.
    let mut sums = vec![0f32; n + 1];
    for at in 0..n {
        sums[at + 1] = sums[at] + if is_prose[at] { lines[at].len() as f32 } else { 0.0 };
    }
    let around = |at: usize, reach: usize| sums[(at + reach + 1).min(n)] - sums[at.saturating_sub(reach)];
    let (mut before, mut prose_before) = (0f32, 0f32);
    let mut rows = Vec::with_capacity(n);
    for at in 0..n {
        let mut row = Vec::with_capacity(100);
        row.extend(counts[at].all());
        row.extend([
            seen[lines[at]] as f32,
            before / total,
            prose_before / total_prose,
            at as f32 / n as f32,
            since[at],
            until[at],
            since_bytes[at],
            until_bytes[at],
            around(at, 2),
            around(at, 6),
            around(at, 15),
            around(at, 15) / total_prose,
            n as f32,
            total_prose,
            f32::from(u8::from(is_prose[at])),
            topicality(lines[at], &vocabulary),
        ]);
        for offset in (-REACH..=REACH).filter(|&offset| offset != 0) {
            match at.checked_add_signed(offset).filter(|&near| near < n) {
                Some(near) => row.extend([
                    counts[near].words,
                    counts[near].is_ended,
                    counts[near].capitals,
                    counts[near].calls,
                    counts[near].short_words,
                    counts[near].clock,
                ]),
                None => row.extend([-1.0; 6]),
            }
        }
        before += lines[at].len() as f32;
        if is_prose[at] {
            prose_before += lines[at].len() as f32;
        }
        rows.push(row);
    }
    rows
}

/// Whether a line is long and ends as sentences do.
fn is_prose(line: &str) -> bool {
    line.len() >= MIN_PROSE_LEN && is_ended(line)
}

/// How much of a line's longer words stand in the prose of the page more than once.
fn topicality(line: &str, vocabulary: &HashMap<String, f32>) -> f32 {
    let (mut n, mut known) = (0f32, 0f32);
    for word in line.split_whitespace().filter(|word| word.len() > 4) {
        n += 1.0;
        known += f32::from(u8::from(vocabulary.get(&word.to_lowercase()).is_some_and(|count| *count > 1.0)));
    }
    known / n.max(1.0)
}

/// Per line: how many lines, and how many bytes, lie between it and the nearest prose.
fn distances(is_prose: &[bool], lines: &[&str], is_backward: bool) -> (Vec<f32>, Vec<f32>) {
    let n = lines.len();
    let (mut in_lines, mut in_bytes) = (vec![99f32; n], vec![99f32; n]);
    let mut last: Option<(f32, f32)> = None;
    let order: Vec<usize> = if is_backward { (0..n).rev().collect() } else { (0..n).collect() };
    for at in order {
        if let Some((steps, bytes)) = last {
            (in_lines[at], in_bytes[at]) = (steps.min(99.0), bytes);
        }
        last = if is_prose[at] {
            Some((1.0, 0.0))
        } else {
            last.map(|(steps, bytes)| (steps + 1.0, bytes + lines[at].len() as f32))
        };
    }
    (in_lines, in_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_can_be_read() {
        assert!(Forest::parse(include_str!("lines.model")).is_ok_and(|model| model != Forest::default()));
    }
}
