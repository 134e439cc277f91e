//! Acronyms that the text itself explains: `Middle East Media Research Institute (MEMRI)`.

use crate::words::Word;

/// How many words back the long form can begin.
const MAX_WORDS: usize = 10;

/// Where the long form of the acronym at `idx` begins, if the words before it spell it out.
pub(super) fn definition_start(words: &[Word<'_>], idx: usize) -> Option<usize> {
    let word = &words[idx];
    let n_letters = word.text.chars().count();
    if !word.is_all_capitals() || !(2..=8).contains(&n_letters) || !word.gap.trim_start().starts_with('(') {
        return None;
    }
    let mut letters = word.text.chars().rev().filter(|c| c.is_alphanumeric()).peekable();
    let mut start = None;
    for (at, before) in words[..idx].iter().enumerate().rev().take(MAX_WORDS) {
        let Some(&letter) = letters.peek() else { break };
        let is_linked = at + 1 == idx || words[at + 1].joins;
        if !is_linked {
            return None;
        }
        if before.is_capital && before.text.starts_with(letter) {
            letters.next();
            start = Some(at);
        } else if !matches!(before.key.as_str(), "of" | "the" | "and" | "for" | "in" | "on" | "to" | "al") {
            return None;
        }
    }
    start.filter(|&start| letters.peek().is_none() && idx - start >= 2)
}
