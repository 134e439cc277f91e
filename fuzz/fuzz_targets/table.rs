//! Values parted by commas and the like.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_fuzz::file("a.csv", bytes));
