//! An opened corpus: views of its documents and entities, read in place from the blob.
//!
//! A view is a number and a reference, or a few numbers undone from a record; text is undone where it is asked for.
//! Damaged numbers read as empty, never as a panic.

mod document;
mod entity;
mod profile;
mod views;

use std::cmp::Ordering;

pub(crate) use document::Word;
pub use document::{AttributeView, DocumentView, Structure};
pub use entity::EntityView;
pub use profile::{Beside, RoleView};
pub use views::{
    BlockView, DateView, MentionView, NamedSentence, QuotationView, ReasonView, RelatedView, SameStoryView,
    SentenceView,
};

use crate::codec::bytes::Reader;
use crate::codec::layout::column;
use crate::codec::records::Records;
use crate::codec::table::Table;
use crate::codec::texts::Texts;
use crate::codec::{Blob, OpenError, Section};
use crate::index::lens::len_of_code;
use crate::index::{Index, SECTIONS, TextIndex};
use crate::model::{DocId, EntityId, EntityKind};

/// A collection of documents with its index, read in place from one blob.
#[derive(Clone, Debug)]
pub struct Corpus<'a> {
    blob: Blob<'a>,
    title: &'a str,
    description: &'a str,
    language: &'a str,
    licence: &'a str,
    /// Tokens in all headlines, and in all bodies.
    total_lens: (u32, u32),
    /// How many sentences name anything, copies of a story left out.
    pub(crate) n_naming_sentences: u32,
    strings: Records<'a>,
    pub(crate) columns: Table<'a, { column::WIDTH }>,
    heads: Records<'a>,
    dates: Records<'a>,
    structure: Records<'a>,
    document_entities: Records<'a>,
    document_slugs: Table<'a, 1>,
    mentions: Records<'a>,
    quotations: Records<'a>,
    neighbours: Records<'a>,
    pub(crate) links: Records<'a>,
    entities: Records<'a>,
    entity_slugs: Table<'a, 1>,
    pub(crate) texts: Texts<'a>,
    pub(crate) index: Index<'a>,
}

impl<'a> Corpus<'a> {
    /// Opens a blob that [`crate::codec::encode`] wrote. Checks version and bounds, and reads and copies nothing else:
    /// that takes no longer for twenty thousand documents than for one. [`Self::check`] looks at the rest.
    ///
    /// # Errors
    ///
    /// [`OpenError`] says what is wrong with the bytes and what to do.
    pub fn open(bytes: &'a [u8]) -> Result<Self, OpenError> {
        let blob = Blob::open(bytes)?;
        let records = |section| Records::new(blob.section(section));
        let mut collection = Reader(blob.section(Section::Collection));
        Ok(Self {
            blob,
            title: collection.text(),
            description: collection.text(),
            language: collection.text(),
            licence: collection.text(),
            total_lens: (collection.number(), collection.number()),
            n_naming_sentences: collection.number(),
            strings: records(Section::Strings),
            columns: Table::new(blob.section(Section::Columns)),
            heads: records(Section::Heads),
            dates: records(Section::Dates),
            structure: records(Section::Structure),
            document_entities: records(Section::DocumentEntities),
            document_slugs: Table::new(blob.section(Section::DocumentSlugs)),
            mentions: records(Section::Mentions),
            quotations: records(Section::Quotations),
            neighbours: records(Section::Neighbours),
            links: records(Section::Links),
            entities: records(Section::Entities),
            entity_slugs: Table::new(blob.section(Section::EntitySlugs)),
            texts: Texts::new(blob.section(Section::Symbols), blob.section(Section::Texts)),
            index: Index::open(&blob)?,
        })
    }

    /// Checks that the blob is as it was written. It takes a look at every byte, so that it is better asked once readers
    /// see something; whatever is wrong, nothing before and behind it panics.
    ///
    /// # Errors
    ///
    /// [`OpenError::Damaged`] if any byte is another.
    pub fn check(&self) -> Result<(), OpenError> {
        self.blob.check()
    }

    /// Content hash of the blob: a fingerprint of documents and format version.
    pub fn hash(&self) -> u64 {
        self.blob.hash()
    }

    /// How many bytes the blob has.
    pub fn n_bytes(&self) -> usize {
        self.blob.len()
    }

    /// Name of the collection.
    pub fn title(&self) -> &'a str {
        self.title
    }

    /// What the collection is; empty if nobody said.
    pub fn description(&self) -> &'a str {
        self.description
    }

    /// BCP 47 tag of the collection's language; empty if nobody said.
    pub fn language(&self) -> &'a str {
        self.language
    }

    /// Licence of the documents in words; empty if nobody said.
    pub fn licence(&self) -> &'a str {
        self.licence
    }

    /// Tokens in all headlines, and in all bodies.
    pub(crate) fn total_lens(&self) -> (u32, u32) {
        self.total_lens
    }

    /// What follows from the texts alone.
    pub(crate) fn text_index(&self) -> TextIndex {
        let sections = SECTIONS.map(|section| (section, self.blob.section(section).to_vec()));
        let lens = |doc| {
            let codes = self.columns.get(doc, column::LENS);
            (len_of_code((codes >> 8) as u8), len_of_code(codes as u8))
        };
        TextIndex {
            sections: sections.into(),
            lens: (0..self.n_docs()).map(lens).collect(),
            total_lens: self.total_lens,
        }
    }

    /// A string that several things share.
    pub(crate) fn string(&self, number: u32) -> &'a str {
        self.strings.text(number)
    }

    /// How many documents there are.
    pub fn n_docs(&self) -> u32 {
        self.heads.len()
    }

    /// All documents in order.
    pub fn documents(&self) -> impl Iterator<Item = DocumentView<'_>> {
        (0..self.n_docs()).map(|doc| DocumentView { corpus: self, doc })
    }

    /// A document by its number.
    pub fn document(&self, doc: DocId) -> Option<DocumentView<'_>> {
        (doc.0 < self.n_docs()).then_some(DocumentView { corpus: self, doc: doc.0 })
    }

    /// Calls `each` with every entity that any of these documents mentions, and again with every one that it quotes.
    pub(crate) fn for_each_entity_of(&self, docs: impl Iterator<Item = u32>, mut each: impl FnMut(u32, bool)) {
        self.document_entities.for_each_of(docs, |record| {
            let (mut reader, mut entity) = (Reader(record), 0u32);
            for _ in 0..reader.count() {
                entity = entity.wrapping_add(reader.number());
                each(entity, false);
            }
            entity = 0;
            while !reader.is_at_end() {
                entity = entity.wrapping_add(reader.number());
                each(entity, true);
            }
        });
    }

    /// A document by the name that addresses carry.
    pub fn document_by_slug(&self, slug: &str) -> Option<DocumentView<'_>> {
        let doc = first(self.document_slugs, |doc| {
            self.document(DocId(doc)).map_or(Ordering::Greater, |document| document.slug().cmp(slug))
        })?;
        self.document(DocId(doc)).filter(|document| document.slug() == slug)
    }

    /// How many entities there are.
    pub fn n_entities(&self) -> u32 {
        self.entities.len()
    }

    /// All entities in order.
    pub fn entities(&self) -> impl Iterator<Item = EntityView<'_>> {
        (0..self.n_entities()).filter_map(|number| self.entity(EntityId(number)))
    }

    /// An entity by its number.
    pub fn entity(&self, entity: EntityId) -> Option<EntityView<'_>> {
        (entity.0 < self.n_entities()).then(|| EntityView::new(self, entity))
    }

    /// The numbers of all entities of a kind, in the order of their slugs.
    pub(crate) fn entities_of_kind(&self, kind: EntityKind) -> impl Iterator<Item = u32> + use<'a> {
        let (table, entities) = (self.entity_slugs, self.entities);
        let kind_of = |row: u32| Reader(entities.get(table.get(row, 0))).number();
        let start = first_row(table.n_rows(), |row| kind_of(row) < kind.number());
        let end = first_row(table.n_rows(), |row| kind_of(row) <= kind.number());
        (start..end).map(move |row| table.get(row, 0))
    }

    /// An entity by the name that addresses carry.
    pub fn entity_by_slug(&self, kind: EntityKind, slug: &str) -> Option<EntityView<'_>> {
        let number = first(self.entity_slugs, |number| {
            let known = self.entity(EntityId(number));
            known.map_or(Ordering::Greater, |known| (known.kind(), known.slug()).cmp(&(kind, slug)))
        })?;
        self.entity(EntityId(number)).filter(|entity| (entity.kind(), entity.slug()) == (kind, slug))
    }
}

/// The first of the numbers that is not less than what `compare` looks for.
fn first(sorted: Table<'_, 1>, compare: impl Fn(u32) -> Ordering) -> Option<u32> {
    let row = first_row(sorted.n_rows(), |row| compare(sorted.get(row, 0)).is_lt());
    (row < sorted.n_rows()).then(|| sorted.get(row, 0))
}

/// The first row for which `is_before`, which is true up to some row, is false.
fn first_row(n_rows: u32, is_before: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, n_rows);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}
