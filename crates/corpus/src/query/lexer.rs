//! Cuts the query text into lexemes. Every byte is looked at a bounded number of times.

use std::ops::Range;

use super::words::{MARK, STAR, settle};
use super::{FieldWord, Within, day};

/// A piece of the query text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    Open,
    Close,
    Or,
    And,
    Not,
    Near(Distance),
    /// `person:` before something; the field's word as typed.
    Field(FieldWord, String),
    /// `foo:` before something.
    UnknownField(String),
    Word(Word),
    Phrase(Phrase),
    /// What stood between two slashes.
    Regex(String),
}

/// A word with its escapes undone and stand-ins for its wildcards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    /// `~1` behind it.
    pub(super) near_spelling: Option<NearSpelling>,
    /// Whether a backslash stood before the letter or digit that it begins with.
    pub(super) is_exact: bool,
    /// Whether it begins like a regular expression that is not closed.
    pub(super) is_unclosed_regex: bool,
}

/// A wish for words that are spelled nearly like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NearSpelling {
    /// How many letters may differ, as typed.
    pub(super) n_letters: Option<u8>,
    /// How long it is in the query text.
    pub(super) len: usize,
}

impl NearSpelling {
    /// Reads `~` and `~1` at the end of a word that has a letter before them; the last one counts.
    fn read(word: &str, literal_end: usize) -> Option<NearSpelling> {
        let (mut end, mut n_letters) = (word.len(), None);
        loop {
            let with_tilde = word[..end].trim_end_matches(|c: char| c.is_ascii_digit());
            let Some(before) = with_tilde.strip_suffix(is_tilde) else { break };
            // In Chinese and Japanese the tilde of full width is punctuation.
            let is_punctuation = with_tilde.ends_with('～') && before.ends_with(|c: char| c >= '\u{2e80}');
            if before.is_empty() || before.len() < literal_end || is_punctuation {
                break;
            }
            if end == word.len() && with_tilde.len() < end {
                n_letters = Some(word[with_tilde.len()..].parse().unwrap_or(u8::MAX));
            }
            end = before.len();
        }
        let len = word.len() - end;
        (len > 0 && word[..end].contains(char::is_alphabetic)).then_some(NearSpelling { n_letters, len })
    }
}

/// What stood between quotation marks, with stand-ins for its wildcards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) text: String,
    /// Whether the closing mark was there.
    pub(super) closed: bool,
    /// `~5` behind it.
    pub(super) distance: Option<(Range<usize>, Distance)>,
}

/// How near things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    pub(super) within: Within,
    /// Whether it was written so that it could be read.
    pub(super) is_understood: bool,
}

impl Distance {
    /// Reads `5`, `s` or `p`.
    fn read(text: &str) -> Distance {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (within, is_understood) = match text {
            "s" | "S" => (Within::Sentence, true),
            "p" | "P" => (Within::Paragraph, true),
            _ if is_number => {
                let words = text.parse().unwrap_or(u32::MAX);
                (Within::Words(words.max(1)), words > 0)
            }
            _ => (Within::DEFAULT, false),
        };
        Distance { within, is_understood }
    }
}

/// The lexemes of `text` with the bytes they were read from.
pub(super) fn lexemes(text: &str) -> Vec<(Range<usize>, Lexeme)> {
    let mut lexer = Lexer { text, at: 0, found: Vec::new() };
    while let Some(c) = lexer.peek() {
        lexer.step(c);
    }
    lexer.found
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    found: Vec<(Range<usize>, Lexeme)>,
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(plain(c), '(' | ')' | '|')
}

/// Marks of full width, as Chinese and Japanese keyboards type them, in their plain form.
fn plain(c: char) -> char {
    match c {
        '（' => '(',
        '）' => ')',
        '｜' => '|',
        '－' => '-',
        '＋' => '+',
        '＊' => '*',
        '？' => '?',
        c => c,
    }
}

impl Lexer<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn push(&mut self, start: usize, lexeme: Lexeme) {
        self.found.push((start..self.at, lexeme));
    }

    fn is_after_date(&self) -> bool {
        matches!(self.found.last(), Some((_, Lexeme::Field(FieldWord::Date, _))))
    }

    fn step(&mut self, c: char) {
        let start = self.at;
        let next = self.text[start + c.len_utf8()..].chars().next();
        let is_sign = before_operand(next) && next != Some(c);
        let mark = match plain(c) {
            '(' => Some(Lexeme::Open),
            ')' => Some(Lexeme::Close),
            '|' => Some(Lexeme::Or),
            '-' if is_sign => Some(Lexeme::Not),
            // A true minus before a digit is pasted with its number, not typed.
            '−' if is_sign && !next.is_some_and(|next| next.is_ascii_digit()) => Some(Lexeme::Not),
            '+' if is_sign => Some(Lexeme::And),
            _ => None,
        };
        match mark {
            Some(lexeme) => {
                self.at += c.len_utf8();
                self.push(start, lexeme);
            }
            None if c.is_whitespace() => self.at += c.len_utf8(),
            None if is_quote(c) => self.phrase(c),
            None if c == '/' => self.regex(),
            None if c == '[' && self.is_after_date() => self.range_of_dates(),
            None => self.word(false),
        }
    }

    fn phrase(&mut self, open: char) {
        let start = self.at;
        let (mut text, mut closed) = (String::new(), false);
        self.at = start + open.len_utf8();
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            // A backslash makes a quotation mark, a wildcard or another backslash part of the phrase.
            let is_literal = |next: char| is_quote(next) || matches!(plain(next), '\\' | '*' | '?');
            let literal = self.peek().filter(|&next| c == '\\' && is_literal(next));
            if let Some(literal) = literal {
                self.at += literal.len_utf8();
                text.push(literal);
            } else if is_quote(c) {
                closed = true;
                break;
            } else {
                text.push(stand_in(c));
            }
        }
        let end = self.at;
        let distance = closed.then(|| self.distance()).flatten();
        let phrase = Phrase { text: settle(&text), closed, distance };
        self.found.push((start..end, Lexeme::Phrase(phrase)));
    }

    /// Takes `~5` behind a phrase.
    fn distance(&mut self) -> Option<(Range<usize>, Distance)> {
        let start = self.at;
        let tilde = self.peek().filter(|&c| is_tilde(c))?;
        let after = &self.text[start + tilde.len_utf8()..];
        let len = after.find(|c: char| !c.is_ascii_alphanumeric() && !is_tilde(c)).unwrap_or(after.len());
        self.at += tilde.len_utf8() + len;
        Some((start..self.at, Distance::read(&after[..len])))
    }

    /// Takes what stands between two slashes. A slash begins a regular expression only where a word begins, and ends one
    /// only where a word ends: what else has slashes is a path.
    fn regex(&mut self) {
        let start = self.at;
        let inside = &self.text[start + 1..];
        let mut pattern = String::new();
        let mut rest = inside.char_indices();
        let mut close = None;
        while let Some((at, c)) = rest.next() {
            match c {
                '\\' => match rest.next() {
                    Some((_, '/')) => pattern.push('/'),
                    escaped => {
                        pattern.push('\\');
                        pattern.extend(escaped.map(|(_, c)| c));
                    }
                },
                '/' => {
                    close = Some(at);
                    break;
                }
                c => pattern.push(c),
            }
        }
        let is_begun = inside.starts_with(|c: char| c != '/' && !c.is_whitespace());
        let is_ended = |close: usize| inside[close + 1..].chars().next().is_none_or(ends_word);
        match close {
            Some(close) if is_begun && is_ended(close) && !pattern.ends_with(char::is_whitespace) => {
                self.at = start + 1 + close + 1;
                self.push(start, Lexeme::Regex(pattern));
            }
            close => self.word(is_begun && close.is_none()),
        }
    }

    /// Takes `[2017 TO 2018]`, spaces included; as much as can belong to it if it is not closed.
    fn range_of_dates(&mut self) {
        let start = self.at;
        let bytes = self.text[start..].bytes().take(day::MAX_BYTES);
        let len = match bytes.clone().position(|byte| byte == b']') {
            Some(len) if self.text[start + len + 1..].chars().next().is_none_or(ends_word) => len + 1,
            _ => {
                let belongs = |byte: &u8| byte.is_ascii_digit() || b"[-/.* TO".contains(byte);
                let len = bytes.take_while(belongs).count();
                self.text[start..start + len].trim_end().len()
            }
        };
        if !self.text[start + len..].chars().next().is_none_or(ends_word) {
            return self.word(false);
        }
        self.at += len;
        let text = self.text[start..self.at].to_owned();
        self.push(start, Lexeme::Word(Word { text, ..Word::default() }));
    }

    fn word(&mut self, is_unclosed_regex: bool) {
        let start = self.at;
        let is_after_date = self.is_after_date();
        let mut word = Word { is_unclosed_regex, ..Word::default() };
        let (mut only_letters, mut literal_end) = (true, 0);
        while let Some(c) = self.peek() {
            // A space may follow the sign of `date:>= 2022`.
            let is_in_date =
                is_after_date && c.is_whitespace() && matches!(word.text.as_str(), ">" | "<" | ">=" | "<=");
            if ends_word(c) && !is_in_date {
                break;
            }
            self.at += c.len_utf8();
            match c {
                '\\' => {
                    if let Some(literal) = self.peek() {
                        self.at += literal.len_utf8();
                        word.is_exact |= word.text.is_empty() && literal.is_alphanumeric();
                        word.text.push(literal);
                    }
                    literal_end = word.text.len();
                    only_letters = false;
                }
                ':' | '：' if only_letters && self.found_field(start, &word.text, c) => return,
                _ if is_in_date => {}
                c => word.text.push(stand_in(c)),
            }
            only_letters &= c.is_ascii_alphabetic();
        }
        let near = word.text.strip_prefix("NEAR/").map(Distance::read);
        let is_plain = literal_end == 0;
        let lexeme = match word.text.as_str() {
            "OR" if is_plain => Lexeme::Or,
            "AND" if is_plain => Lexeme::And,
            "NOT" if is_plain => Lexeme::Not,
            "NEAR" if is_plain => Lexeme::Near(Distance { within: Within::DEFAULT, is_understood: true }),
            _ => match near {
                Some(distance) if is_plain => Lexeme::Near(distance),
                _ => {
                    word.near_spelling = NearSpelling::read(&word.text, literal_end);
                    let len = word.text.len() - word.near_spelling.map_or(0, |near| near.len);
                    word.text = settle(&word.text[..len]);
                    Lexeme::Word(word)
                }
            },
        };
        self.push(start, lexeme);
    }

    /// Takes `word`, letters only, and the colon after it as a field. Addresses are none, and neither is a word of the
    /// reader's with a colon and a space behind it.
    fn found_field(&mut self, start: usize, word: &str, colon: char) -> bool {
        let rest = &self.text[self.at..];
        if word.is_empty() || rest.starts_with("//") {
            return false;
        }
        let lexeme = match FieldWord::from_word(word) {
            Some(field) => Lexeme::Field(field, word.to_owned()),
            None if colon == ':' && before_operand(rest.chars().next()) => Lexeme::UnknownField(word.to_owned()),
            None => return false,
        };
        self.push(start, lexeme);
        true
    }
}

/// Whether something to search for begins with `next`.
fn before_operand(next: Option<char>) -> bool {
    next.is_some_and(|next| !next.is_whitespace() && !matches!(plain(next), ')' | '|'))
}

/// Of a tilde, the plain one and the one of full width.
fn is_tilde(c: char) -> bool {
    matches!(c, '~' | '～')
}

fn stand_in(c: char) -> char {
    match plain(c) {
        '*' => STAR,
        '?' => MARK,
        _ => c,
    }
}
