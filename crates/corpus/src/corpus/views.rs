//! Views of what documents are made of, and of the entities that they name.

use super::Corpus;
use crate::codec::layout::{
    alias, block, copy, date, document, entity, mention, quotation, reason, related, role, sentence,
};
use crate::codec::table::NONE;
use crate::model::{BlockKind, DateKind, DocId, EntityId, EntityKind, QuotationKind, SentenceId, Speaker};
use crate::span::ByteSpan;

/// A date that has to do with a document.
#[derive(Clone, Copy, Debug)]
pub struct DateView<'c> {
    pub(super) corpus: &'c Corpus<'c>,
    pub(super) row: u32,
}

impl<'c> DateView<'c> {
    /// What it says about the document.
    pub fn kind(&self) -> DateKind {
        DateKind::from_number(self.corpus.dates.get(self.row, date::KIND)).unwrap_or_default()
    }

    /// ISO 8601, as precise as the words are; empty where they could not be resolved.
    pub fn value(&self) -> &'c str {
        self.corpus.strings.get(self.corpus.dates.get(self.row, date::VALUE))
    }

    /// Whether its words can be read as another date too.
    pub fn is_ambiguous(&self) -> bool {
        self.corpus.dates.get(self.row, date::AMBIGUOUS) != 0
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

/// Another document that tells the same story.
#[derive(Clone, Copy, Debug)]
pub struct SameStoryView<'c> {
    pub(super) corpus: &'c Corpus<'c>,
    pub(super) row: u32,
}

impl<'c> SameStoryView<'c> {
    /// The other document.
    pub fn doc(&self) -> DocId {
        DocId(self.corpus.copies.get(self.row, copy::DOC))
    }

    /// Whether the words of both stories are the same.
    pub fn is_exact(&self) -> bool {
        self.corpus.copies.get(self.row, copy::EXACT) != 0
    }

    /// How much of the shorter story stands in the longer one, in percent.
    pub fn shared_percent(&self) -> u32 {
        self.corpus.copies.get(self.row, copy::SHARED)
    }

    /// Indices of this document's sentences that the other one does not have.
    pub fn own_sentences(&self) -> impl ExactSizeIterator<Item = u32> + use<'c> {
        let corpus = self.corpus;
        let rows = corpus.copy_sentences.children(&corpus.copies, self.row, copy::SENTENCES);
        rows.map(|row| corpus.copy_sentences.get(row, 0))
    }
}

/// Another document that has to do with this one.
#[derive(Clone, Copy, Debug)]
pub struct RelatedView<'c> {
    pub(super) corpus: &'c Corpus<'c>,
    pub(super) row: u32,
}

impl<'c> RelatedView<'c> {
    /// The other document.
    pub fn doc(&self) -> DocId {
        DocId(self.corpus.related.get(self.row, related::DOC))
    }

    /// What both hold and few others do, the rarest first.
    pub fn reasons(&self) -> impl Iterator<Item = ReasonView<'c>> + use<'c> {
        let corpus = self.corpus;
        let rows = corpus.reasons.children(&corpus.related, self.row, related::REASONS);
        rows.map(|row| match corpus.reasons.get(row, reason::ENTITY) {
            NONE => ReasonView::Word(corpus.strings.get(corpus.reasons.get(row, reason::WORD))),
            entity => ReasonView::Entity(EntityId(entity)),
        })
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
    pub(super) corpus: &'c Corpus<'c>,
    pub(super) row: u32,
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

    /// Positions of its tokens.
    pub(crate) fn positions(&self) -> std::ops::Range<u32> {
        let start = self.corpus.blocks.get(self.row, block::POSITION);
        start..start.saturating_add(self.len())
    }

    /// How many tokens of it are indexed.
    pub(crate) fn len(&self) -> u32 {
        self.corpus.blocks.get(self.row, block::LEN)
    }
}

/// A sentence of a document.
#[derive(Clone, Copy, Debug)]
pub struct SentenceView<'c> {
    pub(super) corpus: &'c Corpus<'c>,
    pub(super) row: u32,
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
    pub(super) corpus: &'c Corpus<'c>,
    pub(super) row: u32,
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
    pub(super) corpus: &'c Corpus<'c>,
    pub(super) row: u32,
}

impl<'c> QuotationView<'c> {
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

    /// Whom it was said to.
    pub fn addressee(&self) -> Option<ByteSpan> {
        self.corpus.quotations.optional_span(self.row, quotation::ADDRESSEE)
    }

    /// How its speaker was found, in words.
    pub fn by(&self) -> &'c str {
        self.corpus.strings.get(self.corpus.quotations.get(self.row, quotation::BY))
    }

    /// How sure its speaker is, in percent.
    pub fn confidence(&self) -> u8 {
        self.corpus.quotations.get(self.row, quotation::CONFIDENCE).min(100) as u8
    }

    /// The document it stands in.
    pub fn doc(&self) -> DocId {
        // Documents ascend by their first quotation.
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
    pub(super) corpus: &'c Corpus<'c>,
    pub(super) row: u32,
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
