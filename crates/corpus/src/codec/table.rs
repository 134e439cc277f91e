//! Tables of 32-bit numbers and pools of strings: the two shapes that everything but the index is stored in.

use crate::span::ByteSpan;

/// Stands for "none" in a column that may be empty.
pub(crate) const NONE: u32 = u32::MAX;

/// The number at byte `at`.
pub(crate) fn read_u32(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// Rows of `WIDTH` numbers. A row or a column that is not there reads as 0.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'a, const WIDTH: usize> {
    bytes: &'a [u8],
}

impl<'a, const WIDTH: usize> Table<'a, WIDTH> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub(crate) fn n_rows(&self) -> u32 {
        (self.bytes.len() / (4 * WIDTH)) as u32
    }

    pub(crate) fn get(&self, row: u32, column: usize) -> u32 {
        // Rows that are there have offsets that fit; of others the product may not fit a 32-bit `usize`.
        if row >= self.n_rows() || column >= WIDTH {
            return 0;
        }
        read_u32(self.bytes, (row as usize * WIDTH + column) * 4).unwrap_or(0)
    }

    /// The span in two neighbouring columns; empty where the stored one is reversed.
    pub(crate) fn span(&self, row: u32, column: usize) -> ByteSpan {
        ByteSpan::new(self.get(row, column), self.get(row, column + 1)).unwrap_or_default()
    }

    /// The span in two neighbouring columns, or `None` where none was stored.
    pub(crate) fn optional_span(&self, row: u32, column: usize) -> Option<ByteSpan> {
        (self.get(row, column) != NONE).then(|| self.span(row, column))
    }

    /// The rows that a parent's row owns: from its own first to the next parent's first.
    pub(crate) fn children<const PARENT: usize>(
        &self,
        parents: &Table<'_, PARENT>,
        row: u32,
        column: usize,
    ) -> std::ops::Range<u32> {
        let end = parents.get(row.saturating_add(1), column).min(self.n_rows());
        parents.get(row, column).min(end)..end
    }
}

/// Strings by number, each stored once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Strings<'a> {
    offsets: Table<'a, 1>,
    bytes: &'a [u8],
}

impl<'a> Strings<'a> {
    pub(crate) fn new(offsets: &'a [u8], bytes: &'a [u8]) -> Self {
        Self { offsets: Table::new(offsets), bytes }
    }

    /// The string of a number; empty if there is none or its bytes are not UTF-8.
    pub(crate) fn get(&self, number: u32) -> &'a str {
        if number >= self.offsets.n_rows().saturating_sub(1) {
            return "";
        }
        let range = self.offsets.get(number, 0) as usize..self.offsets.get(number + 1, 0) as usize;
        self.bytes.get(range).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }
}

/// Collects strings and numbers them in the order in which they first come.
#[derive(Debug, Default)]
pub(crate) struct StringPool {
    /// The order of this map is never stored.
    numbers: std::collections::HashMap<String, u32>,
    offsets: Vec<u8>,
    bytes: Vec<u8>,
}

impl StringPool {
    pub(crate) fn intern(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(text.to_owned(), number);
        self.offsets.extend_from_slice(&(self.bytes.len() as u32).to_le_bytes());
        self.bytes.extend_from_slice(text.as_bytes());
        number
    }

    /// The two sections: offsets, closed by the total length, and bytes.
    pub(crate) fn finish(mut self) -> (Vec<u8>, Vec<u8>) {
        self.offsets.extend_from_slice(&(self.bytes.len() as u32).to_le_bytes());
        (self.offsets, self.bytes)
    }
}

/// Writes rows of `WIDTH` numbers.
#[derive(Debug, Default)]
pub(crate) struct TableWriter<const WIDTH: usize> {
    bytes: Vec<u8>,
}

impl<const WIDTH: usize> TableWriter<WIDTH> {
    pub(crate) fn push(&mut self, row: [u32; WIDTH]) {
        for number in row {
            self.bytes.extend_from_slice(&number.to_le_bytes());
        }
    }

    pub(crate) fn n_rows(&self) -> u32 {
        (self.bytes.len() / (4 * WIDTH)) as u32
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// The two columns of an optional span.
pub(crate) fn span_columns(span: Option<ByteSpan>) -> [u32; 2] {
    span.map_or([NONE, NONE], |span| [span.start(), span.end()])
}
