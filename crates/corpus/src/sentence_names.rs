//! Names of sentences that live through a rebuild: they are made of nothing but the words.

use std::collections::{BTreeMap, BTreeSet};

use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::analysis::tokens;
use crate::model::SentenceId;

/// Names the sentences of one document, in their order.
///
/// A name is the hash of the forms of the sentence's tokens, so that it changes neither with case nor with punctuation.
/// The same words again get another name, by how often they came before.
///
/// ```
/// use corpus::sentence_names::SentenceNames;
///
/// let name = |sentence| SentenceNames::default().name(sentence);
/// assert_eq!(name("It was late."), name("It was LATE!"));
///
/// let mut names = SentenceNames::default();
/// assert_ne!(names.name("It was late."), names.name("It was late."));
/// ```
#[derive(Debug, Default)]
pub struct SentenceNames {
    n_seen: BTreeMap<u64, u64>,
    taken: BTreeSet<SentenceId>,
}

impl SentenceNames {
    /// The name of the next sentence.
    pub fn name(&mut self, sentence_text: &str) -> SentenceId {
        let mut words = String::with_capacity(sentence_text.len());
        for token in tokens(sentence_text) {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&token.form);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Links that readers keep hold these names: they are the same from one version to the next.
    #[test]
    fn names_are_the_hashes_of_the_words() {
        for (sentence, words) in [
            ("It was late.", "it was late"),
            ("The U.S. paid $1,000 for O'Brien's car!", "the us paid 1,000 for o'brien car"),
            ("Zu\u{308}rich’s", "zürich"),
            ("…", ""),
        ] {
            let expected = SentenceId::from_bits(xxh3_64_with_seed(words.as_bytes(), 0));
            assert_eq!(SentenceNames::default().name(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn the_same_words_twice_get_two_names_that_stay_when_others_come() {
        let mut names = SentenceNames::default();
        let first = names.name("It was late.");
        let second = names.name("It was LATE!");
        assert_ne!(first, second);
        let mut other = SentenceNames::default();
        other.name("Something else.");
        assert_eq!((other.name("It was late."), other.name("It was late.")), (first, second));
    }
}
