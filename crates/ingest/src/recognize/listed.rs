//! What the word lists say about single words and about names of several words, in the form that the model reads: bits
//! and positions. It decides nothing.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use corpus::model::EntityKind;

use super::hashing::hash;
use super::tokens::{Letters, Tokens};
use crate::lists::{self, entries};

/// Lists of single words; the bit of each is its place here.
const WORD_LISTS: [&str; 15] = [
    include_str!("../lists/given_names.txt"),
    include_str!("../lists/titles.txt"),
    include_str!("../lists/title_abbreviations.txt"),
    include_str!("../lists/role_words.txt"),
    include_str!("../lists/role_heads.txt"),
    include_str!("../lists/organization_words.txt"),
    include_str!("../lists/place_words.txt"),
    include_str!("../lists/capitalised_words.txt"),
    include_str!("../lists/sentence_starts.txt"),
    include_str!("../lists/common_acronyms.txt"),
    include_str!("../lists/people_plurals.txt"),
    include_str!("../lists/reporting_verbs.txt"),
    include_str!("../lists/plain_words.txt"),
    include_str!("../lists/surnames.txt"),
    include_str!("../lists/organization_starts.txt"),
];

/// The bits of the lists that the rules after the model read.
pub(super) const GIVEN_NAME: u32 = 1;
pub(super) const TITLE: u32 = 1 << 1 | 1 << 2;
pub(super) const ORGANIZATION: u32 = 1 << 5;
pub(super) const PLACE: u32 = 1 << 6;
pub(super) const CAPITALISED: u32 = 1 << 7;
pub(super) const ROLE_HEAD: u32 = 1 << 4;
pub(super) const ROLE: u32 = 1 << 3 | ROLE_HEAD;
pub(super) const ANY_WORD: u32 = 1 << 8 | 1 << 9 | 1 << 12;

/// The lists that hold a folded word, as bits.
pub(super) fn bits(key: &str) -> u32 {
    static BITS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
        let mut bits = HashMap::new();
        for (at, file) in WORD_LISTS.into_iter().enumerate() {
            for word in entries(file) {
                *bits.entry(word).or_insert(0) |= 1 << at;
            }
        }
        bits
    });
    BITS.get(key).copied().unwrap_or(0)
}

/// A listed name that begins with a certain word.
#[derive(Debug)]
struct Listed {
    /// Hashes of the words after the first.
    rest: Vec<u64>,
    kind: EntityKind,
}

/// The longest listed name that begins the words, given by the hashes of their folded forms: its length and kind.
pub(super) fn longest(mut keys: impl Iterator<Item = u64> + Clone) -> Option<(usize, EntityKind)> {
    static NAMES: LazyLock<HashMap<u64, Vec<Listed>>> = LazyLock::new(|| {
        let mut names: HashMap<u64, Vec<Listed>> = HashMap::new();
        for (key, known) in lists::known_names() {
            let mut words = key.split(' ').map(hash);
            if let Some(first) = words.next() {
                names.entry(first).or_default().push(Listed { rest: words.collect(), kind: known.kind });
            }
        }
        names.values_mut().for_each(|listed| listed.sort_by_key(|listed| std::cmp::Reverse(listed.rest.len())));
        names
    });
    let listed = NAMES.get(&keys.next()?)?;
    let fits = |listed: &&Listed| {
        let mut words = keys.clone();
        listed.rest.iter().all(|word| words.next() == Some(*word))
    };
    listed.iter().find(fits).map(|listed| (listed.rest.len() + 1, listed.kind))
}

/// The longest listed name that begins with the first of these tokens: its tokens and its kind.
pub(super) fn at(tokens: &Tokens, range: Range<usize>) -> Option<(Range<usize>, EntityKind)> {
    let is_mark = |idx: usize| tokens.word(idx).letters == Letters::Mark;
    if is_mark(range.start) {
        return None;
    }
    let joined = range.clone().take_while(|&idx| idx == range.start || tokens.tokens[idx].joins || is_mark(idx));
    let words = joined.filter(|&idx| !is_mark(idx));
    let (len, kind) = longest(words.clone().map(|idx| tokens.word(idx).key))?;
    let last = words.clone().nth(len - 1)?;
    Some((range.start..last + 1, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_listed_name_wins() {
        let keys = |text: &'static str| text.split(' ').map(hash);
        assert_eq!(longest(keys("south korea is")), Some((2, EntityKind::Place)));
        assert_eq!(longest(keys("south is")), None);
        assert_eq!(longest(keys("islamic state fell")), Some((2, EntityKind::Organization)));
    }

    #[test]
    fn a_word_has_the_bits_of_all_its_lists() {
        assert_ne!(bits("president") & TITLE, 0);
        assert_eq!(bits("xyzzy"), 0);
    }
}
