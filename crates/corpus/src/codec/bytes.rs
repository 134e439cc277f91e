//! Writing and reading the insides of a record: numbers, strings and spans, one after the other.

use super::varint;
use crate::span::ByteSpan;

/// Collects what a record holds.
#[derive(Debug, Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    pub(crate) fn number(&mut self, number: u32) {
        varint::write(&mut self.0, number);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// A text that is often the same as another one.
    pub(crate) fn text_or_same(&mut self, text: &str, other: &str) {
        if text == other {
            return self.number(0);
        }
        self.number(text.len() as u32 + 1);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// A number that is near an earlier one, before it or behind it: zigzag code of the difference.
    pub(crate) fn near(&mut self, number: u32, earlier: u32) {
        let difference = number.wrapping_sub(earlier) as i32;
        self.number(((difference << 1) ^ (difference >> 31)) as u32);
    }

    /// A span that begins near an earlier byte.
    pub(crate) fn span(&mut self, span: ByteSpan, earlier: u32) {
        self.near(span.start(), earlier);
        self.number(span.end() - span.start());
    }

    /// A span that may be missing: its length plus one, then where it begins.
    pub(crate) fn optional_span(&mut self, span: Option<ByteSpan>, earlier: u32) {
        match span {
            None => self.number(0),
            Some(span) => {
                self.number((span.end() - span.start()).saturating_add(1));
                self.near(span.start(), earlier);
            }
        }
    }
}

/// Reads what a [`Writer`] wrote. Behind the end, numbers are 0 and strings empty.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn number(&mut self) -> u32 {
        varint::read(&mut self.0).unwrap_or_else(|| {
            // What cannot be read ends the record.
            self.0 = &[];
            0
        })
    }

    fn bytes(&mut self, len: u32) -> &'a [u8] {
        let (bytes, rest) = self.0.split_at_checked(len as usize).unwrap_or_default();
        self.0 = rest;
        bytes
    }

    pub(crate) fn text(&mut self) -> &'a str {
        let len = self.number();
        std::str::from_utf8(self.bytes(len)).unwrap_or("")
    }

    pub(crate) fn text_or_same(&mut self, other: &'a str) -> &'a str {
        match self.number().checked_sub(1) {
            None => other,
            Some(len) => std::str::from_utf8(self.bytes(len)).unwrap_or(""),
        }
    }

    pub(crate) fn near(&mut self, earlier: u32) -> u32 {
        let code = self.number();
        earlier.wrapping_add((code >> 1) ^ (code & 1).wrapping_neg())
    }

    pub(crate) fn span(&mut self, earlier: u32) -> ByteSpan {
        let start = self.near(earlier);
        let len = self.number();
        ByteSpan::new(start, start.saturating_add(len)).unwrap_or_default()
    }

    pub(crate) fn optional_span(&mut self, earlier: u32) -> Option<ByteSpan> {
        let len = self.number().checked_sub(1)?;
        let start = self.near(earlier);
        Some(ByteSpan::new(start, start.saturating_add(len)).unwrap_or_default())
    }

    /// A count of things that follow; no more than there are bytes for, so that a damaged one costs nothing.
    pub(crate) fn count(&mut self) -> u32 {
        self.number().min(self.0.len() as u32)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_written_is_read_back(numbers: Vec<(u32, u32)>, texts: Vec<String>, spans: Vec<(u32, u16, u32)>) {
            let mut writer = Writer::default();
            let span = |start: u32, len: u16| ByteSpan::new(start, start.saturating_add(u32::from(len))).expect("in order");
            numbers.iter().for_each(|&(number, earlier)| writer.near(number, earlier));
            texts.iter().for_each(|text| writer.text(text));
            texts.iter().for_each(|text| writer.text_or_same(text, "é"));
            spans.iter().for_each(|&(start, len, earlier)| writer.span(span(start, len), earlier));
            spans.iter().for_each(|&(start, len, earlier)| writer.optional_span(Some(span(start, len)), earlier));
            writer.optional_span(None, 7);
            let mut reader = Reader(&writer.0);
            for &(number, earlier) in &numbers {
                prop_assert_eq!(reader.near(earlier), number);
            }
            for text in &texts {
                prop_assert_eq!(reader.text(), text);
            }
            for text in &texts {
                prop_assert_eq!(reader.text_or_same("é"), text);
            }
            for &(start, len, earlier) in &spans {
                prop_assert_eq!(reader.span(earlier), span(start, len));
            }
            for &(start, len, earlier) in &spans {
                prop_assert_eq!(reader.optional_span(earlier), Some(span(start, len)));
            }
            prop_assert_eq!(reader.optional_span(7), None);
            prop_assert!(reader.is_at_end());
        }
    }
}
