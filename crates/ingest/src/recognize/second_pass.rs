//! What the first pass found elsewhere in the document, as more answers about a word: the second pass reads them.

use super::hashing::{feature, pair};
use super::tags::{N_TAGS, OUTSIDE};
use super::tokens::Tokens;

/// Where the questions of this group begin.
const QUESTIONS: u64 = 192;

/// For each folded word how often it got which tag.
pub(super) struct Tagged {
    counts: Vec<[u16; N_TAGS]>,
}

impl Tagged {
    /// Counts the tags of all words that could be in a name.
    pub(super) fn of(tokens: &Tokens, tags: &[u8]) -> Self {
        let mut counts = vec![[0; N_TAGS]; tokens.n_keys];
        for (idx, &tag) in tags.iter().enumerate() {
            let word = tokens.word(idx);
            if word.is_capital() || tag != OUTSIDE {
                let count: &mut u16 = &mut counts[word.key_idx as usize][usize::from(tag)];
                *count = count.saturating_add(1);
            }
        }
        Self { counts }
    }

    /// Adds what the other occurrences of the word at `idx` were taken for to `out`.
    pub(super) fn answers(&self, tokens: &Tokens, idx: usize, own: u8, out: &mut Vec<u32>) {
        let word = tokens.word(idx);
        if !word.is_capital() {
            return;
        }
        let mut counts = self.counts[word.key_idx as usize];
        counts[usize::from(own)] = counts[usize::from(own)].saturating_sub(1);
        let total: u32 = counts.iter().map(|&count| u32::from(count)).sum();
        if total == 0 {
            return;
        }
        let mut best = (0, 0);
        for (tag, &count) in (0u64..).zip(&counts) {
            let share = u32::from(count) * 4 / total;
            if count > 0 {
                out.push(feature(QUESTIONS, pair(tag, u64::from(share))));
                out.push(feature(QUESTIONS + 1, pair(tag, u64::from(own))));
            }
            best = best.max((count, tag));
        }
        let (count, tag) = best;
        out.push(feature(QUESTIONS + 2, pair(pair(tag, u64::from(own)), u64::from(count.min(3)))));
        let by_kind =
            |kind: usize| counts[1 + 4 * kind..5 + 4 * kind].iter().map(|&count| u32::from(count)).sum::<u32>();
        for kind in 0..3 {
            let share = by_kind(kind) * 4 / total;
            out.push(feature(QUESTIONS + 3, pair(pair(kind as u64, u64::from(share)), u64::from(own))));
        }
    }
}
