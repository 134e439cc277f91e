//! The terms of a query: which units have them, how often, and where.

use super::units::Units;
use crate::analysis::{stem, tokens};
use crate::corpus::{Corpus, DocumentView};
use crate::index::{Posting, TermNumber};
use crate::model::{DocId, EntityId, EntityKind, Speaker};
use crate::query::{Field, TermClause};

/// At most so many words that begin as the last one does are looked up.
const MAX_EXPANSIONS: usize = 400;
/// How much another form of a word ("fighters" for "fighter") counts against the word itself.
const STEM_WEIGHT: f32 = 0.8;
/// The same for a word that only begins like it.
const PREFIX_WEIGHT: f32 = 0.4;

/// Occurrences of a term in one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Occurrences {
    pub(super) unit: u32,
    /// Weighted frequency in the headline.
    pub(super) headline: f32,
    /// Weighted frequency in the body.
    pub(super) body: f32,
    /// Places that match.
    pub(super) n_places: u32,
}

/// A place in positions: the first token's, and how many tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    pub(super) position: u32,
    pub(super) n_tokens: u32,
}

/// The dictionary terms that a query word stands for, each with its weight. The word itself comes first.
pub(super) fn variants(corpus: &Corpus<'_>, word: &str, prefix: bool, exact: bool) -> Vec<(TermNumber, f32)> {
    let mut found: Vec<(TermNumber, f32)> = corpus.index.term(word).into_iter().map(|term| (term, 1.0)).collect();
    let mut add = |terms: Vec<TermNumber>, weight: f32| {
        let known: std::collections::BTreeSet<TermNumber> = found.iter().map(|&(term, _)| term).collect();
        found.extend(terms.into_iter().filter(|term| !known.contains(term)).map(|term| (term, weight)));
    };
    if !exact {
        add(corpus.index.terms_of_stem(&stem(word)), STEM_WEIGHT);
    }
    if prefix {
        add(corpus.index.terms_with_prefix(word, MAX_EXPANSIONS), PREFIX_WEIGHT);
    }
    found
}

/// One word of a term with the postings of all its variants.
#[derive(Clone, Debug)]
struct Slot<'c> {
    postings: Vec<(f32, Posting<'c>)>,
}

impl<'c> Slot<'c> {
    fn new(corpus: &'c Corpus<'c>, word: &str, prefix: bool) -> Self {
        let mut postings: Vec<(f32, Posting<'c>)> = Vec::new();
        for (term, weight) in variants(corpus, word, prefix, false) {
            postings.extend(corpus.index.postings(term).map(|posting| (weight, posting)));
        }
        // Stable: the word itself stays before its variants.
        postings.sort_by_key(|(_, posting)| posting.doc);
        Self { postings }
    }

    fn of_doc(&self, doc: u32) -> &[(f32, Posting<'c>)] {
        let start = self.postings.partition_point(|(_, posting)| posting.doc < doc);
        let len = self.postings[start..].partition_point(|(_, posting)| posting.doc == doc);
        &self.postings[start..start + len]
    }

    fn docs(&self) -> Vec<u32> {
        let mut docs: Vec<u32> = self.postings.iter().map(|(_, posting)| posting.doc).collect();
        docs.dedup();
        docs
    }

    /// Positions in a document with their weights, ascending.
    fn positions(&self, doc: u32) -> Vec<(u32, f32)> {
        let of_posting = |&(weight, posting): &(f32, Posting<'c>)| posting.positions().map(move |p| (p, weight));
        let mut found: Vec<(u32, f32)> = self.of_doc(doc).iter().flat_map(of_posting).collect();
        found.sort_by_key(|&(position, _)| position);
        found
    }
}

/// A term of the query, looked up in a corpus.
#[derive(Clone, Debug)]
pub(super) struct Leaf<'c> {
    corpus: &'c Corpus<'c>,
    field: Field,
    found: Found<'c>,
}

#[derive(Clone, Debug)]
enum Found<'c> {
    /// A word, or words next to each other.
    Words(Vec<Slot<'c>>),
    /// Stretches by document, ascending: mentions or quotations.
    Stretches(Vec<(u32, Stretch)>),
    /// Whole documents.
    Documents(Vec<u32>),
}

impl<'c> Leaf<'c> {
    pub(super) fn new(corpus: &'c Corpus<'c>, term: &TermClause) -> Self {
        let found = match term.field {
            Field::Anywhere | Field::Title | Field::Text => {
                let last = term.words.len() - 1;
                let slot = |(number, word): (usize, &String)| Slot::new(corpus, word, term.prefix && number == last);
                Found::Words(term.words.iter().enumerate().map(slot).collect())
            }
            Field::Name(kind) => Found::Stretches(mentions(corpus, &entities(corpus, term, Some(kind)))),
            Field::Says => Found::Stretches(quotations(corpus, term)),
            Field::Source => Found::Documents(documents_of_source(corpus, term)),
        };
        Self { corpus, field: term.field, found }
    }

    /// The units that have the term, ascending.
    pub(super) fn occurrences(&self, units: &Units<'c>) -> Vec<Occurrences> {
        match &self.found {
            Found::Words(slots) => match slots.as_slice() {
                [slot] if units.unit() == super::Unit::Document => merge(self.frequencies(slot)),
                slots => {
                    let docs = common_docs(slots);
                    merge(docs.into_iter().flat_map(|doc| self.occurrences_in_doc(units, doc, slots)))
                }
            },
            Found::Stretches(stretches) => merge(stretches.iter().map(|&(doc, stretch)| Occurrences {
                unit: units.of_position(doc, stretch.position),
                headline: 0.0,
                body: 1.0,
                n_places: 1,
            })),
            Found::Documents(docs) => {
                let docs = docs.iter().flat_map(|&doc| match units.unit() {
                    super::Unit::Document => vec![doc],
                    super::Unit::Passage => units.all(),
                });
                docs.map(|unit| Occurrences { unit, headline: 0.0, body: 1.0, n_places: 0 }).collect()
            }
        }
    }

    /// Frequencies of a single word, without looking at positions.
    fn frequencies(&self, slot: &Slot<'c>) -> impl Iterator<Item = Occurrences> {
        slot.postings.iter().filter_map(|&(weight, posting)| {
            let n_headline = if self.field == Field::Text { 0 } else { posting.n_headline };
            let n_body = if self.field == Field::Title { 0 } else { posting.n_body };
            (n_headline + n_body > 0).then(|| Occurrences {
                unit: posting.doc,
                headline: n_headline as f32 * weight,
                body: n_body as f32 * weight,
                n_places: n_headline + n_body,
            })
        })
    }

    fn occurrences_in_doc(&self, units: &Units<'c>, doc: u32, slots: &[Slot<'c>]) -> Vec<Occurrences> {
        let Some(document) = self.corpus.document(DocId(doc)) else { return Vec::new() };
        let headline = document.headline_positions();
        let found = self.starts(&document, slots).into_iter().map(|(position, weight)| {
            let in_headline = headline.contains(&position);
            Occurrences {
                unit: units.of_position(doc, position),
                headline: if in_headline { weight } else { 0.0 },
                body: if in_headline { 0.0 } else { weight },
                n_places: 1,
            }
        });
        found.collect()
    }

    /// Positions at which all words stand in a row, with the least weight among them.
    fn starts(&self, document: &DocumentView<'c>, slots: &[Slot<'c>]) -> Vec<(u32, f32)> {
        let doc = document.doc().0;
        let headline = document.headline_positions();
        let allowed = |position: u32| match self.field {
            Field::Title => headline.contains(&position),
            Field::Text => !headline.contains(&position),
            _ => true,
        };
        let Some((first, rest)) = slots.split_first() else { return Vec::new() };
        let mut starts = first.positions(doc);
        starts.retain(|&(position, _)| allowed(position));
        for (distance, slot) in (1u32..).zip(rest) {
            let positions = slot.positions(doc);
            starts = starts
                .into_iter()
                .filter_map(|(start, weight)| {
                    let at = positions.binary_search_by_key(&start.saturating_add(distance), |&(p, _)| p).ok()?;
                    Some((start, weight.min(positions[at].1)))
                })
                .collect();
        }
        starts
    }

    /// Where the term stands in a document, ascending.
    pub(super) fn stretches(&self, document: &DocumentView<'c>) -> Vec<Stretch> {
        match &self.found {
            Found::Words(slots) => {
                let n_tokens = slots.len() as u32;
                self.starts(document, slots).into_iter().map(|(position, _)| Stretch { position, n_tokens }).collect()
            }
            Found::Stretches(stretches) => {
                let doc = document.doc().0;
                stretches.iter().filter(|&&(of, _)| of == doc).map(|&(_, stretch)| stretch).collect()
            }
            Found::Documents(_) => Vec::new(),
        }
    }
}

/// Documents that have every word, ascending.
fn common_docs(slots: &[Slot<'_>]) -> Vec<u32> {
    let Some((first, rest)) = slots.split_first() else { return Vec::new() };
    let mut docs = first.docs();
    docs.retain(|&doc| rest.iter().all(|slot| !slot.of_doc(doc).is_empty()));
    docs
}

/// Adds up what lies in one unit. Input ascends by unit.
fn merge(found: impl IntoIterator<Item = Occurrences>) -> Vec<Occurrences> {
    let mut merged: Vec<Occurrences> = Vec::new();
    for next in found {
        match merged.last_mut() {
            Some(last) if last.unit == next.unit => {
                last.headline += next.headline;
                last.body += next.body;
                last.n_places += next.n_places;
            }
            _ => merged.push(next),
        }
    }
    merged
}

/// Entities of which one form has all words of the term next to each other.
fn entities(corpus: &Corpus<'_>, term: &TermClause, kind: Option<EntityKind>) -> Vec<EntityId> {
    let last = term.words.len() - 1;
    let mut lists = term
        .words
        .iter()
        .enumerate()
        .map(|(number, word)| corpus.index.entities_named(word, term.prefix && number == last));
    let mut found = lists.next().unwrap_or_default();
    for list in lists {
        found.retain(|entity| list.binary_search(entity).is_ok());
    }
    found.retain(|&entity| {
        corpus.entity(EntityId(entity)).is_some_and(|entity| {
            kind.is_none_or(|kind| entity.kind() == kind)
                && entity.aliases().map(|(form, _)| form).chain([entity.name()]).any(|form| has_words(form, term))
        })
    });
    found.into_iter().map(EntityId).collect()
}

/// Whether the words of the term stand next to each other in `text`.
fn has_words(text: &str, term: &TermClause) -> bool {
    let words: Vec<_> = tokens(text).map(|token| token.term).collect();
    let Some((last, before)) = term.words.split_last() else { return false };
    words.windows(term.words.len()).any(|window| {
        let Some((end, start)) = window.split_last() else { return false };
        start.iter().zip(before).all(|(found, word)| found == word)
            && (end == last || term.prefix && end.starts_with(last.as_str()))
    })
}

fn mentions(corpus: &Corpus<'_>, entities: &[EntityId]) -> Vec<(u32, Stretch)> {
    let views = entities.iter().filter_map(|&entity| corpus.entity(entity)).flat_map(|entity| entity.mentions());
    let mut found: Vec<_> = views
        .map(|mention| {
            let n_tokens = corpus
                .document(mention.doc())
                .map_or(1, |document| tokens(document.slice(mention.span())).count() as u32);
            (mention.doc().0, Stretch { position: mention.position(), n_tokens })
        })
        .collect();
    found.sort_unstable();
    found
}

/// Quotations whose speaker is named or described by the words of the term.
fn quotations(corpus: &Corpus<'_>, term: &TermClause) -> Vec<(u32, Stretch)> {
    let speakers = entities(corpus, term, None);
    let mut found = Vec::new();
    for row in corpus.quotation_rows() {
        let quotation = corpus.quotation(row);
        let Some(document) = corpus.document(quotation.doc()) else { continue };
        let is_speaker = match quotation.speaker() {
            Speaker::Entity(entity, _) => speakers.binary_search(&entity).is_ok(),
            Speaker::Described(span) | Speaker::Unnamed(span) => has_words(document.slice(span), term),
            Speaker::Unresolved => false,
        };
        if is_speaker {
            let n_tokens = tokens(document.slice(quotation.span())).count() as u32;
            found.push((document.doc().0, Stretch { position: quotation.position(), n_tokens }));
        }
    }
    found
}

fn documents_of_source(corpus: &Corpus<'_>, term: &TermClause) -> Vec<u32> {
    let is_from = |document: &DocumentView<'_>| document.source().is_some_and(|source| has_words(source.text, term));
    corpus.documents().filter(is_from).map(|document| document.doc().0).collect()
}
