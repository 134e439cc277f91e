//! JSON: an object, several, or a list of them.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_fuzz::file("a.json", bytes));
