//! The terms of a query: which units have them, how often, and where.

use std::rc::Rc;

use super::names;
use super::units::{Unit, Units};
use crate::analysis::stem;
use crate::corpus::{Corpus, DocumentView};
use crate::index::{Posting, TermNumber};
use crate::model::DocId;
use crate::query::{Field, TermClause};
use crate::sort;

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

/// A place in positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    /// Position of the first token.
    pub(super) position: u32,
    /// Positions from the first token to the last, both counted; at least 1.
    pub(super) len: u32,
}

/// The dictionary terms that a query word stands for, each with its weight. The word itself comes first.
fn variants(corpus: &Corpus<'_>, word: &str, prefix: bool) -> Vec<(TermNumber, f32)> {
    let mut found: Vec<(TermNumber, f32)> = Vec::new();
    let mut add = |terms: Vec<TermNumber>, weight: f32| {
        // The terms of one call differ from each other, and those before the last call are few.
        let known = found.clone();
        let is_new = |term: &TermNumber| known.iter().all(|(known, _)| known != term);
        found.extend(terms.into_iter().filter(is_new).map(|term| (term, weight)));
    };
    add(corpus.index.term(word).into_iter().collect(), 1.0);
    add(corpus.index.terms_of_stem(&stem(word)), STEM_WEIGHT);
    if prefix {
        add(corpus.index.terms_with_prefix(word), PREFIX_WEIGHT);
    }
    found
}

/// The words of one query, each looked up once however often it stands there.
#[derive(Debug, Default)]
pub(super) struct Slots<'c>(Vec<(String, bool, Rc<Slot<'c>>)>);

impl<'c> Slots<'c> {
    fn slot(&mut self, corpus: &'c Corpus<'c>, word: &str, prefix: bool) -> Rc<Slot<'c>> {
        // A query has at most `Query::MAX_WORDS` words.
        if let Some((.., slot)) = self.0.iter().find(|(known, is_prefix, _)| known == word && *is_prefix == prefix) {
            return slot.clone();
        }
        let slot = Rc::new(Slot::new(corpus, word, prefix));
        self.0.push((word.to_owned(), prefix, slot.clone()));
        slot
    }
}

/// One word of a term with the postings of all its variants.
#[derive(Clone, Debug)]
struct Slot<'c> {
    postings: Vec<(f32, Posting<'c>)>,
}

impl<'c> Slot<'c> {
    fn new(corpus: &'c Corpus<'c>, word: &str, prefix: bool) -> Self {
        let mut postings: Vec<(f32, Posting<'c>)> = Vec::new();
        let variants = variants(corpus, word, prefix);
        for &(term, weight) in &variants {
            postings.extend(corpus.index.postings(term).map(|posting| (weight, posting)));
        }
        if variants.len() > 1 {
            // Stable: the word itself stays before its variants.
            sort::by_key(&mut postings, |(_, posting)| posting.doc);
        }
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
        let postings = self.of_doc(doc);
        let mut found: Vec<(u32, f32)> = postings.iter().flat_map(of_posting).collect();
        if postings.len() > 1 {
            sort::by_key(&mut found, |&(position, _)| position);
        }
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
    Words(Vec<Rc<Slot<'c>>>),
    /// Stretches by document, ascending: mentions or quotations.
    Stretches(Vec<(u32, Stretch)>),
    /// Whole documents.
    Documents(Vec<u32>),
}

impl<'c> Leaf<'c> {
    pub(super) fn new(corpus: &'c Corpus<'c>, term: &TermClause, slots: &mut Slots<'c>) -> Self {
        let found = match term.field {
            Field::Anywhere | Field::Title | Field::Text => {
                let n_words = term.words.len();
                let numbered = (1..).zip(&term.words);
                let slot =
                    |(number, word): (usize, &String)| slots.slot(corpus, word, term.prefix && number == n_words);
                Found::Words(numbered.map(slot).collect())
            }
            Field::Name(kind) => Found::Stretches(names::mentions(corpus, term, kind)),
            Field::Says => Found::Stretches(names::quotations(corpus, term)),
            Field::Source => Found::Documents(names::documents_of_source(corpus, term)),
        };
        Self { corpus, field: term.field, found }
    }

    /// The units that have the term, ascending.
    pub(super) fn occurrences(&self, units: &Units<'c>) -> Vec<Occurrences> {
        match &self.found {
            Found::Words(slots) => match slots.as_slice() {
                [slot] if units.unit() == Unit::Document => merge(self.frequencies(slot)),
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
                    Unit::Document => vec![doc],
                    Unit::Passage => units.all(),
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
            let n_places = n_headline.saturating_add(n_body);
            (n_places > 0).then_some(Occurrences {
                unit: posting.doc,
                headline: n_headline as f32 * weight,
                body: n_body as f32 * weight,
                n_places,
            })
        })
    }

    fn occurrences_in_doc(&self, units: &Units<'c>, doc: u32, slots: &[Rc<Slot<'c>>]) -> Vec<Occurrences> {
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
    fn starts(&self, document: &DocumentView<'c>, slots: &[Rc<Slot<'c>>]) -> Vec<(u32, f32)> {
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

    /// Whether it is one word of the text, so that no two of its places can overlap.
    pub(super) fn is_one_word(&self) -> bool {
        matches!(&self.found, Found::Words(slots) if slots.len() == 1)
    }

    /// Where the term stands in a document, ascending.
    pub(super) fn stretches(&self, document: &DocumentView<'c>) -> Vec<Stretch> {
        match &self.found {
            Found::Words(slots) => {
                let len = slots.len() as u32;
                self.starts(document, slots).into_iter().map(|(position, _)| Stretch { position, len }).collect()
            }
            Found::Stretches(stretches) => {
                let doc = document.doc().0;
                let rest = &stretches[stretches.partition_point(|&(of, _)| of < doc)..];
                rest.iter().take_while(|&&(of, _)| of == doc).map(|&(_, stretch)| stretch).collect()
            }
            Found::Documents(_) => Vec::new(),
        }
    }
}

/// Documents that have every word, ascending.
fn common_docs(slots: &[Rc<Slot<'_>>]) -> Vec<u32> {
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
                last.n_places = last.n_places.saturating_add(next.n_places);
            }
            _ => merged.push(next),
        }
    }
    merged
}
