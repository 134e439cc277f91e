//! Which lines of a plain text that was once a web page are its story: features of each line in its surroundings.

use std::collections::HashMap;
use std::sync::LazyLock;

use corpus::model::{Block, BlockKind};

use super::features::{Counts, Distance, NONE, distances, is_ended};
use super::{Forest, is_story, reasons, remove};

/// Learned from pages whose stories people had marked.
static MODEL: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("lines.model")).unwrap_or_default());

/// The score from which on a line is story.
const THRESHOLD: f32 = 0.0;

/// How much each block speaks for being story; those at [`THRESHOLD`] and above do.
pub(crate) fn scores(text: &str, blocks: &[Block]) -> Vec<f32> {
    let lines: Vec<&str> = blocks.iter().map(|block| block.span.slice(text).unwrap_or_default()).collect();
    let lines = Lines::of(&lines);
    (0..blocks.len()).map(|at| MODEL.score(&lines.row(at)) - THRESHOLD).collect()
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
    let counted = Lines::of(&lines);
    lines.iter().enumerate().map(|(at, line)| ((*line).to_owned(), counted.row(at))).collect()
}

/// The lines of a text with what was counted in them.
struct Lines<'l> {
    lines: &'l [&'l str],
    counts: Vec<Counts>,
    is_prose: Vec<bool>,
    /// How often each line stands in the text.
    seen: HashMap<&'l str, u32>,
    /// How often the prose has each of its longer words.
    vocabulary: HashMap<String, u32>,
    /// Bytes before each line, and bytes of prose before it; one more than there are lines.
    before: Vec<f32>,
    prose_before: Vec<f32>,
    since: Vec<Distance>,
    until: Vec<Distance>,
}

impl<'l> Lines<'l> {
    fn of(lines: &'l [&'l str]) -> Self {
        let is_prose: Vec<bool> = lines.iter().map(|line| is_prose(line)).collect();
        let mut seen = HashMap::new();
        lines.iter().for_each(|line| *seen.entry(*line).or_default() += 1);
        let mut vocabulary = HashMap::new();
        let prose = || lines.iter().zip(&is_prose).filter(|(_, is_prose)| **is_prose).map(|(line, _)| *line);
        for word in prose().flat_map(long_words) {
            *vocabulary.entry(word.to_lowercase()).or_default() += 1;
        }
        let prefix = |len: &dyn Fn(usize) -> usize| {
            let sums = (0..lines.len()).scan(0.0, |sum, at| {
                *sum += len(at) as f32;
                Some(*sum)
            });
            std::iter::once(0.0).chain(sums).collect::<Vec<f32>>()
        };
        let len = |at: usize| lines[at].len();
        Self {
            lines,
            counts: lines.iter().map(|line| Counts::of(line)).collect(),
            seen,
            vocabulary,
            before: prefix(&len),
            prose_before: prefix(&|at| if is_prose[at] { len(at) } else { 0 }),
            since: distances(0..lines.len(), &is_prose, len),
            until: distances((0..lines.len()).rev(), &is_prose, len),
            is_prose,
        }
    }

    /// The features of the line at `at`.
    fn row(&self, at: usize) -> Vec<f32> {
        let n = self.lines.len();
        let total = self.before[n].max(1.0);
        let total_prose = self.prose_before[n].max(1.0);
        let prose_around =
            |reach: usize| self.prose_before[(at + reach + 1).min(n)] - self.prose_before[at.saturating_sub(reach)];
        let mut row = Vec::with_capacity(80);
        row.extend(self.counts[at].all());
        row.extend([
            self.seen[self.lines[at]] as f32,
            self.before[at] / total,
            self.prose_before[at] / total_prose,
            at as f32 / n as f32,
            self.since[at].steps,
            self.until[at].steps,
            self.since[at].bytes,
            self.until[at].bytes,
            prose_around(2),
            prose_around(6),
            prose_around(15),
            prose_around(15) / total_prose,
            n as f32,
            total_prose,
            f32::from(u8::from(self.is_prose[at])),
            self.topicality(at),
        ]);
        for offset in (-REACH..=REACH).filter(|&offset| offset != 0) {
            let near = at.checked_add_signed(offset).and_then(|near| self.counts.get(near));
            row.extend(near.map_or([NONE; 6], |near| {
                [near.words, near.is_ended, near.capitals, near.calls, near.short_words, near.clock]
            }));
        }
        row
    }

    /// How much of a line's longer words the prose has more than once.
    fn topicality(&self, at: usize) -> f32 {
        let words: Vec<&str> = long_words(self.lines[at]).collect();
        let is_known = |word: &&&str| self.vocabulary.get(&word.to_lowercase()).is_some_and(|&count| count > 1);
        words.iter().filter(is_known).count() as f32 / words.len().max(1) as f32
    }
}

fn long_words(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace().filter(|word| word.len() > 4)
}

/// Whether a line is long and ends as sentences do.
fn is_prose(line: &str) -> bool {
    line.len() >= MIN_PROSE_LEN && is_ended(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_can_be_read() {
        assert!(Forest::parse(include_str!("lines.model")).is_ok_and(|model| model != Forest::default()));
    }
}
