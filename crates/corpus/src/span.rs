//! Half-open byte ranges of a document's text.
//!
//! All offsets in a corpus are bytes of the decoded text. Nothing here counts characters or UTF-16 units.

use std::ops::Range;

/// A half-open range of bytes, `start..end`, with `start <= end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteSpan {
    start: u32,
    end: u32,
}

impl ByteSpan {
    /// The span `start..end`, or `None` if it ends before it starts.
    pub fn new(start: u32, end: u32) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// The span of `range`, or `None` if it is reversed or does not fit 32 bits.
    pub fn from_range(range: Range<usize>) -> Option<Self> {
        Self::new(u32::try_from(range.start).ok()?, u32::try_from(range.end).ok()?)
    }

    /// Index of the first byte.
    pub fn start(self) -> u32 {
        self.start
    }

    /// Index one past the last byte.
    pub fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The stretch of `text` that the span covers, or `None` if it is out of bounds or cuts a character.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: ByteSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    pub fn overlaps(self, other: ByteSpan) -> bool {
        self.start < other.end && other.start < self.end
    }
}
