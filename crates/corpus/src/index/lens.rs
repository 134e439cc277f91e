//! Lengths in one byte: exact up to 40, then with four binary digits, so that they are never off by more than an eighth.
//!
//! The code is that of Lucene's norms, `SmallFloat.intToByte4` (Apache Lucene 7 and later), which tantivy has too.

/// How many small lengths have a code of their own.
const N_EXACT: u32 = 24;

/// The code of a length, rounded down.
pub(crate) fn code_of_len(len: u32) -> u8 {
    match len.checked_sub(N_EXACT) {
        None => len as u8,
        Some(rest) => (N_EXACT + int4(rest)).min(255) as u8,
    }
}

/// The length that a code stands for.
pub(crate) fn len_of_code(code: u8) -> u32 {
    match u32::from(code).checked_sub(N_EXACT) {
        None => u32::from(code),
        Some(rest) => N_EXACT.saturating_add(of_int4(rest)),
    }
}

/// Three digits behind the leading one, and the number of those that are left out.
fn int4(number: u32) -> u32 {
    let n_digits = 32 - number.leading_zeros();
    if n_digits < 4 {
        return number;
    }
    let shift = n_digits - 4;
    (number >> shift & 0x07) | (shift + 1) << 3
}

fn of_int4(code: u32) -> u32 {
    let (digits, shift) = (code & 0x07, code >> 3);
    match shift.checked_sub(1) {
        None => digits,
        Some(shift) => (digits | 0x08).checked_shl(shift).unwrap_or(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_come_back_exactly_or_a_little_shorter() {
        for len in (0..3000).chain([1 << 20, 1 << 30, i32::MAX as u32 / 2]) {
            let stored = len_of_code(code_of_len(len));
            assert!(stored <= len && (len - stored) as f64 <= len as f64 / 8.0, "{len} became {stored}");
            assert!(len > 40 || stored == len, "{len} became {stored}");
        }
        let codes: Vec<u32> = (0..=255).map(len_of_code).collect();
        assert!(codes.is_sorted());
    }
}
