//! Rows of words in texts, found in the codes without undoing them.
//!
//! In an (s, c)-dense code the last byte of a symbol is below `s` and no other byte is, so that a symbol is recognised
//! wherever one begins to look. The rarest word of a row is looked for byte by byte, by what its symbols end with; only
//! where it stands are it and its neighbours read.

use std::iter::{Take, from_fn};

use super::texts::{SymbolAt, SymbolsOf, Texts};
use crate::sort;

/// The most words of a row that are looked at in the codes.
const MAX_WORDS: usize = 15;

/// A row of words that is looked for in texts, by the symbols that its words may be.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Symbols, ascending, with bit i set if one may be word i.
    fits: Vec<(u32, u16)>,
    n_words: usize,
    /// The word that is looked for first.
    rarest: usize,
    /// The bytes that its symbols end with.
    ends: [bool; 256],
}

/// The words among symbols.
#[derive(Clone, Debug)]
pub(crate) struct WordsOf<'a>(SymbolsOf<'a>);

impl Iterator for WordsOf<'_> {
    type Item = SymbolAt;

    fn next(&mut self) -> Option<SymbolAt> {
        self.0.find(SymbolAt::is_word)
    }
}

impl Row {
    fn may_be(&self, symbol: u32, word: usize) -> bool {
        let fits = self.fits.binary_search_by_key(&symbol, |&(known, _)| known).map_or(0, |at| self.fits[at].1);
        fits >> word & 1 == 1
    }
}

impl<'a> Texts<'a> {
    /// The row of words of which each is one of some terms; the word `rarest` stands in fewer documents than others.
    pub(crate) fn row(&self, words: &[&[(u32, f32)]], rarest: usize) -> Row {
        let n_words = words.len();
        let mut of_terms: Vec<(u32, u16)> = Vec::new();
        for (word, terms) in words.iter().take(MAX_WORDS).enumerate() {
            of_terms.extend(terms.iter().map(|&(term, _)| (term, 1 << word)));
        }
        sort::by_key(&mut of_terms, |&(term, _)| term);
        of_terms.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            kept.1 |= if is_same { next.1 } else { 0 };
            is_same
        });
        let fits = self.symbols.of_terms(&of_terms);
        let mut row = Row { fits, n_words, rarest: rarest.min(MAX_WORDS - 1), ends: [false; 256] };
        for &(symbol, fits) in &row.fits {
            row.ends[self.symbols.last_byte(symbol) as usize] |= fits >> row.rarest & 1 == 1;
        }
        row
    }

    /// Calls `each` with the words that stand where a document's text has the row, maybe with ends of sentences and blocks in
    /// it. Of a row of more than [`MAX_WORDS`] words, some of the last may be others.
    pub(crate) fn for_each_row(&self, doc: u32, row: &Row, mut each: impl FnMut(Take<WordsOf<'a>>)) {
        let codes = self.codes(doc);
        let mut starts: Vec<usize> = Vec::new();
        for (at, &byte) in codes.iter().enumerate() {
            if row.ends[usize::from(byte)] {
                starts.extend(self.row_around(codes, at, row));
            }
        }
        if starts.is_empty() {
            return;
        }
        let mut symbols = self.symbols(doc, 0);
        for start in starts {
            while symbols.n_left() > codes.len() - start {
                if symbols.next().is_none() {
                    return;
                }
            }
            each(WordsOf(symbols.clone()).take(row.n_words));
        }
    }

    /// Where the row begins in the codes of which the byte `end` is the last one of its rarest word.
    fn row_around(&self, codes: &[u8], end: usize, row: &Row) -> Option<usize> {
        let symbols = &self.symbols;
        let (mut start, mut next) = (symbols.start(codes, end), end + 1);
        if !row.may_be(symbols.decode(codes, start)?.0, row.rarest) {
            return None;
        }
        let read_before = || {
            start = symbols.start(codes, start.checked_sub(1)?);
            Some(symbols.decode(codes, start)?.0)
        };
        let read_after = || {
            let (symbol, end) = symbols.decode(codes, next)?;
            next = end;
            Some(symbol)
        };
        let is_word = |symbol: &u32| symbols.is_word(*symbol);
        let (mut before, mut after) = (from_fn(read_before).filter(is_word), from_fn(read_after).filter(is_word));
        let may_be = |symbol: Option<u32>, word: usize| symbol.is_some_and(|symbol| row.may_be(symbol, word));
        let fits = (row.rarest + 1..row.n_words.min(MAX_WORDS)).all(|word| may_be(after.next(), word))
            && (0..row.rarest).rev().all(|word| may_be(before.next(), word));
        fits.then_some(start)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::codec::texts::tests::written;

    fn check(texts: &[String], words: &[Vec<u32>], rarest: usize) {
        let (symbols, codes) = written(texts);
        let texts = Texts::new(&symbols, &codes);
        let terms: Vec<Vec<(u32, f32)>> =
            words.iter().map(|word| word.iter().map(|&term| (term, 1.0)).collect()).collect();
        let row = texts.row(&terms.iter().map(Vec::as_slice).collect::<Vec<_>>(), rarest);
        for doc in 0..texts.n_docs() {
            let all: Vec<SymbolAt> = texts.symbols(doc, 0).filter(SymbolAt::is_word).collect();
            let fits = |at: &usize| {
                let mut both = words.iter().zip(all[*at..].iter());
                both.len() == words.len() && both.all(|(asked, word)| asked.contains(&word.term))
            };
            let expected: Vec<Vec<SymbolAt>> =
                (0..all.len()).filter(fits).map(|at| all[at..at + words.len()].to_vec()).collect();
            let mut found: Vec<Vec<SymbolAt>> = Vec::new();
            texts.for_each_row(doc, &row, |words| found.push(words.collect()));
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn rows_are_found_in_texts_of_many_words() {
        // So many that codes have one byte, two and three; what is asked for is of each of them.
        let word = |number: usize| "x".repeat(1 + number % 40) + &number.to_string();
        let many: String = (0..30_000).map(|number| word(number) + if number % 7 == 0 { ".\n" } else { " " }).collect();
        let common = "a bb a, bb \n a (bb) ccc ".repeat(2000);
        check(&[common, many], &[vec![1, 6, 20], vec![2, 7, 21]], 1);
    }

    proptest! {
        #[test]
        fn rows_are_where_all_words_stand_side_by_side(
            texts in proptest::collection::vec("([a-c]{1,3}[ ,]|漢|[.]){0,60}", 1..4),
            words in proptest::collection::vec(proptest::collection::vec(1..4u32, 1..3), 1..4), rarest in 0..4usize
        ) {
            check(&texts, &words, rarest.min(words.len() - 1));
        }

        #[test]
        fn any_bytes_end(symbols: Vec<u8>, codes: Vec<u8>, n_stoppers in 1..256u32, terms in proptest::collection::vec(any::<u32>(), 1..5)) {
            let forged = [&n_stoppers.to_le_bytes()[..], &3u32.to_le_bytes(), &symbols].concat();
            let texts = Texts::new(&forged, &codes);
            let terms: Vec<(u32, f32)> = terms.into_iter().map(|term| (term, 1.0)).collect();
            let row = texts.row(&[&terms, &terms], 0);
            for doc in 0..texts.n_docs().min(9) {
                let mut n_rows = 0;
                texts.for_each_row(doc, &row, |_| n_rows += 1);
                prop_assert!(n_rows <= codes.len());
            }
        }
    }
}
