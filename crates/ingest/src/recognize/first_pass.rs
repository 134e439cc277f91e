//! Names that one sentence shows by itself: by lists, by the words beside them, by what they end with.
//!
//! It looks at one sentence and at no other; what is sure elsewhere in the document is for the second pass.

use std::collections::BTreeSet;

use corpus::model::EntityKind;

use super::acronyms::definition_start;
use super::rules::{MAX_NAME_WORDS, Name};
use crate::lists::{self, Known};
use crate::words::{Casing, Word};

/// Names that one sentence shows by itself.
pub(super) struct FirstPass<'s, 't> {
    pub(super) words: &'s [Word<'t>],
    pub(super) casing: Casing,
    pub(super) lower: &'s BTreeSet<String>,
    pub(super) repeated: &'s BTreeSet<String>,
    pub(super) names: Vec<Name>,
}

impl FirstPass<'_, '_> {
    pub(super) fn run(&mut self) {
        if self.casing == Casing::Capitals {
            return;
        }
        let mut at = 0;
        while at < self.words.len() {
            let name = match self.casing {
                Casing::Normal => self
                    .defined(at)
                    .or_else(|| self.organization(at))
                    .or_else(|| self.person(at))
                    .or_else(|| self.known(at)),
                _ => self.known(at),
            };
            let name = name.or_else(|| self.place(at)).or_else(|| self.acronym(at));
            at = name.map_or(at + 1, |name| name.end);
            self.names.extend(name);
        }
    }

    /// How far the capitals that begin at `at` go on, up to a little more than the longest name.
    fn run_end(&self, at: usize) -> usize {
        let words = &self.words[at..];
        let rest = words.iter().skip(1).take(MAX_NAME_WORDS).take_while(|word| word.joins && word.is_capital);
        at + usize::from(words.first().is_some_and(|word| word.is_capital)) * (1 + rest.count())
    }

    fn name(&self, start: usize, end: usize, kind: EntityKind, by: &'static str, confidence: u8) -> Option<Name> {
        (start < end).then_some(Name { start, end, kind, by, confidence })
    }

    /// Whether the word's capital may be due to its place in the sentence.
    fn is_doubtful(&self, at: usize) -> bool {
        let word = &self.words[at];
        let is_plain = lists::starts_sentences(&word.key) || self.lower.contains(&word.key);
        is_plain && (word.is_first || lists::starts_sentences(&word.key))
    }

    /// A long form before its acronym in brackets.
    fn defined(&self, at: usize) -> Option<Name> {
        if !self.words[at].is_capital {
            return None;
        }
        let end = (at + 2..(at + MAX_NAME_WORDS + 1).min(self.words.len()))
            .find(|&idx| definition_start(self.words, idx) == Some(at))?;
        self.name(at, end, EntityKind::Organization, "long form of an acronym in brackets", 95)
    }

    /// Capitals that end with a word that organizations' names end with, and what follows it after `of` or `for`.
    fn organization(&self, at: usize) -> Option<Name> {
        let run_end = self.run_end(at).min(at + MAX_NAME_WORDS);
        if run_end == at || self.is_doubtful(at) || self.is_before_name(at) {
            return None;
        }
        let is_head = |idx: usize| lists::is_organization_word(&self.words[idx].key);
        // A role or a title parts the run; the first part is looked at alone.
        let stop = (at + 1..run_end).find(|&idx| self.parts_run(at, idx, run_end)).unwrap_or(run_end);
        let head = (at..stop).rev().find(|&idx| is_head(idx))?;
        let end = self.of_end(head + 1);
        let is_long_enough = head > at || end > head + 1;
        if !is_long_enough || self.is_common_phrase(at, end) {
            return None;
        }
        self.name(at, end, EntityKind::Organization, "ends with a word for organizations", 80)
    }

    /// Whether the word begins a role (`Senior Contributing Editor`) that is followed by more of the run.
    fn parts_run(&self, at: usize, idx: usize, run_end: usize) -> bool {
        let roles_end = (idx..run_end).find(|&next| !lists::is_role_word(&self.words[next].key)).unwrap_or(run_end);
        let is_role = roles_end < run_end && lists::is_role_head(&self.words[roles_end].key);
        let after_head = lists::is_organization_word(&self.words[idx - 1].key) && idx > at;
        is_role && (after_head || roles_end + 1 < run_end || roles_end > idx)
    }

    /// Titles and capitals that mean nothing are no part of a name.
    fn is_before_name(&self, at: usize) -> bool {
        let key = &self.words[at].key;
        let is_title = lists::is_title(key) && !lists::is_organization_word(key);
        let roles = lists::is_role_head(key);
        let next_is_known = known_at(self.words, at).is_some_and(|(end, _)| end > at + 1);
        (is_title || roles || lists::is_capitalised_anyway(key))
            && !next_is_known
            && !matches!(key.as_str(), "general" | "justice")
    }

    /// The end of `of the Interior`, `for Strategic and International Studies` after an organization's word.
    fn of_end(&self, at: usize) -> usize {
        let key = |idx: usize| self.words.get(idx).filter(|word| word.joins).map_or("", |word| word.key.as_str());
        if !matches!(key(at), "of" | "for") || self.words[at].is_capital {
            return at;
        }
        let first = at + 1 + usize::from(key(at + 1) == "the");
        let is_part = |idx: usize| {
            self.words.get(idx).is_some_and(|word| {
                word.joins && word.is_capital && !lists::is_capitalised_anyway(&word.key) && !lists::is_title(&word.key)
            })
        };
        let mut end = first;
        while is_part(end)
            || (end > first && key(end) == "and" && is_part(end + 1) && lists::is_organization_word(key(end + 2)))
        {
            end += 1;
        }
        let is_person = lists::is_given_name(key(first));
        if end == first || is_person { at } else { end.min(at + MAX_NAME_WORDS) }
    }

    /// Whether all words of the phrase stand in lower case elsewhere, so that it is a common expression.
    fn is_common_phrase(&self, start: usize, end: usize) -> bool {
        self.words[start].is_first && self.words[start..end].iter().all(|word| self.lower.contains(&word.key))
    }

    /// A given name and what follows it, or what follows a title, or an unknown pair beside a verb of saying.
    fn person(&self, at: usize) -> Option<Name> {
        let word = &self.words[at];
        if !word.is_capital || self.is_doubtful(at) || lists::is_capitalised_anyway(&word.key) {
            return None;
        }
        let has_title = at > 0 && word.joins_title(&self.words[at - 1]);
        if lists::is_title(&word.key) || lists::is_role_head(&word.key) {
            return None;
        }
        let end = self.person_end(at);
        let is_known_name =
            known_at(self.words, at).is_some_and(|(known_end, _)| known_end == end || known_end > at + 1);
        let first_is_known = known_at(self.words, at).is_some();
        if lists::is_given_name(&word.key)
            && end >= at + 2
            && !is_known_name
            && !(first_is_known && self.words[at].is_first)
        {
            return self.name(at, end, EntityKind::Person, "given name and surname", 85);
        }
        if first_is_known {
            return None;
        }
        if has_title {
            let capital_title = self.words[at - 1].is_capital;
            let is_name = end >= at + 2 || (capital_title && end == at + 1);
            return self.name(at, end, EntityKind::Person, "name after a title", 80).filter(|_| is_name);
        }
        let is_pair = end == at + 2 || end == at + 3;
        let is_unknown =
            self.words[at..end].iter().all(|word| !self.lower.contains(&word.key) && !word.is_all_capitals());
        if is_pair && is_unknown && (self.is_said_by(at, end) || self.has_age(end)) {
            return self.name(at, end, EntityKind::Person, "name beside a verb of saying or an age", 65);
        }
        None
    }

    /// How far a person's name goes: capitals, initials and the particles between them.
    fn person_end(&self, at: usize) -> usize {
        const PARTICLES: [&str; 14] =
            ["bin", "al", "el", "ibn", "van", "von", "der", "de", "la", "del", "da", "ben", "abu", "di"];
        let is_part = |idx: usize| {
            self.words.get(idx).is_some_and(|word| {
                let key = word.key.as_str();
                let fits = word.is_capital && (word.text.chars().skip(1).any(char::is_lowercase) || word.is_initial());
                let is_other = lists::is_organization_word(key)
                    || lists::is_place_word(key)
                    || lists::is_role_head(key)
                    || lists::is_capitalised_anyway(key)
                    || lists::starts_sentences(key);
                word.joins && fits && !is_other
            })
        };
        let mut end = at + 1;
        while end < at + 5 {
            let skipped = (end..end + 3).take_while(|&idx| {
                self.words.get(idx).is_some_and(|word| word.joins && PARTICLES.contains(&word.key.as_str()))
            });
            let next = end + skipped.count();
            if !is_part(next) {
                break;
            }
            end = next + 1;
        }
        end
    }

    /// `Ann Writer said`, `said Ann Writer,`.
    fn is_said_by(&self, start: usize, end: usize) -> bool {
        const PLAIN: [&str; 9] = ["said", "says", "told", "added", "wrote", "explained", "argued", "asked", "noted"];
        let is_plain =
            |idx: usize| self.words.get(idx).is_some_and(|word| !word.is_capital && PLAIN.contains(&word.key.as_str()));
        let before = start > 0 && self.words[start].joins && is_plain(start - 1) && self.words[start - 1].key != "told";
        let after = is_plain(end) && self.words[end].joins;
        after || before && self.words.get(end).is_none_or(|next| !next.joins)
    }

    /// `Ann Writer, 23,`.
    fn has_age(&self, end: usize) -> bool {
        let is_age =
            |word: &Word<'_>| word.gap == ", " && word.text.len() == 2 && word.text.bytes().all(|b| b.is_ascii_digit());
        self.words.get(end).is_some_and(is_age) && self.words.get(end + 1).is_none_or(|next| next.gap.starts_with(','))
    }

    /// A name of the lists.
    fn known(&self, at: usize) -> Option<Name> {
        let (end, known) = known_at(self.words, at)?;
        let is_one = end == at + 1;
        let next = self.words.get(end).filter(|word| word.joins && word.is_capital && self.casing == Casing::Normal);
        let is_word = is_one && self.words[at].is_first && self.lower.contains(&self.words[at].key);
        // `Washington Irving` is no place; `Iraqi President` is a group still.
        let is_longer = is_one
            && known.kind == EntityKind::Place
            && next.is_some_and(|next| {
                next.gap == " "
                    && !lists::is_role_head(&next.key)
                    && !lists::is_role_word(&next.key)
                    && !lists::is_title(&next.key)
                    && !lists::is_capitalised_anyway(&next.key)
                    && known_at(self.words, end).is_none()
                    && known.exact.is_none()
                    && !next.is_all_capitals()
            });
        if is_word || is_longer {
            return None;
        }
        self.name(at, end, known.kind, "a name of the lists", 90)
    }

    /// Capitals that end with a word that places' names end with.
    fn place(&self, at: usize) -> Option<Name> {
        let run_end = self.run_end(at).min(at + 5);
        if self.casing != Casing::Normal || run_end < at + 2 || self.is_doubtful(at) || self.is_before_name(at) {
            return None;
        }
        lists::is_place_word(&self.words[run_end - 1].key)
            .then(|| self.name(at, run_end, EntityKind::Place, "ends with a word for places", 75))?
    }

    /// An acronym that the text explains or that stands in it more than once.
    fn acronym(&self, at: usize) -> Option<Name> {
        let word = &self.words[at];
        if definition_start(self.words, at).is_some() {
            return self.name(at, at + 1, EntityKind::Organization, "acronym after its long form", 95);
        }
        let n_letters = word.text.chars().count();
        let is_name = word.is_all_capitals()
            && (3..=6).contains(&n_letters)
            && word.text.chars().all(char::is_alphabetic)
            && !lists::is_common_acronym(&word.key)
            && !lists::starts_sentences(&word.key)
            && !self.lower.contains(&word.key)
            && self.repeated.contains(&word.key);
        is_name.then(|| {
            self.name(at, at + 1, EntityKind::Organization, "acronym that stands in the text more than once", 55)
        })?
    }
}

impl Word<'_> {
    /// Whether the word before this one is a title of the person named here.
    fn joins_title(&self, before: &Word<'_>) -> bool {
        (self.joins || self.gap == ". ") && (lists::is_title(&before.key) || lists::is_title_abbreviation(&before.key))
    }
}

/// The longest known name that begins with the word at `start`, and where it ends.
pub(super) fn known_at(words: &[Word<'_>], start: usize) -> Option<(usize, &'static Known)> {
    let names = lists::known_names();
    let mut key = String::new();
    let mut best = None;
    for (idx, word) in words.iter().enumerate().skip(start).take(MAX_NAME_WORDS) {
        if idx > start {
            if !word.joins && !matches!(word.gap, ". " | "’" | "'") {
                break;
            }
            key.push(' ');
        }
        key.push_str(&word.key);
        if let Some(known) = names.get(&key)
            && (word.is_capital || idx > start && words[start].is_capital)
            && (idx > start || words[start].is_capital)
            && known.exact.is_none_or(|exact| idx > start || same_letters(exact, word.text))
        {
            best = Some((idx + 1, known));
        }
        // Most words begin no known name; the sorted map says so at once.
        let continues = names.range(format!("{key} ")..).next().is_some_and(|(next, _)| next.starts_with(&key));
        if !continues {
            break;
        }
    }
    best
}

/// Whether two spellings differ in full stops alone.
fn same_letters(a: &str, b: &str) -> bool {
    a.chars().filter(|&c| c != '.').eq(b.chars().filter(|&c| c != '.'))
}
