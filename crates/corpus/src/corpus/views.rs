//! Views of what documents are made of.

use super::Corpus;
use crate::codec::bytes::Reader;
use crate::codec::layout;
use crate::model::{BlockKind, DateKind, DocId, EntityId, QuotationKind, SentenceId, Speaker};
use crate::span::ByteSpan;

/// A date that has to do with a document.
#[derive(Clone, Copy, Debug)]
pub struct DateView<'c> {
    pub(super) kind: DateKind,
    pub(super) value: &'c str,
    pub(super) is_ambiguous: bool,
    pub(super) span: Option<ByteSpan>,
    pub(super) by: &'c str,
}

impl<'c> DateView<'c> {
    pub(super) fn read(corpus: &'c Corpus<'c>, reader: &mut Reader<'c>, at: u32) -> Self {
        let kind = reader.number();
        Self {
            kind: DateKind::from_number(kind >> 1).unwrap_or_default(),
            is_ambiguous: kind & 1 == 1,
            by: corpus.string(reader.number()),
            value: corpus.string(reader.number()),
            span: reader.optional_span(at),
        }
    }

    /// What it says about the document.
    pub fn kind(&self) -> DateKind {
        self.kind
    }

    /// ISO 8601, as precise as the words are; empty where they could not be resolved.
    pub fn value(&self) -> &'c str {
        self.value
    }

    /// Whether its words can be read as another date too.
    pub fn is_ambiguous(&self) -> bool {
        self.is_ambiguous
    }

    /// Where it stands in the text.
    pub fn span(&self) -> Option<ByteSpan> {
        self.span
    }

    /// The rule or the field that gave it.
    pub fn by(&self) -> &'c str {
        self.by
    }
}

/// Another document that tells the same story.
#[derive(Clone, Debug)]
pub struct SameStoryView {
    pub(super) doc: DocId,
    pub(super) is_exact: bool,
    pub(super) shared_percent: u32,
    pub(super) own_sentences: Vec<u32>,
}

impl SameStoryView {
    /// The other document.
    pub fn doc(&self) -> DocId {
        self.doc
    }

    /// Whether the words of both stories are the same.
    pub fn is_exact(&self) -> bool {
        self.is_exact
    }

    /// How much of the shorter story stands in the longer one, in percent.
    pub fn shared_percent(&self) -> u32 {
        self.shared_percent
    }

    /// Indices of this document's sentences that the other one does not have.
    pub fn own_sentences(&self) -> &[u32] {
        &self.own_sentences
    }
}

/// Another document that has to do with this one.
#[derive(Clone, Debug)]
pub struct RelatedView<'c> {
    pub(super) doc: DocId,
    pub(super) reasons: Vec<ReasonView<'c>>,
}

impl<'c> RelatedView<'c> {
    /// The other document.
    pub fn doc(&self) -> DocId {
        self.doc
    }

    /// What both hold and few others do, the rarest first.
    pub fn reasons(&self) -> &[ReasonView<'c>] {
        &self.reasons
    }
}

/// Something that two related documents share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonView<'c> {
    /// Both name it.
    Entity(EntityId),
    /// Both use the word.
    Word(&'c str),
}

/// A block of a document's text.
#[derive(Clone, Copy, Debug)]
pub struct BlockView<'c> {
    pub(super) span: ByteSpan,
    pub(super) kind: BlockKind,
    pub(super) reason: Option<&'c str>,
}

impl<'c> BlockView<'c> {
    /// Its text, without the white space around it.
    pub fn span(&self) -> ByteSpan {
        self.span
    }

    /// What it is.
    pub fn kind(&self) -> BlockKind {
        self.kind
    }

    /// For furniture: why it was left out.
    pub fn reason(&self) -> Option<&'c str> {
        self.reason
    }
}

/// A sentence of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentenceView {
    pub(super) span: ByteSpan,
    pub(super) block_idx: u32,
}

impl SentenceView {
    /// Its text, without the white space around it.
    pub fn span(&self) -> ByteSpan {
        self.span
    }

    /// Index of its block in the document.
    pub fn block_idx(&self) -> u32 {
        self.block_idx
    }
}

/// A sentence with the name that addresses carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedSentence {
    /// Its text, without the white space around it.
    pub span: ByteSpan,
    /// Stable name: it lives through a rebuild.
    pub id: SentenceId,
}

/// A span that names an entity.
#[derive(Clone, Copy, Debug)]
pub struct MentionView<'c> {
    pub(super) span: ByteSpan,
    pub(super) doc: DocId,
    pub(super) entity: EntityId,
    pub(super) by: &'c str,
    pub(super) confidence: u8,
}

impl<'c> MentionView<'c> {
    /// The words that name it.
    pub fn span(&self) -> ByteSpan {
        self.span
    }

    /// The document it stands in.
    pub fn doc(&self) -> DocId {
        self.doc
    }

    /// The entity named.
    pub fn entity(&self) -> EntityId {
        self.entity
    }

    /// The rule or model that found it.
    pub fn by(&self) -> &'c str {
        self.by
    }

    /// How sure that rule is, in percent.
    pub fn confidence(&self) -> u8 {
        self.confidence
    }
}

/// What somebody said, as a document quotes or reports it.
#[derive(Clone, Copy, Debug)]
pub struct QuotationView<'c> {
    doc: DocId,
    span: ByteSpan,
    kind: QuotationKind,
    speaker: Speaker,
    cue: Option<ByteSpan>,
    attribution: Option<ByteSpan>,
    addressee: Option<ByteSpan>,
    by: &'c str,
    confidence: u8,
}

impl<'c> QuotationView<'c> {
    pub(super) fn read(corpus: &'c Corpus<'c>, doc: DocId, reader: &mut Reader<'c>, at: u32) -> Self {
        let kinds = reader.number();
        let span = reader.span(at);
        let at = span.end();
        let speaker = match kinds % layout::N_SPEAKER_KINDS {
            layout::NAMED => Speaker::Entity(EntityId(reader.number()), reader.span(at)),
            layout::DESCRIBED => Speaker::Described(reader.span(at)),
            layout::UNNAMED => Speaker::Unnamed(reader.span(at)),
            _ => Speaker::Unresolved,
        };
        Self {
            doc,
            span,
            kind: QuotationKind::from_number(kinds / layout::N_SPEAKER_KINDS).unwrap_or_default(),
            speaker,
            cue: reader.optional_span(at),
            attribution: reader.optional_span(at),
            addressee: reader.optional_span(at),
            by: corpus.string(reader.number()),
            confidence: reader.number() as u8,
        }
    }

    /// The words quoted, with their quotation marks; for indirect speech, the reported clause.
    pub fn span(&self) -> ByteSpan {
        self.span
    }

    /// Quoted in marks, or reported.
    pub fn kind(&self) -> QuotationKind {
        self.kind
    }

    /// Who said it.
    pub fn speaker(&self) -> Speaker {
        self.speaker
    }

    /// The verb that attributes it.
    pub fn cue(&self) -> Option<ByteSpan> {
        self.cue
    }

    /// The whole attribution: speaker, role and verb.
    pub fn attribution(&self) -> Option<ByteSpan> {
        self.attribution
    }

    /// Whom it was said to.
    pub fn addressee(&self) -> Option<ByteSpan> {
        self.addressee
    }

    /// How the speaker was found.
    pub fn by(&self) -> &'c str {
        self.by
    }

    /// How sure the speaker is, in percent.
    pub fn confidence(&self) -> u8 {
        self.confidence
    }

    /// The document it stands in.
    pub fn doc(&self) -> DocId {
        self.doc
    }
}
