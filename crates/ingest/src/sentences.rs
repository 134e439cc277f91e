//! Sentences of a document's blocks, each with a name that lives through a rebuild.
//!
//! A sentence ends at a full stop, question or exclamation mark, or ellipsis; closing quotes and brackets after it belong
//! to it; the next one begins with a capital, a digit or an opening mark. Abbreviations, initials and decimals end none.
//! Every look around is bounded, so a text without stops costs no more than any other.

use std::collections::{BTreeMap, BTreeSet};

use corpus::analysis::tokens;
use corpus::model::{BlockKind, Document, Sentence, SentenceId};
use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::lists;
use crate::structure::shifted;

const CLOSERS: &[char] = &['”', '’', '"', '\'', ')', ']', '»', '›', '}'];
const OPENERS: &[char] = &['“', '‘', '"', '\'', '(', '[', '«', '„', '‹', '¿', '¡', '—', '–', '-', '…'];

/// How far back an abbreviation can begin, in bytes.
const MAX_ABBREVIATION_LEN: usize = 16;

/// The sentences of all blocks that are not furniture.
pub fn of(document: &Document) -> Vec<Sentence> {
    let mut namer = Namer::default();
    let mut sentences = Vec::new();
    for (block_idx, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Furniture {
            continue;
        }
        let Ok(block_idx) = u32::try_from(block_idx) else { break };
        let words = block.span.slice(&document.text).unwrap_or_default();
        for (start, end) in split(words) {
            if let Some(span) = shifted(start, end, block.span.start()) {
                sentences.push(Sentence { span, block_idx, id: namer.name(&words[start..end]) });
            }
        }
    }
    sentences
}

/// Names sentences by their words. The same words again get another name, by how often they came before.
#[derive(Debug, Default)]
struct Namer {
    n_seen: BTreeMap<u64, u64>,
    taken: BTreeSet<SentenceId>,
}

impl Namer {
    fn name(&mut self, sentence: &str) -> SentenceId {
        let mut words = String::with_capacity(sentence.len());
        for token in tokens(sentence) {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&token.term);
        }
        let n_seen = self.n_seen.entry(xxh3_64_with_seed(words.as_bytes(), 0)).or_insert(0);
        loop {
            let id = SentenceId::from_bits(xxh3_64_with_seed(words.as_bytes(), *n_seen));
            *n_seen += 1;
            if self.taken.insert(id) {
                return id;
            }
        }
    }
}

/// Where the sentences of one block stand, in bytes of it, without the white space around them.
pub fn split(text: &str) -> Vec<(usize, usize)> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_stop(c) {
            continue;
        }
        let mut stop = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let mut n_stops = 1;
        while let Some((next_at, next)) = chars.next_if(|&(_, next)| is_stop(next)) {
            stop = next_at + next.len_utf8();
            n_stops += 1;
        }
        let mut end = stop;
        while let Some((next_at, next)) = chars.next_if(|(_, next)| CLOSERS.contains(next)) {
            end = next_at + next.len_utf8();
        }
        let is_single_period = c == '.' && n_stops == 1;
        if is_end(text, at, stop, end, is_single_period, is_wide_stop(c)) {
            push_trimmed(text, start, end, &mut sentences);
            start = end;
        }
    }
    push_trimmed(text, start, text.len(), &mut sentences);
    sentences
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।') || is_wide_stop(c)
}

/// Stops that need no space after them.
fn is_wide_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？')
}

fn push_trimmed(text: &str, start: usize, end: usize, sentences: &mut Vec<(usize, usize)>) {
    let words = &text[start..end];
    let trimmed = words.trim();
    if !trimmed.is_empty() {
        let start = start + (words.len() - words.trim_start().len());
        sentences.push((start, start + trimmed.len()));
    }
}

/// Whether a sentence ends with the stop at `at..stop` and the closing marks after it, up to `end`.
fn is_end(text: &str, at: usize, stop: usize, end: usize, is_single_period: bool, is_wide: bool) -> bool {
    let rest = &text[end..];
    if is_wide {
        return true;
    }
    if !rest.starts_with(char::is_whitespace) {
        return false;
    }
    // White space and opening marks before the next word are looked at up to a bound; a longer gap is an end.
    let next = rest.chars().take(64).find(|c| !c.is_whitespace() && !OPENERS.contains(c));
    let Some(next) = next else { return true };
    if next.is_lowercase() || matches!(next, ',' | ';' | ':') {
        return false;
    }
    if end > stop && is_attributed(rest) {
        return false;
    }
    !(is_single_period && end == stop && is_abbreviation(text, at, rest))
}

/// Whether a quotation that ended with a stop is followed by who said it: `"Why?" Smith asked`.
fn is_attributed(rest: &str) -> bool {
    let window = &rest[..rest.floor_char_boundary(60)];
    let words = window.split_whitespace().take(3);
    words.map(|word| word.trim_end_matches(['.', ',', ':'])).any(|word| lists::is_reporting_verb(&word.to_lowercase()))
}

/// Whether the full stop at `at` belongs to the word before it and no sentence ends there.
fn is_abbreviation(text: &str, at: usize, rest: &str) -> bool {
    let from = text.ceil_char_boundary(at.saturating_sub(MAX_ABBREVIATION_LEN));
    let before = &text[from..at];
    let word = before.rsplit(|c: char| c.is_whitespace() || OPENERS.contains(&c)).next().unwrap_or_default();
    let next = rest.split_whitespace().next().unwrap_or_default();
    let next = next.trim_matches(|c: char| !c.is_alphanumeric());
    let lower = word.to_lowercase();
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
    let is_initialism = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    if lists::is_title_abbreviation(&lower) || is_initial {
        return true;
    }
    if lower == "no" || lower == "nos" || lower == "p" || lower == "pp" {
        return next.starts_with(|c: char| c.is_ascii_digit());
    }
    (is_initialism || lists::is_abbreviation(&lower)) && !lists::starts_sentences(&next.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: &[&str]) {
        let text = expected.join(" ");
        let found: Vec<_> = split(&text).iter().map(|&(start, end)| &text[start..end]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_end_sentences_and_closing_marks_belong_to_them() {
        check(&["He came.", "She left!", "Why?", "“Because.”", "(It was late.)", "It was so."]);
        check(&["“To all soldiers …", "The enemies use tactics.", "Many were killed.”"]);
        check(&["It fell 3.5 percent to 1.2.", "Then it rose."]);
        check(&["He said: “Come.", "Go.”", "[Later] he left."]);
        check(&["これは。", "です。"]);
    }

    #[test]
    fn abbreviations_and_initials_end_none() {
        check(&["Mr. Smith and Dr. J. R. Jones of the U.S. Army met Acme Inc. lawyers."]);
        check(&["He lives in the U.S.", "The house is old."]);
        check(&["It is No. 5 of the list.", "No.", "Six is next."]);
        check(&["“Why?” Smith asked.", "Nobody knew."]);
        check(&["So what, e.g. London?"]);
    }

    #[test]
    fn the_same_words_twice_get_two_names_that_stay_when_others_come() {
        let mut namer = Namer::default();
        let first = namer.name("It was late.");
        let second = namer.name("It was LATE!");
        assert_ne!(first, second);
        let mut other = Namer::default();
        other.name("Something else.");
        assert_eq!((other.name("It was late."), other.name("It was late.")), (first, second));
    }
}
