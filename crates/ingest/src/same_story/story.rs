//! One story as the comparison sees it: its words in runs of four, each a hash. It compares nothing.

use std::ops::Range;

use corpus::model::{BlockKind, Document};
use corpus::tokens::DocumentTokens;
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

/// How many words a run has. Four in a row are seldom the same by chance, and one changed word spoils only four runs.
const SHINGLE_LEN: usize = 4;

/// The words of a story.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// The run of words that begins at each word, as a hash; the last three words begin none.
    pub(super) shingles: Vec<u64>,
    /// How many words the story has.
    pub(super) n_words: usize,
    /// All words in order, as one hash.
    pub(super) all_words: u128,
    sentences: Vec<SentenceWords>,
}

/// One sentence of a story.
#[derive(Debug)]
struct SentenceWords {
    /// Its index in the document.
    sentence_idx: u32,
    words: Range<usize>,
    hash: u64,
}

/// What is looked up in a story when another one is held against it.
#[derive(Debug, Default)]
pub(super) struct Contents {
    shingles: Vec<u64>,
    sentences: Vec<u64>,
}

impl Story {
    /// The story of a document: all that is neither furniture nor the headline, which copies of a story often change.
    /// `terms` are the numbers in the collection of its own terms.
    pub(super) fn of(document: &Document, tokens: &DocumentTokens, terms: &[u32]) -> Self {
        let mut words: Vec<u8> = Vec::new();
        let mut story = Self::default();
        for ((sentence_idx, sentence), tokens) in (0u32..).zip(&document.sentences).zip(tokens.sentences(document)) {
            let kind = document.blocks.get(sentence.block_idx as usize).map(|block| block.kind);
            if matches!(kind, None | Some(BlockKind::Headline | BlockKind::Furniture)) {
                continue;
            }
            let start = story.n_words;
            for token in tokens {
                words.extend(terms[token.term as usize].to_le_bytes());
                story.n_words += 1;
            }
            let hash = xxh3_64(&words[start * NUMBER_LEN..]);
            story.sentences.push(SentenceWords { sentence_idx, words: start..story.n_words, hash });
        }
        story.all_words = xxh3_128(&words);
        let bytes_of_words = words.windows(SHINGLE_LEN * NUMBER_LEN).step_by(NUMBER_LEN);
        story.shingles = bytes_of_words.map(xxh3_64).collect();
        story
    }

    /// What the story holds, ready to be looked up.
    pub(super) fn contents(&self) -> Contents {
        let sorted = |hashes: &mut dyn Iterator<Item = u64>| {
            let mut sorted: Vec<u64> = hashes.collect();
            sorted.sort_unstable();
            sorted.dedup();
            sorted
        };
        Contents {
            shingles: sorted(&mut self.shingles.iter().copied()),
            sentences: sorted(&mut self.sentences.iter().map(|sentence| sentence.hash)),
        }
    }

    /// The sentences that the other story lacks. It has a sentence if it has the very same, or if more than half of the
    /// sentence's words stand in runs that both share: an update that changes a figure still has the sentence.
    pub(super) fn sentences_without(&self, other: &Contents) -> Vec<u32> {
        let mut is_shared = vec![false; self.n_words];
        let mut n_left = 0;
        for (at, is_shared) in is_shared.iter_mut().enumerate() {
            let is_there = self.shingles.get(at).is_some_and(|shingle| other.shingles.binary_search(shingle).is_ok());
            n_left = if is_there { SHINGLE_LEN } else { n_left };
            *is_shared = n_left > 0;
            n_left = n_left.saturating_sub(1);
        }
        let own = self.sentences.iter().filter(|sentence| {
            let n_words = sentence.words.len();
            let n_shared = is_shared[sentence.words.clone()].iter().filter(|&&is_shared| is_shared).count();
            n_words > 0 && n_shared * 2 <= n_words && other.sentences.binary_search(&sentence.hash).is_err()
        });
        own.map(|sentence| sentence.sentence_idx).collect()
    }
}

/// Bytes of the number of a word's term.
const NUMBER_LEN: usize = size_of::<u32>();
