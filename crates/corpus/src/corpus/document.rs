//! One document of an opened corpus.

use super::{
    BlockView, Corpus, DateView, MentionView, QuotationView, ReasonView, RelatedView, SameStoryView, SentenceView,
};
use crate::analysis::{Token, tokens};
use crate::codec::bytes::Reader;
use crate::codec::layout::{self, column};
use crate::codec::table::NONE;
use crate::codec::texts::SymbolAt;
use crate::corpus::views::NamedSentence;
use crate::day::Day;
use crate::model::{BlockKind, DateKind, DocId, EntityId, Format, SentenceId};
use crate::sentence_names::SentenceNames;
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
    pub(super) doc: u32,
}

/// What a document is called and where it is from.
struct Head<'c> {
    id: &'c str,
    slug: &'c str,
    path: &'c str,
    headline: Option<AttributeView<'c>>,
    source: Option<AttributeView<'c>>,
    byline: Option<AttributeView<'c>>,
    url: &'c str,
    sha256: [u8; 32],
}

/// Blocks, sentences and pages of a document, in text order.
#[derive(Clone, Debug, Default)]
pub struct Structure<'c> {
    /// The blocks.
    pub blocks: Vec<BlockView<'c>>,
    /// The sentences.
    pub sentences: Vec<SentenceView>,
    /// The byte at which each page begins, from page 1 on; empty for formats without pages.
    pub page_starts: Vec<u32>,
}

impl Structure<'_> {
    /// The sentence that a byte of the text lies in.
    pub fn sentence_at(&self, offset: u32) -> Option<SentenceView> {
        let after = self.sentences.partition_point(|sentence| sentence.span.start() <= offset);
        self.sentences.get(after.checked_sub(1)?).copied().filter(|sentence| offset < sentence.span.end())
    }

    /// The word that a symbol of the text is, if it can be found; `headline` is the block that holds the headline.
    pub(crate) fn word(&self, at: SymbolAt, headline: Option<u32>) -> Option<Word> {
        let after = self.sentences.partition_point(|sentence| sentence.span.end() <= at.span.start());
        Word::of(at, after as u32, self.sentences.get(after)?, headline)
    }

    /// Index of the block that is a headline.
    fn headline_idx(&self) -> Option<u32> {
        self.blocks.iter().position(|block| block.kind == BlockKind::Headline).map(|idx| idx as u32)
    }

    /// Index of the last block that begins at or before a byte of the text.
    pub fn block_idx_at(&self, offset: u32) -> Option<u32> {
        self.blocks.partition_point(|block| block.span.start() <= offset).checked_sub(1).map(|idx| idx as u32)
    }
}

/// A word of a document that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// The number of its term; [`NONE`] if the dictionary has none such.
    pub(crate) term: u32,
    /// Its bytes in the text, or in a headline outside of it.
    pub(crate) span: ByteSpan,
    /// The sentence and the block that it stands in; `None` in a headline outside of the text.
    pub(crate) sentence: Option<(u32, u32)>,
    /// Whether it stands in the headline.
    pub(crate) in_headline: bool,
}

impl Word {
    /// A word of the text, if it stands in a sentence, which ends behind its beginning.
    fn of(at: SymbolAt, sentence_idx: u32, sentence: &SentenceView, headline: Option<u32>) -> Option<Self> {
        (sentence.span.start() <= at.span.start()).then_some(Self {
            term: at.term,
            span: at.span,
            sentence: Some((sentence_idx, sentence.block_idx)),
            in_headline: headline == Some(sentence.block_idx),
        })
    }

    pub(crate) fn block_idx(&self) -> Option<u32> {
        self.sentence.map(|(_, block_idx)| block_idx)
    }
}

impl<'c> DocumentView<'c> {
    fn head(&self) -> Head<'c> {
        let mut reader = Reader(self.corpus.heads.get(self.doc));
        let id = reader.text();
        let mut head = Head {
            id,
            slug: reader.text_or_same(id),
            path: self.corpus.string(reader.number()),
            headline: self.attribute(&mut reader),
            source: self.attribute(&mut reader),
            byline: self.attribute(&mut reader),
            url: reader.text(),
            sha256: [0; 32],
        };
        if let Some(sha256) = reader.0.first_chunk() {
            head.sha256 = *sha256;
        }
        head
    }

    fn attribute(&self, reader: &mut Reader<'c>) -> Option<AttributeView<'c>> {
        let by = reader.number().checked_sub(1)?;
        Some(AttributeView { by: self.corpus.string(by), text: reader.text(), span: reader.optional_span(0) })
    }

    /// The corpus it belongs to.
    pub fn corpus(&self) -> &'c Corpus<'c> {
        self.corpus
    }

    /// Its number.
    pub fn doc(&self) -> DocId {
        DocId(self.doc)
    }

    /// The `id` of a JSONL line, or the path.
    pub fn id(&self) -> &'c str {
        self.head().id
    }

    /// Path inside the seeds folder.
    pub fn path(&self) -> &'c str {
        self.head().path
    }

    /// The name that addresses carry.
    pub fn slug(&self) -> &'c str {
        self.head().slug
    }

    /// What its bytes were read as.
    pub fn format(&self) -> Format {
        let word = self.corpus.string(self.corpus.columns.get(self.doc, column::FORMAT));
        Format::from_word(word).unwrap_or_default()
    }

    /// BCP 47 tag; empty if unknown.
    pub fn language(&self) -> &'c str {
        self.corpus.string(self.corpus.columns.get(self.doc, column::LANGUAGE))
    }

    /// The headline.
    pub fn headline(&self) -> Option<AttributeView<'c>> {
        self.head().headline
    }

    /// What to call the document: its headline, or its path.
    pub fn title(&self) -> &'c str {
        let head = self.head();
        head.headline.map_or(head.path, |headline| headline.text)
    }

    /// The outlet.
    pub fn source(&self) -> Option<AttributeView<'c>> {
        self.head().source
    }

    /// Who wrote it.
    pub fn byline(&self) -> Option<AttributeView<'c>> {
        self.head().byline
    }

    /// Where it was published; empty if unknown.
    pub fn url(&self) -> &'c str {
        self.head().url
    }

    /// SHA-256 of its bytes as received.
    pub fn sha256(&self) -> [u8; 32] {
        self.head().sha256
    }

    /// The day it says it was published.
    pub fn published(&self) -> Option<Day> {
        Day::from_number(self.corpus.columns.get(self.doc, column::PUBLISHED))
    }

    /// The decoded text, to which all spans refer.
    pub fn text(&self) -> String {
        self.corpus.texts.text(self.doc)
    }

    /// The stretch of its text that a span covers; empty if the span does not fit. Undoes little more than that.
    pub fn slice(&self, span: ByteSpan) -> String {
        self.corpus.texts.slice(self.doc, span)
    }

    /// All dates with their kinds.
    pub fn dates(&self) -> impl Iterator<Item = DateView<'c>> + use<'c> {
        let (corpus, mut reader, mut at) = (self.corpus, Reader(self.corpus.dates.get(self.doc)), 0);
        std::iter::from_fn(move || {
            let date = (!reader.is_at_end()).then(|| DateView::read(corpus, &mut reader, at))?;
            at = date.span.map_or(at, ByteSpan::end);
            Some(date)
        })
    }

    /// The date to tell a reader: the day of publication, by which documents are sorted, or else the first of its other
    /// dates that could be read. What its text mentions is none of them.
    pub fn date(&self) -> Option<DateView<'c>> {
        let own = || self.dates().filter(|date| date.kind() != DateKind::Mentioned && !date.value().is_empty());
        own().find(|date| date.kind() == DateKind::Published).or_else(|| own().next())
    }

    /// Blocks, sentences and pages.
    pub fn structure(&self) -> Structure<'c> {
        let mut reader = Reader(self.corpus.structure.get(self.doc));
        let mut structure = Structure::default();
        let mut at = 0;
        for _ in 0..reader.count() {
            at = reader.near(at);
            structure.page_starts.push(at);
        }
        let mut at = 0;
        while !reader.is_at_end() {
            let shape = reader.number();
            let reason = reader.number().checked_sub(1).map(|reason| self.corpus.string(reason));
            let span = reader.span(at);
            at = span.end();
            let block_idx = structure.blocks.len() as u32;
            let kind = BlockKind::from_number(shape / layout::N_SHAPES).unwrap_or_default();
            structure.blocks.push(BlockView { span, kind, reason });
            match shape % layout::N_SHAPES {
                layout::NO_SENTENCE => {}
                layout::ONE_SENTENCE => structure.sentences.push(SentenceView { span, block_idx }),
                _ => {
                    let mut at = span.start();
                    for _ in 0..reader.count() {
                        let span = reader.span(at);
                        at = span.end();
                        structure.sentences.push(SentenceView { span, block_idx });
                    }
                }
            }
        }
        structure
    }

    /// Blocks in text order.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = BlockView<'c>> + use<'c> {
        self.structure().blocks.into_iter()
    }

    /// Sentences in text order.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = SentenceView> + use<> {
        self.structure().sentences.into_iter()
    }

    /// Sentences in text order with their stable names, which follow from their words.
    pub fn named_sentences(&self) -> Vec<NamedSentence> {
        let (text, mut names) = (self.text(), SentenceNames::default());
        let named = self.sentences().map(|sentence| {
            let words = sentence.span.slice(&text).unwrap_or_default();
            NamedSentence { span: sentence.span, id: names.name(words) }
        });
        named.collect()
    }

    /// The stable name of one of its sentences.
    pub fn sentence_id(&self, sentence: SentenceView) -> Option<SentenceId> {
        self.named_sentences().into_iter().find(|named| named.span == sentence.span).map(|named| named.id)
    }

    /// The sentence of a stable name.
    pub fn sentence(&self, id: SentenceId) -> Option<NamedSentence> {
        self.named_sentences().into_iter().find(|sentence| sentence.id == id)
    }

    /// The sentence that a byte of the text lies in.
    pub fn sentence_at(&self, offset: u32) -> Option<SentenceView> {
        self.structure().sentence_at(offset)
    }

    /// Mentions in text order.
    pub fn mentions(&self) -> impl Iterator<Item = MentionView<'c>> + use<'c> {
        let (corpus, doc) = (self.corpus, self.doc());
        let entities = self.entities().0;
        let (mut reader, mut at) = (Reader(corpus.mentions.get(self.doc)), 0);
        std::iter::from_fn(move || {
            let span = (!reader.is_at_end()).then(|| reader.span(at))?;
            at = span.end();
            let entity = entities.get(reader.number() as usize).copied().unwrap_or_default();
            let by = corpus.string(reader.number());
            Some(MentionView { span, doc, entity, by, confidence: reader.number() as u8 })
        })
    }

    /// The entities that it mentions, and those that it quotes, ascending.
    pub fn entities(&self) -> (Vec<EntityId>, Vec<EntityId>) {
        let (mut mentioned, mut quoted) = (Vec::new(), Vec::new());
        self.corpus.for_each_entity_of(std::iter::once(self.doc), |entity, is_quoted| {
            if is_quoted { &mut quoted } else { &mut mentioned }.push(EntityId(entity))
        });
        (mentioned, quoted)
    }

    /// Quotations in text order.
    pub fn quotations(&self) -> impl Iterator<Item = QuotationView<'c>> + use<'c> {
        let (corpus, doc) = (self.corpus, self.doc());
        let (mut reader, mut at) = (Reader(corpus.quotations.get(self.doc)), 0);
        std::iter::from_fn(move || {
            let quotation = (!reader.is_at_end()).then(|| QuotationView::read(corpus, doc, &mut reader, at))?;
            at = quotation.span().end();
            Some(quotation)
        })
    }

    /// Other documents that tell the same story, the most alike first.
    pub fn copies(&self) -> impl ExactSizeIterator<Item = SameStoryView> + use<'c> {
        self.neighbours().0.into_iter()
    }

    /// Other documents that have to do with this one, the closest first.
    pub fn related(&self) -> impl ExactSizeIterator<Item = RelatedView<'c>> + use<'c> {
        self.neighbours().1.into_iter()
    }

    fn neighbours(&self) -> (Vec<SameStoryView>, Vec<RelatedView<'c>>) {
        let mut reader = Reader(self.corpus.neighbours.get(self.doc));
        let (mut copies, mut related) = (Vec::new(), Vec::new());
        for _ in 0..reader.count() {
            let doc = DocId(reader.near(self.doc));
            let shared = reader.number();
            let (mut own_sentences, mut at) = (Vec::new(), 0);
            for _ in 0..reader.count() {
                at = reader.near(at);
                own_sentences.push(at);
            }
            copies.push(SameStoryView { doc, is_exact: shared & 1 == 1, shared_percent: shared >> 1, own_sentences });
        }
        while !reader.is_at_end() {
            let doc = DocId(reader.near(self.doc));
            let mut reasons = Vec::new();
            for _ in 0..reader.count() {
                let reason = reader.number();
                reasons.push(match reason & 1 {
                    0 => ReasonView::Entity(EntityId(reason >> 1)),
                    _ => ReasonView::Word(self.corpus.string(reason >> 1)),
                });
            }
            related.push(RelatedView { doc, reasons });
        }
        (copies, related)
    }

    /// How many words it has that can be found.
    pub fn n_words(&self) -> usize {
        self.words(&self.structure()).len()
    }

    /// The words that can be found, in reading order: those of a headline outside of the text first, then those of all
    /// sentences. `structure` is the document's own.
    pub(crate) fn words(&self, structure: &Structure<'_>) -> Vec<Word> {
        let mut words = self.words_of_headline();
        let headline = structure.headline_idx().filter(|_| words.is_empty());
        let mut sentences = (0u32..).zip(&structure.sentences).peekable();
        for at in self.corpus.texts.symbols(self.doc, 0).filter(SymbolAt::is_word) {
            while sentences.next_if(|(_, sentence)| sentence.span.end() <= at.span.start()).is_some() {}
            let Some(&(sentence_idx, sentence)) = sentences.peek() else { break };
            words.extend(Word::of(at, sentence_idx, sentence, headline));
        }
        words
    }

    /// Index of the block that holds the headline, if none stands outside of the text.
    pub(crate) fn headline_in_text(&self, structure: &Structure<'_>) -> Option<u32> {
        structure.headline_idx().filter(|_| self.words_of_headline().is_empty())
    }

    /// The words of a headline outside of the text.
    pub(crate) fn words_of_headline(&self) -> Vec<Word> {
        let outside = self.headline().filter(|headline| headline.span.is_none());
        let word = |token: Token<'_>| Word {
            term: self.corpus.index.term(&token.form).unwrap_or(NONE),
            span: token.span,
            sentence: None,
            in_headline: true,
        };
        outside.into_iter().flat_map(|headline| tokens(headline.text)).map(word).collect()
    }
}
