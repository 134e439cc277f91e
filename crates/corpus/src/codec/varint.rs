//! LEB128: seven bits a byte, the lowest first, the high bit says that more follow.

/// Appends `value`.
pub(crate) fn write(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Takes one number off the front. `None` at the end, and on a number that does not fit 32 bits.
pub(crate) fn read(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0u32;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        let bits = u32::from(byte & 0x7f);
        if shift == 28 && bits > 0x0f {
            return None;
        }
        value |= bits << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_written_is_read_back(values: Vec<u32>) {
            let mut bytes = Vec::new();
            values.iter().for_each(|&value| write(&mut bytes, value));
            let mut rest = bytes.as_slice();
            let found: Vec<u32> = std::iter::from_fn(|| read(&mut rest)).collect();
            prop_assert_eq!(found, values);
        }

        #[test]
        fn any_bytes_end(bytes: Vec<u8>) {
            let mut rest = bytes.as_slice();
            prop_assert!(std::iter::from_fn(|| read(&mut rest)).count() <= bytes.len());
        }
    }
}
