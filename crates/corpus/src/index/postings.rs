//! Posting lists: encoding, and reading in place.
//!
//! ```text
//! n_bytes of the documents' part
//! per document: doc delta | body count * 2 + (headline count > 0) | [headline count] | n_bytes of its positions
//! per document: position deltas
//! ```
//! All numbers are LEB128.

use crate::codec::varint;

/// The posting list of one term, read in place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Postings<'a> {
    documents: &'a [u8],
    positions: &'a [u8],
    doc: u32,
}

/// One document of a posting list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting<'a> {
    pub(crate) doc: u32,
    /// Occurrences in the headline.
    pub(crate) n_headline: u32,
    /// Occurrences outside of the headline.
    pub(crate) n_body: u32,
    positions: &'a [u8],
}

impl<'a> Postings<'a> {
    pub(crate) fn new(mut bytes: &'a [u8]) -> Self {
        let n_bytes = varint::read(&mut bytes).unwrap_or(0) as usize;
        let (documents, positions) = bytes.split_at_checked(n_bytes).unwrap_or_default();
        Self { documents, positions, doc: 0 }
    }
}

impl<'a> Iterator for Postings<'a> {
    type Item = Posting<'a>;

    fn next(&mut self) -> Option<Posting<'a>> {
        self.doc = self.doc.checked_add(varint::read(&mut self.documents)?)?;
        let counts = varint::read(&mut self.documents)?;
        let n_headline = if counts & 1 == 1 { varint::read(&mut self.documents)? } else { 0 };
        let n_bytes = varint::read(&mut self.documents)? as usize;
        let (positions, rest) = self.positions.split_at_checked(n_bytes)?;
        self.positions = rest;
        Some(Posting { doc: self.doc, n_headline, n_body: counts >> 1, positions })
    }
}

impl<'a> Posting<'a> {
    /// The positions, ascending.
    pub(crate) fn positions(&self) -> impl Iterator<Item = u32> + use<'a> {
        let mut bytes = self.positions;
        let mut position = 0u32;
        std::iter::from_fn(move || {
            position = position.checked_add(varint::read(&mut bytes)?)?;
            Some(position)
        })
    }
}

/// Collects the posting list of one term; documents and positions come in ascending order.
#[derive(Debug, Default)]
pub(crate) struct PostingsWriter {
    documents: Vec<u8>,
    positions: Vec<u8>,
    last_doc: u32,
}

impl PostingsWriter {
    pub(crate) fn push(&mut self, doc: u32, n_headline: u32, positions: &[u32]) {
        let n_body = positions.len() as u32 - n_headline;
        varint::write(&mut self.documents, doc - self.last_doc);
        varint::write(&mut self.documents, n_body << 1 | u32::from(n_headline > 0));
        if n_headline > 0 {
            varint::write(&mut self.documents, n_headline);
        }
        let start = self.positions.len();
        let mut last = 0;
        for &position in positions {
            varint::write(&mut self.positions, position - last);
            last = position;
        }
        varint::write(&mut self.documents, (self.positions.len() - start) as u32);
        self.last_doc = doc;
    }

    pub(crate) fn finish(self, bytes: &mut Vec<u8>) {
        varint::write(bytes, self.documents.len() as u32);
        bytes.extend_from_slice(&self.documents);
        bytes.extend_from_slice(&self.positions);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_written_is_read_back(
            list in proptest::collection::btree_map(0u32..1_000_000, (0u32..3, proptest::collection::btree_set(any::<u32>(), 3..9)), 0..9)
        ) {
            let mut writer = PostingsWriter::default();
            for (&doc, (n_headline, positions)) in &list {
                writer.push(doc, *n_headline, &positions.iter().copied().collect::<Vec<_>>());
            }
            let mut bytes = Vec::new();
            writer.finish(&mut bytes);
            let postings = Postings::new(&bytes);
            let found: Vec<_> =
                postings.map(|p| (p.doc, (p.n_headline, p.n_body, p.positions().collect::<Vec<_>>()))).collect();
            let expected: Vec<_> = list
                .into_iter()
                .map(|(doc, (h, p))| (doc, (h, p.len() as u32 - h, p.into_iter().collect::<Vec<_>>())))
                .collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn any_bytes_end(bytes: Vec<u8>) {
            let n = Postings::new(&bytes).map(|posting| posting.positions().count()).sum::<usize>();
            prop_assert!(n <= bytes.len());
        }
    }
}
