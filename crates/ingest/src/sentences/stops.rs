//! Where a sentence ends and where a stop is part of a word. Nothing here knows documents or blocks.
//!
//! Every look around is bounded, so a text without stops costs no more than any other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::lists;
use crate::structure::dates;

const CLOSERS: &[char] = &['”', '’', '"', '\'', ')', ']', '»', '›', '}', '」', '』', '）', '】', '》', '〉', '］', '“'];
const OPENERS: &[char] = &[
    '“', '‘', '"', '\'', '(', '[', '«', '„', '‹', '¿', '¡', '—', '–', '-', '…', '「', '『', '（', '【', '《', '»', '•',
    '*',
];

/// How far back an abbreviation can begin, in bytes.
const MAX_ABBREVIATION_LEN: usize = 16;

/// How far ahead of a stop is looked, in bytes.
const MAX_LOOK_LEN: usize = 64;

/// A stop with the marks that belong to it: `at` is the first one, the sentence would end at `end`.
struct Stop<'t> {
    text: &'t str,
    sentence_start: usize,
    at: usize,
    first: char,
    is_single_period: bool,
    /// What closes after the stop: quotation marks, brackets, a number of a note.
    closers: &'t str,
    end: usize,
}

/// Where the sentences of one block stand, in bytes of it, without the white space around them.
/// `language` is a BCP 47 tag, or empty; English abbreviations count in all of them.
pub(super) fn split(text: &str, language: &str) -> Vec<(usize, usize)> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, first)) = chars.next() {
        let is_stop = is_stop(first) || first == ';' && is_greek(before);
        before = first;
        if !is_stop {
            continue;
        }
        let mut stop = at + first.len_utf8();
        let mut n_stops = 1;
        while let Some((next_at, next)) = chars.next_if(|&(_, next)| self::is_stop(next)) {
            stop = next_at + next.len_utf8();
            n_stops += 1;
        }
        let mut end = stop;
        let note_end = stop + note_len(&text[stop..]);
        while let Some((next_at, next)) = chars.next_if(|&(next_at, next)| {
            next_at < note_end || is_closer(next, next_at == stop && is_spaced(&text[next_at + next.len_utf8()..]))
        }) {
            end = next_at + next.len_utf8();
        }
        let found = Stop {
            text,
            sentence_start: start,
            at,
            first,
            is_single_period: first == '.' && n_stops == 1,
            closers: &text[stop..end],
            end,
        };
        if found.ends_sentence(language) {
            push_trimmed(text, start, end, &mut sentences);
            start = end;
        }
    }
    push_trimmed(text, start, text.len(), &mut sentences);
    sentences
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '॥' | '\u{37e}' | '։' | '።' | '။' | '‼' | '⁇' | '⁈' | '⁉')
        || is_wide_stop(c)
}

/// Stops that need no space after them.
fn is_wide_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

/// In Greek, a semicolon asks.
fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// German quotations close with `“`, which opens English ones: it closes only between a stop and a space.
fn is_closer(c: char, is_last_after_stop: bool) -> bool {
    CLOSERS.contains(&c) && (c != '“' || is_last_after_stop)
}

fn is_spaced(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}

/// The length of notes like `[12]` right after a stop.
fn note_len(rest: &str) -> usize {
    let mut len = 0;
    for _ in 0..4 {
        let Some(note) = rest[len..].strip_prefix('[') else { break };
        let digits = note.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=3).contains(&digits) || !note[digits..].starts_with(']') {
            break;
        }
        len += digits + 2;
    }
    len
}

fn push_trimmed(text: &str, start: usize, end: usize, sentences: &mut Vec<(usize, usize)>) {
    let words = &text[start..end];
    let trimmed = words.trim();
    if !trimmed.is_empty() {
        let start = start + (words.len() - words.trim_start().len());
        sentences.push((start, start + trimmed.len()));
    }
}

impl Stop<'_> {
    fn ends_sentence(&self, language: &str) -> bool {
        let rest = &self.text[self.end..];
        if is_wide_stop(self.first) {
            // A quotation that goes on in its sentence: 「…。」と言った.
            return self.closers.is_empty() || !rest.starts_with(['と', 'っ']);
        }
        if !rest.starts_with(char::is_whitespace) {
            return !rest.is_empty() && self.lacks_space(rest);
        }
        // White space and opening marks before the next word are looked at up to a bound; a longer gap is an end.
        let next = rest.chars().take(MAX_LOOK_LEN).find(|c| !c.is_whitespace() && !OPENERS.contains(c));
        let Some(next) = next else { return true };
        if next.is_lowercase() || matches!(next, ',' | ';' | ':') || is_spaced_ellipsis(rest) || self.is_list_number() {
            return false;
        }
        if !self.closers.is_empty() && self.first != '.' && is_attributed(rest) {
            return false;
        }
        let closes_bracket = self.closers.chars().all(|c| matches!(c, ')' | ']'));
        let next_word = rest.split_whitespace().next().unwrap_or_default();
        let next_word = next_word.trim_matches(|c: char| !c.is_alphanumeric());
        if self.first == '!' && self.closers.is_empty() && matches!(next_word, "Inc" | "Corp" | "Ltd") {
            return false;
        }
        !(self.is_single_period && closes_bracket && self.is_abbreviation(next_word, language))
    }

    /// `1. First`, `b. Second`: the number of an item begins its sentence.
    fn is_list_number(&self) -> bool {
        // The bound keeps a text of nothing but marks and stops linear.
        if self.at - self.sentence_start > MAX_ABBREVIATION_LEN {
            return false;
        }
        let words = self.text[self.sentence_start..self.at].trim_start_matches(['*', '•', '(', ' ', '\n']);
        let is_number = (1..=3).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit());
        let is_letter = words.len() == 1 && words.bytes().all(|byte| byte.is_ascii_alphabetic());
        self.is_single_period && (is_number || is_letter && words != "I")
    }

    /// Whether only the space is missing after the stop: `end.Next`, but not `Example.Com` or `a.B`.
    fn lacks_space(&self, rest: &str) -> bool {
        let before = self.word_before(&[]);
        let mut next = rest[..rest.floor_char_boundary(MAX_LOOK_LEN)].split(|c: char| !c.is_alphabetic());
        let next = next.next().unwrap_or_default();
        let mut letters = next.chars();
        let is_capitalised = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        let is_code = |c: char| matches!(c, '/' | '@' | '_' | '\\' | '=' | '#' | '<') || c == '.' || c.is_ascii_digit();
        let after_next = rest[next.len()..].chars().next();
        let is_word = |word: &str| {
            word.chars().nth(2).is_some() && word.chars().all(|c| c.is_lowercase() || c == '’' || c == '-' || c == '\'')
        };
        let is_story_word =
            is_word(before) || lists::starts_sentences(&next.to_lowercase()) && before.chars().nth(2).is_some();
        let is_address = before.contains(is_code)
            || after_next.is_some_and(|c| is_code(c) && c != '.' || c == '(')
            || before == "www";
        let opens_well =
            self.closers.is_empty() || self.closers == "”" || self.closers == ")" || self.closers.ends_with(']');
        is_capitalised
            && (next.len() >= 2 || matches!(next, "I" | "A") && after_next.is_some_and(char::is_whitespace))
            && is_story_word
            && !is_address
            && opens_well
            && !matches!(next, "Com" | "Org" | "Net" | "Js" | "Io" | "Gov" | "Edu" | "Info" | "Tv")
    }

    /// The letters and stops right before the stop, back to white space or one of the marks.
    fn word_before(&self, marks: &[char]) -> &str {
        let from = self.text.ceil_char_boundary(self.at.saturating_sub(MAX_ABBREVIATION_LEN));
        let before = &self.text[from.max(self.sentence_start)..self.at];
        before.rsplit(|c: char| c.is_whitespace() || marks.contains(&c)).next().unwrap_or_default()
    }

    /// Whether the full stop belongs to the word before it and no sentence ends there.
    fn is_abbreviation(&self, next: &str, language: &str) -> bool {
        let word = self.word_before(OPENERS);
        let lower = word.to_lowercase();
        let next_lower = next.to_lowercase();
        let begins = lists::starts_sentences(&next_lower);
        let is_sure_start = SURE_STARTS.contains(&next_lower.as_str());
        let mut letters = word.chars();
        let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
        if is_initial {
            return !is_sure_start;
        }
        if lists::is_title_abbreviation(&lower) {
            return !is_sure_start || NEVER_LAST.contains(&lower.as_str());
        }
        if BEFORE_NUMBERS.contains(&lower.as_str()) && next.starts_with(|c: char| c.is_ascii_digit()) {
            return true;
        }
        if matches!(lower.as_str(), "no" | "nos" | "p" | "pp") {
            return false;
        }
        if is_abbreviation_in(&lower, language) || self.is_day_number(word, next) {
            return !is_sure_start;
        }
        let is_initialism = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
        (is_initialism || lists::is_abbreviation(&lower) || has_no_vowel(word)) && !begins
    }

    /// `3. Oktober`, as many languages write days.
    fn is_day_number(&self, word: &str, next: &str) -> bool {
        (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()) && dates::is_month_name(next)
    }
}

/// Words that begin sentences and are hardly ever part of a name or a title.
const SURE_STARTS: &[&str] = &[
    "the", "he", "she", "it", "they", "we", "in", "on", "at", "but", "and", "this", "that", "these", "those", "there",
    "a", "his", "her", "their", "its", "if", "when", "while", "after", "as", "for", "however", "what", "who", "with",
    "by", "from", "i", "you", "so",
];

/// Abbreviations that stand before a name and nowhere else.
const NEVER_LAST: &[&str] = &["mr", "mrs", "ms", "dr", "prof", "messrs", "mme", "mlle", "rev", "hon"];

/// Words before a number: `No. 5`, `Vol. 2`.
const BEFORE_NUMBERS: &[&str] = &[
    "no", "nos", "nr", "p", "pp", "vol", "fig", "figs", "sec", "sect", "ch", "chap", "art", "pt", "para", "op", "cl",
    "ver", "v", "ed", "tel", "ext", "ca", "approx", "c", "est", "cf", "app", "ref", "ex", "ln",
];

/// A short word without a vowel is not English, but short for something: `bldg`, `mfg`.
fn has_no_vowel(word: &str) -> bool {
    (3..=5).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() && !b"aeiouy".contains(&byte))
        && !matches!(word, "hmm" | "shh" | "pst" | "brr" | "mph" | "kph" | "rpm")
}

/// Whether the word is a usual abbreviation of the language.
fn is_abbreviation_in(lower: &str, language: &str) -> bool {
    static LISTS: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> = LazyLock::new(|| {
        let lines =
            include_str!("../lists/abbreviations_by_language.txt").lines().filter(|line| !line.starts_with('#'));
        let languages = lines.filter_map(|line| line.split_once(':'));
        languages.map(|(language, words)| (language, words.split(',').map(str::trim).collect())).collect()
    });
    let primary = language.split('-').next().unwrap_or_default();
    LISTS.get(primary).is_some_and(|words| words.contains(lower))
}

/// Whether a lone stop comes next, as in `. . .`.
fn is_spaced_ellipsis(rest: &str) -> bool {
    let Some(after) = rest.trim_start().strip_prefix(is_stop) else { return false };
    !after.starts_with(is_stop)
}

/// Whether a quotation that ended with a mark is followed by who said it: `"Why?" Smith asked`.
fn is_attributed(rest: &str) -> bool {
    let window = &rest[..rest.floor_char_boundary(60)];
    let words = window.split_whitespace().take(3);
    words.map(|word| word.trim_end_matches(['.', ',', ':'])).any(|word| lists::is_reporting_verb(&word.to_lowercase()))
}
