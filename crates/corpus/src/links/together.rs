//! Where two names stand together: the evidence, read from the documents.

use super::{Within, is_within};
use crate::corpus::{Corpus, DocumentView, SentenceView};
use crate::model::{DocId, EntityId};
use crate::span::ByteSpan;

/// A sentence or a paragraph that names both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedSpan {
    /// The document.
    pub doc: DocId,
    /// The sentence or the paragraph.
    pub span: ByteSpan,
}

/// A document that names both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedDoc {
    /// The document.
    pub doc: DocId,
    /// Later documents that tell the same story, and name both as well: they are not counted again.
    pub retold: Vec<DocId>,
}

/// All places where two names stand together. A story that several documents tell counts once, in the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// Sentences that name both, by document and in text order.
    pub sentences: Vec<SharedSpan>,
    /// Paragraphs that name both, in different sentences, in the same order.
    pub apart: Vec<SharedSpan>,
    /// How many paragraphs name both, in one sentence or in several.
    pub n_paragraphs: u32,
    /// Documents that name both.
    pub docs: Vec<SharedDoc>,
    /// How many documents were not looked at, because there are too many.
    pub n_unread: usize,
}

impl Corpus<'_> {
    /// The documents that name both of two entities.
    pub fn shared_docs(&self, one: EntityId, other: EntityId, within: Within<'_>) -> Vec<DocId> {
        let mut of_one = Vec::new();
        self.index.entity_postings(one.0).for_each(|posting| of_one.push(posting.doc));
        let mut shared = Vec::new();
        self.index.entity_postings(other.0).for_each(|posting| {
            if is_within(within, posting.doc) && of_one.binary_search(&posting.doc).is_ok() {
                shared.push(DocId(posting.doc));
            }
        });
        shared
    }

    /// Where two entities are named together, in the first `max_docs` documents that name both.
    pub fn together(&self, one: EntityId, other: EntityId, within: Within<'_>, max_docs: usize) -> Together {
        let shared = self.shared_docs(one, other, within);
        let mut together = Together { n_unread: shared.len().saturating_sub(max_docs), ..Together::default() };
        for document in shared.iter().take(max_docs).filter_map(|&doc| self.document(doc)) {
            let doc = document.doc();
            let copies: Vec<DocId> = document.copies().map(|copy| copy.doc()).filter(|&copy| copy < doc).collect();
            let first = together.docs.iter_mut().find(|told| copies.contains(&told.doc));
            if let Some(told) = first {
                told.retold.push(doc);
                continue;
            }
            together.docs.push(SharedDoc { doc, retold: Vec::new() });
            together.read(&document, one, other);
        }
        together
    }
}

impl Together {
    /// How many documents name both, those that tell a story again and those that were not looked at included.
    pub fn n_docs(&self) -> usize {
        self.docs.iter().map(|told| 1 + told.retold.len()).sum::<usize>() + self.n_unread
    }

    fn read(&mut self, document: &DocumentView<'_>, one: EntityId, other: EntityId) {
        let (structure, doc) = (document.structure(), document.doc());
        // Each mention of either with its sentence and that one's paragraph.
        let mut placed: Vec<(EntityId, SentenceView)> = Vec::new();
        let mut sentences = structure.sentences.iter().peekable();
        for mention in document.mentions().filter(|mention| [one, other].contains(&mention.entity())) {
            let start = mention.span().start();
            while sentences.next_if(|sentence| sentence.span().end() <= start).is_some() {}
            let sentence = sentences.peek().filter(|sentence| sentence.span().start() <= start);
            placed.extend(sentence.map(|&&sentence| (mention.entity(), sentence)));
        }
        let has_both = |placed: &&[(EntityId, SentenceView)]| {
            [one, other].iter().all(|of| placed.iter().any(|(entity, _)| entity == of))
        };
        for block in placed.chunk_by(|a, b| a.1.block_idx() == b.1.block_idx()).filter(has_both) {
            self.n_paragraphs += 1;
            let n_before = self.sentences.len();
            let shared = block.chunk_by(|a, b| a.1 == b.1).filter(has_both);
            self.sentences.extend(shared.map(|shared| SharedSpan { doc, span: shared[0].1.span() }));
            if self.sentences.len() == n_before {
                let span = structure.blocks.get(block[0].1.block_idx() as usize).map(|block| block.span());
                self.apart.extend(span.map(|span| SharedSpan { doc, span }));
            }
        }
    }
}
