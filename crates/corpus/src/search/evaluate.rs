//! Walks a query over the index: which units match, how often and how well.

use super::leaf::{Leaf, Occurrences, Slots};
use super::units::{Unit, Units};
use super::{Hit, score};
use crate::corpus::Corpus;
use crate::query::{Clause, Field, Query, TermClause};
use crate::sort;

/// A unit that matches a clause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matched {
    pub(super) unit: u32,
    pub(super) n_places: u32,
    pub(super) score: f32,
}

/// Evaluates the clauses of one query; every list of matches ascends by unit.
#[derive(Clone, Debug)]
pub(super) struct Evaluator<'c> {
    corpus: &'c Corpus<'c>,
    units: Units<'c>,
    n_units: usize,
    mean_lens: (f32, f32),
    /// The different terms of the query; at most as many as it may have words.
    leaves: Vec<(TermKey, Leaf<'c>)>,
    /// Those of them that places come from, by number.
    marking: Vec<usize>,
    /// Whether two terms, or two places of one, can share a word.
    places_may_overlap: bool,
}

/// What makes a term another one than the next: where, which words, and whether the last is only a beginning.
type TermKey = (Field, Vec<String>, bool);

fn key(term: &TermClause) -> TermKey {
    (term.field, term.words.clone(), term.prefix)
}

/// Which of the leaves a term is.
fn number(leaves: &[(TermKey, Leaf<'_>)], term: &TermClause) -> Option<usize> {
    leaves
        .iter()
        .position(|((field, words, prefix), _)| *field == term.field && *prefix == term.prefix && *words == term.words)
}

impl<'c> Evaluator<'c> {
    pub(super) fn new(corpus: &'c Corpus<'c>, query: &Query) -> Self {
        let units = Units::new(corpus);
        let n_units = match units.unit() {
            Unit::Document => corpus.n_docs() as usize,
            Unit::Passage => units.all().len(),
        };
        let (mut leaves, mut slots): (Vec<(TermKey, Leaf<'c>)>, _) = (Vec::new(), Slots::default());
        for term in query.terms() {
            if number(&leaves, term).is_none() {
                leaves.push((key(term), Leaf::new(corpus, term, &mut slots)));
            }
        }
        let positive = query.positive_terms();
        // Quotations stand for themselves only where nothing else was asked: a word asked for inside of one is the hit.
        let only_quotations = positive.iter().all(|term| term.field == Field::Says);
        let marking = positive.iter().filter(|term| only_quotations || term.field != Field::Says);
        let mut marking: Vec<usize> = marking.filter_map(|term| number(&leaves, term)).collect();
        sort::by_key(&mut marking, |&item| item);
        marking.dedup();
        let places_may_overlap = match positive.as_slice() {
            [] => false,
            [one] => !number(&leaves, one).is_some_and(|number| leaves[number].1.is_one_word()),
            _ => true,
        };
        let mean_lens = units.mean_lens();
        Self { corpus, units, n_units, mean_lens, leaves, marking, places_may_overlap }
    }

    /// What the terms that places come from were found to be, each once.
    pub(super) fn marking(&self) -> impl Iterator<Item = &Leaf<'c>> {
        self.marking.iter().filter_map(|&number| self.leaves.get(number)).map(|(_, leaf)| leaf)
    }

    /// Whether two places found for terms may share a word, so that they cannot be counted one by one.
    pub(super) fn places_may_overlap(&self) -> bool {
        self.places_may_overlap
    }

    pub(super) fn corpus(&self) -> &'c Corpus<'c> {
        self.corpus
    }

    pub(super) fn units(&self) -> &Units<'c> {
        &self.units
    }

    pub(super) fn unit(&self) -> Unit {
        self.units.unit()
    }

    pub(super) fn hit(&self, found: &Matched) -> Hit {
        let (doc, block_idx) = self.units.hit(found.unit);
        Hit { doc, block_idx, n_places: found.n_places, score: found.score }
    }

    /// The units that match. Depth is bounded by the parser.
    pub(super) fn clause(&self, clause: &Clause) -> Vec<Matched> {
        match clause {
            Clause::Term(term) => self.term(term),
            Clause::Any(clauses) => self.any(clauses),
            Clause::All(clauses) => self.all(clauses),
            Clause::Not(inner) => without(self.everything(), &self.clause(inner)),
        }
    }

    fn any(&self, clauses: &[Clause]) -> Vec<Matched> {
        let mut sums: Vec<Option<Matched>> = vec![None; self.units.end() as usize];
        for found in clauses.iter().flat_map(|clause| self.clause(clause)) {
            if let Some(sum) = sums.get_mut(found.unit as usize) {
                *sum = Some(sum.map_or(found, |known| add(known, found)));
            }
        }
        sums.into_iter().flatten().collect()
    }

    fn all(&self, clauses: &[Clause]) -> Vec<Matched> {
        let (negative, positive): (Vec<&Clause>, Vec<&Clause>) =
            clauses.iter().partition(|clause| matches!(clause, Clause::Not(_)));
        let mut lists = positive.into_iter().map(|clause| self.clause(clause));
        let mut all = lists.next().unwrap_or_else(|| self.everything());
        for list in lists {
            all = intersect(&all, &list);
        }
        for clause in negative {
            if let Clause::Not(inner) = clause {
                all = without(all, &self.clause(inner));
            }
        }
        all
    }

    fn term(&self, term: &TermClause) -> Vec<Matched> {
        let leaf = number(&self.leaves, term).and_then(|number| self.leaves.get(number)).map(|(_, leaf)| leaf);
        let mut occurrences = leaf.map_or_else(Vec::new, |leaf| leaf.occurrences(&self.units));
        occurrences.retain(|found| found.unit < self.units.end());
        let idf = score::idf(occurrences.len(), self.n_units);
        let matched = |found: Occurrences| Matched {
            unit: found.unit,
            n_places: found.n_places,
            score: score::bm25f(idf, (found.headline, found.body), self.units.lens(found.unit), self.mean_lens),
        };
        occurrences.into_iter().map(matched).collect()
    }

    /// All units, with no places and no score.
    pub(super) fn everything(&self) -> Vec<Matched> {
        self.units.all().into_iter().map(|unit| Matched { unit, n_places: 0, score: 0.0 }).collect()
    }
}

fn add(a: Matched, b: Matched) -> Matched {
    Matched { unit: a.unit, n_places: a.n_places.saturating_add(b.n_places), score: a.score + b.score }
}

fn intersect(a: &[Matched], b: &[Matched]) -> Vec<Matched> {
    let mut b = b.iter().peekable();
    let in_both = |&found: &Matched| {
        while b.next_if(|other| other.unit < found.unit).is_some() {}
        b.next_if(|other| other.unit == found.unit).map(|&other| add(found, other))
    };
    a.iter().filter_map(in_both).collect()
}

fn without(a: Vec<Matched>, b: &[Matched]) -> Vec<Matched> {
    let mut b = b.iter().peekable();
    let mut is_kept = |found: &Matched| {
        while b.next_if(|other| other.unit < found.unit).is_some() {}
        b.next_if(|other| other.unit == found.unit).is_none()
    };
    a.into_iter().filter(|found| is_kept(found)).collect()
}
