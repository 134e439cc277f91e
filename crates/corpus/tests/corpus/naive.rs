//! Search as a scan over the text: slow, short, and sharing nothing with the index but the analyzer.

use std::collections::{BTreeMap, BTreeSet};

use corpus::ByteSpan;
use corpus::analysis::{Language, fold, stem, tokens};
use corpus::model::{BlockKind, Collection, DocId, Document, EntityKind, Speaker};
use corpus::query::{Field, Within};
use corpus::search::{Facet, Filters, UNDATED};
use regex_lite::Regex;

use crate::ask::{Ask, Shape, marked};

/// A value of the facet of dates that is no year, with its first and last day.
pub const DAYS: (&str, [&str; 2]) = ("2017-03..2018-02", ["2017-03-01", "2018-02-28"]);

/// The words of a term, each with how it is meant.
fn asked(typed: &str, shape: Shape) -> Vec<(String, Shape)> {
    let mut found = Vec::new();
    for part in typed.split(' ') {
        if part.contains(['*', '?']) {
            found.push((part.to_lowercase(), Shape::Word));
        } else {
            let shape = if shape == Shape::Phrase { Shape::Word } else { shape };
            found.extend(tokens(part).map(|token| (token.form.into_owned(), shape)));
        }
    }
    found
}

/// A word of a document.
#[derive(Clone, Debug)]
struct Word {
    term: String,
    /// Block, or `None` in a headline outside of the text.
    block: Option<u32>,
    sentence: Option<usize>,
    in_headline: bool,
    span: ByteSpan,
}

/// A place with its words by number: the first, and the one behind the last.
#[derive(Clone, Copy, Debug)]
struct Found {
    first: usize,
    end: usize,
    place: NaivePlace,
    weight: f64,
}

/// Per word: the languages of its documents; one without stems, or none, is English.
type Languages = BTreeMap<String, BTreeSet<String>>;

/// A unit: a document, or a block of the only one.
pub type Unit = (u32, Option<u32>);

#[derive(Debug)]
pub struct Naive<'m> {
    model: &'m Collection,
    words: Vec<Vec<Word>>,
    by_passage: bool,
    languages: Languages,
    values: BTreeMap<Facet, BTreeMap<String, BTreeSet<Unit>>>,
}

/// A place as the crate gives it: whether it is in the text, and its bytes.
pub type NaivePlace = (bool, ByteSpan);

fn words(document: &Document) -> Vec<Word> {
    let outside = document.headline.iter().filter(|headline| headline.span.is_none());
    let mut found: Vec<Word> = outside
        .flat_map(|headline| tokens(&headline.text))
        .map(|t| Word { term: t.form.into_owned(), block: None, sentence: None, in_headline: true, span: t.span })
        .collect();
    let has_outside = !found.is_empty();
    for (number, sentence) in document.sentences.iter().enumerate() {
        let offset = sentence.span.start();
        let kind = document.blocks[sentence.block_idx as usize].kind;
        for token in tokens(sentence.span.slice(&document.text).unwrap()) {
            found.push(Word {
                term: token.form.into_owned(),
                block: Some(sentence.block_idx),
                sentence: Some(number),
                in_headline: kind == BlockKind::Headline && !has_outside,
                span: ByteSpan::new(offset + token.span.start(), offset + token.span.end()).unwrap(),
            });
        }
    }
    found
}

/// How well a word of the text fits a word of the query.
fn weight(word: &str, (asked, shape): &(String, Shape), languages: &Languages) -> Option<f64> {
    let (folded, folded_asked) = (fold(word), fold(asked));
    if asked.contains(['*', '?']) {
        return is_like(asked.as_bytes(), folded.as_bytes()).then_some(1.0);
    }
    if word == asked {
        return Some(1.0);
    }
    let none = BTreeSet::new();
    let of = |form: &str| languages.get(form).unwrap_or(&none);
    let has_stem = |tag: &str| stem(word, Language::of_tag(tag)) == stem(asked, Language::of_tag(tag));
    // What is its own English stem is English, whatever the language of its documents.
    let is_english = || of(word).contains("en") || stem(word, Language::ENGLISH) == word;
    let is_related = |tag: &String| tag != "en" && of(asked).contains(tag) && has_stem(tag);
    let is_form = || is_english() && has_stem("en") || of(word).iter().any(is_related);
    match shape {
        Shape::Exact => None,
        Shape::Fuzzy(n) => {
            let most = n.map_or(if asked.chars().count() < 6 { 1 } else { 2 }, usize::from);
            let distance = distance(&folded, &folded_asked);
            (distance <= most).then(|| [0.95, 0.6, 0.4][distance])
        }
        _ if folded == folded_asked => Some(0.95),
        _ if is_form() => Some(0.8),
        Shape::Begun if folded.starts_with(folded_asked.as_ref()) => Some(0.4),
        _ => None,
    }
}

/// Whether a word fits a pattern; patterns with `?` stand beside ASCII only.
fn is_like(pattern: &[u8], word: &[u8]) -> bool {
    match (pattern, word) {
        ([], word) => word.is_empty(),
        ([b'*', rest @ ..], _) => (0..=word.len()).any(|at| is_like(rest, &word[at..])),
        ([sign, rest @ ..], [c, word @ ..]) => (*sign == b'?' || sign == c) && is_like(rest, word),
        (_, []) => false,
    }
}

/// The length of a document as it is stored: what is over 24 keeps its first four binary digits.
fn rounded(len: usize) -> usize {
    let Some(rest) = len.checked_sub(24) else { return len };
    let unit = (1..).map(|digits| 1 << digits >> 1).find(|unit| rest / unit < 16).unwrap();
    24 + rest / unit * unit
}

/// The optimal string alignment distance, by its whole table.
fn distance(one: &str, other: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut least = changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()][b.len()]
}

/// Whether the words of a term stand next to each other in a name: folded, but not stemmed.
fn has_words(text: &str, asked: &[(String, Shape)]) -> bool {
    let words: Vec<String> = tokens(text).map(|token| token.term.into_owned()).collect();
    words.windows(asked.len()).any(|window| {
        window.iter().zip(asked).all(|(word, (asked_word, shape))| {
            let shape = if *shape == Shape::Exact { Shape::Word } else { *shape };
            let asked_word =
                if asked_word.contains(['*', '?']) { asked_word.clone() } else { fold(asked_word).into_owned() };
            weight(word, &(asked_word, shape), &Languages::new()).is_some()
        })
    })
}

impl<'m> Naive<'m> {
    pub fn new(model: &'m Collection) -> Self {
        let words: Vec<Vec<Word>> = model.documents.iter().map(words).collect();
        let mut languages = Languages::new();
        for (document, word) in
            model.documents.iter().zip(&words).flat_map(|(d, words)| words.iter().map(move |w| (d, w)))
        {
            let tag = if document.language.is_empty() { "en" } else { &document.language };
            languages.entry(word.term.clone()).or_default().insert(tag.to_owned());
        }
        let by_passage = model.documents.len() == 1;
        let mut naive = Self { model, words, by_passage, languages, values: BTreeMap::new() };
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

    fn unit_of_found(&self, doc: usize, found: &Found) -> Unit {
        let (in_text, span) = found.place;
        if in_text { self.unit_of_span(doc, span) } else { (doc as u32, None) }
    }

    fn unit_of_span(&self, doc: usize, span: ByteSpan) -> Unit {
        let block = self.model.documents[doc].blocks.iter().rposition(|block| block.span.start() <= span.start());
        (doc as u32, if self.by_passage { block.map(|block| block as u32) } else { None })
    }

    /// The words that a span of the text touches.
    fn words_of_span(&self, doc: usize, span: ByteSpan) -> (usize, usize) {
        let of_text = |word: &&Word| word.block.is_some();
        let words = &self.words[doc];
        let first = words.iter().position(|word| of_text(&word) && word.span.end() > span.start());
        let end = words.iter().rposition(|word| of_text(&word) && word.span.start() < span.end());
        (first.unwrap_or(0), end.map_or(0, |end| end + 1))
    }

    fn entities(&self, kind: Option<EntityKind>, asked: &[(String, Shape)]) -> BTreeSet<u32> {
        let named = (0u32..).zip(&self.model.entities).filter(|(_, entity)| {
            let mut forms = entity.aliases.iter().map(|alias| &alias.text).chain([&entity.name]);
            kind.is_none_or(|kind| entity.kind == kind) && forms.any(|form| has_words(form, asked))
        });
        named.map(|(number, _)| number).collect()
    }

    /// Where a term, or things near each other, stand in a document; `None` in place of the places if all of it matches.
    fn find(&self, doc: usize, ask: &Ask) -> Option<Vec<Found>> {
        let (field, typed, shape) = match ask {
            Ask::Term(field, typed, shape) => (field, typed, *shape),
            Ask::Near(operands, within) => return Some(self.near(doc, operands, *within)),
            Ask::Any(asks) => return Some(asks.iter().filter_map(|ask| self.find(doc, ask)).flatten().collect()),
            Ask::Regex(field, pattern) => return Some(self.find_regex(doc, *field, pattern)),
            _ => return Some(Vec::new()),
        };
        let asked = asked(typed, shape);
        let document = &self.model.documents[doc];
        let of_span = |span: ByteSpan| {
            let (first, end) = self.words_of_span(doc, span);
            Found { first, end, place: (true, span), weight: 1.0 }
        };
        match field {
            Field::Source => {
                let is_from = document.source.iter().any(|source| has_words(&source.text, &asked));
                if is_from { None } else { Some(Vec::new()) }
            }
            Field::Name(kind) => {
                let named = self.entities(Some(*kind), &asked);
                let mentions = document.mentions.iter().filter(|mention| named.contains(&mention.entity.0));
                Some(mentions.map(|mention| of_span(mention.span)).collect())
            }
            Field::Says => {
                let named = self.entities(None, &asked);
                let is_by = |speaker: Speaker| match speaker {
                    Speaker::Entity(entity, _) => named.contains(&entity.0),
                    Speaker::Described(span) | Speaker::Unnamed(span) => {
                        has_words(span.slice(&document.text).unwrap(), &asked)
                    }
                    Speaker::Unresolved => false,
                };
                let quotations = document.quotations.iter().filter(|quotation| is_by(quotation.speaker));
                Some(quotations.map(|quotation| of_span(quotation.span)).collect())
            }
            Field::Role => {
                let roles = self.model.entities.iter().flat_map(|entity| &entity.roles);
                let own = roles.filter(|role| role.doc.0 as usize == doc && has_words(&role.text, &asked));
                // Words that give a role twice are one place.
                let spans: BTreeSet<ByteSpan> = own.map(|role| role.span).collect();
                Some(spans.into_iter().map(of_span).collect())
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
                    let weights = (0..n).map(|at| weight(&window[at].term, &asked[at], &self.languages));
                    let least = weights.collect::<Option<Vec<f64>>>()?.into_iter().fold(1.0, f64::min);
                    let span = ByteSpan::new(window[0].span.start(), window[n - 1].span.end()).unwrap();
                    Some(Found { first, end: first + n, place: (window[0].block.is_some(), span), weight: least })
                };
                Some((0..words.len()).filter_map(fits).collect())
            }
        }
    }

    /// Those places of things near each other that take part. Within so many words: places of one paragraph are linked
    /// if no more words than these are from the one to the other; all that are linked, over others too, must hold every
    /// thing; of two things, only those that are linked to the other one take part.
    fn near(&self, doc: usize, operands: &[Ask], within: Within) -> Vec<Found> {
        let words = &self.words[doc];
        let of = |ask: &Ask| self.find(doc, ask).unwrap_or_default();
        let all: Vec<(usize, Found)> = operands
            .iter()
            .enumerate()
            .flat_map(|(number, ask)| of(ask).into_iter().map(move |f| (number, f)))
            .collect();
        let keys = |found: &Found| -> BTreeSet<Option<usize>> {
            (found.first..found.end)
                .map(|at| match within {
                    Within::Sentence => words[at].sentence,
                    _ => words[at].block.map(|block| block as usize),
                })
                .collect()
        };
        let is_linked = |a: &Found, b: &Found| match within {
            Within::Words(n) => {
                let apart = (a.first.max(b.first) + 1).saturating_sub(if a.first < b.first { a.end } else { b.end });
                words[a.first].block == words[b.first].block && (a.first == b.first || apart <= n as usize)
            }
            _ => !keys(a).is_disjoint(&keys(b)),
        };
        let takes_part = |number: usize, found: &Found| match within {
            Within::Words(_) if operands.len() == 2 => {
                all.iter().any(|(of, other)| *of != number && is_linked(found, other))
            }
            Within::Words(_) => {
                let mut linked = vec![*found];
                let mut holds = BTreeSet::from([number]);
                let mut left: Vec<&(usize, Found)> = all.iter().collect();
                while let Some(at) = left.iter().position(|(_, next)| linked.iter().any(|known| is_linked(known, next)))
                {
                    let (of, next) = left.remove(at);
                    holds.insert(*of);
                    linked.push(*next);
                }
                holds.len() == operands.len()
            }
            _ => keys(found).into_iter().any(|key| {
                (0..operands.len())
                    .all(|number| all.iter().any(|(of, other)| *of == number && keys(other).contains(&key)))
            }),
        };
        let found = all.iter().filter(|(number, found)| takes_part(*number, found));
        found.map(|(_, found)| *found).collect()
    }

    fn find_regex(&self, doc: usize, field: Field, pattern: &str) -> Vec<Found> {
        let document = &self.model.documents[doc];
        let regex = Regex::new(&format!("(?i:{pattern})")).unwrap();
        let find = |text: &str, offset: usize, in_text: bool| -> Vec<Found> {
            let found = regex.find_iter(text).filter(|found| !found.is_empty());
            let span = |found: regex_lite::Match<'_>| {
                ByteSpan::from_range(offset + found.start()..offset + found.end()).unwrap()
            };
            found.map(|found| Found { first: 0, end: 0, place: (in_text, span(found)), weight: 0.0 }).collect()
        };
        let outside = document.headline.iter().filter(|headline| headline.span.is_none() && field != Field::Text);
        let in_field = |kind: BlockKind| match field {
            Field::Title => kind == BlockKind::Headline,
            Field::Text => kind == BlockKind::Paragraph,
            _ => kind != BlockKind::Furniture,
        };
        let blocks = document.blocks.iter().filter(|block| in_field(block.kind));
        let in_text =
            blocks.flat_map(|block| find(block.span.slice(&document.text).unwrap(), block.span.range().start, true));
        outside.flat_map(|headline| find(&headline.text, 0, false)).chain(in_text).collect()
    }

    /// Whether a document may be of a range of days.
    fn is_dated(&self, doc: usize, [from, to]: [&str; 2]) -> bool {
        self.model.documents[doc].dates.first().is_some_and(|date| {
            let padded = |with: &str| date.value.clone() + &with[date.value.len()..];
            // No month of the collections has fewer days.
            padded("2017-01-01").as_str() <= to && padded("2017-12-31").as_str() >= from
        })
    }

    fn units_of_documents(&self, is_in: impl Fn(usize) -> bool) -> BTreeSet<Unit> {
        self.units().into_iter().filter(|(doc, _)| is_in(*doc as usize)).collect()
    }

    /// The units that match.
    pub fn matches(&self, ask: &Ask) -> BTreeSet<Unit> {
        match ask {
            Ask::Term(..) => self.term(ask).into_keys().collect(),
            Ask::Near(..) | Ask::Regex(..) => {
                let docs = 0..self.words.len();
                let of = |doc| self.find(doc, ask).unwrap_or_default().into_iter().map(move |f| (doc, f));
                docs.flat_map(of).map(|(doc, found)| self.unit_of_found(doc, &found)).collect()
            }
            Ask::Spread(..) => unreachable!("simplified to things near each other"),
            Ask::Date(_, days) => self.units_of_documents(|doc| self.is_dated(doc, *days)),
            Ask::Marked(mark, word) => {
                let docs = marked(*mark, word, self.words.len());
                self.units_of_documents(|doc| docs.contains(&DocId(doc as u32)))
            }
            Ask::Any(asks) => asks.iter().flat_map(|ask| self.matches(ask)).collect(),
            Ask::All(asks) => asks.iter().fold(self.units(), |all, ask| &all & &self.matches(ask)),
            Ask::Not(inner) => &self.units() - &self.matches(inner),
        }
    }

    /// The score of a unit: that of all terms that are asked for, each as often as it is asked for.
    pub fn score(&self, ask: &Ask, unit: Unit) -> f64 {
        ask.terms().iter().map(|term| self.term(term).get(&unit).copied().unwrap_or_default()).sum()
    }

    /// The loosened query: in each alternative, any of what is asked, under the same conditions.
    pub fn loosened(ask: &Ask) -> Option<Ask> {
        match ask {
            Ask::All(asks) => {
                let (negative, positive): (Vec<Ask>, Vec<Ask>) = asks.iter().cloned().partition(Ask::is_condition);
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
                        let sums = frequencies.entry(self.unit_of_found(doc, &place)).or_default();
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
                let n = words.filter(|(at, w)| w.in_headline == in_headline && of_unit(unit.0 as usize, *at)).count();
                if self.by_passage { n as f64 } else { rounded(n) as f64 }
            };
            let norm = |b: f64, len: f64, mean: f64| 1.0 - b + b * len / mean;
            let frequency = 2.0 * headline / norm(0.5, len(true), means.0) + body / norm(0.9, len(false), means.1);
            idf * frequency / (frequency + 2.5)
        };
        frequencies.into_iter().map(|(unit, frequency)| (unit, score(unit, frequency))).collect()
    }

    /// The places of a document by unit, in reading order.
    pub fn places(&self, doc: usize, ask: Option<&Ask>, filters: &Filters) -> Vec<(Unit, NaivePlace)> {
        let Some(ask) = ask else { return self.chosen_places(doc, filters) };
        let terms = ask.positive();
        let is_says = |ask: &&Ask| matches!(ask, Ask::Term(Field::Says, ..));
        let has_place = |ask: &&Ask| match ask {
            Ask::Term(field, ..) => *field != Field::Source,
            ask => matches!(ask, Ask::Near(..) | Ask::Regex(..)),
        };
        let only_says = terms.iter().filter(|ask| has_place(ask)).all(is_says);
        let terms = terms.into_iter().filter(|term| only_says || !is_says(term));
        let mut found: Vec<Found> = terms.flat_map(|term| self.find(doc, term).unwrap_or_default()).collect();
        found.sort_by_key(|found| (found.place.0, found.place.1.start(), std::cmp::Reverse(found.place.1.end())));
        let mut free_from = (false, 0);
        found.retain(|Found { place: (in_text, span), .. }| {
            let is_free = (*in_text, span.start()) >= free_from;
            free_from = if is_free { (*in_text, span.end()) } else { free_from };
            is_free
        });
        found.into_iter().map(|found| (self.unit_of_found(doc, &found), found.place)).collect()
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
        let unit = |span: ByteSpan| self.unit_of_span(doc, span);
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
            let unit = |span: ByteSpan| self.unit_of_span(doc, span);
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
                Facet::Format => Some(document.format.word().to_owned()),
                Facet::Date => {
                    document.dates.first().map(|date| date.value[..4].to_owned()).or(Some(UNDATED.to_owned()))
                }
            };
            for unit in self.units().into_iter().filter(|unit| unit.0 == doc as u32) {
                add(own.clone(), unit);
            }
        }
        values
    }

    /// The units that have a value: one of those that are listed, or dates between two days.
    pub fn units_of(&self, facet: Facet, key: &str) -> BTreeSet<Unit> {
        if facet == Facet::Date && key == DAYS.0 {
            let is_in = |unit: &Unit| self.is_dated(unit.0 as usize, DAYS.1);
            return self.units().into_iter().filter(is_in).collect();
        }
        self.values(facet).get(key).cloned().unwrap_or_default()
    }

    /// Whether a unit fits what was chosen in all facets but one.
    pub fn fits(&self, unit: Unit, filters: &Filters, left_out: Option<Facet>) -> bool {
        filters.0.iter().filter(|&(&facet, _)| Some(facet) != left_out).all(|(&facet, selection)| {
            let has = |key: &String| self.units_of(facet, key).contains(&unit);
            (selection.include.is_empty() || selection.include.iter().any(has)) && !selection.exclude.iter().any(has)
        })
    }
}
