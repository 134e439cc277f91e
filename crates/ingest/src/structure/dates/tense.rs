//! Whether words speak of what has been or of what is to come: the nearest sign before them decides, else one after.

use super::scan::Scan;
use crate::lists;

/// What the words around a time say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// It has been.
    Past,
    /// It is to come.
    Future,
    /// Nothing shows it.
    Unknown,
}

/// How many words before and after are looked at.
const N_BEFORE: usize = 10;
const N_AFTER: usize = 6;

const FUTURE: &[&str] = &[
    "will",
    "ll",
    "would",
    "shall",
    "plans",
    "planned",
    "planning",
    "scheduled",
    "due",
    "expected",
    "upcoming",
    "going",
    "slated",
    "be",
    "set",
    "hopes",
    "intends",
];

const PAST: &[&str] = &[
    "was", "were", "had", "did", "came", "went", "took", "held", "met", "made", "began", "won", "lost", "left", "died",
    "found", "sent", "gave", "told", "saw", "shot", "led", "broke", "fell", "rose", "spoke", "wrote", "got", "ran",
    "hit",
];

/// What the words around the token say.
pub(super) fn tense(scan: &Scan<'_>, idx: usize) -> Tense {
    let before = (idx.saturating_sub(N_BEFORE)..idx).rev().take_while(|&at| !ends_sentence(scan.gap(at)));
    let after =
        (idx + 1..idx + 1 + N_AFTER).take_while(|&at| at < scan.tokens.len() && !ends_sentence(scan.gap(at - 1)));
    before.chain(after).map(|at| sign(scan.word(at))).find(|&sign| sign != Tense::Unknown).unwrap_or(Tense::Unknown)
}

fn ends_sentence(gap: &str) -> bool {
    gap.contains(['!', '?', ';', '…']) || gap.contains(". ") || gap.contains(".\n")
}

fn sign(word: &str) -> Tense {
    match () {
        () if FUTURE.iter().any(|other| other.eq_ignore_ascii_case(word)) => Tense::Future,
        () if is_past(word) => Tense::Past,
        () => Tense::Unknown,
    }
}

/// Whether a word tells of one thing that happened or was said.
pub(super) fn is_past(word: &str) -> bool {
    word.len() >= 3
        && word.is_ascii()
        && (word.len() >= 5 && word.ends_with("ed")
            || PAST.iter().any(|other| other.eq_ignore_ascii_case(word))
            || word.len() <= 16 && lists::is_reporting_verb(&word.to_ascii_lowercase()))
}
