//! The words of a document's sentences, as the rules see them: with their case and with how they join the word before.

use corpus::analysis::tokens;
use corpus::model::{BlockKind, Document};
use corpus::span::ByteSpan;

use crate::lists;
use crate::structure::shifted;

/// One word of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    /// The word without a possessive ending.
    pub(crate) span: ByteSpan,
    /// The same, as text.
    pub(crate) text: &'t str,
    /// The folded word, as lists and other documents have it.
    pub(crate) key: String,
    /// Whether it begins with a capital.
    pub(crate) is_capital: bool,
    /// Whether it belongs to the word before it: nothing but a space, a hyphen or `&` is between them.
    pub(crate) joins: bool,
    /// Whether a capital may have another reason than a name: the word begins a sentence or a quotation.
    pub(crate) is_first: bool,
    /// What stands between the word before it (or the start of the sentence) and this one.
    pub(crate) gap: &'t str,
}

impl Word<'_> {
    /// Whether it is written in capitals only, and has at least two letters.
    pub(crate) fn is_all_capitals(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        self.text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && letters.all(char::is_uppercase)
    }

    /// Whether it is one capital letter: an initial.
    pub(crate) fn is_initial(&self) -> bool {
        self.is_capital && self.text.chars().count() == 1
    }
}

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Casing {
    /// As usual: a capital inside the sentence means a name.
    Normal,
    /// As Headlines Do: a capital means nothing.
    Title,
    /// AS SOME HEADLINES DO.
    Capitals,
}

/// The words of one sentence.
#[derive(Clone, Debug)]
pub(crate) struct SentenceWords<'t> {
    pub(crate) words: Vec<Word<'t>>,
    pub(crate) casing: Casing,
}

/// The words of all sentences, in order.
pub(crate) fn sentences(document: &Document) -> Vec<SentenceWords<'_>> {
    let sentences = document.sentences.iter();
    let read = sentences.map(|sentence| {
        let words = words(&document.text, sentence.span);
        let block = document.blocks.get(sentence.block_idx as usize);
        let is_line = block.is_some_and(|block| {
            let text = block.span.slice(&document.text).unwrap_or_default();
            block.kind == BlockKind::Headline || !text.ends_with(['.', '!', '?', '”', '"', ':', ';', ','])
        });
        let casing = casing(&words, is_line);
        SentenceWords { words, casing }
    });
    read.collect()
}

fn words(text: &str, sentence: ByteSpan) -> Vec<Word<'_>> {
    let sentence_text = sentence.slice(text).unwrap_or_default();
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut after = 0;
    let mut tokens = tokens(sentence_text).peekable();
    while let Some(token) = tokens.next() {
        let (start, raw_end) = (token.span.start() as usize, token.span.end() as usize);
        let raw = &sentence_text[start..raw_end];
        let bare = ["'s", "’s", "'S", "’S"].iter().find_map(|ending| raw.strip_suffix(ending)).unwrap_or(raw);
        let mut end = start + bare.len();
        // The last full stop of an initialism is not part of the token, but of the name; one that carries a mark begins
        // the next token.
        let is_free = tokens.peek().is_none_or(|next| next.span.start() as usize > raw_end);
        if bare.len() == raw.len() && is_initialism(bare) && is_free && sentence_text[raw_end..].starts_with('.') {
            end += 1;
        }
        let gap = &sentence_text[after..start];
        let is_capital = raw.starts_with(char::is_uppercase);
        let joins = words.last().is_some_and(|before| joins(before, gap));
        let is_first = words.is_empty() || gap.contains(['“', '"', '‘', ':', '«', '„', '•']) || gap.contains(" - ");
        if let Some(span) = shifted(start, end, sentence.start()) {
            words.push(Word {
                span,
                text: &sentence_text[start..end],
                key: token.term.into_owned(),
                is_capital,
                joins,
                is_first,
                gap,
            });
        }
        after = end;
    }
    // A list of words per line is many lists where lines are short, and each has room for four.
    words.shrink_to_fit();
    words
}

fn is_initialism(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1)
}

/// Whether the gap keeps a name together. A possessive ending is in the gap after its word, and parts.
fn joins(before: &Word<'_>, gap: &str) -> bool {
    match gap {
        " " | "-" | "\n" | "‑" | " & " | "&" => true,
        ". " => before.is_initial() || lists::is_title_abbreviation(&before.key),
        _ => false,
    }
}

fn casing(words: &[Word<'_>], is_line: bool) -> Casing {
    let long = || words.iter().filter(|word| word.text.len() >= 4 && word.text.starts_with(char::is_alphabetic));
    let n_long = long().count();
    let n_shouted = words.iter().filter(|word| word.is_all_capitals()).count();
    if n_long >= 2 && n_shouted * 10 >= words.len() * 8 {
        return Casing::Capitals;
    }
    let n_capital = long().filter(|word| word.is_capital).count();
    if is_line && words.len() >= 4 && n_capital * 10 >= n_long * 7 { Casing::Title } else { Casing::Normal }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_on_a_full_stop_is_the_next_word() {
        let text = "B U.S.\u{fb2} C";
        let span = ByteSpan::from_range(0..text.len()).expect("in order");
        let words: Vec<&str> = words(text, span).iter().map(|word| word.text).collect();
        assert_eq!(words, ["B", "U.S.", "\u{fb2}", "C"]);
    }

    #[test]
    fn sentences_of_one_word_take_the_room_of_one_word() {
        let span = ByteSpan::new(0, 1).expect("in order");
        assert_eq!(words("a", span).capacity(), 1);
    }
}
