//! The terms of the dictionary that a word of the query stands for.

use super::automata::{Fuzzy, Pattern};
use crate::analysis::fold;
use crate::codec::table::NONE;
use crate::index::{Index, TermNumber};
use crate::query::{Matching, QueryWord};
use crate::sort;

/// How much another form of a word ("fighters" for "fighter") counts against the word itself.
const STEM_WEIGHT: f32 = 0.8;
/// The same for a word with other accents.
const FOLDED_WEIGHT: f32 = 0.95;
/// The same for a word that only begins like it.
const PREFIX_WEIGHT: f32 = 0.4;

/// The same for words that differ by no letter, by one and by two.
const FUZZY_WEIGHTS: [f32; 3] = [FOLDED_WEIGHT, 0.6, 0.4];

/// The terms of one word, ascending, each with how well it fits, from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct WordTerms(Vec<(TermNumber, f32)>);

impl WordTerms {
    pub(super) fn of(index: &Index<'_>, word: &QueryWord) -> Self {
        let mut found: Vec<(TermNumber, f32)> = Vec::new();
        let form = word.form.as_str();
        match word.how {
            Matching::Exact => found.extend(index.term(form).map(|term| (term, 1.0))),
            Matching::Forms | Matching::Prefix => {
                let folded = fold(form);
                found.extend(index.term(form).map(|term| (term, 1.0)));
                found.extend(index.terms_folded_to(&folded).into_iter().map(|term| (term, FOLDED_WEIGHT)));
                found.extend(index.forms(form).into_iter().map(|term| (term, STEM_WEIGHT)));
                if word.how == Matching::Prefix {
                    found.extend(index.terms_with_prefix(&folded).into_iter().map(|term| (term, PREFIX_WEIGHT)));
                }
            }
            Matching::Wildcard => index.for_each_term(&Pattern::new(form), |term, _| found.push((term, 1.0))),
            Matching::Fuzzy(most) => {
                found.extend(index.term(form).map(|term| (term, 1.0)));
                let fuzzy = Fuzzy::new(&fold(form), most);
                index.for_each_term(&fuzzy, |term, state| {
                    let distance = usize::from(fuzzy.distance(state)).min(FUZZY_WEIGHTS.len() - 1);
                    found.push((term, FUZZY_WEIGHTS[distance]));
                });
            }
        }
        // The best of what a term was found by comes first, and stays.
        sort::stable(&mut found, |a, b| a.0.cmp(&b.0).then_with(|| b.1.total_cmp(&a.1)));
        found.dedup_by_key(|(term, _)| *term);
        Self(found)
    }

    /// Terms with how well they fit; they ascend.
    pub(super) fn new(terms: Vec<(TermNumber, f32)>) -> Self {
        Self(terms)
    }

    pub(super) fn terms(&self) -> &[(TermNumber, f32)] {
        &self.0
    }

    /// How well a term fits; `None` if it is none of these.
    pub(super) fn weight(&self, term: TermNumber) -> Option<f32> {
        if term == NONE {
            return None;
        }
        match self.0.as_slice() {
            [(only, weight)] => (*only == term).then_some(*weight),
            terms => terms.binary_search_by_key(&term, |&(term, _)| term).ok().map(|at| terms[at].1),
        }
    }
}
