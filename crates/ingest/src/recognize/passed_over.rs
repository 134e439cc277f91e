//! Names that the model passes over and that a rule can vouch for: the outlet of the document, an organization before a
//! role, acronyms that stand in the document again and again, and a given name with a surname.

use std::ops::Range;

use corpus::model::{Document, EntityKind};

use super::after::Told;
use super::casing::Usual;
use super::elsewhere::Elsewhere;
use super::hashing::hash;
use super::listed;
use super::tokens::{Letters, Tokens};
use crate::lists;
use crate::words::Casing;

/// The most tokens before a role that are looked at.
const MAX_TOKENS: usize = 8;

/// Adds them where no other name stands.
pub(super) fn add(document: &Document, tokens: &Tokens, elsewhere: &Elsewhere, told: &mut Vec<Told>) {
    let outlet = document.source.as_ref().map(|source| lists::key(&source.text)).unwrap_or_default();
    let outlet: Vec<u64> = outlet.split(' ').map(hash).collect();
    let mut is_taken = vec![false; tokens.tokens.len()];
    told.iter().for_each(|name| is_taken[name.tokens.clone()].fill(true));
    for sentence in tokens.sentences.iter().filter(|sentence| sentence.casing != Casing::Capitals) {
        for at in sentence.tokens.clone() {
            let found = outlet_at(tokens, &outlet, at..sentence.tokens.end)
                .or_else(|| {
                    before_role(tokens, sentence.tokens.start, at).filter(|_| sentence.casing == Casing::Normal)
                })
                .or_else(|| repeated(document, tokens, elsewhere, at))
                .or_else(|| {
                    with_given_name(tokens, &sentence.tokens, at).filter(|_| sentence.casing == Casing::Normal)
                });
            if let Some((range, kind, by, confidence)) = found
                && !is_taken[range.clone()].contains(&true)
            {
                is_taken[range.clone()].fill(true);
                told.push(Told { tokens: range, kind, by, confidence });
            }
        }
    }
    told.sort_by_key(|name| name.tokens.start);
}

type Added = (Range<usize>, EntityKind, &'static str, u8);

/// The name of the document's own outlet, if it has several words.
fn outlet_at(tokens: &Tokens, outlet: &[u64], range: Range<usize>) -> Option<Added> {
    let end = range.start + outlet.len();
    let fits = outlet.len() > 1
        && end <= range.end
        && tokens.word(range.start).is_capital()
        && outlet.iter().zip(range.clone()).all(|(&key, idx)| tokens.word(idx).key == key);
    fits.then_some((range.start..end, EntityKind::Organization, "the outlet of the document", 85))
}

/// `Rain Today` in `Rain Today Senior Editor`: capitals that end with a word for organizations, before the role at `at`.
fn before_role(tokens: &Tokens, start: usize, at: usize) -> Option<Added> {
    let word = tokens.word(at);
    let is_after_organization = at >= start + 2
        && (word.lists & listed::ROLE_HEAD != 0 || word.lists & listed::ROLE != 0 && word.is_capital())
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
    let by = "ends with a word for organizations and stands before a role";
    (at - first >= 2).then_some((first..at, EntityKind::Organization, by, 70))
}

/// An acronym of three to six letters that stands in the document more than once.
fn repeated(document: &Document, tokens: &Tokens, elsewhere: &Elsewhere, at: usize) -> Option<Added> {
    let word = tokens.word(at);
    let is_known_otherwise = word.lists & (listed::ANY_WORD | listed::CAPITALISED | listed::TITLE) != 0;
    if word.letters != Letters::Capitals || is_known_otherwise || !elsewhere.is_repeated_in_capitals(tokens, at) {
        return None;
    }
    // `STS-135` is a number in a series.
    if tokens.tokens.get(at + 1).is_some_and(|next| next.is_glued) && tokens.word(at + 1).key == hash("-") {
        return None;
    }
    let text = tokens.tokens[at].span.slice(&document.text)?;
    let fits = (3..=6).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_uppercase())
        && elsewhere.is_never_lower(tokens, at);
    fits.then_some((at..at + 1, EntityKind::Organization, "acronym that stands in the document more than once", 60))
}

/// The most tokens that follow a given name.
const MAX_NAME: usize = 4;

/// A given name inside of a sentence and the capitals after it: `Bob Rain`, `Bob Q. Rain`. No other capital touches them, and
/// nothing says that they are something else.
fn with_given_name(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Added> {
    let is_capital = |idx: usize| sentence.contains(&idx) && tokens.word(idx).is_capital();
    let joins = |idx: usize| sentence.contains(&idx) && tokens.tokens[idx].joins;
    let word = tokens.word(at);
    let is_given_name = word.lists & listed::GIVEN_NAME != 0
        && word.letters == Letters::Capital
        && !tokens.tokens[at].is_first
        && !matches!(word.usual, Usual::Lower | Usual::MostlyLower);
    let is_known_otherwise =
        |idx: usize| tokens.word(idx).lists & (listed::ORGANIZATION | listed::PLACE | listed::CAPITALISED) != 0;
    let before = at.checked_sub(1).filter(|&before| joins(at) && is_capital(before));
    let touches = before.is_some_and(|before| tokens.word(before).lists & (listed::TITLE | listed::ROLE) == 0);
    if !is_given_name || touches {
        return None;
    }
    let mut end = at + 1;
    while end <= at + MAX_NAME {
        // The full stop of an initial is a token of its own.
        let next = end + usize::from(sentence.contains(&end) && tokens.word(end).letters == Letters::Mark);
        if !joins(next) || !is_capital(next) {
            break;
        }
        end = next + 1;
    }
    let is_alone = listed::at(tokens, at..end).is_none() && !(at..end).any(is_known_otherwise);
    (end > at + 1 && is_alone).then_some((at..end, EntityKind::Person, "a given name with a surname", 65))
}

#[cfg(test)]
mod tests {
    use super::super::after::tests::{read, written};
    use super::*;

    /// The names that are added to a text in which none was found.
    fn added(text: &str) -> Vec<(String, EntityKind)> {
        let (document, tokens) = read(text);
        let mut told = Vec::new();
        add(&document, &tokens, &Elsewhere::of(&tokens), &mut told);
        written(&document, &tokens, &told)
    }

    #[test]
    fn a_given_name_and_the_capital_after_it_are_a_person() {
        let person = |name: &str| vec![(name.to_owned(), EntityKind::Person)];
        assert_eq!(added("According to Bob Rain, it will rain."), person("Bob Rain"));
        assert_eq!(added("They met editor Bob Q. Rain there."), person("Bob Q. Rain"));
        for text in ["They met Bob, Rain and Snow.", "At Saint Bob Rain was there.", "The Bob Rain Institute is old."] {
            assert_eq!(added(text), [], "{text}");
        }
    }

    #[test]
    fn an_organization_stands_before_a_role() {
        let organization = |name: &str| vec![(name.to_owned(), EntityKind::Organization)];
        assert_eq!(added("We met Rain Institute director Zorbak."), organization("Rain Institute"));
        assert_eq!(added("We saw the Rain Institute of Zorbak."), []);
    }

    #[test]
    fn an_acronym_that_is_repeated_names_something_unless_it_counts_a_series() {
        let organization = ("QXV".to_owned(), EntityKind::Organization);
        assert_eq!(added("They saw QXV here. Then QXV left."), [organization.clone(), organization]);
        assert_eq!(added("They saw QXV-1 here. Then QXV-2 left."), []);
        assert_eq!(added("They saw QXV here."), []);
    }
}
