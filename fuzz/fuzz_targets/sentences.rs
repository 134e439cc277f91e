//! Where the sentences of one block stand; the first word is its language.
#![no_main]

use corpus::model::{Block, BlockKind, Document};
use corpus::span::ByteSpan;
use dossier_fuzz::check_stretches;
use ingest::sentences;

libfuzzer_sys::fuzz_target!(|input: &str| {
    let (language, text) = input.split_once(' ').unwrap_or(("en", input));
    let (language, text) = (language.to_owned(), text.to_owned());
    let Some(span) = ByteSpan::from_range(0..text.len()) else { return };
    let blocks = vec![Block { span, kind: BlockKind::Paragraph, reason: None }];
    let document = Document { text, language, blocks, ..Document::default() };
    let found: Vec<_> = sentences::of(&document).iter().map(|sentence| sentence.span).collect();
    let found: Vec<_> = found.iter().map(|span| (span.start() as usize, span.end() as usize)).collect();
    check_stretches(&document.text, found.iter().copied());
    let mut rest = 0;
    for (start, end) in found.into_iter().chain([(document.text.len(), document.text.len())]) {
        assert!(document.text[rest..start].trim().is_empty(), "words outside of every sentence");
        rest = end;
    }
});
