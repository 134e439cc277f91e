//! An opened corpus: views of its documents and entities, read in place from the blob.
//!
//! A view is a number and a reference; it copies nothing. Damaged numbers read as empty, never as a panic.

mod document;
mod views;

pub use document::{AttributeView, DocumentView};
pub use views::{
    BlockView, DateView, EntityView, MentionView, QuotationView, ReasonView, RelatedView, SameStoryView, SentenceView,
};

use crate::codec::layout::{
    alias, block, collection, copy, date, document as columns, entity, mention, possible_same, quotation, reason,
    related, role, sentence,
};
use crate::codec::table::{Strings, Table};
use crate::codec::{Blob, OpenError, Section};
use crate::index::Index;
use crate::model::{DocId, EntityId, EntityKind};

/// A collection of documents with its index, read in place from one blob.
#[derive(Clone, Debug)]
pub struct Corpus<'a> {
    hash: u64,
    collection: Table<'a, { collection::WIDTH }>,
    strings: Strings<'a>,
    documents: Table<'a, { columns::WIDTH }>,
    dates: Table<'a, { date::WIDTH }>,
    blocks: Table<'a, { block::WIDTH }>,
    sentences: Table<'a, { sentence::WIDTH }>,
    mentions: Table<'a, { mention::WIDTH }>,
    quotations: Table<'a, { quotation::WIDTH }>,
    page_starts: Table<'a, 1>,
    copies: Table<'a, { copy::WIDTH }>,
    copy_sentences: Table<'a, 1>,
    related: Table<'a, { related::WIDTH }>,
    reasons: Table<'a, { reason::WIDTH }>,
    entities: Table<'a, { entity::WIDTH }>,
    aliases: Table<'a, { alias::WIDTH }>,
    roles: Table<'a, { role::WIDTH }>,
    possible_same: Table<'a, { possible_same::WIDTH }>,
    entity_mentions: Table<'a, 1>,
    texts: &'a [u8],
    pub(crate) index: Index<'a>,
}

impl<'a> Corpus<'a> {
    /// Opens a blob that [`crate::codec::encode`] wrote. Checks version and content hash; copies nothing.
    ///
    /// # Errors
    ///
    /// [`OpenError`] says what is wrong with the bytes and what to do.
    pub fn open(bytes: &'a [u8]) -> Result<Self, OpenError> {
        let blob = Blob::open(bytes)?;
        Ok(Self {
            hash: blob.hash(),
            collection: Table::new(blob.section(Section::Collection)),
            strings: Strings::new(blob.section(Section::StringOffsets), blob.section(Section::StringBytes)),
            documents: Table::new(blob.section(Section::Documents)),
            dates: Table::new(blob.section(Section::Dates)),
            blocks: Table::new(blob.section(Section::Blocks)),
            sentences: Table::new(blob.section(Section::Sentences)),
            mentions: Table::new(blob.section(Section::Mentions)),
            quotations: Table::new(blob.section(Section::Quotations)),
            page_starts: Table::new(blob.section(Section::PageStarts)),
            copies: Table::new(blob.section(Section::Copies)),
            copy_sentences: Table::new(blob.section(Section::CopySentences)),
            related: Table::new(blob.section(Section::Related)),
            reasons: Table::new(blob.section(Section::RelatedReasons)),
            entities: Table::new(blob.section(Section::Entities)),
            aliases: Table::new(blob.section(Section::Aliases)),
            roles: Table::new(blob.section(Section::Roles)),
            possible_same: Table::new(blob.section(Section::PossibleSame)),
            entity_mentions: Table::new(blob.section(Section::EntityMentions)),
            texts: blob.section(Section::Texts),
            index: Index::open(&blob)?,
        })
    }

    /// Content hash of the blob: a fingerprint of documents and format version.
    pub fn hash(&self) -> u64 {
        self.hash
    }

    /// Name of the collection.
    pub fn title(&self) -> &'a str {
        self.strings.get(self.collection.get(0, collection::TITLE))
    }

    /// What the collection is; empty if nobody said.
    pub fn description(&self) -> &'a str {
        self.strings.get(self.collection.get(0, collection::DESCRIPTION))
    }

    /// BCP 47 tag of the collection's language; empty if nobody said.
    pub fn language(&self) -> &'a str {
        self.strings.get(self.collection.get(0, collection::LANGUAGE))
    }

    /// Licence of the documents in words; empty if nobody said.
    pub fn licence(&self) -> &'a str {
        self.strings.get(self.collection.get(0, collection::LICENCE))
    }

    /// Tokens in all headlines, and in all bodies.
    pub(crate) fn total_lens(&self) -> (u32, u32) {
        (self.collection.get(0, collection::HEADLINE_LEN), self.collection.get(0, collection::BODY_LEN))
    }

    /// How many documents there are.
    pub fn n_docs(&self) -> u32 {
        self.documents.n_rows().saturating_sub(1)
    }

    /// All documents in order.
    pub fn documents(&self) -> impl Iterator<Item = DocumentView<'_>> {
        (0..self.n_docs()).map(|doc| DocumentView { corpus: self, row: doc })
    }

    /// A document by its number.
    pub fn document(&self, doc: DocId) -> Option<DocumentView<'_>> {
        (doc.0 < self.n_docs()).then_some(DocumentView { corpus: self, row: doc.0 })
    }

    /// A document by the name that addresses carry.
    pub fn document_by_slug(&self, slug: &str) -> Option<DocumentView<'_>> {
        self.documents().find(|document| document.slug() == slug)
    }

    /// How many entities there are.
    pub fn n_entities(&self) -> u32 {
        self.entities.n_rows().saturating_sub(1)
    }

    /// All entities in order.
    pub fn entities(&self) -> impl Iterator<Item = EntityView<'_>> {
        (0..self.n_entities()).map(|row| EntityView { corpus: self, row })
    }

    /// An entity by its number.
    pub fn entity(&self, entity: EntityId) -> Option<EntityView<'_>> {
        (entity.0 < self.n_entities()).then_some(EntityView { corpus: self, row: entity.0 })
    }

    /// An entity by the name that addresses carry.
    pub fn entity_by_slug(&self, kind: EntityKind, slug: &str) -> Option<EntityView<'_>> {
        self.entities().find(|entity| entity.kind() == kind && entity.slug() == slug)
    }
}
