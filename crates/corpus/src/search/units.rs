//! Units: what is matched, counted and ranked. Documents, or the passages of the only document.

use crate::corpus::{Corpus, DocumentView};
use crate::model::{BlockKind, DocId};

/// What a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A whole document.
    Document,
    /// A block of the only document.
    Passage,
}

/// The units of a corpus by number. As passages, number 0 is a headline that stands outside of the text, and number
/// `n + 1` is the block `n`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Units<'c> {
    corpus: &'c Corpus<'c>,
    only: Option<DocumentView<'c>>,
}

impl<'c> Units<'c> {
    pub(super) fn new(corpus: &'c Corpus<'c>) -> Self {
        let only = if corpus.n_docs() == 1 { corpus.document(DocId(0)) } else { None };
        Self { corpus, only }
    }

    pub(super) fn unit(&self) -> Unit {
        if self.only.is_some() { Unit::Passage } else { Unit::Document }
    }

    /// One more than the highest number.
    pub(super) fn end(&self) -> u32 {
        self.only.map_or(self.corpus.n_docs(), |document| document.blocks().len() as u32 + 1)
    }

    /// All units that can be found, ascending. Furniture is none.
    pub(super) fn all(&self) -> Vec<u32> {
        let Some(document) = self.only else { return (0..self.corpus.n_docs()).collect() };
        let has_headline = document.headline().is_some_and(|headline| headline.span.is_none());
        let blocks = (1u32..).zip(document.blocks()).filter(|(_, block)| block.kind() != BlockKind::Furniture);
        has_headline.then_some(0).into_iter().chain(blocks.map(|(unit, _)| unit)).collect()
    }

    /// Unit of a position of a document.
    pub(super) fn of_position(&self, doc: u32, position: u32) -> u32 {
        self.only.map_or(doc, |document| document.block_idx_of_position(position).map_or(0, |block_idx| block_idx + 1))
    }

    /// Document and block of a unit.
    pub(super) fn hit(&self, unit: u32) -> (DocId, Option<u32>) {
        if self.only.is_some() { (DocId(0), unit.checked_sub(1)) } else { (DocId(unit), None) }
    }

    /// Tokens in headline and body.
    pub(super) fn lens(&self, unit: u32) -> (u32, u32) {
        match (self.only, unit.checked_sub(1)) {
            (None, _) => self.corpus.document(DocId(unit)).map_or((0, 0), |document| document.lens()),
            (Some(document), None) => (document.lens().0, 0),
            (Some(document), Some(block_idx)) => document.block(block_idx).map_or((0, 0), |block| {
                let is_headline = block.len() > 0 && block.positions() == document.headline_positions();
                if is_headline { (block.len(), 0) } else { (0, block.len()) }
            }),
        }
    }

    /// Mean tokens in headline and body, at least 1.
    pub(super) fn mean_lens(&self) -> (f32, f32) {
        let (headline, body) = self.corpus.total_lens();
        let n = match self.only {
            None => (self.corpus.n_docs(), self.corpus.n_docs()),
            Some(_) => (1, self.all().len() as u32),
        };
        let mean = |total: u32, n: u32| (total as f32 / n.max(1) as f32).max(1.0);
        (mean(headline, n.0), mean(body, n.1))
    }
}

/// A set of units.
#[derive(Clone, Debug)]
pub(super) struct UnitSet(Vec<u64>);

impl UnitSet {
    pub(super) fn new(end: u32, units: impl IntoIterator<Item = u32>) -> Self {
        let mut set = Self(vec![0; end as usize / 64 + 1]);
        units.into_iter().for_each(|unit| set.insert(unit));
        set
    }

    fn insert(&mut self, unit: u32) {
        if let Some(word) = self.0.get_mut(unit as usize / 64) {
            *word |= 1 << (unit % 64);
        }
    }

    pub(super) fn contains(&self, unit: u32) -> bool {
        self.0.get(unit as usize / 64).is_some_and(|word| word >> (unit % 64) & 1 == 1)
    }

    /// How many units are in it.
    pub(super) fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    pub(super) fn intersect(&mut self, other: &UnitSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    pub(super) fn remove(&mut self, other: &UnitSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= !other);
    }
}
