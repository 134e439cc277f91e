//! Posting lists: in which documents a term stands and how often, in blocks that are skipped or undone as a whole.
//!
//! ```text
//! n documents
//! per full block of 128: last document (to the one before), bytes, greatest impact u8      -- what is needed to skip it
//! per posting: code of document (to the one before, less 1) * 4 + shape, [code of counts, [code of more in the headline]]
//! ```
//! Shapes are those of nearly all postings: once in the body, twice, once in headline and body, and anything else, of
//! which the counts follow: occurrences in the body * 4 + those in the headline, where 3 means that there may be more.
//! Numbers are LEB128; *codes* have one byte, or two with the high one first, so that gzip finds few high bytes and makes
//! of a list a fifth more than its entropy, which packed bits do not. Where a word stands in a document is not written
//! here: the text says it.

use std::ops::Deref;

use crate::codec::varint;

/// Documents in a full block.
pub(crate) const BLOCK_LEN: usize = 128;

/// One document of a posting list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Posting {
    pub(crate) doc: u32,
    /// Occurrences outside of the headline.
    pub(crate) n_body: u32,
    /// Occurrences in the headline.
    pub(crate) n_headline: u32,
}

/// Postings of a block, undone.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    postings: [Posting; BLOCK_LEN],
    len: usize,
}

impl Default for Block {
    fn default() -> Self {
        Self { postings: [Posting::default(); BLOCK_LEN], len: 0 }
    }
}

impl Deref for Block {
    type Target = [Posting];

    fn deref(&self) -> &[Posting] {
        &self.postings[..self.len]
    }
}

/// The posting list of one term, read in place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Postings<'a> {
    n_docs: u32,
    /// What is left of the heads of blocks, and of the blocks.
    heads: &'a [u8],
    n_heads: u32,
    blocks: &'a [u8],
    /// Document before the next block.
    last_doc: u32,
    /// Whether a document came before it.
    is_begun: bool,
}

/// What is known of the next block before it is undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// Its last document.
    pub(crate) last_doc: u32,
    /// No document in it has a greater impact, in 255ths of what is possible.
    pub(crate) impact: u8,
    n_bytes: u32,
}

impl<'a> Postings<'a> {
    pub(crate) fn new(mut record: &'a [u8]) -> Self {
        let n_docs = varint::read(&mut record).unwrap_or(0);
        let n_heads = n_docs / BLOCK_LEN as u32;
        let mut blocks = record;
        for _ in 0..n_heads {
            if varint::read(&mut blocks).and_then(|_| varint::read(&mut blocks)).is_none() || blocks.is_empty() {
                return Self::default();
            }
            blocks = &blocks[1..];
        }
        let heads = &record[..record.len() - blocks.len()];
        Self { n_docs, heads, n_heads, blocks, last_doc: 0, is_begun: false }
    }

    /// In how many documents the term stands.
    pub(crate) fn n_docs(&self) -> u32 {
        self.n_docs
    }

    /// The next block's head; `None` where only the rest of the list is left.
    pub(crate) fn head(&self) -> Option<Head> {
        if self.n_heads == 0 {
            return None;
        }
        let mut heads = self.heads;
        let last_doc = self.last_doc.checked_add(varint::read(&mut heads)?)?;
        let n_bytes = varint::read(&mut heads)?;
        Some(Head { last_doc, n_bytes, impact: *heads.first()? })
    }

    /// Passes over the next block.
    pub(crate) fn skip(&mut self, head: Head) {
        self.blocks = self.blocks.get(head.n_bytes as usize..).unwrap_or_default();
        let _ = varint::read(&mut self.heads).and_then(|_| varint::read(&mut self.heads));
        self.heads = self.heads.get(1..).unwrap_or_default();
        self.n_heads -= 1;
        self.last_doc = head.last_doc;
        self.is_begun = true;
    }

    /// Undoes the next block, or the rest of the list, in place of what is in `block`; `false` at the end.
    pub(crate) fn next_block(&mut self, block: &mut Block) -> bool {
        let (last_doc, is_begun) = (self.last_doc, self.is_begun);
        match self.head() {
            Some(head) => {
                let bytes = self.blocks.get(..head.n_bytes as usize).unwrap_or_default();
                self.skip(head);
                block.read(bytes, last_doc, is_begun);
                true
            }
            None => {
                block.read(std::mem::take(&mut self.blocks), last_doc, is_begun);
                !block.is_empty()
            }
        }
    }

    /// Calls `each` for all postings that are left.
    pub(crate) fn for_each(mut self, mut each: impl FnMut(Posting)) {
        let mut block = Block::default();
        while self.next_block(&mut block) {
            block.iter().for_each(|&posting| each(posting));
        }
    }
}

/// Writes one posting list; documents ascend, each once. `impact` says how much an occurrence list is worth at most.
pub(crate) fn write(postings: &[Posting], impact: impl Fn(&Posting) -> u8) -> Vec<u8> {
    let (mut heads, mut blocks) = (Vec::new(), Vec::new());
    let (mut last_doc, mut step) = (0, 0);
    for block in postings.chunks(BLOCK_LEN) {
        let (start, before) = (blocks.len(), last_doc);
        for posting in block {
            write_posting(&mut blocks, posting.doc - last_doc - step, posting);
            (last_doc, step) = (posting.doc, 1);
        }
        if block.len() == BLOCK_LEN {
            varint::write(&mut heads, last_doc - before);
            varint::write(&mut heads, (blocks.len() - start) as u32);
            heads.push(block.iter().map(&impact).max().unwrap_or(u8::MAX));
        }
    }
    let mut record = Vec::new();
    varint::write(&mut record, postings.len() as u32);
    record.extend_from_slice(&heads);
    record.extend_from_slice(&blocks);
    record
}

/// Postings of these occurrences in body and headline have their number as shape, others the next one.
const SHAPES: [(u32, u32); 3] = [(1, 0), (2, 0), (1, 1)];

/// The most that is written of a count or of a distance; there are never as many bytes.
const MAX: u32 = u32::MAX >> 2;

fn write_posting(bytes: &mut Vec<u8>, distance: u32, posting: &Posting) {
    let counts = (posting.n_body, posting.n_headline);
    let shape = SHAPES.iter().position(|&shape| shape == counts).unwrap_or(SHAPES.len());
    write_code(bytes, distance.min(MAX) << 2 | shape as u32);
    if shape == SHAPES.len() {
        write_code(bytes, posting.n_body.min(MAX) << 2 | posting.n_headline.min(3));
        if let Some(more) = posting.n_headline.checked_sub(3) {
            write_code(bytes, more);
        }
    }
}

impl Block {
    /// Undoes the postings that the bytes hold, as many as fit.
    fn read(&mut self, mut bytes: &[u8], mut last_doc: u32, is_begun: bool) {
        self.len = 0;
        let mut step = u32::from(is_begun);
        for posting in &mut self.postings {
            let Some(code) = read_code(&mut bytes) else { return };
            let Some(doc) = last_doc.checked_add(code >> 2).and_then(|doc| doc.checked_add(step)) else { return };
            let (n_body, n_headline) = SHAPES.get((code & 3) as usize).copied().unwrap_or_else(|| {
                let counts = read_code(&mut bytes).unwrap_or(0);
                let more = if counts & 3 == 3 { read_code(&mut bytes).unwrap_or(0) } else { 0 };
                (counts >> 2, (counts & 3).saturating_add(more))
            });
            (last_doc, step) = (doc, 1);
            *posting = Posting { doc, n_body, n_headline };
            self.len += 1;
        }
    }
}

/// Codes of one byte are below this, the first bytes of two below [`LONG`].
const SHORT: u32 = 192;

/// Stands before a LEB128 number.
const LONG: u8 = u8::MAX;

/// The first number that does not fit two bytes.
const FIRST_LONG: u32 = SHORT + (LONG as u32 - SHORT) * 256;

fn write_code(bytes: &mut Vec<u8>, code: u32) {
    match code {
        0..SHORT => bytes.push(code as u8),
        SHORT..FIRST_LONG => bytes.extend([(SHORT + ((code - SHORT) >> 8)) as u8, (code - SHORT) as u8]),
        FIRST_LONG.. => {
            bytes.push(LONG);
            varint::write(bytes, code - FIRST_LONG);
        }
    }
}

#[inline(always)]
fn read_code(bytes: &mut &[u8]) -> Option<u32> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    match u32::from(first) {
        first @ 0..SHORT => Some(first),
        _ if first == LONG => varint::read(bytes)?.checked_add(FIRST_LONG),
        first => {
            let (&low, rest) = bytes.split_first()?;
            *bytes = rest;
            Some(SHORT + ((first - SHORT) << 8 | u32::from(low)))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list() -> impl Strategy<Value = Vec<Posting>> {
        let counts = prop_oneof![3 => Just((1, 0)), 1 => (0u32..9, 0u32..3), 1 => (0..=MAX, any::<u32>())];
        let step = prop_oneof![4 => 0u32..100, 1 => 0u32..100_000];
        proptest::collection::vec((step, counts), 0..700).prop_map(|list| {
            let mut next = 0;
            let posting = |(step, (n_body, n_headline))| {
                let doc = next + step;
                next = doc + 1;
                Posting { doc, n_body, n_headline }
            };
            list.into_iter().map(posting).collect()
        })
    }

    fn all(mut postings: Postings<'_>) -> Vec<Posting> {
        let (mut all, mut block) = (Vec::new(), Block::default());
        while postings.next_block(&mut block) {
            all.extend_from_slice(&block);
        }
        all
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(list in list()) {
            let record = write(&list, |posting| posting.n_body as u8);
            let postings = Postings::new(&record);
            prop_assert_eq!(postings.n_docs() as usize, list.len());
            prop_assert_eq!(all(postings), list);
        }

        #[test]
        fn blocks_that_are_skipped_change_nothing_else(list in list(), skipped in any::<[bool; 6]>()) {
            let record = write(&list, |posting| posting.n_body.min(255) as u8);
            let mut postings = Postings::new(&record);
            let (mut block, mut expected) = (Block::default(), list.as_slice());
            for skip in skipped {
                let head = postings.head();
                prop_assert_eq!(head.is_some(), expected.len() >= BLOCK_LEN);
                let Some(head) = head else { break };
                let (own, rest) = expected.split_at(BLOCK_LEN);
                expected = rest;
                prop_assert_eq!(head.last_doc, own[BLOCK_LEN - 1].doc);
                prop_assert_eq!(u32::from(head.impact), own.iter().map(|p| p.n_body.min(255)).max().unwrap_or_default());
                if skip {
                    postings.skip(head);
                } else {
                    prop_assert!(postings.next_block(&mut block));
                    prop_assert_eq!(&block[..], own);
                }
            }
            prop_assert_eq!(all(postings), expected);
        }

        #[test]
        fn any_bytes_end(record: Vec<u8>) {
            prop_assert!(all(Postings::new(&record)).len() <= (record.len() + 1) * BLOCK_LEN);
        }
    }
}
