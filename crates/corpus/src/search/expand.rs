//! What else the best documents for a query are about: pseudo-relevance feedback.
//!
//! The words that the first few documents share, and few others have, join the query with less weight than its own (the
//! relevance model of V. Lavrenko and W. B. Croft, "Relevance based language models", 2001, mixed with the query as in
//! "RM3", N. Abdul-Jaleel et al., "UMass at TREC 2004", and with idf in place of a collection model, as in Rocchio's
//! feedback). It changes the order of documents alone, never which are found, and only that of documents which lack some
//! of many words: there readers asked for a topic.

use super::leaf::Leaf;
use super::occurrences::{Occurrences, frequencies};
use super::score;
use super::words::WordTerms;
use super::{Hit, by_score};
use crate::analysis::tokens;
use crate::corpus::Corpus;
use crate::model::DocId;
use crate::query::{Field, Matching, QueryWord};
use crate::sort;
use crate::span::ByteSpan;

/// How many of the best documents are looked at.
const N_DOCS: usize = 10;
/// How many words join the query.
const N_WORDS: usize = 24;
/// How much all of them weigh together, beside all words of the query.
const WEIGHT: f32 = 0.3;
/// Words of fewer letters are seldom what a document is about.
const MIN_LETTERS: usize = 3;

/// A word that joins the query.
#[derive(Clone, Debug)]
pub(super) struct Added {
    /// The form in which it stands in one of the documents.
    pub(super) form: String,
    pub(super) leaf: Leaf,
    pub(super) occurrences: Vec<Occurrences>,
    pub(super) weight: f32,
}

/// The words that the best of the hits are about, but for those of the query, with weights that add up to
/// [`WEIGHT`] for each of the `n_asked` words of the query.
pub(super) fn added(corpus: &Corpus<'_>, hits: &[Hit], is_asked: impl Fn(u32) -> bool, n_asked: usize) -> Vec<Added> {
    let mut best: Vec<&Hit> = hits.iter().collect();
    sort::by_key(&mut best, |hit| by_score(hit));
    best.truncate(N_DOCS);
    // The best ones say most of it: the last of them are often about something else.
    let says = |hit: &Hit| hit.score * hit.score * hit.score;
    let sum: f32 = best.iter().map(|hit| says(hit)).sum();
    // Term and share of it in each of the documents, and a place where the word can be read.
    let mut shares: Vec<(u32, f32, (DocId, ByteSpan))> = Vec::new();
    for hit in best {
        let Some(document) = corpus.document(hit.doc) else { continue };
        let words: Vec<_> =
            document.words(&document.structure()).into_iter().filter(|word| word.sentence.is_some()).collect();
        let share = says(hit) / sum.max(f32::MIN_POSITIVE) / words.len().max(1) as f32;
        let telling = words.iter().filter(|word| word.span.len() as usize >= MIN_LETTERS && !is_asked(word.term));
        shares.extend(telling.map(|word| (word.term, share, (hit.doc, word.span))));
    }
    sort::by_key(&mut shares, |&(term, ..)| term);
    let mut terms: Vec<(f32, (DocId, ByteSpan))> = shares
        .chunk_by(|(a, ..), (b, ..)| a == b)
        .filter(|same| same.iter().any(|(.., at)| at.0 != same[0].2.0))
        .map(|same| {
            let idf = score::idf(corpus.index.postings(same[0].0).n_docs(), corpus.n_docs());
            // More than the idf alone, as common words would take the weight of those that tell what the documents are
            // about.
            (same.iter().map(|(_, share, _)| share).sum::<f32>() * idf * idf.sqrt(), same[0].2)
        })
        .collect();
    sort::stable(&mut terms, |a, b| b.0.total_cmp(&a.0));
    terms.truncate(N_WORDS);
    let total: f32 = terms.iter().map(|(weight, _)| weight).sum();
    let added = terms.into_iter().filter_map(|(weight, (doc, span))| {
        let text = corpus.document(doc)?.slice(span);
        let form = tokens(&text).next()?.form.into_owned();
        let word = WordTerms::of(&corpus.index, &QueryWord { form: form.clone(), how: Matching::Forms });
        let occurrences = frequencies(corpus, &word, Field::Anywhere);
        let weight = weight / total.max(f32::MIN_POSITIVE) * WEIGHT * n_asked as f32;
        Some(Added { form, leaf: Leaf::of_word(word), occurrences, weight })
    });
    added.collect()
}
