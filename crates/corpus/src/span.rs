//! Half-open byte ranges of a document's text.
//!
//! All offsets in a corpus are bytes of the decoded text. Nothing here counts characters or UTF-16 units.

use std::ops::Range;

/// A half-open range of bytes, `start..end`, with `start <= end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
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

    /// `text` with something else in place of the stretch that the span covers, or `None` as for [`Self::slice`].
    pub fn replaced(self, text: &str, with: &str) -> Option<String> {
        let Range { start, end } = self.range();
        self.slice(text)?;
        Some([text.get(..start)?, with, text.get(end..)?].concat())
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: ByteSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    pub fn overlaps(self, other: ByteSpan) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ordered(a: u32, b: u32) -> ByteSpan {
        ByteSpan::new(a.min(b), a.max(b)).expect("they are in order")
    }

    fn check(text: &str, start: u32, end: u32, expected: Option<&str>) {
        assert_eq!(ByteSpan::new(start, end).and_then(|span| span.slice(text)), expected, "{start}..{end} of {text}");
    }

    #[test]
    fn a_span_gives_whole_characters_or_nothing() {
        check("abc", 1, 2, Some("b"));
        check("abc", 3, 3, Some(""));
        check("abc", 2, 4, None);
        check("abc", 2, 1, None);
        check("", 0, 0, Some(""));
        check("é漢😀", 0, 2, Some("é"));
        check("é漢😀", 1, 2, None);
        check("é漢😀", 2, 5, Some("漢"));
        check("é漢😀", 5, 7, None);
        check("e\u{301}", 0, 1, Some("e"));
        check("👩‍👧", 0, 4, Some("👩"));
        check("שלום", 2, 4, Some("ל"));
        assert_eq!(ByteSpan::from_range(0..usize::MAX), None);
    }

    #[test]
    fn what_a_span_covers_is_replaced_or_nothing_is() {
        let replaced = |start, end, text| ByteSpan::new(start, end).and_then(|span| span.replaced(text, "_"));
        assert_eq!(replaced(1, 3, "a漢b"), None);
        assert_eq!(replaced(1, 4, "a漢b").as_deref(), Some("a_b"));
        assert_eq!(replaced(5, 5, "a漢b").as_deref(), Some("a漢b_"));
        assert_eq!(replaced(5, 6, "a漢b"), None);
    }

    proptest! {
        #[test]
        fn spans_relate_as_their_bytes_do(a in 0u32..9, b in 0u32..9, c in 0u32..9, d in 0u32..9) {
            let (one, other) = (ordered(a, b), ordered(c, d));
            let has = |span: ByteSpan, byte: u32| span.start() <= byte && byte < span.end();
            prop_assert_eq!(one.overlaps(other), (0..9).any(|byte| has(one, byte) && has(other, byte)));
            if !other.is_empty() {
                prop_assert_eq!(one.contains(other), (0..9).all(|byte| !has(other, byte) || has(one, byte)));
            }
            prop_assert_eq!(one.len() as usize, one.range().len());
        }
    }
}
