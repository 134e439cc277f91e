//! Several plain texts of one outlet: what they share, and how they are cleaned by it.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_fuzz::several("txt", bytes));
