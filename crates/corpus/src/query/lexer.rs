//! Cuts the query text into lexemes. Every byte is looked at a bounded number of times.

use super::Field;

/// A piece of the query text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    Open,
    Close,
    Or,
    And,
    Not,
    /// `person:` before something; the field's word as typed.
    Field(Option<Field>, String),
    /// A word with its escapes undone. `escaped` if it held any.
    Word {
        text: String,
        escaped: bool,
    },
    /// What stood between quotation marks. `closed` if the closing one was there.
    Phrase {
        text: String,
        closed: bool,
    },
    /// `~5` after a phrase.
    Distance,
}

/// The lexemes of `text` with the bytes they were read from.
pub(super) fn lexemes(text: &str) -> Vec<(std::ops::Range<usize>, Lexeme)> {
    let mut lexer = Lexer { text, at: 0, found: Vec::new() };
    while let Some(c) = lexer.peek() {
        lexer.step(c);
    }
    lexer.found
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    found: Vec<(std::ops::Range<usize>, Lexeme)>,
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | '|')
}

impl Lexer<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn push(&mut self, start: usize, lexeme: Lexeme) {
        self.found.push((start..self.at, lexeme));
    }

    fn step(&mut self, c: char) {
        let start = self.at;
        let next = self.text[start + c.len_utf8()..].chars().next();
        let before_operand = next.is_some_and(|next| !next.is_whitespace() && !matches!(next, ')' | '|'));
        match c {
            c if c.is_whitespace() => self.at += c.len_utf8(),
            '(' | ')' | '|' => {
                self.at += 1;
                self.push(
                    start,
                    match c {
                        '(' => Lexeme::Open,
                        ')' => Lexeme::Close,
                        _ => Lexeme::Or,
                    },
                );
            }
            '-' | '−' if before_operand && next != Some(c) => {
                self.at += c.len_utf8();
                self.push(start, Lexeme::Not);
            }
            '+' if before_operand && next != Some(c) => {
                self.at += 1;
                self.push(start, Lexeme::And);
            }
            c if is_quote(c) => self.phrase(c),
            _ => self.word(),
        }
    }

    fn phrase(&mut self, open: char) {
        let start = self.at;
        let inside = start + open.len_utf8();
        let (mut text, mut closed) = (String::new(), false);
        self.at = inside;
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            // A backslash makes a quotation mark, or another backslash, part of the phrase.
            let literal = self.peek().filter(|&next| c == '\\' && (is_quote(next) || next == '\\'));
            if let Some(literal) = literal {
                self.at += literal.len_utf8();
            } else if is_quote(c) {
                closed = true;
                break;
            }
            text.push(literal.unwrap_or(c));
        }
        self.push(start, Lexeme::Phrase { text, closed });
        if closed && self.peek() == Some('~') {
            let start = self.at;
            let after = &self.text[start..];
            self.at += after.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'~').count();
            self.push(start, Lexeme::Distance);
        }
    }

    fn word(&mut self) {
        let start = self.at;
        let (mut word, mut escaped, mut only_letters) = (String::new(), false, true);
        while let Some(c) = self.peek() {
            if ends_word(c) {
                break;
            }
            self.at += c.len_utf8();
            match c {
                '\\' => {
                    escaped = true;
                    if let Some(literal) = self.peek() {
                        self.at += literal.len_utf8();
                        word.push(literal);
                    }
                }
                ':' if !escaped && only_letters && self.found_field(start, &word) => return,
                c => word.push(c),
            }
            only_letters &= c.is_ascii_alphabetic();
        }
        let lexeme = match word.as_str() {
            "OR" if !escaped => Lexeme::Or,
            "AND" if !escaped => Lexeme::And,
            "NOT" if !escaped => Lexeme::Not,
            _ => Lexeme::Word { text: word, escaped },
        };
        self.push(start, lexeme);
    }

    /// Takes `word`, letters only, and the colon after it as a field. Addresses and smileys are none.
    fn found_field(&mut self, start: usize, word: &str) -> bool {
        let rest = &self.text[self.at..];
        let is_field = !word.is_empty() && !rest.starts_with("//");
        if is_field {
            self.push(start, Lexeme::Field(Field::from_word(word), word.to_owned()));
        }
        is_field
    }
}
