//! Quotations and their speakers in a text that is nothing but a story.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| dossier_fuzz::story(text));
