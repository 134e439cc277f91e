//! A text as runs of digits and runs of letters, which is all that the date rules look at. No rule is here.

/// A run of ASCII digits, or a run of letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'t str,
    pub(super) is_number: bool,
}

/// The runs of a text, with what stands between them.
#[derive(Debug)]
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token<'t>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        c if c.is_alphabetic() => Class::Letter,
        // Marks that belong to the letter before them, as in Hindi or in a decomposed é.
        '\u{300}'..='\u{36f}' | '\u{900}'..='\u{97f}' => Class::Letter,
        _ => Class::Other,
    }
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 6);
        let mut start = 0;
        let mut run = Class::Other;
        for (at, c) in text.char_indices() {
            let class = class(c);
            if class != run {
                if run != Class::Other {
                    tokens.push(Token { start, end: at, text: &text[start..at], is_number: run == Class::Digit });
                }
                (start, run) = (at, class);
            }
        }
        if run != Class::Other {
            tokens.push(Token { start, end: text.len(), text: &text[start..], is_number: run == Class::Digit });
        }
        Self { text, tokens }
    }

    /// The number at a place, if one of at most four digits stands there, and how many digits it has.
    pub(super) fn number(&self, idx: usize) -> Option<(u32, usize)> {
        let token = self.tokens.get(idx).filter(|token| token.is_number && token.text.len() <= 4)?;
        Some((token.text.parse().ok()?, token.text.len()))
    }

    /// A number that can be a day of a month.
    pub(super) fn day(&self, idx: usize) -> Option<u32> {
        self.number(idx).filter(|&(day, n_digits)| n_digits <= 2 && (1..=31).contains(&day)).map(|(day, _)| day)
    }

    /// A year of four digits.
    pub(super) fn year(&self, idx: usize) -> Option<i16> {
        let (year, _) = self.number(idx).filter(|&(year, n_digits)| n_digits == 4 && (1500..2200).contains(&year))?;
        i16::try_from(year).ok()
    }

    /// The letters at a place; empty if there is a number or nothing.
    pub(super) fn word(&self, idx: usize) -> &'t str {
        self.tokens.get(idx).filter(|token| !token.is_number).map_or("", |token| token.text)
    }

    /// Whether one of the words stands at a place, in any case.
    pub(super) fn is_word(&self, idx: usize, words: &[&str]) -> bool {
        let word = self.word(idx);
        !word.is_empty() && words.iter().any(|other| other.eq_ignore_ascii_case(word))
    }

    /// What stands between a token and the next one; up to the end of the text after the last.
    pub(super) fn gap(&self, idx: usize) -> &'t str {
        let Some(token) = self.tokens.get(idx) else { return "" };
        let next = self.tokens.get(idx + 1).map_or(self.text.len(), |next| next.start);
        &self.text[token.end..next]
    }

    /// Whether nothing but white space, and not much of it, stands between a token and the next one.
    pub(super) fn is_spaced(&self, idx: usize) -> bool {
        idx + 1 < self.tokens.len() && is_space(self.gap(idx))
    }

    /// The character before a token.
    pub(super) fn char_before(&self, idx: usize) -> Option<char> {
        self.text[..self.tokens.get(idx)?.start].chars().next_back()
    }

    /// Whether a token begins a sentence, as far as the gap before it shows.
    pub(super) fn begins_sentence(&self, idx: usize) -> bool {
        idx == 0 || self.gap(idx - 1).contains(['.', '!', '?', ';', '\n', '…', '“', '"'])
    }
}

/// White space, and not much of it.
pub(super) fn is_space(gap: &str) -> bool {
    !gap.is_empty() && gap.len() <= 4 && gap.chars().all(char::is_whitespace)
}
