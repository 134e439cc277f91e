//! Acronyms that the text itself explains: `Middle East Media Research Institute (MEMRI)`.

use std::ops::Range;

use corpus::model::{Document, EntityKind};

use super::after::Told;
use super::tokens::{Letters, Tokens};

/// How many tokens back the long form can begin.
const MAX_TOKENS: usize = 14;

/// Makes names of acronyms in brackets and of the long forms before them; both are of one kind. The rest of the document
/// knows the acronym then, too. What is a term and no name, as in `special drawing rights (SDR)`, is none anywhere in it.
pub(super) fn explain(document: &Document, tokens: &Tokens, told: &mut Vec<Told>) {
    let mut terms = Vec::new();
    for sentence in &tokens.sentences {
        let Range { start, end } = sentence.tokens.clone();
        for at in (start + 3)..end {
            let word = tokens.word(at);
            if word.letters != Letters::Capitals || text(document, tokens, at - 1) != "(" {
                continue;
            }
            let Some(long) = long_form(document, tokens, start, at, Spelled::InCapitals) else {
                let is_term = long_form(document, tokens, start, at, Spelled::AsTerm).is_some();
                terms.extend(is_term.then_some(word.key));
                continue;
            };
            let here =
                |range: &Range<usize>, name: &Told| name.tokens.start < range.end && range.start < name.tokens.end;
            let short = at..at + 1;
            let whole = told
                .iter()
                .find(|name| name.tokens == long || name.tokens.end == long.end && name.tokens.start < long.start);
            let kind = match whole.map(|name| name.kind) {
                Some(EntityKind::Person) | None => EntityKind::Organization,
                Some(kind) => kind,
            };
            let keeps_long = whole.is_some_and(|name| name.kind == kind);
            told.retain(|name| !here(&short, name) && (keeps_long || !here(&long, name)));
            told.push(Told { tokens: short, kind, by: "acronym after its long form", confidence: 95 });
            if !keeps_long {
                told.push(Told { tokens: long, kind, by: "long form of an acronym in brackets", confidence: 90 });
            }
        }
    }
    told.retain(|name| {
        let first = tokens.word(name.tokens.start);
        name.tokens.len() > 1 || first.letters != Letters::Capitals || !terms.contains(&first.key)
    });
    told.sort_by_key(|name| name.tokens.start);
}

/// How the words before an acronym are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelled {
    /// `Middle East Media Research Institute`
    InCapitals,
    /// `special drawing rights`, `London interbank offered rate`: most words, and the last of them, have no capital.
    AsTerm,
}

/// The letters of a token.
pub(super) fn text<'d>(document: &'d Document, tokens: &Tokens, idx: usize) -> &'d str {
    tokens.tokens[idx].span.slice(&document.text).unwrap_or_default()
}

/// The words before the acronym at `at` and its bracket that spell it out, letter by letter.
fn long_form(document: &Document, tokens: &Tokens, start: usize, at: usize, how: Spelled) -> Option<Range<usize>> {
    let acronym = text(document, tokens, at);
    let n_letters = acronym.chars().count();
    if !(2..=8).contains(&n_letters) {
        return None;
    }
    let mut letters = acronym.chars().rev().filter(|c| c.is_alphanumeric()).peekable();
    let end = at - 1;
    let (mut first, mut n_lower) = (None, 0);
    for idx in (start..end).rev().take(MAX_TOKENS) {
        let Some(&letter) = letters.peek() else { break };
        let word = text(document, tokens, idx);
        let is_capital = tokens.word(idx).is_capital();
        let is_term = how == Spelled::AsTerm && !is_capital && word.starts_with(letter.to_ascii_lowercase());
        if is_term || is_capital && word.starts_with(letter) && (how == Spelled::InCapitals || first.is_some()) {
            letters.next();
            n_lower += usize::from(is_term);
            first = Some(idx);
        } else if idx + 1 == end
            || is_capital
            || !matches!(word, "of" | "the" | "and" | "for" | "in" | "on" | "to" | "al" | "-" | "&" | "de" | "e")
        {
            return None;
        }
    }
    let is_term = how == Spelled::InCapitals || n_lower * 2 > n_letters;
    first.filter(|&first| is_term && letters.peek().is_none() && end - first >= 2).map(|first| first..end)
}
