//! Spellings of this collection for words that it does not have, or has far less often than a word spelled nearly so.

use std::cmp::Reverse;

use super::automata::Fuzzy;
use super::evaluate::Evaluator;
use super::occurrences::frequencies;
use super::units::Unit;
use super::words::WordTerms;
use super::{Answer, ENOUGH};
use crate::analysis::{fold, tokens};
use crate::index::TermNumber;
use crate::query::{Field, LastWord, Matching, Query, QueryWord};
use crate::sort;
use crate::span::ByteSpan;

/// Shorter words are near to too many others.
const MIN_LETTERS: usize = 3;
/// From this many letters on, a spelling may be two letters away.
const MIN_LETTERS_FOR_TWO: usize = 6;
/// A word that the collection has is doubted if another spelling stands in so many times as many units.
const FAR_MORE: u32 = 20;
/// Words are looked at from the first on; of the others a reader would hardly see what is said.
const MAX_WORDS: usize = 8;
/// Spellings offered for one word.
const MAX_SPELLINGS: usize = 3;

/// A word that may be a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The word in the typed text.
    pub span: ByteSpan,
    /// Whether the collection has the word, in any of its forms.
    pub is_known: bool,
    /// Spellings that the collection has, the likeliest first. Some of them are given for each word that it has.
    pub spellings: Vec<String>,
}

impl Suggestion {
    /// The typed text with a spelling in place of the word.
    pub fn mended(&self, typed: &str, spelling: &str) -> String {
        self.span.replaced(typed, spelling).unwrap_or_default()
    }
}

impl Answer<'_> {
    /// What may be a slip in the text that the query was read from: each word that is not in the collection, and each
    /// that stands in far fewer units than a word one letter away with which more is found, if few have all that was
    /// asked. Where nothing has it, it is enough that such a word is commoner. What is excluded, taken literally or
    /// looked for in a field of names is left alone, as are patterns and numbers.
    pub fn suggestions(&self, typed: &str) -> Vec<Suggestion> {
        let mut found: Vec<Suggestion> = Vec::new();
        let mut n_words = 0;
        for term in self.query.positive_terms() {
            let (true, Some(text)) =
                (matches!(term.field, Field::Anywhere | Field::Title | Field::Text), term.span.slice(typed))
            else {
                continue;
            };
            for token in tokens(text) {
                let is_word = |word: &&QueryWord| {
                    matches!(word.how, Matching::Forms | Matching::Prefix) && word.form == token.form
                };
                let (Some(word), true) = (term.words.iter().find(is_word), n_words < MAX_WORDS) else { continue };
                n_words += 1;
                let start = term.span.start() + token.span.start();
                let span = ByteSpan::new(start, start + token.span.len()).unwrap_or_default();
                if found.iter().all(|known| known.span != span) {
                    found.extend(self.suggestion(typed, word, span));
                }
            }
        }
        found
    }

    fn suggestion(&self, typed: &str, word: &QueryWord, span: ByteSpan) -> Option<Suggestion> {
        let own = WordTerms::of(&self.corpus().index, word);
        let n_own = self.n_with(&own);
        if n_own > 0 && self.hits.len() >= ENOUGH {
            return None;
        }
        let mut suggestion = Suggestion { span, is_known: n_own > 0, spellings: Vec::new() };
        let near = self.near_spellings(word, &own);
        let is_likely = |spelling: &str, n: u32| {
            let is_commoner = n / FAR_MORE >= n_own || self.hits.is_empty() && n > n_own;
            n_own == 0 || is_commoner && self.n_found(&suggestion.mended(typed, spelling)) > self.hits.len() as u32
        };
        // With the closest letters, of which all stand at one distance.
        let closest = near.first().map_or(0, |near| near.distance);
        let of_known = |near: &&Near| near.distance == closest && (n_own == 0 || near.distance == 1 && near.same_first);
        let mut terms: Vec<WordTerms> = Vec::new();
        let mut spellings = Vec::new();
        for near in near.iter().filter(of_known) {
            // Other forms of what is offered are found with it.
            let is_form = terms.iter().any(|terms| terms.weight(near.term).is_some());
            if spellings.len() < MAX_SPELLINGS && !is_form && is_likely(&near.spelling, near.n) {
                let offered = QueryWord { form: near.spelling.clone(), how: Matching::Forms };
                terms.push(WordTerms::of(&self.corpus().index, &offered));
                spellings.push(near.spelling.clone());
            }
        }
        suggestion.spellings = spellings;
        (!suggestion.is_known || !suggestion.spellings.is_empty()).then_some(suggestion)
    }

    /// Spellings near a word that are none of its forms, the likeliest first.
    fn near_spellings(&self, word: &QueryWord, own: &WordTerms) -> Vec<Near> {
        let index = &self.corpus().index;
        let folded = fold(&word.form);
        let n_letters = folded.chars().count();
        let mut found = Vec::new();
        if n_letters < MIN_LETTERS || folded.chars().any(char::is_numeric) {
            return found;
        }
        let fuzzy = Fuzzy::new(&folded, if n_letters < MIN_LETTERS_FOR_TWO { 1 } else { 2 });
        index.for_each_term(&fuzzy, |term, state| {
            if let (None, Some(spelling)) = (own.weight(term), index.spelling(term)) {
                let same_first = fold(&spelling).chars().next() == folded.chars().next();
                let n = self.n_with(&WordTerms::new(vec![(term, 1.0)]));
                found.push(Near { distance: fuzzy.distance(state), same_first, n, term, spelling });
            }
        });
        found.retain(|near| near.n > 0);
        sort::by_key(&mut found, |near| (near.distance, !near.same_first, Reverse(near.n), near.term));
        found
    }

    /// In how many documents terms stand, or of the only document, how often.
    fn n_with(&self, terms: &WordTerms) -> u32 {
        if let (Unit::Document, [(term, _)]) = (self.unit(), terms.terms()) {
            return self.corpus().index.postings(*term).n_docs();
        }
        let found = frequencies(self.corpus(), terms, Field::Anywhere);
        match self.unit() {
            Unit::Document => found.len() as u32,
            Unit::Passage => found.iter().map(|found| found.n_places).sum(),
        }
    }

    /// How many units have all that another text asks for, by the same choice in the facets.
    pub(super) fn n_found(&self, typed: &str) -> u32 {
        let last_word = if self.query.goes_on() { LastWord::Prefix } else { LastWord::Whole };
        let query = Query::parse(typed, last_word).with_checked_regexes();
        let evaluator = Evaluator::new(self.corpus(), &query, self.ranking);
        let mut within = evaluator.units().all();
        self.fitting.allowed(None).iter().for_each(|allowed| within.intersect(allowed));
        query.root.map_or(0, |root| evaluator.clause(&root, &within).len())
    }
}

/// A spelling near a word.
struct Near {
    distance: u8,
    /// Whether it begins with the same letter: there slips are rare.
    same_first: bool,
    n: u32,
    term: TermNumber,
    spelling: String,
}
