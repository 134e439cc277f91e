//! ZIP, tar and gzip, told by their first bytes as always.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_fuzz::file("a", bytes));
