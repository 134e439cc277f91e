//! What is telling about each document: the names and words that it holds and few others do, with their weights.
//! It compares no documents.

use std::borrow::Cow;
use std::collections::HashMap;

use corpus::analysis::{Language, stem};
use corpus::model::{Document, Entity, EntityId, EntityKind};
use corpus::parallel;
use corpus::span::ByteSpan;
use corpus::tokens::{DocumentTokens, Tokens};
use foldhash::fast::FixedState;

use crate::lists;

/// Most features that are kept of one document: those that weigh most. Long documents hold many rare words, and what
/// they are about shows long before the sixty-fourth.
const MAX_FEATURES: usize = 64;

/// How much evidence relates documents: one very rare name, a name and anything else, or three words. Two words that are
/// rare in the collection meet by chance too often ("overheard", "dressed").
pub(super) const ENOUGH: u64 = 3;

/// How many binary digits the evidence of [`MAX_FEATURES`] takes.
pub(super) const EVIDENCE_BITS: u32 = (MAX_FEATURES as u64 * ENOUGH).ilog2() + 1;

/// Most documents that may hold a rare thing, in any collection: it bounds the work.
const MAX_DOC_FREQ: u32 = 128;

/// Shortest word that can be telling, in characters; shorter ones are particles, unless they are names.
const MIN_WORD_LEN: usize = 4;

/// Binary digits behind the point of a logarithm.
const LOG_BITS: u32 = 8;

/// A name or a word, by number. Names come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FeatureId(pub(super) u32);

/// A telling thing in one document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Feature {
    pub(super) id: FeatureId,
    /// (1 + log tf) · log(N / df): how often the document has it, and how few others do.
    pub(super) weight: u32,
    /// Where the document has it: a place where it is in lower case if there is one.
    pub(super) span: ByteSpan,
}

/// The telling things of all documents.
#[derive(Default)]
pub(super) struct Features {
    n_names: u32,
    n_docs: u32,
    /// Most documents that may hold what is rare, and what is very rare.
    max_rare: u32,
    max_very_rare: u32,
    doc_freqs: Vec<u32>,
    /// For each document its features by number.
    pub(super) of_document: Vec<Vec<Feature>>,
}

impl Features {
    /// Documents that are not `counted` are copies of others: they have features, but no say in what is rare.
    pub(super) fn of(
        documents: &[Document],
        tokens: &Tokens<'_>,
        entities: &[Entity],
        is_counted: impl Fn(usize) -> bool,
    ) -> Self {
        let n_names = u32::try_from(entities.len()).unwrap_or(u32::MAX);
        let (words, end) = numbers(tokens.terms(), n_names);
        let occurrences = parallel::map(documents.iter().enumerate().collect(), |(idx, document)| {
            let own = tokens.document(idx);
            own.map(|(tokens, numbers)| occurrences(document, entities, tokens, numbers, &words)).unwrap_or_default()
        });
        let mut features = Self { n_names, doc_freqs: vec![0; end as usize], ..Self::default() };
        for (_, occurrences) in occurrences.iter().enumerate().filter(|&(idx, _)| is_counted(idx)) {
            features.n_docs += 1;
            occurrences.iter().for_each(|occurrence| features.doc_freqs[occurrence.id.0 as usize] += 1);
        }
        features.max_rare = features.n_docs.isqrt().clamp(2, MAX_DOC_FREQ);
        features.max_very_rare = features.n_docs.isqrt().isqrt().max(2);
        features.of_document = parallel::map(occurrences, |occurrences| features.telling(&occurrences));
        features
    }

    fn telling(&self, occurrences: &[Occurrence]) -> Vec<Feature> {
        let rare = occurrences.iter().filter(|occurrence| self.is_rare(occurrence.id));
        let mut features: Vec<Feature> = rare
            .map(|&Occurrence { id, count, span, .. }| {
                let weight = (((1 << LOG_BITS) + log2(count)) * self.idf(id)) >> LOG_BITS;
                Feature { id, weight, span }
            })
            .collect();
        features.sort_unstable_by_key(|feature| (u32::MAX - feature.weight, feature.id));
        features.truncate(MAX_FEATURES);
        features.sort_unstable_by_key(|feature| feature.id);
        features
    }

    /// Inverse document frequency, log(N / df) (K. Spärck Jones, "A statistical interpretation of term specificity and
    /// its application in retrieval", 1972), in whole numbers, so that it is the same on every machine.
    fn idf(&self, id: FeatureId) -> u32 {
        log2(self.n_docs).saturating_sub(log2(self.doc_freq(id)))
    }

    /// How many documents hold it.
    pub(super) fn doc_freq(&self, id: FeatureId) -> u32 {
        self.doc_freqs.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// Whether it stands in more than one document and in no more than √N of them: its idf is at least half of the
    /// greatest there is.
    fn is_rare(&self, id: FeatureId) -> bool {
        let doc_freq = self.doc_freq(id);
        (2..=self.max_rare).contains(&doc_freq) && doc_freq < self.n_docs
    }

    /// How much it says, of [`ENOUGH`], that two documents share it. A name says more than a word, and one in so few
    /// documents that its idf is at least three quarters of the greatest there is says enough by itself.
    pub(super) fn evidence(&self, id: FeatureId) -> u64 {
        match self.name(id) {
            Some(_) if self.doc_freq(id) <= self.max_very_rare => ENOUGH,
            Some(_) => 2,
            None => 1,
        }
    }

    /// The entity, if the feature is a name.
    pub(super) fn name(&self, id: FeatureId) -> Option<EntityId> {
        (id.0 < self.n_names).then_some(EntityId(id.0))
    }
}

/// A name or word in one document, with how often it stands there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Occurrence {
    id: FeatureId,
    /// Whether it is never in lower case.
    is_capitalised: bool,
    /// A place, in lower case if there is one.
    span: ByteSpan,
    count: u32,
}

/// Names and words of the story, by number. Words inside names are the names' own, and so is the writer's name.
/// Amounts of money are nobody's name. `numbers` are those of the document's terms, `words` those of the terms as
/// features.
fn occurrences(
    document: &Document,
    entities: &[Entity],
    tokens: &DocumentTokens,
    numbers: &[u32],
    words: &[Option<FeatureId>],
) -> Vec<Occurrence> {
    let credits = [&document.byline, &document.source].map(|credit| credit.as_ref().and_then(|credit| credit.span));
    let is_credit = |span: ByteSpan| credits.iter().flatten().any(|credit| credit.overlaps(span));
    let word = |term: u32| *words.get(*numbers.get(term as usize)? as usize)?;
    let is_money = |id: EntityId| entities.get(id.0 as usize).is_some_and(|entity| entity.kind == EntityKind::Money);
    let is_lower = |span: ByteSpan| span.slice(&document.text).is_some_and(|word| word.starts_with(char::is_lowercase));
    let once = |id, span| Occurrence { id, is_capitalised: !is_lower(span), span, count: 1 };
    let mentions = document.mentions.iter().filter(|mention| !is_credit(mention.span) && !is_money(mention.entity));
    let mut found: Vec<Occurrence> = mentions.map(|mention| once(FeatureId(mention.entity.0), mention.span)).collect();
    let mut of_term: Vec<Option<Occurrence>> = vec![None; numbers.len()];
    let mut mentions = document.mentions.iter().peekable();
    for token in tokens.sentences(document).flatten() {
        let Some(id) = word(token.term) else { continue };
        while mentions.next_if(|mention| mention.span.end() <= token.span.start()).is_some() {}
        let is_in_name = mentions.peek().is_some_and(|mention| mention.span.overlaps(token.span));
        if is_in_name || is_credit(token.span) {
            continue;
        }
        match &mut of_term[token.term as usize] {
            Some(known) => {
                known.count += 1;
                if known.is_capitalised && is_lower(token.span) {
                    (known.is_capitalised, known.span) = (false, token.span);
                }
            }
            none => *none = Some(once(id, token.span)),
        }
    }
    found.extend(of_term.into_iter().flatten());
    found.sort_unstable();
    let same = found.chunk_by(|a, b| a.id == b.id);
    same.filter_map(|all| Some(Occurrence { count: all.iter().map(|own| own.count).sum(), ..*all.first()? })).collect()
}

/// The number of each term as a feature, from `first` on, or `None` if the term could tell nothing; and the number
/// behind the last. Forms of one stem have the same.
fn numbers(terms: &[&str], first: u32) -> (Vec<Option<FeatureId>>, u32) {
    let stems = parallel::map(terms.to_vec(), |term| is_telling(term).then(|| stem(term, Language::ENGLISH)));
    let mut next = first;
    // The map's order is never seen.
    let mut of_stem: HashMap<Cow<'_, str>, FeatureId, FixedState> = HashMap::default();
    let mut number = |stem| {
        *of_stem.entry(stem).or_insert_with(|| {
            next += 1;
            FeatureId(next - 1)
        })
    };
    let numbers = stems.into_iter().map(|stem| stem.map(&mut number)).collect();
    (numbers, next)
}

fn is_telling(term: &str) -> bool {
    term.chars().nth(MIN_WORD_LEN - 1).is_some()
        && term.chars().all(char::is_alphabetic)
        && !lists::is_plain_word(term)
        && !lists::starts_sentences(term)
        && !lists::is_reporting_verb(term)
        && !lists::is_capitalised_anyway(term)
}

/// The binary logarithm of a number with [`LOG_BITS`] digits behind the point, rounded down; 0 for 0. Squaring a number
/// doubles its logarithm, which brings one digit after the other before the point.
fn log2(number: u32) -> u32 {
    let Some(whole) = number.checked_ilog2() else { return 0 };
    let mut mantissa = (u64::from(number) << 31) >> whole;
    (0..LOG_BITS).fold(whole, |log, _| {
        mantissa = (mantissa * mantissa) >> 31;
        let digit = u32::from(mantissa >> 32 != 0);
        mantissa >>= digit;
        (log << 1) | digit
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_those_of_mathematics_rounded_down() {
        for number in [1u32, 2, 3, 5, 7, 10, 100, 845, 1024, 19_043, 1 << 30, u32::MAX] {
            let exact = f64::from(number).log2() * f64::from(1 << LOG_BITS);
            assert_eq!(log2(number), exact.floor() as u32, "{number}");
        }
        assert_eq!(log2(0), 0);
    }

    #[test]
    fn function_words_numbers_and_short_words_tell_nothing() {
        for (term, expected) in [
            ("gardener", true),
            ("données", true),
            ("however", false),
            ("because", false),
            ("becoming", false),
            ("said", false),
            ("monday", false),
            ("1995", false),
            ("b2b4", false),
            ("oil", false),
        ] {
            assert_eq!(is_telling(term), expected, "{term}");
        }
    }
}
