//! Documents that have words next to each other: of those that have all of them, the ones of which the text says so.

use super::leaf::rows;
use super::occurrences::{Occurrences, frequencies, in_both};
use super::words::WordTerms;
use crate::codec::rows::Row;
use crate::corpus::{Corpus, Word};
use crate::model::DocId;
use crate::query::Field;

/// A phrase, looked up but for the texts.
#[derive(Debug)]
pub(super) struct Phrase<'p> {
    corpus: &'p Corpus<'p>,
    words: &'p [WordTerms],
    field: Field,
    row: Row,
    /// The documents that may have it, each with as many occurrences as it can have; ascending.
    pub(super) at_most: Vec<Occurrences>,
}

impl<'p> Phrase<'p> {
    pub(super) fn new(corpus: &'p Corpus<'p>, words: &'p [WordTerms], field: Field) -> Self {
        let mut at_most: Option<Vec<Occurrences>> = None;
        let mut rarest = (usize::MAX, 0);
        for (number, word) in words.iter().enumerate() {
            let found = frequencies(corpus, word, field);
            rarest = rarest.min((found.len(), number));
            at_most = Some(match at_most {
                None => found,
                Some(known) => in_both(&known, &found),
            });
        }
        let terms: Vec<_> = words.iter().map(WordTerms::terms).collect();
        let row = corpus.texts.row(&terms, rarest.1);
        Self { corpus, words, field, row, at_most: at_most.unwrap_or_default() }
    }

    /// How often a document has it that has its words so often at most.
    pub(super) fn count(&self, at_most: &Occurrences) -> Occurrences {
        let mut sum = Occurrences { unit: at_most.unit, ..Occurrences::default() };
        let Some(document) = self.corpus.document(DocId(sum.unit)) else { return sum };
        let mut add = |words: &[Word]| {
            let found = rows(words, self.words, self.field);
            found.iter().for_each(|stretch| sum.add(&stretch.occurrence(at_most.unit)));
        };
        if at_most.headline > 0.0 {
            add(&document.words_of_headline());
        }
        // Most documents have none: what it takes to tell which of their words can be found is not read then.
        let mut read = None;
        self.corpus.texts.for_each_row(at_most.unit, &self.row, |words| {
            let (structure, headline) = read.get_or_insert_with(|| {
                let structure = document.structure();
                let headline = document.headline_in_text(&structure);
                (structure, headline)
            });
            add(&words.filter_map(|at| structure.word(at, *headline)).collect::<Vec<_>>());
        });
        sum
    }
}
