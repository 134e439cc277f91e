//! The inverted index: from terms to the documents and positions where they stand.
//!
//! A *position* counts the tokens of one document; a gap of [`BLOCK_GAP`] lies between two blocks, so that no
//! phrase crosses a paragraph. A headline that stands outside of the text comes before it. Furniture has no
//! positions. Byte spans are not stored: they come back by analysing the one sentence that a position lies in.

mod build;
mod postings;

pub(crate) use build::{DocumentPositions, IndexBuilder};
pub(crate) use postings::{Posting, Postings};

use crate::codec::table::Table;
use crate::codec::{Blob, OpenError, Section};
use crate::sort;
use fst::{IntoStreamer, Streamer};

/// Positions left free between two blocks of a document.
pub(crate) const BLOCK_GAP: u32 = 64;

/// Number of a term in the dictionary; terms are numbered in the order of their bytes.
pub(crate) type TermNumber = u32;

/// A dictionary that gives each key the row of its list: how many numbers, then the numbers.
#[derive(Clone, Debug)]
struct Lists<'a> {
    keys: fst::Map<&'a [u8]>,
    rows: Table<'a, 1>,
}

impl<'a> Lists<'a> {
    fn open(keys: &'a [u8], rows: &'a [u8], section: &'static str) -> Result<Self, OpenError> {
        let keys = fst::Map::new(keys).map_err(|_| OpenError::Dictionary { section })?;
        Ok(Self { keys, rows: Table::new(rows) })
    }

    fn get(&self, key: &str) -> Vec<u32> {
        self.keys.get(key).map_or_else(Vec::new, |row| self.list(row as u32))
    }

    fn list(&self, row: u32) -> Vec<u32> {
        let first = row.saturating_add(1);
        let end = first.saturating_add(self.rows.get(row, 0)).min(self.rows.n_rows());
        (first..end).map(|row| self.rows.get(row, 0)).collect()
    }

    fn with_prefix(&self, prefix: &str) -> Vec<u32> {
        let mut found = Vec::new();
        for_each_with_prefix(&self.keys, prefix, |row| found.extend(self.list(row as u32)));
        found
    }
}

/// The index of an opened corpus.
#[derive(Clone, Debug)]
pub(crate) struct Index<'a> {
    terms: fst::Map<&'a [u8]>,
    stems: Lists<'a>,
    names: Lists<'a>,
    posting_offsets: Table<'a, 1>,
    postings: &'a [u8],
}

impl<'a> Index<'a> {
    pub(crate) fn open(blob: &Blob<'a>) -> Result<Self, OpenError> {
        let lists = |keys, rows, name| Lists::open(blob.section(keys), blob.section(rows), name);
        Ok(Self {
            terms: fst::Map::new(blob.section(Section::Terms))
                .map_err(|_| OpenError::Dictionary { section: "terms" })?,
            stems: lists(Section::Stems, Section::StemTerms, "stems")?,
            names: lists(Section::NameWords, Section::NameEntities, "names")?,
            posting_offsets: Table::new(blob.section(Section::PostingOffsets)),
            postings: blob.section(Section::Postings),
        })
    }

    /// The term itself, if the collection has it.
    pub(crate) fn term(&self, term: &str) -> Option<TermNumber> {
        self.terms.get(term).map(|number| number as u32)
    }

    /// All terms with this stem.
    pub(crate) fn terms_of_stem(&self, stem: &str) -> Vec<TermNumber> {
        let found = self.stems.get(stem);
        // A stem that is its own only form is not listed twice. Some words have another stem than themselves and look
        // like a stem all the same; those are none of its forms.
        let is_own_form = || crate::analysis::stem(stem) == stem;
        if found.is_empty() && is_own_form() { self.term(stem).into_iter().collect() } else { found }
    }

    /// All terms that begin with `prefix`, in the order of the dictionary.
    pub(crate) fn terms_with_prefix(&self, prefix: &str) -> Vec<TermNumber> {
        let mut found = Vec::new();
        for_each_with_prefix(&self.terms, prefix, |number| found.push(number as u32));
        found
    }

    /// Entities of which some alias has this folded word; `prefix` lets the word be the beginning of one.
    pub(crate) fn entities_named(&self, word: &str, prefix: bool) -> Vec<u32> {
        let mut found = if prefix { self.names.with_prefix(word) } else { self.names.get(word) };
        sort::by_key(&mut found, |&item| item);
        found.dedup();
        found
    }

    /// Where a term stands.
    pub(crate) fn postings(&self, term: TermNumber) -> Postings<'a> {
        let range =
            self.posting_offsets.get(term, 0) as usize..self.posting_offsets.get(term.saturating_add(1), 0) as usize;
        Postings::new(self.postings.get(range).unwrap_or_default())
    }
}

/// Calls `each` with the values of all keys that begin with `prefix`.
fn for_each_with_prefix(map: &fst::Map<&[u8]>, prefix: &str, mut each: impl FnMut(u64)) {
    let mut stream = map.range().ge(prefix).into_stream();
    while let Some((key, value)) = stream.next() {
        if !key.starts_with(prefix.as_bytes()) {
            break;
        }
        each(value);
    }
}
