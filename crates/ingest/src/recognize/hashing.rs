//! Numbers for words and for features of words. Two that differ may share a number, seldom enough not to matter.

use xxhash_rust::xxh3::xxh3_64;

/// The number of a word.
pub(super) fn hash(word: &str) -> u64 {
    xxh3_64(word.as_bytes())
}

/// The number of two numbers in this order.
pub(super) fn pair(a: u64, b: u64) -> u64 {
    (a.rotate_left(23) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The number of a feature: which question about a word (`template`), and what the answer is. It has 26 bits, so that a
/// model file needs little room to name it.
pub(super) fn feature(template: u64, answer: u64) -> u32 {
    let mixed = (answer ^ (template + 1).wrapping_mul(0xd6e8_feb8_6659_fd93)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    ((mixed ^ (mixed >> 29)).wrapping_mul(0xc4ce_b9fe_1a85_ec53) >> 38) as u32
}
