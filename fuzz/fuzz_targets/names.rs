//! Names in a text that is nothing but a story: found, and brought together.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| dossier_fuzz::story(text));
