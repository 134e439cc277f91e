//! The leaves of a query, looked up in a corpus: which units have them, how often, and where.

use super::names;
use super::places::Place;
use super::units::{Read, UnitSet, Units};
use super::words::WordTerms;
use crate::corpus::{Corpus, Word};
use crate::model::{DocId, EntityId, Speaker};
use crate::query::{Field, TermClause};
use crate::sort;
use crate::span::ByteSpan;

/// Occurrences of a leaf in one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Occurrences {
    pub(super) unit: u32,
    /// Weighted frequency in the headline.
    pub(super) headline: f32,
    /// Weighted frequency in the body.
    pub(super) body: f32,
    /// Places that match.
    pub(super) n_places: u32,
}

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
        match &self.found {
            Found::Words(words) if words.len() == 1 => words.first(),
            _ => None,
        }
    }

    /// Whether two of its places can share a word: a phrase can begin inside of itself, names and quotations may.
    pub(super) fn may_overlap_itself(&self) -> bool {
        !matches!(self.found, Found::Documents(_))
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
            return merged(stretches.iter().map(|stretch| occurrence(only.passage_of(&stretch.place), stretch)));
        }
        let corpus = units.corpus();
        match &self.found {
            Found::Words(words) => match words.as_slice() {
                [word] => frequencies(corpus, word, self.field),
                words => self.phrase(units, words),
            },
            Found::Mentions(entities) => {
                let lists = entities.iter().map(|entity| corpus.index.entity_postings(entity.0));
                let mut counts = Counts::new(units.end());
                lists.for_each(|list| {
                    list.for_each(|posting| counts.add(posting.doc, 0.0, posting.n_body as f32, posting.n_body))
                });
                counts.finish()
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

    /// Documents with all words next to each other.
    fn phrase(&self, units: &Units<'_>, words: &[WordTerms]) -> Vec<Occurrences> {
        let corpus = units.corpus();
        // Documents with all words in the headline, and with all words in the body.
        let (mut in_headline, mut in_body) = (UnitSet::full(units.end()), UnitSet::full(units.end()));
        for word in words {
            let found = frequencies(corpus, word, self.field);
            let own = |is_in: fn(&&Occurrences) -> bool| {
                UnitSet::new(units.end(), found.iter().filter(is_in).map(|found| found.unit))
            };
            in_headline.intersect(&own(|found| found.headline > 0.0));
            in_body.intersect(&own(|found| found.body > 0.0));
        }
        let mut candidates = in_headline.clone();
        candidates.unite(&in_body);
        let mut found = Vec::new();
        let row = corpus.texts.row(words.iter().map(WordTerms::terms));
        for doc in candidates.iter() {
            if !in_headline.contains(doc) && !corpus.texts.has(doc, &row) {
                continue;
            }
            let Some(document) = corpus.document(DocId(doc)) else { continue };
            let mut sum = Occurrences { unit: doc, ..Occurrences::default() };
            for stretch in rows(&document.words(&document.structure()), words, self.field) {
                add(&mut sum, &occurrence(doc, &stretch));
            }
            if sum.n_places > 0 {
                found.push(sum);
            }
        }
        found
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

fn occurrence(unit: u32, stretch: &Stretch) -> Occurrences {
    let (headline, body) = if stretch.in_headline { (stretch.weight, 0.0) } else { (0.0, stretch.weight) };
    Occurrences { unit, headline, body, n_places: 1 }
}

fn add(sum: &mut Occurrences, other: &Occurrences) {
    sum.headline += other.headline;
    sum.body += other.body;
    sum.n_places = sum.n_places.saturating_add(other.n_places);
}

/// Adds up what lies in one unit.
fn merged(found: impl IntoIterator<Item = Occurrences>) -> Vec<Occurrences> {
    let mut merged: Vec<Occurrences> = Vec::new();
    for next in found {
        match merged.binary_search_by_key(&next.unit, |known| known.unit) {
            Ok(at) => add(&mut merged[at], &next),
            // Nearly always at the end: places come in reading order.
            Err(at) => merged.insert(at, next),
        }
    }
    merged
}

/// How often a word stands in each document that has it.
pub(super) fn frequencies(corpus: &Corpus<'_>, word: &WordTerms, field: Field) -> Vec<Occurrences> {
    let in_field = |n_body: u32, n_headline: u32| match field {
        Field::Title => (0, n_headline),
        Field::Text => (n_body, 0),
        _ => (n_body, n_headline),
    };
    if let [(term, weight)] = word.terms() {
        let postings = corpus.index.postings(*term);
        let mut found = Vec::with_capacity(postings.n_docs().min(corpus.n_docs()) as usize);
        postings.for_each(|posting| {
            let (n_body, n_headline) = in_field(posting.n_body, posting.n_headline);
            let n_places = n_body.saturating_add(n_headline);
            if n_places > 0 && posting.doc < corpus.n_docs() {
                let (headline, body) = (n_headline as f32 * weight, n_body as f32 * weight);
                found.push(Occurrences { unit: posting.doc, headline, body, n_places });
            }
        });
        return found;
    }
    let mut counts = Counts::new(corpus.n_docs());
    for &(term, weight) in word.terms() {
        corpus.index.postings(term).for_each(|posting| {
            let (n_body, n_headline) = in_field(posting.n_body, posting.n_headline);
            let n_places = n_body.saturating_add(n_headline);
            counts.add(posting.doc, n_headline as f32 * weight, n_body as f32 * weight, n_places);
        });
    }
    counts.finish()
}

/// Occurrences of several lists, added up by document.
struct Counts(Vec<Occurrences>);

impl Counts {
    fn new(end: u32) -> Self {
        Self(vec![Occurrences::default(); end as usize])
    }

    fn add(&mut self, doc: u32, headline: f32, body: f32, n_places: u32) {
        if let Some(sum) = self.0.get_mut(doc as usize) {
            add(sum, &Occurrences { unit: doc, headline, body, n_places });
        }
    }

    fn finish(mut self) -> Vec<Occurrences> {
        (0u32..).zip(&mut self.0).for_each(|(doc, sum)| sum.unit = doc);
        self.0.retain(|sum| sum.n_places > 0);
        self.0
    }
}

/// The rows of words next to each other that the words of a phrase make out.
fn rows(words: &[Word], phrase: &[WordTerms], field: Field) -> Vec<Stretch> {
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
