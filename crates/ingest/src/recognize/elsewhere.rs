//! What the rest of the document says about a word: whether it stands there in small letters, with a capital inside of
//! a sentence, and between which words.

use super::casing::Usual;
use super::tokens::{Letters, Tokens};
use crate::words::Casing;

/// How many occurrences of a word are looked at for the words around them.
const MAX_PLACES: usize = 4;

/// What the whole document says about a folded word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    n_lower: u32,
    /// With a capital where only a name has one.
    n_inside: u32,
    n_capitals: u32,
    /// Some tokens with a capital, and how many of the array there are.
    places: [u32; MAX_PLACES],
    n_places: u8,
}

/// What the document says about all of its words.
pub(super) struct Elsewhere {
    facts: Vec<Facts>,
    /// How often its sentences begin in small letters, in steps: where they do, other capitals are left out too.
    pub(super) carelessness: u64,
}

impl Elsewhere {
    pub(super) fn of(tokens: &Tokens) -> Self {
        let mut facts = vec![Facts::default(); tokens.n_keys];
        for sentence in &tokens.sentences {
            for idx in sentence.tokens.clone() {
                let word = tokens.word(idx);
                let own = &mut facts[word.key_idx as usize];
                match word.letters {
                    Letters::Mark => continue,
                    Letters::Lower => own.n_lower += 1,
                    Letters::Capitals if sentence.casing != Casing::Capitals => own.n_capitals += 1,
                    _ => {}
                }
                let is_telling = sentence.casing == Casing::Normal;
                if word.is_capital() && is_telling {
                    own.n_inside += u32::from(!tokens.tokens[idx].is_first);
                    if usize::from(own.n_places) < MAX_PLACES {
                        own.places[usize::from(own.n_places)] = idx as u32;
                        own.n_places += 1;
                    }
                }
            }
        }
        Self { facts, carelessness: carelessness(tokens) }
    }

    /// What the document says about the word at `idx`, that occurrence left out, as one small number.
    pub(super) fn summary(&self, tokens: &Tokens, idx: usize, casing: Casing) -> u64 {
        let word = tokens.word(idx);
        let facts = &self.facts[word.key_idx as usize];
        let counts_itself = casing == Casing::Normal && word.is_capital() && !tokens.tokens[idx].is_first;
        let n_inside = facts.n_inside - u32::from(counts_itself);
        let n_capitals = facts.n_capitals - u32::from(word.letters == Letters::Capitals && casing != Casing::Capitals);
        let lower = facts.n_lower.min(2) - u32::from(word.letters == Letters::Lower).min(facts.n_lower.min(1));
        u64::from(lower) + 4 * u64::from(n_inside.min(3)) + 16 * u64::from(n_capitals.min(1))
    }

    /// Whether the word at `idx` stands nowhere in small letters.
    pub(super) fn is_never_lower(&self, tokens: &Tokens, idx: usize) -> bool {
        self.facts[tokens.word(idx).key_idx as usize].n_lower == 0
    }

    /// Whether the word at `idx` stands in capitals more than once.
    pub(super) fn is_repeated_in_capitals(&self, tokens: &Tokens, idx: usize) -> bool {
        self.facts[tokens.word(idx).key_idx as usize].n_capitals > 1
    }

    /// The other occurrences of the word at `idx` that are looked at.
    pub(super) fn places<'s>(&'s self, tokens: &Tokens, idx: usize) -> impl Iterator<Item = usize> + use<'s> {
        let facts = &self.facts[tokens.word(idx).key_idx as usize];
        let places = facts.places[..usize::from(facts.n_places)].iter();
        places.map(|&place| place as usize).filter(move |&place| place != idx)
    }
}

/// How often sentences begin with a known word in small letters, in four steps. A few sentences alone say little.
fn carelessness(tokens: &Tokens) -> u64 {
    let (mut n_lower, mut n_all) = (1, 8);
    for sentence in &tokens.sentences {
        let mut words = sentence.tokens.clone().map(|idx| tokens.word(idx));
        let Some(first) = words.find(|word| word.letters != Letters::Mark) else { continue };
        n_all += 1;
        n_lower += usize::from(first.letters == Letters::Lower && first.usual != Usual::Unknown);
    }
    match n_lower * 100 / n_all {
        ..8 => 0,
        8..15 => 1,
        15..30 => 2,
        _ => 3,
    }
}
