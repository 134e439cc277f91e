//! Cuts what was typed into words as the analyzer does, wildcards included.
//!
//! The analyzer knows no wildcards: to it they are punctuation. While a word is cut they are therefore letters, two that
//! no reader types: signs of Linear B, which belong to a word and are folded to themselves. Whoever does type one
//! has typed a wildcard.

use std::ops::Range;

use crate::analysis::tokens;

/// Stands for `*`.
pub(super) const STAR: char = '\u{10080}';
/// Stands for `?`.
pub(super) const MARK: char = '\u{10081}';

/// A word of what was typed.
pub(super) struct Piece {
    /// The word; with `*` and `?` in their own form if it `is_pattern`.
    pub(super) form: String,
    pub(super) is_pattern: bool,
    /// Where it stands in the text that was cut.
    pub(super) range: Range<usize>,
}

/// The words of a text that has [`STAR`] and [`MARK`] in the place of wildcards.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut found = tokens(text).map(|token| {
        let is_pattern = token.term.contains(is_wildcard);
        let form = if is_pattern { pattern(&token.term) } else { token.form.into_owned() };
        Piece { form, is_pattern, range: token.span.range() }
    });
    let mut next = found.next();
    std::iter::from_fn(move || {
        let mut piece = next.take()?;
        next = found.next();
        // Some scripts have no letters that a wildcard joins: there it stands alone and is put back where it was typed.
        while let Some(after) = next.take_if(|after| {
            after.range.start == piece.range.end && (is_only_wildcards(&piece) || is_only_wildcards(after))
        }) {
            piece.form.push_str(&after.form);
            piece.is_pattern = true;
            piece.range.end = after.range.end;
            next = found.next();
        }
        Some(piece)
    })
}

/// Whether a word has wildcards and nothing else.
pub(super) fn is_only_wildcards(piece: &Piece) -> bool {
    piece.is_pattern && piece.form.bytes().all(|byte| matches!(byte, b'*' | b'?'))
}

fn is_wildcard(c: char) -> bool {
    matches!(c, STAR | MARK)
}

/// Wildcards in their own form; several `*` in a row say no more than one.
fn pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            STAR if pattern.ends_with('*') => {}
            STAR => pattern.push('*'),
            MARK => pattern.push('?'),
            c => pattern.push(c),
        }
    }
    pattern
}

/// The text with its wildcards as they are typed.
pub(super) fn as_typed(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    typed.extend(text.chars().map(|c| match c {
        STAR => '*',
        MARK => '?',
        c => c,
    }));
    typed
}

/// Turns those stand-ins back that are no wildcards: all of an address (`http://site.org/page?id=1`), and question marks
/// that ask. A `?` is a wildcard if a letter or a digit follows, or a `*`. Chinese and Japanese have no spaces after a
/// question, so that their signs do not count.
pub(super) fn settle(text: &str) -> String {
    if text.contains("://") {
        return as_typed(text);
    }
    let mut settled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.find(is_wildcard) {
        let (before, from_run) = rest.split_at(first);
        let after = from_run.trim_start_matches(is_wildcard);
        let run = &from_run[..from_run.len() - after.len()];
        let joins = |c: char| c.is_alphanumeric() && (c < '\u{2e80}' || ('\u{ff10}'..='\u{ff5a}').contains(&c));
        settled.push_str(before);
        if run.contains(STAR) || after.starts_with(joins) {
            settled.push_str(run);
        } else {
            settled.push_str(&as_typed(run));
        }
        rest = after;
    }
    settled.push_str(rest);
    settled
}
