//! Builds the index of a collection at compile time.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::BLOCK_GAP;
use super::postings::PostingsWriter;
use crate::analysis::{stem, tokens};
use crate::codec::Section;
use crate::codec::table::TableWriter;
use crate::model::{BlockKind, Document, Entity};
use crate::tokens::Tokens;

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
#[derive(Debug)]
pub(crate) struct IndexBuilder<'t> {
    tokens: &'t Tokens,
    /// Per term of all documents.
    postings: Vec<PostingsWriter>,
    headline_len: u32,
    body_len: u32,
}

impl<'t> IndexBuilder<'t> {
    /// A builder for documents with these tokens.
    pub(crate) fn new(tokens: &'t Tokens) -> Self {
        let postings = tokens.terms().iter().map(|_| PostingsWriter::default()).collect();
        Self { tokens, postings, headline_len: 0, body_len: 0 }
    }

    /// Tokens in all headlines and in all bodies so far.
    pub(crate) fn total_lens(&self) -> (u32, u32) {
        (self.headline_len, self.body_len)
    }

    /// Indexes a document. Documents come in the order of their numbers.
    pub(crate) fn add_document(&mut self, doc: u32, source: &Document) -> DocumentPositions {
        let mut at = DocumentPositions::default();
        let Some((tokens, numbers)) = self.tokens.document(doc as usize) else { return at };
        let mut occurrences: Vec<(u32, u32)> = Vec::new();
        let mut position = 0u32;
        if !tokens.headline().is_empty() {
            for &term in tokens.headline() {
                occurrences.push((term, position));
                position += 1;
            }
            at.headline = 0..position;
        }
        if source.headline.as_ref().is_some_and(|headline| headline.span.is_none()) {
            position += BLOCK_GAP;
        }
        let mut sentences = source.sentences.iter().zip(tokens.sentences(source)).peekable();
        for (block_idx, block) in (0u32..).zip(&source.blocks) {
            let first = position;
            while let Some((_, sentence)) = sentences.next_if(|(sentence, _)| sentence.block_idx == block_idx) {
                at.sentences.push(position);
                for token in sentence {
                    occurrences.push((token.term, position));
                    at.tokens.push((token.span.end(), position));
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
        occurrences.sort_unstable();
        let mut positions = Vec::new();
        for of_term in occurrences.chunk_by(|(a, _), (b, _)| a == b) {
            positions.clear();
            positions.extend(of_term.iter().map(|&(_, position)| position));
            let n_headline = positions.iter().filter(|position| at.headline.contains(position)).count() as u32;
            let number = of_term.first().and_then(|&(term, _)| numbers.get(term as usize));
            if let Some(writer) = number.and_then(|&number| self.postings.get_mut(number as usize)) {
                writer.push(doc, n_headline, &positions);
            }
        }
        self.headline_len += at.headline.end - at.headline.start;
        self.body_len += at.body_len;
        at
    }

    /// The sections of the index.
    pub(crate) fn finish(self, entities: &[Entity]) -> Vec<(Section, Vec<u8>)> {
        let terms = self.tokens.terms();
        let (mut offsets, mut postings) = (TableWriter::<1>::default(), Vec::new());
        let mut by_stem: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for ((number, term), writer) in (0u32..).zip(terms).zip(self.postings) {
            offsets.push([postings.len() as u32]);
            writer.finish(&mut postings);
            by_stem.entry(stem(term).into_owned()).or_default().push(number);
        }
        offsets.push([postings.len() as u32]);
        by_stem
            .retain(|stem, numbers| numbers.len() > 1 || numbers.iter().any(|&number| terms[number as usize] != *stem));
        let dictionary = map((0u64..).zip(terms).map(|(number, term)| (term.as_str(), number)));
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
