//! Organizations that the model passes over and that a rule can vouch for: the outlet of the document, an organization
//! before a role, and acronyms that stand in the document again and again.

use std::ops::Range;

use corpus::model::{Document, EntityKind};

use super::after::Told;
use super::elsewhere::Elsewhere;
use super::listed;
use super::tokens::{Letters, Tokens};
use crate::lists;
use crate::words::Casing;

/// The most tokens before a role that are looked at.
const MAX_TOKENS: usize = 8;

/// Adds them where no other name stands.
pub(super) fn add(document: &Document, tokens: &Tokens, elsewhere: &Elsewhere, told: &mut Vec<Told>) {
    let outlet = document.source.as_ref().map(|source| lists::key(&source.text)).unwrap_or_default();
    let outlet: Vec<u64> = outlet.split(' ').map(super::hashing::hash).collect();
    let mut is_taken = vec![false; tokens.tokens.len()];
    told.iter().for_each(|name| is_taken[name.tokens.clone()].fill(true));
    for sentence in tokens.sentences.iter().filter(|sentence| sentence.casing != Casing::Capitals) {
        for at in sentence.tokens.clone() {
            let found = outlet_at(tokens, &outlet, at..sentence.tokens.end)
                .or_else(|| {
                    before_role(tokens, sentence.tokens.start, at).filter(|_| sentence.casing == Casing::Normal)
                })
                .or_else(|| repeated(document, tokens, elsewhere, at));
            if let Some((range, by, confidence)) = found
                && !is_taken[range.clone()].contains(&true)
            {
                is_taken[range.clone()].fill(true);
                told.push(Told { tokens: range, kind: EntityKind::Organization, by, confidence });
            }
        }
    }
    told.sort_by_key(|name| name.tokens.start);
}

type Added = (Range<usize>, &'static str, u8);

/// The name of the document's own outlet, if it has several words.
fn outlet_at(tokens: &Tokens, outlet: &[u64], range: Range<usize>) -> Option<Added> {
    let end = range.start + outlet.len();
    let fits = outlet.len() > 1
        && end <= range.end
        && tokens.word(range.start).is_capital()
        && outlet.iter().zip(range.clone()).all(|(&key, idx)| tokens.word(idx).key == key);
    fits.then_some((range.start..end, "the outlet of the document", 85))
}

/// `Rain Today` in `Rain Today Senior Editor`: capitals that end with a word for organizations, before the role at `at`.
fn before_role(tokens: &Tokens, start: usize, at: usize) -> Option<Added> {
    let word = tokens.word(at);
    let is_after_organization = at >= start + 2
        && word.lists & listed::ROLE != 0
        && word.lists & listed::ORGANIZATION == 0
        && tokens.tokens[at].joins
        && tokens.word(at - 1).lists & listed::ORGANIZATION != 0;
    if !is_after_organization {
        return None;
    }
    let is_part =
        |idx: usize| tokens.word(idx).is_capital() && tokens.word(idx).lists & (listed::TITLE | listed::ROLE) == 0;
    let mut first = at;
    while first > start && at - first < MAX_TOKENS && is_part(first - 1) && (first == at || tokens.tokens[first].joins)
    {
        first -= 1;
    }
    (at - first >= 2).then_some((first..at, "ends with a word for organizations and stands before a role", 70))
}

/// An acronym of three to six letters that stands in the document more than once.
fn repeated(document: &Document, tokens: &Tokens, elsewhere: &Elsewhere, at: usize) -> Option<Added> {
    let word = tokens.word(at);
    let is_known_otherwise = word.lists & (listed::ANY_WORD | listed::CAPITALISED | listed::TITLE) != 0;
    if word.letters != Letters::Capitals || is_known_otherwise || !elsewhere.is_repeated_in_capitals(tokens, at) {
        return None;
    }
    let text = tokens.tokens[at].span.slice(&document.text)?;
    let fits = (3..=6).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_uppercase())
        && elsewhere.is_never_lower(tokens, at);
    fits.then_some((at..at + 1, "acronym that stands in the document more than once", 60))
}
