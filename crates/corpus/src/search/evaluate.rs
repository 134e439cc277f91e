//! Walks a query over the index: which units match, how often and how well.

use super::leaf::{Leaf, Occurrences};
use super::units::{Unit, Units};
use super::{Hit, score};
use crate::corpus::Corpus;
use crate::query::{Clause, Query, TermClause};

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
    /// The terms of the query, each looked up once.
    leaves: Vec<(TermClause, Leaf<'c>)>,
}

impl<'c> Evaluator<'c> {
    pub(super) fn new(corpus: &'c Corpus<'c>, query: &Query) -> Self {
        let units = Units::new(corpus);
        let n_units = match units.unit() {
            Unit::Document => corpus.n_docs() as usize,
            Unit::Passage => units.all().len(),
        };
        let terms = query.terms().into_iter();
        let leaves = terms.map(|term| (term.clone(), Leaf::new(corpus, term))).collect();
        Self { corpus, units, n_units, mean_lens: units.mean_lens(), leaves }
    }

    /// What a term of the query was found to be.
    pub(super) fn leaf(&self, term: &TermClause) -> Option<&Leaf<'c>> {
        self.leaves.iter().find(|(known, _)| known == term).map(|(_, leaf)| leaf)
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
            Clause::Any(clauses) => {
                let mut any: Vec<Matched> = clauses.iter().flat_map(|clause| self.clause(clause)).collect();
                any.sort_by_key(|found| found.unit);
                any.dedup_by(|next, kept| {
                    let same = next.unit == kept.unit;
                    if same {
                        *kept = add(*kept, *next);
                    }
                    same
                });
                any
            }
            Clause::All(clauses) => self.all(clauses),
            Clause::Not(inner) => without(self.everything(), &self.clause(inner)),
        }
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
        let occurrences = self.leaf(term).map_or_else(Vec::new, |leaf| leaf.occurrences(&self.units));
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
    Matched { unit: a.unit, n_places: a.n_places + b.n_places, score: a.score + b.score }
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
    let is_kept = |found: &Matched| {
        while b.next_if(|other| other.unit < found.unit).is_some() {}
        b.next_if(|other| other.unit == found.unit).is_none()
    };
    let mut is_kept = is_kept;
    a.into_iter().filter(|found| is_kept(found)).collect()
}
