//! Search as a scan over the text: slow, short, and sharing nothing with the index but the analyzer.

use std::collections::{BTreeMap, BTreeSet};

use corpus::ByteSpan;
use corpus::analysis::{stem, tokens};
use corpus::model::{BlockKind, Collection, Document, EntityKind, Speaker};
use corpus::query::Field;
use corpus::search::{Facet, Filters};

/// A query as the test writes it.
#[derive(Clone, Debug)]
pub enum Ask {
    Term(Field, String, Shape),
    All(Vec<Ask>),
    Any(Vec<Ask>),
    Not(Box<Ask>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Word,
    Prefix,
    Phrase,
}

impl Ask {
    /// As a reader would type it.
    pub fn typed(&self) -> String {
        let list = |asks: &[Ask], joint: &str| asks.iter().map(Ask::typed).collect::<Vec<_>>().join(joint);
        match self {
            Ask::Term(field, words, shape) => {
                let field = Field::WORDS.iter().find(|(_, known)| known == field);
                let field = field.map_or_else(String::new, |(word, _)| format!("{word}:"));
                match shape {
                    Shape::Word => format!("{field}{words}"),
                    Shape::Prefix => format!("{field}{words}*"),
                    Shape::Phrase => format!("{field}\"{words}\""),
                }
            }
            Ask::All(asks) => format!("({})", list(asks, " ")),
            Ask::Any(asks) => format!("({})", list(asks, " OR ")),
            Ask::Not(ask) => format!("-{}", ask.typed()),
        }
    }

    /// Without groups of one, double negation, and lists inside of lists of their kind.
    pub fn simplified(&self) -> Ask {
        match self {
            Ask::Term(..) => self.clone(),
            Ask::Not(inner) => match inner.simplified() {
                Ask::Not(inner) => *inner,
                inner => Ask::Not(Box::new(inner)),
            },
            Ask::All(asks) => {
                let flat = asks.iter().map(Ask::simplified).flat_map(|ask| match ask {
                    Ask::All(inner) => inner,
                    ask => vec![ask],
                });
                single(flat.collect(), Ask::All)
            }
            Ask::Any(asks) => single(asks.iter().map(Ask::simplified).collect(), Ask::Any),
        }
    }

    /// The terms that places may come from.
    fn positive(&self) -> Vec<&Ask> {
        match self {
            Ask::Term(..) => vec![self],
            Ask::All(asks) | Ask::Any(asks) => asks.iter().flat_map(Ask::positive).collect(),
            Ask::Not(_) => Vec::new(),
        }
    }
}

fn single(mut asks: Vec<Ask>, list: fn(Vec<Ask>) -> Ask) -> Ask {
    if asks.len() == 1 { asks.remove(0) } else { list(asks) }
}

/// A word of a document.
#[derive(Clone, Debug)]
struct Word {
    term: String,
    /// Block, or `None` in a headline outside of the text.
    block: Option<u32>,
    in_headline: bool,
    span: ByteSpan,
}

/// A place: its words `first..end`, by their numbers in the document.
#[derive(Clone, Copy, Debug)]
struct Found {
    first: usize,
    end: usize,
    weight: f64,
}

/// A unit: a document, or a block of the only one.
pub type Unit = (u32, Option<u32>);

#[derive(Debug)]
pub struct Naive<'m> {
    model: &'m Collection,
    words: Vec<Vec<Word>>,
    by_passage: bool,
    values: BTreeMap<Facet, BTreeMap<String, BTreeSet<Unit>>>,
}

/// A place as the crate gives it: whether it is in the text, and its bytes.
pub type NaivePlace = (bool, ByteSpan);

fn words(document: &Document) -> Vec<Word> {
    let outside = document.headline.iter().filter(|headline| headline.span.is_none());
    let mut found: Vec<Word> = outside
        .flat_map(|headline| tokens(&headline.text))
        .map(|t| Word { term: t.term.into_owned(), block: None, in_headline: true, span: t.span })
        .collect();
    let has_outside = !found.is_empty();
    for sentence in &document.sentences {
        let offset = sentence.span.start();
        let kind = document.blocks[sentence.block_idx as usize].kind;
        for token in tokens(sentence.span.slice(&document.text).unwrap()) {
            found.push(Word {
                term: token.term.into_owned(),
                block: Some(sentence.block_idx),
                in_headline: kind == BlockKind::Headline && !has_outside,
                span: ByteSpan::new(offset + token.span.start(), offset + token.span.end()).unwrap(),
            });
        }
    }
    found
}

/// How well a word of the text fits a word of the query.
fn weight(word: &str, asked: &str, prefix: bool) -> Option<f64> {
    match () {
        () if word == asked => Some(1.0),
        () if stem(word) == stem(asked) => Some(0.8),
        () if prefix && word.starts_with(asked) => Some(0.4),
        () => None,
    }
}

fn has_words(text: &str, asked: &[String], prefix: bool) -> bool {
    let words: Vec<String> = tokens(text).map(|token| token.term.into_owned()).collect();
    words.windows(asked.len()).any(|window| {
        window.iter().zip(asked).enumerate().all(|(idx, (word, asked_word))| {
            word == asked_word || prefix && idx + 1 == asked.len() && word.starts_with(asked_word.as_str())
        })
    })
}

impl<'m> Naive<'m> {
    pub fn new(model: &'m Collection) -> Self {
        let words = model.documents.iter().map(words).collect();
        let mut naive = Self { model, words, by_passage: model.documents.len() == 1, values: BTreeMap::new() };
        naive.values = Facet::ALL.iter().map(|&facet| (facet, naive.find_values(facet))).collect();
        naive
    }

    /// All units that can be found.
    pub fn units(&self) -> BTreeSet<Unit> {
        let Some(only) = self.model.documents.first().filter(|_| self.by_passage) else {
            return (0..self.model.documents.len() as u32).map(|doc| (doc, None)).collect();
        };
        let outside = only.headline.iter().filter(|headline| headline.span.is_none()).map(|_| (0, None));
        let blocks = (0u32..).zip(&only.blocks).filter(|(_, block)| block.kind != BlockKind::Furniture);
        outside.chain(blocks.map(|(idx, _)| (0, Some(idx)))).collect()
    }

    fn unit_of_word(&self, doc: usize, word: usize) -> Unit {
        (doc as u32, if self.by_passage { self.words[doc][word].block } else { None })
    }

    /// The words that a span of the text touches.
    fn words_of_span(&self, doc: usize, span: ByteSpan) -> (usize, usize) {
        let of_text = |word: &&Word| word.block.is_some();
        let words = &self.words[doc];
        let first = words.iter().position(|word| of_text(&word) && word.span.end() > span.start());
        let end = words.iter().rposition(|word| of_text(&word) && word.span.start() < span.end());
        (first.unwrap_or(0), end.map_or(0, |end| end + 1))
    }

    fn entities(&self, kind: Option<EntityKind>, asked: &[String], prefix: bool) -> BTreeSet<u32> {
        let named = (0u32..).zip(&self.model.entities).filter(|(_, entity)| {
            let mut forms = entity.aliases.iter().map(|alias| &alias.text).chain([&entity.name]);
            kind.is_none_or(|kind| entity.kind == kind) && forms.any(|form| has_words(form, asked, prefix))
        });
        named.map(|(number, _)| number).collect()
    }

    /// Where a term stands in a document; `None` in place of the places if all of it matches.
    fn find(&self, doc: usize, ask: &Ask) -> Option<Vec<Found>> {
        let Ask::Term(field, typed, shape) = ask else { unreachable!("only terms are looked for") };
        let asked: Vec<String> = tokens(typed).map(|token| token.term.into_owned()).collect();
        let prefix = *shape == Shape::Prefix;
        let document = &self.model.documents[doc];
        let of_span = |span: ByteSpan| {
            let (first, end) = self.words_of_span(doc, span);
            Found { first, end, weight: 1.0 }
        };
        match field {
            Field::Source => {
                let is_from = document.source.iter().any(|source| has_words(&source.text, &asked, prefix));
                if is_from { None } else { Some(Vec::new()) }
            }
            Field::Name(kind) => {
                let named = self.entities(Some(*kind), &asked, prefix);
                let mentions = document.mentions.iter().filter(|mention| named.contains(&mention.entity.0));
                Some(mentions.map(|mention| of_span(mention.span)).collect())
            }
            Field::Says => {
                let named = self.entities(None, &asked, prefix);
                let is_by = |speaker: Speaker| match speaker {
                    Speaker::Entity(entity, _) => named.contains(&entity.0),
                    Speaker::Described(span) | Speaker::Unnamed(span) => {
                        has_words(span.slice(&document.text).unwrap(), &asked, prefix)
                    }
                    Speaker::Unresolved => false,
                };
                let quotations = document.quotations.iter().filter(|quotation| is_by(quotation.speaker));
                Some(quotations.map(|quotation| of_span(quotation.span)).collect())
            }
            Field::Anywhere | Field::Title | Field::Text => {
                let words = &self.words[doc];
                let n = asked.len();
                let fits = |first: usize| {
                    let window = words.get(first..first + n)?;
                    let in_field = match field {
                        Field::Title => window[0].in_headline,
                        Field::Text => !window[0].in_headline,
                        _ => true,
                    };
                    if !in_field || window.iter().any(|word| word.block != window[0].block) {
                        return None;
                    }
                    let weights = (0..n).map(|at| weight(&window[at].term, &asked[at], prefix && at + 1 == n));
                    let least = weights.collect::<Option<Vec<f64>>>()?.into_iter().fold(1.0, f64::min);
                    Some(Found { first, end: first + n, weight: least })
                };
                Some((0..words.len()).filter_map(fits).collect())
            }
        }
    }

    /// The units that match, with their scores.
    pub fn matches(&self, ask: &Ask) -> BTreeMap<Unit, f64> {
        match ask {
            Ask::Term(..) => self.term(ask),
            Ask::Any(asks) => {
                let mut any = BTreeMap::new();
                for (unit, score) in asks.iter().flat_map(|ask| self.matches(ask)) {
                    *any.entry(unit).or_insert(0.0) += score;
                }
                any
            }
            Ask::All(asks) => {
                let mut all: BTreeMap<Unit, f64> = self.units().into_iter().map(|unit| (unit, 0.0)).collect();
                for found in asks.iter().map(|ask| self.matches(ask)) {
                    all.retain(|unit, _| found.contains_key(unit));
                    all.iter_mut().for_each(|(unit, score)| *score += found[unit]);
                }
                all
            }
            Ask::Not(inner) => {
                let found = self.matches(inner);
                self.units().into_iter().filter(|unit| !found.contains_key(unit)).map(|unit| (unit, 0.0)).collect()
            }
        }
    }

    /// The loosened query: in each alternative, any of what is asked and none of what is excluded.
    pub fn loosened(ask: &Ask) -> Option<Ask> {
        match ask {
            Ask::All(asks) => {
                let (negative, positive): (Vec<Ask>, Vec<Ask>) =
                    asks.iter().cloned().partition(|ask| matches!(ask, Ask::Not(_)));
                (positive.len() > 1).then(|| Ask::All([vec![Ask::Any(positive)], negative].concat()))
            }
            Ask::Any(asks) if asks.iter().any(|ask| Naive::loosened(ask).is_some()) => {
                Some(Ask::Any(asks.iter().map(|ask| Naive::loosened(ask).unwrap_or_else(|| ask.clone())).collect()))
            }
            _ => None,
        }
    }

    fn term(&self, ask: &Ask) -> BTreeMap<Unit, f64> {
        // Weighted frequencies in headline and body.
        let mut frequencies: BTreeMap<Unit, (f64, f64)> = BTreeMap::new();
        for doc in 0..self.words.len() {
            match self.find(doc, ask) {
                None => self.units().into_iter().filter(|unit| unit.0 == doc as u32).for_each(|unit| {
                    frequencies.insert(unit, (0.0, 1.0));
                }),
                Some(found) => {
                    let is_text = matches!(ask, Ask::Term(Field::Anywhere | Field::Title | Field::Text, ..));
                    for place in found {
                        let sums = frequencies.entry(self.unit_of_word(doc, place.first)).or_default();
                        let in_headline = is_text && self.words[doc][place.first].in_headline;
                        *(if in_headline { &mut sums.0 } else { &mut sums.1 }) += place.weight;
                    }
                }
            }
        }
        let (n, all) = (frequencies.len() as f64, self.units().len().max(frequencies.len()) as f64);
        let idf = (1.0 + (all - n + 0.5) / (n + 0.5)).ln();
        let total = |in_headline: bool| {
            self.words.iter().flatten().filter(|word| word.in_headline == in_headline).count() as f64
        };
        let n_headlines = if self.by_passage { 1.0 } else { all };
        let means = ((total(true) / n_headlines).max(1.0), (total(false) / all).max(1.0));
        let score = |unit: Unit, (headline, body): (f64, f64)| {
            let of_unit = |doc: usize, at: usize| self.unit_of_word(doc, at) == unit;
            let len = |in_headline: bool| {
                let words = self.words[unit.0 as usize].iter().enumerate();
                words.filter(|(at, w)| w.in_headline == in_headline && of_unit(unit.0 as usize, *at)).count() as f64
            };
            let norm = |b: f64, len: f64, mean: f64| 1.0 - b + b * len / mean;
            let frequency = 2.0 * headline / norm(0.5, len(true), means.0) + body / norm(0.75, len(false), means.1);
            idf * frequency * 2.2 / (frequency + 1.2)
        };
        frequencies.into_iter().map(|(unit, frequency)| (unit, score(unit, frequency))).collect()
    }

    /// The places of a document by unit, in reading order.
    pub fn places(&self, doc: usize, ask: Option<&Ask>, filters: &Filters) -> Vec<(Unit, NaivePlace)> {
        let Some(ask) = ask else { return self.chosen_places(doc, filters) };
        let terms = ask.positive();
        let is_says = |ask: &&Ask| matches!(ask, Ask::Term(Field::Says, ..));
        let only_says = terms.iter().all(is_says);
        let terms = terms.into_iter().filter(|term| only_says || !is_says(term));
        let mut found: Vec<Found> = terms.flat_map(|term| self.find(doc, term).unwrap_or_default()).collect();
        found.sort_by_key(|place| (place.first, std::cmp::Reverse(place.end)));
        let mut free_from = 0;
        found.retain(|place| {
            let is_free = place.first >= free_from;
            free_from = if is_free { place.end } else { free_from };
            is_free
        });
        let place = |found: Found| {
            let (first, last) = (&self.words[doc][found.first], &self.words[doc][found.end - 1]);
            let span = ByteSpan::new(first.span.start(), last.span.end()).unwrap();
            (self.unit_of_word(doc, found.first), (first.block.is_some(), span))
        };
        found.into_iter().map(place).collect()
    }

    fn chosen_places(&self, doc: usize, filters: &Filters) -> Vec<(Unit, NaivePlace)> {
        let chosen = |facet: Facet, entity: u32| {
            let key = self.entity_key(facet, entity);
            key.is_some_and(|key| filters.0.get(&facet).is_some_and(|selection| selection.include.contains(&key)))
        };
        let document = &self.model.documents[doc];
        let kind = |entity: u32| Facet::Entity(self.model.entities[entity as usize].kind);
        let mentions = document.mentions.iter().filter(|m| chosen(kind(m.entity.0), m.entity.0)).map(|m| m.span);
        let quotations = document
            .quotations
            .iter()
            .filter(|q| matches!(q.speaker, Speaker::Entity(entity, _) if chosen(Facet::Speaker, entity.0)));
        let mut spans: Vec<ByteSpan> = mentions.chain(quotations.map(|q| q.span)).collect();
        spans.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
        let mut free_from = 0;
        spans.retain(|span| {
            let is_free = span.start() >= free_from;
            free_from = if is_free { span.end() } else { free_from };
            is_free
        });
        let unit = |span: ByteSpan| self.unit_of_word(doc, self.words_of_span(doc, span).0);
        spans.into_iter().map(|span| (unit(span), (true, span))).collect()
    }

    fn entity_key(&self, facet: Facet, entity: u32) -> Option<String> {
        let entity = self.model.entities.get(entity as usize)?;
        match facet {
            Facet::Speaker => Some(format!("{}/{}", entity.kind.word(), entity.slug)),
            Facet::Entity(kind) => (kind == entity.kind).then(|| entity.slug.clone()),
            _ => None,
        }
    }

    /// The units that have each value of a facet.
    pub fn values(&self, facet: Facet) -> &BTreeMap<String, BTreeSet<Unit>> {
        &self.values[&facet]
    }

    fn find_values(&self, facet: Facet) -> BTreeMap<String, BTreeSet<Unit>> {
        let mut values: BTreeMap<String, BTreeSet<Unit>> = BTreeMap::new();
        let mut add = |key: Option<String>, unit: Unit| {
            if let Some(key) = key {
                values.entry(key).or_default().insert(unit);
            }
        };
        for (doc, document) in self.model.documents.iter().enumerate() {
            let unit = |span: ByteSpan| self.unit_of_word(doc, self.words_of_span(doc, span).0);
            let own = match facet {
                Facet::Entity(_) => {
                    document.mentions.iter().for_each(|m| add(self.entity_key(facet, m.entity.0), unit(m.span)));
                    None
                }
                Facet::Speaker => {
                    for quotation in &document.quotations {
                        if let Speaker::Entity(entity, _) = quotation.speaker {
                            add(self.entity_key(facet, entity.0), unit(quotation.span));
                        }
                    }
                    None
                }
                Facet::Outlet => document.source.as_ref().map(|source| source.text.clone()),
                Facet::Language => Some(document.language.clone()).filter(|tag| !tag.is_empty()),
                Facet::Year => document.dates.first().map(|date| date.value[..4].to_owned()),
            };
            for unit in self.units().into_iter().filter(|unit| unit.0 == doc as u32) {
                add(own.clone(), unit);
            }
        }
        values
    }

    /// Whether a unit fits what was chosen in all facets but one.
    pub fn fits(&self, unit: Unit, filters: &Filters, left_out: Option<Facet>) -> bool {
        filters.0.iter().filter(|&(&facet, _)| Some(facet) != left_out).all(|(&facet, selection)| {
            let values = self.values(facet);
            let has = |key: &String| values.get(key).is_some_and(|units| units.contains(&unit));
            (selection.include.is_empty() || selection.include.iter().any(has)) && !selection.exclude.iter().any(has)
        })
    }
}
