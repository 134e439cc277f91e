//! Builds the index of a collection at compile time.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use foldhash::fast::FixedState;

use super::Index;
use super::lens::{code_of_len, len_of_code};
use super::postings::{self, Posting};
use crate::analysis::{self, Language, english_stem, fold, stem, tokens};
use crate::codec::Section;
use crate::codec::bytes::Writer;
use crate::codec::records::RecordsWriter;
use crate::codec::texts::{TextsWriter, Word};
use crate::model::{BlockKind, Document, Entity};
use crate::parallel;
use crate::search::score;
use crate::span::ByteSpan;
use crate::tokens::{SentenceToken, Tokens};

/// The sections that follow from texts alone: the texts themselves, and the index of their words.
#[derive(Debug, Default)]
pub struct TextIndex {
    pub(crate) sections: Vec<(Section, Vec<u8>)>,
    /// Per document: tokens in headline and body, as exact as they are stored.
    pub(crate) lens: Vec<(u32, u32)>,
    /// The same of all documents together.
    pub(crate) total_lens: (u32, u32),
}

/// The terms that share a stem with others in a language other than English, with the numbers of those others.
type Relatives = BTreeMap<String, Vec<u32>>;

impl TextIndex {
    /// Indexes documents, whose tokens these are. What they name and whom they quote has no say.
    pub fn of(documents: &[Document], tokens: &Tokens<'_>) -> Self {
        Self::with(documents, tokens, relatives)
    }

    /// Indexes documents that a corpus was made of, and that have changed. Terms are relatives if they were before: so the
    /// stemmers of all languages are not needed.
    pub(crate) fn again(documents: &[Document], tokens: &Tokens<'_>, before: &Index<'_>) -> Self {
        Self::with(documents, tokens, |terms, _| known_relatives(terms, before))
    }

    fn with(
        documents: &[Document],
        tokens: &Tokens<'_>,
        relatives: impl FnOnce(&[&str], &Languages) -> Relatives + Send,
    ) -> Self {
        let languages = Languages::of(documents, tokens);
        let indexed = || {
            parallel::join(
                || postings_section(documents, tokens),
                || key_sections(tokens.terms(), &languages, relatives),
            )
        };
        // The longest first: it is the one that does not spread over the cores.
        let (texts, ((lens, postings), keys)) = parallel::join(|| text_sections(documents, tokens), indexed);
        let sections = keys.into_iter().chain([(Section::Postings, postings)]).chain(texts).collect();
        let total = |len: fn(&(u32, u32)) -> u32| lens.iter().map(len).fold(0, u32::saturating_add);
        let total_lens = (total(|lens| lens.0), total(|lens| lens.1));
        Self { sections, lens, total_lens }
    }
}

/// The postings of all terms, and how many tokens headline and body of each document have.
fn postings_section(documents: &[Document], tokens: &Tokens<'_>) -> (Vec<(u32, u32)>, Vec<u8>) {
    let occurrences = parallel::map(documents.iter().enumerate().collect(), |(doc_idx, document)| {
        Occurrences::of(document, tokens, doc_idx)
    });
    let mut n_postings = vec![0u32; tokens.terms().len()];
    let terms = occurrences.iter().flat_map(|own| &own.terms);
    terms.for_each(|&(term, ..)| n_postings[term as usize] += 1);
    let mut lists: Vec<Vec<Posting>> = n_postings.iter().map(|&n| Vec::with_capacity(n as usize)).collect();
    for (doc, own) in (0u32..).zip(&occurrences) {
        for &(term, n_body, n_headline) in &own.terms {
            lists[term as usize].push(Posting { doc, n_body, n_headline });
        }
    }
    let lens: Vec<(u32, u32)> = occurrences.iter().map(|own| own.lens).collect();
    let mean_lens = score::mean_lens(&lens);
    let quantised: Vec<(u32, u32)> = lens
        .iter()
        .map(|&(headline, body)| (len_of_code(code_of_len(headline)), len_of_code(code_of_len(body))))
        .collect();
    let impact = |posting: &Posting| {
        score::impact((posting.n_headline, posting.n_body), quantised[posting.doc as usize], mean_lens)
    };
    let written = parallel::map(lists, |list| postings::write(&list, impact));
    (lens, RecordsWriter::write(&written))
}

/// What leads from words to terms.
fn key_sections(
    terms: &[&str],
    languages: &Languages,
    relatives: impl FnOnce(&[&str], &Languages) -> Relatives,
) -> [(Section, Vec<u8>); 7] {
    let (stems, stem_terms) = lists_by_key(&stems(terms, languages));
    let (folds, fold_terms) = lists_by_key(&folds(terms));
    let (relatives, relative_terms) = lists_by_key(&relatives(terms, languages));
    [
        (Section::Terms, map((0u64..).zip(terms.iter().copied()))),
        (Section::Stems, stems),
        (Section::StemTerms, stem_terms),
        (Section::Folds, folds),
        (Section::FoldTerms, fold_terms),
        (Section::Relatives, relatives),
        (Section::RelativeTerms, relative_terms),
    ]
}

/// The texts.
fn text_sections(documents: &[Document], tokens: &Tokens<'_>) -> [(Section, Vec<u8>); 2] {
    let mut texts = TextsWriter::new(tokens.terms().len());
    for (doc_idx, document) in documents.iter().enumerate() {
        texts.push(&document.text, &words(document, tokens, doc_idx));
    }
    let (symbols, texts) = texts.finish();
    [(Section::Symbols, symbols), (Section::Texts, texts)]
}

/// The sections that follow from texts alone.
pub(crate) const SECTIONS: [Section; 10] = [
    Section::Terms,
    Section::Postings,
    Section::Stems,
    Section::StemTerms,
    Section::Folds,
    Section::FoldTerms,
    Section::Relatives,
    Section::RelativeTerms,
    Section::Symbols,
    Section::Texts,
];

/// What one document holds.
struct Occurrences {
    /// Terms with their occurrences in the body and in the headline, by number.
    terms: Vec<(u32, u32, u32)>,
    lens: (u32, u32),
}

impl Occurrences {
    fn of(document: &Document, tokens: &Tokens<'_>, doc_idx: usize) -> Self {
        let Some((own, numbers)) = tokens.document(doc_idx) else { return Self { terms: Vec::new(), lens: (0, 0) } };
        let mut counts = vec![(0u32, 0u32); numbers.len()];
        own.headline().iter().for_each(|&term| counts[term as usize].1 += 1);
        let mut lens = (own.headline().len() as u32, 0);
        // Only the block that holds the headline itself counts as such; one outside of the text comes first.
        let mut headline = document.blocks.iter().position(|block| block.kind == BlockKind::Headline);
        headline = headline.filter(|_| own.headline().is_empty());
        for (sentence, tokens) in document.sentences.iter().zip(own.sentences(document)) {
            let in_headline = Some(sentence.block_idx as usize) == headline;
            for token in tokens {
                let count = &mut counts[token.term as usize];
                let (count, len) = if in_headline { (&mut count.1, &mut lens.0) } else { (&mut count.0, &mut lens.1) };
                (*count, *len) = (*count + 1, *len + 1);
            }
        }
        let terms = counts.into_iter().zip(numbers).filter(|(count, _)| *count != (0, 0));
        Self { terms: terms.map(|((body, headline), &term)| (term, body, headline)).collect(), lens }
    }
}

/// The languages of documents whose words are stemmed otherwise than English ones, and which of them each term is in.
struct Languages {
    languages: Vec<Language>,
    /// Per term: bit 0 for English and unknown languages, then one for each of the others.
    of_term: Vec<u64>,
}

impl Languages {
    fn of(documents: &[Document], tokens: &Tokens<'_>) -> Self {
        let mut found = Self { languages: Vec::new(), of_term: vec![0; tokens.terms().len()] };
        for (doc_idx, document) in documents.iter().enumerate() {
            let language = Language::of_tag(&document.language);
            let bit = match language == Language::ENGLISH || !language.has_stems() {
                true => 0,
                false => {
                    1 + found.languages.iter().position(|known| *known == language).unwrap_or_else(|| {
                        found.languages.push(language);
                        found.languages.len() - 1
                    })
                }
            };
            let numbers = tokens.document(doc_idx).map_or(&[][..], |(_, numbers)| numbers);
            numbers.iter().for_each(|&term| found.of_term[term as usize] |= 1 << bit);
        }
        found
    }
}

/// The terms of each English stem, but for stems that are their own only form. Terms of other languages have a part in
/// it if they are stems themselves, since a stem that is its own only form is found whatever its language.
fn stems(terms: &[&str], languages: &Languages) -> BTreeMap<String, Vec<u32>> {
    let mut by_stem: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (number, term) in (0u32..).zip(terms) {
        let stem = english_stem(term);
        if languages.of_term[number as usize] & 1 == 1 || stem == *term {
            by_stem.entry(stem.into_owned()).or_default().push(number);
        }
    }
    by_stem.retain(|stem, numbers| numbers.len() > 1 || numbers.iter().any(|&number| terms[number as usize] != *stem));
    by_stem
}

/// The terms with accents of each folded term.
fn folds(terms: &[&str]) -> BTreeMap<String, Vec<u32>> {
    let mut by_fold: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (number, term) in (0u32..).zip(terms) {
        let folded = fold(term);
        if folded != *term {
            by_fold.entry(folded.into_owned()).or_default().push(number);
        }
    }
    by_fold
}

/// For each term that shares its stem with others in a language other than English: those others.
fn relatives(terms: &[&str], languages: &Languages) -> Relatives {
    let mut relatives: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for (bit, &language) in (1..).zip(&languages.languages) {
        let mut by_stem: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (number, term) in
            (0u32..).zip(terms).filter(|(number, _)| languages.of_term[*number as usize] >> bit & 1 == 1)
        {
            by_stem.entry(stem(term, language).into_owned()).or_default().push(number);
        }
        for numbers in by_stem.values().filter(|numbers| numbers.len() > 1) {
            for &number in numbers {
                let others = numbers.iter().filter(|&&other| other != number);
                relatives.entry(terms[number as usize].to_owned()).or_default().extend(others);
            }
        }
    }
    relatives.into_iter().map(|(term, numbers)| (term, numbers.into_iter().collect())).collect()
}

/// The relatives that terms have in an index, as far as they are terms still.
fn known_relatives(terms: &[&str], before: &Index<'_>) -> Relatives {
    let of_term = |term: &&str| {
        let known = before.relatives(term).into_iter().filter_map(|number| before.spelling(number));
        let mut now: Vec<u32> =
            known.filter_map(|word| terms.binary_search(&word.as_str()).ok()).map(|number| number as u32).collect();
        now.sort_unstable();
        (!now.is_empty()).then(|| ((*term).to_owned(), now))
    };
    terms.iter().filter_map(of_term).collect()
}

/// The sections of the index that follow from the entities.
pub(crate) fn names(entities: &[Entity]) -> [(Section, Vec<u8>); 2] {
    // The map's order is never seen.
    let mut words: HashMap<String, Vec<u32>, FixedState> = HashMap::default();
    for (number, entity) in (0u32..).zip(entities) {
        let forms = entity.aliases.iter().map(|alias| alias.text.as_str()).chain([entity.name.as_str()]);
        for token in forms.flat_map(tokens) {
            let numbers = words.entry(token.term.into_owned()).or_default();
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
    }
    let (names, name_entities) = lists_by_key(&words.into_iter().collect());
    [(Section::NameWords, names), (Section::NameEntities, name_entities)]
}

/// A dictionary of lists: the keys with the number of their list, and the lists, which ascend.
fn lists_by_key(entries: &BTreeMap<String, Vec<u32>>) -> (Vec<u8>, Vec<u8>) {
    let lists: Vec<_> = entries.values().map(|numbers| ascending(numbers.iter().copied()).0).collect();
    (map((0u64..).zip(entries.keys().map(String::as_str))), RecordsWriter::write(&lists))
}

/// Numbers that ascend, each as its distance to the one before it.
pub(crate) fn ascending(numbers: impl IntoIterator<Item = u32>) -> Writer {
    let (mut list, mut last) = (Writer::default(), 0);
    for number in numbers {
        list.number(number - last);
        last = number;
    }
    list
}

/// An `fst` map of keys that come sorted and without repetition.
fn map<'k>(entries: impl Iterator<Item = (u64, &'k str)>) -> Vec<u8> {
    let entries = entries.map(|(number, key)| (key, number));
    fst::Map::from_iter(entries).expect("keys are sorted and unique").into_fst().into_inner()
}

/// All words of a text: the tokens of its sentences, and those between them.
fn words(source: &Document, tokens: &Tokens<'_>, doc_idx: usize) -> Vec<Word> {
    let Some((own, numbers)) = tokens.document(doc_idx) else { return Vec::new() };
    let (mut words, mut end) = (Vec::new(), 0);
    let between = |from: u32, to: usize, words: &mut Vec<Word>| {
        let gap = source.text.get(from as usize..to).filter(|gap| !gap.trim().is_empty()).unwrap_or_default();
        words.extend(analysis::tokens(gap).filter_map(|token| {
            let span = ByteSpan::new(from.checked_add(token.span.start())?, from.checked_add(token.span.end())?)?;
            Some(Word { span, term: tokens.number(&token.form) })
        }));
    };
    for (sentence, tokens) in source.sentences.iter().zip(own.sentences(source)) {
        between(end, sentence.span.start() as usize, &mut words);
        let word = |token: SentenceToken| Word { span: token.span, term: numbers.get(token.term as usize).copied() };
        words.extend(tokens.map(word).filter(|word| word.span.start() >= end));
        end = end.max(sentence.span.end());
    }
    between(end, source.text.len(), &mut words);
    words
}
