//! Names that another place in the document vouches for: surnames alone, and names in headlines, where capitals mean
//! nothing. It finds no name that the first pass did not find somewhere.

use std::collections::{BTreeMap, BTreeSet};

use corpus::model::EntityKind;

use super::first_pass::known_at;
use super::rules::{MAX_NAME_WORDS, Name};
use crate::lists;
use crate::words::{Casing, SentenceWords, Word};

/// What the first pass found in the whole document.
pub(super) struct Names {
    kinds: BTreeMap<String, EntityKind>,
    surnames: BTreeSet<String>,
}

impl Names {
    pub(super) fn of(sentences: &[SentenceWords<'_>], found: &[Vec<Name>]) -> Self {
        let mut names = Self { kinds: BTreeMap::new(), surnames: BTreeSet::new() };
        for (sentence, found) in sentences.iter().zip(found) {
            for name in found {
                let words = &sentence.words[name.start..name.end];
                names.kinds.entry(key_of(words)).or_insert(name.kind);
                if let ([_, .., last], EntityKind::Person) = (words, name.kind)
                    && last.key.chars().count() > 2
                {
                    names.surnames.insert(last.key.clone());
                }
            }
        }
        names
    }

    /// Adds what the first pass passed over: names that are sure elsewhere in the document.
    pub(super) fn complete(&self, sentence: &SentenceWords<'_>, found: &mut Vec<Name>) {
        let words = &sentence.words;
        let mut added = Vec::new();
        let mut taken = found.iter().peekable();
        let mut at = 0;
        while at < words.len() {
            if let Some(name) = taken.next_if(|name| name.start <= at) {
                at = name.end.max(at);
                continue;
            }
            let limit = taken.peek().map_or(words.len(), |name| name.start);
            let name = self.name_at(words, at, limit, sentence.casing);
            at = name.map_or(at + 1, |name| name.end);
            added.extend(name);
        }
        found.extend(added);
        found.sort_by_key(|name| name.start);
    }

    fn name_at(&self, words: &[Word<'_>], at: usize, limit: usize, casing: Casing) -> Option<Name> {
        if !words[at].is_capital {
            return None;
        }
        let name = |end, kind, by, confidence| Some(Name { start: at, end, kind, by, confidence });
        let mut key = String::new();
        let mut best = None;
        for (idx, word) in words.iter().enumerate().take(limit.min(at + MAX_NAME_WORDS)).skip(at) {
            if idx > at && !word.joins {
                break;
            }
            key.push_str(if idx > at { " " } else { "" });
            key.push_str(&word.key);
            let is_safe = casing != Casing::Capitals || key.len() > 3;
            if let Some(&kind) = self.kinds.get(&key).filter(|_| is_safe) {
                best = Some((idx + 1, kind));
            }
        }
        if let Some((end, kind)) =
            best.filter(|&(end, _)| end > at + 1 || casing != Casing::Normal || self.stands_alone(words, at))
        {
            return name(end, kind, "the same name is sure elsewhere in the document", 80);
        }
        let is_surname = self.surnames.contains(&words[at].key);
        (is_surname && (casing != Casing::Normal || self.stands_alone(words, at)))
            .then(|| name(at + 1, EntityKind::Person, "surname of a person named elsewhere in the document", 80))?
    }

    /// Whether no other name touches the word: `Smith College` and `Bob Smith` are not the Smith we know.
    fn stands_alone(&self, words: &[Word<'_>], at: usize) -> bool {
        let is_other = |word: &Word<'_>| {
            word.is_capital
                && !lists::is_role_head(&word.key)
                && !lists::is_title(&word.key)
                && !lists::is_title_abbreviation(&word.key)
                && !lists::starts_sentences(&word.key)
                && !lists::is_role_word(&word.key)
                && known_at(std::slice::from_ref(word), 0).is_none()
        };
        let before = at > 0 && words[at].joins && is_other(&words[at - 1]);
        let after = words.get(at + 1).is_some_and(|next| next.joins && is_other(next));
        !before && !after
    }
}

fn key_of(words: &[Word<'_>]) -> String {
    words.iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ")
}
