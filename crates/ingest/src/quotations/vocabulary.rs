//! What a word does beside a quotation, as a set of flags: how verbs and nouns of saying govern what is said, which
//! words join clauses, which nouns can speak. The words themselves are in `lists/quotation_words.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lists;

/// What a word can be, as bits.
pub(super) type Flags = u32;

pub(super) const SAID: Flags = 1;
pub(super) const TOLD: Flags = 1 << 1;
pub(super) const REPORT: Flags = 1 << 2;
pub(super) const SAYING: Flags = 1 << 3;
pub(super) const CALLS: Flags = 1 << 4;
pub(super) const JUDGES: Flags = 1 << 5;
pub(super) const THINKS: Flags = 1 << 6;
pub(super) const ACCORDING: Flags = 1 << 7;
pub(super) const PUTTING: Flags = 1 << 8;
pub(super) const NOUN: Flags = 1 << 9;
pub(super) const PAPER: Flags = 1 << 10;
pub(super) const PERSON: Flags = 1 << 11;
pub(super) const PEOPLE: Flags = 1 << 12;
pub(super) const ARTICLE: Flags = 1 << 13;
pub(super) const TO: Flags = 1 << 14;
pub(super) const BY: Flags = 1 << 15;
pub(super) const PREPOSITION: Flags = 1 << 16;
pub(super) const AUXILIARY: Flags = 1 << 17;
pub(super) const THAT: Flags = 1 << 18;
pub(super) const SUBORDINATE: Flags = 1 << 19;
pub(super) const WHO: Flags = 1 << 20;
pub(super) const AND: Flags = 1 << 21;
pub(super) const HE: Flags = 1 << 22;
pub(super) const THEY: Flags = 1 << 23;
pub(super) const WE: Flags = 1 << 24;
pub(super) const IT: Flags = 1 << 25;
pub(super) const HIM: Flags = 1 << 26;
pub(super) const NOT: Flags = 1 << 27;
/// Ends as adverbs do.
pub(super) const ADVERB: Flags = 1 << 28;
/// Ends as verbs of the past do.
pub(super) const PAST: Flags = 1 << 29;

/// Forms of `to be`.
pub(super) const BEING: Flags = 1 << 30;
/// Pronouns of owners: `her remark`.
pub(super) const OWN: Flags = 1 << 31;

/// Anything that attributes words to somebody.
pub(super) const CUE: Flags = SAID | TOLD | REPORT | SAYING | CALLS | JUDGES | THINKS | ACCORDING | PUTTING;
/// Words that end a noun phrase on its left.
pub(super) const BOUND: Flags =
    CUE | TO | BY | PREPOSITION | AUXILIARY | BEING | THAT | SUBORDINATE | WHO | AND | HE | THEY | WE | IT | HIM | NOT;
/// Words that mean somebody named elsewhere.
pub(super) const PRONOUN: Flags = HE | THEY | WE | IT;

/// What the folded word can be.
pub(super) fn flags(key: &str) -> Flags {
    let listed = words().get(key).copied().unwrap_or_default();
    let head = if listed == 0 && lists::is_role_head(key) { PERSON } else { 0 };
    let plural = if listed & PEOPLE == 0 && lists::is_people_plural(key) { PEOPLE } else { 0 };
    let all = listed | head | plural;
    match all {
        0 if key.len() > 4 && key.ends_with("ly") => ADVERB,
        0 if key.len() > 4 && key.ends_with("ed") => PAST,
        0 => MORE_ADVERBS.iter().find(|adverb| **adverb == key).map_or(0, |_| ADVERB),
        _ => all,
    }
}

/// Adverbs that stand between a subject and its verb.
const MORE_ADVERBS: [&str; 12] =
    ["also", "later", "once", "again", "even", "just", "now", "further", "often", "always", "still", "already"];

/// How strongly the best cue among the flags says that words are quoted: 0 is none.
pub(super) fn cue_rank(flags: Flags) -> u8 {
    const RANKS: [(Flags, u8); 9] = [
        (SAID, 9),
        (TOLD, 8),
        (ACCORDING, 7),
        (REPORT, 6),
        (SAYING, 5),
        (CALLS, 4),
        (PUTTING, 3),
        (JUDGES, 2),
        (THINKS, 1),
    ];
    RANKS.iter().find(|(class, _)| flags & class != 0).map_or(0, |&(_, rank)| rank)
}

fn words() -> &'static BTreeMap<&'static str, Flags> {
    static WORDS: LazyLock<BTreeMap<&'static str, Flags>> = LazyLock::new(|| {
        let mut words = BTreeMap::new();
        for (class, word) in lists::quotation_words() {
            *words.entry(word).or_default() |= class_flag(class);
        }
        words
    });
    &WORDS
}

fn class_flag(class: &str) -> Flags {
    match class {
        "said" => SAID,
        "told" => TOLD,
        "report" => REPORT,
        "saying" => SAYING,
        "calls" => CALLS,
        "judges" => JUDGES,
        "thinks" => THINKS,
        "source" => ACCORDING,
        "putting" => PUTTING,
        "noun" => NOUN,
        "paper" => PAPER,
        "person" => PERSON,
        "people" => PEOPLE,
        "article" => ARTICLE,
        "to" => TO,
        "by" => BY,
        "preposition" => PREPOSITION,
        "auxiliary" => AUXILIARY,
        "being" => BEING,
        "own" => OWN,
        "that" => THAT,
        "subordinate" => SUBORDINATE,
        "who" => WHO,
        "and" => AND,
        "he" => HE,
        "they" => THEY,
        "we" => WE,
        "it" => IT,
        "him" => HIM,
        "not" => NOT,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_the_list_has_its_flag() {
        for (class, word) in lists::quotation_words() {
            assert_ne!(class_flag(class), 0, "{class}: {word}");
        }
    }

    #[test]
    fn words_are_what_they_do() {
        for (word, expected) in [
            ("said", SAID),
            ("telling", SAYING),
            ("according", ACCORDING),
            ("quickly", ADVERB),
            ("wavered", PAST),
            ("rain", 0),
        ] {
            assert_eq!(flags(word), expected, "{word}");
        }
        assert!(cue_rank(flags("said")) > cue_rank(flags("called")));
    }
}
