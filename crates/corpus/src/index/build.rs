//! Builds the index of a collection at compile time.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::BLOCK_GAP;
use super::postings::PostingsWriter;
use crate::analysis::{stem, tokens};
use crate::codec::Section;
use crate::codec::table::TableWriter;
use crate::model::{BlockKind, Document, Entity};

/// Where the parts of a document begin, in positions.
#[derive(Debug, Default)]
pub(crate) struct DocumentPositions {
    /// Positions of the headline's tokens.
    pub(crate) headline: Range<u32>,
    /// Tokens outside of the headline.
    pub(crate) body_len: u32,
    /// Per block: its first position and its number of tokens.
    pub(crate) blocks: Vec<(u32, u32)>,
    /// Per sentence: its first position.
    pub(crate) sentences: Vec<u32>,
    /// Per token of the text: where it ends in bytes, and its position.
    tokens: Vec<(u32, u32)>,
}

impl DocumentPositions {
    /// The position of the first token that ends after the byte `offset`.
    pub(crate) fn of_text_offset(&self, offset: u32) -> u32 {
        let at = self.tokens.partition_point(|&(end, _)| end <= offset);
        self.tokens.get(at).or(self.tokens.last()).map_or(0, |&(_, position)| position)
    }
}

/// Collects the postings of all documents.
#[derive(Debug, Default)]
pub(crate) struct IndexBuilder {
    /// The order of this map is never stored: terms are sorted at the end.
    numbers: HashMap<String, usize>,
    postings: Vec<PostingsWriter>,
    headline_len: u32,
    body_len: u32,
}

impl IndexBuilder {
    /// Tokens in all headlines and in all bodies so far.
    pub(crate) fn total_lens(&self) -> (u32, u32) {
        (self.headline_len, self.body_len)
    }

    /// Indexes a document. Documents come in the order of their numbers.
    pub(crate) fn add_document(&mut self, doc: u32, source: &Document) -> DocumentPositions {
        let mut at = DocumentPositions::default();
        let mut occurrences: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        let mut position = 0u32;
        if let Some(headline) = source.headline.as_ref().filter(|headline| headline.span.is_none()) {
            for token in tokens(&headline.text) {
                occurrences.entry(self.number(&token.term)).or_default().push(position);
                position += 1;
            }
            at.headline = 0..position;
            position += BLOCK_GAP;
        }
        let mut sentences = source.sentences.iter().peekable();
        for (block_idx, block) in (0u32..).zip(&source.blocks) {
            let first = position;
            while let Some(sentence) = sentences.next_if(|sentence| sentence.block_idx == block_idx) {
                at.sentences.push(position);
                for token in tokens(sentence.span.slice(&source.text).unwrap_or_default()) {
                    occurrences.entry(self.number(&token.term)).or_default().push(position);
                    at.tokens.push((sentence.span.start() + token.span.end(), position));
                    position += 1;
                }
            }
            at.blocks.push((first, position - first));
            match block.kind {
                // Only the block that holds the headline itself counts as such; one outside of the text comes first.
                BlockKind::Headline if at.headline.is_empty() => at.headline = first..position,
                _ => at.body_len += position - first,
            }
            if position > first {
                position += BLOCK_GAP;
            }
        }
        debug_assert!(sentences.next().is_none(), "every sentence belongs to a block, in order");
        for (number, positions) in occurrences {
            let n_headline = positions.iter().filter(|position| at.headline.contains(position)).count() as u32;
            self.postings[number].push(doc, n_headline, &positions);
        }
        self.headline_len += at.headline.end - at.headline.start;
        self.body_len += at.body_len;
        at
    }

    fn number(&mut self, term: &str) -> usize {
        if let Some(&number) = self.numbers.get(term) {
            return number;
        }
        let number = self.postings.len();
        self.numbers.insert(term.to_owned(), number);
        self.postings.push(PostingsWriter::default());
        number
    }

    /// The sections of the index.
    pub(crate) fn finish(self, entities: &[Entity]) -> Vec<(Section, Vec<u8>)> {
        let mut terms: Vec<(String, usize)> = self.numbers.into_iter().collect();
        terms.sort_unstable();
        let mut writers: Vec<Option<PostingsWriter>> = self.postings.into_iter().map(Some).collect();
        let (mut offsets, mut postings) = (TableWriter::<1>::default(), Vec::new());
        let mut by_stem: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (sorted, (term, number)) in (0u32..).zip(&terms) {
            offsets.push([postings.len() as u32]);
            if let Some(writer) = writers[*number].take() {
                writer.finish(&mut postings);
            }
            by_stem.entry(stem(term).into_owned()).or_default().push(sorted);
        }
        offsets.push([postings.len() as u32]);
        by_stem.retain(|stem, numbers| {
            numbers.len() > 1 || numbers.iter().any(|&number| terms[number as usize].0 != *stem)
        });
        let dictionary = map((0u64..).zip(&terms).map(|(number, (term, _))| (term.as_str(), number)));
        let (stems, stem_terms) = lists(&by_stem);
        let (names, name_entities) = lists(&name_words(entities));
        vec![
            (Section::Terms, dictionary),
            (Section::PostingOffsets, offsets.finish()),
            (Section::Postings, postings),
            (Section::Stems, stems),
            (Section::StemTerms, stem_terms),
            (Section::NameWords, names),
            (Section::NameEntities, name_entities),
        ]
    }
}

/// Which entities have a word in some form of their name.
fn name_words(entities: &[Entity]) -> BTreeMap<String, Vec<u32>> {
    let mut words: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for (number, entity) in (0u32..).zip(entities) {
        let forms = entity.aliases.iter().map(|alias| alias.text.as_str()).chain([entity.name.as_str()]);
        for token in forms.flat_map(tokens) {
            words.entry(token.term.into_owned()).or_default().insert(number);
        }
    }
    words.into_iter().map(|(word, numbers)| (word, numbers.into_iter().collect())).collect()
}

/// A dictionary of lists: the keys with the row of their list, and the rows.
fn lists(entries: &BTreeMap<String, Vec<u32>>) -> (Vec<u8>, Vec<u8>) {
    let mut rows = TableWriter::<1>::default();
    let mut keys = Vec::with_capacity(entries.len());
    for (key, numbers) in entries {
        keys.push((key.as_str(), u64::from(rows.n_rows())));
        rows.push([numbers.len() as u32]);
        numbers.iter().for_each(|&number| rows.push([number]));
    }
    (map(keys.into_iter()), rows.finish())
}

/// An `fst` map of keys that come sorted and without repetition.
fn map<'k>(entries: impl Iterator<Item = (&'k str, u64)>) -> Vec<u8> {
    fst::Map::from_iter(entries).expect("keys are sorted and unique").into_fst().into_inner()
}
