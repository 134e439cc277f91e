//! The analyzer on any text: tokens stand in order, a form has the term of its word, a term is its own term, and every
//! language has a stem for it.
#![no_main]

use corpus::analysis::{Language, fold, stem, tokens};
use dossier_fuzz::check_stretches;

/// One language for each script and way of writing that stems are known for.
const TAGS: [&str; 35] = [
    "ar", "ca", "cs", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa", "fi", "fr", "ga", "hi", "hu", "hy", "id", "it", "lt",
    "nb", "ne", "nl", "pl", "pt", "ro", "ru", "sr", "st", "sv", "ta", "tr", "uk", "yi",
];

libfuzzer_sys::fuzz_target!(|text: &str| {
    let found: Vec<_> = tokens(text).collect();
    check_stretches(text, found.iter().map(|token| (token.span.start() as usize, token.span.end() as usize)));
    for token in found {
        assert!(!token.term.is_empty());
        assert_eq!(fold(&token.form), token.term, "{token:?}");
        assert_eq!(fold(&token.term), token.term, "{token:?}");
        for tag in TAGS {
            assert!(!stem(&token.form, Language::of_tag(tag)).is_empty(), "{tag}: {token:?}");
        }
    }
    assert_eq!(fold(&fold(text)), fold(text));
});
