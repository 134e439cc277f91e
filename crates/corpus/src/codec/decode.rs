//! Reads an opened corpus back into the values it was encoded from: the inverse of [`super::encode`].

use crate::corpus::{
    AttributeView, BlockView, Corpus, DateView, DocumentView, EntityView, MentionView, QuotationView, ReasonView,
    RelatedView, SameStoryView,
};
use crate::model::{
    Alias, Attribute, Block, Collection, Document, DocumentDate, Entity, Mention, PossibleSame, Quotation, Reason,
    Related, Role, SameStory, Sentence,
};
use crate::sentence_names::SentenceNames;

/// The collection that a blob was made of. Encoding it again gives the same blob.
pub fn decode(corpus: &Corpus<'_>) -> Collection {
    Collection {
        title: corpus.title().to_owned(),
        description: corpus.description().to_owned(),
        language: corpus.language().to_owned(),
        licence: corpus.licence().to_owned(),
        documents: corpus.documents().map(|view| document(&view)).collect(),
        entities: corpus.entities().map(|view| entity(&view)).collect(),
    }
}

fn attribute(view: AttributeView<'_>) -> Attribute {
    Attribute { text: view.text.to_owned(), span: view.span, by: view.by.to_owned() }
}

fn document(view: &DocumentView<'_>) -> Document {
    let (text, structure) = (view.text(), view.structure());
    let mut names = SentenceNames::default();
    let sentences = structure.sentences.iter().map(|sentence| {
        let (span, block_idx) = (sentence.span(), sentence.block_idx());
        Sentence { span, block_idx, id: names.name(span.slice(&text).unwrap_or_default()) }
    });
    let sentences = sentences.collect();
    let block = |block: &BlockView<'_>| Block {
        span: block.span(),
        kind: block.kind(),
        reason: block.reason().map(str::to_owned),
    };
    let date = |date: DateView<'_>| DocumentDate {
        kind: date.kind(),
        value: date.value().to_owned(),
        is_ambiguous: date.is_ambiguous(),
        span: date.span(),
        by: date.by().to_owned(),
    };
    let mention = |mention: MentionView<'_>| Mention {
        span: mention.span(),
        entity: mention.entity(),
        by: mention.by().to_owned(),
        confidence: mention.confidence(),
    };
    let quotation = |quotation: QuotationView<'_>| Quotation {
        span: quotation.span(),
        kind: quotation.kind(),
        speaker: quotation.speaker(),
        cue: quotation.cue(),
        attribution: quotation.attribution(),
        addressee: quotation.addressee(),
        by: quotation.by().to_owned(),
        confidence: quotation.confidence(),
    };
    let copy = |copy: SameStoryView| SameStory {
        doc: copy.doc(),
        is_exact: copy.is_exact(),
        shared_percent: u8::try_from(copy.shared_percent()).unwrap_or(u8::MAX),
        own_sentences: copy.own_sentences().to_vec(),
    };
    let related = |related: RelatedView<'_>| Related {
        doc: related.doc(),
        reasons: related.reasons().iter().copied().map(reason).collect(),
    };
    Document {
        id: view.id().to_owned(),
        path: view.path().to_owned(),
        slug: view.slug().to_owned(),
        sha256: view.sha256(),
        format: view.format(),
        language: view.language().to_owned(),
        headline: view.headline().map(attribute),
        source: view.source().map(attribute),
        byline: view.byline().map(attribute),
        url: view.url().to_owned(),
        dates: view.dates().map(date).collect(),
        blocks: structure.blocks.iter().map(block).collect(),
        sentences,
        mentions: view.mentions().map(mention).collect(),
        quotations: view.quotations().map(quotation).collect(),
        page_starts: structure.page_starts,
        copies: view.copies().map(copy).collect(),
        related: view.related().map(related).collect(),
        text,
    }
}

fn reason(view: ReasonView<'_>) -> Reason {
    match view {
        ReasonView::Entity(entity) => Reason::Entity(entity),
        ReasonView::Word(word) => Reason::Word(word.to_owned()),
    }
}

fn entity(view: &EntityView<'_>) -> Entity {
    let aliases = view.aliases().zip(view.alias_reasons()).map(|((text, count), (reason, confidence))| Alias {
        text: text.to_owned(),
        count,
        reason: reason.to_owned(),
        confidence,
    });
    let roles = view.roles().map(|(text, doc, span)| Role { text: text.to_owned(), doc, span });
    let possible_same = view.possible_same().map(|(other, reason, confidence)| PossibleSame {
        other,
        reason: reason.to_owned(),
        confidence,
    });
    Entity {
        slug: view.slug().to_owned(),
        kind: view.kind(),
        name: view.name().to_owned(),
        aliases: aliases.collect(),
        roles: roles.collect(),
        possible_same: possible_same.collect(),
    }
}
