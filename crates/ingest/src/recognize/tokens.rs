//! A document as the model reads it: its words, the marks between them, and what one word says by itself.
//!
//! Words come from [`crate::words`]; here marks join them as tokens of their own, sentences that are too long are cut,
//! and every distinct word is looked at once.

use std::collections::HashMap;
use std::ops::Range;

use corpus::model::Document;
use corpus::span::ByteSpan;

use super::casing::{CasingTable, Usual};
use super::hashing::hash;
use super::listed;
use crate::structure::shifted;
use crate::words::{self, Casing, SentenceWords};

/// The most tokens that are tagged together; longer sentences are cut, so that a text without a full stop costs no more
/// than another one.
const MAX_TOKENS: usize = 240;

/// The most marks of one gap that become tokens.
const MAX_MARKS: usize = 4;

/// One word or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: ByteSpan,
    /// Its place in [`Tokens::types`].
    pub(super) type_idx: u32,
    /// Whether nothing stands between it and the token before it.
    pub(super) is_glued: bool,
    /// Whether a capital may be due to its place: it begins a sentence or a quotation.
    pub(super) is_first: bool,
    /// Whether it is a word that belongs to the word before it.
    pub(super) joins: bool,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// It is a mark.
    Mark,
    /// A word without a capital at its start, or a number.
    Lower,
    /// A word with a capital at its start.
    Capital,
    /// All letters are capitals, and there are at least two.
    Capitals,
}

/// What is the same for every occurrence of a word.
#[derive(Clone, Debug)]
pub(super) struct WordType {
    pub(super) letters: Letters,
    /// The word as written.
    pub(super) text: u64,
    /// The folded word.
    pub(super) key: u64,
    pub(super) shape: u64,
    pub(super) prefixes: [u64; 3],
    pub(super) suffixes: [u64; 3],
    /// The lists that hold it.
    pub(super) lists: u32,
    /// How the word is usually written.
    pub(super) usual: Usual,
    /// The place of its folded form among those of the document.
    pub(super) key_idx: u32,
}

impl WordType {
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.letters, Letters::Capital | Letters::Capitals)
    }
}

/// Tokens that are tagged together.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) tokens: Range<usize>,
    pub(super) casing: Casing,
}

/// All tokens of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Tokens {
    pub(super) tokens: Vec<Token>,
    pub(super) types: Vec<WordType>,
    pub(super) sentences: Vec<Sentence>,
    /// How many folded words there are.
    pub(super) n_keys: usize,
}

impl Tokens {
    pub(super) fn of(document: &Document, table: &CasingTable) -> Self {
        let mut reader = Reader { table, types: HashMap::new(), keys: HashMap::new(), tokens: Self::default() };
        for (sentence, words) in document.sentences.iter().zip(words::sentences(document)) {
            reader.read(&document.text, sentence.span, &words);
        }
        reader.tokens.n_keys = reader.keys.len();
        reader.tokens
    }

    /// The tokens of the sentence that the token at `idx` is in; none if there is no such token.
    pub(super) fn sentence_of(&self, idx: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.tokens.end <= idx);
        self.sentences.get(at).map_or(idx..idx, |sentence| sentence.tokens.clone())
    }

    pub(super) fn word(&self, idx: usize) -> &WordType {
        &self.types[self.tokens[idx].type_idx as usize]
    }
}

struct Reader<'t, 'c> {
    table: &'c CasingTable,
    types: HashMap<&'t str, u32>,
    keys: HashMap<String, u32>,
    tokens: Tokens,
}

impl<'t> Reader<'t, '_> {
    fn read(&mut self, text: &'t str, sentence: ByteSpan, words: &SentenceWords<'t>) {
        let start = self.tokens.tokens.len();
        let mut end = sentence.start();
        for word in &words.words {
            let n_before = self.tokens.tokens.len();
            self.read_gap(word.gap, end);
            let is_glued = word.gap.is_empty() && n_before > start
                || !word.gap.ends_with(char::is_whitespace) && self.tokens.tokens.len() > n_before;
            let type_idx = self.type_of(word.text, || word.key.clone(), false);
            // A dash between spaces may be a hyphen that was set apart; the mark itself is a token that tells.
            let is_first =
                word.is_first && (n_before == start || word.gap.contains(['“', '"', '‘', ':', '«', '„', '•']));
            let joins = word.joins;
            self.tokens.tokens.push(Token { span: word.span, type_idx, is_glued, is_first, joins });
            end = word.span.end();
        }
        let rest = text.get(end as usize..sentence.end() as usize).unwrap_or_default();
        self.read_gap(rest, end);
        let all = start..self.tokens.tokens.len();
        for from in all.clone().step_by(MAX_TOKENS) {
            let tokens = from..all.end.min(from + MAX_TOKENS);
            self.tokens.sentences.push(Sentence { tokens, casing: words.casing });
        }
    }

    /// Marks are tokens of their own, but for a run of the same, which is one; `’s` is one too.
    fn read_gap(&mut self, gap: &'t str, start: u32) {
        if gap == " " || gap.is_empty() {
            return;
        }
        let mut n_marks = 0;
        let mut last = None;
        let mut marks = gap.char_indices().peekable();
        while let Some((at, mark)) = marks.next() {
            if mark.is_whitespace() || last == Some(mark) || n_marks == MAX_MARKS {
                last = last.filter(|_| !mark.is_whitespace());
                continue;
            }
            last = Some(mark);
            let mut end = at + mark.len_utf8();
            if matches!(mark, '\'' | '’') && at == 0 && matches!(marks.peek(), Some((_, 's' | 'S'))) {
                marks.next();
                end += 1;
            }
            let is_glued = at > 0 && !gap[..at].ends_with(char::is_whitespace) || at == 0;
            let Some(span) = shifted(at, end, start) else { continue };
            let written = &gap[at..end];
            let key = || if written.len() > mark.len_utf8() { "'s".to_owned() } else { plain_mark(mark).to_string() };
            let type_idx = self.type_of(written, key, true);
            self.tokens.tokens.push(Token { span, type_idx, is_glued, is_first: false, joins: false });
            n_marks += 1;
        }
    }

    fn type_of(&mut self, written: &'t str, key: impl Fn() -> String, is_mark: bool) -> u32 {
        if let Some(&idx) = self.types.get(written) {
            return idx;
        }
        let key = key();
        let mut word = word_type(written, &key, is_mark, self.table);
        let next_key = self.keys.len() as u32;
        word.key_idx = *self.keys.entry(key).or_insert(next_key);
        let idx = self.tokens.types.len() as u32;
        self.tokens.types.push(word);
        self.types.insert(written, idx);
        idx
    }
}

/// Quotation marks and dashes of all kinds count as one each.
fn plain_mark(mark: char) -> char {
    match mark {
        '“' | '”' | '„' | '«' | '»' | '"' | '`' => '"',
        '‘' | '’' | '\'' => '\'',
        '–' | '—' | '‑' | '−' => '-',
        '…' => '.',
        other => other,
    }
}

fn word_type(written: &str, key: &str, is_mark: bool, table: &CasingTable) -> WordType {
    let letters = letters(written, is_mark);
    let chars: Vec<(usize, char)> = key.char_indices().take(MAX_AFFIX_CHARS).collect();
    let prefix = |n: usize| chars.get(n).map_or(key, |&(at, _)| &key[..at]);
    let suffix = |n: usize| key.char_indices().rev().nth(n - 1).map_or(key, |(at, _)| &key[at..]);
    let key_hash = hash(key);
    WordType {
        letters,
        text: hash(written),
        key: key_hash,
        shape: hash(&shape(written)),
        prefixes: [2, 3, 4].map(|n| hash(prefix(n))),
        suffixes: [2, 3, 4].map(|n| hash(suffix(n))),
        lists: if is_mark { 0 } else { listed::bits(key) },
        usual: table.usual(key_hash),
        key_idx: 0,
    }
}

/// How many letters of a word can matter to its prefixes.
const MAX_AFFIX_CHARS: usize = 6;

fn letters(written: &str, is_mark: bool) -> Letters {
    if is_mark {
        return Letters::Mark;
    }
    if !written.starts_with(char::is_uppercase) {
        return Letters::Lower;
    }
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let is_long = letters.clone().nth(1).is_some();
    if is_long && letters.all(char::is_uppercase) { Letters::Capitals } else { Letters::Capital }
}

/// The outline of a word: `Xx`, `XX`, `X.X.`, `xX`, `9`; runs are short, their exact length is left out.
fn shape(written: &str) -> String {
    let mut shape = String::new();
    let (mut last, mut n_same) = (' ', 0);
    for c in written.chars() {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_lowercase() => 'x',
            _ if c.is_numeric() => '9',
            _ if c.is_alphabetic() => 'a',
            _ => c,
        };
        n_same = if class == last { n_same + 1 } else { 1 };
        last = class;
        let longest = if matches!(class, 'X' | '9') { 4 } else { 1 };
        if n_same <= longest && shape.len() < 16 {
            shape.push(class);
        }
    }
    shape
}
