//! The texts of all documents, as words of one dictionary.
//!
//! A text is cut into *symbols*: the tokens of the analyzer, and what stands between them. One space between two words
//! is the rule and is not written. Symbols are numbered by how often they stand in the collection, and a text is the
//! row of their numbers in an (s, c)-dense code: bytes below `s` end a number, the others go on (N. Brisaboa,
//! A. Fariña, G. Navarro, J. Paramá, "Lightweight natural language text compression", Information Retrieval 10, 2007).
//! `s` is the one that makes the collection smallest. Where a code has three bytes, its number saves nothing, and symbols
//! follow each other by term.
//!
//! Why this code: English news takes 27 % of its bytes, and 22 % once a server has gzipped them, which is less than gzip
//! (34 %) or even xz (22 %) make of the plain text; any document is decoded alone, at the cost of a table look-up a
//! word; and as each word is one symbol, the texts are the positions of the index too: where a word stands is found by
//! walking over the symbols of the few documents that hold it. The decoder is a few lines.
//!
//! ```text
//! Symbols: s u32 | n u32 | offset u32 of every 16th | length u8 of each, 255 for more | term u32 of each | strings
//! Texts:   per document: n further chunks | text and code bytes to each | codes
//! ```

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::records::{Records, RecordsWriter};
use super::table::{NONE, read_u32};
use super::varint;
use crate::parallel;
use crate::span::ByteSpan;

/// Bytes of text after which decoding may begin anew, so that a sentence of a long report costs no more than one of a
/// short article.
const CHUNK_LEN: usize = 8192;

/// How many symbols share one offset.
const SAMPLE_LEN: usize = 16;

/// A symbol of this length or more says how long it is before its string.
const LONG: u8 = u8::MAX;

/// Set in the term of a symbol that is joined to the next such one without a space: those of Chinese and its neighbours.
const JOINS: u32 = 1 << 31;

/// Term of a word that the index does not have: it stands in furniture only. With [`JOINS`] it is still not [`NONE`].
const NO_TERM: u32 = JOINS - 2;

/// The first of the characters that are written without spaces: CJK radicals and all that follows in Unicode.
const FIRST_JOINED: char = '\u{2e80}';

/// The symbols by number, read in place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Symbols<'a> {
    n_stoppers: u32,
    n: u32,
    samples: &'a [u8],
    lens: &'a [u8],
    terms: &'a [[u8; 4]],
    strings: &'a [u8],
}

impl<'a> Symbols<'a> {
    fn new(section: &'a [u8]) -> Self {
        let parts = || {
            let (n_stoppers, n) = (read_u32(section, 0)?, read_u32(section, 4)?);
            let rest = section.get(8..)?;
            let (samples, rest) = rest.split_at_checked((n as usize).div_ceil(SAMPLE_LEN).checked_mul(4)?)?;
            let (lens, rest) = rest.split_at_checked(n as usize)?;
            let (terms, strings) = rest.split_at_checked((n as usize).checked_mul(4)?)?;
            let terms = terms.as_chunks().0;
            // The code needs both kinds of bytes.
            (1..=255).contains(&n_stoppers).then_some(Self { n_stoppers, n, samples, lens, terms, strings })
        };
        parts().unwrap_or_default()
    }

    fn string(&self, symbol: u32) -> &'a str {
        let number = symbol as usize;
        let first = number - number % SAMPLE_LEN;
        let bytes = || {
            let mut rest = self.strings.get(read_u32(self.samples, first / SAMPLE_LEN * 4)? as usize..)?;
            for &len in self.lens.get(first..number)? {
                let len = if len == LONG { varint::read(&mut rest)? } else { u32::from(len) };
                rest = rest.get(len as usize..)?;
            }
            let len = *self.lens.get(number)?;
            let len = if len == LONG { varint::read(&mut rest)? } else { u32::from(len) };
            rest.get(..len as usize)
        };
        bytes().and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }

    #[inline(always)]
    fn len(&self, symbol: u32) -> u32 {
        match self.lens.get(symbol as usize) {
            Some(&LONG) => self.string(symbol).len() as u32,
            len => len.copied().map_or(0, u32::from),
        }
    }

    /// As it is stored.
    #[inline(always)]
    fn term(&self, symbol: u32) -> u32 {
        self.terms.get(symbol as usize).map_or(NONE, |term| u32::from_le_bytes(*term))
    }

    /// Whether a symbol is a word.
    pub(super) fn is_word(&self, symbol: u32) -> bool {
        self.term(symbol) != NONE
    }

    /// The symbols that are words of some terms, which ascend; each with what is told of its term.
    pub(super) fn of_terms<T: Copy>(&self, terms: &[(u32, T)]) -> Vec<(u32, T)> {
        // Most symbols are told from what is asked for by the low bits of their terms.
        let mut may_be = vec![false; 1 << 16];
        terms.iter().for_each(|&(term, _)| may_be[usize::from(term as u16)] = true);
        let n_common = n_of_two_bytes(self.n_stoppers).min(self.n);
        let mut found = Vec::new();
        for symbol in 0..n_common {
            let term = self.term(symbol) & !JOINS;
            if may_be[usize::from(term as u16)] {
                let told = terms.binary_search_by_key(&term, |&(known, _)| known).ok().map(|at| terms[at].1);
                found.extend(told.map(|told| (symbol, told)));
            }
        }
        // The others stand in the order of their terms.
        let mut symbol = n_common;
        for flag in [0, JOINS] {
            for &(term, told) in terms {
                let mut end = self.n;
                while symbol < end {
                    let middle = symbol + (end - symbol) / 2;
                    if self.term(middle) < term | flag { symbol = middle + 1 } else { end = middle }
                }
                while symbol < self.n && self.term(symbol) == term | flag {
                    found.push((symbol, told));
                    symbol += 1;
                }
            }
        }
        found
    }

    /// The last byte of a symbol's code.
    pub(super) fn last_byte(&self, symbol: u32) -> u8 {
        (symbol % self.n_stoppers.max(1)) as u8
    }

    /// Where the code begins of which the byte `end` is the last one.
    pub(super) fn start(&self, codes: &[u8], end: usize) -> usize {
        let before = codes.get(..end).unwrap_or_default();
        before.iter().rposition(|&byte| u32::from(byte) < self.n_stoppers).map_or(0, |last| last + 1)
    }

    /// The number of the symbol of which the code begins here, and where the next one begins.
    #[inline(always)]
    pub(super) fn decode(&self, codes: &[u8], mut at: usize) -> Option<(u32, usize)> {
        let mut high = 0u32;
        loop {
            let byte = u32::from(*codes.get(at)?);
            at += 1;
            if byte < self.n_stoppers {
                return Some((high.checked_mul(self.n_stoppers)?.checked_add(byte)?, at));
            }
            high = high.checked_mul(256 - self.n_stoppers)?.checked_add(byte - self.n_stoppers + 1)?;
        }
    }
}

/// How many symbols have codes of one byte or two.
fn n_of_two_bytes(n_stoppers: u32) -> u32 {
    n_stoppers + n_stoppers * (256 - n_stoppers)
}

/// The texts of an opened corpus.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Texts<'a> {
    pub(super) symbols: Symbols<'a>,
    documents: Records<'a>,
}

/// One symbol of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SymbolAt {
    symbol: u32,
    /// Number of the word's term in the dictionary; [`NONE`] for what is no word, or no word of the index.
    pub(crate) term: u32,
    is_word: bool,
    pub(crate) span: ByteSpan,
}

impl<'a> Texts<'a> {
    pub(crate) fn new(symbols: &'a [u8], texts: &'a [u8]) -> Self {
        Self { symbols: Symbols::new(symbols), documents: Records::new(texts) }
    }

    #[cfg(test)]
    pub(super) fn n_docs(&self) -> u32 {
        self.documents.len()
    }

    /// The symbols of a document from the last chunk that begins at or before the byte `from`.
    pub(crate) fn symbols(&self, doc: u32, from: u32) -> SymbolsOf<'a> {
        let mut start = (0, 0);
        let codes = self.chunks(doc, |text_at, code_at| {
            if text_at <= from {
                start = (text_at, code_at);
            }
        });
        let codes = codes.get(start.1 as usize..).unwrap_or_default();
        SymbolsOf { symbols: self.symbols, codes, at: start.0, after_word: 0 }
    }

    /// Calls `each` with the bytes of text and of codes before every further chunk of a document; gives all its codes.
    fn chunks(&self, doc: u32, mut each: impl FnMut(u32, u32)) -> &'a [u8] {
        let mut codes = self.documents.get(doc);
        let n_chunks = varint::read(&mut codes).unwrap_or(0).min(codes.len() as u32);
        let (mut text_at, mut code_at) = (0u32, 0u32);
        for _ in 0..n_chunks {
            text_at = text_at.saturating_add(varint::read(&mut codes).unwrap_or(0));
            code_at = code_at.saturating_add(varint::read(&mut codes).unwrap_or(0));
            each(text_at, code_at);
        }
        codes
    }

    /// The codes of all symbols of a document.
    pub(super) fn codes(&self, doc: u32) -> &'a [u8] {
        self.chunks(doc, |_, _| {})
    }

    /// A stretch of a document's text; empty if the span cuts a character or leaves the text.
    pub(crate) fn slice(&self, doc: u32, span: ByteSpan) -> String {
        let (text, start) = self.from(doc, span.start(), span.end());
        let cut = span.start().checked_sub(start).zip(span.end().checked_sub(start));
        cut.and_then(|(start, end)| text.get(start as usize..end as usize)).unwrap_or("").to_owned()
    }

    /// The whole text of a document.
    pub(crate) fn text(&self, doc: u32) -> String {
        self.from(doc, 0, u32::MAX).0
    }

    /// The text of whole symbols around the bytes from `from` to `end`, and where it begins.
    fn from(&self, doc: u32, from: u32, end: u32) -> (String, u32) {
        let (mut text, mut start) = (String::new(), None);
        for at in self.symbols(doc, from) {
            if at.span.end() >= from {
                let first = *start.get_or_insert(at.span.start());
                // A space that is not written.
                if text.len() < at.span.start().saturating_sub(first) as usize {
                    text.push(' ');
                }
                if at.span.start() >= end {
                    break;
                }
                text.push_str(self.symbols.string(at.symbol));
            }
        }
        (text, start.unwrap_or(from))
    }
}

/// Decodes symbols one after the other.
#[derive(Clone, Debug)]
pub(crate) struct SymbolsOf<'a> {
    symbols: Symbols<'a>,
    codes: &'a [u8],
    at: u32,
    /// What stands before the next symbol: nothing or a separator, a word, or a word that is joined to the next.
    after_word: u8,
}

impl SymbolsOf<'_> {
    /// How many bytes of codes are left.
    pub(super) fn n_left(&self) -> usize {
        self.codes.len()
    }
}

impl Iterator for SymbolsOf<'_> {
    type Item = SymbolAt;

    fn next(&mut self) -> Option<SymbolAt> {
        let (symbol, after) = self.symbols.decode(self.codes, 0).filter(|&(symbol, _)| symbol < self.symbols.n)?;
        self.codes = &self.codes[after..];
        let term = self.symbols.term(symbol);
        let is_word = term != NONE;
        let state = if !is_word { 0 } else { 1 + (term >> 31) as u8 };
        if is_word && self.after_word != 0 && (self.after_word, state) != (2, 2) {
            self.at = self.at.checked_add(1)?;
        }
        self.after_word = state;
        let start = self.at;
        self.at = start.checked_add(self.symbols.len(symbol))?;
        let term = if is_word { term & !JOINS } else { NONE };
        let term = if term == NO_TERM { NONE } else { term };
        Some(SymbolAt { symbol, term, is_word, span: ByteSpan::new(start, self.at)? })
    }
}

impl SymbolAt {
    /// Whether it is a word of the text.
    pub(crate) fn is_word(&self) -> bool {
        self.is_word
    }
}

/// Whether a word is written without a space beside another such one.
fn joins(word: &str) -> bool {
    // Its first byte tells of nearly all words that they do not.
    word.as_bytes().first().is_some_and(|&byte| byte >= 0xe2) && word.starts_with(|c| c >= FIRST_JOINED)
}

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Its bytes.
    pub(crate) span: ByteSpan,
    /// The number of its term, if the index has it.
    pub(crate) term: Option<u32>,
}

/// Cuts a stretch of text into its symbols, each with its term; one that is no word has [`NONE`]. `words` are all words in
/// it, ascending, not overlapping; `before` is the word that it begins behind.
fn cut<'t>(text: &'t str, words: impl Iterator<Item = Word>, before: Option<&str>, mut each: impl FnMut(&'t str, u32)) {
    let (mut end, mut last) = (0, None);
    for Word { span, term } in words {
        let range = span.range();
        let Some(word) = text.get(range.clone()) else { continue };
        let Some(gap) = text.get(end..range.start) else { continue };
        let is_rule = match last.or(before) {
            None => gap.is_empty(),
            Some(last) if joins(last) && joins(word) => gap.is_empty(),
            // Who begins to read here does not know that a word came before.
            Some(_) => gap == " " && last.is_some(),
        };
        if !is_rule {
            each(gap, NONE);
        }
        each(word, term.unwrap_or(NO_TERM) | if joins(word) { JOINS } else { 0 });
        (end, last) = (range.end, Some(word));
    }
    if let Some(gap) = text.get(end..).filter(|gap| !gap.is_empty()) {
        each(gap, NONE);
    }
}

/// Writes texts: first every text is counted, then every text is written.
#[derive(Debug, Default)]
pub(crate) struct TextsWriter<'t> {
    /// Numbers of symbols in the order in which they first come; the order of this map is never stored.
    numbers: HashMap<(&'t str, bool), u32, FixedState>,
    /// Per term: the symbol that stood for it last, so that few words are looked up.
    of_terms: Vec<u32>,
    symbols: Vec<Counted<'t>>,
    /// Per document, per chunk: how long its text is, and its symbols.
    documents: Vec<Vec<(u32, Vec<u32>)>>,
}

/// A symbol while texts are counted.
#[derive(Clone, Copy, Debug)]
struct Counted<'t> {
    string: &'t str,
    /// Its first bytes: they and its length tell most strings apart without going to where it stands.
    start: u64,
    /// As it is stored: that of the first word that is written so.
    term: u32,
    count: u32,
}

impl Counted<'_> {
    fn is(&self, string: &str) -> bool {
        self.string.len() == string.len()
            && self.start == start(string)
            && (string.len() <= START_LEN || self.string == string)
    }
}

/// How many bytes [`start`] has.
const START_LEN: usize = size_of::<u64>();

/// The first bytes of a string, and zeros where it has fewer.
fn start(string: &str) -> u64 {
    match string.as_bytes().first_chunk::<START_LEN>() {
        Some(&start) => u64::from_le_bytes(start),
        None => string.bytes().rev().fold(0, |start, byte| start << 8 | u64::from(byte)),
    }
}

impl<'t> TextsWriter<'t> {
    /// Writes texts with words of so many terms.
    pub(crate) fn new(n_terms: usize) -> Self {
        Self { of_terms: vec![NONE; n_terms], ..Self::default() }
    }

    /// Adds the text of the next document with its words.
    pub(crate) fn push(&mut self, text: &'t str, words: &[Word]) {
        let mut chunks = Vec::new();
        let (mut start, mut first_word) = (0usize, 0usize);
        loop {
            // A chunk ends behind a word.
            let n_words = words[first_word..].partition_point(|word| (word.span.start() as usize) < start + CHUNK_LEN);
            let next = (first_word + n_words.max(1)).min(words.len());
            let end = if next == words.len() { text.len() } else { words[next - 1].span.end() as usize };
            let offset = start as u32;
            let shifted = words[first_word..next].iter().filter_map(|&Word { span, term }| {
                let span = ByteSpan::new(span.start().checked_sub(offset)?, span.end().checked_sub(offset)?)?;
                Some(Word { span, term })
            });
            let own = text.get(start..end).unwrap_or_default();
            let mut symbols = Vec::with_capacity(2 * n_words);
            let before = first_word.checked_sub(1).and_then(|last| text.get(words[last].span.range()));
            cut(own, shifted, before, |string, term| symbols.push(self.count(string, term)));
            chunks.push((own.len() as u32, symbols));
            if next == words.len() {
                break;
            }
            (start, first_word) = (end, next);
        }
        self.documents.push(chunks);
    }

    fn count(&mut self, string: &'t str, term: u32) -> u32 {
        if let Some(&number) = self.of_terms.get(term as usize)
            && let Some(known) = self.symbols.get_mut(number as usize)
            && known.is(string)
        {
            known.count += 1;
            return number;
        }
        let next = self.symbols.len() as u32;
        let number = *self.numbers.entry((string, term != NONE)).or_insert(next);
        if number == next {
            self.symbols.push(Counted { string, start: start(string), term, count: 0 });
        }
        self.symbols[number as usize].count += 1;
        self.of_terms.get_mut(term as usize).into_iter().for_each(|of_term| *of_term = number);
        number
    }

    /// The sections of symbols and of texts.
    pub(crate) fn finish(self) -> (Vec<u8>, Vec<u8>) {
        let mut order: Vec<u32> = (0..self.symbols.len() as u32).collect();
        order.sort_unstable_by_key(|&number| {
            let Counted { string, term, count, .. } = self.symbols[number as usize];
            (std::cmp::Reverse(count), string, term != NONE)
        });
        let counts: Vec<u64> = order.iter().map(|&number| u64::from(self.symbols[number as usize].count)).collect();
        let n_stoppers = best_n_stoppers(&counts);
        // Beyond two bytes, order makes no code longer; neighbours in the alphabet make the symbols smaller.
        if let Some(rare) = order.get_mut(n_of_two_bytes(n_stoppers) as usize..) {
            rare.sort_unstable_by_key(|&number| {
                let Counted { string, term, .. } = self.symbols[number as usize];
                (term, string)
            });
        }
        let mut ranks = vec![0u32; order.len()];
        (0u32..).zip(&order).for_each(|(rank, &number)| ranks[number as usize] = rank);
        let (mut samples, mut lens, mut strings) = (Vec::new(), Vec::new(), Vec::new());
        for (rank, &number) in order.iter().enumerate() {
            let string = self.symbols[number as usize].string;
            if rank.is_multiple_of(SAMPLE_LEN) {
                samples.extend_from_slice(&(strings.len() as u32).to_le_bytes());
            }
            lens.push(u8::try_from(string.len()).unwrap_or(LONG));
            if string.len() >= usize::from(LONG) {
                varint::write(&mut strings, string.len() as u32);
            }
            strings.extend_from_slice(string.as_bytes());
        }
        let terms: Vec<u8> =
            order.iter().flat_map(|&number| self.symbols[number as usize].term.to_le_bytes()).collect();
        let head = [n_stoppers.to_le_bytes(), (order.len() as u32).to_le_bytes()].concat();
        let symbols = [head, samples, lens, terms, strings].concat();
        let records = parallel::map(self.documents, |chunks| {
            let (mut codes, mut record) = (Vec::new(), Vec::new());
            varint::write(&mut record, chunks.len() as u32 - 1);
            for (at, (text_len, symbols)) in chunks.iter().enumerate() {
                let start = codes.len();
                symbols.iter().for_each(|&symbol| write_code(&mut codes, ranks[symbol as usize], n_stoppers));
                if at + 1 < chunks.len() {
                    varint::write(&mut record, *text_len);
                    varint::write(&mut record, (codes.len() - start) as u32);
                }
            }
            record.extend_from_slice(&codes);
            record
        });
        (symbols, RecordsWriter::write(&records))
    }
}

fn write_code(codes: &mut Vec<u8>, rank: u32, n_stoppers: u32) {
    let start = codes.len();
    codes.push((rank % n_stoppers) as u8);
    let mut rest = rank / n_stoppers;
    while rest > 0 {
        rest -= 1;
        codes.push((n_stoppers + rest % (256 - n_stoppers)) as u8);
        rest /= 256 - n_stoppers;
    }
    codes[start..].reverse();
}

/// How many bytes should end a number, given how often each symbol stands, the commonest first.
fn best_n_stoppers(counts: &[u64]) -> u32 {
    let cost = |n_stoppers: u32| {
        // So many numbers have one byte, so many two, and so on.
        let (mut left, mut n_of_len, mut cost, mut len) = (counts, n_stoppers as usize, 0, 1);
        while !left.is_empty() {
            let (own, rest) = left.split_at(n_of_len.min(left.len()));
            cost += own.iter().sum::<u64>() * len;
            (left, n_of_len, len) = (rest, n_of_len.saturating_mul(256 - n_stoppers as usize), len + 1);
        }
        cost
    };
    (64..=252).step_by(4).min_by_key(|&n_stoppers| cost(n_stoppers)).unwrap_or(192)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::tokens;

    /// The sections of texts of which each word has its length as term.
    pub(in crate::codec) fn written(texts: &[String]) -> (Vec<u8>, Vec<u8>) {
        let mut writer = TextsWriter::new(8);
        for text in texts {
            let word = |span: ByteSpan| Word { span, term: Some(span.range().len() as u32) };
            writer.push(text, &tokens(text).map(|token| word(token.span)).collect::<Vec<_>>());
        }
        writer.finish()
    }

    fn check(texts: &[String]) {
        let (symbols, codes) = written(texts);
        let read = Texts::new(&symbols, &codes);
        for (doc, text) in (0u32..).zip(texts) {
            assert!(read.text(doc) == *text, "{text:.80?}");
            let words = read.symbols(doc, 0).filter(SymbolAt::is_word).map(|at| (at.span, at.term));
            let expected = tokens(text).map(|token| (token.span, token.span.range().len() as u32));
            assert!(words.eq(expected), "{text:.80?}");
            let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let spans = edges.iter().zip(edges.iter().rev()).filter(|(start, end)| start <= end).take(300);
            for (&start, &end) in spans {
                let span = ByteSpan::from_range(start..end).expect("a short text");
                assert!(read.slice(doc, span) == text[start..end], "{start}..{end} of {text:.80?}");
            }
        }
    }

    #[test]
    fn texts_come_back_as_they_were() {
        let texts = ["Rain fell.  It fell, and “fell”.", " a b", "漢字 漢 字a 漢b", "", "  ", "x", "a_b c\n\nd"];
        check(&texts.map(str::to_owned));
    }

    #[test]
    fn long_texts_and_long_words_come_back_and_their_ends_are_near() {
        let long = "Rain fell on the town. ".repeat(3000);
        check(&[format!("{} b {}", "a".repeat(100_000), "é".repeat(300))]);
        let (symbols, codes) = written(std::slice::from_ref(&long));
        let read = Texts::new(&symbols, &codes);
        assert!(read.text(0) == long);
        let end = long.len() as u32;
        assert_eq!(read.slice(0, ByteSpan::new(end - 6, end).expect("in order")), "town. ");
        assert!(read.symbols(0, end - 6).count() < CHUNK_LEN / 2);
        assert_eq!(read.slice(0, ByteSpan::new(end, end + 1).expect("in order")), "");
    }

    #[test]
    fn what_stands_side_by_side_at_the_end_of_a_chunk_stays_so() {
        for text in ["漢a", "漢あ", "a.b", "漢 ", "a  "] {
            check(&[text.repeat(2 * CHUNK_LEN / text.len())]);
        }
    }

    #[test]
    fn common_words_take_one_byte() {
        let words: Vec<String> = (0..5000).map(|number| format!("w{number} the")).collect();
        let (_, codes) = written(&[words.join(" ")]);
        assert!(codes.len() < 5000 * 4, "{}", codes.len());
    }

    proptest! {
        #[test]
        fn any_text_comes_back(texts in proptest::collection::vec("([a-c]{1,3} ?|[é漢😀\u{301}’_. \n]|\\PC){0,40}", 0..4)) {
            check(&texts);
        }

        #[test]
        fn any_bytes_end(symbols: Vec<u8>, codes: Vec<u8>, n_stoppers in 1..256u32, doc in 0..3u32) {
            let forged = [&n_stoppers.to_le_bytes()[..], &3u32.to_le_bytes(), &symbols].concat();
            let read = Texts::new(&forged, &codes);
            prop_assert!(read.symbols(doc, 0).count() <= codes.len());
            let _ = read.text(doc);
        }
    }
}
