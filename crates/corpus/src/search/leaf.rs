//! The leaves of a query, looked up in a corpus: which units have them, how often, and where.

use super::names;
use super::occurrences::{Occurrences, added_up, frequencies};
use super::phrase::Phrase;
use super::places::Place;
use super::units::{Read, UnitSet, Units};
use super::words::WordTerms;
use crate::corpus::{Corpus, Word};
use crate::model::{DocId, EntityId, Speaker};
use crate::query::{Field, TermClause};
use crate::sort;
use crate::span::ByteSpan;

/// A stretch of a document that a leaf makes out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) place: Place,
    /// Its words by number: the first, and the one behind the last.
    pub(super) words: (usize, usize),
    pub(super) in_headline: bool,
    /// How well it fits, from 0 to 1.
    pub(super) weight: f32,
}

impl Stretch {
    /// What it is of the occurrences of its unit.
    pub(super) fn occurrence(&self, unit: u32) -> Occurrences {
        let (headline, body) = if self.in_headline { (self.weight, 0.0) } else { (0.0, self.weight) };
        Occurrences { unit, headline, body, n_places: 1 }
    }
}

/// A word, a phrase or a name of the query.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    field: Field,
    found: Found,
}

#[derive(Clone, Debug)]
enum Found {
    /// A word, or words next to each other.
    Words(Vec<WordTerms>),
    /// The mentions of entities.
    Mentions(Vec<EntityId>),
    /// The quotations of entities, and of speakers whose description has these words.
    Quotations(Vec<EntityId>, TermClause),
    /// Spans of roles, by document and in text order.
    Roles(Vec<(DocId, ByteSpan)>),
    /// Whole documents.
    Documents(Vec<u32>),
}

impl Leaf {
    pub(super) fn new(corpus: &Corpus<'_>, term: &TermClause) -> Self {
        let found = match term.field {
            Field::Name(kind) => Found::Mentions(names::entities(corpus, term, Some(kind))),
            Field::Says => Found::Quotations(names::entities(corpus, term, None), term.clone()),
            Field::Role => Found::Roles(names::roles(corpus, term)),
            Field::Source => Found::Documents(names::documents_of_source(corpus, term)),
            Field::Anywhere | Field::Title | Field::Text => {
                Found::Words(term.words.iter().map(|word| WordTerms::of(&corpus.index, word)).collect())
            }
        };
        Self { field: term.field, found }
    }

    /// A word anywhere.
    pub(super) fn of_word(word: WordTerms) -> Self {
        Self { field: Field::Anywhere, found: Found::Words(vec![word]) }
    }

    /// The terms that it is, if it is one word of the text.
    pub(super) fn word(&self) -> Option<&WordTerms> {
        self.words().filter(|words| words.len() == 1).and_then(<[_]>::first)
    }

    /// Its words, if it is words of the text next to each other.
    pub(super) fn words(&self) -> Option<&[WordTerms]> {
        if let Found::Words(words) = &self.found { Some(words) } else { None }
    }

    /// Whether two of its places can share a word: a phrase can begin inside of itself, names and quotations may.
    pub(super) fn may_overlap_itself(&self) -> bool {
        match &self.found {
            Found::Documents(_) => false,
            Found::Words(words) => (1..words.len()).any(|by| {
                words[by..]
                    .iter()
                    .zip(words)
                    .all(|(later, word)| later.terms().iter().any(|&(term, _)| word.weight(term).is_some()))
            }),
            _ => true,
        }
    }

    /// The units that have it, ascending.
    pub(super) fn occurrences(&self, units: &Units<'_>) -> Vec<Occurrences> {
        if let Found::Documents(docs) = &self.found {
            let whole = |unit| Occurrences { unit, headline: 0.0, body: 1.0, n_places: 0 };
            return match &units.only {
                None => docs.iter().map(|&doc| whole(doc)).collect(),
                Some(_) if docs.is_empty() => Vec::new(),
                Some(_) => units.all().iter().map(whole).collect(),
            };
        }
        if let Some(only) = &units.only {
            let stretches = self.stretches(only);
            return merged(stretches.iter().map(|stretch| stretch.occurrence(only.passage_of(&stretch.place))));
        }
        let corpus = units.corpus();
        match &self.found {
            Found::Words(words) => match words.as_slice() {
                [word] => frequencies(corpus, word, self.field),
                words => {
                    let phrase = Phrase::new(corpus, words, self.field);
                    let counted = phrase.at_most.iter().map(|at_most| phrase.count(at_most));
                    counted.filter(|counted| counted.n_places > 0).collect()
                }
            },
            Found::Mentions(entities) => {
                let lists = entities.iter().map(|entity| (corpus.index.entity_postings(entity.0), 1.0));
                added_up(corpus.n_docs(), lists, Field::Anywhere)
            }
            Found::Roles(_) | Found::Quotations(..) => {
                let docs = self.docs_of_spans(units);
                let counted = docs.iter().filter_map(|doc| {
                    let spans = self.spans(corpus, DocId(doc));
                    let n_places = spans.len() as u32;
                    (n_places > 0).then_some(Occurrences { unit: doc, headline: 0.0, body: n_places as f32, n_places })
                });
                counted.collect()
            }
            Found::Documents(_) => Vec::new(),
        }
    }

    /// Documents that may have one of its roles or quotations.
    fn docs_of_spans(&self, units: &Units<'_>) -> UnitSet {
        match &self.found {
            Found::Roles(roles) => UnitSet::new(units.end(), roles.iter().map(|(doc, _)| doc.0)),
            // Speakers without a name may be anywhere.
            _ => units.all(),
        }
    }

    /// Where it stands in a document, in reading order.
    pub(super) fn stretches(&self, read: &Read<'_>) -> Vec<Stretch> {
        if let Found::Words(words) = &self.found {
            return rows(&read.words, words, self.field);
        }
        let spans = self.spans(read.document.corpus(), read.document.doc());
        let stretch = |span: ByteSpan| Stretch {
            place: Place { in_text: true, span },
            words: read.words_of(span),
            in_headline: false,
            weight: 1.0,
        };
        spans.into_iter().map(stretch).collect()
    }

    /// The spans of its names, quotations or roles in a document.
    pub(super) fn spans(&self, corpus: &Corpus<'_>, doc: DocId) -> Vec<ByteSpan> {
        let Some(document) = corpus.document(doc) else { return Vec::new() };
        let mut spans: Vec<ByteSpan> = match &self.found {
            Found::Mentions(entities) => {
                let is_named = |entity: EntityId| entities.binary_search(&entity).is_ok();
                document.mentions().filter(|mention| is_named(mention.entity())).map(|mention| mention.span()).collect()
            }
            Found::Quotations(entities, term) => {
                let is_by = |speaker| match speaker {
                    Speaker::Entity(entity, _) => entities.binary_search(&entity).is_ok(),
                    Speaker::Described(span) | Speaker::Unnamed(span) => names::has_words(&document.slice(span), term),
                    Speaker::Unresolved => false,
                };
                document.quotations().filter(|quote| is_by(quote.speaker())).map(|quote| quote.span()).collect()
            }
            Found::Roles(roles) => {
                let first = roles.partition_point(|(of, _)| *of < doc);
                roles[first..].iter().take_while(|(of, _)| *of == doc).map(|(_, span)| *span).collect()
            }
            Found::Words(_) | Found::Documents(_) => Vec::new(),
        };
        sort::by_key(&mut spans, |&span| span);
        spans
    }
}

/// Adds up what lies in one unit.
fn merged(found: impl IntoIterator<Item = Occurrences>) -> Vec<Occurrences> {
    let mut merged: Vec<Occurrences> = Vec::new();
    for next in found {
        match merged.binary_search_by_key(&next.unit, |known| known.unit) {
            Ok(at) => merged[at].add(&next),
            // Nearly always at the end: places come in reading order.
            Err(at) => merged.insert(at, next),
        }
    }
    merged
}

/// The rows of words next to each other that the words of a phrase make out.
pub(super) fn rows(words: &[Word], phrase: &[WordTerms], field: Field) -> Vec<Stretch> {
    let mut found = Vec::new();
    let Some((first, rest)) = phrase.split_first() else { return found };
    for (at, word) in words.iter().enumerate() {
        let in_field = match field {
            Field::Title => word.in_headline,
            Field::Text => !word.in_headline,
            _ => true,
        };
        let Some(mut weight) = first.weight(word.term).filter(|_| in_field) else { continue };
        let Some(row) = words.get(at..=at + rest.len()) else { break };
        let fits = row[1..].iter().zip(rest).all(|(next, asked)| {
            let own = asked.weight(next.term).filter(|_| next.block_idx() == word.block_idx());
            weight = own.map_or(weight, |own| weight.min(own));
            own.is_some()
        });
        let last = row.last().unwrap_or(word);
        if let (true, Some(span)) = (fits, ByteSpan::new(word.span.start(), last.span.end())) {
            found.push(Stretch {
                place: Place { in_text: word.sentence.is_some(), span },
                words: (at, at + phrase.len()),
                in_headline: word.in_headline,
                weight,
            });
        }
    }
    found
}
