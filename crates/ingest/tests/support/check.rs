//! What must hold of every document, whatever it was made from. The tests and the fuzz targets (`fuzz/`) include this
//! file, so that both ask for the same; it makes no documents.

use corpus::Corpus;
use corpus::codec::encode;
use corpus::model::{BlockKind, Collection, Document};
use corpus::span::ByteSpan;

/// Asserts what must hold of every collection: of each of its documents, and that the page can open it.
pub fn check_collection(collection: &Collection) {
    let n_entities = collection.entities.len();
    collection.documents.iter().for_each(|document| check_document(document, n_entities));
    let mut slugs: Vec<_> = collection.documents.iter().map(|document| &document.slug).collect();
    slugs.sort();
    assert!(slugs.windows(2).all(|pair| pair[0] != pair[1]), "a slug twice");
    if let Err(error) = Corpus::open(&encode(collection)) {
        panic!("the collection does not open: {error}");
    }
}

/// Asserts what must hold of every document, whatever it was made from.
fn check_document(document: &Document, n_entities: usize) {
    let text = &document.text;
    assert!(!text.contains(['\r', '\0']));
    let in_text = |span: ByteSpan| assert!(span.slice(text).is_some(), "{span:?} is no stretch of the text");
    let ordered = |spans: &[ByteSpan]| {
        spans.iter().for_each(|&span| in_text(span));
        assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{spans:?}");
    };

    let blocks: Vec<_> = document.blocks.iter().map(|block| block.span).collect();
    ordered(&blocks);
    let mut rest = 0;
    for block in blocks.iter().chain([&ByteSpan::new(text.len() as u32, text.len() as u32).expect("in order")]) {
        assert!(text[rest..block.start() as usize].trim().is_empty(), "text outside of every block");
        rest = block.end() as usize;
    }
    for block in &document.blocks {
        assert!(!block.span.is_empty());
        assert_eq!(block.kind == BlockKind::Furniture, block.reason.is_some());
    }

    let sentences: Vec<_> = document.sentences.iter().map(|sentence| sentence.span).collect();
    ordered(&sentences);
    let mut ids: Vec<_> = document.sentences.iter().map(|sentence| sentence.id).collect();
    ids.sort();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "a sentence id twice");
    for sentence in &document.sentences {
        let block = &document.blocks[sentence.block_idx as usize];
        assert!(block.kind != BlockKind::Furniture && block.span.contains(sentence.span));
    }
    ordered(&document.mentions.iter().map(|mention| mention.span).collect::<Vec<_>>());
    for mention in &document.mentions {
        assert!((mention.entity.0 as usize) < n_entities);
        let around = sentences.partition_point(|sentence| sentence.end() <= mention.span.start());
        assert!(sentences.get(around).is_some_and(|sentence| sentence.contains(mention.span)));
    }
    for quotation in &document.quotations {
        in_text(quotation.span);
        [quotation.speaker.span(), quotation.cue, quotation.attribution].into_iter().flatten().for_each(in_text);
    }
    assert!(document.quotations.windows(2).all(|pair| pair[0].span.start() <= pair[1].span.start()));
    for attribute in [&document.headline, &document.source, &document.byline].into_iter().flatten() {
        attribute.span.into_iter().for_each(|span| assert_eq!(span.slice(text), Some(attribute.text.as_str())));
    }
    document.dates.iter().filter_map(|date| date.span).for_each(in_text);
}
