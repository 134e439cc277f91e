//! Units: what is matched, counted and ranked. Documents, or the passages of the only document.

use super::Hit;
use super::places::Place;
use crate::codec::layout::column;
use crate::corpus::{Corpus, DocumentView, Structure, Word};
use crate::index::lens::len_of_code;
use crate::model::{BlockKind, DocId};
use crate::span::ByteSpan;

/// What a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A whole document.
    Document,
    /// A block of the only document.
    Passage,
}

/// A document as the search looks at it: its words and how they are grouped.
#[derive(Clone, Debug)]
pub(super) struct Read<'c> {
    pub(super) document: DocumentView<'c>,
    pub(super) words: Vec<Word>,
    pub(super) structure: Structure<'c>,
}

impl<'c> Read<'c> {
    pub(super) fn new(document: DocumentView<'c>) -> Self {
        let structure = document.structure();
        Self { document, words: document.words(&structure), structure }
    }

    /// The words of the text that a span touches, by number: the first, and the one behind the last.
    pub(super) fn words_of(&self, span: ByteSpan) -> (usize, usize) {
        let outside = self.words.partition_point(|word| word.sentence.is_none());
        let of_text = &self.words[outside..];
        let first = of_text.partition_point(|word| word.span.end() <= span.start());
        let end = of_text.partition_point(|word| word.span.start() < span.end());
        (outside + first, outside + end.max(first))
    }

    /// The passage that a place lies in.
    pub(super) fn passage_of(&self, place: &Place) -> u32 {
        if place.in_text { self.passage_at(place.span.start()) } else { 0 }
    }

    /// The passage that a byte of the text lies in.
    pub(super) fn passage_at(&self, offset: u32) -> u32 {
        self.structure.block_idx_at(offset).map_or(0, |block_idx| block_idx + 1)
    }
}

/// The units of a corpus by number. As passages, number 0 is a headline that stands outside of the text, and number
/// `n + 1` is the block `n`.
#[derive(Clone, Debug)]
pub(super) struct Units<'c> {
    corpus: &'c Corpus<'c>,
    pub(super) only: Option<Read<'c>>,
    /// Of passages: tokens in headline and body of each.
    lens: Vec<(u32, u32)>,
}

impl<'c> Units<'c> {
    pub(super) fn new(corpus: &'c Corpus<'c>) -> Self {
        let only = if corpus.n_docs() == 1 { corpus.document(DocId(0)).map(Read::new) } else { None };
        let mut lens = Vec::new();
        if let Some(only) = &only {
            lens.resize(only.structure.blocks.len() + 1, (0, 0));
            for word in &only.words {
                let len = &mut lens[word.block_idx().map_or(0, |block_idx| block_idx as usize + 1)];
                *(if word.in_headline { &mut len.0 } else { &mut len.1 }) += 1;
            }
        }
        Self { corpus, only, lens }
    }

    pub(super) fn corpus(&self) -> &'c Corpus<'c> {
        self.corpus
    }

    pub(super) fn unit(&self) -> Unit {
        if self.only.is_some() { Unit::Passage } else { Unit::Document }
    }

    /// One more than the highest number.
    pub(super) fn end(&self) -> u32 {
        if self.only.is_some() { self.lens.len() as u32 } else { self.corpus.n_docs() }
    }

    /// All units that can be found. Furniture is none.
    pub(super) fn all(&self) -> UnitSet {
        let Some(only) = &self.only else { return UnitSet::full(self.end()) };
        let has_headline = only.document.headline().is_some_and(|headline| headline.span.is_none());
        let blocks = (1u32..).zip(&only.structure.blocks).filter(|(_, block)| block.kind() != BlockKind::Furniture);
        UnitSet::new(self.end(), has_headline.then_some(0).into_iter().chain(blocks.map(|(unit, _)| unit)))
    }

    /// Document and block of a unit.
    pub(super) fn hit(&self, unit: u32) -> (DocId, Option<u32>) {
        if self.only.is_some() { (DocId(0), unit.checked_sub(1)) } else { (DocId(unit), None) }
    }

    /// The unit that is a hit.
    pub(super) fn unit_of(&self, hit: &Hit) -> u32 {
        if self.only.is_some() { hit.block_idx.map_or(0, |block_idx| block_idx + 1) } else { hit.doc.0 }
    }

    /// Tokens in headline and body, rounded for documents.
    pub(super) fn lens(&self, unit: u32) -> (u32, u32) {
        if self.only.is_some() {
            return self.lens.get(unit as usize).copied().unwrap_or_default();
        }
        let codes = self.corpus.columns.get(unit, column::LENS);
        (len_of_code((codes >> 8) as u8), len_of_code(codes as u8))
    }

    /// Mean tokens in headline and body, at least 1.
    pub(super) fn mean_lens(&self) -> (f32, f32) {
        let (headline, body) = self.corpus.total_lens();
        let n = match self.only {
            None => (self.corpus.n_docs(), self.corpus.n_docs()),
            Some(_) => (1, self.all().len()),
        };
        let mean = |total: u32, n: u32| (total as f32 / n.max(1) as f32).max(1.0);
        (mean(headline, n.0), mean(body, n.1))
    }
}

/// A set of units.
#[derive(Clone, Debug)]
pub(super) struct UnitSet {
    words: Vec<u64>,
    end: u32,
}

impl UnitSet {
    pub(super) fn empty(end: u32) -> Self {
        Self { words: vec![0; (end as usize).div_ceil(64)], end }
    }

    pub(super) fn full(end: u32) -> Self {
        let mut set = Self::empty(end);
        set.flip();
        set
    }

    pub(super) fn new(end: u32, units: impl IntoIterator<Item = u32>) -> Self {
        let mut set = Self::empty(end);
        units.into_iter().for_each(|unit| set.insert(unit));
        set
    }

    /// Adds a unit; one that there is not is left out.
    pub(super) fn insert(&mut self, unit: u32) {
        if unit < self.end {
            self.words[unit as usize / 64] |= 1 << (unit % 64);
        }
    }

    pub(super) fn contains(&self, unit: u32) -> bool {
        self.words.get(unit as usize / 64).is_some_and(|word| word >> (unit % 64) & 1 == 1)
    }

    /// How many units are in it.
    pub(super) fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    fn flip(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        if let (Some(last), used @ 1..) = (self.words.last_mut(), self.end % 64) {
            *last &= (1 << used) - 1;
        }
    }

    pub(super) fn intersect(&mut self, other: &UnitSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    pub(super) fn unite(&mut self, other: &UnitSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    pub(super) fn remove(&mut self, other: &UnitSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Its units, ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0u32..).zip(&self.words).flat_map(|(number, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(number * 64 + bit)
            })
        })
    }
}
