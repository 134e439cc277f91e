//! An opened corpus: views of its documents and entities, read in place from the blob.
//!
//! A view is a number and a reference; it copies nothing. Damaged numbers read as empty, never as a panic.

use std::ops::Range;

use crate::codec::layout::{alias, block, collection, date, document, entity, mention, quotation, role, sentence};
use crate::codec::table::{NONE, Strings, Table};
use crate::codec::{Blob, OpenError, Section};
use crate::index::Index;
use crate::model::{BlockKind, DateKind, DocId, EntityId, EntityKind, Format, QuotationKind, SentenceId, Speaker};
use crate::span::ByteSpan;

/// A collection of documents with its index, read in place from one blob.
#[derive(Clone, Debug)]
pub struct Corpus<'a> {
    hash: u64,
    collection: Table<'a, { collection::WIDTH }>,
    strings: Strings<'a>,
    documents: Table<'a, { document::WIDTH }>,
    dates: Table<'a, { date::WIDTH }>,
    blocks: Table<'a, { block::WIDTH }>,
    sentences: Table<'a, { sentence::WIDTH }>,
    mentions: Table<'a, { mention::WIDTH }>,
    quotations: Table<'a, { quotation::WIDTH }>,
    entities: Table<'a, { entity::WIDTH }>,
    aliases: Table<'a, { alias::WIDTH }>,
    roles: Table<'a, { role::WIDTH }>,
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
            entities: Table::new(blob.section(Section::Entities)),
            aliases: Table::new(blob.section(Section::Aliases)),
            roles: Table::new(blob.section(Section::Roles)),
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

    /// All quotations of the collection, in the order of the documents.
    pub(crate) fn quotation_rows(&self) -> Range<u32> {
        0..self.quotations.n_rows()
    }

    /// A quotation by its row.
    pub(crate) fn quotation(&self, row: u32) -> QuotationView<'_> {
        QuotationView { corpus: self, row }
    }
}

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
    corpus: &'c Corpus<'c>,
    row: u32,
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
        span.slice(self.text()).unwrap_or("")
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

    /// Index of the block that a position lies in; `None` for a headline outside of the text.
    pub(crate) fn block_idx_of_position(&self, position: u32) -> Option<u32> {
        let rows = self.block_rows();
        let first = rows.start;
        let row = self.last_row(rows, |row| self.corpus.blocks.get(row, block::POSITION) <= position)?;
        Some(row - first)
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

/// A date that has to do with a document.
#[derive(Clone, Copy, Debug)]
pub struct DateView<'c> {
    corpus: &'c Corpus<'c>,
    row: u32,
}

impl<'c> DateView<'c> {
    /// What it says about the document.
    pub fn kind(&self) -> DateKind {
        DateKind::from_number(self.corpus.dates.get(self.row, date::KIND)).unwrap_or_default()
    }

    /// ISO 8601, as precise as the words are.
    pub fn value(&self) -> &'c str {
        self.corpus.strings.get(self.corpus.dates.get(self.row, date::VALUE))
    }

    /// Where it stands in the text.
    pub fn span(&self) -> Option<ByteSpan> {
        self.corpus.dates.optional_span(self.row, date::SPAN)
    }

    /// The rule or the field that gave it.
    pub fn by(&self) -> &'c str {
        self.corpus.strings.get(self.corpus.dates.get(self.row, date::BY))
    }
}

/// A block of a document's text.
#[derive(Clone, Copy, Debug)]
pub struct BlockView<'c> {
    corpus: &'c Corpus<'c>,
    row: u32,
}

impl<'c> BlockView<'c> {
    /// Its text, without the white space around it.
    pub fn span(&self) -> ByteSpan {
        self.corpus.blocks.span(self.row, block::SPAN)
    }

    /// What it is.
    pub fn kind(&self) -> BlockKind {
        BlockKind::from_number(self.corpus.blocks.get(self.row, block::KIND)).unwrap_or_default()
    }

    /// For furniture: why it was left out.
    pub fn reason(&self) -> Option<&'c str> {
        let reason = self.corpus.blocks.get(self.row, block::REASON);
        (reason != NONE).then(|| self.corpus.strings.get(reason))
    }

    /// How many tokens of it are indexed.
    pub(crate) fn len(&self) -> u32 {
        self.corpus.blocks.get(self.row, block::LEN)
    }
}

/// A sentence of a document.
#[derive(Clone, Copy, Debug)]
pub struct SentenceView<'c> {
    corpus: &'c Corpus<'c>,
    row: u32,
}

impl SentenceView<'_> {
    /// Its text, without the white space around it.
    pub fn span(&self) -> ByteSpan {
        self.corpus.sentences.span(self.row, sentence::SPAN)
    }

    /// Index of its block among the document's blocks.
    pub fn block_idx(&self) -> u32 {
        self.corpus.sentences.get(self.row, sentence::BLOCK)
    }

    /// Its stable name.
    pub fn id(&self) -> SentenceId {
        let (low, high) =
            (self.corpus.sentences.get(self.row, sentence::ID), self.corpus.sentences.get(self.row, sentence::ID + 1));
        SentenceId::from_bits(u64::from(high) << 32 | u64::from(low))
    }

    /// Position of its first token.
    pub(crate) fn position(&self) -> u32 {
        self.corpus.sentences.get(self.row, sentence::POSITION)
    }
}

/// A span of a document that names something.
#[derive(Clone, Copy, Debug)]
pub struct MentionView<'c> {
    corpus: &'c Corpus<'c>,
    row: u32,
}

impl<'c> MentionView<'c> {
    /// The words.
    pub fn span(&self) -> ByteSpan {
        self.corpus.mentions.span(self.row, mention::SPAN)
    }

    /// The document it stands in.
    pub fn doc(&self) -> DocId {
        DocId(self.corpus.mentions.get(self.row, mention::DOC))
    }

    /// What it names.
    pub fn entity(&self) -> EntityId {
        EntityId(self.corpus.mentions.get(self.row, mention::ENTITY))
    }

    /// The rule or model that found it.
    pub fn by(&self) -> &'c str {
        self.corpus.strings.get(self.corpus.mentions.get(self.row, mention::BY))
    }

    /// How sure that rule is, in percent.
    pub fn confidence(&self) -> u8 {
        self.corpus.mentions.get(self.row, mention::CONFIDENCE).min(100) as u8
    }

    /// Position of its first token.
    pub(crate) fn position(&self) -> u32 {
        self.corpus.mentions.get(self.row, mention::POSITION)
    }
}

/// What somebody said, as a document quotes or reports it.
#[derive(Clone, Copy, Debug)]
pub struct QuotationView<'c> {
    corpus: &'c Corpus<'c>,
    row: u32,
}

impl QuotationView<'_> {
    /// The words quoted, with their marks.
    pub fn span(&self) -> ByteSpan {
        self.corpus.quotations.span(self.row, quotation::SPAN)
    }

    /// Quoted or reported.
    pub fn kind(&self) -> QuotationKind {
        QuotationKind::from_number(self.corpus.quotations.get(self.row, quotation::KIND)).unwrap_or_default()
    }

    /// Who said it.
    pub fn speaker(&self) -> Speaker {
        let words = self.corpus.quotations.span(self.row, quotation::SPEAKER);
        match self.corpus.quotations.get(self.row, quotation::SPEAKER_KIND) {
            quotation::NAMED => {
                Speaker::Entity(EntityId(self.corpus.quotations.get(self.row, quotation::ENTITY)), words)
            }
            quotation::DESCRIBED => Speaker::Described(words),
            quotation::UNNAMED => Speaker::Unnamed(words),
            _ => Speaker::Unresolved,
        }
    }

    /// The verb that attributes it.
    pub fn cue(&self) -> Option<ByteSpan> {
        self.corpus.quotations.optional_span(self.row, quotation::CUE)
    }

    /// The whole attribution.
    pub fn attribution(&self) -> Option<ByteSpan> {
        self.corpus.quotations.optional_span(self.row, quotation::ATTRIBUTION)
    }

    /// The document it stands in.
    pub fn doc(&self) -> DocId {
        // The documents' rows are few and sorted by their first quotation.
        let documents = &self.corpus.documents;
        let (mut low, mut high) = (0, self.corpus.n_docs());
        while low < high {
            let middle = low + (high - low) / 2;
            if documents.get(middle + 1, document::QUOTATIONS) <= self.row { low = middle + 1 } else { high = middle }
        }
        DocId(low)
    }

    /// Position of its first token.
    pub(crate) fn position(&self) -> u32 {
        self.corpus.quotations.get(self.row, quotation::POSITION)
    }
}

/// A person, an organization, a place that documents name.
#[derive(Clone, Copy, Debug)]
pub struct EntityView<'c> {
    corpus: &'c Corpus<'c>,
    row: u32,
}

impl<'c> EntityView<'c> {
    /// Its number.
    pub fn id(&self) -> EntityId {
        EntityId(self.row)
    }

    /// What it is.
    pub fn kind(&self) -> EntityKind {
        EntityKind::from_number(self.corpus.entities.get(self.row, entity::KIND)).unwrap_or_default()
    }

    /// The fullest common form of its name.
    pub fn name(&self) -> &'c str {
        self.corpus.strings.get(self.corpus.entities.get(self.row, entity::NAME))
    }

    /// The name that addresses carry; unique among the entities of its kind.
    pub fn slug(&self) -> &'c str {
        self.corpus.strings.get(self.corpus.entities.get(self.row, entity::SLUG))
    }

    /// In how many documents it is mentioned.
    pub fn n_docs(&self) -> u32 {
        self.corpus.entities.get(self.row, entity::N_DOCS)
    }

    /// The forms of its name with their counts, most frequent first.
    pub fn aliases(&self) -> impl Iterator<Item = (&'c str, u32)> + use<'c> {
        let corpus = self.corpus;
        let rows = corpus.aliases.children(&corpus.entities, self.row, entity::ALIASES);
        rows.map(|row| {
            (corpus.strings.get(corpus.aliases.get(row, alias::TEXT)), corpus.aliases.get(row, alias::COUNT))
        })
    }

    /// Its roles as worded, each with the document and the place that say so.
    pub fn roles(&self) -> impl Iterator<Item = (&'c str, DocId, ByteSpan)> + use<'c> {
        let corpus = self.corpus;
        let rows = corpus.roles.children(&corpus.entities, self.row, entity::ROLES);
        rows.map(|row| {
            let text = corpus.strings.get(corpus.roles.get(row, role::TEXT));
            (text, DocId(corpus.roles.get(row, role::DOC)), corpus.roles.span(row, role::SPAN))
        })
    }

    /// Everywhere it is mentioned, in the order of the documents.
    pub fn mentions(&self) -> impl ExactSizeIterator<Item = MentionView<'c>> + use<'c> {
        let corpus = self.corpus;
        let rows = corpus.entity_mentions.children(&corpus.entities, self.row, entity::MENTIONS);
        rows.map(|row| MentionView { corpus, row: corpus.entity_mentions.get(row, 0) })
    }
}
