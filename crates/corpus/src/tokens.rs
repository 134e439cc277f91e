//! The tokens of documents, analysed once: the index is made of them, and documents are compared by them.
//!
//! Their terms are the forms of words, with their accents; they hold no text and no positions. Whoever has the documents can give each of them its tokens again.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use crate::analysis::tokens;
use crate::model::Document;
use crate::span::ByteSpan;

/// The tokens of one document, with its terms numbered in the order in which they first come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentTokens {
    /// Each term once, with a line end behind it.
    terms: String,
    /// Terms of the headline, if it stands outside of the text.
    headline: Vec<u32>,
    /// Tokens of all sentences, one after the other, each packed into the four bytes of a number, the lowest first: there
    /// are millions of them to remember.
    #[serde(with = "serde_bytes")]
    packed: Vec<u8>,
    /// The tokens that four bytes are too few for.
    large: Vec<StoredToken>,
    /// Per sentence: how many of the tokens stand in it or before it.
    sentence_ends: Vec<u32>,
}

/// A token after the one before it in its sentence, so that its numbers are small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct StoredToken {
    term: u32,
    /// Bytes between the end of the token before (or the start of the sentence) and this one.
    gap: u32,
    /// Bytes of the token.
    len: u32,
}

/// Bytes of a packed token.
const TOKEN_LEN: usize = size_of::<u32>();

/// Set in the packed form of a token that is one of the large ones; the other bits are its number among them.
const LARGE: u32 = 1 << 31;

impl StoredToken {
    /// The token as a number: 15 bits of term, 8 of gap, 8 of length; `None` if it needs more.
    fn packed(self) -> Option<u32> {
        (self.term < 1 << 15 && self.gap < 1 << 8 && self.len < 1 << 8)
            .then_some(self.term << 16 | self.gap << 8 | self.len)
    }

    fn unpacked(packed: u32) -> Self {
        Self { term: packed >> 16, gap: packed >> 8 & 0xff, len: packed & 0xff }
    }
}

/// A token of a sentence: the number of its term in the document, and where it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentenceToken {
    /// The number of the term among those of the document.
    pub term: u32,
    /// The bytes of the text.
    pub span: ByteSpan,
}

impl DocumentTokens {
    /// Analyses a document: its headline, if that stands outside of the text, and its sentences.
    pub fn of(document: &Document) -> Self {
        let mut own = Self::default();
        let mut numbers = HashMap::default();
        if let Some(headline) = document.headline.as_ref().filter(|headline| headline.span.is_none()) {
            for token in tokens(&headline.text) {
                let term = own.number(&mut numbers, &token.form);
                own.headline.push(term);
            }
        }
        for sentence in &document.sentences {
            let mut end = 0;
            for token in tokens(sentence.span.slice(&document.text).unwrap_or_default()) {
                let term = own.number(&mut numbers, &token.form);
                let (gap, len) = (token.span.start() - end, token.span.end() - token.span.start());
                own.push(StoredToken { term, gap, len });
                end = token.span.end();
            }
            own.sentence_ends.push((own.packed.len() / TOKEN_LEN) as u32);
        }
        own
    }

    fn push(&mut self, token: StoredToken) {
        let packed = token.packed().unwrap_or_else(|| {
            self.large.push(token);
            LARGE | (self.large.len() - 1) as u32
        });
        self.packed.extend(packed.to_le_bytes());
    }

    fn token(&self, packed: &[u8; TOKEN_LEN]) -> Option<StoredToken> {
        let packed = u32::from_le_bytes(*packed);
        match packed & LARGE {
            0 => Some(StoredToken::unpacked(packed)),
            _ => self.large.get((packed & !LARGE) as usize).copied(),
        }
    }

    fn number(&mut self, numbers: &mut HashMap<String, u32, FixedState>, term: &str) -> u32 {
        if let Some(&number) = numbers.get(term) {
            return number;
        }
        let number = numbers.len() as u32;
        numbers.insert(term.to_owned(), number);
        self.terms.push_str(term);
        self.terms.push('\n');
        number
    }

    /// The terms, each once, in the order of their numbers.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.split_terminator('\n')
    }

    /// The terms of a headline that stands outside of the text.
    pub fn headline(&self) -> &[u32] {
        &self.headline
    }

    /// The tokens of the document's sentences, a list for each.
    pub fn sentences<'t>(
        &'t self,
        document: &'t Document,
    ) -> impl Iterator<Item = impl Iterator<Item = SentenceToken> + 't> {
        let (all, _) = self.packed.as_chunks::<TOKEN_LEN>();
        let starts = [0].into_iter().chain(self.sentence_ends.iter().copied());
        let ranges = starts.zip(&self.sentence_ends).map(|(start, &end)| start as usize..end as usize);
        document.sentences.iter().zip(ranges).map(move |(sentence, range)| {
            let mut at = sentence.span.start();
            all.get(range).unwrap_or_default().iter().filter_map(move |packed| {
                let token = self.token(packed)?;
                let start = at.checked_add(token.gap)?;
                at = start.checked_add(token.len)?;
                Some(SentenceToken { term: token.term, span: ByteSpan::new(start, at)? })
            })
        })
    }
}

/// The tokens of all documents of a collection, with terms numbered in the order of their bytes.
#[derive(Clone, Debug, Default)]
pub struct Tokens<'d> {
    terms: Vec<&'d str>,
    documents: &'d [DocumentTokens],
    /// Per document: the number in `terms` of each of its own terms.
    numbers: Vec<Vec<u32>>,
}

impl<'d> Tokens<'d> {
    /// Numbers the terms of documents that have been analysed, in the order of the documents.
    pub fn join(documents: &'d [DocumentTokens]) -> Self {
        let mut found: HashMap<&str, u32, FixedState> = HashMap::default();
        let mut terms: Vec<&str> = Vec::new();
        let mut numbers: Vec<Vec<u32>> = Vec::with_capacity(documents.len());
        for document in documents {
            let number = |term| {
                *found.entry(term).or_insert_with(|| {
                    terms.push(term);
                    terms.len() as u32 - 1
                })
            };
            numbers.push(document.terms().map(number).collect());
        }
        let mut order: Vec<u32> = (0..terms.len() as u32).collect();
        order.sort_unstable_by_key(|&number| terms[number as usize]);
        let mut ranks = vec![0; terms.len()];
        (0u32..).zip(&order).for_each(|(rank, &number)| ranks[number as usize] = rank);
        numbers.iter_mut().flatten().for_each(|number| *number = ranks[*number as usize]);
        let terms = order.iter().map(|&number| terms[number as usize]).collect();
        Self { terms, documents, numbers }
    }

    /// All terms, each once, in the order of their bytes.
    pub fn terms(&self) -> &[&'d str] {
        &self.terms
    }

    /// The number of a term.
    pub(crate) fn number(&self, term: &str) -> Option<u32> {
        self.terms.binary_search(&term).ok().map(|number| number as u32)
    }

    /// The tokens of the document with this index, and the number in [`Self::terms`] of each of its terms.
    pub fn document(&self, doc_idx: usize) -> Option<(&'d DocumentTokens, &[u32])> {
        Some((self.documents.get(doc_idx)?, self.numbers.get(doc_idx)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Attribute, Sentence, SentenceId};

    fn document(headline: &str, text: &str, sentences: &[(u32, u32)]) -> Document {
        let sentence = |&(start, end): &(u32, u32)| Sentence {
            span: ByteSpan::new(start, end).expect("in order"),
            block_idx: 0,
            id: SentenceId::default(),
        };
        Document {
            headline: Some(Attribute { text: headline.to_owned(), span: None, by: String::new() }),
            text: text.to_owned(),
            sentences: sentences.iter().map(sentence).collect(),
            ..Document::default()
        }
    }

    #[test]
    fn tokens_stand_where_the_text_has_their_words() {
        let document = document("Rain, rain", "  Züri 漢 RAIN 😀 e\u{301}. It rains.", &[(2, 25), (26, 35)]);
        let own = DocumentTokens::of(&document);
        let terms: Vec<&str> = own.terms().collect();
        let words = |tokens: &mut dyn Iterator<Item = SentenceToken>| {
            let word = |token: SentenceToken| {
                (token.span.slice(&document.text).expect("in the text"), terms[token.term as usize])
            };
            tokens.map(word).collect::<Vec<_>>()
        };
        let sentences: Vec<_> = own.sentences(&document).map(|mut tokens| words(&mut tokens)).collect();
        assert_eq!(
            sentences,
            [
                vec![("Züri", "züri"), ("漢", "漢"), ("RAIN", "rain"), ("e\u{301}", "é")],
                vec![("It", "it"), ("rains", "rains")],
            ]
        );
        assert_eq!(own.headline().iter().map(|&term| terms[term as usize]).collect::<Vec<_>>(), ["rain", "rain"]);
    }

    #[test]
    fn long_words_wide_gaps_and_many_terms_come_back() {
        let words: Vec<String> = (0..33_000).map(|number| format!("w{number}")).collect();
        let text = format!("{}{} {} b", "a".repeat(300), " ".repeat(300), words.join(" "));
        let document = document("", &text, &[(0, text.len() as u32)]);
        let own = DocumentTokens::of(&document);
        let terms: Vec<&str> = own.terms().collect();
        let read = own.sentences(&document).flatten().map(|token| (token.span, terms[token.term as usize]));
        let expected = tokens(&text).map(|token| (token.span, token.span.slice(&text).expect("in the text")));
        assert!(read.eq(expected));
        assert_eq!(own.large.len(), 1 + 1 + 33_000 - (1 << 15) + 2);
    }

    #[test]
    fn terms_of_all_documents_are_numbered_in_the_order_of_their_bytes() {
        let documents = [document("b a", "", &[]), document("c a", "", &[])];
        let own: Vec<_> = documents.iter().map(DocumentTokens::of).collect();
        let tokens = Tokens::join(&own);
        assert_eq!(tokens.terms(), ["a", "b", "c"]);
        let numbers = |idx| tokens.document(idx).expect("a document").1;
        assert_eq!((numbers(0), numbers(1)), (&[1, 0][..], &[2, 0][..]));
        assert!(tokens.document(2).is_none());
    }
}
