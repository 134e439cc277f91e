//! Answers queries: which documents match, how well, by which places, and what the facets count.
//!
//! A collection of several documents is searched by document. A collection of one document is searched by
//! passage (paragraph): otherwise every answer would be that document. Both are *units* here.

mod automata;
mod context;
mod evaluate;
mod expand;
mod explain;
mod facets;
mod leaf;
mod named;
mod names;
mod near;
mod occurrences;
mod phrase;
mod places;
mod regexes;
mod said;
pub(crate) mod score;
mod snippet;
mod starting;
mod suggest;
mod top;
mod units;
mod without;
mod words;

pub use context::{Context, Contexts, HitAt, Side};
pub use explain::{Explanation, Form, Share, What};
pub use facets::{Facet, FacetCounts, FacetValue, Filters, Selection, UNDATED};
pub use named::Called;
pub use places::Place;
pub use said::{
    SaidGroup, SaidKind, SaidOrder, SaidWords, Sharing, count_said, names_inside, order_said, said_by_speaker,
    said_by_topic, speaker_key, speaker_of_key, speakers_called,
};
pub use score::Ranking;
pub use snippet::Snippet;
pub use starting::Started;
pub use suggest::Suggestion;
pub use units::Unit;
pub use without::{LeftOut, Without};

use std::cmp::Reverse;

use crate::corpus::Corpus;
use crate::day::Day;
use crate::model::DocId;
use crate::query::{Clause, Query, TermClause};
use crate::sort;
use evaluate::Evaluator;
use facets::{Chosen, Counted, Fitting};
use places::untangled;
use units::UnitSet;

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
    ranking: Ranking,
    filters: Filters,
    fitting: Fitting,
    chosen: Chosen,
    counted: Counted,
    /// Hits with all that was asked, in order.
    pub hits: Vec<Hit>,
    /// Hits with some of the words only; empty when there are enough of the others.
    pub partial_hits: Vec<Hit>,
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
    search_ranked(corpus, query, filters, sort, n_hits, Ranking::default())
}

/// Searches a corpus as [`search_at_least`] does, with another weighing than the usual one.
pub fn search_ranked<'c>(
    corpus: &'c Corpus<'c>,
    query: &Query,
    filters: &Filters,
    sort: Sort,
    n_hits: usize,
    ranking: Ranking,
) -> Answer<'c> {
    let evaluator = Evaluator::new(corpus, query, ranking);
    let fitting = filters.fitting(evaluator.units());
    let chosen = filters.chosen(corpus);
    let everything = evaluator.units().all();
    let matched = query.root.as_ref().map_or_else(|| everything.clone(), |root| evaluator.clause(root, &everything));
    let counted = facets::count(evaluator.units(), &matched, filters, &fitting);
    let allowed = fitting.allowed(None);
    let restrict = |mut found: UnitSet| {
        allowed.iter().for_each(|allowed| found.intersect(allowed));
        found
    };
    let all = restrict(matched);
    let partial = match query.root.as_ref().and_then(some_of) {
        Some(some) if (all.len() as usize) < n_hits => {
            let mut found = evaluator.clause(&some, &restrict(everything));
            found.remove(&all);
            found
        }
        _ => UnitSet::empty(evaluator.units().end()),
    };
    let (query, filters) = (query.clone(), filters.clone());
    let (hits, partial_hits) = (Vec::new(), Vec::new());
    let mut answer = Answer { evaluator, query, ranking, filters, fitting, chosen, counted, hits, partial_hits };
    answer.hits = answer.ranked(&all, sort, false);
    answer.partial_hits = answer.ranked(&partial, sort, true);
    answer
}

/// The best `k` documents for a query, and nothing else: those with all that was asked, and if they are fewer than `k`,
/// those with some of it.
pub fn rank(corpus: &Corpus<'_>, query: &Query, k: usize) -> Vec<Hit> {
    let Some(root) = &query.root else { return Vec::new() };
    if let Some(hits) = top::of_one_leaf(corpus, root, k) {
        return hits;
    }
    let evaluator = Evaluator::new(corpus, query, Ranking::default());
    let everything = evaluator.units().all();
    let all = evaluator.clause(root, &everything);
    let mut hits = best(evaluator.hits(&all), k);
    if let Some(some) = some_of(root).filter(|_| hits.len() < k) {
        let mut partial = evaluator.clause(&some, &everything);
        partial.remove(&all);
        let mut partial = evaluator.hits(&partial);
        evaluator.expand(&mut partial);
        hits.extend(best(partial, k - hits.len()));
    }
    hits
}

/// The `k` hits with the highest scores, the best first; of equal ones, those that come first.
fn best(mut hits: Vec<Hit>, k: usize) -> Vec<Hit> {
    if hits.len() > k && k > 0 {
        hits.select_nth_unstable_by_key(k - 1, by_score);
    }
    hits.truncate(k);
    hits.sort_unstable_by_key(by_score);
    hits
}

/// A number that is the less, the better a hit is. Scores are not negative, so that their bits have their order.
fn by_score(hit: &Hit) -> u64 {
    u64::from(!hit.score.to_bits()) << 32 | u64::from(hit.doc.0)
}

/// Whether it is no word and has no place, as dates and marks have none, and alternatives of them.
fn is_condition(clause: &Clause) -> bool {
    match clause {
        Clause::Not(_) | Clause::Date(_) | Clause::Marked(_) => true,
        Clause::Any(clauses) => clauses.iter().all(is_condition),
        _ => false,
    }
}

/// The query with "all of" loosened to "any of", in each of its alternatives; what is excluded stays excluded, and dates
/// and marks, which no reader means as one word among others, stay asked for. `None` if that changes nothing.
fn some_of(root: &Clause) -> Option<Clause> {
    match root {
        Clause::All(clauses) => {
            let (conditions, positive): (Vec<Clause>, Vec<Clause>) = clauses.iter().cloned().partition(is_condition);
            if positive.len() < 2 {
                return None;
            }
            let any = Clause::Any(positive);
            Some(if conditions.is_empty() { any } else { Clause::All([vec![any], conditions].concat()) })
        }
        Clause::Any(clauses) => {
            let loosened: Vec<Option<Clause>> = clauses.iter().map(some_of).collect();
            if loosened.iter().all(Option::is_none) {
                return None;
            }
            let alternatives = loosened.into_iter().zip(clauses);
            Some(Clause::Any(alternatives.map(|(some, all)| some.unwrap_or_else(|| all.clone())).collect()))
        }
        Clause::Term(_) | Clause::Near(_) | Clause::Date(_) | Clause::Regex(_) | Clause::Marked(_) | Clause::Not(_) => {
            None
        }
    }
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

    /// The values of a facet with their counts for the hits with all that was asked: chosen ones first, then the
    /// commonest. At most `max_values` of those whose label holds `typed`, besides the chosen ones.
    pub fn facet(&self, facet: Facet, typed: &str, max_values: usize) -> FacetCounts {
        self.counted.facet(self.corpus(), &self.filters, facet, typed, max_values)
    }

    /// How many values of a facet have hits, counted no further than to `at_most`.
    pub fn n_facet_values(&self, facet: Facet, at_most: usize) -> usize {
        self.counted.n_values(self.corpus(), facet, at_most)
    }

    /// When the documents were published that have all that was asked, whatever is chosen of dates: one entry each,
    /// `None` for those without a day of publication.
    pub fn days(&self) -> Vec<Option<Day>> {
        self.counted.days(self.corpus())
    }

    /// The places of a document that match, in reading order, none overlapping another. Of a document that is not
    /// among the hits, the places of the words that it has.
    pub fn places(&self, doc: DocId) -> Vec<Place> {
        let places = self.all_places(doc);
        if self.unit() == Unit::Document || self.hits.is_empty() {
            return places;
        }
        let Some(document) = self.corpus().document(doc) else { return places };
        let structure = document.structure();
        let mut blocks: Vec<Option<u32>> = self.hits.iter().map(|hit| hit.block_idx).collect();
        sort::by_key(&mut blocks, |&item| item);
        let is_hit = |place: &Place| blocks.binary_search(&place.block_idx_in(&structure)).is_ok();
        places.into_iter().filter(is_hit).collect()
    }

    /// The places of one hit, in reading order.
    pub fn places_of_hit(&self, hit: &Hit) -> Vec<Place> {
        let places = self.all_places(hit.doc);
        let Some(document) = self.corpus().document(hit.doc) else { return places };
        if self.unit() == Unit::Document {
            return places;
        }
        let structure = document.structure();
        places.into_iter().filter(|place| place.block_idx_in(&structure) == hit.block_idx).collect()
    }

    /// The places of a query, or of the choice in the facets where nothing was asked.
    fn all_places(&self, doc: DocId) -> Vec<Place> {
        match (&self.query.root, self.corpus().document(doc)) {
            (Some(_), _) => self.evaluator.places(doc),
            (None, Some(document)) => untangled(self.chosen.places(&document)),
            (None, None) => Vec::new(),
        }
    }

    /// The sentence that shows best why a document matches, with its marks: the headline only if nothing else does.
    /// `None` if no place is in its text.
    pub fn best_snippet(&self, doc: DocId, places: &[Place], max_bytes: usize) -> Option<Snippet> {
        snippet::best(&self.corpus().document(doc)?, places, max_bytes)
    }

    /// The sentence around one place, cut to about `max_bytes`, with that place marked alone.
    pub fn snippet_around(&self, doc: DocId, place: &Place, max_bytes: usize) -> Option<Snippet> {
        snippet::around(&self.corpus().document(doc)?, place, max_bytes)
    }

    /// For each term that was asked for: in how many units it stands, alone. Says why nothing was found.
    pub fn counts_by_term(&self) -> Vec<(&TermClause, usize)> {
        let all = self.evaluator.units().all();
        let count = |term: &TermClause| self.evaluator.clause(&Clause::Term(term.clone()), &all).len() as usize;
        self.query.positive_terms().into_iter().map(|term| (term, count(term))).collect()
    }

    /// Puts matches into the order asked for; ties stay in the order of the collection.
    fn ranked(&self, matched: &UnitSet, sort: Sort, is_partial: bool) -> Vec<Hit> {
        let mut hits = self.evaluator.hits(matched);
        if is_partial {
            self.evaluator.expand(&mut hits);
        }
        self.count_places(&mut hits);
        let corpus = self.corpus();
        let published = |hit: &Hit| corpus.document(hit.doc).and_then(|document| document.published());
        match sort {
            Sort::Relevance if self.unit() == Unit::Passage => {}
            Sort::Relevance => hits.sort_unstable_by_key(by_score),
            Sort::MostHits => sort::by_key(&mut hits, |hit| Reverse(hit.n_places)),
            Sort::Title => sort::by_key(&mut hits, |hit| corpus.document(hit.doc).map(|d| d.title().to_lowercase())),
            Sort::Oldest => {
                sort::by_key(&mut hits, |hit| published(hit).map_or((true, 0), |day| (false, day.number())))
            }
            Sort::Newest => sort::by_key(&mut hits, |hit| Reverse(published(hit).map_or(0, |day| day.number()))),
        }
        hits
    }

    fn count_places(&self, hits: &mut [Hit]) {
        match (self.unit(), &self.query.root) {
            (Unit::Document, Some(_)) => self.evaluator.count_places_of_documents(hits),
            (Unit::Document, None) => {
                for (doc, count) in self.chosen.counts(self.corpus()) {
                    if let Ok(at) = hits.binary_search_by_key(&doc, |hit| hit.doc) {
                        hits[at].n_places = count;
                    }
                }
            }
            (Unit::Passage, _) => {
                hits.iter_mut().for_each(|hit| hit.n_places = 0);
                let Some(document) = self.corpus().document(DocId(0)) else { return };
                let structure = document.structure();
                for place in self.all_places(DocId(0)) {
                    let block_idx = place.block_idx_in(&structure);
                    if let Ok(at) = hits.binary_search_by_key(&block_idx, |hit| hit.block_idx) {
                        hits[at].n_places += 1;
                    }
                }
            }
        }
    }
}
