//! Automata that walk over the dictionary: patterns with wildcards, and words at a small edit distance. Both read whole
//! characters, of which the dictionary gives them one byte after the other.

use fst::Automaton;

/// A character while its bytes come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Partial {
    bits: u32,
    n_missing: u8,
}

impl Partial {
    /// Takes the next byte; gives the character that it ends.
    fn take(&mut self, byte: u8) -> Option<char> {
        let (bits, n_missing) = match (byte, self.n_missing) {
            (0..0x80, _) => (u32::from(byte), 0),
            (0x80..0xc0, 0) => return None,
            (0x80..0xc0, n) => (self.bits << 6 | u32::from(byte & 0x3f), n - 1),
            (0xc0..0xe0, _) => (u32::from(byte & 0x1f), 1),
            (0xe0..0xf0, _) => (u32::from(byte & 0x0f), 2),
            (0xf0.., _) => (u32::from(byte & 0x07), 3),
        };
        *self = Self { bits, n_missing };
        if n_missing == 0 { char::from_u32(bits) } else { None }
    }
}

/// Words of a pattern: `*` is any characters or none, `?` is one.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    signs: Vec<char>,
}

/// Where in the pattern a word may be: bit i says that the first i signs are passed.
#[derive(Clone, Copy, Debug)]
pub(super) struct PatternState {
    passed: u128,
    partial: Partial,
}

impl Pattern {
    /// Longer patterns match nothing: no word of that length is looked for by hand.
    const MAX_SIGNS: usize = 127;

    pub(super) fn new(pattern: &str) -> Self {
        Self { signs: pattern.chars().collect() }
    }

    /// Passes the stars that may stand for nothing.
    fn with_stars(&self, mut passed: u128) -> u128 {
        for (at, &sign) in self.signs.iter().enumerate().take(Self::MAX_SIGNS) {
            if sign == '*' && passed >> at & 1 == 1 {
                passed |= 1 << (at + 1);
            }
        }
        passed
    }
}

impl Automaton for Pattern {
    type State = PatternState;

    fn start(&self) -> PatternState {
        let passed = if self.signs.len() > Self::MAX_SIGNS { 0 } else { self.with_stars(1) };
        PatternState { passed, partial: Partial::default() }
    }

    fn is_match(&self, state: &PatternState) -> bool {
        state.partial.n_missing == 0
            && state.passed.checked_shr(self.signs.len() as u32).is_some_and(|all| all & 1 == 1)
    }

    fn can_match(&self, state: &PatternState) -> bool {
        state.passed != 0
    }

    fn accept(&self, state: &PatternState, byte: u8) -> PatternState {
        let mut partial = state.partial;
        let Some(c) = partial.take(byte) else { return PatternState { partial, ..*state } };
        let mut passed = 0u128;
        for (at, &sign) in self.signs.iter().enumerate().take(Self::MAX_SIGNS) {
            if state.passed >> at & 1 == 1 {
                passed |= match sign {
                    '*' => 1 << at,
                    '?' => 1 << (at + 1),
                    sign if sign == c => 1 << (at + 1),
                    _ => 0,
                };
            }
        }
        PatternState { passed: self.with_stars(passed), partial }
    }
}

/// Words that differ by a few letters. Two neighbours that changed places are one difference ("optimal string
/// alignment": L. Boytsov, "Indexing methods for approximate dictionary searching", 2011).
#[derive(Clone, Debug)]
pub(super) struct Fuzzy {
    word: Vec<char>,
    most: u8,
}

/// Letters of a word that can be looked for by its likes.
const MAX_LETTERS: usize = 32;

/// One row of the table of distances: how far what came in is from each beginning of the word.
type Row = [u8; MAX_LETTERS + 1];

#[derive(Clone, Copy, Debug)]
pub(super) struct FuzzyState {
    row: Row,
    /// The row before it, and the character between them.
    before: Option<(Row, char)>,
    partial: Partial,
}

impl Fuzzy {
    /// The words at no more than `most` differences; none if the word is longer than 32 characters.
    pub(super) fn new(word: &str, most: u8) -> Self {
        Self { word: word.chars().collect(), most }
    }

    /// How far the word that led here is.
    pub(super) fn distance(&self, state: &FuzzyState) -> u8 {
        state.row.get(self.word.len()).copied().unwrap_or(u8::MAX)
    }
}

impl Automaton for Fuzzy {
    type State = FuzzyState;

    fn start(&self) -> FuzzyState {
        let far = if self.word.len() > MAX_LETTERS { u8::MAX } else { 0 };
        let row = std::array::from_fn(|at| far.max(at as u8));
        FuzzyState { row, before: None, partial: Partial::default() }
    }

    fn is_match(&self, state: &FuzzyState) -> bool {
        state.partial.n_missing == 0 && self.distance(state) <= self.most
    }

    fn can_match(&self, state: &FuzzyState) -> bool {
        let n = (self.word.len() + 1).min(state.row.len());
        state.row[..n].iter().any(|&distance| distance <= self.most)
    }

    fn accept(&self, state: &FuzzyState, byte: u8) -> FuzzyState {
        let mut partial = state.partial;
        let Some(c) = partial.take(byte) else { return FuzzyState { partial, ..*state } };
        let mut row: Row = [u8::MAX; MAX_LETTERS + 1];
        row[0] = state.row[0].saturating_add(1);
        for (at, &letter) in self.word.iter().enumerate().take(MAX_LETTERS) {
            let changed = state.row[at].saturating_add(u8::from(letter != c));
            let longer = state.row[at + 1].saturating_add(1);
            let shorter = row[at].saturating_add(1);
            let mut least = changed.min(longer).min(shorter);
            if let (Some((before, last)), Some(at_before)) = (&state.before, at.checked_sub(1))
                && self.word[at_before] == c
                && letter == *last
            {
                least = least.min(before[at_before].saturating_add(1));
            }
            row[at + 1] = least;
        }
        FuzzyState { row, before: Some((state.row, c)), partial }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn run<A: Automaton>(automaton: &A, word: &str) -> A::State {
        word.bytes().fold(automaton.start(), |state, byte| automaton.accept(&state, byte))
    }

    fn fits(pattern: &str, word: &str) -> bool {
        let pattern = Pattern::new(pattern);
        pattern.is_match(&run(&pattern, word))
    }

    /// The distance by its definition: with one character less on one side, on both, or two changed.
    fn distance(a: &[char], b: &[char]) -> usize {
        match (a, b) {
            ([], rest) | (rest, []) => rest.len(),
            ([a_rest @ .., x], [b_rest @ .., y]) => {
                let mut least = distance(a_rest, b_rest) + usize::from(x != y);
                least = least.min(distance(a_rest, b) + 1).min(distance(a, b_rest) + 1);
                if let ([a_rest @ .., p], [b_rest @ .., q]) = (a_rest, b_rest)
                    && (p, x) == (y, q)
                {
                    least = least.min(distance(a_rest, b_rest) + 1);
                }
                least
            }
        }
    }

    fn matches(pattern: &[char], word: &[char]) -> bool {
        match (pattern, word) {
            ([], word) => word.is_empty(),
            (['*', rest @ ..], word) => (0..=word.len()).any(|at| matches(rest, &word[at..])),
            ([sign, rest @ ..], [c, word @ ..]) => (*sign == '?' || sign == c) && matches(rest, word),
            (_, []) => false,
        }
    }

    #[test]
    fn patterns_stand_for_whole_characters() {
        for (pattern, word, expected) in [
            ("radical*", "radicals", true),
            ("*stan", "stan", true),
            ("r?d", "réd", true),
            ("r?d", "rd", false),
            ("?", "漢", true),
            ("a*b*c", "aXbYYc", true),
            ("a*b", "ab漢", false),
        ] {
            assert_eq!(fits(pattern, word), expected, "{pattern} {word}");
        }
        assert!(!fits(&"?".repeat(200), &"a".repeat(200)));
    }

    proptest! {
        #[test]
        fn patterns_match_as_defined(pattern in "[abé*?]{0,6}", word in "[abé]{0,6}") {
            let (signs, letters): (Vec<char>, Vec<char>) = (pattern.chars().collect(), word.chars().collect());
            prop_assert_eq!(fits(&pattern, &word), matches(&signs, &letters));
        }

        #[test]
        fn distances_are_as_defined(one in "[abé]{0,6}", other in "[abé]{0,6}", most in 0..3u8) {
            let fuzzy = Fuzzy::new(&one, most);
            let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            let expected = distance(&a, &b);
            let state = run(&fuzzy, &other);
            prop_assert_eq!(fuzzy.is_match(&state), expected <= usize::from(most));
            prop_assert_eq!(usize::from(fuzzy.distance(&state)), expected);
            // Every beginning of a word that fits can still become it.
            for at in (0..=other.len()).filter(|_| expected <= usize::from(most)) {
                let state = other.as_bytes()[..at].iter().fold(fuzzy.start(), |state, &byte| fuzzy.accept(&state, byte));
                prop_assert!(fuzzy.can_match(&state));
            }
        }
    }
}
