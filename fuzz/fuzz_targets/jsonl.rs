//! One JSON object a line.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_fuzz::file("a.jsonl", bytes));
