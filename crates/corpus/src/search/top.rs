//! The best documents for one word or phrase, without a look at most of the others.
//!
//! Of a word, a block of the posting list is passed over in which no document can be better than those known ("block-max":
//! S. Ding and T. Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011). Of a phrase, texts are read
//! in the order of what they can be worth at most, by how often they have its words, until the next one cannot be better
//! (the threshold algorithm: R. Fagin, A. Lotem, M. Naor, "Optimal aggregation algorithms for middleware", 2003).

use super::occurrences::Occurrences;
use super::phrase::Phrase;
use super::score::{self, Ranking};
use super::units::{Unit, Units};
use super::words::WordTerms;
use super::{Hit, by_score};
use crate::corpus::Corpus;
use crate::index::postings::Block;
use crate::model::DocId;
use crate::query::{Clause, Field};

/// The best so far, the best first.
struct Best {
    hits: Vec<Hit>,
    k: usize,
}

impl Best {
    fn new(k: usize) -> Self {
        Self { hits: Vec::with_capacity(k + 1), k }
    }

    /// Whether what has this score at most can be none of the best.
    fn excludes(&self, score: f32) -> bool {
        self.hits.get(self.k - 1).is_some_and(|worst| score < worst.score)
    }

    fn add(&mut self, hit: Hit) {
        if self.hits.len() < self.k || self.hits.last().is_some_and(|last| by_score(&hit) < by_score(last)) {
            let at = self.hits.partition_point(|known| by_score(known) < by_score(&hit));
            self.hits.insert(at, hit);
            self.hits.truncate(self.k);
        }
    }
}

/// The best `k` documents for a clause that is one word with one form, or words next to each other, anywhere; `None` if it
/// is something else.
pub(super) fn of_one_leaf(corpus: &Corpus<'_>, clause: &Clause, k: usize) -> Option<Vec<Hit>> {
    let Clause::Term(term) = clause else { return None };
    let units = Units::new(corpus);
    if term.field != Field::Anywhere || units.unit() == Unit::Passage || k == 0 {
        return None;
    }
    let words: Vec<WordTerms> = term.words.iter().map(|word| WordTerms::of(&corpus.index, word)).collect();
    match words.as_slice() {
        [] => None,
        [word] => match word.terms() {
            &[term] => Some(of_term(&units, term, k)),
            _ => None,
        },
        words => Some(of_phrase(&units, words, k)),
    }
}

fn of_term(units: &Units<'_>, (term, weight): (u32, f32), k: usize) -> Vec<Hit> {
    let corpus = units.corpus();
    let (ranking, mean_lens) = (Ranking::default(), units.mean_lens());
    let mut postings = corpus.index.postings(term);
    let idf = score::idf(postings.n_docs(), corpus.n_docs());
    let mut best = Best::new(k);
    let mut block = Block::default();
    loop {
        if let Some(head) = postings.head()
            && best.excludes(f32::from(head.impact) / 255.0 * idf)
        {
            postings.skip(head);
            continue;
        }
        if !postings.next_block(&mut block) {
            return best.hits;
        }
        for posting in block.iter() {
            let frequencies = (posting.n_headline as f32 * weight, posting.n_body as f32 * weight);
            let score = idf * ranking.saturated(frequencies, units.lens(posting.doc), mean_lens);
            let n_places = posting.n_body.saturating_add(posting.n_headline);
            best.add(Hit { doc: DocId(posting.doc), block_idx: None, n_places, score });
        }
    }
}

/// Scores lack the factor that is the same for all of them.
fn of_phrase(units: &Units<'_>, words: &[WordTerms], k: usize) -> Vec<Hit> {
    let phrase = Phrase::new(units.corpus(), words, Field::Anywhere);
    let (ranking, mean_lens) = (Ranking::default(), units.mean_lens());
    let score =
        |found: &Occurrences| ranking.saturated((found.headline, found.body), units.lens(found.unit), mean_lens);
    let mut in_order: Vec<(f32, &Occurrences)> = phrase.at_most.iter().map(|found| (score(found), found)).collect();
    in_order.sort_unstable_by_key(|(score, found)| (!score.to_bits(), found.unit));
    let mut best = Best::new(k);
    for (at_most, found) in in_order {
        if best.excludes(at_most) {
            break;
        }
        let found = phrase.count(found);
        if found.n_places > 0 {
            best.add(Hit { doc: DocId(found.unit), block_idx: None, n_places: found.n_places, score: score(&found) });
        }
    }
    best.hits
}
