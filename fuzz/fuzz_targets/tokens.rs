//! The tokens of any text: they stand in order, and the term of each form is that of its word.
#![no_main]

use corpus::analysis::fold;
use corpus::model::{Document, Sentence, SentenceId};
use corpus::span::ByteSpan;
use corpus::tokens::DocumentTokens;
use dossier_fuzz::check_stretches;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Some(span) = ByteSpan::from_range(0..text.len()) else { return };
    let sentences = vec![Sentence { span, block_idx: 0, id: SentenceId::default() }];
    let document = Document { text: text.to_owned(), sentences, ..Document::default() };
    let own = DocumentTokens::of(&document);
    let terms: Vec<&str> = own.terms().collect();
    let found: Vec<_> = own.sentences(&document).flatten().collect();
    check_stretches(text, found.iter().map(|token| (token.span.start() as usize, token.span.end() as usize)));
    for token in found {
        let word = token.span.slice(text).unwrap_or_default();
        assert_eq!(fold(word), fold(terms[token.term as usize]), "{word:?}");
    }
});
