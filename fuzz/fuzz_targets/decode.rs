//! Bytes to text. The first line is a label that a format might state.
#![no_main]

use ingest::decode::{Decoded, decode, decode_labelled};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (label, rest) = bytes.split_at(bytes.iter().position(|&byte| byte == b'\n').unwrap_or(0));
    for Decoded { text, notices } in [decode(bytes), decode_labelled(rest, std::str::from_utf8(label).ok())] {
        assert!(!text.contains(['\r', '\0']));
        let n_lines = text.split('\n').count();
        assert!(notices.iter().all(|(line, _)| (1..=n_lines).contains(line)), "{notices:?} in {n_lines} lines");
    }
});
