//! The best documents for one term, without a look at most of the others: a block of the posting list in which no document
//! can be better than those known is passed over ("block-max": S. Ding and T. Suel, "Faster top-k document retrieval
//! using block-max indexes", SIGIR 2011).

use super::score::{self, Ranking};
use super::units::{Unit, Units};
use super::words::WordTerms;
use super::{Hit, by_score};
use crate::corpus::Corpus;
use crate::model::DocId;
use crate::query::{Clause, Field};

/// The best `k` documents for a clause that is one word with one form, anywhere; `None` if it is more than that.
pub(super) fn of_one_term(corpus: &Corpus<'_>, clause: &Clause, k: usize) -> Option<Vec<Hit>> {
    let Clause::Term(term) = clause else { return None };
    let ([word], Field::Anywhere) = (term.words.as_slice(), term.field) else { return None };
    let units = Units::new(corpus);
    let word = WordTerms::of(&corpus.index, word);
    let &[(term, weight)] = word.terms() else { return None };
    if units.unit() == Unit::Passage || k == 0 {
        return None;
    }
    let (ranking, mean_lens) = (Ranking::default(), units.mean_lens());
    let mut postings = corpus.index.postings(term);
    let idf = score::idf(postings.n_docs(), corpus.n_docs());
    // The best so far, the best first.
    let mut best: Vec<Hit> = Vec::with_capacity(k + 1);
    let mut block = Vec::new();
    loop {
        if let (Some(head), Some(worst)) = (postings.head(), best.get(k - 1))
            && f32::from(head.impact) / 255.0 * idf < worst.score
        {
            postings.skip(head);
            continue;
        }
        if !postings.next_block(&mut block) {
            return Some(best);
        }
        for posting in &block {
            let frequencies = (posting.n_headline as f32 * weight, posting.n_body as f32 * weight);
            let score = idf * ranking.saturated(frequencies, units.lens(posting.doc), mean_lens);
            let n_places = posting.n_body.saturating_add(posting.n_headline);
            let hit = Hit { doc: DocId(posting.doc), block_idx: None, n_places, score };
            if best.len() < k || best.last().is_some_and(|last| by_score(&hit) < by_score(last)) {
                let at = best.partition_point(|known| by_score(known) < by_score(&hit));
                best.insert(at, hit);
                best.truncate(k);
            }
        }
    }
}
