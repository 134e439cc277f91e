//! Lists of byte strings in one section: the shape in which everything but numbers of fixed width is stored.
//!
//! ```text
//! n_records u32 | offset u32 of every sixteenth record, from the end of these | the records, each behind its length
//! ```
//! Lengths are LEB128. A record is found by its sample and at most fifteen steps; nothing is parsed when a blob is
//! opened.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::table::read_u32;
use super::varint;

/// How many records share one offset.
const SAMPLE_LEN: usize = 16;

/// Byte strings by number, read in place. One that is not there reads as empty.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Records<'a> {
    n_records: u32,
    samples: &'a [u8],
    bytes: &'a [u8],
}

impl<'a> Records<'a> {
    pub(crate) fn new(section: &'a [u8]) -> Self {
        let n_records = read_u32(section, 0).unwrap_or(0);
        let n_samples = (n_records as usize).div_ceil(SAMPLE_LEN);
        let parts = section.get(4..).and_then(|rest| rest.split_at_checked(n_samples.checked_mul(4)?));
        match parts {
            Some((samples, bytes)) => Self { n_records, samples, bytes },
            None => Self::default(),
        }
    }

    pub(crate) fn len(&self) -> u32 {
        self.n_records
    }

    /// A record by its number.
    pub(crate) fn get(&self, number: u32) -> &'a [u8] {
        self.from(number).next().unwrap_or_default()
    }

    /// Calls `each` with records by their numbers, which ascend: what lies between two of them is passed over once.
    pub(crate) fn for_each_of(&self, numbers: impl Iterator<Item = u32>, mut each: impl FnMut(&'a [u8])) {
        let (mut records, mut next) = (self.from(0), 0);
        for number in numbers {
            let sampled = number - number % SAMPLE_LEN as u32;
            if sampled > next {
                (records, next) = (self.from(sampled), sampled);
            }
            while next < number {
                records.next();
                next += 1;
            }
            each(records.next().unwrap_or_default());
            next += 1;
        }
    }

    /// A record that is text; empty if its bytes are not UTF-8.
    pub(crate) fn text(&self, number: u32) -> &'a str {
        std::str::from_utf8(self.get(number)).unwrap_or("")
    }

    /// The records from a number on.
    pub(crate) fn from(&self, number: u32) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let (sample, n_skipped) = (number as usize / SAMPLE_LEN, number as usize % SAMPLE_LEN);
        let start = if number < self.n_records { read_u32(self.samples, sample * 4) } else { None };
        let mut rest = start.and_then(|start| self.bytes.get(start as usize..)).unwrap_or_default();
        let n_left = self.n_records.saturating_sub(number) as usize;
        let records = std::iter::from_fn(move || {
            let len = varint::read(&mut rest)? as usize;
            let (record, after) = rest.split_at_checked(len)?;
            rest = after;
            Some(record)
        });
        records.skip(n_skipped).take(n_left)
    }
}

/// Collects byte strings and numbers them in their order.
#[derive(Debug, Default)]
pub(crate) struct RecordsWriter {
    n_records: u32,
    samples: Vec<u8>,
    bytes: Vec<u8>,
}

impl RecordsWriter {
    /// The section of these records.
    pub(crate) fn write(records: &[Vec<u8>]) -> Vec<u8> {
        // As much room as lengths of four bytes would take: a section is large, and moving it takes long.
        let len = records.iter().map(|record| record.len() + size_of::<u32>()).sum();
        let mut writer = Self { bytes: Vec::with_capacity(len), ..Self::default() };
        for record in records {
            writer.push(record);
        }
        writer.finish()
    }

    /// Adds a record; returns its number.
    pub(crate) fn push(&mut self, record: &[u8]) -> u32 {
        if (self.n_records as usize).is_multiple_of(SAMPLE_LEN) {
            self.samples.extend_from_slice(&(self.bytes.len() as u32).to_le_bytes());
        }
        varint::write(&mut self.bytes, record.len() as u32);
        self.bytes.extend_from_slice(record);
        self.n_records += 1;
        self.n_records - 1
    }

    /// The section.
    pub(crate) fn finish(self) -> Vec<u8> {
        [&self.n_records.to_le_bytes()[..], &self.samples, &self.bytes].concat()
    }
}

/// Collects strings and numbers them in the order in which they first come.
#[derive(Debug, Default)]
pub(crate) struct StringPool {
    /// The order of this map is never stored.
    numbers: HashMap<String, u32, FixedState>,
    records: RecordsWriter,
}

impl StringPool {
    pub(crate) fn intern(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.records.push(text.as_bytes());
        self.numbers.insert(text.to_owned(), number);
        number
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.records.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_written_is_read_back(records: Vec<Vec<u8>>, chosen: HashSet<u8>) {
            let mut writer = RecordsWriter::default();
            records.iter().for_each(|record| {
                writer.push(record);
            });
            let section = writer.finish();
            let read = Records::new(&section);
            prop_assert_eq!(read.len() as usize, records.len());
            for (number, record) in (0u32..).zip(&records) {
                prop_assert_eq!(read.get(number), record.as_slice());
                prop_assert_eq!(read.from(number).count(), records.len() - number as usize);
            }
            let numbers = || (0..records.len() as u32 + 3).filter(|number| chosen.contains(&(*number as u8)));
            let mut found = Vec::new();
            read.for_each_of(numbers(), |record| found.push(record));
            prop_assert_eq!(found, numbers().map(|number| read.get(number)).collect::<Vec<_>>());
            prop_assert_eq!(read.get(read.len()), &[] as &[u8]);
        }

        #[test]
        fn any_bytes_end(section: Vec<u8>, number: u32) {
            let read = Records::new(&section);
            prop_assert!(read.get(number).len() <= section.len());
            prop_assert!(read.from(0).count() <= section.len());
        }
    }
}
