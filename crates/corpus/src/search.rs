//! Answers queries: which documents match, how well, by which places, and what the facets count.
//!
//! A collection of several documents is searched by document. A collection of one document is searched by
//! passage (paragraph): otherwise every answer would be that document. Both are *units* here.

mod evaluate;
mod facets;
mod leaf;
mod names;
mod places;
mod score;
mod snippet;
mod units;

pub use facets::{Facet, FacetCounts, FacetValue, Filters, Selection};
pub use places::Place;
pub use snippet::Snippet;
pub use units::Unit;

use std::borrow::Cow;
use std::ops::Range;

use crate::corpus::{Corpus, DocumentView};
use crate::model::DocId;
use crate::query::{Clause, Query, TermClause};
use crate::sort;
use evaluate::{Evaluator, Matched};
use facets::Chosen;
use places::Marks;

/// With fewer hits than this for all words, those with some of the words follow.
const ENOUGH: usize = 10;

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best first. Passages of a single document stay in the order of the text.
    #[default]
    Relevance,
    /// Latest publication first; documents without such a date last.
    Newest,
    /// Earliest publication first; documents without such a date last.
    Oldest,
    /// Most places first.
    MostHits,
    /// By headline.
    Title,
}

/// A document or passage that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The document.
    pub doc: DocId,
    /// In a collection of one document: the index of the matching block, or `None` for a headline outside of the text.
    pub block_idx: Option<u32>,
    /// How many places in it match.
    pub n_places: u32,
    /// Its BM25F score; only the order means anything.
    pub score: f32,
}

/// What a query found.
#[derive(Clone, Debug)]
pub struct Answer<'c> {
    evaluator: Evaluator<'c>,
    query: Query,
    chosen: Chosen,
    /// The marks of the only document, which all its passages share.
    marks_of_only: Option<Marks>,
    /// Hits with all that was asked, in order.
    pub hits: Vec<Hit>,
    /// Hits with some of the words only; empty when there are enough of the others.
    pub partial_hits: Vec<Hit>,
    /// Counts of all facet values, for the hits with all that was asked.
    pub facets: Vec<FacetCounts>,
}

/// Searches a corpus. Fewer than ten hits for all of the words: those with some of them follow.
pub fn search<'c>(corpus: &'c Corpus<'c>, query: &Query, filters: &Filters, sort: Sort) -> Answer<'c> {
    search_at_least(corpus, query, filters, sort, ENOUGH)
}

/// Searches a corpus. Where fewer than `n_hits` have all of the words, those with some of them follow, all of them.
pub fn search_at_least<'c>(
    corpus: &'c Corpus<'c>,
    query: &Query,
    filters: &Filters,
    sort: Sort,
    n_hits: usize,
) -> Answer<'c> {
    let evaluator = Evaluator::new(corpus, query);
    let fitting = filters.fitting(&evaluator);
    let allowed = fitting.allowed(None);
    let chosen = filters.chosen(corpus);
    let matched = match &query.root {
        Some(root) => evaluator.clause(root),
        None => chosen.matched(&evaluator),
    };
    let facets = facets::count(&evaluator, &matched, filters, &fitting);
    let is_allowed = |found: &Matched| allowed.as_ref().is_none_or(|allowed| allowed.contains(found.unit));
    let all: Vec<Matched> = matched.into_iter().filter(is_allowed).collect();
    let partial = match query.root.as_ref().and_then(some_of) {
        Some(some) if all.len() < n_hits => {
            let found = evaluator.clause(&some);
            let is_new = |found: &Matched| all.binary_search_by_key(&found.unit, |known| known.unit).is_err();
            found.into_iter().filter(|found| is_allowed(found) && is_new(found)).collect()
        }
        _ => Vec::new(),
    };
    let only = if evaluator.unit() == Unit::Passage { corpus.document(DocId(0)) } else { None };
    let marks_of_only = only.map(|document| Marks::new(&evaluator, &document, query.root.is_some(), &chosen));
    let mut answer = Answer {
        evaluator,
        query: query.clone(),
        chosen,
        marks_of_only,
        hits: Vec::new(),
        partial_hits: Vec::new(),
        facets,
    };
    answer.hits = answer.ranked(&all, sort);
    answer.partial_hits = answer.ranked(&partial, sort);
    answer
}

/// The query with "all of" loosened to "any of", in each of its alternatives; what is excluded stays excluded. `None`
/// if that changes nothing.
fn some_of(root: &Clause) -> Option<Clause> {
    match root {
        Clause::All(clauses) => {
            let (negative, positive): (Vec<Clause>, Vec<Clause>) =
                clauses.iter().cloned().partition(|clause| matches!(clause, Clause::Not(_)));
            if positive.len() < 2 {
                return None;
            }
            let any = Clause::Any(positive);
            Some(if negative.is_empty() { any } else { Clause::All([vec![any], negative].concat()) })
        }
        Clause::Any(clauses) => {
            let loosened: Vec<Option<Clause>> = clauses.iter().map(some_of).collect();
            if loosened.iter().all(Option::is_none) {
                return None;
            }
            let alternatives = loosened.into_iter().zip(clauses);
            Some(Clause::Any(alternatives.map(|(some, all)| some.unwrap_or_else(|| all.clone())).collect()))
        }
        Clause::Term(_) | Clause::Not(_) => None,
    }
}

/// The day a document says it was published, as written in ISO 8601.
pub fn publication_day<'c>(document: &DocumentView<'c>) -> Option<&'c str> {
    document.dates().find(|date| date.kind() == crate::model::DateKind::Published).map(|date| date.value())
}

impl<'c> Answer<'c> {
    /// The corpus that was searched.
    pub fn corpus(&self) -> &'c Corpus<'c> {
        self.evaluator.corpus()
    }

    /// Whether hits are documents or passages of the only one.
    pub fn unit(&self) -> Unit {
        self.evaluator.unit()
    }

    /// How many documents have all that was asked.
    pub fn n_docs(&self) -> usize {
        match self.unit() {
            Unit::Document => self.hits.len(),
            Unit::Passage => usize::from(!self.hits.is_empty()),
        }
    }

    /// How many places match, in the documents that have all that was asked.
    pub fn n_places(&self) -> u32 {
        self.hits.iter().fold(0, |sum, hit| sum.saturating_add(hit.n_places))
    }

    /// The places of a document that match, in reading order, none overlapping another. Of a document that is not
    /// among the hits, the places of the words that it has.
    pub fn places(&self, doc: DocId) -> Vec<Place> {
        let Some(document) = self.evaluator.corpus().document(doc) else { return Vec::new() };
        let marks = self.marks(&document);
        if self.unit() == Unit::Document || self.hits.is_empty() {
            return marks.places(&document, 0..marks.len());
        }
        let mut blocks: Vec<Option<u32>> = self.hits.iter().map(|hit| hit.block_idx).collect();
        sort::by_key(&mut blocks, |&item| item);
        blocks.into_iter().flat_map(|block| marks.places(&document, marks.in_block(&document, block))).collect()
    }

    /// The places of one hit, in reading order.
    pub fn places_of_hit(&self, hit: &Hit) -> Vec<Place> {
        let Some(document) = self.evaluator.corpus().document(hit.doc) else { return Vec::new() };
        let marks = self.marks(&document);
        marks.places(&document, self.range_of_hit(&document, &marks, hit))
    }

    fn marks(&self, document: &DocumentView<'_>) -> Cow<'_, Marks> {
        match &self.marks_of_only {
            Some(marks) => Cow::Borrowed(marks),
            None => Cow::Owned(Marks::new(&self.evaluator, document, self.query.root.is_some(), &self.chosen)),
        }
    }

    fn range_of_hit(&self, document: &DocumentView<'_>, marks: &Marks, hit: &Hit) -> Range<usize> {
        match self.unit() {
            Unit::Document => 0..marks.len(),
            Unit::Passage => marks.in_block(document, hit.block_idx),
        }
    }

    /// The sentence that shows best why a document matches, with its marks; `None` if no place is in its text.
    pub fn best_snippet(&self, doc: DocId, places: &[Place], max_bytes: usize) -> Option<Snippet<'c>> {
        snippet::best(&self.evaluator.corpus().document(doc)?, places, max_bytes)
    }

    /// The sentence around one place, cut to about `max_bytes`, with that place marked alone.
    pub fn snippet_around(&self, doc: DocId, place: &Place, max_bytes: usize) -> Option<Snippet<'c>> {
        snippet::around(&self.evaluator.corpus().document(doc)?, place, max_bytes)
    }

    /// For each term that was asked for: in how many units it stands, alone. Says why nothing was found.
    pub fn counts_by_term(&self) -> Vec<(String, usize)> {
        let count = |term: &TermClause| self.evaluator.clause(&Clause::Term(term.clone())).len();
        self.query.positive_terms().into_iter().map(|term| (term.to_string(), count(term))).collect()
    }

    /// Puts matches into the order asked for; ties stay in the order of the collection.
    fn ranked(&self, matched: &[Matched], sort: Sort) -> Vec<Hit> {
        let mut hits: Vec<Hit> = matched.iter().map(|found| self.evaluator.hit(found)).collect();
        if self.evaluator.places_may_overlap() {
            hits.iter_mut().for_each(|hit| hit.n_places = self.count_places(hit));
        }
        let corpus = self.evaluator.corpus();
        let published = |hit: &Hit| corpus.document(hit.doc).and_then(|document| publication_day(&document));
        match sort {
            Sort::Relevance if self.unit() == Unit::Passage => {}
            Sort::Relevance => sort::stable(&mut hits, |a, b| b.score.total_cmp(&a.score)),
            Sort::MostHits => sort::by_key(&mut hits, |hit| std::cmp::Reverse(hit.n_places)),
            Sort::Title => sort::by_key(&mut hits, |hit| corpus.document(hit.doc).map(|d| d.title().to_lowercase())),
            Sort::Oldest => sort::by_key(&mut hits, |hit| published(hit).map_or((true, ""), |day| (false, day))),
            Sort::Newest => {
                sort::by_key(&mut hits, |hit| std::cmp::Reverse(published(hit).map_or((false, ""), |day| (true, day))));
            }
        }
        hits
    }

    fn count_places(&self, hit: &Hit) -> u32 {
        let Some(document) = self.evaluator.corpus().document(hit.doc) else { return 0 };
        let marks = self.marks(&document);
        self.range_of_hit(&document, &marks, hit).len() as u32
    }
}
