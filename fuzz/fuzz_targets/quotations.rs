//! Who said what: paragraphs parted by blank lines, every word in capitals a name.
#![no_main]

use corpus::model::{
    Block, BlockKind, Document, Entity, EntityId, EntityKind, Mention, Quotation, QuotationKind, Speaker,
};
use corpus::span::ByteSpan;
use ingest::{quotations, sentences};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (document, entities) = document(text);
    let found = quotations::of(&document, &entities);
    assert!(found.is_sorted_by_key(|quotation| quotation.span), "not in text order");
    for quotation in &found {
        check(&document, &entities, quotation);
    }
    assert_eq!(quotations::of(&document, &entities), found, "the same text, other quotations");
});

/// A document whose names are its words with a capital and a letter after it; a name of five letters is a person’s.
fn document(text: &str) -> (Document, Vec<Entity>) {
    let mut blocks = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let end = start + paragraph.len();
        if let Some(span) = ByteSpan::from_range(start..end).filter(|_| !paragraph.trim().is_empty()) {
            blocks.push(Block { span, kind: BlockKind::Paragraph, reason: None });
        }
        start = end + 2;
    }
    let mut document = Document { text: text.to_owned(), language: "en".to_owned(), blocks, ..Document::default() };
    document.sentences = sentences::of(&document);
    let entity = |kind| Entity { kind, name: "A name".to_owned(), ..Entity::default() };
    let entities = vec![entity(EntityKind::Person), entity(EntityKind::Organization)];
    let is_name =
        |span: &ByteSpan| span.slice(text).is_some_and(|word| word.len() > 1 && word.starts_with(char::is_uppercase));
    let words = document.sentences.iter().flat_map(|sentence| {
        let words = corpus::analysis::tokens(sentence.span.slice(text).unwrap_or_default());
        words.filter_map(move |word| {
            ByteSpan::new(sentence.span.start() + word.span.start(), sentence.span.start() + word.span.end())
        })
    });
    let names: Vec<ByteSpan> = words.filter(is_name).collect();
    document.mentions = names
        .into_iter()
        .map(|span| Mention {
            span,
            entity: EntityId(u32::from(span.len() != 5)),
            by: "the target".to_owned(),
            confidence: 50,
        })
        .collect();
    (document, entities)
}

fn check(document: &Document, entities: &[Entity], quotation: &Quotation) {
    let speaker = quotation.speaker;
    let spans = [Some(quotation.span), speaker.span(), quotation.cue, quotation.attribution, quotation.addressee];
    for span in spans.into_iter().flatten() {
        assert!(
            span.slice(&document.text).is_some_and(|words| !words.is_empty()),
            "{span:?} is no stretch of the text"
        );
    }
    assert!(!quotation.by.is_empty() && quotation.confidence <= 100);
    assert_eq!(speaker.span().is_some(), quotation.confidence > 0, "certain of nobody");
    if let Speaker::Entity(id, _) = speaker {
        assert!((id.0 as usize) < entities.len());
    }
    let is_apart = speaker
        .span()
        .is_none_or(|words| words.end() <= quotation.span.start() || quotation.span.end() <= words.start());
    assert!(is_apart || quotation.kind == QuotationKind::Indirect, "somebody speaks inside of the own words");
}
