//! Tables of 32-bit numbers: what is looked up for every document of a result.

/// Stands for "none" in a column that may be empty.
pub(crate) const NONE: u32 = u32::MAX;

/// The number at byte `at`.
pub(crate) fn read_u32(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// Columns of numbers, each as long as there are rows. A row or a column that is not there reads as 0.
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
        let n_rows = self.n_rows();
        // Rows that are there have offsets that fit; of others the product may not fit a 32-bit `usize`.
        if row >= n_rows || column >= WIDTH {
            return 0;
        }
        read_u32(self.bytes, (column * n_rows as usize + row as usize) * 4).unwrap_or(0)
    }

    /// The numbers of one column.
    pub(crate) fn column(&self, column: usize) -> impl ExactSizeIterator<Item = u32> + use<'a, WIDTH> {
        let n_rows = self.n_rows() as usize;
        let bytes = self.bytes.get(column * n_rows * 4..(column + 1) * n_rows * 4).unwrap_or_default();
        bytes.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number))
    }
}

/// Writes columns of numbers, row by row. Like numbers stand together, which packs better.
#[derive(Debug)]
pub(crate) struct TableWriter<const WIDTH: usize> {
    columns: [Vec<u8>; WIDTH],
}

impl<const WIDTH: usize> Default for TableWriter<WIDTH> {
    fn default() -> Self {
        Self { columns: std::array::from_fn(|_| Vec::new()) }
    }
}

impl<const WIDTH: usize> TableWriter<WIDTH> {
    pub(crate) fn push(&mut self, row: [u32; WIDTH]) {
        for (column, number) in self.columns.iter_mut().zip(row) {
            column.extend_from_slice(&number.to_le_bytes());
        }
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.columns.concat()
    }
}
