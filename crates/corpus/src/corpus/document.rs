//! One document of an opened corpus, and the ways from a byte or a position of it to a block and a sentence.

use std::ops::Range;

use super::{BlockView, Corpus, DateView, MentionView, QuotationView, RelatedView, SameStoryView, SentenceView};
use crate::analysis::tokens;
use crate::codec::layout::{block, document, sentence};
use crate::codec::table::NONE;
use crate::model::{DocId, Format, SentenceId};
use crate::span::ByteSpan;

/// A property of a document, with where it was read and by which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttributeView<'c> {
    /// The value.
    pub text: &'c str,
    /// Where it stands in the text; `None` if it comes from outside of it.
    pub span: Option<ByteSpan>,
    /// The rule or the field that gave it.
    pub by: &'c str,
}

/// One document of a corpus.
#[derive(Clone, Copy, Debug)]
pub struct DocumentView<'c> {
    pub(super) corpus: &'c Corpus<'c>,
    pub(super) row: u32,
}

impl<'c> DocumentView<'c> {
    fn number(&self, column: usize) -> u32 {
        self.corpus.documents.get(self.row, column)
    }

    fn string(&self, column: usize) -> &'c str {
        self.corpus.strings.get(self.number(column))
    }

    fn attribute(&self, column: usize) -> Option<AttributeView<'c>> {
        (self.number(column) != NONE).then(|| AttributeView {
            text: self.string(column),
            span: self.corpus.documents.optional_span(self.row, column + 1),
            by: self.string(column + 3),
        })
    }

    /// The corpus it belongs to.
    pub fn corpus(&self) -> &'c Corpus<'c> {
        self.corpus
    }

    /// Its number.
    pub fn doc(&self) -> DocId {
        DocId(self.row)
    }

    /// The `id` of a JSONL line, or the path.
    pub fn id(&self) -> &'c str {
        self.string(document::ID)
    }

    /// Path inside the seeds folder.
    pub fn path(&self) -> &'c str {
        self.string(document::PATH)
    }

    /// The name that addresses carry.
    pub fn slug(&self) -> &'c str {
        self.string(document::SLUG)
    }

    /// What its bytes were read as.
    pub fn format(&self) -> Format {
        Format::from_number(self.number(document::FORMAT)).unwrap_or_default()
    }

    /// BCP 47 tag; empty if unknown.
    pub fn language(&self) -> &'c str {
        self.string(document::LANGUAGE)
    }

    /// The headline.
    pub fn headline(&self) -> Option<AttributeView<'c>> {
        self.attribute(document::HEADLINE)
    }

    /// What to call the document: its headline, or its path.
    pub fn title(&self) -> &'c str {
        self.headline().map_or(self.path(), |headline| headline.text)
    }

    /// The outlet.
    pub fn source(&self) -> Option<AttributeView<'c>> {
        self.attribute(document::SOURCE)
    }

    /// Who wrote it.
    pub fn byline(&self) -> Option<AttributeView<'c>> {
        self.attribute(document::BYLINE)
    }

    /// Where it was published; empty if unknown.
    pub fn url(&self) -> &'c str {
        self.string(document::URL)
    }

    /// SHA-256 of its bytes as received.
    pub fn sha256(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (column, chunk) in bytes.chunks_exact_mut(4).enumerate() {
            chunk.copy_from_slice(&self.number(document::SHA256 + column).to_le_bytes());
        }
        bytes
    }

    /// The decoded text, to which all spans refer.
    pub fn text(&self) -> &'c str {
        let start = self.number(document::TEXT_START) as usize;
        let end = start.saturating_add(self.number(document::TEXT_LEN) as usize);
        self.corpus.texts.get(start..end).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }

    /// The stretch of its text that a span covers; empty if the span does not fit.
    pub fn slice(&self, span: ByteSpan) -> &'c str {
        if span.end() > self.number(document::TEXT_LEN) {
            return "";
        }
        // Only these bytes are checked: looking at the whole text for every name in it would be quadratic.
        let text_start = self.number(document::TEXT_START) as usize;
        let range = text_start.saturating_add(span.range().start)..text_start.saturating_add(span.range().end);
        self.corpus.texts.get(range).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }

    /// All dates with their kinds.
    pub fn dates(&self) -> impl Iterator<Item = DateView<'c>> + use<'c> {
        let corpus = self.corpus;
        corpus.dates.children(&corpus.documents, self.row, document::DATES).map(|row| DateView { corpus, row })
    }

    /// Blocks in text order.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = BlockView<'c>> + use<'c> {
        let corpus = self.corpus;
        self.block_rows().map(|row| BlockView { corpus, row })
    }

    /// Sentences in text order.
    pub fn sentences(&self) -> impl Iterator<Item = SentenceView<'c>> + use<'c> {
        let corpus = self.corpus;
        self.sentence_rows().map(|row| SentenceView { corpus, row })
    }

    /// The sentence of a stable name.
    pub fn sentence(&self, id: SentenceId) -> Option<SentenceView<'c>> {
        self.sentences().find(|sentence| sentence.id() == id)
    }

    /// The sentence that a byte of the text lies in.
    pub fn sentence_at(&self, offset: u32) -> Option<SentenceView<'c>> {
        let rows = self.sentence_rows();
        let row = self.last_row(rows, |row| self.corpus.sentences.get(row, sentence::SPAN) <= offset)?;
        let found = SentenceView { corpus: self.corpus, row };
        (offset < found.span().end()).then_some(found)
    }

    /// Mentions in text order.
    pub fn mentions(&self) -> impl Iterator<Item = MentionView<'c>> + use<'c> {
        let corpus = self.corpus;
        let rows = corpus.mentions.children(&corpus.documents, self.row, document::MENTIONS);
        rows.map(|row| MentionView { corpus, row })
    }

    /// Quotations in text order.
    pub fn quotations(&self) -> impl Iterator<Item = QuotationView<'c>> + use<'c> {
        let corpus = self.corpus;
        let rows = corpus.quotations.children(&corpus.documents, self.row, document::QUOTATIONS);
        rows.map(|row| QuotationView { corpus, row })
    }

    /// The byte at which each page begins, from page 1 on; nothing for formats without pages.
    pub fn page_starts(&self) -> impl Iterator<Item = u32> + use<'c> {
        let corpus = self.corpus;
        let rows = corpus.page_starts.children(&corpus.documents, self.row, document::PAGES);
        rows.map(|row| corpus.page_starts.get(row, 0))
    }

    /// Other documents that tell the same story, the most alike first.
    pub fn copies(&self) -> impl Iterator<Item = SameStoryView<'c>> + use<'c> {
        let corpus = self.corpus;
        // The row after the last document's copies closes the table; it is no copy.
        let rows = corpus.copies.children(&corpus.documents, self.row, document::COPIES);
        rows.map(|row| SameStoryView { corpus, row })
    }

    /// Other documents that have to do with this one, the closest first.
    pub fn related(&self) -> impl Iterator<Item = RelatedView<'c>> + use<'c> {
        let corpus = self.corpus;
        let rows = corpus.related.children(&corpus.documents, self.row, document::RELATED);
        rows.map(|row| RelatedView { corpus, row })
    }

    /// Positions of the headline's tokens.
    pub(crate) fn headline_positions(&self) -> Range<u32> {
        let start = self.number(document::HEADLINE_POSITION);
        start..start.saturating_add(self.number(document::HEADLINE_LEN))
    }

    /// Tokens in headline and body.
    pub(crate) fn lens(&self) -> (u32, u32) {
        (self.number(document::HEADLINE_LEN), self.number(document::BODY_LEN))
    }

    fn block_rows(&self) -> Range<u32> {
        self.corpus.blocks.children(&self.corpus.documents, self.row, document::BLOCKS)
    }

    fn sentence_rows(&self) -> Range<u32> {
        self.corpus.sentences.children(&self.corpus.documents, self.row, document::SENTENCES)
    }

    /// A block by its index.
    pub(crate) fn block(&self, block_idx: u32) -> Option<BlockView<'c>> {
        let rows = self.block_rows();
        let row = rows.start.checked_add(block_idx).filter(|&row| row < rows.end)?;
        Some(BlockView { corpus: self.corpus, row })
    }

    /// Index of the block that a position lies in; `None` for a headline outside of the text.
    pub(crate) fn block_idx_of_position(&self, position: u32) -> Option<u32> {
        self.last_block(|row| self.corpus.blocks.get(row, block::POSITION) <= position)
    }

    /// Index of the last block that begins at or before a byte of the text.
    pub(crate) fn block_idx_at(&self, offset: u32) -> Option<u32> {
        self.last_block(|row| self.corpus.blocks.get(row, block::SPAN) <= offset)
    }

    fn last_block(&self, holds: impl Fn(u32) -> bool) -> Option<u32> {
        let rows = self.block_rows();
        let first = rows.start;
        self.last_row(rows, holds).map(|row| row - first)
    }

    /// Position of the last token that begins before a byte of the text.
    pub(crate) fn last_position_before(&self, end: u32) -> Option<u32> {
        let rows = self.sentence_rows();
        let first = rows.start;
        let last = self.last_row(rows, |row| self.corpus.sentences.get(row, sentence::SPAN) < end)?;
        (first..=last).rev().find_map(|row| {
            let sentence = SentenceView { corpus: self.corpus, row };
            let starts = tokens(self.slice(sentence.span())).map(|token| token.span.start());
            let n_before = starts.take_while(|&start| sentence.span().start().saturating_add(start) < end).count();
            (n_before > 0).then(|| sentence.position().saturating_add(n_before as u32 - 1))
        })
    }

    /// The sentence that a position lies in; `None` for a headline outside of the text.
    pub(crate) fn sentence_of_position(&self, position: u32) -> Option<SentenceView<'c>> {
        let rows = self.sentence_rows();
        let row = self.last_row(rows, |row| self.corpus.sentences.get(row, sentence::POSITION) <= position)?;
        Some(SentenceView { corpus: self.corpus, row })
    }

    /// The last of `rows` for which `holds`, which is true up to some row and false after it.
    fn last_row(&self, rows: Range<u32>, holds: impl Fn(u32) -> bool) -> Option<u32> {
        let (mut low, mut high) = (rows.start, rows.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(middle) { low = middle + 1 } else { high = middle }
        }
        (low > rows.start).then(|| low - 1)
    }
}
